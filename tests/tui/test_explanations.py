"""The pages of `crabwalk explain`: there is one for each error code that can be raised, and its two programs are what it says.
Recorded is rustc's word on both; `pytest tests/tui/test_explanations.py --bless` asks it anew."""

from __future__ import annotations

import ast
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import interpreter
from interpreter.diagnostics import Severity
from tests import rustc
from tui import explain

ROOT = Path(__file__).resolve().parent.parent.parent
RECORDS = Path(__file__).with_name("explanations.json")
ALONGSIDE = {
    "E0059": "E0658",  # `Fn<T>` is unstable
    "E0178": "E0782",  # in this edition a trait without `dyn` is no type
    "E0183": "E0658",  # so is how function traits are built
    "E0198": "E0658",  # negative impls are unstable
    "E0380": "E0658",  # auto traits are unstable
    "E0567": "E0658",
    "E0568": "E0658",
    "E0636": "E0554",  # a stable compiler refuses features
    "E0697": "E0658",  # coroutines are unstable
    "E0751": "E0658",
    "E0803": "E0478",  # a lifetime that fits nothing breaks a bound too
}
"""The errors that can't be had without another one."""
KNOWN = {
    "E0183": "the E0658 of the method and of its ABI are missing",
}
"""Where the codes agree with rustc's, but not all else."""


def raisable_codes() -> set[str]:
    """The error codes that the source of the interpreter names."""
    codes = set()
    for path in (ROOT / "interpreter").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"E\d{4}", node.value):
                codes.add(node.value)
    return codes


def test_a_page_for_each_code() -> None:
    assert set(explain.known_codes()) == raisable_codes()


@cache
def records() -> dict[str, Any]:
    return dict(json.loads(RECORDS.read_text(encoding="utf-8")))


def rustcs_word(text: str, folder: Path) -> list[list[Any]]:
    """The errors that rustc reports: code, line, message."""
    path = folder / "main.rs"
    path.write_text(text, encoding="utf-8")
    return [[error["code"], error["line"], error["message"]] for error in rustc.ask(path).get("errors", [])]


def test_record(bless: bool, tmp_path: Path) -> None:
    if bless:
        found = {code: [rustcs_word(text, tmp_path) for text in explain.programs_of(code)] for code in explain.known_codes()}
        lines = ",\n".join(f"{json.dumps(code)}: {json.dumps(words)}" for code, words in found.items())
        RECORDS.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
    assert list(records()) == list(explain.known_codes())


@pytest.mark.parametrize("code", explain.known_codes())
def test_programs_are_what_the_page_says(code: str) -> None:
    """The example raises the code, for rustc at the same line with the same words; the mended twin is accepted by both."""
    expected, of_mended = records()[code]
    example, mended = (interpreter.compile_source("main.rs", text) for text in explain.programs_of(code))
    assert example.unsupported is None and mended.unsupported is None
    errors = [[d.code, d.span.line, d.message] for d in example.diagnostics if d.severity is Severity.ERROR]
    if code in KNOWN:
        assert {error[0] for error in errors} == {error[0] for error in expected} and errors != expected
    else:
        assert sorted(errors) == sorted(expected)
    assert {error[0] for error in expected} == {code} | {ALONGSIDE.get(code, code)}
    assert mended.ok and of_mended == []
