"""Which steps a body has: its statements and terminators, less those without effect, grouped into runs that follow each
other.

In: a monomorphic body. Out: `Plan`: a list of `Run`s of `Op`s; each Op becomes one entry of the machine's code array and is
one step in time. Left out: storage marks (a StorageDead whose emptiness can be seen becomes part of the next step), fake
reads, ascriptions, gotos. Fused: a checked operation with its overflow assertion and the use of its result; the length,
comparison and assertion of a bounds check; a comparison or discriminant with the switch on it. A block with one predecessor
continues the run that leads to it, so that its first step needs no record of where control came from.
"""

from __future__ import annotations

from interpreter.mir import body as mir
from interpreter.mir.body import BasicBlock, BinOp, BlockId, Body, Local, LocalKind, Location
from interpreter.records import Record, field
from interpreter.typeck.thir import BorrowKind

COMPARISONS = {BinOp.EQ, BinOp.NE, BinOp.LT, BinOp.LE, BinOp.GT, BinOp.GE}


class Op(Record):
    """One step. `statement` None for a terminator alone; `terminator` None for a statement alone. `kills`: locals whose
    storage ended just before. `fused`: further places of the body that this step covers; `result`: for a fused checked
    operation where the value goes, for a fused bounds check nothing. `jumps`: what follows stands elsewhere, so the step
    records its own number for going back."""

    location: Location
    statement: mir.Assign | None = None
    terminator: mir.Terminator | None = None
    kills: tuple[Local, ...] = ()
    fused: tuple[Location, ...] = ()
    result: mir.Place | None = None
    length: mir.Assign | None = None
    jumps: bool = False


class Run(Record):
    """Ops that follow each other; `start` is the block it begins with, `goto` where it goes on if its last op is no
    terminator."""

    start: BlockId
    ops: list[Op] = field(default_factory=list)
    goto: BlockId | None = None


class Plan(Record):
    runs: list[Run]
    dropped: frozenset[Local]
    """Locals that some Drop looks at: moving out of them leaves None behind."""
    borrowed: frozenset[Local]
    """Locals that something may point into."""
    merged: dict[BlockId, Run]


def successor(block: BasicBlock) -> BlockId | None:
    """Where a block goes that needs no decision at its end; None otherwise."""
    match block.terminator:
        case mir.Goto(target=target):
            return target
        case mir.FalseEdge(real=real) | mir.FalseUnwind(real=real):
            return real
        case _:
            return None


def targets(terminator: mir.Terminator) -> list[BlockId]:
    """All blocks that control can go to when it runs (imaginary edges excepted)."""
    match terminator:
        case mir.Goto(target=target):
            return [target]
        case mir.FalseEdge(real=real) | mir.FalseUnwind(real=real):
            return [real]
        case mir.SwitchInt():
            return [*(b for _, b in terminator.targets), terminator.otherwise]
        case mir.Call() | mir.Drop() | mir.Assert():
            return [b for b in (terminator.target, terminator.unwind) if b is not None]
        case _:
            return []


def plan_body(body: Body, *, separate_kills: bool, straight_calls: frozenset[BlockId], no_glue: frozenset[BlockId]) -> Plan:
    """The steps of `body`.

    `separate_kills`: ends of storage are steps of their own (rejected programs, where what follows may use the dead variable).
    `straight_calls`: blocks that end in a call of an intrinsic, which is done in place. `no_glue`: blocks that end in a drop of
    something that needs none.
    """
    return _Planner(body, separate_kills, straight_calls, no_glue).plan()


class _Planner:
    def __init__(self, body: Body, separate_kills: bool, straight: frozenset[BlockId], no_glue: frozenset[BlockId]) -> None:
        self.body = body
        self.separate_kills = separate_kills
        self.straight = straight
        self.no_glue = no_glue
        self.uses = [0] * len(body.locals)
        self.borrowed: set[Local] = set()
        self.dropped: set[Local] = set()
        self.predecessors = [0] * len(body.blocks)
        self.reachable: list[BlockId] = []
        self._survey()

    def _survey(self) -> None:
        blocks = self.body.blocks
        self.predecessors[mir.START_BLOCK] = 2
        seen = {mir.START_BLOCK}
        stack = [mir.START_BLOCK]
        while stack:
            here = stack.pop()
            self.reachable.append(here)
            block = blocks[here]
            for statement in block.statements:
                if isinstance(statement, mir.Assign):
                    self._use_place(statement.place)
                    self._use_rvalue(statement.rvalue)
            if here not in self.no_glue:
                self._use_terminator(block.terminator)
            for target in targets(block.terminator):
                self.predecessors[target] += 1
                if target not in seen:
                    seen.add(target)
                    stack.append(target)
        self.reachable.sort()

    def _use_place(self, place: mir.Place) -> None:
        self.uses[place.local] += 1
        for elem in place.projection:
            if isinstance(elem, mir.Index):
                self.uses[elem.local] += 1

    def _use_operand(self, operand: mir.Operand) -> None:
        if not isinstance(operand, mir.Constant):
            self._use_place(operand.place)

    def _use_rvalue(self, rvalue: mir.Rvalue) -> None:
        match rvalue:
            case mir.Use() | mir.Cast() | mir.UnaryOp() | mir.Repeat():
                self._use_operand(rvalue.operand)
            case mir.Ref() | mir.RawPtrTo():
                self._use_place(rvalue.place)
                if not rvalue.place.projection or not isinstance(rvalue.place.projection[0], mir.Deref):
                    self.borrowed.add(rvalue.place.local)
            case mir.Len() | mir.Discriminant():
                self._use_place(rvalue.place)
            case mir.BinaryOp():
                self._use_operand(rvalue.lhs)
                self._use_operand(rvalue.rhs)
            case mir.Aggregate():
                for operand in rvalue.operands:
                    self._use_operand(operand)

    def _use_terminator(self, terminator: mir.Terminator) -> None:
        match terminator:
            case mir.SwitchInt():
                self._use_operand(terminator.operand)
            case mir.Call():
                self._use_operand(terminator.func)
                for arg in terminator.args:
                    self._use_operand(arg)
                self._use_place(terminator.destination)
            case mir.Drop():
                self._use_place(terminator.place)
                self.dropped.add(terminator.place.local)
            case mir.Assert():
                self._use_operand(terminator.cond)
                for operand in terminator.operands:
                    self._use_operand(operand)
            case _:
                pass

    # ------------------------------------------------------------------------------------------------------------

    def plan(self) -> Plan:
        runs: dict[BlockId, Run] = {}
        merged: dict[BlockId, Run] = {}
        heads = [b for b in self.reachable if not self._continues(b)]
        for head in heads:
            runs[head] = self._run(head, merged)
        for block in self.reachable:
            # A cycle of blocks with one predecessor each, all entered from within: unreachable, unless it is an empty loop.
            if block not in merged:
                runs[block] = self._run(block, merged)
        return Plan(list(runs.values()), frozenset(self.dropped), frozenset(self.borrowed), merged)

    def _continues(self, block: BlockId) -> bool:
        return self.predecessors[block] == 1 and block in self._straight_targets

    @property
    def _straight_targets(self) -> set[BlockId]:
        cached: set[BlockId] | None = getattr(self, "_straight_cache", None)
        if cached is None:
            cached = set()
            for b in self.reachable:
                target = self._falls_to(b)
                if target is not None:
                    cached.add(target)
            self._straight_cache = cached
        return cached

    def _falls_to(self, block: BlockId) -> BlockId | None:
        """The block that control falls into from the end of `block` without a jump, if that has no other predecessor."""
        terminator = self.body.blocks[block].terminator
        target = successor(self.body.blocks[block])
        if (
            isinstance(terminator, mir.Assert)
            or (isinstance(terminator, mir.Call) and block in self.straight)
            or (isinstance(terminator, mir.Drop) and block in self.no_glue)
        ):
            target = terminator.target
        return target

    def _run(self, head: BlockId, merged: dict[BlockId, Run]) -> Run:
        run = Run(head)
        kills: list[Local] = []
        here: BlockId | None = head
        skip_first = False
        while here is not None:
            merged[here] = run
            block = self.body.blocks[here]
            skip_next = self._block_ops(run.ops, kills, here, block, skip_first)
            target = self._falls_to(here)
            if target is None:
                return run
            if self.predecessors[target] == 1 and target not in merged:
                here, skip_first = target, skip_next
                continue
            if kills:
                run.ops.append(Op(self.body.terminator_location(here), kills=tuple(kills)))
            run.goto = target
            break
        if run.ops:
            run.ops[-1].jumps = True
        return run

    def _block_ops(self, ops: list[Op], kills: list[Local], number: BlockId, block: BasicBlock, skip_first: bool) -> bool:
        """Appends the ops of a block; True if the first statement of the next one is already done."""
        statements = list(enumerate(block.statements))
        terminator = block.terminator
        at_end = self.body.terminator_location(number)
        tail: Op | None = None
        skip_next = False
        if not isinstance(terminator, (mir.Goto, mir.FalseEdge, mir.FalseUnwind)) and number not in self.no_glue:
            tail, skip_next = self._tail(statements, number, terminator, at_end)
        for index, statement in statements:
            if skip_first and index == 0:
                continue
            match statement:
                case mir.Assign(rvalue=mir.Ref(kind=BorrowKind.FAKE)):
                    pass
                case mir.Assign():
                    ops.append(Op(Location(number, index), statement, kills=self._take(kills)))
                case mir.StorageDead():
                    decl = self.body.locals[statement.local]
                    if decl.kind is LocalKind.VAR or statement.local in self.borrowed:
                        kills.append(statement.local)
                        if self.separate_kills:
                            ops.append(Op(Location(number, index), kills=self._take(kills)))
                case _:
                    pass
        if tail is not None:
            tail.kills = self._take(kills)
            tail.jumps = self._falls_to(number) is None
            ops.append(tail)
        return skip_next

    @staticmethod
    def _take(kills: list[Local]) -> tuple[Local, ...]:
        taken = tuple(kills)
        kills.clear()
        return taken

    def _tail(
        self, statements: list[tuple[int, mir.Statement]], number: BlockId, terminator: mir.Terminator, at_end: Location
    ) -> tuple[Op, bool]:
        """The terminator's op, with the statements before it that it swallows taken off `statements`."""
        op = Op(at_end, terminator=terminator)
        while statements and not isinstance(statements[-1][1], (mir.Assign, mir.StorageDead)):
            statements.pop()
        last = statements[-1][1] if statements else None
        if not isinstance(last, mir.Assign):
            return op, False
        index = statements[-1][0]
        match terminator, last.rvalue:
            case mir.Assert(cond=mir.Move(place=cond) | mir.Copy(place=cond)), mir.BinaryOp(checked=True) if (
                cond.local == last.place.local and not last.place.projection
            ):
                return self._fuse_checked(statements, number, terminator, last, index, op)
            case mir.Assert(
                cond=mir.Move(place=cond) | mir.Copy(place=cond), kind=mir.AssertKind.BOUNDS_CHECK
            ), mir.BinaryOp() if cond == last.place:
                return self._fuse_bounds(statements, terminator, last, op, number)
            case mir.SwitchInt(operand=mir.Move(place=value) | mir.Copy(place=value)), mir.BinaryOp(
                op=compare, checked=False
            ) if value == last.place and compare in COMPARISONS and self._private(value):
                pass
            case mir.SwitchInt(operand=mir.Move(place=value) | mir.Copy(place=value)), mir.Discriminant() if (
                value == last.place and self._private(value)
            ):
                pass
            case _:
                return op, False
        statements.pop()
        return Op(Location(number, index), last, terminator, fused=(at_end,)), False

    def _private(self, place: mir.Place, uses: int = 2) -> bool:
        """A temporary that nothing else looks at."""
        return (
            not place.projection
            and self.body.locals[place.local].kind is LocalKind.TEMP
            and self.uses[place.local] == uses
            and place.local not in self.borrowed
        )

    def _fuse_checked(
        self,
        statements: list[tuple[int, mir.Statement]],
        number: BlockId,
        terminator: mir.Assert,
        last: mir.Assign,
        index: int,
        op: Op,
    ) -> tuple[Op, bool]:
        target = self.body.blocks[terminator.target]
        first = target.statements[0] if target.statements else None
        pair = last.place.local
        if (
            terminator.kind is mir.AssertKind.OVERFLOW
            and self._private(last.place, 3)
            and self.predecessors[terminator.target] == 1
            and isinstance(first, mir.Assign)
            and isinstance(first.rvalue, mir.Use)
            and isinstance(first.rvalue.operand, (mir.Move, mir.Copy))
            and first.rvalue.operand.place.local == pair
        ):
            statements.pop()
            fused = (op.location, Location(terminator.target, 0))
            return Op(Location(number, index), last, terminator, fused=fused, result=first.place), True
        return op, False

    def _fuse_bounds(
        self,
        statements: list[tuple[int, mir.Statement]],
        terminator: mir.Assert,
        last: mir.Assign,
        op: Op,
        number: BlockId,
    ) -> tuple[Op, bool]:
        """`_n = Len(p); _c = Lt(i, _n); assert(_c)` in one step, which leaves _n and _c alone."""
        before = statements[-2] if len(statements) > 1 else None
        assert isinstance(last.rvalue, mir.BinaryOp)
        length = last.rvalue.rhs
        if (
            before is not None
            and isinstance(before[1], mir.Assign)
            and isinstance(before[1].rvalue, mir.Len)
            and not isinstance(length, mir.Constant)
            and length.place == before[1].place
            and self._private(length.place, 3)
            and self._private(last.place)
        ):
            fused = (Location(number, statements[-1][0]), op.location)
            statements.pop()
            statements.pop()
            return Op(Location(number, before[0]), last, terminator, fused=fused, length=before[1]), False
        if isinstance(length, mir.Constant) and self._private(last.place):
            index = statements.pop()[0]
            return Op(Location(number, index), last, terminator, fused=(op.location,)), False
        return op, False
