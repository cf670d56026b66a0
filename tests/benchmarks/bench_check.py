"""How long a verdict takes: `crabwalk check` against `rustc --emit=metadata`, on the same program, in turn.

Run by hand: `python tests/benchmarks/bench_check.py [FILE.rs...]`. Without files: three samples of some 50 lines, and two
programs put together out of the samples that rustc accepts: of a thousand lines, and of all. Trust the ratios: the figures drift
with the machine, which is why both are asked in turn, and the processor's time (user and system) is shown beside the clock's.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAMS = ("programs/02_ownership/moves.rs", "programs/06_box/tree.rs", "programs/09_trait_objects/shapes.rs")
ROUNDS = 9


def put_together(most: int) -> str:
    """The samples that rustc accepts, each a module, and a `main` that calls theirs: so many that there are `most` lines."""
    text, names = "", []
    for file in sorted((ROOT / "programs").glob("*/*.rs")):
        if not file.parent.name.startswith("14_"):
            body = file.read_text(encoding="utf-8").replace("fn main()", "pub fn main()", 1)
            longer = text + f"mod {file.stem} {{\n{body}}}\n\n"
            if len(longer.splitlines()) + len(names) > most:
                break
            names.append(file.stem)
            text = longer
    return text + "fn main() {\n" + "".join(f"    {name}::main();\n" for name in names) + "}\n"


def timed(command: list[str]) -> tuple[float, float]:
    """Milliseconds that a command takes: by the clock, and of the processor."""
    began, before = time.perf_counter(), os.times()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    elapsed, after = time.perf_counter() - began, os.times()
    used = after.children_user - before.children_user + after.children_system - before.children_system
    return elapsed * 1000, used * 1000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        big = [Path(folder) / f"{name}.rs" for name in ("thousand_lines", "all_samples")]
        for file, most in zip(big, (1000, 1_000_000), strict=True):
            file.write_text(put_together(most), encoding="utf-8")
        files = [Path(name).resolve() for name in sys.argv[1:]] or [*(ROOT / name for name in PROGRAMS), *big]
        for file in files:
            ours = [sys.executable, "-m", "tui", "check", str(file)]
            theirs = ["rustc", "--edition=2021", "--emit=metadata", "-A", "warnings", "--out-dir", folder, str(file)]
            timed(ours)
            times = [(*timed(ours), *timed(theirs)) for _ in range(ROUNDS)]
            us, us_cpu, them, them_cpu = (statistics.median(column) for column in zip(*times, strict=True))
            lines = len(file.read_text(encoding="utf-8").splitlines())
            print(
                f"{file.name:<18} {lines:4} lines   crabwalk {us:5.0f} ms   rustc {them:5.0f} ms   ratio {us / them:4.1f}"
                f"   (processor {us_cpu:5.0f}, {them_cpu:5.0f}: {us_cpu / them_cpu:4.1f})"
            )


if __name__ == "__main__":
    main()
