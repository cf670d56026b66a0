"""Crate `std` (also called `core` and `alloc`), read lazily from the text in `interpreter/std/`.

In: names that a program mentions. Out: `Def`s like the user's, whose syntax is unpickled (see std_index.py) and whose names are
resolved when someone first asks for `node`, `children` or `attrs`; bodies wait for `load_body`. A file is read when a path leads
into it.

Rule that std's text keeps: an impl stands in the file of its trait or of its self type, those of primitives in the files that
`#[prim(..)]` in lib.rs names. So to have read the files of a trait and of a type is to know all impls that matter to both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from interpreter.hints import TYPE_CHECKING, Any, SupportsIndex, overload
from interpreter.records import Record, field
from interpreter.resolve import std_index, std_store
from interpreter.resolve.defs import Def, DefKind, DefRes, PrimTyRes
from interpreter.resolve.modules import MACRO_NS, TYPE_NS, VALUE_NS, Binding, Key, Module, ModuleKind
from interpreter.resolve.std_index import VIS_PUBLIC, Entry, FileIndex, Plain, UseEntry
from interpreter.resolve.std_macros import std_macros
from interpreter.resolve.std_store import ParseItems, StdFile, std_source
from interpreter.source import Span
from interpreter.syntax import ast

if TYPE_CHECKING:
    from interpreter.resolve.resolver import Resolver

_FIRST_STD_INDEX = 1_000_000
_IMPLS_IN_FILE = 1 << 20
"""More than a file has."""
PRIM_KEYS = frozenset(("slice", "array", "tuple", "reference", "pointer", "fn_ptr", "never"))


class StdDef(Def, Record, eq=False):
    """A definition in std. What it is called and where it stands is known at once; the rest is loaded when asked for.

    `entry` is None for what comes with another definition's syntax: fields, generic parameters, closures.
    """

    __slots__ = ("_attrs", "_children", "_loader", "_member_names", "_node", "data", "entry", "loading")

    def __init__(
        self, loader: StdLoader, kind: DefKind, name: str, parent: Def | None, span: Span, vis: Def | None, entry: Entry | None
    ) -> None:
        self._loader = loader
        self.index = loader.next_index()
        self.kind = kind
        self.name = name
        self.parent = parent
        self.span = span
        self.is_std = True
        self.visible_in = vis
        self.entry = entry
        self.loading = False
        self.data: bytes | memoryview = b""
        self._node: object = None
        self._children: list[Def] = []
        self._attrs: dict[str, ast.Attribute] = {}
        self._member_names: frozenset[str] | None = None

    @property  # type: ignore[misc]
    def node(self) -> object:
        """The syntax, its names resolved (but not those of a body)."""
        if self._node is None:
            self._loader.load(self)
        return self._node

    @node.setter
    def node(self, value: object) -> None:
        self._node = value

    @property  # type: ignore[misc]
    def children(self) -> list[Def]:
        if self._node is None and not self.loading and self.kind is not DefKind.MOD:
            self._loader.load(self)
        return self._children

    @children.setter
    def children(self, value: list[Def]) -> None:
        self._children = value

    @property  # type: ignore[misc]
    def attrs(self) -> dict[str, ast.Attribute]:
        if self._node is None:
            self._loader.load(self)
        return self._attrs

    @attrs.setter
    def attrs(self, value: dict[str, ast.Attribute]) -> None:
        self._attrs = value

    def lifetime_count(self) -> int:
        return self.entry.lifetimes if self.entry is not None else super().lifetime_count()

    def declares(self, name: str) -> bool:
        if self.entry is None:
            return super().declares(name)
        if self._member_names is None:
            self._member_names = std_index.member_names(self.entry.plain)
        return name in self._member_names


class ImplSlot:
    """An impl that is there. `head`, of std's, is known without reading it: the last name of its trait ("" if inherent) and its
    self type's outermost constructor (std_index.self_head; "" if it could be anything); so is what items it has."""

    __slots__ = ("_def", "_fields", "_members", "_module", "head")

    def __init__(
        self,
        def_: Def | None,
        head: tuple[str, str] | None = None,
        fields: Plain | bytes = (),
        module: StdModule | None = None,
    ) -> None:
        self._def = def_
        self._fields = fields
        self._module = module
        self.head = head
        self._members: frozenset[str] | None = None

    def _entry(self) -> Plain:
        self._fields = std_index.unpacked(self._fields)
        return self._fields

    def declares(self, name: str) -> bool:
        """Whether an impl of std's has an item of that name."""
        if self._members is None:
            self._members = std_index.member_names(self._entry())
        return name in self._members

    @property
    def def_(self) -> Def:
        if self._def is None:
            assert self._module is not None
            self._def = self._module.loader.define(Entry(self._entry()), self._module)
        return self._def


class ImplFile:
    """The impls that wait in one file or inline module of std. Each has a number, by which impls are in order of the text."""

    __slots__ = ("_first", "_impls", "_module", "_slots")

    def __init__(self, impls: std_index.Impls, module: StdModule, first: int) -> None:
        self._impls = impls
        self._module = module
        self._first = first
        self._slots: dict[str, list[tuple[int, ImplSlot]]] = {}

    def slots(self, trait: str) -> list[tuple[int, ImplSlot]]:
        """Those of traits with that last name ("" for inherent ones)."""
        if trait not in self._impls:
            return []
        found = self._slots.get(trait)
        if found is None:
            found = self._slots[trait] = [
                (self._first + place, ImplSlot(None, (trait, self_ty), fields, self._module))
                for place, self_ty, fields in std_index.waiting_for(self._impls, trait)
            ]
        return found

    def all_slots(self) -> list[tuple[int, ImplSlot]]:
        return [slot for trait in self._impls for slot in self.slots(trait)]


class _LazyItems(list[Any]):
    """The `items` of a std impl or trait: filled when first looked at."""

    __slots__ = ("_fill",)

    def __init__(self, fill: Callable[[], list[Any]]) -> None:
        super().__init__()
        self._fill: Callable[[], list[Any]] | None = fill

    def _force(self) -> None:
        fill, self._fill = self._fill, None
        if fill is not None:
            self.extend(fill())

    def __iter__(self) -> Iterator[Any]:
        self._force()
        return super().__iter__()

    def __len__(self) -> int:
        self._force()
        return super().__len__()

    @overload
    def __getitem__(self, index: SupportsIndex) -> Any: ...
    @overload
    def __getitem__(self, index: slice) -> list[Any]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> Any:
        self._force()
        return super().__getitem__(index)


class StdModule(Module, Record, eq=False):
    """A scope of names within std: entries become definitions, and `use`s are followed, when a name is looked up."""

    loader: StdLoader = field(kw_only=True)
    entries: dict[Key, Plain] = field(default_factory=dict, kw_only=True)
    defined: dict[int, StdDef] = field(default_factory=dict, kw_only=True)
    """By the identity of the entry."""
    uses: tuple[UseEntry, ...] = field(default=(), kw_only=True)
    data: bytes | memoryview = field(default=b"", kw_only=True)
    _active: set[Key] = field(default_factory=set, kw_only=True)
    _missing: set[Key] = field(default_factory=set, kw_only=True)

    def lookup(self, ns: int, name: str) -> Binding | None:
        key = (ns, name)
        found = self.names.get(key)
        if found is not None:
            return found
        if key in self._missing or key in self._active:
            return None
        binding = self._own(key)
        if binding is None:
            self._active.add(key)
            try:
                binding = self._imported(ns, name)
            finally:
                self._active.discard(key)
        if binding is None:
            if not self._active:
                self._missing.add(key)
            return None
        self.names[key] = binding
        return binding

    def _own(self, key: Key) -> Binding | None:
        plain = self.entries.get(key)
        if plain is None:
            return None
        def_ = self.defined.get(id(plain)) or self.loader.define(Entry(plain), self)
        entry = def_.entry
        assert entry is not None
        ctor = key[0] == VALUE_NS and entry.ctor
        vis = self.loader.root if ctor and entry.private_ctor else def_.visible_in
        return Binding(DefRes(def_, ctor), vis, def_.span)

    def _imported(self, ns: int, name: str) -> Binding | None:
        if ns == MACRO_NS and self.parent is None and name in std_macros():
            return self.loader.crate_binding
        for use in self.uses:
            if use.target == name:
                source = self.loader.follow(self, use.path, use.name, ns)
                if source is not None:
                    return self._binding(use, source)
        for use in self.uses:
            if not use.name:
                module = self.loader.follow_module(self, use.path)
                source = module.lookup(ns, name) if module is not None and module is not self else None
                if source is not None and source.vis is None:
                    return self._binding(use, source)
        return None

    def _binding(self, use: UseEntry, source: Binding) -> Binding:
        vis = source.vis if use.vis == VIS_PUBLIC else self.loader.root
        return Binding(source.res, vis, source.span, source=source)

    def bindings(self) -> Iterator[tuple[Key, Binding]]:
        keys: dict[Key, None] = dict.fromkeys(self.entries)
        for use in self.uses:
            if use.target:
                keys.update(dict.fromkeys(((TYPE_NS, use.target), (VALUE_NS, use.target), (MACRO_NS, use.target))))
            else:
                module = self.loader.follow_module(self, use.path)
                if module is not None and module is not self:
                    keys.update(dict.fromkeys(key for key, binding in module.bindings() if binding.vis is None))
        for key in keys:
            binding = self.lookup(*key)
            if binding is not None:
                yield key, binding


class StdLoader:
    """The definitions of one std, for one compilation. `parse_items` turns a file into its items, macros and derives expanded."""

    def __init__(self, parse_items: ParseItems | None = None) -> None:
        self._parse_items = parse_items if parse_items is not None else default_parse_items()
        self._next = _FIRST_STD_INDEX
        self._impls: list[tuple[int, ImplSlot]] = []
        self._impl_files: list[ImplFile] = []
        self._modules: dict[Def, StdModule] = {}
        self._files: dict[str, str] = {}
        self._prims: dict[str, list[tuple[Entry, str]]] = {}
        self._prims_loaded: set[str] = set()
        self._lang_files_read: set[str] = set()
        self._lang_items: dict[str, Def] = {}
        self._resolver: Resolver | None = None
        self._prelude_modules: dict[int, StdModule | None] = {}
        self._prim_bindings: dict[str, Binding] = {}
        self._bodies_loaded: set[Def] = set()
        lib = std_source("lib.rs")
        self.file = lib
        span = Span(lib, 0, 0)
        self.root: Def = StdDef(self, DefKind.MOD, "std", None, span, None, None)
        self.root_module = StdModule(ModuleKind.MOD, self.root, None, loader=self)
        self._modules[self.root] = self.root_module
        self.crate_binding = Binding(DefRes(self.root), None, span)
        self._fill_module(self.root_module, self._index(lib), "")
        extern = StdModule(ModuleKind.MOD, self.root, None, loader=self)
        for name in ("std", "core", "alloc"):
            extern.names[(TYPE_NS, name)] = self.crate_binding
        self.extern_root: Module = extern

    def attach(self, resolver: Resolver) -> None:
        """Share the tables of a compilation: names of std are resolved into them from now on."""
        self._resolver = resolver

    def next_index(self) -> int:
        self._next += 1
        return self._next

    # -------------------------------------------------------------------------------------------- for typeck

    def ensure_loaded_for(self, key: Def | str) -> None:
        """Read the files with the impls for a trait or type of std (those are read as soon as it has a Def), or for a primitive:
        "i32", "str", ..., "slice", "array", "tuple", "reference", "pointer", "fn_ptr", "never"."""
        if isinstance(key, str) and key not in self._prims_loaded:
            self._prims_loaded.add(key)
            for entry, name in self._prims.get(key, ()):
                if entry.template:
                    self._load_template(entry, name, key)
                else:
                    self.root_module.lookup(TYPE_NS, entry.name)

    def lang_item(self, name: str) -> Def | None:
        """The item with `#[lang = "name"]`."""
        if name not in self._lang_items:
            file = std_store.lang_files().get(name)
            if file is None or file in self._lang_files_read:
                return None
            self._lang_files_read.add(file)
            self._load_file(file)
        return self._lang_items.get(name)

    def known_impls(self) -> Sequence[tuple[int, ImplSlot]]:
        """The user's impls, and those of std's with lang items in them, by number; only ever appended to."""
        return self._impls

    def impl_files(self) -> Sequence[ImplFile]:
        """The other impls of std's files that were read so far; only ever appended to."""
        return self._impl_files

    def all_impls(self) -> list[ImplSlot]:
        """The impls known so far, std's and the user's."""
        return [slot for _, slot in (*self._impls, *(s for file in self._impl_files for s in file.all_slots()))]

    def add_impl(self, impl: Def) -> None:
        """Tell of an impl of the user's."""
        self._add(ImplSlot(impl))

    def _add(self, slot: ImplSlot) -> None:
        self._impls.append((self._next_impl() - _IMPLS_IN_FILE // 2 + len(self._impls), slot))

    def _next_impl(self) -> int:
        """The number of the first impl of the file that is read next."""
        return (len(self._impl_files) + 1) * _IMPLS_IN_FILE

    def load_body(self, def_: Def) -> None:
        """Read and resolve a std function's body; does nothing the second time."""
        if def_ in self._bodies_loaded or not isinstance(def_, StdDef) or def_.entry is None:
            return
        self._bodies_loaded.add(def_)
        node = def_.node
        if isinstance(node, ast.Fn) and node.body is not None and def_.entry.body[1]:
            node.body.stmts, node.body.expr = std_store.load_piece(def_.data, def_.entry.body)
            assert self._resolver is not None
            self._resolver.resolution.resolve_std_body(def_)

    def find(self, path: str) -> Def | None:
        """The definition at a path within std, such as "option::Option" or "mem::swap"."""
        *modules, name = path.split("::")
        found = self.follow(self.root_module, ("crate", *modules), name, TYPE_NS)
        found = found or self.follow(self.root_module, ("crate", *modules), name, VALUE_NS)
        return found.res.def_ if found is not None and isinstance(found.res, DefRes) else None

    # -------------------------------------------------------------------------------------------- for name resolution

    def module(self, def_: Def) -> Module | None:
        """The scope that a module, enum or trait of std opens."""
        found = self._modules.get(def_)
        if found is None and isinstance(def_, StdDef) and def_.kind in (DefKind.ENUM, DefKind.TRAIT):
            assert def_.entry is not None
            kind = ModuleKind.ENUM if def_.kind is DefKind.ENUM else ModuleKind.TRAIT
            entries = {key: member.plain for member in def_.entry.members for key in member.scope_keys()}
            found = StdModule(kind, def_, self._enclosing(def_), loader=self, entries=entries, data=def_.data)
            self._modules[def_] = found
        return found

    def _enclosing(self, def_: Def) -> StdModule:
        here = def_.parent
        while here is not None and here not in self._modules:
            here = here.parent
        assert here is not None
        return self._modules[here]

    def prelude_lookup(self, ns: int, name: str, edition: int) -> Binding | None:
        """What std's prelude for that edition has under a name."""
        module = self.prelude(edition)
        return module.lookup(ns, name) if module is not None else None

    def prelude(self, edition: int) -> Module | None:
        """The prelude module of an edition."""
        if edition not in self._prelude_modules:
            self._prelude_modules[edition] = self.follow_module(self.root_module, ("crate", "prelude", f"rust_{edition}"))
        return self._prelude_modules[edition]

    def primitive_binding(self, name: str) -> Binding:
        """`i32` and the like as a name."""
        found = self._prim_bindings.get(name)
        if found is None:
            found = self._prim_bindings[name] = Binding(PrimTyRes(name), None, self.root.span)
        return found

    def macro_binding(self, name: str) -> Binding | None:
        """A macro of std by name."""
        return self.root_module.lookup(MACRO_NS, name)

    def follow_module(self, module: StdModule, path: tuple[str, ...]) -> StdModule | None:
        """The module at a path, as seen from within std."""
        here: StdModule | None = module
        for i, name in enumerate(path):
            assert here is not None
            if i == 0 and name in ("crate", "$crate", "{{root}}"):
                here = self.root_module
            elif name == "self" and i == 0:
                here = _normal(here)
            elif name == "super":
                here = _normal(here)
                assert isinstance(here.parent, StdModule)
                here = _normal(here.parent)
            elif i == 0 and name in ("std", "core", "alloc") and here.lookup(TYPE_NS, name) is None:
                here = self.root_module
            else:
                binding = here.lookup(TYPE_NS, name)
                if binding is None and i == 0:
                    binding = self.prelude_lookup(TYPE_NS, name, 2021)
                if binding is None or not isinstance(binding.res, DefRes):
                    return None
                found = self.module(binding.res.def_)
                if not isinstance(found, StdModule):
                    return None
                here = found
        return here

    def follow(self, module: StdModule, path: tuple[str, ...], name: str, ns: int) -> Binding | None:
        """What `path::name` means from within std."""
        if not path and name in ("std", "core", "alloc", "crate"):
            return self.crate_binding if ns == TYPE_NS else None
        target = self.follow_module(module, path)
        return target.lookup(ns, name) if target is not None else None

    # -------------------------------------------------------------------------------------------- files

    def _index(self, file: StdFile) -> FileIndex:
        return std_store.load_index(file, self._parse_items)

    def read_all(self) -> None:
        """Read every file."""
        modules = [self.root_module]
        for module in modules:
            inner = [self.define(Entry(plain), module) for plain in module.entries.values() if plain[0] == DefKind.MOD.name]
            modules += [self._modules[def_] for def_ in inner]
        for prim in list(self._prims):
            self.ensure_loaded_for(prim)

    def _load_file(self, file: str) -> None:
        """Read the file with that name ("option.rs", "collections/hash_map.rs") by following its modules."""
        stem = file.removesuffix(".rs")
        module = self.follow_module(self.root_module, ("crate", *stem.split("/")))
        if module is None and (prims := [p for p, entries in self._prims.items() if any(e.name == stem for e, _ in entries)]):
            self.ensure_loaded_for(prims[0])

    def _load_template(self, entry: Entry, folder: str, prim: str) -> None:
        source = std_source(f"{folder}{entry.name}.rs", entry.template, prim)
        def_ = StdDef(self, DefKind.MOD, entry.name, self.root, Span(source, 0, 0), self.root, entry)
        module = StdModule(ModuleKind.MOD, def_, self.root_module, loader=self)
        self._modules[def_] = module
        def_.node = source
        self._fill_module(module, self._index(source), folder)

    def _fill_module(self, module: StdModule, index: FileIndex, folder: str) -> None:
        """Enter a file's or inline module's names; what `eager` has is looked at now."""
        module.uses = tuple([UseEntry(*use) for use in index.uses])
        module.entries = index.names
        module.data = index.data
        self._files[module.def_.span.file.name] = folder
        for name in index.macros:
            module.names[(MACRO_NS, name)] = self.crate_binding
        if index.impls:
            self._impl_files.append(ImplFile(index.impls, module, self._next_impl()))
        for plain in index.eager:
            entry = Entry(plain)
            if entry.file_module:
                for prim in entry.prims:
                    self._prims.setdefault(prim, []).append((entry, folder))
                if not entry.lang:
                    continue
            if entry.kind is DefKind.IMPL:
                self._add(ImplSlot(self.define(entry, module), entry.head, plain))
            elif entry.lang or entry.lang_within or entry.kind is DefKind.MOD:
                self._define_with_lang(entry, module)

    def _define_with_lang(self, entry: Entry, module: StdModule) -> None:
        def_ = self.define(entry, module)
        if entry.lang_within and entry.kind in (DefKind.ENUM, DefKind.TRAIT):
            scope = self.module(def_)
            assert isinstance(scope, StdModule)
            for member in entry.members:
                if member.lang:
                    scope.lookup(member.scope_keys()[0][0], member.name)

    def define(self, entry: Entry, module: StdModule) -> StdDef:
        """The definition of an entry in its scope (made once)."""
        known = module.defined.get(id(entry.plain))
        if known is not None:
            return known
        file = module.def_.span.file
        vis = None if entry.vis == VIS_PUBLIC or module.kind is not ModuleKind.MOD else module.def_
        if entry.vis == std_index.VIS_CRATE:
            vis = self.root
        def_ = StdDef(self, entry.kind, entry.name, module.def_, Span(file, entry.lo, entry.hi), vis, entry)
        def_.data = module.data
        module.defined[id(entry.plain)] = def_
        if entry.lang:
            self._lang_items[entry.lang] = def_
        if entry.kind is DefKind.MOD:
            self._open_module(def_, entry, module)
        elif entry.kind is DefKind.IMPL:
            if entry.lang_within:
                self.members(def_)
        return def_

    def _open_module(self, def_: StdDef, entry: Entry, outer: StdModule) -> None:
        module = StdModule(ModuleKind.MOD, def_, outer, loader=self)
        self._modules[def_] = module
        if not entry.file_module:
            def_.node = entry
            scope = std_index.scope_of(entry.plain_members)
            self._fill_module(module, FileIndex(*scope, entry.uses, (), outer.data), self._files.get(def_.span.file.name, ""))
            return
        folder = ""
        here = def_.parent
        while here is not None and here.parent is not None:
            folder = f"{here.name}/{folder}"
            here = here.parent
        source = std_source(f"{folder}{entry.name}.rs")
        def_.span = Span(source, 0, 0)
        def_.node = source
        self._fill_module(module, self._index(source), f"{folder}{entry.name}/")

    # -------------------------------------------------------------------------------------------- one definition's syntax

    def members(self, def_: StdDef) -> list[Def]:
        """The items of an impl or trait, or the variants of an enum, as definitions (their syntax still unread)."""
        assert def_.entry is not None
        if def_.kind in (DefKind.TRAIT, DefKind.ENUM):
            scope = self.module(def_)
            assert isinstance(scope, StdModule)
            return [self.define(member, scope) for member in def_.entry.members]
        known = {id(child.entry): child for child in def_._children if isinstance(child, StdDef) and child.entry is not None}
        if not known:
            for member in def_.entry.members:
                vis = None if member.vis == VIS_PUBLIC or def_.entry.head[0] else self.root
                span = Span(def_.span.file, member.lo, member.hi)
                child = StdDef(self, member.kind, member.name, def_, span, vis, member)
                child.data = def_.data
                if member.lang:
                    self._lang_items[member.lang] = child
                def_._children.append(child)
        return [child for child in def_._children if isinstance(child, StdDef) and child.entry is not None]

    def load(self, def_: StdDef) -> None:
        """Read the syntax of a definition, make the definitions within it, and resolve its names."""
        entry = def_.entry
        if entry is None or def_.loading:
            return
        if entry.kind is DefKind.VARIANT:
            assert def_.parent is not None
            _ = def_.parent.node
            return
        assert self._resolver is not None, "std is not attached to a compilation"
        if entry.kind is DefKind.MOD:
            self._resolver.resolution.defs[def_._node] = def_
            return
        def_.loading = True
        node = std_store.load_piece(def_.data, entry.node)
        def_._node = node
        def_._attrs = {a.name: a for a in node.attrs}
        defs = self._resolver.resolution.defs
        defs[node] = def_
        own: list[Def] = []
        if isinstance(node, (ast.Impl, ast.Trait)):
            own = self.members(def_)
            node.items = _LazyItems(lambda: [child.node for child in own])
        elif isinstance(node, ast.Enum_):
            own = self.members(def_)
            for child, variant in zip(own, node.variants, strict=True):
                assert isinstance(child, StdDef)
                child._node = variant
                child._attrs = {a.name: a for a in variant.attrs}
                defs[variant] = child
                self._fields(child, variant.fields, None)
        def_._children = [*self._params(def_, node), *own]
        if isinstance(node, (ast.Struct, ast.Union)):
            self._fields(def_, node.fields, self.root)
        def_.loading = False
        self._resolver.resolution.resolve_std_item(def_)

    def child(self, parent: Def, kind: DefKind, name: str, span: Span, node: object, vis: Def | None = None) -> StdDef:
        """A definition that has no entry: a field, generic parameter, closure or constant expression."""
        def_ = StdDef(self, kind, name, parent, span, vis, None)
        def_._node = node
        assert self._resolver is not None
        self._resolver.resolution.defs[node] = def_
        return def_

    def _params(self, def_: StdDef, node: Any) -> list[Def]:
        generics: ast.Generics | None = getattr(node, "generics", None)
        if generics is None:
            return []
        kinds = {
            ast.ParamKind.LIFETIME: DefKind.LIFETIME_PARAM,
            ast.ParamKind.TYPE: DefKind.TY_PARAM,
            ast.ParamKind.CONST: DefKind.CONST_PARAM,
        }
        return [self.child(def_, kinds[p.kind], p.ident.name, p.ident.span, p) for p in generics.params]

    def _fields(self, def_: StdDef, fields: list[ast.FieldDef], private: Def | None) -> None:
        for node in fields:
            vis = None if private is None or node.vis.kind is ast.VisKind.PUBLIC else private
            def_._children.append(self.child(def_, DefKind.FIELD, node.ident.name, node.ident.span, node, vis))


def _normal(module: StdModule) -> StdModule:
    found = module.normal()
    assert isinstance(found, StdModule)
    return found


def default_parse_items() -> ParseItems:
    """Parsing, macro expansion and derives for a file of std."""
    from interpreter.resolve import pipeline

    return pipeline.parse_std_items
