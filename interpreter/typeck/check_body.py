"""Type checking of bodies: AST in, THIR and diagnostics out (rustc: `typeck`, `check_fn`).

    body, diagnostics = check_body(tcx, def_)        # of a fn, method, const, static or anonymous constant; closures are within
    check_bodies(tcx, user_bodies(tcx))              # all bodies of the user's crate, in rustc's order
    register(tcx)                                    # makes tcx.thir_body work

First all expressions are checked and types inferred; then what is still unknown falls back, casts and closures' captures are
decided, what must hold is proved; then the THIR is built from the tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.diagnostics import Aborted, Diagnostic
from interpreter.hints import TYPE_CHECKING, Final
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax import ast
from interpreter.typeck import (
    check_control,
    check_expr,
    fallback,
    opaque_infer,
    pattern,
    privacy,
    thir,
    thir_pat,
    unsafety,
    upvar,
    wf,
)
from interpreter.typeck import ty as t
from interpreter.typeck.coerce import CoerceMany
from interpreter.typeck.fn_ctxt import FnCtxt, FnFrame
from interpreter.typeck.rare import async_recursion, cast, const_check
from interpreter.typeck.results import BodyTypes
from interpreter.typeck.thir_build import ThirBuilder
from interpreter.typeck.traits.obligation import ErrorKind, MiscCause, Obligation
from interpreter.typeck.words import trait_errors

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_VALUES = (DefKind.CONST, DefKind.ASSOC_CONST, DefKind.STATIC, DefKind.ANON_CONST)
_OWNERS = frozenset((DefKind.FN, DefKind.ASSOC_FN, *_VALUES))


def register(tcx: TyCtxt) -> None:
    """Make `tcx.thir_body` answer; its diagnostics go to the type context's."""
    tcx.providers["thir_body"] = _thir_body


def _thir_body(tcx: TyCtxt, def_: Def) -> thir.Body | None:
    body, diagnostics = check_body(tcx, def_)
    for diagnostic in diagnostics:
        tcx.emit(diagnostic)
    return body


def has_body(def_: Def) -> bool:
    """Whether there is something to check."""
    node = def_.node
    if isinstance(node, ast.Fn):
        return node.body is not None
    if isinstance(node, (ast.Const, ast.Static)):
        return node.expr is not None
    return isinstance(node, ast.AnonConst)


def user_bodies(tcx: TyCtxt) -> list[Def]:
    """The functions and constants of the user's crate that have a body, in the order of their definitions."""
    found: list[Def] = []
    stack = [tcx.resolution.root]
    while stack:
        def_ = stack.pop()
        if not def_.is_std:
            if def_.kind in _OWNERS and has_body(def_):
                found.append(def_)
            stack.extend(reversed(def_.children))
    return found


def check_bodies(tcx: TyCtxt, bodies: Sequence[Def]) -> None:
    """Check bodies. What is wrong is told to the type context."""
    for def_ in bodies:
        if def_.kind is not DefKind.ANON_CONST:
            try:
                tcx.thir_body(def_)
            except Aborted:
                tcx.fatal = True
    if tcx.fatal:
        return
    opaque_infer.check_cycles(tcx)
    _check_stalled(tcx)
    if any(isinstance(def_.node, ast.Fn) and def_.node.async_ for def_ in bodies):
        async_recursion.check_async_recursion(tcx, bodies)


def _stalled(tcx: TyCtxt) -> list[tuple[Def, Obligation]]:
    """Auto traits asked of `async` blocks in the bodies that make them, with the definitions of these."""
    return tcx.query("stalled_obligations", None, list)


def _check_stalled(tcx: TyCtxt) -> None:
    """Those that don't hold, now that all bodies have MIR (rustc: `check_coroutine_obligations`)."""
    for owner, obligation in _stalled(tcx):
        body = tcx.thir_body(owner)
        if body is None or body.has_errors:
            continue
        infcx = tcx.infer_ctxt(obligation.param_env)
        infcx.register_obligation(obligation)
        failed = [e for e in infcx.select_all_or_error() if e.kind is not ErrorKind.AMBIGUITY]
        if failed:
            trait_errors.report_fulfillment_errors(infcx, failed, together=True)


DENIED_ANYWAY: Final = {
    ("Mutex", "RwLock"): r"\b_\s*[:=]",
    ("ManuallyDrop",): "drop",
    ("from_utf8",): "from_utf8",
    ("Atomic", "fence"): "load|store|swap|compare_|fetch_|fence",
    ("discriminant",): "discriminant",
    ("null", "transmute", "*mut", "*const"): r"null|transmute|\*\s*(?:mut|const)\b|cast|ptr|unsafe",
    ("static mut",): "",
    ("no_mangle",): "no_mangle",
}
"""What lints are about that are denied though no attribute says so: words of a text that may have it, and what a body in it has
to have."""


def keeps_body_types(tcx: TyCtxt) -> bool:
    """Whether lints will look at bodies."""

    def compute() -> bool:
        text = tcx.resolution.root.span.file.text
        if tcx.resolution.lints.denies or tcx.resolution.elided_in_consts:
            return True
        return any(word in text for words in DENIED_ANYWAY for word in words)

    return tcx.query("keeps_body_types", None, compute)


def check_body(tcx: TyCtxt, def_: Def) -> tuple[thir.Body | None, list[Diagnostic]]:
    """The THIR of a body, with `has_errors` set if something is wrong with it; None where there is no body."""
    if not has_body(def_):
        return None, []
    tcx.resolution.resolve_body(def_)
    fcx = FnCtxt(tcx, def_)
    try:
        body = _check_fn(fcx, def_.node) if isinstance(def_.node, ast.Fn) else _check_value(fcx, _expr_of(def_.node))
    except Aborted:
        for diagnostic in fcx.sink.items:
            tcx.emit(diagnostic)
        raise
    if not fcx.tainted:
        unsafety.check_unsafety(fcx, body)
        constant = def_.kind in _VALUES or (isinstance(def_.node, ast.Fn) and def_.node.const)
        for part in ([body] if constant else []) + body.const_blocks():
            const_check.check_constness(fcx, part)
        tcx.late_lints += fcx.late_lints
        found = privacy.body_errors(tcx, def_)
        found += fcx.privacy_errors
        if not def_.is_std and privacy.hides_types(tcx):
            found += privacy.check_body_types(fcx)
    for lint in fcx.lints:
        fcx.sink.emit(lint)
    body.has_errors = fcx.tainted
    if not def_.is_std and keeps_body_types(tcx):
        tcx.provide("body_types", def_, BodyTypes(fcx.results, fcx.resolve))
    return body, fcx.sink.items


def _expr_of(node: object) -> ast.Expr:
    assert isinstance(node, (ast.Const, ast.Static, ast.AnonConst))
    expr = node.value if isinstance(node, ast.AnonConst) else node.expr
    assert expr is not None
    return expr


def _check_casts(fcx: FnCtxt) -> None:
    for deferred in fcx.deferred_casts:
        cast.check_cast(fcx, deferred)
    fcx.deferred_casts.clear()


def _finish(fcx: FnCtxt) -> None:
    """What follows when all expressions are checked."""
    fcx.select_where_possible()
    fallback.fall_back(fcx)
    _check_casts(fcx)
    upvar.analyze_closures(fcx)
    fcx.select_where_possible()
    for check in fcx.deferred_checks:
        check()
    for ty, span, why in fcx.deferred_sized:
        fcx.require_sized(fcx.normalize(span, ty) if ty.flags & t.HAS_ALIAS else ty, span, why)
    failed = fcx.infcx.select_all_or_error()
    for node, args in fcx.transmutes:
        source, target = (t.erase_regions(fcx.resolve(arg)) for arg in args)
        fcx.tcx.transmutes.setdefault(fcx.owner, []).append((node.span, source, target))  # type: ignore[arg-type]
    if failed or any(fcx.infcx.unsolved_consts()):
        fcx.report_fulfillment(failed)
    for obligation in fcx.infcx.stalled:
        predicate = fcx.infcx.resolve_vars_if_possible(obligation.predicate)
        if not predicate.flags & (t.HAS_INFER | t.HAS_ERROR):
            _stalled(fcx.tcx).append((fcx.owner, Obligation(predicate, obligation.cause, obligation.param_env)))


def _check_fn(fcx: FnCtxt, node: ast.Fn) -> thir.Body:
    tcx, def_ = fcx.tcx, fcx.owner
    declared = tcx.liberated_fn_sig(def_)
    spans = [param.ty.span for param in node.params]
    if node.self_param is not None:
        spans.insert(0, node.self_param.span)
    inputs = [fcx.normalize(span, ty) for span, ty in zip(spans, declared.inputs, strict=True)]
    declared_output = fcx.normalize(node.output.span if node.output is not None else node.span, declared.output)
    fcx.expr_regions.declare(node, declared)
    output = opaque_infer.replace_opaques(fcx, declared_output)
    if declared.output.flags & t.HAS_ERROR:
        fcx.tainted = True
        output = t.ERROR
    frame = FnFrame(def_, CoerceMany(output), output, node.output.span if node.output is not None else None)
    fcx.frames.append(frame)
    if node.self_param is not None:
        local = tcx.resolution.self_params[node.self_param]
        fcx.results.local_tys[local] = inputs[0]
        fcx.results.local_owner[local] = def_
        fcx.require_sized(inputs[0], node.self_param.span, MiscCause.SIZED_ARGUMENT)
    own_inputs = slice(node.self_param is not None, None)
    for param, ty, written in zip(node.params, inputs[own_inputs], declared.inputs[own_inputs], strict=True):
        fcx.param_types[param.pat] = param.ty.span
        pattern.check_pat_top(fcx, param.pat, ty, param.ty.span, annotation=True)
        fcx.require_sized_param(ty if written.flags & t.HAS_ALIAS else written, param.ty.span)
    assert node.body is not None
    value_node = ast.BlockExpr(span=node.body.span, block=node.body)
    check_control.check_return_value(fcx, value_node, is_tail=True)
    assert frame.ret_coercion is not None
    if frame.ret_coercion.pushed:
        fcx.infcx.sup(output, frame.ret_coercion.complete(fcx))
    _finish(fcx)
    builder = ThirBuilder(fcx, def_)
    params: list[thir.BodyParam] = []
    if node.self_param is not None:
        params.append(_self_param(fcx, node.self_param, inputs[0]))
    for param, ty in zip(node.params, inputs[own_inputs], strict=True):
        params.append(
            thir.BodyParam(
                pat=thir_pat.build_pat(builder, param.pat),
                ty=builder.resolve(ty, param.span),
                span=param.span,
                ty_span=param.ty.span,
            )
        )
    value = builder.expr(value_node)
    opaque_infer.finish(fcx, builder)
    return thir.Body(
        def_, params, value, builder.resolve(output, node.span), builder.local_tys(), builder.closures, node.span,
        node.body.end_span, has_errors=fcx.tainted,
    )  # fmt: skip


def _self_param(fcx: FnCtxt, node: ast.SelfParam, ty: t.Ty) -> thir.BodyParam:
    local = fcx.tcx.resolution.self_params[node]
    pat = thir.BindingPat(ty=ty, span=node.span, local=local, var_ty=ty, by_ref=None, sub=None)
    return thir.BodyParam(pat=pat, ty=ty, span=node.span, ty_span=node.ty.span if node.ty is not None else None, is_self=True)


def _check_value(fcx: FnCtxt, expr: ast.Expr) -> thir.Body:
    """A constant's or static's value."""
    tcx, def_ = fcx.tcx, fcx.owner
    ty = fcx.normalize(expr.span, tcx.type_of(def_))
    if wf.may_be_ill_formed(tcx, ty):
        ty = wf.without_bad_objects(tcx, ty)
    fcx.tainted = bool(ty.flags & t.HAS_ERROR)
    if isinstance(def_.node, (ast.Const, ast.Static)) and def_.node.ty is not None:
        fcx.require_wf(ty, def_.node.ty.span)
    fcx.frames.append(FnFrame(def_, None, ty, None))
    check_expr.check_expr_coercible(fcx, expr, ty)
    _finish(fcx)
    builder = ThirBuilder(fcx, def_)
    value = builder.expr(expr)
    return thir.Body(
        def_, [], value, builder.resolve(ty, expr.span), builder.local_tys(), builder.closures, expr.span,
        expr.span.shrink_to_hi(),
        has_errors=fcx.tainted,
    )  # fmt: skip
