"""Source files, spans and line tables.

Everything may import this module. Spans are half-open ranges of 0-based character offsets; lines and columns
are 1-based wherever they are shown, and columns count characters, as in rustc's JSON diagnostics.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from interpreter.records import NamedTuple, Record, field


class SourceFile(Record, eq=False, slots=False):
    """One text that was compiled: the user's program, a file of the std library, or the output of a derive.

    `is_std` says that steps in it are passed over by the debugger and that its text never shows in diagnostics.
    """

    name: str
    text: str
    is_std: bool = False
    exists: Callable[[str], bool] = field(default=lambda path: False, repr=False)
    """Whether there is a file of that path (`mod name;` asks); text that came without files has none beside it."""
    metavars: dict[Span, Span] = field(default_factory=dict, repr=False)
    """For what variables of macros hold: where the macro's body first has the variable (rustc: `with_metavar_spans`)."""
    _line_starts: list[int] = field(default_factory=list, repr=False)

    @property
    def line_starts(self) -> list[int]:
        """Character offset of the start of each line (built on first use). As in rustc, a final newline begins no line of
        its own.
        """
        if not self._line_starts:
            starts = [0]
            find = self.text.find
            at = find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = find("\n", at + 1)
            if len(starts) > 1 and starts[-1] == len(self.text):
                starts.pop()
            self._line_starts = starts
        return self._line_starts

    def line_column(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of a character offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """The text of a 1-based line without its line end; empty beyond the last line."""
        starts = self.line_starts
        if not 1 <= line <= len(starts):
            return ""
        end = starts[line] if line < len(starts) else len(self.text)
        return self.text[starts[line - 1] : end].rstrip("\r\n")

    @property
    def line_count(self) -> int:
        return len(self.line_starts)


class Span(NamedTuple):
    """A half-open range `[lo, hi)` of characters in a file.

    `call_site` is None for text that stands where it was written; for tokens that come out of the body of a macro
    it is the span of the macro's invocation (which may itself have a call site).
    """

    file: SourceFile
    lo: int
    hi: int
    call_site: Span | None = None

    def to(self, end: Span) -> Span:
        """The span from the start of this one to the end of `end`.

        When the two come from different expansions, a variable of a macro stands for what it holds; else what the innermost macro
        made is all that is told (rustc: `prepare_to_combine`).
        """
        if self.is_beside(end):
            return Span(self.file, self.lo, max(end.hi, self.lo), self.call_site)
        variable, last_variable = self.file.metavars.get(self), end.file.metavars.get(end)
        if last_variable is not None and self.is_beside(last_variable):
            return self.to(last_variable)
        if variable is not None and variable.is_beside(end):
            return variable.to(end)
        if variable is not None and last_variable is not None and variable.is_beside(last_variable):
            return variable.to(last_variable)
        return end if self.call_site is None else self

    def within_macro(self, around: Span) -> Span | None:
        """The variable of a macro that holds what stands here, in the body that `around` is from (rustc: `within_macro`)."""
        variable, other = self.file.metavars.get(self), around.file.metavars.get(around)
        if variable is None or self.is_beside(around) or around.file.is_std or (other is not None and self.is_beside(other)):
            return None
        if not variable.is_beside(around) and (other is None or not variable.is_beside(other)):
            return None
        return variable if variable.file is not self.file or variable.hi < self.lo or self.hi < variable.lo else None

    def is_beside(self, other: Span) -> bool:
        """Whether both come from the same expansion, or stand in the text as written."""
        return self.file is other.file and self.call_site == other.call_site

    def call_beside(self, other: Span) -> Span:
        """This, or the call of the macro it comes from that stands in the same expansion as `other`; this if there is none
        (rustc: `find_ancestor_in_same_ctxt`)."""
        span: Span | None = self
        while span is not None and not span.is_beside(other):
            span = span.call_site
        return span or self

    def source_callsite(self) -> Span:
        """The outermost place in the text as written that this span comes from."""
        span = self
        while span.call_site is not None:
            span = span.call_site
        return span

    def as_written(self) -> Span:
        """Where diagnostics show it: within the user's own macros, but out of std's and of what derives generate."""
        span = self
        while span.call_site is not None and span.file.is_std:
            span = span.call_site
        return span

    def shrink_to_hi(self) -> Span:
        return Span(self.file, self.hi, self.hi, self.call_site)

    def shrink_to_lo(self) -> Span:
        return Span(self.file, self.lo, self.lo, self.call_site)

    @property
    def text(self) -> str:
        return self.file.text[self.lo : self.hi]

    @property
    def start(self) -> tuple[int, int]:
        """1-based (line, column) of the first character."""
        return self.file.line_column(self.lo)

    @property
    def end(self) -> tuple[int, int]:
        """1-based (line, column) just after the last character."""
        return self.file.line_column(self.hi)

    @property
    def line(self) -> int:
        return self.start[0]

    def __repr__(self) -> str:
        (line, column), (end_line, end_column) = self.start, self.end
        return f"{self.file.name}:{line}:{column}: {end_line}:{end_column}"
