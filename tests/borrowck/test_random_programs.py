"""Random functions of both grammars get the verdict that rustc was recorded to give; `python -m tests.random_programs` asks about
fresh ones.

`pytest tests/borrowck/test_random_programs.py --bless` records anew. A run looks at every fifth file, with `--thorough` at all.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import pytest

from tests.random_programs.generate import Function, random_function
from tests.random_programs.judge import Verdict, of_crabwalk, of_rustc, source_of
from tests.random_programs.newer import newer_function
from tests.random_programs.shrink import shrink

IN_A_FILE = 40


@dataclass(frozen=True)
class Grammar:
    """`record`: {"sources": a digest of the files, "verdicts": for each file those of its functions, parted by `|`, errors by
    spaces}."""

    make: Callable[[Random, str], Function]
    record: Path
    seed: int
    files: int
    edition: int


FIRST = Grammar(random_function, Path(__file__).parent / "random_programs.json", 2021, 125, 2021)
NEWER = Grammar(newer_function, Path(__file__).parent / "newer_random_programs.json", 2024, 40, 2024)
GRAMMARS = (FIRST, NEWER)


@cache
def files(grammar: Grammar) -> list[list[Function]]:
    random = Random(grammar.seed)
    return [[grammar.make(random, f"f{i}") for i in range(IN_A_FILE)] for _ in range(grammar.files)]


@cache
def verdicts_of(grammar: Grammar, bless: bool) -> list[list[Verdict]]:
    digest = hashlib.sha256("".join(source_of(functions) for functions in files(grammar)).encode()).hexdigest()[:16]
    if bless:
        asked = [[" ".join(v) for v in of_rustc(functions, edition=grammar.edition)] for functions in files(grammar)]
        lines = ",\n".join(json.dumps("|".join(file)) for file in asked)
        grammar.record.write_text(f'{{"sources": "{digest}", "verdicts": [\n{lines}\n]}}\n', encoding="utf-8")
    record = json.loads(grammar.record.read_text(encoding="utf-8"))
    assert record["sources"] == digest, "the generator was changed: record anew"
    return [[tuple(verdict.split()) for verdict in file.split("|")] for file in record["verdicts"]]


NUMBERED = [(grammar, number) for grammar in GRAMMARS for number in range(grammar.files)]


@pytest.mark.parametrize(("grammar", "number"), NUMBERED, ids=[f"{g.make.__name__}-{n}" for g, n in NUMBERED])
def test_same_verdicts_as_rustc(grammar: Grammar, number: int, thorough: bool, bless: bool) -> None:
    if number % 5 and not thorough:
        pytest.skip("looked at with --thorough")
    functions = files(grammar)[number]
    verdicts = of_crabwalk(functions, edition=grammar.edition), verdicts_of(grammar, bless)[number]
    for function, ours, theirs in zip(functions, *verdicts, strict=True):
        assert ours == theirs, "\n".join(function.lines())


@pytest.mark.parametrize("grammar", GRAMMARS, ids=[g.make.__name__ for g in GRAMMARS])
def test_many_are_accepted_and_many_rejected(grammar: Grammar, bless: bool) -> None:
    all_verdicts = [verdict for file in verdicts_of(grammar, bless) for verdict in file]
    assert 0.25 < sum(not verdict for verdict in all_verdicts) / len(all_verdicts) < 0.7
    codes = {error.split("@")[0] for verdict in all_verdicts for error in verdict}
    assert len(codes) >= 15


def test_a_function_is_made_as_small_as_it_stays_interesting() -> None:
    function = next(f for f in files(FIRST)[0] if any("see(" in line for line in f.lines()))
    small = shrink(function, lambda f: any("see(" in line for line in f.lines()))
    assert len(small.body) == 1
