"""E0391: definitions that need themselves (rustc: query cycles): type aliases, supertraits, constants, opaque types."""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.diagnostics import Aborted, Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import Def, DefKind, DefRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import collect
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import Predicates, TyCtxt


SEE_QUERIES = (
    "see https://rustc-dev-guide.rust-lang.org/overview.html#queries and"
    " https://rustc-dev-guide.rust-lang.org/query.html for more information"
)
"""The last note of all these errors."""


def requires_notes(steps: Sequence[str]) -> list[str]:
    """How the first of some steps ("computing type of `T`") comes back to itself by way of the others."""
    if len(steps) == 1:
        return [f"...which immediately requires {steps[0]} again"]
    return [*(f"...which requires {step}..." for step in steps[1:]), f"...which again requires {steps[0]}, completing the cycle"]


def type_of_cycle(tcx: TyCtxt, chain: list[tuple[str, Any]]) -> t.Ty:
    """E0391: a type alias or the like that is defined by itself."""
    report_cycle(tcx, chain)
    return t.ERROR  # type: ignore[no-any-return]


def report_cycle(tcx: TyCtxt, chain: list[tuple[str, Any]]) -> bool:
    """E0391 of a chain of queries that comes back to its start. False if nothing of the user's takes part."""
    words = {
        "type_of": "expanding type alias", "super_predicates_of": "computing the super predicates of",
        "const_eval": "evaluating initializer of", "thir_body": "checking", "fn_sig": "computing function signature of",
        "param_default": "computing type of",
    }  # fmt: skip
    steps = [(words[name], _def_of(key)) for name, key in chain if name in words and isinstance(_def_of(key), Def)]
    if not steps:
        return False
    said = [f"{_cycle_words(word, def_)}" for word, def_ in steps]
    first = steps[0][1]
    notes = requires_notes(said)
    helps: tuple[str, ...] = ()
    if all(def_.kind is DefKind.TY_ALIAS for _, def_ in steps):
        notes.append("type aliases cannot be recursive")
        helps = (
            "consider using a struct, enum, or union instead to break the cycle",
            "see <https://doc.rust-lang.org/reference/types.html#recursive-types> for more information",
        )
    if first.kind in (DefKind.TY_ALIAS, DefKind.TRAIT):
        notes.append(f"cycle used when checking that `{first.path()}` is well-formed")
    notes.append(SEE_QUERIES)
    label = Label(cycle_span(tcx, first, steps[1 % len(steps)][1]))
    tcx.emit(Diagnostic("E0391", f"cycle detected when {said[0]}", (label,), notes=tuple(notes), helps=helps))
    return True


def check_supertrait_cycle(tcx: TyCtxt, trait: Def) -> None:
    """E0391 of a trait that is its own supertrait, reported once for each cycle.

    Raises: Aborted.
    """
    chain: list[tuple[Def, Span]] = []
    on_path: set[Def] = set()
    seen: set[Def] = set()

    def visit(here: Def) -> bool:
        on_path.add(here)
        for predicate, span in tcx.super_predicates_of(here):
            kind = predicate.value
            if not isinstance(kind, t.TraitPredicate):
                continue
            above = kind.trait_ref.trait
            if above is trait:
                chain.append((here, span))
                return True
            if above not in seen and not above.is_std:
                seen.add(above)
                if visit(above):
                    chain.append((here, span))
                    return True
        return False

    if not visit(trait):
        return
    chain.reverse()
    reported: set[Def] = tcx.query("reported_supertrait_cycles", None, set)
    if any(d in reported for d, _ in chain):
        return
    reported.update(d for d, _ in chain)
    names = [f"computing the super predicates of `{d.path()}`" for d, _ in chain]
    used = f"cycle used when checking that `{trait.path()}` is well-formed"
    notes = (*requires_notes(names), used, SEE_QUERIES)
    tcx.emit(Diagnostic("E0391", f"cycle detected when {names[0]}", (Label(chain[0][1]),), notes=notes))
    raise Aborted


def _def_of(key: Any) -> Any:
    return key[0] if isinstance(key, tuple) else key


def _cycle_words(word: str, def_: Def) -> str:
    if word == "expanding type alias" and def_.kind is not DefKind.TY_ALIAS:
        return f"computing type of `{def_.path()}`"
    return f"{word} `{def_.path()}`"


def cycle_span(tcx: TyCtxt, def_: Def, next_: Def) -> Span:
    """Where a cycle through this definition is shown: where it asks for the next of its steps."""
    node = def_.node
    if isinstance(node, ast.TypeAlias_) and node.ty is not None:
        for found in collect._nodes_of(node.ty, ast.PathTy):
            res = tcx.resolution.path_res.get(found.path)
            if res is not None and isinstance(res.base, DefRes) and res.base.def_ is next_:
                segments = found.path.segments[: len(found.path.segments) - res.unresolved]
                asked: Span = segments[0].span.to(segments[-1].span)
                return asked
        return node.ty.span
    if isinstance(node, (ast.Const, ast.Static)) and node.expr is not None:
        return node.expr.span
    return collect.item_span(def_)


def super_predicates_cycle(tcx: TyCtxt, chain: list[tuple[str, Any]]) -> Predicates:
    """E0391: a trait among its own supertraits."""
    report_cycle(tcx, chain)
    return []
