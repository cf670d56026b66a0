"""A diagnostic in the making, with rustc's rules for labels on the primary span."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label, Suggestion, note_at
from interpreter.records import Record, field
from interpreter.source import Span


class DiagBuilder(Record):
    """Collects what a Diagnostic consists of. A label on the primary span becomes a primary label."""

    code: str | None
    message: str
    span: Span
    primary: list[Label] = field(default_factory=list)
    secondary: list[Label] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    helps: list[str] = field(default_factory=list)
    suggestions: list[Suggestion] = field(default_factory=list)

    def label(self, span: Span, text: str) -> DiagBuilder:
        label = Label(span, text)
        (self.primary if span == self.span else self.secondary).append(label)
        return self

    def label_desugared(self, span: Span, text: str) -> DiagBuilder:
        """A label on what a desugaring made of the text at `span`: never a primary one."""
        self.secondary.append(Label(span, text, desugared=True))
        return self

    def note(self, text: str, *at: Label, beside: tuple[Label, ...] = ()) -> DiagBuilder:
        """A note; `at` are the places that it points at, `beside` others that it labels."""
        self.notes.append(note_at(text, *at, beside=beside))
        return self

    def help(self, text: str, *at: Label, beside: tuple[Label, ...] = ()) -> DiagBuilder:
        """A help without an edit, with places as `note` has them."""
        self.helps.append(note_at(text, *at, beside=beside))
        return self

    def suggest(self, message: str, *edits: tuple[Span, str]) -> DiagBuilder:
        self.suggestions.append(Suggestion(message, edits))
        return self

    def replace_span(self, span: Span) -> None:
        """Make another span the primary one; the labels of the old one become secondary."""
        self.secondary = [*self.primary, *self.secondary]
        self.primary = []
        self.span = span

    def build(self) -> Diagnostic:
        primary = tuple(self.primary) or (Label(self.span),)
        return Diagnostic(
            self.code,
            self.message,
            primary,
            tuple(self.secondary),
            tuple(self.notes),
            tuple(self.helps),
            tuple(self.suggestions),
        )


class DiagBuffer(Record):
    """Errors held back until the body is checked, then given in the order of their places (rustc: `BorrowckDiagnosticsBuffer`).

    A later error about the same moves replaces an earlier one; several mutable borrows of one immutable binding are one error.
    """

    move_errors: dict[tuple[int, ...], tuple[object, DiagBuilder]] = field(default_factory=dict)
    mut_errors: dict[Span, tuple[DiagBuilder, int]] = field(default_factory=dict)
    others: list[DiagBuilder] = field(default_factory=list)

    def add(self, diag: DiagBuilder) -> None:
        self.others.append(diag)

    def finish(self) -> list[Diagnostic]:
        """All of them, sorted by place."""
        found = list(self.others)
        found.extend(diag for _, (_, diag) in sorted(self.move_errors.items(), key=lambda item: item[0]))
        for diag, count in self.mut_errors.values():
            if count > 10:
                diag.note(f"...and {count - 10} other attempted mutable borrows")
            found.append(diag)
        found.sort(key=lambda diag: (diag.span.source_callsite().lo, diag.span.source_callsite().hi))
        return [diag.build() for diag in found]
