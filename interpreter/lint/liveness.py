"""`unused_variables` and `unused_assignments` (rustc_mir_transform: liveness.rs).

A variable is live where it may be read later without being assigned before. One that is live nowhere is unused; an assignment
after which it isn't live is never read. A closure's captures are looked at where its body is: what it captures but never reads
isn't read by the function around either, and a `FnMut` closure that ends may be called again.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.dataflow.cfg import Cfg
from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import nodes
from interpreter.lint.places import CheckedPlaces, Indirect
from interpreter.lint.self_assignments import self_assignments
from interpreter.mir import body as mir
from interpreter.records import Record
from interpreter.resolve.defs import Def, DefKind, LocalDef, LocalRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from interpreter.typeck.check_body import user_bodies

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


_WITH_DROP_GUARDS = (t.Closure, t.Tuple, t.Adt, t.Dynamic, t.Array, t.Slice, t.Alias)


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All bodies of the user's."""
    introductions: dict[LocalDef, list[ast.IdentPat]] = {}
    for pat, res in tcx.resolution.ident_pats.items():
        if isinstance(res, LocalRes) and not pat.span.file.is_std:
            introductions.setdefault(res.local, []).append(pat)
    for def_ in user_bodies(tcx):
        parent = def_.parent
        if parent is not None and parent.kind is DefKind.IMPL and "automatically_derived" in parent.attrs:
            continue
        body = tcx.thir_body(def_)
        if body is not None and not body.has_errors:
            for part in _with_closures(tcx, def_):
                _Report(tcx, _analysis(tcx, part), introductions, emit).run()


def _with_closures(tcx: TyCtxt, def_: Def) -> Iterator[Def]:
    yield def_
    body = tcx.body_of(def_)
    assert body is not None
    for closure in body.closures:
        yield from _with_closures(tcx, closure)


class _Access(Record, eq=False):
    """One assignment of the text. `kind`: "assign", "param" or "capture". `direct`: to the whole variable."""

    kind: str
    span: Span
    live: bool
    direct: bool


class _Analysis:
    """What is live where in one body."""

    def __init__(self, tcx: TyCtxt, def_: Def) -> None:
        self.tcx = tcx
        self.def_ = def_
        self.body: mir.Body = tcx.mir_built(def_)
        thir_body = tcx.body_of(def_)
        assert thir_body is not None
        info = tcx.closure_info(def_) if def_.kind is DefKind.CLOSURE else None
        self.places = CheckedPlaces(self.body, isinstance(self.body.locals[1].ty, t.Ref) if info is not None else False)
        self.called_again = info is not None and info.kind is thir.ClosureKind.FN_MUT
        self.own_assignments = self_assignments(self.body, self.places)
        drops = [block.terminator for block in self.body.blocks if isinstance(block.terminator, mir.Drop)]
        self.replaced = {
            target: drop.info.span
            for drop in drops
            if drop.replace
            for target in (drop.target, drop.unwind)
            if target is not None
        }
        """The blocks that begin with the assignment of what was dropped before; rustc blames it on the variable alone."""
        self.ever_live = 0
        self.ever_dropped = 0
        self.reached: set[mir.Local] = set(range(self.body.arg_count + 1))
        """The variables that control comes by."""
        self.accesses: list[dict[tuple[Span, int], _Access]] = [{} for _ in range(self.places.count)]
        self._solve()
        self._merge_guards()

    def dead_captures(self) -> set[int]:
        """The numbers of the captures that are never read."""
        return {number for number, place in enumerate(self.places.captures) if not self.ever_live >> place & 1}

    # ------------------------------------------------------------------------------------------ dataflow

    def _solve(self) -> None:
        cfg = Cfg(self.body)
        effects = [self._effects(number) for number in range(len(self.body.blocks))]
        entry = [0] * len(effects)
        order = list(reversed(cfg.reverse_postorder))
        again = set(order)
        predecessors = [list(blocks) for blocks in cfg.predecessors]
        successors = [list(blocks) for blocks in cfg.successors]
        if self.called_again:
            for number, block in enumerate(self.body.blocks):
                if isinstance(block.terminator, (mir.Return, mir.UnwindResume)):
                    successors[number].append(mir.START_BLOCK)
                    predecessors[mir.START_BLOCK].append(number)
        while again:
            for number in order:
                if number in again:
                    again.discard(number)
                    state = 0
                    for target in successors[number]:
                        state |= entry[target]
                    for kill, gen in reversed(effects[number]):
                        state = state & ~kill | gen
                    if state != entry[number]:
                        entry[number] = state
                        again.update(predecessors[number])
        for number in order:
            state = 0
            for target in successors[number]:
                state |= entry[target]
            self._look_at(number, effects[number], state)
        self.ever_live |= entry[mir.START_BLOCK]
        self._arguments(entry[mir.START_BLOCK])

    def _look_at(self, number: int, effects: list[tuple[int, int]], state: int) -> None:
        block = self.body.blocks[number]
        self.reached.update(step.local for step in block.statements if isinstance(step, mir.StorageLive))
        self.ever_live |= state
        terminator = block.terminator
        if isinstance(terminator, mir.Call):
            self._assigned(terminator.destination, terminator.info.span, terminator.info.scope, state)
            self._dropped(terminator.destination)
        elif isinstance(terminator, mir.Drop):
            self._dropped(terminator.place)
        steps = list(zip([*block.statements, terminator], effects, strict=True))
        state = state & ~steps[-1][1][0] | steps[-1][1][1]
        for statement, (kill, gen) in reversed(steps[:-1]):
            self.ever_live |= state
            if isinstance(statement, mir.Assign):
                first = statement is block.statements[0]
                span = self.replaced.get(number, statement.info.span) if first else statement.info.span
                self._assigned(statement.place, span, statement.info.scope, state)
            state = state & ~kill | gen

    def _assigned(self, place: mir.Place, span: Span, scope: int, live: int) -> None:
        found = self.places.get(place)
        if found is None or Indirect.any(found[1]):
            return
        number, rest = found
        known = self.accesses[number].get((span, scope))
        if known is None:
            self.accesses[number][span, scope] = _Access("assign", span, bool(live >> number & 1), not rest)
        else:
            known.live |= bool(live >> number & 1)
            known.direct &= not rest

    def _dropped(self, place: mir.Place) -> None:
        found = self.places.get(place)
        if found is not None and not found[1]:
            self.ever_dropped |= 1 << found[0]

    def _arguments(self, live: int) -> None:
        for number in range(self.places.count):
            local = self.places.local_of(number)
            if local is None:
                if not self.places.by_reference(number):
                    at = self.body.locals[1].span
                    self.accesses[number][at, 0] = _Access("capture", at, bool(live >> number & 1), True)
            elif self.body.locals[local].kind is mir.LocalKind.ARG:
                at = self.body.locals[local].pat_span or self.body.locals[local].span
                self.accesses[number][at, 0] = _Access("param", at, bool(live >> number & 1), True)

    # ------------------------------------------------------------------------------------------ effects

    def _effects(self, number: int) -> list[tuple[int, int]]:
        block = self.body.blocks[number]
        found = [self._statement(statement, (number, i)) for i, statement in enumerate(block.statements)]
        found.append(self._terminator(block.terminator))
        return found

    def _statement(self, statement: mir.Statement, at: tuple[int, int]) -> tuple[int, int]:
        match statement:
            case mir.Assign() if at in self.own_assignments:
                rvalue = statement.rvalue
                if not isinstance(rvalue, mir.BinaryOp):
                    return 0, self._rvalue(rvalue)
                kill, gen = self._stored(statement.place) if rvalue.checked else (0, 0)
                return kill, gen | self._operand(rvalue.rhs)
            case mir.Assign():
                kill, gen = self._stored(statement.place)
                return kill, gen | self._rvalue(statement.rvalue)
            case mir.FakeRead() if statement.cause == "guard binding" or (
                statement.cause == "let" and statement.closure is None
            ):
                return 0, 0
            case mir.FakeRead() | mir.PlaceMention():
                return 0, self._used(statement.place)
        return 0, 0

    def _terminator(self, terminator: mir.Terminator) -> tuple[int, int]:
        match terminator:
            case mir.Return() if self.def_.kind is DefKind.CLOSURE:
                return 0, self.places.references
            case mir.UnwindResume() if self.called_again:
                return 0, self.places.references
            case mir.SwitchInt():
                return 0, self._operand(terminator.operand)
            case mir.Call():
                gen = self._operand(terminator.func)
                for operand in terminator.args:
                    gen |= self._operand(operand)
                found = self.places.get(terminator.destination)
                if found is not None and Indirect.any(found[1]):
                    gen |= 1 << found[0]
                return 0, gen | self._indices(terminator.destination)
        return 0, 0

    def _stored(self, place: mir.Place) -> tuple[int, int]:
        found = self.places.get(place)
        gen = self._indices(place)
        if found is None:
            return 0, gen
        number, rest = found
        if Indirect.any(rest):
            return 0, gen | 1 << number
        return (0 if rest else 1 << number), gen

    def _used(self, place: mir.Place) -> int:
        found = self.places.get(place)
        return self._indices(place) | (1 << found[0] if found is not None else 0)

    def _indices(self, place: mir.Place) -> int:
        gen = 0
        for elem in place.projection:
            if isinstance(elem, mir.Index):
                gen |= self._used(mir.Place(elem.local))
        return gen

    def _operand(self, operand: mir.Operand) -> int:
        return 0 if isinstance(operand, mir.Constant) else self._used(operand.place)

    def _rvalue(self, rvalue: mir.Rvalue) -> int:
        if isinstance(rvalue, (mir.Ref, mir.RawPtrTo, mir.Len, mir.Discriminant)):
            return self._used(rvalue.place)
        operands = list(mir.operands_of(rvalue))
        if isinstance(rvalue, mir.Aggregate) and isinstance(rvalue.ty, t.Closure) and not rvalue.ty.def_.is_std:
            dead = _analysis(self.tcx, rvalue.ty.def_).dead_captures()
            operands = [operand for number, operand in enumerate(operands) if number not in dead]
        gen = 0
        for operand in operands:
            gen |= self._operand(operand)
        return gen

    # ------------------------------------------------------------------------------------------ guards

    def _merge_guards(self) -> None:
        """A guard sees a variable of its pattern through a local of its own: the two count as one."""
        for number in range(self.places.count):
            arm = self.places.arm_of(number)
            if arm is None:
                continue
            if self.ever_live >> number & 1:
                self.ever_live |= 1 << arm
            for key, access in self.accesses[number].items():
                known = self.accesses[arm].get(key)
                if known is None:
                    self.accesses[arm][key] = access
                else:
                    known.live |= access.live
            self.accesses[number] = {}


def _analysis(tcx: TyCtxt, def_: Def) -> _Analysis:
    return tcx.query("liveness_lint", def_, lambda: _Analysis(tcx, def_))


class _Report:
    def __init__(self, tcx: TyCtxt, found: _Analysis, introductions: dict[LocalDef, list[ast.IdentPat]], emit: Emit) -> None:
        self.tcx = tcx
        self.found = found
        self.introductions = introductions
        self.emit = emit

    def run(self) -> None:
        places = self.found.places
        for number in range(places.count):
            local = places.local_of(number)
            if local is None or local not in self.found.reached:
                continue
            if not self.found.ever_live >> number & 1 and places.arm_of(number) is None:
                self._unused(number, self.found.body.locals[local])
        for number in range(places.count):
            if places.names[number] is not None:
                self._assignments(number)

    def _unused(self, number: int, decl: mir.LocalDecl) -> None:
        """Tell it, and forget what assigns it when it is declared."""
        name = self.found.places.names[number]
        if name is None or decl.var is None or decl.var.hidden:
            return
        pats = self.introductions.get(decl.var, [])
        spans = [pat.ident.span if pat.sub is not None else pat.span for pat in pats] or [decl.span]
        accesses = self.found.accesses[number]
        if accesses:
            declared = [span for span in (decl.pat_span, decl.match_span) if span is not None]
            accesses = {key: access for key, access in accesses.items() if not self._belongs(access.span, decl, declared)}
            self.found.accesses[number] = accesses
            if accesses and self._is_drop_guard(number, decl.ty):
                accesses = self.found.accesses[number] = {k: access for k, access in accesses.items() if access.direct}
                if not accesses:
                    return
            if accesses:
                self.emit("unused_variables", Label(spans[0]), f"variable `{name}` is assigned to, but never used")
                return
        more = [Label(span) for span in spans[1:]]
        self.emit("unused_variables", Label(spans[0]), f"unused variable: `{name}`", *more, secondary=self._interpolations(name))

    def _interpolations(self, name: str) -> tuple[Label, ...]:
        """String literals of the body that look as if they should show the variable."""
        label = "you might have meant to use string interpolation in this string literal"
        literals = [node for node in nodes(self.found.def_.node) if isinstance(node, ast.Lit) and node.kind is ast.LitKind.STR]
        return tuple(
            Label(literal.span, label)
            for literal in sorted(literals, key=lambda literal: literal.span.lo)
            if any(part.startswith(("}", ":")) for part in str(literal.value).split("{" + name))
        )

    def _belongs(self, span: Span, decl: mir.LocalDecl, declared: list[Span]) -> bool:
        """Whether an assignment is that of the declaration."""
        if span == decl.span or any(_within(span, outer) for outer in declared):
            return True
        return decl.match_span is not None and _contains(span, decl.match_span)

    def _is_drop_guard(self, number: int, ty: t.Ty) -> bool:
        dropped = bool(self.found.ever_dropped >> number & 1)
        env = self.tcx.param_env(self.found.def_)
        return dropped and isinstance(ty, _WITH_DROP_GUARDS) and self.tcx.needs_drop(ty, env)

    def _assignments(self, number: int) -> None:
        places = self.found.places
        name = places.names[number]
        guard = self._is_drop_guard(number, places.type_of(number))
        for access in reversed(list(self.found.accesses[number].values())):
            if access.live or (not access.direct and guard):
                continue
            if access.kind == "assign":
                self.emit("unused_assignments", Label(access.span), f"value assigned to `{name}` is never read")
            elif access.kind == "param":
                self.emit("unused_assignments", Label(access.span), f"value passed to `{name}` is never read")
            else:
                at = places.use_span(number)
                self.emit("unused_assignments", Label(at), f"value captured by `{name}` is never read")


def _within(span: Span, outer: Span) -> bool:
    """Whether `span`, or a place that it was expanded at, lies in `outer` (rustc: `find_ancestor_inside`)."""
    here: Span | None = span
    while here is not None:
        if here.file is outer.file and outer.lo <= here.lo and here.hi <= outer.hi:
            return True
        here = here.call_site
    return False


def _contains(span: Span, inner: Span) -> bool:
    """Whether `inner` lies in `span`, both being seen from where `span` was written."""
    here: Span | None = inner
    while here is not None:
        if here.call_site == span.call_site and here.file is span.file:
            return span.lo <= here.lo and here.hi <= span.hi
        here = here.call_site
    return False
