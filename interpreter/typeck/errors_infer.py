"""E0282, E0283, E0284 "type annotations needed" (rustc: need_type_info.rs, ambiguity.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import Def, DefKind, SelfTyRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.infer_source import closure_name, covariant_vars, declared_on, find_infer_source
from interpreter.typeck.traits.errors_cause import introduced, notes_of
from interpreter.typeck.traits.obligation import FulfillmentError, ObligationCause

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt


def report_cannot_infer(
    fcx: FnCtxt, span: Span, value: Any, code: str = "E0282", notes: tuple[str, ...] = (), *, point: bool = False,
    also: tuple[Label, ...] = (),
) -> None:
    """The type of something isn't known where it must be. Blames the place whose annotation would help, if there is one. `point`:
    `span` is pointed at beside it; `also` are more labels."""
    var = next((p for p in t.walk(fcx.resolve(value)) if isinstance(p, (t.Infer, t.ConstInfer))), None)
    if var is None:
        return
    source, macro_calls = find_infer_source(fcx, var)
    if source is None:
        fcx.error(code, "type annotations needed", span, _label_without_source(fcx, var), secondary=also, notes=notes)
        return
    message = "type annotations needed"
    if isinstance(source.ty, t.Closure):
        message += f" for the closure `{closure_name(fcx, fcx.results.closures[source.ty.def_])}`"
    elif source.ty is not None and not isinstance(source.ty, t.Infer):
        message += f" for `{fcx.tcx.format_ty(source.ty)}`"
    secondary: tuple[Label, ...] = ()
    if point and span not in macro_calls and not (span.lo < source.span.hi and source.span.lo < span.hi):
        secondary = (Label(span, "type must be known at this point"),)
    also = tuple([label for label in also if label.span != source.span])
    fcx.emit(Diagnostic(code, message, (Label(source.span, source.label),), (*also, *secondary), notes))


def _label_without_source(fcx: FnCtxt, var: t.Infer | t.ConstInfer) -> str:
    """rustc: `InferenceDiagnosticsData::make_bad_error`."""
    origin = fcx.infcx.origin(var)
    param = origin.param
    is_const = isinstance(var, t.ConstInfer)
    if isinstance(var, t.Infer) and var.kind != "ty":
        return f"cannot infer type for type `{fcx.fmt(var)}`"
    if param is None or param.kind not in (DefKind.TY_PARAM, DefKind.CONST_PARAM) or param.parent is None:
        return "cannot infer the value of the constant `_`" if is_const else "cannot infer type"
    owner = declared_on(param.parent)
    what = "the value of const parameter" if is_const else "type for type parameter"
    return f"cannot infer {what} `{param.name}`{owner}"


def call_of(fcx: FnCtxt, span: Span) -> Span:
    """The call whose callee stands at `span`."""
    site = fcx.call_sites.get(span)
    return site.node.span if site is not None and isinstance(site.node, ast.Call) else span


def report_ambiguous(fcx: FnCtxt, error: FulfillmentError) -> None:
    """E0283, E0790 (E0282 for Sized, E0284 for projections): an obligation that can be neither proved nor refused. Nothing is
    said after another error, unless there is a choice of impls."""
    predicate = fcx.resolve(error.obligation.predicate)
    cause = error.obligation.cause
    kind = predicate.value
    if isinstance(kind, t.TraitPredicate) and not fcx.tcx.is_lang_item(kind.trait_ref.trait, "sized"):
        _report_trait(fcx, predicate, kind.trait_ref, cause)
    elif not fcx.tainted:
        span = call_of(fcx, cause.span)
        if isinstance(kind, t.ProjectionPredicate):
            term = _first_unknown((*kind.alias.args, kind.term))
            report_cannot_infer(fcx, cause.span, term, "E0284", (f"cannot satisfy `{fcx.fmt(kind)}`",), point=True)
        elif isinstance(kind, t.Subtype):
            var = next(covariant_vars(fcx, kind.ty), None)
            if var is not None:
                report_cannot_infer(fcx, span, var, point=True)
        elif isinstance(kind, t.TraitPredicate):
            report_cannot_infer(fcx, span, kind.trait_ref.args[0])
        else:
            report_cannot_infer(fcx, span, kind)


def report_consts(fcx: FnCtxt) -> None:
    """E0284 of each parameter that is a constant nobody knows (rustc: `ConstArgHasType`)."""
    for var in fcx.infcx.unsolved_consts():
        span = fcx.infcx.origin(var).span
        assert span is not None
        report_cannot_infer(fcx, call_of(fcx, span), var, "E0284", point=True)


def _first_unknown(args: t.Args) -> t.GenericArg | None:
    return next((arg for arg in args if arg.flags & t.HAS_INFER), None)


def _report_trait(fcx: FnCtxt, predicate: t.Predicate, ref: t.TraitRef, cause: ObligationCause) -> None:
    term = _first_unknown(ref.args)
    if term is None or (fcx.tainted and not _is_choice(fcx, predicate, ref)):
        return
    if not fcx.tainted and _report_trait_item(fcx, ref, cause):
        return
    notes = (f"cannot satisfy `{fcx.fmt(predicate)}`", *notes_of(fcx.infcx, cause))
    report_cannot_infer(fcx, call_of(fcx, cause.span), term, "E0283", notes, point=True, also=introduced(cause))


def _is_choice(fcx: FnCtxt, predicate: t.Predicate, ref: t.TraitRef) -> bool:
    """Whether a handful of impls may be meant for a type that is known, not just std's."""
    if all(isinstance(arg, t.Infer) for arg in ref.args):
        return False
    infcx = fcx.infcx
    found: list[Def] = []
    for impl in fcx.tcx.relevant_impls(ref.trait, ref.self_ty):
        with infcx.probe():
            fresh = infcx.fresh_args_for(impl)
            impl_ref = fcx.tcx.impl_trait_ref(impl)
            if impl_ref is not None and infcx.eq(ref, t.subst(impl_ref, fresh)) is None:
                found.append(impl)
    if len(found) > 5:
        found = [impl for impl in found if not fcx.tcx.generics_of(impl).count]
    return 1 < len(found) < 10 and not all(impl.is_std for impl in found)


def _report_trait_item(fcx: FnCtxt, ref: t.TraitRef, cause: ObligationCause) -> bool:
    """E0790: `Trait::item` without saying of which type."""
    span = call_of(fcx, cause.span)
    for path, callee in fcx.results.paths.items():
        if call_of(fcx, path.span) != span or callee.def_.parent is not ref.trait:
            continue
        if path.qself is not None or len(path.segments) < 2:
            continue
        res = fcx.path_res(path)
        if isinstance(res.base, SelfTyRes) or not _is_var(fcx.shallow(ref.self_ty)):
            continue
        verb, noun = ("call", "function") if callee.def_.kind is DefKind.ASSOC_FN else ("refer to the", "constant")
        secondary: tuple[Label, ...] = ()
        if not callee.def_.is_std:
            secondary = (Label(fcx.tcx.item_span(callee.def_), f"`{ref.trait.name}::{callee.def_.name}` defined here"),)
        fcx.error(
            "E0790", f"cannot {verb} associated {noun} on trait without specifying the corresponding `impl` type",
            span, f"cannot {verb} associated {noun} of trait", secondary=(*introduced(cause), *secondary),
        )  # fmt: skip
        return True
    return False


def _is_var(ty: t.Ty) -> bool:
    return isinstance(ty, t.Infer) and ty.kind == "ty"
