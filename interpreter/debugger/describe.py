"""One line about a step, for the trace: what it does, with the program's own names, and which variables it has to do with.

In: the machine step that was executed and the one that comes next (which tells how a branch went). Needs no state.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.debugger.flow import Role, operands_of, source_text
from interpreter.debugger.memory import name_of
from interpreter.debugger.phrases import Phrases, place_text
from interpreter.debugger.recorder import Recorder
from interpreter.debugger.steps import StepKind
from interpreter.machine.code import InstanceCode
from interpreter.machine.plan import Op, targets
from interpreter.mir import body as mir
from interpreter.mir.body import BlockId, Location, Place
from interpreter.resolve.defs import DefKind
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind

Executed = tuple[InstanceCode, Op]


def node_of(op: Op) -> mir.Assign | mir.Terminator:
    """The statement or terminator that a step is about."""
    if op.terminator is not None and not isinstance(op.terminator, mir.Assert):
        return op.terminator
    assert op.statement is not None or op.terminator is not None
    return op.statement if op.statement is not None else op.terminator  # type: ignore[return-value]


def destination_of(op: Op) -> Place | None:
    """The place that a step gives a value."""
    if isinstance(op.terminator, mir.Call):
        return op.terminator.destination
    if op.terminator is not None and not isinstance(op.terminator, mir.Assert):
        return None
    return op.result if op.result is not None else op.statement.place if op.statement is not None else None


class StepWriter:
    """Writes the lines."""

    def __init__(self, recorder: Recorder, phrases: Phrases) -> None:
        self.recorder = recorder
        self.phrases = phrases

    # -------------------------------------------------------------------------------------------- the line

    def line(self, executed: Executed, kind: StepKind, next_pc: int) -> str:
        """One line about a step."""
        code, op = executed
        body = code.body
        assert body is not None
        match node_of(op):
            case mir.Call() as call:
                return self._call(body, call, code, next_pc, kind)
            case mir.Return():
                return f"`{name_of(body.owner)}` returns"
            case mir.Drop(place=dropped, info=info):
                return f"{self.phrases.place(body, dropped)} is dropped" + (f": {info.reason.value}" if info.reason.value else "")
            case mir.SwitchInt():
                return self.branch(code, op, next_pc)
            case mir.Assign(rvalue=rvalue) as statement:
                place = destination_of(op)
                assert place is not None
                return self._assign(body, place, statement, rvalue, kind)
        return ""

    def _call(self, body: mir.Body, call: mir.Call, code: InstanceCode, next_pc: int, kind: StepKind) -> str:
        flow = self.phrases.flow(body)
        match flow.role(call):
            case Role.LOOP_BEGIN:
                loop = flow.loop_of(call)
                return f"the loop over `{loop.over if loop is not None else source_text(call.info.span)}` begins"
            case Role.LOOP_NEXT:
                ended = self.loop_ends(code, call, next_pc)
                return "no more elements: the loop ends" if ended else "the loop takes the next element"
            case Role.TRY:
                return f"`?` looks at `{source_text(call.info.span).removesuffix('?')}`"
            case Role.TRY_RETURNS:
                return "`?` has found an error: the function returns it"
        text = source_text(call.info.span)
        return f"`{text}` is computed" if kind is StepKind.COMPUTE else f"`{text}` is called: `{self.phrases.callee(call)}`"

    def _assign(self, body: mir.Body, place: Place, statement: mir.Assign, rvalue: mir.Rvalue, kind: StepKind) -> str:
        phrases = self.phrases
        to = phrases.destination(body, place)
        text = source_text(statement.info.span)
        match rvalue:
            case mir.Use(operand=mir.Move() as operand):
                what = phrases.operand(body, operand)
                return f"{what} moves into {to}" if kind is StepKind.MOVE else f"{to} is set to {what}"
            case mir.Use(operand=mir.Copy() as operand):
                return f"{phrases.operand(body, operand)} is copied into {to}"
            case mir.Use(operand=operand):
                return f"{to} is set to {phrases.operand(body, operand)}"
            case mir.Ref(kind=borrow):
                sign = "" if borrow is BorrowKind.SHARED else "uniquely "
                return f"{phrases.borrowed(body, statement)} is borrowed {sign}by {to}"
            case mir.RawPtrTo():
                return f"a raw pointer to {phrases.borrowed(body, statement)} goes into {to}"
            case mir.Aggregate() | mir.Repeat():
                return f"`{text}` is made" + ("" if to == "a temporary" else f": {to}")
            case mir.Cast():
                return f"`{text}` is converted"
        return f"`{text}` is computed" + ("" if to == "a temporary" else f" into {to}")

    # -------------------------------------------------------------------------------------------- how branches go

    def branch(self, code: InstanceCode, op: Op, next_pc: int) -> str:
        """ "`n > 1` is true", "`list` is `Cons`", or only that there is a branch."""
        switch = op.terminator
        assert isinstance(switch, mir.SwitchInt) and code.body is not None
        text = source_text(switch.info.span)
        target = self.taken(code, switch, next_pc)
        if isinstance(op.statement, mir.Assign) and isinstance(op.statement.rvalue, mir.Discriminant):
            place = op.statement.rvalue.place
            what = self.phrases.place(code.body, place)
            if target is None:
                return f"{what} is looked at: which variant is it?"
            variants = self._variant_names(code.body, place)
            named = [variants[v] for v, b in switch.targets if b == target and v < len(variants)]
            if len(named) == 1:
                return f"{what} is `{named[0]}`"
            others = [n for i, n in enumerate(variants) if i not in [v for v, _ in switch.targets]]
            if target == switch.otherwise and others:
                return f"{what} is `{others[0]}`" if len(others) == 1 else f"{what} is none of the variants before"
            return f"{what} is looked at: which variant is it?"
        values = [v for v, _ in switch.targets]
        if values == [0] and self._is_bool(code.body, switch.operand):
            return (
                f"`{text}` is looked at" if target is None else f"`{text}` is {'false' if target != switch.otherwise else 'true'}"
            )
        taken = [v for v, b in switch.targets if b == target]
        if len(taken) == 1:
            return f"`{text}`: the value is {taken[0]}"
        return f"`{text}` is compared with the patterns"

    def _is_bool(self, body: mir.Body, operand: mir.Operand) -> bool:
        ty = operand.ty if isinstance(operand, mir.Constant) else self.phrases.code.types.place_ty(body, operand.place)
        return ty is t.BOOL

    def _variant_names(self, body: mir.Body, place: Place) -> list[str]:
        ty = self.phrases.code.types.place_ty(body, place)
        return [c.name for c in ty.def_.children if c.kind is DefKind.VARIANT] if isinstance(ty, t.Adt) else []

    def loop_ends(self, code: InstanceCode, call: mir.Call, next_pc: int) -> bool | None:
        """Whether `next` gave None; None while that isn't known (the user's own `next` is running)."""
        body = code.body
        assert body is not None
        block = call.target
        while block is not None:
            terminator = body.blocks[block].terminator
            if isinstance(terminator, mir.SwitchInt):
                target = self.taken(code, terminator, next_pc)
                return None if target is None else any(v == 0 and b == target for v, b in terminator.targets)
            block = terminator.target if isinstance(terminator, mir.Goto) else None
        return None

    def taken(self, code: InstanceCode, switch: mir.SwitchInt, next_pc: int) -> BlockId | None:
        """The target from which the next stop is reached before any other; None if that doesn't tell."""
        found = [b for b in dict.fromkeys([*(b for _, b in switch.targets), switch.otherwise]) if next_pc in self._stops(code, b)]
        return found[0] if len(found) == 1 else None

    def _stops(self, code: InstanceCode, start: BlockId) -> set[int]:
        """The first stops on the ways from a block on."""
        body = code.body
        assert body is not None
        found: set[int] = set()
        seen = {start}
        stack = [start]
        while stack:
            number = stack.pop()
            block = body.blocks[number]
            for index in range(len(block.statements) + 1):
                pc = code.locations.get(Location(number, index))
                if pc is not None and self.recorder.is_stop(pc):
                    found.add(pc)
                    if not isinstance(block.terminator, mir.Drop) or index < len(block.statements):
                        break
            else:
                following = [b for b in targets(block.terminator) if not body.blocks[b].is_cleanup and b not in seen]
                seen.update(following)
                stack += following
        return found

    # -------------------------------------------------------------------------------------------- whom it concerns

    def variables(self, executed: Executed) -> Iterator[int]:
        """The user's variables that a step gives a value, moves, borrows or drops."""
        code, op = executed
        assert code.body is not None
        flow = self.phrases.flow(code.body)
        node = node_of(op)
        place = destination_of(op)
        places = [place] if place is not None else []
        if isinstance(node, mir.Drop):
            places.append(node.place)
        elif isinstance(node, mir.Assign) and isinstance(node.rvalue, (mir.Ref, mir.RawPtrTo)):
            places.append(node.rvalue.place)
        elif isinstance(node, (mir.Assign, mir.Call)):
            places += [o.place for o in operands_of(node) if isinstance(o, mir.Move)]
        for found in places:
            if place_text(code.body, found) is not None:
                yield found.local
        loop = flow.loop_of(node) if isinstance(node, mir.Call) and flow.role(node) is Role.LOOP_NEXT else None
        if loop is not None:
            yield from flow.pattern_variables(loop)
