"""Paths in types, expressions and patterns (rustc_resolve: late.rs, smart_resolve_path).

What stands at a place limits what its path may name: that is a `PathSource`. A path that fails, or names something else, is
reported by late_errors.py.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from interpreter.enums import Enum
from interpreter.records import Record
from interpreter.resolve.defs import (
    VALUE_KINDS,
    Def,
    DefKind,
    DefRes,
    ErrRes,
    LocalRes,
    PathRes,
    PrimTyRes,
    Res,
    SelfCtorRes,
    SelfTyRes,
)
from interpreter.resolve.late_lifetimes import LifetimeResolver, LifetimeRibKind, Missing
from interpreter.resolve.modules import TYPE_NS, VALUE_NS, ModuleKind
from interpreter.resolve.resolver import PRIMITIVES, ItemFound, ModuleFound, PathFailed, PathResult, Undetermined
from interpreter.resolve.ribs import Barrier, Rib, RibKind
from interpreter.source import Span
from interpreter.syntax import ast

ERR = PathRes(ErrRes())


class SourceKind(Enum):
    TYPE = "type"
    TRAIT = "trait"
    EXPR = "value"
    CALL = "callee"
    PAT = "pattern"
    STRUCT = "struct literal or pattern"
    TUPLE_STRUCT = "tuple struct pattern"
    TRAIT_ITEM_TYPE = "associated type"
    TRAIT_ITEM_VALUE = "associated function or constant"


class PathSource(Record, frozen=True):
    """What a path stands for. `parent`: of an expression, the expression around it (FieldExpr, MethodCall, Call ...)."""

    kind: SourceKind
    parent: object = None

    @property
    def namespace(self) -> int:
        return TYPE_NS if self.kind in _TYPE_SOURCES else VALUE_NS

    @property
    def defer_to_typeck(self) -> bool:
        """May its last segments be left to typeck?"""
        return self.kind not in (SourceKind.TRAIT, SourceKind.TRAIT_ITEM_TYPE, SourceKind.TRAIT_ITEM_VALUE)

    def is_expected(self, res: Res) -> bool:
        """Is that the kind of thing that may stand there?"""
        match self.kind:
            case SourceKind.TYPE:
                return isinstance(res, (PrimTyRes, SelfTyRes)) or (
                    isinstance(res, DefRes) and not res.ctor and res.def_.kind in _TYPES
                )
            case SourceKind.TRAIT:
                return isinstance(res, DefRes) and res.def_.kind is DefKind.TRAIT
            case SourceKind.EXPR | SourceKind.CALL:
                return isinstance(res, (LocalRes, SelfCtorRes)) or (
                    isinstance(res, DefRes) and (res.ctor or res.def_.kind in VALUE_KINDS)
                )
            case SourceKind.PAT:
                if isinstance(res, DefRes):
                    return (res.ctor and is_unit(res.def_)) or res.def_.kind in _PATTERN_VALUES
                return isinstance(res, SelfCtorRes)
            case SourceKind.TUPLE_STRUCT:
                return isinstance(res, SelfCtorRes) or (isinstance(res, DefRes) and res.ctor and not is_unit(res.def_))
            case SourceKind.STRUCT:
                return isinstance(res, SelfTyRes) or (isinstance(res, DefRes) and not res.ctor and res.def_.kind in _STRUCTS)
            case SourceKind.TRAIT_ITEM_TYPE:
                return isinstance(res, DefRes) and res.def_.kind is DefKind.ASSOC_TY
            case SourceKind.TRAIT_ITEM_VALUE:
                return isinstance(res, DefRes) and res.def_.kind in (DefKind.ASSOC_FN, DefKind.ASSOC_CONST)


_TYPE_SOURCES = frozenset((SourceKind.TYPE, SourceKind.TRAIT, SourceKind.STRUCT, SourceKind.TRAIT_ITEM_TYPE))
_TYPES = frozenset(
    (
        DefKind.STRUCT,
        DefKind.UNION,
        DefKind.ENUM,
        DefKind.TRAIT,
        DefKind.TY_ALIAS,
        DefKind.ASSOC_TY,
        DefKind.TY_PARAM,
        DefKind.OPAQUE_TY,
    )
)
_PATTERN_VALUES = frozenset((DefKind.CONST, DefKind.STATIC, DefKind.ASSOC_CONST))
_STRUCTS = frozenset((DefKind.STRUCT, DefKind.UNION, DefKind.VARIANT, DefKind.TY_ALIAS, DefKind.ASSOC_TY))

TYPE = PathSource(SourceKind.TYPE)
TRAIT = PathSource(SourceKind.TRAIT)
STRUCT = PathSource(SourceKind.STRUCT)
PAT = PathSource(SourceKind.PAT)


def is_unit(def_: Def) -> bool:
    """Is it a unit struct or unit variant?"""
    return getattr(def_.node, "kind", None) is ast.VariantKind.UNIT


class PathResolver(LifetimeResolver, ABC):
    """Resolves paths and their generic arguments."""

    @abstractmethod
    def type(self, node: ast.Ty) -> None:
        """Resolve the names in a type (late.py)."""

    @abstractmethod
    def anon_const(self, node: ast.AnonConst, *, repeat: bool = False) -> None:
        """Resolve a constant in a type (late_body.py)."""

    @abstractmethod
    def bounds(self, bounds: Sequence[ast.GenericBound]) -> None:
        """Resolve a list of bounds (late.py)."""

    @abstractmethod
    def report_path(self, path: Sequence[ast.Ident], span: Span, source: PathSource, res: Res | None) -> None:
        """A path that was not found (`res` None) or names the wrong kind of thing (late_errors.py)."""

    @abstractmethod
    def report_failed(self, path: Sequence[ast.Ident], source: PathSource, failed: PathFailed) -> None:
        """A path in which a segment before the last failed (late_errors.py)."""

    @abstractmethod
    def report_barrier(self, ident: ast.Ident, barrier: Barrier) -> None:
        """A name that is hidden by a border (late_errors.py)."""

    # -------------------------------------------------------------------------------------------- whole paths

    def path(self, path: ast.Path, source: PathSource) -> PathRes:
        """Resolve a path and its generic arguments; what it means is recorded."""
        if path.qself is not None:
            self.type(path.qself.ty)
            res = self._qualified(path, path.qself, source)
        else:
            idents = [s.ident for s in path.segments]
            res = self._plain(idents, path.span, source)
        self.resolution.path_res[path] = res
        if len(path.segments) > 1 and path.qself is None and self.resolution.lints.denies and not path.span.file.is_std:
            self._qualification(path, res, source)
        if isinstance(res.base, DefRes) and res.base.def_.kind is DefKind.TRAIT and not path.span.file.is_std:
            feature = res.base.def_.unstable()
            if feature is not None:
                self.resolver.errors.emit(feature.diagnostic(path.span))
        for segment in path.segments:
            if segment.args is not None:
                self.generic_args(segment.args)
        if source.kind is SourceKind.TYPE or source.kind is SourceKind.TRAIT:
            self.elided_in_path(path, res)
        if (res.unresolved or isinstance(res.base, DefRes)) and self.module.kind is ModuleKind.BLOCK:
            self.scopes[path] = self.module
        return res

    scopes: dict[object, object]
    """Method calls and paths within blocks that have items: the block's module (for traits in scope)."""

    def _qualification(self, path: ast.Path, res: PathRes, source: PathSource) -> None:
        if self.resolution.lints.mentions("unused_qualifications"):
            from interpreter.resolve.redundancy import unneeded_qualification

            found = unneeded_qualification(self, path, res, source.namespace)
            if found is not None and found not in self.resolution.unneeded_qualifications:
                self.resolution.unneeded_qualifications.append(found)

    def _qualified(self, path: ast.Path, qself: ast.QSelf, source: PathSource) -> PathRes:
        count = len(path.segments)
        if qself.position == 0:
            return PathRes(DefRes(self.resolver.root.def_), count)
        idents = [s.ident for s in path.segments]
        trait_path = idents[: qself.position]
        span = Span(
            path.segments[0].span.file, path.segments[0].span.lo, path.segments[qself.position - 1].span.hi, path.span.call_site
        )
        trait = self._plain(trait_path, span, TRAIT)
        if isinstance(trait.base, ErrRes) or not isinstance(trait.base, DefRes):
            return ERR
        last = qself.position == count - 1
        ns = source.namespace if last else TYPE_NS
        scope = self.resolver.module_of(trait.base.def_)
        ident = idents[qself.position]
        binding = scope.lookup(ns, ident.name) if scope is not None else None
        if binding is None:
            kind = SourceKind.TRAIT_ITEM_TYPE if ns == TYPE_NS else SourceKind.TRAIT_ITEM_VALUE
            other = scope.lookup(VALUE_NS if ns == TYPE_NS else TYPE_NS, ident.name) if scope is not None else None
            where = ident.span if other is None else path.span
            expected = PathSource(kind, trait.base.def_)
            self.report_path(idents[: qself.position + 1], where, expected, other.res if other is not None else None)
            return ERR
        return PathRes(binding.res, count - 1 - qself.position)

    def _plain(self, idents: list[ast.Ident], span: Span, source: PathSource) -> PathRes:
        primary = source.namespace
        for i, ns in enumerate((primary, TYPE_NS, VALUE_NS)):
            if i and ns == primary:
                continue
            result = self._in_namespace(idents, ns, source)
            if isinstance(result, PathFailed):
                self.report_failed(idents, source, result)
                return ERR
            if result is None:
                continue
            if result.unresolved == 0 or source.defer_to_typeck:
                return self._checked(idents, span, source, result)
        self.report_path(idents, span, source, None)
        return ERR

    def _checked(self, idents: list[ast.Ident], span: Span, source: PathSource, res: PathRes) -> PathRes:
        if res.unresolved or isinstance(res.base, ErrRes) or source.is_expected(res.base):
            return res
        self.report_path(idents, span, source, res.base)
        return ERR

    def _in_namespace(self, idents: list[ast.Ident], ns: int, source: PathSource) -> PathRes | PathFailed | None:
        """None: nothing there; PathFailed: a segment before the last is to blame."""
        if len(idents) == 1:
            ident = idents[0]
            name = ident.name
            if name not in _SPECIAL:
                res = self._first(ident, ns)
                if name in PRIMITIVES and isinstance(res, DefRes) and res.def_.kind is DefKind.MOD:
                    res = PrimTyRes(name)
                return None if res is None else PathRes(res)
        result: PathResult = self.resolver.resolve_path(idents, ns, self.module, self._first)
        count = len(idents)
        match result:
            case ItemFound(res=found):
                return found
            case ModuleFound(module=module):
                if (ns == TYPE_NS or count > 1) and idents[0].name in PRIMITIVES and module.kind is ModuleKind.MOD:
                    return PathRes(PrimTyRes(idents[0].name), count - 1)
                return PathRes(DefRes(module.def_))
            case PathFailed(at=at):
                if (ns == TYPE_NS or count > 1) and idents[0].name in PRIMITIVES and at > 0:
                    return PathRes(PrimTyRes(idents[0].name), count - 1)
                return result if at < count - 1 or result.message else None
            case Undetermined():
                return None

    def _first(self, ident: ast.Ident, ns: int) -> Res | None:
        name = ident.name
        found = self.lookup(ident, ns)
        if isinstance(found, Barrier):
            self.report_barrier(ident, found)
            return ErrRes()
        if isinstance(found, Undetermined):
            return None
        if found is None and name == "Self" and ns == VALUE_NS:
            owner = self.lookup(ident, TYPE_NS)
            if isinstance(owner, Barrier):
                owner = owner.found  # Of an item around it, which typeck looks at.
            if isinstance(owner, SelfTyRes) and owner.owner.kind is DefKind.IMPL:
                return SelfCtorRes(owner.owner)
        return found

    # -------------------------------------------------------------------------------------------- generic arguments

    def generic_args(self, args: ast.GenericArgs) -> None:
        """Resolve `<...>` or `(...) -> T` of a segment."""
        if args.parenthesized:
            inputs = [(None, (lambda t=t: self.type(t)), t.span) for t in args.args]
            output = args.output
            self.fn_signature(False, inputs, (lambda: self.type(output)) if output is not None else None)  # type: ignore[arg-type]
            return
        for arg in args.args:
            if isinstance(arg, ast.Lifetime):
                self.lifetime(arg)
            elif isinstance(arg, ast.AnonConst):
                self.anon_const(arg)
            elif isinstance(arg, ast.PathTy):
                self._type_or_const(arg)
            else:
                self.type(arg)
        for constraint in args.constraints:
            if constraint.generic_args is not None:
                self.generic_args(constraint.generic_args)
            if constraint.ty is not None:
                self.type(constraint.ty)
            if constraint.bounds is not None:
                self.bounds(constraint.bounds)
            if constraint.const is not None:
                self.anon_const(ast.AnonConst(span=constraint.const.span, value=constraint.const))

    def _type_or_const(self, arg: ast.PathTy) -> None:
        """A plain name as argument may be a constant after all."""
        path = arg.path
        if len(path.segments) == 1 and path.qself is None and path.segments[0].args is None:
            ident = path.segments[0].ident
            if self.lookup(ident, TYPE_NS) is None:
                self.push(Rib(RibKind.CONST_ITEM, item=arg), VALUE_NS)
                found = self._first(ident, VALUE_NS)
                self.pop(VALUE_NS)
                if found is not None:
                    self.resolution.path_res[path] = PathRes(found)
                    return
        self.type(arg)

    def elided_reference(self, span: Span) -> None:
        """`&T` without a lifetime."""
        self.anonymous_lifetime(Missing(Span(span.file, span.lo, span.lo + 1, span.call_site), 1, "&"))

    def trait_ref(self, path: ast.Path, lifetimes: list[ast.GenericParam]) -> PathRes:
        """A bound's trait, under its `for<...>`."""
        if not lifetimes:
            return self.path(path, TRAIT)
        with self.lifetime_rib(LifetimeRibKind.GENERICS) as rib:
            self.declare_lifetimes(lifetimes, rib)
            return self.path(path, TRAIT)


_SPECIAL = frozenset(("self", "super", "crate", "$crate", "{{root}}"))
