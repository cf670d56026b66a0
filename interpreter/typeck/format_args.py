"""`format_args!`: the arguments are borrowed, and each must implement the trait its placeholder asks for
(rustc_ast_lowering::format).

What std gets is `Arguments::new(&[Argument], &[Piece])`; thir_build makes these calls from `FormatCall`s, as their types are
known beforehand.
"""

from __future__ import annotations

from interpreter.records import Record
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import FormatTrait
from interpreter.typeck import check_expr
from interpreter.typeck import ty as t
from interpreter.typeck.fn_ctxt import Expectation, FnCtxt, references_error

_CONSTRUCTORS = {
    FormatTrait.DISPLAY: "new_display", FormatTrait.DEBUG: "new_debug", FormatTrait.LOWER_HEX: "new_lower_hex",
    FormatTrait.UPPER_HEX: "new_upper_hex", FormatTrait.OCTAL: "new_octal", FormatTrait.BINARY: "new_binary",
    FormatTrait.LOWER_EXP: "new_lower_exp", FormatTrait.UPPER_EXP: "new_upper_exp", FormatTrait.POINTER: "new_pointer",
}  # fmt: skip
FROM_USIZE = "from_usize"


def constructor_of(trait: FormatTrait) -> str:
    """The function of `Argument` for a formatting trait."""
    return _CONSTRUCTORS[trait]


class FormatArgument(Record, frozen=True):
    """One element of the arguments' array: argument `arg` of the macro, made by `Argument::constructor`."""

    arg: int
    constructor: str


def argument_list(node: ast.FormatArgs) -> dict[FormatArgument, Span]:
    """Each (argument, trait) pair once, in order of first use, with the place that asks for it first."""
    found: dict[FormatArgument, Span] = {}
    for piece in node.template:
        if isinstance(piece, str):
            continue
        found.setdefault(FormatArgument(piece.arg, _CONSTRUCTORS[piece.trait]), piece.span)
        for count in (piece.precision, piece.width):
            if count is not None and count.arg is not None:
                found.setdefault(FormatArgument(count.arg, FROM_USIZE), node.args[count.arg].span)
    return found


def check_format_args(fcx: FnCtxt, node: ast.FormatArgs, _expected: Expectation) -> t.Ty:
    """Check the arguments; the value is an `Arguments<'_>`."""
    tys: list[t.Ty] = []
    for arg in node.args:
        ty = check_expr.check_expr(fcx, arg)
        tys.append(ty)
    tcx = fcx.tcx
    argument = tcx.lang_item("format_argument")
    constructors = {
        i.name: i.def_ for impl in tcx.inherent_impls(t.Adt(argument, (t.RE_ERASED,))) for i in tcx.associated_items(impl)
    }
    for piece in node.template:
        if isinstance(piece, str):
            continue
        method = constructors[_CONSTRUCTORS[piece.trait]]
        ty, arg = tys[piece.arg], node.args[piece.arg]
        if not references_error(fcx.resolve(ty)):
            _require_format_trait(fcx, method, ty, arg, piece)
        for count in (piece.precision, piece.width):
            if count is not None and count.arg is not None:
                fcx.eq_or_report(node.args[count.arg].span, t.USIZE, tys[count.arg])
    return fcx.lang_adt("format_arguments", t.RE_ERASED)


def _require_format_trait(fcx: FnCtxt, method: Def, ty: t.Ty, arg: ast.Expr, piece: ast.FormatPlaceholder) -> None:
    """What the placeholder asks of the argument's type; a captured name is blamed with its placeholder."""
    span = arg.span
    if piece.span.lo <= span.lo and span.hi <= piece.span.hi and span.file is piece.span.file:
        span = piece.span
    fcx.format_pieces[span] = piece.span
    for predicate, _ in fcx.tcx.own_predicates_of(method):
        kind = predicate.value
        if isinstance(kind, t.TraitPredicate):
            fcx.register_bound(ty, kind.trait_ref.trait, span)
