"""The command line: exit codes, one-line messages, JSON of the agreed form, and no traceback whatever happens."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from interpreter.source import SourceFile
from tests.tui.fake_session import MOVES, FakeSession
from tui import cli, explain, trace_output

ROOT = Path(__file__).resolve().parent.parent.parent
ACCEPTED = 'fn main() {\n    println!("hi");\n}\n'
REJECTED = 'fn main() {\n    let a = String::new();\n    let b = a;\n    println!("{a} {b}");\n}\n'
UNSUPPORTED = 'fn main() { drop(std::net::TcpListener::bind("localhost:0")); }\n'


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "main.rs"
    path.write_text(ACCEPTED)
    return path


def crabwalk(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments], cwd=ROOT, capture_output=True, text=True, input=stdin, timeout=60, check=False
    )


def test_check_says_accepted(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(program)]) == 0
    assert capsys.readouterr().out == f"{program}: accepted\n"


def test_check_prints_rustcs_layout_and_exits_with_1(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program.write_text(REJECTED)
    assert cli.main(["check", str(program)]) == 1
    err = capsys.readouterr().err
    assert err.startswith(f"error[E0382]: borrow of moved value: `a`\n --> {program}:4:16\n  |\n2 |     let a = String::new();\n")
    assert "\n3 |     let b = a;\n  |             - value moved here\n" in err
    assert "error: aborting due to 1 previous error" in err and "crabwalk explain E0382" in err


def test_check_json_is_one_object_a_file(program: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "bad.rs"
    other.write_text(REJECTED)
    assert cli.main(["check", "--json", str(program), str(other)]) == 1
    good, bad = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert good == {"file": str(program), "ok": True, "supported": True, "diagnostics": []}
    assert (bad["ok"], bad["supported"], len(bad["diagnostics"])) == (False, True, 1)
    diagnostic = bad["diagnostics"][0]
    assert {"level", "code", "line", "column", "end_line", "end_column", "message", "labels", "notes", "help"} == set(diagnostic)
    assert (diagnostic["level"], diagnostic["code"], diagnostic["line"], diagnostic["column"]) == ("error", "E0382", 4, 16)
    primary = [label for label in diagnostic["labels"] if label["primary"]]
    assert primary[0] == {
        "line": 4, "column": 16, "end_line": 4, "end_column": 17, "text": "value borrowed here after move", "primary": True,
    }  # fmt: skip


def test_outside_of_the_subset_is_3_with_construct_and_line(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program.write_text(UNSUPPORTED)
    assert cli.main(["check", str(program)]) == 3
    err = capsys.readouterr().err
    assert err.startswith(f"{program}:1:") and "not supported by crabwalk: " in err
    assert cli.main(["check", "--json", str(program)]) == 3
    verdict = json.loads(capsys.readouterr().out)
    assert verdict["supported"] is False and verdict["ok"] is False and verdict["unsupported"]["line"] == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "no such file"),
        (b"", "is empty"),
        (b"  \n", "is empty"),
        (b"\xff\xfe", "is not UTF-8 text (byte 0)"),
        (b"a\0b", "is not a text file"),
    ],
)
@pytest.mark.parametrize("command", [["check"], ["run"], ["trace"], []])
def test_files_that_cannot_be_read(
    tmp_path: Path, command: list[str], content: bytes | None, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "main.rs"
    if content is not None:
        path.write_bytes(content)
    assert cli.main([*command, str(path)]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and captured.err.count("\n") == 1 and message in captured.err


def test_directory_and_missing_suffix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "main.rs").write_text(ACCEPTED)
    assert cli.main(["check", str(tmp_path)]) == 2
    assert "is a directory" in capsys.readouterr().err
    assert cli.main(["check", str(tmp_path / "main")]) == 2
    assert "did you mean" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["check"], ["check", "--frob", "x"], ["run"], ["--edition", "2018", "x.rs"], ["a", "b"], ["record", "x.rs"]]
)
def test_wrong_use_is_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments) == 2
    err = capsys.readouterr().err
    assert err.startswith("crabwalk: ") and "--help" in err and err.count("\n") == 1


def test_debugger_without_a_terminal_says_so(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(program)]) == 2
    assert "needs a terminal" in capsys.readouterr().err


def test_fault_of_ours_is_one_line_and_70(
    program: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import interpreter

    def broken(*_arguments: object, **_options: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(interpreter, "compile_source", broken)
    assert cli.main(["check", str(program)]) == 70
    err = capsys.readouterr().err
    assert "internal error: ZeroDivisionError: oh" in err and "Traceback" not in err


def test_help_teaches_with_examples() -> None:
    result = crabwalk("--help")
    assert result.returncode == 0 and "crabwalk check main.rs" in result.stdout and "exit codes" in result.stdout
    assert "caption TEXT" in crabwalk("record", "--help").stdout


def test_check_never_imports_textual(program: Path) -> None:
    code = f"import sys; from tui.cli import main; main(['check', {str(program)!r}]); assert 'textual' not in sys.modules"
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 0, result.stderr


def test_a_library_is_accepted_and_has_nothing_to_run(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program.write_text('#![crate_type = "lib"]\npub fn f() {}\n')
    assert cli.main(["check", str(program)]) == 0
    for command in ("run", "trace"):
        assert cli.main([command, str(program)]) == 2
        assert "is a library: there is no `main` to run" in capsys.readouterr().err


def test_closed_pipe_is_no_error() -> None:
    command = f"{sys.executable} -m tui explain E0382 | head -1"
    result = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert result.stderr == "" and result.stdout.startswith("E0382")


def test_explanations_have_a_program_and_ways_out(capsys: pytest.CaptureFixture[str]) -> None:
    for code in explain.known_codes():
        text = explain.explain_text(code)
        assert text is not None and text.startswith(f"# {code}: ") and "Ways out:" in text
        assert all("fn main" in program or code == "E0601" for program in explain.programs_of(code))
    assert cli.main(["explain", "e0382"]) == 0
    assert "Walk through the program" in capsys.readouterr().out
    assert cli.main(["explain", "E9999"]) == 2


def test_trace_as_text_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert trace_output.write_trace(FakeSession(SourceFile("moves.rs", MOVES)), sys.stdout, False, 1000) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 21 and lines[0].split()[:4] == ["1", "line", "10", "alloc"] and lines[-1] == "exit, exit code 0"
    trace_output.write_trace(FakeSession(SourceFile("moves.rs", MOVES)), sys.stdout, True, 5)
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["step"] for record in records[:-1]] == [1, 2, 3, 4, 5] and records[-1]["end"] is None
    assert records[0]["event"] == "alloc" and "H1" in records[0]["subjects"]
