"""What need not be said of lifetimes: `redundant_lifetimes`, `explicit_outlives_requirements` (rustc_lint:
redundant_lifetime_args.rs, builtin.rs `ExplicitOutlivesRequirements`)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.effective import is_trait_impl
from interpreter.lint.emit import Emit
from interpreter.resolve.defs import Def, DefKind, DefRes, ParamLifetime
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.free_regions import free_regions_of
from interpreter.typeck.items import user_items
from interpreter.typeck.outlives import wf_needs

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_CHECKED = (
    DefKind.STRUCT, DefKind.UNION, DefKind.ENUM, DefKind.TRAIT, DefKind.FN, DefKind.CONST, DefKind.IMPL, DefKind.ASSOC_FN,
    DefKind.ASSOC_TY, DefKind.ASSOC_CONST,
)  # fmt: skip


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All items with lifetimes."""
    for def_ in user_items(tcx):
        if isinstance(def_.node, (ast.Struct, ast.Enum_, ast.Union)):
            _Explicit(tcx, def_, def_.node).check(emit)
        of_trait_impl = def_.parent is not None and is_trait_impl(def_.parent)
        if def_.kind in _CHECKED and not of_trait_impl:
            _redundant(tcx, def_, emit)


# ------------------------------------------------------------------------------------------------ redundant ones


def _redundant(tcx: TyCtxt, def_: Def, emit: Emit) -> None:
    """A lifetime that is the same as one before it."""
    own = {param.ident.name: param for param in getattr(getattr(def_.node, "generics", None), "params", ())
           if param.kind is ast.ParamKind.LIFETIME}  # fmt: skip
    if not own:
        return
    named: list[tuple[t.Region, ast.GenericParam | None]] = [(t.RE_STATIC, None)]
    for param in tcx.generics_of(def_).all_params():
        if param.kind is ast.ParamKind.LIFETIME:
            node = own.get(param.name) if param.def_.parent is def_ else None
            named.append((t.ReEarlyParam(param.index, param.name), node))
    if def_.kind in (DefKind.FN, DefKind.ASSOC_FN):
        for index, name in enumerate(tcx.fn_sig(def_).bound):
            if name in own:
                named.append((t.ReLateParam(def_, index, name), own[name]))
    regions = free_regions_of(tcx, def_)
    shadowed: set[t.Region] = set()
    for index, (candidate, _) in enumerate(named):
        if candidate in shadowed:
            continue
        for victim, node in named[index + 1 :]:
            if node is not None and regions.holds(victim, candidate) and regions.holds(candidate, victim):
                shadowed.add(victim)
                message = f"unnecessary lifetime parameter `{node.ident.name}`"
                emit("redundant_lifetimes", Label(node.ident.span), message)


# ------------------------------------------------------------------------------------------------ explicit requirements


class _Explicit:
    """A struct, enum or union whose bounds say what its fields require anyway."""

    def __init__(self, tcx: TyCtxt, def_: Def, item: ast.Struct | ast.Enum_ | ast.Union) -> None:
        self.tcx = tcx
        self.def_ = def_
        self.item = item
        self.inferred: set[tuple[str, str]] = set()
        for field in tcx.adt_def(def_).all_fields():
            for need in wf_needs(tcx, tcx.type_of(field.def_)):
                if isinstance(need.region, t.ReEarlyParam) and isinstance(need.component, (t.ReEarlyParam, t.Param)):
                    self.inferred.add((need.component.name, need.region.name))

    def check(self, emit: Emit) -> None:
        if not self.inferred:
            return
        spans: list[Span] = []
        for param in self.item.generics.params:
            spans += self._needless(param.ident.name, param.bounds, param.ident.span)[1]
        wheres = self.item.generics.predicates
        dropped, in_where = 0, []
        for index, predicate in enumerate(wheres):
            subject = self._subject(predicate)
            start = predicate.span.shrink_to_lo()
            whole, found = self._needless(subject, predicate.bounds, start) if subject is not None else (False, [])
            if whole:
                dropped += 1
                end = wheres[index + 1].span.lo if index + 1 < len(wheres) else self._where_end()
                found = [predicate.span._replace(hi=end)]
            in_where += found
        if wheres and dropped == len(wheres):
            spans.append(self._where_clause())
        else:
            spans += in_where
        if spans:
            first, *more = spans
            message = "outlives requirements can be inferred"
            emit("explicit_outlives_requirements", Label(first), message, *(Label(span) for span in more))

    def _subject(self, predicate: ast.WhereTypePredicate | ast.WhereLifetimePredicate) -> str | None:
        """The parameter that a predicate is about."""
        if isinstance(predicate, ast.WhereLifetimePredicate):
            return predicate.lifetime.name
        ty = predicate.ty
        meant = self.tcx.resolution.path_res.get(ty.path) if isinstance(ty, ast.PathTy) else None
        base = meant.base.def_ if meant is not None and not meant.unresolved and isinstance(meant.base, DefRes) else None
        return base.name if base is not None and base.kind is DefKind.TY_PARAM and not predicate.for_lifetimes else None

    def _needless(self, subject: str, bounds: list[ast.GenericBound], start: Span) -> tuple[bool, list[Span]]:
        """Whether all of a parameter's bounds are inferred, and the text that could go (`consolidate_outlives_bound_spans`)."""
        wanted = [
            (index, bound.span)
            for index, bound in enumerate(bounds)
            if isinstance(bound, ast.LifetimeBound)
            and isinstance(self.tcx.resolution.lifetimes.get(bound.lifetime), ParamLifetime)
            and (subject, bound.lifetime.name) in self.inferred
        ]
        if not wanted:
            return False, []
        if len(wanted) == len(bounds):
            return True, [start._replace(lo=start.hi, hi=bounds[-1].span.hi)]
        merged: list[Span] = []
        last: int | None = None
        from_start = True
        for index, span in wanted:
            if last is None and index == 0:
                merged.append(span._replace(hi=bounds[1].span.lo))
            elif last is not None and index == last + 1:
                to = bounds[index + 1].span.lo if from_start and index + 1 < len(bounds) else span.hi
                merged[-1] = merged[-1]._replace(hi=to)
            else:
                from_start = False
                merged.append(span._replace(lo=bounds[index - 1].span.hi))
            last = index
        return False, merged

    def _where_end(self) -> int:
        """Where the clause ends, with a comma after its last predicate."""
        last = self.item.generics.predicates[-1].span
        rest = last.file.text[last.hi : self.item.span.hi]
        return last.hi + rest.index(",") + 1 if rest.lstrip().startswith(",") else last.hi

    def _where_clause(self) -> Span:
        first = self.item.generics.predicates[0].span
        text = first.file.text
        lo = text.rindex("where", 0, first.lo)
        if not (isinstance(self.item, ast.Struct) and self.item.kind is ast.VariantKind.TUPLE):
            lo = text.rindex(">", self.item.ident.span.hi, lo) + 1
        return first._replace(lo=lo, hi=self._where_end())
