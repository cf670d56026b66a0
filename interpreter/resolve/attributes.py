"""Attributes: that they are known, stand where they may, and have the arguments they need (rustc_attr_parsing, check_attr).

In: the attributes that expansion met, each with the node that has it. Out: diagnostics. `attribute_args.py` judges the arguments;
what an attribute does is the business of the stage that it concerns.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import Diagnostic, DiagnosticSink, Label
from interpreter.hints import Any, Final
from interpreter.records import NamedTuple
from interpreter.resolve import attribute_args, attribute_doc
from interpreter.resolve.attribute_lists import list_errors
from interpreter.resolve.attribute_names import (
    BUILTIN,
    DOC_GATES,
    GATED,
    LINT_LEVELS,
    LINT_TOOLS,
    MACROS,
    STABILITY,
    TOOLS,
    UNSAFE,
    Gate,
)
from interpreter.resolve.attribute_places import PLACES, USELESSLY_DEPRECATED
from interpreter.resolve.lint_levels import LintLevels, LintSpec, current_name, lint_names
from interpreter.resolve.std_macros import std_macros
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Attribute, Delimited, Token
from interpreter.syntax.build_items import NOT_ASSOCIATED
from interpreter.syntax.stream import split_meta


class Attributed(NamedTuple):
    """A node with attributes; `parent` is the impl, trait or `extern` block that it is an item of."""

    node: Any
    attrs: list[Attribute]
    parent: Any = None


_TARGETS: Final[dict[type, str]] = {
    ast.Crate: "crates", ast.Struct: "structs", ast.Enum_: "enums", ast.Union: "unions", ast.Trait: "traits", ast.Mod: "modules",
    ast.Static: "statics", ast.Use: "use statements", ast.ExternCrate: "extern crates", ast.MacroRules: "macro defs",
    ast.Let: "statements", ast.FieldDef: "struct fields", ast.Variant: "enum variants", ast.Arm: "match arms",
    ast.Param: "function params", ast.Closure: "closures", ast.MacroItem: "macro calls", ast.MacroStmt: "macro calls",
    ast.MacroCall: "macro calls", ast.ClosureParam: "function params", ast.FieldPat: "pattern fields",
    ast.FieldInit: "expression fields", ast.ExternBlock: "foreign modules",
}  # fmt: skip

_CRATE_TYPES: Final = frozenset(("bin", "lib", "rlib", "dylib", "cdylib", "staticlib", "proc-macro"))

_REPR_TARGETS: Final[dict[str, tuple[frozenset[str], str]]] = {
    "packed": (frozenset(("structs", "unions")), "a struct or union"),
    "int": (frozenset(("enums",)), "an enum"),
    "": (frozenset(("structs", "enums", "unions")), "a struct, enum, or union"),
}
_NO_MACROS: Final = frozenset((
    "struct fields", "enum variants", "match arms", "function params", "pattern fields", "expression fields", "type parameters",
    "const parameters", "lifetime parameters",
))  # fmt: skip
"""What is no item, statement or expression: an attribute on it can't be a macro."""
_PARAM_ATTRS: Final = frozenset(("allow", "cfg", "cfg_attr", "deny", "expect", "forbid", "warn"))


def target_of(node: Any, parent: Any = None) -> str:
    """What rustc calls things like this one, in the plural."""
    of_trait = isinstance(parent, ast.Trait)
    match node:
        case ast.Fn() | ast.Static() if node.foreign:
            return "foreign functions" if isinstance(node, ast.Fn) else "foreign statics"
        case ast.Fn() if parent is None:
            return "functions"
        case ast.Fn() if of_trait:
            return "required trait methods" if node.body is None else "provided trait methods"
        case ast.Fn():
            return "inherent methods" if parent.trait is None else "trait methods in impl blocks"
        case ast.Const():
            return "constants" if parent is None else "associated consts"
        case ast.TypeAlias_():
            return "type aliases" if parent is None else "associated types"
        case ast.Impl():
            return "inherent impl blocks" if node.trait is None else "trait impl blocks"
        case ast.GenericParam():
            return f"{node.kind.name.lower()} parameters"
    return _TARGETS.get(type(node), "expressions")


def cannot_be_used(attr: Attribute, target: str) -> str:
    """What is said of an attribute in the wrong place."""
    shown = "struct fields" if target == "expression fields" else target
    return f"`#[{attr.name}]` attribute cannot be used on {shown}"


def is_test(attr: Attribute, node: Any, parent: Any, sink: DiagnosticSink) -> bool:
    """Whether an attribute makes a function a test or benchmark, which is left out; an error on anything else that may have an
    attribute macro (rustc_builtin_macros: test.rs)."""
    if attr.name not in ("test", "bench"):
        return False
    if isinstance(node, ast.MacroItem):
        return False
    if isinstance(node, ast.Fn) and parent is None:
        return True
    secondary: tuple[Label, ...] = ()
    if isinstance(node, ast.ItemBase) and parent is None:
        secondary = (Label(node.span, f"expected a non-associated function, found {_item_words(node)}"),)
    label = f"the `#[{attr.name}]` macro causes a function to be run as a test and has no effect on non-functions"
    message = f"the `#[{attr.name}]` attribute may only be used on a free function"
    sink.error(None, message, attr.span, label, secondary=secondary)
    return False


def _item_words(item: ast.ItemBase) -> str:
    """An item as rustc describes it, with its article."""
    if isinstance(item, ast.ExternCrate):
        return "an extern crate"
    words = {**NOT_ASSOCIATED, ast.Const: "constant item", ast.Static: "static item", ast.TypeAlias_: "type alias"}[type(item)]
    return f"{'an' if isinstance(item, (ast.ExternBlock, ast.Enum_, ast.Impl)) else 'a'} {words}"


_UNSAFE_SINCE_2024: Final = ("no_mangle", "export_name", "link_section")


def check_attributes(met: list[Attributed], sink: DiagnosticSink, edition: int) -> None:
    """Judge all attributes of the user's crate: in rustc's order of passes, and in each in the order of expansion."""
    features = _features(met)
    phases = _Phases()
    _feature_gate(met, phases.gates)
    derived_default = {
        variant
        for place in met
        if isinstance(place.node, ast.Enum_) and any(_derives_default(attr) for attr in place.attrs)
        for variant in place.node.variants
    }
    forbids: list[tuple[str, Span, Span]] = []
    for place in met:
        deprecated = False
        if len(place.attrs) > 1:
            attribute_doc.check_inlining(place.attrs, phases.arguments)
        for written in place.attrs:
            attr = _unwrap_unsafe(written, phases.arguments)
            if attr is written and edition >= 2024 and attr.name in _UNSAFE_SINCE_2024:
                message = "unsafe attribute used without unsafe"
                phases.arguments.error(None, message, name_span(attr), "usage of unsafe attribute")
            if attr.name == "default" and place.node in derived_default:
                continue
            is_literal = attribute_args.has_literal_value(attr, phases.syntax)
            if not _known(attr, features, phases) or not is_literal or not _may_be_macro(attr, place, phases.names):
                continue
            _gate(attr, features, phases)
            if not _has_list(attr, phases.arguments):
                continue
            attribute_args.check(attr, phases.syntax if attr.name in LINT_LEVELS else phases.arguments)
            _place(attr, place, phases)
            if attr.name in LINT_LEVELS:
                _lint_levels(attr, place, forbids, phases.lints)
            elif attr.name == "deprecated":
                if deprecated:
                    phases.arguments.error(None, "multiple `deprecated` attributes", attr.span)
                deprecated = True
    for place in met:
        if isinstance(place.node, ast.Crate):
            _check_crate_level(place.node, place.attrs, phases.uses)
        for attr in place.attrs:
            if attr.name in LINT_LEVELS and attr.name != "forbid":
                _forbidden(attr, forbids, phases.uses)
    for phase in phases:
        for diagnostic in phase.items:
            sink.emit(diagnostic)


_OWN_SYNTAX: Final = frozenset((*LINT_LEVELS, "derive", "cfg", "cfg_attr"))


def _has_list(attr: Attribute, sink: DiagnosticSink) -> bool:
    """Whether what an attribute of the compiler's has in parentheses, if it has, is a list."""
    group = attr.args[0] if len(attr.args) == 1 else None
    if attr.name not in BUILTIN or attr.name in _OWN_SYNTAX or not isinstance(group, Delimited) or group.delim != "(":
        return True
    errors, usable = list_errors(group)
    for error in errors:
        sink.emit(error)
    return usable


class _Phases:
    """What each of rustc's passes over attributes reports."""

    def __init__(self) -> None:
        self.lints = DiagnosticSink()
        self.syntax = DiagnosticSink()
        self.names = DiagnosticSink()
        self.gates = DiagnosticSink()
        self.arguments = DiagnosticSink()
        self.uses = DiagnosticSink()

    def __iter__(self) -> Iterator[DiagnosticSink]:
        return iter((self.lints, self.syntax, self.names, self.gates, self.arguments, self.uses))


# -------------------------------------------------------------------------------------------------- names and gates


def _features(met: list[Attributed]) -> frozenset[str]:
    names: set[str] = set()
    for place in met:
        for attr in place.attrs:
            if attr.name == "feature" and attr.inner:
                names.update(split_meta(part)[0] for part in attribute_args.parts(attr))
    return frozenset(names)


def _feature_gate(met: list[Attributed], sink: DiagnosticSink) -> None:
    for place in met:
        if isinstance(place.node, ast.Crate) and any(attr.name == "feature" for attr in place.attrs):
            from interpreter.resolve.features import refusal

            refused = refusal(place.attrs)
            if refused is not None:
                sink.emit(refused)


def _unwrap_unsafe(attr: Attribute, sink: DiagnosticSink) -> Attribute:
    group = attr.args[0] if attr.args else None
    if attr.name != "unsafe" or not isinstance(group, Delimited):
        return attr
    name, args = split_meta(group.trees)
    if name in BUILTIN and name not in UNSAFE:
        note = "extraneous unsafe is not allowed in attributes"
        span = name_span(attr)
        sink.error(None, f"`{name}` is not an unsafe attribute", span, "this is not an unsafe attribute", notes=(note,))
    return Attribute(span=attr.span, name=name, args=args, inner=attr.inner)


def name_span(attr: Attribute) -> Span:
    """The path of an attribute, or its first segment."""
    first = attr.name.split("::")[0]
    at = attr.span.file.text.find(first, attr.span.lo, attr.span.hi)
    if at < 0:
        return attr.span
    return Span(attr.span.file, at, at + len(first), attr.span.call_site)


def _known(attr: Attribute, features: frozenset[str], phases: _Phases) -> bool:
    first, colons, _ = attr.name.partition("::")
    if colons:
        if first in TOOLS and attr.inner:
            note = "see issue #54726 <https://github.com/rust-lang/rust/issues/54726> for more information"
            phases.gates.error("E0658", "custom inner attributes are unstable", name_span(attr), notes=(note,))
        if first not in TOOLS and first.isidentifier():
            message = f"cannot find module or crate `{first}` in this scope"
            phases.lints.error("E0433", message, name_span(attr), f"use of unresolved module or unlinked crate `{first}`")
        return False
    if attr.name in BUILTIN or not attr.name:
        return True
    if attr.name.startswith("rustc"):
        if "rustc_attrs" in features:
            return True
        message = "attributes starting with `rustc` are reserved for use by the `rustc` compiler"
        phases.syntax.error(None, message, name_span(attr))
    phases.names.error(None, f"cannot find attribute `{attr.name}` in this scope", name_span(attr))
    return False


def _gate(attr: Attribute, features: frozenset[str], phases: _Phases) -> None:
    if attr.name in STABILITY and "staged_api" not in features:
        phases.arguments.error("E0734", "stability attributes may not be used outside of the standard library", attr.span)
    if attr.name == "doc":
        for part in attribute_args.parts(attr):
            unstable = DOC_GATES.get(split_meta(part)[0])
            if unstable is not None:
                _emit_gate(unstable, attr.span, features, phases)
    gate = GATED.get(attr.name)
    if gate is not None:
        _emit_gate(gate, name_span(attr) if attr.name in MACROS else attr.span, features, phases)


def _emit_gate(gate: Gate, span: Span, features: frozenset[str], phases: _Phases) -> None:
    if gate.feature not in features:
        issue = f"see issue #{gate.issue} <https://github.com/rust-lang/rust/issues/{gate.issue}> for more information"
        phases.gates.error("E0658", gate.message, span, notes=(issue,) if gate.issue else ())


# -------------------------------------------------------------------------------------------------- places


def _may_be_macro(attr: Attribute, place: Attributed, sink: DiagnosticSink) -> bool:
    """Whether an attribute is none that expands to something, or stands where such a one may."""
    if attr.name not in MACROS or target_of(place.node, place.parent) not in _NO_MACROS:
        return True
    message = f"expected non-macro attribute, found attribute macro `{attr.name}`"
    sink.error(None, message, name_span(attr), "not a non-macro attribute")
    return False


def _place(attr: Attribute, place: Attributed, phases: _Phases) -> None:
    target = target_of(place.node, place.parent)
    if target == "function params" and attr.is_doc_comment:
        message = "documentation comments cannot be applied to function parameters"
        phases.syntax.error(None, message, attr.span, "doc comments are not allowed here")
    elif target == "function params" and attr.name not in _PARAM_ATTRS:
        allowed = "allow, cfg, cfg_attr, deny, expect, forbid, and warn"
        message = f"{allowed} are the only allowed built-in attributes in function parameters"
        phases.syntax.error(None, message, attr.span)
    places = PLACES.get(attr.name)
    if attr.name == "doc" and attr.args:
        attribute_doc.check(attr, place.node, target, phases.arguments)
    is_list = bool(attr.args) and isinstance(attr.args[0], Delimited)
    if attr.name == "macro_export" and is_list and [part.text for part in _words(attr)] != ["local_inner_macros"]:
        message = "valid forms for the attribute are `#[macro_export(local_inner_macros)]` and `#[macro_export]`"
        phases.uses.error("invalid_macro_export_arguments", message, attr.span)
    if places is not None and places.refuses(target):
        help_ = f"`#[{attr.name}]` can {places.only}"
        if attr.name == "non_exhaustive" and target == "unions":
            help_ = "`#[non_exhaustive]` can be applied to enum variants, enums, and structs"
        phases.arguments.error(None, cannot_be_used(attr, target), attr.span, helps=(help_,))
        if attr.name == "target_feature" and target == "required trait methods":
            _target_feature_place(attr, place, phases)
    elif attr.name == "inline" and target == "macro defs":
        label = "not a function or closure"
        phases.uses.error("E0518", "attribute should be applied to function or closure", attr.span, label)
    elif attr.name == "target_feature" and isinstance(place.node, ast.Fn):
        _target_feature_place(attr, place, phases)
    elif attr.name == "track_caller" and _has_foreign_abi(place.node):
        phases.uses.error("E0737", "`#[track_caller]` requires Rust ABI", attr.span)
    elif attr.name == "track_caller" and isinstance(place.node, ast.Closure):
        note = "see issue #87417 <https://github.com/rust-lang/rust/issues/87417> for more information"
        phases.uses.error("E0658", "`#[track_caller]` on closures is currently unstable", attr.span, notes=(note,))
    elif attr.name == "macro_use" and isinstance(place.node, ast.Mod) and attr.args:
        phases.uses.error(None, "arguments to `macro_use` are not allowed here", attr.span)
    elif attr.name == "macro_use" and isinstance(place.node, ast.ExternCrate):
        _macro_use_place(attr, place.node, phases.uses)
    elif attr.name == "crate_type":
        literal = attr.args[-1] if attr.args else None
        if isinstance(place.node, ast.Crate) and isinstance(literal, Token) and literal.text.strip('"') not in _CRATE_TYPES:
            phases.uses.error("unknown_crate_types", "invalid `crate_type` value", literal.span)
    elif attr.name == "deprecated" and target in USELESSLY_DEPRECATED:
        phases.uses.error("useless_deprecated", cannot_be_used(attr, target), attr.span)
    elif attr.name == "repr":
        _repr_place(attr, place.node, target, phases.uses)
    elif attr.name == "derive" and not isinstance(place.node, (ast.Struct, ast.Enum_, ast.Union, ast.Crate)):
        message = "`derive` may only be applied to `struct`s, `enum`s and `union`s"
        secondary = (Label(place.node.span, "not a `struct`, `enum` or `union`"),)
        phases.lints.error("E0774", message, attr.span, "not applicable here", secondary=secondary)
    elif attr.name in ("proc_macro", "proc_macro_derive", "proc_macro_attribute"):
        message = f"the `#[{attr.name}]` attribute is only usable with crates of the `proc-macro` crate type"
        phases.names.error(None, message, attr.span)


def _target_feature_place(attr: Attribute, place: Attributed, phases: _Phases) -> None:
    fn = place.node
    in_trait = isinstance(place.parent, ast.Trait) or (isinstance(place.parent, ast.Impl) and place.parent.trait is not None)
    if in_trait and not fn.unsafe:
        label = "cannot be applied to safe trait method"
        secondary = (Label(fn.sig_span if fn.body is not None else fn.span, "not an `unsafe` function"),)
        phases.uses.error(None, f"`#[target_feature(..)]` {label}", attr.span, label, secondary=secondary)
    inlines = [other for other in place.attrs if other.name == "inline" and [w.text for w in _words(other)] == ["always"]]
    for inline in inlines:
        note = "see issue #145574 <https://github.com/rust-lang/rust/issues/145574> for more information"
        message = "cannot use `#[inline(always)]` with `#[target_feature]`"
        phases.uses.error("E0658", message, inline.span, notes=(note,))


_NOT_AT_CRATE_LEVEL: Final = ("derive", "test", "test_case", "global_allocator", "bench", "repr")


def _check_crate_level(crate: ast.Crate, attrs: list[Attribute], sink: DiagnosticSink) -> None:
    """Inner attributes of the crate that were meant for the first item (rustc: `check_invalid_crate_level_attr`)."""
    item = next((item for item in crate.items if not isinstance(item, ast.MacroItem)), None)
    secondary: tuple[Label, ...] = ()
    if item is not None:
        at = item.span if isinstance(item, (ast.Use, ast.Impl, ast.ExternBlock)) else item.ident.span
        if isinstance(item, ast.Use) and not item.tree.glob and item.tree.nested is None:
            at = (item.tree.rename or item.tree.prefix.segments[-1].ident).span
        secondary = (Label(at, f"the inner attribute doesn't annotate this {_DESCRIPTIONS[type(item)]}"),)
    for attr in attrs:
        if attr.name in _NOT_AT_CRATE_LEVEL:
            sink.error(None, f"`{attr.name}` attribute cannot be used at crate level", attr.span, secondary=secondary)


_DESCRIPTIONS: Final[dict[type, str]] = {
    ast.Fn: "function", ast.Struct: "struct", ast.Enum_: "enum", ast.Union: "union", ast.Trait: "trait", ast.Mod: "module",
    ast.Use: "import", ast.Impl: "implementation", ast.Const: "constant", ast.Static: "static", ast.TypeAlias_: "type alias",
    ast.ExternCrate: "extern crate", ast.ExternBlock: "foreign module", ast.MacroRules: "macro",
}  # fmt: skip


def _has_foreign_abi(node: object) -> bool:
    return isinstance(node, ast.Fn) and node.extern_abi not in (None, "Rust")


def _words(attr: Attribute) -> list[Token]:
    """The first word of each argument."""
    return [part[0] for part in attribute_args.parts(attr) if isinstance(part[0], Token)]


def _macro_use_place(attr: Attribute, node: ast.ExternCrate, sink: DiagnosticSink) -> None:
    if node.ident.name == "self":
        sink.error(None, "`#[macro_use]` is not supported on `extern crate self`", attr.span)
    for part in attribute_args.parts(attr):
        name, rest = split_meta(part)
        if not rest and name.isidentifier() and (node.ident.name == "self" or name not in std_macros()):
            sink.error("E0469", "imported macro not found", part[0].span)


def _repr_place(attr: Attribute, node: Any, target: str, sink: DiagnosticSink) -> None:
    if isinstance(node, (ast.MacroItem, ast.MacroCall)):
        return
    for hint in attribute_args.parts(attr):
        first = hint[0]
        if not isinstance(first, Token) or first.text not in attribute_args.REPR_HINTS:
            continue
        kind = first.text if first.text == "packed" else "int" if first.text in attribute_args.REPR_INTS else ""
        targets, noun = _REPR_TARGETS[kind]
        if target not in targets:
            at = node.span.shrink_to_lo() if isinstance(node, ast.Crate) else node.span
            label = (Label(at, f"not {noun}"),)
            span = first.span.to(hint[-1].span)
            sink.error("E0517", f"attribute should be applied to {noun}", span, secondary=label)


def _derives_default(attr: Attribute) -> bool:
    return attr.name == "derive" and any(split_meta(part)[0].split("::")[-1] == "Default" for part in attribute_args.parts(attr))


# -------------------------------------------------------------------------------------------------- lint levels


def _lint_levels(attr: Attribute, place: Attributed, forbids: list[tuple[str, Span, Span]], sink: DiagnosticSink) -> None:
    arguments = attribute_args.parts(attr)
    for part in arguments:
        name, rest = split_meta(part)
        first, last = part[0], part[-1]
        span = first.span.to(last.span)
        if name == "reason" and len(rest) == 2:
            value = rest[1]
            if not (isinstance(value, Token) and value.kind in ("STR", "RAW_STR")):
                sink.error("E0452", "malformed lint attribute input", value.span, "reason must be a string literal")
            elif part is not arguments[-1]:
                sink.error("E0452", "malformed lint attribute input", span, "reason in lint attribute must come last")
        elif not name or rest or name in ("true", "false"):
            sink.error("E0452", "malformed lint attribute input", span, "bad attribute argument")
        elif "::" in name and (tool := name.split("::")[0]) not in LINT_TOOLS:
            sink.error("E0710", f"unknown tool name `{tool}` found in scoped lint: `{name}`", first.span)
        elif attr.name == "forbid":
            forbids.append((name, span, attr.span.to(place.node.span) if not attr.inner else place.node.span))


def lint_levels(met: list[Attributed]) -> LintLevels:
    """What the attributes say of lints."""
    return LintLevels(
        [
            LintSpec(
                current_name(split_meta(part)[0]), split_meta(part)[0], attr.name, place.node.span,
                part[0].span.to(part[-1].span),
            )
            for place in met
            for attr in place.attrs
            if attr.name in ("allow", "warn", "expect", "deny", "forbid")
            for part in attribute_args.parts(attr)
        ]
    )


def _forbidden(attr: Attribute, forbids: list[tuple[str, Span, Span]], sink: DiagnosticSink) -> None:
    """E0453: a lint made weaker inside of what forbids it. Forbidding a group of lints only earns a warning."""
    for part in attribute_args.parts(attr) if attr.name != "deny" else ():
        name, rest = split_meta(part)
        span = part[0].span.to(part[-1].span)
        for lint, forbidden_at, inside in forbids:
            same = lint not in lint_names.LINT_GROUPS and (lint == name or lint in lint_names.LINT_GROUPS.get(name, ()))
            if same and not rest and inside.file is span.file and inside.lo <= span.lo < inside.hi:
                message = f"{attr.name}({name}) incompatible with previous forbid"
                labels = (Label(forbidden_at, "`forbid` level set here"),)
                sink.emit(Diagnostic("E0453", message, (Label(span, "overruled by previous forbid"),), labels))
                break
