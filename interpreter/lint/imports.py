"""`unused_imports`, `redundant_imports` and `unused_qualifications` (rustc_resolve: check_unused.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.lists import listed
from interpreter.resolve.defs import DefKind, DefRes
from interpreter.resolve.modules import Import
from interpreter.source import Span
from interpreter.syntax import ast

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check(tcx: TyCtxt, emit: Emit) -> None:
    """Imports through which nothing was looked up; those of one `use` are told together."""
    _redundant(tcx, emit)
    by_item: dict[ast.Item, list[Import]] = {}
    total: dict[ast.Item, int] = {}
    for import_ in tcx.resolution.imports:
        if not isinstance(import_, Import) or not isinstance(import_.item, ast.Use) or import_.item.span.file.is_std:
            continue
        total[import_.item] = total.get(import_.item, 0) + 1
        if _is_unused(tcx, import_):
            by_item.setdefault(import_.item, []).append(import_)
    for item, unused in by_item.items():
        spans = [import_.span for import_ in unused]
        if len(unused) == total[item] and total[item] == 1:
            text = item.span.text
            start = text.index("use ") + len("use ")
            lo = item.span.lo + start
            spans = [Span(item.span.file, lo, lo + len(text[start:].rstrip("; \n")), item.span.call_site)]
        names = sorted(f"`{span.text}`" for span in spans)
        message = f"unused import{'' if len(names) == 1 else 's'}: {listed(names)}"
        emit("unused_imports", Label(spans[0]), message, *(Label(span) for span in spans[1:]))


def _is_unused(tcx: TyCtxt, import_: Import) -> bool:
    """Whether nothing was looked up through it."""
    called = import_.target is not None and import_.target.name in tcx.resolution.used_macro_names
    if import_.vis is None or import_.used or called or _is_used_trait(tcx, import_):
        return False
    # The program begins with it.
    starts = import_.module.def_ is tcx.resolution.root and import_.target is not None and import_.target.name == "main"
    main = tcx.resolution.main
    return not (starts and any(isinstance(b.res, DefRes) and b.res.def_ is main for b in import_.bound.values()))


def _redundant(tcx: TyCtxt, emit: Emit) -> None:
    needless: set[Import] = set()
    for import_, name, other in tcx.resolution.redundant_imports:
        needless.add(import_)
        how = "imported" if other is not None and other.import_ is not None else "defined"
        labels = (Label(other.span, f"the item `{name.name}` is already {how} here"),) if other is not None else ()
        emit("redundant_imports", Label(import_.span), f"the item `{name.name}` is imported redundantly", secondary=labels)
    for span, import_ in tcx.resolution.unneeded_qualifications:
        if import_ is None or not (import_ in needless or _is_unused(tcx, import_)):
            emit("unused_qualifications", Label(span), "unnecessary qualification")


def _is_used_trait(tcx: TyCtxt, import_: Import) -> bool:
    """A trait is used by calling its methods; so are those that a glob brings."""
    bindings = import_.bound.values()
    if import_.source is None and import_.resolved_module is not None:
        bindings = [binding for _, binding in import_.resolved_module.bindings()]  # type: ignore[assignment]
    return any(
        isinstance(b.res, DefRes) and b.res.def_.kind is DefKind.TRAIT and b.res.def_ in tcx.traits_called for b in bindings
    )
