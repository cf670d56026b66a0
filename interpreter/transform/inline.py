"""Inlining: calls replaced by the bodies of what they call (rustc_mir_transform::inline).

In: a monomorphic body and, for a call in it, what the callee's body is if it may be taken in. Out: the same body in which these
calls are Gotos to copies of the callees' blocks. Blocks, statements and locals of the original keep their numbers, new ones come
after them. Only for running: nobody can see the frames that are saved.

A panic is still put down to the same place: what stands in a function that is `#[track_caller]` gets the span of its call (RFC
2091), what stands in one of std whose panics have a place in rustc's library gets that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from interpreter.mir.body import (
    Aggregate,
    Assert,
    Assign,
    BasicBlock,
    BinaryOp,
    BlockId,
    Body,
    Call,
    Cast,
    Constant,
    Copy,
    Discriminant,
    Drop,
    FalseEdge,
    FalseUnwind,
    Field,
    Goto,
    Index,
    Len,
    LocalDecl,
    Move,
    Operand,
    Place,
    Promoted,
    RawPtrTo,
    Ref,
    Repeat,
    Return,
    Rvalue,
    Statement,
    StorageDead,
    SwitchInt,
    Terminator,
    UnaryOp,
    UnwindResume,
    Use,
)
from interpreter.source import Span
from interpreter.typeck import ty as t

LIMIT = 1500
"""Blocks of a body beyond which nothing more is taken in."""


class Callee:
    """A body to be taken in. `untuples`: its last argument comes as a tuple; `blamed`: what a panic in it is put down to, if that
    isn't where it stands."""

    __slots__ = ("blamed", "body", "untuples")

    def __init__(self, body: Body, untuples: bool, blamed: Span | None) -> None:
        self.body = body
        self.untuples = untuples
        self.blamed = blamed


def inline_calls(body: Body, callee_of: Callable[[Call], Callee | None]) -> Body:
    """`body` with the calls for which `callee_of` has an answer taken in (those in cleanup blocks excepted)."""
    blocks = list(body.blocks)
    locals_ = list(body.locals)
    promoted = list(body.promoted)
    for number, block in enumerate(body.blocks):
        call = block.terminator
        if not isinstance(call, Call) or call.target is None or block.is_cleanup or len(blocks) > LIMIT:
            continue
        callee = callee_of(call)
        if callee is not None:
            _Inliner(call, callee, blocks, locals_, promoted).run(number)
    return replace(body, blocks=tuple(blocks), locals=tuple(locals_), promoted=tuple(promoted))


class _Inliner:
    def __init__(
        self, call: Call, callee: Callee, blocks: list[BasicBlock], locals_: list[LocalDecl], promoted: list[Body]
    ) -> None:
        self.call = call
        self.callee = callee
        self.blocks = blocks
        self.locals = locals_
        self.promoted = promoted
        self.first_block = len(blocks)
        self.first_local = len(locals_)
        self.first_promoted = len(promoted)

    def run(self, number: BlockId) -> None:
        """Replace the call at the end of block `number`."""
        call, body, block = self.call, self.callee.body, self.blocks[number]
        self.locals += body.locals
        self.promoted += body.promoted
        arguments = self._arguments()
        assert len(arguments) == body.arg_count, (body.owner, len(arguments), body.arg_count)
        passing = [Assign(call.info, Place(self.first_local + 1 + i), Use(operand)) for i, operand in enumerate(arguments)]
        self.blocks[number] = BasicBlock((*block.statements, *passing), Goto(call.info, self.first_block), False)
        for taken in body.blocks:
            statements = [self.statement(statement) for statement in taken.statements]
            if isinstance(taken.terminator, Return):
                statements.append(Assign(call.info, call.destination, self._result()))
            self.blocks.append(BasicBlock(tuple(statements), self.terminator(taken), taken.is_cleanup))

    def _arguments(self) -> list[Operand]:
        arguments = list(self.call.args)
        if self.callee.untuples and not (isinstance(self.call.func, Constant) and isinstance(self.call.func.ty, t.Closure)):
            last = arguments.pop()
            if not isinstance(last, Constant):
                count = self.callee.body.arg_count - len(arguments)
                tys = [decl.ty for decl in self.callee.body.locals[1 + len(arguments) :][:count]]
                arguments += [Move(last.place.project(Field(i, ty))) for i, ty in enumerate(tys)]
        return arguments

    def _result(self) -> Rvalue:
        if self.callee.body.locals[0].ty is t.UNIT:
            return Aggregate(t.UNIT, ())
        return Use(Move(Place(self.first_local)))

    # ------------------------------------------------------------------------------------------------ the copy

    def span(self, span: Span) -> Span:
        return self.callee.blamed or span

    def block(self, block: BlockId) -> BlockId:
        return block + self.first_block

    def unwind(self, block: BlockId | None, in_cleanup: bool) -> BlockId | None:
        if block is not None:
            return block + self.first_block
        return None if in_cleanup else self.call.unwind

    def terminator(self, block: BasicBlock) -> Terminator:
        terminator, cleanup = block.terminator, block.is_cleanup
        info = terminator.info
        if self.callee.blamed is not None:
            info = replace(info, span=self.callee.blamed)
        match terminator:
            case Goto():
                return Goto(info, self.block(terminator.target))
            case FalseEdge() | FalseUnwind():
                return Goto(info, self.block(terminator.real))
            case SwitchInt():
                targets = tuple([(value, self.block(target)) for value, target in terminator.targets])
                return SwitchInt(info, self.operand(terminator.operand), targets, self.block(terminator.otherwise))
            case Return():
                assert self.call.target is not None
                return Goto(info, self.call.target)
            case UnwindResume():
                return terminator if self.call.unwind is None else Goto(info, self.call.unwind)
            case Drop():
                return replace(
                    terminator,
                    info=info,
                    place=self.place(terminator.place),
                    target=self.block(terminator.target),
                    unwind=self.unwind(terminator.unwind, cleanup),
                )
            case Call():
                return replace(
                    terminator,
                    info=info,
                    func=self.operand(terminator.func),
                    args=self.operands(terminator.args),
                    destination=self.place(terminator.destination),
                    target=None if terminator.target is None else self.block(terminator.target),
                    unwind=self.unwind(terminator.unwind, cleanup),
                    fn_span=self.span(terminator.fn_span),
                )
            case Assert():
                return replace(
                    terminator,
                    info=info,
                    cond=self.operand(terminator.cond),
                    target=self.block(terminator.target),
                    unwind=self.unwind(terminator.unwind, cleanup),
                    operands=self.operands(terminator.operands),
                )
        return terminator

    def statement(self, statement: Statement) -> Statement:
        match statement:
            case Assign():
                return Assign(statement.info, self.place(statement.place), self.rvalue(statement.rvalue))
            case StorageDead():
                return replace(statement, local=statement.local + self.first_local)
        return statement

    def place(self, place: Place) -> Place:
        projection = place.projection
        if any(isinstance(elem, Index) for elem in projection):
            projection = tuple([Index(e.local + self.first_local) if isinstance(e, Index) else e for e in projection])
        return Place(place.local + self.first_local, projection)

    def operand(self, operand: Operand) -> Operand:
        match operand:
            case Copy():
                return Copy(self.place(operand.place))
            case Move():
                return Move(self.place(operand.place))
            case Constant(value=Promoted(index=index)):
                return replace(operand, value=Promoted(index + self.first_promoted))
        return operand

    def operands(self, operands: tuple[Operand, ...]) -> tuple[Operand, ...]:
        return tuple([self.operand(operand) for operand in operands])

    def rvalue(self, rvalue: Rvalue) -> Rvalue:
        match rvalue:
            case Use():
                return Use(self.operand(rvalue.operand))
            case Ref():
                return Ref(rvalue.kind, self.place(rvalue.place))
            case RawPtrTo():
                return RawPtrTo(rvalue.mutable, self.place(rvalue.place))
            case BinaryOp():
                return BinaryOp(rvalue.op, self.operand(rvalue.lhs), self.operand(rvalue.rhs), rvalue.checked)
            case UnaryOp():
                return UnaryOp(rvalue.op, self.operand(rvalue.operand))
            case Cast():
                return Cast(self.operand(rvalue.operand), rvalue.ty, rvalue.coercion)
            case Len():
                return Len(self.place(rvalue.place))
            case Discriminant():
                return Discriminant(self.place(rvalue.place))
            case Aggregate():
                return Aggregate(rvalue.ty, self.operands(rvalue.operands), rvalue.variant)
            case Repeat():
                return Repeat(self.operand(rvalue.operand), rvalue.count)
