"""One compilation: all the stages in turn, each on what the one before it gave, as far as rustc would go.

In: a name, a text, an edition. Out: a `Compilation` with the verdict, the diagnostics in rustc's order and, where there are
no errors
before the borrow checker, what is needed to run the program.

A syntax error ends everything. Errors of names, items and bodies are reported together; a body with errors in it isn't
borrow-checked.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Sequence

from interpreter.borrowck import borrowck_bodies, is_checkable
from interpreter.borrowck.rare import coroutine_witness
from interpreter.cache import keep_new
from interpreter.diagnostics import Aborted, Diagnostic, DiagnosticSink, Severity, UnsupportedError
from interpreter.enums import Enum
from interpreter.hints import Any
from interpreter.mir.build import mir_built, mir_const
from interpreter.mir.check_consts import check_consts, const_context
from interpreter.mir.known_panics import known_panics
from interpreter.mir.mentions import may_grow
from interpreter.records import Record, field
from interpreter.resolve import ExpansionAborted, StdLoader, resolve_crate
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import SourceFile
from interpreter.syntax.parser import parse_source
from interpreter.typeck import check_body
from interpreter.typeck.check_body import keeps_body_types
from interpreter.typeck.constants import check_constants, is_judged_when_needed
from interpreter.typeck.context import TyCtxt
from interpreter.typeck.exhaustiveness import check_matches
from interpreter.typeck.items import typeck_items, user_items
from interpreter.typeck.privacy import check_crate as check_privacy
from interpreter.typeck.ty import Args, ConstValue

_LARGE = 3000
"""Characters of a text whose bodies two processes check sooner than one: the other has to learn what std has for itself."""


class Stage(Enum):
    """How far a compilation got."""

    SYNTAX = 0
    NAMES = 1
    TYPES = 2
    BORROWS = 3


class Compilation(Record, slots=False):
    """`supported` is False when the program lies outside of the subset (`unsupported` says why). `ok`: rustc accepts it."""

    source: SourceFile
    edition: int
    diagnostics: list[Diagnostic] = field(default_factory=list)
    unsupported: UnsupportedError | None = None
    stage: Stage = Stage.SYNTAX
    tcx: TyCtxt | None = None
    features: frozenset[str] = frozenset()
    refusal: Diagnostic | None = None
    main: Def | None = None

    @property
    def supported(self) -> bool:
        return self.unsupported is None

    @property
    def ok(self) -> bool:
        return self.supported and not any(d.severity is Severity.ERROR for d in self.diagnostics)

    @property
    def runnable(self) -> bool:
        """Whether there is MIR to walk through: accepted, or refused by nothing but the borrow checker."""
        return self.supported and self.stage is Stage.BORROWS and self.main is not None


def compile_source(
    name: str,
    text: str,
    edition: int = 2021,
    exists: Callable[[str], bool] = lambda path: False,
    *,
    verdict_only: bool = False,
) -> Compilation:
    """Check a program. Never raises for anything that is wrong with the program. `verdict_only`: nobody will look at its bodies,
    so other processes may check some of them.

    Almost all that a compilation makes stays alive to its end, so the cyclic garbage collector is off meanwhile.
    """
    result = Compilation(SourceFile(name, text, exists=exists), edition)
    collecting = gc.isenabled()
    gc.disable()
    try:
        _compile(result, verdict_only)
    except UnsupportedError as error:
        # What asks for features is refused by a stable compiler, whatever else there is to say of it.
        if result.refusal is None:
            result.unsupported = error
        elif result.refusal not in result.diagnostics:
            result.diagnostics.append(result.refusal)
    except Aborted:
        assert result.tcx is not None
        result.diagnostics += [item for item in result.tcx.sink.items if item not in result.diagnostics]
    finally:
        if result.features:
            from interpreter.resolve.features import is_enabled

            result.diagnostics = [found for found in result.diagnostics if not is_enabled(found, result.features)]
        keep_new()
        if collecting:
            gc.enable()
    return result


def _compile(result: Compilation, verdict_only: bool) -> None:
    crate, diagnostics = parse_source(result.source, result.edition)
    result.diagnostics += diagnostics
    if diagnostics and "#![feature" in result.source.text:
        from interpreter.resolve.features import refused_syntax

        refused = refused_syntax(result.source, result.edition)
        if refused is not None:
            result.diagnostics = [refused]
            return
    if crate is None:
        return
    result.stage = Stage.NAMES
    if any(attr.name == "feature" for attr in crate.attrs):
        from interpreter.resolve.features import declared_features, refusal, wrong_features

        result.features = declared_features(crate)
        result.refusal = refusal(crate.attrs)
        result.diagnostics += wrong_features(crate)
    std = StdLoader()
    try:
        resolution, diagnostics = resolve_crate(crate, std, result.edition)
    except ExpansionAborted as aborted:
        result.diagnostics += aborted.diagnostics
        return
    result.diagnostics += diagnostics
    if not result.source.text.isascii():
        from interpreter.lint.text_direction import text_direction

        result.diagnostics += text_direction(result.source, resolution.lints)
    if result.features:
        from interpreter.resolve.features import change_types

        if change_types(result.features):
            return
    result.stage = Stage.TYPES
    sink = DiagnosticSink()
    tcx = TyCtxt(resolution, std, sink, result.edition)
    check_body.register(tcx)
    tcx.providers["mir_built"] = mir_built
    tcx.providers["const_eval"] = _const_eval
    tcx.providers["const_to_valtree"] = _const_to_valtree
    tcx.providers["coroutine_witness"] = lambda tcx, def_: coroutine_witness.coroutine_witness(tcx, def_)
    result.tcx = tcx
    typeck_items(tcx)
    if tcx.fatal:
        result.diagnostics += sink.items
        return
    result.main = resolution.main
    judged = verdict_only and result.ok and not sink.items and _are_right_side_by_side(result, tcx)
    if not judged:
        bodies = check_body.user_bodies(tcx)
        if _check_bodies(result, tcx, bodies):
            _check_items(result, tcx, user_items(tcx))
            result.stage = Stage.BORROWS
        if not tcx.fatal and not result.ok and not any(item.code == "E0391" for item in result.diagnostics):
            result.diagnostics += _beside_errors(result, tcx)
    if tcx.fatal:
        return
    if result.ok and result.main is not None:
        result.diagnostics += _required_consts(tcx, result.main)
        result.diagnostics += _endless_instances(tcx, result.main)
    errors = any(d.severity is Severity.ERROR and not _is_lint(d) for d in result.diagnostics)
    if not errors:
        result.diagnostics += tcx.late_lints
    if not judged and keeps_body_types(tcx):
        result.diagnostics += _denied_lints(tcx, result, errors)


def _check_bodies(result: Compilation, tcx: TyCtxt, bodies: Sequence[Def]) -> bool:
    """The errors of types, matches, constants and borrows in some bodies. Whether nothing but borrows is wrong with them."""
    check_body.check_bodies(tcx, bodies)
    result.diagnostics += tcx.sink.items
    if tcx.fatal:
        return False
    result.diagnostics += check_matches(tcx, bodies)
    clean = result.ok
    bodies = [def_ for def_ in bodies if is_checkable(tcx, def_)]
    for owner in bodies:
        thir_body = tcx.thir_body(owner)
        assert thir_body is not None
        for body in (thir_body, *thir_body.const_blocks()):
            if const_context(body.owner) is not None:
                result.diagnostics += check_consts(tcx, mir_const(tcx, body))
    result.diagnostics += borrowck_bodies(tcx, bodies)
    if tcx.transmutes:
        from interpreter.typeck.intrinsicck import check_transmutes

        for owner in bodies:
            result.diagnostics += check_transmutes(tcx, owner)
    return clean


def _check_items(result: Compilation, tcx: TyCtxt, items: list[Def]) -> None:
    """What is only asked where nothing else is wrong: private types, constants that fail, operations that always panic."""
    if result.ok:
        found = check_constants(tcx, items)
        result.diagnostics += found if _has_cycle(found) else found + _known_panics(tcx, items)
    if result.ok:
        result.diagnostics += check_privacy(tcx, items)


def _known_panics(tcx: TyCtxt, items: list[Def]) -> list[Diagnostic]:
    """The operations that always panic, in bodies that have no error."""
    found: list[Diagnostic] = []
    for def_ in items:
        body = tcx.thir_body(def_) if def_.kind in _WITH_BODIES else None
        if body is not None and (not tcx.errors or (is_checkable(tcx, def_) and not tcx.has_errors_in(def_))):
            if def_.kind not in (DefKind.CONST, DefKind.STATIC):
                found += known_panics(tcx, tcx.mir_built(def_))
            closures = list(body.closures.items())
            for closure, info in closures:
                if closure.kind is DefKind.CLOSURE and not getattr(closure.node, "async_", False):
                    found += known_panics(tcx, tcx.mir_built(closure))
                closures += info.body.closures.items()
    return found


_WITH_BODIES = (DefKind.FN, DefKind.ASSOC_FN, DefKind.ASSOC_CONST, DefKind.CONST, DefKind.STATIC)


def _beside_errors(result: Compilation, tcx: TyCtxt) -> list[Diagnostic]:
    """The errors of constants that no other error is in, nor in what they need, and of operations that always panic."""
    known = {id(item) for item in result.diagnostics}
    tcx.errors = [item.span for item in result.diagnostics if item.severity is Severity.ERROR and item.code not in _HARMLESS]
    items = user_items(tcx)
    found = [item for item in check_constants(tcx, items) if id(item) not in known]
    if not _has_cycle(found):
        found += _known_panics(tcx, items)
    tcx.errors = []  # Whoever walks through the program all the same runs what they are in.
    return found


_HARMLESS = ("E0133", "E0512", "E0591")
"""Errors with which a constant can be evaluated all the same."""


def _has_cycle(found: list[Diagnostic]) -> bool:
    """Whether a constant needs itself, after which rustc looks no further."""
    return any(item.code == "E0391" for item in found)


def _are_right_side_by_side(result: Compilation, tcx: TyCtxt) -> bool:
    """Check a large program's bodies in two processes: whether nothing is wrong with any. What this process finds out stays
    known, so that nothing is done twice when something is wrong."""
    if len(result.source.text) < _LARGE or tcx.resolution.lints.specs:
        return False
    from interpreter import side_by_side

    bodies = check_body.user_bodies(tcx)
    if len(bodies) > side_by_side.MOST or not side_by_side.can_fork():
        return False

    def is_right() -> bool:
        return not result.diagnostics and not tcx.fatal and not tcx.late_lints

    def are_right(taken: Iterable[Def]) -> bool:
        here = set()
        try:
            for def_ in taken:
                here.add(def_)
                if not (_check_bodies(result, tcx, [def_]) and is_right()):
                    return False
            tcx.judged_elsewhere = elsewhere = frozenset(bodies).difference(here)
            _check_items(result, tcx, [def_ for def_ in user_items(tcx) if def_ not in elsewhere])
            if is_right() and keeps_body_types(tcx):
                result.diagnostics += _denied_lints(tcx, result, False)
        except (Aborted, UnsupportedError):
            return False
        return is_right()

    if side_by_side.both_hold(are_right, bodies):
        result.stage = Stage.BORROWS
        return True
    result.diagnostics.clear()
    tcx.judged_elsewhere = frozenset()
    return False


def _required_consts(tcx: TyCtxt, main: Def) -> list[Diagnostic]:
    """The errors of constants that are only judged where they are needed, if there are such."""
    stack = [tcx.resolution.root]
    for def_ in stack:
        if is_judged_when_needed(tcx, def_):
            from interpreter.machine.required_consts import check_required_consts

            return check_required_consts(tcx, main)
        stack += [child for child in def_.children if not child.is_std]
    return []


def _endless_instances(tcx: TyCtxt, main: Def) -> list[Diagnostic]:
    """The error of a generic function that calls itself with ever larger types."""
    if not may_grow(tcx):
        return []
    from interpreter.machine.collector import check_recursion

    found = check_recursion(tcx, main)
    return [] if found is None else [found]


def _is_lint(diagnostic: Diagnostic) -> bool:
    """A lint's code is its name, but for `bindings_with_variant_name`, which is an error's too."""
    return diagnostic.code is not None and (diagnostic.code[:1].islower() or diagnostic.code == "E0170")


def _denied_lints(tcx: TyCtxt, result: Compilation, errors: bool) -> list[Diagnostic]:
    """The errors of lints that attributes deny (those that aren't computed matter only where nothing else is wrong)."""
    from interpreter.lint.crate import lint_crate, require_computed

    found = lint_crate(tcx, errors)
    if result.ok and not found:
        require_computed(tcx)
    return found


def _const_eval(tcx: TyCtxt, def_: Def, args: Args) -> ConstValue | None:
    """Loads the machine only when a constant needs it."""
    from interpreter.machine.const_eval import const_eval

    return const_eval(tcx, def_, args)


def _const_to_valtree(tcx: TyCtxt, def_: Def, args: Args) -> Any:
    """As _const_eval, for a constant of any type that a pattern may have."""
    from interpreter.machine.const_eval import const_to_valtree

    return const_to_valtree(tcx, def_, args)
