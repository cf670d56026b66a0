"""The lint `unreachable_patterns`, where it is denied (rustc_mir_build: check_match.rs, `report_unreachable_pattern`)."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from interpreter.typeck.pat_constructors import Pat, PatternContext
from interpreter.typeck.usefulness import Reachability


def find(cx: PatternContext, arms: list[tuple[Pat, bool]], pats: list[thir.Pat], ty: t.Ty) -> list[Diagnostic]:
    """`pats`: the arms' patterns as THIR. An arm or alternative that is unreachable is told as a whole."""
    reachability = Reachability(cx, arms, ty)
    origin = {id(low): pat for (low, _), pat in zip(arms, pats, strict=True)}
    origin.update((id(low), alternative) for low, alternative in cx.alternatives)
    found = []
    for arm, _ in arms:
        for pat, parent in _with_alternatives(arm):
            if id(pat) not in reachability.useful and (parent is None or id(parent) in reachability.useful):
                found.append(_report(reachability, pat, arm, origin))
    return found


def _with_alternatives(arm: Pat) -> list[tuple[Pat, Pat | None]]:
    """The arm and all alternatives within it, each with the one that it stands in."""
    found: list[tuple[Pat, Pat | None]] = [(arm, None)]
    for pat, _ in found:
        stack = [pat]
        while stack:
            here = stack.pop()
            found += [(alternative, pat) for alternative in here.alts]
            stack += here.fields
    return found


def _report(reachability: Reachability, pat: Pat, arm: Pat, origin: dict[int, thir.Pat]) -> Diagnostic:
    label = Label(origin[id(pat)].span, "no value can reach this")
    covers = list(reachability.covers.get(id(pat), {}).values())
    shown_ones = [chosen[-1] if chosen[0] is arm else chosen[0] for chosen in covers]
    coverers = {id(shown): shown for shown in shown_ones if id(shown) in reachability.useful and shown is not pat}
    if len(coverers) > 1:
        note = "multiple earlier patterns match some of the same values"
        return Diagnostic("unreachable_patterns", "unreachable pattern", (label,), notes=(note,))
    secondary = []
    for key in coverers:
        found = origin[key]
        catches_all = isinstance(found, thir.WildPat) or (isinstance(found, thir.BindingPat) and found.sub is None)
        secondary.append(Label(found.span, "matches any value" if catches_all else "matches all the relevant values"))
    return Diagnostic("unreachable_patterns", "unreachable pattern", (label,), tuple(secondary))
