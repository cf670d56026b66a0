"""What a front end may ask of a debugging session.

The app, the recorder and the command line are written against `Session`; the debugger implements it. Each command either
does what it says or raises `CommandRejected` with one sentence for the person who asked, leaving the state as it was.
Commands that may run long take a budget of steps and can be taken up again, so that a front end stays alive.
"""

from __future__ import annotations

from interpreter.debugger.elision import Insertion
from interpreter.debugger.view import DEFAULT_OPTIONS, EventRow, Explanation, LoanRow, MachineView, Timeline, ViewOptions
from interpreter.diagnostics import Diagnostic
from interpreter.enums import Enum
from interpreter.hints import Protocol
from interpreter.records import Record
from interpreter.source import SourceFile


class CommandRejected(Exception):
    """A command makes no sense now ("there is no caller to go out to"); `message` says so in one sentence."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class ResumeMode(Enum):
    """How to walk; each mode has its twin that goes back.

    STEP is one thing that happens, into calls of the user's functions. OVER goes to the next statement of the source in
    this frame (or to the caller's, when the frame ends). OUT goes to just after the call in the caller. CONTINUE goes to
    the next breakpoint, or to the end (backwards: to the start).
    """

    STEP = "step"
    STEP_BACK = "back"
    OVER = "over"
    OVER_BACK = "over-back"
    OUT = "out"
    OUT_BACK = "out-back"
    CONTINUE = "continue"
    CONTINUE_BACK = "reverse-continue"


class StopReason(Enum):
    """Why a command stopped."""

    DONE = "done"
    BREAKPOINT = "breakpoint"
    END = "end"
    START = "start"
    BUDGET = "budget"


class Stop(Record, frozen=True):
    """Where a command stopped; `message` is a sentence for the status line (may be empty)."""

    reason: StopReason
    message: str = ""


class HistoryEntry(Record, frozen=True):
    """One step in the life of a subject: `what` is "made", "changed", "borrowed", "moved", "dropped", "freed"..."""

    step: int
    what: str


class ValueEntry(Record, frozen=True):
    """A value that a thing has got: after which step, by which line, and the value in short (empty: it isn't there any more)."""

    step: int
    line: int
    text: str


class Session(Protocol):
    """One program being walked through."""

    @property
    def source(self) -> SourceFile:
        """The user's program."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """rustc's verdict; with errors the program may still be walked, if `runnable`."""

    @property
    def runnable(self) -> bool:
        """Whether there is something to step through (False after a syntax, name or type error)."""

    def view(self, options: ViewOptions = DEFAULT_OPTIONS) -> MachineView:
        """The state now. Never changes anything."""

    def resume(self, mode: ResumeMode, budget: int | None = None) -> Stop:
        """Walk. With a budget at most that many steps; when they are used up first, the reason is BUDGET.

        Raises:
            CommandRejected: at the end (walking forward), at the start (back), or where there is no caller (out).
        """

    def proceed(self, budget: int | None = None) -> Stop:
        """Take up again the last `resume`, `seek` or `goto_line` that stopped with BUDGET."""

    def seek(self, step: int, budget: int | None = None) -> Stop:
        """Go to a step, forwards or backwards; beyond the end it stops at the end (END).

        Raises:
            CommandRejected: `step` is negative.
        """

    def run_to_start(self) -> Stop:
        """Go to step 0."""

    def run_to_end(self, budget: int | None = None) -> Stop:
        """Go to the end, past all breakpoints."""

    def goto_line(self, line: int, budget: int | None = None) -> Stop:
        """Go forward until a step stands at `line` (like a breakpoint there, once).

        Raises:
            CommandRejected: no step can stand at that line.
        """

    def toggle_breakpoint(self, line: int) -> int:
        """Set or remove a breakpoint; gives the line it has moved to (the next line that has code).

        Raises:
            CommandRejected: there is no code at or after `line`.
        """

    def toggle_event_stop(self, text: str) -> bool:
        """Set or remove a stop at events: a kind of event, and words that it must have in it ("drop a"). Whether it is set now.

        Raises:
            CommandRejected: that is no stop.
        """

    def choose_thread(self, number: int) -> Stop:
        """Let another thread run from here on; what was known of the future is forgotten, and the walk stands at that thread's
        first step.

        Raises:
            CommandRejected: there is no such thread, it runs already, or it can't run now.
        """

    def trace(self, first: int, count: int) -> tuple[EventRow, ...]:
        """Events number `first` to `first + count` of the trace of the run so far (over the known steps), in order."""

    def trace_length(self) -> int:
        """How many events the trace of the run so far has."""

    def trace_index(self, step: int) -> int:
        """The number of the first event of the trace at or after a step (`trace_length()` when there is none)."""

    def search(self, text: str, step: int, backward: bool = False) -> EventRow | None:
        """The next event after (before) `step` whose text, kind or output holds `text`, ignoring case; None: nothing."""

    def timeline(self, columns: int) -> Timeline:
        """The lanes (alloc, move, copy, borrow, drop, count, call, output) over the known steps."""

    def history(self, subject: str) -> tuple[HistoryEntry, ...]:
        """The steps of the run so far that made or changed a subject, oldest first."""

    def values(self, subject: str, limit: int = 40) -> tuple[ValueEntry, ...]:
        """The values that a variable, allocation or static has had in the known run, oldest first; at most those of `limit`
        steps around the present one."""

    def disputed_loans(self, diagnostic: Diagnostic) -> tuple[LoanRow, ...]:
        """The loans that a diagnostic of this program points at, with the lines at which they are in force; may be empty."""

    def elided_lifetimes(self) -> tuple[Insertion, ...]:
        """What one would write into the signatures of the program's functions if nothing could be elided."""

    def why(self, subject: str | None) -> tuple[Explanation, ...]:
        """Answers to "why?": for a subject (why is this loan alive, why can't I use this, why was it dropped), or for the
        step just made (None). Never empty."""
