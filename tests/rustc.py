"""The real rustc's word on a program: recorded once, committed, and recorded anew with `pytest --bless` where a rustc is
installed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

Expected = dict[str, Any]
"""{"errors": [{"code", "line", "message", "labels": [[line, column, end_line, end_column, text, primary]]}]} for a rejected
program,
{"stdout", "exit", "panic": [line, column, message] or None} for an accepted one."""


def available() -> bool:
    """Whether there is a rustc to ask."""
    return shutil.which("rustc") is not None


def ask(source: Path, edition: int = 2021) -> Expected:
    """Compile a program with rustc and, if it is accepted, run it."""
    with tempfile.TemporaryDirectory() as folder:
        binary = Path(folder) / "program"
        flags = ["--error-format=json", "-A", "warnings", f"--edition={edition}", "--crate-name", "main"]
        command = ["rustc", *flags, "-o", str(binary)]
        done = subprocess.run([*command, source.name], cwd=source.parent, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            return {"errors": [_error(message) for message in _messages(done.stderr) if message["spans"]]}
        quiet = {name: value for name, value in os.environ.items() if name != "RUST_BACKTRACE"}
        ran = subprocess.run([str(binary)], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, env=quiet)
        code = ran.returncode if ran.returncode >= 0 else 128 - ran.returncode  # a signal, as a shell shows it
        return {"stdout": ran.stdout, "exit": code, "panic": panic_of(ran.stderr)}


def _messages(stderr: str) -> list[Any]:
    messages = [json.loads(line) for line in stderr.splitlines() if line.startswith("{")]
    return [message for message in messages if message["level"] == "error"]


def _error(message: Any) -> Expected:
    """Without the labels in the library's own files, which nobody may have."""
    spans = [span for span in message["spans"] if not span["file_name"].startswith("/")]
    primary = next(span for span in spans if span["is_primary"])
    labels = [
        [s["line_start"], s["column_start"], s["line_end"], s["column_end"], s["label"] or "", s["is_primary"]] for s in spans
    ]
    code = message["code"]["code"] if message["code"] else None
    return {"code": code, "line": primary["line_start"], "message": message["message"], "labels": sorted(labels, key=repr)}


def panic_of(stderr: str) -> list[Any] | None:
    lines = stderr.splitlines()
    for number, line in enumerate(lines):
        if " panicked at " in line:
            place = line.rsplit(" panicked at ", 1)[1].rstrip(":").split(":")
            message = []
            for text in lines[number + 1 :]:
                if text.startswith("note: run with"):
                    break
                message.append(text)
            return [int(place[-2]), int(place[-1]), "\n".join(message)]
    return None
