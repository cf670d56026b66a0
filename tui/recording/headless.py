"""`crabwalk record`: a script is carried out in the app without a terminal, on a virtual clock, and becomes an asciicast.

In: a program, commands, a size. Out: the text of the recording. The same input gives the same bytes on every machine: the time
of an event is counted from the script alone, and each frame is taken when the app has come to rest.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Sequence
from dataclasses import dataclass, field

from textual.pilot import Pilot

from tui.app import CrabwalkApp
from tui.loading import Loader, Program, load
from tui.recording.asciicast import CastWriter
from tui.recording.frames import CLEAR, RESTORE, Frame, capture, difference
from tui.recording.script import Command
from tui.screens.debugger import DebuggerScreen

_DEFAULT_SPEED = 1.5
_LONGEST_WALK = 2000


class RecordingFailed(Exception):
    """A command of the script could not be carried out; the message begins with its place in the script."""


@dataclass(frozen=True, slots=True)
class Recording:
    """What a script was made into: the text of a cast file, and its last screen as an SVG picture."""

    cast: str
    picture: str


@dataclass
class _Cast:
    """The recording in the making: lines, the clock in milliseconds, and what the terminal shows."""

    writer: CastWriter
    lines: list[str]
    clock: int = 0
    shown: Frame | None = None
    data: list[str] = field(default_factory=list)

    def frame(self, app: CrabwalkApp) -> None:
        """Add what has changed on the screen."""
        new = capture(app)
        output = difference(self.shown, new)
        if self.shown is None:
            output = CLEAR + output
        self.shown = new
        if output:
            self.lines.append(self.writer.event(self.clock, "o", output))


def record(
    program: Program,
    commands: Sequence[Command],
    size: tuple[int, int],
    theme: str,
    title: str,
    loader: Loader = load,
    version: int = 2,
) -> Recording:
    """The recording, as asciicast of a version, and the last screen.

    Raises:
        RecordingFailed: a command could not be carried out.
    """
    gc.enable()
    return asyncio.run(_record(program, commands, size, theme, title, loader, version))


async def _record(
    program: Program, commands: Sequence[Command], size: tuple[int, int], theme: str, title: str, loader: Loader, version: int
) -> Recording:
    app = CrabwalkApp(program, loader, theme)
    app.animation_level = "none"
    writer = CastWriter(version)
    cast = _Cast(writer, [writer.header(*size, title)])
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, DebuggerScreen)
        await _settle(pilot, screen)
        cast.frame(app)
        speed = _DEFAULT_SPEED
        for command in commands:
            if command.kind == "wait":
                cast.clock += round(command.number * 1000)
            elif command.kind == "speed":
                speed = command.number
            elif command.kind == "quit":
                break
            else:
                await _carry_out(pilot, screen, command, cast, speed)
        picture = app.export_screenshot(title=title)
    cast.lines.append(writer.event(cast.clock, "o", RESTORE))
    cast.lines.append(writer.end(cast.clock))
    return Recording("".join(cast.lines), picture)


async def _settle(pilot: Pilot[int], screen: DebuggerScreen) -> None:
    """Wait until nothing runs any more and all messages have been dealt with."""
    await pilot.pause()
    while screen.busy:
        await pilot.pause()
    await pilot.pause()


async def _carry_out(pilot: Pilot[int], screen: DebuggerScreen, command: Command, cast: _Cast, speed: float) -> None:
    app = pilot.app
    assert isinstance(app, CrabwalkApp)
    if command.kind == "caption":
        screen.caption = command.text or ""
        screen.refresh_bars()
        if command.text:
            cast.lines.append(cast.writer.event(cast.clock, "m", command.text))
        cast.frame(app)
        return
    if command.kind == "walk":
        await _walk_to_end(pilot, screen, cast, speed)
        return
    for _ in range(command.count):
        cast.clock += round(1000 / speed)
        screen.pressed = command.shown
        if command.kind == "key":
            await _press(pilot, command)
        else:
            screen.perform(command.action, command.text)
        await _settle(pilot, screen)
        if screen.rejection:
            raise RecordingFailed(f"{command.where}: {command.shown}: {screen.rejection.replace('`', '')}")
        cast.frame(app)


async def _press(pilot: Pilot[int], command: Command) -> None:
    if command.text in ("space", "r", "q", "ctrl+q"):
        raise RecordingFailed(
            f"{command.where}: key {command.text}: playing, recording and leaving have no place in a script; "
            "use step, wait and quit"
        )
    await pilot.press(command.text or "")


async def _walk_to_end(pilot: Pilot[int], screen: DebuggerScreen, cast: _Cast, speed: float) -> None:
    app = pilot.app
    assert isinstance(app, CrabwalkApp)
    for _ in range(_LONGEST_WALK):
        if screen.view is None or screen.view.end is not None:
            return
        cast.clock += round(1000 / speed)
        screen.perform("step")
        await _settle(pilot, screen)
        cast.frame(app)
        if screen.rejection:
            return
