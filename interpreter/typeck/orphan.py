"""The orphan rules: which traits may be implemented for which types here (rustc_hir_analysis::coherence::orphan).

E0117, E0210, E0321.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import Def
from interpreter.syntax import ast
from interpreter.typeck import collect
from interpreter.typeck import ty as t
from interpreter.typeck.rare import pretty_ty
from interpreter.typeck.traits.knowable import is_local, uncover_fundamental

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def orphan_check(tcx: TyCtxt, impl: Def) -> bool:
    """Check an impl of a trait once; gives whether it is sound."""

    def compute() -> bool:
        before = len(tcx.sink.items)
        _orphan_check(tcx, impl)
        if len(tcx.sink.items) == before:
            _check_auto_trait(tcx, impl)
        return len(tcx.sink.items) == before

    return tcx.query("orphan_check_impl", impl, compute)


def _orphan_check(tcx: TyCtxt, impl: Def) -> None:
    """E0117, E0210 (rustc: `orphan_check`; Reference: trait implementation coherence)."""
    trait_ref = tcx.impl_trait_ref(impl)
    assert trait_ref is not None
    if not trait_ref.trait.is_std or trait_ref.flags & t.HAS_ERROR:
        return
    node = collect.impl_node(impl)
    types = [a for a in trait_ref.args if isinstance(a, TYPES)]
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


TYPES = (
    t.Prim, t.Adt, t.Ref, t.RawPtr, t.Tuple, t.Array, t.Slice, t.FnDef, t.FnPtr, t.Closure, t.Dynamic, t.Param, t.Alias,
    t.ErrorTy,
)  # fmt: skip


def _check_auto_trait(tcx: TyCtxt, impl: Def) -> None:
    """E0321: an auto trait of another crate is implemented for structs, enums and unions of this one only."""
    trait_ref = tcx.impl_trait_ref(impl)
    if trait_ref is None or not trait_ref.trait.is_std or not tcx.trait_def(trait_ref.trait).auto:
        return
    self_ty = tcx.type_of(impl)
    if self_ty.flags & t.HAS_ERROR or (isinstance(self_ty, t.Adt) and not self_ty.def_.is_std):
        return
    head = (
        f"cross-crate traits with a default impl, like `{trait_ref.trait.name}`, can only be implemented for a struct/enum type"
    )
    if isinstance(self_ty, t.Adt):
        message, label = f"{head} defined in the current crate", "can't implement cross-crate trait for type in another crate"
    else:
        message = f"{head}, not `{tcx.format_ty(self_ty)}`"
        label = "can't implement cross-crate trait with a default impl for non-struct/enum type"
    tcx.emit(Diagnostic("E0321", message, (Label(collect.impl_node(impl).head_span, label),)))


def _report_uncovered(tcx: TyCtxt, impl: Def, param: t.Param, later: t.Ty | None) -> None:
    span = next(
        (p.def_.node.ident.span for p in tcx.generics_of(impl).params
         if p.index == param.index and isinstance(p.def_.node, ast.GenericParam)), collect.impl_node(impl).head_span,
    )  # fmt: skip
    if later is not None:
        text = (
            f"type parameter `{param.name}` must be covered by another type when it appears before the first local type"
            f" (`{tcx.format_ty(_without_params(later))}`)"
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


def _without_params(ty: t.Ty) -> t.Ty:
    """A type whose parameters are variables, as the orphan check sees it."""

    def fold(part: Any) -> Any:
        if isinstance(part, t.Param):
            return t.Infer("ty", 0)
        return t.map_parts(part, fold, t.HAS_PARAM) if part.flags & t.HAS_PARAM else part

    return fold(ty)  # type: ignore[no-any-return]


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
        else:
            what = f"`{tcx.format_ty(t.erase_regions(ty))}` is not defined in the current crate"
        labels.append(Label(at, what))
    return labels


def _report_orphan(tcx: TyCtxt, node: ast.Impl, types: list[Any], labels: list[Label]) -> None:
    self_ty = types[0]
    kind = "primitive types" if isinstance(self_ty, t.Prim) else "arbitrary types"
    if isinstance(self_ty, t.Adt):
        kind = "types defined outside of the crate"
    what = f"only traits defined in the current crate can be implemented for {kind}"
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
