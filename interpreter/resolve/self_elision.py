"""The lifetimes that a written type gives to `self`: those of the references that have `Self` in them, from which a result's
elided ones are taken (rustc_resolve: `find_lifetime_for_self`)."""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.resolve.defs import Resolution, SelfTyRes
from interpreter.syntax import ast


def self_lifetimes(resolution: Resolution, impl: ast.Impl | None, ty: ast.Ty) -> int:
    """How many there are in `self: ty`: with one it is the result's, with more there is no elision."""
    found: set[object] = set()
    for part in _parts(ty):
        if isinstance(part, ast.RefTy) and any(_is_self(resolution, impl, inner) for inner in _parts(part)):
            named = part.lifetime is not None and part.lifetime.name != "'_"
            found.add(resolution.lifetimes.get(part.lifetime) if named and part.lifetime is not None else part)
    return len(found)


def _parts(ty: ast.Ty) -> Iterator[ast.Ty]:
    """The type and those written in it."""
    yield ty
    match ty:
        case ast.RefTy() | ast.PtrTy() | ast.ParenTy():
            yield from _parts(ty.ty)
        case ast.TupleTy():
            for elem in ty.elems:
                yield from _parts(elem)
        case ast.SliceTy() | ast.ArrayTy():
            yield from _parts(ty.elem)
        case ast.PathTy():
            for segment in ty.path.segments:
                for arg in segment.args.args if segment.args is not None else ():
                    if not isinstance(arg, (ast.Lifetime, ast.AnonConst)):
                        yield from _parts(arg)


def _is_self(resolution: Resolution, impl: ast.Impl | None, ty: ast.Ty) -> bool:
    """`Self`, or the name of the type that the impl is for."""
    res = resolution.path_res.get(ty.path) if isinstance(ty, ast.PathTy) else None
    if res is None or (isinstance(res.base, SelfTyRes) and not res.unresolved):
        return res is not None
    own = resolution.path_res.get(impl.self_ty.path) if impl is not None and isinstance(impl.self_ty, ast.PathTy) else None
    return own is not None and res == own
