"""The attributes that rustc 1.95 knows (rustc_feature::builtin_attrs), as tables."""

from __future__ import annotations

from interpreter.hints import Final
from interpreter.records import NamedTuple


class Gate(NamedTuple):
    """An attribute that is for nightly only: the feature, what is said without it, its tracking issue."""

    feature: str
    message: str
    issue: int = 0


LINT_LEVELS: Final = frozenset(("allow", "warn", "deny", "forbid", "expect"))
LINT_TOOLS: Final = frozenset(("clippy", "rustdoc", "rustc", "miri", "rust_analyzer", "diagnostic", "rustfmt"))
TOOLS: Final = frozenset(("clippy", "rustfmt", "diagnostic", "miri", "rust_analyzer", "rustdoc", "std", "core", "alloc"))
UNSAFE: Final = frozenset(("no_mangle", "export_name", "link_section", "ffi_const", "ffi_pure", "naked"))
STABILITY: Final = frozenset((
    "stable", "unstable", "rustc_const_stable", "rustc_const_unstable", "rustc_default_body_unstable",
))  # fmt: skip

GATED: Final[dict[str, Gate]] = {
    "lang": Gate("lang_items", "lang items are subject to change"),
    "coverage": Gate("coverage_attribute", "the `#[coverage]` attribute is an experimental feature", 84605),
    "optimize": Gate("optimize_attribute", "the `#[optimize]` attribute is an experimental feature", 54882),
    "fundamental": Gate("fundamental", "the `#[fundamental]` attribute is an experimental feature", 29635),
    "marker": Gate("marker_trait_attr", "the `#[marker]` attribute is an experimental feature", 29864),
    "thread_local": Gate(
        "thread_local", "`#[thread_local]` is an experimental feature, and does not currently handle destructors", 29594
    ),
    "may_dangle": Gate("dropck_eyepatch", "`may_dangle` has unstable semantics and may be removed in the future", 34761),
    "allow_internal_unstable": Gate(
        "allow_internal_unstable", "allow_internal_unstable side-steps feature gating and stability checks"
    ),
    "allow_internal_unsafe": Gate(
        "allow_internal_unsafe", "allow_internal_unsafe side-steps the unsafe_code lint"
    ),
    "linkage": Gate("linkage", "the `linkage` attribute is experimental and not portable across platforms", 29603),
    "ffi_const": Gate("ffi_const", "the `#[ffi_const]` attribute is an experimental feature", 58328),
    "ffi_pure": Gate("ffi_pure", "the `#[ffi_pure]` attribute is an experimental feature", 58329),
    "needs_allocator": Gate("allocator_internals", "the `#[needs_allocator]` attribute is an experimental feature"),
    "needs_panic_runtime": Gate("panic_runtime", "the `#[needs_panic_runtime]` attribute is an experimental feature", 32837),
    "panic_runtime": Gate("panic_runtime", "the `#[panic_runtime]` attribute is an experimental feature", 32837),
    "prelude_import": Gate("prelude_import", "`#[prelude_import]` is for use by rustc only"),
    "no_core": Gate("no_core", "the `#[no_core]` attribute is an experimental feature", 29639),
    "bench": Gate(
        "test", "use of unstable library feature `test`: `bench` is a part of custom test frameworks which are unstable", 50297
    ),
    "test_case": Gate(
        "custom_test_frameworks", "use of unstable library feature `custom_test_frameworks`: custom test frameworks are an"
        " unstable feature", 50297
    ),
    "derive_const": Gate("derive_const", "use of unstable library feature `derive_const`", 118304),
    "cfg_accessible": Gate(
        "cfg_accessible", "use of unstable library feature `cfg_accessible`: `cfg_accessible` is not fully implemented", 64797
    ),
    "cfg_eval": Gate(
        "cfg_eval", "use of unstable library feature `cfg_eval`: `cfg_eval` is a recently implemented feature", 82679
    ),
    "alloc_error_handler": Gate("alloc_error_handler", "use of unstable library feature `alloc_error_handler`", 51540),
    "coroutine": Gate("coroutines", "the `#[coroutine]` attribute is an experimental feature", 43122),
    "define_opaque": Gate(
        "type_alias_impl_trait", "use of unstable library feature `type_alias_impl_trait`: `type_alias_impl_trait` has open"
        " design concerns", 63063
    ),
    "const_trait": Gate("const_trait_impl", "the `#[const_trait]` attribute is an experimental feature", 143874),
    "do_not_recommend": Gate(
        "do_not_recommend", "the `#[do_not_recommend]` attribute is an experimental feature", 51992
    ),
}  # fmt: skip

DOC_GATES: Final = {
    "cfg": Gate("doc_cfg", "`#[doc(cfg)]` is experimental", 43781),
    "auto_cfg": Gate("doc_cfg", "`#[doc(auto_cfg)]` is experimental", 43781),
    "masked": Gate("doc_masked", "`#[doc(masked)]` is experimental", 44027),
    "notable_trait": Gate("doc_notable_trait", "`#[doc(notable_trait)]` is experimental", 45040),
    "keyword": Gate("rustdoc_internals", "`#[doc(keyword)]` is meant for internal use only", 90418),
    "fake_variadic": Gate("rustdoc_internals", "`#[doc(fake_variadic)]` is meant for internal use only", 90418),
}
"""Arguments of `#[doc]` that are for nightly only."""

MACROS: Final = frozenset((
    "derive", "test", "global_allocator", "cfg_eval", "bench", "test_case", "alloc_error_handler", "derive_const",
    "cfg_accessible", "type_const", "define_opaque",
))  # fmt: skip
"""Attribute macros of std's prelude."""

BUILTIN: Final = LINT_LEVELS | STABILITY | frozenset(GATED) | MACROS | frozenset((
    "cfg", "cfg_attr",
    "ignore", "should_panic", "automatically_derived", "macro_use", "macro_escape", "macro_export", "proc_macro",
    "proc_macro_derive", "proc_macro_attribute", "must_use", "must_not_suspend", "deprecated", "crate_name", "crate_type",
    "link", "link_name", "no_link", "repr", "export_name", "link_section", "no_mangle", "used", "link_ordinal", "naked",
    "recursion_limit", "type_length_limit", "move_size_limit", "no_main", "path", "no_std", "no_implicit_prelude",
    "non_exhaustive", "windows_subsystem", "panic_handler", "inline", "cold", "no_builtins", "target_feature", "track_caller",
    "instruction_set", "force_target_feature", "sanitize", "no_sanitize", "doc", "debugger_visualizer", "collapse_debuginfo",
    "feature", "unsafe", "register_tool", "cmse_nonsecure_entry", "deprecated_safe", "patchable_function_entry",
    "compiler_builtins", "profiler_runtime", "omit_gdb_pretty_printer_section",
    "loop_match", "const_continue",
))  # fmt: skip
