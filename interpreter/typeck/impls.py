"""Which impls there are: an index by trait and by the outermost constructor of the self type (rustc: `trait_impls_of`,
`fast_reject`).

Std's impls come file by file, when a trait and a type first meet; the index takes in what is new each time it is asked.
An impl is filed by its text alone (the resolved path of its trait and self type); its header is lowered only when it is
considered.
"""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind, DefRes, PrimTyRes, SelfTyRes
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.defs import TraitImpls

if TYPE_CHECKING:
    from interpreter.typeck.context import ImplSlot, TyCtxt


def simplify_type(ty: t.Ty) -> object | None:
    """The key of a type's outermost constructor; None for parameters, projections, inference variables and errors."""
    if isinstance(ty, t.Adt):
        return ty.def_
    if isinstance(ty, t.Prim):
        return ty.name
    if isinstance(ty, t.Ref):
        return "&mut" if ty.mutable else "&"
    if isinstance(ty, t.Dynamic):
        return ty.principal.value.trait if ty.principal is not None else "dyn"
    if isinstance(ty, t.Tuple):
        return ("tuple", len(ty.elems))
    if isinstance(ty, t.RawPtr):
        return "*mut" if ty.mutable else "*const"
    if isinstance(ty, t.Array):
        return "array"
    if isinstance(ty, t.Slice):
        return "slice"
    if isinstance(ty, t.FnPtr):
        return "fn_ptr"
    if isinstance(ty, t.Closure):
        return ty.def_
    if isinstance(ty, t.FnDef):
        return ("fn_def", ty.def_)
    return None


def load_key(ty: t.Ty) -> Def | str | None:
    """What to ask the std loader for so that the impls for a type are there."""
    if isinstance(ty, t.Adt):
        return ty.def_
    if isinstance(ty, t.Prim):
        return "never" if ty.name == "!" else ty.name
    if isinstance(ty, t.Ref):
        return "reference"
    if isinstance(ty, t.RawPtr):
        return "pointer"
    if isinstance(ty, t.Tuple):
        return "tuple"
    if isinstance(ty, t.Array):
        return "array"
    if isinstance(ty, t.Slice):
        return "slice"
    if isinstance(ty, t.FnPtr):
        return "fn_ptr"
    if isinstance(ty, t.Dynamic) and ty.principal is not None:
        return ty.principal.value.trait  # type: ignore[no-any-return]
    return None


def heads_of(ty: t.Ty) -> tuple[str, ...]:
    """The outermost constructor as std's index names it (std_index.self_head); nothing for what can't be the self type of a std
    impl by itself. A reference may be one to anything or to just this."""
    if isinstance(ty, t.Adt):
        return (ty.def_.name,) if ty.def_.is_std else ()
    if isinstance(ty, t.Dynamic):
        return ("dyn",)
    if isinstance(ty, t.Tuple):
        return (f"tuple{len(ty.elems)}",)
    if isinstance(ty, t.Ref):
        return ("&", *(f"&{head}" for head in heads_of(ty.ty)))
    key = load_key(ty)
    return (key,) if isinstance(key, str) else ()


_BLANKET = object()


class ImplIndex:
    """See the module's docstring. Std's impls wait in `_pending`, by the name of their trait and the head of their self type,
    which std's index knows without reading them; they are filed when one of their kind is asked for."""

    def __init__(self, tcx: TyCtxt) -> None:
        self.tcx = tcx
        self._taken = 0
        self._by_trait: dict[Def, TraitImpls] = {}
        self._inherent: dict[object, dict[Def, int]] = {}
        """With the number of the slot, by which they are sorted."""
        self._loaded: set[Def | str] = set()
        self._pending: dict[str, dict[str, list[tuple[int, ImplSlot]]]] = {}
        self._files_seen: dict[str, int] = {}
        """How many of std's files were asked for their impls of traits of that name."""

    def trait_impls(self, trait: Def) -> TraitImpls:
        """Those loaded so far, after loading the trait's own file."""
        self._load(trait)
        self._file_all(trait.name)
        return self._by_trait.get(trait) or TraitImpls()

    def relevant_impls(self, trait: Def, self_ty: t.Ty) -> list[Def]:
        """The impls of `trait` whose self type is a parameter or has the same outermost constructor as `self_ty` (all for an
        inference variable; a projection or opaque type is taken as no type but itself)."""
        self._load(trait)
        key = load_key(self_ty)
        if key is not None:
            self._load(key)
        for arg in (self_ty.ty,) if isinstance(self_ty, (t.Ref, t.RawPtr)) else ():
            inner = load_key(arg)
            if inner is not None:
                self._load(inner)
            elif isinstance(arg, t.Infer) and arg.kind != "ty":
                for name in ("i32", "i64", "u8", "usize") if arg.kind == "int" else ("f64", "f32"):
                    self._load(name)
        self._file_pending(trait.name, "")
        if isinstance(self_ty, t.Infer):
            return self._for_variable(trait, self_ty)
        simplified = simplify_type(self_ty)
        if simplified is not None:
            self._file_heads(trait.name, self_ty)
        impls = self._by_trait.get(trait)
        if impls is None:
            return []
        found = impls.by_self.get(simplified)
        return [*impls.blanket, *found] if found else impls.blanket

    def _for_variable(self, trait: Def, var: t.Infer) -> list[Def]:
        """For a type variable all; for an integer variable, of std's impls those of a few representative types and of those that
        the program mentions: where std has an impl for one integer type it has it for others too, so that the goal is ambiguous.
        """
        if var.kind == "ty":
            self._file_all(trait.name)
            impls = self._by_trait.get(trait)
            return impls.all() if impls is not None else []
        every = tuple(t.INT_BITS) if var.kind == "int" else ("f32", "f64")
        for name in ("i32", "i64", "u8", "usize") if var.kind == "int" else ("f64", "f32"):
            self._load(name)
        for name in every:
            if name in self._loaded:
                self._file_pending(trait.name, name)
        impls = self._by_trait.get(trait)
        if impls is None:
            return []
        return [*impls.blanket, *(d for name in every for d in impls.by_self.get(name, ()))]

    def load_for_argument(self, arg: t.GenericArg) -> None:
        """Load the impls that stand with the type of a trait's argument (`SliceIndex<[T]>` with slices, `AddAssign<&u64>` with
        u64)."""
        while isinstance(arg, t.Ref):
            arg = arg.ty
        key = load_key(arg)  # type: ignore[arg-type]
        if key is not None:
            self._load(key)

    def same_constructor(self, impl: Def, self_ty: t.Ty) -> bool:
        """Whether an impl was written for this very outermost constructor (auto traits have no structural impl then)."""
        key = simplify_type(self_ty)
        return key is not None and key == simplify_type(self.tcx.type_of(impl))

    def inherent_impls(self, self_ty: t.Ty, name: str | None) -> list[Def]:
        """The inherent impls filed under the type's outermost constructor; with `name`, only those of std's are read that have
        an item of that name."""
        key = load_key(self_ty)
        if key is not None:
            self._load(key)
        else:
            self._take_new()
        for head in heads_of(self_ty):
            self._file_pending("", head, name)
        found = self._inherent.get(simplify_type(self_ty))
        return sorted(found, key=found.__getitem__) if found else []

    def _load(self, key: Def | str) -> None:
        if key not in self._loaded:
            self._loaded.add(key)
            self.tcx.std.ensure_loaded_for(key)
        self._take_new()

    def _take_new(self) -> None:
        impls = self.tcx.std.known_impls()
        for number, impl in impls[self._taken :]:
            if impl.head is None:
                self._file(impl.def_, number)
            else:
                trait, self_ty = impl.head
                self._pending.setdefault(trait, {}).setdefault(self_ty, []).append((number, impl))
        self._taken = len(impls)

    def _waiting(self, trait: str) -> dict[str, list[tuple[int, ImplSlot]]]:
        """The impls of traits of that name that wait, by the head of their self type."""
        waiting = self._pending.setdefault(trait, {})
        files = self.tcx.std.impl_files()
        for file in files[self._files_seen.get(trait, 0) :]:
            for number, impl in file.slots(trait):
                assert impl.head is not None
                waiting.setdefault(impl.head[1], []).append((number, impl))
        self._files_seen[trait] = len(files)
        return waiting

    def _file_heads(self, trait: str, self_ty: t.Ty) -> None:
        """File what is for a type; a reference to what isn't known yet may be any reference."""
        referent = self_ty
        while isinstance(referent, t.Ref):
            referent = referent.ty
        if referent is not self_ty and isinstance(referent, (t.Infer, t.Alias)):
            heads = [head for head in self._waiting(trait) if head[:1] == "&"]
        else:
            heads = list(heads_of(self_ty))
        for head in heads:
            self._file_pending(trait, head)

    def _file_pending(self, trait: str, head: str, name: str | None = None) -> None:
        """File the impls that wait under a head; with `name`, only those that have an item of that name."""
        waiting = self._waiting(trait)
        slots = waiting.pop(head, None)
        if slots is not None and name is not None:
            left = [slot for slot in slots if not slot[1].declares(name)]
            if left:
                waiting[head] = left
                slots = [slot for slot in slots if slot[1].declares(name)]
        for number, impl in slots or ():
            self._file(impl.def_, number)

    def _file_all(self, trait: str) -> None:
        waiting = self._waiting(trait)
        self._pending[trait] = {}
        for slots in waiting.values():
            for number, impl in slots:
                self._file(impl.def_, number)

    def _file(self, impl: Def, number: int) -> None:
        node = impl.node
        assert isinstance(node, ast.Impl)
        key = self._simplify_node(node.self_ty, impl)
        if key is _BLANKET and getattr(impl, "impl_head", ("", ""))[1] == "fn_ptr":
            key = "fn_ptr"
        if node.trait is None:
            if key is not None and key is not _BLANKET:
                self._inherent.setdefault(key, {})[impl] = number
            return
        res = self.tcx.resolution.path_res.get(node.trait)
        if res is None or not isinstance(res.base, DefRes) or res.base.def_.kind is not DefKind.TRAIT or res.unresolved:
            return
        impls = self._by_trait.setdefault(res.base.def_, TraitImpls())
        if key is _BLANKET:
            impls.blanket.append(impl)
        elif key is not None:
            impls.by_self.setdefault(key, []).append(impl)

    def _simplify_node(self, node: ast.Ty, impl: Def) -> object | None:
        """simplify_type of a written type; _BLANKET for a parameter, None for an error."""
        while isinstance(node, ast.ParenTy):
            node = node.ty
        match node:
            case ast.RefTy():
                return "&mut" if node.mutable else "&"
            case ast.PtrTy():
                return "*mut" if node.mutable else "*const"
            case ast.TupleTy():
                return ("tuple", len(node.elems))
            case ast.ArrayTy():
                return "array"
            case ast.SliceTy():
                return "slice"
            case ast.NeverTy():
                return "!"
            case ast.PathTy() if node.path.qself is None:
                res = self.tcx.resolution.path_res.get(node.path)
                if res is None:
                    return None
                match res.base:
                    case PrimTyRes(name) if not res.unresolved:
                        return name
                    case DefRes(def_) if not res.unresolved:
                        if def_.kind in (DefKind.STRUCT, DefKind.ENUM, DefKind.UNION):
                            return def_
                        if def_.kind is DefKind.TY_PARAM:
                            return _BLANKET
                    case SelfTyRes():
                        return None
        ty = self.tcx.type_of(impl)
        if isinstance(ty, t.ErrorTy):
            return None
        key = simplify_type(ty)
        return _BLANKET if key is None else key
