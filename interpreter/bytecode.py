"""The bytecode of crabwalk's modules in one file: to find, check and read some two hundred files is a tenth of a start.

`install` puts a finder before Python's own. It takes a module from the kept file (see interpreter.cache) as long as its source is
the one that it was compiled from, by time and size, as Python itself judges `.pyc` files; other modules are left to Python, and
`Finder.keep` adds them when the process ends.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType

from interpreter import cache
from interpreter.records import NamedTuple

_NAME = "modules"
_PACKAGES = frozenset(("interpreter", "tui"))
_LENGTH_BYTES = 8
_COMPILER = "interpreter.compilation"
"""The module that all processes load that compile a program."""
_TOGETHER = "(together)"
"""The entry of what is read as one piece."""


class _Entry(NamedTuple):
    """A module: its source, the time (nanoseconds) and size (bytes) of that, and where its bytecode stands in the data."""

    source: str
    time: int
    size: int
    is_package: bool
    start: int
    end: int


class _Loader(SourceFileLoader):
    """Loads a module from its kept bytecode."""

    def __init__(self, name: str, source: str, code: CodeType | memoryview) -> None:
        super().__init__(name, source)
        self.code = code

    def get_code(self, fullname: str) -> CodeType:
        code: CodeType = self.code if isinstance(self.code, CodeType) else marshal.loads(self.code)
        return code


class Finder:
    """Finds modules in the kept file; one that is missing or damaged has none.

    The file has the bytecode of each module, and once more, as one piece, that of those that all processes needed that compiled a
    program: read together, names that occur in many modules are made once. `common` are their names.
    """

    def __init__(self) -> None:
        self.key = cache.key_of(("bytecode.py",))
        self.entries: dict[str, _Entry] = {}
        self.common: tuple[str, ...] = ()
        self.codes: dict[str, CodeType] = {}
        self.data = memoryview(b"")
        for path in cache.places(_NAME, self.key):
            try:
                data = cache.mapped(path)
                end = _LENGTH_BYTES + int.from_bytes(data[:_LENGTH_BYTES], "big")
                entries, self.common = marshal.loads(data[_LENGTH_BYTES:end])
                self.entries = {name: _Entry(*entry) for name, entry in entries.items()}
                self.data = data[end:]
            except (OSError, ValueError, EOFError, TypeError):
                continue

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """The module of that name, if its bytecode is here and its source is still the same."""
        entry = self.entries.get(name)
        if entry is None or _stamp(entry.source) != (entry.time, entry.size):
            return None
        if name == _COMPILER and self.common:
            together = self.entries[_TOGETHER]
            self.codes = dict(zip(self.common, marshal.loads(self.data[together.start : together.end]), strict=True))
        loader = _Loader(name, entry.source, self.codes.get(name) or self.data[entry.start : entry.end])
        spec = ModuleSpec(name, loader, origin=entry.source, is_package=entry.is_package)
        spec.has_location = True
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(os.path.dirname(entry.source))
        return spec

    def keep(self) -> None:
        """Add the modules that Python had to find by itself, and leave out of `common` those that this process did without."""
        if sys.dont_write_bytecode:
            return
        loaded = [name for name in sys.modules if name.partition(".")[0] in _PACKAGES]
        found = [sys.modules[name].__spec__ for name in loaded]
        specs = [spec for spec in found if spec is not None and not isinstance(spec.loader, _Loader)]
        new = {spec.name: spec for spec in specs if self.find_spec(spec.name) is None}
        if new or (_COMPILER in loaded and not set(loaded).issuperset(self.common)):
            self._write(new, loaded)

    def _write(self, new: dict[str, ModuleSpec], loaded: list[str]) -> None:
        parts: dict[str, tuple[str, tuple[int, int], bool, bytes | memoryview]] = {
            name: (entry.source, (entry.time, entry.size), entry.is_package, self.data[entry.start : entry.end])
            for name, entry in self.entries.items()
            if name not in new and name != _TOGETHER
        }
        for name, spec in new.items():
            if isinstance(spec.loader, SourceFileLoader) and spec.origin is not None and (stamp := _stamp(spec.origin)):
                is_package = spec.submodule_search_locations is not None
                parts[name] = (spec.origin, stamp, is_package, marshal.dumps(spec.loader.get_code(name)))
        common = self.common
        if _COMPILER in loaded:
            common = tuple([name for name in common or loaded if name in loaded and name in parts])
        codes = [marshal.loads(parts[name][-1]) for name in common]
        parts[_TOGETHER] = ("", (0, 0), False, marshal.dumps(codes))
        entries, at = {}, 0
        for name, (source, stamp, is_package, code) in parts.items():
            entries[name] = (source, *stamp, is_package, at, at + len(code))
            at += len(code)
        head = marshal.dumps((entries, common))
        bodies = [part[-1] for part in parts.values()]
        cache.keep(_NAME, self.key, b"".join((len(head).to_bytes(_LENGTH_BYTES, "big"), head, *bodies)))


def install() -> Finder:
    """Find modules in the kept file from now on."""
    finder = Finder()
    sys.meta_path.insert(0, finder)
    return finder


def _stamp(source: str) -> tuple[int, int] | None:
    """Time and size of a file."""
    try:
        status = os.stat(source)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
