"""What a step did, why, and what follows from it, in plain words with the program's own names.

In: the step, and the frame that now stands on top with its values. Out: an `Explanation`.
"""

from __future__ import annotations

from interpreter.debugger.describe import destination_of, node_of
from interpreter.debugger.events import EventLog
from interpreter.debugger.flow import Role, source_text, user_name
from interpreter.debugger.memory import TypeNames, name_of
from interpreter.debugger.phrases import Phrases, macro_name, place_text
from interpreter.debugger.steps import StepKind, is_scalar
from interpreter.debugger.values import ValueRenderer
from interpreter.debugger.view import Explanation
from interpreter.hints import Any
from interpreter.machine.code import InstanceCode
from interpreter.machine.inspect import FrameInfo
from interpreter.machine.plan import Op
from interpreter.mir import body as mir
from interpreter.mir.body import LocalKind, Place, Reason
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind

_DROP_WHY = {
    Reason.DROP_SCOPE_END: "Its scope ends here. Variables are dropped in the reverse order of their declaration.",
    Reason.DROP_PARAMETER: "The function that owns the parameter ends.",
    Reason.DROP_TEMPORARY: "A temporary lives until the end of its statement.",
    Reason.DROP_OVERWRITTEN: "An assignment drops the old value before it puts the new one there.",
    Reason.DROP_UNWIND: "A panic unwinds: whatever is owned by the frames that it leaves is dropped.",
}
_LONG = 40


class Explainer:
    """Puts steps into words."""

    def __init__(self, events: EventLog, names: TypeNames) -> None:
        self.events = events
        self.names = names
        self.phrases: Phrases = events.phrases
        self.types = events.machine.code.types
        self._frame: FrameInfo | None = None
        self._renderer: ValueRenderer | None = None

    def explain(self, step: int, frame: FrameInfo | None = None, renderer: ValueRenderer | None = None) -> Explanation:
        """The step that led to `step`, at which `frame` is the user's newest."""
        if step == 0:
            return Explanation("The program is about to begin.", "", "`main` is called by the runtime.")
        executed = self.events.executed(step)
        if executed is None:
            return Explanation("")
        self._frame, self._renderer = frame, renderer
        code, op = executed
        recorder = self.events.recorder
        kind = recorder.kinds[recorder.pcs[step - 1]]
        found = self._step(code, op, kind, step)
        return self._with_inner(found, step)

    def _with_inner(self, found: Explanation, step: int) -> Explanation:
        """With what happened on the heap, in counts and in the output meanwhile; a panic is told without what it prints."""
        said = []
        rows = self.events.of_step(step)
        panics = any(row.kind == "panic" for row in rows)
        for row in rows:
            if panics and row.kind == "output":
                continue
            if row.kind in ("alloc", "free", "count", "thread"):
                said.append(row.text)
            elif row.kind == "output" and row.text:
                said.append(f"it prints: {row.text}")
            elif row.kind == "panic":
                said.append(f"it panics: {row.text.removeprefix('panic: ')}")
        if not said:
            return found
        sentences = [f"{_capital(text)}." for text in said[:4]]
        more = " ".join(sentences) + (f" And {len(said) - 4} more such events." if len(said) > 4 else "")
        return Explanation(found.what, found.why, f"{found.consequence} {more}".strip(), found.topic)

    def _step(self, code: InstanceCode, op: Op, kind: StepKind, step: int) -> Explanation:
        body = code.body
        assert body is not None
        next_pc = self.events.recorder.pcs[step]
        match node_of(op):
            case mir.Call() as call:
                return self._call(code, call, kind, next_pc)
            case mir.Return():
                return self._return(body, step)
            case mir.Drop() as drop:
                return self._drop(body, drop)
            case mir.SwitchInt():
                return Explanation(f"{_capital(self.events.writer.branch(code, op, next_pc))}.", "", self._goes_on(step))
            case mir.Assign() as statement:
                place = destination_of(op)
                assert place is not None
                return self._assign(body, statement, place, kind)
        return Explanation("")

    def _goes_on(self, step: int) -> str:
        recorder = self.events.recorder
        line = recorder.lines[step]
        return f"It goes on in line {line}." if recorder.pcs[step] != -1 and line != recorder.lines[step - 1] else ""

    # -------------------------------------------------------------------------------------------- values

    def _value(self, body: mir.Body, place: Place) -> str | None:
        """The value that a place has now, in short; None if it isn't known or says nothing."""
        frame, renderer = self._frame, self._renderer
        if frame is None or renderer is None or frame.body is not body:
            return None
        value, ty = frame.locals[place.local], frame.body.locals[place.local].ty
        for elem in place.projection:
            if isinstance(elem, mir.Deref) and isinstance(ty, t.Ref) and isinstance(value, tuple) and len(value) == 2:
                value, ty = pointed_at(value), ty.ty
            elif isinstance(elem, mir.Field) and isinstance(value, list) and not self.types.is_enum(ty):
                value, ty = value[elem.index], elem.ty
            else:
                return None
        if value is None or (isinstance(ty, t.Tuple) and not ty.elems):
            return None
        text = renderer.text(value, ty, 0)
        if text.startswith("-> "):
            text = f"a pointer to {text[3:]}"
        return text if len(text) <= _LONG else text[: _LONG - 1] + "…"

    def _found(self, body: mir.Body, place: Place) -> str | None:
        """Of a place with a reference that an operator has given (`v[0]`, `*rc`): where it leads, and what is there."""
        frame, renderer = self._frame, self._renderer
        if frame is None or renderer is None or frame.body is not body or place.projection:
            return None
        value, ty = frame.locals[place.local], frame.body.locals[place.local].ty
        if not isinstance(ty, t.Ref) or not isinstance(value, tuple) or len(value) != 2 or pointed_at(value) is None:
            return None
        _, label = renderer.memory.pointee(value, ty)
        text = renderer.text(pointed_at(value), ty.ty, 0)
        return f"{label}, which holds {_short(text)}" if label else _short(text)

    def _becomes(self, body: mir.Body, place: Place) -> str:
        """ " is now 5", or nothing."""
        value = self._value(body, place)
        return f" {value}" if value is not None else ""

    # -------------------------------------------------------------------------------------------- calls

    def _call(self, code: InstanceCode, call: mir.Call, kind: StepKind, next_pc: int) -> Explanation:
        body = code.body
        assert body is not None
        flow = self.phrases.flow(body)
        role = flow.role(call)
        if role is Role.LOOP_BEGIN:
            loop = flow.loop_of(call)
            over = loop.over if loop is not None else source_text(call.info.span)
            return Explanation(
                f"The `for` loop over `{over}` begins.", "", "It makes an iterator and asks that for one element after the other."
            )
        if role is Role.LOOP_NEXT:
            return self._next(code, call, next_pc)
        if role is Role.TRY:
            tried = source_text(call.info.span).removesuffix("?").strip()
            return Explanation(
                f"`?` looks at the result of `{tried}`.",
                "",
                "`Ok` or `Some`: its value is taken out; otherwise the function returns.",
            )
        if role is Role.TRY_RETURNS:
            return Explanation("`?` has found an error.", "It is converted by `From`, and the function returns it at once.")
        name = self.phrases.callee(call)
        text = source_text(call.info.span)
        macro = macro_name(call.info.span)
        to = self._destination_sentence(body, call.destination)
        if kind is StepKind.COMPUTE:
            found = self._found(body, call.destination)
            if found is not None:
                return Explanation(f"`{text}` is looked up: {found}.")
            value = self._value(body, call.destination)
            gives = f": {value}" if value is not None else ""
            how = "" if _is_operator(call) else f"`{name}` does it."
            return Explanation(f"`{text}` is computed{gives}.", how)
        if macro is not None:
            return Explanation(f"`{macro}` does its work.", "", to)
        if self.phrases.is_std_call(call):
            entered = self._frame is not None and self._frame.body is not body
            follows = f"It calls `{name_of(self._frame.body.owner)}`." if entered and self._frame is not None else to
            why = " ".join(found for found in (self._taken(body, call), self._receiver(body, call)) if found)
            return Explanation(f"`{text}`: `{name}` of the standard library does its work.", why, follows)
        found = "It's found in the vtable of the trait object." if self.phrases.is_virtual(call) else ""
        why = f"{self._receiver(body, call)} {found}".strip()
        entered_name = name
        if self._frame is not None and self._frame.body is not body:
            entered_name = name_of(self._frame.body.owner)
        return Explanation(f"`{entered_name}` is called.", why, "A new frame is put on the stack." + self._arguments(body))

    def _receiver(self, body: mir.Body, call: mir.Call) -> str:
        """What a method borrows for as long as it runs."""
        flow = self.phrases.flow(body)
        first = call.args[0] if call.args else None
        made = flow.made_by(first.place.local) if isinstance(first, mir.Move) and not first.place.projection else None
        if not isinstance(made, mir.Assign) or flow.receiver_of(made) is not call or not isinstance(made.rvalue, mir.Ref):
            return ""
        how = "" if made.rvalue.kind is BorrowKind.SHARED else "uniquely "
        return f"{_capital(self.phrases.borrowed(body, made))} is borrowed {how}while it runs."

    def _arguments(self, caller: mir.Body) -> str:
        """What the parameters of the function just entered got."""
        frame, renderer = self._frame, self._renderer
        if frame is None or renderer is None:
            return ""
        shown = []
        for local in range(1, frame.body.arg_count + 1):
            decl = frame.body.locals[local]
            name = user_name(decl)
            if name is not None and frame.locals[local] is not None:
                shown.append(f"`{name}` = {_short(renderer.text(frame.locals[local], decl.ty, 0))}")
        return f" {', '.join(shown)}." if shown else ""

    def _taken(self, body: mir.Body, call: mir.Call) -> str:
        """Which variables moved into a call of std."""
        flow = self.phrases.flow(body)
        moved = []
        for arg in call.args:
            if isinstance(arg, mir.Move) and flow.is_temporary(arg.place.local) and not arg.place.projection:
                made = flow.made_by(arg.place.local)
                source = flow.source_of(arg.place.local)
                if (
                    isinstance(made, mir.Assign)
                    and isinstance(made.rvalue, mir.Use)
                    and isinstance(made.rvalue.operand, mir.Move)
                ):
                    text = place_text(body, source) if source is not None else None
                    if text is not None:
                        moved.append(f"`{text}`")
        return f"{', '.join(moved)} {'was' if len(moved) == 1 else 'were'} moved into it." if moved else ""

    def _destination_sentence(self, body: mir.Body, place: Place) -> str:
        """ "`n` is set to 5." or "The result is 5."."""
        value = self._value(body, place)
        if value is None:
            return ""
        text = place_text(body, place)
        return f"`{text}` is set to {value}." if text is not None else f"The result is {value}."

    def _next(self, code: InstanceCode, call: mir.Call, next_pc: int) -> Explanation:
        body = code.body
        assert body is not None
        flow = self.phrases.flow(body)
        ended = self.events.writer.loop_ends(code, call, next_pc)
        if ended:
            return Explanation("The loop asks for the next element: there is none.", "", "The loop ends.")
        loop = flow.loop_of(call)
        bound = []
        for local in flow.pattern_variables(loop) if loop is not None else ():
            value = self._value(body, Place(local))
            if value is not None:
                bound.append(f"`{body.locals[local].name}` is {value}")
        if not bound:
            return Explanation(
                "The loop asks for the next element.", "", "`next` of its iterator is called." if ended is None else ""
            )
        return Explanation(f"The loop takes the next element: {', '.join(bound)}.")

    def _return(self, body: mir.Body, step: int) -> Explanation:
        name = name_of(body.owner)
        frame = self._frame
        call = self._call_of_return(step)
        if frame is None or call is None:
            return Explanation(f"`{name}` returns to its caller.", "", "Its frame is taken off the stack.")
        caller = name_of(frame.body.owner)
        follows = f"Its frame is taken off the stack. {self._destination_sentence(frame.body, call.destination)}".strip()
        return Explanation(f"`{name}` returns to `{caller}`.", "", follows)

    def _call_of_return(self, step: int) -> mir.Call | None:
        """The call in the user's newest frame that has just come back."""
        recorder, frame = self.events.recorder, self._frame
        if frame is None:
            return None
        thread, depth = recorder.threads[step], recorder.depths[step]
        for earlier in range(step - 1, max(step - 5000, -1), -1):
            if recorder.threads[earlier] == thread and recorder.depths[earlier] <= depth:
                found = self.events.executed(earlier + 1)
                if found is not None and recorder.depths[earlier] == depth and isinstance(found[1].terminator, mir.Call):
                    return found[1].terminator if found[0].body is frame.body else None
                return None
        return None

    # -------------------------------------------------------------------------------------------- drops

    def _drop(self, body: mir.Body, drop: mir.Drop) -> Explanation:
        ty = self.types.place_ty(body, drop.place)
        type_text = self.names.text(ty)
        what = self.phrases.place(body, drop.place)
        why = _DROP_WHY.get(drop.info.reason, "Its owner goes away.")
        if what == "a temporary":
            what = f"a temporary of type `{type_text}`"
        frame = self._frame
        follows = ""
        if frame is not None and frame.body is not body and isinstance(ty, t.Adt) and frame.body.owner.name == "drop":
            follows = f"`{name_of(frame.body.owner)}` runs first, then its fields are dropped."
        elif drop.place.local in self.phrases.flow(body).loops:
            why = "The loop has ended; what is left in the iterator goes with it."
        elif drop.info.reason is Reason.DROP_SCOPE_END and place_text(body, drop.place) is None:
            why = "Its life was extended to the end of the block, as a variable's reference to it lives as long."
        return Explanation(f"{_capital(what)} is dropped.", why, follows)

    # -------------------------------------------------------------------------------------------- assignments

    def _assign(self, body: mir.Body, statement: mir.Assign, place: Place, kind: StepKind) -> Explanation:
        to = self.phrases.destination(body, place)
        text = source_text(statement.info.span)
        value = self._value(body, place)
        match statement.rvalue:
            case mir.Use(operand=mir.Move() as operand):
                return self._move(body, operand.place, to, place)
            case mir.Use(operand=mir.Copy() as operand):
                ty = self.types.place_ty(body, operand.place)
                what = f"{_capital(self.phrases.operand(body, operand))} is copied into {to}."
                return Explanation(what, f"`{self.names.text(ty)}` is Copy.", "Both can be used from here on.")
            case mir.Use(operand=operand):
                return Explanation(f"{_capital(to)} is set to {self.phrases.operand(body, operand)}.")
            case mir.Ref() as ref:
                return self._borrow(body, statement, ref, to)
            case mir.Aggregate(ty=t.Closure()) as closure:
                return self._closure(body, closure, to)
            case mir.Aggregate() | mir.Repeat():
                return Explanation(
                    f"`{text}` is put together" + (f" in {to}." if to.startswith("`") else "."), self._parts(body, statement)
                )
            case mir.Cast() as cast:
                gives = f": {value}" if value is not None else ""
                return Explanation(f"`{text}` is converted to `{self.names.text(cast.ty)}`{gives}.")
        if value is not None and place_text(body, place) is not None:
            return Explanation(f"`{text}`: `{place_text(body, place)}` is now {value}.")
        gives = f": {value}" if value is not None else ""
        return Explanation(f"`{text}` is computed{gives}.")

    def _parts(self, body: mir.Body, statement: mir.Assign) -> str:
        """Which values moved into a struct, tuple or array."""
        assert isinstance(statement.rvalue, (mir.Aggregate, mir.Repeat))
        if isinstance(statement.rvalue, mir.Repeat):
            return ""
        moved = [o for o in statement.rvalue.operands if isinstance(o, mir.Move) and place_text(body, o.place) is not None]
        moved = [o for o in moved if not is_scalar(self.types.place_ty(body, o.place))]
        names = [f"`{place_text(body, o.place)}`" for o in moved]
        return f"{', '.join(names)} {'moves' if len(names) == 1 else 'move'} into it." if names else ""

    def _closure(self, body: mir.Body, closure: mir.Aggregate, to: str) -> Explanation:
        flow = self.phrases.flow(body)
        captured = []
        for operand in closure.operands:
            if isinstance(operand, mir.Constant):
                continue
            place = operand.place if not flow.is_temporary(operand.place.local) else flow.source_of(operand.place.local)
            made = flow.made_by(operand.place.local) if flow.is_temporary(operand.place.local) else None
            text = place_text(body, place) if place is not None else None
            by_ref = isinstance(made, mir.Assign) and isinstance(made.rvalue, mir.Ref)
            how = "by reference" if by_ref else "by move" if isinstance(operand, mir.Move) else "by copy"
            if text is not None:
                captured.append(f"`{text}` {how}")
        what = "A closure is made" + (f" in {to}." if to.startswith("`") else ".")
        return Explanation(what, f"It captures {', '.join(captured)}." if captured else "It captures nothing.")

    def _move(self, body: mir.Body, source: Place, to: str, place: Place) -> Explanation:
        ty = self.types.place_ty(body, source)
        flow = self.phrases.flow(body)
        name = place_text(body, source)
        if name is None or is_scalar(ty):
            text = flow.text_of(source.local) if flow.is_temporary(source.local) and not source.projection else name
            value = self._value(body, place)
            gives = f": {value}" if value is not None else ""
            return Explanation(
                f"{_capital(to)} is set" + (f" to the value of `{text}`{gives}." if text is not None else f"{gives}.")
            )
        target = to if to != "a temporary" else "a temporary of this expression"
        size = self.names.layout(ty).size if self.types.unsized_tail(ty) is None else 0
        owned = "; what it owns on the heap stays where it is" if self.types.needs_drop(ty) else ""
        why = f"{size} bytes are copied on the stack{owned}." if size else ""
        if isinstance(ty, t.Adt) and body.locals[source.local].kind is LocalKind.RETURN:
            return Explanation(f"{_capital(target)} is set.", why)
        return Explanation(
            f"`{name}` moves into {target}.", why, f"`{name}` can't be used from here on: `{self.names.text(ty)}` isn't Copy."
        )

    def _borrow(self, body: mir.Body, statement: mir.Assign, ref: mir.Ref, to: str) -> Explanation:
        name = self.phrases.borrowed(body, statement)
        shared = ref.kind is BorrowKind.SHARED
        reborrow = any(
            isinstance(elem, mir.Deref)
            and isinstance(self.types.place_ty(body, Place(ref.place.local, ref.place.projection[:i])), t.Ref)
            for i, elem in enumerate(ref.place.projection)
        )
        verb = "reborrowed" if reborrow else "borrowed"
        how = verb if shared else f"{verb} uniquely"
        reason = statement.info.reason
        target = place_text(body, statement.place)
        into = f": `{target}` now points to it" if target is not None else "" if to == "a temporary" else f" for {to}"
        why = {
            Reason.AUTOREF: "The method takes its receiver by reference.",
            Reason.REBORROW: "A reference that is passed on is reborrowed, not moved.",
            Reason.CAPTURE: "The closure captures it by reference.",
        }.get(reason, "The pattern binds by reference." if reason is Reason.BINDING else "")
        if ref.kind is BorrowKind.TWO_PHASE:
            follows = f"The loan is only reserved until the call begins: the other arguments may still read {name}."
        elif shared:
            follows = f"While the loan lives {name} can be read, but not changed or moved."
        else:
            follows = f"While the loan lives {name} can be used only through it."
        return Explanation(f"{_capital(name)} is {how}{into}.", why, follows)


def pointed_at(pointer: tuple[Any, ...]) -> Any:
    """What a pointer to a sized value leads to; None if nothing is there."""
    container, index = pointer[0], pointer[1]
    return container[index] if isinstance(container, list) and index < len(container) else None


def _is_operator(call: mir.Call) -> bool:
    """A binary or unary operator: two operands, or one that isn't a reference."""
    return len(call.args) == 2 or not isinstance(call.args[0], mir.Move)


def _short(text: str) -> str:
    return text if len(text) <= _LONG else text[: _LONG - 1] + "…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
