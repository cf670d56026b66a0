"""Errors of calls in rustc's words: E0618, E0061, E0057, E0107-free argument mismatches (rustc: `report_arg_errors`)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import DefKind, LocalRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.errors_mismatch import constraint_labels, has_error, report_cyclic, type_note
from interpreter.typeck.errors_types import category_labels, describe, label_of, sort_string
from interpreter.typeck.fn_ctxt import is_ty_var
from interpreter.typeck.relate import TypeError_

if TYPE_CHECKING:
    from interpreter.typeck.callee import CallSite
    from interpreter.typeck.fn_ctxt import FnCtxt


def report_not_callable(fcx: FnCtxt, expr: ast.Call, ty: t.Ty) -> t.Ty:
    """E0618."""
    if has_error(fcx, ty):
        return t.ERROR  # type: ignore[no-any-return]
    func = expr.func
    what = f"`{fcx.fmt_of(func, ty)}`"
    secondary: list[Label] = [Label(expr.span, "call expression requires function")]
    if isinstance(func, ast.PathExpr):
        res = fcx.path_res(func.path)
        if isinstance(res.base, LocalRes):
            secondary.append(Label(res.base.local.span, f"`{res.base.local.name}` has type {what}"))
            hidden = next(
                (d for d in fcx.frame.owner.module().children if d.kind is DefKind.FN and d.name == res.base.local.name), None
            )
            if hidden is not None:
                words = "this function of the same name is available here, but it's shadowed by the local binding"
                secondary.append(Label(fcx.tcx.item_span(hidden), words))
        else:
            found = fcx.results.paths.get(func.path)
            if found is not None and found.def_.kind in (DefKind.VARIANT, DefKind.STRUCT):
                name = f"`{func.path.span.text}`"
                if not expr.args:
                    name = what = f"{'enum variant' if found.def_.kind is DefKind.VARIANT else 'struct'} {name}"
                if not found.def_.is_std:
                    secondary.append(Label(fcx.tcx.item_span(found.def_), f"{name} defined here"))
    primary_span = func.span
    return_ty = fcx.error("E0618", f"expected function, found {what}", primary_span, "", secondary=tuple(secondary))
    return return_ty


def _plural(n: int, word: str) -> str:
    return f"{n} {word}{'' if n == 1 else 's'}"


def callee_kind(site: CallSite) -> str:
    """ "function", "method", "struct" and so on, for "arguments to this .. are incorrect"."""
    def_ = site.def_
    if def_ is None:
        return "function"
    if def_.kind is DefKind.STRUCT:
        return "struct"
    if def_.kind is DefKind.VARIANT:
        return "enum variant"
    return "method" if isinstance(site.node, ast.MethodCall) else "function"


def definition_note(fcx: FnCtxt, site: CallSite) -> tuple[str, ...]:
    """ "function defined here" (shown by rustc with the definition's head)."""
    def_ = site.def_
    if def_ is None:
        if isinstance(site.callee_ty, t.Closure):
            return ("closure defined here",)
        return ()
    word = {DefKind.STRUCT: "tuple struct", DefKind.VARIANT: "tuple variant"}.get(def_.kind, "function")
    if def_.kind is DefKind.ASSOC_FN:
        word = "method" if getattr(def_.node, "self_param", None) is not None else "associated function"
    return (f"{word} defined here",)


def report_argument_errors(
    fcx: FnCtxt, site: CallSite, formals: Sequence[t.Ty], found: dict[int, t.Ty], wrong: dict[int, TypeError_ | None]
) -> None:
    """What is wrong with a call's arguments: their number, or their types."""
    if any(has_error(fcx, ty) for ty in (*formals, *found.values())):
        if len(site.args) == len(formals):
            return
    n, m = len(formals), len(site.args)
    if n != m:
        _report_count(fcx, site, formals, found, wrong)
        return
    kind = callee_kind(site)
    incorrect = {i: e for i, e in wrong.items() if e is not None}
    if len(incorrect) == 1:
        ((index, error),) = incorrect.items()
        expected, actual = fcx.resolve(formals[index]), fcx.resolve_with_obligations(found[index])
        if has_error(fcx, expected, actual) or report_cyclic(fcx, site.args[index].span, error):
            return
        secondary: tuple[Label, ...] = (Label(_callee_span(site), f"arguments to this {kind} are incorrect"),)
        if isinstance(site.node, ast.MethodCall):
            secondary = (*secondary, *constraint_labels(fcx, site.node.receiver, site.args[index].span))
        secondary = (*secondary, *_same_parameter(fcx, site, index, expected))
        secondary = (*secondary, *category_labels(fcx.infcx, expected, actual, site.args[index].span))
        notes = (*type_note(fcx, expected, actual, error), *definition_note(fcx, site))
        span = _tail(site.args[index]).call_beside(site.node.span)
        label = label_of(fcx.infcx, error, expected, actual)
        fcx.emit(Diagnostic("E0308", "mismatched types", (Label(span, label),), secondary, notes))
        return
    labels: list[Label] = []
    elsewhere: list[str] = []
    for index in sorted(incorrect):
        expected, actual = fcx.resolve(formals[index]), fcx.resolve(found[index])
        label = describe(fcx.infcx, expected, actual)
        if isinstance(site.args[index], ast.MacroExpansion):
            elsewhere.append(label)
        else:
            labels.append(Label(_arg_span(site, index), label))
    if _is_swap(fcx, formals, found, incorrect):
        labels = [
            Label(_arg_span(site, i), f"expected `{fcx.fmt(formals[i])}`, found `{fcx.fmt_of(site.args[i], found[i])}`")
            for i in sorted(incorrect)
        ]
    fcx.emit(
        Diagnostic(
            "E0308", f"arguments to this {kind} are incorrect", (Label(_callee_span(site), ""),), tuple(labels),
            (*elsewhere, *definition_note(fcx, site)),
        )
    )  # fmt: skip


_PROMOTED = {"f32": "c_double", "i8": "c_int", "i16": "c_int", "bool": "c_int", "u8": "c_uint", "u16": "c_uint"}
"""What C makes of small numbers that a variadic function takes."""


def check_variadic_argument(fcx: FnCtxt, arg: ast.Expr, ty: t.Ty) -> None:
    """E0617"""
    if isinstance(ty, t.Prim) and ty.name in _PROMOTED:
        message = f"can't pass `{ty.name}` to variadic function"
        fcx.error("E0617", message, arg.span, helps=(f"cast the value to `{_PROMOTED[ty.name]}`",))
    elif isinstance(ty, t.FnDef):
        helps = (
            "a function item is zero-sized and needs to be cast into a function pointer to be used in FFI",
            "use a function pointer instead",
        )
        note = "for more information on function items, visit https://doc.rust-lang.org/reference/types/function-item.html"
        fcx.error("E0617", "can't pass a function item to a variadic function", arg.span, notes=(note,), helps=helps)


def _same_parameter(fcx: FnCtxt, site: CallSite, index: int, expected: t.Ty) -> list[Label]:
    """The other arguments whose type is the same type parameter of the function (rustc: `label_generic_mismatches`)."""
    if site.def_ is None or site.def_.kind not in (DefKind.FN, DefKind.ASSOC_FN):
        return []
    inputs = fcx.tcx.fn_sig(site.def_).value.inputs[1 if site.skip_self else 0 :]
    wanted = inputs[index]
    if not isinstance(wanted, t.Param) or wanted.index < fcx.tcx.generics_of(site.def_).parent_count:
        return []
    others = [arg for i, arg in enumerate(site.args) if i != index and i < len(inputs) and inputs[i] is wanted]
    kind = sort_string(fcx.infcx, expected)
    words = f"expected all arguments to be this {kind} type because they need to match the type of this parameter"
    return [Label(arg.span, words) for arg in others]


def _arg_span(site: CallSite, index: int) -> Span:
    """Where an argument stands in the call, also if a macro made it."""
    return site.args[index].span.call_beside(site.node.span)


def _is_swap(fcx: FnCtxt, formals: Sequence[t.Ty], found: dict[int, t.Ty], wrong: dict[int, TypeError_]) -> bool:
    if len(wrong) != 2:
        return False
    a, b = sorted(wrong)
    return fcx.infcx.can_eq(formals[a], found[b]) and fcx.infcx.can_eq(formals[b], found[a])


def _tail(expr: ast.Expr) -> Span:
    while isinstance(expr, ast.BlockExpr) and expr.block.expr is not None:
        expr = expr.block.expr
    return expr.span


def _report_count(
    fcx: FnCtxt, site: CallSite, formals: Sequence[t.Ty], found: dict[int, t.Ty], wrong: dict[int, TypeError_ | None]
) -> None:
    """E0061 (E0057 for closures)."""
    n, m = len(formals), len(site.args)
    node = site.def_.node if site.def_ is not None else None
    variadic = isinstance(node, ast.Fn) and node.variadic is not None
    code = "E0060" if variadic else "E0057" if site.tupled else "E0061"
    kind = callee_kind(site)
    if site.def_ is None and site.tupled:
        kind = "function"
    were = "was" if m == 1 else "were"
    least = "at least " if variadic else ""
    message = f"this {kind} takes {least}{_plural(n, 'argument')} but {_plural(m, 'argument')} {were} supplied"
    labels: list[Label] = []
    if m > n:
        extra = _match_extra(fcx, site, formals, found)
        kept = [i for i in range(m) if i not in extra]
        for formal, i in zip(formals, kept, strict=True):
            if i in found and not fcx.infcx.can_eq(formal, found[i]) and i in wrong:
                labels.append(Label(_arg_span(site, i), describe(fcx.infcx, formal, found[i])))
        for i in extra:
            nth = f" #{i + 1}" if m > 1 else ""
            labels.append(Label(_arg_span(site, i), f"unexpected argument{nth}{_of_type(fcx, site.args[i], found.get(i))}"))
    else:
        missing = _missing(fcx, formals, found, m)
        names = [f"`{fcx.fmt(formals[i])}`" for i in missing]
        at = _missing_span(site, missing)
        known = not any(is_ty_var(fcx.resolve(formals[i])) for i in missing)
        if len(missing) == 1:
            words = f"argument #{missing[0] + 1}{f' of type {names[0]}' if known else ''} is missing"
        elif len(missing) == 2:
            words = f"two arguments{f' of type {names[0]} and {names[1]}' if known else ''} are missing"
        elif len(missing) == 3:
            words = f"three arguments{f' of type {names[0]}, {names[1]}, and {names[2]}' if known else ''} are missing"
        else:
            words = "multiple arguments are missing"
        labels.append(Label(at, words))
    fcx.emit(Diagnostic(code, message, (Label(_callee_span(site), ""),), tuple(labels), definition_note(fcx, site)))


def _callee_span(site: CallSite) -> Span:
    """What is called, with its generic arguments."""
    args = site.node.segment.args if isinstance(site.node, ast.MethodCall) else None
    return site.callee_span.to(args.span) if args is not None else site.callee_span


def _of_type(fcx: FnCtxt, arg: ast.Expr, ty: t.Ty | None) -> str:
    if ty is None:
        return ""
    resolved = fcx.resolve(ty)
    if isinstance(resolved, t.Infer) and resolved.kind == "ty":
        return ""
    return f" of type `{fcx.fmt_of(arg, resolved)}`"


def _match_extra(fcx: FnCtxt, site: CallSite, formals: Sequence[t.Ty], found: dict[int, t.Ty]) -> list[int]:
    """Which arguments are too many: the others fit the formals best, with those at the end left out if nothing tells."""
    n, m = len(formals), len(site.args)
    best: tuple[int, list[int]] | None = None
    for extra in combinations(range(m - 1, -1, -1), m - n):
        kept = [i for i in range(m) if i not in extra]
        fits = sum(fcx.infcx.can_eq(f, found.get(i, t.ERROR)) for f, i in zip(formals, kept, strict=True))
        if best is None or fits > best[0]:
            best = (fits, sorted(extra))
        if fits == n or len(site.args) > 8:
            break
    assert best is not None
    return best[1]


def _missing(fcx: FnCtxt, formals: Sequence[t.Ty], found: dict[int, t.Ty], m: int) -> list[int]:
    """Which formals have no argument."""
    missing: list[int] = []
    next_arg = 0
    lacking = len(formals) - m
    for i in range(len(formals)):
        fits = next_arg < m and fcx.infcx.can_eq(formals[i], found.get(next_arg, t.ERROR))
        if fits or len(missing) == lacking:
            next_arg += 1
        else:
            missing.append(i)
    return missing


def _missing_span(site: CallSite, missing: list[int]) -> Span:
    """The arguments given at the places of the missing ones, or the argument list's brackets."""
    if missing[-1] < len(site.args):
        return _arg_span(site, missing[0]).to(_arg_span(site, missing[-1]))
    node = site.node
    return Span(node.span.file, site.callee_span.hi, node.span.hi, node.span.call_site)
