"""Impls that overlap (rustc_trait_selection::traits::coherence, rustc_hir_analysis::coherence::inherent_impls_overlap).

E0119, E0592, E0751.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax import ast
from interpreter.typeck import collect
from interpreter.typeck import ty as t
from interpreter.typeck.impls import simplify_type
from interpreter.typeck.orphan import TYPES, orphan_check
from interpreter.typeck.rare import pretty_ty
from interpreter.typeck.traits.obligation import Obligation, ObligationCause

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def overlap(tcx: TyCtxt, a: Def, b: Def) -> t.TraitRef | t.Ty | None:
    """The header that both impls match (the trait reference, or the self type of inherent ones); None if they can't overlap."""
    infcx = tcx.infer_ctxt()
    infcx.intercrate = True
    infcx.leak_check = tcx.impl_trait_ref(a) is not None
    span = collect.item_span(a)
    cause = ObligationCause(span)
    headers: list[Any] = []
    predicates: list[t.Predicate] = []
    for impl in (a, b):
        args = infcx.fresh_args_for(impl)
        header: Any = tcx.impl_trait_ref(impl) or tcx.type_of(impl)
        if header.flags & t.HAS_ERROR:
            return None
        headers.append(infcx.normalize(t.subst(t.erase_regions(header), args), cause))
        predicates += [t.subst(t.erase_regions(p), args) for p, _ in tcx.predicates_of(impl)]
    if infcx.eq(headers[0], headers[1], cause) is not None:
        return None
    if infcx.select_where_possible():
        return None
    for predicate in predicates:
        wanted = infcx.resolve_vars_if_possible(predicate)
        wanted = infcx.normalize(wanted, cause)
        if not infcx.predicate_may_hold(Obligation(wanted, cause)):
            return None
    if infcx.select_where_possible():
        return None
    if not header.flags & t.HAS_ALIAS:
        # As messages show it: of the lifetimes, only 'static is the same in both.
        headers[1] = t.subst(t.map_regions(header, lambda r: r if isinstance(r, (t.ReStatic, t.ReBound)) else t.RE_ERASED), args)
    return infcx.resolve_vars_if_possible(headers[1])  # type: ignore[no-any-return]


def check_trait_impls(tcx: TyCtxt, trait: Def, impls: list[Def]) -> bool:
    """E0119, E0751: that no impl of the user's overlaps one before it, or one of std (rustc: `specialization_graph_of`). An impl
    that does is reported once, and is then left out of account. Gives whether there is none."""
    accepted: set[Def] = set()
    for impl in impls:
        found = _overlapping(tcx, trait, impl, accepted)
        if found is None:
            accepted.add(impl)
        else:
            _report_overlap(tcx, impl, *found)
    return len(accepted) == len(impls)


def _overlapping(tcx: TyCtxt, trait: Def, impl: Def, accepted: set[Def]) -> tuple[Def, t.TraitRef] | None:
    """The first impl that overlaps this one, and the header that both match."""
    self_ty = tcx.type_of(impl)
    if self_ty.flags & t.HAS_ERROR:
        return None
    others = tcx.trait_impls(trait).all() if simplify_type(self_ty) is None else tcx.relevant_impls(trait, self_ty)
    for other in sorted(others, key=lambda o: (simplify_type(tcx.type_of(o)) is not None, not o.is_std, o.index)):
        if (other in accepted or other.is_std) and not _heads_differ(tcx, impl, other):
            header = overlap(tcx, impl, other)
            if isinstance(header, t.TraitRef):
                return other, header
    return None


def _heads_differ(tcx: TyCtxt, a: Def, b: Def) -> bool:
    x, y = tcx.impl_trait_ref(a), tcx.impl_trait_ref(b)
    if x is None or y is None:
        return True
    for p, q in zip(x.args, y.args, strict=True):
        if isinstance(p, TYPES) and isinstance(q, TYPES):
            k, m = simplify_type(p), simplify_type(q)
            if k is not None and m is not None and k != m:
                return True
    return False


def _report_overlap(tcx: TyCtxt, a: Def, b: Def, header: t.TraitRef) -> None:
    """`a` is the user's; what overlaps an impl of std is not said of one that the orphan rules forbid."""
    self_text = tcx.format_ty(header.args[0])
    if tcx.impl_is_negative(a) != tcx.impl_is_negative(b):
        _report_polarity(tcx, a, b, header)
        return
    if b.is_std and not orphan_check(tcx, a):
        return
    has_self = not isinstance(header.args[0], (t.Infer, t.Param))
    for_type = f" for type `{self_text}`" if has_self else ""
    message = f"conflicting implementations of trait `{pretty_ty.trait_path(tcx, header)}`{for_type}"
    notes: list[str] = []
    label = f"conflicting implementation for `{self_text}`" if has_self else "conflicting implementation"
    secondary: tuple[Label, ...] = ()
    if b.is_std:
        notes.append(f"conflicting implementation in crate `{_real_crate(b)}`:\n- {_impl_header_text(tcx, b)};")
        label = ""
    else:
        secondary = (Label(collect.item_span(b), "first implementation here"),)
    tcx.emit(Diagnostic("E0119", message, (Label(collect.item_span(a), label),), secondary, tuple(notes)))


def _report_polarity(tcx: TyCtxt, a: Def, b: Def, header: t.TraitRef) -> None:
    labels: list[Label] = []
    notes: list[str] = []
    for impl in (a, b) if tcx.impl_is_negative(a) else (b, a):
        text = f"{'negative' if tcx.impl_is_negative(impl) else 'positive'} implementation"
        if impl.is_std:
            notes.append(f"{text} in crate `{_real_crate(impl)}`")
        else:
            labels.append(Label(collect.impl_node(impl).head_span, f"{text} here"))
    trait, self_text = pretty_ty.trait_path(tcx, header), tcx.format_ty(header.args[0])
    message = f"found both positive and negative implementation of trait `{trait}` for type `{self_text}`:"
    first = next((label for label in labels if label.span == collect.impl_node(a).head_span), labels[0])
    rest = tuple(label for label in labels if label is not first)
    tcx.emit(Diagnostic("E0751", message, (first,), rest, tuple(notes)))


def _real_crate(impl: Def) -> str:
    """The crate of the real std that an impl of crabwalk's stands in: those about allocating types in alloc, else core."""
    file = impl.span.file.name
    return "alloc" if any(part in file for part in ("vec", "string", "boxed", "rc", "sync", "collections", "borrow")) else "core"


def _impl_header_text(tcx: TyCtxt, impl: Def) -> str:
    """An impl's header as rustc reconstructs it: parameters, trait, self type, where clauses other than Sized."""
    header = tcx.impl_trait_ref(impl)
    assert header is not None
    params = [p.name for p in tcx.generics_of(impl).params]
    generics = f"<{', '.join(params)}>" if params else ""
    sized = tcx.lang_item_or_none("sized")
    wheres: list[str] = []
    for predicate, _ in tcx.predicates_of(impl):
        kind = predicate.value
        if isinstance(kind, t.TraitPredicate) and kind.trait_ref.trait is sized:
            continue
        wheres.append(tcx.format_ty(predicate))
    unsized = [p.name for p in tcx.generics_of(impl).params if isinstance(p.def_.node, ast.GenericParam)
               and any(isinstance(b, ast.TraitBound) and b.maybe for b in p.def_.node.bounds)]  # fmt: skip
    wheres += [f"{name}: ?Sized" for name in unsized]
    where = f"\n  where {', '.join(wheres)}" if wheres else ""
    return f"impl{generics} {pretty_ty.trait_path(tcx, header)} for {tcx.format_ty(header.args[0])}{where}"


def check_inherent_impls(tcx: TyCtxt, impls: list[Def]) -> None:
    """E0592: the same name twice for types that overlap."""
    by_key: dict[object, list[Def]] = {}
    for impl in impls:
        key = simplify_type(tcx.type_of(impl))
        if key is not None:
            by_key.setdefault(key, []).append(impl)
    for group in by_key.values():
        for i, a in enumerate(group):
            _duplicates_within(tcx, a)
            for b in group[i + 1 :]:
                pairs = list(_same_names(tcx, a, b))
                if pairs and overlap(tcx, a, b) is not None:
                    for x, y in pairs:
                        _report_duplicate(tcx, x, y)


def _namespace(def_: Def) -> str:
    return "type" if def_.kind is DefKind.ASSOC_TY else "value"


def _same_names(tcx: TyCtxt, a: Def, b: Def) -> Iterator[tuple[Def, Def]]:
    theirs: dict[tuple[str, str], Def] = {}
    for item in tcx.associated_items(b):
        theirs.setdefault((item.name, _namespace(item.def_)), item.def_)
    for item in tcx.associated_items(a):
        other = theirs.get((item.name, _namespace(item.def_)))
        if other is not None:
            yield item.def_, other


def _duplicates_within(tcx: TyCtxt, impl: Def) -> None:
    seen: dict[tuple[str, str], Def] = {}
    for item in tcx.associated_items(impl):
        key = (item.name, _namespace(item.def_))
        if key in seen:
            _report_duplicate(tcx, item.def_, seen[key])
        else:
            seen[key] = item.def_


def _report_duplicate(tcx: TyCtxt, a: Def, b: Def) -> None:
    tcx.emit(
        Diagnostic(
            "E0592", f"duplicate definitions with name `{a.name}`",
            (Label(collect.item_span(a), f"duplicate definitions for `{a.name}`"),),
            (Label(collect.item_span(b), f"other definition for `{a.name}`"),),
        )
    )  # fmt: skip
