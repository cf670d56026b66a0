"""The function that the program begins with (rustc_passes::entry; Reference: Crates and source files, "Main functions")."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label, SpannedNote
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind, DefRes
from interpreter.resolve.modules import VALUE_NS
from interpreter.source import Span
from interpreter.syntax import ast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interpreter.resolve.resolver import Resolver


def main_function(resolver: Resolver, crate: ast.Crate) -> tuple[Def | None, Diagnostic | None]:
    """What `main` means in the root of the crate, defined or imported there; E0601 where it is no function.

    A library has none.
    """
    if _is_library(crate):
        return None, None
    binding = resolver.root.lookup(VALUE_NS, "main")
    found = binding.res.def_ if binding is not None and isinstance(binding.res, DefRes) else None
    if found is not None and found.kind is DefKind.FN:
        return found, _wrong_attribute(found)
    return None, _no_main(resolver.root.def_, found, crate)


def _wrong_attribute(main: Def) -> Diagnostic | None:
    """What `main` may not have (rustc_hir_analysis: `check_main_fn_ty`)."""
    assert isinstance(main.node, ast.Fn)
    head = main.node.sig_span
    if "track_caller" in main.attrs:
        message = "`main` function is not allowed to be `#[track_caller]`"
        return Diagnostic(None, message, (Label(main.attrs["track_caller"].span),), (Label(head, message),))
    if "target_feature" in main.attrs:
        message = "`main` function is not allowed to have `#[target_feature]`"
        return Diagnostic(None, message, (Label(head, message),))
    return None


def _is_library(crate: ast.Crate) -> bool:
    return any(
        attr.name == "crate_type" and isinstance(attr.args[-1], ast.Token) and attr.args[-1].text.strip('"') not in ("bin", "exe")
        for attr in crate.attrs
        if attr.args
    )


def _no_main(root: Def, found: Def | None, crate: ast.Crate) -> Diagnostic:
    file = crate.file
    end = len(file.text.rstrip())
    place = Span(file, end, end)
    elsewhere = [def_ for def_ in _functions(root) if def_.name == "main"]
    label = f"consider adding a `main` function to `{file.name}`"
    notes: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    if elsewhere:
        label = f"the main function must be defined at the crate level (in `{file.name}`)"
        heads = [Label(def_.node.sig_span, "") for def_ in elsewhere if isinstance(def_.node, ast.Fn)]
        here = SpannedNote("here is a function named `main`", tuple(heads))
        notes = (here, "you have one or more functions named `main` not defined at the crate level")
        helps = ("consider moving the `main` function definitions",)
    secondary: tuple[Label, ...] = ()
    if found is not None and isinstance(found.node, ast.Node):
        secondary = (Label(found.node.span, "non-function item at `crate::main` is found"),)
    message = "`main` function not found in crate `main`"
    return Diagnostic("E0601", message, (Label(place, label),), secondary, notes, helps)


def _functions(module: Def) -> Iterator[Def]:
    """The functions of the modules within a module."""
    for child in module.children:
        if child.kind is DefKind.FN:
            yield child
        elif child.kind is DefKind.MOD and not child.is_std:
            yield from _functions(child)
