"""What to write in a signature so that what is returned may hold a lifetime (rustc: `suggest_new_region_bound`,
`suggest_precise_capturing`)."""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.borrowck.constraints import STATIC, RegionVid
from interpreter.borrowck.diag import DiagBuilder
from interpreter.borrowck.region_names import fn_input_nodes, fn_output_node
from interpreter.borrowck.report import ReportContext
from interpreter.borrowck.suggest import children
from interpreter.diagnostics import Label
from interpreter.hints import Any
from interpreter.resolve.defs import Def
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.opaque import async_output


def suggest_returned_bound(cx: ReportContext, diag: DiagBuilder, longer: RegionVid, shorter: RegionVid) -> None:
    """For a lifetime of a parameter that is required to be `'static` because `impl Trait` or `dyn Trait` is returned."""
    owner = cx.facts.universal.root
    output = fn_output_node(owner) if isinstance(owner.node, ast.Fn) else None
    if shorter != STATIC or output is None or cx.facts.universal.is_closure:
        return
    index, nodes = cx.names.argument_index(longer), fn_input_nodes(owner)
    if index is None or index >= len(nodes):
        return
    named = cx.facts.universal.has_name(longer)
    name = str(cx.names.name_of(longer)) if named else "'_"
    if named and not _declares(owner, name):
        return
    param, _ = cx.names.argument_name_and_span(index)
    arg = f"argument `{param}`" if param is not None else "the argument"
    is_async = async_output(cx.facts.tcx, owner) is not None
    for node in list(_opaque_or_object(output))[is_async:]:
        bounds = [bound.lifetime for bound in node.bounds if isinstance(bound, ast.LifetimeBound)]
        is_object = isinstance(node, ast.DynTy)
        fixed = next((lifetime for lifetime in bounds if lifetime.name == "'static"), None)
        what = "the trait object" if is_object else f"`{' '.join(node.span.text.split())}`"
        if fixed is not None:
            text = f"consider changing {what}'s explicit `'static` bound to the lifetime of {arg}"
            diag.suggest(text, (fixed.span, name))
            static = _made_static(cx, longer, index)
            diag.suggest("alternatively, add an explicit `'static` bound to this reference", (nodes[index].span, static))
        elif bounds if is_object else any(lifetime.name == name for lifetime in bounds):
            continue
        elif is_object or sum(1 for _ in _elided(nodes)) < 2:
            text = f"to declare that {what} captures data from {arg}, you can add an explicit `{name}` lifetime bound"
            diag.suggest(text, (node.span.shrink_to_hi(), f" + {name}"))


def _declares(owner: Def, name: str) -> bool:
    """Whether a function declares the lifetime itself."""
    return isinstance(owner.node, ast.Fn) and any(param.ident.name == name for param in owner.node.generics.params)


def _opaque_or_object(node: object) -> Iterator[ast.ImplTraitTy | ast.DynTy]:
    if isinstance(node, (ast.ImplTraitTy, ast.DynTy)):
        yield node
    for child in children(node):
        yield from _opaque_or_object(child)


def _elided(nodes: list[ast.Ty | ast.SelfParam]) -> Iterator[object]:
    """The references without a written lifetime in the types of parameters."""
    stack: list[object] = list(nodes)
    while stack:
        node = stack.pop()
        if isinstance(node, (ast.RefTy, ast.SelfParam)) and node.lifetime is None and getattr(node, "by_ref", True):
            yield node
        stack.extend(children(node))


def _made_static(cx: ReportContext, region: RegionVid, index: int) -> str:
    """The type of a parameter with `'static` in the place of the region."""

    def replace(r: t.Region) -> Any:
        if isinstance(r, t.ReVar):
            if r.vid == region:
                return t.RE_STATIC
            known = cx.facts.universal.names[r.vid]
            return known if known is not None and cx.facts.universal.has_name(r.vid) else t.RE_ERASED
        return r

    return cx.facts.tcx.format_ty(t.map_regions(cx.facts.universal.raw_inputs[index], replace))


def suggest_precise_capturing(cx: ReportContext, diag: DiagBuilder, opaque: Def, lifetime: str) -> None:
    """`use<..>` with the lifetime that a hidden type holds."""
    node, owner = opaque.node, cx.facts.universal.root
    if not isinstance(node, ast.ImplTraitTy) or not isinstance(owner.node, ast.Fn):
        return
    for bound in node.bounds:
        if isinstance(bound, ast.UseBound):
            text = f"add `{lifetime}` to the `use<...>` bound to explicitly capture it"
            lifetimes = [param for param in bound.params if param.name.startswith("'")]
            if lifetimes:
                diag.suggest(text, (lifetimes[-1].span.shrink_to_hi(), f", {lifetime}"))
            elif bound.params:
                diag.suggest(text, (bound.params[0].span.shrink_to_lo(), f"{lifetime}, "))
            else:
                at = bound.span.hi - 1
                diag.suggest(text, (bound.span._replace(lo=at, hi=at), lifetime))
            return
    written = list(dict.fromkeys(found.name for found in _lifetimes(node) if found.name not in ("'static", "'_")))
    if lifetime in written:
        return
    generics = cx.facts.tcx.generics_of(owner)
    params = generics.all_params()
    synthetic = [Label(param.def_.span) for param in params if param.synthetic]
    if synthetic:
        wanted = f"`use<...>` bound to explicitly capture `{lifetime}`"
        diag.note(f"you could use a {wanted}, but argument-position `impl Trait`s are not nameable", *synthetic)
        diag.help(
            f"add a {wanted} after turning all argument-position `impl Trait` into type parameters, noting that this possibly "
            "affects the API of this crate"
        )
        return
    own = [param.name for param in generics.params if not param.name.startswith("'")]
    outer = [param.name for param in params if not param.name.startswith("'") and param.name not in own]
    captured = ", ".join([*written, lifetime, *own, *outer])
    diag.suggest(f"add a `use<...>` bound to explicitly capture `{lifetime}`", (node.span.shrink_to_hi(), f" + use<{captured}>"))


def _lifetimes(node: object) -> Iterator[ast.Lifetime]:
    if isinstance(node, ast.Lifetime):
        yield node
    for child in children(node):
        yield from _lifetimes(child)
