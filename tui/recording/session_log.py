"""The log of a session: the program's text and every command, one JSON object a line; `crabwalk play` walks it again.

The first line is `{"crabwalk": 1, "file": ..., "edition": ..., "text": ..., "stdin": ...}`, each further one
`{"action": ..., "argument": ...}`. Lines are flushed as they are written; a line that was cut off at the end of the file
is passed over when reading.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from interpreter.hints import IO
from tui.actions import BY_NAME

_FORMAT = 1


class LogError(Exception):
    """A log that can't be read, in one line."""


@dataclass(frozen=True, slots=True)
class SessionLog:
    """A session that was recorded."""

    name: str
    text: str
    edition: int
    stdin: str
    actions: tuple[tuple[str, str | None], ...]


class LogWriter:
    """Writes a log as the session goes on."""

    def __init__(self, path: Path, name: str, text: str, edition: int, stdin: str = "") -> None:
        """Begin the log.

        Raises:
            OSError: the file can't be written.
        """
        self._file: IO[str] = path.open("w", encoding="utf-8", newline="\n")
        self._put({"crabwalk": _FORMAT, "file": name, "edition": edition, "text": text, "stdin": stdin})

    def _put(self, record: dict[str, object]) -> None:
        self._file.write(json.dumps(record, ensure_ascii=False) + "\n")
        self._file.flush()

    def write(self, action: str, argument: str | None) -> None:
        """Log an action that is carried out."""
        self._put({"action": action} if argument is None else {"action": action, "argument": argument})

    def close(self) -> None:
        self._file.close()


def read_log(path: Path) -> SessionLog:
    """Read a log.

    Raises:
        LogError: the file can't be read, or it is no log of a session.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise LogError(f"{path}: {reason}") from None
    head = _object(lines[0])
    if head is None or head.get("crabwalk") != _FORMAT:
        raise LogError(f"{path} is not the log of a crabwalk session (a cast file is played with `asciinema play`)")
    actions: list[tuple[str, str | None]] = []
    for number, line in enumerate(lines[1:], 2):
        record = _object(line)
        if record is None:
            if line.strip() and number < len(lines):
                raise LogError(f"{path}:{number}: not a command of a session")
            continue
        action, argument = record.get("action"), record.get("argument")
        if action not in BY_NAME:
            raise LogError(f"{path}:{number}: there is no action {action!r}")
        actions.append((str(action), None if argument is None else str(argument)))
    edition = head.get("edition")
    edition = edition if edition in (2021, 2024) else 2021
    return SessionLog(str(head.get("file")), str(head.get("text")), edition, str(head.get("stdin", "")), tuple(actions))


def _object(line: str) -> dict[str, object] | None:
    try:
        record = json.loads(line)
    except ValueError:
        return None
    return record if isinstance(record, dict) else None
