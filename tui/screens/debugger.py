"""The debugger screen: the panes around one session.

The session is the model. An action runs one command on it (in slices, so that the screen stays alive while a long run goes
on), then every visible pane is given the new view. Panes post messages; only this screen commands the session.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.layout import Layout
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from interpreter.debugger.protocol import CommandRejected, Session, Stop, StopReason
from interpreter.debugger.view import MachineView, ViewOptions
from interpreter.debugger.watch import value_in
from interpreter.hints import TYPE_CHECKING, ClassVar
from interpreter.source import SourceFile
from tui.actions import ACTIONS, BY_NAME, Situation
from tui.faults import internal_error_text
from tui.layout import BOTTOM_PANES, SIDE_PANES, WIDE_FROM, Arrangement, PaneLayout, arrange
from tui.loading import Loaded, Loader, Program
from tui.panes.borrows import BorrowsPane
from tui.panes.counts import CountsPane
from tui.panes.drops import DropsPane
from tui.panes.errors import ErrorsPane, stations_of
from tui.panes.heap import HeapPane
from tui.panes.output import OutputPane
from tui.panes.source import SourcePane
from tui.panes.stack import StackPane
from tui.panes.step import StepPane
from tui.panes.timeline import TimelinePane
from tui.panes.trace import TracePane
from tui.panes.watch import Watched, WatchPane
from tui.rows import Bit, Row
from tui.screens.commands import Commands
from tui.widgets.bars import Bar, footer_row, header_row
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from tui.app import CrabwalkApp

_SLICE_SECONDS = 0.05
_LONGEST_WITHOUT_VIEW = 0.3
_LARGEST_SLICE = 1_000_000


class PaneArea(Widget):
    """Holds the panes and puts them where `PaneLayout` says."""

    def __init__(self, panes: list[Lines], layout: PaneLayout) -> None:
        super().__init__(*panes, id="panes")
        self._pane_layout = layout

    @property
    def layout(self) -> Layout:
        return self._pane_layout


class DebuggerScreen(Commands, Screen[None]):
    """One program being walked through."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"act('{action.name}')", action.description, show=False) for action in ACTIONS for key in action.keys
    ]
    AUTO_FOCUS = "#source"
    app: CrabwalkApp

    def __init__(self, program: Program, loader: Loader) -> None:
        super().__init__()
        self.program = program
        self.loader = loader
        self.session: Session | None = None
        self.view: MachineView | None = None
        self.loaded: Loaded | None = None
        self.busy = False
        self.caption = ""
        self.on_action: Callable[[str, str | None], None] | None = None
        """Told of each action that is carried out (the session log)."""
        self.layout_rule = PaneLayout()
        self.source_pane = SourcePane(SourceFile(program.name, program.text), id="source")
        self.stack_pane = StackPane(id="stack", corner="┬")
        self.heap_pane = HeapPane(id="heap", corner="├")
        self.borrows_pane = BorrowsPane(id="borrows", corner="├")
        self.counts_pane = CountsPane(id="counts", corner="┬")
        self.drops_pane = DropsPane(id="drops", corner="├")
        self.output_pane = OutputPane(id="output")
        self.errors_pane = ErrorsPane(id="errors")
        self.trace_pane = TracePane(id="trace")
        self.watch_pane = WatchPane(id="watch")
        self.step_pane = StepPane(id="step")
        self.timeline_pane = TimelinePane(id="time")
        self.header = Bar(id="header")
        self.footer = Bar(id="footer")
        self._moment_panes: dict[str, Callable[[MachineView], None]] = {
            "source": self.source_pane.show,
            "stack": self.stack_pane.show,
            "heap": self.heap_pane.show,
            "borrows": self.borrows_pane.show,
            "counts": self.counts_pane.show,
            "drops": self.drops_pane.show,
            "step": self.step_pane.show,
            "output": self.output_pane.show,
            "trace": self.trace_pane.show,
        }
        self._area = PaneArea(self.panes(), self.layout_rule)
        self._places: dict[str, Region] = {}
        self._stale: set[str] = set()
        self._proceed_timer: Timer | None = None
        self._slice = 2000
        self._shown_at = 0.0
        self.start_commands()

    # Building and layout -----------------------------------------------------------------------------------------

    def panes(self) -> list[Lines]:
        """All panes, in the order in which Tab visits them."""
        return [
            self.header,
            self.source_pane,
            self.stack_pane,
            self.heap_pane,
            self.borrows_pane,
            self.counts_pane,
            self.drops_pane,
            self.step_pane,
            self.output_pane,
            self.errors_pane,
            self.trace_pane,
            self.watch_pane,
            self.timeline_pane,
            self.footer,
        ]

    def compose(self) -> ComposeResult:
        self.apply_arrangement(self.layout_rule.wanted)
        yield self._area

    def on_mount(self) -> None:
        self.refresh_bars()
        self.call_after_refresh(self._load)

    def on_resize(self, event: events.Resize) -> None:
        self.apply_arrangement(self.layout_rule.wanted)
        self.refresh_bars()

    @property
    def wide(self) -> bool:
        return self.app.size.width >= WIDE_FROM

    def apply_arrangement(self, wanted: Arrangement) -> None:
        """Show and hide panes as an arrangement says; panes that come into view are brought up to date."""
        self.layout_rule.wanted = wanted
        places = arrange(self.app.size, wanted)
        if places == self._places:
            return
        self._places = places
        for pane in self.panes():
            shown = pane.id in places
            if pane.id in SIDE_PANES:
                self._frame(pane, wanted)
            if pane.display != shown:
                pane.display = shown
                if shown:
                    self._stale.add(pane.id or "")
        self._area.refresh(layout=True)
        self.header.refresh(layout=True)  # A child's request makes the area forget how it was arranged.
        focused = self.focused
        if self.is_mounted and (focused is None or not focused.display):
            target = wanted.zoomed or ("source" if "source" in places else None)
            if target is not None:
                self.pane_by_id(target).focus()
        if self._stale:
            self.call_after_refresh(self._refresh_stale)

    def _frame(self, pane: Lines, wanted: Arrangement) -> None:
        """The left edge and the tabs that fit where a pane stands."""
        if not self.wide:
            tabs = tuple((name, f"{index}{name[0].upper()}") for index, name in enumerate(SIDE_PANES, 1))
            pane.set_frame("─" if wanted.zoomed == pane.id else "┬", tabs)
        elif wanted.errors_beside and pane.id == "errors":
            pane.set_frame("┬", ())
        elif pane.id in BOTTOM_PANES:
            pane.set_frame("─", tuple((name, name.capitalize()) for name in BOTTOM_PANES))
        else:
            corner = {"stack": "┬", "counts": "┬"}.get(pane.id or "", "├")
            pane.set_frame("─" if wanted.zoomed == pane.id else corner, ())

    def pane_by_id(self, name: str) -> Lines:
        return next(pane for pane in self.panes() if pane.id == name)

    def show_pane(self, name: str, focus: bool = True) -> None:
        """Bring a pane into view and give it the focus."""
        wanted = self.layout_rule.wanted
        zoomed = name if wanted.zoomed is not None else None
        beside = wanted.errors_beside and (name in ("errors", "source") or self.session is None)
        if name in BOTTOM_PANES and self.wide and not beside:
            wanted = replace(wanted, bottom=name, zoomed=zoomed, errors_beside=beside)
        elif name in SIDE_PANES:
            wanted = replace(wanted, side=name, zoomed=zoomed, errors_beside=beside)
        else:
            wanted = replace(wanted, zoomed=zoomed, errors_beside=beside)
        self.apply_arrangement(wanted)
        pane = self.pane_by_id(name)
        if pane.display and focus:
            pane.focus()
            pane.cursor_shown = True

    # Loading -----------------------------------------------------------------------------------------------------

    def restart(self, program: Program) -> None:
        """Begin anew, with another program or other input."""
        self.program = program
        self.loaded = self.session = self.view = None
        self.refresh_bars()
        self._load()

    def _load(self) -> None:
        self.run_worker(self._load_in_thread, thread=True, name="load")

    def _load_in_thread(self) -> None:
        loaded = self.loader(self.program)
        self.app.call_from_thread(self.attach, loaded)

    def attach(self, loaded: Loaded) -> None:
        """The program has been compiled: show the verdict and, where there is one, the session's first moment."""
        if not self.is_attached:
            return
        self.loaded = loaded
        self.message = self.rejection = ""  # What was said of keys pressed meanwhile no longer holds.
        self.session = loaded.session
        self.errors_pane.show_verdict(loaded.diagnostics, loaded.unsupported, loaded.problem)
        self.stations = [item for diagnostic in loaded.diagnostics for item in stations_of(diagnostic, self.program.name)]
        self.source_pane.show_diagnostics(loaded.diagnostics)
        rejected = bool(
            loaded.problem or loaded.unsupported or any(item.severity.value == "error" for item in loaded.diagnostics)
        )
        wanted = self.layout_rule.wanted
        if rejected:
            self.apply_arrangement(replace(wanted, bottom="errors", zoomed=None, errors_beside=True))
        if self.session is None:
            self._say_why_not(loaded)
        else:
            self.trace_pane.source = self.session
            self.refresh_view()
            if rejected:
                self.say("rustc rejects this program: `e` goes through the places, `x` explains, `s` walks it all the same")
        if rejected and self.stations:
            self.show_diagnostic(self.stations[0].diagnostic, None)
        self.refresh_bars()
        self.start_replay()

    def _say_why_not(self, loaded: Loaded) -> None:
        if loaded.problem:
            text = loaded.problem
        elif loaded.unsupported is not None:
            text = f"Not supported by crabwalk: {loaded.unsupported.construct}."
            if loaded.unsupported.span is not None:
                line = loaded.unsupported.span.source_callsite().line
                text = f"Not supported by crabwalk: {loaded.unsupported.construct}, in line {line}."
                self.source_pane.reveal_line(line)
        elif not any(item.severity.value == "error" for item in loaded.diagnostics):
            text = "rustc accepts this library, which has no `main` to walk through."
        else:
            text = "rustc rejects this program before there is anything to run: `e` goes through the places, `x` explains."
            if self.stations:
                self.source_pane.reveal_line(self.stations[0].where.line)
        self.step_pane.say(text)

    # The view ----------------------------------------------------------------------------------------------------

    def options(self) -> ViewOptions:
        return ViewOptions(
            zoom=self.zoom_level,
            unfolded=frozenset(self.unfolded),
            heap_count=self.heap_count,
            heap_filter=self.heap_filter,
        )

    def refresh_view(self) -> bool:
        """Give the session's view to every pane that is shown; the others are brought up to date when they come into view.

        False when there was none to give.
        """
        if self.session is None:
            return False
        try:
            self.view = self.session.view(self.options())
        except Exception as error:
            self.reject(internal_error_text(error))
            return False
        self._shown_at = perf_counter()
        if self.view.counts and not self.layout_rule.wanted.with_counts:
            self.apply_arrangement(replace(self.layout_rule.wanted, with_counts=True))
        for pane in self.panes():
            if pane.display:
                self._show_in(pane)
            else:
                self._stale.add(pane.id or "")
        self.refresh_bars()
        return True

    def _refresh_stale(self) -> None:
        for pane in self.panes():
            if pane.display and pane.id in self._stale:
                self._stale.discard(pane.id or "")
                self._show_in(pane)

    def _show_in(self, pane: Lines) -> None:
        view = self.view
        if view is None:
            return
        pane.selected = self.selected
        if isinstance(pane, (StackPane, HeapPane)):
            pane.zoom_level = self.zoom_level
        if isinstance(pane, HeapPane):
            pane.filter_text = self.heap_filter
        if isinstance(pane, TimelinePane):
            if self.session is not None:
                pane.show(view, self.session.timeline(pane.columns))
        elif isinstance(pane, WatchPane):
            self.show_watched()
        elif pane.id in self._moment_panes:
            self._moment_panes[pane.id](view)

    def show_watched(self) -> None:
        """Bring the watch pane up to date, if it is shown: each value costs a look at the step that made it."""
        session, view = self.session, self.view
        if session is None or view is None or not self.watch_pane.display:
            return
        self.watch_pane.show(
            [
                Watched(subject, label, value_in(view, subject), session.values(subject))
                for subject, label in self.watched.items()
            ],
            view.position.step,
        )

    def situation(self) -> Situation:
        view = self.view
        return Situation(
            loaded=self.loaded is not None,
            runnable=self.session is not None,
            at_start=view is None or view.position.step == 0,
            at_end=view is not None and view.end is not None,
            busy=self.busy,
            playing=self.playing,
            recording=self.recording_path is not None,
            has_diagnostics=bool(self.stations),
            has_selection=self.selected is not None,
        )

    def refresh_bars(self) -> None:
        """The header with the position, the footer with the message, the caption or the keys."""
        width = self.app.size.width
        words = []
        if self.loaded is None:
            words.append("checking…")
        if self.busy:
            words.append("running… Esc stops")
        elif self.playing:
            words.append(f"playing {self.speed:g}/s")
        if self.recording_path is not None:
            words.append("● recording")
        if self.replay:
            words.append(f"playing the session, {len(self.replay)} to go, Esc stops")
        self.header.show_row(header_row(self.program.name, self.view, "  ".join(words), width))
        if self.caption:
            self.footer.show_row(
                Row((Bit(" ▌ ", "accent"), Bit(self.caption, "title")), (Bit(self.pressed, "key"),) if self.pressed else ())
            )
        elif self.message:
            self.footer.show_text(self.message, self.message_style)
        elif self.pressed:
            row = footer_row(self.situation(), width - len(self.pressed) - 2)
            self.footer.show_row(Row(row.bits, (Bit(self.pressed, "key"), Bit(" "))))
        else:
            self.footer.show_row(footer_row(self.situation(), width))

    def say(self, text: str, style: str = "warning") -> None:
        """Show a sentence in the footer until the next action."""
        self.message, self.message_style = text, style
        self.refresh_bars()

    def reject(self, text: str) -> None:
        """Say why an action could not be carried out."""
        self.rejection = text
        self.say(text)

    # Running commands --------------------------------------------------------------------------------------------

    def action_act(self, name: str) -> None:
        """A key was pressed."""
        self.perform(name)

    def perform(self, name: str, argument: str | None = None) -> None:
        """Carry out an action of the registry, if it is available."""
        action = BY_NAME[name]
        self.message = self.rejection = ""
        if not action.available_when(self.situation()):
            self.reject(self._unavailable(name))
            return
        asks = argument is None and (action.argument or name == "fold")
        if self.on_action is not None and action.logged and not asks:
            self.on_action(name, argument)
        handler = getattr(self, f"do_{name.replace('-', '_')}")
        if argument is None:
            handler()
        else:
            handler(argument)
        if not self.message:
            self.refresh_bars()

    def _unavailable(self, name: str) -> str:
        if self.loaded is None:
            return "still checking the program"
        if self.session is None:
            return "there is nothing to walk through in this program"
        if self.busy:
            return "still running; Esc stops"
        now = self.situation()
        if now.at_end and name in ("step", "over", "out", "continue"):
            return "the program has ended; `S` steps back, Home goes to the start"
        if now.at_start and name in ("step-back", "over-back", "out-back", "reverse-continue", "start"):
            return "this is the start; `s` steps forward"
        return f"not now: {BY_NAME[name].description}"

    def run_command(self, command: Callable[[int], Stop]) -> None:
        """Run a command of the session in slices until it stops for another reason than its budget."""
        if self.session is None or self.busy:
            return
        self.leave_diagnostic()
        if self.layout_rule.wanted.errors_beside:
            wanted = self.layout_rule.wanted
            self.apply_arrangement(replace(wanted, errors_beside=False))
        self._run_slice(command)

    def _run_slice(self, command: Callable[[int], Stop]) -> None:
        began = perf_counter()
        try:
            stop = command(self._slice)
        except CommandRejected as rejected:
            self._finished(Stop(StopReason.DONE))
            self.reject(rejected.message)
            return
        except Exception as error:
            self._finished(Stop(StopReason.DONE))
            self.reject(internal_error_text(error))
            return
        if stop.reason is not StopReason.BUDGET:
            self._finished(stop)
            return
        taken = perf_counter() - began
        self._slice = max(200, min(int(self._slice * _SLICE_SECONDS / max(taken, 0.001)), self._slice * 4, _LARGEST_SLICE))
        self.busy = True
        self._proceed_timer = self.set_timer(0.001, self._take_up)
        if perf_counter() - self._shown_at > _LONGEST_WITHOUT_VIEW:
            self.refresh_view()
        else:
            self.refresh_bars()

    def _take_up(self) -> None:
        """Go on with a command whose budget was used up."""
        if self.session is not None and self.busy:
            self._run_slice(self.session.proceed)

    def _finished(self, stop: Stop) -> None:
        self.busy = False
        self._proceed_timer = None
        if self.playing and stop.reason is not StopReason.DONE:
            self.stop_playing()
        if self.refresh_view() and stop.message:
            self.say(stop.message, "ok")

    def interrupt(self) -> bool:
        """Stop a long run where it stands; whether there was one."""
        if not self.busy:
            return False
        if self._proceed_timer is not None:
            self._proceed_timer.stop()
        self._finished(Stop(StopReason.DONE, "stopped"))
        return True
