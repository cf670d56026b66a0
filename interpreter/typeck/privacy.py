"""Privacy beyond names, which are checked when paths are resolved (rustc_privacy). It is looked at when nothing else is wrong.

Private types that come to light through inference, aliases and associated types (`TypePrivacyVisitor`): the types of all
expressions, patterns and signatures may be private in another module though nobody wrote their names. A part whose type was
reported is not looked into any more. And what the associated types of a public trait may not be
(`PrivateItemsInPublicInterfaces`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import Def, DefKind
from interpreter.resolve.modules import is_ancestor
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.collect import item_span

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.fn_ctxt import FnCtxt

_NAMED = (DefKind.STRUCT, DefKind.ENUM, DefKind.UNION, DefKind.TRAIT)


def hides_types(tcx: TyCtxt) -> bool:
    """Whether some module of the user's crate has a type or trait that not all of the crate may name."""

    def compute() -> bool:
        root = tcx.resolution.root
        stack = [root]
        while stack:
            def_ = stack.pop()
            if def_.kind in _NAMED and def_.visible_in not in (None, root):
                return True
            stack += [child for child in def_.children if not child.is_std]
        return False

    return tcx.query("hides_types", None, compute)


def check_body_types(fcx: FnCtxt) -> list[Diagnostic]:
    """The private types among those of a body's expressions and patterns."""
    signatures = {def_: fcx.resolve(closure.liberated) for def_, closure in fcx.results.closures.items()}
    visitor = _Visitor(fcx.tcx, fcx.body_module, signatures)
    results = fcx.results
    types = {
        *results.node_types.values(),
        *(step.target for steps in results.adjustments.values() for step in steps),
        *(user.ty for user in results.user_tys.values()),
        *(t.FnDef(callee.def_, callee.args) for callee in results.callees.values()),
    }
    if not any(visitor.first_hidden(fcx.resolve(ty)) for ty in types):
        return []
    _BodyVisitor(fcx, visitor).visit(fcx.owner.node)
    return visitor.found


def body_errors(tcx: TyCtxt, def_: Def) -> list[Diagnostic]:
    """What was found in a body, if it was checked (to be added to then); a constant within an item counts as the item's."""
    while def_.parent is not None and def_.kind in (DefKind.ANON_CONST, DefKind.VARIANT, DefKind.FIELD):
        def_ = def_.parent
    return tcx.query("privacy_errors", def_, list)


def check_crate(tcx: TyCtxt, items: list[Def]) -> list[Diagnostic]:
    """What is wrong with privacy in the bodies, which are checked, and in the headers of items."""
    found: list[Diagnostic] = []
    for def_ in items:
        if def_.kind is DefKind.ASSOC_TY and def_.parent is not None and def_.parent.kind is DefKind.IMPL:
            found += _leaks(tcx, def_)
        if hides_types(tcx):
            visitor = _Visitor(tcx, def_.module())
            any(visitor.check(span, part) for part, span in header(tcx, def_))
            found += visitor.found
        found += body_errors(tcx, def_)
    return found


def header(tcx: TyCtxt, def_: Def) -> Iterator[tuple[Any, Span]]:
    """The types and predicates of an item's header, and where each is written. The first private one is reported."""
    node = def_.node
    match node:
        case ast.Struct() | ast.Union() | ast.Enum_():
            for field in tcx.adt_def(def_).all_fields():
                at = field.def_.node
                assert isinstance(at, ast.FieldDef)
                yield tcx.type_of(field.def_), at.span if at.ident.name.isdigit() else at.ident.span
        case ast.Fn():
            sig = tcx.liberated_fn_sig(def_)
            if node.output is not None:
                yield sig.output, node.output.span
            yield from zip(sig.inputs[node.self_param is not None :], [param.ty.span for param in node.params], strict=False)
        case ast.Const() | ast.Static() | ast.TypeAlias_() if node.ty is not None:
            yield tcx.type_of(def_), node.ty.span
        case ast.Impl():
            yield tcx.type_of(def_), node.self_ty.span
            trait_ref = tcx.impl_trait_ref(def_)
            if trait_ref is not None and node.trait is not None:
                yield trait_ref, node.trait.span
    if isinstance(node, ast.Node) and def_.kind is not DefKind.ASSOC_TY:
        for predicate, span in tcx.predicates_of(def_):
            if node.span.lo <= span.lo < node.span.hi:
                yield predicate, span


def _leaks(tcx: TyCtxt, def_: Def) -> list[Diagnostic]:
    """E0446: a type given to an associated type must be as visible as the trait and the types it is implemented for."""
    node, impl = def_.node, def_.parent
    trait_ref = tcx.impl_trait_ref(impl) if impl is not None else None
    if trait_ref is None or not isinstance(node, ast.TypeAlias_):
        return []
    owners = [trait_ref.trait, *(p.def_ for p in t.walk(trait_ref.args) if isinstance(p, t.Adt))]
    if any(owner.visible_in is not None for owner in owners):
        return []
    for part in t.walk(tcx.type_of(def_)):
        if isinstance(part, t.Adt) and part.def_.visible_in is not None:
            head = Span(node.span.file, node.span.lo, node.ident.span.hi, node.span.call_site)
            private = "private" if part.def_.visible_in is part.def_.parent else "crate-private"
            private = "private" if part.def_.parent is tcx.resolution.root else private
            name = tcx.format_ty(part)
            declared = Label(item_span(part.def_), f"`{name}` declared as {private}")
            label = Label(head, f"can't leak {private} type")
            return [Diagnostic("E0446", f"{private} type `{name}` in public interface", (label,), (declared,))]
    return []


class _Visitor:
    """What may not be named in `module`, in the parts of types. `signatures`: those of closures."""

    def __init__(self, tcx: TyCtxt, module: Def, signatures: Mapping[Def, t.FnSig] = MappingProxyType({})) -> None:
        self.tcx = tcx
        self.module = module
        self.signatures = signatures
        self.found: list[Diagnostic] = []
        self.clean: set[Any] = set()

    def check(self, span: Span, *values: Any) -> bool:
        """Report the first private type or trait within these types; gives whether there was one."""
        for value in values:
            hidden = self.first_hidden(value)
            if hidden is not None:
                what, name = hidden
                self.found.append(Diagnostic(None, f"{what} `{name}` is private", (Label(span, f"private {what}"),)))
                return True
        return False

    def first_hidden(self, value: Any) -> tuple[str, str] | None:
        """What the first private part of a type is, and its name."""
        if value in self.clean:
            return None
        hidden = next(self._hidden(value, set()), None)
        if hidden is None:
            self.clean.add(value)
        return hidden

    def _hidden(self, value: Any, seen: set[Any]) -> Iterator[tuple[str, str]]:
        for part in t.walk(value):
            if type(part) is t.Adt:
                yield from self._type(part.def_, part)
            elif type(part) is t.FnDef:
                yield from self._fn(part, seen)
            elif type(part) is t.Closure and part.def_ in self.signatures:
                yield from self._hidden(self.signatures[part.def_], seen)
            elif type(part) is t.Dynamic:
                principal = part.principal.value if part.principal is not None else None
                if principal is not None:
                    yield from self._trait(principal.trait)
            elif type(part) is t.Alias and part not in seen:
                seen.add(part)
                if part.def_.kind is DefKind.OPAQUE_TY:
                    for predicate, _ in self.tcx.item_bounds(part.def_):
                        yield from self._hidden(predicate, seen)
                elif part.def_.parent is not None and part.def_.parent.kind is DefKind.TRAIT:
                    yield from self._trait(part.def_.parent)
            elif type(part) is t.TraitRef:
                yield from self._trait(part.trait)

    def _fn(self, fn: t.FnDef, seen: set[Any]) -> Iterator[tuple[str, str]]:
        """A function's type is private if its signature is, or the type that it belongs to."""
        if fn.def_.is_std or fn in seen:
            return
        seen.add(fn)
        yield from self._hidden(self.tcx.fn_sig(fn.def_), seen)
        parent = fn.def_.parent
        if parent is not None and parent.kind is DefKind.IMPL:
            yield from self._hidden(self.tcx.type_of(parent), seen)

    def _type(self, def_: Def, ty: Any) -> Iterator[tuple[str, str]]:
        if not self._accessible(def_):
            yield "type", self.tcx.format_ty(ty)

    def _trait(self, def_: Def) -> Iterator[tuple[str, str]]:
        if not self._accessible(def_):
            yield "trait", def_.name

    def _accessible(self, def_: Def) -> bool:
        return def_.is_std or def_.visible_in is None or is_ancestor(def_.visible_in, self.module)


class _BodyVisitor:
    """Walks a body's syntax, as far as it belongs to the body, with the types that its nodes were given."""

    def __init__(self, fcx: FnCtxt, types: _Visitor) -> None:
        self.fcx = fcx
        self.results = fcx.results
        self.types = types

    def visit(self, node: object) -> None:
        if isinstance(node, (ast.ItemStmt, ast.AnonConst, ast.Path, ast.Lit)):
            return
        node = self.results.desugared.get(node, node)
        if isinstance(node, ast.Let):
            self._let(node)
            return
        if self._is_private(node):
            return
        match node:
            case ast.Assign(rhs=value) | ast.Match(scrutinee=value):
                if self._is_private(value):
                    return
            case ast.MethodCall():
                callee = self.results.callees.get(node)
                if callee is not None and self.types.check(node.segment.ident.span, t.FnDef(callee.def_, ())):
                    return
        self._parts(node)

    def _let(self, node: ast.Let) -> None:
        """With a private value nothing is said about the pattern that takes it."""
        if node.init is not None and self._is_private(node.init):
            return
        self.visit(node.pat)
        user = self.results.user_tys.get(node)
        if user is not None and node.ty is not None:
            self.types.check(node.ty.span, self.fcx.resolve(user.ty))
        for part in (node.init, node.else_):
            if part is not None:
                self.visit(part)

    def _parts(self, node: object) -> None:
        for name in type(node).__slots__ if isinstance(node, ast.Node) else ():
            value = getattr(node, name)
            for part in value if isinstance(value, (list, tuple)) else (value,):
                if isinstance(part, ast.Node):
                    self.visit(part)

    def _is_private(self, node: Any) -> bool:
        """Report an expression or pattern whose type, adjusted or not, or whose arguments are private."""
        results = self.results
        ty = results.node_types.get(node)
        if ty is None:
            return False
        values: list[Any] = [ty, *(step.target for step in results.adjustments.get(node, ()))]
        callee = results.callees.get(node)
        if callee is not None:
            values += callee.args
        return self.types.check(node.span, *[self.fcx.resolve(value) for value in values])
