"""Scopes with scheduled drops, and the trees of drops on the ways out of them (rustc_mir_build::builder::scope).

A scope is pushed when building enters it and popped when it leaves; what was scheduled in it is then dropped in reverse order.
Early exits (break, continue, return, the else path of a condition) and unwinding are collected as paths in a `DropTree`, whose
blocks are made once no path can be added any more, so that exits share the drops they have in common.
"""

from __future__ import annotations

from interpreter.mir.body import Assign as AssignStatement
from interpreter.mir.body import (
    BlockId,
    Drop,
    Goto,
    Local,
    LocalDecl,
    LocalKind,
    Place,
    Reason,
    Rvalue,
    SourceInfo,
    StorageDead,
    UnwindResume,
)
from interpreter.mir.body import Scope as SourceScope
from interpreter.mir.build_cfg import Cfg
from interpreter.records import Record, field, replace
from interpreter.source import Span
from interpreter.typeck import thir

ROOT = 0
"""The node of a drop tree where all drops are done."""


class DropData(Record, frozen=True):
    """`value`: drop what `local` holds; else only its storage ends."""

    info: SourceInfo
    local: Local
    value: bool


class DropTree:
    """Nodes are (drop, the node that comes after it); equal paths share nodes. `entries`: (node, block that enters there)."""

    __slots__ = ("_existing", "entries", "nodes")

    def __init__(self) -> None:
        self.nodes: list[tuple[DropData | None, int]] = [(None, -1)]
        self._existing: dict[tuple[int, Local], int] = {}
        self.entries: list[tuple[int, BlockId]] = []

    def add_drop(self, data: DropData, next_: int) -> int:
        """The node for dropping `data` and then going on at `next_`."""
        key = (next_, data.local)
        found = self._existing.get(key)
        if found is None:
            found = self._existing[key] = len(self.nodes)
            self.nodes.append((data, next_))
        return found

    def add_entry(self, block: BlockId, node: int) -> None:
        self.entries.append((node, block))

    def build(self, cfg: Cfg, root_block: BlockId | None, unwinding: bool) -> list[BlockId | None]:
        """Make the blocks; gives each node's block (None: never reached). Entries are linked by an unwind edge or a goto."""
        blocks: list[BlockId | None] = [None] * len(self.nodes)
        blocks[ROOT] = root_block
        # A node needs a block of its own if it is entered from outside, follows a value drop or has two predecessors;
        # else it shares the block of the one StorageDead before it.
        shares: list[int | None] = [None] * len(self.nodes)
        own = [False] * len(self.nodes)
        own[ROOT] = root_block is not None
        self.entries.sort()
        entries = self.entries
        for node in range(len(self.nodes) - 1, -1, -1):
            data, next_ = self.nodes[node]
            if entries and entries[-1][0] == node:
                block = blocks[node]
                if block is None:
                    block = blocks[node] = cfg.new_block(unwinding)
                own[node] = True
                while entries and entries[-1][0] == node:
                    entry = entries.pop()[1]
                    if unwinding:
                        cfg.set_unwind(entry, block)
                    else:
                        cfg.replace_placeholder(entry, block)
            shared = shares[node]
            if own[node]:
                if blocks[node] is None:
                    blocks[node] = cfg.new_block(unwinding)
            elif shared is not None:
                blocks[node] = blocks[shared]
            else:
                continue
            if data is None:
                continue
            if data.value or own[next_] or shares[next_] is not None:
                own[next_] = True
            else:
                shares[next_] = node
        for node in range(len(self.nodes) - 1, 0, -1):
            block = blocks[node]
            if block is None:
                continue
            data, next_ = self.nodes[node]
            target = blocks[next_]
            assert data is not None and target is not None
            info = replace(data.info, reason=Reason.DROP_UNWIND) if unwinding else data.info
            if data.value:
                cfg.terminate(block, Drop(info, Place(data.local), target, None))
            else:
                cfg.push(block, StorageDead(info, data.local))
                if target != block:
                    cfg.goto(block, info, target)
        return blocks


class RegionScope:
    """One pushed scope. `span`: its extent, whose last character is where its drops are said to happen.

    `moved`: operands that a call has consumed, which need no drop on the normal way out. `is_temp_scope`: temporaries of the
    expressions within live no longer than this scope (rustc: a terminating scope). `of_if_let`: its temporaries are those of an
    `if let` (edition 2024).
    """

    __slots__ = ("cached_unwind", "depth", "drops", "moved", "of_if_let", "outer_temp_scope", "source_scope", "span")

    def __init__(self, span: Span, source_scope: int, depth: int, outer_temp_scope: RegionScope | None) -> None:
        self.span = span
        self.source_scope = source_scope
        self.depth = depth
        self.drops: list[DropData] = []
        self.moved: set[Local] = set()
        self.cached_unwind: int | None = None
        self.of_if_let = False
        self.outer_temp_scope = outer_temp_scope


class Breakable(Record):
    """A loop, labelled block or the body itself (`target` None), which `break`, `continue` or `return` leave."""

    target: thir.Loop | thir.Block | None
    scope: RegionScope
    destination: Place
    break_drops: DropTree = field(default_factory=DropTree)
    continue_drops: DropTree | None = None


class ScopeBuilder:
    """The part of the builder that keeps the graph, the locals and the scopes. `block` is where code is being added."""

    def __init__(self) -> None:
        self.cfg = Cfg()
        self.block: BlockId = self.cfg.new_block()
        self.locals: list[LocalDecl] = []
        self.arg_count = 0
        self.source_scopes: list[tuple[int | None, Span, list[Local]]] = []
        self.source_scope = 0
        self.scopes: list[RegionScope] = []
        self.temp_scope: RegionScope | None = None
        self.breakables: list[Breakable] = []
        self.if_then: tuple[RegionScope, DropTree] | None = None
        self.unwind_drops = DropTree()

    def needs_drop(self, local: Local) -> bool:
        """Whether the type of `local` has anything to drop."""
        raise NotImplementedError

    # ---------------------------------------------------------------- source scopes

    def info(self, span: Span, reason: Reason = Reason.NONE) -> SourceInfo:
        return SourceInfo(span, self.source_scope, reason)

    def new_source_scope(self, span: Span) -> int:
        """A lexical scope within the current one; it isn't entered."""
        self.source_scopes.append((self.source_scope if self.source_scopes else None, span, []))
        return len(self.source_scopes) - 1

    def finished_scopes(self) -> tuple[SourceScope, ...]:
        return tuple(SourceScope(parent, span, tuple(declared)) for parent, span, declared in self.source_scopes)

    # ---------------------------------------------------------------- pushing and popping

    def push_scope(self, span: Span, temporaries: bool = False) -> RegionScope:
        """Enter a scope; `temporaries`: those of the expressions within die with it."""
        scope = RegionScope(span, self.source_scope, len(self.scopes), self.temp_scope)
        self.scopes.append(scope)
        if temporaries:
            self.temp_scope = scope
        return scope

    def pop_scope(self, scope: RegionScope) -> None:
        """Leave the innermost scope, which is `scope`: emit its drops at the current block."""
        assert self.scopes[-1] is scope
        if scope.drops:
            self._leave_top_scope(scope)
        self.scopes.pop()
        self.temp_scope = scope.outer_temp_scope
        self.source_scope = scope.source_scope

    def _leave_top_scope(self, scope: RegionScope) -> None:
        unwind_to = self.diverge_cleanup() if any(drop.value for drop in scope.drops) else ROOT
        block = self.block
        for drop in reversed(scope.drops):
            if not drop.value:
                self.cfg.push(block, StorageDead(drop.info, drop.local))
                continue
            # Should this drop unwind, the ones after it remain to be done.
            unwind_to = self.unwind_drops.nodes[unwind_to][1]
            if drop.local in scope.moved:
                continue
            self.unwind_drops.add_entry(block, unwind_to)
            next_ = self.cfg.new_block()
            self.cfg.terminate(block, Drop(drop.info, Place(drop.local), next_, None))
            block = next_
        self.block = block

    # ---------------------------------------------------------------- scheduling drops

    def schedule_drop(self, scope: RegionScope | None, local: Local, value: bool) -> None:
        """On every way out of `scope` (None: never) from here on, drop what `local` holds (`value`) or end its storage."""
        if scope is None:
            return
        if value and not self.needs_drop(local):
            return
        if value:
            for outer in self.scopes[scope.depth :]:
                outer.cached_unwind = None
        span = scope.span
        end = Span(span.file, max(span.lo, span.hi - 1), span.hi, span.call_site)
        kind = self.locals[local].kind
        if kind is LocalKind.VAR:
            reason = Reason.DROP_SCOPE_END
        elif kind is LocalKind.ARG:
            reason = Reason.DROP_PARAMETER
        else:
            reason = Reason.DROP_TEMPORARY
        scope.drops.append(DropData(SourceInfo(end, scope.source_scope, reason), local, value))

    def record_moved(self, locals_: list[Local]) -> None:
        """These operands were consumed by a call: the innermost scope doesn't drop them on the normal way out."""
        scope = self.scopes[-1]
        for local in locals_:
            if any(drop.local == local and drop.value for drop in scope.drops):
                scope.moved.add(local)

    def clear_scope(self, scope: RegionScope) -> None:
        """Forget what was scheduled in the innermost scope (a match arm with several ways in)."""
        assert self.scopes[-1] is scope
        scope.drops.clear()
        scope.cached_unwind = None

    # ---------------------------------------------------------------- unwinding

    def diverge_cleanup(self, target: RegionScope | None = None) -> int:
        """The node of the unwind tree that drops everything scheduled in `target` (default: innermost) and outside of it."""
        last = (target or self.scopes[-1]).depth
        first = last + 1
        node = ROOT
        while first > 0:
            cached = self.scopes[first - 1].cached_unwind
            if cached is not None:
                node = cached
                break
            first -= 1
        for scope in self.scopes[first : last + 1]:
            for drop in scope.drops:
                if drop.value:
                    node = self.unwind_drops.add_drop(drop, node)
            scope.cached_unwind = node
        return node

    def diverge_from(self, block: BlockId) -> None:
        """The terminator of `block` may unwind."""
        self.unwind_drops.add_entry(block, self.diverge_cleanup())

    def build_unwind_tree(self, span: Span) -> None:
        blocks = self.unwind_drops.build(self.cfg, None, unwinding=True)
        resume = blocks[ROOT]
        if resume is not None:
            self.cfg.terminate(resume, UnwindResume(SourceInfo(span, 0)))

    # ---------------------------------------------------------------- early exits

    def enter_breakable(self, target: thir.Loop | thir.Block | None, loop_block: BlockId | None, destination: Place) -> Breakable:
        breakable = Breakable(target, self.scopes[-1], destination)
        if loop_block is not None:
            breakable.continue_drops = DropTree()
        self.breakables.append(breakable)
        return breakable

    def leave_breakable(self, breakable: Breakable, loop_block: BlockId | None, falls_through: bool, span: Span) -> None:
        """Build the ways out; the current block becomes the one where they (and the normal end, if any) meet."""
        assert self.breakables.pop() is breakable
        exit_block = self._build_exit_tree(breakable.break_drops, breakable.scope, None)
        if breakable.continue_drops is not None:
            self._build_exit_tree(breakable.continue_drops, breakable.scope, loop_block)
        if not falls_through:
            self.block = self.cfg.new_block() if exit_block is None else exit_block
        elif exit_block is not None:
            target = self.cfg.new_block()
            self.cfg.goto(self.block, self.info(span), target)
            self.cfg.goto(exit_block, self.info(span), target)
            self.block = target

    def exit_to(self, scope: RegionScope, drops: DropTree, info: SourceInfo, block: BlockId) -> None:
        """End `block` by leaving all scopes within `scope`; what they hold is dropped on the way, by `drops`."""
        node = ROOT
        for inner in self.scopes[scope.depth + 1 :]:
            for drop in inner.drops:
                node = drops.add_drop(drop, node)
        drops.add_entry(block, node)
        self.cfg.terminate(block, UnwindResume(info))

    def enter_if_then(self, scope: RegionScope) -> tuple[RegionScope, DropTree] | None:
        """Start a condition: its failing parts leave to `scope`. Gives what `leave_if_then` needs."""
        previous = self.if_then
        self.if_then = (scope, DropTree())
        return previous

    def leave_if_then(self, previous: tuple[RegionScope, DropTree] | None) -> BlockId:
        """The block where all failing parts meet. The current block goes on with the success."""
        assert self.if_then is not None
        scope, drops = self.if_then
        self.if_then = previous
        block = self._build_exit_tree(drops, scope, None)
        return self.cfg.new_block() if block is None else block

    def break_for_else(self, block: BlockId, info: SourceInfo) -> None:
        """The condition fails at the end of `block`."""
        assert self.if_then is not None
        scope, drops = self.if_then
        self.exit_to(scope, drops, info, block)

    def _build_exit_tree(self, drops: DropTree, scope: RegionScope, root_block: BlockId | None) -> BlockId | None:
        blocks = drops.build(self.cfg, root_block, unwinding=False)
        if any(data is not None and data.value for data, _ in drops.nodes):
            indices = [self.diverge_cleanup(scope)]
            for node, (data, next_) in enumerate(drops.nodes):
                if data is None:
                    continue
                if not data.value:
                    indices.append(indices[next_])
                    continue
                indices.append(self.unwind_drops.add_drop(data, indices[next_]))
                block = blocks[node]
                if block is not None:
                    self.unwind_drops.add_entry(block, indices[next_])
        return blocks[ROOT]

    # ---------------------------------------------------------------- statements used everywhere

    def push_assign(self, info: SourceInfo, place: Place, rvalue: Rvalue, block: BlockId | None = None) -> None:
        self.cfg.push(self.block if block is None else block, AssignStatement(info, place, rvalue))

    def drop_and_replace(self, span: Span, assign_span: Span, place: Place, value: Rvalue) -> None:
        """Drop what `place` holds, then assign; if the drop unwinds, the assignment is done all the same."""
        assign = self.cfg.new_block()
        assign_unwind = self.cfg.new_block(cleanup=True)
        info = self.info(assign_span, Reason.ASSIGN)
        self.push_assign(info, place, value, assign)
        self.push_assign(info, place, value, assign_unwind)
        self.cfg.terminate(self.block, Drop(self.info(span, Reason.DROP_OVERWRITTEN), place, assign, assign_unwind, True))
        self.diverge_from(self.block)
        self.block = assign

    def goto_new_block(self, info: SourceInfo) -> BlockId:
        """End the current block with a goto to a fresh one, which becomes the current block."""
        target = self.cfg.new_block()
        self.cfg.terminate(self.block, Goto(info, target))
        self.block = target
        return target
