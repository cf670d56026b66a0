"""The words for writes to what isn't mutable: E0384, E0594, E0596 (rustc_borrowck::diagnostics::mutability_errors)."""

from __future__ import annotations

from interpreter.borrowck.borrow_set import MUTABLE_KINDS
from interpreter.borrowck.describe import args_or_use, capture_name, is_async_closure, label_capture
from interpreter.borrowck.diag import DiagBuilder
from interpreter.borrowck.explain_illegal_moves import overloaded_source
from interpreter.borrowck.facts import declared_at
from interpreter.borrowck.mutability import NotMutable
from interpreter.borrowck.region_names import fn_input_nodes
from interpreter.borrowck.report import ReportContext
from interpreter.borrowck.suggest import body_root, children, path_to_expr, suggest_mut_binding
from interpreter.dataflow.move_paths import Init
from interpreter.dataflow.place_ty import place_ty
from interpreter.diagnostics import Label
from interpreter.mir import body as mir
from interpreter.mir.body import Local, Location, Place
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind


def reassignment(cx: ReportContext, place: Place, span: Span, init: Init) -> None:
    """E0384."""
    decl = cx.facts.body.locals[place.local]
    is_argument = decl.kind is mir.LocalKind.ARG
    name = cx.describe.any_place(place)
    declared_with_value = is_argument or decl.match_place is not None or decl.match_span is not None
    if init.location is None or declared_with_value:
        first = cx.facts.declaration(place.local)
    else:
        first = cx.facts.span_at(init.location)
    words = "cannot assign to immutable argument" if is_argument else "cannot assign twice to immutable variable"
    diag = DiagBuilder("E0384", f"{words} {name}", span)
    if span != first and not is_argument:
        diag.label(first, f"first assignment to {name}")
    if _can_be_made_mutable(decl):
        diag.suggest("consider making this binding mutable", (decl.span.shrink_to_lo(), "mut "))
        if not is_argument and decl.match_place is not None:
            diag.suggest("to modify the original value, take a borrow instead", (decl.span.shrink_to_lo(), "ref mut "))
    diag.label(span, words)
    cx.buffer.add(diag)


def _can_be_made_mutable(decl: mir.LocalDecl) -> bool:
    if decl.name is None or decl.by_ref_binding:
        return False
    return not (decl.is_self and isinstance(decl.ty, t.Ref))


def mutability(cx: ReportContext, place: Place, span: Span, error: NotMutable, mutates: bool, location: Location) -> None:
    """E0594 and E0596: `place` is written or borrowed mutably, but `error.place`, part of the way to it, is not mutable."""
    facts, describe = cx.facts, cx.describe
    culprit = error.place
    decl = facts.body.locals[culprit.local]
    wording = _item_and_reason(cx, place, culprit, mutates)
    if wording is None:
        return
    item, reason, behind = wording
    count, key = 1, None
    suggest = True
    borrow_use = None
    if mutates:
        diag = DiagBuilder("E0594", f"cannot assign to {item}{reason}", span)
        act, acted_on = "assign", "written to"
    else:
        act, acted_on = "borrow as mutable", "borrowed as mutable"
        borrow_use = describe.borrow_spans(span, location)
        span = args_or_use(borrow_use)
        diag = DiagBuilder("E0596", f"cannot borrow {item} as mutable{reason}", span)
        if not culprit.projection and _can_be_made_mutable(decl):
            key = decl.span
            earlier = cx.buffer.mut_errors.get(key)
            if earlier is not None:
                diag, count = earlier[0], earlier[1] + 1
                if count == 2:
                    diag.replace_span(decl.span)
                    diag.label(decl.span, "not mutable")
                suggest = False
        if suggest:
            text = f"mutable borrow occurs due to use of {describe.any_place(place)}"
            label_capture(diag, borrow_use, BorrowKind.MUT, text)
    _labels(cx, diag, place, culprit, span, act, acted_on, location, suggest, count, behind)
    if key is not None:
        cx.buffer.mut_errors[key] = (diag, count)
    else:
        cx.buffer.add(diag)


def _item_and_reason(cx: ReportContext, place: Place, culprit: Place, mutates: bool) -> tuple[str, str, str] | None:
    """What can't be changed, and why; the third is what it lies behind."""
    facts, describe = cx.facts, cx.describe
    name = describe.any_place(place)
    decl = facts.body.locals[culprit.local]
    if not culprit.projection:
        if not place.projection:
            return name, ", as it is not declared as mutable", ""
        return name, f", as `{decl.name}` is not declared as mutable", ""
    last = culprit.projection[-1]
    if isinstance(last, mir.Field):
        capture = facts.captures[last.index]
        previous: object = facts.variable_ty(capture.local) if capture.projections else None
        for projection in capture.projections:
            if projection[0] == "deref" and isinstance(previous, t.Ref) and not previous.mutable:
                return None
            previous = projection[-1]
        if facts.upvar_field(place) is not None:
            return name, ", as it is not declared as mutable", ""
        return name, f", as `{capture_name(capture)}` is not declared as mutable", ""
    if decl.guard_ref is not None and len(culprit.projection) == 1:
        return name, ", as it is immutable for the pattern guard", ""
    if decl.static is not None and len(culprit.projection) == 1:
        if len(place.projection) == 1:
            return f"immutable static item {name}", "", ""
        return name, f", as `{decl.static.name}` is an immutable static item", ""
    if culprit.local == 1 and len(culprit.projection) == 1 and facts.captures:
        if facts.upvar_field(place) is not None:
            return name, ", as it is a captured variable in a `Fn` closure", ""
        return name, ", as `Fn` closures cannot mutate their captured variables", ""
    behind = _behind(cx, Place(culprit.local, culprit.projection[:-1]))
    if describe.place(place) is not None:
        verb = "which is" if mutates else "as it is"
        return name, f", {verb} behind {behind}", behind
    return f"data in {behind}", "", behind


def _behind(cx: ReportContext, base: Place) -> str:
    call = overloaded_source(cx, base)
    if call is not None:
        is_index, ty = call
        if is_index:
            return f"an index of `{cx.describe.ty(ty)}`"
        if isinstance(ty, t.Adt) and ty.def_.is_std and ty.def_.name in ("Rc", "Arc"):
            return f"an `{ty.def_.name}`"
        return f"dereference of `{cx.describe.ty(ty)}`"
    if isinstance(place_ty(cx.facts.body, base), t.RawPtr):
        return "a `*const` pointer"
    return "a `&` reference"


def _labels(
    cx: ReportContext,
    diag: DiagBuilder,
    place: Place,
    culprit: Place,
    span: Span,
    act: str,
    acted_on: str,
    location: Location,
    suggest: bool,
    count: int,
    behind: str,
) -> None:
    facts = cx.facts
    decl = facts.body.locals[culprit.local]
    projection = culprit.projection
    if not projection:
        if isinstance(decl.ty, t.Ref) and decl.ty.mutable and _borrows_whole(cx, location) and decl.name is not None:
            _already_mutable_borrow(cx, diag, culprit.local, span, act, location, suggest)
        elif _can_be_made_mutable(decl):
            if count < 10:
                diag.label(span, f"cannot {act}")
            if suggest:
                if isinstance(decl.ty, t.Closure):
                    _show_mutating_upvar(cx, diag, decl.ty.def_, decl.name or "")
                suggest_mut_binding(cx, diag, culprit.local)
        else:
            diag.label(span, f"cannot {act}")
        return
    if isinstance(projection[-1], mir.Field):
        diag.label(span, f"cannot {act}")
        capture = facts.captures[projection[-1].index]
        if capture.local.name != "self":
            diag.suggest("consider changing this to be mutable", (declared_at(capture.local).shrink_to_lo(), "mut "))
        return
    if len(projection) == 1 and decl.guard_ref is not None:
        diag.label(span, f"cannot {act}")
        diag.note("variables bound in patterns are immutable until the end of the pattern guard")
        return
    if len(projection) == 1 and decl.static is None and decl.name is not None:
        kind = "`&` reference" if isinstance(decl.ty, t.Ref) else "`*const` pointer"
        diag.label(span, f"`{decl.name}` is a {kind}, so it cannot be {acted_on}")
        if not _label_iterator(cx, diag, culprit.local, "&" if isinstance(decl.ty, t.Ref) else "*const"):
            _suggest_mut_reference(cx, diag, culprit.local)
        return
    if culprit.local == 1 and len(projection) == 1 and facts.captures:
        _expected_fn(cx, diag, place, span, act)
        return
    diag.label(span, f"cannot {act}")
    if decl.static is not None and len(projection) == 1:
        diag.label(_static_head(decl.static), f"this `static` cannot be {acted_on}")
    if behind.startswith("an index of"):
        ty = behind.removeprefix("an index of ")
        diag.help(f"trait `IndexMut` is required to modify indexed content, but it is not implemented for {ty}")
    elif behind.startswith(("dereference of", "an `")):
        call = overloaded_source(cx, Place(culprit.local, projection[:-1]))
        if call is not None:
            ty = cx.describe.ty(call[1])
            diag.help(f"trait `DerefMut` is required to modify through a dereference, but it is not implemented for `{ty}`")


def _static_head(static: Def) -> Span:
    """`static NAME: Type`."""
    node = static.node
    return node.span._replace(hi=node.ty.span.hi) if isinstance(node, ast.Static) and node.ty is not None else static.span


def _borrows_whole(cx: ReportContext, location: Location) -> bool:
    statement = cx.facts.statement_at(location)
    return (
        isinstance(statement, mir.Assign)
        and isinstance(statement.rvalue, mir.Ref)
        and statement.rvalue.kind in MUTABLE_KINDS
        and not statement.rvalue.place.projection
    )


def _already_mutable_borrow(
    cx: ReportContext, diag: DiagBuilder, local: Local, span: Span, act: str, location: Location, suggest: bool
) -> None:
    """`&mut x` of an `x` that is a `&mut` already."""
    decl = cx.facts.body.locals[local]
    diag.label(span, f"cannot {act}")
    written = cx.facts.span_at(location)
    if not written.text.startswith("&mut "):
        if decl.is_self:
            diag.note("as `Self` may be unsized, this call attempts to take `&mut &mut self`")
            diag.note("however, `&mut self` expands to `self: &mut Self`, therefore `self` cannot be borrowed mutably")
        else:
            suggest_mut_binding(cx, diag, local)
        return
    root = body_root(cx.facts.owner)
    ty = None if decl.is_self or decl.var is None else written_ty(cx, local, root)
    text = "the binding is already a mutable borrow"
    if ty is None:
        diag.note(text, Label(decl.span))
    elif suggest:
        diag.note(text, Label(ty.span))
        again = "consider making the binding mutable if you need to reborrow multiple times"
        diag.suggest(again, (decl.span.shrink_to_lo(), "mut "))
    if any(isinstance(node, (ast.Call, ast.MethodCall)) for node in path_to_expr(root, written)[-2:-1]):
        once = "if there is only one mutable reborrow, remove the `&mut`"
        diag.suggest(once, (written._replace(hi=written.lo + len("&mut ")), ""))


def written_ty(cx: ReportContext, local: Local, root: object) -> ast.Ty | ast.SelfParam | None:
    """The type that is written for a variable that is all of a parameter's or `let`'s pattern."""
    decl = cx.facts.body.locals[local]
    if decl.kind is mir.LocalKind.ARG:
        return _parameter_ty(cx, local)
    let = None if decl.var is None else _let_of(root, declared_at(decl.var))
    return let.ty if let is not None else None


def _show_mutating_upvar(cx: ReportContext, diag: DiagBuilder, closure: Def, name: str) -> None:
    """What the closure does makes calling it need a mutable binding."""
    origin = cx.facts.tcx.closure_info(closure).kind_origin
    if origin is not None and not is_async_closure(closure.node):
        why = "possible mutation" if origin.by_value else "mutable borrow"
        diag.label(origin.span, f"calling `{name}` requires mutable binding due to {why} of `{origin.place}`")


def _label_iterator(cx: ReportContext, diag: DiagBuilder, local: Local, sigil: str) -> bool:
    """If the variable is what a `for` loop's iterator yields: point at that."""
    facts = cx.facts
    for init in facts.moves.path_inits[facts.moves.local_path[local]]:
        statement = None if init.location is None else facts.statement_at(init.location)
        if not isinstance(statement, mir.Assign) or not isinstance(statement.rvalue, mir.Use):
            return False
        operand = statement.rvalue.operand
        if isinstance(operand, mir.Constant) or not operand.place.projection:
            return False
        iterator = facts.body.locals[operand.place.local].span
        chain = path_to_expr(body_root(facts.owner), iterator)
        if len(chain) < 2 or not isinstance(chain[-2], ast.For) or chain[-2].iter is not chain[-1]:
            return False
        kind = "reference" if sigil == "&" else "pointer"
        diag.label(iterator, f"this iterator yields `{sigil}` {kind}s")
        written = chain[-1]
        if isinstance(written, ast.AddrOf) and not written.mutable:
            at = written.span.lo + 1
            diag.suggest("use a mutable iterator instead", (written.span._replace(lo=at, hi=at), "mut "))
        elif isinstance(written, ast.MethodCall):
            _suggest_mut_method(cx, diag, written)
        return True
    return False


def _suggest_mut_method(cx: ReportContext, diag: DiagBuilder, call: ast.MethodCall) -> None:
    """For an inherent method: one beside it whose name begins with its own and says that it gives mutable references."""
    for block in cx.facts.body.blocks:
        node = block.terminator
        if not (isinstance(node, mir.Call) and node.info.span == call.span and isinstance(node.func, mir.Constant)):
            continue
        impl = cx.facts.tcx.impl_of_item(node.func.ty.def_) if isinstance(node.func.ty, t.FnDef) else None
        better = f"{call.segment.ident.name}_mut"
        if impl is not None and any(item.name == better for item in cx.facts.tcx.associated_items(impl)):
            diag.suggest("use mutable method", (call.span._replace(lo=call.segment.span.lo), f"{better}()"))
        return


def _suggest_mut_reference(cx: ReportContext, diag: DiagBuilder, local: Local) -> None:
    """Offer `&mut` where the reference is declared or made."""
    facts = cx.facts
    decl = facts.body.locals[local]
    is_ref = isinstance(decl.ty, t.Ref)
    message = f"consider changing this to be a mutable {'reference' if is_ref else 'pointer'}"
    if decl.kind is mir.LocalKind.ARG:
        _suggest_mut_parameter(cx, diag, local, message)
        return
    if decl.by_ref_binding:
        if is_ref:
            at = decl.span.lo + (len("ref ") if decl.span.text.startswith("ref ") else 0)
            diag.suggest(message, (decl.span._replace(lo=at, hi=at), "mut "))
        return
    for init in facts.moves.path_inits[facts.moves.local_path[local]]:
        if init.location is None or not is_ref:
            continue
        chain = path_to_expr(body_root(facts.owner), facts.span_at(init.location))
        if chain and isinstance(chain[-1], ast.AddrOf) and not chain[-1].mutable:
            at = chain[-1].expr.span.lo
            diag.suggest(message, (chain[-1].span._replace(lo=at, hi=at), "mut "))
            return
    _suggest_changing_binding(cx, diag, decl)


def _suggest_mut_parameter(cx: ReportContext, diag: DiagBuilder, local: Local, message: str) -> None:
    """In the `impl` of a trait, the trait must change too, if it is the user's."""
    tcx, owner = cx.facts.tcx, cx.facts.owner
    impl = tcx.impl_of_item(owner)
    header = tcx.impl_trait_ref(impl) if impl is not None else None
    if _is_given_to_std(cx) or (header is not None and header.trait.is_std):
        return
    node = _parameter_ty(cx, local)
    if node is None:
        _suggest_changing_binding(cx, diag, cx.facts.body.locals[local])
        return
    edits = _made_mutable(node)
    if header is not None:
        message += " in the `impl` method and the `trait` definition"
        if isinstance(node, ast.SelfParam) and node.ty is None:
            declared = (item.def_.node for item in tcx.associated_items(header.trait) if item.name == owner.name)
            edits += [
                edit for fn in declared if isinstance(fn, ast.Fn) and fn.self_param for edit in _made_mutable(fn.self_param)
            ]
    if edits:
        diag.suggest(message, *sorted(edits, key=lambda edit: edit[0].lo))


def _made_mutable(node: ast.Ty | ast.SelfParam) -> list[tuple[Span, str]]:
    """What to write so that the reference or pointer of a parameter is mutable."""
    if isinstance(node, ast.SelfParam) and node.ty is not None:
        node = node.ty
    if isinstance(node, (ast.SelfParam, ast.RefTy)):
        if node.mutable or (isinstance(node, ast.SelfParam) and not node.by_ref):
            return []
        if isinstance(node, ast.SelfParam) and node.lifetime is not None:
            return [(node.span._replace(lo=node.span.hi - len("self"), hi=node.span.hi - len("self")), "mut ")]
        if node.lifetime is not None:
            return [(node.lifetime.span.shrink_to_hi(), " mut")]
    elif not isinstance(node, ast.PtrTy) or node.mutable:
        return []
    at = node.span.lo + 1
    return [(node.span._replace(lo=at, hi=at), "mut ")]


def _is_given_to_std(cx: ReportContext) -> bool:
    """Whether the body is a closure's that is an argument of one of std's functions, which say what its parameters are."""
    info = cx.facts.universal.closure_info
    chain = path_to_expr(body_root(cx.facts.universal.root), info.span) if info is not None else []
    if len(chain) < 2 or not isinstance(chain[-2], (ast.Call, ast.MethodCall)):
        return False
    callee = _callee_of(cx, chain[-2])
    return callee is not None and callee.is_std


def _parameter_ty(cx: ReportContext, local: Local) -> ast.Ty | ast.SelfParam | None:
    """The type of a parameter as written; None for one of a closure without."""
    facts = cx.facts
    if isinstance(facts.owner.node, ast.Closure):
        return facts.owner.node.params[local - 2].ty
    return fn_input_nodes(facts.owner)[local - 1]


def _suggest_changing_binding(cx: ReportContext, diag: DiagBuilder, decl: mir.LocalDecl) -> None:
    """Offer another type for a variable, which is bound by a pattern (that of a `let` itself is offered a type there)."""
    root = body_root(cx.facts.owner)
    if decl.by_ref_binding or decl.var is None or isinstance(decl.var.node, ast.SelfParam):
        return
    place = decl.match_place
    if place is not None:
        chain = path_to_expr(root, cx.facts.body.locals[place.local].span)
        if chain and isinstance(chain[-1], (ast.Try, ast.Await)):
            return
    declared = declared_at(decl.var)
    pointee = decl.ty.ty if isinstance(decl.ty, (t.Ref, t.RawPtr)) else decl.ty
    sigil = "&" if isinstance(decl.ty, t.Ref) else "*"
    ty = f"{sigil}mut {cx.describe.ty(pointee)}"
    let = _let_of(root, declared)
    if let is not None:
        if let.ty is not None:
            diag.suggest("consider changing this binding's type", (let.ty.span, ty))
        else:
            diag.suggest("consider specifying this binding's type", (declared.shrink_to_hi(), f": {ty}"))
    else:
        diag.label(declared, f"consider changing this binding's type to be: `{ty}`")


def _let_of(root: object, pattern: Span) -> ast.Let | None:
    """The `let` that has exactly this pattern."""
    stack = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.Let) and node.pat.span == pattern:
            return node
        stack += children(node)
    return None


def _expected_fn(cx: ReportContext, diag: DiagBuilder, place: Place, span: Span, act: str) -> None:
    """A `Fn` closure changes what it captured: where the `Fn` comes from."""
    facts = cx.facts
    info = facts.universal.closure_info
    assert info is not None
    diag.label(span, f"cannot {act}")
    for length in range(len(place.projection), 0, -1):
        field = facts.upvar_field(place, length)
        if field is not None:
            capture = facts.captures[field]
            by_name = capture.kind_span.source_callsite().text == capture.local.name
            if capture.by_ref is not None and by_name and not isinstance(capture.local.node, ast.SelfParam):
                diag.label(declared_at(capture.local), f"`{capture_name(capture)}` declared here, outside the closure")
            break
    diag.label(info.head_span, "in this closure")
    chain = path_to_expr(body_root(facts.universal.root), info.span)
    if len(chain) < 2:
        return
    call, closure = chain[-2], chain[-1]
    callee = _callee_of(cx, call) if isinstance(call, (ast.Call, ast.MethodCall)) else None
    if callee is not None and isinstance(callee.node, ast.Fn) and not callee.is_std:
        assert isinstance(call, (ast.Call, ast.MethodCall))
        position = next((i for i, arg in enumerate(call.args) if arg is closure), None)
        params = fn_input_nodes(callee)
        if position is not None and callee.node.self_param is not None:
            position += 1
        known = position is not None and position < len(params)
        accepts = params[position].span if known else callee.node.ident.span  # type: ignore[index]
        diag.label(accepts, "change this to accept `FnMut` instead of `Fn`")
        expects = call.func.span if isinstance(call, ast.Call) else call.span._replace(lo=call.segment.span.lo)
        diag.label(expects, "expects `Fn` instead of `FnMut`")
    elif _is_returned(chain) and isinstance(facts.universal.root.node, ast.Fn):
        fn = facts.universal.root.node
        diag.label(fn.ident.span, "")
        output = fn.output.span if fn.output is not None else fn.sig_span.shrink_to_hi()
        diag.label(output, "change this to return `FnMut` instead of `Fn`")


def _callee_of(cx: ReportContext, call: ast.Call | ast.MethodCall) -> Def | None:
    """The function that a call in the body around this one calls by name."""
    if cx.facts.owner.parent is None:
        return None
    for block in cx.facts.tcx.mir_built(cx.facts.owner.parent).blocks:
        node = block.terminator
        if isinstance(node, mir.Call) and node.info.span == call.span and isinstance(node.func, mir.Constant):
            return node.func.ty.def_ if isinstance(node.func.ty, t.FnDef) else None
    return None


def _is_returned(chain: list[object]) -> bool:
    """Whether the last of the nodes, each within the one before it, makes up what the body around it returns (rustc:
    `hir_get_fn_id_for_return_block`)."""
    for parent, node in zip(reversed(chain[:-1]), reversed(chain), strict=False):
        if isinstance(parent, (ast.Fn, ast.Closure)) or isinstance(node, ast.Return):
            return True
        if isinstance(parent, (ast.Loop, ast.While, ast.For, ast.Let)):
            return False
        if isinstance(parent, ast.Block) and parent.expr is not node:
            return False
    return True
