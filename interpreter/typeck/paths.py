"""Paths in expressions and patterns: what they mean, with which generic arguments (rustc: `instantiate_value_path`,
`resolve_ty_and_res_fully_qualified_call`, `check_struct_path`)."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import Def, DefKind, DefRes, ErrRes, LocalRes, PathRes, SelfCtorRes, SelfTyRes
from interpreter.resolve.resolver import describe_def
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import lower_body
from interpreter.typeck import ty as t
from interpreter.typeck.fn_ctxt import FnCtxt, references_error
from interpreter.typeck.method import probe
from interpreter.typeck.results import PathCallee, StructInfo
from interpreter.typeck.thir import UserType
from interpreter.typeck.traits.builtin import is_plainly_sized
from interpreter.typeck.traits.obligation import MiscCause
from interpreter.typeck.words import errors_method, errors_path

if TYPE_CHECKING:
    from interpreter.typeck.defs import AdtField, VariantDef

_CTORS = (DefKind.STRUCT, DefKind.VARIANT)


def check_value_path(fcx: FnCtxt, node: ast.PathExpr, call: ast.Call | None = None) -> t.Ty:
    """The type of a path used as a value; `call`: as what is called there."""
    path = node.path
    res = fcx.path_res(path)
    if isinstance(res.base, LocalRes) and not res.unresolved:
        if path.segments[-1].args is not None:
            lower_body.guarded(fcx, lambda ctxt: ctxt.prohibit_args(path.segments[-1], "local variable", ()))
        fcx.note_local_use(res.base.local)
        return fcx.local_ty(res.base.local)
    if call is not None:
        fcx.call_spans[path] = call.span
    found = resolve_value_path(fcx, path)
    if found is None:
        return t.ERROR  # type: ignore[no-any-return]
    if found.def_.kind in _CTORS:
        variant = fcx.tcx.adt_def(found.def_).variant_of(found.def_)
        if variant.kind is ast.VariantKind.STRUCT:
            return errors_path.report_struct_variant_as_value(fcx, node, found.def_)
    for arg in found.args:
        fcx.require_wf(arg, path.span)
    ty = path_ty(fcx, path, found)
    if isinstance(ty, t.FnDef) and not fcx.owner.is_std:  # std uses `unsized_fn_params`
        _require_sized_signature(fcx, node, call, ty)
        if "rustc_intrinsic" in ty.def_.attrs:
            fcx.transmutes.append((node, ty.args))
    return ty


def _require_sized_signature(fcx: FnCtxt, node: ast.PathExpr, call: ast.Call | None, fn: t.FnDef) -> None:
    """Only functions whose arguments and value have a known size can be named; asked when all types are known."""
    sig = fcx.tcx.fn_sig(fn.def_).value
    spans = [arg.span for arg in call.args] if call is not None else []
    for i, ty in enumerate((*sig.inputs, sig.output)):
        if not is_plainly_sized(fcx.tcx, ty):
            ty = t.subst(t.map_regions(ty, lambda r: t.RE_ERASED if isinstance(r, t.ReBound) else r), fn.args)
            if i == len(sig.inputs):
                fcx.deferred_sized.append((ty, (call or node).span, MiscCause.SIZED_CALL_RETURN))
            else:
                span = spans[i] if i < len(spans) else node.span
                fcx.deferred_sized.append((ty, span, MiscCause.SIZED_ARGUMENT))


def path_ty(fcx: FnCtxt, path: ast.Path, callee: PathCallee) -> t.Ty:
    """The type of the value that a resolved path means; records what it is."""
    def_, args = callee.def_, callee.args
    if def_.kind in (DefKind.FN, DefKind.ASSOC_FN):
        return t.FnDef(def_, args)  # type: ignore[no-any-return]
    if def_.kind in _CTORS:
        adt = fcx.tcx.adt_def(def_)
        variant = adt.variant_of(def_)
        if variant.kind is ast.VariantKind.TUPLE:
            return t.FnDef(def_, args)  # type: ignore[no-any-return]
        ty = t.Adt(adt.def_, args)
        fcx.results.structs[path] = StructInfo(ty, variant.index)
        return ty  # type: ignore[no-any-return]
    return fcx.normalize(path.span, t.subst(fcx.tcx.type_of(def_), args))


def resolve_value_path(fcx: FnCtxt, path: ast.Path) -> PathCallee | None:
    """The definition and arguments that a path (not a local variable) means; None if an error was reported."""
    found = fcx.results.paths.get(path)
    if found is None:
        found = _resolve(fcx, path)
        if found is not None:
            fcx.results.paths[path] = found
    return found


def resolve_pat_path(fcx: FnCtxt, path: ast.Path) -> PathCallee | None:
    """As resolve_value_path, for the path of a pattern."""
    return resolve_value_path(fcx, path)


def _resolve(fcx: FnCtxt, path: ast.Path) -> PathCallee | None:
    res = fcx.path_res(path)
    if isinstance(res.base, ErrRes):
        fcx.tainted = True
        return None
    if path.qself is not None:
        return _resolve_qualified(fcx, path, res)
    base, n_base = res.base, len(path.segments) - res.unresolved
    if isinstance(base, DefRes) and base.def_.kind is DefKind.TRAIT and res.unresolved == 1:
        item = next(iter(probe.items_named(fcx, base.def_, path.segments[-1].ident.name)), None)
        if item is None:
            fcx.error("E0782", "expected a type, found a trait", path.segments[-2].span)
            return None
        return _trait_item(fcx, path, item.def_, path.segments[-2], path.segments[-1], None)
    if not res.unresolved:
        return _resolve_full(fcx, path, base)
    ty = lower_body.lower_expr_base(fcx, path, n_base)
    return _resolve_assoc(fcx, path, ty, res, n_base)


def _resolve_qualified(fcx: FnCtxt, path: ast.Path, res: PathRes) -> PathCallee | None:
    qself = path.qself
    assert qself is not None
    _, user = lower_body.lower_ty(fcx, qself.ty, "paths")
    if qself.position == 0:
        return _resolve_assoc(fcx, path, user.ty, None, 0)
    trait_segment = path.segments[qself.position - 1]
    trait: Def | None = None
    if isinstance(res.base, DefRes):
        def_ = res.base.def_
        trait = def_ if def_.kind is DefKind.TRAIT else def_.parent
    if trait is None or trait.kind is not DefKind.TRAIT:
        return None
    name = path.segments[qself.position].ident.name
    if qself.position == len(path.segments) - 1:
        item = next(iter(probe.items_named(fcx, trait, name)), None)
        if item is None:
            errors_path.report_no_trait_item(fcx, path, trait)
            return None
        return _trait_item(fcx, path, item.def_, trait_segment, path.segments[-1], user.ty)
    assoc = next((i.def_ for i in fcx.tcx.associated_items(trait) if i.name == name and i.def_.kind is DefKind.ASSOC_TY), None)
    if assoc is None:
        return None
    args = lower_body.lower_segment_args(fcx, trait, trait_segment, (), user.ty, infer=False)
    args = lower_body.lower_segment_args(fcx, assoc, path.segments[qself.position], args)
    return _resolve_assoc(fcx, path, t.Alias(assoc, args), None, qself.position + 1)


def _resolve_full(fcx: FnCtxt, path: ast.Path, base: object) -> PathCallee | None:
    segments = path.segments
    if isinstance(base, SelfCtorRes):
        if not _is_within(fcx.owner, base.owner) and errors_path.report_outer_self(fcx, path, base.owner):
            return None
        ty = fcx.normalize(path.span, fcx.tcx.type_of(base.owner))
        if references_error(ty):
            return None
        lower_body.guarded(fcx, lambda ctxt: ctxt.prohibit_args(segments[-1], "self constructor", ()))
        adt = fcx.tcx.adt_def(ty.def_) if isinstance(ty, t.Adt) else None
        if adt is None or adt.is_enum or adt.non_enum_variant.kind is ast.VariantKind.STRUCT:
            errors_path.report_self_constructor(fcx, path)
            return None
        assert isinstance(ty, t.Adt)
        return PathCallee(ty.def_, ty.args, _user_adt(fcx.tcx.type_of(base.owner), path.span))
    if not isinstance(base, DefRes):
        errors_path.report_not_value(fcx, path)
        return None
    def_ = base.def_
    if any(segment.args is not None for segment in segments[:-1]):
        _prohibit_args(fcx, segments, def_)
    if def_.kind is DefKind.VARIANT:
        segment = segments[-1]
        if len(segments) > 1 and segments[-2].args is not None:
            segment = segments[-2]
        return _with_args(fcx, path, def_, segment)
    if def_.kind in (DefKind.ASSOC_FN, DefKind.ASSOC_CONST) and def_.parent is not None and def_.parent.kind is DefKind.TRAIT:
        return _trait_item(fcx, path, def_, segments[-2] if len(segments) > 1 else None, segments[-1], None)
    if def_.kind is DefKind.CONST_PARAM:
        return PathCallee(def_, ())
    if def_.kind in (DefKind.FN, DefKind.CONST, DefKind.STATIC, DefKind.STRUCT):
        return _with_args(fcx, path, def_, segments[-1])
    errors_path.report_not_value(fcx, path)
    return None


def _is_within(inner: Def, impl: Def) -> bool:
    """Whether a body belongs to an item of the impl, not to an item within that."""
    owner: Def | None = inner
    while owner is not None and owner.kind in (DefKind.CLOSURE, DefKind.ANON_CONST, DefKind.INLINE_CONST):
        owner = owner.parent
    return owner is not None and (owner is impl or owner.parent is impl)


def _prohibit_args(fcx: FnCtxt, segments: list[ast.PathSegment], def_: Def) -> None:
    """E0109: only the item, and the enum or trait before it, may have arguments; of a variant and its enum just one."""
    has_owner = def_.kind is DefKind.VARIANT or (def_.parent is not None and def_.parent.kind is DefKind.TRAIT)
    lower_body.guarded(fcx, lambda ctxt: ctxt.prohibit_module_args(segments[: -2 if has_owner else -1]))
    if def_.kind is DefKind.VARIANT and len(segments) > 1 and segments[-2].args is not None:
        what = f"{describe_def(def_, True)} `{def_.name}`"
        lower_body.guarded(fcx, lambda ctxt: ctxt.prohibit_args(segments[-1], what, ()))


def _with_args(fcx: FnCtxt, path: ast.Path, def_: Def, segment: ast.PathSegment) -> PathCallee:
    """A free item with the arguments of its segment."""
    if not fcx.tcx.generics_of(def_).count and segment.args is None and not fcx.tcx.predicates_of(def_):
        return PathCallee(def_, ())
    owner = def_.parent if def_.kind is DefKind.VARIANT and def_.parent is not None else def_
    written = lower_body.lower_segment_args(fcx, owner, segment)
    return _callee(fcx, path, def_, written, user_wrote=segment.args is not None)


def _callee(fcx: FnCtxt, path: ast.Path, def_: Def, written: t.Args, *, user_wrote: bool) -> PathCallee:
    args = fcx.normalize(path.span, t.erase_regions(written))
    owner = def_.parent if def_.kind is DefKind.VARIANT and def_.parent is not None else def_
    fcx.add_item_predicates(owner, args, path.span, fcx.call_spans.get(path))
    user: UserType | None = None
    if user_wrote and any(_has_free_region(a) for a in written):
        ty = t.FnDef(def_, written) if def_.kind in _WITH_FN_DEF else t.Adt(owner, written)
        user = UserType(ty, path.span)
    return PathCallee(def_, args, user)


_WITH_FN_DEF = (DefKind.FN, DefKind.ASSOC_FN, DefKind.ASSOC_CONST)


def _user_adt(written: t.Ty, span: Span) -> UserType | None:
    """The type before a constructor, for borrowck."""
    return UserType(written, span) if isinstance(written, t.Adt) and _has_free_region(written) else None


def _has_free_region(value: t.GenericArg) -> bool:
    return bool(value.flags & t.HAS_FREE_REGION)


def _trait_item(
    fcx: FnCtxt, path: ast.Path, item: Def, trait_segment: ast.PathSegment | None, segment: ast.PathSegment, self_ty: t.Ty | None
) -> PathCallee:
    """`Trait::item` or `<self_ty as Trait>::item`."""
    trait = item.parent
    assert trait is not None
    _check_explicit_drop(fcx, path, item)
    if self_ty is None:
        self_ty = fcx.infcx.next_ty_var(path.span, fcx.tcx.generics_of(trait).params[0].def_)
    if trait_segment is not None:
        args = lower_body.lower_segment_args(fcx, trait, trait_segment, (), self_ty, infer=path.qself is None)
    else:
        args = fcx.infcx.fresh_args_for(trait, path.span, (self_ty,))
    args = lower_body.lower_segment_args(fcx, item, segment, args)
    return _callee(fcx, path, item, args, user_wrote=True)


def _resolve_assoc(fcx: FnCtxt, path: ast.Path, ty: t.Ty, res: PathRes | None, at: int) -> PathCallee | None:
    """`ty::A::B::item`: the segments from `at` on."""
    segments = path.segments
    for segment in segments[at:-1]:
        ctxt = lower_body.BodyCtxt(fcx)
        ty = ctxt.lower_assoc_path(fcx.resolve(ty), res, segment, path)
        res = None
    written = ty
    ty = fcx.try_structurally_resolve(fcx.normalize(path.span, ty))
    segment = segments[-1]
    name = segment.ident.name
    if references_error(ty):
        return None
    if isinstance(ty, t.Adt):
        adt = fcx.tcx.adt_def(ty.def_)
        variant = next((v for v in adt.variants if v.name == name), None) if adt.is_enum else None
        if variant is not None:
            return PathCallee(variant.def_, ty.args, _user_adt(written, path.span))
    try:
        found = probe.probe_path(fcx, path.span, ty, name).item
    except probe.PrivateMatch as private:
        errors_method.report_private(fcx, segment, private.item)
        found = private.item
    except probe.ReportedError:
        return None
    except probe.Ambiguity as ambiguity:
        errors_method.report_ambiguity(fcx, segment.ident.span, ty, name, ambiguity, None)
        return None
    except probe.NoMatch as no_match:
        errors_method.report_no_assoc_item(fcx, path, ty, segment, no_match)
        return None
    item, container = found.def_, found.container
    if container.kind is DefKind.TRAIT:
        if not fcx.owner.is_std:
            fcx.tcx.traits_called.add(container)
        _check_explicit_drop(fcx, path, item)
        parent: t.Args = fcx.infcx.fresh_args_for(container, path.span, (ty,))
    else:
        parent = fcx.infcx.fresh_args_for(container, path.span)
        impl_ty = fcx.normalize(path.span, t.subst(fcx.tcx.type_of(container), parent))
        error = fcx.infcx.eq(impl_ty, ty, fcx.cause(path.span))
        assert error is None, "a picked impl fits its type"
        fcx.select_where_possible()
    if _has_free_region(written):
        of_trait = container.kind is DefKind.TRAIT
        parent = (written, *parent[1:]) if of_trait else _of_self_type(fcx, container, written, parent)
    args = lower_body.lower_segment_args(fcx, item, segment, parent)
    return _callee(fcx, path, item, args, user_wrote=segment.args is not None or _has_free_region(written))


def _of_self_type(fcx: FnCtxt, impl: Def, written: t.Ty, inferred: t.Args) -> t.Args:
    """The arguments of an impl, those that the written self type tells with its regions."""
    known: dict[Any, Any] = {}
    pairs: list[tuple[Any, Any]] = [(fcx.tcx.type_of(impl), written)]
    while pairs:
        formal, actual = pairs.pop()
        if isinstance(formal, (t.Param, t.ReEarlyParam, t.ConstParam)):
            if known.get(formal, t.RE_ERASED) is t.RE_ERASED:
                known[formal] = actual
        elif type(formal) is type(actual) and isinstance(formal, (tuple, t._Interned)):
            both = (formal, actual) if isinstance(formal, tuple) else (formal.parts, actual.parts)
            pairs += zip(*both, strict=False)
    params = fcx.tcx.generics_of(impl).all_params()
    return tuple([known.get(param.to_arg(), arg) for param, arg in zip(params, inferred, strict=True)])


def unit_path(fcx: FnCtxt, pat: ast.IdentPat, res: DefRes) -> t.Ty:
    """The type of a constant, unit struct or unit variant that an identifier pattern names."""
    def_ = res.def_
    owner = def_.parent if def_.kind is DefKind.VARIANT and def_.parent is not None else def_
    args = fcx.infcx.fresh_args_for(owner, pat.span) if fcx.tcx.generics_of(owner).count else ()
    if def_.kind in _CTORS:
        return t.Adt(owner, args)  # type: ignore[no-any-return]
    return fcx.normalize(pat.span, t.subst(fcx.tcx.type_of(def_), args))


# ------------------------------------------------------------------------------------------------ struct paths


def check_struct_path(fcx: FnCtxt, path: ast.Path) -> tuple[VariantDef, t.Adt] | None:
    """The variant and type that a struct literal's or pattern's path means; None if an error was reported."""
    res = fcx.path_res(path)
    if isinstance(res.base, ErrRes):
        fcx.tainted = True
        return None
    n_base = len(path.segments) - res.unresolved
    if path.qself is None and not res.unresolved and isinstance(res.base, DefRes) and res.base.def_.kind is DefKind.VARIANT:
        callee = resolve_value_path(fcx, path)
        assert callee is not None
        adt = fcx.tcx.adt_def(callee.def_)
        return adt.variant_of(callee.def_), t.Adt(adt.def_, callee.args)
    if path.qself is not None:
        ty, user = lower_body.lower_ty(fcx, ast.PathTy(span=path.span, path=path))
        _note_user_adt(fcx, path, user.ty)
    else:
        ty = lower_body.lower_expr_base(fcx, path, n_base)
        for segment in path.segments[n_base:]:
            variant = _variant_named(fcx, fcx.resolve(ty), segment.ident.name)
            if variant is not None and segment is path.segments[-1]:
                _note_user_adt(fcx, path, ty)
                erased = fcx.normalize(path.span, ty)
                assert isinstance(erased, t.Adt)
                return variant, erased
            ty = lower_body.BodyCtxt(fcx).lower_assoc_path(ty, res if isinstance(res.base, SelfTyRes) else None, segment, path)
        _note_user_adt(fcx, path, ty)
    ty = fcx.try_structurally_resolve(fcx.normalize(path.span, ty))
    if references_error(ty):
        fcx.tainted = True
        return None
    if isinstance(ty, t.Adt) and not fcx.tcx.adt_def(ty.def_).is_enum:
        fcx.add_item_predicates(ty.def_, ty.args, path.span)
        return fcx.tcx.adt_def(ty.def_).non_enum_variant, ty
    errors_path.report_not_struct(fcx, path, ty)
    return None


def _note_user_adt(fcx: FnCtxt, path: ast.Path, written: t.Ty) -> None:
    user = _user_adt(written, path.span)
    if user is not None:
        fcx.results.user_tys[path] = user


def _variant_named(fcx: FnCtxt, ty: t.Ty, name: str) -> VariantDef | None:
    if not isinstance(ty, t.Adt):
        return None
    adt = fcx.tcx.adt_def(ty.def_)
    return next((v for v in adt.variants if v.name == name), None) if adt.is_enum else None


def check_field_access(fcx: FnCtxt, field: AdtField, span: Span, ty: t.Adt) -> None:
    """E0451 for a private field named in a struct literal or pattern."""
    if not probe.is_accessible(fcx, field.def_):
        kind = fcx.tcx.adt_def(ty.def_).kind.value
        fcx.privacy_errors.append(
            Diagnostic("E0451", f"field `{field.name}` of {kind} `{ty.def_.name}` is private", (Label(span, "private field"),))
        )


def _check_explicit_drop(fcx: FnCtxt, path: ast.Path, item: Def) -> None:
    """E0040 of `Drop::drop`."""
    if not fcx.owner.is_std and fcx.tcx.is_lang_item(item, "drop_fn"):
        fcx.error("E0040", "explicit use of destructor method", path.span, "explicit destructor calls not allowed")
