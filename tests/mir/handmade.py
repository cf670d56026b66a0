"""THIR made by hand, and the few answers of a type context that building it needs: tests of the builder without typeck."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from interpreter.mir.body import Body
from interpreter.mir.build import build_mir
from interpreter.resolve.defs import Def, DefKind, LocalDef
from interpreter.source import SourceFile, Span
from interpreter.syntax.ast import BinOp
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from interpreter.typeck.defs import EMPTY_ENV

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

FILE = SourceFile("hand.rs", " " * 1000)


def span(lo: int = 0, hi: int = 1) -> Span:
    return Span(FILE, lo, hi)


def definition(kind: DefKind, name: str) -> Def:
    return Def(0, kind, name, None, span(), None, False)


class HandTcx:
    """Structs named here need drop; everything else is Copy. `edition` as asked for."""

    def __init__(self, edition: int = 2021) -> None:
        self.edition = edition
        self.droppable = definition(DefKind.STRUCT, "D")
        self.memo: dict[Any, Any] = {}

    def query(self, name: str, key: Any, compute: Any, on_cycle: Any = None) -> Any:
        return self.memo.setdefault((name, key), compute())

    def param_env(self, _: Def) -> Any:
        return EMPTY_ENV

    def is_copy(self, ty: t.Ty, _: Any = None) -> bool:
        return not (isinstance(ty, t.Adt) or (isinstance(ty, t.Ref) and ty.mutable))

    def needs_drop(self, ty: t.Ty, _: Any = None) -> bool:
        return isinstance(ty, t.Adt)

    def is_freeze(self, ty: t.Ty, _: Any = None) -> bool:
        return True

    def is_sized(self, ty: t.Ty, _: Any = None) -> bool:
        return True

    def adt_def(self, def_: Def) -> Any:
        variant = SimpleNamespace(name=def_.name, fields=[], index=0)
        return SimpleNamespace(is_union=False, is_enum=False, variants=[variant], def_=def_)

    def adt_destructor(self, _: Def) -> None:
        return None

    def lang_item_or_none(self, _: str) -> None:
        return None

    def is_lang_item(self, *_: object) -> bool:
        return False

    def trait_of_item(self, _: Def) -> None:
        return None

    def eval_const(self, const: t.Const, _: Any = None) -> t.Const:
        return const

    def normalize_erasing_regions(self, value: Any, *_: object, **__: object) -> Any:
        return value

    def format_ty(self, ty: Any) -> str:
        if isinstance(ty, t.Adt):
            return ty.def_.name
        return ty.name if isinstance(ty, t.Prim) else "()" if ty is t.UNIT else type(ty).__name__

    @property
    def d(self) -> t.Adt:
        return t.Adt(self.droppable, ())  # type: ignore[no-any-return]


def local(name: str, mutable: bool = False) -> LocalDef:
    return LocalDef(name, span(), cast(Any, None), mutable)


def var(local_: LocalDef, ty: t.Ty) -> thir.VarRef:
    return thir.VarRef(ty=ty, span=span(), local=local_)


def binding(local_: LocalDef, ty: t.Ty) -> thir.BindingPat:
    return thir.BindingPat(ty=ty, span=span(), local=local_, var_ty=ty, by_ref=None, sub=None)


def literal(value: int, ty: t.Ty = t.I32) -> thir.Literal:
    return thir.Literal(ty=ty, span=span(), value=value)


def make(ty: t.Adt) -> thir.AdtExpr:
    return thir.AdtExpr(ty=ty, span=span(), variant=0, fields=[], base=None, base_fields=[])


def call(output: t.Ty, *args: thir.Expr, name: str = "f") -> thir.Call:
    fun = thir.FnItem(ty=t.FnDef(definition(DefKind.FN, name), ()), span=span())
    return thir.Call(ty=output, span=span(), fun=fun, args=list(args))


def block(*stmts: thir.Stmt, expr: thir.Expr | None = None, ty: t.Ty | None = None) -> thir.Block:
    result = ty or (expr.ty if expr is not None else t.UNIT)
    return thir.Block(ty=result, span=span(0, 10), stmts=list(stmts), expr=expr, end_span=span(9, 10))


def let(local_: LocalDef, ty: t.Ty, init: thir.Expr | None) -> thir.LetStmt:
    return thir.LetStmt(pat=binding(local_, ty), user_ty=None, init=init, else_=None, span=span(1, 2))


def semi(expr: thir.Expr) -> thir.ExprStmt:
    return thir.ExprStmt(expr=expr, span=span(1, 2))


def borrow(arg: thir.Expr) -> thir.Borrow:
    ty = t.Ref(t.RE_ERASED, arg.ty, False)
    return thir.Borrow(ty=ty, span=span(), kind=thir.BorrowKind.SHARED, arg=arg, explicit=True)


def add(lhs: thir.Expr, rhs: thir.Expr) -> thir.Binary:
    return thir.Binary(ty=lhs.ty, span=span(), op=BinOp.ADD, lhs=lhs, rhs=rhs, op_span=span())


def build(tcx: HandTcx, value: thir.Expr, params: list[tuple[LocalDef, t.Ty]] | None = None) -> Body:
    """The MIR of `fn f(params) -> value.ty { value }`."""
    owner = definition(DefKind.FN, "f")
    body_params = [thir.BodyParam(pat=binding(p, ty), ty=ty, span=span(), ty_span=None) for p, ty in params or []]
    body = thir.Body(owner, body_params, value, value.ty, {}, {}, span(0, 10), span(9, 10))
    return build_mir(cast("TyCtxt", tcx), body)
