"""Everything that is known of one body before its accesses are checked, gathered in one place for the checker, the
explanations and the display."""

from __future__ import annotations

from functools import cached_property

from interpreter.borrowck.borrow_set import BorrowSet
from interpreter.borrowck.infer import BorrowckInferCtxt
from interpreter.borrowck.region_context import free_regions
from interpreter.borrowck.region_infer import RegionInference
from interpreter.borrowck.universal_regions import UniversalRegions
from interpreter.dataflow.cfg import Cfg
from interpreter.dataflow.engine import FlowResult
from interpreter.dataflow.move_paths import MoveData
from interpreter.dataflow.place_ty import place_ty
from interpreter.hints import TYPE_CHECKING
from interpreter.mir import body as mir
from interpreter.mir.body import Local, Location, Place
from interpreter.mir.types import upvar_field
from interpreter.records import Record
from interpreter.resolve.defs import NESTED_BODIES, Def, LocalDef
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.thir import CapturedPlace

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


class _FactsBase(Record, weakref_slot=True):
    tcx: TyCtxt
    cfg: Cfg
    moves: MoveData
    maybe_init: FlowResult
    maybe_uninit: FlowResult
    ever_init: FlowResult
    local_tys: list[t.Ty]
    borrows: BorrowSet
    regions: RegionInference
    universal: UniversalRegions
    in_scope: FlowResult
    infcx: BorrowckInferCtxt


class BodyFacts(_FactsBase, Record, slots=False):
    """`local_tys` have region variables; the types of the body itself are erased."""

    @property
    def body(self) -> mir.Body:
        return self.cfg.body

    @property
    def owner(self) -> Def:
        return self.cfg.body.owner

    @property
    def captures(self) -> tuple[CapturedPlace, ...]:
        """The places that the body, if a closure's, has captured."""
        return self.cfg.body.captures

    @cached_property
    def upvar_mutable(self) -> list[bool]:
        """For each captured place, whether it may be changed."""
        return [self._capture_is_mutable(capture) for capture in self.captures]

    def declaration(self, local: Local) -> Span:
        """The pattern that declares a variable, `mut` and all; where a temporary was made."""
        decl = self.body.locals[local]
        return decl.span if decl.var is None else declared_at(decl.var)

    def variable_ty(self, local: LocalDef) -> t.Ty:
        """The type of a variable of this body or of one around it."""
        here = self.owner
        while here.kind in NESTED_BODIES:
            info = self.tcx.closure_info(here)
            if local in info.body.local_tys:
                return info.body.local_tys[local]
            assert here.parent is not None
            here = here.parent
        root = self.tcx.thir_body(here)
        assert root is not None
        return root.local_tys[local]

    def _capture_is_mutable(self, capture: CapturedPlace) -> bool:
        """Whether its variable is `mut`, or it lies behind a `&mut` (rustc: capture mutability)."""
        mutable = capture.local.mutable
        previous: object = self.variable_ty(capture.local) if capture.projections else None
        for projection in capture.projections:
            if projection[0] == "deref" and isinstance(previous, (t.Ref, t.RawPtr)):
                mutable = previous.mutable
            previous = projection[-1]
        return mutable

    def ty(self, place: Place) -> t.Ty:
        """The type of a place, regions erased."""
        return place_ty(self.cfg.body, place)

    def span_at(self, location: Location) -> Span:
        """The source of a statement or terminator."""
        return self.node_at(location).info.span

    def node_at(self, location: Location) -> mir.Statement | mir.Terminator:
        block = self.cfg.body.blocks[location.block]
        return block.statements[location.statement] if location.statement < len(block.statements) else block.terminator

    def statement_at(self, location: Location) -> mir.Statement | None:
        """The statement there; None for a terminator."""
        statements = self.cfg.body.blocks[location.block].statements
        return statements[location.statement] if location.statement < len(statements) else None

    def terminator_of(self, block: int) -> mir.Terminator:
        return self.cfg.body.blocks[block].terminator

    def local_regions(self, local: Local) -> set[int]:
        """The region variables in the type of a local."""
        return set(free_regions(self.local_tys[local]))

    def upvar_field(self, place: Place, length: int | None = None) -> int | None:
        """If `place` (its first `length` projections) is a captured variable, its index."""
        return upvar_field(self.body, place.projection if length is None else place.projection[:length], place.local)


def declared_at(var: LocalDef) -> Span:
    """The pattern that declares a variable up to its name (`mut x`); of `&self` only the word."""
    if isinstance(var.node, ast.SelfParam):
        return var.span if var.node.by_ref or var.node.ty is not None else var.node.span
    return var.node.span._replace(hi=var.span.hi)
