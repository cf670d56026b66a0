"""Constant evaluation for types: array lengths, const arguments, discriminants (rustc: `const_eval_poly`, `repr_discr_type`).

Integer arithmetic over literals and other constants is done here, on the AST, as it is wanted before bodies can be checked.
Anything else (calls of const fns, blocks with statements, loops) is run by the provider "const_eval", where one is registered.
"""

from __future__ import annotations

from collections.abc import Callable

from interpreter.diagnostics import Diagnostic, Label, UnsupportedError
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import Def, DefKind, DefRes, ErrRes, LocalRes, SelfTyRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.defs import ParamEnv
from interpreter.typeck.rare import const_cycles, layout, pretty_ty

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


class _NotSimple(Exception):
    """Not arithmetic over constants: the machine must run it."""


class _Erroneous(Exception):
    """Another constant that it is made of is in error, which was reported."""


class _Failed(Exception):
    """Evaluation failed; it was (or is now to be) reported."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.message = message
        self.span = span


class ConstEvalFailure(Exception):
    """Raised by the provider "const_eval": evaluation ended in a panic or a failed check. `span` is the place within the
    constant; `label` says what of its evaluation happened there (`whole_label`: without mention of the constant). `lint`: it is
    no error, but a lint that is denied."""

    def __init__(
        self, message: str, span: Span | None, label: str = "failed here", *, whole_label: bool = False, lint: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.span = span
        self.label = label
        self.whole_label = whole_label
        self.lint = lint


def cycle_handler(tcx: TyCtxt) -> Callable[[list[tuple[str, Any]]], t.Const]:
    """What a constant that needs its own value is."""

    def on_cycle(chain: list[tuple[str, Any]]) -> t.Const:
        from interpreter.typeck import query_cycles

        if all(name in ("const_eval", "discriminants", "variant_discriminant") for name, _ in chain):
            const_cycles.report(tcx, [key[0] for name, key in chain if name == "const_eval"])
            tcx.cyclic_enums.update(key[0] for name, key in chain if name == "variant_discriminant")
        else:
            query_cycles.report_cycle(tcx, chain)
        return t.ConstError()  # type: ignore[no-any-return]

    return on_cycle


def initializer(def_: Def) -> ast.Expr | None:
    """The expression of a constant."""
    node = def_.node
    if isinstance(node, ast.AnonConst):
        return node.value
    if isinstance(node, ast.BlockExpr):
        return node
    return node.expr if isinstance(node, (ast.Const, ast.Static)) else None


def value_span(const: Def) -> Span | None:
    """The expression that gives a constant's value: where that is a block, the one at its end."""
    expr = initializer(const)
    while isinstance(expr, ast.BlockExpr) and expr.block.expr is not None:
        expr = expr.block.expr
    return expr.span if expr is not None else None


def head_span(const: Def) -> Span:
    """A constant or static up to its type."""
    node = const.node
    if isinstance(node, (ast.Const, ast.Static)) and node.ty is not None:
        written = node.vis.kind is not ast.VisKind.INHERITED and node.vis.span.lo < node.span.lo
        return node.span._replace(lo=node.vis.span.lo if written else node.span.lo, hi=node.ty.span.hi)
    return node.span if isinstance(node, ast.Node) else const.span


def is_mutable_static(def_: Def) -> bool:
    return isinstance(def_.node, ast.Static) and def_.node.mutable


def const_eval(tcx: TyCtxt, def_: Def, args: t.Args) -> t.Const:
    """The value of a constant with these arguments; ConstUnevaluated if a parameter decides it."""
    ty = t.subst(tcx.type_of(def_), args)
    if def_.kind is DefKind.ASSOC_CONST and tcx.trait_of_item(def_) is not None:
        found = tcx.resolve_assoc_item(def_, args)
        if not isinstance(found, tuple):
            return t.ConstUnevaluated(def_, args)  # type: ignore[no-any-return]
        if found[0] is not def_:
            return tcx.const_eval(*found)
    expr = initializer(def_)
    if expr is None:
        return t.ConstError()  # type: ignore[no-any-return]
    try:
        value = _Evaluator(tcx, args).eval(expr, ty)
        return t.ConstValue(value, ty)  # type: ignore[no-any-return]
    except _Failed as failed:
        report_failure(tcx, def_, ConstEvalFailure(failed.message, failed.span))
        return t.ConstError()  # type: ignore[no-any-return]
    except _Erroneous:
        return t.ConstError()  # type: ignore[no-any-return]
    except _NotSimple:
        pass
    generic = _generic_part(tcx, expr) if def_.kind is DefKind.ANON_CONST else None
    if generic is not None:
        body = tcx.body_of(def_)
        if body is None or not body.has_errors:
            _report_generic(tcx, generic, expr.span)
        return t.ConstError()  # type: ignore[no-any-return]
    if t._flags_of(args) & t.HAS_PARAM:
        return t.ConstUnevaluated(def_, args)  # type: ignore[no-any-return]
    provider = tcx.providers.get("const_eval")
    if provider is None:
        raise UnsupportedError("this constant expression in a type", expr.span)
    body = tcx.body_of(def_)
    if body is None or body.has_errors or const_cycles.needs_itself(tcx, def_, args):
        return t.ConstError()  # type: ignore[no-any-return]
    try:
        result = provider(tcx, def_, args)
    except ConstEvalFailure as failure:
        report_failure(tcx, def_, failure)
        return t.ConstError()  # type: ignore[no-any-return]
    except layout.LayoutError as error:
        # `[u8; size_of::<Self>()]`: the type's own layout needs this constant, which was reported as a cycle.
        if tcx.sink.has_errors:
            return t.ConstError()  # type: ignore[no-any-return]
        raise UnsupportedError(f"this constant: {error}", expr.span) from error
    return result if result is not None else t.ConstError()  # type: ignore[no-any-return]


def _generic_part(tcx: TyCtxt, expr: ast.Expr) -> ast.Path | None:
    """A path within an expression that names a generic parameter, or the Self of a trait."""
    stack: list[object] = [expr]
    while stack:
        here = stack.pop()
        if isinstance(here, (list, tuple)):
            stack.extend(here)
        elif isinstance(here, ast.Path):
            res = tcx.resolution.path_res.get(here)
            base = res.base if res is not None else None
            if isinstance(base, DefRes) and base.def_.kind in (DefKind.TY_PARAM, DefKind.CONST_PARAM):
                return here
            if isinstance(base, SelfTyRes) and base.owner.kind is DefKind.TRAIT:
                return here
            stack.extend((here.segments, here.qself))
        elif isinstance(here, ast.Node):
            stack.extend(getattr(here, name) for name in type(here).__slots__ if name != "span")
    return None


def _report_generic(tcx: TyCtxt, path: ast.Path, span: Span) -> None:
    """The count of `[x; N]` can't depend on a type parameter (name resolution says so of const parameters, and in types)."""
    res = tcx.resolution.path_res[path]
    if isinstance(res.base, DefRes) and res.base.def_.kind is DefKind.CONST_PARAM:
        return
    note = "this may fail depending on what value the parameter takes"
    tcx.emit(Diagnostic(None, "constant expression depends on a generic parameter", (Label(span),), notes=(note,)))


def check_constants(tcx: TyCtxt, items: list[Def]) -> list[Diagnostic]:
    """Evaluate the constants and statics among the items that may fail: the errors (E0080). Runs when all bodies are sound.
    Those of impls and traits wait until they are needed."""
    before = len(tcx.sink.items)
    provider = tcx.providers.get("const_eval")
    for def_ in items:
        expr = initializer(def_)
        if def_.kind not in (DefKind.CONST, DefKind.STATIC) or expr is None or tcx.generics_of(def_).count:
            continue
        if tcx.has_errors_in(def_) or const_cycles.needs_itself(tcx, def_, ()):
            continue
        named = isinstance(expr, ast.PathExpr) and isinstance(tcx.type_of(def_), t.Prim)
        if not (named or may_fail(expr)):
            continue
        try:
            if isinstance(tcx.type_of(def_), t.Prim):
                tcx.const_eval(def_)
            elif provider is not None:
                provider(tcx, def_, ())
        except ConstEvalFailure as failure:
            report_failure(tcx, def_, failure)
        except UnsupportedError:
            # What is wrong elsewhere is told all the same.
            if not tcx.errors:
                raise
    return tcx.sink.items[before:]


def is_judged_when_needed(tcx: TyCtxt, def_: Def) -> bool:
    """Whether the evaluation of a constant could fail, but is only tried where a body needs it: of one in an impl or trait, and
    of a `const` block."""
    expr = initializer(def_)
    if def_.kind is DefKind.INLINE_CONST:
        return expr is not None and not def_.is_std and may_fail(expr)
    if def_.kind is not DefKind.ASSOC_CONST or def_.is_std:
        return False
    return expr is None or may_fail(expr)


_FALLIBLE = (ast.Binary, ast.Index, ast.Call, ast.MethodCall, ast.FormatArgs, ast.Loop, ast.While)


def may_fail(expr: ast.Expr) -> bool:
    """Whether evaluation does anything that could fail: operators, indexing, calls, loops, `unsafe`."""
    stack: list[object] = [expr]
    while stack:
        here = stack.pop()
        if isinstance(here, (list, tuple)):
            stack.extend(here)
        elif isinstance(here, _FALLIBLE) or _is_fallible(here):
            return True
        elif isinstance(here, (ast.Closure, ast.AnonConst)):
            continue
        elif isinstance(here, ast.Node):
            stack.extend(getattr(here, name) for name in type(here).__slots__ if name != "span")
    return False


def _is_fallible(node: object) -> bool:
    if isinstance(node, ast.BlockExpr):
        return node.unsafe
    return isinstance(node, ast.Unary) and not isinstance(node.expr, ast.Lit)


def report_failure(tcx: TyCtxt, def_: Def, failure: ConstEvalFailure, args: t.Args = ()) -> None:
    """E0080 in rustc's words."""
    expr = initializer(def_)
    span = failure.span or (expr.span if expr is not None else def_.span)
    if failure.lint is not None:
        tcx.emit(Diagnostic(failure.lint, failure.message, (Label(span),)))
        return
    if failure.whole_label:
        tcx.emit(Diagnostic("E0080", failure.message, (Label(span, failure.label),)))
        return
    name = const_cycles.qualified(def_)
    if def_.kind is DefKind.ASSOC_CONST and (args or not tcx.generics_of(def_).count):
        trait_ref = _trait_of(tcx, def_, args)
        if trait_ref is None:
            name = pretty_ty.value_path(tcx, t.FnDef(def_, args))
        else:
            name = f"<{tcx.format_ty(trait_ref.self_ty)} as {pretty_ty.trait_path(tcx, trait_ref)}>::{def_.name}"
    elif def_.kind is DefKind.INLINE_CONST and args and def_.parent is not None:
        name = f"{pretty_ty.value_path(tcx, t.FnDef(def_.parent, args))}{name[len(def_.parent.path()) :]}"
    tcx.emit(Diagnostic("E0080", failure.message, (Label(span, f"evaluation of `{name}` {failure.label}"),)))


def _trait_of(tcx: TyCtxt, def_: Def, args: t.Args) -> t.TraitRef | None:
    """The trait, with its arguments, whose constant an associated constant is or implements."""
    owner = def_.parent
    assert owner is not None
    if owner.kind is DefKind.TRAIT:
        return t.TraitRef(owner, args[: tcx.generics_of(owner).count])  # type: ignore[no-any-return]
    trait_ref = tcx.impl_trait_ref(owner)
    return t.subst(trait_ref, args) if trait_ref is not None else None


def eval_const(tcx: TyCtxt, const: t.Const, param_env: ParamEnv) -> t.Const:
    """See TyCtxt.eval_const."""
    if not isinstance(const, t.ConstUnevaluated) or t._flags_of(const.args) & (t.HAS_INFER | t.HAS_PARAM):
        return const
    return tcx.const_eval(const.def_, t.erase_regions(const.args))


def discriminants(tcx: TyCtxt, enum: Def) -> list[int]:
    """The discriminants of an enum in order."""
    return [tcx.variant_discriminant(enum, index) for index in range(len(tcx.adt_def(enum).variants))]


def variant_discriminant(tcx: TyCtxt, enum: Def, index: int) -> int:
    """The discriminant of one variant: the explicit one evaluated, or one more than that of the variant before."""
    adt = tcx.adt_def(enum)
    ty = t.PRIM[adt.repr.int_] if adt.repr.int_ is not None else t.ISIZE
    low, high = t.int_range(ty.name)
    variant = adt.variants[index]
    node = variant.def_.node
    assert isinstance(node, ast.Variant)
    following = tcx.variant_discriminant(enum, index - 1) + 1 if index and node.discriminant is None else 0
    if node.discriminant is not None:
        def_ = tcx.resolution.defs.get(node.discriminant)
        if def_ is None:
            def_ = tcx.synthetic_def(DefKind.ANON_CONST, "{constant}", variant.def_, node.discriminant.span, node.discriminant)
            tcx.resolution.defs[node.discriminant] = def_
        tcx.set_anon_const_type(def_, ty)
        value = tcx.const_eval(def_)
        if isinstance(value, t.ConstValue):
            following = int(value.value)
        elif index:
            following = tcx.variant_discriminant(enum, index - 1) + 1
        return low + (following - low) % (high - low + 1)
    if not low <= following <= high:
        tcx.emit(
            Diagnostic(
                "E0370", "enum discriminant overflowed",
                (Label(variant.def_.span, f"overflowed on value after {following - 1}"),),
                notes=(f"explicitly set `{variant.name} = {low}` if that is desired outcome",),
            )
        )  # fmt: skip
        return low
    return following


def cyclic_discriminant(tcx: TyCtxt, chain: list[tuple[str, Any]]) -> int:
    """E0391 of a discriminant that needs itself."""
    const_cycles.report(tcx, [key[0] for name, key in chain if name == "const_eval"])
    tcx.cyclic_enums.update(key[0] for name, key in chain if name == "variant_discriminant")
    return 0


def has_computed_discriminants(enum: Def) -> bool:
    """Whether discriminants of an enum are more than literals, so that one may need another."""
    node = enum.node
    explicit = [v.discriminant for v in node.variants if v.discriminant is not None] if isinstance(node, ast.Enum_) else []
    return any(not isinstance(const.value, ast.Lit) for const in explicit)


_ARITHMETIC: dict[ast.BinOp, Callable[[int, int], int]] = {
    ast.BinOp.ADD: int.__add__, ast.BinOp.SUB: int.__sub__, ast.BinOp.MUL: int.__mul__, ast.BinOp.BIT_AND: int.__and__,
    ast.BinOp.BIT_OR: int.__or__, ast.BinOp.BIT_XOR: int.__xor__,
}  # fmt: skip


class _Evaluator:
    """Evaluates an expression whose type is known from outside."""

    def __init__(self, tcx: TyCtxt, args: t.Args) -> None:
        self.tcx = tcx
        self.args = args

    def eval(self, expr: ast.Expr, ty: t.Ty) -> int | bool:
        match expr:
            case ast.Lit():
                return self._lit(expr, ty)
            case ast.Paren():
                return self.eval(expr.expr, ty)
            case ast.BlockExpr() if not expr.block.stmts and expr.block.expr is not None and expr.label is None:
                return self.eval(expr.block.expr, ty)
            case ast.BuiltinConst():
                return self._lit(expr.lit, ty)
            case ast.MacroExpansion():
                return self.eval(expr.expr, ty)
            case ast.PathExpr():
                return self._path(expr, ty)
            case ast.Unary():
                return self._unary(expr, ty)
            case ast.Binary():
                return self._binary(expr, ty)
            case ast.Cast():
                return self._cast(expr, ty)
            case _:
                raise _NotSimple

    def _lit(self, expr: ast.Lit, ty: t.Ty) -> int | bool:
        if isinstance(expr.value, bool) and ty is t.BOOL:
            return expr.value
        if expr.kind in (ast.LitKind.INT, ast.LitKind.BYTE) and isinstance(expr.value, int):
            suffix = "u8" if expr.kind is ast.LitKind.BYTE else expr.suffix
            if isinstance(ty, t.Prim) and ty.name in t.INT_BITS and suffix in (None, ty.name):
                if not t.int_range(ty.name)[0] <= expr.value <= t.int_range(ty.name)[1]:
                    raise _NotSimple
                return expr.value
        if expr.kind is ast.LitKind.CHAR and isinstance(expr.value, str) and ty is t.CHAR:
            return ord(expr.value)
        raise _NotSimple

    def _path(self, expr: ast.PathExpr, ty: t.Ty) -> int | bool:
        res = self.tcx.resolution.path_res.get(expr.path)
        if res is None or isinstance(res.base, (ErrRes, LocalRes)):
            raise _Erroneous
        if res.unresolved or not isinstance(res.base, DefRes):
            raise _NotSimple
        def_ = res.base.def_
        if def_.kind is DefKind.CONST:
            if self.tcx.type_of(def_) is not ty:
                raise _NotSimple
            value = self.tcx.const_eval(def_)
        elif def_.kind is DefKind.CONST_PARAM and def_.parent is not None:
            param = next(p for p in self.tcx.generics_of(def_.parent).params if p.def_ is def_)
            if param.index >= len(self.args):
                raise _NotSimple
            value = self.args[param.index]  # type: ignore[assignment]
        else:
            raise _NotSimple
        if isinstance(value, t.ConstError):
            raise _Erroneous
        if not isinstance(value, t.ConstValue) or value.ty is not ty:
            raise _NotSimple
        return value.value

    def _unary(self, expr: ast.Unary, ty: t.Ty) -> int | bool:
        inner = expr.expr
        if (
            expr.op is ast.UnOp.NEG
            and isinstance(inner, ast.Lit)
            and isinstance(inner.value, int)
            and inner.kind is ast.LitKind.INT
        ):
            if isinstance(ty, t.Prim) and ty.name in t.INT_BITS and ty.name[0] == "i" and inner.suffix in (None, ty.name):
                if -inner.value >= t.int_range(ty.name)[0]:
                    return -inner.value
            raise _NotSimple
        value = self.eval(inner, ty)
        if expr.op is ast.UnOp.NOT:
            if ty is t.BOOL:
                return not value
            assert isinstance(ty, t.Prim)
            return ~value if ty.name[0] == "i" else ~value & t.int_range(ty.name)[1]
        if expr.op is ast.UnOp.NEG and isinstance(ty, t.Prim) and ty.name[0] == "i":
            return self._checked(-value, ty, f"attempt to negate `{show_int(value, ty)}`, which would overflow", expr.span)
        raise _NotSimple

    def _binary(self, expr: ast.Binary, ty: t.Ty) -> int | bool:
        if not isinstance(ty, t.Prim) or ty.name not in t.INT_BITS:
            raise _NotSimple
        op = expr.op
        if op in (ast.BinOp.SHL, ast.BinOp.SHR):
            return self._shift(expr, ty)
        a, b = self.eval(expr.lhs, ty), self.eval(expr.rhs, ty)
        if op in (ast.BinOp.DIV, ast.BinOp.REM):
            word = "divide" if op is ast.BinOp.DIV else "calculate the remainder of"
            if b == 0:
                tail = "by zero" if op is ast.BinOp.DIV else "with a divisor of zero"
                raise _Failed(f"attempt to {word} `{show_int(a, ty)}` {tail}", expr.span)
            quotient = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
            result = quotient if op is ast.BinOp.DIV else a - b * quotient
            return self._checked(
                result,
                ty,
                f"attempt to compute `{show_int(a, ty)} {op.value} {show_int(b, ty)}`, which would overflow",
                expr.span,
            )
        compute = _ARITHMETIC.get(op)
        if compute is None:
            raise _NotSimple
        text = f"attempt to compute `{show_int(a, ty)} {op.value} {show_int(b, ty)}`, which would overflow"
        return self._checked(compute(a, b), ty, text, expr.span)

    def _shift(self, expr: ast.Binary, ty: t.Prim) -> int:
        a = self.eval(expr.lhs, ty)
        amount: int | None = None
        for name in ("i32", "u32", ty.name, "usize"):
            try:
                amount = self.eval(expr.rhs, t.PRIM[name])
                break
            except _NotSimple:
                continue
        if amount is None:
            raise _NotSimple
        bits = t.INT_BITS[ty.name]
        if not 0 <= amount < bits:
            raise _NotSimple
        if expr.op is ast.BinOp.SHR:
            return a >> amount
        low, high = t.int_range(ty.name)
        wrapped = (a << amount) & ((1 << bits) - 1)
        return wrapped - (1 << bits) if low and wrapped > high else wrapped

    def _cast(self, expr: ast.Cast, ty: t.Ty) -> int | bool:
        from interpreter.typeck.lower import ItemCtxt

        if not isinstance(ty, t.Prim) or ty.name not in t.INT_BITS:
            raise _NotSimple
        if not isinstance(expr.ty, ast.PathTy) or ItemCtxt(self.tcx, self.tcx.resolution.root).lower_ty(expr.ty) is not ty:
            raise _NotSimple
        inner = expr.expr
        while isinstance(inner, ast.Paren):
            inner = inner.expr
        source: t.Ty | None = None
        if isinstance(inner, ast.PathExpr):
            res = self.tcx.resolution.path_res.get(inner.path)
            if res is not None and isinstance(res.base, DefRes) and not res.unresolved:
                if res.base.def_.kind is DefKind.VARIANT:
                    return self._variant(res.base.def_, ty)
                if res.base.def_.kind in (DefKind.CONST, DefKind.CONST_PARAM):
                    source = self.tcx.type_of(res.base.def_)
        elif isinstance(inner, ast.Lit) and inner.suffix is not None:
            source = t.PRIM.get(inner.suffix)
        elif isinstance(inner, ast.Lit):
            source = {ast.LitKind.CHAR: t.CHAR, ast.LitKind.BOOL: t.BOOL, ast.LitKind.BYTE: t.U8}.get(inner.kind, ty)
        if source is None:
            raise _NotSimple
        return wrapped(int(self.eval(inner, source)), ty)

    def _variant(self, def_: Def, ty: t.Prim) -> int:
        adt = self.tcx.adt_def(def_)
        if any(variant.kind is not ast.VariantKind.UNIT for variant in adt.variants):
            raise _NotSimple
        return wrapped(self.tcx.variant_discriminant(adt.def_, adt.variant_of(def_).index), ty)

    def _checked(self, value: int, ty: t.Ty, message: str, span: Span) -> int:
        assert isinstance(ty, t.Prim)
        low, high = t.int_range(ty.name)
        if not low <= value <= high:
            raise _Failed(message, span)
        return value


def wrapped(value: int, ty: t.Prim) -> int:
    """An integer cast to another integer type."""
    bits = t.INT_BITS[ty.name]
    value &= (1 << bits) - 1
    low, high = t.int_range(ty.name)
    return value - (1 << bits) if low and value > high else value


def show_int(value: int, ty: t.Ty) -> str:
    """An integer as rustc prints it in messages about constants: `255_u8`, `u8::MAX`, `i32::MIN`."""
    assert isinstance(ty, t.Prim)
    low, high = t.int_range(ty.name)
    if value == high:
        return f"{ty.name}::MAX"
    if value == low and low < 0:
        return f"{ty.name}::MIN"
    return f"{value}_{ty.name}"
