"""Walking: every command and its twin, on every sample program."""

from __future__ import annotations

from pathlib import Path

import pytest

import interpreter
from interpreter.debugger.protocol import CommandRejected, ResumeMode, Stop, StopReason
from interpreter.debugger.session import DebugSession
from interpreter.debugger.view import EndKind, MachineView, VariableState

ROOT = Path(__file__).parent.parent.parent
SAMPLES = sorted((ROOT / "programs").glob("*/*.rs"))


def open_text(text: str) -> DebugSession:
    compilation = interpreter.compile_source("test.rs", text)
    assert compilation.unsupported is None, compilation.unsupported
    session = interpreter.open_session(compilation)
    assert isinstance(session, DebugSession)
    return session


def walk_to_end(session: DebugSession) -> list[MachineView]:
    views = [session.view()]
    while True:
        try:
            session.resume(ResumeMode.STEP)
        except CommandRejected:
            return views
        views.append(session.view())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_forward_and_back_show_the_same(path: Path) -> None:
    """n steps forward and n back give an equal view at each step, with nothing marked that wasn't marked before."""
    session = open_text(path.read_text(encoding="utf-8"))
    views = walk_to_end(session)
    assert len(views) > 2
    total = len(views) - 1
    for view in reversed(views[:-1]):
        session.resume(ResumeMode.STEP_BACK)
        again = session.view()
        assert again.position.known_steps == total
        assert _comparable(again) == _comparable(view)


def _comparable(view: MachineView) -> tuple[object, ...]:
    return (
        view.position.step, view.frames, view.heap, view.loans, view.counts, view.drops, view.drops_due, view.output,
        view.explanation, view.events, view.threads, view.end, view.current, view.previous,
    )  # fmt: skip


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_twice_the_same_trace(path: Path) -> None:
    """Two sessions of one program have the same trace, and a seek shows what walking showed."""
    text = path.read_text(encoding="utf-8")
    first, second = open_text(text), open_text(text)
    first.run_to_end()
    second.run_to_end()
    assert first.trace_length() == second.trace_length() > 2
    assert first.trace(0, first.trace_length()) == second.trace(0, second.trace_length())
    middle = first.step // 2
    first.seek(middle)
    for _ in range(second.step - middle):
        second.resume(ResumeMode.STEP_BACK)
    assert _comparable(first.view()) == _comparable(second.view())


CALLS = """\
fn inner(x: i32) -> i32 {
    let y = x + 1;
    y * 2
}
fn outer(x: i32) -> i32 {
    let a = inner(x);
    a + 1
}
fn main() {
    let first = outer(1);
    let second = outer(first);
    println!("{second}");
}
"""


def test_over_out_and_their_twins() -> None:
    session = open_text(CALLS)
    assert session.view().frames[0].line == 10
    session.resume(ResumeMode.OVER)
    assert (session.view().frames[0].function, session.view().frames[0].line) == ("main", 11)
    session.resume(ResumeMode.OVER_BACK)
    assert session.step == 0
    session.goto_line(2)
    assert [f.function for f in session.view().frames] == ["inner", "outer", "main"]
    at = session.step
    session.resume(ResumeMode.OUT)
    assert session.view().frames[0].function == "outer"
    session.seek(at)
    session.resume(ResumeMode.OUT_BACK)
    assert (session.view().frames[0].function, session.view().frames[0].line) == ("outer", 6)


def test_breakpoints_both_ways() -> None:
    session = open_text(CALLS)
    assert session.toggle_breakpoint(2) == 2
    hits = []
    while session.resume(ResumeMode.CONTINUE).reason is StopReason.BREAKPOINT:
        hits.append(session.step)
        assert session.view().frames[0].line == 2
    assert len(hits) == 2
    assert session.view().end is not None
    assert session.resume(ResumeMode.CONTINUE_BACK).reason is StopReason.BREAKPOINT
    assert session.step == hits[1]
    session.resume(ResumeMode.CONTINUE_BACK)
    assert session.step == hits[0]
    assert session.resume(ResumeMode.CONTINUE_BACK).reason is StopReason.START
    assert session.step == 0


def test_what_makes_no_sense_is_refused() -> None:
    session = open_text(CALLS)
    with pytest.raises(CommandRejected, match="start of the program"):
        session.resume(ResumeMode.STEP_BACK)
    with pytest.raises(CommandRejected, match="no caller"):
        session.resume(ResumeMode.OUT)
    with pytest.raises(CommandRejected, match="no code"):
        session.toggle_breakpoint(40)
    with pytest.raises(CommandRejected, match="line 5"):
        session.goto_line(5)
    session.run_to_end()
    with pytest.raises(CommandRejected, match="has ended"):
        session.resume(ResumeMode.STEP)


def test_a_budget_stops_and_goes_on() -> None:
    session = open_text('fn main() { let mut n = 0; while n < 5000 { n += 1; } println!("{n}"); }')
    stop = session.run_to_end(budget=100)
    assert stop.reason is StopReason.BUDGET
    rounds = 0
    while stop.reason is StopReason.BUDGET:
        stop = session.proceed(budget=2000)
        rounds += 1
    assert stop == Stop(StopReason.END, "the end of the program")
    assert rounds > 3
    assert session.view().output[0].text == "5000\n"


def test_moved_borrowed_and_dropped() -> None:
    session = open_text((ROOT / "programs" / "02_ownership" / "moves.rs").read_text(encoding="utf-8"))
    session.goto_line(7)
    main = session.view().frames[1]
    states = {v.name: v for v in main.variables}
    assert states["a"].state is VariableState.MOVED
    assert states["b"].loans and not states["b"].permissions.write and not states["b"].permissions.own
    assert states["r"].value is not None and states["r"].value.pointee_label == "main.b"
    session.run_to_end()
    view = session.view()
    assert [d.what for d in view.drops] == ["s: String", "b: String"]
    assert not view.heap or all(row.change.value == "gone" for row in view.heap)


def test_a_rejected_program_is_walked_to_where_it_goes_wrong() -> None:
    session = open_text((ROOT / "programs" / "14_rejected" / "use_after_move.rs").read_text(encoding="utf-8"))
    assert [d.code for d in session.diagnostics] == ["E0382"]
    assert session.runnable
    session.run_to_end()
    end = session.view().end
    assert end is not None and end.kind is EndKind.FAULT


def test_search_and_timeline() -> None:
    session = open_text(CALLS)
    session.run_to_end()
    found = session.search("inner", 0)
    assert found is not None and found.kind == "call"
    assert session.search("no such thing", 0) is None
    timeline = session.timeline(20)
    assert sum(sum(lane.counts) for lane in timeline.lanes if lane.name == "call") >= 5


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_a_variable_that_had_a_value_is_never_unset(path: Path) -> None:
    """From one step to the next, what was live stays live, or is moved, dropped or out of scope, and is shown once as such."""
    last: dict[str, VariableState] = {}
    frames: set[tuple[int, int, str]] = set()
    for view in walk_to_end(open_text(path.read_text(encoding="utf-8"))):
        rows = [variable for frame in view.frames for variable in frame.variables]
        now = {variable.subject: variable.state for variable in rows if "." not in variable.subject}
        still = {(frame.thread, frame.index, frame.function) for frame in view.frames}
        if still == frames:
            for subject, state in last.items():
                if state is VariableState.LIVE:
                    assert now.get(subject) not in (None, VariableState.UNINITIALISED), (view.position.step, subject)
        last, frames = now, still
