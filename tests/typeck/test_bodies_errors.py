"""What typeck says of bodies with errors, against rustc 1.95's own words: code, message, place and every label.

`bodies_errors.json` holds small programs with rustc's JSON diagnostics, recorded by `rustc --edition 2021
--error-format=json`: labels as [line, column, end line, end column, text, primary].
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from interpreter import compile_source
from interpreter.diagnostics import Severity

_CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "bodies_errors.json").read_text())


def _told(source: str) -> list[tuple[Any, ...]]:
    compilation = compile_source("src/main.rs", source)
    assert compilation.unsupported is None, compilation.unsupported
    found: list[tuple[Any, ...]] = []
    for diagnostic in compilation.diagnostics:
        if diagnostic.severity is not Severity.ERROR:
            continue
        labels = [
            (*label.span.source_callsite().start, *label.span.source_callsite().end, label.text, primary)
            for group, primary in ((diagnostic.primary, True), (diagnostic.secondary, False))
            for label in group
            if not label.span.file.is_std
        ]
        found.append((diagnostic.code, diagnostic.message, tuple(sorted(labels))))
    return sorted(found, key=repr)


@pytest.mark.parametrize("case", _CASES, ids=[str(i) for i in range(len(_CASES))])
def test_words_and_labels_are_rustcs(case: dict[str, Any]) -> None:
    expected = [(e["code"], e["message"], tuple(sorted(tuple(label) for label in e["labels"]))) for e in case["errors"]]
    assert _told(case["source"]) == sorted(expected, key=repr), case["source"]


def test_one_bad_expression_gives_one_error() -> None:
    source = """
struct Point { x: i32 }
fn main() {
    let p = Point { x: 1 };
    let y = p.nothing;
    let z = y + 1;
    let w: String = z;
    println!("{} {:?}", y, w.len() + z);
}
"""
    assert [(code, message) for code, message, _ in _told(source)] == [("E0609", "no field `nothing` on type `Point`")]
