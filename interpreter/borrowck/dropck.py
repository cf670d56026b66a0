"""What must be alive when a value is dropped (rustc: dropck outlives; RFC 1327 for `#[may_dangle]`).

For a type: the types and regions that its destructor may look at. References and values without destructors need nothing; a
type that implements Drop needs all its parameters but those marked `#[may_dangle]`, and what its fields need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.mir import body as mir
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def dropck_outlives(tcx: TyCtxt, ty: t.Ty, normalize: Callable[[t.Ty], t.Ty]) -> tuple[t.GenericArg, ...]:
    """The parts of `ty` (types, regions) all of whose regions must be alive where a value of type `ty` is dropped."""
    found: dict[t.GenericArg, None] = {}
    seen: set[t.Ty] = set()
    stack = [ty]
    while stack:
        here = stack.pop()
        if here in seen or not here.flags & (t.HAS_FREE_REGION | t.HAS_REGION_VAR | t.HAS_PARAM | t.HAS_ALIAS):
            continue
        seen.add(here)
        match here:
            case t.Tuple():
                stack.extend(here.elems)
            case t.Array() | t.Slice():
                stack.append(here.elem)
            case t.Closure():
                n_parent = tcx.generics_of(here.def_).count
                if len(here.args) > n_parent:
                    captures = here.args[-1]
                    assert isinstance(captures, t.Tuple)
                    stack.extend(captures.elems)
            case t.Adt() if tcx.is_lang_item(here.def_, "async_block_type"):
                found |= dict.fromkeys(_coroutine_needs(tcx, here))
            case t.Adt():
                needed, owned = adt_dropck(tcx, here.def_)
                for part in needed:
                    found[t.subst(part, here.args)] = None
                for inner in owned:
                    stack.append(normalize(t.subst(inner, here.args)))
            case t.Dynamic() | t.Param() | t.Alias():
                found[here] = None
    return tuple(found)


def _coroutine_needs(tcx: TyCtxt, ty: t.Adt) -> tuple[t.GenericArg, ...]:
    """All that an `async` block has captured, unless nothing that it ever holds has anything to drop."""
    closure = ty.args[0]
    if not isinstance(closure, t.Closure):
        return (closure,)
    captures = closure.args[-1]
    assert isinstance(captures, t.Tuple)
    held = (*captures.elems, *tcx.coroutine_witness(closure.def_))
    return captures.elems if any(map(tcx.needs_drop, held)) else ()


def dropck_overflows(tcx: TyCtxt, body: mir.Body) -> list[Diagnostic]:
    """E0320: locals that are dropped and whose types own ever larger ones."""
    found: dict[Span, Diagnostic] = {}
    for block in body.blocks:
        if isinstance(block.terminator, mir.Drop) and not block.is_cleanup:
            decl = body.locals[block.terminator.place.local]
            ty = t.erase_regions(decl.ty)
            if tcx.query("dropck_overflow", ty, partial(_owns_without_end, tcx, ty)):
                message = f"overflow while adding drop-check rules for `{tcx.format_ty(ty)}`"
                found.setdefault(decl.span, Diagnostic("E0320", message, (Label(decl.span),)))
    return list(found.values())


_DEPTH = 128


def _owns_without_end(tcx: TyCtxt, ty: t.Ty) -> bool:
    seen: set[t.Ty] = set()
    stack = [(ty, 0)]
    while stack:
        here, depth = stack.pop()
        if here in seen:
            continue
        if depth > _DEPTH:
            return True
        seen.add(here)
        if isinstance(here, t.Adt):
            stack += [(t.subst(inner, here.args), depth + 1) for inner in adt_dropck(tcx, here.def_)[1]]
        elif isinstance(here, t.Tuple):
            stack += [(inner, depth) for inner in here.elems]
        elif isinstance(here, (t.Array, t.Slice)):
            stack.append((here.elem, depth))
    return False


def adt_dropck(tcx: TyCtxt, adt: Def) -> tuple[tuple[t.GenericArg, ...], tuple[t.Ty, ...]]:
    """In the ADT's own parameters: what its own destructor looks at, and the types of what it owns."""

    def compute() -> tuple[tuple[t.GenericArg, ...], tuple[t.Ty, ...]]:
        if tcx.is_lang_item(adt, "manually_drop"):
            return (), ()
        if tcx.is_lang_item(adt, "phantom_data") or tcx.is_lang_item(adt, "heap_ptr"):
            return (), tuple(_types(tcx.identity_args(adt)))
        needed = tuple(_destructor_needs(tcx, adt))
        owned = dict.fromkeys(tcx.type_of(f.def_) for f in tcx.adt_def(adt).all_fields())
        interesting = t.HAS_PARAM | t.HAS_FREE_REGION | t.HAS_REGION_PARAM
        return needed, tuple(ty for ty in owned if ty.flags & interesting and not isinstance(ty, (t.Ref, t.RawPtr)))

    return tcx.query("borrowck_adt_dropck", adt, compute)


def _types(args: t.Args) -> Iterator[t.Ty]:
    for arg in args:
        if not isinstance(arg, (t.ReEarlyParam, t.ConstParam)):
            yield arg  # type: ignore[misc]


def _destructor_needs(tcx: TyCtxt, adt: Def) -> Iterator[t.GenericArg]:
    """The ADT's parameters that its Drop impl does not mark `#[may_dangle]`."""
    impl = tcx.adt_destructor(adt)
    if impl is None:
        return
    dangling: set[int] = set()
    generics = tcx.generics_of(impl)
    for param in generics.params:
        node = param.def_.node
        if isinstance(node, ast.GenericParam) and any(attr.name == "may_dangle" for attr in node.attrs):
            dangling.add(param.index)
    self_ty = tcx.type_of(impl)
    assert isinstance(self_ty, t.Adt)
    for arg, own in zip(self_ty.args, tcx.identity_args(adt), strict=True):
        if isinstance(arg, (t.Param, t.ReEarlyParam)) and arg.index in dangling:
            continue
        if not isinstance(arg, t.ConstParam):
            yield own
