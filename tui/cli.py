"""The command line: arguments in, exit code out (design section 6). Nothing here ends in a traceback.

Only the commands that need a screen import Textual; `check`, `run`, `trace` and `explain` never do.

Exit codes: 0 accepted or finished; 1 rejected; 2 wrong use, or a file that can't be read; 3 outside of the subset; `run` gives
the program's own code; 70 a fault of crabwalk itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from interpreter.hints import TYPE_CHECKING, TextIO
from interpreter.records import Record
from tui.faults import UsageError, internal_error_text

if TYPE_CHECKING:
    from argparse import Namespace

OK, REJECTED, WRONG_USE, UNSUPPORTED, INTERNAL = 0, 1, 2, 3, 70

_COMMANDS = ("check", "run", "trace", "record", "play", "explain")
_EDITION = 2021
"""The edition of Rust where none is asked for."""


class _Text(Record, frozen=True):
    """A file that was read."""

    name: str
    text: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit code."""
    try:
        return _dispatch(list(sys.argv[1:] if arguments is None else arguments))
    except UsageError as error:
        print(f"crabwalk: {error}", file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, sys.stdout.fileno())
        return OK
    except RecursionError:
        print("crabwalk: internal error: this program is nested too deeply for crabwalk", file=sys.stderr)
        return INTERNAL
    except Exception as error:
        print(f"crabwalk: {internal_error_text(error)}", file=sys.stderr)
        print("please report it with the program that caused it; `crabwalk check FILE` may say more", file=sys.stderr)
        return INTERNAL


def _dispatch(arguments: list[str]) -> int:
    plain = [argument for argument in arguments if not argument.startswith("-")]
    if plain[:1] == ["check"] and len(plain) == len(arguments) > 1:
        return _check(arguments[1:], False, _EDITION)
    if plain[:1] == ["run"] and len(plain) == len(arguments) == 2:
        return _run(arguments[1], _EDITION)
    if plain and plain[0] in _COMMANDS:
        return _command(arguments)
    return _walk(arguments)


def _command(arguments: list[str]) -> int:
    from tui.arguments import command_parser

    options = command_parser(_EDITION).parse_args(arguments)
    if options.command == "check":
        return _check(options.files, options.json, options.edition)
    if options.command == "run":
        return _run(options.file, options.edition)
    if options.command == "trace":
        return _trace(options.file, options.json, options.limit, options.edition, read_input(options.stdin))
    if options.command == "record":
        return _record(options)
    if options.command == "play":
        return _play(options.log, options.theme)
    return _explain(options.code, options.walk, options.mended)


def read_program(path: str) -> _Text:
    """The text of a program.

    Raises:
        UsageError: there is no such file, it can't be read, or it is no text.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        hint = f"; did you mean {path}.rs?" if os.path.isfile(f"{path}.rs") else ""
        raise UsageError(f"{path}: no such file{hint}") from None
    except IsADirectoryError:
        raise UsageError(f"{path} is a directory, not a Rust file") from None
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 text (byte {error.start})") from None
    if "\0" in text:
        raise UsageError(f"{path} is not a text file")
    if not text.strip():
        raise UsageError(f"{path} is empty")
    return _Text(path, text.replace("\r\n", "\n"))


def read_input(path: str | None) -> str:
    """What a program is to read; nothing without a file.

    Raises:
        UsageError: the file can't be read.
    """
    if path is None:
        return ""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        reason = (error.strerror or str(error)) if isinstance(error, OSError) else "not UTF-8 text"
        raise UsageError(f"{path}: {reason}") from None


# check, run, trace -------------------------------------------------------------------------------------------------


def _check(files: Sequence[str], as_json: bool, edition: int) -> int:
    from tui.verdict import print_json, print_verdict

    worst = OK
    for path in files:
        source = read_program(path)
        worst = max(
            worst, print_json(source.name, source.text, edition) if as_json else print_verdict(source.name, source.text, edition)
        )
    return worst


def _run(path: str, edition: int) -> int:
    import interpreter
    from tui.verdict import print_obstacles

    source = read_program(path)
    compilation = interpreter.compile_source(source.name, source.text, edition, exists=os.path.exists)
    code = print_obstacles(compilation, sys.stderr, warnings=True)
    if code != OK:
        return code
    stdout: TextIO = sys.stdout
    if isinstance(stdout, TextIOWrapper):
        stdout.reconfigure(encoding="utf-8", newline="\n")
    from interpreter.diagnostics import UnsupportedError

    try:
        return int(interpreter.run_program(compilation, sys.stdin, stdout, sys.stderr))
    except UnsupportedError as error:
        stdout.flush()
        from tui.verdict import unsupported_text

        print(unsupported_text(source.name, error), file=sys.stderr)
        return UNSUPPORTED
    finally:
        stdout.flush()


def _trace(path: str, as_json: bool, limit: int, edition: int, stdin: str) -> int:
    import interpreter
    from tui.trace_output import write_trace
    from tui.verdict import print_obstacles

    source = read_program(path)
    compilation = interpreter.compile_source(source.name, source.text, edition, exists=os.path.exists)
    code = print_obstacles(compilation, sys.stderr, warnings=False)
    if code != OK:
        return code
    return write_trace(interpreter.open_session(compilation, stdin.encode()), sys.stdout, as_json, limit)


def _explain(code: str, walk: bool, mended: bool) -> int:
    from tui.explain import known_codes, plain_text, programs_of

    code = code.upper()
    text = plain_text(code)
    if text is None:
        raise UsageError(f"there is no explanation of {code!r}; there are {', '.join(known_codes())}")
    if not (walk or mended):
        print(text)
        return OK
    _need_terminal()
    from tui.loading import Program
    from tui.start import start_app

    name = f"{code}-mended.rs" if mended else f"{code}.rs"
    return start_app(Program(name, programs_of(code)[mended]), "crabwalk-dark", None)


# The commands with a screen ----------------------------------------------------------------------------------------


def _need_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("the debugger needs a terminal; `crabwalk check`, `run`, `trace` and `record` don't")


def _walk(arguments: list[str]) -> int:
    from tui.arguments import walk_parser

    options = walk_parser(_EDITION).parse_args(arguments)
    source = read_program(options.file) if options.file is not None else None
    if options.session is not None:
        _check_writable(options.session)
    _need_terminal()
    from tui.loading import Program
    from tui.start import start_app

    program = Program(source.name, source.text, options.edition, read_input(options.stdin)) if source else None
    return start_app(program, options.theme, options.session)


def _check_writable(path: str) -> None:
    try:
        with open(path, "a", encoding="utf-8"):
            pass
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from None


def _play(path: str, theme: str) -> int:
    from pathlib import Path

    from tui.recording.session_log import LogError, read_log

    try:
        log = read_log(Path(path))
    except LogError as error:
        raise UsageError(str(error)) from None
    _need_terminal()
    from tui.start import play_log

    return play_log(log, theme)


def _record(options: Namespace) -> int:
    from tui.recording.script import ScriptError, default_script, parse_script

    source = read_program(options.file)
    width, _, height = options.size.partition("x")
    if not (width.isdigit() and height.isdigit() and 40 <= int(width) <= 400 and 10 <= int(height) <= 200):
        raise UsageError(f"--size {options.size!r}: give columns x rows, from 40x10 to 400x200, such as 100x30")
    try:
        commands = parse_script(read_program(options.script).text, options.script) if options.script else default_script()
    except ScriptError as error:
        raise UsageError(str(error)) from None
    from tui.loading import Program
    from tui.recording.headless import RecordingFailed, record

    title = options.title or os.path.basename(source.name)
    try:
        program = Program(source.name, source.text, options.edition, read_input(options.stdin))
        made = record(program, commands, (int(width), int(height)), options.theme, title, version=options.asciicast)
    except RecordingFailed as error:
        raise UsageError(str(error)) from None
    try:
        is_picture = options.output.lower().endswith(".svg")
        with open(options.output, "w", encoding="utf-8", newline="\n") as out:
            out.write(made.picture if is_picture else made.cast)
    except OSError as error:
        raise UsageError(f"{options.output}: {error.strerror or error}") from None
    if not is_picture:
        print(f"{options.output}: play it with `asciinema play {options.output}`", file=sys.stderr)
    return OK
