"""What each action of the registry does: the methods `do_...` of the debugger screen, and its answers to the panes' messages."""

from __future__ import annotations

from dataclasses import replace

from textual.timer import Timer

from interpreter.debugger.protocol import CommandRejected, ResumeMode, Session
from interpreter.debugger.view import ThreadState, Zoom
from interpreter.diagnostics import Diagnostic
from interpreter.hints import TYPE_CHECKING
from tui.layout import BOTTOM_PANES, SIDE_PANES
from tui.panes.errors import ErrorsPane, Station
from tui.panes.source import SourcePane
from tui.panes.timeline import TimelinePane
from tui.rows import Row
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from tui.screens.debugger import DebuggerScreen

HEAP_PAGE = 200
"""How many more allocations the heap pane asks for at a time."""
_ZOOMS = (Zoom.IDEA, Zoom.FIELDS, Zoom.BYTES)
_SPEEDS = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0)


def input_text(shown: str) -> str:
    """Input as it was typed in one line: `\\n` ends a line, and so does the end."""
    return shown.replace("\\n", "\n") + ("\n" if shown and not shown.endswith("\\n") else "")


def shown_input(text: str) -> str:
    """Input in one line, to be edited."""
    return text.removesuffix("\n").replace("\n", "\\n")


class Commands:
    """The action handlers. A mix-in of `DebuggerScreen`: state that only commands need, and nothing of layout or painting."""

    def start_commands(self) -> None:
        """Set up the state of the commands."""
        self.selected: str | None = None
        self.unfolded: set[str] = set()
        self.zoom_level = Zoom.IDEA
        self.heap_filter = ""
        self.heap_count = HEAP_PAGE
        self.stations: list[Station] = []
        self.watched: dict[str, str] = {}
        """What is watched: subject -> what it is called."""
        self.message = ""
        self.message_style = "warning"
        self.pressed = ""
        self.playing = False
        self.speed = 2.0
        self.recording_path: str | None = None
        self.rejection = ""
        """Why the last action could not be carried out; empty when it was."""
        self.replay: list[tuple[str, str | None]] = []
        """Actions of a recorded session that are still to be walked again."""
        self._replay_timer: Timer | None = None
        self._station_at = -1
        self._searched = ""
        self._opened: str | None = None
        self._play_timer: Timer | None = None

    @property
    def _screen(self) -> DebuggerScreen:
        from tui.screens.debugger import DebuggerScreen

        assert isinstance(self, DebuggerScreen)
        return self

    def _session(self) -> Session:
        session = self._screen.session
        assert session is not None
        return session

    # Walking -----------------------------------------------------------------------------------------------------

    def _resume(self, mode: ResumeMode) -> None:
        self._screen.run_command(lambda budget: self._session().resume(mode, budget))

    def _times(self, argument: str | None, mode: ResumeMode) -> None:
        count = int(argument) if argument else 1
        for _ in range(count):
            self._resume(mode)
            if self.message:
                break

    def do_step(self, argument: str | None = None) -> None:
        self._times(argument, ResumeMode.STEP)

    def do_step_back(self, argument: str | None = None) -> None:
        self._times(argument, ResumeMode.STEP_BACK)

    def do_over(self, argument: str | None = None) -> None:
        self._times(argument, ResumeMode.OVER)

    def do_over_back(self, argument: str | None = None) -> None:
        self._times(argument, ResumeMode.OVER_BACK)

    def do_out(self) -> None:
        self._resume(ResumeMode.OUT)

    def do_out_back(self) -> None:
        self._resume(ResumeMode.OUT_BACK)

    def do_continue(self) -> None:
        self._resume(ResumeMode.CONTINUE)

    def do_reverse_continue(self) -> None:
        self._resume(ResumeMode.CONTINUE_BACK)

    def do_start(self) -> None:
        self._screen.run_command(lambda _budget: self._session().run_to_start())

    def do_end(self) -> None:
        self._screen.run_command(lambda budget: self._session().run_to_end(budget))

    def do_goto(self, argument: str | None = None) -> None:
        if argument is None:
            self._ask("Go to a step (41) or to a line (:9)", "", "goto")
            return
        text = argument.strip()
        number = text.removeprefix(":").removeprefix("line").strip()
        if not number.isdigit():
            self._screen.reject(f"`{text}` is neither a step (41) nor a line (:9)")
        elif number == text:
            self._screen.run_command(lambda budget: self._session().seek(int(number), budget))
        else:
            self._screen.run_command(lambda budget: self._session().goto_line(int(number), budget))

    def do_thread(self, argument: str | None = None) -> None:
        view = self._screen.view
        if argument is None:
            chosen = (self.selected or "").removeprefix("T")
            ready = [str(th.index) for th in view.threads if th.state is ThreadState.RUNNING] if view is not None else []
            others = [n for n in ready if view is not None and int(n) != view.thread]
            if not chosen.isdigit():
                later = [n for n in others if view is not None and int(n) > view.thread]
                chosen = (later or others or [""])[0]
            if not chosen:
                self._screen.reject("no other thread can run now")
                return
            self._screen.perform("thread", chosen)
        elif argument.isdigit():
            self._screen.run_command(lambda _budget: self._session().choose_thread(int(argument)))
        else:
            self._screen.reject(f"`{argument}` is not the number of a thread")

    # Playing -----------------------------------------------------------------------------------------------------

    def do_play(self) -> None:
        if self.playing:
            self.stop_playing()
        else:
            self.playing = True
            self._play_timer = self._screen.set_interval(1 / self.speed, self._play_step)

    def stop_playing(self) -> None:
        self.playing = False
        if self._play_timer is not None:
            self._play_timer.stop()
            self._play_timer = None

    def _play_step(self) -> None:
        view = self._screen.view
        if view is None or view.end is not None:
            self.stop_playing()
            self._screen.refresh_bars()
        elif not self._screen.busy:
            self._resume(ResumeMode.STEP)

    def start_replay(self) -> None:
        """Begin to walk a recorded session again, an action at a time."""
        if self.replay:
            self._replay_timer = self._screen.set_interval(0.6, self._replay_next)

    def stop_replay(self) -> None:
        self.replay.clear()
        if self._replay_timer is not None:
            self._replay_timer.stop()
            self._replay_timer = None

    def _replay_next(self) -> None:
        if self._screen.busy or self._screen.loaded is None:
            return
        if not self.replay:
            self.stop_replay()
            self._screen.refresh_bars()
            return
        name, argument = self.replay.pop(0)
        self._screen.perform(name, argument)

    def _change_speed(self, by: int) -> None:
        index = min(range(len(_SPEEDS)), key=lambda i: abs(_SPEEDS[i] - self.speed))
        self.speed = _SPEEDS[max(0, min(index + by, len(_SPEEDS) - 1))]
        if self._play_timer is not None:
            self._play_timer.stop()
            self._play_timer = self._screen.set_interval(1 / self.speed, self._play_step)
        self._screen.say(f"{self.speed:g} steps a second", "ok")

    def do_faster(self) -> None:
        self._change_speed(1)

    def do_slower(self) -> None:
        self._change_speed(-1)

    # Breakpoints and questions -----------------------------------------------------------------------------------

    def do_break(self, argument: str | None = None) -> None:
        if argument is None:
            self._screen.perform("break", str(self._screen.source_pane.cursor_line))
            return
        if not argument.strip().isdigit():
            self._screen.reject(f"`{argument}` is not a line number")
            return
        line = int(argument)
        try:
            at = self._session().toggle_breakpoint(line)
        except CommandRejected as rejected:
            self._screen.reject(rejected.message)
            return
        self._screen.refresh_view()
        if at != line:
            self._screen.say(f"there is no code in line {line}: the breakpoint is at line {at}", "ok")

    def do_stop_at(self, argument: str | None = None) -> None:
        if argument is None:
            name = self.selected_name()
            self._ask(
                "Stop at which event? (drop a, move, borrow b, count H1, any name)", f"any {name}" if name else "", "stop-at"
            )
            return
        try:
            is_set = self._session().toggle_event_stop(argument)
        except CommandRejected as rejected:
            self._screen.reject(rejected.message)
            return
        self._screen.refresh_view()
        self._screen.say(f"`c` and `C` {'stop' if is_set else 'no longer stop'} at: {argument}", "ok")

    def selected_name(self) -> str:
        """What the selected thing is called, empty if nothing is selected."""
        view = self._screen.view
        variables = [item for frame in view.frames for item in frame.variables] if view is not None else []
        return next((item.name for item in variables if item.subject == self.selected), self.selected or "")

    def do_clear_breaks(self) -> None:
        view = self._screen.view
        for line in view.breakpoints if view else ():
            self._session().toggle_breakpoint(line)
        for stop in view.event_stops if view else ():
            self._session().toggle_event_stop(stop)
        self._screen.refresh_view()

    def do_search(self, argument: str | None = None) -> None:
        if argument is None:
            self._ask("Find over all time", self._searched, "search")
        elif argument:
            self._searched = argument
            self._search(backward=False)

    def do_search_next(self) -> None:
        self._search(backward=False) if self._searched else self.do_search()

    def do_search_previous(self) -> None:
        self._search(backward=True) if self._searched else self.do_search()

    def _search(self, backward: bool) -> None:
        view = self._screen.view
        if view is None:
            return
        found = self._session().search(self._searched, view.position.step, backward)
        if found is None:
            direction = "before" if backward else "after"
            self._screen.reject(
                f"nothing {direction} this step has `{self._searched}` in it (steps not yet walked are not searched)"
            )
            return
        self._screen.perform("goto", str(found.step))
        if not self.message:
            self._screen.say(f"found: {found.text}", "ok")

    def do_why(self) -> None:
        from tui.screens.dialogs import Reader, why_page

        screen = self._screen
        if screen.session is None:
            self.do_next_label()
            return
        screen.app.push_screen(Reader("Why?", why_page(screen.session.why(self.selected))))

    def do_next_label(self) -> None:
        self._visit_label(1)

    def do_previous_label(self) -> None:
        self._visit_label(-1)

    def _visit_label(self, by: int) -> None:
        if self.stations:
            self.visit((self._station_at + by) % len(self.stations) if self._station_at >= 0 else 0)

    def visit(self, index: int) -> None:
        """Go to a place of a diagnostic: the source shows it, what the diagnostic says around it, and the loans it is about."""
        self._station_at = index
        station, screen = self.stations[index], self._screen
        self.show_diagnostic(station.diagnostic, station)
        if screen.errors_pane.display:
            screen.errors_pane.reveal_line(station.where.line)
        screen.say(f"{index + 1} of {len(self.stations)}, line {station.where.line}: {station.text}", "ok")

    def show_diagnostic(self, diagnostic: Diagnostic, at: Station | None) -> None:
        """Have the source say what a diagnostic says."""
        screen = self._screen
        loans = screen.session.disputed_loans(diagnostic) if screen.session is not None else ()
        screen.source_pane.visit([item for item in self.stations if item.diagnostic is diagnostic], at, loans)

    def leave_diagnostic(self) -> None:
        """Back to the moment that the walk stands at."""
        self._station_at = -1
        self._screen.source_pane.visit((), None, ())

    def do_explain(self) -> None:
        from tui.explain import known_codes
        from tui.screens.dialogs import ExplanationReader

        diagnostic = self.stations[max(self._station_at, 0)].diagnostic
        if diagnostic.code not in known_codes():
            self._screen.reject(f"there is no page about {diagnostic.code or 'this error'}")
            return
        self._screen.app.push_screen(ExplanationReader(diagnostic.code))

    def do_open(self) -> None:
        pane = self._screen.focused
        row = pane.current_row() if isinstance(pane, Lines) else None
        if isinstance(pane, Lines) and row is not None:
            self.open_row(pane, row)

    def open_row(self, pane: Lines, row: Row) -> None:
        """Go to the step that made what a row is about; again, to the next step that changed it."""
        screen = self._screen
        if screen.session is None:
            if row.line is not None:
                screen.source_pane.reveal_line(row.line)
            return
        if isinstance(pane, SourcePane) and row.line is not None:
            screen.perform("goto", f":{row.line}")
            return
        history = screen.session.history(row.subject) if row.subject else ()
        if history and screen.view is not None:
            now = screen.view.position.step
            again = self._opened == row.subject
            later = [entry for entry in history if entry.step > now] if again else list(history)
            self._opened = row.subject
            if not later:
                screen.say("nothing more happens to it in the steps known so far; Enter again goes to where it began")
                self._opened = None
                return
            screen.perform("goto", str(later[0].step))
            if not self.message:
                screen.say(f"{later[0].what} in step {later[0].step}", "ok")
        elif row.step is not None:
            screen.perform("goto", str(row.step))
        elif row.line is not None:
            screen.source_pane.reveal_line(row.line)

    def do_cancel(self) -> None:
        screen = self._screen
        if screen.interrupt():
            return
        if self.replay:
            self.stop_replay()
        elif self.playing:
            self.stop_playing()
        elif self.selected is not None:
            self.select(None)
        elif screen.layout_rule.wanted.zoomed is not None:
            self.do_zoom()

    # Looking -----------------------------------------------------------------------------------------------------

    def do_select(self, argument: str) -> None:
        """Select a subject, or the newest variable of that name."""
        view = self._screen.view
        variables = [item for frame in view.frames for item in frame.variables] if view is not None else []
        named = [item.subject for item in variables if item.name == argument and item.subject != argument]
        self.select(named[0] if named else argument)

    def select(self, subject: str | None) -> None:
        """Mark everything that has to do with a subject, in all panes."""
        if subject == self.selected:
            return
        self.selected = subject
        self._opened = None
        for pane in self._screen.panes():
            pane.selected = subject
            if pane.display:
                pane.update_lines()

    def do_next_pane(self) -> None:
        self._screen.focus_next(".pane")

    def do_previous_pane(self) -> None:
        self._screen.focus_previous(".pane")

    def do_pane_source(self) -> None:
        self._screen.show_pane("source")

    def do_pane_stack(self) -> None:
        self._screen.show_pane("stack")

    def do_pane_heap(self) -> None:
        self._screen.show_pane("heap")

    def do_pane_borrows(self) -> None:
        self._screen.show_pane("borrows")

    def do_pane_counts(self) -> None:
        self._screen.show_pane("counts")

    def do_pane_drops(self) -> None:
        self._screen.show_pane("drops")

    def do_pane_output(self) -> None:
        self._screen.show_pane("output")

    def do_pane_errors(self) -> None:
        self._screen.show_pane("errors")

    def do_pane_trace(self) -> None:
        self._screen.show_pane("trace")

    def do_pane_watch(self) -> None:
        self._screen.show_pane("watch")

    def do_watch(self) -> None:
        if self.selected is None:
            return
        if self.selected in self.watched:
            del self.watched[self.selected]
        else:
            self.watched[self.selected] = self.selected_name()
        self._screen.show_pane("watch", focus=False)
        self._screen.show_watched()

    def do_zoom(self) -> None:
        screen = self._screen
        wanted = screen.layout_rule.wanted
        pane = screen.focused.id if screen.focused is not None else None
        can_zoom = pane == "source" or pane in SIDE_PANES or pane in BOTTOM_PANES
        zoomed = pane if wanted.zoomed is None and can_zoom else None
        screen.apply_arrangement(replace(wanted, zoomed=zoomed))

    def do_fold(self, argument: str | None = None) -> None:
        if argument is not None:
            self.unfolded ^= {argument}
            self._screen.refresh_view()
            return
        pane = self._screen.focused
        row = pane.current_row() if isinstance(pane, Lines) else None
        fold = row.fold if row is not None else None
        if fold is not None:
            self._screen.perform("fold", fold)
        else:
            self._screen.reject("there is nothing to unfold here; put the cursor on a value with ▸")

    def do_lifetimes(self) -> None:
        source = self._screen.source_pane
        insertions = () if source.insertions else self._session().elided_lifetimes()
        source.show_insertions(insertions)
        if insertions:
            self._screen.say("lifetimes that are elided in signatures are written out; `l` hides them", "ok")
        elif not source.insertions:
            self._screen.say("elided lifetimes are hidden" if source.has_shown_any else "no lifetime is elided here", "ok")

    def do_closer(self) -> None:
        self.zoom_level = _ZOOMS[(_ZOOMS.index(self.zoom_level) + 1) % len(_ZOOMS)]
        self._screen.refresh_view()
        self._screen.say(f"values are drawn as {self.zoom_level.value}", "ok")

    def do_filter(self, argument: str | None = None) -> None:
        if argument is None:
            self._ask("Show only allocations with this in them (empty: all)", self.heap_filter, "filter")
            return
        self.heap_filter = argument
        self._screen.refresh_view()

    def _focused_lines(self) -> Lines | None:
        pane = self._screen.focused
        return pane if isinstance(pane, Lines) else None

    def do_cursor_up(self) -> None:
        if pane := self._focused_lines():
            pane.move_cursor(-1)

    def do_cursor_down(self) -> None:
        if pane := self._focused_lines():
            self._ask_for_more_heap(pane, 1)
            pane.move_cursor(1)

    def do_page_up(self) -> None:
        if pane := self._focused_lines():
            pane.move_cursor(1 - pane.page)

    def do_page_down(self) -> None:
        if pane := self._focused_lines():
            self._ask_for_more_heap(pane, pane.page)
            pane.move_cursor(pane.page - 1)

    def _ask_for_more_heap(self, pane: Lines, rows: int) -> None:
        """Going down past the allocations that the view holds asks for further ones."""
        view = self._screen.view
        if pane is not self._screen.heap_pane or view is None or view.heap_total <= len(view.heap):
            return
        if pane.cursor + rows >= pane.row_count() - 1:
            self.heap_count += HEAP_PAGE
            self._screen.refresh_view()

    def do_scroll_left(self) -> None:
        if pane := self._focused_lines():
            pane.scroll_by(0, -8)

    def do_scroll_right(self) -> None:
        if pane := self._focused_lines():
            pane.scroll_by(0, 8)

    # The program and the app -------------------------------------------------------------------------------------

    def do_record(self) -> None:
        screen = self._screen
        recording = screen.app.recording
        if self.recording_path is not None:
            path, self.recording_path = self.recording_path, None
            recording.stop()
            screen.say(f"recorded to {path}; play it with: asciinema play {path}", "ok")
            return
        try:
            self.recording_path = recording.start(screen.program.name, screen.app.size.width, screen.app.size.height)
        except OSError as error:
            screen.say(f"can't record: {error.strerror or error}", "error")
            return
        screen.refresh(layout=True)
        screen.say(f"recording to {self.recording_path}; `r` stops", "ok")

    def do_stdin(self, argument: str | None = None) -> None:
        screen = self._screen
        if argument is None:
            self._ask(
                "Standard input of the program (\\n ends a line); it begins anew", shown_input(screen.program.stdin), "stdin"
            )
        else:
            screen.restart(replace(screen.program, stdin=input_text(argument)))

    def do_help(self) -> None:
        from tui.screens.dialogs import Reader, help_page

        self._screen.app.push_screen(Reader("Keys", help_page()))

    def do_gallery(self) -> None:
        from tui.screens.gallery import GalleryScreen

        app = self._screen.app
        if any(isinstance(screen, GalleryScreen) for screen in app.screen_stack):
            app.pop_screen()
        else:
            app.switch_screen(GalleryScreen())

    def do_quit(self) -> None:
        self._screen.app.exit()

    def _ask(self, title: str, value: str, action: str) -> None:
        """Ask for an action's argument and carry it out."""
        from tui.screens.dialogs import Prompt

        def answered(text: str | None) -> None:
            if text is not None:
                self._screen.perform(action, text)

        self._screen.app.push_screen(Prompt(title, value), answered)

    # Messages of the panes ---------------------------------------------------------------------------------------

    def on_lines_row_chosen(self, message: Lines.RowChosen) -> None:
        if isinstance(message.pane, ErrorsPane):
            index = next((i for i, item in enumerate(self.stations) if item.where.line == message.row.line), None)
            if index is not None:
                self.visit(index)
        elif not isinstance(message.pane, SourcePane) and message.row.subject is not None:
            self._screen.perform("select", message.row.subject)

    def on_lines_row_opened(self, message: Lines.RowOpened) -> None:
        self.open_row(message.pane, message.row)
        self._screen.refresh_bars()

    def on_lines_tab_pressed(self, message: Lines.TabPressed) -> None:
        self._screen.show_pane(message.name)

    def on_lines_fold_pressed(self, message: Lines.FoldPressed) -> None:
        self._screen.perform("fold", message.subject)

    def on_source_pane_breakpoint_clicked(self, message: SourcePane.BreakpointClicked) -> None:
        if self._screen.session is not None:
            self._screen.perform("break", str(message.line))

    def on_timeline_pane_seek_requested(self, message: TimelinePane.SeekRequested) -> None:
        if self._screen.session is not None:
            self._screen.perform("goto", str(message.step))
