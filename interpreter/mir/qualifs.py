"""What a value needs or holds, by how it was made rather than by its type alone (rustc_const_eval::check_consts::qualifs).

`None` of an `Option<Vec<i32>>` needs no drop, and has no interior mutability whatever its type has.
"""

from __future__ import annotations

from collections.abc import Callable

from interpreter.hints import TYPE_CHECKING
from interpreter.mir.body import Aggregate, Body, Cast, Constant, Local, Operand, Repeat, Rvalue, Use
from interpreter.mir.types import place_ty
from interpreter.records import NamedTuple
from interpreter.resolve.defs import DefKind
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


class Qualifs(NamedTuple):
    """Whether a value needs drop, and whether it has interior mutability."""

    drop: bool
    cell: bool


_CONSTANTS = (DefKind.CONST, DefKind.ASSOC_CONST)
NOTHING = Qualifs(False, False)
LocalQualifs = Callable[[Local], "Qualifs | None"]
"""What is known of a local's value; None: its type must tell."""


class QualifReader:
    """Reads the qualifs of operands and rvalues of one body."""

    def __init__(self, tcx: TyCtxt, body: Body) -> None:
        self.tcx = tcx
        self.body = body
        self.param_env = tcx.param_env(body.owner)

    def of_ty(self, ty: t.Ty) -> Qualifs:
        """Those that any value of the type may have."""
        return Qualifs(self.tcx.needs_drop(ty, self.param_env), not self.tcx.is_freeze(ty, self.param_env))

    def of_operand(self, operand: Operand, known: LocalQualifs) -> Qualifs:
        """Those of what an operand reads."""
        ty = operand.ty if isinstance(operand, Constant) else place_ty(self.tcx, self.body.locals, operand.place)
        by_ty = self.of_ty(ty)
        if by_ty == NOTHING:
            return by_ty
        by_value = self._of_constant(operand) if isinstance(operand, Constant) else known(operand.place.local)
        return by_ty if by_value is None else Qualifs(by_ty.drop and by_value.drop, by_ty.cell and by_value.cell)

    def _of_constant(self, constant: Constant) -> Qualifs | None:
        """Those of a constant item's value; what a trait's constant is isn't known."""
        value = constant.value
        if not isinstance(value, t.ConstUnevaluated) or value.def_.is_std or value.def_.kind not in _CONSTANTS:
            return None
        parent = value.def_.parent
        if parent is not None and parent.kind is DefKind.TRAIT:
            return None
        from interpreter.mir.check_consts import value_qualifs

        return value_qualifs(self.tcx, value.def_)

    def of_rvalue(self, rvalue: Rvalue, known: LocalQualifs) -> Qualifs:
        """Those of what an rvalue gives."""
        match rvalue:
            case Use() | Repeat():
                return self.of_operand(rvalue.operand, known)
            case Cast():
                return self.of_ty(rvalue.ty)
            case Aggregate():
                drop = cell = False
                if isinstance(rvalue.ty, t.Adt):
                    drop = self.tcx.adt_destructor(rvalue.ty.def_) is not None or self._is_lang(rvalue.ty, "owned_box")
                    cell = self._is_lang(rvalue.ty, "unsafe_cell")
                for operand in rvalue.operands:
                    part = self.of_operand(operand, known)
                    drop, cell = drop or part.drop, cell or part.cell
                return Qualifs(drop, cell)
        return NOTHING

    def _is_lang(self, ty: t.Adt, name: str) -> bool:
        return self.tcx.lang_item_or_none(name) is ty.def_
