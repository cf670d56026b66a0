"""What a file of the std library defines, without its syntax trees: an index of entries, each with the place of its pickled AST.

In: the items of one `interpreter/std/*.rs`. Out: a `FileIndex`, plain data that std_store.py keeps between starts, so that a
start only unpickles the few items that a program asks for. An item's function body is a pickle of its own; impls and traits keep
their items apart.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable

from interpreter.hints import Any, TypeAlias
from interpreter.records import NamedTuple
from interpreter.resolve.defs import DefKind
from interpreter.resolve.modules import TYPE_NS, VALUE_NS, Key
from interpreter.syntax import ast

VIS_PRIVATE, VIS_PUBLIC, VIS_CRATE = 0, 1, 2


Piece = tuple[int, int]
"""Where a pickle stands in the data of its file: offset and size in bytes; size 0 for none."""


class Fields(NamedTuple):
    """What is kept of one definition of a std file; `Entry` says what each means."""

    kind: str
    name: str
    lo: int
    hi: int
    vis: int
    node: Piece = (0, 0)
    body: Piece = (0, 0)
    members: tuple[Any, ...] = ()
    ctor: bool = False
    lang: str = ""
    head: tuple[str, str] = ("", "")
    uses: tuple[UseEntry, ...] = ()
    prims: tuple[str, ...] = ()
    template: str = ""
    file_module: bool = False
    private_ctor: bool = False
    lang_within: bool = False
    lifetimes: int = 0


Plain: TypeAlias = "tuple[Any, ...]"
"""`Fields` as marshal can keep them: what an `Entry` is made from."""
Waiting: TypeAlias = "tuple[int, str, Plain | bytes]"
"""An impl: its place among those of the file, the head of its self type, and the fields, which in a kept file are marshalled by
themselves, as most are never asked for."""
Impls: TypeAlias = "dict[str, list[Waiting] | bytes]"
"""The impls of a file by the last name of their trait ("" if inherent); in a kept file those of a trait are marshalled."""


class Entry:
    """One definition of a std file.

    `lo`, `hi`: its name's place. `node`: the pickled AST without function body and without the items of an impl or trait, none
    for modules and variants (those come with their enum). `body`: the pickled (statements, tail) of a function. `members`: the
    items of an impl, trait or inline module, the variants of an enum. `ctor`: a tuple or unit struct or variant; `private_ctor`:
    not everyone sees its fields. `lang`: of `#[lang = ".."]`; `lang_within`: a member has one. `head`: of an impl, the last name
    of its trait ("" if inherent) and the outermost constructor of its self type (see `self_head`). `file_module`: `mod name;`,
    with the `prims` and the `template` of `#[prim(..)]`. `lifetimes`: how many parameters it has that are lifetimes.
    """

    __slots__ = ("_members", "_plain", "hi", "kind", "lang", "lang_within", "lo", "name", "node", "vis")

    def __init__(self, plain: Plain) -> None:
        self._plain = plain
        kind, self.name, self.lo, self.hi, self.vis, self.node = plain[:6]
        self.kind = DefKind[kind]
        self.lang: str = plain[9]
        self.lang_within: bool = plain[16]
        self._members: tuple[Entry, ...] | None = None

    @property
    def body(self) -> Piece:
        return self._plain[6]  # type: ignore[no-any-return]

    @property
    def members(self) -> tuple[Entry, ...]:
        if self._members is None:
            self._members = tuple(map(Entry, self._plain[7]))
        return self._members

    @property
    def has_members(self) -> bool:
        return bool(self._plain[7])

    @property
    def ctor(self) -> bool:
        return self._plain[8]  # type: ignore[no-any-return]

    def scope_keys(self) -> list[Key]:
        """The names that it takes: a tuple or unit struct's is also a value."""
        ns = NAMESPACE_OF.get(self.kind)
        if ns is None:
            return []
        return [(TYPE_NS, self.name), (VALUE_NS, self.name)] if self.ctor else [(ns, self.name)]

    @property
    def head(self) -> tuple[str, str]:
        return self._plain[10]  # type: ignore[no-any-return]

    @property
    def uses(self) -> tuple[tuple[Any, ...], ...]:
        return self._plain[11]  # type: ignore[no-any-return]

    @property
    def plain(self) -> Plain:
        return self._plain

    @property
    def plain_members(self) -> tuple[Plain, ...]:
        return self._plain[7]  # type: ignore[no-any-return]

    @property
    def prims(self) -> tuple[str, ...]:
        return self._plain[12]  # type: ignore[no-any-return]

    @property
    def template(self) -> str:
        return self._plain[13]  # type: ignore[no-any-return]

    @property
    def file_module(self) -> bool:
        return self._plain[14]  # type: ignore[no-any-return]

    @property
    def private_ctor(self) -> bool:
        return self._plain[15]  # type: ignore[no-any-return]

    @property
    def lifetimes(self) -> int:
        return self._plain[17]  # type: ignore[no-any-return]


def member_names(plain: Plain) -> frozenset[str]:
    """What the items of an impl or trait are called."""
    return frozenset([member[1] for member in plain[7]])


class UseEntry(NamedTuple):
    """One leaf of a `use`: `name` is "" for a glob."""

    path: tuple[str, ...]
    name: str
    target: str
    vis: int


class FileIndex(NamedTuple):
    """`names`: each name to its entry (the first of that name); `eager`: the entries that matter as soon as the file is read, in
    source order: what has lang items in it, inline modules, modules for primitives; `impls`: those without lang items; `uses` of
    the file's own module; `macros`: names of its `macro_rules!`; `data`: the pickled syntax that pieces lead into."""

    names: dict[Key, Plain]
    eager: tuple[Plain, ...]
    impls: Impls
    uses: tuple[tuple[Any, ...], ...]
    macros: tuple[str, ...]
    data: bytes | memoryview = b""


def scope_of(entries: tuple[Plain, ...]) -> tuple[dict[Key, Plain], tuple[Plain, ...], Impls]:
    """The `names`, `eager` and `impls` of a FileIndex."""
    names: dict[Key, Plain] = {}
    eager: list[Plain] = []
    waiting: dict[str, list[Waiting]] = {}
    for place, plain in enumerate(entries):
        entry = Entry(plain)
        template = entry.file_module and entry.template
        if not template:
            for key in entry.scope_keys():
                names.setdefault(key, plain)
        if entry.kind is DefKind.IMPL and not entry.lang_within:
            trait, self_ty = entry.head
            waiting.setdefault(trait, []).append((place, self_ty, plain))
        elif entry.kind is DefKind.IMPL or entry.lang or entry.has_members or (entry.file_module and entry.prims):
            eager.append(plain)
    return names, tuple(eager), dict(waiting)


NAMESPACE_OF = {
    DefKind.MOD: TYPE_NS,
    DefKind.STRUCT: TYPE_NS,
    DefKind.UNION: TYPE_NS,
    DefKind.ENUM: TYPE_NS,
    DefKind.TRAIT: TYPE_NS,
    DefKind.TY_ALIAS: TYPE_NS,
    DefKind.ASSOC_TY: TYPE_NS,
    DefKind.VARIANT: TYPE_NS,
    DefKind.FN: VALUE_NS,
    DefKind.CONST: VALUE_NS,
    DefKind.STATIC: VALUE_NS,
    DefKind.ASSOC_FN: VALUE_NS,
    DefKind.ASSOC_CONST: VALUE_NS,
}


def _plain(fields: tuple[Fields, ...]) -> tuple[Plain, ...]:
    return tuple((*f[:7], _plain(f.members), *f[8:11], tuple(map(tuple, f.uses)), *f[12:]) for f in fields)


def waiting_for(impls: Impls, trait: str) -> list[Waiting]:
    """The impls of a file for traits of that name."""
    found = impls.get(trait, [])
    return marshal.loads(found) if isinstance(found, bytes) else found


def unpacked(fields: Plain | bytes) -> Plain:
    """The fields of an impl that waits."""
    return marshal.loads(fields) if isinstance(fields, bytes) else fields


# ------------------------------------------------------------------------------------------------ building an index


def self_head(ty: object, params: dict[str, str]) -> str:
    """The outermost constructor of an impl's self type: a type's last name, "slice", "array", "tuple2", "pointer", "fn_ptr",
    "never", "dyn", "&" and the head of the referent, or "" for a type parameter or anything else. `params`: what the impl's
    parameters count as."""
    while isinstance(ty, ast.ParenTy):
        ty = ty.ty
    match ty:
        case ast.PathTy(path=path):
            name = path.segments[-1].ident.name
            if path.qself is not None:
                return ""
            return params.get(name, name) if len(path.segments) == 1 else name
        case ast.SliceTy():
            return "slice"
        case ast.ArrayTy():
            return "array"
        case ast.TupleTy(elems=elems):
            return f"tuple{len(elems)}"
        case ast.RefTy(ty=referent):
            return f"&{self_head(referent, params)}"
        case ast.PtrTy():
            return "pointer"
        case ast.FnPtrTy():
            return "fn_ptr"
        case ast.NeverTy():
            return "never"
        case ast.DynTy():
            return "dyn"
        case _:
            return ""


def _param_heads(generics: ast.Generics) -> dict[str, str]:
    """A parameter can be anything, but `F: FnPtr` only a function pointer."""
    bounds = {
        p.ident.name: [b.path.segments[-1].ident.name for b in p.bounds if isinstance(b, ast.TraitBound)] for p in generics.params
    }
    return {name: "fn_ptr" if "FnPtr" in traits else "" for name, traits in bounds.items()}


class Indexer:
    """Turns the items of one file into entries; `dumps` pickles syntax, `data` is what was pickled."""

    def __init__(self, dumps: Callable[[object], bytes]) -> None:
        self._pickled = dumps
        self.data = bytearray()

    def file(self, items: list[ast.Item]) -> Plain:
        """The parts of the FileIndex of a whole file, but for `data`."""
        fields, uses, macros = self.items(items)
        names, eager, impls = scope_of(_plain(fields))
        packed = {
            trait: marshal.dumps([(place, head, marshal.dumps(plain)) for place, head, plain in waiting_for(impls, trait)])
            for trait in impls
        }
        return names, eager, packed, tuple(map(tuple, uses)), macros

    def _dumps(self, obj: object) -> Piece:
        at = len(self.data)
        self.data += self._pickled(obj)
        return at, len(self.data) - at

    def items(self, items: list[ast.Item]) -> tuple[tuple[Fields, ...], tuple[UseEntry, ...], tuple[str, ...]]:
        entries: list[Fields] = []
        uses: list[UseEntry] = []
        macros: list[str] = []
        for item in items:
            if isinstance(item, ast.Use):
                uses += use_entries(item.tree, (), _visibility(item.vis))
            elif isinstance(item, ast.MacroRules):
                macros.append(item.ident.name)
            elif not isinstance(item, (ast.MacroItem, ast.ExternCrate)):
                entries.append(self.item(item))
        return tuple(entries), tuple(uses), tuple(macros)

    def item(self, item: ast.Item | ast.AssocItem) -> Fields:
        kind = ITEM_KINDS[type(item)].name
        span = item.ident.span
        base = Fields(
            kind, item.ident.name, span.lo, span.hi, _visibility(item.vis), lang=_lang(item.attrs), lifetimes=_lifetimes(item)
        )
        match item:
            case ast.Mod(items=None):
                prims, template = _prims(item.attrs)
                return base._replace(file_module=True, prims=prims, template=template)
            case ast.Mod(items=list() as inner):
                within, uses, _ = self.items(inner)
                return base._replace(members=within, uses=uses)
            case ast.Fn():
                return self._fn(item, base)
            case ast.Impl():
                members = tuple(self._assoc(m) for m in item.items)
                trait = item.trait.segments[-1].ident.name if item.trait is not None else ""
                item.items = []
                head = (trait, self_head(item.self_ty, _param_heads(item.generics)))
                return base._replace(node=self._dumps(item), members=members, head=head, lang_within=_has_lang(members))
            case ast.Trait():
                members = tuple(self._assoc(m) for m in item.items)
                item.items = []
                return base._replace(node=self._dumps(item), members=members, lang_within=_has_lang(members))
            case ast.Enum_(variants=variants):
                members = tuple(self._variant(v) for v in variants)
                return base._replace(node=self._dumps(item), members=members, lang_within=_has_lang(members))
            case ast.Struct(kind=shape):
                private = any(f.vis.kind is not ast.VisKind.PUBLIC for f in item.fields)
                return base._replace(node=self._dumps(item), ctor=shape is not ast.VariantKind.STRUCT, private_ctor=private)
            case _:
                return base._replace(node=self._dumps(item))

    @staticmethod
    def _variant(variant: ast.Variant) -> Fields:
        span = variant.ident.span
        ctor = variant.kind is not ast.VariantKind.STRUCT
        kind = DefKind.VARIANT.name
        return Fields(kind, variant.ident.name, span.lo, span.hi, VIS_PUBLIC, ctor=ctor, lang=_lang(variant.attrs))

    def _fn(self, item: ast.Fn, base: Fields) -> Fields:
        body: Piece = (0, 0)
        if item.body is not None:
            body = self._dumps((item.body.stmts, item.body.expr))
            item.body.stmts, item.body.expr = [], None
        return base._replace(node=self._dumps(item), body=body)

    def _assoc(self, item: ast.AssocItem) -> Fields:
        fields = self.item(item)
        return fields._replace(kind=ASSOC_KINDS[DefKind[fields.kind]].name)


ITEM_KINDS: dict[type, DefKind] = {
    ast.Fn: DefKind.FN,
    ast.Struct: DefKind.STRUCT,
    ast.Union: DefKind.UNION,
    ast.Enum_: DefKind.ENUM,
    ast.Impl: DefKind.IMPL,
    ast.Trait: DefKind.TRAIT,
    ast.TypeAlias_: DefKind.TY_ALIAS,
    ast.Const: DefKind.CONST,
    ast.Static: DefKind.STATIC,
    ast.Mod: DefKind.MOD,
}
ASSOC_KINDS = {DefKind.FN: DefKind.ASSOC_FN, DefKind.CONST: DefKind.ASSOC_CONST, DefKind.TY_ALIAS: DefKind.ASSOC_TY}


def _has_lang(members: tuple[Fields, ...]) -> bool:
    return any(member.lang for member in members)


def _visibility(vis: ast.Visibility) -> int:
    if vis.kind is ast.VisKind.PUBLIC:
        return VIS_PUBLIC
    return VIS_PRIVATE if vis.kind is ast.VisKind.INHERITED else VIS_CRATE


def _attr_string(attr: ast.Attribute) -> str:
    """The string of `#[name = "string"]`."""
    for tree in attr.args:
        if isinstance(tree, ast.Token) and tree.text.startswith('"'):
            return tree.text[1:-1]
    return ""


def _lifetimes(item: ast.Item | ast.AssocItem) -> int:
    generics: ast.Generics | None = getattr(item, "generics", None)
    return sum(p.kind is ast.ParamKind.LIFETIME for p in generics.params) if generics is not None else 0


def _lang(attrs: list[ast.Attribute]) -> str:
    for attr in attrs:
        if attr.name == "lang":
            return _attr_string(attr)
    return ""


def _prims(attrs: list[ast.Attribute]) -> tuple[tuple[str, ...], str]:
    """The primitives and the template name of `#[prim(a, b, template = "X")]`."""
    for attr in attrs:
        if attr.name == "prim":
            tree = attr.args[0]
            assert isinstance(tree, ast.Delimited)
            words = [t.text for t in tree.trees if isinstance(t, ast.Token) and t.text not in (",", "=")]
            if "template" in words:
                at = words.index("template")
                return tuple(words[:at]), words[at + 1].strip('"')
            return tuple(words), ""
    return (), ""


def use_entries(tree: ast.UseTree, prefix: tuple[str, ...], vis: int) -> list[UseEntry]:
    """The leaves of a `use` tree."""
    path = prefix + tuple(s.ident.name for s in tree.prefix.segments)
    if tree.nested is not None:
        return [leaf for sub in tree.nested for leaf in use_entries(sub, path, vis)]
    if tree.glob:
        return [UseEntry(path, "", "", vis)]
    name = path[-1]
    if name == "self" and len(path) > 1:
        path, name = path[:-1], path[-2]
    target = tree.rename.name if tree.rename is not None else name
    return [UseEntry(path[:-1], name, target, vis)]
