"""How a run ends, and the signals by which generated code and intrinsics tell the driver to do something out of line.

A `Termination` is a result that is shown; the exceptions below never leave the machine. None of them stands for an error of the
program's text (that is a Diagnostic) or for our own bugs (those are assertions).
"""

from __future__ import annotations

from interpreter.enums import Enum
from interpreter.hints import Any
from interpreter.records import Record
from interpreter.source import Span


class TerminationKind(Enum):
    EXIT = "exit"
    """`main` returned, or `process::exit`."""
    PANIC = "panic"
    """The main thread panicked: code 101."""
    ABORT = "abort"
    """`process::abort`, a panic while unwinding: SIGABRT, code 134 as a shell shows it."""
    STACK_OVERFLOW = "stack overflow"
    DEADLOCK = "deadlock"
    """All threads wait for each other: a compiled program would hang for ever."""
    INVALID_ACCESS = "invalid access"
    """A rejected program came to the point where it uses what was moved, dropped or freed, or never initialised."""


class Termination(Record, frozen=True):
    """`code`: the process's exit code. `message` in plain words (empty for a normal exit), `span` where it happened.

    `wait`: of a deadlock, what the thread that ran last waits for (threads.py).
    """

    kind: TerminationKind
    code: int
    message: str = ""
    span: Span | None = None
    wait: tuple[Any, ...] | None = None


INVALID = (TypeError, IndexError, KeyError, AttributeError, ValueError)
"""What Python raises when a step of a rejected program uses what isn't there."""


NULL_DEREFERENCE = "null pointer dereference occurred"


class MachineSignal(Exception):
    """Base of what generated code raises to reach the driver."""


class RustPanic(MachineSignal):
    """The running statement panics with `message`, before it has changed anything."""

    def __init__(
        self, message: str, *, quiet: bool = False, literal: bool = True, payload: Any = None, aborts: bool = False
    ) -> None:
        super().__init__(message)
        self.message = message
        self.literal = literal
        """The message is a `&'static str`, not formatted text."""
        self.quiet = quiet
        """Nothing is printed (`resume_unwind`), no hook is called."""
        self.payload = payload
        """A `Box<dyn Any + Send>`, or None if the message is what is thrown."""
        self.aborts = aborts
        """The program ends after the report (core::panicking::panic_nounwind)."""


class Halt(MachineSignal):
    """The program ends here."""

    def __init__(self, kind: TerminationKind, code: int, message: str = "") -> None:
        super().__init__(message)
        self.kind = kind
        self.code = code
        self.message = message


class Blocked(MachineSignal):
    """The running call can't go on until `condition` holds (see threads.py); it has changed nothing and will be tried again."""

    def __init__(self, condition: tuple[Any, ...]) -> None:
        super().__init__(condition)
        self.condition = condition


class InternalError(AssertionError):
    """Our own bug: an accepted program used a value that isn't there, or code generation failed."""


class NoValueError(MachineSignal):
    """A place was read that holds nothing: never initialised, moved out, dropped or out of scope. `what` says which, in words."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class ThreadEnd(MachineSignal):
    """The thread's first function returned."""


class ThreadPanicked(MachineSignal):
    """A panic came to the bottom of the thread."""


class Resume(MachineSignal):
    """The end of a cleanup path."""


class Caught:
    """The one object that stands for the result of a call that was ended by a caught panic."""


CAUGHT = Caught()


class StackOverflow(Halt):
    def __init__(self) -> None:
        super().__init__(TerminationKind.STACK_OVERFLOW, 134, "the stack overflowed: too many calls are in progress")
