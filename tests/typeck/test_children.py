"""The notes, helps and suggestions of typeck's errors, against rustc 1.95's: their words, and the places that they point at.

`children.json` holds programs with what rustc says below some of their errors, from its JSON diagnostics: [code, line, column,
message] of the error, then [level, message, [[line, column, end line, end column, label, primary], ..]] for each child.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from interpreter import compile_source
from interpreter.diagnostics import Severity, SpannedNote

_CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "children.json").read_text(encoding="utf-8"))


def _places(note: str) -> list[list[Any]]:
    if not isinstance(note, SpannedNote):
        return []
    groups = ((note.primary, True), (note.secondary, False))
    places = [(label.span.as_written(), label.text, primary) for group, primary in groups for label in group]
    return sorted([*span.start, *span.end, text, primary] for span, text, primary in places)


def told(source: str) -> dict[tuple[Any, ...], list[list[Any]]]:
    """What is said below each error."""
    found: dict[tuple[Any, ...], list[list[Any]]] = {}
    for error in compile_source("main.rs", source).diagnostics:
        if error.severity is Severity.ERROR:
            children = [["note", note, _places(note)] for note in error.notes]
            children += [["help", text, _places(text)] for text in error.helps]
            children += [["help", text, []] for text in {suggestion.message: None for suggestion in error.suggestions}]
            found[error.code, *error.span.start, error.message] = sorted(children)
    return found


@pytest.mark.parametrize("case", _CASES, ids=[str(i) for i in range(len(_CASES))])
def test_children_are_rustcs(case: dict[str, Any]) -> None:
    ours = told(case["source"])
    for error, children in case["errors"]:
        assert ours[tuple(error)] == children, error
