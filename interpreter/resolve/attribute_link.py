"""`#[link(..)]` (rustc_attr_parsing: link_attrs.rs), for a target that is neither Windows nor Apple's."""

from __future__ import annotations

from interpreter.diagnostics import DiagnosticSink
from interpreter.hints import Final
from interpreter.resolve.attribute_args import args_span, is_string, malformed, parts
from interpreter.source import Span
from interpreter.syntax.ast import Attribute, Delimited, Token, TokenTree
from interpreter.syntax.stream import split_meta

_PAGE: Final = "items/external-blocks.html#the-link-attribute"
_ARGUMENTS: Final = ("name", "kind", "modifiers", "cfg", "wasm_import_module", "import_name_type")
_KINDS: Final = ("static", "dylib", "framework", "raw-dylib", "link-arg")
_MODIFIERS: Final = ("bundle", "export-symbols", "verbatim", "whole-archive", "as-needed")
_ELSEWHERE: Final = {"framework": "Apple", "raw-dylib": "Windows"}


def check(attr: Attribute, sink: DiagnosticSink) -> None:
    """Report what is wrong with the arguments."""
    if not attr.args or not isinstance(attr.args[0], Delimited):
        malformed(attr, "E0539", args_span(attr) if attr.args else None, "expected this to be a list", sink, note=_PAGE)
        return
    found: dict[str, TokenTree] = {}
    names: set[str] = set()
    for part in parts(attr):
        name, rest = split_meta(part)
        span = part[0].span.to(part[-1].span)
        if not name:
            malformed(attr, "E0565", span, "didn't expect a literal here", sink, note=_PAGE)
        elif name not in _ARGUMENTS:
            words = [f'"{word}"' for word in _ARGUMENTS]
            label = f"valid arguments are {', '.join(words[:-1])} or {words[-1]}"
            malformed(attr, "E0539", span, label, sink, note=_PAGE)
        elif name in names:
            malformed(attr, "E0538", span, f"found `{name}` used as a key more than once", sink, note=_PAGE)
            return
        elif name == "cfg":
            sink.error("E0658", "link cfg is unstable", span)
        elif len(rest) != 2 or not is_string(rest[1]):
            malformed(attr, "E0539", span, f'expected this to be of the form `{name} = "..."`', sink, note=_PAGE)
            return
        else:
            found[name] = rest[1]
            _argument(attr, name, rest[1], span, sink)
        names.add(name)
    if "modifiers" in found:
        _modifiers(attr, found, sink)
    if "wasm_import_module" in names and len(names) > 1:
        message = "`wasm_import_module` is incompatible with other arguments in `#[link]` attributes"
        at = next(part for part in parts(attr) if split_meta(part)[0] == "wasm_import_module")
        sink.error(None, message, at[0].span.to(at[-1].span))
    elif "name" not in names and "wasm_import_module" not in names:
        label = "missing `name` argument"
        sink.error("E0459", '`#[link]` attribute requires a `name = "string"` argument', attr.span, label)


def _value(literal: TokenTree) -> str:
    return literal.text.strip('"') if isinstance(literal, Token) else ""


def _argument(attr: Attribute, name: str, literal: TokenTree, span: Span, sink: DiagnosticSink) -> None:
    value = _value(literal)
    if name == "name" and not value:
        sink.error("E0454", "link name must not be empty", literal.span, "empty link name")
    elif name == "import_name_type":
        sink.error(None, "import name type is only supported on x86", span)
    elif name == "kind":
        if value not in _KINDS:
            words = [f'"{kind}"' for kind in _KINDS]
            label = f"valid arguments are {', '.join(words[:-1])} or {words[-1]}"
            malformed(attr, "E0539", literal.span, label, sink, note=_PAGE)
        elif value in _ELSEWHERE:
            message = f"link kind `{value}` is only supported on {_ELSEWHERE[value]} targets"
            sink.error("E0455", message, literal.span)
        elif value == "link-arg":
            note = "see issue #99427 <https://github.com/rust-lang/rust/issues/99427> for more information"
            sink.error("E0658", "link kind `link-arg` is unstable", literal.span, notes=(note,))


def _modifiers(attr: Attribute, found: dict[str, TokenTree], sink: DiagnosticSink) -> None:
    literal = found["modifiers"]
    kind = _value(found["kind"]) if "kind" in found else ""
    seen: set[str] = set()
    for modifier in _value(literal).split(","):
        sign, name = modifier[:1], modifier[1:]
        if sign not in ("+", "-"):
            wanted = "bundle, verbatim, whole-archive, as-needed, export-symbols"
            message = f"invalid linking modifier syntax, expected '+' or '-' prefix before one of: {wanted}"
            sink.error(None, message, literal.span)
        elif name not in _MODIFIERS:
            words = [f'"{word}"' for word in _MODIFIERS]
            label = f"valid arguments are {', '.join(words[:-1])} or {words[-1]}"
            malformed(attr, "E0539", literal.span, label, sink, note=_PAGE)
        elif name == "as-needed" and kind not in ("dylib", "framework", "raw-dylib"):
            kinds = "`dylib`, `framework` and `raw-dylib` linking kinds"
            sink.error(None, f"linking modifier `as-needed` is only compatible with {kinds}", literal.span)
        elif name in ("bundle", "whole-archive", "export-symbols") and kind != "static":
            sink.error(None, f"linking modifier `{name}` is only compatible with `static` linking kind", literal.span)
        elif name in seen:
            message = f"multiple `{name}` modifiers in a single `modifiers` argument"
            sink.error(None, message, literal.span)
        seen.add(name)

