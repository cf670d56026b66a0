"""Monomorphisation: a generic body with its parameters replaced (rustc:
`Instance::instantiate_mir_and_normalize_erasing_regions`).

In: a body as built, and all generic arguments. Out: the same body, block for block and statement for statement, in which every
type is monomorphic, normalised, with opaque types revealed and regions erased. Parts without parameters are shared with the
original.
"""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING
from interpreter.mir.body import (
    Aggregate,
    Assert,
    Assign,
    BasicBlock,
    BinaryOp,
    Body,
    Call,
    Cast,
    Constant,
    Copy,
    Discriminant,
    Drop,
    Field,
    Len,
    LocalDecl,
    Move,
    Operand,
    Place,
    RawPtrTo,
    Ref,
    Repeat,
    Rvalue,
    Statement,
    SwitchInt,
    Terminator,
    UnaryOp,
    Use,
)
from interpreter.mir.types import operand_ty
from interpreter.records import replace
from interpreter.typeck import ty as t
from interpreter.typeck.thir import CoercionKind

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

CHANGES = t.HAS_PARAM | t.HAS_ALIAS | t.HAS_FREE_REGION | t.HAS_REGION_PARAM | t.HAS_REGION_VAR
CONSTS = (t.ConstValue, t.ConstParam, t.ConstUnevaluated)


def monomorphise(tcx: TyCtxt, body: Body, args: t.Args) -> Body:
    """`body` with `args` for its generics."""
    return _Mono(tcx, args).body(body)


class _Mono:
    def __init__(self, tcx: TyCtxt, args: t.Args) -> None:
        self.tcx = tcx
        self.args = args
        self.locals: tuple[LocalDecl, ...] = ()
        self.tys: dict[t.Ty, t.Ty] = {}
        self.places: dict[Place, Place] = {}

    def ty(self, ty: t.Ty) -> t.Ty:
        if not ty.flags & CHANGES:
            return ty
        found = self.tys.get(ty)
        if found is None:
            substituted = t.erase_regions(t.subst(ty, self.args))
            found = self.tys[ty] = self.tcx.normalize_erasing_regions(substituted, reveal=True)
        return found

    def body(self, body: Body) -> Body:
        self.locals = body.locals
        return replace(
            body,
            blocks=tuple([self.block(block) for block in body.blocks]),
            locals=tuple([decl if not decl.ty.flags & CHANGES else replace(decl, ty=self.ty(decl.ty)) for decl in body.locals]),
            promoted=tuple([self.body(promoted) for promoted in body.promoted]),
        )

    def block(self, block: BasicBlock) -> BasicBlock:
        statements = tuple([self.statement(statement) for statement in block.statements])
        return BasicBlock(statements, self.terminator(block.terminator), block.is_cleanup)

    def statement(self, statement: Statement) -> Statement:
        if isinstance(statement, Assign):
            return Assign(statement.info, self.place(statement.place), self.rvalue(statement.rvalue))
        return statement

    def terminator(self, terminator: Terminator) -> Terminator:
        match terminator:
            case SwitchInt():
                return replace(terminator, operand=self.operand(terminator.operand))
            case Call():
                return replace(
                    terminator,
                    func=self.operand(terminator.func),
                    args=self.operands(terminator.args),
                    destination=self.place(terminator.destination),
                )
            case Drop():
                return replace(terminator, place=self.place(terminator.place))
            case Assert():
                return replace(terminator, cond=self.operand(terminator.cond), operands=self.operands(terminator.operands))
        return terminator

    def place(self, place: Place) -> Place:
        if not place.projection:
            return place
        found = self.places.get(place)
        if found is None:
            elems = [Field(e.index, self.ty(e.ty)) if isinstance(e, Field) else e for e in place.projection]
            found = self.places[place] = Place(place.local, tuple(elems))
        return found

    def operand(self, operand: Operand) -> Operand:
        match operand:
            case Copy():
                return Copy(self.place(operand.place)) if operand.place.projection else operand
            case Move():
                return Move(self.place(operand.place)) if operand.place.projection else operand
            case Constant():
                value = self.const(operand.value) if isinstance(operand.value, CONSTS) else operand.value
                ty = self.ty(operand.ty)
                if value is operand.value and ty is operand.ty:
                    return operand
                return replace(operand, value=value, ty=ty)

    def operands(self, operands: tuple[Operand, ...]) -> tuple[Operand, ...]:
        return tuple([self.operand(operand) for operand in operands])

    def const(self, const: t.Const) -> t.Const:
        """A constant of the type system; named ones stay unevaluated, for their bodies give more than scalars."""
        if const.flags & CHANGES:
            const = t.erase_regions(t.subst(const, self.args))
        return const

    def rvalue(self, rvalue: Rvalue) -> Rvalue:
        match rvalue:
            case Use():
                operand = self.operand(rvalue.operand)
                return rvalue if operand is rvalue.operand else Use(operand)
            case Ref():
                return Ref(rvalue.kind, self.place(rvalue.place)) if rvalue.place.projection else rvalue
            case RawPtrTo():
                return RawPtrTo(rvalue.mutable, self.place(rvalue.place))
            case BinaryOp():
                return BinaryOp(rvalue.op, self.operand(rvalue.lhs), self.operand(rvalue.rhs), rvalue.checked)
            case UnaryOp():
                return UnaryOp(rvalue.op, self.operand(rvalue.operand))
            case Cast(coercion=CoercionKind.UNSIZE) if operand_ty(self.tcx, self.locals, rvalue.operand) is rvalue.ty:
                # An object whose lifetime alone has changed.
                return Use(self.operand(rvalue.operand))
            case Cast():
                return Cast(self.operand(rvalue.operand), self.ty(rvalue.ty), rvalue.coercion)
            case Len():
                return Len(self.place(rvalue.place))
            case Discriminant():
                return Discriminant(self.place(rvalue.place))
            case Aggregate():
                return Aggregate(self.ty(rvalue.ty), self.operands(rvalue.operands), rvalue.variant)
            case Repeat():
                return Repeat(self.operand(rvalue.operand), self.tcx.eval_const(self.const(rvalue.count)))
