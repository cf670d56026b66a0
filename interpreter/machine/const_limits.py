"""How long and how deep the evaluation of a constant may go (rustc_const_eval: `recursion_limit`, `long_running_const_eval`)."""

from __future__ import annotations

from interpreter.hints import Any, Final
from interpreter.machine.state import Frame
from interpreter.machine.termination import StackOverflow

TURNS: Final = 2_000_000
"""Calls and jumps backwards after which an evaluation is taken to be endless (rustc: `LINT_TERMINATOR_LIMIT`)."""


class ConstFrames(list[Frame]):
    """The frames of an evaluation, with the one below that takes its value: no more than `limit` beside that."""

    def __init__(self, frames: list[Frame], limit: int) -> None:
        super().__init__(frames)
        self.limit = limit

    def append(self, frame: Any) -> None:
        if len(self) > self.limit:
            raise StackOverflow
        super().append(frame)
