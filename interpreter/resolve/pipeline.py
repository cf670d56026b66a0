"""From a parsed crate to its Resolution: macro expansion, derives, the module tree, imports, late resolution.

`resolve_crate` is the front door. rustc reports what these steps find together: expansion's errors, then imports', then late
ones; a program in which a name is missing is still type-checked as far as it goes.
"""

from __future__ import annotations

from functools import partial

from interpreter.diagnostics import Diagnostic, DiagnosticSink
from interpreter.resolve import derive
from interpreter.resolve.collect import Collector
from interpreter.resolve.defs import Resolution
from interpreter.resolve.early import EarlyResolver
from interpreter.resolve.entry import main_function
from interpreter.resolve.expand import expand_crate
from interpreter.resolve.imports import ImportResolver
from interpreter.resolve.late import LateResolver
from interpreter.resolve.macro_rules import MacroDef
from interpreter.resolve.macro_transcribe import Hygiene
from interpreter.resolve.redundancy import redundant_imports
from interpreter.resolve.resolver import Resolver
from interpreter.resolve.std_loader import StdLoader
from interpreter.source import SourceFile, Span
from interpreter.syntax import ast
from interpreter.syntax.parser import parse_source


class ExpansionAborted(Exception):
    """A macro call fitted no rule, or the recursion limit was reached: the crate goes no further."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        super().__init__(diagnostics[0].message)
        self.diagnostics = diagnostics


def resolve_crate(crate: ast.Crate, std: StdLoader, edition: int = 2021) -> tuple[Resolution, list[Diagnostic]]:
    """Expand macros and derives, and look all names of the crate up. `std` serves one compilation only.

    Raises: UnsupportedError; ExpansionAborted where rustc looks no names up, as macros could not be expanded.
    """
    expansion = expand_crate(crate, edition=edition)
    if expansion.fatal:
        raise ExpansionAborted(expansion.diagnostics)
    resolver = Resolver(std, edition, crate)
    for diagnostic in expansion.diagnostics:
        resolver.errors.emit(diagnostic)
    deriver = derive.Deriver(edition, resolver.errors)
    collector = Collector(resolver, deriver.derive)
    early = EarlyResolver(resolver, expansion.expansions)
    imports = ImportResolver(resolver, early.check_import)
    late = LateResolver(resolver, collector, imports)
    resolver.resolution.late = late
    resolver.resolution.lints = expansion.lints
    if expansion.lints.denies:
        resolver.resolution.attributed = expansion.attributed
        used = [use.macro or use.textual for use in expansion.expansions.uses]
        calls = [use.path.segments[0].ident.name for use in expansion.expansions.uses]
        resolver.resolution.used_macro_names = set(calls)
        resolver.resolution.used_macros = {macro.item for macro in used if macro is not None}
        resolver.resolution.unused_rules = _unused_rules({macro for macro in used if macro is not None and not macro.builtin})
        resolver.resolution.extern_blocks = expansion.extern_blocks
    resolver.resolution.imports = collector.imports  # type: ignore[assignment]
    late.macro_parent = partial(_macro_parent, expansion.hygiene)
    std.attach(resolver)
    collector.collect(crate.items, resolver.root, resolver.root.def_)
    imports.resolve(collector.imports)
    late.crate()
    early.check_macros()
    if any(expansion.lints.mentions(lint) for lint in ("redundant_imports", "unused_qualifications")):
        resolver.resolution.redundant_imports = list(redundant_imports(resolver, collector.imports))
    resolver.resolution.main, no_main = main_function(resolver, crate)
    if no_main is not None:
        late.later_errors.emit(no_main)
    late.report_pending()
    for diagnostic in late.later_errors.items:
        resolver.errors.emit(diagnostic)
    return resolver.resolution, resolver.errors.items


def _unused_rules(macros: set[MacroDef]) -> list[tuple[ast.MacroRules, int, Span]]:
    """The rules of these macros that no call fitted, but for those that are there to give an error."""
    return [
        (macro.item, number, rule.lhs)
        for macro in macros
        if not macro.item.span.file.is_std and not macro.errors
        for number, rule in enumerate(macro.rules, 1)
        if not rule.used and "compile_error" not in rule.arm.text
    ]


def _macro_parent(hygiene: Hygiene, number: int) -> tuple[int, object] | None:
    parent = hygiene.parent(number)
    return (parent[0], parent[1].item) if parent is not None else None


def parse_std_items(file: SourceFile) -> list[ast.Item]:
    """The items of a file of std, with macros and derives expanded. An error in std's text is ours."""
    crate, diagnostics = parse_source(file, 2021)
    assert crate is not None and not diagnostics, f"{file.name}: {[(d.message, d.span) for d in diagnostics]}"
    expansion = expand_crate(crate, edition=2021, crate_name="std", is_std=True)
    assert not expansion.diagnostics, f"{file.name}: {[(d.message, d.span) for d in expansion.diagnostics]}"
    errors = DiagnosticSink()
    items = _with_derives(crate.items, derive.Deriver(2021, errors))
    assert not errors.items, f"{file.name}: {[(d.message, d.span) for d in errors.items]}"
    return items


def _with_derives(items: list[ast.Item], deriver: derive.Deriver) -> list[ast.Item]:
    found: list[ast.Item] = []
    for item in items:
        if isinstance(item, ast.Mod) and item.items is not None:
            item.items = _with_derives(item.items, deriver)
        found.append(item)
        found += deriver.derive(item)
    return found
