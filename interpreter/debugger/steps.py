"""What a step is to the person who walks: which of the machine's steps are stops, and what kind of thing each does.

In: a linked body of the machine (`InstanceCode`). Out: for each machine step a `StepKind`, or None where nothing happens that
is worth a stop:
everything in std and in shims, scalars copied to be operands, the inside of std's macros, of which only the call remains, and
that of `for` and `?`. A coercion on the way to an operand isn't one either.
Decided once for each step of the code, not while running.
"""

from __future__ import annotations

from interpreter.debugger.flow import Flow, Role, called_def, in_std_macro, is_formatting
from interpreter.enums import Enum
from interpreter.machine.code import InstanceCode
from interpreter.machine.plan import Op, targets
from interpreter.mir import body as mir
from interpreter.mir.body import LocalKind, Location
from interpreter.records import Record
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
    LOOP = "loop"


def is_scalar(ty: t.Ty) -> bool:
    """A number, bool or char, or a shared reference or raw pointer: what is copied without a thought."""
    return isinstance(ty, (t.Prim, t.RawPtr, t.FnPtr, t.FnDef)) or (isinstance(ty, t.Ref) and not ty.mutable)


def is_zero_sized(ty: t.Ty) -> bool:
    """The unit type and function items: nothing to see."""
    return isinstance(ty, t.FnDef) or (isinstance(ty, t.Tuple) and not ty.elems)


def is_user_code(code: InstanceCode) -> bool:
    """A body that the user wrote (also derives, which stand at their attribute)."""
    body = code.body
    return body is not None and body.shim is None and not body.span.file.is_std


class StopAt(Record, frozen=True):
    """A stop: before step number `first` of the body, which prepares step number `main` or is it."""

    first: int
    main: int
    kind: StepKind


def stops_of(code: InstanceCode, flow: Flow) -> list[StopAt]:
    """The stops of a user's body."""
    kinds = [step_kind(code, op, flow) for op in code.ops]
    before = _predecessors(code)
    found = []
    for main, op in enumerate(code.ops):
        call = op.terminator
        here = before[main] if isinstance(call, mir.Call) and kinds[main] is not None else None
        while here is not None and kinds[here] is None and _prepares(code, code.ops[here]):
            here = before[here]
        statement = code.ops[here].statement if here is not None and kinds[here] is StepKind.BORROW else None
        if here is not None and statement is not None and flow.receiver_of(statement) is call:
            kinds[here] = None
    for main, kind in enumerate(kinds):
        if kind is None:
            continue
        first = main
        if kind not in (StepKind.DROP, StepKind.RETURN):
            here = before[main]
            while here is not None and kinds[here] is None and _prepares(code, code.ops[here]):
                if not _is_scalar_copy(code, code.ops[here]):
                    first = here
                here = before[here]
        found.append(StopAt(first, main, kind))
    return found


def _predecessors(code: InstanceCode) -> list[int | None]:
    """For each step of a body the one step that always comes just before it; None where there are several or none."""
    body = code.body
    assert body is not None
    entries: dict[int, list[int]] = {}
    for number, from_block in enumerate(body.blocks):
        if not from_block.is_cleanup:
            for target in targets(from_block.terminator):
                entries.setdefault(target, []).append(number)
    result: list[int | None] = []
    for op in code.ops:
        block, index = op.location
        found = None
        for _ in range(12):
            index -= 1
            while index < 0:
                sources = entries.get(block, [])
                if len(sources) != 1:
                    break
                block = sources[0]
                index = len(body.blocks[block].statements)
            if index < 0:
                break
            pc = code.locations.get(Location(block, index))
            if pc is not None and code.ops[pc - code.first] is not op:
                found = pc - code.first
                break
        result.append(found)
    return result


def _prepares(code: InstanceCode, op: Op) -> bool:
    """A step without a stop that only makes a temporary for a later one."""
    assert code.body is not None
    if isinstance(op.terminator, mir.Call):
        place = op.terminator.destination
    elif op.terminator is None and op.statement is not None:
        place = op.statement.place
    else:
        return False
    decl = code.body.locals[place.local]
    return not place.projection and (decl.kind is LocalKind.TEMP or (decl.var is not None and decl.var.hidden))


def _is_scalar_copy(code: InstanceCode, op: Op) -> bool:
    assert code.body is not None
    return (
        op.statement is not None
        and isinstance(op.statement.rvalue, mir.Use)
        and is_scalar(code.body.locals[op.statement.place.local].ty)
    )


def step_kind(code: InstanceCode, op: Op, flow: Flow) -> StepKind | None:
    """The kind of a step of a user's body; None if it isn't a stop."""
    assert code.body is not None
    body = code.body
    node = op.terminator if op.terminator is not None else op.statement
    if node is None:
        return None
    hidden = in_std_macro(node.info.span)
    match op.terminator:
        case mir.Call() as call:
            return _call_kind(flow, call, hidden)
        case mir.Drop():
            return StepKind.DROP
        case mir.Return():
            return StepKind.RETURN
        case mir.SwitchInt():
            inner = hidden or (op.statement is not None and flow.role(op.statement) is Role.INNER)
            return None if inner else StepKind.BRANCH
        case None | mir.Goto() | mir.FalseEdge() | mir.FalseUnwind() | mir.Assert():
            pass
        case _:
            return None
    if op.statement is None or hidden or flow.role(op.statement) is Role.INNER:
        return None
    place = op.result if op.result is not None else op.statement.place
    return _assignment_kind(body, place, op.statement, flow)


def _call_kind(flow: Flow, call: mir.Call, hidden: bool) -> StepKind | None:
    def_ = called_def(call.func)
    if is_formatting(def_) or (flow.is_implied_deref(call) and _is_of_std(call)) or (hidden and _feeds_macro(flow, call)):
        return None
    role = flow.role(call)
    if role in (Role.LOOP_BEGIN, Role.LOOP_NEXT):
        return StepKind.LOOP
    if call.from_overloaded and def_ is not None and def_.is_std and role is Role.NONE and not flow.is_closure_call(call):
        return StepKind.COMPUTE
    return StepKind.CALL


def _is_of_std(call: mir.Call) -> bool:
    """A method on a type of std."""
    arg = (
        call.func.ty.args[0]
        if isinstance(call.func, mir.Constant) and isinstance(call.func.ty, t.FnDef) and call.func.ty.args
        else None
    )
    return isinstance(arg, t.Adt) and arg.def_.is_std


def _feeds_macro(flow: Flow, call: mir.Call) -> bool:
    """A call within a macro of std whose result another call of the same macro takes: `vec![1]` makes a box first."""
    taker = flow.sink(call.destination.local) if not call.destination.projection else None
    return isinstance(taker, mir.Call) and in_std_macro(taker.info.span)


def _assignment_kind(body: mir.Body, place: mir.Place, statement: mir.Assign, flow: Flow) -> StepKind | None:
    decl = body.locals[place.local]
    ty = decl.ty
    named = decl.kind in (LocalKind.VAR, LocalKind.ARG) or bool(place.projection)
    returned = decl.kind is LocalKind.RETURN and not is_zero_sized(ty)
    match statement.rvalue:
        case mir.Use(operand=mir.Move(place=source)):
            if named or returned:
                return StepKind.MOVE if not is_scalar(_local_ty(body, source)) else StepKind.WRITE
            return None if is_scalar(ty) or source.local == place.local else _temporary_move(body, source)
        case mir.Use(operand=mir.Copy()):
            return StepKind.COPY if named or returned or not is_scalar(ty) else None
        case mir.Use(operand=mir.Constant()):
            return StepKind.WRITE if (named or returned) and not is_zero_sized(ty) else None
        case mir.Ref(kind=kind):
            silent = (
                kind is BorrowKind.FAKE
                or flow.is_formatted(statement)
                or flow.borrows_for_operator(statement)
                or flow.passes_on(statement)
            )
            return None if silent else StepKind.BORROW
        case mir.RawPtrTo():
            return StepKind.BORROW
        case mir.BinaryOp() | mir.UnaryOp():
            return StepKind.COMPUTE
        case mir.Cast(coercion=coercion):
            return None if coercion is not None and not named else StepKind.CONVERT
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
