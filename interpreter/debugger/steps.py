"""What a step is to the person who walks: which of the machine's steps are stops, and what kind of thing each does.

In: a linked body of the machine (`InstanceCode`). Out: for each machine step a `StepKind`, or None where nothing happens that is worth a stop:
everything in std and in shims, scalars copied to be operands, and the inside of std's macros, of which only the call remains.
Decided once for each step of the code, not while running.
"""

from __future__ import annotations

from enum import Enum

from interpreter.machine.code import InstanceCode
from interpreter.machine.plan import Op
from interpreter.mir import body as mir
from interpreter.mir.body import LocalKind
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind


class StepKind(Enum):
    """What a step does; the text is the event's kind in the trace."""

    WRITE = "write"
    COMPUTE = "compute"
    COPY = "copy"
    MOVE = "move"
    BORROW = "borrow"
    MAKE = "make"
    CONVERT = "convert"
    BRANCH = "branch"
    CALL = "call"
    RETURN = "return"
    DROP = "drop"


def is_scalar(ty: t.Ty) -> bool:
    """A number, bool or char, or a shared reference or raw pointer: what is copied without a thought."""
    return isinstance(ty, (t.Prim, t.RawPtr, t.FnPtr, t.FnDef)) or (isinstance(ty, t.Ref) and not ty.mutable)


def is_zero_sized(ty: t.Ty) -> bool:
    """The unit type and function items: nothing to see."""
    return isinstance(ty, t.FnDef) or (isinstance(ty, t.Tuple) and not ty.elems)


def in_std_macro(span: Span) -> bool:
    """The text stands in the body of a macro of std (what the user passed to it does not)."""
    return span.call_site is not None and span.file.is_std


def is_user_code(code: InstanceCode) -> bool:
    """A body that the user wrote (also derives, which stand at their attribute)."""
    body = code.body
    return body is not None and body.shim is None and not body.span.file.is_std


def called_def(operand: mir.Operand) -> Def | None:
    """The function that a call names; None for function pointers."""
    if isinstance(operand, mir.Constant) and isinstance(operand.ty, t.FnDef):
        return operand.ty.def_
    return None


def _is_formatting(def_: Def | None) -> bool:
    """How `println!` and the like prepare their arguments: `fmt::Argument::new_display` and its kin."""
    if def_ is None or not def_.is_std or def_.parent is None or def_.module().name != "fmt":
        return False
    return def_.name == "new" or def_.name.startswith(("new_", "from_usize"))


def step_kind(code: InstanceCode, op: Op) -> StepKind | None:
    """The kind of a step of a user's body; None if it isn't a stop."""
    assert code.body is not None
    body = code.body
    node = op.terminator if op.terminator is not None else op.statement
    if node is None:
        return None
    hidden = in_std_macro(node.info.span)
    match op.terminator:
        case mir.Call(func=func):
            return None if _is_formatting(called_def(func)) else StepKind.CALL
        case mir.Drop():
            return StepKind.DROP
        case mir.Return():
            return StepKind.RETURN
        case mir.SwitchInt():
            return None if hidden else StepKind.BRANCH
        case None | mir.Goto() | mir.FalseEdge() | mir.FalseUnwind() | mir.Assert():
            pass
        case _:
            return None
    if op.statement is None or hidden:
        return None
    place = op.result if op.result is not None else op.statement.place
    return _assignment_kind(body, place, op.statement.rvalue)


def _assignment_kind(body: mir.Body, place: mir.Place, rvalue: mir.Rvalue) -> StepKind | None:
    decl = body.locals[place.local]
    ty = decl.ty
    named = decl.kind in (LocalKind.VAR, LocalKind.ARG) or bool(place.projection)
    returned = decl.kind is LocalKind.RETURN and not is_zero_sized(ty)
    match rvalue:
        case mir.Use(operand=mir.Move(place=source)):
            if named or returned:
                return StepKind.MOVE if not is_scalar(_local_ty(body, source)) else StepKind.WRITE
            return None if is_scalar(ty) or source.local == place.local else _temporary_move(body, source)
        case mir.Use(operand=mir.Copy()):
            return StepKind.COPY if named or returned or not is_scalar(ty) else None
        case mir.Use(operand=mir.Constant()):
            return StepKind.WRITE if (named or returned) and not is_zero_sized(ty) else None
        case mir.Ref(kind=kind):
            return None if kind is BorrowKind.FAKE else StepKind.BORROW
        case mir.RawPtrTo():
            return StepKind.BORROW
        case mir.BinaryOp():
            return StepKind.COMPUTE
        case mir.UnaryOp():
            return StepKind.COMPUTE
        case mir.Cast():
            return StepKind.CONVERT
        case mir.Aggregate(ty=made):
            return None if is_zero_sized(made) else StepKind.MAKE
        case mir.Repeat():
            return StepKind.MAKE
    return None


def _temporary_move(body: mir.Body, source: mir.Place) -> StepKind | None:
    """A move into a temporary is worth a stop if it takes the value out of a variable or a part of one."""
    decl = body.locals[source.local]
    return StepKind.MOVE if decl.kind in (LocalKind.VAR, LocalKind.ARG) or source.projection else None


def _local_ty(body: mir.Body, place: mir.Place) -> t.Ty:
    if place.projection:
        last = place.projection[-1]
        if isinstance(last, mir.Field):
            return last.ty
    return body.locals[place.local].ty
