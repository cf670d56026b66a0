"""E0282 "type annotations needed" (rustc: need_type_info.rs)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interpreter.diagnostics import Diagnostic, Label
from interpreter.resolve.defs import Def, DefKind, SelfTyRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.traits.errors import notes_of
from interpreter.typeck.traits.obligation import FulfillmentError

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt


def report_cannot_infer(fcx: FnCtxt, span: Span, value: Any, code: str = "E0282", notes: tuple[str, ...] = ()) -> None:
    """The type of something isn't known where it must be. Points at the variable whose annotation would help, if there is one."""
    value = fcx.resolve(value)
    var = next((p for p in t.walk(value) if isinstance(p, (t.Infer, t.ConstInfer))), None)
    if var is None:
        return
    for local, ty in fcx.results.local_tys.items():
        resolved = fcx.resolve(ty)
        if not any(p is var for p in t.walk(resolved)):
            continue
        let = fcx.let_of_local.get(local)
        if let is not None and let.ty is None:
            message = "type annotations needed"
            if resolved is not var:
                message += f" for `{fcx.tcx.format_ty(resolved)}`"
            fcx.emit(Diagnostic(code, message, (Label(let.pat.span, ""),), _known_here(span, let.pat.span), notes))
            return
        if isinstance(local.node, ast.IdentPat) and _is_closure_param(fcx, local.node):
            fcx.emit(Diagnostic(code, "type annotations needed", (Label(local.span, ""),), _known_here(span, local.span), notes))
            return
    origin = fcx.infcx.origin(var)
    param = origin.param
    if param is not None and param.parent is not None:
        kind = "const" if param.kind is DefKind.CONST_PARAM else "type"
        owner = param.parent
        value_word = "value" if kind == "const" else "type"
        label = (
            f"cannot infer {value_word} of the {kind} parameter `{param.name}` declared on the {_kind_word(owner)} `{owner.name}`"
        )
        fcx.error(code, "type annotations needed", _path_around(fcx, origin.span) or span, label, notes=notes)
        return
    fcx.error(code, "type annotations needed", span, "cannot infer type", notes=notes)


def call_of(fcx: FnCtxt, span: Span) -> Span:
    """The call whose callee stands at `span`."""
    site = fcx.call_sites.get(span)
    return site.node.span if site is not None and isinstance(site.node, ast.Call) else span


def _path_around(fcx: FnCtxt, span: Span | None) -> Span | None:
    """The whole path that a segment with omitted arguments stands in."""
    if span is None:
        return None
    for path in fcx.results.paths:
        if path.span.file is span.file and path.span.lo <= span.lo and span.hi <= path.span.hi:
            return path.span
    return span


def _known_here(span: Span, pointed: Span) -> tuple[Label, ...]:
    if pointed.lo <= span.lo and span.hi <= pointed.hi:
        return ()
    return (Label(span, "type must be known at this point"),)


def _kind_word(def_: Def) -> str:
    if def_.kind is DefKind.ASSOC_FN:
        return "method" if getattr(def_.node, "self_param", None) is not None else "associated function"
    return def_.kind.value  # type: ignore[no-any-return]


def report_ambiguous(fcx: FnCtxt, error: FulfillmentError) -> None:
    """E0283, E0790 (E0282 for Sized, E0284 for projections): an obligation that can be neither proved nor refused."""
    predicate = fcx.resolve(error.obligation.predicate)
    cause = error.obligation.cause
    kind = predicate.value
    if isinstance(kind, t.TraitPredicate):
        ref = kind.trait_ref
        if fcx.tcx.is_lang_item(ref.trait, "sized"):
            report_cannot_infer(fcx, call_of(fcx, cause.span), ref.args[0])
            return
        if _report_trait_item(fcx, ref, cause.span):
            return
        term = next((a for a in ref.args if a.flags & t.HAS_INFER), None)
        if term is not None:
            note = f"cannot satisfy `{fcx.fmt(predicate)}`"
            report_cannot_infer(fcx, cause.span, term, "E0283", (note, *notes_of(fcx.infcx, cause)))
            return
    elif isinstance(kind, t.ProjectionPredicate):
        term = next((a for a in (*kind.alias.args, kind.term) if a.flags & t.HAS_INFER), None)
        if term is not None:
            report_cannot_infer(fcx, cause.span, term, "E0284", (f"cannot satisfy `{fcx.fmt(kind)}`",))
            return
    fcx.error("E0282", "type annotations needed", cause.span, "cannot infer type")


def _report_trait_item(fcx: FnCtxt, ref: t.TraitRef, span: Span) -> bool:
    """E0790: `Trait::item` without saying of which type."""
    for path, callee in fcx.results.paths.items():
        if path.span != span or callee.def_.parent is not ref.trait or path.qself is not None or len(path.segments) < 2:
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
            call_of(fcx, span),
            f"cannot {verb} associated {noun} of trait", secondary=secondary,
        )  # fmt: skip
        return True
    return False


def _is_closure_param(fcx: FnCtxt, node: ast.IdentPat) -> bool:
    return any(param.pat is node and param.ty is None for data in fcx.results.closures.values() for param in data.node.params)


def _is_var(ty: t.Ty) -> bool:
    return isinstance(ty, t.Infer) and ty.kind == "ty"
