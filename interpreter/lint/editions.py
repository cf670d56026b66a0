"""What the 2024 edition changes: `deprecated_safe_2024`, `boxed_slice_into_iter`, `edition_2024_expr_fragment_specifier`; and
`uninhabited_static`, `unused_associated_type_bounds` (rustc_mir_build: check_unsafety.rs; rustc_lint: shadowed_into_iter.rs,
macro_expr_fragment_specifier_2024_migration.rs; rustc_hir_analysis)."""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import bodies, crate_nodes, nodes
from interpreter.lint.spans import head
from interpreter.resolve.defs import DefKind, DefRes
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.items import user_items
from interpreter.typeck.pat_constructors import PatternContext
from interpreter.typeck.results import AdjustKind

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.results import BodyTypes

_IN_2024_PRELUDE = ("into_future", "poll")
"""Methods of the traits that the prelude of 2024 adds."""
_DEPRECATED_SAFE = ("std::env::set_var", "std::env::remove_var")


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All bodies, macros, statics and trait objects."""
    if tcx.edition < 2024:
        for _, types, found in bodies(tcx):
            _body(tcx, types, found, emit)
    for node in crate_nodes(tcx):
        if isinstance(node, ast.MacroRules) and tcx.edition < 2024:
            _fragments(node.trees[::4] if len(node.trees) > 2 else node.trees, emit)
        elif isinstance(node, ast.DynTy):
            _object(tcx, node, emit)
    for def_ in user_items(tcx):
        if isinstance(def_.node, ast.Static) and PatternContext(tcx).is_uninhabited(tcx.type_of(def_)):
            emit("uninhabited_static", Label(head(def_)), "static of uninhabited type")


def _body(tcx: TyCtxt, types: BodyTypes, found: list[ast.Node], emit: Emit) -> None:
    safe = {node for block in found if isinstance(block, ast.BlockExpr) and block.unsafe for node in nodes(block)}
    for node in found:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.PathExpr) and node not in safe:
            callee = types.path_def(node.func.path)
            if callee is not None and callee.is_std and callee.path() in _DEPRECATED_SAFE:
                what = f"call to deprecated safe function `{callee.path()}` is unsafe and requires unsafe block"
                emit("deprecated_safe_2024", Label(node.span, "call to unsafe function"), what)
        elif isinstance(node, ast.MethodCall) and node.segment.ident.name in _IN_2024_PRELUDE:
            callee = types.results.callees[node].def_ if node in types.results.callees else None
            trait = tcx.trait_of_item(callee) if callee is not None else None
            if trait is not None and not trait.is_std:
                message = f"trait method `{node.segment.ident.name}` will become ambiguous in Rust 2024"
                emit("rust_2024_prelude_collisions", Label(node.span), message)
        elif isinstance(node, ast.MethodCall) and node.segment.ident.name == "into_iter":
            ty = types.type_of(node.receiver)
            boxed = ty.args[0] if isinstance(ty, t.Adt) and ty.def_.path() == "std::boxed::Box" else None
            steps = types.results.adjustments.get(node.receiver, ())
            if isinstance(boxed, t.Slice) and any(step.kind is AdjustKind.BORROW for step in steps):
                what = "`<&Box<[T]> as IntoIterator>::into_iter` (due to backwards compatibility)"
                later = "`<Box<[T]> as IntoIterator>::into_iter` in Rust 2024"
                message = f"this method call resolves to {what}, but will resolve to {later}"
                emit("boxed_slice_into_iter", Label(node.segment.ident.span), message)


def _fragments(trees: Sequence[ast.TokenTree], emit: Emit) -> None:
    """The `expr` of variables in matchers."""
    for index, tree in enumerate(trees):
        if isinstance(tree, ast.Delimited):
            _fragments(tree.trees, emit)
        elif isinstance(tree, ast.Token) and tree.text == "expr" and index >= 2:
            colon = trees[index - 1]
            if isinstance(colon, ast.Token) and colon.text == ":":
                message = "the `expr` fragment specifier will accept more expressions in the 2024 edition"
                emit("edition_2024_expr_fragment_specifier", Label(tree.span), message)


def _object(tcx: TyCtxt, node: ast.DynTy, emit: Emit) -> None:
    """Associated types that objects don't have."""
    for bound in node.bounds:
        meant = tcx.resolution.path_res.get(bound.path) if isinstance(bound, ast.TraitBound) else None
        if meant is None or not isinstance(meant.base, DefRes) or not isinstance(bound, ast.TraitBound):
            continue
        args = bound.path.segments[-1].args
        for constraint in args.constraints if args is not None else ():
            for child in meant.base.def_.children:
                if child.kind is DefKind.ASSOC_TY and child.name == constraint.ident.name and _needs_sized(child.node):
                    message = "unnecessary associated type bound for dyn-incompatible associated type"
                    emit("unused_associated_type_bounds", Label(constraint.span), message)


def _needs_sized(node: object) -> bool:
    predicates = node.generics.predicates if isinstance(node, ast.TypeAlias_) else ()
    return any(
        isinstance(predicate, ast.WhereTypePredicate) and predicate.ty.span.text == "Self"
        and any(bound.span.text == "Sized" for bound in predicate.bounds)
        for predicate in predicates
    )  # fmt: skip
