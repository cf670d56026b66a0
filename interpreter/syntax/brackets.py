"""Brackets in a list of terminals or tokens, given by their kinds."""

from __future__ import annotations

from interpreter.hints import Final

CLOSERS: Final = {"(": ")", "[": "]", "{": "}"}
OPENERS: Final = {closer: opener for opener, closer in CLOSERS.items()}


def nesting(kind: str) -> int:
    """By how much a terminal makes what follows deeper: 1 for an opening bracket, -1 for a closing one."""
    return (kind in CLOSERS) - (kind in OPENERS)


def open_brackets(kinds: list[str], at: int) -> list[int]:
    """The positions of the brackets that are open before terminal `at`, the outermost first."""
    found: list[int] = []
    for index in range(at):
        if kinds[index] in CLOSERS:
            found.append(index)
        elif kinds[index] in OPENERS:
            found.pop()
    return found


def closing_of(kinds: list[str], opening: int) -> int:
    """The position of the bracket that closes the one at `opening`."""
    depth = 0
    for index in range(opening, len(kinds)):
        depth += nesting(kinds[index])
        if not depth:
            return index
    raise AssertionError("brackets pair")


def opening_of(kinds: list[str], closing: int) -> int:
    """The position of the bracket that the one at `closing` closes."""
    depth = 0
    for index in range(closing, -1, -1):
        depth += nesting(kinds[index])
        if not depth:
            return index
    raise AssertionError("brackets pair")
