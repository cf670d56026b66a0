"""One line about a fault of crabwalk itself, for people who can't do anything with a traceback."""

from __future__ import annotations


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
