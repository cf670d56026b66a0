"""What a macro call gave, parsed for the place where it is called (rustc_expand: `parse_ast_fragment`, `MacResult`)."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.records import replace
from interpreter.resolve.macro_rules import MacroDef, MacroError
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Token, TokenTree
from interpreter.syntax.parser import ParseError, parse_prefix
from interpreter.syntax.words import describe

if TYPE_CHECKING:
    from interpreter.resolve.expand import Expander


def parse_output(
    expander: Expander, start: str, trees: list[TokenTree], call: ast.MacroCall, macro: MacroDef, arm: Span
) -> Any:  # fmt: skip
    """The tokens of an expansion as one of the start symbols of the grammar; `arm` = the body that they come from.

    Raises: `ParseError`, `MacroError`, `UnsupportedError`.
    """
    labels = () if trees or macro.item.span.file.is_std else (Label(arm, "in this macro arm"),)
    if start == "expression" and not trees:
        note = "the macro call doesn't expand to an expression, but it can expand to a statement"
        message = "macro expansion ends with an incomplete expression: expected expression"
        raise MacroError(Diagnostic(None, message, (Label(call.span, "expected expression"),), labels, (note,)))
    end = _end_of(trees[-1]) if trees else call.span
    try:
        node, diagnostics, following = parse_prefix(start, trees, expander.edition, end, all_of=start == "stmts")
    except ParseError as error:
        raise ParseError(*(replace(d, secondary=(*d.secondary, *labels)) for d in error.diagnostics)) from None
    for diagnostic in diagnostics:
        expander.sink.emit(diagnostic)
    if start == "expression" and following is not None and type(following) is Token and following[0] == ";":
        if not macro.item.span.file.is_std:
            _semicolon(expander, following.span, call)
        following = _after(following, trees)
    if following is not None:
        _ignores(expander, following, call, {"ty": "type", "pattern": "pattern", "expression": "expression"}.get(start, "item"))
    return node


def built_output(expander: Expander, expr: ast.Expr, call: ast.MacroCall, start: str, parent: Any) -> Any:
    """What a built-in macro gave, where it is called; an expression can't stand everywhere."""
    if start == "stmts":
        return [], expr
    if start == "expression":
        return expr
    literal = expr.lit if isinstance(expr, ast.BuiltinConst) else expr
    if start == "pattern" and isinstance(literal, ast.Lit):
        return ast.LitPat(span=call.span, expr=literal)
    kind = {"pattern": "pattern", "ty": "type", "foreign_items": "foreign item"}.get(start, "item")
    if start == "assoc_items":
        kind = "trait item" if isinstance(parent, ast.Trait) else "impl item"
    name = "::".join(segment.ident.name for segment in call.path.segments)
    expander.sink.error(None, f"non-{kind} macro in {kind} position: {name}", call.span)
    return None


def not_parsed(found: Diagnostic, macro: MacroDef, call: ast.MacroCall, start: str) -> Diagnostic:
    """A syntax error in an expansion, which may end too early (rustc: `emit_frag_parse_err`)."""
    if start in ("ty", "pattern"):
        label = Label(call.span, f"this macro call doesn't expand to a {'type' if start == 'ty' else start}")
        found = replace(found, secondary=(*found.secondary, label))
    wanted = found.message.removesuffix(", found `<eof>`")
    if wanted in (found.message, "expected identifier") or macro.builtin:
        return found
    message = f"macro expansion ends with an incomplete expression: {wanted}"
    file, lo, hi, _ = found.primary[0].span
    return replace(found, message=message, primary=(Label(Span(file, lo, hi), wanted),))


def _ignores(expander: Expander, tree: Any, call: ast.MacroCall, context: str) -> None:
    """A token that is left over (rustc: `ensure_complete_parse`)."""
    caused = Label(call.span, "caused by the macro expansion here")
    note = f"the usage of `{call.path.segments[-1].ident.name}!` is likely invalid in {context} context"
    message = f"macro expansion ignores {describe(tree)} and any tokens following"
    at = tree.at or tree.span if isinstance(tree, ast.Fragment) else tree.span
    expander.sink.emit(Diagnostic(None, message, (Label(at),), (caused,), (note,)))


def _semicolon(expander: Expander, span: Span, call: ast.MacroCall) -> None:
    """The lint `semicolon_in_expressions_from_macros`, which denies what rustc used to pass over."""
    name = call.path.segments[-1].ident.name
    notes = ["for more information, see issue #79813 <https://github.com/rust-lang/rust/issues/79813>"]
    if call is expander.trailing:
        notes.append("macro invocations at the end of a block are treated as expressions")
        notes.append(f"to ignore the value produced by the macro, add a semicolon after the invocation of `{name}`")
    if not expander.semicolons:
        notes.append("`#[deny(semicolon_in_expressions_from_macros)]` (part of `#[deny(future_incompatible)]`) on by default")
    expander.semicolons += 1
    lint = "semicolon_in_expressions_from_macros"
    expander.late.error(lint, "trailing semicolon in macro used in expression position", span, notes=tuple(notes))


def _end_of(tree: TokenTree) -> Span:
    """Where a tree ends in the body of the macro that it is from."""
    at = tree.at if isinstance(tree, ast.Fragment) else None
    return (at or tree.span).shrink_to_hi()


def _after(token: Token, trees: list[TokenTree]) -> TokenTree | None:
    """What comes after a token among trees."""
    index = next(index for index, tree in enumerate(trees) if tree is token)
    return trees[index + 1] if index + 1 < len(trees) else None
