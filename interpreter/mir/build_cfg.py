"""The control-flow graph while a body is being built: blocks that still grow, and the tidying at the end.

`Cfg` holds blocks as parallel lists. `finish` gives them as the tuple of BasicBlocks of a Body: blocks that nothing reaches are
left out and chains of gotos are contracted (rustc: SimplifyCfg::Initial, which runs before borrowck).
"""

from __future__ import annotations

from interpreter.mir.body import (
    Assert,
    BasicBlock,
    BlockId,
    Call,
    Drop,
    FalseEdge,
    FalseUnwind,
    Goto,
    SourceInfo,
    Statement,
    SwitchInt,
    Terminator,
    UnwindResume,
)
from interpreter.records import replace


class Cfg:
    """Blocks under construction. A break's block ends in a placeholder (UnwindResume) until its exit tree is built."""

    __slots__ = ("cleanup", "statements", "terminators")

    def __init__(self) -> None:
        self.statements: list[list[Statement]] = []
        self.terminators: list[Terminator | None] = []
        self.cleanup: list[bool] = []

    def new_block(self, cleanup: bool = False) -> BlockId:
        self.statements.append([])
        self.terminators.append(None)
        self.cleanup.append(cleanup)
        return len(self.statements) - 1

    def push(self, block: BlockId, statement: Statement) -> None:
        self.statements[block].append(statement)

    def terminate(self, block: BlockId, terminator: Terminator) -> None:
        assert self.terminators[block] is None, f"bb{block} already ends"
        self.terminators[block] = terminator

    def goto(self, block: BlockId, info: SourceInfo, target: BlockId) -> None:
        self.terminate(block, Goto(info, target))

    def replace_placeholder(self, block: BlockId, target: BlockId) -> None:
        """End `block`, which was left by a break, with a goto to the drops on its way out."""
        placeholder = self.terminators[block]
        assert isinstance(placeholder, UnwindResume)
        self.terminators[block] = Goto(placeholder.info, target)

    def set_unwind(self, block: BlockId, target: BlockId) -> None:
        """`target` is where the terminator of `block` unwinds to. A drop-and-replace already has a cleanup block, which goes
        there."""
        terminator = self.terminators[block]
        assert isinstance(terminator, (Drop, FalseUnwind, Call, Assert)), f"cannot unwind from {terminator}"
        if isinstance(terminator, Drop) and terminator.unwind is not None:
            self.goto(terminator.unwind, terminator.info, target)
        else:
            self.terminators[block] = replace(terminator, unwind=target)

    def finish(self) -> tuple[BasicBlock, ...]:
        """The blocks that can be reached from block 0, in their order, with gotos contracted."""
        self._contract()
        order = self._reachable()
        new_id = {old: new for new, old in enumerate(order)}
        blocks = []
        for old in order:
            terminator = self.terminators[old]
            assert terminator is not None, f"bb{old} has no terminator"
            renamed = map_targets(terminator, new_id)
            blocks.append(BasicBlock(tuple(self.statements[old]), renamed, self.cleanup[old]))
        return tuple(blocks)

    def _reachable(self) -> list[BlockId]:
        seen = {0}
        stack = [0]
        while stack:
            terminator = self.terminators[stack.pop()]
            assert terminator is not None
            for target in successors(terminator):
                if target not in seen:
                    seen.add(target)
                    stack.append(target)
        return sorted(seen)

    def _contract(self) -> None:
        """Jump over empty blocks that only go on, then append to each block the single successor that only it reaches."""
        final: dict[BlockId, BlockId] = {}

        def resolve(block: BlockId) -> BlockId:
            path = []
            while block not in final:
                terminator = self.terminators[block]
                if self.statements[block] or not isinstance(terminator, Goto) or block in path:
                    break
                path.append(block)
                block = terminator.target
            end = final.get(block, block)
            for passed in path:
                final[passed] = end
            return end

        for block in self._reachable():
            terminator = self.terminators[block]
            assert terminator is not None
            renaming = {target: resolve(target) for target in successors(terminator)}
            if any(old != new for old, new in renaming.items()):
                self.terminators[block] = map_targets(terminator, renaming)
        live = self._reachable()
        predecessors: dict[BlockId, int] = dict.fromkeys(live, 0)
        predecessors[0] = 1
        for block in live:
            terminator = self.terminators[block]
            assert terminator is not None
            for target in successors(terminator):
                predecessors[target] += 1
        merged: set[BlockId] = set()
        for block in live:
            if block in merged:
                continue
            terminator = self.terminators[block]
            while (
                isinstance(terminator, Goto)
                and predecessors[terminator.target] == 1
                and terminator.target != block
                and self.cleanup[terminator.target] == self.cleanup[block]
            ):
                target = terminator.target
                self.statements[block].extend(self.statements[target])
                terminator = self.terminators[block] = self.terminators[target]
                merged.add(target)


def successors(terminator: Terminator) -> tuple[BlockId, ...]:
    """All blocks that `terminator` may go to, cleanup and imaginary edges too."""
    match terminator:
        case Goto(target=target):
            return (target,)
        case SwitchInt():
            return (*(target for _, target in terminator.targets), terminator.otherwise)
        case Call():
            return tuple(t for t in (terminator.target, terminator.unwind) if t is not None)
        case Drop() | Assert():
            return (terminator.target,) if terminator.unwind is None else (terminator.target, terminator.unwind)
        case FalseEdge():
            return (terminator.real, terminator.imaginary)
        case FalseUnwind():
            return (terminator.real,) if terminator.unwind is None else (terminator.real, terminator.unwind)
    return ()


def map_targets(terminator: Terminator, new_id: dict[BlockId, BlockId]) -> Terminator:
    """`terminator` with each target renamed by `new_id`."""
    match terminator:
        case Goto():
            return Goto(terminator.info, new_id[terminator.target])
        case SwitchInt():
            targets = tuple((value, new_id[target]) for value, target in terminator.targets)
            return SwitchInt(terminator.info, terminator.operand, targets, new_id[terminator.otherwise])
        case Call():
            target = None if terminator.target is None else new_id[terminator.target]
            return replace(terminator, target=target, unwind=None if terminator.unwind is None else new_id[terminator.unwind])
        case Drop() | Assert():
            unwind = None if terminator.unwind is None else new_id[terminator.unwind]
            return replace(terminator, target=new_id[terminator.target], unwind=unwind)
        case FalseEdge():
            return FalseEdge(terminator.info, new_id[terminator.real], new_id[terminator.imaginary])
        case FalseUnwind():
            unwind = None if terminator.unwind is None else new_id[terminator.unwind]
            return FalseUnwind(terminator.info, new_id[terminator.real], unwind)
    return terminator
