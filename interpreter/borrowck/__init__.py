"""rustc's borrow checker on MIR: moves, loans, lifetimes (RFC 2094, non-lexical lifetimes).

result = borrowck_of(tcx, def_)          # BorrowckResult of one body, closures included, memoised
diagnostics = borrowck_crate(tcx)        # of all bodies of the user's crate
"""

from interpreter.borrowck.crate import borrowck_crate, borrowck_of, checkable_bodies
from interpreter.borrowck.mir_borrowck import check_borrows
from interpreter.borrowck.result import BorrowckResult, Loan

__all__ = ["BorrowckResult", "Loan", "borrowck_crate", "borrowck_of", "check_borrows", "checkable_bodies"]
