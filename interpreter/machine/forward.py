"""Copies between the variables of a hot function, and pointers to places that are known, taken out of its text.

In: the steps of a merged body and the locals that are variables. Out: `Forwarding`: for a variable that only ever is a copy of
another, that other one (`aliases`); for one that only ever points to a place of the frame, that place (`pointees`), so that what
is behind it is reached directly; and the steps that then have nothing left to do (`skipped`).

All of it holds because such a variable is written by one step only and read after that in the same turn (merge.py), and because
a value that is moved, or has no parts, can't change while both names are there (rustc_mir_transform: `copy_prop`, `ref_prop`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from interpreter.machine.plan import Op
from interpreter.machine.types import Types
from interpreter.mir import body as mir
from interpreter.mir.body import Body, Local, Place
from interpreter.records import Record, field
from interpreter.typeck import ty as t


class Forwarding(Record):
    aliases: dict[Local, Local] = field(default_factory=dict)
    pointees: dict[Local, Place] = field(default_factory=dict)
    skipped: set[int] = field(default_factory=set)

    def place(self, place: Place) -> Place:
        """The place in other words: by the first of its names, or reached without the pointer."""
        local = self.aliases.get(place.local, place.local)
        if local in self.pointees and place.projection and isinstance(place.projection[0], mir.Deref):
            known = self.pointees[local]
            return Place(known.local, (*known.projection, *place.projection[1:]))
        return place if local == place.local else Place(local, place.projection)


def forwarding(types: Types, body: Body, steps: Iterable[tuple[int, Op]], variables: frozenset[Local]) -> Forwarding:
    """What can be left out of `steps`."""
    return _Finder(types, body, list(steps), variables).find()


class _Finder:
    def __init__(self, types: Types, body: Body, steps: list[tuple[int, Op]], variables: frozenset[Local]) -> None:
        self.types = types
        self.body = body
        self.steps = steps
        self.result = Forwarding()
        written: Counter[Local] = Counter()
        for _, op in steps:
            for place in _written(op):
                written[place.local] += 1 if not place.projection else 0
        self.single = {local for local in variables if written[local] == 1}

    def find(self) -> Forwarding:
        found = self.result
        assignments = [
            (pc, op.statement)
            for pc, op in self.steps
            if op.statement is not None and op.terminator is None and not op.statement.place.projection
        ]
        for pc, statement in assignments:
            self._look_at(pc, statement)
        for local in found.aliases:
            found.aliases[local] = self._root(local)
        bare = self._bare_uses()
        for pc, statement in assignments:
            if statement.place.local in found.pointees and statement.place.local not in bare:
                found.skipped.add(pc)
        return found

    def _look_at(self, pc: int, statement: mir.Assign) -> None:
        made, found = statement.place.local, self.result
        if made not in self.single:
            return
        match statement.rvalue:
            case mir.Use(operand=(mir.Copy() | mir.Move()) as operand) if not operand.place.projection:
                other = operand.place.local
                moved = isinstance(operand, mir.Move) and not self.types.is_copy(self.body.locals[made].ty)
                if other in self.single and (moved or not self.types.copying(self.body.locals[made].ty)):
                    found.aliases[made] = other
                    found.skipped.add(pc)
            case (mir.Ref() | mir.RawPtrTo()) as ref:
                self._pointer(pc, made, ref.place)

    def _pointer(self, pc: int, made: Local, place: Place) -> None:
        found = self.result
        base = self._root(place.local)
        through = bool(place.projection) and isinstance(place.projection[0], mir.Deref)
        if through and len(place.projection) == 1 and base in self.single and isinstance(self.body.locals[base].ty, t.Ref):
            found.aliases[made] = place.local
            found.skipped.add(pc)
            return
        known = found.place(Place(base, place.projection))
        if known.local in self.single or any(not isinstance(e, (mir.Field, mir.Downcast)) for e in known.projection):
            return
        if self.types.unsized_tail(self.types.place_ty(self.body, known)) is None and not self._in_union(known):
            found.pointees[made] = known

    def _in_union(self, place: Place) -> bool:
        befores = (Place(place.local, place.projection[:i]) for i in range(len(place.projection)))
        tys = (self.types.place_ty(self.body, before) for before in befores)
        return any(isinstance(ty, t.Adt) and ty.def_.kind.name == "UNION" for ty in tys)

    def _root(self, local: Local) -> Local:
        while local in self.result.aliases:
            local = self.result.aliases[local]
        return local

    def _bare_uses(self) -> set[Local]:
        """The pointers that somebody needs as values."""
        bare: set[Local] = set()

        def use(place: Place, of_pointer: bool = False) -> None:
            through = bool(place.projection) and isinstance(place.projection[0], mir.Deref)
            if not through or (of_pointer and len(place.projection) == 1):
                bare.add(self._root(place.local))

        for pc, op in self.steps:
            if pc in self.result.skipped:
                continue
            rvalues = [s.rvalue for s in (op.statement, op.length) if s is not None]
            for rvalue in rvalues:
                for operand in mir.operands_of(rvalue):
                    if not isinstance(operand, mir.Constant):
                        use(operand.place)
                if isinstance(rvalue, (mir.Ref, mir.RawPtrTo)):
                    use(rvalue.place, of_pointer=True)
                elif isinstance(rvalue, (mir.Len, mir.Discriminant)):
                    use(rvalue.place)
            terminator = op.terminator
            operands: tuple[mir.Operand, ...] = ()
            match terminator:
                case mir.Call():
                    operands = (terminator.func, *terminator.args)
                case mir.Assert():
                    operands = (terminator.cond, *terminator.operands)
                case mir.SwitchInt():
                    operands = (terminator.operand,)
            for operand in operands:
                if not isinstance(operand, mir.Constant):
                    use(operand.place)
        return bare


def _written(op: Op) -> list[Place]:
    places = [op.statement.place] if op.statement is not None and op.terminator is None else []
    if op.result is not None:
        places.append(op.result)
    if isinstance(op.terminator, mir.Call):
        places.append(op.terminator.destination)
    return places
