"""`crabwalk check` and the verdict part of `run` and `trace`: diagnostics printed as rustc prints them, or as JSON.

In: a program. Out: text on a stream, and the exit code (0 accepted, 1 rejected, 3 outside of the subset).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import interpreter
from interpreter.diagnostics import Diagnostic, Label, Severity, UnsupportedError
from interpreter.hints import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from interpreter.compilation import Compilation

_COLOURS = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "title": "\x1b[1m",
    "pointer": "\x1b[1;34m",
    "ok": "\x1b[1;32m",
    "dim": "\x1b[2m",
}


def wants_colour(stream: TextIO) -> bool:
    """Whether to colour what goes to a stream: a terminal, and NO_COLOR is not set."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def print_verdict(name: str, text: str, edition: int) -> int:
    """Check a program and print what rustc would say; gives the exit code."""
    compilation = interpreter.compile_source(name, text, edition, exists=os.path.exists, verdict_only=True)
    code = print_problems(compilation, sys.stderr, warnings=True)
    if code == 0:
        print(f"{name}: accepted")
    return code


def print_problems(compilation: Compilation, stream: TextIO, warnings: bool) -> int:
    """Print the diagnostics of a compilation; gives the exit code."""
    shown = [item for item in compilation.diagnostics if warnings or item.severity is Severity.ERROR]
    if shown:
        _print_diagnostics(shown, stream)
    if compilation.unsupported is not None:
        print(unsupported_text(compilation.source.name, compilation.unsupported), file=stream)
        return 3
    errors = [item for item in shown if item.severity is Severity.ERROR]
    if errors:
        print(summary(errors, len(shown) - len(errors)), file=stream)
        return 1
    return 0


def print_obstacles(compilation: Compilation, stream: TextIO, warnings: bool) -> int:
    """Print what keeps a program from being run: its diagnostics, or that it is a library; gives the exit code."""
    code = print_problems(compilation, stream, warnings)
    if code == 0 and compilation.main is None:
        print(f"crabwalk: {compilation.source.name} is a library: there is no `main` to run", file=stream)
        return 2
    return code


def _print_diagnostics(diagnostics: Sequence[Diagnostic], stream: TextIO) -> None:
    from tui.render_diagnostics import render
    from tui.rows import visible

    colour = wants_colour(stream)
    for diagnostic in diagnostics:
        for line in render(diagnostic):
            if not colour:
                print(visible(line.text), file=stream)
                continue
            pieces = (
                f"{_COLOURS[bit.style]}{visible(bit.text)}\x1b[0m" if bit.style in _COLOURS else visible(bit.text)
                for bit in line.bits
            )
            print("".join(pieces).rstrip(), file=stream)
        print(file=stream)


def summary(errors: Sequence[Diagnostic], warnings: int) -> str:
    """The last lines: how many errors there were, and where to read on."""
    count = "previous error" if len(errors) == 1 else f"{len(errors)} previous errors"
    emitted = f"; {warnings} warning{'s' if warnings > 1 else ''} emitted" if warnings else ""
    lines = [f"error: aborting due to {'1 ' if len(errors) == 1 else ''}{count}{emitted}"]
    codes = sorted({item.code for item in errors if item.code and item.code.startswith("E")})
    if len(codes) > 1:
        lines += ["", f"Some errors have detailed explanations: {', '.join(codes)}."]
        lines.append(f"For more information about an error, try `crabwalk explain {codes[0]}`.")
    elif codes:
        lines += ["", f"For more information about this error, try `crabwalk explain {codes[0]}`."]
    return "\n".join(lines)


def unsupported_text(name: str, error: UnsupportedError) -> str:
    """What is not supported, and where."""
    where = name
    if error.span is not None:
        span = error.span.as_written()
        where = f"{name}:{span.start[0]}:{span.start[1]}"
        quoted = span.file.line_text(span.start[0]).strip()
        return (
            f"{where}: not supported by crabwalk: {error.construct}\n    {quoted}"
            if not span.file.is_std
            else f"{name}: {error.construct}"
        )
    return f"{where}: not supported by crabwalk: {error.construct}"


def print_json(name: str, text: str, edition: int) -> int:
    """Check a program and print the verdict as one JSON object on one line; gives the exit code."""
    import json

    compilation = interpreter.compile_source(name, text, edition, exists=os.path.exists, verdict_only=True)
    print(json.dumps(verdict_object(name, compilation), ensure_ascii=False))
    if compilation.unsupported is not None:
        return 3
    return 0 if compilation.ok else 1


def verdict_object(name: str, compilation: Compilation) -> dict[str, Any]:
    """The object of design section 6."""
    unsupported = compilation.unsupported
    verdict: dict[str, Any] = {
        "file": name,
        "ok": compilation.ok and unsupported is None,
        "supported": unsupported is None,
        "diagnostics": [diagnostic_object(item) for item in compilation.diagnostics],
    }
    if unsupported is not None:
        line, column = unsupported.span.source_callsite().start if unsupported.span is not None else (None, None)
        verdict["unsupported"] = {"construct": unsupported.construct, "line": line, "column": column}
    return verdict


def diagnostic_object(diagnostic: Diagnostic) -> dict[str, Any]:
    """One diagnostic as JSON data; lines and columns count from 1, columns in characters."""
    helps = [*diagnostic.helps, *(suggestion.message for suggestion in diagnostic.suggestions)]
    return {
        "level": diagnostic.severity.value,
        "code": diagnostic.code,
        **_place(diagnostic.primary[0]),
        "message": diagnostic.message,
        "labels": [
            {**_place(label), "text": label.text, "primary": is_primary}
            for label, is_primary in diagnostic.labels
            if not label.span.as_written().file.is_std
        ],
        "notes": list(diagnostic.notes),
        "help": "\n".join(helps) or None,
    }


def _place(label: Label) -> dict[str, int]:
    span = label.span.as_written()
    (line, column), (end_line, end_column) = span.start, span.end
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}
