"""Random functions get the verdict that rustc was recorded to give; `python -m tests.random_programs` asks about fresh ones.

`pytest tests/borrowck/test_random_programs.py --bless` records anew. A run looks at every fifth file, with `--thorough` at all.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from random import Random

import pytest

from tests.random_programs.generate import Function, random_function
from tests.random_programs.judge import Verdict, of_crabwalk, of_rustc, source_of
from tests.random_programs.shrink import shrink

RECORD = Path(__file__).parent / "random_programs.json"
"""{"sources": a digest of the files, "verdicts": for each file those of its functions, parted by `|`, errors by spaces}."""
SEED, FILES, IN_A_FILE = 2021, 125, 40


@cache
def files() -> list[list[Function]]:
    random = Random(SEED)
    return [[random_function(random, f"f{i}") for i in range(IN_A_FILE)] for _ in range(FILES)]


@cache
def digest() -> str:
    return hashlib.sha256("".join(source_of(functions) for functions in files()).encode()).hexdigest()[:16]


@pytest.fixture(scope="module")
def verdicts(bless: bool) -> list[list[Verdict]]:
    if bless:
        asked = [[" ".join(verdict) for verdict in of_rustc(functions)] for functions in files()]
        lines = ",\n".join(json.dumps("|".join(file)) for file in asked)
        RECORD.write_text(f'{{"sources": "{digest()}", "verdicts": [\n{lines}\n]}}\n', encoding="utf-8")
    record = json.loads(RECORD.read_text(encoding="utf-8"))
    assert record["sources"] == digest(), "the generator was changed: record anew"
    return [[tuple(verdict.split()) for verdict in file.split("|")] for file in record["verdicts"]]


@pytest.mark.parametrize("number", range(FILES))
def test_same_verdicts_as_rustc(number: int, verdicts: list[list[Verdict]], thorough: bool) -> None:
    if number % 5 and not thorough:
        pytest.skip("looked at with --thorough")
    functions = files()[number]
    for function, ours, theirs in zip(functions, of_crabwalk(functions), verdicts[number], strict=True):
        assert ours == theirs, "\n".join(function.lines())


def test_many_are_accepted_and_many_rejected(verdicts: list[list[Verdict]]) -> None:
    all_verdicts = [verdict for file in verdicts for verdict in file]
    assert 0.3 < sum(not verdict for verdict in all_verdicts) / len(all_verdicts) < 0.7
    codes = {error.split("@")[0] for verdict in all_verdicts for error in verdict}
    assert len(codes) >= 15


def test_a_function_is_made_as_small_as_it_stays_interesting() -> None:
    function = next(f for f in files()[0] if any("see(" in line for line in f.lines()))
    small = shrink(function, lambda f: any("see(" in line for line in f.lines()))
    assert len(small.body) == 1
