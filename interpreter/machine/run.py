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
    streams = {"stdout": stdout, "stderr": stderr}

    def write(stream: str, data: bytes) -> None:
        if stream == "stderr":
            stdout.flush()
        _write(streams[stream], data)

    def read() -> bytes:
        stdout.flush()
        return stdin.readline().encode("utf-8", "surrogateescape")

    machine = Machine(program, history=False, read_stdin=read, output=write)
    machine.start(program.resolve(main, ()))
    try:
        end = machine.run()
        if end.kind is TerminationKind.DEADLOCK:
            write("stderr", f"crabwalk: {end.message}\n".encode())
    finally:
        stdout.flush()
        stderr.flush()
    return end.code


def _write(stream: TextIO, data: bytes) -> None:
    buffer: Any = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(data.decode("utf-8", "replace"))
        return
    stream.flush()
    buffer.write(data)
