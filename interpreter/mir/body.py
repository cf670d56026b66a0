"""MIR: all its data, without logic (rustc_middle::mir). Made by mir.build, analysed by dataflow and borrowck, run by machine.

Bodies are immutable once built; transforms return new ones. Types in a body are generic (Param) with regions erased, except
for `UserType`s and
signatures; transform.monomorphise substitutes them.
"""

from __future__ import annotations

from functools import cache

from interpreter.enums import Enum
from interpreter.hints import TypeAlias, final
from interpreter.records import NamedTuple, Record, field
from interpreter.resolve.defs import Def, LocalDef
from interpreter.source import Span
from interpreter.syntax.ast import BinOp as BinOp
from interpreter.syntax.ast import UnOp as UnOp
from interpreter.typeck.thir import BorrowKind, CapturedPlace, CoercionKind, UserType
from interpreter.typeck.ty import Const, Ty

BlockId: TypeAlias = int
Local: TypeAlias = int
"""0 is the return place, 1..arg_count the arguments, then user variables and temporaries."""
RETURN_PLACE: Local = 0
START_BLOCK: BlockId = 0


class Location(NamedTuple):
    """Statement number `statement` of `block`; one past the last statement is the terminator."""

    block: BlockId
    statement: int


# ------------------------------------------------------------------------------------------------ places


@final
class Deref(Record, frozen=True):
    pass


@final
class Field(Record, frozen=True):
    """Field `index` with type `ty` (also of a downcast variant, a tuple, a closure's captures)."""

    index: int
    ty: Ty


@final
class Index(Record, frozen=True):
    """Element number `local` (a usize already checked against the length)."""

    local: Local


@final
class ConstantIndex(Record, frozen=True):
    """Element `offset` from the start, or `from_end` counting back (1 = last), of at least `min_length` elements."""

    offset: int
    min_length: int
    from_end: bool


@final
class Subslice(Record, frozen=True):
    """Elements `start..end`, or `start..len-end` if `from_end`."""

    start: int
    end: int
    from_end: bool


@final
class Downcast(Record, frozen=True):
    variant: int
    name: str


Projection: TypeAlias = "Deref | Field | Index | ConstantIndex | Subslice | Downcast"


@final
class Place(Record, frozen=True):
    local: Local
    projection: tuple[Projection, ...] = ()

    def project(self, *elems: Projection) -> Place:
        return Place(self.local, self.projection + elems)


@cache
def local_place(local: Local) -> Place:
    """All of a local: one object for each number."""
    return Place(local)


# ------------------------------------------------------------------------------------------------ operands, rvalues


@final
class Copy(Record, frozen=True):
    place: Place


@final
class Move(Record, frozen=True):
    place: Place


@final
class Constant(Record, frozen=True):
    """`value`: int (chars as code point), float, bool, str, bytes; None for a zero-sized value (unit, fn items: see `ty`); a
    ty.Const for named or generic constants; a Def for the address of a static (type `&T` or `*mut T`).

    `user_ty`: generic arguments or type as written.
    """

    value: int | float | bool | str | bytes | Const | Def | Promoted | None
    ty: Ty
    span: Span
    user_ty: UserType | None = None


Operand: TypeAlias = "Copy | Move | Constant"


@final
class Use(Record, frozen=True):
    operand: Operand


@final
class Ref(Record, frozen=True):
    kind: BorrowKind
    place: Place


@final
class RawPtrTo(Record, frozen=True):
    """`&raw const place`, `&raw mut place`."""

    mutable: bool
    place: Place


@final
class BinaryOp(Record, frozen=True):
    """Result as the operator's; `checked` ones give (value, overflowed). Shifts, division: Assert terminators come before."""

    op: BinOp
    lhs: Operand
    rhs: Operand
    checked: bool = False


@final
class UnaryOp(Record, frozen=True):
    op: UnOp
    operand: Operand


@final
class Cast(Record, frozen=True):
    """To `ty`; `coercion` None = a numeric, pointer or enum `as` cast. `explicit`: a coercion by `as`."""

    operand: Operand
    ty: Ty
    coercion: CoercionKind | None
    explicit: bool = False


@final
class Len(Record, frozen=True):
    """The length of an array or slice place."""

    place: Place


@final
class Discriminant(Record, frozen=True):
    """The variant's index as isize (not its declared discriminant value)."""

    place: Place


@final
class Aggregate(Record, frozen=True):
    """A tuple, array, struct, enum variant or closure of type `ty` from all its fields in order; or a union from its field
    number `variant`."""

    ty: Ty
    operands: tuple[Operand, ...]
    variant: int = 0
    user_ty: UserType | None = None
    """What the path of the struct or variant says."""


@final
class Repeat(Record, frozen=True):
    operand: Operand
    count: Const


Rvalue: TypeAlias = "Use | Ref | RawPtrTo | BinaryOp | UnaryOp | Cast | Len | Discriminant | Aggregate | Repeat"

# ------------------------------------------------------------------------------------------------ statements


class Reason(Enum):
    """Why a statement or terminator is there, for what the debugger says. NONE: nothing to add to its kind."""

    NONE = ""
    INIT = "a variable is initialised by let"
    ASSIGN = "an assignment"
    ARGUMENT = "an argument is passed"
    RETURN = "the result of the function"
    OPERAND = "an operand is evaluated"
    BINDING = "a pattern binds a part of what was matched"
    AUTOREF = "a method call borrows its receiver"
    REBORROW = "a reference is reborrowed implicitly"
    CAPTURE = "a closure captures it"
    COERCION = "a value is coerced"
    PROMOTED = "a constant is promoted to 'static"
    DROP_SCOPE_END = "its scope ends"
    DROP_TEMPORARY = "a temporary at the end of its statement"
    DROP_OVERWRITTEN = "it is overwritten"
    DROP_UNWIND = "unwinding"
    DROP_PARAMETER = "a parameter at the end of its function"
    MATCH = "a match looks at it"
    LOOP = "the loop goes round"


class SourceInfo(Record, frozen=True):
    """`span`: the expression or statement in the text. `scope` indexes Body.scopes: which variables are visible here.

    `reason` for the words of the debugger.
    """

    span: Span
    scope: int
    reason: Reason = Reason.NONE


class _Info(Record, frozen=True):
    info: SourceInfo


@final
class Assign(_Info, Record, frozen=True):
    """`place = rvalue`; drops nothing (the old value is dropped by an earlier Drop)."""

    place: Place
    rvalue: Rvalue


@final
class StorageLive(_Info, Record, frozen=True):
    local: Local


@final
class StorageDead(_Info, Record, frozen=True):
    local: Local


@final
class FakeRead(_Info, Record, frozen=True):
    """A use for borrowck alone; `cause`: "let", "match", "guard", "index" (rustc: FakeReadCause). `closure`: that in which the
    pattern stands, if the read is there for what a closure looks at."""

    cause: str
    place: Place
    closure: Def | None = None


@final
class PlaceMention(_Info, Record, frozen=True):
    """`let _ = place;`: the place is evaluated but not read."""

    place: Place


@final
class AscribeUserType(_Info, Record, frozen=True):
    """The type of `place` must be `user_ty` (`invariant`) or a subtype of it."""

    place: Place
    user_ty: UserType
    invariant: bool


Statement: TypeAlias = "Assign | StorageLive | StorageDead | FakeRead | PlaceMention | AscribeUserType"

# ------------------------------------------------------------------------------------------------ terminators


@final
class Goto(_Info, Record, frozen=True):
    target: BlockId


@final
class SwitchInt(_Info, Record, frozen=True):
    """Goes to the target of the first equal value, else to `otherwise`. Values of bools are 0 and 1."""

    operand: Operand
    targets: tuple[tuple[int, BlockId], ...]
    otherwise: BlockId


@final
class Call(_Info, Record, frozen=True):
    """`destination = func(args)`; `target` None for a diverging call; `unwind` None = nothing to clean up (go on unwinding).

    `fn_span`: for `a.b(c)` the part `b(c)`. `from_overloaded`: an operator, index or deref.
    """

    func: Operand
    args: tuple[Operand, ...]
    destination: Place
    target: BlockId | None
    unwind: BlockId | None
    fn_span: Span
    from_overloaded: bool = False


@final
class Drop(_Info, Record, frozen=True):
    """Drops what is initialised of `place`, if anything is. `replace`: an assignment follows. `order`: in which order the
    elements of an array go that is dropped in pieces; empty for others."""

    place: Place
    target: BlockId
    unwind: BlockId | None
    replace: bool = False
    order: tuple[int, ...] = ()


class AssertKind(Enum):
    OVERFLOW = "overflow"
    OVERFLOW_NEG = "overflow_neg"
    DIVISION_BY_ZERO = "division_by_zero"
    REMAINDER_BY_ZERO = "remainder_by_zero"
    BOUNDS_CHECK = "bounds_check"


@final
class Assert(_Info, Record, frozen=True):
    """Goes on if `cond` equals `expected`, else panics. `operands`: (len, index) for a bounds check, the operands else;
    `op`: which
    operation overflowed."""

    cond: Operand
    expected: bool
    kind: AssertKind
    op: BinOp | None
    operands: tuple[Operand, ...]
    target: BlockId
    unwind: BlockId | None


@final
class Return(_Info, Record, frozen=True):
    pass


@final
class Unreachable(_Info, Record, frozen=True):
    pass


@final
class UnwindResume(_Info, Record, frozen=True):
    """The end of a cleanup path: unwinding goes on in the caller."""


@final
class FalseEdge(_Info, Record, frozen=True):
    """Goes to `real`; borrowck takes it that it may go to `imaginary` too (match arms)."""

    real: BlockId
    imaginary: BlockId


@final
class FalseUnwind(_Info, Record, frozen=True):
    """Goes to `real`; borrowck takes it that the loop may unwind."""

    real: BlockId
    unwind: BlockId | None


Terminator: TypeAlias = "Goto | SwitchInt | Call | Drop | Assert | Return | Unreachable | UnwindResume | FalseEdge | FalseUnwind"

# ------------------------------------------------------------------------------------------------ bodies


class BasicBlock(Record, frozen=True):
    statements: tuple[Statement, ...]
    terminator: Terminator
    is_cleanup: bool = False


class LocalKind(Enum):
    RETURN = "return place"
    ARG = "argument"
    VAR = "variable"
    TEMP = "temporary"


class LocalDecl(Record, frozen=True):
    """`name` for variables and plain arguments, else None. `var`: the variable of the source. `span`: its declaration.

    `user_ty`: the annotation of a `let` or parameter. `by_ref_binding`: bound by `ref` or match ergonomics.
    `is_ref_to_static`: a temporary that
    holds the address of a static. `mutable`: may be assigned or borrowed mutably.
    """

    ty: Ty
    kind: LocalKind
    mutable: bool
    span: Span
    name: str | None = None
    var: LocalDef | None = None
    user_ty: UserType | None = None
    by_ref_binding: bool = False
    is_self: bool = False
    static: Def | None = None
    match_place: Place | None = None
    match_span: Span | None = None
    """For a variable bound by a pattern: the place that was matched (None where there is nothing to match), and the expression
    it stands for."""
    pat_span: Span | None = None
    implicit_deref_binding: bool = False
    of_if_let: bool = False
    """A temporary that ends with an `if let` as of edition 2024."""
    for_field: bool = False
    """A temporary that holds the value of a field while a struct or variant is made (rustc: `AggregateTemp`)."""
    guard_ref: LocalDef | None = None
    """For the reference through which a match guard sees a variable of its pattern: that variable."""


class Scope(Record, frozen=True):
    """A lexical scope: `parent` index or None; `span` its extent; `locals` declared in it, in order."""

    parent: int | None
    span: Span
    locals: tuple[Local, ...]


class Body(Record, frozen=True):
    """A function, closure, constant or shim. `owner`: its Def. `captures`: of a closure (its environment is argument 1: the
    closure by
    value, & or &mut by its kind). `promoted`: constant bodies promoted to 'static out of this one; referred to as
    Constant(value=Promoted)."""

    owner: Def
    blocks: tuple[BasicBlock, ...]
    locals: tuple[LocalDecl, ...]
    arg_count: int
    scopes: tuple[Scope, ...]
    span: Span
    end_span: Span
    captures: tuple[CapturedPlace, ...] = ()
    shim: str | None = None
    """None for a body from source; "drop glue", "clone", "vtable call", "fn pointer" for those made by transform."""
    promoted: tuple[Body, ...] = field(default=())
    user_fns: tuple[UserType, ...] = ()
    """The functions whose generic arguments are written, in code that can't be reached, too."""

    def terminator_location(self, block: BlockId) -> Location:
        return Location(block, len(self.blocks[block].statements))


class Promoted(Record, frozen=True):
    """As the value of a Constant of type `&'static T`: a reference to the value of Body.promoted[index]."""

    index: int


def operands_of(rvalue: Rvalue) -> tuple[Operand, ...]:
    """The operands that an rvalue evaluates; none for those that look at a place."""
    match rvalue:
        case Use() | Cast() | UnaryOp() | Repeat():
            return (rvalue.operand,)
        case BinaryOp():
            return (rvalue.lhs, rvalue.rhs)
        case Aggregate():
            return rvalue.operands
    return ()
