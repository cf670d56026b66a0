"""Code generation: one Python function per step, in three variants.

In: a body, its Plan, and the number of each step in the machine's code arrays. Out: source text. `s<pc>(L)` does the step and
returns the next step's number, or a negative number if another frame runs now; `t<pc>(L)` also appends to the journal what it
overwrites; `u<pc>(L)` takes that off again and returns `pc`. Calls have completions as well (`r`, `q`, and `w` to undo q):
they store the result when the callee returns.

Everything that may fail is evaluated before anything is changed, so that a step which panics, blocks or is invalid has
changed nothing. Worked example, `_3 = Add(copy _1, const 1)` as step 17 (fused with its overflow check):
    def t17(L):
        r1 = L[1] + 1
        if not -2147483648 <= r1 <= 2147483647: raise RustPanic(K30)
        JA(L[3]); L[3] = r1
        return 18
"""

from __future__ import annotations

from collections.abc import Callable

from interpreter.hints import TYPE_CHECKING, Any
from interpreter.machine.plan import Op, Plan
from interpreter.machine.rvalues import RvalueCompiler, Step, Write
from interpreter.mir import body as mir
from interpreter.mir.body import BinOp, BlockId, Body, LocalKind, Place
from interpreter.typeck import ty as t
from interpreter.typeck.thir import CoercionKind

if TYPE_CHECKING:
    from interpreter.machine.code import CodeStore

OVERFLOW_WORDS = {
    BinOp.ADD: "add",
    BinOp.SUB: "subtract",
    BinOp.MUL: "multiply",
    BinOp.DIV: "divide",
    BinOp.REM: "calculate the remainder",
    BinOp.SHL: "shift left",
    BinOp.SHR: "shift right",
}


BRANCHES = 8
"""A switch with more targets is looked up in a table."""


class Emitter(RvalueCompiler):
    """Writes the functions of one body, of one `variant` at a time (s with the completions r, t with q, u with w), into
    `functions`."""

    def __init__(
        self, store: CodeStore, body: Body, key: Any, plan: Plan, block_pc: Callable[[BlockId], int], checked: bool
    ) -> None:
        super().__init__(store, body, key, plan, checked)
        self.block_pc = block_pc
        self.variant = "s"
        self.functions: list[tuple[str, str, list[str]]] = []
        """(name, parameters, lines) of each function."""

    # ------------------------------------------------------------------------------------------------ functions

    def function(self, variant: str, name: str, lines: list[str], params: str = "L") -> None:
        if variant == self.variant:
            self.functions.append((name, params, lines))

    def finish(self, pc: int, step: Step, jumps: bool, next_: str, effects: list[str] | None = None) -> None:
        """The three functions of a step without calls: evaluate, change the state, go to `next_`.

        `effects`: lines that call intrinsics with `{E}` standing for the Effects; they come after the prelude.
        """
        writes = step.writes
        if effects:
            self.store.effect_steps.add(pc)
        if self.variant == "u":
            lines = [*self.undone(writes), *(["UNDO(M, JP())"] if effects else ()), f"return {pc}"]
        elif self.variant == "s":
            lines = [*step.prelude, *[line.format(E="EP") for line in effects or ()], *step.forward, f"return {next_}"]
        else:
            lines = list(step.prelude)
            if effects:
                lines.append("EJ.mark = n = len(J)")
                lines.extend([line.format(E="EJ") for line in effects])
                lines.append("JA(len(J) - n)")
            lines += step.journalled
            if jumps:
                lines.append(f"JA({pc})")
            lines.append(f"return {next_}")
        self.function(self.variant, f"{self.variant}{pc}", lines)

    def undone(self, writes: list[Write]) -> list[str]:
        """Lines that take writes back, the last one first; each slot is found anew, as the values in between may be gone."""
        lines: list[str] = []
        step = Step(prelude=lines)
        for write in reversed(writes):
            if write.in_place:
                lines.append("UNDO(M, JP())")
                continue
            if not write.place.projection:
                lines.append(f"L[{write.place.local}] = JP()")
                continue
            code = self.places.compile(write.place, lines, step.names)
            lines.append(f"{code.container}[{code.index}] = JP()")
        return lines

    def assign(self, place: Place, value: str, step: Step) -> None:
        """`place = value`: a simple name or number, bound before."""
        code = self.places.compile(place, step.prelude, step.names)
        container = code.container
        if container not in ("", "L") and not container.isidentifier():
            container = step.bind(container, "d")
        index = code.index if code.index.isdigit() or code.index.isidentifier() else step.bind(code.index, "i")
        in_place = self.store.in_place and value != "None" and self._keeps_parts(place, code.ty)
        step.writes.append(Write(place, container, index, value, in_place))

    def _keeps_parts(self, place: Place, ty: t.Ty) -> bool:
        """Whether a raw pointer may lead into the aggregate that a place holds."""
        if not self.types.copying(ty):
            return False
        kept = place.local in self.borrowed and self.body.locals[place.local].kind is not LocalKind.TEMP
        return kept or bool(place.projection)

    def kill(self, op: Op, step: Step) -> None:
        """The storage of locals ended before the step. (Nobody sees that without history.)"""
        if not self.store.kills:
            return
        for local in op.kills:
            step.writes.append(Write(Place(local), "L", str(local), "None"))

    # ------------------------------------------------------------------------------------------------ steps

    def emit(self, pc: int, op: Op, next_: str) -> None:
        """The functions of a step that is no call, drop or return; `next_` is what follows if the step doesn't decide that."""
        step = Step()
        if op.terminator is None:
            self._statement(pc, op, step, next_)
            return
        match op.terminator:
            case mir.SwitchInt():
                self._switch(pc, op, op.terminator, step)
            case mir.Assert():
                self._assert(pc, op, op.terminator, step, next_)
            case _:
                raise AssertionError(op.terminator)

    def _statement(self, pc: int, op: Op, step: Step, next_: str) -> None:
        effects: list[str] = []
        if op.statement is not None and pc not in self.places.forwarding.skipped:
            place, rvalue = op.statement.place, op.statement.rvalue
            value = self.rvalue(rvalue, step, op.statement.info.span)
            if self.variant != "s" or place.projection or step.writes or isinstance(rvalue, mir.Cast):
                value = step.bind(value, "v")
            if isinstance(rvalue, mir.Cast) and rvalue.coercion is CoercionKind.UNSIZE:
                effects = self._box_arrays(rvalue, value)
            self.assign(place, value, step)
        self.kill(op, step)
        self.finish(pc, step, op.jumps, next_, effects)

    def _box_arrays(self, rvalue: mir.Cast, value: str) -> list[str]:
        """A boxed array that becomes a boxed slice: its allocation then has a cell per element."""
        paths = self.heap_arrays(self.operand_ty(rvalue.operand), rvalue.ty, value)
        return [f"{{E}}.remake({p}[0], {array}, {self.store.type_number(elem)})" for p, array, elem in paths]

    def _switch(self, pc: int, op: Op, terminator: mir.SwitchInt, step: Step) -> None:
        if op.statement is not None:
            value = self.rvalue(op.statement.rvalue, step, op.statement.info.span)
            ty: t.Ty = t.BOOL if isinstance(op.statement.rvalue, mir.BinaryOp) else t.ISIZE
        else:
            value = self.operand(terminator.operand, step)
            ty = self.operand_ty(terminator.operand)
        other = self.block_pc(terminator.otherwise)
        if self.variant == "s" and len(terminator.targets) <= BRANCHES:
            self._branches(pc, terminator, ty, step.bind(value, "n") if step.writes else value, step)
            return
        if not terminator.targets:
            next_ = str(other)
        elif len(terminator.targets) == 1:
            key, block = terminator.targets[0]
            if ty is t.BOOL:
                yes, no = (self.block_pc(block), other) if key else (other, self.block_pc(block))
                next_ = f"{yes} if {value} else {no}"
            else:
                next_ = f"{self.block_pc(block)} if {value} == {key} else {other}"
        else:
            table = {key: self.block_pc(block) for key, block in terminator.targets}
            next_ = f"{self.constant_name(table.get)}({value}, {other})"
        next_ = step.bind(next_, "n")
        self.kill(op, step)
        self.finish(pc, step, True, next_)

    def _branches(self, pc: int, terminator: mir.SwitchInt, ty: t.Ty, value: str, step: Step) -> None:
        """A switch as `if` statements, whose branches may be taken in by the function (merge.py)."""
        lines = [*step.prelude, *step.forward]
        if len(terminator.targets) > 1:
            lines.append(f"n0 = {value}")
            value = "n0"
        for key, block in terminator.targets:
            if ty is t.BOOL:
                condition = value if key else f"not {value}" if value.isidentifier() else f"not ({value})"
            else:
                condition = f"{value} == {key}"
            lines += [f"if {condition}:", f" return {self.block_pc(block)}"]
        lines.append(f"return {self.block_pc(terminator.otherwise)}")
        self.function("s", f"s{pc}", lines)

    def _assert(self, pc: int, op: Op, terminator: mir.Assert, step: Step, next_: str) -> None:
        if op.statement is None:
            cond = self.operand(terminator.cond, step)
            failing = f"not {cond}" if terminator.expected else cond
            literal = terminator.kind is not mir.AssertKind.BOUNDS_CHECK
            step.prelude.append(f"if {failing}: raise RustPanic({self._panic_text(terminator, step)}, literal={literal})")
        elif terminator.kind is mir.AssertKind.BOUNDS_CHECK:
            self._bounds_check(op, op.statement, step)
        else:
            self._checked_operation(op, op.statement, terminator, step)
        self.kill(op, step)
        self.finish(pc, step, op.jumps, next_)

    def _checked_operation(self, op: Op, statement: mir.Assign, terminator: mir.Assert, step: Step) -> None:
        rvalue = statement.rvalue
        assert isinstance(rvalue, mir.BinaryOp) and op.result is not None
        ty = self.operand_ty(rvalue.lhs)
        a, b = self.operand(rvalue.lhs, step), self.operand(rvalue.rhs, step)
        value, overflow = self.overflowing(rvalue.op, ty, self.operand_ty(rvalue.rhs), a, b, step)
        step.prelude.append(f"if {overflow}: raise RustPanic({self._panic_text(terminator, step)})")
        self.assign(op.result, value, step)

    def _bounds_check(self, op: Op, statement: mir.Assign, step: Step) -> None:
        rvalue = statement.rvalue
        assert isinstance(rvalue, mir.BinaryOp)
        index = step.bind(self.operand(rvalue.lhs, step), "i")
        if op.length is not None:
            assert isinstance(op.length.rvalue, mir.Len)
            length = self.length(op.length.rvalue.place, step)
        else:
            length = self.operand(rvalue.rhs, step)
        length = step.bind(length, "n")
        step.prelude.append(f"if not {index} < {length}: raise RustPanic({self._bounds_text(length, index)}, literal=False)")

    def _bounds_text(self, length: str, index: str) -> str:
        name = self.constant_name("index out of bounds: the len is {} but the index is {}".format)
        return f"{name}({length}, {index})"

    def _panic_text(self, terminator: mir.Assert, step: Step) -> str:
        match terminator.kind:
            case mir.AssertKind.OVERFLOW:
                assert terminator.op is not None
                text = f"attempt to {OVERFLOW_WORDS[terminator.op]} with overflow"
            case mir.AssertKind.OVERFLOW_NEG:
                text = "attempt to negate with overflow"
            case mir.AssertKind.DIVISION_BY_ZERO:
                text = "attempt to divide by zero"
            case mir.AssertKind.REMAINDER_BY_ZERO:
                text = "attempt to calculate the remainder with a divisor of zero"
            case mir.AssertKind.BOUNDS_CHECK:
                length, index = (self.operand(o, step) for o in terminator.operands)
                return self._bounds_text(length, index)
        return self.constant_name(text)
