"""Panics: beginning one, and what is known after one was caught. Catching itself is compiled in calls.py."""

from __future__ import annotations

from collections.abc import Callable

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import Any
from interpreter.machine.intrinsics import Context, effect, effect_for, pure, static_str, text_of
from interpreter.machine.memory import Effects
from interpreter.machine.state import Value
from interpreter.machine.termination import RustPanic

Pointer = tuple[Any, ...]


@pure("begin_panic")
def _begin_panic(message: Pointer) -> None:
    """A literal's bytes are immutable: then the payload is a `&'static str`, else a String."""
    raise RustPanic(text_of(message), literal=isinstance(message[0], bytes))


@pure("precondition_violated")
def _precondition_violated(what: Pointer) -> None:
    advice = "This indicates a bug in the program. This Undefined Behavior check is optional, and cannot be relied on for safety."
    raise RustPanic(f"unsafe precondition(s) violated: {text_of(what)}\n\n{advice}", aborts=True)


@pure("unsupported")
def _unsupported(what: Pointer) -> None:
    """Std text came to where it doesn't do what rustc's does."""
    raise UnsupportedError(text_of(what), None)


@pure("begin_panic_any")
def _begin_panic_any(message: Pointer, payload: Value, quiet: bool) -> None:
    raise RustPanic(text_of(message), quiet=quiet, payload=payload)


@effect("panic_message")
def _panic_message(e: Effects, number: int) -> list[Any]:
    """The message of a thread's last panic, and whether it was a literal."""
    message, literal, *_ = e.state.extra.get(("panic", number), ("", True))
    return [static_str(message), literal]


@effect("panic_payload")
def _panic_payload(e: Effects, number: int) -> list[Any]:
    """Takes the payload of a thread's last panic, if it isn't the message; one during which that one began is the last again."""
    message, literal, place, payload, outer = e.state.extra[("panic", number)]
    if payload is not None or outer is not None:
        e.set_extra(("panic", number), outer or (message, literal, place, None, None))
    return [0] if payload is None else [1, payload]


@effect("panic_hooked")
def _panic_hooked(e: Effects, hooked: bool) -> None:
    e.set_extra("panic hooked", hooked)


@effect("panic_formatting")
def _panic_formatting(e: Effects, now: bool) -> None:
    e.set_extra(("formatting panic", e.state.current), now)


@effect("panic_report")
def _panic_report(e: Effects, message: Pointer, file: Pointer, line: int, column: int) -> None:
    """What the default hook prints."""
    from interpreter.machine.unwind import print_report

    print_report(e.state, e, text_of(message), f"{text_of(file)}:{line}:{column}")
    e.set_extra("panicked before", True)


@effect("thread_panicking")
def _panicking(e: Effects) -> bool:
    return e.state.thread.panics > 0


@effect_for("caller_location")
def _caller_location(cx: Context) -> Callable[[Effects], Pointer]:
    """A reference to the `Location` (file, line, column) of the caller of the function around, or of its caller if that is
    `#[track_caller]`."""
    from interpreter.machine.unwind import caller_location

    store = cx.store

    def location(e: Effects) -> Pointer:
        return ([caller_location(store, e.state)], 0)

    return location


@effect("at_thread_exit")
def _at_thread_exit(e: Effects, exit_: Pointer) -> None:
    key = ("exits", e.state.current)
    e.set_extra(key, (*e.state.extra.get(key, ()), exit_))


@effect("has_thread_exits")
def _has_thread_exits(e: Effects) -> bool:
    return bool(e.state.extra.get(("exits", e.state.current)))


@effect("next_thread_exit")
def _next_thread_exit(e: Effects) -> list[Any]:
    key = ("exits", e.state.current)
    exits = e.state.extra.get(key, ())
    if not exits:
        return [0]
    e.set_extra(key, exits[:-1])
    return [1, exits[-1]]
