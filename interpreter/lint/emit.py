"""How a lint says what it found."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import Protocol
from interpreter.source import Span


class Emit(Protocol):
    """Report `lint`, where it is denied, at the first label's place; under a `code`, if it has one. `at`: where its level is
    asked for, if not there."""

    def __call__(
        self, lint: str, label: Label, message: str, *more: Label, secondary: tuple[Label, ...] = (), code: str | None = None,
        at: Span | None = None,
    ) -> None: ...
