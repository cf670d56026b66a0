"""Which module of this package looks for which lints; they are loaded when one of theirs is looked for."""

from __future__ import annotations

from collections.abc import Callable

from interpreter.deferred import Deferred
from interpreter.hints import TYPE_CHECKING, Final
from interpreter.lint.emit import Emit

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_EARLY = """
assoc_consts: elided_lifetimes_in_associated_constant
attributes: unused_attributes ungated_async_fn_track_caller duplicate_macro_attributes
casts: trivial_casts trivial_numeric_casts
control: unused_labels while_true unsafe_code unused_unsafe unsafe_op_in_unsafe_fn
diagnostic_attrs: unknown_diagnostic_attributes misplaced_diagnostic_attributes malformed_diagnostic_attributes
 malformed_diagnostic_format_literals
delims: unused_parens unused_braces
editions: edition_2024_expr_fragment_specifier uninhabited_static
globs: ambiguous_glob_imports
meta_variables: meta_variable_misuse
guarded_strings: rust_2024_guarded_string_incompatible_syntax
forms: break_with_label_and_loop ambiguous_negative_literals unused_visibilities missing_abi missing_unsafe_on_extern
 unsafe_attr_outside_unsafe macro_use_extern_crate deprecated_where_clause_location
imports: unused_imports redundant_imports unused_qualifications
items: unused_extern_crates repr_c_enums_larger_than_int
irrefutable: irrefutable_let_patterns
lifetimes: single_use_lifetimes unused_lifetimes elided_lifetimes_in_paths
liveness: unused_variables unused_assignments
names: unused_macros unused_macro_rules unknown_lints forbidden_lint_groups renamed_and_removed_lints non_ascii_idents
recursion: unconditional_recursion
statements: redundant_semicolons unused_doc_comments double_negations unused_import_braces
 named_arguments_used_positionally
style: non_camel_case_types
unused_mut: unused_mut
"""
_LATE = """
addresses: useless_ptr_null_checks unpredictable_function_pointer_comparisons ambiguous_wide_pointer_comparisons
alias_bounds: type_alias_bounds
attributes: no_mangle_const_items
editions: deprecated_safe_2024 boxed_slice_into_iter rust_2024_prelude_collisions unused_associated_type_bounds
elision: mismatched_lifetime_syntaxes
captures: impl_trait_overcaptures impl_trait_redundant_captures
bindings: non_shorthand_field_patterns let_underscore_drop let_underscore_lock for_loops_over_fallibles unit_bindings
calls: dropping_references dropping_copy_types forgetting_references forgetting_copy_types noop_method_call
 suspicious_double_ref_op unused_allocation undropped_manually_drops map_unit_fn
comparisons: unused_comparisons invalid_nan_comparisons
const_items: const_item_mutation const_item_interior_mutations
dangling: dangling_pointers_from_temporaries dangling_pointers_from_locals
dead: dead_code
ffi: improper_ctypes improper_ctypes_definitions clashing_extern_declarations
foreign_calls: ffi_unwind_calls
fn_items: function_casts_as_integer function_item_references
forms: closure_returning_async_block
globs: ambiguous_glob_reexports hidden_glob_reexports
if_let_rescope: if_let_rescope
invalid_value: invalid_value
items: deref_into_dyn_supertrait internal_eq_trait_method_impls
 no_mangle_generic_items async_fn_in_trait drop_bounds dyn_drop variant_size_differences
missing: missing_docs missing_debug_implementations missing_copy_implementations
must_use: unused_must_use unused_results path_statements
names: unreachable_pub deprecated keyword_idents_2024
non_local: non_local_definitions
outlives: redundant_lifetimes explicit_outlives_requirements
pointers: deref_nullptr invalid_reference_casting mutable_transmutes dangerous_implicit_autorefs invalid_null_arguments
private_types: private_interfaces private_bounds unnameable_types
refining: refining_impl_trait_reachable refining_impl_trait_internal
static_mut: static_mut_refs
std_calls: invalid_from_utf8_unchecked invalid_from_utf8 invalid_atomic_ordering enum_intrinsics_non_enums
style: non_snake_case non_upper_case_globals
transmutes: integer_to_ptr_transmutes unnecessary_transmutes ptr_to_integer_transmute_in_consts
"""


def _table(text: str) -> dict[str, tuple[str, ...]]:
    rows = (line.partition(":") for line in text.strip().replace("\n ", " ").split("\n"))
    return {module: tuple(names.split()) for module, _, names in rows}


_early, _late = _table(_EARLY), _table(_LATE)
DESPITE_ERRORS: Final = frozenset(name for names in _early.values() for name in names)
"""Lints that rustc computes before it gives up because of errors: those of syntax, names and single bodies."""
LINTS: Final = {module: (*_early.get(module, ()), *_late.get(module, ())) for module in {**_early, **_late}}
"""By module."""


def check(module: str, tcx: TyCtxt, emit: Emit) -> None:
    """Look for one module's lints."""
    looks_for: Callable[[TyCtxt, Emit], None] = Deferred(f"interpreter.lint.{module}").check
    looks_for(tcx, emit)
