"""Whether a place may be written or borrowed mutably (rustc_borrowck: `is_mutable`)."""

from __future__ import annotations

from interpreter.borrowck.facts import BodyFacts
from interpreter.dataflow.place_ty import place_ty
from interpreter.enums import Enum
from interpreter.mir import body as mir
from interpreter.mir.body import Place
from interpreter.records import Record
from interpreter.typeck import ty as t


class LocalMutation(Enum):
    """Whether a local that isn't declared `mut` may be changed all the same (because it is behind a `&mut`, or being moved)."""

    YES = "yes"
    EXCEPT_UPVARS = "except upvars"
    NO = "no"


class RootPlace(Record, frozen=True):
    """Mutable, thanks to the first `length` projections of `place` (0: its local)."""

    place: Place
    length: int
    mutation: LocalMutation


class NotMutable(Record, frozen=True):
    """Not mutable, because `place` is not."""

    place: Place


def is_mutable(facts: BodyFacts, place: Place, length: int, mutation: LocalMutation) -> RootPlace | NotMutable:
    """Whether the first `length` projections of `place` are a mutable place."""
    body = facts.body
    if length == 0:
        if body.locals[place.local].mutable or mutation is not LocalMutation.NO:
            return RootPlace(place, 0, mutation)
        return NotMutable(Place(place.local))
    elem = place.projection[length - 1]
    here = Place(place.local, place.projection[:length])
    if isinstance(elem, mir.Deref):
        base_ty = place_ty(body, Place(place.local, place.projection[: length - 1]))
        if isinstance(base_ty, t.Ref):
            if not base_ty.mutable:
                return NotMutable(here)
            field = facts.upvar_field(place, length)
            inner = LocalMutation.YES
            if field is not None and facts.captures[field].by_ref is not None:
                inner = mutation
            return is_mutable(facts, place, length - 1, inner)
        if isinstance(base_ty, t.RawPtr):
            return RootPlace(place, length, mutation) if base_ty.mutable else NotMutable(here)
        return is_mutable(facts, place, length - 1, mutation)
    field = facts.upvar_field(place, length)
    if field is None:
        return is_mutable(facts, place, length - 1, mutation)
    if mutation is not LocalMutation.YES and not facts.upvar_mutable[field]:
        return NotMutable(here)
    base = is_mutable(facts, place, length - 1, mutation)
    return base if isinstance(base, NotMutable) else RootPlace(place, length, mutation)
