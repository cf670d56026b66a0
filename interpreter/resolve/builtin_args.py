"""What the built-in macros share: their arguments, one after the other, and the constants that some of them become."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, Final
from interpreter.resolve.macro_rules import MacroDef, MacroError
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Lit, LitKind, Token, TokenTree
from interpreter.syntax.clone import take_node
from interpreter.syntax.fragments import is_ident, parse_fragment
from interpreter.syntax.literals import make_literal
from interpreter.syntax.words import describe

if TYPE_CHECKING:
    from interpreter.resolve.expand import Expander


def fail(message: str, span: Span, label: str = "", **more: tuple[str, ...]) -> MacroError:
    return MacroError(Diagnostic(None, message, (Label(span, label),), **more))  # type: ignore[arg-type]


_LIKE_A_COMMA: Final = (".", "<", ";")
"""What rustc's parser takes for a comma, after an error (`TokenKind::similar_tokens`)."""


class Arguments:
    """The arguments of a call, taken one after the other."""

    def __init__(self, call: ast.MacroCall, expander: Expander) -> None:
        self.call = call
        self.trees = call.trees
        self.at = 0
        self.expander = expander
        args = call.args_span
        self.end = Span(args.file, args.hi - 1, args.hi, args.call_site)

    @property
    def done(self) -> bool:
        return self.at >= len(self.trees)

    @property
    def here(self) -> TokenTree | None:
        return self.trees[self.at] if self.at < len(self.trees) else None

    def expr(self) -> ast.Expr:
        tree, self.trees, self.at = parse_fragment("expr", self.trees, self.at, self.expander.edition, self.end)
        assert isinstance(tree, ast.Fragment)
        node: ast.Expr = take_node(tree)
        return node

    def text(self) -> ast.Expr:
        """An expression, but nothing behind a literal string that it begins with."""
        tree = self.here
        if type(tree) is Token and tree[0] == "STR":
            self.at += 1
            return make_literal(tree)
        return self.expr()

    def comma(self, *, after_first: bool = False) -> bool:
        """Take a comma; False at the end of the arguments."""
        tree = self.here
        if tree is None:
            return False
        if not (type(tree) is Token and tree[0] == ","):
            wanted = short = "`,`" if after_first else "one of `,`, `.`, `?`, or an operator"
            before = self.trees[self.at - 1]
            if not after_first and type(before) is Token and before[0] == "IDENT":
                wanted, short = "one of `!`, `,`, `.`, `::`, `?`, `{`, or an operator", "one of 7 possible tokens"
                dot = self.trees[self.at - 2] if self.at > 1 else None
                if type(dot) is Token and dot[0] == ".":
                    wanted, short = "one of `(`, `,`, `.`, `::`, `?`, or an operator", "one of 6 possible tokens"
            if type(tree) is Token and tree[0] in _LIKE_A_COMMA and after_first:
                self.expander.sink.error(None, f"expected {wanted}, found {describe(tree)}", tree.span, f"expected {short}")
                self.at += 1
                return True
            raise fail(f"expected {wanted}, found {describe(tree)}", tree.span, f"expected {short}")
        self.at += 1
        return True

    def exprs(self) -> list[ast.Expr]:
        """All of them, with the macros in them expanded (rustc: `get_exprs_from_tts`)."""
        found: list[ast.Expr] = []
        while not self.done:
            found.append(self.expander.expr(self.expr()))
            tree = self.here
            if tree is not None:
                if not (type(tree) is Token and tree[0] == ","):
                    raise fail("expected token: `,`", tree.span)
                self.at += 1
        return found

    def name(self) -> Token | None:
        """Take `name =` if it is next."""
        tree = self.here
        after = self.trees[self.at + 1] if self.at + 1 < len(self.trees) else None
        if tree is not None and is_ident(tree) and type(after) is Token and after[0] == "=":
            self.at += 2
            assert type(tree) is Token
            return tree
        return None


def literal_of(expr: ast.Expr) -> Lit | None:
    """The literal that an expression is, once macros in it are expanded."""
    while isinstance(expr, (ast.MacroExpansion, ast.Paren)):
        expr = expr.expr
    if isinstance(expr, ast.BuiltinConst):
        return expr.lit
    return expr if isinstance(expr, Lit) else None


def text_of(expr: ast.Expr) -> str | None:
    """The text of a string literal."""
    literal = literal_of(expr)
    return literal.value if literal is not None and isinstance(literal.value, str) and literal.kind is LitKind.STR else None


def single_text(macro: MacroDef, call: ast.MacroCall, expander: Expander) -> str:
    """The only argument, a string literal (rustc: `get_single_str_from_tts`)."""
    exprs = Arguments(call, expander).exprs()
    if not exprs:
        raise fail(f"{macro.name}! takes 1 argument", call.span)
    if len(exprs) > 1:
        expander.sink.error(None, f"{macro.name}! takes 1 argument", call.span)
    text = text_of(exprs[0])
    if text is None:
        raise fail("argument must be a string literal", exprs[0].span)
    return text


def constant(call: ast.MacroCall, kind: LitKind, value: str | int | bool, suffix: str | None = None) -> ast.BuiltinConst:
    return ast.BuiltinConst(span=call.span, lit=Lit(span=call.span, kind=kind, value=value, suffix=suffix))
