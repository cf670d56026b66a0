"""The macros of std by name, each read when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from interpreter.hints import Final
from interpreter.records import NamedTuple
from interpreter.resolve import std_store
from interpreter.resolve.macro_rules import MacroDef
from interpreter.source import SourceFile
from interpreter.syntax import ast
from interpreter.syntax.parser import parse_source


def _items_as_written(file: SourceFile) -> list[ast.Item]:
    crate, diagnostics = parse_source(file)
    assert crate is not None and not diagnostics, diagnostics
    return crate.items


class _StdMacros:
    """The macros of std by name, each read when it is asked for."""

    def __init__(self) -> None:
        self._pieces, self._data = std_store.load_macros(_items_as_written)
        self._read: dict[str, MacroDef] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._pieces

    def __iter__(self) -> Iterator[str]:
        return iter(self._pieces)

    def get(self, name: str) -> MacroDef | None:
        """The macro of that name."""
        if name in self._pieces and name not in self._read:
            item: ast.MacroRules = std_store.load_piece(self._data, self._pieces[name])
            attrs = {attr.name for attr in item.attrs}
            self._read[name] = MacroDef(name, item, "rustc_builtin_macro" in attrs, "path_only" not in attrs)
        return self._read.get(name)


std_macros = cache(_StdMacros)


class UnstableMacro(NamedTuple):
    """A macro that rustc's std has behind a feature: what is said of it, the tracking issue."""

    message: str
    issue: int


UNSTABLE_MACROS: Final = {
    "trace_macros": UnstableMacro("`trace_macros`: `trace_macros` is not stable enough for use and is subject to change", 29598),
    "log_syntax": UnstableMacro("`log_syntax`: `log_syntax!` is not stable enough for use and is subject to change", 29598),
    "concat_bytes": UnstableMacro("`concat_bytes`", 87555),
}
