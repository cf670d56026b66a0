"""For each error of the borrow checker there is a program under tests/lang that has it, and one that narrowly hasn't.

A program that is a near miss says so in its first lines: `//! Near misses of E0382, E0505: ...`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

LANG = Path(__file__).parent.parent / "lang"
CODES = [
    "E0106",
    "E0195",
    "E0261",
    "E0262",
    "E0309",
    "E0310",
    "E0311",
    "E0373",
    "E0381",
    "E0382",
    "E0384",
    "E0491",
    "E0499",
    "E0500",
    "E0501",
    "E0502",
    "E0503",
    "E0505",
    "E0506",
    "E0507",
    "E0508",
    "E0509",
    "E0510",
    "E0515",
    "E0521",
    "E0524",
    "E0594",
    "E0596",
    "E0597",
    "E0621",
    "E0700",
    "E0713",
    "E0716",
]
WITHOUT_CODE = "lifetime may not live long enough"


def rejected() -> set[str]:
    """The codes, or messages without one, of all recorded errors."""
    found: set[str] = set()
    for record in LANG.rglob("*.json"):
        for error in json.loads(record.read_text(encoding="utf-8")).get("errors", ()):
            found.add(error["code"] or error["message"])
    return found


def near_misses() -> str:
    """What the headers of the accepted programs say that they nearly miss."""
    headers: list[str] = []
    for program in (LANG / "pass").glob("*.rs"):
        lines = program.read_text(encoding="utf-8").splitlines()
        header = " ".join(line.removeprefix("//!").strip() for line in lines if line.startswith("//!"))
        if header.startswith("Near misses of "):
            headers.append(header)
    return "\n".join(headers)


@pytest.mark.parametrize("error", [*CODES, WITHOUT_CODE])
def test_rejected_and_nearly(error: str) -> None:
    assert error in rejected()
    assert error in near_misses()
