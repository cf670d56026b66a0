"""Build hook: puts the grammar's parse tables and the index of std into the wheel (or beside the sources, for an editable
install), so that an installed crabwalk doesn't work them out at its first start.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PrepareHook(BuildHookInterface):  # type: ignore[type-arg]
    """Prepares for the Python that builds the wheel; another one keeps its own in the user's cache."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before the wheel is put together."""
        sys.path.insert(0, self.root)
        from interpreter import cache, prepare

        prepare.prepare()
        folder = Path(cache.INSTALLED)
        build_data["artifacts"] += [str(path.relative_to(self.root)) for path in folder.iterdir()]
