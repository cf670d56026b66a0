"""rustc's borrow checker on MIR: moves, loans, lifetimes (RFC 2094, non-lexical lifetimes).

result = borrowck_of(tcx, def_)          # BorrowckResult of one body, closures included, memoised
diagnostics = borrowck_bodies(tcx, bodies)   # of those that type-checked
"""

from interpreter.borrowck.crate import borrowck_bodies, borrowck_of, is_checkable
from interpreter.borrowck.mir_borrowck import check_borrows
from interpreter.borrowck.result import BorrowckResult, Loan

__all__ = ["BorrowckResult", "Loan", "borrowck_bodies", "borrowck_of", "check_borrows", "is_checkable"]
