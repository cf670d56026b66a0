"""Errors of calls in rustc's words: E0618, E0061, E0057, E0107-free argument mismatches (rustc: `report_arg_errors`)."""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.diagnostics import Diagnostic, Label, Suggestion, note_at
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind, DefRes, LocalRes
from interpreter.resolve.resolver import describe_def
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import arg_matrix, coerce, pretty_ty, suggest_mismatch
from interpreter.typeck import ty as t
from interpreter.typeck.arg_matrix import Extra, Invalid, Missing, Permutation, Swap
from interpreter.typeck.errors_mismatch import (
    callee_labels,
    constraint_labels,
    declarations,
    has_error,
    is_simple_text,
    report_cyclic,
    type_note,
)
from interpreter.typeck.errors_types import category_labels, describe, label_of, sort_string
from interpreter.typeck.fn_ctxt import is_ty_var, rvalue_hint
from interpreter.typeck.relate import TypeError_
from interpreter.typeck.results import peel
from interpreter.typeck.traits.errors_cause import name_span

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
    inner = peel(func)
    if isinstance(inner, ast.Call) and isinstance(inner.func, ast.PathExpr):
        path = inner.func.path
        defined = _defined_at(fcx, path)
        if defined is not None:
            words = f"`{path.span.text}` defined here returns {what}"
            if isinstance(defined, Def) and fcx.path_res(path).unresolved:
                words = f"`{pretty_ty.visible_path(fcx.tcx, defined)}` defined here"
            secondary.append(Label(fcx.tcx.item_span(defined) if isinstance(defined, Def) else defined, words))
    elif isinstance(inner, ast.PathExpr):
        func = inner
        res = fcx.path_res(func.path)
        if isinstance(res.base, LocalRes):
            secondary.append(Label(res.base.local.span, f"`{res.base.local.name}` has type {what}"))
            functions = (d for d in fcx.tcx.resolution.defs.values() if d.kind is DefKind.FN and not d.is_std)
            hidden = next((d for d in functions if d.name == res.base.local.name), None)
            if hidden is not None:
                words = "this function of the same name is available here, but it's shadowed by the local binding"
                secondary.append(Label(fcx.tcx.item_span(hidden), words))
        else:
            found = fcx.results.paths.get(func.path)
            if found is not None and found.def_.kind in (DefKind.VARIANT, DefKind.STRUCT):
                name = f"`{func.path.span.text}`"
                if not expr.args and not _is_self(expr):
                    name = what = f"{'enum variant' if found.def_.kind is DefKind.VARIANT else 'struct'} {name}"
                if not found.def_.is_std and not _is_self(expr):
                    shown = f"`{pretty_ty.visible_path(fcx.tcx, found.def_)}`" if "Self" in name else name
                    secondary.append(Label(fcx.tcx.item_span(found.def_), f"{shown} defined here"))
            elif isinstance(defined := _defined_at(fcx, func.path), Def):
                words = f"`{pretty_ty.visible_path(fcx.tcx, defined)}` defined here"
                secondary.append(Label(fcx.tcx.item_span(defined), words))
    return fcx.error("E0618", f"expected function, found {what}", func.span, "", secondary=tuple(secondary))


def _defined_at(fcx: FnCtxt, path: ast.Path) -> Def | Span | None:
    """What a path means, or where the variable is declared."""
    res = fcx.path_res(path)
    if isinstance(res.base, LocalRes):
        return res.base.local.span
    callee = fcx.results.paths.get(path)
    def_ = callee.def_ if callee is not None else res.base.def_ if isinstance(res.base, DefRes) and not res.unresolved else None
    return def_ if def_ is not None and not def_.is_std else None


def _plural(n: int, word: str) -> str:
    return f"{n} {word}{'' if n == 1 else 's'}"


def _is_self(call: ast.Expr) -> bool:
    """A call of `Self`, which isn't looked through."""
    func = peel(call.func) if isinstance(call, ast.Call) else None
    return isinstance(func, ast.PathExpr) and len(func.path.segments) == 1 and func.path.segments[0].ident.name == "Self"


def callee_kind(site: CallSite) -> str:
    """ "function", "method", "struct" and so on, for "arguments to this .. are incorrect"."""
    def_ = site.def_
    if def_ is None or _is_self(site.node):
        return "function"
    if def_.kind is DefKind.STRUCT:
        return "struct"
    if def_.kind is DefKind.VARIANT:
        return "enum variant"
    return "method" if isinstance(site.node, ast.MethodCall) else "function"


def report_argument_errors(
    fcx: FnCtxt, site: CallSite, formals: Sequence[t.Ty], expected: Sequence[t.Ty], wrong: dict[int, TypeError_]
) -> None:
    """What is wrong with a call's arguments: their number, their order, or their types (rustc: `report_arg_errors`). `expected`:
    what is known to be wanted in the place of the `formals`; `wrong`: the arguments that don't fit where they stand."""
    _Arguments(fcx, site, formals, expected, wrong).report()


class _Arguments:
    """The arguments of one call that has something wrong (rustc: `FnCallDiagCtxt`)."""

    def __init__(
        self, fcx: FnCtxt, site: CallSite, formals: Sequence[t.Ty], expected: Sequence[t.Ty], wrong: dict[int, TypeError_]
    ) -> None:
        self.fcx, self.site = fcx, site
        self.formals, self.expected = fcx.resolve(tuple(formals)), fcx.resolve(tuple(expected))
        self.wrong = wrong
        self.found = [fcx.resolve(fcx.adjusted_ty(arg)) for arg in site.args]
        self.kind = callee_kind(site)
        self.errors, self.matched = arg_matrix.ArgMatrix(len(site.args), len(self.formals), self._fits).find_errors()

    def report(self) -> None:
        """One error, or one for each argument that would make a type contain itself and one for the rest."""
        if self._report_unwrapped_tuple():
            return
        for error in [error for error in self.errors if isinstance(error, Invalid)]:
            why = self.wrong.get(error.provided) if error.provided == error.expected else None
            if why is not None and report_cyclic(self.fcx, self.site.args[error.provided].span, why):
                self.errors.remove(error)
        match self.errors:
            case []:
                return
            case [Invalid(provided=at, expected=to)] if at == to and at in self.wrong:
                self._report_mismatch(at)
                return
            case [Extra(provided=at)] if not self._fit_without(at):
                better = next((i for i in range(len(self.found)) if self._fit_without(i)), at)
                self.errors = [Extra(better)]
        self._report_all()

    def _fits(self, i: int, j: int) -> bool:
        """Whether argument `i` would do for parameter `j`."""
        fcx = self.fcx
        if i == j:
            return i not in self.wrong
        formal, wanted, found = self.formals[j], self.expected[j], self.found[i]
        if has_error(fcx, formal, wanted):
            return False
        target = rvalue_hint(fcx, wanted).only_has_type(fcx) or formal
        if not coerce.can_coerce(fcx, found, target, self.site.args[i].span):
            return False
        with fcx.infcx.probe():
            return fcx.infcx.sup(formal, target) is None and not has_error(fcx, target, found)

    def _fit_without(self, index: int) -> bool:
        """Whether all is well when one argument is left out."""
        fcx, span = self.fcx, self.site.callee_span
        rest = [ty for i, ty in enumerate(self.found) if i != index]
        return all(
            not has_error(fcx, ty) and coerce.can_coerce(fcx, ty, formal, span)
            for formal, ty in zip(self.formals, rest, strict=False)
        )

    def _wanted(self, index: int) -> t.Ty:
        """What an argument that doesn't fit was to be (rustc: `mk_trace`)."""
        return self.formals[index] if self.expected[index] is self.found[index] else self.expected[index]

    def _span(self, index: int) -> Span:
        """Where an argument stands in the call, also if a macro made it."""
        return self.site.args[index].span.call_beside(self.site.node.span)

    def _shown(self, index: int) -> str | None:
        """The type of an argument, unless nothing is known of it."""
        ty = self.found[index]
        return None if has_error(self.fcx, ty) or is_ty_var(ty) else self.fcx.fmt_of(self.site.args[index], ty)

    # -------------------------------------------------------------------------------------------- one argument

    def _report_mismatch(self, index: int, notes: tuple[str, ...] = ()) -> None:
        """Only one argument is wrong, and that because of its type."""
        fcx, site, error = self.fcx, self.site, self.wrong[index]
        expected, found = self._wanted(index), fcx.resolve_with_obligations(self.found[index])
        if has_error(fcx, expected, found):
            return
        at = site.args[index].span
        secondary: tuple[Label, ...] = (Label(_callee_span(site), f"arguments to this {self.kind} are incorrect"),)
        if isinstance(site.node, ast.MethodCall):
            secondary = (*secondary, *constraint_labels(fcx, site.node.receiver, at))
        secondary = (*secondary, *constraint_labels(fcx, site.args[index], at, expected))
        secondary = (*secondary, *self._generic_labels())
        secondary = (*secondary, *category_labels(fcx.infcx, expected, found, at))
        secondary = (*secondary, *declarations(fcx, error), *callee_labels(fcx, expected, found, at))
        advice = suggest_mismatch.advise(fcx, site.args[index], expected, found)
        notes = (*type_note(fcx, expected, found, error), *advice.notes, *self._definition(index))
        span = _tail(site.args[index]).call_beside(site.node.span)
        label = label_of(fcx.infcx, error, expected, found)
        fcx.emit(Diagnostic("E0308", "mismatched types", (Label(span, label),), secondary, notes, suggestions=advice.suggestions))

    def _report_unwrapped_tuple(self) -> bool:
        """The elements of a tuple that is wanted, given one by one (rustc: `check_wrap_args_in_tuple`)."""
        fcx = self.fcx
        first = min(self.wrong, default=None)
        wanted = self.expected[first] if first is not None and first < len(self.expected) else None
        if first is None or not isinstance(wanted, t.Tuple) or not wanted.elems:
            return False
        n = len(wanted.elems)
        if len(self.found) != len(self.formals) - 1 + n:
            return False
        given = [t.Tuple(tuple(self.found[first : first + n])), *self.found[first + n :]]
        span = self.site.callee_span
        if not all(coerce.can_coerce(fcx, ty, to, span) for to, ty in zip(self.expected[first:], given, strict=False)):
            return False
        if n == 1:
            self._report_mismatch(first)
        else:
            self._emit_count(f"{self.kind} takes", (), ())
        return True

    # -------------------------------------------------------------------------------------------- all of them

    def _report_all(self) -> None:
        labels: list[Label] = []
        direct: list[Label] = []
        notes: list[str] = []
        errors = list(self.errors)
        while errors:
            error = errors.pop(0)
            match error:
                case Invalid():
                    self._add_invalid(error, direct, notes)
                case Extra(provided=at):
                    nth = f" #{at + 1}" if len(self.found) > 1 else ""
                    shown = self._shown(at)
                    labels.append(Label(self._span(at), f"unexpected argument{nth}{f' of type `{shown}`' if shown else ''}"))
                case Missing(expected=at):
                    missing = [at]
                    while errors and errors[0] == Missing(missing[-1] + 1):
                        errors.pop(0)
                        missing.append(missing[-1] + 1)
                    labels.append(self._missing(missing))
                case Swap(first=first, second=second):
                    labels += [self._expected_here(at, to) for at, to in (first, second)]
                case Permutation(pairs=pairs):
                    labels += [self._expected_here(at, to) for to, at in pairs]
        labels = [*direct, *(labels if len(labels) <= 5 else ())]
        labels += self._generic_labels()
        fixes = self._fixes()
        if len(self.formals) == len(self.found):
            primary = (Label(_callee_span(self.site), ""),)
            message = f"arguments to this {self.kind} are incorrect"
            all_notes = (*notes, *self._definition())
            self.fcx.emit(Diagnostic("E0308", message, primary, tuple(labels), all_notes, suggestions=fixes))
        else:
            self._emit_count(f"this {self.kind} takes", tuple(labels), tuple(notes), fixes)

    def _emit_count(
        self, start: str, labels: tuple[Label, ...], notes: tuple[str, ...], fixes: tuple[Suggestion, ...] = ()
    ) -> None:
        """E0061 (E0057 of closures, E0060 of variadic functions)."""
        n, m = len(self.formals), len(self.found)
        node = self.site.def_.node if self.site.def_ is not None else None
        variadic = isinstance(node, ast.Fn) and node.variadic is not None
        code = "E0060" if variadic else "E0057" if self.site.tupled else "E0061"
        least = "at least " if variadic else ""
        message = f"{start} {least}{_plural(n, 'argument')} but {_plural(m, 'argument')} {'was' if m == 1 else 'were'} supplied"
        primary = (Label(_callee_span(self.site), ""),)
        self.fcx.emit(Diagnostic(code, message, primary, labels, (*notes, *self._definition()), suggestions=fixes))

    def _add_invalid(self, error: Invalid, labels: list[Label], notes: list[str]) -> None:
        """Types with arguments of their own are told in notes (rustc: `note_type_err`, which prefers labels for simple ones)."""
        infcx, at = self.fcx.infcx, error.provided
        span, found = self._span(at), self.found[at]
        expected = self.formals[error.expected] if self.expected[error.expected] is found else self.expected[error.expected]
        labels += category_labels(infcx, expected, found, self.site.args[at].span)
        labels += callee_labels(self.fcx, expected, found, span)
        why = self.wrong.get(at) if at == error.expected else None
        words = describe(infcx, expected, found)
        if why is not None:
            words = label_of(infcx, why, expected, found)
            labels += declarations(self.fcx, why)
        if is_simple_text(expected) and is_simple_text(found):
            labels.append(Label(span, words))
        else:
            notes.append(words)

    def _declared(self, index: int) -> str:
        """The type of a parameter with the lifetimes it was written with, of which those of the callee's own have no names
        here."""
        fcx, ty, callee = self.fcx, self.expected[index], self.site.callee_ty
        def_, args = (callee.def_, callee.args) if isinstance(callee, t.FnDef) else (None, ())
        if isinstance(self.site.node, ast.MethodCall):
            method = fcx.results.callees[self.site.node]
            def_, args = method.def_, method.args
        if def_ is not None:
            written = fcx.tcx.fn_sig(def_).value.inputs[index + self.site.skip_self]
            named = t.map_regions(written, lambda region: region if region is t.RE_STATIC else t.RE_ERASED)
            shown = fcx.resolve(t.subst(named, args))
            if t.erase_regions(shown) is ty:
                ty = shown
        return fcx.fmt(ty)

    def _expected_here(self, at: int, to: int) -> Label:
        shown = self._shown(at)
        words = f"expected `{self._declared(to)}`"
        return Label(self._span(at), f"{words}, found `{shown}`" if shown else words)

    def _missing(self, missing: list[int]) -> Label:
        """Parameters beside each other to which nothing was given."""
        tys = [self.expected[i] for i in missing]
        known = not any(has_error(self.fcx, ty) or is_ty_var(ty) for ty in tys)
        names = [f"`{self._declared(i)}`" for i in missing]
        if len(missing) == 1:
            words = f"argument #{missing[0] + 1}{f' of type {names[0]}' if known else ''} is missing"
        elif len(missing) == 2:
            words = f"two arguments{f' of type {names[0]} and {names[1]}' if known else ''} are missing"
        elif len(missing) == 3:
            words = f"three arguments{f' of type {names[0]}, {names[1]}, and {names[2]}' if known else ''} are missing"
        else:
            words = "multiple arguments are missing"
        if missing[-1] < len(self.found):
            return Label(self._span(missing[0]).to(self._span(missing[-1])), words)
        node = self.site.node.span
        return Label(Span(node.file, _callee_span(self.site).hi, node.hi, node.call_site), words)

    def _generic_labels(self) -> list[Label]:
        """The arguments that said what a type parameter is which others don't fit (rustc: `label_generic_mismatches`)."""
        def_ = self.site.def_
        if def_ is None or def_.is_std or def_.kind not in (DefKind.FN, DefKind.ASSOC_FN):
            return []
        own = self.fcx.tcx.generics_of(def_).parent_count
        inputs = self.fcx.tcx.fn_sig(def_).value.inputs[1 if self.site.skip_self else 0 :]
        params = [ty if isinstance(ty, t.Param) and ty.index >= own else None for ty in inputs]
        labels: list[Label] = []
        for index, param in enumerate(params):
            if param is None or self.matched[index] is None or index >= len(self.found):
                continue
            others = sum(self.matched[i] is None and other is param for i, other in enumerate(params) if i != index)
            if not others:
                continue
            kind = sort_string(self.fcx.infcx, self.expected[index])
            if others == len(params) - 1:
                words = f"expected all arguments to be this {kind} type because they need to match the type of this parameter"
            else:
                article = "an" if kind.lstrip("`")[:1] in "aeiou" else "a"
                words = f"expected some other arguments to be {article} {kind} type to match the type of this parameter"
            labels.append(Label(self._span(index), words))
        return labels

    # -------------------------------------------------------------------------------------------- how to mend it

    def _fixes(self) -> tuple[Suggestion, ...]:
        """The call with its arguments in order, what is missing given by its type; or just without what is too much."""
        node, args = self.site.node, self.site.args
        errors = [error for error in self.errors if not isinstance(error, Invalid)]
        spans = [self._span(i) for i in range(len(args))]
        if not errors or node.span.call_site is not None or any(span.call_site is not None for span in spans):
            return ()
        kinds = {type(error) for error in errors}
        several = "s" if len(errors) > 1 else ""
        if kinds == {Extra}:
            extra = [error.provided for error in errors if isinstance(error, Extra)]
            return (Suggestion(f"remove the extra argument{several}", tuple([(self._with_comma(spans, i), "") for i in extra])),)
        words = "did you mean"
        if kinds == {Missing}:
            words = f"provide the argument{several}"
        elif len(errors) == 1:
            words = "swap these arguments" if kinds == {Swap} else "reorder these arguments"
        given = [self._placeholder(i) if at is None else spans[at].text for i, at in enumerate(self.matched)]
        whole = Span(node.span.file, _callee_span(self.site).hi, node.span.hi)
        return (Suggestion(words, (_trimmed(whole, f"({', '.join(given)})"),)),)

    def _with_comma(self, spans: list[Span], index: int) -> Span:
        """An argument and the comma before it, or after it if it is the first."""
        if index:
            return spans[index - 1].shrink_to_hi().to(spans[index])
        return spans[0]._replace(hi=spans[1].lo) if len(spans) > 1 else spans[0]

    def _placeholder(self, index: int) -> str:
        """What stands for an argument that isn't there: its type, or the parameter's name where that can't be written."""
        ty = self.expected[index]
        if ty is t.UNIT:
            return "()"
        if not any(isinstance(part, (t.Infer, t.FnDef, t.Closure, t.ErrorTy)) for part in t.walk(ty)):
            return f"/* {self._declared(index)} */"
        node = self.site.def_.node if self.site.def_ is not None else None
        params = node.params if isinstance(node, ast.Fn) else []
        at = index - (isinstance(node, ast.Fn) and node.self_param is not None and not self.site.skip_self)
        pat = params[at].pat if 0 <= at < len(params) else None
        return f"/* {pat.ident.name} */" if isinstance(pat, ast.IdentPat) else "/* value */"

    # -------------------------------------------------------------------------------------------- what is called

    def _definition(self, only: int | None = None) -> tuple[str, ...]:
        """ "function defined here", with the parameters whose arguments are wrong: all of them or `only` one (rustc:
        `label_fn_like`)."""
        def_, callee = self.site.def_, self.site.callee_ty
        if def_ is not None:
            text = f"{describe_def(def_, def_.kind in _CONSTRUCTED)} defined here"
            return (note_at(text, Label(name_span(def_)), beside=self._marks(def_, only)),)
        if not isinstance(callee, t.Closure):
            return ()
        node = callee.def_.node
        if not isinstance(node, ast.Closure) or only is None or only >= len(node.params):
            head = node.head_span if isinstance(node, ast.Closure) else callee.def_.span
            return (note_at("closure defined here", Label(head)),)
        return (note_at("closure parameter defined here", Label(node.params[only].span)),)

    def _marks(self, def_: Def, only: int | None) -> tuple[Label, ...]:
        """The parameters that don't fit, and of generic ones also those with the same type that do."""
        node, fmt = def_.node, self.fcx.infcx
        if def_.is_std or not isinstance(node, ast.Fn):
            return ()
        declared: list[ast.SelfParam | ast.Param] = [*node.params]
        if node.self_param is not None and not self.site.skip_self:
            declared.insert(0, node.self_param)
        spans = [p.pat.span if node.body is None and isinstance(p, ast.Param) else p.span for p in declared]
        generics = self.fcx.tcx.generics_of(def_)
        inputs = self.fcx.tcx.fn_sig(def_).value.inputs[1 if self.site.skip_self else 0 :]
        if not len(declared) == len(inputs) == len(self.formals):
            return ()
        params = [ty if isinstance(ty, t.Param) and ty.index >= generics.parent_count else None for ty in inputs]
        wrong = [i for i in range(len(params)) if i == only or (only is None and self.matched[i] is None)]
        marks = [Label(spans[i]) for i in wrong if params[i] is None]
        fitting = [j for j in range(len(params)) if self.matched[j] is not None]
        users = {i: [j for j in fitting if params[j] is params[i]] for i in wrong if params[i] is not None}
        for i, others in users.items():
            words = ""
            if others:
                kind = sort_string(fmt, self.expected[others[0]])
                words = f"this parameter needs to match the {kind} type of {_listed(declared, others)}"
            marks.append(Label(spans[i], words))
        for j, span in enumerate(spans):
            needing = [i for i, others in users.items() if j in others]
            if needing:
                verb = "need" if len(needing) > 1 else "needs"
                kind = sort_string(fmt, self.expected[j])
                marks.append(Label(span, f"{_listed(declared, needing)} {verb} to match the {kind} type of this parameter"))
        for generic in generics.params:
            using = [(i, others) for i, others in users.items() if others and _is_param(params[i], generic.index)]
            uses = sorted({user for i, others in using for user in (i, *others)})
            if uses:
                name = "impl Trait" if generic.synthetic else generic.name
                all_ = "both" if len(uses) == 2 else "all"
                words = f"{_listed(declared, uses)} {all_} reference this parameter `{name}`"
                marks.append(Label(generic.def_.span if generic.synthetic else name_span(generic.def_), words))
        return tuple(marks)


def _trimmed(span: Span, text: str) -> tuple[Span, str]:
    """An edit without what it leaves as it is at both ends."""
    old = span.text
    start = 0
    while start < min(len(old), len(text)) and old[start] == text[start]:
        start += 1
    end = 0
    while end < min(len(old), len(text)) - start and old[-1 - end] == text[-1 - end]:
        end += 1
    return span._replace(lo=span.lo + start, hi=span.hi - end), text[start : len(text) - end]


_CONSTRUCTED = (DefKind.STRUCT, DefKind.VARIANT)


def _is_param(ty: t.Ty | None, index: int) -> bool:
    return isinstance(ty, t.Param) and ty.index == index


def _listed(params: Sequence[ast.SelfParam | ast.Param], indices: list[int]) -> str:
    """The parameters by name, or by number where they have none."""
    names = []
    for i in indices:
        param = params[i]
        pat = param.pat if isinstance(param, ast.Param) else None
        name = "self" if isinstance(param, ast.SelfParam) else pat.ident.name if isinstance(pat, ast.IdentPat) else None
        names.append(f"parameter #{i + 1}" if name is None else f"`{name}`")
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


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


def _tail(expr: ast.Expr) -> Span:
    while isinstance(expr, ast.BlockExpr) and expr.block.expr is not None:
        expr = expr.block.expr
    return expr.span


def _callee_span(site: CallSite) -> Span:
    """What is called, with its generic arguments."""
    args = site.node.segment.args if isinstance(site.node, ast.MethodCall) else None
    return site.callee_span.to(args.span) if args is not None else site.callee_span
