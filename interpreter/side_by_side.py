"""A question about many things that two processes answer together, where the machine has two processors and can fork.

The answer is yes or no: what else the other process finds out stays there.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence

from interpreter.hints import TypeVar

T = TypeVar("T")
MOST = 4096
"""So many bytes a pipe holds everywhere."""


def can_fork() -> bool:
    """Whether there is a processor for another process."""
    if not hasattr(os, "fork"):
        return False
    return (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1) > 1


def both_hold(holds: Callable[[Iterator[T]], bool], things: Sequence[T]) -> bool:
    """Whether `holds` is true of the things that this process takes, from the first on, and of those that another takes
    meanwhile, from the last on. Ends as soon as it isn't true here; if the other fails, the answer is no.

    A pipe has a byte for each thing: who reads one may take one more.
    """
    assert len(things) <= MOST
    claims, stock = os.pipe()
    os.write(stock, bytes(len(things)))
    os.close(stock)
    other = os.fork()
    if other == 0:
        code = 1
        try:
            code = 0 if holds(_taken(claims, reversed(things))) else 1
        finally:
            os._exit(code)
    right = False
    try:
        right = holds(_taken(claims, iter(things)))
    finally:
        if not right:
            os.kill(other, signal.SIGKILL)
        status = os.waitpid(other, 0)[1]
        os.close(claims)
    return right and status == 0


def _taken(claims: int, things: Iterator[T]) -> Iterator[T]:
    for thing in things:
        if not os.read(claims, 1):
            return
        yield thing
