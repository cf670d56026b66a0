"""All lints of a crate, and which there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.diagnostics import Diagnostic, Label, UnsupportedError
from interpreter.lint import (
    attributes,
    bindings,
    calls,
    casts,
    comparisons,
    control,
    dead,
    delims,
    imports,
    irrefutable,
    lifetimes,
    liveness,
    missing,
    must_use,
    names,
    pointers,
    recursion,
    statements,
    static_mut,
    std_calls,
    style,
    unused_mut,
)
from interpreter.resolve.lint_names import ALLOWED, WARNED

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_ELSEWHERE = frozenset(
    (
        "unreachable_code", "unreachable_patterns",
    )
)  # fmt: skip

_CHECKS = (
    (imports.LINTS, imports.check),
    (liveness.LINTS, liveness.check),
    (unused_mut.LINTS, unused_mut.check),
    (must_use.LINTS, must_use.check),
    (control.LINTS, control.check),
    (dead.LINTS, dead.check),
    (missing.LINTS, missing.check),
    (style.LINTS, style.check),
    (delims.LINTS, delims.check),
    (statements.LINTS, statements.check),
    (recursion.LINTS, recursion.check),
    (comparisons.LINTS, comparisons.check),
    (calls.LINTS, calls.check),
    (bindings.LINTS, bindings.check),
    (casts.LINTS, casts.check),
    (irrefutable.LINTS, irrefutable.check),
    (lifetimes.LINTS, lifetimes.check),
    (names.LINTS, names.check),
    (pointers.LINTS, pointers.check),
    (std_calls.LINTS, std_calls.check),
    (attributes.LINTS, attributes.check),
    (static_mut.LINTS, static_mut.check),
)
COMPUTED = frozenset(name for names, _ in _CHECKS for name in names)
_DESPITE_ERRORS = frozenset((
    "unused_imports", "unused_variables", "unused_assignments", "unused_mut", "non_camel_case_types",
    *control.LINTS, *delims.LINTS, *statements.LINTS, *recursion.LINTS, *casts.LINTS, *irrefutable.LINTS,
    *lifetimes.LINTS, *attributes.LINTS, "unused_macros", "unknown_lints", "non_ascii_idents",
))  # fmt: skip
"""Lints that rustc computes before it gives up because of errors: those of syntax, names and single bodies."""


_DENIED = (
    "let_underscore_lock", "undropped_manually_drops", "invalid_from_utf8_unchecked", "invalid_atomic_ordering",
    "enum_intrinsics_non_enums", *pointers.LINTS,
)  # fmt: skip
"""What is looked for though no attribute denies it."""


def lint_crate(tcx: TyCtxt, errors: bool) -> list[Diagnostic]:
    """What the denied lints find; `errors`: something else is wrong with the crate."""
    lints = tcx.resolution.lints
    by_default = (*_DENIED, "static_mut_refs") if tcx.edition >= 2024 else _DENIED
    found: list[Diagnostic] = []

    def is_looked_for(lint: str) -> bool:
        return (lint in _DESPITE_ERRORS or not errors) and (lint in by_default or lints.mentions(lint))

    def emit(
        lint: str, label: Label, message: str, *more: Label, secondary: tuple[Label, ...] = (), code: str | None = None
    ) -> None:
        # What a macro of std brings about is none of the user's business.
        if not is_looked_for(lint) or label.span.file.is_std:
            return
        if not lints.allowed(lint, label.span) if lint in by_default else lints.denied(lint, label.span):
            found.append(Diagnostic(code or lint, message, (label, *more), secondary))

    for looked_for, check in _CHECKS:
        if any(is_looked_for(name) for name in looked_for):
            check(tcx, emit)
    return found


def require_computed(tcx: TyCtxt) -> None:
    """Raises: UnsupportedError if a lint is denied by its own name that is not computed. Those that are denied anyway are met
    where they arise."""
    for spec in tcx.resolution.lints.specs:
        missing = spec.lint not in COMPUTED and spec.lint not in _ELSEWHERE and spec.lint in ALLOWED | WARNED
        if spec.level in ("deny", "forbid") and missing:
            raise UnsupportedError(f"the lint `{spec.lint}`, denied", spec.span)
