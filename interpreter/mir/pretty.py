"""MIR as text, in the manner of `rustc -Zdump-mir`: for goldens, for developers and for the debugger's MIR view."""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING
from interpreter.mir.body import (
    Aggregate,
    AscribeUserType,
    Assert,
    AssertKind,
    Assign,
    BinaryOp,
    Body,
    Call,
    Cast,
    Constant,
    ConstantIndex,
    Copy,
    Deref,
    Discriminant,
    Downcast,
    Drop,
    FakeRead,
    FalseEdge,
    FalseUnwind,
    Field,
    Goto,
    Index,
    Len,
    LocalDecl,
    LocalKind,
    Operand,
    Place,
    PlaceMention,
    Promoted,
    RawPtrTo,
    Ref,
    Repeat,
    Return,
    Rvalue,
    Statement,
    StorageDead,
    StorageLive,
    SwitchInt,
    Terminator,
    UnaryOp,
    Unreachable,
    UnwindResume,
    Use,
)
from interpreter.resolve.defs import Def, DefKind
from interpreter.syntax.ast import BinOp, UnOp
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

OP_NAMES = {
    BinOp.ADD: "Add", BinOp.SUB: "Sub", BinOp.MUL: "Mul", BinOp.DIV: "Div", BinOp.REM: "Rem", BinOp.BIT_AND: "BitAnd",
    BinOp.BIT_OR: "BitOr", BinOp.BIT_XOR: "BitXor", BinOp.SHL: "Shl", BinOp.SHR: "Shr", BinOp.EQ: "Eq", BinOp.NE: "Ne",
    BinOp.LT: "Lt", BinOp.LE: "Le", BinOp.GT: "Gt", BinOp.GE: "Ge",
}  # fmt: skip
BORROWS = {
    BorrowKind.SHARED: "&",
    BorrowKind.MUT: "&mut ",
    BorrowKind.TWO_PHASE: "&two_phase mut ",
    BorrowKind.UNIQUE: "&uniq ",
    BorrowKind.FAKE: "&fake shallow ",
}
ASSERTS = {
    AssertKind.OVERFLOW: "attempt to compute `{} %s {}`, which would overflow",
    AssertKind.OVERFLOW_NEG: "attempt to negate `{}`, which would overflow",
    AssertKind.DIVISION_BY_ZERO: "attempt to divide `{}` by zero",
    AssertKind.REMAINDER_BY_ZERO: "attempt to calculate the remainder of `{}` with a divisor of zero",
    AssertKind.BOUNDS_CHECK: "index out of bounds: the length is {} but the index is {}",
}


def format_body(body: Body, tcx: TyCtxt) -> str:
    """The whole body: its locals, then its blocks."""
    return _Printer(tcx, body).body()


def format_statement(tcx: TyCtxt, body: Body, statement: Statement) -> str:
    """One statement, without the final semicolon."""
    return _Printer(tcx, body).statement(statement)


def format_terminator(tcx: TyCtxt, body: Body, terminator: Terminator) -> str:
    """One terminator, without the final semicolon."""
    return _Printer(tcx, body).terminator(terminator)


class _Printer:
    def __init__(self, tcx: TyCtxt, body: Body) -> None:
        self.tcx = tcx
        self.of = body

    def ty(self, ty: object) -> str:
        return self.tcx.format_ty(ty)

    def body(self) -> str:
        body = self.of
        args = ", ".join(f"_{i}: {self.ty(body.locals[i].ty)}" for i in range(1, body.arg_count + 1))
        lines = [f"fn {body.owner.path()}({args}) -> {self.ty(body.locals[0].ty)} {{"]
        for number, decl in enumerate(body.locals):
            if decl.name is not None:
                lines.append(f"    debug {decl.name} => _{number};")
        for number, decl in enumerate(body.locals):
            if decl.kind is not LocalKind.ARG:
                lines.append(f"    {self._decl(number, decl)}")
        for number, block in enumerate(body.blocks):
            lines.append("")
            lines.append(f"    bb{number}{' (cleanup)' if block.is_cleanup else ''}: {{")
            lines.extend(f"        {self.statement(statement)};" for statement in block.statements)
            lines.append(f"        {self.terminator(block.terminator)};")
            lines.append("    }")
        lines.append("}")
        for number, promoted in enumerate(body.promoted):
            lines.append("")
            lines.append(f"promoted[{number}] in {_Printer(self.tcx, promoted).body()}")
        return "\n".join(lines)

    def _decl(self, number: int, decl: LocalDecl) -> str:
        mutable = "mut " if decl.mutable else ""
        return f"let {mutable}_{number}: {self.ty(decl.ty)};"

    # ---------------------------------------------------------------- places, operands, rvalues

    def place(self, place: Place) -> str:
        text = f"_{place.local}"
        for elem in place.projection:
            match elem:
                case Deref():
                    text = f"(*{text})"
                case Field():
                    text = f"({text}.{elem.index}: {self.ty(elem.ty)})"
                case Downcast():
                    text = f"({text} as {elem.name})"
                case Index():
                    text = f"{text}[_{elem.local}]"
                case ConstantIndex():
                    text = f"{text}[{'-' if elem.from_end else ''}{elem.offset} of {elem.min_length}]"
                case _:
                    end = f"-{elem.end}" if elem.from_end else str(elem.end)
                    text = f"{text}[{elem.start}:{end}]"
        return text

    def operand(self, operand: Operand) -> str:
        if isinstance(operand, Constant):
            return self.constant(operand)
        return f"{'copy' if isinstance(operand, Copy) else 'move'} {self.place(operand.place)}"

    def constant(self, constant: Constant) -> str:
        value, ty = constant.value, constant.ty
        if value is None:
            return "const ()" if ty is t.UNIT else self.fn_item(ty) if isinstance(ty, t.FnDef) else f"const {self.ty(ty)}"
        if isinstance(value, bool):
            return f"const {'true' if value else 'false'}"
        if isinstance(value, int):
            return f"const {chr(value)!r}" if ty is t.CHAR else f"const {value}_{self.ty(ty)}"
        if isinstance(value, float):
            return f"const {value}{self.ty(ty)}"
        if isinstance(value, str):
            escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            return f'const "{escaped}"'
        if isinstance(value, bytes):
            return f"const {value!r}"
        if isinstance(value, Promoted):
            return f"const {self.of.owner.path()}::promoted[{value.index}]"
        if isinstance(value, Def):
            return f"const {{static {value.path()}: {self.ty(ty)}}}"
        return f"const {self.ty(value)}"

    def fn_item(self, ty: t.FnDef) -> str:
        """`f::<T>`, `<T as Trait>::method`."""
        def_, args = ty.def_, ty.args
        trait = self.tcx.trait_of_item(def_)
        prefix = ""
        if trait is not None:
            n_trait = self.tcx.generics_of(trait).count
            shown = [self.ty(arg) for arg in args[1:n_trait] if arg is not t.RE_ERASED]
            prefix = f"<{self.ty(args[0])} as {trait.name}{_in_angles(shown)}>::"
            args = args[n_trait:]
        elif def_.parent is not None and def_.parent.kind is DefKind.IMPL:
            prefix = f"{self.ty(t.subst(self.tcx.type_of(def_.parent), args))}::"
            args = args[self.tcx.generics_of(def_.parent).count :]
        shown = [self.ty(arg) for arg in args if arg is not t.RE_ERASED]
        return f"{prefix}{def_.name}" + ("::" + _in_angles(shown) if shown else "")

    def operands(self, operands: tuple[Operand, ...]) -> str:
        return ", ".join(self.operand(operand) for operand in operands)

    def rvalue(self, rvalue: Rvalue) -> str:
        match rvalue:
            case Use():
                return self.operand(rvalue.operand)
            case Ref():
                return f"{BORROWS[rvalue.kind]}{self.place(rvalue.place)}"
            case RawPtrTo():
                return f"&raw {'mut' if rvalue.mutable else 'const'} {self.place(rvalue.place)}"
            case BinaryOp():
                name = OP_NAMES[rvalue.op] + ("WithOverflow" if rvalue.checked else "")
                return f"{name}({self.operand(rvalue.lhs)}, {self.operand(rvalue.rhs)})"
            case UnaryOp():
                return f"{'Neg' if rvalue.op is UnOp.NEG else 'Not'}({self.operand(rvalue.operand)})"
            case Cast():
                how = "" if rvalue.coercion is None else f" ({rvalue.coercion.name})"
                return f"{self.operand(rvalue.operand)} as {self.ty(rvalue.ty)}{how}"
            case Len():
                return f"Len({self.place(rvalue.place)})"
            case Discriminant():
                return f"discriminant({self.place(rvalue.place)})"
            case Repeat():
                return f"[{self.operand(rvalue.operand)}; {self.ty(rvalue.count)}]"
            case Aggregate():
                return self.aggregate(rvalue)

    def aggregate(self, rvalue: Aggregate) -> str:
        inner = self.operands(rvalue.operands)
        ty = rvalue.ty
        if isinstance(ty, t.Tuple):
            return f"({inner},)" if len(ty.elems) == 1 else f"({inner})"
        if isinstance(ty, t.Array):
            return f"[{inner}]"
        if not isinstance(ty, t.Adt):
            return f"{self.ty(ty)} {{ {inner} }}"
        adt = self.tcx.adt_def(ty.def_)
        if adt.is_union:
            return f"{self.ty(ty)} {{ {adt.non_enum_variant.fields[rvalue.variant].name}: {inner} }}"
        variant = adt.variants[rvalue.variant]
        head = self.ty(ty) + (f"::{variant.name}" if adt.is_enum else "")
        if not variant.fields:
            return head
        if variant.fields[0].name.isdigit():
            return f"{head}({inner})"
        named = zip(variant.fields, rvalue.operands, strict=True)
        return f"{head} {{ {', '.join(f'{f.name}: {self.operand(o)}' for f, o in named)} }}"

    # ---------------------------------------------------------------- statements and terminators

    def statement(self, statement: Statement) -> str:
        match statement:
            case Assign():
                return f"{self.place(statement.place)} = {self.rvalue(statement.rvalue)}"
            case StorageLive():
                return f"StorageLive(_{statement.local})"
            case StorageDead():
                return f"StorageDead(_{statement.local})"
            case FakeRead():
                return f"FakeRead({statement.cause}, {self.place(statement.place)})"
            case PlaceMention():
                return f"PlaceMention({self.place(statement.place)})"
            case AscribeUserType():
                sign = "o" if statement.invariant else "+"
                return f"AscribeUserType({self.place(statement.place)}, {sign}, {self.ty(statement.user_ty.ty)})"

    def terminator(self, terminator: Terminator) -> str:
        match terminator:
            case Goto():
                return f"goto -> bb{terminator.target}"
            case SwitchInt():
                targets = "".join(f"{value}: bb{target}, " for value, target in terminator.targets)
                return f"switchInt({self.operand(terminator.operand)}) -> [{targets}otherwise: bb{terminator.otherwise}]"
            case Call():
                call = f"{self.place(terminator.destination)} = {self.operand(terminator.func)}({self.operands(terminator.args)})"
                return f"{call} -> {_edges('return', terminator.target, terminator.unwind)}"
            case Drop():
                edges = _edges("return", terminator.target, terminator.unwind)
                return f"drop({self.place(terminator.place)}) -> {edges}"
            case Assert():
                cond = ("" if terminator.expected else "!") + self.operand(terminator.cond)
                message = ASSERTS[terminator.kind]
                if terminator.op is not None and "%s" in message:
                    message = message % terminator.op.value
                edges = _edges("success", terminator.target, terminator.unwind)
                return f'assert({cond}, "{message}", {self.operands(terminator.operands)}) -> {edges}'
            case Return():
                return "return"
            case Unreachable():
                return "unreachable"
            case UnwindResume():
                return "resume"
            case FalseEdge():
                return f"falseEdge -> [real: bb{terminator.real}, imaginary: bb{terminator.imaginary}]"
            case FalseUnwind():
                return f"falseUnwind -> {_edges('real', terminator.real, terminator.unwind)}"


def _in_angles(shown: list[str]) -> str:
    return f"<{', '.join(shown)}>" if shown else ""


def _edges(name: str, target: int | None, unwind: int | None) -> str:
    shown = "unwind continue" if unwind is None else f"unwind: bb{unwind}"
    return shown if target is None else f"[{name}: bb{target}, {shown}]"
