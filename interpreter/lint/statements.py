"""Lints of the form of statements: `redundant_semicolons`, `unused_doc_comments`, `double_negations`, `unused_import_braces`,
`named_arguments_used_positionally` (rustc_lint: redundant_semicolon.rs, builtin.rs, precedence.rs, unused.rs;
rustc_builtin_macros: format.rs)."""

from __future__ import annotations

from itertools import pairwise

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import crate_nodes
from interpreter.source import Span
from interpreter.syntax import ast

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All of the crate's syntax."""
    for node in crate_nodes(tcx):
        match node:
            case ast.Block():
                _semicolons(node, emit)
            case ast.Unary() if _is_negation(node) and isinstance(node.expr, ast.Unary) and _is_negation(node.expr):
                if not _is_negation(node.expr.expr) and node.span.call_site == node.expr.span.call_site:
                    emit("double_negations", Label(node.span), "use of a double negation")
            case ast.FormatArgs():
                for name, place in node.by_position:
                    used = Label(place, f"this formatting argument uses named argument `{name.name}` by position")
                    message = f"named argument `{name.name}` is not used by name"
                    at = Label(name.span, "this named argument is referred to by position in formatting string")
                    emit("named_arguments_used_positionally", at, message, secondary=(used,))
            case ast.Use():
                _import_braces(node.tree, node, emit)
            case _:
                pass
    for place in tcx.resolution.attributed:
        comments = [attr for attr in place.attrs if attr.name == "doc" and not attr.inner]
        if comments:
            _doc_comments(place.node, comments, emit)


def _is_negation(expr: ast.Expr) -> bool:
    return isinstance(expr, ast.Unary) and expr.op is ast.UnOp.NEG


# ------------------------------------------------------------------------------------------------ semicolons


def _semicolons(block: ast.Block, emit: Emit) -> None:
    """Semicolons that end nothing are no statements of the tree; they stand in the text between two of them."""
    if block.span.call_site is not None:
        return
    parts: list[ast.Node] = [*block.attrs, *block.stmts, *((block.expr,) if block.expr is not None else ())]
    spans = [part.span for part in parts]
    if any(span.source_callsite().file is not block.span.file for span in spans):
        return
    edges = [span.source_callsite() for span in spans]
    ends = [(block.span.lo + 1, block.span.lo + 1), *((e.lo, e.hi) for e in edges), (block.span.hi - 1, block.span.hi - 1)]
    text = block.span.file.text
    for (_, lo), (hi, _) in pairwise(ends):
        places = _semicolons_between(text, lo, hi)
        if places and places[0] == lo and text[lo - 1] in ")]":
            del places[0]  # It ends a macro call.
        if places:
            span = Span(block.span.file, places[0], places[-1] + 1)
            plural = "s" if len(places) > 1 else ""
            emit("redundant_semicolons", Label(span), f"unnecessary trailing semicolon{plural}")


def _semicolons_between(text: str, lo: int, hi: int) -> list[int]:
    """Those outside of comments; the attributes of what follows have none."""
    found: list[int] = []
    at = lo
    while at < hi:
        if text.startswith("//", at):
            end = text.find("\n", at)
            at = hi if end < 0 else end
        elif text.startswith("/*", at):
            at = text.index("*/", at) + 1
        elif text[at] == "#":
            break
        elif text[at] == ";":
            found.append(at)
        elif not text[at].isspace():
            return []  # Macro calls that became nothing.
        at += 1
    return found


# ------------------------------------------------------------------------------------------------ doc comments


def _doc_comments(node: object, comments: list[ast.Attribute], emit: Emit) -> None:
    what, at = _undocumented(node)
    if what is None:
        return
    by_line: list[tuple[Span, bool]] = []
    for comment in comments:
        if comment.is_doc_comment and by_line and by_line[-1][1]:
            by_line[-1] = (by_line[-1][0].to(comment.span), True)
        else:
            by_line.append((comment.span, comment.is_doc_comment))
    why = f"rustdoc does not generate documentation for {what}"
    for span, _ in by_line:
        if at is None:
            emit("unused_doc_comments", Label(span, why), "unused doc comment")
        else:
            emit("unused_doc_comments", Label(span), "unused doc comment", secondary=(Label(at, why),))


def _undocumented(node: object) -> tuple[str | None, Span | None]:
    match node:
        case ast.Let():
            return "statements", node.span
        case ast.MacroCall() | ast.MacroItem():
            return "macro invocations", None
        case ast.Arm():
            return "match arms", node.span
        case ast.ExternBlock():
            return "extern blocks", node.span
        case ast.GenericParam():
            return "generic parameters", node.span
        case ast.FieldPat():
            return "pattern fields", node.span
        case ast.FieldInit():
            return "expression fields", node.span
        case ast.ItemBase() | ast.Variant() | ast.FieldDef() | ast.Crate() | ast.Param() | ast.SelfParam() | ast.ClosureParam():
            return None, None
        case ast.Node():
            return "expressions", node.span
    return None, None


# ------------------------------------------------------------------------------------------------ imports


def _import_braces(tree: ast.UseTree, item: ast.Use, emit: Emit) -> None:
    for nested in tree.nested or ():
        _import_braces(nested, item, emit)
    if tree.nested is None or len(tree.nested) != 1 or tree.nested[0].nested is not None:
        return
    only = tree.nested[0]
    name = "*"
    if not only.glob:
        own = only.prefix.segments[-1].ident.name
        if own == "self":
            return
        name = only.rename.name if only.rename is not None else own
    emit("unused_import_braces", Label(item.span), f"braces around {name} is unnecessary")
