"""What the queries of the type context answer with: generics, ADTs, associated items, parameter environments, layouts.

All plain data, made once by collect.py, layout.py and the trait system, read by every later stage (rustc: `ty::Generics`,
`ty::AdtDef`, `ty::AssocItem`, `ty::ParamEnv`, `rustc_abi::Layout`).
"""

from __future__ import annotations

from interpreter.enums import Enum
from interpreter.hints import TYPE_CHECKING, ClassVar
from interpreter.records import Record, field
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax.ast import Fn, ParamKind, TypeAlias_, VariantKind
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


class GenericParamDef(Record, frozen=True, eq=False):
    """One early-bound parameter. `index` is its place in the flat argument list (parents' parameters come first).

    `synthetic`: the anonymous type parameter of an `impl Trait` in argument position. `def_` is a made-up Def for those and for
    the anonymous lifetimes of an impl header.
    """

    def_: Def
    name: str
    index: int
    kind: ParamKind
    has_default: bool = False
    synthetic: bool = False

    def to_arg(self) -> t.GenericArg:
        """The parameter as an argument (rustc: `mk_param_from_def`)."""
        if self.kind is ParamKind.LIFETIME:
            return t.ReEarlyParam(self.index, self.name)  # type: ignore[no-any-return]
        if self.kind is ParamKind.TYPE:
            return t.Param(self.index, self.name)  # type: ignore[no-any-return]
        return t.ConstParam(self.index, self.name)  # type: ignore[no-any-return]


class Generics(Record, frozen=True, eq=False):
    """The early-bound parameters of a definition: `params` are its own, those of `parent` come before.

    `has_self`: parameter 0 is a trait's Self (own or the parent's). `late_bound`: the late-bound lifetimes of a function,
    named ones first (as GenericParam nodes), which fn_sig's Binder binds; elided ones follow them there.
    """

    def_: Def
    parent: Generics | None
    params: tuple[GenericParamDef, ...]
    parent_count: int
    has_self: bool
    late_bound: tuple[object, ...] = ()

    @property
    def count(self) -> int:
        return self.parent_count + len(self.params)

    def all_params(self) -> list[GenericParamDef]:
        """Every parameter in argument order."""
        return [*(self.parent.all_params() if self.parent is not None else ()), *self.params]

    def param_at(self, index: int) -> GenericParamDef:
        """The parameter with this argument index."""
        here = self
        while index < here.parent_count:
            assert here.parent is not None
            here = here.parent
        return here.params[index - here.parent_count]


class AdtKind(Enum):
    STRUCT = "struct"
    ENUM = "enum"
    UNION = "union"


class AdtField(Record, eq=False):
    """A field; its type is asked lazily: `field.ty(tcx, args)`."""

    def_: Def
    name: str

    def ty(self, tcx: TyCtxt, args: t.Args) -> t.Ty:
        """The field's type with the ADT's arguments put in; not normalised."""
        return t.subst(tcx.type_of(self.def_), args)


class VariantDef(Record, eq=False):
    """A variant, or a struct's or union's only one. `def_` is the Variant's or the struct's Def; `index` counts from 0.

    `recovered`: there may be more fields, which a syntax error hides.
    """

    def_: Def
    name: str
    kind: VariantKind
    fields: list[AdtField]
    index: int
    recovered: bool = False

    def field_named(self, name: str) -> int | None:
        """The index of a field by name."""
        for i, f in enumerate(self.fields):
            if f.name == name:
                return i
        return None


class ReprOptions(Record, eq=False):
    """`#[repr(...)]`: `int_` is the discriminant type's name, `align`/`pack` in bytes."""

    c: bool = False
    transparent: bool = False
    int_: str | None = None
    align: int | None = None
    pack: int | None = None


class AdtDef(Record, eq=False):
    """A struct, enum or union."""

    def_: Def
    kind: AdtKind
    variants: list[VariantDef]
    repr: ReprOptions
    _discriminants: list[int] | None = None

    @property
    def is_struct(self) -> bool:
        return self.kind is AdtKind.STRUCT

    @property
    def is_enum(self) -> bool:
        return self.kind is AdtKind.ENUM

    @property
    def is_union(self) -> bool:
        return self.kind is AdtKind.UNION

    @property
    def non_enum_variant(self) -> VariantDef:
        """The variant of a struct or union."""
        return self.variants[0]

    def variant_of(self, def_: Def) -> VariantDef:
        """The variant that a Variant or struct Def stands for."""
        for variant in self.variants:
            if variant.def_ is def_:
                return variant
        return self.variants[0]

    def all_fields(self) -> list[AdtField]:
        return [f for v in self.variants for f in v.fields]


class AssocKind(Enum):
    FN = "fn"
    CONST = "const"
    TYPE = "type"


ASSOC_KINDS = {DefKind.ASSOC_FN: AssocKind.FN, DefKind.ASSOC_CONST: AssocKind.CONST, DefKind.ASSOC_TY: AssocKind.TYPE}


class AssocItem(Record, eq=False):
    """An item of a trait or impl. `container` is that trait or impl.

    `trait_item`: for an item of a trait's impl, the trait's item that it implements (None if there is none such).
    """

    def_: Def
    name: str
    kind: AssocKind
    container: Def
    trait_item: Def | None = None

    @property
    def has_value(self) -> bool:
        """A body, value or type is given here."""
        node = self.def_.node
        match node:
            case Fn():
                return node.body is not None or "intrinsic" in self.def_.attrs
            case TypeAlias_():
                return node.ty is not None
            case _:
                return getattr(node, "expr", None) is not None

    @property
    def has_self(self) -> bool:
        """A method that can be called with a dot."""
        return getattr(self.def_.node, "self_param", None) is not None


class TraitDef(Record, eq=False):
    """Facts about a trait: `auto` trait, `unsafe`, `#[fundamental]`, `#[marker]`."""

    def_: Def
    auto: bool
    unsafe: bool
    fundamental: bool


class ParamEnv:
    """What may be assumed within an item: its predicates with all supertraits spelt out (rustc: `ParamEnv`).

    Equal environments are the same object, so that caches can be keyed by it. `caller_bounds` is in declaration order,
    what elaboration adds comes after what it follows from.
    """

    __slots__ = ("caller_bounds", "outlives", "projections", "traits")
    _interned: ClassVar[dict[tuple[t.Predicate, ...], ParamEnv]] = {}
    caller_bounds: tuple[t.Predicate, ...]
    traits: dict[Def, list[t.Binder]]
    """Trait -> Binders of TraitRef."""
    projections: dict[Def, list[t.Binder]]
    """Associated type -> Binders of ProjectionPredicate."""
    outlives: list[t.Predicate]

    def __new__(cls, caller_bounds: tuple[t.Predicate, ...]) -> ParamEnv:
        found = cls._interned.get(caller_bounds)
        if found is None:
            found = object.__new__(cls)
            found.caller_bounds = caller_bounds
            found.traits, found.projections, found.outlives = {}, {}, []
            for predicate in caller_bounds:
                kind = predicate.value
                if isinstance(kind, t.TraitPredicate):
                    found.traits.setdefault(kind.trait_ref.trait, []).append(t.Binder(kind.trait_ref, predicate.bound))
                elif isinstance(kind, t.ProjectionPredicate):
                    found.projections.setdefault(kind.alias.def_, []).append(predicate)
                elif isinstance(kind, (t.TypeOutlives, t.RegionOutlives)):
                    found.outlives.append(predicate)
            cls._interned[caller_bounds] = found
        return found


EMPTY_ENV = ParamEnv(())


class Variance(Enum):
    """How a type parameter's subtyping carries over to the type."""

    COVARIANT = "+"
    CONTRAVARIANT = "-"
    INVARIANT = "o"
    BIVARIANT = "*"

    def xform(self, inner: Variance) -> Variance:
        """The variance of a position of variance `inner` within a position of this variance (rustc: `Variance::xform`)."""
        if self is Variance.COVARIANT:
            return inner
        if self is Variance.CONTRAVARIANT:
            return _FLIP[inner]
        if self is Variance.INVARIANT:
            return Variance.INVARIANT if inner is not Variance.BIVARIANT else Variance.BIVARIANT
        return Variance.BIVARIANT


_FLIP = {
    Variance.COVARIANT: Variance.CONTRAVARIANT,
    Variance.CONTRAVARIANT: Variance.COVARIANT,
    Variance.INVARIANT: Variance.INVARIANT,
    Variance.BIVARIANT: Variance.BIVARIANT,
}


class Niche(Record, frozen=True):
    """Bit patterns that a valid value never has: at `offset`, `size` bytes hold values in `valid_start..=valid_end` (may
    wrap)."""

    offset: int
    size: int
    valid_start: int
    valid_end: int

    @property
    def available(self) -> int:
        """How many invalid values there are."""
        return (self.valid_start - self.valid_end - 1) & ((1 << 8 * self.size) - 1)


class Layout(Record, frozen=True, eq=False):
    """Size and alignment in bytes; `offsets[i]` of field i in source order (elements of arrays: see `stride`).

    Unsized types have the size of their sized prefix and `unsized` set. Enums: `variants` has a Layout for each, `tag` says how
    they are told apart: (offset, size in bytes) of the tag or niche, None for at most one inhabited variant. `niche` is the
    largest one left over. `niche_encoded`: `untagged_variant` is the variant without a niche value of its own. `opaque`: where
    the fields lie isn't known.
    """

    size: int
    align: int
    offsets: tuple[int, ...] = ()
    niche: Niche | None = None
    unsized: bool = False
    uninhabited: bool = False
    variants: tuple[Layout, ...] = ()
    tag: tuple[int, int] | None = None
    niche_encoded: bool = False
    untagged_variant: int | None = None
    stride: int | None = None
    scalar: bool = False
    opaque: bool = False


class ImplSourceKind(Enum):
    IMPL = "impl"
    PARAM = "param"
    BUILTIN = "builtin"
    OBJECT = "object"
    CLOSURE = "closure"
    FN_POINTER = "fn pointer"
    AUTO = "auto"
    PROJECTION = "alias bound"
    UNSIZE = "unsizing"


class ImplSource(Record, frozen=True):
    """Which implementation was selected (rustc: `ImplSource`). `impl` and its `args` for IMPL."""

    kind: ImplSourceKind
    impl: Def | None = None
    args: t.Args = ()


class TraitImpls(Record, eq=False):
    """All impls of a trait found so far: `blanket` have a type parameter as Self, others stand under their simplified self
    type."""

    blanket: list[Def] = field(default_factory=list)
    by_self: dict[object, list[Def]] = field(default_factory=dict)

    def all(self) -> list[Def]:
        """Every impl, in no particular order beyond: blanket ones first."""
        return [*self.blanket, *(d for impls in self.by_self.values() for d in impls)]
