"""Hot bodies of a run without history: compiled once more, with what they call taken in and their steps joined.

In: samples of the frames, taken every SAMPLE steps. Out: for a body that was seen often, new code beside the old; the
function's entry and the starts of the old code's runs lead to it, so that frames which are in the midst of a loop change over
too. Only callees that have run are taken in, so that nothing is compiled in vain. Samples are taken by steps, not by time: a run
stays a function of the text and its input.
"""

from __future__ import annotations

from collections import Counter
from functools import partial

from interpreter.hints import TYPE_CHECKING, Any
from interpreter.machine import coroutines
from interpreter.machine.calls import is_straight
from interpreter.machine.intrinsics import REGISTRY, Kind
from interpreter.machine.state import FRAME_INSTANCE, Frame
from interpreter.machine.unwind import UNWINDING_ABIS, tracks_caller
from interpreter.mir import body as mir
from interpreter.mir.body import Body
from interpreter.transform.inline import Callee, inline_calls
from interpreter.transform.instance import Instance, InstanceKind
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.machine.code import CodeStore, InstanceCode

SAMPLE = 10_000
"""Steps between two looks at the frames."""
FRAMES = 12
"""So many of the innermost frames are looked at."""
HOT = 2
"""A body that is seen so often is compiled again."""
SMALL = 40
"""Blocks and statements (cleanup excepted) of a body that is taken in."""
NESTING = 8
"""How deep calls within what is taken in are taken in as well."""


class HotBodies:
    """Looks for hot bodies in a store's run, and replaces their code."""

    def __init__(self, store: CodeStore) -> None:
        self.store = store
        self._seen: Counter[int] = Counter()
        self._sizes: dict[int, int] = {}

    def sample(self, frames: list[Frame]) -> None:
        """Count who is running; compile again what runs for long."""
        for frame in frames[: -FRAMES - 1 : -1]:
            number = frame[FRAME_INSTANCE]
            if number < 0:
                continue
            self._seen[number] += 1
            if self._seen[number] == HOT:
                self._heat(self.store.instances[number])

    def _heat(self, code: InstanceCode) -> None:
        if code.instance is None or code.body is None or code.hot or len(code.body.blocks) > 400:
            return
        code.hot = True
        body = self._inlined(code.body, (code.instance,))
        new = self.store.add_hot(code, body)
        locals_ = len(body.locals)
        for location, pc in code.locations.items():
            there = new.locations.get(location)
            if pc in code.starts and there is not None and there in new.functions:
                self.store.plain[pc] = partial(self._change_over, there, locals_, new.number)

    def _change_over(self, pc: int, count: int, number: int, locals_: list[Any]) -> int:
        """A frame that runs the old code goes on in the new one."""
        locals_ += [None] * (count - len(locals_))
        self.store.state.frames[-1][FRAME_INSTANCE] = number
        return pc

    # ------------------------------------------------------------------------------------------------ what is taken in

    def _inlined(self, body: Body, chain: tuple[Instance, ...]) -> Body:
        return inline_calls(body, lambda call: self._callee(body, call, chain))

    def _callee(self, body: Body, call: mir.Call, chain: tuple[Instance, ...]) -> Callee | None:
        """The body to put in place of a call, or None."""
        instance = self._instance(call)
        if instance is None or instance in chain or len(chain) > NESTING:
            return None
        code = self.store.code_of(instance)
        if code is None or code.body is None or self._size(code.number, code.body) > SMALL:
            return None
        if getattr(code.body.owner.node, "extern_abi", None) not in UNWINDING_ABIS:
            return None
        tracked = tracks_caller(self.store, code.body)
        if not tracked and not self._tells_own_places(body) and not self._is_calm(code.body):
            return None
        blamed = call.fn_span if tracked else self.store.program.library_place(code.body.owner)
        return Callee(self._inlined(code.body, (*chain, instance)), instance.untuples, blamed)

    def _tells_own_places(self, body: Body) -> bool:
        """Whether a panic in a body is put down to where it stands there."""
        return not tracks_caller(self.store, body) and self.store.program.library_place(body.owner) is None

    def _instance(self, call: mir.Call) -> Instance | None:
        ty = call.func.ty if isinstance(call.func, mir.Constant) else None
        if isinstance(ty, t.Closure):
            return Instance(InstanceKind.CLOSURE, ty.def_, ty.args)
        if not isinstance(ty, t.FnDef):
            return None
        instance = self.store.resolve(ty)
        return None if instance.kind in (InstanceKind.INTRINSIC, InstanceKind.VIRTUAL) else instance

    def _size(self, number: int, body: Body) -> int:
        """Blocks and statements; too many for what needs its frame (coroutines.py)."""
        known = self._sizes.get(number)
        if known is None:
            blocks = [block for block in body.blocks if not block.is_cleanup]
            known = sum(1 + sum(isinstance(s, mir.Assign) for s in block.statements) for block in blocks)
            if any(isinstance(block.terminator, mir.Call) and self._suspends(block.terminator) for block in blocks):
                known += SMALL
            self._sizes[number] = known
        return known

    def _suspends(self, call: mir.Call) -> bool:
        ty = call.func.ty if isinstance(call.func, mir.Constant) else None
        instance = self.store.resolve(ty) if isinstance(ty, t.FnDef) else None
        return instance is not None and instance.kind is InstanceKind.INTRINSIC and instance.intrinsic in coroutines.CALLING

    def _is_calm(self, body: Body) -> bool:
        """Whether nothing in a body can panic, as far as one sees at once."""
        for block in body.blocks:
            match block.terminator:
                case mir.Assert():
                    return False
                case mir.Call() as call:
                    ty = call.func.ty if isinstance(call.func, mir.Constant) else None
                    instance = self.store.resolve(ty) if isinstance(ty, t.FnDef) else None
                    if instance is None or not is_straight(instance) or REGISTRY[instance.intrinsic].kind is not Kind.INLINE:
                        return False
        return True
