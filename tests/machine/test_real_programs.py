"""Compiled programs walked at random: every position is the same state, however it was reached."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from interpreter import compile_source
from interpreter.machine import history
from interpreter.machine.machine import Machine
from interpreter.transform.program import CompiledProgram
from tests.machine.test_time_travel import canonical

PROGRAMS = Path(__file__).parent.parent / "lang"


def started(path: Path) -> Machine:
    compilation = compile_source(path.name, path.read_text(encoding="utf-8"))
    assert compilation.tcx is not None and compilation.main is not None
    program = CompiledProgram(compilation.tcx)
    machine = Machine(program)
    machine.start(program.resolve(compilation.main, ()))
    return machine


def fingerprint(machine: Machine) -> Any:
    """The state without the statics, which are there from their first use on, and the events."""
    snapshot = list(machine.state.snapshot())
    snapshot[7] = None
    return canonical(snapshot), machine.events()


ALWAYS = (
    "pass/mutex_poisoned.rs", "pass/rc_observer_weak.rs", "panic/unwrap_none_nested_calls.rs", "pass/async_drops.rs",
    "pass/async_executor.rs", "pass/pointers_to_bytes.rs", "pass/panic_hooks_and_payloads.rs",
    "pass/places_overwritten_under_raw_pointers.rs",
)  # fmt: skip
OTHERS = sorted(f"{path.parent.name}/{path.name}" for kind in ("pass", "panic") for path in (PROGRAMS / kind).glob("*.rs"))


@pytest.mark.parametrize("name", [*ALWAYS, *random.Random(8).sample(OTHERS, 3)])
def test_walks_through_a_program_agree(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "INTERVAL", 400)
    machine = started(PROGRAMS / name)
    start = fingerprint(machine)
    end = machine.run()
    length, finish = machine.position, fingerprint(machine)
    chance = random.Random(11)
    points = sorted(chance.randrange(length) for _ in range(8))
    fresh = started(PROGRAMS / name)
    expected = {}
    for point in points:
        fresh.run_forward(point - fresh.position)
        expected[point] = fingerprint(fresh)
    for _ in range(16):
        point = chance.choice(points)
        if chance.random() < 0.5:
            machine.seek(point)
        elif point < machine.position:
            machine.run_back(machine.position - point)
        else:
            machine.run_forward(point - machine.position)
        assert machine.position == point
        assert fingerprint(machine) == expected[point]
    machine.run_back(machine.position)
    assert fingerprint(machine) == start
    assert machine.run() == end
    assert fingerprint(machine) == finish
