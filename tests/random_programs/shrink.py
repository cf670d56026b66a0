"""Makes a function smaller while it stays interesting."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.random_programs.generate import Block, Function, Statement


def shrink(function: Function, interesting: Callable[[Function], bool]) -> Function:
    """Leave out statements, or take them out of their block, until nothing more can go."""
    again = True
    while again:
        again = False
        for body in _smaller(function.body):
            smaller = Function(function.head, body, function.tail)
            if interesting(smaller):
                function, again = smaller, True
                break
    return function


def _smaller(body: list[Statement]) -> Iterator[list[Statement]]:
    for i, statement in enumerate(body):
        before, after = body[:i], body[i + 1 :]
        yield before + after
        if isinstance(statement, Block):
            for k, (head, inner) in enumerate(statement.parts):
                yield before + inner + after
                for less in _smaller(inner):
                    parts = [*statement.parts[:k], (head, less), *statement.parts[k + 1 :]]
                    yield [*before, Block(parts, statement.end), *after]
