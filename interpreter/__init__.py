"""crabwalk's compiler front end, interpreter and debugger for a subset of Rust: text in, results out.

The facade: `compile_source` checks a program, `run_program` runs it, `open_session` opens it for stepping. Nothing below
knows of a
terminal; the stages are loaded when they are first needed.
"""

from __future__ import annotations

from collections.abc import Callable

from interpreter.hints import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from interpreter.compilation import Compilation
    from interpreter.debugger.protocol import Session

__all__ = ["compile_source", "open_session", "run_program"]


def compile_source(
    name: str,
    text: str,
    edition: int = 2021,
    *,
    exists: Callable[[str], bool] = lambda path: False,
    verdict_only: bool = False,
) -> Compilation:
    """Check a program: its verdict and diagnostics, and what is needed to run it, unless `verdict_only` is asked for. `exists`:
    whether there is a file of that path, where modules of the program may be. See `interpreter.compilation`.
    """
    from interpreter import compilation

    return compilation.compile_source(name, text, edition, exists, verdict_only=verdict_only)


def run_program(compilation: Compilation, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Run an accepted program to its end with these streams; gives its exit code (101 after a panic)."""
    from interpreter.machine import run

    assert compilation.tcx is not None and compilation.main is not None, "only an accepted program can be run"
    return run.run_program(compilation.tcx, compilation.main, stdin, stdout, stderr)


def open_session(compilation: Compilation, stdin: bytes = b"") -> Session:
    """A debugging session at the first step of the program, which reads `stdin`."""
    from interpreter.cache import keep_new
    from interpreter.debugger.session import DebugSession

    session = DebugSession(compilation, stdin)
    keep_new()
    return session
