"""The sample programs, and our test programs in tests/lang: what crabwalk says of each is what rustc was recorded to say."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

import interpreter
from interpreter.diagnostics import Diagnostic, Severity
from tests import rustc

ROOT = Path(__file__).parent.parent
PROGRAMS = sorted([*(ROOT / "programs").glob("*/*.rs"), *(ROOT / "tests" / "lang").glob("**/*.rs")])
KNOWN: dict[str, str] = {}
"""Where crabwalk is known to differ from rustc: the lines of the errors are right, something else isn't."""


def golden(path: Path) -> Path:
    """Where rustc's word on a program is kept: beside it, or for the sample programs, which are installed, in tests/recorded."""
    if path.is_relative_to(ROOT / "tests"):
        return path.with_suffix(".json")
    return (ROOT / "tests" / "recorded" / path.relative_to(ROOT)).with_suffix(".json")


def key(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def error(diagnostic: Diagnostic) -> dict[str, Any]:
    labels = []
    for label, primary in diagnostic.labels:
        span = label.span.as_written()
        if not span.file.is_std:
            labels.append([*span.start, *span.end, label.text, primary])
    return {
        "code": diagnostic.code,
        "line": diagnostic.span.line,
        "message": diagnostic.message,
        "labels": sorted(labels, key=repr),
    }


def answer(path: Path) -> dict[str, Any]:
    """What crabwalk says of a program, in the form of rustc.Expected."""
    compilation = interpreter.compile_source(path.name, path.read_text(encoding="utf-8"))
    assert compilation.unsupported is None, f"unsupported: {compilation.unsupported}"
    if not compilation.ok:
        return {"errors": [error(d) for d in compilation.diagnostics if d.severity is Severity.ERROR]}
    stdout, stderr = io.StringIO(), io.StringIO()
    code = interpreter.run_program(compilation, io.StringIO(), stdout, stderr)
    return {"stdout": stdout.getvalue(), "exit": code, "panic": rustc.panic_of(stderr.getvalue())}


def in_order(errors: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """By line: which of two independent errors comes first isn't compared."""
    return sorted(errors, key=lambda e: (e["line"], e["code"] or "", e["message"], repr(e["labels"])))


def recorded(path: Path, bless: bool) -> rustc.Expected:
    """What rustc was recorded to say; with `--bless` it is asked now."""
    record = golden(path)
    if bless:
        record.parent.mkdir(parents=True, exist_ok=True)
        record.write_text(json.dumps(rustc.ask(path), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    assert record.exists(), f"{key(path)} was never recorded: pytest tests/test_programs.py --bless -k {path.stem}"
    return dict(json.loads(record.read_text(encoding="utf-8")))


def test_no_record_without_a_program() -> None:
    kept = [*(ROOT / "tests" / "lang").rglob("*.json"), *(ROOT / "tests" / "recorded").rglob("*.json")]
    assert {golden(path) for path in PROGRAMS} == set(kept)


@pytest.mark.parametrize("path", PROGRAMS, ids=key)
def test_same_as_rustc(path: Path, bless: bool) -> None:
    expected, got = recorded(path, bless), answer(path)
    if "errors" in expected:
        assert "errors" in got, "crabwalk accepts what rustc rejects"
        theirs, ours = in_order(expected["errors"]), in_order(got["errors"])
        if key(path) in KNOWN:
            assert [e["line"] for e in ours] == [e["line"] for e in theirs]
            assert ours != theirs, "mended: take it out of KNOWN"
            return
        brief = ("code", "line", "message")
        assert [[e[k] for k in brief] for e in ours] == [[e[k] for k in brief] for e in theirs]
        assert ours == theirs
    else:
        assert got == expected


@pytest.mark.parametrize("path", [p for p in PROGRAMS if p.is_relative_to(ROOT / "programs")], ids=key)
def test_samples_say_what_to_look_for(path: Path) -> None:
    """Each sample starts with a title and what to look for."""
    header = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("//!")]
    assert len(header) >= 2
