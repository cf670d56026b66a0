"""Lints that only warn unless an attribute denies them (rustc_lint): what is denied is an error.

In: a crate that type-checked. Out: the denied lints' errors. `unreachable_code` and `unreachable_patterns` are found where bodies
are checked. A program that denies a lint which is not computed here is not supported.
"""

