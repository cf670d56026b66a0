"""How fast the machine runs MIR: statements a second without history, with it, and going back; and what a seek costs.

Run as `python -m tests.benchmarks.bench_machine`. Trust the ratios: the figures themselves drift with the machine.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from time import perf_counter

from interpreter.machine.machine import Machine
from interpreter.transform.instance import Instance
from tests.machine.handmade import HandProgram, box_list, sum_to

WORKLOADS: dict[str, Callable[[], tuple[HandProgram, Instance]]] = {
    "calls and checked sums": lambda: sum_to(100_000),
    "lists of boxes": lambda: box_list(1_000, 50),
}


def _machine(make: Callable[[], tuple[HandProgram, Instance]], history: bool) -> Machine:
    program, main = make()
    machine = Machine(program, history=history)
    machine.start(main)
    return machine


def _timed(action: Callable[[], object]) -> float:
    start = perf_counter()
    action()
    return perf_counter() - start


def main() -> None:
    """Print one row per workload."""
    print(f"{'workload':24} {'steps':>9}   plain M/s history M/s    back M/s  history/plain  seek ms")
    for name, make in WORKLOADS.items():
        plain = _machine(make, False)
        plain_time = _timed(plain.run)
        machine = _machine(make, True)
        history_time = _timed(machine.run)
        steps = machine.position
        back = min(40_000, steps)
        back_time = _timed(lambda m=machine, n=back: m.run_back(n))  # type: ignore[misc]
        seek = _median_seek(machine, steps)
        rates = [steps / plain_time / 1e6, steps / history_time / 1e6, back / back_time / 1e6]
        figures = "".join(f"{rate:12.2f}" for rate in rates)
        print(f"{name:24} {steps:9}{figures} {history_time / plain_time:14.2f} {seek * 1e3:8.2f}")


def _median_seek(machine: Machine, steps: int) -> float:
    chance = random.Random(1)
    return sorted(_timed(lambda: machine.seek(chance.randrange(steps))) for _ in range(25))[12]


if __name__ == "__main__":
    main()
