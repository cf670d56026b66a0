"""Two processes come to the same verdict as one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from interpreter import compilation, side_by_side

ROOT = Path(__file__).parent.parent
PROGRAMS = [file for kind in ("reject", "borrowck", "pass") for file in sorted((ROOT / "tests/lang" / kind).glob("*.rs"))[::12]]
needs_two_processors = pytest.mark.skipif(not side_by_side.can_fork(), reason="one processor, or a system that can't fork")


@needs_two_processors
def test_both_take_all_of_the_things() -> None:
    taken = []

    def all_even(numbers: Iterator[int]) -> bool:
        return all(taken.append(number) or number % 2 == 0 for number in numbers)

    assert side_by_side.both_hold(all_even, range(0, 4000, 2))
    assert taken == list(range(0, 4000, 2))[: len(taken)]
    assert not side_by_side.both_hold(all_even, [*range(0, 4000, 2), 3])
    assert not side_by_side.both_hold(all_even, [3, *range(0, 4000, 2)])


@needs_two_processors
def test_a_fault_of_the_other_process_is_no_yes() -> None:
    here = os.getpid()

    def fails_elsewhere(numbers: Iterator[int]) -> bool:
        assert os.getpid() == here
        next(numbers)
        return True

    assert not side_by_side.both_hold(fails_elsewhere, range(10))


@needs_two_processors
@pytest.mark.parametrize("file", PROGRAMS, ids=lambda file: file.stem)
def test_the_verdict_is_that_of_one_process(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = compilation.compile_source(file.name, file.read_text(encoding="utf-8"))
    monkeypatch.setattr(compilation, "_LARGE", 0)
    together = compilation.compile_source(file.name, file.read_text(encoding="utf-8"), verdict_only=True)
    shown = [[(d.code, d.message, d.span.start) for d in found.diagnostics] for found in (alone, together)]
    assert shown[0] == shown[1]
    assert (alone.ok, alone.supported, alone.stage) == (together.ok, together.supported, together.stage)
