"""Imports resolved by fixpoint (rustc_resolve: imports.rs).

In: the imports that collect.py found. Out: their names in the modules, and E0432, E0433, E0603, E0364/E0365 and E0252/E0254/E0255
for those that fail. An import waits while a name it needs may still be brought by another one; when nothing moves any more, what
is left is forced, and what is missing is an error. Late resolution goes on with a dummy for each failed import, so that nothing
is said twice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from interpreter.diagnostics import Diagnostic, Label, Suggestion
from interpreter.records import replace
from interpreter.resolve.defs import Def, DefKind, DefRes, ErrRes
from interpreter.resolve.modules import (
    MACRO_NS,
    NAMESPACES,
    TYPE_NS,
    VALUE_NS,
    Binding,
    Import,
    Module,
    is_accessible,
    is_ancestor,
)
from interpreter.resolve.resolver import (
    PATH_ROOT,
    ItemFound,
    ModuleFound,
    PathFailed,
    PrivacyError,
    Resolver,
    Undetermined,
)
from interpreter.resolve.suggest import best_match
from interpreter.syntax import ast

FirstCheck = Callable[[Import, ast.Ident, int], None]
PATH_WORDS = frozenset(("crate", "$crate", "self", "super", PATH_ROOT))


class ImportResolver:
    """Resolves a batch of imports (of the crate, or of one block)."""

    def __init__(self, resolver: Resolver, check_first: FirstCheck) -> None:
        self.resolver = resolver
        self.check_first = check_first
        """Looks at the name that an import begins with, in a namespace."""
        self._missing: set[Import] = set()
        """Those that lead nowhere, not even to another one that does."""
        self._unresolved_of: ast.Item | None = None
        self._unresolved_paths: list[tuple[str, Diagnostic]] = []

    def resolve(self, imports: list[Import]) -> None:
        """Bind what can be bound, report the rest."""
        waiting = imports
        while waiting:
            left = [i for i in waiting if not self._try(i)]
            if len(left) == len(waiting):
                break
            waiting = left
        for import_ in waiting:
            self._unpend(import_)
        while waiting:
            left = [i for i in waiting if not self._try(i)]
            if len(left) == len(waiting):
                break
            waiting = left
        for import_ in _given_up_order(waiting):
            if not self._leads_to_dummy(import_):
                self._missing.add(import_)
            self._dummy(import_)
        for import_ in imports:
            self._finalize(import_)
        self._flush_unresolved()

    # -------------------------------------------------------------------------------------------- the fixpoint

    def _try(self, import_: Import) -> bool:
        """Resolve an import if all it needs is known. False: not yet."""
        r = self.resolver
        module = import_.resolved_module
        if module is None and import_.path:
            found = r.resolve_path(import_.path, None, import_.module, ignore=import_, report=False)
            if not isinstance(found, ModuleFound):
                return False
            module = import_.resolved_module = found.module
        if import_.source is None:
            if import_.target is None and module is not None:
                self._glob(import_, module)
            elif import_.target is None:
                return False
            self._unpend(import_)
            return True
        unknown = False
        for ns in NAMESPACES:
            if ns in import_.bound or (import_.type_only and ns != TYPE_NS):
                continue
            found_binding = self._lookup(import_, module, ns)
            if isinstance(found_binding, Undetermined):
                unknown = True
            elif found_binding is not None and is_accessible(found_binding.vis, import_.module):
                import_.bound[ns] = found_binding
                self._bind(import_, ns, found_binding)
        if unknown or not import_.bound:
            return False
        self._unpend(import_)
        return True

    def _lookup(self, import_: Import, module: Module | None, ns: int) -> Binding | Undetermined | None:
        r = self.resolver
        assert import_.source is not None
        if import_.source.name in ("crate", "self", "super", "$crate"):
            if ns != TYPE_NS:
                return None
            found = r.resolve_path([*import_.path, import_.source], None, import_.module, report=False)
            return Binding(DefRes(found.module.def_), None, import_.span) if isinstance(found, ModuleFound) else None
        if module is not None:
            binding = r.in_module(module, import_.source, ns, import_.module, report=False)
            if isinstance(binding, Binding) and binding.import_ is import_:
                return None
            return binding
        return r.in_scope(import_.module, import_.source, ns, ignore=import_, report=False)

    @staticmethod
    def _unpend(import_: Import) -> None:
        if import_ in import_.module.pending:
            import_.module.pending.remove(import_)
        import_.done = True

    def _bind(self, import_: Import, ns: int, source: Binding) -> None:
        assert import_.target is not None
        vis = import_.vis
        if source.vis is not None and (vis is None or not is_ancestor(source.vis, vis)):
            vis = source.vis
        binding = Binding(source.res, vis, import_.span, import_, source)
        name = import_.target.name
        if name == "_":
            import_.module.anonymous.append(binding)
            return
        self._define(import_.module, ns, name, binding)

    def _define(self, module: Module, ns: int, name: str, binding: Binding, warn: bool = False) -> None:
        """`warn`: that it is ambiguous is no error."""
        key = (ns, name)
        old = module.names.get(key)
        if old is None:
            module.names[key] = binding
        elif binding.glob:
            if not old.glob:
                old.shadowed_glob = binding
                return
            chosen = self._select_glob(old, binding, warn)
            if chosen is old:
                return
            module.names[key] = binding = chosen
        elif old.glob:
            binding.shadowed_glob = old
            module.names[key] = binding
        else:
            if not (isinstance(old.res, ErrRes) or isinstance(binding.res, ErrRes)):
                self.resolver.report_conflict(module, name, ns, binding, old)
            return
        for importer in module.glob_importers:
            if is_accessible(binding.vis, importer.module):
                self._define(importer.module, ns, name, self._through_glob(importer, binding), warn or old is not None)

    @staticmethod
    def _select_glob(old: Binding, new: Binding, warn: bool) -> Binding:
        """Which of two bindings of one name by globs to keep; notes an ambiguity (rustc: `select_glob_decl`)."""
        if new.is_refetched(old):
            new.ambiguity = new.ambiguity or old.ambiguity
            new.warn_ambiguity |= new.is_ambiguous()
            return new
        if old.res != new.res:
            old.ambiguity, old.warn_ambiguity = new, warn
            return old if warn else replace(old)
        if old.vis is not None and (new.vis is None or (old.vis is not new.vis and is_ancestor(new.vis, old.vis))):
            return new
        if new.is_ambiguous() and not old.is_ambiguous():
            old.ambiguity, old.warn_ambiguity = new, True
        return old

    @staticmethod
    def _through_glob(import_: Import, source: Binding) -> Binding:
        vis = import_.vis
        if source.vis is not None and (vis is None or not is_ancestor(source.vis, vis)):
            vis = source.vis
        return Binding(source.res, vis, import_.span, import_, source, glob=True)

    def _glob(self, import_: Import, module: Module) -> None:
        here = import_.module
        here.globs.append(import_)
        if module is here:
            return
        if module.def_.kind is DefKind.TRAIT:
            return
        module.glob_importers.append(import_)
        for (ns, name), binding in module.bindings():
            if is_accessible(binding.vis, here):
                there = here.names.get((ns, name))
                warn = there is not None and there.warns_of_ambiguity()
                self._define(here, ns, name, self._through_glob(import_, binding), warn)

    # -------------------------------------------------------------------------------------------- errors

    def _finalize(self, import_: Import) -> None:
        """Report what is wrong with an import, now that all are done."""
        r = self.resolver
        module: Module | None = None
        n_private = len(r.privacy_errors)
        if import_.path:
            found = r.resolve_path(import_.path, None, import_.module, ignore=import_)
            if isinstance(found, PathFailed):
                self._unresolved_prefix(import_, found)
                return
            if isinstance(found, (ItemFound, Undetermined)):
                return
            module = found.module
        if import_.path and import_.path[0].name not in PATH_WORDS:
            self.check_first(import_, import_.path[0], TYPE_NS)
        elif not import_.path and import_.source is not None and import_.source.name not in PATH_WORDS:
            for ns in import_.bound:
                self.check_first(import_, import_.source, ns)
        if import_.source is None:
            if import_.target is None and module is not None and module.def_.kind is DefKind.TRAIT:
                r.errors.error(None, "items in traits are not importable", import_.span)
            return
        if module is not None and module.def_.kind is DefKind.TRAIT and import_.bound:
            issue = "see issue #134691 <https://github.com/rust-lang/rust/issues/134691> for more information"
            r.errors.error("E0658", "`use` associated items of traits is unstable", import_.span, notes=(issue,))
        if not import_.bound:
            if import_ in self._missing or not self._found_out_of_reach(import_, module, n_private):
                self._unresolved(import_, module)
            return
        for binding in import_.bound.values():
            def_ = binding.res.def_ if isinstance(binding.res, DefRes) else None
            feature = def_.unstable() if def_ is not None and def_.kind is DefKind.TRAIT else None
            if feature is not None:
                r.errors.emit(feature.diagnostic(import_.path[0].span.to(import_.source.span)))
                break
        for binding in import_.bound.values():
            if r.note_ambiguity(import_.source, binding):
                break
        self._check_reexport(import_)

    def _found_out_of_reach(self, import_: Import, module: Module | None, n_private: int) -> bool:
        """What could not be bound is there after all, but is private, lies behind something private (what was found after
        `n_private` such errors) or is itself an error."""
        assert import_.source is not None
        namespaces = (TYPE_NS,) if import_.type_only else NAMESPACES
        bindings = [b for b in (self._lookup(import_, module, ns) for ns in namespaces) if isinstance(b, Binding)]
        if bindings and not any(is_accessible(b.vis, import_.module) for b in bindings):
            self.resolver.privacy_errors.append(PrivacyError(import_.source, bindings[0], import_.module))
        if bindings and import_.nested:
            self.resolver.wanted_behind_private(n_private, import_.source, bindings[0].res)
        return bool(bindings)

    def _check_reexport(self, import_: Import) -> None:
        """E0364, E0365: `pub use` of what is not as public itself. A namespace that is may be exported alone."""
        assert import_.source is not None

        def narrower(binding: Binding) -> bool:
            return binding.vis is not None and (import_.vis is None or not is_ancestor(binding.vis, import_.vis))

        bound = import_.bound
        if not all(narrower(b) for b in bound.values()):
            return
        binding = next(iter(bound.values()))
        name = import_.source.name
        crate_only = binding.vis is self.resolver.root.def_
        if crate_only:
            message = f"`{name}` is only public within the crate, and cannot be re-exported outside"
        else:
            message = f"`{name}` is private, and cannot be re-exported"
        errors = self.resolver.errors
        if VALUE_NS in bound or MACRO_NS in bound:
            note = f"consider marking `{name}` as `pub` in the imported module"
            errors.error("E0364", message, import_.span, notes=(note,))
        else:
            label = f"re-export of {'crate public' if crate_only else 'private'} `{name}`"
            note = f"consider declaring type or module `{name}` with `pub`"
            errors.error("E0365", message, import_.span, label, notes=(note,))

    def _leads_to_dummy(self, import_: Import) -> bool:
        if import_.source is None or (import_.path and import_.resolved_module is None):
            return True
        found = [self._lookup(import_, import_.resolved_module, ns) for ns in NAMESPACES]
        return any(isinstance(binding, Binding) for binding in found)

    def _dummy(self, import_: Import) -> None:
        if import_.target is None or import_.target.name == "_":
            return
        for ns in NAMESPACES:
            key = (ns, import_.target.name)
            if key not in import_.module.names or import_.module.names[key].glob:
                import_.module.names[key] = Binding(ErrRes(), None, import_.span, import_)

    def _path_text(self, import_: Import) -> str:
        names = [i.name for i in import_.path]
        if import_.source is not None:
            names.append(import_.source.name)
        return "::".join(n for n in names if n != PATH_ROOT)

    def _unresolved_prefix(self, import_: Import, failed: PathFailed) -> None:
        r = self.resolver
        if r.is_unstable(failed.module, import_.path[: failed.at + 1]):
            return
        path = import_.path
        if failed.message:
            r.errors.error("E0433", failed.message, failed.span, failed.label)
            return
        text = "::".join(i.name for i in path[: failed.at + 1] if i.name != PATH_ROOT)
        label = failed.label
        helps: tuple[str, ...] = ()
        suggestions: tuple[Suggestion, ...] = ()
        if not label:
            label, helps, suggestions = self.missing_module(path, failed, import_.module)
        problem = Diagnostic("E0433", "", (Label(failed.span, label),), helps=helps, suggestions=suggestions)
        if failed.at < len(path) - 1:
            r.errors.emit(replace(problem, message=self.missing_message(path, failed.at)))
        else:
            r.glob_failed = r.glob_failed or import_.source is None
            self._note_unresolved(import_, text, problem)

    @staticmethod
    def missing_message(path: Sequence[ast.Ident], at: int) -> str:
        """E0433's words for a segment that is not there."""
        name = path[at].name
        if at == 0:
            if name[:1].isupper():
                return f"cannot find type `{name}` in this scope"
            return f"cannot find module or crate `{name}` in this scope"
        before = {PATH_ROOT: "the crate root", "$crate": "`crate`"}.get(path[at - 1].name, f"`{path[at - 1].name}`")
        return f"cannot find `{name}` in {before}"

    def missing_module(
        self, path: tuple[ast.Ident, ...], failed: PathFailed, scope: Module
    ) -> tuple[str, tuple[str, ...], tuple[Suggestion, ...]]:
        """The label, helps and suggestions for a module that is not there."""
        ident = path[failed.at]
        module = failed.module
        if module is None or failed.at == 0:
            return (
                f"use of unresolved module or unlinked crate `{ident.name}`",
                (f"you might be missing a crate named `{ident.name}`",),
                (),
            )
        return f"could not find `{ident.name}` in {module_words(module, self.resolver)}", (), ()

    def _unresolved(self, import_: Import, module: Module | None) -> None:
        r = self.resolver
        assert import_.source is not None
        if r.is_unstable(module, [*import_.path, import_.source]):
            return
        name = import_.source.name
        if module is None:
            if name == "super":
                words = "there are too many leading `super` keywords"
                r.errors.error("E0433", "too many leading `super` keywords", import_.source.span, words)
                return
            module = import_.module.normal()
            label = f"no external crate `{name}`"
        elif module is r.std.extern_root:
            label = f"no external crate `{name}`"
        else:
            where = "the root" if module.def_.parent is None else f"`{module_path(module)}`"
            label = f"no `{name}` in {where}"
        std = module.def_.is_std
        candidates = [
            n
            for (_, n), b in module.bindings()
            if n != name and not isinstance(b.res, ErrRes) and (not std or b.vis is None) and b.import_ is not import_
        ]
        similar = best_match(candidates, name)
        suggestion = Suggestion("a similar name exists in the module", ((import_.source.span, similar or ""),))
        span = import_.span if not import_.nested else import_.source.span
        suggestions = (suggestion,) if similar is not None else ()
        problem = Diagnostic("E0432", "", (Label(span, label),), suggestions=suggestions)
        self._note_unresolved(import_, self._path_text(import_), problem)

    def _note_unresolved(self, import_: Import, path: str, problem: Diagnostic) -> None:
        """E0432: what one `use` fails to bring is told together."""
        if self._unresolved_of is not import_.item:
            self._flush_unresolved()
            self._unresolved_of = import_.item
        if all(problem.primary[0].span != other.primary[0].span for _, other in self._unresolved_paths):
            self._unresolved_paths.append((path, problem))

    def _flush_unresolved(self) -> None:
        found, self._unresolved_paths = self._unresolved_paths, []
        if not found:
            return
        listed = ", ".join(f"`{path}`" for path, _ in found)
        plural = "" if len(found) == 1 else "s"
        problems = [problem for _, problem in found]
        self.resolver.errors.emit(
            Diagnostic(
                "E0432",
                f"unresolved import{plural} {listed}",
                tuple(label for problem in problems for label in problem.primary),
                helps=tuple(text for problem in problems for text in problem.helps),
                suggestions=tuple(suggestion for problem in problems for suggestion in problem.suggestions),
            )
        )


def _given_up_order(waiting: list[Import]) -> list[Import]:
    """The order in which rustc gives up imports that wait for one another: first those whose path leads nowhere; then those that
    rename nothing (it can tell that they bring nothing), the last of them before the others."""
    lost = [i for i in waiting if i.path and i.resolved_module is None]
    rest = [i for i in waiting if i not in lost]
    kept = [i for i in rest if i.source is not None and i.target is not None and i.source.name == i.target.name]
    return [*lost, *kept[-1:], *kept[:-1], *(i for i in rest if i not in kept)]


def module_path(module: Module) -> str:
    """A module's path as rustc shows it: without its crate."""
    names: list[str] = []
    here: Def | None = module.def_
    while here is not None and here.parent is not None:
        names.append(here.name)
        here = here.parent
    return "::".join(reversed(names))


def module_words(module: Module, resolver: Resolver) -> str:
    """A module as rustc names it after "in"."""
    if module is resolver.root:
        return "the crate root"
    if module is resolver.std.extern_root:
        return "the list of imported crates"
    return f"`{module.def_.name}`"
