"""`#![feature(..)]`: what a crate asks for, which a stable compiler refuses, but then takes for granted (rustc_expand: config.rs
`features`)."""

from __future__ import annotations

from interpreter.deferred import pattern
from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import Final
from interpreter.resolve import attribute_args
from interpreter.syntax import ast
from interpreter.syntax.ast import Token
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
    116909: ("f16", "f128"),
    118155: ("never_patterns",),
    123076: ("mut_ref",),
    132162: ("default_field_values",),
    134691: ("import_trait_associated_functions",),
    143874: ("const_trait_impl",),
}
"""The features of tracking issues."""
_ISSUE: Final = pattern(r"see issue #(\d+)")
_LIBRARY: Final = pattern(r"use of unstable library feature `(\w+)`")


def declared_features(crate: ast.Crate) -> frozenset[str]:
    """The names in the crate's `#![feature(..)]`."""
    features = [attr for attr in crate.attrs if attr.name == "feature"]
    return frozenset(split_meta(part)[0] for attr in features for part in attribute_args.parts(attr))


def is_enabled(gated: Diagnostic, features: frozenset[str]) -> bool:
    """Whether an error only says that a feature is missing, which isn't."""
    if gated.code != "E0658":
        return False
    library = _LIBRARY.match(gated.message)
    if library is not None:
        return library.group(1) in features
    issues = [int(found.group(1)) for note in gated.notes if (found := _ISSUE.match(note)) is not None]
    return any(not features.isdisjoint(_FEATURES.get(issue, ())) for issue in issues)


def repeated_features(crate: ast.Crate) -> list[Diagnostic]:
    """E0636 for each feature that was asked for before."""
    seen: set[str] = set()
    found: list[Diagnostic] = []
    for attr in crate.attrs:
        for part in attribute_args.parts(attr) if attr.name == "feature" else ():
            first = part[0]
            if isinstance(first, Token) and len(part) == 1:
                if first.text in seen:
                    message = f"the feature `{first.text}` has already been enabled"
                    found.append(Diagnostic("E0636", message, (Label(first.span),)))
                seen.add(first.text)
    return found
