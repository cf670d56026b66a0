"""The macros that the compiler expands itself: `format_args!`, `assert!`, `concat!`, `stringify!`, `line!`, ... .

In: a call and the trees of its arguments. Out: an expression. They are declared in std/macros.rs with
`#[rustc_builtin_macro]`.
"""

from __future__ import annotations

from collections.abc import Callable

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import TYPE_CHECKING, Final
from interpreter.resolve import builtin_env, cfg
from interpreter.resolve.builtin_args import Arguments, constant, fail, literal_of, single_text, text_of
from interpreter.resolve.format_string import Arg, FormatSource, check_arguments, make_format_args
from interpreter.resolve.macro_rules import MacroDef
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Delimited, Lit, LitKind, Token, TokenTree
from interpreter.syntax.build_base import ident
from interpreter.syntax.rare import pretty

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


# ------------------------------------------------------------------------------------------------ formatting


def _format_args(macro: MacroDef, call: ast.MacroCall, expander: Expander) -> ast.Expr:
    return _make_format(call, call.trees, expander, newline=macro.name == "format_args_nl")


def _make_format(call: ast.MacroCall, trees: list[TokenTree], expander: Expander, *, newline: bool) -> ast.Expr:
    arguments = Arguments(call, expander)
    arguments.trees = trees
    if arguments.done:
        raise fail("requires at least a format string argument", call.span)
    token = arguments.here
    first = arguments.text()
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
    literal = literal_of(first)
    if literal is None or text_of(first) is None:
        raise fail("format argument must be a string literal", first.span)
    hygiene = token.hygiene if type(token) is Token else _fragment_hygiene(token)
    source = FormatSource(str(literal.value), literal.span if direct is first else first.span, direct is first, hygiene)
    format_args, errors = make_format_args(source, [(name, expander.expr(expr)) for name, expr in args], call.span)
    for error in errors:
        expander.sink.emit(error)
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
    arguments = Arguments(call, expander)
    if arguments.done:
        raise fail("macro requires a boolean expression as an argument", call.span, "boolean expression required")
    cond = arguments.expr()
    text = pretty.print_expr(cond)
    _before_message(arguments, expander)
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
    condition = ast.Paren(span=cond.span, expr=expander.expr(cond), inside=cond.span)
    negated = ast.Unary(span=call.span, op=ast.UnOp.NOT, expr=condition)
    nothing = ast.Block(span=call.span, stmts=[], expr=None, end_span=call.span)
    return ast.If(span=call.span, cond=negated, then=block, else_=ast.BlockExpr(span=call.span, block=nothing))


def _before_message(arguments: Arguments, expander: Expander) -> None:
    """The `,` before the message of an assertion, and what is often there instead."""
    tree = arguments.here
    if type(tree) is Token and tree[0] == ";":
        expander.sink.error(None, "macro requires an expression as an argument", arguments.call.span)
        arguments.at += 1
        tree = arguments.here
    if type(tree) is Token and tree[0] == "STR":
        expander.sink.error(None, "unexpected string literal", tree.span)
    else:
        arguments.comma()


def _std_path(span: Span, *names: str) -> ast.PathExpr:
    segments = [ast.PathSegment(span=span, ident=ast.Ident(name, span)) for name in ("$crate", *names)]
    return ast.PathExpr(span=span, path=ast.Path(span=span, segments=segments))


# ------------------------------------------------------------------------------------------------ constants


def _concat(_macro: MacroDef, call: ast.MacroCall, expander: Expander) -> ast.Expr:
    parts: list[str] = []
    for expr in Arguments(call, expander).exprs():
        negative = isinstance(expr, ast.Unary) and expr.op is ast.UnOp.NEG
        literal = literal_of(expr.expr if isinstance(expr, ast.Unary) and negative else expr)
        if literal is None or literal.kind in (LitKind.BYTE, LitKind.BYTE_STR, LitKind.C_STR):
            if literal is not None and literal.kind is not LitKind.C_STR:
                raise fail("cannot concatenate a byte string literal", expr.span)
            note = 'only literals (like `"foo"`, `-42` and `3.14`) can be passed to `concat!()`'
            raise fail("expected a literal", expr.span, notes=(note,))
        text = str(literal.value)
        parts.append("-" * negative + (text.lower() if literal.kind is LitKind.BOOL else text))
    return constant(call, LitKind.STR, "".join(parts))


def _stringify(_macro: MacroDef, call: ast.MacroCall, _expander: Expander) -> ast.Expr:
    return constant(call, LitKind.STR, pretty.print_trees(call.trees))


def _no_arguments(macro: MacroDef, call: ast.MacroCall) -> None:
    if call.trees:
        raise fail(f"{macro.name}! takes no arguments", call.span)


def _line(macro: MacroDef, call: ast.MacroCall, _expander: Expander) -> ast.Expr:
    _no_arguments(macro, call)
    return constant(call, LitKind.INT, call.span.source_callsite().start[0], "u32")


def _column(macro: MacroDef, call: ast.MacroCall, _expander: Expander) -> ast.Expr:
    _no_arguments(macro, call)
    return constant(call, LitKind.INT, call.span.source_callsite().start[1], "u32")


def _file(macro: MacroDef, call: ast.MacroCall, _expander: Expander) -> ast.Expr:
    _no_arguments(macro, call)
    return constant(call, LitKind.STR, call.span.source_callsite().file.name)


def _module_path(macro: MacroDef, call: ast.MacroCall, expander: Expander) -> ast.Expr:
    _no_arguments(macro, call)
    return constant(call, LitKind.STR, "::".join(expander.module_path))


def _cfg(_macro: MacroDef, call: ast.MacroCall, expander: Expander) -> ast.Expr:
    parts = cfg.split_commas(call.trees)
    if not parts:
        raise fail("macro requires a cfg-pattern as an argument", call.span, "cfg-pattern required")
    if len(parts) > 1:
        raise fail("expected 1 cfg-pattern", call.span)
    return constant(call, LitKind.BOOL, cfg.holds(parts[0], call, expander.sink))


def select_cfg(call: ast.MacroCall, expander: Expander) -> list[TokenTree]:
    """`cfg_select! { predicate => { trees } ... _ => { trees } }`: the trees of the first predicate that holds."""
    trees = call.trees
    at = 0
    while at < len(trees):
        start = at
        while at < len(trees) and not (type(tree := trees[at]) is Token and tree[0] == "=>"):
            at += 1
        if at + 1 >= len(trees):
            raise fail("expected `=>` after the predicate of `cfg_select!`", trees[start].span)
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
    raise fail("none of the predicates in this `cfg_select` evaluated to true", call.span)


def _compile_error(macro: MacroDef, call: ast.MacroCall, expander: Expander) -> ast.Expr:
    raise fail(single_text(macro, call, expander), call.span)


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
    "env": builtin_env.env,
    "option_env": builtin_env.option_env,
    "include": builtin_env.include,
    "include_str": builtin_env.include,
    "include_bytes": builtin_env.include,
}
