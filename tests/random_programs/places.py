"""What chance decides, and what can be named where: variables in scope and the places in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Literal, TypeVar

from tests.random_programs.types import I32, LENDERS, STRING, D, E, P, Q, Ty, fields, ref, ref_mut

T = TypeVar("T")
Use = Literal["read", "write", "move"]


@dataclass
class Variable:
    name: str
    ty: Ty
    mutable: bool
    gone: bool = False
    """Moved, or not initialised yet: on some path at least."""


@dataclass(frozen=True)
class Place:
    text: str
    ty: Ty
    root: Variable
    movable: bool
    writable: bool
    """Whether it may be moved out of, and borrowed mutably, loans apart."""
    unique: bool = True
    """Not behind a shared reference."""
    pointer: str = ""
    """Of `(*pointer)`: the pointer, which may stand for it before a field."""


@dataclass
class Scope:
    """What is visible, and where one is: in a closure, in a loop."""

    variables: dict[str, Variable] = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    in_closure: bool = False

    def inner(self) -> Scope:
        return replace(self, variables=dict(self.variables))


def no_closure(ty: Ty) -> bool:
    return ty.head != "fn"


class Places:
    """The lowest layer of the generator."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._count = 0

    # -------------------------------------------------------------------------------------------- chance

    def below(self, n: int) -> int:
        """From 0 to n - 1. Only `Random.random` is promised to be the same in all versions of Python."""
        return int(self._random.random() * n)

    def chance(self, percent: int) -> bool:
        return self.below(100) < percent

    def one_of(self, choices: Sequence[T]) -> T:
        return choices[self.below(len(choices))]

    def weighted(self, choices: list[tuple[int, T]]) -> T:
        rest = self.below(sum(weight for weight, _ in choices))
        for weight, choice in choices:
            rest -= weight
            if rest < 0:
                return choice
        raise AssertionError

    # -------------------------------------------------------------------------------------------- types

    def owned_ty(self, depth: int = 2) -> Ty:
        names = [(2, I32), (6, STRING), (5, P), (2, Q), (3, D), (2, E)]
        if depth == 0 or self.chance(60):
            return self.weighted(names)
        inner = self.any_ty(depth - 1) if self.chance(25) else self.owned_ty(depth - 1)
        heads = [(3, "Option"), (3, "Box"), (3, "Vec"), (3, "(,)"), (1, "[]"), (1, "Rc")]
        match self.weighted(heads):
            case "(,)":
                return Ty("(,)", (inner, self.owned_ty(depth - 1)))
            case head:
                return Ty(head, (inner,))

    def any_ty(self, depth: int = 2) -> Ty:
        match self.below(10):
            case 0 | 1:
                return ref(self.owned_ty(depth - 1) if self.chance(85) else self.any_ty(depth - 1)) if depth else ref(STRING)
            case 2 | 3:
                return ref_mut(self.owned_ty(depth - 1) if self.chance(85) else self.any_ty(depth - 1)) if depth else ref_mut(P)
            case 4:
                return Ty(self.one_of(LENDERS[:4]))
            case _:
                return self.owned_ty(depth)

    # -------------------------------------------------------------------------------------------- places

    def places(self, scope: Scope, wanted: Callable[[Ty], bool]) -> list[Place]:
        """The places with a type that is wanted; those of variables that are gone only now and then."""
        found: list[Place] = []
        for variable in scope.variables.values():
            if variable.gone and not self.chance(7):
                continue
            self._extend(Place(variable.name, variable.ty, variable, True, variable.mutable), 3, wanted, found)
        return found

    def places_of(self, variable: Variable) -> list[Place]:
        found: list[Place] = []
        self._extend(Place(variable.name, variable.ty, variable, True, variable.mutable), 3, no_closure, found)
        return found

    def _extend(self, place: Place, depth: int, wanted: Callable[[Ty], bool], found: list[Place]) -> None:
        if wanted(place.ty):
            found.append(place)
        if depth == 0:
            return
        ty, text, root, unique = place.ty, place.text, place.root, place.unique

        def extend(text: str, to: Ty, movable: bool, writable: bool, unique: bool, pointer: str = "") -> None:
            self._extend(Place(text, to, root, movable and place.movable, writable, unique, pointer), depth - 1, wanted, found)

        match ty.head:
            case "&" | "Rc":
                extend(f"(*{text})", ty.args[0], False, False, False, text)
            case "&mut":
                extend(f"(*{text})", ty.args[0], False, unique, unique, text)
            case "Box":
                extend(f"(*{text})", ty.args[0], True, place.writable, unique, text)
            case "Ref":
                extend(f"(*{text})", ty.args[0], False, False, False, text)
            case "RefMut":
                extend(f"(*{text})", ty.args[0], False, place.writable, False, text)
            case "Vec" | "[]":
                extend(f"{text}[{self.below(2)}]", ty.args[0], False, place.writable, unique and place.writable)
        for name, field_ty in fields(ty):
            base = place.pointer if place.pointer and self.chance(70) else text
            extend(f"{base}.{name}", field_ty, ty.head not in ("D", "G", "H", "W"), place.writable, unique)

    def place(self, scope: Scope, ty: Ty, use: Use = "read") -> Place | None:
        """A place of the type that may be used so."""
        found = [place for place in self.places(scope, lambda t: t == ty) if self.allows(place, use)]
        return self.one_of(found) if found else None

    def any_place(self, scope: Scope, wanted: Callable[[Ty], bool] = no_closure, use: Use = "read") -> Place | None:
        """A place of a type that is wanted: first a variable is chosen, then a part of it."""
        found = [place for place in self.places(scope, wanted) if self.allows(place, use)]
        if not found:
            return None
        roots = list(dict.fromkeys(place.root.name for place in found))
        root = self.one_of(roots)
        return self.one_of([place for place in found if place.root.name == root])

    def allows(self, place: Place, use: Use) -> bool:
        """Whether it may be used so, loans apart; now and then one that may not."""
        allowed = use == "read" or (place.writable if use == "write" else place.movable or place.ty.is_copy)
        return allowed or self.chance(2)

    def moved(self, place: Place) -> str:
        """The place used by value."""
        if not place.ty.is_copy:
            place.root.gone = True
        return place.text
