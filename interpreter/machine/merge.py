"""Joining the plain functions of a hot body: one Python function for a tree of runs, loops within it, locals in variables.

In: the steps of a body that was laid out, and its emitter. Out: fewer, larger functions. A run that is entered from one place
only becomes part of the function that goes there; a jump to the function's own start becomes the next turn of a `for` loop,
which is bounded so that other threads get their turn. A local that no other function looks at, that is written before it is
read there, and that nobody borrows or drops, is a variable of the Python function instead of a slot of the frame.

Worked example, the loop `while i < n { s += i; i += 1 }` whose head is step 10:
    def s10(L):
        for _ in M.burst:
            if not L[2] < L[1]:
                return 15
            r1 = L[3] + L[2]
            ...
        return 10
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from interpreter.machine.emit import BRANCHES
from interpreter.machine.plan import Op
from interpreter.mir import body as mir
from interpreter.mir.body import BlockId, Local
from interpreter.typeck.thir import BorrowKind

DEPTH = 24
"""How deeply functions nest; Python's own limit is 100 levels of indentation."""
Lines = list[tuple[str, int]]
"""(line, step) of a function."""
_RETURN = re.compile(r"( *)return (\d+)$")


class Merger:
    """The trees of one body. `starts`: the steps that begin a run; `goto`: where a run goes on that ends without a decision;
    `block_pc`: the step with which a block begins; `entered`: steps within runs at which control may come in; `straight`:
    calls that are done in place."""

    def __init__(
        self,
        first: int,
        ops: list[Op],
        starts: set[int],
        goto: dict[int, BlockId],
        block_pc: Callable[[BlockId], int],
        entry: int,
        entered: set[int],
        straight: Callable[[int], bool],
    ) -> None:
        self.first = first
        self.ops = ops
        self.block_pc = block_pc
        self.goto = goto
        self.straight = straight
        inside = range(first, first + len(ops))
        self.heads = {pc for pc in inside if pc in starts or pc in entered}
        self.entries = Counter({entry: 2})
        for pc in entered:
            self.entries[pc] += 2
        for pc in inside:
            self._count(pc)
        self.absorbed: set[int] = set()
        self.trees: dict[int, list[int]] = {}
        """The steps of each function, by its first one."""
        self.levels: dict[int, int] = {}
        self._grow()

    def _op(self, pc: int) -> Op:
        return self.ops[pc - self.first]

    def last_of(self, head: int) -> int:
        """The last step of the run that begins with `head`."""
        pc = head
        while pc + 1 < self.first + len(self.ops) and pc + 1 not in self.heads and not self._ends(pc):
            pc += 1
        return pc

    def _ends(self, pc: int) -> bool:
        return self._op(pc).jumps or pc in self.goto

    def jumps_of(self, pc: int) -> list[int]:
        """The steps that a run's last step may go to within this function."""
        terminator = self._op(pc).terminator
        if isinstance(terminator, mir.SwitchInt):
            blocks = [*(block for _, block in terminator.targets), terminator.otherwise]
            return [self.block_pc(block) for block in blocks] if len(terminator.targets) <= BRANCHES else []
        if pc in self.goto:
            return [self.block_pc(self.goto[pc])]
        return [] if self._ends(pc) else [pc + 1]

    def _count(self, pc: int) -> None:
        """Count how often each run is gone to; twice if from where no function can take it in."""
        op = self._op(pc)
        terminator = op.terminator
        unwind: BlockId | None = getattr(terminator, "unwind", None)
        if unwind is not None:
            self.entries[self.block_pc(unwind)] += 2
        if isinstance(terminator, mir.Drop) or (isinstance(terminator, mir.Call) and not self.straight(pc)):
            if terminator.target is not None:
                self.entries[self.block_pc(terminator.target)] += 2
            return
        if isinstance(terminator, mir.SwitchInt) and len(terminator.targets) > BRANCHES:
            for block in [*(block for _, block in terminator.targets), terminator.otherwise]:
                self.entries[self.block_pc(block)] += 2
        for target in self.jumps_of(pc):
            if target in self.heads:
                self.entries[target] += 1

    def _grow(self) -> None:
        for head in sorted(self.heads):
            if self.entries[head] != 1:
                self.trees[head] = self._tree(head)
        for head in sorted(self.heads - self.absorbed - self.trees.keys()):
            self.trees[head] = self._tree(head)  # a cycle that is entered from within only, or too deep for its function

    def _tree(self, root: int) -> list[int]:
        steps: list[int] = []
        stack = [(root, 0)]
        while stack:
            head, level = stack.pop()
            self.levels[head] = level
            last = self.last_of(head)
            steps += range(head, last + 1)
            for target in self.jumps_of(last):
                if target != root and self.entries[target] == 1 and level < DEPTH and target not in self.absorbed:
                    self.absorbed.add(target)
                    stack.append((target, level + 1))
        return steps

    # ------------------------------------------------------------------------------------------------ variables

    def variables(self, borrowed: Iterable[Local], dropped: Iterable[Local]) -> frozenset[Local]:
        """The locals that can be variables of the one function in which they occur."""
        owner: dict[Local, int] = {}
        excluded = {0, *borrowed, *dropped}
        for root in self.trees:
            stack: list[tuple[int, frozenset[Local]]] = [(root, frozenset())]
            while stack:
                head, written = stack.pop()
                known = set(written)
                last = self.last_of(head)
                for pc in range(head, last + 1):
                    uses, made, outside = self._accesses(pc)
                    excluded |= outside
                    excluded |= uses - known
                    known |= made
                    for local in uses | made:
                        if owner.setdefault(local, root) != root:
                            excluded.add(local)
                below = frozenset(known)
                stack += [(target, below) for target in self.jumps_of(last) if target in self.absorbed and target != root]
        return frozenset(owner.keys() - excluded)

    def _accesses(self, pc: int) -> tuple[set[Local], set[Local], set[Local]]:
        """The locals that a step reads and writes whole, and those that something else accesses."""
        op = self._op(pc)
        uses: set[Local] = set()
        made: set[Local] = set()
        outside: set[Local] = set()
        written: list[mir.Place] = []
        statement, terminator = op.statement, op.terminator
        if statement is not None:
            _rvalue_locals(statement.rvalue, uses)
            if terminator is None:
                written.append(statement.place)
        if op.length is not None:
            _rvalue_locals(op.length.rvalue, uses)
        if op.result is not None:
            written.append(op.result)
        match terminator:
            case mir.SwitchInt() if statement is None:
                _operand_locals(terminator.operand, uses)
            case mir.Assert():
                if statement is None:
                    _operand_locals(terminator.cond, uses)
                for operand in terminator.operands if statement is None else ():
                    _operand_locals(operand, uses)
            case mir.Call():
                _operand_locals(terminator.func, uses)
                for operand in terminator.args:
                    _operand_locals(operand, uses)
                if self.straight(pc):
                    written.append(terminator.destination)
                else:
                    _place_locals(terminator.destination, outside)
            case mir.Drop():
                _place_locals(terminator.place, outside)
        for place in written:
            if place.projection:
                _place_locals(place, uses)
            else:
                made.add(place.local)
        return uses, made, outside

    # ------------------------------------------------------------------------------------------------ text

    def function(self, root: int, lines_of: dict[int, list[str]]) -> Lines:
        """The lines of the function that begins with `root`, made of those of its steps."""
        lines = self._run_lines(root, root, lines_of)
        if not any(line.lstrip() == "continue" for line, _ in lines):
            return lines
        return [("for _ in M.burst:", root), *((f" {line}", pc) for line, pc in lines), (f"return {root}", root)]

    def _run_lines(self, head: int, root: int, lines_of: dict[int, list[str]]) -> Lines:
        last = self.last_of(head)
        lines: Lines = []
        for pc in range(head, last):
            assert lines_of[pc][-1] == f"return {pc + 1}", lines_of[pc]
            lines += [(line, pc) for line in lines_of[pc][:-1]]
        inside = {target for target in self.jumps_of(last) if target in self.absorbed}
        for line in lines_of[last]:
            jump = _RETURN.match(line)
            target = int(jump[2]) if jump else -1
            if jump and target == root:
                lines.append((f"{jump[1]}continue", last))
            elif jump and target in inside and self.levels[target] == self.levels[head] + 1:
                lines += [(f"{jump[1]}{text}", pc) for text, pc in self._run_lines(target, root, lines_of)]
            else:
                lines.append((line, last))
        return lines


def _place_locals(place: mir.Place, into: set[Local]) -> None:
    into.add(place.local)
    into.update(elem.local for elem in place.projection if isinstance(elem, mir.Index))


def _operand_locals(operand: mir.Operand, into: set[Local]) -> None:
    if not isinstance(operand, mir.Constant):
        _place_locals(operand.place, into)


def _rvalue_locals(rvalue: mir.Rvalue, into: set[Local]) -> None:
    match rvalue:
        case mir.Use() | mir.Cast() | mir.UnaryOp() | mir.Repeat():
            _operand_locals(rvalue.operand, into)
        case mir.Ref(kind=BorrowKind.FAKE):
            pass
        case mir.Ref() | mir.RawPtrTo() | mir.Len() | mir.Discriminant():
            _place_locals(rvalue.place, into)
        case mir.BinaryOp():
            _operand_locals(rvalue.lhs, into)
            _operand_locals(rvalue.rhs, into)
        case mir.Aggregate():
            for operand in rvalue.operands:
                _operand_locals(operand, into)
