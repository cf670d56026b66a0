"""Why the evaluation of a constant failed, as rustc says it (E0080): the values in it, and whether it was inside of a call.

In: the machine's frames at the moment of the panic. Out: a `ConstEvalFailure` for typeck to report.
"""

from __future__ import annotations

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import Any
from interpreter.machine import const_ub
from interpreter.machine.bytes import InvalidTag, InvalidValue, Undefined, invalid_tag
from interpreter.machine.code import CodeStore
from interpreter.machine.state import FRAME_LOCALS, FRAME_PC, State
from interpreter.machine.termination import NULL_DEREFERENCE, NoValueError, RustPanic
from interpreter.mir import body as mir
from interpreter.resolve.defs import DefKind
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.constants import ConstEvalFailure, head_span, show_int


def explain(store: CodeStore, state: State, body: mir.Body, pc: int, panic: RustPanic) -> ConstEvalFailure:
    """The failure of the constant whose frames are on top of the stack; the step `pc` panicked."""
    frames = state.frames
    found = store.location_of(pc)
    if panic.aborts:
        checked = _unchecked(store, state, body, pc, panic)
        if checked is not None:
            return checked
    message = f"evaluation panicked: {panic.message}"
    if found is not None:
        code, location = found
        assert code.body is not None
        terminator = code.body.blocks[location.block].terminator
        if isinstance(terminator, mir.Assert):
            message = _assert_message(store, terminator, code.body, frames[-1][FRAME_LOCALS]) or panic.message
    places = [pc, *(frame[FRAME_PC] for frame in reversed(frames[1:-1]))]
    if panic.message.startswith("unsafe precondition(s) violated"):
        return ConstEvalFailure("entering unreachable code", store.span_of(places[-1]))
    # A panic is no call to rustc, but what fails.
    while len(places) > 1 and _is_panic_machinery(store, places[0]):
        del places[0]
    return _failure_at(store, message, places)


def _unchecked(store: CodeStore, state: State, body: mir.Body, pc: int, panic: RustPanic) -> ConstEvalFailure | None:
    """What debug builds check when they run, constants don't: it is undefined there."""
    if isinstance(panic, InvalidTag):
        return undefined(store, state, body, pc, invalid_tag(panic.number, panic.width))
    if panic.message == NULL_DEREFERENCE:
        found = store.location_of(pc)
        op = found[0].ops[pc - found[0].first] if found is not None else None
        borrows = op is not None and isinstance(op.statement, mir.Assign) and isinstance(op.statement.rvalue, mir.Ref)
        if borrows:
            return const_ub.null_reference(body)
        return undefined(store, state, body, pc, NoValueError(panic.message))
    return None


def too_deep(store: CodeStore, state: State, pc: int) -> ConstEvalFailure:
    """The step `pc` calls where there are as many frames as there may be."""
    places = [pc, *(frame[FRAME_PC] for frame in reversed(state.frames[1:-1]))]
    return _failure_at(store, "reached the configured maximum number of stack frames", places)


def endless(store: CodeStore, pc: int) -> ConstEvalFailure:
    """The step `pc` goes back once too often: the lint `long_running_const_eval`."""
    message = "constant evaluation is taking a long time"
    return ConstEvalFailure(message, _loop_around(store, pc) or store.span_of(pc), lint="long_running_const_eval")


def _loop_around(store: CodeStore, pc: int) -> Span | None:
    """The loop whose end the step is."""
    found = store.location_of(pc)
    if found is None or found[0].body is None:
        return None
    terminator = found[0].body.blocks[found[1].block].terminator
    seen: set[int] = set()
    while True:
        if isinstance(terminator, mir.Goto) and terminator.info.reason is mir.Reason.LOOP:
            return terminator.info.span
        target = getattr(terminator, "target", None)
        if target is None or target in seen:
            return None
        seen.add(target)
        terminator = found[0].body.blocks[target].terminator


def undefined(store: CodeStore, state: State, body: mir.Body, pc: int, error: Exception) -> ConstEvalFailure | None:
    """The step `pc` does what has no meaning; None if it is not known that it does."""
    locals_ = state.frames[-1][FRAME_LOCALS]
    message: str | None = None
    if isinstance(error, InvalidValue):
        found = const_ub.invalid_value(store, body, error)
        if found is not None:
            return found
        message = const_ub.read_as(error)
    elif isinstance(error, Undefined):
        message = error.what
    elif not isinstance(error, UnsupportedError):
        message = const_ub.access(store, pc, locals_)
    places = [pc, *(frame[FRAME_PC] for frame in reversed(state.frames[1:-1]))]
    return _failure_at(store, message, places) if message is not None else None


def no_value(store: CodeStore, pc: int) -> ConstEvalFailure:
    """The step `pc` calls what can't come back, and does."""
    found = store.location_of(pc)
    message = "entering unreachable code"
    if found is not None and found[0].body is not None:
        call = found[0].body.blocks[found[1].block].terminator
        if isinstance(call, mir.Call):
            ty = store.program.type_name(found[0].body.locals[call.destination.local].ty)
            message = f"constructing invalid value: encountered a value of uninhabited type `{ty}`"
    return _failure_at(store, message, [pc])


def check_value(store: CodeStore, body: mir.Body, value: Any) -> None:
    """Raises: ConstEvalFailure if the value that a constant came to is none of its type."""
    if body.owner.is_std or body.owner.kind not in _ITEMS:
        return
    span = const_ub.reads_mutable_static(body)
    if span is not None:
        raise ConstEvalFailure("constant accesses mutable global memory", span)
    if const_ub.transmutes_pointer(body, value):
        raise ConstEvalFailure("unable to turn pointer into integer", head_span(body.owner))
    found = const_ub.check_value(store, body, value)
    if found is not None:
        raise found


_ITEMS = (DefKind.CONST, DefKind.STATIC, DefKind.ASSOC_CONST, DefKind.INLINE_CONST, DefKind.ANON_CONST)


def _failure_at(store: CodeStore, message: str, places: list[int]) -> ConstEvalFailure:
    """`places`: the steps at which the frames stand, innermost first; functions that put panics down to their calls don't
    count."""
    inside_call = any(not _tracks_caller(store, place) for place in places[:-1])
    return ConstEvalFailure(message, store.span_of(places[-1]), f"failed {'inside this call' if inside_call else 'here'}")


def _tracks_caller(store: CodeStore, pc: int) -> bool:
    found = store.location_of(pc)
    owner = found[0].instance.def_ if found is not None and found[0].instance is not None else None
    return owner is not None and store.program.tracks_caller(owner)


def _is_panic_machinery(store: CodeStore, pc: int) -> bool:
    found = store.location_of(pc)
    owner = found[0].instance.def_ if found is not None and found[0].instance is not None else None
    return owner is not None and owner.is_std and owner.module().name == "rt"


def _assert_message(store: CodeStore, check: mir.Assert, body: mir.Body, locals_: list[Any]) -> str | None:
    """The words for a failed check with the values of its operands; None if they aren't at hand."""
    shown: list[str] = []
    for operand in check.operands:
        value, ty = _value(store, operand, body, locals_)
        if value is None:
            return None
        shown.append(str(value) if check.kind is mir.AssertKind.BOUNDS_CHECK else show_int(value, ty))
    sign = check.op.value if check.op is not None else ""
    match check.kind:
        case mir.AssertKind.BOUNDS_CHECK:
            return f"index out of bounds: the length is {shown[0]} but the index is {shown[1]}"
        case mir.AssertKind.DIVISION_BY_ZERO:
            return f"attempt to divide `{shown[0]}` by zero"
        case mir.AssertKind.REMAINDER_BY_ZERO:
            return f"attempt to calculate the remainder of `{shown[0]}` with a divisor of zero"
        case mir.AssertKind.OVERFLOW_NEG:
            return f"attempt to negate `{shown[0]}`, which would overflow"
        case mir.AssertKind.OVERFLOW if sign == "<<":
            return f"attempt to shift left by `{shown[1]}`, which would overflow"
        case mir.AssertKind.OVERFLOW if sign == ">>":
            return f"attempt to shift right by `{shown[1]}`, which would overflow"
        case _:
            return f"attempt to compute `{shown[0]} {sign} {shown[1]}`, which would overflow"


def _value(store: CodeStore, operand: mir.Operand, body: mir.Body, locals_: list[Any]) -> tuple[int | None, t.Ty]:
    if isinstance(operand, mir.Constant):
        value = operand.value
        if isinstance(value, t.ConstValue):
            value = value.value
        elif isinstance(value, t.ConstUnevaluated):
            value = store.constant(value)
        return (value if isinstance(value, int) else None), operand.ty
    place = operand.place
    held = locals_[place.local] if not place.projection else None
    return (held if isinstance(held, int) else None), body.locals[place.local].ty
