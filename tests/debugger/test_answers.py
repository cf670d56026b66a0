"""What a session answers beyond the single step: who is in the way, what is left over, what a thing has held, and what if."""

from __future__ import annotations

import pytest

import interpreter
from interpreter.debugger.elision import elided_lifetimes
from interpreter.debugger.protocol import CommandRejected, ResumeMode, StopReason
from interpreter.debugger.session import DebugSession
from interpreter.debugger.view import EndKind, LoanKind, PartKind, Permissions, Variable, ViewOptions, Zoom
from tests.debugger.test_session import ROOT, open_text

DEADLOCK = """\
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

fn main() {
    let a = Arc::new(Mutex::new(1));
    let b = Arc::new(Mutex::new(2));
    let (a2, b2) = (Arc::clone(&a), Arc::clone(&b));
    let other = thread::spawn(move || {
        let y = b2.lock().unwrap();
        thread::sleep(Duration::from_millis(1));
        let x = a2.lock().unwrap();
        println!("{} {}", x, y);
    });
    let x = a.lock().unwrap();
    thread::sleep(Duration::from_millis(1));
    let y = b.lock().unwrap();
    println!("{} {}", x, y);
    other.join().unwrap();
}
"""


def variable(session: DebugSession, name: str, options: ViewOptions | None = None) -> Variable:
    view = session.view(options) if options is not None else session.view()
    return next(item for item in (*(v for f in view.frames for v in f.variables), *view.statics) if item.name == name)


def test_a_deadlock_names_locks_holders_and_the_circle() -> None:
    session = open_text(DEADLOCK)
    session.run_to_end()
    view = session.view()
    assert view.end is not None and view.end.kind is EndKind.DEADLOCK
    assert "thread main waits for the lock of H2, held by thread 1 since line 10" in view.end.message
    assert "thread 1 waits for the lock of H1, held by thread main since line 15" in view.end.message
    assert view.end.message.endswith("they wait in a circle: thread main -> thread 1 -> thread main")
    assert all("waits for the lock of" in thread.waits_for for thread in view.threads)
    locks = {loan.place: loan for loan in view.loans if loan.kind is LoanKind.LOCK_GUARD}
    assert locks["H1"].waiting == ("thread 1",) and locks["H2"].waiting == ("thread main",)
    assert {row.cell for row in view.heap if row.cell} == {"locked by thread main", "locked by thread 1"}
    assert locks["H1"].start_line == 15 and session.seek(locks["H1"].born_step).reason is StopReason.DONE


def test_a_thread_that_locks_twice_waits_for_itself() -> None:
    session = open_text(
        "use std::sync::Mutex;\nfn main() { let m = Mutex::new(1); let a = m.lock().unwrap(); let b = m.lock().unwrap(); "
        'println!("{a} {b}"); }'
    )
    session.run_to_end()
    end = session.view().end
    assert end is not None and "thread main waits for itself" in end.message


def test_a_refused_borrow_names_the_borrow_in_the_way() -> None:
    text = (ROOT / "programs/08_interior_mutability/already_borrowed.rs").read_text(encoding="utf-8")
    session = open_text(text)
    session.run_to_end()
    panic = next(row for row in session.trace(0, 1000) if row.kind == "panic")
    session.seek(panic.step)
    why = session.view().explanation.why
    assert "`main.scores` is borrowed since line 9 (step 3), by `main.reader`" in why and "once more, to write" in why


def test_the_cell_in_the_way_is_told_from_others() -> None:
    session = open_text(
        "use std::cell::RefCell;\nstruct S { a: RefCell<i32>, b: RefCell<i32> }\nfn main() {\n"
        "    let s = S { a: RefCell::new(1), b: RefCell::new(2) };\n    let a = s.a.borrow();\n    let b = s.b.borrow_mut();\n"
        '    let c = s.b.borrow();\n    println!("{a} {b} {c}");\n}\n'
    )
    session.run_to_end()
    panic = next(row for row in session.trace(0, 1000) if row.kind == "panic")
    session.seek(panic.step)
    why = session.view().explanation.why
    assert "`main.s.b` is mutably borrowed since line 6" in why and "once more, to read" in why


def test_what_is_never_freed_is_told_at_the_end() -> None:
    session = open_text((ROOT / "programs/07_rc/cycle.rs").read_text(encoding="utf-8"))
    session.run_to_end()
    view = session.view()
    assert [row.label for row in view.heap if row.leaked] == ["H2", "H3"]
    assert "Never freed: H2, H3" in view.explanation.consequence


def test_a_static_is_shown_and_keeps_what_it_owns() -> None:
    session = open_text(
        "use std::sync::Mutex;\nstatic NAMES: Mutex<Vec<u8>> = Mutex::new(Vec::new());\n"
        "fn main() { NAMES.lock().unwrap().push(1); }"
    )
    session.run_to_end()
    session.resume(ResumeMode.STEP_BACK)
    names = variable(session, "NAMES")
    assert names.value is not None and names.value.text == "Mutex([1])"
    assert [owner.label for owner in session.view().heap[0].owners] == ["NAMES"]
    session.run_to_end()
    assert not any(row.leaked for row in session.view().heap)


def test_runs_stop_at_events_both_ways() -> None:
    session = open_text('fn main() { let a = String::from("a"); { let b = String::from("b"); } let c = a; }')
    assert session.toggle_event_stop("drop b")
    stop = session.resume(ResumeMode.CONTINUE)
    assert stop.reason is StopReason.BREAKPOINT and "`b` is dropped" in stop.message
    dropped = session.step
    assert session.resume(ResumeMode.CONTINUE).reason is StopReason.END
    assert session.resume(ResumeMode.CONTINUE_BACK).reason is StopReason.BREAKPOINT and session.step == dropped
    assert session.view().event_stops == ("drop b",)
    assert not session.toggle_event_stop("drop b")
    with pytest.raises(CommandRejected, match="no kind of event"):
        session.toggle_event_stop("explode a")


def test_values_over_time() -> None:
    session = open_text('fn main() { let mut t = 0; for i in 1..4 { t += i; } println!("{t}"); }')
    session.run_to_end()
    session.seek(4)
    subject = variable(session, "t").subject
    assert [entry.text for entry in session.values(subject)] == ["0", "1", "3", "6"]
    assert session.step == 4 and session.view().position.step == 4


def test_a_thread_can_be_chosen_and_stays_chosen() -> None:
    session = open_text((ROOT / "programs/11_threads/arc_mutex.rs").read_text(encoding="utf-8"))
    session.seek(27)
    session.choose_thread(3)
    assert session.view().thread == 3 and session.step == 27
    session.run_to_end()
    locks = [row.text for row in session.trace(0, 1000) if row.kind == "lock" and "taken" in row.text]
    assert [text[-1] for text in locks] == ["3", "1", "2", "0"]
    assert [chunk.text for chunk in session.view().output] == ["6 with 1 handle\n"]
    session.seek(20)
    assert session.view().thread == 0
    session.seek(29)
    assert session.view().thread == 3
    with pytest.raises(CommandRejected, match="no thread 9"):
        session.choose_thread(9)


def test_a_diagnostic_knows_its_loan_and_where_that_is_in_force() -> None:
    session = open_text((ROOT / "programs/14_rejected/push_while_borrowed.rs").read_text(encoding="utf-8"))
    loans = session.disputed_loans(session.diagnostics[0])
    assert [(loan.place, loan.start_line, loan.lines) for loan in loans] == [("main.scores", 7, (7, 8, 9))]


def test_elided_lifetimes_are_written_out() -> None:
    text = (
        "struct P<'s> { t: &'s str }\n"
        "impl<'s> P<'s> { fn word(&self, n: &mut u8) -> &str { *n = 1; self.t } }\n"
        "fn make(t: &str) -> P<'_> { P { t } }\n"
        "fn named<'a>(x: &'a str, p: &P) -> &'a str { x }\n"
        "fn main() {}\n"
    )
    compilation = interpreter.compile_source("t.rs", text)
    assert compilation.tcx is not None
    lines = text.split("\n")
    for line, column, new, replaces in reversed(elided_lifetimes(compilation.tcx.resolution)):
        old = lines[line - 1]
        lines[line - 1] = old[: column - 1] + new + old[column - 1 + replaces :]
    assert "fn word<'a, 'b>(&'a self, n: &'b mut u8) -> &'a str" in lines[1]
    assert lines[2].startswith("fn make<'a>(t: &'a str) -> P<'a>")
    assert lines[3].startswith("fn named<'b, 'c, 'a>(x: &'a str, p: &'b P<'c>) -> &'a str")
    assert interpreter.compile_source("t.rs", "\n".join(lines)).ok


def test_vtables_of_living_trait_objects() -> None:
    session = open_text((ROOT / "programs/09_trait_objects/shapes.rs").read_text(encoding="utf-8"))
    session.seek(5)
    tables = {row.type_text: dict(row.entries) for row in session.view().vtables}
    assert tables["Circle"] == {
        "drop": "glue of Circle",
        "size": "8",
        "align": "8",
        "area": "Circle::area",
        "name": "Circle::name",
    }
    assert tables["Rect"]["drop"] == "nothing to drop" and tables["Rect"]["name"] == "Shape::name"


def test_fields_have_permissions_of_their_own() -> None:
    session = open_text(
        "struct P { a: String, b: String }\nfn main() {\n    let mut p = P { a: String::new(), b: String::new() };\n"
        "    let r = &mut p.a;\n    r.push('x');\n    println!(\"{}\", p.b);\n}"
    )
    session.goto_line(5)
    subject = variable(session, "p").subject
    shown = variable(session, "p", ViewOptions(unfolded=frozenset((subject,))))
    assert shown.value is not None
    may = {child.name: child.permissions for child in shown.value.children}
    assert may["a"] == Permissions(False, False, False)
    assert may["b"] == Permissions(True, True, True)


@pytest.mark.parametrize(
    ("expression", "kind", "text", "label"),
    [
        ("None::<Box<i32>>", PartKind.NICHE, "00 00 00 00 00 00 00 00", "this value: None"),
        ("None::<bool>", PartKind.NICHE, "02", "this value: None"),
        ("Some(std::cmp::Ordering::Less)", PartKind.NICHE, "ff", "any other value: Some"),
        ("Some(7u32)", PartKind.TAG, "01 00 00 00", "Some"),
        ("None::<String>", PartKind.NICHE, "00 00 00 00 00 00 00 80", "this value: None"),
    ],
)
def test_tags_and_niches_have_rustcs_bytes(expression: str, kind: PartKind, text: str, label: str) -> None:
    """The bytes were read from memory by the program that rustc makes of it."""
    session = open_text(f'fn main() {{ let v = {expression}; println!("{{}}", v.is_some()); }}')
    session.goto_line(1)
    session.seek(session.step + 1)
    while variable(session, "v").value is None:
        session.resume(ResumeMode.STEP)
    value = variable(session, "v", ViewOptions(zoom=Zoom.BYTES)).value
    assert value is not None
    part = next(part for part in value.layout if part.kind is kind)
    assert (part.bytes_text, part.label) == (text, label)


def test_a_program_reads_what_it_was_given() -> None:
    compilation = interpreter.compile_source(
        "t.rs", 'fn main() { let mut s = String::new(); std::io::stdin().read_line(&mut s).unwrap(); print!("<{}>", s.trim()); }'
    )
    session = interpreter.open_session(compilation, b"hello\n")
    session.run_to_end()
    assert [chunk.text for chunk in session.view().output] == ["<hello>"]


def test_a_reference_leads_to_where_a_value_has_moved() -> None:
    session = open_text(
        'struct P { x: (String, u8) }\nfn main() {\n    let p = P { x: (String::from("a"), 1) };\n    let r = &p.x.0;\n'
        '    println!("{r}");\n}'
    )
    session.goto_line(5)
    value = variable(session, "r").value
    assert value is not None and value.pointee_label == "main.p.x.0"


def test_of_several_handles_the_last_one_to_go_frees() -> None:
    session = open_text(
        "use std::rc::Rc;\nuse std::cell::RefCell;\nfn main() {\n    let a = Rc::new(RefCell::new(1));\n"
        "    let b = Rc::clone(&a);\n    let w = Rc::downgrade(&a);\n    let g = a.borrow();\n"
        '    println!("{g} {}", w.strong_count());\n    drop(b.clone());\n}'
    )
    session.goto_line(8)
    items = [(item.name, item.note) for due in session.view().drops_due for item in due.items]
    assert items == [
        ("g", "ends its borrow"),
        ("w", "weak count of H1 falls"),
        ("b", "strong count of H1: 2 -> 1"),
        ("a", "frees H1"),
    ]
