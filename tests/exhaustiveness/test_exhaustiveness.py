"""Exhaustiveness of patterns, held against what rustc 1.95 said of the same programs (programs/expected.json)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from interpreter import compile_source

PROGRAMS = Path(__file__).parent / "programs"
EXPECTED: dict[str, list[dict[str, Any]]] = json.loads((PROGRAMS / "expected.json").read_text(encoding="utf-8"))
CODES = ("E0004", "E0005", "E0030", "E0170", "E0579", None)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_witnesses_as_rustc_finds_them(name: str) -> None:
    compilation = compile_source(name, (PROGRAMS / name).read_text(encoding="utf-8"))
    expected = {(e["code"], e["line"], e["column"], e["message"]) for e in EXPECTED[name] if e["code"] in CODES}
    found = {(d.code, *d.span.start, d.message) for d in compilation.diagnostics if d.code in CODES}
    assert found == expected


@pytest.mark.parametrize(
    "body",
    [
        "match x { 0 => {} 1..=254 => {} 255 => {} }",
        "match (x, b) { (_, true) => {} (0..=9, false) => {} (10.., false) => {} }",
        "match o { Some(Some(_)) => {} Some(None) | None => {} }",
        "match s { [] => {} [_] => {} [_, .., _] => {} }",
        "match a { [true, _] => {} [false, _] => {} }",
        "match r { &true => {} &false => {} }",
        "match v { Ok(n) => {} }",
        "let Ok(n) = v;",
        "let (a, b) = (x, b);",
        "for (i, _) in [(1, 2)] {}",
        "match c { '\\0'..='\\u{D7FF}' => {} '\\u{E000}'..='\\u{10FFFF}' => {} }",
        "match u { 0.. => {} }",
        "if let Some(_) = o {}",
        "let Some(_) = o else { return };",
    ],
)
def test_what_covers_everything_is_accepted(body: str) -> None:
    text = (
        "enum Void {} fn f(x: u8, b: bool, o: Option<Option<i32>>, s: &[i32], a: [bool; 2], r: &bool, v: Result<i32, Void>,"
        f" c: char, u: usize) {{ {body} }} fn main() {{}}"
    )
    compilation = compile_source("main.rs", text)
    assert not [d for d in compilation.diagnostics if d.code in CODES]
    assert compilation.supported
