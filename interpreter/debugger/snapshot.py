"""The view of one moment: asks each builder for its part and puts the parts together.

What changed in a step is found by comparing the texts of what is shown with those of the step before; these are kept for the
newest moments, and made anew (by a short seek back and forth) when they aren't known.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict

from interpreter.borrowck import BorrowckResult
from interpreter.compilation import Compilation
from interpreter.debugger.drops import DropLog, drops_due
from interpreter.debugger.events import EventLog
from interpreter.debugger.explain import Explainer
from interpreter.debugger.heap import HeapBuilder
from interpreter.debugger.loans import LoanNumbers, loan_rows
from interpreter.debugger.locks import Holds
from interpreter.debugger.memory import Memory, TypeNames, function_name
from interpreter.debugger.recorder import Recorder, stand_at
from interpreter.debugger.stack import StackBuilder, text_range
from interpreter.debugger.values import ValueRenderer
from interpreter.debugger.view import (
    DEFAULT_OPTIONS,
    Change,
    End,
    EndKind,
    Explanation,
    LoanRow,
    MachineView,
    OutputChunk,
    Position,
    ThreadState,
    ThreadView,
    ViewOptions,
)
from interpreter.debugger.vtables import vtable_rows
from interpreter.debugger.why import why
from interpreter.diagnostics import Severity
from interpreter.machine.inspect import FrameInfo
from interpreter.machine.machine import Machine
from interpreter.machine.state import Event
from interpreter.machine.termination import TerminationKind
from interpreter.records import replace
from interpreter.source import Span

_KEPT = 64
"""Moments whose texts are kept."""
_ENDS = {
    TerminationKind.EXIT: EndKind.EXIT,
    TerminationKind.PANIC: EndKind.PANIC,
    TerminationKind.ABORT: EndKind.PANIC,
    TerminationKind.STACK_OVERFLOW: EndKind.FAULT,
    TerminationKind.DEADLOCK: EndKind.DEADLOCK,
    TerminationKind.INVALID_ACCESS: EndKind.FAULT,
}


class ViewBuilder:
    """Builds views of a session's moments."""

    def __init__(self, machine: Machine, recorder: Recorder, compilation: Compilation) -> None:
        assert compilation.tcx is not None
        self.machine = machine
        self.recorder = recorder
        self.compilation = compilation
        self.names = TypeNames(compilation.tcx)
        self.loan_numbers = LoanNumbers(compilation.tcx)
        self.events = EventLog(machine, recorder, self.names, self.loan_numbers.issued_at)
        self.explainer = Explainer(self.events, self.names)
        self.drops = DropLog(machine, recorder, self.events, self.names)
        self._printed: list[Event] = []
        """The print events of the log that were seen."""
        self._said: list[tuple[Span, str]] | None = None
        self._texts: OrderedDict[tuple[int, ViewOptions], dict[str, str]] = OrderedDict()

    # -------------------------------------------------------------------------------------------- the view

    def view(
        self, step: int, options: ViewOptions, breakpoints: tuple[int, ...], event_stops: tuple[str, ...] = ()
    ) -> MachineView:
        """The moment at which the machine stands, which is step number `step`."""
        before = self._texts_of(step - 1, options) if step > 0 else {}
        return replace(self._build(step, options, before), breakpoints=breakpoints, event_stops=event_stops)

    def _texts_of(self, step: int, options: ViewOptions) -> dict[str, str]:
        known = self._texts.get((step, options))
        if known is None:
            stand_at(self.machine, self.recorder, step)
            self._build(step, options, {})
            stand_at(self.machine, self.recorder, step + 1)
            known = self._texts[step, options]
        return known

    def _build(self, step: int, options: ViewOptions, before: dict[str, str]) -> MachineView:
        machine, recorder = self.machine, self.recorder
        memory = Memory(machine, self.names, self.compilation, recorder.flows)
        renderer = ValueRenderer(memory, options, before)
        thread = machine.state.current
        users = [f for f in memory.frames.get(thread, []) if not f.is_std and not f.is_shim]
        results = {f.index: self._result(f) for f in users}
        memory.results = {
            (number, f.index): results[f.index] if number == thread else self._result(f)
            for number, found in memory.frames.items()
            for f in found
            if not f.is_std and not f.is_shim
        }
        loans = loan_rows(memory, self.loan_numbers, thread, results, before, step) if users else []
        stack = StackBuilder(memory, renderer, recorder, self.events.phrases, step, before)
        frames = stack.frames(thread, results, loans) if users else ()
        statics = stack.statics()
        heap = HeapBuilder(memory, renderer, self.events, recorder, step, before)
        holds = Holds(memory, heap.guards, self.events, step)
        rows, total = heap.rows(options, holds.state_of)
        counts = heap.counts(options)
        guards = holds.rows(before)
        self._remember((step, options), {**stack.texts, **renderer.texts}, heap.texts, loans, guards)
        current = frames[0].current if frames else None
        previous = (
            self.machine.code.span_of(recorder.main_pc(recorder.pcs[step - 1]))
            if step > 0 and recorder.pcs[step - 1] >= 0
            else None
        )
        types = machine.code.types
        return MachineView(
            position=Position(step, len(recorder) - 1, recorder.complete),
            thread=thread,
            current=current,
            frames=frames,
            heap=rows,
            heap_total=total,
            statics=statics,
            vtables=vtable_rows(memory, heap.vtables),
            loans=(*loans, *guards),
            counts=counts,
            drops=self.drops.until(step, options.events_limit),
            drops_due=drops_due(memory, users, types.needs_drop) if users else (),
            output=self._output(step, options.events_limit),
            explanation=self._explanation(step, users[-1] if users else None, renderer, holds, heap.leaked),
            events=self.events.of_step(step) if step else (),
            threads=self._threads(holds, memory),
            end=self._end(holds),
            previous=text_range(previous),
        )

    def _result(self, frame: object) -> BorrowckResult | None:
        return self.loan_numbers.result(frame.body.owner)  # type: ignore[attr-defined]

    def _remember(
        self,
        key: tuple[int, ViewOptions],
        stack: dict[str, str],
        heap: dict[str, str],
        loans: list[LoanRow],
        guards: list[LoanRow],
    ) -> None:
        texts = {**stack, **heap, **{f"guard {row.label}": "" for row in guards}}
        texts.update({f"loan {row.label}/{row.frame}": "" for row in loans})
        self._texts[key] = texts
        self._texts.move_to_end(key)
        while len(self._texts) > _KEPT:
            self._texts.popitem(last=False)

    # -------------------------------------------------------------------------------------------- its parts

    def _output(self, step: int, limit: int) -> tuple[OutputChunk, ...]:
        """The newest pieces of output; the log of prints is read once, as far as it has grown."""
        log, positions = self.machine.state.events, self.recorder.positions
        while self._printed and self._printed[-1][0] >= positions[-1]:
            self._printed.pop()
        start = bisect_right(log, self._printed[-1][0], key=lambda event: event[0]) if self._printed else 0
        self._printed += [event for event in log[start:] if event[1] == "print"]
        end = len(self._printed)
        if self.recorder.pcs[step] != -1:
            end = bisect_left(self._printed, positions[step], key=lambda event: event[0])
        chunks: list[OutputChunk] = []
        for event in self._printed[max(end - 16 * limit, 0) : end]:
            at = bisect_right(positions, event[0])
            stream = "err" if event[2] == "stderr" else "out"
            text = event[3].decode("utf-8", "replace")
            if chunks and chunks[-1].step == at and chunks[-1].stream == stream:
                text = chunks.pop().text + text
            chunks.append(OutputChunk(at, text, stream, Change.NEW if at == step else Change.NONE))
        return tuple(chunks[-limit:])

    def _explanation(
        self, step: int, frame: FrameInfo | None, renderer: ValueRenderer, holds: Holds, leaked: frozenset[int]
    ) -> Explanation:
        found = self._with_verdict(self.explainer.explain(step, frame, renderer), step)
        refused = holds.refused_borrow() if step else ""
        if refused:
            found = Explanation(found.what, refused, found.consequence, found.topic)
        end = self._end(holds)
        if end is None:
            return found
        if end.kind is EndKind.FAULT:
            return Explanation(
                end.message or "The run ends here.",
                f"{found.why} This is what the compiler's verdict saves you from.".strip(),
                "The walk ends here: what comes after would have no meaning.",
            )
        last = f"The program has ended with exit code {end.exit_code}."
        if leaked:
            names = ", ".join(f"H{number}" for number in sorted(leaked)[:6]) + (", …" if len(leaked) > 6 else "")
            last += f" Never freed: {names}; nobody who would drop {'them' if len(leaked) > 1 else 'it'} is left."
        return Explanation(found.what, found.why, f"{found.consequence} {last}".strip(), found.topic)

    def _with_verdict(self, found: Explanation, step: int) -> Explanation:
        """With what the compiler says about the step, in a program that it rejects."""
        if step == 0 or self.compilation.ok or self.recorder.pcs[step - 1] < 0:
            return found
        span = self.machine.code.span_of(self.recorder.main_pc(self.recorder.pcs[step - 1]))
        said = [text for at, text in self._verdict() if span is not None and _covers(span.source_callsite(), at)]
        if not said:
            return found
        return Explanation(found.what, f"{found.why} {' '.join(said)}".strip(), found.consequence, found.topic)

    def _verdict(self) -> list[tuple[Span, str]]:
        """Where the errors point, and what they say there."""
        if self._said is None:
            self._said = []
            for diagnostic in self.compilation.diagnostics:
                if diagnostic.severity is Severity.ERROR:
                    code = f" ({diagnostic.code})" if diagnostic.code else ""
                    labels = [(label.span, f"rustc: {label.text}.") for label in diagnostic.secondary if label.text]
                    labels += [
                        (label.span, f"The compiler refuses this: {diagnostic.message}{code}.") for label in diagnostic.primary
                    ]
                    self._said += [(span.source_callsite(), text) for span, text in labels]
        return self._said

    def _end(self, holds: Holds) -> End | None:
        end = self.machine.termination
        if end is None:
            return None
        message = holds.deadlock() if end.kind is TerminationKind.DEADLOCK else end.message
        return End(_ENDS[end.kind], end.code, message, text_range(end.span))

    def _threads(self, holds: Holds, memory: Memory) -> tuple[ThreadView, ...]:
        machine = self.machine
        state, end = machine.state, machine.termination
        stuck = end is not None and end.kind is TerminationKind.DEADLOCK
        rows = []
        for thread in state.threads:
            kind = ThreadState.RUNNING
            if thread.finished:
                kind = ThreadState.PANICKED if thread.panicked else ThreadState.FINISHED
            elif thread.wait is not None or stuck:
                kind = ThreadState.BLOCKED
            waits = holds.waits_for(thread) if kind is ThreadState.BLOCKED else ""
            users = [f for f in memory.frames.get(thread.number, []) if not f.is_std and not f.is_shim]
            span = machine.code.span_of(users[-1].pc) if users else None
            rows.append(
                ThreadView(
                    thread.number,
                    thread.name or f"thread {thread.number}",
                    kind,
                    waits,
                    thread.number == state.current,
                    function_name(users[-1]) if users else "",
                    span.source_callsite().line if span is not None else 0,
                )
            )
        return tuple(rows)

    # -------------------------------------------------------------------------------------------- why

    def why(self, step: int, subject: str | None) -> tuple[Explanation, ...]:
        """Answers to "why?" about a subject at this moment, or about the step just made."""
        if subject is None:
            return (self.view(step, DEFAULT_OPTIONS, ()).explanation,)
        return why(self.view(step, DEFAULT_OPTIONS, ()), subject, self.drops.find(subject))


def _covers(step: Span, label: Span) -> bool:
    """A step's text has a label in it, or is a part of what it marks, in the same line."""
    if step.file is not label.file or step.line != label.line:
        return False
    return (step.lo <= label.lo and label.hi <= step.hi) or (label.lo <= step.lo and step.hi <= label.hi)
