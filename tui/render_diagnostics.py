"""Diagnostics in rustc's layout: the header, the place, the lines of source with underlines and labels, notes and helps.

In: a `Diagnostic`. Out: lines of bits, which the command line prints (with or without colours) and the errors pane shows.
The layout follows the description in rustc's `rustc_errors::emitter` (labels hang below their underline, rightmost first;
spans over several lines are drawn as brackets at the left). Simplified: long lines are not trimmed in the middle.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from rich.cells import cell_len

from interpreter.diagnostics import Diagnostic, Severity, SpannedNote, Suggestion
from interpreter.enums import Enum
from interpreter.records import Record, field
from interpreter.source import SourceFile, Span
from tui.rows import Bit, visible


class RenderedLine(Record, frozen=True):
    """A line of a rendered diagnostic; `line` is the line of the source that it is about. Prose may be wrapped, art not."""

    bits: tuple[Bit, ...]
    line: int | None = None
    is_prose: bool = False

    @property
    def text(self) -> str:
        return "".join(bit.text for bit in self.bits).rstrip()


class _Kind(Enum):
    SINGLE = 0
    START = 1
    LINE = 2
    END = 3


class _Mark(Record, slots=False):
    """One underline on one line: 0-based half-open columns. `depth` is the bracket's column for spans over several lines."""

    start: int
    end: int
    primary: bool
    label: str
    kind: _Kind = _Kind.SINGLE
    depth: int = 0

    @property
    def takes_space(self) -> bool:
        return self.kind in (_Kind.START, _Kind.END)

    def overlaps(self, other: _Mark, padding: int) -> bool:
        """Whether this mark, `padding` columns longer, and the other share a column."""
        return other.start <= self.start < other.end or self.start <= other.start < self.end + padding


class _Bracket(Record, slots=False):
    """A span over several lines."""

    line_start: int
    line_end: int
    start: int
    end: int
    primary: bool
    label: str
    depth: int = 1
    twin: bool = False

    def same_span(self, other: _Bracket) -> bool:
        return (self.line_start, self.line_end, self.start, self.end) == (
            other.line_start,
            other.line_end,
            other.start,
            other.end,
        )


class _Canvas(Record, slots=False):
    """Lines of single characters, each with a style, that can be written to anywhere."""

    rows: list[list[tuple[str, str]]] = field(default_factory=list)

    def put(self, row: int, column: int, text: str, style: str) -> None:
        while len(self.rows) <= row:
            self.rows.append([])
        cells = self.rows[row]
        for char in text:
            while len(cells) <= column:
                cells.append((" ", ""))
            cells[column] = (char, style)
            column += 1
            for _ in range(cell_len(char) - 1):
                while len(cells) <= column:
                    cells.append((" ", ""))
                cells[column] = ("", style)
                column += 1

    def bits(self, row: int) -> tuple[Bit, ...]:
        out: list[Bit] = []
        for char, style in self.rows[row]:
            if out and out[-1].style == style:
                out[-1] = Bit(out[-1].text + char, style)
            else:
                out.append(Bit(char, style))
        return tuple(out)


def render(diagnostic: Diagnostic) -> list[RenderedLine]:
    """A diagnostic as rustc prints it, without the empty line after it."""
    level = diagnostic.severity.value
    style = "error" if diagnostic.severity is Severity.ERROR else "warning"
    is_code = diagnostic.code is not None and diagnostic.code[:1] == "E" and diagnostic.code[1:].isdigit()
    head = f"{level}[{diagnostic.code}]" if is_code else level
    first = diagnostic.span.line
    message = [Bit(head, style), Bit(f": {diagnostic.message}", "title")]
    lines = [RenderedLine(tuple(message), first, is_prose=True)]
    labels = _labels(diagnostic)
    pad = max((len(str(span.end[0])) for span, _text, _primary in labels), default=1)
    for spanned in diagnostic.spanned_notes:
        pad = max([pad, *(len(str(label.span.as_written().end[0])) for label in (*spanned.primary, *spanned.secondary))])
    for suggestion in diagnostic.suggestions:
        pad = max([pad, *(len(str(span.source_callsite().end[0])) for span, _new in suggestion.edits)])
    lines += _snippet(diagnostic.span.file, diagnostic.span, labels, pad)
    gutter = RenderedLine((Bit(" " * (pad + 1) + "|", "pointer"),))
    if diagnostic.notes or diagnostic.helps:
        lines.append(gutter)
    why_linted = tuple(note for note in diagnostic.notes if note.startswith("`#["))
    notes = tuple(note for note in diagnostic.notes if note not in why_linted)
    for word, texts in (("note", notes), ("help", diagnostic.helps), ("note", why_linted)):
        for text in texts:
            lines += _spanned_note(word, text, pad) if isinstance(text, SpannedNote) else _note(word, text, pad)
    for i, suggestion in enumerate(diagnostic.suggestions):
        if lines[-1] is not gutter and suggestion is diagnostic.suggestions[0] and not (diagnostic.notes or diagnostic.helps):
            lines.append(gutter)
        is_alternative = i > 0 and diagnostic.suggestions[i - 1].message == suggestion.message
        lines += _suggestion(suggestion, pad)[2 if is_alternative else 0 :]
    return lines


def _labels(diagnostic: Diagnostic) -> list[tuple[Span, str, bool]]:
    """(span in the text as written, label, whether primary); spans in the std library are left out."""
    labels = [(label.span.as_written(), label.text, True) for label in diagnostic.primary]
    labels += [(label.span.as_written(), label.text, False) for label in diagnostic.secondary]
    primary = {(span.lo, span.hi) for span, _text, is_primary in labels if is_primary}
    return [
        (span, text, is_primary or (span.lo, span.hi) in primary) for span, text, is_primary in labels if not span.file.is_std
    ]


def _note(word: str, text: str, pad: int) -> list[RenderedLine]:
    first, *rest = text.split("\n")
    start = f"{' ' * (pad + 1)}= "
    lines = [RenderedLine((Bit(start, "pointer"), Bit(word, "title"), Bit(f": {first}")), is_prose=True)]
    return lines + [RenderedLine((Bit(" " * (pad + 3 + len(word) + 2) + line),)) for line in rest]


def _spanned_note(word: str, note: SpannedNote, pad: int) -> list[RenderedLine]:
    """A note with places of its own: like a diagnostic within the diagnostic."""
    at = note.primary[0].span.as_written()
    labels = [(label.span.as_written(), label.text, True) for label in note.primary]
    labels += [(label.span.as_written(), label.text, False) for label in note.secondary]
    first, *rest = note.text.split("\n")
    head = [RenderedLine((Bit(word, "ok"), Bit(f": {first}", "title")), at.line, is_prose=True)]
    head += [RenderedLine((Bit(" " * (len(word) + 2) + line, "title"),)) for line in rest]
    return [*head, *_snippet(at.file, at, labels, pad)]


# The lines of source with their marks -------------------------------------------------------------------------------


def _snippet(file: SourceFile, primary: Span, labels: Sequence[tuple[Span, str, bool]], pad: int) -> list[RenderedLine]:
    line, column = primary.start
    arrow = RenderedLine((Bit(f"{' ' * pad}--> ", "pointer"), Bit(f"{visible(file.name)}:{line}:{column}")), line)
    marks, depth = _collect([item for item in labels if item[0].file is file], file)
    canvas = _Canvas()
    about: dict[int, int] = {}
    canvas.put(0, pad + 1, "|", "pointer")
    width_offset = pad + 3
    code_offset = width_offset + (depth + 1 if depth else 0)
    open_brackets: dict[int, str] = {}
    numbers = sorted(marks)
    for index, number in enumerate(numbers):
        top = len(canvas.rows)
        depths = _source_line(canvas, file, number, marks[number], pad, width_offset, code_offset)
        for row in range(top, len(canvas.rows)):
            about[row] = number
        opening: dict[int, str] = {}
        for bracket, bracket_style in depths:
            if open_brackets.pop(bracket, None) is None:
                opening[bracket] = bracket_style
        for bracket, bracket_style in open_brackets.items():
            for row in range(top, len(canvas.rows)):
                canvas.put(row, width_offset + bracket - 1, "|", bracket_style)
        if index + 1 < len(numbers):
            gap = numbers[index + 1] - number
            row = len(canvas.rows)
            if gap > 2:
                canvas.put(row, 0, "...", "pointer")
            elif gap == 2:
                _code_line(canvas, row, file, number + 1, pad, code_offset)
                about[row] = number + 1
            if gap >= 2:
                starts = {mark.depth: _style(mark) for mark in marks[number] if mark.kind is _Kind.START}
                for bracket, bracket_style in (open_brackets | starts).items():
                    canvas.put(row, width_offset + bracket - 1, "|", bracket_style)
        open_brackets |= opening
    return [arrow, *(RenderedLine(canvas.bits(row), about.get(row)) for row in range(len(canvas.rows)))]


def _style(mark: _Mark) -> str:
    return "error" if mark.primary else "pointer"


def _collect(labels: Sequence[tuple[Span, str, bool]], file: SourceFile) -> tuple[dict[int, list[_Mark]], int]:
    """The marks of each line to be shown, and how many columns brackets need."""
    marks: dict[int, list[_Mark]] = {}
    brackets: list[_Bracket] = []
    for span, text, primary in labels:
        (line, column), (end_line, end_column) = span.start, span.end
        if line == end_line:
            marks.setdefault(line, []).append(_Mark(column - 1, max(end_column - 1, column), primary, text))
        else:
            brackets.append(_Bracket(line, end_line, column - 1, end_column - 1, primary, text))
    brackets.sort(key=lambda item: (item.line_start, -item.line_end))
    for item in list(brackets):
        for other in brackets:
            if not item.same_span(other):
                if item.line_start <= other.line_end and other.line_start <= item.line_end:
                    other.depth += 1
                else:
                    break
            elif other is not item:
                other.twin = True
            else:
                break
    depth = max((item.depth for item in brackets), default=0)
    for item in brackets:
        item.depth = depth - item.depth + 1
        end = _Mark(max(item.end - 1, 0), item.end, item.primary, item.label, _Kind.END, item.depth)
        if item.twin:
            end.kind = _Kind.SINGLE
        else:
            _bracket_lines(marks, item, file)
        marks.setdefault(item.line_end, []).append(end)
    return marks, depth


def _bracket_lines(marks: dict[int, list[_Mark]], item: _Bracket, file: SourceFile) -> None:
    """Show the first lines of a long span (up to four, without a tail of trivial ones) and its last but one."""
    start = _Mark(item.start, item.start + 1, item.primary, "", _Kind.START, item.depth)
    marks.setdefault(item.line_start, []).append(start)
    middle = min(item.line_start + 4, item.line_end)
    until = next(
        (line + 1 for line in range(middle - 1, item.line_start - 1, -1) if _telling(file.line_text(line))), item.line_start
    )
    between = list(range(item.line_start + 1, until))
    last = item.line_end - 1
    if middle < last and _telling(file.line_text(last)):
        between.append(last)
    for line in between:
        marks.setdefault(line, []).append(_Mark(0, 0, item.primary, "", _Kind.LINE, item.depth))


def _telling(text: str) -> bool:
    """Whether a line is more than blank, a comment, or a lone delimiter."""
    text = text.strip()
    comment = text.startswith("//") or (text.startswith("/*") and text.endswith("*/"))
    return not comment and text not in ("", "{", "}", "(", ")", "[", "]")


def _shown(text: str) -> str:
    return visible(text.replace("\t", "    "))


def _code_line(canvas: _Canvas, row: int, file: SourceFile, number: int, pad: int, code_offset: int) -> None:
    canvas.put(row, 0, f"{number:>{pad}} |", "pointer")
    canvas.put(row, code_offset, _shown(file.line_text(number)), "")


def _source_line(
    canvas: _Canvas, file: SourceFile, number: int, marks: list[_Mark], pad: int, width_offset: int, code_offset: int
) -> list[tuple[int, str]]:
    """Draw a line of source and all that hangs below it; gives the brackets that begin or end here."""
    text = file.line_text(number)
    row = len(canvas.rows)
    _code_line(canvas, row, file, number, pad, code_offset)
    if all(mark.kind is _Kind.LINE or (mark.kind is _Kind.START and not text[: mark.start].strip()) for mark in marks):
        begun = [mark for mark in marks if mark.kind is _Kind.START]
        for mark in begun:
            canvas.put(row, width_offset + mark.depth - 1, "/", _style(mark))
        return [(mark.depth, _style(mark)) for mark in begun]
    placed, height = _positions(sorted(marks, key=lambda mark: -mark.start))
    if all(mark.kind is _Kind.START for _level, mark in placed):
        top = max(level for level, _mark in placed)
        placed = [(top - level, mark) for level, mark in placed]
        height = max(height - 1, 0)
    for level in range(height + 1):
        canvas.put(row + level + 1, pad + 1, "|", "pointer")

    def at(column: int) -> int:
        return code_offset + cell_len(_shown(text[:column])) + max(column - len(text), 0)

    for level, mark in placed:
        if mark.takes_space:
            for column in range(width_offset + mark.depth, at(mark.start)):
                canvas.put(row + level + 1, column, "_", _style(mark))
    for level, mark in placed:
        if level > 0 and (mark.label or mark.takes_space):
            for below in range(row + 1, row + level + 2):
                canvas.put(below, at(mark.start), "|", _style(mark))
        if mark.kind is _Kind.START:
            for below in range(row + level + 2, row + height + 2):
                canvas.put(below, width_offset + mark.depth - 1, "|", _style(mark))
        elif mark.kind is _Kind.END:
            for above in range(row, row + level + 2):
                canvas.put(above, width_offset + mark.depth - 1, "|", _style(mark))
    for level, mark in placed:
        if not mark.label:
            continue
        if level == 0:
            canvas.put(row + 1, at(mark.end) + (1 if mark.end else 2), mark.label, _style(mark))
        else:
            canvas.put(row + level + 2, at(mark.start), mark.label, _style(mark))
    for _level, mark in sorted(placed, key=lambda item: (-(item[1].end - item[1].start), item[1].primary)):
        if mark.kind is _Kind.LINE:
            continue
        width = max(at(mark.end) - at(mark.start), 1)
        canvas.put(row + 1, at(mark.start), ("^" if mark.primary else "-") * width, _style(mark))
    return [(mark.depth, _style(mark)) for _level, mark in placed if mark.takes_space]


def _positions(marks: list[_Mark]) -> tuple[list[tuple[int, _Mark]], int]:
    """At which level below the underline each label hangs (0: beside it), and how many rows that takes."""
    placed: list[tuple[int, _Mark]] = []
    height = level = 0
    for index, mark in enumerate(marks):
        for other in marks[index + 1 :]:
            if level == 0 and mark.label and other.overlaps(mark, 0):
                if (other.start, other.end) == (mark.start, mark.end) and not other.label:
                    continue
                level += 1
                break
        placed.append((level, mark))
        for other in marks[index + 1 :]:
            padding = len(other.label) + 2 if other.label else 0
            near = other.overlaps(mark, padding)
            if (
                (near and mark.label and other.label)
                or (mark.takes_space and (other.label or other.takes_space))
                or (mark.label and other.takes_space)
                or (near and other.end <= mark.end and other.label and level == 0)
            ):
                level += 1
                break
        height = max(height, level)
    return placed, height + 1 if height else 0


# Suggestions --------------------------------------------------------------------------------------------------------


def _suggestion(suggestion: Suggestion, pad: int) -> list[RenderedLine]:
    """A help with what the source would look like: `+` below what is added, or the old line and the new one."""
    head = RenderedLine((Bit("help", "ok"), Bit(f": {suggestion.message}", "title")), is_prose=True)
    edits = sorted(((span.source_callsite(), new) for span, new in suggestion.edits), key=lambda edit: edit[0].lo)
    edits = [_trimmed(span, new) for span, new in edits if span.text != new]
    if not edits:
        return [head]
    file = edits[0][0].file
    gutter = RenderedLine((Bit(" " * (pad + 1) + "|", "pointer"),))
    first, last = edits[0][0].line, max(span.end[0] for span, _new in edits)
    start = file.line_starts[first - 1]
    old = [file.line_text(line) for line in range(first, last + 1)]
    new = _apply("\n".join(old), start, edits).split("\n")
    if len(old) > 1 or len(new) > 1:
        return [head, gutter, *_changed_lines(first, old, new, pad), gutter]
    if all(span.lo == span.hi for span, _new in edits):
        return [head, gutter, *_inserted_line(file, first, edits, pad)]
    lines = [head, gutter, RenderedLine((Bit(f"{first:>{pad}} - ", "error"), Bit(_shown(old[0]))), first)]
    if new[0].strip():
        lines.append(RenderedLine((Bit(f"{first:>{pad}} + ", "ok"), Bit(_shown(new[0]))), first))
    return [*lines, gutter]


def _trimmed(span: Span, new: str) -> tuple[Span, str]:
    """An edit without the beginning and the end that the old and the new text have in common."""
    old = span.text
    front = _common(old, new)
    back = _common(old[front:][::-1], new[front:][::-1])
    return Span(span.file, span.lo + front, span.hi - back), new[front : len(new) - back]


def _common(one: str, other: str) -> int:
    """How many characters two strings have in common at their beginning."""
    return next((index for index, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))


def _apply(text: str, start: int, edits: Iterable[tuple[Span, str]]) -> str:
    for span, new in sorted(edits, key=lambda edit: -edit[0].lo):
        text = text[: span.lo - start] + new + text[span.hi - start :]
    return text


def _inserted_line(file: SourceFile, number: int, edits: Sequence[tuple[Span, str]], pad: int) -> list[RenderedLine]:
    start = file.line_starts[number - 1]
    text = file.line_text(number)
    canvas = _Canvas()
    canvas.put(0, 0, f"{number:>{pad}} |", "pointer")
    canvas.put(0, pad + 3, _shown(_apply(text, start, edits)), "")
    canvas.put(1, pad + 1, "|", "pointer")
    shift = 0
    for span, new in edits:
        at = pad + 3 + cell_len(_shown(text[: span.lo - start])) + shift
        blank = len(new) - len(new.lstrip())
        canvas.put(1, at + blank, "+" * cell_len(_shown(new.strip())), "ok")
        shift += cell_len(_shown(new))
    return [RenderedLine(canvas.bits(0), number), RenderedLine(canvas.bits(1), number)]


def _changed_lines(first: int, old: Sequence[str], new: Sequence[str], pad: int) -> list[RenderedLine]:
    """The new text of several lines: `~` before what has changed, `+` before what is added, long equal parts left out."""
    lines: list[RenderedLine] = []
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "delete":
            lines += [
                RenderedLine((Bit(f"{first + index:>{pad}} - ", "error"), Bit(_shown(old[index]))), first + index)
                for index in range(old_from, old_to)
            ]
            continue
        sign, style = {"equal": ("|", "pointer"), "insert": ("+", "ok")}.get(tag, ("~", "ok"))
        shown = list(range(new_from, new_to))
        if tag == "equal" and len(shown) > 3:
            shown[1:-1] = [-1]
        for index in shown:
            if index < 0:
                lines.append(RenderedLine((Bit("...", "pointer"),)))
            else:
                bits = (Bit(f"{first + index:>{pad}} {sign} ", style), Bit(_shown(new[index])))
                lines.append(RenderedLine(bits, min(first + index, first + len(old) - 1)))
    return lines
