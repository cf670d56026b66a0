"""What other languages don't know: `improper_ctypes`, `improper_ctypes_definitions`, `clashing_extern_declarations` (rustc_lint:
types/improper_ctypes.rs, foreign_modules.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import nodes
from interpreter.lint.spans import whole
from interpreter.records import NamedTuple
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.items import user_items
from interpreter.typeck.layout import LayoutError

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.defs import VariantDef

_RUST_ABIS = ("Rust", "rust-call", "rust-intrinsic", "rust-cold")


class _Place(NamedTuple):
    """Where a type stands: in a function (`defined`: in Rust; `pointer`: a pointer's type), as its result, in a static."""

    function: bool = True
    defined: bool = False
    pointer: bool = False
    result: bool = False


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All foreign items and functions for others to call."""
    declared: dict[str, Def] = {}
    for def_ in user_items(tcx):
        node = def_.node
        if isinstance(node, ast.Fn):
            if node.foreign and node.extern_abi not in _RUST_ABIS:
                _clash(tcx, declared, def_, node, emit)
            _signature(tcx, def_, node, emit)
        elif isinstance(node, ast.Static) and node.foreign and node.ty is not None:
            _tell(tcx, def_, tcx.type_of(def_), node.ty.span, _Place(function=False), imported=True, emit=emit)


def _signature(tcx: TyCtxt, def_: Def, item: ast.Fn, emit: Emit) -> None:
    sig = tcx.liberated_fn_sig(def_)
    written = [param.ty for param in item.params]
    types = list(zip(sig.inputs[len(sig.inputs) - len(written) :], written, strict=False))
    for_others = item.extern_abi not in (None, *_RUST_ABIS)
    place = _Place(defined=not item.foreign)
    output = [(sig.output, item.output)] if item.output is not None else []
    for ty, node in [*types, *output]:
        at = place if node is not item.output else place._replace(result=True)
        if for_others:
            _tell(tcx, def_, ty, node.span, at, imported=item.foreign, emit=emit)
        else:
            pointers = [part for part in t.walk(ty) if isinstance(part, t.FnPtr) and part.sig.value.abi not in _RUST_ABIS]
            spans = [part.span for part in nodes(node) if isinstance(part, ast.FnPtrTy) and part.extern]
            for pointer, span in zip(pointers, spans, strict=False):
                _tell(tcx, def_, pointer, span, at, imported=False, emit=emit)


def _tell(tcx: TyCtxt, def_: Def, ty: t.Ty, span: Span, place: _Place, *, imported: bool, emit: Emit) -> None:
    visitor = _Visitor(tcx, def_, imported=imported)
    ty = tcx.normalize_erasing_regions(ty, tcx.param_env(def_))
    opaque = next((part for part in t.walk(ty) if isinstance(part, t.Alias) and part.def_.kind is DefKind.OPAQUE_TY), None)
    found = opaque if opaque is not None else visitor.visit(place, None, ty)
    if found is not None:
        what, lint = ("`extern` block", "improper_ctypes") if imported else ("`extern` fn", "improper_ctypes_definitions")
        message = f"{what} uses type `{tcx.format_ty(found)}`, which is not FFI-safe"
        emit(lint, Label(span, "not FFI-safe"), message)


class _Visitor:
    """Finds the part of a type that has no meaning elsewhere."""

    def __init__(self, tcx: TyCtxt, def_: Def, *, imported: bool) -> None:
        self.tcx = tcx
        self.param_env = tcx.param_env(def_)
        self.imported = imported
        self.seen: set[t.Ty] = set()
        self.phantom: t.Ty | None = None

    def visit(self, place: _Place, outer: t.Ty | None, ty: t.Ty) -> t.Ty | None:
        """The part to blame; that a type is nothing but PhantomData is left in `phantom` and told at the outside only."""
        found = self._visit(place, outer, ty)
        return self.phantom if found is None and outer is None else found

    def _visit(self, place: _Place, outer: t.Ty | None, ty: t.Ty) -> t.Ty | None:
        self.phantom = None
        if ty in self.seen:
            return None
        self.seen.add(ty)
        match ty:
            case t.Adt():
                return self._adt(place, ty)
            case t.Slice() | t.Dynamic():
                return ty
            case t.Prim():
                return ty if ty in (t.CHAR, t.STR) else None
            case t.Tuple():
                void = outer is None or isinstance(outer, t.FnPtr)
                safe = not ty.elems and (place.result if void else isinstance(outer, (t.Adt, t.RawPtr)))
                return None if safe else ty
            case t.RawPtr(ty=t.Tuple(elems=())):
                return None
            case t.RawPtr() | t.Ref():
                if (place.defined or place.pointer) and self._is_sized(ty.ty):
                    return None
                return self._visit(place, ty, ty.ty)
            case t.Array():
                return ty if place.function and outer is None else self._visit(place, ty, ty.elem)
            case t.FnPtr():
                return self._pointer(ty)
            case t.Param() | t.Alias():
                return None
        return None

    def _is_sized(self, ty: t.Ty) -> bool:
        return self.tcx.is_sized(ty, self.param_env)

    def _pointer(self, ty: t.FnPtr) -> t.Ty | None:
        sig = t.erase_regions(ty.sig.value)
        if sig.abi in _RUST_ABIS:
            return ty
        for part in sig.inputs:
            found = self._visit(_Place(pointer=True), ty, part)
            if found is not None or self.phantom is not None:
                return found
        return self._visit(_Place(pointer=True, result=True), ty, sig.output)

    def _adt(self, place: _Place, ty: t.Adt) -> t.Ty | None:
        adt = self.tcx.adt_def(ty.def_)
        if self.tcx.is_lang_item(ty.def_, "owned_box") and (place.defined or (place.pointer and not self.imported)):
            return None if self._is_sized(ty.args[0]) else ty  # type: ignore[arg-type]
        if self.tcx.is_lang_item(ty.def_, "phantom_data"):
            self.phantom = ty
            return None
        if not adt.is_enum:
            fixed = adt.repr.c or adt.repr.transparent
            if not fixed or not adt.non_enum_variant.fields:
                return ty
            return self._fields(place, ty, adt.non_enum_variant)
        if not adt.variants:
            return None
        if not adt.repr.c and not adt.repr.transparent and adt.repr.int_ is None:
            inner = nullable(self.tcx, ty)
            return self._visit(place, ty, inner) if inner is not None else ty
        for variant in adt.variants:
            found = self._fields(place, ty, variant)
            if found is not None or self.phantom is not None:
                return found
        return None

    def _fields(self, place: _Place, ty: t.Adt, variant: VariantDef) -> t.Ty | None:
        fields = [self.tcx.normalize_erasing_regions(f.ty(self.tcx, ty.args), self.param_env) for f in variant.fields]
        only_empty = False
        if self.tcx.adt_def(ty.def_).repr.transparent:
            full = [field for field in fields if not _is_empty(self.tcx, field)]
            if full:
                return self._visit(place, ty, full[0])
            only_empty = True
        all_phantom = bool(fields)
        for field in fields:
            found = self._visit(place, ty, field)
            if found is not None:
                return found
            all_phantom = all_phantom and self.phantom is not None
        self.phantom = ty if all_phantom else None
        return ty if only_empty and not all_phantom else None


def _is_empty(tcx: TyCtxt, ty: t.Ty) -> bool:
    try:
        return tcx.layout_of(ty).size == 0
    except LayoutError:
        return False


def nullable(tcx: TyCtxt, ty: t.Adt) -> t.Ty | None:
    """What an enum like `Option<&T>` is to others: the pointer or number that may be null (rustc: `repr_nullable_ptr`)."""
    variants = tcx.adt_def(ty.def_).variants
    if len(variants) != 2:
        return None
    payloads = [[f.ty(tcx, ty.args) for f in variant.fields] for variant in variants]
    full = [fields for fields in payloads if any(not _is_empty(tcx, field) for field in fields)]
    if len(full) != 1 or any(len(fields) > 1 for fields in payloads):
        return None
    inner = full[0][0]
    if isinstance(inner, t.Alias):
        return None
    if isinstance(inner, t.FnPtr):
        return inner
    pointer: t.RawPtr
    if isinstance(inner, t.Ref):
        pointer = t.RawPtr(inner.ty, inner.mutable)
        return pointer
    if not isinstance(inner, t.Adt):
        return None
    arg = inner.args[0] if inner.args else None
    if tcx.is_lang_item(inner.def_, "owned_box") or (inner.def_.is_std and inner.def_.name == "NonNull"):
        pointer = t.RawPtr(arg, inner.def_.name != "NonNull")
        return pointer
    if inner.def_.is_std and inner.def_.name == "NonZero":
        return arg  # type: ignore[return-value]
    adt = tcx.adt_def(inner.def_)
    if not adt.is_struct or not adt.repr.transparent:
        return None
    fields: list[t.Ty] = [f.ty(tcx, inner.args) for f in adt.non_enum_variant.fields]
    return next((field for field in fields if isinstance(field, (t.Ref, t.FnPtr))), None)


# ------------------------------------------------------------------------------------------------ declarations


def _clash(tcx: TyCtxt, declared: dict[str, Def], def_: Def, item: ast.Fn, emit: Emit) -> None:
    """Two declarations of one foreign function that don't agree."""
    attr = _link_name(item)
    literal = attr.args[-1] if attr is not None else None
    name = literal.text.strip('"') if isinstance(literal, ast.Token) else def_.name
    first = declared.setdefault(name, def_)
    if first is def_ or _same(tcx, _fn_type(tcx, first), _fn_type(tcx, def_), set()):
        return
    assert isinstance(first.node, ast.Fn)
    if first.name == def_.name:
        message = f"`{def_.name}` redeclared with a different signature"
    else:
        message = f"`{def_.name}` redeclares `{first.name}` with a different signature"
    label = (Label(_declaration(first.node), f"`{first.name}` previously declared here"),)
    at = Label(_declaration(item), "this signature doesn't match the previous declaration")
    emit("clashing_extern_declarations", at, message, secondary=label)


def _link_name(item: ast.Fn) -> ast.Attribute | None:
    return next((attr for attr in item.attrs if attr.name == "link_name" and attr.args), None)


def _declaration(item: ast.Fn) -> Span:
    """What gives the symbol its name."""
    attr = _link_name(item)
    return attr.span if attr is not None else whole(item)


def _fn_type(tcx: TyCtxt, def_: Def) -> t.FnSig:
    return t.erase_regions(tcx.liberated_fn_sig(def_))


def _same(tcx: TyCtxt, a: object, b: object, seen: set[tuple[object, object]]) -> bool:
    """Whether two types are alike in all that others see of them (rustc: `structurally_same_type`)."""
    if a == b or (a, b) in seen:
        return True
    seen.add((a, b))
    match a, b:
        case t.FnSig(), t.FnSig():
            alike = len(a.inputs) == len(b.inputs) and a.abi == b.abi and a.unsafe == b.unsafe
            pairs = zip([*a.inputs, a.output], [*b.inputs, b.output], strict=False)
            return alike and all(_same(tcx, x, y, seen) for x, y in pairs)
        case t.FnPtr(), t.FnPtr():
            return _same(tcx, t.erase_regions(a.sig.value), t.erase_regions(b.sig.value), seen)
        case t.RawPtr(), t.RawPtr():
            return a.mutable == b.mutable and _same(tcx, a.ty, b.ty, seen)
        case t.Ref(), t.Ref():
            return a.mutable == b.mutable and _same(tcx, a.ty, b.ty, seen)
        case t.Array(), t.Array():
            return a.len == b.len and _same(tcx, a.elem, b.elem, seen)
        case t.Adt(), t.Adt():
            return _same_adts(tcx, a, b, seen)
        case (t.Adt(), _) | (_, t.Adt()):
            adt, other = (a, b) if isinstance(a, t.Adt) else (b, a)
            assert isinstance(adt, t.Adt)
            definition = tcx.adt_def(adt.def_)
            if definition.is_struct and definition.repr.transparent:
                fields = [f.ty(tcx, adt.args) for f in definition.non_enum_variant.fields]
                return any(_same(tcx, field, other, seen) for field in fields)
            inner = nullable(tcx, adt) if definition.is_enum else None
            if inner is None and definition.is_enum and definition.repr.int_ is None:
                return False
            return isinstance(other, (t.RawPtr, t.FnPtr, t.Prim)) and inner == other
    return False


def _same_adts(tcx: TyCtxt, a: t.Adt, b: t.Adt, seen: set[tuple[object, object]]) -> bool:
    one, two = tcx.adt_def(a.def_), tcx.adt_def(b.def_)
    if one.is_enum != two.is_enum or one.is_union != two.is_union or len(one.variants) != len(two.variants):
        return False
    if (one.repr.c, one.repr.int_) != (two.repr.c, two.repr.int_):
        return False
    for x, y in zip(one.variants, two.variants, strict=True):
        mine = [f.ty(tcx, a.args) for f in x.fields]
        theirs = [f.ty(tcx, b.args) for f in y.fields]
        if len(mine) != len(theirs) or not all(_same(tcx, p, q, seen) for p, q in zip(mine, theirs, strict=True)):
            return False
    return True
