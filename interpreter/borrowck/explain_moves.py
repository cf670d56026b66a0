"""The words for uses of what is moved or uninitialised: E0381, E0382 (rustc_borrowck::diagnostics::conflict_errors,
explain_captures)."""

from __future__ import annotations

from interpreter.borrowck.check import Action
from interpreter.borrowck.describe import (
    CallKind,
    ClosureUse,
    Describer,
    FnSelfUse,
    PlainUse,
    UseSpans,
    args_or_use,
    label_capture,
    label_use_in_closure,
    var_or_use,
)
from interpreter.borrowck.diag import DiagBuilder
from interpreter.borrowck.missing_init import missing_branches
from interpreter.borrowck.report import ReportContext
from interpreter.borrowck.suggest import (
    body_root,
    implements,
    path_to_expr,
    suggest_ref_binding,
)
from interpreter.borrowck.suggest_moved import (
    fn_bound,
    suggest_cloning_receiver,
    suggest_copy_bound,
    suggest_reborrow,
    suggest_ref_or_clone,
)
from interpreter.borrowck.type_check import is_same_everywhere
from interpreter.dataflow.move_paths import Init, MoveOut
from interpreter.dataflow.place_ty import is_box
from interpreter.diagnostics import Label
from interpreter.mir import body as mir
from interpreter.mir.body import Location, Place
from interpreter.records import Record
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t

_CLOSURE_WORDS = {Action.BORROW: "borrow", Action.ASSIGNMENT: "assign", Action.PARTIAL_ASSIGNMENT: "assign to part"}


class MoveSite(Record, frozen=True):
    """A move that reaches the error; `back_edge`: by going round a loop."""

    move: MoveOut
    back_edge: bool


def moved_or_uninitialized(
    cx: ReportContext, location: Location, action: Action, moved: Place, used: Place, span: Span, path: int
) -> None:
    """E0381 or E0382."""
    describe = cx.describe
    use_spans = describe.use_spans(moved, span, location)
    span = args_or_use(use_spans)
    sites, reinits = _moved_indexes(cx, location, path)
    if not sites:
        if used.local not in cx.uninitialized_reported:
            cx.uninitialized_reported.add(used.local)
            _uninitialized(cx, path, used, moved, action, span, use_spans)
        return
    _moved(cx, location, action, moved, used, span, use_spans, path, sites, reinits)


# -------------------------------------------------------------------------------------------- finding the moves


def _moved_indexes(cx: ReportContext, location: Location, path: int) -> tuple[list[MoveSite], list[Location]]:
    """The moves of the path (or what it is part of) that reach `location`, and the initialisations on ways from them."""
    facts = cx.facts
    cfg, moves = facts.cfg, facts.moves
    paths = {path}
    here = moves.paths[path].parent
    while here is not None:
        paths.add(here)
        here = moves.paths[here].parent
    is_argument = any(moves.local_path[arg] in paths for arg in range(1, facts.body.arg_count + 1))
    seen: set[Location] = set()
    move_locations: set[Location] = set()
    inits: list[Location] = []
    sites: list[MoveSite] = []
    stack: list[Location] = []
    back_edges: list[Location] = []

    def predecessors(of: Location) -> list[Location]:
        return cfg.predecessor_locations(of)

    def push(of: Location) -> bool:
        found = False
        for pred in predecessors(of):
            found = True
            (back_edges if cfg.dominates(of, pred) else stack).append(pred)
        return found

    def stops(at: Location, back_edge: bool) -> bool:
        if at in seen:
            return True
        seen.add(at)
        if not isinstance(facts.statement_at(at), mir.StorageDead):
            for move in moves.moves_at.get(at, ()):
                if move.path in paths:
                    sites.append(MoveSite(move, back_edge))
                    move_locations.add(at)
                    return True
        if any(init.path in paths for init in moves.inits_at.get(at, ())):
            inits.append(at)
            return True
        return False

    push(location)
    reached_start = False
    while stack:
        at = stack.pop()
        if not stops(at, False) and not push(at):
            reached_start = True
    if (is_argument or not reached_start) and not sites:
        while back_edges:
            at = back_edges.pop()
            if not stops(at, True):
                back_edges.extend(predecessors(at))
    return sites, [init for init in inits if _reaches_back(cx, init, move_locations)]


def _reaches_back(cx: ReportContext, start: Location, goals: set[Location]) -> bool:
    seen: set[Location] = set()
    stack = [start]
    while stack:
        at = stack.pop()
        if at in seen:
            continue
        seen.add(at)
        if at in goals:
            return True
        stack.extend(cx.facts.cfg.predecessor_locations(at))
    return False


# -------------------------------------------------------------------------------------------- E0382


def _moved(
    cx: ReportContext,
    location: Location,
    action: Action,
    moved: Place,
    used: Place,
    span: Span,
    use_spans: UseSpans,
    path: int,
    sites: list[MoveSite],
    reinits: list[Location],
) -> None:
    facts, describe = cx.facts, cx.describe
    moves = facts.moves
    key = tuple(site.move.index for site in sites)
    reported = cx.buffer.move_errors.get(key)
    if reported is not None and is_same_everywhere(used) and _is_prefix(used, reported[0]):
        return
    partial = any(_is_partial(cx, used, moves.paths[site.move.path].place) for site in sites)
    name = describe.place(moved, including_downcast=True)
    of = "" if name is None else f": `{name}`"
    diag = DiagBuilder("E0382", f"{action.noun} of {'partially ' if partial else ''}moved value{of}", span)
    _explain_reinits(cx, diag, path, reinits)
    in_loop = False
    seen: set[Span] = set()
    closure_noted = _note_invoked_closure(cx, location, used, diag)
    reborrows = False
    for site in sites:
        place = moves.paths[site.move.path].place
        move_spans = describe.move_spans(place, site.move.location)
        move_span = args_or_use(move_spans)
        in_loop_message = location == site.move.location or site.back_edge
        in_loop |= location == site.move.location
        if move_span not in seen:
            chain = _point_at_loops(cx, diag, path, var_or_use(move_spans))
            if chain and not closure_noted:
                reborrows |= suggest_ref_or_clone(cx, diag, place, move_spans, chain)
            explain_captures(cx, diag, span, move_span, move_spans, place, partial, in_loop_message, not reinits)
            if _is_for_loop(move_spans) and _is_mut_ref(facts.ty(moved)) and not (in_loop_message or reborrows):
                suggest_reborrow(cx, diag, moved, move_span)
        seen.add(move_span)
    label_use_in_closure(diag, use_spans, f"{_CLOSURE_WORDS.get(action, 'use')} occurs due to use")
    if not in_loop:
        diag.label(span, f"value {action.past} here after {'partial ' if partial else ''}move")
    first = moves.paths[sites[0].move.path].place
    ty = facts.ty(first)
    what = describe.place(first, including_downcast=True)
    what = "value" if what is None else f"`{what}`"
    used_ty = facts.ty(used)
    suggest_copy_bound(cx, diag, ty)
    if not (isinstance(used_ty, t.Closure) and closure_noted):
        how = "partial move" if partial else "move"
        text = f"{how} occurs because {what} has type `{describe.ty(ty)}`, which does not implement the `Copy` trait"
        if first.projection:
            diag.note(text)
        else:
            diag.label(facts.declaration(first.local), text)
    if isinstance(use_spans, FnSelfUse) and use_spans.kind is CallKind.DEREF_COERCION:
        diag.note(f"{action.noun} occurs due to deref coercion to `{describe.ty(_deref_target(cx, use_spans))}`")
    cx.buffer.move_errors[key] = (used, diag)


def _is_for_loop(spans: UseSpans) -> bool:
    return isinstance(spans, FnSelfUse) and spans.kind is CallKind.FOR_LOOP


def _in_pattern(spans: UseSpans) -> bool:
    return isinstance(spans, PlainUse) and spans.pattern


def _is_mut_ref(ty: t.Ty) -> bool:
    return isinstance(ty, t.Ref) and ty.mutable


def _deref_target(cx: ReportContext, use: FnSelfUse) -> t.Ty:
    target = cx.facts.tcx.lang_item_or_none("deref_target")
    if target is None:
        return use.method_args[0]  # type: ignore[return-value]
    return cx.facts.tcx.normalize_erasing_regions(t.Alias(target, use.method_args), cx.facts.infcx.param_env)  # type: ignore[no-any-return]


def _is_prefix(place: Place, of: object) -> bool:
    assert isinstance(of, Place)
    return place.local == of.local and of.projection[: len(place.projection)] == place.projection


def _is_partial(cx: ReportContext, used: Place, moved: Place) -> bool:
    if moved.projection == (mir.Deref(),) and is_box(cx.facts.tcx, cx.facts.body.locals[moved.local].ty):
        return False
    # (To rustc, two places that lead through a field with a lifetime in its type differ.)
    return used != moved and is_same_everywhere(used) and _is_prefix(used, moved)


def _explain_reinits(cx: ReportContext, diag: DiagBuilder, path: int, reinits: list[Location]) -> None:
    if not reinits:
        return
    place = cx.facts.moves.paths[path].place
    if len(reinits) == 1:
        span = args_or_use(cx.describe.move_spans(place, reinits[0]))
        diag.label(span, "this reinitialization might get skipped")
    elif len(reinits) <= 3:
        diag.note(f"these {len(reinits)} reinitializations might get skipped")
    else:
        plural = "" if len(reinits) == 4 else "s"
        diag.note(f"these 3 reinitializations and {len(reinits) - 3} other{plural} might get skipped")


def explain_captures(
    cx: ReportContext,
    diag: DiagBuilder,
    span: Span,
    move_span: Span,
    spans: UseSpans,
    place: Place,
    partial: bool,
    in_loop: bool,
    never_reinitialized: bool,
) -> None:
    """How the value came to be moved: a plain move, a closure, a method call, an operator, a for loop."""
    describe = cx.describe
    loop_words = ", in previous iteration of loop" if in_loop else ""
    if not isinstance(spans, FnSelfUse):
        if move_span != span or in_loop:
            into = "into closure " if isinstance(spans, ClosureUse) and spans.what == "closure" else ""
            diag.label(move_span, f"value {'partially ' if partial else ''}moved {into}here{loop_words}")
        if not in_loop:
            label_capture(diag, spans, None, f"variable {'partially ' if partial else ''}moved due to use")
        return
    name = describe.any_place(place)
    how_plain = f"{name} {'partially ' if partial else ''}moved due to"
    how = f"{how_plain} this"
    match spans.kind:
        case CallKind.FN_CALL:
            diag.label(spans.fn_call_span, f"{how} call{loop_words}")
            self_ty = spans.method_args[0]
            once = fn_bound(cx, self_ty, "fn_once") if isinstance(self_ty, t.Param) else None
            moves = "this value implements `FnOnce`, which causes it to be moved when called"
            if once is not None:
                made = f"`{describe.ty(self_ty)}` is made to be an `FnOnce` closure here"  # type: ignore[arg-type]
                diag.note(
                    "`FnOnce` closures can only be called once", Label(once, made), beside=(Label(spans.fn_call_span, moves),)
                )
            else:
                diag.note(moves, Label(spans.var_span))
        case CallKind.OPERATOR:
            diag.label(spans.fn_call_span, f"{how_plain} usage in operator{loop_words}")
            if spans.method.span not in cx.fn_self_reported:
                cx.fn_self_reported.add(spans.method.span)
                unary = any(cx.facts.tcx.is_lang_item(spans.method.parent, op) for op in ("not", "neg", "deref"))  # type: ignore[arg-type]
                if unary:
                    diag.note("calling this operator moves the value")
                else:
                    diag.note("calling this operator moves the left-hand side")
        case CallKind.NORMAL | CallKind.FOR_LOOP:
            if spans.method.span not in cx.fn_self_reported:
                cx.fn_self_reported.add(spans.method.span)
                taker = spans.method.node.self_param if isinstance(spans.method.node, ast.Fn) else None
                at = (Label(taker.span),) if taker is not None else ()
                diag.note(
                    f"`{method_path(describe, spans.method)}` takes ownership of the receiver `self`, which moves {name}", *at
                )
            if never_reinitialized and _is_option_or_result(cx, spans.method):
                text = "help: consider calling `.as_ref()` or `.as_mut()` to borrow the type's contents"
                diag.label(spans.var_span, text)
            if spans.kind is CallKind.FOR_LOOP:
                ty = cx.facts.ty(place)
                into_iterator = spans.method.parent
                reference = t.Ref(t.RE_ERASED, ty, False)
                if into_iterator is not None and cx.facts.tcx.type_implements_trait(
                    into_iterator, (reference,), cx.facts.infcx.param_env
                ):
                    avoid = "content to avoid moving into the `for` loop"
                    text = f"consider iterating over a slice of the `{describe.ty(ty)}`'s {avoid}"
                    diag.suggest(text, (move_span.shrink_to_lo(), "&"))
                diag.label_desugared(spans.fn_call_span, f"{how} implicit call to `.into_iter()`{loop_words}")
            else:
                diag.label(spans.fn_call_span, f"{how} method call{loop_words}")
                suggest_cloning_receiver(cx, diag, place, move_span)
        case CallKind.DEREF_COERCION:
            pass


def method_path(describe: Describer, method: Def) -> str:
    """A method as messages name it: `Option::<T>::unwrap`, or for a trait's method its name alone."""
    parent = method.parent
    if parent is None or parent.kind is not DefKind.IMPL or describe.tcx.impl_trait_ref(parent) is not None:
        return method.name
    self_ty = describe.tcx.type_of(parent)
    if isinstance(self_ty, t.Adt):
        args = ", ".join(describe.tcx.format_ty(arg) for arg in self_ty.args if not _is_region(arg))
        generic = f"::<{args}>" if args else ""
        return f"{self_ty.def_.name}{generic}::{method.name}"
    return f"<{describe.tcx.format_ty(self_ty)}>::{method.name}"


def _is_region(arg: t.GenericArg) -> bool:
    return isinstance(arg, (t.ReEarlyParam, t.ReStatic, t.ReErased, t.ReLateParam))


def _is_option_or_result(cx: ReportContext, method: Def) -> bool:
    parent = method.parent
    if parent is None or parent.kind is not DefKind.IMPL:
        return False
    ty = cx.facts.tcx.type_of(parent)
    return isinstance(ty, t.Adt) and ty.def_.is_std and ty.def_.name in ("Option", "Result")


def _note_invoked_closure(cx: ReportContext, location: Location, used: Place, diag: DiagBuilder) -> bool:
    """A closure that moves something out of itself can be called (or moved) but once."""
    facts = cx.facts
    target: int | None = used.local
    block = facts.body.blocks[location.block]
    for statement in block.statements[location.statement :]:
        if isinstance(statement, mir.Assign) and isinstance(statement.rvalue, mir.Use) and not statement.place.projection:
            operand = statement.rvalue.operand
            if not isinstance(operand, mir.Constant) and operand.place.local == target:
                target = statement.place.local
    assert target is not None
    ty = facts.body.locals[target].ty
    if not isinstance(ty, t.Closure):
        return False
    origin = facts.tcx.closure_info(ty.def_).kind_origin
    if origin is None:
        return False
    name, at = origin.place, Label(origin.span)
    call = block.terminator
    if isinstance(call, mir.Call) and isinstance(call.func, mir.Constant) and isinstance(call.func.ty, t.FnDef):
        trait = facts.tcx.trait_of_item(call.func.ty.def_)
        if trait is not None and facts.tcx.is_lang_item(trait, "fn_once"):
            diag.note(
                f"closure cannot be invoked more than once because it moves the variable `{name}` out of its environment", at
            )
            return True
    diag.note(
        f"closure cannot be moved more than once as it is not `Copy` due to moving the variable `{name}` out of its environment",
        at,
    )
    return True


def _point_at_loops(cx: ReportContext, diag: DiagBuilder, path: int, move_span: Span) -> list[object]:
    """Point at the loops that the move of a variable is in, if it is declared outside; gives the nodes around the move."""
    facts = cx.facts
    place = facts.moves.paths[path].place
    suggest_ref_binding(cx, diag, move_span)
    chain = path_to_expr(body_root(facts.owner), move_span)
    if place.projection:
        return []
    declared = facts.body.locals[place.local].span
    for node in reversed(chain[:-1]):
        span = getattr(node, "span", None)
        if isinstance(node, ast.For) and _contains(node.iter.span, move_span):
            continue
        if isinstance(node, (ast.Loop, ast.While, ast.For)) and span is not None:
            if span.lo <= declared.lo and declared.hi <= span.hi:
                break
            diag.label(_loop_head(node), "inside of this loop")
    return chain


def _loop_head(node: ast.Loop | ast.While | ast.For) -> Span:
    """`for pat in expr`, `while cond` (with the label), or the word `loop`."""
    if isinstance(node, ast.For):
        return node.span._replace(hi=node.iter.span.hi)
    if isinstance(node, ast.While):
        return node.span._replace(hi=node.cond.span.hi)
    after_label = 0 if node.label is None else node.label.span.hi - node.span.lo
    keyword = node.span.lo + node.span.text.index("loop", after_label)
    return node.span._replace(lo=keyword, hi=keyword + len("loop"))


# -------------------------------------------------------------------------------------------- E0381


def _uninitialized(
    cx: ReportContext, path: int, used: Place, moved: Place, action: Action, span: Span, use_spans: UseSpans
) -> None:
    facts, describe = cx.facts, cx.describe
    moves = facts.moves
    decl = facts.body.locals[moves.base_local(path)]
    inits = list(dict.fromkeys(_init_span(cx, init) for init in moves.path_inits[path]))
    name = describe.place(moved, including_downcast=True)
    what = describe.place(used, including_downcast=True)
    what = "value" if what is None else f"`{what}`"
    branches = missing_branches(body_root(facts.owner), inits, f"`{name}`" if name else "the variable") if inits else []
    never = False
    if action in (Action.PARTIAL_ASSIGNMENT, Action.ASSIGNMENT):
        state = "isn't fully initialized"
    elif not any(
        not _contains(init, span) and not any(_before(span, at) and not _contains(at, span) for at, _ in branches)
        for init in inits
    ):
        never = True
        state = "isn't initialized"
    else:
        state = "is possibly-uninitialized"
    binding = f"`{name}` " if name else ""
    diag = DiagBuilder("E0381", f"{action.general_past} binding {binding}{state}", span)
    label_use_in_closure(diag, use_spans, f"{_CLOSURE_WORDS.get(action, 'use')} occurs due to use")
    if action in (Action.PARTIAL_ASSIGNMENT, Action.ASSIGNMENT):
        diag.help(
            "partial initialization isn't supported, fully initialize the binding with a default value and mutate it, "
            "or use `std::mem::MaybeUninit`"
        )
    diag.label(span, f"{what} {action.general_past} here but it {state}")
    shown = False
    for at, text in branches:
        if _before(at, span) and not _overlaps(at, span):
            diag.label(at, text)
            shown = True
    if not shown:
        for init in inits:
            if _before(init, span) and not _overlaps(init, span):
                diag.label(init, "binding initialized here in some conditions")
    diag.label(facts.declaration(moves.base_local(path)), "binding declared here but left uninitialized")
    if never and decl.span.call_site is None:
        value = _default_value(cx, facts.ty(moved))
        if value is not None:
            diag.suggest("consider assigning a value", (_end_of_declaration(decl).shrink_to_hi(), f" = {value}"))
    cx.buffer.add(diag)


def _init_span(cx: ReportContext, init: Init) -> Span:
    if init.location is None:
        return cx.facts.body.locals[cx.facts.moves.base_local(init.path)].span
    return cx.facts.span_at(init.location)


def _end_of_declaration(decl: mir.LocalDecl) -> Span:
    return decl.span if decl.user_ty is None else decl.user_ty.span


def _contains(outer: Span, inner: Span) -> bool:
    outer, inner = outer.source_callsite(), inner.source_callsite()
    return outer.lo <= inner.lo and inner.hi <= outer.hi


def _overlaps(a: Span, b: Span) -> bool:
    a, b = a.source_callsite(), b.source_callsite()
    return a.lo < b.hi and b.lo < a.hi


def _before(a: Span, b: Span) -> bool:
    a, b = a.source_callsite(), b.source_callsite()
    return (a.lo, a.hi) < (b.lo, b.hi)


def _default_value(cx: ReportContext, ty: t.Ty) -> str | None:
    """What to write for a value of this type (rustc: `ty_kind_suggestion`)."""
    if isinstance(ty, t.Prim):
        if ty.name == "bool":
            return "false"
        if ty.name == "char":
            return "'\\0'"
        if t.is_integral(ty):
            return "42"
        if t.is_float(ty):
            return "3.14159"
        return None
    if isinstance(ty, t.Ref) and ty.ty is t.STR and not ty.mutable:
        return '""'
    if isinstance(ty, t.Adt):
        if ty.def_.is_std and ty.def_.name == "String":
            return "String::new()"
        if ty.def_.is_std and ty.def_.name == "Vec":
            return "vec![]"
        if ty.def_.is_std and ty.def_.name == "Option":
            return "None"
        if implements(cx.facts.tcx, cx, "Default", ty):
            return "Default::default()"
    if isinstance(ty, t.Ref):
        inner = _default_value(cx, ty.ty)
        return None if inner is None else f"&{'mut ' if ty.mutable else ''}{inner}"
    if isinstance(ty, t.Tuple):
        parts = [_default_value(cx, elem) for elem in ty.elems]
        if all(part is not None for part in parts):
            return f"({', '.join(part for part in parts if part)}{',' if len(parts) == 1 else ''})"
        return None
    return "/* value */"
