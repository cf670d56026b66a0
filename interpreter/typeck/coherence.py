"""Coherence: no two impls of a trait for one type (rustc: `coherent_trait`, `overlapping_impls`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.resolve.defs import Def

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check_overlap(tcx: TyCtxt, trait: Def) -> None:
    """Report E0119 for the impls of one trait."""
