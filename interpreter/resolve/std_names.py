"""What rustc's std has by name, also where crabwalk's own has it not: to tell "not supported" from "does not exist".

Read from `std_names.txt` only when a name was not found. Import suggestions ("consider importing this struct") come from here
too.
"""

from __future__ import annotations

from functools import cache

from interpreter.cache import read_package_file
from interpreter.records import NamedTuple
from interpreter.resolve.defs import Feature

KINDS = {
    "s": "struct",
    "e": "enum",
    "u": "union",
    "t": "trait",
    "f": "function",
    "c": "constant",
    "g": "static",
    "y": "type alias",
    "m": "macro",
}


class _Names(NamedTuple):
    """`impls`: type path -> names of traits. `items`: module path ("" for the root) -> name -> kinds; `assoc`: type or trait path
    -> names; `paths`: name -> [(path, kind)]; `unstable`: path of a module, item or associated item -> its feature."""

    items: dict[str, dict[str, str]]
    assoc: dict[str, frozenset[str]]
    paths: dict[str, list[tuple[str, str]]]
    impls: dict[str, frozenset[str]]
    unstable: dict[str, Feature]


@cache
def _names() -> _Names:
    items: dict[str, dict[str, str]] = {}
    assoc: dict[str, frozenset[str]] = {}
    paths: dict[str, list[tuple[str, str]]] = {}
    impls: dict[str, frozenset[str]] = {}
    unstable: dict[str, Feature] = {}
    text = read_package_file("resolve/std_names.txt").decode()
    for line in text.splitlines():
        what, _, rest = line.partition(" ")
        path, _, words = rest.partition(": ")
        if what == "mod":
            module = items.setdefault(path, {})
            for word in words.split():
                kind, name = word.split(":")
                module[name] = kind
                paths.setdefault(name, []).append((f"std::{path}::{name}" if path else f"std::{name}", KINDS[kind]))
            while path:
                outer, _, name = path.rpartition("::")
                items.setdefault(outer, {}).setdefault(name, "n")
                path = outer
        elif what == "type":
            assoc[path] = frozenset(words.split())
        elif what == "impl":
            impls[path] = frozenset(words.split())
        elif what == "unstable":
            unstable.update(dict.fromkeys(words.split(), Feature(*path.split(" "))))
    return _Names(items, assoc, paths, impls, unstable)


def has_item(module: str, name: str) -> bool:
    """Does rustc's `std::module` have an item (or module) of that name? The root is ""."""
    return name in items_of(module)


def items_of(module: str) -> dict[str, str]:
    """The names of the items of rustc's `std::module`, with what each is: a letter of `KINDS`, "n" for a module."""
    return _names().items.get(module, {})


def has_assoc_item(owner: str, name: str) -> bool:
    """Does a type, primitive or trait ("vec::Vec", "i32", "slice", "iter::Iterator") have that inherent or trait item in rustc's
    std?"""
    return name in _names().assoc.get(owner, ())


def has_impl(owner: str, trait: str) -> bool:
    """Does rustc's std have an impl of a trait (its last name) for a type or primitive of std?"""
    return trait in _names().impls.get(owner, ())


def unstable(path: str) -> Feature | None:
    """The feature that rustc's std asks for before an item may be used ("ptr::Unique", "iter::Iterator::advance_by")."""
    return _names().unstable.get(path)


_TYPES = ("struct", "enum", "union", "trait", "type alias")
_NO_REEXPORT = "std::sync::nonpoison"
"""A module within `sync` with types of its own that are called as those of `sync`."""


_HIDDEN = ("Prefix", "Read")
"""Names that something hidden in std bears too."""
_REEXPORTED = ("DefaultHasher", "RandomState")
"""Names of one item that is to be found in two modules."""


@cache
def is_ambiguous(name: str) -> bool:
    """Do several types or traits of std bear the name? Then rustc's messages show the path (`std::cmp::Ordering`)."""
    if name in _HIDDEN or name in _REEXPORTED:
        return name in _HIDDEN
    modules = [path.rpartition("::")[0] for path, kind in items_named(name) if kind in _TYPES]
    own = [m for m in modules if m == _NO_REEXPORT or not any(m.startswith(f"{other}::") for other in modules)]
    return len(own) > 1


def names_type(name: str) -> bool:
    """Does a public type or trait of std bear the name?"""
    return any(kind in _TYPES for _, kind in items_named(name))


@cache
def names_module(name: str) -> bool:
    """Does a public module of std bear the name?"""
    return any(path.rpartition("::")[2] == name for path in _names().items)


def items_named(name: str) -> list[tuple[str, str]]:
    """All (path, kind) of public items of std with that name, sorted by path."""
    return sorted(_names().paths.get(name, []))
