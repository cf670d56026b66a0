"""The Textual app: holds the themes, the command palette and the screens; everything else is in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from textual import events
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.driver import Driver
from textual.screen import Screen

from interpreter.hints import ClassVar
from tui.actions import ACTIONS, key_text
from tui.loading import Loader, Program, load
from tui.recording.live import LiveRecording, recording_driver
from tui.screens.debugger import DebuggerScreen
from tui.theme import DARK, STYLE_NAMES, THEMES


class CrabwalkApp(App[int]):
    """The app, on one program or (with none) on the gallery."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{name}" for name in STYLE_NAMES}
    CSS_PATH = Path(__file__).parent / "crabwalk.tcss"
    TITLE = "crabwalk"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        program: Program | None = None,
        loader: Loader = load,
        theme: str = DARK.name,
        driver_class: type[Driver] | None = None,
        on_open: Callable[[DebuggerScreen], None] | None = None,
    ) -> None:
        self.recording = LiveRecording()
        self.fault: Exception | None = None
        """The exception that ended the app, if one did."""
        super().__init__(driver_class=driver_class, ansi_color=True if os.environ.get("NO_COLOR") else None)
        for item in THEMES:
            self.register_theme(item)
        self.theme = theme if theme in self.available_themes else DARK.name
        self.loader = loader
        self._program = program
        self._on_open = on_open

    def get_driver_class(self) -> type[Driver]:
        return recording_driver(super().get_driver_class(), self.recording)

    def _handle_exception(self, error: Exception) -> None:
        """An exception that nobody caught: leave with the exit code of internal errors instead of a traceback on the terminal.

        Textual has no public way to this; under test the exception goes where tests see it.
        """
        if self.is_headless:
            super()._handle_exception(error)
        elif self.fault is None:
            self.fault = error
            self.exit(70)

    def on_mount(self) -> None:
        if self._program is not None:
            self.open_program(self._program)
        else:
            from tui.screens.gallery import GalleryScreen

            self.push_screen(GalleryScreen())

    def on_resize(self, event: events.Resize) -> None:
        self.recording.resized(event.size.width, event.size.height)

    def open_program(self, program: Program) -> DebuggerScreen:
        """Put a program on the screen, over whatever is there."""
        screen = DebuggerScreen(program, self.loader)
        if self._on_open is not None:
            self._on_open(screen)
        self.push_screen(screen)
        return screen

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The command palette: every action of the registry, and the themes."""
        if isinstance(screen, DebuggerScreen):
            for action in ACTIONS:
                title = f"{action.description[:1].upper()}{action.description[1:]}"
                yield SystemCommand(
                    title, f"{action.name}   {key_text(action.keys[0])}", lambda name=action.name: screen.perform(name)
                )
        for theme in THEMES:
            yield SystemCommand(f"Theme {theme.name}", "change the colours", lambda name=theme.name: self._use_theme(name))

    def _use_theme(self, name: str) -> None:
        self.theme = name
