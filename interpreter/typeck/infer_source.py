"""Where an annotation would tell the type that inference lacks (rustc: `FindInferSourceVisitor` in need_type_info.rs).

In: a body, as far as it is checked, and a variable without a value. Out: the cheapest of the places that could bind it: a `let`,
a closure's parameter or result, the generic arguments of a path, a method that can be called by its full path.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.hints import TYPE_CHECKING, Any
from interpreter.records import Record
from interpreter.resolve.defs import Def, DefKind, DefRes
from interpreter.resolve.resolver import describe_def
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import ParamKind
from interpreter.typeck import ty as t
from interpreter.typeck.defs import Variance
from interpreter.typeck.fn_ctxt import peel
from interpreter.typeck.pretty_ty import without_defaults
from interpreter.typeck.results import ClosureData

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt

_NOT_WRITTEN = (t.Closure, t.ConstUnevaluated)
"""What a user can't write the arguments of."""


class InferSource(Record, frozen=True):
    """A place: `ty` is the type that a variable or a closure's result has there, `label` says what is missing in a path."""

    span: Span
    cost: int
    ty: t.Ty | None = None
    label: str = ""


def find_infer_source(fcx: FnCtxt, target: t.Infer | t.ConstInfer) -> tuple[InferSource | None, set[Span]]:
    """The best place to say what `target` is, if there is one that the user wrote; and where macros were called."""
    node = fcx.owner.node
    body = node.body if isinstance(node, ast.Fn) else getattr(node, "expr", None)
    finder = _Finder(fcx, target)
    finder.visit(body)
    return finder.best, finder.macro_calls


class _Finder:
    """Looks at all places in rustc's order: each later one costs one more."""

    def __init__(self, fcx: FnCtxt, target: t.Infer | t.ConstInfer) -> None:
        self.fcx = fcx
        self.tcx = fcx.tcx
        self.results = fcx.results
        self.target = target
        self.attempt = 0
        self.best: InferSource | None = None
        self.macro_calls: set[Span] = set()

    # -------------------------------------------------------------------------------------------- the walk

    def visit(self, node: object) -> None:
        if not isinstance(node, ast.If):
            node = self.results.desugared.get(node, node)
        if not isinstance(node, ast.Node) or isinstance(node, (ast.ItemStmt, ast.AnonConst, ast.Path, ast.Lit)):
            return
        if isinstance(node, ast.Closure):
            self._closure(node)
            return
        if isinstance(node, ast.MacroExpansion):
            self.macro_calls.add(node.span)
        parts = self._parts(node)
        for part in parts:
            self.visit(part)
        match node:
            case ast.Let():
                self._let(node)
            case ast.PathExpr():
                self._path(node)
            case ast.StructExpr():
                self._struct(node)
            case ast.MethodCall():
                self._method_call(node)

    def _parts(self, node: ast.Node) -> list[object]:
        if isinstance(node, ast.Call):
            return [*node.args, node.func]
        if isinstance(node, ast.Let):
            return [node.init, node.else_]
        found: list[object] = []
        for name in type(node).__slots__:
            value = getattr(node, name)
            found += value if isinstance(value, (list, tuple)) else (value,)
        return found

    def _let(self, node: ast.Let) -> None:
        if node.ty is None and node.pat.span.call_site is None:
            ty = self.fcx.resolve(self.results.node_types.get(node.pat, t.ERROR))
            if self.contains(ty):
                self._take(node.pat.span, self.ty_cost(ty), ty)

    def _closure(self, node: ast.Closure) -> None:
        data = next((data for data in self.results.closures.values() if data.node is node), None)
        if data is not None:
            sig = self.fcx.resolve(data.liberated)
            for param, ty in zip(node.params, sig.inputs, strict=False):
                if param.ty is None and self.contains(ty):
                    self._take(param.pat.span, self.ty_cost(ty), ty)
        self.visit(node.body)
        if data is not None and self.contains(sig.output):
            braces = isinstance(peel(node.body), ast.BlockExpr)
            if braces or (node.body.span.call_site is None and not isinstance(node.body, ast.MacroExpansion)):
                self._take(node.head_span, 30 + self.ty_cost(sig.output) + (0 if braces else 10), sig.output)

    def _path(self, node: ast.PathExpr) -> None:
        callee = self.results.paths.get(node.path)
        if callee is None:
            return
        args = tuple([self.fcx.resolve(arg) for arg in callee.args])
        res = self.fcx.path_res(node.path)
        base = res.base.def_ if isinstance(res.base, DefRes) else None
        def_, parent = callee.def_, callee.def_.parent
        if base is not None and res.unresolved == 0:
            if len(node.path.segments) > 1:
                self._generic_args(node.span, parent, args)
            self._last_segment(node.span, def_, args)
            return
        if base is not None and parent is not None and parent.kind is DefKind.IMPL:
            self_ty = t.subst(self.tcx.type_of(parent), args)
            if isinstance(self_ty, t.Adt) and self_ty.def_ is base:
                self._last_segment(node.span, base, self_ty.args)
        self._generic_args(node.span, def_, args)

    def _struct(self, node: ast.StructExpr) -> None:
        ty = self.fcx.resolve(self.results.node_types.get(node, t.ERROR))
        res = self.fcx.path_res(node.path)
        if isinstance(ty, t.Adt) and isinstance(res.base, DefRes) and res.base.def_ is ty.def_ and res.unresolved == 0:
            self._last_segment(node.span, ty.def_, ty.args)

    def _method_call(self, node: ast.MethodCall) -> None:
        callee = self.results.callees.get(node)
        if callee is None:
            return
        args = tuple([self.fcx.resolve(arg) for arg in callee.args])
        self._generic_args(node.segment.ident.span, callee.def_, args)
        generics = self.tcx.generics_of(callee.def_)
        if (
            self.tcx.trait_of_item(callee.def_) is not None
            and any(self.contains(arg) for arg in args)
            and not any(param.synthetic for param in generics.all_params())
            and node.receiver.span.call_site is None
        ):
            self._take(node.segment.ident.span, 20 + sum(map(self.arg_cost, args)))

    def _last_segment(self, span: Span, def_: Def, args: t.Args) -> None:
        """rustc looks at it as a segment, and once more as the whole path."""
        self._generic_args(span, def_, args)
        self._generic_args(span, def_, args)

    def _generic_args(self, span: Span, def_: Def | None, args: t.Args) -> None:
        """The own parameters of `def_`, as the arguments of a segment would tell them."""
        if def_ is None or def_.kind is DefKind.MOD:
            return
        cost = 10
        if def_.kind is DefKind.VARIANT:
            assert def_.parent is not None
            cost, def_ = 15, def_.parent
        generics = self.tcx.generics_of(def_)
        if any(param.synthetic for param in generics.params):
            return
        own = [(param, args[param.index]) for param in generics.params if not (generics.has_self and param.index == 0)]
        missing = next((param for param, arg in own if self.contains(arg)), None)
        if missing is None:
            return
        n_given = len(without_defaults(self.tcx, def_, args[: generics.count]))
        given = [arg for param, arg in own if param.index < n_given and param.kind is not ParamKind.LIFETIME]
        what, kind = ("the value", "const") if isinstance(self.target, t.ConstInfer) else ("type", "type")
        label = f"cannot infer {what} of the {kind} parameter `{missing.name}`{declared_on(def_)}"
        self._take(span, cost + sum(map(self.arg_cost, given)), label=label)

    def _take(self, span: Span, cost: int, ty: t.Ty | None = None, label: str = "") -> None:
        if span.call_site is not None:
            return
        cost += self.attempt
        self.attempt += 1
        if self.best is None or cost < self.best.cost:
            self.best = InferSource(span, cost, ty, label)

    # -------------------------------------------------------------------------------------------- types

    def contains(self, value: Any) -> bool:
        """Whether the target stands in a type, where the user can write it."""
        return any(part is self.target for part in _written_parts(value))

    def arg_cost(self, arg: t.GenericArg) -> int:
        if isinstance(arg, t.REGIONS):
            return 0
        return 3 if isinstance(arg, t.CONSTS) else self.ty_cost(arg)

    def ty_cost(self, ty: t.Ty) -> int:
        """How awkward a type is to write."""
        match ty:
            case t.Closure():
                return 1000
            case t.FnDef():
                return 150
            case t.FnPtr():
                return 30
            case t.Adt():
                return 5 + sum(map(self.arg_cost, without_defaults(self.tcx, ty.def_, ty.args)))
            case t.Tuple():
                return 5 + sum(map(self.ty_cost, ty.elems))
            case t.Ref():
                return 2 + self.ty_cost(ty.ty)
            case t.Infer():
                return 0
        return 1


def _written_parts(value: Any) -> Iterator[Any]:
    yield value
    if isinstance(value, _NOT_WRITTEN) or (isinstance(value, t.Alias) and value.def_.kind is DefKind.OPAQUE_TY):
        return
    for part in value.parts:
        for inner in part if type(part) is tuple else (part,):
            if hasattr(inner, "parts"):
                yield from _written_parts(inner)


def declared_on(def_: Def) -> str:
    """What a parameter belongs to, unless that has no name."""
    return f" declared on the {describe_def(def_)} `{def_.name}`" if def_.kind is not DefKind.IMPL else ""


def covariant_vars(fcx: FnCtxt, value: Any) -> Iterator[t.Infer]:
    """The type variables of a type that a subtype's own would stand beside: those that nothing makes invariant."""
    match value:
        case t.Infer():
            if value.kind == "ty":
                yield value
        case t.Adt():
            for arg, variance in zip(value.args, fcx.tcx.variances_of(value.def_), strict=True):
                if variance is not Variance.INVARIANT:
                    yield from covariant_vars(fcx, arg)
        case t.Ref(mutable=True) | t.RawPtr(mutable=True) | t.Closure() | t.Alias() | t.Dynamic():
            return
        case _:
            for part in getattr(value, "parts", ()):
                for inner in part if type(part) is tuple else (part,):
                    yield from covariant_vars(fcx, inner)


def closure_name(fcx: FnCtxt, data: ClosureData) -> str:
    """A closure's type as a pointer's (rustc: `closure_as_fn_str`)."""
    sig = fcx.resolve(data.liberated)
    output = "" if sig.output is t.UNIT else f" -> {_erased(fcx, sig.output)}"
    return f"fn({', '.join(_erased(fcx, ty) for ty in sig.inputs)}){output}"


def _erased(fcx: FnCtxt, ty: t.Ty) -> str:
    """A type of which only what isn't known is shown (rustc: `ClosureEraser`)."""
    if isinstance(ty, t.Infer):
        return "/* Type */"
    return fcx.fmt(ty) if ty.flags & t.HAS_INFER else "_"
