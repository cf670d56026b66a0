"""What would make a value fit that has another type than expected (rustc: `emit_type_mismatch_suggestions`).

In: the expression, its type and what is expected. Out: the first way to convert it that applies, as suggestions and notes.
"""

from __future__ import annotations

from collections.abc import Callable

from interpreter.diagnostics import Suggestion
from interpreter.hints import TYPE_CHECKING
from interpreter.records import Record, replace
from interpreter.resolve.defs import DefKind, DefRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import LitKind
from interpreter.typeck import coerce, pretty_ty
from interpreter.typeck import ty as t
from interpreter.typeck.autoderef import Autoderef
from interpreter.typeck.errors_types import is_future

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt

_BOX_NOTE = (
    "for more on the distinction between the stack and the heap, read https://doc.rust-lang.org/book/ch15-01-box.html,"
    " https://doc.rust-lang.org/rust-by-example/std/box.html, and https://doc.rust-lang.org/std/boxed/index.html"
)


class Advice(Record, frozen=True):
    """Suggestions, and notes that go with them."""

    suggestions: tuple[Suggestion, ...] = ()
    notes: tuple[str, ...] = ()


def advise(fcx: FnCtxt, expr: ast.Expr, expected: t.Ty, found: t.Ty, let: ast.Let | None = None) -> Advice:
    """How the value could be made what is expected, if there is a simple way. `let`: it initialises this variable."""
    span = expr.span
    if span.call_site is not None or isinstance(expr, ast.MacroExpansion):
        return Advice()
    context = _Mismatch(fcx, _peel_blocks(expr), fcx.resolve(expected), fcx.resolve(found), let)
    ways: tuple[Callable[[], Advice | None], ...] = (
        context.unwrap, context.borrow_or_deref, context.call, context.cast, context.convert, context.option_to_bool,
        context.wrap, context.box, context.copy_or_clone, context.into, context.float_literal,
    )  # fmt: skip
    advice = next((advice for way in ways if (advice := way()) is not None), Advice())
    quotes = context.quotes()
    return replace(advice, suggestions=(quotes, *advice.suggestions)) if quotes is not None else advice


def _peel_blocks(expr: ast.Expr) -> ast.Expr:
    """The value of a block of which that is all, and what stands in parentheses stays there."""
    while isinstance(expr, ast.BlockExpr) and expr.label is None and expr.block.expr is not None:
        expr = expr.block.expr
    return expr


def _one(message: str, *edits: tuple[Span, str]) -> Advice:
    return Advice((Suggestion(message, edits),))


_LOOSE = (ast.Cast, ast.Binary, ast.Unary, ast.AddrOf, ast.Range, ast.Closure, ast.Assign, ast.AssignOp)
_BITS = {"i8": 8, "i16": 16, "i32": 32, "i64": 64, "i128": 128, "u8": 8, "u16": 16, "u32": 32, "u64": 64, "u128": 128}


class _Mismatch(Record):
    fcx: FnCtxt
    expr: ast.Expr
    expected: t.Ty
    found: t.Ty
    let: ast.Let | None

    def unwrap(self) -> Advice | None:
        """`.expect("REASON")` or `?` (rustc: `suggest_missing_unwrap_expect`)."""
        kind = self._std_enum(self.found)
        if kind is None or not isinstance(self.found, t.Adt) or self._is_constructed():
            return None
        if not self._fits(self.found.args[0]):  # type: ignore[arg-type]
            return None
        article, variant = ("a", "Err") if kind == "Result" else ("an", "None")
        shown, at = self.fcx.fmt(self.found), self.expr.span.shrink_to_hi()
        returned = None if self.fcx.frame.is_closure else self._std_enum(self.fcx.resolve(self.fcx.frame.output))
        if returned == kind:
            words = f"use the `?` operator to extract the `{shown}` value, propagating {article} `{kind}::{variant}` value"
            return _one(f"{words} to the caller", (at, "?"))
        words = f"consider using `{kind}::expect` to unwrap the `{shown}` value, panicking if the value is"
        return _one(f"{words} {article} `{kind}::{variant}`", (at, '.expect("REASON")'))

    def borrow_or_deref(self) -> Advice | None:
        """`&` or `*`, or the one that stands there taken away (rustc: `suggest_deref_or_ref`)."""
        fcx, expr, expected, found = self.fcx, self.expr, self.expected, self.found
        span = expr.span
        if isinstance(expected, t.Ref) and isinstance(found, t.Ref):
            change = self._byte_string(expected.ty, found.ty)
            if change is not None:
                return change
        elif isinstance(expected, t.Ref):
            if not self._fits(t.Ref(t.RE_ERASED, found, expected.mutable)) or isinstance(expr, ast.If):
                return None
            if isinstance(expr, ast.Unary) and expr.op is ast.UnOp.DEREF and isinstance(fcx.node_ty(expr.expr), t.Ref):
                if self._steps(expected, found) == 1:
                    return _one("consider removing deref here", (span._replace(hi=expr.expr.span.lo), ""))
            if isinstance(expr, ast.MethodCall) and expr.segment.ident.name == "clone" and not expr.args:
                span = expr.receiver.span
            prefix = "&mut " if expected.mutable else "&"
            words = f"consider {'mutably ' if expected.mutable else ''}borrowing here"
            if isinstance(expr, (ast.Cast, ast.Binary, ast.Range)):
                return _one(words, (span.shrink_to_lo(), prefix + "("), (span.shrink_to_hi(), ")"))
            return _one(words, (span.shrink_to_lo(), prefix))
        while isinstance(expr, ast.Paren):
            expr = expr.expr
        if isinstance(expr, ast.AddrOf) and not expr.raw and isinstance(found, t.Ref) and fcx.infcx.can_eq(found.ty, expected):
            removed = Suggestion("consider removing the borrow", ((expr.span._replace(hi=expr.expr.span.lo), ""),))
            annotated = self.let.ty if self.let is not None and self.let.init is self.expr else None
            if annotated is None:
                return Advice((removed,))
            sign = "&mut " if expr.mutable else "&"
            words = "alternatively, consider changing the type annotation"
            return Advice((removed, Suggestion(words, ((annotated.span.shrink_to_lo(), sign),))))
        return self._deref()

    def _byte_string(self, expected: t.Ty, found: t.Ty) -> Advice | None:
        kind, span = self.expr.kind if isinstance(self.expr, ast.Lit) else None, self.expr.span
        bytes_ = (t.PRIM["u8"],)
        if kind is LitKind.BYTE_STR and expected is t.STR:
            return _one("consider removing the leading `b`", (span._replace(hi=span.lo + 1), ""))
        if kind is LitKind.STR and isinstance(expected, (t.Array, t.Slice)) and expected.elem in bytes_ and found is t.STR:
            return _one("consider adding a leading `b`", (span.shrink_to_lo(), "b"))
        return None

    def _deref(self) -> Advice | None:
        steps, expr = self._steps(self.found, self.expected), self.expr
        if not steps:
            return None
        whole, removed = expr.span, ""
        while steps and isinstance(expr, ast.AddrOf) and not expr.raw:
            removed += "&mut " if expr.mutable else "&"
            expr, steps = expr.expr, steps - 1
        place = whole._replace(hi=expr.span.lo)
        if not steps:
            return _one(f"consider removing the `{removed.strip()}`", (place, ""))
        is_box = self._is_box(self.found)
        if not self.fcx.holds(self.expected, "copy") and not (is_box and steps == 1):
            return None
        is_ref = isinstance(self.found, t.Ref)
        kind = "unboxing the value" if is_box else f"dereferencing the {'borrow' if is_ref else 'type'}"
        words = f"consider removing the `{removed.strip()}` and {kind} instead" if removed else f"consider {kind}"
        if isinstance(expr, (ast.Cast, ast.Binary, ast.Range)):
            return _one(words, (place, "*" * steps + "("), (expr.span.shrink_to_hi(), ")"))
        return _one(words, (place, "*" * steps))

    def call(self) -> Advice | None:
        """`()` after a function or closure that isn't called (rustc: `suggest_fn_call`)."""
        fcx, found = self.fcx, self.found
        if not isinstance(found, (t.FnDef, t.FnPtr, t.Closure)):
            return None
        if isinstance(found, t.FnDef):
            sig = t.subst(fcx.tcx.fn_sig(found.def_), found.args)
        else:
            sig = found.sig if isinstance(found, t.FnPtr) else fcx.resolve(fcx.infcx.closure(found.def_, found.args).sig)
        output = fcx.normalize(self.expr.span, sig.value.output)
        if isinstance(fcx.shallow(output), t.Infer) or not self._fits(output):
            return None
        shown = [f"/* {fcx.fmt(ty)} */" for ty in sig.value.inputs]
        kind = "closure" if isinstance(found, t.Closure) else "function"
        if isinstance(found, t.FnDef) and found.def_.kind in (DefKind.STRUCT, DefKind.VARIANT):
            named = "tuple variant" if found.def_.kind is DefKind.VARIANT else "tuple struct"
            words = f"use parentheses to construct this {named}"
        else:
            is_method = isinstance(found, t.FnDef) and getattr(found.def_.node, "self_param", None) is not None
            in_impl = isinstance(found, t.FnDef) and found.def_.kind is DefKind.ASSOC_FN
            words = f"use parentheses to call this {'method' if is_method else 'associated function' if in_impl else kind}"
        return _one(words, *self._after(f"({', '.join(shown)})"))

    def cast(self) -> Advice | None:
        """Another suffix, `.into()` or `.try_into().unwrap()` between numbers (rustc: `suggest_cast`)."""
        expected, found, expr = self.expected, self.found, self.expr
        if not isinstance(expected, t.Prim) or not isinstance(found, t.Prim) or expected is found:
            return None
        to, from_ = expected.name, found.name
        numbers = [name for name in (to, from_) if name[1:].isdigit() or name[1:] == "size"]
        if len(numbers) < 2:
            return None
        if isinstance(expr, ast.Lit) and expr.suffix == from_:
            end = expr.span.hi - len(from_)
            if from_[0] == "f" and to[0] != "f":
                dot = expr.span.text.find(".")
                end = expr.span.lo + dot if dot >= 0 else end
            words = f"change the type of the numeric literal from `{from_}` to `{to}`"
            return _one(words, (expr.span._replace(lo=end), to))
        words = f"`{from_}` to {_article(to)} `{to}`"
        convert = f"you can convert {_article(from_)} {words}"
        if to[0] == "f" or from_[0] == "f":
            bits, given = int(to[1:]) if to[0] == "f" else 0, _BITS.get(from_, int(from_[1:]) if from_[0] == "f" else 256)
            if to[0] != "f" or bits <= given:
                return None
            if from_[0] != "f":
                convert += ", producing the floating point representation of the integer"
            return _one(convert, *self._after(".into()"))
        if _always_fits(from_, to):
            return _one(convert, *self._after(".into()"))
        if isinstance(expr, ast.Unary) and to[0] == "u" and from_[0] == "i":
            return Advice(notes=(f"`{expr.span.text}` cannot fit into type `{to}`",))
        return _one(f"{convert} and panic if the converted value doesn't fit", *self._after(".try_into().unwrap()"))

    def convert(self) -> Advice | None:
        """`to_string` or `to_vec` (rustc: `get_conversion_methods_for_diagnostic`)."""
        expected, found, fcx = self.expected, self.found, self.fcx
        method = ""
        if self._is_lang(expected, "String"):
            display = next((tr for tr in fcx.traits_in_scope() if tr.is_std and tr.name == "ToString"), None)
            if display is not None and fcx.infcx.type_implements_trait(display, (found,), fcx.cause(self.expr.span)).may_apply:
                method = ".to_string()"
        elif isinstance(expected, t.Adt) and self._is_lang(expected, "Vec"):
            held, wanted = found.ty if isinstance(found, t.Ref) else found, expected.args[0]
            if isinstance(held, (t.Slice, t.Array)) and fcx.infcx.can_eq(held.elem, wanted):
                method = ".to_vec()" if fcx.holds(wanted, "clone") else ""  # type: ignore[arg-type]
        return _one("try using a conversion method", *self._after(method)) if method else None

    def option_to_bool(self) -> Advice | None:
        """`.is_some()` (rustc: `suggest_option_to_bool`)."""
        if self.expected is not t.BOOL or self._std_enum(self.found) != "Option":
            return None
        return _one("use `Option::is_some` to test if the `Option` has a value", *self._after(".is_some()"))

    def quotes(self) -> Suggestion | None:
        """A literal in the other quotes."""
        expr, expected = self.expr, self.expected
        if not isinstance(expr, ast.Lit):
            return None
        inner = expr.span.text[1:-1]
        if expr.kind is LitKind.CHAR and isinstance(expected, t.Ref) and expected.ty is t.STR:
            quoted = inner.replace('"', '\\"')
            return Suggestion("if you meant to write a string literal, use double quotes", ((expr.span, f'"{quoted}"'),))
        if expr.kind is LitKind.STR and expected is t.CHAR and len(str(expr.value)) == 1 and expr.span.text[0] == '"':
            return Suggestion("if you meant to write a `char` literal, use single quotes", ((expr.span, f"'{inner}'"),))
        return None

    def wrap(self) -> Advice | None:
        """The variant or struct whose only field the value would be (rustc: `suggest_compatible_variants`)."""
        expected, fcx = self.expected, self.fcx
        if not isinstance(expected, t.Adt):
            return None
        if self.found is t.UNIT:
            return None
        fitting = []
        for variant in fcx.tcx.adt_def(expected.def_).variants:
            if len(variant.fields) != 1:
                continue
            field = variant.fields[0]
            is_seen = variant.def_.kind is DefKind.VARIANT or not field.def_.is_std or field.def_.visible_in is None
            if is_seen and coerce.can_coerce(fcx, self.found, field.ty(fcx.tcx, expected.args), self.expr.span):
                fitting.append(variant)
        if not fitting:
            return None
        span = self.expr.span
        suggestions = []
        for variant in fitting:
            path = pretty_ty.visible_path(fcx.tcx, variant.def_)
            if self._std_enum(expected) is not None:
                path = variant.def_.name
            name = variant.fields[0].name
            brackets = (f"{path}(", ")") if name.isdigit() else (f"{path} {{ {name}: ", " }")
            words = f"try wrapping the expression in `{path}`"
            if len(fitting) > 1:
                words = f"try wrapping the expression in a variant of `{pretty_ty.visible_path(fcx.tcx, expected.def_)}`"
            edits = ((span.shrink_to_lo(), brackets[0]), (span.shrink_to_hi(), brackets[1]))
            suggestions.append(Suggestion(words, edits))
        return Advice(tuple(suggestions[:1] if len(fitting) == 1 else suggestions))

    def box(self) -> Advice | None:
        """`Box::new` (rustc: `suggest_boxing_when_appropriate`)."""
        if not self._is_box(self.expected) or is_future(self.fcx.infcx, self.found):
            return None
        assert isinstance(self.expected, t.Adt)
        if self._is_box(self.found) or not self._fits(t.Adt(self.expected.def_, (self.found, *self.expected.args[1:]))):
            return None
        span = self.expr.span
        edits = ((span.shrink_to_lo(), "Box::new("), (span.shrink_to_hi(), ")"))
        return Advice((Suggestion("store this in the heap by calling `Box::new`", edits),), (_BOX_NOTE,))

    def copy_or_clone(self) -> Advice | None:
        """What an `Option` of a reference holds, or what a reference points at (rustc: `suggest_copied_cloned_or_as_ref`,
        `suggest_clone_for_ref`)."""
        expected, found, fcx = self.expected, self.found, self.fcx
        kind = self._std_enum(found)
        if isinstance(found, t.Adt) and isinstance(expected, t.Adt) and kind is not None and found.def_ is expected.def_:
            inner, others = found.args[0], (expected.args[1:], found.args[1:])
            if not isinstance(inner, t.Ref) or not fcx.infcx.can_eq(inner.ty, expected.args[0]) or others[0] != others[1]:
                return None
            method, verb = ("copied", "copy") if fcx.holds(inner.ty, "copy") else ("cloned", "clone")
            if not fcx.holds(inner.ty, "clone"):
                return None
            words = f"use `{kind}::{method}` to {verb} the value inside the `{kind}`"
            return _one(words, *self._after(f".{method}()"))
        if isinstance(found, t.Ref) and fcx.infcx.can_eq(found.ty, expected) and fcx.holds(expected, "clone"):
            return _one("consider using clone here", *self._after(".clone()"))
        return None

    def into(self) -> Advice | None:
        """`.into()` (rustc: `suggest_into`)."""
        fcx, expected, found = self.fcx, self.expected, self.found
        if isinstance(self.expr, ast.BlockExpr) or (expected.flags | found.flags) & t.HAS_INFER:
            return None
        if isinstance(expected, (t.Prim, t.RawPtr, t.FnPtr)) and isinstance(found, (t.Prim, t.RawPtr, t.FnPtr)):
            return None
        into = next((tr for tr in fcx.traits_in_scope() if tr.is_std and tr.name == "Into"), None)
        predicate = t.dummy_binder(t.TraitPredicate(t.TraitRef(into, (found, expected)))) if into is not None else None
        if predicate is None or not fcx.must_hold(predicate):
            return None
        words = f"call `Into::into` on this expression to convert `{fcx.fmt(found)}` into `{fcx.fmt(expected)}`"
        return _one(words, *self._after(".into()"))

    def float_literal(self) -> Advice | None:
        """`3.0` for `3`."""
        expr = self.expr
        if isinstance(self.expected, t.Prim) and self.expected.name in ("f32", "f64") and isinstance(self.found, t.Infer):
            literal = expr.expr if isinstance(expr, ast.Unary) else expr
            if isinstance(literal, ast.Lit) and literal.kind is LitKind.INT and literal.suffix is None:
                end = "0" if literal.span.text.endswith(".") else ".0"
                return _one("use a float literal", (expr.span.shrink_to_hi(), end))
        return None

    # -------------------------------------------------------------------------------------------- facts

    def _after(self, text: str) -> tuple[tuple[Span, str], ...]:
        """The edits that append a call to the expression."""
        span = self.expr.span
        if isinstance(self.expr, _LOOSE):
            return (span.shrink_to_lo(), "("), (span.shrink_to_hi(), f"){text}")
        return ((span.shrink_to_hi(), text),)

    def _fits(self, ty: t.Ty) -> bool:
        return coerce.can_coerce(self.fcx, ty, self.expected, self.expr.span) if ty is not self.expected else True

    def _steps(self, source: t.Ty, target: t.Ty) -> int | None:
        """How many dereferences lead from one type to another."""
        steps = Autoderef(self.fcx, self.expr.span, source)
        return next((count for ty, count in steps if self.fcx.infcx.can_eq(ty, target)), None)

    def _is_lang(self, ty: t.Ty, name: str) -> bool:
        return isinstance(ty, t.Adt) and self.fcx.tcx.is_lang_item(ty.def_, name)

    def _is_box(self, ty: t.Ty) -> bool:
        return self._is_lang(ty, "owned_box")

    def _std_enum(self, ty: t.Ty) -> str | None:
        return next((name for name in ("Option", "Result") if self._is_lang(ty, name)), None)

    def _is_constructed(self) -> bool:
        """Whether it is written as `Some(..)`, `None` and so on."""
        func = self.expr.func if isinstance(self.expr, ast.Call) else self.expr
        base = self.fcx.path_res(func.path).base if isinstance(func, ast.PathExpr) else None
        return isinstance(base, DefRes) and base.def_.kind in (DefKind.VARIANT, DefKind.STRUCT)


def _article(name: str) -> str:
    return "a" if name[0] == "u" else "an"


def _always_fits(from_: str, to: str) -> bool:
    """Whether `From` converts between two integer types."""
    given, bits = _BITS.get(from_), _BITS.get(to)
    if to[0] == "i" and from_[0] == "u":
        return given == 8 if bits is None else given is not None and given < bits
    if from_[0] != to[0]:
        return False
    return given in (8, 16) if bits is None else given is not None and given < bits
