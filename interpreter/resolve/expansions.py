"""Which macro call an item or a call came from, and where it stands (rustc: `ExpnId`, `ParentScope`).

Expansion notes these facts before names are resolved; early.py uses them to see whether a name could have meant another thing.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic
from interpreter.hints import Any
from interpreter.records import Record, field
from interpreter.resolve.macro_rules import MacroDef
from interpreter.syntax import ast


class Expn(Record, eq=False):
    """One expansion of a macro, within `parent` (None: the macro was called in the program's own text)."""

    parent: Expn | None

    @staticmethod
    def is_descendant(inner: Expn | None, outer: Expn | None) -> bool:
        """Is `inner` the expansion `outer`, or within it? None is the text itself, which is around all."""
        while inner is not outer:
            if inner is None:
                return False
            inner = inner.parent
        return True


class Site(Record, eq=False):
    """A module or block, and what it stands in."""

    node: ast.Crate | ast.Mod | ast.Block
    outer: Site | None


class MacroUse(Record, eq=False):
    """A call of a macro: `macro` is what expansion took it for (None: it found nothing at that path), `textual` the nearest
    `macro_rules!` of that name before it."""

    path: ast.Path
    macro: MacroDef | None
    textual: MacroDef | None
    site: Site
    expansion: Expn | None


class Expansions(Record, eq=False):
    """All calls of macros; and for what macros made, which expansion did. `sites`: where each `macro_rules!` stands; `shadowed`:
    the definition that one hides."""

    uses: list[MacroUse] = field(default_factory=list)
    origins: dict[Any, Expn] = field(default_factory=dict)
    sites: dict[ast.MacroRules, Site] = field(default_factory=dict)
    shadowed: dict[ast.MacroRules, MacroDef] = field(default_factory=dict)
    imported: list[tuple[str, Site, Diagnostic]] = field(default_factory=list)
    """Calls of a name that is imported but is no macro, with what is to be said unless the import itself fails."""
