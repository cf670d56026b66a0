"""How often crabwalk agrees with the rustc at hand: `python -m tests.compare FOLDER [--sample N] [--seed S]`.

Both are asked about each `.rs` file of the folder: verdict, error codes with their lines, for accepted programs output and exit
code. Prints a line for each program on which they differ, and the counts. Programs without a `main` are given an empty one.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests import rustc

SECONDS = 30


def crabwalk(command: str, file: Path) -> tuple[int, str]:
    """Exit code and standard output of `crabwalk COMMAND FILE`."""
    arguments = [sys.executable, "-m", "tui", *command.split(), str(file)]
    try:
        done = subprocess.run(arguments, capture_output=True, text=True, timeout=SECONDS, stdin=subprocess.DEVNULL, check=False)
    except subprocess.TimeoutExpired:
        return -1, ""
    return done.returncode, done.stdout


def judge(file: Path) -> str:
    """What became of one program: "agree", "exact", "other codes", "wrong accept", ..."""
    expected = rustc.ask(file)
    code, report = crabwalk("check --json", file)
    if code in (-1, 70):
        return "time-out" if code == -1 else "crash"
    if code == 3:
        return "unsupported"
    if "errors" in expected:
        if code == 0:
            return "wrong accept"
        ours = [(d["code"], d["line"]) for d in json.loads(report)["diagnostics"] if d["level"] == "error"]
        theirs = [(e["code"], e["line"]) for e in expected["errors"]]
        return "exact" if sorted(map(str, ours)) == sorted(map(str, theirs)) else "other codes"
    if code != 0:
        return "wrong reject"
    ran, output = crabwalk("run", file)
    if ran == 3:
        return "unsupported"
    return "agree" if (ran, output) == (expected["exit"], expected["stdout"]) else "wrong output"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    files = sorted(options.folder.rglob("*.rs"))
    if options.sample is not None and options.sample < len(files):
        files = random.Random(options.seed).sample(files, options.sample)
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            text = file.read_text(encoding="utf-8")
            copy = Path(folder) / file.name
            copy.write_text(text if "fn main" in text else text.rstrip("\n") + "\nfn main(){}\n", encoding="utf-8")
            kind = judge(copy)
            counts[kind] += 1
            if kind not in ("agree", "exact"):
                print(f"{kind:<14}{file}")
    print(", ".join(f"{kind} {count}" for kind, count in counts.most_common()))


if __name__ == "__main__":
    main()
