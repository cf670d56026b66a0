"""Items to definitions: the module tree of the user's crate (rustc_resolve: build_reduced_graph.rs).

In: the expanded AST. Out: a `Def` for every item, field, variant and generic parameter, a `Module` for every module, enum and
trait with the names in it, and the imports still to be resolved. Items within function bodies are collected when late resolution
comes to their block.
"""

from __future__ import annotations

from collections.abc import Callable

from interpreter.diagnostics import Diagnostic, Label, Suggestion, UnsupportedError
from interpreter.resolve.defs import Def, DefKind, DefRes, ErrRes, Res
from interpreter.resolve.modules import (
    MACRO_NS,
    TYPE_NS,
    VALUE_NS,
    Binding,
    Import,
    Module,
    ModuleKind,
    is_ancestor,
)
from interpreter.resolve.resolver import PATH_ROOT, ModuleFound, PathFailed, Resolver, describe
from interpreter.source import Span
from interpreter.syntax import ast

Derive = Callable[["ast.Item"], list["ast.Item"]]
PARAM_KINDS = {
    ast.ParamKind.LIFETIME: DefKind.LIFETIME_PARAM,
    ast.ParamKind.TYPE: DefKind.TY_PARAM,
    ast.ParamKind.CONST: DefKind.CONST_PARAM,
}
_SIMPLE_KINDS = {
    ast.Fn: (DefKind.FN, VALUE_NS),
    ast.TypeAlias_: (DefKind.TY_ALIAS, TYPE_NS),
    ast.Const: (DefKind.CONST, VALUE_NS),
    ast.Static: (DefKind.STATIC, VALUE_NS),
}
_ASSOC_KINDS = {
    ast.Fn: (DefKind.ASSOC_FN, VALUE_NS),
    ast.TypeAlias_: (DefKind.ASSOC_TY, TYPE_NS),
    ast.Const: (DefKind.ASSOC_CONST, VALUE_NS),
}


class Collector:
    """Collects items of one crate; `derive` gives the impls that an item's derives stand for. New imports go to `imports`."""

    def __init__(self, resolver: Resolver, derive: Derive) -> None:
        self.resolver = resolver
        self.derive = derive
        self.imports: list[Import] = []

    def collect(self, items: list[ast.Item], module: Module, owner: Def) -> None:
        """Enter the items of a module or block; `owner` becomes their parent."""
        derived: list[ast.Item] = []
        for item in items:
            if item.attrs:
                derived += self.derive(item)
        module.items = [*items, *derived]
        for item in module.items:
            self._item(item, module, owner)

    # -------------------------------------------------------------------------------------------- items

    def _item(self, item: ast.Item, module: Module, owner: Def) -> None:
        simple = _SIMPLE_KINDS.get(type(item))
        if simple is not None:
            kind, ns = simple
            def_ = self._def(kind, item, owner, module)
            if item.ident.name != "_":
                self._define(module, item.ident.name, ns, Binding(DefRes(def_), def_.visible_in, item.span))
            return
        match item:
            case ast.Struct():
                self._struct(item, module, owner)
            case ast.Union():
                def_ = self._def(DefKind.UNION, item, owner, module)
                self._fields(item.fields, def_, module)
                self._define(module, item.ident.name, TYPE_NS, Binding(DefRes(def_), def_.visible_in, item.span))
            case ast.Enum_():
                self._enum(item, module, owner)
            case ast.Trait():
                self._trait(item, module, owner)
            case ast.Impl():
                self._impl(item, module, owner)
            case ast.Mod():
                self._mod(item, module, owner)
            case ast.Use():
                vis = self.visibility(item.vis, module, item.attrs)
                self._use_tree(item.tree, (), module, item, vis, nested=False, top=True)
            case ast.ExternCrate():
                self._extern_crate(item, module)
            case ast.MacroRules():
                self._macro(item, module, owner)

    def _def(self, kind: DefKind, item: ast.ItemBase, owner: Def, module: Module) -> Def:
        vis = self.visibility(item.vis, module, item.attrs)
        def_ = self.resolver.new_def(kind, item.ident.name, owner, item.ident.span, item, vis)
        def_.attrs = {a.name: a for a in item.attrs}
        generics: ast.Generics | None = getattr(item, "generics", None)
        if generics is not None:
            self._params(generics, def_)
        return def_

    def _params(self, generics: ast.Generics, def_: Def) -> None:
        for param in generics.params:
            self.resolver.new_def(PARAM_KINDS[param.kind], param.ident.name, def_, param.ident.span, param)

    def _struct(self, item: ast.Struct, module: Module, owner: Def) -> None:
        def_ = self._def(DefKind.STRUCT, item, owner, module)
        fields = self._fields(item.fields, def_, module)
        self._define(module, item.ident.name, TYPE_NS, Binding(DefRes(def_), def_.visible_in, item.span))
        if item.kind is not ast.VariantKind.STRUCT:
            vis = def_.visible_in
            for field in fields:
                if field.visible_in is not None and (vis is None or is_ancestor(vis, field.visible_in)):
                    vis = field.visible_in
            binding = Binding(DefRes(def_, ctor=True), vis, item.span, ctor_fields=tuple(fields))
            self._define(module, item.ident.name, VALUE_NS, binding)

    def _fields(self, fields: list[ast.FieldDef], def_: Def, module: Module | None) -> list[Def]:
        """Definitions of fields; of a variant's (no `module`) all are as visible as the enum."""
        defs = []
        for field in fields:
            vis = self.visibility(field.vis, module, field.attrs) if module is not None else None
            defs.append(self.resolver.new_def(DefKind.FIELD, field.ident.name, def_, field.ident.span, field, vis))
        return defs

    def _enum(self, item: ast.Enum_, module: Module, owner: Def) -> None:
        def_ = self._def(DefKind.ENUM, item, owner, module)
        self._define(module, item.ident.name, TYPE_NS, Binding(DefRes(def_), def_.visible_in, item.span))
        scope = Module(ModuleKind.ENUM, def_, module)
        self.resolver.modules[def_] = scope
        for variant in item.variants:
            child = self.resolver.new_def(DefKind.VARIANT, variant.ident.name, def_, variant.ident.span, variant, def_.visible_in)
            child.attrs = {a.name: a for a in variant.attrs}
            self._fields(variant.fields, child, None)
            name = variant.ident.name
            self._define(scope, name, TYPE_NS, Binding(DefRes(child), def_.visible_in, variant.span))
            if variant.kind is not ast.VariantKind.STRUCT:
                self._define(scope, name, VALUE_NS, Binding(DefRes(child, ctor=True), def_.visible_in, variant.span))

    def _trait(self, item: ast.Trait, module: Module, owner: Def) -> None:
        def_ = self._def(DefKind.TRAIT, item, owner, module)
        self._define(module, item.ident.name, TYPE_NS, Binding(DefRes(def_), def_.visible_in, item.span))
        scope = Module(ModuleKind.TRAIT, def_, module)
        self.resolver.modules[def_] = scope
        for assoc in item.items:
            if isinstance(assoc, ast.MacroItem):
                continue
            kind, ns = _ASSOC_KINDS[type(assoc)]
            child = self._assoc(assoc, kind, def_, def_.visible_in)
            self._define(scope, assoc.ident.name, ns, Binding(DefRes(child), def_.visible_in, assoc.span))

    def _impl(self, item: ast.Impl, module: Module, owner: Def) -> None:
        def_ = self._def(DefKind.IMPL, item, owner, module)
        for assoc in item.items:
            if not isinstance(assoc, ast.MacroItem):
                kind, _ = _ASSOC_KINDS[type(assoc)]
                vis = None if item.trait is not None else self.visibility(assoc.vis, module, assoc.attrs)
                self._assoc(assoc, kind, def_, vis)
        self.resolver.std.add_impl(def_)

    def _assoc(self, item: ast.Fn | ast.TypeAlias_ | ast.Const, kind: DefKind, parent: Def, vis: Def | None) -> Def:
        child = self.resolver.new_def(kind, item.ident.name, parent, item.ident.span, item, vis)
        child.attrs = {a.name: a for a in item.attrs}
        self._params(item.generics, child)
        return child

    def _mod(self, item: ast.Mod, module: Module, owner: Def) -> None:
        def_ = self._def(DefKind.MOD, item, owner, module)
        self._define(module, item.ident.name, TYPE_NS, Binding(DefRes(def_), def_.visible_in, item.span))
        scope = Module(ModuleKind.MOD, def_, module)
        self.resolver.modules[def_] = scope
        if item.items is None:
            self._missing_file(item, def_)
            scope.missing = True
            return
        self.collect(item.items, scope, def_)
        if "macro_use" in def_.attrs:
            for name, macros in scope.textual_macros.items():
                module.textual_macros.setdefault(name, []).extend(macros)

    def _missing_file(self, item: ast.Mod, def_: Def) -> None:
        """E0583. Raises: UnsupportedError if there is such a file."""
        name = item.ident.name
        folder = item.span.file.name.rpartition("/")[0]
        here = def_.parent
        inner: list[str] = []
        while here is not None and here.parent is not None:
            inner.append(here.name)
            here = here.parent
        base = "/".join(part for part in (folder, *reversed(inner), name) if part)
        exists = item.span.file.exists
        if any(attr.name == "path" for attr in item.attrs) or exists(f"{base}.rs") or exists(f"{base}/mod.rs"):
            raise UnsupportedError(f"a module in a file of its own (`mod {name};`)", item.span)
        self.resolver.errors.error(
            "E0583",
            f"file not found for module `{name}`",
            item.span,
            helps=(f'to create the module `{name}`, create file "{base}.rs" or "{base}/mod.rs"',),
            notes=(f"if there is a `mod {name}` elsewhere in the crate already, import it with `use crate::...` instead",),
        )

    def _macro(self, item: ast.MacroRules, module: Module, owner: Def) -> None:
        def_ = self._def(DefKind.MACRO, item, owner, module)
        exported = "macro_export" in def_.attrs
        vis = None if exported else self.resolver.root.def_
        module.textual_macros.setdefault(item.ident.name, []).append(Binding(DefRes(def_), vis, item.span))
        if exported:
            self.resolver.root.names.setdefault((MACRO_NS, item.ident.name), Binding(DefRes(def_), None, item.span))

    # -------------------------------------------------------------------------------------------- imports

    def _use_tree(
        self,
        tree: ast.UseTree,
        prefix: tuple[ast.Ident, ...],
        module: Module,
        item: ast.Use,
        vis: Def | None,
        *,
        nested: bool,
        top: bool,
    ) -> None:
        names = tuple(s.ident for s in tree.prefix.segments)
        path = prefix + names
        only_self = nested and len(path) == 2 and path[1].name == "self"
        if len(path) > 1 and path[0].name == PATH_ROOT and path[1].name in ("crate", "self", "super") and not only_self:
            path = path[1:]
        if tree.nested is not None:
            for sub in tree.nested:
                self._use_tree(sub, path, module, item, vis, nested=True, top=False)
            if not tree.nested and path:
                self._add(Import(module, path, None, ast.Ident("_", tree.span), tree.span, item, vis))
            return
        if tree.glob:
            self._add(Import(module, path, None, None, tree.span, item, vis, nested=nested))
            return
        source = path[-1]
        type_only = False
        if source.name == "self":
            if nested:
                type_only = len(path) > 1
                path = path[:-1] if type_only else path
                source = path[-1]
            elif len(path) > 1:
                self._self_import_outside_list(tree)
                path = path[:-1]
                source = path[-1]
        if source.name == PATH_ROOT:
            self.resolver.errors.error(None, "extern prelude cannot be imported", tree.span)
            return
        target = tree.rename
        if target is None:
            if source.name in ("self", "Self", "crate", "super", "$crate"):
                self._unnamed_import(tree, names[-1])
                return
            target = source
        self._add(Import(module, path[:-1], source, target, tree.span, item, vis, type_only=type_only, nested=nested))

    def _unnamed_import(self, tree: ast.UseTree, source: ast.Ident) -> None:
        self.resolver.errors.emit(
            Diagnostic(
                None,
                "imports need to be explicitly named",
                (Label(source.span, ""),),
                suggestions=(Suggestion("try renaming it with a name", ((tree.span.shrink_to_hi(), " as name"),)),),
            )
        )

    def _self_import_outside_list(self, tree: ast.UseTree) -> None:
        own = tree.prefix.segments
        lo = own[-2].ident.span.shrink_to_hi()
        self.resolver.errors.emit(
            Diagnostic(
                "E0429",
                "`self` imports are only allowed within a { } list",
                (Label(Span(lo.file, lo.hi, own[-1].ident.span.hi), ""),),
                suggestions=(
                    Suggestion("consider importing the module directly", ((Span(lo.file, lo.hi, own[-1].ident.span.hi), ""),)),
                    Suggestion(
                        "alternatively, use the multi-path `use` syntax to import `self`",
                        ((Span(lo.file, own[-1].ident.span.lo, own[-1].ident.span.lo), "{"), (tree.span.shrink_to_hi(), "}")),
                    ),
                ),
            )
        )

    def _add(self, import_: Import) -> None:
        if import_.target is None or import_.target.name != "_":
            import_.module.pending.append(import_)
        self.imports.append(import_)

    def _extern_crate(self, item: ast.ExternCrate, module: Module) -> None:
        name = item.ident.name
        errors = self.resolver.errors
        target: Res
        if name == "self":
            target = DefRes(self.resolver.root.def_)
        elif name in ("std", "core", "alloc", "proc_macro"):
            target = DefRes(self.resolver.std.root)
        else:
            errors.error("E0463", f"can't find crate for `{name}`", item.span, "can't find crate")
            target = ErrRes()
        ident = item.rename if item.rename is not None else item.ident
        if ident.name != "_":
            vis = self.visibility(item.vis, module, item.attrs)
            self._define(module, ident.name, TYPE_NS, Binding(target, vis, item.span, extern_crate=item))

    # -------------------------------------------------------------------------------------------- names

    def _define(self, module: Module, name: str, ns: int, binding: Binding) -> None:
        old = module.names.get((ns, name))
        if old is None:
            module.names[(ns, name)] = binding
        else:
            self.resolver.report_conflict(module, name, ns, binding, old)

    # -------------------------------------------------------------------------------------------- visibility

    def visibility(self, vis: ast.Visibility, module: Module, attrs: list[ast.Attribute]) -> Def | None:
        """Who may see an item of `module`: None for everyone."""
        if vis.kind is ast.VisKind.PUBLIC:
            return None
        normal = module.normal()
        if vis.kind is ast.VisKind.INHERITED or vis.path is None:
            return normal.def_
        path = [s.ident for s in vis.path.segments]
        errors = self.resolver.errors
        if path[0].name not in ("crate", "self", "super", "$crate"):
            text = "::".join(i.name for i in path)
            message = "relative paths are not supported in visibilities in 2018 edition or later"
            suggestion = Suggestion("try", ((vis.path.span, f"crate::{text}"),))
            errors.emit(Diagnostic(None, message, (Label(path[0].span, ""),), suggestions=(suggestion,)))
            return None
        found = self.resolver.resolve_path(path, None, module, report=False)
        if isinstance(found, ModuleFound):
            target = found.module.def_
            if found.module.kind is not ModuleKind.MOD:
                text = "::".join(i.name for i in path)
                message = f"expected module, found {describe(DefRes(target))} `{text}`"
                errors.error("E0577", message, vis.path.span, "not a module")
            elif is_ancestor(target, normal.def_):
                return target
            else:
                errors.error("E0742", "visibilities can only be restricted to ancestor modules", vis.path.span)
        elif isinstance(found, PathFailed):
            name, before = path[found.at].name, path[found.at - 1].name
            if found.message:
                errors.error("E0433", found.message, found.span, found.label)
            elif found.label:
                errors.error("E0433", f"cannot find module `{name}` in `{before}`", found.span, found.label)
            else:
                where = "the crate root" if found.module is self.resolver.root else f"`{before}`"
                errors.error("E0433", f"cannot find `{name}` in `{before}`", found.span, f"could not find `{name}` in {where}")
        return None
