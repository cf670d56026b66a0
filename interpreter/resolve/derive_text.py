"""The bodies of derived impls as Rust text, with the spans that errors in them point to.

Each generator gets the item and, for Clone, whether a bit copy is enough; a piece is (text, span or None for the trait's own
name).
"""

from __future__ import annotations

from collections.abc import Callable

from interpreter.source import Span
from interpreter.syntax import ast

Adt = ast.Struct | ast.Enum_ | ast.Union
Piece = tuple[str, "Span | None"]

_EQUAL = "::core::cmp::Ordering::Equal"


def _shape(owner: ast.Struct | ast.Variant | ast.Union) -> ast.VariantKind:
    return ast.VariantKind.STRUCT if isinstance(owner, ast.Union) else owner.kind


def _name(ident: ast.Ident) -> str:
    return f"r#{ident.name}" if ident.name in _KEYWORDS else ident.name


_KEYWORDS = frozenset(
    [
        "abstract",
        "as",
        "async",
        "await",
        "become",
        "box",
        "break",
        "const",
        "continue",
        "do",
        "dyn",
        "else",
        "enum",
        "extern",
        "final",
        "fn",
        "for",
        "if",
        "impl",
        "in",
        "let",
        "loop",
        "macro",
        "match",
        "mod",
        "move",
        "mut",
        "override",
        "priv",
        "pub",
        "ref",
        "return",
        "static",
        "struct",
        "trait",
        "true",
        "try",
        "type",
        "typeof",
        "unsafe",
        "unsized",
        "use",
        "virtual",
        "where",
        "while",
        "yield",
        "false",
        "gen",
    ]
)


def _pattern(variant: ast.Variant, prefix: str) -> list[Piece]:
    """`Self::V(a0, a1)` or `Self::V { x: a0, y: a1 }`."""
    name = f"Self::{_name(variant.ident)}"
    if variant.kind is ast.VariantKind.UNIT:
        return [(name, None)]
    if variant.kind is ast.VariantKind.TUPLE:
        return [(f"{name}({', '.join(f'{prefix}{i}' for i in range(len(variant.fields)))})", None)]
    pieces: list[Piece] = [(f"{name} {{ ", None)]
    for i, field in enumerate(variant.fields):
        pieces += [(f"{_name(field.ident)}: {prefix}{i}", field.span), (", ", None)]
    return [*pieces, ("}", None)]


def _build(head: str, kind: ast.VariantKind, values: list[tuple[ast.FieldDef, list[Piece]]]) -> list[Piece]:
    """A constructor with a value for each field."""
    if kind is ast.VariantKind.UNIT:
        return [(head, None)]
    opening, closing = ("(", ")") if kind is ast.VariantKind.TUPLE else (" { ", " }")
    pieces: list[Piece] = [(head + opening, None)]
    for field, value in values:
        if kind is ast.VariantKind.STRUCT:
            pieces.append((f"{_name(field.ident)}: ", field.span))
        pieces += value
        pieces.append((", ", None))
    return [*pieces, (closing, None)]


def _clone(item: Adt, shallow: bool) -> list[Piece]:
    start: Piece = ("#[inline] fn clone(&self) -> Self {", None)
    if shallow:
        return [start, ("*self }", None)]
    if isinstance(item, ast.Enum_):
        if not item.variants:
            return [start, ("match *self {} }", None)]
        pieces: list[Piece] = [start, ("match self {", None)]
        for variant in item.variants:
            pieces += _pattern(variant, "__self_")
            pieces.append((" => ", None))
            values = [(f, _on(f, f"::core::clone::Clone::clone(__self_{i})")) for i, f in enumerate(variant.fields)]
            pieces += _build(f"Self::{_name(variant.ident)}", variant.kind, values)
            pieces.append((", ", None))
        return [*pieces, ("} }", None)]
    own = [(f, _on(f, f"::core::clone::Clone::clone(&self.{_name(f.ident)})")) for f in item.fields]
    return [start, *_build("Self", _shape(item), own), ("}", None)]


def _on(field: ast.FieldDef, text: str) -> list[Piece]:
    return [(text, field.span)]


def _nothing(item: Adt, shallow: bool) -> list[Piece]:
    return []


def _eq_marker(item: Adt, shallow: bool) -> list[Piece]:
    return [("fn assert_receiver_is_total_eq(&self) {}", None)]


def _debug(item: Adt, shallow: bool) -> list[Piece]:
    start: Piece = ("fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {", None)
    if isinstance(item, ast.Enum_):
        if not item.variants:
            return [start, ("match *self {} }", None)]
        pieces: list[Piece] = [start, ("match self {", None)]
        for variant in item.variants:
            pieces += _pattern(variant, "__self_")
            pieces.append((" => ", None))
            last = len(variant.fields) - 1
            values = [(f, f"{'&' if i == last else ''}__self_{i}") for i, f in enumerate(variant.fields)]
            pieces += _debug_call(variant.ident.name, variant.kind, values)
            pieces.append((", ", None))
        return [*pieces, ("} }", None)]
    last = len(item.fields) - 1
    own = [(f, f"{'&&' if i == last else '&'}self.{_name(f.ident)}") for i, f in enumerate(item.fields)]
    return [start, *_debug_call(item.ident.name, _shape(item), own), ("}", None)]


def _debug_call(name: str, kind: ast.VariantKind, values: list[tuple[ast.FieldDef, str]]) -> list[Piece]:
    if kind is ast.VariantKind.UNIT:
        return [(f'::core::fmt::Formatter::write_str(f, "{name}")', None)]
    named = kind is ast.VariantKind.STRUCT
    helper, owner = ("debug_struct", "DebugStruct") if named else ("debug_tuple", "DebugTuple")
    fields = f"::core::fmt::{owner}::field(" * len(values)
    pieces: list[Piece] = [(f'::core::fmt::{owner}::finish({fields}&mut ::core::fmt::Formatter::{helper}(f, "{name}")', None)]
    for field, value in values:
        key = f'"{field.ident.name}", ' if named else ""
        pieces += [(f", {key}", None), (value, field.span), (")", None)]
    return [*pieces, (")", None)]


def _default(item: Adt, shallow: bool) -> list[Piece]:
    start: Piece = ("#[inline] fn default() -> Self {", None)
    if isinstance(item, ast.Enum_):
        chosen = next(v for v in item.variants if any(a.name == "default" for a in v.attrs))
        return [start, (f"Self::{_name(chosen.ident)}", None), ("}", None)]
    values = [(f, _on(f, "::core::default::Default::default()")) for f in item.fields]
    return [start, *_build("Self", _shape(item), values), ("}", None)]


def _hash(item: Adt, shallow: bool) -> list[Piece]:
    start: Piece = ("fn hash<__H: ::core::hash::Hasher>(&self, state: &mut __H) {", None)
    if not isinstance(item, ast.Enum_):
        pieces = [start]
        for field in item.fields:
            pieces += [*_on(field, f"::core::hash::Hash::hash(&self.{_name(field.ident)}, state)"), (";", None)]
        return [*pieces, ("}", None)]
    if not item.variants:
        return [start, ("match *self {} }", None)]
    pieces = [start]
    if len(item.variants) > 1:
        pieces.append(("let __self_discr = ::core::mem::discriminant_value(self);", None))
        pieces.append(("::core::mem::hash_discriminant::<Self, _>(__self_discr, state);", None))
    if any(v.fields for v in item.variants):
        pieces.append(("match self {", None))
        for variant in item.variants:
            if variant.fields:
                pieces += [*_pattern(variant, "__self_"), (" => {", None)]
                for i, field in enumerate(variant.fields):
                    pieces += [*_on(field, f"::core::hash::Hash::hash(__self_{i}, state)"), (";", None)]
                pieces.append(("} ", None))
        if any(not v.fields for v in item.variants):
            pieces.append(("_ => {}", None))
        pieces.append(("}", None))
    return [*pieces, ("}", None)]


def _partial_eq(item: Adt, shallow: bool) -> list[Piece]:
    start: Piece = ("#[inline] fn eq(&self, other: &Self) -> bool {", None)
    if not isinstance(item, ast.Enum_):
        return [start, *_all_equal([(f, f"self.{_name(f.ident)}", f"other.{_name(f.ident)}") for f in item.fields]), ("}", None)]
    if not item.variants:
        return [start, ("match *self {} }", None)]
    with_fields = [v for v in item.variants if v.fields]
    pieces: list[Piece] = [start]
    if len(item.variants) > 1:
        pieces.append(("let __self_discr = ::core::mem::discriminant_value(self);", None))
        pieces.append(("let __arg1_discr = ::core::mem::discriminant_value(other);", None))
        pieces.append(("__self_discr == __arg1_discr", None))
        if with_fields:
            pieces.append((" && ", None))
    elif not with_fields:
        pieces.append(("true", None))
    if with_fields:
        pieces.append(("match (self, other) {", None))
        for variant in with_fields:
            pieces += [("(", None), *_pattern(variant, "__self_"), (", ", None), *_pattern(variant, "__arg1_"), (") => ", None)]
            pieces += [*_all_equal([(f, f"__self_{i}", f"__arg1_{i}") for i, f in enumerate(variant.fields)]), (", ", None)]
        if len(item.variants) > 1:
            pieces.append(("_ => true", None))
        pieces.append(("}", None))
    return [*pieces, ("}", None)]


def _all_equal(pairs: list[tuple[ast.FieldDef, str, str]]) -> list[Piece]:
    pieces: list[Piece] = []
    for field, a, b in pairs:
        if pieces:
            pieces.append((" && ", None))
        pieces.append((f"{a} == {b}", field.span))
    return pieces or [("true", None)]


def _comparison(item: Adt, method: str, trait: str, equal: str, result: str) -> list[Piece]:
    start: Piece = (f"#[inline] fn {method}(&self, other: &Self) -> {result} {{", None)
    call = f"::core::cmp::{trait}::{method}"
    if not isinstance(item, ast.Enum_):
        pairs = [(f, f"&self.{_name(f.ident)}", f"&other.{_name(f.ident)}") for f in item.fields]
        return [start, *_chain(pairs, call, equal), ("}", None)]
    if not item.variants:
        return [start, ("match *self {} }", None)]
    with_fields = [v for v in item.variants if v.fields]
    pieces: list[Piece] = [start]
    several = len(item.variants) > 1
    if several:
        pieces.append(("let __self_discr = ::core::mem::discriminant_value(self);", None))
        pieces.append(("let __arg1_discr = ::core::mem::discriminant_value(other);", None))
    by_variant: Piece = (f"{call}(&__self_discr, &__arg1_discr)", None)
    if not with_fields:
        return [*pieces, by_variant if several else (equal, None), ("}", None)]
    pieces.append(("match (self, other) {", None))
    for variant in with_fields:
        pieces += [("(", None), *_pattern(variant, "__self_"), (", ", None), *_pattern(variant, "__arg1_"), (") => ", None)]
        pieces += [*_chain([(f, f"__self_{i}", f"__arg1_{i}") for i, f in enumerate(variant.fields)], call, equal), (", ", None)]
    if several:
        pieces += [("_ => ", None), by_variant]
    return [*pieces, ("} }", None)]


def _chain(pairs: list[tuple[ast.FieldDef, str, str]], call: str, equal: str) -> list[Piece]:
    """The first comparison that is not equal."""
    if not pairs:
        return [(equal, None)]
    pieces: list[Piece] = []
    for field, a, b in pairs[:-1]:
        pieces += [("match ", None), (f"{call}({a}, {b})", field.span), (f" {{ {equal} => ", None)]
    field, a, b = pairs[-1]
    pieces.append((f"{call}({a}, {b})", field.span))
    pieces += [(", cmp => cmp }", None)] * (len(pairs) - 1)
    return pieces


def _ord(item: Adt, shallow: bool) -> list[Piece]:
    return _comparison(item, "cmp", "Ord", _EQUAL, "::core::cmp::Ordering")


def _partial_ord(item: Adt, shallow: bool) -> list[Piece]:
    equal = f"::core::option::Option::Some({_EQUAL})"
    return _comparison(item, "partial_cmp", "PartialOrd", equal, "::core::option::Option<::core::cmp::Ordering>")


GENERATORS: dict[str, Callable[[Adt, bool], list[Piece]]] = {
    "Clone": _clone,
    "Copy": _nothing,
    "Debug": _debug,
    "Default": _default,
    "Eq": _eq_marker,
    "Hash": _hash,
    "Ord": _ord,
    "PartialEq": _partial_eq,
    "PartialOrd": _partial_ord,
}
