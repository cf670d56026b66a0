"""All lints of a crate, and which there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.diagnostics import Diagnostic, Label, UnsupportedError
from interpreter.lint import control, dead, imports, must_use, style, variables
from interpreter.resolve.attribute_names import LINT_GROUPS

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_ELSEWHERE = frozenset(
    (
        "unreachable_code", "unreachable_patterns", "overflowing_literals", "arithmetic_overflow", "unconditional_panic",
        "bindings_with_variant_name", "warnings",
    )
)  # fmt: skip
COMPUTED = frozenset(
    (
        "unused_variables", "unused_mut", "unused_imports", "unused_must_use", "non_snake_case", "non_camel_case_types",
        "non_upper_case_globals", "path_statements", "dead_code", *control.LINTS,
    )
)  # fmt: skip


def lint_crate(tcx: TyCtxt) -> list[Diagnostic]:
    """What the denied lints find."""
    lints = tcx.resolution.lints
    found: list[Diagnostic] = []

    def emit(lint: str, label: Label, message: str, *more: Label, secondary: tuple[Label, ...] = ()) -> None:
        if lints.denied(lint, label.span):
            found.append(Diagnostic(lint, message, (label, *more), secondary))

    for names, check in (
        (("unused_imports",), imports.check),
        (("unused_variables",), variables.check_unused),
        (("unused_mut",), variables.check_mut),
        (("unused_must_use", "path_statements"), must_use.check),
        (control.LINTS, control.check),
        (("dead_code",), dead.check),
        (("non_snake_case", "non_camel_case_types", "non_upper_case_globals"), style.check),
    ):
        if any(lints.mentions(name) for name in names):
            check(tcx, emit)
    return found


def require_computed(tcx: TyCtxt) -> None:
    """Raises: UnsupportedError if a lint is denied by its own name that is not computed."""
    for spec in tcx.resolution.lints.specs:
        known = spec.lint in COMPUTED or spec.lint in _ELSEWHERE or spec.lint in LINT_GROUPS or "::" in spec.lint
        if spec.level in ("deny", "forbid") and not known:
            raise UnsupportedError(f"the lint `{spec.lint}`, denied", spec.span)
