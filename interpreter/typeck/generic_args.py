"""Generic arguments of a path segment: counts, kinds, defaults (rustc: hir_ty_lowering::generics), and what `dyn` must name."""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import Diagnostic, Label, Suggestion, UnsupportedError, note_at
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import VALUE_KINDS, Def, DefKind, DefRes, ErrRes, LocalRes, ParamLifetime, StaticLifetime
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import ParamKind
from interpreter.typeck import ty as t
from interpreter.typeck.defs import GenericParamDef
from interpreter.typeck.rare import pretty_ty
from interpreter.typeck.words import errors_cause, trait_errors

if TYPE_CHECKING:
    from interpreter.typeck.lower import Elider, ItemCtxt


def lower_generic_args(
    ctxt: ItemCtxt, def_: Def, segment: ast.PathSegment, parent_args: t.Args, self_ty: t.Ty | None, *, infer: bool
) -> t.Args:
    """All arguments of `def_`: `parent_args`, then its own from `segment` (Self first for a trait, from `self_ty`).

    Missing lifetimes are elided, missing types take their defaults; with `infer`, when nothing is written, they are inferred.
    Reports E0107 for a wrong number and E0747 for a wrong kind.
    """
    generics = ctxt.tcx.generics_of(def_)
    written = segment.args
    lifetimes = [a for a in written.args if isinstance(a, ast.Lifetime)] if written is not None else []
    others = [a for a in written.args if not isinstance(a, ast.Lifetime)] if written is not None else []
    own = generics.params
    if written is not None and written.parenthesized and def_.kind is not DefKind.TRAIT:
        _report_parentheses(ctxt, segment, written)
        return (*parent_args, *(t.ERROR if p.kind is ParamKind.TYPE else p.to_arg() for p in own))
    if written is not None and lifetimes and others:
        _check_order(ctxt, written)
    if written is not None and written.constraints and def_.kind is not DefKind.TRAIT:
        report_constraints(ctxt, written, def_)
    if not own and not lifetimes and not others:
        return parent_args
    args: list[t.GenericArg] = list(parent_args)
    infer_all = infer and not others
    expected_lifetimes = [p for p in own if p.kind is ParamKind.LIFETIME]
    is_self_param = generics.has_self and generics.parent is None
    expected = [p for p in own if p.kind is not ParamKind.LIFETIME and not p.synthetic and not (is_self_param and p.index == 0)]
    if def_.kind is DefKind.ASSOC_TY and expected_lifetimes and not lifetimes and not (infer and written is None):
        # Nothing is elided there.
        _report_count(ctxt, def_, segment, expected_lifetimes, [], "lifetime", len(expected_lifetimes), len(expected_lifetimes))
    ok = _check_counts(ctxt, def_, segment, expected_lifetimes, expected, lifetimes, others, infer_all)
    next_lifetime, next_other = iter(lifetimes if len(lifetimes) == len(expected_lifetimes) else ()), iter(others)
    with ctxt.object_lifetime(None):
        for param in own:
            ctxt.object_default = _object_default(ctxt, def_, param, args)
            if is_self_param and param.index == 0:
                args.append(self_ty if self_ty is not None else param.to_arg())
            elif param.kind is ParamKind.LIFETIME:
                node = next(next_lifetime, None)
                args.append(ctxt.lower_lifetime(node) if node is not None else ctxt.elided_region(segment.ident.span))
            elif param.synthetic:
                args.append(ctxt.ty_infer(segment.span, param.def_))
            else:
                arg = _lower_one(ctxt, param, next(next_other, None), tuple(args), segment, infer_all, ok)
                if arg is None:
                    ok, arg = False, t.ERROR if param.kind is ParamKind.TYPE else t.ConstError()
                args.append(arg)
    return tuple(args)


def _object_default(ctxt: ItemCtxt, def_: Def, param: GenericParamDef, args: list[t.GenericArg]) -> Elider | None:
    """How long a trait object given for a parameter lives, if its bounds `T: 'a` say so (Reference: default trait object
    lifetimes; rustc: `object_lifetime_default`)."""
    node = param.def_.node
    if param.kind is not ParamKind.TYPE or not isinstance(node, ast.GenericParam):
        return None
    bounds = list(node.bounds)
    generics: ast.Generics | None = getattr(def_.node, "generics", None)
    for predicate in generics.predicates if generics is not None else ():
        if isinstance(predicate, ast.WhereTypePredicate) and isinstance(predicate.ty, ast.PathTy):
            res = ctxt.tcx.resolution.path_res.get(predicate.ty.path)
            if res is not None and not res.unresolved and isinstance(res.base, DefRes) and res.base.def_ is param.def_:
                bounds += predicate.bounds
    lifetimes = {ctxt.tcx.resolution.lifetimes.get(bound.lifetime) for bound in bounds if isinstance(bound, ast.LifetimeBound)}
    if not lifetimes:
        return None
    if len(lifetimes) > 1:
        return None if ctxt.in_body else _ambiguous_object
    found = lifetimes.pop()
    if isinstance(found, StaticLifetime):
        return lambda _c, _s: t.RE_STATIC
    index = next((i for i, p in enumerate(ctxt.tcx.generics_of(def_).params) if isinstance(found, ParamLifetime)
                  and p.def_.node is found.node), None)  # fmt: skip
    if index is None or index >= len(args):
        return None
    region: t.Region = args[index]  # type: ignore[assignment]
    depth = len(ctxt.scopes)
    return lambda c, _s: t.shift_bound(region, len(c.scopes) - depth)


def _ambiguous_object(ctxt: ItemCtxt, span: Span) -> t.Region:
    ctxt.error("E0228", "cannot deduce the lifetime bound for this trait object type from context", span, "")
    return t.ReError()  # type: ignore[no-any-return]


def _lower_one(
    ctxt: ItemCtxt, param: GenericParamDef, node: ast.Ty | ast.AnonConst | None, before: t.Args,
    segment: ast.PathSegment, infer_all: bool, ok: bool,
) -> t.GenericArg | None:  # fmt: skip
    """None if it is of another kind, which is reported if nothing was wrong before (`ok`)."""
    is_type = param.kind is ParamKind.TYPE
    while isinstance(node, ast.ParenTy):
        node = node.ty
    if node is None:
        if infer_all:
            return ctxt.ty_infer(segment.ident.span, param.def_) if is_type else ctxt.const_infer(segment.ident.span, param.def_)
        if param.has_default:
            return t.subst(param_default(ctxt, param), before)
        return t.ERROR if is_type else t.ConstError()  # type: ignore[no-any-return]
    if is_type:
        if isinstance(node, ast.AnonConst) or _names_value(ctxt, node):
            _report_kind(ctxt, "constant", "type", node, ok)
            return None
        return ctxt.lower_ty(node)
    ty = ctxt.tcx.type_of(param.def_)
    of_fn = param.def_.parent is not None and param.def_.parent.kind in (DefKind.FN, DefKind.ASSOC_FN)
    place = node.span if of_fn else segment.span
    if isinstance(node, ast.AnonConst):
        return ctxt.lower_anon_const(node, ty, place)
    if isinstance(node, ast.InferTy):
        return ctxt.const_infer(node.span, param.def_)
    if isinstance(node, ast.PathTy):
        const = ctxt.lower_const_path(node, ty, place)
        if const is not None:
            return const
        res = ctxt.tcx.resolution.path_res.get(node.path)
        if res is not None and isinstance(res.base, ErrRes):
            _report_kind(ctxt, "unresolved item", "constant", node, ok)
            return None
    _report_kind(ctxt, "type", "constant", node, ok)
    return None


def _names_value(ctxt: ItemCtxt, node: ast.Ty) -> bool:
    """Whether an argument that was parsed as a type means a value: rustc's lowering makes a constant of it."""
    res = ctxt.tcx.resolution.path_res.get(node.path) if isinstance(node, ast.PathTy) else None
    if res is None or res.unresolved:
        return False
    base = res.base
    return isinstance(base, LocalRes) or (isinstance(base, DefRes) and (base.ctor or base.def_.kind in VALUE_KINDS))


DUMMY_SELF = 1 << 20
"""The index of a parameter that stands for the Self of a trait object while its bounds are lowered."""


def _default_mentions_self(ctxt: ItemCtxt, param: GenericParamDef) -> bool:
    return any(isinstance(part, t.Param) and part.index == 0 for part in t.walk(param_default(ctxt, param)))


def check_self_defaults(ctxt: ItemCtxt, trait: Def, segment: ast.PathSegment) -> bool:
    """E0393 of a trait object: its parameters that default to `Self` must be given. Says whether they are."""
    ok = True
    secondary: tuple[Label, ...] = ()
    given = [a for a in segment.args.args if not isinstance(a, ast.Lifetime)] if segment.args is not None else []
    params = [param for param in ctxt.tcx.generics_of(trait).params[1:] if param.kind is not ParamKind.LIFETIME]
    for param in params[len(given) :]:
        if not param.has_default or not _default_mentions_self(ctxt, param):
            continue
        ok = False
        if not trait.is_std:
            node = trait.node
            assert isinstance(node, ast.Trait)
            secondary = (Label(node.head_span, f"type parameter `{param.name}` must be specified for this"),)
        ctxt.error(
            "E0393", f"the type parameter `{param.name}` must be explicitly specified", segment.span, secondary=secondary,
            notes=("because the parameter default references `Self`, the parameter must be specified on the trait object type",),
            helps=("explicitly specify the type parameter",),
        )  # fmt: skip
    return ok


def param_default(ctxt: ItemCtxt, param: GenericParamDef) -> t.GenericArg:
    """The declared default of a parameter, in terms of those before it."""
    from interpreter.typeck.lower import ItemCtxt

    def compute() -> t.GenericArg:
        node = param.def_.node
        assert isinstance(node, ast.GenericParam) and node.default is not None and param.def_.parent is not None
        inner = ItemCtxt(ctxt.tcx, param.def_.parent)
        inner.impl_trait_ban = "generic parameter defaults"
        if isinstance(node.default, ast.AnonConst):
            return inner.lower_anon_const(node.default, ctxt.tcx.type_of(param.def_))
        if param.kind is ParamKind.CONST and isinstance(node.default, ast.PathTy):
            const = inner.lower_const_path(node.default, ctxt.tcx.type_of(param.def_), node.default.span)
            return const if const is not None else t.ConstError()
        return inner.lower_ty(node.default)

    return ctxt.tcx.query("param_default", param.def_, compute)


def _report_parentheses(ctxt: ItemCtxt, segment: ast.PathSegment, written: ast.GenericArgs) -> None:
    """E0214 of `Vec(T)`."""
    span = segment.ident.span.to(written.span)
    ctxt.error(
        "E0214", "parenthesized type parameters may only be used with a `Fn` trait", span, "only `Fn` traits may use parentheses",
        helps=("use angle brackets instead",),
    )  # fmt: skip


def _check_order(ctxt: ItemCtxt, written: ast.GenericArgs) -> None:
    """E0747: lifetimes come first."""
    seen_other: ast.Ty | ast.AnonConst | None = None
    for arg in written.args:
        if not isinstance(arg, ast.Lifetime):
            seen_other = seen_other or arg
        elif seen_other is not None:
            what = "constant" if isinstance(seen_other, ast.AnonConst) else "type"
            ctxt.error("E0747", f"{what} provided when a lifetime was expected", seen_other.span)
            return


def report_constraints(ctxt: ItemCtxt, args: ast.GenericArgs, def_: Def | None) -> None:
    """E0229 of the first `Item = T` where no trait is a bound."""
    for constraint in args.constraints[:1]:
        helps: tuple[str, ...] = ()
        if def_ is not None and constraint.ty is not None and def_.kind in (DefKind.STRUCT, DefKind.ENUM):
            shown = constraint.ty.span.text
            helps = (f"to use `{shown}` as a generic argument specify it directly",)
        ctxt.error(
            "E0229", "associated item constraints are not allowed here",
            constraint.span, "associated item constraint not allowed here",
            helps=helps,
        )  # fmt: skip


def prohibit_constraints(ctxt: ItemCtxt, segment: ast.PathSegment) -> None:
    """E0229 in the trait of an impl's header, or of a qualified path."""
    if segment.args is not None:
        report_constraints(ctxt, segment.args, None)


def _report_kind(ctxt: ItemCtxt, found: str, expected: str, node: ast.Ty | ast.AnonConst, ok: bool) -> None:
    if ok:
        ctxt.error("E0747", f"{found} provided when a {expected} was expected", node.span)


def _plural(n: int, what: str) -> str:
    return f"{n} {what} argument{'' if n == 1 else 's'}"


def _check_counts(
    ctxt: ItemCtxt, def_: Def, segment: ast.PathSegment, want_lifetimes: list[GenericParamDef], want: list[GenericParamDef],
    lifetimes: list[ast.Lifetime], others: list[ast.Ty | ast.AnonConst], infer_all: bool,
) -> bool:  # fmt: skip
    """Report E0107 for each of lifetimes and other arguments; says whether the counts fit."""
    ok = True
    if lifetimes and def_.kind in (DefKind.FN, DefKind.ASSOC_FN) and ctxt.tcx.fn_sig(def_).bound:
        ok = _check_late_bound(ctxt, def_, lifetimes, len(want_lifetimes))
    elif lifetimes and len(lifetimes) != len(want_lifetimes):
        _report_count(ctxt, def_, segment, want_lifetimes, lifetimes, "lifetime", len(want_lifetimes), len(want_lifetimes))
        ok = False
    required = sum(not p.has_default for p in want)
    most = len(want) + ("with_allocator" in def_.attrs)
    if not infer_all and not required <= len(others) <= most:
        _report_count(ctxt, def_, segment, want, others, "generic", required, most)
        ok = False
    elif len(others) > len(want):
        raise UnsupportedError("an allocator", others[-1].span)
    return ok


def _check_late_bound(ctxt: ItemCtxt, def_: Def, lifetimes: list[ast.Lifetime], early: int) -> bool:
    """Where a function has late-bound lifetimes, none may be given: E0794, or a lint in method calls and where as many are given
    as there are early-bound ones (rustc: `prohibit_explicit_late_bound_lifetimes`)."""
    message = "cannot specify lifetime arguments explicitly if late bound lifetime parameters are present"
    at = lifetimes[0].span
    if not ctxt.of_method_call and len(lifetimes) != early:
        ctxt.error("E0794", message, at)
        return False
    late = [param.ident.span for param in ctxt.tcx.generics_of(def_).late_bound if isinstance(param, ast.GenericParam)]
    secondary = tuple(Label(span, "the late bound lifetime parameter is introduced here") for span in late[:1])
    ctxt.lint(Diagnostic("late_bound_lifetime_arguments", message, (Label(at),), secondary))
    return True


def _report_count(
    ctxt: ItemCtxt, def_: Def, segment: ast.PathSegment, want: list[GenericParamDef],
    given: list[ast.Lifetime] | list[ast.Ty | ast.AnonConst], what: str, least: int, most: int,
) -> None:  # fmt: skip
    """E0107 in rustc's words (rustc_hir_analysis::errors::wrong_number_of_generic_args)."""
    kind = {DefKind.ASSOC_FN: "method" if getattr(def_.node, "self_param", None) is not None else "associated function"}.get(
        def_.kind, def_.kind.value
    )
    n = len(given)
    if least == most:
        bound = _plural(most, what)
        quantifier = ""
    elif n < least:
        bound, quantifier = _plural(least, what), "at least "
    else:
        bound, quantifier = _plural(most, what), "at most "
    if segment.args is None:
        from interpreter.typeck.pretty_ty import visible_path

        message = f"missing generics for {kind} `{visible_path(ctxt.tcx, def_)}`"
    else:
        were = "was" if n == 1 else "were"
        message = f"{kind} takes {quantifier}{bound} but {_plural(n, what)} {were} supplied"
    primary = [Label(segment.ident.span, f"expected {quantifier}{bound}")]
    secondary: list[Label] = []
    suggestions: list[Suggestion] = []
    helps: list[str] = []
    if n < least and n > 0:
        secondary.append(Label(given[n - 1].span, f"supplied {_plural(n, what)}"))
        for i, arg in enumerate(given[:-1]):
            secondary.insert(i, Label(arg.span, ""))
    if n > most:
        extra = given[most:]
        removed = (given[most - 1].span.shrink_to_hi() if most else extra[0].span).to(extra[-1].span)
        if most == 0 and segment.args is not None and n == len(segment.args.args):
            suggestions.append(Suggestion(f"remove the unnecessary {what}s", ((segment.args.span, ""),)))
        else:
            suggestions.append(
                Suggestion(f"remove the unnecessary {what} argument{'' if n - most == 1 else 's'}", ((removed, ""),))
            )
    else:
        plural = "" if least - n == 1 else "s"
        names = ", ".join(p.name for p in want[n:least])
        at = segment.ident.span.shrink_to_hi() if not given else given[-1].span.shrink_to_hi()
        text = f"<{names}>" if segment.args is None else f", {names}"
        suggestions.append(Suggestion(f"add missing {what} argument{plural}", ((at, text),)))
    notes: list[str] = []
    if not def_.is_std:
        names = ", ".join(f"`{p.name}`" for p in want)
        with_ = f"{quantifier}{most if n > most else least} {what} parameter{'' if (most if n > most else least) == 1 else 's'}"
        text = f"{kind} defined here, with {with_}{': ' + names if names else ''}"
        params = tuple([Label(errors_cause.name_span(param.def_)) for param in want if not param.synthetic])
        notes.append(note_at(text, Label(errors_cause.name_span(def_)), beside=params))
    ctxt.tcx.emit(Diagnostic("E0107", message, tuple(primary), tuple(secondary), (*notes,), tuple(helps), tuple(suggestions)))


# ------------------------------------------------------------------------------------------------ trait objects


def supertrait_refs(ctxt: ItemCtxt, trait: Def, args: t.Args) -> Iterator[t.Binder]:
    """The super predicates of a trait and of its supertraits, with `args` (Self first) put in; each once."""
    seen: set[t.Binder] = set()
    queue: list[t.TraitRef] = [t.TraitRef(trait, args)]
    for here in queue:
        for predicate, _ in ctxt.tcx.super_predicates_of(here.trait):
            got = t.subst(predicate, here.args)
            if got in seen:
                continue
            seen.add(got)
            yield got
            if isinstance(got.value, t.TraitPredicate):
                queue.append(t.instantiate_bound(got, lambda _i, _n: t.RE_ERASED).trait_ref)


def complete_dyn_projections(
    ctxt: ItemCtxt, bound: ast.TraitBound, trait: Def, principal: t.Binder, given: list[t.Binder]
) -> list[t.Binder] | None:
    """The projection bounds of a trait object: those written and those that supertrait bounds give. None after a report of
    missing ones: E0191, or E0038 if they are generic, so that there is no such type."""
    tcx = ctxt.tcx
    dummy = t.Param(DUMMY_SELF, "Self")
    args = (dummy, *principal.value.args)
    have = {p.value.assoc for p in given}
    result = list(given)
    traits = {trait: t.TraitRef(trait, t.shift_bound(args, 1))}
    for predicate in supertrait_refs(ctxt, trait, args):
        kind = predicate.value
        if isinstance(kind, t.TraitPredicate):
            traits.setdefault(kind.trait_ref.trait, kind.trait_ref)
        elif isinstance(kind, t.ProjectionPredicate) and kind.alias.def_ not in have:
            have.add(kind.alias.def_)
            result.append(t.Binder(t.ExistentialProjection(kind.alias.def_, kind.alias.args[1:], kind.term), predicate.bound))
    missing: list[tuple[Def, Def]] = []
    for owner in traits:
        for item in tcx.associated_items(owner):
            if item.def_.kind is DefKind.ASSOC_TY and item.def_ not in have and not requires_sized_self(ctxt, item.def_):
                missing.append((owner, item.def_))
    generic = next((owner for owner, item in missing if tcx.generics_of(item).params), None)
    if generic is not None:
        tcx.emit(trait_errors.not_dyn_compatible(tcx, generic, bound.path.span))
        return None
    written = bound.path.segments[-1].args
    bounded = {c.ident.name for c in (written.constraints if written is not None else ()) if c.ty is None}
    unsaid = [(owner, item) for owner, item in missing if item.name not in bounded]
    if unsaid and not principal.flags & t.HAS_ERROR:
        _report_missing_projections(ctxt, bound, [(traits[owner], item) for owner, item in unsaid])
        return None
    for _, def_ in missing:
        result.append(t.Binder(t.ExistentialProjection(def_, principal.value.args, t.ERROR), principal.bound))
    return result


def requires_sized_self(ctxt: ItemCtxt, item: Def) -> bool:
    """`where Self: Sized` on an item of a trait."""
    generics = getattr(item.node, "generics", None)
    if generics is None:
        return False
    sized = ctxt.tcx.lang_item_or_none("sized")
    for where in generics.predicates:
        if isinstance(where, ast.WhereTypePredicate) and ctxt._names_self(where.ty):
            for bound in where.bounds:
                if isinstance(bound, ast.TraitBound) and ctxt.trait_def_of(bound.path) is sized:
                    return True
    return False


def _trait_with_names(ctxt: ItemCtxt, trait: t.TraitRef) -> str:
    """A trait with its arguments, in which lifetimes without a name get one, as do those bound by the object's `for<..>`."""
    named: dict[t.Region, t.Region] = {}
    bound: list[str] = []
    taken = {region.name for region in t.walk(trait.args) if isinstance(region, (t.ReEarlyParam, t.ReLateParam))}
    free = (f"'{letter}" for letter in "abcdefghijklmnopqrstuvwxyz" if f"'{letter}" not in taken)

    def name(region: t.Region) -> t.Region:
        of_object = isinstance(region, t.ReBound) and region.depth <= 1
        if isinstance(region, t.ReStatic) or (not of_object and getattr(region, "name", "'_") != "'_"):
            return region
        if region not in named:
            chosen = next(free)
            named[region] = t.ReEarlyParam(0, chosen)
            if of_object:
                bound.append(chosen)
        return named[region]

    shown = pretty_ty.format_ty(ctxt.tcx, t.ExistentialTraitRef(trait.trait, t.map_regions(trait.args[1:], name)))
    return f"for<{', '.join(bound)}> {shown}" if bound else shown


def _report_missing_projections(ctxt: ItemCtxt, bound: ast.TraitBound, missing: list[tuple[t.TraitRef, Def]]) -> None:
    by_trait: dict[t.TraitRef, list[Def]] = {}
    for owner, item in missing:
        by_trait.setdefault(owner, []).append(item)
    parts = []
    for owner, items in by_trait.items():
        words = [f"`{i.name}`" for i in sorted(items, key=_first_named)]
        listed = f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
        parts.append(f"{listed} in `{_trait_with_names(ctxt, owner)}`")
    names = ", ".join(sorted(parts))
    n = len(missing)
    plural = "" if n == 1 else "s"
    segment = bound.path.segments[-1]
    wanted = ", ".join(f"{i.name} = /* Type */" for _, i in missing)
    if segment.args is None:
        replacement = f"{bound.path.span.text}<{wanted}>"
    else:
        replacement = bound.path.span.text[:-1] + f", {wanted}>"
    place = bound.span if bound.for_lifetimes else bound.path.span
    label, of_trait = "", len({item.name for _, item in missing}) < n
    if of_trait:
        listed = ", ".join(f"`{item.name}` (from trait `{owner.trait.name}`)" for owner, item in reversed(missing))
        label = f"associated type{plural} {listed} must be specified"
    ctxt.tcx.emit(
        Diagnostic(
            "E0191", f"the value of the associated type{plural} {names} must be specified", (Label(place, label),),
            tuple(
                Label(_declaration(item), f"`{owner.trait.name + '::' if of_trait else ''}{item.name}` defined here")
                for owner, item in missing
                if not item.is_std
            ),
            suggestions=(Suggestion(f"specify the associated type{plural}", ((bound.path.span, replacement),)),),
        )
    )  # fmt: skip


def _first_named(item: Def) -> tuple[int, str]:
    """The place of an item among the names of its crate: rustc orders them by when it first read them."""
    import re

    found = None if item.is_std else re.search(rf"\b{re.escape(item.name)}\b", item.span.file.text)
    return found.start() if found is not None else 0, item.name


def _declaration(item: Def) -> Span:
    """The declaration of an associated type without its default and semicolon."""
    node = item.node
    assert isinstance(node, ast.TypeAlias_)
    span = node.span
    if node.ty is not None:
        head = span.text[: node.ty.span.lo - span.lo].rstrip().removesuffix("=").rstrip()
        return span._replace(hi=span.lo + len(head))
    return Span(span.file, span.lo, span.hi - 1, span.call_site) if span.text.endswith(";") else span
