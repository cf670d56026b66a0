"""Constructors of patterns, and which of them a type has (rustc_pattern_analysis: constructor.rs).

A pattern is a constructor applied to sub-patterns: `Some(x)` is the variant Some with one field, `1..=5` a range without any, `_`
the wildcard that fits every constructor. For a column of patterns, the constructors of the type are split so finely that each
pattern fits all of a part or nothing of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.enums import Enum
from interpreter.hints import TYPE_CHECKING, final
from interpreter.records import Record
from interpreter.resolve.defs import Def
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from interpreter.typeck.defs import EMPTY_ENV, ParamEnv

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

INFINITE = 1 << 200
"""Beyond all integers: `usize` and `isize` have no known greatest value (Reference: half-open range patterns)."""
_CHAR_RANGES = ((0, 0xD800), (0xE000, 0x110000))


class Kind(Enum):
    STRUCT = "struct, tuple or union"
    VARIANT = "variant"
    REF = "reference"
    BOOL = "bool"
    INT = "integer range"
    FLOAT = "float range"
    STR = "string"
    SLICE = "slice"
    WILD = "wildcard"
    NON_EXHAUSTIVE = "values that can't be listed"
    MISSING = "those not in the column"


@final
class Constructor(Record, frozen=True):
    """VARIANT: `a` is its index. BOOL, STR: the value. INT: half-open [a, b). FLOAT: (low, high, high included). SLICE: `a`
    elements at the front and, if it has a `..`, `b` at the end (None: just `a` elements)."""

    kind: Kind
    a: object = None
    b: object = None
    included: bool = False


WILD = Constructor(Kind.WILD)
MISSING = Constructor(Kind.MISSING)
NON_EXHAUSTIVE = Constructor(Kind.NON_EXHAUSTIVE)
STRUCT = Constructor(Kind.STRUCT)
REF = Constructor(Kind.REF)


class Pat(Record, frozen=True, eq=False):
    """A pattern taken apart; `fields` has one for each field of the constructor. `alts` only for or-patterns (constructor
    WILD)."""

    ctor: Constructor
    fields: tuple[Pat, ...]
    ty: t.Ty
    alts: tuple[Pat, ...] = ()


def wildcard(ty: t.Ty) -> Pat:
    """`_`"""
    return Pat(WILD, (), ty)


class PatternContext:
    """Questions about types that usefulness asks."""

    def __init__(self, tcx: TyCtxt, param_env: ParamEnv = EMPTY_ENV) -> None:
        self.tcx = tcx
        self.param_env = param_env
        self.alternatives: list[tuple[Pat, thir.Pat]] = []
        """The alternatives of the or-patterns lowered last, with what they were."""
        self.ranges: list[tuple[Pat, thir.RangePat]] = []
        """The ranges lowered last, with what they were."""
        self._uninhabited: dict[t.Ty, bool] = {}

    # -------------------------------------------------------------------------------------------- fields

    def variant_fields(self, ty: t.Adt, variant: int) -> tuple[t.Ty, ...]:
        """The types of a variant's fields."""
        found = self.tcx.adt_def(ty.def_).variants[variant].fields
        return tuple(self.tcx.normalize_erasing_regions(f.ty(self.tcx, ty.args), self.param_env) for f in found)

    def field_types(self, ctor: Constructor, ty: t.Ty) -> tuple[t.Ty, ...]:
        """The types of a constructor's fields."""
        match ctor.kind:
            case Kind.STRUCT:
                if isinstance(ty, t.Tuple):
                    return tuple(ty.elems)
                return self.variant_fields(ty, 0) if isinstance(ty, t.Adt) else ()
            case Kind.VARIANT:
                assert isinstance(ty, t.Adt) and isinstance(ctor.a, int)
                return self.variant_fields(ty, ctor.a)
            case Kind.REF:
                if isinstance(ty, t.Ref):
                    return (ty.ty,)
                assert isinstance(ty, t.Adt)
                return (ty.args[0],)  # type: ignore[return-value]
            case Kind.SLICE:
                assert isinstance(ty, (t.Slice, t.Array)) and isinstance(ctor.a, int)
                return (ty.elem,) * slice_arity(ctor)
            case _:
                return ()

    # -------------------------------------------------------------------------------------------- inhabitedness

    def is_uninhabited(self, ty: t.Ty) -> bool:
        """Has the type no value? References always count as inhabited (Reference: never type, uninhabited types)."""
        found = self._uninhabited.get(ty)
        if found is None:
            self._uninhabited[ty] = False
            found = self._uninhabited[ty] = self._compute_uninhabited(ty)
        return found

    def _compute_uninhabited(self, ty: t.Ty) -> bool:
        if ty is t.NEVER:
            return True
        if isinstance(ty, t.Tuple):
            return any(self.is_uninhabited(e) for e in ty.elems)
        if isinstance(ty, t.Array):
            return array_len(ty) not in (None, 0) and self.is_uninhabited(ty.elem)
        if isinstance(ty, t.Adt):
            adt = self.tcx.adt_def(ty.def_)
            if adt.is_union:
                return False
            return all(any(self.is_uninhabited(f) for f in self.variant_fields(ty, i)) for i in range(len(adt.variants)))
        return False

    # -------------------------------------------------------------------------------------------- splitting

    def split(self, ty: t.Ty, column: Sequence[Constructor]) -> tuple[list[Constructor], list[Constructor], list[Constructor]]:
        """The type's constructors, as finely as the column needs: those in the column, those missing, and those missing that have
        no values anyway."""
        seen = [c for c in column if c.kind is not Kind.WILD]
        if isinstance(ty, t.Prim):
            if ty is t.BOOL:
                return self._listed([Constructor(Kind.BOOL, True), Constructor(Kind.BOOL, False)], seen)
            if ty is t.NEVER:
                return [], [], []
            ranges = integer_ranges(ty)
            if ranges is not None:
                return _split_ranges(ranges, seen)
        elif isinstance(ty, t.Tuple):
            return self._single(STRUCT, seen, self.is_uninhabited(ty))
        elif isinstance(ty, t.Ref):
            return self._single(REF, seen, empty=False)
        elif isinstance(ty, t.Adt):
            return self._split_adt(ty, seen)
        elif isinstance(ty, (t.Slice, t.Array)):
            return self._split_slices(ty, seen)
        return list(dict.fromkeys(seen)), [NON_EXHAUSTIVE], []

    @staticmethod
    def _listed(
        every: list[Constructor], seen: list[Constructor], empty: frozenset[Constructor] = frozenset()
    ) -> tuple[list[Constructor], list[Constructor], list[Constructor]]:
        known = set(seen)
        present = [c for c in every if c in known]
        missing = [c for c in every if c not in known and c not in empty]
        return present, missing, [c for c in every if c not in known and c in empty]

    @staticmethod
    def _single(
        ctor: Constructor, seen: list[Constructor], empty: bool
    ) -> tuple[list[Constructor], list[Constructor], list[Constructor]]:
        if seen:
            return [ctor], [], []
        return ([], [], [ctor]) if empty else ([], [ctor], [])

    def _split_adt(self, ty: t.Adt, seen: list[Constructor]) -> tuple[list[Constructor], list[Constructor], list[Constructor]]:
        adt = self.tcx.adt_def(ty.def_)
        if any(c.kind is Kind.REF for c in seen):
            return [REF], [], []
        if not adt.is_enum:
            return self._single(STRUCT, seen, self.is_uninhabited(ty))
        every = [Constructor(Kind.VARIANT, i) for i in range(len(adt.variants))]
        empty = frozenset(c for i, c in enumerate(every) if any(self.is_uninhabited(f) for f in self.variant_fields(ty, i)))
        present, missing, missing_empty = self._listed(every, seen, empty)
        if is_non_exhaustive(adt.def_):
            missing.append(NON_EXHAUSTIVE)
        return present, missing, missing_empty

    def _split_slices(
        self, ty: t.Slice | t.Array, seen: list[Constructor]
    ) -> tuple[list[Constructor], list[Constructor], list[Constructor]]:
        present: list[Constructor] = []
        missing: list[Constructor] = []
        missing_empty: list[Constructor] = []
        length = array_len(ty) if isinstance(ty, t.Array) else None
        no_elements = self.is_uninhabited(ty.elem)
        for ctor, found in _split_lengths(length, seen):
            if found:
                present.append(ctor)
            elif no_elements and slice_arity(ctor) != 0:
                missing_empty.append(ctor)
            else:
                missing.append(ctor)
        return present, missing, missing_empty

    def no_constructors(self, ty: t.Ty) -> bool:
        """`!` and enums without variants."""
        return ty is t.NEVER or (
            isinstance(ty, t.Adt) and self.tcx.adt_def(ty.def_).is_enum and not self.tcx.adt_def(ty.def_).variants
        )


def is_non_exhaustive(def_: Def) -> bool:
    """A foreign enum that may get more variants."""
    return def_.is_std and "non_exhaustive" in def_.attrs


def array_len(ty: t.Array) -> int | None:
    """The length of an array, if it is known."""
    return int(ty.len.value) if isinstance(ty.len, t.ConstValue) else None


def integer_ranges(ty: t.Prim) -> tuple[tuple[int, int], ...] | None:
    """The half-open ranges of values of an integer type or char."""
    if ty is t.CHAR:
        return _CHAR_RANGES
    if ty.name not in t.INT_BITS:
        return None
    lo, hi = t.int_range(ty.name)
    if ty.name == "usize":
        return ((0, INFINITE),)
    if ty.name == "isize":
        return ((-INFINITE, INFINITE),)
    return ((lo, hi + 1),)


def _split_ranges(
    ranges: tuple[tuple[int, int], ...], seen: list[Constructor]
) -> tuple[list[Constructor], list[Constructor], list[Constructor]]:
    """Cut the type's values at the ends of all ranges in the column."""
    present: list[Constructor] = []
    missing: list[Constructor] = []
    for lo, hi in ranges:
        ends: dict[int, int] = {}
        for ctor in seen:
            assert isinstance(ctor.a, int) and isinstance(ctor.b, int)
            a, b = max(ctor.a, lo), min(ctor.b, hi)
            if a < b:
                ends[a] = ends.get(a, 0) + 1
                ends[b] = ends.get(b, 0) - 1
        at, depth = lo, 0
        for end in [*sorted(ends), hi]:
            if at < end:
                (present if depth else missing).append(Constructor(Kind.INT, at, end))
            at = max(at, end)
            depth += ends.get(end, 0)
    return present, missing, []


def slice_arity(ctor: Constructor) -> int:
    """How many elements a slice pattern looks at."""
    assert isinstance(ctor.a, int)
    return ctor.a + (ctor.b if isinstance(ctor.b, int) else 0)


def _split_lengths(length: int | None, seen: list[Constructor]) -> list[tuple[Constructor, bool]]:
    """The lengths that the column tells apart, and whether each is in it (rustc: Slice::split)."""
    prefix = suffix = 0
    bound, least = 1, INFINITE
    fixed: set[int] = set()
    for ctor in seen:
        assert isinstance(ctor.a, int)
        if ctor.b is None:
            bound = max(bound, ctor.a + 1)
            fixed.add(ctor.a)
        else:
            assert isinstance(ctor.b, int)
            prefix, suffix = max(prefix, ctor.a), max(suffix, ctor.b)
            least = min(least, ctor.a + ctor.b)
    prefix = max(prefix, bound - suffix)
    if length is not None:
        whole = Constructor(Kind.SLICE, length) if prefix + suffix >= length else Constructor(Kind.SLICE, prefix, suffix)
        return [(whole, length in fixed or least <= length)]
    parts = [(Constructor(Kind.SLICE, n), n in fixed or least <= n) for n in range(prefix + suffix)]
    return [*parts, (Constructor(Kind.SLICE, prefix, suffix), least <= prefix + suffix)]


def covers(pattern: Constructor, part: Constructor) -> bool:
    """Does a pattern with constructor `pattern` fit all values of the part `part`?"""
    if pattern.kind is Kind.WILD:
        return True
    if pattern.kind is not part.kind:
        return False
    if pattern.kind is Kind.INT:
        assert isinstance(pattern.a, int) and isinstance(part.a, int) and isinstance(pattern.b, int) and isinstance(part.b, int)
        return pattern.a <= part.a and part.b <= pattern.b
    if pattern.kind is Kind.SLICE:
        assert isinstance(pattern.a, int) and isinstance(part.a, int)
        if pattern.b is None:
            return part.b is None and pattern.a == part.a
        if part.b is None:
            return slice_arity(pattern) <= part.a
        assert isinstance(pattern.b, int) and isinstance(part.b, int)
        return pattern.a <= part.a and pattern.b <= part.b
    return pattern == part


# ------------------------------------------------------------------------------------------------ THIR patterns


def lower(cx: PatternContext, pat: thir.Pat) -> Pat:
    """A THIR pattern taken apart (rustc_pattern_analysis: rustc.rs `lower_pat`)."""
    ty = pat.ty
    match pat:
        case thir.BindingPat(sub=sub):
            return lower(cx, sub) if sub is not None else wildcard(ty)
        case thir.VariantPat(variant=variant, subpatterns=subs):
            assert isinstance(ty, t.Adt)
            return _with_fields(cx, Constructor(Kind.VARIANT, variant), subs, ty)
        case thir.LeafPat(subpatterns=subs):
            enum = isinstance(ty, t.Adt) and cx.tcx.adt_def(ty.def_).is_enum
            return _with_fields(cx, Constructor(Kind.VARIANT, 0) if enum else STRUCT, subs, ty)
        case thir.DerefPat(sub=sub):
            return Pat(REF, (lower(cx, sub),), ty)
        case thir.ConstantPat(value=value):
            return _constant(value, ty)
        case thir.RangePat(lo=lo, hi=hi, inclusive=inclusive):
            lowered_range = _range(lo, hi, inclusive, ty)
            cx.ranges.append((lowered_range, pat))
            return lowered_range
        case thir.SlicePat(prefix=prefix, slice=rest, suffix=suffix):
            elements = tuple(lower(cx, p) for p in (*prefix, *suffix))
            if rest is None or (isinstance(ty, t.Array) and array_len(ty) == len(elements)):
                return Pat(Constructor(Kind.SLICE, len(elements)), elements, ty)
            return Pat(Constructor(Kind.SLICE, len(prefix), len(suffix)), elements, ty)
        case thir.OrPat(alts=alts):
            lowered = tuple(lower(cx, alt) for alt in alts)
            cx.alternatives += zip(lowered, alts, strict=True)
            return Pat(WILD, (), ty, lowered)
        case _:
            return wildcard(ty)


def _with_fields(cx: PatternContext, ctor: Constructor, subs: list[tuple[int, thir.Pat]], ty: t.Ty) -> Pat:
    fields = [wildcard(field) for field in cx.field_types(ctor, ty)]
    for index, sub in subs:
        fields[index] = lower(cx, sub)
    return Pat(ctor, tuple(fields), ty)


def _constant(value: int | float | bool | str, ty: t.Ty) -> Pat:
    if isinstance(value, str):
        constant = Pat(Constructor(Kind.STR, value), (), t.STR)
        return Pat(REF, (constant,), ty) if isinstance(ty, t.Ref) else constant
    if isinstance(value, bool):
        return Pat(Constructor(Kind.BOOL, value), (), ty)
    if isinstance(value, float) or t.is_float(ty):
        return Pat(Constructor(Kind.FLOAT, value, value, included=True), (), ty)
    return Pat(Constructor(Kind.INT, value, value + 1), (), ty)


def _range(lo: int | float | None, hi: int | float | None, inclusive: bool, ty: t.Ty) -> Pat:
    ranges = integer_ranges(ty) if isinstance(ty, t.Prim) else None
    if ranges is None:
        return Pat(Constructor(Kind.FLOAT, lo, hi, inclusive), (), ty)
    low = ranges[0][0] if lo is None else int(lo)
    high = ranges[-1][1] if hi is None else int(hi) + (1 if inclusive else 0)
    return Pat(Constructor(Kind.INT, low, high), (), ty)
