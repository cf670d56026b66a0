"""Vtables: which trait objects are alive, and what stands in the tables of methods that they carry.

In: the numbers of vtables that a scan of memory has met. Out: `VtableRow`s with drop, size, alignment and methods, in the order
in which rustc lays a vtable out.
"""

from __future__ import annotations

from interpreter.debugger.memory import Memory, name_of
from interpreter.debugger.view import VtableRow
from interpreter.hints import Any
from interpreter.machine.types import Types
from interpreter.transform.instance import Instance
from interpreter.transform.resolve import vtable_entries
from interpreter.typeck import ty as t


def vtable_of(types: Types, value: Any, ty: t.Ty, is_owner: bool) -> int | None:
    """The number of the vtable that a pointer to a trait object carries; None for any other value."""
    if isinstance(ty, (t.Ref, t.RawPtr)):
        pointee, number = ty.ty, value[2] if isinstance(value, tuple) and len(value) > 2 else None
    elif is_owner and isinstance(ty, t.Adt) and ty.args and isinstance(value, list) and isinstance(value[0], tuple):
        pointee, number = ty.args[0], value[0][1] if len(value[0]) > 1 else None  # type: ignore[assignment]
    else:
        return None
    return number if isinstance(types.unsized_tail(pointee), t.Dynamic) and isinstance(number, int) else None


def vtable_rows(memory: Memory, seen: dict[int, set[str]]) -> tuple[VtableRow, ...]:
    """The tables of the trait objects that are alive."""
    code = memory.machine.code
    rows = []
    for number in sorted(seen):
        ty, dyn = code.vtable_types[number]
        layout = memory.layout(ty)
        drops = memory.machine.code.types.needs_drop(ty)
        entries = [("drop", f"glue of {memory.type_text(ty)}" if drops else "nothing to drop")]
        entries += [("size", str(layout.size)), ("align", str(layout.align))]
        slots = vtable_entries(memory.names.tcx, dyn)
        for (method, _), found in zip(slots, code.program.vtable(ty, dyn), strict=True):
            entries.append((method.name, _method(found)))
        subject = f"vtable/{number}"
        rows.append(VtableRow(subject, memory.type_text(ty), memory.type_text(dyn), tuple(entries), frozenset(seen[number])))
    return tuple(rows)


def _method(found: Instance | None) -> str:
    return name_of(found.def_) if found is not None and found.def_ is not None else "not for this type"
