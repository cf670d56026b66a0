"""The text of std is sound: every body type-checks and becomes MIR, and every intrinsic that it names is there."""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import UnsupportedError
from interpreter.machine.calls import CALLING
from interpreter.machine.const_eval import const_eval
from interpreter.machine.intrinsics import REGISTRY, load_all
from interpreter.mir.build import mir_built
from interpreter.resolve import StdLoader, resolve_crate
from interpreter.resolve.defs import Def, DefKind, DefRes
from interpreter.source import SourceFile
from interpreter.syntax import ast
from interpreter.syntax.parser import parse_source
from interpreter.transform.instance import attribute_value
from interpreter.typeck import check_body
from interpreter.typeck import ty as t
from interpreter.typeck.context import TyCtxt


def std_context() -> tuple[TyCtxt, StdLoader]:
    """The type context of an empty program."""
    crate, _ = parse_source(SourceFile("main.rs", "fn main() {}"))
    assert crate is not None
    std = StdLoader()
    resolution, _ = resolve_crate(crate, std)
    tcx = TyCtxt(resolution, std)
    check_body.register(tcx)
    tcx.providers["mir_built"] = mir_built
    tcx.providers["const_eval"] = const_eval
    return tcx, std


def definitions(std: StdLoader) -> Iterator[Def]:
    """Every function and constant of std."""
    for prim in list(std._prims):
        std.ensure_loaded_for(prim)
    seen: set[Def] = set()
    tops: list[Def] = []
    modules = [std.root_module]
    for module in modules:
        for _, binding in module.bindings():
            if binding.source is None and isinstance(binding.res, DefRes) and binding.res.def_ not in seen:
                def_ = binding.res.def_
                seen.add(def_)
                if def_.kind is DefKind.MOD:
                    inner = std.module(def_)
                    assert inner is not None
                    modules.append(inner)  # type: ignore[arg-type]
                else:
                    tops.append(def_)
    for top in [*tops, *(slot.def_ for slot in std.all_impls())]:
        yield top
        yield from top.children


def test_std_bodies_check_and_build() -> None:
    tcx, std = std_context()
    wrong: list[str] = []
    count = 0
    for def_ in definitions(std):
        if def_.kind not in (DefKind.FN, DefKind.ASSOC_FN) or not check_body.has_body(def_):
            continue
        count += 1
        before = len(tcx.sink.items)
        try:
            tcx.thir_body(def_)
            new = [f"{d.code} {d.message}" for d in tcx.sink.items[before:]]
            if not new:
                tcx.mir_built(def_)
        except UnsupportedError as error:
            new = [str(error)]
        wrong += [f"{def_.span}: {text}" for text in new]
    assert not wrong, "\n".join(wrong)
    assert count > 1000


def test_intrinsics_exist() -> None:
    load_all()
    _, std = std_context()
    functions = [def_ for def_ in definitions(std) if isinstance(def_.node, ast.Fn)]
    named = {attribute_value(def_, "intrinsic") for def_ in functions if "intrinsic" in def_.attrs}
    assert named - {*REGISTRY, *CALLING} == set()
    assert len(named) > 100


def test_nothing_is_defined_twice() -> None:
    """No method stands twice for one type, no trait is implemented twice for one."""
    tcx, std = std_context()
    list(definitions(std))
    seen: dict[object, Def] = {}
    twice: list[str] = []
    for slot in list(std.all_impls()):
        impl = slot.def_
        reference = tcx.impl_trait_ref(impl)
        if reference is not None:
            keys: list[tuple[object, Def]] = [(t.erase_regions(reference), impl)]
        else:
            self_ty = t.erase_regions(tcx.type_of(impl))
            keys = [
                ((self_ty, child.name), child) for child in impl.children if child.kind in (DefKind.ASSOC_FN, DefKind.ASSOC_CONST)
            ]
        for key, def_ in keys:
            if key in seen:
                twice.append(f"{seen[key].span} and {def_.span}")
            seen[key] = def_
    assert not twice, "\n".join(twice)
    assert len(seen) > 3000
