"""The machine: runs a program forwards and backwards, one step at a time.

In: a `Program`, the instance of `main`, standard input. Out: positions, frames, events, output, a `Termination`. With
`history` every position that was reached can be returned to: within the window since the last checkpoint by undoing, beyond
it by restoring a checkpoint and running again. Without, code runs in its plain variant and can't go back (`crabwalk run`).

Position p is the state after p steps; a step is one Op of plan.py (without history: one run of them). The step that ends the
program has no position of its own. Worked example: `m = Machine(program); m.start(main); m.run_forward(10); m.run_back(3);
m.position == 7`.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Container
from operator import length_hint

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import Any
from interpreter.machine import const_failure, threads
from interpreter.machine.code import (
    ROOT_CALL,
    CodeStore,
)
from interpreter.machine.const_limits import TURNS, ConstFrames
from interpreter.machine.history import History
from interpreter.machine.hot import SAMPLE, HotBodies
from interpreter.machine.memory import Effects, undo
from interpreter.machine.names import dangling_variables
from interpreter.machine.null_pointers import null_dereference
from interpreter.machine.program import Program
from interpreter.machine.start import start_body
from interpreter.machine.state import FRAME_INSTANCE, FRAME_LOCALS, FRAME_PC, Event, Frame, State, Thread
from interpreter.machine.termination import (
    INVALID,
    Blocked,
    Halt,
    InternalError,
    NoValueError,
    Resume,
    RustPanic,
    StackOverflow,
    Termination,
    TerminationKind,
    ThreadEnd,
    ThreadPanicked,
)
from interpreter.machine.unwind import PROCESS_ID, CannotUnwind, begin_panic, resume_unwind, thread_name
from interpreter.mir.body import Body
from interpreter.source import Span
from interpreter.transform.instance import Instance, InstanceKind


class Machine:
    """One run. `termination` is set once the program has ended; going back clears it."""

    def __init__(
        self,
        program: Program,
        *,
        history: bool = True,
        rejected: bool = False,
        stdin: bytes = b"",
        read_stdin: Callable[[], bytes] | None = None,
        output: Callable[[str, bytes], None] | None = None,
        seed: int | None = None,
        quantum: int = threads.QUANTUM,
        for_constants: bool = False,
    ) -> None:
        """`stdin`: what is known of standard input; `read_stdin` gives more (b"" at its end). `output` gets what is printed
        at once, as ("stdout" or "stderr", bytes). `seed` makes the scheduler choose at random, the same way each time.
        `for_constants`: it evaluates constants only."""
        self.state = State()
        self.state.recording = history
        self.state.random = seed or 0
        kills = history or (for_constants and program.has_unsafe_code())
        self.code = CodeStore(program, self.state, output, rejected=rejected, plain_only=not history, kills=kills)
        self.code.evaluate = self._evaluate
        self.hot = None if history else HotBodies(self.code)
        self.program = program
        self.history = history
        self.rejected = rejected
        self.stdin = bytearray(stdin)
        self._read_stdin = read_stdin
        self.code.read_more = self._more_input
        self.code.stdin = self.stdin
        self.seeded = seed is not None
        self.quantum = quantum
        self.termination: Termination | None = None
        self.checkpoints = History()
        self.choices: dict[int, int] = {}
        """Position -> the thread that somebody chose to run from there on."""
        self._window_start = 0
        self._previous: tuple[int, list[Any]] | None = None
        self._pending: tuple[tuple[Any, ...] | None, bool, bool] | None = None
        self._functions = self.code.journalled if history else self.code.plain
        self._effects: Effects = self.code.journal_effects if history else self.code.effects

    # ------------------------------------------------------------------------------------------------ starting

    def start(self, main: Instance) -> None:
        """Stand before the first step of `main`.

        Raises: UnsupportedError.
        """
        if (allocator := self.program.own_allocator()) is not None:
            raise UnsupportedError("a global allocator of the program's own", allocator.span)
        state = self.state
        body = start_body(self.program, main)
        runner = Instance(InstanceKind.ITEM, None, (), None)
        self.code.bodies[runner] = body
        entry = self.code.entry(runner)
        self.code.link(entry)
        locals_ = [None, *entry[1]]
        frames: list[Frame] = [[[None], ROOT_CALL, -1], [locals_, entry[0], entry[2]]]
        state.threads.append(Thread(0, "main", frames))
        state.frames = frames
        if self.history:
            self.checkpoints.take(state)

    def _more_input(self) -> bytes:
        data = self._read_stdin() if self._read_stdin is not None else b""
        self.stdin += data
        return data

    # ------------------------------------------------------------------------------------------------ where it is

    @property
    def position(self) -> int:
        """Steps executed since the start."""
        return self.state.position

    def events(self, since: int = 0) -> list[Event]:
        """The events of the steps from position `since` to the present one, those of the step that ended the program included."""
        log = self.state.events
        limit = self.position + (self.termination is not None)
        low, high = 0, len(log)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if log[middle][0] < since else (low, middle)
        end = len(log)
        while end > low and log[end - 1][0] >= limit:
            end -= 1
        return log[low:end]

    def output(self, stream: str = "stdout") -> bytes:
        """What was printed so far (with history only)."""
        return b"".join(e[3] for e in self.events() if e[1] == "print" and e[2] == stream)

    # ------------------------------------------------------------------------------------------------ going forward

    def run_forward(self, count: int, stops: Container[int] = (), depth: int | None = None) -> bool:
        """Up to `count` steps. Stops early before a step whose number is in `stops`, or when a call returns (or unwinds) to
        at most `depth` frames of the running thread; then the result is True. Does nothing once the program has ended."""
        collecting = gc.isenabled()
        gc.disable()
        try:
            target = self.position + count
            while self.position < target and self.termination is None:
                chunk = target
                if self.history:
                    due = self.checkpoints.due(self._window_start)
                    if self.position >= due:
                        self._new_window()
                        due = self.checkpoints.due(self._window_start)
                    chunk = min(target, due)
                if self._run(chunk, stops, depth):
                    return True
            return False
        finally:
            if collecting:
                gc.enable()

    def run(self) -> Termination:
        """To the end of the program."""
        while self.termination is None:
            self.run_forward(1 << 40)
        return self.termination

    def _new_window(self) -> None:
        """A checkpoint here; the journal so far becomes the previous window."""
        self.checkpoints.take(self.state)
        self.state.thin_events()
        journal = self.state.journal
        self._previous = (self._window_start, journal[:])
        journal.clear()
        self._window_start = self.position

    def _run(self, target: int, stops: Container[int], depth: int | None) -> bool:
        """Run to position `target`, with thread switches on the way."""
        state = self.state
        while state.position < target and self.termination is None:
            limit = target
            if self.choices:
                self._keep_choice()
                limit = min([target, *(position for position in self.choices if position > state.position)])
            if len(state.threads) > 1:
                if state.position >= state.turn_start + self.quantum:
                    turn = threads.choose(state, self.seeded)
                    threads.switch(state, turn or threads.Turn(state.thread, state.clock, state.random), None)
                limit = min(limit, state.turn_start + self.quantum)
            if self.hot is not None:
                limit = min(limit, state.position + SAMPLE)
            if self._slice(limit - state.position, stops, depth):
                return True
            if self.hot is not None:
                self.hot.sample(state.frames)
        return False

    def _slice(self, count: int, stops: Container[int], depth: int | None) -> bool:
        """Up to `count` steps of the running thread; True if it stopped where asked to."""
        state, functions = self.state, self._functions
        state.end = state.position + count
        state.iterator = iterator = iter(range(count))
        watching = bool(stops) or depth is not None
        shallow = -1 if depth is None else depth
        stopped, counted = False, True
        self._pending = None
        frame = state.frames[-1]
        locals_, pc = frame[0], frame[1]
        while True:
            try:
                if watching:
                    for _ in iterator:
                        pc = functions[pc](locals_)
                        if pc < 0:
                            frame = state.frames[-1]
                            locals_, pc = frame[0], frame[1]
                            if len(state.frames) <= shallow:
                                stopped = True
                                break
                        if pc in stops:
                            stopped = True
                            break
                else:
                    for _ in iterator:
                        pc = functions[pc](locals_)
                        if pc < 0:
                            frame = state.frames[-1]
                            locals_, pc = frame[0], frame[1]
                break
            except Exception as error:
                if not self.history:
                    pc = self.code.failing_step(error, pc)
                try:
                    counted = self._signal(error, pc)
                except Exception:
                    state.frames[-1][FRAME_PC] = pc
                    state.position = state.end - length_hint(iterator) - 1
                    raise
                if not counted:
                    break
                frame = state.frames[-1]
                locals_, pc = frame[0], frame[1]
                if watching and (pc in stops or len(state.frames) <= shallow):
                    stopped = True
                    break
        state.frames[-1][FRAME_PC] = pc
        state.position = state.end - length_hint(iterator) - (not counted)
        state.logged = max(state.logged, state.position + (self.termination is not None))
        if self._pending is not None:
            self._give_up_turn(*self._pending)
        return stopped

    # ------------------------------------------------------------------------------------------------ what steps raise

    def _signal(self, error: Exception, pc: int) -> bool:
        """Deal with what the step `pc` raised. True: the step is done (a panic began or went on); False: it isn't, and the
        run pauses.

        Raises: UnsupportedError and InternalError as they come.
        """
        try:
            match error:
                case RustPanic():
                    begin_panic(self.code, self.state, self._effects, pc, error, self.history)
                    return True
                case Resume():
                    resume_unwind(self.code, self.state, self._effects, pc, self.history)
                    return True
                case Blocked():
                    self._pending = (error.condition, False, False)
                case ThreadEnd() | ThreadPanicked():
                    self._thread_ended(isinstance(error, ThreadPanicked))
                case Halt():
                    self._halt(error, pc)
                case NoValueError():
                    self._invalid(error, error.what, pc)
                case _ if isinstance(error, INVALID):
                    if not self.rejected and (null := null_dereference(self.code, self.state, pc)) is not None:
                        return self._signal(null, pc)
                    self._invalid(error, self._what_is_missing(), pc)
                case _:
                    raise error
        except Halt as halt:
            self._halt(halt, pc)
        return False

    def _thread_ended(self, panicked: bool) -> None:
        state = self.state
        if state.current != 0:
            self._pending = (None, True, panicked)
        elif panicked:
            message, _, place, *_ = state.extra[("panic", 0)]
            span = self.code.call_span(place)
            self.termination = Termination(TerminationKind.PANIC, 101, message, span and span.source_callsite())
        else:
            self.termination = Termination(TerminationKind.EXIT, state.frames[0][FRAME_LOCALS][0])

    def _halt(self, halt: Halt, pc: int) -> None:
        if halt.kind is TerminationKind.STACK_OVERFLOW:
            name = self.state.thread.name or "<unknown>"
            report = f"\nthread '{name}' ({PROCESS_ID}) has overflowed its stack\nfatal runtime error: stack overflow, aborting\n"
            self._effects.print("stderr", report.encode())
        elif isinstance(halt, CannotUnwind):
            self._effects.print("stderr", halt.report(thread_name(self.state)).encode())
        self.termination = Termination(halt.kind, halt.code, halt.message, self._user_span(pc))

    def _invalid(self, error: Exception, what: str, pc: int) -> None:
        """A value that isn't there was used: the end of a rejected program's walk, a bug of ours in any other."""
        state = self.state
        if pc in self.code.effect_steps and self.history:
            undo(state, len(state.journal) - self.code.journal_effects.mark)
        span = self._user_span(pc)
        if not self.rejected and span is not None and "unsafe" in span.file.text:
            raise UnsupportedError("what this program's `unsafe` code does with memory", span) from error
        if not self.rejected:
            raise InternalError(f"step {pc} ({self._user_span(pc)!r}): {error!r}") from error
        self.termination = Termination(TerminationKind.INVALID_ACCESS, 134, what, self._user_span(pc))

    def _what_is_missing(self) -> str:
        """Why the running step finds no value, as far as the user's variables show it."""
        for frame in reversed(self.state.frames[1:]):
            body = self.code.instances[frame[FRAME_INSTANCE]].body
            if body is None or body.span.file.is_std or body.shim is not None:
                continue
            names = dangling_variables(self.code.types, body, frame[FRAME_LOCALS])
            if names:
                return f"`{names[-1]}` is a reference to what is gone: moved, dropped, freed or out of scope"
        return "a value is used that isn't there: it was moved, dropped or freed, or never initialised"

    def _user_span(self, pc: int) -> Span | None:
        """The innermost place in the user's text that the running thread is at."""
        state = self.state
        steps = [pc, *(frame[FRAME_PC] for frame in reversed(state.frames[:-1]))]
        spans = [span for span in map(self.code.span_of, steps) if span is not None]
        spans = [span.source_callsite() for span in spans]
        return next((span for span in spans if not span.file.is_std), None)

    def _give_up_turn(self, wait: tuple[Any, ...] | None, finished: bool, panicked: bool) -> None:
        """The running thread can't go on: another's turn, or a deadlock."""
        state = self.state
        thread = state.thread
        thread.wait, thread.finished = wait, finished
        turn = threads.choose(state, self.seeded)
        waits = [f"thread {t.name or t.number} {threads.describe_wait(state, t)}" for t in state.threads if not t.finished]
        thread.wait, thread.finished = None, False
        if turn is None:
            self.termination = Termination(
                TerminationKind.DEADLOCK,
                134,
                "deadlock: no thread can go on; " + ", ".join(waits),
                self._user_span(state.frames[-1][FRAME_PC]),
                wait,
            )
            return
        threads.switch(state, turn, wait, finished, panicked)

    # ------------------------------------------------------------------------------------------------ going back

    def run_back(self, count: int, stops: Container[int] = (), depth: int | None = None) -> bool:
        """Up to `count` steps back, as run_forward; stops where the step before which it stands is in `stops`."""
        assert self.history, "going back needs a history"
        target = max(0, self.position - count)
        if self.position > target:
            self.termination = None
        while self.position > target:
            if self.position <= self._window_start:
                self._older_window()
            if self._back(max(target, self._window_start), stops, depth):
                return True
        return False

    def _back(self, low: int, stops: Container[int], depth: int | None) -> bool:
        state, functions = self.state, self.code.back
        watching = bool(stops) or depth is not None
        shallow = -1 if depth is None else depth
        stopped = False
        while state.switches and state.switches[-1][0] >= state.position:
            threads.undo_switch(state)
        while state.position > low and not stopped:
            floor = max(low, state.switches[-1][0]) if state.switches else low
            count = state.position - floor
            iterator = iter(range(count))
            frame = state.frames[-1]
            locals_, pc = frame[0], frame[1]
            for _ in iterator:
                pc = functions[pc](locals_)
                if pc < 0:
                    frame = state.frames[-1]
                    locals_, pc = frame[0], frame[1]
                    if watching and len(state.frames) <= shallow:
                        stopped = True
                        break
                if watching and pc in stops:
                    stopped = True
                    break
            state.frames[-1][FRAME_PC] = pc
            state.position -= count - length_hint(iterator)
            while state.switches and state.switches[-1][0] >= state.position:
                threads.undo_switch(state)
        return stopped

    def _older_window(self) -> None:
        """The journal of the window before the present position, which is where the one at hand begins."""
        state = self.state
        if self._previous is not None:
            self._window_start, items = self._previous
            state.journal[:] = items
            self._previous = None
            return
        position = state.position
        self._restore(position - 1)
        self._run(position, (), None)

    def _restore(self, position: int) -> None:
        """The last checkpoint at or before `position`."""
        checkpoint = self.checkpoints.latest(position)
        self.state.restore(checkpoint.unpack())
        self.code.refill_statics()
        self._window_start = checkpoint.position
        self._previous = None
        self.termination = None

    def seek(self, position: int) -> None:
        """To any position, by the shortest way; at most to the end of the program."""
        here = self.position
        if position < self._window_start or (position > here and self.checkpoints.latest(position).position > here):
            self._restore(position)
        if position < self.position:
            self.run_back(self.position - position)
        else:
            self.run_forward(position - self.position)
        self._keep_choice()

    def choose_thread(self, number: int) -> bool:
        """Let another thread run from here on, if it can, now and whenever the run comes by here again; what came after this
        position is forgotten."""
        state = self.state
        chosen = next((t for t in threads.ready(state) if t.number == number), None)
        if chosen is None or self.termination is not None:
            return False
        if self.history:
            self.checkpoints.forget_after(state.position)
            state.forget_future()
        self.choices = {at: thread for at, thread in self.choices.items() if at < state.position}
        self.choices[state.position] = number
        self._keep_choice()
        return True

    def _keep_choice(self) -> None:
        """Where a thread was chosen, have that one run."""
        state = self.state
        number = self.choices.get(state.position)
        if number is not None and number != state.current and self.termination is None:
            threads.switch(state, threads.Turn(state.threads[number], state.clock, state.random), None)

    # ------------------------------------------------------------------------------------------------ constants

    def _evaluate(self, body: Body, key: Any) -> Any:
        """The value of a constant's body. It runs aside: not counted, not journalled."""
        state = self.state
        kept = (state.frames, state.iterator, state.end, state.recording)
        entry = self.code.link_constant(body, key)
        root: Frame = [[None], ROOT_CALL, -1]
        state.frames = frames = ConstFrames([root, [[None, *entry[1]], entry[0], entry[2]]], self.program.recursion_limit())
        state.recording = False
        functions = self.code.plain
        depth, turns = 2, 0
        try:
            pc = entry[0]
            locals_ = frames[-1][0]
            while True:
                following = functions[pc](locals_)
                if following < 0:
                    frame = frames[-1]
                    locals_, following = frame[0], frame[1]
                    if following == pc and len(frames) == depth:
                        raise const_failure.no_value(self.code, pc)
                    turns += len(frames) > depth
                    depth = len(frames)
                elif following <= pc:
                    turns += 1
                    if turns == TURNS and not self.program.may_run_long(body.owner):
                        raise const_failure.endless(self.code, pc)
                pc = following
        except ThreadEnd:
            value = root[FRAME_LOCALS][0]
            if self.program.has_unsafe_code():
                const_failure.check_value(self.code, body, value)
            return value
        except RustPanic as panic:
            raise const_failure.explain(self.code, state, body, self.code.failing_step(panic, pc), panic) from panic
        except StackOverflow as overflow:
            raise const_failure.too_deep(self.code, state, self.code.failing_step(overflow, pc)) from overflow
        except (*INVALID, NoValueError, UnsupportedError) as error:
            if not self.program.has_unsafe_code():
                raise
            raise const_failure.undefined(self.code, state, body, self.code.failing_step(error, pc), error) or error from error
        finally:
            state.frames, state.iterator, state.end, state.recording = kept
