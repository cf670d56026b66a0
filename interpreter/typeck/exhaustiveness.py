"""Checks that matches are exhaustive and that patterns which must always match do (rustc_mir_build: check_match.rs).

In: the THIR of a body without type errors. Out: E0004 for matches, E0005 for `let`, `for` and parameters, in the order of the
text.
"""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.diagnostics import Diagnostic, Label, Suggestion
from interpreter.hints import TYPE_CHECKING
from interpreter.records import replace
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from interpreter.typeck.pat_bindings import all_patterns, check_bindings
from interpreter.typeck.pat_constructors import Kind, Pat, PatternContext, is_non_exhaustive, lower
from interpreter.typeck.rare import range_endpoints, unreachable_patterns
from interpreter.typeck.thir_walk import children
from interpreter.typeck.usefulness import Witness, find_witnesses, show

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_LIMIT = 3
"""How many witnesses a message lists."""


def check_match(tcx: TyCtxt, body: thir.Body) -> list[Diagnostic]:
    """What is wrong with the patterns of a body and the closures in it."""
    checker = _Checker(tcx, PatternContext(tcx, tcx.param_env(body.owner)), body.owner)
    checker.body(body)
    return checker.diagnostics


def check_matches(tcx: TyCtxt, bodies: Sequence[Def]) -> list[Diagnostic]:
    """check_match for those bodies that type-checked; one with errors then counts as not checked."""
    found: list[Diagnostic] = []
    for def_ in bodies:
        body = tcx.thir_body(def_) if def_.kind is not DefKind.ANON_CONST else None
        if body is not None and not body.has_errors:
            problems = check_match(tcx, body)
            body.has_errors = any(problem.code in _FATAL for problem in problems)
            found += problems
    return _lint_noted_once(found)


def _lint_noted_once(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """That a lint is denied by default is said with its first report only."""
    first = next((d for d in diagnostics if d.code == "E0170"), None)
    return [replace(d, notes=()) if d.code == "E0170" and d is not first else d for d in diagnostics]


_RANGE_LINTS = ("overlapping_range_endpoints", "non_contiguous_range_endpoints")
_FATAL = ("E0004", "E0005", "E0030", "E0579")
"""After these rustc does not borrow-check the body."""


class _Checker:
    def __init__(self, tcx: TyCtxt, cx: PatternContext, owner: Def) -> None:
        self.tcx = tcx
        self.cx = cx
        self.owner = owner
        self.diagnostics: list[Diagnostic] = []

    def body(self, body: thir.Body) -> None:
        self.walk(body.value)
        what = "closure argument" if body.owner.kind is DefKind.CLOSURE else "function argument"
        for param in body.params:
            if param.pat is not None:
                self._irrefutable(param.pat, what, None)
        for closure in body.closures.values():
            self.body(closure.body)

    def walk(self, node: object) -> None:
        """Check a THIR expression or statement and all within."""
        stack: list[object] = [node]
        while stack:
            here = stack.pop()
            if type(here) is thir.Match:
                self._match(here)
            elif type(here) is thir.Let:
                self._refutable(here.pat)
            elif type(here) is thir.LetStmt:
                if here.else_ is None:
                    self._irrefutable(here.pat, "local binding", here)
                else:
                    self._refutable(here.pat)
            stack += children(here)[::-1]

    def _refutable(self, pat: thir.Pat) -> None:
        if self._bindings(pat, refutable=True) and not _pattern_has_error(pat):
            self._arms([(pat, False)], pat.ty, pat.span)

    # -------------------------------------------------------------------------------------------- matches

    def _match(self, match: thir.Match) -> None:
        if match.source is thir.MatchSource.FOR_LOOP:
            self._for_loop(match)
            return
        ty = match.scrutinee.ty
        sound = [self._bindings(arm.pat, refutable=True) for arm in match.arms]
        if not all(sound) or _has_error(ty) or any(_pattern_has_error(arm.pat) for arm in match.arms):
            return
        arms = self._arms([(arm.pat, arm.guard is not None) for arm in match.arms], ty, match.span)
        witnesses = find_witnesses(self.cx, arms, ty, valid=_known_valid(match.scrutinee))
        if witnesses:
            self._report_match(match, ty, witnesses)

    def _arms(self, pats: list[tuple[thir.Pat, bool]], ty: t.Ty, span: Span) -> list[tuple[Pat, bool]]:
        """Patterns lowered, each with whether it has a guard; those that nothing reaches are told where that is denied (of what
        must match anyway its alternatives)."""
        self.cx.alternatives.clear()
        self.cx.ranges.clear()
        arms = [(lower(self.cx, pat), guarded) for pat, guarded in pats]
        if self.tcx.resolution.lints.denied("unreachable_patterns", span):
            self.diagnostics += unreachable_patterns.find(self.cx, arms, [pat for pat, _ in pats], ty)
        if any(self.tcx.resolution.lints.denied(lint, span) for lint in _RANGE_LINTS):
            found = range_endpoints.find(self.cx, arms, ty)
            self.diagnostics += [d for d in found if self.tcx.resolution.lints.denied(d.code or "", span)]
        return arms

    def _for_loop(self, match: thir.Match) -> None:
        if len(match.arms) == 2:
            some = match.arms[1].pat
            assert isinstance(some, thir.VariantPat)
            self._irrefutable(some.subpatterns[0][1], "`for` loop binding", None, in_arm=True)

    def _report_match(self, match: thir.Match, ty: t.Ty, witnesses: list[Witness]) -> None:
        span = match.scrutinee.span
        shown_ty = self.tcx.format_ty(ty)
        if not match.arms and not self._is_nonempty_enum(ty):
            notes = [
                *self._defined_here(ty, foreign=True),
                f"the matched value is of type `{shown_ty}`",
                *self._reference_note(ty),
            ]
            edit = (_after_scrutinee(match), " {\n    _ => todo!(),\n}")
            words = "ensure that all possible cases are being handled by adding a match arm with a wildcard pattern as shown"
            self._emit(
                "E0004", f"non-exhaustive patterns: type `{shown_ty}` is non-empty", span, "", notes, [Suggestion(words, (edit,))]
            )
            return
        patterns = [show(self.cx, w) for w in witnesses]
        joined = joined_patterns(patterns)
        notes = [*self._defined_here(ty, foreign=True), f"the matched value is of type `{shown_ty}`"]
        notes += self._special_notes(witnesses[0]) + self._reference_note(ty)
        if match.arms and all(arm.guard is not None for arm in match.arms):
            notes.append("match arms with guards don't count towards exhaustivity")
        label = f"pattern{'s' if len(witnesses) > 1 else ''} {joined} not covered"
        self._emit("E0004", f"non-exhaustive patterns: {joined} not covered", span, label, notes, [_add_arms(match, patterns)])

    def _is_nonempty_enum(self, ty: t.Ty) -> bool:
        return isinstance(ty, t.Adt) and self.tcx.adt_def(ty.def_).is_enum and bool(self.tcx.adt_def(ty.def_).variants)

    # -------------------------------------------------------------------------------------------- patterns that must match

    def _bindings(self, pat: thir.Pat, *, refutable: bool) -> bool:
        """Check what a pattern binds, and its ranges; False if a range is empty."""
        pats = all_patterns(pat)
        self.diagnostics += check_bindings(self.tcx, self.cx.param_env, self.owner, pats, refutable=refutable)
        empty = [p for p in pats if isinstance(p, thir.RangePat) and _is_empty(p)]
        self.diagnostics += map(_empty_range, empty)
        inhabited = [p for p in pats if isinstance(p, thir.NeverPat) and not self.cx.is_uninhabited(p.ty)]
        self.diagnostics += map(self._inhabited_never, inhabited)
        return not empty

    def _irrefutable(self, pat: thir.Pat, what: str, let: thir.LetStmt | None, *, in_arm: bool = False) -> None:
        if _pattern_has_error(pat):
            return
        if not self._bindings(pat, refutable=in_arm):
            return
        valid = let is None or let.init is None or _known_valid(let.init)
        witnesses = find_witnesses(self.cx, self._arms([(pat, False)], pat.ty, pat.span), pat.ty, valid=valid)
        if not witnesses:
            return
        joined = joined_patterns([show(self.cx, w) for w in witnesses])
        notes: list[str] = []
        if let is not None:
            notes.append('`let` bindings require an "irrefutable pattern", like a `struct` or an `enum` with only one variant')
            notes.append("for more information, visit https://doc.rust-lang.org/book/ch19-02-refutability.html")
        notes += self._defined_here(pat.ty, foreign=False)
        notes.append(f"the matched value is of type `{self.tcx.format_ty(pat.ty)}`")
        label = f"pattern{'s' if len(witnesses) > 1 else ''} {joined} not covered"
        suggestions = _let_else(let, len(witnesses)) if let is not None else []
        self._emit("E0005", f"refutable pattern in {what}", pat.span, label, notes, suggestions)

    def _inhabited_never(self, pat: thir.Pat) -> Diagnostic:
        label = Label(pat.span, "a never pattern must be used on an uninhabited type")
        note = f"the matched value is of type `{self.tcx.format_ty(pat.ty)}`"
        return Diagnostic(None, "mismatched types", (label,), notes=(note,))

    # -------------------------------------------------------------------------------------------- words

    def _emit(self, code: str, message: str, span: Span, label: str, notes: list[str], suggestions: list[Suggestion]) -> None:
        self.diagnostics.append(Diagnostic(code, message, (Label(span, label),), (), tuple(notes), (), tuple(suggestions)))

    def _defined_here(self, ty: t.Ty, *, foreign: bool) -> list[str]:
        while isinstance(ty, t.Ref):
            ty = ty.ty
        if isinstance(ty, t.Adt) and (foreign or not ty.def_.is_std):
            return [f"`{self.tcx.format_ty(ty)}` defined here"]
        return []

    def _reference_note(self, ty: t.Ty) -> list[str]:
        if isinstance(ty, t.Ref) and self.cx.is_uninhabited(ty.ty):
            return ["references are always considered inhabited"]
        return []

    def _special_notes(self, witness: Witness) -> list[str]:
        """Why `_` or a half-open range is needed (rustc: collect_special_tys)."""
        found: dict[str, None] = {}
        stack = [witness]
        while stack:
            here = stack.pop()
            ty = here.ty
            name = self.tcx.format_ty(ty)
            if here.ctor.kind is Kind.NON_EXHAUSTIVE:
                if ty is t.STR:
                    found["`&str` cannot be matched exhaustively, so a wildcard `_` is necessary"] = None
                elif isinstance(ty, t.Adt) and is_non_exhaustive(ty.def_):
                    found[f"`{name}` is marked as non-exhaustive, so a wildcard `_` is necessary to match exhaustively"] = None
            elif here.ctor.kind is Kind.INT and isinstance(ty, t.Prim) and ty.name in ("usize", "isize"):
                assert isinstance(here.ctor.a, int) and isinstance(here.ctor.b, int)
                least, greatest = t.int_range(ty.name)
                if here.ctor.a > greatest or here.ctor.b <= least:
                    both = f"`{name}::MAX` is" if ty.name == "usize" else f"`{name}::MIN` and `{name}::MAX` are"
                    found[f"{both} not treated as exhaustive, so half-open ranges are necessary to match exhaustively"] = None
            elif here.ctor.kind is Kind.WILD and self.cx.is_uninhabited(ty):
                found[f"`{name}` is uninhabited but is not being matched by value, so a wildcard `_` is required"] = None
            stack += reversed(here.fields)
        return list(found)


def _is_empty(pat: thir.RangePat) -> bool:
    if pat.lo is None or pat.hi is None:
        return False
    lo, hi = float(pat.lo) if t.is_float(pat.ty) else pat.lo, float(pat.hi) if t.is_float(pat.ty) else pat.hi
    return lo > hi or (lo == hi and not pat.inclusive)


def _empty_range(pat: thir.RangePat) -> Diagnostic:
    """E0030 of `5..=4`, E0579 of `1..1`."""
    if pat.inclusive:
        message = "lower bound for range pattern must be less than or equal to upper bound"
        return Diagnostic("E0030", message, (Label(pat.span, "lower bound larger than upper bound"),))
    return Diagnostic("E0579", "lower bound for range pattern must be less than upper bound", (Label(pat.span, ""),))


def joined_patterns(patterns: list[str]) -> str:
    """ "`A`, `B` and 2 more" """
    if len(patterns) == 1:
        return f"`{patterns[0]}`"
    if len(patterns) <= _LIMIT:
        return ", ".join(f"`{p}`" for p in patterns[:-1]) + f" and `{patterns[-1]}`"
    return ", ".join(f"`{p}`" for p in patterns[:_LIMIT]) + f" and {len(patterns) - _LIMIT} more"


def _add_arms(match: thir.Match, patterns: list[str]) -> Suggestion:
    """The help that adds arms for what is missing."""
    few = len(patterns) < _LIMIT + 1
    words = "ensure that all possible cases are being handled by adding a match arm with a wildcard pattern"
    if len(patterns) == 1:
        words += " or an explicit pattern as shown"
    elif few and match.arms:
        words += ", a match arm with multiple or-patterns as shown, or multiple match arms"
    else:
        words += " as shown, or multiple match arms"
    arm = f"{' | '.join(patterns) if few else '_'} => todo!()"
    if not match.arms:
        return Suggestion(words, ((_after_scrutinee(match), f" {{\n    {arm},\n}}"),))
    last = match.arms[-1]
    block = isinstance(last.body, thir.Block)
    starts_line = _indentation(last.span)
    several_lines = (len(match.arms) > 1 and match.arms[-2].span.line != last.span.line) or last.span.start[
        0
    ] != match.span.start[0]
    comma = "" if block and several_lines else ","
    gap = f"\n{starts_line}" if several_lines else " "
    return Suggestion(words, ((last.span.shrink_to_hi(), f"{comma}{gap}{arm}"),))


def _indentation(span: Span) -> str:
    text = span.file.line_text(span.line)
    return text[: len(text) - len(text.lstrip())]


def _after_scrutinee(match: thir.Match) -> Span:
    at = match.scrutinee.span
    return Span(match.span.file, at.hi, match.span.hi, match.span.call_site)


def _let_else(let: thir.LetStmt, count: int) -> list[Suggestion]:
    which = "variant that isn't" if count == 1 else "variants that aren't"
    if let.init is None:
        return []
    if any(isinstance(p, thir.BindingPat) for p in all_patterns(let.pat)):
        edit = (let.init.span.shrink_to_hi(), " else { todo!() }")
        return [Suggestion(f"you might want to use `let...else` to handle the {which} matched", (edit,))]
    edits = ((let.span.shrink_to_lo(), "if "), (let.init.span.shrink_to_hi(), " { todo!() }"))
    return [Suggestion(f"you might want to use `if let` to ignore the {which} matched", edits)]


def _pattern_has_error(pat: thir.Pat) -> bool:
    return any(_has_error(p.ty) for p in all_patterns(pat))


def _has_error(ty: t.Ty) -> bool:
    return bool(ty.flags & (t.HAS_ERROR | t.HAS_INFER))


def _known_valid(expr: thir.Expr) -> bool:
    """Does the place surely hold a valid value? Not what a pointer, reference or union field leads to (rustc: PlaceValidity)."""
    while True:
        match expr:
            case thir.Deref():
                return False
            case thir.Field(arg=arg):
                if isinstance(arg.ty, t.Adt) and arg.ty.def_.kind is DefKind.UNION:
                    return False
                expr = arg
            case thir.Index(arg=arg):
                expr = arg
            case thir.Use(arg=arg) | thir.Ascribe(arg=arg):
                expr = arg
            case _:
                return True
