"""Coherence: orphan rules, inherent impls, overlapping impls (rustc_hir_analysis::coherence,
rustc_trait_selection::traits::coherence).

E0116, E0117, E0118, E0119, E0199, E0200, E0210, E0322, E0390, E0592, E0751.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from interpreter.diagnostics import Diagnostic, Label
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import check_adt, collect
from interpreter.typeck import ty as t
from interpreter.typeck.impls import simplify_type
from interpreter.typeck.rare import pretty_ty
from interpreter.typeck.traits.knowable import is_local, uncover_fundamental
from interpreter.typeck.traits.obligation import Obligation, ObligationCause

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check_crate(tcx: TyCtxt, items: list[Def]) -> None:
    """Check all impls of the user's crate."""
    by_trait = user_trait_impls(tcx, items)
    inherent = [d for d in items if d.kind is DefKind.IMPL and collect.impl_node(d).trait is None]
    for trait, members in by_trait.items():
        sound = [i for i in members if _coherent(tcx, i) or collect.impl_node(i).negative or not trait.is_std]
        _check_overlaps(tcx, trait, sound)
    for impl in inherent:
        _check_inherent(tcx, impl)
    _check_inherent_overlaps(tcx, inherent)


# ------------------------------------------------------------------------------------------------ single impls


def coherent_trait(tcx: TyCtxt, trait: Def, impls: list[Def]) -> bool:
    """Check each of the user's impls of a trait by itself; says whether all are sound (else none is looked at further)."""

    def compute() -> bool:
        sound = [_coherent(tcx, impl) for impl in impls]
        return all(sound)

    return tcx.query("coherent_trait", trait, compute)


def _coherent(tcx: TyCtxt, impl: Def) -> bool:
    """Check a trait impl by itself, once: orphan rules, `unsafe`, traits that can't be implemented, impls of Copy and Drop."""
    return tcx.query("coherent_impl", impl, lambda: _coherent_impl(tcx, impl))


def user_trait_impls(tcx: TyCtxt, items: list[Def]) -> dict[Def, list[Def]]:
    """The user's impls by trait, in order of the text."""
    found: dict[Def, list[Def]] = {}
    for def_ in items:
        if def_.kind is DefKind.IMPL:
            trait_ref = tcx.impl_trait_ref(def_)
            if trait_ref is not None:
                found.setdefault(trait_ref.trait, []).append(def_)
    return found


def _coherent_impl(tcx: TyCtxt, impl: Def) -> bool:
    trait_ref = tcx.impl_trait_ref(impl)
    if trait_ref is None or trait_ref.flags & t.HAS_ERROR:
        return True
    before = len(tcx.sink.items)
    trait = trait_ref.trait
    _check_negative(tcx, impl)
    _check_unsafety(tcx, impl, trait)
    _check_orphan(tcx, impl)
    _check_builtin(tcx, impl, trait)
    if tcx.is_lang_item(trait, "copy"):
        check_adt.check_copy_impl(tcx, impl)
    elif tcx.is_lang_item(trait, "drop"):
        check_adt.check_drop_target(tcx, impl)
    return len(tcx.sink.items) == before


def _check_negative(tcx: TyCtxt, impl: Def) -> None:
    """E0198, and E0658: negative impls are unstable."""
    node = collect.impl_node(impl)
    if not node.negative or node.trait is None:
        return
    text = node.head_span.text
    bang = node.trait.span.lo - (
        len(text[: node.trait.span.lo - node.head_span.lo]) - text.rfind("!", 0, node.trait.span.lo - node.head_span.lo)
    )
    whole = Span(node.trait.span.file, bang, node.trait.span.hi, node.trait.span.call_site)
    if node.unsafe:
        sign = Span(whole.file, whole.lo, whole.lo + 1, whole.call_site)
        keyword = Span(whole.file, node.head_span.lo, node.head_span.lo + len("unsafe"), whole.call_site)
        tcx.emit(
            Diagnostic(
                "E0198", "negative impls cannot be unsafe", (Label(whole),),
                (Label(sign, "negative because of this"), Label(keyword, "unsafe because of this")),
            )
        )  # fmt: skip
    tcx.emit(
        Diagnostic(
            "E0658", "negative trait bounds are not fully implemented; use marker types for now", (Label(whole),),
            notes=("see issue #68318 <https://github.com/rust-lang/rust/issues/68318> for more information",),
        )
    )  # fmt: skip


def _check_unsafety(tcx: TyCtxt, impl: Def, trait: Def) -> None:
    node = collect.impl_node(impl)
    if node.negative:
        return
    required = tcx.trait_def(trait).unsafe
    if required == node.unsafe:
        return
    name = pretty_ty.visible_path(tcx, trait)
    if required and not node.unsafe:
        tcx.emit(
            Diagnostic(
                "E0200", f"the trait `{name}` requires an `unsafe impl` declaration", (Label(node.head_span),),
                notes=(
                    f"the trait `{name}` enforces invariants that the compiler can't check. Review the trait"
                    f" documentation and make sure"
                    " this implementation upholds those invariants before adding the `unsafe` keyword",
                ),
                helps=("add `unsafe` to this trait implementation",),
            )
        )  # fmt: skip
    elif node.unsafe and not required:
        tcx.emit(
            Diagnostic(
                "E0199", f"implementing the trait `{name}` is not unsafe", (Label(node.head_span),),
                helps=("remove `unsafe` from this trait implementation",),
            )
        )  # fmt: skip


def _check_builtin(tcx: TyCtxt, impl: Def, trait: Def) -> None:
    """E0322."""
    for lang in ("sized", "unsize", "tuple_trait"):
        if tcx.lang_item_or_none(lang) is trait:
            tcx.emit(
                Diagnostic(
                    "E0322", f"explicit impls for the `{trait.name}` trait are not permitted",
                    (Label(collect.impl_node(impl).head_span, f"impl of `{trait.name}` not allowed"),),
                )
            )  # fmt: skip


def _check_orphan(tcx: TyCtxt, impl: Def) -> None:
    """E0117, E0210 (rustc: `orphan_check`; Reference: trait implementation coherence)."""
    trait_ref = tcx.impl_trait_ref(impl)
    assert trait_ref is not None
    if not trait_ref.trait.is_std or trait_ref.flags & t.HAS_ERROR:
        return
    node = collect.impl_node(impl)
    types = [a for a in trait_ref.args if isinstance(a, _TYPES)]
    for position, ty in enumerate(types):
        inner = uncover_fundamental(tcx, ty)
        if is_local(inner):
            return
        if isinstance(inner, t.Param):
            later = next((x for x in types[position + 1 :] if is_local(uncover_fundamental(tcx, x))), None)
            _report_uncovered(tcx, impl, inner, later)
            return
    node_label = _foreign_labels(tcx, node, types)
    _report_orphan(tcx, node, types, node_label)


_TYPES = (
    t.Prim, t.Adt, t.Ref, t.RawPtr, t.Tuple, t.Array, t.Slice, t.FnDef, t.FnPtr, t.Closure, t.Dynamic, t.Param, t.Alias,
    t.ErrorTy,
)  # fmt: skip


def _report_uncovered(tcx: TyCtxt, impl: Def, param: t.Param, later: t.Ty | None) -> None:
    span = next(
        (p.def_.node.ident.span for p in tcx.generics_of(impl).params
         if p.index == param.index and isinstance(p.def_.node, ast.GenericParam)), collect.impl_node(impl).head_span,
    )  # fmt: skip
    if later is not None:
        text = (
            f"type parameter `{param.name}` must be covered by another type when it appears before the first local type"
            f" (`{tcx.format_ty(later)}`)"
        )
        notes = (
            "implementing a foreign trait is only possible if at least one of the types for which it is implemented is"
            " local, and no"
            " uncovered type parameters appear before that first local type",
            "in this case, 'before' refers to the following order: `impl<..> ForeignTrait<T1, ..., Tn> for T0`, where"
            " `T0` is the first"
            " and `Tn` is the last",
        )
        tcx.emit(Diagnostic("E0210", text, (Label(span, text),), notes=notes))
        return
    text = f"type parameter `{param.name}` must be used as the type parameter for some local type"
    tcx.emit(
        Diagnostic(
            "E0210", f"{text} (e.g., `MyStruct<{param.name}>`)", (Label(span, text),),
            notes=(
                "implementing a foreign trait is only possible if at least one of the types for which it is implemented is local",
                "only traits defined in the current crate can be implemented for a type parameter",
            ),
        )
    )  # fmt: skip


def _foreign_labels(tcx: TyCtxt, node: ast.Impl, types: list[Any]) -> list[Label]:
    assert node.trait is not None
    labels: list[Label] = []
    for i, ty in enumerate(types):
        ty = uncover_fundamental(tcx, ty) if isinstance(ty, t.Ref) else ty
        at = node.self_ty.span if i == 0 else node.trait.span
        foreign = {t.Slice: "slices", t.Array: "arrays", t.Tuple: "tuples"}.get(type(ty))
        if foreign is not None:
            what = f"this is not defined in the current crate because {foreign} are always foreign"
        elif isinstance(ty, t.RawPtr):
            what = f"`{tcx.format_ty(ty)}` is not defined in the current crate because raw pointers are always foreign"
        elif isinstance(ty, t.Adt):
            what = f"`{pretty_ty.visible_path(tcx, ty.def_)}` is not defined in the current crate"
        elif isinstance(ty, t.Dynamic) and ty.principal is not None:
            what = f"`{pretty_ty.visible_path(tcx, ty.principal.value.trait)}` is not defined in the current crate"
        else:
            what = f"`{tcx.format_ty(ty)}` is not defined in the current crate"
        labels.append(Label(at, what))
    return labels


def _report_orphan(tcx: TyCtxt, node: ast.Impl, types: list[Any], labels: list[Label]) -> None:
    self_ty = types[0]
    if isinstance(self_ty, t.Prim):
        what = "only traits defined in the current crate can be implemented for primitive types"
    elif isinstance(self_ty, (t.Slice, t.Array, t.Tuple, t.RawPtr, t.Ref, t.Adt, t.FnPtr, t.Dynamic, t.Alias)):
        arbitrary = isinstance(self_ty, (t.Slice, t.Array, t.Tuple, t.FnPtr))
        kind = "arbitrary types" if arbitrary else "types defined outside of the crate"
        what = f"only traits defined in the current crate can be implemented for {kind}"
        if isinstance(self_ty, t.Ref) and isinstance(uncover_fundamental(tcx, self_ty), t.Prim):
            what = "only traits defined in the current crate can be implemented for primitive types"
    else:
        what = "only traits defined in the current crate can be implemented for arbitrary types"
    tcx.emit(
        Diagnostic(
            "E0117", what, (Label(node.head_span),), tuple(labels),
            (
                "impl doesn't have any local type before any uncovered type parameters",
                "for more information see https://doc.rust-lang.org/reference/items/implementations.html#orphan-rules",
                "define and implement a trait or new type instead",
            ),
        )
    )  # fmt: skip


def _check_inherent(tcx: TyCtxt, impl: Def) -> None:
    """E0116, E0118, E0390 (rustc: `inherent_impls`)."""
    node = collect.impl_node(impl)
    ty = tcx.type_of(impl)
    if ty.flags & t.HAS_ERROR or is_local(ty):
        return
    head = node.head_span
    orphan = "<https://doc.rust-lang.org/reference/items/implementations.html?highlight=orphan#orphan-rules>"
    if isinstance(ty, (t.Adt, t.Dynamic)):
        tcx.emit(
            Diagnostic(
                "E0116", "cannot define inherent `impl` for a type outside of the crate where the type is defined",
                (Label(head, "impl for type defined outside of crate"),),
                notes=(f"for more details about the orphan rules, see {orphan}",),
                helps=(
                    "consider defining a trait and implementing it for the type or using a newtype wrapper like `struct"
                    " MyType(ExternalType);` and implement it",
                ),
            )
        )  # fmt: skip
    elif isinstance(ty, (t.Param, t.Alias)):
        tcx.emit(
            Diagnostic(
                "E0118", "no nominal type found for inherent implementation", (Label(head, "impl requires a nominal type"),),
                notes=("either implement a trait on it or create a newtype to wrap it instead",),
            )
        )  # fmt: skip
    else:
        notes: tuple[str, ...] = ()
        if isinstance(ty, t.Ref):
            notes = (
                f"you could also try moving the reference to uses of `{tcx.format_ty(ty.ty)}` (such as `self`) within the"
                f" implementation",
            )
        tcx.emit(
            Diagnostic(
                "E0390", "cannot define inherent `impl` for primitive types", (Label(head),), notes=notes,
                helps=("consider using an extension trait instead",),
            )
        )  # fmt: skip


# ------------------------------------------------------------------------------------------------ overlap


def overlap(tcx: TyCtxt, a: Def, b: Def) -> t.TraitRef | t.Ty | None:
    """The header that both impls match (the trait reference, or the self type of inherent ones); None if they can't overlap."""
    infcx = tcx.infer_ctxt()
    infcx.intercrate = True
    span = collect.item_span(a)
    cause = ObligationCause(span)
    headers: list[Any] = []
    predicates: list[t.Predicate] = []
    for impl in (a, b):
        args = infcx.fresh_args_for(impl)
        header: Any = tcx.impl_trait_ref(impl) or tcx.type_of(impl)
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
    return infcx.resolve_vars_if_possible(headers[0])  # type: ignore[no-any-return]


def _check_overlaps(tcx: TyCtxt, trait: Def, members: list[Def]) -> None:
    own = set(members)
    done: set[tuple[Def, Def]] = set()
    for impl in members:
        self_ty = tcx.type_of(impl)
        if self_ty.flags & t.HAS_ERROR:
            continue
        others = (
            tcx.trait_impls(trait).all()
            if simplify_type(self_ty) is None and not trait.is_std
            else tcx.relevant_impls(trait, self_ty)
        )
        for other in others:
            if other is impl or (impl, other) in done or (other, impl) in done:
                continue
            done.add((impl, other))
            if other not in own and not other.is_std:
                continue
            if _heads_differ(tcx, impl, other):
                continue
            header = overlap(tcx, impl, other)
            if isinstance(header, t.TraitRef):
                _report_overlap(tcx, impl, other, header)


def _heads_differ(tcx: TyCtxt, a: Def, b: Def) -> bool:
    x, y = tcx.impl_trait_ref(a), tcx.impl_trait_ref(b)
    if x is None or y is None:
        return True
    for p, q in zip(x.args, y.args, strict=True):
        if isinstance(p, _TYPES) and isinstance(q, _TYPES):
            k, m = simplify_type(p), simplify_type(q)
            if k is not None and m is not None and k != m:
                return True
    return False


def _report_overlap(tcx: TyCtxt, a: Def, b: Def, header: t.TraitRef) -> None:
    if not b.is_std and a.index < b.index:
        a, b = b, a
    negative_a, negative_b = tcx.impl_is_negative(a), tcx.impl_is_negative(b)
    self_text = tcx.format_ty(header.args[0])
    if negative_a != negative_b and not b.is_std:
        negative, positive = (a, b) if negative_a else (b, a)
        tcx.emit(
            Diagnostic(
                "E0751",
                f"found both positive and negative implementation of trait `{pretty_ty.trait_path(tcx, header)}` for type"
                f" `{self_text}`:",
                (Label(collect.impl_node(negative).head_span, "negative implementation here"),),
                (Label(collect.impl_node(positive).head_span, "positive implementation here"),),
            )
        )  # fmt: skip
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


def _check_inherent_overlaps(tcx: TyCtxt, impls: list[Def]) -> None:
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
    theirs = {(i.name, _namespace(i.def_)): i.def_ for i in tcx.associated_items(b)}
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
