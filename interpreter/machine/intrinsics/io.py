"""Standard streams and the end of the process."""

from __future__ import annotations

from collections.abc import Callable

from interpreter.hints import Any
from interpreter.machine.intrinsics import Context, bytes_of, effect, effect_for, pure, static_str
from interpreter.machine.memory import Effects
from interpreter.machine.termination import Halt, TerminationKind

Pointer = tuple[Any, int, int]


@effect("stdout_write")
def _stdout_write(e: Effects, s: Pointer) -> None:
    e.print("stdout", bytes_of(s))


@effect("stdout_flush")
def _stdout_flush(e: Effects) -> None:
    e.flush()


@effect("stderr_write")
def _stderr_write(e: Effects, s: Pointer) -> None:
    e.print("stderr", bytes_of(s))


@effect_for("stdin_line")
def _stdin_line(cx: Context) -> Callable[[Effects], Pointer]:
    """A line with its end; what was read once is kept, so that going back and forth gives the same."""
    store = cx.store

    def stdin_line(e: Effects) -> Pointer:
        data, at = store.stdin, e.state.stdin_position
        end = data.find(b"\n", at) + 1
        while not end:
            if not store.read_more():
                end = len(data)
                break
            end = data.find(b"\n", at) + 1
        e.set_stdin(end)
        return static_str(bytes(data[at:end]).decode("utf-8", "replace"))

    return stdin_line


@pure("process_exit")
def _exit(code: int) -> None:
    raise Halt(TerminationKind.EXIT, code & 0xFF)


@pure("process_abort")
def _abort() -> None:
    raise Halt(TerminationKind.ABORT, 134, "the program aborted itself")
