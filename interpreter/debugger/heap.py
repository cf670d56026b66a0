"""The heap pane's data: the allocations, what is in them, and who owns or points at each; and from that the counts of Rc and
Arc."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property

from interpreter.debugger.events import BUFFERS, EventLog, allocation_kind
from interpreter.debugger.memory import Memory, hides_fields
from interpreter.debugger.recorder import Recorder
from interpreter.debugger.values import ValueRenderer
from interpreter.debugger.view import Change, CountRow, HeapRow, LoanKind, Owner, Value, ViewOptions
from interpreter.debugger.vtables import vtable_of
from interpreter.hints import Any
from interpreter.machine.inspect import AllocationView, FrameInfo, HeapRoot, allocations
from interpreter.records import Record, field
from interpreter.typeck import ty as t

_ROLES = {"owned_box": "owner", "Vec": "owner", "VecDeque": "owner", "String": "owner", "Rc": "strong", "Arc": "strong",
          "RcWeak": "weak", "ArcWeak": "weak"}  # fmt: skip
GUARDS = {"RefCellRef": LoanKind.REF_GUARD, "RefCellRefMut": LoanKind.REF_MUT_GUARD, "MutexGuard": LoanKind.LOCK_GUARD,
          "RwLockReadGuard": LoanKind.LOCK_GUARD, "RwLockWriteGuard": LoanKind.LOCK_GUARD}  # fmt: skip
_COUNTED = ("RcInner", "ArcInner")


class Pointers(Record, slots=False):
    """Who points where: allocation number -> owners."""

    owners: dict[int, list[Owner]] = field(default_factory=dict)
    vectors: dict[int, str] = field(default_factory=dict)
    """The type of the Vec that owns an allocation."""

    def add(self, number: int, owner: Owner) -> None:
        self.owners.setdefault(number, []).append(owner)


class Guard(Record, frozen=True):
    """A value that keeps a RefCell, Mutex or RwLock borrowed or locked; `pointer` leads to that."""

    kind: LoanKind
    subject: str
    label: str
    pointer: Any

    @property
    def cell(self) -> Any:
        """The value of the cell or lock; None if it is gone."""
        if not isinstance(self.pointer, tuple) or self.pointer[0] is None:
            return None
        return self.pointer[0][self.pointer[1]] if self.kind is LoanKind.LOCK_GUARD else self.pointer[0]

    @property
    def in_use(self) -> bool:
        """Whether the cell or lock itself says that it is in use: a guard that a condition variable has taken isn't alive."""
        state = self.cell
        while isinstance(state, list) and state:
            state = state[0]
        return bool(state)


class HeapBuilder:
    """Builds the heap rows and counts of one moment. `before`: subject -> text of the step before."""

    def __init__(
        self,
        memory: Memory,
        renderer: ValueRenderer,
        events: EventLog,
        recorder: Recorder,
        step: int,
        before: dict[str, str],
    ) -> None:
        self.memory = memory
        self.renderer = renderer
        self.events = events
        self.recorder = recorder
        self.step = step
        self.before = before
        self.texts: dict[str, str] = {}
        self.types = memory.machine.code.types
        self._has_pointers: dict[t.Ty, bool] = {}
        self.pointers = Pointers()
        self.guards: list[Guard] = []
        self.vtables: dict[int, set[str]] = {}
        """Number of a vtable -> the subjects of what points to it."""
        self._seen: set[int] = set()
        """The values that were met: where one was moved on, the slot it came from may still hold it, and is visited later."""
        self._owners_only = False
        self._cell_state: Callable[[int], str] = lambda number: ""
        self._scan()

    # -------------------------------------------------------------------------------------------- who points where

    def _scan(self) -> None:
        doubtful = [info for frames in self.memory.frames.values() for info in reversed(frames) if self.memory.live(info) is None]
        for frames in self.memory.frames.values():
            for info in frames:
                if self.memory.live(info) is not None:
                    self._scan_frame(info)
        self._owners_only = False
        code, statics = self.memory.machine.code, self.memory.machine.state.statics
        for index, def_ in code.static_defs.items():
            if index in statics:
                self._visit(statics[index][0], code.static_ty(def_), f"static/{index}", def_.name)
        for allocation in allocations(self.memory.machine):
            if self.has_pointers(allocation.ty):
                for cell, value in enumerate(allocation.cells):
                    label = f"H{allocation.number}" + (f"[{cell}]" if allocation.kind in BUFFERS else "")
                    self._visit(value, allocation.ty, f"H{allocation.number}", label)

        for info in doubtful:
            self._scan_frame(info)
        self._owners_only = False

    def _scan_frame(self, info: FrameInfo) -> None:
        hidden = info.is_std or info.is_shim
        live = self.memory.live(info)
        for local, value in enumerate(info.locals):
            if value is None or (live is not None and local not in live):
                continue
            decl = info.body.locals[local]
            if isinstance(decl.ty, t.Ref) and (hidden or self._is_passing(info, local)):
                continue
            subject = self.memory.variable_subject(info.thread, info.index, local)
            self._owners_only = hidden
            self._visit(value, decl.ty, subject, self.memory.local_label(info, local))

    def _is_passing(self, info: FrameInfo, local: int) -> bool:
        """A reference in a temporary that isn't an argument of a call to come: how an expression is worked out."""
        flow = self.memory.flows.of(info.body)
        return flow.is_temporary(local) and flow.argument(local) is None

    def has_pointers(self, ty: t.Ty) -> bool:
        """Whether a value of the type may hold a pointer (remembered; recursive types hold them through an owner)."""
        known = self._has_pointers.get(ty)
        if known is None:
            self._has_pointers[ty] = True
            known = self._has_pointers[ty] = self._holds(ty)
        return known

    def _holds(self, ty: t.Ty) -> bool:
        match ty:
            case t.Ref() | t.RawPtr():
                return True
            case t.Array() | t.Slice():
                return self.has_pointers(ty.elem)
            case t.Tuple() | t.Closure():
                return any(self.has_pointers(f) for f in self.types.program.fields(ty))
            case t.Adt():
                lang = self.memory.lang(ty)
                if lang in _ROLES or lang == "heap_ptr":
                    return True
                count = self.types.program.variant_count(ty) if self.types.is_enum(ty) else 1
                return any(self.has_pointers(f) for v in range(count) for f in self.types.program.fields(ty, v))
        return False

    def _visit(self, value: Any, ty: t.Ty, subject: str, label: str) -> None:
        if value is None or not self.has_pointers(ty):
            return
        if isinstance(value, list):
            if id(value) in self._seen:
                return
            self._seen.add(id(value))
        lang = self.memory.lang(ty)
        table = vtable_of(self.types, value, ty, lang in _ROLES)
        if table is not None and not self._owners_only:
            self.vtables.setdefault(table, set()).add(subject)
        if lang in _ROLES:
            number = self.memory.owned_allocation(value, ty)
            if number is not None:
                self.pointers.add(number, Owner(subject, label, _ROLES[lang]))
                if lang == "Vec":
                    self.pointers.vectors[number] = self.memory.type_text(ty)
            return
        if lang in GUARDS:
            pointer = value[0]
            if lang.startswith("RefCell"):
                pointer = value[1][0] if value[1] is not None else None
            guard = Guard(GUARDS[lang], subject, label, pointer)
            if not guard.in_use:
                return
            self.guards.append(guard)
            target = self.memory.map.target(pointer, False) if isinstance(pointer, tuple) else None
            if target is not None and isinstance(target.root, HeapRoot):
                self.pointers.add(target.root.number, Owner(subject, label, "guard"))
            return
        if lang == "heap_ptr":
            number = self.memory.owned_allocation(value, ty)
            if number is not None and number in self.memory.machine.state.info:
                self.pointers.add(number, Owner(subject, label, "owner"))
            return
        if isinstance(ty, t.Ref):
            if not self._owners_only and isinstance(value, tuple) and len(value) >= 2:
                target = self.memory.map.target(value, self.types.is_slice(ty.ty))
                if target is not None and isinstance(target.root, HeapRoot):
                    self.pointers.add(target.root.number, Owner(subject, label, "reference"))
            return
        if isinstance(ty, t.Array):
            parts = [(f"[{i}]", v, ty.elem) for i, v in enumerate(value)]
        else:
            hidden = hides_fields(ty)
            parts = [("" if hidden else f".{name}", v, f) for name, v, f, _ in self.renderer.parts(value, ty)]
            if not parts and isinstance(ty, t.Adt) and not self.types.is_enum(ty):
                tys = self.types.program.fields(ty)
                parts = [("", v, f) for v, f in zip(value, tys, strict=True)] if isinstance(value, list) else []
        for name, part, part_ty in parts:
            self._visit(part, part_ty, subject, label + name)

    @cached_property
    def leaked(self) -> frozenset[int]:
        """At the end of a run: the allocations that nothing frees any more and no static keeps."""
        if self.memory.machine.termination is None:
            return frozenset()
        kept: set[int] = set()
        stack = [n for n, owners in self.pointers.owners.items() if any(o.subject.startswith("static/") for o in owners)]
        while stack:
            number = stack.pop()
            if number not in kept:
                kept.add(number)
                inside = f"H{number}"
                stack += [n for n, owners in self.pointers.owners.items() if any(o.subject == inside for o in owners)]
        frames = any(frames for frames in self.memory.frames.values())
        return frozenset() if frames else frozenset(self.memory.machine.state.info.keys() - kept)

    # -------------------------------------------------------------------------------------------- rows

    def rows(self, options: ViewOptions, cell_state: Callable[[int], str]) -> tuple[tuple[HeapRow, ...], int]:
        """The rows that are asked for, and how many there are in all. `cell_state`: who keeps what is in an allocation borrowed
        or locked, by its number."""
        self._cell_state = cell_state
        living = allocations(self.memory.machine)
        gone = self._gone({f"H{a.number}" for a in living})
        first, last = options.heap_first, options.heap_first + options.heap_count
        if options.heap_filter:
            needle = options.heap_filter.lower()
            rows = [row for row in [*(self._row(a) for a in living), *gone] if needle in _searchable(row)]
            return tuple(rows[first:last]), len(rows)
        rows = [self._row(a) for a in living[first:last]]
        rows += gone[max(first - len(living), 0) : max(last - len(living), 0)]
        return tuple(rows), len(living) + len(gone)

    def _row(self, allocation: AllocationView) -> HeapRow:
        label = f"H{allocation.number}"
        size = self.renderer.size(allocation.ty)
        cells = allocation.cells
        used = sum(1 for cell in cells if cell is not None)
        owners = tuple(self.pointers.owners.get(allocation.number, ()))
        content = self.content(allocation)
        text = content.text
        old = self.before.get(label)
        self.texts[label] = text
        change = Change.NONE
        if self.step > 0:
            born = allocation.born >= self.recorder.positions[self.step - 1]
            change = Change.NEW if born else Change.CHANGED if old is not None and old != text else Change.NONE
        counts = self.counts_of(allocation)
        return HeapRow(
            label=label,
            kind=self._kind(allocation, label),
            size=size * len(cells),
            used=size * used,
            content=content,
            owners=owners,
            change=change,
            born_step=max(bisect_right(self.recorder.positions, allocation.born), 1),
            strong=counts[0] if counts is not None else None,
            weak=counts[1] if counts is not None else None,
            cell=self._cell_state(allocation.number),
            leaked=allocation.number in self.leaked,
            address=allocation.address,
            subjects=frozenset(owner.subject for owner in owners),
        )

    def _kind(self, allocation: AllocationView, label: str) -> str:
        """What it is called; a buffer that was a boxed array by the Vec that has it now."""
        kind = allocation_kind(allocation.kind, self.memory.type_text(allocation.ty))
        if allocation.kind == "slice":
            vectors = self.pointers.vectors.get(allocation.number)
            kind = f"{vectors} buffer" if vectors is not None else kind
        self.texts[f"kind {label}"] = f"{kind}|{self.renderer.size(allocation.ty) * len(allocation.cells)}"
        return kind

    def content(self, allocation: AllocationView) -> Value:
        """What is in an allocation, as one value."""
        ty, cells, label = allocation.ty, allocation.cells, f"H{allocation.number}"
        if allocation.kind in BUFFERS or len(cells) != 1:
            if ty is t.U8 and allocation.kind == "Vec":
                raw = bytes([c for c in cells if c is not None])
                try:
                    return Value(f'"{raw.decode()}"', size=len(cells))
                except UnicodeDecodeError:
                    pass
            array = t.Array(ty, t.ConstValue(len(cells), t.USIZE))
            held = list(cells)
            while held and held[-1] is None:
                held.pop()
            return self.renderer.value(held, array, label) if cells else Value("[]")
        lang = self.memory.lang(ty)
        if lang in _COUNTED and cells[0] is not None:
            inner = self.types.program.fields(ty)[2]
            if cells[0][2] is None:
                return Value("dropped")
            if self.types.unsized_tail(inner) is None:
                return self.renderer.value(cells[0][2], inner, label)
            return Value("…")
        if cells[0] is None:
            return Value("moved out")
        return self.renderer.value(cells[0], ty, label)

    def counts_of(self, allocation: AllocationView) -> tuple[int, int] | None:
        """(strong, weak) of an Rc's or Arc's allocation."""
        if self.memory.lang(allocation.ty) not in _COUNTED or allocation.cells[0] is None:
            return None
        inner = allocation.cells[0]
        strong, weak = inner[0][0][0], inner[1][0][0]
        return strong, (weak - 1 if strong > 0 else weak)

    def _gone(self, living: set[str]) -> list[HeapRow]:
        """What was freed in the step just made, shown once more."""
        if self.step == 0:
            return []
        rows = []
        for event in self.events.machine_events(self.step):
            label = f"H{event[2]}"
            if event[1] in ("free", "realloc") and label not in living and label in self.before:
                moved = f"H{event[3]}" if event[1] == "realloc" else ""
                kind, _, size = self.before.get(f"kind {label}", "allocation|0").partition("|")
                rows.append(HeapRow(label, kind, int(size), 0, Value(self.before[label]), (), Change.GONE, moved_to=moved))
        return rows

    # -------------------------------------------------------------------------------------------- counts

    def counts(self, options: ViewOptions) -> tuple[CountRow, ...]:
        """One row for each Rc and Arc."""
        rows = []
        for allocation in allocations(self.memory.machine):
            counts = self.counts_of(allocation)
            if counts is None:
                continue
            strong, weak = counts
            label = f"H{allocation.number}"
            handles = tuple(o for o in self.pointers.owners.get(allocation.number, ()) if o.role in ("strong", "weak"))
            key = f"count {label}"
            self.texts[key] = f"{strong} {weak}"
            old = self.before.get(key)
            before = tuple(int(n) for n in old.split()) if old is not None else (0, 0)
            changed = self.step > 0 and before != (strong, weak)
            rows.append(
                CountRow(
                    label=label,
                    type_text=allocation_kind(allocation.kind, self.memory.type_text(allocation.ty)),
                    strong=strong,
                    weak=weak,
                    handles=handles,
                    history=self._history(allocation.number, options.events_limit),
                    change=Change.NONE if not changed else Change.NEW if old is None else Change.CHANGED,
                    old_strong=before[0],
                    old_weak=before[1],
                    warning=self._cycle_warning(allocation.number),
                    subjects=frozenset((label, *(o.subject for o in handles))),
                )
            )
        return tuple(rows)

    def _history(self, number: int, limit: int) -> tuple[tuple[int, int, int], ...]:
        self.events.count()
        changes = self.events.count_changes.get(number, [])
        end = bisect_right(changes, self.step, key=lambda change: change[0])
        return tuple(changes[max(end - limit, 0) : end])

    def _cycle_warning(self, number: int) -> str:
        """Every strong handle stands within what the allocation itself keeps alive: it will never be freed."""
        handles = [o for o in self.pointers.owners.get(number, ()) if o.role == "strong"]
        if not handles or any(not o.subject.startswith("H") for o in handles):
            return ""
        kept, stack = {f"H{number}"}, [number]
        inside: dict[str, list[int]] = {}
        for target, owners in self.pointers.owners.items():
            for owner in owners:
                if owner.role in ("strong", "owner"):
                    inside.setdefault(owner.subject, []).append(target)
        while stack:
            for target in inside.get(f"H{stack.pop()}", ()):
                if f"H{target}" not in kept:
                    kept.add(f"H{target}")
                    stack.append(target)
        if all(o.subject in kept for o in handles):
            return "kept alive by a cycle: it will never be freed; a Weak would break it"
        return ""


def _searchable(row: HeapRow) -> str:
    return " ".join((row.label, row.kind, row.content.text, *(o.label for o in row.owners))).lower()
