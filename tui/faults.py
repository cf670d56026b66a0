"""One line about what went wrong outside of the program: the person's fault, or ours (no use for a traceback either way)."""

from __future__ import annotations


class UsageError(Exception):
    """Wrong use or an unreadable file: one line for the person who asked."""


def internal_error_text(error: BaseException) -> str:
    """What the fault is and where in our code it arose."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = ""
    if trace is not None:
        path = trace.tb_frame.f_code.co_filename.replace("\\", "/").split("/")
        where = f" ({'/'.join(path[-2:])}:{trace.tb_lineno})"
    text = " ".join(str(error).split())[:200]
    what = f"{type(error).__name__}: {text}" if text else type(error).__name__
    return f"internal error: {what}{where}; this is a fault of crabwalk, not of the program"
