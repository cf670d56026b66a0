"""`dataclass`, quicker to define: a drop-in for the standard decorator where a module has many small classes.

The standard one writes and compiles `__init__`, `__repr__` and the rest for every class when it is imported, which for the
hundreds of node classes of a compiler is a tenth of a second at each start. Here a class gets its fields and slots at once,
and each method when it is first called. `dataclasses.fields`, `replace` and `is_dataclass`, `field(default=..,
default_factory=..)`, inheritance, pickling and class patterns work as usual; `order`, `unsafe_hash` and `InitVar` are not
provided.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, field
from typing import Any, TypeVar, dataclass_transform, overload

__all__ = ["dataclass", "field"]

T = TypeVar("T")
_Fields = dict[str, "Field[Any]"]


@overload
def dataclass(cls: type[T], /) -> type[T]: ...
@overload
def dataclass(
    *,
    eq: bool = True,
    frozen: bool = False,
    slots: bool = False,
    kw_only: bool = False,
    repr: bool = True,
    weakref_slot: bool = False,
) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(field_specifiers=(field,))
def dataclass(
    cls: type[Any] | None = None,
    /,
    *,
    eq: bool = True,
    frozen: bool = False,
    slots: bool = False,
    kw_only: bool = False,
    repr: bool = True,
    weakref_slot: bool = False,
) -> Any:
    """The class with `__init__`, and as asked for `__eq__`, `__hash__`, `__repr__`, by its annotated fields."""

    def define(cls: type[Any]) -> type[Any]:
        return _define(cls, eq=eq, frozen=frozen, slots=slots, kw_only=kw_only, show=repr, weak=weakref_slot)

    return define if cls is None else define(cls)


def _define(cls: type[Any], *, eq: bool, frozen: bool, slots: bool, kw_only: bool, show: bool, weak: bool) -> type[Any]:
    known: _Fields = {}
    for base in reversed(cls.__mro__[1:]):
        known.update(base.__dict__.get("__record_fields__", ()))
    inherited = set(known)
    own: list[str] = []
    namespace = dict(cls.__dict__)
    for name, annotation in namespace.get("__annotations__", {}).items():
        if str(annotation).startswith(("ClassVar", "typing.ClassVar")):
            continue
        own.append(name)
        known[name] = _make_field(name, annotation, namespace.get(name, MISSING), kw_only)
        if slots or isinstance(namespace.get(name), Field):
            namespace.pop(name, None)
            if not slots and known[name].default is not MISSING:
                namespace[name] = known[name].default
    namespace["__record_fields__"] = known
    namespace["__dataclass_fields__"] = known
    namespace["__dataclass_params__"] = _Params(eq=eq, frozen=frozen)
    namespace["__init__"] = _lazy("__init__", _init_source, frozen) if "__init__" not in namespace else namespace["__init__"]
    if eq and "__eq__" not in namespace:
        namespace["__eq__"] = _lazy("__eq__", _eq_source, frozen)
    if eq and "__hash__" not in cls.__dict__:
        namespace["__hash__"] = _lazy("__hash__", _hash_source, frozen) if frozen else None
    if show and "__repr__" not in namespace:
        namespace["__repr__"] = _repr
    if frozen:
        namespace["__setattr__"] = _no_setattr
        namespace["__delattr__"] = _no_delattr
    namespace.setdefault("__match_args__", tuple(item.name for item in known.values() if item.init and not item.kw_only))
    if not slots:
        _update(cls, namespace)
        return cls
    namespace["__slots__"] = tuple(name for name in own if name not in inherited) + ("__weakref__",) * weak
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    if frozen:
        namespace.setdefault("__getstate__", _getstate)
        namespace.setdefault("__setstate__", _setstate)
    metaclass: Any = type(cls)
    made: type[Any] = metaclass(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    return made


def _update(cls: type[Any], namespace: dict[str, Any]) -> None:
    """Bring a class to what `namespace` says, in place."""
    for name, value in list(cls.__dict__.items()):
        if name not in namespace and isinstance(value, Field):
            delattr(cls, name)
    for name, value in namespace.items():
        if cls.__dict__.get(name, MISSING) is not value:
            setattr(cls, name, value)


class _Params:
    """What `dataclasses` asks of `__dataclass_params__`."""

    def __init__(self, *, eq: bool, frozen: bool) -> None:
        self.init, self.repr, self.eq, self.order, self.unsafe_hash, self.frozen = True, True, eq, False, False, frozen


def _make_field(name: str, annotation: Any, default: Any, kw_only: bool) -> Field[Any]:
    made: Field[Any] = default if isinstance(default, Field) else field(default=default)
    made.name, made.type = name, annotation
    if made.kw_only is MISSING:
        made.kw_only = kw_only
    made._field_type = dataclasses._FIELD  # type: ignore[attr-defined]
    return made


# ------------------------------------------------------------------------------------------------ methods, made when first called


def _lazy(name: str, write: Callable[[type[Any], bool, dict[str, Any]], str], frozen: bool) -> Callable[..., Any]:
    """A method that replaces itself, in the class that defines it, by the one for the class's fields."""

    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        owner = next(cls for cls in type(self).__mro__ if cls.__dict__.get(name) is method)
        scope: dict[str, Any] = {"owner": owner}
        exec(write(owner, frozen, scope), scope)
        made = scope[name]
        made.__qualname__ = f"{owner.__qualname__}.{name}"
        type.__setattr__(owner, name, made)
        return made(self, *args, **kwargs)

    method.__name__ = name
    return method


def _init_source(owner: type[Any], frozen: bool, scope: dict[str, Any]) -> str:
    positional: list[str] = []
    keyword: list[str] = []
    body: list[str] = []
    scope["missing"], scope["put"] = MISSING, object.__setattr__
    for item in owner.__dict__["__record_fields__"].values():
        name = item.name
        value = name
        parameter = name
        if item.default_factory is not MISSING:
            scope[f"make_{name}"] = item.default_factory
            parameter, value = f"{name}=missing", f"make_{name}() if {name} is missing else {name}"
        elif item.default is not MISSING:
            scope[f"default_{name}"] = item.default
            parameter = f"{name}=default_{name}"
        if not item.init:
            value = f"make_{name}()" if item.default_factory is not MISSING else f"default_{name}"
        else:
            (keyword if item.kw_only else positional).append(parameter)
        body.append(f" put(self, {name!r}, {value})" if frozen else f" self.{name} = {value}")
    if hasattr(owner, "__post_init__"):
        body.append(" self.__post_init__()")
    parameters = ["self", *positional, *(["*", *keyword] if keyword else [])]
    return f"def __init__({', '.join(parameters)}):\n" + ("\n".join(body) or " pass")


def _compared(owner: type[Any]) -> list[str]:
    return [item.name for item in owner.__dict__["__record_fields__"].values() if item.compare]


def _tuple_of(prefix: str, names: list[str]) -> str:
    return "(" + "".join(f"{prefix}.{name}, " for name in names) + ")"


def _eq_source(owner: type[Any], frozen: bool, scope: dict[str, Any]) -> str:
    names = _compared(owner)
    return (
        "def __eq__(self, other):\n"
        " if other.__class__ is not self.__class__: return NotImplemented\n"
        f" return {_tuple_of('self', names)} == {_tuple_of('other', names)}"
    )


def _hash_source(owner: type[Any], frozen: bool, scope: dict[str, Any]) -> str:
    hashed = [
        item.name for item in owner.__dict__["__record_fields__"].values() if (item.compare if item.hash is None else item.hash)
    ]
    return f"def __hash__(self):\n return hash({_tuple_of('self', hashed)})"


def _repr(self: Any) -> str:
    shown = (f"{item.name}={getattr(self, item.name, '?')!r}" for item in dataclasses.fields(self) if item.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _no_setattr(self: Any, name: str, value: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_delattr(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, item.name) for item in dataclasses.fields(self)]


def _setstate(self: Any, state: list[Any]) -> None:
    for item, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, item.name, value)
