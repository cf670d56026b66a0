"""`python -m tests.random_programs --seed N --count M [--words] [--newer] [--edition 2024]`: rustc and crabwalk on M fresh
functions."""

from __future__ import annotations

import argparse
from collections import Counter
from random import Random

from tests.random_programs.generate import Function, random_function
from tests.random_programs.judge import Verdict, of_crabwalk, of_rustc
from tests.random_programs.newer import newer_function
from tests.random_programs.shrink import shrink

IN_A_FILE = 40


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--words", action="store_true", help="compare messages and labels, too")
    parser.add_argument("--no-shrink", action="store_true")
    parser.add_argument("--newer", action="store_true", help="by the wider grammar")
    parser.add_argument("--edition", type=int, default=2021)
    options = parser.parse_args()
    random = Random(options.seed)
    make = newer_function if options.newer else random_function
    how = {"words": options.words, "edition": options.edition}
    different = rejected = in_a_row = longest = 0
    codes: Counter[str] = Counter()
    for start in range(0, options.count, IN_A_FILE):
        functions = [make(random, f"f{i}") for i in range(start, min(start + IN_A_FILE, options.count))]
        theirs, ours = of_rustc(functions, **how), of_crabwalk(functions, **how)
        for function, their, our in zip(functions, theirs, ours, strict=True):
            rejected += bool(their)
            codes.update({error.split("@")[0] for error in their})
            in_a_row = in_a_row + 1 if their == our else 0
            longest = max(longest, in_a_row)
            if their != our:
                different += 1
                _show(function, their, our, options)
    print(f"{options.count} functions, {rejected} rejected, {different} judged differently, {longest} in a row alike")
    print(", ".join(f"{code} {count}" for code, count in sorted(codes.items())))


def _show(function: Function, their: Verdict, our: Verdict, options: argparse.Namespace) -> None:
    known = {error.split("@")[0] for error in their}
    how = {"words": options.words, "edition": options.edition}

    def differs(candidate: Function) -> bool:
        their = of_rustc([candidate], **how)[0]
        codes = {error.split("@")[0] for error in their}
        return codes <= known and of_crabwalk([candidate], **how)[0] != their

    if not options.no_shrink and differs(function):
        function = shrink(function, differs)
        their, our = of_rustc([function], **how)[0], of_crabwalk([function], **how)[0]
    print("\n".join(function.lines()))
    print("  rustc:   ", *(their or ("accepted",)), sep="\n    " if options.words else " ")
    print("  crabwalk:", *(our or ("accepted",)), sep="\n    " if options.words else " ", flush=True)


if __name__ == "__main__":
    main()
