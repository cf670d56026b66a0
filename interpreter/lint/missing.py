"""`missing_docs`, `missing_debug_implementations` and `missing_copy_implementations` (rustc_lint: builtin.rs): what a library's
users miss."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import crate_nodes
from interpreter.lint.spans import head, whole
from interpreter.lint.visibility import nameable, reachable
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.items import user_items
from interpreter.typeck.layout import LayoutError

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


_ADTS = (DefKind.STRUCT, DefKind.ENUM, DefKind.UNION)
_LARGEST_COPY = 256
_NOT_DOCUMENTED = (DefKind.IMPL, DefKind.TY_PARAM, DefKind.CONST_PARAM, DefKind.LIFETIME_PARAM)


def check(tcx: TyCtxt, emit: Emit) -> None:
    """What is public."""
    root = tcx.resolution.root
    crate = root.node
    if isinstance(crate, ast.Crate):
        if not _has_doc(crate.attrs):
            emit("missing_docs", Label(crate.span), "missing documentation for the crate")
        for item in crate_nodes(tcx):
            _macro(item, emit)
        if not _is_hidden(crate.attrs):
            _docs(tcx, root, nameable(tcx), emit)
    public = reachable(tcx)
    for def_ in user_items(tcx):
        if def_.kind in _ADTS and def_ in public:
            _debug(tcx, def_, emit)
            _copy(tcx, def_, emit)


def _has_doc(attrs: list[ast.Attribute]) -> bool:
    return any(attr.name == "doc" and (not attr.args or isinstance(attr.args[0], ast.Token)) for attr in attrs)


def _is_hidden(attrs: list[ast.Attribute]) -> bool:
    return any(attr.name == "doc" and not attr.is_doc_comment and attr.span.text.endswith("(hidden)]") for attr in attrs)


def _macro(item: object, emit: Emit) -> None:
    if isinstance(item, ast.MacroRules) and any(attr.name == "macro_export" for attr in item.attrs):
        if not _has_doc(item.attrs):
            span = item.span
            emit("missing_docs", Label(span._replace(hi=item.ident.span.hi)), "missing documentation for a macro")


def _docs(tcx: TyCtxt, around: Def, public: set[Def], emit: Emit) -> None:
    for def_ in around.children:
        node = def_.node
        attrs: list[ast.Attribute] = getattr(node, "attrs", [])
        if def_.is_std or not isinstance(node, ast.Node) or _is_hidden(attrs):
            continue
        if def_.kind is DefKind.IMPL and (tcx.impl_trait_ref(def_) is not None or _self_type_is_hidden(tcx, def_)):
            continue
        positional = isinstance(node, ast.FieldDef) and node.ident.name.isdigit()
        if def_ in public and def_.kind not in _NOT_DOCUMENTED and not positional and not _has_doc(attrs):
            emit("missing_docs", Label(head(def_)), f"missing documentation for {_description(def_)}")
        _docs(tcx, def_, public, emit)


def _self_type_is_hidden(tcx: TyCtxt, impl: Def) -> bool:
    ty = tcx.type_of(impl)
    return isinstance(ty, t.Adt) and isinstance(ty.def_.node, ast.ItemBase) and _is_hidden(ty.def_.node.attrs)


def _description(def_: Def) -> str:
    """rustc: `article_and_description`."""
    if isinstance(def_.node, ast.FieldDef):
        return "a struct field"
    if isinstance(def_.node, ast.Fn) and def_.kind is DefKind.ASSOC_FN and def_.node.self_param is not None:
        return "a method"
    what = def_.kind.value
    return f"{'an' if what[0] in 'aeio' else 'a'} {what}"


def _debug(tcx: TyCtxt, def_: Def, emit: Emit) -> None:
    assert isinstance(def_.node, ast.Node)
    types = [tcx.type_of(impl) for impl in tcx.trait_impls(tcx.lang_item("Debug")).all()]
    if not any(isinstance(ty, t.Adt) and ty.def_ is def_ for ty in types):
        message = "type does not implement `Debug`; consider adding `#[derive(Debug)]` or a manual implementation"
        emit("missing_debug_implementations", Label(whole(def_.node)), message)


def _copy(tcx: TyCtxt, def_: Def, emit: Emit) -> None:
    assert isinstance(def_.node, (ast.Struct, ast.Enum_, ast.Union))
    if def_.node.generics.params or tcx.adt_destructor(def_) is not None:
        return
    ty = tcx.type_of(def_)
    if any(isinstance(tcx.type_of(field.def_), t.RawPtr) for field in tcx.adt_def(def_).all_fields()) or tcx.is_copy(ty):
        return
    if tcx.type_implements_trait(tcx.lang_item("iterator"), (ty,)):
        return  # What has state of its own is better not copied by the way.
    try:
        if tcx.layout_of(ty).size > _LARGEST_COPY:
            return
    except LayoutError:
        pass
    if all(tcx.is_copy(tcx.type_of(field.def_)) for field in tcx.adt_def(def_).all_fields()):
        emit("missing_copy_implementations", Label(whole(def_.node)), "type could implement `Copy`; consider adding `impl Copy`")
