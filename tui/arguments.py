"""What may stand on the command line, and the help about it (design section 6): argument parsers.

Loaded only where there is an option to parse: `cli` takes `crabwalk check FILE..` and `run FILE` as they are.
"""

from __future__ import annotations

import argparse

from interpreter.hints import NoReturn
from tui.faults import UsageError

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
_RECORD_HELP = """\
the script has one command a line (empty lines and lines from # on are passed over):
  step [N], back [N], over [N], over-back [N], out, out-back, continue, reverse-continue, start, end
  break LINE, stop-at EVENT [NAME], goto STEP, line LINE, thread NUMBER, search TEXT, focus PANE, zoom, fold, why, select SUBJECT
  wait SECONDS, speed STEPS_A_SECOND, caption TEXT, key NAME, quit
PANE is one of source, stack, heap, borrows, counts, drops, output, errors, trace
"""


class _Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line with a hint."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see: {self.prog} --help)")


def _stdin(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--stdin", metavar="INPUT", help="a file that the program reads as its standard input")


def _edition(parser: argparse.ArgumentParser, usual: int) -> None:
    parser.add_argument(
        "--edition", type=int, choices=(2021, 2024), default=usual, help=f"the edition of Rust (default: {usual})"
    )


def walk_parser(edition: int) -> _Parser:
    """The options of `crabwalk [FILE]`, the app; `edition`: of a program, where none is asked for."""
    parser = _Parser("crabwalk", description=_DESCRIPTION, epilog=_EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", help="a Rust program; without one: the gallery of sample programs")
    parser.add_argument("--theme", default="crabwalk-dark", help="crabwalk-dark, crabwalk-light, or a theme of Textual's")
    parser.add_argument("--session", metavar="LOG", help="write every command to LOG, for `crabwalk play LOG`")
    parser.add_argument("--version", action="version", version=_version())
    _stdin(parser)
    _edition(parser, edition)
    parser.usage = "crabwalk [FILE.rs] | crabwalk {check,run,trace,record,play,explain} ..."
    return parser


def _version() -> str:
    from importlib import metadata

    try:
        return f"crabwalk {metadata.version('crabwalk')}"
    except metadata.PackageNotFoundError:
        return "crabwalk (not installed)"


def command_parser(edition: int) -> _Parser:
    """The commands and their options."""
    parser = _Parser("crabwalk", description=_DESCRIPTION, epilog=_EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser, prog="crabwalk")
    check = commands.add_parser(
        "check", help="what the compiler says about programs", description="rustc's verdict on each file."
    )
    check.add_argument("files", nargs="+", metavar="FILE")
    check.add_argument("--json", action="store_true", help="one JSON object per file")
    _edition(check, edition)
    run = commands.add_parser(
        "run", help="run a program", description="Run a program; its input, output and exit code are its own."
    )
    run.add_argument("file", metavar="FILE")
    _edition(run, edition)
    trace = commands.add_parser(
        "trace", help="every step and its events", description="Walk a program to its end and print every event."
    )
    trace.add_argument("file", metavar="FILE")
    trace.add_argument("--json", action="store_true", help="one JSON object a line")
    trace.add_argument("--limit", type=int, default=100_000, metavar="STEPS", help="stop after so many steps (default: 100000)")
    _stdin(trace)
    _edition(trace, edition)
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
    _edition(record, edition)
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
