"""Modules that are loaded when something in them is first asked for: the words of errors, which most programs have none of.

A package lists its own in one place (`typeck/words.py`), from which the others take them as if they were the modules.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


class Deferred:
    """Stands for a module."""

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        value = getattr(import_module(self._module), name)
        setattr(self, name, value)
        return value
