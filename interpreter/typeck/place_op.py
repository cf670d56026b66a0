"""Overloaded `*` and indexing, and their change to DerefMut and IndexMut where a place is used mutably (rustc: place_op.rs)."""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import autoderef
from interpreter.typeck import ty as t
from interpreter.typeck.fn_ctxt import FnCtxt, peel
from interpreter.typeck.results import AdjustKind, Adjustment, MethodCallee
from interpreter.typeck.thir import CoercionKind
from interpreter.typeck.traits.obligation import Obligation


def lookup_method_in_trait(
    fcx: FnCtxt, span: Span, method: Def, self_ty: t.Ty, inputs: Sequence[t.Ty] = (), method_args: t.Args = ()
) -> MethodCallee | None:
    """The trait's `method` for `self_ty: Trait<inputs>`, if that may hold; its obligations are registered."""
    trait = method.parent
    assert trait is not None
    args: t.Args = (self_ty, *inputs)
    generics = fcx.tcx.generics_of(trait)
    if len(args) < generics.count:
        args = fcx.infcx.fresh_args_for(trait, span, args)
    predicate = t.dummy_binder(t.TraitPredicate(t.TraitRef(trait, args)))
    obligation = Obligation(predicate, fcx.cause(span), fcx.param_env)
    if not fcx.infcx.predicate_may_hold(obligation):
        return None
    return construct_callee(
        fcx, span, method, fcx.infcx.fresh_args_for(method, span, args) if not method_args else (*args, *method_args)
    )


def construct_callee(fcx: FnCtxt, span: Span, method: Def, args: t.Args) -> MethodCallee:
    """A call of `method` with `args`: its signature, and its bounds as obligations."""
    binder = t.subst(fcx.tcx.fn_sig(method), args)
    sig = fcx.infcx.instantiate_binder_with_fresh_vars(binder, span)
    sig = fcx.normalize(span, sig)
    fcx.add_item_predicates(method, args, span)
    return MethodCallee(method, args, sig)


def try_overloaded_deref(fcx: FnCtxt, span: Span, ty: t.Ty, *, mutable: bool = False) -> MethodCallee | None:
    """`Deref::deref` (or `DerefMut::deref_mut`) of `ty`."""
    return lookup_method_in_trait(fcx, span, fcx.tcx.lang_item("deref_mut_fn" if mutable else "deref_fn"), ty)


def try_overloaded_index(fcx: FnCtxt, span: Span, ty: t.Ty, index: t.Ty, *, mutable: bool = False) -> MethodCallee | None:
    """`Index::index` (or `IndexMut::index_mut`) of `ty` by `index`."""
    return lookup_method_in_trait(fcx, span, fcx.tcx.lang_item("index_mut_fn" if mutable else "index_fn"), ty, (index,))


def lookup_derefing(fcx: FnCtxt, node: ast.Unary, ty: t.Ty) -> t.Ty | None:
    """The type of `*operand` where the operand has type `ty`; None if it can't be dereferenced."""
    builtin = autoderef.builtin_deref(fcx, ty, include_raw=True)
    if builtin is not None:
        return builtin
    if isinstance(ty, (t.Prim, t.Tuple, t.Infer, t.Array, t.Slice)):
        return None
    callee = try_overloaded_deref(fcx, node.span, ty)
    if callee is None:
        return None
    borrow_operand(fcx, node.expr, callee)
    fcx.write_method_call(node, callee)
    return make_place_ty(callee)


def borrow_operand(fcx: FnCtxt, node: object, callee: MethodCallee) -> None:
    """The operand of an overloaded place operator is borrowed as its `self` says."""
    self_ty = callee.sig.inputs[0]
    if isinstance(self_ty, t.Ref):
        fcx.apply_adjustments(node, [Adjustment(AdjustKind.BORROW, self_ty, mutable=self_ty.mutable)])


def make_place_ty(callee: MethodCallee) -> t.Ty:
    """The type of the place that an overloaded place operator's reference points to."""
    output = callee.sig.output
    return output.ty if isinstance(output, t.Ref) else output


def lookup_indexing(fcx: FnCtxt, node: ast.Index, base_ty: t.Ty, index_ty: t.Ty) -> tuple[t.Ty, t.Ty] | None:
    """The types of the index wanted and of the element; None if the type can't be indexed."""
    steps = autoderef.Autoderef(fcx, node.expr.span, base_ty)
    for ty, n in steps:
        found = _try_index_step(fcx, node, steps, ty, n, index_ty)
        if found is not None:
            return found
    return None


def _is_negative(index: ast.Expr) -> bool:
    index = peel(index)
    if not isinstance(index, ast.Unary) or index.op is not ast.UnOp.NEG:
        return False
    literal = peel(index.expr)
    return isinstance(literal, ast.Lit) and literal.kind is ast.LitKind.INT


def _try_index_step(
    fcx: FnCtxt, node: ast.Index, steps: autoderef.Autoderef, ty: t.Ty, n: int, index_ty: t.Ty
) -> tuple[t.Ty, t.Ty] | None:
    index_ty = fcx.shallow(index_ty)
    if _is_negative(node.index) and (
        isinstance(ty, (t.Array, t.Slice)) or (isinstance(ty, t.Adt) and fcx.tcx.is_lang_item(ty.def_, "Vec"))
    ):
        shown = fcx.fmt(ty)
        message = f"negative integers cannot be used to index on a `{shown}`"
        fcx.error(None, message, node.index.span, f"cannot use a negative integer for indexing on `{shown}`")
        return t.ERROR, t.ERROR
    if isinstance(ty, (t.Array, t.Slice)) and (index_ty is t.USIZE or (isinstance(index_ty, t.Infer) and index_ty.kind == "int")):
        fcx.apply_adjustments(node.expr, steps.adjustments(n))
        return t.USIZE, ty.elem
    for unsize in (False, True):
        self_ty = ty
        if unsize:
            if not isinstance(ty, t.Array):
                continue
            self_ty = t.Slice(ty.elem)
        if isinstance(self_ty, (t.Ref, t.Tuple, t.Infer, t.RawPtr)) or (isinstance(self_ty, t.Prim) and self_ty is not t.STR):
            continue
        input_ty = fcx.infcx.next_ty_var(node.index.span)
        callee = try_overloaded_index(fcx, node.span, self_ty, input_ty)
        if callee is None:
            continue
        adjustments = steps.adjustments(n)
        borrowed = callee.sig.inputs[0]
        if isinstance(borrowed, t.Ref):
            adjustments.append(Adjustment(AdjustKind.BORROW, t.Ref(t.RE_ERASED, ty, False)))
        if unsize:
            adjustments.append(Adjustment(AdjustKind.POINTER, borrowed, coercion=CoercionKind.UNSIZE))
        fcx.apply_adjustments(node.expr, adjustments)
        fcx.write_method_call(node, callee)
        return input_ty, make_place_ty(callee)
    return None


def convert_place_derefs_to_mutable(fcx: FnCtxt, node: ast.Expr) -> None:
    """The place `node` is borrowed mutably or assigned to: overloaded derefs and indexing in it become those of DerefMut and
    IndexMut, where these exist (else borrowck complains)."""
    chain: list[ast.Expr] = [peel(node)]
    while True:
        last = chain[-1]
        if isinstance(last, (ast.FieldExpr, ast.Index)) or (isinstance(last, ast.Unary) and last.op is ast.UnOp.DEREF):
            chain.append(peel(last.expr))
        else:
            break
    in_union = False
    for expr in reversed(chain):
        source = fcx.node_ty(expr)
        in_union = _is_union(fcx.resolve(source)) or (in_union and not isinstance(expr, ast.Unary))
        for adjustment in fcx.results.adjustments.get(expr, ()):
            if adjustment.kind is AdjustKind.OVERLOADED_DEREF:
                callee = try_overloaded_deref(fcx, expr.span, source, mutable=True)
                if callee is not None:
                    adjustment.mutable = True
                    if in_union and _is_manually_drop(fcx, fcx.resolve(source)):
                        _report_implicit_drop(fcx, expr)
            source = adjustment.target
        if isinstance(expr, ast.Index) or (isinstance(expr, ast.Unary) and expr.op is ast.UnOp.DEREF):
            _convert_place_op(fcx, expr, expr.expr)


def _is_union(ty: t.Ty) -> bool:
    return isinstance(ty, t.Adt) and ty.def_.kind is DefKind.UNION


def _is_manually_drop(fcx: FnCtxt, ty: t.Ty) -> bool:
    return isinstance(ty, t.Adt) and fcx.tcx.is_lang_item(ty.def_, "manually_drop")


def _report_implicit_drop(fcx: FnCtxt, expr: ast.Expr) -> None:
    """What is written through `DerefMut` drops the old value, which nobody may expect of a union's field (RFC 2514)."""
    message = "not automatically applying `DerefMut` on `ManuallyDrop` union field"
    helps = (
        "writing to this reference calls the destructor for the old value",
        "add an explicit `*` if that is desired, or call `ptr::write` if it is not",
    )
    fcx.error(None, message, expr.span, helps=helps)


def _convert_place_op(fcx: FnCtxt, node: ast.Index | ast.Unary, base: ast.Expr) -> None:
    old = fcx.results.callees.get(node)
    if old is None:
        return
    base_ty = fcx.adjusted_ty(base)
    base_ty = fcx.resolve(base_ty)
    if not isinstance(base_ty, t.Ref):
        return
    if isinstance(node, ast.Index):
        callee = try_overloaded_index(fcx, node.span, base_ty.ty, old.args[1], mutable=True)  # type: ignore[arg-type]
    else:
        callee = try_overloaded_deref(fcx, node.span, base_ty.ty, mutable=True)
    if callee is None:
        return
    fcx.write_method_call(node, callee)
    fcx.select_where_possible()
    adjustments = fcx.results.adjustments.get(peel(base))
    if not adjustments:
        return
    for adjustment in adjustments:
        if adjustment.kind is AdjustKind.BORROW and isinstance(adjustment.target, t.Ref):
            adjustment.mutable = True
            adjustment.target = t.Ref(t.RE_ERASED, adjustment.target.ty, True)
        elif adjustment.kind is AdjustKind.POINTER and isinstance(adjustment.target, t.Ref):
            adjustment.target = t.Ref(t.RE_ERASED, adjustment.target.ty, True)
