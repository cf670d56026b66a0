"""The few primitives by which intrinsics change the state, each of which knows its inverse.

`Effects` does them; `JournalEffects` also appends what undoes them to the journal: one tuple per change, taken off again by
`undo`. Generated code for plain statements doesn't come through here: it writes its own inverse (emit.py).
"""

from __future__ import annotations

from interpreter.hints import Any
from interpreter.machine.bytes import Block, settled
from interpreter.machine.numeric import deep
from interpreter.machine.state import AllocationInfo, Frame, State, Thread, Value
from interpreter.machine.termination import NoValueError


class Effects:
    """Changes without a way back, for runs that keep no history."""

    __slots__ = ("in_place", "mark", "output", "state")

    def __init__(self, state: State, output: Any = None, *, in_place: bool = False) -> None:
        self.state = state
        self.in_place = in_place
        self.output = output
        """Where printed bytes go at once: a callable ("stdout", "stderr" or "flush", bytes); None: the event log keeps them."""
        self.mark = -1
        """Length of the journal before the running intrinsic, for taking back a failed one."""

    # slots and cells ----------------------------------------------------------------------------------------------

    def write(self, container: list[Value], index: int, value: Value) -> None:
        """`container[index] = value`."""
        container[index] = value

    def write_cells(self, container: list[Value], start: int, stop: int, values: list[Value]) -> None:
        """`container[start:stop] = values`, of the same number."""
        container[start:stop] = values

    def put(self, container: list[Value], index: int, value: Value) -> int:
        """`container[index] = value`, where pointers may lead into the parts of what the slot holds: with `in_place`, the parts
        are overwritten one by one. Gives how many entries the journal got."""
        old = container[index]
        if self.in_place and old.__class__ is list and value.__class__ is list and len(old) == len(value):
            for k, part in enumerate(value):
                self.put(old, k, part)
        else:
            self.write(container, index, value)
        return 0

    def put_cells(self, container: list[Value], start: int, stop: int, values: list[Value]) -> None:
        """As `write_cells`, with `put` for each."""
        if self.in_place and any(value.__class__ is list for value in values):
            for k, value in enumerate([self.leaving(value) for value in values]):
                self.put(container, start + k, value)
        else:
            self.write_cells(container, start, stop, values)

    def leaving(self, value: Value) -> Value:
        """A value that leaves a place whose parts are to be overwritten."""
        value = settled(value)
        return deep(value) if self.in_place and value.__class__ is list else value

    # the heap -----------------------------------------------------------------------------------------------------

    def alloc(self, cells: list[Value], kind: str, type_number: int, size: int) -> int:
        """A new allocation that holds `cells`; `size` in bytes spaces out the addresses. Gives its id."""
        state = self.state
        number = state.next_id
        state.next_id = number + 1
        state.heap[number] = cells
        state.info[number] = AllocationInfo(kind, type_number, state.next_address, state.now())
        state.next_address += max(size, 1) + 31 & ~15
        state.event("alloc", number, kind, type_number, len(cells))
        return number

    def free(self, number: int) -> None:
        """Frees an allocation; its cells lose what they hold, so that a dangling pointer finds nothing.

        Raises: NoValueError if it was freed before.
        """
        state = self.state
        cells = state.heap.pop(number, None)
        if cells is None:
            raise NoValueError(f"allocation H{number} was freed already")
        info = state.info.pop(number)
        self._freed(number, cells, info)
        cells[:] = [None] * len(cells)
        state.event("free", number, info.kind)

    def _freed(self, number: int, cells: list[Value], info: AllocationInfo) -> None:
        pass

    def grow(self, number: int, count: int, kind: str, type_number: int, size: int) -> int:
        """A new allocation of `count` cells with the contents of the old one, which is freed."""
        state = self.state
        old = state.heap[number]
        kept = old[:count]
        cells = [*kept, *([None] * (count - len(kept)))]
        new = self.alloc(Block(size, cells, old.shape) if isinstance(old, Block) else cells, kind, type_number, size)
        if number:
            self.free(number)
            state.unlog_last(2)
            state.event("realloc", number, new, len(old), count)
        return new

    def remake(self, number: int, cells: list[Value], type_number: int) -> None:
        """The allocation of a boxed array becomes one of a slice: its cells are now the elements, of this type."""
        state = self.state
        info = state.info[number]
        state.heap[number] = cells
        state.info[number] = AllocationInfo("slice", type_number, info.address, info.born)

    # everything else ----------------------------------------------------------------------------------------------

    def set_extra(self, key: Any, value: Value) -> None:
        """Keep something between calls."""
        self.state.extra[key] = value

    def set_stdin(self, position: int) -> None:
        """So many bytes of standard input are consumed."""
        self.state.stdin_position = position

    def set_thread(self, number: int, name: str, value: Any) -> None:
        """Set a field of a thread."""
        setattr(self.state.threads[number], name, value)

    def add_thread(self, frames: list[Frame], name: str | None) -> int:
        """A new thread that can run; gives its number."""
        number = len(self.state.threads)
        self.state.threads.append(Thread(number, name, frames))
        self.state.burst = range(1)
        self.event("thread", "spawn", number)
        return number

    def print(self, stream: str, data: bytes) -> None:
        """Write to "stdout" or "stderr"."""
        if self.output is not None:
            self.output(stream, data)
        self.state.event("print", stream, data)

    def flush(self) -> None:
        """What was written to "stdout" since the last line end goes on."""
        if self.output is not None:
            self.output("flush", b"")

    def event(self, kind: str, *data: Any) -> None:
        self.state.event(kind, *data)


class JournalEffects(Effects):
    """Changes that `undo` can take back."""

    __slots__ = ()

    def write(self, container: list[Value], index: int, value: Value) -> None:
        self.state.journal.append(("write", container, index, container[index]))
        container[index] = value

    def write_cells(self, container: list[Value], start: int, stop: int, values: list[Value]) -> None:
        self.state.journal.append(("cells", container, start, stop, container[start:stop]))
        container[start:stop] = values

    def put(self, container: list[Value], index: int, value: Value) -> int:
        before = len(self.state.journal)
        Effects.put(self, container, index, value)
        return len(self.state.journal) - before

    def alloc(self, cells: list[Value], kind: str, type_number: int, size: int) -> int:
        state = self.state
        state.journal.append(("alloc", state.next_address))
        return Effects.alloc(self, cells, kind, type_number, size)

    def _freed(self, number: int, cells: list[Value], info: AllocationInfo) -> None:
        self.state.journal.append(("free", number, cells, cells[:], info))

    def remake(self, number: int, cells: list[Value], type_number: int) -> None:
        self.state.journal.append(("remade", number, self.state.heap[number], self.state.info[number]))
        Effects.remake(self, number, cells, type_number)

    def set_extra(self, key: Any, value: Value) -> None:
        extra = self.state.extra
        self.state.journal.append(("extra", key, extra.get(key), key in extra))
        extra[key] = value

    def set_stdin(self, position: int) -> None:
        self.state.journal.append(("stdin", self.state.stdin_position))
        self.state.stdin_position = position

    def add_thread(self, frames: list[Frame], name: str | None) -> int:
        self.state.journal.append(("spawn",))
        return Effects.add_thread(self, frames, name)

    def set_thread(self, number: int, name: str, value: Any) -> None:
        thread = self.state.threads[number]
        self.state.journal.append(("thread", number, name, getattr(thread, name)))
        setattr(thread, name, value)


def undo(state: State, count: int) -> None:
    """Take back the last `count` changes that JournalEffects made. (Events and output are cut back by position.)"""
    journal = state.journal
    for _ in range(count):
        entry = journal.pop()
        match entry[0]:
            case "write":
                _, container, index, value = entry
                container[index] = value
            case "alloc":
                state.next_id -= 1
                del state.heap[state.next_id]
                del state.info[state.next_id]
                state.next_address = entry[1]
            case "free":
                _, number, cells, content, info = entry
                cells[:] = content
                state.heap[number] = cells
                state.info[number] = info
            case "extra":
                _, key, value, there = entry
                if there:
                    state.extra[key] = value
                else:
                    del state.extra[key]
            case "stdin":
                state.stdin_position = entry[1]
            case "thread":
                _, number, name, value = entry
                setattr(state.threads[number], name, value)
            case "cells":
                _, container, start, stop, values = entry
                container[start:stop] = values
            case "spawn":
                state.threads.pop()
            case _:  # "remade"
                _, number, cells, info = entry
                state.heap[number] = cells
                state.info[number] = info
