"""`dead_code` (rustc_passes: dead.rs): what nothing that lives mentions.

What other crates can reach lives, so does `main`; what a living item mentions lives, too. An impl of a trait lives when the trait
and its type do. Of a type, the fields are told that nothing reads and the variants that nothing makes.
"""

from __future__ import annotations

from collections.abc import Iterable

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.lists import listed
from interpreter.lint.live import LiveSymbols, is_of_trait
from interpreter.resolve.defs import NESTED_BODIES, Def, DefKind
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.items import user_items
from interpreter.typeck.layout import LayoutError

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


_TOLD_ALONE = (
    DefKind.FN, DefKind.STATIC, DefKind.CONST, DefKind.TY_ALIAS, DefKind.ENUM, DefKind.UNION, DefKind.TRAIT, DefKind.STRUCT,
)  # fmt: skip
_ADTS = (DefKind.STRUCT, DefKind.UNION, DefKind.ENUM)
_MANY = 6
"""More names than these aren't listed."""


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All that is dead, grouped by what it stands in."""
    _Report(tcx, LiveSymbols(tcx).find(), emit).run()


class _Report:
    def __init__(self, tcx: TyCtxt, live: set[Def], emit: Emit) -> None:
        self.tcx = tcx
        self.live = live
        self.emit = emit

    def run(self) -> None:
        for def_ in user_items(self.tcx):
            if isinstance(def_.node, ast.Node) and def_.node.span.file.is_std:
                continue  # A macro of std made it.
            if def_.kind is not DefKind.IMPL and def_.kind not in _TOLD_ALONE:
                continue
            if (def_.kind is DefKind.IMPL and not is_of_trait(def_)) or (def_.kind is DefKind.TRAIT and def_ in self.live):
                self._tell(def_, "used", [item for item in def_.children if isinstance(item.node, (ast.Fn, ast.Const))
                                          or item.kind is DefKind.ASSOC_TY])  # fmt: skip
            if def_ not in self.live:
                parent = def_.parent
                while parent is not None and parent.kind in (*NESTED_BODIES, DefKind.ANON_CONST):
                    parent = parent.parent
                within = parent is not None and parent.kind is not DefKind.MOD and parent not in self.live
                if not within and def_.kind in _TOLD_ALONE and not def_.name.startswith("_"):
                    self._tell_alone(def_)
            elif def_.kind in _ADTS:
                self._parts(def_)

    def _tell_alone(self, def_: Def) -> None:
        participle = "constructed" if def_.kind is DefKind.STRUCT else "used"
        at = def_.node.span if isinstance(def_.node, ast.Node) else None
        self.emit("dead_code", Label(def_.span), f"{_descr(def_)} `{def_.name}` is never {participle}", at=at)

    def _parts(self, adt: Def) -> None:
        dead = []
        for variant in self.tcx.adt_def(adt).variants:
            if variant.def_ not in self.live:
                dead.append(variant.def_)
                continue
            self._tell(variant.def_, "read", [field.def_ for field in variant.fields if self._is_told(field.def_)])
        self._tell(adt, "constructed", dead)

    def _is_told(self, field: Def) -> bool:
        ty = self.tcx.type_of(field)
        if isinstance(ty, t.Adt) and self.tcx.is_lang_item(ty.def_, "phantom_data"):
            return False
        return not (field.name.isdigit() and self._is_zero_sized(field, ty))

    def _is_zero_sized(self, field: Def, ty: t.Ty) -> bool:
        """Also where the size depends on a parameter."""
        sizes = {self._size(field, ty, instead) for instead in (t.UNIT, t.CHAR)}
        return len(sizes) > 1 or sizes <= {0, None}

    def _size(self, field: Def, ty: t.Ty, instead: t.Ty) -> int | None:
        """With `instead` for the sized type parameters; None if it isn't known."""
        while field.kind is DefKind.FIELD or field.kind is DefKind.VARIANT:
            assert field.parent is not None
            field = field.parent
        env = self.tcx.param_env(field)
        args = [
            instead if isinstance(arg, t.Param) and self.tcx.is_sized(arg, env) else arg for arg in self.tcx.identity_args(field)
        ]
        try:
            layout = self.tcx.layout_of(t.subst(ty, tuple(args)))
        except LayoutError:
            return None
        return None if layout.unsized else layout.size

    def _tell(self, parent: Def, participle: str, parts: Iterable[Def]) -> None:
        dead = [part for part in parts if part not in self.live and not part.name.startswith("_")]
        groups: dict[str, list[Def]] = {}
        for part in dead:
            groups.setdefault(self.tcx.resolution.lints.level("dead_code", part.span), []).append(part)
        for group in groups.values():
            self._tell_group(parent, participle, group)

    def _tell_group(self, parent: Def, participle: str, dead: list[Def]) -> None:
        kinds = {_descr(part) for part in dead}
        descr = kinds.pop() if len(kinds) == 1 else "associated item"
        plural = f"{descr}s" if len(dead) > 1 else descr
        what = f"multiple {plural}" if len(dead) > _MANY else f"{plural} {listed([f'`{part.name}`' for part in dead])}"
        message = f"{what} {'are' if len(dead) > 1 else 'is'} never {participle}"
        spans = [part.span for part in dead]
        if all(part.name.isdigit() for part in dead):
            spans = [part.node.span for part in dead if isinstance(part.node, ast.FieldDef)]
        at = parent.node.head_span if isinstance(parent.node, ast.Impl) else parent.span
        around = "implementation" if parent.kind is DefKind.IMPL else _descr(parent)
        where = (Label(at, f"{plural} in this {around}"),)
        self.emit("dead_code", Label(spans[0]), message, *(Label(span) for span in spans[1:]), secondary=where)


def _descr(def_: Def) -> str:
    """rustc: `def_descr`."""
    if isinstance(def_.node, ast.Fn) and def_.kind is DefKind.ASSOC_FN and def_.node.self_param is not None:
        return "method"
    return def_.kind.value
