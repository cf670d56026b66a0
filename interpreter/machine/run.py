"""Run a program to its end without history, with real streams: what `crabwalk run` does."""

from __future__ import annotations

from interpreter.cache import keep_new
from interpreter.hints import TYPE_CHECKING, Any, TextIO
from interpreter.machine.machine import Machine
from interpreter.machine.program import Program
from interpreter.machine.termination import TerminationKind
from interpreter.resolve.defs import Def
from interpreter.transform.program import CompiledProgram

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_CAPACITY = 1024
"""Bytes that standard output holds back at most."""
_KILLED = (TerminationKind.ABORT, TerminationKind.STACK_OVERFLOW)
"""The process ends by a signal."""


def run_program(tcx: TyCtxt, main: Def, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Run `main` with these streams; gives the process's exit code.

    Raises: UnsupportedError.
    """
    try:
        return run_to_end(CompiledProgram(tcx), main, stdin, stdout, stderr)
    finally:
        keep_new()


def run_to_end(program: Program, main: Def, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """As run_program, for any Program."""
    out = _LineWriter(stdout)

    def write(stream: str, data: bytes) -> None:
        if stream == "stdout":
            out.write(data)
        elif stream == "flush":
            out.flush()
        else:
            stdout.flush()
            _write(stderr, data)

    def read() -> bytes:
        stdout.flush()
        return stdin.readline().encode("utf-8", "surrogateescape")

    machine = Machine(program, history=False, read_stdin=read, output=write)
    machine.start(program.resolve(main, ()))
    try:
        end = machine.run()
        if end.kind in _KILLED:
            out.held.clear()
        if end.kind is TerminationKind.DEADLOCK:
            write("stderr", f"crabwalk: {end.message}\n".encode())
    finally:
        out.flush()
        stdout.flush()
        stderr.flush()
    return end.code


class _LineWriter:
    """Standard output as std buffers it (`LineWriter`): what comes after the last line end is held back. It is lost when the
    process is killed."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.held = bytearray()

    def write(self, data: bytes) -> None:
        end = data.rfind(b"\n") + 1
        rest = data[end:]
        if end:
            _write(self.stream, bytes(self.held) + data[:end])
            self.held.clear()
        if len(self.held) + len(rest) > _CAPACITY:
            self.flush()
        self.held += rest
        if len(rest) >= _CAPACITY:
            self.flush()

    def flush(self) -> None:
        if self.held:
            _write(self.stream, bytes(self.held))
            self.held.clear()


def _write(stream: TextIO, data: bytes) -> None:
    buffer: Any = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(data.decode("utf-8", "replace"))
        return
    stream.flush()
    buffer.write(data)
