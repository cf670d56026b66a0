"""Helps for a path that names the wrong kind of thing (rustc_resolve: late/diagnostics.rs,
smart_resolve_context_dependent_help)."""

from __future__ import annotations

from interpreter.diagnostics import Label, Suggestion, note_at
from interpreter.records import Record, field
from interpreter.resolve.candidates import definition_span, plural
from interpreter.resolve.defs import Def, DefKind, DefRes, PrimTyRes, Res
from interpreter.resolve.late_paths import PathSource, SourceKind, is_unit
from interpreter.resolve.modules import Module, is_accessible
from interpreter.resolve.resolver import describe
from interpreter.source import Span
from interpreter.syntax import ast


class Advice(Record):
    """What is said beside "expected .., found ..": another message, another place, labels, suggestions."""

    message: str | None = None
    span: Span | None = None
    label: str = ""
    secondary: tuple[Label, ...] = ()
    notes: tuple[str, ...] = ()
    suggestions: list[Suggestion] = field(default_factory=list)
    typo: bool = True
    """May a similar name be suggested too?"""


def advise(path: str, span: Span, source: PathSource, res: Res, scope: Module, let: ast.Let | None) -> Advice | None:
    """The advice for this kind of thing in this place; None if there is nothing special to say."""
    if isinstance(res, DefRes):
        def_ = res.def_
        if def_.kind is DefKind.VARIANT and source.kind is SourceKind.TYPE and def_.parent is not None:
            words = Suggestion("try using the variant's enum", ((span, def_.parent.name),))
            return Advice(label="not a type", suggestions=[words], typo=False)
        if def_.kind is DefKind.TY_ALIAS and source.kind is SourceKind.TRAIT:
            return Advice(label="type aliases cannot be used as traits", typo=False)
        if def_.kind in (DefKind.STRUCT, DefKind.VARIANT) and not res.ctor and source.kind in _VALUE_SOURCES:
            node = def_.node
            if isinstance(node, ast.Struct) and node.kind is ast.VariantKind.TUPLE:
                return _private_constructor(def_, node, scope, source)
            return _struct_as_value(path, span, source, def_)
        if def_.kind is DefKind.ENUM and source.kind in (SourceKind.EXPR, SourceKind.CALL):
            return _enum_as_value(path, span, source, def_)
        if res.ctor and source.kind is SourceKind.TUPLE_STRUCT and is_unit(def_):
            whole = _whole(span, source)
            words = Suggestion("use this syntax instead", ((whole, path),))
            return Advice(span=whole, secondary=_defined_here(path, def_), suggestions=[words])
        if res.ctor and source.kind is SourceKind.PAT:
            fields = getattr(def_.node, "fields", [])
            edit = (span.shrink_to_hi(), f"({', '.join('_' for _ in fields)})")
            words = Suggestion(f"use the {describe(res)} pattern syntax instead", (edit,))
            return Advice(secondary=_defined_here(path, def_), suggestions=[words])
        if def_.kind is DefKind.FN and source.kind is SourceKind.TUPLE_STRUCT:
            page = "https://doc.rust-lang.org/book/ch19-00-patterns.html"
            notes = (f"function calls are not allowed in patterns: <{page}>",)
            label = "not a tuple struct or tuple variant"
            return Advice("expected a pattern, found a function call", label=label, notes=notes, typo=False)
    annotated = type_annotation(span, source, let) if is_type_like(res) else None
    return Advice(suggestions=[annotated], typo=False) if annotated is not None else None


_VALUE_SOURCES = (SourceKind.EXPR, SourceKind.CALL, SourceKind.PAT, SourceKind.TUPLE_STRUCT)


def _defined_here(path: str, def_: Def) -> tuple[Label, ...]:
    return () if def_.is_std else (Label(definition_span(def_), f"`{path}` defined here"),)


def _whole(span: Span, source: PathSource) -> Span:
    """The call or pattern that the path is the head of."""
    parent = source.parent
    return parent.span if isinstance(parent, (ast.Call, ast.TupleStructPat)) else span


def _private_constructor(def_: Def, node: ast.Struct, scope: Module, source: PathSource) -> Advice:
    private = [c for c in def_.children if c.kind is DefKind.FIELD and not is_accessible(c.visible_in, scope)]
    if not private:
        return Advice()
    hidden = "constructor is not visible here due to private fields"
    if source.kind is SourceKind.TUPLE_STRUCT and isinstance(source.parent, ast.TupleStructPat):
        message = "cannot match against a tuple struct which contains private fields"
        given = source.parent.elems
        if def_.is_std or len(given) != len(node.fields) or any(isinstance(elem, ast.RestPat) for elem in given):
            return Advice(message, label=hidden, typo=False)
    elif source.kind is SourceKind.CALL:
        message = "cannot initialize a tuple struct which contains private fields"
    else:
        return Advice(label=hidden, typo=False)
    if def_.is_std:
        return Advice(message, typo=False)
    edits = tuple((f.span.shrink_to_lo(), "pub ") for f in node.fields if f.vis.kind is ast.VisKind.INHERITED)
    words = f"consider making the field{'s' if len(edits) > 1 else ''} publicly accessible"
    return Advice(message, notes=(hidden,), suggestions=[Suggestion(words, edits)], typo=False)


def _struct_as_value(path: str, span: Span, source: PathSource, def_: Def) -> Advice:
    fields: list[ast.FieldDef] = getattr(def_.node, "fields", [])
    here = _defined_here(path, def_)
    whole = _whole(span, source)
    if def_.is_std:
        return Advice(span=whole, typo=False)
    match source.kind:
        case SourceKind.CALL if isinstance(source.parent, ast.Call):
            values = [a.span.text for a in source.parent.args]
            if len(values) != len(fields):
                values = ["/* value */"] * len(fields)
            inner = ", ".join(f"{f.ident.name}: {v}" for f, v in zip(fields, values, strict=True))
            words = Suggestion("use struct literal syntax instead of calling", ((whole, f"{path}{{{inner}}}"),))
            return Advice(span=whole, secondary=here, suggestions=[words])
        case SourceKind.PAT | SourceKind.TUPLE_STRUCT:
            inner = ", ".join(f"{f.ident.name}: _" for f in fields)
            text = f"{path} {{ {inner} }}" if fields else f"{path} {{}}"
            return Advice(
                span=whole, secondary=here, suggestions=[Suggestion("use struct pattern syntax instead", ((whole, text),))]
            )
        case _:
            inner = ", ".join(f"{f.ident.name}: val" for f in fields)
            text = f"{path} {{ {inner} }}" if fields else f"{path} {{}}"
            if isinstance(source.parent, (ast.FieldExpr, ast.MethodCall)):
                return Advice(suggestions=[_path_separator(source.parent)])
            return Advice(secondary=here, suggestions=[Suggestion("use struct literal syntax instead", ((span, text),))])


def _path_separator(access: ast.FieldExpr | ast.MethodCall) -> Suggestion:
    """`Struct.name` written for `Struct::name`."""
    before = access.receiver.span if isinstance(access, ast.MethodCall) else access.expr.span
    dot = Span(before.file, before.hi, before.hi + 1)
    return Suggestion("use the path separator to refer to an item", ((dot, "::"),))


def _enum_as_value(path: str, span: Span, source: PathSource, def_: Def) -> Advice:
    node = def_.node
    assert isinstance(node, ast.Enum_)
    suggestions: list[Suggestion] = []
    fieldless = [v.ident.name for v in node.variants if v.kind is ast.VariantKind.UNIT]
    tuples = [v.ident.name for v in node.variants if v.kind is ast.VariantKind.TUPLE]
    if source.kind is SourceKind.CALL:
        words = "try to construct the enum's variant" if len(tuples) == 1 else "try to construct one of the enum's variants"
        texts = [f"{path}::{name}" for name in tuples]
    else:
        which = "one of the following enum variants" if len(fieldless) > 1 else "the following enum variant"
        words = f"you might have meant to use {which}"
        texts = [f"{path}::{name}" for name in fieldless]
    if texts:
        suggestions.append(Suggestion(words, ((span, texts[0]),)))
    if source.kind is not SourceKind.CALL and tuples:
        others = plural("variant") if len(tuples) > 1 else "variant"
        verb = "are" if len(tuples) > 1 else "is"
        words = f"{'alternatively, ' if fieldless else ''}the following enum {others} {verb} available"
        suggestions.append(Suggestion(words, ((span, f"({path}::{tuples[0]}(/* fields */))"),)))
    at = (note_at("the enum is defined here", Label(definition_span(def_))),) if not def_.is_std else ()
    return Advice(notes=at, suggestions=suggestions)


def is_type_like(res: Res) -> bool:
    """Whether `let x = ..` of this may have been meant as `let x: ..`."""
    return isinstance(res, PrimTyRes) or (isinstance(res, DefRes) and res.def_.kind in (DefKind.TRAIT, DefKind.TY_ALIAS))


def type_annotation(span: Span, source: PathSource, let: ast.Let | None) -> Suggestion | None:
    """`let x = i32;` may have been meant as `let x: i32;`."""
    if let is None or let.ty is not None or let.init is None or source.namespace != 1:
        return None
    head = let.init.func if isinstance(let.init, ast.Call) else let.init
    if head.span != span:
        return None
    between = Span(span.file, let.pat.span.hi, span.lo)
    return Suggestion("you might have meant to use `:` for type annotation", ((between, ": "),))
