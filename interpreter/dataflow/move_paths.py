"""Move paths: the places of a body whose initialisation is tracked by itself (rustc_mir_dataflow::move_paths).

In: a Body. Out: `MoveData`: a tree of paths per local, with every move out of and initialisation of a path. Places behind
references, in slices, under an index or within a type that implements Drop can't be moved out of and have no paths; a union
is one path.
"""

from __future__ import annotations

from interpreter.dataflow.place_ty import LangItems, place_ty, projected_ty
from interpreter.enums import Enum
from interpreter.hints import Protocol, TypeAlias
from interpreter.mir import body as mir
from interpreter.mir.body import Local, Location, Operand, Place, Projection, local_place
from interpreter.records import Record, field
from interpreter.resolve.defs import Def, DefKind
from interpreter.typeck import ty as t

MovePathIndex: TypeAlias = int


class Types(LangItems, Protocol):
    """What is asked of a TyCtxt here."""

    def adt_destructor(self, adt: Def) -> Def | None: ...


class InitKind(Enum):
    DEEP = "deep"
    NON_PANIC_PATH_ONLY = "on return"
    """By a call: only if it returns."""


class MovePath(Record):
    """`children`: the paths one projection further, in order of creation."""

    index: MovePathIndex
    place: Place
    parent: MovePathIndex | None
    children: list[MovePathIndex] = field(default_factory=list)


class MoveOut(Record, frozen=True):
    index: int
    path: MovePathIndex
    location: Location


class Init(Record, frozen=True):
    """`location` None: an argument, initialised on entry."""

    index: int
    path: MovePathIndex
    location: Location | None
    kind: InitKind


def elem_key(elem: Projection) -> object:
    """What tells projections apart when types are not looked at (rustc: `MoveSubPath`)."""
    match elem:
        case mir.Field():
            return elem.index
        case mir.Downcast():
            return ("variant", elem.variant)
        case mir.Index():
            return "[]"
    return elem


class MoveData:
    """All move paths of a body. `moves` and `inits` in order; `moves_at`, `inits_at` by location; `path_moves`, `path_inits`
    by path;
    `local_path[local]` is the root path of a local."""

    def __init__(self, tcx: Types, body: mir.Body) -> None:
        self.tcx = tcx
        self.body = body
        self.paths: list[MovePath] = []
        self.moves: list[MoveOut] = []
        self.inits: list[Init] = []
        self.moves_at: dict[Location, list[MoveOut]] = {}
        self.inits_at: dict[Location, list[Init]] = {}
        self.path_moves: list[list[MoveOut]] = []
        self.path_inits: list[list[Init]] = []
        self.local_path: list[MovePathIndex] = []
        self._lookup: dict[tuple[MovePathIndex, object], MovePathIndex] = {}
        for local in range(len(body.locals)):
            self.local_path.append(self._add_path(local_place(local), None))
        self._gather()
        self.subtree = [1 << path.index for path in self.paths]
        """For each path: it and all paths below it, as a set."""
        for path in reversed(self.paths):
            if path.parent is not None:
                self.subtree[path.parent] |= self.subtree[path.index]

    # -------------------------------------------------------------------------------------------- queries

    def find(self, place: Place) -> tuple[MovePathIndex, bool]:
        """The path of the place or of its nearest tracked prefix, and whether it is the place itself."""
        path = self.local_path[place.local]
        for elem in place.projection:
            below = self._lookup.get((path, elem_key(elem)))
            if below is None:
                return path, False
            path = below
        return path, True

    def find_exact(self, place: Place) -> MovePathIndex | None:
        path, exact = self.find(place)
        return path if exact else None

    def first_in_subtree(self, path: MovePathIndex, wanted: int) -> MovePathIndex | None:
        """The first path of `wanted` at or below `path`: of several parts the one first mentioned last, and siblings before
        what is below them (rustc: `find_in_move_path_or_its_descendants`)."""
        if not self.subtree[path] & wanted:
            return None
        if wanted >> path & 1:
            return path
        below = [self.paths[path].children]
        while below:
            children = below.pop()
            for child in reversed(children):
                if wanted >> child & 1:
                    return child
            below.extend(self.paths[child].children for child in reversed(children))
        return None

    def base_local(self, path: MovePathIndex) -> Local:
        return self.paths[path].place.local

    # -------------------------------------------------------------------------------------------- gathering

    def _add_path(self, place: Place, parent: MovePathIndex | None) -> MovePathIndex:
        index = len(self.paths)
        self.paths.append(MovePath(index, place, parent))
        self.path_moves.append([])
        self.path_inits.append([])
        if parent is not None:
            self.paths[parent].children.append(index)
            self._lookup[parent, elem_key(place.projection[-1])] = index
        return index

    def _path_for(self, place: Place) -> MovePathIndex | None:
        """The path of `place`, made if need be; None if one can't move out of it. A union's field stands for the union."""
        path = self.local_path[place.local]
        if not place.projection:
            return path
        ty = self.body.locals[place.local].ty
        union: MovePathIndex | None = None
        for i, elem in enumerate(place.projection):
            match elem:
                case mir.Deref():
                    if isinstance(ty, (t.Ref, t.RawPtr)):
                        return None
                case mir.Field():
                    if isinstance(ty, t.Adt):
                        if self.tcx.adt_destructor(ty.def_) is not None:
                            return None
                        if ty.def_.kind is DefKind.UNION and union is None:
                            union = path
                case mir.ConstantIndex() | mir.Subslice():
                    if isinstance(ty, t.Slice):
                        return None
                case mir.Index():
                    return None
            if union is None:
                below = self._lookup.get((path, elem_key(elem)))
                if below is None:
                    below = self._add_path(Place(place.local, place.projection[: i + 1]), path)
                path = below
            ty = projected_ty(ty, elem)
        return path if union is None else union

    def _gather(self) -> None:
        for local in range(1, self.body.arg_count + 1):
            self._record_init(self.local_path[local], None, InitKind.DEEP)
        for block_id, block in enumerate(self.body.blocks):
            for i, statement in enumerate(block.statements):
                location = Location(block_id, i)
                match statement:
                    case mir.Assign():
                        self._path_for(statement.place)
                        self._init(statement.place, location, InitKind.DEEP)
                        for operand in mir.operands_of(statement.rvalue):
                            self._operand(operand, location)
                    case mir.FakeRead():
                        self._path_for(statement.place)
                    case mir.StorageDead():
                        self._record_move(self.local_path[statement.local], location)
            location = Location(block_id, len(block.statements))
            match block.terminator:
                case mir.Call() as call:
                    self._operand(call.func, location)
                    for operand in call.args:
                        self._operand(operand, location)
                    if call.target is not None:
                        self._path_for(call.destination)
                        self._init(call.destination, location, InitKind.NON_PANIC_PATH_ONLY)
                case mir.SwitchInt() as switch:
                    self._operand(switch.operand, location)
                case mir.Assert() as check:
                    self._operand(check.cond, location)

    def _operand(self, operand: Operand, location: Location) -> None:
        if not isinstance(operand, mir.Move):
            return
        place = operand.place
        last = place.projection[-1] if place.projection else None
        if isinstance(last, mir.Subslice) and not last.from_end:
            base = Place(place.local, place.projection[:-1])
            base_ty = place_ty(self.body, base)
            if isinstance(base_ty, t.Array) and isinstance(base_ty.len, t.ConstValue):
                for offset in range(last.start, last.end):
                    path = self._path_for(base.project(mir.ConstantIndex(offset, int(base_ty.len.value), False)))
                    if path is None:
                        return
                    self._record_move(path, location)
                return
        path = self._path_for(place)
        if path is not None:
            self._record_move(path, location)

    def _record_move(self, path: MovePathIndex, location: Location) -> None:
        move = MoveOut(len(self.moves), path, location)
        self.moves.append(move)
        self.path_moves[path].append(move)
        self.moves_at.setdefault(location, []).append(move)

    def _init(self, place: Place, location: Location, kind: InitKind) -> None:
        if place.projection and isinstance(place.projection[-1], mir.Field):
            base = Place(place.local, place.projection[:-1])
            base_ty = place_ty(self.body, base)
            if isinstance(base_ty, t.Adt) and base_ty.def_.kind is DefKind.UNION:
                place = base
        path = self.find_exact(place)
        if path is not None:
            self._record_init(path, location, kind)

    def _record_init(self, path: MovePathIndex, location: Location | None, kind: InitKind) -> None:
        init = Init(len(self.inits), path, location, kind)
        self.inits.append(init)
        self.path_inits[path].append(init)
        if location is not None:
            self.inits_at.setdefault(location, []).append(init)
