"""Records, named tuples and enums do what those of the standard library do."""

from __future__ import annotations

import dataclasses
import pickle
from functools import cached_property
from typing import ClassVar

import pytest

from interpreter.enums import Enum
from interpreter.records import NamedTuple, Record, field


class Point(Record, frozen=True):
    x: int
    y: int = 2
    names: list[str] = field(default_factory=list, compare=False)
    limit: ClassVar[int] = 7


class Named(Point, Record, frozen=True):
    name: str = "p"

    def __post_init__(self) -> None:
        assert self.name


class Node(Record, eq=False, kw_only=True):
    span: int


class Leaf(Node, Record, eq=False, kw_only=True):
    value: int
    rest: list[int] = field(default_factory=list)


class Plain(Record, slots=False):
    a: int = 1
    b: int = field(default=2, init=False)

    @cached_property
    def double(self) -> int:
        return self.a * 2


def test_values() -> None:
    assert Point(1) == Point(1, 2, ["z"]) != Point(1, 3)
    assert hash(Point(1)) == hash(Point(1, 2)) and len({Point(1), Point(1), Named(1)}) == 2
    assert repr(Point(1)) == "Point(x=1, y=2, names=[])"
    assert Point(1).names is not Point(1).names and Point.limit == 7
    assert Named(1, name="q").name == "q" and Named(1) != Point(1)
    assert Plain() == Plain(1) and Plain().b == 2 and Plain(3).double == 6
    with pytest.raises(TypeError):
        hash(Plain())


def test_nodes_are_told_apart_by_identity() -> None:
    leaf = Leaf(span=1, value=2)
    assert leaf != Leaf(span=1, value=2) and leaf in {leaf}
    leaf.value = 3
    assert (leaf.span, leaf.value, leaf.rest) == (1, 3, [])
    with pytest.raises(TypeError):
        Leaf(1, 2)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        leaf.other = 1  # type: ignore[attr-defined]


def test_the_tools_of_dataclasses() -> None:
    assert [item.name for item in dataclasses.fields(Leaf)] == ["span", "value", "rest"]
    assert dataclasses.is_dataclass(Point) and dataclasses.replace(Named(1), y=5) == Named(1, 5)
    assert pickle.loads(pickle.dumps(Named(4, 5))) == Named(4, 5)
    assert pickle.loads(pickle.dumps(Leaf(span=1, value=2))).value == 2
    match Named(1, 2):
        case Named(x, y, name="p"):
            assert (x, y) == (1, 2)
        case _:
            raise AssertionError


class Place(NamedTuple):
    file: str
    line: int = 1

    @property
    def shown(self) -> str:
        return f"{self.file}:{self.line}"


def test_a_named_tuple_is_a_tuple() -> None:
    place = Place("a.rs", line=3)
    assert place == ("a.rs", 3) and hash(place) == hash(("a.rs", 3)) and Place("b") == ("b", 1)
    assert place.shown == "a.rs:3" and place._replace(line=4) == ("a.rs", 4) and place._asdict() == {"file": "a.rs", "line": 3}
    assert repr(place) == "Place(file='a.rs', line=3)" and pickle.loads(pickle.dumps(place)) == place
    match place:
        case Place(file, line):
            assert (file, line) == ("a.rs", 3)
    with pytest.raises(TypeError):
        Place()  # type: ignore[call-arg]
    with pytest.raises(ValueError):
        place._replace(row=1)  # type: ignore[call-arg]


class Sign(Enum):
    PLUS = "+"
    MINUS = "-"

    def flipped(self) -> Sign:
        return Sign.MINUS if self is Sign.PLUS else Sign.PLUS


def test_an_enum_has_its_members() -> None:
    assert [sign.name for sign in Sign] == ["PLUS", "MINUS"] and len(Sign) == 2
    assert Sign("+") is Sign["PLUS"] is Sign.PLUS and Sign.PLUS.flipped().value == "-"
    assert {Sign.PLUS: 1}[Sign("+")] == 1 and Sign.PLUS != "+"
    assert pickle.loads(pickle.dumps(Sign.MINUS)) is Sign.MINUS
    assert (str(Sign.PLUS), repr(Sign.PLUS)) == ("Sign.PLUS", "<Sign.PLUS: '+'>")
    with pytest.raises(ValueError):
        Sign("*")
