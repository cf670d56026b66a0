"""`non_local_definitions`: impls and exported macros within bodies that have effects outside of these (rustc_lint:
non_local_def.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import crate_nodes, nodes
from interpreter.lint.spans import head
from interpreter.resolve.defs import Def, DefKind, DefRes
from interpreter.syntax import ast
from interpreter.typeck.items import user_items

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_ITEMS = (DefKind.CONST, DefKind.STATIC, DefKind.ASSOC_CONST)
_BODIES = (
    *_ITEMS, DefKind.FN, DefKind.ASSOC_FN, DefKind.CLOSURE, DefKind.ANON_CONST, DefKind.INLINE_CONST,
)  # fmt: skip
_PARAMS = (DefKind.TY_PARAM, DefKind.CONST_PARAM, DefKind.LIFETIME_PARAM)


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All impls, and all exported macros."""
    within: dict[ast.Node, Def] = {}
    for def_ in user_items(tcx):
        if def_.kind is DefKind.IMPL and isinstance(def_.node, ast.Impl):
            _impl(tcx, def_, def_.node, emit)
        if isinstance(def_.node, (ast.Fn, ast.Const, ast.Static)) and not _is_nameless(def_):
            body = def_.node.body if isinstance(def_.node, ast.Fn) else def_.node.expr
            within.update((node, def_) for node in nodes(body) if isinstance(node, ast.MacroRules))
    for node in crate_nodes(tcx):
        if node in within and isinstance(node, ast.MacroRules):
            if any(attr.name == "macro_export" for attr in node.attrs):
                message = "non-local `macro_rules!` definition, `#[macro_export]` macro should be written at top level module"
                emit("non_local_definitions", Label(node.span), message)


def _is_nameless(def_: Def) -> bool:
    """`const _`, in which impls may stand as if they were outside."""
    return def_.kind is DefKind.CONST and def_.name == "_"


def _impl(tcx: TyCtxt, def_: Def, impl: ast.Impl, emit: Emit) -> None:
    body = def_.parent
    if body is None or body.kind is DefKind.MOD:
        return
    if _is_nameless(body) and body.parent is not None and body.parent.kind is DefKind.MOD:
        return
    outermost = body
    while outermost.parent is not None and (_is_nameless(outermost) or outermost.kind is DefKind.IMPL):
        outermost = outermost.parent
    paths: list[tuple[ast.Path, Def]] = []
    for part in (impl.trait, impl.self_ty):
        for node in nodes(part):
            if isinstance(node, ast.Path):
                meant = tcx.resolution.path_res.get(node)
                if meant is not None and isinstance(meant.base, DefRes) and meant.base.def_.kind not in _PARAMS:
                    paths.append((node, meant.base.def_))
    if any(_is_local(named, body, outermost) for _, named in paths):
        return
    depth = _depth(body)
    labels = []
    for path, _ in paths:
        last = path.segments[-1].ident
        labels.append(Label(path.span._replace(hi=last.span.hi), f"`{last.name}` is not local"))
    up = "" if depth == 1 else f" and up {depth} bodies"
    labels.append(Label(head(body), f"move the `impl` block outside of this {_descr(body)}{up}"))
    message = "non-local `impl` definition, `impl` blocks should be written at the same level as their item"
    emit("non_local_definitions", Label(head(def_)), message, secondary=tuple(labels))


def _descr(body: Def) -> str:
    node = body.node
    kind: str = body.kind.value
    if isinstance(node, ast.Fn) and body.kind is DefKind.ASSOC_FN and node.self_param is not None:
        kind = "method"
    elif isinstance(node, ast.Closure) and node.async_:
        kind = "async block"
    named = body.kind not in (DefKind.CLOSURE, DefKind.ANON_CONST, DefKind.INLINE_CONST)
    return f"{kind} `{body.name if named else '<unnameable>'}`"


def _depth(body: Def) -> int:
    """In how many bodies something is; a constant in the type of an item is in none of the item's."""
    count = 0
    here: Def | None = body
    below: Def | None = None
    while here is not None and here.kind is not DefKind.MOD:
        in_type = below is not None and below.kind is DefKind.ANON_CONST and here.kind in _ITEMS
        count += here.kind in _BODIES and not in_type
        below, here = here, here.parent
    return count


def _is_local(named: Def, body: Def, outermost: Def) -> bool:
    """Whether it is defined in the body that the impl is in."""
    parent = named.parent
    while parent is not None and _is_nameless(parent):
        parent = parent.parent
    if named.is_std or parent is None:
        return False
    return parent is body or (parent is outermost.parent and parent.kind is not DefKind.MOD)
