"""How far an item can be seen from, by the paths that lead to it and by the interfaces that mention it (rustc:
`effective_visibilities`, at `Level::Reachable`)."""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import Def, DefKind, DefRes
from interpreter.resolve.modules import Import, is_ancestor
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.items import user_items

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_INHERITING = (DefKind.VARIANT, DefKind.TRAIT, DefKind.ENUM)
"""What contains things that have its own visibility."""


def narrower(a: Def | None, b: Def | None) -> Def | None:
    """The smaller of two visibilities: a module, or None for everyone."""
    if a is None or b is None:
        return b if a is None else a
    return a if is_ancestor(b, a) else b


def is_at_least(a: Def | None, b: Def | None) -> bool:
    """Whether what is seen in `a` is seen wherever `b` is."""
    return a is None or (b is not None and is_ancestor(a, b))


def nominal(def_: Def) -> Def | None:
    """What is written at an item, or at what it shares its visibility with."""
    parent = def_.parent
    if parent is not None and (parent.kind in _INHERITING or is_trait_impl(parent)):
        if parent.kind is not DefKind.IMPL:
            return nominal(parent)
        return None
    return def_.visible_in


def is_trait_impl(def_: Def) -> bool:
    """Whether it is the impl of a trait."""
    return def_.kind is DefKind.IMPL and isinstance(def_.node, ast.Impl) and def_.node.trait is not None


def effective(tcx: TyCtxt) -> dict[Def, Def | None]:
    """The user's items and modules with the visibility that they have in the end."""
    return tcx.query("effective_visibilities", None, lambda: _Effective(tcx).run())


class _Effective:
    def __init__(self, tcx: TyCtxt) -> None:
        self.tcx = tcx
        self.found: dict[Def, Def | None] = {tcx.resolution.root: None}

    def run(self) -> dict[Def, Def | None]:
        root = self.tcx.resolution.root
        self._children(root)
        before: dict[Def, Def | None] = {}
        while before != self.found:
            before = dict(self.found)
            self._reexports()
            for def_ in user_items(self.tcx):
                if def_.kind is DefKind.IMPL:
                    self.found[def_] = self.of_impl(def_)
                    self._children(def_)
                self._interface(def_)
        return self.found

    def _children(self, around: Def) -> None:
        for child in around.children:
            if child.is_std or not isinstance(child.node, ast.Node):
                continue
            if child.kind is not DefKind.IMPL:
                self._raise(child, narrower(nominal(child), self.found[around]))
            else:
                self.found.setdefault(child, self.tcx.resolution.root)
            self._children(child)

    def _raise(self, def_: Def, to: Def | None) -> bool:
        if def_ in self.found and is_at_least(self.found[def_], to):
            return False
        self.found[def_] = to
        return True

    def _reexports(self) -> None:
        for import_ in self.tcx.resolution.imports:
            if not isinstance(import_, Import) or import_.item.span.file.is_std:
                continue
            module = import_.module.normal().def_
            seen = narrower(import_.vis, self.found.get(module, module))
            bindings = list(import_.bound.values())
            if import_.source is None and import_.resolved_module is not None:
                bindings = [binding for _, binding in import_.resolved_module.bindings()]
            for binding in bindings:
                if isinstance(binding.res, DefRes) and not binding.res.def_.is_std:
                    self._spread(binding.res.def_, narrower(binding.vis, seen))

    def _spread(self, def_: Def, to: Def | None) -> None:
        if self._raise(def_, to):
            self._children(def_)

    def of_impl(self, impl: Def) -> Def | None:
        """The narrowest of what an impl is for."""
        trait_ref = self.tcx.impl_trait_ref(impl)
        seen: Def | None = None
        for part in [self.tcx.type_of(impl), *((trait_ref,) if trait_ref is not None else ())]:
            for def_ in mentioned(self.tcx, part):
                seen = narrower(seen, self.found.get(def_, self.tcx.resolution.root))
        return seen

    def _interface(self, def_: Def) -> None:
        seen = self.found.get(def_, self.tcx.resolution.root)
        for part, at in interface(self.tcx, def_):
            reach = narrower(seen, self.found.get(at, seen)) if at is not def_ else seen
            for other in mentioned(self.tcx, part):
                self._spread(other, narrower(nominal(other), reach))


def interface(tcx: TyCtxt, def_: Def) -> Iterator[tuple[Any, Def]]:
    """The types and bounds in an item's header, each with the part of the item (a field, or itself) that has it."""
    match def_.node:
        case ast.Struct() | ast.Union() | ast.Enum_():
            for field in tcx.adt_def(def_).all_fields():
                yield tcx.type_of(field.def_), field.def_
        case ast.Fn():
            yield tcx.liberated_fn_sig(def_), def_
        case ast.Const() | ast.Static():
            yield tcx.type_of(def_), def_
        case ast.TypeAlias_() if def_.node.ty is not None:
            yield tcx.type_of(def_), def_
    if isinstance(def_.node, ast.Node) and not is_trait_impl(def_):
        for bound, _ in bounds(tcx, def_):
            yield bound, def_


def bounds(tcx: TyCtxt, def_: Def) -> Iterator[tuple[Any, Any]]:
    """The bounds that are written at an item, and for a trait or associated type what is asked of it."""
    for predicate, span in tcx.own_predicates_of(def_):
        kind = predicate.value
        if not (def_.kind is DefKind.TRAIT and isinstance(kind, t.TraitPredicate) and kind.trait_ref.trait is def_):
            yield predicate, span
    if def_.kind is DefKind.ASSOC_TY and def_.parent is not None and def_.parent.kind is DefKind.TRAIT:
        yield from tcx.item_bounds(def_)


def mentioned(tcx: TyCtxt, value: Any, seen: set[Any] | None = None) -> list[Def]:
    """The user's types and traits within a type or bound; what an `impl Trait` asks for is seen, too."""
    seen = set() if seen is None else seen
    found: list[Def] = []
    for part in t.walk(value):
        if isinstance(part, t.Adt):
            found.append(part.def_)
        elif isinstance(part, t.TraitRef):
            found.append(part.trait)
        elif isinstance(part, t.Dynamic) and part.principal is not None:
            found.append(part.principal.value.trait)
        elif isinstance(part, t.Alias) and part.def_.kind is DefKind.OPAQUE_TY and part not in seen:
            seen.add(part)
            for bound, _ in tcx.item_bounds(part.def_):
                found += mentioned(tcx, bound, seen)
        elif isinstance(part, t.Alias) and part.def_.parent is not None and part.def_.parent.kind is DefKind.TRAIT:
            found.append(part.def_.parent)
    return [def_ for def_ in found if not def_.is_std]
