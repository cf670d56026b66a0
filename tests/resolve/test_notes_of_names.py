"""Where the notes of name resolution point, as rustc has it."""

from __future__ import annotations

import pytest

from tests.notes import assert_noted

CASES = {
    "mod m { struct P; }\nuse m::P;": {"the struct `P` is defined here": [1]},
    "mod m {\n use std::mem;\n}\nuse m::mem;": {"the module import `mem` is defined here...": [2]},
    "mod a { pub struct X; }\nmod b { pub struct X; }\nuse a::*;\nuse b::*;\nfn f(x: X) {}": {
        "`X` could refer to the struct imported here": [3],
        "`X` could also refer to the struct imported here": [4],
    },
    "enum E { A(i32) }\nfn f() { E; }": {
        "the enum is defined here": [1],
        "the following enum variant is available": [],
    },
    "struct S;\nfn f(x: T) {}": {"you might be missing a type parameter": []},
}


@pytest.mark.parametrize("text", CASES)
def test_notes(text: str) -> None:
    assert_noted(f"{text}\nfn main() {{}}\n", CASES[text])
