"""Checks of structs, enums and unions: fields, discriminants, size, unused parameters, and impls of Copy and Drop for them
(rustc_hir_analysis::check::check, coherence::builtin, check::dropck)."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label, Suggestion
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.attribute_args import parts as attribute_parts
from interpreter.resolve.defs import Def, DefRes
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import ParamKind
from interpreter.syntax.stream import split_meta
from interpreter.typeck import collect
from interpreter.typeck import ty as t
from interpreter.typeck.constrained import with_projections
from interpreter.typeck.defs import ParamEnv, Variance
from interpreter.typeck.rare import layout
from interpreter.typeck.traits.obligation import Obligation, ObligationCause
from interpreter.typeck.traits.select import EvaluationResult

if TYPE_CHECKING:
    from interpreter.typeck.constrained import with_projections
from interpreter.typeck.context import TyCtxt


def check_adt(tcx: TyCtxt, def_: Def) -> None:
    """All checks of one ADT."""
    _duplicate_fields(tcx, def_)
    _check_repr(tcx, def_)
    if isinstance(def_.node, ast.Union):
        _check_union_fields(tcx, def_)
    if isinstance(def_.node, ast.Enum_):
        _check_enum(tcx, def_, def_.node)
    recursive = check_representable(tcx, def_)
    if not recursive:
        _unused_params(tcx, def_)


def _check_repr(tcx: TyCtxt, def_: Def) -> None:
    """E0587, E0588, E0731."""
    adt = tcx.adt_def(def_)
    at = collect.item_span(def_)
    _check_repr_conflicts(tcx, def_)
    if adt.repr.pack is not None and adt.repr.align is not None:
        tcx.emit(Diagnostic("E0587", "type has conflicting packed and align representation hints", (Label(at),)))
    elif adt.repr.pack is not None:
        aligned = _aligned_within(tcx, def_, set())
        if aligned is not None:
            tcx.emit(
                Diagnostic(
                    "E0588", "packed type cannot transitively contain a `#[repr(align)]` type", (Label(at),),
                    notes=(f"`{aligned.name}` has a `#[repr(align)]` attribute",),
                )
            )  # fmt: skip
    if adt.repr.transparent and adt.is_enum and len(adt.variants) != 1:
        n = len(adt.variants)
        labels = [Label(v.def_.span, "variant here") for v in adt.variants[:-1]]
        if n:
            labels.append(Label(adt.variants[-1].def_.span, f"too many variants in `{def_.name}`"))
        tcx.emit(
            Diagnostic(
                "E0731", f"transparent enum needs exactly one variant, but has {n}",
                (Label(at, f"needs exactly one variant, but has {n}"),),
                tuple(labels),
            )
        )  # fmt: skip
    elif adt.repr.transparent:
        _transparent_fields(tcx, def_, at)


def _transparent_fields(tcx: TyCtxt, def_: Def, at: Span) -> None:
    """E0690: more than one field of a transparent type takes place (or may, as its layout isn't known)."""
    fields = [field for field in tcx.adt_def(def_).all_fields() if not _is_1zst(tcx, tcx.type_of(field.def_))]
    if len(fields) > 1:
        kind = "enum" if isinstance(def_.node, ast.Enum_) else "union" if isinstance(def_.node, ast.Union) else "struct"
        needs = f"needs at most one field with non-trivial size or alignment, but has {len(fields)}"
        labels = tuple(
            Label(collect.item_span(field.def_), "this field has non-zero size or requires alignment") for field in fields
        )
        tcx.emit(Diagnostic("E0690", f"transparent {kind} {needs}", (Label(at, needs),), labels))


def _is_1zst(tcx: TyCtxt, ty: t.Ty) -> bool:
    try:
        known = tcx.layout_of(ty)
    except layout.LayoutError:
        return False
    return known.size == 0 and known.align == 1


def _check_repr_conflicts(tcx: TyCtxt, def_: Def) -> None:
    """E0566: several integer types; E0634: several packings; E0692: `transparent` and more."""
    hints = []
    for attr in getattr(def_.node, "attrs", ()):
        if attr.name == "repr":
            hints += attribute_parts(attr)
    names = [str(split_meta(hint)[0]) for hint in hints]
    spans = [hint[0].span.to(hint[-1].span) for hint in hints]
    if len(hints) > 1 and "transparent" in names:
        kind = "enum" if isinstance(def_.node, ast.Enum_) else "union" if isinstance(def_.node, ast.Union) else "struct"
        labels = tuple(Label(span) for span in spans)
        tcx.emit(Diagnostic("E0692", f"transparent {kind} cannot have other repr hints", labels))
    elif _conflicting_ints(names, def_) and not tcx.resolution.lints.allowed("conflicting_repr_hints", def_.span):
        labels = tuple(Label(span) for span in spans)
        tcx.emit(Diagnostic("E0566", "conflicting representation hints", labels, notes=_CONFLICTS))
    elif "Rust" in names and any(name == "C" or name in t.INT_BITS for name in names):
        tcx.emit(Diagnostic("E0566", "conflicting representation hints", tuple(Label(span) for span in spans)))
    if "transparent" in names and isinstance(def_.node, ast.Union):
        note = "see issue #60405 <https://github.com/rust-lang/rust/issues/60405> for more information"
        tcx.emit(Diagnostic("E0658", "transparent unions are unstable", (Label(collect.item_span(def_)),), notes=(note,)))
    if len({span.text.removesuffix("(1)") for name, span in zip(names, spans, strict=True) if name == "packed"}) > 1:
        at = collect.item_span(def_)
        tcx.emit(Diagnostic("E0634", "type has conflicting packed representation hints", (Label(at),)))


_CONFLICTS = (
    "for more information, see issue #68585 <https://github.com/rust-lang/rust/issues/68585>",
    "`#[deny(conflicting_repr_hints)]` (part of `#[deny(future_incompatible)]`) on by default",
)


def _conflicting_ints(names: list[str], def_: Def) -> bool:
    """Whether there are several integer types, or one and `C` on an enum without fields, which both give the tag's type."""
    n_ints = sum(name in t.INT_BITS for name in names)
    if not isinstance(def_.node, ast.Enum_) or n_ints > 1:
        return n_ints > 1
    return n_ints == 1 and "C" in names and all(variant.kind is ast.VariantKind.UNIT for variant in def_.node.variants)


def _aligned_within(tcx: TyCtxt, def_: Def, seen: set[Def]) -> Def | None:
    """An ADT with `repr(align)` among the types of the fields, however deep."""
    seen.add(def_)
    for field in tcx.adt_def(def_).all_fields():
        ty = tcx.type_of(field.def_)
        if isinstance(ty, t.Adt) and ty.def_ not in seen:
            found = ty.def_ if tcx.adt_def(ty.def_).repr.align is not None else _aligned_within(tcx, ty.def_, seen)
            if found is not None:
                return found
    return None


def _check_union_fields(tcx: TyCtxt, def_: Def) -> None:
    """E0740."""
    env = tcx.param_env(def_)
    for field in tcx.adt_def(def_).all_fields():
        ty = tcx.type_of(field.def_)
        node = field.def_.node
        assert isinstance(node, ast.FieldDef)
        if not _never_drops(tcx, ty, env):
            tcx.emit(
                Diagnostic(
                    "E0740", "field must implement `Copy` or be wrapped in `ManuallyDrop<...>` to be used in a union",
                    (Label(node.span),),
                    notes=(
                        "union fields must not have drop side-effects, which is currently enforced via either `Copy` or"
                        " `ManuallyDrop<...>`",
                    ),
                    helps=("wrap the field type in `ManuallyDrop<...>`",),
                )
            )  # fmt: skip


def _never_drops(tcx: TyCtxt, ty: t.Ty, env: ParamEnv) -> bool:
    """Whether a type has no drop glue, now or ever (rustc: `BikeshedGuaranteedNoDrop`)."""
    match ty:
        case t.Ref() | t.ErrorTy():
            return True
        case t.Tuple():
            return all(_never_drops(tcx, elem, env) for elem in ty.elems)
        case t.Array():
            return _never_drops(tcx, ty.elem, env)
        case t.Adt() if tcx.is_lang_item(ty.def_, "manually_drop"):
            return True
        case _:
            return bool(ty.flags & t.HAS_ERROR) or tcx.is_copy(ty, env)


def _duplicate_fields(tcx: TyCtxt, def_: Def) -> None:
    for variant in tcx.adt_def(def_).variants:
        seen: dict[str, Span] = {}
        for field in variant.fields:
            node = field.def_.node
            assert isinstance(node, ast.FieldDef)
            if field.name in seen:
                tcx.emit(
                    Diagnostic(
                        "E0124", f"field `{field.name}` is already declared", (Label(node.span, "field already declared"),),
                        (Label(seen[field.name], f"`{field.name}` first declared here"),),
                    )
                )  # fmt: skip
            else:
                seen[field.name] = node.span


def _check_enum(tcx: TyCtxt, def_: Def, node: ast.Enum_) -> None:
    repr_ = next((a for a in node.attrs if a.name == "repr"), None)
    if not node.variants and repr_ is not None:
        tokens = [
            tok for tree in repr_.args if isinstance(tree, ast.Delimited) for tok in tree.trees if isinstance(tok, ast.Token)
        ]
        at = tokens[0].span if tokens else repr_.span
        tcx.emit(
            Diagnostic(
                "E0084",
                "unsupported representation for zero-variant enum",
                (Label(at),),
                (Label(collect.item_span(def_), "zero-variant enum"),),
            )
        )
    explicit = [v for v in node.variants if v.discriminant is not None]
    if explicit and tcx.adt_def(def_).repr.int_ is None:
        wrong = next((v for v in explicit if v.kind is not ast.VariantKind.UNIT), None)
        with_fields = next((v for v in node.variants if v.kind is not ast.VariantKind.UNIT), None)
        if with_fields is not None:
            discriminant = (wrong or explicit[0]).discriminant
            assert discriminant is not None
            which = "on non-unit variant " if wrong is not None else ""
            labels = [Label(discriminant.span, f"explicit discriminant {which}specified here")]
            if wrong is None:
                labels.append(Label(with_fields.ident.span, "non-unit discriminant declared here"))
            tcx.emit(
                Diagnostic(
                    "E0732", "`#[repr(inttype)]` must be specified for enums with explicit discriminants and non-unit variants",
                    (Label(collect.item_span(def_)),), tuple(labels),
                )
            )  # fmt: skip
    values = tcx.discriminants(def_)
    if (explicit or len(values) != len(set(values))) and def_ not in tcx.cyclic_enums:
        _duplicate_discriminants(tcx, def_, node, values)


def _duplicate_discriminants(tcx: TyCtxt, def_: Def, node: ast.Enum_, values: list[int]) -> None:
    by_value: dict[int, list[int]] = {}
    for i, value in enumerate(values):
        by_value.setdefault(value, []).append(i)
    for value, variants in by_value.items():
        if len(variants) < 2:
            continue
        labels: list[Label] = []
        for i in variants:
            variant = node.variants[i]
            if variant.discriminant is not None:
                labels.append(Label(variant.discriminant.span, f"`{value}` assigned here"))
                continue
            start = next((j for j in range(i - 1, -1, -1) if node.variants[j].discriminant is not None), None)
            if start is not None:
                later = i - start
                text = (
                    f"discriminant for `{variant.ident.name}` incremented from this startpoint"
                    f" (`{node.variants[start].ident.name}` +"
                    f" {later} {'variant' if later == 1 else 'variants'} later => `{variant.ident.name}` = {value})"
                )
                labels.append(Label(node.variants[start].ident.span, text))
            labels.append(Label(variant.ident.span, f"`{value}` assigned here"))
        tcx.emit(
            Diagnostic(
                "E0081", f"discriminant value `{value}` assigned more than once", (Label(collect.item_span(def_)),), tuple(labels)
            )
        )


# ------------------------------------------------------------------------------------------------ recursive types


def check_representable(tcx: TyCtxt, def_: Def) -> bool:
    """Report a type that contains itself without indirection (E0072), once for each cycle; says whether it is one."""
    cycle = tcx.query("representability", def_, lambda: _find_cycle(tcx, def_))
    if not cycle:
        return False
    members = [d for d, _ in cycle]
    reported: set[frozenset[Def]] = tcx.query("reported_recursion", None, set)
    key = frozenset(members)
    if key in reported:
        return True
    reported.add(key)
    ordered = sorted(cycle, key=lambda pair: pair[0].index)
    names = [f"`{d.name}`" for d, _ in ordered]
    listed = names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}"
    plural = "" if len(names) == 1 else "s"
    have = "has" if len(names) == 1 else "have"
    edits = tuple(edit for _, span in ordered for edit in ((span.shrink_to_lo(), "Box<"), (span.shrink_to_hi(), ">")))
    tcx.emit(
        Diagnostic(
            "E0072", f"recursive type{plural} {listed} {have} infinite size",
            tuple(Label(collect.item_span(d)) for d, _ in ordered),
            tuple(Label(span, "recursive without indirection") for _, span in ordered),
            suggestions=(Suggestion("insert some indirection (e.g., a `Box`, `Rc`, or `&`) to break the cycle", edits),),
        )
    )  # fmt: skip
    return True


def has_recursive_types(tcx: TyCtxt) -> bool:
    """Whether some type was reported to contain itself."""
    return bool(tcx.query("reported_recursion", None, set))


def _find_cycle(tcx: TyCtxt, start: Def) -> list[tuple[Def, Span]]:
    """A chain of (ADT, where its field mentions the next) from `start` back to it; empty if there is none."""
    visited: set[Def] = set()

    def search(def_: Def, chain: list[tuple[Def, Span]]) -> list[tuple[Def, Span]] | None:
        for field in tcx.adt_def(def_).all_fields():
            node = field.def_.node
            assert isinstance(node, ast.FieldDef)
            for target, span in _contained(tcx, tcx.type_of(field.def_), node.ty):
                if target is start:
                    return [*chain, (def_, span)]
                if target in visited or target.is_std:
                    continue
                visited.add(target)
                found = search(target, [*chain, (def_, span)])
                if found is not None:
                    return found
        return None

    return search(start, []) or []


def _contained(tcx: TyCtxt, ty: t.Ty, node: ast.Ty | None) -> list[tuple[Def, Span]]:
    """The user's ADTs that a value of the type holds directly, and where they are written."""
    found: list[tuple[Def, Span]] = []
    while isinstance(node, ast.ParenTy):
        node = node.ty
    if isinstance(ty, t.Tuple):
        nodes = node.elems if isinstance(node, ast.TupleTy) else [None] * len(ty.elems)
        for elem, inner in zip(ty.elems, nodes, strict=True):
            found += _contained(tcx, elem, inner)
    elif isinstance(ty, t.Array):
        found += _contained(tcx, ty.elem, node.elem if isinstance(node, ast.ArrayTy) else None)
    elif isinstance(ty, t.Adt):
        if not ty.def_.is_std:
            span = node.span if node is not None else ty.def_.span
            found.append((ty.def_, span))
        params = directly_held_params(tcx, ty.def_)
        if params:
            written = _written_args(tcx, node, ty.def_)
            for index in sorted(params):
                arg = ty.args[index]
                if not isinstance(arg, (t.Adt, t.Tuple, t.Array)):
                    continue
                found += _contained(tcx, arg, written.get(index, node))
    return found


def _written_args(tcx: TyCtxt, node: ast.Ty | None, def_: Def) -> dict[int, ast.Ty]:
    """The written type arguments of a path by parameter index."""
    if not isinstance(node, ast.PathTy):
        return {}
    res = tcx.resolution.path_res.get(node.path)
    if res is None or not isinstance(res.base, DefRes) or res.base.def_ is not def_:
        return {}
    args = node.path.segments[-1].args
    params = [p for p in tcx.generics_of(def_).params if p.kind is not ParamKind.LIFETIME]
    given = [a for a in args.args if not isinstance(a, ast.Lifetime)] if args is not None else []
    return {p.index: a for p, a in zip(params, given, strict=False) if not isinstance(a, ast.AnonConst)}


def directly_held_params(tcx: TyCtxt, def_: Def) -> set[int]:
    """The type parameters of which an ADT holds values directly (rustc: `params_in_repr`)."""

    def compute() -> set[int]:
        if tcx.is_lang_item(def_, "phantom_data") or tcx.is_lang_item(def_, "heap_ptr"):
            return set()
        found: set[int] = set()
        for field in tcx.adt_def(def_).all_fields():
            stack = [tcx.type_of(field.def_)]
            while stack:
                ty = stack.pop()
                if isinstance(ty, t.Param):
                    found.add(ty.index)
                elif isinstance(ty, t.Tuple):
                    stack.extend(ty.elems)
                elif isinstance(ty, t.Array):
                    stack.append(ty.elem)
                elif isinstance(ty, t.Adt):
                    stack.extend(ty.args[i] for i in directly_held_params(tcx, ty.def_))  # type: ignore[misc]
        return found

    return tcx.query("params_in_repr", def_, compute, lambda _chain: set())


# ------------------------------------------------------------------------------------------------ unused parameters


def _unused_params(tcx: TyCtxt, def_: Def) -> None:
    """E0392 (rustc: `check_variances_for_type_defn`)."""
    generics = tcx.generics_of(def_)
    if not generics.params:
        return
    if any(tcx.type_of(f.def_).flags & t.HAS_ERROR for f in tcx.adt_def(def_).all_fields()):
        return
    node = def_.node
    assert isinstance(node, ast.ItemBase)
    if isinstance(node, ast.Struct) and node.recovered:
        return
    if any(
        d.code == "E0107" and d.span.file is node.span.file and node.span.lo <= d.span.lo < node.span.hi for d in tcx.sink.items
    ):
        return
    variances = tcx.variances_of(def_)
    mentioned = {
        part.index
        for f in tcx.adt_def(def_).all_fields()
        for part in t.walk(tcx.type_of(f.def_))
        if isinstance(part, (t.Param, t.ReEarlyParam, t.ConstParam))
    }
    used: set[object] = {param.to_arg() for param in generics.params if variances[param.index] is not Variance.BIVARIANT}
    constrained = with_projections(tcx, def_, used)
    for at, param in enumerate(generics.params):
        if param.kind is ParamKind.CONST or param.to_arg() in constrained:
            continue
        if param.name in ("'static", "'_") or any(other.name == param.name for other in generics.params[:at]):
            # Told already (E0262, E0637, E0403).
            continue
        written = param.def_.node
        assert isinstance(written, ast.GenericParam)
        name, span = param.name, written.ident.span
        what = "lifetime" if param.kind is ParamKind.LIFETIME else "type"
        help_ = f"consider removing `{name}`, referring to it in a field, or using a marker such as `PhantomData`"
        if param.index in mentioned:
            uses = _param_uses(tcx, def_, param.def_)
            tcx.emit(
                Diagnostic(
                    None, f"{what} parameter `{name}` is only used recursively", tuple(Label(u) for u in uses) or (Label(span),),
                    (Label(span, f"{what} parameter must be used non-recursively in the definition"),),
                    ("all type parameters must be used in a non-recursive way in order to constrain their variance",), (help_,),
                )
            )  # fmt: skip
            continue
        helps = [help_]
        if what == "type" and not written.bounds:
            helps.append(f"if you intended `{name}` to be a const parameter, use `const {name}: /* Type */` instead")
        tcx.emit(
            Diagnostic(
                "E0392",
                f"{what} parameter `{name}` is never used",
                (Label(span, f"unused {what} parameter"),),
                helps=tuple(helps),
            )
        )


def check_alias_params(tcx: TyCtxt, def_: Def) -> None:
    """E0091: type parameters of a `type` alias that it doesn't mention."""
    ty = tcx.type_of(def_)
    if ty.flags & t.HAS_ERROR:
        return
    used = {part.index for part in t.walk(ty) if isinstance(part, t.Param)}
    for param in tcx.generics_of(def_).params:
        node = param.def_.node
        if param.kind is not ParamKind.TYPE or param.index in used or not isinstance(node, ast.GenericParam):
            continue
        helps = [f"consider removing `{param.name}` or referring to it in the body of the type alias"]
        if not node.bounds:
            helps.append(f"if you intended `{param.name}` to be a const parameter, use `const {param.name}: /* Type */` instead")
        label = Label(node.ident.span, "unused type parameter")
        tcx.emit(Diagnostic("E0091", f"type parameter `{param.name}` is never used", (label,), helps=tuple(helps)))


def _param_uses(tcx: TyCtxt, def_: Def, param: Def) -> list[Span]:
    found: list[Span] = []
    for field in tcx.adt_def(def_).all_fields():
        node = field.def_.node
        assert isinstance(node, ast.FieldDef)
        for path in collect._nodes_of(node.ty, ast.PathTy):
            res = tcx.resolution.path_res.get(path.path)
            if res is not None and isinstance(res.base, DefRes) and res.base.def_ is param:
                found.append(path.span)
    return found


# ------------------------------------------------------------------------------------------------ Copy and Drop


def check_copy_impl(tcx: TyCtxt, impl: Def) -> None:
    """E0204, E0206, E0184 of `impl Copy for T` (rustc: `visit_implementation_of_copy`)."""
    node = collect.impl_node(impl)
    self_ty = tcx.type_of(impl)
    if isinstance(self_ty, t.ErrorTy) or node.negative:
        return
    span = node.self_ty.span
    if isinstance(self_ty, (t.Prim, t.RawPtr, t.Array)) or (isinstance(self_ty, t.Ref) and not self_ty.mutable):
        # Std has impls for these (rustc: `type_allowed_to_implement_copy`).
        return
    if not isinstance(self_ty, t.Adt):
        tcx.emit(
            Diagnostic(
                "E0206",
                "the trait `Copy` cannot be implemented for this type",
                (Label(span, "type is not a structure or enumeration"),),
            )
        )
        return
    copy = tcx.lang_item("copy")
    env = tcx.param_env(impl)
    infcx = tcx.infer_ctxt(env)
    labels: list[Label] = []
    for field in tcx.adt_def(self_ty.def_).all_fields():
        ty = infcx.normalize(field.ty(tcx, self_ty.args), span, env)
        predicate = t.dummy_binder(t.TraitPredicate(t.TraitRef(copy, (ty,))))
        if ty.flags & t.HAS_ERROR:
            continue
        if infcx.evaluate_obligation(Obligation(predicate, ObligationCause(span), env)) is not EvaluationResult.OK:
            at = field.def_.node
            assert isinstance(at, ast.FieldDef)
            is_tuple = field.name.isdigit()
            labels.append(Label(at.ty.span if is_tuple else at.span, "this field does not implement `Copy`"))
    if labels:
        tcx.emit(Diagnostic("E0204", "the trait `Copy` cannot be implemented for this type", (Label(span),), tuple(labels)))
    elif tcx.adt_destructor(self_ty.def_) is not None:
        tcx.emit(
            Diagnostic(
                "E0184", "the trait `Copy` cannot be implemented for this type; the type has a destructor",
                (Label(span, "`Copy` not allowed on types with destructors"),),
            )
        )  # fmt: skip


def check_drop_target(tcx: TyCtxt, impl: Def) -> None:
    """E0120 of `impl Drop for T` (rustc: `visit_implementation_of_drop`)."""
    node = collect.impl_node(impl)
    self_ty = tcx.type_of(impl)
    if not isinstance(self_ty, (t.ErrorTy, t.Adt)) or (isinstance(self_ty, t.Adt) and self_ty.def_.is_std):
        tcx.emit(
            Diagnostic(
                "E0120", "the `Drop` trait may only be implemented for local structs, enums, and unions",
                (Label(node.self_ty.span, "must be a struct, enum, or union in the current crate"),),
            )
        )  # fmt: skip


def check_drop_impl(tcx: TyCtxt, impl: Def) -> None:
    """E0366, E0367: an impl of Drop is for all instances of its type (rustc: `check_drop_impl`)."""
    node = collect.impl_node(impl)
    self_ty = tcx.type_of(impl)
    if not isinstance(self_ty, t.Adt):
        return
    kind = self_ty.def_.kind.value
    seen: set[object] = set()
    for arg in self_ty.args:
        bad: str | None = None
        if not isinstance(arg, (t.Param, t.ReEarlyParam, t.ConstParam)):
            bad = f"`{tcx.format_ty(arg)}` is not a generic parameter"
        elif arg in seen:
            bad = f"`{tcx.format_ty(arg)}` is mentioned multiple times"
        seen.add(arg)
        if bad is not None:
            tcx.emit(
                Diagnostic(
                    "E0366", "`Drop` impls cannot be specialized", (Label(node.head_span),),
                    notes=(bad, f"use the same sequence of generic lifetime, type and const parameters as the {kind} definition"),
                )
            )  # fmt: skip
            return
    back: dict[object, t.GenericArg] = dict(zip(self_ty.args, tcx.identity_args(self_ty.def_), strict=True))
    impl_to_adt = tuple(back.get(a, a) for a in tcx.identity_args(impl))
    env = tcx.param_env(self_ty.def_)
    infcx = tcx.infer_ctxt(env)
    for predicate, span in tcx.predicates_of(impl):
        wanted = t.subst(predicate, impl_to_adt)
        if wanted in env.caller_bounds:
            continue
        if isinstance(wanted.value, (t.TypeOutlives, t.RegionOutlives)):
            ok = False
        else:
            ok = infcx.predicate_must_hold(Obligation(wanted, ObligationCause(span), env))
        if not ok:
            tcx.emit(
                Diagnostic(
                    "E0367", f"`Drop` impl requires `{tcx.format_ty(predicate)}` but the {kind} it is implemented for does not",
                    (Label(span),), notes=("the implementor must specify the same requirement",),
                )
            )  # fmt: skip
