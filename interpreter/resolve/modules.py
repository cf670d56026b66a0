"""Modules and what their names are bound to (rustc_resolve: `Module`, `NameBinding`, `Import`).

Modules, enums (their variants), traits (their items) and blocks with items of their own are all `Module`s: scopes of names in
three namespaces. A binding says what a name means, who may see it, and which import brought it, if one did.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.enums import Enum
from interpreter.records import Record, field
from interpreter.resolve.defs import Def, DefRes, ErrRes, Res
from interpreter.source import Span
from interpreter.syntax import ast

TYPE_NS, VALUE_NS, MACRO_NS = 0, 1, 2
NAMESPACES = (TYPE_NS, VALUE_NS, MACRO_NS)
NAMESPACE_NAMES = ("type", "value", "macro")

Key = tuple[int, str]
"""(namespace, name)"""


class ModuleKind(Enum):
    MOD = "mod"
    BLOCK = "block"
    ENUM = "enum"
    TRAIT = "trait"


class Binding(Record, eq=False):
    """What a name means in a module. `vis` is the module that may see it, None for everyone; `span` is where the name was
    introduced.

    `import_` and `source` are set when a `use` made it; `glob` when that was a `use ...::*`. `ambiguity` is another thing that
    the name could mean just as well (two globs): an error only if the name is used.
    """

    res: Res
    vis: Def | None
    span: Span
    import_: Import | None = None
    source: Binding | None = None
    glob: bool = False
    ambiguity: Binding | None = None
    warn_ambiguity: bool = False
    """The ambiguity is no error, only the lint `ambiguous_glob_imports`."""
    shadowed_glob: Binding | None = None
    """What a glob would bring under the name if it were not for this binding."""
    extern_crate: ast.ExternCrate | None = None
    ctor_fields: tuple[Def, ...] = ()
    """Of a tuple struct's constructor: its fields, whose privacy makes the constructor private."""

    def origin(self) -> Binding:
        """The definition's own binding, imports followed."""
        here = self
        while here.source is not None:
            here = here.source
        return here

    def is_ambiguous(self) -> bool:
        """Here or where it was imported from."""
        here: Binding | None = self
        while here is not None and here.ambiguity is None:
            here = here.source
        return here is not None

    def warns_of_ambiguity(self) -> bool:
        """Whether another thing of this name that a glob brings after it is no error: what comes from std, or is so already."""
        here = self
        while here.source is not None and not here.warn_ambiguity:
            here = here.source
        return here.warn_ambiguity or here.span.file.is_std

    def is_refetched(self, old: Binding) -> bool:
        """Whether it came by the same glob as `old`, from where something else has taken the place of what that stands for."""
        return self.import_ is not None and self.import_ is old.import_


class Import(Record, eq=False):
    """One leaf of a `use` tree (or an `extern crate`), in `module`.

    `path` are the names before the imported one; `source` is the imported name, None for a glob; `target` the name it gets ("_"
    binds only a trait's methods). `span` is the leaf, `item` the whole `use`. `resolved_module`: what `path` led to, once it is
    known. `bound`: what was found per namespace. `used` is set when a lookup went through it.
    """

    module: Module
    path: tuple[ast.Ident, ...]
    source: ast.Ident | None
    target: ast.Ident | None
    span: Span
    item: ast.Use | ast.ExternCrate
    vis: Def | None
    type_only: bool = False
    """`use a::b::{self}` imports from the type namespace only."""
    nested: bool = False
    resolved_module: Module | None = None
    bound: dict[int, Binding] = field(default_factory=dict)
    done: bool = False
    used: bool = False


class Module(Record, eq=False):
    """A scope of names. `def_` is the definition it belongs to (for a block: the module around); `parent` the scope around it.

    `names` does not hold names that no one can say (`use Trait as _`): they are in `anonymous`. `globs`: its resolved glob
    imports. `pending`: imports not yet resolved. `items` includes what derives made.
    """

    kind: ModuleKind
    def_: Def
    parent: Module | None
    names: dict[Key, Binding] = field(default_factory=dict)
    anonymous: list[Binding] = field(default_factory=list)
    globs: list[Import] = field(default_factory=list)
    glob_importers: list[Import] = field(default_factory=list)
    pending: list[Import] = field(default_factory=list)
    items: list[ast.Item] = field(default_factory=list)
    textual_macros: dict[str, list[Binding]] = field(default_factory=dict)
    """`macro_rules!` of this scope: seen from scopes within, but not members of the module."""
    missing: bool = False
    """Its file isn't there: whatever is looked for in it is taken to be there, and to be in error."""

    def lookup(self, ns: int, name: str) -> Binding | None:
        """What the name means here; None if nothing (yet)."""
        found = self.names.get((ns, name))
        return Binding(ErrRes(), None, self.def_.span) if found is None and self.missing else found

    def bindings(self) -> Iterator[tuple[Key, Binding]]:
        """All names with their bindings."""
        yield from list(self.names.items())

    def normal(self) -> Module:
        """The nearest module that is not a block, enum or trait."""
        here = self
        while here.kind is not ModuleKind.MOD:
            assert here.parent is not None
            here = here.parent
        return here

    def trait_bindings(self) -> Iterator[Binding]:
        """The bindings of this scope that may be traits (also unnamed ones)."""
        for (ns, _), binding in self.bindings():
            if ns == TYPE_NS:
                yield binding
        yield from self.anonymous

    def __repr__(self) -> str:
        return f"Module({self.kind.value} {self.def_.path() or 'crate'})"


def module_res(module: Module) -> DefRes:
    """The Res of a module as such."""
    return DefRes(module.def_)


def is_ancestor(ancestor: Def, def_: Def) -> bool:
    """Is `ancestor` the definition itself, or one that encloses it?"""
    here: Def | None = def_
    while here is not None:
        if here is ancestor:
            return True
        here = here.parent
    return False


def is_accessible(vis: Def | None, from_module: Module) -> bool:
    """May code in `from_module` use something visible in `vis`?"""
    return vis is None or is_ancestor(vis, from_module.def_)
