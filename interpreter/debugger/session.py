"""A debugging session: commands that walk a run forwards and backwards, and the view of the moment reached.

In: a `Compilation`. Out: what `protocol.Session` promises. Steps that were seen once are kept in a `Recorder`; going back, or
forward again, is a seek of the machine to a step's position.
"""

from __future__ import annotations

from collections.abc import Callable

from interpreter.compilation import Compilation
from interpreter.debugger import history as past
from interpreter.debugger.elision import Insertion, elided_lifetimes
from interpreter.debugger.loans import disputed_loans
from interpreter.debugger.protocol import CommandRejected, HistoryEntry, ResumeMode, Stop, StopReason, ValueEntry
from interpreter.debugger.recorder import Recorder, stand_at
from interpreter.debugger.snapshot import ViewBuilder
from interpreter.debugger.stops import EventStop, parse_stop, reaches
from interpreter.debugger.view import DEFAULT_OPTIONS, EventRow, Explanation, LoanRow, MachineView, Timeline, ViewOptions
from interpreter.debugger.watch import Watches
from interpreter.diagnostics import Diagnostic
from interpreter.machine.machine import Machine
from interpreter.machine.state import FRAME_PC
from interpreter.mir import body as mir
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import SourceFile
from interpreter.transform.program import CompiledProgram

CHUNK = 50_000
"""Machine steps between two looks at the budget."""


class DebugSession:
    """One program being walked through; stands at step 0 when made."""

    def __init__(self, compilation: Compilation, stdin: bytes = b"") -> None:
        self._compilation = compilation
        self._breakpoints: set[int] = set()
        self._event_stops: list[EventStop] = []
        self._pending: Callable[[int | None], Stop] | None = None
        self.step = 0
        self._machine: Machine | None = None
        if compilation.runnable:
            assert compilation.tcx is not None and compilation.main is not None
            program = CompiledProgram(compilation.tcx)
            self._machine = Machine(program, history=True, rejected=not compilation.ok, stdin=stdin)
            self._machine.start(program.resolve(compilation.main, ()))
            self.recorder = Recorder(self._machine, compilation.tcx)
            self._begin_views()
            self._advance(lambda step: True, None)
            self._goto(0)

    # -------------------------------------------------------------------------------------------- what is looked at

    @property
    def source(self) -> SourceFile:
        return self._compilation.source

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return tuple(self._compilation.diagnostics)

    @property
    def runnable(self) -> bool:
        return self._machine is not None

    def view(self, options: ViewOptions = DEFAULT_OPTIONS) -> MachineView:
        """The state now."""
        self._need_machine()
        return self._views.view(self.step, options, tuple(sorted(self._breakpoints)), tuple(map(str, self._event_stops)))

    # -------------------------------------------------------------------------------------------- walking

    def resume(self, mode: ResumeMode, budget: int | None = None) -> Stop:
        """Walk. See protocol.Session."""
        self._need_machine()
        forward = mode in (ResumeMode.STEP, ResumeMode.OVER, ResumeMode.OUT, ResumeMode.CONTINUE)
        if forward and self._at_end:
            raise CommandRejected("the program has ended; go back, or to the start")
        if not forward and self.step == 0:
            raise CommandRejected("this is the start of the program")
        if mode in (ResumeMode.OUT, ResumeMode.OUT_BACK) and not self._has_caller():
            raise CommandRejected("there is no caller to go out to")
        if forward:
            return self._walk(self._target(mode), budget)
        return self._walk_back(mode)

    def proceed(self, budget: int | None = None) -> Stop:
        """Take up again what stopped with BUDGET."""
        if self._pending is None:
            raise CommandRejected("there is nothing to go on with")
        return self._pending(budget)

    def seek(self, step: int, budget: int | None = None) -> Stop:
        """Go to a step; beyond the end it stops at the end."""
        self._need_machine()
        if step < 0:
            raise CommandRejected(f"there is no step {step}: steps count from 0")
        return self._walk(lambda s: s >= step, budget, start=min(step, len(self.recorder) - 1), at=step)

    def run_to_start(self) -> Stop:
        """Go to step 0."""
        self._need_machine()
        self._goto(0)
        return Stop(StopReason.START)

    def run_to_end(self, budget: int | None = None) -> Stop:
        """Go to the end, past all breakpoints."""
        self._need_machine()
        return self._walk(lambda step: False, budget, start=len(self.recorder) - 1)

    def goto_line(self, line: int, budget: int | None = None) -> Stop:
        """Go forward until a step stands at `line`."""
        self._need_machine()
        if line not in self._lines_with_code():
            raise CommandRejected(f"no step can stand at line {line}")
        lines = self.recorder.lines
        return self._walk(lambda step: lines[step] == line, budget)

    def toggle_breakpoint(self, line: int) -> int:
        """Set or remove a breakpoint at the first line at or after `line` that has code."""
        self._need_machine()
        if line in self._breakpoints:
            self._breakpoints.remove(line)
            return line
        place = next((n for n in sorted(self._lines_with_code()) if n >= line), None)
        if place is None:
            raise CommandRejected(f"there is no code at or after line {line}")
        self._breakpoints.symmetric_difference_update({place})
        return place

    def toggle_event_stop(self, text: str) -> bool:
        """Set or remove a stop at events. See protocol.Session."""
        self._need_machine()
        stop = parse_stop(text)
        if stop in self._event_stops:
            self._event_stops.remove(stop)
            return False
        self._event_stops.append(stop)
        return True

    def choose_thread(self, number: int) -> Stop:
        """Let another thread run from here on. See protocol.Session."""
        machine, state = self.machine, self.machine.state
        thread = next((th for th in state.threads if th.number == number), None)
        if thread is None:
            raise CommandRejected(f"there is no thread {number}")
        if number == state.current or self._at_end:
            raise CommandRejected("it is its turn already" if not self._at_end else "the program has ended")
        if not machine.choose_thread(number):
            waits = next(view.waits_for for view in self.view().threads if view.index == number)
            raise CommandRejected(f"thread {thread.name or number} can't run now: it {waits or 'has ended'}")
        self.recorder.forget_from(self.step)
        self._begin_views()
        state.end, state.iterator = state.position, iter(())
        if state.frames[-1][FRAME_PC] not in self.recorder:
            self._advance(lambda step: True, None)
        self.step = len(self.recorder) - 1
        return self._stop_here(StopReason.DONE)

    def _begin_views(self) -> None:
        """Make what is known of the run anew."""
        self._views = ViewBuilder(self.machine, self.recorder, self._compilation)
        self._watches = Watches(self._views.events, self.recorder, self._view_at)

    # -------------------------------------------------------------------------------------------- the run as a whole

    def trace(self, first: int, count: int) -> tuple[EventRow, ...]:
        """Events of the known run by number."""
        return self._views.events.rows(first, count) if self._machine is not None else ()

    def trace_length(self) -> int:
        """How many events are known."""
        return self._views.events.count() if self._machine is not None else 0

    def trace_index(self, step: int) -> int:
        """The number of the first event at or after a step."""
        return self._views.events.index_of(step) if self._machine is not None else 0

    def search(self, text: str, step: int, backward: bool = False) -> EventRow | None:
        """The next event after (before) `step` that has `text` in it."""
        self._need_machine()
        return past.search(self._views.events, text, step, backward)

    def timeline(self, columns: int) -> Timeline:
        """The lanes of events over the known steps."""
        self._need_machine()
        return past.timeline(self._views.events, len(self.recorder) - 1, columns)

    def history(self, subject: str) -> tuple[HistoryEntry, ...]:
        """The steps that made or changed a subject."""
        self._need_machine()
        return past.history(self._views.events, subject)

    def values(self, subject: str, limit: int = 40) -> tuple[ValueEntry, ...]:
        """The values that a thing has had. See protocol.Session."""
        self._need_machine()
        here = self.step
        try:
            return self._watches.values(subject, here, limit)
        finally:
            if self.step != here:
                self._goto(here)

    def _view_at(self, step: int) -> MachineView:
        self._goto(step)
        return self._views.view(step, DEFAULT_OPTIONS, ())

    def disputed_loans(self, diagnostic: Diagnostic) -> tuple[LoanRow, ...]:
        """The loans that a diagnostic points at."""
        self._need_machine()
        return disputed_loans(self._views.loan_numbers, self.recorder.flows, diagnostic)

    def elided_lifetimes(self) -> tuple[Insertion, ...]:
        """What is elided in the signatures. See protocol.Session."""
        tcx = self._compilation.tcx
        return elided_lifetimes(tcx.resolution) if tcx is not None else ()

    def why(self, subject: str | None) -> tuple[Explanation, ...]:
        """Answers to "why?"."""
        self._need_machine()
        return self._views.why(self.step, subject)

    # -------------------------------------------------------------------------------------------- how it's done

    @property
    def machine(self) -> Machine:
        """The machine (for tests and the trace)."""
        self._need_machine()
        assert self._machine is not None
        return self._machine

    def _need_machine(self) -> None:
        if self._machine is None:
            raise CommandRejected("there is nothing to step through: the program has errors before the borrow checker")

    @property
    def _at_end(self) -> bool:
        return self.recorder.complete and self.step == len(self.recorder) - 1

    def _has_caller(self) -> bool:
        depth = self.recorder.depths[self.step]
        return any(self.recorder.depths[s] < depth for s in range(self.step)) if not self._at_end else False

    def _goto(self, step: int) -> None:
        """Stand at a known step."""
        assert self._machine is not None
        self.step = step
        stand_at(self._machine, self.recorder, step)

    def _target(self, mode: ResumeMode) -> Callable[[int], bool]:
        """Whether a later step is where a command goes to."""
        recorder, start = self.recorder, self.step
        depths, threads, lines = recorder.depths, recorder.threads, recorder.lines
        depth, thread, line = depths[start], threads[start], lines[start]
        if mode is ResumeMode.STEP:
            return lambda step: True
        if mode is ResumeMode.CONTINUE:
            return self._at_breakpoint

        def over(step: int) -> bool:
            if threads[step] != thread or depths[step] > depth:
                return False
            return depths[step] < depth or lines[step] != line

        if mode is ResumeMode.OVER:
            return over
        return lambda step: threads[step] == thread and depths[step] < depth

    def _at_breakpoint(self, step: int) -> bool:
        """A step that comes to a line with a breakpoint from elsewhere, or that an awaited event has led to."""
        recorder = self.recorder
        if self._event_stops and reaches(self._views.events, self._event_stops, step) is not None:
            return True
        line = recorder.lines[step]
        if line not in self._breakpoints or recorder.pcs[step] == -1:
            return False
        before = step - 1
        return before < 0 or recorder.lines[before] != line or recorder.depths[before] != recorder.depths[step]

    def _walk(self, found: Callable[[int], bool], budget: int | None, *, start: int | None = None, at: int | None = None) -> Stop:
        """Go on to the first step after this one (from `start` on) that is `found`, or to the end."""
        recorder = self.recorder
        first = self.step + 1 if start is None else start
        if at is not None and at < len(recorder):
            self._goto(at)
            return self._stop_here(StopReason.DONE)
        for step in range(first, len(recorder)):
            if found(step):
                self._goto(step)
                return self._stop_here(StopReason.DONE)
        last = len(recorder) - 1
        if self.step != last:
            self._goto(last)
        if recorder.complete:
            return self._stop_here(StopReason.END)
        limit = None if budget is None else len(recorder) + budget
        if self._advance(found, limit):
            self.step = len(recorder) - 1
            return self._stop_here(StopReason.DONE)
        self.step = len(recorder) - 1
        if recorder.complete:
            return self._stop_here(StopReason.END)
        self._pending = lambda more: self._walk(found, more)
        self._goto(self.step)
        return Stop(StopReason.BUDGET, "still running")

    def _stop_here(self, reason: StopReason) -> Stop:
        self._pending = None
        if self._at_end:
            return Stop(StopReason.END, "the end of the program")
        awaited = reaches(self._views.events, self._event_stops, self.step)
        if awaited is not None:
            return Stop(StopReason.BREAKPOINT, f"stopped at {awaited.kind}: {awaited.text}")
        if self.recorder.lines[self.step] in self._breakpoints and self._at_breakpoint(self.step):
            return Stop(StopReason.BREAKPOINT, f"breakpoint at line {self.recorder.lines[self.step]}")
        return Stop(StopReason.START if self.step == 0 else reason)

    def _advance(self, found: Callable[[int], bool], limit: int | None) -> bool:
        """Run on into what isn't known yet until a step is `found` (True), the program ends, or `limit` steps are known."""
        machine, recorder = self._machine, self.recorder
        assert machine is not None
        recorder.wanted = found if limit is None else lambda step: found(step) or step + 1 >= limit
        if machine.position == 0 and not len(recorder) and machine.state.frames[-1][1] in recorder:
            return True
        while machine.termination is None:
            if machine.run_forward(CHUNK, recorder):
                return found(len(recorder) - 1)
            if limit is not None and not len(recorder):
                break
        if machine.termination is not None:
            recorder.record_end()
            return False
        return False

    def _walk_back(self, mode: ResumeMode) -> Stop:
        recorder, start = self.recorder, self.step
        step = self._back_target(mode, start)
        self._goto(step)
        if step == 0 and mode is ResumeMode.CONTINUE_BACK and not self._at_breakpoint(0):
            return Stop(StopReason.START, "the start of the program")
        return self._stop_here(StopReason.START if step == 0 else StopReason.DONE) if recorder else Stop(StopReason.START)

    def _back_target(self, mode: ResumeMode, start: int) -> int:
        recorder = self.recorder
        depths, threads, lines = recorder.depths, recorder.threads, recorder.lines
        if mode is ResumeMode.STEP_BACK:
            return start - 1
        if mode is ResumeMode.CONTINUE_BACK:
            return next((s for s in range(start - 1, -1, -1) if self._at_breakpoint(s)), 0)
        thread = threads[start]
        depth = depths[start] if recorder.pcs[start] != -1 else depths[start - 1]
        line = lines[start] if recorder.pcs[start] != -1 else -1
        if mode is ResumeMode.OUT_BACK:
            return next((s for s in range(start - 1, -1, -1) if threads[s] == thread and depths[s] < depth), 0)
        step = start - 1
        while step > 0 and (threads[step] != thread or depths[step] > depth or (depths[step] == depth and lines[step] == line)):
            step -= 1
        here, at = depths[step], lines[step]
        first = step
        while step > 0:
            step -= 1
            if threads[step] != thread or depths[step] > here:
                continue
            if depths[step] != here or lines[step] != at:
                break
            first = step
        return first

    def _lines_with_code(self) -> frozenset[int]:
        """The lines at which some step of the user's code can stand."""
        assert self._compilation.tcx is not None
        tcx = self._compilation.tcx
        return tcx.query("lines_with_code", None, lambda: _lines_with_code(self._compilation))


def _lines_with_code(compilation: Compilation) -> frozenset[int]:
    tcx = compilation.tcx
    assert tcx is not None
    lines: set[int] = set()
    stack: list[Def] = [tcx.resolution.root]
    while stack:
        def_ = stack.pop()
        stack.extend(def_.children)
        if def_.is_std or def_.kind not in (DefKind.FN, DefKind.ASSOC_FN) or tcx.thir_body(def_) is None:
            continue
        for body in [tcx.mir_built(def_), *(tcx.mir_built(closure) for closure in _closures(tcx.thir_body(def_)))]:
            for block in body.blocks:
                if not block.is_cleanup:
                    nodes = (*(s for s in block.statements if isinstance(s, mir.Assign)), block.terminator)
                    lines.update(node.info.span.source_callsite().line for node in nodes if not isinstance(node, mir.Goto))
    return frozenset(lines)


def _closures(body: object) -> list[Def]:
    closures = getattr(body, "closures", {})
    found = list(closures)
    for info in closures.values():
        found += _closures(info.body)
    return found
