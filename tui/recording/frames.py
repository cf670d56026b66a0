"""What is on the app's screen as cells, and the shortest way in ANSI from one frame to the next.

In: a running app. Out: strings of escape sequences that depend on nothing but the two frames.
"""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style
from textual.app import App
from textual.strip import Strip

from interpreter.hints import Any

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
                cells.append((char, _ground(style or _PLAIN) if char == " " else style or _PLAIN))
                cells += [("", style or _PLAIN)] * (width - 1)
    return cells


@lru_cache(maxsize=1024)
def _codes(style: Style) -> tuple[str, str, str]:
    """The SGR codes of a style: attributes, foreground, background."""
    attributes = style.without_color.render("x", color_system=ColorSystem.TRUECOLOR).partition("m")[0].removeprefix("\x1b[")
    colours = ["39", "49"]
    for index, color in enumerate((style.color, style.bgcolor)):
        if color is not None and not color.is_default:
            colours[index] = ";".join(color.get_ansi_codes(index == 0))
    return "" if attributes == "x" else attributes, colours[0], colours[1]


@lru_cache(maxsize=1024)
def _ground(style: Style) -> Style:
    """What of a style can be seen on a blank."""
    return style if style.underline or style.reverse or style.strike else Style(bgcolor=style.bgcolor)


@lru_cache(maxsize=4096)
def _same_ground(now: Style, blank: Style) -> bool:
    """Whether a blank comes out right in the style that is switched on now, whatever its foreground."""
    return _codes(now)[2] == _codes(blank)[2] and not (now.underline or now.reverse or now.strike)


@lru_cache(maxsize=4096)
def _switch(old: Style | None, new: Style) -> str:
    """The shortest escape sequence from one style (None: unknown) to another."""
    attributes, foreground, background = _codes(new)
    if old is None or _codes(old)[0] != attributes:
        codes = ["0", attributes, foreground if foreground != "39" else "", background if background != "49" else ""]
    else:
        before = _codes(old)
        codes = [foreground if foreground != before[1] else "", background if background != before[2] else ""]
    wanted = ";".join(code for code in codes if code)
    return f"\x1b[{wanted}m" if wanted else ""


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
            if cell_style != style and not (char == " " and style is not None and _same_ground(style, cell_style)):
                out.append(_switch(style, cell_style))
                style = cell_style
            out.append(char)
    return "".join(out)
