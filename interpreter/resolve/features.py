"""`#![feature(..)]`: what a crate asks for, which a stable compiler refuses, but then takes for granted (rustc_expand: config.rs
`features`)."""

from __future__ import annotations

from interpreter.deferred import pattern
from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import Final
from interpreter.resolve import attribute_args
from interpreter.source import SourceFile, Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Attribute, Token
from interpreter.syntax.stream import split_meta

_FEATURES: Final = {
    8995: ("inherent_associated_types",),
    13231: ("auto_traits",),
    15701: ("stmt_expr_attributes",),
    29625: ("unboxed_closures", "fn_traits"),
    29641: ("box_patterns",),
    29661: ("associated_type_defaults",),
    31436: ("try_blocks",),
    31844: ("specialization", "min_specialization"),
    35121: ("never_type",),
    39412: ("decl_macro",),
    41517: ("trait_alias",),
    43122: ("coroutines", "yield_expr", "gen_blocks"),
    43467: ("extern_types",),
    44874: ("arbitrary_self_types", "arbitrary_self_types_pointers"),
    44930: ("c_variadic",),
    54726: ("custom_inner_attributes",),
    63063: ("type_alias_impl_trait", "impl_trait_in_assoc_type"),
    67264: ("half_open_range_patterns_in_slices",),
    68318: ("negative_impls", "negative_bounds"),
    87417: ("closure_track_caller",),
    97362: ("closure_lifetime_binder",),
    83527: ("macro_metavar_expr", "macro_metavar_expr_concat"),
    116909: ("f16", "f128"),
    118155: ("never_patterns",),
    123076: ("mut_ref",),
    132162: ("default_field_values",),
    134691: ("import_trait_associated_functions",),
    143874: ("const_trait_impl",),
}
"""The features of tracking issues."""
_REMOVED: Final = frozenset((
    "abi_amdgpu_kernel", "abi_c_cmse_nonsecure_call", "advanced_slice_patterns", "allocator", "allow_fail",
    "associated_const_equality", "await_macro", "box_syntax", "capture_disjoint_fields", "concat_idents",
    "const_compare_raw_pointers", "const_eval_limit", "const_evaluatable_checked", "const_fn", "const_generics",
    "const_in_array_repeat_expressions", "const_raw_ptr_to_usize_cast", "const_trait_bound_opt_out",
    "crate_visibility_modifier", "custom_attribute", "custom_derive", "default_type_parameter_fallback", "deprecated_safe",
    "derive_smart_pointer", "doc_auto_cfg", "doc_cfg_hide", "doc_keyword", "doc_primitive", "doc_spotlight",
    "dropck_parametricity", "dyn_compatible_for_dispatch", "dyn_star", "effects", "existential_type", "extern_in_paths",
    "external_doc", "ffi_returns_twice", "generator_clone", "generators", "generic_associated_types_extended",
    "import_shadowing", "in_band_lifetimes", "infer_static_outlives_requirements", "inline_const_pat", "issue_5723_bootstrap",
    "lazy_normalization_consts", "lifetime_capture_rules_2024", "link_args", "macro_reexport", "main", "managed_boxes",
    "min_type_alias_impl_trait", "mut_preserve_binding_mode_2024", "needs_allocator", "negate_unsigned", "never_type_fallback",
    "no_coverage", "no_debug", "no_sanitize", "no_stack_check", "object_safe_for_dispatch", "omit_gdb_pretty_printer_section",
    "on_unimplemented", "opt_out_copy", "optin_builtin_traits", "overlapping_marker_traits", "panic_implementation",
    "platform_intrinsics", "plugin", "plugin_registrar", "precise_pointer_size_matching", "pref_align_of", "proc_macro_expr",
    "proc_macro_gen", "proc_macro_mod", "proc_macro_non_items", "pub_macro_rules", "pushpop_unsafe", "quad_precision_float",
    "quote", "ref_pat_everywhere", "reflect", "register_attr", "rust_2018_preview", "rustc_diagnostic_macros",
    "sanitizer_runtime", "simd", "start", "static_nobundle", "struct_inherit", "test_removed_feature", "type_ascription",
    "unmarked_api", "unnamed_fields", "unsafe_no_drop_flag", "unsized_locals", "unsized_tuple_coercion", "unwind_attributes",
    "visible_private_types",
))  # fmt: skip
"""Features that are no more."""
_UNKNOWN: Final = frozenset((
    "adt_const_params", "anonymous_lifetime_in_impl_trait", "async_drop", "async_fn_in_dyn_trait", "async_for_loop",
    "async_trait_bounds", "box_patterns", "builtin_syntax", "coerce_unsized", "const_async_blocks", "const_block_items",
    "const_closures", "const_destruct", "const_for", "const_trait_impl", "const_try", "contracts", "coroutine_clone",
    "coroutine_trait", "coroutines", "custom_mir", "default_field_values", "deref_patterns", "derive_from", "dispatch_from_dyn",
    "ergonomic_clones", "explicit_tail_calls", "extern_item_impls", "extern_types",
    "final_associated_functions", "fn_delegation", "fn_traits", "fundamental", "gen_blocks", "generic_const_exprs",
    "generic_const_items", "generic_const_parameter_types", "generic_pattern_types", "guard_patterns",
    "impl_trait_in_assoc_type", "impl_trait_in_bindings", "impl_trait_in_fn_trait_return", "inherent_associated_types",
    "lang_items", "lazy_type_alias", "loop_match", "macro_attr", "macro_derive", "marker_trait_attr", "mgca_type_const_syntax",
    "min_generic_const_args", "min_specialization", "more_maybe_bounds", "more_qualified_paths", "negative_bounds", "new_range",
    "no_core", "non_lifetime_binders", "opaque_generic_const_args", "pattern_type_macro", "pattern_types", "pin_ergonomics",
    "postfix_match", "reborrow", "ref_pat_eat_one_layer_2024", "ref_pat_eat_one_layer_2024_structural", "repr_simd",
    "return_type_notation", "sized_hierarchy", "specialization", "super_let", "supertrait_item_shadowing", "trait_alias",
    "transmutability", "transmute_generic_consts", "transparent_unions", "trivial_bounds", "try_blocks_heterogeneous",
    "type_alias_impl_trait", "type_changing_struct_update", "unboxed_closures", "unsafe_binders", "unsafe_fields", "unsize",
    "unsized_const_params", "unsized_fn_params", "view_types", "where_clause_attrs", "with_negative_coherence", "yeet_expr",
    "yield_expr",
))  # fmt: skip
"""Features that change what names and types mean in ways that aren't known here."""
_NEW_SYNTAX: Final = frozenset((
    "async_for_loop", "async_trait_bounds", "builtin_syntax", "const_closures", "const_for", "contracts", "ergonomic_clones",
    "explicit_tail_calls", "extern_item_impls", "fn_delegation", "gen_blocks", "generic_const_items", "guard_patterns",
    "impl_restriction", "mgca_type_const_syntax", "min_generic_const_args", "more_maybe_bounds", "mut_restriction",
    "pin_ergonomics", "postfix_match", "return_type_notation", "super_let", "unsafe_binders", "unsafe_fields", "view_types",
    "where_clause_attrs", "yeet_expr",
))  # fmt: skip
"""Features that change what can be parsed."""
_ATTRIBUTE: Final = pattern(r"#!\[feature\(([^)]*)\)\]")
_DERIVES: Final = {
    "ConstParamTy": "adt_const_params", "UnsizedConstParamTy": "unsized_const_params", "CoercePointee": "derive_coerce_pointee",
    "From": "derive_from",
}  # fmt: skip
_ONLY_WITHOUT: Final = {
    "`yield` can only be used in `#[coroutine]` closures, or `gen` blocks": ("coroutines", "gen_blocks", "yield_expr"),
    "generic parameters may not be used in const operations": ("generic_const_exprs", "min_generic_const_args"),
    "can't find crate for `test`": ("test",),
    **{f"cannot find derive macro `{name}` in this scope": (feature,) for name, feature in _DERIVES.items()},
}
"""Errors that say that a feature is missing in other words."""
_ISSUE: Final = pattern(r"see issue #(\d+)")
_LIBRARY: Final = pattern(r"use of unstable library feature `(\w+)`")


def declared_features(crate: ast.Crate) -> frozenset[str]:
    """The names in the crate's `#![feature(..)]`."""
    features = [attr for attr in crate.attrs if attr.name == "feature"]
    return frozenset(split_meta(part)[0] for attr in features for part in attribute_args.parts(attr))


def change_types(features: frozenset[str]) -> bool:
    """Whether types can't be judged where these are enabled."""
    return not features.isdisjoint(_UNKNOWN)


def is_enabled(gated: Diagnostic, features: frozenset[str]) -> bool:
    """Whether an error only says that a feature is missing, which isn't."""
    if not features.isdisjoint(_ONLY_WITHOUT.get(gated.message, ())):
        return True
    if gated.code != "E0658":
        return False
    library = _LIBRARY.match(gated.message)
    if library is not None:
        return library.group(1) in features
    issues = [int(found.group(1)) for note in gated.notes if (found := _ISSUE.match(note)) is not None]
    return any(not features.isdisjoint(_FEATURES.get(issue, ())) for issue in issues)


def refusal(attrs: list[Attribute]) -> Diagnostic | None:
    """E0554, if one of the crate's attributes asks for a feature."""
    for attr in attrs:
        names = [split_meta(part) for part in attribute_args.parts(attr)] if attr.name == "feature" else []
        if any(name not in _REMOVED for name, _ in names) and all(name and not rest for name, rest in names):
            return Diagnostic("E0554", "`#![feature]` may not be used on the stable release channel", (Label(attr.span),))
    return None


def refused_syntax(file: SourceFile, edition: int) -> Diagnostic | None:
    """E0554 for a text that could not be parsed, if it asks for features that change the syntax."""
    for found in _ATTRIBUTE.finditer(file.text):
        names = set(found.group(1).replace(",", " ").split())
        if edition < 2024:
            names.discard("gen_blocks")
        if not _NEW_SYNTAX.isdisjoint(names):
            span = Span(file, found.start(), found.end())
            return Diagnostic("E0554", "`#![feature]` may not be used on the stable release channel", (Label(span),))
    return None


def wrong_features(crate: ast.Crate) -> list[Diagnostic]:
    """E0636 for each feature that was asked for before, E0557 for each that is no more."""
    seen: set[str] = set()
    found: list[Diagnostic] = []
    for attr in crate.attrs:
        for part in attribute_args.parts(attr) if attr.name == "feature" else ():
            first = part[0]
            if isinstance(first, Token) and len(part) == 1:
                if first.text in _REMOVED:
                    message = "feature has been removed"
                    found.append(Diagnostic("E0557", message, (Label(first.span, message),)))
                elif first.text in seen:
                    message = f"the feature `{first.text}` has already been enabled"
                    found.append(Diagnostic("E0636", message, (Label(first.span),)))
                seen.add(first.text)
    return found
