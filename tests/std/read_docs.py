"""Writes `interpreter/resolve/std_names.txt` anew from the installed rust-docs: `python -m tests.std.read_docs`. Run by hand.

In: rustdoc's pages of `std`, one an item. Out: the lines that `resolve/std_names.py` reads. Of `arch`, `simd` and
`intrinsics` only the modules' names are kept.
"""

from __future__ import annotations

import html
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from interpreter.resolve import std_names

_KINDS = {
    "struct": "s", "enum": "e", "union": "u", "trait": "t", "fn": "f", "constant": "c", "static": "g", "type": "y", "macro": "m",
}  # fmt: skip
_WITHOUT_ITEMS = ("arch", "simd", "intrinsics")
_ELSEWHERE = ("darwin", "wasi", "wasip2", "windows")
"""Modules of `std::os` that are documented, but aren't there on Linux."""
_HEADER = """\
# What the std of rustc 1.95 has, so that a name which crabwalk does not know is told from one that does not exist.
# `mod PATH: KIND:NAME ...` lists the items of a module.
# `type PATH: NAME ...`: the inherent or trait items of a type, primitive or trait.
# `impl PATH: TRAIT ...`: the traits that a type or primitive implements by impls of its own.
# `unstable FEATURE ISSUE: PATH ...`: what may not be used but with the feature.
# Kinds: s struct, e enum, u union, t trait, f function, c constant, g static, y type alias, m macro.
"""
_UNSTABLE = re.compile(r'<div class="stab unstable">.*?\(<code>(\w+)</code>(?:.*?issues/(\d+))?', re.DOTALL)
_ITEM = re.compile(
    r'<section id="(?:tymethod|method|associatedconstant|associatedtype|variant)\.(\w+?)(?:-\d+)?"[^>]*>.*?</section>'
    r'(\s*<span class="item-info">.*?</div></span>)?',
    re.DOTALL,
)
_IMPL = re.compile(r'<section id="impl-[^"]*" class="impl">.*?<h3 class="code-header">(.*?)</h3>', re.DOTALL)
_SELF_TYPES = {
    "slice": r"\[[^;]*\]", "array": r"\[.*;.*\]", "tuple": r"\(", "unit": r"\(\)", "pointer": r"\*", "reference": r"&",
    "fn": r".*\bfn\b|F$", "never": r"!",
}  # fmt: skip
"""How the primitives are written whose page isn't called so."""
_SECTIONS = ("trait-implementations", "synthetic-implementations", "blanket-implementations", "implementors", "foreign-impls")


def main() -> None:
    root = Path(subprocess.check_output(["rustc", "--print", "sysroot"], text=True).strip()) / "share/doc/rust/html/std"
    modules: dict[str, set[str]] = defaultdict(set)
    types: dict[str, set[str]] = {}
    impls: dict[str, set[str]] = {}
    unstable: dict[tuple[str, str], set[str]] = defaultdict(set)
    for module, kind, name, page in _pages(root):
        path = name if kind == "primitive" or not module else f"{module}::{name}"
        own = _UNSTABLE.search(page[: page.find('class="toggle top-doc"')].partition("item-info")[2])
        if own is not None:
            unstable[own[1], own[2] or ""].add(path)
        if kind == "mod":
            modules.setdefault(path, set())
        if kind in _KINDS:
            modules[module].add(f"{_KINDS[kind]}:{name}")
        if kind in ("struct", "enum", "union", "trait", "primitive"):
            _read_items(path, kind, page, types, impls, unstable)
    lines = [f"mod {path}: {' '.join(sorted(names, key=lambda n: n[2:]))}" for path, names in sorted(modules.items())]
    lines += [f"type {path}: {' '.join(sorted(names))}" for path, names in sorted(types.items()) if names]
    lines += [f"impl {path}: {' '.join(sorted(names))}" for path, names in sorted(impls.items()) if names]
    lines += [f"unstable {f} {issue}: {' '.join(sorted(paths))}" for (f, issue), paths in sorted(unstable.items())]
    target = Path(std_names.__file__).with_name("std_names.txt")
    target.write_text(_HEADER + "\n".join(lines) + "\n", encoding="utf-8")


def _pages(root: Path) -> Iterator[tuple[str, str, str, str]]:
    """(module, kind, name, text) of each page."""
    for file in sorted(root.rglob("*.html")):
        parts = file.relative_to(root).parts
        if parts[0] == "os" and parts[1] in _ELSEWHERE:
            continue
        module = "::".join(parts[:-1])
        kind, _, name = file.stem.partition(".")
        if file.name == "index.html":
            module, _, name = module.rpartition("::")
            kind = "mod"
        elif parts[0] in _WITHOUT_ITEMS:
            continue
        text = file.read_text(encoding="utf-8")
        if name and not name.endswith("!") and 'http-equiv="refresh"' not in text[:2000]:
            yield module, kind, name, text[text.find('id="main-content"') :]


def _read_items(
    path: str,
    kind: str,
    page: str,
    types: dict[str, set[str]],
    impls: dict[str, set[str]],
    unstable: dict[tuple[str, str], set[str]],
) -> None:
    starts = {name: page.find(f'id="{name}"') for name in _SECTIONS}
    cut = min((at for at in starts.values() if at > 0), default=len(page))
    own = page[:cut].partition('id="deref-methods')[0]
    marks: dict[str, tuple[str, str] | None] = {}
    for match in _ITEM.finditer(own):
        info = _UNSTABLE.search(match[2] or "")
        if marks.get(match[1], True) is not None:
            marks[match[1]] = (info[1], info[2] or "") if info is not None else None
    types[path] = set(marks)
    for name, feature in marks.items():
        if feature is not None:
            unstable[feature].add(f"{path}::{name}")
    begin = starts["trait-implementations"]
    if kind != "trait" and begin > 0:
        end = min((at for name, at in starts.items() if at > begin), default=len(page))
        found = [_trait_and_self(header) for header in _IMPL.findall(page[begin:end])]
        name = path.rpartition("::")[2]
        own = re.compile(_SELF_TYPES.get(name, rf"([\w:]+::)?{name}\b"))
        impls[path] = {trait for trait, self_ty in found if trait and own.match(self_ty)}


def _trait_and_self(header: str) -> tuple[str, str]:
    """The last name of the trait, and the self type, in `impl<..> a::Trait<..> for X`; a page lists impls that only mention its
    type, too."""
    text = html.unescape(re.sub(r"<[^>]+>", "", header))
    depth = 0
    head = ""
    for before, char in zip(" " + text, text, strict=False):
        depth += char in "<([" and 1
        if not depth:
            head += char
        depth -= (char in ")]" or (char == ">" and before != "-")) and 1
    match = re.match(r"(?:unsafe )?impl (?:const )?([\w:]+) for ", re.sub(r"\s+", " ", head).replace("impl ", "impl ", 1))
    if match is None:
        return "", ""
    return match[1].rpartition("::")[2], re.split(r"\s+for\s+", text.partition("\nwhere")[0])[-1].strip()


if __name__ == "__main__":
    main()
