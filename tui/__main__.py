"""`python -m tui` is `crabwalk`: the process around the command line.

A short-lived process gains nothing from collecting cycles or from taking apart, at its end, all that it made: the collector is
off (the app turns it on for itself) and the process leaves as soon as its output is written, which halves the time of a `check`.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

from interpreter import bytecode
from interpreter.hints import NoReturn


def run() -> NoReturn:
    """Carry out the command line and end the process with its exit code."""
    gc.disable()
    finder = bytecode.install()
    from tui.cli import main

    code = main()
    finder.keep()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
