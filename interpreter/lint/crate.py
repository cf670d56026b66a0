"""All lints of a crate, and which there are."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label, UnsupportedError
from interpreter.hints import TYPE_CHECKING
from interpreter.lint import (
    alias_bounds,
    assoc_consts,
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
    (assoc_consts.LINTS, assoc_consts.check),
    (names.LINTS, names.check),
    (alias_bounds.LINTS, alias_bounds.check),
    (pointers.LINTS, pointers.check),
    (std_calls.LINTS, std_calls.check),
    (attributes.LINTS, attributes.check),
    (static_mut.LINTS, static_mut.check),
)
COMPUTED = frozenset(name for names, _ in _CHECKS for name in names)
_NEVER = frozenset((
    "bare_trait_objects", "ellipsis_inclusive_range_patterns", "anonymous_parameters", "keyword_idents_2018", "array_into_iter",
    "absolute_paths_not_starting_with_crate", "rust_2021_incompatible_closure_captures", "rust_2021_incompatible_or_patterns",
    "rust_2021_prefixes_incompatible_syntax", "rust_2021_prelude_collisions", "tyvar_behind_raw_pointer",
    "linker_messages", "aarch64_softfloat_neon", "uses_power_alignment", "improper_gpu_kernel_arg",
    "missing_gpu_kernel_export_name", "rtsan_nonblocking_async", "inline_no_sanitize", "asm_sub_register",
    "bad_asm_style", "incomplete_features", "internal_features", "unstable_features", "unused_features",
    "stable_features", "must_not_suspend", "unused_crate_dependencies", "exported_private_dependencies",
    "unnameable_test_items", "fuzzy_provenance_casts", "lossy_provenance_casts", "multiple_supertrait_upcastable",
    "non_exhaustive_omitted_patterns", "unqualified_local_imports", "deprecated_in_future",
    "unstable_syntax_pre_expansion", "inline_always_mismatching_target_features", "ambiguous_derive_helpers",
))  # fmt: skip
"""Lints of what no program has that the stable rustc compiles for this computer in an edition since 2021."""
_DESPITE_ERRORS = frozenset((
    "unused_imports", "unused_variables", "unused_assignments", "unused_mut", "non_camel_case_types",
    *control.LINTS, *delims.LINTS, *statements.LINTS, *recursion.LINTS, *casts.LINTS, *irrefutable.LINTS,
    *lifetimes.LINTS, *assoc_consts.LINTS, "unused_attributes", "unused_macros", "unknown_lints", "non_ascii_idents",
))  # fmt: skip
"""Lints that rustc computes before it gives up because of errors: those of syntax, names and single bodies."""


_DENIED = (
    "let_underscore_lock", "undropped_manually_drops", "invalid_from_utf8_unchecked", "invalid_atomic_ordering",
    "enum_intrinsics_non_enums", "no_mangle_const_items", *pointers.LINTS, *assoc_consts.LINTS,
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
        missing = spec.lint in (ALLOWED | WARNED) - COMPUTED - _ELSEWHERE - _NEVER
        if spec.level in ("deny", "forbid") and missing:
            raise UnsupportedError(f"the lint `{spec.lint}`, denied", spec.span)
