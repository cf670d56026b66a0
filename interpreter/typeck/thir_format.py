"""`format_args!` of the second pass (rustc_ast_lowering::format):

    {
        super let args = (&argument, ...);
        super let args = [Argument::new_display(args.0), ...];
        Arguments::new(&args, &[pieces])
    }
"""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING
from interpreter.records import Record
from interpreter.resolve.defs import Def, LocalDef
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import format_args, thir
from interpreter.typeck import ty as t
from interpreter.typeck.format_flatten import flatten

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.thir_build import ThirBuilder

_ALIGN = {None: 0, "<": 1, "^": 2, ">": 3}
_STR = t.Ref(t.RE_ERASED, t.STR, False)


class _Items:
    """std's definitions for formatting."""

    def __init__(self, tcx: TyCtxt) -> None:
        self.tcx = tcx
        self.arguments = t.Adt(tcx.lang_item("format_arguments"), (t.RE_ERASED,))
        self.argument = t.Adt(tcx.lang_item("format_argument"), (t.RE_ERASED,))
        self.piece = t.Adt(tcx.lang_item("format_piece"), ())
        self.placeholder = t.Adt(tcx.lang_item("format_placeholder"), ())
        self.count = t.Adt(tcx.lang_item("format_count"), ())
        self.new = self._assoc(self.arguments, "new")

    def _assoc(self, ty: t.Ty, name: str) -> Def:
        for impl in self.tcx.inherent_impls(ty, name):
            for item in self.tcx.associated_items(impl):
                if item.name == name:
                    return item.def_
        raise AssertionError(f"std::fmt has no {name}")

    def constructor(self, name: str) -> Def:
        """`Argument::name`"""
        return self.tcx.query("format_constructor", name, lambda: self._assoc(self.argument, name))

    def variant(self, ty: t.Ty, name: str) -> int:
        assert isinstance(ty, t.Adt)
        return next(v.index for v in self.tcx.adt_def(ty.def_).variants if v.name == name)


def build(b: ThirBuilder, node: ast.FormatArgs) -> thir.Expr:
    """The call that makes the `Arguments`."""
    items = b.fcx.tcx.query("format_items", None, lambda: _Items(b.fcx.tcx))
    span = node.span
    if node.args:
        b.fcx.with_format_arguments.add(span)
    node = flatten(node)
    used = list(format_args.argument_list(node))
    pieces = [_piece(items, piece, used, span) for piece in node.template if piece != ""]
    pieces_ref = _slice_of(_array(pieces, items.piece, span), span)
    lets = _lets(b, items, node) if node.args else []
    args_ref = _slice_of(lets[-1].var() if lets else _array([], items.argument, span), span)
    fun = thir.FnItem(ty=t.FnDef(items.new, (t.RE_ERASED,)), span=span)
    call = thir.Call(ty=items.arguments, span=span, fun=fun, args=[args_ref, pieces_ref])
    if not lets:
        return call
    return thir.Block(ty=items.arguments, span=span, stmts=[let.stmt() for let in lets], expr=call, end_span=span)


def _array(elems: list[thir.Expr], elem_ty: t.Ty, span: Span) -> thir.Expr:
    return thir.ArrayExpr(ty=t.Array(elem_ty, t.ConstValue(len(elems), t.USIZE)), span=span, elems=elems)


def _slice_of(array: thir.Expr, span: Span) -> thir.Expr:
    """`&array` as a slice."""
    ty = array.ty
    assert isinstance(ty, t.Array)
    borrow = thir.Borrow(ty=t.Ref(t.RE_ERASED, ty, False), span=span, kind=thir.BorrowKind.SHARED, arg=array, explicit=True)
    return thir.Coercion(ty=t.Ref(t.RE_ERASED, t.Slice(ty.elem), False), span=span, kind=thir.CoercionKind.UNSIZE, arg=borrow)


def _literal(value: int | str, ty: t.Ty, span: Span) -> thir.Expr:
    return thir.Literal(ty=ty, span=span, value=value)


def _piece(items: _Items, piece: str | ast.FormatPlaceholder, used: list[format_args.FormatArgument], span: Span) -> thir.Expr:
    if isinstance(piece, str):
        field: thir.Expr = _literal(piece, _STR, span)
        name = "Str"
    else:
        field, name = _placeholder(items, piece, used, span), "Arg"
    return thir.AdtExpr(
        ty=items.piece, span=span, variant=items.variant(items.piece, name), fields=[(0, field)], base=None, base_fields=[]
    )


def _placeholder(items: _Items, p: ast.FormatPlaceholder, used: list[format_args.FormatArgument], span: Span) -> thir.Expr:
    flags = (
        (1 if p.sign == "+" else 0) | (2 if p.sign == "-" else 0) | (4 if p.alternate else 0) | (8 if p.zero_pad else 0)
        | (16 if p.debug_hex == "x" else 0) | (32 if p.debug_hex == "X" else 0)
    )  # fmt: skip
    position = used.index(format_args.FormatArgument(p.arg, format_args.constructor_of(p.trait)))
    values = {
        "arg": _literal(position, t.USIZE, span),
        "fill": _literal(ord(p.fill) if p.fill is not None else ord(" "), t.CHAR, span),
        "align": _literal(_ALIGN[p.align], t.U8, span),
        "flags": _literal(flags, t.PRIM["u32"], span),
        "width": _count(items, p.width, used, span),
        "precision": _count(items, p.precision, used, span),
    }
    variant = items.tcx.adt_def(items.placeholder.def_).non_enum_variant
    fields = [(i, values[f.name]) for i, f in enumerate(variant.fields)]
    return thir.AdtExpr(ty=items.placeholder, span=span, variant=0, fields=fields, base=None, base_fields=[])


def _count(items: _Items, count: ast.FormatCount | None, used: list[format_args.FormatArgument], span: Span) -> thir.Expr:
    fields: list[tuple[int, thir.Expr]] = []
    if count is None:
        name = "Implied"
    elif count.arg is not None:
        name = "Param"
        position = used.index(format_args.FormatArgument(count.arg, format_args.FROM_USIZE))
        fields = [(0, _literal(position, t.USIZE, span))]
    else:
        name = "Is"
        fields = [(0, _literal(count.literal or 0, t.USIZE, span))]
    return thir.AdtExpr(
        ty=items.count, span=span, variant=items.variant(items.count, name), fields=fields, base=None, base_fields=[]
    )


def _borrowed(b: ThirBuilder, arg: ast.Expr) -> thir.Expr:
    made = b.expr(arg)
    return thir.Borrow(ty=t.Ref(t.RE_ERASED, made.ty, False), span=arg.span, kind=thir.BorrowKind.SHARED, arg=made, explicit=True)


def _make(items: _Items, use: format_args.FormatArgument, value: thir.Expr, span: Span) -> thir.Expr:
    """`Argument::constructor(value)`, value a reference."""
    method = items.constructor(use.constructor)
    assert isinstance(value.ty, t.Ref)
    args: t.Args = (t.RE_ERASED,) if use.constructor == format_args.FROM_USIZE else (t.RE_ERASED, value.ty.ty)
    fun = thir.FnItem(ty=t.FnDef(method, args), span=span)
    return thir.Call(ty=items.argument, span=span, fun=fun, args=[value])


class _SuperLet(Record):
    """`super let args = init;`"""

    local: LocalDef
    init: thir.Expr

    def stmt(self) -> thir.LetStmt:
        ty, span = self.init.ty, self.init.span
        pat = thir.BindingPat(ty=ty, span=span, local=self.local, var_ty=ty, by_ref=None, sub=None)
        return thir.LetStmt(pat=pat, user_ty=None, init=self.init, else_=None, span=span, is_super=True)

    def var(self) -> thir.Expr:
        return thir.VarRef(ty=self.init.ty, span=self.init.span, local=self.local)


def _super_let(b: ThirBuilder, init: thir.Expr) -> _SuperLet:
    span = init.span
    local = LocalDef("args", span, ast.IdentPat(span=span, ident=ast.Ident("args", span)), False, hidden=True)
    b.results.local_tys[local] = init.ty
    b.results.local_owner[local] = b.owner
    return _SuperLet(local, init)


def _lets(b: ThirBuilder, items: _Items, node: ast.FormatArgs) -> list[_SuperLet]:
    """The tuple of the borrowed arguments, and the array of `Argument`s made of its fields."""
    span = node.span
    borrows = [_borrowed(b, arg) for arg in node.args]
    borrowed = _super_let(b, thir.TupleExpr(ty=t.Tuple(tuple([borrow.ty for borrow in borrows])), span=span, elems=borrows))
    elems: list[thir.Expr] = []
    used = format_args.argument_list(node)
    for use, asked in used.items():
        ty = borrows[use.arg].ty
        assert isinstance(ty, t.Ref)
        field = thir.Field(ty=ty, span=node.args[use.arg].span, arg=borrowed.var(), index=use.arg, name=str(use.arg))
        target = thir.Deref(ty=ty.ty, span=field.span, arg=field)
        again = thir.Borrow(ty=ty, span=field.span, kind=thir.BorrowKind.SHARED, arg=target, explicit=False)
        elems.append(_make(items, use, again, asked))
    array_ty = t.Array(items.argument, t.ConstValue(len(used), t.USIZE))
    return [borrowed, _super_let(b, thir.ArrayExpr(ty=array_ty, span=span, elems=elems))]
