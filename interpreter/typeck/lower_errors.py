"""Errors of written types in rustc's words: trait objects, misplaced `impl Trait`, lifetimes that only an output mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind
from interpreter.resolve.suggest import best_match
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.lower import ItemCtxt


def report_two_traits(ctxt: ItemCtxt, regular: list[tuple[ast.TraitBound, Def]]) -> None:
    first, second = regular[0][0], regular[1][0]
    ctxt.error(
        "E0225", "only auto traits can be used as additional traits in a trait object",
        second.span, "additional non-auto trait",
        secondary=(Label(first.span, "first non-auto trait"),),
        notes=(
            "auto-traits like `Send` and `Sync` are traits that have special properties; for more information on them, visit"
            " <https://doc.rust-lang.org/reference/special-types-and-traits.html#auto-traits>",
        ),
        helps=(
            "consider creating a new trait with all of these as supertraits and using that trait here instead: `trait"
            " NewTrait:"
            f" {' + '.join(format_bound(ctxt, b) for b, _ in regular)} {{}}`",
        ),
    )  # fmt: skip


def format_bound(ctxt: ItemCtxt, bound: ast.TraitBound) -> str:
    """A bound as it is written in a suggestion."""
    trait = ctxt.trait_def_of(bound.path)
    name = trait.path().rsplit("::", 1)[-1] if trait is not None else ""
    args = bound.path.segments[-1].args
    return name + (args.span.text if args is not None else "")


def report_impl_trait_position(ctxt: ItemCtxt, node: ast.ImplTraitTy) -> None:
    """E0562 (E0658 where it is only unstable)."""
    kind = ctxt.owner.kind
    is_default = kind is DefKind.ASSOC_TY and ctxt.owner.parent is not None and ctxt.owner.parent.kind is DefKind.TRAIT
    if not ctxt.in_body and kind in (DefKind.TY_ALIAS, DefKind.ASSOC_TY):
        where = "type aliases" if kind is DefKind.TY_ALIAS else "associated types"
        ctxt.error(
            "E0658", f"`impl Trait` in {where} is unstable", node.span,
            notes=("see issue #63063 <https://github.com/rust-lang/rust/issues/63063> for more information",),
        )  # fmt: skip
        if is_default:
            report_impl_trait(ctxt, node, where)
            return
        note = f"`{ctxt.owner.name}` must be used in combination with a concrete type within the same crate"
        ctxt.tcx.emit(Diagnostic(None, "unconstrained opaque type", (Label(node.span),), notes=(note,)))
        return
    positions = {
        DefKind.STRUCT: "field types", DefKind.ENUM: "field types", DefKind.UNION: "field types",
        DefKind.CONST: "const types",
        DefKind.STATIC: "static types", DefKind.ASSOC_CONST: "const types", DefKind.IMPL: "impl headers",
        DefKind.TRAIT: "bounds",
    }  # fmt: skip
    report_impl_trait(ctxt, node, "the type of variable bindings" if ctxt.in_body else positions.get(kind, "paths"))


def report_impl_trait(ctxt: ItemCtxt, node: ast.ImplTraitTy, where: str) -> None:
    """E0562 by what the place is called."""
    ctxt.error(
        "E0562", f"`impl Trait` is not allowed in {where}", node.span,
        notes=("`impl Trait` is only allowed in arguments and return types of functions and methods",),
    )  # fmt: skip


def check_bound_in_output(
    ctxt: ItemCtxt,
    lifetimes: Sequence[ast.GenericParam],
    inputs: tuple[t.Ty, ...],
    output: t.Ty,
    node: ast.Ty | None,
    what: str,
) -> None:
    """E0581, E0582: a lifetime of a `for<..>` in the output must occur in the inputs."""
    if node is None:
        return
    names = {p.ident.name for p in lifetimes}
    used = {p.name for p in t.walk(output) if isinstance(p, t.ReBound)} & names
    used -= {p.name for p in _constraining(inputs) if isinstance(p, t.ReBound)}
    for name in sorted(used):
        if what == "fn":
            message = f"return type references lifetime `{name}`, which is not constrained by the fn input types"
            ctxt.error("E0581", message, node.span)
        else:
            message = (
                f"binding for associated type `Output` references lifetime `{name}`, which does not appear in the trait input"
                " types"
            )
            ctxt.error("E0582", message, node.span)


def check_bound_in_binding(
    ctxt: ItemCtxt, names: list[str], args: t.Args, term: t.Ty, constraint: ast.AssocConstraint
) -> None:
    """E0582 of `for<'a> Trait<Item = &'a T>`."""
    constrained = {part.name for part in _constraining(args) if isinstance(part, t.ReBound)}
    used = {part.name for part in t.walk(term) if isinstance(part, t.ReBound)}
    for name in names:
        if name in used and name not in constrained:
            what = f"binding for associated type `{constraint.ident.name}` references lifetime `{name}`"
            ctxt.error("E0582", f"{what}, which does not appear in the trait input types", constraint.span)


def report_trait_path(ctxt: ItemCtxt, trait: Def, path: ast.Path, segment: ast.PathSegment) -> None:
    """E0223 of `Trait::Item`; E0782 where the trait has no such type."""
    base, item = path.segments[: path.segments.index(segment)], segment.ident
    if ctxt.tcx.edition >= 2021 and not any(d.name == item.name and d.kind is DefKind.ASSOC_TY for d in trait.children):
        ctxt.error("E0782", "expected a type, found a trait", base[0].span.to(base[-1].span))
        return
    help_ = f"if there were a type named `Example` that implemented `{trait.name}`, you could use the fully-qualified path"
    ctxt.error("E0223", "ambiguous associated type", path.segments[0].span.to(item.span), helps=(help_,))


def check_dyn_constraints(ctxt: ItemCtxt, node: ast.DynTy, constraints: list[ast.AssocConstraint], trait: Def) -> None:
    """The constraints of a trait object's type: no bounds `Item: Bound`, and no type given twice (E0719)."""
    seen: dict[str, ast.AssocConstraint] = {}
    for constraint in constraints:
        name = constraint.ident.name
        if constraint.ty is None:
            helps = ("use `impl Trait` to introduce a type instead",)
            message = "associated type bounds are not allowed in `dyn` types"
            ctxt.tcx.emit(Diagnostic(None, message, (Label(constraint.span),), helps=helps))
        first = seen.setdefault(name, constraint)
        if first is constraint:
            continue
        ctxt.error(
            "E0719", f"the value of the associated type `{name}` in trait `{trait.name}` is already specified",
            constraint.span, "re-bound here", secondary=(Label(first.span, f"`{name}` bound here first"),),
        )  # fmt: skip
        if first.ty is not None and constraint.ty is not None and ctxt.lower_ty(first.ty) is not ctxt.lower_ty(constraint.ty):
            labels = tuple(
                Label(c.span, f"`{name}` is specified to be `{c.ty.span.text}` here") for c in (first, constraint) if c.ty
            )
            message = f"conflicting associated type bindings for `{name}`"
            ctxt.tcx.emit(Diagnostic(None, message, (Label(node.span),), labels))


def _constraining(value: object) -> Iterator[object]:
    """The parts of types that determine the regions in them: not what is within projections."""
    stack: list[object] = [value]
    while stack:
        part = stack.pop()
        if isinstance(part, tuple):
            stack.extend(part)
        elif isinstance(part, t._Interned) and not isinstance(part, t.Alias):
            yield part
            stack += part.parts


def report_bare_trait(ctxt: ItemCtxt, node: ast.DynTy) -> None:
    """E0782 of a trait where a type must stand."""
    helps: tuple[str, ...] = ("you can add the `dyn` keyword if you want a trait object",)
    ctxt.error("E0782", "expected a type, found a trait", node.span, helps=helps)


def report_relaxed(tcx: TyCtxt, bound: ast.TraitBound, context: str, subject: str) -> None:
    """A `?Trait` where nothing is bounded by default."""
    note = f"{subject} are not implicitly bounded by `Sized`, so there is nothing to relax"
    tcx.emit(Diagnostic(None, f"relaxed bounds are not permitted in {context}", (Label(bound.span),), notes=(note,)))


def report_not_sized(tcx: TyCtxt, bound: ast.TraitBound) -> None:
    """A `?Trait` of another trait than `Sized`."""
    tcx.emit(Diagnostic(None, "bound modifier `?` can only be applied to `Sized`", (Label(bound.span),)))


def report_misplaced_relaxed(tcx: TyCtxt, bound: ast.TraitBound) -> None:
    """A `?Trait` in a where clause about something else than a parameter of the item."""
    note = "in this context, relaxed bounds are only allowed on type parameters defined on the closest item"
    tcx.emit(Diagnostic(None, "this relaxed bound is not permitted here", (Label(bound.span),), notes=(note,)))


def report_default(tcx: TyCtxt, param: ast.GenericParam) -> None:
    """A default where it can't be used; of a type it is refused by a lint only."""
    lint = "invalid_type_param_default" if param.kind is ast.ParamKind.TYPE else None
    if lint is None or not tcx.resolution.lints.allowed(lint, param.span):
        span = param.span if param.default is None else param.span.to(param.default.span)
        tcx.emit(Diagnostic(lint, "defaults for generic parameters are not allowed here", (Label(span),)))


def report_ambiguous_variant(tcx: TyCtxt, path: ast.Path) -> None:
    """The lint about `Self::V` as a type, where the enum that Self is has a variant of that name too."""
    lint = "ambiguous_associated_items"
    if not tcx.resolution.lints.allowed(lint, path.span):
        tcx.emit(Diagnostic(lint, "ambiguous associated item", (Label(path.span),), helps=("use fully-qualified syntax",)))


def report_no_variant(tcx: TyCtxt, enum: t.Adt, name: ast.Ident, path: ast.Path) -> None:
    """`Enum::Name` as a type, where the enum isn't named by its own path: a variant, or E0599."""
    variants = [child.name for child in enum.def_.children if child.kind is DefKind.VARIANT]
    if name.name in variants:
        tcx.emit(Diagnostic(None, f"expected type, found variant `{name.name}`", (Label(path.span),)))
        return
    shown = tcx.format_ty(enum)
    similar = best_match(variants, name.name) is not None
    helps = ("there is a variant with a similar name",) if similar else ()
    label = Label(name.span, "" if similar else f"variant not found in `{shown}`")
    head = () if enum.def_.is_std else (Label(tcx.item_span(enum.def_), f"variant `{name.name}` not found here"),)
    tcx.emit(Diagnostic("E0599", f"no variant named `{name.name}` found for enum `{shown}`", (label,), head, helps=helps))


_FN_TRAITS_ISSUE = "see issue #29625 <https://github.com/rust-lang/rust/issues/29625> for more information"


def fn_trait_notation(span: Span) -> Diagnostic:
    """E0658: `Fn<(A,)>` (rustc: `complain_about_internal_fn_trait`)."""
    message = "the precise format of `Fn`-family traits' type parameters is subject to change"
    return Diagnostic("E0658", message, (Label(span),), notes=(_FN_TRAITS_ISSUE,))


def dyn_return(span: Span) -> Diagnostic:
    """E0746."""
    message = "return type cannot be a trait object without pointer indirection"
    return Diagnostic("E0746", message, (Label(span, "doesn't have a size known at compile-time"),))


def report_variadic_abi(tcx: TyCtxt, abi: str, span: Span) -> None:
    """E0045"""
    message = f'C-variadic functions with the "{abi}" calling convention are not supported'
    tcx.emit(Diagnostic("E0045", message, (Label(span, "C-variadic function must have a compatible calling convention"),)))
