"""The types of expressions with their lifetimes, worked out once more for the few questions that need them.

rustc's types in bodies have regions; ours are erased. Where it matters whether two lifetimes are one and the same to inference
(same_region.py), or how a type is called in a message, the type is built anew from what was written: a parameter, a static or a
literal has the regions of its declaration, a variable those of its annotation, else, as its type was generalised, those of its
value that stand where no other lifetime could (behind `&mut`, in invariant parameters), and what a generic function gives has
those of its arguments. All other regions are new, and numbered.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import DefKind, DefRes, LocalDef, LocalRes
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.defs import Variance
from interpreter.typeck.results import peel

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt

_INVARIANT, _COVARIANT = Variance.INVARIANT, Variance.COVARIANT


class ExprRegions:
    """Of one body; `output` and the parameters are those of its signature."""

    def __init__(self, fcx: FnCtxt) -> None:
        self.fcx = fcx
        self.output: t.Ty | None = None
        self._params: dict[LocalDef, t.Ty] = {}
        self._own: dict[tuple[LocalDef, t.Ty], t.Ty] = {}
        self._open: set[LocalDef] = set()
        self._fresh = 0

    def declare(self, node: ast.Fn, sig: t.FnSig) -> None:
        """The body is that of this function."""
        fcx = self.fcx
        self.output = sig.output
        inputs = list(sig.inputs)
        if node.self_param is not None:
            self._params[fcx.tcx.resolution.self_params[node.self_param]] = inputs.pop(0)
        for param, ty in zip(node.params, inputs, strict=True):
            if isinstance(param.pat, ast.IdentPat):
                res = fcx.ident_pat_res(param.pat)
                if isinstance(res, LocalRes):
                    self._params[res.local] = ty

    def ty_of(self, expr: Any) -> t.Ty | None:
        """The type of an expression before adjustments; None if there is nothing to add to what inference knows."""
        expr = peel(expr)
        match expr:
            case ast.Lit():
                ty = self.fcx.node_ty(expr)
                return t.Ref(t.RE_STATIC, ty.ty, ty.mutable) if isinstance(ty, t.Ref) else None
            case ast.PathExpr():
                return self._path(expr)
            case ast.FieldExpr():
                base = self._behind_pointers(expr.expr)
                return _field_of(self.fcx, base, expr.ident.name) if base is not None else None
            case ast.Index():
                base = self._behind_pointers(expr.expr)
                return base.elem if isinstance(base, (t.Array, t.Slice)) else None
            case ast.Unary(op=ast.UnOp.DEREF):
                base = self.ty_of(expr.expr)
                return self._pointee(base) if base is not None else None
            case ast.AddrOf(raw=False):
                place = self.ty_of(expr.expr)
                return t.Ref(self._new_region(), place, expr.mutable) if place is not None else None
            case ast.Tuple():
                parts = [self.ty_of(elem) for elem in expr.elems]
                if any(part is not None for part in parts):
                    known = [self._fresh_regions(self.fcx.resolve(self.fcx.node_ty(elem))) for elem in expr.elems]
                    return t.Tuple(tuple(part or ty for part, ty in zip(parts, known, strict=True)))  # type: ignore[no-any-return]
            case ast.Call(func=ast.PathExpr() as callee):
                return self._returned(callee, expr.args)
        return None

    # -------------------------------------------------------------------------------------------- places

    def _pointee(self, ty: t.Ty) -> t.Ty | None:
        if isinstance(ty, (t.Ref, t.RawPtr)):
            return ty.ty
        if isinstance(ty, t.Adt) and self.fcx.tcx.is_lang_item(ty.def_, "owned_box"):
            return ty.args[0]  # type: ignore[return-value]
        return None

    def _behind_pointers(self, expr: ast.Expr) -> t.Ty | None:
        """The type that a field or an element is taken from."""
        ty = self.ty_of(expr)
        while ty is not None:
            pointee = self._pointee(ty)
            if pointee is None or isinstance(ty, t.RawPtr):
                break
            ty = pointee
        return ty

    def _path(self, expr: ast.PathExpr) -> t.Ty | None:
        res = self.fcx.path_res(expr.path)
        if isinstance(res.base, LocalRes):
            return self._local(res.base.local)
        if isinstance(res.base, DefRes) and not res.unresolved and res.base.def_.kind in (DefKind.STATIC, DefKind.CONST):
            ty: t.Ty = self.fcx.tcx.type_of(res.base.def_)
            return ty
        return None

    def _local(self, local: LocalDef) -> t.Ty:
        param = self._params.get(local)
        if param is not None:
            return param
        erased = t.erase_regions(self.fcx.resolve(self.fcx.local_ty(local)))
        known = self._own.get((local, erased))
        if known is None and local not in self._open:
            self._open.add(local)
            known = self._declared(local)
            self._open.discard(local)
            if known is None or t.erase_regions(self.fcx.resolve(known)) is not erased:
                known = self._fresh_regions(erased)
            self._own[local, erased] = known
        return known if known is not None else erased

    def _declared(self, local: LocalDef) -> t.Ty | None:
        """The type of a variable from its `let`."""
        let = self.fcx.let_of_local.get(local)
        if let is None or not isinstance(let.pat, ast.IdentPat) or let.pat.by_ref:
            return None
        if let.ty is not None:
            user = self.fcx.results.user_tys.get(let)
            return self._fresh_regions(_objects_open(user.ty)) if user is not None else None
        for value in values_of(let.init):
            ty = self.ty_of(value)
            if ty is not None:
                return self._generalised(ty, _COVARIANT)  # type: ignore[no-any-return]
        return None

    # -------------------------------------------------------------------------------------------- calls

    def _returned(self, callee: ast.PathExpr, args: list[ast.Expr]) -> t.Ty | None:
        """What a function gives; its type parameters are known by its arguments."""
        found = self.fcx.results.paths.get(callee.path)
        if found is None or found.def_.kind not in (DefKind.FN, DefKind.ASSOC_FN):
            return None
        tcx, def_ = self.fcx.tcx, found.def_
        sig = t.instantiate_bound(tcx.fn_sig(def_), lambda _i, _n: self._new_region())
        params = list(tcx.generics_of(def_).all_params())
        if not params:
            return sig.output  # type: ignore[no-any-return]
        known: dict[t.Ty, t.Ty] = {}
        for formal, arg in zip(sig.inputs, args, strict=False):
            if formal.flags & t.HAS_PARAM:
                actual = self.ty_of(arg)
                if actual is not None:
                    self.match(formal, actual, known)
        missing = False

        def fold(part: Any) -> Any:
            nonlocal missing
            if isinstance(part, t.Param):
                missing = missing or part not in known
                return known.get(part, part)
            missing = missing or isinstance(part, (t.Alias, t.ReEarlyParam))
            return t.map_parts(part, fold)

        output: t.Ty = fold(sig.output)
        return None if missing else output

    def match(self, formal: Any, actual: Any, known: dict[t.Ty, t.Ty], variance: Variance = _COVARIANT) -> None:
        """What the type parameters or variables in `formal` are, if a value of type `actual` is passed."""
        if isinstance(formal, (t.Param, t.Infer)):
            known.setdefault(formal, self._generalised(actual, variance))
        elif isinstance(formal, t.Ref) and isinstance(actual, t.Ref):
            self.match(formal.ty, actual.ty, known, variance.xform(_INVARIANT if formal.mutable else _COVARIANT))
        elif isinstance(formal, t.Adt) and isinstance(actual, t.Adt) and formal.def_ is actual.def_:
            variances = self.fcx.tcx.variances_of(formal.def_)
            for one, other, own in zip(formal.args, actual.args, variances, strict=True):
                self.match(one, other, known, variance.xform(own))
        elif isinstance(formal, t.Tuple) and isinstance(actual, t.Tuple):
            for one, other in zip(formal.elems, actual.elems, strict=False):
                self.match(one, other, known, variance)
        elif isinstance(formal, (t.Array, t.Slice)) and isinstance(actual, (t.Array, t.Slice)):
            self.match(formal.elem, actual.elem, known, variance)

    # -------------------------------------------------------------------------------------------- regions

    def _generalised(self, part: Any, variance: Variance) -> Any:
        """`part` with new regions where those of a subtype or supertype may differ."""
        if variance is _INVARIANT:
            return part
        if isinstance(part, t.Ref):
            inner = _INVARIANT if part.mutable else variance
            return t.Ref(self._new_region(), self._generalised(part.ty, inner), part.mutable)
        if isinstance(part, t.Adt):
            variances = self.fcx.tcx.variances_of(part.def_)
            own = zip(part.args, variances, strict=True)
            return t.Adt(part.def_, tuple(self._generalised(arg, variance.xform(inner)) for arg, inner in own))
        if isinstance(part, t.Tuple):
            return t.Tuple(tuple(self._generalised(elem, variance) for elem in part.elems))
        if isinstance(part, t.Array):
            return t.Array(self._generalised(part.elem, variance), part.len)
        if isinstance(part, t.Slice):
            return t.Slice(self._generalised(part.elem, variance))
        if isinstance(part, t.Dynamic):
            return t.Dynamic(part.principal, part.projections, part.autos, self._new_region())
        return self._fresh_regions(t.erase_regions(part))

    def _fresh_regions(self, ty: Any) -> Any:
        """`ty` with a new region for each that is erased."""
        return t.map_regions(ty, lambda r: self._new_region() if isinstance(r, t.ReErased) else r)

    def _new_region(self) -> t.Region:
        self._fresh += 1
        return t.ReVar(self._fresh)  # type: ignore[no-any-return]


def only_named(ty: t.Ty) -> t.Ty:
    """`ty` as messages show it: regions that have no name are erased."""
    return t.map_regions(ty, lambda r: r if isinstance(r, t.ReBound) or _has_name(r) else t.RE_ERASED)


def _has_name(region: t.Region) -> bool:
    return region is t.RE_STATIC or (isinstance(region, (t.ReEarlyParam, t.ReLateParam)) and region.name[1:2].isalpha())


def _field_of(fcx: FnCtxt, base: t.Ty, name: str) -> t.Ty | None:
    """The type of a field of a tuple or struct, regions kept."""
    if isinstance(base, t.Tuple):
        return base.elems[int(name)] if name.isdigit() and int(name) < len(base.elems) else None
    if isinstance(base, t.Adt) and fcx.tcx.adt_def(base.def_).is_struct:
        for field in fcx.tcx.adt_def(base.def_).non_enum_variant.fields:
            if field.name == name:
                return field.ty(fcx.tcx, base.args)
    return None


def _objects_open(ty: t.Ty) -> t.Ty:
    """In a body the lifetime of a trait object is inferred, where no reference gives it."""

    def fold(part: t.Ty) -> t.Ty:
        if isinstance(part, t.Ref):
            return part if isinstance(part.ty, t.Dynamic) else t.map_parts(part, fold)
        if isinstance(part, t.Dynamic) and part.region is t.RE_STATIC:
            return t.Dynamic(part.principal, part.projections, part.autos, t.RE_ERASED)  # type: ignore[no-any-return]
        return t.map_parts(part, fold)  # type: ignore[no-any-return]

    return fold(ty)


def values_of(expr: ast.Expr | None) -> Iterator[ast.Expr]:
    """The expressions that an expression's value may come from."""
    expr = peel(expr)
    match expr:
        case None:
            return
        case ast.BlockExpr():
            yield from values_of(expr.block.expr)
        case ast.If():
            yield from values_of(expr.then.expr)
            yield from values_of(expr.else_)
        case ast.Match():
            for arm in expr.arms:
                yield from values_of(arm.body)
        case _:
            yield expr
