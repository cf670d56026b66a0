"""The modules of this package that put errors into words; they are loaded when there is an error."""

from __future__ import annotations

from interpreter.deferred import Deferred
from interpreter.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from interpreter.borrowck import explain_conflicts as explain_conflicts
    from interpreter.borrowck import explain_illegal_moves as explain_illegal_moves
    from interpreter.borrowck import explain_lifetimes as explain_lifetimes
    from interpreter.borrowck import explain_moves as explain_moves
    from interpreter.borrowck import explain_mutability as explain_mutability
    from interpreter.borrowck import explain_regions as explain_regions
else:
    explain_conflicts = Deferred("interpreter.borrowck.explain_conflicts")
    explain_illegal_moves = Deferred("interpreter.borrowck.explain_illegal_moves")
    explain_lifetimes = Deferred("interpreter.borrowck.explain_lifetimes")
    explain_moves = Deferred("interpreter.borrowck.explain_moves")
    explain_mutability = Deferred("interpreter.borrowck.explain_mutability")
    explain_regions = Deferred("interpreter.borrowck.explain_regions")
