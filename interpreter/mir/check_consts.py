"""What the bodies of constants, statics and `const fn`s must not do (rustc_const_eval::check_consts): E0492, E0493, E0764.

In: the MIR of such a body, before promotion. Out: diagnostics. A value that may need its destructor run can't go out of scope;
what a constant's value borrows for good can be neither mutable nor have interior mutability. How each local was made is
followed along the paths of the body.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.mir import body as m
from interpreter.mir.build import mir_const
from interpreter.mir.qualifs import NOTHING, QualifReader, Qualifs
from interpreter.mir.types import place_ty
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_State = dict[m.Local, Qualifs]
_NOTES = (
    "temporaries in constants and statics can have their lifetime extended until the end of the program",
    "to avoid accidentally creating global mutable state, such temporaries must be immutable",
)
_EXTENDED = "temporaries that have their lifetime extended until the end of the program are not allowed"
_HELP = "if you really want global mutable state, try replacing the temporary by an interior mutable `static` or a `static mut`"


def const_context(owner: Def) -> str | None:
    """What kind of constant a body is evaluated for, in the plural; None: it isn't one."""
    node = owner.node
    match owner.kind:
        case DefKind.CONST | DefKind.ASSOC_CONST | DefKind.ANON_CONST | DefKind.INLINE_CONST:
            return "constants"
        case DefKind.STATIC:
            return "statics"
        case DefKind.FN | DefKind.ASSOC_FN if isinstance(node, ast.Fn) and node.const:
            return "constant functions"
    return None


def check_consts(tcx: TyCtxt, body: m.Body) -> list[Diagnostic]:
    """The errors of one body."""
    context = const_context(body.owner)
    return [] if context is None else _Checker(tcx, body, context).run()


def value_qualifs(tcx: TyCtxt, def_: Def) -> Qualifs | None:
    """What a constant's value needs or holds, by how it is made (rustc: `mir_const_qualif`); None: its type must tell."""
    known: dict[Def, Qualifs | None] = tcx.query("value_qualifs", None, dict)
    if def_ not in known:
        known[def_] = None  # It may need itself.
        body = tcx.thir_body(def_)
        if body is not None and not body.has_errors:
            known[def_] = _Checker(tcx, mir_const(tcx, body), "constants").of_value()
    return known[def_]


class _Checker:
    def __init__(self, tcx: TyCtxt, body: m.Body, context: str) -> None:
        self.tcx = tcx
        self.body = body
        self.context = context
        self.reader = QualifReader(tcx, body)
        self.borrowed: set[m.Local] = set()
        self.dead = {
            statement.local for block in body.blocks for statement in block.statements if isinstance(statement, m.StorageDead)
        }
        node = body.owner.node
        self.may_escape = context != "constant functions"
        self.mutable = isinstance(node, ast.Static) and node.mutable
        self.found: dict[tuple[object, ...], Diagnostic] = {}

    def run(self) -> list[Diagnostic]:
        """The errors, in the order of the text."""
        for block_id, state in sorted(self._flow().items()):
            state = dict(state)
            for statement in self.body.blocks[block_id].statements:
                self._statement(state, statement, report=True)
            self._terminator(state, self.body.blocks[block_id].terminator, report=True)
        return sorted(self.found.values(), key=lambda d: d.span.lo)

    def of_value(self) -> Qualifs:
        """What the body gives back."""
        found = NOTHING
        for block_id, state in self._flow().items():
            if isinstance(self.body.blocks[block_id].terminator, m.Return):
                state = dict(state)
                for statement in self.body.blocks[block_id].statements:
                    self._statement(state, statement, report=False)
                value = state.get(0, NOTHING)
                found = Qualifs(found.drop or value.drop, found.cell or value.cell)
        return found

    def _flow(self) -> dict[m.BlockId, _State]:
        """What is known where each block begins."""
        entry: dict[m.BlockId, _State] = {}
        start = {local: self.reader.of_ty(self.body.locals[local].ty) for local in range(1, self.body.arg_count + 1)}
        entry[m.START_BLOCK] = start
        work = [m.START_BLOCK]
        while work:
            block_id = work.pop()
            state = dict(entry[block_id])
            block = self.body.blocks[block_id]
            for statement in block.statements:
                self._statement(state, statement, report=False)
            for target in self._terminator(state, block.terminator, report=False):
                if self._join(entry, target, state):
                    work.append(target)
        return entry

    @staticmethod
    def _join(entry: dict[m.BlockId, _State], target: m.BlockId, state: _State) -> bool:
        known = entry.get(target)
        if known is None:
            entry[target] = dict(state)
            return True
        changed = False
        for local, new in state.items():
            old = known.get(local, NOTHING)
            joined = Qualifs(old.drop or new.drop, old.cell or new.cell)
            if joined != old:
                known[local] = joined
                changed = True
        return changed

    # -------------------------------------------------------------------------------------------- effects

    def _statement(self, state: _State, statement: m.Statement, *, report: bool) -> None:
        if isinstance(statement, m.StorageDead):
            state.pop(statement.local, None)
        elif isinstance(statement, m.Assign):
            if report:
                self._check_borrow(state, statement)
            value = self.reader.of_rvalue(statement.rvalue, lambda local: state.get(local, NOTHING))
            for operand in m.operands_of(statement.rvalue):
                self._moved(state, operand)
            rvalue = statement.rvalue
            if isinstance(rvalue, (m.Ref, m.RawPtrTo)) and not _is_indirect(rvalue.place):
                mutable = rvalue.mutable if isinstance(rvalue, m.RawPtrTo) else rvalue.kind is not BorrowKind.SHARED
                by_ty = self.reader.of_ty(self.body.locals[rvalue.place.local].ty)
                if mutable or by_ty.cell:
                    self.borrowed.add(rvalue.place.local)
                    state[rvalue.place.local] = by_ty
            self._assign(state, statement.place, value)

    @staticmethod
    def _assign(state: _State, place: m.Place, value: Qualifs) -> None:
        if _is_indirect(place):
            return
        if place.projection:
            old = state.get(place.local, NOTHING)
            value = Qualifs(old.drop or value.drop, old.cell or value.cell)
        state[place.local] = value

    def _moved(self, state: _State, operand: m.Operand) -> None:
        if isinstance(operand, m.Move) and not operand.place.projection and operand.place.local not in self.borrowed:
            state.pop(operand.place.local, None)

    def _terminator(self, state: _State, terminator: m.Terminator, *, report: bool) -> list[m.BlockId]:
        match terminator:
            case m.Call():
                for operand in (terminator.func, *terminator.args):
                    self._moved(state, operand)
                ty = place_ty(self.tcx, self.body.locals, terminator.destination)
                self._assign(state, terminator.destination, self.reader.of_ty(ty))
                return [terminator.target] if terminator.target is not None else []
            case m.Drop():
                if report:
                    self._check_drop(state, terminator)
                return [terminator.target]
            case m.SwitchInt():
                return [*(target for _, target in terminator.targets), terminator.otherwise]
            case m.Goto() | m.Assert():
                return [terminator.target]
            case m.FalseEdge():
                return [terminator.real, terminator.imaginary]
            case m.FalseUnwind():
                return [terminator.real]
        return []

    # -------------------------------------------------------------------------------------------- errors

    def _check_borrow(self, state: _State, statement: m.Assign) -> None:
        rvalue = statement.rvalue
        if not isinstance(rvalue, (m.Ref, m.RawPtrTo)) or not self.may_escape or _is_indirect(rvalue.place):
            return
        if rvalue.place.local in self.dead:
            return
        span = statement.info.span
        if rvalue.mutable if isinstance(rvalue, m.RawPtrTo) else rvalue.kind is BorrowKind.MUT:
            if not self.mutable:
                message = f"mutable borrows of {_EXTENDED}"
                self._report("E0764", message, Label(span, "this mutable borrow refers to such a temporary"))
            return
        value = self.reader.of_operand(m.Copy(rvalue.place), lambda local: state.get(local, NOTHING))
        if value.cell:
            message = f"interior mutable shared borrows of {_EXTENDED}"
            self._report("E0492", message, Label(span, "this borrow of an interior mutable value refers to such a temporary"))

    def _report(self, code: str, message: str, label: Label) -> None:
        diagnostic = Diagnostic(code, message, (label,), notes=_NOTES, helps=(_HELP,))
        self.found.setdefault((code, label.span), diagnostic)

    def _check_drop(self, state: _State, drop: m.Drop) -> None:
        ty = place_ty(self.tcx, self.body.locals, drop.place)
        if not self.reader.of_ty(ty).drop:
            return
        if isinstance(ty, t.Adt) and self.tcx.is_lang_item(ty.def_, "async_block_type"):
            return  # That there is one is told.
        span = drop.info.span
        if not drop.place.projection:
            if not state.get(drop.place.local, NOTHING).drop:
                return
            span = _declaration(self.body.locals[drop.place.local])
        label = Label(span, f"the destructor for this type cannot be evaluated in {self.context}")
        dropped = Label(drop.info.span, "value is dropped here")
        message = f"destructor of `{self.tcx.format_ty(ty)}` cannot be evaluated at compile-time"
        self.found.setdefault(("E0493", span, drop.info.span), Diagnostic("E0493", message, (label,), (dropped,)))


def _declaration(local: m.LocalDecl) -> Span:
    """The pattern of a variable or parameter."""
    if local.var is not None:
        return local.var.node.span if isinstance(local.var.node, ast.IdentPat) else local.span
    return local.pat_span or local.span


def _is_indirect(place: m.Place) -> bool:
    return any(isinstance(part, m.Deref) for part in place.projection)
