"""What a file of the std library defines, without its syntax trees: an index of entries, each with the place of its pickled AST.

In: the text of one `interpreter/std/*.rs`. Out: a `FileIndex`, kept in the user's cache folder under the hash of the text and of
the code that made it, so that a start only unpickles the few items that a program asks for. Parsing, macro expansion and derives
of a std file happen once, here. An item's function body is a pickle of its own; impls and traits keep their items apart.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import marshal
import mmap
import os
import pickle
import re
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple

from interpreter.resolve.defs import DefKind
from interpreter.source import SourceFile
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


class Entry:
    """One definition of a std file.

    `lo`, `hi`: its name's place. `node`: the pickled AST without function body and without the items of an impl or trait, none
    for modules and variants (those come with their enum). `body`: the pickled (statements, tail) of a function. `members`: the
    items of an impl, trait or inline module, the variants of an enum. `ctor`: a tuple or unit struct or variant; `private_ctor`:
    not everyone sees its fields. `lang`: of `#[lang = ".."]`; `lang_within`: a member has one. `head`: of an impl, the last name
    of its trait ("" if inherent) and the outermost constructor of its self type (see `self_head`). `file_module`: `mod name;`,
    with the `prims` and the `template` of `#[prim(..)]`.
    """

    __slots__ = ("_members", "_plain", "hi", "kind", "lang", "lang_within", "lo", "name", "node", "vis")

    def __init__(self, plain: tuple[Any, ...]) -> None:
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

    @property
    def head(self) -> tuple[str, str]:
        return self._plain[10]  # type: ignore[no-any-return]

    @property
    def uses(self) -> tuple[UseEntry, ...]:
        return tuple(UseEntry(*use) for use in self._plain[11])

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


class UseEntry(NamedTuple):
    """One leaf of a `use`: `name` is "" for a glob."""

    path: tuple[str, ...]
    name: str
    target: str
    vis: int


class FileIndex(NamedTuple):
    """`entries` in source order; `uses` of the file's own module; `macros`: names of its `macro_rules!`; `data`: the pickled
    syntax that the entries' pieces lead into."""

    entries: tuple[Entry, ...]
    uses: tuple[UseEntry, ...]
    macros: tuple[str, ...]
    data: bytes | memoryview = b""

    @staticmethod
    def from_file(path: Path) -> FileIndex:
        """The index that `store` wrote. Raises: OSError, ValueError, EOFError, TypeError, KeyError, IndexError."""
        with path.open("rb") as stored:
            view = memoryview(mmap.mmap(stored.fileno(), 0, access=mmap.ACCESS_READ))
        end = _LENGTH_BYTES + int.from_bytes(view[:_LENGTH_BYTES], "big")
        entries, uses, macros = marshal.loads(view[_LENGTH_BYTES:end])
        return FileIndex(tuple(map(Entry, entries)), tuple(UseEntry(*use) for use in uses), macros, view[end:])


_LENGTH_BYTES = 8


def _store(fields: tuple[Fields, ...], uses: tuple[UseEntry, ...], macros: tuple[str, ...], data: bytes) -> bytes:
    """For the disk: what is small first, so that only that is read when the file is loaded."""
    head = marshal.dumps((_plain(fields), tuple(map(tuple, uses)), macros))
    return len(head).to_bytes(_LENGTH_BYTES, "big") + head + data


def _plain(fields: tuple[Fields, ...]) -> tuple[tuple[Any, ...], ...]:
    return tuple((*f[:7], _plain(f.members), *f[8:11], tuple(map(tuple, f.uses)), *f[12:]) for f in fields)


def load_piece(data: bytes | memoryview, piece: Piece) -> Any:
    """What was pickled into a piece of a file's data."""
    return pickle.loads(memoryview(data)[piece[0] : piece[0] + piece[1]])


# ------------------------------------------------------------------------------------------------ std's source files


def std_folder() -> Traversable:
    """The folder with the text of std."""
    return resources.files("interpreter") / "std"


@cache
def std_source(name: str) -> SourceFile:
    """A file of std by name; `int.rs<i32>` is `int.rs` with its template name replaced (the text is given by
    `template_source`)."""
    path = std_folder() / name
    return SourceFile(f"std/{name}", path.read_text(encoding="utf-8") if path.is_file() else "", is_std=True)


@cache
def template_source(name: str, template: str, prim: str) -> SourceFile:
    """`name` with the identifier `template` replaced by a primitive's name."""
    text = re.sub(rf"\b{template}\b", prim, std_source(name).text)
    return SourceFile(f"std/{name}", text, is_std=True)


def _restore_generated(name: str, text: str) -> SourceFile:
    return SourceFile(name, text, is_std=True)


class _Pickler(pickle.Pickler):
    """Pickles AST; source files of std are kept by name."""

    def __init__(self, out: io.BytesIO, template: tuple[SourceFile, str, str, str] | None) -> None:
        super().__init__(out, protocol=pickle.HIGHEST_PROTOCOL)
        self._template = template

    def reducer_override(self, obj: object) -> Any:
        if isinstance(obj, SourceFile):
            if self._template is not None and obj is self._template[0]:
                return (template_source, self._template[1:])
            name = obj.name.removeprefix("std/")
            if obj.name.startswith("std/") and std_source(name) is obj:
                return (std_source, (name,))
            return (_restore_generated, (obj.name, obj.text))
        return NotImplemented


# ------------------------------------------------------------------------------------------------ building an index


def self_head(ty: object, params: frozenset[str]) -> str:
    """The outermost constructor of an impl's self type: a type's last name, "slice", "array", "tuple", "reference", "pointer",
    "fn_ptr", "never", "dyn", or "" for a type parameter or anything else."""
    while isinstance(ty, ast.ParenTy):
        ty = ty.ty
    match ty:
        case ast.PathTy(path=path):
            name = path.segments[-1].ident.name
            return "" if (len(path.segments) == 1 and name in params) or path.qself is not None else name
        case ast.SliceTy():
            return "slice"
        case ast.ArrayTy():
            return "array"
        case ast.TupleTy():
            return "tuple"
        case ast.RefTy():
            return "reference"
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


class _Indexer:
    """Turns the items of one file into entries."""

    def __init__(self, template: tuple[SourceFile, str, str, str] | None) -> None:
        self._template = template
        self._data = bytearray()

    def file(self, items: list[ast.Item]) -> tuple[FileIndex, bytes]:
        """The index of a whole file, and how it is stored."""
        fields, uses, macros = self.items(items)
        data = bytes(self._data)
        entries = tuple(map(Entry, _plain(fields)))
        return FileIndex(entries, uses, macros, data), _store(fields, uses, macros, data)

    def _dumps(self, obj: object) -> Piece:
        out = io.BytesIO()
        _Pickler(out, self._template).dump(obj)
        at = len(self._data)
        self._data += out.getvalue()
        return at, len(self._data) - at

    def items(self, items: list[ast.Item]) -> tuple[tuple[Fields, ...], tuple[UseEntry, ...], tuple[str, ...]]:
        entries: list[Fields] = []
        uses: list[UseEntry] = []
        macros: list[str] = []
        for item in items:
            if isinstance(item, ast.Use):
                uses += use_entries(item.tree, (), _visibility(item.vis))
            elif isinstance(item, ast.MacroRules):
                macros.append(item.ident.name)
            elif not isinstance(item, ast.MacroItem | ast.ExternCrate):
                entries.append(self.item(item))
        return tuple(entries), tuple(uses), tuple(macros)

    def item(self, item: ast.Item | ast.AssocItem) -> Fields:
        kind = ITEM_KINDS[type(item)].name
        span = item.ident.span
        base = Fields(kind, item.ident.name, span.lo, span.hi, _visibility(item.vis), lang=_lang(item.attrs))
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
                params = frozenset(p.ident.name for p in item.generics.params)
                trait = item.trait.segments[-1].ident.name if item.trait is not None else ""
                item.items = []
                head = (trait, self_head(item.self_ty, params))
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


# ------------------------------------------------------------------------------------------------ the cache on disk


@cache
def _code_version() -> bytes:
    """A hash of the code that shapes the pickles: syntax, expansion, derives, and this module."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(sys.version.encode())
    package = Path(__file__).parent.parent
    files = [package / "source.py", *sorted((package / "syntax").glob("*")), *sorted((package / "resolve").glob("*.py"))]
    for path in files:
        if path.is_file() and path.name not in _NOT_IN_VERSION:
            stat = path.stat()
            digest.update(f"{path.name}:{stat.st_size}:{stat.st_mtime_ns};".encode())
    macros = package / "std" / "macros.rs"
    if macros.is_file():
        digest.update(macros.read_bytes())
    return digest.digest()


_NOT_IN_VERSION = frozenset(
    ("late.py", "late_body.py", "late_paths.py", "late_lifetimes.py", "late_errors.py", "imports.py", "loops.py", "collect.py")
)


def cache_folder() -> Path:
    """Where pickled std files are kept: `$XDG_CACHE_HOME/crabwalk` or what the platform has for it."""
    if base := os.environ.get("CRABWALK_CACHE"):
        return Path(base)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "crabwalk" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "crabwalk"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "crabwalk"


_in_memory: dict[str, FileIndex] = {}


def load_index(
    file: SourceFile,
    parse_items: Callable[[SourceFile], list[ast.Item]],
    template: tuple[str, str, str] | None = None,
) -> FileIndex:
    """The index of a std file: from memory, from the cache folder, else made anew (and kept). `parse_items` gives the file's
    items with macros and derives expanded."""
    digest = hashlib.blake2b(file.text.encode(), digest_size=12, key=_code_version()).hexdigest()
    found = _in_memory.get(digest)
    if found is not None:
        return found
    stem = re.sub(r"\W", "_", file.name.removeprefix("std/").removesuffix(".rs"))
    if template is not None:
        stem += f"_{template[2]}"
    path = cache_folder() / "std" / f"{stem}-{digest}.pickle"
    index: FileIndex | None = None
    with contextlib.suppress(OSError, EOFError, ValueError, TypeError, KeyError, IndexError):
        index = FileIndex.from_file(path)
    if index is None:
        index, stored = _Indexer((file, *template) if template is not None else None).file(parse_items(file))
        _write_atomically(path, stored)
        _remove_old(path, stem)
    _in_memory[digest] = index
    return index


def _write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path`; without a word if the folder is not writable."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(temporary).replace(path)
    except OSError:
        return


def _remove_old(path: Path, stem: str) -> None:
    """Of a file's versions in the cache, keep the newest few."""
    with contextlib.suppress(OSError):
        versions = sorted(path.parent.glob(f"{stem}-*.pickle"), key=lambda p: p.stat().st_mtime, reverse=True)
        for old in versions[_VERSIONS_KEPT:]:
            old.unlink()


_VERSIONS_KEPT = 12
