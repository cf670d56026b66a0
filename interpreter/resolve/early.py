"""Names that imports and macro calls begin with, looked up once more when all is expanded (rustc_resolve: ident.rs,
`finalize_macro_resolutions`).

While macros are expanded and imports resolved, a name is taken for the first thing that is found. Once everything is known the
scopes are walked again, and where another scope has the name too in a way that the order of expansion could have changed, the
name is ambiguous (E0659). Reference: Name resolution, ambiguities.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import UnsupportedError
from interpreter.records import Record
from interpreter.resolve.defs import Def, DefKind, DefRes, ErrRes
from interpreter.resolve.expansions import Expansions, Expn, MacroUse, Site
from interpreter.resolve.imports import ImportResolver, module_words
from interpreter.resolve.macro_rules import MacroDef
from interpreter.resolve.modules import MACRO_NS, TYPE_NS, Binding, Import, Module, ModuleKind
from interpreter.resolve.resolver import AmbiguityError, AmbiguityKind, ModuleFound, PathFailed, Resolver
from interpreter.syntax import ast


class _Candidate(Record, frozen=True):
    """What one scope has for a name; `module`: the module that has it; `textual`: it is a `macro_rules!` in textual scope."""

    binding: Binding
    module: Module | None = None
    textual: bool = False


class EarlyResolver:
    """Checks what imports and macro calls mean, once the crate is expanded and all imports are resolved."""

    def __init__(self, resolver: Resolver, expansions: Expansions) -> None:
        self.resolver = resolver
        self.expansions = expansions

    # -------------------------------------------------------------------------------------------- imports

    def check_import(self, import_: Import, first: ast.Ident, ns: int) -> None:
        """Look at the first name of an import, which is found as any name is."""
        candidates = self._in_modules(first, ns, import_.module, ignore=import_)
        self._ambiguity(first, candidates, self.expansions.origins.get(import_.item))

    # -------------------------------------------------------------------------------------------- macros

    def check_macros(self) -> None:
        """Look at all calls of macros.

        Raises: UnsupportedError: a call means another macro than the one that was expanded.
        """
        for use in self.expansions.uses:
            segments = [segment.ident for segment in use.path.segments]
            if len(segments) == 1:
                self._plain(use, segments[0])
            else:
                self._path(use, segments)
        for name, site, missing in self.expansions.imported:
            binding = self._module(site).names.get((MACRO_NS, name))
            if binding is None or not isinstance(binding.res, ErrRes):
                self.resolver.errors.emit(missing)

    def _plain(self, use: MacroUse, ident: ast.Ident) -> None:
        module = self._module(use.site)
        candidates = [*self._textual(use.textual), *self._in_modules(ident, MACRO_NS, module)]
        before = len(self.resolver.ambiguity_errors)
        found = self._ambiguity(ident, iter(candidates), use.expansion)
        if len(self.resolver.ambiguity_errors) > before:
            return
        if found is None:
            if use.macro is not None and not use.macro.builtin:
                self.resolver.errors.error(None, f"cannot find macro `{ident.name}` in this scope", use.path.span)
            return
        self._same(use, found, ident)

    def _path(self, use: MacroUse, path: list[ast.Ident]) -> None:
        r = self.resolver
        module = self._module(use.site)
        if path[0].name not in ("crate", "$crate", "self", "super", "{{root}}"):
            self._ambiguity(path[0], self._in_modules(path[0], TYPE_NS, module), use.expansion)
        found = r.resolve_path(path[:-1], None, module)
        if not isinstance(found, ModuleFound):
            if isinstance(found, PathFailed):
                self._missing_module(path, found)
            return
        last = path[-1]
        binding = r.in_module(found.module, last, MACRO_NS, module)
        if isinstance(binding, Binding):
            self._exported_by_macro(use, binding)
            self._same(use, binding, last)
        elif binding is None and (use.macro is None or not found.module.def_.is_std):
            if r.is_unstable(found.module, path):
                return
            label = f"could not find `{last.name}` in {module_words(found.module, r)}"
            r.errors.error("E0433", ImportResolver.missing_message(path, len(path) - 1), last.span, label)

    def _missing_module(self, path: list[ast.Ident], failed: PathFailed) -> None:
        name = path[failed.at].name
        message, label = failed.message, failed.label
        helps: tuple[str, ...] = ()
        if not message:
            message = ImportResolver.missing_message(path, failed.at)
        if not label and failed.at == 0:
            label = f"use of unresolved module or unlinked crate `{name}`"
            helps = (f"you might be missing a crate named `{name}`",)
        elif not label and failed.module is not None:
            label = f"could not find `{name}` in {module_words(failed.module, self.resolver)}"
        self.resolver.errors.error("E0433", message, failed.span, label, helps=helps)

    def _exported_by_macro(self, use: MacroUse, binding: Binding) -> None:
        """A deny-by-default lint: what `#[macro_export]` of an expanded macro gives can't be relied on in paths."""
        lint = "macro_expanded_macro_exports_accessed_by_absolute_paths"
        item = binding.res.def_.node if isinstance(binding.res, DefRes) else None
        span = use.path.span
        if binding.import_ is None and item in self.expansions.origins and not self.resolver.resolution.lints.allowed(lint, span):
            message = "macro-expanded `macro_export` macros from the current crate cannot be referred to by absolute paths"
            notes = (
                "this was previously accepted by the compiler but is being phased out; it will become a hard error in a future"
                " release!",
                "for more information, see issue #52234 <https://github.com/rust-lang/rust/issues/52234>",
                f"`#[deny({lint})]` (part of `#[deny(future_incompatible)]`) on by default",
            )
            self.resolver.errors.error(lint, message, span, notes=notes)

    @staticmethod
    def _same(use: MacroUse, found: Binding, ident: ast.Ident) -> None:
        meant = found.res.def_.node if isinstance(found.res, DefRes) else None
        if use.macro is None or meant is None or isinstance(found.res, ErrRes) or use.macro.item.span.file.is_std:
            return
        if meant is not use.macro.item:
            raise UnsupportedError(f"several macros of the name `{ident.name}` reached by paths", ident.span)

    # -------------------------------------------------------------------------------------------- scopes

    def _module(self, site: Site) -> Module:
        here: Site | None = site
        while here is not None:
            module = self.resolver.module_at(here.node)
            if module is not None:
                return module
            here = here.outer
        return self.resolver.root

    def _textual(self, macro: MacroDef | None) -> Iterator[_Candidate]:
        while macro is not None:
            def_ = self.resolver.resolution.defs.get(macro.item)
            site = self.expansions.sites[macro.item]
            if def_ is None:
                def_ = self._unlisted(macro, site)
            yield _Candidate(Binding(DefRes(def_), None, macro.item.span), self._module(site), textual=True)
            macro = self.expansions.shadowed.get(macro.item)

    def _unlisted(self, macro: MacroDef, site: Site) -> Def:
        """A definition for a macro of a block that has no other items, which needed none so far."""
        item = macro.item
        return self.resolver.new_def(DefKind.MACRO, macro.name, self._module(site).def_, item.ident.span, item)

    def _in_modules(self, ident: ast.Ident, ns: int, module: Module, *, ignore: Import | None = None) -> Iterator[_Candidate]:
        """The blocks outwards to the module, then the preludes."""
        here: Module | None = module
        while here is not None:
            binding = here.lookup(ns, ident.name)
            if binding is not None and not (ignore is not None and binding.import_ is ignore):
                yield _Candidate(binding, here)
            if here.kind is not ModuleKind.BLOCK:
                break
            here = here.parent
        prelude = self.resolver.in_preludes(ident, ns, module)
        if prelude is not None:
            yield _Candidate(prelude)

    # -------------------------------------------------------------------------------------------- ambiguities

    def _ambiguity(self, ident: ast.Ident, candidates: Iterator[_Candidate], expansion: Expn | None) -> Binding | None:
        """The first candidate; noted as ambiguous if a later one could be meant as well."""
        first: _Candidate | None = None
        for candidate in candidates:
            binding = candidate.binding
            if isinstance(binding.res, ErrRes):
                return binding if first is None else first.binding
            if first is None:
                first = candidate
                if self._shadows_glob(ident, binding):
                    return binding
                continue
            if binding.res == first.binding.res:
                continue
            kind = self._kind(first, candidate, expansion)
            if kind is not None:
                self.resolver.ambiguity_errors.append(AmbiguityError(ident, first.binding, binding, kind))
                break
        return first.binding if first is not None else None

    def _kind(self, first: _Candidate, other: _Candidate, expansion: Expn | None) -> AmbiguityKind | None:
        if first.textual and other.module is not None and not other.textual and not self._like_let(first, other):
            return AmbiguityKind.MACRO_RULES_VS_MODULARIZED
        if first.binding.glob:
            return AmbiguityKind.GLOB_VS_OUTER
        made = self._origin(first.binding)
        before = Expn.is_descendant(self._origin(other.binding), made) or Expn.is_descendant(expansion, made)
        return None if before else AmbiguityKind.MORE_EXPANDED_VS_OUTER

    @staticmethod
    def _like_let(macro: _Candidate, modular: _Candidate) -> bool:
        """A `macro_rules!` hides a macro that is a member of its own module, or of a block around it, as `let` would."""
        assert macro.module is not None and modular.module is not None
        if macro.module.normal() is not modular.module.normal():
            return False
        here: Module | None = macro.module
        while here is not None and here is not modular.module:
            here = here.parent
        return here is not None

    def _origin(self, binding: Binding) -> Expn | None:
        origins = self.expansions.origins
        if binding.import_ is not None:
            return origins.get(binding.import_.item)
        return origins.get(binding.res.def_.node) if isinstance(binding.res, DefRes) else None

    def _shadows_glob(self, ident: ast.Ident, binding: Binding) -> bool:
        """A name that a macro made in a module, which a glob brings there too."""
        hidden = binding.shadowed_glob
        if hidden is None or self._origin(binding) is None or hidden.res == binding.res:
            return False
        self.resolver.ambiguity_errors.append(AmbiguityError(ident, binding, hidden, AmbiguityKind.GLOB_VS_EXPANDED))
        return True
