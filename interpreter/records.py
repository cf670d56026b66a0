"""`Record`, in the place of `dataclass`, and `NamedTuple`, quicker to define: for a program that has hundreds of small classes.

The standard one writes and compiles `__init__`, `__repr__` and the rest for every class when it is imported, and its module
imports a good part of the standard library; for the node classes of a compiler that is a tenth of a second at each start. Here a
class, `class Point(Record, frozen=True)`, is made once, with its slots, and each method when it is first called; classes of one
shape (as many fields, defaults in the same places) share the code of a method but for the names in it.

`fields` and `replace` are here, and those of `dataclasses` work too; so do `field(default=.., default_factory=..)`, inheritance,
pickling and class patterns. `order`, `unsafe_hash` and `InitVar` are not provided. That nobody writes to a `frozen` one is for
the type checker to see; at run time it means that it has a hash.

What `isinstance` and class patterns cost, a check feels: the class of a record's class is plain `type`, for which Python has a
short way. That is why a class that inherits from another record's names `Record` once more: `class Leaf(Node, Record)`.
"""

from __future__ import annotations

import collections
from collections.abc import Callable, Iterable
from types import CodeType, FunctionType

from interpreter import cache
from interpreter.hints import TYPE_CHECKING, Any, ClassVar, Final, TypeVar, dataclass_transform

__all__ = ["Field", "NamedTuple", "Record", "field", "fields", "is_record", "replace"]

T = TypeVar("T")


class _Missing:
    """No default."""


MISSING: Final = _Missing()


class Field:
    """One field of a record: `type` is the annotation as written; `compare` says whether `==` and the hash look at it."""

    __slots__ = ("compare", "default", "default_factory", "init", "kw_only", "name", "repr", "type")

    def __init__(self, default: Any, default_factory: Any, init: bool, repr: bool, compare: bool, kw_only: bool | None) -> None:
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.compare = compare
        self.kw_only = kw_only
        self.name = ""
        self.type = ""


def field(
    *,
    default: Any = MISSING,
    default_factory: Any = MISSING,
    init: bool = True,
    repr: bool = True,
    compare: bool = True,
    kw_only: bool | None = None,
) -> Any:
    """What a field has beside its type, as in `dataclasses.field`."""
    return Field(default, default_factory, init, repr, compare, kw_only)


@dataclass_transform(field_specifiers=(field,))
class _RecordType(type):
    """Makes the classes of records. It knows a class's fields before there is a class, so that it makes each only once: with its
    slots (unless there are none), and `__init__` and the like to be made when they are first called."""

    def __new__(
        mcs,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        *,
        eq: bool = True,
        frozen: bool = False,
        slots: bool = True,
        kw_only: bool = False,
        weakref_slot: bool = False,
    ) -> type:
        inherited: dict[str, None] = {}
        matched: list[str] = []
        of_records = any(issubclass(base, _Base) for base in bases)
        bases = tuple([_Base if base is _MARKER else base for base in bases if base is not _MARKER or not of_records])
        for base in reversed(bases):
            if names := getattr(base, "__record_names__", None):
                inherited.update(names)
                matched += base.__match_args__  # type: ignore[attr-defined]
        annotations: dict[str, str] = namespace.get("__annotations__", {})
        names = dict(inherited)
        own: dict[str, Any] = {}
        for field_name, annotation in annotations.items():
            if annotation.startswith("ClassVar"):
                continue
            value = own[field_name] = namespace.pop(field_name, MISSING)
            names[field_name] = None
            keyword, init = kw_only, True
            if type(value) is Field:
                keyword, init = kw_only if value.kw_only is None else value.kw_only, value.init
                value = value.default
            if not keyword and init and field_name not in matched:
                matched.append(field_name)
            if not slots and value is not MISSING:
                namespace[field_name] = value
        namespace["__record_names__"] = names
        namespace["__record_own__"] = own, kw_only
        namespace["__match_args__"] = tuple(matched)
        namespace.setdefault("__init__", _init)
        if eq:
            namespace.setdefault("__eq__", _eq)
            namespace.setdefault("__hash__", _hash if frozen else None)
        if slots:
            own_slots = [item for item in own if item not in inherited]
            namespace.setdefault("__slots__", (*own_slots, "__weakref__") if weakref_slot else tuple(own_slots))
        return type.__new__(type, name, bases, namespace)


def fields(record: Any) -> tuple[Field, ...]:
    """The fields of a record or of its class, inherited ones first."""
    cls = record if isinstance(record, type) else type(record)
    found: tuple[Field, ...] | None = cls.__dict__.get("__record_fields__")
    if found is None:
        found = tuple([_made(value, name, base.__annotations__[name], kw) for name, (value, kw, base) in _declared(cls).items()])
        type.__setattr__(cls, "__record_fields__", found)
    return found


def _declared(cls: type[Any]) -> dict[str, tuple[Any, bool, type[Any]]]:
    """For each field what stands in its place (a default, a `Field` or MISSING), whether it is `kw_only`, and its class."""
    known: dict[str, tuple[Any, bool, type[Any]]] = {}
    for base in reversed(cls.__mro__):
        own, kw_only = base.__dict__.get("__record_own__", ({}, False))
        for name, value in own.items():
            known[name] = value, kw_only, base
    return known


def _made(value: Any, name: str, annotation: str, kw_only: bool) -> Field:
    made = value if type(value) is Field else Field(value, MISSING, True, True, True, None)
    made.name, made.type = name, annotation
    if made.kw_only is None:
        made.kw_only = kw_only
    return made


def replace(record: T, /, **changes: Any) -> T:
    """A record with some fields changed."""
    for item in fields(record):
        if item.init and item.name not in changes:
            changes[item.name] = getattr(record, item.name)
    return type(record)(**changes)


class _StandardFields:
    """What the functions of `dataclasses` look for, made when they do."""

    def __get__(self, _record: object, cls: type[Any]) -> dict[str, Any]:
        import dataclasses

        out: dict[str, Any] = {}
        for item in fields(cls):
            made: Any = dataclasses.field(init=item.init, repr=item.repr, compare=item.compare, kw_only=bool(item.kw_only))
            made.name, made.type, made._field_type = item.name, item.type, dataclasses._FIELD  # type: ignore[attr-defined]
            out[item.name] = made
        return out


# ------------------------------------------------------------------------------------------------ methods, made when first called


def _init(self: Any, *args: Any, **kwargs: Any) -> None:
    _make(type(self), "__init__", _init, _make_init)(self, *args, **kwargs)


def _eq(self: Any, other: object) -> Any:
    return _make(type(self), "__eq__", _eq, _make_eq)(self, other)


def _hash(self: Any) -> Any:
    return _make(type(self), "__hash__", _hash, _make_hash)(self)


class _Base:
    """What all records have."""

    __slots__: ClassVar[tuple[str, ...]] = ()
    __dataclass_fields__ = _StandardFields()

    def __init_subclass__(cls) -> None:
        assert "__record_names__" in cls.__dict__, f"{cls.__qualname__} must name Record, last of what it inherits from"

    def __repr__(self) -> str:
        shown = (f"{item.name}={getattr(self, item.name, '?')!r}" for item in fields(self) if item.repr)
        return f"{type(self).__qualname__}({', '.join(shown)})"


def is_record(value: object) -> bool:
    """Whether it is an instance of a record's class."""
    return isinstance(value, _Base)


_MARKER: Any = type.__new__(_RecordType, "Record", (), {})

if TYPE_CHECKING:

    class Record(_Base, metaclass=_RecordType, eq=False):
        """A class whose subclasses have their annotated fields as attributes and constructor, as those with
        `dataclasses.dataclass` have; its keywords are those of `_RecordType`."""

else:

    class _Record:
        """Stands for `Record` where classes inherit from it."""

        def __mro_entries__(self, _bases: tuple[object, ...]) -> tuple[type, ...]:
            return (_MARKER,)

    Record = _Record()


def _make(cls: type[Any], name: str, stub: object, maker: Callable[[type[Any]], FunctionType]) -> FunctionType:
    """Put a method in the place of its stub, in the class that has the stub."""
    owner = next(base for base in cls.__mro__ if base.__dict__.get(name) is stub)
    made = maker(owner)
    made.__qualname__ = f"{owner.__qualname__}.{name}"
    type.__setattr__(owner, name, made)
    return made


def _compiled(source: str) -> CodeType:
    code: CodeType = compile(source, "<record>", "exec").co_consts[0]
    return code


_codes: Final = cache.Made("records", "records.py", _compiled)
"""The code of functions, whose names are placeholders, by their source. Compiling it would take a good part of a start."""


def _function(source: str, name: str, names: dict[str, str], scope: dict[str, Any]) -> FunctionType:
    """The function with the placeholders replaced by names."""
    code = _codes.of(source)
    variables = tuple([names.get(n, n) for n in code.co_varnames])
    code = code.replace(co_name=name, co_varnames=variables, co_names=tuple([names.get(n, n) for n in code.co_names]))
    return FunctionType(code, scope, name)


def _make_init(owner: type[Any]) -> FunctionType:
    positional, keyword, body = ["self"], ["*"], []
    names: dict[str, str] = {}
    scope: dict[str, Any] = {"missing": MISSING}
    defaults: list[Any] = []
    keyword_defaults: dict[str, Any] = {}
    for i, (name, (default, by_keyword, _)) in enumerate(_declared(owner).items()):
        at = value = f"f{i}"
        names[at] = name
        given, optional = True, default is not MISSING
        if type(default) is Field:
            item, default, given = default, default.default, default.init
            by_keyword = by_keyword if item.kw_only is None else item.kw_only
            optional = default is not MISSING or item.default_factory is not MISSING
            if item.default_factory is not MISSING:
                scope[f"make{i}"] = item.default_factory
                value = f"make{i}() if {at} is missing else {at}" if given else f"make{i}()"
            elif not given:
                scope[f"default{i}"], value = default, f"default{i}"
        body.append(f"\n self.{at} = {value}")
        if given:
            (keyword if by_keyword else positional).append(at)
            if optional and by_keyword:
                keyword_defaults[name] = default
            elif optional:
                defaults.append(default)
    if hasattr(owner, "__post_init__"):
        body.append("\n self.__post_init__()")
    parameters = ", ".join((*positional, *(keyword if len(keyword) > 1 else ())))
    made = _function(f"def f({parameters}):{''.join(body) or ' pass'}", "__init__", names, scope)
    made.__defaults__ = tuple(defaults)
    made.__kwdefaults__ = keyword_defaults
    return made


def _compared(owner: type[Any], of: str) -> tuple[str, dict[str, str]]:
    """The tuple of what is compared, in placeholders, and their names."""
    names = {f"f{i}": item.name for i, item in enumerate(item for item in fields(owner) if item.compare)}
    return "(" + "".join(f"{of}.{at}, " for at in names) + ")", names


def _make_eq(owner: type[Any]) -> FunctionType:
    mine, names = _compared(owner, "self")
    source = (
        "def f(self, other):\n"
        " if other.__class__ is not self.__class__: return NotImplemented\n"
        f" return {mine} == {_compared(owner, 'other')[0]}"
    )
    return _function(source, "__eq__", names, {})


def _make_hash(owner: type[Any]) -> FunctionType:
    mine, names = _compared(owner, "self")
    return _function(f"def f(self):\n return hash({mine})", "__hash__", names, {})


# ------------------------------------------------------------------------------------------------ named tuples

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:

    class _NamedTupleType(type):
        """Makes of a subclass of `NamedTuple` a tuple with names for its items."""

        def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> type:
            if not bases:
                return type.__new__(mcs, name, bases, namespace)
            names = tuple(namespace.get("__annotations__", ()))
            defaults = tuple([namespace[item] for item in names if item in namespace])
            for i, item in enumerate(names):
                namespace[item] = collections._tuplegetter(i, None)
            namespace["__slots__"] = ()
            namespace["_fields"] = namespace["__match_args__"] = names
            namespace["__new__"] = _make_new(names, defaults)
            return type(name, (tuple,), {**_NAMED_TUPLE_METHODS, **namespace})

    class NamedTuple(metaclass=_NamedTupleType):
        """What `typing.NamedTuple` is."""


def _make_new(names: tuple[str, ...], defaults: tuple[Any, ...]) -> FunctionType:
    places = {f"f{i}": name for i, name in enumerate(names)}
    items = "".join(f"{at}, " for at in places)
    made = _function(f"def f(cls, {items}): return new(cls, ({items}))", "__new__", places, {"new": tuple.__new__})
    made.__defaults__ = defaults
    return made


def _replace(self: Any, /, **changes: Any) -> Any:
    made = tuple.__new__(type(self), map(changes.pop, self._fields, self))
    if changes:
        raise ValueError(f"Got unexpected field names: {list(changes)!r}")
    return made


def _asdict(self: Any) -> dict[str, Any]:
    return dict(zip(self._fields, self, strict=True))


def _getnewargs(self: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(self)


def _named_repr(self: Any) -> str:
    return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in zip(self._fields, self, strict=True))})"


_NAMED_TUPLE_METHODS: Final = {
    "_replace": _replace,
    "_asdict": _asdict,
    "__getnewargs__": _getnewargs,
    "__repr__": _named_repr,
}
