"""The AST builder for items and visibility."""

from __future__ import annotations

from itertools import pairwise

from interpreter.diagnostics import Diagnostic, Label, SpannedNote
from interpreter.hints import Any, Final
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Attribute, Delimited, Token, TokenTree
from interpreter.syntax.build_base import ident, inherited, nameless, to
from interpreter.syntax.build_uses import UseBuilder
from interpreter.syntax.rare import async_fns

_QUALIFIERS: Final = ("const", "async", "unsafe", "extern")

_Where = tuple[Span, list[Any]]


def _head(item: Span) -> Span:
    """What stands before the braces of an item."""
    file, lo, hi, call_site = item
    brace = file.text.find("{", lo, hi)
    return Span(file, lo, lo + len(file.text[lo : hi if brace < 0 else brace].rstrip()), call_site)


NOT_ASSOCIATED: Final[dict[type, str]] = {
    ast.Struct: "struct", ast.Union: "union", ast.Enum_: "enum", ast.Trait: "trait", ast.Impl: "implementation",
    ast.ExternBlock: "extern block",
    ast.Mod: "module", ast.Use: "`use` import", ast.ExternCrate: "`extern crate`", ast.MacroRules: "macro definition",
}  # fmt: skip
"""What rustc calls the items that can't stand in an impl or trait."""


class ItemBuilder(UseBuilder):
    # ------------------------------------------------------------------------------------------------ visibility and attributes

    def vis_pub(self, pub: Token) -> ast.Visibility:
        return ast.Visibility(span=pub.span, kind=ast.VisKind.PUBLIC)

    def vis_word(self, pub: Token, _lparen: Token, word: Token, rparen: Token) -> ast.Visibility:
        path = self.path_first(self.segment(word))
        return ast.Visibility(span=to(pub.span, rparen.span), kind=ast.VisKind.RESTRICTED, path=path)

    def vis_in(self, pub: Token, _lparen: Token, _in: Token, path: ast.Path, rparen: Token) -> ast.Visibility:
        return ast.Visibility(span=to(pub.span, rparen.span), kind=ast.VisKind.RESTRICTED, path=path)

    def item_attrs(self, attrs: list[Attribute], item: Any) -> Any:
        item.attrs = [*attrs, *item.attrs]
        return item

    def item_attrs_fragment(self, attrs: list[Attribute], fragment: ast.Fragment) -> Any:
        return self.item_attrs(attrs, self.fragment(fragment))

    def item_vis(self, vis: ast.Visibility, item: Any) -> Any:
        if isinstance(item, ast.MacroRules) and not item.modern and vis.kind is not ast.VisKind.INHERITED:
            self.error(f"can't qualify macro_rules invocation with `{vis.span.text}`", vis.span)
        elif vis.kind is not ast.VisKind.INHERITED:
            item.vis = vis
            item.span = to(self.place(vis), item.span)
            if isinstance(item, (ast.Trait, ast.Impl)):
                item.head_span = to(self.place(vis), item.head_span)
        return item

    def item_attrs_vis(self, attrs: list[Attribute], vis: ast.Visibility, item: Any) -> Any:
        return self.item_attrs(attrs, self.item_vis(vis, item))

    def item_macro(self, path: ast.Path, bang: Token, args: Delimited, semi: Token | None = None) -> ast.MacroItem:
        call = self.macro_call(path, bang, args)
        span = to(call.span, semi.span) if semi else call.span
        return ast.MacroItem(span=span, ident=nameless(span), vis=inherited(span), call=call)

    def _generics(self, after: Span, generics: ast.Generics | None, *wheres: _Where | None) -> ast.Generics:
        result = generics or ast.Generics(span=after.shrink_to_hi())
        for where in wheres:
            if where is not None:
                result.predicates.extend(where[1])
        return result

    # ------------------------------------------------------------------------------------------------ functions

    def ret(self, _arrow: Token, ty: ast.Ty) -> ast.Ty:
        return ty

    def fn_core(
        self, fn: Token, name: Token, generics: ast.Generics | None, _lparen: Token, params: list[Any], rparen: Token,
        output: ast.Ty | None, where: _Where | None, body: ast.Block | Token,
    ) -> ast.Fn:  # fmt: skip
        self_param: ast.SelfParam | None = None
        variadic: Span | None = None
        plain: list[ast.Param] = []
        misplaced = False
        for index, param in enumerate(params):
            if isinstance(param, ast.SelfParam):
                if index == 0:
                    self_param = param
                else:
                    label = "must be the first parameter of an associated function"
                    self.error("unexpected `self` parameter in function", param.pattern_span, label)
                    taken_for = param.as_param(ast.ErrTy(span=param.self_span))
                    if misplaced:
                        taken_for.pat = ast.WildPat(span=param.span)
                    plain.append(taken_for)
                    misplaced = True
            elif isinstance(param, Token):
                variadic = param.span
            else:
                plain.append(param)
        span = to(fn.span, self.place(body))
        return ast.Fn(
            span=span, ident=ident(name), vis=inherited(span), generics=self._generics(name.span, generics, where),
            self_param=self_param,
            params=plain, output=output, body=body if isinstance(body, ast.Block) else None, variadic=variadic,
            sig_span=to(fn.span, self.place(output) if output else rparen.span),
        )  # fmt: skip

    def extern_qual(self, extern: Token, abi: Token | None = None) -> tuple[Token, Token | None]:
        return extern, abi

    def _check_order(self, quals: list[Token], item: ast.Fn) -> bool:
        """`const async unsafe extern`, in this order, each once. Gives whether both of the first are there, which is an error."""
        for before, token in pairwise(quals):
            if _QUALIFIERS.index(token.kind) <= _QUALIFIERS.index(before.kind):
                wanted_words = [*_QUALIFIERS[_QUALIFIERS.index(before.kind) + 1 :], "fn"]
                words = [f"`{word}`" for word in sorted([*wanted_words, *(("safe",) if "unsafe" in wanted_words else ())])]
                listed = f"{', '.join(words[:-1])}{',' if len(words) > 2 else ''} or {words[-1]}" if words[1:] else words[0]
                wanted = f"expected one of {listed}" if words[1:] else f"expected {listed}"
                self.error(f"{wanted}, found keyword `{token.kind}`", token.span, wanted)
                break
        exclusive = [token for token in quals if token.kind in ("const", "async")]
        both = len({token.kind for token in exclusive}) == 2
        if both:
            labels = tuple(Label(token.span, f"`{token.kind}` because of this") for token in exclusive)
            whole = (Label(quals[0].span.to(item.span), ""),)
            self.diagnostics.append(Diagnostic(None, "functions cannot be both `const` and `async`", labels, whole))
        return both

    def fn_quals(self, quals: list[Any], item: ast.Fn) -> ast.Fn:
        start: Span | None = None
        both = self._check_order([qual if isinstance(qual, Token) else qual[0] for qual in quals], item)
        for qual in quals:
            token = qual if isinstance(qual, Token) else qual[0]
            start = start or token.span
            if token.kind == "const":
                item.const = not both
            elif token.kind == "unsafe":
                item.unsafe = True
            elif token.kind == "async":
                item.async_ = True
            else:
                item.abi = self.lit_expr(qual[1]) if qual[1] else None
                item.extern_abi = str(item.abi.value) if item.abi is not None else "C"
        assert start is not None
        item.span, item.sig_span = to(start, item.span), to(start, item.sig_span)
        item.vis = inherited(item.span)
        if item.async_:
            async_fns.rewrite_fn(item)
        return item

    def param(self, pat: ast.Pat, _colon: Token, ty: ast.Ty) -> ast.Param:
        return ast.Param(span=to(self.place(pat), self.place(ty)), pat=pat, ty=ty)

    def variadic(self, *parts: Any) -> Token:
        dots = parts[-1]
        assert isinstance(dots, Token)
        return dots._replace(span=to(parts[0].span, dots.span)) if len(parts) > 1 else dots

    def self_value(self, token: Token, _colon: Token | None = None, ty: ast.Ty | None = None) -> ast.SelfParam:
        span = to(token.span, self.place(ty)) if ty else token.span
        return ast.SelfParam(span=span, by_ref=False, lifetime=None, mutable=False, ty=ty, hygiene=token.hygiene)

    def self_mut_value(self, mut: Token, token: Token, _colon: Token | None = None, ty: ast.Ty | None = None) -> ast.SelfParam:
        span = to(mut.span, self.place(ty) if ty else token.span)
        return ast.SelfParam(span=span, by_ref=False, lifetime=None, mutable=True, ty=ty, hygiene=token.hygiene)

    def self_ref(self, amp: Token, *rest: Token) -> ast.SelfParam:
        lifetime = self.lifetime(rest[0]) if rest[0].kind == "LIFETIME" else None
        mutable = any(token.kind == "mut" for token in rest)
        return ast.SelfParam(
            span=to(amp.span, rest[-1].span), by_ref=True, lifetime=lifetime, mutable=mutable, ty=None, hygiene=rest[-1].hygiene
        )

    # ------------------------------------------------------------------------------------------------ data types

    def field(
        self, attrs: list[Attribute] | None, vis: ast.Visibility | None, name: Token, _colon: Token, ty: ast.Ty
    ) -> ast.FieldDef:
        span = to(vis.span if vis else name.span, self.place(ty))
        return ast.FieldDef(span=span, ident=ident(name), vis=vis or inherited(span), ty=ty, attrs=attrs or [])

    def field_default(
        self, attrs: list[ast.Attribute] | None, vis: ast.Visibility | None, name: Token, colon: Token, ty: ast.Ty, eq: Token,
        value: ast.Expr,
    ) -> ast.FieldDef:  # fmt: skip
        self._default_value(ty, value)
        return self.field(attrs, vis, name, colon, ty)

    def _default_value(self, ty: ast.Ty, value: ast.Expr) -> None:
        notes = ("see issue #132162 <https://github.com/rust-lang/rust/issues/132162> for more information",)
        span = to(self.place(ty).shrink_to_hi(), self.place(value))
        self.error("default values on fields are experimental", span, code="E0658", notes=notes)

    def tuple_field_default(
        self, attrs: list[Attribute] | None, vis: ast.Visibility | None, ty: ast.Ty, _eq: Token, value: ast.Expr
    ) -> ast.FieldDef:
        self._default_value(ty, value)
        return self.tuple_field(attrs, vis, ty)

    def tuple_field(self, attrs: list[Attribute] | None, vis: ast.Visibility | None, ty: ast.Ty) -> ast.FieldDef:
        span = to(vis.span, self.place(ty)) if vis else ty.span
        return ast.FieldDef(span=span, ident=ast.Ident("", ty.span), vis=vis or inherited(span), ty=ty, attrs=attrs or [])

    def _number(self, fields: list[ast.FieldDef]) -> list[ast.FieldDef]:
        for index, field in enumerate(fields):
            field.ident = ast.Ident(str(index), field.span)
        return fields

    def _struct(
        self, start: Token, name: Token, generics: ast.Generics | None, where: _Where | None, kind: ast.VariantKind,
        fields: list[ast.FieldDef],
        end: Token,
    ) -> ast.Struct:  # fmt: skip
        span = to(start.span, end.span)
        merged = self._generics(name.span, generics, where)
        recovered = not end.text
        return ast.Struct(
            span=span, ident=ident(name), vis=inherited(span), generics=merged, kind=kind, fields=fields, recovered=recovered
        )

    def struct_fields(
        self,
        start: Token,
        name: Token,
        generics: ast.Generics | None,
        where: _Where | None,
        _lbrace: Token,
        fields: list[ast.FieldDef],
        end: Token,
    ) -> ast.Struct:
        return self._struct(start, name, generics, where, ast.VariantKind.STRUCT, fields, end)

    def struct_tuple(
        self, start: Token, name: Token, generics: ast.Generics | None, _lparen: Token, fields: list[ast.FieldDef],
        _rparen: Token,
        where: _Where | None, end: Token,
    ) -> ast.Struct:  # fmt: skip
        return self._struct(start, name, generics, where, ast.VariantKind.TUPLE, self._number(fields), end)

    def struct_unit(
        self, start: Token, name: Token, generics: ast.Generics | None, where: _Where | None, end: Token
    ) -> ast.Struct:
        return self._struct(start, name, generics, where, ast.VariantKind.UNIT, [], end)

    def union_item(
        self,
        start: Token,
        name: Token,
        generics: ast.Generics | None,
        where: _Where | None,
        _lbrace: Token,
        fields: list[ast.FieldDef],
        end: Token,
    ) -> ast.Union:
        span = to(start.span, end.span)
        return ast.Union(
            span=span, ident=ident(name), vis=inherited(span), generics=self._generics(name.span, generics, where), fields=fields
        )

    def enum_item(
        self,
        start: Token,
        name: Token,
        generics: ast.Generics | None,
        where: _Where | None,
        _lbrace: Token,
        variants: list[ast.Variant],
        end: Token,
    ) -> ast.Enum_:
        span = to(start.span, end.span)
        return ast.Enum_(
            span=span,
            ident=ident(name),
            vis=inherited(span),
            generics=self._generics(name.span, generics, where),
            variants=variants,
        )

    def variant_data(
        self, open_: Token, fields: list[ast.FieldDef], close: Token
    ) -> tuple[ast.VariantKind, list[ast.FieldDef], Token]:
        if open_.kind == "{":
            return ast.VariantKind.STRUCT, fields, close
        return ast.VariantKind.TUPLE, self._number(fields), close

    def variant(
        self, attrs: list[Attribute] | None, vis: ast.Visibility | None, name: Token,
        data: tuple[ast.VariantKind, list[ast.FieldDef], Token] | None, value: ast.Expr | None,
    ) -> ast.Variant:  # fmt: skip
        kind, fields, end = data or (ast.VariantKind.UNIT, [], name)
        span = to(name.span, self.place(value) if value else end.span)
        const = ast.AnonConst(span=value.span, value=value) if value else None
        return ast.Variant(
            span=span, ident=ident(name), kind=kind, fields=fields, discriminant=const, attrs=attrs or [], vis=vis,
            recovered=not end.text,
        )  # fmt: skip

    # ------------------------------------------------------------------------------------------------ impls and traits

    def impl_inherent(self, ty: ast.Ty) -> tuple[ast.Path | None, bool, ast.Ty]:
        return None, False, ty

    def impl_trait(self, trait: ast.Ty, _for: Token, ty: ast.Ty) -> tuple[ast.Path | None, bool, ast.Ty]:
        if isinstance(trait, ast.PathTy):
            return trait.path, False, ty
        if isinstance(trait, ast.ImplTraitTy) and len(trait.bounds) == 1 and isinstance(bound := trait.bounds[0], ast.TraitBound):
            keyword = trait.span._replace(hi=bound.span.lo)
            note = "this is parsed as an `impl Trait` type, but a trait is expected at this position"
            self.error("unexpected `impl` keyword", keyword, notes=(SpannedNote(note, (Label(trait.span),)),))
            return bound.path, False, ty
        self.error("expected a trait, found type", trait.span)
        self.fatal = True
        return None, False, ty

    def impl_negative(self, _bang: Token, trait: ast.Path, _for: Token, ty: ast.Ty) -> tuple[ast.Path | None, bool, ast.Ty]:
        return trait, True, ty

    def impl_negative_inherent(self, bang: Token, path: ast.Path) -> tuple[ast.Path | None, bool, ast.Ty]:
        return self._inherent_modifier("negative", bang, ast.PathTy(span=path.span, path=path))

    def impl_const_inherent(self, const: Token, ty: ast.Ty) -> tuple[ast.Path | None, bool, ast.Ty]:
        self.gate("const trait impls are experimental", const.span, 143874)
        return self.impl_inherent(ty)

    def _inherent_modifier(self, word: str, modifier: Token, ty: ast.Ty) -> tuple[ast.Path | None, bool, ast.Ty]:
        because = (Label(modifier.span, f"{word} because of this"),)
        labels = (Label(ty.span, "inherent impl for this type"),)
        self.diagnostics.append(Diagnostic(None, f"inherent impls cannot be {word}", labels, because))
        return self.impl_inherent(ty)

    def impl_const(self, const: Token, trait: ast.Ty, for_: Token, ty: ast.Ty) -> tuple[ast.Path | None, bool, ast.Ty]:
        self.gate("const trait impls are experimental", const.span, 143874)
        return self.impl_trait(trait, for_, ty)

    def unsafe_mod(self, unsafe: Token, item: ast.Mod) -> ast.Mod:
        self.error("module cannot be declared unsafe", unsafe.span)
        return item

    def body_of_items(
        self, _lbrace: Token, attrs: list[Attribute], items: list[Any], rbrace: Token
    ) -> tuple[list[Attribute], list[Any], Token]:
        return attrs, self.assoc_items(items), rbrace

    def assoc_items(self, items: list[Any]) -> list[Any]:
        """The items of an impl or trait; those that can't stand there are reported and left out."""
        kept = []
        for item in items:
            other = NOT_ASSOCIATED.get(type(item))
            if isinstance(item, ast.Static):
                self.error("associated `static` items are not allowed", item.span)
                generics = ast.Generics(span=item.ident.span.shrink_to_hi())
                item = ast.Const(
                    span=item.span, ident=item.ident, vis=item.vis, attrs=item.attrs, ty=item.ty, expr=item.expr,
                    generics=generics,
                )  # fmt: skip
            elif other is not None:
                self._not_here(item, other, "`trait`s or `impl`s")
                continue
            kept.append(item)
        return kept

    def impl_plain(
        self,
        start: Token,
        target: tuple[ast.Path | None, bool, ast.Ty],
        where: _Where | None,
        body: tuple[list[Attribute], list[Any], Token],
    ) -> ast.Impl:
        return self.impl_generic(start, None, target, where, body)

    def impl_generic(
        self, start: Token, generics: ast.Generics | None, target: tuple[ast.Path | None, bool, ast.Ty], where: _Where | None,
        body: tuple[list[Attribute], list[Any], Token],
    ) -> ast.Impl:  # fmt: skip
        span = to(start.span, body[2].span)
        trait, negative, ty = target
        return ast.Impl(
            span=span, ident=nameless(span), vis=inherited(span), attrs=body[0], generics=self._generics(start.span,
            generics, where),
            trait=trait, negative=negative, self_ty=ty, items=body[1], head_span=to(start.span, where[0] if where else ty.span),
        )  # fmt: skip

    def trait_item(
        self, start: Token, name: Token, generics: ast.Generics | None, bounds: list[ast.GenericBound] | None,
        where: _Where | None,
        body: tuple[list[Attribute], list[Any], Token],
    ) -> ast.Trait:  # fmt: skip
        for item in body[1]:
            if item.default is not None:
                self._default_outside_impl(item.default, item)
        span = to(start.span, body[2].span)
        end = where[0] if where else bounds[-1].span if bounds else generics.span if generics else name.span
        return ast.Trait(
            span=span, ident=ident(name), vis=inherited(span), attrs=body[0], generics=self._generics(name.span, generics,
            where),
            supertraits=bounds or [], items=body[1], head_span=to(start.span, end),
        )  # fmt: skip

    def auto_alias(self, auto: Token, alias: ast.Trait) -> ast.Trait:
        return self._alias_cannot_be("auto", auto, alias)

    def unsafe_alias(self, unsafe: Token, alias: ast.Trait) -> ast.Trait:
        return self._alias_cannot_be("unsafe", unsafe, alias)

    def _alias_cannot_be(self, word: str, token: Token, alias: ast.Trait) -> ast.Trait:
        alias.span = alias.head_span = to(token.span, alias.span)
        message = f"trait aliases cannot be `{word}`"
        self.error(message, alias.span, message)
        return self.free_alias(alias)

    def free_alias(self, alias: ast.Trait) -> ast.Trait:
        self.gate("trait aliases are experimental", alias.span, 41517, late=True)
        return alias

    def trait_alias(self, start: Token, name: Token, *rest: Any) -> ast.Trait:
        span = to(start.span, rest[-1].span)
        return ast.Trait(
            span=span,
            ident=ident(name),
            vis=inherited(span),
            generics=self._generics(name.span, rest[0], rest[3]),
            supertraits=rest[2] or [],
            items=[],
            head_span=span,
        )

    def unsafe_item(self, unsafe: Token, item: Any) -> Any:
        item.unsafe = True
        item.span, item.head_span = to(unsafe.span, item.span), to(unsafe.span, item.head_span)
        item.vis = inherited(item.span)
        return item

    def auto_trait(self, auto: Token, item: ast.Trait) -> ast.Trait:
        item.auto = True
        item.span, item.head_span = to(auto.span, item.span), to(auto.span, item.head_span)
        self.gate("auto traits are experimental and possibly buggy", item.span, 13231, late=True)
        return item

    def const_trait(self, const: Token, item: ast.Trait) -> ast.Trait:
        self.gate("const trait impls are experimental", const.span, 143874)
        item.span, item.head_span = to(const.span, item.span), to(const.span, item.head_span)
        return item

    def safe_item(self, safe: Token, item: Any) -> Any:
        item.span = to(safe.span, item.span)
        item.safe = True
        return item

    def unsafe_static(self, unsafe: Token, item: ast.Static) -> ast.Static:
        item.span = to(unsafe.span, item.span)
        item.unsafe = True
        return item

    def static_name(self, name: Token, generics: ast.Generics) -> Token:
        self.error("static items may not have generic parameters", generics.span)
        return name

    def dashed_name(self, names: list[Token]) -> Token:
        span = to(names[0].span, names[-1].span)
        message = "crate name using dashes are not valid in `extern crate` statements"
        self.error(message, span, "dash-separated idents are not valid")
        return names[0]._replace(text="_".join(name.text for name in names), span=span)

    def default_unsafe_impl(self, default: Token, unsafe: Token, item: ast.Impl) -> Any:
        return self.default_item(default, self.unsafe_item(unsafe, item))

    def default_free_item(self, default: Token, item: Any) -> Any:
        """`default` before an item of a module or block."""
        if isinstance(item, ast.Impl):
            return self.default_item(default, item)
        item.span = to(default.span, item.span)
        what = NOT_ASSOCIATED.get(type(item))
        if isinstance(item, ast.Static):
            what = "static item"
        if what is None:
            self._default_outside_impl(default, item)
        else:
            article = "an" if what[0] in "eiu" and what != "union" else "a"
            notes = ("only associated `fn`, `const`, and `type` items can be `default`",)
            message = f"{article} {what} cannot be `default`".replace("`extern crate`", "extern crate")
            self.error(message, default.span, "`default` because of this", notes=notes)
        return item

    def _default_outside_impl(self, default: Token, item: Any) -> None:
        whole = (Label(_head(item.span)),)
        because = (Label(default.span, "`default` because of this"),)
        self.diagnostics.append(Diagnostic(None, "`default` is only allowed on items in trait impls", whole, because))

    def default_item(self, default: Token, item: Any) -> Any:
        item.span = to(default.span, item.span)
        item.default = default
        if isinstance(item, ast.Impl):
            item.head_span = to(default.span, item.head_span)
            if item.trait is None:
                labels = (Label(item.self_ty.span, "inherent impl for this type"),)
                because = (Label(default.span, "default because of this"),)
                self.diagnostics.append(Diagnostic(None, "inherent impls cannot be default", labels, because))
                return item
        self.gate("specialization is unstable", item.span, 31844, late=True)
        return item

    def decl_macro(self, start: Token, name: Token, *groups: ast.Delimited) -> ast.MacroRules:
        """`macro name { (matcher) => { body } }`, or with one rule `macro name(matcher) { body }`."""
        span = to(start.span, groups[-1].span)
        self.gate("`macro` is experimental", span, 39412, late=True)
        arrow = Token("=>", "=>", groups[0].span.shrink_to_hi())
        trees: list[TokenTree] = groups[0].trees if len(groups) == 1 else [groups[0], arrow, groups[1]]
        return ast.MacroRules(span=span, ident=ident(name), vis=inherited(span), trees=trees, modern=True)

    def unsafe_auto_trait(self, unsafe: Token, auto: Token, item: ast.Trait) -> ast.Trait:
        return self.unsafe_item(unsafe, self.auto_trait(auto, item))  # type: ignore[no-any-return]

    # ------------------------------------------------------------------------------------------------ the other items

    def type_item(
        self, start: Token, name: Token, generics: ast.Generics | None, bounds: list[ast.GenericBound] | None,
        where: _Where | None,
        ty: ast.Ty | None, where_after: _Where | None, end: Token,
    ) -> ast.TypeAlias_:  # fmt: skip
        span = to(start.span, end.span)
        merged = self._generics(name.span, generics, where, where_after)
        alias = ast.TypeAlias_(span=span, ident=ident(name), vis=inherited(span), generics=merged, bounds=bounds or [], ty=ty)
        alias.where_after = where_after[0] if where_after is not None and ty is not None else None
        return alias

    def const_item(
        self,
        start: Token,
        name: Token,
        generics: ast.Generics | None,
        ty: ast.Ty | None,
        expr: ast.Expr | None,
        where: _Where | None,
        end: Token,
    ) -> ast.Const:
        span = to(start.span, end.span)
        merged = self._generics(name.span, generics, where)
        for part in (generics.span if generics else None, where[0] if where else None):
            if part is not None:
                self.gate("generic const items are experimental", part, 113521)
        if ty is None:
            self.error("missing type for `const` item", name.span.shrink_to_hi())
        return ast.Const(span=span, ident=ident(name), vis=inherited(span), ty=ty, expr=expr, generics=merged)

    def const_item_where(
        self, start: Token, name: Token, generics: ast.Generics | None, ty: ast.Ty | None, where: _Where, expr: ast.Expr,
        *rest: Any,
    ) -> ast.Const:  # fmt: skip
        """A `where` before the value."""
        labels = (
            Label(name.span, "while parsing this const item"),
            Label(expr.span, "the item body"),
        )
        message = "where clauses are not allowed before const item bodies"
        self.error(message, where[0], "unexpected where clause", secondary=labels)
        item = self.const_item(start, name, generics, ty, expr, *rest)
        self.gate("generic const items are experimental", where[0], 113521)
        item.generics.predicates[:0] = where[1]
        return item

    def static_item(
        self, start: Token, name: Token, ty: ast.Ty | None, expr: ast.Expr | None, end: Token, what: str = "static"
    ) -> ast.Static:
        span = to(start.span, end.span)
        if ty is None:
            self.error(f"missing type for `{what}` item", name.span.shrink_to_hi())
        return ast.Static(span=span, ident=ident(name), vis=inherited(span), mutable=False, ty=ty, expr=expr)

    def static_mut(
        self, start: Token, _mut: Token, name: Token, ty: ast.Ty | None, expr: ast.Expr | None, end: Token
    ) -> ast.Static:
        item = self.static_item(start, name, ty, expr, end, "static mut")
        item.mutable = True
        return item

    def mod_outline(self, start: Token, name: Token, end: Token) -> ast.Mod:
        span = to(start.span, end.span)
        return ast.Mod(span=span, ident=ident(name), vis=inherited(span), items=None)

    def mod_inline(
        self, start: Token, name: Token, _lbrace: Token, attrs: list[Attribute], items: list[ast.Item], end: Token
    ) -> ast.Mod:
        span = to(start.span, end.span)
        return ast.Mod(span=span, ident=ident(name), vis=inherited(span), items=items, attrs=attrs)

    def extern_crate(self, start: Token, _crate: Token, name: Token, *rest: Token) -> ast.ExternCrate:
        span = to(start.span, rest[-1].span)
        rename = ident(rest[1]) if len(rest) == 3 else None
        if rename is None and name.kind == "self":
            self.error("`extern crate self;` requires renaming", span)
        return ast.ExternCrate(span=span, ident=ident(name), vis=inherited(span), rename=rename)

    def _not_here(self, item: ast.ItemBase, what: str, where: str) -> None:
        help_ = f"consider moving the {what} out to a nearby module scope"
        self.error(f"{what} is not supported in {where}", _head(item.span), helps=(help_,))

    def macro_rules(self, start: Token, _bang: Token, name: Token, args: Delimited, semi: Token | None = None) -> ast.MacroRules:
        span = to(start.span, (semi or args).span)
        return ast.MacroRules(span=span, ident=ident(name), vis=inherited(span), trees=args.trees)
