"""`private_interfaces`, `private_bounds`, `unnameable_types`: types and traits that are more private than what mentions them, or
than what leads to them (rustc_privacy: `PrivateItemsInPublicInterfacesChecker`)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.lint.effective import bounds, effective, interface, is_at_least, mentioned, narrower, nominal
from interpreter.lint.emit import Emit
from interpreter.lint.spans import head
from interpreter.lint.visibility import nameable
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax import ast
from interpreter.typeck import pretty_ty
from interpreter.typeck import ty as t
from interpreter.typeck.generic_args import param_default
from interpreter.typeck.items import user_items
from interpreter.typeck.lower import ItemCtxt

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_TYPES = (DefKind.STRUCT, DefKind.ENUM, DefKind.UNION, DefKind.TRAIT)


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All headers of items."""
    checker = _Checker(tcx, emit)
    named = nameable(tcx)
    for def_ in user_items(tcx):
        if isinstance(def_.node, ast.Node) and not def_.node.span.file.is_std:
            checker.check(def_)
        if def_.kind in _TYPES and def_ not in named and nominal(def_) is None and checker.effective.get(def_, def_) is None:
            what = f"reachable at visibility `pub`, but can only be named at visibility `{_named_at(tcx, def_)}`"
            message = f"{def_.kind.value} `{pretty_ty.visible_path(tcx, def_)}` is reachable but cannot be named"
            emit("unnameable_types", Label(head(def_), what), message)


def _named_at(tcx: TyCtxt, def_: Def) -> str:
    seen: Def | None = None
    here = def_.parent
    while here is not None and here is not tcx.resolution.root:
        if here.kind is DefKind.MOD:
            seen = narrower(seen, here.visible_in)
        here = here.parent
    return shown_visibility(tcx, seen, def_)


def shown_visibility(tcx: TyCtxt, seen: Def | None, def_: Def) -> str:
    """A visibility as it is written at an item."""
    if seen is None:
        return "pub"
    if seen is tcx.resolution.root:
        return "pub(crate)"
    return "pub(self)" if seen is def_.module() else f"pub(in crate::{seen.path()})"


class _Checker:
    def __init__(self, tcx: TyCtxt, emit: Emit) -> None:
        self.tcx = tcx
        self.emit = emit
        self.effective = effective(tcx)
        self.told: set[tuple[str, Def, Def]] = set()

    def check(self, def_: Def) -> None:
        parent = def_.parent
        of_impl = parent is not None and parent.kind is DefKind.IMPL
        if of_impl and def_.kind is DefKind.ASSOC_TY:
            return
        bound_at = {id(bound) for bound, _ in bounds(self.tcx, def_)}
        for part, at in interface(self.tcx, def_):
            seen = self.effective.get(at, self.tcx.resolution.root)
            if of_impl and parent is not None:
                seen = narrower(seen, self.effective.get(parent, self.tcx.resolution.root))
            self._look("private_bounds" if id(part) in bound_at else "private_interfaces", part, at, seen)
        if isinstance(def_.node, (ast.Struct, ast.Enum_, ast.Union, ast.Trait, ast.TypeAlias_)):
            seen = self.effective.get(def_, self.tcx.resolution.root)
            for param in self.tcx.generics_of(def_).params:
                if param.has_default and param.kind is ast.ParamKind.TYPE:
                    self._look("private_interfaces", param_default(ItemCtxt(self.tcx, def_), param), def_, seen)

    def _look(self, lint: str, part: Any, at: Def, seen: Def | None) -> None:
        for other in mentioned(self.tcx, part):
            if is_at_least(nominal(other), seen) or (lint, at, other) in self.told:
                continue
            self.told.add((lint, at, other))
            shown = self._path(at)
            what = "trait" if other.kind is DefKind.TRAIT else "type"
            kind = "trait" if other.kind is DefKind.TRAIT else "type"
            name = pretty_ty.visible_path(self.tcx, other) if kind == "trait" else self._type_name(part, other)
            label = f"{_descr(at)} `{shown}` is reachable at visibility `{shown_visibility(self.tcx, seen, at)}`"
            message = f"{what} `{name}` is more private than the item `{shown}`"
            self.emit(lint, Label(head(at), label), message)

    def _type_name(self, part: Any, other: Def) -> str:
        found = next((ty for ty in t.walk(part) if isinstance(ty, t.Adt) and ty.def_ is other), None)
        return self.tcx.format_ty(found) if found is not None else pretty_ty.visible_path(self.tcx, other)

    def _path(self, def_: Def) -> str:
        parent = def_.parent
        if def_.kind is DefKind.IMPL:
            return str(self.tcx.format_ty(self.tcx.type_of(def_)))
        if def_.kind is DefKind.FIELD and parent is not None:
            return f"{self._path(parent)}::{def_.name}"
        if parent is not None and parent.kind is DefKind.IMPL:
            ty = self.tcx.type_of(parent)
            trait_ref = self.tcx.impl_trait_ref(parent)
            if trait_ref is not None:
                return f"<{self.tcx.format_ty(ty)} as {pretty_ty.visible_path(self.tcx, trait_ref.trait)}>::{def_.name}"
            owner: str = self.tcx.format_ty(ty)
            head_, _, args = owner.partition("<")
            return f"{head_}::<{args}::{def_.name}" if args else f"{head_}::{def_.name}"
        return pretty_ty.visible_path(self.tcx, def_)


def _descr(def_: Def) -> str:
    if def_.kind is DefKind.IMPL:
        return "implementation"
    if isinstance(def_.node, ast.Fn) and def_.kind is DefKind.ASSOC_FN and def_.node.self_param is not None:
        return "method"
    kind: str = def_.kind.value
    return kind
