"""Arithmetic that is known to overflow or panic: the deny-by-default lints `arithmetic_overflow` and `unconditional_panic`
(rustc_mir_transform::known_panics_lint, whose rules these are).

In: the MIR of a body that has no other errors. Out: diagnostics. Integers and bools are followed through locals and fields: one
that is assigned once everywhere, one that is assigned again only within a block, one that is borrowed not at all.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.enums import Enum
from interpreter.hints import Any, Final
from interpreter.mir import body as m
from interpreter.syntax.ast import BinOp, UnOp
from interpreter.typeck import ty as t
from interpreter.typeck.context import TyCtxt

OVERFLOW: Final = "arithmetic_overflow"
PANIC: Final = "unconditional_panic"

_SHIFTS: Final = (BinOp.SHL, BinOp.SHR)
_WORDS: Final = {BinOp.ADD: "+", BinOp.SUB: "-", BinOp.MUL: "*", BinOp.DIV: "/", BinOp.REM: "%"}


class _Mode(Enum):
    FULL = 0
    OWN_BLOCK = 1
    NONE = 2


def known_panics(tcx: TyCtxt, body: m.Body) -> list[Diagnostic]:
    """The lints of one body, where no attribute allows them."""
    if not any(isinstance(block.terminator, m.Assert) for block in body.blocks):
        return []
    lint = _KnownPanics(tcx, body)
    lint.run()
    return lint.found


def _modes(body: m.Body) -> list[_Mode]:
    modes = [_Mode.FULL] * len(body.locals)
    assigned = set(range(1, body.arg_count + 1))

    def assign(place: m.Place) -> None:
        if place.local in assigned and modes[place.local] is _Mode.FULL:
            modes[place.local] = _Mode.OWN_BLOCK
        assigned.add(place.local)

    for block in body.blocks:
        for statement in block.statements:
            if isinstance(statement, m.Assign):
                assign(statement.place)
                if isinstance(statement.rvalue, (m.Ref, m.RawPtrTo)) and not _has_deref(statement.rvalue.place):
                    modes[statement.rvalue.place.local] = _Mode.NONE
        if isinstance(block.terminator, m.Call):
            assign(block.terminator.destination)
        elif isinstance(block.terminator, m.Drop):
            modes[block.terminator.place.local] = _Mode.NONE
    return modes


def _has_deref(place: m.Place) -> bool:
    return any(isinstance(part, m.Deref) for part in place.projection)


class _KnownPanics:
    def __init__(self, tcx: TyCtxt, body: m.Body) -> None:
        self.tcx = tcx
        self.body = body
        self.modes = _modes(body)
        self.values: dict[m.Local, Any] = {}
        self.written: set[m.Local] = set()
        self.found: list[Diagnostic] = []

    def run(self) -> None:
        seen = {0}
        work = [0]
        while work:
            block = self.body.blocks[work.pop()]
            for statement in block.statements:
                self._statement(statement)
            targets = self._terminator(block.terminator)
            for local in self.written:
                self.values.pop(local, None)
            self.written.clear()
            for target in reversed(targets):
                if target not in seen and not self.body.blocks[target].is_cleanup:
                    seen.add(target)
                    work.append(target)

    # -------------------------------------------------------------------------------------------- statements

    def _statement(self, statement: m.Statement) -> None:
        if isinstance(statement, m.Assign):
            self._write(statement.place, self._rvalue(statement.rvalue, statement.info))
        elif isinstance(statement, (m.StorageLive, m.StorageDead)):
            self.values.pop(statement.local, None)

    def _write(self, place: m.Place, value: Any) -> None:
        mode = self.modes[place.local]
        if _has_deref(place):
            return
        if value is None or place.projection or mode is _Mode.NONE:
            self.values.pop(place.local, None)
            return
        if mode is _Mode.OWN_BLOCK:
            self.written.add(place.local)
        self.values[place.local] = value

    def _terminator(self, terminator: m.Terminator) -> list[m.BlockId]:
        """Report what the terminator shows; the blocks that may come next."""
        match terminator:
            case m.Assert():
                self._assert(terminator)
                return [terminator.target]
            case m.SwitchInt():
                value = self._operand(terminator.operand)
                if isinstance(value, int):
                    return [next((target for case, target in terminator.targets if case == value), terminator.otherwise)]
                return [*(target for _, target in terminator.targets), terminator.otherwise]
            case m.Call():
                self._write(terminator.destination, None)
                return [terminator.target] if terminator.target is not None else []
            case m.Goto() | m.Drop():
                return [terminator.target]
            case m.FalseEdge() | m.FalseUnwind():
                return [terminator.real]
        return []

    def _assert(self, terminator: m.Assert) -> None:
        cond = self._operand(terminator.cond)
        if not isinstance(cond, bool) or cond is terminator.expected:
            return
        operands = terminator.operands
        if terminator.kind is m.AssertKind.DIVISION_BY_ZERO:
            self._report(PANIC, terminator.info, f"attempt to divide `{self._shown(operands[0])}` by zero")
        elif terminator.kind is m.AssertKind.REMAINDER_BY_ZERO:
            what = f"attempt to calculate the remainder of `{self._shown(operands[0])}` with a divisor of zero"
            self._report(PANIC, terminator.info, what)
        elif terminator.kind is m.AssertKind.OVERFLOW and terminator.op in (BinOp.DIV, BinOp.REM):
            self._report(PANIC, terminator.info, self._overflow(terminator.op, operands[0], operands[1]))
        elif terminator.kind is m.AssertKind.BOUNDS_CHECK:
            length, index = (self._operand(operand) for operand in operands)
            what = f"index out of bounds: the length is {_number(length)} but the index is {_number(index)}"
            self._report(PANIC, terminator.info, what)

    # -------------------------------------------------------------------------------------------- values

    def _rvalue(self, rvalue: m.Rvalue, info: m.SourceInfo) -> Any:
        match rvalue:
            case m.Use(operand):
                return self._operand(operand)
            case m.BinaryOp():
                return self._binary(rvalue, info)
            case m.UnaryOp(op, operand):
                value = self._operand(operand)
                ty = self._ty(operand)
                if not isinstance(value, int) or ty is None:
                    return None
                if op is UnOp.NEG and t.is_integral(ty):
                    if value == t.int_range(ty.name)[0]:
                        self._report(OVERFLOW, info, f"attempt to negate `{self._shown(operand)}`, which would overflow")
                        return None
                    return -value
                if isinstance(value, bool) or op is not UnOp.NOT:
                    return not value if isinstance(value, bool) else None
                return _wrap(~value, ty)
            case m.Cast(operand, ty, None) if isinstance(ty, t.Prim) and t.is_integral(ty):
                value = self._operand(operand)
                return _wrap(int(value), ty) if isinstance(value, int) else None
            case m.Aggregate(ty, operands) if isinstance(ty, t.Tuple):
                return tuple(self._operand(operand) for operand in operands)
            case m.Len(place) if not place.projection:
                array = self.body.locals[place.local].ty
                length = array.len if isinstance(array, t.Array) else None
                return length.value if isinstance(length, t.ConstValue) else None
        return None

    def _binary(self, rvalue: m.BinaryOp, info: m.SourceInfo) -> Any:
        op, ty = rvalue.op, self._ty(rvalue.lhs)
        left, right = self._operand(rvalue.lhs), self._operand(rvalue.rhs)
        if ty is None or not isinstance(right, int):
            return None
        if op in _SHIFTS:
            if t.is_integral(ty) and not 0 <= right < t.INT_BITS[ty.name]:
                side = "left" if op is BinOp.SHL else "right"
                what = f"attempt to shift {side} by `{self._shown(rvalue.rhs)}`, which would overflow"
                self._report(OVERFLOW, info, what)
                return None
            if not isinstance(left, int):
                return None
            return _wrap(left << right if op is BinOp.SHL else left >> right, ty)
        if not isinstance(left, int):
            return None
        match op:
            case BinOp.EQ:
                return left == right
            case BinOp.NE:
                return left != right
            case BinOp.LT:
                return left < right
            case BinOp.LE:
                return left <= right
            case BinOp.GT:
                return left > right
            case BinOp.GE:
                return left >= right
            case BinOp.BIT_AND:
                return left & right
            case BinOp.BIT_OR:
                return left | right
            case BinOp.BIT_XOR:
                return left ^ right
        if not t.is_integral(ty):
            return None
        if op in (BinOp.DIV, BinOp.REM):
            if right == 0:
                return None
            quotient = abs(left) // abs(right) * (1 if (left < 0) == (right < 0) else -1)
            exact = quotient if op is BinOp.DIV else left - quotient * right
            return exact if _wrap(exact, ty) == exact else None
        exact = left + right if op is BinOp.ADD else left - right if op is BinOp.SUB else left * right
        if _wrap(exact, ty) != exact:
            if rvalue.checked:
                self._report(OVERFLOW, info, self._overflow(op, rvalue.lhs, rvalue.rhs))
            return None
        return (exact, False) if rvalue.checked else exact

    def _operand(self, operand: m.Operand) -> Any:
        if not isinstance(operand, m.Constant):
            return self._place(operand.place)
        value = operand.value
        if isinstance(value, t.ConstUnevaluated) and not value.flags & t.HAS_PARAM and isinstance(operand.ty, t.Prim):
            value = self.tcx.const_eval(value.def_, value.args)
        if isinstance(value, t.ConstValue):
            value = value.value
        return value if isinstance(value, int) else None

    def _place(self, place: m.Place) -> Any:
        value = self.values.get(place.local)
        for part in place.projection:
            if not isinstance(part, m.Field) or not isinstance(value, tuple):
                return None
            value = value[part.index]
        return value

    def _ty(self, operand: m.Operand) -> t.Prim | None:
        ty: t.Ty
        if isinstance(operand, m.Constant):
            ty = operand.ty
        elif not operand.place.projection:
            ty = self.body.locals[operand.place.local].ty
        else:
            last = operand.place.projection[-1]
            if not isinstance(last, m.Field):
                return None
            ty = last.ty
        return ty if isinstance(ty, t.Prim) else None

    # -------------------------------------------------------------------------------------------- words

    def _overflow(self, op: BinOp, left: m.Operand, right: m.Operand) -> str:
        return f"attempt to compute `{self._shown(left)} {_WORDS[op]} {self._shown(right)}`, which would overflow"

    def _shown(self, operand: m.Operand) -> str:
        value, ty = self._operand(operand), self._ty(operand)
        if ty is None or not isinstance(value, int):
            return "_"
        low, high = t.int_range(ty.name)
        if value == high:
            return f"{ty.name}::MAX"
        return f"{ty.name}::MIN" if value == low and low else f"{value}_{ty.name}"

    def _report(self, lint: str, info: m.SourceInfo, label: str) -> None:
        if self.tcx.resolution.lints.allowed(lint, info.span):
            return
        message = "this arithmetic operation will overflow" if lint == OVERFLOW else "this operation will panic at runtime"
        note = f"`#[deny({lint})]` on by default"
        diagnostic = Diagnostic(lint, message, (Label(info.span, label),), notes=(note,))
        if diagnostic not in self.found:
            self.found.append(diagnostic)


def _number(value: Any) -> str:
    return str(value) if isinstance(value, int) else "_"


def _wrap(value: int, ty: t.Prim) -> int:
    bits = t.INT_BITS[ty.name]
    value &= (1 << bits) - 1
    return value - (1 << bits) if t.int_range(ty.name)[0] and value >> (bits - 1) else value
