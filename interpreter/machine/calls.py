"""Code generation for what changes frames: calls, drops, returns; and for intrinsics, which are done in place.

A call pushes a frame `[locals, entry, instance]` and leaves its own number in the caller's frame; Return takes the frame off
and runs the call's completion, which stores the result and says where the caller goes on. The journal keeps the frame taken
off, so that going back finds the same lists again. Callees known beforehand are entries `[entry pc, padding, instance number,
untuples]`, linked on first use.
"""

from __future__ import annotations

from interpreter.diagnostics import UnsupportedError
from interpreter.machine import coroutines
from interpreter.machine.emit import Emitter
from interpreter.machine.intrinsics import REGISTRY, Context, Kind
from interpreter.machine.plan import Op
from interpreter.machine.rvalues import Step, Write
from interpreter.mir import body as mir
from interpreter.mir.body import BlockId, Place
from interpreter.transform.instance import Instance, InstanceKind
from interpreter.typeck import ty as t

CALLING = {"drop_in_place", "catch_unwind", *coroutines.CALLING}
"""Intrinsics that call: they are compiled here."""
BLOCKING = {
    "thread_join",
    "thread_park",
    "thread_park_timeout",
    "thread_sleep",
    "thread_yield",
    "futex_wait",
    "futex_wait_timeout",
}
"""Intrinsics that may have to be tried again."""


def is_straight(instance: Instance) -> bool:
    """An intrinsic that is done in place, without a frame."""
    return instance.kind is InstanceKind.INTRINSIC and instance.intrinsic not in CALLING


def may_block(instance: Instance) -> bool:
    """An intrinsic whose call may have to be tried again."""
    return instance.kind is InstanceKind.INTRINSIC and instance.intrinsic in BLOCKING


class CallEmitter(Emitter):
    """Adds terminators that change frames."""

    def emit_terminator(self, pc: int, op: Op, next_: str) -> None:
        """The functions of any op that ends in a terminator."""
        match op.terminator:
            case mir.Call():
                self._call(pc, op, op.terminator, next_)
            case mir.Drop():
                self._drop(pc, op, op.terminator)
            case mir.Return():
                self._return(pc)
            case mir.UnwindResume():
                self._raise(pc, "Resume()")
            case mir.Unreachable():
                self._raise(pc, "NoValueError('code that can not be reached was reached')")
            case _:
                self.emit(pc, op, next_)

    def _raise(self, pc: int, signal: str) -> None:
        for variant in "st":
            self.function(variant, f"{variant}{pc}", [f"raise {signal}"])
        self.function("u", f"u{pc}", [f"return {pc}"])

    # ------------------------------------------------------------------------------------------------ calls

    def _call(self, pc: int, op: Op, call: mir.Call, next_: str) -> None:
        ty = self.operand_ty(call.func)
        step = Step()
        if isinstance(ty, t.FnPtr):
            entry = step.bind(f"ENT[{self.operand(call.func, step)}]", "e")
            self._push(pc, op, step, entry, self._args(call, step))
        elif isinstance(ty, t.Closure):
            instance = Instance(InstanceKind.CLOSURE, ty.def_, ty.args)
            self._push(pc, op, step, self._entry(instance), self._args(call, step))
        else:
            assert isinstance(ty, t.FnDef), ty
            instance = self.store.resolve(ty)
            if instance.kind is InstanceKind.INTRINSIC:
                if self._intrinsic(pc, op, call, instance, step, next_):
                    return
            elif instance.kind is InstanceKind.VIRTUAL:
                self._virtual(pc, op, call, instance, step)
            else:
                self._push(pc, op, step, self._entry(instance), self._args(call, step, untuple=instance.untuples))
        self._completion(pc, call.destination, call.target)

    def _entry(self, instance: Instance) -> str:
        return self.constant_name(self.store.entry(instance), "E")

    def _args(self, call: mir.Call, step: Step, untuple: bool = False, skip: int = 0) -> list[str]:
        args = [step.bind(self.operand(a, step)) for a in call.args[skip:]]
        if untuple:
            args[-1] = f"*{args[-1]}"
        return args

    def _push(self, pc: int, op: Op, step: Step, entry: str, args: list[str], skip: int | None = None) -> None:
        """Pushes a frame for `entry`. `skip`: where to go at once instead when the prelude says `SKIP` (nothing to drop); the
        journal then has a 0, else a 1, before the step's number."""
        self.kill(op, step)
        head = [
            *step.prelude,
            f"if {entry}[1] is None: LINK({entry})",
            "F = M.frames",
            "if len(F) > DEPTH: raise StackOverflow()",
        ]
        push = [
            f"F[-1][1] = {pc}",
            f"F.append([[None, {', '.join([*args, f'*{entry}[1]'])}], {entry}[0], {entry}[2]])",
            "return -1",
        ]
        forward, journalled = step.forward, step.journalled
        undo = self.undone(step.writes)
        pop = ["F = M.frames", "F.pop()", "L = F[-1][0]", *undo, "return -1"]
        if skip is None:
            self.function("s", f"s{pc}", [*head, *forward, *push])
            self.function("t", f"t{pc}", [*head, *journalled, f"JA({pc})", *push])
            self.function("u", f"u{pc}", pop)
            return
        skipping = "; ".join([*forward, f"return {skip}"])
        self.function("s", f"s{pc}", [*(line.replace("SKIP", skipping) for line in head), *forward, *push])
        skipping = "; ".join([*journalled, "JA(0)", f"JA({pc})", f"return {skip}"])
        head = [line.replace("SKIP", skipping) for line in head]
        self.function("t", f"t{pc}", [*head, *journalled, "JA(1)", f"JA({pc})", *push])
        self.function("u", f"u{pc}", ["if JP():", *(f" {line}" for line in pop), *undo, f"return {pc}"])

    def _completion(
        self, pc: int, place: Place, target: BlockId | None, result: str = "v", prelude: tuple[str, ...] = ()
    ) -> None:
        """What the callee's Return runs: stores the result, goes to `target`."""
        step = Step(prelude=list(prelude))
        if target is None:
            for variant, name in (("s", "r"), ("t", "q")):
                self.function(variant, f"{name}{pc}", ["raise NoValueError('a diverging call returned')"], "L, v")
            self.function("u", f"w{pc}", ["pass"])
            return
        if self.types.place_ty(self.body, place) is t.UNIT and result == "v":
            result = "()"
        self.assign(place, result, step)
        back = f"return {self.block_pc(target)}"
        self.function("s", f"r{pc}", [*step.prelude, *step.forward, back], "L, v")
        self.function("t", f"q{pc}", [*step.prelude, *step.journalled, back], "L, v")
        self.function("u", f"w{pc}", self.undone(step.writes) or ["pass"])

    def _return(self, pc: int) -> None:
        head = ["F = M.frames", "c = F[-2]", "p = c[1]"]
        self.function("s", f"s{pc}", [*head, "c[1] = RS[p](c[0], L[0])", "F.pop()", "return -1"])
        self.function(
            "t",
            f"t{pc}",
            [*head, "n = RT[p](c[0], L[0])", "f = F.pop()", "f[1] = p", "c[1] = n", "JA(f)", f"JA({pc})", "return -1"],
        )
        self.function(
            "u",
            f"u{pc}",
            ["F = M.frames", "f = JP()", "p = f[1]", "RU[p](L)", "F[-1][1] = p", f"f[1] = {pc}", "F.append(f)", "return -1"],
        )

    # ------------------------------------------------------------------------------------------------ virtual calls

    def _virtual(self, pc: int, op: Op, call: mir.Call, instance: Instance, step: Step) -> None:
        receiver = call.args[0]
        ty = self.operand_ty(receiver)
        if isinstance(ty, t.Dynamic):
            assert not isinstance(receiver, mir.Constant)
            code = self.places.compile(receiver.place, step.prelude, step.names)
            assert code.meta is not None
            vtable, thin = code.meta, step.bind(code.value, "v")
            step.writes.append(Write(receiver.place, step.bind(code.container, "d"), step.bind(code.index, "i"), "None"))
        else:
            path = self.types.dyn_path(ty)
            name = step.bind(self.operand(receiver, step), "p")
            vtable, thin = self._thinned(ty, name, path)
            thin = step.bind(thin, "p")
        entry = step.bind(f"VT[{vtable}][{instance.index}]", "e")
        args = self._args(call, step, skip=1)
        if self._is_fn_trait(instance):
            args[-1] = f"*({args[-1]} if {entry}[3] else ({args[-1]},))"
        self._push(pc, op, step, entry, [thin, *args])

    def _thinned(self, ty: t.Ty, name: str, path: tuple[int, ...]) -> tuple[str, str]:
        """Sources for the vtable in a receiver and for the receiver without it."""
        if not path:
            return (f"{name}[1]", f"{name}[0]") if self.types.is_heap_ptr(ty) else (f"{name}[2]", f"{name}[:2]")
        fields = self.types.program.fields(ty)
        vtable, thin = self._thinned(fields[path[0]], f"{name}[{path[0]}]", path[1:])
        parts = [thin if i == path[0] else f"{name}[{i}]" for i in range(len(fields))]
        return vtable, f"[{', '.join(parts)}]"

    def _is_fn_trait(self, instance: Instance) -> bool:
        program = self.types.program
        trait = instance.def_.parent if instance.def_ is not None else None
        return trait is not None and trait in (program.lang("fn"), program.lang("fn_mut"), program.lang("fn_once"))

    # ------------------------------------------------------------------------------------------------ drops

    def _drop(self, pc: int, op: Op, drop: mir.Drop) -> None:
        step = Step()
        code = self.places.compile(drop.place, step.prelude, step.names)
        target = self.block_pc(drop.target)
        if code.elements:
            pointer = code.pointer
        else:
            container = code.container if code.container == "L" else step.bind(code.container, "d")
            index = code.index if code.index.isdigit() else step.bind(code.index, "i")
            pointer = f"({container}, {index}{f', {code.meta}' if code.meta else ''})"
            step.prelude.append(f"if {container}[{index}] is None: SKIP")
        number = self.store.type_number(code.ty)
        if isinstance(code.ty, t.Dynamic):
            entry = step.bind(f"VD({code.meta})", "e")
            step.prelude.append(f"if {entry} is None: SKIP")
            pointer = step.bind(f"{pointer}[:2]", "p")
        else:
            glue = self.types.program.drop_glue(code.ty, drop.order)
            assert glue is not None
            entry = self._entry(glue)
        step.prelude.append(f"if M.recording: M.event('drop', {number}, M.current, len(M.frames), {pc})")
        self._push(pc, op, step, entry, [pointer], skip=target)
        emptied = Step()
        if not code.elements and not self._keeps_dropped(drop):
            self.assign(drop.place, "None", emptied)
        self._drop_completion(pc, emptied, target)

    def _keeps_dropped(self, drop: mir.Drop) -> bool:
        """Whether the place gets another value, which is put into the parts of the dropped one: at once, or when all of the
        aggregate that it is part of is dropped."""
        if not self.store.in_place:
            return False
        if isinstance(self.key, Instance) and self.key.kind is InstanceKind.DROP_GLUE:
            return True
        following = self.body.blocks[drop.target].statements
        first = following[0] if following else None
        return isinstance(first, mir.Assign) and first.place == drop.place

    def _drop_completion(self, pc: int, step: Step, target: int) -> None:
        """When the glue returns, the place holds nothing."""
        self.function("s", f"r{pc}", [*step.prelude, *step.forward, f"return {target}"], "L, v")
        self.function("t", f"q{pc}", [*step.prelude, *step.journalled, f"return {target}"], "L, v")
        self.function("u", f"w{pc}", self.undone(step.writes) or ["pass"])

    # ------------------------------------------------------------------------------------------------ intrinsics

    def _intrinsic(self, pc: int, op: Op, call: mir.Call, instance: Instance, step: Step, next_: str) -> bool:
        """An intrinsic; False if it calls and still needs its completion."""
        name = instance.intrinsic
        if name == "drop_in_place":
            return self._drop_in_place(pc, op, call, instance, step)
        if name == "catch_unwind":
            return self._catch_unwind(pc, op, call, instance, step)
        if name in coroutines.CALLING:
            return self._coroutine(pc, op, call, instance, step, next_)
        known = REGISTRY.get(name)
        if known is None:
            raise UnsupportedError(f"the library function behind intrinsic `{name}`", call.info.span)
        signature = self.types.program.signature(instance)
        context = Context(name, instance.args, signature.inputs, signature.output, self.store, call.info.span)
        args = [self.operand(a, step) for a in call.args]
        made = known.make(context)
        effects: list[str] = []
        if known.kind is Kind.INLINE:
            value = made.format(*(step.bind(a) for a in args))
            value = step.bind(value, "v") if call.target is not None else value
        elif known.kind is Kind.PURE:
            value = step.bind(f"{self.constant_name(made, 'I')}({', '.join(args)})", "v")
        else:
            bound = [step.bind(a) for a in args]
            value = step.names.fresh("v")
            effects.append(f"{value} = {self.constant_name(made, 'I')}({', '.join(['{E}', *bound])})")
        if call.target is not None:
            if signature.output is t.UNIT:
                value = "()"
            self.assign(call.destination, value, step)
        self.kill(op, step)
        self.finish(pc, step, op.jumps or call.target is None, next_ if call.target is not None else "-1", effects)
        return True

    def _drop_in_place(self, pc: int, op: Op, call: mir.Call, instance: Instance, step: Step) -> bool:
        ty = next(a for a in instance.args if not isinstance(a, t.ReErased))
        glue = None if isinstance(ty, t.Dynamic) else self.types.program.drop_glue(ty)  # type: ignore[arg-type]
        pointer = step.bind(self.operand(call.args[0], step), "p")
        if isinstance(ty, t.Dynamic):
            entry = step.bind(f"VD({pointer}[2]) or NOTHING", "e")
            pointer = step.bind(f"{pointer}[:2]", "p")
        elif glue is None:
            entry = self.constant_name(self.store.nothing_entry(), "E")
        else:
            entry = self._entry(glue)
        self._push(pc, op, step, entry, [pointer])
        return False

    def _coroutine(self, pc: int, op: Op, call: mir.Call, instance: Instance, step: Step, next_: str) -> bool:
        """What `async` blocks need: see coroutines.py."""
        match instance.intrinsic:
            case "coroutine_suspend":
                coroutines.emit_suspend(self, pc)
                return False
            case "coroutine_drop":
                coroutines.emit_drop(self, pc, op, call, step, next_)
                return False
            case "coroutine_resume":
                coroutines.emit_resume(self, pc, op, call, step)
            case _:
                ty = next(a for a in instance.args if not isinstance(a, t.ReErased))
                callee = self.types.program.resolve_fn_once(ty, ())  # type: ignore[arg-type]
                args = self._args(call, step)
                if not callee.untuples:
                    args.append("()")
                self._push(pc, op, step, self._entry(callee), args)
        self._completion(pc, call.destination, call.target, "o", coroutines.RESULT)
        return True

    def _catch_unwind(self, pc: int, op: Op, call: mir.Call, instance: Instance, step: Step) -> bool:
        """`catch_unwind<F: FnOnce() -> R, R>(f: F) -> Option<R>`: None after a panic (unwind.py passes CAUGHT as the result)."""
        ty = next(a for a in instance.args if not isinstance(a, t.ReErased))
        callee = self.types.program.resolve_fn_once(ty, ())  # type: ignore[arg-type]
        args = self._args(call, step)
        if not callee.untuples:
            args.append("()")
        self.store.catching.add(pc)
        self._push(pc, op, step, self._entry(callee), args)
        self._completion(pc, call.destination, call.target, "o", ("o = [0] if v is CAUGHT else [1, v]",))
        return True
