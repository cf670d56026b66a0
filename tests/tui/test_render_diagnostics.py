"""The layout of diagnostics is rustc's: each program of `rendered/` has what rustc says about it as JSON, with rustc's own text.

`--bless` records it anew. Forms that our diagnostics don't hold (notes at places in std, suggestions that rustc writes beside a
label) are passed over; how many diagnostics were compared is asserted, so that the test can't become empty.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from interpreter.diagnostics import Diagnostic, Label, Severity, SpannedNote, Suggestion
from interpreter.source import SourceFile, Span
from tui.render_diagnostics import render

FOLDER = Path(__file__).parent / "rendered"
COMPARED = {"labels_on_one_line": 4, "several_lines": 3, "suggestions": 4, "far_apart": 4, "spanned_notes": 3}


def from_json(source: SourceFile, record: dict[str, Any]) -> Diagnostic | None:
    """rustc's JSON as a diagnostic of ours; None where ours has no such form."""
    data = source.text.encode()

    def span(place: dict[str, Any]) -> Span:
        return Span(source, len(data[: place["byte_start"]].decode()), len(data[: place["byte_end"]].decode()))

    if any(place["file_name"] != source.name for place in record["spans"]) or not record["spans"]:
        return None
    labels = {
        primary: tuple(Label(span(place), place["label"] or "") for place in record["spans"] if place["is_primary"] is primary)
        for primary in (True, False)
    }
    notes: list[str] = []
    helps: list[str] = []
    suggestions: list[Suggestion] = []
    for child in record["children"]:
        if not child["spans"]:
            (notes if child["level"] == "note" else helps).append(child["message"])
        elif child["level"] == "note" and all(place["file_name"] == source.name for place in child["spans"]):
            at = {
                primary: tuple(
                    Label(span(place), place["label"] or "") for place in child["spans"] if place["is_primary"] is primary
                )
                for primary in (True, False)
            }
            notes.append(SpannedNote(child["message"], at[True], at[False]))
        elif all(place["suggested_replacement"] is not None for place in child["spans"]):
            if f"help: {child['message']}\n" not in record["rendered"]:
                return None
            edits = tuple((span(place), place["suggested_replacement"]) for place in child["spans"])
            suggestions.append(Suggestion(child["message"], edits))
        else:
            return None
    code = record["code"]["code"] if record["code"] else None
    severity = Severity(record["level"])
    texts = (tuple(notes), tuple(helps), tuple(suggestions))
    return Diagnostic(code, record["message"], labels[True], labels[False], *texts, severity)


@pytest.mark.parametrize("name", sorted(COMPARED))
def test_layout_is_rustcs(name: str, bless: bool, tmp_path: Path) -> None:
    path = FOLDER / f"{name}.json"
    if bless:
        command = ["rustc", "--edition", "2021", "--error-format=json", "--crate-type=bin", "--emit=metadata", "-o"]
        output = subprocess.run(
            [*command, str(tmp_path / "out.rmeta"), f"{name}.rs"], cwd=FOLDER, capture_output=True, text=True, check=False
        )
        path.write_text(output.stderr, encoding="utf-8")
    source = SourceFile(f"{name}.rs", (FOLDER / f"{name}.rs").read_text(encoding="utf-8"))
    compared = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        diagnostic = from_json(source, record)
        if diagnostic is None:
            continue
        compared += 1
        ours = "\n".join(item.text for item in render(diagnostic))
        theirs = "\n".join(text.rstrip() for text in record["rendered"].rstrip().split("\n"))
        assert ours == theirs
    assert compared >= COMPARED[name]
