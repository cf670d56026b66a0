"""From written types to `ty` (rustc: hir_ty_lowering): paths, elided lifetimes, `impl Trait`, `dyn`, bounds.

`ItemCtxt` lowers what stands in signatures; typeck of bodies subclasses it and overrides the hooks (`ty_infer`, `region_infer`,
`const_infer`, `finish_projection`), as `_` and omitted lifetimes are inferred there.
Lifetimes bound by a `for<..>`, a function pointer or a function signature become ReBound; `scopes` are the binders entered so
far, outermost first. Elision follows the Reference ("lifetime elision"): what an omitted lifetime means depends on where it
stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from interpreter.diagnostics import Diagnostic, Label, UnsupportedError
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.abi import supports_variadic
from interpreter.resolve.defs import (
    Def,
    DefKind,
    DefRes,
    ElidedLifetime,
    ErrRes,
    ParamLifetime,
    PathRes,
    PrimTyRes,
    SelfTyRes,
    StaticLifetime,
)
from interpreter.scoped import Changed, Pushed
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import generic_args
from interpreter.typeck import ty as t
from interpreter.typeck.assoc_paths import AssocPaths, assoc_ty_named
from interpreter.typeck.defs import GenericParamDef
from interpreter.typeck.lower_consts import LowerConsts
from interpreter.typeck.rare import opaque
from interpreter.typeck.traits import dyn_compat, elaborate
from interpreter.typeck.words import errors_assoc, lower_errors, trait_errors

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

Bounds = list[tuple[t.Predicate, Span]]
Elider = Callable[["ItemCtxt", Span], t.Region]


class Scope:
    """A binder being entered: the names it binds so far; elided lifetimes may be added."""

    __slots__ = ("index_of", "level", "names")

    def __init__(self, lifetimes: Sequence[object], names: Sequence[str], level: int) -> None:
        self.index_of = {node: i for i, node in enumerate(lifetimes)}
        self.names = list(names)
        self.level = level

    def fresh(self, ctxt: ItemCtxt, span: Span) -> t.Region:
        """A new anonymous lifetime bound here, seen from the present depth."""
        self.names.append("'_")
        return t.ReBound(len(ctxt.scopes) - 1 - self.level, len(self.names) - 1, "'_")  # type: ignore[no-any-return]


def elide_static(_ctxt: ItemCtxt, _span: Span) -> t.Region:
    """In the types of constants and statics."""
    return t.RE_STATIC  # type: ignore[no-any-return]


def elide_error(_ctxt: ItemCtxt, _span: Span) -> t.Region:
    """Where E0106 or E0637 was reported by name resolution."""
    return t.ReError()  # type: ignore[no-any-return]


def elide_infer(ctxt: ItemCtxt, span: Span) -> t.Region:
    """In bodies."""
    return ctxt.region_infer(span)


_ASYNC_FNS = ("fn", "fn_mut", "fn_once")
"""The lang items that a bound by `AsyncFn` and its like is made of."""


class ItemCtxt(AssocPaths, LowerConsts):
    """Lowers the types of item `owner`. See the module's docstring."""

    in_body = False

    def __init__(self, tcx: TyCtxt, owner: Def, elide: Elider = elide_error) -> None:
        self.tcx = tcx
        self.owner = owner
        self.scopes: list[Scope] = []
        self.elide = elide
        self.object_default: Elider | None = None
        """What `dyn Trait` without a lifetime gets where it stands now; None = `'static` (in bodies: inferred)."""
        self._seen_regions: dict[t.Region, None] | None = None
        self._seen_depth = 0
        self.region_map: dict[t.Region, t.Region] = {}
        """Replaces lifetimes of the function by the copies that an opaque type captures."""
        self.impl_trait_allowed = False
        """In return position: `impl Trait` means an opaque type."""
        self.impl_trait_ban: str | None = None
        """Where the types lowered now stand, if no `impl Trait` may stand there (rustc: `ImplTraitPosition`)."""
        self.of_method_call = False
        """The arguments lowered now are those of a method call."""

    # -------------------------------------------------------------------------------------------- hooks for bodies

    def ty_infer(self, span: Span, param: Def | None = None) -> t.Ty:
        """`_` as a type: an error in signatures."""
        self.error("E0121", self._placeholder_message(), span, "not allowed in type signatures")
        return t.ERROR  # type: ignore[no-any-return]

    def const_infer(self, span: Span, param: Def | None = None) -> t.Const:
        """`_` as a constant."""
        self.error("E0121", self._placeholder_message(), span, "not allowed in type signatures")
        return t.ConstError()  # type: ignore[no-any-return]

    def region_infer(self, span: Span) -> t.Region:
        """An omitted lifetime in a body."""
        return t.RE_ERASED  # type: ignore[no-any-return]

    def finish_projection(self, alias: t.Alias, span: Span) -> t.Ty:
        """What a written projection becomes; bodies normalise it here."""
        return alias

    def _placeholder_message(self) -> str:
        node = self.owner.node
        parent = self.owner.parent
        of_trait = parent is not None and getattr(parent.node, "trait", None) is not None
        inferred = isinstance(node, ast.Fn) and (node.body is not None or self.owner.kind is DefKind.FN) and not of_trait
        if self.impl_trait_allowed and inferred:
            return "the placeholder `_` is not allowed within types on item signatures for return types"
        kinds = {
            DefKind.FN: "functions", DefKind.ASSOC_FN: "associated functions", DefKind.STRUCT: "structs",
            DefKind.ENUM: "variants", DefKind.UNION: "unions", DefKind.CONST: "constants", DefKind.STATIC: "static variables",
            DefKind.ASSOC_CONST: "associated constants", DefKind.ASSOC_TY: "associated types", DefKind.IMPL: "implementations",
            DefKind.TRAIT: "traits", DefKind.TY_ALIAS: "type aliases", DefKind.FIELD: "structs",
            DefKind.OPAQUE_TY: "opaque types",
        }  # fmt: skip
        what = kinds.get(self.owner.kind, "items")
        if isinstance(node, ast.Fn) and node.self_param is not None:
            what = "methods"
        return f"the placeholder `_` is not allowed within types on item signatures for {what}"

    # -------------------------------------------------------------------------------------------- helpers

    def error(
        self, code: str, message: str, span: Span, label: str = "", *, secondary: tuple[Label, ...] = (),
        notes: tuple[str, ...] = (), helps: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        """Report an error in the written types."""
        self.tcx.emit(Diagnostic(code, message, (Label(span, label),), secondary, notes, helps))

    def lint(self, found: Diagnostic) -> None:
        """What a lint finds in the written types; its code is the lint's name."""
        if self.tcx.resolution.lints.denied(found.code or "", found.primary[0].span):
            self.tcx.late_lints.append(found)

    def binder(self, lifetimes: Sequence[ast.GenericParam]) -> Pushed[Scope]:
        """Enter a binder of these lifetimes."""
        return Pushed(self.scopes, Scope(lifetimes, [p.ident.name for p in lifetimes], len(self.scopes)))

    def eliding(self, elide: Elider) -> Changed:
        """Omitted lifetimes mean `elide` within."""
        return Changed(self, "elide", elide)

    def banning_impl_trait(self, where: str) -> Changed:
        """No `impl Trait` may stand within: not in `where`."""
        return Changed(self, "impl_trait_ban", where)

    def object_lifetime(self, default: Elider | None) -> Changed:
        """What the omitted lifetime of a trait object means within."""
        return Changed(self, "object_default", default)

    # -------------------------------------------------------------------------------------------- lifetimes

    def lower_lifetime(self, node: ast.Lifetime) -> t.Region:
        """A written lifetime."""
        match self.tcx.resolution.lifetimes.get(node):
            case StaticLifetime():
                region: t.Region = t.RE_STATIC
            case ParamLifetime(param):
                region = self._named_region(param)
            case ElidedLifetime() | None:
                return self.elided_region(node.span)
            case _:
                return t.ReError()  # type: ignore[no-any-return]
        self._see(region)
        return region

    def _see(self, region: t.Region) -> None:
        if self._seen_regions is None:
            return
        inner = len(self.scopes) - self._seen_depth
        if not isinstance(region, t.ReBound):
            self._seen_regions[region] = None
        elif region.depth >= inner:
            self._seen_regions[t.ReBound(region.depth - inner, region.index, region.name)] = None

    @contextmanager
    def seeing_regions(self) -> Iterator[dict[t.Region, None]]:
        """Take down the lifetimes lowered within, as seen from here: the candidates for elision."""
        saved, seen = (self._seen_regions, self._seen_depth), dict[t.Region, None]()
        self._seen_regions, self._seen_depth = seen, len(self.scopes)
        try:
            yield seen
        finally:
            self._seen_regions, self._seen_depth = saved

    def elided_region(self, span: Span) -> t.Region:
        """An omitted lifetime, or `'_`."""
        region = self.elide(self, span)
        self._see(region)
        return region

    def _named_region(self, param: ast.GenericParam) -> t.Region:
        for depth, scope in enumerate(reversed(self.scopes)):
            index = scope.index_of.get(param)
            if index is not None:
                return self._mapped(t.ReBound(depth, index, param.ident.name))
        def_ = self.tcx.resolution.defs.get(param)
        if def_ is None or def_.parent is None:
            return t.ReError()  # type: ignore[no-any-return]
        generics = self.tcx.generics_of(def_.parent)
        if param in generics.late_bound:
            return self._mapped(t.ReLateParam(def_.parent, generics.late_bound.index(param), param.ident.name))
        for own in generics.params:
            if own.def_ is def_:
                return self._mapped(t.ReEarlyParam(own.index, own.name))
        return t.ReError()  # type: ignore[no-any-return]

    def _mapped(self, region: t.Region) -> t.Region:
        return self.region_map.get(region, region) if self.region_map else region

    # -------------------------------------------------------------------------------------------- types

    def lower_ty(self, node: ast.Ty) -> t.Ty:
        """A written type; not normalised."""
        match node:
            case ast.PathTy(path=path):
                return self.lower_path_ty(path)
            case ast.RefTy():
                if node.lifetime is not None:
                    region = self.lower_lifetime(node.lifetime)
                else:
                    region = self.elided_region(node.span)
                depth = len(self.scopes)
                with self.object_lifetime(lambda c, _: t.shift_bound(region, len(c.scopes) - depth)):
                    return t.Ref(region, self.lower_ty(node.ty), node.mutable)  # type: ignore[no-any-return]
            case ast.PtrTy():
                with self.object_lifetime(None):
                    return t.RawPtr(self.lower_ty(node.ty), node.mutable)  # type: ignore[no-any-return]
            case ast.TupleTy():
                with self.object_lifetime(None):
                    return t.Tuple(tuple([self.lower_ty(e) for e in node.elems]))  # type: ignore[no-any-return]
            case ast.SliceTy():
                with self.object_lifetime(None):
                    return t.Slice(self.lower_ty(node.elem))  # type: ignore[no-any-return]
            case ast.ArrayTy():
                with self.object_lifetime(None):
                    elem = self.lower_ty(node.elem)
                return t.Array(elem, self.lower_anon_const(node.len, t.USIZE, node.span))  # type: ignore[no-any-return]
            case ast.FnPtrTy():
                return self._lower_fn_ptr(node)
            case ast.NeverTy():
                return t.NEVER
            case ast.InferTy():
                return self.ty_infer(node.span)
            case ast.ParenTy():
                return self.lower_ty(node.ty)
            case ast.ErrTy():
                return t.ERROR  # type: ignore[no-any-return]
            case ast.DynTy():
                return self._lower_dyn(node)
            case ast.ImplTraitTy():
                return self._lower_impl_trait(node)
            case _:
                raise UnsupportedError("this kind of type", node.span)

    def _lower_fn_ptr(self, node: ast.FnPtrTy) -> t.Ty:
        abi = str(node.abi.value) if node.abi is not None else "C" if node.extern else "Rust"
        if node.variadic:
            if supports_variadic(abi):
                raise UnsupportedError("a pointer to a variadic function", node.span)
            lower_errors.report_variadic_abi(self.tcx, abi, node.span)
        with self.binder(node.for_lifetimes) as scope, self.object_lifetime(None):
            inputs, output = self._lower_signature(
                scope, [ty for _, ty in node.params], node.output, "`fn` pointer parameters", "`fn` pointer return types"
            )
            if node.for_lifetimes:
                lower_errors.check_bound_in_output(self, node.for_lifetimes, inputs, output, node.output, "fn")
        return t.FnPtr(t.Binder(t.FnSig(inputs, output, node.unsafe, abi), tuple(scope.names)))  # type: ignore[no-any-return]

    def _lower_signature(
        self, scope: Scope, params: Sequence[ast.Ty], output: ast.Ty | None, in_params: str, in_output: str
    ) -> tuple[tuple[t.Ty, ...], t.Ty]:
        """Inputs with fresh bound lifetimes for the omitted ones; the output's are what the inputs say. `in_params`, `in_output`:
        how an error about an `impl Trait` calls the place."""
        with self.eliding(scope.fresh), self.seeing_regions() as candidates, self.banning_impl_trait(in_params):
            inputs = tuple([self.lower_ty(p) for p in params])
        if output is None:
            return inputs, t.UNIT
        with self.eliding(self.output_elision(candidates)), self.banning_impl_trait(in_output):
            return inputs, self.lower_ty(output)

    def output_elision(self, candidates: Iterable[t.Region]) -> Elider:
        """What an omitted lifetime in a return type means: the only lifetime of the inputs."""
        regions = list(candidates)
        if len(regions) != 1:
            return elide_error
        depth, region = len(self.scopes), regions[0]
        return lambda c, _span: t.shift_bound(region, len(c.scopes) - depth)

    def _lower_dyn(self, node: ast.DynTy) -> t.Ty:
        if node.bare:
            lower_errors.report_bare_trait(self, node)
            return t.ERROR  # type: ignore[no-any-return]
        lifetime: ast.Lifetime | None = None
        poly: list[tuple[ast.TraitBound, Def]] = []
        for bound in node.bounds:
            if isinstance(bound, ast.LifetimeBound):
                if lifetime is not None:
                    self.error("E0226", "only a single explicit lifetime bound is permitted", bound.lifetime.span)
                lifetime = lifetime or bound.lifetime
            elif isinstance(bound, ast.TraitBound) and bound.maybe:
                lower_errors.report_relaxed(self.tcx, bound, "trait object types", "trait object types")
            elif isinstance(bound, ast.TraitBound):
                trait = self.trait_def_of(bound.path)
                if trait is None:
                    return t.ERROR  # type: ignore[no-any-return]
                poly.append((bound, trait))
        if not poly:
            self.error("E0224", "at least one trait is required for an object type", node.span)
            return t.ERROR  # type: ignore[no-any-return]
        autos = [trait for _, trait in poly if self.tcx.trait_def(trait).auto]
        regular = [(bound, trait) for bound, trait in poly if not self.tcx.trait_def(trait).auto]
        if len(regular) > 1:
            lower_errors.report_two_traits(self, regular)
            return t.ERROR  # type: ignore[no-any-return]
        principal: t.Binder | None = None
        projections: list[t.Binder] = []
        if regular and not self._is_dyn_compatible(*regular[0]):
            return t.ERROR  # type: ignore[no-any-return]
        for bound, trait in regular:
            dummy = t.Param(generic_args.DUMMY_SELF, "Self")
            preds: Bounds = []
            written = bound.path.segments[-1].args
            if written is not None and written.constraints:
                lower_errors.check_dyn_constraints(self, node, written.constraints, trait)
            self.lower_trait_bound(bound, dummy, preds)
            for predicate, _ in preds:
                kind = predicate.value
                if isinstance(kind, t.TraitPredicate) and kind.trait_ref.trait is trait:
                    args = kind.trait_ref.args[1:]
                    principal = t.Binder(t.ExistentialTraitRef(trait, args), predicate.bound)
                elif isinstance(kind, t.ProjectionPredicate):
                    projections.append(
                        t.Binder(t.ExistentialProjection(kind.alias.def_, kind.alias.args[1:], kind.term), predicate.bound)
                    )
            if principal is None:
                return t.ERROR  # type: ignore[no-any-return]
            complete = generic_args.complete_dyn_projections(self, bound, trait, principal, projections)
            if complete is None:
                return t.ERROR  # type: ignore[no-any-return]
            projections = complete
            if not generic_args.check_self_defaults(self, trait, bound.path.segments[-1]):
                return t.ERROR  # type: ignore[no-any-return]
        implied = self._object_lifetime_bound(principal.value, node.span) if principal is not None and lifetime is None else None
        if lifetime is not None:
            region = self.lower_lifetime(lifetime)
        elif implied is not None:
            region = implied
        elif self.object_default is not None:
            region = self.object_default(self, node.span)
        else:
            region = self.region_infer(node.span) if self.in_body else t.RE_STATIC
        autos_ = tuple(sorted(dict.fromkeys(autos), key=lambda d: d.path()))
        return t.Dynamic(principal, tuple(projections), autos_, region)  # type: ignore[no-any-return]

    def _object_lifetime_bound(self, principal: t.ExistentialTraitRef, span: Span) -> t.Region | None:
        """What the trait's own bounds say how long its objects live: `'static` for `trait Any: 'static`, wherever the object
        stands (rustc: `compute_object_lifetime_bound`)."""
        regions = elaborate.object_region_bounds(self.tcx, principal)
        if t.RE_STATIC in regions:
            return t.RE_STATIC  # type: ignore[no-any-return]
        if len(regions) > 1:
            self.error("E0227", "ambiguous lifetime bound, explicit lifetime bound required", span, "")
            return t.ReError()  # type: ignore[no-any-return]
        return next(iter(regions), None)

    def _is_dyn_compatible(self, bound: ast.TraitBound, trait: Def) -> bool:
        """E0038 of a type without sense; in a body of any that can't exist (in headers well-formedness says it)."""
        bad = dyn_compat.violations if self.in_body else dyn_compat.uses_self_in_supertraits
        if not bad(self.tcx, trait):
            return True
        self.tcx.emit(trait_errors.not_dyn_compatible(self.tcx, trait, bound.path.span))
        return False

    def _lower_impl_trait(self, node: ast.ImplTraitTy) -> t.Ty:
        if self.impl_trait_ban is not None:
            lower_errors.report_impl_trait(self, node, self.impl_trait_ban)
            return t.ERROR  # type: ignore[no-any-return]
        for owner in (self.owner, self.owner.parent):
            if owner is None or owner.kind not in (DefKind.FN, DefKind.ASSOC_FN, DefKind.IMPL):
                continue
            for param in self.tcx.generics_of(owner).params:
                if param.def_.node is node:
                    return t.Param(param.index, param.name)  # type: ignore[no-any-return]
        if not self.impl_trait_allowed:
            lower_errors.report_impl_trait_position(self, node)
            return t.ERROR  # type: ignore[no-any-return]
        return opaque.lower_opaque(self, node)

    # -------------------------------------------------------------------------------------------- paths

    def lower_path_ty(self, path: ast.Path) -> t.Ty:
        """The type that a path in type position means."""
        segments = path.segments
        if path.qself is not None:
            return self._lower_qualified(path)
        res = self.tcx.resolution.path_res.get(path)
        if res is None or isinstance(res.base, ErrRes):
            return t.ERROR  # type: ignore[no-any-return]
        n_base = len(segments) - res.unresolved
        if res.unresolved and isinstance(res.base, DefRes) and res.base.def_.kind is DefKind.TRAIT:
            lower_errors.report_trait_path(self, res.base.def_, path, segments[n_base])
            return t.ERROR  # type: ignore[no-any-return]
        ty = self.lower_base(res, path, n_base)
        for segment in segments[n_base:]:
            ty = self.lower_assoc_path(ty, res if segment is segments[n_base] else None, segment, path)
        return ty

    def lower_base(self, res: PathRes, path: ast.Path, n_base: int) -> t.Ty:
        """The type that the resolved first `n_base` segments of a path mean."""
        segment = path.segments[n_base - 1]
        if n_base > 1:
            self.prohibit_module_args(path.segments[: n_base - 1])
        match res.base:
            case PrimTyRes(name):
                self.prohibit_args(
                    segment, f"builtin type `{name}`", (f"primitive type `{name}` doesn't have generic parameters",)
                )
                return t.PRIM.get(name, t.ERROR)  # type: ignore[no-any-return]
            case SelfTyRes(owner):
                self.prohibit_args(segment, "self type", ())
                return self.self_ty_of(owner)
            case DefRes(def_):
                return self.lower_def(def_, segment, path, n_base)
            case _:
                return t.ERROR  # type: ignore[no-any-return]

    def self_ty_of(self, owner: Def) -> t.Ty:
        """`Self` in a trait, impl or type definition."""
        if owner.kind is DefKind.TRAIT:
            return t.Param(0, "Self")  # type: ignore[no-any-return]
        return self.map_self(self.tcx.type_of(owner))

    def map_self(self, ty: t.Ty) -> t.Ty:
        """`Self` within an opaque type sees the copies of the lifetimes that it captures."""
        if not self.region_map or not ty.flags & t.HAS_FREE_REGION:
            return ty
        return t.map_regions(ty, lambda r: self.region_map.get(r, r))

    def lower_def(self, def_: Def, segment: ast.PathSegment, path: ast.Path, n_base: int) -> t.Ty:
        """A definition used as a type, with the generic arguments of its segment."""
        kind = def_.kind
        if kind in (DefKind.STRUCT, DefKind.ENUM, DefKind.UNION):
            return t.Adt(def_, self.lower_generic_args(def_, segment))  # type: ignore[no-any-return]
        if kind is DefKind.TY_ALIAS:
            return t.subst(self.tcx.type_of(def_), self.lower_generic_args(def_, segment))
        if kind is DefKind.TY_PARAM:
            self.prohibit_args(segment, f"type parameter `{def_.name}`", ())
            return self.type_param(def_)
        if kind is DefKind.TRAIT:
            bound = ast.TraitBound(span=path.span, path=path, for_lifetimes=[])
            return self._lower_dyn(ast.DynTy(span=path.span, bounds=[bound], bare=True))
        if kind is DefKind.ASSOC_TY and def_.parent is not None and def_.parent.kind is DefKind.TRAIT:
            lower_errors.report_trait_path(self, def_.parent, path, segment)
            return t.ERROR  # type: ignore[no-any-return]
        if kind is DefKind.VARIANT:
            return t.ERROR  # type: ignore[no-any-return]
        return t.ERROR  # type: ignore[no-any-return]

    def prohibit_module_args(self, segments: Sequence[ast.PathSegment]) -> None:
        """E0109 of generic arguments of the modules that a path leads through."""
        for index, segment in enumerate(segments):
            if segment.args is not None:
                name = segment.ident.name
                external = index == 0 and name in ("std", "core", "alloc")
                if name in ("crate", "self", "super"):
                    module = self.owner.module()
                    name = module.name if module.parent is not None else "main"
                self.prohibit_args(segment, f"{'crate' if external else 'module'} `{name}`", ())

    def prohibit_args(self, segment: ast.PathSegment, what: str, helps: tuple[str, ...]) -> None:
        """E0109 (and E0229) of generic arguments where there can't be any."""
        args = segment.args
        if args is None:
            return
        generic_args.report_constraints(self, args, None)
        if args.args:
            lifetimes = all(isinstance(a, ast.Lifetime) for a in args.args)
            word = "lifetime" if lifetimes else "const" if all(isinstance(a, ast.AnonConst) for a in args.args) else "type"
            self.tcx.emit(
                Diagnostic(
                    "E0109", f"{word} arguments are not allowed on {what}",
                    tuple(Label(a.span, f"{word} argument not allowed") for a in args.args),
                    (Label(segment.ident.span, f"not allowed on {what}"),), helps=helps,
                )
            )  # fmt: skip

    def type_param(self, def_: Def) -> t.Ty:
        """A named type parameter."""
        param = self.find_param(def_)
        return t.ERROR if param is None else t.Param(param.index, param.name)  # type: ignore[no-any-return]

    def find_param(self, def_: Def) -> GenericParamDef | None:
        """The generic parameter that a TY_PARAM or CONST_PARAM is."""
        if def_.parent is None:
            return None
        return next((p for p in self.tcx.generics_of(def_.parent).params if p.def_ is def_), None)

    def lower_generic_args(
        self, def_: Def, segment: ast.PathSegment, parent_args: t.Args = (), self_ty: t.Ty | None = None, *, infer: bool = False
    ) -> t.Args:
        """The arguments of `def_` as a path segment gives them: see generic_args.py. `infer`: omitted ones are inferred."""
        return generic_args.lower_generic_args(self, def_, segment, parent_args, self_ty, infer=infer)

    # -------------------------------------------------------------------------------------------- bounds

    def trait_def_of(self, path: ast.Path) -> Def | None:
        """The trait that a path names; None if it isn't one (reported by name resolution), which is fatal at the end of this pass
        as it is in rustc (`lower_poly_trait_ref`)."""
        res = self.tcx.resolution.path_res.get(path)
        if res is None or res.unresolved or not isinstance(res.base, DefRes) or res.base.def_.kind is not DefKind.TRAIT:
            self.tcx.fatal = True
            return None
        return res.base.def_

    def lower_bounds(
        self, bounds: Sequence[ast.GenericBound], ty: t.Ty, out: Bounds, for_lifetimes: Sequence[ast.GenericParam] = ()
    ) -> bool:
        """Add what the bounds of `ty` say to `out`. Says whether `?Sized` was among them. `ty` is seen from outside of the
        bound's own binder, but from within that of `for_lifetimes`, if there are any."""
        maybe_unsized = False
        for bound in bounds:
            match bound:
                case ast.TraitBound():
                    if bound.maybe:
                        maybe_unsized |= self._relaxes_sized(bound)
                    else:
                        self.lower_trait_bound(bound, ty, out, for_lifetimes)
                case ast.LifetimeBound():
                    with self.binder(for_lifetimes) as scope:
                        region = self.lower_lifetime(bound.lifetime)
                    inner = ty if for_lifetimes else t.shift_bound(ty, 1)
                    out.append((t.Binder(t.TypeOutlives(inner, region), tuple(scope.names)), bound.span))
                case ast.UseBound():
                    pass
        return maybe_unsized

    def _relaxes_sized(self, bound: ast.TraitBound) -> bool:
        """Whether a `?Trait` is `?Sized`, the only one there is."""
        trait = self.trait_def_of(bound.path)
        if trait is not None and trait is not self.tcx.lang_item_or_none("sized"):
            lower_errors.report_not_sized(self.tcx, bound)
            return False
        return True

    def lower_trait_bound(
        self, bound: ast.TraitBound, ty: t.Ty, out: Bounds, for_lifetimes: Sequence[ast.GenericParam] = ()
    ) -> None:
        """`ty: for<..> Trait<A, Item = B, Item2: C>`."""
        trait = self.trait_def_of(bound.path)
        if trait is None:
            return
        with self.binder([*for_lifetimes, *bound.for_lifetimes]) as scope:
            inner = ty if for_lifetimes else t.shift_bound(ty, 1)
            segment = bound.path.segments[-1]
            args = segment.args
            if args is not None and args.parenthesized:
                called = next((name for name in _ASYNC_FNS if self.tcx.is_lang_item(trait, f"async_{name}")), None)
                if called is not None:
                    trait = self.tcx.lang_item(called)
                trait_ref, output = self._lower_fn_sugar(trait, inner, segment, scope)
                lifetimes = [*for_lifetimes, *bound.for_lifetimes]
                if lifetimes:
                    inputs: t.Args = trait_ref.args[1:]
                    lower_errors.check_bound_in_output(self, lifetimes, inputs, output, args.output, "trait")  # type: ignore[arg-type]
                once = self.tcx.lang_item_or_none("fn_once_output")
                out.append((t.Binder(t.TraitPredicate(trait_ref), tuple(scope.names)), bound.span))
                if once is not None:
                    given = t.Alias(once, trait_ref.args)
                    if called is not None:
                        is_future = t.TraitPredicate(t.TraitRef(self.tcx.lang_item("future_trait"), (given,)))
                        out.append((t.Binder(is_future, tuple(scope.names)), bound.span))
                        given = t.Alias(self.tcx.lang_item("future_output"), (given,))
                    written = args.span if args.output is None else args.output.span
                    out.append((t.Binder(t.ProjectionPredicate(given, output), tuple(scope.names)), written))
                return
            at = len(out)
            trait_ref = self.lower_trait_ref(bound.path, trait, inner)
            for constraint in args.constraints if args is not None else ():
                self._lower_constraint(constraint, trait_ref, scope, out)
            out.insert(at, (t.Binder(t.TraitPredicate(trait_ref), tuple(scope.names)), bound.span))

    def _lower_fn_sugar(self, trait: Def, self_ty: t.Ty, segment: ast.PathSegment, scope: Scope) -> tuple[t.TraitRef, t.Ty]:
        assert segment.args is not None
        params = [a for a in segment.args.args if not isinstance(a, (ast.Lifetime, ast.AnonConst))]
        with self.object_lifetime(None):
            inputs, output = self._lower_signature(
                scope, params, segment.args.output, "the parameters of `Fn` trait bounds", "the return type of `Fn` trait bounds"
            )
        return t.TraitRef(trait, (self_ty, t.Tuple(inputs))), output

    def lower_trait_ref(self, path: ast.Path, trait: Def, self_ty: t.Ty) -> t.TraitRef:
        """`self_ty: path` without what constraints say."""
        with self.object_lifetime(None):
            args = self.lower_generic_args(trait, path.segments[-1], (), self_ty)
        trait_ref: t.TraitRef = t.TraitRef(trait, args)
        if trait.is_fn_trait and not path.span.file.is_std:
            self.tcx.emit(lower_errors.fn_trait_notation(path.span))
        return trait_ref

    def _lower_constraint(self, constraint: ast.AssocConstraint, trait_ref: t.TraitRef, scope: Scope, out: Bounds) -> None:
        """`Item = T` or `Item: Bound`, of the trait or one of its supertraits."""
        name = constraint.ident.name
        own = assoc_ty_named(trait_ref.trait, name)
        candidates = [(own, trait_ref)] if own is not None else list(self.all_assoc_in_supertraits(trait_ref, name))
        if not candidates:
            trait = trait_ref.trait
            errors_assoc.report_not_found(self, trait.name, self.tcx.supertraits(trait), constraint.ident)
            return
        if len(candidates) > 1:
            self.report_ambiguous_constraint(trait_ref.trait, constraint, candidates)
            return
        def_, owner_ref = candidates[0]
        args = owner_ref.args
        if constraint.generic_args is not None:
            segment = ast.PathSegment(span=constraint.ident.span, ident=constraint.ident, args=constraint.generic_args)
            args = self.lower_generic_args(def_, segment, args)
        elif self.tcx.generics_of(def_).params:
            segment = ast.PathSegment(span=constraint.ident.span, ident=constraint.ident)
            args = self.lower_generic_args(def_, segment, args)
        alias = t.Alias(def_, args)
        if constraint.ty is not None:
            with self.object_lifetime(None):
                term = self.lower_ty(constraint.ty)
            if term.flags & t.HAS_BOUND and scope.names:
                lower_errors.check_bound_in_binding(self, scope.names, args, term, constraint)
            out.append((t.Binder(t.ProjectionPredicate(alias, term), tuple(scope.names)), constraint.span))
        elif constraint.bounds is not None:
            nested: Bounds = []
            self.lower_bounds(constraint.bounds, alias, nested)
            for predicate, span in nested:
                out.append((elaborate.merge_binders(predicate, scope.names), span))
        else:
            raise UnsupportedError("associated const equality", constraint.span)
