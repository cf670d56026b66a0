"""Obligations that don't hold: which expression is to blame (rustc: adjust_fulfillment_errors.rs), then worded by
traits/errors.py.

A bound of a called function is blamed on the argument whose type mentions the parameter that the bound is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.records import Record, replace
from interpreter.resolve.defs import Def, DefKind, DefRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import pretty_ty
from interpreter.typeck import ty as t
from interpreter.typeck.blame import blamed_part, field_of, mentions
from interpreter.typeck.errors_types import is_future
from interpreter.typeck.fn_ctxt import references_error
from interpreter.typeck.results import peel
from interpreter.typeck.traits import errors
from interpreter.typeck.traits.obligation import (
    BuiltinDerived,
    ErrorKind,
    FnArgument,
    FulfillmentError,
    ImplDerived,
    MiscCause,
    ObligationCause,
    WhereClause,
)
from interpreter.typeck.words import errors_infer, errors_try

if TYPE_CHECKING:
    from interpreter.typeck.callee import CallSite
    from interpreter.typeck.fn_ctxt import FnCtxt


def report(fcx: FnCtxt, found: list[FulfillmentError]) -> None:
    """Report failed obligations; ambiguous ones only if nothing else is wrong."""
    definite = [e for e in found if e.kind is not ErrorKind.AMBIGUITY]
    if any(_is_about_declared_type(fcx, e) for e in definite):
        fcx.tainted = True
        definite = [e for e in definite if not _is_about_declared_type(fcx, e)]
    definite = [e for e in definite if not errors_try.report(fcx, e)]
    _adjust(fcx, definite)
    definite = _of_async_values(fcx, definite)
    if definite:
        with fcx.catching_errors():
            errors.report_fulfillment_errors(fcx.infcx, definite)
        _label_placeholders(fcx, definite)
        _label_returned(fcx, definite)
        _label_discarded(fcx, definite)
        fcx.tainted = True
    if not fcx.tainted:
        ambiguous = [e for e in found if e.kind is ErrorKind.AMBIGUITY]
        _report_ambiguous(fcx, [e for e in ambiguous if not errors.references_error(fcx.infcx, e)])


def _adjust(fcx: FnCtxt, errors: list[FulfillmentError]) -> None:
    """Blame what each obligation is about. Another that says the same of the same call, for another reason, has the same blame
    (rustc: `adjust_fulfillment_errors_for_expr_obligation`)."""
    moved: list[tuple[Span, t.Predicate, ObligationCause]] = []
    others: list[FulfillmentError] = []
    for error in errors:
        before = error.obligation.cause.span
        if error.kind is not ErrorKind.SIGNATURE_MISMATCH or not _is_about_closure(fcx, error):
            _blame(fcx, error)
        else:
            error.obligation.cause = replace(error.obligation.cause, span=errors_infer.call_of(fcx, before))
        predicate = fcx.resolve(error.obligation.predicate)
        if error.obligation.cause.span != before:
            call = fcx.call_sites.get(before)
            whole = call.node.span if call is not None and isinstance(call.node, ast.Call) else before
            moved.append((whole, predicate, error.obligation.cause))
        else:
            others.append(error)
    for error in others:
        predicate, span = fcx.resolve(error.obligation.predicate), error.obligation.cause.span
        for whole, same, cause in moved:
            if whole.file is span.file and whole.lo <= span.lo and span.hi <= whole.hi:
                if same is predicate:
                    error.obligation.cause = cause
                elif error.kind is ErrorKind.SIGNATURE_MISMATCH and error.obligation.cause.code is MiscCause.MISC:
                    errors.remove(error)
                    break


def _report_ambiguous(fcx: FnCtxt, found: list[FulfillmentError]) -> None:
    errors_infer.report_consts(fcx)
    for error in found:
        _blame(fcx, error)
    for error in sorted(found, key=lambda e: (_is_from_expansion(fcx, e), _rank(fcx, e))):
        errors_infer.report_ambiguous(fcx, error)


def _is_from_expansion(fcx: FnCtxt, error: FulfillmentError) -> bool:
    """Whether a macro asks for it: what a body asks for itself is told first."""
    span = error.root.cause.span
    return span in fcx.format_pieces or span.call_site is not None


def _is_about_declared_type(fcx: FnCtxt, error: FulfillmentError) -> bool:
    """Whether it is the type of the constant that isn't well-formed, which is told of its header."""
    node = fcx.owner.node
    span = node.ty.span if isinstance(node, (ast.Const, ast.Static)) and node.ty is not None else None
    return span is not None and error.root.cause.span == span


def _is_about_closure(fcx: FnCtxt, error: FulfillmentError) -> bool:
    kind = fcx.resolve(error.obligation.predicate).value
    return isinstance(kind, t.TraitPredicate) and isinstance(kind.trait_ref.self_ty, t.Closure)


def _rank(fcx: FnCtxt, error: FulfillmentError) -> int:
    """What tells least comes last (rustc: `ErrorSortKey`); the bounds of the body's own opaque types after what its values
    need."""
    kind = error.obligation.predicate.value
    code = error.obligation.cause.root_code()
    if isinstance(code, WhereClause) and code.item.kind is DefKind.OPAQUE_TY:
        return 2
    if isinstance(kind, t.TraitPredicate) and fcx.tcx.is_lang_item(kind.trait_ref.trait, "sized"):
        return 1
    return 3 if isinstance(kind, t.WellFormed) else 0


def _label_placeholders(fcx: FnCtxt, found: list[FulfillmentError]) -> None:
    """ "required by this formatting parameter"."""
    traits: dict[Span, list[str]] = {}
    for error in found:
        kind = error.obligation.predicate.value
        if isinstance(kind, t.TraitPredicate):
            traits.setdefault(error.obligation.cause.span, []).append(kind.trait_ref.trait.name)
    for i, item in enumerate(fcx.sink.items):
        span = item.primary[0].span
        placeholder = fcx.format_pieces.get(span)
        if placeholder is not None and placeholder != span and any(name in item.message for name in traits.get(span, ())):
            label = Label(placeholder, "required by this formatting parameter")
            if label not in item.secondary:
                fcx.sink.items[i] = replace(item, secondary=(*item.secondary, label))


def _of_async_values(fcx: FnCtxt, found: list[FulfillmentError]) -> list[FulfillmentError]:
    """What an `async fn` returns for an `impl Trait` fails twice: as the value of the block that its body is, and as its own."""
    node = fcx.owner.node
    if not isinstance(node, ast.Fn) or not node.async_ or node.body is None:
        return found
    all_: list[FulfillmentError] = []
    for error in found:
        code = error.obligation.cause.root_code()
        if isinstance(code, WhereClause) and code.item.kind is DefKind.OPAQUE_TY and code.item.parent is fcx.owner:
            cause = _at(error.obligation.cause, node.body.span)
            all_.append(replace(error, obligation=replace(error.obligation, cause=cause)))
        all_.append(error)
    return all_


def _label_async_value(fcx: FnCtxt, found: list[FulfillmentError]) -> None:
    """The same of an `async fn`, whose block is the value."""
    node = fcx.owner.node
    assert isinstance(node, ast.Fn) and node.body is not None
    for error in found:
        kind, span = error.obligation.predicate.value, error.obligation.cause.span
        if span != node.body.span or not isinstance(kind, t.TraitPredicate) or node.output is None:
            continue
        if not node.output.span.text.startswith("impl "):
            continue
        label = Label(span, f"return type was inferred to be `{fcx.fmt(kind.trait_ref.self_ty)}` here")
        for i, item in enumerate(fcx.sink.items):
            if item.primary[0].span == span and label not in item.secondary:
                fcx.sink.items[i] = replace(item, secondary=(*item.secondary, label))


def _label_returned(fcx: FnCtxt, found: list[FulfillmentError]) -> None:
    """ "return type was inferred to be .. here", of the value that decides what an `impl Trait` is."""
    body = getattr(fcx.owner.node, "body", None)
    if not isinstance(body, ast.Block) or body.expr is None or body.expr not in fcx.results.node_types:
        return
    if isinstance(fcx.owner.node, ast.Fn) and fcx.owner.node.async_:
        _label_async_value(fcx, found)
        return
    ty = fcx.resolve(fcx.results.node_types[body.expr])
    if isinstance(ty, t.Alias) and ty.def_.parent is fcx.owner:
        return
    if not isinstance(ty, t.Infer) and any(isinstance(part, t.Infer) and part.kind != "ty" for part in t.walk(ty)):
        return
    if ty.flags & t.HAS_INFER or is_future(fcx.infcx, ty):
        found = [e for e in found if e.kind is not ErrorKind.MISMATCHED_PROJECTION]
    codes = ((e.obligation.cause.span, e.obligation.cause.root_code()) for e in found)
    spans = {span for span, code in codes if isinstance(code, WhereClause) and code.item.kind is DefKind.OPAQUE_TY}
    label = Label(body.expr.span, f"return type was inferred to be `{fcx.fmt(ty)}` here")
    for i, item in enumerate(fcx.sink.items):
        if label not in item.secondary and any(at.span in spans for at in (item.primary[0], *item.secondary)):
            fcx.sink.items[i] = replace(item, secondary=(*item.secondary, label))


def _label_discarded(fcx: FnCtxt, found: list[FulfillmentError]) -> None:
    """The last statement of a function that returns nothing, where its value would do but for the semicolon (rustc:
    `suggest_semicolon_removal`)."""
    node = fcx.owner.node
    if fcx.owner.kind is not DefKind.FN or not isinstance(node, ast.Fn) or node.body is None or node.output is None:
        return
    last = node.body.stmts[-1] if node.body.stmts and node.body.expr is None else None
    if not isinstance(last, ast.ExprStmt) or not last.semi:
        return
    ty, output = fcx.resolve(fcx.node_ty(last.expr)), node.output.span
    for error in found:
        kind, span = fcx.resolve(error.obligation.predicate).value, error.obligation.cause.span
        if not isinstance(kind, t.TraitPredicate) or kind.trait_ref.args[0] is not t.UNIT:
            continue
        if span.file is not output.file or span.hi <= output.lo or output.hi <= span.lo:
            continue
        ref = t.TraitRef(kind.trait_ref.trait, (ty, *kind.trait_ref.args[1:]))
        if not fcx.infcx.type_implements_trait(ref.trait, ref.args, error.obligation.cause).may_apply:
            continue
        words = f"this expression has type `{fcx.fmt(ty)}`, which implements `{pretty_ty.trait_path(fcx.tcx, ref)}`"
        label = Label(last.expr.span, words)
        for i, item in enumerate(fcx.sink.items):
            if item.primary[0].span == span and label not in item.secondary:
                fcx.sink.items[i] = replace(item, secondary=(*item.secondary, label))


# ------------------------------------------------------------------------------------------------ whom to blame


def _blame(fcx: FnCtxt, error: FulfillmentError) -> None:
    """Move the obligation's cause to what it is about: a generic argument, a call's argument, a field, the self type written."""
    cause = error.obligation.cause
    code = cause.root_code()
    if not isinstance(code, WhereClause):
        return
    call = fcx.call_sites.get(cause.span)
    if error.kind is not ErrorKind.AMBIGUITY:
        params = _params_to_point_at(fcx, code)
    else:
        is_method = call is not None and isinstance(call.node, ast.MethodCall)
        params = _ambiguous_param(fcx, code, error.root.predicate, is_method)
    if call is not None and (call.node in fcx.try_nodes or call.node in fcx.await_calls):
        return
    if call is not None and isinstance(call.node, ast.MethodCall):
        if call.def_ is code.item:
            error.obligation.cause = _blamed_in_method_call(fcx, cause, code, params, call, call.node)
        return
    path = next((p for p in fcx.results.paths if p.span == cause.span), None)
    struct = next((s for s in fcx.results.structs if isinstance(s, ast.StructExpr) and s.path.span == cause.span), None)
    if struct is not None:
        error.obligation.cause = _blamed_in_struct(fcx, cause, code, params, struct)
    elif path is not None:
        error.obligation.cause = _blamed_in_path(fcx, cause, code, params, call, path)


def _blamed_in_method_call(
    fcx: FnCtxt, cause: ObligationCause, code: WhereClause, params: _Params, call: CallSite, node: ast.MethodCall
) -> ObligationCause:
    written = _written_argument(fcx, node.segment, code.item, params.own)
    if written is not None and params.about_own:
        return _moved(cause, written, call.callee_span)
    inputs = fcx.tcx.fn_sig(code.item).value.inputs
    blamed = _blamed_on_argument(fcx, cause, code.item, params, call, inputs, [node.receiver, *call.args])
    if blamed is not None:
        return blamed
    return cause if written is None else _at(cause, written)


def _blamed_in_path(
    fcx: FnCtxt, cause: ObligationCause, code: WhereClause, params: _Params, call: CallSite | None, path: ast.Path
) -> ObligationCause:
    callee = fcx.results.paths[path]
    owner = callee.def_.parent if callee.def_.kind is DefKind.VARIANT else callee.def_
    if owner is not code.item:
        return cause
    if params.about_self:
        written_self = _written_self(fcx, path)
        if written_self is not None:
            return _at(cause, written_self)
    given = (_written_argument(fcx, segment, code.item, params.own) for segment in _segments_of(callee.def_, path))
    written = next((span for span in given if span is not None), None)
    if written is not None and (params.about_own or call is None):
        return _at(cause, written)
    if call is None:
        return cause
    if callee.def_.kind in (DefKind.FN, DefKind.ASSOC_FN):
        inputs = fcx.tcx.fn_sig(code.item).value.inputs
    else:
        variant = fcx.tcx.adt_def(callee.def_).variant_of(callee.def_)
        args = fcx.tcx.identity_args(code.item)
        inputs = tuple([f.ty(fcx.tcx, args) for f in variant.fields])
    blamed = _blamed_on_argument(fcx, cause, code.item, params, call, inputs, list(call.args))
    if written is not None and (blamed is None or blamed is cause):
        return _at(cause, written)
    return blamed or _at(cause, call.node.span)


def _segments_of(def_: Def, path: ast.Path) -> list[ast.PathSegment]:
    """Where the item's own arguments may be written (a struct's constructor has none of its own)."""
    if def_.kind is DefKind.STRUCT:
        return []
    return path.segments[-2:] if def_.kind is DefKind.VARIANT else path.segments[-1:]


def _blamed_in_struct(
    fcx: FnCtxt, cause: ObligationCause, code: WhereClause, params: _Params, node: ast.StructExpr
) -> ObligationCause:
    info = fcx.results.structs[node]
    if not isinstance(info.adt, t.Adt) or info.adt.def_ is not code.item:
        return cause
    variant = fcx.tcx.adt_def(code.item).variants[info.variant]
    identity = fcx.tcx.identity_args(code.item)
    for param in params:
        found = field_of(fcx, variant, code.item, identity[param], node)
        if found is not None:
            return _at(cause, found[0].span)
    return cause


def _blamed_on_argument(
    fcx: FnCtxt, cause: ObligationCause, item: Def, params: _Params, call: CallSite, inputs: Sequence[t.Ty], args: list[ast.Expr]
) -> ObligationCause | None:
    """The only argument whose type mentions what the bound is about, or the part of it that is to blame."""
    identity = fcx.tcx.identity_args(item)
    several = False
    parts = [identity[param] for param in params]
    for part in parts if params.on is None else [params.on, *parts]:
        mentioning = [i for i, ty in enumerate(inputs) if mentions(ty, part)]
        if len(mentioning) == 1 and mentioning[0] < len(args):
            arg = args[mentioning[0]]
            is_receiver = isinstance(call.node, ast.MethodCall) and arg is call.node.receiver
            receiver = arg.span if is_receiver and not isinstance(arg, ast.MacroExpansion) else None
            blamed = blamed_part(fcx, cause.code, arg)
            return _moved(cause, blamed.span, call.callee_span, _tail_label(fcx, arg), receiver)
        several = several or bool(mentioning)
    return cause if several else None


def _written_argument(fcx: FnCtxt, segment: ast.PathSegment, item: Def, param: int | None) -> Span | None:
    """Where the generic argument for one of the item's own parameters was written (`f::<S>(..)`)."""
    if segment.args is None or param is None:
        return None
    own = [p.index for p in fcx.tcx.generics_of(item).params if p.kind is not ast.ParamKind.LIFETIME and not p.synthetic]
    given = [a.span for a in segment.args.args if not isinstance(a, ast.Lifetime)]
    return dict(zip(own, given, strict=False)).get(param)


def _written_self(fcx: FnCtxt, path: ast.Path) -> Span | None:
    """The self type in `<S as Trait>::f` and `S::f`."""
    if path.qself is not None:
        return path.qself.ty.span
    res = fcx.path_res(path)
    of_trait = isinstance(res.base, DefRes) and res.base.def_.kind is DefKind.TRAIT
    return path.segments[0].span.to(path.segments[-2].span) if res.unresolved and not of_trait else None


def _at(cause: ObligationCause, span: Span) -> ObligationCause:
    """The same cause at another place."""
    code = cause.code
    if isinstance(code, (ImplDerived, BuiltinDerived)):
        return replace(cause, span=span, code=replace(code, parent_cause=_at(code.parent_cause, span)))
    return replace(cause, span=span)


class _Params(Record, frozen=True):
    """The parameters that a bound is about, by index: the item's own, then those of its impl or trait, then Self.
    `about_self`, `about_own`: what the bound is on is Self, or the item's own parameter; `on`: what else it is on."""

    own: int | None = None
    of_parent: int | None = None
    of_self: int | None = None
    about_self: bool = False
    about_own: bool = False
    on: t.GenericArg | None = None

    def __iter__(self) -> Iterator[int]:
        return (i for i in (self.own, self.of_parent, self.of_self) if i is not None)


def _params_to_point_at(fcx: FnCtxt, code: WhereClause) -> _Params:
    predicates = fcx.tcx.predicates_of(code.item)
    if code.index >= len(predicates):
        return _Params()
    kind = predicates[code.index][0].value
    if isinstance(kind, t.TraitPredicate):
        args = kind.trait_ref.args
    elif isinstance(kind, t.ProjectionPredicate):
        args = kind.alias.args
    else:
        return _Params()
    params = [p for p in t.walk(args) if isinstance(p, t.Param)]
    generics = fcx.tcx.generics_of(code.item)
    own = next((p.index for p in params if p.index >= generics.parent_count), None)
    of_parent = next((p.index for p in params if p.index < generics.parent_count and p.name != "Self"), None)
    of_self = next((p.index for p in params if p.name == "Self"), None)
    about_self = isinstance(args[0], t.Param) and args[0].name == "Self"
    about_own = isinstance(args[0], t.Param) and args[0].index == own
    on = None if isinstance(args[0], t.Param) or not isinstance(kind, t.TraitPredicate) else args[0]
    return _Params(own, of_parent, of_self, about_self, about_own, on)


def _ambiguous_param(fcx: FnCtxt, code: WhereClause, predicate: t.Predicate, is_method: bool) -> _Params:
    """The first parameter of the item whose variable stands in a predicate (rustc: `find_ambiguous_parameter_in`). The Self of a
    method that is called on a receiver is known."""
    by_def = {param.def_: param.index for param in fcx.tcx.generics_of(code.item).all_params()}
    about_self = _params_to_point_at(fcx, code).about_self
    for part in t.walk(predicate):
        param = fcx.infcx.origin(part).param if isinstance(part, t.Infer) and part.kind == "ty" else None
        if param is None or param not in by_def:
            continue
        if param.kind is not DefKind.TRAIT:
            return _Params(by_def[param], about_self=about_self)
        if not is_method:
            return _Params(of_self=0, about_self=True)
    return _Params(about_self=about_self)


def _tail_label(fcx: FnCtxt, arg: ast.Expr) -> Label | None:
    """What a block is as an argument."""
    inner = peel(arg)
    if not isinstance(inner, ast.BlockExpr):
        return None
    while isinstance(inner, ast.BlockExpr) and inner.block.expr is not None:
        inner = inner.block.expr
    ty = fcx.resolve(fcx.adjusted_ty(inner))
    return Label(inner.span, "" if references_error(ty) else f"this tail expression is of type `{fcx.fmt(ty)}`")


def _moved(
    cause: ObligationCause, span: Span, callee_span: Span, tail: Label | None = None, receiver: Span | None = None
) -> ObligationCause:
    """The same cause, blamed on an argument."""
    code = cause.code
    if isinstance(code, (ImplDerived, BuiltinDerived)):
        parent = _moved(code.parent_cause, span, callee_span, tail, receiver)
        return replace(cause, span=span, code=replace(code, parent_cause=parent))
    return replace(cause, span=span, code=FnArgument(callee_span, code, tail, receiver))
