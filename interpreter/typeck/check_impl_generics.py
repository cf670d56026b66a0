"""The generic parameters of an impl's item against those of the trait's (rustc: `compare_number_of_generics`,
`compare_generic_param_kinds`, `compare_synthetic_generics`): E0049, E0053, E0643."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import ParamKind
from interpreter.typeck import collect
from interpreter.typeck.defs import AssocItem, AssocKind, GenericParamDef
from interpreter.typeck.pretty_ty import visible_path

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def compare_generics(tcx: TyCtxt, item: AssocItem) -> bool:
    """As many type and const parameters, of the same kinds."""
    assert item.trait_item is not None
    ours, theirs = _own(tcx, item.def_), _own(tcx, item.trait_item)
    if len(ours) != len(theirs):
        for kind, word in ((ParamKind.TYPE, "type"), (ParamKind.CONST, "const")):
            counts = [sum(param.kind is kind for param in params) for params in (ours, theirs)]
            if counts[0] != counts[1]:
                _report_number(tcx, item, word, counts[0], counts[1])
        return False
    for mine, other in zip(ours, theirs, strict=True):
        consts = mine.kind is ParamKind.CONST and other.kind is ParamKind.CONST
        if mine.kind is not other.kind or (consts and tcx.type_of(mine.def_) is not tcx.type_of(other.def_)):
            _report_kind(tcx, item, mine, other)
            return False
    return True


def _own(tcx: TyCtxt, def_: Def) -> list[GenericParamDef]:
    return [param for param in tcx.generics_of(def_).params if param.kind is not ParamKind.LIFETIME]


def descr(item: AssocItem) -> str:
    if item.kind is AssocKind.FN and not item.has_self:
        return "associated function"
    return {AssocKind.FN: "method", AssocKind.TYPE: "associated type", AssocKind.CONST: "const"}[item.kind]


def param_span(param: GenericParamDef) -> Span:
    """A parameter as rustc points at it: the name, of a constant the whole, of an `impl Trait` all of it."""
    node = param.def_.node
    if not isinstance(node, ast.GenericParam):
        return param.def_.span
    return node.span if param.kind is ParamKind.CONST else node.ident.span


def _written(tcx: TyCtxt, def_: Def) -> tuple[list[Span], list[Span]]:
    """The spans of the parameters that have names, lifetimes too (the empty list's, if there are none), and of the others."""
    node = def_.node
    assert isinstance(node, (ast.Fn, ast.TypeAlias_, ast.Const))
    named = [param.span if param.kind is ParamKind.CONST else param.ident.span for param in node.generics.params]
    anonymous = [param_span(param) for param in tcx.generics_of(def_).params if param.synthetic]
    return [*named, *anonymous] or [node.generics.span], anonymous


def _report_number(tcx: TyCtxt, item: AssocItem, word: str, n_ours: int, n_theirs: int) -> None:
    """E0049"""
    assert item.trait_item is not None

    def count(n: int) -> str:
        return f"{n} {word} parameter{'' if n == 1 else 's'}"

    implicit = "`impl Trait` introduces an implicit type parameter"
    spans, anonymous = _written(tcx, item.def_)
    primary = [Label(span, f"found {count(n_ours)}" if i == 0 else "") for i, span in enumerate(spans)]
    secondary: list[Label] = []
    if not item.trait_item.is_std:
        trait_spans, trait_anonymous = _written(tcx, item.trait_item)
        secondary += [Label(span, f"expected {count(n_theirs)}" if i == 0 else "") for i, span in enumerate(trait_spans)]
        secondary += [Label(span, implicit) for span in trait_anonymous]
    primary = [Label(label.span, implicit) if label.span in anonymous and not label.text else label for label in primary]
    message = f"{descr(item)} `{item.name}` has {count(n_ours)} but its trait declaration has {count(n_theirs)}"
    tcx.emit(Diagnostic("E0049", message, tuple(primary), tuple(secondary)))


def _report_kind(tcx: TyCtxt, item: AssocItem, mine: GenericParamDef, other: GenericParamDef) -> None:
    """E0053"""
    assert item.trait_item is not None and item.trait_item.parent is not None and item.def_.parent is not None
    trait = item.trait_item.parent

    def words(param: GenericParamDef) -> str:
        if param.kind is ParamKind.TYPE:
            return "type parameter"
        return f"const parameter of type `{tcx.format_ty(tcx.type_of(param.def_))}`"

    secondary = [Label(collect.item_span(item.def_.parent), "")]
    if isinstance(trait.node, ast.Trait) and not trait.is_std:
        secondary += [Label(trait.node.ident.span, ""), Label(param_span(other), f"expected {words(other)}")]
    message = f"{descr(item)} `{item.name}` has an incompatible generic parameter for trait `{visible_path(tcx, trait)}`"
    tcx.emit(Diagnostic("E0053", message, (Label(param_span(mine), f"found {words(mine)}"),), tuple(secondary)))


def compare_synthetic(tcx: TyCtxt, item: AssocItem) -> bool:
    """E0643: `impl Trait` in one of them where the other has a named parameter."""
    assert item.trait_item is not None
    own = [p for p in tcx.generics_of(item.def_).params if p.kind is ParamKind.TYPE]
    declared = [p for p in tcx.generics_of(item.trait_item).params if p.kind is ParamKind.TYPE]
    for mine, other in zip(own, declared, strict=False):
        if mine.synthetic == other.synthetic:
            continue
        wanted, found = ("`impl Trait`", "generic parameter") if other.synthetic else ("generic parameter", "`impl Trait`")
        secondary = () if other.def_.is_std else (Label(param_span(other), "declaration in trait here"),)
        message = f"method `{item.name}` has incompatible signature for trait"
        tcx.emit(Diagnostic("E0643", message, (Label(param_span(mine), f"expected {wanted}, found {found}"),), secondary))
        return False
    return True
