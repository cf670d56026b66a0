"""The type that a method gives to `self`: E0307, E0801, lifetimes other than those of `Self` (rustc: `check_method_receiver`)."""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.free_regions import free_regions_of
from interpreter.typeck.region_constraints import RegionConflict, RegionConstraints
from interpreter.typeck.traits.obligation import ObligationCause
from interpreter.typeck.wf_regions import RegionFailure, describe_region

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.infer import InferCtxt

_RECURSION = 16


class BadReceiver(Exception):
    """The type of `self` was reported; nothing more is said of the method's header."""


def check(tcx: TyCtxt, def_: Def, param: ast.SelfParam, ty: t.Ty) -> Iterator[RegionFailure]:
    """It must be Self or dereference to it (E0307; E0658: through references and owners only), and not a parameter of the method
    (E0801). Raises: BadReceiver where it isn't."""
    assert def_.parent is not None and param.ty is not None
    self_ty = t.Param(0, "Self") if def_.parent.kind is DefKind.TRAIT else tcx.type_of(def_.parent)
    erased = t.erase_regions(self_ty)
    constraints = RegionConstraints(tcx)
    infcx = tcx.infer_ctxt(tcx.param_env(def_), constraints)
    cause = ObligationCause(param.ty.span)
    here: t.Ty | None = infcx.normalize(ty, cause)
    by_pointer = False
    for _ in range(_RECURSION):
        if here is None:
            break
        if isinstance(here, t.Param) and here.index >= tcx.generics_of(def_).parent_count:
            _report_generic_receiver(tcx, param.ty, ty)
            raise BadReceiver
        if here.flags & t.HAS_ERROR:
            return
        if infcx.can_eq(t.erase_regions(here), erased):
            if by_pointer:
                _report_pointer_receiver(tcx, param.ty, ty)
                raise BadReceiver
            if self_ty is not erased:
                infcx.eq(here, self_ty, cause)
                free = free_regions_of(tcx, def_)
                for conflict in constraints.conflicts(free):
                    yield _mismatched(tcx, self_ty, here, conflict)
            return
        by_pointer |= isinstance(here, t.RawPtr)
        here = _dereferenced(infcx, here, cause)
    tcx.emit(
        Diagnostic(
            "E0307", f"invalid `self` parameter type: `{tcx.format_ty(ty)}`", (Label(param.ty.span),),
            notes=("type of `self` must be `Self` or a type that dereferences to it",),
            helps=(
                "consider changing to `self`, `&self`, `&mut self`, `self: Box<Self>`, `self: Rc<Self>`, `self: Arc<Self>`, or"
                " `self: Pin<P>` (where P is one of the previous types except `Self`)",
            ),
        )
    )  # fmt: skip
    raise BadReceiver


def _dereferenced(infcx: InferCtxt, ty: t.Ty, cause: ObligationCause) -> t.Ty | None:
    if isinstance(ty, (t.Ref, t.RawPtr)):
        return ty.ty
    tcx = infcx.tcx
    deref = tcx.lang_item_or_none("deref")
    target = next((i.def_ for i in tcx.associated_items(deref) if i.name == "Target"), None) if deref is not None else None
    if deref is None or target is None or not tcx.type_implements_trait(deref, (t.erase_regions(ty),), infcx.param_env):
        return None
    found = infcx.normalize(t.Alias(target, (ty,)), cause)
    infcx.select_where_possible()
    return infcx.resolve_vars_if_possible(found)  # type: ignore[no-any-return]


def _mismatched(tcx: TyCtxt, expected: t.Ty, found: t.Ty, conflict: RegionConflict) -> RegionFailure:
    what = "struct" if isinstance(expected, t.Adt) else "type"
    notes = (
        f"expected {what} `{tcx.format_ty(expected)}`\n   found {what} `{tcx.format_ty(found)}`",
        f"{describe_region(conflict.longer)}...",
        f"...does not necessarily outlive {describe_region(conflict.shorter)}",
    )
    at = Label(conflict.upper.cause.span, "lifetime mismatch")
    told = Diagnostic("E0308", "mismatched `self` parameter type", (at,), notes=notes)
    return RegionFailure(conflict.longer, conflict.shorter, False, told)


def _report_generic_receiver(tcx: TyCtxt, node: ast.Ty, ty: t.Ty) -> None:
    tcx.emit(
        Diagnostic(
            "E0801", f"invalid generic `self` parameter type: `{tcx.format_ty(ty)}`", (Label(node.span),),
            notes=("type of `self` must not be a method generic parameter type",),
            helps=(
                "use a concrete type such as `self`, `&self`, `&mut self`, `self: Box<Self>`, `self: Rc<Self>`,"
                " `self: Arc<Self>`,"
                " or `self: Pin<P>` (where P is one of the previous types except `Self`)",
            ),
        )
    )  # fmt: skip


def _report_pointer_receiver(tcx: TyCtxt, node: ast.Ty, ty: t.Ty) -> None:
    feature = "arbitrary_self_types_pointers"
    message = f"`{tcx.format_ty(ty)}` cannot be used as the type of `self` without the `{feature}` feature"
    note = "see issue #44874 <https://github.com/rust-lang/rust/issues/44874> for more information"
    helps = (
        "consider changing to `self`, `&self`, `&mut self`, or a type implementing `Receiver` such as `self: Box<Self>`,"
        " `self: Rc<Self>`, or `self: Arc<Self>`",
    )
    tcx.emit(Diagnostic("E0658", message, (Label(node.span),), notes=(note,), helps=helps))
