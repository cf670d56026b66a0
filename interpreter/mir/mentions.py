"""What bodies mention of other bodies, and whether a function may come back to itself with ever larger types.

In: MIR as built, generic or not. Out: closures, functions and constants with where they are mentioned; a first look, cheaper than
to instantiate everything, at whether instantiation may go on without end.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.deferred import pattern
from interpreter.hints import TYPE_CHECKING, Any, Final
from interpreter.mir import body as mir
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.coherence import user_trait_impls
from interpreter.typeck.items import user_items

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


_WORD: Final = pattern(r"\w+")


def definitions_in(body: mir.Body) -> Iterator[tuple[t.Closure | t.FnDef | t.ConstUnevaluated, Span]]:
    """The closures made, and the functions and constants named, in a body that need not be monomorphic and in its promoteds."""
    for promoted in body.promoted:
        yield from definitions_in(promoted)
    for block in body.blocks:
        operands: list[tuple[mir.Operand, Span]] = []
        for statement in block.statements:
            if isinstance(statement, mir.Assign):
                span = statement.info.span
                operands += [(operand, span) for operand in mir.operands_of(statement.rvalue)]
                rvalue = statement.rvalue
                if isinstance(rvalue, mir.Aggregate) and isinstance(rvalue.ty, t.Closure):
                    yield rvalue.ty, span
        call = block.terminator
        if isinstance(call, mir.Call):
            operands += [(operand, call.info.span) for operand in (call.func, *call.args)]
        for operand, span in operands:
            if isinstance(operand, mir.Constant):
                if isinstance(operand.value, t.ConstUnevaluated):
                    yield operand.value, span
                elif isinstance(operand.ty, t.FnDef):
                    yield operand.ty, span


def may_grow(tcx: TyCtxt) -> bool:
    """Whether some function of the user comes back to itself by a mention with a type that holds one of its parameters."""
    generic = [d for d in user_items(tcx) if d.kind in (DefKind.FN, DefKind.ASSOC_FN) and tcx.generics_of(d).count]
    suspects = _may_recur(tcx, generic)
    impls = user_trait_impls(tcx, user_items(tcx)) if suspects else {}
    edges: dict[Def, list[tuple[Def, bool]]] = {}
    for def_ in suspects:
        if tcx.thir_body(def_) is not None:
            edges[def_] = list(_edges(tcx, def_, impls))
    for def_, out in edges.items():
        for target, grows in out:
            if grows and _reaches(edges, target, def_):
                return True
    return False


def _may_recur(tcx: TyCtxt, functions: list[Def]) -> list[Def]:
    """Those whose text may lead back to their own name, or the text of a type, of which they are derived, to its own: most
    programs have none."""
    texts: list[tuple[str, str]] = []
    derived = False
    for def_ in functions:
        node, owner = def_.node, def_.parent
        if not isinstance(node, ast.Fn) or node.body is None:
            continue
        if owner is not None and "automatically_derived" in owner.attrs:
            derived = True
        elif node.span.call_site is not None:
            return functions
        else:
            texts.append((def_.name, node.body.span.text))
    types: list[Def] = []
    if derived:
        types = [d for d in user_items(tcx) if d.kind in (DefKind.STRUCT, DefKind.ENUM) and tcx.generics_of(d).count]
        for def_ in types:
            assert isinstance(def_.node, (ast.Struct, ast.Enum_))
            span = def_.node.span
            if span.call_site is not None:
                return functions
            texts.append((def_.name, span.file.text[def_.node.ident.span.hi : span.hi]))
    names = _names_that_recur(texts)
    if derived and any(def_.name in names for def_ in types):
        return functions
    return [def_ for def_ in functions if def_.name in names]


def _names_that_recur(texts: list[tuple[str, str]]) -> set[str]:
    """The names that lead back to themselves by way of the names in the texts, or to such."""
    known = {name for name, _ in texts}
    words: dict[str, set[str]] = {name: set() for name in known}
    for name, text in texts:
        words[name] |= known.intersection(_WORD.findall(text))
    while any(not mentioned for mentioned in words.values()):
        leaves = {name for name, mentioned in words.items() if not mentioned}
        words = {name: mentioned - leaves for name, mentioned in words.items() if name not in leaves}
    return set(words)


def _edges(tcx: TyCtxt, def_: Def, impls: dict[Def, list[Def]]) -> Iterator[tuple[Def, bool]]:
    """The user's functions that a generic function and its closures may call, and whether with larger arguments."""
    work: list[Any] = [def_]
    for here in work:
        for value, _ in definitions_in(tcx.mir_built(here)):
            if isinstance(value, t.Closure):
                work.append(value.def_)
            elif isinstance(value, t.FnDef):
                grows = any(arg.flags & t.HAS_PARAM and not isinstance(arg, (t.Param, t.ConstParam)) for arg in value.args)
                grows = grows or any(isinstance(part, t.Closure) for part in t.walk(value.args))
                for target in _targets(tcx, value.def_, impls):
                    yield target, grows


def _targets(tcx: TyCtxt, def_: Def, impls: dict[Def, list[Def]]) -> list[Def]:
    """The user's bodies that a mention of a function may mean: for a trait's, those of all impls."""
    trait = tcx.trait_of_item(def_)
    if trait is None:
        return [] if def_.is_std else [def_]
    found = [] if def_.is_std else [def_]
    for impl in impls.get(trait, ()):
        found += [item.def_ for item in tcx.associated_items(impl) if item.trait_item is def_]
    return found


def _reaches(edges: dict[Def, list[tuple[Def, bool]]], start: Def, goal: Def) -> bool:
    seen = {start}
    work = [start]
    while work:
        here = work.pop()
        if here is goal:
            return True
        for target, _ in edges.get(here, ()):
            if target not in seen:
                seen.add(target)
                work.append(target)
    return False
