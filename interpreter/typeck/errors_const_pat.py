"""Errors of constants that can't be patterns, in rustc's words (rustc: `const_to_pat::mk_err`)."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label, SpannedNote
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.errors_types import prefix_string

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt

_STRUCTURAL = "see https://doc.rust-lang.org/stable/std/marker/trait.StructuralPartialEq.html for details"


def report_generic_constant(fcx: FnCtxt, span: Span, def_: Def, args: t.Args) -> None:
    """E0158."""
    secondary = _definition(fcx, def_)
    for param in (p for p in t.walk(args) if isinstance(p, t.Param)):
        where = fcx.param_span(param)
        if where is not None:
            secondary += (Label(where, "constant depends on this generic parameter"),)
    fcx.emit(
        Diagnostic(
            "E0158", "constant pattern cannot depend on generic parameters",
            (Label(span, "`const` depends on a generic parameter"),), secondary,
        )
    )  # fmt: skip


def report_no_constant(fcx: FnCtxt, span: Span, def_: Def) -> None:
    """E0158 of a const parameter or a static, at an end of a range."""
    if def_.kind is DefKind.STATIC:
        what, label = "statics", Label(fcx.tcx.item_span(def_), "`static` defined here")
    else:
        at = def_.node.span if isinstance(def_.node, ast.Node) else def_.span
        what, label = "constant parameters", Label(at, "constant defined here")
    message = f"{what} cannot be referenced in patterns"
    fcx.emit(Diagnostic("E0158", message, (Label(span, "can't be used in patterns"),), (label,)))


def report_not_structural(fcx: FnCtxt, span: Span, ty: t.Adt, manual: Def | None, const: Def | None) -> None:
    """Its type doesn't derive PartialEq. `manual`: the impl that somebody wrote instead."""
    advice = f"`{fcx.fmt(ty)}` must be annotated with `#[derive(PartialEq)]` to be usable in patterns"
    notes: tuple[str, ...] = (_STRUCTURAL,)
    secondary = _definition(fcx, const)
    if not ty.def_.is_std:
        secondary = (Label(fcx.tcx.item_span(ty.def_), advice), *secondary)
    if manual is not None and not manual.is_std:
        note = f"the `PartialEq` trait must be derived, manual `impl`s are not sufficient; {_STRUCTURAL}"
        notes = (SpannedNote(note, (Label(fcx.tcx.item_span(manual)),)),)
    fcx.emit(
        Diagnostic(
            None, f"constant of non-structural type `{fcx.fmt(ty)}` in a pattern",
            (Label(span, "constant of non-structural type"),), secondary, notes,
        )
    )  # fmt: skip


def report_not_partial_eq(fcx: FnCtxt, span: Span, ty: t.Ty, incomparable: list[t.Adt], const: Def | None) -> None:
    """All of the value is structural, but its type as a whole can't be compared, as it depends on `incomparable` ones."""
    secondary = _definition(fcx, const)
    if incomparable:
        advice = "must be annotated with `#[derive(PartialEq)]` to be usable in patterns"
        places = {fcx.tcx.item_span(part.def_): None for part in incomparable if not part.def_.is_std}
        secondary = (*(Label(place, advice) for place in places), *secondary)
        message, label = f"constant of non-structural type `{fcx.fmt(ty)}` in a pattern", "constant of non-structural type"
    else:
        message = f"constant pattern cannot be of type `{fcx.fmt(ty)}`, as it does not implement `PartialEq`"
        label = f"`{fcx.fmt(ty)}` must implement `PartialEq`"
    fcx.emit(Diagnostic(None, message, (Label(span, label),), secondary))


def report_nan(fcx: FnCtxt, span: Span, const: Def | None) -> None:
    """Nothing equals NaN."""
    fcx.emit(
        Diagnostic(
            None, "cannot use NaN in patterns", (Label(span, "evaluates to `NaN`, which is not allowed in patterns"),),
            _definition(fcx, const), ("NaNs compare inequal to everything, even themselves, so this pattern would never match",),
            ("try using the `is_nan` method instead",),
        )
    )  # fmt: skip


def report_no_valtree(fcx: FnCtxt, span: Span, ty: t.Ty, const: Def | None) -> None:
    """A part of it has a type whose values aren't trees: unions, functions, pointers, trait objects."""
    notes: tuple[str, ...] = ()
    if isinstance(ty, t.Adt) and ty.def_.kind is DefKind.UNION:
        message, label = "cannot use unions in constant patterns", "can't use a `union` here"
    elif isinstance(ty, (t.FnPtr, t.RawPtr)):
        message = (
            "function pointers and raw pointers not derived from integers in patterns behave unpredictably and should not be "
            "relied upon"
        )
        label = "can't be used in patterns"
        notes = ("see https://github.com/rust-lang/rust/issues/70861 for details",)
    else:
        kind = prefix_string(fcx.infcx, ty)
        message, label = f"{kind} `{fcx.fmt(ty)}` cannot be used in patterns", f"{kind} can't be used in patterns"
    fcx.emit(Diagnostic(None, message, (Label(span, label),), _definition(fcx, const), notes))


def _definition(fcx: FnCtxt, def_: Def | None) -> tuple[Label, ...]:
    """Where the constant stands."""
    if def_ is None or def_.is_std or def_.kind not in (DefKind.CONST, DefKind.ASSOC_CONST):
        return ()
    span = def_.span
    if isinstance(def_.node, ast.Const) and def_.node.ty is not None:
        start = def_.node.span if def_.node.vis.kind is ast.VisKind.INHERITED else def_.node.vis.span
        span = start.shrink_to_lo().to(def_.node.ty.span)
    labels = (Label(span, "constant defined here"),)
    if def_.kind is DefKind.ASSOC_CONST and def_.parent is not None:
        return (Label(fcx.tcx.item_span(def_.parent), ""), *labels)
    return labels
