"""The built-in derives: `#[derive(Clone, Debug, ...)]` to impls (rustc_builtin_macros: deriving).

In: a struct, enum or union with its attributes. Out: the impls, as rustc's derives make them. Each is generated as Rust text,
lexed, and parsed; then the item's own generics and types, which may come from macros and have no text of their own, are put in as
syntax.

Spans: what is generated stands in a `SourceFile` of its own, its call site being the trait's name in the attribute. What rustc
blames on a field has the field's span, and the name of the type the type's, so that errors point there. Expansion of

    #[derive(PartialEq)] struct P<T> { x: T }

is `impl<T: ::core::cmp::PartialEq> ::core::cmp::PartialEq for P<T> { fn eq(&self, other: &Self) -> bool { self.x == other.x } }`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from interpreter.diagnostics import Diagnostic, DiagnosticSink, Label, Suggestion
from interpreter.resolve.derive_text import GENERATORS, Piece
from interpreter.resolve.suggest import best_match
from interpreter.source import SourceFile, Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Token
from interpreter.syntax.attributes import PATH_KEYWORDS
from interpreter.syntax.clone import clone
from interpreter.syntax.lexer import lex
from interpreter.syntax.parser import parse_tokens
from interpreter.syntax.stream import token_trees

Adt = ast.Struct | ast.Enum_ | ast.Union
TRAIT_PATHS = {
    "Clone": "clone",
    "Copy": "marker",
    "Debug": "fmt",
    "Default": "default",
    "Eq": "cmp",
    "Hash": "hash",
    "Ord": "cmp",
    "PartialEq": "cmp",
    "PartialOrd": "cmp",
}
_ONLY_COPY_FOR_UNIONS = ("Clone", "Copy", "Eq")


class Deriver:
    """Expands derives of one crate; what is wrong with them goes to `errors`."""

    def __init__(self, edition: int, errors: DiagnosticSink) -> None:
        self._edition = edition
        self._errors = errors

    def derive(self, item: ast.Item) -> list[ast.Item]:
        """The impls that an item's derive attributes stand for."""
        attrs = [a for a in item.attrs if a.name == "derive"]
        if not attrs or not isinstance(item, (ast.Struct, ast.Enum_, ast.Union)):
            return []
        traits = [trait for attr in attrs for trait in self._traits(attr)]
        names = frozenset(name for name, _ in traits)
        impls: list[ast.Item] = []
        for name, span in traits:
            impl = self._impl(item, name, span, names)
            if impl is not None:
                impls.append(impl)
        return impls

    # -------------------------------------------------------------------------------------------- the attribute

    def _traits(self, attr: ast.Attribute) -> list[tuple[str, Span]]:
        if not attr.args or not isinstance(attr.args[0], ast.Delimited) or attr.args[0].delim != "(":
            form = "must be of the form"
            self._errors.emit(
                Diagnostic(
                    None,
                    "malformed `derive` attribute input",
                    (Label(attr.span, ""),),
                    suggestions=(Suggestion(form, ((attr.span, "#[derive(Trait1, Trait2, ...)]"),)),),
                )
            )
            return []
        found: list[tuple[str, Span]] = []
        for trees in _split_commas(attr.args[0].trees):
            trait = self._trait(trees)
            if trait is not None:
                found.append(trait)
        return found

    def _trait(self, trees: list[ast.TokenTree]) -> tuple[str, Span] | None:
        first = trees[0]
        if isinstance(first, Token) and first.kind in ("STR", "INT", "CHAR", "BYTE", "BYTE_STR", "FLOAT"):
            helps = (f"try using `#[derive({first.text[1:-1]})]`",) if first.kind == "STR" else ()
            self._errors.error("E0777", "expected path to a trait, found literal", first.span, "not a trait", helps=helps)
            return None
        tokens = [t for t in trees if isinstance(t, Token)]
        if not tokens or not (tokens[0].text[:1].isidentifier() or tokens[0].kind in ("::", "$crate")):
            return None  # Told by the parser.
        values = next((i for i, token in enumerate(tokens) if token.kind == "="), None)
        if values is not None:
            span = tokens[values - 1].span.shrink_to_hi().to(trees[-1].span)
            removal = Suggestion("remove the value", ((span, ""),))
            message = "traits in `#[derive(...)]` don't accept values"
            self._errors.emit(Diagnostic(None, message, (Label(span, ""),), suggestions=(removal,)))
            tokens = tokens[:values]
        arguments = next((t for t in trees if isinstance(t, ast.Delimited)), None)
        if arguments is not None:
            self._errors.emit(
                Diagnostic(
                    None,
                    "traits in `#[derive(...)]` don't accept arguments",
                    (Label(arguments.span, ""),),
                    suggestions=(Suggestion("remove the arguments", ((arguments.span, ""),)),),
                )
            )
        name = tokens[-1].text if tokens[-1].kind in ("IDENT", *PATH_KEYWORDS) else f"r#{tokens[-1].text}"
        span = tokens[0].span.to(tokens[-1].span)
        if name in TRAIT_PATHS:
            return name, span
        if len(tokens) > 1 and tokens[0].kind == "IDENT" and tokens[0].text not in ("std", "core"):
            self._unknown_module(tokens[0].text, tokens[0].span)
        else:
            self._unknown(name, span)
        return None

    def _unknown_module(self, name: str, span: Span) -> None:
        what, label = "module or crate", f"use of unresolved module or unlinked crate `{name}`"
        if name[:1].isupper():
            what, label = "type", f"use of undeclared type `{name}`"
        self._errors.error("E0433", f"cannot find {what} `{name}` in this scope", span, label)

    def _unknown(self, name: str, span: Span) -> None:
        similar = best_match(TRAIT_PATHS, name)
        suggestions: tuple[Suggestion, ...] = ()
        notes: tuple[str, ...] = ()
        if similar is not None:
            words = "a derive macro with a similar name exists"
            if similar.lower() == name.lower():
                words += " (notice the capitalization)"
            suggestions = (Suggestion(words, ((span, similar),)),)
        elif name in _PLAIN_TRAITS:
            notes = (f"`{name}` is in scope, but it is only a trait, without a derive macro",)
        self._errors.emit(
            Diagnostic(
                None, f"cannot find derive macro `{name}` in this scope", (Label(span, ""),), notes=notes, suggestions=suggestions
            )
        )

    # -------------------------------------------------------------------------------------------- one impl

    def _impl(self, item: Adt, trait: str, span: Span, traits: frozenset[str]) -> ast.Impl | None:
        if isinstance(item, ast.Union) and trait not in _ONLY_COPY_FOR_UNIONS:
            self._errors.error(None, "this trait cannot be derived for unions", span)
            return None
        if trait == "Default" and isinstance(item, ast.Enum_) and not self._has_default(item, span):
            return None
        has_type_params = any(p.kind is ast.ParamKind.TYPE for p in item.generics.params)
        shallow = trait == "Clone" and (("Copy" in traits and not has_type_params) or isinstance(item, ast.Union))
        pieces: list[Piece] = [
            (f"#[automatically_derived] impl ::core::{TRAIT_PATHS[trait]}::{trait} for ", None),
            ("Self_", item.ident.span),
            ("{", None),
            *GENERATORS[trait](item, shallow),
            ("}", None),
        ]
        impl = self._parse(pieces, f"derive({trait})", span)
        self_ty = _self_type(item)
        impl.self_ty = self_ty
        impl.generics = self._generics(item, trait, impl)
        if trait == "Eq" or shallow:
            self._asserts(item, impl, trait, span)
        return impl

    def _parse(self, pieces: list[Piece], name: str, call_site: Span) -> ast.Impl:
        text = "".join(piece for piece, _ in pieces)
        file = SourceFile(f"<{name}>", text, is_std=True)
        starts: list[int] = []
        spans: list[Span | None] = []
        at = 0
        for piece, span in pieces:
            starts.append(at)
            spans.append(span)
            at += len(piece)
        tokens = []
        for token in lex(file, 2021).tokens:
            lo, hi = token.span.lo, token.span.hi
            span = spans[bisect_right(starts, lo) - 1]
            tokens.append(token._replace(span=span if span is not None else Span(file, lo, hi, call_site)))
        trees, _ = token_trees(file, tokens)
        items, diagnostics = parse_tokens("items", trees, 2021, Span(file, at, at, call_site))
        assert not diagnostics and len(items) == 1, text
        impl = items[0]
        assert isinstance(impl, ast.Impl)
        return impl

    def _generics(self, item: Adt, trait: str, impl: ast.Impl) -> ast.Generics:
        """The item's own parameters, each type parameter with the derived trait as a bound; likewise projections in field
        types."""
        assert impl.trait is not None
        params: list[ast.GenericParam] = clone(item.generics.params)
        for param in params:
            param.default = None
            if param.kind is ast.ParamKind.TYPE:
                for bound in _bounds(trait):
                    param.bounds = [*param.bounds, self._bound(bound, impl)]
        predicates: list[ast.WhereTypePredicate | ast.WhereLifetimePredicate] = clone(item.generics.predicates)
        names = frozenset(p.ident.name for p in params if p.kind is ast.ParamKind.TYPE)
        if names:
            for ty in _projections(item, names):
                bounds: list[ast.GenericBound] = [self._bound(bound, impl) for bound in _bounds(trait)]
                predicates.append(ast.WhereTypePredicate(span=ty.span, for_lifetimes=[], ty=clone(ty), bounds=bounds))
        return ast.Generics(span=impl.generics.span, params=params, predicates=predicates)

    @staticmethod
    def _bound(path: tuple[str, ...], impl: ast.Impl) -> ast.TraitBound:
        assert impl.trait is not None
        span = impl.trait.span
        segments = [ast.PathSegment(span=span, ident=ast.Ident(name, span)) for name in ("{{root}}", "core", *path)]
        return ast.TraitBound(span=span, path=ast.Path(span=span, segments=segments), for_lifetimes=[])

    def _asserts(self, item: Adt, impl: ast.Impl, trait: str, span: Span) -> None:
        """`let _: AssertParamIsClone<FieldType>;` for each field: what `*self` or an empty body does not check by itself."""
        fn = impl.items[0]
        assert isinstance(fn, ast.Fn) and fn.body is not None
        module, name = ("cmp", "AssertParamIsEq") if trait == "Eq" else ("clone", "AssertParamIsClone")
        asserts: list[ast.Stmt] = []
        if isinstance(item, ast.Union) and trait == "Clone":
            self_ty: ast.Ty = ast.PathTy(span=span, path=_path(("Self",), span))
            asserts.append(_assert_stmt(module, "AssertParamIsCopy", self_ty, span))
        else:
            seen: set[str] = set()
            for field in _all_fields(item):
                key = field.ty.span.text if isinstance(field.ty, ast.PathTy) and len(field.ty.path.segments) == 1 else ""
                if key and key in seen:
                    continue
                seen.add(key)
                asserts.append(_assert_stmt(module, name, clone(field.ty), field.span))
        fn.body.stmts[:0] = asserts

    # -------------------------------------------------------------------------------------------- #[default]

    def _has_default(self, item: ast.Enum_, span: Span) -> bool:
        marked = [v for v in item.variants if any(a.name == "default" for a in v.attrs)]
        if not marked:
            edits = tuple(
                Suggestion(
                    "make this unit variant default by placing `#[default]` on it", ((v.span.shrink_to_lo(), "#[default] "),)
                )
                for v in item.variants
                if v.kind is ast.VariantKind.UNIT
            )
            self._errors.emit(
                Diagnostic(
                    "E0665",
                    "`#[derive(Default)]` on enum with no `#[default]`",
                    (Label(span, ""),),
                    (Label(item.span, "this enum needs a unit variant marked with `#[default]`"),),
                    suggestions=edits,
                )
            )
            return False
        if len(marked) > 1:
            self._errors.error(
                None,
                "multiple declared defaults",
                span,
                secondary=(
                    Label(marked[0].ident.span, "first default"),
                    *(Label(v.ident.span, "additional default") for v in marked[1:]),
                ),
                notes=("only one variant can be default",),
            )
            return False
        if marked[0].kind is not ast.VariantKind.UNIT:
            self._errors.error(
                None,
                "the `#[default]` attribute may only be used on unit enum variants",
                marked[0].ident.span,
                helps=("consider a manual implementation of `Default`",),
            )
            return False
        return True


_PLAIN_TRAITS = frozenset(
    ("Iterator", "Drop", "Fn", "FnMut", "FnOnce", "Send", "Sync", "Sized", "From", "Into", "ToString", "ToOwned")
)


def _bounds(trait: str) -> list[tuple[str, ...]]:
    return [(TRAIT_PATHS[trait], trait)]


def _all_fields(item: Adt) -> list[ast.FieldDef]:
    if isinstance(item, ast.Enum_):
        return [field for variant in item.variants for field in variant.fields]
    return item.fields


def _path(names: Sequence[str], span: Span) -> ast.Path:
    return ast.Path(span=span, segments=[ast.PathSegment(span=span, ident=ast.Ident(name, span)) for name in names])


def _assert_stmt(module: str, name: str, ty: ast.Ty, span: Span) -> ast.Let:
    path = _path(("{{root}}", "core", module, name), span)
    path.segments[-1].args = ast.GenericArgs(span=span, args=[ty], constraints=[])
    assert_ty = ast.PathTy(span=span, path=path)
    return ast.Let(span=span, pat=ast.WildPat(span=span), ty=assert_ty, init=None)


def _self_type(item: Adt) -> ast.PathTy:
    """`Name<'a, T, N>`."""
    span = item.ident.span
    segment = ast.PathSegment(span=span, ident=item.ident)
    args: list[ast.Lifetime | ast.Ty | ast.AnonConst] = []
    for param in item.generics.params:
        here = param.ident.span
        if param.kind is ast.ParamKind.LIFETIME:
            args.append(ast.Lifetime(span=here, name=param.ident.name))
        elif param.kind is ast.ParamKind.TYPE:
            args.append(ast.PathTy(span=here, path=_path((param.ident.name,), here)))
        else:
            value = ast.PathExpr(span=here, path=_path((param.ident.name,), here))
            args.append(ast.AnonConst(span=here, value=value))
    if args:
        segment.args = ast.GenericArgs(span=item.generics.span, args=args, constraints=[])
    return ast.PathTy(span=span, path=ast.Path(span=span, segments=[segment]))


def _projections(item: Adt, params: frozenset[str]) -> list[ast.PathTy]:
    """The types `T::Item` and `<T as Trait>::Item` within fields: their values are derived upon, so they need the bound too."""
    found: list[ast.PathTy] = []
    for field in _all_fields(item):
        _visit_projections(field.ty, params, found)
    return found


def _visit_projections(ty: object, params: frozenset[str], found: list[ast.PathTy]) -> None:
    match ty:
        case ast.PathTy(path=path):
            first = path.segments[0].ident.name
            if path.qself is None and len(path.segments) > 1 and first in params:
                found.append(ty)
                return
            for segment in path.segments:
                if segment.args is not None:
                    for arg in segment.args.args:
                        _visit_projections(arg, params, found)
        case (
            ast.RefTy(ty=inner) | ast.PtrTy(ty=inner) | ast.ParenTy(ty=inner) | ast.SliceTy(elem=inner) | ast.ArrayTy(elem=inner)
        ):
            _visit_projections(inner, params, found)
        case ast.TupleTy(elems=elems):
            for elem in elems:
                _visit_projections(elem, params, found)


def _split_commas(trees: list[ast.TokenTree]) -> list[list[ast.TokenTree]]:
    parts: list[list[ast.TokenTree]] = [[]]
    for tree in trees:
        if isinstance(tree, Token) and tree.kind == ",":
            parts.append([])
        else:
            parts[-1].append(tree)
    return [part for part in parts if part]
