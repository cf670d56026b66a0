"""Where attributes may stand (rustc_attr_parsing: `ALLOWED_TARGETS`), as a table.

Elsewhere an attribute is an error, or earns a warning (`unused_attributes`).
"""

from __future__ import annotations

from interpreter.hints import Final
from interpreter.records import NamedTuple

CRATE_LEVEL: Final = frozenset((
    "no_std", "no_main", "recursion_limit", "type_length_limit", "crate_name", "crate_type", "windows_subsystem", "no_builtins",
))  # fmt: skip
"""Attributes of the whole crate, which elsewhere do nothing."""

ONCE: Final = frozenset((
    "inline", "must_use", "cold", "track_caller", "non_exhaustive", "no_mangle", "automatically_derived", "macro_use",
    "macro_export", "link_name", "export_name", "no_implicit_prelude", "ignore", "should_panic", "path",
))  # fmt: skip
"""Attributes that do nothing a second time."""


USELESSLY_DEPRECATED: Final = frozenset((
    "trait methods in impl blocks", "extern crates", "trait impl blocks", "foreign modules", "type parameters",
    "lifetime parameters", "const parameters", "pattern fields",
))  # fmt: skip
"""Where `#[deprecated]` is denied by default (`useless_deprecated`)."""


class Places(NamedTuple):
    """`allowed`: the targets where the attribute stands right; `warned`: where it earns a warning, None for all others but those
    `refused`; `only`: what it can be applied to, in words."""

    allowed: frozenset[str]
    warned: frozenset[str] | None
    only: str
    refused: tuple[str, ...] = ()

    def refuses(self, target: str) -> bool:
        """Whether it is an error there."""
        if self.warned is None:
            return target in self.refused
        return target not in self.allowed and target not in self.warned


_METHODS: Final = ("inherent methods", "provided trait methods", "trait methods in impl blocks")
_MACROS: Final = ("macro calls", "macro defs", "struct fields", "match arms")
"""Places that old compilers passed over."""


def _places(allowed: tuple[str, ...], only: str, warned: tuple[str, ...] | None = None) -> Places:
    return Places(frozenset(allowed), None if warned is None else frozenset(warned), only)


PLACES: Final[dict[str, Places]] = {
    "inline": _places(
        ("functions", "closures", *_METHODS), "only be applied to functions",
        (*_MACROS, "required trait methods", "associated consts", "foreign functions"),
    ),
    "track_caller": _places(
        ("functions", "closures", "required trait methods", "foreign functions", *_METHODS), "only be applied to functions",
        _MACROS,
    ),
    "target_feature": _places(
        ("functions", *_METHODS), "only be applied to functions", (*_MACROS, "statements")
    ),
    "non_exhaustive": _places(("structs", "enums", "enum variants"), "be applied to data types and enum variants", _MACROS),
    "export_name": _places(("functions", "statics", *_METHODS), "be applied to functions and statics", _MACROS),
    "used": _places(("statics",), "only be applied to statics", ("macro calls",)),
    "no_link": _places(("extern crates",), "only be applied to extern crates", _MACROS),
    "collapse_debuginfo": _places(("macro defs",), "only be applied to macro defs", ()),
    "cold": _places(("functions", "foreign functions", "closures", *_METHODS), "only be applied to functions"),
    "must_use": _places(
        (
            "functions", "structs", "enums", "unions", "traits", "inherent methods", "required trait methods",
            "provided trait methods", "foreign functions",
        ),
        "be applied to data types, functions, and traits",
    ),
    "no_mangle": _places(
        ("functions", "statics", "constants", "inherent methods", "trait methods in impl blocks"),
        "be applied to functions and statics",
    )._replace(refused=("closures",)),
    "link_name": _places(("foreign functions", "foreign statics"), "be applied to foreign functions and foreign statics"),
    "link_section": _places(("functions", "statics", *_METHODS), "be applied to functions and statics"),
    "macro_use": _places(("modules", "extern crates", "crates"), "be applied to crates, extern crates, and modules"),
    "macro_export": _places(("macro defs",), "only be applied to macro defs")._replace(refused=("crates",)),
    "path": _places(("modules",), "only be applied to modules")._replace(refused=("crates",)),
    "automatically_derived": _places(("trait impl blocks",), "only be applied to trait impl blocks")._replace(
        refused=("crates",)
    ),
    "no_implicit_prelude": _places(("modules", "crates"), "be applied to crates and modules"),
    "ignore": _places(("functions",), "only be applied to functions"),
    "should_panic": _places(("functions",), "only be applied to functions"),
}  # fmt: skip
