"""What a step did, why, and what follows from it, in plain words with the program's own names."""

from __future__ import annotations

from interpreter.debugger.events import EventLog
from interpreter.debugger.memory import TypeNames, name_of
from interpreter.debugger.phrases import callee_text, destination, operand_text, place_text, source_text
from interpreter.debugger.steps import StepKind, called_def, is_scalar
from interpreter.debugger.view import Explanation
from interpreter.machine.plan import Op
from interpreter.mir import body as mir
from interpreter.mir.body import Reason
from interpreter.typeck import ty as t

_DROP_WHY = {
    Reason.DROP_SCOPE_END: "Its scope ends here. Variables are dropped in the reverse order of their declaration.",
    Reason.DROP_PARAMETER: "The function that owns the parameter ends.",
    Reason.DROP_TEMPORARY: "A temporary lives until the end of its statement.",
    Reason.DROP_OVERWRITTEN: "An assignment drops the old value before it puts the new one there.",
    Reason.DROP_UNWIND: "A panic unwinds: whatever is owned by the frames that it leaves is dropped.",
}


class Explainer:
    """Puts steps into words."""

    def __init__(self, events: EventLog, names: TypeNames) -> None:
        self.events = events
        self.names = names
        self.types = events.machine.code.types

    def explain(self, step: int) -> Explanation:
        """The step that led to `step`."""
        if step == 0:
            return Explanation("The program is about to begin.", "", "`main` is called by the runtime.")
        executed = self.events.executed(step)
        if executed is None:
            return Explanation("")
        code, op = executed
        assert code.body is not None
        recorder = self.events.recorder
        kind = recorder.kinds[recorder.pcs[step - 1]]
        found = self._step(code.body, op, kind)
        return self._with_inner(found, step)

    def _with_inner(self, found: Explanation, step: int) -> Explanation:
        """With what happened on the heap, in counts and in the output meanwhile."""
        said = []
        for row in self.events.of_step(step):
            if row.kind in ("alloc", "free", "count"):
                said.append(row.text)
            elif row.kind == "output" and row.text:
                said.append(f"It prints: {row.text}")
            elif row.kind == "panic":
                said.append(f"It panics: {row.text.removeprefix('panic: ')}")
        if not said:
            return found
        more = "; ".join(said[:4]) + ("; …" if len(said) > 4 else "")
        return Explanation(found.what, found.why, f"{found.consequence} {more}.".strip(), found.topic)

    def _step(self, body: mir.Body, op: Op, kind: StepKind) -> Explanation:
        match op.terminator:
            case mir.Call() as call:
                return self._call(body, call)
            case mir.Return():
                return Explanation(f"`{name_of(body.owner)}` returns to its caller.", "", "Its frame is gone; the result stays.")
            case mir.Drop(place=place, info=info):
                return self._drop(body, place, info.reason)
            case mir.SwitchInt(info=info):
                return Explanation(f"A branch is taken by the value of `{source_text(info.span)}`.")
        assert op.statement is not None
        place = op.result if op.result is not None else op.statement.place
        return self._assign(body, op.statement, place, kind)

    def _call(self, body: mir.Body, call: mir.Call) -> Explanation:
        name = callee_text(call.func, call.info.span)
        def_ = called_def(call.func)
        moved = [operand_text(body, a) for a in call.args if isinstance(a, mir.Move)]
        moved = [text for text in moved if text != "the value just made"]
        std = def_ is not None and def_.is_std
        what = f"`{name}` of the standard library does its work." if std and not name.endswith("!") else f"`{name}` is called."
        why = f"{', '.join(moved)} {'moves' if len(moved) == 1 else 'move'} into it." if moved else ""
        follows = "" if std else "A new frame is put on the stack."
        return Explanation(what, why, follows)

    def _drop(self, body: mir.Body, place: mir.Place, reason: Reason) -> Explanation:
        ty = self.types.place_ty(body, place)
        name = place_text(body, place)
        what = f"`{name}` is dropped." if name is not None else f"A temporary of type `{self.names.text(ty)}` is dropped."
        return Explanation(what, _DROP_WHY.get(reason, "Its owner goes away."))

    def _assign(self, body: mir.Body, statement: mir.Assign, place: mir.Place, kind: StepKind) -> Explanation:
        to = destination(body, place)
        match statement.rvalue:
            case mir.Use(operand=mir.Move() as operand):
                return self._move(body, operand.place, to, statement.info.reason)
            case mir.Use(operand=mir.Copy() as operand):
                ty = self.names.text(self.types.place_ty(body, operand.place))
                what = f"{operand_text(body, operand)} is copied into {to}."
                return Explanation(what, f"`{ty}` is Copy.", "Both can be used from here on.")
            case mir.Use(operand=operand):
                return Explanation(f"{_capital(to)} is set to {operand_text(body, operand)}.")
            case mir.Ref() as ref:
                return self._borrow(body, ref, to, statement.info.reason)
            case mir.Aggregate() | mir.Repeat():
                return Explanation(f"`{source_text(statement.info.span)}` is put together in {to}.")
            case mir.Cast() as cast:
                return Explanation(f"`{source_text(statement.info.span)}` is converted to `{self.names.text(cast.ty)}`.")
        suffix = "" if to == "a temporary" else f" into {to}"
        return Explanation(f"`{source_text(statement.info.span)}` is computed{suffix}.")

    def _move(self, body: mir.Body, source: mir.Place, to: str, reason: Reason) -> Explanation:
        ty = self.types.place_ty(body, source)
        name = place_text(body, source)
        if name is None or is_scalar(ty):
            return Explanation(f"{_capital(to)} is set." if name is None else f"`{name}` goes into {to}.")
        target = to if to != "a temporary" else "an argument" if reason is Reason.ARGUMENT else "a temporary"
        size = self._size(ty)
        why = f"The {size} bytes on the stack are copied; what they own on the heap stays where it is." if size else ""
        return Explanation(
            f"`{name}` moves into {target}.", why, f"`{name}` can't be used from here on: `{self.names.text(ty)}` isn't Copy."
        )

    def _borrow(self, body: mir.Body, ref: mir.Ref, to: str, reason: Reason) -> Explanation:
        name = place_text(body, ref.place) or "a temporary"
        shared = ref.kind.value == "&"
        how = "borrowed" if shared else "borrowed uniquely"
        into = "" if to == "a temporary" else f": the reference is {to}"
        why = {
            Reason.AUTOREF: "The method takes its receiver by reference.",
            Reason.REBORROW: "A reference that is passed on is reborrowed, not moved.",
            Reason.CAPTURE: "The closure captures it by reference.",
        }.get(reason, "")
        follows = (
            f"While the loan lives `{name}` can't be changed or moved."
            if shared
            else f"While the loan lives `{name}` can't be used but through it."
        )
        return Explanation(f"`{name}` is {how}{into}.", why, follows)

    def _size(self, ty: t.Ty) -> int:
        return self.names.layout(ty).size if self.types.unsized_tail(ty) is None else 0


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
