"""The universal regions of a body: those that its caller chooses, and what is known of how they outlive each other.

In: a body's definition. Out: `UniversalRegions`: their numbers and names, the types of inputs and output in terms of them,
and the known outlives relation: from where clauses, from the well-formedness of the signature's types (implied bounds), and
`'static`. (rustc_borrowck::universal_regions, type_check::free_region_relations)

A closure's external regions are, after the early-bound ones of the function around it, one for each place of a region in its
closure type (signature, then captures): the creator substitutes its own for them when it meets the closure's requirements.
"""

from __future__ import annotations

from interpreter.borrowck.constraints import STATIC, Origin, RegionVid
from interpreter.borrowck.region_context import RegionContext
from interpreter.dataflow.cfg import bits
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.mir import body as mir
from interpreter.resolve.defs import NESTED_BODIES, Def, DefKind
from interpreter.syntax import ast
from interpreter.syntax.ast import ParamKind
from interpreter.typeck import ty as t
from interpreter.typeck.outlives import Component, implied_outlives, predicate_outlives
from interpreter.typeck.thir import ClosureInfo, ClosureKind

if TYPE_CHECKING:
    from interpreter.borrowck.infer import BorrowckInferCtxt
    from interpreter.typeck.context import TyCtxt

FN_KINDS = frozenset((DefKind.FN, DefKind.ASSOC_FN))
ENV_NAME = "'{env}"
"""The name of the region of a closure's own environment borrow (rustc: `BrEnv`)."""


def typeck_root(def_: Def) -> Def:
    """The function, constant or static that a closure or `const` block stands in; others are their own root."""
    while def_.kind in NESTED_BODIES:
        assert def_.parent is not None
        def_ = def_.parent
    return def_


def upvar_tys(info: ClosureInfo) -> tuple[t.Ty, ...]:
    """The types of a closure's fields, regions erased."""
    tys: list[t.Ty] = []
    for capture in info.captures:
        if capture.by_ref is None:
            tys.append(capture.ty)
        else:
            tys.append(t.Ref(t.RE_ERASED, capture.ty, capture.by_ref.value != "&"))
    return tuple(tys)


def extended_closure_args(tcx: TyCtxt, closure: t.Closure) -> t.Args:
    """A closure type's arguments with its signature and captures added, as rustc's closure types have them: so that region
    variables can stand for the regions in them."""
    n_parent = tcx.generics_of(closure.def_).count
    if len(closure.args) > n_parent:
        return closure.args
    info = tcx.closure_info(closure.def_)
    args = closure.args
    return (*args, t.FnPtr(t.subst(info.sig, args)), t.Tuple(tuple(t.subst(ty, args) for ty in upvar_tys(info))))


def extend_closures(tcx: TyCtxt, value: t.T) -> t.T:
    """`value` with the arguments of all closure types in it extended, those within their signatures and captures too. (What an
    `async` closure returns isn't: the lifetimes in that are those of each call.)"""

    def fold(part: Any) -> Any:
        if not isinstance(part, t.Closure):
            return t.map_parts(part, fold)
        return t.Closure(part.def_, tuple(within(arg) for arg in extended_closure_args(tcx, part)))

    def within(part: Any) -> Any:
        if isinstance(part, t.Closure):
            node = part.def_.node
            return part if isinstance(node, ast.Closure) and node.takes_params else fold(part)
        return t.map_parts(part, within)

    return fold(value)  # type: ignore[no-any-return]


def early_regions(tcx: TyCtxt, root: Def) -> list[t.Region]:
    """The lifetimes that are parameters of a function or of what it is in."""
    return [t.ReEarlyParam(p.index, p.name) for p in tcx.generics_of(root).all_params() if p.kind is ParamKind.LIFETIME]


def late_regions(tcx: TyCtxt, root: Def) -> list[t.Region]:
    """The lifetimes of a function that are bound at each call; to the closures in it they are external regions, the last ones."""
    return [t.ReLateParam(root, i, name) for i, name in enumerate(tcx.fn_sig(root).bound)] if root.kind in FN_KINDS else []


class UniversalRegions:
    """`inputs` (for a closure without its environment, which is `env_ty`) and `output` are the signature's types, normalised,
    in terms of region variables; `raw_inputs`, `raw_output` before normalisation. Regions below `n_external` are known
    outside of a closure."""

    def __init__(self, tcx: TyCtxt, body: mir.Body, context: RegionContext) -> None:
        self.tcx = tcx
        self.def_ = body.owner
        self.body = body
        self.context = context
        context.universal = self
        self.root = typeck_root(body.owner)
        self.is_closure = body.owner.kind is DefKind.CLOSURE
        self.closure_info = tcx.closure_info(body.owner) if self.is_closure else None
        self._indices: dict[t.Region, RegionVid] = {}
        self.names: list[t.Region | None] = []
        self._new(t.RE_STATIC)
        for region in early_regions(tcx, self.root):
            self._new(region)
        self.env_ty: t.Ty | None = None
        self.closure_args: t.Args = ()
        self.raw_inputs: tuple[t.Ty, ...] = ()
        self.raw_output: t.Ty = t.UNIT
        self._signature()
        self.inputs: tuple[t.Ty, ...] = self.raw_inputs
        self.output = self.raw_output
        self.fn_body = self._new(None)
        self._outlives: list[int] = []
        self._reverse: list[int] = []
        self._rank: dict[RegionVid, int] = {}
        """In which order the regions were first related: what the where clauses say comes first."""
        self._bounds: dict[Component, list[RegionVid]] = {}

    def __len__(self) -> int:
        return len(self.names)

    # -------------------------------------------------------------------------------------------- numbering

    def _new(self, region: t.Region | None) -> RegionVid:
        vid = self.context.new_region(Origin.FREE, 0, region)
        assert vid == len(self.names)
        self.names.append(region)
        if region is not None:
            self._indices[region] = vid
        return vid

    def vid_of(self, region: t.Region) -> RegionVid:
        if isinstance(region, t.ReError):
            # A lifetime that was missing, which was reported.
            region = t.RE_STATIC
        found = self._indices.get(region)
        if found is None:
            raise AssertionError(f"{region} is not a region of {self.def_}")
        return found

    def knows(self, region: t.Region) -> bool:
        """Whether it is one of the universal regions by name."""
        return region in self._indices

    def to_vars(self, value: t.T) -> t.T:
        """`value` with the names of universal regions replaced by their variables; erased and unknown ones by fresh variables."""

        def replace(region: t.Region) -> t.Region:
            if isinstance(region, (t.ReBound, t.ReVar)):
                return region
            vid = self._indices.get(region)
            return t.ReVar(vid) if vid is not None else self.context.fresh()

        return t.map_regions(value, replace)

    def _signature(self) -> None:
        tcx, def_ = self.tcx, self.def_
        if self.closure_info is not None:
            info = self.closure_info
            parent_args = tuple(self.to_vars(arg) for arg in tcx.identity_args(self.root))
            closure = t.Closure(def_, tcx.identity_args(self.root))
            extended = extend_closures(tcx, closure).args
            own = tuple(t.map_regions(arg, self._external) for arg in extended[len(parent_args) :])
            self.closure_args = (*parent_args, *own)
            for region in late_regions(tcx, self.root):
                self._new(region)
            self.n_external = len(self.names)
            closure_ty: t.Ty = t.Closure(def_, self.closure_args)
            sig = t.instantiate_bound(own[0].sig, lambda i, _: t.ReVar(self._new(t.ReLateParam(def_, i, "'_"))))
            if info.kind is ClosureKind.FN_ONCE:
                self.env_ty = closure_ty
            else:
                env = self._new(t.ReLateParam(def_, -1, ENV_NAME))
                self.env_ty = t.Ref(t.ReVar(env), closure_ty, info.kind is ClosureKind.FN_MUT)
            self.raw_inputs, self.raw_output = sig.inputs, sig.output
            return
        self.n_external = 1
        if def_.kind in FN_KINDS:
            sig = tcx.liberated_fn_sig(def_)
            for part in t.walk((sig.inputs, sig.output)):
                if isinstance(part, t.ReLateParam) and part not in self._indices:
                    self._pending_late(part)
            for i, name in enumerate(tcx.fn_sig(def_).bound):
                late = t.ReLateParam(def_, i, name)
                if late not in self._indices:
                    self._new(late)
            self.raw_inputs = tuple(self.to_vars(ty) for ty in sig.inputs)
            self.raw_output = self.to_vars(sig.output)
        else:
            ty = (
                tcx.type_of(def_) if def_.kind in (DefKind.CONST, DefKind.STATIC, DefKind.ASSOC_CONST) else self.body.locals[0].ty
            )
            self.raw_output = t.map_regions(
                ty, lambda r: r if isinstance(r, t.ReBound) else t.ReVar(self._indices.get(r, STATIC))
            )

    def _pending_late(self, region: t.ReLateParam) -> None:
        """Late-bound regions are numbered in the order in which they are declared."""
        bound = self.tcx.fn_sig(self.def_).bound
        if region.scope is not self.def_:
            self._new(region)
            return
        for i, name in enumerate(bound):
            late = t.ReLateParam(self.def_, i, name)
            if late not in self._indices:
                self._new(late)

    def _external(self, region: t.Region) -> t.Region:
        """A region of a closure's type as one of its external regions."""
        return region if isinstance(region, t.ReBound) else t.ReVar(self._new(None))

    # -------------------------------------------------------------------------------------------- relations

    def finish(self, infcx: BorrowckInferCtxt) -> None:
        """Normalise the signature and work out what is known of the universal regions."""
        tcx = self.tcx
        n = len(self.names)
        known: list[int] = [1 << i for i in range(n)]
        known[STATIC] = (1 << n) - 1
        bounds: dict[Component, list[RegionVid]] = {}

        def add(component: Component, region: t.Region) -> None:
            sub = self._known_vid(region)
            if sub is None:
                return
            if isinstance(component, (t.Param, t.Alias)):
                key = component if isinstance(component, t.Param) else self.to_vars(component)
                bounds.setdefault(key, []).append(sub)
                return
            sup = self._known_vid(component)
            if sup is not None:
                known[sup] |= 1 << sub

        self._general: list[tuple[t.Alias, RegionVid]] = []
        for predicate in infcx.param_env.outlives:
            if predicate.bound and isinstance(predicate.value, t.TypeOutlives) and isinstance(predicate.value.ty, t.Alias):
                clause = self.to_vars(predicate).value
                shorter = self._known_vid(clause.region)
                if shorter is not None:
                    self._general.append((clause.ty, shorter))
            for pair in predicate_outlives(tcx, predicate):
                add(*pair)
                for region in (pair[1], pair[0]):
                    vid = self._known_vid(region)
                    if vid is not None:
                        self._rank.setdefault(vid, len(self._rank))
        for vid in range(n):
            self._rank.setdefault(vid, len(self._rank))
        sources: list[t.Ty] = [*self.raw_inputs, self.raw_output]
        if self.env_ty is not None:
            sources.append(self.env_ty)
            sources.extend(self.closure_args[-1].elems)  # type: ignore[union-attr]
        container = tcx.impl_of_item(self.root)
        if container is not None:
            trait_ref = tcx.impl_trait_ref(container)
            parts = trait_ref.args if trait_ref is not None else (tcx.type_of(container),)
            for part in parts:
                if not isinstance(part, (t.ReStatic, t.ReEarlyParam)):
                    sources.append(self.to_vars(part))  # type: ignore[arg-type]
        if self.is_closure and self.root.kind in FN_KINDS:
            for ty in tcx.liberated_fn_sig(self.root).inputs:
                for component, region in implied_outlives(tcx, ty):
                    if self._known_vid(region) is not None:
                        add(component, region)
        normalized = {ty: infcx.normalize_here(ty) for ty in sources}
        for ty in sources:
            for source in dict.fromkeys((ty, normalized[ty])):
                for pair in implied_outlives(tcx, source):
                    add(*pair)
        self.inputs = tuple(normalized[ty] for ty in self.raw_inputs)
        self.output = normalized[self.raw_output]
        for vid in range(n):
            known[vid] |= 1 << self.fn_body
        changed = True
        while changed:
            changed = False
            for vid in range(n):
                new = known[vid]
                for other in bits(known[vid]):
                    new |= known[other]
                if new != known[vid]:
                    known[vid] = new
                    changed = True
        self._outlives = known
        self._reverse = [0] * n
        for vid in range(n):
            for other in bits(known[vid]):
                self._reverse[other] |= 1 << vid
        self._bounds = bounds

    def _known_vid(self, region: object) -> RegionVid | None:
        if isinstance(region, t.ReVar):
            return region.vid if region.vid < len(self.names) else None
        return self._indices.get(region)  # type: ignore[call-overload, no-any-return]

    def outlives(self, longer: RegionVid, shorter: RegionVid) -> bool:
        """Whether `longer: shorter` is known."""
        return bool(self._outlives[longer] >> shorter & 1)

    def region_bounds_of(self, kind: t.Ty) -> list[RegionVid]:
        """The regions that a parameter or alias is known to outlive."""
        found = self._bounds.get(kind, [])  # type: ignore[arg-type]
        return found if not self._general else [*found, *(sub for general, sub in self._general if _is_instance(kind, general))]

    def postdom_upper_bound(self, a: RegionVid, b: RegionVid) -> RegionVid:
        """The smallest region known to outlive both, 'static where there is no single one; of two equal ones the later."""
        a, b = sorted((a, b), key=self._rank.__getitem__)
        if self.outlives(b, a):
            return b
        if self.outlives(a, b):
            return a
        common = self._reverse[a] & self._reverse[b]
        return self._mutual_immediate(common, self._outlives)

    def _mutual_immediate(self, candidates: int, below: list[int]) -> RegionVid:
        minimal = [
            c
            for c in bits(candidates)
            if not any(o != c and below[c] >> o & 1 and not below[o] >> c & 1 for o in bits(candidates))
        ]
        return minimal[0] if len(minimal) == 1 else STATIC

    def is_local_free(self, vid: RegionVid) -> bool:
        """One that is not known outside of the body: late-bound, or the body itself."""
        return vid >= self.n_external

    def non_local_lower_bound(self, vid: RegionVid) -> RegionVid | None:
        """An external region that `vid` is known to outlive, as large as can be."""
        if not self.is_local_free(vid):
            return vid
        candidates = self._outlives[vid] & (1 << self.n_external) - 1
        maximal = [c for c in bits(candidates) if not any(o != c and self.outlives(o, c) for o in bits(candidates))]
        return maximal[0] if maximal else None

    def non_local_upper_bounds(self, vid: RegionVid) -> list[RegionVid]:
        """The smallest external regions known to outlive `vid`."""
        if not self.is_local_free(vid):
            return [vid]
        candidates = self._reverse[vid] & (1 << self.n_external) - 1
        minimal = [c for c in bits(candidates) if not any(o != c and self.outlives(c, o) for o in bits(candidates))]
        return minimal or [STATIC]

    def has_name(self, vid: RegionVid) -> bool:
        """Whether the user gave it a name."""
        region = self.names[vid]
        return region is not None and is_named(region)


def is_named(region: t.Region) -> bool:
    """A region written by name, not an elided one."""
    name = getattr(region, "name", "'static")
    return name != ENV_NAME and name != "'_" and not name[1:].isdigit() and name != ""


def _is_instance(ty: t.Ty, general: t.Ty) -> bool:
    """Whether a type is another one with some regions for those bound in that (rustc: `extract_verify_if_eq`)."""

    def split(value: t.Ty) -> tuple[t.Ty, list[t.Region]]:
        regions: list[t.Region] = []

        def erased(region: t.Region) -> t.Region:
            regions.append(region)
            return t.RE_ERASED  # type: ignore[no-any-return]

        return t.map_regions(value, erased), regions

    (shape, ours), (general_shape, theirs) = split(ty), split(general)
    chosen: dict[t.Region, t.Region] = {}
    return shape is general_shape and all(
        chosen.setdefault(b, a) is a if isinstance(b, t.ReBound) else a is b for a, b in zip(ours, theirs, strict=True)
    )
