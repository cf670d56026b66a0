"""`format_args!` of the second pass: `Arguments::new(&[arguments], &[pieces])` (rustc_ast_lowering::format, which evaluates the
arguments first, too).

If every argument is used once and in order, the arguments are borrowed right in the array; else they are borrowed into a tuple
first, which a `match` binds, so that each is evaluated once.
"""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING
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
    used = format_args.argument_list(node)
    pieces = [_piece(items, piece, used, span) for piece in node.template if piece != ""]
    pieces_ref = _slice_ref(pieces, items.piece, span)
    args_ref = _slice_of(_arguments(b, items, node, used), items.argument, len(used), span)
    fun = thir.FnItem(ty=t.FnDef(items.new, (t.RE_ERASED,)), span=span)
    return thir.Call(ty=items.arguments, span=span, fun=fun, args=[args_ref, pieces_ref])


def _slice_ref(elems: list[thir.Expr], elem_ty: t.Ty, span: Span) -> thir.Expr:
    array = thir.ArrayExpr(ty=t.Array(elem_ty, t.ConstValue(len(elems), t.USIZE)), span=span, elems=elems)
    return _slice_of(array, elem_ty, len(elems), span)


def _slice_of(array: thir.Expr, elem_ty: t.Ty, n: int, span: Span) -> thir.Expr:
    """`&array` as a slice."""
    array_ty = t.Array(elem_ty, t.ConstValue(n, t.USIZE))
    borrow = thir.Borrow(ty=t.Ref(t.RE_ERASED, array_ty, False), span=span, kind=thir.BorrowKind.SHARED, arg=array, explicit=True)
    return thir.Coercion(ty=t.Ref(t.RE_ERASED, t.Slice(elem_ty), False), span=span, kind=thir.CoercionKind.UNSIZE, arg=borrow)


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


def _arguments(b: ThirBuilder, items: _Items, node: ast.FormatArgs, used: list[format_args.FormatArgument]) -> thir.Expr:
    span = node.span
    array_ty = t.Array(items.argument, t.ConstValue(len(used), t.USIZE))
    if [use.arg for use in used] == list(range(len(node.args))):
        elems = [_make(items, use, _borrowed(b, node.args[use.arg]), node.args[use.arg].span) for use in used]
        return thir.ArrayExpr(ty=array_ty, span=span, elems=elems)
    borrows = [_borrowed(b, arg) for arg in node.args]
    tuple_ty = t.Tuple(tuple([borrow.ty for borrow in borrows]))
    pat = ast.IdentPat(span=span, ident=ast.Ident("args", span))
    local = LocalDef("args", span, pat, False, hidden=True)
    b.results.local_tys[local] = tuple_ty
    b.results.local_owner[local] = b.owner
    elems = []
    for use in used:
        var = thir.VarRef(ty=tuple_ty, span=span, local=local)
        field = thir.Field(ty=borrows[use.arg].ty, span=node.args[use.arg].span, arg=var, index=use.arg, name=str(use.arg))
        elems.append(_make(items, use, field, node.args[use.arg].span))
    arm = thir.Arm(
        pat=thir.BindingPat(ty=tuple_ty, span=span, local=local, var_ty=tuple_ty, by_ref=None, sub=None),
        guard=None,
        body=thir.ArrayExpr(ty=array_ty, span=span, elems=elems),
        span=span,
    )
    scrutinee = thir.TupleExpr(ty=tuple_ty, span=span, elems=borrows)
    return thir.Match(ty=array_ty, span=span, scrutinee=scrutinee, arms=[arm], source=thir.MatchSource.FORMAT_ARGS)
