"""Errors of name resolution, held against what rustc 1.95 said of the same programs (tests/resolve/programs/expected.json)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from interpreter.diagnostics import Diagnostic
from interpreter.resolve import StdLoader, resolve_crate
from interpreter.source import SourceFile
from interpreter.syntax.parser import parse_source

PROGRAMS = Path(__file__).parent / "programs"
EXPECTED: dict[str, list[dict[str, Any]]] = json.loads((PROGRAMS / "expected.json").read_text(encoding="utf-8"))
LATER = frozenset(
    (
        "E0046", "E0107", "E0119", "E0164", "E0223", "E0277", "E0282", "E0005", "E0204", "E0308", "E0369", "E0533", "E0572",
        "E0592", "E0599", "E0618", "E0782",
    )
)  # fmt: skip
"""Codes of the stages after name resolution."""
LATER_MESSAGES = (
    "constant expression depends on a generic parameter",
    "the `Self` constructor can only be used with tuple or unit structs",
)


def resolve(name: str) -> list[Diagnostic]:
    """The errors of expansion and name resolution of one program."""
    crate, diagnostics = parse_source(SourceFile(name, (PROGRAMS / name).read_text(encoding="utf-8")))
    assert crate is not None and not diagnostics
    return resolve_crate(crate, StdLoader())[1]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_errors_as_rustc_tells_them(name: str) -> None:
    expected = {
        (error["code"], error["line"], error["column"], error["message"])
        for error in EXPECTED[name]
        if error["code"] not in LATER and error["message"] not in LATER_MESSAGES
    }
    found = {(d.code, *d.span.start, d.message) for d in resolve(name)}
    assert found == expected


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_labels_as_rustc_puts_them(name: str) -> None:
    """For every error that both tell, the same labels at the same places."""
    expected = {
        (e["code"], e["line"], e["column"], e["message"]): [tuple(label) for label in e["labels"]] for e in EXPECTED[name]
    }
    for diagnostic in resolve(name):
        key = (diagnostic.code, *diagnostic.span.start, diagnostic.message)
        if key in expected:
            labels = [
                (*label.span.as_written().start, *label.span.as_written().end, label.text, True) for label in diagnostic.primary
            ]
            labels += [
                (*label.span.as_written().start, *label.span.as_written().end, label.text, False)
                for label in diagnostic.secondary
            ]
            assert sorted(labels) == expected[key], key
