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

    def __init__(self, name: str, source: str, bytecode: memoryview) -> None:
        super().__init__(name, source)
        self.bytecode = bytecode

    def get_code(self, fullname: str) -> CodeType:
        code: CodeType = marshal.loads(self.bytecode)
        return code


class Finder:
    """Finds modules in the kept file; one that is missing or damaged has none."""

    def __init__(self) -> None:
        self.key = cache.key_of(("bytecode.py",))
        self.entries: dict[str, _Entry] = {}
        self.data = memoryview(b"")
        for path in cache.places(_NAME, self.key):
            try:
                data = cache.mapped(path)
                end = _LENGTH_BYTES + int.from_bytes(data[:_LENGTH_BYTES], "big")
                self.entries = {name: _Entry(*entry) for name, entry in marshal.loads(data[_LENGTH_BYTES:end]).items()}
                self.data = data[end:]
            except (OSError, ValueError, EOFError, TypeError):
                continue

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """The module of that name, if its bytecode is here and its source is still the same."""
        entry = self.entries.get(name)
        if entry is None or _stamp(entry.source) != (entry.time, entry.size):
            return None
        loader = _Loader(name, entry.source, self.data[entry.start : entry.end])
        spec = ModuleSpec(name, loader, origin=entry.source, is_package=entry.is_package)
        spec.has_location = True
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(os.path.dirname(entry.source))
        return spec

    def keep(self) -> None:
        """Add the modules that Python had to find by itself."""
        if sys.dont_write_bytecode:
            return
        found = [module.__spec__ for name, module in sys.modules.items() if name.partition(".")[0] in _PACKAGES]
        specs = [spec for spec in found if spec is not None and not isinstance(spec.loader, _Loader)]
        new = {spec.name: spec for spec in specs if self.find_spec(spec.name) is None}
        if not new:
            return
        parts: list[tuple[str, str, tuple[int, int], bool, bytes | memoryview]] = [
            (name, entry.source, (entry.time, entry.size), entry.is_package, self.data[entry.start : entry.end])
            for name, entry in self.entries.items()
            if name not in new
        ]
        for name, spec in new.items():
            if isinstance(spec.loader, SourceFileLoader) and spec.origin is not None and (stamp := _stamp(spec.origin)):
                is_package = spec.submodule_search_locations is not None
                parts.append((name, spec.origin, stamp, is_package, marshal.dumps(spec.loader.get_code(name))))
        entries, at = {}, 0
        for name, source, stamp, is_package, code in parts:
            entries[name] = (source, *stamp, is_package, at, at + len(code))
            at += len(code)
        head = marshal.dumps(entries)
        codes = [part[-1] for part in parts]
        cache.keep(_NAME, self.key, b"".join((len(head).to_bytes(_LENGTH_BYTES, "big"), head, *codes)))


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
