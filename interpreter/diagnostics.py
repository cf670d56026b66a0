"""Diagnostics as data: what is wrong with the user's program, in rustc's words, rendered late.

Four kinds of trouble are never mixed: a `Diagnostic` (the program is rejected), an `UnsupportedError` (the program
lies outside of the subset), a `Termination` of the machine (it ran and ended), and an assertion (our own bug).
"""

from __future__ import annotations

from interpreter.enums import Enum
from interpreter.records import Record, field
from interpreter.source import Span


class Severity(Enum):
    ERROR = "error"
    WARNING = "warning"


class Label(Record, frozen=True):
    """A span and what to say beside it (may be empty: the span is only underlined). `desugared`: it is on what a desugaring made
    of that text, which is another place."""

    span: Span
    text: str = ""
    desugared: bool = False


def macro_variable(span: Span, around: Span) -> tuple[Label, ...]:
    """Beside a name that a macro was given: where its body uses it."""
    variable = span.within_macro(around)
    return (Label(variable, "due to this macro variable"),) if variable is not None else ()


class SpannedNote(str):
    """A note (or a help) that points at places."""

    __slots__ = ("primary", "secondary")

    primary: tuple[Label, ...]
    secondary: tuple[Label, ...]

    def __new__(cls, text: str, primary: tuple[Label, ...], secondary: tuple[Label, ...] = ()) -> SpannedNote:
        note = super().__new__(cls, text)
        note.primary, note.secondary = primary, secondary
        return note

    def __getnewargs__(self) -> tuple[str, tuple[Label, ...], tuple[Label, ...]]:  # type: ignore[override]
        return self.text, self.primary, self.secondary

    @property
    def text(self) -> str:
        """What it says."""
        return str(self)


def note_at(text: str, *primary: Label, beside: tuple[Label, ...] = ()) -> str:
    """A note that points at `primary`, with `beside` labelled too; just its text where that is in std, for nobody to see."""
    seen = tuple([label for label in primary if not label.span.file.is_std])
    return SpannedNote(text, seen, beside) if seen else text


class Diagnostic(Record, frozen=True):
    """One error or warning, worded as rustc words it.

    `code` is "E0382" or the like, a lint's name for warnings, or None where rustc gives none. `primary` may hold several
    labels (rustc allows it); the first gives the place. Labels on spans of the std library are left out when rendering.
    `notes` and `helps` are rustc's `= note:` and `= help:` lines; those that point at places are `SpannedNote`s.
    `suggestions` are helps with replacement text.
    """

    code: str | None
    message: str
    primary: tuple[Label, ...]
    secondary: tuple[Label, ...] = ()
    notes: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    severity: Severity = Severity.ERROR

    @property
    def spanned_notes(self) -> tuple[SpannedNote, ...]:
        """Those of `notes` and `helps` that point at places."""
        return tuple([note for note in (*self.notes, *self.helps) if isinstance(note, SpannedNote)])

    @property
    def span(self) -> Span:
        """Where the diagnostic points, in the text as written."""
        return self.primary[0].span.as_written()

    @property
    def labels(self) -> list[tuple[Label, bool]]:
        """All labels, and for each whether its span is a primary one (rustc: `MultiSpan::span_labels`)."""
        primary = {label.span for label in self.primary}
        return [(label, label.span in primary and not label.desugared) for label in (*self.primary, *self.secondary)]


class Suggestion(Record, frozen=True):
    """A help with the edits that carry it out: `edits` are (span, replacement)."""

    message: str
    edits: tuple[tuple[Span, str], ...]


class UnsupportedError(Exception):
    """The program uses something outside of crabwalk's subset: `construct` names it, `span` is its place.

    Any stage may raise it; the facade turns it into exit code 3. It never stands for an error of the program.
    """

    def __init__(self, construct: str, span: Span | None) -> None:
        super().__init__(construct)
        self.construct = construct
        self.span = span


class Aborted(Exception):
    """rustc goes no further than the phase that the error reported last belongs to (a cycle of queries, an overflow)."""


class DiagnosticSink(Record, slots=False):
    """Collects the diagnostics of a pass in order; the same one is reported once."""

    items: list[Diagnostic] = field(default_factory=list)
    _seen: set[tuple[object, ...]] = field(default_factory=set)

    def emit(self, diagnostic: Diagnostic) -> None:
        key = (diagnostic.code, diagnostic.message, diagnostic.primary, diagnostic.secondary, diagnostic.notes)
        if key not in self._seen:
            self._seen.add(key)
            self.items.append(diagnostic)

    def error(
        self,
        code: str | None,
        message: str,
        span: Span,
        label: str = "",
        *,
        secondary: tuple[Label, ...] = (),
        notes: tuple[str, ...] = (),
        helps: tuple[str, ...] = (),
    ) -> None:
        """Report an error with one primary label."""
        self.emit(Diagnostic(code, message, (Label(span, label),), secondary, notes, helps))

    @property
    def has_errors(self) -> bool:
        return any(item.severity is Severity.ERROR for item in self.items)
