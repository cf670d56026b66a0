"""Who may import whom (ARCHITECTURE.md): every import of every module is held against the table."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

# A package may import itself and what stands here; everything may import source and diagnostics.
ALLOWED = {
    "syntax": set(),
    "resolve": {"syntax"},
    "typeck": {"resolve", "syntax"},
    "mir": {"typeck", "resolve", "syntax"},
    "dataflow": {"mir", "typeck", "resolve", "syntax"},
    "borrowck": {"dataflow", "mir", "typeck", "resolve", "syntax"},
    "transform": {"dataflow", "mir", "typeck", "resolve", "syntax"},
    "lint": {"borrowck", "dataflow", "mir", "typeck", "resolve", "syntax"},
    "machine": {"transform", "mir", "typeck", "resolve"},
    "side_by_side": set(),
    "compilation": {"side_by_side", "machine", "lint", "borrowck", "mir", "typeck", "resolve", "syntax"},
    "debugger": {"compilation", "machine", "transform", "borrowck", "dataflow", "mir", "typeck", "resolve", "syntax"},
    "explain": set(),
    "prepare": {"resolve", "syntax"},
}
COMMON = {"source", "diagnostics", "records", "cache", "deferred", "scoped", "enums", "bytecode", "hints"}
TUI_MAY = {"", "compilation", "debugger", "explain", *COMMON}


def imports(path: Path) -> set[str]:
    """All modules that a file imports when it runs (imports for type checking alone count too)."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def test_imports_go_one_way() -> None:
    wrong = []
    for path in (ROOT / "interpreter").rglob("*.py"):
        inner = path.relative_to(ROOT / "interpreter").parts
        package = inner[0].removesuffix(".py")
        if package == "__init__":
            continue
        allowed = ALLOWED.get(package, set()) | COMMON | {package}
        for name in imports(path):
            parts = name.split(".")
            below = parts[0] != "interpreter" or len(parts) == 1 or parts[1] in allowed
            if parts[0] in ("tui", "textual", "rich") or not below:
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert wrong == []


def test_the_app_sees_the_facade_alone() -> None:
    wrong = []
    for path in (ROOT / "tui").rglob("*.py"):
        for name in imports(path):
            parts = name.split(".")
            if (
                parts[0] == "interpreter"
                and len(parts) > 1
                and parts[1]
                not in TUI_MAY
                | {
                    "compile_source",
                    "open_session",
                    "run_program",
                }
            ):
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert wrong == []


def test_the_interpreter_needs_no_terminal() -> None:
    found = "[m for m in sys.modules if m.split('.')[0] in ('textual', 'rich')]"
    code = f"import interpreter, interpreter.compilation, sys; print({found})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


def test_an_accepted_program_loads_no_words_of_errors() -> None:
    program = 'fn main() { let mut names = vec![String::from("a")]; names.push(String::new()); println!("{}", names.len()); }'
    code = (
        "import sys, pathlib, tempfile; from tui.cli import main;"
        f"path = pathlib.Path(tempfile.mkdtemp()) / 'a.rs'; path.write_text({program!r}); code = main(['check', str(path)]);"
        "print(code, [m for m in sys.modules if m.split('.')[-1].startswith(('errors_', 'explain_')) or m == 'argparse'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.splitlines()[-1] == "0 []"
