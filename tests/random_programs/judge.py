"""What rustc and crabwalk say of a file of functions: the errors of each function."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import interpreter
from interpreter.diagnostics import Severity
from tests.random_programs.generate import Function
from tests.random_programs.types import PRELUDE

Verdict = tuple[str, ...]
"""The errors of a function, each `E0382@3` (the line in the function), in order; nothing if it is accepted."""


def source_of(functions: Sequence[Function]) -> str:
    return PRELUDE + "".join("\n".join(function.lines()) + "\n" for function in functions) + "fn main() {}\n"


def of_rustc(functions: Sequence[Function], *, words: bool = False, edition: int = 2021) -> list[Verdict]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "main.rs"
        path.write_text(source_of(functions), encoding="utf-8")
        command = ["rustc", f"--edition={edition}", "--error-format=json", "--emit=metadata", "--out-dir", folder, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    errors: list[tuple[int, str, str]] = []
    for line in done.stderr.splitlines():
        message = json.loads(line)
        if message["level"] == "error" and message["spans"]:
            code = message["code"]["code"] if message["code"] else "-"
            spans = [(_call_site(span), span["label"] or "", span["is_primary"]) for span in message["spans"]]
            primary = next(span for span, _, is_primary in spans if is_primary)
            labels = sorted((span["line_start"], span["column_start"], label) for span, label, _ in spans)
            errors.append((primary["line_start"], code, _words(message["message"], labels) if words else ""))
    return _by_function(functions, errors)


def _call_site(span: Any) -> Any:
    """Where the macro was called that the span lies in."""
    while span["expansion"] is not None and not span["expansion"]["macro_decl_name"].startswith("desugaring of"):
        span = span["expansion"]["span"]
    return span


def of_crabwalk(functions: Sequence[Function], *, words: bool = False, edition: int = 2021) -> list[Verdict]:
    """One verdict is `unsupported` or `crash` if crabwalk can't judge."""
    try:
        compilation = interpreter.compile_source("main.rs", source_of(functions), edition=edition)
    except Exception as trouble:
        return _singly(functions, f"crash: {trouble!r}", words, edition)
    if compilation.unsupported is not None:
        return _singly(functions, f"unsupported: {compilation.unsupported}", words, edition)
    errors: list[tuple[int, str, str]] = []
    for diagnostic in compilation.diagnostics:
        if diagnostic.severity is Severity.ERROR:
            spans = [(label.span.source_callsite(), label.text) for label in (*diagnostic.primary, *diagnostic.secondary)]
            labels = sorted((*span.start, text) for span, text in spans if not span.file.is_std)
            text = _words(diagnostic.message, labels) if words else ""
            errors.append((diagnostic.span.line, diagnostic.code or "-", text))
    return _by_function(functions, errors)


def _singly(functions: Sequence[Function], trouble: str, words: bool, edition: int) -> list[Verdict]:
    """The file can't be judged as a whole: which of its functions is it?"""
    if len(functions) == 1:
        return [(trouble,)]
    return [of_crabwalk([function], words=words, edition=edition)[0] for function in functions]


def _words(message: str, labels: Sequence[tuple[Any, ...]]) -> str:
    return " ".join((message, *(f"[{line}:{column} {text}]" for line, column, text in labels)))


def _by_function(functions: Sequence[Function], errors: list[tuple[int, str, str]]) -> list[Verdict]:
    verdicts: list[Verdict] = []
    start = PRELUDE.count("\n") + 1
    for function in functions:
        end = start + len(function.lines())
        own = sorted((line - start, code, words) for line, code, words in errors if start <= line < end)
        verdicts.append(tuple(f"{code}@{line}{' ' + words if words else ''}" for line, code, words in own))
        start = end
    return verdicts
