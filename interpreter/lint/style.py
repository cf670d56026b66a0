"""`non_snake_case`, `non_camel_case_types`, `non_upper_case_globals` (rustc_lint: nonstandard_style.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.live import has_attribute
from interpreter.lint.nodes import crate_nodes
from interpreter.resolve.defs import Def, DefKind, LocalRes
from interpreter.source import Span
from interpreter.syntax import ast

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


_TYPES = {
    DefKind.STRUCT: "type", DefKind.ENUM: "type", DefKind.UNION: "type", DefKind.TY_ALIAS: "type", DefKind.TRAIT: "trait",
    DefKind.VARIANT: "variant", DefKind.ASSOC_TY: "associated type", DefKind.TY_PARAM: "type parameter",
}  # fmt: skip
_GLOBALS = {
    DefKind.CONST: "constant", DefKind.STATIC: "static variable", DefKind.ASSOC_CONST: "associated constant",
    DefKind.CONST_PARAM: "const parameter",
}  # fmt: skip


def check(tcx: TyCtxt, emit: Emit) -> None:
    """The names of the user's items and variables."""
    for node, def_ in tcx.resolution.defs.items():
        if not def_.is_std and not _of_trait_impl(def_) and not _is_foreign(node, def_):
            _check_item(tcx, node, def_, emit)
    shorthand: set[ast.IdentPat] = set()
    for node in crate_nodes(tcx):
        match node:
            case ast.FieldPat(shorthand=True, pat=ast.IdentPat() as pat):
                shorthand.add(pat)
            case ast.Fn(body=None, foreign=False):
                for param in node.params:
                    if isinstance(param.pat, ast.IdentPat):
                        _snake_case("variable", param.pat.ident.name, param.pat.ident.span, emit)
            case ast.FnPtrTy():
                for ident, _ in node.params:
                    if ident is not None:
                        _snake_case("variable", ident.name, ident.span, emit)
            case _:
                pass
    for pat, res in tcx.resolution.ident_pats.items():
        if isinstance(res, LocalRes) and not pat.ident.span.file.is_std and not _is_raw(pat) and pat not in shorthand:
            _snake_case("variable", pat.ident.name, pat.ident.span, emit)


def _is_foreign(node: object, def_: Def) -> bool:
    """Names that other languages know."""
    if not isinstance(node, (ast.Fn, ast.Static)):
        return False
    exported = has_attribute(def_, "no_mangle")
    return node.foreign or (exported and (isinstance(node, ast.Static) or node.extern_abi not in (None, "Rust")))


def _of_trait_impl(def_: Def) -> bool:
    """Names in impls of traits are the trait's."""
    parent = def_.parent
    return parent is not None and parent.kind is DefKind.IMPL and getattr(parent.node, "trait", None) is not None


def _is_raw(pat: ast.IdentPat) -> bool:
    return pat.ident.span.text != pat.ident.name


def _check_item(tcx: TyCtxt, node: object, def_: Def, emit: Emit) -> None:
    ident = getattr(node, "ident", None)
    if not isinstance(ident, ast.Ident):
        return
    name, span = def_.name, ident.span
    laid_out = isinstance(node, (ast.Struct, ast.Enum_, ast.Union)) and tcx.adt_def(def_).repr.c
    if def_.kind in _TYPES and not laid_out and not _is_camel_case(name):
        message = f"{_TYPES[def_.kind]} `{name}` should have an upper camel case name"
        emit("non_camel_case_types", Label(span), message)
    elif def_.kind in _GLOBALS and any(c.islower() for c in name):
        message = f"{_GLOBALS[def_.kind]} `{name}` should have an upper case name"
        emit("non_upper_case_globals", Label(span), message)
    elif def_.kind is DefKind.FN:
        _snake_case("function", name, span, emit)
    elif def_.kind is DefKind.ASSOC_FN:
        in_trait = def_.parent is not None and def_.parent.kind is DefKind.TRAIT
        _snake_case("trait method" if in_trait else "method", name, span, emit)
    elif def_.kind is DefKind.MOD:
        _snake_case("module", name, span, emit)
    elif isinstance(node, ast.FieldDef):
        _snake_case("structure field", name, span, emit)
    elif def_.kind is DefKind.LIFETIME_PARAM:
        _snake_case("lifetime", name, span, emit)


def _snake_case(what: str, name: str, span: Span, emit: Emit) -> None:
    plain = name.lstrip("'").strip("_")
    if plain and ("__" in plain or any(c.isupper() for c in plain)):
        emit("non_snake_case", Label(span), f"{what} `{name}` should have a snake case name")


def _is_camel_case(name: str) -> bool:
    """No lower-case beginning, no underscore but between digits (rustc: `is_camel_case`)."""
    plain = name.strip("_")
    if not plain:
        return True
    if plain[0].islower() or "__" in plain:
        return False
    pairs = zip(plain, plain[1:], plain[2:], strict=False)
    return not any(b == "_" and not (a.isdigit() and c.isdigit()) and not _caseless(a, c) for a, b, c in pairs)


def _caseless(a: str, c: str) -> bool:
    return not (a.isupper() or a.islower() or a.isdigit()) or not (c.isupper() or c.islower() or c.isdigit())
