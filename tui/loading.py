"""What the app needs of a program: its verdict and, where it can be walked, a session.

In: a `Program`. Out: `Loaded`. The app calls a `Loader` in a worker thread, so that the source is on the screen before
the program has been compiled; tests give one of their own.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from interpreter.debugger.protocol import Session
from interpreter.diagnostics import Diagnostic, UnsupportedError
from tui.faults import internal_error_text


@dataclass(frozen=True, slots=True)
class Program:
    """What is to be debugged: a name to show, the text, the edition, and what it reads from standard input."""

    name: str
    text: str
    edition: int = 2021
    stdin: str = ""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came out of compiling: the session (None: nothing to walk through), the diagnostics, and what is in the way.

    `problem` is one sentence about a fault of crabwalk itself; empty when there is none.
    """

    session: Session | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    unsupported: UnsupportedError | None = None
    problem: str = ""


Loader = Callable[[Program], Loaded]


def load(program: Program) -> Loaded:
    """Compile a program and open a session on it. Never raises: a fault of ours comes back as `problem`."""
    import interpreter

    try:
        compilation = interpreter.compile_source(program.name, program.text, program.edition, exists=os.path.exists)
        diagnostics = tuple(compilation.diagnostics)
        if compilation.unsupported is not None:
            return Loaded(None, diagnostics, compilation.unsupported)
        session = interpreter.open_session(compilation, program.stdin.encode())
        return Loaded(session if session.runnable else None, diagnostics)
    except UnsupportedError as error:
        return Loaded(None, (), error)
    except Exception as error:
        return Loaded(None, (), None, internal_error_text(error))
