"""The AST: what the parser makes of the text, before any name is looked up.

Nodes compare and hash by identity, so that later passes key their tables by node (`Resolution.path_res[path]`,
`TypeckResults.node_types[expr]`) instead of writing into the tree. Names are rustc_ast's. Every node has a `span`.
Macro invocations are kept as token trees; `resolve.expand` replaces them before names are resolved, so that no pass after it
meets a `MacroCall`.
"""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.diagnostics import Diagnostic
from interpreter.enums import Enum
from interpreter.hints import TypeAlias
from interpreter.records import NamedTuple, Record, field
from interpreter.source import SourceFile, Span


class Token(NamedTuple):
    """One lexical token. `kind` is a terminal of the grammar; `text` its source text; `joint` = no gap to the next token.

    `hygiene` is 0 for tokens as written, else the number of the macro expansion whose body the token stands in: local variables
    and labels of different hygiene are different names (Reference: macros by example, hygiene).
    `name`: where the name itself stands, if a macro's `$x:ident` or `$x:lifetime` holds it; then `span` is the variable's place.
    """

    kind: str
    text: str
    span: Span
    joint: bool = False
    hygiene: int = 0
    name: Span | None = None


class Delimited(Record, eq=False):
    """A token tree in brackets: `delim` is "(", "[" or "{"; `open` and `close` are the brackets themselves.

    Also what a `$x:expr` fragment is wrapped in when substituted (`delim` ""), so that precedence is kept.
    """

    delim: str
    open: Token
    close: Token
    trees: list[TokenTree]
    span: Span


TokenTree: TypeAlias = "Token | Delimited | Fragment"


class Fragment(Record, eq=False):
    """A piece of syntax already parsed, substituted for a macro's `$x:expr`, `$x:ty`, ... (an invisible group).

    `trees` are the tokens it was parsed from (what `stringify!` shows); `used` = the node stands in a tree already; `at` = where
    the macro's body has it, `first` = the same node as it was substituted elsewhere before.
    """

    kind: str
    node: object
    span: Span
    trees: list[TokenTree] = field(default_factory=list)
    used: bool = False
    at: Span | None = None
    first: Fragment | None = None


class Ident(NamedTuple):
    """A name with its place (raw identifiers without `r#`)."""

    name: str
    span: Span
    hygiene: int = 0


class Node(Record, eq=False, kw_only=True):
    span: Span


# ------------------------------------------------------------------------------------------------ attributes, visibility


class Attribute(Node, Record, eq=False, kw_only=True):
    """`#[path tokens]`, or a doc comment. `name` is the path as text, `args` the token trees after it."""

    name: str
    args: list[TokenTree]
    inner: bool = False

    @property
    def is_doc_comment(self) -> bool:
        """Whether it was written `/// text` or the like."""
        return self.name == "doc" and self.span.file.text.startswith(("//", "/*"), self.span.lo)


class VisKind(Enum):
    INHERITED = ""
    PUBLIC = "pub"
    RESTRICTED = "pub(in path)"


class Visibility(Node, Record, eq=False, kw_only=True):
    """`path` only for RESTRICTED: `pub(crate)`, `pub(super)`, `pub(self)`, `pub(in a::b)`."""

    kind: VisKind
    path: Path | None = None


# ------------------------------------------------------------------------------------------------ paths and generics


class Lifetime(Node, Record, eq=False, kw_only=True):
    """`'a`, `'static`, `'_`; the name has its apostrophe."""

    name: str


class AssocConstraint(Node, Record, eq=False, kw_only=True):
    """`Item = T` or `Item: Bound` within generic arguments; just one of `ty`, `bounds` is there (or `const`)."""

    ident: Ident
    generic_args: GenericArgs | None
    ty: Ty | None
    bounds: list[GenericBound] | None
    const: Expr | None = None


class GenericArgs(Node, Record, eq=False, kw_only=True):
    """`<'a, T, 3, Item = U>`; for `Fn(A, B) -> C`, `parenthesized` is set: `args` = [A, B] and `output` = C or None.

    A const argument is an `AnonConst`; a bare identifier is parsed as a type and may turn out a const when resolved.
    """

    args: list[Lifetime | Ty | AnonConst]
    constraints: list[AssocConstraint]
    parenthesized: bool = False
    output: Ty | None = None


class AnonConst(Node, Record, eq=False, kw_only=True):
    """A constant expression in a type or const argument: an array length, `{ N + 1 }`, `3`, a discriminant."""

    value: Expr


class PathSegment(Node, Record, eq=False, kw_only=True):
    """One name of a path; `self`, `super`, `crate`, `Self` and `{{root}}` (a leading `::`) are segments too."""

    ident: Ident
    args: GenericArgs | None = None


class QSelf(Node, Record, eq=False, kw_only=True):
    """`<ty as Trait>`: `position` = how many segments of the path belong to the trait (0 for `<T>::f`)."""

    ty: Ty
    position: int


class Path(Node, Record, eq=False, kw_only=True):
    segments: list[PathSegment]
    qself: QSelf | None = None


class TraitBound(Node, Record, eq=False, kw_only=True):
    """`for<'a> ?Trait<X>`; `maybe` is the `?`."""

    path: Path
    for_lifetimes: list[GenericParam]
    maybe: bool = False
    parenthesized: bool = False


class LifetimeBound(Node, Record, eq=False, kw_only=True):
    lifetime: Lifetime


class UseBound(Node, Record, eq=False, kw_only=True):
    """`use<'a, T>`: precise capturing in `impl Trait`."""

    params: list[Ident]


GenericBound: TypeAlias = "TraitBound | LifetimeBound | UseBound"


class ParamKind(Enum):
    LIFETIME = "lifetime"
    TYPE = "type"
    CONST = "const"


class GenericParam(Node, Record, eq=False, kw_only=True):
    """`'a: 'b`, `T: Bound = Default`, `const N: usize = 3` (`ty` is the const's type)."""

    ident: Ident
    kind: ParamKind
    bounds: list[GenericBound] = field(default_factory=list)
    default: Ty | AnonConst | None = None
    ty: Ty | None = None
    attrs: Sequence[Attribute] = ()


class WhereTypePredicate(Node, Record, eq=False, kw_only=True):
    """`for<'a> T: Bounds`."""

    for_lifetimes: list[GenericParam]
    ty: Ty
    bounds: list[GenericBound]


class WhereLifetimePredicate(Node, Record, eq=False, kw_only=True):
    lifetime: Lifetime
    bounds: list[GenericBound]


class Generics(Node, Record, eq=False, kw_only=True):
    """Parameters and where clause; `span` covers `<...>` (empty at the place where it would stand)."""

    params: list[GenericParam] = field(default_factory=list)
    predicates: list[WhereTypePredicate | WhereLifetimePredicate] = field(default_factory=list)


# ------------------------------------------------------------------------------------------------ types


class PathTy(Node, Record, eq=False, kw_only=True):
    path: Path


class RefTy(Node, Record, eq=False, kw_only=True):
    lifetime: Lifetime | None
    mutable: bool
    ty: Ty


class PtrTy(Node, Record, eq=False, kw_only=True):
    mutable: bool
    ty: Ty


class TupleTy(Node, Record, eq=False, kw_only=True):
    elems: list[Ty]


class SliceTy(Node, Record, eq=False, kw_only=True):
    elem: Ty


class ArrayTy(Node, Record, eq=False, kw_only=True):
    elem: Ty
    len: AnonConst


class FnPtrTy(Node, Record, eq=False, kw_only=True):
    for_lifetimes: list[GenericParam]
    params: list[tuple[Ident | None, Ty]]
    output: Ty | None
    unsafe: bool = False
    abi: Lit | None = None
    extern: bool = False
    variadic: bool = False


class NeverTy(Node, Record, eq=False, kw_only=True):
    returned: bool = False
    """It is what an `async fn` returns, where it is stable."""


class InferTy(Node, Record, eq=False, kw_only=True):
    """`_`"""


class ImplTraitTy(Node, Record, eq=False, kw_only=True):
    bounds: list[GenericBound]


class DynTy(Node, Record, eq=False, kw_only=True):
    """`dyn A + 'a`; `bare` = written without `dyn` (an error since edition 2021)."""

    bounds: list[GenericBound]
    bare: bool = False


class ErrTy(Node, Record, eq=False, kw_only=True):
    """What stands for a type that could not be parsed: any type, so that no other error follows from it (TyKind::Err)."""


class ParenTy(Node, Record, eq=False, kw_only=True):
    ty: Ty


Ty: TypeAlias = (
    "PathTy | RefTy | PtrTy | TupleTy | SliceTy | ArrayTy | FnPtrTy | NeverTy | InferTy | ImplTraitTy | DynTy | ParenTy"
    " | ErrTy | MacroCall"
)


# ------------------------------------------------------------------------------------------------ patterns


class WildPat(Node, Record, eq=False, kw_only=True):
    pass


class IdentPat(Node, Record, eq=False, kw_only=True):
    """`ref mut x @ sub`; without `by_ref`, `mutable` and `sub` the name may turn out a constant or unit variant when resolved."""

    ident: Ident
    by_ref: bool = False
    mutable: bool = False
    """`mut x`"""
    ref_mutable: bool = False
    """`ref mut x`"""
    sub: Pat | None = None


class LitPat(Node, Record, eq=False, kw_only=True):
    """A literal, maybe negative (`-1` is a `Unary` neg over a `Lit`)."""

    expr: Expr


class RangePat(Node, Record, eq=False, kw_only=True):
    """`lo..=hi`, `lo..hi`, `lo..`, `..=hi`; the ends are literals, negated literals or paths."""

    lo: Expr | None
    hi: Expr | None
    inclusive: bool


class RefPat(Node, Record, eq=False, kw_only=True):
    mutable: bool
    pat: Pat


class TuplePat(Node, Record, eq=False, kw_only=True):
    """`(a, .., b)`: the `..` is a `RestPat` among the elements."""

    elems: list[Pat]


class SlicePat(Node, Record, eq=False, kw_only=True):
    elems: list[Pat]


class NeverPat(Node, Record, eq=False, kw_only=True):
    """`!`: the value is of a type that has none."""


class RestPat(Node, Record, eq=False, kw_only=True):
    pass


class PathPat(Node, Record, eq=False, kw_only=True):
    path: Path


class TupleStructPat(Node, Record, eq=False, kw_only=True):
    path: Path
    elems: list[Pat]


class FieldPat(Node, Record, eq=False, kw_only=True):
    """`name: pat`, or the shorthand `ref mut name` (then `pat` is an IdentPat and `shorthand` is set)."""

    ident: Ident
    pat: Pat
    shorthand: bool
    attrs: Sequence[Attribute] = ()


class StructPat(Node, Record, eq=False, kw_only=True):
    path: Path
    fields: list[FieldPat]
    rest: bool


class OrPat(Node, Record, eq=False, kw_only=True):
    alts: list[Pat]


class ParenPat(Node, Record, eq=False, kw_only=True):
    pat: Pat


Pat: TypeAlias = (
    "WildPat | NeverPat | IdentPat | LitPat | RangePat | RefPat | TuplePat | SlicePat | RestPat | PathPat | TupleStructPat |"
    " StructPat | OrPat | ParenPat | MacroCall"
)


# ------------------------------------------------------------------------------------------------ expressions


class LitKind(Enum):
    INT = "integer"
    FLOAT = "float"
    BOOL = "bool"
    CHAR = "char"
    BYTE = "byte"
    STR = "string"
    BYTE_STR = "byte string"
    C_STR = "C string"


class Lit(Node, Record, eq=False, kw_only=True):
    """`value`: int, float source text (str, kept exact), bool, one-character str, int, str, bytes. `suffix` as written.

    `error`: what is wrong with its suffix or value, which is said only where the literal is compiled."""

    kind: LitKind
    value: int | float | bool | str | bytes
    suffix: str | None = None
    error: Diagnostic | None = None


class PathExpr(Node, Record, eq=False, kw_only=True):
    path: Path


class BinOp(Enum):
    ADD = "+"
    SUB = "-"
    MUL = "*"
    DIV = "/"
    REM = "%"
    BIT_AND = "&"
    BIT_OR = "|"
    BIT_XOR = "^"
    SHL = "<<"
    SHR = ">>"
    EQ = "=="
    NE = "!="
    LT = "<"
    LE = "<="
    GT = ">"
    GE = ">="
    AND = "&&"
    OR = "||"


class UnOp(Enum):
    DEREF = "*"
    NOT = "!"
    NEG = "-"


class Binary(Node, Record, eq=False, kw_only=True):
    op: BinOp
    op_span: Span
    lhs: Expr
    rhs: Expr


class Unary(Node, Record, eq=False, kw_only=True):
    op: UnOp
    expr: Expr


class AddrOf(Node, Record, eq=False, kw_only=True):
    """`&e`, `&mut e`, `&raw const e`, `&raw mut e`."""

    mutable: bool
    expr: Expr
    raw: bool = False


class Cast(Node, Record, eq=False, kw_only=True):
    expr: Expr
    ty: Ty


class Assign(Node, Record, eq=False, kw_only=True):
    """`lhs = rhs`; a destructuring assignment has a tuple, struct or slice expression (or `_`: `Underscore`) on the left."""

    lhs: Expr
    rhs: Expr
    eq_span: Span


class AssignOp(Node, Record, eq=False, kw_only=True):
    op: BinOp
    op_span: Span
    lhs: Expr
    rhs: Expr


class Underscore(Node, Record, eq=False, kw_only=True):
    """`_` on the left of an assignment."""


class Range(Node, Record, eq=False, kw_only=True):
    lo: Expr | None
    hi: Expr | None
    inclusive: bool


class Call(Node, Record, eq=False, kw_only=True):
    func: Expr
    args: list[Expr]


class MethodCall(Node, Record, eq=False, kw_only=True):
    """`receiver.segment(args)`; `segment` may have a turbofish."""

    receiver: Expr
    segment: PathSegment
    args: list[Expr]


class FieldExpr(Node, Record, eq=False, kw_only=True):
    """`expr.name` and `expr.0`."""

    expr: Expr
    ident: Ident


class Index(Node, Record, eq=False, kw_only=True):
    expr: Expr
    index: Expr


class Try(Node, Record, eq=False, kw_only=True):
    """`expr?`"""

    expr: Expr


class Tuple(Node, Record, eq=False, kw_only=True):
    elems: list[Expr]


class Array(Node, Record, eq=False, kw_only=True):
    elems: list[Expr]


class Repeat(Node, Record, eq=False, kw_only=True):
    elem: Expr
    count: AnonConst


class FieldInit(Node, Record, eq=False, kw_only=True):
    ident: Ident
    expr: Expr
    shorthand: bool
    attrs: Sequence[Attribute] = ()


class StructExpr(Node, Record, eq=False, kw_only=True):
    """`Path { a, b: 1, ..base }`; `rest_only` for a destructuring `Path { a, .. }` on the left of an assignment."""

    path: Path
    fields: list[FieldInit]
    base: Expr | None
    rest_only: bool = False


class Paren(Node, Record, eq=False, kw_only=True):
    """`(expr)`. The expression's span includes the parentheses, as in rustc's HIR; `inside` is what it is without them."""

    expr: Expr
    inside: Span


class Block(Node, Record, eq=False, kw_only=True):
    """`{ stmts; expr }`. `end_span` is the closing brace (where the locals are dropped); `attrs` are inner attributes."""

    stmts: list[Stmt]
    expr: Expr | None
    end_span: Span
    attrs: list[Attribute] = field(default_factory=list)


class BlockExpr(Node, Record, eq=False, kw_only=True):
    block: Block
    label: Ident | None = None
    unsafe: bool = False
    const: bool = False


class LetExpr(Node, Record, eq=False, kw_only=True):
    """`let pat = expr` as a condition of `if`, `while` or a guard, maybe within `&&`.

    `misplaced`: it stands elsewhere, which is reported; gone after expansion. `recovered`: where it stands in the condition is
    reported; the body goes no further than its types.
    """

    pat: Pat
    expr: Expr
    misplaced: bool = False
    recovered: bool = False


class If(Node, Record, eq=False, kw_only=True):
    cond: Expr
    then: Block
    else_: Expr | None
    """A BlockExpr or another If."""


class While(Node, Record, eq=False, kw_only=True):
    cond: Expr
    body: Block
    label: Ident | None


class Loop(Node, Record, eq=False, kw_only=True):
    body: Block
    label: Ident | None


class For(Node, Record, eq=False, kw_only=True):
    pat: Pat
    iter: Expr
    body: Block
    label: Ident | None


class Arm(Node, Record, eq=False, kw_only=True):
    pat: Pat
    guard: Expr | None
    body: Expr
    attrs: list[Attribute] = field(default_factory=list)


class Match(Node, Record, eq=False, kw_only=True):
    scrutinee: Expr
    arms: list[Arm]


class ClosureParam(Node, Record, eq=False, kw_only=True):
    pat: Pat
    ty: Ty | None
    attrs: Sequence[Attribute] = ()


class Closure(Node, Record, eq=False, kw_only=True):
    """`move |params| -> output body`; `head_span` is `move |params|`, where rustc points. `async_`: the body of an `async` block;
    `takes_params`: that of an `async` closure, whose parameters it takes over though it isn't `move`."""

    move: bool
    params: list[ClosureParam]
    output: Ty | None
    body: Expr
    head_span: Span
    async_: bool = False
    takes_params: bool = False
    for_lifetimes: Sequence[GenericParam] = ()


class AsyncBlock(Node, Record, eq=False, kw_only=True):
    """`async { body }`: a future that runs the closure when it is polled."""

    closure: Closure


class Await(Node, Record, eq=False, kw_only=True):
    """`expr.await`; `keyword` is the place of `await`."""

    expr: Expr
    keyword: Span


class Return(Node, Record, eq=False, kw_only=True):
    expr: Expr | None


class Break(Node, Record, eq=False, kw_only=True):
    label: Ident | None
    expr: Expr | None


class Continue(Node, Record, eq=False, kw_only=True):
    label: Ident | None


class MacroDelim(Enum):
    PAREN = "("
    BRACKET = "["
    BRACE = "{"


class MacroCall(Node, Record, eq=False, kw_only=True):
    """`path!(trees)` in any position. Gone after expansion."""

    path: Path
    delim: MacroDelim
    trees: list[TokenTree]
    args_span: Span


class AttrExpr(Node, Record, eq=False, kw_only=True):
    """`#[attrs] expr` among arguments or elements, or at the end of a block. Gone after expansion."""

    attrs: list[Attribute]
    expr: Expr


class FormatTrait(Enum):
    DISPLAY = "Display"
    DEBUG = "Debug"
    LOWER_HEX = "LowerHex"
    UPPER_HEX = "UpperHex"
    OCTAL = "Octal"
    BINARY = "Binary"
    LOWER_EXP = "LowerExp"
    UPPER_EXP = "UpperExp"
    POINTER = "Pointer"


class FormatCount(NamedTuple):
    """A width or precision: a literal number, or the value of argument number `arg`."""

    literal: int | None
    arg: int | None


class FormatPlaceholder(NamedTuple):
    """One `{...}`: which argument, by which trait, with which options (Reference: std::fmt)."""

    arg: int
    trait: FormatTrait
    span: Span
    fill: str | None = None
    align: str | None = None
    """"<", "^" or ">"."""
    sign: str | None = None
    alternate: bool = False
    zero_pad: bool = False
    debug_hex: str | None = None
    """"x" or "X" of `{:x?}`."""
    width: FormatCount | None = None
    precision: FormatCount | None = None


class FormatArgs(Node, Record, eq=False, kw_only=True):
    """`format_args!`, parsed and checked: literal text and placeholders in turn, and the arguments in order.

    Captured names (`{x}`) are appended to `args` as path expressions whose span is within the string. `by_position`: the named
    arguments that are used without their names, and where.
    """

    template: list[str | FormatPlaceholder]
    args: list[Expr]
    by_position: Sequence[tuple[Ident, Span]] = ()
    unused: Sequence[Expr] = ()
    """What no placeholder stands for, which is an error."""


class MacroExpansion(Node, Record, eq=False, kw_only=True):
    """What a macro call in expression position became; `name` is the macro's. Transparent to all passes."""

    name: str
    expr: Expr


class ErrExpr(Node, Record, eq=False, kw_only=True):
    """What stands for an expression that could not be parsed or expanded: one of any type, so that no other error follows from
    it (ExprKind::Err)."""


class BuiltinConst(Node, Record, eq=False, kw_only=True):
    """`line!()`, `column!()`, `file!()`, `module_path!()`, `stringify!`, `concat!`: already a literal."""

    lit: Lit


Expr: TypeAlias = (
    "Lit | PathExpr | Binary | Unary | AddrOf | Cast | Assign | AssignOp | Underscore | Range | Call | MethodCall |"
    " FieldExpr | Index | Try | Tuple | Array | Repeat | StructExpr | Paren | BlockExpr | LetExpr | If | While | Loop | For |"
    " Match | Closure | Return | Break | Continue | MacroCall | FormatArgs | MacroExpansion | ErrExpr | BuiltinConst |"
    " AsyncBlock | Await | AttrExpr"
)


# ------------------------------------------------------------------------------------------------ statements


class Let(Node, Record, eq=False, kw_only=True):
    pat: Pat
    ty: Ty | None
    init: Expr | None
    else_: Block | None = None
    attrs: list[Attribute] = field(default_factory=list)


class ExprStmt(Node, Record, eq=False, kw_only=True):
    """`expr;` (`semi`), or a block-like expression that ends itself."""

    expr: Expr
    semi: bool
    attrs: list[Attribute] = field(default_factory=list)


class ItemStmt(Node, Record, eq=False, kw_only=True):
    item: Item


class MacroStmt(Node, Record, eq=False, kw_only=True):
    """A macro call in statement position; `semi` if a `;` follows or its brackets are braces."""

    call: MacroCall
    semi: bool


Stmt: TypeAlias = "Let | ExprStmt | ItemStmt | MacroStmt"


# ------------------------------------------------------------------------------------------------ items


class ItemBase(Node, Record, eq=False, kw_only=True):
    """Common to all items; `ident.name` is "" where an item has none (impl, use). `default`: the word before it."""

    ident: Ident
    attrs: list[Attribute] = field(default_factory=list)
    vis: Visibility
    default: Token | None = None


class SelfParam(Node, Record, eq=False, kw_only=True):
    """`self`, `mut self`, `&'a mut self`, `self: Box<Self>` (then `ty`)."""

    by_ref: bool
    lifetime: Lifetime | None
    mutable: bool
    """`mut self` or `&mut self`."""
    ty: Ty | None
    hygiene: int = 0
    """Of the token `self`."""
    attrs: Sequence[Attribute] = ()

    @property
    def self_span(self) -> Span:
        """Where `self` stands in it, which stands for `Self` if the type isn't written."""
        span = self.span
        return Span(span.file, span.hi - len("self"), span.hi, span.call_site) if self.ty is None else self.ty.span

    @property
    def word_span(self) -> Span:
        """Where the word `self` stands."""
        before_type = self.pattern_span
        return before_type._replace(lo=before_type.hi - len("self"))

    @property
    def pattern_span(self) -> Span:
        """What stands before the type."""
        if self.ty is None:
            return self.span
        return self.span._replace(hi=self.span.lo + self.span.text.index("self") + len("self"))

    def as_param(self, ty: Ty) -> Param:
        """The parameter that it is taken for where none may be."""
        ident = Ident("self", self.word_span, self.hygiene)
        if self.by_ref:
            ty = RefTy(span=self.span, lifetime=self.lifetime, mutable=self.mutable, ty=ty)
        pat = IdentPat(span=self.word_span, ident=ident, mutable=self.mutable and not self.by_ref)
        return Param(span=self.span, pat=pat, ty=ty)


class Param(Node, Record, eq=False, kw_only=True):
    pat: Pat
    ty: Ty
    attrs: Sequence[Attribute] = ()


class Fn(ItemBase, Record, eq=False, kw_only=True):
    """`sig_span` is from `fn` (or its qualifiers) to the return type; `body` is None for a required trait method.

    `abi`: the literal that says `extern_abi`.
    `foreign`: declared in an `extern` block; `safe` there (else it is unsafe to call); `variadic`: where its last
    parameter `...` is.
    """

    generics: Generics
    self_param: SelfParam | None
    params: list[Param]
    output: Ty | None
    body: Block | None
    sig_span: Span
    const: bool = False
    unsafe: bool = False
    async_: bool = False
    extern_abi: str | None = None
    abi: Lit | None = None
    foreign: bool = False
    safe: bool = False
    variadic: Span | None = None


class FieldDef(Node, Record, eq=False, kw_only=True):
    """`ident.name` is "0", "1", ... in a tuple struct."""

    ident: Ident
    vis: Visibility
    ty: Ty
    attrs: list[Attribute] = field(default_factory=list)


class VariantKind(Enum):
    STRUCT = "{}"
    TUPLE = "()"
    UNIT = ""


class Struct(ItemBase, Record, eq=False, kw_only=True):
    generics: Generics
    kind: VariantKind
    fields: list[FieldDef]
    recovered: bool = False
    """There may be more fields, after a syntax error."""


class Union(ItemBase, Record, eq=False, kw_only=True):
    generics: Generics
    fields: list[FieldDef]


class Variant(Node, Record, eq=False, kw_only=True):
    ident: Ident
    kind: VariantKind
    fields: list[FieldDef]
    discriminant: AnonConst | None
    attrs: list[Attribute] = field(default_factory=list)
    vis: Visibility | None = None
    """Parsed, but not allowed."""
    recovered: bool = False


class Enum_(ItemBase, Record, eq=False, kw_only=True):
    generics: Generics
    variants: list[Variant]


class Impl(ItemBase, Record, eq=False, kw_only=True):
    """`impl<G> !Trait for Ty where ... { items }`; `trait` is None for an inherent impl."""

    generics: Generics
    trait: Path | None
    negative: bool
    self_ty: Ty
    items: list[AssocItem]
    head_span: Span
    unsafe: bool = False


class Trait(ItemBase, Record, eq=False, kw_only=True):
    generics: Generics
    supertraits: list[GenericBound]
    items: list[AssocItem]
    head_span: Span
    unsafe: bool = False
    auto: bool = False


class TypeAlias_(ItemBase, Record, eq=False, kw_only=True):
    """`type X<G>: Bounds = ty;`: an alias, or an associated type (`ty` None when only declared).

    `where_after`: the `where` clause that stands after the type.
    """

    generics: Generics
    bounds: list[GenericBound]
    ty: Ty | None
    where_after: Span | None = None


class Const(ItemBase, Record, eq=False, kw_only=True):
    """`const NAME: ty = expr;`, also associated; `ident.name` may be `_`."""

    ty: Ty | None
    expr: Expr | None
    generics: Generics


class Static(ItemBase, Record, eq=False, kw_only=True):
    """`foreign`: declared in an `extern` block; `safe` there (else it is unsafe to use). `unsafe`: that word stands before it."""

    mutable: bool
    ty: Ty | None
    expr: Expr | None
    foreign: bool = False
    safe: bool = False
    unsafe: bool = False


class ExternBlock(ItemBase, Record, eq=False, kw_only=True):
    """`extern "C" { items }`; expansion puts the items in its place. `unsafe`: it is `unsafe extern "C" { .. }`."""

    items: list[Item]
    head_span: Span
    abi: Lit | None = None
    unsafe: bool = False


class Mod(ItemBase, Record, eq=False, kw_only=True):
    """`mod name { items }`; `items` is None for `mod name;`."""

    items: list[Item] | None


class UseTree(Node, Record, eq=False, kw_only=True):
    """`prefix::{...}`, `prefix::*`, `prefix as rename`: `nested` for braces, `glob` for a star."""

    prefix: Path
    rename: Ident | None = None
    glob: bool = False
    nested: list[UseTree] | None = None


class Use(ItemBase, Record, eq=False, kw_only=True):
    tree: UseTree


class ExternCrate(ItemBase, Record, eq=False, kw_only=True):
    rename: Ident | None


class MacroRules(ItemBase, Record, eq=False, kw_only=True):
    """`macro_rules! name { trees }`, its rules not yet parsed. `modern`: it is `macro name { trees }`."""

    trees: list[TokenTree]
    modern: bool = False


class MacroItem(ItemBase, Record, eq=False, kw_only=True):
    """A macro call in item position."""

    call: MacroCall


Item: TypeAlias = (
    "Fn | Struct | Union | Enum_ | Impl | Trait | TypeAlias_ | Const | Static | Mod | Use | ExternCrate | ExternBlock |"
    " MacroRules | MacroItem"
)
AssocItem: TypeAlias = "Fn | TypeAlias_ | Const | MacroItem"


class Crate(Node, Record, eq=False, kw_only=True):
    """`late_errors`: those of syntax that are told only of what `cfg` leaves."""

    file: SourceFile
    attrs: list[Attribute]
    items: list[Item]
    late_errors: list[Diagnostic] = field(default_factory=list)
