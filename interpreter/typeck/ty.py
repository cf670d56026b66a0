"""Types, regions, constants and predicates, as rustc's `ty` has them. All are interned: equal means identical.

Generic arguments come in one flat tuple, parents' first; a trait's Self is argument 0. In bodies (THIR, MIR) regions are erased;
signatures, predicates and what the user wrote keep theirs, and borrowck makes fresh ones where it needs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from interpreter.hints import Any, ClassVar, TypeAlias, TypeVar
from interpreter.resolve.defs import Def

# What occurs somewhere within a type; `flags` is the union over its parts.
HAS_INFER = 1
"""A type, integer, float or const inference variable."""
HAS_PARAM = 2
"""A type or const parameter."""
HAS_REGION_VAR = 4
HAS_FREE_REGION = 8
"""Any region that is neither erased nor bound within."""
HAS_ALIAS = 16
"""A projection or an opaque type: something to normalise."""
HAS_BOUND = 32
"""A region bound by a Binder (here or further out)."""
HAS_ERROR = 64
HAS_REGION_PARAM = 128
HAS_ERASED = 256
"""An erased region."""

T = TypeVar("T")


_KINDS: set[type] = set()
"""The classes of interned data; asked in the place of `isinstance`, which is slow to say no."""


class _Interned:
    """Base of all interned data: `X(a, b)` gives the one object with these parts. Parts are read-only by convention; each is an
    attribute under the name that `fields` gives it, and `parts` has them all."""

    __slots__ = ("flags", "parts")
    fields: ClassVar[tuple[str, ...]] = ()
    own_flags: ClassVar[int] = 0
    _known: ClassVar[dict[tuple[object, ...], Any]]
    flags: int
    parts: tuple[Any, ...]

    def __init_subclass__(cls) -> None:
        cls._known = {}
        _KINDS.add(cls)

    def __new__(cls, *parts: object) -> Any:
        found = cls._known.get(parts)
        if found is None:
            found = object.__new__(cls)
            assert len(parts) == len(cls.fields), f"{cls.__name__} takes {cls.fields}"
            for name, value in zip(cls.fields, parts):
                setattr(found, name, value)
            found.parts = parts
            flags = cls.own_flags
            for part in parts:
                if type(part) in _KINDS:
                    flags |= part.flags  # type: ignore[attr-defined]
                elif type(part) is tuple:
                    flags |= _flags_of(part)
            found.flags = flags
            cls._known[parts] = found
        return found

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), self.parts)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(repr, self.parts))})"


def _flags_of(value: object) -> int:
    """The flags of interned data, or of all in a tuple."""
    if type(value) in _KINDS:
        return value.flags  # type: ignore[attr-defined, no-any-return]
    flags = 0
    if type(value) is tuple:
        for part in value:
            if type(part) in _KINDS:
                flags |= part.flags
            elif type(part) is tuple:
                flags |= _flags_of(part)
    return flags


# ------------------------------------------------------------------------------------------------ regions


class ReStatic(_Interned):
    __slots__ = ()
    own_flags = HAS_FREE_REGION


class ReErased(_Interned):
    __slots__ = ()
    own_flags = HAS_ERASED


class ReError(_Interned):
    __slots__ = ()
    own_flags = HAS_ERROR


class ReEarlyParam(_Interned):
    """A lifetime parameter among the generics: `index` into the generic arguments."""

    __slots__ = ("index", "name")
    fields = ("index", "name")
    own_flags = HAS_FREE_REGION | HAS_REGION_PARAM
    index: int
    name: str


class ReLateParam(_Interned):
    """A late-bound lifetime of the function `scope` seen from within its body; `name` is "'a" or "'1" for an elided one
    (`index` tells elided ones apart)."""

    __slots__ = ("index", "name", "scope")
    fields = ("scope", "index", "name")
    own_flags = HAS_FREE_REGION
    scope: Def
    index: int
    name: str


class ReBound(_Interned):
    """Bound by the `depth`-th Binder outwards (0 = innermost); `index` among its variables."""

    __slots__ = ("depth", "index", "name")
    fields = ("depth", "index", "name")
    own_flags = HAS_BOUND
    depth: int
    index: int
    name: str


class ReVar(_Interned):
    """A region variable of borrowck."""

    __slots__ = ("vid",)
    fields = ("vid",)
    own_flags = HAS_REGION_VAR | HAS_FREE_REGION
    vid: int


class RePlaceholder(_Interned):
    """Stands for any region when entering a Binder (`universe` > 0)."""

    __slots__ = ("index", "name", "universe")
    fields = ("universe", "index", "name")
    own_flags = HAS_FREE_REGION
    universe: int
    index: int
    name: str


Region: TypeAlias = "ReStatic | ReErased | ReError | ReEarlyParam | ReLateParam | ReBound | ReVar | RePlaceholder"
REGIONS = (ReStatic, ReErased, ReError, ReEarlyParam, ReLateParam, ReBound, ReVar, RePlaceholder)
RE_STATIC = ReStatic()
RE_ERASED = ReErased()

# ------------------------------------------------------------------------------------------------ constants


class ConstValue(_Interned):
    """An evaluated constant of type `ty`: int (also for char, as code point), bool."""

    __slots__ = ("ty", "value")
    fields = ("value", "ty")
    value: int | bool
    ty: Ty


class ConstParam(_Interned):
    __slots__ = ("index", "name")
    fields = ("index", "name")
    own_flags = HAS_PARAM
    index: int
    name: str


class ConstInfer(_Interned):
    __slots__ = ("vid",)
    fields = ("vid",)
    own_flags = HAS_INFER
    vid: int


class ConstUnevaluated(_Interned):
    """A constant item or anonymous constant still to be evaluated with `args`."""

    __slots__ = ("args", "def_")
    fields = ("def_", "args")
    own_flags = HAS_ALIAS
    def_: Def
    args: tuple[GenericArg, ...]


class ConstError(_Interned):
    __slots__ = ()
    own_flags = HAS_ERROR


Const: TypeAlias = "ConstValue | ConstParam | ConstInfer | ConstUnevaluated | ConstError"
CONSTS = (ConstValue, ConstParam, ConstInfer, ConstUnevaluated, ConstError)

# ------------------------------------------------------------------------------------------------ types


class Prim(_Interned):
    """A primitive: the integers, `f32`, `f64`, `bool`, `char`, `str`, and `!`."""

    __slots__ = ("name",)
    fields = ("name",)
    name: str


class Adt(_Interned):
    """A struct, enum or union with its arguments."""

    __slots__ = ("args", "def_")
    fields = ("def_", "args")
    def_: Def
    args: tuple[GenericArg, ...]


class Ref(_Interned):
    __slots__ = ("mutable", "region", "ty")
    fields = ("region", "ty", "mutable")
    region: Region
    ty: Ty
    mutable: bool


class RawPtr(_Interned):
    __slots__ = ("mutable", "ty")
    fields = ("ty", "mutable")
    ty: Ty
    mutable: bool


class Tuple(_Interned):
    __slots__ = ("elems",)
    fields = ("elems",)
    elems: tuple[Ty, ...]


class Array(_Interned):
    __slots__ = ("elem", "len")
    fields = ("elem", "len")
    elem: Ty
    len: Const


class Slice(_Interned):
    __slots__ = ("elem",)
    fields = ("elem",)
    elem: Ty


class FnSig(_Interned):
    """`inputs` -> `output`; not a type itself."""

    __slots__ = ("abi", "inputs", "output", "unsafe")
    fields = ("inputs", "output", "unsafe", "abi")
    inputs: tuple[Ty, ...]
    output: Ty
    unsafe: bool
    abi: str

    @property
    def is_fn_trait_compatible(self) -> bool:
        """Whether functions of this signature implement the Fn traits."""
        return not self.unsafe and self.abi == "Rust"


def safe_sig(inputs: tuple[Ty, ...], output: Ty) -> FnSig:
    """The signature of a safe function of Rust's own ABI."""
    return FnSig(inputs, output, False, "Rust")  # type: ignore[no-any-return]


class Binder(_Interned):
    """`for<bound> value`: the names of the bound regions (ReBound(0, i, name) within `value`)."""

    __slots__ = ("bound", "value")
    fields = ("value", "bound")
    value: Any
    bound: tuple[str, ...]


class FnDef(_Interned):
    """The zero-sized type of one function item or constructor (`def_` a fn, tuple struct or tuple variant) with early-bound
    `args`.
    """

    __slots__ = ("args", "def_")
    fields = ("def_", "args")
    def_: Def
    args: tuple[GenericArg, ...]


class FnPtr(_Interned):
    """`sig`: Binder of FnSig."""

    __slots__ = ("sig",)
    fields = ("sig",)
    sig: Binder


class Closure(_Interned):
    """A closure expression's type: `def_` of kind CLOSURE; `args` are those of the function around it. Its kind, signature and
    captures are in the `TypeckResults` of that function (`closures[def_]`)."""

    __slots__ = ("args", "def_")
    fields = ("def_", "args")
    def_: Def
    args: tuple[GenericArg, ...]


class ExistentialProjection(_Interned):
    """`Item = term` of a trait object; `args` without Self."""

    __slots__ = ("args", "assoc", "term")
    fields = ("assoc", "args", "term")
    assoc: Def
    args: tuple[GenericArg, ...]
    term: Ty


class ExistentialTraitRef(_Interned):
    """A trait with its arguments but without Self."""

    __slots__ = ("args", "trait")
    fields = ("trait", "args")
    trait: Def
    args: tuple[GenericArg, ...]


class Dynamic(_Interned):
    """`dyn Principal<.., Assoc = T> + Auto + 'r`. `principal`: Binder of ExistentialTraitRef or None; `projections`: Binders of
    ExistentialProjection; `autos` sorted by path."""

    __slots__ = ("autos", "principal", "projections", "region")
    fields = ("principal", "projections", "autos", "region")
    principal: Binder | None
    projections: tuple[Binder, ...]
    autos: tuple[Def, ...]
    region: Region


class Param(_Interned):
    """A type parameter; `Self` of a trait is Param(0, "Self")."""

    __slots__ = ("index", "name")
    fields = ("index", "name")
    own_flags = HAS_PARAM
    index: int
    name: str


class Alias(_Interned):
    """`<args[0] as Trait<args[1..]>>::def_` (def_ an ASSOC_TY), or an opaque type (def_ an OPAQUE_TY)."""

    __slots__ = ("args", "def_")
    fields = ("def_", "args")
    own_flags = HAS_ALIAS
    def_: Def
    args: tuple[GenericArg, ...]


class Infer(_Interned):
    """An inference variable; `kind` is "ty", "int" or "float"."""

    __slots__ = ("kind", "vid")
    fields = ("kind", "vid")
    own_flags = HAS_INFER
    kind: str
    vid: int


class ErrorTy(_Interned):
    """The type of what was already reported; fits everything."""

    __slots__ = ()
    own_flags = HAS_ERROR


Ty: TypeAlias = (
    "Prim | Adt | Ref | RawPtr | Tuple | Array | Slice | FnDef | FnPtr | Closure | Dynamic | Param | Alias | Infer | ErrorTy"
)
GenericArg: TypeAlias = "Ty | Region | Const"
Args: TypeAlias = "tuple[GenericArg, ...]"

INT_BITS = {
    "i8": 8, "i16": 16, "i32": 32, "i64": 64, "i128": 128, "isize": 64,
    "u8": 8, "u16": 16, "u32": 32, "u64": 64, "u128": 128, "usize": 64,
}  # fmt: skip
PRIM: dict[str, Prim] = {name: Prim(name) for name in (*INT_BITS, "f32", "f64", "bool", "char", "str", "!")}
I32, U8, USIZE, ISIZE, F64 = PRIM["i32"], PRIM["u8"], PRIM["usize"], PRIM["isize"], PRIM["f64"]
BOOL, CHAR, STR, NEVER = PRIM["bool"], PRIM["char"], PRIM["str"], PRIM["!"]
UNIT = Tuple(())
ERROR = ErrorTy()


def is_integral(ty: Ty) -> bool:
    """An integer type or an integer inference variable."""
    return (isinstance(ty, Prim) and ty.name in INT_BITS) or (isinstance(ty, Infer) and ty.kind == "int")


def is_float(ty: Ty) -> bool:
    return (isinstance(ty, Prim) and ty.name in ("f32", "f64")) or (isinstance(ty, Infer) and ty.kind == "float")


def is_signed(ty: Ty) -> bool:
    return isinstance(ty, Prim) and ty.name[0] == "i" and ty.name in INT_BITS


def int_range(name: str) -> tuple[int, int]:
    """The least and the greatest value of an integer type."""
    bits = INT_BITS[name]
    return (-(1 << bits - 1), (1 << bits - 1) - 1) if name[0] == "i" else (0, (1 << bits) - 1)


# ------------------------------------------------------------------------------------------------ predicates


class TraitRef(_Interned):
    """`args[0]: trait<args[1..]>`."""

    __slots__ = ("args", "trait")
    fields = ("trait", "args")
    trait: Def
    args: tuple[GenericArg, ...]

    @property
    def self_ty(self) -> Ty:
        return self.args[0]  # type: ignore[return-value]


class TraitPredicate(_Interned):
    __slots__ = ("trait_ref",)
    fields = ("trait_ref",)
    trait_ref: TraitRef


class ProjectionPredicate(_Interned):
    """`alias == term`."""

    __slots__ = ("alias", "term")
    fields = ("alias", "term")
    alias: Alias
    term: Ty


class TypeOutlives(_Interned):
    __slots__ = ("region", "ty")
    fields = ("ty", "region")
    ty: Ty
    region: Region


class RegionOutlives(_Interned):
    """`longer: shorter`."""

    __slots__ = ("longer", "shorter")
    fields = ("longer", "shorter")
    longer: Region
    shorter: Region


class WellFormed(_Interned):
    __slots__ = ("arg",)
    fields = ("arg",)
    arg: Ty


class DynCompatible(_Interned):
    """`dyn trait` may exist."""

    __slots__ = ("trait",)
    fields = ("trait",)
    trait: Def


class Subtype(_Interned):
    """A type of which a sub- or supertype was asked while it had unknown parts: these would stay apart in rustc, here they are
    the same. It holds as soon as all is known; what stays unknown is told where this was asked."""

    __slots__ = ("ty",)
    fields = ("ty",)
    ty: Ty


PredicateKind: TypeAlias = (
    "TraitPredicate | ProjectionPredicate | TypeOutlives | RegionOutlives | WellFormed | DynCompatible | Subtype"
)
Predicate: TypeAlias = Binder
"""A Binder (often with no bound regions) of a PredicateKind."""


# ------------------------------------------------------------------------------------------------ folding


Fold: TypeAlias = Callable[[Any], Any]


def map_parts(value: Any, fold: Fold, mask: int = -1, fold_binder: Fold | None = None) -> Any:
    """`value` with `fold` applied to each of its direct parts (types, regions, constants, nested data; tuples elementwise), or to
    those of them that have a flag of `mask`.

    `fold_binder`, if given, is used for Binders instead of `fold`, for folders that count binder depth.
    """
    if type(value) is tuple:
        return _map_tuple(value, fold, mask, fold_binder)
    parts = value.parts
    new = _map_tuple(parts, fold, mask, fold_binder)
    if new is parts:
        return value
    kind = type(value)
    return kind._known.get(new) or kind(*new)


def _map_tuple(parts: tuple[Any, ...], fold: Fold, mask: int, fold_binder: Fold | None) -> tuple[Any, ...]:
    """map_parts of a tuple, elementwise; the tuple itself if nothing changes."""
    new: list[Any] | None = None
    for i, part in enumerate(parts):
        if type(part) is tuple:
            if not part:
                continue
            got = _map_tuple(part, fold, mask, fold_binder)
        elif type(part) in _KINDS:
            if not part.flags & mask and mask != -1:
                continue
            got = fold_binder(part) if fold_binder is not None and type(part) is Binder else fold(part)
        else:
            continue
        if got is not part:
            if new is None:
                new = list(parts)
            new[i] = got
    return parts if new is None else tuple(new)


Replace: TypeAlias = Callable[[Any, int], Any]
"""What becomes of a part under so many binders."""


def fold(value: T, mask: int, leaves: frozenset[type[Any]], replace: Replace, cache: dict[Any, Any] | None) -> T:
    """Interned data, or each in a tuple, with the parts whose class is among `leaves` replaced; only what has one of the flags in
    `mask` is looked into. `cache` (an empty one) is for a `replace` that gives the same for the same: what stands in several
    places is then looked into once.
    """
    if type(value) is tuple:
        return _fold_tuple(value, mask, leaves, replace, 0, cache)  # type: ignore[return-value, arg-type]
    kind: Any = type(value)
    if kind in leaves:
        return replace(value, 0)  # type: ignore[no-any-return]
    parts = value.parts  # type: ignore[attr-defined]
    folded = _fold_tuple(parts, mask, leaves, replace, 1 if kind is Binder else 0, cache)
    return value if folded is parts else kind._known.get(folded) or kind(*folded)


def _fold_tuple(
    parts: tuple[Any, ...], mask: int, leaves: frozenset[type[Any]], replace: Replace, depth: int, cache: dict[Any, Any] | None
) -> tuple[Any, ...]:
    """`fold` of each in a tuple under `depth` binders; the tuple itself if nothing changes."""
    new: list[Any] | None = None
    for i, part in enumerate(parts):
        kind = type(part)
        got: Any
        if kind is tuple:
            if not part:
                continue
            got = _fold_tuple(part, mask, leaves, replace, depth, cache)
        elif kind in _KINDS:
            if not part.flags & mask:
                continue
            if kind in leaves:
                got = replace(part, depth)
            elif cache is None or (got := cache.get(part)) is None:
                inner = part.parts
                if kind is Binder:
                    folded = _fold_tuple(inner, mask, leaves, replace, depth + 1, None if cache is None else {})
                else:
                    folded = _fold_tuple(inner, mask, leaves, replace, depth, cache)
                got = part if folded is inner else kind._known.get(folded) or kind(*folded)
                if cache is not None:
                    cache[part] = got
        else:
            continue
        if got is not part:
            if new is None:
                new = list(parts)
            new[i] = got
    return parts if new is None else tuple(new)


_HAS_ANY_PARAM = HAS_PARAM | HAS_REGION_PARAM
_PARAMS = frozenset((Param, ReEarlyParam, ConstParam))
BOUND = frozenset((ReBound,))
VARIABLES = frozenset((Infer, ConstInfer))


def subst(value: T, args: Args) -> T:
    """`value` with its parameters (types, constants, early regions) replaced by `args`."""
    if not _flags_of(value) & _HAS_ANY_PARAM:
        return value

    def replace(part: Any, depth: int) -> Any:
        if part.index >= len(args):
            return part
        return shift_bound(args[part.index], depth) if depth else args[part.index]

    return fold(value, _HAS_ANY_PARAM, _PARAMS, replace, {})


def shift_bound(value: T, by: int) -> T:
    """`value` moved under `by` more binders."""
    if by == 0 or not _flags_of(value) & HAS_BOUND:
        return value

    def shift(part: ReBound, depth: int) -> ReBound:
        return ReBound(part.depth + by, part.index, part.name) if part.depth >= depth else part

    return fold(value, HAS_BOUND, BOUND, shift, {})


def instantiate_bound(binder: Binder, region_of: Callable[[int, str], Region]) -> Any:
    """The value of a Binder with each bound region replaced by `region_of(index, name)`."""
    if not _flags_of(binder.value) & HAS_BOUND:
        return binder.value
    made: dict[int, Region] = {}

    def replace(part: ReBound, depth: int) -> Region:
        if part.depth != depth:
            return part if part.depth < depth else ReBound(part.depth - 1, part.index, part.name)
        if part.index not in made:
            made[part.index] = region_of(part.index, part.name)
        return shift_bound(made[part.index], depth)

    return fold(binder.value, HAS_BOUND, BOUND, replace, {})


_HAS_REGION = HAS_FREE_REGION | HAS_REGION_VAR | HAS_BOUND | HAS_ERASED | HAS_ERROR
_REGION_KINDS = frozenset(REGIONS)


def map_regions(value: T, replace: Callable[[Region], Region]) -> T:
    """`value` with every region that isn't bound within it (erased ones too) replaced, each by itself."""
    if not _flags_of(value) & _HAS_REGION:
        return value

    def free(part: Region, depth: int) -> Region:
        return part if type(part) is ReBound and part.depth < depth else replace(part)

    return fold(value, _HAS_REGION, _REGION_KINDS, free, None)


_erased: dict[Any, Any] = {}


def erase_regions(value: T) -> T:
    """`value` with all free regions erased (bound ones are kept)."""
    if not _flags_of(value) & (HAS_FREE_REGION | HAS_REGION_VAR):
        return value
    erased = _erased.get(value)
    if erased is None:
        erased = _erased[value] = map_regions(value, lambda r: r if isinstance(r, ReBound) else RE_ERASED)
    return erased


def walk(value: Any) -> Iterable[Any]:
    """Every interned part of `value`, itself first, outside in."""
    stack = [value]
    while stack:
        part = stack.pop()
        if type(part) is tuple:
            stack += part[::-1]
        elif type(part) in _KINDS:
            yield part
            stack += part.parts[::-1]


def dummy_binder(value: Any) -> Binder:
    """A Binder that binds nothing."""
    return Binder(shift_bound(value, 1), ())  # type: ignore[no-any-return]
