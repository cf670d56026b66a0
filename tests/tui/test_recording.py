"""Recordings: scripts, bytes that don't vary, live recordings that survive a kill, and logs of sessions."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.tui.fake_session import MOVES, load_fake
from tests.tui.harness import running
from tui.loading import Program
from tui.recording.headless import RecordingFailed, record
from tui.recording.live import LiveRecording
from tui.recording.script import Command, ScriptError, default_script, parse_script
from tui.recording.session_log import LogError, LogWriter, read_log

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = """\
# a demo
caption `a` moves
wait 1.5
step 6
caption
focus heap
break 14
continue
select H2
over
back 2
goto 12
line 16
key z
zoom
wait 1
quit
step 99
"""


def make(script: str, size: tuple[int, int] = (100, 30)) -> str:
    return record(Program("moves.rs", MOVES), parse_script(script, "demo.txt"), size, "crabwalk-dark", "moves", load_fake).cast


def test_same_script_gives_same_bytes_and_a_valid_cast() -> None:
    cast = make(SCRIPT)
    assert cast == make(SCRIPT)
    head, *events = [json.loads(line) for line in cast.splitlines()]
    assert head["version"] == 2 and (head["width"], head["height"]) == (100, 30) and "timestamp" not in head
    times = [event[0] for event in events]
    assert times == sorted(times) and times[0] == 0
    assert [event[2] for event in events if event[1] == "m"] == ["`a` moves"]
    assert events[0][1] == "m" or "Source" in events[0][2]
    assert times[-1] == pytest.approx(1.5 + 1 + (6 + 1 + 1 + 1 + 1 + 1 + 2 + 1 + 1 + 1 + 1) / 1.5, abs=0.02)


def test_frames_after_the_first_are_small() -> None:
    events = [json.loads(line) for line in make("step 6").splitlines()[1:]]
    sizes = [len(event[2]) for event in events if event[1] == "o"]
    assert max(sizes[1:]) < sizes[0] / 2


def test_without_a_script_the_whole_program_is_walked() -> None:
    cast = record(Program("moves.rs", MOVES), default_script(), (120, 40), "crabwalk-light", "moves", load_fake).cast
    assert "the program ended" in cast


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("step 3\nsteep 2", "demo.txt:2: there is no command 'steep'; did you mean 'step'?"),
        ("wait", "demo.txt:1: wait needs a number above 0"),
        ("step zero", "demo.txt:1: step needs a whole number of at least 1, not 'zero'"),
        ("focus nowhere", "demo.txt:1: focus needs one of source, stack"),
        ("zoom 3", "demo.txt:1: zoom takes nothing after it"),
        ("break", "demo.txt:1: break needs a whole number"),
    ],
)
def test_script_errors_name_their_line(script: str, message: str) -> None:
    with pytest.raises(ScriptError) as caught:
        parse_script(script, "demo.txt")
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("step 2\nout", "demo.txt:2: out: main has no caller"),
        ("break 99", "demo.txt:1: break 99: there is no code at or after line 99"),
        ("\nend\nstep", "demo.txt:3: step: the program has ended"),
        ("key space", "demo.txt:1: key space: playing"),
        ("step\nsearch unheard-of", "demo.txt:2: search unheard-of: nothing after this step"),
    ],
)
def test_commands_that_fail_name_their_line(script: str, message: str) -> None:
    with pytest.raises(RecordingFailed) as caught:
        make(script)
    assert str(caught.value).startswith(message)


def test_caption_keeps_its_hash_and_comments_are_passed_over() -> None:
    commands = parse_script("# no\n\ncaption the #1 rule\nstep 2 # twice\n", "d")
    assert commands[0].text == "the #1 rule" and commands[1] == Command("d:4", "act", "step", count=2, shown="step 2 # twice")


def test_live_recording_is_flushed_event_by_event(tmp_path: Path) -> None:
    recording = LiveRecording()
    recording.feed("nothing records yet")
    path = Path(recording.start("programs/moves.rs", 80, 24, tmp_path))
    recording.feed("hello\x1b[0m")
    recording.resized(100, 30)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert path.name == "moves-1.cast" and lines[0]["width"] == 80
    assert [line[1] for line in lines[1:]] == ["o", "o", "r"] and lines[2][2] == "hello\x1b[0m" and lines[3][2] == "100x30"
    recording.stop()
    recording.feed("over")
    assert "over" not in path.read_text(encoding="utf-8")
    assert recording.start("moves.rs", 80, 24, tmp_path).endswith("moves-2.cast")
    recording.stop()


async def test_session_log_holds_what_was_done_and_plays_it_again(tmp_path: Path) -> None:
    path = tmp_path / "walk.jsonl"
    writer = LogWriter(path, "moves.rs", MOVES, 2021)
    async with running() as (pilot, screen):
        screen.on_action = writer.write
        screen.source_pane.reveal_line(14)
        await pilot.press("s", "s", "b", "c", "2", "down", "enter", "g", "7", "enter")
        await pilot.pause()
    writer.close()
    log = read_log(path)
    assert log.text == MOVES and log.edition == 2021
    assert [name for name, _ in log.actions][:4] == ["step", "step", "break", "continue"]
    assert ("break", "14") in log.actions and log.actions[-1] == ("goto", "7")
    async with running() as (pilot, screen):
        for name, argument in log.actions:
            screen.perform(name, argument)
            await pilot.pause()
        assert screen.view is not None and screen.view.position.step == 7 and screen.view.breakpoints == (14,)


def test_cut_off_log_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "walk.jsonl"
    writer = LogWriter(path, "moves.rs", MOVES, 2024)
    writer.write("step", None)
    writer.close()
    with path.open("a") as file:
        file.write('{"action": "st')
    log = read_log(path)
    assert log.actions == (("step", None),) and log.edition == 2024


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("not json", "is not the log of a crabwalk session"),
        ('{"version": 2, "width": 80}', "is not the log of a crabwalk session"),
        ('{"crabwalk": 1, "file": "a", "text": ""}\n{"action": "fly"}\n', "there is no action 'fly'"),
        ('{"crabwalk": 1, "file": "a", "text": ""}\nrubbish\n{"action": "step"}\n', ":2: not a command"),
    ],
)
def test_files_that_are_no_logs(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "x"
    path.write_text(text)
    with pytest.raises(LogError) as caught:
        read_log(path)
    assert message in str(caught.value)


def test_missing_log(tmp_path: Path) -> None:
    with pytest.raises(LogError, match="No such file"):
        read_log(tmp_path / "none")


def test_killed_app_leaves_a_recording_that_plays(tmp_path: Path) -> None:
    program = (
        f"import sys; sys.path[:0] = [{str(ROOT)!r}]\n"
        "from tests.tui.fake_session import MOVES, load_fake\n"
        "from tui.app import CrabwalkApp\n"
        "from tui.screens.debugger import Program\n"
        "CrabwalkApp(Program('moves.rs', MOVES), load_fake).run()\n"
    )
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(tmp_path)
        os.environ |= {"TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"}
        os.execv(sys.executable, [sys.executable, "-c", program])
    try:
        read_until(terminal, b"moves.rs")
        time.sleep(0.5)
        os.write(terminal, b"r")
        read_until(terminal, b"recording to")
        os.write(terminal, b"s")
        read_until(terminal, b"allocates 5 bytes")
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)
    head, *events = [json.loads(line) for line in (tmp_path / "moves-1.cast").read_text(encoding="utf-8").splitlines()]
    assert head["version"] == 2 and head["width"] == 100 and "timestamp" in head
    output = "".join(data for _time, kind, data in events if kind == "o")
    assert "Source" in output and "allocates 5 bytes" in output


def read_until(terminal: int, needle: bytes) -> None:
    """Read what a terminal gets until the needle is among it."""
    data = b""
    while needle not in data:
        ready, _, _ = select.select([terminal], [], [], 20)
        assert ready, data[-300:]
        data += os.read(terminal, 65536)


def test_version_3_has_intervals_markers_and_an_end() -> None:
    script = parse_script("caption The start\nstep 2\nwait 1\n", "demo.txt")
    made = record(Program("moves.rs", MOVES), script, (100, 30), "crabwalk-dark", "moves", load_fake, version=3)
    header, *lines = [json.loads(line) for line in made.cast.splitlines()]
    assert header["version"] == 3 and header["term"]["cols"] == 100
    assert [line[2] for line in lines if line[1] == "m"] == ["The start"]
    assert lines[-1][1:] == ["x", "0"]
    old = record(Program("moves.rs", MOVES), script, (100, 30), "crabwalk-dark", "moves", load_fake)
    last = json.loads(old.cast.splitlines()[-1])
    assert round(sum(line[0] for line in lines), 3) == last[0]
    assert made.picture.startswith("<svg") and "moves.rs" in made.picture
