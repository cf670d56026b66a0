"""The view of one moment: asks each builder for its part and puts the parts together.

What changed in a step is found by comparing the texts of what is shown with those of the step before; these are kept for the newest moments, and
made anew (by a short seek back and forth) when they aren't known.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict

from interpreter.borrowck import BorrowckResult
from interpreter.compilation import Compilation
from interpreter.debugger.drops import DropLog, drops_due
from interpreter.debugger.events import EventLog
from interpreter.debugger.explain import Explainer
from interpreter.debugger.heap import HeapBuilder
from interpreter.debugger.loans import LoanNumbers, loan_rows
from interpreter.debugger.memory import Memory, TypeNames
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
from interpreter.machine.inspect import FrameInfo
from interpreter.machine.machine import Machine
from interpreter.machine.termination import TerminationKind
from interpreter.machine.threads import describe_wait

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
        self.events = EventLog(machine, recorder, self.names)
        self.explainer = Explainer(self.events, self.names)
        self.drops = DropLog(machine, recorder, self.events, self.names)
        self.loan_numbers = LoanNumbers(compilation.tcx)
        self._texts: OrderedDict[int, dict[str, str]] = OrderedDict()

    # -------------------------------------------------------------------------------------------- the view

    def view(self, step: int, options: ViewOptions, breakpoints: tuple[int, ...]) -> MachineView:
        """The moment at which the machine stands, which is step number `step`."""
        before = self._texts_of(step - 1) if step > 0 else {}
        return self._build(step, options, breakpoints, before)

    def _texts_of(self, step: int) -> dict[str, str]:
        known = self._texts.get(step)
        if known is None:
            stand_at(self.machine, self.recorder, step)
            self._build(step, DEFAULT_OPTIONS, (), {})
            stand_at(self.machine, self.recorder, step + 1)
            known = self._texts[step]
        return known

    def _build(self, step: int, options: ViewOptions, breakpoints: tuple[int, ...], before: dict[str, str]) -> MachineView:
        machine, recorder = self.machine, self.recorder
        memory = Memory(machine, self.names, self.compilation, recorder.flows)
        renderer = ValueRenderer(memory, options)
        thread = machine.state.current
        users = [f for f in memory.frames.get(thread, []) if not f.is_std and not f.is_shim]
        results = {f.index: self._result(f) for f in users}
        loans = loan_rows(memory, self.loan_numbers, thread, results, before, step) if users else []
        stack = StackBuilder(memory, renderer, recorder, self.events.phrases, step, before)
        frames = stack.frames(thread, results, loans) if users else ()
        heap = HeapBuilder(memory, renderer, self.events, recorder, step, before, results)
        rows, total = heap.rows(options)
        counts = heap.counts(options)
        self._remember(step, stack.texts, heap.texts, loans)
        current = frames[0].current if frames else None
        previous = self.machine.code.span_of(recorder.main_pc(recorder.pcs[step - 1])) if step > 0 and recorder.pcs[step - 1] >= 0 else None
        types = machine.code.types
        return MachineView(
            position=Position(step, len(recorder) - 1, recorder.complete),
            thread=thread,
            current=current,
            frames=frames,
            heap=rows,
            heap_total=total,
            loans=tuple(loans),
            counts=counts,
            drops=self.drops.until(step, options.events_limit),
            drops_due=drops_due(memory, users, types.needs_drop) if users else (),
            output=self._output(step, options.events_limit),
            explanation=self._explanation(step, users[-1] if users else None, renderer),
            events=self.events.of_step(step) if step else (),
            threads=self._threads(),
            breakpoints=breakpoints,
            end=self._end(),
            previous=text_range(previous),
        )

    def _result(self, frame: object) -> BorrowckResult | None:
        return self.loan_numbers.result(frame.body.owner)  # type: ignore[attr-defined]

    def _remember(self, step: int, stack: dict[str, str], heap: dict[str, str], loans: list[LoanRow]) -> None:
        texts = {**stack, **heap}
        texts.update({f"loan {row.label}/{row.frame}": "" for row in loans})
        self._texts[step] = texts
        self._texts.move_to_end(step)
        while len(self._texts) > _KEPT:
            self._texts.popitem(last=False)

    # -------------------------------------------------------------------------------------------- its parts

    def _output(self, step: int, limit: int) -> tuple[OutputChunk, ...]:
        here = self.recorder.positions[step]
        ended = self.recorder.pcs[step] == -1
        chunks: list[OutputChunk] = []
        for event in self.machine.state.events:
            if event[0] >= here and not ended:
                break
            if event[1] == "print":
                at = bisect_right(self.recorder.positions, event[0])
                stream = "err" if event[2] == "stderr" else "out"
                text = event[3].decode("utf-8", "replace")
                change = Change.NEW if at == step else Change.NONE
                if chunks and chunks[-1].step == at and chunks[-1].stream == stream:
                    text = chunks.pop().text + text
                chunks.append(OutputChunk(at, text, stream, change))
        return tuple(chunks[-limit:])

    def _explanation(self, step: int, frame: FrameInfo | None, renderer: ValueRenderer) -> Explanation:
        found = self.explainer.explain(step, frame, renderer)
        end = self._end()
        if end is None:
            return found
        if end.kind is EndKind.FAULT:
            return Explanation(
                end.message or "The run ends here.", "This is what the compiler's verdict saves you from.", found.what
            )
        last = f"The program has ended with exit code {end.exit_code}."
        return Explanation(found.what, found.why, f"{found.consequence} {last}".strip(), found.topic)

    def _end(self) -> End | None:
        end = self.machine.termination
        if end is None:
            return None
        return End(_ENDS[end.kind], end.code, end.message, text_range(end.span))

    def _threads(self) -> tuple[ThreadView, ...]:
        state = self.machine.state
        rows = []
        for thread in state.threads:
            kind = ThreadState.RUNNING
            if thread.finished:
                kind = ThreadState.PANICKED if thread.panicked else ThreadState.FINISHED
            elif thread.wait is not None:
                kind = ThreadState.BLOCKED
            waits = describe_wait(state, thread) if kind is ThreadState.BLOCKED else ""
            rows.append(
                ThreadView(thread.number, thread.name or f"thread {thread.number}", kind, waits, thread.number == state.current)
            )
        return tuple(rows)

    # -------------------------------------------------------------------------------------------- why

    def why(self, step: int, subject: str | None) -> tuple[Explanation, ...]:
        """Answers to "why?" about a subject at this moment, or about the step just made."""
        if subject is None:
            return (self.view(step, DEFAULT_OPTIONS, ()).explanation,)
        view = self.view(step, DEFAULT_OPTIONS, ())
        answers: list[Explanation] = []
        for loan in view.loans:
            if subject in (loan.label, *loan.subjects):
                text = f"{loan.label}: `{loan.place}` is borrowed ({loan.kind.value}) since line {loan.start_line}, held by {loan.holder}."
                answers.append(
                    Explanation(text, f"It is still alive: {loan.why}." if loan.why else "", f"It forbids: {loan.forbids}.")
                )
        for frame in view.frames:
            for variable in frame.variables:
                if variable.subject == subject:
                    answers.append(_why_variable(variable.name, variable.state.value, variable.moved_to, variable.moved_step))
        for drop in view.drops:
            if drop.subject == subject:
                answers.append(Explanation(f"{drop.what} was dropped at step {drop.step}.", drop.reason))
        for row in view.heap:
            if row.label == subject:
                owners = ", ".join(f"{o.label} ({o.role})" for o in row.owners) or "nobody"
                answers.append(Explanation(f"{row.label}: {row.kind}, {row.size} bytes.", f"It is kept by {owners}."))
        return tuple(answers) or (Explanation("There is nothing to say about it at this step."),)


def _why_variable(name: str, state: str, moved_to: str, moved_step: int | None) -> Explanation:
    if moved_step is not None:
        return Explanation(
            f"`{name}` was moved into {moved_to} at step {moved_step}.", "Its type isn't Copy, so there is nothing left in it."
        )
    return Explanation(f"`{name}` is {state}.")
