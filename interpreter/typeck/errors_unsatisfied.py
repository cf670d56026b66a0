"""A method that is there, but whose bounds the receiver doesn't meet, in rustc's words (rustc: method/suggest.rs, the part on
unsatisfied predicates): what E0599 says of them."""

from __future__ import annotations

from collections.abc import Iterable

from interpreter.diagnostics import Label, Suggestion, note_at
from interpreter.hints import TYPE_CHECKING
from interpreter.records import Record, field
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import pretty_ty
from interpreter.typeck import ty as t
from interpreter.typeck.traits import elaborate, on_unimplemented

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt
    from interpreter.typeck.method.probe import Unsatisfied

_DERIVABLE = frozenset(("Eq", "PartialEq", "Ord", "PartialOrd", "Clone", "Copy", "Hash", "Default", "Debug"))
_LONG = 50


class Explanation(Record):
    """`message` and `label` replace the plain ones. `bounds`: by the place of a type's definition, what it doesn't satisfy."""

    message: str | None = None
    label: str | None = None
    bounds: dict[Span, list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    suggestions: list[Suggestion] = field(default_factory=list)
    derives: bool = False


def explain(fcx: FnCtxt, ty: t.Ty, found: list[Unsatisfied], exists: str) -> Explanation:
    """`exists` is the message for bounds that no trait has its own words for."""
    result = Explanation(message=exists)
    for unsatisfied in found:
        _note_bound(fcx, unsatisfied.predicate, result.bounds)
        if unsatisfied.parent is not None:
            _note_bound(fcx, unsatisfied.parent, result.bounds)
    refs = [u.predicate.value.trait_ref if isinstance(u.predicate.value, t.TraitPredicate) else None for u in found]
    traits = {ref.trait: ref for ref in reversed(refs) if ref is not None and ref.args[0] is ty and not ty.flags & t.HAS_INFER}
    if len(traits) == 1 and all(ref is not None and ref.trait in traits for ref in refs):
        words = on_unimplemented.words_for(fcx.tcx, next(iter(traits.values())))
        result.message, result.label = words.message or exists, words.label
        result.notes += words.notes
    _list_bounds(fcx, found, result)
    _suggest_derives(fcx, refs, result)
    return result


def _shown(fcx: FnCtxt, predicate: t.Predicate) -> str | None:
    if isinstance(predicate.value, (t.TraitPredicate, t.ProjectionPredicate)):
        return fcx.fmt(predicate).replace(" == ", " = ")
    return None


def _note_bound(fcx: FnCtxt, predicate: t.Predicate, bounds: dict[Span, list[str]]) -> None:
    """Point at the type (or the trait object's trait, or the closure) that fails."""
    shown = _shown(fcx, predicate)
    if shown is None:
        return
    kind = predicate.value
    self_ty: object = kind.trait_ref.args[0] if isinstance(kind, t.TraitPredicate) else kind.alias.args[0]
    def_: Def | None = None
    if isinstance(self_ty, t.Adt):
        def_ = self_ty.def_
    elif isinstance(self_ty, t.Dynamic) and self_ty.principal is not None:
        def_ = self_ty.principal.value.trait
    elif isinstance(self_ty, t.Closure):
        def_ = self_ty.def_
    if def_ is None or def_.is_std:
        return
    if len(shown) > _LONG or isinstance(self_ty, t.Closure):
        shown = _quiet(fcx, predicate)
    listed = bounds.setdefault(fcx.tcx.item_span(def_), [])
    if f"`{shown}`" not in listed:
        listed.append(f"`{shown}`")


def _quiet(fcx: FnCtxt, predicate: t.Predicate) -> str:
    """What doesn't hold, without the type that it is asked of."""
    kind = t.map_regions(predicate.value, lambda region: t.RE_ERASED if isinstance(region, t.ReBound) else region)
    if isinstance(kind, t.TraitPredicate):
        return f"_: {pretty_ty.plain_trait_path(fcx.tcx, fcx.resolve(kind.trait_ref))}"
    assert isinstance(kind, t.ProjectionPredicate)
    alias = t.Alias(kind.alias.def_, (fcx.infcx.next_ty_var(), *kind.alias.args[1:]))
    return fcx.fmt(t.ProjectionPredicate(alias, kind.term)).replace(" == ", " = ")


def bound_labels(bounds: dict[Span, list[str]], own: Span | None, method: str, kind: str) -> list[Label]:
    """The labels of types that don't satisfy bounds; `own` is the receiver's type itself."""
    labels = []
    if own is not None and own not in bounds:
        labels.append(Label(own, f"{method} not found for this {kind}"))
    for span, unsatisfied in bounds.items():
        pre = f"{method} not found for this {kind} because it " if span == own else ""
        listed = sorted(unsatisfied)
        if len(listed) > 4:
            text = f"doesn't satisfy {len(listed)} bounds"
        elif len(listed) == 1:
            text = f"{pre}doesn't satisfy {listed[0]}"
        else:
            text = f"{pre}doesn't satisfy {', '.join(listed[:-1])} or {listed[-1]}"
        labels.append(Label(span, text))
    return labels


def _list_bounds(fcx: FnCtxt, found: list[Unsatisfied], result: Explanation) -> None:
    """The notes: bounds of the user's impls, each impl apart, then the others."""
    by_impl: dict[Def, dict[str, Span]] = {}
    others: list[str] = []
    for unsatisfied in found:
        shown = _shown(fcx, unsatisfied.predicate)
        if shown is None:
            continue
        if unsatisfied.impl is not None and not unsatisfied.impl.is_std:
            by_impl.setdefault(unsatisfied.impl, {}).setdefault(f"`{shown}`", unsatisfied.span)
            continue
        parent = _shown(fcx, unsatisfied.parent) if unsatisfied.parent is not None else None
        others.append(f"`{shown}`" + (f"\nwhich is required by `{parent}`" if parent is not None else ""))
    many = "the following trait bounds were not satisfied:\n"
    for impl, listed in by_impl.items():
        unique = sorted(listed)
        text = f"trait bound {unique[0]} was not satisfied" if len(unique) == 1 else many + "\n".join(unique)
        spans = sorted(dict.fromkeys(listed.values()), key=lambda span: span.lo)
        at = [Label(span, "unsatisfied trait bound introduced here") for span in spans]
        node = impl.node
        head = [node.self_ty.span] if isinstance(node, ast.Impl) else []
        if isinstance(node, ast.Impl) and node.trait is not None:
            head.insert(0, node.trait.span)
        result.notes.append(note_at(text, *at, beside=tuple(map(Label, head))))
    if others:
        result.notes.append(many + "\n".join(dict.fromkeys(others)))


def _suggest_derives(fcx: FnCtxt, refs: list[t.TraitRef | None], result: Explanation) -> None:
    derives: dict[t.Adt, set[str]] = {}
    others: dict[Def, None] = {}
    for ref in refs:
        if ref is None or not isinstance(ref.args[0], t.Adt) or ref.args[0].def_.is_std:
            continue
        adt = ref.args[0]
        enum_default = ref.trait.name == "Default" and fcx.tcx.adt_def(adt.def_).is_enum
        if not ref.trait.is_std or ref.trait.name not in _DERIVABLE or enum_default:
            others[ref.trait] = None
            continue
        wanted = elaborate.elaborate(fcx.tcx, [t.dummy_binder(t.TraitPredicate(ref))])
        bound = {p.value.trait_ref.trait.name for p in wanted if isinstance(p.value, t.TraitPredicate)}
        derives.setdefault(adt, set()).update(bound & _DERIVABLE)
    places = [Label(fcx.tcx.item_span(trait)) for trait in others]
    listed = [
        note_at(f"the trait `{pretty_ty.visible_path(fcx.tcx, trait)}` must be implemented", *places) for trait in others
    ]
    if len(others) > 1:
        names = "\n".join(f"`{pretty_ty.visible_path(fcx.tcx, trait)}`" for trait in others)
        listed = [note_at(f"the following traits must be implemented:\n{names}", *places)]
    result.notes += listed
    for adt, traits in derives.items():
        result.derives = True
        result.suggestions.append(derive_suggestion(fcx, adt, traits))


def derive_suggestion(fcx: FnCtxt, adt: t.Adt, traits: Iterable[str]) -> Suggestion:
    """The attribute that would implement traits for a type."""
    derive = f"#[derive({', '.join(sorted(traits))})]"
    place = fcx.tcx.item_span(adt.def_).shrink_to_lo()
    return Suggestion(f"consider annotating `{fcx.fmt(adt)}` with `{derive}`", ((place, f"{derive}\n"),))
