"""The type check of MIR with regions: what every statement requires of them (rustc_borrowck::type_check).

In: a body and its universal regions. Out: region variables for all types of the body and the outlives constraints between
them. Types were checked before; here they are related once more, only for their regions: each local gets a type with fresh
region variables, so does every type that a statement mentions, and assignments, calls, borrows and casts relate them.
"""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.borrowck.constraints import Category, ClosureRequirements
from interpreter.borrowck.infer import BorrowckInferCtxt
from interpreter.borrowck.rare import opaque_types
from interpreter.borrowck.region_context import RegionContext, free_regions
from interpreter.borrowck.relate import Relation
from interpreter.borrowck.universal_regions import UniversalRegions, early_regions, extend_closures, late_regions
from interpreter.borrowck.unsize import unsize
from interpreter.dataflow.cfg import Cfg
from interpreter.hints import TYPE_CHECKING
from interpreter.mir import body as mir
from interpreter.mir.body import Location, Place
from interpreter.mir.types import upvar_field
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax.ast import BinOp
from interpreter.typeck import ty as t
from interpreter.typeck.defs import Variance
from interpreter.typeck.outlives import wf_outlives
from interpreter.typeck.pretty_ty import is_async_closure
from interpreter.typeck.thir import BorrowKind, CoercionKind, UserType

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_REGION_TYPES = frozenset(t.REGIONS)
COVARIANT, INVARIANT = Variance.COVARIANT, Variance.INVARIANT
_COMPARISONS = frozenset((BinOp.EQ, BinOp.NE, BinOp.LT, BinOp.LE, BinOp.GT, BinOp.GE))


class TypeChecker:
    """`local_tys`: the type of each local with region variables. `borrow_regions`: the region of each Ref rvalue.
    `closure_requirements`: of the closures made in this body, which were checked before."""

    def __init__(
        self,
        tcx: TyCtxt,
        cfg: Cfg,
        context: RegionContext,
        universal: UniversalRegions,
        infcx: BorrowckInferCtxt,
        closure_requirements: dict[Def, ClosureRequirements],
    ) -> None:
        self.tcx = tcx
        self.cfg = cfg
        self.body = cfg.body
        self.context = context
        self.universal = universal
        self.infcx = infcx
        self.relation = Relation(infcx, context)
        self.closure_requirements = closure_requirements
        self.borrow_regions: dict[Location, int] = {}
        self.local_tys: list[t.Ty] = []
        self.annotations: set[UserType] = set()
        """Those that were met."""
        self.closures_made: list[tuple[t.Closure, Location]] = []
        self._field_tys: dict[tuple[t.Ty, int, int], t.Ty] = {}

    def run(self) -> None:
        """Collect all constraints but those of liveness."""
        for decl in self.body.locals:
            self.local_tys.append(self.fresh(decl.ty))
        output = self.renumber_known(self.universal.output)
        if output.flags & t.HAS_ALIAS:
            self.relation.defining = opaque_types.defined_in(self.tcx, output, self.body.owner)
            if self.relation.defining:
                # What an opaque type hides is not live in the return place.
                self.local_tys[0] = output
        for local, decl in enumerate(self.body.locals):
            if decl.user_ty is not None:
                self._ascribe(self.local_tys[local], decl.user_ty, INVARIANT)
        for block_id in sorted(self.cfg.reverse_postorder):
            block = self.body.blocks[block_id]
            locations = self.cfg.locations_of(block_id)
            for statement, location in zip(block.statements, locations):
                self._enter(location)
                self._statement(statement, location)
            self._enter(locations[-1])
            self._terminator(block.terminator, locations[-1])
        self.context.point_mask = 0
        for user_ty in self.body.user_fns:
            if user_ty not in self.annotations:
                self._annotated(user_ty)
        self._inputs_and_output(output)

    def _enter(self, location: Location) -> None:
        self.context.point_mask = 1 << self.cfg.point(location)

    # -------------------------------------------------------------------------------------------- types

    def fresh(self, ty: t.T) -> t.T:
        """A type mentioned by the body: all its regions are new ones, whatever type inference called them."""
        return self.renumber(t.erase_regions(ty))

    def renumber(self, ty: t.T) -> t.T:
        """`ty` with a fresh region variable for each erased region; named ones become their variables. Closure types get their
        signature and captures as arguments."""
        if isinstance(ty, t._Interned):
            kind = _region_kind(ty)
            if kind is _NO_REGIONS:
                return ty
            if kind is _CLOSURES:
                ty = extend_closures(self.tcx, ty)
        context, universal = self.context, self.universal

        def replace(region: t.Region) -> t.Region:
            if isinstance(region, (t.ReBound, t.ReVar, t.RePlaceholder)):
                return region
            if isinstance(region, t.ReErased) or not universal.knows(region):
                return context.fresh()
            return t.ReVar(universal.vid_of(region))  # type: ignore[no-any-return]

        return t.map_regions(ty, replace)

    def place_ty(self, place: Place, variance: Variance = COVARIANT) -> t.Ty:
        """The type of a place that is mentioned here, INVARIANT if it is changed or borrowed mutably."""
        return self._prefix_tys(place, variance)[-1] if place.projection else self.local_tys[place.local]

    def _prefix_tys(self, place: Place, variance: Variance) -> list[t.Ty]:
        """The types of the local and of each projection. A field's type has regions of its own at each mention, related to those
        of the value that the field is in; the last field's are related first."""
        tys = [self.local_tys[place.local]]
        variant = 0
        mentions: list[tuple[t.Ty, t.Ty]] = []
        for elem in place.projection:
            ty, variant = self.projected_ty(tys[-1], variant, elem)
            if isinstance(elem, mir.Field) and _region_kind(elem.ty) is not _NO_REGIONS:
                mention = self.fresh(elem.ty)
                mentions.append((ty, mention))
                ty = mention
            tys.append(ty)
        if mentions:
            with self.context.at(self.context.location, self.context.span, Category.BORING):
                for declared, mention in reversed(mentions):
                    self.relation.relate(declared, mention, variance)
        return tys

    def projected_ty(self, ty: t.Ty, variant: int, elem: mir.Projection) -> tuple[t.Ty, int]:
        """The type of one projection further, and the variant selected by a downcast."""
        match elem:
            case mir.Downcast():
                return ty, elem.variant
            case mir.Field():
                return self.field_ty(ty, variant, elem.index, elem.ty), 0
            case mir.Deref():
                if isinstance(ty, (t.Ref, t.RawPtr)):
                    return ty.ty, 0
                assert isinstance(ty, t.Adt), ty
                return ty.args[0], 0  # type: ignore[return-value]
            case mir.Index() | mir.ConstantIndex():
                assert isinstance(ty, (t.Array, t.Slice)), ty
                return ty.elem, 0
            case mir.Subslice():
                if isinstance(ty, t.Array) and isinstance(ty.len, t.ConstValue):
                    length = ty.len.value - elem.start - elem.end if elem.from_end else elem.end - elem.start
                    return t.Array(ty.elem, t.ConstValue(length, t.USIZE)), 0
        return ty, 0

    def field_ty(self, ty: t.Ty, variant: int, index: int, erased: t.Ty) -> t.Ty:
        """The type of a field of a value of type `ty`; `erased` is the same without regions."""
        if isinstance(ty, t.Tuple):
            return ty.elems[index]
        if isinstance(ty, t.Closure):
            captures = ty.args[-1]
            assert isinstance(captures, t.Tuple)
            return captures.elems[index]
        if isinstance(ty, t.Adt):
            key = (ty, variant, index)
            found = self._field_tys.get(key)
            if found is None:
                field = self.tcx.adt_def(ty.def_).variants[variant].fields[index]
                found = self.normalize(field.ty(self.tcx, ty.args))
                self._field_tys[key] = found
            return found
        return self.fresh(erased)

    def normalize(self, value: t.T) -> t.T:
        return self.infcx.normalize_here(value)

    def operand_ty(self, operand: mir.Operand, location: Location) -> t.Ty:
        """The type of an operand; a constant's is made anew, with what holds for it."""
        if isinstance(operand, mir.Constant):
            return self._constant(operand, location)
        return self.place_ty(operand.place)

    # -------------------------------------------------------------------------------------------- signature, annotations

    def _inputs_and_output(self, output: t.Ty) -> None:
        """Arguments and return place have the signature's types (rustc: `equate_inputs_and_outputs`)."""
        body, universal = self.body, self.universal
        inputs: list[t.Ty] = [] if universal.env_ty is None else [universal.env_ty]
        inputs.extend(universal.inputs)
        if universal.is_closure and len(inputs) != body.arg_count:
            inputs = [inputs[0], t.Tuple(tuple(inputs[1:]))]
        for local, ty in enumerate(inputs[: body.arg_count], start=1):
            self._equate_with_local(local, self.renumber_known(ty))
        written = self._written_closure_sig()
        for local, ty in enumerate(written.inputs if written is not None else (), start=2):
            self._equate_with_local(local, ty)
        with self.context.at(None, body.locals[0].span, Category.BORING_NO_LOCATION):
            self.relation.eq(self.local_tys[0], output)
        if written is not None:
            self._equate_with_local(0, written.output)

    def _equate_with_local(self, local: int, ty: t.Ty) -> None:
        with self.context.at(None, self.body.locals[local].span, Category.BORING_NO_LOCATION):
            self.relation.eq(ty, self.local_tys[local])

    def _written_closure_sig(self) -> t.FnSig | None:
        """The signature that the user wrote of this closure, seen from within; None if it says nothing of regions."""
        info = self.universal.closure_info
        if info is None or not info.user_sig.flags & t.HAS_FREE_REGION:
            return None
        written = self.renumber(t.instantiate_bound(info.user_sig, lambda _i, _n: self.context.fresh()))
        return t.safe_sig(tuple(self.normalize(ty) for ty in written.inputs), self.normalize(written.output))

    def _item_bounds(self) -> None:
        """What `impl Trait` was seen to hide has the bounds written there; opaque types in those hide parts of it."""
        while self.relation.revealed:
            opaque, hidden = self.relation.revealed.pop()
            self.well_formed(hidden)
            for predicate in opaque_types.bounds_of_hidden(self.tcx, opaque, hidden):
                kind = predicate.value
                if isinstance(kind, t.ProjectionPredicate) and not predicate.bound:
                    self.relation.eq(self.normalize(kind.alias), kind.term)
                else:
                    self.infcx.prove(predicate)

    def renumber_known(self, ty: t.Ty) -> t.Ty:
        """A type that has its regions already, but may name closures."""
        return extend_closures(self.tcx, ty) if _has_closure(ty) else ty

    def _ascribe(self, ty: t.Ty, user_ty: UserType, variance: Variance, category: Category = Category.TYPE_ANNOTATION) -> None:
        """`ty` is (a subtype of) what the user wrote."""
        inferred = self._annotated(user_ty)
        with self.context.at(None, user_ty.span, category):
            self.relation.relate(ty, inferred, variance)

    def _annotated(self, user_ty: UserType) -> t.Ty:
        """The type that an annotation stands for (rustc: `ascribe_user_type`)."""
        context = self.context
        self.annotations.add(user_ty)
        with context.at(None, user_ty.span, Category.BORING):
            inferred = self.fresh(user_ty.ty)
            written = self.normalize(self.renumber(user_ty.ty))
            self.relation.eq(inferred, written)
            if not isinstance(written, t.FnDef):
                self.well_formed(written)
                self._prove_bounds_of_adts(written)
                return inferred
            for arg in written.args:
                if not isinstance(arg, (t.ReVar, t.ReStatic, t.ConstValue, t.ConstParam)):
                    self.well_formed(arg)  # type: ignore[arg-type]
            self._fn_predicates(written)
        return inferred

    def _prove_bounds_of_adts(self, ty: t.Ty) -> None:
        """What the types mentioned in a written type ask of their arguments."""
        for part in t.walk(ty):
            if isinstance(part, t.Adt) and part.args:
                for predicate, written in self.tcx.predicates_of(part.def_):
                    if isinstance(predicate.value, (t.TraitPredicate, t.ProjectionPredicate)):
                        self.context.clause = part.def_, written
                        self.infcx.prove(self.renumber(t.subst(predicate, part.args)))
        self.context.clause = None

    def well_formed(self, ty: t.Ty) -> None:
        """What the type's being well-formed requires of its regions."""
        if ty.flags & (t.HAS_REGION_VAR | t.HAS_FREE_REGION | t.HAS_PARAM):
            for component, region in wf_outlives(self.tcx, ty):
                ty = self.normalize(component) if isinstance(component, t.Alias) else component  # type: ignore[assignment]
                self.context.push_type_outlives(ty, region, self.infcx.cause())

    # -------------------------------------------------------------------------------------------- statements

    def _assign_category(self, place: Place) -> Category:
        """Why the value must have the type of the place it is assigned to."""
        if place.projection:
            return Category.ASSIGNMENT
        if place.local == mir.RETURN_PLACE:
            kind = self.body.owner.kind
            if kind is DefKind.STATIC:
                return Category.USE_AS_STATIC
            if kind in (DefKind.CONST, DefKind.ASSOC_CONST, DefKind.ANON_CONST, DefKind.INLINE_CONST):
                return Category.USE_AS_CONST
            return Category.RETURN
        decl = self.body.locals[place.local]
        if decl.for_field:
            return Category.USAGE
        return Category.ASSIGNMENT if decl.kind is mir.LocalKind.VAR or decl.name is not None else Category.BORING

    def _statement(self, statement: mir.Statement, location: Location) -> None:
        match statement:
            case mir.Assign():
                span = statement.info.span
                with self.context.at(location, span, Category.BORING):
                    place_ty = self.place_ty(statement.place, INVARIANT)
                    ty = self._rvalue(statement.rvalue, location, span)
                with self.context.at(location, span, self._assign_category(statement.place)):
                    self.relation.sub(ty, place_ty)
                    if self.relation.revealed:
                        self._item_bounds()
            case mir.AscribeUserType():
                with self.context.at(location, statement.info.span, Category.BORING):
                    variance = INVARIANT if statement.invariant else COVARIANT
                    self._ascribe(self.place_ty(statement.place, variance), statement.user_ty, variance)
            case mir.FakeRead() | mir.PlaceMention() if statement.place.projection:
                with self.context.at(location, statement.info.span, Category.BORING):
                    self.place_ty(statement.place)

    def _rvalue(self, rvalue: mir.Rvalue, location: Location, span: Span) -> t.Ty:
        """Check an rvalue; its type."""
        match rvalue:
            case mir.Use():
                return self.operand_ty(rvalue.operand, location)
            case mir.Ref():
                region = self.context.new_region()
                self.context.liveness[region] = self.context.point_mask
                self.borrow_regions[location] = region
                mutable = rvalue.kind not in (BorrowKind.SHARED, BorrowKind.FAKE)
                tys = self._prefix_tys(rvalue.place, INVARIANT if mutable else COVARIANT)
                self._reborrow(rvalue.place, tys, region)
                return t.Ref(t.ReVar(region), tys[-1], mutable)  # type: ignore[no-any-return]
            case mir.RawPtrTo():
                pointee = self.place_ty(rvalue.place, INVARIANT if rvalue.mutable else COVARIANT)
                return t.RawPtr(pointee, rvalue.mutable)  # type: ignore[no-any-return]
            case mir.BinaryOp():
                left = self.operand_ty(rvalue.lhs, location)
                self.operand_ty(rvalue.rhs, location)
                result = t.BOOL if rvalue.op in _COMPARISONS else left
                return t.Tuple((result, t.BOOL)) if rvalue.checked else result
            case mir.UnaryOp():
                return self.operand_ty(rvalue.operand, location)
            case mir.Cast():
                return self._cast(rvalue, location, span)
            case mir.Aggregate():
                return self._aggregate(rvalue, location, span)
            case mir.Repeat():
                ty = self.operand_ty(rvalue.operand, location)
                if not isinstance(rvalue.operand, mir.Constant) and self.tcx.is_copy(t.erase_regions(ty), self.infcx.param_env):
                    with self.context.at(location, span, Category.COPY_BOUND):
                        self._prove_copy(ty)
                return t.Array(ty, rvalue.count)  # type: ignore[no-any-return]
            case mir.Len():
                self.place_ty(rvalue.place)
                return t.USIZE
            case mir.Discriminant():
                self.place_ty(rvalue.place)
                return t.ISIZE

    def _prove_copy(self, ty: t.Ty) -> None:
        trait_ref = t.TraitRef(self.tcx.lang_item("copy"), (ty,))
        self.infcx.prove(t.dummy_binder(t.TraitPredicate(trait_ref)))

    def _reborrow(self, place: Place, tys: list[t.Ty], region: int) -> None:
        """What a borrow of `place` requires of the references it goes through, `tys` being the types of its prefixes (RFC 2094,
        reborrow constraints)."""
        context = self.context
        upvar = upvar_field(self.body, place.projection, place.local)
        category = Category.BORING if upvar is None else Category.CLOSURE_UPVAR
        with context.at(context.location, context.span, category, upvar):
            for i in range(len(place.projection) - 1, -1, -1):
                if not isinstance(place.projection[i], mir.Deref):
                    continue
                base = tys[i]
                if isinstance(base, t.RawPtr):
                    return
                if isinstance(base, t.Ref):
                    context.add(context.vid_of(base.region), region)
                    if not base.mutable:
                        return

    # -------------------------------------------------------------------------------------------- values

    def _constant(self, constant: mir.Constant, location: Location) -> t.Ty:
        context = self.context
        ty = self.fresh(constant.ty)
        if isinstance(constant.value, t.ConstUnevaluated):
            self._named_const(constant.value, constant.user_ty, ty)
        elif constant.user_ty is not None:
            inferred = self._annotated(constant.user_ty)
            with context.at(location, context.span, Category.GENERIC_ARG):
                self.relation.eq(ty, inferred)
        elif isinstance(constant.value, Def):
            declared = self.tcx.type_of(constant.value)
            pointee = ty.ty if isinstance(ty, (t.Ref, t.RawPtr)) else ty
            self.relation.eq(pointee, self.renumber(declared))
        elif isinstance(ty, t.FnDef):
            self._fn_predicates(ty)
        return ty

    def _named_const(self, const: t.ConstUnevaluated, user_ty: UserType | None, ty: t.Ty) -> None:
        """A constant's type is the declared one, and its where clauses hold."""
        if user_ty is not None:
            args = self._annotated(user_ty).args  # type: ignore[union-attr]
        else:
            args = self.fresh(const.args)
            if const.def_.kind is DefKind.ASSOC_CONST:
                self._fn_predicates(t.FnDef(const.def_, args))
        declared = t.subst(self.tcx.type_of(const.def_), args)
        self.relation.eq(ty, self.normalize(self.renumber(declared)))

    def _fn_predicates(self, fn: t.FnDef) -> None:
        """The where clauses of a function that is mentioned."""
        if not t._flags_of(fn.args) & (t.HAS_REGION_VAR | t.HAS_FREE_REGION | t.HAS_BOUND) and not any(
            predicate.bound or predicate.flags & t.HAS_FREE_REGION for predicate, _ in self.tcx.predicates_of(fn.def_)
        ):
            return
        context = self.context
        of_itself = fn.def_.parent.span if fn.def_.parent is not None else None
        for predicate, written in self.tcx.predicates_of(fn.def_):
            # (That a trait's `Self` has the trait is written nowhere.)
            detail = written if written != of_itself else None
            with context.at(context.location, context.span, Category.PREDICATE, detail):
                self.infcx.prove(self.renumber(t.subst(predicate, fn.args)))

    def _aggregate(self, aggregate: mir.Aggregate, location: Location, span: Span) -> t.Ty:
        operand_tys = [self.operand_ty(operand, location) for operand in aggregate.operands]
        if isinstance(aggregate.ty, t.Tuple):
            return t.Tuple(tuple(operand_tys))  # type: ignore[no-any-return]
        ty = self.fresh(aggregate.ty)
        predicates: Sequence[tuple[t.Predicate, Span]] = ()
        if aggregate.user_ty is not None:
            declared = self._annotated(aggregate.user_ty)
            with self.context.at(location, span, Category.BORING):
                self.relation.eq(ty, declared)
        if isinstance(ty, t.Closure):
            self.closures_made.append((ty, location))
            with self.context.at(location, span, Category.BORING_NO_LOCATION):
                for own, arg in zip(self.tcx.identity_args(self.universal.root), ty.args, strict=False):
                    self.relation.eq(self.renumber(own), arg)
            predicates = self.tcx.predicates_of(self.universal.root)
        elif isinstance(ty, t.Adt) and ty.args:
            predicates = [(t.subst(predicate, ty.args), at) for predicate, at in self.tcx.predicates_of(ty.def_)]
        for predicate, written in predicates:
            with self.context.at(location, span, Category.PREDICATE, written):
                self.infcx.prove(self.renumber(predicate))
        for i, operand_ty in enumerate(operand_tys):
            if isinstance(ty, t.Array):
                field_ty = ty.elem
            elif isinstance(ty, t.Adt) and self._is_union(ty):
                field_ty = self.field_ty(ty, 0, aggregate.variant, operand_ty)
            else:
                field_ty = self.field_ty(ty, aggregate.variant, i, operand_ty)
            self.relation.sub(operand_ty, field_ty)
        return ty

    def _is_union(self, ty: t.Adt) -> bool:
        return ty.def_.kind is DefKind.UNION

    def meet_closure_requirements(self) -> None:
        """What the bodies of closures made here left to be met; it comes after all else, and has no part in what makes a
        region's liveness uninteresting (rustc: `apply_closure_requirements`)."""
        for closure, location in self.closures_made:
            wanted = self.closure_requirements.get(closure.def_)
            if wanted is not None:
                self._meet(wanted, closure, location)

    def _meet(self, wanted: ClosureRequirements, closure: t.Closure, location: Location) -> None:
        regions = self.external_regions(closure)
        for requirement in wanted.requirements:
            outlived = regions[requirement.outlived]
            with self.context.at(location, requirement.span, requirement.category, requirement.detail, from_closure=True):
                self.context.desugared = requirement.desugared
                if isinstance(requirement.subject, int):
                    self.context.push_outlives(regions[requirement.subject], outlived)
                else:
                    subject = t.map_regions(requirement.subject, lambda r: regions[r.vid] if isinstance(r, t.ReVar) else r)
                    self.context.push_type_outlives(subject, outlived)
                self.context.desugared = False

    def external_regions(self, closure: t.Closure) -> list[t.Region]:
        """The regions here that stand for the closure's external ones, in the order of universal_regions.py."""
        tcx, universal = self.tcx, self.universal
        regions: list[t.Region] = [t.RE_STATIC, *(t.ReVar(universal.vid_of(r)) for r in early_regions(tcx, universal.root))]
        n_parent = tcx.generics_of(closure.def_).count

        def collect(region: t.Region) -> t.Region:
            if not isinstance(region, t.ReBound):
                regions.append(region)
            return region

        for arg in closure.args[n_parent:]:
            t.map_regions(arg, collect)
        regions.extend(t.ReVar(universal.vid_of(r)) for r in late_regions(tcx, universal.root))
        return regions

    # -------------------------------------------------------------------------------------------- casts

    def _cast(self, cast: mir.Cast, location: Location, span: Span) -> t.Ty:
        source = self.operand_ty(cast.operand, location)
        target = self.fresh(cast.ty)
        if cast.coercion is None:
            with self.context.at(location, span, Category.CAST):
                self._pointer_cast(source, target)
            return target
        with self.context.at(location, span, Category.CAST if cast.explicit else Category.COERCION, target):
            match cast.coercion:
                case CoercionKind.REIFY_FN | CoercionKind.CLOSURE_FN:
                    sig = self.fn_ptr_sig(source)
                    if sig is not None and isinstance(target, t.FnPtr):
                        self.relation.sub(t.FnPtr(sig), target)
                case CoercionKind.UNSAFE_FN:
                    if isinstance(source, t.FnPtr) and isinstance(target, t.FnPtr):
                        self.relation.sub(t.FnPtr(source.sig), target)
                case CoercionKind.MUT_TO_CONST_PTR:
                    assert isinstance(source, t.RawPtr) and isinstance(target, t.RawPtr)
                    self.relation.sub(source.ty, target.ty)
                case CoercionKind.UNSIZE:
                    unsize(self.infcx, self.relation, source, target)
        return target

    def _pointer_cast(self, source: t.Ty, target: t.Ty) -> None:
        """Raw pointers may be cast to others whatever the lifetimes, but for those of a trait object, which its table of methods
        relies on (rustc: `CastKind::PtrToPtr`)."""
        if not isinstance(target, t.RawPtr):
            return
        if isinstance(source, t.Ref):
            self.relation.sub(source.ty, target.ty)
        elif isinstance(source, t.RawPtr) and isinstance(source.ty, t.Dynamic) and isinstance(target.ty, t.Dynamic):
            if source.ty.principal is not None and target.ty.principal is not None:
                self.relation.eq(source.ty.principal, target.ty.principal)
                self.context.push_outlives(source.ty.region, target.ty.region)

    def fn_ptr_sig(self, ty: t.Ty) -> t.Binder | None:
        """The signature of a function item or closure as a Binder."""
        if isinstance(ty, t.FnDef):
            return t.subst(self.tcx.fn_sig(ty.def_), ty.args)
        if isinstance(ty, t.Closure):
            sig = ty.args[-2]
            assert isinstance(sig, t.FnPtr)
            return sig.sig
        if isinstance(ty, t.FnPtr):
            return ty.sig
        return None

    # -------------------------------------------------------------------------------------------- terminators

    def _terminator(self, terminator: mir.Terminator, location: Location) -> None:
        span = terminator.info.span
        match terminator:
            case mir.Call():
                with self.context.at(location, span, Category.BORING):
                    self._call(terminator, location, span)
            case mir.SwitchInt():
                with self.context.at(location, span, Category.BORING):
                    self.operand_ty(terminator.operand, location)
            case mir.Drop() if terminator.place.projection:
                with self.context.at(location, span, Category.BORING):
                    self.place_ty(terminator.place, INVARIANT)

    def _call(self, call: mir.Call, location: Location, span: Span) -> None:
        context = self.context
        func = self.operand_ty(call.func, location)
        actuals = [self.operand_ty(arg, location) for arg in call.args]
        destination = self.place_ty(call.destination, INVARIANT)
        binder = self.fn_ptr_sig(func)
        assert binder is not None, func
        sig = t.instantiate_bound(binder, lambda i, name: context.fresh())
        declared = self.renumber(sig) if _has_closure(sig) else sig
        sig = self.normalize(declared)
        for known in dict.fromkeys((declared, sig)):
            for ty in (*known.inputs, known.output):
                self.well_formed(ty)
        if call.target is not None:
            with context.at(location, span, self._assign_category(call.destination)):
                self.relation.sub(sig.output, destination)
                if self.relation.revealed:
                    self._item_bounds()
        category = Category.BORING if call.from_overloaded else Category.CALL_ARGUMENT
        with context.at(location, span, category, func):
            for formal, actual in zip(sig.inputs, actuals, strict=False):
                self.relation.sub(actual, formal)
            self._lend(actuals, destination)

    def _lend(self, actuals: Sequence[t.Ty], future: t.Ty) -> None:
        """What an `async` closure returns borrows what it captured by value or mutably from the closure itself."""
        lender = actuals[0] if actuals else None
        if isinstance(lender, t.Ref) and isinstance(lender.ty, t.Closure) and is_async_closure(lender.ty.def_):
            shared = (
                capture.by_ref is BorrowKind.SHARED or (isinstance(capture.ty, t.Ref) and not capture.ty.mutable)
                for capture in self.tcx.closure_info(lender.ty.def_).captures
            )
            if not all(shared):
                for vid in free_regions(future):
                    self.context.add(self.context.vid_of(lender.region), vid)


_NO_REGIONS, _REGIONS, _CLOSURES = 0, 1, 2
_KINDS: dict[object, int] = {}


def _region_kind(value: t._Interned) -> int:
    """Whether a type has places for regions, or even closures in which there are more of them (remembered: types are
    interned)."""
    kind = _KINDS.get(value)
    if kind is None:
        kind = _NO_REGIONS
        for part in t.walk(value):
            if type(part) is t.Closure:
                kind = _CLOSURES
                break
            if type(part) in _REGION_TYPES:
                kind = _REGIONS
        _KINDS[value] = kind
    return kind


def is_same_everywhere(place: Place) -> bool:
    """Whether two mentions of the place are equal to rustc: its fields have their types, with regions that are new for each."""
    return not any(isinstance(elem, mir.Field) and _region_kind(elem.ty) is not _NO_REGIONS for elem in place.projection)


def _has_closure(value: t._Interned) -> bool:
    return _region_kind(value) is _CLOSURES
