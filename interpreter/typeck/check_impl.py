"""Impls against their traits: missing items, signatures that don't fit (rustc:
`check_impl_items_against_trait`, `compare_impl_item`). E0046, E0049, E0050, E0053, E0185, E0186, E0195, E0276, E0326."""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import Diagnostic, Label, Suggestion, note_at
from interpreter.hints import TYPE_CHECKING
from interpreter.records import fields
from interpreter.resolve.defs import Def, ErrRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import ParamKind
from interpreter.typeck import check_adt, check_impl_generics, check_impl_regions, collect, rpitit
from interpreter.typeck import ty as t
from interpreter.typeck.defs import AssocItem, AssocKind, ParamEnv
from interpreter.typeck.relate import TypeError_, TypeErrorKind
from interpreter.typeck.traits import elaborate
from interpreter.typeck.traits.obligation import ErrorKind, Obligation, ObligationCause, WhereClause
from interpreter.typeck.words import errors_types, trait_errors

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.infer import InferCtxt


def check_impl(tcx: TyCtxt, impl: Def) -> None:
    """All checks of one impl of a trait."""
    trait_ref = tcx.impl_trait_ref(impl)
    if trait_ref is None or trait_ref.flags & t.HAS_ERROR:
        return
    node = collect.impl_node(impl)
    if tcx.is_lang_item(trait_ref.trait, "drop"):
        check_adt.check_drop_impl(tcx, impl)
    if node.negative:
        return
    for item in tcx.associated_items(impl):
        if item.trait_item is None:
            continue
        match item.kind:
            case AssocKind.FN:
                _compare_method(tcx, impl, trait_ref, item)
            case AssocKind.CONST:
                _compare_const(tcx, impl, trait_ref, item)
            case AssocKind.TYPE:
                _compare_type(tcx, impl, trait_ref, item)
    _missing(tcx, impl, trait_ref)


def _decl_span(def_: Def) -> Span:
    """The span rustc gives for an item of a trait: a signature, or all but the `;`."""
    node = def_.node
    if isinstance(node, ast.Fn):
        return node.sig_span if node.body is not None else node.span
    if isinstance(node, ast.TypeAlias_):
        end = node.bounds[-1].span if node.bounds else node.ident.span
        return node.span.to(end) if node.span.lo < end.hi and not node.bounds else _without_semi(node.span)
    return _without_semi(node.span) if isinstance(node, ast.Node) else def_.span


def _without_semi(span: Span) -> Span:
    return Span(span.file, span.lo, span.hi - 1, span.call_site) if span.text.endswith(";") else span


def _missing(tcx: TyCtxt, impl: Def, trait_ref: t.TraitRef) -> None:
    node = collect.impl_node(impl)
    missing = [
        item
        for item in tcx.associated_items(trait_ref.trait)
        if not item.has_value and tcx.impl_item_implementing(impl, item.def_) is None
    ]
    if not missing:
        return
    names = ", ".join(f"`{i.name}`" for i in missing)
    at = Span(node.span.file, node.span.hi - 1, node.span.hi - 1, node.span.call_site)
    tcx.emit(
        Diagnostic(
            "E0046", f"not all trait items implemented, missing: {names}",
            (Label(node.head_span, f"missing {names} in implementation"),),
            tuple(Label(_decl(i.def_), f"`{i.name}` from trait") for i in missing if not i.def_.is_std),
            suggestions=tuple(
                Suggestion(f"implement the missing item: `{text}`", ((at, text + "\n"),))
                for text in (_stub(tcx, i, trait_ref) for i in missing)
            ),
        )
    )  # fmt: skip


def _decl(def_: Def) -> Span:
    """The whole declaration for fns and consts, the head for types."""
    node = def_.node
    if isinstance(node, ast.TypeAlias_):
        return _decl_span(def_)
    if isinstance(node, ast.Fn):
        return node.span
    return _without_semi(node.span) if isinstance(node, ast.Node) else def_.span


def _stub(tcx: TyCtxt, item: AssocItem, trait_ref: t.TraitRef) -> str:
    """What one could write for a missing item."""
    if item.kind is AssocKind.TYPE:
        return f"type {item.name} = /* Type */;"
    node = item.def_.node
    if item.kind is AssocKind.CONST:
        ty = tcx.type_of(item.def_)
        value = {"bool": "false", "char": "'\\0'", "str": '""', "f32": "42.0", "f64": "42.0"}.get(tcx.format_ty(ty), "42")
        if not isinstance(ty, t.Prim):
            value = "/* value */"
        return f"const {item.name}: {tcx.format_ty(ty)} = {value};"
    assert isinstance(node, ast.Fn)
    sig = tcx.fn_sig(item.def_).value
    params: list[str] = []
    inputs = list(sig.inputs)
    if node.self_param is not None:
        params.append(node.self_param.span.text)
        inputs = inputs[1:]
    params.extend(f"_: {tcx.format_ty(i)}" for i in inputs)
    generics = node.generics.span.text if node.generics.params else ""
    output = "" if sig.output is t.UNIT else f" -> {tcx.format_ty(sig.output)}"
    where = ""
    return f"fn {item.name}{generics}({', '.join(params)}){output}{where} {{ todo!() }}"


# ------------------------------------------------------------------------------------------------ one item


def _compare_method(tcx: TyCtxt, impl: Def, trait_ref: t.TraitRef, item: AssocItem) -> None:
    assert item.trait_item is not None
    ours, theirs = item.def_.node, item.trait_item.node
    assert isinstance(ours, ast.Fn) and isinstance(theirs, ast.Fn)
    if not _compare_self(tcx, item, ours, theirs):
        return
    if not check_impl_generics.compare_generics(tcx, item):
        return
    if not _compare_arity(tcx, trait_ref, item, ours, theirs):
        return
    if not check_impl_generics.compare_synthetic(tcx, item):
        return
    if not _compare_lifetimes(tcx, item):
        return
    _compare_signature(tcx, impl, trait_ref, item, ours, theirs)


def _self_text(tcx: TyCtxt, def_: Def) -> str:
    """How a method takes `self` (rustc: `self_string`)."""
    fn = def_.node
    assert isinstance(fn, ast.Fn) and fn.self_param is not None
    param = fn.self_param
    if param.ty is not None:
        plain = {"Self": "self", "&Self": "&self", "&mut Self": "&mut self"}.get(param.ty.span.text)
        return plain or f"self: {tcx.format_ty(tcx.fn_sig(def_).value.inputs[0])}"
    if param.by_ref:
        return "&mut self" if param.mutable else "&self"
    return "self"


def _compare_self(tcx: TyCtxt, item: AssocItem, ours: ast.Fn, theirs: ast.Fn) -> bool:
    assert item.trait_item is not None
    if ours.self_param is not None and theirs.self_param is None:
        text = _self_text(tcx, item.def_)
        labels = (Label(theirs.span, f"trait method declared without `{text}`"),) if not item.trait_item.is_std else ()
        tcx.emit(
            Diagnostic(
                "E0185", f"method `{item.name}` has a `{text}` declaration in the impl, but not in the trait",
                (Label(ours.sig_span, f"`{text}` used in impl"),), labels,
            )
        )  # fmt: skip
        return False
    if ours.self_param is None and theirs.self_param is not None:
        text = _self_text(tcx, item.trait_item)
        labels = (Label(theirs.span, f"`{text}` used in trait"),) if not item.trait_item.is_std else ()
        tcx.emit(
            Diagnostic(
                "E0186", f"method `{item.name}` has a `{text}` declaration in the trait, but not in the impl",
                (Label(ours.sig_span, f"expected `{text}` in impl"),), labels,
            )
        )  # fmt: skip
        return False
    return True


def _compare_arity(tcx: TyCtxt, trait_ref: t.TraitRef, item: AssocItem, ours: ast.Fn, theirs: ast.Fn) -> bool:
    assert item.trait_item is not None
    n_ours = len(tcx.fn_sig(item.def_).value.inputs)
    n_theirs = len(tcx.fn_sig(item.trait_item).value.inputs)
    if n_ours == n_theirs:
        return True

    def inputs_span(fn: ast.Fn, otherwise: Span) -> Span:
        spans = [*([fn.self_param.span] if fn.self_param is not None else []), *(p.ty.span for p in fn.params)]
        return spans[0].to(spans[-1]) if spans else otherwise

    def count(n: int) -> str:
        return f"{n} parameter{'' if n == 1 else 's'}"

    name = f"{trait_ref.trait.path()}::{item.name}" if trait_ref.trait.is_std else f"{trait_ref.trait.name}::{item.name}"
    labels: tuple[Label, ...] = ()
    notes: tuple[str, ...] = ()
    if item.trait_item.is_std:
        notes = (f"`{item.name}` from trait: `{tcx.format_ty(tcx.fn_sig(item.trait_item))}`".replace("fn(", f"fn({''}", 1),)
    else:
        labels = (Label(inputs_span(theirs, theirs.span), f"trait requires {count(n_theirs)}"),)
    tcx.emit(
        Diagnostic(
            "E0050",
            f"method `{item.name}` has {count(n_ours)} but the declaration in trait `{name}` has {n_theirs}",
            (Label(inputs_span(ours, ours.sig_span), f"expected {count(n_theirs)}, found {n_ours}"),), labels, notes,
        )
    )  # fmt: skip
    return False


def _compare_lifetimes(tcx: TyCtxt, item: AssocItem) -> bool:
    """E0195: as many early-bound lifetimes."""
    assert item.trait_item is not None
    ours, theirs = item.def_.node, item.trait_item.node
    assert isinstance(ours, (ast.Fn, ast.TypeAlias_)) and isinstance(theirs, (ast.Fn, ast.TypeAlias_))
    n_ours = sum(p.kind is ParamKind.LIFETIME for p in tcx.generics_of(item.def_).params)
    n_theirs = sum(p.kind is ParamKind.LIFETIME for p in tcx.generics_of(item.trait_item).params)
    if n_ours == n_theirs:
        return True
    mismatched = _late_early_mismatches(tcx, item, ours) if isinstance(ours, ast.Fn) else []
    if mismatched:
        message = "lifetime parameters do not match the trait definition"
        note = "lifetime parameters differ in whether they are early- or late-bound"
        tcx.emit(Diagnostic("E0195", message, tuple(map(Label, mismatched)), notes=(note,)))
        return False
    _report_lifetimes(tcx, item, check_impl_generics.descr(item), ours.generics, theirs.generics)
    return False


def _report_lifetimes(tcx: TyCtxt, item: AssocItem, what: str, ours: ast.Generics, theirs: ast.Generics) -> None:
    assert item.trait_item is not None
    labels: list[Label] = []
    if not item.trait_item.is_std:
        labels.append(Label(theirs.span, f"lifetimes in impl do not match this {what} in trait"))
        bounds = _outlives_bounds(theirs)
        if len(bounds) != len(_outlives_bounds(ours)):
            labels += [Label(bound.lifetime.span, "this bound might be missing in the impl") for bound in bounds]
            if any(isinstance(p, (ast.WhereTypePredicate, ast.WhereLifetimePredicate)) for p in ours.predicates):
                first = ours.predicates[0].span
                start = first.file.text.rfind("where", 0, first.lo)
                span = Span(first.file, start, ours.predicates[-1].span.hi, first.call_site)
                labels.append(Label(span, "this `where` clause might not match the one in the trait"))
    message = f"lifetime parameters or bounds on {what} `{item.name}` do not match the trait declaration"
    tcx.emit(Diagnostic("E0195", message, (Label(ours.span, f"lifetimes do not match {what} in trait"),), tuple(labels)))


def _outlives_bounds(generics: ast.Generics) -> list[ast.LifetimeBound]:
    """The lifetimes that something must outlive."""
    bounds = [bound for param in generics.params for bound in param.bounds]
    bounds += [bound for predicate in generics.predicates for bound in predicate.bounds]
    return [bound for bound in bounds if isinstance(bound, ast.LifetimeBound)]


def _late_early_mismatches(tcx: TyCtxt, item: AssocItem, ours: ast.Fn) -> list[Span]:
    """The lifetimes that an impl's method declares early-bound where the trait's are late-bound, or the other way round
    (rustc: `check_region_late_boundedness`). Which correspond to each other is told by their places in the signatures."""
    assert item.trait_item is not None
    generics, theirs = tcx.generics_of(item.def_), tcx.generics_of(item.trait_item)
    regions = [
        [part for part in t.walk((sig.inputs, sig.output)) if isinstance(part, (t.ReBound, t.ReEarlyParam))]
        for sig in (tcx.fn_sig(item.def_).value, tcx.fn_sig(item.trait_item).value)
    ]
    if len(regions[0]) != len(regions[1]):
        return []
    late = {param.ident.name: param.ident.span for param in ours.generics.params}
    elided = list(_elided_places(ours))
    found: dict[Span, None] = {}
    for own, declared in zip(*regions, strict=True):
        if isinstance(own, t.ReEarlyParam) and isinstance(declared, t.ReBound):
            found[generics.param_at(own.index).def_.span] = None
        elif isinstance(own, t.ReBound) and isinstance(declared, t.ReEarlyParam) and declared.index >= theirs.parent_count:
            number = own.index - len(generics.late_bound)
            place = late.get(own.name) or (elided[number] if 0 <= number < len(elided) else None)
            if place is not None:
                found[place] = None
    return sorted(found)


def _elided_places(node: ast.Fn) -> Iterator[Span]:
    """Where a function's parameters leave out lifetimes of references."""
    stack: list[object] = [param.ty for param in reversed(node.params)]
    if node.self_param is not None:
        if node.self_param.by_ref and node.self_param.lifetime is None:
            yield node.self_param.span
        stack.append(node.self_param.ty)
    while stack:
        here = stack.pop()
        if isinstance(here, ast.RefTy) and here.lifetime is None:
            yield here.span._replace(hi=here.span.lo + 1)
        elif isinstance(here, ast.Lifetime) and here.name == "'_":
            yield here.span
        if isinstance(here, list | tuple):
            stack += reversed(here)
        elif isinstance(here, ast.Node):
            stack += [getattr(here, field.name) for field in reversed(fields(here))]


def _hybrid_env(tcx: TyCtxt, impl: Def, trait_item: Def, trait_to_impl: t.Args) -> ParamEnv:
    """What may be assumed in an impl's method: the impl's predicates and the trait method's own."""
    predicates = [p for p, _ in tcx.predicates_of(impl)]
    predicates += [t.subst(p, trait_to_impl) for p, _ in tcx.own_predicates_of(trait_item)]
    return elaborate.normalized_param_env(tcx, predicates, collect.item_span(impl))


def _trait_to_impl(tcx: TyCtxt, trait_ref: t.TraitRef, item: Def) -> t.Args:
    """The trait item's arguments in terms of the impl's item."""
    generics = tcx.generics_of(item)
    return (*trait_ref.args, *(p.to_arg() for p in generics.params))


def _compare_signature(tcx: TyCtxt, impl: Def, trait_ref: t.TraitRef, item: AssocItem, ours: ast.Fn, theirs: ast.Fn) -> None:
    assert item.trait_item is not None
    args = _trait_to_impl(tcx, trait_ref, item.def_)
    env = _hybrid_env(tcx, impl, item.trait_item, args)
    infcx = tcx.infer_ctxt(env)
    cause = ObligationCause(ours.ident.span)
    impl_sig: t.FnSig = infcx.enter_forall(tcx.fn_sig(item.def_))
    trait_sig: t.FnSig = infcx.enter_forall(t.subst(tcx.fn_sig(item.trait_item), args))
    if (impl_sig.flags | trait_sig.flags) & t.HAS_ERROR:
        return
    if tcx.sink.has_errors:
        # Only where something else is wrong may a signature not be well-formed in the environment of the trait's method.
        why = ObligationCause(collect.item_span(item.def_))
        for ty in t.erase_regions((*impl_sig.inputs, impl_sig.output)):
            infcx.register_obligation(Obligation(t.dummy_binder(t.WellFormed(ty)), why, env))
    mismatch = rpitit.return_mismatch(tcx, impl, item.def_, item.trait_item)
    if mismatch is not None and ours.output is not None:
        _report_return_type(item, ours.output, *mismatch)
        return
    rpitit.unmet_bounds(infcx, trait_sig.output, ObligationCause(ours.output.span) if ours.output is not None else cause)
    impl_sig = infcx.normalize(t.erase_regions(impl_sig), cause)
    trait_sig = infcx.normalize(t.erase_regions(trait_sig), cause)
    unmet = infcx.select_where_possible()
    impl_sig, trait_sig = infcx.resolve_vars_if_possible((impl_sig, trait_sig))
    wrong = _abi_or_safety(ours, theirs, trait_sig, impl_sig)
    if wrong:
        message = f"method `{item.name}` has an incompatible type for trait"
        shown = f"expected signature `{tcx.format_ty(trait_sig)}`\n   found signature `{tcx.format_ty(impl_sig)}`"
        tcx.emit(Diagnostic("E0053", message, (Label(ours.sig_span, wrong),), notes=(_in_trait(item), shown)))
        return
    error = infcx.sub(trait_sig, impl_sig, cause)
    if error is not None:
        _report_signature(infcx, item, ours, theirs, trait_sig, impl_sig, error)
        return
    unmet += [e for e in infcx.select_all_or_error() if e.kind is not ErrorKind.AMBIGUITY]
    if theirs.async_ and not ours.async_ and any(_is_about_future(e.root) for e in unmet):
        message = "method should be `async` or return a future, but it is synchronous"
        note = "this method is `async` so it expects a future to be returned"
        tcx.emit(Diagnostic(None, message, (Label(ours.sig_span),), notes=(note,)))
        return
    if unmet:
        trait_errors.report_fulfillment_errors(infcx, unmet)
        return
    if _compare_predicates(tcx, item, theirs, env):
        check_impl_regions.compare_method(tcx, impl, item, theirs, args, env)


def _is_about_future(obligation: Obligation) -> bool:
    """Whether a bound of the `impl Trait` in the trait's method is what must hold."""
    code = obligation.cause.root_code()
    return isinstance(code, WhereClause) and rpitit.is_rpitit(code.item)


def _compare_predicates(tcx: TyCtxt, item: AssocItem, theirs: ast.Fn | ast.TypeAlias_, env: ParamEnv) -> bool:
    """E0276: the impl's item may ask for no more than the trait's. Nothing is said where it isn't known what this asks for."""
    assert item.trait_item is not None and item.trait_item.parent is not None
    lost = any(p.flags & t.HAS_ERROR for p, _ in tcx.own_predicates_of(item.trait_item))
    if lost or _has_lost_bound(tcx, item.trait_item.parent):
        return True
    infcx = tcx.infer_ctxt(env)
    declared = theirs.span if isinstance(theirs, ast.Fn) else _without_semi(theirs.span)
    fits = True
    for predicate, span in tcx.own_predicates_of(item.def_):
        if isinstance(predicate.value, (t.TypeOutlives, t.RegionOutlives)) or predicate in env.caller_bounds:
            continue
        wanted = infcx.normalize(predicate, span)
        if not infcx.predicate_may_hold(Obligation(wanted, ObligationCause(span), env)):
            tcx.emit(check_impl_regions.stricter_requirement(tcx, item, declared, predicate, span))
            fits = False
    return fits


def _has_lost_bound(tcx: TyCtxt, trait: Def) -> bool:
    """Whether one of the parameters of a trait's items has a bound that is no trait."""
    generics: list[ast.Generics] = [g for child in trait.children if (g := getattr(child.node, "generics", None)) is not None]
    bounds = (bound for g in generics for param in g.params for bound in param.bounds if isinstance(bound, ast.TraitBound))
    lost = (tcx.resolution.path_res.get(bound.path) for bound in bounds)
    return any(res is not None and isinstance(res.base, ErrRes) for res in lost)


def _abi_or_safety(ours: ast.Fn, theirs: ast.Fn, trait_sig: t.FnSig, impl_sig: t.FnSig) -> str:
    """How the qualifiers of a method differ from those of the trait's, in words; "" if they don't."""
    if trait_sig.unsafe is not impl_sig.unsafe:
        wanted, found = ("unsafe", "safe") if trait_sig.unsafe else ("safe", "unsafe")
        return f"expected {wanted} fn, found {found} fn"
    wanted, found = theirs.extern_abi or "Rust", ours.extern_abi or "Rust"
    return "" if wanted == found else f'expected "{wanted}" fn, found "{found}" fn'


def _report_signature(
    infcx: InferCtxt, item: AssocItem, ours: ast.Fn, theirs: ast.Fn, trait_sig: t.FnSig, impl_sig: t.FnSig, error: TypeError_
) -> None:
    """E0053: points at the type that differs, if that can be said (rustc: `extract_spans_for_error_reporting`)."""
    tcx = infcx.tcx
    spans = [ours.self_param.span] if ours.self_param is not None else []
    spans += [param.ty.span for param in ours.params]
    index = error.argument if error.argument < len(spans) else None
    at, in_trait = ours.sig_span, _in_trait(item)
    if error.kind in (TypeErrorKind.ARGUMENT_SORTS, TypeErrorKind.ARGUMENT_MUTABILITY):
        output = ours.output.span if ours.output is not None else ours.sig_span.shrink_to_hi()
        at = spans[index] if index is not None else output
        in_trait = _in_trait(item, error.argument)
    expected = trait_sig.inputs[index] if index is not None else trait_sig.output
    label = errors_types.label_of(infcx, error, error.expected, error.found)

    def declared(param: t.Param) -> Span | None:
        found = next((p for p in tcx.generics_of(item.def_).params if p.index == param.index), None)
        return found.def_.node.ident.span if found is not None and isinstance(found.def_.node, ast.GenericParam) else None

    def shown(sig: t.FnSig) -> str:
        inputs = ", ".join(tcx.format_ty(i) for i in sig.inputs)
        if index is not None:
            return f"fn({inputs})" + (" -> _" if sig.output is not t.UNIT else "")
        return f"fn({inputs}) -> {tcx.format_ty(sig.output)}"

    what = "parameter type" if index is not None else "output type"
    text = tcx.format_ty(expected)
    if index == 0 and ours.self_param is not None:
        assert item.trait_item is not None
        what, text = "self-receiver type", _self_text(tcx, item.trait_item) if theirs.self_param is not None else text
    tcx.emit(
        Diagnostic(
            "E0053", f"method `{item.name}` has an incompatible type for trait", (Label(at, label),),
            tuple(errors_types.param_labels(infcx, error, declared)),
            notes=(in_trait, f"expected signature `{shown(trait_sig)}`\n   found signature `{shown(impl_sig)}`"),
            suggestions=(Suggestion(f"change the {what} to match the trait", ((at, text),)),),
        )
    )  # fmt: skip


def _in_trait(item: AssocItem, index: int | None = None) -> str:
    """ "type in trait", at a type of the trait's method (the one after its parameters is what it returns), or all its head."""
    assert item.trait_item is not None
    node, span = item.trait_item.node, collect.item_span(item.trait_item)
    if isinstance(node, ast.Const) and node.ty is not None:
        span = node.ty.span
    elif isinstance(node, ast.Fn) and index is not None:
        spans = [node.self_param.span] if node.self_param is not None else []
        spans += [param.ty.span for param in node.params]
        spans.append(node.output.span if node.output is not None else node.sig_span.shrink_to_hi())
        span = spans[min(index, len(spans) - 1)]
    return note_at("type in trait", Label(span))


def _report_return_type(item: AssocItem, output: ast.Ty, infcx: InferCtxt, error: TypeError_) -> None:
    """E0053 of a return type that has no part where the trait has `impl Trait`."""
    label = errors_types.label_of(infcx, error, error.expected, error.found)
    message = f"method `{item.name}` has an incompatible return type for trait"
    infcx.tcx.emit(Diagnostic("E0053", message, (Label(output.span, "return type in trait"), Label(output.span, label))))


def _compare_type(tcx: TyCtxt, impl: Def, trait_ref: t.TraitRef, item: AssocItem) -> None:
    """Rustc: `compare_impl_ty`, without the bounds, which wf_check.py looks at."""
    assert item.trait_item is not None and isinstance(item.trait_item.node, ast.TypeAlias_)
    if not check_impl_generics.compare_generics(tcx, item) or not _compare_lifetimes(tcx, item):
        return
    if tcx.own_predicates_of(item.def_):
        env = _hybrid_env(tcx, impl, item.trait_item, _trait_to_impl(tcx, trait_ref, item.def_))
        _compare_predicates(tcx, item, item.trait_item.node, env)


def _declaration(tcx: TyCtxt, def_: Def, ty: t.Param) -> Span | None:
    """Where a type parameter of an item, or of what it stands in, is declared."""
    found = (param for param in tcx.generics_of(def_).all_params() if param.index == ty.index and param.name != "Self")
    return next(map(check_impl_generics.param_span, found), None)


def _compare_const(tcx: TyCtxt, impl: Def, trait_ref: t.TraitRef, item: AssocItem) -> None:
    """E0326."""
    assert item.trait_item is not None
    env = tcx.param_env(impl)
    infcx = tcx.infer_ctxt(env)
    node, trait_node = item.def_.node, item.trait_item.node
    assert isinstance(node, ast.Const) and isinstance(trait_node, ast.Const)
    written = node.ty.span if node.ty is not None else node.ident.span
    if any(written.lo <= at.lo and at.hi <= written.hi for at in tcx.resolution.elided_in_consts):
        # What is left out counts as a parameter of the constant.
        _report_lifetimes(tcx, item, "associated constant", node.generics, trait_node.generics)
        return
    cause = ObligationCause(node.ident.span)
    own, declared = tcx.type_of(item.def_), t.subst(tcx.type_of(item.trait_item), trait_ref.args)
    found = infcx.normalize(t.erase_regions(own), cause)
    expected = infcx.normalize(t.erase_regions(declared), cause)
    infcx.select_where_possible()
    found, expected = infcx.resolve_vars_if_possible((found, expected))
    if (found.flags | expected.flags) & t.HAS_ERROR:
        return
    error = infcx.eq(expected, found, cause)
    if error is None:
        end = node.ty.span if node.ty is not None else node.ident.span
        check_impl_regions.compare_const(tcx, impl, own, declared, node.span.shrink_to_lo().to(end))
        return
    assert node.ty is not None
    notes = [_in_trait(item)]
    if not isinstance(expected, t.Prim) or not isinstance(found, t.Prim):
        wanted, given = (f"{errors_types.prefix_string(infcx, ty)} `{tcx.format_ty(ty)}`" for ty in (expected, found))
        notes.append(f"expected {wanted}\n   found {given}")
    tcx.emit(
        Diagnostic(
            "E0326", f"implemented const `{item.name}` has an incompatible type for trait",
            (Label(node.ty.span, errors_types.describe(infcx, expected, found)),),
            tuple(errors_types.param_labels(infcx, error, lambda param: _declaration(tcx, item.def_, param))), tuple(notes),
        )
    )  # fmt: skip
