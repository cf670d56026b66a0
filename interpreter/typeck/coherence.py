"""Coherence of the user's impls (rustc_hir_analysis::coherence): orphan rules (orphan.py), overlaps (overlap.py), `unsafe`,
traits that can't be implemented, what trait objects implement by themselves, inherent impls.

E0116, E0118, E0198, E0199, E0200, E0322, E0371, E0390, E0785.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.typeck import check_adt, collect, overlap
from interpreter.typeck import ty as t
from interpreter.typeck.orphan import orphan_check
from interpreter.typeck.rare import pretty_ty
from interpreter.typeck.traits import dyn_compat
from interpreter.typeck.traits.knowable import is_local

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check_inherent_impls(tcx: TyCtxt, items: list[Def]) -> None:
    """Check the inherent impls of the user's crate."""
    inherent = [d for d in items if d.kind is DefKind.IMPL and collect.impl_node(d).trait is None]
    for impl in inherent:
        _check_inherent(tcx, impl)
    overlap.check_inherent_impls(tcx, inherent)


def coherent_trait(tcx: TyCtxt, trait: Def, impls: list[Def]) -> bool:
    """Check the user's impls of a trait; says whether all are sound (else none is looked at further)."""

    def compute() -> bool:
        before = len(tcx.sink.items)
        if not overlap.check_trait_impls(tcx, trait, impls):
            tcx.incoherent_traits.add(trait)
        for impl in impls:
            _check_impl(tcx, impl)
        headers = [tcx.impl_trait_ref(impl) for impl in impls]
        return len(tcx.sink.items) == before and not any(ref is None or ref.flags & t.HAS_ERROR for ref in headers)

    return tcx.query("coherent_trait", trait, compute)


def user_trait_impls(tcx: TyCtxt, items: list[Def]) -> dict[Def, list[Def]]:
    """The user's impls by trait, in order of the text."""
    found: dict[Def, list[Def]] = {}
    for def_ in items:
        if def_.kind is DefKind.IMPL:
            trait_ref = tcx.impl_trait_ref(def_)
            if trait_ref is not None:
                found.setdefault(trait_ref.trait, []).append(def_)
    return found


def _check_impl(tcx: TyCtxt, impl: Def) -> None:
    """Check an impl of a trait by itself."""
    trait_ref = tcx.impl_trait_ref(impl)
    if trait_ref is None or trait_ref.flags & t.HAS_ERROR:
        return
    trait = trait_ref.trait
    _check_negative(tcx, impl)
    _check_object_overlap(tcx, impl, trait)
    _check_unsafety(tcx, impl, trait)
    orphan_check(tcx, impl)
    _check_builtin(tcx, impl, trait)
    if tcx.is_lang_item(trait, "copy"):
        check_adt.check_copy_impl(tcx, impl)
    elif tcx.is_lang_item(trait, "drop"):
        check_adt.check_drop_target(tcx, impl)


def _check_object_overlap(tcx: TyCtxt, impl: Def, trait: Def) -> None:
    """E0371: a trait object implements its traits and their supertraits by itself."""
    self_ty = tcx.type_of(impl)
    if not isinstance(self_ty, t.Dynamic):
        return
    principal = () if self_ty.principal is None else (self_ty.principal.value.trait,)
    for part in (*principal, *self_ty.autos):
        if trait in tcx.supertraits(part) and not dyn_compat.violations(tcx, part):
            ty, name = tcx.format_ty(self_ty), pretty_ty.visible_path(tcx, trait)
            label = Label(collect.impl_node(impl).head_span, f"`{ty}` automatically implements trait `{name}`")
            tcx.emit(Diagnostic("E0371", f"the object type `{ty}` automatically implements the trait `{name}`", (label,)))
            return


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
    """E0322, E0183 (rustc: `enforce_trait_manually_implementable`)."""
    for lang in ("sized", "unsize", "tuple_trait"):
        if tcx.lang_item_or_none(lang) is trait:
            tcx.emit(
                Diagnostic(
                    "E0322", f"explicit impls for the `{trait.name}` trait are not permitted",
                    (Label(collect.impl_node(impl).head_span, f"impl of `{trait.name}` not allowed"),),
                )
            )  # fmt: skip
    head = collect.impl_node(impl).trait
    if trait.is_fn_trait and head is not None:
        message = f"manual implementations of `{trait.name}` are experimental"
        helps = ("add `#![feature(unboxed_closures)]` to the crate attributes to enable",)
        tcx.emit(Diagnostic("E0183", message, (Label(head.span, message),), helps=helps))


def _check_inherent(tcx: TyCtxt, impl: Def) -> None:
    """E0116, E0118, E0390, E0785 (rustc: `inherent_impls`)."""
    node = collect.impl_node(impl)
    ty = tcx.type_of(impl)
    if ty.flags & t.HAS_ERROR or is_local(ty):
        return
    head = node.head_span
    orphan = "<https://doc.rust-lang.org/reference/items/implementations.html?highlight=orphan#orphan-rules>"
    if isinstance(ty, t.Dynamic) and ty.principal is None:
        note = "define and implement a new trait or type instead"
        label = Label(head, "impl requires at least one non-auto trait")
        tcx.emit(Diagnostic("E0785", "cannot define inherent `impl` for a dyn auto trait", (label,), notes=(note,)))
    elif isinstance(ty, (t.Adt, t.Dynamic)):
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
