"""The checks of items: what rustc_hir_analysis::check_crate reports before bodies are looked at.

`typeck_items` goes over the user's items in order: well-formedness of what they mention (wf_check.py), structs and enums
(check_adt.py), impls against their traits (check_impl.py), once all impls of the trait are found coherent (coherence.py); then
inherent impls. Std's own items are assumed right. A cycle or an overflow in one item ends the work after this phase.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import Aborted, Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind, DefRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import check_adt, check_impl, coherence, collect, query_cycles, wf_check
from interpreter.typeck import ty as t
from interpreter.typeck.rare import gat_bounds

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_ITEMS = frozenset((
    DefKind.STRUCT, DefKind.ENUM, DefKind.UNION, DefKind.TRAIT, DefKind.FN, DefKind.CONST, DefKind.STATIC, DefKind.IMPL,
    DefKind.TY_ALIAS, DefKind.ASSOC_FN, DefKind.ASSOC_CONST, DefKind.ASSOC_TY,
))  # fmt: skip


def user_items(tcx: TyCtxt) -> list[Def]:
    """The items of the user's crate in order of the text, those within bodies, impls and traits included."""
    return tcx.query("user_items", None, lambda: sorted(_walk(tcx.resolution.root), key=lambda d: d.index))


def _walk(root: Def) -> Iterator[Def]:
    stack = list(reversed(root.children))
    while stack:
        here = stack.pop()
        if here.is_std:
            continue
        if here.kind in _ITEMS:
            yield here
        stack.extend(reversed(here.children))


def typeck_items(tcx: TyCtxt) -> list[Diagnostic]:
    """Check all items of the user's crate; the errors found, in rustc's order as far as that matters.

    Raises: UnsupportedError.
    """
    before = len(tcx.sink.items)
    items = user_items(tcx)
    for def_ in items:
        try:
            _collect(tcx, def_)
        except Aborted:
            # The items are independent of each other.
            tcx.fatal = True
    impls = coherence.user_trait_impls(tcx, items)
    for def_ in items:
        # Neither the impls of a trait that isn't coherent nor what is in them.
        impl = def_ if def_.kind is DefKind.IMPL else def_.parent
        trait_ref = tcx.impl_trait_ref(impl) if impl is not None and impl.kind is DefKind.IMPL else None
        if trait_ref is None or coherence.coherent_trait(tcx, trait_ref.trait, impls[trait_ref.trait]):
            try:
                _check_item(tcx, def_)
            except Aborted:
                tcx.fatal = True
        elif def_ is impl:
            wf_check.check_constrained(tcx, impl, tcx.type_of(impl), trait_ref)
    if not tcx.fatal:
        coherence.check_inherent_impls(tcx, items)
    return tcx.sink.items[before:]


def _collect(tcx: TyCtxt, def_: Def) -> None:
    """Ask the queries of an item's header, so that errors in what is written there are reported."""
    tcx.generics_of(def_)
    match def_.kind:
        case DefKind.STRUCT | DefKind.ENUM | DefKind.UNION:
            for field in tcx.adt_def(def_).all_fields():
                tcx.type_of(field.def_)
        case DefKind.TRAIT:
            tcx.super_predicates_of(def_)
        case DefKind.IMPL:
            tcx.type_of(def_)
            tcx.impl_trait_ref(def_)
        case DefKind.FN | DefKind.ASSOC_FN:
            tcx.fn_sig(def_)
        case DefKind.TY_ALIAS | DefKind.CONST | DefKind.STATIC | DefKind.ASSOC_CONST:
            tcx.type_of(def_)
        case DefKind.ASSOC_TY:
            if def_.parent is not None and def_.parent.kind is DefKind.TRAIT:
                tcx.item_bounds(def_)
            if isinstance(def_.node, ast.TypeAlias_) and def_.node.ty is not None:
                tcx.type_of(def_)
    tcx.predicates_of(def_)


def _has_unknown_bounds(tcx: TyCtxt, def_: Def) -> bool:
    """Whether a bound of an item's parameters, of its impl or trait, or of a type in its signature names no trait: the check of
    the item ends there (rustc: the `FatalError` of `lower_poly_trait_ref`)."""
    owner = def_.parent
    asked = [def_, *([owner] if owner is not None and owner.kind in (DefKind.IMPL, DefKind.TRAIT) else [])]
    if def_.kind in (DefKind.FN, DefKind.ASSOC_FN):
        sig = tcx.fn_sig(def_).value
        asked += [part.def_ for part in t.walk((*sig.inputs, sig.output)) if isinstance(part, t.Adt)]
    return any(_bounds_unknown(tcx, item) for item in asked)


def _bounds_unknown(tcx: TyCtxt, def_: Def) -> bool:
    generics: ast.Generics | None = getattr(def_.node, "generics", None) if not def_.is_std else None
    if generics is None:
        return False
    bounds = [bound for param in generics.params for bound in param.bounds]
    bounds += [b for where in generics.predicates if isinstance(where, ast.WhereTypePredicate) for b in where.bounds]
    bounds += def_.node.supertraits if isinstance(def_.node, ast.Trait) else ()
    for bound in bounds:
        res = tcx.resolution.path_res.get(bound.path) if isinstance(bound, ast.TraitBound) else None
        if res is not None and not (isinstance(res.base, DefRes) and res.base.def_.kind is DefKind.TRAIT):
            return True
    return False


def _is_no_member(tcx: TyCtxt, def_: Def) -> bool:
    """Whether an item of a trait's impl is none that the trait has, which was reported by name resolution."""
    impl = def_.parent
    if impl is None or impl.kind is not DefKind.IMPL or collect.impl_node(impl).trait is None:
        return False
    return any(item.def_ is def_ and item.trait_item is None for item in tcx.associated_items(impl))


def _check_item(tcx: TyCtxt, def_: Def) -> None:
    if (tcx.fatal and _has_unknown_bounds(tcx, def_)) or _is_no_member(tcx, def_):
        return
    wf_check.check_item(tcx, def_)
    match def_.kind:
        case DefKind.STRUCT | DefKind.ENUM | DefKind.UNION:
            check_adt.check_adt(tcx, def_)
        case DefKind.TY_ALIAS:
            check_adt.check_alias_params(tcx, def_)
        case DefKind.IMPL:
            check_impl.check_impl(tcx, def_)
        case DefKind.FN:
            _check_main(tcx, def_)
        case DefKind.ASSOC_TY:
            _check_inherent_assoc_ty(tcx, def_)
        case DefKind.TRAIT:
            query_cycles.check_supertrait_cycle(tcx, def_)
            if any(child.kind is DefKind.ASSOC_TY and tcx.generics_of(child).params for child in def_.children):
                gat_bounds.check_gat_where_clauses(tcx, def_)
        case _:
            pass


def _check_inherent_assoc_ty(tcx: TyCtxt, def_: Def) -> None:
    """E0658: `type X = ..;` in an inherent impl."""
    owner = def_.parent
    if owner is None or owner.kind is not DefKind.IMPL or collect.impl_node(owner).trait is not None:
        return
    node = def_.node
    assert isinstance(node, ast.TypeAlias_)
    tcx.emit(
        Diagnostic(
            "E0658", "inherent associated types are unstable", (Label(node.span),),
            notes=("see issue #8995 <https://github.com/rust-lang/rust/issues/8995> for more information",),
        )
    )  # fmt: skip


def _check_main(tcx: TyCtxt, def_: Def) -> None:
    """E0131 and the type of `main` (rustc: `check_main_fn_ty`)."""
    node = def_.node
    if def_ is not tcx.resolution.main or not isinstance(node, ast.Fn):
        return
    if node.async_:
        message = "`main` function is not allowed to be `async`"
        tcx.emit(Diagnostic("E0752", message, (Label(node.sig_span, message),)))
        return
    if node.generics.params:
        tcx.emit(
            Diagnostic(
                "E0131", "`main` function is not allowed to have generic parameters",
                (Label(node.generics.span, "`main` cannot have generic parameters"),),
            )
        )  # fmt: skip
        return
    if node.generics.predicates:
        where = node.generics.predicates[0].span.to(node.generics.predicates[-1].span)
        start = where.file.text.rfind("where", 0, where.lo)
        whole = Span(where.file, start, where.hi, where.call_site) if start >= 0 else where
        tcx.emit(
            Diagnostic(
                "E0646", "`main` function is not allowed to have a `where` clause",
                (Label(whole, "`main` cannot have a `where` clause"),),
            )
        )  # fmt: skip
        return
    if node.output is not None:
        before = len(tcx.sink.items)
        wf_check.check_main_output(tcx, def_, node.output.span)
        if len(tcx.sink.items) > before:
            return
    difference = ""
    if node.unsafe:
        difference = "expected safe fn, found unsafe fn"
    elif node.extern_abi not in (None, "Rust"):
        difference = f'expected "Rust" fn, found "{node.extern_abi}" fn'
    elif node.params and not tcx.fn_sig(def_).flags & t.HAS_ERROR:
        difference = "incorrect number of function parameters"
    if difference:
        actual, expected = tcx.format_ty(tcx.fn_sig(def_)), "fn()"
        written = node.vis.span.to(node.sig_span)
        tcx.emit(
            Diagnostic(
                "E0580", "`main` function has wrong type", (Label(written, difference),),
                notes=(f"expected signature `{expected}`\n   found signature `{actual}`",),
            )
        )  # fmt: skip
