"""Conditional compilation: `#[cfg(..)]`, `#[cfg_attr(..)]`, `cfg!(..)` (Reference: Conditional compilation).

Programs are compiled as rustc compiles them without options on Linux: debug assertions on, `test` off.
"""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.diagnostics import Diagnostic, DiagnosticSink, Label, Suggestion
from interpreter.hints import Final
from interpreter.resolve.attribute_lists import list_errors
from interpreter.source import Span
from interpreter.syntax.ast import Attribute, Delimited, MacroCall, Token, TokenTree
from interpreter.syntax.stream import split_meta

_FLAGS: Final = frozenset(("unix", "debug_assertions", "true"))
_VALUES: Final = frozenset((
    ("target_os", "linux"), ("target_arch", "x86_64"), ("target_family", "unix"), ("target_env", "gnu"), ("target_endian",
    "little"),
    ("target_pointer_width", "64"), ("target_vendor", "unknown"), ("panic", "unwind"), ("target_has_atomic", "8"),
    ("target_has_atomic", "16"), ("target_has_atomic", "32"), ("target_has_atomic", "64"), ("target_has_atomic", "ptr"),
))  # fmt: skip


def split_commas(trees: list[TokenTree]) -> list[list[TokenTree]]:
    """The parts between commas of the outermost level; a trailing comma adds none."""
    parts: list[list[TokenTree]] = [[]]
    for tree in trees:
        if type(tree) is Token and tree[0] == ",":
            parts.append([])
        else:
            parts[-1].append(tree)
    if not parts[-1]:
        parts.pop()
    return parts


def holds(predicate: list[TokenTree], asker: Attribute | MacroCall, sink: DiagnosticSink) -> bool:
    """Whether a configuration predicate is well formed and true."""
    return _well_formed(predicate, asker, sink) and _evaluate(predicate, sink)


def _evaluate(trees: list[TokenTree], sink: DiagnosticSink) -> bool:
    name, rest = split_meta(trees)
    if not rest:
        return name in _FLAGS
    first = rest[0]
    if isinstance(first, Delimited) and len(rest) == 1:
        parts = split_commas(first.trees)
        if name == "all":
            return all(_evaluate(part, sink) for part in parts)
        if name == "any":
            return any(_evaluate(part, sink) for part in parts)
        if name == "not":
            return not _evaluate(parts[0], sink)
        sink.emit(Diagnostic("E0537", f"invalid predicate `{name}`", (Label(trees[0].span.to(first.span)),)))
        return False
    value = rest[1] if len(rest) == 2 else None
    if type(first) is Token and first[0] == "=" and type(value) is Token and value[0] == "STR":
        return (name, value.text.strip('"')) in _VALUES
    return False


_FORMS: Final = {
    "`cfg` attribute": "#[cfg(predicate)]",
    "`cfg_attr` attribute": "#[cfg_attr(predicate, attr1, attr2, ...)]",
    "`cfg` macro": "cfg!(predicate)",
}


def _malformed(asker: Attribute | MacroCall, code: str, at: Span | None, label: str, sink: DiagnosticSink) -> None:
    name = asker.name if isinstance(asker, Attribute) else asker.path.segments[-1].ident.name
    what = f"`{name}` {'attribute' if isinstance(asker, Attribute) else 'macro'}"
    page = f"conditional-compilation.html#the-{name}-attribute"
    note = f"for more information, visit <https://doc.rust-lang.org/reference/{page}>"
    primary = Label(asker.span, "" if at is not None else label)
    labels = (Label(at, label),) if at is not None else ()
    help_ = (Suggestion("must be of the form", ((asker.span, _FORMS[what]),)),) if what in _FORMS else ()
    sink.emit(Diagnostic(code, f"malformed {what} input", (primary,), labels, (note,), (), help_))


def _well_formed(trees: list[TokenTree], asker: Attribute | MacroCall, sink: DiagnosticSink) -> bool:
    """Report what isn't the form of a predicate."""
    name, rest = split_meta(trees)
    if "::" in name:
        path = trees[0].span.to(trees[len(trees) - len(rest) - 1].span)
        _malformed(asker, "E0539", path, "expected a valid identifier here", sink)
        return False
    if not name:
        _malformed(asker, "E0539", trees[0].span.to(trees[-1].span), "expected a valid identifier here", sink)
        return False
    first = rest[0] if rest else None
    if isinstance(first, Delimited):
        parts = split_commas(first.trees)
        if name == "not" and len(parts) != 1:
            _malformed(asker, "E0805", first.span, "expected a single argument here", sink)
            return False
        return all(_well_formed(part, asker, sink) for part in parts)
    if len(rest) == 2 and not (type(rest[1]) is Token and rest[1].kind in ("STR", "RAW_STR")):
        _malformed(asker, "E0539", rest[1].span, "expected a string literal here", sink)
        return False
    return True


def keep(attrs: Sequence[Attribute], sink: DiagnosticSink) -> bool:
    """Whether all `#[cfg]`s among the attributes hold."""
    for attr in attrs:
        if attr.name == "cfg":
            group = attr.args[0] if attr.args else None
            if not isinstance(group, Delimited):
                args = attr.args[0].span.to(attr.args[-1].span) if attr.args else None
                _malformed(attr, "E0539", args, "expected this to be a list", sink)
                continue
            errors, usable = list_errors(group)
            for error in errors:
                sink.emit(error)
            if not usable:
                continue
            parts = split_commas(group.trees)
            if len(parts) != 1:
                _malformed(attr, "E0805", group.span, "expected a single argument here", sink)
                continue
            if not _well_formed(parts[0], attr, sink):
                continue
            n_errors = len(sink.items)
            if not _evaluate(parts[0], sink) and len(sink.items) == n_errors:
                return False
    return True


def expand_cfg_attr(attrs: list[Attribute], sink: DiagnosticSink) -> list[Attribute]:
    """The attributes with each `cfg_attr` replaced by what it stands for; the same list if there is none."""
    if not any(attr.name == "cfg_attr" for attr in attrs):
        return attrs
    out: list[Attribute] = []
    for attr in attrs:
        group = attr.args[0] if attr.name == "cfg_attr" and attr.args else None
        if attr.name != "cfg_attr":
            out.append(attr)
            continue
        if not isinstance(group, Delimited):
            _malformed(attr, "E0539", None, "expected this to be a list", sink)
            continue
        if not group.trees:
            _malformed(attr, "E0539", group.span, "expected at least 1 argument here", sink)
            continue
        predicate, *applied = split_commas(group.trees)
        if not applied and len(predicate) == len(group.trees):
            place = group.close.span.shrink_to_lo()
            sink.error(None, "expected `,`, found end of `cfg_attr` input", place, "expected `,`")
            continue
        if holds(predicate, attr, sink):
            made = []
            for part in applied:
                name, args = split_meta(part)
                span = part[0].span.to(part[-1].span)
                made.append(Attribute(span=span, name=name, args=args, inner=attr.inner))
            out.extend(expand_cfg_attr(made, sink))
    return out
