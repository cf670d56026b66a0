"""Patterns that bind nothing of use: `non_shorthand_field_patterns`, `let_underscore_drop`, `let_underscore_lock`,
`for_loops_over_fallibles`, `unit_bindings` (rustc_lint: builtin.rs and files named like the lints)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import bodies, nodes
from interpreter.resolve.defs import Def, LocalRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.results import BodyTypes


_GUARDS = ("MutexGuard", "RwLockReadGuard", "RwLockWriteGuard")
_FALLIBLE = {"std::option::Option": ("an", "Option"), "std::result::Result": ("a", "Result")}


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All patterns in bodies."""
    for def_, types, found in bodies(tcx):
        for node in found:
            match node:
                case ast.StructPat():
                    for field in node.fields:
                        _shorthand(tcx, field, emit)
                case ast.Let() if node.init is not None:
                    _underscore(tcx, def_, types, node, emit)
                    if not isinstance(node.pat, ast.WildPat):
                        _unit(types, node, node.init, emit)
                case ast.Assign() if isinstance(node.lhs, ast.Underscore):
                    assigned = types.type_of(node.rhs)
                    if assigned is not None and not _lock(tcx, def_, assigned, node.lhs.span, emit):
                        if _drops(tcx, def_, assigned):
                            emit("let_underscore_drop", Label(node.span), "non-binding let on a type that has a destructor")
                case ast.For():
                    _fallible(tcx, types, node, emit)
                case _:
                    pass


def _shorthand(tcx: TyCtxt, field: ast.FieldPat, emit: Emit) -> None:
    pat = field.pat
    if field.shorthand or not isinstance(pat, ast.IdentPat) or pat.sub is not None or pat.ident.name != field.ident.name:
        return
    if field.span.call_site is None and isinstance(tcx.resolution.ident_pats.get(pat), LocalRes):
        message = f"the `{field.ident.name}:` in this pattern is redundant"
        emit("non_shorthand_field_patterns", Label(field.span), message)


def _underscore(tcx: TyCtxt, def_: Def, types: BodyTypes, let: ast.Let, emit: Emit) -> None:
    """Locks anywhere in the pattern; other values that are dropped only if it is all of it."""
    for pat in nodes(let.pat):
        if isinstance(pat, ast.WildPat):
            ty = types.type_of(pat)
            of_param = let.span == pat.span  # of an `async fn`
            if ty is None or of_param or _lock(tcx, def_, ty, pat.span, emit):
                continue
            if pat is let.pat and _drops(tcx, def_, ty):
                emit("let_underscore_drop", Label(let.span), "non-binding let on a type that has a destructor")


def _drops(tcx: TyCtxt, def_: Def, ty: t.Ty) -> bool:
    return tcx.needs_drop(t.erase_regions(ty), tcx.param_env(def_))


def _lock(tcx: TyCtxt, def_: Def, ty: t.Ty, at: Span, emit: Emit) -> bool:
    """Tell that a lock isn't kept, if it is one or the result of asking for one."""
    inner = ty.args[0] if isinstance(ty, t.Adt) and ty.def_.path() == "std::result::Result" else ty
    if not isinstance(inner, t.Adt) or not inner.def_.is_std or inner.def_.name not in _GUARDS or not _drops(tcx, def_, ty):
        return False
    where = Label(at, "this lock is not assigned to a binding and is immediately dropped")
    emit("let_underscore_lock", where, "non-binding let on a synchronization lock")
    return True


def _unit(types: BodyTypes, let: ast.Let, init: ast.Expr, emit: Emit) -> None:
    declared = isinstance(let.ty, ast.TupleTy) and not let.ty.elems
    if let.span.call_site is not None or let.else_ is not None or isinstance(init, ast.Tuple) or declared:
        return
    if isinstance(init, ast.BlockExpr) and init.block.expr is None:
        return
    if types.type_of(init) == t.UNIT:
        label = (Label(let.pat.span, "this pattern is inferred to be the unit type `()`"),)
        emit("unit_bindings", Label(let.span), "binding has unit type `()`", secondary=label)


def _fallible(tcx: TyCtxt, types: BodyTypes, loop: ast.For, emit: Emit) -> None:
    ty = types.type_of(loop.iter)
    prefix = ""
    if isinstance(ty, t.Ref):
        prefix, ty = ("&mut " if ty.mutable else "&"), ty.ty
    found = _FALLIBLE.get(ty.def_.path()) if isinstance(ty, t.Adt) else None
    if found is not None:
        article = "a" if prefix else found[0]
        what = f"for loop over {article} `{prefix}{found[1]}`. This is more readably written as an `if let` statement"
        emit("for_loops_over_fallibles", Label(loop.iter.span), what)
