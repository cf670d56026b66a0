"""Panics: the message, and unwinding along the MIR's cleanup edges (Reference: panic; rustc: `panic_unwind`, `UnwindAction`).

A panic takes frames off until one whose call has a cleanup block, or that catches; that is one step. UnwindResume goes on the
same way. A panic that would leave a cleanup block aborts the program. What was done is journalled as one record ending in
UNWOUND.
"""

from __future__ import annotations

from interpreter.machine.code import HOOKED, PANICKED, ROOT_CALL, UNWOUND, CodeStore
from interpreter.machine.intrinsics import static_str
from interpreter.machine.memory import Effects
from interpreter.machine.state import FRAME_INSTANCE, FRAME_LOCALS, FRAME_PC, State, Value
from interpreter.machine.termination import CAUGHT, Halt, RustPanic, TerminationKind
from interpreter.mir.body import Body
from interpreter.source import Span
from interpreter.transform.instance import REIFIED

PROCESS_ID = 4242
UNWINDING_ABIS = (None, "Rust", "rust-call", "C-unwind", "system-unwind", "rust-intrinsic")
BACKTRACE_NOTE = "note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n"


class CannotUnwind(Halt):
    """A panic came to where unwinding can't go on: the program aborts. `line` is that of `core::panicking`'s function which does
    it."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(TerminationKind.ABORT, 134, message)
        self.line = line

    def report(self, thread: str) -> str:
        """What is printed then (without the backtrace, which differs from machine to machine)."""
        from interpreter.transform.library_places import LIBRARY

        place = f"{LIBRARY}core/src/panicking.rs:{self.line}:5"
        head = f"\nthread '{thread}' ({PROCESS_ID}) panicked at {place}:\n{self.message}\n"
        return f"{head}thread caused non-unwinding panic. aborting.\n"


class PanicAborts(CannotUnwind):
    """A panic that doesn't unwind was reported."""

    def report(self, thread: str) -> str:
        return "thread caused non-unwinding panic. aborting.\n"


class PanicInHook(CannotUnwind):
    """A panic hook panicked, at `place`."""

    def __init__(self, message: str, place: str) -> None:
        super().__init__(message)
        self.place = place

    def report(self, thread: str) -> str:
        return f"panicked at {self.place}:\n{self.message}\nthread panicked while processing panic. aborting.\n"


def caller_step(store: CodeStore, state: State) -> int:
    """The step that a panic in the running one is put down to: that of the nearest caller that isn't `#[track_caller]` (RFC
    2091)."""
    frames = state.frames
    index = len(frames) - 1
    while index > 1 and _tracks_caller(store, frames[index][FRAME_INSTANCE]):
        index -= 1
    return int(frames[index][FRAME_PC])


def _user_step(store: CodeStore, state: State, place: int, span: Span | None) -> int:
    """The step `place`, at `span`, or if that is in std the innermost one of the running thread in the user's text."""
    frames = iter(reversed(state.frames))
    step = place
    while span is None or span.source_callsite().file.is_std:
        if (frame := next(frames, None)) is None:
            return place
        step = frame[FRAME_PC]
        span = store.call_span(step)
    return step


def caller_location(store: CodeStore, state: State) -> list[Value]:
    """What `Location::caller()`, which is running, stands for."""
    return location_value(store.call_span(caller_step(store, state)))


def location_value(span: Span | None) -> list[Value]:
    """A `Location`: file, line, column."""
    if span is None:
        return [static_str(""), 0, 0]
    span = span.source_callsite()
    return [static_str(span.file.name), *span.start]


def tracks_caller(store: CodeStore, body: Body) -> bool:
    """Whether what panics in a body is put down to its caller."""
    return body.shim != REIFIED and (body.shim is not None or store.program.tracks_caller(body.owner))


def _tracks_caller(store: CodeStore, number: int) -> bool:
    body = store.instances[number].body if number >= 0 else None
    return body is not None and tracks_caller(store, body)


def location_text(span: Span | None) -> str:
    """`src/main.rs:2:5`."""
    if span is None:
        return "<unknown>"
    span = span.source_callsite()
    line, column = span.start
    return f"{span.file.name}:{line}:{column}"


def thread_name(state: State) -> str:
    """The running thread as messages call it."""
    return state.thread.name or "<unnamed>"


def print_report(state: State, effects: Effects, message: str, place: str) -> None:
    """What the default panic hook prints; the first report comes with a note."""
    note = "" if state.extra.get("panicked before", False) else BACKTRACE_NOTE
    report = f"\nthread '{thread_name(state)}' ({PROCESS_ID}) panicked at {place}:\n{message}\n{note}"
    effects.print("stderr", report.encode("utf-8", "replace"))


def _handler(store: CodeStore, state: State, skip_top: bool) -> int:
    """The index of the frame that handles an unwinding panic: catches it, cleans up, or is the bottom one.

    Raises: CannotUnwind if it would leave a cleanup block or a function that has no unwinding.
    """
    frames = state.frames
    index = len(frames) - 1 - skip_top
    if skip_top:
        _check_abi(store, frames[-1][FRAME_INSTANCE])
    while True:
        pc = frames[index][FRAME_PC]
        if pc == ROOT_CALL or pc in store.catching or store.unwind[pc] is not None:
            return index
        _check_abi(store, frames[index][FRAME_INSTANCE])
        if store.cleanup[pc]:
            raise CannotUnwind("panic in a destructor during cleanup", 233)
        index -= 1


def _check_abi(store: CodeStore, number: int) -> None:
    """A panic that would leave a function whose ABI has no unwinding aborts (Reference: panic, unwinding across FFI boundaries;
    rustc: `abort_unwinding_calls`).

    Raises: CannotUnwind.
    """
    body = store.instances[number].body if number >= 0 else None
    if body is not None and body.shim is None and getattr(body.owner.node, "extern_abi", None) not in UNWINDING_ABIS:
        raise CannotUnwind("panic in a function that cannot unwind", 225)


def begin_panic(store: CodeStore, state: State, effects: Effects, pc: int, panic: RustPanic, journalled: bool) -> None:
    """The running step `pc` panics: report (or call the hook, which begins the panic once more when it is done), count, unwind.

    Raises: PanicInHook; PanicAborts; CannotUnwind as `_handler`.
    """
    state.frames[-1][FRAME_PC] = pc
    place = caller_step(store, state)
    span = store.call_span(place)
    before = len(state.journal)
    in_hook = ("in panic hook", state.current)
    hooked = state.extra.get(in_hook, False)
    if not panic.quiet and (hooked or state.extra.get(("formatting panic", state.current), False)):
        raise PanicInHook(panic.message, location_text(span))
    if not panic.quiet and state.extra.get("panic hooked", False):
        effects.set_extra(in_hook, True)
        effects.set_extra(("panic aborts", state.current), panic.aborts)
        effects.set_thread(state.current, "panics", state.thread.panics + 1)
        changes = len(state.journal) - before
        _call_hook(store, state, panic, span)
        if journalled:
            state.journal += (changes, HOOKED)
        return
    if not panic.quiet:
        print_report(state, effects, panic.message, location_text(span))
    if panic.aborts or (hooked and state.extra[("panic aborts", state.current)]):
        raise PanicAborts(panic.message)
    _handler(store, state, False)
    effects.set_extra("panicked before", not panic.quiet or state.extra.get("panicked before", False))
    key = ("panic", state.current)
    outer = state.extra[key] if state.thread.panics > hooked else None
    effects.set_extra(key, (panic.message, panic.literal, _user_step(store, state, place, span), panic.payload, outer))
    if hooked:
        effects.set_extra(in_hook, False)
    else:
        effects.set_thread(state.current, "panics", state.thread.panics + 1)
    effects.event("panic", panic.message, state.current)
    _unwind(store, state, effects, False, before, journalled)


def _call_hook(store: CodeStore, state: State, panic: RustPanic, span: Span | None) -> None:
    """Pushes a frame for std's `call_hook`, which panics quietly in the end."""
    hook = store.program.lang("panic_hook")
    assert hook is not None
    entry = store.entry(store.program.resolve(hook, ()))
    if entry[1] is None:
        store.link(entry)
    payload = [0] if panic.payload is None else [1, panic.payload]
    location = ([location_value(span)], 0)
    state.frames.append([[None, static_str(panic.message), panic.literal, payload, location, *entry[1]], entry[0], entry[2]])


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
