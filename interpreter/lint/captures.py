"""`impl_trait_overcaptures`, `impl_trait_redundant_captures`: the lifetimes that `impl Trait` holds, which from 2024 on are all
(rustc_lint: impl_trait_overcaptures.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import nodes
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.defs import Variance
from interpreter.typeck.free_regions import free_regions_of
from interpreter.typeck.items import user_items
from interpreter.typeck.rare import opaque

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def _may_be_shorter(tcx: TyCtxt, owner: Def, region: object, held: list[t.Region]) -> bool:
    """Whether one that is held can stand for a lifetime: it is no longer, and no argument needs exactly the lifetime."""
    known = free_regions_of(tcx, owner)
    if not any(known.region_outlives(region, other) for other in held):
        return False
    return not any(_is_exact(tcx, ty, region, False) for ty in tcx.liberated_fn_sig(owner).inputs)


def _is_exact(tcx: TyCtxt, part: object, region: object, exact: bool) -> bool:
    """Whether a region occurs in a type where no other one will do."""
    if part is region:
        return exact
    match part:
        case t.Ref():
            return _is_exact(tcx, part.region, region, exact) or _is_exact(tcx, part.ty, region, exact or part.mutable)
        case t.Adt():
            variances = zip(part.args, tcx.variances_of(part.def_), strict=True)
            return any(_is_exact(tcx, arg, region, exact or how is Variance.INVARIANT) for arg, how in variances)
        case t.Tuple():
            return any(_is_exact(tcx, elem, region, exact) for elem in part.elems)
        case _:
            return any(inner is region for inner in t.walk(part))


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All that functions return."""
    for owner in user_items(tcx):
        node = owner.node
        if not isinstance(node, ast.Fn) or node.output is None:
            continue
        sig = tcx.fn_sig(owner)
        early = [param for param in tcx.generics_of(owner).all_params() if param.kind is ast.ParamKind.LIFETIME]
        within = nodes(node.output)
        binders = [part for part in within if isinstance(part, ast.TraitBound) and part.for_lifetimes]
        for part in within:
            if not isinstance(part, ast.ImplTraitTy):
                continue
            def_ = tcx.resolution.defs.get(part)
            if def_ is None or def_.kind is not DefKind.OPAQUE_TY:
                continue
            of_binders = sum(len(b.for_lifetimes) for b in binders if b.span.lo < part.span.lo and part.span.hi <= b.span.hi)
            held = opaque.origin_of(tcx, def_).captured
            holds_all = len(held) == len(early) + len(sig.bound) + of_binders
            precise = any(isinstance(bound, ast.UseBound) for bound in part.bounds)
            if tcx.edition >= 2024 and precise and holds_all:
                message = "all possible in-scope parameters are already captured, so `use<...>` syntax is redundant"
                emit("impl_trait_redundant_captures", Label(part.span), message)
            elif tcx.edition < 2024 and not precise and not holds_all:
                late = [t.ReLateParam(owner, i, name) for i, name in enumerate(sig.bound)]
                others = [region for region in (*(param.to_arg() for param in early), *late) if region not in held]
                if not of_binders and all(_may_be_shorter(tcx, owner, other, held) for other in others):
                    continue
                message = f"`{part.span.text}` will capture more lifetimes than possibly intended in edition 2024"
                emit("impl_trait_overcaptures", Label(part.span), message)
