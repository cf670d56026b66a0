"""The state of name resolution, and looking names up along paths (rustc_resolve: `Resolver`, ident.rs).

`Resolver` owns the tree of modules, makes `Def`s, and answers what an identifier means in a module, in the scopes around a place,
and along a path. Who may see a name is checked here too; complaints are made by imports.py (for `use`) and late.py (for
everything else).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from interpreter.diagnostics import Diagnostic, DiagnosticSink, Label, Suggestion, UnsupportedError
from interpreter.enums import Enum
from interpreter.hints import TYPE_CHECKING, TypeAlias
from interpreter.records import Record, replace
from interpreter.resolve import std_names
from interpreter.resolve.defs import Def, DefKind, DefRes, ErrRes, PathRes, PrimTyRes, Res, Resolution, SelfTyRes
from interpreter.resolve.modules import (
    MACRO_NS,
    NAMESPACE_NAMES,
    TYPE_NS,
    VALUE_NS,
    Binding,
    Import,
    Module,
    ModuleKind,
    is_accessible,
)
from interpreter.source import Span
from interpreter.syntax import ast

if TYPE_CHECKING:
    from interpreter.resolve.std_loader import StdLoader

PRIMITIVES = frozenset(
    ["i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize", "f32", "f64", "bool", "char", "str"]
)
PATH_ROOT = "{{root}}"
CRATE_NAMES = frozenset(("std", "core", "alloc"))
_TYPE_KINDS = frozenset((DefKind.STRUCT, DefKind.UNION, DefKind.TY_ALIAS, DefKind.TY_PARAM, DefKind.ASSOC_TY, DefKind.OPAQUE_TY))


class ModuleFound(Record, frozen=True):
    """The whole path names a module (or crate, enum, trait)."""

    module: Module


class ItemFound(Record, frozen=True):
    """The path names something; its last `unresolved` segments are for typeck."""

    res: PathRes


class PathFailed(Record, frozen=True):
    """Segment number `at` was not found in `module` (None: in the scopes around); or, with a `message`, can't stand there."""

    at: int
    span: Span
    label: str = ""
    message: str = ""
    module: Module | None = None
    extern_prelude: bool = False


class Undetermined(Record, frozen=True):
    """Not known yet: an import that could bring the name is not resolved."""


PathResult: TypeAlias = ModuleFound | ItemFound | PathFailed | Undetermined
FirstSegment: TypeAlias = Callable[[ast.Ident, int], "Res | Undetermined | None"]


class PrivacyError(Record, frozen=True):
    """A use of something that is not visible from there. `wanted`: what the path goes on to that it stands in."""

    ident: ast.Ident
    binding: Binding
    module: Module
    wanted: tuple[ast.Ident, Res] | None = None


class AmbiguityKind(Enum):
    """Why a name is ambiguous."""

    GLOBS = "multiple glob imports of a name in the same module"
    MACRO_RULES_VS_MODULARIZED = "a conflict between a `macro_rules` name and a non-`macro_rules` name from another module"
    GLOB_VS_OUTER = "a conflict between a name from a glob import and an outer scope during import or macro resolution"
    GLOB_VS_EXPANDED = (
        "a conflict between a name from a glob import and a macro-expanded name in the same module"
        " during import or macro resolution"
    )
    MORE_EXPANDED_VS_OUTER = (
        "a conflict between a macro-expanded name and a less macro-expanded name from outer scope"
        " during import or macro resolution"
    )


class AmbiguityError(Record, frozen=True):
    """A name that two globs bring, or that an import and an outer scope give different meanings."""

    ident: ast.Ident
    first: Binding
    second: Binding
    kind: AmbiguityKind = AmbiguityKind.GLOBS


class Resolver:
    """Names of one user's crate over one std. `errors` takes what is reported at once; `privacy_errors` and `ambiguity_errors`
    are reported at the end, as rustc does."""

    def __init__(self, std: StdLoader, edition: int, crate: ast.Crate) -> None:
        self.std = std
        self.edition = edition
        self.errors = DiagnosticSink()
        self.glob_failed = False
        """A `use ..::*` leads nowhere: any name that isn't found may have been meant to come from there."""
        self.privacy_errors: list[PrivacyError] = []
        self.ambiguity_errors: list[AmbiguityError] = []
        self.probed: list[Binding] | None = None
        """While something is only looked for: what is found, in the place of marking it as used."""
        root = Def(0, DefKind.MOD, "crate", None, crate.span, crate, is_std=False)
        self.resolution = Resolution(root)
        self.resolution.defs[crate] = root
        self.root = Module(ModuleKind.MOD, root, None)
        self.modules: dict[Def, Module] = {root: self.root}
        self.blocks: dict[ast.Block, Module] = {}
        """The scopes of blocks with items of their own."""
        self._next_index = 1
        self._conflicts: set[tuple[str, Span]] = set()

    # -------------------------------------------------------------------------------------------- definitions and modules

    def new_def(self, kind: DefKind, name: str, parent: Def, span: Span, node: object, vis: Def | None = None) -> Def:
        """A new definition of the user's crate, appended to its parent's children; `node` leads to it."""
        def_ = Def(self._next_index, kind, name, parent, span, node, parent.is_std, vis)
        self._next_index += 1
        parent.children.append(def_)
        self.resolution.defs[node] = def_
        return def_

    def module_of(self, def_: Def) -> Module | None:
        """The scope that a module, enum or trait opens; None for other definitions."""
        found = self.modules.get(def_)
        return found if found is not None else self.std.module(def_) if def_.is_std else None

    def module_at(self, node: ast.Crate | ast.Mod | ast.Block) -> Module | None:
        """The scope of a module or block; None if a block has no items of its own."""
        if isinstance(node, ast.Block):
            return self.blocks.get(node)
        return self.modules.get(self.resolution.defs[node])

    def scope_of(self, def_: Def) -> Module:
        """The module that encloses a definition (itself, if it is one)."""
        here: Def | None = def_
        while here is not None:
            if here.kind is DefKind.MOD:
                module = self.module_of(here)
                assert module is not None
                return module
            here = here.parent
        return self.root

    # -------------------------------------------------------------------------------------------- one identifier

    def in_module(
        self, module: Module, ident: ast.Ident, ns: int, from_module: Module, *, report: bool = True
    ) -> Binding | Undetermined | None:
        """What `ident` means as `module::ident`; what is not accessible in std does not exist. Privacy and ambiguity are noted if
        `report`."""
        binding = module.lookup(ns, ident.name)
        if binding is None:
            return Undetermined() if self._may_still_come(module, ident.name) else None
        if not is_accessible(binding.vis, from_module):
            if module.def_.is_std:
                return binding if ident.span.file.is_std else None
            if report:
                self.privacy_errors.append(PrivacyError(ident, binding, from_module))
        self._used(ident, binding, report)
        return binding

    @staticmethod
    def _may_still_come(module: Module, name: str) -> bool:
        return any(import_.target is None or import_.target.name == name for import_ in module.pending)

    def wanted_behind_private(self, start: int, ident: ast.Ident, res: Res) -> None:
        """Note what the paths go on to that were found private since `start`."""
        for index in range(start, len(self.privacy_errors)):
            self.privacy_errors[index] = replace(self.privacy_errors[index], wanted=(ident, res))

    def note_use(self, ident: ast.Ident, binding: Binding) -> None:
        """Something was found without asking this class: mark its imports as used, note an ambiguity."""
        self._used(ident, binding, report=True)

    def _used(self, ident: ast.Ident, binding: Binding, report: bool) -> None:
        if self.probed is not None:
            self.probed.append(binding)
            return
        here: Binding | None = binding
        ambiguous = False
        while here is not None and here.import_ is not None:
            here.import_.used = True
            if here.glob and not here.import_.span.file.is_std:
                self.resolution.glob_used.add(ident.name)
            if here.ambiguity is not None:
                ambiguous = True
            here = here.source
        if here is not None and here.extern_crate is not None:
            self.resolution.used_extern_crates.add(here.extern_crate)
        if report and ambiguous:
            self.note_ambiguity(ident, binding)

    def note_ambiguity(self, ident: ast.Ident, binding: Binding) -> bool:
        """A name was used: do two globs bring it, here or where it was imported from?"""
        here: Binding | None = binding
        warn = False
        while here is not None:
            warn |= here.warn_ambiguity
            if here.ambiguity is not None:
                if warn:
                    self.resolution.ambiguous_globs[ident.span] = ident.name
                else:
                    self.ambiguity_errors.append(AmbiguityError(ident, here, here.ambiguity))
                return True
            here = here.source
        return False

    def in_scope(
        self, module: Module, ident: ast.Ident, ns: int, *, ignore: object = None, report: bool = True
    ) -> Binding | Undetermined | None:
        """What a plain `ident` means in `module`: blocks outwards up to the module, then the preludes (never outer modules).

        `ignore` is an import being resolved: what it would bring itself does not count. What a glob may still bring is waited for
        only if nothing is found without it (rustc: such indeterminacy is weak).
        """
        here: Module | None = module
        name = ident.name
        globs_pending = False
        if ns == MACRO_NS:
            textual = self._textual_macro(module, ident)
            if textual is not None:
                return textual
        while here is not None:
            binding = here.lookup(ns, name)
            if binding is not None and not (ignore is not None and binding.import_ is ignore):
                self._used(ident, binding, report)
                return binding
            for pending in here.pending:
                if pending.target is None:
                    globs_pending |= pending is not ignore
                elif pending.target.name == name and pending is not ignore and not self._self_reference(pending, name):
                    return Undetermined()
            if here.kind is not ModuleKind.BLOCK:
                break
            here = here.parent
        found = self.in_preludes(ident, ns, module)
        return Undetermined() if found is None and globs_pending else found

    @staticmethod
    def _textual_macro(module: Module, ident: ast.Ident) -> Binding | None:
        """The last `macro_rules!` of that name before it."""
        use = ident.span.source_callsite()
        here: Module | None = module
        while here is not None:
            for found in reversed(here.textual_macros.get(ident.name, ())):
                macro = found.span.source_callsite()
                if macro.lo <= use.lo or macro.file is not use.file:
                    return found
            here = here.parent
        return None

    @staticmethod
    def _self_reference(import_: Import, name: str) -> bool:
        """An import whose path begins with the name it binds must not be waited for to know what that name means."""
        return bool(import_.path) and import_.path[0].name == name

    def in_preludes(self, ident: ast.Ident, ns: int, module: Module) -> Binding | None:
        """Extern crates, std's prelude, primitive types."""
        name = ident.name
        if ns == TYPE_NS and name in CRATE_NAMES:
            return self.std.crate_binding
        found = self.std.prelude_lookup(ns, name, 2021 if module.def_.is_std else self.edition)
        if found is not None and (found.vis is None or module.def_.is_std):
            return found
        if ns == TYPE_NS and name in PRIMITIVES:
            return self.std.primitive_binding(name)
        if ns == MACRO_NS and not module.def_.is_std:
            return self.std.macro_binding(name)
        return None

    def is_unstable(self, module: Module | None, path: Sequence[ast.Ident]) -> bool:
        """The end of `path` was not found in `module`: E0658, if rustc's std has it there behind a feature.

        Raises: UnsupportedError if rustc's std has it there for everyone: the program lies outside of the subset.
        """
        ident = path[-1]
        if module is None or module is self.std.extern_root or not module.def_.is_std or module.kind is not ModuleKind.MOD:
            return False
        outer = module.def_.path().removeprefix("std").removeprefix("::")
        name = f"{outer}::{ident.name}" if outer else ident.name
        feature = std_names.unstable(name)
        if feature is None:
            if std_names.has_item(outer, ident.name):
                raise UnsupportedError(f"`std::{name}`", ident.span)
            return False
        written = [i.span for i in path if i.span.file is ident.span.file and i.span.lo <= ident.span.lo]
        span = Span(ident.span.file, min(s.lo for s in written), ident.span.hi)
        self.errors.emit(feature.diagnostic(span))
        return True

    def report_conflict(self, module: Module, name: str, ns: int, new: Binding, old: Binding) -> None:
        """E0428 and its kin: a name defined or imported twice. The later one in the text is to blame."""
        if old.span.file is new.span.file and old.span.lo > new.span.lo:
            new, old = old, new
        if (name, new.span) in self._conflicts:
            return
        self._conflicts.add((name, new.span))
        imported = (
            old.import_ is not None or old.extern_crate is not None,
            new.import_ is not None or new.extern_crate is not None,
        )
        if old.extern_crate is not None or new.extern_crate is not None:
            both = old.extern_crate is not None and new.extern_crate is not None
            code = "E0259" if both else "E0254" if all(imported) else "E0260"
        else:
            code = "E0428" if not any(imported) else "E0252" if all(imported) else "E0255"
        noun = NAMESPACE_NAMES[ns]
        if ns == TYPE_NS and isinstance(old.res, DefRes):
            if old.extern_crate is not None:
                noun = "extern crate"
            elif old.res.def_.kind in (DefKind.MOD, DefKind.TRAIT):
                noun = old.res.def_.kind.value
        where = _KIND_NAMES[module.kind]
        again = "reimported" if imported[1] else "redefined"
        before = "import" if imported[0] else "definition"
        self.errors.emit(
            Diagnostic(
                code,
                f"the name `{name}` is defined multiple times",
                (Label(head_span(new.span), f"`{name}` {again} here"),),
                (Label(head_span(old.span), f"previous {before} of the {noun} `{name}` here"),),
                (f"`{name}` must be defined only once in the {NAMESPACE_NAMES[ns]} namespace of this {where}",),
                suggestions=self._rename(name, new, old),
            )
        )

    @staticmethod
    def _rename(name: str, new: Binding, old: Binding) -> tuple[Suggestion, ...]:
        """ "you can use `as` ..." for the import among two bindings of one name."""
        if new.import_ is not None and old.import_ is not None and new.res == old.res:
            return ()
        other = f"Other{name}" if name[:1].isupper() else f"other_{name}"
        words = "you can use `as` to change the binding name of the import"
        for binding in (new, old):
            import_ = binding.import_
            if import_ is not None and import_.target is not None:
                at = import_.span.shrink_to_hi()
                renamed = import_.source is not None and import_.source.span != import_.target.span
                return (Suggestion(words, (((import_.target.span, other) if renamed else (at, f" as {other}")),)),)
            if binding.extern_crate is not None:
                end = binding.extern_crate.ident.span.shrink_to_hi()
                return (Suggestion(words, ((end, f" as {other}"),)),)
        return ()

    # -------------------------------------------------------------------------------------------- paths

    def resolve_path(
        self,
        path: Sequence[ast.Ident],
        ns: int | None,
        scope: Module,
        first: FirstSegment | None = None,
        *,
        ignore: object = None,
        report: bool = True,
    ) -> PathResult:
        """Follow a path from `scope`. `ns` is the last segment's namespace, None if only a module will do. `first` looks up a
        plain first segment (local scopes); by default the module's scopes are asked. What is private is found, and complained of,
        only if `report`."""
        module: Module | None = None
        supers = True
        count = len(path)
        n_private = len(self.privacy_errors)
        for i, ident in enumerate(path):
            last = i == count - 1
            segment_ns = ns if last and ns is not None else TYPE_NS
            name = ident.name
            if supers and segment_ns == TYPE_NS:
                if name == "self" and i == 0:
                    module = scope.normal()
                    if last:
                        return ModuleFound(module)
                    continue
                if name == "super":
                    outer = (scope if i == 0 else module or scope).normal().parent
                    if outer is None:
                        return PathFailed(
                            i, ident.span, "there are too many leading `super` keywords", "too many leading `super` keywords"
                        )
                    module = outer.normal()
                    if last:
                        return ModuleFound(module)
                    continue
            supers = False
            if i == 0:
                if name == PATH_ROOT:
                    if count == 1:
                        return ModuleFound(self.std.extern_root)
                    module = self.std.extern_root
                    continue
                if name in ("crate", "$crate"):
                    std = (name == "$crate" and ident.span.file.is_std) or scope.def_.is_std
                    module = self.std.root_module if std else self.root
                    if last:
                        return ModuleFound(module)
                    continue
            if name in ("self", "super", "crate", "$crate", "Self") and i > 0:
                words = f"`{name}` in paths can only be used in start position"
                return PathFailed(i, ident.span, "can only be used in path start position", words)
            res: Res | None
            if module is not None:
                binding = self.in_module(module, ident, segment_ns, scope, report=report)
                if isinstance(binding, Undetermined):
                    return binding
                if binding is not None and not report and not is_accessible(binding.vis, scope):
                    binding = None
                res = binding.res if binding is not None else None
            elif first is not None:
                found = first(ident, segment_ns)
                if isinstance(found, Undetermined):
                    return found
                res = found
            else:
                outer_binding = self.in_scope(scope, ident, segment_ns, ignore=ignore, report=report)
                if isinstance(outer_binding, Undetermined):
                    return outer_binding
                res = outer_binding.res if outer_binding is not None else None
            if res is None:
                if module is not None and ns is not None and module.kind is not ModuleKind.MOD:
                    return ItemFound(PathRes(DefRes(module.def_), count - i))
                return PathFailed(i, ident.span, module=module)
            if report and len(self.privacy_errors) > n_private:
                self.wanted_behind_private(n_private, ident, res)
            next_module = self.module_of(res.def_) if isinstance(res, DefRes) else None
            if next_module is not None and not (last and ns == VALUE_NS):
                module = next_module
                if last:
                    return ModuleFound(module)
                continue
            if isinstance(res, ErrRes):
                return ItemFound(PathRes(res))
            if ns is not None and (last or self._may_have_assoc_items(res)):
                return ItemFound(PathRes(res, count - 1 - i))
            kind = describe(res)
            label = f"`{name}` is {article(kind)} {kind}, not a module"
            return PathFailed(i, ident.span, label, module=module)
        assert module is not None
        return ModuleFound(module)

    @staticmethod
    def _may_have_assoc_items(res: Res) -> bool:
        return isinstance(res, (PrimTyRes, SelfTyRes)) or (isinstance(res, DefRes) and res.def_.kind in _TYPE_KINDS)


_KIND_NAMES = {ModuleKind.BLOCK: "block", ModuleKind.MOD: "module", ModuleKind.ENUM: "enum", ModuleKind.TRAIT: "trait"}


def head_span(span: Span) -> Span:
    """An item's span up to its first `{`, if that is on its first line (rustc: guess_head_span)."""
    head = span.text.split("{", 1)[0].rstrip(" ")
    return span._replace(hi=span.lo + len(head)) if head and "\n" not in head else span


def article(words: str) -> str:
    """ "a" or "an"."""
    return "an" if words[0] in "aeiou" and not words.startswith("uni") else "a"


def describe(res: Res) -> str:
    """The kind of thing, as rustc's messages call it."""
    match res:
        case DefRes(def_=def_, ctor=ctor):
            return "associated function" if def_.kind is DefKind.ASSOC_FN else describe_def(def_, ctor)
        case PrimTyRes():
            return "builtin type"
        case SelfTyRes():
            return "self type"
        case ErrRes():
            return "unresolved item"
        case _:
            return "local variable" if type(res).__name__ == "LocalRes" else "self constructor"


def describe_def(def_: Def, ctor: bool = False) -> str:
    """`Def::kind` in rustc's words; constructors and crates have their own."""
    kind = def_.kind
    if kind is DefKind.MOD and def_.parent is None and def_.is_std:
        return "crate"
    if ctor:
        shape = getattr(def_.node, "kind", None)
        what = "unit" if shape is ast.VariantKind.UNIT else "tuple"
        return f"{what} {'struct' if kind is DefKind.STRUCT else 'variant'}"
    if kind is DefKind.ASSOC_FN:
        node = def_.node
        return "method" if isinstance(node, ast.Fn) and node.self_param is not None else "associated function"
    if kind is DefKind.CONST:
        return "constant"
    return str(kind.value)
