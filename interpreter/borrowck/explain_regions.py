"""The words for lifetimes that don't fit: "lifetime may not live long enough", E0521, E0621, E0309, E0310, E0311, E0700 and
their like (rustc_borrowck::diagnostics::region_errors, NiceRegionError)."""

from __future__ import annotations

from interpreter.borrowck.constraints import STATIC, Category, RegionVid, TypeTest, VarianceInfo
from interpreter.borrowck.diag import DiagBuilder
from interpreter.borrowck.explain_borrow import note_limitation
from interpreter.borrowck.facts import declared_at
from interpreter.borrowck.opaque_types import CaptureError
from interpreter.borrowck.region_context import UniverseCause, free_regions
from interpreter.borrowck.region_infer import Blame, PlaceholderError, RegionError, TypeTestError
from interpreter.borrowck.region_names import fn_input_nodes, fn_output_node, match_syntax
from interpreter.borrowck.report import ReportContext
from interpreter.borrowck.suggest import first_mention
from interpreter.borrowck.suggest_regions import suggest_precise_capturing, suggest_returned_bound
from interpreter.borrowck.universal_regions import ENV_NAME, is_named
from interpreter.dataflow.place_ty import is_box
from interpreter.hints import Any
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.opaque import async_output
from interpreter.typeck.thir import ClosureKind


def report_region_errors(cx: ReportContext, errors: list[RegionError | TypeTestError | PlaceholderError]) -> None:
    """Report the errors of region inference, in order."""
    for error in errors:
        match error:
            case TypeTestError():
                _type_test(cx, error.test)
            case RegionError():
                _region(cx, error.longer, error.shorter)
    _placeholders(cx, [error for error in errors if isinstance(error, PlaceholderError)])


# -------------------------------------------------------------------------------------------- one region too short


def _region(cx: ReportContext, longer: RegionVid, shorter: RegionVid) -> None:
    regions = cx.facts.regions
    blame = regions.best_blame(longer, shorter)
    nice = _explicit_lifetime_required(cx, longer, shorter, blame)
    if nice is not None:
        cx.buffer.add(nice)
        return
    universal = cx.facts.universal
    longer_local, shorter_local = universal.is_local_free(longer), universal.is_local_free(shorter)
    if blame.category is Category.RETURN and longer_local and not shorter_local and _is_fn_mut_environment(cx, longer):
        diag = _fn_mut_escape(cx, shorter, blame)
    elif blame.category in (Category.ASSIGNMENT, Category.CALL_ARGUMENT) and longer_local and not shorter_local:
        diag = _escaping_data(cx, longer, shorter, blame)
    else:
        diag = _general(cx, longer, shorter, blame, shorter_local)
    note_limitation(cx, diag, blame)
    if blame.constraint.variance is not None:
        _note_variance(cx, diag, blame.constraint.variance)
    _suggest_lifetime_parameter(cx, diag, longer, shorter)
    cx.buffer.add(diag)


def _suggest_lifetime_parameter(cx: ReportContext, diag: DiagBuilder, longer: RegionVid, shorter: RegionVid) -> None:
    """For lifetimes of two parameters: give them one name."""
    owner = cx.facts.owner
    node = owner.node
    if not isinstance(node, ast.Fn):
        return
    nodes = fn_input_nodes(owner)
    edits: list[tuple[Span, str]] = []
    places: list[Span] = []
    for region in (longer, shorter):
        index = cx.names.argument_index(region)
        if index is None or index >= len(nodes) or region == STATIC:
            return
        found = match_syntax(region, cx.facts.universal.raw_inputs[index], nodes[index])
        if found is None or not found.is_reference:
            return
        if not cx.facts.universal.has_name(region):
            at = found.span.lo + 1
            places.append(found.span._replace(lo=at, hi=at))
    if not places:
        return
    own = [p.ident.name for p in node.generics.params if p.kind is ast.ParamKind.LIFETIME]
    used = {p.name for p in cx.facts.tcx.generics_of(owner).all_params()} | set(own)
    name = own[0] if own else next(f"'{letter}" for letter in "abcdefghijklmnopqrstuvwxyz" if f"'{letter}" not in used)
    edits.extend((span, f"{name} ") for span in places)
    if not own:
        generics = node.generics
        if generics.params:
            edits.append((generics.params[0].span.shrink_to_lo(), f"{name}, "))
        else:
            edits.append((generics.span.shrink_to_hi(), f"<{name}>"))
    in_impl = cx.facts.tcx.impl_of_item(owner) is not None
    verb = "reusing" if own else "introducing"
    update = " and update trait if needed" if in_impl else ""
    diag.suggest(f"consider {verb} a named lifetime parameter{update}", *edits)


def _general(cx: ReportContext, longer: RegionVid, shorter: RegionVid, blame: Blame, shorter_local: bool) -> DiagBuilder:
    diag = DiagBuilder(None, "lifetime may not live long enough", blame.span)
    name, outlived = cx.names.name_of(longer), cx.names.name_of(shorter)
    long_name, short_name = str(name or "'_"), str(outlived or "'_")
    if name is not None:
        name.highlight(diag)
    if outlived is not None:
        outlived.highlight(diag)
    if blame.category is Category.RETURN and shorter_local:
        text = (
            f"{cx.describe.descr()} was supposed to return data with lifetime `{short_name}` "
            f"but it is returning data with lifetime `{long_name}`"
        )
    else:
        text = f"{blame.category.description}requires that `{long_name}` must outlive `{short_name}`"
    diag.label(blame.span, text)
    if name is not None and outlived is not None and name.was_named and outlived.was_named and shorter != STATIC:
        diag.help(f"consider adding the following bound: `{name}: {outlived}`")
    suggest_returned_bound(cx, diag, longer, shorter)
    return diag


def _escaping_data(cx: ReportContext, longer: RegionVid, shorter: RegionVid, blame: Blame) -> DiagBuilder:
    """E0521."""
    names, universal = cx.names, cx.facts.universal
    inner, outer = names.variable_of(longer), names.variable_of(shorter)
    is_fn = universal.def_.kind in (DefKind.FN, DefKind.ASSOC_FN)
    is_const = universal.def_.kind not in (DefKind.FN, DefKind.ASSOC_FN, DefKind.CLOSURE)
    if (inner is None and outer is None) or (blame.category is Category.ASSIGNMENT and is_fn) or is_const:
        return _general(cx, longer, shorter, blame, False)
    where = cx.describe.descr()
    diag = DiagBuilder("E0521", f"borrowed data escapes outside of {where}", blame.span)
    if outer is not None and outer[0] is not None:
        diag.label(outer[1], f"`{outer[0]}` declared here, outside of the {where} body")
    if inner is not None and inner[0] is not None:
        diag.label(inner[1], f"`{inner[0]}` is a reference that is only valid in the {where} body")
        diag.label(blame.span, f"`{inner[0]}` escapes the {where} body here")
    else:
        diag.label(blame.span, f"a temporary borrow escapes the {where} body here")
        if outer is not None and outer[0] is not None:
            stored = f"any data borrowed inside the {where} cannot be stored into it"
            diag.help(f"`{outer[0]}` is declared outside the {where}, so {stored}")
    regions = cx.facts.regions
    if _is_nameable(cx, longer) and _is_nameable(cx, shorter) and regions.to_error_region(longer) is not None:
        name, outlived = names.name_of(longer), names.name_of(shorter)
        if name is not None and outlived is not None:
            name.highlight(diag)
            outlived.highlight(diag)
            diag.label(blame.span, f"{blame.category.description}requires that `{name}` must outlive `{outlived}`")
    return diag


def _is_nameable(cx: ReportContext, region: RegionVid) -> bool:
    """Whether there is a region to speak of outside of the body (rustc: `to_error_region` is Some)."""
    return cx.facts.universal.names[region] is not None


def _is_fn_mut_environment(cx: ReportContext, region: RegionVid) -> bool:
    named = cx.facts.universal.names[region]
    info = cx.facts.universal.closure_info
    return isinstance(named, t.ReLateParam) and named.name == ENV_NAME and info is not None and info.kind is ClosureKind.FN_MUT


def _is_async(closure: Def) -> bool:
    return isinstance(closure.node, ast.Closure) and closure.node.async_


def _fn_mut_escape(cx: ReportContext, shorter: RegionVid, blame: Blame) -> DiagBuilder:
    diag = DiagBuilder(None, "captured variable cannot escape `FnMut` closure body", blame.span)
    output = cx.facts.universal.raw_output
    if isinstance(output, t.Adt) and cx.facts.tcx.is_lang_item(output.def_, "async_block_type"):
        text = "returns an `async` block that contains a reference to a captured variable, which then escapes the closure body"
    elif any(isinstance(part, t.Closure) and not _is_async(part.def_) for part in t.walk(output)):
        text = "returns a closure that contains a reference to a captured variable, which then escapes the closure body"
    else:
        text = "returns a reference to a captured variable which escapes the closure body"
    diag.label(blame.span, text)
    for constraint in blame.path:
        if constraint.category is Category.CLOSURE_UPVAR and isinstance(constraint.detail, int):
            capture = cx.facts.captures[constraint.detail]
            diag.label(declared_at(capture.local), "variable defined here")
            mentioned = first_mention(cx.facts.tcx, cx.facts.owner, capture.local)
            diag.label(mentioned or capture.use_span, "variable captured here")
            break
    name = cx.names.name_of(shorter)
    if name is not None and name.span is not None:
        diag.label(name.span, "inferred to be a `FnMut` closure")
    diag.note("`FnMut` closures only have access to their captured variables while they are executing...")
    diag.note("...therefore, they cannot allow references to captured variables to escape")
    return diag


def _note_variance(cx: ReportContext, diag: DiagBuilder, variance: VarianceInfo) -> None:
    ty = t.erase_regions(variance.ty)
    describe = cx.describe
    if isinstance(ty, (t.Ref, t.RawPtr)):
        kind = "reference" if isinstance(ty, t.Ref) else "pointer"
        diag.note(f"requirement occurs because of a mutable {kind} to `{describe.ty(ty.ty)}`")
        diag.note(f"mutable {kind}s are invariant over their type parameter")
    elif isinstance(ty, t.Adt):
        arg = describe.tcx.format_ty(ty.args[variance.param])
        diag.note(
            f"requirement occurs because of the type `{describe.ty(ty)}`, which makes the generic argument `{arg}` invariant"
        )
        generic = describe.ty(describe.tcx.type_of(ty.def_))
        param = describe.tcx.generics_of(ty.def_).param_at(variance.param).name
        kind = "enum" if ty.def_.kind is DefKind.ENUM else "struct"
        diag.note(f"the {kind} `{generic}` is invariant over the parameter `{param}`")
    else:
        return
    diag.help("see <https://doc.rust-lang.org/nomicon/subtyping.html> for more information about variance")


# -------------------------------------------------------------------------------------------- E0621


def _explicit_lifetime_required(cx: ReportContext, longer: RegionVid, shorter: RegionVid, blame: Blame) -> DiagBuilder | None:
    """A named lifetime and an elided one of a parameter: the parameter's type should name it."""
    universal = cx.facts.universal
    if universal.is_closure:
        return None
    if universal.has_name(shorter) and not universal.has_name(longer):
        named, anonymous = shorter, longer
    elif universal.has_name(longer) and not universal.has_name(shorter):
        named, anonymous = longer, shorter
    else:
        return None
    region = universal.names[anonymous]
    if named == STATIC or not isinstance(region, (t.ReLateParam, t.ReEarlyParam)) or is_named(region):
        return None
    index = cx.names.argument_index(anonymous)
    if index is None or anonymous in free_regions(_returned_ty(cx)):
        return None
    nodes = fn_input_nodes(universal.def_)
    if index < len(nodes) and isinstance(nodes[index], ast.SelfParam):
        return None
    name = str(cx.names.name_of(named))
    param, _ = cx.names.argument_name_and_span(index)
    what = f"the type of `{param}`" if param is not None else "parameter type"
    diag = DiagBuilder("E0621", f"explicit lifetime required in {what}", blame.span)
    diag.label(blame.span, f"lifetime `{name}` required")
    if index < len(nodes):
        node = nodes[index]
        ty = universal.raw_inputs[index]

        def rename(r: t.Region) -> Any:
            if isinstance(r, t.ReVar):
                if r.vid == anonymous or r.vid == named:
                    return t.ReEarlyParam(0, name)
                known = universal.names[r.vid]
                if known is not None and universal.has_name(r.vid):
                    return known
                return t.RE_ERASED
            return r

        text = cx.facts.tcx.format_ty(t.map_regions(ty, rename))
        where = f"the type of `{param}`" if param is not None else "type"
        diag.suggest(f"add explicit lifetime `{name}` to {where}", (node.span, text))
    return diag


def _returned_ty(cx: ReportContext) -> t.Ty:
    """The type written after `->`, without what an opaque type captures; of an `async fn` what its future gives."""
    universal = cx.facts.universal
    given = async_output(cx.facts.tcx, universal.def_)
    return _without_captures(universal.raw_output if given is None else universal.to_vars(given))  # type: ignore[no-any-return]


def _without_captures(part: Any) -> Any:
    if isinstance(part, t.Alias) and part.def_.kind is DefKind.OPAQUE_TY:
        return t.erase_regions(part)
    return t.map_parts(part, _without_captures, t.HAS_ALIAS) if part.flags & t.HAS_ALIAS else part


# -------------------------------------------------------------------------------------------- T: 'a


def _type_test(cx: ReportContext, test: TypeTest) -> None:
    """E0309, E0310, E0311."""
    facts = cx.facts
    region = facts.regions.to_error_region(test.lower_bound)
    kind = "parameter" if isinstance(test.kind, t.Param) else "associated"
    if isinstance(test.kind, t.Alias) and test.kind.def_.kind is DefKind.OPAQUE_TY:
        kind = "opaque"
    ty = cx.describe.ty(_with_names(cx, test.kind, above=False))
    if region is None:
        cx.buffer.add(DiagBuilder(None, f"`{ty}` does not live long enough", test.span))
        return
    described = f"the {kind} type `{ty}`"
    name = cx.names.name_of(region)
    code = "E0310" if region == STATIC else "E0309" if name is not None and name.was_named else "E0311"
    diag = DiagBuilder(code, f"{described} may not live long enough", test.span)
    if region == STATIC:
        diag.label(test.span, f"{described} must be valid for the static lifetime...")
    elif name is not None and name.was_named and name.span is not None:
        diag.label(name.span, f"{described} must be valid for the lifetime `{name}` as defined here...")
    elif name is not None and name.span is not None:
        diag.label(name.node_span or name.span, f"{described} must be valid for the anonymous lifetime defined here...")
    diag.label(test.span, f"...so that the type `{ty}` will meet its required lifetime bounds")
    if region == STATIC:
        default = _object_without_lifetime(cx)
        if default is not None:
            diag.label(default, "this `dyn Trait` has an implicit `'static` lifetime bound")
    if isinstance(test.kind, t.Param) and (region == STATIC or (name is not None and name.was_named)):
        _suggest_bound(cx, diag, test.kind, "'static" if region == STATIC else str(name))
    cx.buffer.add(diag)


def _object_without_lifetime(cx: ReportContext) -> Span | None:
    """The `dyn Trait` of a returned `Box<dyn Trait>` without a lifetime, whose default is 'static."""
    node = fn_output_node(cx.facts.owner)
    if not isinstance(node, ast.PathTy) or not is_box(cx.facts.tcx, cx.facts.universal.raw_output):
        return None
    args = node.path.segments[-1].args
    for arg in args.args if args is not None else ():
        if isinstance(arg, ast.DynTy) and not any(isinstance(bound, ast.LifetimeBound) for bound in arg.bounds):
            return arg.span
    return None


def _suggest_bound(cx: ReportContext, diag: DiagBuilder, param: t.Param, bound: str) -> None:
    node = cx.facts.tcx.generics_of(cx.facts.universal.root).param_at(param.index).def_.node
    if not isinstance(node, ast.GenericParam):
        return
    if node.bounds:
        diag.suggest("consider adding an explicit lifetime bound", (node.bounds[-1].span.shrink_to_hi(), f" + {bound}"))
    else:
        diag.suggest("consider adding an explicit lifetime bound", (node.ident.span.shrink_to_hi(), f": {bound}"))


# -------------------------------------------------------------------------------------------- for<'a>


def _placeholders(cx: ReportContext, errors: list[PlaceholderError]) -> None:
    """What must hold for all lifetimes, but holds only for some: a trait, the type that a closure gives, or anything else."""
    regions = cx.facts.regions
    causes = [regions.context.universe_causes[regions.definitions[error.longer].universe] for error in errors]
    kinds = [cause.predicate.value if cause.predicate is not None else None for cause in causes]
    lacking = {cause.location for cause, kind in zip(causes, kinds, strict=True) if isinstance(kind, t.TraitPredicate)}
    seen: set[tuple[str, Span]] = set()
    for error, cause, kind in zip(errors, causes, kinds, strict=True):
        span = cause.span if error.shorter == error.longer else regions.best_blame(error.longer, error.shorter).span
        if isinstance(kind, t.TraitPredicate):
            diag = _not_general_enough(cx, kind.trait_ref.trait, span, cause)
        elif isinstance(kind, t.ProjectionPredicate) and cause.location in lacking and not _is_assumed(cx, kind.alias.args[0]):
            trait = cx.facts.tcx.trait_of_item(kind.alias.def_)
            assert trait is not None
            diag = _not_general_enough(cx, trait, span, cause)
        else:
            diag = DiagBuilder("E0308", "mismatched types", span)
            diag.label(span, "one type is more general than the other")
        if (diag.message, diag.span) not in seen:
            seen.add((diag.message, diag.span))
            cx.buffer.add(diag)


def _is_assumed(cx: ReportContext, ty: Any) -> bool:
    """Whether what a type gives when it is called is known from its bounds: of a parameter or trait object, maybe behind
    pointers. To rustc two types differ then, not two implementations."""
    while isinstance(ty, t.Ref) or is_box(cx.facts.tcx, ty):
        ty = ty.ty if isinstance(ty, t.Ref) else ty.args[0]
    return isinstance(ty, (t.Dynamic, t.Param))


def _not_general_enough(cx: ReportContext, trait: Def, span: Span, cause: UniverseCause) -> DiagBuilder:
    text = f"implementation of `{trait.name}` is not general enough"
    diag = DiagBuilder(None, text, span)
    if cause.clause is None:
        return diag.label(span, text)
    written_of, clause = cause.clause
    diag.label(span, "")
    diag.label(clause, "doesn't satisfy where-clause")
    return diag.label(cx.facts.tcx.item_span(written_of), f"due to a where-clause on `{written_of.name}`...")


def report_capture_errors(cx: ReportContext, errors: list[CaptureError]) -> None:
    """E0700."""
    for opaque, hidden, region in errors:
        written = cx.describe.ty(_with_names(cx, opaque))
        message = f"hidden type for `{written}` captures lifetime that does not appear in bounds"
        diag = DiagBuilder("E0700", message, hidden.span)
        diag.label(opaque.def_.span, "opaque type defined here")
        name = cx.names.name_of(region) if region is not None else None
        ty = cx.describe.ty(_with_names(cx, hidden.ty))
        if name is not None and name.span is not None:
            if name.was_named:
                diag.label(name.span, f"hidden type `{ty}` captures the lifetime `{name}` as defined here")
            else:
                diag.label(name.node_span or name.span, f"hidden type `{ty}` captures the anonymous lifetime defined here")
            suggest_precise_capturing(cx, diag, opaque.def_, str(name) if name.was_named else "'_")
        elif name is None:
            diag.note(f"hidden type `{ty}` captures lifetime `'_`")
        cx.buffer.add(diag)


def _with_names(cx: ReportContext, ty: t.Ty, above: bool = True) -> t.Ty:
    """The type with its regions called as the user calls what they must outlive, or else what is `above` them (rustc:
    `name_regions`, `name_regions_for_member_constraint`)."""
    names = cx.facts.universal.names

    def replace(region: t.Region) -> Any:
        if not isinstance(region, t.ReVar):
            return region
        upper = cx.facts.regions.approx_universal_upper_bound(region.vid)
        if names[upper] is not None:
            return names[upper]
        for universal in range(1, len(cx.facts.universal)) if above else ():
            if cx.facts.universal.has_name(universal) and cx.facts.regions.path_to(universal, lambda r: r == region.vid):
                return names[universal]
        return t.ReEarlyParam(0, "'_")

    return t.map_regions(ty, replace)
