"""Which arguments of a call are wrong, superfluous, missing or in each other's place (rustc: fn_ctxt/arg_matrix.rs)."""

from __future__ import annotations

from collections.abc import Callable

from interpreter.records import Record


class Invalid(Record, frozen=True):
    """What was given at `provided` has the wrong type for `expected`."""

    provided: int
    expected: int


class Extra(Record, frozen=True):
    """Nothing takes what was given at `provided`."""

    provided: int


class Missing(Record, frozen=True):
    """Nothing was given for `expected`."""

    expected: int


class Swap(Record, frozen=True):
    """Two arguments (provided, expected) stand in each other's place."""

    first: tuple[int, int]
    second: tuple[int, int]


class Permutation(Record, frozen=True):
    """Arguments (expected, provided) that stand in a ring of each other's places."""

    pairs: tuple[tuple[int, int], ...]


Error = Invalid | Extra | Missing | Swap | Permutation
_ORDER = (Invalid, Extra, Missing, Swap, Permutation)


class ArgMatrix:
    """Rows are the arguments given that aren't accounted for yet, columns the parameters; an entry says whether one fits the
    other."""

    def __init__(self, provided: int, expected: int, fits: Callable[[int, int], bool]) -> None:
        self.provided = list(range(provided))
        self.expected = list(range(expected))
        self.matrix = [[fits(i, j) for j in range(expected)] for i in range(provided)]

    def find_errors(self) -> tuple[list[Error], list[int | None]]:
        """The errors, and for each parameter the argument that is its own."""
        errors: list[Error] = []
        matched: list[int | None] = [None] * len(self.expected)
        self._match_satisfied(matched)
        while self.provided or self.expected:
            error = self._take_error(matched)
            if error is not None:
                errors.append(error)
            else:
                before = len(self.provided)
                self._match_satisfied(matched)
                if len(self.provided) == before:
                    break
        errors.sort(key=_sort_key)
        return errors, matched

    # -------------------------------------------------------------------------------------------- taking out

    def _drop_provided(self, i: int) -> None:
        del self.provided[i], self.matrix[i]

    def _drop_expected(self, j: int) -> None:
        del self.expected[j]
        for row in self.matrix:
            del row[j]

    def _drop_both(self, i: int, j: int) -> None:
        self._drop_provided(i)
        self._drop_expected(j)

    def _match_satisfied(self, matched: list[int | None]) -> None:
        """Those that fit where they stand."""
        for i in reversed(range(min(len(self.provided), len(self.expected)))):
            if self.matrix[i][i]:
                matched[self.expected[i]] = self.provided[i]
                self._drop_both(i, i)

    def _take_error(self, matched: list[int | None]) -> Error | None:
        """The first thing wrong, which is taken out."""
        found = self._find_issue()
        if found is None:
            ring = self._find_ring()
            return None if not ring else self._take_ring(ring, matched)
        kind, i, j = found
        if kind is Extra:
            extra = Extra(self.provided[i])
            self._drop_provided(i)
            return extra
        if kind is Missing:
            missing = Missing(self.expected[i])
            self._drop_expected(i)
            return missing
        if kind is Invalid:
            invalid = Invalid(self.provided[i], self.expected[i])
            self._drop_both(i, i)
            return invalid
        swap = Swap((self.provided[i], self.expected[i]), (self.provided[j], self.expected[j]))
        matched[self.expected[j]], matched[self.expected[i]] = self.provided[i], self.provided[j]
        low, high = min(i, j), max(i, j)
        self._drop_both(low, high)
        self._drop_both(high - 1, low)
        return swap

    def _take_ring(self, ring: dict[int, int], matched: list[int | None]) -> Permutation:
        pairs: dict[int, tuple[int, int]] = {}
        for source, place in ring.items():
            pairs[self.provided[source]] = (self.expected[place], self.provided[place])
            matched[self.expected[place]] = self.provided[source]
        for place in sorted(ring.values(), reverse=True):
            self._drop_both(place, place)
        return Permutation(tuple([pairs[source] for source in sorted(pairs)]))

    # -------------------------------------------------------------------------------------------- looking

    def _find_issue(self) -> tuple[type[Error], int, int] | None:
        """The first row and column that don't go together, and what is wrong with them."""
        rows, columns = len(self.provided), len(self.expected)
        matrix = self.matrix
        unmatched = 0
        for i in range(max(rows, columns)):
            if i >= rows:
                return Missing, unmatched, 0
            if not columns:
                return Extra, unmatched, 0
            is_column = i < columns
            if is_column and matrix[i][i]:
                unmatched += 1
                continue
            unsatisfiable = not (is_column and any(row[i] for row in matrix))
            useless = not any(matrix[i])
            if useless:
                return (Invalid if is_column and unsatisfiable else Extra), i, 0
            if is_column and unsatisfiable:
                return Missing, i, 0
            if is_column:
                for j in range(min(rows, columns)):
                    if i != j and not matrix[j][j] and matrix[i][j] and matrix[j][i]:
                        return Swap, i, j
        return None

    def _find_ring(self) -> dict[int, int]:
        """Three or more rows that fit each other's columns in turn; which goes where."""
        places: dict[int, int | None] = {}
        found = False
        for start in range(len(self.matrix)):
            if start in places:
                continue
            chain: list[int] = []
            here = last = start
            is_ring = True
            while True:
                chain.append(here)
                fitting = [j for j, fits in enumerate(self.matrix[here]) if fits]
                if not fitting:
                    is_ring = False
                    break
                here = fitting[0]
                if here in chain:
                    last = here
                    break
                if here >= len(self.matrix):
                    is_ring = False
                    break
            is_ring = is_ring and len(chain) > 2
            found = is_ring
            for row in reversed(chain):
                places[row] = here if is_ring else None
                if is_ring:
                    here = row
                    is_ring = here != last
        return {row: place for row, place in places.items() if place is not None} if found else {}


def _sort_key(error: Error) -> tuple[object, ...]:
    rank = next(i for i, kind in enumerate(_ORDER) if isinstance(error, kind))
    match error:
        case Invalid(provided=at) | Extra(provided=at) | Missing(expected=at):
            return rank, at, 0
        case Swap(first=first, second=second):
            return rank, first[0], second[0]
        case Permutation(pairs=pairs):
            return rank, *pairs
