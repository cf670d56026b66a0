"""Paths and imports that say more than is needed, for the lints `unused_qualifications` and `redundant_imports` (rustc_resolve:
late.rs `lint_unused_qualifications`, imports.rs `check_for_redundant_imports`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interpreter.records import NamedTuple
from interpreter.resolve.defs import DefRes, ErrRes, PathRes, Res
from interpreter.resolve.modules import TYPE_NS, Binding, Import
from interpreter.resolve.resolver import ItemFound, ModuleFound, Resolver, Undetermined
from interpreter.resolve.ribs import RibStack
from interpreter.source import Span
from interpreter.syntax import ast


class Qualified(NamedTuple):
    """A path whose beginning can be left out: what follows is in scope, through `import_` if that is set."""

    span: Span
    import_: Import | None


class Redundant(NamedTuple):
    """An import of what is in scope without it: `other` is what brings it, where that is in the program."""

    import_: Import
    name: ast.Ident
    other: Binding | None


def unneeded_qualification(ribs: RibStack, path: ast.Path, res: PathRes, ns: int) -> Qualified | None:
    """If a later segment of a path means the same by itself."""
    segments = path.segments
    if any(ident.span.call_site is not None or ident.span.text != ident.name for ident in (s.ident for s in segments)):
        # It was made by a macro, or a derive.
        return None
    end = next((index + 1 for index, segment in enumerate(segments) if segment.args is not None), len(segments))
    idents = [segment.ident for segment in segments]
    for index in range(min(end, len(segments) - res.unresolved) - 1, 0, -1):
        last = index == len(segments) - 1
        meant = res.base if index == len(segments) - 1 - res.unresolved else _module(ribs, idents[: index + 1])
        if meant is None or isinstance(meant, ErrRes):
            continue
        with _Probing(ribs.resolver) as probed:
            found = ribs.lookup(idents[index], ns if last else TYPE_NS)
        if found == meant:
            return Qualified(path.span, probed[-1].import_ if probed else None)
    return None


def _module(ribs: RibStack, idents: list[ast.Ident]) -> Res | None:
    """The module, type or trait at a beginning of a path."""
    found = ribs.resolver.resolve_path(idents, TYPE_NS, ribs.module, report=False)
    match found:
        case ModuleFound(module=module):
            return DefRes(module.def_)
        case ItemFound(res=res) if not res.unresolved:
            return res.base
    return None


class _Probing:
    """While lookups are made that use nothing; what they find is collected."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver

    def __enter__(self) -> list[Binding]:
        found: list[Binding] = []
        self.resolver.probed = found
        return found

    def __exit__(self, *_: object) -> None:
        self.resolver.probed = None


def redundant_imports(resolver: Resolver, imports: Sequence[Import]) -> Iterator[Redundant]:
    """Those of the program's imports that bring what is in scope anyway."""
    for import_ in imports:
        name = import_.target
        of_program = isinstance(import_.item, ast.Use) and not import_.span.file.is_std and import_.span.call_site is None
        if not of_program or name is None or import_.source is None or import_.source.name != name.name or import_.vis is None:
            continue
        other = _same_without(resolver, import_, name)
        if other is not None:
            yield Redundant(import_, name, None if other.span.file.is_std else other)


def _same_without(resolver: Resolver, import_: Import, name: ast.Ident) -> Binding | None:
    found: Binding | None = None
    for ns, binding in import_.bound.items():
        with _Probing(resolver):
            other = resolver.in_scope(import_.module, name, ns, ignore=import_, report=False)
        if other is None or isinstance(other, Undetermined) or not _alike(other.res, binding.res):
            return None
        found = other
    return found


def _alike(a: Res, b: Res) -> bool:
    return a == b and not isinstance(a, ErrRes)
