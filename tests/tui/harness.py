"""What tests of the app share: a running app on the hand-made session, and its screen as text."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from tests.tui.fake_session import MOVES, load_fake
from tui.app import CrabwalkApp
from tui.loading import Loader, Program
from tui.recording.frames import capture
from tui.screens.debugger import DebuggerScreen


@asynccontextmanager
async def running(
    size: tuple[int, int] = (160, 45), text: str = MOVES, loader: Loader = load_fake
) -> AsyncIterator[tuple[Pilot[int], DebuggerScreen]]:
    """The app on a program, loaded and at rest."""
    app = CrabwalkApp(Program("moves.rs", text), loader)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, DebuggerScreen)
        yield pilot, screen


def screen_text(app: CrabwalkApp) -> str:
    """What is on the screen, as lines of text without blanks at their ends."""
    lines = ("".join(char for char, _style in cells).rstrip() for cells in capture(app))
    return "\n".join(lines) + "\n"
