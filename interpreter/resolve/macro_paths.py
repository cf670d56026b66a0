"""Where the paths of macro calls lead, asked while macros are expanded, before names are resolved (`resolve_macro_path`).

In: the items of the crate as they were parsed. Out: the `macro_rules!` that a path names, following modules and imports. What a
macro makes itself isn't known here; early.py sees whether a call was taken for the right macro.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from interpreter.hints import Any, Final
from interpreter.resolve import std_names
from interpreter.resolve.macro_rules import MacroDef
from interpreter.syntax import ast

STD_NAMES: Final = frozenset(("std", "core", "alloc"))
_Module = Any
"""`ast.Crate` or `ast.Mod`."""


class MacroPaths:
    """The modules of a crate with the macros and imports in each; `macro_of` gives the macro that an item defines."""

    def __init__(self, crate: ast.Crate, macro_of: Callable[[ast.MacroRules], MacroDef]) -> None:
        self._crate = crate
        self._macro_of = macro_of
        self._outer: dict[_Module, _Module] = {}
        self._modules: dict[tuple[_Module, str], _Module] = {}
        self._macros: dict[tuple[_Module, str], MacroDef] = {}
        self._imports: dict[tuple[_Module, str], list[str]] = {}
        self._globs: dict[_Module, list[list[str]]] = {}
        self._imported: dict[tuple[_Module, str], _Module | None] = {}
        self._collect(crate.items, crate, {})

    def _collect(self, items: list[Any], module: _Module, scope: dict[str, MacroDef]) -> None:
        """Note what a module holds; `scope` are the macros that are in textual scope, and grows."""
        for item in items:
            kind = type(item)
            if kind is ast.MacroRules:
                macro = scope[item.ident.name] = self._macro_of(item)
                if any(attr.name == "macro_export" for attr in item.attrs):
                    self._macros.setdefault((self._crate, macro.name), macro)
            elif kind is ast.Use:
                self._use(item.tree, [], module, scope)
            elif kind is ast.Mod and item.items:
                self._modules.setdefault((module, item.ident.name), item)
                self._outer[item] = module
                inner = dict(scope)
                self._collect(item.items, item, inner)
                if any(attr.name == "macro_use" for attr in item.attrs):
                    scope.update(inner)

    def _use(self, tree: ast.UseTree, before: list[str], module: _Module, scope: dict[str, MacroDef]) -> None:
        path = [*before, *(segment.ident.name for segment in tree.prefix.segments)]
        if tree.nested is not None:
            for nested in tree.nested:
                self._use(nested, path, module, scope)
        elif tree.glob:
            self._globs.setdefault(module, []).append(path)
        elif path:
            name = tree.rename.name if tree.rename is not None else path[-1]
            if len(path) == 1 and path[0] in scope:
                self._macros.setdefault((module, name), scope[path[0]])
            else:
                self._imports.setdefault((module, name), path[:-1] if path[-1] == "self" else path)

    def find(self, path: Sequence[str], module: _Module) -> MacroDef | None:
        """The macro that a path names in `module`."""
        return self._find(path, module, set())

    def _find(self, path: Sequence[str], module: _Module, seen: set[tuple[_Module, str]]) -> MacroDef | None:
        inside = self._module(path[:-1], module) if len(path) > 1 else module
        return None if inside is None else self._member(inside, path[-1], seen)

    def _member(self, module: _Module, name: str, seen: set[tuple[_Module, str]]) -> MacroDef | None:
        """`seen`: where it has been looked for already; imports may lead around in circles."""
        macro = self._macros.get((module, name))
        if macro is not None or (module, name) in seen:
            return macro
        seen.add((module, name))
        imported = self._imports.get((module, name))
        if imported is not None and imported != [name]:
            return self._find(imported, module, seen)
        for path in self._globs.get(module, ()):
            inside = self._module(path, module)
            found = self._member(inside, name, seen) if inside is not None else None
            if found is not None:
                return found
        return None

    def globs_std(self, name: str, module: _Module) -> bool:
        """Whether a glob import brings a macro of that name from a module of std (`use std::mem::*;`)."""
        paths = [path for path in self._globs.get(module, ()) if path[0] in STD_NAMES]
        return any(std_names.items_of("::".join(path[1:])).get(name) == "m" for path in paths)

    def _module(self, path: Sequence[str], module: _Module) -> _Module | None:
        here: _Module | None = module
        for at, name in enumerate(path):
            if here is None:
                return None
            if name == "super":
                here = self._outer.get(here)
            elif name in ("crate", "$crate"):
                here = self._crate
            elif name != "self" or at:
                here = self._modules.get((here, name)) or self._imported_module(here, name)
        return here

    def _imported_module(self, module: _Module, name: str) -> _Module | None:
        key = (module, name)
        if key not in self._imported:
            self._imported[key] = None  # What it leads to, should it lead here again.
            imported = self._imports.get(key)
            if imported is not None and imported != [name]:
                self._imported[key] = self._module(imported, module)
        return self._imported[key]
