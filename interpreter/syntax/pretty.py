"""Tokens and expressions back to text, as in `stringify!` and in the message of `assert!` (rustc_ast_pretty::pprust)."""

from __future__ import annotations

from interpreter.hints import Final
from interpreter.syntax import ast
from interpreter.syntax.ast import Delimited, Fragment, Token, TokenTree

_PUNCT: Final = frozenset(
    [
        ";",
        ",",
        ".",
        "=",
        "<",
        ">",
        "&",
        "|",
        "!",
        "+",
        "-",
        "*",
        "/",
        "%",
        "^",
        "?",
        "#",
        "@",
        "$",
        "~",
        ":",
        "::",
        "->",
        "=>",
        "==",
        "!=",
        "<=",
        ">=",
        "&&",
        "||",
        "+=",
        "-=",
        "*=",
        "/=",
        "%=",
        "^=",
        "&=",
        "|=",
        "<<",
        ">>",
        "<<=",
        ">>=",
        "..",
        "..=",
        "...",
        "<-",
    ]
)
_SPACELESS_WORDS: Final = frozenset(("IDENT", "fn", "Self", "pub"))


def print_trees(trees: list[TokenTree]) -> str:
    """Token trees as text: spaces where they were written, else where they are usual (pprust::State::print_tts)."""
    out: list[str] = []
    for index, tree in enumerate(trees):
        out.append(_print_tree(tree))
        if index + 1 < len(trees) and not _joint(tree) and _space_between(tree, trees[index + 1]):
            out.append(" ")
    return "".join(out)


def _print_tree(tree: TokenTree) -> str:
    if isinstance(tree, Token):
        is_raw = tree.kind == "IDENT" and (tree.name or tree.span).text.startswith("r#")
        return f"r#{tree.text}" if is_raw else tree.text
    if isinstance(tree, Fragment):
        return print_trees(tree.trees)
    inner = print_trees(tree.trees)
    if tree.delim == "{" and inner and not tree.open.joint:
        return f"{{ {inner} }}"
    return f"{tree.open.text}{inner}{tree.close.text}"


def _joint(tree: TokenTree) -> bool:
    if isinstance(tree, Token):
        return tree.joint
    return isinstance(tree, Delimited) and tree.close.joint


def _is_punct(tree: TokenTree) -> bool:
    return isinstance(tree, Token) and tree.kind in _PUNCT


def _space_between(first: TokenTree, second: TokenTree) -> bool:
    if isinstance(first, Token) and first.kind == "." and not _is_punct(second):
        return False
    if isinstance(second, Token) and second.kind in (",", ";", ".") and not _is_punct(first):
        return False
    if isinstance(first, Token) and isinstance(second, Delimited):
        if second.delim == "(" and first.kind in _SPACELESS_WORDS:
            return False
        if second.delim == "[" and first.kind == "#":
            return False
    return True


def print_expr(expr: ast.Expr) -> str:
    """An expression on one line; forms that conditions seldom have are given as they are written."""
    match expr:
        case ast.Binary():
            return f"{print_expr(expr.lhs)} {expr.op.value} {print_expr(expr.rhs)}"
        case ast.Unary():
            return f"{expr.op.value}{print_expr(expr.expr)}"
        case ast.AddrOf():
            kind = ("raw mut " if expr.mutable else "raw const ") if expr.raw else "mut " if expr.mutable else ""
            return f"&{kind}{print_expr(expr.expr)}"
        case ast.Paren():
            return f"({print_expr(expr.expr)})"
        case ast.MethodCall():
            args = ", ".join(map(print_expr, expr.args))
            return f"{print_expr(expr.receiver)}.{_written(expr.segment)}({args})"
        case ast.Call():
            return f"{print_expr(expr.func)}({', '.join(map(print_expr, expr.args))})"
        case ast.FieldExpr():
            return f"{print_expr(expr.expr)}.{expr.ident.name}"
        case ast.Index():
            return f"{print_expr(expr.expr)}[{print_expr(expr.index)}]"
        case ast.Try():
            return f"{print_expr(expr.expr)}?"
        case ast.Await():
            return f"{print_expr(expr.expr)}.await"
        case ast.Cast():
            return f"{print_expr(expr.expr)} as {_written(expr.ty)}"
        case ast.Tuple():
            inner = ", ".join(map(print_expr, expr.elems))
            return f"({inner},)" if len(expr.elems) == 1 else f"({inner})"
        case ast.Array():
            return f"[{', '.join(map(print_expr, expr.elems))}]"
        case ast.Repeat():
            return f"[{print_expr(expr.elem)}; {print_expr(expr.count.value)}]"
        case ast.StructExpr() if not expr.rest_only:
            fields = [
                field.ident.name if field.shorthand else f"{field.ident.name}: {print_expr(field.expr)}" for field in expr.fields
            ]
            fields += [f"..{print_expr(expr.base)}"] if expr.base else []
            return f"{_written(expr.path)} {{ {', '.join(fields)} }}" if fields else f"{_written(expr.path)} {{}}"
        case ast.Range():
            lo = print_expr(expr.lo) if expr.lo else ""
            hi = print_expr(expr.hi) if expr.hi else ""
            return f"{lo}{'..=' if expr.inclusive else '..'}{hi}"
        case ast.Closure():
            head = " ".join(expr.head_span.text.split())
            return f"{head} {print_expr(expr.body)}"
        case ast.MacroCall():
            inner = print_trees(expr.trees)
            close = {"(": ")", "[": "]", "{": "}"}[expr.delim.value]
            return f"{_written(expr.path)}!{expr.delim.value}{inner}{close}"
        case _:
            return _written(expr)


def _written(node: ast.Node) -> str:
    """The source text of a node with its white space normalised."""
    return " ".join(node.span.text.split())
