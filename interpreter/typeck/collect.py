"""What the items' headers say: generics, types, signatures, predicates, associated items (rustc_hir_analysis::collect).

Each function computes one query of TyCtxt for one definition, from the AST and the resolved names. Nothing here looks into
bodies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve import attribute_args
from interpreter.resolve.defs import NESTED_BODIES, Def, DefKind, ParamLifetime
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import ParamKind, VariantKind
from interpreter.syntax.stream import split_meta
from interpreter.typeck import generic_args, rpitit
from interpreter.typeck import ty as t
from interpreter.typeck.defs import (
    ASSOC_KINDS,
    AdtDef,
    AdtField,
    AdtKind,
    AssocItem,
    GenericParamDef,
    Generics,
    ParamEnv,
    ReprOptions,
    TraitDef,
    VariantDef,
)
from interpreter.typeck.lower import ItemCtxt, Scope, elide_error, elide_static
from interpreter.typeck.rare import opaque
from interpreter.typeck.traits import elaborate
from interpreter.typeck.words import lower_errors

if TYPE_CHECKING:
    from interpreter.typeck.context import Predicates, TyCtxt

_TRANSPARENT = (DefKind.FIELD, DefKind.VARIANT, *NESTED_BODIES, DefKind.ANON_CONST)
"""Definitions without generics of their own: those of the item around are theirs."""
_GENERIC_PARENTS = (DefKind.IMPL, DefKind.TRAIT)


def item_span(def_: Def) -> Span:
    """Where rustc points for an item: heads of fns, impls and traits; keyword to generics of ADTs; else the whole."""
    node = def_.node
    if isinstance(node, ast.Fn):
        start = node.sig_span if node.vis.kind is ast.VisKind.INHERITED else node.vis.span
        return start.to(node.sig_span if node.body is not None else node.span.shrink_to_hi())
    if isinstance(node, ast.Impl) and node.head_span.call_site is not None and node.trait is not None:
        return node.trait.span
    if isinstance(node, (ast.Impl, ast.Trait)):
        return node.head_span
    if isinstance(node, (ast.Struct, ast.Enum_, ast.Union)):
        end = node.generics.span if node.generics.params else node.ident.span
        start = node.span if node.vis.kind is ast.VisKind.INHERITED else node.vis.span
        return start.to(end) if start.lo <= end.lo else node.ident.span
    if isinstance(node, (ast.Const, ast.Static)) and node.ty is not None:
        return Span(node.span.file, node.span.lo, node.ty.span.hi, node.span.call_site)
    if isinstance(node, (ast.TypeAlias_, ast.Const)) and isinstance(node.span, Span):
        return node.span
    return def_.span


def impl_node(def_: Def) -> ast.Impl:
    assert isinstance(def_.node, ast.Impl)
    return def_.node


# ------------------------------------------------------------------------------------------------ generics


_WITH_DEFAULTS = (DefKind.STRUCT, DefKind.ENUM, DefKind.UNION, DefKind.TRAIT, DefKind.TY_ALIAS)
"""The items whose parameters may have defaults."""


def generics_of(tcx: TyCtxt, def_: Def) -> Generics:
    kind = def_.kind
    if kind in _TRANSPARENT or kind in (DefKind.TY_PARAM, DefKind.CONST_PARAM, DefKind.LIFETIME_PARAM):
        assert def_.parent is not None
        return tcx.generics_of(def_.parent)
    if kind is DefKind.OPAQUE_TY or rpitit.is_rpitit(def_):
        return opaque.origin_of(tcx, def_).generics
    parent_def = def_.parent
    parent = tcx.generics_of(parent_def) if parent_def is not None and parent_def.kind in _GENERIC_PARENTS else None
    base = parent.count if parent is not None else 0
    node = def_.node
    written: ast.Generics | None = getattr(node, "generics", None)
    params: list[GenericParamDef] = []
    late: tuple[object, ...] = ()
    if kind is DefKind.TRAIT:
        params.append(GenericParamDef(def_, "Self", 0, ParamKind.TYPE))
    if written is not None:
        if isinstance(node, ast.Fn):
            late = _late_bound_lifetimes(tcx, node)
        defs = tcx.resolution.defs
        lifetimes = [p for p in written.params if p.kind is ParamKind.LIFETIME and p not in late]
        for p in lifetimes:
            params.append(GenericParamDef(defs[p], p.ident.name, base + len(params), p.kind))
        if isinstance(node, ast.Impl):
            for anonymous in _elided_in_header(tcx, node):
                made = tcx.synthetic_def(DefKind.LIFETIME_PARAM, "'_", def_, anonymous.span, anonymous)
                params.append(GenericParamDef(made, "'_", base + len(params), ParamKind.LIFETIME))
        for p in written.params:
            if p.kind is not ParamKind.LIFETIME:
                params.append(GenericParamDef(defs[p], p.ident.name, base + len(params), p.kind, p.default is not None))
                if p.default is not None and kind not in _WITH_DEFAULTS and not def_.is_std:
                    lower_errors.report_default(tcx, p)
        if isinstance(node, (ast.Fn, ast.Impl)):
            for impl in _impl_traits_as_params(node):
                made = tcx.synthetic_def(DefKind.TY_PARAM, impl.span.text, def_, impl.span, impl)
                params.append(GenericParamDef(made, made.name, base + len(params), ParamKind.TYPE, False, True))
    has_self = kind is DefKind.TRAIT or (parent is not None and parent.has_self)
    return Generics(def_, parent, tuple(params), base, has_self, late)


def _impl_traits_as_params(node: ast.Fn | ast.Impl) -> Iterator[ast.ImplTraitTy]:
    """The `impl Trait` types that are parameters without a name, in order of the text: in argument position, and in the bounds of
    other parameters, but not in the signatures of function pointers and `Fn` bounds."""
    places: list[object] = [list(param.bounds) for param in node.generics.params]
    if isinstance(node, ast.Fn):
        places += [node.self_param.ty] if node.self_param is not None and node.self_param.ty is not None else []
        places += [param.ty for param in node.params]
    yield from _nodes_of(places, ast.ImplTraitTy, _is_signature)


def _is_signature(node: ast.Node) -> bool:
    return type(node) is ast.FnPtrTy or (type(node) is ast.GenericArgs and node.parenthesized)


def _nodes_of(root: object, kind: type[Any], leaves_out: Callable[[ast.Node], bool] = lambda _: False) -> Iterator[Any]:
    """All nodes of one class within a type, outside in, in order of the text."""
    stack: list[object] = [root]
    while stack:
        here = stack.pop()
        if isinstance(here, (list, tuple)):
            stack.extend(reversed(here))
        elif isinstance(here, ast.Node):
            if isinstance(here, kind):
                yield here
            if not isinstance(here, ast.AnonConst) and not leaves_out(here):
                stack += reversed(_parts(here))


def _parts(node: ast.Node) -> list[object]:
    """The nodes and lists of them directly within a node."""
    values = [getattr(node, name) for name in type(node).__slots__ if name != "span"]
    return [value for value in values if value and (type(value) is list or isinstance(value, ast.Node))]


def _lifetime_params_in(tcx: TyCtxt, root: object) -> set[object]:
    """The named lifetime parameters (GenericParam nodes) that occur within a type, bound or list of them."""
    found: set[object] = set()
    for lifetime in _nodes_of(root, ast.Lifetime):
        res = tcx.resolution.lifetimes.get(lifetime)
        if isinstance(res, ParamLifetime):
            found.add(res.node)
    return found


def _constrained_in(tcx: TyCtxt, root: object) -> set[object]:
    """Those that occur outside of projections: `<T as Tr<'a>>::X` does not constrain 'a (rustc: ConstrainedCollector)."""
    found: set[object] = set()
    stack: list[object] = [root]
    while stack:
        here = stack.pop()
        if isinstance(here, (list, tuple)):
            stack.extend(here)
        elif type(here) is ast.PathTy:
            path = here.path
            res = tcx.resolution.path_res.get(path)
            if path.qself is None and (res is None or not res.unresolved):
                stack.append(path.segments[-1].args)
        elif type(here) is ast.Lifetime:
            res_ = tcx.resolution.lifetimes.get(here)
            if type(res_) is ParamLifetime:
                found.add(res_.node)
        elif isinstance(here, ast.Node) and type(here) is not ast.AnonConst:
            stack += _parts(here)
    return found


def _late_bound_lifetimes(tcx: TyCtxt, node: ast.Fn) -> tuple[object, ...]:
    """The lifetime parameters that are late-bound (rustc: `is_late_bound_map`): not in any bound or where clause, and if in the
    return type, then also constrained by an argument's type."""
    lifetimes = [p for p in node.generics.params if p.kind is ParamKind.LIFETIME]
    if not lifetimes:
        return ()
    early: set[object] = set()
    for p in node.generics.params:
        if p.bounds:
            early |= _lifetime_params_in(tcx, p.bounds)
            if p.kind is ParamKind.LIFETIME:
                early.add(p)
    early |= _lifetime_params_in(tcx, [node.generics.predicates, *(impl.bounds for impl in _impl_traits_as_params(node))])
    inputs = _constrained_in(tcx, [p.ty for p in node.params])
    if node.self_param is not None:
        inputs |= _constrained_in(tcx, [node.self_param.lifetime, node.self_param.ty])
    output = _lifetime_params_in(tcx, node.output)
    return tuple(p for p in lifetimes if p not in early and (p not in output or p in inputs))


def _elided_in_header(tcx: TyCtxt, node: ast.Impl) -> list[ast.Node]:
    """The places of omitted lifetimes in an impl header that become anonymous parameters: the trait's arguments, then the self
    type."""
    found: list[ast.Node] = []
    stack: list[object] = [[node.trait.segments if node.trait is not None else None, node.self_ty]]
    while stack:
        here = stack.pop()
        if isinstance(here, (list, tuple)):
            stack.extend(reversed(here))
        elif type(here) is ast.RefTy:
            if here.lifetime is None:
                found.append(here)
            stack.extend((here.ty, here.lifetime))
        elif type(here) is ast.Lifetime:
            if here.name == "'_":
                found.append(here)
        elif isinstance(here, ast.Node) and _is_signature(here):
            continue
        elif type(here) is ast.PathTy:
            res = tcx.resolution.path_res.get(here.path)
            base = getattr(getattr(res, "base", None), "def_", None)
            args = here.path.segments[-1].args
            if isinstance(base, Def) and base.kind in (DefKind.STRUCT, DefKind.ENUM, DefKind.UNION, DefKind.TY_ALIAS):
                has = args is not None and any(type(a) is ast.Lifetime for a in args.args)
                if not has:
                    found.extend([here] * base.lifetime_count())
            stack.append(here.path.qself)
            stack.extend(reversed(here.path.segments))
        elif isinstance(here, ast.Node) and type(here) is not ast.AnonConst:
            stack += reversed(_parts(here))
    return found


class _HeaderCtxt(ItemCtxt):
    """Lowers an impl header: each omitted lifetime is the next anonymous parameter of the impl."""

    def __init__(self, tcx: TyCtxt, impl: Def) -> None:
        regions = iter([t.ReEarlyParam(p.index, p.name) for p in tcx.generics_of(impl).params if p.name == "'_"])
        super().__init__(tcx, impl, lambda _c, _s: next(regions, t.ReError()))


# ------------------------------------------------------------------------------------------------ types


def type_of(tcx: TyCtxt, def_: Def) -> t.Ty:
    node = def_.node
    match def_.kind:
        case DefKind.STRUCT | DefKind.ENUM | DefKind.UNION:
            return t.Adt(def_, tcx.identity_args(def_))  # type: ignore[no-any-return]
        case DefKind.VARIANT:
            assert def_.parent is not None
            return tcx.type_of(def_.parent)
        case DefKind.FIELD:
            assert isinstance(node, ast.FieldDef) and def_.parent is not None
            owner = def_.parent.parent if def_.parent.kind is DefKind.VARIANT else def_.parent
            assert owner is not None
            return ItemCtxt(tcx, owner).lower_ty(node.ty)
        case DefKind.TY_ALIAS:
            assert isinstance(node, ast.TypeAlias_)
            return ItemCtxt(tcx, def_).lower_ty(node.ty) if node.ty is not None else t.ERROR
        case DefKind.IMPL:
            return _impl_header(tcx, def_)[1]
        case DefKind.CONST | DefKind.STATIC | DefKind.ASSOC_CONST:
            assert isinstance(node, (ast.Const, ast.Static))
            if node.ty is None:
                return t.ERROR  # type: ignore[no-any-return]
            ty = ItemCtxt(tcx, def_, elide_static).lower_ty(node.ty)
            if def_.kind is DefKind.STATIC and not def_.is_std:
                from interpreter.typeck import wf_check

                return ty if wf_check.check_static(tcx, def_, ty) else t.ERROR
            return ty
        case DefKind.ASSOC_TY:
            assert isinstance(node, ast.TypeAlias_)
            if node.ty is None and def_.parent is not None and def_.parent.kind is DefKind.IMPL:
                return t.ERROR  # type: ignore[no-any-return]
            if node.ty is None:
                return t.Alias(def_, tcx.identity_args(def_))  # type: ignore[no-any-return]
            return ItemCtxt(tcx, def_).lower_ty(node.ty)
        case DefKind.TY_PARAM:
            return ItemCtxt(tcx, def_).type_param(def_)
        case DefKind.CONST_PARAM:
            assert isinstance(node, ast.GenericParam) and node.ty is not None and def_.parent is not None
            return ItemCtxt(tcx, def_.parent).lower_ty(node.ty)
        case DefKind.FN | DefKind.ASSOC_FN:
            return t.FnDef(def_, tcx.identity_args(def_))  # type: ignore[no-any-return]
        case DefKind.CLOSURE:
            return t.Closure(def_, tcx.identity_args(def_))  # type: ignore[no-any-return]
        case DefKind.ANON_CONST:
            return tcx.anon_const_type(def_)
        case DefKind.INLINE_CONST:
            return tcx.closure_info(def_).body.output
        case DefKind.OPAQUE_TY:
            return opaque_hidden_type(tcx, def_)
        case _:
            raise AssertionError(f"type_of {def_}")


def opaque_hidden_type(tcx: TyCtxt, def_: Def) -> t.Ty:
    """The hidden type, by checking the body that defines it."""
    owner = def_.parent
    assert owner is not None
    if def_ not in tcx.hidden_types:
        tcx.thir_body(owner)
    return tcx.hidden_types.get(def_, t.ERROR)  # type: ignore[no-any-return]


def _impl_header(tcx: TyCtxt, impl: Def) -> tuple[t.TraitRef | None, t.Ty]:
    def compute() -> tuple[t.TraitRef | None, t.Ty]:
        node = impl_node(impl)
        ctxt = _HeaderCtxt(tcx, impl)
        if node.trait is None:
            return None, ctxt.lower_ty(node.self_ty)
        trait = ctxt.trait_def_of(node.trait)
        if trait is None:
            return None, ctxt.lower_ty(node.self_ty)
        # The trait's omitted lifetimes come first in the text, but its arguments may mention Self's type.
        self_first = _HeaderCtxt(tcx, impl)
        trait_lifetimes = _count_trait_elisions(tcx, node)
        for _ in range(trait_lifetimes):
            self_first.elide(self_first, node.span)
        self_ty = self_first.lower_ty(node.self_ty)
        tcx.provide("type_of", impl, self_ty)
        generic_args.prohibit_constraints(ctxt, node.trait.segments[-1])
        ctxt.impl_trait_ban = "traits"
        return ctxt.lower_trait_ref(node.trait, trait, self_ty), self_ty

    return tcx.query("impl_header", impl, compute)


def _count_trait_elisions(tcx: TyCtxt, node: ast.Impl) -> int:
    before = ast.Impl(
        span=node.span, ident=node.ident, vis=node.vis, generics=node.generics, trait=node.trait, negative=False,
        self_ty=ast.NeverTy(span=node.span), items=[], head_span=node.head_span,
    )  # fmt: skip
    return len(_elided_in_header(tcx, before))


def impl_trait_ref(tcx: TyCtxt, impl: Def) -> t.TraitRef | None:
    return _impl_header(tcx, impl)[0]


# ------------------------------------------------------------------------------------------------ signatures


def fn_sig(tcx: TyCtxt, def_: Def) -> t.Binder:
    if def_.kind in (DefKind.STRUCT, DefKind.VARIANT, DefKind.UNION):
        adt = tcx.adt_def(def_)
        fields = adt.variant_of(def_).fields
        sig = t.safe_sig(tuple(tcx.type_of(f.def_) for f in fields), tcx.type_of(adt.def_))
        return t.dummy_binder(sig)
    node = def_.node
    assert isinstance(node, ast.Fn), def_
    generics = tcx.generics_of(def_)
    ctxt = ItemCtxt(tcx, def_)
    scope = Scope(generics.late_bound, [p.ident.name for p in generics.late_bound], 0)  # type: ignore[attr-defined]
    ctxt.scopes.append(scope)
    self_region: t.Region | None = None
    inputs: list[t.Ty] = []
    with ctxt.eliding(scope.fresh), ctxt.seeing_regions() as candidates:
        if node.self_param is not None:
            self_ty, self_region = _lower_self_param(ctxt, def_, node.self_param)
            inputs.append(self_ty)
            candidates.clear()
        inputs.extend(ctxt.lower_ty(p.ty) for p in node.params)
    elide = ctxt.output_elision([self_region] if self_region is not None else candidates)
    output: t.Ty = t.UNIT
    if node.output is not None:
        ctxt.impl_trait_allowed = True
        with ctxt.eliding(elide):
            output = ctxt.lower_ty(node.output)
    return t.Binder(t.FnSig(tuple(inputs), output, node.unsafe, node.extern_abi or "Rust"), tuple(scope.names))  # type: ignore[no-any-return]


def _lower_self_param(ctxt: ItemCtxt, def_: Def, param: ast.SelfParam) -> tuple[t.Ty, t.Region | None]:
    """The type of `self`, and the lifetime that elision takes from it."""
    assert def_.parent is not None
    self_ty = ctxt.self_ty_of(def_.parent)
    if param.ty is not None:
        ty = ctxt.lower_ty(param.ty)
        if ctxt.tcx.resolution.self_lifetimes.get(param) != 1:
            return ty, None
        adt = self_ty.def_ if isinstance(self_ty, t.Adt) else None


        def is_self(part: object) -> bool:
            return part is self_ty or (adt is not None and isinstance(part, t.Adt) and part.def_ is adt)

        around = (part.region for part in t.walk(ty) if isinstance(part, t.Ref) and any(map(is_self, t.walk(part))))
        return ty, next(around, None)
    if not param.by_ref:
        return self_ty, None
    region = ctxt.lower_lifetime(param.lifetime) if param.lifetime is not None else ctxt.elided_region(param.span)
    return t.Ref(region, self_ty, param.mutable), region


# ------------------------------------------------------------------------------------------------ predicates


def predicates_of(tcx: TyCtxt, def_: Def) -> Predicates:
    own = tcx.own_predicates_of(def_)
    parent = def_.parent
    if def_.kind in (*_TRANSPARENT, DefKind.OPAQUE_TY):
        assert parent is not None
        return tcx.predicates_of(parent)
    if parent is not None and parent.kind in _GENERIC_PARENTS:
        return [*own, *tcx.predicates_of(parent)]
    return own


def own_predicates_of(tcx: TyCtxt, def_: Def) -> Predicates:
    """Bounds of parameters with their implied Sized, where clauses; for a trait `Self: Trait` first and its supertraits."""
    node = def_.node
    out: Predicates = []
    if def_.kind is DefKind.TRAIT:
        out.append((t.dummy_binder(t.TraitPredicate(t.TraitRef(def_, tcx.identity_args(def_)))), def_.span))
        out.extend(tcx.super_predicates_of(def_))
    written: ast.Generics | None = getattr(node, "generics", None)
    if written is None or def_.kind in _TRANSPARENT:
        return out
    generics = tcx.generics_of(def_)
    elide = elide_error
    ctxt = ItemCtxt(tcx, def_, elide)
    ctxt.impl_trait_ban = "bounds"
    unsized: set[t.Ty] = set()
    for where in written.predicates:
        if isinstance(where, ast.WhereTypePredicate):
            for bound in where.bounds:
                if isinstance(bound, ast.TraitBound) and bound.maybe:
                    relaxed = ctxt.lower_ty(where.ty)
                    unsized.add(relaxed)
                    if not any(isinstance(relaxed, t.Param) and relaxed.index == param.index for param in generics.params):
                        lower_errors.report_misplaced_relaxed(tcx, bound)
    for param in generics.params:
        if isinstance(param.def_.node, ast.GenericParam):
            gp = param.def_.node
            if gp.kind is ParamKind.LIFETIME:
                for bound in gp.bounds:
                    if isinstance(bound, ast.LifetimeBound):
                        outlives = t.RegionOutlives(param.to_arg(), ctxt.lower_lifetime(bound.lifetime))
                        out.append((t.dummy_binder(outlives), bound.span))
            elif gp.kind is ParamKind.TYPE:
                ctxt.impl_trait_ban = None if isinstance(node, (ast.Fn, ast.Impl)) else "generics"
                span = gp.ident.span if gp.default is None else gp.ident.span.to(gp.default.span)
                _param_bounds(tcx, ctxt, param, gp.bounds, span, unsized, out)
                ctxt.impl_trait_ban = "bounds"
        elif param.synthetic:
            impl = param.def_.node
            assert isinstance(impl, ast.ImplTraitTy)
            for place in tcx.resolution.elided_in_arguments.get(impl, ()):
                text = "anonymous lifetimes in `impl Trait` are unstable"
                tcx.emit(Diagnostic("E0658", text, (Label(place, "expected named lifetime parameter"),)))
            for bound in impl.bounds:
                if isinstance(bound, ast.UseBound):
                    message = "`use<...>` precise capturing syntax not allowed in argument-position `impl Trait`"
                    tcx.emit(Diagnostic(None, message, (Label(bound.span),)))
            _param_bounds(tcx, ItemCtxt(tcx, def_, elide), param, impl.bounds, impl.span, unsized, out)
    for where in written.predicates:
        if isinstance(where, ast.WhereLifetimePredicate):
            longer = ctxt.lower_lifetime(where.lifetime)
            for bound in where.bounds:
                if isinstance(bound, ast.LifetimeBound):
                    out.append((t.dummy_binder(t.RegionOutlives(longer, ctxt.lower_lifetime(bound.lifetime))), bound.span))
            continue
        if def_.kind is DefKind.TRAIT and ctxt._names_self(where.ty):
            continue
        if where.for_lifetimes:
            with ctxt.binder(where.for_lifetimes):
                ty = ctxt.lower_ty(where.ty)
        else:
            ty = ctxt.lower_ty(where.ty)
        ctxt.lower_bounds(where.bounds, ty, out, where.for_lifetimes)
    return out


def _param_bounds(
    tcx: TyCtxt,
    ctxt: ItemCtxt,
    param: GenericParamDef,
    bounds: list[ast.GenericBound],
    span: Span,
    unsized: set[t.Ty],
    out: Predicates,
) -> None:
    ty = t.Param(param.index, param.name)
    listed: Predicates = []
    maybe = ctxt.lower_bounds(bounds, ty, listed)
    maybes = [b for b in bounds if isinstance(b, ast.TraitBound) and b.maybe]
    relaxed = [b.span for b in maybes if b.path.segments[-1].ident.name == maybes[0].path.segments[-1].ident.name]
    if len(relaxed) > 1:
        tcx.emit(Diagnostic("E0203", "duplicate relaxed `Sized` bounds", tuple(Label(s) for s in relaxed)))
    sized = tcx.lang_item_or_none("sized")
    if sized is not None and not maybe and ty not in unsized:
        out.append((t.dummy_binder(t.TraitPredicate(t.TraitRef(sized, (ty,)))), span))
    out.extend(listed)


def super_predicates_of(tcx: TyCtxt, trait: Def) -> Predicates:
    node = trait.node
    assert isinstance(node, ast.Trait)
    ctxt = ItemCtxt(tcx, trait)
    ctxt.impl_trait_ban = "bounds"
    out: Predicates = []
    self_ty = t.Param(0, "Self")
    for bound in node.supertraits:
        if isinstance(bound, ast.TraitBound) and bound.maybe:
            lower_errors.report_relaxed(tcx, bound, "supertrait bounds", "traits")
    ctxt.lower_bounds(node.supertraits, self_ty, out)
    for where in node.generics.predicates:
        if isinstance(where, ast.WhereTypePredicate) and ctxt._names_self(where.ty):
            ctxt.lower_bounds(where.bounds, self_ty, out)
    return out


def item_bounds(tcx: TyCtxt, def_: Def) -> Predicates:
    if def_.kind is DefKind.OPAQUE_TY or rpitit.is_rpitit(def_):
        return opaque.opaque_bounds(tcx, def_)
    node = def_.node
    assert isinstance(node, ast.TypeAlias_)
    alias = t.Alias(def_, tcx.identity_args(def_))
    ctxt = ItemCtxt(tcx, def_)
    ctxt.impl_trait_ban = "generics"
    listed: Predicates = []
    maybe = ctxt.lower_bounds(node.bounds, alias, listed)
    out: Predicates = []
    sized = tcx.lang_item_or_none("sized")
    trait = def_.parent
    if trait is not None and isinstance(trait.node, ast.Trait):
        outer = ItemCtxt(tcx, trait)
        for where in trait.node.generics.predicates:
            if isinstance(where, ast.WhereTypePredicate) and not where.for_lifetimes and not outer._names_self(where.ty):
                if isinstance(where.ty, ast.PathTy) and outer.lower_ty(where.ty) is alias:
                    maybe |= outer.lower_bounds(where.bounds, alias, listed)
    if sized is not None and not maybe:
        out.append((t.dummy_binder(t.TraitPredicate(t.TraitRef(sized, (alias,)))), node.ident.span))
    out.extend(listed)
    return out


def param_env(tcx: TyCtxt, def_: Def) -> ParamEnv:
    predicates = [p for p, _ in tcx.predicates_of(def_)]
    return elaborate.normalized_param_env(tcx, predicates, item_span(def_))


# ------------------------------------------------------------------------------------------------ ADTs and traits


def adt_def(tcx: TyCtxt, def_: Def) -> AdtDef:
    node = def_.node
    defs = tcx.resolution.defs

    def fields(nodes: list[ast.FieldDef]) -> list[AdtField]:
        return [AdtField(defs[f], f.ident.name) for f in nodes]

    if isinstance(node, ast.Struct):
        variants = [VariantDef(def_, def_.name, node.kind, fields(node.fields), 0, node.recovered)]
        return AdtDef(def_, AdtKind.STRUCT, variants, repr_options(node.attrs))
    if isinstance(node, ast.Union):
        return AdtDef(
            def_,
            AdtKind.UNION,
            [VariantDef(def_, def_.name, VariantKind.STRUCT, fields(node.fields), 0)],
            repr_options(node.attrs),
        )
    assert isinstance(node, ast.Enum_)
    variants = [VariantDef(defs[v], v.ident.name, v.kind, fields(v.fields), i, v.recovered) for i, v in enumerate(node.variants)]
    return AdtDef(def_, AdtKind.ENUM, variants, repr_options(node.attrs))


def repr_options(attrs: list[ast.Attribute]) -> ReprOptions:
    """What `#[repr(..)]` attributes say."""
    options = ReprOptions()
    for attr in attrs:
        if attr.name != "repr":
            continue
        for hint in attribute_args.parts(attr):
            name, rest = split_meta(hint)
            if name == "C":
                options.c = True
            elif name == "transparent":
                options.transparent = True
            elif name in t.INT_BITS:
                options.int_ = name
            elif name == "align" and (align := attribute_args.alignment(rest)):
                options.align = max(align, options.align or 1)
            elif name == "packed" and (pack := attribute_args.alignment(rest) if rest else 1):
                options.pack = pack
    return options


def trait_def(tcx: TyCtxt, def_: Def) -> TraitDef:
    node = def_.node
    assert isinstance(node, ast.Trait)
    return TraitDef(def_, node.auto, node.unsafe, "fundamental" in def_.attrs)


def associated_items(tcx: TyCtxt, container: Def) -> list[AssocItem]:
    node = container.node
    assert isinstance(node, (ast.Impl, ast.Trait))
    declared: dict[tuple[str, object], Def] = {}
    if isinstance(node, ast.Impl) and node.trait is not None:
        trait = ItemCtxt(tcx, container).trait_def_of(node.trait)
        if trait is not None:
            declared = {(i.name, i.kind): i.def_ for i in tcx.associated_items(trait)}
    # Of two of a name (E0201) the first is the trait's.
    return [
        AssocItem(d, d.name, ASSOC_KINDS[d.kind], container, declared.pop((d.name, ASSOC_KINDS[d.kind]), None))
        for d in container.children
        if d.kind in ASSOC_KINDS
    ]
