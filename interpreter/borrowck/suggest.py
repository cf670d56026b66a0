"""Suggestions that go with borrow errors, found in the source: where to clone, where to put `mut`."""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.borrowck.borrow_set import BorrowData
from interpreter.borrowck.diag import DiagBuilder
from interpreter.borrowck.report import ReportContext
from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.mir import body as mir
from interpreter.mir.body import Local, Place
from interpreter.records import fields, is_record
from interpreter.resolve.defs import Def, LocalDef, LocalRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def body_root(def_: Def) -> object:
    """The syntax of the item that a body belongs to."""
    return def_.node


def children(node: object) -> Iterator[object]:
    """The direct parts of a syntax node, lists flattened."""
    if not is_record(node):
        return
    for f in fields(node):
        value = getattr(node, f.name)
        if isinstance(value, ast.Node):
            yield value
        elif isinstance(value, (list, tuple)):
            for part in value:
                if isinstance(part, ast.Node):
                    yield part


def path_to_expr(root: object, span: Span) -> list[object]:
    """The chain of nodes from `root` to the outermost expression with exactly this span; empty if there is none."""
    stack: list[tuple[object, tuple[object, ...]]] = [(root, (root,))]
    while stack:
        node, path = stack.pop()
        own = getattr(node, "span", None)
        if own == span and not isinstance(node, (ast.Block, ast.Path, ast.PathSegment, ast.Ident)) and _is_expr(node):
            return list(path)
        for child in children(node):
            child_span = getattr(child, "span", None)
            if child_span is None or (child_span.lo <= span.lo and span.hi <= child_span.hi) or child_span.call_site is not None:
                stack.append((child, (*path, child)))
    return []


def _is_expr(node: object) -> bool:
    return not isinstance(node, (ast.ExprStmt, ast.Let, ast.MacroStmt))


def introduction_of(root: Def, local: LocalDef) -> Span | None:
    """Where the type of a variable comes from: the written type of its parameter or `let`, or else the initialiser."""
    if isinstance(local.node, ast.SelfParam):
        return local.node.span
    stack: list[object] = [body_root(root)]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.Param) and node.pat is local.node:
            return node.ty.span
        if isinstance(node, ast.Let) and node.pat is local.node:
            if node.ty is not None:
                return node.ty.span
            return node.init.span if node.init is not None and node.init.span.call_site is None else None
        stack.extend(children(node))
    return None


def first_mention(tcx: TyCtxt, closure: Def, local: LocalDef) -> Span | None:
    """Where a closure first mentions a variable of the body around it (rustc: `upvars_mentioned`)."""
    stack: list[object] = [body_root(closure)]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.PathExpr):
            found = tcx.resolution.path_res.get(node.path)
            if found is not None and isinstance(found.base, LocalRes) and found.base.local is local:
                return node.span
        stack.extend(reversed(list(children(node))))
    return None


def implements(tcx: TyCtxt, cx: ReportContext, trait: str, ty: t.Ty) -> bool:
    """Whether the type has the trait with this lang item's name."""
    found = tcx.lang_item_or_none(trait)
    return found is not None and tcx.type_implements_trait(found, (ty,), cx.facts.infcx.param_env)


def cloning_message(cx: ReportContext, ty: t.Ty) -> str:
    """What a suggestion to clone says."""
    if isinstance(ty, t.Adt) and ty.def_.is_std and ty.def_.name in ("Rc", "Arc"):
        return "clone the value to increment its reference count"
    return "consider cloning the value if the performance cost is acceptable"


def suggest_cloning(cx: ReportContext, diag: DiagBuilder, ty: t.Ty, span: Span) -> bool:
    """Offer `.clone()` after the expression at `span`, if the type can be cloned; else say what would allow that."""
    if span.call_site is not None:
        return False
    chain = path_to_expr(body_root(cx.facts.universal.root), span)
    if chain and isinstance(chain[-1], ast.Closure):
        return False
    if not implements(cx.facts.tcx, cx, "clone", ty):
        note_missing_clone(cx, diag, ty, span)
        return False
    if any(isinstance(node, ast.Closure) and node.move for node in chain):
        return False
    inner = span
    node = chain[-1] if chain else None
    while isinstance(node, ast.AddrOf) or (isinstance(node, ast.Unary) and node.op is ast.UnOp.DEREF):
        if isinstance(node, ast.AddrOf) and node.mutable:
            return False
        node = node.expr
        inner = node.span
    edits = [] if inner.lo == span.lo else [(span._replace(hi=inner.lo), "")]
    rest = span.shrink_to_hi() if inner.hi == span.hi else span._replace(lo=inner.hi)
    diag.suggest(cloning_message(cx, ty), *edits, (rest, ".clone()"))
    return True


def note_missing_clone(cx: ReportContext, diag: DiagBuilder, ty: t.Ty, span: Span) -> None:
    """The types of the user's that could implement Clone, so that what is at `span` could be cloned."""
    beside = (Label(span, "you could clone this value"),)
    if isinstance(ty, t.Param):
        for param in cx.facts.tcx.generics_of(cx.facts.universal.root).all_params():
            if param.index == ty.index and param.name != "Self":
                declared = param.def_.node.ident.span if isinstance(param.def_.node, ast.GenericParam) else param.def_.span
                at = Label(declared, "consider constraining this type parameter with `Clone`")
                diag.help(f"if `{ty.name}` implemented `Clone`, you could clone the value", at, beside=beside)
    lacking = without_clone(cx, ty)
    if lacking:
        names = " and ".join(f"`{cx.describe.ty(adt)}`" for adt in lacking)
        places = [Label(cx.facts.tcx.item_span(adt.def_), "consider implementing `Clone` for this type") for adt in lacking]
        diag.note(f"if {names} implemented `Clone`, you could clone the value", *places, beside=beside)


def without_clone(cx: ReportContext, ty: t.Ty) -> list[t.Adt]:
    """The user's types because of which `ty` can't be cloned: itself, or arguments of one of std's."""
    if not isinstance(ty, t.Adt) or implements(cx.facts.tcx, cx, "clone", ty):
        return []
    if not ty.def_.is_std:
        return [ty]
    return list(dict.fromkeys(adt for arg in ty.args for adt in without_clone(cx, arg)))  # type: ignore[arg-type]


def suggest_cloning_borrowed(cx: ReportContext, diag: DiagBuilder, borrow: BorrowData, borrow_span: Span) -> None:
    """Offer to clone what is borrowed, by `&` or as the receiver of a method, instead of borrowing it."""
    chain = path_to_expr(body_root(cx.facts.universal.root), borrow_span)
    if not chain:
        return
    if isinstance(chain[-1], ast.AddrOf):
        suggest_cloning(cx, diag, cx.facts.ty(borrow.place), chain[-1].expr.span)
    elif borrow.kind in (BorrowKind.SHARED, BorrowKind.MUT):
        suggest_cloning(cx, diag, cx.facts.ty(borrow.place), borrow_span)


def suggest_cloning_before_closure(cx: ReportContext, diag: DiagBuilder, ty: t.Ty, name: str, use: Span) -> bool:
    """For a value captured by a `move` closure: clone it first and move the clone."""
    chain = path_to_expr(body_root(cx.facts.universal.root), use)
    at = next((i for i, node in enumerate(chain) if isinstance(node, ast.Closure) and node.move), None)
    if at is None or not implements(cx.facts.tcx, cx, "clone", ty):
        return False
    statement = next((node for node in reversed(chain[:at]) if isinstance(node, (ast.Let, ast.ExprStmt))), None)
    if statement is None:
        return False
    start = statement.span.source_callsite()
    indent = " " * (start.start[1] - 1)
    diag.suggest(
        "consider cloning the value before moving it into the closure",
        (start.shrink_to_lo(), f"let value = {name}.clone();\n{indent}"),
        (use, "value"),
    )
    return True


def suggest_ref_binding(cx: ReportContext, diag: DiagBuilder, move_span: Span) -> None:
    """For a value moved into a variable of a pattern: bind it by reference."""
    stack: list[object] = [body_root(cx.facts.universal.root)]
    outer: ast.IdentPat | None = None
    while stack:
        node = stack.pop()
        if isinstance(node, ast.IdentPat) and not (node.by_ref or node.mutable):
            if (node.ident.span.lo, node.ident.span.hi) == (move_span.lo, move_span.hi) and move_span.call_site is None:
                edits = [(p.span.shrink_to_lo(), "ref ") for p in (outer, node) if p is not None]
                diag.suggest("borrow this binding in the pattern to avoid moving the value", *edits)
                return
            if node.sub is not None:
                outer = node
        stack.extend(children(node))


def names_no_place(cx: ReportContext, borrow: BorrowData) -> bool:
    """Whether no place is written where the loan was made, but a pattern, or a closure that isn't told as one."""
    if not borrow.assigned.projection and cx.facts.body.locals[borrow.assigned.local].by_ref_binding:
        return True
    chain = path_to_expr(body_root(cx.facts.owner), cx.facts.span_at(borrow.reserved))
    return bool(chain) and isinstance(chain[-1], ast.Closure)


def suggest_mut_binding(cx: ReportContext, diag: DiagBuilder, local: Local) -> None:
    """Offer to declare a variable `mut`."""
    span = cx.facts.declaration(local)
    diag.suggest("consider changing this to be mutable", (span.shrink_to_lo(), "mut "))


def suggest_split_at_mut(cx: ReportContext, diag: DiagBuilder, first: tuple[Place, Span], second: tuple[Place, Span]) -> None:
    """For two elements of one slice, or of what is indexed by a trait's method: how to get at both."""
    ends = [place.projection[-1] if place.projection else None for place, _ in (first, second)]
    if not all(isinstance(end, mir.Index) for end in ends):
        indexes = [_index_of(cx, span) for _, span in (first, second)]
        if None in indexes or indexes[0] == indexes[1]:
            return
    diag.help("use `.split_at_mut(position)` to obtain two mutable non-overlapping sub-slices")


def _index_of(cx: ReportContext, base: Span) -> str | None:
    """The index by which the expression at a place is indexed, as written."""
    chain = path_to_expr(body_root(cx.facts.owner), base)
    parent = chain[-2] if len(chain) > 1 else None
    return parent.index.span.text if isinstance(parent, ast.Index) and parent.expr is chain[-1] else None
