"""When a shared reference is coerced to a reference of the very same lifetime.

A shared reference is reborrowed wherever one is expected (`f(x)` is `f(&*x)`), unless the two types are the same down to their
lifetimes: then the coercion does nothing (rustc: the special case of `coerce_borrowed_pointer`). Regions in bodies are erased, so
that the types of places are worked out here once more with regions: a parameter has those of the signature, what `&mut place`
points to those of the place (it is invariant, so that inference keeps them), any other variable has its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interpreter.resolve.defs import LocalDef, LocalRes
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.fn_ctxt import FnCtxt, peel


class PlaceRegions:
    """The types of places with regions, in one function with this signature. Regions that only one variable has are numbered."""

    def __init__(self, fcx: FnCtxt, node: ast.Fn, sig: t.FnSig) -> None:
        self.fcx = fcx
        self.output = sig.output
        self._own: dict[tuple[LocalDef, t.Ty], t.Ty] = {}
        self._fresh = 0
        self._params: dict[LocalDef, t.Ty] = {}
        inputs = list(sig.inputs)
        if node.self_param is not None:
            self._params[fcx.tcx.resolution.self_params[node.self_param]] = inputs.pop(0)
        for param, ty in zip(node.params, inputs, strict=True):
            if isinstance(param.pat, ast.IdentPat):
                res = fcx.ident_pat_res(param.pat)
                if isinstance(res, LocalRes):
                    self._params[res.local] = ty

    def ty_of(self, expr: ast.Expr) -> t.Ty | None:
        """The type of a place; None of what isn't one."""
        expr = peel(expr)
        match expr:
            case ast.PathExpr():
                local = _local_of(self.fcx, expr)
                return self._local(local) if local is not None else None
            case ast.FieldExpr():
                base = self.ty_of(expr.expr)
                while isinstance(base, t.Ref):
                    base = base.ty
                return field_of(self.fcx, base, expr.ident.name) if base is not None else None
            case ast.Unary(op=ast.UnOp.DEREF):
                base = self.ty_of(expr.expr)
                if isinstance(base, t.Adt) and self.fcx.tcx.is_lang_item(base.def_, "owned_box"):
                    return base.args[0]  # type: ignore[return-value]
                return base.ty if isinstance(base, t.Ref) else None
            case ast.AddrOf(mutable=True, raw=False):
                place = self.ty_of(expr.expr)
                return t.Ref(self._new_region(), place, True) if place is not None else None
        return None

    def param(self, local: LocalDef) -> t.Ty | None:
        """The type of a parameter that is a name."""
        return self._params.get(local)

    def _local(self, local: LocalDef) -> t.Ty:
        param = self._params.get(local)
        if param is not None:
            return param
        erased = t.erase_regions(self.fcx.resolve(self.fcx.local_ty(local)))
        known = self._own.get((local, erased))
        if known is None:
            let = self.fcx.let_of_local.get(local)
            of_place = self._initial(let.init) if let is not None and let.ty is None else None
            known = of_place or t.map_regions(erased, lambda r: r if isinstance(r, t.ReBound) else self._new_region())
            self._own[local, erased] = known
        return known

    def _initial(self, init: ast.Expr | None) -> t.Ty | None:
        """The type of a variable from its initial value: a `&mut` has a lifetime of its own and, as it is invariant, those of
        what it points to; None of other values."""
        for value in _values(init):
            ty = self.ty_of(value)
            if isinstance(ty, t.Ref) and ty.mutable:
                return t.Ref(self._new_region(), ty.ty, True)  # type: ignore[no-any-return]
        return None

    def _new_region(self) -> t.Region:
        self._fresh += 1
        return t.ReVar(self._fresh)  # type: ignore[no-any-return]


def field_of(fcx: FnCtxt, base: t.Ty, name: str) -> t.Ty | None:
    """The type of a field of a tuple or struct, regions kept."""
    if isinstance(base, t.Tuple):
        return base.elems[int(name)] if name.isdigit() and int(name) < len(base.elems) else None
    if isinstance(base, t.Adt) and fcx.tcx.adt_def(base.def_).is_struct:
        for field in fcx.tcx.adt_def(base.def_).non_enum_variant.fields:
            if field.name == name:
                return field.ty(fcx.tcx, base.args)
    return None


def has_region_of_target(fcx: FnCtxt, expr: ast.Expr) -> bool:
    """Whether `expr` has the region of the type that it is coerced to; the value of a block or of branches was coerced before."""
    return isinstance(expr, (ast.BlockExpr, ast.If, ast.Match)) or expr in fcx.same_region


def note_returned(fcx: FnCtxt, expr: ast.Expr) -> None:
    """`expr` is the function's value: remember the places in it that are returned unchanged."""
    regions = fcx.place_regions
    if fcx.frame.is_closure or regions is None or not isinstance(regions.output, t.Ref):
        return
    for value in _values(expr):
        if regions.ty_of(value) is regions.output:
            fcx.same_region.add(value)


def note_assigned(fcx: FnCtxt, lhs: ast.Expr, rhs: ast.Expr) -> None:
    """`lhs = rhs` is checked next."""
    if fcx.place_regions is None:
        return
    ty = fcx.place_regions.ty_of(lhs)
    if ty is not None and ty is fcx.place_regions.ty_of(rhs):
        fcx.same_region.add(peel(rhs))


def note_arguments(fcx: FnCtxt, args: Sequence[ast.Expr], formals: Sequence[t.Ty]) -> None:
    """The arguments of a call are checked next: in `replace(&mut place, value)` the type of the place, down to its lifetimes, is
    that of the value."""
    regions = fcx.place_regions
    if regions is None:
        return
    known: dict[t.Ty, t.Ty] = {}
    for arg, formal in zip(args, formals, strict=False):
        if isinstance(formal, t.Ref) and formal.mutable and isinstance(formal.ty, t.Infer):
            ty = regions.ty_of(arg)
            if isinstance(ty, t.Ref):
                known.setdefault(formal.ty, ty.ty)
        elif formal in known:
            fcx.same_region.update(value for value in _values(arg) if regions.ty_of(value) is known[formal])


def _local_of(fcx: FnCtxt, expr: ast.Expr) -> LocalDef | None:
    if isinstance(expr, ast.PathExpr):
        base = fcx.path_res(expr.path).base
        if isinstance(base, LocalRes):
            return base.local
    return None


def _values(expr: ast.Expr | None) -> Iterator[ast.Expr]:
    """The expressions that an expression's value may come from."""
    expr = peel(expr)
    match expr:
        case None:
            return
        case ast.BlockExpr():
            yield from _values(expr.block.expr)
        case ast.If():
            yield from _values(expr.then.expr)
            yield from _values(expr.else_)
        case ast.Match():
            for arm in expr.arms:
                yield from _values(arm.body)
        case _:
            yield expr
