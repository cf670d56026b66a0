"""Syntax and macro errors, held against what rustc 1.95 says: message, code, places, labels and notes.

`syntax_errors.json`: small programs with rustc's first error. `macro_errors.json`: programs with errors of
rustc's that expansion reports. Both were recorded from rustc's JSON diagnostics.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from interpreter.diagnostics import Diagnostic, Label
from interpreter.resolve import ExpansionAborted, StdLoader, resolve_crate
from interpreter.source import SourceFile
from interpreter.syntax.parser import parse_source

HERE = Path(__file__).parent
SYNTAX = json.loads((HERE / "syntax_errors.json").read_text())
MACROS = json.loads((HERE / "macro_errors.json").read_text())


def _place(label: Label) -> list[Any]:
    span = label.span
    while span.call_site is not None and span.file.is_std:
        span = span.call_site
    return [*span.start, *span.end, label.text]


def _plain(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "message": diagnostic.message,
        "primary": sorted(map(_place, diagnostic.primary)),
        "secondary": sorted(map(_place, diagnostic.secondary)),
        "notes": list(diagnostic.notes),
    }


def _errors(source: str) -> list[dict[str, Any]]:
    crate, diagnostics = parse_source(SourceFile("main.rs", source))
    if crate is not None:
        try:
            diagnostics = diagnostics + resolve_crate(crate, StdLoader())[1]
        except ExpansionAborted as aborted:
            diagnostics = diagnostics + aborted.diagnostics
    return [_plain(diagnostic) for diagnostic in diagnostics]


@pytest.mark.parametrize("case", SYNTAX, ids=lambda case: case["source"].strip().replace("\n", " ")[:60])
def test_first_syntax_error_is_rustcs(case: dict[str, Any]) -> None:
    assert _errors(case["source"])[0] == case["error"]


@pytest.mark.parametrize("case", MACROS, ids=lambda case: case["errors"][0]["message"][:60])
def test_macro_errors_are_rustcs(case: dict[str, Any]) -> None:
    found = _errors(case["source"])
    for error in case["errors"]:
        assert error in found
