"""Lifetime names and elision (rustc_resolve: late.rs, lifetime ribs; Reference: lifetime elision).

What an elided lifetime stands for is left to typeck; here it is checked that there is something it can stand for: in a function's
result, just one lifetime of the parameters, or that of `self`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from interpreter.diagnostics import Diagnostic, Label, Suggestion
from interpreter.enums import Enum
from interpreter.records import Record, field
from interpreter.resolve.defs import (
    Def,
    DefKind,
    DefRes,
    ElidedLifetime,
    ErrLifetime,
    LifetimeRes,
    ParamLifetime,
    PathRes,
    Resolution,
    SelfTyRes,
    StaticLifetime,
)
from interpreter.resolve.ribs import RibStack
from interpreter.resolve.suggest import best_match
from interpreter.scoped import Pushed
from interpreter.source import Span
from interpreter.syntax import ast

ELIDED = ElidedLifetime()
_SHORT = 2
"""Lifetimes of one letter are similar to each other without meaning."""


class LifetimeRibKind(Enum):
    GENERICS = "names"
    FRESH = "each elided lifetime is a new parameter"
    FRESH_IN_ASYNC = "as FRESH, but not hidden in a path (async functions)"
    FRESH_IN_HEADER = "as FRESH, but not hidden in a path (impl headers)"
    STATIC_IN_IMPL = "elided lifetimes are 'static; told if others are in scope (an impl's constants)"
    STATIC_IN_TRAIT = "elided lifetimes are 'static; an error if others are in scope (a trait's constants)"
    INFERRED = "elided lifetimes are inferred, or known; so are those that a closure names"
    NOT_ALLOWED = "elided lifetimes are an error (bounds, where clauses)"
    FAILURE = "a result whose elision has no single answer"
    IMPL_TRAIT = "an `impl Trait`; as a parameter's type it may elide none"
    ITEM = "an item's border"


class LifetimeRib(Record, eq=False):
    """`names`: declared lifetimes; `missing`: what FAILURE collected; `generics`: where new ones could be declared."""

    kind: LifetimeRibKind
    names: dict[str, ast.GenericParam] = field(default_factory=dict)
    missing: list[Missing] = field(default_factory=list)
    generics: ast.Generics | None = None
    impl_trait: ast.ImplTraitTy | None = None


class Missing(Record, frozen=True):
    """A place that needs lifetimes: `&`, `'_`, or a path without its `count` arguments, at the `<` of others or its last name;
    `path`: all of it."""

    span: Span
    count: int
    kind: str
    path: Span | None = None


class ElidedParam(Record, frozen=True):
    """A parameter that has lifetimes: which one, its name if it is a plain one, how many, and its type's place."""

    index: int
    name: str | None
    count: int
    span: Span


class LifetimeResolver(RibStack):
    """Resolves lifetimes; paths and items build on it."""

    lifetime_ribs: list[LifetimeRib]
    current_fn: ast.Fn | None
    current_impl: ast.Impl | None
    current_trait: Def | None
    candidates: list[tuple[object, Missing | None]] | None = None
    """While a function's parameter type is visited: the lifetimes met in it, and where they were elided."""
    anonymous_in_header = False
    """Whether the header of the impl has lifetimes without names."""

    def lifetime_rib(self, kind: LifetimeRibKind, generics: ast.Generics | None = None) -> Pushed[LifetimeRib]:
        """Visit something with one more lifetime rib."""
        return Pushed(self.lifetime_ribs, LifetimeRib(kind, generics=generics))

    # -------------------------------------------------------------------------------------------- declarations

    def declare_lifetimes(self, params: Sequence[ast.GenericParam], rib: LifetimeRib) -> None:
        """Enter lifetime parameters: E0262 for reserved names, E0403 for duplicates, E0496 for shadowing."""
        errors = self.resolver.errors
        for param in params:
            if param.kind is not ast.ParamKind.LIFETIME:
                continue
            name, span = param.ident.name, param.ident.span
            if name == "'_":
                errors.error("E0637", "`'_` cannot be used here", span, "`'_` is a reserved lifetime name")
                continue
            if name == "'static":
                errors.error("E0262", "invalid lifetime parameter name: `'static`", span, "'static is a reserved lifetime name")
                continue
            old = rib.names.get(name)
            if old is not None:
                errors.error(
                    "E0403",
                    f"the name `{name}` is already used for a generic parameter in this item's generic parameters",
                    span,
                    "already used",
                    secondary=(Label(old.ident.span, f"first use of `{name}`"),),
                )
                continue
            outer = self.find_lifetime(name)
            if outer is not None and outer is not param:
                errors.error(
                    "E0496",
                    f"lifetime name `{name}` shadows a lifetime name that is already in scope",
                    span,
                    f"lifetime `{name}` already in scope",
                    secondary=(Label(outer.ident.span, "first declared here"),),
                )
                continue
            rib.names[name] = param

    def find_lifetime(self, name: str) -> ast.GenericParam | None:
        """The declaration of a named lifetime, if one is in scope."""
        for rib in reversed(self.lifetime_ribs):
            if rib.kind is LifetimeRibKind.ITEM:
                return None
            found = rib.names.get(name)
            if found is not None:
                return found
        return None

    # -------------------------------------------------------------------------------------------- uses

    def lifetime(self, node: ast.Lifetime) -> None:
        """Resolve one written lifetime."""
        name = node.name
        res: LifetimeRes
        if name == "'static":
            res = StaticLifetime()
            self._candidate(res, None)
        elif name == "'_":
            self.anonymous_lifetime(Missing(node.span, 1, "'_"))
            res = ELIDED
        else:
            param = self.find_lifetime(name)
            if param is not None:
                inferred = (rib for rib in self.lifetime_ribs if rib.kind is LifetimeRibKind.INFERRED)
                of_closure = any(rib.names.get(name) is param for rib in inferred)
                res = ELIDED if of_closure else ParamLifetime(param)
                self._candidate(res, None)
            else:
                res = ErrLifetime()
                self._undeclared(node)
        self.resolution.lifetimes[node] = res

    @property
    def resolution(self) -> Resolution:
        return self.resolver.resolution

    def _candidate(self, key: object, missing: Missing | None) -> None:
        if self.candidates is not None:
            self.candidates.append((key, missing))

    def _undeclared(self, node: ast.Lifetime) -> None:
        name = node.name
        for i in range(len(self.lifetime_ribs) - 1, -1, -1):
            if self.lifetime_ribs[i].kind is LifetimeRibKind.ITEM:
                for rib in self.lifetime_ribs[:i]:
                    if name in rib.names:
                        self._outer_lifetime(node, rib.names[name])
                        return
                break
        generics = (rib.generics for rib in self._introducing())
        expanded = next((g.span for g in generics if g is not None and g.span.call_site is not None), None)
        here = f"lifetime `{name}` is missing in item created through this procedural macro"
        known = [n for rib in self.lifetime_ribs for n in rib.names]
        similar = best_match(known, name) if len(name) > _SHORT else None
        suggestions: list[Suggestion] = []
        if similar is not None:
            suggestions.append(Suggestion("a lifetime with a similar name exists", ((node.span, similar),)))
        suggestions += self._introduce(name, ())
        self.resolver.errors.emit(
            Diagnostic(
                "E0261",
                f"use of undeclared lifetime name `{name}`",
                (Label(node.span, "undeclared lifetime"),),
                () if expanded is None else (Label(expanded, here),),
                suggestions=tuple(suggestions),
            )
        )

    def _outer_lifetime(self, node: ast.Lifetime, param: ast.GenericParam) -> None:
        self.resolver.errors.emit(
            Diagnostic(
                "E0401",
                "can't use generic parameters from outer item",
                (Label(node.span, "use of generic parameter from outer item"),),
                (Label(param.ident.span, "lifetime parameter from outer item"),),
                suggestions=tuple(self._introduce(node.name, ())),
            )
        )

    def _introduce(self, name: str, extra: tuple[tuple[Span, str], ...]) -> list[Suggestion]:
        """ "consider introducing lifetime `'a` here", for each generics list in reach."""
        text = f"consider introducing lifetime `{name}` here"
        return [
            Suggestion(text, (introduce_edit(rib.generics, name), *extra))
            for rib in self._introducing()
            if rib.generics is not None
        ]

    def _introducing(self) -> Iterator[LifetimeRib]:
        """The ribs in reach, from the inside, whose generics could have one more lifetime."""
        for rib in reversed(self.lifetime_ribs):
            if rib.kind is LifetimeRibKind.ITEM:
                break
            if rib.generics is not None and rib.kind is LifetimeRibKind.GENERICS:
                yield rib

    # -------------------------------------------------------------------------------------------- elision

    def anonymous_lifetime(self, missing: Missing) -> None:
        """An elided lifetime: is there something it can stand for?"""
        argument: ast.ImplTraitTy | None = None
        for index in range(len(self.lifetime_ribs) - 1, -1, -1):
            rib = self.lifetime_ribs[index]
            match rib.kind:
                case LifetimeRibKind.STATIC_IN_IMPL | LifetimeRibKind.STATIC_IN_TRAIT:
                    if missing.kind == "path":
                        self._hidden_in_header(missing)
                    elif not self._others_in_scope(index):
                        pass
                    elif rib.kind is LifetimeRibKind.STATIC_IN_IMPL:
                        self.resolution.elided_in_consts.append(missing.span)
                    else:
                        break
                    return
                case LifetimeRibKind.FRESH:
                    self._candidate(missing, missing)
                    if argument is not None:
                        self.resolution.elided_in_arguments.setdefault(argument, []).append(_identifier(missing))
                    return
                case LifetimeRibKind.FRESH_IN_ASYNC:
                    if missing.kind == "path":
                        self._hidden_in_header(missing)
                    else:
                        self._candidate(missing, missing)
                    return
                case LifetimeRibKind.IMPL_TRAIT:
                    argument = argument or rib.impl_trait
                case LifetimeRibKind.FRESH_IN_HEADER:
                    if missing.kind == "path":
                        self._hidden_in_header(missing)
                    else:
                        self.anonymous_in_header = True
                    return
                case LifetimeRibKind.INFERRED:
                    return
                case LifetimeRibKind.NOT_ALLOWED:
                    if missing.kind == "path":
                        self.report_missing([missing], None)
                    else:
                        self._not_allowed(missing)
                    return
                case LifetimeRibKind.FAILURE:
                    rib.missing.append(missing)
                    return
                case LifetimeRibKind.ITEM:
                    break
                case LifetimeRibKind.GENERICS:
                    continue
        self.report_missing([missing], None)

    def _others_in_scope(self, index: int) -> bool:
        """Whether the item around the rib with this index has lifetimes."""
        for rib in reversed(self.lifetime_ribs[:index]):
            if rib.kind is LifetimeRibKind.ITEM:
                break
            if rib.names:
                return True
        return self.anonymous_in_header

    def _not_allowed(self, missing: Missing) -> None:
        if missing.kind == "'_":
            self.resolver.errors.error("E0637", "`'_` cannot be used here", missing.span, "`'_` is a reserved lifetime name")
        elif not self._missing_in_associated_type(missing):
            self.resolver.errors.error(
                "E0637",
                "`&` without an explicit lifetime name cannot be used here",
                missing.span,
                "explicit lifetime name needed here",
            )

    def _missing_in_associated_type(self, missing: Missing) -> bool:
        """Whether it is told as in the type that an impl gives for an associated type without parameters: that has no lifetimes
        but those of the impl."""
        item, impl, trait = self.owner.node, self.current_impl, self.current_trait
        if not isinstance(item, ast.TypeAlias_) or item.generics.params or impl is None or trait is None:
            return False
        if trait.is_std and trait.name == "Iterator":
            what = "`Iterator::Item` is declared without lifetime parameters, so using a borrowed type for them"
            message = f"associated type {what} requires that lifetime to come from the implemented type"
            self.resolver.errors.error(None, message, missing.span)
            return True
        named = sum(param.kind is ast.ParamKind.LIFETIME for param in impl.generics.params)
        secondary: tuple[Label, ...] = ()
        if named:
            are = "is a named lifetime" if named == 1 else "are named lifetimes"
            secondary = (Label(impl.generics.span, f"there {are} specified on the impl block you could use"),)
        elif not self.anonymous_in_header:
            could = "you could add a lifetime on the impl block, if the trait or the self type could have one"
            secondary = (Label(impl.generics.span, could),)
        what = "this lifetime must come from the implemented type"
        self.resolver.errors.error(None, "missing lifetime in associated type", missing.span, what, secondary=secondary)
        return True

    def _hidden_in_header(self, missing: Missing) -> None:
        edit = (missing.span.shrink_to_hi(), _lifetime_text(missing, "'_"))
        plural = "s" if missing.count > 1 else ""
        self.resolver.errors.emit(
            Diagnostic(
                "E0726",
                "implicit elided lifetime not allowed here",
                (Label(missing.path or missing.span, f"expected lifetime parameter{plural}"),),
                suggestions=(Suggestion(f"indicate the anonymous lifetime{plural}", (edit,)),),
            )
        )

    def elided_in_path(self, path: ast.Path, res: PathRes) -> None:
        """A type's path without its lifetime arguments."""
        if res.unresolved or not isinstance(res.base, DefRes):
            return
        for segment, def_ in zip(reversed(path.segments), _owners(res.base.def_), strict=False):
            args = segment.args
            if args is not None and (args.parenthesized or any(isinstance(a, ast.Lifetime) for a in args.args)):
                continue
            count = lifetime_param_count(def_)
            if count:
                span = segment.ident.span if args is None else args.span._replace(hi=args.span.lo + 1)
                missing = Missing(span, count, "path", path.span)
                before = len(self.candidates) if self.candidates is not None else 0
                self.anonymous_lifetime(missing)
                if self.candidates is not None and len(self.candidates) > before:
                    self.candidates[before:] = [((missing, number), missing) for number in range(count)]

    def fn_signature(
        self,
        has_self: bool,
        inputs: list[tuple[str | None, Callable[[], object], Span]],
        output: Callable[[], object] | None,
        self_lifetimes: Callable[[], int] | None = None,
        params: LifetimeRibKind = LifetimeRibKind.FRESH,
    ) -> None:
        """Visit a signature's parameters and result by elision's rules. An input is (plain name, visit its type, its type's
        place); `self_lifetimes` says, after the first was visited, how many lifetimes it has that the result may mean."""
        infos: list[ElidedParam] = []
        all_missing: list[Missing] = []
        state: object = None
        from_self = False
        failed = False
        outer, self.candidates = self.candidates, None
        with self.lifetime_rib(params):
            for index, (name, visit, span) in enumerate(inputs):
                found: list[tuple[object, Missing | None]] = []
                self.candidates = found
                visit()
                self.candidates = None
                distinct = list(dict.fromkeys(key for key, _ in found))
                if distinct:
                    infos.append(ElidedParam(index, name, len(distinct), span))
                    all_missing += dict.fromkeys(m for _, m in found if m is not None)
                    if not from_self:
                        if state is None and not failed and len(distinct) == 1:
                            state = distinct[0]
                        else:
                            state, failed = None, True
                if index == 0 and has_self and self_lifetimes is not None:
                    count = self_lifetimes()
                    state, from_self, failed = ELIDED if count == 1 else None, count > 0, False
        self.candidates = outer
        if output is None:
            return
        if state is not None:
            with self.lifetime_rib(LifetimeRibKind.INFERRED):
                before = len(outer) if outer is not None else 0
                output()
                if outer is not None:
                    del outer[before:]
            return
        with self.lifetime_rib(LifetimeRibKind.FAILURE) as rib:
            output()
        if rib.missing:
            self.report_missing(rib.missing, (infos, all_missing))

    # -------------------------------------------------------------------------------------------- E0106

    def report_missing(self, missing: list[Missing], function: tuple[list[ElidedParam], list[Missing]] | None) -> None:
        """E0106, with what rustc says about where the borrowed value could come from."""
        count = sum(m.count for m in missing)
        labels = tuple(
            Label(m.span, "expected named lifetime parameter" if m.count == 1 else f"expected {m.count} lifetime parameters")
            for m in missing
        )
        helps: tuple[str, ...] = ()
        secondary: tuple[Label, ...] = ()
        suggestions: list[Suggestion] = []
        rib = self._generics_rib()
        if function is not None:
            infos, elided = function
            helps = (_borrowed_from(infos),)
            if not infos:
                suggestions += self._static_or_owned(missing)
            else:
                secondary = tuple(Label(info.span, "") for info in infos)
                suggestions += self._name_them(rib, [*elided, *missing])
        else:
            suggestions += self._name_them(rib, missing)
        self.resolver.errors.emit(
            Diagnostic(
                "E0106",
                f"missing lifetime specifier{'s' if count > 1 else ''}",
                labels,
                secondary,
                helps=helps,
                suggestions=tuple(suggestions),
            )
        )

    def _static_or_owned(self, missing: list[Missing]) -> list[Suggestion]:
        """A result that nothing can be borrowed for: rustc's advice is to return an owned value."""
        edits = tuple((_insert_at(m), _lifetime_text(m, "'static")) for m in missing)
        if missing[0].kind != "&":
            return [Suggestion("consider using the `'static` lifetime, but this is likely not what you want", edits)]
        uncommon = "this is uncommon unless you're returning a borrowed value from a `const` or a `static`"
        found = [Suggestion(f"consider using the `'static` lifetime, but {uncommon}", edits)]
        fn = self.current_fn
        span = missing[0].span
        owned = ((span, ""),)
        if span.file.text[span.hi : span.hi + 3] == "str":
            owned = ((Span(span.file, span.lo, span.hi + 3, span.call_site), "String"),)
        if fn is None or not fn.params:
            return [*found, Suggestion("instead, you are more likely to want to return an owned value", owned)]
        which = "the argument" if len(fn.params) == 1 else "one of the arguments"
        borrow = tuple((p.ty.span.shrink_to_lo(), "&") for p in fn.params)
        return [
            *found,
            Suggestion(f"instead, you are more likely to want to change {which} to be borrowed...", borrow),
            Suggestion("...or alternatively, you might want to return an owned value", owned),
        ]

    def _generics_rib(self) -> LifetimeRib | None:
        for rib in reversed(self.lifetime_ribs):
            if rib.kind is LifetimeRibKind.ITEM:
                return None
            if rib.kind is LifetimeRibKind.GENERICS and rib.generics is not None:
                return rib
        return None

    def _name_them(self, rib: LifetimeRib | None, places: list[Missing]) -> list[Suggestion]:
        if rib is None or rib.generics is None:
            return []
        names = [n for r in self.lifetime_ribs for n in r.names]
        if names:
            if len(set(names)) > 1:
                return []
            edits = tuple((_insert_at(m), _lifetime_text(m, names[0])) for m in places)
            return [Suggestion(f"consider using the `{names[0]}` lifetime", edits)]
        edits = tuple((_insert_at(m), _lifetime_text(m, "'a")) for m in places)
        return [Suggestion("consider introducing a named lifetime parameter", (introduce_edit(rib.generics, "'a"), *edits))]


def introduce_edit(generics: ast.Generics, name: str) -> tuple[Span, str]:
    """The edit that declares a lifetime in a list of generics."""
    if generics.params:
        return generics.params[0].span.shrink_to_lo(), f"{name}, "
    return generics.span.shrink_to_lo(), f"<{name}>"


def _identifier(missing: Missing) -> Span:
    """The place of the lifetime that isn't there (rustc_ast_lowering)."""
    within = missing.kind == "&" or missing.span.text == "<"
    return missing.span.shrink_to_hi() if within else missing.span


def _insert_at(missing: Missing) -> Span:
    if missing.kind == "&":
        return missing.span.shrink_to_hi()
    if missing.kind == "'_":
        return missing.span
    return missing.span.shrink_to_hi()


def _lifetime_text(missing: Missing, name: str) -> str:
    if missing.kind == "&":
        return f"{name} "
    if missing.kind == "'_":
        return name
    names = ", ".join([name] * missing.count)
    return f"{names}, " if missing.span.text == "<" else f"<{names}>"


def _borrowed_from(infos: list[ElidedParam]) -> str:
    start = "this function's return type contains a borrowed value, but "
    if not infos:
        return start + "there is no value for it to be borrowed from"
    parts = []
    for info in infos:
        name = f"`{info.name}`" if info.name is not None else f"argument {info.index + 1}"
        if info.count > 1:
            parts.append(f"one of {name}'s {info.count} lifetimes")
        else:
            parts.append(name)
    if len(infos) == 1:
        return f"{start}the signature does not say which {parts[0]} it is borrowed from"
    words = f"{parts[0]} or {parts[1]}" if len(infos) == 2 else ", ".join(parts[:-1]) + f", or {parts[-1]}"
    which = "whether it is borrowed from" if len(infos) == 2 else "whether it is borrowed from one of"
    return f"{start}the signature does not say {which} {words}"


def lifetime_param_count(def_: Def) -> int:
    """How many lifetime parameters a type declares."""
    if def_.kind not in (DefKind.STRUCT, DefKind.ENUM, DefKind.UNION, DefKind.TY_ALIAS, DefKind.TRAIT, DefKind.ASSOC_TY):
        return 0
    return def_.lifetime_count()


def _owners(def_: Def) -> Iterator[Def]:
    """A definition, then those whose segment stands before it in a path."""
    yield def_
    if def_.kind is DefKind.VARIANT and def_.parent is not None:
        yield def_.parent


def self_type_name(res: PathRes) -> bool:
    """Is it `Self`?"""
    return isinstance(res.base, SelfTyRes) and not res.unresolved
