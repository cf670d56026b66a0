"""What is kept between starts: found again, never stale, bounded, and not needed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from interpreter import cache

ROOT = Path(__file__).parent.parent
CHECK = (
    "import sys, interpreter; from interpreter.resolve import std_store;"
    "parsed = []; real = std_store.Indexer.file;"
    "std_store.Indexer.file = lambda self, items: (parsed.append(1), real(self, items))[1];"
    "found = interpreter.compile_source('a.rs', 'fn main() { let v = vec![1]; v.len(); let w = v; drop(v); drop(w); }');"
    "print([d.code for d in found.diagnostics], bool(parsed))"
)
RUN = (
    "import io, interpreter; from interpreter.resolve import std_store;"
    "parsed = []; real = std_store.Indexer.file;"
    "std_store.Indexer.file = lambda self, items: (parsed.append(1), real(self, items))[1];"
    "found = interpreter.compile_source('a.rs', 'fn main() { print!(concat!(1, 2)); let v = vec![1]; drop(v); }');"
    "print(interpreter.run_program(found, io.StringIO(), io.StringIO(), io.StringIO()), bool(parsed))"
)


def check(folder: Path, program: str = CHECK) -> str:
    """What a process of its own says about a program, and whether it had to read std's text."""
    code = f"from interpreter import cache; cache.INSTALLED = {str(folder / 'none')!r}; {program}"
    environment = {**os.environ, "CRABWALK_CACHE": str(folder)}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, env=environment, check=True
    ).stdout.strip()


def test_the_second_start_reads_what_the_first_kept(tmp_path: Path) -> None:
    assert check(tmp_path) == "['E0382'] True"
    assert check(tmp_path) == "['E0382'] False"


def test_a_run_keeps_what_it_read(tmp_path: Path) -> None:
    assert check(tmp_path, RUN) == "0 True"
    assert check(tmp_path, RUN) == "0 False"


def test_the_code_of_records_is_kept(tmp_path: Path) -> None:
    program = (
        "import builtins, interpreter; compiled = []; real = builtins.compile;"
        "builtins.compile = lambda *args, **options: (compiled.append(args[1:2]), real(*args, **options))[1];"
        "interpreter.compile_source('a.rs', 'fn main() { let v = vec![1]; drop(v); }'); print(('<record>',) in compiled)"
    )
    assert check(tmp_path, program) == "True"
    assert check(tmp_path, program) == "False"


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    check(tmp_path)
    (kept,) = tmp_path.glob("std-*")
    kept.write_bytes(kept.read_bytes()[:1000])
    (tables,) = tmp_path.glob("tables-*")
    tables.write_bytes(b"")
    (records,) = tmp_path.glob("records-*")
    records.write_bytes(b"")
    assert check(tmp_path) == "['E0382'] True"
    assert check(tmp_path) == "['E0382'] False"


def test_without_a_folder_it_works_too(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert check(blocked) == "['E0382'] True"


def test_keys_tell_contents_and_places_apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(cache, "_PACKAGE", str(tmp_path))
    monkeypatch.setattr(cache, "INSTALLED", str(tmp_path / "installed"))
    monkeypatch.setattr(cache, "user_folder", lambda: str(tmp_path / "user"))
    for name, text in (("a", "a"), ("b", "b"), ("ab", "ab")):
        (tmp_path / name).write_text(text)
    one, other = cache.key_of(["a", "b"]), cache.key_of(["ab"])
    assert one != other and cache.find("thing", one) is None
    cache.keep("thing", one, b"1")
    assert cache.find("thing", one) == b"1" and cache.find("thing", other) is None
    cache.keep("thing", one, b"2", installing=True)
    assert cache.find("thing", one) == b"2"
    cache.keep("thing", other, b"3", installing=True)
    assert len(os.listdir(tmp_path / "installed")) == 1
    for i in range(40):
        (tmp_path / "a").write_text(f"{i}")
        cache.keep("thing", cache.key_of(["a"]), b"")
    assert len({path.name for path in (tmp_path / "user").iterdir() if path.name.startswith("thing-")}) <= 12


def test_modules_come_from_one_file_while_their_sources_are_the_same(tmp_path: Path) -> None:
    for package in ("interpreter", "tui"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("prepared", "__pycache__"))
    program = tmp_path / "a.rs"
    program.write_text("fn main() {}", encoding="utf-8")
    start = (
        "import os, sys; from tui import __main__ as start; sys.argv[1:] = ['check', 'a.rs'];"
        "leave = os._exit; from interpreter import bytecode;"
        "os._exit = lambda code: (print(sorted({type(m.__loader__).__name__ for n, m in sys.modules.items()"
        " if n.startswith('interpreter.syntax')})), sys.stdout.flush(), leave(code)); start.run()"
    )
    environment = {**os.environ, "CRABWALK_CACHE": str(tmp_path / "cache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def loaders() -> str:
        done = subprocess.run([sys.executable, "-c", start], capture_output=True, text=True, cwd=tmp_path, env=environment)
        return done.stdout.splitlines()[-1]

    assert loaders() == "['SourceFileLoader']"
    assert loaders() == "['_Loader']"
    lexer = tmp_path / "interpreter" / "syntax" / "lexer.py"
    lexer.write_text(lexer.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert loaders() == "['SourceFileLoader', '_Loader']"
    assert loaders() == "['_Loader']"
