"""What is worked out once and kept for later starts: the grammar's tables, the index of std, the code of records' methods, the
bytecode of modules.

A thing is kept under a name and a key, the hash of the files that shape it (and of Python's version), so a stale one is never
found; a file that has the time and size that it had is not read for that, as Python judges `.pyc` files.
It is looked for in the program's own folder, where installing crabwalk puts it (`python -m interpreter.prepare`), then in the
user's cache folder. Files are written under another name and renamed, so that a parallel process sees all of one or nothing;
where nothing can be written, the thing is worked out anew at each start. Of each name the newest few files are kept.
"""

from __future__ import annotations

import _imp
import marshal
import mmap
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache

from interpreter.hints import Any, Final

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
INSTALLED = os.path.join(_PACKAGE, "prepared")
"""The folder within the program."""
_KEPT = 12


def hash_of(data: bytes) -> bytes:
    """The hash by which contents are known: that of Python's own hash-based `.pyc` files (`importlib.util` is slow to import)."""
    return _imp.source_hash(0, data)


def key_of(paths: Iterable[str]) -> str:
    """The hash of the contents of some files of the package."""
    return hash_of(b"".join((*map(digest, paths), sys.version.encode()))).hex()


def read_package_file(path: str) -> bytes:
    """The content of a file of the package `interpreter`; empty if there is no such file."""
    try:
        with open(os.path.join(_PACKAGE, path), "rb") as file:
            return file.read()
    except FileNotFoundError:
        return b""


def package_files(folder: str, ending: str) -> list[str]:
    """The paths of the files of a folder of the package (not of its subfolders), sorted."""
    return sorted(f"{folder}/{name}" for name in os.listdir(os.path.join(_PACKAGE, folder)) if name.endswith(ending))


def package_tree(folder: str, ending: str) -> list[str]:
    """The paths of the files of a folder of the package and of its subfolders, sorted."""
    found = []
    with os.scandir(os.path.join(_PACKAGE, folder)) as entries:
        for entry in entries:
            if entry.name.endswith(ending):
                found.append(f"{folder}/{entry.name}")
            elif entry.is_dir():
                found += package_tree(f"{folder}/{entry.name}", ending)
    return sorted(found)


@cache
def user_folder() -> str:
    """Where things are kept if not with the program: `$CRABWALK_CACHE`, or what the platform has for it."""
    if base := os.environ.get("CRABWALK_CACHE"):
        return base
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA", home), "crabwalk", "cache")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "crabwalk")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache"), "crabwalk")


def places(name: str, key: str) -> tuple[str, str]:
    """The files that may hold a thing: with the program, and in the user's folder. The latter bears the hash of where the program
    stands too, so that two checkouts don't take turns to overwrite one file."""
    here = hash_of(_PACKAGE.encode()).hex()[:6]
    return os.path.join(INSTALLED, f"{name}-{key}"), os.path.join(user_folder(), f"{name}-{key}-{here}")


def find(name: str, key: str) -> bytes | None:
    """What is kept under that name and key."""
    for path in places(name, key):
        try:
            with open(path, "rb") as file:
                return file.read()
        except OSError:
            continue
    return None


def mapped(path: str) -> memoryview:
    """A kept file, mapped into memory.

    Raises:
        OSError: there is none.
        ValueError: it is empty.
    """
    with open(path, "rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def keep(name: str, key: str, data: bytes, *, installing: bool = False) -> None:
    """Keep `data`; without a word if that isn't possible. `installing`: with the program, in the place of what was there."""
    path = places(name, key)[0 if installing else 1]
    folder = os.path.dirname(path)
    temporary = f"{path}.{os.getpid()}"
    try:
        os.makedirs(folder, exist_ok=True)
        with open(temporary, "wb") as out:
            out.write(data)
        os.replace(temporary, path)
        _remove_old(folder, name, 1 if installing else _KEPT)
    except OSError:
        if installing:
            raise


class _Digests:
    """The hashes of the contents of the package's files, with the time (nanoseconds) and size (bytes) that each had."""

    def __init__(self) -> None:
        self.known: dict[str, tuple[int, int, bytes]] = {}
        with suppress(ValueError, EOFError, TypeError):
            self.known = marshal.loads(find(*_DIGESTS) or b"")

    def of(self, path: str) -> bytes:
        try:
            status = os.stat(f"{_PACKAGE}/{path}")
        except OSError:
            return hash_of(b"")
        time, size = status.st_mtime_ns, status.st_size
        known = self.known.get(path)
        if known is None or known[0] != time or known[1] != size:
            known = self.known[path] = (time, size, hash_of(read_package_file(path)))
            keep_later(_DIGESTS[0], self.write)
        return known[2]

    def write(self) -> None:
        keep(*_DIGESTS, marshal.dumps(self.known))


_DIGESTS: Final = ("digests", sys.implementation.cache_tag or "")
_digests = cache(_Digests)


def digest(path: str) -> bytes:
    """The hash of the content of a file of the package; that of nothing if there is no such file."""
    return _digests().of(path)


class Made:
    """What `make` makes of a text, kept under a name for later starts; it must be such that `marshal` can write it."""

    def __init__(self, name: str, shaped_by: str, make: Callable[[str], Any]) -> None:
        self._name = name
        self._shaped_by = shaped_by
        self._make = make
        self._key = ""
        self._known: dict[str, Any] | None = None

    def of(self, text: str) -> Any:
        if self._known is None:
            self._known = self._read()
        made = self._known.get(text)
        if made is None:
            made = self._known[text] = self._make(text)
            keep_later(self._name, self._write)
        return made

    def _read(self) -> dict[str, Any]:
        self._key = key_of((self._shaped_by,))
        try:
            known: dict[str, Any] = marshal.loads(find(self._name, self._key) or b"")
        except (ValueError, EOFError, TypeError):
            known = {}
        return known

    def _write(self) -> None:
        keep(self._name, self._key, marshal.dumps(self._known))


_waiting: dict[str, Callable[[], None]] = {}


def keep_later(name: str, write: Callable[[], None]) -> None:
    """Have `write` called when a compilation or run ends: something under that name was made since the start."""
    _waiting[name] = write


def keep_new() -> None:
    """Keep what was made since the start, for the next one."""
    while _waiting:
        _waiting.popitem()[1]()


def _remove_old(folder: str, name: str, kept: int) -> None:
    """Leave the newest few files of a name (and what other processes are just writing)."""
    with os.scandir(folder) as found:
        files = sorted(((e.stat().st_mtime_ns, e.path) for e in found if e.name.startswith(f"{name}-")), reverse=True)
    for _, path in files[kept:]:
        os.unlink(path)
