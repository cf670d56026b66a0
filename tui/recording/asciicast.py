"""asciicast: what a recording file looks like, in version 2 (https://docs.asciinema.org/manual/asciicast/v2/) and version 3
(https://docs.asciinema.org/manual/asciicast/v3/).

The first line is a header object, each further line an event `[seconds, kind, data]`: "o" output, "m" a marker (a chapter's
name), "r" a change of size, "x" (version 3) the end. In version 2 an event's time counts from the start, in version 3 from the
event before. Times are whole milliseconds, so that the same recording always has the same bytes.
"""

from __future__ import annotations

import json

from interpreter.hints import Any

VERSIONS = (2, 3)


class CastWriter:
    """Writes the lines of a recording; `version` says how."""

    def __init__(self, version: int = 2) -> None:
        assert version in VERSIONS
        self.version = version
        self._last = 0

    def header(self, width: int, height: int, title: str, timestamp: int | None = None) -> str:
        """The header. Without a timestamp it depends on its arguments only."""
        header: dict[str, Any] = {"version": self.version}
        if self.version == 2:
            header |= {"width": width, "height": height}
        else:
            header["term"] = {"cols": width, "rows": height, "type": "xterm-256color"}
        if timestamp is not None:
            header["timestamp"] = timestamp
        if title:
            header["title"] = title
        if self.version == 2:
            header["env"] = {"TERM": "xterm-256color"}
        return json.dumps(header, ensure_ascii=False) + "\n"

    def event(self, milliseconds: int, kind: str, data: str) -> str:
        """One event, `milliseconds` after the start."""
        shown = milliseconds if self.version == 2 else milliseconds - self._last
        self._last = milliseconds
        return f"[{shown // 1000}.{shown % 1000:03d}, {json.dumps(kind)}, {json.dumps(data, ensure_ascii=False)}]\n"

    def end(self, milliseconds: int) -> str:
        """What stands after the last event: in version 3 the exit status."""
        return self.event(milliseconds, "x", "0") if self.version == 3 else ""
