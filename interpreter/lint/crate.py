"""All lints of a crate, and which there are."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label, UnsupportedError
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.checks import DESPITE_ERRORS, LINTS, check
from interpreter.resolve.lint_levels import LintSpec
from interpreter.resolve.lint_names import ALLOWED, DENIED, LINT_GROUPS, WARNED
from interpreter.source import Span

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_ELSEWHERE = frozenset(
    (
        "unreachable_code", "unreachable_patterns", "overlapping_range_endpoints", "non_contiguous_range_endpoints",
        "unfulfilled_lint_expectations", "late_bound_lifetime_arguments", "self_constructor_from_outer_item",
        "rust_2024_incompatible_pat",
    )
)  # fmt: skip

_COMPUTED = frozenset(name for names in LINTS.values() for name in names)
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
    "ambiguous_panic_imports", "trivial_bounds", "shadowing_supertrait_items", "large_assignments", "unexpected_cfgs",
    "resolving_to_items_shadowing_supertrait_items", "varargs_without_pattern", "non_fmt_panics", "special_module_name",
    "unreachable_cfg_select_predicates",
    "unstable_syntax_pre_expansion", "inline_always_mismatching_target_features", "ambiguous_derive_helpers",
))  # fmt: skip
"""Lints of what no program has that the stable rustc compiles for this computer in an edition since 2021."""
_DENIED = (
    "let_underscore_lock", "undropped_manually_drops", "invalid_from_utf8_unchecked", "invalid_atomic_ordering",
    "enum_intrinsics_non_enums", "no_mangle_const_items", *LINTS["pointers"], *LINTS["assoc_consts"],
)  # fmt: skip
"""What is looked for though no attribute denies it."""


def lint_crate(tcx: TyCtxt, errors: bool) -> list[Diagnostic]:
    """What the denied lints find; `errors`: something else is wrong with the crate."""
    lints = tcx.resolution.lints
    by_default = (*_DENIED, "static_mut_refs") if tcx.edition >= 2024 else _DENIED
    found: list[Diagnostic] = []
    expected = [spec for spec in lints.specs if spec.level == "expect"] if lints.mentions(_UNFULFILLED) and not errors else []
    hopes = {lint for spec in expected for lint in _lints_of(spec)}
    fulfilled: list[LintSpec] = []

    def is_looked_for(lint: str) -> bool:
        return (lint in DESPITE_ERRORS or not errors) and (lint in by_default or lint in hopes or lints.mentions(lint))

    def emit(
        lint: str, label: Label, message: str, *more: Label, secondary: tuple[Label, ...] = (), code: str | None = None,
        at: Span | None = None,
    ) -> None:  # fmt: skip
        # What a macro of std brings about is none of the user's business.
        if not is_looked_for(lint) or label.span.file.is_std:
            return
        place = at or label.span
        hope = lints.expectation(lint, place) if lint in hopes else None
        if hope is not None:
            fulfilled.append(hope)
        if not lints.allowed(lint, place) if lint in by_default else lints.denied(lint, place):
            found.append(Diagnostic(code or lint, message, (label, *more), secondary))

    for module, looked_for in LINTS.items():
        if any(is_looked_for(name) for name in looked_for):
            check(module, tcx, emit)
    for spec in expected:
        if spec not in fulfilled and _lints_of(spec):
            if any(lint not in _COMPUTED | _NEVER | {_UNFULFILLED} for lint in _lints_of(spec)):
                raise UnsupportedError(f"the lint `{spec.lint}`, expected", spec.span)
            emit(_UNFULFILLED, Label(spec.span), "this lint expectation is unfulfilled")
    return found


_UNFULFILLED = "unfulfilled_lint_expectations"


def _lints_of(spec: LintSpec) -> tuple[str, ...]:
    """What a name in an attribute stands for; nothing if it isn't rustc's."""
    if spec.lint == "warnings":
        return tuple(WARNED & _COMPUTED)
    lints = LINT_GROUPS.get(spec.lint, (spec.lint,))
    return tuple(lint for lint in lints if lint in ALLOWED or lint in WARNED or lint in DENIED)


def require_computed(tcx: TyCtxt) -> None:
    """Raises: UnsupportedError if a lint is denied by its own name that is not computed. Those that are denied anyway are met
    where they arise."""
    for spec in tcx.resolution.lints.specs:
        missing = spec.lint in (ALLOWED | WARNED) - _COMPUTED - _ELSEWHERE - _NEVER
        if spec.level in ("deny", "forbid") and missing:
            raise UnsupportedError(f"the lint `{spec.lint}`, denied", spec.span)
