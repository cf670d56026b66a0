"""Recording a live session: what the app writes to the terminal also goes to a cast file, event by event.

Each event is flushed as it is written, so that a killed app leaves a file that plays.
"""

from __future__ import annotations

import time
from pathlib import Path

from textual.driver import Driver

from interpreter.hints import IO
from tui.recording.asciicast import CastWriter
from tui.recording.frames import CLEAR, RESTORE


class LiveRecording:
    """The recorder of an app. `feed` gets all output, whether or not a recording is going on."""

    def __init__(self) -> None:
        self._file: IO[str] | None = None
        self._began = 0.0
        self._cast = CastWriter()

    def start(self, program: str, width: int, height: int, folder: Path | None = None) -> str:
        """Begin a recording in a new file of the folder (default: the working directory); gives its path.

        Raises:
            OSError: the file can't be made.
        """
        stem = Path(program).stem or "session"
        folder = folder or Path()
        number = 1
        while True:
            path = folder / f"{stem}-{number}.cast"
            try:
                self._file = path.open("x", encoding="utf-8", newline="\n")
                break
            except FileExistsError:
                number += 1
        self._began = time.monotonic()
        self._cast = CastWriter()
        self._file.write(self._cast.header(width, height, Path(program).name, int(time.time())))
        self.feed(CLEAR)
        return str(path)

    def feed(self, data: str) -> None:
        """Output that the terminal gets."""
        self._write("o", data)

    def resized(self, width: int, height: int) -> None:
        """The terminal has another size."""
        self._write("r", f"{width}x{height}")

    def _write(self, kind: str, data: str) -> None:
        if self._file is not None and data:
            self._file.write(self._cast.event(round((time.monotonic() - self._began) * 1000), kind, data))
            self._file.flush()

    def stop(self) -> None:
        """End the recording."""
        if self._file is not None:
            self.feed(RESTORE)
            self._file.close()
            self._file = None


def recording_driver(base: type[Driver], recording: LiveRecording) -> type[Driver]:
    """The driver class for a terminal, with a recorder listening to what it writes."""

    class RecordingDriver(base):  # type: ignore[misc, valid-type]
        """Tells the recorder, then writes to the terminal: what has been seen has been recorded."""

        def write(self, data: str) -> None:
            recording.feed(data)
            super().write(data)

    return RecordingDriver
