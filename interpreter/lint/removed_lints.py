"""Lints that rustc once had, and why it has them no more (rustc_lint: `register_builtins`)."""

from __future__ import annotations

from interpreter.hints import Final

_ISSUE = "converted into hard error, see issue #{0} <https://github.com/rust-lang/rust/issues/{0}> for more information"
_BARE_ISSUE = "converted into hard error, see <https://github.com/rust-lang/rust/issues/{0}> for more information"
_PULL = "converted into hard error, see PR #{0} <https://github.com/rust-lang/rust/pull/{0}> for more information"
_BECAME_ERRORS = {
    _ISSUE: """33685 hr_lifetime_in_assoc_type 36886 inaccessible_extern_crate 36888 super_or_self_in_global_path
        36889 overlapping_inherent_impls 36890 illegal_floating_point_constant_pattern
        36891 illegal_struct_or_enum_constant_pattern 36892 lifetime_underscore 37166 extra_requirement_in_impl
        38260 legacy_imports 48950 coerce_never 48950 resolve_trait_on_defaulted_unit 57742 duplicate_matcher_binding_name
        46205 incoherent_fundamental_impls 39207 legacy_constructor_visibility 37872 legacy_directory_ownership
        36247 safe_extern_statics 42238 parenthesized_params_in_types_and_modules 35896 duplicate_macro_exports
        59014 nested_impl_trait 71800 const_err 82523 safe_packed_borrows 82523 unaligned_references
        107457 byte_slice_in_packed_struct_with_derive""",
    _BARE_ISSUE: "116558 abi_unsupported_vector_types 73333 cenum_impl_drop_cast 40107 missing_fragment_specifier",
    _PULL: """104616 invalid_alignment 117984 implied_bounds_entailment 118649 coinductive_overlap_in_coherence
        125380 where_clauses_object_safety""",
}
_CONSTANTS = "see RFC #3535 <https://rust-lang.github.io/rfcs/3535-constants-in-patterns.html> for more information"
_OTHERS = {
    "bad_repr": "replaced with a generic attribute input check",
    "box_pointers": "it does not detect other kinds of allocations, and existed only for historical reasons",
    "const_patterns_without_partial_eq": f"converted into hard error, {_CONSTANTS}",
    "deprecated_attr": "use `deprecated` instead",
    "drop_with_repr_extern": "drop flags have been removed",
    "fat_ptr_transmutes": "was accidentally removed back in 2014",
    "illegal_floating_point_literal_pattern": "no longer a warning, float patterns behave the same as `==`",
    "indirect_structural_match": f"converted into hard error, {_CONSTANTS}",
    "intra_doc_link_resolution_failure": "use `rustdoc::broken_intra_doc_links` instead",
    "mutable_borrow_reservation_conflict": (
        "now allowed, see issue #59159 <https://github.com/rust-lang/rust/issues/59159> for more information"
    ),
    "negate_unsigned": "cast a signed value instead",
    "nontrivial_structural_match": f"no longer needed, {_CONSTANTS}",
    "plugin_as_library": "plugins have been deprecated and retired",
    "pointer_structural_match": f"converted into hard error, {_CONSTANTS}",
    "private_in_public": (
        "replaced with another group of lints, see RFC "
        "<https://rust-lang.github.io/rfcs/2145-type-privacy.html> for more information"
    ),
    "private_no_mangle_fns": "no longer a warning, `#[no_mangle]` functions always exported",
    "private_no_mangle_statics": "no longer a warning, `#[no_mangle]` statics always exported",
    "raw_pointer_derive": "using derive with raw pointers is ok",
    "raw_pointer_deriving": "using derive with raw pointers is ok",
    "rustdoc": "use `rustdoc::all` instead",
    "suspicious_auto_trait_impls": (
        "no longer needed, see issue #93367 <https://github.com/rust-lang/rust/issues/93367> for more information"
    ),
    "transmute_from_fn_item_types": "always cast functions before transmuting them",
    "undefined_naked_function_abi": (
        "converted into hard error, see PR #139001 <https://github.com/rust-lang/rust/issues/139001> for more information"
    ),
    "unknown_features": "replaced by an error",
    "unsigned_negation": "replaced by negate_unsigned feature gate",
    "unsupported_fn_ptr_calling_conventions": "converted into hard error",
    "unsupported_naked_functions": (
        "converted into hard error, see RFC 2972 "
        "<https://github.com/rust-lang/rfcs/blob/master/text/2972-constrained-naked.md> for more information"
    ),
    "wasm_c_abi": "the wasm C ABI has been fixed",
}


def _reasons() -> dict[str, str]:
    reasons = dict(_OTHERS)
    for form, listed in _BECAME_ERRORS.items():
        words = listed.split()
        for number, name in zip(words[::2], words[1::2], strict=True):
            reasons[name] = form.format(number)
    return reasons


REMOVED: Final = _reasons()
IGNORED: Final = frozenset((
    "broken_intra_doc_links", "private_intra_doc_links", "missing_crate_level_docs", "missing_doc_code_examples",
    "private_doc_tests", "invalid_codeblock_attributes", "invalid_html_tags", "non_autolinks",
))  # fmt: skip
"""Those that are rustdoc's now; it still knows them by these names."""
