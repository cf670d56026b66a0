"""A session made by hand for tests of the app: a run of `moves.rs` whose every moment is written down, no compiler needed."""

from __future__ import annotations

from dataclasses import replace

from interpreter.debugger.elision import Insertion
from interpreter.debugger.protocol import CommandRejected, HistoryEntry, ResumeMode, Stop, StopReason, ValueEntry
from interpreter.debugger.view import (
    DEFAULT_OPTIONS,
    Change,
    CountRow,
    DropDue,
    DropRow,
    DueItem,
    End,
    EndKind,
    EventRow,
    Explanation,
    Field,
    FrameView,
    HeapRow,
    Lane,
    LayoutPart,
    LoanKind,
    LoanRow,
    MachineView,
    OutputChunk,
    Owner,
    PartKind,
    Permissions,
    Position,
    TextRange,
    ThreadState,
    ThreadView,
    Timeline,
    Value,
    Variable,
    VariableState,
    ViewOptions,
    Zoom,
)
from interpreter.diagnostics import Diagnostic, Label
from interpreter.source import SourceFile, Span
from tui.loading import Loaded, Program

MOVES = """\
//! A String moves into a function; another one is only borrowed.
//! Look for: who owns H1 before and after the call.
use std::rc::Rc;

fn take(s: String) -> usize {
    s.len()
}

fn main() {
    let a = String::from("Hello");
    let b = String::from("Bye");
    let r = &b;
    let n = take(a);
    println!("{r} {n}");
    let shared = Rc::new(n);
    let other = Rc::clone(&shared);
    println!("{}", Rc::strong_count(&other));
}
"""

_ALL = Permissions(True, True, True)
_READ_OWN = Permissions(True, False, True)
_READ = Permissions(True, False, False)


def string_value(text: str, heap: str, subject: str, unfolded: frozenset[str], zoom: Zoom = Zoom.IDEA) -> Value:
    """A String as the session shows it."""
    size = len(text)
    children: tuple[Field, ...] = ()
    if subject in unfolded:
        children = (
            Field(f"{subject}.ptr", "ptr", "*u8", Value(f"-> {heap}", pointee=heap, size=8)),
            Field(f"{subject}.cap", "cap", "usize", Value(str(size), size=8), offset=8),
            Field(f"{subject}.len", "len", "usize", Value(str(size), size=8), offset=16),
        )
    layout: tuple[LayoutPart, ...] = ()
    if zoom is Zoom.BYTES:
        layout = (
            LayoutPart(0, 8, PartKind.FIELD, "cap", f"{size:02x} 00 00 00 00 00 00 00"),
            LayoutPart(8, 8, PartKind.FIELD, "ptr", "10 00 00 00 00 10 00 00"),
            LayoutPart(16, 8, PartKind.FIELD, "len", f"{size:02x} 00 00 00 00 00 00 00"),
        )
    return Value(f'"{text}"', f"len {size} cap {size}", heap, heap, foldable=True, children=children, size=24, layout=layout)


class FakeSession:
    """Walks over moments that `_moment` makes; implements the whole `Session` protocol."""

    LINES = (10, 10, 11, 11, 12, 13, 13, 6, 6, 7, 13, 14, 14, 15, 15, 16, 17, 17, 18, 18, 18)
    TEXTS = (
        ("", "", ""),
        ("`String::from` allocates 5 bytes: H1.", "A String keeps its text on the heap.", "`a` will own H1."),
        ("`a` is set: it owns H1.", "", "H1 is freed when `a` is dropped."),
        ("`String::from` allocates 3 bytes: H2.", "A String keeps its text on the heap.", ""),
        ("`b` is set: it owns H2.", "", ""),
        (
            "`&b` borrows `b`: loan L1 begins, `r` holds it.",
            "`r` is used again in line 14.",
            "Until then `b` can't be changed or moved.",
        ),
        (
            "`a` moves into the parameter `s` of `take`. The 24 bytes on the stack are copied, "
            "the heap buffer H1 stays where it is.",
            "A String is not `Copy`: passing it by value hands over what it owns.",
            "`a` can't be used from here on.",
        ),
        ("`take` begins.", "", ""),
        ("`s.len()` borrows `s` for the call and reads its length: 5.", "", ""),
        (
            "`s` is dropped at the end of `take`; H1 is freed.",
            "`s` owns H1, and its scope ends here.",
            "Nobody owns H1 any more.",
        ),
        ("`take` returns 5 to `main`.", "", ""),
        ("`n` is set to 5.", "", ""),
        ("`println!` writes `Bye 5`.", "", "This was the last use of `r`: loan L1 ends here."),
        ("`Rc::new` allocates H3 and moves 5 into it.", "", "Strong count 1."),
        ("`shared` is set: it is the first handle of H3.", "", ""),
        (
            "`Rc::clone` makes the handle `other`; H3 stays where it is.",
            "Cloning an Rc copies the pointer and counts up.",
            "Strong count 2.",
        ),
        ("`other` is set.", "", ""),
        ("`println!` writes `2`.", "", ""),
        (
            "`other` is dropped: strong count 2 to 1.",
            "The last declared is dropped first.",
            "H3 stays alive: `shared` still owns it.",
        ),
        ("`shared` is dropped: strong count 1 to 0, H3 is freed.", "", ""),
        ("`b` is dropped; H2 is freed.", "The main function ends.", ""),
    )
    KINDS = (
        "start",
        "alloc",
        "move",
        "alloc",
        "move",
        "borrow",
        "move",
        "call",
        "borrow",
        "drop",
        "return",
        "write",
        "output",
        "alloc",
        "move",
        "count",
        "move",
        "output",
        "drop",
        "drop",
        "drop",
    )

    def __init__(self, source: SourceFile | None = None, runnable: bool = True, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        self.source = source or SourceFile("moves.rs", MOVES)
        self.runnable = runnable
        self.diagnostics = diagnostics
        self.step = 0
        self.known = 0
        self.breakpoints: list[int] = []
        self.event_stops: list[str] = []
        self.last = len(self.LINES) - 1

    # Walking

    def _go(self, step: int) -> None:
        self.step = max(0, min(step, self.last))
        self.known = max(self.known, self.step)

    def resume(self, mode: ResumeMode, budget: int | None = None) -> Stop:
        back = mode.value.endswith("back") or mode is ResumeMode.CONTINUE_BACK
        if back and self.step == 0:
            raise CommandRejected("this is the start")
        if not back and self.step == self.last:
            raise CommandRejected("the program has ended")
        if mode in (ResumeMode.OUT, ResumeMode.OUT_BACK) and not 7 <= self.step < 10:
            raise CommandRejected("`main` has no caller to go out to")
        by = -1 if back else 1
        line = self.LINES[self.step]
        while True:
            self._go(self.step + by)
            if self.step in (0, self.last):
                return Stop(StopReason.START if back else StopReason.END, "the program has ended" if not back else "")
            if mode in (ResumeMode.STEP, ResumeMode.STEP_BACK):
                return Stop(StopReason.DONE)
            if mode in (ResumeMode.CONTINUE, ResumeMode.CONTINUE_BACK):
                if self.LINES[self.step] in self.breakpoints and self.LINES[self.step] != line:
                    return Stop(StopReason.BREAKPOINT, f"breakpoint at line {self.LINES[self.step]}")
            elif not 7 <= self.step < 10 and self.LINES[self.step] != line:
                return Stop(StopReason.DONE)

    def proceed(self, budget: int | None = None) -> Stop:
        return Stop(StopReason.DONE)

    def seek(self, step: int, budget: int | None = None) -> Stop:
        if step < 0:
            raise CommandRejected("steps count from 0")
        self._go(step)
        return Stop(StopReason.END if step > self.last else StopReason.DONE)

    def run_to_start(self) -> Stop:
        self._go(0)
        return Stop(StopReason.START)

    def run_to_end(self, budget: int | None = None) -> Stop:
        self._go(self.last)
        return Stop(StopReason.END)

    def goto_line(self, line: int, budget: int | None = None) -> Stop:
        for step in range(self.step + 1, self.last + 1):
            if self.LINES[step] == line:
                self._go(step)
                return Stop(StopReason.DONE)
        raise CommandRejected(f"no later step stands at line {line}")

    def toggle_breakpoint(self, line: int) -> int:
        at = next((number for number in sorted(set(self.LINES)) if number >= line), None)
        if at is None:
            raise CommandRejected(f"there is no code at or after line {line}")
        self.breakpoints.remove(at) if at in self.breakpoints else self.breakpoints.append(at)
        return at

    def toggle_event_stop(self, text: str) -> bool:
        self.event_stops.remove(text) if text in self.event_stops else self.event_stops.append(text)
        return text in self.event_stops

    def choose_thread(self, number: int) -> Stop:
        raise CommandRejected(f"there is no thread {number}")

    # Reading

    def values(self, subject: str, limit: int = 40) -> tuple[ValueEntry, ...]:
        return tuple(ValueEntry(entry.step, self.LINES[entry.step], f"value {entry.step}") for entry in self.history(subject))

    def elided_lifetimes(self) -> tuple[Insertion, ...]:
        return (Insertion(5, 8, "<'a>"),)

    def disputed_loans(self, diagnostic: Diagnostic) -> tuple[LoanRow, ...]:
        return ()

    def trace(self, first: int, count: int) -> tuple[EventRow, ...]:
        return tuple(self._event(step) for step in range(first + 1, min(first + count, self.known) + 1))

    def trace_length(self) -> int:
        return self.known

    def trace_index(self, step: int) -> int:
        return max(0, step - 1)

    def _event(self, step: int) -> EventRow:
        return EventRow(step, self.LINES[step], self.KINDS[step], self.TEXTS[step][0], 0, self._touched(step))

    @staticmethod
    def _touched(step: int) -> frozenset[str]:
        subjects = {
            "f0.a": (1, 2, 6),
            "H1": (1, 2, 6, 9),
            "f0.b": (3, 4, 5, 20),
            "H2": (3, 4, 20),
            "L1": (5, 12),
            "H3": (13, 15, 18, 19),
        }
        return frozenset(subject for subject, steps in subjects.items() if step in steps)

    def search(self, text: str, step: int, backward: bool = False) -> EventRow | None:
        steps = range(step - 1, 0, -1) if backward else range(step + 1, self.known + 1)
        return next((self._event(at) for at in steps if text.lower() in self.TEXTS[at][0].lower()), None)

    def timeline(self, columns: int) -> Timeline:
        names = ("alloc", "move", "borrow", "drop", "count", "call", "output")
        lanes = {name: [0] * columns for name in names}
        total = max(self.known, 1)
        for step in range(1, self.known + 1):
            if self.KINDS[step] in lanes and columns:
                lanes[self.KINDS[step]][min(columns - 1, step * columns // total)] += 1
        return Timeline(columns, self.known, tuple(Lane(name, tuple(counts)) for name, counts in lanes.items()))

    def history(self, subject: str) -> tuple[HistoryEntry, ...]:
        steps = [step for step in range(1, self.known + 1) if subject in self._touched(step)]
        return tuple(HistoryEntry(step, "made" if not index else "changed") for index, step in enumerate(steps))

    def why(self, subject: str | None) -> tuple[Explanation, ...]:
        if subject is None:
            return (Explanation(*self.TEXTS[self.step], topic="the Book, chapter 4.1"),)
        return (Explanation(f"This is about `{subject}`.", "It follows from the rule of ownership.", "So it is."),)

    def view(self, options: ViewOptions = DEFAULT_OPTIONS) -> MachineView:
        return _moment(self, options)


def _moment(session: FakeSession, options: ViewOptions) -> MachineView:
    step = session.step
    unfolded, zoom = options.unfolded, options.zoom
    in_take = 7 <= step < 10
    frames = []
    if in_take:
        s = Variable(
            "f1.s",
            "s",
            "String",
            VariableState.LIVE,
            string_value("Hello", "H1", "f1.s", unfolded, zoom),
            False,
            _ALL,
            (),
            Change.NEW if step == 7 else Change.NONE,
            is_argument=True,
            line=5,
            address=0x7F10,
            size=24,
            subjects=frozenset({"H1"}),
        )
        frames.append(FrameView(1, "take", 0, session.LINES[step], TextRange(6, 5, 6, 12), (s,), change=s.change))
    if step < session.last:
        frames.append(FrameView(0, "main", 0, 13 if in_take else session.LINES[step], None, _variables(session, options)))
    end = End(EndKind.EXIT, 0) if step == session.last else None
    what, why, consequence = session.TEXTS[step]
    line = session.LINES[min(step + 1, session.last)] if step < session.last else 0
    text = session.source.line_text(line)
    start = len(text) - len(text.lstrip()) + 1
    current = TextRange(line, start, line, len(text) + 1) if line else None
    if current and "= " in text:
        current = TextRange(line, text.index("= ") + 3, line, len(text))
    view = MachineView(
        Position(step, session.known, session.known == session.last),
        0,
        current,
        tuple(frames),
        explanation=Explanation(what, why, consequence),
        events=(session._event(step),) if step else (),
        threads=(ThreadView(0, "main", ThreadState.FINISHED if end else ThreadState.RUNNING, current=True),),
        breakpoints=tuple(sorted(session.breakpoints)),
        end=end,
    )
    heap = tuple(row for row in _heap(session, options) if options.heap_filter.lower() in f"{row.label} {row.kind}".lower())
    return replace(
        view,
        heap=heap,
        heap_total=len(heap),
        loans=_loans(session),
        counts=_counts(session),
        drops=_drops(session),
        drops_due=_due(session),
        output=_output(session),
    )


def _variables(session: FakeSession, options: ViewOptions) -> tuple[Variable, ...]:
    step = session.step

    def state(made: int) -> VariableState:
        return VariableState.LIVE if step >= made else VariableState.UNINITIALISED

    def change(made: int) -> Change:
        return Change.NEW if step == made else Change.NONE

    a_text = string_value("Hello", "H1", "f0.a", options.unfolded, options.zoom)
    a = Variable(
        "f0.a",
        "a",
        "String",
        state(2),
        a_text if step >= 2 else None,
        False,
        _ALL if step >= 2 else Permissions(False, False, False),
        change=change(2),
        line=10,
        address=0x7F80,
        size=24,
        subjects=frozenset({"H1"}),
    )
    if step >= 6:
        a = replace(
            a,
            state=VariableState.MOVED,
            value=None,
            permissions=Permissions(False, False, False),
            moved_to="`take`'s `s`",
            moved_step=6,
            change=Change.GONE if step == 6 else Change.NONE,
        )
    lent = 5 <= step < 12
    b_text = string_value("Bye", "H2", "f0.b", options.unfolded, options.zoom)
    b = Variable(
        "f0.b",
        "b",
        "String",
        state(4),
        b_text if step >= 4 else None,
        False,
        (_READ if lent else _READ_OWN) if step >= 4 else Permissions(False, False, False),
        ("L1",) if lent else (),
        change(4),
        line=11,
        address=0x7F98,
        size=24,
        subjects=frozenset({"H2"}),
    )
    r = Variable(
        "f0.r",
        "r",
        "&String",
        state(5),
        Value("", "", "f0.b", "main.b", size=8) if step >= 5 else None,
        False,
        _READ_OWN if step >= 5 else Permissions(False, False, False),
        (),
        change(5),
        line=12,
        address=0x7FB0,
        size=8,
        subjects=frozenset({"f0.b", "L1"}),
    )
    n = Variable(
        "f0.n",
        "n",
        "usize",
        state(11),
        Value("5", size=8) if step >= 11 else None,
        False,
        _READ_OWN if step >= 11 else Permissions(False, False, False),
        (),
        change(11),
        line=13,
        address=0x7FB8,
        size=8,
    )
    out = [a, b, r, n]
    for name, made, gone in (("shared", 14, 19), ("other", 16, 18)):
        if step >= made - 1:
            live = made <= step < gone
            out.append(
                Variable(
                    f"f0.{name}",
                    name,
                    "Rc<usize>",
                    VariableState.DROPPED if step >= gone else state(made),
                    Value("5", "", "H3", "H3", size=8) if live else None,
                    False,
                    _READ_OWN if live else Permissions(False, False, False),
                    (),
                    Change.GONE if step == gone else change(made),
                    size=8,
                    subjects=frozenset({"H3"}),
                )
            )
    return tuple(out)


def _heap(session: FakeSession, options: ViewOptions) -> tuple[HeapRow, ...]:
    step = session.step
    rows = []

    def change(born: int, dies: int) -> Change:
        return Change.NEW if step == born else Change.GONE if step == dies else Change.NONE

    if 1 <= step <= 9:
        owner = Owner("f1.s", "take.s", "owner") if step >= 7 else Owner("f0.a", "main.a", "owner")
        rows.append(
            HeapRow(
                "H1", "String buffer", 5, 5, Value('"Hello"'), (owner,), change(1, 9), 1, subjects=frozenset({"f0.a", "f1.s"})
            )
        )
    if 3 <= step <= 20:
        rows.append(HeapRow("H2", "String buffer", 3, 3, Value('"Bye"'), (Owner("f0.b", "main.b", "owner"),), change(3, 20), 3))
    if 13 <= step <= 19:
        handles = [Owner("f0.shared", "main.shared", "strong")] + (
            [Owner("f0.other", "main.other", "strong")] if 15 <= step < 18 else []
        )
        strong = 0 if step == 19 else len(handles)
        rows.append(HeapRow("H3", "Rc<usize>", 24, 24, Value("5"), tuple(handles), change(13, 19), 13, strong, 1))
    return tuple(rows)


def _loans(session: FakeSession) -> tuple[LoanRow, ...]:
    if not 5 <= session.step <= 12:
        return ()
    change = Change.NEW if session.step == 5 else Change.GONE if session.step == 12 else Change.NONE
    return (
        LoanRow(
            "L1",
            "A",
            LoanKind.SHARED,
            "main.b",
            "main.r",
            12,
            (12, 13, 14),
            why="used next in line 14",
            why_range=TextRange(14, 16, 14, 17),
            forbids="no write, no move, no `&mut` of `main.b`",
            change=change,
            born_step=5,
            subjects=frozenset({"f0.b", "f0.r"}),
        ),
    )


def _counts(session: FakeSession) -> tuple[CountRow, ...]:
    step = session.step
    if not 13 <= step < 19:
        return ()
    strong = 2 if 15 <= step < 18 else 1
    history = tuple(item for item in ((13, 1, 1), (15, 2, 1), (18, 1, 1)) if item[0] <= step)
    handles = (
        Owner("f0.shared", "main.shared", "strong"),
        *((Owner("f0.other", "main.other", "strong"),) if strong == 2 else ()),
    )
    change = Change.CHANGED if step in (15, 18) else Change.NONE
    return (CountRow("H3", "Rc<usize>", strong, 1, handles, history, change, 3 - strong, 1),)


def _drops(session: FakeSession) -> tuple[DropRow, ...]:
    rows = (
        DropRow("D1", 1, 9, "s: String", "end of scope", 7, ("H1",), subjects=frozenset({"f1.s"})),
        DropRow("D2", 2, 18, "other: Rc<usize>", "end of scope", 18),
        DropRow("D3", 3, 19, "shared: Rc<usize>", "end of scope", 18, ("H3",)),
        DropRow("D4", 4, 20, "b: String", "end of scope", 18, ("H2",)),
    )
    return tuple(
        replace(row, change=Change.NEW if row.step == session.step else Change.NONE) for row in rows if row.step <= session.step
    )


def _due(session: FakeSession) -> tuple[DropDue, ...]:
    step = session.step
    due = []
    if 7 <= step < 9:
        due.append(DropDue(7, 1, (DueItem("f1.s", "s", "frees H1"),)))
    items = [DueItem("f0.b", "b", "frees H2")] if 4 <= step < 20 else []
    items += (
        [DueItem("f0.a", "a", "moved", skipped=True)] if step >= 6 else [DueItem("f0.a", "a", "frees H1")] if step >= 2 else []
    )
    if items and step < 20:
        due.append(DropDue(18, 0, tuple(items)))
    return tuple(due)


def _output(session: FakeSession) -> tuple[OutputChunk, ...]:
    chunks = (OutputChunk(12, "Bye 5\n"), OutputChunk(17, "2\n"))
    return tuple(
        replace(chunk, change=Change.NEW if chunk.step == session.step else Change.NONE)
        for chunk in chunks
        if chunk.step <= session.step
    )


def load_fake(program: Program) -> Loaded:
    """A loader for the app: the session on MOVES, whatever the text."""
    source = SourceFile(program.name, program.text)
    return Loaded(FakeSession(source))


REJECTED = """\
fn main() {
    let a = String::from("Hello");
    let b = a;
    println!("{a} {b}");
}
"""


def use_after_move(source: SourceFile) -> Diagnostic:
    """rustc's E0382 on REJECTED."""

    def span(line: int, text: str, nth: int = 0) -> Span:
        start = source.line_starts[line - 1]
        at = start - 1
        for _ in range(nth + 1):
            at = source.text.index(text, at + 1)
        return Span(source, at, at + len(text))

    return Diagnostic(
        "E0382",
        "borrow of moved value: `a`",
        (Label(span(4, "{a}"), "value borrowed here after move"),),
        (
            Label(span(2, "a "), "move occurs because `a` has type `String`, which does not implement the `Copy` trait"),
            Label(span(3, "a;"), "value moved here"),
        ),
        notes=(
            "this error originates in the macro `$crate::format_args_nl` which comes from the expansion of the macro `println`",
        ),
    )


def load_rejected(program: Program) -> Loaded:
    """A loader whose program is rejected by the borrow checker but can be walked."""
    source = SourceFile(program.name, program.text)
    diagnostics = (use_after_move(source),)
    return Loaded(FakeSession(source, diagnostics=diagnostics), diagnostics)
