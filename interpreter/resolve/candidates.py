"""What the user may have meant by a name that is not there: similar names, and items to import (rustc_resolve:
diagnostics.rs)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from interpreter.diagnostics import Label, Suggestion
from interpreter.hints import Final
from interpreter.records import NamedTuple
from interpreter.resolve import std_names
from interpreter.resolve.defs import Def, DefKind, DefRes, PrimTyRes, Res
from interpreter.resolve.modules import TYPE_NS, VALUE_NS, Module, ModuleKind, is_accessible
from interpreter.resolve.resolver import PRIMITIVES, Resolver, article, describe, head_span
from interpreter.resolve.ribs import Rib, RibKind
from interpreter.resolve.suggest import best_match
from interpreter.source import Span
from interpreter.syntax import ast

Filter = Callable[[Res], bool]
_STD_KINDS = {
    "type": ("struct", "enum", "union", "trait", "type alias"),
    "trait": ("trait",),
    "struct": ("struct", "union"),
    "value": ("function", "constant", "static"),
    "pattern": ("constant",),
}


class Typo(NamedTuple):
    """A similar name and what it is."""

    name: str
    res: Res

    def suggestion(self, span: Span) -> Suggestion:
        kind = describe(self.res)
        return Suggestion(f"{article(kind)} {kind} with a similar name exists", ((span, self.name),))

    def encloses(self, span: Span) -> bool:
        """Does the place lie within the definition itself?"""
        if not isinstance(self.res, DefRes):
            return False
        whole = definition_span(self.res.def_)
        return whole.file is span.file and whole.lo <= span.lo and span.hi <= whole.hi

    def label(self) -> tuple[Label, ...]:
        """ "similarly named struct `S` defined here", if it is the user's."""
        if not isinstance(self.res, DefRes) or self.res.def_.is_std:
            return ()
        span = definition_span(self.res.def_)
        return (Label(head_span(span), f"similarly named {describe(self.res)} `{self.name}` defined here"),)


def definition_span(def_: Def) -> Span:
    """The whole definition (a parameter's or field's name)."""
    node_span = getattr(def_.node, "span", def_.span)
    return node_span if isinstance(node_span, Span) else def_.span


def item_span(def_: Def) -> Span:
    """A definition with its visibility, up to its body."""
    span, vis = definition_span(def_), getattr(def_.node, "vis", None)
    if isinstance(vis, ast.Visibility) and vis.kind is not ast.VisKind.INHERITED and vis.span.lo < span.lo:
        span = span._replace(lo=vis.span.lo)
    return head_span(span)


def find_typo(resolver: Resolver, name: str, ns: int, fits: Filter, ribs: list[Rib] | None, module: Module | None) -> Typo | None:
    """The name in scope (or in `module`) most like `name` that could stand there (rustc: lookup_typo_candidate)."""
    found: dict[str, Res] = {}
    if module is not None:
        for (key_ns, key), binding in module.bindings():
            if key_ns == ns and fits(binding.res) and (not module.def_.is_std or binding.vis is None):
                found.setdefault(key, binding.res)
    elif ribs is not None:
        for key, res in _in_ribs(ribs, ns):
            if fits(res):
                found.setdefault(key, res)
        prelude = resolver.std.prelude(resolver.edition)
        if prelude is not None:
            for (key_ns, key), binding in prelude.bindings():
                if key_ns == ns and fits(binding.res):
                    found.setdefault(key, binding.res)
        if ns == TYPE_NS and fits(PrimTyRes("bool")):
            for prim in PRIMITIVES:
                found.setdefault(prim, PrimTyRes(prim))
    found.pop(name, None)
    similar = best_match(sorted(found), name)
    return Typo(similar, found[similar]) if similar is not None else None


def _in_ribs(ribs: list[Rib], ns: int) -> Iterator[tuple[str, Res]]:
    for rib in reversed(ribs):
        for key, res in rib.names.items():
            if isinstance(key, str):
                yield key, res
        if rib.kind is RibKind.MODULE and rib.module is not None:
            for (key_ns, key), binding in rib.module.bindings():
                if key_ns == ns:
                    yield key, binding.res
            if rib.module.kind is not ModuleKind.BLOCK:
                return


# ------------------------------------------------------------------------------------------------ imports


def import_suggestion(
    resolver: Resolver, name: str, ns: int, fits: Filter, std_kinds: str, scope: Module, *, instead: bool
) -> Suggestion | None:
    """ "consider importing this struct" (rustc: lookup_import_candidates, show_candidates)."""
    paths = dict(_user_paths(resolver, name, ns, fits, scope))
    paths.update(_std_paths(name, _STD_KINDS[std_kinds]))
    if not paths:
        return None
    kinds = set(paths.values())
    kind = next(iter(kinds)) if len(kinds) == 1 else "item"
    words = f"this {kind}" if len(paths) == 1 else f"one of these {plural(kind)}"
    place = _use_place(scope)
    text = "".join(f"use {path};\n" for path in sorted(paths)[:1])
    return Suggestion(f"consider importing {words}{' instead' if instead else ''}", ((place, text),))


def is_reachable(resolver: Resolver, name: str, res: Res, scope: Module) -> bool:
    """Whether there is a path to something of this name for `scope`."""
    return any(True for ns in (TYPE_NS, VALUE_NS) for _ in _user_paths(resolver, name, ns, lambda found: found == res, scope))


def plural(kind: str) -> str:
    """ "structs", "type aliases" """
    return kind + ("es" if kind.endswith("s") else "s")


def _std_paths(name: str, kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    found = [(path, kind) for path, kind in std_names.items_named(name) if kind in kinds]
    modules = {path.rpartition("::")[0] for path, _ in found}
    for path, kind in found:
        module = path.rpartition("::")[0]
        if not any(module.startswith(f"{other}::") for other in modules):
            yield path, kind


_MODULES: Final = (DefKind.MOD, DefKind.ENUM)


def _user_paths(resolver: Resolver, name: str, ns: int, fits: Filter, scope: Module) -> Iterator[tuple[str, str]]:
    """Paths of items of the user's crate that `scope` could import."""
    seen: set[Def] = set()
    queue: list[tuple[Module, str]] = [(resolver.root, "crate")]
    for module, prefix in queue:
        for (key_ns, key), binding in module.bindings():
            if not is_accessible(binding.vis, scope) or not isinstance(binding.res, DefRes):
                continue
            def_ = binding.res.def_
            if def_.is_std:
                continue
            if key_ns == ns and key == name and fits(binding.res) and def_ not in seen and module is not scope.normal():
                seen.add(def_)
                yield f"{prefix}::{key}", describe(binding.res)
            if key_ns == TYPE_NS and binding.import_ is None and binding.extern_crate is None and def_.kind in _MODULES:
                inner = resolver.module_of(def_)
                if inner is not None:
                    queue.append((inner, f"{prefix}::{key}"))


def _use_place(scope: Module) -> Span:
    """Before the first item of the module."""
    items = [i for i in scope.normal().items if not i.span.file.is_std and not isinstance(i, (ast.ExternCrate, ast.MacroRules))]
    first = next((i for i in items if isinstance(i, ast.Use)), items[0] if items else None)
    span = first.span if first is not None else scope.def_.span
    starts = [a.span.lo for a in first.attrs if not a.inner] if first is not None else []
    lo = min([span.lo, *starts])
    return Span(span.file, lo, lo)
