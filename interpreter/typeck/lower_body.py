"""Written types within bodies: `_` and what is left out are inferred (the body's side of lower.py)."""

from __future__ import annotations

from collections.abc import Callable

from interpreter.diagnostics import Diagnostic
from interpreter.hints import TYPE_CHECKING, TypeVar
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import generic_args
from interpreter.typeck import ty as t
from interpreter.typeck.lower import ItemCtxt, elide_infer
from interpreter.typeck.thir import UserType
from interpreter.typeck.traits.obligation import MiscCause
from interpreter.typeck.wf import may_be_ill_formed

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt

T = TypeVar("T")


class BodyCtxt(ItemCtxt):
    """Lowers types in a body. `infer_missing`: the segment lowered now is of an expression's path, whose generic arguments may be
    left out (`Vec::new()`), unlike in a type (`let x: Vec`)."""

    in_body = True

    def __init__(self, fcx: FnCtxt) -> None:
        super().__init__(fcx.tcx, fcx.owner, elide_infer)
        self.fcx = fcx
        self.infer_missing = False

    def lint(self, found: Diagnostic) -> None:
        if self.tcx.resolution.lints.denied(found.code or "", found.primary[0].span):
            self.fcx.lints.append(found)

    def ty_infer(self, span: Span, param: Def | None = None) -> t.Ty:
        return self.fcx.infcx.next_ty_var(span, param)

    def const_infer(self, span: Span, param: Def | None = None) -> t.Const:
        return self.fcx.infcx.next_const_var(span, param)

    def lower_generic_args(
        self, def_: Def, segment: ast.PathSegment, parent_args: t.Args = (), self_ty: t.Ty | None = None, *, infer: bool = False
    ) -> t.Args:
        saved, self.infer_missing = self.infer_missing, False
        try:
            return super().lower_generic_args(def_, segment, parent_args, self_ty, infer=infer or saved)
        finally:
            self.infer_missing = saved


def lower_ty(fcx: FnCtxt, node: ast.Ty, place: str = "the type of variable bindings") -> tuple[t.Ty, UserType]:
    """A type written in the body: as inference takes it (erased, normalised), and as written. `place`: what an error about an
    `impl Trait` calls it."""

    def lower(ctxt: BodyCtxt) -> t.Ty:
        ctxt.impl_trait_ban = place
        return ctxt.lower_ty(node)

    written = guarded(fcx, lower)
    # That `T` doesn't implement `Trait` is told of the `T` in `<T as Trait>::Item`.
    qself = node.path.qself if isinstance(node, ast.PathTy) and isinstance(written, t.Alias) else None
    ty = fcx.normalize(qself.ty.span if qself is not None else node.span, written)
    register_wf(fcx, ty, node.span)
    return ty, UserType(written, node.span)


def lower_expr_base(fcx: FnCtxt, path: ast.Path, n_base: int) -> t.Ty:
    """The type that the first `n_base` segments of an expression's path mean, regions kept."""

    def lower(ctxt: BodyCtxt) -> t.Ty:
        ctxt.infer_missing = True
        ctxt.impl_trait_ban = "paths"
        return ctxt.lower_base(fcx.path_res(path), path, n_base)

    ty = guarded(fcx, lower)
    if ty.args if isinstance(ty, t.Adt) else True:
        fcx.require_wf(t.erase_regions(ty), path.segments[0].span.to(path.segments[n_base - 1].span))
    return ty


def lower_segment_args(
    fcx: FnCtxt, def_: Def, segment: ast.PathSegment, parent_args: t.Args = (), self_ty: t.Ty | None = None, *,
    infer: bool = True, of_method_call: bool = False,
) -> t.Args:  # fmt: skip
    """The arguments of `def_` from a segment of an expression's path, or `of_method_call`; regions kept. Those left out are
    inferred, but without `infer`, which is for the trait in `<T as Trait>::f` (rustc: `ParamMode::Explicit`), they are the
    defaults."""
    n_errors = len(fcx.sink.items)
    if def_.kind is DefKind.TRAIT:
        guarded(fcx, lambda ctxt: generic_args.prohibit_constraints(ctxt, segment))

    def lower(ctxt: BodyCtxt) -> t.Args:
        ctxt.impl_trait_ban = "paths"
        ctxt.of_method_call = of_method_call
        return ctxt.lower_generic_args(def_, segment, parent_args, self_ty, infer=infer)

    args = guarded(fcx, lower)
    if segment.args is not None:
        own = [p for p in fcx.tcx.generics_of(def_).params if p.kind is not ast.ParamKind.LIFETIME and not p.synthetic]
        for param, node in zip(own, (a for a in segment.args.args if not isinstance(a, ast.Lifetime)), strict=False):
            if param.index < len(args):
                fcx.require_wf(t.erase_regions(args[param.index]), node.span)
    if len(fcx.sink.items) > n_errors:
        # With a wrong number of arguments, those given say nothing.
        return fcx.infcx.fresh_args_for(def_, segment.span, args[: len(parent_args) + (self_ty is not None)])
    return args


def guarded(fcx: FnCtxt, action: Callable[[BodyCtxt], T]) -> T:
    """Do `action` with a BodyCtxt; an error it reports taints the body."""
    with fcx.catching_errors():
        return action(BodyCtxt(fcx))


def register_wf(fcx: FnCtxt, ty: t.Ty, span: Span) -> None:
    """A written type must be well-formed."""
    if any(isinstance(part, t.Adt) and part.args for part in t.walk(ty)) or may_be_ill_formed(fcx.tcx, ty):
        fcx.register_predicate(t.dummy_binder(t.WellFormed(t.erase_regions(ty))), fcx.cause(span, MiscCause.WELL_FORMED))
    elif isinstance(ty, t.Ref):
        fcx.require_wf(ty, span)
