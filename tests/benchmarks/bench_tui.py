"""How long a person waits: from a key to the last byte of the repaint, and from the start to the first paint.

Run by hand: `python tests/benchmarks/bench_tui.py`. Each app runs under a pseudo terminal of 160 x 48, in turn with pudb (where
that is installed), so that drift of the machine hits both. A repaint is over when nothing has come for 60 ms.
"""

from __future__ import annotations

import fcntl
import importlib.util
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
QUIET = 0.06
APP = """
import sys
sys.path[:0] = [{root!r}]
from tests.tui.fake_session import MOVES, load_fake
from tui.app import CrabwalkApp
from tui.screens.debugger import Program
CrabwalkApp(Program("moves.rs", MOVES), load_fake).run()
"""
REAL = """
import sys
sys.path[:0] = [{root!r}]
from tui.cli import main
raise SystemExit(main([{program!r}]))
"""
VICTIM = "total = 0\nfor i in range(1000):\n    total += i\n    squares = [i * i]\nprint(total)\n"


class Terminal:
    """A process under a pseudo terminal."""

    def __init__(self, arguments: list[str]) -> None:
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ["TERM"] = "xterm-256color"
            os.environ["COLORTERM"] = "truecolor"
            os.execvp(arguments[0], arguments)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 48, 160, 0, 0))

    def read_until_quiet(self, needle: bytes = b"", timeout: float = 15.0) -> tuple[float, int]:
        """When the last byte came (perf_counter), and how many there were; with a needle: of the burst that holds it."""
        data = b""
        last = time.perf_counter()
        limit = last + timeout
        while time.perf_counter() < limit:
            wait = QUIET if data and needle in data else 1.0
            if not select.select([self.fd], [], [], wait)[0]:
                if data and needle in data:
                    break
                continue
            try:
                chunk = os.read(self.fd, 65536)
            except OSError:
                break
            if not chunk:
                break
            data += chunk
            last = time.perf_counter()
        return last, len(data)

    def first_paint(self, needle: bytes) -> float:
        """Milliseconds from the start of the process to the byte that completes the needle."""
        data = b""
        while needle not in data:
            if not select.select([self.fd], [], [], 15)[0]:
                raise SystemExit(f"no first paint; the process wrote {data[-400:]!r}")
            data += os.read(self.fd, 65536)
        return (time.perf_counter() - self.began) * 1000

    def key(self, key: str) -> tuple[float, int]:
        """Milliseconds from a key to the last byte of the repaint, and the number of bytes."""
        began = time.perf_counter()
        os.write(self.fd, key.encode())
        last, size = self.read_until_quiet(timeout=2)
        return (last - began) * 1000, size

    def close(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def measure(arguments: list[str], needle: bytes, keys: str, before: str = "") -> tuple[float, list[float], list[int]]:
    """First paint, then the time and the bytes of each key; the keys `before` bring it to where it is measured."""
    terminal = Terminal(arguments)
    try:
        paint = terminal.first_paint(needle)
        terminal.read_until_quiet(timeout=3)
        time.sleep(0.5)
        terminal.read_until_quiet(timeout=0.3)
        if before:
            os.write(terminal.fd, before.encode())
            terminal.read_until_quiet(timeout=10)
            time.sleep(1.0)
            terminal.read_until_quiet(timeout=1)
        times, sizes = zip(*(terminal.key(key) for key in keys), strict=True)
        return paint, list(times), list(sizes)
    finally:
        terminal.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        app, real, heap, victim = (Path(folder) / name for name in ("app.py", "real.py", "heap.py", "victim.py"))
        app.write_text(APP.format(root=str(ROOT)))
        program = ROOT / "programs" / "02_ownership" / "moves.rs"
        real.write_text(REAL.format(root=str(ROOT), program=str(program)))
        heap.write_text(REAL.format(root=str(ROOT), program=str(ROOT / "tests" / "benchmarks" / "heap_200.rs")))
        victim.write_text(VICTIM)
        (Path(folder) / "pudb").mkdir()
        (Path(folder) / "pudb" / "pudb.cfg").write_text("[pudb]\nseen_welcome = e999\nprompt_on_quit = False\n")
        os.environ["XDG_CONFIG_HOME"] = folder
        keys = "ssssssssSSSSSSSS"
        rivals = {
            "crabwalk, hand-made session": ([sys.executable, str(app)], b"Source", keys, ""),
            "crabwalk, moves.rs": ([sys.executable, str(real)], b"Source", keys, ""),
            "crabwalk, 200 allocations": ([sys.executable, str(heap)], b"Source", keys, "g19\r"),
        }
        if importlib.util.find_spec("pudb"):
            rivals["pudb"] = ([sys.executable, "-m", "pudb", str(victim)], b"Clear", "ssssssssssssssss", "")
        results: dict[str, list[tuple[float, list[float], list[int]]]] = {name: [] for name in rivals}
        for _ in range(5):
            for name, rival in rivals.items():
                results[name].append(measure(*rival))
        for name, runs in results.items():
            paints = [run[0] for run in runs]
            keys_ms = [time_ for run in runs for time_ in run[1]]
            sizes = [size for run in runs for size in run[2]]
            print(
                f"{name:<30} first paint {statistics.median(paints):6.0f} ms ({min(paints):.0f} to {max(paints):.0f})   "
                f"key to last byte {statistics.median(keys_ms):5.1f} ms ({min(keys_ms):.1f} to {max(keys_ms):.1f})   "
                f"{statistics.median(sizes) / 1000:.1f} KB"
            )


if __name__ == "__main__":
    main()
