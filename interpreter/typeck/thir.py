"""THIR: a body with all types known and all adjustments explicit (rustc_middle::thir). Made by typeck, read by mir.build and
exhaustiveness.

Every expression has its type (regions erased) and a span. Autoref, autoderef, coercions, overloaded operators and method
calls have become
explicit expressions. Temporaries' scopes are not stored: mir.build derives them from the tree (Reference: destructors), for which
`Borrow.explicit` tells a written `&` from an autoref and `Scope`-like nodes (Block, Match, If, Loop, statements) are kept.
"""

from __future__ import annotations

from interpreter.enums import Enum
from interpreter.hints import TypeAlias
from interpreter.records import Record
from interpreter.resolve.defs import Def, DefKind, LocalDef
from interpreter.source import Span
from interpreter.syntax.ast import BinOp, UnOp
from interpreter.typeck.ty import Binder, Const, Ty


class ExprBase(Record, eq=False, kw_only=True):
    ty: Ty
    span: Span


class BorrowKind(Enum):
    SHARED = "&"
    MUT = "&mut"
    TWO_PHASE = "&mut (two-phase)"
    """A `&mut` autoref or implicit reborrow (rust-dev-guide: two-phase borrows)."""
    UNIQUE = "&uniq"
    """A closure's unique borrow of a place that is itself a `&mut` (rustc: MutBorrowKind::ClosureCapture)."""
    FAKE = "&fake"
    """Keeps a match's scrutinee from being changed by guards; never runs."""


class Literal(ExprBase, Record, eq=False, kw_only=True):
    """`value` int (integers, chars as code point), float, bool, str, bytes; negative literals are already negated."""

    value: int | float | bool | str | bytes


class VarRef(ExprBase, Record, eq=False, kw_only=True):
    local: LocalDef


class UpvarRef(ExprBase, Record, eq=False, kw_only=True):
    """A variable of the function around, used within a closure (by name; mir.build finds the captured place)."""

    closure: Def
    local: LocalDef


class FnItem(ExprBase, Record, eq=False, kw_only=True):
    """A function item or constructor as a value; its type is a FnDef."""


class NamedConst(ExprBase, Record, eq=False, kw_only=True):
    """A constant item, associated constant, const parameter's value or `const` block."""

    const: Const
    user_ty: UserType | None = None


class StaticRef(ExprBase, Record, eq=False, kw_only=True):
    """The place of a static (type T, a place expression)."""

    def_: Def


class Binary(ExprBase, Record, eq=False, kw_only=True):
    """A built-in operator on primitives (never && or ||); overflow is checked."""

    op: BinOp
    lhs: Expr
    rhs: Expr
    op_span: Span


class LogicalOp(ExprBase, Record, eq=False, kw_only=True):
    op: BinOp
    lhs: Expr
    rhs: Expr


class Unary(ExprBase, Record, eq=False, kw_only=True):
    """Built-in `!` and `-`."""

    op: UnOp
    arg: Expr


class Deref(ExprBase, Record, eq=False, kw_only=True):
    """Built-in `*` of a reference, raw pointer or Box (a place). Overloaded deref is `Deref(Call(Deref::deref, &x))`."""

    arg: Expr


class Borrow(ExprBase, Record, eq=False, kw_only=True):
    """`explicit`: written as `&`; else an autoref, reborrow or other adjustment."""

    kind: BorrowKind
    arg: Expr
    explicit: bool


class RawBorrow(ExprBase, Record, eq=False, kw_only=True):
    mutable: bool
    arg: Expr


class CoercionKind(Enum):
    REIFY_FN = "fn item to fn pointer"
    CLOSURE_FN = "closure to fn pointer"
    UNSAFE_FN = "fn to unsafe fn"
    UNSIZE = "unsize"
    """`&[T; N]` to `&[T]`, `Box<T>` to `Box<dyn Trait>`, ... by CoerceUnsized."""
    MUT_TO_CONST_PTR = "*mut T to *const T"


class Coercion(ExprBase, Record, eq=False, kw_only=True):
    """`explicit`: by `as`."""

    kind: CoercionKind
    arg: Expr
    explicit: bool = False


class Cast(ExprBase, Record, eq=False, kw_only=True):
    """`as` between primitives, enums and pointers."""

    arg: Expr


class NeverToAny(ExprBase, Record, eq=False, kw_only=True):
    arg: Expr


class Use(ExprBase, Record, eq=False, kw_only=True):
    """`arg` as a value, for a place in parentheses or a macro's result where it must not be a place any more."""

    arg: Expr


class Ascribe(ExprBase, Record, eq=False, kw_only=True):
    """`arg` with the type the user wrote for it (turbofish on a path, cast target, ...), for borrowck."""

    arg: Expr
    user_ty: UserType


class UserType(Record, frozen=True):
    """A type as the user wrote it, its named regions kept, `_` and elided regions as ReErased; for a path of a function or an
    associated constant a FnDef with the arguments."""

    ty: Ty
    span: Span


class Call(ExprBase, Record, eq=False, kw_only=True):
    """`fun(args)`; `fun.ty` is a FnDef (also of trait methods: args name the trait's Self) or FnPtr. A closure call is a call of
    Fn/FnMut/FnOnce::call* with the arguments as one tuple. `from_overloaded`: an operator, index or autoderef, not a written
    call.
    `method_span`: the method's name and arguments, `fn_span`, for a method call written with a dot."""

    fun: Expr
    args: list[Expr]
    from_overloaded: bool = False
    fn_span: Span | None = None


class Field(ExprBase, Record, eq=False, kw_only=True):
    """Field number `index` of a struct, union, tuple; `name` as written. For closures never."""

    arg: Expr
    index: int
    name: str


class Index(ExprBase, Record, eq=False, kw_only=True):
    """Built-in index of an array or slice by usize."""

    arg: Expr
    index: Expr


class TupleExpr(ExprBase, Record, eq=False, kw_only=True):
    elems: list[Expr]


class ArrayExpr(ExprBase, Record, eq=False, kw_only=True):
    elems: list[Expr]


class RepeatExpr(ExprBase, Record, eq=False, kw_only=True):
    elem: Expr
    count: Const


class AdtExpr(ExprBase, Record, eq=False, kw_only=True):
    """A struct literal (also a constructor with braces); `variant` indexes the adt's variants; `fields`: (index, value) in source
    order; `base` with the types of the remaining fields as (index, type) pairs."""

    variant: int
    fields: list[tuple[int, Expr]]
    base: Expr | None
    base_fields: list[tuple[int, Ty]]
    user_ty: UserType | None = None


class ClosureExpr(ExprBase, Record, eq=False, kw_only=True):
    """Creates the closure of type `ty`; captures are in TypeckResults.closures[ty.def_]."""

    def_: Def


class Assign(ExprBase, Record, eq=False, kw_only=True):
    lhs: Expr
    rhs: Expr


class AssignOp(ExprBase, Record, eq=False, kw_only=True):
    """Built-in compound assignment."""

    op: BinOp
    lhs: Expr
    rhs: Expr
    op_span: Span


class Let(ExprBase, Record, eq=False, kw_only=True):
    """`let pat = expr` as a condition."""

    pat: Pat
    expr: Expr


class If(ExprBase, Record, eq=False, kw_only=True):
    cond: Expr
    then: Expr
    else_: Expr | None


class Loop(ExprBase, Record, eq=False, kw_only=True):
    """`loop`; `while c {b}` is `loop { if c {b} else {break} }`, `for` is desugared as in the Reference (source says which)."""

    body: Expr
    source: str = "loop"
    """"loop", "while" or "for"."""


class MatchSource(Enum):
    NORMAL = "match"
    FOR_LOOP = "for"
    TRY = "?"


class Arm(Record, eq=False, kw_only=True):
    pat: Pat
    guard: Expr | None
    body: Expr
    span: Span


class Match(ExprBase, Record, eq=False, kw_only=True):
    scrutinee: Expr
    arms: list[Arm]
    source: MatchSource


class Block(ExprBase, Record, eq=False, kw_only=True):
    """`{ stmts; expr }`; `break_target`: a labelled block that `break` may leave. `end_span` is the closing brace."""

    stmts: list[Stmt]
    expr: Expr | None
    end_span: Span
    unsafe: bool = False
    break_target: bool = False


class Break(ExprBase, Record, eq=False, kw_only=True):
    """Leaves `target`, a Loop or labelled Block."""

    target: Loop | Block
    value: Expr | None


class Continue(ExprBase, Record, eq=False, kw_only=True):
    target: Loop


class Return(ExprBase, Record, eq=False, kw_only=True):
    value: Expr | None


Expr: TypeAlias = (
    "Literal | VarRef | UpvarRef | FnItem | NamedConst | StaticRef | Binary | LogicalOp | Unary | Deref | Borrow | RawBorrow |"
    " Coercion | Cast | NeverToAny | Use | Ascribe | Call | Field | Index | TupleExpr | ArrayExpr | RepeatExpr | AdtExpr |"
    " ClosureExpr | Assign | AssignOp | Let | If | Loop | Match | Block | Break | Continue | Return"
)


class ExprStmt(Record, eq=False, kw_only=True):
    expr: Expr
    span: Span


class LetStmt(Record, eq=False, kw_only=True):
    """`let pat: user_ty = init else { else_ };`; `is_super`: what it declares lives as long as a temporary of the block would
    (`super let`)."""

    pat: Pat
    user_ty: UserType | None
    init: Expr | None
    else_: Expr | None
    span: Span
    is_super: bool = False


Stmt: TypeAlias = "ExprStmt | LetStmt"

# ------------------------------------------------------------------------------------------------ patterns


class PatBase(Record, eq=False, kw_only=True):
    """`ty` is the type of the matched place after default binding modes were made explicit (implicit derefs are DerefPats)."""

    ty: Ty
    span: Span


class WildPat(PatBase, Record, eq=False, kw_only=True):
    pass


class NeverPat(PatBase, Record, eq=False, kw_only=True):
    pass


class BindingPat(PatBase, Record, eq=False, kw_only=True):
    """Binds `local` (of type `var_ty`) by move/copy (`by_ref` None) or by reference of that kind. `is_primary` is False for
    a later
    alternative's binding of the same variable. `implicit_ref`: the `ref` comes from match ergonomics."""

    local: LocalDef
    var_ty: Ty
    by_ref: BorrowKind | None
    sub: Pat | None
    is_primary: bool = True
    implicit_ref: bool = False


class VariantPat(PatBase, Record, eq=False, kw_only=True):
    """A variant of an enum with several; `subpatterns`: (field index, pattern)."""

    adt: Def
    variant: int
    subpatterns: list[tuple[int, Pat]]
    user_ty: UserType | None = None


class LeafPat(PatBase, Record, eq=False, kw_only=True):
    """A struct, tuple, union, or an enum with one variant: nothing to test."""

    subpatterns: list[tuple[int, Pat]]
    user_ty: UserType | None = None


class DerefPat(PatBase, Record, eq=False, kw_only=True):
    """`&pat`, `&mut pat`, `box`, or an implicit deref by match ergonomics (`implicit`)."""

    sub: Pat
    implicit: bool


class ConstantPat(PatBase, Record, eq=False, kw_only=True):
    """Compared with ==: integers, chars (as int), bools, floats, str (against a &str's target: the place has type &str)."""

    value: int | float | bool | str


class RangePat(PatBase, Record, eq=False, kw_only=True):
    """Both ends already evaluated; None = open."""

    lo: int | float | None
    hi: int | float | None
    inclusive: bool


class SlicePat(PatBase, Record, eq=False, kw_only=True):
    """Of an array or slice: `prefix, slice @ .., suffix`; `slice` is None without `..` (then for slices the length must be
    exact);
    a bare `..` is a WildPat."""

    prefix: list[Pat]
    slice: Pat | None
    suffix: list[Pat]


class OrPat(PatBase, Record, eq=False, kw_only=True):
    alts: list[Pat]


Pat: TypeAlias = "WildPat | NeverPat | BindingPat | VariantPat | LeafPat | DerefPat | ConstantPat | RangePat | SlicePat | OrPat"

# ------------------------------------------------------------------------------------------------ bodies and closures


class ClosureKind(Enum):
    FN = "Fn"
    FN_MUT = "FnMut"
    FN_ONCE = "FnOnce"


class CapturedPlace(Record, frozen=True):
    """One capture: the variable `local` with field/deref projections (rustc: HIR places), and how it is taken (None = by value).

    `projections`: ("deref", ty) or ("field", index, name, ty), ty the type after the projection. `use_span` is where the closure
    uses the place, `kind_span` what makes it be taken so. `ty`: the type of the captured place; the upvar's field has this type
    or a reference to it.
    """

    local: LocalDef
    projections: tuple[tuple[object, ...], ...]
    by_ref: BorrowKind | None
    ty: Ty
    use_span: Span
    kind_span: Span


class KindOrigin(Record, frozen=True):
    """The use of a captured place that makes a closure FnMut or FnOnce (rustc: `closure_kind_origin`). `by_value`: what is
    captured because of it is captured by value."""

    span: Span
    place: str
    by_value: bool


class ClosureInfo(Record, eq=False):
    """What typeck found out of a closure expression. `sig`: Binder of FnSig with the parameters one by one (not tupled);
    `user_sig`: the same with the regions that the user wrote.

    `captures` in the order of the closure's fields (rustc's: by variable, in order of first use). `body` is the closure's
    own THIR. `kind_origin`: None if the kind was expected of it.
    """

    def_: Def
    kind: ClosureKind
    sig: Binder
    captures: list[CapturedPlace]
    body: Body
    by_move: bool
    span: Span
    head_span: Span
    user_sig: Binder
    kind_origin: KindOrigin | None = None


class BodyParam(Record, eq=False, kw_only=True):
    """A parameter: its pattern (None for a tuple constructor's or a closure's environment), its type and what the user wrote."""

    pat: Pat | None
    ty: Ty
    span: Span
    ty_span: Span | None
    is_self: bool = False


class Body(Record, eq=False):
    """The THIR of a function, closure, constant or static. `owner` is its Def; `params` empty for constants.

    `local_tys`: the type of each local variable. `closures`: those created within (nested ones in their own).
    `user_sig`: the signature as declared, liberated (ReEarlyParam/ReLateParam), None for closures and constants.
    `has_errors`: typeck found some.
    """

    owner: Def
    params: list[BodyParam]
    value: Expr
    output: Ty
    local_tys: dict[LocalDef, Ty]
    closures: dict[Def, ClosureInfo]
    span: Span
    end_span: Span
    has_errors: bool = False

    def const_blocks(self) -> list[Body]:
        """The bodies of the `const` blocks within, in closures too."""
        found = [self]
        for body in found:
            found += [info.body for info in body.closures.values()]
        return [body for body in found[1:] if body.owner.kind is DefKind.INLINE_CONST]
