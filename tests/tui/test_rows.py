"""Tier one: rows from views, no terminal and no Textual app."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interpreter.debugger.view import (
    Change,
    End,
    EndKind,
    LoanPhase,
    OutputChunk,
    TextRange,
    ThreadState,
    ThreadView,
    Value,
    ViewOptions,
    Zoom,
)
from tests.tui.fake_session import MOVES, FakeSession
from tui.actions import ACTIONS, Situation, key_text
from tui.highlight import display, highlight
from tui.layout import Arrangement, arrange
from tui.panes.borrows import borrow_rows, ranges_text
from tui.panes.counts import count_rows, curve
from tui.panes.drops import drop_rows
from tui.panes.heap import heap_rows
from tui.panes.output import output_rows
from tui.panes.source import columns_in_line, paint
from tui.panes.stack import stack_rows
from tui.panes.step import step_rows
from tui.panes.timeline import timeline_rows
from tui.panes.values import value_bits
from tui.rows import Bit, Row, fit, prose, short_type, visible, width_of, wrap
from tui.widgets.bars import footer_row, header_row


def at(step: int) -> FakeSession:
    session = FakeSession()
    session.seek(step)
    return session


def texts(rows: list[Row]) -> list[str]:
    return [row.text.rstrip() for row in rows]


def test_stack_shows_a_move_with_its_target_and_step() -> None:
    rows = stack_rows(at(6).view(), 90)
    moved = next(row for row in rows if "moved" in row.text)
    assert "moved to take's s (step 6)" in moved.text
    assert moved.change is Change.GONE
    assert moved.text.endswith(". . .")


def test_stack_shows_newest_frame_first_and_permissions_that_a_loan_takes() -> None:
    rows = texts(stack_rows(at(8).view(), 90))
    assert rows[0].startswith("take") and rows[2].startswith("main")
    b = next(row for row in rows if " b " in row)
    assert b.endswith("L1 R . .") and '"Bye" -> H2' in b


def test_stack_leaves_types_out_where_there_is_no_room() -> None:
    assert not any("String" in row for row in texts(stack_rows(at(4).view(), 40)))
    assert any("String" in row for row in texts(stack_rows(at(4).view(), 90)))


def test_unfolded_value_shows_its_parts_and_bytes() -> None:
    session = at(4)
    view = session.view(ViewOptions(unfolded=frozenset({"f0.b"})))
    rows = stack_rows(view, 90)
    assert "    └ len: 3" in texts(rows)
    assert next(row for row in rows if row.fold == "f0.b").text.startswith("▾ b")
    closer = stack_rows(session.view(ViewOptions(zoom=Zoom.BYTES)), 90, Zoom.BYTES)
    assert any("  8..16  ptr" in row and "10 00" in row for row in texts(closer))


def test_several_threads_are_told_apart() -> None:
    view = at(8).view()
    threads = (
        ThreadView(0, "main", ThreadState.BLOCKED, "the lock of H3, held by worker"),
        ThreadView(1, "worker", ThreadState.RUNNING, current=True),
    )
    rows = texts(stack_rows(replace(view, threads=threads), 90))
    assert rows[0] == "  thread main  blocked: the lock of H3, held by worker"
    assert rows[-1] == "» thread worker  running"


def test_heap_shows_owner_and_what_is_freed() -> None:
    born = heap_rows(at(1).view(), 90)
    assert born[0].text.split() == ["H1", "String", "buffer", "5", "B", '"Hello"', "owner", "main.a"]
    assert born[0].change is Change.NEW
    freed = heap_rows(at(9).view(), 90)
    assert "freed" in freed[0].text and freed[0].change is Change.GONE


def test_heap_narrow_puts_the_rest_on_a_second_line() -> None:
    rows = texts(heap_rows(at(13).view(), 36))
    assert any(row.strip().startswith("Rc<usize> 24 B") for row in rows)


def test_heap_says_how_many_are_left_out() -> None:
    view = replace(at(3).view(), heap_total=900)
    assert "and 898 more" in texts(heap_rows(view, 90))[-1]


def test_borrow_says_why_it_lives_and_what_it_forbids() -> None:
    text = " ".join(texts(borrow_rows(at(5).view(), 60)))
    assert "L1 & main.b" in text and "held by main.r" in text
    assert "used next in line 14" in text and "no write, no move, no &mut of main.b" in text


def test_two_phase_borrow_is_marked_reserved() -> None:
    view = at(5).view()
    loan = replace(view.loans[0], phase=LoanPhase.RESERVED)
    assert "reserved;" in " ".join(texts(borrow_rows(replace(view, loans=(loan,)), 60)))


def test_line_ranges() -> None:
    assert ranges_text((7, 8, 9, 12)) == "7 to 9, 12"
    assert ranges_text(()) == ""


def test_counts_show_old_and_new_and_a_curve() -> None:
    rows = texts(count_rows(at(15).view(), 60))
    assert rows[0].startswith("H3 Rc<usize> strong 1→2 weak 1")
    assert curve(((1, 1, 0), (2, 2, 0), (3, 4, 0)), 10) == "▂▄█"
    warned = replace(at(15).view().counts[0], warning="`a` and `b` hold each other: neither is ever freed")
    assert any("! a and b hold each other" in row for row in texts(count_rows(replace(at(15).view(), counts=(warned,)), 60)))


def test_drops_done_and_due() -> None:
    rows = texts(drop_rows(at(9).view(), 60))
    assert rows[0].startswith("1. s: String  end of scope  frees H1")
    assert "due at line 18: b (frees H2); not a (moved)" in rows


def test_output_lines_know_their_step_and_stream() -> None:
    view = replace(
        at(20).view(),
        output=(OutputChunk(3, "a "), OutputChunk(4, "b\nc"), OutputChunk(5, "oh\n", "err")),
        end=End(EndKind.PANIC, 101, "index out of bounds", TextRange(4, 1, 4, 2)),
    )
    rows = output_rows(view, 60)
    assert [(row.text.split("  ")[0], row.step) for row in rows[:3]] == [("a b", 3), ("c", 4), ("err oh", 5)]
    assert rows[3].text == "■ panic, exit code 101: index out of bounds" and rows[3].line == 4


def test_this_step_begins_with_a_hint_and_then_explains() -> None:
    assert "before its first step" in step_rows(at(0).view(), 80)[0].text
    rows = texts(step_rows(at(6).view(), 200))
    assert rows[0].startswith("a moves into the parameter s of take.")
    assert "a can't be used from here on." in rows[1]


def test_timeline_marks_events_and_the_current_step() -> None:
    session = at(20)
    session.seek(10)
    timeline = session.timeline(40)
    rows = timeline_rows(timeline, 10, 7)
    assert [row.bits[0].text.strip() for row in rows] == ["alloc", "move", "borrow", "drop", "count", "call", "output"]
    assert all(row.bits[2].text in "│┃" and len(row.bits[1].text) == timeline.column_of(10) for row in rows)
    assert len(timeline_rows(timeline, 10, 1)) == 1
    assert timeline.step_at(timeline.column_of(10)) <= 10


def test_header_and_footer_fit_their_width() -> None:
    for width in (80, 120, 160):
        row = header_row("moves.rs", at(8).view(), "", width)
        assert width_of([*row.bits, *row.tail]) < width
        assert width_of(list(footer_row(Situation(loaded=True, runnable=True, at_start=False), width).bits)) <= width
    assert "main > take" in header_row("moves.rs", at(8).view(), "", 100).text


def test_footer_offers_only_what_is_available() -> None:
    start = footer_row(Situation(loaded=True, runnable=True), 160).text
    assert "s step" in start and "S back" not in start
    assert "s step" not in footer_row(Situation(loaded=True), 160).text


def test_dangling_pointer_is_said_in_words() -> None:
    text = "".join(bit.text for bit in value_bits(Value("", pointee="H1", pointee_label="H1", dangling=True)))
    assert text == "-✗ H1 dangling"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [("a\x1b[31mb", "a␛[31mb"), ("x\ty\x07", "x␉y␇"), ("\u202eabc", "\\u{202e}abc"), ("é漢", "é漢"), ("\x7f", "␡")],
)
def test_control_characters_are_made_visible(raw: str, shown: str) -> None:
    assert visible(raw) == shown


def test_types_are_shown_without_the_modules_of_std() -> None:
    assert short_type("Vec<std::rc::Weak<dyn Observer>>") == "Vec<Weak<dyn Observer>>"
    assert short_type("shapes::Point") == "shapes::Point"


def test_fit_counts_cells_not_characters() -> None:
    assert fit("漢字漢字", 5) == "漢字…"
    assert fit("ab", 4) == "ab  "


def test_wrap_breaks_between_words_and_indents() -> None:
    lines = wrap([Bit("one two three four")], 9, "  ")
    assert ["".join(bit.text for bit in line) for line in lines] == ["one two", "  three", "  four"]
    long = wrap([Bit("x" * 25)], 10)
    assert [len("".join(bit.text for bit in line)) for line in long] == [10, 10, 5]


def test_prose_styles_names_in_backticks() -> None:
    assert prose("`a` moves") == [Bit("a", "code"), Bit(" moves", "")]
    assert prose("it`s") == [Bit("it`s", "")]


def test_highlight_keeps_the_text_and_knows_its_tokens() -> None:
    lines = highlight(MOVES)
    assert ["".join(bit.text for bit in line) for line in lines] == MOVES.split("\n")
    assert Bit("fn", "keyword") in lines[8] and Bit('"Hello"', "string") in lines[9]
    two = highlight("let s = \"a\nb\"; /* c\n d */ 'x' 'a")
    assert two[1][0] == Bit('b"', "string") and two[2][0].style == "comment"
    assert Bit("'x'", "string") in two[2] and Bit("'a", "lifetime") in two[2]
    assert display("\ta", 0) == "    a" and display("\ta", 2) == "  a"


def test_paint_splits_bits() -> None:
    assert paint((Bit("let a", "k"),), 4, 5, "current") == (Bit("let ", "k"), Bit("a", "k current"))
    assert columns_in_line(TextRange(2, 3, 4, 2), 3, 10) == (0, 10)
    assert columns_in_line(TextRange(2, 3, 4, 2), 5, 10) == (0, 0)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 30), (160, 45), (240, 70)])
@pytest.mark.parametrize(
    "wanted", [Arrangement(), Arrangement(zoomed="heap"), Arrangement(errors_beside=True), Arrangement(side="drops")]
)
def test_panes_cover_the_screen_without_overlap(size: tuple[int, int], wanted: Arrangement) -> None:
    from textual.geometry import Size

    seen: set[tuple[int, int]] = set()
    for region in arrange(Size(*size), wanted).values():
        cells = {(x, y) for x in range(region.x, region.right) for y in range(region.y, region.bottom)}
        assert not cells & seen
        seen |= cells
    assert len(seen) == size[0] * size[1]


def test_every_key_has_one_action() -> None:
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))
    assert key_text("shift+f5") == "Shift+F5" and key_text("+") == "+" and key_text("pagedown") == "PgDn"
