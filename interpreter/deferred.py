"""What is loaded or compiled when it is first used: modules with the words of errors, which most programs have none of, and
regular expressions for what is rare in a text.

A package lists its own in one place (`typeck/words.py`), from which the others take them as if they were the modules.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
from importlib import import_module

from interpreter import cache
from interpreter.hints import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    import re



class Deferred:
    """Stands for a module."""

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        value = getattr(import_module(self._module), name)
        setattr(self, name, value)
        return value


def _code_of(source: str) -> tuple[Any, ...]:
    """What `re.compile` makes of a regular expression, as the arguments with which it has a pattern made in the end."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source, 0)
    state = parsed.state
    groups: list[str | None] = [None] * state.groups
    for name, index in state.groupdict.items():
        groups[index] = name
    code = [int(word) for word in _compiler._code(parsed, 0)]
    return int(state.flags), code, state.groups - 1, state.groupdict, tuple(groups)


_codes: Final = cache.Made("patterns", "deferred.py", _code_of)
"""Compiled regular expressions: compiling a dozen takes longer than using them, and importing `re` is a twentieth of a start."""


class _Pattern:
    """Stands for a regular expression."""

    def __init__(self, source: str) -> None:
        self._source = source

    def __getattr__(self, name: str) -> Any:
        value = getattr(_sre.compile(self._source, *_codes.of(self._source)), name)
        setattr(self, name, value)
        return value


def pattern(source: str) -> re.Pattern[str]:
    """A regular expression that is compiled at its first use; flags stand in it (`(?s)`)."""
    return cast("re.Pattern[str]", _Pattern(source))
