"""What is on the app's screen as cells, and the shortest way in ANSI from one frame to the next.

In: a running app. Out: strings of escape sequences that depend on nothing but the two frames.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style
from textual.app import App
from textual.strip import Strip

Cell = tuple[str, Style]
Frame = list[list[Cell]]

CLEAR = "\x1b[?25l\x1b[0m\x1b[2J\x1b[H"
RESTORE = "\x1b[0m\x1b[?25h"
_PLAIN = Style.null()


def capture(app: App[Any]) -> Frame:
    """The cells of the screen, dialogs over what is behind them.

    Textual has no public way to a screen's lines but the SVG export; this reads them from the same place as that does.
    """
    compositor = app.screen._compositor
    update = compositor.render_update(full=True, screen_stack=app._background_screens)
    strips: Any = getattr(update, "strips", [])
    return [_cells(Strip.join(line)) for line in strips]


def _cells(strip: Strip) -> list[Cell]:
    cells: list[Cell] = []
    for text, style, control in strip:
        if control:
            continue
        for char in text:
            width = cell_len(char)
            if width:
                cells.append((char, style or _PLAIN))
                cells += [("", style or _PLAIN)] * (width - 1)
    return cells


@lru_cache(maxsize=1024)
def _sgr(style: Style) -> str:
    """The escape sequence that switches to a style from any other."""
    codes = style.without_color.render("x", color_system=ColorSystem.TRUECOLOR).partition("x")[0]
    for color, foreground in ((style.color, True), (style.bgcolor, False)):
        if color is not None and not color.is_default:
            codes += "\x1b[" + ";".join(color.get_ansi_codes(foreground)) + "m"
    return "\x1b[0m" + codes


def difference(old: Frame | None, new: Frame) -> str:
    """The output that turns a terminal showing `old` (None: a cleared one) into one showing `new`."""
    out: list[str] = []
    style: Style | None = None
    for y, cells in enumerate(new):
        before = old[y] if old is not None and y < len(old) else None
        if before == cells:
            continue
        low, high = 0, len(cells)
        if before is not None and len(before) == len(cells):
            while before[low] == cells[low]:
                low += 1
            while before[high - 1] == cells[high - 1]:
                high -= 1
            while low and (not cells[low][0] or not before[low][0]):
                low -= 1
            while high < len(cells) and (not cells[high][0] or not before[high][0]):
                high += 1
        out.append(f"\x1b[{y + 1};{low + 1}H")
        for char, cell_style in cells[low:high]:
            if not char:
                continue
            if cell_style != style:
                style = cell_style
                out.append(_sgr(style))
            out.append(char)
    return "".join(out)
