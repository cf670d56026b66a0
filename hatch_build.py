"""Build hook: puts the grammar's parse tables into the wheel, so that an installed crabwalk doesn't build them at its first
start.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TablesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Builds the tables for the Python that builds the wheel; another one builds its own into the user's cache."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before the wheel is put together."""
        sys.path.insert(0, self.root)
        from interpreter.syntax import tables

        tables.load_tables()
        folder = Path(self.root) / "interpreter" / "syntax" / "tables"
        build_data["artifacts"] += [str(path.relative_to(self.root)) for path in folder.glob("*.tables")]
