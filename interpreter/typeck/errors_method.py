"""Errors of method lookup in rustc's words (rustc: method/suggest.rs): E0599, E0034, E0624, E0040."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.diagnostics import Diagnostic, Label
from interpreter.resolve.defs import Def, DefKind, LocalRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import std_gaps
from interpreter.typeck import ty as t
from interpreter.typeck.autoderef import Autoderef
from interpreter.typeck.defs import AssocItem, AssocKind
from interpreter.typeck.method.probe import items_named, probe_exists

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt
    from interpreter.typeck.method.probe import Ambiguity, NoMatch


def type_kind(fcx: FnCtxt, ty: t.Ty) -> str:
    """What kind of type it is, as rustc says before its name (`Ty::prefix_string`)."""
    from interpreter.typeck.errors_mismatch import prefix_string

    return prefix_string(fcx, ty)


def described(fcx: FnCtxt, ty: t.Ty, node: object = None) -> str:
    """ "struct `Foo`", "type `i32`", "reference `&T`" """
    return f"{type_kind(fcx, ty)} `{name_of(fcx, ty, node)}`"


def name_of(fcx: FnCtxt, ty: t.Ty, node: object = None) -> str:
    """The type's name in these messages."""
    return fcx.fmt_of(node, ty)


def _require_known(fcx: FnCtxt, ty: t.Ty, name: str, span: Span) -> None:
    """No item was found: is it crabwalk's std that lacks it?

    Raises: UnsupportedError if rustc's std has an item of that name for the type, or for a trait in scope that it implements.
    """
    steps = [fcx.resolve(step) for step, _ in Autoderef(fcx, span, ty)]
    steps += [t.Slice(step.elem) for step in steps if isinstance(step, t.Array)]
    traits = [
        trait
        for trait in fcx.traits_in_scope()
        if trait.is_std and len(fcx.tcx.generics_of(trait).params) == 1
        if any(fcx.infcx.type_implements_trait(trait, (step,), fcx.cause(span)).may_apply for step in steps)
    ]
    std_gaps.require_known_item(steps, traits, name, span)


def report_no_method(fcx: FnCtxt, expr: ast.MethodCall, ty: t.Ty, no_match: NoMatch) -> None:
    """E0599 of `receiver.name()`."""
    fcx.tainted = True
    segment = expr.segment
    name = segment.ident.name
    ty = fcx.resolve(ty)
    if ty.flags & t.HAS_ERROR:
        return
    span = segment.ident.span
    if isinstance(ty, t.Infer) and ty.kind in ("int", "float") and _some_number_has(fcx, ty, name):
        _report_ambiguous_numeric(fcx, expr, ty)
        return
    if no_match.static:
        _report_static(fcx, expr, ty, no_match)
        return
    if _is_field_fn(fcx, ty, name):
        _report_field_as_method(fcx, expr, ty)
        return
    if no_match.unsatisfied:
        _report_unsatisfied(fcx, expr, ty, no_match)
        return
    _require_known(fcx, ty, name, span)
    message = f"no method named `{name}` found for {described(fcx, ty, expr.receiver)} in the current scope"
    label = f"method not found in `{name_of(fcx, ty, expr.receiver)}`"
    secondary: list[Label] = []
    helps: list[str] = []
    if isinstance(ty, t.Param):
        label = f"method not found in `{ty.name}`"
        param = fcx.param_span(ty)
        if param is not None:
            secondary.append(Label(param, f"method `{name}` not found for this type parameter"))
    elif isinstance(ty, t.Adt) and not ty.def_.is_std:
        secondary.append(
            Label(fcx.tcx.item_span(ty.def_), f"method `{name}` not found for this {fcx.tcx.adt_def(ty.def_).kind.value}")
        )
    similar = _similar(fcx, ty, name)
    if similar is not None:
        label = ""
        helps.append(f"there is a method `{similar}` with a similar name")
    else:
        field = _field_named(fcx, ty, name)
        if field is not None:
            label = "field, not a method"
    traits = _traits_with(fcx, name)
    notes: tuple[str, ...] = ()
    if traits and similar is None:
        helps.append("items from traits can only be used if the trait is implemented and in scope")
        notes = tuple(f"`{tr.name}` defines an item `{name}`, perhaps you need to implement it" for tr in traits[:1])
    fcx.emit(Diagnostic("E0599", message, (Label(span, label),), tuple(secondary), notes, tuple(helps)))


def _some_number_has(fcx: FnCtxt, ty: t.Infer, name: str) -> bool:
    """Whether some numeric type has a method of this name."""
    for prim in ("i32", "u32") if ty.kind == "int" else ("f64",):
        for impl in fcx.tcx.inherent_impls(t.PRIM[prim]):
            if any(i.has_self for i in items_named(fcx, impl, name)):
                return True
    if fcx.tcx.lang_item_or_none(f"{name}_fn") is not None:
        return True
    return any(i.has_self for trait in fcx.traits_in_scope() for i in items_named(fcx, trait, name))


def _report_ambiguous_numeric(fcx: FnCtxt, expr: ast.MethodCall, ty: t.Infer) -> None:
    """E0689: `2.0.neg()` where the literal's type isn't known."""
    name = expr.segment.ident.name
    shown = "{integer}" if ty.kind == "int" else "{float}"
    helps: tuple[str, ...] = ()
    fcx.error("E0689", f"can't call method `{name}` on ambiguous numeric type `{shown}`", expr.segment.ident.span, helps=helps)


def _report_static(fcx: FnCtxt, expr: ast.MethodCall, ty: t.Ty, no_match: NoMatch) -> None:
    name = expr.segment.ident.name
    candidate = no_match.static[0]
    secondary: list[Label] = []
    if isinstance(ty, t.Adt) and not ty.def_.is_std:
        secondary.append(
            Label(fcx.tcx.item_span(ty.def_), f"method `{name}` not found for this {fcx.tcx.adt_def(ty.def_).kind.value}")
        )
    container = candidate.item.container
    where = f"the candidate is defined in an impl for the type `{name_of(fcx, ty)}`"
    if container.kind is DefKind.TRAIT:
        where = f"the candidate is defined in the trait `{container.name}`"
    fcx.emit(
        Diagnostic(
            "E0599", f"no method named `{name}` found for {described(fcx, ty)} in the current scope",
            (Label(expr.segment.ident.span, "this is an associated function, not a method"),), tuple(secondary),
            ("found the following associated functions; to be used as methods, functions must have a `self` parameter", where),
        )
    )  # fmt: skip


def _field_named(fcx: FnCtxt, ty: t.Ty, name: str) -> t.Ty | None:
    for step, _ in Autoderef(fcx, fcx.owner.span, ty):
        if isinstance(step, t.Adt):
            adt = fcx.tcx.adt_def(step.def_)
            if adt.is_enum:
                continue
            index = adt.non_enum_variant.field_named(name)
            if index is not None:
                return fcx.normalize(fcx.owner.span, adt.non_enum_variant.fields[index].ty(fcx.tcx, step.args))
    return None


def _is_field_fn(fcx: FnCtxt, ty: t.Ty, name: str) -> bool:
    field = _field_named(fcx, ty, name)
    return isinstance(field, (t.FnPtr, t.Closure, t.FnDef)) or (
        isinstance(field, t.Param)
        and any(
            b.value.args[0] is field
            for n in ("fn", "fn_mut", "fn_once")
            for b in fcx.param_env.traits.get(fcx.tcx.lang_item(n), ())
        )
    )


def _report_field_as_method(fcx: FnCtxt, expr: ast.MethodCall, ty: t.Ty) -> None:
    name = expr.segment.ident.name
    secondary: list[Label] = []
    if isinstance(ty, t.Adt) and not ty.def_.is_std:
        secondary.append(
            Label(fcx.tcx.item_span(ty.def_), f"method `{name}` not found for this {fcx.tcx.adt_def(ty.def_).kind.value}")
        )
    fcx.emit(
        Diagnostic(
            "E0599", f"no method named `{name}` found for {described(fcx, ty)} in the current scope",
            (Label(expr.segment.ident.span, "field, not a method"),), tuple(secondary),
            helps=(f"to call the closure stored in `{name}`, surround the field access with parentheses",)
            if not isinstance(_field_named(fcx, ty, name), t.FnPtr)
            else (f"to call the function stored in `{name}`, surround the field access with parentheses",),
        )
    )  # fmt: skip


def _report_unsatisfied(fcx: FnCtxt, expr: ast.MethodCall, ty: t.Ty, no_match: NoMatch) -> None:
    """The method exists, but its bounds aren't met."""
    name = expr.segment.ident.name
    span = expr.segment.ident.span
    described_ty = described(fcx, ty)
    bounds = list(dict.fromkeys(fcx.fmt(p) for p, _ in no_match.unsatisfied))
    from_impl = [p for p, impl in no_match.unsatisfied if impl is not None]
    simple = [p for p, _ in no_match.unsatisfied]
    secondary: list[Label] = []
    adt_label: Label | None = None
    if isinstance(ty, t.Adt) and not ty.def_.is_std:
        kind = fcx.tcx.adt_def(ty.def_).kind.value
        reasons = [
            p for p in simple if isinstance(p.value, t.TraitPredicate) and isinstance(p.value.trait_ref.self_ty, t.Adt)
            and p.value.trait_ref.self_ty.def_ is ty.def_
        ]  # fmt: skip
        what = f"method `{name}` not found for this {kind}"
        if reasons:
            listed = " or ".join(f"`{fcx.fmt(p)}`" for p in reasons[:1])
            what = f"method `{name}` not found for this {kind} because it doesn't satisfy {listed}"
        adt_label = Label(fcx.tcx.item_span(ty.def_), what)
    if not from_impl and all(isinstance(p.value, t.TraitPredicate) for p in simple):
        # Only traits that aren't implemented at all: the plain message.
        message = f"no method named `{name}` found for {described_ty} in the current scope"
        label = f"method not found in `{name_of(fcx, ty)}`"
        if isinstance(ty, t.Param):
            param = fcx.param_span(ty)
            if param is not None:
                secondary.append(Label(param, f"method `{name}` not found for this type parameter"))
        elif isinstance(ty, t.Adt) and not ty.def_.is_std:
            kind = fcx.tcx.adt_def(ty.def_).kind.value
            secondary.append(Label(fcx.tcx.item_span(ty.def_), f"method `{name}` not found for this {kind}"))
        traits = list(dict.fromkeys(p.value.trait_ref.trait for p in simple))
        helps: tuple[str, ...] = ("items from traits can only be used if the trait is implemented and in scope",)
        if isinstance(ty, t.Param):
            helps = ("items from traits can only be used if the type parameter is bounded by the trait",)
        notes: tuple[str, ...] = ()
        similar = _similar(fcx, ty, name)
        if similar is not None:
            label = ""
            helps = (f"there is a method `{similar}` with a similar name",)
        if len(traits) == 1 and similar is None and not isinstance(ty, t.Param):
            notes = (
                f"the following trait defines an item `{name}`, perhaps you need to implement it:\n"
                f"candidate #1: `{traits[0].name}`",
            )
        fcx.emit(Diagnostic("E0599", message, (Label(span, label),), tuple(secondary), notes, helps))
        return
    message = f"the method `{name}` exists for {described_ty}, but its trait bounds were not satisfied"
    label = f"method cannot be called on `{name_of(fcx, ty)}` due to unsatisfied trait bounds"
    if adt_label is not None:
        secondary.append(adt_label)
    for predicate in simple:
        if isinstance(predicate.value, t.TraitPredicate):
            self_ty = predicate.value.trait_ref.self_ty
            if isinstance(self_ty, t.Adt) and not self_ty.def_.is_std and not (isinstance(ty, t.Adt) and self_ty.def_ is ty.def_):
                secondary.append(Label(fcx.tcx.item_span(self_ty.def_), f"doesn't satisfy `{fcx.fmt(predicate)}`"))
    note = "the following trait bounds were not satisfied:\n" + "\n".join(f"`{b}`" for b in sorted(bounds))
    fcx.emit(Diagnostic("E0599", message, (Label(span, label),), tuple(secondary), (note,)))


def _similar(fcx: FnCtxt, ty: t.Ty, name: str) -> str | None:
    """A method with a similar name that the type has (rustc: `probe_for_similar_candidate`)."""
    names: set[str] = set()
    for step, _ in Autoderef(fcx, fcx.owner.span, ty):
        for impl in fcx.tcx.inherent_impls(step) if not isinstance(step, (t.Param, t.Alias, t.Infer)) else ():
            for item in fcx.tcx.associated_items(impl):
                if item.kind is AssocKind.FN and item.has_self:
                    names.add(item.name)
    best = best_match(name, names - {name})
    if best is not None:
        return best
    limit = max(len(name), 3) // 3
    for trait in fcx.traits_in_scope():
        for item in fcx.tcx.associated_items(trait):
            if item.has_self and item.name != name and edit_distance(name, item.name, limit) is not None:
                if probe_exists(fcx, fcx.owner.span, ty, item.name):
                    return item.name
    return None


def best_match(name: str, names: set[str]) -> str | None:
    """The closest name within a third of the length (rustc: `find_best_match_for_name`)."""
    limit = max(len(name), 3) // 3
    best: tuple[int, str] | None = None
    for candidate in sorted(names):
        if candidate.lower() == name.lower() and candidate != name:
            return candidate
        distance = edit_distance(name, candidate, limit)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, candidate)
    return best[1] if best is not None else None


def edit_distance(a: str, b: str, limit: int) -> int | None:
    """Damerau-Levenshtein distance (adjacent transpositions), None beyond `limit`."""
    if abs(len(a) - len(b)) > limit:
        return None
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            cost = min(row[j] + 1, current[-1] + 1, row[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        before, row = row, current
    return row[-1] if row[-1] <= limit else None


def _traits_with(fcx: FnCtxt, name: str) -> list[Def]:
    """The user's traits that declare a method of this name."""
    return [
        d for d in fcx.tcx.resolution.defs.values()
        if d.kind is DefKind.TRAIT and not d.is_std and any(i.name == name and i.has_self for i in fcx.tcx.associated_items(d))
    ]  # fmt: skip


def report_no_assoc_item(fcx: FnCtxt, path: ast.Path, ty: t.Ty, segment: ast.PathSegment, no_match: NoMatch) -> None:
    """E0599 of `Type::name`."""
    fcx.tainted = True
    if fcx.resolve(ty).flags & t.HAS_ERROR:
        return
    name = segment.ident.name
    ty = fcx.resolve(ty)
    _require_known(fcx, ty, name, segment.ident.span)
    is_enum = isinstance(ty, t.Adt) and fcx.tcx.adt_def(ty.def_).is_enum
    if is_enum:
        what = "variant or associated item"
    else:
        what = "function or associated item" if name[:1].islower() else "associated item"
    secondary: list[Label] = []
    helps: list[str] = []
    if isinstance(ty, t.Adt) and not ty.def_.is_std:
        secondary.append(
            Label(fcx.tcx.item_span(ty.def_), f"{what} `{name}` not found for this {fcx.tcx.adt_def(ty.def_).kind.value}")
        )
    label = f"{what} not found in `{name_of(fcx, ty)}`"
    if is_enum:
        assert isinstance(ty, t.Adt)
        similar = best_match(name, {v.name for v in fcx.tcx.adt_def(ty.def_).variants})
        if similar is not None:
            helps.append(f"there is a variant with a similar name: `{similar}`")
    fcx.emit(
        Diagnostic(
            "E0599", f"no {what} named `{name}` found for {described(fcx, ty)} in the current scope",
            (Label(segment.ident.span, label),), tuple(secondary), (), tuple(helps),
        )
    )  # fmt: skip


def report_private(fcx: FnCtxt, segment: ast.PathSegment, item: AssocItem) -> None:
    """E0624."""
    kind = "method" if item.has_self else ("associated function" if item.kind is AssocKind.FN else "associated constant")
    secondary: tuple[Label, ...] = ()
    if not item.def_.is_std:
        secondary = (Label(fcx.tcx.item_span(item.def_), f"private {kind} defined here"),)
    fcx.error("E0624", f"{kind} `{item.name}` is private", segment.ident.span, f"private {kind}", secondary=secondary)


def report_ambiguity(fcx: FnCtxt, span: Span, ty: t.Ty, name: str, ambiguity: Ambiguity, expr: ast.MethodCall | None) -> None:
    """E0034."""
    notes: list[str] = []
    for i, candidate in enumerate(ambiguity.candidates, 1):
        container = candidate.item.container
        if container.kind is DefKind.TRAIT:
            notes.append(f"candidate #{i} is defined in the trait `{container.name}`")
            continue
        trait = fcx.tcx.impl_trait_ref(container) if container.kind is DefKind.IMPL else None
        self_ty = fcx.tcx.format_ty(fcx.tcx.type_of(container))
        of = f"of the trait `{trait.trait.name}` " if trait is not None else ""
        notes.append(f"candidate #{i} is defined in an impl {of}for the type `{self_ty}`")
    fcx.emit(
        Diagnostic("E0034", "multiple applicable items in scope", (Label(span, f"multiple `{name}` found"),), (), tuple(notes))
    )


def check_explicit_drop(fcx: FnCtxt, span: Span, receiver: ast.Expr, segment: ast.PathSegment, method: Def) -> None:
    """E0040 of `x.drop()`."""
    if fcx.tcx.is_lang_item(method, "drop_fn"):
        fcx.error("E0040", "explicit use of destructor method", span, "explicit destructor calls not allowed")


def check_explicit_drop_path(fcx: FnCtxt, path: ast.Path, item: Def) -> None:
    """E0040 of `Drop::drop`."""
    if not fcx.owner.is_std and fcx.tcx.is_lang_item(item, "drop_fn"):
        fcx.error("E0040", "explicit use of destructor method", path.span, "explicit destructor calls not allowed")


def is_local_path(fcx: FnCtxt, expr: ast.Expr) -> bool:
    """Whether the expression is just a variable."""
    return isinstance(expr, ast.PathExpr) and isinstance(fcx.path_res(expr.path).base, LocalRes)
