"""asciicast v2: what a recording file looks like (https://docs.asciinema.org/manual/asciicast/v2/).

The first line is a header object, each further line an event `[seconds, kind, data]`: "o" output, "m" a marker (a chapter's
name), "r" a change of size. Times are whole milliseconds, so that the same recording always has the same bytes.
"""

from __future__ import annotations

import json
from typing import Any


def header_line(width: int, height: int, title: str, timestamp: int | None = None) -> str:
    """The header. Without a timestamp it depends on its arguments only."""
    header: dict[str, Any] = {"version": 2, "width": width, "height": height}
    if timestamp is not None:
        header["timestamp"] = timestamp
    if title:
        header["title"] = title
    header["env"] = {"TERM": "xterm-256color"}
    return json.dumps(header, ensure_ascii=False) + "\n"


def event_line(milliseconds: int, kind: str, data: str) -> str:
    """One event."""
    return f"[{milliseconds // 1000}.{milliseconds % 1000:03d}, {json.dumps(kind)}, {json.dumps(data, ensure_ascii=False)}]\n"
