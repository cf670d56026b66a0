"""Std's files: their text, and what is kept of them so that a start need not parse them.

In: the name of an `interpreter/std/*.rs`. Out: its `FileIndex` (see std_index.py). Parsing, macro expansion and derives of a std
file happen once: the index goes, with those of the other files, into one kept file (see interpreter.cache), which is mapped into
memory and of which only what a program needs is read. A file's section holds only for the very text that it was made from; what
is missing or out of date is made anew and added when the compilation or run ends.
"""

from __future__ import annotations

import _pickle
import io
import marshal
from collections.abc import Callable
from functools import cache, cached_property

from interpreter import cache as kept
from interpreter.deferred import pattern
from interpreter.hints import Any
from interpreter.records import Record
from interpreter.resolve.std_index import FileIndex, Indexer, Piece
from interpreter.source import SourceFile
from interpreter.syntax import ast

ParseItems = Callable[[SourceFile], list[ast.Item]]
MACROS = "macros.rs"
_RULES = "macro_rules"
"""The section with the rules themselves."""
_LANG_ITEMS = "lang items"
"""The section with the files of lang items."""
_LENGTH_BYTES = 8


# ------------------------------------------------------------------------------------------------ source files


class StdFile(SourceFile, Record, eq=False, slots=False):
    """A file of std; its text is read when someone looks at it. Of a template (`int.rs` with `Int` as `i32`) the text has the
    template's name replaced."""

    def __init__(self, file: str, template: str = "", prim: str = "") -> None:
        self.name = f"std/{file}"
        self.is_std = True
        self.file = file
        self.template = template
        self.prim = prim
        self._line_starts = []
        self.metavars = {}

    @cached_property  # type: ignore[misc]
    def text(self) -> str:  # type: ignore[override]
        text = content(self.file).decode()
        return pattern(rf"\b{self.template}\b").sub(self.prim, text) if self.template else text

    def __reduce__(self) -> tuple[Any, ...]:
        return (std_source, (self.file, self.template, self.prim))

    @property
    def section(self) -> str:
        """What its section is called in the kept file."""
        return f"{self.file}<{self.prim}>" if self.template else self.file


@cache
def content(file: str) -> bytes:
    """What stands in a file of std; nothing if there is none of that name."""
    return kept.read_package_file(f"std/{file}")


@cache
def std_source(file: str, template: str = "", prim: str = "") -> StdFile:
    """A file of std by name; with `template`, that identifier stands for the primitive `prim` in it."""
    return StdFile(file, template, prim)


# ------------------------------------------------------------------------------------------------ sections


class _Section:
    """What is kept of a file (or of several): the hash of its text, the index (marshalled), the pickled syntax."""

    __slots__ = ("data", "digest", "head")

    def __init__(self, digest: bytes, head: bytes | memoryview, data: bytes | memoryview) -> None:
        self.digest = digest
        self.head = head
        self.data = data


class _Store:
    """The sections of the kept file, and those made since."""

    def __init__(self) -> None:
        self.key = kept.key_of(_code_files())
        self.sections: dict[str, _Section] = {}
        for path in kept.places("std", self.key):
            try:
                self._read(path)
            except (OSError, ValueError, EOFError, TypeError):
                continue

    def _read(self, path: str) -> None:
        view = kept.mapped(path)
        end = _LENGTH_BYTES + int.from_bytes(view[:_LENGTH_BYTES], "big")
        sections: dict[str, _Section] = {}
        for name, digest, head, data in marshal.loads(view[_LENGTH_BYTES:end]):
            middle = end + head
            sections[name] = _Section(digest, view[end:middle], view[middle : middle + data])
            end = middle + data
        if end != len(view):
            raise ValueError(f"{path} is incomplete")
        self.sections.update(sections)

    def add(self, name: str, section: _Section) -> None:
        self.sections[name] = section
        kept.keep_later("std", self.write)

    def write(self, *, installing: bool = False) -> None:
        table = marshal.dumps([(name, s.digest, len(s.head), len(s.data)) for name, s in self.sections.items()])
        parts: list[bytes | memoryview] = [len(table).to_bytes(_LENGTH_BYTES, "big"), table]
        for section in self.sections.values():
            parts += (section.head, section.data)
        kept.keep("std", self.key, b"".join(parts), installing=installing)


def _code_files() -> list[str]:
    """The code that shapes what is kept: syntax, expansion, derives, and the macros of std."""
    code = [path for folder in ("syntax", "resolve") for path in kept.package_files(folder, ".py")]
    others = ("syntax/rust.lark", "source.py", "records.py", "enums.py", f"std/{MACROS}")
    return [*(path for path in code if path not in _NOT_IN_KEY), *others]


_NOT_IN_KEY = frozenset(
    f"resolve/{name}.py"
    for name in ("late", "late_body", "late_paths", "late_lifetimes", "late_errors", "imports", "loops", "collect", "std_loader")
)
_store = cache(_Store)
_indexes: dict[str, FileIndex] = {}


def load_index(file: StdFile, parse_items: ParseItems) -> FileIndex:
    """The index of a std file: from memory, from the kept file, else made anew. `parse_items` gives the file's items with macros
    and derives expanded."""
    name = file.section
    found = _indexes.get(name)
    if found is None:
        digest = kept.digest(f"std/{file.file}")
        section = _section(name, digest)
        if section is None:
            indexer = Indexer(_dumps)
            head = marshal.dumps(indexer.file(parse_items(file)))
            section = _Section(digest, head, bytes(indexer.data))
            _store().add(name, section)
        names, eager, impls, uses, macros = marshal.loads(section.head)
        found = _indexes[name] = FileIndex(names, eager, impls, uses, macros, section.data)
    return found


def _section(name: str, digest: bytes) -> _Section | None:
    """A section, if it was made from a text with that hash."""
    section = _store().sections.get(name)
    return section if section is not None and section.digest == digest else None


@cache
def lang_files() -> dict[str, str]:
    """Lang item -> name of the file that has it."""
    paths = kept.package_tree("std", ".rs")
    digest = kept.hash_of(b"".join(map(kept.digest, paths)))
    section = _section(_LANG_ITEMS, digest)
    if section is None:
        found: dict[str, str] = {}
        for path in paths:
            for rest in kept.read_package_file(path).split(b'#[lang = "')[1:]:
                found.setdefault(rest[: rest.index(b'"')].decode(), path.removeprefix("std/"))
        section = _Section(digest, marshal.dumps(found), b"")
        _store().add(_LANG_ITEMS, section)
    files: dict[str, str] = marshal.loads(section.head)
    return files


def load_macros(parse: Callable[[SourceFile], list[ast.Item]]) -> tuple[dict[str, Piece], bytes | memoryview]:
    """The `macro_rules!` of std by name, and the data that their pieces lead into; `parse` gives a file's items as they stand
    there."""
    file = std_source(MACROS)
    digest = kept.digest(f"std/{MACROS}")
    section = _section(_RULES, digest)
    if section is None:
        pieces: dict[str, Piece] = {}
        data = b""
        for item in parse(file):
            pickled = _dumps(item)
            pieces[item.ident.name] = len(data), len(pickled)
            data += pickled
        section = _Section(digest, marshal.dumps(pieces), data)
        _store().add(_RULES, section)
    return marshal.loads(section.head), section.data


def load_piece(data: bytes | memoryview, piece: Piece) -> Any:
    """What was pickled into a piece of a file's data."""
    return _pickle.loads(data[piece[0] : piece[0] + piece[1]])


def _dumps(obj: object) -> bytes:
    out = io.BytesIO()
    _Pickler(out, protocol=-1).dump(obj)
    return out.getvalue()


def _restore_generated(name: str, text: str) -> SourceFile:
    return SourceFile(name, text, is_std=True)


class _Pickler(_pickle.Pickler):
    """Pickles AST; the text of std's files is not part of it."""

    def reducer_override(self, obj: object) -> Any:
        if type(obj) is SourceFile:
            return (_restore_generated, (obj.name, obj.text))
        return NotImplemented


def prepare() -> None:
    """Put what was read into the program's own folder."""
    _store().write(installing=True)
