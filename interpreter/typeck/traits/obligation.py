"""Obligations: predicates to be proved, with the reason for which they must hold (rustc_infer::traits)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.enums import Enum
from interpreter.hints import TypeAlias
from interpreter.records import Record, field
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.defs import EMPTY_ENV, ParamEnv


class WhereClause(Record, frozen=True):
    """Required by a bound of `item`, written at `span` ("required by a bound in `f`"). `index` counts in predicates_of(item)."""

    item: Def
    span: Span
    index: int = 0


class ImplDerived(Record, frozen=True):
    """Required for `parent` (a Binder of TraitPredicate) to hold by way of `impl`, at the bound `span` of it. `index` counts in
    predicates_of(impl)."""

    parent: t.Predicate
    parent_cause: ObligationCause
    impl: Def
    span: Span
    index: int


class BuiltinDerived(Record, frozen=True):
    """Required because it appears within the type that `parent` is about (auto traits, Sized, Copy of tuples)."""

    parent: t.Predicate
    parent_cause: ObligationCause


class MiscCause(Enum):
    """Other reasons, in the words of rustc's notes where they have any."""

    MISC = ""
    SIZED_ARGUMENT = "all function arguments must have a statically known size"
    SIZED_RETURN = "the return type of a function must have a statically known size"
    SIZED_LOCAL = "all local variables must have a statically known size"
    SIZED_CALL_RETURN = "the return type of a function must have a statically known size "
    SIZED_FIELD = "only the last field of a struct may have a dynamically sized type"
    SIZED_CONST = "statics and constants must have a statically known size"
    SIZED_ENUM_FIELD = "no field of an enum variant may have a dynamically sized type"
    SLICE_ELEM = "slice and array elements must have `Sized` type"
    TUPLE_ELEM = "only the last element of a tuple may have a dynamically sized type"
    TUPLE_INIT = "tuples must have a statically known size to be initialized"
    REPEAT_ELEM = "the `Copy` trait is required because this value will be copied for each element of the array"
    SHARED_STATIC = "shared static variables must have a type that implements `Sync`"
    STRUCT_INIT = "structs must have a statically known size to be initialized"
    QUESTION_MARK = "the question mark operation (`?`) implicitly performs a conversion on the error value"
    COERCION = "required for the cast"
    WELL_FORMED = "well-formedness"
    MAIN_RETURN = "consider using `()`, or a `Result`"


class FnArgument(Record, frozen=True):
    """Argument `arg_span` of the call of `callee` (whose expression is at `callee_span`) gives rise to it ("required by a bound
    introduced by this call"); `parent` is the WhereClause itself. `tail`: what is said of the value of a block.
    `receiver`: the receiver of a method; what is about all of it is told at the method's name."""

    callee_span: Span
    parent: CauseCode
    tail: Label | None = None
    receiver: Span | None = None


class ObjectCast(Record, frozen=True):
    """Required for the cast from `source` to the trait object `target` (the types behind the pointers)."""

    source: t.Ty
    target: t.Ty


CauseCode: TypeAlias = "WhereClause | ImplDerived | BuiltinDerived | MiscCause | FnArgument | ObjectCast"


class ObligationCause(Record, frozen=True):
    """Where (`span`) and why an obligation arose. `body` is the item checked, for what it is called in messages."""

    span: Span
    code: CauseCode = MiscCause.MISC
    body: Def | None = None

    def root_code(self) -> CauseCode:
        """The cause at the bottom of a chain of derived ones."""
        here: ObligationCause = self
        while isinstance(here.code, (ImplDerived, BuiltinDerived)):
            here = here.code.parent_cause
        return here.code


class Obligation(Record, eq=False):
    """`predicate` is to be proved in `param_env`; `depth` counts how many obligations it was derived through (E0275)."""

    predicate: t.Predicate
    cause: ObligationCause
    param_env: ParamEnv = EMPTY_ENV
    depth: int = 0


class ErrorKind(Enum):
    UNIMPLEMENTED = "unimplemented"
    """No implementation: E0277 (or for a projection: its trait does not hold)."""
    MISMATCHED_PROJECTION = "type mismatch resolving"
    """E0271: `type_error` says how."""
    SIGNATURE_MISMATCH = "closure or function signature mismatch"
    """E0631/E0593: `type_error` of the arguments."""
    CLOSURE_KIND = "expected a closure that implements `Fn`"
    """E0525."""
    AMBIGUITY = "ambiguous"
    """E0282/E0283/E0284."""
    OVERFLOW = "overflow"
    """E0275."""
    NOT_DYN_COMPATIBLE = "not dyn compatible"
    """E0038."""
    CONST = "constant"


class FulfillmentError(Record, eq=False):
    """`obligation` can't be proved; `root` is the one from which it was derived (often itself)."""

    obligation: Obligation
    kind: ErrorKind
    root: Obligation
    type_error: object = None
    details: tuple[object, ...] = field(default_factory=tuple)
