"""E0308 and its kin in rustc's words (rustc: demand.rs, coercion.rs, error_reporting/infer)."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label, Suggestion
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import Def, DefKind, DefRes, LocalDef, LocalRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import coerce, suggest_mismatch
from interpreter.typeck import ty as t
from interpreter.typeck.errors_types import category_labels, describe, is_future, label_of, param_labels, prefix_string
from interpreter.typeck.relate import TypeError_, TypeErrorKind
from interpreter.typeck.results import peel
from interpreter.typeck.thir import MatchSource
from interpreter.typeck.traits.errors_callable import cyclic_closure

if TYPE_CHECKING:
    from interpreter.typeck.coerce import SiteCause
    from interpreter.typeck.fn_ctxt import FnCtxt


def is_simple_text(ty: Any) -> bool:
    """rustc: `Ty::is_simple_text`."""
    match ty:
        case t.Adt(args=args):
            return not any(not isinstance(a, (t.ReErased, t.ReStatic)) for a in args)
        case t.Ref(ty=inner):
            return is_simple_text(inner)
        case _:
            return _is_simple(ty)


def _is_simple(ty: Any) -> bool:
    """rustc: `Ty::is_simple_ty`."""
    match ty:
        case t.Ref(ty=inner) | t.Array(elem=inner) | t.Slice(elem=inner):
            while isinstance(inner, t.Ref):
                inner = inner.ty
            return _is_simple(inner)
        case t.Prim():
            return True
        case t.Infer(kind=kind):
            return kind != "ty"
        case t.Tuple(elems=()):
            return True
        case _:
            return False


_TRAITS_AS_PARAMETERS = "for more information, visit https://doc.rust-lang.org/book/ch10-02-traits.html#traits-as-parameters"


def type_note(fcx: FnCtxt, expected: t.Ty, found: t.Ty, error: TypeError_) -> tuple[str, ...]:
    """The note with both types in full, where the label doesn't say all, and what to do about type parameters."""
    notes = _types_in_full(fcx, expected, found, error)
    if error.kind is TypeErrorKind.SORTS and isinstance(fcx.resolve(error.expected), t.Param):
        if isinstance(fcx.resolve(error.found), t.Param):
            words = "a type parameter was expected, but a different one was found; you might be missing a type parameter"
            return (*notes, f"{words} or trait bound", _TRAITS_AS_PARAMETERS)
    return notes


def _types_in_full(fcx: FnCtxt, expected: t.Ty, found: t.Ty, error: TypeError_) -> tuple[str, ...]:
    expected, found = fcx.resolve(expected), fcx.resolve(found)
    if error.kind is TypeErrorKind.SORTS and isinstance(error.expected, t._Interned) and isinstance(error.found, t._Interned):
        part_e, part_f = fcx.resolve(error.expected), fcx.resolve(error.found)
        simple = is_simple_text(part_e) and is_simple_text(part_f)
        if part_f is found and part_e is expected and simple:
            return ()
        if part_e is expected and simple and part_f is not found and is_simple_text(found):
            return ()
    elif error.kind is TypeErrorKind.SORTS:
        return ()
    a, b = f"expected {prefix_string(fcx.infcx, expected)}", f"found {prefix_string(fcx.infcx, found)}"
    width = max(len(a), len(b))
    left, right = elided_pair(fcx, expected, found)
    return (f"{a.rjust(width)} `{left}`\n{b.rjust(width)} `{right}`",)


def elided_pair(fcx: FnCtxt, a: t.Ty, b: t.Ty) -> tuple[str, str]:
    """Both types, their equal arguments as `_` (rustc: `cmp`)."""
    if isinstance(a, t.Adt) and isinstance(b, t.Adt) and a.def_ is b.def_ and a is not b:
        head = fcx.tcx.format_ty(t.Adt(a.def_, ()))
        lefts: list[str] = []
        rights: list[str] = []
        for x, y in zip(a.args, b.args, strict=True):
            if isinstance(x, (t.ReErased, t.ReStatic)):
                continue
            if x is y:
                left = right = "_"
            else:
                left, right = elided_pair(fcx, x, y)  # type: ignore[arg-type]
            lefts.append(left)
            rights.append(right)
        return f"{head}<{', '.join(lefts)}>", f"{head}<{', '.join(rights)}>"
    if isinstance(a, t.Ref) and isinstance(b, t.Ref) and a.mutable == b.mutable:
        left, right = elided_pair(fcx, a.ty, b.ty)
        prefix = "&mut " if a.mutable else "&"
        return prefix + ("_" if a.ty is b.ty else left), prefix + ("_" if a.ty is b.ty else right)
    return fcx.fmt(a), fcx.fmt(b)


def has_error(fcx: FnCtxt, *tys: t.Ty) -> bool:
    """Something in the types, or in the signatures of closures, was already reported."""
    resolved = [fcx.resolve(ty) for ty in tys]
    if any(ty.flags & t.HAS_ERROR for ty in resolved):
        return True
    closures = [part for ty in resolved for part in t.walk(ty) if isinstance(part, t.Closure)]
    return any(fcx.resolve(fcx.infcx.closure(part.def_, part.args).sig).flags & t.HAS_ERROR for part in closures)


def report_mismatch(
    fcx: FnCtxt, span: Span, expected: t.Ty, found: t.Ty, error: TypeError_, *, expr: ast.Expr | None = None,
    let: ast.Let | None = None, assigned: ast.Expr | None = None, struct_field: Any = None,
    binop: ast.Binary | None = None, statement: bool = False,
) -> None:  # fmt: skip
    """E0308 "mismatched types" at `span`, with what explains the expectation."""
    fcx.tainted = True
    expected, found = fcx.resolve(expected), fcx.resolve(found)
    if has_error(fcx, expected, found) or report_cyclic(fcx, span, error):
        return
    secondary: list[Label] = []
    notes = type_note(fcx, expected, found, error)
    if let is not None and let.ty is not None:
        secondary.append(Label(let.ty.span, "expected due to this"))
    if assigned is not None and error.kind is TypeErrorKind.SORTS:
        secondary.extend(_assignment_labels(fcx, assigned))
    if binop is not None and error.kind is TypeErrorKind.SORTS and _is_known_of(fcx, binop.lhs, error.expected):
        secondary.append(Label(binop.lhs.span, f"expected because this is `{fcx.fmt(expected)}`"))
    secondary.extend(declarations(fcx, error))
    secondary.extend(category_labels(fcx.infcx, expected, found, span))
    secondary.extend(callee_labels(fcx, expected, found, span))
    if expr is not None:
        secondary.extend(constraint_labels(fcx, expr, span, expected))
    primary = _blame(expr, span)
    label = label_of(fcx.infcx, error, expected, found)
    message = label if error.kind is TypeErrorKind.INTRINSIC else "mismatched types"
    advice = suggest_mismatch.advise(fcx, expr, expected, found, let) if expr is not None else suggest_mismatch.Advice()
    notes = (*notes, *advice.notes)
    fcx.emit(Diagnostic("E0308", message, (Label(primary, label),), tuple(secondary), notes, suggestions=advice.suggestions))


def _is_known_of(fcx: FnCtxt, lhs: ast.Expr, expected: t.Ty) -> bool:
    """Whether what is expected is the very type of the other operand; two references differ in their lifetimes."""
    known = fcx.resolve(fcx.adjusted_ty(lhs))
    return known is fcx.resolve(expected) and not known.flags & t.HAS_ERASED


def callee_labels(fcx: FnCtxt, expected: t.Ty, found: t.Ty, at: Span) -> list[Label]:
    """Where the function is that would give what is expected if it was called (rustc: `suggest_deref_ref_or_into`)."""
    if not isinstance(found, t.FnDef) or found.def_.is_std:
        return []
    def_ = found.def_
    output = fcx.normalize(at, t.subst(fcx.tcx.fn_sig(def_).value.output, found.args))
    if isinstance(fcx.shallow(output), t.Infer):
        return []
    if not coerce.can_coerce(fcx, output, expected, at):
        return []
    span = fcx.tcx.item_span(def_)
    if def_.kind in (DefKind.STRUCT, DefKind.VARIANT):
        kind = "an enum variant" if def_.kind is DefKind.VARIANT else "a struct"
        return [Label(span, f"`{def_.name}` defines {kind} constructor here, which should be called")]
    kind = "function"
    if def_.kind is DefKind.ASSOC_FN:
        kind = "method" if getattr(def_.node, "self_param", None) is not None else "associated function"
    return [Label(span, f"{kind} `{def_.name}` defined here")]


def constraint_labels(fcx: FnCtxt, expr: ast.Expr, before: Span, expected: t.Ty | None = None) -> list[Label]:
    """The method call that first said what a collection made empty holds (rustc: `note_source_of_type_mismatch_constraint`), if
    it could have been what is expected."""
    local = _local_of(fcx, expr)
    if local is None:
        return []
    let = fcx.let_of_local.get(local)
    made = fcx.results.node_types.get(peel(let.init)) if let is not None and let.ty is None else None
    if made is None or not any(isinstance(part, t.Infer) and part.kind == "ty" for part in t.walk(made)):
        return []
    if expected is not None and not fcx.infcx.can_eq(expected, _unknown_again(fcx, made)):
        return []
    for node, callee in fcx.results.callees.items():
        if not isinstance(node, ast.MethodCall) or _local_of(fcx, node.receiver) is not local or node.span.hi > before.lo:
            continue
        inputs = fcx.tcx.fn_sig(callee.def_).value.inputs[1:]
        parent = fcx.tcx.generics_of(callee.def_).parent_count
        for arg, formal in zip(node.args, inputs, strict=False):
            if isinstance(formal, t.Param) and formal.index < parent:
                return [
                    Label(node.receiver.span, f"... which causes `{local.name}` to have type `{fcx.fmt(fcx.local_ty(local))}`"),
                    Label(arg.span, f"this argument has type `{fcx.fmt(fcx.node_ty(arg))}`..."),
                ]
    return []


def _unknown_again(fcx: FnCtxt, ty: t.Ty) -> t.Ty:
    """The type with nothing known of its variables."""

    def fold(part: Any) -> Any:
        if isinstance(part, t.Infer):
            return fcx.infcx.next_ty_var()
        return t.map_parts(part, fold, t.HAS_INFER) if part.flags & t.HAS_INFER else part

    return fold(ty)  # type: ignore[no-any-return]


def _local_of(fcx: FnCtxt, expr: ast.Expr) -> LocalDef | None:
    if isinstance(expr, ast.PathExpr):
        base = fcx.path_res(expr.path).base
        if isinstance(base, LocalRes):
            return base.local
    return None


def declarations(fcx: FnCtxt, error: TypeError_) -> list[Label]:
    """Where the type parameters are declared that don't fit (Self is its trait), or what a function's feature is."""
    if error.kind is TypeErrorKind.TARGET_FEATURES:
        return [Label(error.found.def_.attrs["target_feature"].span, "`#[target_feature]` added here")]

    def declared(param: t.Param) -> Span | None:
        if param.name != "Self":
            return fcx.param_span(param)
        here: Def | None = fcx.owner
        while here is not None and here.kind is not DefKind.TRAIT:
            here = here.parent
        return fcx.tcx.item_span(here) if here is not None else None

    return param_labels(fcx.infcx, error, declared)


def report_cyclic(fcx: FnCtxt, span: Span, error: TypeError_) -> bool:
    """E0275 of a type that would contain itself (E0644 of a closure); rustc gives up on it at once."""
    if error.kind is not TypeErrorKind.CYCLIC:
        return False
    var, ty = error.expected, error.found
    if isinstance(fcx.resolve(ty), t.Infer):
        var, ty = ty, var
    if isinstance(ty, t.Closure):
        fcx.emit(cyclic_closure(ty, []))
        return True
    fcx.error("E0275", f"overflow assigning `{fcx.fmt(ty)}` to `{fcx.fmt(var)}`", span)
    fcx.gave_up = True
    return True


def _blame(expr: ast.Expr | None, span: Span) -> Span:
    """The tail of a block is to blame for the block (rustc: `peel_blocks`)."""
    while expr is not None:
        if isinstance(expr, ast.BlockExpr) and expr.block.expr is not None and expr.label is None:
            expr = expr.block.expr
            span = expr.span
        elif isinstance(expr, ast.Paren):
            return span
        else:
            break
    return span


def _assignment_labels(fcx: FnCtxt, lhs: ast.Expr) -> list[Label]:
    """Where what is assigned to got its type (rustc: `annotate_expected_due_to_let_ty`)."""
    res = fcx.path_res(lhs.path).base if isinstance(lhs, ast.PathExpr) else None
    why: tuple[Span, str] | None = None
    name = lhs.span
    if isinstance(res, LocalRes):
        name = res.local.span
        let = fcx.let_of_local.get(res.local)
        param = next((span for pat, span in fcx.param_types.items() if _binds(fcx, pat, res.local)), None)
        if let is not None and let.ty is not None:
            why = let.ty.span, "type"
        elif let is not None and let.init is not None:
            if isinstance(peel(let.init), ast.Closure):
                return []
            why = let.init.span, "value"
        elif param is not None:
            why = param, "parameter type"
    elif isinstance(res, DefRes) and isinstance(res.def_.node, (ast.Const, ast.Static)) and res.def_.node.ty is not None:
        name, why = res.def_.node.ident.span, (res.def_.node.ty.span, "type")
    if why is None:
        return [Label(name, "expected due to the type of this binding")]
    between = Span(name.file, name.hi, why[0].lo, name.call_site)
    lines = [Label(name, "expected due to the type of this binding")] if _is_multiline(between) else []
    return [*lines, Label(why[0], "expected due to this" + ("" if lines else f" {why[1]}"))]


def _binds(fcx: FnCtxt, pat: ast.Pat, local: LocalDef) -> bool:
    """Whether a pattern is just the name of a variable."""
    res = fcx.ident_pat_res(pat) if isinstance(pat, ast.IdentPat) else None
    return isinstance(res, LocalRes) and res.local is local


def report_site_mismatch(
    fcx: FnCtxt, site: SiteCause, expr: ast.Expr | None, expected: t.Ty, found: t.Ty, error: TypeError_
) -> None:
    """E0308 (or E0317, E0069) of a value that doesn't fit the others or what is expected of them all."""
    expected, found = fcx.resolve(expected), fcx.resolve(found)
    if has_error(fcx, expected, found) or report_cyclic(fcx, site.span, error):
        return
    label = label_of(fcx.infcx, error, expected, found)
    notes = type_note(fcx, expected, found, error)
    secondary = [*category_labels(fcx.infcx, expected, found, site.span), *declarations(fcx, error)]
    span = site.span
    message = "mismatched types"
    match site.kind:
        case "match_arm":
            _report_arm(fcx, site, expr, expected, found, label, secondary, notes)
            return
        case "if_else":
            advice = suggest_mismatch.advise(fcx, expr, expected, found) if expr is not None else suggest_mismatch.Advice()
            _report_if_else(fcx, site, label, secondary, notes, advice)
            return
        case "if_no_else":
            _report_no_else(fcx, site, expected, found, notes)
            return
        case "return_no_expr":
            fcx.emit(
                Diagnostic(
                    "E0069", "`return;` in a function whose return type is not `()`", (Label(span, "return type is not `()`"),),
                    tuple(_return_labels(fcx, "this return type")),
                )
            )  # fmt: skip
            return
        case "block_no_tail":
            _report_no_tail(fcx, site, expected, found, label, notes)
            return
        case "return" | "body_tail" | "block_tail":
            returned = fcx.resolve(fcx.frame.output)
            if not returned.flags & t.HAS_INFER and not fcx.tcx.is_sized(returned, fcx.param_env):
                return  # the return type was told to be wrong (rustc: `is_return_ty_definitely_unsized`)
            span = _blame(expr, _coerced_span(fcx, expr, span) if site.kind == "block_tail" else span)
            at_end = site.kind != "block_tail" or _is_fn_tail(fcx, site)
            if at_end:
                secondary.extend(_return_labels(fcx, found=found))
            if site.kind == "block_tail" and expected is t.UNIT:
                secondary.extend(_branch_labels(fcx, site, at_end=at_end))
        case "break" | "break_no_expr":
            span = _blame(expr, span)
            secondary.extend(_loop_labels(fcx, site, expected) or _other_breaks(fcx, site, error))
        case _:
            span = _blame(expr, span)
    advice = suggest_mismatch.Advice()
    if expr is not None:
        secondary.extend(constraint_labels(fcx, expr, span, expected))
        secondary.extend(callee_labels(fcx, expected, found, span))
        advice = suggest_mismatch.advise(fcx, expr, expected, found)
    notes = (*notes, *advice.notes)
    fcx.emit(Diagnostic("E0308", message, (Label(span, label),), tuple(secondary), notes, suggestions=advice.suggestions))


def _coerced_span(fcx: FnCtxt, expr: ast.Expr | None, span: Span) -> Span:
    """What of a block's tail has its value: the `else` of an `if`, the only arm of a `match` that has one (rustc:
    `get_expr_coercion_span`)."""
    inner = peel(expr) if expr is not None else None
    branches: list[ast.Expr] = []
    if isinstance(inner, ast.If) and inner.else_ is not None:
        branches = [inner.else_]
    elif isinstance(inner, ast.Match) and inner not in fcx.results.match_sources:
        branches = [arm.body for arm in inner.arms]
    known = [peel(branch) for branch in branches if peel(branch) in fcx.results.node_types]
    valued = [branch for branch in known if fcx.resolve(fcx.node_ty(branch)) is not t.NEVER]
    if len(valued) != 1:
        return span
    value = valued[0]
    return value.block.expr.span if isinstance(value, ast.BlockExpr) and value.block.expr is not None else value.span


def _branch_labels(fcx: FnCtxt, site: SiteCause, *, at_end: bool) -> list[Label]:
    """The `if` or `match` that must be `()`, where the block is a branch of it; not of what a loop became."""
    branch = fcx.branches.get(site.data[0])
    if branch is None or not branch.span.text.startswith(("if", "match")):
        return []
    body = getattr(fcx.frame.owner.node, "body", None)
    if at_end and not (isinstance(body, ast.Block) and body.expr is branch):
        return []
    if isinstance(branch, ast.If) and branch.else_ is None:
        return [Label(branch.span, "`if` expressions without `else` arms expect their inner expression to be `()`")]
    return [] if at_end else [Label(branch.span, "expected this to be `()`")]


def _loop_labels(fcx: FnCtxt, site: SiteCause, expected: t.Ty) -> list[Label]:
    """What a `loop` is expected to be, and why."""
    loop = site.data[-1].node if site.data else None
    if not isinstance(loop, ast.Loop):
        return []
    head = Span(loop.span.file, loop.body.span.lo - 5, loop.body.span.lo - 1, loop.span.call_site)
    labels: list[Label] = []
    for let in fcx.let_stack:
        if let.init is loop and let.ty is not None:
            labels.append(Label(let.pat.span, "expected because of this assignment"))
            labels.append(Label(head, f"this loop is expected to be of type `{fcx.fmt(expected)}`"))
    node = fcx.frame.owner.node
    if isinstance(node, ast.Fn) and node.body is not None and node.body.expr is loop and not fcx.frame.is_closure:
        place = node.output.span if node.output is not None else node.sig_span.shrink_to_hi()
        labels.append(Label(place, f"expected `{fcx.fmt(expected)}` because of this return type"))
        labels.append(Label(head, f"this loop is expected to be of type `{fcx.fmt(expected)}`"))
    return labels


def _other_breaks(fcx: FnCtxt, site: SiteCause, error: TypeError_) -> list[Label]:
    """The `break`s of the same loop that made it expect what it does."""
    loop = site.data[-1].node
    if site.kind != "break" or error.kind is not TypeErrorKind.SORTS or not isinstance(loop, ast.Loop):
        return []
    labels: list[Label] = []
    for node, target in fcx.results.break_targets.items():
        if target is loop and isinstance(node, ast.Break) and (node.expr is None or peel(node.expr) in fcx.results.node_types):
            ty = fcx.adjusted_ty(node.expr) if node.expr is not None else t.UNIT
            if fcx.infcx.can_eq(ty, error.expected):
                labels.append(Label(node.span, "expected because of this `break`"))
    return labels


def _is_fn_tail(fcx: FnCtxt, site: SiteCause) -> bool:
    """Whether a block's value is what the function returns: its body, or a branch at the end of it."""
    node = fcx.frame.owner.node
    if not isinstance(node, (ast.Fn, ast.Closure)):
        return False
    wanted = site.data[0] if site.data else None
    stack: list[Any] = [node.body]
    while stack:
        here = stack.pop()
        if here is wanted:
            return True
        match here:
            case ast.Block(expr=expr) if expr is not None:
                stack.append(expr)
            case ast.BlockExpr(block=block):
                stack.append(block)
            case ast.If(then=then, else_=else_):
                stack += [then, else_]
            case ast.Match(arms=arms):
                stack += [arm.body for arm in arms]
            case ast.Paren(expr=inner) | ast.MacroExpansion(expr=inner):
                stack.append(inner)
            case _:
                pass
    return False


def _async_output(fcx: FnCtxt) -> t.Ty | None:
    """What the body of an `async fn` that says so gives, with its lifetimes."""
    node, written = fcx.owner.node, fcx.frame.output_span
    if not isinstance(node, ast.Fn) or not node.async_ or written is None or not written.text:
        return None
    future = fcx.tcx.liberated_fn_sig(fcx.owner).output
    if not isinstance(future, t.Alias) or len(fcx.frames) != 2:
        return None
    for predicate, _ in fcx.tcx.item_bounds(future.def_):
        kind = predicate.value
        if isinstance(kind, t.ProjectionPredicate) and fcx.tcx.is_lang_item(kind.alias.def_, "future_output"):
            return fcx.infcx.normalize(t.subst(kind.term, future.args), fcx.cause(written))
    return None


def _return_labels(fcx: FnCtxt, what: str = "return type", found: t.Ty | None = None) -> list[Label]:
    """Why a value is expected of the function's return; not said of a future that is to be awaited."""
    frame = fcx.frame
    if isinstance(frame.owner.node, ast.Closure) and frame.owner.node.async_ and found is not None:
        if is_future(fcx.infcx, fcx.resolve(found)):
            return []
    async_of = _async_output(fcx) if isinstance(frame.owner.node, ast.Closure) and frame.owner.node.async_ else None
    if async_of is not None and frame.output_span is not None:
        return [Label(frame.output_span, f"expected `{fcx.fmt(async_of)}` because of {what}")]
    if frame.output_span is not None and not (isinstance(frame.owner.node, ast.Closure) and frame.owner.node.async_):
        output = frame.output
        if isinstance(frame.owner.node, ast.Fn) and not output.flags & (t.HAS_INFER | t.HAS_ALIAS):
            written = fcx.tcx.liberated_fn_sig(frame.owner).output
            output = fcx.infcx.normalize(written, fcx.cause(frame.output_span)) if written.flags & t.HAS_ALIAS else written
        return [Label(frame.output_span, f"expected `{fcx.fmt(output)}` because of {what}")]
    if isinstance(frame.owner.node, ast.Fn) and not frame.is_closure and frame.owner.name == "main":
        return [Label(frame.owner.node.sig_span.shrink_to_hi(), "expected `()` because of default return type")]
    return []


def _report_no_tail(fcx: FnCtxt, site: SiteCause, expected: t.Ty, found: t.Ty, label: str, notes: tuple[str, ...]) -> None:
    """A block without a value where one is wanted."""
    node = fcx.frame.owner.node
    block: ast.Block = site.data[0]
    if isinstance(node, ast.Fn) and node.body is block and node.output is not None:
        secondary: tuple[Label, ...] = (
            Label(node.ident.span, "implicitly returns `()` as its body has no tail or `return` expression"),
        )
        suggestions = _remove_semicolon(fcx, block, expected)
        fcx.emit(Diagnostic("E0308", "mismatched types", (Label(node.output.span, label),), secondary, notes, (), suggestions))
        return
    fcx.emit(
        Diagnostic(
            "E0308", "mismatched types", (Label(site.span, label),), (), notes, (), _remove_semicolon(fcx, block, expected)
        )
    )


def _remove_semicolon(fcx: FnCtxt, block: ast.Block, expected: t.Ty) -> tuple[Suggestion, ...]:
    """The last statement would have the wanted type (rustc: `consider_removing_semicolon`)."""
    if not block.stmts:
        return ()
    last = block.stmts[-1]
    if isinstance(last, ast.ExprStmt) and last.semi:
        ty = fcx.resolve(fcx.node_ty(last.expr))
        if not ty.flags & t.HAS_ERROR and ty is not t.NEVER and fcx.infcx.can_eq(expected, ty):
            semi = Span(last.span.file, last.span.hi - 1, last.span.hi, last.span.call_site)
            return (Suggestion("remove this semicolon to return this value", ((semi, ""),)),)
    return ()


def _report_arm(
    fcx: FnCtxt, site: SiteCause, body: ast.Expr | None, expected: t.Ty, found: t.Ty, label: str, secondary: list[Label],
    notes: tuple[str, ...],
) -> None:  # fmt: skip
    expr, index, prior = site.data
    advice = suggest_mismatch.advise(fcx, body, expected, found) if body is not None else suggest_mismatch.Advice()
    notes, advised = (*notes, *advice.notes), advice.suggestions
    is_try = fcx.results.match_sources.get(expr) is MatchSource.TRY
    if index == 0 or prior is None or is_try:
        span = site.span
        if fcx.frame.ret_coercion is not None and _expects_return(fcx, expected) and fcx.frame.output_span is not None:
            secondary = [*secondary, *_return_labels(fcx, found=found)]
        message = "mismatched types"
        if is_try:
            message, span = "`?` operator has incompatible types", expr.span
        fcx.emit(Diagnostic("E0308", message, (Label(span, label),), tuple(secondary), notes, suggestions=advised))
        return
    prior_arms = [a for a in expr.arms[:index] if fcx.resolve(fcx.node_ty(a.body)) is not t.NEVER]
    what = f"found to be of type `{fcx.fmt(expected)}`"
    if len(prior_arms) <= 4:
        found_labels = [Label(_blame(a.body, a.body.span), f"this is {what}") for a in prior_arms]
    else:
        found_labels = [Label(_blame(prior.body, prior.body.span), f"this and all prior arms are {what}")]
    fcx.emit(
        Diagnostic(
            "E0308", "`match` arms have incompatible types", (Label(site.span, label),),
            (Label(_match_head(expr), "`match` arms have incompatible types"), *found_labels, *secondary), notes,
            suggestions=advised,
        )
    )  # fmt: skip


def _is_multiline(span: Span) -> bool:
    return span.start[0] != span.end[0]


def _match_head(expr: ast.Match) -> Span:
    """The whole match, or only its head if an arm is long."""
    if not _is_multiline(expr.span) or any(_is_multiline(arm.span) for arm in expr.arms):
        return expr.span.shrink_to_lo().to(expr.scrutinee.span)
    return expr.span


def _expects_return(fcx: FnCtxt, expected: t.Ty) -> bool:
    return fcx.resolve(fcx.frame.output) is expected


def _report_if_else(
    fcx: FnCtxt, site: SiteCause, label: str, secondary: list[Label], notes: tuple[str, ...], advice: suggest_mismatch.Advice
) -> None:
    expr, then = site.data
    outer = (Label(expr.span, "`if` and `else` have incompatible types"),) if _is_multiline(expr.span) else ()
    then_span = _blame(then, then.span)
    else_span = _blame(expr.else_, expr.else_.span)
    fcx.emit(
        Diagnostic(
            "E0308", "`if` and `else` have incompatible types", (Label(else_span, label),),
            (*outer, Label(then_span, "expected because of this"), *secondary), (*notes, *advice.notes),
            suggestions=advice.suggestions,
        )
    )  # fmt: skip


def _report_no_else(fcx: FnCtxt, site: SiteCause, expected: t.Ty, found: t.Ty, notes: tuple[str, ...]) -> None:
    expr, then = site.data
    label = describe(fcx.infcx, expected, found)
    secondary: list[Label] = []
    tail = then.block.expr
    reason = _no_else_reason(fcx, expr)
    if reason is not None:
        secondary.append(reason)
    elif tail is not None:
        secondary.append(Label(tail.span, "found here"))
    fcx.emit(
        Diagnostic(
            "E0317", "`if` may be missing an `else` clause", (Label(expr.span, label),), tuple(secondary),
            (*notes, "`if` expressions without `else` evaluate to `()`"),
            ("consider adding an `else` block that evaluates to the expected type",),
        )
    )  # fmt: skip


def _no_else_reason(fcx: FnCtxt, expr: ast.If) -> Label | None:
    """Why an `if` is expected to have a value."""
    node = fcx.frame.owner.node
    if isinstance(node, ast.Fn) and node.body is not None and node.body.expr is expr and node.output is not None:
        return Label(node.output.span, f"expected `{node.output.span.text}` because of this return type")
    for let in fcx.let_stack:
        if let.init is expr and let.ty is not None:
            return Label(let.pat.span, "expected because of this assignment")
    return None
