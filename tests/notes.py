"""What is said below a program's errors: notes, helps and suggestions, and the lines that they point at."""

from __future__ import annotations

import interpreter


def assert_noted(source: str, expected: dict[str, list[int]]) -> None:
    """Each of the texts is said of the program, and points at just these lines."""
    found = interpreter.compile_source("main.rs", source).diagnostics
    said = {text for d in found for text in (*d.notes, *d.helps, *(s.message for s in d.suggestions))}
    places = {note.text: [label.span.line for label in note.primary] for d in found for note in d.spanned_notes}
    for note, lines in expected.items():
        assert note in said
        assert places.get(note, []) == lines
