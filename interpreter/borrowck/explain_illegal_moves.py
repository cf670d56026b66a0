"""The words for moves out of what can't be moved out of: E0507, E0508, E0509 (rustc_borrowck::diagnostics::move_errors).

The moves of one pattern are one error: what binds is listed. Everything else is reported by itself.
"""

from __future__ import annotations

from interpreter.borrowck.check import IllegalMove
from interpreter.borrowck.describe import (
    ClosureUse,
    UseSpans,
    args_or_use,
    capture_name,
    var_or_use,
)
from interpreter.borrowck.diag import DiagBuilder
from interpreter.borrowck.explain_moves import explain_captures
from interpreter.borrowck.facts import declared_at
from interpreter.borrowck.report import ReportContext
from interpreter.borrowck.suggest import body_root, children, introduction_of, suggest_cloning
from interpreter.dataflow.place_ty import place_ty, prefix_tys
from interpreter.mir import body as mir
from interpreter.mir.body import Local, Location, Place
from interpreter.records import Record, field
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.thir import ClosureKind


class IllegalMoveError(Record, frozen=True):
    """`place` can't be moved because of its projection number `index`."""

    place: Place
    location: Location
    why: IllegalMove
    index: int
    is_index: bool


class _Group(Record):
    """`binds`: the variables of a pattern; `from_value`: the matched value itself could be moved, but not this part."""

    error: IllegalMoveError
    span: Span
    use: UseSpans | None
    move_from: Place
    parent: int | None = None
    from_value: bool = False
    binds: list[Local] = field(default_factory=list)


def report_illegal_moves(cx: ReportContext, errors: list[IllegalMoveError]) -> None:
    """Report all of a body's."""
    groups: list[_Group] = []
    for error in errors:
        if not _add_binding(cx, groups, error):
            use = cx.describe.move_spans(error.place, error.location)
            groups.append(_Group(error, args_or_use(use), use, error.place))
    for group in groups:
        _report(cx, group)


def _add_binding(cx: ReportContext, groups: list[_Group], error: IllegalMoveError) -> bool:
    """A move into a variable of a pattern joins the group of its match."""
    statement = cx.facts.statement_at(error.location)
    if not isinstance(statement, mir.Assign) or statement.place.projection or not isinstance(statement.rvalue, mir.Use):
        return False
    operand = statement.rvalue.operand
    local = statement.place.local
    decl = cx.facts.body.locals[local]
    if not isinstance(operand, mir.Move) or decl.name is None or decl.kind is not mir.LocalKind.VAR:
        return False
    move_from = operand.place
    simple = decl.match_place is None
    match_place = move_from if decl.match_place is None else decl.match_place
    match_span = decl.match_span or statement.info.span
    if cx.facts.moves.find_exact(match_place) is None:
        for group in groups:
            if not group.from_value and group.use is None and group.span == match_span:
                if group.binds:
                    group.binds.append(local)
                return True
        span = statement.info.span if simple else match_span
        groups.append(_Group(error, span, None, move_from, binds=[] if simple else [local]))
        return True
    parent, _ = cx.facts.moves.find(move_from)
    for group in groups:
        if group.from_value and group.span == match_span and group.parent == parent:
            group.binds.append(local)
            return True
    groups.append(_Group(error, match_span, None, move_from, parent, True, [local]))
    return True


# -------------------------------------------------------------------------------------------- messages


def _report(cx: ReportContext, group: _Group) -> None:
    error = group.error
    facts, describe = cx.facts, cx.describe
    base = prefix_tys(facts.body, error.place)[error.index]
    if error.why is IllegalMove.OF_DROP_TYPE:
        message = f"cannot move out of type `{describe.ty(base)}`, which implements the `Drop` trait"
        diag = DiagBuilder("E0509", message, group.span).label(group.span, "cannot move out of here")
    elif error.why is IllegalMove.OF_SLICE_OR_ARRAY:
        diag = _interior(cx, base, group.span)
    else:
        diag = _borrowed_content(cx, group)
        if group.use is not None and not _is_guarded_or_static(cx, error):
            explain_captures(cx, diag, group.span, group.span, group.use, error.place, False, False, True)
    _add_hints(cx, group, diag)
    cx.buffer.add(diag)


def _interior(cx: ReportContext, ty: t.Ty, span: Span) -> DiagBuilder:
    kind = "array" if isinstance(ty, t.Array) else "slice"
    diag = DiagBuilder("E0508", f"cannot move out of type `{cx.describe.ty(ty)}`, a non-copy {kind}", span)
    return diag.label(span, "cannot move out of here")


def _borrowed_content(cx: ReportContext, group: _Group) -> DiagBuilder:
    facts, describe, error, span = cx.facts, cx.describe, group.error, group.span
    place = error.place
    base = Place(place.local, place.projection[: error.index])
    target_ty = place_ty(facts.body, Place(place.local, place.projection[: error.index + 1]))
    static = facts.body.locals[place.local].static
    guarded = facts.body.locals[place.local].guard_ref
    if not base.projection and guarded is not None:
        diag = DiagBuilder("E0507", f"cannot move out of `{guarded.name}` in pattern guard", span)
        return diag.note("variables bound in patterns cannot be moved from until after the end of the pattern guard")
    if not base.projection and static is not None:
        if len(place.projection) == 1:
            return DiagBuilder("E0507", f"cannot move out of static item {describe.any_place(place)}", span)
        return DiagBuilder("E0507", f"cannot move out of {describe.any_place(place)} as `{static.name}` is a static item", span)
    if isinstance(target_ty, (t.Array, t.Slice)):
        return _interior(cx, target_ty, span)
    upvar = next((f for n in range(len(place.projection), -1, -1) if (f := facts.upvar_field(place, n)) is not None), None)
    if isinstance(target_ty, t.Closure) and target_ty.def_ is facts.owner and upvar is not None:
        return _captured(cx, place, span, upvar)
    source, named = borrowed_content_source(cx, base)
    variant = next((elem.name for elem in place.projection if isinstance(elem, mir.Downcast)), None)
    name = describe.place(place, including_tuple_field=False)
    if name is not None and named is not None:
        what = f"`{name}`" if variant is None else f"`{name}` as enum variant `{variant}`"
        message = f"cannot move out of {what} which is behind a {named}"
    else:
        message = f"cannot move out of {source}"
    return DiagBuilder("E0507", message, span)


def _is_guarded_or_static(cx: ReportContext, error: IllegalMoveError) -> bool:
    """Whether the place is a variable as its pattern's guard sees it, or lies in a static: no use of it is explained then."""
    decl = cx.facts.body.locals[error.place.local]
    return error.index == 0 and (decl.guard_ref is not None or decl.static is not None)


def _captured(cx: ReportContext, place: Place, span: Span, upvar: int) -> DiagBuilder:
    """Out of a variable captured by a closure that may be called again."""
    facts, describe = cx.facts, cx.describe
    info = facts.universal.closure_info
    assert info is not None
    kind = "Fn" if info.kind is ClosureKind.FN else "FnMut"
    capture = facts.captures[upvar]
    described = f"captured variable in an `{kind}` closure"
    name = describe.any_place(place)
    if facts.upvar_field(place) is not None:
        message = f"cannot move out of {name}, a {described}"
    else:
        message = f"cannot move out of {name}, as `{capture_name(capture)}` is a {described}"
    diag = DiagBuilder("E0507", message, span)
    diag.label(declared_at(capture.local), "captured outer variable")
    diag.label(info.head_span, f"captured by this `{kind}` closure")
    diag.help(
        "`Fn` and `FnMut` closures require captured values to be able to be consumed multiple times, "
        "but `FnOnce` closures may consume them only once"
    )
    return diag


def borrowed_content_source(cx: ReportContext, base: Place) -> tuple[str, str | None]:
    """What lies behind `*base`: how to speak of it without a name, and what kind of pointer it is with one (None for overloaded
    operators)."""
    facts = cx.facts
    call = overloaded_source(cx, base)
    if call is not None:
        is_index, ty = call
        if is_index:
            return f"index of `{cx.describe.ty(ty)}`", None
        if isinstance(ty, t.Adt) and ty.def_.is_std and ty.def_.name in ("Rc", "Arc"):
            return f"an `{ty.def_.name}`", None
        return f"dereference of `{cx.describe.ty(ty)}`", None
    ty = place_ty(facts.body, base)
    if isinstance(ty, t.RawPtr):
        return "a raw pointer", "raw pointer"
    if isinstance(ty, t.Ref) and ty.mutable:
        return "a mutable reference", "mutable reference"
    return "a shared reference", "shared reference"


def overloaded_source(cx: ReportContext, base: Place) -> tuple[bool, t.Ty] | None:
    """If `base` is what an overloaded index (True) or deref (False) returned, or lies behind that: the type it was called on."""
    facts = cx.facts
    path, _ = facts.moves.find(base)
    for init in facts.moves.path_inits[path]:
        if init.location is None:
            continue
        node = facts.node_at(init.location)
        if isinstance(node, mir.Call) and isinstance(node.func, mir.Constant) and isinstance(node.func.ty, t.FnDef):
            trait = facts.tcx.trait_of_item(node.func.ty.def_)
            if trait is None or not node.from_overloaded:
                continue
            self_ty = node.func.ty.args[0]
            if any(facts.tcx.is_lang_item(trait, name) for name in ("deref", "deref_mut")):
                return False, self_ty  # type: ignore[return-value]
            if any(facts.tcx.is_lang_item(trait, name) for name in ("index", "index_mut")):
                return True, self_ty  # type: ignore[return-value]
    return None


# -------------------------------------------------------------------------------------------- hints


def _note_not_copy(cx: ReportContext, diag: DiagBuilder, what: str, ty: t.Ty, span: Span) -> None:
    diag.label(span, f"move occurs because {what} has type `{cx.describe.ty(ty)}`, which does not implement the `Copy` trait")


def _add_hints(cx: ReportContext, group: _Group, diag: DiagBuilder) -> None:
    facts, describe = cx.facts, cx.describe
    if group.use is not None:
        place = group.error.place
        ty, span = facts.ty(place), var_or_use(group.use)
        name = describe.any_place(place)
        upvar = next((f for n in range(len(place.projection), -1, -1) if (f := facts.upvar_field(place, n)) is not None), None)
        if upvar is not None:
            introduced = introduction_of(facts.universal.root, facts.captures[upvar].local) or span
        else:
            introduced = span
        _note_not_copy(cx, diag, name, ty, introduced)
        if isinstance(group.use, ClosureUse) or introduced != group.span:
            diag.label(group.span, f"{name} is moved here")
        suggest_cloning(cx, diag, ty, span)
        return
    if not group.from_value:
        if group.span.text.startswith("*"):
            diag.suggest("consider removing the dereference here", (group.span._replace(hi=group.span.lo + 1), ""))
        else:
            diag.suggest("consider borrowing here", (group.span.shrink_to_lo(), "&"))
    if not group.binds:
        ty = facts.ty(group.move_from)
        _note_not_copy(cx, diag, describe.any_place(group.move_from), ty, group.span)
        suggest_cloning(cx, diag, ty, group.span)
        return
    binds = sorted(set(group.binds))
    if group.from_value:
        _suggest_removing_reference(cx, diag, binds)
    for i, local in enumerate(binds):
        decl = facts.body.locals[local]
        span = declared_at(decl.var) if decl.var is not None else decl.span
        diag.label(span, "data moved here" if i == 0 else "...and here")
        if len(binds) == 1:
            _note_not_copy(cx, diag, f"`{decl.name}`", decl.ty, span)
    if len(binds) > 1:
        diag.note("move occurs because these variables have types that don't implement the `Copy` trait")


def _suggest_removing_reference(cx: ReportContext, diag: DiagBuilder, binds: list[Local]) -> None:
    """Offer to take the `&` of the pattern away, by which the variables would bind by reference, or to write `ref`."""
    for local in binds:
        decl = cx.facts.body.locals[local]
        if decl.var is None:
            continue
        binding = declared_at(decl.var)
        reference = _reference_around(body_root(cx.facts.owner), binding)
        if reference is None:
            diag.suggest("consider borrowing the pattern binding", (binding.shrink_to_lo(), "ref "))
        else:
            text = f"consider removing the {'mutable ' if reference.mutable else ''}borrow"
            removed = (reference.span._replace(hi=reference.pat.span.lo), "")
            if not any(removed in suggestion.edits for suggestion in diag.suggestions):
                diag.suggest(text, removed)


def _reference_around(root: object, binding: Span) -> ast.RefPat | None:
    """The innermost `&` of a pattern that the variable is bound in, if it can be left out: no binding in it says how it binds."""
    stack: list[tuple[object, ast.RefPat | None]] = [(root, None)]
    while stack:
        node, reference = stack.pop()
        if isinstance(node, ast.IdentPat) and binding in (node.span, node.ident.span):
            return None if reference is None or _says_how(reference.pat) else reference
        if isinstance(node, ast.RefPat):
            reference = node
        stack.extend((child, reference) for child in children(node))
    return None


def _says_how(pat: object) -> bool:
    explicit = isinstance(pat, ast.RefPat) or (isinstance(pat, ast.IdentPat) and pat.by_ref)
    return explicit or any(_says_how(child) for child in children(pat))
