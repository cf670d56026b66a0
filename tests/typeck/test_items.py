"""Errors in items: the same codes, messages and labels as rustc gives (recorded in items.json)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from interpreter.diagnostics import Label
from interpreter.typeck.items import typeck_items
from tests.typeck.support import context

RECORDED: list[dict[str, Any]] = json.loads((Path(__file__).parent / "items.json").read_text())


def _label(label: Label, kind: str) -> list[str]:
    span = label.span.source_callsite()
    (line, column), (end_line, end_column) = span.start, span.end
    return [kind, f"{line}:{column}-{end_line}:{end_column}", label.text]


@pytest.mark.parametrize("index", range(len(RECORDED)))
def test_items_are_judged_as_rustc_does(index: int) -> None:
    program = RECORDED[index]
    found = [
        [d.code, d.message, sorted([*(_label(x, "P") for x in d.primary), *(_label(x, "s") for x in d.secondary)])]
        for d in typeck_items(context(program["text"]))
    ]
    assert sorted(found, key=str) == program["errors"], program["text"]


def test_sound_items_are_accepted() -> None:
    text = """
        use std::fmt;
        trait Shape { const SIDES: u32; type Unit: Clone; fn area(&self) -> f64; fn scale(&mut self, by: f64) {} }
        struct Square<T>(T);
        impl<T: Copy + Into<f64>> Shape for Square<T> {
            const SIDES: u32 = 4;
            type Unit = String;
            fn area(&self) -> f64 { let x: f64 = self.0.into(); x * x }
        }
        impl<T> Drop for Square<T> { fn drop(&mut self) {} }
        impl<T: fmt::Display> fmt::Display for Square<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{}", self.0) }
        }
        struct Iter<'a, T> { items: &'a [T], at: usize }
        impl<'a, T> Iterator for Iter<'a, T> {
            type Item = &'a T;
            fn next(&mut self) -> Option<Self::Item> { let x = self.items.get(self.at); self.at += 1; x }
        }
        enum Tree { Leaf, Node(Box<Tree>, i32, Box<Tree>) }
        impl<T> From<Square<T>> for Vec<Square<T>> { fn from(s: Square<T>) -> Self { vec![s] } }
        fn apply<F>(f: F) -> impl Fn(i32) -> i32 where F: Fn(i32) -> i32 { move |x| f(x) }
        const N: usize = 2 * 3;
        struct Grid { cells: [[u8; N]; N + 1] }
        fn main() {}
    """
    assert typeck_items(context(text)) == []
