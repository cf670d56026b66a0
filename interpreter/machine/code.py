"""The code of a run: flat arrays of step functions, filled body by body as instances are first called.

In: instances (from calls) and their MIR. Out: for each step number a plain function (`plain`), a journalled one
(`journalled`), its inverse (`back`), the place in the MIR (`location_of`), where a panic in it goes (`unwind`). A variant of
a body is compiled when one of its steps first runs in that variant. Step numbers, vtable, type and instance numbers are given
out in order of first use and never change, so that states may hold them.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable
from functools import partial

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import Any
from interpreter.machine import intrinsics
from interpreter.machine.addresses import TEXTS, address_of, allocation_of, pointer_from_address
from interpreter.machine.bytes import Memory, decode, defined, pointer_eq, recast, reinterpret, undefined, union_field
from interpreter.machine.calls import CallEmitter, is_straight, may_block
from interpreter.machine.coroutines import SuspendedFrame
from interpreter.machine.forward import forwarding
from interpreter.machine.memory import Effects, JournalEffects, undo
from interpreter.machine.merge import Merger
from interpreter.machine.numeric import deep, f32, fdiv, float_to_int, frem, idiv, int_to_float, irem
from interpreter.machine.plan import Op, Plan, plan_body
from interpreter.machine.program import Program
from interpreter.machine.start import forwarding_body
from interpreter.machine.state import State
from interpreter.machine.termination import (
    CAUGHT,
    INVALID,
    InternalError,
    NoValueError,
    Resume,
    RustPanic,
    StackOverflow,
    ThreadEnd,
    ThreadPanicked,
)
from interpreter.machine.types import Types
from interpreter.mir import body as mir
from interpreter.mir.body import BlockId, Body, Location
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.transform.instance import Instance, InstanceKind
from interpreter.typeck import ty as t

Function = Callable[..., Any]
Entry = list[Any]
"""[entry pc, padding for locals or None while not linked, instance number, untuples]."""

THREAD_END, ROOT_CALL, UNWOUND, PANICKED, RETURN_UNIT, HOOKED = range(6)
"""Steps that belong to no body: a thread's first function returned; the call of that function; the journal's mark for
unwinding; a panic came to the bottom of a thread; the return of the empty function; the journal's mark for the call of a panic
hook."""
RESERVED = 6
MAX_DEPTH = 250_000
"""Frames after which the stack overflows: more than any program has that runs within the 8 MiB of Rust's main thread
(measured: 60,000 to
180,000 calls of small functions in a debug build, 300,000 frames of nested drops)."""


class InstanceCode:
    """What is known of an instance. Once it is linked: its steps `ops` from number `first` on, which step covers which place
    of its MIR (`locations`), where a run goes on that ends without a decision (`nexts`); the variants `compiled` so far.
    `number`: its index in the store's list; `hot`: it is, or was replaced by, what hot.py makes; `functions`: of a hot one, the
    steps that begin a function."""

    __slots__ = (
        "body", "checked", "compiled", "emitter", "entry", "first", "functions", "hot", "instance", "lines", "locations",
        "nexts", "number", "ops", "plan", "slots", "starts",
    )  # fmt: skip

    def __init__(self, instance: Instance | None, body: Body | None) -> None:
        self.instance = instance
        self.body = body
        self.number = -1
        self.hot = False
        self.functions: set[int] = set()
        self.plan: Plan | None = None
        self.slots: tuple[int, ...] | None = None
        """Where its locals lie in a frame: see addresses.py."""
        self.entry: Entry = []
        self.first = 0
        self.ops: list[Op] = []
        self.locations: dict[Location, int] = {}
        self.nexts: dict[int, BlockId] = {}
        self.starts: set[int] = set()
        """The steps that begin a run."""
        self.lines: list[tuple[int, int]] = []
        """Of the plain variant's text: (line, step), where each step's lines begin."""
        self.checked = False
        self.compiled = ""
        self.emitter: CallEmitter | None = None


class CodeStore:
    """All code of a program, and the numbered tables that values refer to.

    `rejected`: the program has errors and is walked all the same; then bodies of the user check every read. `plain_only`: it
    runs without history, so that values nobody uses any more may stay where they are, but with `kills` not in variables whose
    storage ended.

    The plain variant has one function per run of steps, not one per step: nobody pauses within. When a step in it raises, the
    line of the traceback tells which one it was.
    """

    def __init__(
        self,
        program: Program,
        state: State,
        output: Callable[[str, bytes], None] | None,
        *,
        rejected: bool = False,
        plain_only: bool = False,
        kills: bool = True,
    ) -> None:
        intrinsics.load_all()
        self.program = program
        self.types = Types(program)
        self.state = state
        self.rejected = rejected
        self.plain_only = plain_only
        self.kills = kills
        self.entered: set[int] = set()
        """Steps at which a run may be entered though they aren't at its start: calls that are tried again."""
        self.in_place = program.mentions_raw_pointers()
        """Whether a value that comes into a place is put into the parts of what was there, so that raw pointers to these stay
        good."""
        self.effects = Effects(state, output, in_place=self.in_place)
        self.journal_effects = JournalEffects(state, output, in_place=self.in_place)
        self.instances: list[InstanceCode] = []
        self.entries: list[Entry] = []
        """By instance number (fn pointers are these numbers)."""
        self._numbers: dict[Instance, int] = {}
        self.bodies: dict[Instance, Body] = {}
        """Bodies made here rather than by transform."""
        self.vtables: list[tuple[Entry | None, ...]] = []
        self.vtable_types: list[tuple[t.Ty, t.Dynamic]] = []
        self._vtable_numbers: dict[tuple[t.Ty, t.Dynamic], int] = {}
        self._drops: dict[int, Entry | None] = {}
        self.type_list: list[t.Ty] = []
        self._type_numbers: dict[t.Ty, int] = {}
        self._constants: dict[Any, Any] = {}
        self._shared: dict[Any, int] = {}
        self.shared_types: dict[int, t.Ty] = {}
        """Of the constants that references may point into, by number."""
        self.pristine: dict[int, list[Any]] = {}
        self.static_defs: dict[int, Def] = {}
        self._static_types: dict[Def, t.Ty] = {}
        self._text_places: dict[bytes, int] = {}
        self._next_text = TEXTS
        self.catching: set[int] = set()
        self.dropping: set[int] = set()
        """Calls that drop what a suspended call left (coroutines.py)."""
        self.plain: list[Function] = []
        self.journalled: list[Function] = []
        self.inverse: list[Function] = []
        self.back: list[Function] = []
        self.unwind: list[int | None] = []
        self.cleanup: list[bool] = []
        self.place_of: list[tuple[int, Location] | None] = []
        self.plain_results: dict[int, Function] = {}
        self.journalled_results: dict[int, Function] = {}
        self.undo_results: dict[int, Function] = {}
        self.stdin = bytearray()
        """What is known of standard input."""
        self.read_more: Callable[[], bytes] = bytes
        """Reads on from standard input into `stdin`; empty at its end."""
        self.evaluate: Callable[[Body, Any], Any] = _no_evaluator
        """Runs a constant's body to its end; set by the machine."""
        self.effect_steps: set[int] = set()
        """Steps that call an intrinsic which changes the state; a failing one may have to be taken back."""
        self._resolved: dict[tuple[Def, t.Args], Instance] = {}
        self.back_from_start: Function = self._back_from_start
        self.base_namespace = self._namespace()
        self._reserve()

    # ------------------------------------------------------------------------------------------------ set-up

    def _namespace(self) -> dict[str, Any]:
        state = self.state
        return {
            "M": state, "J": state.journal, "JA": state.journal.append, "JP": state.journal.pop, "H": state.heap,
            "S": state.statics, "EP": self.effects, "EJ": self.journal_effects, "UNDO": undo, "LINK": self.link,
            "ENT": self.entries, "VT": self.vtables, "VD": self.drop_entry, "DEPTH": MAX_DEPTH, "RS": self.plain_results,
            "RT": self.journalled_results, "RU": self.undo_results, "RustPanic": RustPanic, "NoValueError": NoValueError,
            "StackOverflow": StackOverflow, "Resume": Resume, "CAUGHT": CAUGHT,
            "SuspendedFrame": SuspendedFrame, "UNWIND": self.unwind, "NOTHING": self.nothing_entry(),
            "union_field": union_field, "decode": decode, "defined": defined, "reinterpret": reinterpret, "recast": recast,
            "undefined": undefined,
            "ADDRESS": self._address, "POINTER": pointer_from_address, "COPYSIGN": math.copysign, "deep": deep, "idiv": idiv,
            "irem": irem, "fdiv": fdiv, "frem": frem, "f32": f32, "float_to_int": float_to_int,
            "int_to_float": int_to_float, "pointer_eq": self._pointer_eq, "allocation_of": allocation_of,
        }  # fmt: skip

    def _pointer_eq(self, a: tuple[Any, ...], b: tuple[Any, ...]) -> bool:
        """Whether two pointers are the same: address, and length or vtable."""
        if pointer_eq(a, b):
            return True
        cast = a[0].__class__ is Memory or b[0].__class__ is Memory
        return cast and a[2:] == b[2:] and self._address(a) == self._address(b)

    def _address(self, pointer: tuple[Any, ...]) -> int:
        return address_of(self, self.state, pointer)

    def nothing_entry(self) -> Entry:
        """A function that does nothing with its argument."""
        return [RETURN_UNIT, (), -1, False]

    def _reserve(self) -> None:
        state = self.state

        def end(locals_: list[Any]) -> int:
            raise ThreadEnd

        def panicked(locals_: list[Any]) -> int:
            raise ThreadPanicked

        def impossible(locals_: list[Any]) -> int:
            raise AssertionError("a step that never runs")

        def return_unit(locals_: list[Any]) -> int:
            frames = state.frames
            caller = frames[-2]
            caller[1] = self.plain_results[caller[1]](caller[0], ())
            frames.pop()
            return -1

        def return_unit_journalled(locals_: list[Any]) -> int:
            frames = state.frames
            caller = frames[-2]
            pc = caller[1]
            next_ = self.journalled_results[pc](caller[0], ())
            frame = frames.pop()
            frame[1] = pc
            caller[1] = next_
            state.journal += (frame, RETURN_UNIT)
            return -1

        def undo_return(locals_: list[Any]) -> int:
            frames = state.frames
            frame = state.journal.pop()
            pc = frame[1]
            self.undo_results[pc](locals_)
            frames[-1][1] = pc
            frame[1] = RETURN_UNIT
            frames.append(frame)
            return -1

        def undo_unwinding(locals_: list[Any]) -> int:
            pop = state.journal.pop
            taken_off, caught, handler_pc, changes, frames = pop(), pop(), pop(), pop(), state.frames
            if caught:
                self.undo_results[handler_pc](frames[-1][0])
            frames[-1][1] = handler_pc
            frames.extend(reversed(taken_off))
            undo(state, changes)
            return -1

        def undo_hook(locals_: list[Any]) -> int:
            state.frames.pop()
            undo(state, state.journal.pop())
            return -1

        def finish(locals_: list[Any], value: Any) -> int:
            locals_[0] = value
            return THREAD_END

        def finish_journalled(locals_: list[Any], value: Any) -> int:
            state.journal.append(locals_[0])
            locals_[0] = value
            return THREAD_END

        def undo_finish(locals_: list[Any]) -> None:
            locals_[0] = state.journal.pop()

        self.plain += [end, impossible, impossible, panicked, return_unit, impossible]
        self.journalled += [end, impossible, impossible, panicked, return_unit_journalled, impossible]
        self.inverse += [impossible, impossible, undo_unwinding, impossible, undo_return, undo_hook]
        self.back += [self.back_from_start] * RESERVED
        self.unwind += [None] * RESERVED
        self.cleanup += [False] * RESERVED
        self.place_of += [None] * RESERVED
        self.plain_results[ROOT_CALL] = finish
        self.journalled_results[ROOT_CALL] = finish_journalled
        self.undo_results[ROOT_CALL] = undo_finish

    def _back_from_start(self, locals_: list[Any]) -> Any:
        """Goes back from the first step of a run: the journal says which step led here."""
        return self.inverse[self.state.journal.pop()](locals_)

    # ------------------------------------------------------------------------------------------------ numbered things

    def number(self, instance: Instance) -> int:
        """The instance's number, which is also the value of a fn pointer to it."""
        known = self._numbers.get(instance)
        if known is None:
            known = self._numbers[instance] = len(self.entries)
            self.entries.append([-1, None, known, instance.untuples])
            code = InstanceCode(instance, None)
            code.number, code.entry = known, self.entries[known]
            self.instances.append(code)
        return known

    def code_of(self, instance: Instance) -> InstanceCode | None:
        """What is known of an instance that was called before."""
        known = self._numbers.get(instance)
        return None if known is None else self.instances[known]

    def resolve(self, ty: t.FnDef) -> Instance:
        """What a call of a fn item runs."""
        key = (ty.def_, ty.args)
        known = self._resolved.get(key)
        if known is None:
            known = self._resolved[key] = self.program.resolve(ty.def_, ty.args)
        return known

    def entry(self, instance: Instance) -> Entry:
        return self.entries[self.number(instance)]

    def fn_pointer(self, ty: t.FnDef) -> int:
        """The value of a fn pointer to a fn item."""
        instance = self.resolve(ty)
        if instance.kind in (InstanceKind.INTRINSIC, InstanceKind.VIRTUAL):
            return self.number(self._forwarder(instance, ty))
        return self.number(self.program.reify(instance))

    def _forwarder(self, instance: Instance, ty: t.FnDef) -> Instance:
        """A function with a body that calls one without (for fn pointers to intrinsics and trait objects' methods)."""
        wrapper = Instance(InstanceKind.ITEM, None, instance.args, ty)
        if wrapper not in self.bodies:
            self.bodies[wrapper] = forwarding_body(ty, self.program.signature(instance))
        return wrapper

    def closure_pointer(self, ty: t.Closure) -> int:
        """The value of a fn pointer to a closure without captures."""
        return self.number(self.program.closure_fn_ptr(ty))

    def vtable(self, ty: t.Ty, dyn: t.Dynamic) -> int:
        """The number of the vtable of `ty` for a trait object type."""
        dyn = t.Dynamic(dyn.principal, dyn.projections, (), t.RE_ERASED)
        known = self._vtable_numbers.get((ty, dyn))
        if known is None:
            methods = self.program.vtable(ty, dyn)
            known = self._vtable_numbers[ty, dyn] = len(self.vtables)
            self.vtables.append(tuple([None if m is None else self._method_entry(m) for m in methods]))
            self.vtable_types.append((ty, dyn))
        return known

    def _method_entry(self, instance: Instance) -> Entry:
        if instance.kind is InstanceKind.INTRINSIC:
            assert instance.def_ is not None
            return self.entry(self._forwarder(instance, t.FnDef(instance.def_, instance.args)))
        return self.entry(instance)

    def upcast(self, number: int, dyn: t.Dynamic) -> int:
        """The vtable for another trait object type of what has vtable `number`."""
        return self.vtable(self.vtable_types[number][0], dyn)

    def drop_entry(self, vtable: int) -> Entry | None:
        """What drops a value with this vtable; None if it needs no drop."""
        if vtable not in self._drops:
            glue = self.program.drop_glue(self.vtable_types[vtable][0])
            self._drops[vtable] = None if glue is None else self.entry(glue)
        return self._drops[vtable]

    def type_number(self, ty: t.Ty) -> int:
        known = self._type_numbers.get(ty)
        if known is None:
            known = self._type_numbers[ty] = len(self.type_list)
            self.type_list.append(ty)
        return known

    # ------------------------------------------------------------------------------------------------ constants

    def constant(self, const: t.ConstUnevaluated) -> Any:
        """The value of a named constant, evaluated once."""
        if const not in self._constants:
            self._constants[const] = self.evaluate(self.program.const_body(const.def_, const.args), const)
        return self._constants[const]

    def promoted(self, body: Body, key: Any, index: int) -> int:
        """Where the state keeps a promoted constant, evaluated once."""
        full = (key, "promoted", index)
        if full not in self._shared:
            promoted = body.promoted[index]
            self.shared(full, self.evaluate(promoted, full), promoted.locals[0].ty)
        return self._shared[full]

    def shared(self, key: Any, value: Any, ty: t.Ty) -> int:
        """Where the state keeps `value`, a constant that references may point into (numbered below 0, statics from 0)."""
        if key not in self._shared:
            number = self._shared[key] = -1 - len(self._shared)
            self.state.statics[number] = [value]
            self.shared_types[number] = ty
        return self._shared[key]

    def static(self, def_: Def) -> None:
        """Make sure that the static has its container."""
        if def_.index not in self.pristine:
            body = self.program.const_body(def_, ())
            self._static_types[def_] = body.locals[0].ty
            self.static_defs[def_.index] = def_
            # What the value refers to may refer back, so that the containers must be there before the values.
            pristine = self.pristine[def_.index] = [None]
            container = self.state.statics[def_.index] = [None]
            pristine[0] = self.evaluate(body, def_)
            container[:] = deep(pristine)

    def text_place(self, text: bytes) -> int:
        """The address of a constant text, given to it when first asked for."""
        if text not in self._text_places:
            self._text_places[text] = self._next_text
            self._next_text += len(text) + 16 & ~15
        return self._text_places[text]

    def static_ty(self, def_: Def) -> t.Ty:
        """The type of a static that has been used."""
        return self._static_types[def_]

    def refill_statics(self) -> None:
        """After a restore: statics that were first used later have their initial values again."""
        for index, container in self.pristine.items():
            if index not in self.state.statics:
                self.state.statics[index] = deep(container)

    # ------------------------------------------------------------------------------------------------ linking, compiling

    def link(self, entry: Entry) -> None:
        """Give an instance its steps. The first step of its first block is its entry."""
        code = self.instances[entry[2]]
        instance = code.instance
        assert instance is not None
        body = self.bodies.get(instance)
        try:
            if body is None:
                body = self.program.body(instance)
            self.install(code, body, instance)
        except INVALID as error:
            raise InternalError(f"no body for {instance}: {error!r}") from error

    def link_constant(self, body: Body, key: Any) -> Entry:
        """Steps for the body of a constant, which no call names."""
        code = InstanceCode(None, body)
        self._append(code, False)
        self.install(code, body, key)
        return code.entry

    def _append(self, code: InstanceCode, untuples: bool) -> None:
        code.number = len(self.entries)
        code.entry = [-1, None, code.number, untuples]
        self.entries.append(code.entry)
        self.instances.append(code)

    def add_hot(self, old: InstanceCode, body: Body) -> InstanceCode:
        """New code for an instance, which its calls lead to from now on; `body` begins like the old one (see hot.py)."""
        code = InstanceCode(old.instance, body)
        code.hot = True
        self._append(code, old.entry[3])
        self.install(code, body, old.instance)
        self._compile_hot(code)
        old.entry[:3] = code.entry[:3]
        return code

    def install(self, code: InstanceCode, body: Body, key: Any) -> None:
        """Lay out the steps of `body` in the arrays, as stubs that compile it when first run."""
        program = self.program
        code.body = body
        code.checked = self.rejected and not body.span.file.is_std
        straight, blocking, no_glue = set(), set(), set()
        for number, block in enumerate(body.blocks):
            terminator = block.terminator
            if isinstance(terminator, mir.Call):
                ty = terminator.func.ty if isinstance(terminator.func, mir.Constant) else None
                if isinstance(ty, t.FnDef) and is_straight(self.resolve(ty)):
                    straight.add(number)
                    if may_block(self.resolve(ty)):
                        blocking.add(number)
            elif isinstance(terminator, mir.Drop):
                ty = self.types.place_ty(body, terminator.place)
                if not isinstance(ty, t.Dynamic) and (not self.types.needs_drop(ty) or program.drop_glue(ty) is None):
                    no_glue.add(number)
        separate_kills = code.checked or (self.plain_only and self.kills)
        plan = plan_body(body, separate_kills=separate_kills, straight_calls=frozenset(straight), no_glue=frozenset(no_glue))
        code.first = len(self.plain)
        starts: dict[BlockId, int] = {}
        nexts: dict[int, BlockId] = {}
        empty: dict[BlockId, BlockId] = {}
        for run in plan.runs:
            if not run.ops and run.goto is not None and not _loops(run.start, empty, run.goto):
                empty[run.start] = run.goto
                continue
            if not run.ops:
                run.ops.append(Op(body.terminator_location(run.start), jumps=True))
            starts[run.start] = code.first + len(code.ops)
            for op in run.ops:
                pc = code.first + len(code.ops)
                code.ops.append(op)
                code.locations[op.location] = pc
                for place in op.fused:
                    code.locations[place] = pc
            if run.goto is not None:
                nexts[code.first + len(code.ops) - 1] = run.goto

        def block_pc(block: BlockId) -> int:
            while block in empty:
                block = empty[block]
            return starts[block]

        number = code.number
        run_starts = code.starts = set(starts.values())
        for offset, op in enumerate(code.ops):
            pc = code.first + offset
            self.plain.append(partial(self._stub, code, "s", pc))
            self.journalled.append(partial(self._stub, code, "t", pc))
            self.inverse.append(partial(self._stub_back, code, pc))
            self.back.append(self.back_from_start if pc in run_starts else partial(self._stub_back, code, pc - 1))
            last = op.terminator
            unwind = getattr(last, "unwind", None)
            self.unwind.append(None if unwind is None else block_pc(unwind))
            self.cleanup.append(body.blocks[op.location.block].is_cleanup)
            self.place_of.append((number, op.location))
            if isinstance(last, mir.Call) and op.location.block in blocking:
                self.entered.add(pc)
            if isinstance(last, (mir.Call, mir.Drop)):
                self.plain_results[pc] = partial(self._stub_result, code, "r", pc)
                self.journalled_results[pc] = partial(self._stub_result, code, "q", pc)
                self.undo_results[pc] = partial(self._stub_result, code, "w", pc)
        code.entry[0] = block_pc(mir.START_BLOCK)
        code.entry[1] = (None,) * (len(body.locals) - 1 - body.arg_count)
        code.emitter = CallEmitter(self, body, key, plan, block_pc, code.checked)
        code.nexts, code.plan = nexts, plan

    def _compile(self, code: InstanceCode, variant: str) -> None:
        """Compile one variant of a body and put its functions in place of the stubs."""
        if variant in code.compiled:
            return
        code.compiled += variant
        assert code.emitter is not None
        functions = self._emit(code, code.emitter, variant)
        if variant == "s":
            functions = self._merge_runs(code, functions)
        lines = [line for name, params, body in functions for line in (f"def {name}({params}):", *(f" {text}" for text in body))]
        namespace = code.emitter.namespace
        exec(compile("\n".join(lines), f"<{variant} {code.number}>", "exec"), namespace)
        table = {"s": self.plain, "t": self.journalled, "u": self.inverse}[variant]
        results = self._results(variant)
        for pc in range(code.first, code.first + len(code.ops)):
            function = namespace.get(f"{variant}{pc}")
            if function is not None:
                table[pc] = function
                if variant == "u" and pc + 1 < code.first + len(code.ops) and self.back[pc + 1] is not self.back_from_start:
                    self.back[pc + 1] = function
            result = namespace.get(f"{_RESULTS[variant]}{pc}")
            if result is not None:
                results[pc] = result

    def _compile_hot(self, code: InstanceCode) -> None:
        """Compile the plain variant with its steps joined."""
        emitter, plan, body = code.emitter, code.plan, code.body
        assert emitter is not None and plan is not None and body is not None
        code.compiled += "s"

        def straight(pc: int) -> bool:
            call = code.ops[pc - code.first].terminator
            assert isinstance(call, mir.Call)
            ty = call.func.ty if isinstance(call.func, mir.Constant) else None
            return isinstance(ty, t.FnDef) and is_straight(self.resolve(ty))

        inside = {pc for pc in self.entered if code.first <= pc < code.first + len(code.ops)}
        merger = Merger(code.first, code.ops, code.starts, code.nexts, emitter.block_pc, code.entry[0], inside, straight)
        emitter.places.in_variables = merger.variables(plan.borrowed, plan.dropped)
        steps_ = enumerate(code.ops, code.first)
        emitter.places.forwarding = forwarding(self.types, body, steps_, emitter.places.in_variables)
        functions = self._emit(code, emitter, "s")
        steps = {int(name[1:]): text for name, _, text in functions if name[0] == "s"}
        lines: list[str] = []
        for root in merger.trees:
            lines.append(f"def s{root}(L):")
            for text, pc in merger.function(root, steps):
                lines.append(f" {text}")
                code.lines.append((len(lines), pc))
        for name, params, result in functions:
            if name[0] != "s":
                lines += [f"def {name}({params}):", *(f" {text}" for text in result)]
        namespace = emitter.namespace
        exec(compile("\n".join(lines), f"<s {code.number}>", "exec"), namespace)
        for root in merger.trees:
            self.plain[root] = namespace[f"s{root}"]
        for name, _, _ in functions:
            if name[0] != "s":
                self.plain_results[int(name[1:])] = namespace[name]
        code.functions = set(merger.trees)

    def _emit(self, code: InstanceCode, emitter: CallEmitter, variant: str) -> list[tuple[str, str, list[str]]]:
        """The functions of a variant of a body."""
        emitter.variant, emitter.functions = variant, []
        for offset, op in enumerate(code.ops):
            pc = code.first + offset
            goto = code.nexts.get(pc)
            next_ = str(pc + 1 if goto is None else emitter.block_pc(goto))
            try:
                emitter.emit_terminator(pc, op, next_)
            except INVALID as error:
                raise InternalError(f"no code for {op.statement or op.terminator}: {error!r}") from error
        return emitter.functions

    def _merge_runs(self, code: InstanceCode, functions: list[tuple[str, str, list[str]]]) -> list[tuple[str, str, list[str]]]:
        """The plain functions of steps that follow each other, joined; completions of calls come last."""
        merged: list[tuple[str, str, list[str]]] = []
        results = []
        line = 1
        for function in functions:
            name, _, lines = function
            if name[0] != "s":
                results.append(function)
                continue
            pc = int(name[1:])
            last = merged[-1][2] if merged else None
            if last is not None and pc not in code.starts and pc not in self.entered and last[-1] == f"return {pc}":
                last.pop()
                line -= 1
                last += lines
            else:
                line += 1
                merged.append((name, "L", list(lines)))
            code.lines.append((line, pc))
            line += len(lines)
        return merged + results

    def failing_step(self, error: Exception, pc: int) -> int:
        """Which step of the run that begins with `pc` raised `error` (plain variant)."""
        known = self.place_of[pc]
        if known is None:
            return pc
        code = self.instances[known[0]]
        name = f"<s {known[0]}>"
        trace = error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == name:
                return code.lines[bisect_right(code.lines, (trace.tb_lineno, 1 << 60)) - 1][1]
            trace = trace.tb_next
        return pc

    def _results(self, variant: str) -> dict[int, Function]:
        return {"s": self.plain_results, "t": self.journalled_results, "u": self.undo_results}[variant]

    def _stub(self, code: InstanceCode, variant: str, pc: int, locals_: list[Any]) -> Any:
        self._compile(code, variant)
        return (self.plain if variant == "s" else self.journalled)[pc](locals_)

    def _stub_back(self, code: InstanceCode, pc: int, locals_: list[Any]) -> Any:
        self._compile(code, "u")
        return self.inverse[pc](locals_)

    def _stub_result(self, code: InstanceCode, kind: str, pc: int, *args: Any) -> Any:
        variant = {"r": "s", "q": "t", "w": "u"}[kind]
        self._compile(code, variant)
        return self._results(variant)[pc](*args)

    # ------------------------------------------------------------------------------------------------ places

    def location_of(self, pc: int) -> tuple[InstanceCode, Location] | None:
        """The instance and place in its MIR of a step; None for those outside of any body."""
        known = self.place_of[pc]
        return None if known is None else (self.instances[known[0]], known[1])

    def span_of(self, pc: int) -> Span | None:
        """The text that a step comes from."""
        found = self.location_of(pc)
        if found is None:
            return None
        code, _ = found
        op = code.ops[pc - code.first]
        node = op.terminator if op.terminator is not None else op.statement
        return None if node is None else node.info.span

    def call_span(self, pc: int) -> Span | None:
        """What a panic's message gives as the place of a call: for `a.b(c)` that of `b(c)` (rustc: `fn_span`); a place in rustc's
        library for what std says panics there."""
        found = self.location_of(pc)
        if found is None:
            return None
        body = found[0].body
        if body is not None and (place := self.program.library_place(body.owner)) is not None:
            return place
        terminator = found[0].ops[pc - found[0].first].terminator
        return terminator.fn_span if isinstance(terminator, mir.Call) else self.span_of(pc)


_RESULTS = {"s": "r", "t": "q", "u": "w"}


def _loops(start: BlockId, empty: dict[BlockId, BlockId], goto: BlockId) -> bool:
    """Whether going on from `goto` through empty runs comes back to `start`."""
    while goto != start:
        if goto not in empty:
            return False
        goto = empty[goto]
    return True


def _no_evaluator(body: Body, key: Any) -> Any:
    raise UnsupportedError("a constant that can't be evaluated", body.span)
