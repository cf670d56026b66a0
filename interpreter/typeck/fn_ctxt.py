"""FnCtxt: the state of checking one body and the closures within it (rustc_hir_typeck::FnCtxt), with what all parts of it need.

In: the TyCtxt and the body's owner. The parts (check_expr.py, coerce.py, pattern.py, method/, closure.py, ...) are modules of
functions that take a FnCtxt first; they fill `results`, from which thir_build.py makes the THIR.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from interpreter.diagnostics import Diagnostic, DiagnosticSink, Label
from interpreter.hints import TYPE_CHECKING, Any, TypeVar
from interpreter.records import Record, field
from interpreter.resolve.defs import Def, DefKind, DefRes, LocalDef, LocalRes, PathRes
from interpreter.scoped import Pushed
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import expr_regions
from interpreter.typeck import ty as t
from interpreter.typeck.relate import TypeError_
from interpreter.typeck.results import AdjustKind, Adjustment, MethodCallee, TypeckResults
from interpreter.typeck.results import peel as peel
from interpreter.typeck.traits import dyn_compat
from interpreter.typeck.traits.builtin import is_plainly_sized
from interpreter.typeck.traits.obligation import (
    CauseCode,
    FulfillmentError,
    MiscCause,
    Obligation,
    ObligationCause,
    WhereClause,
)
from interpreter.typeck.unreachable import LINT, Diverges
from interpreter.typeck.wf import may_be_ill_formed

if TYPE_CHECKING:
    from interpreter.typeck.callee import CallSite
    from interpreter.typeck.cast import DeferredCast
    from interpreter.typeck.coerce import CoerceMany
    from interpreter.typeck.context import TyCtxt

T = TypeVar("T")


class Expectation(Record, frozen=True):
    """What the context wants of an expression's type (rustc: `Expectation`). `kind`: "none", "has_type" (the expression may be
    coerced to it), "castable" (it is the target of a cast), "rvalue_unsized" (a hint: `&e` is wanted as a `&ty` of unsized
    `ty`)."""

    kind: str
    ty: t.Ty | None = None

    def to_option(self, fcx: FnCtxt) -> t.Ty | None:
        """The type hinted at, if any."""
        return None if self.ty is None else fcx.resolve(self.ty)

    def only_has_type(self, fcx: FnCtxt) -> t.Ty | None:
        """The type that the expression must have, if that is known; mere hints don't count."""
        return fcx.resolve(self.ty) if self.kind == "has_type" and self.ty is not None else None

    def adjust_for_branches(self, fcx: FnCtxt) -> Expectation:
        """The expectation for the branches of an `if` or `match`: an unknown type is no expectation, so that each branch may
        be coerced to what the others turn out to be."""
        if self.ty is None:
            return NO_EXPECTATION
        ty = fcx.try_structurally_resolve(self.ty)
        if self.kind == "has_type":
            return NO_EXPECTATION if is_ty_var(ty) else has_type(ty)
        return self if self.kind == "rvalue_unsized" else NO_EXPECTATION


NO_EXPECTATION = Expectation("none")


def has_type(ty: t.Ty) -> Expectation:
    """The expression is to be coerced to `ty`."""
    return Expectation("has_type", ty)


def rvalue_hint(fcx: FnCtxt, ty: t.Ty) -> Expectation:
    """The expectation for `e` in `&e` where `&ty` is wanted: an rvalue can't be unsized itself, but its type may hint."""
    tail = resolved = fcx.shallow(ty)
    steps = 0
    while isinstance(tail, t.Adt) and (adt := fcx.tcx.adt_def(tail.def_)).is_struct and adt.non_enum_variant.fields:
        steps += 1
        if steps > fcx.tcx.recursion_limit:
            help_ = f'consider increasing the recursion limit by adding a `#![recursion_limit = "{2 * fcx.tcx.recursion_limit}"]`'
            message = f"reached the recursion limit finding the struct tail for `{fcx.tcx.format_ty(tail)}`"
            fcx.sink.error(None, message, adt.def_.span, helps=(help_,))
            return has_type(ty)
        tail = fcx.shallow(adt.non_enum_variant.fields[-1].ty(fcx.tcx, tail.args))
    if isinstance(tail, (t.Slice, t.Dynamic)) or tail is t.STR:
        return Expectation("rvalue_unsized", resolved)
    return has_type(ty)


def is_ty_var(ty: t.Ty) -> bool:
    """An unbound general type variable (not one of an integer or float literal)."""
    return isinstance(ty, t.Infer) and ty.kind == "ty"


def references_error(value: Any) -> bool:
    """Something within was already reported."""
    return bool(value.flags & t.HAS_ERROR)


class TypeMismatch(Exception):
    """Two types could not be related or coerced; never leaves typeck."""

    def __init__(self, error: TypeError_) -> None:
        super().__init__(error)
        self.error = error


class Breakable(Record, eq=False):
    """An enclosing loop or labelled block. `coerce` collects the values broken with, None for `while` and `for`."""

    node: object
    coerce: CoerceMany | None
    may_break: bool = False
    is_loop: bool = True


class FnFrame(Record, eq=False):
    """The function or closure whose body is checked at the moment."""

    owner: Def
    ret_coercion: CoerceMany | None
    output: t.Ty
    output_span: Span | None
    breakables: list[Breakable] = field(default_factory=list)
    is_closure: bool = False
    mentions_outer: bool = False
    declared_output: t.Ty | None = None
    """What it returns, down to its lifetimes, where that is known."""


class FnCtxt:
    """All state of checking one body. Diagnostics go to `sink`; `tainted` says that there was an error (then no ambiguity
    errors are added). `diverges`: whether the expression just checked never gives control back."""

    def __init__(self, tcx: TyCtxt, owner: Def) -> None:
        self.tcx = tcx
        self.owner = owner
        self.param_env = tcx.param_env(owner)
        self.infcx = tcx.infer_ctxt(self.param_env)
        self.results = TypeckResults()
        self.sink = DiagnosticSink()
        self._tainted = False
        self.gave_up = False
        self.diverges: Diverges = False
        self.denies_unreachable = not owner.is_std and tcx.resolution.lints.mentions(LINT)
        self.frames: list[FnFrame] = []
        self.deferred_casts: list[DeferredCast] = []
        self.deferred_calls: dict[Def, list[Callable[[], None]]] = {}
        self.deferred_checks: list[Callable[[], None]] = []
        self.explicit_modes: list[ast.IdentPat | ast.RefPat] = []
        """What edition 2024 refuses of the pattern checked now."""
        self.transmutes: list[tuple[ast.PathExpr, t.Args]] = []
        self.deferred_sized: list[tuple[t.Ty, Span, CauseCode]] = []
        self.diverging_vars: list[t.Infer] = []
        self.synthetic_paths: dict[ast.Path, PathRes] = {}
        self.synthetic_locals: dict[ast.IdentPat, LocalRes] = {}
        self.expr_regions = expr_regions.ExprRegions(self)
        self.same_region: set[ast.Expr] = set()
        self.expected_regions: dict[ast.Expr, t.Ty] = {}
        """What is expected of calls and closures, down to the lifetimes."""
        self.let_of_local: dict[LocalDef, ast.Let] = {}
        self.loop_origin: dict[object, object] = {}
        self.await_calls: set[object] = set()
        """The calls that `.await`s stand for."""
        self.try_nodes: dict[object, ast.Try] = {}
        self.closures_in_order: list[Def] = []
        self.format_pieces: dict[Span, Span] = {}
        self.infcx.format_spans = self.format_pieces
        self.with_format_arguments: set[Span] = set()
        """The `format_args!` that were written with arguments, even if nothing is left to be formatted."""
        self.call_sites: dict[Span, CallSite] = {}
        self.call_spans: dict[ast.Path, Span] = {}
        """The calls of what paths name."""
        self.let_stack: list[ast.Let] = []
        self.branches: dict[ast.Block, ast.If | ast.Match] = {}
        """The blocks that are branches of an `if` or a `match`."""
        self.closure_cause_span: Span | None = None
        self.opaques: list[t.Alias] = []
        self.async_outputs: dict[ast.Closure, t.Ty] = {}
        """What the bodies of `async` closures are expected to resolve to."""
        self.lints: list[Diagnostic] = []
        self.late_lints: list[Diagnostic] = []
        self.param_types: dict[ast.Pat, Span] = {}
        """The patterns of parameters, each with the place of its type."""
        self.repeated: set[t.Ty] = set()
        """The types of elements that `[x; n]` repeats, which must be Copy."""
        self.privacy_errors: list[Diagnostic] = []
        self.body_module = owner.module()
        self._traits_in_scope: list[Def] | None = None

    # -------------------------------------------------------------------------------------------- names

    @property
    def frame(self) -> FnFrame:
        return self.frames[-1]

    def path_res(self, path: ast.Path) -> PathRes:
        """What a path resolved to (also of paths made by desugaring)."""
        found = self.synthetic_paths.get(path)
        return found if found is not None else self.tcx.resolution.path_res[path]

    def ident_pat_res(self, pat: ast.IdentPat) -> LocalRes | DefRes:
        """What an identifier pattern binds or names."""
        found = self.synthetic_locals.get(pat)
        return found if found is not None else self.tcx.resolution.ident_pats[pat]

    def for_loops(self) -> list[ast.For]:
        """The `for` loops of the body."""
        return [node for node in self.results.desugared if isinstance(node, ast.For)]

    def lang_adt(self, name: str, *args: t.GenericArg) -> t.Ty:
        """The lang item ADT `name` with these arguments."""
        return t.Adt(self.tcx.lang_item(name), args)  # type: ignore[no-any-return]

    # -------------------------------------------------------------------------------------------- errors

    def error(
        self,
        code: str | None,
        message: str,
        span: Span,
        label: str = "",
        *,
        secondary: tuple[Label, ...] = (),
        notes: tuple[str, ...] = (),
        helps: tuple[str, ...] = (),
    ) -> t.Ty:
        """Report an error; gives the error type."""
        self.emit(Diagnostic(code, message, (Label(span, label),), secondary, notes, helps))
        return t.ERROR  # type: ignore[no-any-return]

    @property
    def tainted(self) -> bool:
        """There was an error, here or in what this body mentions."""
        return self._tainted or self.infcx.tainted

    @tainted.setter
    def tainted(self, value: bool) -> None:
        self._tainted = value

    def emit(self, diagnostic: Diagnostic) -> None:
        self.tainted = True
        if not self.gave_up:
            self.sink.emit(diagnostic)

    @contextmanager
    def catching_errors(self) -> Iterator[None]:
        """What is reported to the type context within is an error of this body."""
        tcx = self.tcx
        outer, tcx.sink = tcx.sink, DiagnosticSink()
        try:
            yield
        finally:
            caught, tcx.sink = tcx.sink, outer
            for item in caught.items:
                self.emit(item)

    def fmt(self, value: Any) -> str:
        """A type or the like as in messages, with what is known of it now."""
        return self.tcx.format_ty(self.resolve(value))

    def param_span(self, ty: t.Param) -> Span | None:
        """Where a type parameter of the body's item is declared."""
        here: Def | None = self.owner
        while here is not None and here.kind is not DefKind.MOD:
            for param in self.tcx.generics_of(here).params:
                if param.index == ty.index and param.name != "Self":
                    return param.def_.node.ident.span if isinstance(param.def_.node, ast.GenericParam) else param.def_.span
            here = here.parent
        return None

    def fmt_of(self, node: Any, ty: t.Ty) -> str:
        """The type of an expression as in messages, with the lifetimes that have names."""
        shown = self.expr_regions.ty_of(node)
        ty = self.resolve(ty)
        if shown is None or t.erase_regions(self.resolve(shown)) is not t.erase_regions(ty):
            return self.fmt(ty)
        return self.fmt(expr_regions.only_named(shown))

    # -------------------------------------------------------------------------------------------- resolving

    def shallow(self, ty: t.Ty) -> t.Ty:
        """`ty`, or what it is bound to if it is a variable."""
        return self.infcx.shallow_resolve(ty)

    def resolve(self, value: T) -> T:
        """`value` with what is known of its variables."""
        return self.infcx.resolve_vars_if_possible(value)

    def resolve_with_obligations(self, ty: t.Ty) -> t.Ty:
        """As resolve, after trying pending obligations if something is still unknown."""
        if not ty.flags & t.HAS_INFER:
            return ty
        ty = self.resolve(ty)
        if not ty.flags & t.HAS_INFER:
            return ty
        self.select_where_possible()
        return self.resolve(ty)

    def try_structurally_resolve(self, ty: t.Ty) -> t.Ty:
        """The outermost constructor of `ty`, if it can be known now."""
        ty = self.shallow(ty)
        if is_ty_var(ty):
            self.select_where_possible()
            ty = self.shallow(ty)
        return ty

    def structurally_resolve(self, span: Span, ty: t.Ty) -> t.Ty:
        """As try_structurally_resolve; an unknown type is an error here (E0282)."""
        ty = self.try_structurally_resolve(ty)
        if is_ty_var(ty):
            if not self.tainted:
                from interpreter.typeck import errors_infer

                errors_infer.report_cannot_infer(self, span, ty, point=True)
            self.infcx.eq(t.ERROR, ty)
            return t.ERROR  # type: ignore[no-any-return]
        return ty

    def freshen(self, value: T, n_vars: int, span: Span) -> T:
        """`value` with new variables for those (`vid >= n_vars`) that a rollback removed."""
        made: dict[Any, Any] = {}

        def fold(part: Any) -> Any:
            if not part.flags & t.HAS_INFER:
                return part
            if isinstance(part, t.Infer):
                if part.vid < n_vars:
                    return part
                if part not in made:
                    made[part] = self.infcx.next_ty_var(span)
                return made[part]
            return t.map_parts(part, fold, t.HAS_INFER)

        return fold(value)  # type: ignore[no-any-return]

    # -------------------------------------------------------------------------------------------- recording

    def write_ty(self, node: object, ty: t.Ty) -> None:
        self.results.node_types[node] = ty
        if references_error(ty):
            self.tainted = True

    def node_ty(self, node: object) -> t.Ty:
        """The type of an expression before its adjustments."""
        return self.results.node_types.get(peel(node), t.ERROR)  # type: ignore[no-any-return]

    def adjusted_ty(self, node: object) -> t.Ty:
        """The type of an expression after its adjustments."""
        adjustments = self.results.adjustments.get(peel(node))
        return adjustments[-1].target if adjustments else self.node_ty(node)

    def apply_adjustments(self, node: object, adjustments: list[Adjustment]) -> None:
        """Add implicit steps to an expression (on parentheses and macros they go to what is within)."""
        if not adjustments:
            return
        for adjustment in adjustments:
            if adjustment.kind is AdjustKind.NEVER_TO_ANY:
                target = self.shallow(adjustment.target)
                if isinstance(target, t.Infer) and target.kind == "ty":
                    self.diverging_vars.append(target)
        node = peel(node)
        table = self.results.adjustments
        old = table.get(node)
        if not old:
            table[node] = list(adjustments)
        elif old[0].kind is AdjustKind.NEVER_TO_ANY:
            return
        elif (
            len(old) == 2
            and old[0].kind is AdjustKind.DEREF
            and old[1].kind is AdjustKind.BORROW
            and adjustments[0].kind is AdjustKind.DEREF
        ):
            # A reborrow has no effect before a dereference.
            table[node] = list(adjustments)
        else:
            table[node] = [*old, *adjustments]
        if any(a.kind is AdjustKind.BORROW and a.mutable for a in adjustments):
            # As `&mut <expr>`: derefs and indexing within are by DerefMut and IndexMut.
            from interpreter.typeck import place_op

            place_op.convert_place_derefs_to_mutable(self, node)  # type: ignore[arg-type]

    def write_method_call(self, node: object, callee: MethodCallee) -> None:
        self.results.callees[node] = callee

    # -------------------------------------------------------------------------------------------- obligations

    def cause(self, span: Span, code: CauseCode = MiscCause.MISC) -> ObligationCause:
        return ObligationCause(span, code, self.owner)

    def normalize(self, span: Span, value: T) -> T:
        """`value`, regions erased and projections normalised as far as known."""
        value = t.erase_regions(value)
        return self.infcx.normalize(value, self.cause(span))

    def register_predicate(self, predicate: t.Predicate, cause: ObligationCause) -> None:
        self.infcx.register_obligation(Obligation(predicate, cause, self.param_env))

    def register_bound(self, ty: t.Ty, trait: Def, span: Span, code: CauseCode = MiscCause.MISC) -> None:
        """`ty: trait` must hold."""
        if not references_error(ty):
            self.infcx.register_bound(ty, trait, self.cause(span, code))

    def require_sized(self, ty: t.Ty, span: Span, code: CauseCode) -> None:
        """`ty: Sized` must hold."""
        resolved = self.shallow(ty)
        if is_plainly_sized(self.tcx, resolved):
            return
        self.register_bound(resolved, self.tcx.lang_item("sized"), span, code)

    def require_sized_param(self, ty: t.Ty, span: Span) -> None:
        """A parameter must have a size, which is told of each of those that have none."""
        self.require_sized(ty, span, MiscCause.SIZED_ARGUMENT)
        if not is_plainly_sized(self.tcx, self.shallow(ty)):
            self.select_where_possible()

    def require_wf(self, ty: t.GenericArg, span: Span) -> None:
        """A type that an expression has or mentions must be well-formed: the bounds of its ADTs must hold, and elements have a
        size."""
        if self.owner.is_std:
            return
        if may_be_ill_formed(self.tcx, ty) or (
            (_bounded_adts(self.tcx) or _bad_objects(self.tcx))
            and any(isinstance(part, t.Infer) or (isinstance(part, t.Adt) and part.args) for part in t.walk(ty))
        ):
            self.register_predicate(t.dummy_binder(t.WellFormed(ty)), self.cause(span, MiscCause.WELL_FORMED))

    def add_item_predicates(self, def_: Def, args: t.Args, span: Span, whole: Span | None = None) -> None:
        """What the bounds of an item require of the arguments it is used with. `whole`: the call of what stands at `span`, where
        it is told that a projection in the bounds has no meaning."""
        sized = self.tcx.lang_item("sized")
        required: list[tuple[t.Predicate, WhereClause]] = []
        for index, (predicate, where) in enumerate(self.infcx.instantiate_predicates(def_, args)):
            kind = predicate.value
            if isinstance(kind, (t.TypeOutlives, t.RegionOutlives)):
                continue
            if isinstance(kind, t.TraitPredicate):
                trait_ref = kind.trait_ref
                if trait_ref.trait is sized and is_plainly_sized(self.tcx, self.shallow(trait_ref.self_ty)):
                    continue
            required.append((self.normalize(whole or span, predicate), WhereClause(def_, where, index)))
        for predicate, code in required:
            self.register_predicate(predicate, self.cause(span, code))

    def holds(self, ty: t.Ty, lang_trait: str) -> bool:
        """Whether a type is known to implement a trait, by its lang item's name."""
        return self.must_hold(t.dummy_binder(t.TraitPredicate(t.TraitRef(self.tcx.lang_item(lang_trait), (self.resolve(ty),)))))

    def must_hold(self, predicate: t.Predicate) -> bool:
        """Whether a predicate is known to hold in the body."""
        return self.infcx.predicate_must_hold(Obligation(predicate, self.cause(self.owner.span), self.param_env))

    def select_where_possible(self) -> None:
        """Try the pending obligations and report those that can't hold."""
        errors = self.infcx.select_where_possible()
        if errors:
            self.report_fulfillment(errors)

    def report_fulfillment(self, errors: list[FulfillmentError]) -> None:
        """Report obligations that don't hold, unless an error is already in them."""
        from interpreter.typeck import errors_fulfill

        errors_fulfill.report(self, errors)

    # -------------------------------------------------------------------------------------------- demands

    def eq_or_report(self, span: Span, expected: t.Ty, actual: t.Ty, **notes: Any) -> TypeError_ | None:
        """Make the types equal, or report E0308."""
        error = self.infcx.eq(expected, actual, self.cause(span))
        if error is not None:
            from interpreter.typeck import errors_mismatch

            errors_mismatch.report_mismatch(self, span, expected, actual, error, **notes)
        return error

    def commit_or_raise(self, action: Callable[[], T]) -> T:
        """Do `action`; what it did is undone if it raises TypeMismatch."""
        snapshot = self.infcx.snapshot()
        try:
            result = action()
        except TypeMismatch:
            self.infcx.rollback_to(snapshot)
            raise
        self.infcx.commit(snapshot)
        return result

    def breakable(self, ctxt: Breakable) -> Pushed[Breakable]:
        """`ctxt` is the innermost loop or block within."""
        return Pushed(self.frame.breakables, ctxt)

    def local_ty(self, local: LocalDef) -> t.Ty:
        """The type of a local variable; a fresh one when it is first met."""
        found = self.results.local_tys.get(local)
        if found is None:
            found = self.results.local_tys[local] = self.infcx.next_ty_var(local.span)
            self.results.local_owner[local] = self.frame.owner
        return found

    def note_local_use(self, local: LocalDef) -> None:
        """The variable is used here: the closures between its function and here mention what is outside of them."""
        owner = self.results.local_owner.get(local)
        for frame in reversed(self.frames):
            if frame.owner is owner or owner is None:
                return
            frame.mentions_outer = True

    @contextmanager
    def traits_also_in_scope(self, traits: list[Def]) -> Iterator[None]:
        """Within, methods of these traits may be called too (for suggestions)."""
        saved = self.traits_in_scope()
        self._traits_in_scope = [*saved, *(trait for trait in traits if trait not in saved)]
        try:
            yield
        finally:
            self._traits_in_scope = saved

    def traits_in_scope(self) -> list[Def]:
        """The traits whose methods may be called in this body."""
        if self._traits_in_scope is None:
            self._traits_in_scope = self.tcx.resolution.traits_in_scope(self.owner)
        return self._traits_in_scope


def _bounded_adts(tcx: TyCtxt) -> bool:
    """Whether the crate has types with bounds on their parameters at all."""

    def compute() -> bool:
        sized = tcx.lang_item("sized")
        return any(
            isinstance(predicate.value, t.TraitPredicate) and predicate.value.trait_ref.trait is not sized
            for def_ in tcx.resolution.defs.values()
            if def_.kind in (DefKind.STRUCT, DefKind.ENUM, DefKind.UNION) and not def_.is_std
            for predicate, _ in tcx.predicates_of(def_)
        )

    return tcx.query("bounded_adts", None, compute)


def _bad_objects(tcx: TyCtxt) -> bool:
    """Whether the crate has traits that aren't dyn compatible, of which it may make objects all the same."""

    def compute() -> bool:
        traits = [def_ for def_ in tcx.resolution.defs.values() if def_.kind is DefKind.TRAIT and not def_.is_std]
        return "dyn" in tcx.resolution.root.span.file.text and any(dyn_compat.violations(tcx, trait) for trait in traits)

    return tcx.query("bad_objects", None, compute)
