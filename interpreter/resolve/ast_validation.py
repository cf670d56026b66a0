"""What the grammar allows and the language doesn't (rustc_ast_passes::ast_validation), judged on expanded items.

In: one item and where it stands. Out: diagnostics. Expansion asks for each item that is left after conditional compilation.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, DiagnosticSink, Label
from interpreter.hints import Any
from interpreter.syntax import ast
from interpreter.syntax.ast import VisKind

_SHARED = "trait items always share the visibility of their trait"


def validate_item(item: Any, sink: DiagnosticSink) -> None:
    """An item of a module or block, with what it owns."""
    if isinstance(item, ast.Fn):
        if item.self_param is not None:
            note = "associated functions are those in `impl` or `trait` definitions"
            label = "not semantically valid as function parameter"
            own = item.self_param
            sink.error(
                None, "`self` parameter is only allowed in associated functions", own.pattern_span, label, notes=(note,)
            )
            item.params.insert(0, own.as_param(own.ty or ast.ErrTy(span=own.self_span)))
            item.self_param = None
        _no_safety(item, sink)
        _variadic(item, sink)
        if item.body is None and not item.foreign:
            sink.error(None, "free function without a body", item.span)
    elif isinstance(item, ast.Const) and item.expr is None:
        sink.error(None, "free constant item without body", item.span)
    elif isinstance(item, ast.Static):
        _no_safety(item, sink)
        if item.expr is None and not item.foreign:
            sink.error(None, "free static item without body", item.span)
    elif isinstance(item, ast.TypeAlias_):
        if item.ty is None:
            sink.error(None, "free type alias without body", item.span)
        if item.where_after is not None:
            note = "see issue #112792 <https://github.com/rust-lang/rust/issues/112792> for more information"
            message = "where clauses are not allowed after the type for type aliases"
            sink.error(None, message, item.where_after, notes=(note,))
        _no_bounds(item, "this context", sink)
    elif isinstance(item, ast.Impl):
        _impl(item, sink)
    elif isinstance(item, ast.Trait):
        _trait(item, sink)
    elif isinstance(item, ast.Enum_):
        note = "enum variants and their fields always share the visibility of the enum they are in"
        for variant in item.variants:
            if variant.vis is not None:
                _no_visibility(variant.vis, note, sink)
            for field in variant.fields:
                _no_visibility(field.vis, note, sink)
    generics = getattr(item, "generics", None)
    if generics is not None:
        _parameter_order(generics, sink)


def _no_safety(item: ast.Fn | ast.Static, sink: DiagnosticSink) -> None:
    """`safe`, which only foreign items are, and `unsafe` before a static (rustc: `check_item_safety`)."""
    if item.foreign:
        return
    if item.safe:
        message = "items outside of `unsafe extern { }` cannot be declared with `safe` safety qualifier"
        sink.error(None, message, item.span)
    elif isinstance(item, ast.Static) and item.unsafe:
        message = "static items cannot be declared with `unsafe` safety qualifier outside of `extern` block"
        sink.error(None, message, item.span)


def _variadic(item: ast.Fn, sink: DiagnosticSink) -> None:
    """Definitions with `...`, all of which are unstable (rustc: `check_c_variadic_type`)."""
    if item.variadic is None or item.foreign:
        return
    if item.extern_abi is None:
        sink.error(None, "`...` is not supported for non-extern functions", item.variadic)
    elif not item.unsafe:
        sink.error(None, "functions with a C variable argument list must be unsafe", item.variadic)
    note = "see issue #44930 <https://github.com/rust-lang/rust/issues/44930> for more information"
    sink.error("E0658", "C-variadic functions are unstable", item.span, notes=(note,))


def _no_visibility(vis: ast.Visibility, note: str, sink: DiagnosticSink) -> None:
    if vis.kind is not VisKind.INHERITED:
        sink.error("E0449", "visibility qualifiers are not permitted here", vis.span, notes=(note,))


def _impl(item: ast.Impl, sink: DiagnosticSink) -> None:
    _no_visibility(item.vis, _SHARED if item.trait is not None else "place qualifiers on individual impl items instead", sink)
    if item.trait is None and item.unsafe:
        unsafe = item.span.shrink_to_lo()
        unsafe = type(unsafe)(unsafe.file, unsafe.lo, unsafe.lo + len("unsafe"), unsafe.call_site)
        note = "only trait implementations may be annotated with `unsafe`"
        labels = (Label(unsafe, "unsafe because of this"),)
        primary = (Label(item.self_ty.span, "inherent impl for this type"),)
        sink.emit(Diagnostic("E0197", "inherent impls cannot be unsafe", primary, labels, (note,)))
    for part in item.items:
        if item.trait is not None:
            _no_visibility(part.vis, _SHARED, sink)
        what = _without_body(part)
        if what and not item.span.file.is_std:
            sink.error(None, f"associated {what} in `impl` without body", part.span)
        if isinstance(part, ast.TypeAlias_):
            _no_bounds(part, "`impl`s", sink)
        if isinstance(part, (ast.Fn, ast.TypeAlias_)):
            _parameter_order(part.generics, sink)
        if isinstance(part, ast.Fn):
            _no_safety(part, sink)
            _variadic(part, sink)
        if item.trait is not None:
            _no_const(part, "trait impls", sink)


def _no_bounds(alias: ast.TypeAlias_, where: str, sink: DiagnosticSink) -> None:
    if alias.bounds:
        message = f"bounds on `type`s in {where} have no effect"
        sink.error(None, message, alias.bounds[0].span.to(alias.bounds[-1].span))


def _without_body(part: Any) -> str:
    if isinstance(part, ast.Fn) and part.body is None:
        return "function"
    if isinstance(part, ast.Const) and part.expr is None:
        return "constant"
    return "type" if isinstance(part, ast.TypeAlias_) and part.ty is None else ""


def _auto_trait(item: ast.Trait, sink: DiagnosticSink) -> None:
    """Auto traits have a name and nothing else."""
    name = item.ident.span
    if item.generics.params:
        why = (Label(name, "auto trait cannot have generic parameters"),)
        sink.error("E0567", "auto traits cannot have generic parameters", item.generics.span, secondary=why)
    message = "auto traits cannot have super traits or lifetime bounds"
    why = (Label(name, message),)
    if item.supertraits:
        sink.error("E0568", message, item.supertraits[0].span.to(item.supertraits[-1].span), secondary=why)
    if item.generics.predicates:
        head = item.head_span
        lo = head.file.text.rindex("where", head.lo, item.generics.predicates[0].span.lo)
        sink.error("E0568", message, head._replace(lo=lo), secondary=why)
    if item.items:
        message = "auto traits cannot have associated items"
        sink.emit(Diagnostic("E0380", message, tuple(Label(part.ident.span) for part in item.items), (Label(name, message),)))


def _trait(item: ast.Trait, sink: DiagnosticSink) -> None:
    if item.auto and not item.span.file.is_std:
        _auto_trait(item, sink)
    for part in item.items:
        _no_visibility(part.vis, _SHARED, sink)
        _no_const(part, "traits", sink)
        if isinstance(part, ast.TypeAlias_) and part.ty is not None and not part.span.file.is_std:
            note = "see issue #29661 <https://github.com/rust-lang/rust/issues/29661> for more information"
            sink.error("E0658", "associated type defaults are unstable", part.span, notes=(note,))
        if not isinstance(part, ast.Fn):
            continue
        _no_safety(part, sink)
        _variadic(part, sink)
        _parameter_order(part.generics, sink)
        if part.body is None:
            message = "patterns aren't allowed in functions without bodies"
            own = part.self_param
            if own is not None and own.mutable and not own.by_ref:
                sink.error("patterns_in_fns_without_body", message, own.span)
            for param in part.params:
                if isinstance(param.pat, ast.IdentPat) and not param.pat.by_ref and param.pat.sub is None:
                    if param.pat.mutable:
                        sink.error("patterns_in_fns_without_body", message, param.pat.span)
                elif not isinstance(param.pat, ast.WildPat):
                    label = "pattern not allowed in function without body"
                    sink.error("E0642", message, param.pat.span, label)


def _no_const(part: Any, where: str, sink: DiagnosticSink) -> None:
    if isinstance(part, ast.Fn) and part.const and not part.span.file.is_std:
        span = part.sig_span
        span = type(span)(span.file, span.lo, span.lo + len("const"), span.call_site)
        sink.error("E0379", f"functions in {where} cannot be declared const", span, f"functions in {where} cannot be const")


def _parameter_order(generics: ast.Generics, sink: DiagnosticSink) -> None:
    with_default: ast.GenericParam | None = None
    for param in generics.params:
        if param.kind is not ast.ParamKind.LIFETIME and param.default is not None:
            with_default = param
        elif param.kind is not ast.ParamKind.LIFETIME and with_default is not None:
            sink.error(None, "generic parameters with a default must be trailing", with_default.ident.span)
            break
    other = False
    late = []
    for param in generics.params:
        if param.kind is not ast.ParamKind.LIFETIME:
            other = True
        elif other:
            late.append(Label(param.span))
    if late:
        message = "lifetime parameters must be declared prior to type and const parameters"
        sink.emit(Diagnostic(None, message, tuple(late)))
