"""Is a match exhaustive, and if not, for which values (rustc_pattern_analysis: usefulness.rs).

In: the arms' patterns as a matrix with one column. Out: witnesses, patterns for what no arm matches. The first column's
constructors are taken one by one; for each, the rows that fit it are specialised: its fields take the column's place. A branch in
which no row is left has found values that are not matched: witnesses.
"""

from __future__ import annotations

from interpreter.records import NamedTuple, Record
from interpreter.syntax.ast import VariantKind
from interpreter.typeck import ty as t
from interpreter.typeck.pat_constructors import (
    INFINITE,
    MISSING,
    NON_EXHAUSTIVE,
    WILD,
    Constructor,
    Kind,
    Pat,
    PatternContext,
    covers,
    slice_arity,
    wildcard,
)
from interpreter.typeck.rare import pretty_ty


class Row(NamedTuple):
    """An arm's patterns for the columns; `guarded` rows match nothing for sure. `chosen`: the arm's pattern, and the alternatives
    of or-patterns that were taken."""

    pats: tuple[Pat, ...]
    guarded: bool
    chosen: tuple[Pat, ...] = ()


class Place(NamedTuple):
    """What a column looks at: its type; whether it surely holds a valid value (not behind a reference); whether it is the
    scrutinee."""

    ty: t.Ty
    valid: bool
    scrutinee: bool


class Witness(Record, frozen=True, eq=False):
    """A pattern that nothing matches."""

    ctor: Constructor
    fields: tuple[Witness, ...]
    ty: t.Ty


def find_witnesses(cx: PatternContext, arms: list[tuple[Pat, bool]], ty: t.Ty, *, valid: bool) -> list[Witness]:
    """Patterns for the values that no arm matches; `arms` are (pattern, has a guard)."""
    rows = [Row((pat,), guarded) for pat, guarded in arms]
    return [stack[0] for stack in _uncovered(cx, rows, [Place(ty, valid, scrutinee=True)])]


class Reachability:
    """Which patterns match something that no earlier one does. `useful`: the arms' patterns and the alternatives of or-patterns
    within them, by `id`; `covers`: for the others, what matches first in their place (the way to it, arm first)."""

    def __init__(self, cx: PatternContext, arms: list[tuple[Pat, bool]], ty: t.Ty) -> None:
        self.useful: set[int] = set()
        self.covers: dict[int, dict[int, tuple[Pat, ...]]] = {}
        self._look(cx, [Row((pat,), guarded, (pat,)) for pat, guarded in arms], [Place(ty, False, scrutinee=True)])

    def _look(self, cx: PatternContext, rows: list[Row], places: list[Place]) -> None:
        if not places:
            self._reached(rows)
            return
        rows = expanded(rows)
        if not any(p.alts for row in rows for p in row.pats) and all(id(p) in self.useful for r in rows for p in r.chosen):
            return
        place = places[0]
        present, missing, missing_empty = cx.split(place.ty, [row.pats[0].ctor for row in rows])
        # Of a type without values one is looked for all the same.
        for part in [*present, *([MISSING] if missing or missing_empty or not present else [])]:
            self._look(cx, *specialised(cx, rows, places, part))

    def _reached(self, rows: list[Row]) -> None:
        first = next((i for i, row in enumerate(rows) if not row.guarded), len(rows))
        for row in rows[: first + 1]:
            self.useful.update(id(pat) for pat in row.chosen)
        for index in range(first + 1, len(rows)):
            before = [row for row in rows[:index] if not row.guarded]
            for pat in rows[index].chosen:
                self.covers.setdefault(id(pat), {}).update((id(row.chosen[-1]), row.chosen) for row in before)


def expanded(rows: list[Row]) -> list[Row]:
    """Or-patterns at the head become rows of their own."""
    if not any(row.pats[0].alts for row in rows):
        return rows
    found: list[Row] = []
    stack = list(reversed(rows))
    while stack:
        row = stack.pop()
        if row.pats[0].alts:
            stack += [Row((alt, *row.pats[1:]), row.guarded, (*row.chosen, alt)) for alt in reversed(row.pats[0].alts)]
        else:
            found.append(row)
    return found


def _uncovered(cx: PatternContext, rows: list[Row], places: list[Place]) -> list[tuple[Witness, ...]]:
    """Witnesses for the columns, the first column's last (as a stack)."""
    if not places:
        return [] if any(not row.guarded for row in rows) else [()]
    place = places[0]
    rows = expanded(rows)
    present, missing, missing_empty = cx.split(place.ty, [row.pats[0].ctor for row in rows])
    exception = place.scrutinee and cx.no_constructors(place.ty)
    everything_missing = not present
    lacking = list(missing)
    if not (place.valid or exception):
        lacking += missing_empty
    # What fits the missing ones is a wildcard, and fits the others too: if something is missing, nothing else need be looked at.
    parts = [MISSING] if lacking else list(present)
    if lacking and not place.scrutinee and everything_missing:
        lacking = [WILD]
    elif any(ctor.kind is Kind.NON_EXHAUSTIVE for ctor in lacking):
        lacking = [NON_EXHAUSTIVE]
    witnesses: list[tuple[Witness, ...]] = []
    for part in parts:
        found = _for_constructor(cx, rows, places, part)
        if not found:
            continue
        if part.kind is Kind.MISSING:
            for ctor in lacking:
                head = _wild_from(cx, ctor, place.ty)
                witnesses += [(*stack, head) for stack in found]
        else:
            arity = len(cx.field_types(part, place.ty))
            for stack in found:
                fields = tuple(reversed(stack[len(stack) - arity :]))
                witnesses.append((*stack[: len(stack) - arity], Witness(part, fields, place.ty)))
    return witnesses


def _for_constructor(cx: PatternContext, rows: list[Row], places: list[Place], part: Constructor) -> list[tuple[Witness, ...]]:
    return _uncovered(cx, *specialised(cx, rows, places, part))


def specialised(cx: PatternContext, rows: list[Row], places: list[Place], part: Constructor) -> tuple[list[Row], list[Place]]:
    """The rows that fit one constructor in the first column, its fields in the column's place."""
    place = places[0]
    if part.kind is Kind.MISSING:
        rest = [Row(row.pats[1:], row.guarded, row.chosen) for row in rows if row.pats[0].ctor.kind is Kind.WILD]
        return rest, places[1:]
    types = cx.field_types(part, place.ty)
    valid = place.valid and part.kind is not Kind.REF
    fields = [Place(ty, valid, scrutinee=False) for ty in types]
    specialised: list[Row] = []
    for row in rows:
        head = row.pats[0]
        if covers(head.ctor, part):
            specialised.append(Row((*_specialise(head, part, types), *row.pats[1:]), row.guarded, row.chosen))
    return specialised, [*fields, *places[1:]]


def _specialise(pat: Pat, part: Constructor, types: tuple[t.Ty, ...]) -> tuple[Pat, ...]:
    """The sub-patterns of `pat` for the fields of `part`."""
    if pat.ctor.kind is Kind.WILD:
        return tuple(wildcard(ty) for ty in types)
    if pat.ctor.kind is Kind.SLICE and pat.ctor.b is not None:
        assert isinstance(pat.ctor.a, int)
        gap = len(types) - len(pat.fields)
        front = pat.ctor.a
        return (*pat.fields[:front], *(wildcard(ty) for ty in types[front : front + gap]), *pat.fields[front:])
    return pat.fields


def _wild_from(cx: PatternContext, ctor: Constructor, ty: t.Ty) -> Witness:
    """A constructor with `_` in all its fields."""
    if ctor.kind in (Kind.WILD, Kind.NON_EXHAUSTIVE):
        return Witness(ctor, (), ty)
    return Witness(ctor, tuple(Witness(WILD, (), field) for field in cx.field_types(ctor, ty)), ty)


# ------------------------------------------------------------------------------------------------ witnesses in words


def show(cx: PatternContext, witness: Witness) -> str:
    """A witness as rustc prints it (rustc_pattern_analysis: print.rs)."""
    ctor, ty = witness.ctor, witness.ty
    match ctor.kind:
        case Kind.BOOL:
            return "true" if ctor.a else "false"
        case Kind.INT:
            assert isinstance(ctor.a, int) and isinstance(ctor.b, int)
            return _show_range(ctor.a, ctor.b, ty)
        case Kind.REF:
            inner = show(cx, witness.fields[0])
            if not isinstance(ty, t.Ref):
                return f"deref!({inner})" if not isinstance(ty, t.Adt) else f"box {inner}"
            return f"&{'mut ' if ty.mutable else ''}{inner}"
        case Kind.SLICE:
            return _show_slice(cx, witness)
        case Kind.STRUCT | Kind.VARIANT:
            return _show_struct(cx, witness)
        case Kind.STR:
            return f'"{ctor.a}"'
        case _:
            return "_"


def _show_slice(cx: PatternContext, witness: Witness) -> str:
    parts = [show(cx, field) for field in witness.fields]
    ctor = witness.ctor
    if ctor.b is not None:
        assert isinstance(ctor.a, int)
        # The prefix and suffix may be longer than what is told apart: what is only `_` beside the `..` says nothing.
        front, back = parts[: ctor.a], parts[ctor.a :]
        if not isinstance(witness.ty, t.Array):
            return f"[{', '.join([*front, '..', *back])}]"
        return f"[{', '.join([*front, '..', *back])}]"
    assert slice_arity(ctor) == len(parts)
    return f"[{', '.join(parts)}]"


def _show_struct(cx: PatternContext, witness: Witness) -> str:
    ty = witness.ty
    parts = [show(cx, field) for field in witness.fields]
    if isinstance(ty, t.Tuple):
        return f"({parts[0]},)" if len(parts) == 1 else f"({', '.join(parts)})"
    assert isinstance(ty, t.Adt)
    adt = cx.tcx.adt_def(ty.def_)
    index = witness.ctor.a if isinstance(witness.ctor.a, int) else 0
    variant = adt.variants[index]
    name = pretty_ty.visible_path(cx.tcx, ty.def_)
    if adt.is_enum:
        option_like = any(cx.tcx.is_lang_item(ty.def_, lang) for lang in ("Option", "Result"))
        name = variant.name if option_like else f"{name}::{variant.name}"
    if variant.kind is VariantKind.STRUCT:
        shown = [
            f"{f.name}: {p}"
            for f, p, w in zip(variant.fields, parts, witness.fields, strict=True)
            if w.ctor.kind is not Kind.WILD
        ]
        if len(shown) < len(parts):
            shown.append("..")
        return f"{name} {{ {', '.join(shown)} }}" if shown else f"{name} {{ }}"
    return f"{name}({', '.join(parts)})" if parts else name


def _show_range(lo: int, hi: int, ty: t.Ty) -> str:
    assert isinstance(ty, t.Prim)
    if lo <= -INFINITE and hi >= INFINITE:
        return "_"
    if hi == lo + 1:
        return _show_int(lo, ty)
    if ty.name in ("usize", "isize"):
        least, greatest = t.int_range(ty.name)
        if lo > greatest:
            return f"{ty.name}::MAX.."
        if hi <= least:
            return f"..{ty.name}::MIN"
    low = "" if lo <= -INFINITE else _show_int(lo, ty)
    open_end = hi >= INFINITE or (ty.name in ("i128", "u128") and hi > t.int_range(ty.name)[1])
    return f"{low}.." if open_end else f"{low}..={_show_int(hi - 1, ty)}"


def _show_int(value: int, ty: t.Prim) -> str:
    if ty is t.CHAR:
        return _show_char(value)
    least, greatest = t.int_range(ty.name)
    if value == greatest:
        return f"{ty.name}::MAX"
    if value == least and value != 0:
        return f"{ty.name}::MIN"
    return f"{value}_{ty.name}"


_ESCAPES = {0: "\\0", 9: "\\t", 10: "\\n", 13: "\\r", 39: "\\'", 92: "\\\\"}


def _show_char(code: int) -> str:
    if code in _ESCAPES:
        return f"'{_ESCAPES[code]}'"
    char = chr(code)
    return f"'{char}'" if char.isprintable() else f"'\\u{{{code:x}}}'"
