"""Hot bodies: code that is compiled again does what the first did."""

from __future__ import annotations

import io
import random

import pytest

import interpreter
from interpreter.compilation import Compilation
from interpreter.machine import hot, machine
from interpreter.transform.program import CompiledProgram
from tests.machine.test_real_programs import OTHERS, PROGRAMS


def outcome(compilation: Compilation) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = interpreter.run_program(compilation, io.StringIO(), out, err)
    return code, out.getvalue(), err.getvalue()


@pytest.mark.parametrize("name", ["pass/hot_loops.rs", *random.Random(4).sample(OTHERS, 5)])
def test_a_run_is_the_same_when_everything_is_hot(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = PROGRAMS / name
    compilation = interpreter.compile_source(path.name, path.read_text(encoding="utf-8"))
    monkeypatch.setattr(hot, "HOT", -1)
    cold = outcome(compilation)
    monkeypatch.setattr(hot, "HOT", 1)
    monkeypatch.setattr(machine, "SAMPLE", 5)
    assert outcome(compilation) == cold


LOOPS = """
fn main() {
    let mut crossed = vec![false; 3000];
    for _ in 0..10 {
        let mut i = 2;
        while i < crossed.len() {
            crossed[i] = !crossed[i];
            i += 3;
        }
    }
    println!("{}", crossed.iter().filter(|c| **c).count());
}
"""


def steps(monkeypatch: pytest.MonkeyPatch, threshold: int) -> int:
    """How many functions are called to run LOOPS."""
    compilation = interpreter.compile_source("test.rs", LOOPS)
    assert compilation.tcx is not None and compilation.main is not None
    monkeypatch.setattr(hot, "HOT", threshold)
    monkeypatch.setattr(machine, "SAMPLE", 200)
    program = CompiledProgram(compilation.tcx)
    run = machine.Machine(program, history=False)
    run.start(program.resolve(compilation.main, ()))
    assert run.run().code == 0
    return run.position


def test_hot_loops_take_in_their_calls_and_turn_within_one_function(monkeypatch: pytest.MonkeyPatch) -> None:
    cold, warm = steps(monkeypatch, -1), steps(monkeypatch, 1)
    assert warm * 5 < cold


def test_a_panic_in_joined_code_has_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """An index out of bounds within what was taken in is put down to the user's line, as before."""
    text = """fn main() {
    let v = vec![1u64; 500];
    let mut sum = 0;
    let mut i = 0;
    loop {
        sum += v[i]; // here
        i += 1;
    }
}
"""
    compilation = interpreter.compile_source("test.rs", text)
    monkeypatch.setattr(hot, "HOT", 1)
    monkeypatch.setattr(machine, "SAMPLE", 20)
    code, _, err = outcome(compilation)
    assert code == 101
    assert "test.rs:6:17:\nindex out of bounds: the len is 500 but the index is 500" in err
