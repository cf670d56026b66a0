"""The macros that the compiler expands itself: `format_args!`, `assert!`, `concat!`, `stringify!`, `line!`, ... .

In: a call and the trees of its arguments. Out: an expression. They are declared in std/macros.rs with
`#[rustc_builtin_macro]`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from interpreter.diagnostics import Diagnostic, Label, UnsupportedError
from interpreter.resolve import cfg
from interpreter.resolve.format_string import Arg, FormatSource, check_arguments, make_format_args
from interpreter.resolve.macro_rules import MacroDef, MacroError
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Delimited, Lit, LitKind, Token, TokenTree
from interpreter.syntax.build_base import ident
from interpreter.syntax.fragments import is_ident, parse_fragment, take_node
from interpreter.syntax.rare import pretty
from interpreter.syntax.words import describe

if TYPE_CHECKING:
    from interpreter.resolve.expand import Expander


def expand_builtin(macro: MacroDef, call: ast.MacroCall, expander: Expander) -> ast.Expr:
    """What a call of a built-in macro becomes.

    Raises: `MacroError`, `FormatError`, `ParseError`; `UnsupportedError` for what needs the environment or other files.
    """
    function = _BUILTINS.get(macro.name)
    if function is None:
        raise UnsupportedError(f"the macro `{macro.name}!`", call.span)
    return function(macro, call, expander)


def _fail(message: str, span: Span, label: str = "", **more: tuple[str, ...]) -> MacroError:
    return MacroError(Diagnostic(None, message, (Label(span, label),), **more))  # type: ignore[arg-type]


class _Arguments:
    """The arguments of a call, taken one after the other."""

    def __init__(self, call: ast.MacroCall, expander: Expander) -> None:
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
        node: ast.Expr = take_node(tree)
        return node

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
            raise _fail(f"expected {wanted}, found {describe(tree)}", tree.span, f"expected {short}")
        self.at += 1
        return True

    def name(self) -> Token | None:
        """Take `name =` if it is next."""
        tree = self.here
        after = self.trees[self.at + 1] if self.at + 1 < len(self.trees) else None
        if tree is not None and is_ident(tree) and type(after) is Token and after[0] == "=":
            self.at += 2
            assert type(tree) is Token
            return tree
        return None


def _literal(expr: ast.Expr) -> Lit | None:
    """The literal that an expression is, once macros in it are expanded."""
    while isinstance(expr, ast.MacroExpansion | ast.Paren):
        expr = expr.expr
    if isinstance(expr, ast.BuiltinConst):
        return expr.lit
    return expr if isinstance(expr, Lit) else None


# ------------------------------------------------------------------------------------------------ formatting


def _format_args(macro: MacroDef, call: ast.MacroCall, expander: Expander) -> ast.Expr:
    return _make_format(call, call.trees, expander, newline=macro.name == "format_args_nl")


def _make_format(call: ast.MacroCall, trees: list[TokenTree], expander: Expander, *, newline: bool) -> ast.Expr:
    arguments = _Arguments(call, expander)
    arguments.trees = trees
    if arguments.done:
        raise _fail("requires at least a format string argument", call.span)
    token = arguments.here
    first = arguments.expr()
    direct = first
    if not isinstance(first, Lit):
        first = expander.expr(first)
    args: list[Arg] = []
    started = False
    while arguments.comma(after_first=not started):
        started = True
        if arguments.done:
            break
        name = arguments.name()
        args.append((ident(name) if name else None, arguments.expr()))
    check_arguments(args)
    literal = _literal(first)
    if literal is None or literal.kind is not LitKind.STR or not isinstance(literal.value, str):
        raise _fail("format argument must be a string literal", first.span)
    hygiene = token.hygiene if type(token) is Token else _fragment_hygiene(token)
    source = FormatSource(literal.value, literal.span if direct is first else first.span, direct is first, hygiene)
    format_args = make_format_args(source, [(name, expander.expr(expr)) for name, expr in args], call.span)
    if newline:
        template = format_args.template
        if template and isinstance(template[-1], str):
            template[-1] += "\n"
        else:
            template.append("\n")
    return format_args


def _fragment_hygiene(tree: TokenTree | None) -> int:
    """The hygiene of a format string that came as a fragment: of the token that it is."""
    while isinstance(tree, ast.Fragment) and len(tree.trees) == 1:
        tree = tree.trees[0]
    return tree.hygiene if isinstance(tree, Token) else 0


# ------------------------------------------------------------------------------------------------ assert


def _assert(macro: MacroDef, call: ast.MacroCall, expander: Expander) -> ast.Expr:
    """`if !cond { panic }`."""
    arguments = _Arguments(call, expander)
    if arguments.done:
        raise _fail("macro requires a boolean expression as an argument", call.span, "boolean expression required")
    cond = arguments.expr()
    text = pretty.print_expr(cond)
    arguments.comma(after_first=True)
    span = Span(macro.item.span.file, macro.item.span.lo, macro.item.span.hi, call.span)
    panic: ast.Expr
    if arguments.done:
        message = Lit(span=span, kind=LitKind.STR, value=f"assertion failed: {text}")
        panic = ast.Call(span=span, func=_std_path(span, "rt", "panic_str"), args=[message])
    else:
        call_panic = ast.MacroCall(
            span=call.span, path=_std_path(span, "panic").path, delim=ast.MacroDelim.PAREN, trees=arguments.trees[arguments.at :],
            args_span=call.args_span,
        )  # fmt: skip
        panic = expander.expr(call_panic)
    stmt = ast.ExprStmt(span=span, expr=panic, semi=True)
    block = ast.Block(span=span, stmts=[stmt], expr=None, end_span=span)
    negated = ast.Unary(span=cond.span, op=ast.UnOp.NOT, expr=ast.Paren(span=cond.span, expr=expander.expr(cond)))
    return ast.If(span=call.span, cond=negated, then=block, else_=None)


def _std_path(span: Span, *names: str) -> ast.PathExpr:
    segments = [ast.PathSegment(span=span, ident=ast.Ident(name, span)) for name in ("$crate", *names)]
    return ast.PathExpr(span=span, path=ast.Path(span=span, segments=segments))


# ------------------------------------------------------------------------------------------------ constants


def _const(call: ast.MacroCall, kind: LitKind, value: str | int | bool, suffix: str | None = None) -> ast.BuiltinConst:
    return ast.BuiltinConst(span=call.span, lit=Lit(span=call.span, kind=kind, value=value, suffix=suffix))


def _concat(_macro: MacroDef, call: ast.MacroCall, expander: Expander) -> ast.Expr:
    arguments = _Arguments(call, expander)
    parts: list[str] = []
    while not arguments.done:
        expr = expander.expr(arguments.expr())
        negative = isinstance(expr, ast.Unary) and expr.op is ast.UnOp.NEG
        literal = _literal(expr.expr if isinstance(expr, ast.Unary) and negative else expr)
        if literal is None or literal.kind in (LitKind.BYTE, LitKind.BYTE_STR, LitKind.C_STR):
            if literal is not None and literal.kind is not LitKind.C_STR:
                raise _fail("cannot concatenate a byte string literal", expr.span)
            note = 'only literals (like `"foo"`, `-42` and `3.14`) can be passed to `concat!()`'
            raise _fail("expected a literal", expr.span, notes=(note,))
        text = str(literal.value)
        parts.append("-" * negative + (text.lower() if literal.kind is LitKind.BOOL else text))
        if not arguments.comma():
            break
    return _const(call, LitKind.STR, "".join(parts))


def _stringify(_macro: MacroDef, call: ast.MacroCall, _expander: Expander) -> ast.Expr:
    return _const(call, LitKind.STR, pretty.print_trees(call.trees))


def _no_arguments(macro: MacroDef, call: ast.MacroCall) -> None:
    if call.trees:
        raise _fail(f"{macro.name}! takes no arguments", call.span)


def _line(macro: MacroDef, call: ast.MacroCall, _expander: Expander) -> ast.Expr:
    _no_arguments(macro, call)
    return _const(call, LitKind.INT, call.span.source_callsite().start[0], "u32")


def _column(macro: MacroDef, call: ast.MacroCall, _expander: Expander) -> ast.Expr:
    _no_arguments(macro, call)
    return _const(call, LitKind.INT, call.span.source_callsite().start[1], "u32")


def _file(macro: MacroDef, call: ast.MacroCall, _expander: Expander) -> ast.Expr:
    _no_arguments(macro, call)
    return _const(call, LitKind.STR, call.span.source_callsite().file.name)


def _module_path(macro: MacroDef, call: ast.MacroCall, expander: Expander) -> ast.Expr:
    _no_arguments(macro, call)
    return _const(call, LitKind.STR, "::".join(expander.module_path))


def _cfg(_macro: MacroDef, call: ast.MacroCall, expander: Expander) -> ast.Expr:
    parts = cfg.split_commas(call.trees)
    if not parts:
        raise _fail("macro requires a cfg-pattern as an argument", call.span, "cfg-pattern required")
    if len(parts) > 1:
        raise _fail("expected 1 cfg-pattern", call.span)
    return _const(call, LitKind.BOOL, cfg.holds(parts[0], call, expander.sink))


def select_cfg(call: ast.MacroCall, expander: Expander) -> list[TokenTree]:
    """`cfg_select! { predicate => { trees } ... _ => { trees } }`: the trees of the first predicate that holds."""
    trees = call.trees
    at = 0
    while at < len(trees):
        start = at
        while at < len(trees) and not (type(tree := trees[at]) is Token and tree[0] == "=>"):
            at += 1
        if at + 1 >= len(trees):
            raise _fail("expected `=>` after the predicate of `cfg_select!`", trees[start].span)
        predicate, body = trees[start:at], trees[at + 1]
        at += 2
        if not isinstance(body, Delimited) or body.delim != "{":
            begin = at - 1
            while at < len(trees) and not (type(tree := trees[at]) is Token and tree[0] == ","):
                at += 1
            chosen = trees[begin:at]
        else:
            chosen = body.trees
        if at < len(trees) and type(tree := trees[at]) is Token and tree[0] == ",":
            at += 1
        first = predicate[0] if predicate else None
        if (type(first) is Token and first[0] == "_") or cfg.holds(predicate, call, expander.sink):
            return chosen
    raise _fail("none of the predicates in this `cfg_select` evaluated to true", call.span)


def _compile_error(_macro: MacroDef, call: ast.MacroCall, expander: Expander) -> ast.Expr:
    arguments = _Arguments(call, expander)
    if arguments.done:
        raise _fail("compile_error! takes 1 argument", call.span)
    literal = _literal(expander.expr(arguments.expr()))
    if literal is None or literal.kind is not LitKind.STR:
        raise _fail("argument must be a string literal", call.trees[0].span)
    raise _fail(str(literal.value), call.span)


_BUILTINS: Final[dict[str, Callable[[MacroDef, ast.MacroCall, Expander], ast.Expr]]] = {
    "format_args": _format_args,
    "const_format_args": _format_args,
    "format_args_nl": _format_args,
    "assert": _assert,
    "concat": _concat,
    "stringify": _stringify,
    "line": _line,
    "column": _column,
    "file": _file,
    "module_path": _module_path,
    "cfg": _cfg,
    "compile_error": _compile_error,
}
