"""Errors of method lookup in rustc's words (rustc: method/suggest.rs): E0599, E0034, E0624, E0040."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label, Suggestion, macro_variable, note_at
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind, LocalRes
from interpreter.resolve.suggest import best_match, distance_with_substrings
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import std_gaps
from interpreter.typeck import ty as t
from interpreter.typeck.autoderef import Autoderef
from interpreter.typeck.defs import AssocItem, AssocKind
from interpreter.typeck.items import user_items
from interpreter.typeck.method.probe import (
    Ambiguity,
    NoMatch,
    Pick,
    PrivateMatch,
    ReportedError,
    is_accessible,
    items_named,
    probe_exists,
    probe_method,
)
from interpreter.typeck.traits.select import EvaluationResult
from interpreter.typeck.words import errors_unsatisfied

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt
    from interpreter.typeck.method.probe import Candidate


def type_kind(fcx: FnCtxt, ty: t.Ty) -> str:
    """What kind of type it is, as rustc says before its name (`Ty::prefix_string`)."""
    from interpreter.typeck.errors_types import prefix_string

    return prefix_string(fcx.infcx, ty)


def name_of(fcx: FnCtxt, ty: t.Ty, node: object = None) -> str:
    """The type's name in these messages."""
    return fcx.fmt_of(node, ty)


def _is_unstable(fcx: FnCtxt, ty: t.Ty, name: str, place: Span, span: Span) -> bool:
    """No item was found: is it crabwalk's std that lacks it? E0658 at `span`, if rustc's std has it behind a feature.

    Raises: UnsupportedError if rustc's std has an item of that name for the type, or for a trait in scope that it implements.
    """
    steps = _peeled(fcx, ty)
    steps += [t.Slice(step.elem) for step in steps if isinstance(step, t.Array)]
    steps = [step for step in steps if not _has_for_others(fcx, step, name)]
    traits = [
        trait
        for trait in fcx.traits_in_scope()
        if trait.is_std and len(fcx.tcx.generics_of(trait).params) == 1
        if any(fcx.infcx.type_implements_trait(trait, (step,), fcx.cause(place)).may_apply for step in steps)
    ]
    feature = std_gaps.missing_item(steps, traits, name, place)
    if feature is not None:
        fcx.emit(feature.diagnostic(span))
    return feature is not None


def _has_for_others(fcx: FnCtxt, ty: t.Ty, name: str) -> bool:
    """Whether crabwalk's std has an item of that name for this type with other arguments."""
    alike: list[t.Ty] = [ty]
    if isinstance(ty, t.RawPtr):
        alike.append(t.RawPtr(ty.ty, not ty.mutable))
    elif isinstance(ty, t.Array):
        alike.append(t.Slice(ty.elem))
    return any(items_named(fcx, impl, name) for step in alike for impl in fcx.tcx.inherent_impls(step, name))


def report_no_method(fcx: FnCtxt, expr: ast.MethodCall, ty: t.Ty, no_match: NoMatch) -> None:
    """E0599 of `receiver.name()`."""
    fcx.tainted = True
    name = expr.segment.ident.name
    ty = fcx.resolve(ty)
    if ty.flags & t.HAS_ERROR:
        return
    if isinstance(ty, t.Infer) and ty.kind in ("int", "float") and _some_number_has(fcx, name):
        _report_ambiguous_numeric(fcx, expr, ty)
        return
    if not (no_match.static or no_match.unsatisfied or _field_named(fcx, ty, name) is not None):
        if _is_unstable(fcx, ty, name, expr.segment.ident.span, expr.segment.ident.span):
            return
    _report(fcx, expr.segment.ident, ty, no_match, "method", expr, expr.span)


def _report(
    fcx: FnCtxt, ident: ast.Ident, ty: t.Ty, no_match: NoMatch, kind: str, expr: ast.MethodCall | None, around: Span
) -> None:
    """E0599. `kind`: what was looked for; `expr`: the method call; `around`: the call or path as a whole."""
    name, what = ident.name, f"{kind} `{ident.name}`"
    receiver = expr.receiver if expr is not None else None
    shown = name_of(fcx, ty, receiver)
    message = f"no {kind} named `{name}` found for {type_kind(fcx, ty)} `{_reported(fcx, ty, name, no_match, receiver)}`"
    if expr is None and isinstance(fcx.resolve(ty), t.Dynamic):
        message = f"no {kind} named `{name}` found for trait `{shown}`"
    else:
        message += " in the current scope"
    label: str | None = None
    notes: list[str] = []
    helps: list[str] = []
    if receiver is not None and name == "write_fmt" and ident.span.file.is_std:  # in `write!` or `writeln!`
        notes.append("must implement `io::Write`, `fmt::Write`, or have a `write_fmt` method")
        _mention_traits(fcx, ty, name, expr, notes, helps)
        place, declared = (
            (Label(receiver.span, ""),),
            errors_unsatisfied.bound_labels({}, _declared(fcx, ty), what, type_kind(fcx, ty)),
        )
        message = f"cannot write into `{shown}`"
        fcx.emit(Diagnostic("E0599", message, place, tuple(declared), tuple(notes), tuple(helps)))
        return
    bounds: dict[Span, list[str]] = {}
    derives = False
    if no_match.static:
        label = "this is an associated function, not a method"
        notes.append("found the following associated functions; to be used as methods, functions must have a `self` parameter")
        notes += [_candidate_note(fcx, candidate) for candidate in no_match.static[:1]]
    plain = isinstance(ty, t.Param) or not no_match.unsatisfied
    if name == "count" and any(isinstance(peeled, (t.Slice, t.Array)) for peeled in _peeled(fcx, ty)):
        notes.append(f"`count` is defined on `Iterator`, which `{shown}` does not implement")
        helps.append("consider using `len` instead")
        plain = True
    elif no_match.unsatisfied and _should_be_iterator(fcx, ty, no_match):
        helps.append("call `.into_iter()` first")
        fcx.error("E0599", message, ident.span, f"`{shown}` is not an iterator", helps=tuple(helps))
        return
    if not plain:
        exists = f"the {what} exists for {type_kind(fcx, ty)} `{shown}`, but its trait bounds were not satisfied"
        explanation = errors_unsatisfied.explain(fcx, ty, no_match.unsatisfied, exists)
        message, label = explanation.message or message, label or explanation.label
        bounds, derives = explanation.bounds, explanation.derives
        notes += explanation.notes
    similar = _similar(fcx, ty, name) if expr is not None else None
    field = _field_named(fcx, ty, name) if expr is not None else None
    if field is not None:
        helps += _call_field(fcx, field, name)
        label = "field, not a method" if label is None else label
    elif label is None and similar is not None:
        label = ""
    elif label is None:
        label = f"{kind} not found in `{shown}`"
        if no_match.unsatisfied:
            on = f"on `{shown}` " if len(shown) <= 50 else ""
            label = f"{kind} cannot be called {on}due to unsatisfied trait bounds"
    suggestions: list[Suggestion] = []
    if similar is not None and expr is not None and not no_match.unsatisfied:
        text, found = f"there is a method `{similar.name}` with a similar name", similar.def_
        if len(fcx.tcx.fn_sig(found).value.inputs) == len(expr.args) + 1:
            suggestions.append(Suggestion(text, ((ident.span, similar.name),)))
        else:
            helps.append(note_at(f"{text}, but with different arguments", Label(fcx.tcx.item_span(found))))
    secondary = errors_unsatisfied.bound_labels(bounds, _declared(fcx, ty), what, type_kind(fcx, ty))
    if similar is None and not derives:
        _mention_traits(fcx, ty, name, expr, notes, helps)
    if expr is not None and not no_match.unsatisfied:
        secondary += _available_elsewhere(fcx, ty, name, ident.span, len(expr.args) + 1)
    if isinstance(ty, t.Adt) and fcx.tcx.adt_def(ty.def_).is_enum and not no_match.unsatisfied:
        variant = best_match((v.name for v in fcx.tcx.adt_def(ty.def_).variants), name)
        if variant is not None:
            suggestions.append(Suggestion("there is a variant with a similar name", ((ident.span, variant),)))
    secondary = [*secondary, *macro_variable(ident.span, around)]
    if not plain:
        suggestions += explanation.suggestions
    texts = (tuple(notes), tuple(helps), tuple(suggestions))
    fcx.emit(Diagnostic("E0599", message, (Label(ident.span, label),), tuple(secondary), *texts))


def _declared(fcx: FnCtxt, ty: t.Ty) -> Span | None:
    """Where the program declares a type that it names, or a generic parameter."""
    if isinstance(ty, t.Adt) and not ty.def_.is_std:
        return fcx.tcx.item_span(ty.def_)
    if isinstance(ty, t.Param) and ty.name == "Self" and fcx.owner.parent is not None:
        return fcx.tcx.item_span(fcx.owner.parent)
    return fcx.param_span(ty) if isinstance(ty, t.Param) else None


def _reported(fcx: FnCtxt, ty: t.Ty, name: str, no_match: NoMatch, receiver: ast.Expr | None) -> str:
    """The type's name in the message: without its arguments where no impl for any arguments has such an item."""
    if isinstance(ty, t.Adt) and ty.args and not no_match.unsatisfied:
        if len(_peeled(fcx, ty)) == 1 and not any(items_named(fcx, impl, name) for impl in fcx.tcx.inherent_impls(ty, name)):
            return fcx.fmt(fcx.tcx.type_of(ty.def_))
    return name_of(fcx, ty, receiver)


def _peeled(fcx: FnCtxt, ty: t.Ty) -> list[t.Ty]:
    """The types that a receiver dereferences to."""
    return [fcx.resolve(step) for step, _ in Autoderef(fcx, fcx.owner.span, ty)]


def _candidate_note(fcx: FnCtxt, candidate: Candidate) -> str:
    container = candidate.item.container
    if container.kind is DefKind.TRAIT:
        text = f"the candidate is defined in the trait `{container.name}`"
    else:
        text = f"the candidate is defined in an impl for the type `{fcx.tcx.format_ty(fcx.tcx.type_of(container))}`"
    return note_at(text, Label(fcx.tcx.item_span(candidate.item.def_)))


def _should_be_iterator(fcx: FnCtxt, ty: t.Ty, no_match: NoMatch) -> bool:
    """A method of Iterator was called on what is only IntoIterator (rustc: `impl_into_iterator_should_be_iterator`)."""
    into_iter, next_fn = fcx.tcx.lang_item_or_none("into_iter"), fcx.tcx.lang_item_or_none("next")
    if into_iter is None or next_fn is None or into_iter.parent is None:
        return False
    inner = ty
    while isinstance(inner, t.Ref):
        inner = inner.ty
    if not isinstance(inner, (t.Param, t.Slice, t.Adt, t.Alias)):
        return False
    wanted = [u.predicate.value.trait_ref for u in no_match.unsatisfied if isinstance(u.predicate.value, t.TraitPredicate)]
    if not any(ref.trait is next_fn.parent and _same_shape(ref.args[0], ty) for ref in wanted):
        return False
    return fcx.infcx.type_implements_trait(into_iter.parent, (ty,), fcx.cause(fcx.owner.span)) is EvaluationResult.OK


def _same_shape(a: object, b: t.Ty) -> bool:
    return a is b or (isinstance(a, t.Adt) and isinstance(b, t.Adt) and a.def_ is b.def_ and bool(b.flags & t.HAS_INFER))


def _call_field(fcx: FnCtxt, field: t.Ty, name: str) -> list[str]:
    """A field of that name: what it holds could be called."""
    if isinstance(field, t.FnPtr):
        return [f"to call the function stored in `{name}`, surround the field access with parentheses"]
    callable_ = isinstance(field, (t.Closure, t.FnDef)) or (
        isinstance(field, t.Param)
        and any(
            bound.value.args[0] is field
            for kind in ("fn", "fn_mut", "fn_once")
            for bound in fcx.param_env.traits.get(fcx.tcx.lang_item(kind), ())
        )
    )
    return [f"to call the closure stored in `{name}`, surround the field access with parentheses"] if callable_ else []


def _mention_traits(fcx: FnCtxt, ty: t.Ty, name: str, expr: ast.MethodCall | None, notes: list[str], helps: list[str]) -> None:
    """The traits that declare such an item, which the type could implement."""
    own = _traits_with(fcx, name, expr)
    std = []
    if isinstance(ty, t.Param) or (isinstance(ty, t.Adt) and not ty.def_.is_std):
        std = [tr for tr in fcx.traits_in_scope() if tr.is_std and items_named(fcx, tr, name)]
    traits = own + std
    if not traits:
        return
    if isinstance(ty, t.Param):
        helps.append("items from traits can only be used if the type parameter is bounded by the trait")
        return
    helps.append("items from traits can only be used if the trait is implemented and in scope")
    if len(traits) == 1 and own:
        text = f"`{traits[0].name}` defines an item `{name}`, perhaps you need to implement it"
        notes.append(note_at(text, Label(fcx.tcx.item_span(own[0]))))
        return
    words, one = ("trait defines", "it") if len(traits) == 1 else ("traits define", "one of them")
    listed = "".join(f"\ncandidate #{i}: `{path}`" for i, path in enumerate(sorted(tr.name for tr in traits), 1))
    notes.append(f"the following {words} an item `{name}`, perhaps you need to implement {one}:{listed}")


_WRAPPERS = ("owned_box", "pin", "Arc", "Rc")
_NEVER_OFFERED = ("clone", "deref", "deref_mut", "drop")


def _available_elsewhere(fcx: FnCtxt, ty: t.Ty, name: str, span: Span, inputs: int) -> list[Label]:
    """Methods of traits that aren't in scope, or of what the receiver could be wrapped in (rustc: `suggest_traits_to_import`).
    `inputs`: how many arguments the call has with its receiver."""
    tcx = fcx.tcx
    skipped = [tcx.lang_item_or_none(trait) for trait in _NEVER_OFFERED]
    own = [def_ for def_ in user_items(tcx) if def_.kind is DefKind.TRAIT and is_accessible(fcx, def_)]
    labels: list[Label] = []

    def picked(receiver: t.Ty) -> Pick | None:
        with fcx.infcx.probe():
            try:
                return probe_method(fcx, span, receiver, name)
            except NoMatch:
                return None

    def offer(pick: Pick, receiver: t.Ty) -> None:
        node = pick.item.def_.node
        if not pick.derefs and not pick.item.def_.is_std and isinstance(node, ast.Fn):
            labels.append(Label(node.ident.span, f"the method is available for `{fcx.fmt(receiver)}` here"))

    with fcx.traits_also_in_scope(own):
        for receiver in (ty, t.Ref(t.RE_ERASED, ty, True), t.Ref(t.RE_ERASED, ty, False)):
            try:
                pick = picked(receiver)
            except (Ambiguity, PrivateMatch, ReportedError):
                break
            if pick is not None:
                if pick.item.container in skipped:
                    continue
                offer(pick, receiver)
                break
            for wrapper in _WRAPPERS:
                if wrapper == "pin" and not (isinstance(receiver, t.Adt) and fcx.holds(receiver, "unpin")):
                    continue
                wrapped = fcx.lang_adt(wrapper, receiver)
                try:
                    pick = picked(wrapped)
                except (Ambiguity, PrivateMatch, ReportedError):
                    continue
                if pick is None or pick.item.container in skipped or pick.item.kind is not AssocKind.FN:
                    continue
                if len(tcx.fn_sig(pick.item.def_).value.inputs) == inputs:
                    offer(pick, wrapped)
    return labels


def _some_number_has(fcx: FnCtxt, name: str) -> bool:
    """Whether some numeric type has a method of this name."""
    for prim in ("i32", "u32", "f64"):
        for impl in fcx.tcx.inherent_impls(t.PRIM[prim]):
            if any(i.has_self for i in items_named(fcx, impl, name)):
                return True
    if fcx.tcx.lang_item_or_none(f"{name}_fn") is not None:
        return True
    traits = [*fcx.traits_in_scope(), *(def_ for def_ in user_items(fcx.tcx) if def_.kind is DefKind.TRAIT)]
    return any(i.has_self for trait in traits for i in items_named(fcx, trait, name))


def _report_ambiguous_numeric(fcx: FnCtxt, expr: ast.MethodCall, ty: t.Infer) -> None:
    """E0689: `2.0.neg()` where the literal's type isn't known."""
    name = expr.segment.ident.name
    shown = "{integer}" if ty.kind == "int" else "{float}"
    message = f"can't call method `{name}` on ambiguous numeric type `{shown}`"
    fcx.error("E0689", message, expr.segment.ident.span, secondary=_untyped_binding(fcx, expr.receiver, ty))


def _untyped_binding(fcx: FnCtxt, receiver: ast.Expr, ty: t.Infer) -> tuple[Label, ...]:
    """The variable whose type should be said, unless it is by itself in a `let`."""
    base = fcx.path_res(receiver.path).base if isinstance(receiver, ast.PathExpr) else None
    if not isinstance(base, LocalRes) or base.local in fcx.let_of_local:
        return ()
    where = base.local.span
    words = "you must specify a type for this binding"
    before = where.file.text[where.lo - 1] if where.lo else ""
    return (Label(where, words if before == "&" else f"{words}, like `{'i32' if ty.kind == 'int' else 'f32'}`"),)


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


def _similar(fcx: FnCtxt, ty: t.Ty, name: str) -> AssocItem | None:
    """A method with a similar name that the type has (rustc: `probe_for_similar_candidate`)."""
    limit = max(len(name), 3) // 3
    inherent = [
        impl
        for step, _ in Autoderef(fcx, fcx.owner.span, ty)
        for peeled in ((step, t.Slice(step.elem)) if isinstance(step, t.Array) else (step,))
        if not isinstance(peeled, (t.Param, t.Alias, t.Infer))
        for impl in fcx.tcx.inherent_impls(peeled)
    ]
    names: dict[str, AssocItem] = {}
    for container in [*inherent, *fcx.traits_in_scope()]:
        for item in fcx.tcx.associated_items(container):
            if item.kind is AssocKind.FN and item.has_self and item.name not in names:
                distance = distance_with_substrings(name, item.name, limit)
                if distance and probe_exists(fcx, fcx.owner.span, ty, item.name):
                    names[item.name] = item
    best = best_match(names, name, substrings=True)
    return names[best] if best is not None else None


def _traits_with(fcx: FnCtxt, name: str, expr: ast.MethodCall | None) -> list[Def]:
    """The user's traits that declare an item of this name."""
    return [
        d for d in fcx.tcx.resolution.defs.values()
        if d.kind is DefKind.TRAIT and not d.is_std
        and any(i.name == name and (expr is None or i.has_self) for i in fcx.tcx.associated_items(d))
    ]  # fmt: skip


def report_no_assoc_item(fcx: FnCtxt, path: ast.Path, ty: t.Ty, segment: ast.PathSegment, no_match: NoMatch) -> None:
    """E0599 of `Type::name`."""
    fcx.tainted = True
    ty = fcx.resolve(ty)
    if ty.flags & t.HAS_ERROR:
        return
    name = segment.ident.name
    if not no_match.unsatisfied and _is_unstable(fcx, ty, name, segment.ident.span, path.span):
        return
    is_enum = isinstance(ty, t.Adt) and fcx.tcx.adt_def(ty.def_).is_enum
    kind = "function or associated item" if name[:1].islower() else "associated item"
    _report(fcx, segment.ident, ty, no_match, "variant or associated item" if is_enum else kind, None, path.span)


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


def report_explicit_drop(fcx: FnCtxt, span: Span) -> None:
    """E0040 of `x.drop()`."""
    fcx.error("E0040", "explicit use of destructor method", span, "explicit destructor calls not allowed")


def is_local_path(fcx: FnCtxt, expr: ast.Expr) -> bool:
    """Whether the expression is just a variable."""
    return isinstance(expr, ast.PathExpr) and isinstance(fcx.path_res(expr.path).base, LocalRes)


def report_not_on_object(fcx: FnCtxt, segment: ast.PathSegment, method: Def, receiver_ty: t.Ty) -> None:
    """A method with `where Self: Sized`, called on a `dyn Trait`."""
    label: tuple[Label, ...] = ()
    node = method.node
    if isinstance(node, ast.Fn) and not method.is_std:
        bounds = [
            bound.span
            for predicate in node.generics.predicates
            for bound in predicate.bounds
            if isinstance(bound, ast.TraitBound) and bound.path.segments[-1].ident.name == "Sized"
        ]
        label = tuple(Label(span, "this has a `Sized` requirement") for span in bounds[:1])
    receiver_ty, trait = fcx.resolve(receiver_ty), method.parent
    on, notes = "a trait object", tuple[str, ...]()
    if isinstance(receiver_ty, t.Ref) and not receiver_ty.mutable and trait is not None:
        wanted = t.Ref(receiver_ty.region, receiver_ty.ty, True)
        if fcx.tcx.generics_of(trait).count == 1 and fcx.tcx.type_implements_trait(trait, (wanted,), fcx.param_env):
            on, notes = f"`{fcx.fmt(receiver_ty)}`", (f"you need `{fcx.fmt(wanted)}` instead of `{fcx.fmt(receiver_ty)}`",)
    fcx.error(
        None, f"the `{segment.ident.name}` method cannot be invoked on {on}", segment.ident.span, secondary=label, notes=notes
    )
