"""Words for closures and functions that don't fit an Fn bound: E0525, E0593, E0631 (rustc: `report_closure_error`,
`report_signature_mismatch_error`)."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import pretty_ty
from interpreter.typeck import ty as t
from interpreter.typeck.relate import TypeError_, TypeErrorKind
from interpreter.typeck.traits.obligation import FnArgument, FulfillmentError, Obligation
from interpreter.typeck.traits.select import EvaluationResult

if TYPE_CHECKING:
    from interpreter.typeck.infer import InferCtxt


def unimplemented(
    infcx: InferCtxt, ref: t.TraitRef, error: FulfillmentError, notes: list[str], secondary: tuple[Label, ...]
) -> Diagnostic | None:
    """`F: Fn(A)` that no candidate gives: a closure of another kind, or no callable at all. None for other traits."""
    if not ref.trait.is_fn_trait:
        return None
    self_ty = ref.args[0]
    if isinstance(self_ty, t.Closure):
        return _closure_kind(infcx, self_ty, ref, error, notes, secondary)
    if not isinstance(ref.args[1], t.Tuple):
        return None
    inputs = ", ".join(infcx.tcx.format_ty(e) for e in ref.args[1].elems)
    bound = f"{ref.trait.name}({inputs})"
    shown = infcx.tcx.format_ty(self_ty)
    article = "an" if ref.trait.name.startswith("Fn") else "a"
    return Diagnostic(
        "E0277", f"expected a `{bound}` closure, found `{shown}`",
        (Label(error.obligation.cause.span, f"expected {article} `{bound}` closure, found `{shown}`"),), secondary, tuple(notes),
        (f"the trait `{bound}` is not implemented for `{shown}`",),
    )  # fmt: skip


def uncalled(infcx: InferCtxt, ref: t.TraitRef, obligation: Obligation) -> tuple[Label, ...]:
    """The function or closure whose value would meet a bound, if it was called; an argument's own place is enough (rustc:
    `suggest_fn_call`)."""
    tcx, callable_ = infcx.tcx, ref.args[0]
    if tcx.is_lang_item(ref.trait, "sized") or isinstance(obligation.cause.root_code(), FnArgument):
        return ()
    if isinstance(callable_, t.FnDef):
        output = t.subst(tcx.fn_sig(callable_.def_).value.output, callable_.args)
    elif isinstance(callable_, t.Closure):
        output = infcx.closure(callable_.def_, callable_.args).sig.value.output
    else:
        return ()
    if callable_.def_.is_std or isinstance(infcx.shallow_resolve(output), t.Infer):
        return ()
    args = (t.erase_regions(output), *ref.args[1:])
    if infcx.type_implements_trait(ref.trait, args, obligation.cause, obligation.param_env) is not EvaluationResult.OK:
        return ()
    node = callable_.def_.node
    if isinstance(node, ast.Closure):
        return (Label(node.head_span, "consider calling this closure"),)
    if callable_.def_.kind is DefKind.FN:
        assert isinstance(node, ast.Fn)
        return (Label(node.ident.span, "consider calling this function"),)
    if callable_.def_.kind in (DefKind.STRUCT, DefKind.VARIANT):
        where = tcx.item_span(callable_.def_)
        return (Label(where, f"consider calling the constructor for `{pretty_ty.visible_path(tcx, callable_.def_)}`"),)
    return ()


def _closure_kind(
    infcx: InferCtxt, ty: t.Closure, ref: t.TraitRef, error: FulfillmentError, notes: list[str], secondary: tuple[Label, ...]
) -> Diagnostic:
    closure = infcx.closure(ty.def_, ty.args)
    kind = closure.kind
    found = kind.value if kind is not None else "FnOnce"
    head = ty.def_.node.head_span if isinstance(ty.def_.node, ast.Closure) else ty.def_.span
    span = error.obligation.cause.span
    labels = [*secondary]
    if closure.kind_origin is not None:
        place = closure.kind_origin.place
        why = f"mutates the variable `{place}` here"
        if found == "FnOnce":
            why = f"moves the variable `{place}` out of its environment"
        labels.append(Label(closure.kind_origin.span, f"closure is `{found}` because it {why}"))
    if span != head:
        labels.append(Label(span, f"the requirement to implement `{ref.trait.name}` derives from here"))
    return Diagnostic(
        "E0525", f"expected a closure that implements the `{ref.trait.name}` trait, but this closure only implements `{found}`",
        (Label(head, f"this closure implements `{found}`, not `{ref.trait.name}`"),), tuple(labels), tuple(notes),
    )  # fmt: skip


def signature_mismatch(
    infcx: InferCtxt, error: FulfillmentError, notes: list[str], secondary: tuple[Label, ...]
) -> Diagnostic | None:
    """A callable whose parameters differ from the bound's."""
    if len(error.details) != 3:
        return None
    expected: Any
    found: Any
    expected, found, callable_ = infcx.resolve_vars_if_possible(error.details)
    if (
        isinstance(error.type_error, TypeError_)
        and error.type_error.kind is TypeErrorKind.CYCLIC
        and isinstance(callable_, t.Closure)
    ):
        return cyclic_closure(callable_, notes)
    if t._flags_of((expected, found)) & t.HAS_ERROR or not isinstance(expected, t.Tuple) or not isinstance(found, t.Tuple):
        return None
    if len(expected.elems) != len(found.elems):
        return _arg_count(infcx, error, expected, found, callable_, notes, secondary)
    is_closure = isinstance(callable_, t.Closure)
    what = "closure" if is_closure else "function"
    span = error.obligation.cause.span

    def shown(params: t.Tuple) -> str:
        return f"fn({', '.join(infcx.tcx.format_ty(e) for e in params.elems)}) -> _"

    note = f"expected {what} signature `{shown(expected)}`\n   found {what} signature `{shown(found)}`"
    primary = Label(span, "expected due to this")
    labels = [Label(_signature_span(callable_) or span, "found signature defined here")]
    if not is_closure:
        labels.extend(secondary)
    return Diagnostic("E0631", f"type mismatch in {what} arguments", (primary,), tuple(labels), (note, *notes))


def cyclic_closure(closure: t.Closure, notes: list[str]) -> Diagnostic:
    """E0644."""
    node = closure.def_.node
    span = node.head_span if isinstance(node, ast.Closure) else closure.def_.span
    note = (
        "closures cannot capture themselves or take themselves as argument;\nthis error may be the result of a recent compiler"
        " bug-fix,\nsee issue #46062 <https://github.com/rust-lang/rust/issues/46062>\nfor more information"
    )
    message = "closure/coroutine type that references itself"
    return Diagnostic("E0644", message, (Label(span, "cyclic type of infinite size"),), notes=(note, *notes))


def _signature_span(callable_: object) -> Span | None:
    if isinstance(callable_, t.Closure) and isinstance(callable_.def_.node, ast.Closure):
        return callable_.def_.node.head_span
    if isinstance(callable_, t.FnDef) and isinstance(callable_.def_.node, ast.Fn) and not callable_.def_.is_std:
        return callable_.def_.node.sig_span
    return None


_Args = list[int | None]
"""What a callable takes: None for a plain argument, the number of elements for a tuple."""


def expected_args(args: tuple[t.Ty, ...]) -> _Args:
    """What arguments of these types are."""
    return [len(arg.elems) if isinstance(arg, t.Tuple) else None for arg in args]


def closure_args(node: ast.Closure) -> _Args:
    """What a closure takes, by its patterns."""
    pats = [param.pat for param in node.params]
    return [len(pat.elems) if isinstance(pat, ast.TuplePat) else None for pat in pats]


def _found_args(args: t.Tuple, callable_: object) -> _Args:
    if isinstance(callable_, t.Closure) and isinstance(callable_.def_.node, ast.Closure):
        return closure_args(callable_.def_.node)
    return expected_args(args.elems)


def count_args(args: _Args, other: _Args) -> str:
    """The arguments in words, seen beside what is on the other side."""
    if len(args) == 1 and args[0] is not None:
        return f"a single {args[0]}-tuple as argument"
    distinct = "distinct " if len(other) == 1 and other[0] is not None and len(args) > 1 else ""
    return f"{len(args)} {distinct}argument{'' if len(args) == 1 else 's'}"


def _arg_count(
    infcx: InferCtxt, error: FulfillmentError, expected: t.Tuple, found: t.Tuple, callable_: object, notes: list[str],
    secondary: tuple[Label, ...],
) -> Diagnostic:  # fmt: skip
    is_closure = isinstance(callable_, t.Closure)
    what = "closure" if is_closure else "function"
    wanted, had = expected_args(expected.elems), _found_args(found, callable_)
    want, have = count_args(wanted, had), count_args(had, wanted)
    span = error.obligation.cause.span
    labels: list[Label] = []
    declared = _signature_span(callable_)
    if declared is not None:
        labels.append(Label(declared, f"takes {have}"))
    if not is_closure:
        labels.extend(secondary)
    return Diagnostic(
        "E0593", f"{what} is expected to take {want}, but it takes {have}",
        (Label(span, f"expected {what} that takes {want}"),), tuple(labels), () if is_closure else tuple(notes),
    )  # fmt: skip
