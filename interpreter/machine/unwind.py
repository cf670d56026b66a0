"""Panics: the message, and unwinding along the MIR's cleanup edges (Reference: panic; rustc: `panic_unwind`, `UnwindAction`).

A panic takes frames off until one whose call has a cleanup block, or that catches; that is one step. UnwindResume goes on the
same way. A panic that would leave a cleanup block aborts the program. What was done is journalled as one record ending in
UNWOUND.
"""

from __future__ import annotations

from interpreter.machine.code import CAUGHT, PANICKED, ROOT_CALL, UNWOUND, CodeStore
from interpreter.machine.memory import Effects
from interpreter.machine.state import FRAME_INSTANCE, FRAME_LOCALS, FRAME_PC, State
from interpreter.machine.termination import Halt, RustPanic, TerminationKind
from interpreter.source import Span

PROCESS_ID = 4242
BACKTRACE_NOTE = "note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n"


def caller_step(store: CodeStore, state: State) -> int:
    """The step that a panic in the running one is put down to: that of the nearest caller that isn't `#[track_caller]` (RFC
    2091)."""
    frames = state.frames
    index = len(frames) - 1
    while index > 1 and _tracks_caller(store, frames[index][FRAME_INSTANCE]):
        index -= 1
    return int(frames[index][FRAME_PC])


def caller_location(store: CodeStore, state: State) -> tuple[str, int, int]:
    """File, line and column that `Location::caller()`, which is running, stands for."""
    span = store.call_span(caller_step(store, state))
    if span is None:
        return ("", 0, 0)
    span = span.source_callsite()
    return (span.file.name, *span.start)


def _tracks_caller(store: CodeStore, number: int) -> bool:
    if number < 0:
        return False
    body = store.instances[number].body
    return body is not None and ("track_caller" in body.owner.attrs or body.shim is not None)


def location_text(span: Span | None) -> str:
    """`src/main.rs:2:5`."""
    if span is None:
        return "<unknown>"
    span = span.source_callsite()
    line, column = span.start
    return f"{span.file.name}:{line}:{column}"


def panic_report(state: State, message: str, span: Span | None, first: bool) -> str:
    """What the default panic hook prints."""
    thread = state.thread
    name = thread.name or ("main" if thread.number == 0 else "<unnamed>")
    note = BACKTRACE_NOTE if first else ""
    return f"\nthread '{name}' ({PROCESS_ID}) panicked at {location_text(span)}:\n{message}\n{note}"


def _handler(store: CodeStore, state: State, skip_top: bool) -> int:
    """The index of the frame that handles an unwinding panic: catches it, cleans up, or is the bottom one.

    Raises: Halt if it would leave a cleanup block.
    """
    frames = state.frames
    index = len(frames) - 1 - skip_top
    while True:
        pc = frames[index][FRAME_PC]
        if pc == ROOT_CALL or pc in store.catching or store.unwind[pc] is not None:
            return index
        if store.cleanup[pc]:
            raise Halt(TerminationKind.ABORT, 134, "panic in a destructor during cleanup")
        index -= 1


def begin_panic(store: CodeStore, state: State, effects: Effects, pc: int, panic: RustPanic, journalled: bool) -> None:
    """The running step `pc` panics: report, count, unwind."""
    state.frames[-1][FRAME_PC] = pc
    place = caller_step(store, state)
    span = store.call_span(place)
    before = len(state.journal)
    if not panic.quiet:
        first = not state.extra.get("panicked before", False)
        effects.print("stderr", panic_report(state, panic.message, span, first).encode("utf-8", "replace"))
    try:
        _handler(store, state, False)
    except Halt:
        report = f"\nthread '{state.thread.name or 'main'}' ({PROCESS_ID}) panicked at {location_text(span)}:\n"
        text = f"{report}panic in a destructor during cleanup\nthread caused non-unwinding panic. aborting.\n"
        effects.print("stderr", text.encode())
        raise
    effects.set_extra("panicked before", True)
    effects.set_extra(("panic", state.current), (panic.message, panic.literal, place))
    effects.set_thread(state.current, "panics", state.thread.panics + 1)
    effects.event("panic", panic.message, state.current)
    _unwind(store, state, effects, False, before, journalled)


def resume_unwind(store: CodeStore, state: State, effects: Effects, pc: int, journalled: bool) -> None:
    """The running step is the end of a cleanup path: go on with the caller. If that only dropped what a suspended call left, its
    work is done."""
    frames = state.frames
    frames[-1][FRAME_PC] = pc
    below = frames[-2]
    if (place := below[FRAME_PC]) in store.dropping:
        taken_off = [frames.pop()]
        results = store.journalled_results if journalled else store.plain_results
        below[FRAME_PC] = results[place](below[FRAME_LOCALS], ())
        if journalled:
            state.journal += (0, place, True, taken_off, UNWOUND)
        return
    _unwind(store, state, effects, True, len(state.journal), journalled)


def _unwind(store: CodeStore, state: State, effects: Effects, skip_top: bool, before: int, journalled: bool) -> None:
    frames = state.frames
    index = _handler(store, state, skip_top)
    taken_off = frames[:index:-1]
    frame = frames[index]
    pc = frame[FRAME_PC]
    caught = pc in store.catching
    if caught:
        effects.set_thread(state.current, "panics", state.thread.panics - 1)
    changes = len(state.journal) - before
    del frames[index + 1 :]
    if caught:
        results = store.journalled_results if journalled else store.plain_results
        frame[FRAME_PC] = results[pc](frame[FRAME_LOCALS], CAUGHT)
    else:
        frame[FRAME_PC] = PANICKED if pc == ROOT_CALL else store.unwind[pc]
    if journalled:
        state.journal += (changes, pc, caught, taken_off, UNWOUND)
