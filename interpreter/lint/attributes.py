"""`unused_attributes`: attributes that do nothing where they stand, or a second time (rustc_attr_parsing); and
`no_mangle_const_items`, which is denied by default; `ungated_async_fn_track_caller`, `duplicate_macro_attributes` (rustc_lint:
builtin.rs; rustc_builtin_macros)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.live import has_attribute
from interpreter.lint.spans import whole
from interpreter.resolve.attribute_places import CRATE_LEVEL, ONCE, PLACES
from interpreter.resolve.attributes import Attributed, cannot_be_used, target_of
from interpreter.resolve.defs import DefKind
from interpreter.syntax import ast
from interpreter.typeck.items import user_items

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def _is_empty(tree: ast.TokenTree) -> bool:
    """Nothing stands in the brackets (what was wrong in them has been taken away)."""
    return isinstance(tree, ast.Delimited) and not tree.trees and not tree.span.text[1:-1].strip()


_LEVELS = ("allow", "warn", "deny", "forbid", "expect")


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All attributes that expansion met."""
    for place in tcx.resolution.attributed:
        target = target_of(place.node, place.parent)
        seen: set[str] = set()
        for attr in place.attrs:
            _check(attr, place, target, emit)
            if attr.name in seen and attr.name in ONCE:
                emit("unused_attributes", Label(attr.span), "unused attribute")
            if attr.name in seen and attr.name in ("test", "bench"):
                emit("duplicate_macro_attributes", Label(attr.span), "duplicated attribute")
            seen.add(attr.name)
            if attr.name == "track_caller" and isinstance(place.node, ast.Fn) and place.node.async_ and place.node.body:
                label = Label(place.node.span, "this function will not propagate the caller location")
                message = "`#[track_caller]` on async functions is a no-op"
                emit("ungated_async_fn_track_caller", Label(attr.span), message, secondary=(label,))
    for def_ in user_items(tcx):
        if def_.kind is DefKind.CONST and has_attribute(def_, "no_mangle") and isinstance(def_.node, ast.Const):
            emit("no_mangle_const_items", Label(whole(def_.node)), "const items should never be `#[no_mangle]`")


def _check(attr: ast.Attribute, place: Attributed, target: str, emit: Emit) -> None:
    places = PLACES.get(attr.name)
    if attr.name in CRATE_LEVEL and not isinstance(place.node, ast.Crate):
        if not attr.inner:
            words = f"crate-level attribute should be an inner attribute: add an exclamation mark: `#![{attr.name}]`"
        else:
            words = "crate-level attribute should be in the root module"
        emit("unused_attributes", Label(attr.span), words)
    elif places is not None and target not in places.allowed and not places.refuses(target):
        emit("unused_attributes", Label(attr.span), cannot_be_used(attr, target))
    elif attr.name == "link" and target != "macro calls" and not _is_foreign(place.node):
        label = (Label(place.node.span, "not an `extern` block"),)
        emit(
            "unused_attributes", Label(attr.span), "attribute should be applied to an `extern` block with non-Rust ABI",
            secondary=label,
        )  # fmt: skip
    elif attr.name in (*_LEVELS, "repr") and attr.args and _is_empty(attr.args[0]):
        emit("unused_attributes", Label(attr.span), "unused attribute")


def _is_foreign(node: object) -> bool:
    """Whether it is an `extern` block of another ABI than Rust's."""
    return isinstance(node, ast.ExternBlock) and (node.abi is None or node.abi.value != "Rust")
