"""What a step does that failed because it went through a null pointer: in the program's own text it is checked and aborts
(rustc_mir_transform: check_null), in std it is a segmentation fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.hints import Any
from interpreter.machine.code import CodeStore
from interpreter.machine.state import FRAME_LOCALS, State, Value
from interpreter.machine.termination import NULL_DEREFERENCE, Halt, RustPanic, TerminationKind
from interpreter.mir import body as mir
from interpreter.typeck import ty as t

SEGMENTATION_FAULT = 139


def null_dereference(store: CodeStore, state: State, pc: int) -> RustPanic | Halt | None:
    """What the step `pc` comes to, if it used a null pointer."""
    found = store.location_of(pc)
    if found is None or found[0].body is None:
        return None
    code, _ = found
    body = code.body
    assert body is not None
    op = code.ops[pc - code.first]
    locals_ = state.frames[-1][FRAME_LOCALS]
    places = [place for node in (op.statement, op.terminator) if node is not None for place in _places(node)]
    if any(_goes_through_null(body, place, locals_) for place in places):
        if not body.span.file.is_std:
            return RustPanic(NULL_DEREFERENCE, aborts=True)
    elif not isinstance(op.terminator, mir.Call) or not any(_is_null(_value(place, locals_)) for place in places):
        return None
    return Halt(TerminationKind.ABORT, SEGMENTATION_FAULT, "a null pointer was used")


def _places(node: mir.Assign | mir.Terminator) -> Iterator[mir.Place]:
    operands: tuple[mir.Operand, ...] = ()
    match node:
        case mir.Assign():
            yield node.place
            operands = mir.operands_of(node.rvalue)
            if isinstance(node.rvalue, (mir.Ref, mir.RawPtrTo, mir.Len, mir.Discriminant)):
                yield node.rvalue.place
        case mir.Call():
            yield node.destination
            operands = node.args
        case mir.SwitchInt():
            operands = (node.operand,)
        case mir.Assert():
            operands = node.operands
        case mir.Drop():
            yield node.place
    for operand in operands:
        if not isinstance(operand, mir.Constant):
            yield operand.place


def _goes_through_null(body: mir.Body, place: mir.Place, locals_: list[Any]) -> bool:
    derefs = [i for i, elem in enumerate(place.projection) if isinstance(elem, mir.Deref)]
    if not derefs:
        return False
    before = mir.Place(place.local, place.projection[: derefs[0]])
    is_raw = isinstance(body.locals[place.local].ty, t.RawPtr) or derefs[0] > 0
    return is_raw and _is_null(_value(before, locals_))


def _value(place: mir.Place, locals_: list[Any]) -> Value:
    """What a place holds that is a local or a field of one; None if it is another."""
    value = locals_[place.local]
    for elem in place.projection:
        if not isinstance(elem, mir.Field) or not isinstance(value, list):
            return None
        value = value[elem.index]
    return value


def _is_null(value: Value) -> bool:
    return isinstance(value, tuple) and len(value) >= 2 and value[0] is None and value[1] == 0
