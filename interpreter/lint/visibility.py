"""What other crates could reach of this one (rustc: `effective_visibilities`, at `Level::Reachable`)."""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import Def, DefKind, DefRes
from interpreter.resolve.modules import Binding, Import
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.privacy import header

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_OPEN = (DefKind.ENUM, DefKind.TRAIT, DefKind.VARIANT)
"""What shares its own visibility with what it contains."""


def reachable(tcx: TyCtxt) -> set[Def]:
    """Public items that a public path or the interface of something reachable leads to, with what they contain."""
    return tcx.query("reachable_items", None, lambda: _Reach(tcx).run())


def nameable(tcx: TyCtxt) -> set[Def]:
    """Public items that a public path leads to, with what they contain."""
    return tcx.query("nameable_items", None, lambda: _Reach(tcx).by_name())


class _Reach:
    def __init__(self, tcx: TyCtxt) -> None:
        self.tcx = tcx
        self.found: set[Def] = set()
        self.impls = [def_ for def_ in self._all(tcx.resolution.root) if def_.kind is DefKind.IMPL]
        self.reexports: dict[Def, list[Import]] = {}
        for import_ in tcx.resolution.imports:
            if isinstance(import_, Import) and import_.vis is None and not import_.item.span.file.is_std:
                self.reexports.setdefault(import_.module.normal().def_, []).append(import_)

    def by_name(self) -> set[Def]:
        """With the impls for what can be named."""
        self._named(self.tcx.resolution.root)
        for impl in self.impls:
            self._impl(impl)
        return self.found

    def run(self) -> set[Def]:
        """Those that some interface leads to as well."""
        self.by_name()
        before = -1
        seen: set[Def] = set()
        while len(self.found) != before:
            before = len(self.found)
            for impl in self.impls:
                self._impl(impl)
            for def_ in [def_ for def_ in self.found if def_ not in seen]:
                seen.add(def_)
                self._interface(def_)
        return self.found

    def _all(self, root: Def) -> list[Def]:
        found = [root]
        for def_ in found:
            found += [child for child in def_.children if not child.is_std]
        return found

    def _named(self, def_: Def) -> None:
        """`def_`, which a public path leads to."""
        if def_.is_std or def_ in self.found:
            return
        self._add(def_)
        if def_.kind is DefKind.MOD:
            for child in def_.children:
                if child.visible_in is None and child.kind is not DefKind.IMPL:
                    self._named(child)
            for import_ in self.reexports.get(def_, ()):
                for binding in self._brought(import_):
                    if isinstance(binding.res, DefRes) and binding.vis is None:
                        self._named(binding.res.def_)

    def _brought(self, import_: Import) -> list[Binding]:
        if import_.source is None and import_.resolved_module is not None:
            return [binding for _, binding in import_.resolved_module.bindings()]
        return list(import_.bound.values())

    def _add(self, def_: Def) -> None:
        """With fields, variants and the items of a trait."""
        self.found.add(def_)
        for child in def_.children:
            if child.kind in (DefKind.VARIANT, DefKind.FIELD) or def_.kind is DefKind.TRAIT:
                if def_.kind in _OPEN or child.visible_in is None:
                    self._add(child)

    def _impl(self, impl: Def) -> None:
        trait_ref = self.tcx.impl_trait_ref(impl)
        parts = [self.tcx.type_of(impl), *((trait_ref,) if trait_ref is not None else ())]
        if all(def_ in self.found for part in parts for def_ in _mentioned(part)):
            self.found.add(impl)
            for item in impl.children:
                if trait_ref is not None or item.visible_in is None:
                    self._add(item)

    def _interface(self, def_: Def) -> None:
        if def_.kind in (DefKind.STRUCT, DefKind.UNION, DefKind.ENUM):
            fields = [field.def_ for field in self.tcx.adt_def(def_).all_fields()]
            parts: list[Any] = [self.tcx.type_of(field) for field in fields if field in self.found]
            parts += [predicate for predicate, _ in self.tcx.predicates_of(def_)]
        elif isinstance(def_.node, (ast.Fn, ast.Const, ast.Static, ast.TypeAlias_, ast.Impl, ast.Trait)):
            parts = [part for part, _ in header(self.tcx, def_)]
        else:
            return
        for part in parts:
            for mentioned in self._mentioned_with_bounds(part):
                if mentioned.visible_in is None and mentioned not in self.found:
                    self._add(mentioned)

    def _mentioned_with_bounds(self, value: Any) -> list[Def]:
        """Those of an `impl Trait` are seen, too."""
        found = _mentioned(value)
        for part in t.walk(value):
            if isinstance(part, t.Alias) and part.def_.kind is DefKind.OPAQUE_TY:
                for bound, _ in self.tcx.item_bounds(part.def_):
                    found += _mentioned(bound)
        return found


def _mentioned(value: Any) -> list[Def]:
    """The user's types and traits within a type or predicate."""
    found: list[Def] = []
    for part in t.walk(value):
        if isinstance(part, t.Adt):
            found.append(part.def_)
        elif isinstance(part, t.TraitRef):
            found.append(part.trait)
        elif isinstance(part, t.Dynamic) and part.principal is not None:
            found.append(part.principal.value.trait)
    return [def_ for def_ in found if not def_.is_std]
