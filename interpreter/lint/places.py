"""The places whose liveness is watched: the user's variables and what a closure captures (rustc: liveness.rs, `PlaceSet`)."""

from __future__ import annotations

from interpreter.mir import body as mir
from interpreter.source import Span
from interpreter.typeck import thir
from interpreter.typeck import ty as t


class Indirect:
    """Of projections: whether they lead through a pointer."""

    @staticmethod
    def any(projection: tuple[mir.Projection, ...]) -> bool:
        return any(isinstance(elem, mir.Deref) for elem in projection)


class CheckedPlaces:
    """They are numbered; `names` has None for those about which nothing is said. `captures`: the numbers of the captured ones.
    `references`: the set of those captured by reference."""

    def __init__(self, body: mir.Body, self_is_ref: bool) -> None:
        self.body = body
        self.names: list[str | None] = []
        self.captures: list[int] = []
        self.references = 0
        self._locals: dict[mir.Local, int] = {}
        self._local_of: list[mir.Local | None] = []
        self._field_at = int(self_is_ref)
        for local, decl in enumerate(body.locals):
            name = decl.name or (decl.guard_ref.name if decl.guard_ref is not None else None)
            if (decl.var is None and decl.guard_ref is None) or _is_ignored(name):
                continue
            self._locals[local] = len(self.names)
            self.names.append(name)
            self._local_of.append(local)
        for capture in body.captures:
            if capture.by_ref is not None:
                self.references |= 1 << len(self.names)
            self.captures.append(len(self.names))
            self.names.append(_captured_name(capture))
            self._local_of.append(None)

    @property
    def count(self) -> int:
        return len(self.names)

    def get(self, place: mir.Place) -> tuple[int, tuple[mir.Projection, ...]] | None:
        """The number of the watched place that `place` is, or is within, and the projections beyond it."""
        number = self._locals.get(place.local)
        if number is not None:
            return number, place.projection
        at = self._field_at
        if place.local == 1 and self.captures and at < len(place.projection):
            elem = place.projection[at]
            if isinstance(elem, mir.Field) and elem.index < len(self.captures):
                number = self.captures[elem.index]
                start = at + 1 + self.by_reference(number)
                if start <= len(place.projection):
                    return number, place.projection[start:]
        return None

    def local_of(self, number: int) -> mir.Local | None:
        """The variable; None for a capture."""
        return self._local_of[number]

    def by_reference(self, number: int) -> bool:
        """Whether it is a capture by reference."""
        return bool(self.references >> number & 1)

    def arm_of(self, number: int) -> int | None:
        """Of a variable as a guard sees it: the variable itself."""
        local = self._local_of[number]
        guarded = self.body.locals[local].guard_ref if local is not None else None
        if guarded is None:
            return None
        return next(
            (n for n, here in enumerate(self._local_of) if here is not None and self.body.locals[here].var is guarded), None
        )

    def type_of(self, number: int) -> t.Ty:
        """The type of the place."""
        local = self._local_of[number]
        if local is not None:
            return self.body.locals[local].ty
        return self._capture(number).ty

    def use_span(self, number: int) -> Span:
        """Where a closure uses what it captured."""
        return self._capture(number).use_span

    def _capture(self, number: int) -> thir.CapturedPlace:
        return self.body.captures[self.captures.index(number)]


def _is_ignored(name: str | None) -> bool:
    return not name or name == "self" or name.startswith("_")


def _captured_name(capture: thir.CapturedPlace) -> str:
    """rustc: `place_to_string_for_capture`."""
    name = capture.local.name
    for kind, *rest in capture.projections:
        name = f"*{name}" if kind == "deref" else f"{name}.{rest[1]}"
    return name
