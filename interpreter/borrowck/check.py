"""The checks of accesses: every use of a place against the loans in scope, its initialisation and its mutability.

In: the facts of a body. Out: the violations found, as data, in the order in which they are met
(rustc_borrowck::MirBorrowckCtxt). Words are found for them in explain_*.py. One place is reported once: see `_access_place`.
"""

from __future__ import annotations

from interpreter.borrowck.borrow_set import BorrowData
from interpreter.borrowck.facts import BodyFacts
from interpreter.borrowck.mutability import LocalMutation, NotMutable, RootPlace, is_mutable
from interpreter.borrowck.places_conflict import AccessDepth, borrow_conflicts_with_place
from interpreter.borrowck.type_check import is_same_everywhere
from interpreter.dataflow.cfg import bits
from interpreter.dataflow.place_ty import is_box, prefix_tys
from interpreter.enums import Enum
from interpreter.hints import TYPE_CHECKING, Protocol
from interpreter.mir import body as mir
from interpreter.mir.body import Local, Location, Place, local_place
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind

if TYPE_CHECKING:
    from interpreter.dataflow.move_paths import Init

DEEP, SHALLOW, DROP = AccessDepth.DEEP, AccessDepth.SHALLOW, AccessDepth.DROP


class Access(Enum):
    """What is done with a place (rustc: `ReadOrWrite` with its kinds)."""

    COPY = "copy"
    BORROW_SHARED = "shared borrow"
    BORROW_FAKE = "fake borrow"
    BORROW_MUT = "mutable borrow"
    BORROW_UNIQUE = "unique borrow"
    RESERVE = "reservation of a two-phase borrow"
    ACTIVATE = "activation of a two-phase borrow"
    MUTATE = "mutation"
    MOVE = "move"
    REPLACE = "drop before assignment"
    STORAGE_DEAD_OR_DROP = "drop or end of storage"


_READS = frozenset((Access.COPY, Access.BORROW_SHARED, Access.BORROW_FAKE))
_BORROWS_MUT = frozenset((Access.BORROW_MUT, Access.BORROW_UNIQUE, Access.RESERVE, Access.ACTIVATE))
ACCESS_OF_BORROW = {
    BorrowKind.SHARED: Access.BORROW_SHARED,
    BorrowKind.FAKE: Access.BORROW_FAKE,
    BorrowKind.MUT: Access.BORROW_MUT,
    BorrowKind.TWO_PHASE: Access.RESERVE,
    BorrowKind.UNIQUE: Access.BORROW_UNIQUE,
}


class Action(Enum):
    """What needs a place to be initialised (rustc: `InitializationRequiringAction`): (noun, past tense, past tense in
    general)."""

    BORROW = ("borrow", "borrowed", "used")
    MATCH_ON = ("use", "matched on", "used")
    USE = ("use", "used", "used")
    ASSIGNMENT = ("assign", "assigned", "assigned")
    PARTIAL_ASSIGNMENT = ("assign to part", "partially assigned", "partially assigned")

    @property
    def noun(self) -> str:
        return self.value[0]

    @property
    def past(self) -> str:
        return self.value[1]

    @property
    def general_past(self) -> str:
        return self.value[2]


class IllegalMove(Enum):
    """Why a place can't be moved out of."""

    BORROWED_CONTENT = "behind a reference"
    OF_DROP_TYPE = "of a type that implements Drop"
    OF_SLICE_OR_ARRAY = "of a slice or array"


class Reporter(Protocol):
    """Turns violations into diagnostics (explain.py)."""

    def conflicting_borrow(self, location: Location, place: Place, span: Span, kind: BorrowKind, borrow: BorrowData) -> None: ...
    def use_while_mutably_borrowed(self, location: Location, place: Place, span: Span, borrow: BorrowData) -> None: ...
    def not_living_long_enough(self, location: Location, borrow: BorrowData, place: Place, span: Span, drops: bool) -> None: ...
    def mutation_of_borrowed(self, location: Location, place: Place, span: Span, borrow: BorrowData) -> None: ...
    def move_out_while_borrowed(self, location: Location, place: Place, span: Span, borrow: BorrowData) -> None: ...
    def moved_or_uninitialized(
        self, location: Location, action: Action, moved: Place, used: Place, span: Span, path: int
    ) -> None: ...
    def reassignment(self, place: Place, span: Span, init: Init) -> None: ...
    def mutability(self, place: Place, span: Span, error: NotMutable, mutates: bool, location: Location) -> None: ...
    def illegal_move(self, place: Place, location: Location, why: IllegalMove, index: int, is_index: bool) -> None: ...


class Checker:
    """Walks a body once, in reverse postorder. `used_mut_upvars`: of a closure, the captures it needs to be mutable."""

    def __init__(self, facts: BodyFacts, reporter: Reporter, closure_used_mut: dict[Def, tuple[int, ...]]) -> None:
        self.facts = facts
        self.tcx = facts.tcx
        self.body = facts.body
        self.moves = facts.moves
        self.reporter = reporter
        self.closure_used_mut = closure_used_mut
        self.used_mut: set[Local] = set()
        self.used_mut_upvars: dict[int, None] = {}
        self.reservation_error_reported: set[tuple[Place, Location | None]] = set()
        """The places of two-phase borrows that conflicted when they were reserved: no more is said when they are activated."""
        self.access_error_reported: set[tuple[Place, Span]] = set()
        self.in_scope = self.uninit = self.ever_init = 0
        self.has_storage_dead = facts.borrows.storage_dead_or_moved is not None

    def run(self) -> None:
        """Check all reachable blocks."""
        facts = self.facts
        for block_id in facts.cfg.reverse_postorder:
            block = self.body.blocks[block_id]
            in_scope = facts.in_scope.along(block_id)
            uninit = facts.maybe_uninit.along(block_id)
            ever = facts.ever_init.along(block_id)
            locations = facts.cfg.locations_of(block_id)
            for i, statement in enumerate(block.statements):
                self.in_scope, self.uninit, self.ever_init = in_scope[i], uninit[i], ever[i]
                self._statement(statement, locations[i])
            self.in_scope, self.uninit, self.ever_init = in_scope[-1], uninit[-1], ever[-1]
            self._terminator(block.terminator, locations[-1])

    # -------------------------------------------------------------------------------------------- the walk

    def _statement(self, statement: mir.Statement, location: Location) -> None:
        span = statement.info.span
        if location in self.facts.borrows.activations:
            self._activations(location, span)
        match statement:
            case mir.Assign():
                self._rvalue(statement.rvalue, location, span)
                self._mutate(statement.place, span, SHALLOW, location)
            case mir.FakeRead():
                self._check_initialized(location, Action.USE, statement.place, span)
            case mir.StorageDead():
                self._access_place(
                    location, local_place(statement.local), span, SHALLOW, Access.STORAGE_DEAD_OR_DROP, LocalMutation.YES
                )

    def _terminator(self, terminator: mir.Terminator, location: Location) -> None:
        span = terminator.info.span
        if location in self.facts.borrows.activations:
            self._activations(location, span)
        match terminator:
            case mir.SwitchInt():
                self._operand(terminator.operand, location, span)
            case mir.Drop():
                access = Access.REPLACE if terminator.replace else Access.STORAGE_DEAD_OR_DROP
                self._access_place(location, terminator.place, span, DROP, access, LocalMutation.YES)
            case mir.Call():
                self._operand(terminator.func, location, span)
                for arg in terminator.args:
                    self._operand(arg, location, span)
                self._mutate(terminator.destination, span, DEEP, location)
            case mir.Assert():
                self._operand(terminator.cond, location, span)
                if terminator.kind is mir.AssertKind.BOUNDS_CHECK:
                    for operand in terminator.operands:
                        self._operand(operand, location, span)
            case mir.Return() | mir.UnwindResume():
                # (To rustc a function returns behind its last character, and unwinds at that.)
                end = span.shrink_to_hi() if isinstance(terminator, mir.Return) else span._replace(lo=max(span.hi - 1, span.lo))
                if not self.has_storage_dead:
                    for index in bits(self.in_scope):
                        self._check_at_exit(location, self.facts.borrows.borrows[index], end)

    def _rvalue(self, rvalue: mir.Rvalue, location: Location, span: Span) -> None:
        match rvalue:
            case mir.Ref():
                fake = rvalue.kind is BorrowKind.FAKE
                depth = AccessDepth.SHALLOW_FAKE if fake else DEEP
                self._access_place(location, rvalue.place, span, depth, ACCESS_OF_BORROW[rvalue.kind], LocalMutation.NO)
                self._check_initialized(location, Action.MATCH_ON if fake else Action.BORROW, rvalue.place, span)
            case mir.RawPtrTo():
                access = Access.BORROW_MUT if rvalue.mutable else Access.BORROW_SHARED
                self._access_place(location, rvalue.place, span, DEEP, access, LocalMutation.NO)
                self._check_initialized(location, Action.BORROW, rvalue.place, span)
            case mir.Len():
                self._access_place(location, rvalue.place, span, AccessDepth.ARRAY_LENGTH, Access.COPY, LocalMutation.NO)
                self._check_initialized(location, Action.USE, rvalue.place, span)
            case mir.Discriminant():
                self._access_place(location, rvalue.place, span, SHALLOW, Access.COPY, LocalMutation.NO)
                self._check_initialized(location, Action.USE, rvalue.place, span)
            case mir.BinaryOp():
                self._operand(rvalue.lhs, location, span)
                self._operand(rvalue.rhs, location, span)
            case mir.Aggregate():
                if isinstance(rvalue.ty, t.Closure):
                    for field in self.closure_used_mut.get(rvalue.ty.def_, ()):
                        self._propagate_used_mut(rvalue.operands[field])
                for operand in rvalue.operands:
                    self._operand(operand, location, span)
            case mir.Use() | mir.Repeat() | mir.UnaryOp() | mir.Cast():
                self._operand(rvalue.operand, location, span)

    def _operand(self, operand: mir.Operand, location: Location, span: Span) -> None:
        match operand:
            case mir.Copy():
                self._access_place(location, operand.place, span, DEEP, Access.COPY, LocalMutation.NO)
                self._check_initialized(location, Action.USE, operand.place, span)
            case mir.Move():
                self._check_movable(location, operand.place)
                self._access_place(location, operand.place, span, DEEP, Access.MOVE, LocalMutation.YES)
                self._check_initialized(location, Action.USE, operand.place, span)

    def _mutate(self, place: Place, span: Span, depth: AccessDepth, location: Location) -> None:
        self._check_assigned_path(location, place, span)
        self._access_place(location, place, span, depth, Access.MUTATE, LocalMutation.NO)

    def _activations(self, location: Location, span: Span) -> None:
        for borrow in self.facts.borrows.activations[location]:
            self._access_place(location, borrow.place, span, DEEP, Access.ACTIVATE, LocalMutation.NO, borrow)

    # -------------------------------------------------------------------------------------------- accesses

    def _access_place(
        self,
        location: Location,
        place: Place,
        span: Span,
        depth: AccessDepth,
        access: Access,
        mutation: LocalMutation,
        activating: BorrowData | None = None,
    ) -> None:
        """Check one access, for permission and for conflicts; a place found wrong is not reported again at the same span."""
        if activating is not None and _mention(place, activating.reserved) in self.reservation_error_reported:
            return
        if (place, span) in self.access_error_reported:
            return
        wrong = self._check_permission(location, place, span, access, mutation)
        if self.in_scope and place.local in self.facts.borrows.of_local:
            wrong |= self._check_conflict(location, place, span, depth, access, activating)
        if wrong and is_same_everywhere(place):
            self.access_error_reported.add((place, span))

    def _check_conflict(
        self, location: Location, place: Place, span: Span, depth: AccessDepth, access: Access, activating: BorrowData | None
    ) -> bool:
        for borrow in self.facts.borrows.of_local[place.local]:
            if not self.in_scope >> borrow.index & 1:
                continue
            if not borrow_conflicts_with_place(self.tcx, self.body, borrow.place, borrow.kind, place, depth):
                continue
            if activating is borrow:
                continue
            shared = not borrow.is_mutable
            if access in _READS:
                if shared or access is Access.BORROW_FAKE:
                    continue
                if not self._is_active(borrow, location):
                    continue
                if access is Access.COPY:
                    self.reporter.use_while_mutably_borrowed(location, place, span, borrow)
                else:
                    self.reporter.conflicting_borrow(location, place, span, BorrowKind.SHARED, borrow)
                return True
            if access is Access.RESERVE and shared:
                continue
            if access is Access.MOVE and borrow.kind is BorrowKind.FAKE:
                continue
            if access is Access.RESERVE:
                self.reservation_error_reported.add(_mention(place, location))
            if access in _BORROWS_MUT:
                kind = BorrowKind.UNIQUE if access is Access.BORROW_UNIQUE else BorrowKind.MUT
                self.reporter.conflicting_borrow(location, place, span, kind, borrow)
            elif access is Access.STORAGE_DEAD_OR_DROP:
                self.reporter.not_living_long_enough(location, borrow, place, span, drops=True)
            elif access is Access.MOVE:
                self.reporter.move_out_while_borrowed(location, place, span, borrow)
            else:
                self.reporter.mutation_of_borrowed(location, place, span, borrow)
            return True
        return False

    def _is_active(self, borrow: BorrowData, location: Location) -> bool:
        """Whether a two-phase borrow has been activated at `location`, or is not two-phase (rustc: `path_utils::is_active`)."""
        if not borrow.two_phase:
            return True
        activation = borrow.activated
        if activation is None:
            return False
        cfg = self.facts.cfg
        if cfg.dominates(activation, location):
            return True
        reserved = borrow.reserved
        return not (cfg.dominates(reserved, location) and reserved != location)

    def _check_at_exit(self, location: Location, borrow: BorrowData, span: Span) -> None:
        """On leaving the function all locals end."""
        root = local_place(borrow.place.local)
        if borrow_conflicts_with_place(self.tcx, self.body, borrow.place, borrow.kind, root, SHALLOW):
            self.reporter.not_living_long_enough(location, borrow, borrow.place, span, drops=False)

    def _check_permission(self, location: Location, place: Place, span: Span, access: Access, mutation: LocalMutation) -> bool:
        """Whether the place may be written or borrowed mutably; True if an error was reported."""
        if access is Access.BORROW_UNIQUE:
            mutation = LocalMutation.YES
        elif access not in (Access.BORROW_MUT, Access.RESERVE, Access.MUTATE):
            return False
        result = is_mutable(self.facts, place, len(place.projection), mutation)
        if isinstance(result, RootPlace):
            self._add_used_mut(result)
            return False
        init = self._ever_initialized(place.local)
        if init is None:
            return False
        if access is Access.MUTATE and not place.projection:
            self.reporter.reassignment(place, span, init)
        else:
            self.reporter.mutability(place, span, result, access is Access.MUTATE, location)
        return True

    def _ever_initialized(self, local: Local) -> Init | None:
        for init in self.moves.path_inits[self.moves.local_path[local]]:
            if self.ever_init >> init.index & 1:
                return init
        return None

    def _add_used_mut(self, root: RootPlace) -> None:
        if not root.length:
            if root.mutation is not LocalMutation.YES and self._ever_initialized(root.place.local) is not None:
                self.used_mut.add(root.place.local)
        elif root.mutation is not LocalMutation.YES:
            field = self.facts.upvar_field(root.place, root.length)
            if field is not None:
                self.used_mut_upvars[field] = None

    def _propagate_used_mut(self, operand: mir.Operand) -> None:
        """A closure made here changes what this operand captures."""
        if isinstance(operand, mir.Constant):
            return
        place = operand.place
        if not place.projection and self.body.locals[place.local].kind is mir.LocalKind.TEMP:
            ty = self.body.locals[place.local].ty
            if isinstance(ty, t.Ref) and ty.mutable:
                return
            inits = self.moves.path_inits[self.moves.local_path[place.local]]
            if len(inits) != 1 or inits[0].location is None:
                return
            statement = self.facts.statement_at(inits[0].location)
            if not isinstance(statement, mir.Assign):
                return
            match statement.rvalue:
                case mir.Ref():
                    place = statement.rvalue.place
                case mir.Use(operand=mir.Copy() | mir.Move()):
                    place = statement.rvalue.operand.place  # type: ignore[union-attr]
                case _:
                    return
        tys = prefix_tys(self.body, place)
        for length in range(len(place.projection), -1, -1):
            field = self.facts.upvar_field(place, length)
            if field is not None:
                self.used_mut_upvars[field] = None
                return
            if length and isinstance(place.projection[length - 1], mir.Deref):
                base = tys[length - 1]
                if isinstance(base, t.Ref) and base.mutable:
                    return
        self.used_mut.add(place.local)

    # -------------------------------------------------------------------------------------------- initialisation

    def _check_initialized(self, location: Location, action: Action, place: Place, span: Span) -> None:
        """The place and all parts of it must be initialised (rustc: `check_if_path_or_subpath_is_moved`)."""
        if not self.uninit:
            return
        if not self._check_full_path(location, action, place, span) and not place.projection:
            path: int | None = self.moves.local_path[place.local]
        else:
            path = self.moves.find_exact(place)
        last = place.projection[-1] if place.projection else None
        if isinstance(last, mir.Subslice) and not last.from_end:
            base = Place(place.local, place.projection[:-1])
            if isinstance(self.facts.ty(base), t.Array):
                self._check_subslice(location, action, base, span, last)
                return
        if path is None:
            return
        moved = self.moves.first_in_subtree(path, self.uninit)
        if moved is not None:
            self.reporter.moved_or_uninitialized(location, action, place, place, span, moved)

    def _check_full_path(self, location: Location, action: Action, place: Place, span: Span) -> bool:
        """The nearest tracked prefix must be initialised."""
        path, _ = self.moves.find(place)
        if self.uninit >> path & 1:
            self.reporter.moved_or_uninitialized(location, action, self.moves.paths[path].place, place, span, path)
            return True
        return False

    def _check_subslice(self, location: Location, action: Action, base: Place, span: Span, slice_: mir.Subslice) -> None:
        path = self.moves.find_exact(base)
        if path is None:
            return
        for child in self.moves.paths[path].children:
            elem = self.moves.paths[child].place.projection[-1]
            if isinstance(elem, mir.ConstantIndex) and slice_.start <= elem.offset < slice_.end:
                moved = self.moves.first_in_subtree(child, self.uninit)
                if moved is not None:
                    self.reporter.moved_or_uninitialized(location, action, base, base, span, moved)
                    return

    def _check_assigned_path(self, location: Location, place: Place, span: Span) -> None:
        """Assigning to a part needs the whole to be there (rustc: `check_if_assigned_path_is_moved`)."""
        if not place.projection or not self.uninit:
            return
        tys = prefix_tys(self.body, place)
        for i in range(len(place.projection) - 1, -1, -1):
            elem = place.projection[i]
            base = Place(place.local, place.projection[:i])
            if isinstance(elem, mir.Deref):
                self._check_full_path(location, Action.USE, base, span)
                return
            if isinstance(elem, mir.Field):
                base_ty = tys[i]
                if isinstance(base_ty, t.Adt) and self.tcx.adt_destructor(base_ty.def_) is not None:
                    self._check_initialized(location, Action.ASSIGNMENT, base, span)
                    return
                if isinstance(base_ty, (t.Adt, t.Tuple)):
                    self._check_parent_of_field(location, base, base_ty, span)

    def _check_parent_of_field(self, location: Location, base: Place, base_ty: t.Ty, span: Span) -> None:
        """No field may be assigned in what is not initialised."""
        shortest: tuple[Place, int] | None = None
        for length in range(len(base.projection), -1, -1):
            prefix = Place(base.local, base.projection[:length])
            path = self.moves.find_exact(prefix)
            if path is not None and self.uninit >> path & 1:
                shortest = (prefix, path)
            if length and isinstance(base.projection[length - 1], mir.Deref):
                break
        if shortest is None:
            return
        prefix, path = shortest
        if isinstance(base_ty, t.Adt) and base_ty.def_.kind is DefKind.UNION:
            if any(self.facts.cfg.is_predecessor_of(move.location, location) for move in self.moves.path_moves[path]):
                return
        self.reporter.moved_or_uninitialized(location, Action.PARTIAL_ASSIGNMENT, prefix, base, span, path)
        self.used_mut.add(base.local)

    def _check_movable(self, location: Location, place: Place) -> None:
        """A move must not leave a hole behind a reference, in a slice, or in a type that implements Drop."""
        if not place.projection:
            return
        tys = prefix_tys(self.body, place)
        for i, elem in enumerate(place.projection):
            base = tys[i]
            match elem:
                case mir.Deref():
                    if not is_box(self.tcx, base):
                        self.reporter.illegal_move(place, location, IllegalMove.BORROWED_CONTENT, i, False)
                        return
                case mir.Field():
                    if isinstance(base, t.Adt) and self.tcx.adt_destructor(base.def_) is not None:
                        self.reporter.illegal_move(place, location, IllegalMove.OF_DROP_TYPE, i, False)
                        return
                case mir.ConstantIndex() | mir.Subslice():
                    if isinstance(base, t.Slice):
                        self.reporter.illegal_move(place, location, IllegalMove.OF_SLICE_OR_ARRAY, i, False)
                        return
                case mir.Index():
                    self.reporter.illegal_move(place, location, IllegalMove.OF_SLICE_OR_ARRAY, i, True)
                    return


def _mention(place: Place, location: Location) -> tuple[Place, Location | None]:
    """What tells mentions of a place apart to rustc: those of one whose fields have regions are never equal."""
    return place, None if is_same_everywhere(place) else location
