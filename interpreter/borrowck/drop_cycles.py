"""E0391 of a type that contains itself, where a body owns a value of it (rustc: the queries `needs_drop_raw` and `adt_drop_tys`).

What dropping a value does is asked of the types of its fields, each struct's or enum's once; a type without a finite size (E0072)
comes back to itself.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.mir import body as mir
from interpreter.resolve.defs import Def
from interpreter.typeck import ty as t
from interpreter.typeck.collect import item_span
from interpreter.typeck.query_cycles import SEE_QUERIES, requires_notes

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def drop_cycles(tcx: TyCtxt, body: mir.Body) -> list[Diagnostic]:
    """Those that the types of a body's variables come to; each type is told once."""
    told: set[Def] = tcx.query("reported_drop_cycles", None, set)
    found: list[Diagnostic] = []
    for decl in body.locals:
        search = _Search(tcx)
        try:
            search.types_of(t.erase_regions(decl.ty))
        except _Cycle as cycle:
            if not told.intersection(cycle.members):
                told.update(cycle.members)
                found.append(_report(tcx, cycle.members, decl.ty))
    return found


class _Cycle(Exception):
    def __init__(self, members: list[Def]) -> None:
        self.members = members


class _AlwaysDrops(Exception):
    """A type implements Drop: nothing more is asked."""


class _Search:
    """`active`: the structs and enums whose fields are looked into."""

    def __init__(self, tcx: TyCtxt) -> None:
        self.tcx = tcx
        self.active: list[Def] = []
        self.known: dict[Def, list[t.Ty]] = {}

    def types_of(self, root: t.Ty) -> list[t.Ty]:
        """The types within `root` that only a use of it decides. Raises: _Cycle."""
        found: list[t.Ty] = []
        seen: set[t.Ty] = set()
        stack = [root]
        try:
            while stack:
                ty = stack.pop()
                if ty in seen:
                    continue
                seen.add(ty)
                if isinstance(ty, t.Adt):
                    stack += self._components(ty)
                elif isinstance(ty, t.Tuple):
                    stack += ty.elems
                elif isinstance(ty, (t.Array, t.Slice)):
                    stack.append(ty.elem)
                elif isinstance(ty, t.Param):
                    found.append(ty)
        except _AlwaysDrops:
            if self.active:
                raise
        return found

    def _components(self, ty: t.Adt) -> list[t.Ty]:
        adt = self.tcx.adt_def(ty.def_)
        if self.tcx.is_lang_item(ty.def_, "manually_drop") or adt.is_union:
            return []
        if self.tcx.is_lang_item(ty.def_, "owned_box") or self.tcx.adt_destructor(ty.def_) is not None:
            raise _AlwaysDrops
        parts: list[t.Ty] = []
        for field in adt.all_fields():
            field_ty = t.erase_regions(self.tcx.type_of(field.def_))
            inner = [field_ty]
            if isinstance(field_ty, t.Adt):
                inner = [t.subst(part, field_ty.args) for part in self._of_adt(field_ty.def_)]
            parts += [t.subst(part, ty.args) for part in inner]
        return parts

    def _of_adt(self, def_: Def) -> list[t.Ty]:
        if def_ in self.active:
            raise _Cycle(self.active[self.active.index(def_) :].copy())
        if def_ not in self.known:
            self.active.append(def_)
            try:
                self.known[def_] = self.types_of(t.erase_regions(self.tcx.type_of(def_)))
            finally:
                self.active.pop()
        return self.known[def_]


def _report(tcx: TyCtxt, members: list[Def], owned: t.Ty) -> Diagnostic:
    names = [f"computing when `{def_.path()}` needs drop" for def_ in members]
    used = f"cycle used when computing whether `{tcx.format_ty(owned)}` needs drop"
    notes = (*requires_notes(names), used, SEE_QUERIES)
    return Diagnostic("E0391", f"cycle detected when {names[0]}", (Label(item_span(members[0])),), notes=notes)
