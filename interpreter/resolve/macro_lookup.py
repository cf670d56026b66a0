"""Which macro a call means while macros are expanded, and what is said where there is none."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.expansions import Site
from interpreter.resolve.macro_paths import STD_NAMES
from interpreter.resolve.macro_rules import MacroDef
from interpreter.resolve.std_macros import UNSTABLE_MACROS, std_macros
from interpreter.syntax import ast

if TYPE_CHECKING:
    from interpreter.resolve.expand import Expander


def lookup_macro(expander: Expander, path: ast.Path) -> MacroDef | None:
    """The macro that a path names; None if there is none, after reporting a plain name (early.py reports paths)."""
    segments = path.segments
    name, first = segments[-1].ident.name, segments[0].ident
    std = std_macros()
    if len(segments) == 1:
        return expander.scope.get(name) or _lookup_plain(expander, name, path)
    if first.name in STD_NAMES or first.name == "{{root}}" or (first.name == "$crate" and first.span.file.is_std):
        return std.get(name)
    exported, imports = expander.exported, expander.imports
    macro = expander.paths.find([segment.ident.name for segment in segments], _module_node(expander))
    macro = macro or exported.get(imports.get(name, name)) or exported.get(name) or expander.scope.get(name)
    return std.get(name) if macro is None and first.name in imports else macro


def _lookup_plain(expander: Expander, name: str, path: ast.Path) -> MacroDef | None:
    """The macro of a name that no textual scope has."""
    macro = expander.paths.find([name], _module_node(expander))
    if macro is not None:
        return macro
    std, target = std_macros(), expander.imports.get(name)
    if target is not None:
        macro = expander.exported.get(target) or std.get(target)
    else:
        macro = std.get(name)
        if macro is not None and not macro.exported and not expander.paths.globs_std(name, _module_node(expander)):
            macro = None
        macro = macro or _in_root(expander, name)
    if macro is None and name in UNSTABLE_MACROS:
        unstable = UNSTABLE_MACROS[name]
        link = f"<https://github.com/rust-lang/rust/issues/{unstable.issue}>"
        note = f"see issue #{unstable.issue} {link} for more information"
        expander.late.error("E0658", f"use of unstable library feature {unstable.message}", path.span, notes=(note,))
    elif macro is None and target is None:
        expander.late.emit(_missing(expander, name, path))
    elif macro is None:
        expander.expansions.imported.append((name, expander.site, _missing(expander, name, path)))
    return macro


def _in_root(expander: Expander, name: str) -> MacroDef | None:
    """A macro of the crate that `#[macro_export]` puts into its root module, when that is where we are."""
    macro = expander.exported.get(name)
    if macro is None or len(expander.module_path) > 1:
        return None
    return macro if any(attr.name == "macro_export" for attr in macro.item.attrs) else None


def _module_node(expander: Expander) -> Any:
    site = expander.site
    while type(site.node) is ast.Block and site.outer is not None:
        site = site.outer
    return site.node


def _missing(expander: Expander, name: str, path: ast.Path) -> Diagnostic:
    """There is no macro of a name, where it is called (rustc: `unresolved_macro_suggestions`)."""
    label, notes, helps = "", tuple[str, ...](), tuple[str, ...]()
    secondary: tuple[Label, ...] = ()
    if _appears_later(expander.site, name):
        label = f"consider moving the definition of `{name}` before this call"
        notes = ("a macro with the same name exists, but it appears later",)
    elif name in expander.exported:
        helps = ("have you added the `#[macro_use]` on the module/import?",)
    else:
        from interpreter.resolve.suggest import best_match

        similar = best_match([*expander.scope, *std_macros()], name)
        if similar is not None:
            helps = ("a macro with a similar name exists",)
            own = expander.scope.get(similar)
            if own is not None:
                secondary = (Label(own.head_span, f"similarly named macro `{similar}` defined here"),)
    message = f"cannot find macro `{name}` in this scope"
    return Diagnostic(None, message, (Label(path.span, label),), secondary, notes, helps)


def _appears_later(site: Site | None, name: str) -> bool:
    """Whether a macro of this name is defined in the same module or block, or one around it up to the module."""
    while site is not None:
        node = site.node
        items: list[Any] = []
        if isinstance(node, ast.Block):
            items += [stmt.item for stmt in node.stmts if type(stmt) is ast.ItemStmt]
        else:
            items += node.items or ()
        if any(type(item) is ast.MacroRules and item.ident.name == name for item in items):
            return True
        site = site.outer if isinstance(node, ast.Block) else None
    return False
