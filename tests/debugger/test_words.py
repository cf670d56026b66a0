"""What is said about each step: loops, moves, drops, counts, guards, closures and the verdict, in the program's own names."""

from __future__ import annotations

from interpreter.debugger.protocol import CommandRejected, ResumeMode
from interpreter.debugger.session import DebugSession
from interpreter.debugger.view import LoanKind, MachineView, VariableState, ViewOptions
from tests.debugger.test_session import open_text, walk_to_end


def texts(session: DebugSession, kind: str) -> list[str]:
    session.run_to_end()
    return [row.text for row in session.trace(0, session.trace_length()) if row.kind == kind]


def said(views: list[MachineView]) -> list[str]:
    return [view.explanation.what for view in views]


def test_a_for_loop_is_one_step_a_round_and_shows_no_hidden_variable() -> None:
    session = open_text('fn main() { let mut t = 0; for i in 0..2 { t += i; } println!("{t}"); }')
    views = walk_to_end(session)
    names = {variable.name for view in views for frame in view.frames for variable in frame.variables}
    assert names == {"t", "i"}
    assert texts(session, "loop") == [
        "the loop over `0..2` begins",
        "the loop takes the next element",
        "the loop takes the next element",
        "no more elements: the loop ends",
    ]
    assert "The loop takes the next element: `i` is 1." in said(views)
    assert not any(loan.place == "a temporary" for view in views for loan in view.loans)


def test_a_move_names_the_parameter() -> None:
    session = open_text('fn take(s: String) {} fn main() { let a = String::from("x"); take(a); }')
    assert "`a` moves into the parameter `s` of `take`" in texts(session, "move")
    session.seek(3)
    moved = next(v for frame in session.view().frames for v in frame.variables if v.name == "a")
    assert moved.state is VariableState.MOVED
    assert moved.moved_to == "the parameter `s` of `take`"
    assert any("was moved into the parameter `s`" in e.what for e in session.why(moved.subject))
    assert "move" in [entry.what for entry in session.history(moved.subject)]


def test_parts_of_what_is_dropped_have_rows_with_their_paths() -> None:
    session = open_text(
        "struct P { left: String, right: Vec<String> }\n"
        'fn main() { let p = P { left: String::from("l"), right: vec![String::from("r")] }; drop(p); }'
    )
    session.run_to_end()
    rows = session.view().drops
    assert [row.what for row in rows] == ["p: P", "p.left: String", "p.right: Vec<String>", "p.right[0]: String"]
    assert rows[0].reason == "explicit drop"
    assert [len(row.frees) for row in rows] == [0, 1, 1, 1]


def test_a_moved_out_value_is_not_dropped() -> None:
    session = open_text('fn main() { let a = Some(String::from("x")); if let Some(s) = a { println!("{s}"); } }')
    session.run_to_end()
    assert [row.what for row in session.view().drops] == ["s: String"]


def test_counts_say_what_they_were() -> None:
    session = open_text('use std::rc::Rc; fn main() { let a = Rc::new(1); let b = Rc::clone(&a); println!("{b}"); }')
    assert texts(session, "count") == [
        "H1 has strong count 1",
        "strong count of H1: 1 -> 2",
        "strong count of H1: 2 -> 1",
        "strong count of H1: 1 -> 0, so its value is dropped",
    ]


def test_a_guard_of_a_refcell_has_a_row_while_it_lives() -> None:
    session = open_text(
        "use std::cell::RefCell;\nfn main() {\n let c = RefCell::new(1);\n {\n  let w = c.borrow_mut();\n  let _n = *w;\n }\n}"
    )
    session.goto_line(6)
    guards = [loan for loan in session.view().loans if loan.kind is LoanKind.REF_MUT_GUARD]
    assert [(guard.place, guard.holder) for guard in guards] == [("main.c", "main.w")]
    session.run_to_end()
    assert not session.view().loans


def test_what_a_closure_captured_is_shown_by_name() -> None:
    session = open_text("fn main() {\n let mut count = 0;\n let mut inc = || {\n  count += 1;\n };\n inc();\n}")
    session.goto_line(4)
    frame = session.view().frames[0]
    assert [(v.name, v.type_text) for v in frame.variables] == [("count", "&mut i32")]


def test_a_box_unfolds_to_its_content() -> None:
    session = open_text('struct N { v: i32 }\nfn main() {\n let b = Box::new(N { v: 7 });\n println!("{}", b.v);\n}')
    session.goto_line(4)
    variable = session.view().frames[0].variables[0]
    unfolded = session.view(ViewOptions(unfolded=frozenset((variable.subject,)))).frames[0].variables[0]
    assert unfolded.value is not None and [child.value.text for child in unfolded.value.children] == ["N { v: 7 }"]


def test_the_verdict_is_told_at_its_step_and_the_reference_dangles() -> None:
    session = open_text('fn main() {\n let mut v = vec![1];\n let r = &v[0];\n v.push(2);\n println!("{r}");\n}')
    views = walk_to_end(session)
    assert any("The compiler refuses this" in view.explanation.why and "E0502" in view.explanation.why for view in views)
    reference = next(v for v in views[-1].frames[0].variables if v.name == "r")
    assert reference.value is not None and reference.value.dangling
    assert reference.value.pointee_label == "what is gone"


def test_why_is_answered_for_loans_drops_and_allocations() -> None:
    session = open_text('fn main() {\n let a = String::from("x");\n let r = &a;\n println!("{r}");\n}')
    session.goto_line(4)
    loan = session.view().loans[0]
    assert "used next in line 4" in session.why(loan.label)[0].why
    assert "owner main.a" in session.why("H1")[0].why
    variable = session.view().frames[0].variables[0]
    assert f"{loan.label} is in force" in session.why(variable.subject)[0].what
    session.run_to_end()
    assert "end of scope" in session.why("D1")[0].why
    try:
        session.resume(ResumeMode.STEP)
    except CommandRejected as rejected:
        assert "has ended" in rejected.message
