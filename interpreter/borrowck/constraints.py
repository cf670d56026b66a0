"""Outlives constraints between region variables, with where and why they arose (rustc_borrowck::constraints).

Regions are numbered (`RegionVid`): the universal ones first, from `'static` = 0 on, then placeholders and existential ones as
they come.
"""

from __future__ import annotations

from interpreter.enums import Enum
from interpreter.hints import TypeAlias
from interpreter.mir.body import Location
from interpreter.records import Record
from interpreter.source import Span
from interpreter.typeck import ty as t

RegionVid: TypeAlias = int
STATIC: RegionVid = 0


class Category(Enum):
    """Why a constraint arose (rustc: `ConstraintCategory`)."""

    RETURN = "return"
    USE_AS_CONST = "use as const"
    USE_AS_STATIC = "use as static"
    TYPE_ANNOTATION = "type annotation"
    GENERIC_ARG = "generic argument"
    CAST = "cast"
    COERCION = "coercion"
    CALL_ARGUMENT = "argument"
    COPY_BOUND = "copy bound"
    SIZED_BOUND = "sized bound"
    ASSIGNMENT = "assignment"
    USAGE = "usage"
    OPAQUE_TYPE = "opaque type"
    CLOSURE_UPVAR = "closure capture"
    PREDICATE = "predicate"
    BORING = "boring"
    BORING_NO_LOCATION = "boring, no location"
    INTERNAL = "internal"
    UNNAMEABLE_PLACEHOLDER = "unnameable placeholder"

    @property
    def description(self) -> str:
        """How a message begins that blames it; empty for what isn't worth a word."""
        return _DESCRIPTIONS.get(self, "")


_DESCRIPTIONS = {
    Category.RETURN: "returning this value ",
    Category.USE_AS_CONST: "using this value as a constant ",
    Category.USE_AS_STATIC: "using this value as a static ",
    Category.TYPE_ANNOTATION: "type annotation ",
    Category.GENERIC_ARG: "generic argument ",
    Category.CAST: "cast ",
    Category.COERCION: "coercion ",
    Category.CALL_ARGUMENT: "argument ",
    Category.COPY_BOUND: "copying this value ",
    Category.SIZED_BOUND: "proving this value is `Sized` ",
    Category.ASSIGNMENT: "assignment ",
    Category.USAGE: "this usage ",
    Category.OPAQUE_TYPE: "opaque type ",
    Category.CLOSURE_UPVAR: "closure capture ",
}


class OutlivesConstraint(Record, eq=False):
    """`sup: sub`. `location` None: it holds for the whole body. `detail`: the function's type for CALL_ARGUMENT, the
    predicate's span for PREDICATE, the field for CLOSURE_UPVAR, the target type for COERCION, the placeholder for
    UNNAMEABLE_PLACEHOLDER.
    `variance`: ("&mut" type or ADT, parameter) if invariance made it. `desugared`: a closure left it to be met because of
    something that a desugaring made."""

    sup: RegionVid
    sub: RegionVid
    location: Location | None
    span: Span
    category: Category
    detail: object = None
    from_closure: bool = False
    variance: VarianceInfo | None = None
    desugared: bool = False


class VarianceInfo(Record, frozen=True):
    """Two regions had to be equal because `ty` is invariant over its parameter number `param`."""

    ty: t.Ty
    param: int


class Origin(Enum):
    """Where a region variable comes from (rustc: `NllRegionVariableOrigin`)."""

    FREE = "free"
    PLACEHOLDER = "placeholder"
    EXISTENTIAL = "existential"


class RegionDefinition(Record, eq=False):
    """`external_name`: what a universal region (or placeholder) is called outside of borrowck, if it is called anything."""

    origin: Origin
    universe: int = 0
    external_name: t.Region | None = None


class TypeTest(Record, eq=False):
    """`kind: lower_bound` (a parameter, or an alias that could not be normalised)."""

    kind: t.Ty
    lower_bound: RegionVid
    location: Location | None
    span: Span


class ClosureRequirement(Record, frozen=True):
    """What a closure's body requires of its creator: `subject: outlived`. Regions are numbers of the closure's external regions;
    `subject` may be a type in terms of them."""

    subject: RegionVid | t.Ty
    outlived: RegionVid
    span: Span
    category: Category
    detail: object = None
    desugared: bool = False


class ClosureRequirements(Record, frozen=True):
    """`n_external`: how many external regions the closure has, in the order of `external_regions` of the closure's type."""

    n_external: int
    requirements: tuple[ClosureRequirement, ...]
