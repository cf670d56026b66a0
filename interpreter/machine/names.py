"""Names for places and fields, as the program's text has them; and what went wrong where a rejected program can't go on."""

from __future__ import annotations

from interpreter.hints import Any
from interpreter.machine.types import Types
from interpreter.mir.body import Body, Deref, Downcast, Field, LocalKind, Place
from interpreter.resolve.defs import DefKind
from interpreter.typeck import ty as t


def field_name(ty: t.Ty, variant: int, index: int) -> str:
    """A field's name, or its number where it has none."""
    if isinstance(ty, t.Adt):
        owner = ty.def_
        if owner.kind is DefKind.ENUM:
            owner = [c for c in owner.children if c.kind is DefKind.VARIANT][variant]
        fields = [c for c in owner.children if c.kind is DefKind.FIELD]
        if index < len(fields):
            return fields[index].name
    return str(index)


def describe_place(types: Types, body: Body, place: Place) -> str:
    """A place as one would write it, with implied derefs left out."""
    name = body.locals[place.local].name or f"_{place.local}"
    ty = body.locals[place.local].ty
    variant = 0
    for at, elem in enumerate(place.projection):
        match elem:
            case Deref():
                ty = types.pointee(ty)
                if at + 1 == len(place.projection):
                    name = f"*{name}"
            case Downcast():
                variant = elem.variant
            case Field():
                if isinstance(ty, t.Closure):
                    name = body.captures[elem.index].local.name if elem.index < len(body.captures) else name
                else:
                    name = f"{name}.{field_name(ty, variant, elem.index)}"
                ty, variant = elem.ty, 0
            case _:
                name = f"{name}[..]"
                ty = types.place_ty(body, Place(place.local, place.projection[: at + 1]))
    return name


def is_dangling(pointer: tuple[Any, ...], is_slice: bool) -> bool:
    """Whether a pointer leads to nothing: freed, moved away, out of scope."""
    container, index = pointer[0], pointer[1]
    if container is None:
        return True
    if is_slice:
        return pointer[2] > 0 and (index >= len(container) or container[index] is None)
    return index >= len(container) or container[index] is None


def dangling_variables(types: Types, body: Body, locals_: list[Any]) -> list[str]:
    """The variables of a frame that hold a reference to what is gone."""
    found = []
    for decl, value in zip(body.locals, locals_, strict=False):
        if decl.name is None or value is None or decl.kind is LocalKind.TEMP or not isinstance(decl.ty, t.Ref):
            continue
        if is_dangling(value, types.is_slice(decl.ty.ty)):
            found.append(decl.name)
    return found
