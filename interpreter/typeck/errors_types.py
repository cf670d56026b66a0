"""Why types don't fit, in rustc's words (rustc_middle::ty::error): in messages about bodies, bounds and items."""

from __future__ import annotations

from collections.abc import Callable

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import pretty_ty
from interpreter.typeck import ty as t
from interpreter.typeck.relate import TypeError_, TypeErrorKind

if TYPE_CHECKING:
    from interpreter.typeck.infer import InferCtxt

_WIDTH = 40


def sort_string(infcx: InferCtxt, ty: Any, *, trim: bool = True) -> str:
    """A type in "expected .., found .." (rustc: `Ty::sort_string`), with the last name of every path only or with whole paths."""
    ty = infcx.resolve_vars_if_possible(ty) if isinstance(ty, t._Interned) else ty
    match ty:
        case t.Infer(kind="int"):
            return "integer"
        case t.Infer(kind="float"):
            return "floating-point number"
        case t.Infer():
            return "inferred type"
        case t.FnDef(def_=def_):
            if def_.kind is DefKind.STRUCT:
                return "struct constructor"
            return "enum constructor" if def_.kind is DefKind.VARIANT else "fn item"
        case t.FnPtr():
            return "fn pointer"
        case t.Closure(def_=def_) if not pretty_ty.is_async_closure(def_):
            return "`async` block" if isinstance(def_.node, ast.Closure) and def_.node.async_ else "closure"
        case t.Dynamic(principal=principal) if principal is not None:
            return f"`dyn {principal.value.trait.name}`"
        case t.Dynamic():
            return "trait object"
        case t.Param(name=name):
            return f"type parameter `{name}`"
        case t.Alias(def_=def_):
            return _alias_word(infcx, def_)
        case t.Adt(def_=def_, args=args) if infcx.tcx.is_lang_item(def_, "async_block_type"):
            return "`async` closure body" if _takes_params(args[0]) else "`async` block"
        case t.ErrorTy():
            return "type error"
        case _:
            return f"`{pretty_ty.string_with_limit(infcx.tcx, ty, _WIDTH, trim=trim)}`"


def _takes_params(closure: object) -> bool:
    """Whether an `async` block is the body of an `async` closure."""
    return isinstance(closure, t.Closure) and isinstance(closure.def_.node, ast.Closure) and closure.def_.node.takes_params


def is_future(infcx: InferCtxt, ty: t.Ty) -> bool:
    """Whether it is an `async` block or what an `async fn` gives."""
    return sort_string(infcx, ty) in ("future", "`async` block")


def _alias_word(infcx: InferCtxt, def_: Def) -> str:
    """rustc: `Ty::sort_string` of an alias."""
    if def_.kind is not DefKind.OPAQUE_TY:
        return "associated type"
    kinds = [predicate.value for predicate, _ in infcx.tcx.item_bounds(def_)]
    traits = [kind.trait_ref.trait for kind in kinds if isinstance(kind, t.TraitPredicate)]
    return "future" if any(infcx.tcx.is_lang_item(trait, "future_trait") for trait in traits) else "opaque type"


def describe(infcx: InferCtxt, expected: Any, found: Any) -> str:
    """ "expected `A`, found `B`" """
    a, b = sort_string(infcx, expected), sort_string(infcx, found)
    if a == b:
        a, b = sort_string(infcx, expected, trim=False), sort_string(infcx, found, trim=False)
    return f"expected {a}, found a different {b}" if a == b else f"expected {a}, found {b}"


def label_of(infcx: InferCtxt, error: TypeError_, expected: t.Ty, found: t.Ty) -> str:
    """The primary label for a type error between these types."""
    match error.kind:
        case TypeErrorKind.MUTABILITY | TypeErrorKind.REGIONS:
            return str(error.kind.value)
        case TypeErrorKind.ARGUMENT_MUTABILITY:
            return TypeErrorKind.MUTABILITY.value
        case TypeErrorKind.ARG_COUNT:
            return "incorrect number of function parameters"
        case TypeErrorKind.CYCLIC:
            return "cyclic type of infinite size"
        case TypeErrorKind.TUPLE_SIZE:
            n, m = len(error.expected.elems), len(error.found.elems)
            return f"expected a tuple with {_elements(n)}, found one with {_elements(m)}"
        case TypeErrorKind.ARRAY_SIZE:
            a, b = infcx.tcx.format_ty(error.expected.len), infcx.tcx.format_ty(error.found.len)
            return f"expected an array with a size of {a}, found one with a size of {b}"
        case TypeErrorKind.CONST:
            a, b = (infcx.tcx.format_ty(infcx.resolve_vars_if_possible(const)) for const in (error.expected, error.found))
            return f"expected `{a}`, found `{b}`"
        case TypeErrorKind.ARGUMENT_SORTS if sort_string(infcx, expected) == sort_string(infcx, found):
            return describe(infcx, error.expected, error.found)
        case TypeErrorKind.UNSAFETY:
            a, b = ("unsafe" if sig.unsafe else "safe" for sig in (error.expected, error.found))
            return f"expected {a} fn, found {b} fn"
        case TypeErrorKind.TARGET_FEATURES:
            return "cannot coerce functions with `#[target_feature]` to safe function pointers"
        case TypeErrorKind.INTRINSIC:
            return "cannot coerce intrinsics to function pointers"
        case TypeErrorKind.ABI:
            return f'expected "{error.expected}" fn, found "{error.found}" fn'
        case TypeErrorKind.TRAITS:
            a, b = error.expected.name, error.found.name
            return f"expected trait `{a}`, found trait `{b}`"
        case TypeErrorKind.OBJECTS:
            a, b = (pretty_ty.format_short(infcx.tcx, infcx.resolve_vars_if_possible(ty)) for ty in (error.expected, error.found))
            return f"expected trait `{a.removeprefix('dyn ')}`, found trait `{b.removeprefix('dyn ')}`"
        case TypeErrorKind.SORTS if sort_string(infcx, expected) == sort_string(infcx, found):
            return describe(infcx, error.expected, error.found)
        case _:
            return describe(infcx, expected, found)


def category_labels(infcx: InferCtxt, expected: t.Ty, found: t.Ty, at: Span) -> list[Label]:
    """Where the closures, `async` blocks and opaque types are that two types mention, unless that is at `at` anyway (rustc:
    `OpaqueTypesVisitor`)."""
    labels: list[Label] = []
    for word, ty in (("expected", expected), ("found", found)):
        places: dict[str, dict[Span, None]] = {}
        for part in t.walk(infcx.resolve_vars_if_possible(ty)):
            where = _category(infcx, part)
            if where is not None and not (where[1].file is at.file and where[1].lo < at.hi and at.lo < where[1].hi):
                places.setdefault(where[0], {})[where[1]] = None
        for kind, spans in places.items():
            words = f"the {word} {kind}" if len(spans) == 1 else f"one of the {word} {kind}s"
            labels += [Label(span, words) for span in spans]
    return labels


def param_labels(infcx: InferCtxt, error: TypeError_, declared: Callable[[t.Param], Span | None]) -> list[Label]:
    """Where the type parameters that don't fit are declared."""
    labels: list[Label] = []
    parts = [infcx.resolve_vars_if_possible(p) if isinstance(p, t._Interned) else p for p in (error.expected, error.found)]
    both = all(isinstance(p, t.Param) for p in parts)
    for part, word in zip(parts, ("expected", "found"), strict=True):
        span = declared(part) if isinstance(part, t.Param) else None
        if span is not None:
            labels.append(Label(span, f"{word} type parameter" if both else f"{word} this type parameter"))
    return labels


def _category(infcx: InferCtxt, ty: Any) -> tuple[str, Span] | None:
    """rustc: `TyCategory`."""
    if isinstance(ty, t.Closure):
        node = ty.def_.node
        if not isinstance(node, ast.Closure) or ty.def_.is_std or pretty_ty.is_async_closure(ty.def_):
            return None
        if node.takes_params:
            return "`async` closure body", node.span
        return "`async` block" if node.async_ else "closure", node.head_span
    if isinstance(ty, t.Alias) and ty.def_.kind is DefKind.OPAQUE_TY and not ty.def_.is_std:
        owner = ty.def_.parent.node if ty.def_.parent is not None else None
        return None if isinstance(owner, ast.Fn) and owner.async_ else (_alias_word(infcx, ty.def_), ty.def_.span)
    return None


def _elements(n: object) -> str:
    return f"{n} element{'' if n == 1 else 's'}"


def prefix_string(infcx: InferCtxt, ty: t.Ty) -> str:
    """What kind of type it is, in notes (rustc: `Ty::prefix_string`)."""
    match ty:
        case t.Tuple(elems=()):
            return "unit type"
        case t.Adt(def_=def_):
            return infcx.tcx.adt_def(def_).kind.value
        case t.Array():
            return "array"
        case t.Slice():
            return "slice"
        case t.RawPtr():
            return "raw pointer"
        case t.Ref(mutable=mutable):
            return "mutable reference" if mutable else "reference"
        case t.FnDef(def_=def_):
            if def_.kind is DefKind.STRUCT:
                return "struct constructor"
            return "enum constructor" if def_.kind is DefKind.VARIANT else "fn item"
        case t.FnPtr():
            return "fn pointer"
        case t.Dynamic():
            return "trait object"
        case t.Closure():
            return "closure"
        case t.Tuple():
            return "tuple"
        case t.Param():
            return "type parameter"
        case t.Alias(def_=def_):
            return "opaque type" if def_.kind is DefKind.OPAQUE_TY else "associated type"
        case _:
            return "type"
