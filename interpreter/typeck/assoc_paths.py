"""Associated types in paths: `T::Item`, `Self::Item`, `<T as Trait>::Item` (rustc: `lower_assoc_path_ty`, `lower_qpath`)."""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind, DefRes, PathRes, SelfTyRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import generic_args
from interpreter.typeck import ty as t
from interpreter.typeck.rare import pretty_ty
from interpreter.typeck.words import errors_assoc, lower_errors

if TYPE_CHECKING:
    from interpreter.typeck.lower import ItemCtxt


def assoc_ty_named(trait: Def, name: str) -> Def | None:
    """The associated type that a trait itself declares under this name."""
    return next((c for c in trait.children if c.kind is DefKind.ASSOC_TY and c.name == name), None)


def generics_node(def_: Def) -> ast.Generics | None:
    """The written generics of an item."""
    return getattr(def_.node, "generics", None)


class AssocPaths:
    """The part of ItemCtxt that looks up associated types."""

    def _lower_qualified(self: ItemCtxt, path: ast.Path) -> t.Ty:  # type: ignore[misc]
        qself = path.qself
        assert qself is not None
        if qself.position == 0:
            ty = self.lower_ty(qself.ty)
            res = self.tcx.resolution.path_res.get(qself.ty.path) if isinstance(qself.ty, ast.PathTy) else None
            rest = path.segments
        else:
            trait, item = self.qualified_item(path)
            if trait is None:
                return t.ERROR  # type: ignore[no-any-return]
            self_ty = self.lower_ty(qself.ty)
            with self.object_lifetime(None):
                args = self.lower_generic_args(trait, path.segments[qself.position - 1], (), self_ty)
                generic_args.prohibit_constraints(self, path.segments[qself.position - 1])
                segment = path.segments[qself.position]
                if item is None or item.kind is not DefKind.ASSOC_TY:
                    return t.ERROR  # type: ignore[no-any-return]
                args = self.lower_generic_args(item, segment, args)
            ty, res, rest = self.finish_projection(t.Alias(item, args), path.span), None, path.segments[qself.position + 1 :]
        for segment in rest:
            ty = self.lower_assoc_path(ty, res, segment, path)
            res = None
        return ty

    def qualified_item(self: ItemCtxt, path: ast.Path) -> tuple[Def | None, Def | None]:  # type: ignore[misc]
        """The trait and the item of `<T as Trait>::Item`."""
        assert path.qself is not None
        res = self.tcx.resolution.path_res.get(path)
        if res is None or not isinstance(res.base, DefRes):
            return None, None
        def_ = res.base.def_
        if def_.kind is DefKind.TRAIT:
            name = path.segments[path.qself.position].ident.name
            item = next((i.def_ for i in self.tcx.associated_items(def_) if i.name == name), None)
            return def_, item
        if def_.parent is not None and def_.parent.kind is DefKind.TRAIT:
            return def_.parent, def_
        return None, None

    def lower_assoc_path(self: ItemCtxt, ty: t.Ty, res: PathRes | None, segment: ast.PathSegment, path: ast.Path) -> t.Ty:  # type: ignore[misc]
        """`ty::segment`, where `ty` was written as what `res` says (None: some other type)."""
        name = segment.ident.name
        if isinstance(ty, t.ErrorTy):
            return ty
        if res is not None and isinstance(res.base, SelfTyRes) and res.base.owner.kind is DefKind.IMPL:
            trait_ref = self.tcx.impl_trait_ref(res.base.owner)
            found = self.find_assoc_in_supertraits(trait_ref, name) if trait_ref is not None else None
            candidates = [found] if found is not None else []
            if trait_ref is not None and not candidates and not trait_ref.flags & t.HAS_ERROR:
                errors_assoc.report_not_found(self, "Self", self.tcx.supertraits(trait_ref.trait), segment.ident)
                return t.ERROR  # type: ignore[no-any-return]
        elif isinstance(ty, t.Param):
            candidates = list(dict.fromkeys(self._bounds_with_assoc(ty, name)))
            if not candidates:
                bounds = [b if isinstance(b, Def) else self.trait_def_of(b.path) for b, _, _ in self._ast_bounds_on(ty)]
                near = [bound for bound in bounds if bound is not None] if ty.name == "Self" else []
                errors_assoc.report_not_found(self, ty.name, near, segment.ident, is_param=True)
                return t.ERROR  # type: ignore[no-any-return]
        else:
            candidates = []
        if len(candidates) > 1:
            # One of them is taken all the same: the last, and where it is looked up among what is assumed the first.
            self._report_ambiguous_bounds(ty, name, candidates, path)
        if not candidates:
            if not ty.flags & t.HAS_ERROR:
                self._report_ambiguous(ty, segment, path)
            return t.ERROR  # type: ignore[no-any-return]
        def_, owner_ref = candidates[0 if self.in_body else -1]
        if isinstance(ty, t.Adt) and any(c.kind is DefKind.VARIANT and c.name == name for c in ty.def_.children):
            lower_errors.report_ambiguous_variant(self.tcx, path)
        args = owner_ref.args
        if not self.in_body and any(isinstance(part, t.ReErased) for part in t.walk(args)):
            message = "cannot use the associated type of a trait with uninferred generic parameters"
            self.error("E0212", message, path.span, "")
            return t.ERROR  # type: ignore[no-any-return]
        if segment.args is not None or self.tcx.generics_of(def_).params:
            args = self.lower_generic_args(def_, segment, args)
        return self.finish_projection(t.Alias(def_, args), path.span)

    def find_assoc_in_supertraits(self: ItemCtxt, trait_ref: t.TraitRef, name: str) -> tuple[Def, t.TraitRef] | None:  # type: ignore[misc]
        """The associated type of this name in the trait or its supertraits, with the (super)trait reference."""
        seen: set[t.TraitRef] = set()
        queue = [trait_ref]
        for here in queue:
            if here in seen:
                continue
            seen.add(here)
            def_ = assoc_ty_named(here.trait, name)
            if def_ is not None:
                return def_, here
            for predicate, _ in self.tcx.super_predicates_of(here.trait):
                if isinstance(predicate.value, t.TraitPredicate):
                    value = t.instantiate_bound(predicate, lambda _i, _n: t.RE_ERASED)
                    queue.append(t.subst(value.trait_ref, here.args))
        return None

    def all_assoc_in_supertraits(self: ItemCtxt, trait_ref: t.TraitRef, name: str) -> Iterator[tuple[Def, t.TraitRef]]:  # type: ignore[misc]
        """As find_assoc_in_supertraits, but all of them: the trait's own, and every supertrait's."""
        seen: set[t.TraitRef] = set()
        queue = [trait_ref]
        for here in queue:
            if here in seen:
                continue
            seen.add(here)
            def_ = assoc_ty_named(here.trait, name)
            if def_ is not None:
                yield def_, here
                if len(queue) == 1 and not self._supers_may_define(here.trait, name):
                    return
            for predicate, _ in self.tcx.super_predicates_of(here.trait):
                if isinstance(predicate.value, t.TraitPredicate):
                    value = t.instantiate_bound(predicate, lambda _i, _n: t.RE_ERASED)
                    queue.append(t.subst(value.trait_ref, here.args))

    def _supers_may_define(self: ItemCtxt, trait: Def, name: str) -> bool:  # type: ignore[misc]
        """Whether a supertrait proper declares the name too (by the text alone)."""
        node = trait.node
        assert isinstance(node, ast.Trait)
        return any(
            isinstance(b, ast.TraitBound)
            and (above := self.trait_def_of(b.path)) is not None
            and self._may_define(above, name, {trait})
            for b in node.supertraits
        )

    def _bounds_with_assoc(self: ItemCtxt, ty: t.Param, name: str) -> Iterator[tuple[Def, t.TraitRef]]:  # type: ignore[misc]
        """The bounds on a parameter, anywhere around, that give it an associated type of this name."""
        for bound, self_ty, owner in self._ast_bounds_on(ty):
            if isinstance(bound, Def):
                trait_ref: t.TraitRef | None = t.TraitRef(bound, self.tcx.identity_args(bound))
            else:
                trait = self.trait_def_of(bound.path)
                if trait is None or not self._may_define(trait, name, set()):
                    continue
                trait_ref = self._bound_trait_ref(bound, trait, self_ty, owner)
            assert trait_ref is not None
            yield from self.all_assoc_in_supertraits(trait_ref, name)

    def _bound_trait_ref(self: ItemCtxt, bound: ast.TraitBound, trait: Def, self_ty: t.Ty, owner: Def) -> t.TraitRef:  # type: ignore[misc]
        from interpreter.typeck.lower import ItemCtxt, elide_infer

        def compute() -> t.TraitRef:
            args = bound.path.segments[-1].args
            ctxt = ItemCtxt(self.tcx, owner, elide_infer)
            with ctxt.binder(bound.for_lifetimes) as scope:
                if args is not None and args.parenthesized:
                    trait_ref, _ = ctxt._lower_fn_sugar(trait, self_ty, bound.path.segments[-1], scope)
                else:
                    trait_ref = ctxt.lower_trait_ref(bound.path, trait, self_ty)
                binder = t.Binder(trait_ref, tuple(scope.names))
            return t.instantiate_bound(binder, lambda _i, _n: t.RE_ERASED)  # type: ignore[no-any-return]

        return self.tcx.query("bound_trait_ref", (bound, self_ty), compute)

    def _may_define(self: ItemCtxt, trait: Def, name: str, seen: set[Def]) -> bool:  # type: ignore[misc]
        """Whether the trait or a supertrait declares an associated type of this name (by its text alone: no query cycles)."""
        if trait in seen:
            return False
        seen.add(trait)
        if assoc_ty_named(trait, name) is not None:
            return True
        node = trait.node
        assert isinstance(node, ast.Trait)
        for bound in node.supertraits:
            if isinstance(bound, ast.TraitBound):
                above = self.trait_def_of(bound.path)
                if above is not None and self._may_define(above, name, seen):
                    return True
        return any(
            isinstance(b, ast.TraitBound)
            and (above := self.trait_def_of(b.path)) is not None
            and self._may_define(above, name, seen)
            for where in node.generics.predicates
            if isinstance(where, ast.WhereTypePredicate) and self._names_self(where.ty)
            for b in where.bounds
        )

    def _names_self(self: ItemCtxt, node: ast.Ty) -> bool:  # type: ignore[misc]
        if not isinstance(node, ast.PathTy) or node.path.qself is not None:
            return False
        res = self.tcx.resolution.path_res.get(node.path)
        return res is not None and not res.unresolved and isinstance(res.base, SelfTyRes)

    def _ast_bounds_on(self: ItemCtxt, ty: t.Param) -> Iterator[tuple[ast.TraitBound | Def, t.Ty, Def]]:  # type: ignore[misc]
        """(bound, the parameter, the item with the bound) for a parameter, from the item outwards; a Def is a trait on its
        Self."""
        owner: Def | None = self.owner
        while owner is not None and owner.kind is not DefKind.MOD:
            if owner.kind is DefKind.TRAIT and ty.index == 0 and ty.name == "Self":
                yield owner, ty, owner
            generics = generics_node(owner)
            if generics is not None:
                param = next((p.def_ for p in self.tcx.generics_of(owner).params if p.index == ty.index), None)
                for gp in generics.params:
                    if param is not None and gp is param.node:
                        yield from ((b, ty, owner) for b in gp.bounds if isinstance(b, ast.TraitBound) and not b.maybe)
                for where in generics.predicates:
                    if isinstance(where, ast.WhereTypePredicate) and self._names_param(where.ty, ty):
                        yield from ((b, ty, owner) for b in where.bounds if isinstance(b, ast.TraitBound) and not b.maybe)
            owner = owner.parent

    def _names_param(self: ItemCtxt, node: ast.Ty, ty: t.Param) -> bool:  # type: ignore[misc]
        if not isinstance(node, ast.PathTy) or node.path.qself is not None:
            return False
        res = self.tcx.resolution.path_res.get(node.path)
        if res is None or res.unresolved:
            return False
        if isinstance(res.base, SelfTyRes):
            return res.base.owner.kind is DefKind.TRAIT and ty.index == 0
        return isinstance(res.base, DefRes) and res.base.def_.kind is DefKind.TY_PARAM and self.type_param(res.base.def_) is ty

    # -------------------------------------------------------------------------------------------- errors

    def _report_ambiguous_bounds(  # type: ignore[misc]
        self: ItemCtxt, ty: t.Ty, name: str, candidates: list[tuple[Def, t.TraitRef]], path: ast.Path
    ) -> None:
        helps = ("use fully-qualified syntax to disambiguate",) * len(candidates)
        self._report_candidates("E0221", self.tcx.format_ty(ty), name, candidates, path.span, helps)

    def report_ambiguous_constraint(  # type: ignore[misc]
        self: ItemCtxt, trait: Def, constraint: ast.AssocConstraint, candidates: list[tuple[Def, t.TraitRef]]
    ) -> None:
        """E0222 of `Trait<Name = T>` where several supertraits have such a type."""
        name, shown = constraint.ident.name, pretty_ty.visible_path(self.tcx, trait)
        bounds = [f"        T: {shown}"]
        if constraint.ty is not None:
            term = constraint.ty.span.text
            bounds += [f"        T: {pretty_ty.trait_path(self.tcx, ref)}::{name} = {term}" for _, ref in candidates]
        listed = ",\n".join(bounds)
        helps = (f"consider introducing a new type parameter `T` and adding `where` constraints:\n    where\n{listed}",)
        self._report_candidates("E0222", shown, name, candidates, constraint.span, helps)

    def _report_candidates(  # type: ignore[misc]
        self: ItemCtxt, code: str, shown: str, name: str, candidates: list[tuple[Def, t.TraitRef]], span: Span,
        helps: tuple[str, ...],
    ) -> None:  # fmt: skip
        message, label = f"ambiguous associated type `{name}` in bounds of `{shown}`", f"ambiguous associated type `{name}`"
        labels = tuple(
            Label(generic_args._declaration(def_), f"ambiguous `{name}` from `{pretty_ty.trait_path(self.tcx, trait_ref)}`")
            for def_, trait_ref in candidates
            if not def_.is_std
        )
        self.tcx.emit(Diagnostic(code, message, (Label(span, label),), labels, helps=helps))

    def _report_ambiguous(self: ItemCtxt, ty: t.Ty, segment: ast.PathSegment, path: ast.Path) -> None:  # type: ignore[misc]
        """E0223, or what is said of an enum; not within the impl of a trait that isn't one."""
        impl = self.owner if self.owner.kind is DefKind.IMPL else self.owner.parent
        if impl is not None and isinstance(impl.node, ast.Impl) and impl.node.trait is not None:
            if self.tcx.impl_trait_ref(impl) is None:
                return
        if isinstance(ty, t.Adt) and ty.def_.kind is DefKind.ENUM:
            lower_errors.report_no_variant(self.tcx, ty, segment.ident, path)
            return
        name = segment.ident.name
        shown = self.tcx.format_ty(ty)
        traits = [
            d.path()
            for d in self.tcx.resolution.defs.values()
            if d.kind is DefKind.TRAIT and not d.is_std and assoc_ty_named(d, name) is not None
        ]
        if len(traits) == 1:
            help_ = "use fully-qualified syntax"
        else:
            help_ = (
                f"if there were a trait named `Example` with associated type `{name}` implemented for `{shown}`, you"
                f" could use the"
                " fully-qualified path"
            )
        span = path.span.to(segment.span) if path.span.lo <= segment.span.lo else path.span
        self.error("E0223", "ambiguous associated type", span, "", helps=(help_,))
