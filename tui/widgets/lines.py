"""`Lines`: the one base widget of every pane that changes on a step.

A plain widget with `render_line`, its own scroll offsets and cursor, a cache of strips, and `refresh(Region)` of only the
lines that changed (design section 8): no layout, virtual size, class or border ever changes on a step. A pane gives
`row_count` and `row_at`; only rows in view are asked for. The first line is the pane's title in a rule.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.rows import CHANGE_SIGN, CHANGE_STYLE, EMPTY_ROW, Row, width_of


@dataclass(frozen=True, slots=True)
class _Look:
    """Everything that decides how a line of the widget looks: equal looks need no repaint."""

    row: Row
    cursor: bool
    related: bool


class Lines(Widget, can_focus=True):
    """Lines of styled text with a title, a cursor and two scroll offsets."""

    ALLOW_SELECT = False

    heading = ""
    """The title in the first line; empty: the pane has no title line."""
    corner = "─"
    """The first character of the title's rule, and with `│` below it the pane's left edge ("─": no edge)."""
    marks = True
    """Whether rows begin with two cells for marks: "»" what has to do with the selection, "+ ~ -" what changed."""

    class RowChosen(Message):
        """The cursor went to a row, by key or mouse."""

        def __init__(self, pane: Lines, row: Row) -> None:
            super().__init__()
            self.pane = pane
            self.row = row

    class RowOpened(Message):
        """A row was double-clicked: the same as Enter on it."""

        def __init__(self, pane: Lines, row: Row) -> None:
            super().__init__()
            self.pane = pane
            self.row = row

    class TabPressed(Message):
        """The name of another pane that shares this place was clicked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    class FoldPressed(Message):
        """The fold mark of a row was clicked."""

        def __init__(self, subject: str) -> None:
            super().__init__()
            self.subject = subject

    def __init__(self, *, id: str | None = None, corner: str | None = None) -> None:
        super().__init__(id=id, classes="pane")
        if corner is not None:
            self.corner = corner
        self.top = 0
        self.left = 0
        self.cursor = 0
        self.cursor_shown = False
        self.selected: str | None = None
        self.title_note = ""
        self.tabs: tuple[tuple[str, str], ...] = ()
        """(id, label) of the panes that share this place, in order; the pane's own stands in its heading's style."""
        self._painted: dict[int, _Look | tuple[str, bool]] = {}
        self._strips: dict[tuple[object, ...], Strip] = {}
        self._palette: dict[str, Style] = {}

    # What a pane gives -------------------------------------------------------------------------------------------

    def row_count(self) -> int:
        """How many rows there are."""
        return 0

    def row_at(self, index: int) -> Row:
        """The row at an index in `range(row_count())`."""
        return EMPTY_ROW

    def resized(self) -> None:
        """The width has changed: rows that depend on it are to be built anew."""

    # Geometry ----------------------------------------------------------------------------------------------------

    @property
    def title_lines(self) -> int:
        return 1 if self.heading else 0

    @property
    def page(self) -> int:
        """How many rows are in view."""
        return max(self.size.height - self.title_lines, 0)

    @property
    def text_width(self) -> int:
        """How many cells a row's own text has."""
        return max(self.size.width - (1 if self.corner != "─" else 0) - (2 if self.marks else 0), 0)

    def set_frame(self, corner: str, tabs: tuple[tuple[str, str], ...]) -> None:
        """Give the pane another left edge and other tabs."""
        if (corner, tabs) != (self.corner, self.tabs):
            self.corner, self.tabs = corner, tabs
            self._painted.clear()
            self._strips.clear()
            self.refresh()

    def reveal(self, index: int, margin: int = 0) -> None:
        """Scroll as little as needed to have a row in view, with `margin` rows around it."""
        page = self.page
        if page <= 0:
            return
        margin = min(margin, (page - 1) // 2)
        top = min(self.top, max(index - margin, 0))
        top = max(top, index + margin - page + 1)
        self.scroll_rows_to(top)

    def scroll_rows_to(self, top: int) -> None:
        """Scroll so that row `top` is the first in view, as far as there are rows."""
        self.top = max(0, min(top, self.row_count() - self.page))

    # Painting ----------------------------------------------------------------------------------------------------

    def update_lines(self) -> None:
        """Repaint the lines that no longer look as they were painted; to be called after any change of rows or marks."""
        if not self.is_attached or not self.size:
            return
        self.top = max(0, min(self.top, self.row_count() - self.page))
        width = self.size.width
        stale = [Region(0, y, width, 1) for y in range(self.size.height) if self._painted.get(y) != self._look(y)]
        if stale:
            self.refresh(*stale)

    def _look(self, y: int) -> _Look | tuple[str, bool]:
        if y < self.title_lines:
            return (self.title_note, self.has_focus)
        index = self.top + y - self.title_lines
        if index >= self.row_count():
            return _Look(EMPTY_ROW, False, False)
        row = self.row_at(index)
        related = self.selected is not None and row.concerns(self.selected)
        return _Look(row, self.cursor_shown and index == self.cursor, related)

    def render_line(self, y: int) -> Strip:
        look = self._look(y)
        self._painted[y] = look
        key = (look, self.size.width, self.left, self.has_focus)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > 2000:
                self._strips.clear()
            strip = self._row_strip(look) if isinstance(look, _Look) else self._title_strip()
            self._strips[key] = strip
        return strip

    def style_of(self, name: str) -> Style:
        """The style of one or several names (later ones on top) as the stylesheet has them, without the ground of the widget."""
        style = self._palette.get(name)
        if style is None:
            parts = [self.app.get_component_styles(f"ink--{part}").partial_rich_style for part in name.split()]
            style = Style.combine(parts) if parts else Style.null()
            self._palette[name] = style
        return style

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._palette.clear()
        self._strips.clear()
        self._painted.clear()

    def _title_strip(self) -> Strip:
        width = self.size.width
        base = self.rich_style
        rule, dim = base + self.style_of("rule"), base + self.style_of("dim")
        title = base + self.style_of("focus" if self.has_focus else "title")
        note = f" {self.title_note} " if self.title_note else ""
        left: list[Segment] = [Segment(f"{self.corner}─", rule)]
        for name, label in self.tabs or ((self.id or "", ""),):
            own = name == self.id
            mark = "▶" if own and self.has_focus else " "
            left.append(Segment(f"{mark}{self.heading if own else label}", title if own else dim))
        left.append(Segment(" ", rule))
        used = sum(segment.cell_length for segment in left)
        if used + cell_len(note) + 1 > width:
            note = ""
        fill = "─" * max(width - used - cell_len(note) - 1, 0)
        segments = [*left, Segment(fill, rule), Segment(note, dim), Segment("─", rule)]
        return Strip(segments).adjust_cell_length(width, base)

    def _tab_at(self, x: int) -> str | None:
        """The id of the tab whose name stands at a column of the title."""
        at = 2
        for name, label in self.tabs:
            size = 1 + cell_len(self.heading if name == self.id else label)
            if at <= x < at + size:
                return name
            at += size
        return None

    def _row_strip(self, look: _Look) -> Strip:
        row = look.row
        width = self.size.width
        base = self.rich_style
        if row.strong:
            base += self.style_of("strong")
        if look.related:
            base += self.style_of("related")
        if look.cursor and self.has_focus:
            base += self.style_of("cursor")
        segments: list[Segment] = []
        used = 0
        if self.corner != "─":
            segments.append(Segment("│", self.rich_style + self.style_of("rule")))
            used = 1
        if self.marks:
            pointer = "»" if look.related else ("›" if look.cursor and self.has_focus else " ")
            sign = CHANGE_SIGN[row.change]
            segments.append(Segment(pointer, base + self.style_of("accent")))
            segments.append(Segment(sign, base + self.style_of(CHANGE_STYLE[row.change])))
            used += 2
        room = width - used
        tail = [Segment(bit.text, base + self.style_of(bit.style)) for bit in row.tail]
        if tail:
            tail.append(Segment(" ", base))
        tail_width = sum(segment.cell_length for segment in tail)
        if tail_width > room:
            tail, tail_width = [], 0
        body = self._cut(row, room - tail_width - (1 if tail else 0), base)
        strip = Strip([*segments, *body])
        strip = strip.adjust_cell_length(width - tail_width, base)
        return Strip([*strip, *tail]).adjust_cell_length(width, base) if tail else strip

    def _cut(self, row: Row, room: int, base: Style) -> list[Segment]:
        """The part of the bits in view after horizontal scrolling; an ellipsis says that there is more to the right."""
        strip = Strip([Segment(bit.text, base + self.style_of(bit.style)) for bit in row.bits])
        if self.left:
            pinned = width_of(row.bits[: row.pinned])
            strip = Strip([*strip.crop(0, pinned), *strip.crop(pinned + self.left)])
        if strip.cell_length > room:
            strip = Strip([*strip.crop(0, max(room - 1, 0)), Segment("…", base + self.style_of("dim"))])
        return list(strip)

    # Cursor and mouse --------------------------------------------------------------------------------------------

    def current_row(self) -> Row | None:
        """The row under the cursor, None when there are no rows."""
        count = self.row_count()
        return self.row_at(min(self.cursor, count - 1)) if count else None

    def move_cursor(self, delta: int) -> None:
        """Move the cursor by rows; rows without text between things are passed over like any other."""
        self.set_cursor(self.cursor + delta if self.cursor_shown else self.cursor)

    def set_cursor(self, index: int) -> None:
        """Put the cursor on a row, bring it into view and tell about it."""
        count = self.row_count()
        if not count:
            return
        self.cursor = max(0, min(index, count - 1))
        self.cursor_shown = True
        self.reveal(self.cursor)
        self.update_lines()
        self.post_message(self.RowChosen(self, self.row_at(self.cursor)))

    def scroll_by(self, rows: int, columns: int = 0) -> None:
        """Scroll without moving the cursor."""
        self.scroll_rows_to(self.top + rows)
        if columns:
            self.left = max(0, self.left + columns)
            self._painted.clear()
        self.update_lines()

    def index_at(self, y: int) -> int | None:
        """The index of the row at a line of the widget, None in the title or below the last row."""
        index = self.top + y - self.title_lines
        return index if y >= self.title_lines and index < self.row_count() else None

    def on_click(self, event: events.Click) -> None:
        index = self.index_at(event.y)
        if index is None:
            tab = self._tab_at(event.x) if event.y < self.title_lines else None
            if tab is not None and tab != self.id:
                self.post_message(self.TabPressed(tab))
            return
        row = self.row_at(index)
        edge = (1 if self.corner != "─" else 0) + (2 if self.marks else 0)
        text = "".join(bit.text for bit in row.bits)
        at = event.x - edge + self.left
        if row.fold is not None and 0 <= at < len(text) and text[at] in "▸▾":
            self.post_message(self.FoldPressed(row.fold))
            return
        self.set_cursor(index)
        if event.chain > 1:
            self.post_message(self.RowOpened(self, row))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_by(0, 4) if event.shift else self.scroll_by(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_by(0, -4) if event.shift else self.scroll_by(-3)

    def on_resize(self) -> None:
        self._painted.clear()
        self._strips.clear()
        self.resized()
        self.top = max(0, min(self.top, self.row_count() - self.page))
        self.refresh()

    def on_focus(self) -> None:
        self._painted.clear()
        self.refresh()

    def on_blur(self) -> None:
        self._painted.clear()
        self.refresh()


class RowList(Lines):
    """Lines over a list of rows that was built for the current width."""

    def __init__(self, *, id: str | None = None, corner: str | None = None) -> None:
        super().__init__(id=id, corner=corner)
        self.rows: list[Row] = []

    def row_count(self) -> int:
        return len(self.rows)

    def row_at(self, index: int) -> Row:
        return self.rows[index]

    def build(self) -> list[Row]:
        """The rows for what is to be shown at the current width."""
        return []

    def follow(self) -> int | None:
        """The index of the row to bring into view after a step, None to stay: by default the first changed one."""
        return next((index for index, row in enumerate(self.rows) if row.change.value), None)

    def rebuild(self) -> None:
        """Build the rows anew, follow what changed, and repaint what looks different."""
        if not self.size:
            return
        self.rows = self.build()
        self.cursor = min(self.cursor, max(len(self.rows) - 1, 0))
        index = self.follow()
        if index is not None:
            self.reveal(index)
        self.update_lines()

    def resized(self) -> None:
        self.rows = self.build()
