"""Names in expressions, statements and patterns (rustc_resolve: late.rs)."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from interpreter.diagnostics import Diagnostic, DiagnosticSink, Label, Suggestion
from interpreter.enums import Enum
from interpreter.hints import Any
from interpreter.records import Record
from interpreter.resolve.defs import Def, DefKind, DefRes, LocalDef, LocalRes, Res, SelfCtorRes
from interpreter.resolve.late_lifetimes import LifetimeRibKind
from interpreter.resolve.late_paths import PAT, STRUCT, PathResolver, PathSource, SourceKind, is_unit
from interpreter.resolve.loops import ContextKind, LoopContext, check_await, check_break_value, check_jump
from interpreter.resolve.modules import TYPE_NS, VALUE_NS, Binding, Module, ModuleKind
from interpreter.resolve.resolver import article, describe
from interpreter.resolve.ribs import Rib, RibKind, local_key
from interpreter.resolve.suggest import best_match
from interpreter.scoped import Pushed
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.never import is_never_pattern

_EXPR = PathSource(SourceKind.EXPR)


class PatternPlace(Enum):
    """Where a pattern stands, as rustc's messages say it."""

    MATCH = "match binding"
    LET = "let binding"
    FOR = "for binding"
    PARAM = "function parameter"


Bound = dict[object, tuple[LocalDef, Span]]
"""Names bound so far in one pattern (or one alternative of it), and where."""


class LabelRib(Record, eq=False):
    """A label (and the loop or block that has it), or a border: FN of a closure, item or constant, MACRO_DEF of a macro's
    definition."""

    kind: RibKind
    label: ast.Ident | None = None
    node: ast.Node | None = None
    macro: object = None


class BodyResolver(PathResolver):
    """Resolves bodies; items within blocks go back to late.py."""

    labels: list[LabelRib]
    contexts: list[tuple[LoopContext, ast.Node | None]]
    """What `break` and `continue` stand in, outermost first; with the loop itself."""
    later_errors: DiagnosticSink
    current_let: ast.Let | None
    let_names: set[tuple[str, int]]

    @abstractmethod
    def block_items(self, block: ast.Block) -> Module | None:
        """Collect a block's own items and resolve their imports (late.py); None if it has none."""

    @abstractmethod
    def item(self, item: ast.Item) -> None:
        """Resolve an item (late.py)."""

    @abstractmethod
    def return_type(self, node: ast.Ty) -> None:
        """Resolve the type behind `->` of a function, function pointer or closure (late.py)."""

    @abstractmethod
    def new_def(self, kind: DefKind, name: str, span: Span, node: object) -> Def:
        """A definition within the current owner (late.py)."""

    # -------------------------------------------------------------------------------------------- blocks and statements

    def block(self, block: ast.Block) -> None:
        """Resolve a block in a scope of its own."""
        outer = self.module
        module = self.block_items(block)
        values, types = self.ribs[VALUE_NS], self.ribs[TYPE_NS]
        depth = len(values), len(types), len(self.labels)
        if module is not None:
            self.module = module
            self.push(Rib(RibKind.MODULE, module=module))
        values.append(Rib(RibKind.NORMAL))
        for stmt in block.stmts:
            self._stmt(stmt)
        if block.expr is not None:
            self.expr(block.expr)
        del values[depth[0] :], types[depth[1] :], self.labels[depth[2] :]
        self.module = outer

    def _stmt(self, stmt: ast.Stmt) -> None:
        if isinstance(stmt, ast.Let):
            if stmt.ty is not None:
                self.type(stmt.ty)
            if stmt.init is not None:
                outer, self.current_let = self.current_let, stmt
                self.expr(stmt.init)
                self.current_let = outer
            if stmt.else_ is not None:
                self.block(stmt.else_)
            self.pattern(stmt.pat, PatternPlace.LET)
            if isinstance(stmt.pat, ast.IdentPat):
                self.let_names.add((stmt.pat.ident.name, stmt.pat.ident.hygiene))
        elif isinstance(stmt, ast.ExprStmt):
            self.expr(stmt.expr)
        elif isinstance(stmt, ast.ItemStmt):
            if isinstance(stmt.item, ast.MacroRules):
                self.ribs[VALUE_NS].append(Rib(RibKind.MACRO_DEF, macro=stmt.item))
                self.labels.append(LabelRib(RibKind.MACRO_DEF, macro=stmt.item))
            else:
                self.item(stmt.item)

    # -------------------------------------------------------------------------------------------- expressions

    def expr(self, expr: ast.Expr, parent: object = None) -> None:
        """Resolve an expression. `parent` is the one around it, for messages."""
        visit = _EXPRS.get(type(expr))
        if visit is None:
            raise AssertionError(f"resolve: {type(expr).__name__}")
        if parent is not None and type(expr) is ast.PathExpr:
            kind = SourceKind.CALL if type(parent) is ast.Call else SourceKind.EXPR
            self.path(expr.path, PathSource(kind, parent))
            return
        visit(self, expr)

    def _path(self, expr: ast.PathExpr) -> None:
        self.path(expr.path, _EXPR)

    def _lit(self, expr: Any) -> None:
        pass

    def _binary(self, expr: ast.Binary | ast.Assign | ast.AssignOp) -> None:
        if type(expr) is ast.Binary:
            # A long chain of operators leans to the left: walk it without recursion.
            chain: list[ast.Binary] = []
            here: ast.Expr = expr
            while type(here) is ast.Binary:
                chain.append(here)
                here = here.lhs
            self.expr(here, chain[-1])
            for link in reversed(chain):
                self.expr(link.rhs, link)
            return
        if isinstance(expr, ast.Assign):
            self.expr(expr.rhs, expr)
            self.expr(expr.lhs, expr)
            return
        self.expr(expr.rhs, expr)
        self.expr(expr.lhs, expr)

    def _inner(self, expr: Any) -> None:
        self.expr(expr.expr, expr)

    def _field(self, expr: ast.FieldExpr) -> None:
        self.expr(expr.expr, expr)

    def _cast(self, expr: ast.Cast) -> None:
        self.expr(expr.expr)
        self.type(expr.ty)

    def _range(self, expr: ast.Range) -> None:
        if expr.lo is not None:
            self.expr(expr.lo)
        if expr.hi is not None:
            self.expr(expr.hi)

    def _call(self, expr: ast.Call) -> None:
        self.expr(expr.func, expr)
        for arg in expr.args:
            self.expr(arg)

    def _method_call(self, expr: ast.MethodCall) -> None:
        # A chain of calls is as deep as it is long: go to its start without recursion.
        chain = [expr]
        here = expr.receiver
        while type(here) is ast.MethodCall:
            chain.append(here)
            here = here.receiver
        self.expr(here, chain[-1])
        for call in reversed(chain):
            for arg in call.args:
                self.expr(arg)
            if call.segment.args is not None:
                self.generic_args(call.segment.args)
            if self.module.kind is ModuleKind.BLOCK:
                self.scopes[call] = self.module

    def _index(self, expr: ast.Index) -> None:
        self.expr(expr.expr, expr)
        self.expr(expr.index)

    def _elems(self, expr: ast.Tuple | ast.Array) -> None:
        for elem in expr.elems:
            self.expr(elem)

    def _repeat(self, expr: ast.Repeat) -> None:
        self.expr(expr.elem)
        self.anon_const(expr.count, repeat=True)

    def _struct(self, expr: ast.StructExpr) -> None:
        self.path(expr.path, PathSource(SourceKind.STRUCT, expr))
        for field in expr.fields:
            self.expr(field.expr, field)
        if expr.base is not None:
            self.expr(expr.base)

    def _block_expr(self, expr: ast.BlockExpr) -> None:
        if expr.const:
            outer = self.owner
            self.owner = self.new_def(DefKind.INLINE_CONST, "{constant}", expr.span, expr)
            self.constant_body(lambda: self.block(expr.block))
            self.owner = outer
            return
        if expr.label is None:
            self.block(expr.block)
            return
        with self._label(expr.label, expr), self.context(ContextKind.LABELED_BLOCK, expr):
            self.block(expr.block)

    def constant_body(self, visit: Callable[[], None]) -> None:
        """Visit something that sees no variables."""
        self.push(Rib(RibKind.CONST_ITEM, item=self.owner.node))
        with self.context(ContextKind.BODY), self.label_border():
            visit()
        self.pop()

    def context(
        self, kind: ContextKind, node: ast.Node | None = None, span: Span | None = None
    ) -> Pushed[tuple[LoopContext, ast.Node | None]]:
        """Visit what `break` and `continue` can leave, or can't."""
        return Pushed(self.contexts, (LoopContext(kind, span), node))

    def _let(self, expr: ast.LetExpr) -> None:
        self.expr(expr.expr)
        self.pattern(expr.pat, PatternPlace.LET)

    def _if(self, expr: ast.If) -> None:
        here: ast.Expr | None = expr
        while isinstance(here, ast.If):
            self.push(Rib(RibKind.NORMAL), VALUE_NS)
            self.expr(here.cond)
            self.block(here.then)
            self.pop(VALUE_NS)
            here = here.else_
        if here is not None:
            self.expr(here)

    def _while(self, expr: ast.While) -> None:
        with self._label(expr.label, expr):
            self.push(Rib(RibKind.NORMAL), VALUE_NS)
            with self.context(ContextKind.WHILE_CONDITION, expr):
                self.expr(expr.cond)
            with self.context(ContextKind.LOOP, expr):
                self.block(expr.body)
            self.pop(VALUE_NS)

    def _loop(self, expr: ast.Loop) -> None:
        with self._label(expr.label, expr), self.context(ContextKind.LOOP, expr):
            self.block(expr.body)

    def _for(self, expr: ast.For) -> None:
        self.expr(expr.iter)
        self.push(Rib(RibKind.NORMAL), VALUE_NS)
        self.pattern(expr.pat, PatternPlace.FOR)
        with self._label(expr.label, expr), self.context(ContextKind.LOOP, expr):
            self.block(expr.body)
        self.pop(VALUE_NS)

    def _match(self, expr: ast.Match) -> None:
        self.expr(expr.scrutinee)
        for arm in expr.arms:
            self.push(Rib(RibKind.NORMAL), VALUE_NS)
            self.pattern(arm.pat, PatternPlace.MATCH)
            if arm.guard is not None:
                self.expr(arm.guard)
            self.expr(arm.body)
            self.pop(VALUE_NS)

    def _closure(self, expr: ast.Closure) -> None:
        outer = self.owner
        self.owner = self.new_def(DefKind.CLOSURE, "{closure}", expr.head_span, expr)
        self.push(Rib(RibKind.NORMAL), VALUE_NS)
        in_closure = self.context(ContextKind.ASYNC if expr.async_ else ContextKind.CLOSURE, None, expr.head_span)
        with self.lifetime_rib(LifetimeRibKind.INFERRED) as rib, in_closure, self.label_border():
            self.declare_lifetimes(expr.for_lifetimes, rib)
            bound: Bound = {}
            for param in expr.params:
                self._pattern(param.pat, PatternPlace.PARAM, bound)
            for param in expr.params:
                if param.ty is not None:
                    self.type(param.ty)
            if expr.output is not None:
                self.return_type(expr.output)
            self.expr(expr.body)
        self.pop(VALUE_NS)
        self.owner = outer

    def _async_block(self, expr: ast.AsyncBlock) -> None:
        self._closure(expr.closure)

    def _await(self, expr: ast.Await) -> None:
        self.expr(expr.expr)
        contexts = [context for context, _ in self.contexts]
        in_assoc = self.owner.kind is DefKind.ASSOC_FN
        if not check_await(self.later_errors, expr, contexts, self.owner.node, in_assoc=in_assoc):
            self.resolution.misplaced_awaits.add(expr)

    def _format_args(self, expr: ast.FormatArgs) -> None:
        for arg in (*expr.args, *expr.unused):
            self.expr(arg)

    def _return(self, expr: ast.Return) -> None:
        if expr.expr is not None:
            self.expr(expr.expr)

    def anon_const(self, node: ast.AnonConst, *, repeat: bool = False, variant: ast.Variant | None = None) -> None:
        """A constant in a type, or a variant's discriminant, sees no variables (and generic parameters only if it is one; in
        `[x; N]` type parameters are left to typeck). `_` is none, but to be inferred."""
        if isinstance(node.value, ast.Underscore):
            return
        outer = self.owner
        self.owner = self.new_def(DefKind.ANON_CONST, "{constant}", node.span, node)
        value: object = node.value
        if isinstance(value, ast.BlockExpr) and not value.block.stmts:
            value = value.block.expr
        trivial = isinstance(value, ast.PathExpr) and value.path.qself is None and len(value.path.segments) == 1
        kind = RibKind.CONST_ITEM if trivial and variant is None else RibKind.ANON_CONST
        self.push(Rib(kind, item=variant or node), VALUE_NS)
        self.push(Rib(RibKind.CONST_ITEM if repeat else kind, item=variant or node), TYPE_NS)
        with self.lifetime_rib(LifetimeRibKind.INFERRED), self.context(ContextKind.BODY), self.label_border():
            self.expr(node.value)
        self.pop()
        self.owner = outer

    # -------------------------------------------------------------------------------------------- labels

    def label_border(self) -> Pushed[LabelRib]:
        """Visit what the labels around it can't be reached from."""
        return Pushed(self.labels, LabelRib(RibKind.FN))

    @contextmanager
    def _label(self, label: ast.Ident | None, node: ast.Node) -> Iterator[None]:
        if label is None:
            yield
            return
        self.labels.append(LabelRib(RibKind.NORMAL, label, node))
        yield
        self.labels.pop()

    def _jump(self, expr: ast.Break | ast.Continue) -> None:
        target: ast.Node | None = self.contexts[-1][1] if self.contexts else None
        if expr.label is not None:
            target = self._find_label(expr, expr.label)
        if isinstance(expr, ast.Break) and expr.expr is not None:
            self.expr(expr.expr)
        contexts = [context for context, _ in self.contexts]
        check_jump(self.later_errors, expr, contexts, target if expr.label is not None else None)
        if isinstance(expr, ast.Break) and contexts[-1].kind is not ContextKind.WHILE_CONDITION:
            check_break_value(self.later_errors, expr, target)

    def _find_label(self, expr: ast.Break | ast.Continue, label: ast.Ident) -> ast.Node | None:
        """The loop or block of a label; one behind a closure is an error, but found."""
        key = local_key(label)
        hygiene = label.hygiene
        crossed = False
        known: list[tuple[ast.Ident, bool]] = []
        for rib in reversed(self.labels):
            if rib.label is not None:
                if local_key(rib.label) == key:
                    if not crossed:
                        assert rib.node is not None
                        self.resolution.label_targets[expr] = rib.node
                    else:
                        self._unreachable_label(label, rib.label)
                    return rib.node
                known.append((rib.label, crossed))
            elif rib.kind is RibKind.FN:
                crossed = True
            elif hygiene:
                parent = self.macro_parent(hygiene)
                if parent is not None and parent[1] is rib.macro:
                    hygiene = parent[0]
                    key = (label.name, hygiene) if hygiene else label.name
        self._undeclared_label(label, known)
        return None

    def _unreachable_label(self, label: ast.Ident, declared: ast.Ident) -> None:
        self.resolver.errors.error(
            "E0767",
            f"use of unreachable label `{label.name}`",
            label.span,
            f"unreachable label `{label.name}`",
            secondary=(Label(declared.span, "unreachable label defined here"),),
            notes=("labels are unreachable through functions, closures, async blocks and modules",),
        )

    def _undeclared_label(self, label: ast.Ident, known: list[tuple[ast.Ident, bool]]) -> None:
        known = [(ident, crossed) for ident, crossed in known if ident.hygiene == label.hygiene]
        name = best_match([ident.name for ident, _ in known], label.name)
        secondary: tuple[Label, ...] = ()
        suggestions: tuple[Suggestion, ...] = ()
        if name is not None:
            ident, crossed = next(k for k in known if k[0].name == name)
            words = (
                "a label with a similar name exists but is unreachable" if crossed else "a label with a similar name is reachable"
            )
            secondary = (Label(ident.span, words),)
            if not crossed:
                suggestions = (Suggestion("try using similarly named label", ((label.span, name),)),)
        self.resolver.errors.emit(
            Diagnostic(
                "E0426",
                f"use of undeclared label `{label.name}`",
                (Label(label.span, f"undeclared label `{label.name}`"),),
                secondary,
                suggestions=suggestions,
            )
        )

    # -------------------------------------------------------------------------------------------- patterns

    def pattern(self, pat: ast.Pat, place: PatternPlace) -> None:
        """Resolve a pattern; its names enter the innermost rib."""
        self._pattern(pat, place, {})

    def parameters(self, pats: list[ast.Pat], bound: Bound | None = None) -> None:
        """The patterns of a function's parameters: one name only once among all of them, and those that are `bound` before."""
        if bound is None:
            bound = {}
        for pat in pats:
            self._pattern(pat, PatternPlace.PARAM, bound)

    def _pattern(self, pat: ast.Pat, place: PatternPlace, bound: Bound, shared: Bound | None = None) -> None:
        """`bound`: names of this product of patterns so far. `shared`: names that other alternatives of an enclosing or-pattern
        bound."""
        match pat:
            case ast.IdentPat():
                self._ident_pattern(pat, place, bound, shared)
            case ast.TuplePat(elems=elems) | ast.SlicePat(elems=elems):
                self._elements(elems, "tuple" if isinstance(pat, ast.TuplePat) else "slice", place, bound, shared)
            case ast.TupleStructPat(path=path, elems=elems):
                self.path(path, PathSource(SourceKind.TUPLE_STRUCT, pat))
                self._elements(elems, "tuple struct", place, bound, shared)
            case ast.StructPat(path=path, fields=fields):
                self.path(path, STRUCT)
                for field in fields:
                    self._pattern(field.pat, place, bound, shared)
            case ast.PathPat(path=path):
                self.path(path, PAT)
            case ast.RefPat(pat=inner) | ast.ParenPat(pat=inner):
                self._pattern(inner, place, bound, shared)
            case ast.LitPat(expr=expr):
                self.expr(expr)
            case ast.RangePat(lo=lo, hi=hi):
                for end in (lo, hi):
                    if end is not None:
                        self.expr(end)
            case ast.OrPat(alts=alts):
                self._or_pattern(pat, alts, place, bound, shared)
            case ast.RestPat():
                note = "only allowed in tuple, tuple struct, and slice patterns"
                self.later_errors.error(None, "`..` patterns are not allowed here", pat.span, notes=(note,))

    def _elements(self, elems: list[ast.Pat], what: str, place: PatternPlace, bound: Bound, shared: Bound | None) -> None:
        self._one_rest(elems, what)
        for elem in elems:
            rest = isinstance(elem, ast.IdentPat) and isinstance(elem.sub, ast.RestPat)
            if isinstance(elem, ast.IdentPat) and rest and what != "slice":
                label = "this is only allowed in slice patterns"
                help_ = "remove this and bind each tuple field independently"
                message = f"`{elem.ident.name} @` is not allowed in a {what}"
                self.later_errors.error(None, message, elem.span, label, helps=(help_,))
            if isinstance(elem, ast.IdentPat) and rest and what == "slice":
                self._ident_pattern(elem, place, bound, shared, is_rest=True)
            elif not isinstance(elem, ast.RestPat):
                self._pattern(elem, place, bound, shared)

    def _one_rest(self, elems: list[ast.Pat], what: str) -> None:
        """`..` may stand for the rest of the elements only once (rustc tells it when lowering, after the names)."""
        rests = [e for e in elems if isinstance(e.sub if isinstance(e, ast.IdentPat) else e, ast.RestPat)]
        for again in rests[1:]:
            words = f"can only be used once per {what} pattern"
            first = (Label(rests[0].span, "previously used here"),)
            self.later_errors.error(None, f"`..` {words}", again.span, words, secondary=first)

    def _or_pattern(self, pat: ast.OrPat, alts: list[ast.Pat], place: PatternPlace, bound: Bound, shared: Bound | None) -> None:
        """All alternatives must bind the same names (E0408); each name is one variable."""
        together: Bound = dict(shared) if shared is not None else {}
        names: list[tuple[ast.Pat, Bound]] = []
        for alt in alts:
            own: Bound = dict(bound)
            self._pattern(alt, place, own, together)
            fresh = {key: local for key, local in own.items() if key not in bound}
            if not is_never_pattern(alt):
                names.append((alt, fresh))
            for key, local in fresh.items():
                together.setdefault(key, local)
        self._check_alternatives(names)
        self._check_modes(names)
        for _, fresh in names:
            for key, local in fresh.items():
                bound.setdefault(key, local)

    def _check_alternatives(self, names: list[tuple[ast.Pat, Bound]]) -> None:
        every: dict[object, None] = {}
        for _, bound in names:
            every.update(dict.fromkeys(bound))
        for key in sorted(every, key=str):
            lacking = [alt for alt, bound in names if key not in bound]
            if not lacking:
                continue
            having = [bound[key][1] for _, bound in names if key in bound]
            name = key if isinstance(key, str) else key[0]  # type: ignore[index]
            self.resolver.errors.emit(
                Diagnostic(
                    "E0408",
                    f"variable `{name}` is not bound in all patterns",
                    tuple(Label(alt.span, f"pattern doesn't bind `{name}`") for alt in lacking),
                    tuple(Label(span, "variable not in all patterns") for span in having),
                )
            )

    def _check_modes(self, names: list[tuple[ast.Pat, Bound]]) -> None:
        """A name is bound in the same way by all alternatives (E0409)."""
        first: dict[object, tuple[tuple[bool, ...], Span]] = {}
        told: set[object] = set()
        for alt, bound in names:
            for pat in _bindings_in(alt):
                key = local_key(pat.ident)
                if key not in bound:
                    continue
                mode = (pat.by_ref, pat.ref_mutable, pat.mutable)
                known = first.setdefault(key, (mode, pat.ident.span))
                if known[0] != mode and key not in told:
                    told.add(key)
                    name = pat.ident.name
                    self.resolver.errors.error(
                        "E0409",
                        f"variable `{name}` is bound inconsistently across alternatives separated by `|`",
                        pat.ident.span,
                        "bound in different ways",
                        secondary=(Label(known[1], "first binding"),),
                    )

    def _ident_pattern(
        self, pat: ast.IdentPat, place: PatternPlace, bound: Bound, shared: Bound | None, *, is_rest: bool = False
    ) -> None:
        res = self._not_a_binding(pat, place)
        if res is not None:
            self.resolution.ident_pats[pat] = res
        else:
            self._bind(pat, place, bound, shared)
        if pat.sub is not None and not is_rest:
            self._pattern(pat.sub, place, bound, shared)

    def _bind(self, pat: ast.IdentPat, place: PatternPlace, bound: Bound, shared: Bound | None) -> None:
        ident = pat.ident
        key = local_key(ident)
        old = bound.get(key)
        if old is not None:
            errors = self.resolver.errors
            if place is PatternPlace.PARAM:
                message = f"identifier `{ident.name}` is bound more than once in this parameter list"
                errors.error("E0415", message, ident.span, "used as parameter more than once")
            else:
                message = f"identifier `{ident.name}` is bound more than once in the same pattern"
                errors.error("E0416", message, ident.span, "used in a pattern more than once")
        known = shared.get(key) if shared is not None else None
        local = known[0] if known is not None else None
        if local is None:
            local = LocalDef(ident.name, ident.span, pat, pat.mutable)
        bound[key] = (local, ident.span)
        res = LocalRes(local)
        self.resolution.ident_pats[pat] = res
        self.ribs[VALUE_NS][-1].names[key] = res

    def _not_a_binding(self, pat: ast.IdentPat, place: PatternPlace) -> DefRes | None:
        """The constant or unit variant that a plain name in a pattern stands for (E0530 if it can't shadow what it names)."""
        ident = pat.ident
        found: Res | None = self.lookup_item(ident, VALUE_NS)
        if not isinstance(found, DefRes):
            if isinstance(found, SelfCtorRes):
                return None
            return None
        def_ = found.def_
        plain = pat.sub is None and not pat.by_ref and not pat.mutable
        if (found.ctor and is_unit(def_)) or def_.kind in (DefKind.CONST, DefKind.ASSOC_CONST, DefKind.CONST_PARAM):
            if plain and def_.kind is not DefKind.CONST_PARAM:
                return found
            if def_.kind is DefKind.CONST_PARAM and plain:
                self.resolver.errors.error(
                    "E0158",
                    "constant parameters cannot be referenced in patterns",
                    ident.span,
                    "can't be used in patterns",
                    secondary=(Label(def_.node.span, "constant defined here"),),  # type: ignore[attr-defined]
                )
                return found
        elif not (found.ctor or def_.kind is DefKind.STATIC):
            return None
        self._shadows(ident, found, place)
        return None

    def _shadows(self, ident: ast.Ident, res: DefRes, place: PatternPlace) -> None:
        def_ = res.def_
        what = describe(res)
        plural = {"constant": "constants", "static": "statics"}.get(what, what + "s")
        found = self.resolver.in_scope(self.module.normal(), ident, VALUE_NS, report=False)
        binding = found if isinstance(found, Binding) else None
        participle = "imported" if binding is not None and binding.import_ is not None else "defined"
        secondary: tuple[Label, ...] = ()
        span = binding.span if binding is not None and not binding.span.file.is_std else def_.span
        if not span.file.is_std:
            node_span = getattr(def_.node, "span", def_.span) if participle == "defined" else span
            secondary = (Label(node_span, f"the {what} `{ident.name}` is {participle} here"),)
        self.resolver.errors.error(
            "E0530",
            f"{place.value}s cannot shadow {plural}",
            ident.span,
            f"cannot be named the same as {article(what)} {what}",
            secondary=secondary,
        )


def _bindings_in(pat: ast.Pat) -> Iterator[ast.IdentPat]:
    """The names that a pattern holds, in order."""
    stack: list[object] = [pat]
    while stack:
        here = stack.pop()
        if isinstance(here, ast.IdentPat):
            yield here
        if isinstance(here, (list, tuple)):
            stack.extend(reversed(here))
        elif isinstance(here, ast.Node) and not isinstance(here, ast.Path):
            stack.extend(reversed([getattr(here, name) for name in type(here).__slots__ if name != "span"]))


_EXPRS: dict[type, Callable[[BodyResolver, Any], None]] = {
    ast.PathExpr: BodyResolver._path,
    ast.Lit: BodyResolver._lit,
    ast.Underscore: BodyResolver._lit,
    ast.BuiltinConst: BodyResolver._lit,
    ast.ErrExpr: BodyResolver._lit,
    ast.Binary: BodyResolver._binary,
    ast.Assign: BodyResolver._binary,
    ast.AssignOp: BodyResolver._binary,
    ast.Unary: BodyResolver._inner,
    ast.AddrOf: BodyResolver._inner,
    ast.Try: BodyResolver._inner,
    ast.Paren: BodyResolver._inner,
    ast.MacroExpansion: BodyResolver._inner,
    ast.FieldExpr: BodyResolver._field,
    ast.Cast: BodyResolver._cast,
    ast.Range: BodyResolver._range,
    ast.Call: BodyResolver._call,
    ast.MethodCall: BodyResolver._method_call,
    ast.Index: BodyResolver._index,
    ast.Tuple: BodyResolver._elems,
    ast.Array: BodyResolver._elems,
    ast.Repeat: BodyResolver._repeat,
    ast.StructExpr: BodyResolver._struct,
    ast.BlockExpr: BodyResolver._block_expr,
    ast.LetExpr: BodyResolver._let,
    ast.If: BodyResolver._if,
    ast.While: BodyResolver._while,
    ast.Loop: BodyResolver._loop,
    ast.For: BodyResolver._for,
    ast.Match: BodyResolver._match,
    ast.Closure: BodyResolver._closure,
    ast.AsyncBlock: BodyResolver._async_block,
    ast.Await: BodyResolver._await,
    ast.FormatArgs: BodyResolver._format_args,
    ast.Return: BodyResolver._return,
    ast.Break: BodyResolver._jump,
    ast.Continue: BodyResolver._jump,
}
