"""The words for borrows that outlive what they borrow: E0597, E0515, E0716, E0373, E0713, E0521 (rustc_borrowck:
conflict_errors)."""

from __future__ import annotations

from interpreter.borrowck.borrow_set import BorrowData
from interpreter.borrowck.constraints import Category
from interpreter.borrowck.describe import ClosureUse, UseSpans, args_or_use, var_or_use
from interpreter.borrowck.diag import DiagBuilder
from interpreter.borrowck.explain_borrow import (
    Explanation,
    LaterUse,
    MustBeValidFor,
    UsedLater,
    UsedLaterWhenDropped,
    add_explanation,
    explain_why_borrow_contains_point,
)
from interpreter.borrowck.region_names import NameSource, RegionName, fn_input_nodes, fn_output_node
from interpreter.borrowck.report import ReportContext
from interpreter.borrowck.suggest import body_root, children, names_no_place
from interpreter.borrowck.universal_regions import is_named
from interpreter.dataflow.place_ty import prefix_tys
from interpreter.diagnostics import Label
from interpreter.mir import body as mir
from interpreter.mir.body import Location, Place
from interpreter.resolve.defs import DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t

_ESCAPES = frozenset((Category.RETURN, Category.CALL_ARGUMENT, Category.OPAQUE_TYPE))


def not_living_long_enough(
    cx: ReportContext, location: Location, borrow: BorrowData, place: Place, drop_span: Span, drops: bool
) -> None:
    """`place` ends at `drop_span` while `borrow` of it is alive."""
    facts, describe = cx.facts, cx.describe
    local = borrow.place.local
    borrow_spans = describe.retrieve_borrow_spans(borrow)
    borrow_span = var_or_use(borrow_spans)
    key = (Place(local), borrow_span)
    if key in cx.access_reported:
        return
    cx.access_reported.add(key)
    destructor = _destructor_in(cx, borrow.place)
    if destructor is not None and not _is_prefix(borrow.place, place):
        _conflicts_with_destructor(cx, location, borrow, place, drop_span, drops, destructor)
        return
    name = describe.place(borrow.place)
    explanation = explain_why_borrow_contains_point(cx, location, borrow, place if drops and name is not None else None)
    captured = isinstance(borrow_spans, ClosureUse)
    if (
        name is not None
        and captured
        and isinstance(explanation, UsedLater)
        and not explanation.in_loop
        and explanation.kind is LaterUse.CLOSURE_CAPTURE
    ):
        region = RegionName(cx.names.synthesize(), NameSource.STATIC)
        diag = _escaping_capture(
            cx, borrow_spans, borrow_span, region, Category.CALL_ARGUMENT, explanation.span, f"`{name}`", "block"
        )
    elif (
        name is not None
        and captured
        and isinstance(explanation, MustBeValidFor)
        and explanation.category in _ESCAPES
        and not explanation.from_closure
    ):
        diag = _escaping_capture(
            cx, borrow_spans, borrow_span, explanation.region, explanation.category, explanation.span, f"`{name}`", "function"
        )
    elif (
        isinstance(explanation, MustBeValidFor)
        and explanation.category is Category.ASSIGNMENT
        and not explanation.from_closure
        and explanation.region.source is NameSource.UPVAR
    ):
        diag = _escaping_data(cx, borrow_span, name, explanation.region, explanation.span)
    elif name is not None:
        diag = _local_value(cx, name, borrow, drop_span, borrow_spans, explanation)
    else:
        diag = _temporary_value(cx, borrow, drop_span, borrow_spans, facts.declaration(local), explanation)
    cx.buffer.add(diag)


def _is_prefix(place: Place, of: Place) -> bool:
    return place.local == of.local and of.projection[: len(place.projection)] == place.projection


def _destructor_in(cx: ReportContext, place: Place) -> t.Ty | None:
    """The outermost type with a destructor that `place` lies in."""
    tys = prefix_tys(cx.facts.body, place)
    for i, elem in enumerate(place.projection):
        base = tys[i]
        if isinstance(elem, (mir.Field, mir.Downcast)) and isinstance(base, t.Adt):
            if cx.facts.tcx.adt_destructor(base.def_) is not None:
                return base
    return None


def _conflicts_with_destructor(
    cx: ReportContext, location: Location, borrow: BorrowData, place: Place, drop_span: Span, drops: bool, ty: t.Ty
) -> None:
    """E0713."""
    describe = cx.describe
    span = var_or_use(describe.retrieve_borrow_spans(borrow))
    diag = DiagBuilder("E0713", "borrow may still be in use when destructor runs", span)
    dropped = describe.place(place)
    what = "temporary value" if dropped is None else f"`{dropped}`"
    borrowed = describe.place(borrow.place)
    ty_name = describe.ty(ty)
    if borrowed is not None:
        text = (
            f"here, drop of {what} needs exclusive access to `{borrowed}`, "
            f"because the type `{ty_name}` implements the `Drop` trait"
        )
    else:
        text = f"here is drop of {what}; whose type `{ty_name}` implements the `Drop` trait"
    diag.label(drop_span, text)
    explanation = explain_why_borrow_contains_point(cx, location, borrow, place if drops else None)
    if isinstance(explanation, (UsedLater, UsedLaterWhenDropped)):
        diag.note("consider using a `let` binding to create a longer lived value")
    add_explanation(cx, diag, explanation)
    cx.buffer.add(diag)


# -------------------------------------------------------------------------------------------- E0597


def _local_value(
    cx: ReportContext, name: str, borrow: BorrowData, drop_span: Span, borrow_spans: UseSpans, explanation: Explanation
) -> DiagBuilder:
    span = var_or_use(borrow_spans)
    if isinstance(explanation, MustBeValidFor) and not explanation.from_closure:
        returned = _cannot_return(cx, borrow, span, explanation.span, explanation.category, explanation.place)
        if returned is not None:
            return returned
    diag = DiagBuilder("E0597", f"`{name}` does not live long enough", span)
    region = _annotate_signature(cx, borrow, diag)
    if region is not None:
        diag.label(span, f"`{name}` would have to be valid for `{region}`...")
        owner = cx.facts.owner
        returns = "enclosing closure" if owner.kind is DefKind.CLOSURE else f"function `{owner.name}`"
        diag.label(drop_span, f"...but `{name}` will be dropped here, when the {returns} returns")
        diag.note(
            "functions cannot return a borrow to data owned within the function's scope, "
            "functions can only return borrows to data passed as arguments"
        )
        diag.note(
            "to learn more, visit <https://doc.rust-lang.org/book/ch04-02-references-and-borrowing.html#dangling-references>"
        )
        if not isinstance(explanation, MustBeValidFor):
            add_explanation(cx, diag, explanation)
        return diag
    diag.label(span, "borrowed value does not live long enough")
    diag.label(drop_span, f"`{name}` dropped here while still borrowed")
    if isinstance(borrow_spans, ClosureUse):
        diag.label(borrow_spans.args_span, _captured(borrow_spans))
    decl = cx.facts.body.locals[borrow.place.local]
    if decl.name is not None and (isinstance(borrow_spans, ClosureUse) or not names_no_place(cx, borrow)):
        diag.label(cx.facts.declaration(borrow.place.local), f"binding `{decl.name}` declared here")
    add_explanation(cx, diag, explanation, "", span)
    if isinstance(explanation, UsedLater) and not explanation.in_loop:
        _explain_collection(cx, diag, name)
    return diag


def _explain_collection(cx: ReportContext, diag: DiagBuilder, name: str) -> None:
    """Point at a `Vec` of references, where the borrow may have been put."""
    for local, decl in enumerate(cx.facts.body.locals):
        ty = decl.ty
        if not isinstance(ty, t.Adt) or not (ty.def_.is_std and ty.def_.name == "Vec") or not isinstance(ty.args[0], t.Ref):
            continue
        if decl.name is not None:
            diag.label(cx.facts.declaration(local), f"variable `{decl.name}` declared here")
            diag.note(
                f"`{decl.name}` is a collection that stores borrowed references, "
                f"but `{name}` does not live long enough to be stored in it"
            )
            diag.help("buffer reuse with borrowed references requires unsafe code or restructuring")
            return


def _cannot_return(
    cx: ReportContext, borrow: BorrowData, borrow_span: Span, return_span: Span, category: Category, place: str | None
) -> DiagBuilder | None:
    """E0515."""
    if category is not Category.RETURN:
        return None
    facts = cx.facts
    is_reference = return_span == facts.span_at(borrow.reserved)
    what = "reference to" if is_reference else "value referencing"
    decl = facts.body.locals[borrow.place.local]
    if place is not None:
        kind = "local data "
        if not borrow.place.projection:
            kind = "local variable "
            if decl.kind is mir.LocalKind.ARG:
                is_environment = bool(facts.captures) and borrow.place.local == 1
                kind = "variable captured by `move` " if is_environment else "function parameter "
        described, note = f"{kind}`{place}`", f"`{place}` is borrowed here"
    elif decl.kind is mir.LocalKind.ARG:
        described, note = "function parameter", "function parameter borrowed here"
    elif decl.name is not None:
        described, note = "local binding", "local binding introduced here"
    else:
        described, note = "temporary value", "temporary value created here"
    diag = DiagBuilder("E0515", f"cannot return {what} {described}", return_span)
    article = "reference to" if is_reference else "value referencing"
    diag.label(return_span, f"returns a {article} data owned by the current function")
    if return_span != borrow_span:
        diag.label(borrow_span, note)
        _suggest_collect(cx, diag, return_span)
    return diag


def _suggest_collect(cx: ReportContext, diag: DiagBuilder, return_span: Span) -> None:
    tcx = cx.facts.tcx
    iterator = tcx.lang_item_or_none("iterator")
    output = t.erase_regions(cx.facts.universal.raw_output)
    if iterator is not None and tcx.type_implements_trait(iterator, (output,), cx.facts.infcx.param_env):
        diag.suggest("use `.collect()` to allocate the iterator", (return_span.shrink_to_hi(), ".collect::<Vec<_>>()"))


def _annotate_signature(cx: ReportContext, borrow: BorrowData, diag: DiagBuilder) -> str | None:
    """If the borrow is assigned to the return place: label what the signature says of its lifetime, and give that a name."""
    facts = cx.facts
    if borrow.assigned.projection or facts.body.locals[borrow.assigned.local].kind in (mir.LocalKind.ARG, mir.LocalKind.RETURN):
        return None
    target = borrow.assigned.local
    block = facts.body.blocks[borrow.reserved.block]
    for statement in block.statements[borrow.reserved.statement + 1 :]:
        if not isinstance(statement, mir.Assign) or statement.place.projection:
            continue
        source: Place | None = None
        if isinstance(statement.rvalue, mir.Ref):
            source = statement.rvalue.place
        elif isinstance(statement.rvalue, mir.Use) and not isinstance(statement.rvalue.operand, mir.Constant):
            source = statement.rvalue.operand.place
        if source is None or source.local != target or source.projection not in ((), (mir.Deref(),)):
            continue
        if statement.place.local == mir.RETURN_PLACE:
            return _annotate_fn(cx, diag)
        target = statement.place.local
    call = block.terminator
    if isinstance(call, mir.Call) and call.target is not None and call.destination == Place(mir.RETURN_PLACE):
        for arg in call.args:
            if not isinstance(arg, mir.Constant) and arg.place.local == target and arg.place.projection in ((), (mir.Deref(),)):
                return _annotate_fn(cx, diag)
    return None


def _annotate_fn(cx: ReportContext, diag: DiagBuilder) -> str | None:
    facts = cx.facts
    owner = facts.owner
    if owner.kind not in (DefKind.FN, DefKind.ASSOC_FN):
        return None
    sig = facts.tcx.liberated_fn_sig(owner)
    output, nodes, output_node = sig.output, fn_input_nodes(owner), fn_output_node(owner)
    if not isinstance(output, t.Ref) or output_node is None:
        return None
    if is_named(output.region):
        name = getattr(output.region, "name", "'static")
        spans = [
            node.lifetime.span
            for ty, node in zip(sig.inputs, nodes, strict=False)
            if isinstance(ty, t.Ref) and ty.region is output.region and isinstance(node, ast.RefTy) and node.lifetime
        ]
        if not spans:
            return None
        for span in spans:
            diag.label(span, f"has lifetime `{name}`")
        out = output_node.lifetime.span if isinstance(output_node, ast.RefTy) and output_node.lifetime else output_node.span
        diag.label(out, f"also has lifetime `{name}`")
        diag.help(f"use data from the highlighted arguments which match the `{name}` lifetime of the return type")
        return name
    if not sig.inputs or not isinstance(sig.inputs[0], t.Ref):
        return None
    names = [_with_anonymous(cx, ty, "'0") for ty in (sig.inputs[0], output)]
    diag.label(nodes[0].span, f"has type `{names[0]}`")
    diag.label(output_node.span, f"{'also ' if names[0] == names[1] else ''}has type `{names[1]}`")
    diag.note("argument and return type have the same lifetime due to lifetime elision rules")
    diag.note("to learn more, visit <https://doc.rust-lang.org/book/ch10-03-lifetime-syntax.html#lifetime-elision>")
    return "'0"


def _with_anonymous(cx: ReportContext, ty: t.Ref, name: str) -> str:
    renamed = t.Ref(t.ReEarlyParam(0, name), t.erase_regions(ty.ty), ty.mutable)
    return cx.facts.tcx.format_ty(renamed)


# -------------------------------------------------------------------------------------------- E0716


def _temporary_value(
    cx: ReportContext, borrow: BorrowData, drop_span: Span, borrow_spans: UseSpans, proper_span: Span, explanation: Explanation
) -> DiagBuilder:
    if isinstance(explanation, MustBeValidFor) and not explanation.from_closure:
        returned = _cannot_return(cx, borrow, proper_span, explanation.span, explanation.category, None)
        if returned is not None:
            return returned
    diag = DiagBuilder("E0716", "temporary value dropped while borrowed", proper_span)
    diag.label(proper_span, "creates a temporary value which is freed while still in use")
    diag.label(drop_span, "temporary value is freed at the end of this statement")
    if isinstance(explanation, (UsedLater, UsedLaterWhenDropped)):
        message = "consider using a `let` binding to create a longer lived value"
        statement = _statement_around(cx, proper_span)
        if statement is not None:
            indent = " " * (statement.start[1] - 1)
            mutable = "mut " if borrow.is_mutable else ""
            text = proper_span.source_callsite().text
            diag.suggest(
                message,
                (statement.shrink_to_lo(), f"let {mutable}binding = {text};\n{indent}"),
                (proper_span, "binding"),
            )
        else:
            diag.note(message)
    add_explanation(cx, diag, explanation)
    if isinstance(borrow_spans, ClosureUse):
        diag.label(borrow_spans.args_span, _captured(borrow_spans))
    return diag


def _statement_around(cx: ReportContext, span: Span) -> Span | None:
    """The statement of the body's own block that contains the span, unless it lies in a block nested further in."""
    root = body_root(cx.facts.owner)
    body = getattr(root, "body", None)
    span = span.source_callsite()
    if isinstance(body, ast.BlockExpr):
        body = body.block
    if not isinstance(body, ast.Block):
        return None
    for statement in body.stmts:
        outer = statement.span.source_callsite()
        if outer.lo <= span.lo and span.hi <= outer.hi:
            return None if _in_nested_block(statement, span) else outer
    return None


def _in_nested_block(node: object, span: Span) -> bool:
    for child in children(node):
        if isinstance(child, ast.Block):
            inner = child.span.source_callsite()
            if inner.lo <= span.lo and span.hi <= inner.hi:
                return True
        if _in_nested_block(child, span):
            return True
    return False


# -------------------------------------------------------------------------------------------- E0373, E0521


def _escaping_capture(
    cx: ReportContext,
    use: UseSpans,
    var_span: Span,
    region: RegionName,
    category: Category,
    constraint_span: Span,
    captured: str,
    scope: str,
) -> DiagBuilder:
    """E0373."""
    span = args_or_use(use)
    what = "async block" if span.text.startswith("async") else "closure"
    message = f"{what} may outlive the current {scope}, but it borrows {captured}, which is owned by the current {scope}"
    diag = DiagBuilder("E0373", message, span)
    diag.label(span, f"may outlive borrowed value {captured}")
    diag.label(var_span, f"{captured} is borrowed here")
    diag.suggest(
        f"to force the {what} to take ownership of {captured} (and any other referenced variables), use the `move` keyword",
        (span.shrink_to_lo(), "move ") if what == "closure" else (span.shrink_to_hi(), " move"),
    )
    if category is Category.CALL_ARGUMENT:
        region.highlight(diag)
        diag.note(f"{scope} requires argument type to outlive `{region}`", Label(constraint_span))
    else:
        diag.note(f"{what} is returned here", Label(constraint_span))
    return diag


def _escaping_data(cx: ReportContext, borrow_span: Span, name: str | None, region: RegionName, span: Span) -> DiagBuilder:
    """E0521: a reference to a local of a closure is stored in a captured variable."""
    descr = cx.describe.descr()
    diag = DiagBuilder("E0521", f"borrowed data escapes outside of {descr}", span)
    if region.span is not None:
        diag.label(region.span, f"`{region.what}` declared here, outside of the {descr} body")
    diag.label(borrow_span, f"borrow is only valid in the {descr} body")
    what = "reference" if name is None else f"reference to `{name}`"
    diag.label(span, f"{what} escapes the {descr} body here")
    return diag


def _captured(spans: ClosureUse) -> str:
    return "value captured here" + (" by coroutine" if spans.what == "coroutine" else "")
