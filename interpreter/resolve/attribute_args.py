"""The arguments of attributes: `#[name]`, `#[name(..)]`, `#[name = ".."]`, what may stand in parentheses (rustc_attr_parsing).

In: an attribute that is known. Out: diagnostics. `parts` gives others the arguments between the commas.
"""

from __future__ import annotations

from collections.abc import Callable

from interpreter.diagnostics import Diagnostic, DiagnosticSink, Label, Suggestion
from interpreter.hints import Final
from interpreter.resolve.attribute_names import LINT_LEVELS
from interpreter.resolve.cfg import split_commas
from interpreter.source import Span
from interpreter.syntax.ast import Attribute, Delimited, Token, TokenTree
from interpreter.syntax.stream import split_meta

REPR_INTS: Final = ("i8", "u8", "i16", "u16", "i32", "u32", "i64", "u64", "i128", "u128", "isize", "usize")
REPR_HINTS: Final = ("Rust", "C", "align", "packed", "transparent", "simd", *REPR_INTS)
_VALID_REPRS: Final = ", ".join("`Rust` (default)" if hint == "Rust" else f"`{hint}`" for hint in REPR_HINTS)
_LITERALS: Final = frozenset(("STR", "RAW_STR", "BYTE_STR", "C_STR", "INT", "FLOAT", "CHAR", "BYTE"))
_LITERAL_MACROS: Final = frozenset((
    "concat", "stringify", "env", "include_str", "include_bytes", "file", "line", "column", "module_path",
))  # fmt: skip
_STRINGS: Final = frozenset(("STR", "RAW_STR"))
_REFERENCE: Final = "for more information, visit <https://doc.rust-lang.org/reference/"
_WORDS: Final = frozenset((
    "non_exhaustive", "track_caller", "cold", "no_mangle", "automatically_derived", "no_link", "no_std", "no_core", "no_main",
    "no_implicit_prelude", "panic_handler", "no_builtins", "naked", "ffi_const", "ffi_pure", "fundamental", "marker",
    "may_dangle", "thread_local",
))  # fmt: skip
_VALUES: Final = {
    "path": ("file", "items/modules.html#the-path-attribute"),
    "export_name": ("name", ""),
    "link_name": ("name", "items/external-blocks.html#the-link_name-attribute"),
    "link_section": ("name", ""),
    "crate_type": ("crate type", "linkage.html"),
    "crate_name": ("name", "crates-and-source-files.html#the-crate_name-attribute"),
    "recursion_limit": ("N", "attributes/limits.html#the-recursion_limit-attribute"),
    "type_length_limit": ("N", "attributes/limits.html#the-type_length_limit-attribute"),
}


def parts(attr: Attribute) -> list[list[TokenTree]]:
    """The arguments in parentheses, none of them empty."""
    group = attr.args[0] if len(attr.args) == 1 else None
    return [part for part in split_commas(group.trees) if part] if isinstance(group, Delimited) else []


def has_literal_value(attr: Attribute, sink: DiagnosticSink) -> bool:
    """Whether `value` in `#[name = value]`, if there is one, is a literal or a call of a macro that gives one."""
    if not attr.args or not isinstance(attr.args[0], Token) or attr.args[0].kind != "=" or len(attr.args) < 2:
        return True
    value = attr.args[1:]
    first = value[0]
    if isinstance(first, Token):
        if len(value) == 1 and (first.kind in _LITERALS or first.text in ("true", "false")):
            return True
        if len(value) == 3 and isinstance(value[1], Token) and value[1].kind == "!" and first.text in _LITERAL_MACROS:
            return True
    elif not isinstance(first, Delimited):
        return True
    sink.error(None, "attribute value must be a literal", first.span.to(value[-1].span))
    return False


def check(attr: Attribute, sink: DiagnosticSink) -> None:
    """Report what is wrong with the arguments of one attribute."""
    name = attr.name
    if name in _WORDS:
        if attr.args:
            form = Suggestion("must be of the form", ((attr.span, f"#[{name}]"),))
            malformed(attr, "E0565", args_span(attr), "didn't expect any arguments here", sink, form=form)
    elif name in _VALUES:
        _value_required(attr, sink)
    elif name in ("test", "bench", "global_allocator"):
        if attr.args:
            _ill_formed(attr, f"attribute must be of the form `#[{name}]`", sink)
    elif name in LINT_LEVELS:
        if not (attr.args and isinstance(attr.args[0], Delimited)):
            note = _REFERENCE + "attributes/diagnostics.html#lint-check-attributes>"
            sink.emit(Diagnostic(None, f"malformed `{name}` attribute input", (Label(attr.span),), (), (note,)))
    elif name in _SPECIAL:
        _SPECIAL[name](attr, sink)


def args_span(attr: Attribute) -> Span:
    return attr.args[0].span.to(attr.args[-1].span)


def malformed(
    attr: Attribute, code: str, at: Span | None, label: str, sink: DiagnosticSink,
    *, note: str = "", form: Suggestion | None = None,
) -> None:  # fmt: skip
    """`malformed .. attribute input`; `label` is put beside `at`, or beside the whole."""
    primary = Label(attr.span, "" if at is not None else label)
    secondary = (Label(at, label),) if at is not None else ()
    notes = (note if not note.startswith(("attributes/", "items/", "type-", "macros-")) else f"{_REFERENCE}{note}>",)
    message = f"malformed `{attr.name}` attribute input"
    sink.emit(Diagnostic(code, message, (primary,), secondary, notes if note else (), (), (form,) if form else ()))


def is_string(tree: TokenTree | None) -> bool:
    return isinstance(tree, Token) and tree.kind in _STRINGS


def _equals(attr: Attribute) -> bool:
    return bool(attr.args) and isinstance(attr.args[0], Token) and attr.args[0].text == "="


def _value_required(attr: Attribute, sink: DiagnosticSink) -> None:
    word, page = _VALUES[attr.name]
    form = Suggestion("must be of the form", ((attr.span, f'#[{attr.name} = "{word}"]'),))
    if not _equals(attr):
        malformed(attr, "E0539", None, "", sink, note=page, form=form)
    elif not is_string(attr.args[-1]):
        malformed(attr, "E0539", attr.args[-1].span, "expected a string literal here", sink, note=page, form=form)
    elif attr.name.endswith("_limit") and not attr.args[-1].span.text.strip('"').isdecimal():
        labels = (Label(attr.args[-1].span, "not a valid integer"),)
        sink.error(None, "`limit` must be a non-negative integer", attr.span, secondary=labels)
    elif attr.name in ("export_name", "link_section") and "\\0" in attr.args[-1].span.text:
        sink.error("E0648", f"`{attr.name}` may not contain null characters", attr.span)


# -------------------------------------------------------------------------------------------------- one by one


def _inline(attr: Attribute, sink: DiagnosticSink) -> None:
    page = "attributes/codegen.html#the-inline-attribute"
    if _equals(attr):
        _ill_formed(attr, "valid forms for the attribute are `#[inline(always)]`, `#[inline(never)]`, and `#[inline]`", sink)
    elif attr.args:
        found = parts(attr)
        if len(found) != 1:
            malformed(attr, "E0805", args_span(attr), "expected a single argument here", sink, note=page)
            return
        if split_meta(found[0])[0] not in ("always", "never"):
            span = found[0][0].span.to(found[0][-1].span)
            malformed(attr, "E0539", span, "valid arguments are `always` or `never`", sink, note=page)


def _ill_formed(attr: Attribute, message: str, sink: DiagnosticSink) -> None:
    """What the lint `ill_formed_attribute_input` denies."""
    notes = (
        "for more information, see issue #57571 <https://github.com/rust-lang/rust/issues/57571>",
        "`#[deny(ill_formed_attribute_input)]` (part of `#[deny(future_incompatible)]`) on by default",
    )
    sink.error("ill_formed_attribute_input", message, attr.span, notes=notes)


def _ignore(attr: Attribute, sink: DiagnosticSink) -> None:
    if attr.args and not (_equals(attr) and is_string(attr.args[-1])):
        _ill_formed(attr, 'valid forms for the attribute are `#[ignore = "reason"]` and `#[ignore]`', sink)


def _must_use(attr: Attribute, sink: DiagnosticSink) -> None:
    page = "attributes/diagnostics.html#the-must_use-attribute"
    if attr.args and not _equals(attr):
        malformed(attr, "E0539", args_span(attr), "didn't expect a list here", sink, note=page)
    elif attr.args and not is_string(attr.args[-1]):
        malformed(attr, "E0539", attr.args[-1].span, "expected a string literal here", sink, note=page)


def _should_panic(attr: Attribute, sink: DiagnosticSink) -> None:
    page = "attributes/testing.html#the-should_panic-attribute"
    value: TokenTree | None = None
    if _equals(attr):
        value = attr.args[-1]
    elif attr.args:
        found = parts(attr)
        if len(found) != 1:
            malformed(attr, "E0805", args_span(attr), "expected a single argument here", sink, note=page)
            return
        name, rest = split_meta(found[0])
        span = found[0][0].span.to(found[0][-1].span)
        if name not in ("", "expected"):
            malformed(attr, "E0539", args_span(attr), 'the only valid argument here is "expected"', sink, note=page)
        elif len(rest) != 2:
            label = 'expected this to be of the form `expected = "..."`'
            malformed(attr, "E0539", span, label, sink, note=page)
        else:
            value = rest[1]
    if value is not None and not is_string(value):
        malformed(attr, "E0539", value.span, "expected a string literal here", sink, note=page)


def _deprecated(attr: Attribute, sink: DiagnosticSink) -> None:
    if _equals(attr):
        if not is_string(attr.args[-1]):
            malformed(attr, "E0539", attr.args[-1].span, "expected a string literal here", sink)
        return
    seen: set[str] = set()
    for part in parts(attr):
        name, rest = split_meta(part)
        span = part[0].span.to(part[-1].span)
        if not name:
            malformed(attr, "E0565", span, "didn't expect a literal here", sink)
        elif name == "suggestion":
            note = "see #94785 for more details"
            sink.error(None, "suggestions on deprecated items are unstable", span, notes=(note,))
        elif name not in ("since", "note"):
            malformed(attr, "E0539", span, "valid arguments are `since` or `note`", sink)
        elif name in seen:
            malformed(attr, "E0538", span, f"found `{name}` used as a key more than once", sink)
        elif len(rest) != 2:
            malformed(attr, "E0539", span, f'expected this to be of the form `{name} = "..."`', sink)
        elif isinstance(rest[1], Token) and rest[1].kind.startswith("BYTE"):
            prefix = Span(rest[1].span.file, rest[1].span.lo, rest[1].span.lo + 1, rest[1].span.call_site)
            note = "expected a normal string literal, not a byte string literal"
            form = Suggestion("consider removing the prefix", ((prefix, ""),))
            malformed(attr, "E0539", None, "", sink, note=note, form=form)
        elif not is_string(rest[1]):
            malformed(attr, "E0539", rest[1].span, "expected a string literal here", sink)
        else:
            seen.add(name)
            continue
        return


def _target_feature(attr: Attribute, sink: DiagnosticSink) -> None:
    form = Suggestion("must be of the form", ((attr.span, '#[target_feature(enable = "feat1, feat2")]'),))
    if not attr.args or _equals(attr):
        span = args_span(attr) if attr.args else None
        malformed(attr, "E0539", span, "expected this to be a list", sink, form=form)
    for part in parts(attr):
        name, rest = split_meta(part)
        span = part[0].span if name != "enable" and name else part[0].span.to(part[-1].span)
        if name != "enable" or len(rest) != 2 or not is_string(rest[1]):
            malformed(attr, "E0539", span, 'expected this to be of the form `enable = "..."`', sink, form=form)
            return
    from interpreter.resolve import target_features

    target_features.check(attr, sink)


def _macro_use(attr: Attribute, sink: DiagnosticSink) -> None:
    note = "macros-by-example.html#the-macro_use-attribute"
    if _equals(attr):
        malformed(attr, "E0539", args_span(attr), "expected a list or no arguments here", sink, note=note)
    for part in parts(attr):
        name, rest = split_meta(part)
        if not name or "::" in name:
            span = part[0].span.to(part[-1].span)
            malformed(attr, "E0539", span, "expected a valid identifier here", sink, note=note)
            return
        if rest:
            malformed(attr, "E0565", rest[0].span.to(rest[-1].span), "didn't expect any arguments here", sink, note=note)
            return


def _link(attr: Attribute, sink: DiagnosticSink) -> None:
    from interpreter.resolve import attribute_link

    attribute_link.check(attr, sink)


def _used(attr: Attribute, sink: DiagnosticSink) -> None:
    if not attr.args or _equals(attr):
        return
    found = parts(attr)
    if len(found) != 1:
        malformed(attr, "E0805", args_span(attr), "expected a single argument here", sink)
        return
    name, rest = split_meta(found[0])
    if rest or name not in ("compiler", "linker"):
        malformed(attr, "E0539", found[0][0].span.to(found[0][-1].span), "valid arguments are `compiler` or `linker`", sink)
    else:
        note = "see issue #93798 <https://github.com/rust-lang/rust/issues/93798> for more information"
        sink.error("E0658", f"`#[used({name})]` is currently unstable", attr.span, notes=(note,))


def _macro_export(attr: Attribute, sink: DiagnosticSink) -> None:
    if _equals(attr):
        malformed(attr, "E0539", args_span(attr), "expected a list or no arguments here", sink)


def _feature(attr: Attribute, sink: DiagnosticSink) -> None:
    if not attr.inner:
        return
    form = Suggestion("must be of the form", ((attr.span, "#![feature(feature1, feature2, ...)]"),))
    if not attr.args or _equals(attr):
        malformed(attr, "E0539", args_span(attr) if attr.args else None, "expected this to be a list", sink, form=form)
    for part in parts(attr):
        name, rest = split_meta(part)
        if not name or "::" in name:
            label = "expected a valid identifier here"
            malformed(attr, "E0539", part[0].span.to(part[-1].span), label, sink, form=form)
            return
        if rest:
            malformed(attr, "E0565", rest[0].span.to(rest[-1].span), "didn't expect any arguments here", sink, form=form)
            return


# -------------------------------------------------------------------------------------------------- repr


def _repr(attr: Attribute, sink: DiagnosticSink) -> None:
    if not attr.args or _equals(attr):
        span = args_span(attr) if attr.args else None
        malformed(attr, "E0539", span, "expected this to be a list", sink, note="type-layout.html#representations")
        return
    for part in parts(attr):
        name, rest = split_meta(part)
        span = part[0].span.to(part[-1].span)
        if not name:
            sink.error("E0565", "meta item in `repr` must be an identifier", attr.span)
        elif name not in REPR_HINTS:
            note = _REFERENCE + "type-layout.html?highlight=repr#representations>"
            helps = (f"valid reprs are {_VALID_REPRS}",)
            sink.error("E0552", "unrecognized representation hint", span, notes=(note,), helps=helps)
        elif name in ("align", "packed"):
            _alignment(name, rest, span, sink)
        elif rest:
            what = "a value" if isinstance(rest[0], Token) else "a parenthesized argument list"
            sink.error("E0552", f"invalid representation hint: `{name}` does not take {what}", span)


def _alignment(name: str, rest: list[TokenTree], span: Span, sink: DiagnosticSink) -> None:
    wrong = f"incorrect `repr({name})` attribute format"
    if not rest:
        if name == "align":
            message = "invalid `repr(align)` attribute: `align` needs an argument"
            form = Suggestion("supply an argument here", ((span, "align(...)"),))
            sink.emit(Diagnostic("E0589", message, (Label(span),), suggestions=(form,)))
        return
    group = rest[0]
    if not isinstance(group, Delimited):
        value = rest[-1].span.text.strip('"')
        form = Suggestion("use parentheses instead", ((span, f"{name}({value})"),))
        sink.emit(Diagnostic("E0693", wrong, (Label(span),), suggestions=(form,)))
        return
    if len(group.trees) != 1:
        if name == "align":
            sink.error("E0693", f"{wrong}: `align` takes exactly one argument in parentheses", span)
        else:
            sink.error("E0552", f"{wrong}: `packed` takes exactly one parenthesized argument, or no parentheses at all", span)
        return
    value_at = group.trees[0].span
    number = _integer(value_at.text)
    reason = ""
    if number is None:
        reason = "not an unsuffixed integer"
    elif number.bit_count() != 1:
        reason = "not a power of two"
    elif number > _MAX_ALIGN:
        reason = "larger than 2^29"
    if reason:
        sink.error("E0589", f"invalid `repr({name})` attribute: {reason}", value_at)


def alignment(rest: list[TokenTree]) -> int | None:
    """The number in `(8)` after `align` or `packed`, None where it is wrong."""
    group = rest[0] if len(rest) == 1 else None
    if not isinstance(group, Delimited) or len(group.trees) != 1:
        return None
    number = _integer(group.trees[0].span.text)
    return number if number is not None and number.bit_count() == 1 and number <= _MAX_ALIGN else None


def _integer(text: str) -> int | None:
    try:
        return int(text.replace("_", ""), 0 if text[1:2].isalpha() else 10)
    except ValueError:
        return None


_MAX_ALIGN: Final = 2**29


_SPECIAL: Final[dict[str, Callable[[Attribute, DiagnosticSink], None]]] = {
    "inline": _inline, "ignore": _ignore, "must_use": _must_use, "should_panic": _should_panic, "deprecated": _deprecated,
    "target_feature": _target_feature, "link": _link, "macro_use": _macro_use, "repr": _repr, "used": _used,
    "macro_export": _macro_export, "feature": _feature,
}  # fmt: skip
