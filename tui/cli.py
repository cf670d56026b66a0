"""The command line: arguments in, exit code out (design section 6). Nothing here ends in a traceback.

Only the commands that need a screen import Textual; `check`, `run`, `trace` and `explain` never do.

Exit codes: 0 accepted or finished; 1 rejected; 2 wrong use, or a file that can't be read; 3 outside of the subset; `run` gives
the program's own code; 70 a fault of crabwalk itself.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import NoReturn, TextIO

from interpreter.records import dataclass

OK, REJECTED, WRONG_USE, UNSUPPORTED, INTERNAL = 0, 1, 2, 3, 70

_DESCRIPTION = "Walk through a Rust program step by step, forwards and backwards, and see what the ownership rules do to it."
_EXAMPLES = """\
examples:
  crabwalk                             choose a sample program
  crabwalk main.rs                     walk through main.rs (s: step, S: back, ?: all keys)
  crabwalk main.rs --stdin input.txt   walk through a program that reads input
  crabwalk check main.rs               what the borrow checker says
  crabwalk run main.rs < input.txt     run it
  crabwalk trace main.rs --json        every step and what happened in it
  crabwalk record main.rs -o demo.cast --script demo.txt
                                       a recording that asciinema plays
  crabwalk explain E0382               an error code in plain words

exit codes: 0 accepted or finished, 1 rejected, 2 wrong use or unreadable file,
  3 the program uses something that crabwalk doesn't support; `run` gives the program's own code
"""
_COMMANDS = ("check", "run", "trace", "record", "play", "explain")
_RECORD_HELP = """\
the script has one command a line (empty lines and lines from # on are passed over):
  step [N], back [N], over [N], over-back [N], out, out-back, continue, reverse-continue, start, end
  break LINE, stop-at EVENT [NAME], goto STEP, line LINE, thread NUMBER, search TEXT, focus PANE, zoom, fold, why, select SUBJECT
  wait SECONDS, speed STEPS_A_SECOND, caption TEXT, key NAME, quit
PANE is one of source, stack, heap, borrows, counts, drops, output, errors, trace
"""


class _UsageError(Exception):
    """Wrong use or an unreadable file: one line for the person who asked."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A file that was read."""

    name: str
    text: str


class _Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line with a hint."""

    def error(self, message: str) -> NoReturn:
        raise _UsageError(f"{message} (see: {self.prog} --help)")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit code."""
    try:
        return _dispatch(list(sys.argv[1:] if arguments is None else arguments))
    except _UsageError as error:
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
        from tui.faults import internal_error_text

        print(f"crabwalk: {internal_error_text(error)}", file=sys.stderr)
        print("please report it with the program that caused it; `crabwalk check FILE` may say more", file=sys.stderr)
        return INTERNAL


def _dispatch(arguments: list[str]) -> int:
    first = next((argument for argument in arguments if not argument.startswith("-")), None)
    if first in _COMMANDS:
        return _command(arguments)
    return _walk(arguments)


def _stdin(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--stdin", metavar="INPUT", help="a file that the program reads as its standard input")


def _edition(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--edition", type=int, choices=(2021, 2024), default=2021, help="the edition of Rust (default: 2021)")


def _walk_parser() -> _Parser:
    parser = _Parser("crabwalk", description=_DESCRIPTION, epilog=_EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", help="a Rust program; without one: the gallery of sample programs")
    parser.add_argument("--theme", default="crabwalk-dark", help="crabwalk-dark, crabwalk-light, or a theme of Textual's")
    parser.add_argument("--session", metavar="LOG", help="write every command to LOG, for `crabwalk play LOG`")
    parser.add_argument("--version", action="version", version=_version())
    _stdin(parser)
    _edition(parser)
    parser.usage = "crabwalk [FILE.rs] | crabwalk {check,run,trace,record,play,explain} ..."
    return parser


def _version() -> str:
    from importlib import metadata

    try:
        return f"crabwalk {metadata.version('crabwalk')}"
    except metadata.PackageNotFoundError:
        return "crabwalk (not installed)"


def _command_parser() -> _Parser:
    parser = _Parser("crabwalk", description=_DESCRIPTION, epilog=_EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser, prog="crabwalk")
    check = commands.add_parser(
        "check", help="what the compiler says about programs", description="rustc's verdict on each file."
    )
    check.add_argument("files", nargs="+", metavar="FILE")
    check.add_argument("--json", action="store_true", help="one JSON object per file")
    _edition(check)
    run = commands.add_parser(
        "run", help="run a program", description="Run a program; its input, output and exit code are its own."
    )
    run.add_argument("file", metavar="FILE")
    _edition(run)
    trace = commands.add_parser(
        "trace", help="every step and its events", description="Walk a program to its end and print every event."
    )
    trace.add_argument("file", metavar="FILE")
    trace.add_argument("--json", action="store_true", help="one JSON object a line")
    trace.add_argument("--limit", type=int, default=100_000, metavar="STEPS", help="stop after so many steps (default: 100000)")
    _stdin(trace)
    _edition(trace)
    record = commands.add_parser(
        "record",
        help="make a recording from a script, without a terminal",
        description="Walk a program by a script and write an asciicast for asciinema. The same input gives the same bytes.",
        epilog=_RECORD_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    record.add_argument("file", metavar="FILE")
    record.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="the file to write: demo.cast, or demo.svg for the last screen"
    )
    record.add_argument("--asciicast", type=int, choices=(2, 3), default=2, help="the version of the cast file (default: 2)")
    record.add_argument("--script", metavar="SCRIPT", help="the commands; without one the program is walked from start to end")
    record.add_argument("--size", default="100x30", metavar="WxH", help="columns x rows (default: 100x30)")
    record.add_argument("--theme", default="crabwalk-dark", help="crabwalk-dark or crabwalk-light")
    record.add_argument("--title", help="the recording's title (default: the file's name)")
    _stdin(record)
    _edition(record)
    play = commands.add_parser(
        "play", help="a recorded session again, in the app", description="Play a log written with --session."
    )
    play.add_argument("log", metavar="SESSION")
    play.add_argument("--theme", default="crabwalk-dark", help="crabwalk-dark, crabwalk-light, or a theme of Textual's")
    explain = commands.add_parser("explain", help="an error code in plain words", description="What an error code means.")
    explain.add_argument("code", metavar="CODE", help="e.g. E0382")
    explain.add_argument("--walk", action="store_true", help="open the program that raises it in the debugger")
    explain.add_argument("--mended", action="store_true", help="open its mended twin in the debugger")
    return parser


def _command(arguments: list[str]) -> int:
    options = _command_parser().parse_args(arguments)
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
        _UsageError: there is no such file, it can't be read, or it is no text.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        hint = f"; did you mean {path}.rs?" if os.path.isfile(f"{path}.rs") else ""
        raise _UsageError(f"{path}: no such file{hint}") from None
    except IsADirectoryError:
        raise _UsageError(f"{path} is a directory, not a Rust file") from None
    except OSError as error:
        raise _UsageError(f"{path}: {error.strerror or error}") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _UsageError(f"{path} is not UTF-8 text (byte {error.start})") from None
    if "\0" in text:
        raise _UsageError(f"{path} is not a text file")
    if not text.strip():
        raise _UsageError(f"{path} is empty")
    return _Text(path, text.replace("\r\n", "\n"))


def read_input(path: str | None) -> str:
    """What a program is to read; nothing without a file.

    Raises:
        _UsageError: the file can't be read.
    """
    if path is None:
        return ""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        reason = (error.strerror or str(error)) if isinstance(error, OSError) else "not UTF-8 text"
        raise _UsageError(f"{path}: {reason}") from None


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
    from tui.verdict import print_problems

    source = read_program(path)
    compilation = interpreter.compile_source(source.name, source.text, edition)
    code = print_problems(compilation, sys.stderr, warnings=True)
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
    from tui.verdict import print_problems

    source = read_program(path)
    compilation = interpreter.compile_source(source.name, source.text, edition)
    code = print_problems(compilation, sys.stderr, warnings=False)
    if code != OK:
        return code
    return write_trace(interpreter.open_session(compilation, stdin.encode()), sys.stdout, as_json, limit)


def _explain(code: str, walk: bool, mended: bool) -> int:
    from tui.explain import known_codes, plain_text, programs_of

    code = code.upper()
    text = plain_text(code)
    if text is None:
        raise _UsageError(f"there is no explanation of {code!r}; there are {', '.join(known_codes())}")
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
        raise _UsageError("the debugger needs a terminal; `crabwalk check`, `run`, `trace` and `record` don't")


def _walk(arguments: list[str]) -> int:
    options = _walk_parser().parse_args(arguments)
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
        raise _UsageError(f"{path}: {error.strerror or error}") from None


def _play(path: str, theme: str) -> int:
    from pathlib import Path

    from tui.recording.session_log import LogError, read_log

    try:
        log = read_log(Path(path))
    except LogError as error:
        raise _UsageError(str(error)) from None
    _need_terminal()
    from tui.start import play_log

    return play_log(log, theme)


def _record(options: argparse.Namespace) -> int:
    from tui.recording.script import ScriptError, default_script, parse_script

    source = read_program(options.file)
    width, _, height = options.size.partition("x")
    if not (width.isdigit() and height.isdigit() and 40 <= int(width) <= 400 and 10 <= int(height) <= 200):
        raise _UsageError(f"--size {options.size!r}: give columns x rows, from 40x10 to 400x200, such as 100x30")
    try:
        commands = parse_script(read_program(options.script).text, options.script) if options.script else default_script()
    except ScriptError as error:
        raise _UsageError(str(error)) from None
    from tui.loading import Program
    from tui.recording.headless import RecordingFailed, record

    title = options.title or os.path.basename(source.name)
    try:
        program = Program(source.name, source.text, options.edition, read_input(options.stdin))
        made = record(program, commands, (int(width), int(height)), options.theme, title, version=options.asciicast)
    except RecordingFailed as error:
        raise _UsageError(str(error)) from None
    try:
        is_picture = options.output.lower().endswith(".svg")
        with open(options.output, "w", encoding="utf-8", newline="\n") as out:
            out.write(made.picture if is_picture else made.cast)
    except OSError as error:
        raise _UsageError(f"{options.output}: {error.strerror or error}") from None
    if not is_picture:
        print(f"{options.output}: play it with `asciinema play {options.output}`", file=sys.stderr)
    return OK
