"""The built-in macros about what is around the program: `env!`, `option_env!`, `include!` and its kin.

A compilation depends on the text alone: no environment variable is set, but those that every shell or cargo sets are out of the
subset, and so is the text of a file that is there.
"""

from __future__ import annotations

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import TYPE_CHECKING, Final
from interpreter.resolve.builtin_args import Arguments, fail, single_text, text_of
from interpreter.resolve.macro_rules import MacroDef
from interpreter.syntax import ast

if TYPE_CHECKING:
    from interpreter.resolve.expand import Expander

_OFTEN_SET: Final = frozenset(
    ("PATH", "HOME", "PWD", "USER", "SHELL", "LANG", "TERM", "OUT_DIR", "RUSTUP_HOME", "LD_LIBRARY_PATH")
)


def _check_unset(name: str, call: ast.MacroCall) -> None:
    if name in _OFTEN_SET or name.startswith("CARGO"):
        raise UnsupportedError(f"the environment variable `{name}` at compile time", call.span)


def env(_macro: MacroDef, call: ast.MacroCall, expander: Expander) -> ast.Expr:
    exprs = Arguments(call, expander).exprs()
    if not 1 <= len(exprs) <= 2:
        raise fail("`env!()` takes 1 or 2 arguments", call.span)
    texts = [text_of(expr) for expr in exprs]
    for expr, text in zip(exprs, texts, strict=True):
        if text is None:
            raise fail("expected string literal", expr.span)
    name = texts[0] or ""
    _check_unset(name, call)
    if len(texts) == 2:
        raise fail(texts[1] or "", call.span)
    helps = (f'use `std::env::var("{name}")` to read the variable at run time',)
    raise fail(f"environment variable `{name}` not defined at compile time", call.span, helps=helps)


def option_env(macro: MacroDef, call: ast.MacroCall, expander: Expander) -> ast.Expr:
    _check_unset(single_text(macro, call, expander), call)
    span = macro.item.span._replace(call_site=call.span)
    segments = [ast.PathSegment(span=span, ident=ast.Ident(name, span)) for name in ("$crate", "no_variable")]
    path = ast.Path(span=span, segments=segments)
    unset = ast.MacroCall(span=call.span, path=path, delim=ast.MacroDelim.PAREN, trees=[], args_span=call.args_span)
    expanded: ast.Expr = expander.expr(unset)
    return expanded


def include(macro: MacroDef, call: ast.MacroCall, expander: Expander) -> ast.Expr:
    name = single_text(macro, call, expander)
    file = call.span.source_callsite().file
    folder = file.name.rpartition("/")[0]
    path = f"{folder}/{name}" if folder and not name.startswith("/") else name
    if file.exists(path):
        raise UnsupportedError(f"the macro `{macro.name}!` of a file that is there", call.span)
    raise fail(f"couldn't read `{path}`: No such file or directory (os error 2)", call.span)
