"""The MIR of whole functions against what rustc 1.95 makes of them (recorded by rustc_dump.py)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from interpreter.mir import build
from interpreter.mir.build import build_mir
from interpreter.mir.pretty import format_body
from interpreter.mir.validate import validate_body
from interpreter.resolve import StdLoader, resolve_crate
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import SourceFile
from interpreter.syntax.parser import parse_source
from interpreter.typeck import check_body, thir
from interpreter.typeck.context import TyCtxt
from tests.mir.rustc_dump import SOURCES, blocks_of, recorded

KINDS = (DefKind.FN, DefKind.ASSOC_FN, DefKind.CONST, DefKind.STATIC)


def bodies(tcx: TyCtxt) -> Iterator[tuple[str, thir.Body, thir.ClosureInfo | None]]:
    """All bodies of the user's crate under the names that rustc gives their dumps."""

    def with_closures(
        name: str, body: thir.Body, closure: thir.ClosureInfo | None
    ) -> Iterator[tuple[str, thir.Body, thir.ClosureInfo | None]]:
        yield name, body, closure
        for number, info in enumerate(body.closures.values()):
            yield from with_closures(f"{name}-{{closure#{number}}}", info.body, info)

    def walk(def_: Def) -> Iterator[Def]:
        for child in def_.children:
            if child.kind in KINDS:
                yield child
            yield from walk(child)

    root = tcx.resolution.root
    impls = [child for child in root.children if child.kind is DefKind.IMPL]
    for def_ in walk(root):
        body = tcx.thir_body(def_)
        if body is None:
            continue
        parent = cast(Def, def_.parent)
        name = f"{{impl#{impls.index(parent)}}}-{def_.name}" if parent in impls else def_.name
        yield from with_closures(name, body, None)


@pytest.mark.parametrize("source", sorted(SOURCES.glob("*.rs")), ids=lambda path: cast(Path, path).stem)
def test_graphs_are_those_of_rustc(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The recorded MIR is from before promotion.
    monkeypatch.setattr(build, "promote_constants", lambda _, body: body)
    crate, errors = parse_source(SourceFile(source.name, source.read_text()), 2021)
    assert crate is not None and errors == []
    std = StdLoader()
    resolution, errors = resolve_crate(crate, std, 2021)
    assert errors == []
    tcx = TyCtxt(resolution, std)
    check_body.register(tcx)
    expected = recorded(source)
    made = {}
    for name, body, closure in bodies(tcx):
        assert not body.has_errors, name
        mir = build_mir(tcx, body, closure)
        assert validate_body(tcx, mir) == [], name
        made[name] = blocks_of(format_body(mir, tcx))
    assert made.keys() == expected.keys()
    for name, blocks in made.items():
        assert blocks == expected[name], name
