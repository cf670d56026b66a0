"""The lints `overlapping_range_endpoints` and `non_contiguous_range_endpoints`, where they are denied (rustc_pattern_analysis:
usefulness.rs `collect_overlapping_range_endpoints`, `collect_non_contiguous_range_endpoints`)."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.records import NamedTuple
from interpreter.typeck import ty as t
from interpreter.typeck.pat_constructors import MISSING, Constructor, Kind, Pat, PatternContext
from interpreter.typeck.usefulness import Place, Row, Witness, expanded, show, specialised

OVERLAPPING = "overlapping_range_endpoints"
NON_CONTIGUOUS = "non_contiguous_range_endpoints"


def find(cx: PatternContext, arms: list[tuple[Pat, bool]], ty: t.Ty) -> list[Diagnostic]:
    """In the arms' patterns, which were lowered last."""
    if not cx.ranges:
        return []
    search = _Search(cx)
    search.look([_Row(Row((pat,), guarded)) for pat, guarded in arms], [Place(ty, False, scrutinee=True)])
    return search.found


class _Row(NamedTuple):
    """`parent`: the place among the rows that this one came from."""

    row: Row
    parent: int = 0


class _Search:
    def __init__(self, cx: PatternContext) -> None:
        self.cx = cx
        self.written = {id(low): pat for low, pat in cx.ranges}
        self.found: list[Diagnostic] = []

    def look(self, rows: list[_Row], places: list[Place]) -> list[set[int]]:
        """Which rows before it each row surely has values in common with."""
        if not places:
            return self._at_end(rows)
        alternatives = [_Row(row, index) for index, (parent, _) in enumerate(rows) for row in expanded([parent])]
        if len(alternatives) > len(rows):
            return _in_parents(self.look(alternatives, places), alternatives, len(rows))
        place = places[0]
        common: list[set[int]] = [set() for _ in rows]
        present, missing, missing_empty = self.cx.split(place.ty, [row.pats[0].ctor for row, _ in rows])
        for part in [*present, *([MISSING] if missing or missing_empty else [])]:
            special: list[_Row] = []
            inner_places: list[Place] = []
            for index, (row, _) in enumerate(rows):
                found, inner_places = specialised(self.cx, [row], places, part)
                special += [_Row(inner, index) for inner in found]
            inner = self.look(special, inner_places)
            if part.kind is Kind.INT and _is_one(part) and len(special) > 1 and any(inner):
                self._overlaps(part, rows, special, inner, place.ty)
            for mine, theirs in zip(common, _in_parents(inner, special, len(rows)), strict=True):
                mine |= theirs
        for part in missing:
            if part.kind is Kind.INT and _is_one(part):
                self._gap(part, rows, place.ty)
        return common

    @staticmethod
    def _at_end(rows: list[_Row]) -> list[set[int]]:
        """Rows after one that matches for sure are known to have something in common with all before them."""
        return [set(range(index)) for index in range(len(rows))]

    def _overlaps(self, part: Constructor, rows: list[_Row], special: list[_Row], common: list[set[int]], ty: t.Ty) -> None:
        prefixes: list[tuple[int, Pat]] = []
        suffixes: list[tuple[int, Pat]] = []
        for index, (_, parent) in enumerate(special):
            pat = rows[parent].row.pats[0]
            if pat.ctor.kind is not Kind.INT or _is_one(pat.ctor):
                continue
            if pat.ctor.a == part.a:
                others, mine = prefixes, suffixes
            elif pat.ctor.b == part.b:
                others, mine = suffixes, prefixes
            else:
                continue
            self._overlap(pat, [other for other_index, other in others if other_index in common[index]], part, ty)
            mine.append((index, pat))

    def _overlap(self, pat: Pat, others: list[Pat], part: Constructor, ty: t.Ty) -> None:
        if others and id(pat) in self.written:
            value = show(self.cx, Witness(part, (), ty))
            secondary = [self.written[id(other)].span for other in others if id(other) in self.written]
            labels = tuple(Label(span, f"this range overlaps on `{value}`...") for span in secondary)
            message = "multiple patterns overlap on their endpoints"
            label = Label(self.written[id(pat)].span, "... with this range")
            self.found.append(Diagnostic(OVERLAPPING, message, (label,), labels))

    def _gap(self, part: Constructor, rows: list[_Row], ty: t.Ty) -> None:
        heads = [row.pats[0] for row, _ in rows if row.pats[0].ctor.kind is Kind.INT]
        after = [pat for pat in heads if pat.ctor.a == part.b and id(pat) in self.written]
        value = show(self.cx, Witness(part, (), ty))
        for pat in heads:
            written = self.written.get(id(pat))
            if pat.ctor.b != part.a or written is None or written.inclusive or written.hi is None:
                continue
            label = Label(written.span, f"this range doesn't match `{value}` because `..` is an exclusive range")
            if not after:
                self.found.append(Diagnostic(NON_CONTIGUOUS, f"exclusive range missing `{value}`", (label,)))
                continue
            low = "" if written.lo is None else self._value(written.lo, ty)
            what = f"continue range `{low}..{self._value(written.hi, ty)}`, but `{value}` isn't matched by either of them"
            labels = tuple(Label(self.written[id(other)].span, f"this could appear to {what}") for other in after)
            self.found.append(Diagnostic(NON_CONTIGUOUS, "multiple ranges are one apart", (label,), labels))

    def _value(self, value: float, ty: t.Ty) -> str:
        return show(self.cx, Witness(Constructor(Kind.INT, int(value), int(value) + 1), (), ty))


def _is_one(ctor: Constructor) -> bool:
    """Whether a range has one value."""
    assert isinstance(ctor.a, int) and isinstance(ctor.b, int)
    return ctor.b == ctor.a + 1


def _in_parents(common: list[set[int]], rows: list[_Row], count: int) -> list[set[int]]:
    """What rows have in common, of those that they came from."""
    found: list[set[int]] = [set() for _ in range(count)]
    for (_, parent), others in zip(rows, common, strict=True):
        found[parent].update(rows[other].parent for other in others if rows[other].parent != parent)
    return found
