"""Errors of paths in rustc's words: E0533, E0423, E0576, E0071."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label, UnsupportedError
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def
from interpreter.syntax import ast
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt


def report_struct_variant_as_value(fcx: FnCtxt, node: ast.PathExpr, def_: Def) -> t.Ty:
    """E0533: a struct variant used without braces."""
    text = node.path.span.text
    parent = def_.parent
    name = (
        f"{parent.name}::{def_.name}"
        if parent is not None and isinstance(parent.node, ast.Enum_) and not text.startswith("Self::")
        else text
    )
    return fcx.error("E0533", f"expected value, found struct variant `{name}`", node.span, "not a value")


def report_self_constructor(fcx: FnCtxt, path: ast.Path) -> None:
    """`Self(..)` or `Self` of a type that has fields with names, or several variants."""
    message = "the `Self` constructor can only be used with tuple or unit structs"
    fcx.error(None, message, fcx.call_spans.get(path, path.span), helps=("use curly brackets",))


def report_outer_self(fcx: FnCtxt, path: ast.Path, impl: Def) -> bool:
    """E0401 for the constructor `Self` in an item within an item of the impl; a lint where the type has no parameters. Whether it
    is an error."""
    assert isinstance(impl.node, ast.Impl)
    lint, message = "self_constructor_from_outer_item", "can't reference `Self` constructor from outer item"
    generics = "the inner item doesn't inherit generics from this impl, so `Self` is invalid to reference"
    secondary = [Label(impl.node.head_span, generics)]
    item = fcx.owner.node
    if isinstance(item, ast.ItemBase) and not isinstance(item, ast.Impl):
        secondary.append(Label(item.ident.span, "`Self` used in this inner item"))
    ty = fcx.tcx.type_of(impl)
    has_params = bool(ty.flags & (t.HAS_PARAM | t.HAS_REGION_PARAM))
    if has_params:
        fcx.emit(Diagnostic("E0401", message, (Label(path.span),), tuple(secondary)))
    elif fcx.tcx.resolution.lints.denied(lint, path.span):
        fcx.lints.append(Diagnostic(lint, message, (Label(path.span),), tuple(secondary)))
    return has_params


def report_no_trait_item(fcx: FnCtxt, path: ast.Path, trait: Def) -> t.Ty:
    """E0576: a trait without such an item."""
    segment = path.segments[-1]
    name = segment.ident.name
    return fcx.error(
        "E0576", f"cannot find method or associated constant `{name}` in trait `{trait.name}`", segment.ident.span,
        f"not found in trait `{trait.name}`",
    )  # fmt: skip


def report_not_value(fcx: FnCtxt, path: ast.Path) -> None:
    """Name resolution gives only values here."""
    raise UnsupportedError("this path as a value", path.span)


def report_not_struct(fcx: FnCtxt, path: ast.Path, ty: t.Ty) -> None:
    """E0071."""
    name = fcx.fmt(ty)
    fcx.error("E0071", f"expected struct, variant or union type, found `{name}`", path.span, "not a struct")
