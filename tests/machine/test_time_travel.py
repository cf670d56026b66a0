"""Forward and back: n steps forth and n back give the same state; seeking gives what running gives."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from interpreter.machine import history
from interpreter.machine.bytes import Memory, Window
from interpreter.machine.coroutines import SuspendedFrame
from interpreter.machine.machine import Machine
from interpreter.machine.termination import TerminationKind
from interpreter.transform.instance import Instance
from tests.machine.handmade import HandProgram, box_list, sum_to

PROGRAMS: list[Callable[[], tuple[HandProgram, Instance]]] = [lambda: sum_to(30), lambda: box_list(4, 6)]


def fingerprint(machine: Machine) -> Any:
    """The whole state, and what was printed and logged so far, in a form that compares by content and sharing."""
    return canonical(machine.state.snapshot()), machine.events()


def canonical(value: Any) -> Any:
    """The content with shared lists named by order of first sight: equal for equal graphs, whatever pickle's memo does."""
    seen: dict[int, int] = {}

    def walk(item: Any) -> Any:
        if isinstance(item, Window):
            # Its parts are what the memory behind it holds, whenever they are asked for.
            return ("window", walk(item.memory), item.cell)
        if isinstance(item, list):
            if id(item) in seen:
                return ("shared", seen[id(item)])
            seen[id(item)] = len(seen)
            return ["list", *[walk(x) for x in item]]
        if isinstance(item, tuple):
            return ("tuple", *[walk(x) for x in item])
        if isinstance(item, dict):
            # Constants (numbers below 0) are there from their first use on, whatever the position.
            return ("dict", [(k, walk(item[k])) for k in sorted(item, key=repr) if not (isinstance(k, int) and k < 0)])
        if isinstance(item, (Memory, SuspendedFrame)):
            return (type(item).__name__, walk(item.__reduce__()[1]))
        return repr(item)

    return walk(value)


def started(make: Callable[[], tuple[HandProgram, Instance]]) -> Machine:
    program, main = make()
    machine = Machine(program)
    machine.start(main)
    return machine


@pytest.mark.parametrize("make", PROGRAMS)
def test_every_step_back_restores_the_state_before_it(make: Callable[[], tuple[HandProgram, Instance]]) -> None:
    machine = started(make)
    states = [fingerprint(machine)]
    while machine.termination is None:
        machine.run_forward(1)
        states.append(fingerprint(machine))
    assert machine.termination.kind is TerminationKind.EXIT
    last = machine.position
    for position in range(last - 1, -1, -1):
        machine.run_back(1)
        assert machine.position == position
        assert fingerprint(machine) == states[position]
    machine.run()
    assert machine.position == last
    assert fingerprint(machine) == states[-1]


@pytest.mark.parametrize("make", PROGRAMS)
def test_random_walks_agree_with_a_straight_run(
    make: Callable[[], tuple[HandProgram, Instance]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "INTERVAL", 40)
    straight = started(make)
    straight.run()
    length = straight.position
    machine = started(make)
    reference = started(make)
    chance = random.Random(7)
    for _ in range(60):
        target = chance.randrange(length + 1)
        match chance.randrange(3):
            case 0:
                machine.seek(target)
            case 1:
                machine.run_back(machine.position - target)
                machine.run_forward(target - machine.position)
            case _:
                machine.run_forward(target)
                machine.seek(target)
        assert machine.position == target
        fresh = started(make)
        fresh.run_forward(target)
        assert fingerprint(machine)[0] == fingerprint(fresh)[0]
        reference.seek(target)
        assert fingerprint(reference) == fingerprint(machine)


def test_going_back_over_the_end_and_on_again() -> None:
    machine = started(PROGRAMS[0])
    end = machine.run()
    position = machine.position
    machine.run_back(5)
    assert machine.termination is None
    assert machine.run() == end
    assert machine.position == position


def test_checkpoints_are_thinned_to_bound_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "INTERVAL", 20)
    monkeypatch.setattr(history, "MEMORY_LIMIT", 1_500)
    machine = started(lambda: box_list(20, 8))
    machine.run()
    assert machine.checkpoints.bytes <= 10_000
    assert machine.checkpoints.interval > 20
    machine.seek(3)
    assert machine.position == 3
    machine.seek(machine.position + 500)
    fresh = started(lambda: box_list(20, 8))
    fresh.run_forward(503)
    assert fingerprint(machine)[0] == fingerprint(fresh)[0]


def test_plain_and_journalled_runs_agree() -> None:
    program, main = box_list(5, 7)
    machine = Machine(program, history=False)
    machine.start(main)
    end = machine.run()
    other = started(lambda: box_list(5, 7))
    assert other.run() == end
    assert machine.state.heap == {0: []}


def test_stops_before_a_step_and_at_a_depth() -> None:
    machine = started(PROGRAMS[0])
    machine.run_forward(10)
    steps = machine.code.instances
    add = next(code for code in steps if code.body is not None and code.body.owner.name == "add")
    machine.seek(0)
    assert machine.run_forward(1000, stops={add.entry[0]})
    assert len(machine.state.frames) == 4
    assert machine.run_forward(1000, depth=3)
    assert len(machine.state.frames) == 3
    assert machine.run_back(1000, stops={add.entry[0]})
    assert len(machine.state.frames) == 4


def test_deeply_nested_references_are_copied_where_pickle_gives_up() -> None:
    deep: list[Any] = [1]
    for _ in range(100_000):
        deep = [(deep, 0)]
    copied = history.copy_flat((deep, {1: deep}))
    assert copied[0] is copied[1][1]
    count = 0
    here = copied[0]
    while isinstance(here[0], tuple):
        here = here[0][0]
        count += 1
    assert count == 100_000
