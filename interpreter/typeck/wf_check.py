"""Well-formedness of items: the types and bounds in their headers must make sense where they stand (rustc: `check_well_formed`).

Impl parameters must be constrained (E0207); trait objects must be dyn compatible (E0038); fields must be Sized; what a trait
asks of its impls must hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.records import replace
from interpreter.resolve.abi import supports_variadic
from interpreter.resolve.defs import Def, DefKind, ParamLifetime
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import ParamKind
from interpreter.typeck import collect, receivers, wf, wf_regions
from interpreter.typeck import ty as t
from interpreter.typeck.constants import head_span
from interpreter.typeck.constrained import constrained_params, with_projections
from interpreter.typeck.defs import ParamEnv
from interpreter.typeck.generic_args import param_default
from interpreter.typeck.infer import InferCtxt
from interpreter.typeck.lower import ItemCtxt, elide_infer
from interpreter.typeck.traits import dyn_compat, elaborate
from interpreter.typeck.traits.obligation import (
    BuiltinDerived,
    ErrorKind,
    FulfillmentError,
    ImplDerived,
    MiscCause,
    Obligation,
    ObligationCause,
    WhereClause,
)
from interpreter.typeck.traits.project import trait_ref_of
from interpreter.typeck.words import lower_errors, trait_errors

if TYPE_CHECKING:
    from interpreter.typeck.constrained import constrained_params, with_projections
from interpreter.typeck.context import TyCtxt


class _Checker:
    """Collects the obligations of one item and reports those that fail."""

    def __init__(self, tcx: TyCtxt, def_: Def) -> None:
        self.tcx = tcx
        self.def_ = def_
        self.env = tcx.param_env(def_)
        self.infcx: InferCtxt = tcx.infer_ctxt(self.env)
        self.nodes: dict[Span, Any] = {}
        """The written types that were asked to be well-formed, by their place."""
        self.bounds: list[tuple[t.Predicate, ObligationCause]] = []
        self.regions: list[wf_regions.RegionFailure] = []

    def cause(self, span: Span, code: Any = MiscCause.MISC) -> ObligationCause:
        return ObligationCause(span, code, self.def_)

    def wf(self, ty: t.Ty, span: Span, node: object = None) -> None:
        """The type must be well-formed."""
        if ty.flags & t.HAS_ERROR or isinstance(ty, (t.Prim, t.Param)):
            return
        if node is not None:
            self.nodes[span] = node
        goal = t.dummy_binder(t.WellFormed(ty))
        self.infcx.register_obligation(Obligation(goal, self.cause(span, MiscCause.WELL_FORMED), self.env))

    def bound(self, ty: t.Ty, trait: Def | None, span: Span, code: Any) -> None:
        if trait is not None and not ty.flags & t.HAS_ERROR:
            ty = self.infcx.normalize(ty, self.cause(span))
            self.infcx.register_bound(ty, trait, self.cause(span, code))

    def predicate(self, predicate: t.Predicate, span: Span, code: Any) -> None:
        if predicate.flags & t.HAS_ERROR:
            return
        cause = self.cause(span, code)
        self.bounds.append((predicate, cause))
        self.infcx.register_obligation(Obligation(self.infcx.normalize(predicate, cause), cause, self.env))

    def finish(self) -> bool:
        """Report what fails; says whether nothing did."""
        failed = [e for e in self.infcx.select_all_or_error() if e.kind is not ErrorKind.AMBIGUITY]
        for error in failed:
            node = self.nodes.get(error.obligation.cause.span)
            if node is not None:
                self._move_inwards(error, node)
        if failed:
            trait_errors.report_fulfillment_errors(self.infcx, failed, together=True)
        else:
            for predicate, cause in self.bounds:
                self.regions += wf_regions.check_bound(self.tcx, self.def_, predicate, cause)
            if self.regions:
                wf_regions.report(self.tcx, self.regions)
        return not failed

    def _move_inwards(self, error: FulfillmentError, node: Any) -> None:
        """Blame the innermost written type that isn't well-formed for the same reason (rustc: `diagnostic_hir_wf_check`)."""
        wanted = t.erase_regions(self.infcx.resolve_vars_if_possible(error.obligation.predicate))
        inside = sorted(enumerate(_written_types(node)), key=lambda entry: (entry[1][0], entry[0]), reverse=True)
        for _, (_, inner) in inside:
            ctxt = ItemCtxt(self.tcx, self.def_, elide_infer)
            ctxt.impl_trait_allowed = True
            ty = ctxt.lower_ty(inner)
            infcx = self.tcx.infer_ctxt(self.env)
            goal = t.dummy_binder(t.WellFormed(ty))
            infcx.register_obligation(Obligation(goal, self.cause(inner.span, MiscCause.WELL_FORMED), self.env))
            if any(t.erase_regions(e.obligation.predicate) is wanted for e in infcx.select_where_possible()):
                error.obligation.cause = _at(error.obligation.cause, inner.span)
                return


def _at(cause: ObligationCause, span: Span) -> ObligationCause:
    """The same cause at another place."""
    code = cause.code
    if isinstance(code, (ImplDerived, BuiltinDerived)):
        return replace(cause, span=span, code=replace(code, parent_cause=_at(code.parent_cause, span)))
    return replace(cause, span=span)


def _written_types(root: Any) -> Iterator[tuple[int, Any]]:
    """The types written within a type, with how deep they stand; those that a `for` binds lifetimes in are left out."""
    stack = [(0, root)]
    while stack:
        depth, here = stack.pop()
        inner: list[Any] = []
        match here:
            case ast.PathTy():
                inner = _types_in_path(here.path)
            case ast.RefTy() | ast.PtrTy() | ast.ParenTy():
                inner = [here.ty]
            case ast.SliceTy() | ast.ArrayTy():
                inner = [here.elem]
            case ast.TupleTy():
                inner = here.elems
            case ast.FnPtrTy(for_lifetimes=[]):
                inner = [*(ty for _, ty in here.params), here.output]
            case ast.DynTy() | ast.ImplTraitTy():
                bounds = [b for b in here.bounds if isinstance(b, ast.TraitBound) and not b.for_lifetimes]
                inner = [ty for bound in bounds for ty in _types_in_path(bound.path)]
            case None:
                continue
        yield depth, here
        stack += [(depth + 1, ty) for ty in reversed(inner)]


def _types_in_path(path: ast.Path) -> list[Any]:
    found: list[Any] = [path.qself.ty] if path.qself is not None else []
    for args in (segment.args for segment in path.segments):
        if args is not None:
            found += [arg for arg in args.args if not isinstance(arg, (ast.Lifetime, ast.AnonConst))]
            found += [args.output, *(constraint.ty for constraint in args.constraints)]
    return found


def check_main_output(tcx: TyCtxt, main: Def, span: Span) -> None:
    """The return type of `main` must be one that a process can end with."""
    termination = tcx.lang_item_or_none("termination")
    checker = _Checker(tcx, main)
    checker.bound(tcx.liberated_fn_sig(main).output, termination, span, MiscCause.MAIN_RETURN)
    checker.finish()


def check_item(tcx: TyCtxt, def_: Def) -> None:
    """Check one item's header."""
    node = def_.node
    checker = _Checker(tcx, def_)
    sized = tcx.lang_item_or_none("sized")
    match node:
        case ast.Struct() | ast.Union() | ast.Enum_():
            adt = tcx.adt_def(def_)
            for variant in adt.variants:
                for i, field in enumerate(variant.fields):
                    at = field.def_.node
                    assert isinstance(at, ast.FieldDef)
                    ty = tcx.type_of(field.def_)
                    checker.wf(ty, at.ty.span, at.ty)
                    checker.regions += wf_regions.check_type(tcx, def_, ty, at.ty.span)
                    if not adt.is_struct or i < len(variant.fields) - 1:
                        code = MiscCause.SIZED_FIELD if adt.is_struct else MiscCause.SIZED_ENUM_FIELD
                        checker.bound(ty, sized, at.ty.span, code)
        case ast.Fn():
            sig = tcx.liberated_fn_sig(def_)
            written: list[tuple[Span, ast.Ty | None]] = [(p.ty.span, p.ty) for p in node.params]
            if node.self_param is not None:
                written.insert(0, (node.self_param.self_span, node.self_param.ty))
            for ty, (span, at) in zip(sig.inputs, written, strict=True):
                checker.wf(ty, span, at)
            if node.output is not None:
                checker.wf(sig.output, node.output.span, node.output)
                if node.body is not None and isinstance(sig.output, t.Dynamic):
                    tcx.emit(lower_errors.dyn_return(node.output.span))
                    trait = sig.output.principal.value.trait if sig.output.principal is not None else None
                    if trait is not None and isinstance(node.output, ast.DynTy) and dyn_compat.violations(tcx, trait):
                        bound = next(b for b in node.output.bounds if isinstance(b, ast.TraitBound))
                        tcx.emit(trait_errors.not_dyn_compatible(tcx, trait, bound.path.span))
                elif node.body is not None:
                    checker.bound(sig.output, sized, node.output.span, MiscCause.SIZED_RETURN)
            _check_nested_impl_trait(tcx, node)
            _check_opaque_captures(tcx, node.output)
            foreign_kinds = {param.kind for param in node.generics.params} - {ast.ParamKind.LIFETIME}
            if node.foreign and node.variadic is not None and not supports_variadic(str(node.extern_abi)):
                lower_errors.report_variadic_abi(tcx, str(node.extern_abi), node.span)
            if node.foreign and foreign_kinds:
                _report_foreign_generics(tcx, node, foreign_kinds)
            if node.self_param is not None and node.self_param.ty is not None:
                try:
                    checker.regions += receivers.check(tcx, def_, node.self_param, sig.inputs[0])
                except receivers.BadReceiver:
                    return
        case ast.Const() if node.ty is not None:
            ty = tcx.type_of(def_)
            checker.wf(ty, node.ty.span, node.ty)
            if def_.kind is not DefKind.ASSOC_CONST:
                checker.bound(ty, sized, node.ty.span, MiscCause.SIZED_CONST)
        case ast.Static() if node.ty is not None:
            ty = tcx.type_of(def_)
            if not node.mutable and not node.foreign:
                checker.bound(ty, tcx.lang_item_or_none("sync"), node.ty.span, MiscCause.SHARED_STATIC)
        case ast.Impl():
            _check_impl_header(checker, def_, node)
        case ast.TypeAlias_() if node.ty is not None and def_.kind is DefKind.ASSOC_TY:
            _check_assoc_ty(checker, def_, node)
        case ast.TypeAlias_() if def_.kind is DefKind.ASSOC_TY and node.bounds:
            for predicate, span in tcx.item_bounds(def_):
                _check_clause(checker, def_, predicate, span)
        case _:
            pass
    for param in tcx.generics_of(def_).params:
        if param.kind is ast.ParamKind.CONST:
            _check_const_param(tcx, param.def_)
    if def_.kind is not DefKind.TY_ALIAS:
        _check_defaults(checker, def_)
        _check_where_clauses(checker, def_)
    checker.finish()


def check_static(tcx: TyCtxt, def_: Def, ty: t.Ty) -> bool:
    """The type of a static must be well-formed and have a size, else nothing more is said of it (rustc's `type_of` asks it)."""
    node = def_.node
    assert isinstance(node, ast.Static) and node.ty is not None
    checker = _Checker(tcx, def_)
    checker.wf(ty, node.ty.span, node.ty)
    checker.bound(ty, tcx.lang_item_or_none("sized"), head_span(def_), MiscCause.SIZED_CONST)
    return checker.finish()


def _check_const_param(tcx: TyCtxt, param: Def) -> None:
    """That the type of a const parameter is one that constants can be compared by (rustc: `check_param_wf`)."""
    ty, node = tcx.type_of(param), param.node
    if not isinstance(node, ast.GenericParam) or node.ty is None:
        return
    if ty.flags & t.HAS_ERROR and not isinstance(ty, t.Array):
        return
    if ty in (t.BOOL, t.CHAR) or t.is_integral(ty):
        return
    shown = node.ty.span.text if ty.flags & t.HAS_ERROR else tcx.format_ty(ty)
    message = f"`{shown}` is forbidden as the type of a const generic parameter"
    pointers = {t.FnPtr: "function pointers", t.RawPtr: "raw pointers"}.get(type(ty))
    if pointers is not None:
        message = f"using {pointers} as const generic parameters is forbidden"
    note = "the only supported types are integers, `bool`, and `char`"
    tcx.emit(Diagnostic(None, message, (Label(node.ty.span),), notes=(note,)))


def _report_foreign_generics(tcx: TyCtxt, node: ast.Fn, kinds: set[ast.ParamKind]) -> None:
    """E0044."""
    what = "type or const" if len(kinds) > 1 else "type" if ast.ParamKind.TYPE in kinds else "const"
    instead = {"type or const": "concrete types or consts", "type": "concrete types like `u32`", "const": "concrete consts"}[what]
    tcx.emit(
        Diagnostic(
            "E0044", f"foreign items may not have {what} parameters", (Label(node.span, f"can't have {what} parameters"),),
            helps=(f"replace the {what} parameters with {instead}",),
        )
    )  # fmt: skip


def _check_nested_impl_trait(tcx: TyCtxt, node: ast.Fn) -> None:
    """E0666: `impl Trait<impl Other>` (as an associated type's value it may stand)."""
    for outer in collect._nodes_of([*(p.ty for p in node.params), node.output], ast.ImplTraitTy):
        for bound in outer.bounds:
            args = bound.path.segments[-1].args if isinstance(bound, ast.TraitBound) else None
            if args is None:
                continue
            for inner in collect._nodes_of(args.args, ast.ImplTraitTy):
                tcx.emit(
                    Diagnostic(
                        "E0666", "nested `impl Trait` is not allowed", (Label(inner.span, "nested `impl Trait` here"),),
                        (Label(outer.span, "outer `impl Trait`"),),
                    )
                )  # fmt: skip


def _check_opaque_captures(tcx: TyCtxt, output: ast.Ty | None) -> None:
    """E0657: `impl Trait` in the bounds of another type can't mention a lifetime that is bound there by `for<'a>`."""
    for outer in (*collect._nodes_of([output], ast.DynTy), *collect._nodes_of([output], ast.ImplTraitTy)):
        what = "`dyn` type" if isinstance(outer, ast.DynTy) else "outer `impl Trait`"
        for bound in outer.bounds:
            params = bound.for_lifetimes if isinstance(bound, ast.TraitBound) else []
            for inner in collect._nodes_of([bound], ast.ImplTraitTy) if params else ():
                for param in params:
                    places = [node.span for node in collect._nodes_of([inner], ast.Lifetime) if _names(tcx, node, param)]
                    if places:
                        tcx.emit(
                            Diagnostic(
                                "E0657", f"`impl Trait` cannot capture higher-ranked lifetime from {what}",
                                (Label(inner.span, "`impl Trait` implicitly captures all lifetimes in scope"),),
                                tuple(map(Label, places)), notes=(f"lifetime `{param.ident.name}` is declared by the `for`",),
                            )
                        )  # fmt: skip


def _names(tcx: TyCtxt, node: ast.Lifetime, param: ast.GenericParam) -> bool:
    res = tcx.resolution.lifetimes.get(node)
    return isinstance(res, ParamLifetime) and res.node is param


def _check_impl_header(checker: _Checker, impl: Def, node: ast.Impl) -> None:
    tcx = checker.tcx
    self_ty = tcx.type_of(impl)
    trait_ref = tcx.impl_trait_ref(impl)
    checker.wf(self_ty, node.self_ty.span, node.self_ty if node.trait is None else None)
    if trait_ref is not None and not node.negative and not trait_ref.flags & t.HAS_ERROR:
        for param, arg in zip(tcx.generics_of(trait_ref.trait).params[1:], trait_ref.args[1:], strict=True):
            if param.kind is ast.ParamKind.TYPE and node.trait is not None:
                checker.wf(arg, node.trait.span)  # type: ignore[arg-type]
        required: list[t.Predicate] = []
        for index, (predicate, span) in enumerate(tcx.predicates_of(trait_ref.trait)):
            if index == 0:
                continue
            wanted = t.subst(predicate, trait_ref.args)
            assert node.trait is not None
            if isinstance(wanted.value, (t.TypeOutlives, t.RegionOutlives)):
                checker.regions += wf_regions.check_impl_predicate(tcx, impl, wanted, node.trait.span, node.self_ty.span)
                continue
            required.append(wanted)
            about = wanted.value.trait_ref if isinstance(wanted.value, t.TraitPredicate) else None
            on_self = about is None or about.self_ty is trait_ref.self_ty
            place = node.self_ty.span if on_self else node.trait.span
            checker.predicate(wanted, place, WhereClause(trait_ref.trait, span, index))
        for implied in elaborate.elaborate(tcx, required):
            if implied not in required and isinstance(implied.value, t.TraitPredicate):
                checker.predicate(implied, node.self_ty.span, MiscCause.MISC)
    check_constrained(tcx, impl, self_ty, trait_ref)


def _head_of(node: ast.TypeAlias_) -> Span:
    """`type X<G>`"""
    return node.span.shrink_to_lo().to(node.generics.span if node.generics.params else node.ident.span)


def _check_assoc_ty(checker: _Checker, def_: Def, node: ast.TypeAlias_) -> None:
    """The value of an associated type must satisfy its declared bounds."""
    tcx = checker.tcx
    impl = def_.parent
    assert node.ty is not None
    ty = tcx.type_of(def_)
    checker.wf(ty, node.ty.span, node.ty)
    if impl is None or impl.kind is not DefKind.IMPL:
        return
    checker.regions += wf_regions.check_type(tcx, def_, ty, _head_of(node))
    trait_ref = tcx.impl_trait_ref(impl)
    item = tcx.associated_item(def_)
    if trait_ref is None or item is None or item.trait_item is None or ty.flags & t.HAS_ERROR:
        return
    own = tuple(p.to_arg() for p in tcx.generics_of(def_).params)
    args = (*trait_ref.args, *own)
    if len(args) != tcx.generics_of(item.trait_item).count:
        return
    assert isinstance(item.trait_item.node, ast.TypeAlias_)
    wf_regions.report_assoc_ty_bounds(tcx, def_, item.trait_item, args, node.ty.span, _head_of(item.trait_item.node))
    alias = t.Alias(item.trait_item, tcx.identity_args(item.trait_item))
    for index, (predicate, span) in enumerate(tcx.item_bounds(item.trait_item)):
        wanted = _bound_of_value(predicate, alias, ty, args)
        checker.predicate(wanted, node.ty.span, WhereClause(item.trait_item, span, index))


def _bound_of_value(predicate: t.Predicate, alias: t.Alias, ty: t.Ty, args: t.Args) -> t.Predicate:
    """The bound of an associated type about the type given for it. `predicate` speaks of the trait's parameters, `args` and `ty`
    of the impl's: all are put in at once, `ty` for a parameter that doesn't occur."""
    value = t.Param(len(args), "value")

    def fold(part: Any) -> Any:
        return value if part is alias else t.map_parts(part, fold)

    return t.subst(fold(predicate), (*args, ty))  # type: ignore[no-any-return]




def _check_where_clauses(checker: _Checker, def_: Def) -> None:
    """Bounds without parameters must hold (rustc: `check_false_global_bounds`); types in bounds must be well-formed."""
    tcx = checker.tcx
    for predicate, span in tcx.own_predicates_of(def_):
        kind = predicate.value
        _check_clause(checker, def_, predicate, span)
        if isinstance(kind, (t.TraitPredicate, t.ProjectionPredicate)) and _is_global(predicate):
            empty = tcx.infer_ctxt()
            if isinstance(kind, t.ProjectionPredicate):
                ref = t.dummy_binder(t.TraitPredicate(trait_ref_of(empty, kind.alias)))
                if not empty.predicate_must_hold(Obligation(ref, ObligationCause(span))):
                    continue
            cause = ObligationCause(_where_span(def_, span), MiscCause.MISC, def_)
            empty.register_obligation(Obligation(predicate, cause))
            failed = empty.select_where_possible()
            if failed:
                trait_errors.report_fulfillment_errors(empty, failed)


def _is_global(predicate: t.Predicate) -> bool:
    """Whether it speaks of no parameter; 'static is none."""
    if predicate.bound or predicate.flags & (t.HAS_PARAM | t.HAS_ERROR):
        return False
    return not predicate.flags & t.HAS_FREE_REGION or not any(
        isinstance(part, t.REGIONS) and not isinstance(part, t.ReStatic) for part in t.walk(predicate)
    )


def _check_defaults(checker: _Checker, def_: Def) -> None:
    """The defaults of parameters must be well-formed, and fulfil the bounds that are about one parameter alone (rustc:
    `check_where_clauses`)."""
    tcx = checker.tcx
    args = list(tcx.identity_args(def_))
    for param in tcx.generics_of(def_).params:
        node = param.def_.node
        if isinstance(node, ast.GenericParam) and node.default is not None:
            default = param_default(ItemCtxt(tcx, def_), param)
            if param.kind is ast.ParamKind.TYPE and not t._flags_of(default) & (t.HAS_PARAM | t.HAS_ERROR):
                checker.wf(default, node.default.span)  # type: ignore[arg-type]
                args[param.index] = default
    if tuple(args) == tcx.identity_args(def_):
        return
    for index, (predicate, span) in enumerate(tcx.own_predicates_of(def_)):
        wanted = t.subst(predicate, tuple(args))
        params = {part for part in t.walk(predicate) if isinstance(part, (t.Param, t.ConstParam))}
        if len(params) == 1 and not predicate.flags & t.HAS_FREE_REGION and not wanted.flags & t.HAS_PARAM:
            checker.predicate(wanted, span, WhereClause(def_, span, index))


def _check_clause(checker: _Checker, def_: Def, predicate: t.Predicate, span: Span) -> None:
    """What a clause is about must be well-formed, and the trait's own clauses hold (rustc: `clause_obligations`)."""
    kind = predicate.value
    if predicate.flags & (t.HAS_BOUND | t.HAS_ERROR) or not isinstance(kind, (t.TraitPredicate, t.ProjectionPredicate)):
        return
    if isinstance(kind, t.ProjectionPredicate):
        checker.wf(kind.term, span)
        return
    trait, args = kind.trait_ref.trait, kind.trait_ref.args
    if trait is def_:
        return
    for arg in args:
        if isinstance(arg, wf.TYPES):
            checker.wf(arg, span)
            checker.regions += wf_regions.check_type(checker.tcx, def_, arg, span)
    if not trait.is_std:
        _check_endless(checker, predicate, trait, span)
    for index, (inner, at) in enumerate(checker.tcx.predicates_of(trait)):
        about = inner.value.trait_ref if isinstance(inner.value, t.TraitPredicate) else None
        if about is None or about.args[0] is not t.Param(0, "Self"):
            checker.predicate(t.subst(inner, args), span, WhereClause(trait, at, index))


def _check_endless(checker: _Checker, predicate: t.Predicate, trait: Def, span: Span) -> None:
    """E0275 of a clause that the trait's impls could prove only without end: rustc tries them too, though it is assumed. One
    that comes back to itself is merely not proved by them."""
    tcx = checker.tcx
    if not tcx.trait_impls(trait).all():
        return
    infcx = tcx.infer_ctxt(ParamEnv(tuple(bound for bound in checker.env.caller_bounds if bound is not predicate)))
    infcx.register_obligation(Obligation(predicate, checker.cause(span), infcx.param_env))
    failed = infcx.select_where_possible()
    overflows = [e for e in failed if e.kind is ErrorKind.OVERFLOW and e.obligation.depth > tcx.recursion_limit]
    trait_errors.report_fulfillment_errors(infcx, overflows)


def _where_span(def_: Def, bound: Span) -> Span:
    """The whole `Type: Bound` of a where clause, given the bound."""
    generics: ast.Generics | None = getattr(def_.node, "generics", None)
    for where in generics.predicates if generics is not None else ():
        if isinstance(where, ast.WhereTypePredicate) and where.span.lo <= bound.lo and bound.hi <= where.span.hi:
            return where.span
    return bound


def check_constrained(tcx: TyCtxt, impl: Def, self_ty: t.Ty, trait_ref: t.TraitRef | None) -> None:
    """E0207 (rustc: `enforce_impl_params_may_be_constrained`)."""
    if self_ty.flags & t.HAS_ERROR or (trait_ref is not None and trait_ref.flags & t.HAS_ERROR):
        return
    if trait_ref is None and isinstance(impl.node, ast.Impl) and impl.node.trait is not None:
        return
    constrained = with_projections(tcx, impl, set(constrained_params(trait_ref.args if trait_ref is not None else (self_ty,))))
    in_types: set[object] = set()
    for item in tcx.associated_items(impl):
        if item.def_.kind is DefKind.ASSOC_TY and item.has_value:
            in_types |= {p for p in t.walk(tcx.type_of(item.def_)) if isinstance(p, t.ReEarlyParam)}
    for param in tcx.generics_of(impl).params:
        arg = param.to_arg()
        if arg in constrained or (param.kind is ParamKind.LIFETIME and arg not in in_types):
            continue
        word = {ParamKind.LIFETIME: "lifetime", ParamKind.TYPE: "type", ParamKind.CONST: "const"}[param.kind]
        node = param.def_.node
        span = node.ident.span if isinstance(node, ast.GenericParam) and word != "const" else param.def_.span
        if isinstance(node, ast.GenericParam) and word == "const":
            span = node.span
        notes: tuple[str, ...] = ()
        if word == "const":
            notes = (
                "expressions using a const parameter must map each value to a distinct output value",
                "proving the result of expressions other than the parameter are unique is not supported",
            )
        tcx.emit(
            Diagnostic(
                "E0207", f"the {word} parameter `{param.name}` is not constrained by the impl trait, self type, or predicates",
                (Label(span, f"unconstrained {word} parameter"),), notes=notes,
            )
        )  # fmt: skip
