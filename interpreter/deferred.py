"""What is loaded or compiled when it is first used: modules with the words of errors, which most programs have none of, and
regular expressions for what is rare in a text.

A package lists its own in one place (`typeck/words.py`), from which the others take them as if they were the modules.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any, cast


class Deferred:
    """Stands for a module."""

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        value = getattr(import_module(self._module), name)
        setattr(self, name, value)
        return value


class _Pattern:
    """Stands for a regular expression."""

    def __init__(self, source: str, flags: re.RegexFlag) -> None:
        self._source = source, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._source), name)
        setattr(self, name, value)
        return value


def pattern(source: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """A regular expression that is compiled at its first use."""
    return cast("re.Pattern[str]", _Pattern(source, flags))
