"""What may be called while a constant is evaluated (rustc: check_consts): E0015.

Told are calls of functions that aren't `const`, or not yet, of trait methods, operators, closures and `for` loops.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from interpreter.typeck.rare import pretty_ty
from interpreter.typeck.thir_walk import children
from interpreter.typeck.words import errors_cause

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt

_CONTEXTS = {
    DefKind.CONST: "constants",
    DefKind.ASSOC_CONST: "constants",
    DefKind.ANON_CONST: "constants",
    DefKind.INLINE_CONST: "constants",
    DefKind.STATIC: "statics",
}


def check_constness(fcx: FnCtxt, body: thir.Body) -> None:
    """Report calls that can't be evaluated at compile time, if the body is a constant's, a static's or a `const fn`'s."""
    owner = body.owner
    if owner.is_std:
        return
    context = _CONTEXTS.get(owner.kind)
    if isinstance(owner.node, ast.Fn) and owner.node.const:
        context = "constant functions"
    if context is None:
        return
    for expr in _walk(body.value):
        if isinstance(expr, thir.Call):
            _check_call(fcx, expr, context)
        elif isinstance(expr, thir.Cast) and isinstance(expr.arg.ty, _POINTERS) and t.is_integral(expr.ty):
            notes = (
                "at compile-time, pointers do not have an integer value",
                "avoiding this restriction via `transmute`, `union`, or raw pointers leads to compile-time undefined behavior",
            )
            fcx.error(None, "pointers cannot be cast to integers during const eval", expr.span, notes=notes)
        elif isinstance(expr, thir.Binary) and isinstance(expr.lhs.ty, _POINTERS):
            fcx.error(None, "pointers cannot be reliably compared during const eval", expr.span)


_POINTERS = (t.RawPtr, t.FnPtr, t.FnDef)


def _walk(expr: thir.Expr) -> Iterator[thir.Expr]:
    stack = [expr]
    while stack:
        here = stack.pop()
        yield here
        stack += children(here)[::-1]


def _check_call(fcx: FnCtxt, expr: thir.Call, context: str) -> None:
    ty = expr.fun.ty
    if isinstance(ty, t.FnPtr):
        _error(fcx, None, f"function pointer calls are not allowed in {context}", expr.span)
        return
    if not isinstance(ty, t.FnDef) or ty.def_.kind not in (DefKind.FN, DefKind.ASSOC_FN):
        return
    node = ty.def_.node
    if fcx.tcx.is_lang_item(ty.def_, "async_block"):
        note = "see issue #85368 <https://github.com/rust-lang/rust/issues/85368> for more information"
        _error(fcx, "E0658", f"`async` blocks are not allowed in {context}", expr.span, note)
        return
    if ty.def_.is_std and ty.def_.module().name in ("rt", "fmt") and ty.def_.name != "format":
        _check_macro(fcx, expr, ty, context)
        return
    if not isinstance(node, ast.Fn) or node.const:
        return
    trait = fcx.tcx.trait_of_item(ty.def_)
    span = expr.fn_span if expr.fn_span is not None else expr.span
    if trait is None and ty.def_.is_std:
        _check_std(fcx, expr, ty, node, context)
        return
    if trait is not None:
        if not _report_sugar(fcx, expr, ty, context):
            _trait_call(fcx, expr, ty, node, context)
        return
    name = pretty_ty.value_path(fcx.tcx, ty)
    _report(fcx, f"cannot call non-const {_what(ty.def_, node)} `{name}` in {context}", span, context)


_CONST_TRAITS = frozenset((
    "PartialEq", "PartialOrd", "Index", "IndexMut", "Default", "From", "Into", "TryFrom", "TryInto", "Try", "FromResidual",
    "Clone", "Deref", "DerefMut", "AsRef", "Borrow", "Add", "Sub", "Mul", "Div", "Rem", "Not", "Neg", "BitAnd", "BitOr", "BitXor",
    "Shl", "Shr", "AddAssign", "SubAssign", "MulAssign", "DivAssign", "RemAssign", "BitAndAssign", "BitOrAssign", "BitXorAssign",
    "ShlAssign", "ShrAssign", "Ord", "FromStr", "AsMut", "BorrowMut",
))  # fmt: skip
_CONST_TYPES = frozenset(("Option", "Result", "Ordering", "Range", "RangeInclusive", "ControlFlow", "Duration", "Wrapping"))


_NOT_OF_ARRAYS = ("Clone", "Default", "PartialOrd", "Ord")


def _is_const_impl(trait: Def, ty: t.GenericArg) -> bool:
    """Whether the impl of a trait of std's for a type is `const`."""
    if not trait.is_std or trait.name not in _CONST_TRAITS:
        return False
    while isinstance(ty, t.Ref):
        ty = ty.ty
    if isinstance(ty, t.Adt):
        of_default = trait.name == "Default" and ty.def_.name in ("Vec", "String")
        return ty.def_.is_std and (ty.def_.name in _CONST_TYPES or of_default)
    return not isinstance(ty, (t.Param, t.Dynamic)) and not (isinstance(ty, t.Array) and trait.name in _NOT_OF_ARRAYS)


def _trait_call(fcx: FnCtxt, expr: thir.Call, ty: t.FnDef, node: ast.Fn, context: str) -> None:
    """A trait's method. The impls of some of std's traits for its own plain types are `const`, but that isn't stable yet."""
    trait = ty.def_.parent
    assert trait is not None
    self_ty = ty.args[0]
    span = expr.fn_span if expr.fn_span is not None else expr.span
    head = f"non-const {_what(ty.def_, node)}"
    name = f" `<{fcx.fmt(self_ty)} as {pretty_ty.trait_path(fcx.tcx, _trait_ref(fcx, ty))}>::{ty.def_.name}{_own_args(fcx, ty)}`"
    trait_name = pretty_ty.visible_path(fcx.tcx, trait)
    branch = fcx.tcx.is_lang_item(ty.def_, "branch")
    if branch or fcx.tcx.is_lang_item(ty.def_, "from_residual"):
        whole = next((node.span for node in fcx.try_nodes.values() if node.span.hi == span.hi), span)
        if branch:
            message = f"`?` is not allowed on `{fcx.fmt(self_ty)}` in {context}"
            _error(fcx, "E0658", message, span, _limited(context), _ISSUE)
        _error(fcx, None, f"`{trait_name}` is not yet stable as a const trait", whole)
        return
    if expr.from_overloaded:
        head, name = "non-const operator", ""
        if trait.name in ("Deref", "DerefMut"):
            _report(fcx, f"cannot perform non-const deref coercion on `{fcx.fmt(self_ty)}` in {context}", span, context)
            return
    if _is_const_impl(trait, self_ty if trait.name not in ("Into", "TryInto") else ty.args[1]):
        head = head.replace("non-const", "conditionally-const")
        _error(fcx, "E0658", f"cannot call {head}{name} in {context}", span, _limited(context), _ISSUE)
        _error(fcx, None, f"`{trait_name}` is not yet stable as a const trait", span if expr.from_overloaded else expr.span)
    else:
        _report(fcx, f"cannot call {head}{name} in {context}", span, context)


def _what(def_: Def, node: ast.Fn) -> str:
    if def_.kind is DefKind.ASSOC_FN:
        return "method" if node.self_param is not None else "associated function"
    return "function"


_CONDITIONAL = frozenset((
    "const_option_ops", "const_result_trait_fn", "const_cmp", "const_bool", "const_array", "const_index",
))  # fmt: skip
"""Features whose functions are `const` on a condition on their types, which has a gate of its own."""


def _is_conditional(feature: str, node: ast.Fn) -> bool:
    """Of those that allocate, only methods drop anything."""
    return feature in _CONDITIONAL or (feature == "const_heap" and node.self_param is not None)


def _check_std(fcx: FnCtxt, expr: thir.Call, ty: t.FnDef, node: ast.Fn, context: str) -> None:
    """A function of std that isn't `const`, or not yet."""
    span = expr.fn_span if expr.fn_span is not None else expr.span
    module = ty.def_.module().name
    what, name = _what(ty.def_, node), pretty_ty.value_path(fcx.tcx, ty)
    unstable = ty.def_.attrs.get("rustc_const_unstable")
    if unstable is not None:
        feature = unstable.args[0].trees[2].text.strip('"')  # type: ignore[union-attr]
        if _is_conditional(feature, node):
            message = f"cannot call conditionally-const {what} `{name}` in {context}"
            _error(fcx, "E0658", message, span, _limited(context), _ISSUE)
        _error(fcx, None, f"`{errors_cause.item_path(fcx.infcx, ty.def_)}` is not yet stable as a const fn", expr.span)
    elif span.file.is_std and module == "boxed" and isinstance(ty.args[0], t.Array):
        # In `vec![a, b]`, which rustc expands to other calls.
        array = ty.args[0]
        for made in (
            f"associated function `Box::<{fcx.fmt(array)}>::new_uninit`",
            f"function `std::boxed::box_assume_init_into_vec_unsafe::<{fcx.fmt(array.elem)}, {fcx.fmt(array.len)}>`",
        ):
            _report(fcx, f"cannot call non-const {made} in {context}", span, context)
    elif not (span.file.is_std and module == "slice"):
        _report(fcx, f"cannot call non-const {what} `{name}` in {context}", span, context)


def _check_macro(fcx: FnCtxt, expr: thir.Call, ty: t.FnDef, context: str) -> None:
    """What a macro that panics or formats came to: only a text without arguments can be made."""
    name = ty.def_.name
    if name == "assert_failed":
        generic = pretty_ty.value_path(fcx.tcx, ty).partition("assert_failed")[2]
        _report(fcx, f"cannot call non-const function `core::panicking::assert_failed{generic}` in {context}", expr.span, context)
    elif name == "panic_display":
        shown_ty = ty.args[0].ty if isinstance(ty.args[0], t.Ref) else ty.args[0]
        if shown_ty is not t.STR:
            _error(fcx, None, "argument to `panic!()` in a const context must have type `&str`", expr.span)
    elif name == "new" and expr.span in fcx.with_format_arguments:
        _report(fcx, f"cannot call non-const formatting macro in {context}", expr.span, context)


def _trait_ref(fcx: FnCtxt, ty: t.FnDef) -> t.TraitRef:
    trait = ty.def_.parent
    assert trait is not None
    return t.TraitRef(trait, ty.args[: fcx.tcx.generics_of(trait).count])  # type: ignore[no-any-return]


_REGIONS = (t.ReErased, t.ReStatic, t.ReEarlyParam, t.ReLateParam, t.ReBound, t.ReVar, t.ReError)


def _own_args(fcx: FnCtxt, ty: t.FnDef) -> str:
    """The arguments of a trait's method itself, as they are shown behind its name."""
    own = ty.args[fcx.tcx.generics_of(ty.def_).parent_count :]
    shown = [fcx.fmt(arg) for arg in own if not isinstance(arg, _REGIONS)]
    return f"::<{', '.join(shown)}>" if shown else ""


def _report_sugar(fcx: FnCtxt, expr: thir.Call, ty: t.FnDef, context: str) -> bool:
    """`for` loops and calls of closures, whose trait methods nobody wrote."""
    tcx = fcx.tcx
    if any(tcx.is_lang_item(ty.def_, name) for name in ("call_fn", "call_mut_fn", "call_once_fn")):
        _report(fcx, f"cannot call non-const closure in {context}", expr.span, context)
        return True
    in_for = any(loop.span.file is expr.span.file and loop.iter.span == expr.span for loop in fcx.for_loops())
    if in_for and (tcx.is_lang_item(ty.def_, "into_iter") or tcx.is_lang_item(ty.def_, "next")):
        _report(fcx, f"cannot use `for` loop on `{fcx.fmt(ty.args[0])}` in {context}", expr.span, context)
        return True
    return False


_ISSUE = "see issue #143874 <https://github.com/rust-lang/rust/issues/143874> for more information"


def _limited(context: str) -> str:
    return f"calls in {context} are limited to constant functions, tuple structs and tuple variants"


def _report(fcx: FnCtxt, message: str, span: Span, context: str) -> None:
    _error(fcx, "E0015", message, span, _limited(context))


def _error(fcx: FnCtxt, code: str | None, message: str, span: Span, *notes: str) -> None:
    """The body is sound all the same: what is wrong with its MIR is told too."""
    fcx.lints.append(Diagnostic(code, message, (Label(span),), notes=notes))
