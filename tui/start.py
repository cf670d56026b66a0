"""Starting the app on a program, on the gallery, or on the log of a session: where the command line meets Textual."""

from __future__ import annotations

import gc
from pathlib import Path

from tui.app import CrabwalkApp
from tui.loading import Program
from tui.recording.session_log import LogWriter, SessionLog
from tui.screens.debugger import DebuggerScreen


def start_app(program: Program | None, theme: str, log: str | None) -> int:
    """Run the app on a program, or on the gallery, until the person leaves; gives the exit code.

    Raises:
        OSError: the log can't be written.
    """
    writers: list[LogWriter] = []

    def opened(screen: DebuggerScreen) -> None:
        if log is not None:
            shown = screen.program
            writer = LogWriter(Path(log), shown.name, shown.text, shown.edition, shown.stdin)
            writers.append(writer)
            screen.on_action = writer.write

    app = CrabwalkApp(program, theme=theme, on_open=opened)
    try:
        return _run(app)
    finally:
        for writer in writers:
            writer.close()


def _run(app: CrabwalkApp) -> int:
    """Run an app; a fault of ours that ended it is raised again, now that the terminal is as it was."""
    gc.enable()
    try:
        code = app.run()
    finally:
        app.recording.stop()
    if app.fault is not None:
        raise app.fault
    return code or 0


def play_log(log: SessionLog, theme: str) -> int:
    """Run the app and walk a recorded session again; gives the exit code."""

    def opened(screen: DebuggerScreen) -> None:
        screen.replay = list(log.actions)

    return _run(CrabwalkApp(Program(log.name, log.text, log.edition, log.stdin), theme=theme, on_open=opened))
