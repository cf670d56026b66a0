"""Elided lifetimes made visible: what one would write if one had to (Reference: lifetime elision).

In: a compiled program. Out: the texts to be put into the signatures of its functions, each with its place:
`fn first(s: &str) -> &str` becomes `fn first<'a>(s: &'a str) -> &'a str`.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.records import NamedTuple
from interpreter.resolve.defs import Def, DefRes, Resolution
from interpreter.resolve.late_lifetimes import lifetime_param_count
from interpreter.syntax import ast


class Insertion(NamedTuple):
    """Text before a column of a line (both from 1) when elided lifetimes are written out; `replaces` characters of the
    source (`'_`) give way to it."""

    line: int
    column: int
    text: str
    replaces: int = 0


class _Place(NamedTuple):
    """A place without a lifetime: offset, text around the name ("", " "), characters replaced, and how many are wanted."""

    offset: int
    before: str
    after: str
    replaces: int
    wanted: int


def elided_lifetimes(resolution: Resolution) -> tuple[Insertion, ...]:
    """All that is elided in the signatures of the user's functions, in the order of the text."""
    found: list[Insertion] = []
    stack: list[Def] = [resolution.root]
    while stack:
        def_ = stack.pop()
        stack.extend(def_.children)
        if not def_.is_std and isinstance(def_.node, ast.Fn) and def_.node.span.call_site is None:
            found += _of_function(resolution, def_, def_.node)
    return tuple(sorted(found))


def _of_function(resolution: Resolution, def_: Def, fn: ast.Fn) -> list[Insertion]:
    taken = _names_in_scope(def_)
    fresh = (name for name in (f"'{chr(ord('a') + n)}" for n in range(26)) if name not in taken)
    edits: list[tuple[int, str, int]] = []
    made: list[str] = []
    in_inputs: list[str] = []
    of_self: str | None = None
    params: list[ast.SelfParam | ast.Param] = [*([fn.self_param] if fn.self_param is not None else []), *fn.params]
    for param in params:
        names: list[str] = []
        for place in _param_places(resolution, param):
            if isinstance(place, str):
                names.append(place)
                continue
            new = [next(fresh, "'_") for _ in range(place.wanted)]
            made += new
            names += new
            edits.append((place.offset, f"{place.before}{', '.join(new)}{place.after}", place.replaces))
        if isinstance(param, ast.SelfParam) and names and of_self is None:
            of_self = names[0]
        in_inputs += names
    distinct = list(dict.fromkeys(in_inputs))
    result = of_self or (distinct[0] if len(distinct) == 1 else None)
    if fn.output is not None and result is not None:
        for place in _places(resolution, fn.output):
            if not isinstance(place, str):
                edits.append((place.offset, f"{place.before}{', '.join([result] * place.wanted)}{place.after}", place.replaces))
    if made:
        span = fn.generics.span
        written = bool(fn.generics.params)
        edits.append((span.lo + (1 if written else 0), f"{', '.join(made)}, " if written else f"<{', '.join(made)}>", 0))
    found = []
    for offset, text, replaces in edits:
        line, column = fn.span.file.line_column(offset)
        found.append(Insertion(line, column, text, replaces))
    return found


def _names_in_scope(def_: Def) -> set[str]:
    names: set[str] = set()
    here: Def | None = def_
    while here is not None:
        names.update(child.name for child in here.children if child.name.startswith("'"))
        here = here.parent
    return names


def _param_places(resolution: Resolution, param: ast.Param | ast.SelfParam) -> Iterator[_Place | str]:
    if param.ty is not None:
        yield from _places(resolution, param.ty)
    elif isinstance(param, ast.Param):
        return
    elif param.lifetime is not None:
        yield from _written(param.lifetime)
    elif param.by_ref:
        yield _Place(param.span.lo + param.span.text.index("&") + 1, "", " ", 0, 1)


def _places(resolution: Resolution, ty: ast.Ty) -> Iterator[_Place | str]:
    """The lifetimes of a type in the order of the text: the name of a written one, the place of an elided one."""
    match ty:
        case ast.RefTy():
            if ty.lifetime is None:
                yield _Place(ty.span.lo + 1, "", " ", 0, 1)
            else:
                yield from _written(ty.lifetime)
            yield from _places(resolution, ty.ty)
        case ast.PathTy():
            yield from _path_places(resolution, ty.path)
        case ast.TupleTy():
            for elem in ty.elems:
                yield from _places(resolution, elem)
        case ast.SliceTy() | ast.ArrayTy():
            yield from _places(resolution, ty.elem)
        case ast.PtrTy() | ast.ParenTy():
            yield from _places(resolution, ty.ty)
        case ast.ImplTraitTy() | ast.DynTy():
            for bound in ty.bounds:
                if isinstance(bound, ast.TraitBound):
                    yield from _path_places(resolution, bound.path)
                elif isinstance(bound, ast.LifetimeBound):
                    yield from _written(bound.lifetime)
        case _:
            return


def _written(lifetime: ast.Lifetime) -> Iterator[_Place | str]:
    if lifetime.name == "'_":
        yield _Place(lifetime.span.lo, "", "", 2, 1)
    elif lifetime.name != "'static":
        yield lifetime.name


def _path_places(resolution: Resolution, path: ast.Path) -> Iterator[_Place | str]:
    last = path.segments[-1]
    if last.args is not None and last.args.parenthesized:
        return
    res = resolution.path_res.get(path)
    count = lifetime_param_count(res.base.def_) if res is not None and isinstance(res.base, DefRes) and not res.unresolved else 0
    args = last.args.args if last.args is not None else []
    if count and not any(isinstance(arg, ast.Lifetime) for arg in args):
        if last.args is None:
            yield _Place(last.ident.span.hi, "<", ">", 0, count)
        else:
            yield _Place(last.args.span.lo + 1, "", ", ", 0, count)
    for arg in args:
        if isinstance(arg, ast.Lifetime):
            yield from _written(arg)
        elif not isinstance(arg, ast.AnonConst):
            yield from _places(resolution, arg)
    for constraint in last.args.constraints if last.args is not None else ():
        if constraint.ty is not None:
            yield from _places(resolution, constraint.ty)
