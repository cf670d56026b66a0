"""Where each pane stands: a pure function of the size and of what the person wants to see.

Wide (from 120 columns): source at the left, stack, heap, borrows, counts and drops at the right, then this step, one of
output, errors and trace, and the timeline. Narrow: source at the left and one pane at a time at the right.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.geometry import NULL_OFFSET, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

WIDE_FROM = 120
SIDE_PANES = ("stack", "heap", "borrows", "counts", "drops", "output", "errors", "trace", "watch")
"""The panes that a narrow screen shows one at a time, in the order of the keys 1 to 9."""
BOTTOM_PANES = ("output", "errors", "trace", "watch")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the person wants to see: `side` is the pane of a narrow screen's right half, `bottom` the one of a wide
    screen's lower strip, `zoomed` the pane that has the whole middle to itself. `errors_beside` puts the errors where
    the right half's panes are (a rejected program that is not being walked yet). `with_counts`: the program has shown an Rc or
    Arc, so that the counts need more than a line."""

    side: str = "stack"
    bottom: str = "output"
    zoomed: str | None = None
    errors_beside: bool = False
    with_counts: bool = False


def arrange(size: Size, wanted: Arrangement) -> dict[str, Region]:
    """The region of each pane that is shown; what is not named is hidden."""
    width, height = size
    places = {"header": Region(0, 0, width, 1), "footer": Region(0, height - 1, width, 1)}
    wide = width >= WIDE_FROM
    time = (8 if height >= 48 else 6 if height >= 40 else 4 if height >= 30 else 2) if wide else 1
    step = 4 if wide and height >= 30 else 3
    bottom = (6 if height >= 40 else 5 if height >= 34 else 4) if wide else 0
    if wanted.zoomed is not None or (wide and wanted.errors_beside):
        bottom = 0
    upper = max(height - 2 - time - step - bottom, 1)
    y = 1 + upper
    if bottom:
        places[wanted.bottom] = Region(0, y + step, width, bottom)
    places["step"] = Region(0, y, width, step)
    places["time"] = Region(0, height - 1 - time, width, time)
    if wanted.zoomed is not None:
        places[wanted.zoomed] = Region(0, 1, width, upper)
        return places
    right = max(width * 54 // 100, 63) if wide else max(width * 48 // 100, width - 56)
    left = width - right
    places["source"] = Region(0, 1, left, upper)
    if wanted.errors_beside or not wide:
        places["errors" if wanted.errors_beside else wanted.side] = Region(left, 1, right, upper)
        return places
    heap = max(upper * 26 // 100, 3)
    lower = max(upper * (42 if wanted.with_counts else 36) // 100, 5)
    stack = upper - heap - lower
    places["stack"] = Region(left, 1, right, stack)
    places["heap"] = Region(left, 1 + stack, right, heap)
    half = right * 52 // 100
    y = 1 + stack + heap
    places["borrows"] = Region(left, y, half, lower)
    counts = max(lower * 45 // 100, 2) if wanted.with_counts else 2
    places["counts"] = Region(left + half, y, right - half, counts)
    places["drops"] = Region(left + half, y + counts, right - half, lower - counts)
    return places


class PaneLayout(Layout):
    """Textual's side of `arrange`: gives each displayed child the region of its id."""

    name = "panes"

    def __init__(self) -> None:
        self.wanted = Arrangement()

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        places = arrange(size, self.wanted)
        return [
            WidgetPlacement(places[child.id], NULL_OFFSET, child.styles.margin, child) for child in children if child.id in places
        ]
