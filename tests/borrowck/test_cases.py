"""Small programs, one for each rule of the borrow checker: the verdict, messages and labels are those that rustc was recorded
to give."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import interpreter
from interpreter.diagnostics import Severity
from tests import rustc
from tests.test_programs import error

CASES = sorted((Path(__file__).parent / "cases").glob("*.rs"))
RECORD = Path(__file__).parent / "expected.json"


def recorded() -> dict[str, Any]:
    return dict(json.loads(RECORD.read_text(encoding="utf-8"))) if RECORD.exists() else {}


def test_record(bless: bool) -> None:
    """With --bless: ask rustc anew."""
    if bless:
        answers = {path.stem: rustc.ask(path).get("errors", []) for path in CASES}
        RECORD.write_text(json.dumps(answers, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    assert sorted(recorded()) == [path.stem for path in CASES]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_same_as_rustc(path: Path) -> None:
    compilation = interpreter.compile_source(path.name, path.read_text(encoding="utf-8"))
    assert compilation.unsupported is None, f"unsupported: {compilation.unsupported}"
    got = [error(d) for d in compilation.diagnostics if d.severity is Severity.ERROR]
    expected = recorded()[path.stem]
    brief = ("code", "line", "message")
    assert [[e[k] for k in brief] for e in got] == [[e[k] for k in brief] for e in expected]
    assert got == expected
