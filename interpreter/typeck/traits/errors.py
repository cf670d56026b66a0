"""Failed obligations in rustc's words: E0277 and its kin (rustc_trait_selection::error_reporting::traits).

`report_fulfillment_errors` is the entry for typeck of bodies and for the checks of items. What is implied by an error already
told of is left out; so is what is about a type with an error in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.diagnostics import Aborted, Diagnostic, Label, Suggestion, note_at
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.records import replace
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import errors_types, pretty_ty, std_gaps
from interpreter.typeck import ty as t
from interpreter.typeck.relate import TypeError_, TypeErrorKind
from interpreter.typeck.traits import dyn_compat, elaborate, errors_callable, errors_future, on_unimplemented, project
from interpreter.typeck.traits.errors_cause import introduced, name_span, notes_of, undesired_bounds
from interpreter.typeck.traits.obligation import (
    BuiltinDerived,
    ErrorKind,
    FnArgument,
    FulfillmentError,
    ImplDerived,
    MiscCause,
    Obligation,
    ObligationCause,
    WhereClause,
)
from interpreter.typeck.traits.select import EvaluationResult

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.infer import InferCtxt


def report_fulfillment_errors(infcx: InferCtxt, errors: Sequence[FulfillmentError], *, together: bool = False) -> bool:
    """Report what can't be proved; says whether anything was new. `together`: they come from one check (of an item's header),
    where the same failure at several places is told once.

    Raises: Aborted after an overflow."""
    told = infcx.reported_predicates
    fresh = [e for e in errors if not references_error(infcx, e)]
    fresh.sort(key=_sized_last)
    overflows = [e for e in fresh if e.kind is ErrorKind.OVERFLOW]
    # An overflow ends rustc's checking; what else came of it isn't told.
    fresh = [e for e in fresh if e.kind is not ErrorKind.OVERFLOW] or overflows[-1:]
    reported = False
    predicates = [infcx.resolve_vars_if_possible(e.obligation.predicate) for e in fresh]
    for i, (error, predicate) in enumerate(zip(fresh, predicates, strict=True)):
        span = error.obligation.cause.span
        if error.kind is not ErrorKind.AMBIGUITY:
            before = map(infcx.resolve_vars_if_possible, told.get(span, ()))
            if any(p is predicate or _implies(infcx, p, predicate) for p in before):
                continue
            if any(
                (_implies(infcx, other, predicate) or (together and other is predicate and at < i))
                and (together or fresh[at].obligation.cause.span == span)
                for at, other in enumerate(predicates)
            ):
                continue
        told.setdefault(span, []).append(predicate)
        diagnostic = describe(infcx, error)
        if diagnostic is not None:
            infcx.tcx.emit(diagnostic)
            reported = True
            if error.kind is ErrorKind.OVERFLOW:
                raise Aborted
    return reported


def _sized_last(error: FulfillmentError) -> int:
    kind = error.obligation.predicate.value
    return 1 if isinstance(kind, t.WellFormed) or error.kind is ErrorKind.AMBIGUITY else 0


def references_error(infcx: InferCtxt, error: FulfillmentError) -> bool:
    """Something wrong in it was told already: for what can't be decided, also in what it was needed for."""
    if infcx.resolve_vars_if_possible(error.obligation.predicate).flags & t.HAS_ERROR:
        return True
    code = error.obligation.cause.code
    while error.kind is ErrorKind.AMBIGUITY and isinstance(code, (ImplDerived, BuiltinDerived)):
        if infcx.resolve_vars_if_possible(code.parent).flags & t.HAS_ERROR:
            return True
        code = code.parent_cause.code
    return False


def _implies(infcx: InferCtxt, a: t.Predicate, b: t.Predicate) -> bool:
    """`a` has `b` among its supertraits (rustc: `error_implies`)."""
    if a is b or not isinstance(a.value, t.TraitPredicate) or not isinstance(b.value, t.TraitPredicate):
        return False
    return b in elaborate.elaborate(infcx.tcx, [a])[1:]


def describe(infcx: InferCtxt, error: FulfillmentError) -> Diagnostic | None:
    """The diagnostic for one failed obligation; None if there is nothing to say."""
    found = _describe(infcx, error)
    code = error.obligation.cause.root_code()
    if found is None or not isinstance(code, FnArgument) or code.receiver is None:
        return found
    primary = tuple([replace(label, span=code.callee_span) if label.span == code.receiver else label for label in found.primary])
    secondary = found.secondary if primary == found.primary else tuple([s for s in found.secondary if s.span != code.callee_span])
    return replace(found, primary=primary, secondary=secondary)


def _describe(infcx: InferCtxt, error: FulfillmentError) -> Diagnostic | None:
    match error.kind:
        case ErrorKind.UNIMPLEMENTED:
            return _unimplemented(infcx, error)
        case ErrorKind.SIGNATURE_MISMATCH:
            cause = error.obligation.cause
            return errors_callable.signature_mismatch(infcx, error, notes_of(infcx, cause), introduced(cause))
        case ErrorKind.MISMATCHED_PROJECTION:
            return _projection(infcx, error)
        case ErrorKind.AMBIGUITY:
            return _ambiguity(infcx, error)
        case ErrorKind.OVERFLOW:
            return _overflow(infcx, error)
        case ErrorKind.NOT_DYN_COMPATIBLE:
            trait = error.details[0]
            assert isinstance(trait, Def)
            return not_dyn_compatible(infcx.tcx, trait, error.obligation.cause.span)
        case _:
            return None


# ------------------------------------------------------------------------------------------------ E0277


_DERIVABLE = ("Clone", "Copy", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd")
_NEVER_BORROW = ("copy", "clone", "send", "unpin", "sized")


def _unimplemented(infcx: InferCtxt, error: FulfillmentError) -> Diagnostic | None:
    tcx = infcx.tcx
    leaf = _trait_ref(infcx, error.obligation.predicate)
    if leaf is None:
        return Diagnostic(
            "E0277",
            f"the requirement `{tcx.format_ty(infcx.resolve_vars_if_possible(error.obligation.predicate))}` is not satisfied",
            (Label(error.obligation.cause.span),),
        )  # fmt: skip
    cause = error.obligation.cause
    std_gaps.require_known_impl(tcx, leaf, cause.span)
    future = errors_future.not_sendable(infcx, leaf, cause)
    if future is not None:
        return future
    if isinstance(cause.code, WhereClause) and cause.code.item.is_fn_trait and tcx.is_lang_item(leaf.trait, "tuple_trait"):
        why = f"the nightly-only, unstable trait `std::marker::Tuple` is not implemented for `{tcx.format_ty(leaf.args[0])}`"
        message = f"type parameter to bare `{cause.code.item.name}` trait must be a tuple"
        return Diagnostic("E0059", message, (Label(cause.span, why),), notes=tuple(notes_of(infcx, cause)))
    root = _trait_ref(infcx, error.root.predicate)
    main = _main_trait_ref(infcx, leaf, root)
    if main is leaf or isinstance(leaf.args[0], t.Closure):
        callable_ = errors_callable.unimplemented(infcx, leaf, error, notes_of(infcx, cause), introduced(error.obligation.cause))
        if callable_ is not None:
            return callable_
    in_format, of_main = infcx.is_format_argument(cause.span), cause.code is MiscCause.MAIN_RETURN
    words = on_unimplemented.words_for(tcx, main, in_format=in_format, of_main=of_main)
    borrow = _reference_would_do(infcx, error, leaf)
    if borrow is not None:
        leaf = main = borrow
        words.label = None
    self_text = tcx.format_ty(leaf.args[0])
    predicate = error.obligation.predicate if main is leaf else t.dummy_binder(leaf)
    trait_text = pretty_ty.poly_trait_path(tcx, predicate, leaf)
    main_text = pretty_ty.poly_trait_bound(tcx, predicate, main)
    message = words.message or f"the trait bound `{main_text}` is not satisfied"
    within = _within(infcx, cause)
    pre = f"within `{tcx.format_ty(within)}`, " if within is not None else ""
    kind = " fn item" if isinstance(leaf.args[0], t.FnDef) else " closure" if _is_plain_closure(leaf.args[0]) else ""
    explanation = (
        MiscCause.MAIN_RETURN.value
        if of_main
        else f"{pre}the trait `{trait_text}` is not implemented for{kind} `{self_text}`"
    )
    helps: list[str] = []
    notes: list[str] = []
    suggestions: list[Suggestion] = []
    derive = _derive_suggestion(infcx, leaf, error.obligation)
    self_ty = leaf.args[0]
    local = isinstance(self_ty, t.Adt) and not self_ty.def_.is_std and derive is None
    label = words.label
    at_type = explanation
    if isinstance(self_ty, t.Adt) and derive is None:
        at_type = note_at(explanation, Label(tcx.item_span(self_ty.def_)))
    if label is not None:
        if not isinstance(self_ty, t.Param):
            helps.append(at_type)
    elif local and borrow is None:
        label = "unsatisfied trait bound"
        helps.append(at_type)
    else:
        label = explanation
    notes.extend(words.notes)
    other = _other_impls(infcx, leaf) or (_impls_for_root(infcx, root) if root is not None and root is not leaf else None)
    if other is not None:
        helps.append(other)
    notes.extend(notes_of(infcx, cause))
    helps.extend(undesired_bounds(infcx, cause))
    secondary = [*introduced(error.obligation.cause), *errors_callable.uncalled(infcx, leaf, error.obligation)]
    if within is not None and isinstance(within, t.Closure):
        head = within.def_.node
        span = head.head_span if isinstance(head, ast.Closure) else within.def_.span
        secondary.insert(0, Label(span, f"within this `{tcx.format_ty(within)}`"))
    if derive is not None:
        suggestions.append(derive)
    if isinstance(self_ty, t.Param):
        restrict = _restriction(infcx, self_ty, leaf, error.obligation)
        if restrict is not None:
            suggestions.append(restrict)
        if tcx.is_lang_item(leaf.trait, "sized"):
            span_of = _param_span(infcx, self_ty, error.obligation)
            if span_of is not None:
                secondary.insert(0, Label(span_of, "this type parameter needs to be `Sized`"))
    if tcx.is_lang_item(leaf.trait, "sized"):
        suggestions += _for_unsized(infcx, cause)
    if borrow is not None:
        suggestions.append(Suggestion("consider borrowing here", ((cause.span.shrink_to_lo(), "&"),)))
    return Diagnostic(
        "E0277", message, (Label(cause.span, label),), tuple(secondary), tuple(notes), tuple(helps), tuple(suggestions)
    )


def _for_unsized(infcx: InferCtxt, cause: ObligationCause) -> list[Suggestion]:
    """A parameter that could be borrowed, or a type parameter that need not be `Sized` (rustc:
    `suggest_unsized_bound_if_applicable`)."""
    code, span = cause.root_code(), cause.span
    if code is MiscCause.SIZED_ARGUMENT:
        # Only a type that is written is a place for `&`.
        if span.call_site is not None or not span.file.text[: span.lo].rstrip().endswith(":") or span.text.startswith("dyn "):
            return []
        kind = "slices" if span.text.startswith("[") else "types"
        words = f"function arguments must have a statically known size, borrowed {kind} always have a known size"
        return [Suggestion(words, ((span.shrink_to_lo(), "&"),))]
    clause = code.parent if isinstance(code, FnArgument) else code
    if not isinstance(clause, WhereClause) or clause.item.is_std:
        return []
    for param in infcx.tcx.generics_of(clause.item).params:
        node = param.def_.node
        if not isinstance(node, ast.GenericParam) or node.ident.span.lo != clause.span.lo or node.default is not None:
            continue
        if clause.item.kind in (DefKind.STRUCT, DefKind.ENUM, DefKind.UNION):
            fields, args = infcx.tcx.adt_def(clause.item).all_fields(), infcx.tcx.identity_args(clause.item)
            if any(field.ty(infcx.tcx, args) is args[param.index] for field in fields):
                return []
        generics: ast.Generics = clause.item.node.generics  # type: ignore[attr-defined]
        wheres = [where for where in generics.predicates if isinstance(where, ast.WhereTypePredicate)]
        bounds = [bound for where in wheres if where.ty.span.text == param.name for bound in where.bounds] or node.bounds
        place = (bounds[-1].span if bounds else node.ident.span).shrink_to_hi()
        words = "consider relaxing the implicit `Sized` restriction"
        return [Suggestion(words, ((place, f"{' +' if bounds else ':'} ?Sized"),))]
    return []


def _is_plain_closure(ty: object) -> bool:
    return isinstance(ty, t.Closure) and not pretty_ty.is_async_closure(ty.def_)


def _trait_ref(infcx: InferCtxt, predicate: t.Predicate) -> t.TraitRef | None:
    kind = infcx.resolve_vars_if_possible(predicate).value
    return kind.trait_ref if isinstance(kind, t.TraitPredicate) else None


def _main_trait_ref(infcx: InferCtxt, leaf: t.TraitRef, root: t.TraitRef | None) -> t.TraitRef:
    """Whether the message is about the root obligation: when it is about the same type but another trait."""
    if root is None or root.trait is leaf.trait or infcx.tcx.is_lang_item(root.trait, "unsize"):
        return leaf
    if t._flags_of((leaf.args[0], root.args[0])) & t.HAS_BOUND:
        return leaf
    return root if infcx.can_eq(_peel(leaf.args[0]), _peel(root.args[0])) else leaf


def _peel(ty: Any) -> Any:
    while isinstance(ty, t.Ref):
        ty = ty.ty
    return ty


def _within(infcx: InferCtxt, cause: ObligationCause) -> t.Ty | None:
    """The outermost type that an auto trait was looked for within."""
    found: t.Ty | None = None
    code = cause.code
    while isinstance(code, BuiltinDerived):
        ref = _trait_ref(infcx, code.parent)
        if ref is None or not infcx.tcx.trait_def(ref.trait).auto:
            return None
        found = ref.args[0]  # type: ignore[assignment]
        code = code.parent_cause.code
    return found


def _reference_would_do(infcx: InferCtxt, error: FulfillmentError, leaf: t.TraitRef) -> t.TraitRef | None:
    """What would hold of an argument that was borrowed: the bound, or what an impl has made of it (rustc:
    `suggest_add_reference_to_arg`)."""
    cause, tcx = error.obligation.cause, infcx.tcx
    if not isinstance(cause.root_code(), FnArgument) or cause.span.call_site is not None or cause.span.text.startswith("&"):
        return None
    wanted: t.TraitRef | None = leaf
    if isinstance(cause.code, ImplDerived):
        wanted = _trait_ref(infcx, cause.code.parent)
    elif not isinstance(cause.code, FnArgument) or any(tcx.lang_item_or_none(name) is leaf.trait for name in _NEVER_BORROW):
        return None
    if wanted is None or t._flags_of(wanted.args) & t.HAS_BOUND:
        return None
    for mutable in (False, True):
        args = (t.Ref(t.RE_ERASED, wanted.args[0], mutable), *wanted.args[1:])
        if infcx.type_implements_trait(wanted.trait, args, cause, error.obligation.param_env) is EvaluationResult.OK:
            return wanted
    return None


def _derive_suggestion(infcx: InferCtxt, ref: t.TraitRef, obligation: Obligation) -> Suggestion | None:
    self_ty = ref.args[0]
    if not isinstance(self_ty, t.Adt) or self_ty.def_.is_std or ref.trait.name not in _DERIVABLE or not ref.trait.is_std:
        return None
    tcx = infcx.tcx
    adt = tcx.adt_def(self_ty.def_)
    if (len(ref.args) > 1 and ref.args[1] is not self_ty) or (ref.trait.name == "Default" and adt.is_enum):
        return None
    for field in adt.all_fields():
        ty = field.ty(tcx, self_ty.args)
        args = (ty, ty) if len(ref.args) > 1 else (ty,)
        if infcx.type_implements_trait(ref.trait, args, obligation.cause, obligation.param_env) is not EvaluationResult.OK:
            return None
    text = f"#[derive({ref.trait.name})]\n"
    return Suggestion(
        f"consider annotating `{tcx.format_ty(self_ty)}` with `#[derive({ref.trait.name})]`",
        ((tcx.item_span(self_ty.def_).shrink_to_lo(), text),),
    )


def _param_span(infcx: InferCtxt, ty: t.Param, obligation: Obligation) -> Span | None:
    body = obligation.cause.body
    if body is None or ty.name == "Self":
        return None
    for param in infcx.tcx.generics_of(body).all_params():
        if param.index == ty.index:
            return param.def_.node.ident.span if isinstance(param.def_.node, ast.GenericParam) else param.def_.span
    return None


def _restriction(infcx: InferCtxt, ty: t.Param, ref: t.TraitRef, obligation: Obligation) -> Suggestion | None:
    span = _param_span(infcx, ty, obligation)
    if span is None or infcx.tcx.is_lang_item(ref.trait, "sized"):
        return None
    shown = pretty_ty.trait_path(infcx.tcx, ref)
    full = ref.trait.path() + (shown[shown.index("<") :] if "<" in shown else "")
    short = ref.trait.name + (shown[shown.index("<") :] if "<" in shown else "")
    return Suggestion(
        f"consider restricting type parameter `{ty.name}` with trait `{short}`", ((span.shrink_to_hi(), f": {full}"),)
    )


def _other_impls(infcx: InferCtxt, ref: t.TraitRef) -> str | None:
    """What else implements the trait, for a trait of the user's (std's real impls are more than crabwalk has)."""
    tcx = infcx.tcx
    if ref.trait.is_std or tcx.trait_def(ref.trait).auto:
        return None
    impls = [i for i in tcx.trait_impls(ref.trait).all() if not tcx.impl_is_negative(i)]
    headers = [(header, impl) for impl in impls if (header := tcx.impl_trait_ref(impl)) is not None]
    if isinstance(ref.args[0], t.Param):
        return None
    if not headers:
        return note_at("this trait has no implementations, consider adding one", Label(tcx.item_span(ref.trait)))
    if len(headers) == 1:
        header, impl = headers[0]
        if isinstance(header.args[0], t.Param):
            return None
        same = len(header.args) == 1 or header.args[1:] == ref.args[1:]
        if not same and infcx.can_eq(ref.args[0], header.args[0]):
            text = (
                f"the trait `{pretty_ty.trait_path(tcx, ref)}` is not implemented for `{tcx.format_ty(ref.args[0])}`\n"
                f"but trait `{pretty_ty.trait_path(tcx, header)}` is implemented for it"
            )
        else:
            text = f"the trait `{pretty_ty.trait_path(tcx, header)}` is implemented for `{tcx.format_ty(header.args[0])}`"
        return note_at(text, Label(tcx.item_span(impl)))
    return _list_impls(tcx, headers)


def _impls_for_root(infcx: InferCtxt, root: t.TraitRef) -> str | None:
    """The only impl of the trait that was asked for at first for a type like that (rustc:
    `report_similar_impl_candidates_for_root_obligation`)."""
    tcx, ty = infcx.tcx, root.args[0]
    if not isinstance(ty, t.Adt) or tcx.trait_def(root.trait).auto:
        return None
    headers = [(tcx.impl_trait_ref(impl), impl) for impl in tcx.trait_impls(root.trait).all() if not tcx.impl_is_negative(impl)]
    fitting = [(ref, impl) for ref, impl in headers if ref is not None and isinstance(ref.args[0], t.Adt)]
    fitting = [(ref, impl) for ref, impl in fitting if ref.args[0].def_ is ty.def_]  # type: ignore[union-attr]
    if len(fitting) != 1 or fitting[0][1].is_std:
        return None
    ref, impl = fitting[0]
    text = f"the trait `{pretty_ty.trait_path(tcx, ref)}` is implemented for `{tcx.format_ty(ref.args[0])}`"
    return note_at(text, Label(tcx.item_span(impl).as_written()))


def _list_impls(tcx: TyCtxt, headers: list[tuple[t.TraitRef, Def]]) -> str:
    """A few impls at their places, more of them by name."""
    one_trait = len({ref.args[1:] for ref, _ in headers}) == 1

    def shown(ref: t.TraitRef) -> str:
        ty, path = tcx.format_ty(ref.args[0]), pretty_ty.trait_path(tcx, ref)
        return f"`{ty}`" if one_trait else f"`{ty}` implements `{path}`"

    shared = pretty_ty.trait_path(tcx, headers[0][0]) if one_trait else _generic_name(tcx, headers[0][0].trait)
    text = f"the following other types implement trait `{shared}`"
    if len(headers) < 5:
        return note_at(text, *[Label(tcx.item_span(impl), shown(ref)) for ref, impl in headers])
    listed = sorted(tcx.format_ty(ref.args[0]) if one_trait else shown(ref) for ref, _ in headers)
    more = f"\nand {len(listed) - 8} others" if len(listed) > 9 else ""
    return f"{text}:" + "".join(f"\n  {each}" for each in (listed[:8] if more else listed)) + more


def _generic_name(tcx: TyCtxt, trait: Def) -> str:
    names = [p.name for p in tcx.generics_of(trait).params[1:]]
    return trait.name + (f"<{', '.join(names)}>" if names else "")


# ------------------------------------------------------------------------------------------------ E0271, E0275, E0282/3, E0038


def _projection(infcx: InferCtxt, error: FulfillmentError) -> Diagnostic | None:
    tcx = infcx.tcx
    kind = infcx.resolve_vars_if_possible(error.obligation.predicate).value
    assert isinstance(kind, t.ProjectionPredicate)
    cause = error.obligation.cause
    actual: Any = None
    with infcx.probe():
        projected = project.cached_project(infcx, kind.alias, cause, error.obligation.param_env, 0)
        if isinstance(projected, project.Progress):
            actual = infcx.resolve_vars_if_possible(projected.ty)
        elif isinstance(projected, project.Rigid):
            actual = kind.alias
    alias, term = kind.alias, kind.term
    if (t._flags_of(actual) | term.flags) & t.HAS_ERROR:
        return None
    term_text = pretty_ty.format_short(tcx, term)
    notes = notes_of(infcx, cause)
    mismatch = f"type mismatch resolving `{pretty_ty.format_short(tcx, kind)}`"
    if actual is not None and alias.def_ is tcx.lang_item_or_none("fn_once_output"):
        shown = alias.args[0]
        item = shown.def_.name if isinstance(shown, t.FnDef) else pretty_ty.format_short(tcx, shown)
        message = f"expected `{item}` to return `{term_text}`, but it returns `{pretty_ty.format_short(tcx, actual)}`"
    elif actual is not None and alias.def_ is tcx.lang_item_or_none("iterator_item"):
        shown_self = pretty_ty.format_short(tcx, alias.args[0])
        yielded = pretty_ty.format_short(tcx, actual)
        message = f"expected `{shown_self}` to be an iterator that yields `{term_text}`, but it yields `{yielded}`"
    elif actual is not None and tcx.is_lang_item(alias.def_, "future_output"):
        what = f"expected `{pretty_ty.format_short(tcx, alias.args[0])}` to be a future that resolves to"
        message = f"{what} `{term_text}`, but it resolves to `{pretty_ty.format_short(tcx, actual)}`"
    else:
        message = mismatch
    own = actual is None or project.is_in_own_impl(infcx, alias, cause, error.obligation.param_env)
    label = mismatch if own else _sorts(infcx, error.type_error, term, actual)
    primary, secondary = Label(cause.span, label), introduced(error.obligation.cause)
    if not own and isinstance(error.type_error, TypeError_):
        body = error.obligation
        secondary = (*secondary, *errors_types.param_labels(infcx, error.type_error, lambda ty: _param_span(infcx, ty, body)))
    closure = alias.args[0].def_.node if isinstance(alias.args[0], t.Closure) and not own else None
    if isinstance(closure, ast.Closure):
        primary = Label(_returned(closure), label)
        elsewhere = closure.span != cause.span
        used = (Label(cause.span, "closure used here"),) if elsewhere else ()
        secondary = (Label(closure.head_span, "this closure"), *used, *secondary)
    return Diagnostic("E0271", message, (primary,), secondary, tuple(notes))


def _returned(closure: ast.Closure) -> Span:
    """Where it is to be seen what a closure returns: its return type, or the end of its body."""
    if closure.output is not None:
        return closure.output.span
    body = closure.body
    if not isinstance(body, ast.BlockExpr):
        return body.span
    if body.block.expr is not None:
        return body.block.expr.span
    return body.block.stmts[-1].span if body.block.stmts else body.span


def _sorts(infcx: InferCtxt, type_error: object, expected: t.Ty, found: t.Ty) -> str:
    if not isinstance(type_error, TypeError_):
        return errors_types.describe(infcx, expected, found)
    if type_error.kind is TypeErrorKind.SORTS:
        expected, found = type_error.expected, type_error.found
    return errors_types.label_of(infcx, type_error, expected, found)


def _overflow(infcx: InferCtxt, error: FulfillmentError) -> Diagnostic:
    tcx = infcx.tcx
    predicate = infcx.resolve_vars_if_possible(error.obligation.predicate)
    message = f"overflow evaluating the requirement `{pretty_ty.format_cut(tcx, predicate)}`"
    return Diagnostic(
        "E0275", message, (Label(error.obligation.cause.span),),
        notes=tuple(notes_of(infcx, error.obligation.cause)),
    )  # fmt: skip


def _ambiguity(infcx: InferCtxt, error: FulfillmentError) -> Diagnostic | None:
    """E0283 (E0282 for Sized) of an obligation whose type is still a variable at the end."""
    tcx = infcx.tcx
    predicate = infcx.resolve_vars_if_possible(error.obligation.predicate)
    kind = predicate.value
    span = error.obligation.cause.span
    if isinstance(kind, t.TraitPredicate):
        ref = kind.trait_ref
        if tcx.is_lang_item(ref.trait, "sized"):
            return Diagnostic("E0282", "type annotations needed", (Label(span, "cannot infer type"),))
        shown = f"{tcx.format_ty(ref.args[0])}: {pretty_ty.trait_path(tcx, ref)}"
        label = "cannot infer type"
        var = next((v for v in t.walk(ref.args) if isinstance(v, t.Infer)), None)
        if var is not None:
            param = infcx.origin(var).param
            if param is not None and param.parent is not None:
                owner = f"{_kind_word(param.parent)} `{param.parent.name}`"
                label = f"cannot infer type of the type parameter `{param.name}` declared on the {owner}"
        return Diagnostic(
            "E0283", "type annotations needed", (Label(span, label),),
            notes=(f"cannot satisfy `{shown}`", *notes_of(infcx, error.obligation.cause)),
        )  # fmt: skip
    if isinstance(kind, t.ProjectionPredicate):
        return Diagnostic(
            "E0284", "type annotations needed", (Label(span, "cannot infer type"),),
            notes=(f"cannot satisfy `{tcx.format_ty(kind)}`",),
        )  # fmt: skip
    return Diagnostic("E0282", "type annotations needed", (Label(span, "cannot infer type"),))


def _kind_word(def_: Def) -> str:
    if def_.kind is DefKind.ASSOC_FN:
        return "method" if getattr(def_.node, "self_param", None) is not None else "associated function"
    return def_.kind.value  # type: ignore[no-any-return]


def not_dyn_compatible(tcx: TyCtxt, trait: Def, span: Span) -> Diagnostic:
    """E0038 at a place where `dyn Trait` is written or made."""
    found = dyn_compat.violations(tcx, trait)
    name = pretty_ty.visible_path(tcx, trait)
    note = note_at(
        "for a trait to be dyn compatible it needs to allow building a vtable\n"
        "for more information, visit <https://doc.rust-lang.org/reference/items/traits.html#dyn-compatibility>",
        *[Label(violation.span, violation.label) for violation in found],
        beside=(Label(name_span(trait), "this trait is not dyn compatible..."),),
    )
    solvable = [] if trait.is_std else found
    helps = sorted({help for violation in solvable for help in violation.helps})
    suggestions = tuple([suggestion for violation in solvable for suggestion in violation.suggestions])
    return Diagnostic(
        "E0038",
        f"the trait `{name}` is not dyn compatible",
        (Label(span, f"`{name}` is not dyn compatible"),),
        (),
        (note,),
        (*helps, *_instead_of_object(tcx, trait, name)),
        suggestions,
    )


def _instead_of_object(tcx: TyCtxt, trait: Def, name: str) -> list[str]:
    """The few types that implement a trait, which could be used directly (rustc: `attempt_dyn_to_enum_suggestion`)."""
    impls = [tcx.impl_trait_ref(impl) for impl in tcx.trait_impls(trait).all()]
    types = [header.args[0] for header in impls if header is not None]
    if trait.is_std or not 0 < len(types) <= 9:
        return []
    for ty in types:
        if isinstance(ty, (t.Slice, t.Dynamic)) or ty is t.STR or any(isinstance(part, t.Param) for part in t.walk(ty)):
            return []
    shown = [tcx.format_ty(ty) for ty in types]
    if len(shown) == 1:
        return [f"only type `{shown[0]}` implements `{name}`; consider using it directly instead."]
    listed = "".join(f"  {ty}\n" for ty in shown)
    return [
        f"the following types implement `{name}`:\n{listed}consider defining an enum where each variant holds one of these"
        f" types,\nimplementing `{name}` for this new enum and using it instead"
    ]
