"""The two one-line bars: the header (where and when we are) and the footer (keys, a message, or a caption)."""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.debugger.view import MachineView, ThreadState
from tui.actions import ACTIONS, Situation, key_text
from tui.panes.stack import thread_label
from tui.rows import Bit, Row, prose, visible, width_of
from tui.widgets.lines import RowList


def header_row(name: str, view: MachineView | None, status: str, width: int) -> Row:
    """File, call chain, thread at the left; step and line at the right; `status` is "playing", "recording"..., if any."""
    left = [Bit(" crabwalk ", "accent"), Bit(f" {visible(name)} ", "title")]
    right: list[Bit] = []
    if status:
        right += [Bit(f"{status}  ", "warning")]
    if view is not None:
        threads = [thread for thread in view.threads if thread.state is not ThreadState.FINISHED]
        current = next((thread for thread in view.threads if thread.current), None)
        position = view.position
        total = f"{position.known_steps}" if position.complete else f"{position.known_steps}…"
        right += [Bit("step ", "dim"), Bit(f"{position.step}", "number"), Bit(f"/{total}", "dim")]
        if view.end is not None:
            right.append(Bit("  ended ", "warning"))
        elif view.current is not None:
            right += [Bit("  line ", "dim"), Bit(f"{view.current.line} ", "number")]
        chain = [frame.function for frame in reversed(view.frames) if frame.thread == view.thread]
        if len(chain) > 4:
            chain = [chain[0], "…", *chain[-2:]]
        path = [Bit("  "), Bit(visible(" > ".join(chain)), "function")] if chain else []
        thread_bits = [Bit(f"  {thread_label(current.name)}", "dim")] if current and (len(threads) > 1 or width >= 100) else []
        if width_of([*left, *path, *thread_bits, *right]) < width:
            path += thread_bits
        left += path
    return Row(tuple(left), tuple(right))


def footer_row(now: Situation, width: int) -> Row:
    """As many of the actions that are available now as there is room for, in the order of the registry."""
    bits: list[Bit] = [Bit(" ")]
    shown = [action for action in ACTIONS if action.label]
    last = [action for action in shown if action.name in ("help", "quit")]
    room = width - 1 - sum(len(f"{key_text(action.keys[0])} {action.label}  ") for action in last)
    for action in [*(action for action in shown if action not in last), *last]:
        if not action.available_when(now):
            continue
        pair = [Bit(key_text(action.keys[0]), "key"), Bit(f" {action.label}  ", "dim")]
        if action in last:
            bits += pair
        elif width_of(pair) <= room:
            room -= width_of(pair)
            bits += pair
    return Row(tuple(bits))


class Bar(RowList, can_focus=False):
    """A line that shows one row."""

    marks = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.row = Row()

    def show_row(self, row: Row) -> None:
        self.row = row
        self.rebuild()

    def show_text(self, text: str, style: str, tail: Sequence[Bit] = ()) -> None:
        """Show a sentence (a message or a caption)."""
        self.show_row(Row((Bit(" "), *prose(text, style, f"{style} code")), tuple(tail)))

    def build(self) -> list[Row]:
        return [self.row]
