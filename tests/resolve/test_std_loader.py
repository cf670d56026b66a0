"""Std is read lazily, kept on disk, and consistent: every name in its text leads somewhere."""

from __future__ import annotations

from interpreter import compile_source
from interpreter.resolve import StdLoader, resolve_crate
from interpreter.resolve.defs import Def, DefKind, DefRes, Resolution
from interpreter.resolve.std_loader import StdDef
from interpreter.source import SourceFile
from interpreter.syntax.parser import parse_source


def resolved(text: str, std: StdLoader | None = None) -> tuple[Resolution, StdLoader]:
    crate, diagnostics = parse_source(SourceFile("main.rs", text))
    assert crate is not None and not diagnostics
    std = std if std is not None else StdLoader()
    resolution, errors = resolve_crate(crate, std)
    assert not errors, errors
    return resolution, std


def all_definitions(std: StdLoader) -> list[Def]:
    """Every definition of std, read and resolved; a name that leads nowhere is an AssertionError of the loader."""
    found: list[Def] = []
    seen: set[Def] = set()
    queue = [std.root_module]
    for prim in list(std._prims):
        std.ensure_loaded_for(prim)
    for module in queue:
        for _, binding in module.bindings():
            if binding.source is None and isinstance(binding.res, DefRes) and binding.res.def_ not in seen:
                def_ = binding.res.def_
                seen.add(def_)
                if def_.kind is DefKind.MOD:
                    inner = std.module(def_)
                    assert inner is not None
                    queue.append(inner)  # type: ignore[arg-type]
                else:
                    found.append(def_)
    found += [slot.def_ for slot in std.all_impls()]
    for def_ in found:
        found += [child for child in def_.children if child.kind in (DefKind.ASSOC_FN, DefKind.ASSOC_CONST, DefKind.ASSOC_TY)]
    return found


def test_every_name_in_std_resolves() -> None:
    resolution, std = resolved("fn main() {}")
    definitions = all_definitions(std)
    for def_ in definitions:
        assert def_.node is not None
        resolution.resolve_body(def_)
    assert len(definitions) > 2000


def test_a_small_program_reads_few_files() -> None:
    _, std = resolved("fn main() { let v: Option<i32> = None; }")
    modules = {def_.name for def_ in std._modules if def_.kind is DefKind.MOD}
    assert "option" in modules
    assert not {"collections", "thread", "sync"} & modules


def test_syntax_is_read_when_asked_for() -> None:
    _, std = resolved("fn main() { Vec::<i32>::new(); }")
    vec = std.find("vec::Vec")
    assert vec is not None and vec._node is None  # type: ignore[attr-defined]
    assert [p.name for p in vec.children if p.kind is DefKind.TY_PARAM] == ["T"]
    assert vec._node is not None  # type: ignore[attr-defined]


def test_lang_items_and_primitives() -> None:
    _, std = resolved("fn main() {}")
    some = std.lang_item("Some")
    assert some is not None and some.kind is DefKind.VARIANT and some.parent is std.lang_item("Option")
    assert std.lang_item("no_such_thing") is None
    before = len(std.all_impls())
    std.ensure_loaded_for("i32")
    assert len(std.all_impls()) > before
    loaded = len(std.all_impls())
    std.ensure_loaded_for("i32")
    assert len(std.all_impls()) == loaded


def test_names_and_lifetimes_are_known_without_reading() -> None:
    _, std = resolved("fn main() {}")
    iter_, iterator = std.find("slice::Iter"), std.find("iter::Iterator")
    assert isinstance(iter_, StdDef) and isinstance(iterator, StdDef)
    assert iter_.lifetime_count() == 1 and iterator.lifetime_count() == 0
    assert iterator.declares("next") and not iterator.declares("push")
    assert iter_._node is None and iterator._node is None
    inherent = next(slot for slot in std.all_impls() if slot.head == ("", "Iter"))
    assert inherent.declares("as_slice") and not inherent.declares("next")
    assert std.find("vec::Vec") is not None
    heads = {slot.head for slot in std.all_impls()}
    assert ("IntoIterator", "&Vec") in heads and ("IntoIterator", "reference") not in heads


def test_a_call_reads_only_impls_with_the_method() -> None:
    found = compile_source("main.rs", "fn main() { let v = vec![1]; v.len(); }")
    assert found.tcx is not None
    waiting = found.tcx.impls._pending[""]["Vec"]
    assert waiting and not any(slot.declares("len") for _, slot in waiting)
