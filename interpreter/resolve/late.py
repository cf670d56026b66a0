"""Late resolution: names in signatures and bodies (rustc_resolve: late.rs).

In: the module tree with all imports resolved. Out: the tables of `Resolution`, and the errors for names that are not there. The
user's crate is resolved at once; an item of std when its syntax is read, its body when someone looks into it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager

from interpreter.diagnostics import DiagnosticSink, Label
from interpreter.resolve.abi import check_abi
from interpreter.resolve.collect import Collector
from interpreter.resolve.defs import Def, DefKind, DefRes, ErrRes, LocalDef, LocalRes, Res, SelfTyRes
from interpreter.resolve.imports import ImportResolver
from interpreter.resolve.late_body import BodyResolver, Bound
from interpreter.resolve.late_errors import PathErrors
from interpreter.resolve.late_lifetimes import LifetimeRib, LifetimeRibKind
from interpreter.resolve.late_paths import TRAIT, TYPE
from interpreter.resolve.loops import ContextKind
from interpreter.resolve.modules import TYPE_NS, VALUE_NS, Module, ModuleKind
from interpreter.resolve.resolver import Resolver, Undetermined, describe
from interpreter.resolve.ribs import Barrier, Rib, RibKind, local_key
from interpreter.resolve.self_elision import self_lifetimes
from interpreter.source import Span
from interpreter.syntax import ast


class LateResolver(PathErrors, BodyResolver):
    """Resolves items. One instance serves one crate, and std's items as they are read."""

    def __init__(self, resolver: Resolver, collector: Collector, imports: ImportResolver) -> None:
        super().__init__(resolver)
        self.collector = collector
        self.imports = imports
        self.labels = []
        self.contexts = []
        self.later_errors = DiagnosticSink()
        self.lifetime_ribs = [LifetimeRib(LifetimeRibKind.ITEM)]
        self.scopes = {}
        self.use_errors = []
        self.current_let = None
        self._module_traits = {}
        self._owner_blocks: dict[Def, list[Module]] = {}
        self.current_trait = None
        self.current_impl = None
        self.let_names = set()
        self.current_fn: ast.Fn | None = None

    # -------------------------------------------------------------------------------------------- the crate, modules, blocks

    def crate(self) -> None:
        """Resolve the whole user's crate."""
        root = self.resolver.root
        self.push(Rib(RibKind.MODULE, module=root))
        for item in root.items:
            self.item(item)
        self.pop()

    def new_def(self, kind: DefKind, name: str, span: Span, node: object) -> Def:
        if self.owner.is_std:
            def_ = self.resolver.std.child(self.owner, kind, name, span, node)
            self.owner.children.append(def_)
            return def_
        return self.resolver.new_def(kind, name, self.owner, span, node)

    def block_items(self, block: ast.Block) -> Module | None:
        items = [s.item for s in block.stmts if isinstance(s, ast.ItemStmt)]
        if not any(not isinstance(item, ast.MacroRules) for item in items):
            return None
        module = Module(ModuleKind.BLOCK, self.module.normal().def_, self.module)
        if self.owner.is_std:
            raise AssertionError("std bodies have no items of their own")
        self._owner_blocks.setdefault(self.owner, []).append(module)
        self.resolver.blocks[block] = module
        before = len(self.collector.imports)
        self.collector.collect(items, module, self.owner)
        self.imports.resolve(self.collector.imports[before:])
        for item in module.items[len(items) :]:
            block.stmts.append(ast.ItemStmt(span=item.span, item=item))
        return module

    # -------------------------------------------------------------------------------------------- items

    def item(self, item: ast.Item) -> None:
        """Resolve an item; the ribs around it stay, behind a border."""
        visit = _ITEMS.get(type(item))
        if visit is None:
            return
        saved = self.owner, self.candidates, self.current_fn
        self.owner = self.resolution.defs[item]
        self.candidates, self.current_fn = None, None
        with self.lifetime_rib(LifetimeRibKind.ITEM), self.label_border():
            visit(self, item)
        self.owner, self.candidates, self.current_fn = saved

    def _mod(self, item: ast.Mod) -> None:
        outer = self.module
        module = self.resolver.modules[self.owner]
        self.module = module
        self.push(Rib(RibKind.MODULE, module=module))
        for inner in module.items:
            self.item(inner)
        self.pop()
        self.module = outer

    @contextmanager
    def _generics(self, generics: ast.Generics, border: RibKind, outer: ast.Generics | None = None) -> Iterator[None]:
        """Enter generic parameters (E0403 for duplicates) behind a border; their bounds are visited by `_visit_generics`."""
        types, values = (Rib(border, params=True, item=self.owner.node) for _ in range(2))
        seen: dict[str, Span] = {}
        self.push(types, TYPE_NS)
        self.push(values, VALUE_NS)
        for param in generics.params:
            name = param.ident.name
            if param.kind is ast.ParamKind.LIFETIME:
                continue
            old = seen.get(name)
            rib = types if param.kind is ast.ParamKind.TYPE else values
            if old is not None:
                self._duplicate_param(param, old)
                rib.names[name] = ErrRes()
                continue
            seen[name] = param.ident.span
            outer_param = self._outer_param(name, outer)
            if outer_param is not None:
                self._duplicate_param(param, outer_param.ident.span)
            def_ = self.resolution.defs[param]
            rib.names[name] = DefRes(def_)
        with self.lifetime_rib(LifetimeRibKind.GENERICS, generics) as lifetimes:
            self.declare_lifetimes(generics.params, lifetimes)
            yield
        self.pop()

    @staticmethod
    def _outer_param(name: str, outer: ast.Generics | None) -> ast.GenericParam | None:
        if outer is None:
            return None
        return next((p for p in outer.params if p.ident.name == name), None)

    def _duplicate_param(self, param: ast.GenericParam, first: Span) -> None:
        name = param.ident.name
        self.resolver.errors.error(
            "E0403",
            f"the name `{name}` is already used for a generic parameter in this item's generic parameters",
            param.ident.span,
            "already used",
            secondary=(Label(first, f"first use of `{name}`"),),
        )

    def _visit_generics(self, generics: ast.Generics) -> None:
        """Bounds, defaults and where clauses. A default sees only the parameters before it."""
        with self.lifetime_rib(LifetimeRibKind.NOT_ALLOWED):
            has_defaults = any(p.default is not None for p in generics.params)
            ban, const_ban = Rib(RibKind.FORWARD_BAN, params=True), Rib(RibKind.FORWARD_BAN, params=True)
            if has_defaults:
                if isinstance(self.owner.node, (ast.Struct, ast.Enum_, ast.Union)):
                    ban.names["Self"] = SelfTyRes(self.owner)
                for param in generics.params:
                    if param.kind is not ast.ParamKind.LIFETIME:
                        banned = ban if param.kind is ast.ParamKind.TYPE else const_ban
                        banned.names[param.ident.name] = DefRes(self.resolution.defs[param])
            for param in generics.params:
                if param.kind is ast.ParamKind.LIFETIME:
                    self.bounds(param.bounds)
                    continue
                self.bounds(param.bounds)
                if param.ty is not None:
                    self.push(Rib(RibKind.CONST_PARAM_TY))
                    self.type(param.ty)
                    self.pop()
                if param.default is not None:
                    self.push(ban, TYPE_NS)
                    self.push(const_ban, VALUE_NS)
                    if isinstance(param.default, ast.AnonConst):
                        self.anon_const(param.default)
                    else:
                        self.type(param.default)
                    self.pop(TYPE_NS)
                    self.pop(VALUE_NS)
                ban.names.pop(param.ident.name, None)
                const_ban.names.pop(param.ident.name, None)
            for predicate in generics.predicates:
                if isinstance(predicate, ast.WhereLifetimePredicate):
                    self.lifetime(predicate.lifetime)
                    self.bounds(predicate.bounds)
                elif predicate.for_lifetimes:
                    for bound in predicate.bounds:
                        if isinstance(bound, ast.TraitBound) and bound.for_lifetimes:
                            self.resolver.errors.error("E0316", "nested quantification of lifetimes", bound.span)
                    with self.lifetime_rib(LifetimeRibKind.GENERICS) as rib:
                        self.declare_lifetimes(predicate.for_lifetimes, rib)
                        self.type(predicate.ty)
                        self.bounds(predicate.bounds)
                else:
                    self.type(predicate.ty)
                    self.bounds(predicate.bounds)

    def _self_type(self, res: Res) -> None:
        rib = Rib(RibKind.NORMAL, params=True)
        rib.names["Self"] = res
        self.push(rib, TYPE_NS)

    def _adt(self, item: ast.Struct | ast.Union | ast.Enum_) -> None:
        with self._generics(item.generics, RibKind.ITEM):
            self._self_type(SelfTyRes(self.owner))
            self._visit_generics(item.generics)
            if isinstance(item, ast.Enum_):
                for variant in item.variants:
                    for field in variant.fields:
                        self.type(field.ty)
                    if variant.discriminant is not None:
                        self.anon_const(variant.discriminant, variant=variant)
            else:
                for field in item.fields:
                    self.type(field.ty)
            self.pop(TYPE_NS)

    def _alias(self, item: ast.TypeAlias_) -> None:
        with self._generics(item.generics, RibKind.ITEM):
            self._visit_generics(item.generics)
            if item.ty is not None:
                self.type(item.ty)

    def _const(self, item: ast.Const | ast.Static) -> None:
        self.push(Rib(RibKind.ITEM, item=item))
        with self.lifetime_rib(LifetimeRibKind.INFERRED):
            if item.ty is not None:
                self.type(item.ty)
            self._const_value(item.expr)
        self.pop()

    def _const_value(self, expr: ast.Expr | None) -> None:
        if expr is None:
            return
        value = expr
        with self.lifetime_rib(LifetimeRibKind.INFERRED):
            self.constant_body(lambda: self.expr(value))

    # -------------------------------------------------------------------------------------------- functions

    def _fn_item(self, item: ast.Fn) -> None:
        with self._generics(item.generics, RibKind.ITEM):
            self._visit_generics(item.generics)
            self._fn(item)

    def _fn(self, item: ast.Fn) -> None:
        """Signature and body, the generics being in scope."""
        outer, self.current_fn = self.current_fn, item
        check_abi(item.abi, self.resolver.errors)
        if item.body is None or self.owner.is_std:
            self._signature(item)
        else:
            with self._parameters(item):
                self._signature(item)
                self._fn_block(item.body)
        self.current_fn = outer

    def _signature(self, item: ast.Fn) -> None:
        inputs: list[tuple[str | None, Callable[[], object], Span]] = []
        self_param = item.self_param
        by_self = None
        if self_param is not None:
            at = self_param.ty.span if self_param.ty is not None else self_param.span
            inputs.append(("self", lambda: self._self_param(self_param), at))
            by_self = lambda: self._lifetimes_of_self(self_param)  # noqa: E731
        for param in item.params:
            name = param.pat.ident.name if isinstance(param.pat, ast.IdentPat) and item.body is not None else None
            inputs.append((name, (lambda ty=param.ty: self.type(ty)), param.ty.span))  # type: ignore[misc]
        output = item.output
        visit_output = (lambda: self.return_type(output)) if output is not None else None
        kind = LifetimeRibKind.FRESH_IN_ASYNC if item.async_ else LifetimeRibKind.FRESH
        self.fn_signature(self_param is not None, inputs, visit_output, by_self, kind)

    def _lifetimes_of_self(self, param: ast.SelfParam) -> int:
        if param.ty is None:
            return int(param.by_ref)
        found = self_lifetimes(self.resolution, self.current_impl, param.ty)
        self.resolution.self_lifetimes[param] = found
        return found

    def _self_param(self, param: ast.SelfParam) -> None:
        if param.ty is not None:
            self.type(param.ty)
        elif param.by_ref:
            if param.lifetime is not None:
                self.lifetime(param.lifetime)
            else:
                self.elided_reference(param.span)

    @contextmanager
    def _parameters(self, item: ast.Fn) -> Iterator[None]:
        """With the parameters in scope, which a signature sees too (though no constant in it may use them: E0435)."""
        candidates, self.candidates = self.candidates, None
        self.push(Rib(RibKind.FN), VALUE_NS)
        bound: Bound = {}
        with self.lifetime_rib(LifetimeRibKind.INFERRED):
            if item.self_param is not None:
                param = item.self_param
                local = LocalDef("self", param.span, param, param.mutable and not param.by_ref)
                self.resolution.self_params[param] = local
                key = local_key(ast.Ident("self", param.span, param.hygiene))
                self.ribs[VALUE_NS][-1].names[key] = LocalRes(local)
                bound[key] = (local, param.span)
            self.parameters([p.pat for p in item.params], bound)
        self.candidates = candidates
        yield
        self.pop(VALUE_NS)

    def _fn_block(self, block: ast.Block) -> None:
        """The body of a function, its parameters being in scope."""
        if len(self.contexts) == 0:
            self.let_names = set()
        candidates, self.candidates = self.candidates, None
        with self.lifetime_rib(LifetimeRibKind.INFERRED), self.context(ContextKind.BODY), self.label_border():
            self.block(block)
        self.candidates = candidates

    # -------------------------------------------------------------------------------------------- traits and impls

    def _trait(self, item: ast.Trait) -> None:
        outer, self.current_trait = self.current_trait, self.owner
        with self._trait_scope(item):
            self._visit_generics(item.generics)
            with self.lifetime_rib(LifetimeRibKind.NOT_ALLOWED):
                self.bounds(item.supertraits)
            if not self.owner.is_std:
                for assoc in item.items:
                    self._assoc_item(assoc, item.generics)
        self.current_trait = outer

    @contextmanager
    def _trait_scope(self, item: ast.Trait) -> Iterator[None]:
        with self._generics(item.generics, RibKind.ITEM):
            self._self_type(SelfTyRes(self.owner))
            yield
            self.pop(TYPE_NS)

    def _impl(self, item: ast.Impl) -> None:
        outer = self.current_trait, self.current_impl
        self.current_impl = item
        self.anonymous_in_header = False
        with self._impl_scope(item):
            trait: Def | None = None
            with self.lifetime_rib(LifetimeRibKind.FRESH_IN_HEADER):
                if item.trait is not None:
                    res = self.path(item.trait, TRAIT)
                    trait = res.base.def_ if isinstance(res.base, DefRes) else None
                self.type(item.self_ty)
            self._visit_generics(item.generics)
            self.current_trait = trait
            if not self.owner.is_std:
                self.push(self._impl_self_rib(), TYPE_NS)
                seen: dict[Def, ast.AssocItem] = {}
                for assoc in item.items:
                    if item.trait is not None:
                        self.check_trait_item(assoc, item.trait, trait, seen)
                    self._assoc_item(assoc, item.generics)
                self.pop(TYPE_NS)
        self.current_trait, self.current_impl = outer
        self.anonymous_in_header = False

    def _impl_self_rib(self) -> Rib:
        rib = Rib(RibKind.NORMAL, params=True)
        rib.names["Self"] = SelfTyRes(self.owner)
        return rib

    @contextmanager
    def _impl_scope(self, item: ast.Impl) -> Iterator[None]:
        with self._generics(item.generics, RibKind.ITEM):
            self._self_type(SelfTyRes(self.owner))
            yield
            self.pop(TYPE_NS)

    def _assoc_item(self, item: ast.AssocItem, outer: ast.Generics) -> None:
        if isinstance(item, ast.MacroItem):
            return
        saved = self.owner
        self.owner = self.resolution.defs[item]
        with self._generics(item.generics, RibKind.ASSOC_ITEM, outer):
            self._visit_generics(item.generics)
            match item:
                case ast.Fn():
                    self._fn(item)
                case ast.TypeAlias_():
                    with self.lifetime_rib(LifetimeRibKind.NOT_ALLOWED):
                        self.bounds(item.bounds)
                        if item.ty is not None:
                            self.type(item.ty)
                case ast.Const():
                    in_trait = isinstance(saved.node, ast.Trait)
                    rib = LifetimeRibKind.STATIC_IN_TRAIT if in_trait else LifetimeRibKind.STATIC_IN_IMPL
                    with self.lifetime_rib(rib):
                        if item.ty is not None:
                            self.type(item.ty)
                    self._const_value(item.expr)
        self.owner = saved

    # -------------------------------------------------------------------------------------------- types and bounds

    def type(self, node: ast.Ty) -> None:
        match node:
            case ast.PathTy(path=path):
                self.path(path, TYPE)
            case ast.RefTy(lifetime=lifetime, ty=ty):
                if lifetime is not None:
                    self.lifetime(lifetime)
                else:
                    self.elided_reference(node.span)
                self.type(ty)
            case ast.PtrTy(ty=ty) | ast.ParenTy(ty=ty):
                self.type(ty)
            case ast.TupleTy(elems=elems):
                for elem in elems:
                    self.type(elem)
            case ast.SliceTy(elem=elem):
                self.type(elem)
            case ast.ArrayTy(elem=elem, len=length):
                self.type(elem)
                self.anon_const(length)
            case ast.FnPtrTy(for_lifetimes=lifetimes, params=params, output=output):
                check_abi(node.abi, self.resolver.errors)
                with self.lifetime_rib(LifetimeRibKind.GENERICS) as rib:
                    self.declare_lifetimes(lifetimes, rib)
                    inputs = [(ident.name if ident else None, (lambda t=ty: self.type(t)), ty.span) for ident, ty in params]
                    out = output
                    self.fn_signature(False, inputs, (lambda: self.return_type(out)) if out is not None else None)  # type: ignore[arg-type]
            case ast.ImplTraitTy(bounds=bounds):
                if not any(isinstance(bound, ast.TraitBound) for bound in bounds):
                    self.resolver.errors.error(None, "at least one trait must be specified", node.span)
                candidates, self.candidates = self.candidates, None
                with self.lifetime_rib(LifetimeRibKind.IMPL_TRAIT) as rib:
                    rib.impl_trait = node
                    self.bounds(bounds, "")
                self.candidates = candidates
            case ast.DynTy(bounds=bounds):
                self.bounds(bounds, "`dyn` trait object bounds")
            case ast.NeverTy(returned=False) if not node.span.file.is_std:
                issue = "see issue #35121 <https://github.com/rust-lang/rust/issues/35121> for more information"
                self.resolver.errors.error("E0658", "the `!` type is experimental", node.span, notes=(issue,))

    def return_type(self, node: ast.Ty) -> None:
        """The type that a function, function pointer or closure returns, where alone `!` is stable."""
        if not isinstance(node, ast.NeverTy):
            self.type(node)

    def bounds(self, bounds: Sequence[ast.GenericBound], place: str = "bounds") -> None:
        """`place`: where these stand, if `use<..>` may not; "" in `impl Trait`."""
        for bound in bounds:
            if isinstance(bound, ast.TraitBound):
                self.trait_ref(bound.path, bound.for_lifetimes)
            elif isinstance(bound, ast.LifetimeBound):
                self.lifetime(bound.lifetime)
            else:
                if place:
                    message = f"`use<...>` precise capturing syntax not allowed in {place}"
                    self.resolver.errors.error(None, message, bound.span)
                self._captured(bound)

    def _captured(self, bound: ast.UseBound) -> None:
        """E0799, E0800: `use<..>` takes parameters only."""
        for ident in bound.params:
            if ident.name == "'static":
                message = "expected lifetime parameter in `use<...>` precise captures list, found `'static`"
                self.resolver.errors.error(None, message, ident.span)
            elif ident.name.startswith("'"):
                self.lifetime(ast.Lifetime(span=ident.span, name=ident.name))
            else:
                self._captured_param(ident)

    def _captured_param(self, ident: ast.Ident) -> None:
        errors = self.resolver.errors
        res = self.lookup(ident, TYPE_NS) or self.lookup(ident, VALUE_NS)
        if isinstance(res, SelfTyRes):
            if isinstance(res.owner.node, ast.Impl):
                message = "`Self` can't be captured in `use<...>` precise captures list, since it is an alias"
                label = "`Self` is not a generic argument, but an alias to the type of the implementation"
                errors.error("E0799", message, ident.span, secondary=(Label(res.owner.node.head_span, label),))
            return
        if isinstance(res, DefRes) and res.def_.kind in (DefKind.TY_PARAM, DefKind.CONST_PARAM):
            return
        if res is None or isinstance(res, (Undetermined, Barrier)):
            message = f"cannot find type or const parameter `{ident.name}` in this scope"
            errors.error("E0800", message, ident.span, "not found in this scope")
        else:
            message = f"expected type or const parameter, found {describe(res)} `{ident.name}`"
            errors.error("E0799", message, ident.span, "not a type or const parameter")

    # -------------------------------------------------------------------------------------------- std, on demand

    def load_body(self, def_: Def) -> None:
        """Read and resolve a std function's body."""
        self.resolver.std.load_body(def_)

    def resolve_std_item(self, def_: Def) -> None:
        """Resolve the signature of an item of std that was just read."""
        node = def_.node
        with self._std_scope(def_):
            if (
                isinstance(node, (ast.Fn, ast.TypeAlias_, ast.Const))
                and def_.parent is not None
                and def_.parent.kind is not DefKind.MOD
            ):
                outer = getattr(def_.parent.node, "generics", None)
                self._assoc_item(node, outer if outer is not None else ast.Generics(span=node.span))
            elif type(node) in _ITEMS:
                _ITEMS[type(node)](self, node)

    def resolve_std_body(self, def_: Def) -> None:
        """Resolve the body of a function of std that was just read."""
        node = def_.node
        assert isinstance(node, ast.Fn)
        with self._std_scope(def_), self._generics(node.generics, RibKind.ASSOC_ITEM):
            assert node.body is not None
            with self._parameters(node):
                self._fn_block(node.body)

    @contextmanager
    def _std_scope(self, def_: Def) -> Iterator[None]:
        """As if resolution had come to `def_` from the top of its module. Errors in std are ours."""
        saved = (
            self.ribs,
            self.module,
            self.owner,
            self.labels,
            self.lifetime_ribs,
            self.candidates,
            self.current_trait,
            self.current_impl,
            self.current_fn,
            self.resolver.errors,
            self.use_errors,
            self.macro_parent,
        )
        sink, self.use_errors = DiagnosticSink(), []
        self.resolver.errors = sink
        self.macro_parent = lambda number: None
        self.ribs = ([], [])
        self.labels, self.lifetime_ribs = [], [LifetimeRib(LifetimeRibKind.ITEM)]
        self.candidates = self.current_trait = self.current_impl = self.current_fn = None
        module = self.resolver.scope_of(def_)
        self.module, self.owner = module, def_
        self.push(Rib(RibKind.MODULE, module=module))
        try:
            with ExitStack() as stack:
                parent = def_.parent
                if parent is not None and parent.kind in (DefKind.IMPL, DefKind.TRAIT):
                    self.owner = parent
                    node = parent.node
                    assert isinstance(node, (ast.Impl, ast.Trait))
                    stack.enter_context(self._impl_scope(node) if isinstance(node, ast.Impl) else self._trait_scope(node))
                    self.owner = def_
                yield
            problems = [e.message for e in sink.items] + [e.diagnostic.message for e in self.use_errors]
            assert not problems, f"std: {def_.path()}: {problems}"
        finally:
            (
                self.ribs,
                self.module,
                self.owner,
                self.labels,
                self.lifetime_ribs,
                self.candidates,
                self.current_trait,
                self.current_impl,
                self.current_fn,
                self.resolver.errors,
                self.use_errors,
                self.macro_parent,
            ) = saved

    # -------------------------------------------------------------------------------------------- traits in scope

    def traits_in_scope(self, scope: Def, node: object) -> list[Def]:
        """The traits whose methods are candidates of a method call."""
        found: dict[Def, None] = {}
        here: Def | None = scope
        while here is not None and here.kind is not DefKind.MOD:
            if here.kind is DefKind.TRAIT:
                found[here] = None
            elif here.kind is DefKind.IMPL:
                item = here.node
                assert isinstance(item, ast.Impl)
                if item.trait is not None:
                    res = self.resolution.path_res.get(item.trait)
                    if res is not None and isinstance(res.base, DefRes):
                        found[res.base.def_] = None
            here = here.parent
        module = self.scopes.get(node)
        start: Module | None = module if isinstance(module, Module) else self.resolver.scope_of(scope)
        if node is None:
            for block in self._blocks_within(scope):
                found.update(dict.fromkeys(self._traits_of(block)))
        while isinstance(start, Module):
            found.update(dict.fromkeys(self._traits_of(start)))
            if start.kind is not ModuleKind.BLOCK:
                break
            start = start.parent
        prelude = self.resolver.std.prelude(2021 if scope.is_std else self.resolver.edition)
        if prelude is not None:
            found.update(dict.fromkeys(self._traits_of(prelude)))
        return list(found)

    def _blocks_within(self, owner: Def) -> list[Module]:
        """The blocks with items of their own in the body that `owner` is part of."""
        here: Def | None = owner
        found: list[Module] = []
        while here is not None and here.kind is not DefKind.MOD:
            found += self._owner_blocks.get(here, ())
            here = here.parent
        return found

    def _traits_of(self, module: Module) -> Iterable[Def]:
        cached = self._module_traits.get(module)
        if cached is None:
            cached = []
            for binding in module.trait_bindings():
                if isinstance(binding.res, DefRes) and binding.res.def_.kind is DefKind.TRAIT:
                    cached.append(binding.res.def_)
            self._module_traits[module] = cached
        return cached

    _module_traits: dict[Module, list[Def]]


_ITEMS: dict[type, Callable[[LateResolver, object], None]] = {
    ast.Mod: LateResolver._mod,  # type: ignore[dict-item]
    ast.Fn: LateResolver._fn_item,  # type: ignore[dict-item]
    ast.Struct: LateResolver._adt,  # type: ignore[dict-item]
    ast.Union: LateResolver._adt,  # type: ignore[dict-item]
    ast.Enum_: LateResolver._adt,  # type: ignore[dict-item]
    ast.TypeAlias_: LateResolver._alias,  # type: ignore[dict-item]
    ast.Const: LateResolver._const,  # type: ignore[dict-item]
    ast.Static: LateResolver._const,  # type: ignore[dict-item]
    ast.Trait: LateResolver._trait,  # type: ignore[dict-item]
    ast.Impl: LateResolver._impl,  # type: ignore[dict-item]
}
