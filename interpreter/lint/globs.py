"""What glob imports bring about: `ambiguous_glob_imports`, `ambiguous_glob_reexports`, `hidden_glob_reexports`
(rustc_resolve: imports.rs `lint_reexports`)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.effective import effective
from interpreter.lint.emit import Emit
from interpreter.resolve.defs import ErrRes
from interpreter.resolve.modules import NAMESPACE_NAMES, Binding, Import, Module

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All modules that glob imports go to, and the names that two of these bring."""
    for span, name in tcx.resolution.ambiguous_globs.items():
        emit("ambiguous_glob_imports", Label(span, "ambiguous name"), f"`{name}` is ambiguous")
    modules: dict[Module, None] = {}
    for import_ in tcx.resolution.imports:
        if isinstance(import_, Import) and import_.source is None and not import_.span.file.is_std:
            modules[import_.module] = None
    for module in modules:
        seen = effective(tcx).get(module.normal().def_, tcx.resolution.root)
        if seen is None:
            used = {binding.import_ for binding in module.names.values()}
            for (ns, name), binding in module.names.items():
                _check(NAMESPACE_NAMES[ns], name, binding, used, emit)


def _check(namespace: str, name: str, binding: Binding, used: set[Import | None], emit: Emit) -> None:
    other = binding.ambiguity
    if binding.import_ is not None and binding.glob and other is not None and other.import_ is not None:
        if binding.vis is None and other.vis is None and not isinstance(binding.res, ErrRes):
            what = f"the name `{name}` in the {namespace} namespace is"
            again = (Label(other.import_.span, f"but {what} also re-exported here"),)
            at = Label(binding.import_.span, f"{what} first re-exported here")
            emit("ambiguous_glob_reexports", at, "ambiguous glob re-exports", secondary=again)
    hidden = binding.shadowed_glob
    if hidden is not None and not binding.glob and hidden.import_ is not None:
        exported = hidden.import_.vis is None and hidden.vis is None and hidden.import_ in used
        if exported and binding.vis is not None and not isinstance(hidden.res, ErrRes):
            emit("hidden_glob_reexports", Label(binding.span), "private item shadows public glob re-export")
