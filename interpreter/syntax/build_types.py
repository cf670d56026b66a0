"""The AST builder for paths, generics, types and patterns."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import Any
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Delimited, Fragment, Token
from interpreter.syntax.build_base import Builder_, ident, to
from interpreter.syntax.lexer import keywords
from interpreter.syntax.literals import make_literal, split_number


class TypeBuilder(Builder_):
    # ------------------------------------------------------------------------------------------------ paths

    def segment(self, name: Token, args: ast.GenericArgs | None = None) -> ast.PathSegment:
        at = name[5] or name[2]
        segment = ast.PathSegment(span=at if args is None else to(at, args.span), ident=ident(name), args=args)
        if name[5] is not None:
            self.places[segment] = name[2]
        return segment

    def fn_args(
        self, lparen: Token, types: list[ast.Ty], rparen: Token, _arrow: Token | None = None, output: ast.Ty | None = None
    ) -> ast.GenericArgs:
        span = to(lparen.span, self.place(output) if output else rparen.span)
        return ast.GenericArgs(span=span, args=list(types), constraints=[], parenthesized=True, output=output)

    def path_first(self, segment: ast.PathSegment) -> ast.Path:
        span = segment.span
        if self.places and segment in self.places:
            span = self.places[segment] if segment.args is None else to(self.places[segment], span)
        return ast.Path(span=span, segments=[segment])

    def path_root(self, colons: Token, segment: ast.PathSegment) -> ast.Path:
        root = ast.PathSegment(span=colons.span, ident=ast.Ident("{{root}}", colons.span))
        return ast.Path(span=to(colons.span, segment.span), segments=[root, segment])

    def path_more(self, path: ast.Path, _colons: Token, segment: ast.PathSegment) -> ast.Path:
        path.segments.append(segment)
        path.span = to(self.place(path), self.place(segment) if segment.args is None else segment.span)
        return path

    def path_args(self, path: ast.Path, _colons: Token, args: ast.GenericArgs) -> ast.Path:
        last = path.segments[-1]
        if last.args is not None:
            self._name_expected(args.span._replace(hi=args.span.lo + 1), args.span.text[0])
        last.args = args
        last.span = to(last.span, args.span)
        path.span = to(self.place(path), args.span)
        return path

    def _name_expected(self, span: Span, found: str) -> None:
        self.error(f"expected identifier, found `{found}`", span, "expected identifier")
        self.given_up_at = self.given_up_at or span

    def bound_of_ty(self, fragment: Fragment) -> ast.Path:
        """A `$t:ty` where a bound must stand: refused, and taken for the path that it is."""
        node: Any = self.fragment(fragment)
        self.error("expected a trait, found type", fragment.span)
        while isinstance(node, (ast.RefTy, ast.PtrTy, ast.ParenTy)):
            node = node.ty
        if isinstance(node, ast.PathTy):
            return node.path
        name = ast.PathSegment(span=fragment.span, ident=ast.Ident("{error}", fragment.span))
        return ast.Path(span=fragment.span, segments=[name])

    def qself(self, lt: Token, ty: ast.Ty, gt: Token) -> tuple[Span, ast.Ty, ast.Path | None]:
        return to(lt.span, gt.span), ty, None

    def qself_as(self, lt: Token, ty: ast.Ty, _as: Token, trait: ast.Path, gt: Token) -> tuple[Span, ast.Ty, ast.Path | None]:
        return to(lt.span, gt.span), ty, trait

    def qpath(self, qself: tuple[Span, ast.Ty, ast.Path | None], _colons: Token, segment: ast.PathSegment) -> ast.Path:
        span, ty, trait = qself
        segments = list(trait.segments) if trait else []
        node = ast.QSelf(span=span, ty=ty, position=len(segments))
        return ast.Path(span=to(span, segment.span), segments=[*segments, segment], qself=node)

    def generic_args(self, lt: Token, args: list[Any], gt: Token) -> ast.GenericArgs:
        plain = [arg for arg in args if not isinstance(arg, ast.AssocConstraint)]
        constraints = [arg for arg in args if isinstance(arg, ast.AssocConstraint)]
        if constraints and plain and args[-1] is plain[-1]:
            late = tuple(Label(arg.span, "generic argument") for arg in plain if arg.span.lo > constraints[0].span.lo)
            secondary = tuple(Label(constraint.span, "constraint") for constraint in constraints)
            message = "generic arguments must come before the first constraint"
            self.diagnostics.append(Diagnostic(None, message, late or (Label(plain[-1].span),), secondary))
        return ast.GenericArgs(span=to(lt.span, gt.span), args=plain, constraints=constraints)

    def check_lifetime_name(self, token: Token, what: str = "lifetimes") -> None:
        """`what`: lifetimes or labels."""
        word = token.text[1:]
        if word in keywords(self.edition) and (word not in ("static", "_") or what == "labels"):
            self.error(f"{what} cannot use keyword names", token.span)

    def lifetime(self, token: Token) -> ast.Lifetime:
        self.check_lifetime_name(token)
        return ast.Lifetime(span=token.span, name=token.text)

    def _constraint(self, target: ast.Ty, end: Span, **value: Any) -> ast.AssocConstraint:
        span = to(self.place(target), end)
        parts = {"ty": None, "bounds": None, "const": None} | value
        if isinstance(target, ast.PathTy) and target.path.qself is None and len(target.path.segments) == 1:
            segment = target.path.segments[0]
            return ast.AssocConstraint(span=span, ident=segment.ident, generic_args=segment.args, **parts)
        self.error("expected one of `!`, `(`, `+`, `,`, `::`, `<`, or `>`, found `=`", target.span.shrink_to_hi())
        return ast.AssocConstraint(span=span, ident=ast.Ident("", target.span), generic_args=None, **parts)

    def assoc_type_arg(self, target: ast.Ty, _eq: Token, ty: ast.Ty) -> ast.AssocConstraint:
        return self._constraint(target, ty.span, ty=ty)

    def assoc_const_arg(self, target: ast.Ty, _eq: Token, value: ast.AnonConst) -> ast.AssocConstraint:
        return self._constraint(target, value.span, const=value.value)

    def assoc_bound_arg(self, target: ast.Ty, colon: Token, bounds: list[ast.GenericBound] | None) -> ast.AssocConstraint:
        return self._constraint(target, bounds[-1].span if bounds else colon.span, bounds=bounds or [])

    def anon_const(self, value: Any) -> ast.AnonConst:
        expr = self.lit_expr(value)
        return ast.AnonConst(span=expr.span, value=expr)

    def neg_const(self, minus: Token, value: Any) -> ast.AnonConst:
        expr = self.neg_lit(minus, value)
        return ast.AnonConst(span=expr.span, value=expr)

    def block_const(self, block: ast.Block) -> ast.AnonConst:
        return ast.AnonConst(span=block.span, value=ast.BlockExpr(span=block.span, block=block))

    def fragment_const(self, fragment: Fragment) -> ast.AnonConst:
        node: Any = self.fragment(fragment)
        return ast.AnonConst(span=fragment.span, value=node)

    # ------------------------------------------------------------------------------------------------ generics

    def generics(self, lt: Token, params: list[ast.GenericParam], gt: Token) -> ast.Generics:
        return ast.Generics(span=to(lt.span, gt.span), params=params)

    def lifetime_param(
        self, token: Token, _colon: Token | None = None, bounds: list[ast.GenericBound] | None = None
    ) -> ast.GenericParam:
        self.check_lifetime_name(token)
        return ast.GenericParam(span=token.span, ident=ident(token), kind=ast.ParamKind.LIFETIME, bounds=bounds or [])

    def type_param(
        self, token: Token, _colon: Token | None = None, bounds: list[ast.GenericBound] | None = None
    ) -> ast.GenericParam:
        return ast.GenericParam(span=token.span, ident=ident(token), kind=ast.ParamKind.TYPE, bounds=bounds or [])

    def type_param_default(self, token: Token, *rest: Any) -> ast.GenericParam:
        bounds = rest[1] if len(rest) == 4 else None
        return ast.GenericParam(
            span=token.span, ident=ident(token), kind=ast.ParamKind.TYPE, bounds=bounds or [], default=rest[-1]
        )

    def const_param(
        self, const: Token, name: Token, _colon: Token, ty: ast.Ty, _eq: Token | None = None, default: Any = None
    ) -> ast.GenericParam:
        if isinstance(default, ast.Path):
            default = ast.AnonConst(span=default.span, value=ast.PathExpr(span=default.span, path=default))
        span = to(const.span, self.place(default) if default else ty.span)
        return ast.GenericParam(span=span, ident=ident(name), kind=ast.ParamKind.CONST, ty=ty, default=default)

    def where(self, where: Token, predicates: list[Any]) -> tuple[Span, list[Any]]:
        return (to(where.span, predicates[-1].span) if predicates else where.span), predicates

    def where_lifetime(self, token: Token, colon: Token, bounds: list[ast.GenericBound] | None) -> ast.WhereLifetimePredicate:
        span = to(token.span, self.place(bounds[-1]) if bounds else colon.span)
        return ast.WhereLifetimePredicate(span=span, lifetime=self.lifetime(token), bounds=bounds or [])

    def where_type(self, ty: ast.Ty, colon: Token, bounds: list[ast.GenericBound] | None) -> ast.WhereTypePredicate:
        return self.where_for_type(None, ty, colon, bounds)

    def where_for_type(
        self, params: tuple[Span, list[ast.GenericParam]] | None, ty: ast.Ty, colon: Token, bounds: list[ast.GenericBound] | None
    ) -> ast.WhereTypePredicate:
        span = to(params[0] if params else ty.span, self.place(bounds[-1]) if bounds else colon.span)
        return ast.WhereTypePredicate(span=span, for_lifetimes=params[1] if params else [], ty=ty, bounds=bounds or [])

    def where_equal(self, ty: ast.Ty, _eq: Token, other: ast.Ty) -> ast.WhereTypePredicate:
        span = to(self.place(ty), self.place(other))
        self.error("equality constraints are not yet supported in `where` clauses", span, "not supported")
        return ast.WhereTypePredicate(span=span, for_lifetimes=[], ty=ty, bounds=[])

    def for_lifetimes(
        self, token: Token, _lt: Token, params: list[ast.GenericParam], gt: Token
    ) -> tuple[Span, list[ast.GenericParam]]:
        return to(token.span, gt.span), params

    def lifetime_bound(self, token: Token) -> ast.LifetimeBound:
        return ast.LifetimeBound(span=token.span, lifetime=self.lifetime(token))

    def trait_bound(self, path: ast.Path) -> ast.TraitBound:
        return ast.TraitBound(span=path.span, path=path, for_lifetimes=[])

    def negative_bound(self, bang: Token, path: ast.Path) -> ast.TraitBound:
        self.error("negative bounds are not supported", bang.span)
        return self.trait_bound(path)

    def maybe_lifetime_bound(self, question: Token, lifetime: Token) -> ast.LifetimeBound:
        self.error("`?` may only modify trait bounds, not lifetime bounds", question.span)
        return self.lifetime_bound(lifetime)

    def maybe_bound(self, question: Token, path: ast.Path) -> ast.TraitBound:
        return ast.TraitBound(span=to(question.span, self.place(path)), path=path, for_lifetimes=[], maybe=True)

    def const_bound(self, *parts: Any) -> ast.TraitBound:
        """`const Trait`, `[const] Trait`."""
        self.gate("const trait impls are experimental", to(parts[0].span, parts[-2].span), 143874)
        return self.trait_bound(parts[-1])

    def for_bound(self, params: tuple[Span, list[ast.GenericParam]], path: ast.Path) -> ast.TraitBound:
        return ast.TraitBound(span=to(params[0], self.place(path)), path=path, for_lifetimes=params[1])

    def maybe_for_bound(self, question: Token, params: tuple[Span, list[ast.GenericParam]], path: ast.Path) -> ast.TraitBound:
        return ast.TraitBound(span=to(question.span, self.place(path)), path=path, for_lifetimes=params[1], maybe=True)

    def for_maybe_bound(self, params: tuple[Span, list[ast.GenericParam]], _question: Token, path: ast.Path) -> ast.TraitBound:
        return ast.TraitBound(span=to(params[0], self.place(path)), path=path, for_lifetimes=params[1], maybe=True)

    def paren_bound(self, lparen: Token, bound: ast.TraitBound, rparen: Token) -> ast.TraitBound:
        bound.parenthesized = True
        bound.span = to(lparen.span, rparen.span)
        return bound

    def use_bound(self, use: Token, _lt: Token, params: list[Token], gt: Token) -> ast.UseBound:
        return ast.UseBound(span=to(use.span, gt.span), params=[ident(param) for param in params])

    # ------------------------------------------------------------------------------------------------ types

    def path_ty(self, path: ast.Path) -> ast.PathTy:
        return ast.PathTy(span=path.span, path=path)

    def impl_ty(self, token: Token, bounds: list[ast.GenericBound]) -> ast.ImplTraitTy:
        return ast.ImplTraitTy(span=to(token.span, self.place(bounds[-1])), bounds=bounds)

    def dyn_ty(self, token: Token, bounds: list[ast.GenericBound]) -> ast.DynTy:
        return ast.DynTy(span=to(token.span, self.place(bounds[-1])), bounds=bounds)

    def impl_nothing(self, token: Token) -> ast.ImplTraitTy:
        return ast.ImplTraitTy(span=token.span, bounds=[])

    def dyn_nothing(self, token: Token) -> ast.DynTy:
        return ast.DynTy(span=token.span, bounds=[])

    def impl_ty1(self, token: Token, bound: ast.GenericBound) -> ast.ImplTraitTy:
        return self.impl_ty(token, [bound])

    def dyn_ty1(self, token: Token, bound: ast.GenericBound) -> ast.DynTy:
        return self.dyn_ty(token, [bound])

    def bare_dyn(self, path: ast.Path, _plus: Token, bounds: list[ast.GenericBound]) -> ast.DynTy:
        return ast.DynTy(span=to(self.place(path), self.place(bounds[-1])), bounds=[self.trait_bound(path), *bounds], bare=True)

    def bare_dyn_plus(self, path: ast.Path, plus: Token) -> ast.DynTy:
        return ast.DynTy(span=to(self.place(path), plus.span), bounds=[self.trait_bound(path)], bare=True)

    def for_bare_dyn(
        self, params: tuple[Span, list[ast.GenericParam]], path: ast.Path, _plus: Token, bounds: list[ast.GenericBound]
    ) -> ast.DynTy:
        return ast.DynTy(span=to(params[0], self.place(bounds[-1])), bounds=[self.for_bound(params, path), *bounds], bare=True)

    def for_dyn(self, params: tuple[Span, list[ast.GenericParam]], path: ast.Path) -> ast.DynTy:
        bound = self.for_bound(params, path)
        return ast.DynTy(span=bound.span, bounds=[bound], bare=True)

    def lifetime_dyn(self, token: Token, _plus: Token, bounds: list[ast.GenericBound]) -> ast.DynTy:
        return ast.DynTy(span=to(token.span, self.place(bounds[-1])), bounds=[self.lifetime_bound(token), *bounds], bare=True)

    def ref_ty(self, amp: Token, ty: ast.Ty) -> ast.RefTy:
        return ast.RefTy(span=to(amp.span, self.place(ty)), lifetime=None, mutable=False, ty=ty)

    def ref_ty_lt(self, amp: Token, lifetime: Token, ty: ast.Ty) -> ast.RefTy:
        return ast.RefTy(span=to(amp.span, self.place(ty)), lifetime=self.lifetime(lifetime), mutable=False, ty=ty)

    def ref_ty_mut(self, amp: Token, _mut: Token, ty: ast.Ty) -> ast.RefTy:
        return ast.RefTy(span=to(amp.span, self.place(ty)), lifetime=None, mutable=True, ty=ty)

    def ref_ty_lt_mut(self, amp: Token, lifetime: Token, _mut: Token, ty: ast.Ty) -> ast.RefTy:
        return ast.RefTy(span=to(amp.span, self.place(ty)), lifetime=self.lifetime(lifetime), mutable=True, ty=ty)

    def ref_plus(self, amp: Token, *rest: Any) -> ast.RefTy:
        """`&A + B`, which rustc reads as `&A` after an error."""
        inner, bounds = rest[-3], rest[-1]
        if isinstance(inner, (ast.DynTy, ast.ImplTraitTy)):
            self.error("ambiguous `+` in a type", to(self.place(inner), self.place(bounds[-1])))
            inner = type(inner)(span=to(self.place(inner), self.place(bounds[-1])), bounds=[*inner.bounds, *bounds])
        else:
            self.error("expected a path on the left-hand side of `+`", to(amp.span, self.place(inner)), code="E0178")
        lifetime = next((self.lifetime(token) for token in rest[:-3] if token.kind == "LIFETIME"), None)
        mutable = any(token.kind == "mut" for token in rest[:-3])
        return ast.RefTy(span=to(amp.span, self.place(inner)), lifetime=lifetime, mutable=mutable, ty=inner)

    def fn_ptr_plus(self, ty: ast.FnPtrTy, _plus: Token, _bounds: list[ast.GenericBound]) -> ast.FnPtrTy:
        self.error("expected a path on the left-hand side of `+`", ty.span, code="E0178")
        return ty

    def ptr_ty(self, star: Token, kind: Token, ty: ast.Ty) -> ast.PtrTy:
        return ast.PtrTy(span=to(star.span, self.place(ty)), mutable=kind.kind == "mut", ty=ty)

    def unit_ty(self, lparen: Token, rparen: Token) -> ast.TupleTy:
        return ast.TupleTy(span=to(lparen.span, rparen.span), elems=[])

    def paren_ty(self, lparen: Token, ty: ast.Ty, rparen: Token) -> ast.ParenTy:
        return ast.ParenTy(span=to(lparen.span, rparen.span), ty=ty)

    def tuple_ty(self, lparen: Token, first: ast.Ty, _comma: Token, rest: list[ast.Ty], rparen: Token) -> ast.TupleTy:
        return ast.TupleTy(span=to(lparen.span, rparen.span), elems=[first, *rest])

    def paren_maybe_ty(self, lparen: Token, question: Token, path: ast.Path, rparen: Token) -> ast.DynTy:
        return ast.DynTy(span=to(lparen.span, rparen.span), bounds=[self.maybe_bound(question, path)], bare=True)

    def slice_ty(self, lbracket: Token, elem: ast.Ty, rbracket: Token) -> ast.SliceTy:
        return ast.SliceTy(span=to(lbracket.span, rbracket.span), elem=elem)

    def array_ty(self, lbracket: Token, elem: ast.Ty, _semi: Token, length: ast.Expr, rbracket: Token) -> ast.ArrayTy:
        return ast.ArrayTy(span=to(lbracket.span, rbracket.span), elem=elem, len=ast.AnonConst(span=length.span, value=length))

    def never_ty(self, bang: Token) -> ast.NeverTy:
        return ast.NeverTy(span=bang.span)

    def infer_ty(self, token: Token) -> ast.InferTy:
        return ast.InferTy(span=token.span)

    def macro_call(self, path: ast.Path, _bang: Token, args: Delimited) -> ast.MacroCall:
        if path.qself is not None:
            self.error("macros cannot use qualified paths", path.span)
            path.qself = None
            path.span = to(path.segments[0].span, path.segments[-1].span)
        span = to(self.place(path), args.span)
        return ast.MacroCall(span=span, path=path, delim=ast.MacroDelim(args.delim), trees=args.trees, args_span=args.span)

    def fn_ptr_sig(
        self, lparen: Token, params: list[Any], rparen: Token, _arrow: Token | None = None, output: ast.Ty | None = None
    ) -> ast.FnPtrTy:
        span = to(lparen.span, self.place(output) if output else rparen.span)
        plain = [param for param in params if not isinstance(param, Token)]
        return ast.FnPtrTy(span=span, for_lifetimes=[], params=plain, output=output, variadic=len(plain) < len(params))

    def _fn_ptr(self, start: Token, ty: ast.FnPtrTy, *, unsafe: bool = False, abi: Token | None = None) -> ast.FnPtrTy:
        ty.span, ty.unsafe, ty.abi = to(start.span, self.place(ty)), unsafe, self.lit_expr(abi) if abi else None
        return ty

    def fn_ptr(self, fn: Token, ty: ast.FnPtrTy) -> ast.FnPtrTy:
        return self._fn_ptr(fn, ty)

    def fn_ptr_unsafe(self, unsafe: Token, _fn: Token, ty: ast.FnPtrTy) -> ast.FnPtrTy:
        return self._fn_ptr(unsafe, ty, unsafe=True)

    def fn_ptr_extern(self, extern: Token, *rest: Any) -> ast.FnPtrTy:
        rest[-1].extern = True
        return self._fn_ptr(extern, rest[-1], abi=rest[0] if len(rest) == 3 else None)

    def fn_ptr_unsafe_extern(self, unsafe: Token, _extern: Token, *rest: Any) -> ast.FnPtrTy:
        rest[-1].extern = True
        return self._fn_ptr(unsafe, rest[-1], unsafe=True, abi=rest[0] if len(rest) == 3 else None)

    def for_fn_ptr(self, params: tuple[Span, list[ast.GenericParam]], ty: ast.FnPtrTy) -> ast.FnPtrTy:
        ty.for_lifetimes, ty.span = params[1], to(params[0], self.place(ty))
        return ty

    def fn_ptr_param(self, ty: ast.Ty) -> tuple[ast.Ident | None, ast.Ty]:
        return None, ty

    def fn_ptr_param_named(self, name: Token, _colon: Token, ty: ast.Ty) -> tuple[ast.Ident | None, ast.Ty]:
        return ident(name), ty

    # ------------------------------------------------------------------------------------------------ literals in patterns and
    # types

    def lit_expr(self, value: Any) -> Any:
        """A literal as an expression: from a token, or a `$x:literal` that is one already."""
        return make_literal(value) if type(value) is Token else value

    def neg_lit(self, minus: Token, value: Any) -> ast.Unary:
        lit = self.lit_expr(value)
        return ast.Unary(span=to(minus.span, lit.span), op=ast.UnOp.NEG, expr=lit)

    # ------------------------------------------------------------------------------------------------ patterns

    def or_pat(self, alts: list[ast.Pat]) -> ast.OrPat:
        return ast.OrPat(span=to(self.place(alts[0]), alts[-1].span), alts=alts)

    def or_pat_leading(self, bar: Token, alts: list[ast.Pat]) -> ast.OrPat:
        return ast.OrPat(span=to(bar.span, alts[-1].span), alts=alts)

    def _ident_pat(self, start: Token, name: Token, sub: ast.Pat | None, **flags: bool) -> ast.IdentPat:
        span = start.span if start is name and sub is None else to(start.span, self.place(sub) if sub else name.span)
        return ast.IdentPat(span=span, ident=ident(name), sub=sub, **flags)

    def ident_pat(self, name: Token, _at: Token | None = None, sub: ast.Pat | None = None) -> ast.IdentPat:
        return self._ident_pat(name, name, sub)

    def mut_pat(self, mut: Token, name: Token, _at: Token | None = None, sub: ast.Pat | None = None) -> ast.IdentPat:
        return self._ident_pat(mut, name, sub, mutable=True)

    def mut_ref_pat(
        self, mut: Token, ref: Token, mut_ref: Token | None, name: Token, _at: Token | None = None, sub: ast.Pat | None = None
    ) -> ast.IdentPat:
        self.gate("mutable by-reference bindings are experimental", name.span, 123076)
        return self._ident_pat(mut, name, sub, by_ref=True, mutable=mut_ref is not None)

    def ref_ident_pat(self, ref: Token, name: Token, _at: Token | None = None, sub: ast.Pat | None = None) -> ast.IdentPat:
        return self._ident_pat(ref, name, sub, by_ref=True)

    def ref_mut_ident_pat(
        self, ref: Token, _mut: Token, name: Token, _at: Token | None = None, sub: ast.Pat | None = None
    ) -> ast.IdentPat:
        return self._ident_pat(ref, name, sub, by_ref=True, ref_mutable=True)

    def wild_pat(self, token: Token) -> ast.WildPat:
        return ast.WildPat(span=token.span)

    def never_pat(self, token: Token) -> ast.NeverPat:
        self.gate("`!` patterns are experimental", token.span, 118155)
        return ast.NeverPat(span=token.span)

    def rest_pat(self, token: Token) -> ast.RestPat:
        return ast.RestPat(span=token.span)

    def lit_pat(self, value: Any) -> ast.LitPat:
        lit = self.lit_expr(value)
        if isinstance(value, Token) and value.kind in ("INT", "FLOAT") and lit.error is not None and split_number(value.text)[1]:
            # A name that begins with a digit (rustc: `is_lit_bad_ident`).
            self._name_expected(value.span, value.text)
        return ast.LitPat(span=self.place(lit), expr=lit)

    def neg_lit_pat(self, minus: Token, value: Any) -> ast.LitPat:
        lit = self.neg_lit(minus, value)
        return ast.LitPat(span=lit.span, expr=lit)

    def expr_pat(self, fragment: Fragment) -> ast.Pat:
        """`$e:expr` as a pattern: only what is a literal, a path or a constant block may stand there."""
        node: Any = self.fragment(fragment)
        if isinstance(node, ast.PathExpr):
            return ast.PathPat(span=node.span, path=node.path)
        if not (
            isinstance(node, ast.Lit)
            or (isinstance(node, ast.Unary) and node.op is ast.UnOp.NEG and isinstance(node.expr, ast.Lit))
        ):
            self.error("arbitrary expressions aren't allowed in patterns", fragment.span)
        return ast.LitPat(span=fragment.span, expr=node)

    def range_pat(self, lo: Any, dots: Token, hi: Any) -> ast.RangePat:
        lo, hi = self.lit_expr(lo), self.lit_expr(hi)
        if dots.kind == "..." and self.edition >= 2021:
            self.error("`...` range patterns are deprecated", to(self.place(lo), self.place(hi)), code="E0783")
        return ast.RangePat(span=to(self.place(lo), self.place(hi)), lo=lo, hi=hi, inclusive=dots.kind != "..")

    def range_from_pat(self, lo: Any, dots: Token) -> ast.RangePat:
        lo = self.lit_expr(lo)
        return ast.RangePat(span=to(self.place(lo), dots.span), lo=lo, hi=None, inclusive=False)

    def range_to_pat(self, dots: Token, hi: Any) -> ast.RangePat:
        hi = self.lit_expr(hi)
        return ast.RangePat(span=to(dots.span, self.place(hi)), lo=None, hi=hi, inclusive=dots.kind != "..")

    def path_pat(self, path: ast.Path) -> ast.PathPat:
        return ast.PathPat(span=path.span, path=path)

    def self_pat(self, token: Token) -> ast.PathPat:
        return self.path_pat(self.path_first(self.segment(token)))

    def tuple_struct_pat(self, path: ast.Path, _lparen: Token, elems: list[ast.Pat], rparen: Token) -> ast.TupleStructPat:
        return ast.TupleStructPat(span=to(self.place(path), rparen.span), path=path, elems=elems)

    def struct_pat(self, path: ast.Path, _lbrace: Token, fields: list[Any], rbrace: Token) -> ast.StructPat:
        rest = [at for at, field in enumerate(fields) if isinstance(field, ast.RestPat)]
        if rest and rest[0] != len(fields) - 1:
            self._comma_after_rest(fields[rest[0]].span, rbrace.span)
        elif rest:
            self._comma_after_rest(fields[-1].span, rbrace.span)
        kept = [field for field in fields if isinstance(field, ast.FieldPat)]
        return ast.StructPat(span=to(self.place(path), rbrace.span), path=path, fields=kept, rest=bool(rest))

    def _comma_after_rest(self, rest: Span, rbrace: Span) -> None:
        """`S { .., }`"""
        comma = rest.file.text.find(",", rest.hi, rbrace.lo) if rest.file is rbrace.file else -1
        if comma >= 0:
            at = Span(rest.file, comma, comma + 1, rest.call_site)
            why = Label(rest.to(at), "`..` must be at the end and cannot have a trailing comma")
            self.diagnostics.append(Diagnostic(None, "expected `}`, found `,`", (Label(at, "expected `}`"),), (why,)))

    def field_pat(self, name: Token, _colon: Token, pat: ast.Pat) -> ast.FieldPat:
        return ast.FieldPat(span=to(name.span, self.place(pat)), ident=ident(name), pat=pat, shorthand=False)

    def _field_short(self, pat: ast.IdentPat) -> ast.FieldPat:
        return ast.FieldPat(span=pat.span, ident=pat.ident, pat=pat, shorthand=True)

    def field_pat_short(self, name: Token) -> ast.FieldPat:
        return self._field_short(self.ident_pat(name))

    def field_pat_mut(self, mut: Token, name: Token) -> ast.FieldPat:
        return self._field_short(self.mut_pat(mut, name))

    def field_pat_mut_ref(self, mut: Token, ref: Token, mut_ref: Token | None, name: Token) -> ast.FieldPat:
        return self._field_short(self.mut_ref_pat(mut, ref, mut_ref, name))

    def field_pat_ref(self, ref: Token, name: Token) -> ast.FieldPat:
        return self._field_short(self.ref_ident_pat(ref, name))

    def field_pat_ref_mut(self, ref: Token, mut: Token, name: Token) -> ast.FieldPat:
        return self._field_short(self.ref_mut_ident_pat(ref, mut, name))

    def ref_pat(self, amp: Token, pat: ast.Pat) -> ast.RefPat:
        return ast.RefPat(span=to(amp.span, self.place(pat)), mutable=False, pat=pat)

    def ref_mut_pat(self, amp: Token, _mut: Token, pat: ast.Pat) -> ast.RefPat:
        return ast.RefPat(span=to(amp.span, self.place(pat)), mutable=True, pat=pat)

    def unit_pat(self, lparen: Token, rparen: Token) -> ast.TuplePat:
        return ast.TuplePat(span=to(lparen.span, rparen.span), elems=[])

    def paren_pat(self, lparen: Token, pat: ast.Pat, rparen: Token) -> ast.ParenPat | ast.TuplePat:
        span = to(lparen.span, rparen.span)
        if isinstance(pat, ast.RestPat):
            return ast.TuplePat(span=span, elems=[pat])
        return ast.ParenPat(span=span, pat=pat)

    def tuple_pat(self, lparen: Token, first: ast.Pat, _comma: Token, rest: list[ast.Pat], rparen: Token) -> ast.TuplePat:
        return ast.TuplePat(span=to(lparen.span, rparen.span), elems=[first, *rest])

    def slice_pat(self, lbracket: Token, elems: list[ast.Pat], rbracket: Token) -> ast.SlicePat:
        for elem in elems:
            inner = elem.sub if isinstance(elem, ast.IdentPat) else elem
            if isinstance(inner, ast.RangePat) and inner.hi is None:
                self.gate("`X..` patterns in slices are experimental", inner.span, 67264, late=True)
        return ast.SlicePat(span=to(lbracket.span, rbracket.span), elems=elems)

    def const_block_pat(self, const: Token, block: ast.Block) -> ast.WildPat:
        span = to(const.span, self.place(block))
        self.error("const blocks cannot be used as patterns", block.span)
        return ast.WildPat(span=span)

    def box_pat(self, box: Token, inner: ast.Pat) -> ast.Pat:
        """Refused; the inner pattern stands for it."""
        self.gate("box pattern syntax is experimental", to(box.span, self.place(inner)), 29641, late=True)
        return inner
