"""`refining_impl_trait_reachable` and `refining_impl_trait_internal`: an impl's method says more of what it returns than the
`impl Trait` of its trait (rustc_hir_analysis: check/compare_impl_item/refine.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.effective import mentioned
from interpreter.lint.emit import Emit
from interpreter.lint.visibility import reachable
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.items import user_items
from interpreter.typeck.rpitit import is_rpitit, type_in_impl

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All methods of impls."""
    for def_ in user_items(tcx):
        impl = def_.parent
        trait_ref = tcx.impl_trait_ref(impl) if impl is not None and impl.kind is DefKind.IMPL else None
        if impl is None or trait_ref is None or not isinstance(def_.node, ast.Fn):
            continue
        method = next((item.def_ for item in tcx.associated_items(trait_ref.trait) if item.name == def_.name), None)
        if method is None or not isinstance(method.node, ast.Fn) or method.node.output is None:
            continue
        public = all(other in reachable(tcx) for other in mentioned(tcx, trait_ref))
        lint = f"refining_impl_trait_{'reachable' if public else 'internal'}"
        for part in t.walk(tcx.fn_sig(method).value.output):
            if isinstance(part, t.Alias) and is_rpitit(part.def_):
                at = _refined(tcx, impl, def_, part.def_, method)
                if at is not None:
                    where = (Label(method.node.output.span, "return type from trait method defined here"),)
                    message = "impl trait in impl method signature does not match trait method signature"
                    emit(lint, at, message, secondary=where)


def _refined(tcx: TyCtxt, impl: Def, def_: Def, assoc: Def, method: Def) -> Label | None:
    """Where an impl's method says more than the associated type that stands for the trait's `impl Trait`."""
    assert isinstance(def_.node, ast.Fn)
    hidden = type_in_impl(tcx, impl, assoc, method)
    output = def_.node.output
    whole = output.span if output is not None else def_.node.sig_span.shrink_to_hi()
    if not isinstance(hidden, t.Alias) or hidden.def_.kind is not DefKind.OPAQUE_TY or not _within(hidden.def_, whole):
        return Label(whole)
    wanted = {trait for bound, _ in tcx.item_bounds(assoc) for trait in _traits(tcx, bound.value)}
    for bound, span in tcx.item_bounds(hidden.def_):
        kind = bound.value
        if isinstance(kind, t.TraitPredicate) and kind.trait_ref.trait not in wanted and not _is_implied(tcx, kind):
            return Label(span, "this bound is stronger than that defined on the trait")
    return None


def _within(opaque: Def, whole: Span) -> bool:
    node = opaque.node
    return isinstance(node, ast.Node) and node.span.file is whole.file and whole.lo <= node.span.lo < whole.hi


def _traits(tcx: TyCtxt, bound: object) -> list[Def]:
    return tcx.supertraits(bound.trait_ref.trait) if isinstance(bound, t.TraitPredicate) else []


def _is_implied(tcx: TyCtxt, predicate: t.TraitPredicate) -> bool:
    return tcx.is_lang_item(predicate.trait_ref.trait, "sized")
