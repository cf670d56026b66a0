"""`crabwalk trace`: every event of a whole run, as text or as one JSON object a line.

In: a session. Out: lines on a stream, and exit code 0 whatever the program's own end was (it is the last line).
"""

from __future__ import annotations

import json

from interpreter.debugger.protocol import Session, Stop, StopReason
from interpreter.debugger.view import EventRow
from interpreter.hints import TextIO
from tui.rows import visible

_PAGE = 1000


def write_trace(session: Session, stream: TextIO, as_json: bool, limit: int) -> int:
    """Run a session to its end (or for `limit` steps) and write its trace."""
    stop: Stop = session.seek(limit)
    total = session.trace_length()
    for first in range(0, total, _PAGE):
        for event in session.trace(first, _PAGE):
            stream.write((json_line(event) if as_json else text_line(event)) + "\n")
    view = session.view()
    if view.end is None:
        message = f"stopped after {view.position.step} steps" if stop.reason is not StopReason.END else ""
        if as_json:
            stream.write(json.dumps({"end": None, "step": view.position.step, "message": message}) + "\n")
        else:
            stream.write(f"{message}; --limit sets how many\n")
        return 0
    end = view.end
    if as_json:
        line = end.place.line if end.place else None
        record = {
            "end": end.kind.value,
            "step": view.position.step,
            "exit_code": end.exit_code,
            "message": end.message,
            "line": line,
        }
        stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    else:
        stream.write(f"{end.kind.value}, exit code {end.exit_code}{': ' + visible(end.message) if end.message else ''}\n")
    return 0


def json_line(event: EventRow) -> str:
    """An event as a JSON object."""
    record = {
        "step": event.step,
        "line": event.line,
        "thread": event.thread,
        "event": event.kind,
        "text": event.text,
        "subjects": sorted(event.subjects),
    }
    return json.dumps(record, ensure_ascii=False)


def text_line(event: EventRow) -> str:
    """An event as a line of text."""
    return f"{event.step:>6}  line {event.line:<4} {event.kind:<8} {visible(event.text)}"
