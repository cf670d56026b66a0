"""Tier two: real keys and clicks in the app on the hand-made session; tier three: looks compared with files."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.geometry import Region

from interpreter.debugger.protocol import ResumeMode, Stop, StopReason
from interpreter.debugger.view import DEFAULT_OPTIONS, HeapRow, MachineView, Value, ViewOptions
from interpreter.diagnostics import UnsupportedError
from interpreter.source import SourceFile, Span
from tests.tui.fake_session import MOVES, REJECTED, FakeSession, load_fake, load_rejected
from tests.tui.harness import running, screen_text
from tui.actions import ACTIONS
from tui.app import CrabwalkApp
from tui.loading import Loaded, Program
from tui.screens.debugger import DebuggerScreen
from tui.screens.dialogs import Prompt, Reader


def step_of(screen: DebuggerScreen) -> int:
    assert screen.view is not None
    return screen.view.position.step


def breakpoints_of(screen: DebuggerScreen) -> tuple[int, ...]:
    assert screen.view is not None
    return screen.view.breakpoints


async def test_stepping_forward_and_back_with_all_its_keys() -> None:
    async with running() as (pilot, screen):
        await pilot.press("s", "right", "f11")
        assert step_of(screen) == 3
        await pilot.press("S", "left")
        assert step_of(screen) == 1
        await pilot.press("S")
        assert step_of(screen) == 0
        await pilot.press("S")
        assert "this is the start" in screen.message
        await pilot.press("end")
        assert step_of(screen) == 20 and screen.view is not None and screen.view.end is not None
        await pilot.press("s")
        assert "the program has ended" in screen.message
        await pilot.press("home")
        assert step_of(screen) == 0


async def test_over_out_and_their_twins() -> None:
    async with running() as (pilot, screen):
        await pilot.press("s", "s", "s", "s", "s", "s", "s")
        assert step_of(screen) == 7
        await pilot.press("o")
        at = step_of(screen)
        assert at >= 10
        await pilot.press("n", "N")
        assert step_of(screen) <= at
        await pilot.press("o")
        assert "no caller" in screen.message


async def test_breakpoints_stop_both_ways() -> None:
    async with running() as (pilot, screen):
        screen.source_pane.reveal_line(14)
        await pilot.press("b")
        assert breakpoints_of(screen) == (14,)
        await pilot.press("c")
        assert step_of(screen) == 11 and "breakpoint at line 14" in screen.message
        await pilot.press("c")
        assert screen.view is not None and screen.view.end is not None
        await pilot.press("C")
        assert step_of(screen) == 12
        await pilot.press("B")
        assert not breakpoints_of(screen)


async def test_goto_by_step_and_by_line() -> None:
    async with running() as (pilot, screen):
        await pilot.press("g")
        assert isinstance(pilot.app.screen, Prompt)
        await pilot.press("1", "2", "enter")
        await pilot.pause()
        assert step_of(screen) == 12
        await pilot.press("g", "colon", "1", "6", "enter")
        await pilot.pause()
        assert step_of(screen) == 15
        await pilot.press("g", "x", "enter")
        await pilot.pause()
        assert "neither a step" in screen.message


async def test_search_finds_over_all_time() -> None:
    async with running() as (pilot, screen):
        await pilot.press("end", "home", "slash", "R", "c", "enter")
        await pilot.pause()
        assert step_of(screen) == 13 and "found" in screen.message
        await pilot.press("f3")
        assert step_of(screen) == 15
        await pilot.press("shift+f3")
        assert step_of(screen) == 13


async def test_selection_marks_related_rows_in_all_panes_and_enter_goes_to_its_making() -> None:
    async with running() as (pilot, screen):
        await pilot.press("s", "s", "s", "s", "s", "2", "down")
        await pilot.pause()
        assert screen.selected == "H2"
        assert "»" in screen_text(screen.app)
        marked = [row.text for row in screen.stack_pane.rows if row.concerns("H2")]
        assert len(marked) == 1 and " b " in marked[0]
        await pilot.press("enter")
        await pilot.pause()
        assert step_of(screen) == 3 and "made in step 3" in screen.message
        await pilot.press("enter")
        await pilot.pause()
        assert step_of(screen) == 4
        await pilot.press("escape")
        assert screen.selected is None


async def test_values_unfold_by_key_and_by_click() -> None:
    async with running() as (pilot, screen):
        await pilot.press("s", "s", "1", "down", "f")
        await pilot.pause()
        assert any("ptr" in row.text for row in screen.stack_pane.rows)
        row = next(index for index, item in enumerate(screen.stack_pane.rows) if item.fold == "f0.a")
        await pilot.click("#stack", offset=(3, row + 1))
        await pilot.pause()
        assert not any("ptr" in item.text for item in screen.stack_pane.rows)


async def test_mouse_sets_breakpoints_scrolls_and_seeks() -> None:
    async with running() as (pilot, screen):
        await pilot.press("end")
        await pilot.click("#source", offset=(1, 14))
        await pilot.pause()
        assert screen.view is not None and screen.view.breakpoints == (14,)
        await pilot.click("#time", offset=(9 + screen.timeline_pane.columns // 2, 1))
        await pilot.pause()
        assert 8 <= step_of(screen) <= 12
        await pilot.click("#output", offset=(12, 0))
        await pilot.pause()
        assert screen.errors_pane.display and not screen.output_pane.display


async def test_tab_zoom_and_pane_keys() -> None:
    async with running() as (pilot, screen):
        assert screen.source_pane.has_focus
        await pilot.press("tab")
        assert screen.stack_pane.has_focus
        await pilot.press("z")
        await pilot.pause()
        assert not screen.source_pane.display and screen.stack_pane.size.width == 160
        await pilot.press("z")
        await pilot.pause()
        assert screen.source_pane.display
        await pilot.press("8")
        await pilot.pause()
        assert screen.trace_pane.display and screen.focused is screen.trace_pane


async def test_narrow_shows_one_pane_at_a_time() -> None:
    async with running((80, 24)) as (pilot, screen):
        await pilot.press("s", "s", "s")
        assert screen.stack_pane.display and not screen.heap_pane.display
        await pilot.press("2")
        await pilot.pause()
        assert screen.heap_pane.display and not screen.stack_pane.display
        assert "H2" in screen_text(screen.app)


async def test_resizing_keeps_the_moment() -> None:
    async with running() as (pilot, screen):
        await pilot.press("s", "s", "s")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert step_of(screen) == 3 and not screen.heap_pane.display
        await pilot.resize_terminal(160, 45)
        await pilot.pause()
        assert screen.heap_pane.display and "H2" in screen_text(screen.app)


async def test_why_and_help_are_pages_to_read() -> None:
    async with running() as (pilot, screen):
        await pilot.press("s", "w")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Reader)
        assert "A String keeps its text on the heap." in screen_text(screen.app)
        await pilot.press("escape", "question_mark")
        await pilot.pause()
        text = screen_text(screen.app)
        assert "Shift+F10" in text
        await pilot.press("escape")
        await pilot.pause()
        assert screen.is_current


async def test_zoom_of_values_goes_round() -> None:
    async with running() as (pilot, screen):
        await pilot.press("s", "s", "v", "v")
        assert "bytes" in screen.message
        assert any("cap" in row.text and "05 00" in row.text for row in screen.stack_pane.rows)
        await pilot.press("v")
        assert "idea" in screen.message


async def test_playing_walks_by_itself_and_pauses() -> None:
    async with running() as (pilot, screen):
        screen.speed = 32.0
        await pilot.press("space")
        for _ in range(60):
            await pilot.pause(0.05)
            if step_of(screen) >= 2:
                break
        assert step_of(screen) >= 2
        await pilot.press("space")
        at = step_of(screen)
        await pilot.pause(0.1)
        assert step_of(screen) == at


async def test_rejected_program_opens_with_errors_beside_the_source_and_can_be_walked() -> None:
    async with running((160, 45), REJECTED, load_rejected) as (pilot, screen):
        text = screen_text(screen.app)
        assert "error[E0382]: borrow of moved value: `a`" in text and "value moved here" in text
        await pilot.press("e")
        assert screen.source_pane.cursor_line == 2 and "1 of 3, line 2" in screen.message
        await pilot.press("e", "e")
        assert screen.source_pane.cursor_line == 4
        await pilot.press("E")
        assert screen.source_pane.cursor_line == 3
        await pilot.press("x")
        assert "a value is used after it was moved" in screen_text(screen.app)
        await pilot.press("escape")
        await pilot.press("s")
        await pilot.pause()
        assert screen.stack_pane.display and step_of(screen) == 1


def load_unsupported(program: Program) -> Loaded:
    file = SourceFile(program.name, program.text)
    at = program.text.index("rc")
    return Loaded(None, (), UnsupportedError("`async` functions", Span(file, at, at + 2)))


async def test_unsupported_program_shows_what_and_where() -> None:
    async with running(loader=load_unsupported) as (pilot, screen):
        text = screen_text(screen.app)
        assert "Not supported by crabwalk: async functions, in line 3." in text
        assert screen.source_pane.cursor_line == 3
        await pilot.press("s")
        assert "nothing to walk through" in screen.message


async def test_a_fault_of_ours_is_said_and_the_app_stays_up() -> None:
    class Broken(FakeSession):
        def resume(self, mode: ResumeMode, budget: int | None = None) -> Stop:
            raise ZeroDivisionError("oh")

    async with running(loader=lambda program: Loaded(Broken())) as (pilot, screen):
        await pilot.press("s")
        assert "internal error: ZeroDivisionError: oh" in screen.message and "Traceback" not in screen_text(screen.app)
        await pilot.press("2")
        await pilot.pause()
        assert screen.focused is screen.heap_pane


async def test_what_is_said_while_the_program_is_checked_goes_when_it_is_ready() -> None:
    ready = threading.Event()

    def slow(program: Program) -> Loaded:
        ready.wait(10)
        return load_fake(program)

    app = CrabwalkApp(Program("moves.rs", MOVES), slow)
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        await pilot.press("s")
        assert "still checking" in screen_text(app)
        ready.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()
        assert "still checking" not in screen_text(app)


async def test_long_run_can_be_stopped() -> None:
    class Endless(FakeSession):
        def resume(self, mode: ResumeMode, budget: int | None = None) -> Stop:
            return Stop(StopReason.BUDGET)

        def proceed(self, budget: int | None = None) -> Stop:
            return Stop(StopReason.BUDGET)

    async with running(loader=lambda program: Loaded(Endless())) as (pilot, screen):
        screen.perform("continue")
        assert screen.busy
        await pilot.pause(0.05)
        await pilot.press("s")
        assert "still running" in screen.message
        await pilot.press("escape")
        assert not screen.busy and screen.message == "stopped"


async def test_every_action_has_its_method() -> None:
    missing = [action.name for action in ACTIONS if not hasattr(DebuggerScreen, f"do_{action.name.replace('-', '_')}")]
    assert not missing


async def test_only_changed_lines_are_repainted(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as (pilot, screen):
        await pilot.press("end", "home", "s", "s", "s")
        await pilot.pause()
        screen_text(screen.app)
        dirty: list[Region] = []

        def refresh(*regions: Region, **_options: bool) -> None:
            dirty.extend(regions)

        monkeypatch.setattr(screen.source_pane, "refresh", refresh)
        await pilot.press("s")
        assert 0 < len(dirty) <= 4 and all(region.height == 1 for region in dirty)


async def test_source_is_painted_before_the_program_has_been_compiled() -> None:
    app = CrabwalkApp(Program("moves.rs", MOVES), load_fake)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, DebuggerScreen)
        assert "fn take" in "".join(bit.text for bit in screen.source_pane.row_at(4).bits)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert screen.session is not None


async def test_no_colour_leaves_every_meaning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running() as (pilot, screen):
        await pilot.press("s", "s", "s", "s", "s", "2", "down")
        await pilot.pause()
        from tui.recording.frames import capture

        colours = {
            style.color
            for cells in capture(screen.app)
            for _char, style in cells
            if style.color is not None and not style.color.is_default
        }
        assert not colours
        assert "»" in screen_text(screen.app) and "▶13" in screen_text(screen.app).replace(" ", "")


@pytest.mark.parametrize(
    ("name", "size", "keys"),
    [
        ("wide_start", (160, 45), []),
        ("wide_moved", (160, 45), ["s"] * 6),
        ("wide_selected", (130, 36), ["s"] * 15 + ["2", "down", "down"]),
        ("narrow_call", (80, 24), ["s"] * 8),
        ("narrow_borrows", (80, 24), ["s"] * 6 + ["3"]),
    ],
)
async def test_looks(name: str, size: tuple[int, int], keys: list[str], look: Callable[[CrabwalkApp, str], None]) -> None:
    async with running(size) as (pilot, screen):
        await pilot.press(*keys)
        await pilot.pause()
        await pilot.pause()
        look(screen.app, name)


async def test_look_of_a_rejected_program(look: Callable[[CrabwalkApp, str], None]) -> None:
    async with running((130, 36), REJECTED, load_rejected) as (_pilot, screen):
        look(screen.app, "rejected")


async def test_heap_pane_asks_for_more_allocations_when_one_goes_down_past_them() -> None:
    class Full(FakeSession):
        def view(self, options: ViewOptions = DEFAULT_OPTIONS) -> MachineView:
            rows = tuple(HeapRow(f"H{number}", "Box<i32>", 4, 4, Value(str(number)), ()) for number in range(1, 501))
            return replace(super().view(options), heap=rows[: options.heap_count], heap_total=len(rows))

    async with running(loader=lambda program: Loaded(Full())) as (pilot, screen):
        await pilot.press("2")
        assert "and 300 more" in screen.heap_pane.rows[-1].text
        screen.heap_pane.set_cursor(199)
        await pilot.press("down", "down")
        assert "and 100 more" in screen.heap_pane.rows[-1].text and screen.heap_pane.cursor == 201
        screen.perform("filter", "h3")
        assert screen.heap_filter == "h3"


async def test_a_view_that_fails_is_said_and_the_moment_before_stays() -> None:
    class Broken(FakeSession):
        def view(self, options: ViewOptions = DEFAULT_OPTIONS) -> MachineView:
            if self.step == 2:
                raise KeyError("f0.x")
            return super().view(options)

    async with running(loader=lambda program: Loaded(Broken())) as (pilot, screen):
        await pilot.press("s", "s")
        assert "internal error: KeyError" in screen.rejection and step_of(screen) == 1
        await pilot.press("s")
        assert not screen.rejection and step_of(screen) == 3


async def test_stops_watches_input_and_lifetimes_by_key() -> None:
    async with running() as (pilot, screen):
        await pilot.press("s", "s", "s")
        await pilot.press("1", "down", "down", "W")
        await pilot.pause()
        assert "Watch" in screen_text(screen.app) and screen.watched
        await pilot.press("W")
        assert not screen.watched
        await pilot.press("escape", "t", *"drop", "enter")
        await pilot.pause()
        assert isinstance(screen.session, FakeSession) and screen.session.event_stops
        await pilot.press("l")
        assert screen.source_pane.insertions and "<'a>" in screen_text(screen.app)
        await pilot.press("l")
        assert not screen.source_pane.insertions
        await pilot.press("i", *"one", "enter")
        await pilot.pause()
        await screen.app.workers.wait_for_complete()
        await pilot.pause()
        assert screen.program.stdin == "one\n" and step_of(screen) == 0


async def test_an_explanation_opens_its_program_and_the_mended_one() -> None:
    async with running((160, 45), REJECTED, load_rejected) as (pilot, screen):
        for key, name in (("1", "E0382.rs"), ("2", "E0382-mended.rs")):
            await pilot.press("x", key)
            await pilot.pause()
            opened = screen.app.screen
            assert isinstance(opened, DebuggerScreen) and opened.program.name == name
            screen.app.pop_screen()
            await pilot.pause()
