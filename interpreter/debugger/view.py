"""The read-only view of one moment of a run: everything that the screen shows, as frozen data.

In: nothing (pure data). Out: `MachineView`, built by a debugging session after every command and rendered by the panes
of the app, by the JSON trace and by the recorder. A view never refers to the live machine, so it stays true after the
session has moved on.

Conventions
- Steps count from 0 = before the first step. Lines and columns count from 1, columns in characters. Sizes in bytes.
- A *subject* is the key of one thing a person can select: a variable or a part of it ("f1.a", "f1.a.name"), an
  allocation ("H1"), a loan ("L1"), a drop ("D1"), a thread ("T0"). Keys are opaque and stable for the whole run; what a
  row shows of them is its `label`. `subjects` of a row are all the things it has to do with: when one of them is
  selected, the row is marked. Heap and loan labels are given in order of first appearance and never reused.
- Text for people puts the program's own names in `backticks`, as rustc's messages do.
"""

from __future__ import annotations

from interpreter.enums import Enum
from interpreter.records import NamedTuple, Record


class TextRange(NamedTuple):
    """A range of the user's text: 1-based, the end column is the one just after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


class Change(Enum):
    """What the last step did to a thing."""

    NONE = ""
    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    """Moved out, dropped, freed, returned or ended in this step; the row is shown once more, struck out."""


class VariableState(Enum):
    """Whether a variable holds a value; the text is what the stack pane says."""

    UNINITIALISED = "not yet set"
    LIVE = "live"
    MOVED = "moved"
    PARTLY_MOVED = "partly moved"
    DROPPED = "dropped"
    ENDED = "out of scope"
    """Its scope has ended, and there was nothing to drop."""


class Zoom(Enum):
    """How closely values are drawn: IDEA gives the parts of unfolded values only, FIELDS those of every value (one level),
    BYTES the layout of each besides."""

    IDEA = "idea"
    FIELDS = "fields"
    BYTES = "bytes"


class Permissions(NamedTuple):
    """Read, write and own, as Aquascope has them: what may be done with a path at this point of the program."""

    read: bool
    write: bool
    own: bool

    def __str__(self) -> str:
        return " ".join((("R" if self.read else "."), ("W" if self.write else "."), ("O" if self.own else ".")))


NO_PERMISSIONS = Permissions(False, False, False)


class PartKind(Enum):
    """What a run of bytes in a layout is."""

    FIELD = "field"
    TAG = "tag"
    NICHE = "niche"
    PADDING = "padding"


class LayoutPart(Record, frozen=True):
    """One run of bytes of a value, for the bytes zoom: `bytes_text` is hexadecimal, two digits a byte, `..` for one that
    has no value. A NICHE without bytes says which bit patterns are left over."""

    offset: int
    size: int
    kind: PartKind
    label: str
    bytes_text: str = ""


class Value(Record, frozen=True):
    """A value as one line of text, with what lies inside of it.

    `text` is the whole value in short ('"Hello"', "Point { x: 1, y: 2 }"), empty for a bare pointer. `note` says what
    the text doesn't ("len 5 cap 5"). `pointee` is the subject that a reference or an owning pointer leads to,
    `pointee_label` how to write it ("H1", "main.b", "H1[2]"). `dangling` says that what it points to is freed, moved or
    out of scope.
    `foldable` says that there are parts; `children` holds them only while `subject` is unfolded (`ViewOptions`), and
    `more` counts further ones that were left out. `layout` is given at the bytes zoom.
    """

    text: str
    note: str = ""
    pointee: str | None = None
    pointee_label: str = ""
    dangling: bool = False
    foldable: bool = False
    children: tuple[Field, ...] = ()
    more: int = 0
    size: int = 0
    layout: tuple[LayoutPart, ...] = ()


class Field(Record, frozen=True):
    """A named part of a value: a field, a tuple position, an element, the payload of a variant."""

    subject: str
    name: str
    type_text: str
    value: Value
    state: VariableState = VariableState.LIVE
    change: Change = Change.NONE
    old_text: str = ""
    offset: int = 0
    permissions: Permissions | None = None


class Variable(Record, frozen=True):
    """A variable of a frame.

    `value` is None while there is nothing in it. `moved_to` ("`take`'s `s`") and `moved_step` say where the value went;
    `moved_fields` names the parts that are gone of a partly moved one. `loans` are the labels of the loans in force on
    it or on a part of it. `old_text` is the value before the step when `change` is CHANGED. `shadowed` says that a later
    variable of the same name hides it. `address` is a stable made-up address, `size` the size of its type.
    """

    subject: str
    name: str
    type_text: str
    state: VariableState
    value: Value | None = None
    mutable: bool = False
    permissions: Permissions = NO_PERMISSIONS
    loans: tuple[str, ...] = ()
    change: Change = Change.NONE
    old_text: str = ""
    moved_to: str = ""
    moved_step: int | None = None
    moved_fields: tuple[str, ...] = ()
    shadowed: bool = False
    is_argument: bool = False
    is_temporary: bool = False
    line: int = 0
    address: int = 0
    size: int = 0
    subjects: frozenset[str] = frozenset()


class FrameView(Record, frozen=True):
    """A call that has not returned; `function` as the user would write it ("Point::new", "main::{closure}").

    `line` is the line it stands at, `current` the expression being evaluated (None inside std).
    `drops_due` says what will be dropped at which line when the frame is left normally.
    """

    index: int
    function: str
    thread: int
    line: int
    current: TextRange | None
    variables: tuple[Variable, ...]
    is_std: bool = False
    change: Change = Change.NONE


class Owner(Record, frozen=True):
    """Somebody who owns or points at an allocation: `role` is "owner", "reference", "strong", "weak" or "guard"."""

    subject: str
    label: str
    role: str


class HeapRow(Record, frozen=True):
    """An allocation. `kind` says what it is ("String buffer", "Box<Node>", "Vec<i32> buffer", "Rc<List>").

    `used` and `size` in bytes (for buffers: len and cap in bytes). `strong`/`weak` are set for Rc and Arc. `cell` is the
    state of a RefCell, Mutex or RwLock inside ("2 readers", "writing", "locked by T1"). For a freed one (`change` GONE)
    `content` is the last value; `moved_to` is the label of the new block after a reallocation. `leaked` marks what can
    never be freed any more.
    """

    label: str
    kind: str
    size: int
    used: int
    content: Value
    owners: tuple[Owner, ...]
    change: Change = Change.NONE
    born_step: int = 0
    strong: int | None = None
    weak: int | None = None
    cell: str = ""
    moved_to: str = ""
    leaked: bool = False
    address: int = 0
    subjects: frozenset[str] = frozenset()


class VtableRow(Record, frozen=True):
    """The table of a type's methods as a trait object, to which a pointer that is alive leads: `entries` are (slot, what is in
    it), `holders` the subjects of those that point to it."""

    subject: str
    type_text: str
    trait_text: str
    entries: tuple[tuple[str, str], ...]
    holders: frozenset[str] = frozenset()


class LoanKind(Enum):
    """Kind of a borrow, and the sign that stands for it."""

    SHARED = "&"
    UNIQUE = "&mut"
    TWO_PHASE = "&mut 2-phase"
    REF_GUARD = "Ref"
    REF_MUT_GUARD = "RefMut"
    LOCK_GUARD = "lock"

    @property
    def is_guard(self) -> bool:
        """Not a loan of the checker's but a guard that exists at run time."""
        return self in (LoanKind.REF_GUARD, LoanKind.REF_MUT_GUARD, LoanKind.LOCK_GUARD)


class LoanPhase(Enum):
    """Two-phase borrows are reserved first and activated at their use; others are always active.

    SUSPENDED: a reborrow of it is in use.
    """

    ACTIVE = "active"
    RESERVED = "reserved"
    SUSPENDED = "suspended by a reborrow"


class LoanRow(Record, frozen=True):
    """A loan in force (or a run-time guard: RefCell, Mutex, RwLock) and why it is so.

    `label` is "L1"; `gutter` the one letter that stands for it in the source's gutter ("A"). `place` is what is borrowed
    ("main.b"), `holder` who holds the reference ("main.r"; "a temporary"). `parent` is the label of the loan that it
    reborrows through, `depth` its depth under it. `lines` are the lines at which it is in force in its function (sorted,
    possibly with gaps), `start_line` where it was taken. `why` says why it is still alive ("used next in line 9"),
    `why_range` where; `forbids` what it forbids ("no write, no move, no `&mut` of `main.b`").
    """

    label: str
    gutter: str
    kind: LoanKind
    place: str
    holder: str
    start_line: int
    lines: tuple[int, ...] = ()
    parent: str | None = None
    depth: int = 0
    phase: LoanPhase = LoanPhase.ACTIVE
    why: str = ""
    why_range: TextRange | None = None
    forbids: str = ""
    change: Change = Change.NONE
    frame: int = 0
    born_step: int = 0
    waiting: tuple[str, ...] = ()
    subjects: frozenset[str] = frozenset()


class CountRow(Record, frozen=True):
    """The counts of one Rc or Arc allocation.

    `handles` are who holds the counts. `history` is (step, strong, weak) at each change so far, oldest first (bounded by
    the session). `warning` speaks when a cycle keeps it alive for ever.
    """

    label: str
    type_text: str
    strong: int
    weak: int
    handles: tuple[Owner, ...]
    history: tuple[tuple[int, int, int], ...] = ()
    change: Change = Change.NONE
    old_strong: int = 0
    old_weak: int = 0
    warning: str = ""
    subjects: frozenset[str] = frozenset()


class DropRow(Record, frozen=True):
    """A drop that has happened: `what` ("a: String"), `reason` ("end of scope", "overwritten", "temporary at the end of its
    statement", "moved-out field skipped", "unwinding", "explicit drop"), `frees` the labels of the allocations freed."""

    subject: str
    order: int
    step: int
    what: str
    reason: str
    line: int
    frees: tuple[str, ...] = ()
    change: Change = Change.NONE
    skipped: bool = False
    subjects: frozenset[str] = frozenset()


class DueItem(Record, frozen=True):
    """One drop that is still due: `note` is "frees H1", "not dropped: moved", "no drop needed" or empty."""

    subject: str
    name: str
    note: str = ""
    skipped: bool = False


class DropDue(Record, frozen=True):
    """The drops due at a closing brace (or end of statement) ahead, in the order in which they will happen."""

    line: int
    frame: int
    items: tuple[DueItem, ...]
    where: str = "end of scope"


class OutputChunk(Record, frozen=True):
    """A piece of output and the step that wrote it; `stream` is "out" or "err"."""

    step: int
    text: str
    stream: str = "out"
    change: Change = Change.NONE


class Explanation(Record, frozen=True):
    """What a step does, why (the rule), and what follows; each may be empty. `topic` names a section to read on."""

    what: str
    why: str = ""
    consequence: str = ""
    topic: str = ""


NOTHING_YET = Explanation("")


class EventRow(Record, frozen=True):
    """One event of the trace: `kind` is a lane's name or another short word ("move", "call", "write"...), `text` one line."""

    step: int
    line: int
    kind: str
    text: str
    thread: int = 0
    subjects: frozenset[str] = frozenset()


class Lane(Record, frozen=True):
    """One lane of the timeline: how many events of a kind fall into each of `Timeline.columns` equal parts of the run."""

    name: str
    counts: tuple[int, ...]


class Timeline(Record, frozen=True):
    """The run so far in `columns` columns; column c covers the steps [c * total / columns, (c+1) * total / columns)."""

    columns: int
    total: int
    lanes: tuple[Lane, ...]

    def column_of(self, step: int) -> int:
        return min(self.columns - 1, step * self.columns // max(self.total, 1)) if self.columns else 0

    def step_at(self, column: int) -> int:
        return min(self.total, -(-column * self.total // max(self.columns, 1)))


class ThreadState(Enum):
    """What a thread is doing."""

    RUNNING = "running"
    BLOCKED = "blocked"
    FINISHED = "finished"
    PANICKED = "panicked"


class ThreadView(Record, frozen=True):
    """A thread; `waits_for` says what blocks it ("waits for the lock of H3, held by thread 1"); `function` and `line` where it
    stands in the user's code."""

    index: int
    name: str
    state: ThreadState
    waits_for: str = ""
    current: bool = False
    function: str = ""
    line: int = 0


class EndKind(Enum):
    """How a run ended."""

    EXIT = "exit"
    PANIC = "panic"
    DEADLOCK = "deadlock"
    FAULT = "fault"
    """A use of freed, moved or uninitialised memory: possible only when walking a rejected program."""


class End(Record, frozen=True):
    """The run has ended: exit code, and a message in words (the panic's message; what the fault was)."""

    kind: EndKind
    exit_code: int
    message: str = ""
    place: TextRange | None = None


class Position(Record, frozen=True):
    """Where in time a view stands: `step` of `known_steps` known so far; `complete` when the end has been reached once."""

    step: int
    known_steps: int
    complete: bool = False


class ViewOptions(Record, frozen=True):
    """What a view shall hold: the more is asked for the more it costs.

    `unfolded` are the subjects whose parts are wanted; `child_limit` how many of them at most. Of the heap only
    the rows [heap_first, heap_first + heap_count) of those that match `heap_filter` (a case-insensitive substring of label,
    kind, content or owner; "" = all) are given. `events_limit` bounds drops, output and count histories (the newest ones).
    """

    zoom: Zoom = Zoom.IDEA
    unfolded: frozenset[str] = frozenset()
    child_limit: int = 200
    heap_first: int = 0
    heap_count: int = 200
    heap_filter: str = ""
    events_limit: int = 500


DEFAULT_OPTIONS = ViewOptions()


class MachineView(Record, frozen=True):
    """Everything about one moment. Frames are newest first; heap rows in order of allocation; drops and output oldest first.

    `current` is the expression that the NEXT step evaluates (the source pane marks it); `explanation` and `events` speak
    of the step that has JUST been made. `breakpoints` are lines.
    """

    position: Position
    thread: int
    current: TextRange | None
    frames: tuple[FrameView, ...]
    heap: tuple[HeapRow, ...] = ()
    heap_total: int = 0
    statics: tuple[Variable, ...] = ()
    vtables: tuple[VtableRow, ...] = ()
    loans: tuple[LoanRow, ...] = ()
    counts: tuple[CountRow, ...] = ()
    drops: tuple[DropRow, ...] = ()
    drops_due: tuple[DropDue, ...] = ()
    output: tuple[OutputChunk, ...] = ()
    explanation: Explanation = NOTHING_YET
    events: tuple[EventRow, ...] = ()
    threads: tuple[ThreadView, ...] = ()
    breakpoints: tuple[int, ...] = ()
    event_stops: tuple[str, ...] = ()
    """The events at which a run stops, as they were written ("drop a")."""
    end: End | None = None
    previous: TextRange | None = None
    """The expression that the step just made has evaluated."""
