"""Calls: of functions, closures, anything that implements Fn*, and of methods; their arguments (rustc: callee.rs,
fn_ctxt/checks.rs)."""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.records import Record, replace
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import check_expr, coerce, paths, place_op, same_region
from interpreter.typeck import ty as t
from interpreter.typeck.autoderef import Autoderef
from interpreter.typeck.fn_ctxt import (
    NO_EXPECTATION,
    Expectation,
    FnCtxt,
    TypeMismatch,
    is_ty_var,
    peel,
    references_error,
    rvalue_hint,
)
from interpreter.typeck.method import confirm, probe
from interpreter.typeck.relate import TypeError_
from interpreter.typeck.results import AdjustKind, Adjustment, MethodCallee
from interpreter.typeck.thir import ClosureKind
from interpreter.typeck.traits import dyn_compat
from interpreter.typeck.words import errors_call, errors_method

_CALL_FNS = {ClosureKind.FN: "call_fn", ClosureKind.FN_MUT: "call_mut_fn", ClosureKind.FN_ONCE: "call_once_fn"}


class CallSite(Record, frozen=True):
    """What messages about a call's arguments need: the call, its arguments, what is called (`def_` None for closures and fn
    pointers), the span of the callee's name, and for a method its receiver."""

    node: ast.Call | ast.MethodCall
    args: Sequence[ast.Expr]
    def_: Def | None
    callee_span: Span
    callee_ty: t.Ty | None = None
    skip_self: bool = False
    tupled: bool = False


def check_call(fcx: FnCtxt, expr: ast.Call, expected: Expectation) -> t.Ty:
    """`f(args)`."""
    func = expr.func
    peeled = peel(func)
    if isinstance(peeled, ast.PathExpr):
        callee_ty = paths.check_value_path(fcx, peeled, expr)
        fcx.write_ty(peeled, callee_ty)
    else:
        callee_ty = check_expr.check_expr(fcx, func)
    callee_ty = fcx.structurally_resolve(func.span, callee_ty)
    if references_error(callee_ty) and isinstance(callee_ty, t.ErrorTy):
        _check_args_anyway(fcx, expr.args)
        return t.ERROR  # type: ignore[no-any-return]
    steps = Autoderef(fcx, func.span, callee_ty)
    for ty, n in steps:
        output = _try_call_step(fcx, expr, steps, ty, n, expected)
        if output is not None:
            fcx.require_wf(output, expr.span)
            return output
        if isinstance(ty, t.ErrorTy):
            _check_args_anyway(fcx, expr.args)
            return t.ERROR  # type: ignore[no-any-return]
    _check_args_anyway(fcx, expr.args)
    return errors_call.report_not_callable(fcx, expr, callee_ty)


def _check_args_anyway(fcx: FnCtxt, args: Sequence[ast.Expr]) -> None:
    for arg in args:
        check_expr.check_expr(fcx, arg)


def _try_call_step(fcx: FnCtxt, expr: ast.Call, steps: Autoderef, ty: t.Ty, n: int, expected: Expectation) -> t.Ty | None:
    if isinstance(ty, (t.FnDef, t.FnPtr)):
        fcx.apply_adjustments(expr.func, steps.adjustments(n))
        def_ = ty.def_ if isinstance(ty, t.FnDef) else None
        if isinstance(ty, t.FnDef):
            binder = t.subst(fcx.tcx.fn_sig(ty.def_), ty.args)
        else:
            binder = ty.sig
        sig = fcx.normalize(expr.span, fcx.infcx.instantiate_binder_with_fresh_vars(binder, expr.span))
        return _confirm(fcx, CallSite(expr, expr.args, def_, expr.func.span, ty), sig.inputs, sig.output, expected)
    if isinstance(ty, t.Closure):
        state = fcx.infcx.closure(ty.def_, ty.args)
        if state.kind is None:
            return _defer_closure_call(fcx, expr, steps, ty, n, expected)
    elif isinstance(ty, (t.Prim, t.Tuple, t.Array, t.Slice, t.RawPtr, t.Infer)):
        return None
    elif isinstance(ty, t.Ref) and n == 0:
        # `f()` for `f: &mut F` calls `*f`, so that `f` need not be `mut` (rustc: try_overloaded_call_step).
        return None
    callee = _lookup_call_traits(fcx, expr, ty)
    if callee is None:
        return None
    adjustments = steps.adjustments(n)
    self_ty = callee.sig.inputs[0]
    if isinstance(self_ty, t.Ref) and callee.def_ is not fcx.tcx.lang_item("call_once_fn"):
        adjustments.append(Adjustment(AdjustKind.BORROW, self_ty, mutable=self_ty.mutable))
    fcx.apply_adjustments(expr.func, adjustments)
    fcx.write_method_call(expr, callee)
    tupled = fcx.structurally_resolve(expr.span, callee.sig.inputs[1])
    if not isinstance(tupled, t.Tuple):
        _check_args_anyway(fcx, expr.args)
        return fcx.error(
            "E0059",
            "cannot use call notation; the first type parameter for the function trait is neither a tuple nor unit",
            expr.span,
        )
    site = CallSite(expr, expr.args, None, expr.func.span, ty, tupled=True)
    return _confirm(fcx, site, tupled.elems, callee.sig.output, expected)


def _lookup_call_traits(fcx: FnCtxt, expr: ast.Call, ty: t.Ty) -> MethodCallee | None:
    """The first of Fn, FnMut and FnOnce that `ty` may implement for as many arguments."""
    tupled = t.Tuple(tuple([fcx.infcx.next_ty_var(arg.span) for arg in expr.args]))
    for name in ("call_fn", "call_mut_fn", "call_once_fn"):
        callee = place_op.lookup_method_in_trait(fcx, expr.span, fcx.tcx.lang_item(name), ty, (tupled,))
        if callee is not None:
            fcx.select_where_possible()
            return callee
    # Perhaps with another number of arguments: then the count is what is wrong.
    for name in ("call_fn", "call_mut_fn", "call_once_fn"):
        callee = place_op.lookup_method_in_trait(fcx, expr.span, fcx.tcx.lang_item(name), ty, (fcx.infcx.next_ty_var(expr.span),))
        if callee is not None:
            fcx.select_where_possible()
            return callee
    return None


def _defer_closure_call(fcx: FnCtxt, expr: ast.Call, steps: Autoderef, ty: t.Closure, n: int, expected: Expectation) -> t.Ty:
    """A closure whose kind isn't known yet: check the arguments now, say by which of the Fn traits it is called later."""
    sig = fcx.infcx.instantiate_binder_with_fresh_vars(fcx.infcx.closure(ty.def_, ty.args).sig, expr.span)
    adjustments = steps.adjustments(n)

    def resolve() -> None:
        kind = fcx.infcx.closure(ty.def_, ty.args).kind
        assert kind is not None
        callee = closure_callee(fcx, ty, kind, sig)
        self_ty = callee.sig.inputs[0]
        if kind is not ClosureKind.FN_ONCE:
            adjustments.append(Adjustment(AdjustKind.BORROW, self_ty, mutable=kind is ClosureKind.FN_MUT))
        fcx.apply_adjustments(expr.func, adjustments)
        fcx.write_method_call(expr, callee)

    fcx.deferred_calls.setdefault(ty.def_, []).append(resolve)
    site = CallSite(expr, expr.args, None, expr.func.span, ty, tupled=True)
    return _confirm(fcx, site, sig.inputs, sig.output, expected)


def closure_callee(fcx: FnCtxt, ty: t.Closure, kind: ClosureKind, sig: t.FnSig) -> MethodCallee:
    """The call of a closure by the trait of its kind."""
    tupled = t.Tuple(sig.inputs)
    self_ty: t.Ty = ty
    if kind is not ClosureKind.FN_ONCE:
        self_ty = t.Ref(t.RE_ERASED, ty, kind is ClosureKind.FN_MUT)
    return MethodCallee(fcx.tcx.lang_item(_CALL_FNS[kind]), (ty, tupled), t.safe_sig((self_ty, tupled), sig.output))


def check_method_call(fcx: FnCtxt, expr: ast.MethodCall, expected: Expectation) -> t.Ty:
    """`receiver.name(args)`."""
    receiver_ty = check_expr.check_expr(fcx, expr.receiver)
    receiver_ty = fcx.structurally_resolve(expr.receiver.span, receiver_ty)
    if receiver_ty.flags & t.HAS_INFER:
        # What is still pending may tell impls for `Option<&T>` and `Option<&mut T>` apart.
        fcx.select_where_possible()
        receiver_ty = fcx.infcx.resolve_vars_if_possible(receiver_ty)
    segment = expr.segment
    if isinstance(receiver_ty, t.ErrorTy):
        _check_args_anyway(fcx, expr.args)
        return t.ERROR  # type: ignore[no-any-return]
    name = segment.ident.name
    try:
        pick = probe.probe_method(fcx, segment.ident.span, receiver_ty, name)
    except probe.ReportedError:
        _check_args_anyway(fcx, expr.args)
        return t.ERROR  # type: ignore[no-any-return]
    except probe.PrivateMatch as private:
        errors_method.report_private(fcx, segment, private.item)
        _check_args_anyway(fcx, expr.args)
        return t.ERROR  # type: ignore[no-any-return]
    except probe.Ambiguity as ambiguity:
        errors_method.report_ambiguity(fcx, segment.ident.span, receiver_ty, name, ambiguity, expr)
        _check_args_anyway(fcx, expr.args)
        return t.ERROR  # type: ignore[no-any-return]
    except probe.NoMatch as no_match:
        errors_method.report_no_method(fcx, expr, receiver_ty, no_match)
        _check_args_anyway(fcx, expr.args)
        return t.ERROR  # type: ignore[no-any-return]
    if pick.candidate.kind is probe.CandidateKind.OBJECT and dyn_compat.violations(fcx.tcx, pick.item.container):
        # Reported where the type is written (E0038).
        fcx.tainted = True
        _check_args_anyway(fcx, expr.args)
        return t.ERROR  # type: ignore[no-any-return]
    callee = confirm.confirm_method(fcx, segment.ident.span, expr.receiver, receiver_ty, pick, segment)
    if callee is None:
        _check_args_anyway(fcx, expr.args)
        return t.ERROR  # type: ignore[no-any-return]
    fcx.write_method_call(expr, callee)
    site = CallSite(expr, expr.args, callee.def_, segment.ident.span, None, skip_self=True)
    return _confirm(fcx, site, callee.sig.inputs[1:], callee.sig.output, expected)


# ------------------------------------------------------------------------------------------------ arguments


def _confirm(fcx: FnCtxt, site: CallSite, formals: tuple[t.Ty, ...], output: t.Ty, expected: Expectation) -> t.Ty:
    fcx.call_sites[site.callee_span] = site
    hints = _expected_inputs(fcx, site, expected, output, formals)
    if site.node in fcx.expected_regions:
        same_region.note_inputs(fcx, site.args, formals, output, fcx.expected_regions[site.node])
    check_argument_types(fcx, site, formals, hints)
    return output


def _expected_inputs(
    fcx: FnCtxt, site: CallSite, expected: Expectation, output: t.Ty, formals: tuple[t.Ty, ...]
) -> tuple[t.Ty, ...] | None:
    """What the arguments should be if the call's value is to be what is expected of it."""
    if not formals or not output.flags & t.HAS_INFER:
        return None
    wanted = expected.only_has_type(fcx)
    if wanted is None:
        return None
    output = fcx.resolve_with_obligations(output)
    if isinstance(fcx.shallow(wanted), t.Infer):
        return None
    infcx = fcx.infcx
    n_vars = infcx.n_vars
    snapshot = infcx.snapshot()
    hints: tuple[t.Ty, ...] | None = None
    if infcx.sup(wanted, output) is None:
        # What stays unknown keeps its own variable, by which the bounds on it are found.
        pairs = zip(formals, fcx.resolve(formals), strict=True)
        hints = tuple([formal if is_ty_var(hint) else hint for formal, hint in pairs])
    infcx.rollback_to(snapshot)
    if hints is None or hints == formals:
        return None
    return tuple([fcx.freshen(hint, n_vars, site.node.span) for hint in hints])


def check_argument_types(fcx: FnCtxt, site: CallSite, formals: Sequence[t.Ty], hints: Sequence[t.Ty] | None) -> None:
    """Check the arguments, closures last, so that they can be checked knowing as much as possible."""
    args = site.args
    wrong: dict[int, TypeError_] = {}
    same_region.note_arguments(fcx, args, formals)
    for arg, formal in zip(args, formals, strict=False):
        fcx.require_wf(formal, arg.span)
    for closures in (False, True):
        if closures:
            fcx.select_where_possible()
        for index, arg in enumerate(args):
            if index >= len(formals) or isinstance(peel(arg), ast.Closure) is not closures:
                continue
            hint = hints[index] if hints is not None else formals[index]
            error = _check_argument(fcx, arg, formals[index], hint)
            if error is not None:
                wrong[index] = error
    variadic = site.def_ is not None and isinstance(site.def_.node, ast.Fn) and site.def_.node.variadic is not None
    for arg in args[len(formals) :]:
        check_expr.check_expr(fcx, arg, NO_EXPECTATION)
    if variadic and len(args) > len(formals):
        if not wrong:
            for arg in args[len(formals) :]:
                errors_call.check_variadic_argument(fcx, arg, fcx.structurally_resolve(arg.span, fcx.node_ty(arg)))
            return
        site = replace(site, args=args[: len(formals)])
        args = site.args
    if wrong or len(args) != len(formals):
        fcx.tainted = True
        errors_call.report_argument_errors(fcx, site, formals, hints if hints is not None else formals, wrong)


def _check_argument(fcx: FnCtxt, arg: ast.Expr, formal: t.Ty, hint: t.Ty) -> TypeError_ | None:
    expectation = rvalue_hint(fcx, hint)
    ty = check_expr.check_expr(fcx, arg, expectation)
    target = fcx.resolve_with_obligations(expectation.only_has_type(fcx) or formal)
    try:
        coerce.coerce(fcx, arg, ty, target, allow_two_phase=True)
    except TypeMismatch as mismatch:
        return mismatch.error
    return fcx.infcx.sup(formal, target, fcx.cause(arg.span)) if target is not formal else None
