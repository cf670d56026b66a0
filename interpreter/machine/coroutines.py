"""Code generation for `async` blocks: calls that suspend themselves and are gone on with later (std text: future.rs).

The body of an `async` block is a closure. Its first poll calls it; at an `.await` that isn't ready it suspends itself: its frame
is taken off as a value, with all its variables, and the poll's call of it returns that. The next poll puts the frame back.
Because the frame is never rebuilt, references into its variables stay good (that is what `Pin` promises). Dropping a suspended
call runs the cleanup path of the suspending call, as unwinding would: it drops just what is in scope there.

In the frame below the body's, which is `poll`, local 2 is the `Context`.
"""

from __future__ import annotations

from interpreter.hints import Any
from interpreter.machine.emit import Emitter
from interpreter.machine.plan import Op
from interpreter.machine.rvalues import Step
from interpreter.mir import body as mir

FRAME_BELOW_CONTEXT = 2
"""The local of `poll` that holds the context."""
CALLING = frozenset(("coroutine_start", "coroutine_resume", "coroutine_drop", "coroutine_suspend"))
RESULT = ("o = [1, v] if v.__class__ is SuspendedFrame else [0, v]",)
"""The completion of a call or resumption of a body: `Resumed::Yielded` or `Resumed::Complete`."""


class SuspendedFrame:
    """A frame taken off, as a value."""

    __slots__ = ("frame",)

    def __init__(self, frame: list[Any]) -> None:
        self.frame = frame

    def __reduce__(self) -> tuple[Any, ...]:
        return (SuspendedFrame, (self.frame,))


def emit_suspend(emitter: Emitter, pc: int) -> None:
    """The running frame is taken off; the call below it returns the frame."""
    head = ["F = M.frames", "c = F[-2]", "p = c[1]", "f = F[-1]", f"f[1] = {pc}"]
    tail = ["F.pop()", "c[1] = n"]
    emitter.function("s", f"s{pc}", [*head, "n = RS[p](c[0], SuspendedFrame(f))", *tail, "return -1"])
    journal = [*tail, "JA(p)", "JA(f)", f"JA({pc})", "return -1"]
    emitter.function("t", f"t{pc}", [*head, "n = RT[p](c[0], SuspendedFrame(f))", *journal])
    undo = ["F = M.frames", "f = JP()", "p = JP()", "RU[p](L)", "F[-1][1] = p", "F.append(f)", "return -1"]
    emitter.function("u", f"u{pc}", undo)


def emit_resume(emitter: Emitter, pc: int, op: Op, call: mir.Call, step: Step) -> None:
    """A suspended frame is put back and goes on after the call by which it suspended itself."""
    frame = step.bind(emitter.operand(call.args[0], step), "v")
    emitter.kill(op, step)
    head = [*step.prelude, f"f = {frame}.frame", "q = f[1]"]
    forward, journalled = step.forward, step.journalled
    push = ["F = M.frames", f"F[-1][1] = {pc}", "f[1] = n", "F.append(f)", "return -1"]
    emitter.function("s", f"s{pc}", [*head, *forward, "n = RS[q](f[0], ())", *push])
    emitter.function("t", f"t{pc}", [*head, *journalled, "n = RT[q](f[0], ())", "JA(q)", f"JA({pc})", *push])
    undo = ["F = M.frames", "f = F.pop()", "q = JP()", "RU[q](f[0])", "f[1] = q", "L = F[-1][0]", *emitter.undone(step.writes)]
    emitter.function("u", f"u{pc}", [*undo, "return -1"])


def emit_drop(emitter: Emitter, pc: int, op: Op, call: mir.Call, step: Step, next_: str) -> None:
    """A suspended frame is put back at the cleanup path of the call by which it suspended itself, if there is one; where that
    ends, so does this call (unwind.py)."""
    assert call.target is not None
    emitter.store.dropping.add(pc)
    frame = step.bind(emitter.operand(call.args[0], step), "v")
    emitter.kill(op, step)
    head = [*step.prelude, f"f = {frame}.frame", "q = f[1]", "n = UNWIND[q]"]
    forward, journalled = step.forward, step.journalled
    push = ["F = M.frames", f"F[-1][1] = {pc}", "f[1] = n", "F.append(f)", "return -1"]
    emitter.function("s", f"s{pc}", [*head, *forward, f"if n is None: return {next_}", *push])
    skip = [f"if n is None: JA(0); JA({pc}); return {next_}", "JA(q)", "JA(1)", f"JA({pc})"]
    emitter.function("t", f"t{pc}", [*head, *journalled, *skip, *push])
    undone = emitter.undone(step.writes)
    back = ["F = M.frames", "f = F.pop()", "f[1] = JP()", "L = F[-1][0]", *undone, "return -1"]
    emitter.function("u", f"u{pc}", ["if JP():", *(f" {line}" for line in back), *undone, f"return {pc}"])
