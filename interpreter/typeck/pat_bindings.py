"""Checks of the variables that a pattern binds (rustc_mir_build: check_match.rs).

E0170: a variable called as a unit variant of the matched enum (a lint that is denied unless allowed). And in `x @ pattern`: the
value and a part of it can't both be moved, or moved and borrowed, or borrowed mutably twice.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label, Suggestion
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.syntax.ast import VariantKind
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from interpreter.typeck.defs import ParamEnv
from interpreter.typeck.rare import pretty_ty

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_LINT = "bindings_with_variant_name"


def check_bindings(tcx: TyCtxt, env: ParamEnv, owner: Def, pats: list[thir.Pat], *, refutable: bool) -> list[Diagnostic]:
    """What is wrong with the bindings among all the patterns within one pattern."""
    found: list[Diagnostic] = []
    for pat in pats:
        if not isinstance(pat, thir.BindingPat):
            continue
        if pat.sub is None:
            named = _variant_named(tcx, pat)
            if named is not None and not _allowed(owner):
                found.append(_called_as_variant(tcx, pat, named, refutable))
        else:
            conflict = _conflict(tcx, env, pat, [p for p in all_patterns(pat.sub) if isinstance(p, thir.BindingPat)])
            if conflict is not None:
                found.append(conflict)
    return found


def all_patterns(pat: thir.Pat) -> list[thir.Pat]:
    """A pattern and all within it, in source order."""
    found: list[thir.Pat] = []
    stack: list[thir.Pat | None] = [pat]
    while stack:
        here = stack.pop()
        if here is None:
            continue
        found.append(here)
        match here:
            case thir.BindingPat(sub=sub) | thir.DerefPat(sub=sub):
                stack.append(sub)
            case thir.VariantPat(subpatterns=subs) | thir.LeafPat(subpatterns=subs):
                stack += [sub for _, sub in reversed(subs)]
            case thir.SlicePat(prefix=prefix, slice=rest, suffix=suffix):
                stack += reversed([*prefix, rest, *suffix])
            case thir.OrPat(alts=alts):
                stack += reversed(alts)
    return found


# ------------------------------------------------------------------------------------------------ E0170


def _variant_named(tcx: TyCtxt, pat: thir.BindingPat) -> t.Adt | None:
    """The enum that has a unit variant of the variable's name."""
    node = pat.local.node
    if getattr(node, "by_ref", False) or pat.local.mutable:
        return None
    ty = pat.ty
    while isinstance(ty, t.Ref):
        ty = ty.ty
    if not isinstance(ty, t.Adt) or not tcx.adt_def(ty.def_).is_enum:
        return None
    variants = tcx.adt_def(ty.def_).variants
    return ty if any(v.name == pat.local.name and v.kind is VariantKind.UNIT for v in variants) else None


def _allowed(owner: Def) -> bool:
    here: Def | None = owner
    while here is not None:
        for attr in getattr(here.node, "attrs", ()):
            if attr.name in ("allow", "warn", "expect") and _LINT in attr.span.text:
                return True
        here = here.parent
    return False


def _called_as_variant(tcx: TyCtxt, pat: thir.BindingPat, enum: t.Adt, refutable: bool) -> Diagnostic:
    path = pretty_ty.visible_path(tcx, enum.def_)
    edit = ((pat.span, f"{path}::{pat.local.name}"),)
    return Diagnostic(
        "E0170",
        f"pattern binding `{pat.local.name}` is named the same as one of the variants of the type `{path}`",
        (Label(pat.span, ""),),
        notes=(f"`#[deny({_LINT})]` on by default",),
        suggestions=(Suggestion("to match on the variant, qualify the path", edit),) if refutable else (),
    )


# ------------------------------------------------------------------------------------------------ x @ pattern


def _conflict(tcx: TyCtxt, env: ParamEnv, outer: thir.BindingPat, inner: list[thir.BindingPat]) -> Diagnostic | None:
    name = outer.local.name
    head = Span(outer.span.file, outer.span.lo, outer.local.span.hi, outer.span.call_site)
    if outer.by_ref is None:
        borrowed = [p for p in inner if p.by_ref is not None]
        if tcx.is_copy(outer.ty, env) or not borrowed:
            return None
        shown = tcx.format_ty(outer.var_ty)
        why = f"move occurs because `{name}` has type `{shown}`, which does not implement the `Copy` trait"
        return Diagnostic(
            None,
            "borrow of moved value",
            (Label(head, f"value moved into `{name}` here"), Label(head, why)),
            tuple(Label(p.span, "value borrowed here after move") for p in borrowed),
            suggestions=(
                Suggestion("borrow this binding in the pattern to avoid moving the value", ((head.shrink_to_lo(), "ref "),)),
            ),
        )
    mutable = outer.by_ref is thir.BorrowKind.MUT
    again = [p for p in inner if p.by_ref is thir.BorrowKind.MUT and mutable]
    mixed = [p for p in inner if p.by_ref is not None and (p.by_ref is thir.BorrowKind.MUT) is not mutable]
    moved = [p for p in inner if p.by_ref is None and not tcx.is_copy(p.ty, env)]
    if again:
        message = "cannot borrow value as mutable more than once at a time"
    elif mixed and mutable:
        message = "cannot borrow value as immutable because it is also borrowed as mutable"
    elif mixed:
        message = "cannot borrow value as mutable because it is also borrowed as immutable"
    elif moved:
        message = "cannot move out of value because it is borrowed"
    else:
        return None
    words = "mutably borrowed" if mutable else "borrowed"
    secondary = [Label(p.span, f"value is mutably borrowed by `{p.local.name}` here") for p in again]
    inner_words = "borrowed" if mutable else "mutably borrowed"
    secondary += [Label(p.span, f"value is {inner_words} by `{p.local.name}` here") for p in mixed]
    secondary += [Label(p.span, f"value is moved into `{p.local.name}` here") for p in moved]
    return Diagnostic(None, message, (Label(head, f"value is {words} by `{name}` here"),), tuple(secondary))
