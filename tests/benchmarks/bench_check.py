"""How long a verdict takes: `crabwalk check` against `rustc --emit=metadata`, on the same program, in turn.

Run by hand: `python tests/benchmarks/bench_check.py [FILE.rs...]`. Trust the ratio: the figures drift with the machine.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAMS = ("programs/02_ownership/moves.rs", "programs/06_box/tree.rs", "programs/09_trait_objects/shapes.rs")
ROUNDS = 9


def timed(command: list[str]) -> float:
    """Milliseconds that a command takes."""
    began = time.perf_counter()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return (time.perf_counter() - began) * 1000


def main() -> None:
    files = [Path(name).resolve() for name in sys.argv[1:]] or [ROOT / name for name in PROGRAMS]
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            ours = [sys.executable, "-m", "tui", "check", str(file)]
            theirs = ["rustc", "--edition=2021", "--emit=metadata", "-A", "warnings", "--out-dir", folder, str(file)]
            timed(ours)
            times = [(timed(ours), timed(theirs)) for _ in range(ROUNDS)]
            us, them = (statistics.median(column) for column in zip(*times, strict=True))
            lines = len(file.read_text(encoding="utf-8").splitlines())
            print(f"{file.name:<24} {lines:4} lines   crabwalk {us:5.0f} ms   rustc {them:5.0f} ms   ratio {us / them:4.1f}")


if __name__ == "__main__":
    main()
