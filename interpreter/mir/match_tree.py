"""The decision tree of a match (rustc_mir_build::builder::matches: match_pair.rs, test.rs, buckets.rs and the main algorithm).

Patterns become candidates: what must be tested where, and what is bound if all tests succeed. One test after the other is chosen
from the first candidate, the candidates are sorted into its outcomes, and the rest is built below each outcome; what fits no
outcome alone is tried after. False edges make the borrow checker see the arms as if they were tried in order.
"""

from __future__ import annotations

from interpreter.hints import TypeAlias, final
from interpreter.mir.body import (
    BinaryOp,
    BlockId,
    Call,
    Constant,
    ConstantIndex,
    Copy,
    Deref,
    Discriminant,
    Downcast,
    FakeRead,
    FalseEdge,
    Field,
    Len,
    Local,
    Move,
    Operand,
    Place,
    Projection,
    Reason,
    Ref,
    SourceInfo,
    Subslice,
    SwitchInt,
    Unreachable,
)
from interpreter.mir.build_block import Blocks
from interpreter.mir.build_core import PlaceBuilder
from interpreter.records import Record, field
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.syntax.ast import BinOp
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind

# ------------------------------------------------------------------------------------------------ tests


@final
class VariantCase(Record, frozen=True):
    adt: Def
    variant: int


@final
class ConstantCase(Record, frozen=True):
    """`ty`: of the tested place."""

    value: int | float | bool | str
    ty: t.Ty

    @property
    def is_switchable(self) -> bool:
        return t.is_integral(self.ty) or self.ty is t.CHAR


@final
class RangeCase(Record, frozen=True):
    lo: int | float | None
    hi: int | float | None
    inclusive: bool
    ty: t.Ty

    def contains(self, value: object) -> bool:
        assert isinstance(value, (int, float))
        if self.lo is not None and value < self.lo:
            return False
        return self.hi is None or (value <= self.hi if self.inclusive else value < self.hi)

    def overlaps(self, other: RangeCase) -> bool:
        return _starts_before_end(self, other) and _starts_before_end(other, self)


def _starts_before_end(a: RangeCase, b: RangeCase) -> bool:
    """Whether `a` starts no later than `b` ends."""
    if a.lo is None or b.hi is None:
        return True
    return a.lo <= b.hi if b.inclusive else a.lo < b.hi


@final
class SliceCase(Record, frozen=True):
    """A slice of exactly `length` elements, or of at least as many (`at_least`)."""

    length: int
    at_least: bool


@final
class NeverCase(Record, frozen=True):
    pass


@final
class OrCase(Record, frozen=True):
    alternatives: tuple[FlatPat, ...]


Case: TypeAlias = "VariantCase | ConstantCase | RangeCase | SliceCase | NeverCase | OrCase"


class MatchPair(Record, eq=False):
    """`place` must fit `case`, and then all of `subpairs` must hold. `place` is None for an or-pattern of an uncaptured place."""

    place: Place | None
    case: Case
    subpairs: list[MatchPair]
    span: Span


class Binding(Record, frozen=True):
    """`pat` binds what is at `source`."""

    pat: thir.BindingPat
    source: Place


Ascription: TypeAlias = "tuple[Place, thir.UserType]"
"""What a pattern says of the type of a place."""


class FlatPat(Record, eq=False):
    """A pattern without its irrefutable nodes. `bindings`: None holds the place of those of an or-pattern."""

    pairs: list[MatchPair]
    bindings: list[Binding | None]
    span: Span
    is_never: bool = False
    ascriptions: list[Ascription] = field(default_factory=list)


class Candidate(Record, eq=False):
    """An arm, or an alternative within one, while the tree is built. All or-patterns stand at the end of `pairs`."""

    pairs: list[MatchPair]
    bindings: list[Binding | None]
    span: Span
    has_guard: bool
    is_never: bool = False
    ascriptions: list[Ascription] = field(default_factory=list)
    subcandidates: list[Candidate] = field(default_factory=list)
    or_span: Span | None = None
    pre_binding: BlockId | None = None
    otherwise: BlockId | None = None
    false_edge_start: BlockId | None = None

    def starts_with_or(self) -> bool:
        return bool(self.pairs) and isinstance(self.pairs[0].case, OrCase)

    def leaves(self) -> list[Candidate]:
        if not self.subcandidates:
            return [self]
        return [leaf for sub in self.subcandidates for leaf in sub.leaves()]


class SubBranch(Record, frozen=True):
    """One way for an arm to match: `success` is where it has, `otherwise` where a failing guard goes."""

    span: Span
    success: BlockId
    otherwise: BlockId
    bindings: tuple[Binding, ...]
    ascriptions: tuple[Ascription, ...]
    is_never: bool


class MatchTree(Record, frozen=True):
    """`branches`: for each pattern its ways to match. `fake_borrows`: (place, temporary) that guards keep borrowed."""

    branches: list[list[SubBranch]]
    otherwise: BlockId
    fake_borrows: list[tuple[Place, Local]]


def _candidate(flat: FlatPat, has_guard: bool) -> Candidate:
    pairs = sorted(flat.pairs, key=lambda pair: isinstance(pair.case, OrCase))
    return Candidate(pairs, flat.bindings, flat.span, has_guard, flat.is_never, flat.ascriptions)


SUCCESS, FAILURE = "success", "failure"
Branch: TypeAlias = "str | tuple[str, object]"
"""An outcome of a test: SUCCESS, FAILURE, ("variant", index) or ("value", constant)."""


class MatchTrees(Blocks):
    """Builds decision trees."""

    def lower_match_tree(
        self,
        block: BlockId,
        scrutinee_span: Span,
        scrutinee: PlaceBuilder,
        start_span: Span,
        patterns: list[tuple[thir.Pat, bool]],
        exhaustive: bool,
    ) -> MatchTree:
        """The tree for `patterns`, each with whether it has a guard, from `block` on."""
        candidates = [_candidate(self._flat_pat(scrutinee, pat), has_guard) for pat, has_guard in patterns]
        fake_borrows = self._fake_borrows(candidates, scrutinee_span, scrutinee)
        otherwise = self._match_candidates(start_span, scrutinee_span, block, candidates)
        next_start = None if exhaustive else otherwise
        for candidate in reversed(candidates):
            for leaf in reversed(candidate.leaves()):
                if next_start is not None:
                    self._add_false_edges(leaf, candidate.has_guard, next_start)
                next_start = leaf.false_edge_start
        if exhaustive:
            place = self.try_to_place(scrutinee)
            info = self.info(scrutinee_span)
            if place is not None:
                self.cfg.push(otherwise, FakeRead(info, "match", place))
            self.cfg.terminate(otherwise, Unreachable(info))
        return MatchTree([_sub_branches(candidate) for candidate in candidates], otherwise, fake_borrows)

    def _add_false_edges(self, leaf: Candidate, has_guard: bool, next_start: BlockId) -> None:
        info = self.info(leaf.span)
        assert leaf.pre_binding is not None and leaf.otherwise is not None
        real = self.cfg.new_block()
        self._false_edge(leaf.pre_binding, real, next_start, info)
        leaf.pre_binding = real
        if has_guard:
            new_otherwise = self.cfg.new_block()
            self._false_edge(new_otherwise, leaf.otherwise, next_start, info)
            leaf.otherwise = new_otherwise

    def _false_edge(self, block: BlockId, real: BlockId, imaginary: BlockId, info: SourceInfo) -> None:
        if real == imaginary:
            self.cfg.goto(block, info, real)
        else:
            self.cfg.terminate(block, FalseEdge(info, real, imaginary))

    # ---------------------------------------------------------------- patterns to match pairs

    def _flat_pat(self, place: PlaceBuilder, pat: thir.Pat) -> FlatPat:
        flat = FlatPat([], [], pat.span)
        self._match_pairs(place, pat, flat.pairs, flat)
        return flat

    def _match_pairs(self, builder: PlaceBuilder, pat: thir.Pat, pairs: list[MatchPair], extra: FlatPat) -> None:
        """Add to `pairs` what must be tested for `pat` at the place, and its bindings to `extra`."""
        place = self.try_to_place(builder)
        case: Case | None = None
        subpairs: list[MatchPair] = []
        if isinstance(pat, (thir.VariantPat, thir.LeafPat)) and pat.user_ty is not None and place is not None:
            extra.ascriptions.append((place, pat.user_ty))
        match pat:
            case thir.OrPat():
                alternatives = tuple([self._flat_pat(builder, alt) for alt in pat.alts])
                if alternatives[0].bindings:
                    extra.bindings.append(None)
                case = OrCase(alternatives)
            case thir.RangePat():
                range_case = RangeCase(pat.lo, pat.hi, pat.inclusive, pat.ty)
                case = None if _is_full_range(range_case) else range_case
            case thir.ConstantPat(ty=t.Ref(ty=inner)) if inner is t.STR and place is not None:
                case, place = ConstantCase(pat.value, t.STR), place.project(Deref())
            case thir.ConstantPat():
                case = ConstantCase(pat.value, pat.ty)
            case thir.BindingPat():
                # Bindings within come first: `y @ S { copied: z }` must read z before y is moved.
                if pat.sub is not None:
                    self._match_pairs(builder, pat.sub, subpairs, extra)
                if place is not None:
                    extra.bindings.append(Binding(pat, place))
            case thir.SlicePat():
                case = self._slice_pairs(builder, pat, subpairs, extra)
            case thir.VariantPat():
                adt = self.tcx.adt_def(pat.adt)
                assert isinstance(pat.ty, t.Adt)
                downcast = builder.project(Downcast(pat.variant, adt.variants[pat.variant].name))
                for index, sub in pat.subpatterns:
                    field_ = Field(index, self.field_ty(pat.ty, pat.variant, index))
                    self._match_pairs(downcast.project(field_), sub, subpairs, extra)
                others = (i for i in range(len(adt.variants)) if i != pat.variant)
                if not all(self.variant_is_uninhabited(pat.ty, i) for i in others):
                    case = VariantCase(adt.def_, pat.variant)
            case thir.LeafPat():
                for field_elem, sub in self._leaf_fields(builder, pat):
                    self._match_pairs(field_elem, sub, subpairs, extra)
            case thir.DerefPat():
                self._match_pairs(builder.project(Deref()), pat.sub, subpairs, extra)
            case thir.NeverPat():
                case = NeverCase()
                extra.is_never = True
        if case is None:
            pairs.extend(subpairs)
        else:
            pairs.append(MatchPair(place, case, subpairs, pat.span))

    def _leaf_fields(self, builder: PlaceBuilder, pat: thir.LeafPat) -> list[tuple[PlaceBuilder, thir.Pat]]:
        result = []
        ty = pat.ty
        if isinstance(ty, t.Adt) and self.tcx.adt_def(ty.def_).is_enum:
            builder = builder.project(Downcast(0, self.tcx.adt_def(ty.def_).variants[0].name))
        for index, sub in pat.subpatterns:
            if isinstance(ty, t.Tuple):
                field_ty = ty.elems[index]
            else:
                assert isinstance(ty, t.Adt)
                field_ty = self.field_ty(ty, 0, index)
            result.append((builder.project(Field(index, field_ty)), sub))
        return result

    def _slice_pairs(self, builder: PlaceBuilder, pat: thir.SlicePat, subpairs: list[MatchPair], extra: FlatPat) -> Case | None:
        n_prefix, n_suffix = len(pat.prefix), len(pat.suffix)
        array_len = self._array_len(pat.ty)
        min_length = n_prefix + n_suffix if array_len is None else array_len
        from_end = array_len is None
        parts: list[tuple[Projection, thir.Pat]] = []
        for offset, sub in enumerate(pat.prefix):
            parts.append((ConstantIndex(offset, min_length, False), sub))
        if pat.slice is not None:
            parts.append((Subslice(n_prefix, n_suffix if from_end else min_length - n_suffix, from_end), pat.slice))
        for back, sub in enumerate(reversed(pat.suffix), 1):
            parts.append((ConstantIndex(back if from_end else min_length - back, min_length, from_end), sub))
        for elem, sub in parts:
            self._match_pairs(builder.project(elem), sub, subpairs, extra)
        if array_len is not None or (pat.slice is not None and not n_prefix + n_suffix):
            return None
        return SliceCase(n_prefix + n_suffix, pat.slice is not None)

    def _array_len(self, ty: t.Ty) -> int | None:
        if not isinstance(ty, t.Array):
            return None
        length = self.tcx.eval_const(ty.len, self.param_env)
        assert isinstance(length, t.ConstValue), "the length of a matched array is known"
        return length.value

    # ---------------------------------------------------------------- the main algorithm

    def _match_candidates(self, span: Span, scrutinee_span: Span, start: BlockId, candidates: list[Candidate]) -> BlockId:
        """Branch from `start` to the first of `candidates` that fits; gives the block where none does."""
        while candidates:
            first = candidates[0]
            if first.false_edge_start is None:
                first.false_edge_start = start
            if not first.pairs:
                first.pre_binding = start
                start = first.otherwise = self.cfg.new_block()
                candidates = candidates[1:]
            elif any(candidate.starts_with_or() for candidate in candidates):
                start, candidates = self._expand_or(span, scrutinee_span, start, candidates)
            else:
                start, candidates = self._test_candidates(span, scrutinee_span, start, candidates)
        return start

    def _expand_or(
        self, span: Span, scrutinee_span: Span, start: BlockId, candidates: list[Candidate]
    ) -> tuple[BlockId, list[Candidate]]:
        """Replace leading or-patterns by their alternatives; beyond a candidate with more to test after its or-pattern nothing
        is expanded yet."""
        until = len(candidates)
        for position, candidate in enumerate(candidates):
            if len(candidate.pairs) > 1 and candidate.starts_with_or():
                until = position + 1
                break
        to_expand, rest = candidates[:until], candidates[until:]
        expanded: list[Candidate] = []
        for candidate in to_expand:
            if candidate.starts_with_or():
                pair = candidate.pairs.pop(0)
                assert isinstance(pair.case, OrCase)
                candidate.or_span = pair.span
                candidate.subcandidates = [_candidate(alt, candidate.has_guard) for alt in pair.case.alternatives]
                candidate.subcandidates[0].false_edge_start = candidate.false_edge_start
                expanded.extend(candidate.subcandidates)
            else:
                expanded.append(candidate)
        remainder = self._match_candidates(span, scrutinee_span, start, expanded)
        for candidate in to_expand:
            if candidate.subcandidates:
                self._merge_trivial(candidate)
                self._remove_never(candidate)
        self._test_rest_after_or(span, scrutinee_span, to_expand[-1])
        return remainder, rest

    def _merge_trivial(self, candidate: Candidate) -> None:
        """Alternatives that bind nothing share one block."""
        if candidate.has_guard or any(sub.subcandidates or sub.bindings or sub.ascriptions for sub in candidate.subcandidates):
            return
        shared = self.cfg.new_block()
        assert candidate.or_span is not None
        info = self.info(candidate.or_span)
        if candidate.false_edge_start is None:
            candidate.false_edge_start = candidate.subcandidates[0].false_edge_start
        for sub in candidate.subcandidates:
            assert sub.pre_binding is not None
            self.cfg.goto(sub.pre_binding, info, shared)
            candidate.otherwise = sub.otherwise
        candidate.subcandidates = []
        candidate.or_span = None
        candidate.pre_binding = shared

    def _remove_never(self, candidate: Candidate) -> None:
        if not candidate.subcandidates:
            return
        kept = []
        start = candidate.subcandidates[0].false_edge_start
        for sub in candidate.subcandidates:
            if not sub.is_never:
                kept.append(sub)
                continue
            for leaf in sub.leaves():
                assert leaf.pre_binding is not None
                self.cfg.terminate(leaf.pre_binding, Unreachable(self.info(leaf.span)))
        candidate.subcandidates = kept
        if not kept:
            candidate.pre_binding = candidate.otherwise = self.cfg.new_block()
            if candidate.false_edge_start is None:
                candidate.false_edge_start = start

    def _test_rest_after_or(self, span: Span, scrutinee_span: Span, candidate: Candidate) -> None:
        """Test the or-patterns that remain after the first one, below each of its alternatives."""
        if not candidate.pairs:
            return
        info = self.info(candidate.or_span or candidate.span)
        remaining, candidate.pairs = candidate.pairs, []
        leaves = candidate.leaves()
        last_otherwise = leaves[-1].otherwise
        for leaf in leaves:
            leaf.pairs.extend(remaining)
            start, own_otherwise = leaf.pre_binding, leaf.otherwise
            assert start is not None
            leaf.pre_binding = leaf.otherwise = None
            otherwise = self._match_candidates(span, scrutinee_span, start, [leaf])
            target = own_otherwise if leaf.has_guard else last_otherwise
            assert target is not None
            self.cfg.goto(otherwise, info, target)

    def _test_candidates(
        self, span: Span, scrutinee_span: Span, start: BlockId, candidates: list[Candidate]
    ) -> tuple[BlockId, list[Candidate]]:
        pair = candidates[0].pairs[0]
        assert pair.place is not None
        buckets: dict[Branch, list[Candidate]] = {}
        done = 0
        for candidate in candidates:
            branch = self._choose_bucket(pair.place, pair.case, candidate, buckets)
            if branch is None:
                break
            buckets.setdefault(branch, []).append(candidate)
            done += 1
        assert done, "the first candidate is always tested"
        remainder = self.cfg.new_block()
        targets: dict[Branch, BlockId] = {}
        for branch, members in buckets.items():
            branch_start = targets[branch] = self.cfg.new_block()
            branch_otherwise = self._match_candidates(span, scrutinee_span, branch_start, members)
            self.cfg.goto(branch_otherwise, self.info(span), remainder)
        self._perform_test(span, scrutinee_span, start, remainder, pair, targets)
        return remainder, candidates[done:]

    def _choose_bucket(
        self, place: Place, test: Case, candidate: Candidate, prior: dict[Branch, list[Candidate]]
    ) -> Branch | None:
        """The one outcome of `test` at `place` in which `candidate` can match; None if there is no single one. Takes what the
        outcome settles out of the candidate."""
        found = (i for i, p in enumerate(candidate.pairs) if p.place == place and not isinstance(p.case, OrCase))
        index = next(found, None)
        if index is None:
            return None
        pair = candidate.pairs[index]
        branch, fully_matched = _outcome(test, pair.case, place, prior)
        if fully_matched:
            candidate.pairs[index : index + 1] = pair.subpairs
            candidate.pairs.sort(key=lambda p: isinstance(p.case, OrCase))
        return branch

    # ---------------------------------------------------------------- performing tests

    def _perform_test(
        self,
        span: Span,
        scrutinee_span: Span,
        block: BlockId,
        otherwise: BlockId,
        pair: MatchPair,
        targets: dict[Branch, BlockId],
    ) -> None:
        place, case = pair.place, pair.case
        assert place is not None
        info = self.info(pair.span, Reason.MATCH)
        start_info = self.info(span, Reason.MATCH)
        success, failure = targets.get(SUCCESS, otherwise), targets.get(FAILURE, otherwise)
        match case:
            case VariantCase():
                count = len(self.tcx.adt_def(case.adt).variants)
                chosen = [(index, targets[("variant", index)]) for index in range(count) if ("variant", index) in targets]
                discriminant = self.temp(t.ISIZE, pair.span)
                self.push_assign(self.info(scrutinee_span, Reason.MATCH), discriminant, Discriminant(place), block)
                self.cfg.terminate(block, SwitchInt(start_info, Move(discriminant), tuple(chosen), failure))
            case ConstantCase() if case.is_switchable:
                values = tuple([(key[1], b) for key, b in targets.items() if isinstance(key, tuple)])
                self.cfg.terminate(block, SwitchInt(start_info, Copy(place), values, failure))  # type: ignore[arg-type]
            case ConstantCase() if case.ty is t.BOOL:
                self.cfg.terminate(block, SwitchInt(start_info, Copy(place), ((0, failure),), success))
            case ConstantCase() if t.is_float(case.ty):
                constant = Constant(case.value, case.ty, pair.span)
                self._compare(block, success, failure, pair.span, BinOp.EQ, constant, Copy(place))
            case ConstantCase():
                self._call_eq(block, success, failure, pair.span, case, place)
            case RangeCase():
                middle = block
                if case.lo is not None:
                    middle = success if case.hi is None else self.cfg.new_block()
                    lo = Constant(case.lo, case.ty, pair.span)
                    self._compare(block, middle, failure, pair.span, BinOp.LE, lo, Copy(place))
                if case.hi is not None:
                    hi = Constant(case.hi, case.ty, pair.span)
                    self._compare(middle, success, failure, pair.span, BinOp.LE if case.inclusive else BinOp.LT, Copy(place), hi)
            case SliceCase():
                length = self.temp(t.USIZE, pair.span)
                self.push_assign(info, length, Len(place), block)
                op = BinOp.GE if case.at_least else BinOp.EQ
                self._compare(block, success, failure, pair.span, op, Move(length), Constant(case.length, t.USIZE, pair.span))
            case NeverCase():
                self.cfg.push(block, FakeRead(info, "match", place))
                self.cfg.terminate(block, Unreachable(info))
            case OrCase():
                raise AssertionError("or-patterns are expanded, not tested")

    def _compare(
        self, block: BlockId, success: BlockId, failure: BlockId, span: Span, op: BinOp, lhs: Operand, rhs: Operand
    ) -> None:
        result = self.temp(t.BOOL, span)
        self.push_assign(self.info(span, Reason.MATCH), result, BinaryOp(op, lhs, rhs), block)
        self.switch_bool(block, Move(result), success, failure, span)

    def _call_eq(self, block: BlockId, success: BlockId, failure: BlockId, span: Span, case: ConstantCase, place: Place) -> None:
        """Compare a string by `<str as PartialEq>::eq`."""
        assert isinstance(case.value, str)
        ref_str = t.Ref(t.RE_ERASED, t.STR, False)
        borrowed = self.temp(ref_str, span)
        self.push_assign(self.info(span, Reason.MATCH), borrowed, Ref(BorrowKind.SHARED, place), block)
        trait = self.tcx.lang_item("eq")
        method = next(item.def_ for item in self.tcx.associated_items(trait) if item.name == "eq")
        func = Constant(None, t.FnDef(method, (t.STR, t.STR)), span)
        expected = Constant(case.value, ref_str, span)
        result = self.temp(t.BOOL, span)
        after = self.cfg.new_block()
        info = self.info(span, Reason.MATCH)
        self.cfg.terminate(block, Call(info, func, (Copy(borrowed), expected), result, after, None, span, True))
        self.diverge_from(block)
        self.switch_bool(after, Move(result), success, failure, span)

    # ---------------------------------------------------------------- fake borrows

    def _fake_borrows(self, candidates: list[Candidate], span: Span, scrutinee: PlaceBuilder) -> list[tuple[Place, Local]]:
        """The places that guards must leave alone: what is tested, and the pointers that lead to that and to what is bound."""
        if not any(candidate.has_guard for candidate in candidates):
            return []
        found: dict[Place, None] = {}

        def add_pointers_to(place: Place) -> None:
            for length in range(len(place.projection) - 1, -1, -1):
                if isinstance(place.projection[length], Deref):
                    pointer = Place(place.local, place.projection[:length])
                    if pointer in found:
                        return
                    found[pointer] = None

        def visit(pairs: list[MatchPair], bindings: list[Binding | None]) -> None:
            for binding in bindings:
                if binding is not None:
                    add_pointers_to(binding.source)
            for pair in pairs:
                if isinstance(pair.case, OrCase):
                    for alternative in pair.case.alternatives:
                        visit(alternative.pairs, alternative.bindings)
                else:
                    if pair.place is not None and pair.place not in found:
                        found[pair.place] = None
                        add_pointers_to(pair.place)
                    visit(pair.subpairs, [])

        for candidate in candidates:
            visit(candidate.pairs, candidate.bindings)
        return [(place, self.temp(t.Ref(t.RE_ERASED, self.place_ty(place), False), span).local) for place in found]


def _outcome(test: Case, case: Case, place: Place, prior: dict[Branch, list[Candidate]]) -> tuple[Branch | None, bool]:
    """The outcome of `test` that a pair with `case` at the same place belongs to, and whether that outcome says all about it."""
    match test, case:
        case VariantCase(), VariantCase():
            return ("variant", case.variant), True
        case ConstantCase(), ConstantCase() if test.is_switchable:
            conflict = any(
                isinstance(pair.case, RangeCase) and pair.place == place and pair.case.contains(case.value)
                for candidate in prior.get(FAILURE, ())
                for pair in candidate.pairs
            )
            return (None, False) if conflict else (("value", case.value), True)
        case ConstantCase(), RangeCase() if test.is_switchable:
            outside = not any(isinstance(key, tuple) and case.contains(key[1]) for key in prior)
            return (FAILURE if outside else None), False
        case ConstantCase(), ConstantCase() if test.ty is t.BOOL:
            return (SUCCESS if case.value else FAILURE), True
        case ConstantCase(), ConstantCase():
            return (SUCCESS, True) if test.value == case.value else (FAILURE, False)
        case SliceCase(), SliceCase():
            return _slice_outcome(test, case)
        case RangeCase(), RangeCase():
            if test == case:
                return SUCCESS, True
            return (None if test.overlaps(case) else FAILURE), False
        case RangeCase(), ConstantCase():
            return (None if test.contains(case.value) else FAILURE), False
        case NeverCase(), _:
            return SUCCESS, True
    return None, False


def _slice_outcome(test: SliceCase, case: SliceCase) -> tuple[Branch | None, bool]:
    if not test.at_least:
        if test.length == case.length and not case.at_least:
            return SUCCESS, True
        if test.length < case.length or not case.at_least:
            return FAILURE, False
        return None, False
    if test.length == case.length and case.at_least:
        return SUCCESS, True
    if test.length <= case.length:
        return SUCCESS, False
    return (None if case.at_least else FAILURE), False


def _is_full_range(case: RangeCase) -> bool:
    if not isinstance(case.ty, t.Prim) or case.ty.name not in t.INT_BITS:
        return False
    least, greatest = t.int_range(case.ty.name)
    top = case.hi is None or (case.hi >= greatest if case.inclusive else case.hi > greatest)
    return (case.lo is None or case.lo <= least) and top


def _sub_branches(candidate: Candidate) -> list[SubBranch]:
    """The leaves below a candidate, each with all its bindings in the order of the pattern."""
    result: list[SubBranch] = []

    def visit(here: Candidate, parents: list[Candidate]) -> None:
        parents = [*parents, here]
        if here.subcandidates:
            for sub in here.subcandidates:
                visit(sub, parents)
            return
        assert here.pre_binding is not None and here.otherwise is not None
        bindings = _flatten([parent.bindings for parent in parents])
        ascriptions = tuple([ascription for parent in parents for ascription in parent.ascriptions])
        result.append(SubBranch(here.span, here.pre_binding, here.otherwise, bindings, ascriptions, here.is_never))

    visit(candidate, [])
    return result


def _flatten(levels: list[list[Binding | None]]) -> tuple[Binding, ...]:
    rest = iter([level for level in levels if level])
    flat: list[Binding] = []

    def push(level: list[Binding | None]) -> None:
        for binding in level:
            if binding is not None:
                flat.append(binding)
            else:
                below = next(rest, None)
                if below is not None:
                    push(below)

    for level in rest:
        push(level)
    return tuple(flat)
