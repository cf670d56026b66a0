"""Errors of patterns in rustc's words: E0308, E0023, E0025, E0026, E0027, E0029, E0164, E0527, E0528, E0529, E0532."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind, LocalDef
from interpreter.resolve.resolver import article, describe_def
from interpreter.resolve.suggest import best_match
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.defs import AdtDef, AdtField, VariantDef
from interpreter.typeck.errors_mismatch import declarations, has_error, type_note
from interpreter.typeck.errors_types import category_labels, label_of
from interpreter.typeck.fn_ctxt import is_ty_var
from interpreter.typeck.method import probe
from interpreter.typeck.relate import TypeError_

if TYPE_CHECKING:
    from interpreter.typeck.fn_ctxt import FnCtxt
    from interpreter.typeck.pattern import PatInfo


def report_pat_mismatch(
    fcx: FnCtxt, span: Span, expected: t.Ty, found: t.Ty, error: TypeError_, info: PatInfo, named: Def | None = None,
    others: tuple[Label, ...] = (),
) -> None:  # fmt: skip
    """E0308 of a pattern and what it matches. `named`: what a path means, which may look like a new binding; `others`: labels of
    other parts of the pattern."""
    fcx.tainted = True
    if has_error(fcx, expected, found):
        return
    secondary: list[Label] = [*others]
    if info.origin is not None:
        if info.is_annotation:
            secondary.append(Label(info.origin, "expected due to this"))
        else:
            secondary.extend(_origin_label(fcx, info.origin, _origin_ty(fcx, info, expected)))
    primary = [Label(span, label_of(fcx.infcx, error, fcx.resolve(expected), fcx.resolve(found)))]
    if named is not None and not named.is_std:
        what = describe_def(named, ctor=named.kind in (DefKind.STRUCT, DefKind.VARIANT))
        if not named.is_std and len(span.text.split("::")) - (named.kind is DefKind.ASSOC_CONST) == 1:
            primary.append(Label(span, f"`{named.name}` is interpreted as {article(what)} {what}, not a new binding"))
        if not named.is_std:
            secondary.append(Label(fcx.tcx.item_span(named), f"{what} defined here"))
    secondary += [*declarations(fcx, error), *category_labels(fcx.infcx, expected, found, span)]
    notes = type_note(fcx, expected, found, error)
    fcx.emit(Diagnostic("E0308", "mismatched types", tuple(primary), tuple(secondary), notes))


def _origin_label(fcx: FnCtxt, origin: Span, ty: t.Ty) -> list[Label]:
    """What is matched; of a `for` loop, what the iterator gives."""
    ty = fcx.resolve(ty)
    if isinstance(ty, t.Adt) and any(loop.iter.span == origin for loop in fcx.for_loops()):
        return [Label(origin, f"this is an iterator with items of type `{fcx.fmt(ty.args[0])}`")]
    return [Label(origin, f"this expression has type `{fcx.fmt(ty)}`")] if not is_ty_var(ty) else []


def _origin_ty(fcx: FnCtxt, info: PatInfo, expected: t.Ty) -> t.Ty:
    return fcx.adjusted_ty(info.scrutinee) if info.scrutinee is not None else expected


def report_or_binding(fcx: FnCtxt, pat: ast.IdentPat, local: LocalDef, first: t.Ty, found: t.Ty, error: TypeError_) -> None:
    """The same variable with different types in the alternatives of an or-pattern."""
    if has_error(fcx, first, found):
        return
    label = label_of(fcx.infcx, error, fcx.resolve(first), fcx.resolve(found))
    fcx.emit(
        Diagnostic(
            "E0308", "mismatched types", (Label(pat.span, label),), (Label(local.span, "first introduced with type "
            f"`{fcx.fmt(first)}` here"),), (*type_note(fcx, first, found, error),
            "in the same arm, a binding must have the same type in all alternatives"),
        )
    )  # fmt: skip


def report_2024_pattern(fcx: FnCtxt, found: list[ast.IdentPat | ast.RefPat]) -> None:
    """From edition 2024 on, no `mut`, `ref` or `&` under a default binding mode; before, that is a lint (rustc:
    `PatMigration`)."""
    labels: list[Label] = []
    dereferences = borrows = binds = False
    for pat in found:
        if isinstance(pat, ast.RefPat):
            what, length, dereferences = "reference pattern", 5 if pat.mutable else 1, True
        elif pat.by_ref:
            what, length, borrows = "explicit `ref` binding modifier", 7 if pat.ref_mutable else 3, True
        else:
            what, length, binds = "`mut` binding modifier", 3, True
        span = pat.span._replace(hi=pat.span.lo + length)
        labels.append(Label(span, f"{what} not allowed when implicitly borrowing"))
    if borrows or binds:
        verb = "explicitly borrow" if borrows else "mutably bind by value"
        verb = "write explicit binding modifiers" if borrows and binds else verb
        if dereferences:
            verb += " or explicitly dereference" if binds else " or dereference"
    else:
        verb = "explicitly dereference"
    message = f"cannot {verb} within an implicitly-borrowing pattern"
    notes = ("for more information, see <https://doc.rust-lang.org/reference/patterns.html#binding-modes>",)
    lint = "rust_2024_incompatible_pat"
    if fcx.tcx.edition >= 2024:
        fcx.emit(Diagnostic(None, message, tuple(labels), notes=notes))
    elif fcx.tcx.resolution.lints.denied(lint, labels[0].span):
        fcx.lints.append(Diagnostic(lint, f"{message} in Rust 2024", tuple(labels), notes=notes))


def report_range_ends(fcx: FnCtxt, pat: ast.RangePat, ends: list[tuple[ast.Expr, t.Ty, bool]]) -> t.Ty:
    """E0029."""
    labels: list[Label] = []
    for end, ty, ok in ends:
        if not ok:
            labels.append(Label(end.span, f"this is of type `{fcx.fmt_of(end, ty)}` but it should be `char` or numeric"))
    secondary = tuple(Label(end.span, f"this is of type `{fcx.fmt_of(end, ty)}`") for end, ty, ok in ends if ok)
    span = labels[0].span if len(labels) == 1 else pat.span
    primary = (labels[0],) if len(labels) == 1 else (Label(span, ""),)
    rest = () if len(labels) == 1 else tuple(labels)
    fcx.emit(Diagnostic("E0029", "only `char` and numeric types are allowed in range patterns", primary, (*rest, *secondary)))
    return t.ERROR  # type: ignore[no-any-return]


def report_ref_pat(fcx: FnCtxt, pat: ast.RefPat, expected: t.Ty, found: t.Ty, error: TypeError_, info: PatInfo) -> None:
    """`&p` against something that isn't a reference."""
    report_pat_mismatch(fcx, pat.span, expected, found, error, info)


def _n_elements(n: int) -> str:
    return f"{n} element{'' if n == 1 else 's'}"


def report_array_len(fcx: FnCtxt, pat: ast.SlicePat, found: int, total: int, *, exact: bool) -> None:
    """E0527, E0528."""
    if exact:
        fcx.error(
            "E0527", f"pattern requires {_n_elements(found)} but array has {total}", pat.span,
            f"expected {_n_elements(total)}",
        )  # fmt: skip
    else:
        fcx.error(
            "E0528", f"pattern requires at least {_n_elements(found)} but array has {total}", pat.span,
            f"pattern cannot match array of {_n_elements(total)}",
        )  # fmt: skip


def report_array_unknown_len(fcx: FnCtxt, pat: ast.SlicePat) -> None:
    """E0730."""
    fcx.error("E0730", "cannot pattern-match on an array without a fixed length", pat.span)


def report_not_slice(fcx: FnCtxt, pat: ast.SlicePat, expected: t.Ty, info: PatInfo) -> None:
    """E0529."""
    name = fcx.fmt(expected)
    fcx.error("E0529", f"expected an array or slice, found `{name}`", pat.span, f"pattern cannot match with input type `{name}`")


def _article(def_: Def) -> str:
    return {DefKind.STRUCT: "struct", DefKind.VARIANT: "variant"}.get(def_.kind, def_.kind.value)


def report_expected_unit(fcx: FnCtxt, pat: ast.Pat, def_: Def, variant: VariantDef | None) -> t.Ty:
    """E0533: a name that isn't a unit struct, unit variant or constant; that it is no parameter was told (E0158)."""
    if def_.kind is DefKind.CONST_PARAM:
        fcx.tainted = True
        return t.ERROR  # type: ignore[no-any-return]
    what = {
        DefKind.ASSOC_FN: "associated function", DefKind.FN: "function",
    }.get(def_.kind)  # fmt: skip
    if what is None and variant is not None:
        what = f"{'struct' if variant.kind is ast.VariantKind.STRUCT else 'tuple'} {_article(def_)}"
    path, wanted = pat.span.text, "unit struct, unit variant or constant"
    if path == "Self":
        what, wanted = "self constructor", "unit struct"
    fcx.error("E0533", f"expected {wanted}, found {what} `{path}`", pat.span, f"not a {wanted}")
    return t.ERROR  # type: ignore[no-any-return]


def report_not_tuple_struct(fcx: FnCtxt, pat: ast.TupleStructPat, def_: Def) -> t.Ty:
    """E0164, E0532."""
    path = pat.path.span.text
    if def_.kind in (DefKind.ASSOC_FN, DefKind.FN):
        fcx.error(
            "E0164", f"expected tuple struct or tuple variant, found associated function `{path}`", pat.span,
            "`fn` calls are not allowed in patterns",
            helps=("for more information, visit https://doc.rust-lang.org/book/ch19-00-patterns.html",),
        )  # fmt: skip
        return t.ERROR  # type: ignore[no-any-return]
    kind = def_.kind
    if kind in (DefKind.CONST, DefKind.ASSOC_CONST):
        what = "constant" if kind is DefKind.CONST else "associated constant"
        fcx.error(
            "E0164",
            f"expected tuple struct or tuple variant, found {what} `{path}`",
            pat.span,
            "not a tuple struct or tuple variant",
        )
        return t.ERROR  # type: ignore[no-any-return]
    variant = fcx.tcx.adt_def(def_).variant_of(def_)
    what = f"{'unit' if variant.kind is ast.VariantKind.UNIT else 'struct'} {_article(def_)}"
    fcx.error(
        "E0164", f"expected tuple struct or tuple variant, found {what} `{path}`", pat.span, "not a tuple struct or tuple variant"
    )
    return t.ERROR  # type: ignore[no-any-return]


def report_field_count(fcx: FnCtxt, pat: ast.TupleStructPat, adt: AdtDef, variant: VariantDef, found: int) -> None:
    """E0023."""
    kind = "tuple variant" if adt.is_enum else "tuple struct"
    n = len(variant.fields)
    elems = [e for e in pat.elems if not isinstance(e, ast.RestPat)]
    fields = f"field{'' if n == 1 else 's'}"
    label = f"expected {n} {fields}, found {found}"
    primary = ((Label(elems[-1].span, label),) if elems else ()) + tuple(Label(e.span, "") for e in elems[:-1])
    if not primary:
        primary = (Label(pat.span, label),)
    spans = [f.def_.span for f in variant.fields]
    secondary = tuple(Label(s, "") for s in spans[:-1]) + ((Label(spans[-1], f"{kind} has {n} {fields}"),) if spans else ())
    fcx.emit(
        Diagnostic(
            "E0023", f"this pattern has {found} field{'' if found == 1 else 's'}, but the corresponding {kind} has {n} {fields}",
            primary, () if variant.def_.is_std else secondary,
        )
    )  # fmt: skip


def report_field_twice(fcx: FnCtxt, field: ast.FieldPat, first: Span) -> None:
    """E0025."""
    name = field.ident.name
    fcx.error(
        "E0025", f"field `{name}` bound multiple times in the pattern", field.span, f"multiple uses of `{name}` in pattern",
        secondary=(Label(first, f"first use of `{name}`"),),
    )  # fmt: skip


def report_unknown_fields(fcx: FnCtxt, pat: ast.StructPat, adt: AdtDef, variant: VariantDef, unknown: list[ast.FieldPat]) -> None:
    """E0026."""
    names = [f.ident.name for f in unknown]
    what = "variant" if adt.is_enum else adt.kind.value
    path = f"{adt.def_.name}::{variant.name}" if adt.is_enum else adt.def_.name
    if len(names) == 1:
        listed = f"a field named `{names[0]}`"
    else:
        listed = "fields named " + ", ".join(f"`{n}`" for n in names[:-1]) + f" and `{names[-1]}`"
        listed = "fields named " + ", ".join(f"`{n}`" for n in names)
    end = f"{what} `{path}` does not have {'this field' if len(names) == 1 else 'these fields'}"
    primary = (Label(unknown[-1].ident.span, end), *(Label(f.ident.span, "") for f in unknown[:-1]))
    fcx.emit(Diagnostic("E0026", f"{what} `{path}` does not have {listed}", primary))


def is_slip(unknown: ast.FieldPat, missing: list[AdtField]) -> bool:
    """Whether the one field that isn't mentioned has a name like the unknown one: then it was meant (rustc:
    `error_inexistent_fields`)."""
    return len(missing) == 1 and best_match([missing[0].name], unknown.ident.name) is not None


def report_tuple_as_struct(fcx: FnCtxt, pat: ast.StructPat, adt: AdtDef, variant: VariantDef) -> None:
    """E0769: a tuple struct or variant matched with braces and names."""
    path = f"{adt.def_.name}::{variant.name}" if adt.is_enum else adt.def_.name
    fcx.error("E0769", f"tuple variant `{path}` written as struct variant", pat.span)


def report_missing_fields(fcx: FnCtxt, pat: ast.StructPat, missing: list[AdtField]) -> None:
    """E0027; those that aren't visible are not named."""
    names = [f.name for f in missing if probe.is_field_suggestable(fcx, f.def_, pat.span)]
    if not names:
        fcx.error(None, "pattern requires `..` due to inaccessible fields", pat.span)
        return
    listed = ", ".join(f"`{n}`" for n in names if len(names) <= 3 or n in names[:3])
    listed = f"field{'' if len(names) == 1 else 's'} {listed}"
    if len(names) > 3:
        listed += f" and {len(names) - 3} other field{'' if len(names) == 4 else 's'}"
    if len(names) < len(missing):
        listed += " and inaccessible fields"
    fcx.error("E0027", f"pattern does not mention {listed}", pat.span, f"missing {listed}")


def report_union_pattern(fcx: FnCtxt, pat: ast.StructPat) -> None:
    """A pattern of a union names one field, and has no `..`."""
    if len(pat.fields) != 1:
        fcx.error(None, "union patterns should have exactly one field", pat.span)
    if pat.rest:
        fcx.error(None, "`..` cannot be used in union patterns", pat.span)
