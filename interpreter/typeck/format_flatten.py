"""Format arguments that are known beforehand become part of the text, before the `Arguments` is made
(rustc_ast_lowering::format: `flatten_format_args` and `inline_literals`).

In: a `FormatArgs` as written. Out: one in which `{}` of a literal is text, and `{}` of another `format_args!` is its pieces.
It shows at run time: `panic!("{} is wrong", 5)` has a `&str` as its payload, for nothing is left to be formatted.

    unreachable!("at {}", 3)   is   panic!("internal error: entered unreachable code: {}", format_args!("at {}", 3))
                               so   "internal error: entered unreachable code: at 3"
"""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.syntax import ast
from interpreter.typeck.ty import INT_BITS, int_range

_Piece = str | ast.FormatPlaceholder


def flatten(node: ast.FormatArgs) -> ast.FormatArgs:
    """The same text with fewer arguments, evaluated in the same order; `node` itself if nothing can be put in."""
    bare, used_otherwise = _uses(node)
    known: dict[int, tuple[list[_Piece], list[ast.Expr]]] = {}
    for index, arg in enumerate(node.args):
        pieces = _pieces_of(arg)
        if pieces is not None and bare[index] and (not pieces[1] or (bare[index] == 1 and index not in used_otherwise)):
            known[index] = pieces
    if not known:
        return node
    args: list[ast.Expr] = []
    places: list[int] = []
    for index, arg in enumerate(node.args):
        places.append(len(args))
        if index not in known or index in used_otherwise:
            args.append(arg)
        else:
            args.extend(known[index][1])
    template: list[_Piece] = []
    for piece in node.template:
        if isinstance(piece, str) or not (_is_bare(piece) and piece.arg in known):
            _append(template, _moved(piece, places))
            continue
        inner, inner_args = known[piece.arg]
        first = places[piece.arg]
        for part in inner:
            _append(template, _moved(part, range(first, first + len(inner_args))))
    return ast.FormatArgs(span=node.span, template=template, args=args)


def _append(template: list[_Piece], piece: _Piece) -> None:
    if isinstance(piece, str) and template and isinstance(template[-1], str):
        template[-1] += piece
    else:
        template.append(piece)


def _moved(piece: _Piece, places: Sequence[int]) -> _Piece:
    """A piece whose argument `i` has become number `places[i]`."""
    if isinstance(piece, str):
        return piece

    def count(written: ast.FormatCount | None) -> ast.FormatCount | None:
        return written if written is None or written.arg is None else written._replace(arg=places[written.arg])

    return piece._replace(arg=places[piece.arg], precision=count(piece.precision), width=count(piece.width))


def _pieces_of(arg: ast.Expr) -> tuple[list[_Piece], list[ast.Expr]] | None:
    """Text and placeholders that stand for an argument, and the placeholders' own arguments."""
    while True:
        match arg:
            case ast.Paren() | ast.MacroExpansion() | ast.AddrOf(mutable=False, raw=False):
                arg = arg.expr
            case ast.BuiltinConst():
                arg = arg.lit
            case ast.FormatArgs():
                inner = flatten(arg)
                return inner.template, inner.args
            case ast.Lit(kind=ast.LitKind.STR, suffix=None):
                return [str(arg.value)], []
            case ast.Lit(kind=ast.LitKind.INT) if _fits(arg):
                return [str(arg.value)], []
            case _:
                return None


def _fits(lit: ast.Lit) -> bool:
    """Whether a number is what its type says; without a suffix that is `i32`."""
    ty = lit.suffix or "i32"
    return isinstance(lit.value, int) and ty in INT_BITS and lit.value <= int_range(ty)[1]


def _is_bare(piece: ast.FormatPlaceholder) -> bool:
    """`{}`, `{0}` or `{name}`: Display without options."""
    return piece == ast.FormatPlaceholder(piece.arg, ast.FormatTrait.DISPLAY, piece.span)


def _uses(node: ast.FormatArgs) -> tuple[list[int], set[int]]:
    """How many bare placeholders each argument has, and the arguments that are used in another way."""
    bare = [0] * len(node.args)
    used_otherwise: set[int] = set()
    for piece in node.template:
        if isinstance(piece, str):
            continue
        if _is_bare(piece):
            bare[piece.arg] += 1
        else:
            used_otherwise.add(piece.arg)
        counts = (piece.width, piece.precision)
        used_otherwise.update(count.arg for count in counts if count is not None and count.arg is not None)
    return bare, used_otherwise
