"""Constants in types and patterns that are more than arithmetic: run by a machine of their own (rustc: `const_eval`).

In: a constant's Def and generic arguments. Out: its value, for integers, bools and chars (the provider "const_eval"), or as a
tree, for patterns ("const_to_valtree"). They are asked when typeck meets a call of a const fn, a loop or the like.
"""

from __future__ import annotations

from interpreter.diagnostics import UnsupportedError
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.machine.code import CodeStore
from interpreter.machine.machine import Machine
from interpreter.machine.names import is_dangling
from interpreter.resolve.defs import Def
from interpreter.transform.program import CompiledProgram
from interpreter.typeck import ty as t
from interpreter.typeck.const_to_pat import NotValtree, Valtree

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def const_eval(tcx: TyCtxt, def_: Def, args: t.Args) -> t.ConstValue | None:
    """The value of a constant; None if it isn't a number, bool or char.

    Raises: ConstEvalFailure: its evaluation panics.
    """
    value = _machine(tcx).code.constant(t.ConstUnevaluated(def_, args))
    if not isinstance(value, (int, bool)):
        return None
    return t.ConstValue(value, t.subst(tcx.type_of(def_), args))  # type: ignore[no-any-return]


def const_to_valtree(tcx: TyCtxt, def_: Def, args: t.Args) -> Valtree:
    """The value of a constant as a tree (rustc: `eval_to_valtree`).

    Raises: ConstEvalFailure: its evaluation panics; NotValtree: a part of it can't be one.
    """
    machine = _machine(tcx)
    code = machine.code
    value = code.constant(t.ConstUnevaluated(def_, args))
    return _tree(code, value, code.program.const_body(def_, args).locals[0].ty)


def _machine(tcx: TyCtxt) -> Machine:
    return tcx.query("const_machine", None, lambda: Machine(CompiledProgram(tcx), history=False, for_constants=True))


def _tree(code: CodeStore, value: Any, ty: t.Ty) -> Valtree:
    types = code.types
    match ty:
        case t.Prim():
            return value
        case t.Ref(ty=inner) if types.is_slice(inner):
            elements, start, length = value
            if inner is t.STR:
                return bytes(elements[start : start + length]).decode()
            return tuple([_tree(code, part, types.element(inner)) for part in elements[start : start + length]])
        case t.Ref(ty=inner) if types.unsized_tail(inner) is None:
            container, index = value
            return _tree(code, container[index], inner)
        case t.Ref(ty=inner):
            raise NotValtree(inner)
        case t.Tuple(elems=elems):
            return tuple([_tree(code, part, elem) for part, elem in zip(value, elems, strict=True)])
        case t.Array(elem=elem):
            return tuple([_tree(code, part, elem) for part in value])
        case t.Adt() if types.is_enum(ty):
            variant, *parts = value
            fields = code.program.fields(ty, variant)
            return (variant, *(_tree(code, part, field) for part, field in zip(parts, fields, strict=True)))
        case t.Adt() if types.is_heap_ptr(ty):
            # The struct around it is no pattern, which is told first.
            return None
        case t.RawPtr() if is_dangling(value, is_slice=types.is_slice(ty.ty)):
            raise UnsupportedError("a raw pointer in a pattern", None)
        case t.Adt() if not types.is_union(ty):
            return tuple([_tree(code, part, field) for part, field in zip(value, code.program.fields(ty), strict=True)])
        case _:
            raise NotValtree(ty)
