"""The gallery: chapters, headers, filter, and the way into a program and back."""

from __future__ import annotations

from pathlib import Path

from tests.tui.fake_session import load_fake
from tests.tui.harness import screen_text
from tui.app import CrabwalkApp
from tui.screens.debugger import DebuggerScreen
from tui.screens.gallery import PROGRAMS, GalleryScreen, chapter_title, read_sample, samples


def write_samples(root: Path) -> Path:
    for chapter, name, text in (
        ("02_borrowing", "shared", "//! Shared references\n//! Look at `r`.\n//! edition: 2024\nfn main() {}\n"),
        ("01_moves", "first", "//! A first move\n//!\n//! Look for: H1,\n//! and who owns it.\nfn main() { let a = 1; }\n"),
        ("01_moves", "bare", "fn main() {}\n"),
    ):
        (root / chapter).mkdir(exist_ok=True)
        (root / chapter / f"{name}.rs").write_text(text, encoding="utf-8")
    return root


def test_samples_are_read_chapter_by_chapter_with_their_headers(tmp_path: Path) -> None:
    found = samples(write_samples(tmp_path))
    assert [(sample.chapter, sample.name) for sample in found] == [
        ("01_moves", "bare.rs"),
        ("01_moves", "first.rs"),
        ("02_borrowing", "shared.rs"),
    ]
    assert found[0].title == "bare" and found[1].title == "A first move"
    assert found[1].look_for == "Look for: H1, and who owns it."
    assert found[2].edition == 2024 and found[2].look_for == "Look at `r`."
    assert found[1].matches("H1 move") and not found[1].matches("H1 borrow")
    assert chapter_title("02_borrowing") == "Borrowing"
    assert samples(tmp_path / "none") == ()


def test_every_sample_that_ships_has_a_title_and_says_what_to_look_for() -> None:
    for sample in samples():
        assert read_sample(PROGRAMS / sample.chapter / sample.name, sample.chapter) == sample
        assert sample.text.startswith("//!") and sample.title and sample.look_for, sample.name


async def test_choose_open_and_come_back() -> None:
    app = CrabwalkApp(None, load_fake)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, GalleryScreen)
        first = app.screen.list.sample
        assert first is not None and first.title in screen_text(app)
        await pilot.press("down")
        await pilot.pause()
        second = app.screen.list.sample
        assert second is not None and second != first and second.title in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, DebuggerScreen) and screen.program.name == second.name
        await app.workers.wait_for_complete()
        await pilot.press("G")
        await pilot.pause()
        assert isinstance(app.screen, GalleryScreen) and len(app.screen_stack) == 2


async def test_filter_narrows_and_escape_widens() -> None:
    app = CrabwalkApp(None, load_fake)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, GalleryScreen)
        total = len([sample for sample in screen.list.shown if sample])
        await pilot.press("slash", *"strong_count", "enter")
        await pilot.pause()
        assert 0 < len([sample for sample in screen.list.shown if sample]) < total
        await pilot.press("escape")
        await pilot.pause()
        assert len([sample for sample in screen.list.shown if sample]) == total
        await pilot.press("slash", *"nosuchthing", "enter")
        await pilot.pause()
        assert "no program matches" in screen_text(app)
