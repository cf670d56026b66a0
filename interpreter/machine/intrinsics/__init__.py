"""Intrinsics: what `#[intrinsic = "name"]` functions of std do, by name. One module a topic; README.md lists them all for
authors of std text.

Four ways to write one, in order of preference:
- `@inline("name")`: from the `Context` to a Python expression over its arguments `{0}`, `{1}`, ... Fastest: no call.
- `@pure("name")`: a Python function of the arguments. Changes nothing; may raise RustPanic.
- `@effect("name")`: a function of an `Effects` and the arguments; all changes go through the Effects, so that they can be
  undone.
- `@pure_for("name")`, `@effect_for("name")`: from the `Context` (the generic arguments, parameter types) to such a function.
  What changes which frame runs next (dropping in place, catching a panic) is part of code generation (calls.py). Values are
  as types.py describes them.
"""

from __future__ import annotations

from collections.abc import Callable

from interpreter.enums import Enum
from interpreter.hints import TYPE_CHECKING, Any, TypeVar
from interpreter.records import Record
from interpreter.source import Span
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.machine.code import CodeStore
    from interpreter.machine.types import Types

F = TypeVar("F", bound=Callable[..., Any])


class Kind(Enum):
    INLINE = "inline"
    PURE = "pure"
    EFFECT = "effect"


class Context(Record, frozen=True):
    """One instance of an intrinsic: generic arguments, parameter types and result type, all monomorphic."""

    name: str
    args: t.Args
    inputs: tuple[t.Ty, ...]
    output: t.Ty
    store: CodeStore
    span: Span

    @property
    def types(self) -> Types:
        return self.store.types

    def ty(self, index: int = 0) -> t.Ty:
        """Generic type argument number `index` (lifetimes not counted)."""
        tys = [a for a in self.args if not isinstance(a, (t.ReErased, t.ReStatic, t.ReBound))]
        return tys[index]  # type: ignore[return-value]

    def int_name(self, index: int = 0) -> str:
        """The integer type of parameter `index`."""
        ty = self.inputs[index]
        assert isinstance(ty, t.Prim), ty
        return ty.name


class Intrinsic(Record, frozen=True):
    """`make`: from the Context to the template (INLINE) or function."""

    kind: Kind
    make: Callable[[Context], Any]


REGISTRY: dict[str, Intrinsic] = {}


def _register(name: str, kind: Kind, make: Callable[[Context], Any]) -> None:
    assert name not in REGISTRY, name
    REGISTRY[name] = Intrinsic(kind, make)


def inline(name: str) -> Callable[[F], F]:
    def register(make: F) -> F:
        _register(name, Kind.INLINE, make)
        return make

    return register


def pure(name: str) -> Callable[[F], F]:
    def register(function: F) -> F:
        _register(name, Kind.PURE, lambda cx: function)
        return function

    return register


def pure_for(name: str) -> Callable[[F], F]:
    def register(make: F) -> F:
        _register(name, Kind.PURE, make)
        return make

    return register


def effect(name: str) -> Callable[[F], F]:
    def register(function: F) -> F:
        _register(name, Kind.EFFECT, lambda cx: function)
        return function

    return register


def effect_for(name: str) -> Callable[[F], F]:
    def register(make: F) -> F:
        _register(name, Kind.EFFECT, make)
        return make

    return register


def text_of(pointer: tuple[Any, int, int]) -> str:
    """The text behind a `&str`."""
    elements, start, length = pointer
    return bytes(elements[start : start + length]).decode("utf-8", "surrogatepass")


def bytes_of(pointer: tuple[Any, int, int]) -> bytes:
    """The bytes behind a `&str` or `&[u8]`."""
    elements, start, length = pointer
    return bytes(elements[start : start + length])


def static_str(text: str) -> tuple[bytes, int, int]:
    """A `&'static str`."""
    data = text.encode("utf-8", "surrogatepass")
    return (data, 0, len(data))


NONE = [0]
"""`Option::None`, to be copied: `[0]`; `Some(x)` is `[1, x]`."""


def load_all() -> None:
    """Import every topic, which fills REGISTRY."""
    from interpreter.machine.intrinsics import (  # noqa: F401
        cells,
        floats,
        heap,
        io,
        memory,
        numbers,
        panics,
        strings,
        threads,
    )
