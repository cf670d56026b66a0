"""Ribs: the scopes of local names, and looking a name up through them (rustc_resolve: late.rs `Rib`, ident.rs).

A rib holds the names that one construct brings: a block's variables, a match arm's bindings, an item's generic parameters. Some
only mark a border: variables of a function are not seen in an item within it, nor generics of an outer item.

Variables and labels from macro bodies are different names from those written in the call (macro_rules hygiene). A macro's body
sees the variables at the place of its definition: that is what `MACRO_DEF` ribs are for.
"""

from __future__ import annotations

from collections.abc import Callable

from interpreter.enums import Enum
from interpreter.records import Record, field
from interpreter.resolve.defs import Def, DefKind, DefRes, LocalRes, Res, SelfTyRes
from interpreter.resolve.modules import TYPE_NS, VALUE_NS, Module, ModuleKind
from interpreter.resolve.resolver import Resolver, Undetermined
from interpreter.syntax import ast


class RibKind(Enum):
    NORMAL = "normal"
    FN = "function or closure"
    ASSOC_ITEM = "associated item"
    ITEM = "item"
    CONST_ITEM = "constant item"
    ANON_CONST = "constant in a type"
    MODULE = "module"
    MACRO_DEF = "macro definition"
    FORWARD_BAN = "generic parameter not yet declared"
    CONST_PARAM_TY = "type of a const parameter"


_LOCAL_BORDERS = frozenset((RibKind.ITEM, RibKind.ASSOC_ITEM, RibKind.CONST_ITEM, RibKind.ANON_CONST, RibKind.CONST_PARAM_TY))
"""What a variable is not seen through."""


class Rib(Record, eq=False):
    """`names` by `local_key`; `module` for MODULE; `macro` for MACRO_DEF; `params` if it holds generic parameters, which know no
    hygiene. `item`: of a border, the item."""

    kind: RibKind
    names: dict[object, Res] = field(default_factory=dict)
    module: Module | None = None
    macro: object = None
    params: bool = False
    item: object = None


def local_key(ident: ast.Ident) -> object:
    """A name as variables and labels are told apart: hygiene counts."""
    return (ident.name, ident.hygiene) if ident.hygiene else ident.name


class Barrier(Record, frozen=True):
    """A name was found, but a border lies between: `kind` says which. `found` is what it would have meant; `rib` the border."""

    found: Res
    kind: RibKind
    rib: Rib


class RibStack:
    """The ribs around the place that is being resolved, a stack per namespace."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.module: Module = resolver.root
        self.owner: Def = resolver.root.def_
        self.ribs: tuple[list[Rib], list[Rib]] = ([], [])
        self.macro_parent: Callable[[int], tuple[int, object] | None] = lambda number: None
        """A hygiene number -> the number at the definition of the macro that it stands for, and that macro_rules item."""

    def lookup(self, ident: ast.Ident, ns: int) -> Res | Barrier | Undetermined | None:
        """What a plain name means here: locals, then the module, then the preludes."""
        name = ident.name
        key = local_key(ident)
        hygiene = ident.hygiene
        ribs = self.ribs[ns]
        for i in range(len(ribs) - 1, -1, -1):
            rib = ribs[i]
            res = rib.names.get(name if rib.params else key)
            if res is not None:
                return self._validated(res, ribs, i)
            if rib.kind is RibKind.MODULE:
                assert rib.module is not None
                if rib.module.kind is not ModuleKind.BLOCK:
                    break
                binding = rib.module.lookup(ns, name)
                if binding is not None:
                    self.resolver.note_use(ident, binding)
                    return binding.res
            elif rib.kind is RibKind.MACRO_DEF and hygiene:
                parent = self.macro_parent(hygiene)
                if parent is not None and parent[1] is rib.macro:
                    hygiene = parent[0]
                    key = (name, hygiene) if hygiene else name
        found = self.resolver.in_scope(self.module.normal(), ident, ns)
        if found is None or isinstance(found, Undetermined):
            return None
        return found.res

    def lookup_item(self, ident: ast.Ident, ns: int) -> Res | None:
        """What a pattern's name could stand for but a new variable: an item (or constant parameter) that no variable hides."""
        key = local_key(ident)
        for rib in reversed(self.ribs[ns]):
            if rib.kind is RibKind.MODULE:
                assert rib.module is not None
                if rib.module.kind is not ModuleKind.BLOCK:
                    break
                binding = rib.module.lookup(ns, ident.name)
                if binding is not None:
                    return binding.res
            elif key in rib.names and not rib.params:
                return None
            elif rib.params:
                res = rib.names.get(ident.name)
                if isinstance(res, DefRes) and res.def_.kind is DefKind.CONST_PARAM:
                    return res
        found = self.resolver.in_scope(self.module.normal(), ident, ns, report=False)
        return None if found is None or isinstance(found, Undetermined) else found.res

    @staticmethod
    def _validated(res: Res, ribs: list[Rib], at: int) -> Res | Barrier:
        """Check the borders between the place and rib number `at`."""
        if isinstance(res, LocalRes):
            borders = [rib for rib in ribs[at + 1 :] if rib.kind in _LOCAL_BORDERS]
            if not borders:
                return res
            constant = next((rib for rib in borders if rib.kind not in (RibKind.ITEM, RibKind.ASSOC_ITEM)), borders[0])
            return Barrier(res, constant.kind, constant)
        if isinstance(res, SelfTyRes) or (isinstance(res, DefRes) and res.def_.kind in (DefKind.TY_PARAM, DefKind.CONST_PARAM)):
            start = at + 1
            for rib in ribs[start:]:
                if rib.kind is RibKind.ANON_CONST and isinstance(res, SelfTyRes) and not has_parameters(res.owner):
                    continue
                if rib.kind in (RibKind.ITEM, RibKind.ANON_CONST, RibKind.CONST_PARAM_TY):
                    return Barrier(res, rib.kind, rib)
            if ribs[at].kind is RibKind.FORWARD_BAN:
                return Barrier(res, RibKind.FORWARD_BAN, ribs[at])
        return res

    def push(self, rib: Rib, *namespaces: int) -> None:
        """Enter a rib, by default in both namespaces."""
        for ns in namespaces or (TYPE_NS, VALUE_NS):
            self.ribs[ns].append(rib)

    def pop(self, *namespaces: int) -> None:
        """Leave the innermost rib."""
        for ns in namespaces or (TYPE_NS, VALUE_NS):
            self.ribs[ns].pop()


def has_parameters(owner: Def) -> bool:
    """Whether the `Self` of an item may depend on generic parameters."""
    generics = getattr(owner.node, "generics", None)
    return owner.kind is DefKind.TRAIT or (generics is not None and bool(generics.params))
