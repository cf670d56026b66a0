"""Fixtures for tests of the app."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.harness import screen_text
from tui.app import CrabwalkApp

LOOKS = Path(__file__).parent / "looks"


@pytest.fixture
def look(bless: bool) -> Callable[[CrabwalkApp, str], None]:
    """Compares the screen with a file of `looks/`; `--bless` writes the file anew."""

    def compare(app: CrabwalkApp, name: str) -> None:
        path = LOOKS / f"{name}.txt"
        text = screen_text(app)
        if bless:
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare
