"""Which items, fields and variants live (rustc_passes: dead.rs, `MarkSymbolVisitor`)."""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING
from interpreter.lint.visibility import reachable
from interpreter.records import fields
from interpreter.resolve.defs import Def, DefKind, DefRes, SelfTyRes
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.items import user_items
from interpreter.typeck.pattern import enumerate_and_adjust

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.results import BodyTypes

_ALWAYS_IN_PATTERNS = (DefKind.CONST, DefKind.ASSOC_CONST, DefKind.TY_ALIAS)
_KEPT_FOR_THE_LINKER = ("no_mangle", "export_name", "used", "panic_handler")
_EXPLORED = (DefKind.FIELD, DefKind.MOD)
_READS_TRIVIALLY = ("Clone", "Debug")
"""Traits whose derived impls don't count as reading fields (`rustc_trivial_field_reads`)."""


def is_of_trait(impl: Def) -> bool:
    """Whether an impl is one of a trait."""
    return isinstance(impl.node, ast.Impl) and impl.node.trait is not None


def has_attribute(def_: Def, name: str) -> bool:
    """`#[name]` or `#[unsafe(name)]`."""
    wrapped = def_.attrs.get("unsafe")
    return name in def_.attrs or (wrapped is not None and name in wrapped.span.text)


class LiveSymbols:
    """A walk over all that lives, as far as it mentions more."""

    def __init__(self, tcx: TyCtxt) -> None:
        self.tcx = tcx
        self.live: set[Def] = set()
        self.seen: set[Def] = set()
        self.worklist: list[tuple[Def, bool]] = []
        """With whether it lives by an attribute that allows that it is dead."""
        self.body: BodyTypes | None = None
        self.in_pat = False
        self.made_elsewhere: list[Def] = []
        """Variants that must exist for the arm around to be reached."""

    def find(self) -> set[Def]:
        """All that lives."""
        unsolved = self._seed()
        self._mark()
        while True:
            ready = [item for item in unsolved if self._may_live(item)]
            if not ready:
                return self.live
            unsolved = [item for item in unsolved if item not in ready]
            self.worklist += [(item, False) for item in ready]
            self._mark()

    # ------------------------------------------------------------------------------------------ where it begins

    def _seed(self) -> list[Def]:
        """The roots; gives impls of traits and their items, which may live."""
        tcx = self.tcx
        self.worklist += [(def_, False) for def_ in reachable(tcx)]
        if tcx.resolution.main is not None:
            self.worklist.append((tcx.resolution.main, False))
        unsolved: list[Def] = []
        for def_ in user_items(tcx):
            kept = self._is_kept(def_)
            if kept is not None:
                self.worklist.append((def_, kept))
                self.worklist += [(child, kept) for child in def_.children if child.kind is DefKind.VARIANT]
            elif def_.kind is DefKind.CONST and def_.name == "_":
                self.worklist.append((def_, False))
            elif any(part is not None and part.kind is DefKind.IMPL and is_of_trait(part) for part in (def_, def_.parent)):
                unsolved.append(def_)
        return unsolved

    def _is_kept(self, def_: Def) -> bool | None:
        """Whether an attribute makes an item live (True: by allowing that it is dead)."""
        at = def_.node.span if isinstance(def_.node, ast.Node) else def_.span
        if self.tcx.resolution.lints.level("dead_code", at) in ("allow", "expect"):
            return True
        return False if any(has_attribute(def_, name) for name in _KEPT_FOR_THE_LINKER) else None

    def _may_live(self, item: Def) -> bool:
        impl = item if item.kind is DefKind.IMPL else item.parent
        assert impl is not None and isinstance(impl.node, ast.Impl)
        trait_ref = self.tcx.impl_trait_ref(impl)
        needed: Def | None = trait_ref.trait if trait_ref is not None else None
        if item is not impl and trait_ref is not None:
            needed = next((child for child in trait_ref.trait.children if child.name == item.name), None)
        if needed is not None and not needed.is_std and needed not in self.live:
            return False
        self_ty = impl.node.self_ty
        meant = self.tcx.resolution.path_res.get(self_ty.path) if isinstance(self_ty, ast.PathTy) else None
        if meant is None or meant.unresolved or not isinstance(meant.base, DefRes):
            return True
        adt = meant.base.def_
        return adt.is_std or adt.kind not in (DefKind.STRUCT, DefKind.ENUM, DefKind.UNION) or adt in self.live

    # ------------------------------------------------------------------------------------------ marking

    def _mark(self) -> None:
        while self.worklist:
            def_, allowed = self.worklist.pop()
            if def_ in self.seen and not allowed and def_ in self.live:
                continue
            if not allowed:
                self.live.add(def_)
            if def_ not in self.seen:
                self.seen.add(def_)
                self._explore(def_)

    def _is_live(self, def_: Def) -> None:
        """Something mentions `def_` (rustc: `check_def_id`)."""
        if not def_.is_std:
            self.live.add(def_)
            if def_ not in self.seen and def_.kind not in _EXPLORED:
                self.worklist.append((def_, False))

    def _explore(self, def_: Def) -> None:
        node = def_.node
        parent = def_.parent
        if not isinstance(node, ast.ItemBase) or isinstance(node, (ast.Mod, ast.ExternBlock)):
            return
        if parent is not None and parent.kind is DefKind.IMPL:
            if "automatically_derived" in parent.attrs and isinstance(parent.node, ast.Impl) and parent.node.trait is not None:
                if parent.node.trait.segments[-1].ident.name in _READS_TRIVIALLY:
                    return
            if not is_of_trait(parent):
                self._self_type(parent)
        elif parent is not None and parent.kind is DefKind.TRAIT:
            self._is_live(parent)
        self.body = self._types(def_)
        self.in_pat = False
        match node:
            case ast.Struct() | ast.Union() | ast.Enum_():
                self._fields(def_, node)
            case ast.Trait():
                for child in def_.children:
                    if child.kind is DefKind.ASSOC_TY:
                        self._is_live(child)
                self._all([node.generics, node.supertraits])
            case ast.Impl():
                self._all([node.generics, node.trait, node.self_ty])
            case _:
                self._all([getattr(node, field.name) for field in fields(node)])

    def _types(self, def_: Def) -> BodyTypes | None:
        self.tcx.thir_body(def_)
        return self.tcx.query("body_types", def_, lambda: None)

    def _self_type(self, impl: Def) -> None:
        ty = self.tcx.type_of(impl)
        if isinstance(ty, t.Adt):
            self._is_live(ty.def_)
        elif isinstance(ty, t.Dynamic) and ty.principal is not None:
            self._is_live(ty.principal.value.trait)

    def _fields(self, def_: Def, node: ast.Struct | ast.Union | ast.Enum_) -> None:
        adt = self.tcx.adt_def(def_)
        laid_out = not adt.is_enum and (adt.repr.c or adt.repr.transparent)
        public = reachable(self.tcx)
        self.live.update(field.def_ for field in adt.all_fields() if laid_out or field.def_ in public)
        self._all([getattr(node, field.name) for field in fields(node)])

    # ------------------------------------------------------------------------------------------ what is mentioned

    def _all(self, parts: object) -> None:
        if isinstance(parts, (list, tuple)):
            for part in parts:
                self._all(part)
        elif isinstance(parts, ast.Node):
            self._visit(parts)

    def _inside(self, node: ast.Node) -> None:
        for field in fields(node):
            self._all(getattr(node, field.name))

    def _visit(self, node: ast.Node) -> None:
        match node:
            case ast.ItemStmt() | ast.Attribute():
                return
            case ast.AnonConst():
                self._const(node)
                return
            case ast.BlockExpr() if node.const:
                outer, self.in_pat = self.in_pat, False
                self._inside(node)
                self.in_pat = outer
                return
            case ast.Arm():
                before = len(self.made_elsewhere)
                self._needed(node.pat)
                self._inside(node)
                del self.made_elsewhere[before:]
                return
            case ast.Path():
                self._path(node)
            case ast.MethodCall() if self.body is not None and node in self.body.results.callees:
                self._is_live(self.body.results.callees[node].def_)
            case ast.FieldExpr():
                self._field(node)
            case ast.StructExpr():
                self._literal(node)
            case ast.IdentPat() | ast.PathPat() | ast.TupleStructPat() | ast.StructPat():
                self._pattern(node)
                return
            case _:
                pass
        self._inside(node)

    def _const(self, node: ast.AnonConst) -> None:
        outer = self.in_pat, self.body
        self.in_pat = False
        def_ = self.tcx.resolution.defs.get(node)
        if def_ is not None:
            self.body = self._types(def_) or self.body
        self._inside(node)
        self.in_pat, self.body = outer

    def _needed(self, pat: object) -> None:
        """The variants that a pattern can't match without (rustc: `necessary_variants`)."""
        if isinstance(pat, ast.OrPat) and len(pat.alts) > 1:
            return
        path = getattr(pat, "path", None)
        meant = None
        if isinstance(path, ast.Path):
            found = self.tcx.resolution.path_res.get(path)
            meant = found.base if found is not None and not found.unresolved else None
        elif isinstance(pat, ast.IdentPat):
            meant = self.tcx.resolution.ident_pats.get(pat)
        if isinstance(meant, DefRes) and meant.def_.kind is DefKind.VARIANT:
            self.made_elsewhere.append(meant.def_)
        for name in ("pat", "sub"):
            if isinstance(getattr(pat, name, None), ast.Node):
                self._needed(getattr(pat, name))
        for part in (*getattr(pat, "elems", ()), *getattr(pat, "fields", ()), *getattr(pat, "alts", ())):
            self._needed(part)

    def _path(self, path: ast.Path) -> None:
        meant = self.tcx.resolution.path_res.get(path)
        if meant is None:
            return
        match meant.base:
            case DefRes(def_=def_):
                self._mentioned(def_)
            case SelfTyRes(owner=owner) if not self.in_pat:
                self._is_live(owner)
        if meant.unresolved and self.body is not None:
            found = self.body.path_def(path)
            if found is not None:
                self._mentioned(found)

    def _mentioned(self, def_: Def) -> None:
        """rustc: `handle_res`."""
        if def_.kind in _ALWAYS_IN_PATTERNS:
            self._is_live(def_)
        elif self.in_pat:
            pass
        elif def_.kind is DefKind.VARIANT:
            assert def_.parent is not None
            self._is_live(def_.parent)
            if def_ not in self.made_elsewhere:
                self._is_live(def_)
        else:
            self._is_live(def_)

    def _field(self, node: ast.FieldExpr) -> None:
        index = self.body.results.fields.get(node) if self.body is not None else None
        ty = self.body.adjusted(node.expr) if self.body is not None else None
        if index is not None and isinstance(ty, t.Adt):
            self.live.add(self.tcx.adt_def(ty.def_).non_enum_variant.fields[index].def_)

    def _literal(self, node: ast.StructExpr) -> None:
        info = self.body.results.structs.get(node) if self.body is not None else None
        ty = self.body.resolve(info.adt) if self.body is not None and info is not None else None
        if info is None or self.body is None or not isinstance(ty, t.Adt):
            return
        adt = self.tcx.adt_def(ty.def_)
        self._mentioned(adt.variants[info.variant].def_)
        if adt.is_union and len(adt.non_enum_variant.fields) > 1:
            for field in node.fields:
                self.live.add(adt.non_enum_variant.fields[self.body.results.fields[field]].def_)

    def _pattern(self, pat: ast.IdentPat | ast.PathPat | ast.TupleStructPat | ast.StructPat) -> None:
        info = self.body.results.structs.get(pat) if self.body is not None else None
        ty = self.body.resolve(info.adt) if self.body is not None and info is not None else None
        self.in_pat = True
        if isinstance(pat, ast.IdentPat):
            meant = self.tcx.resolution.ident_pats.get(pat)
            if isinstance(meant, DefRes):
                self._mentioned(meant.def_)
        if isinstance(ty, t.Adt) and info is not None and self.body is not None:
            self._is_live(ty.def_)
            named = self.tcx.adt_def(ty.def_).variants[info.variant].fields
            if isinstance(pat, ast.StructPat):
                read = [self.body.results.fields[field] for field in pat.fields if not isinstance(field.pat, ast.WildPat)]
            elif isinstance(pat, ast.TupleStructPat):
                positions = enumerate_and_adjust(pat.elems, len(named))
                read = [i for i, elem in positions if not isinstance(elem, ast.WildPat)]
            else:
                read = []
            self.live.update(named[index].def_ for index in read)
        self._inside(pat)
        self.in_pat = False
