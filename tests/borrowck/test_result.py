"""What the debugger shows of the borrow checker's results: loans, why they are in force, initialisation, permissions."""

from __future__ import annotations

import interpreter
from interpreter.borrowck import BorrowckResult, borrowck_of
from interpreter.borrowck.result import InitState, PlacePermissions
from interpreter.mir.body import Local, Location, Place, StorageDead, StorageLive
from interpreter.typeck.thir import BorrowKind

PROGRAM = """
fn main() {
    let mut v = vec![1, 2];
    let first = &v[0];
    println!("{}", first);
    v.push(3);
    let s = String::from("a");
    let t = s;
    println!("{}", t);
    let mut n = 1;
    let r = &mut n;
    let q = &mut *r;
    *q += 1;
    *r += 1;
    println!("{}", n);
}
"""


def result() -> BorrowckResult:
    compilation = interpreter.compile_source("main.rs", PROGRAM)
    assert compilation.ok and compilation.tcx is not None and compilation.main is not None, compilation.diagnostics
    return borrowck_of(compilation.tcx, compilation.main)


def local(r: BorrowckResult, name: str) -> Local:
    assert r.facts is not None
    return next(i for i, decl in enumerate(r.facts.body.locals) if decl.name == name)


def at_line(r: BorrowckResult, line: int) -> Location:
    """The first location of a line that does something."""
    assert r.facts is not None
    for block_id in r.facts.cfg.reverse_postorder:
        block = r.facts.body.blocks[block_id]
        for i, node in enumerate((*block.statements, block.terminator)):
            if not isinstance(node, (StorageLive, StorageDead)) and node.info.span.source_callsite().line == line:
                return Location(block_id, i)
    raise AssertionError(f"nothing in line {line}")


def test_a_loan_is_in_force_from_its_borrow_to_its_last_use() -> None:
    r = result()
    v, first = local(r, "v"), local(r, "first")
    loan = next(loan for loan in r.loans if loan.place.local == v and first in loan.holders)
    assert loan.kind is BorrowKind.SHARED and loan.place_text == "v"
    assert loan.id in r.loans_in_scope(at_line(r, 5))
    assert loan.id not in r.loans_in_scope(at_line(r, 6))
    assert r.lines_of(loan.id) == {4, 5}
    why = r.why_live(loan.id, at_line(r, 5))
    assert why is not None and why.text == "used here" and why.span.source_callsite().line == 5


def test_a_two_phase_loan_is_reserved_and_then_active() -> None:
    r = result()
    loan = next(loan for loan in r.loans if loan.two_phase and loan.place.local == local(r, "v"))
    assert loan.activated_at is not None
    assert r.is_active(loan.id, loan.activated_at)
    assert not r.is_active(loan.id, loan.issued_at)


def test_a_reborrow_knows_its_parent() -> None:
    r = result()
    parent = next(loan for loan in r.loans if loan.place == Place(local(r, "n")) and loan.kind is BorrowKind.MUT)
    child = next(loan for loan in r.loans if loan.place_text == "*r" and local(r, "q") in loan.holders)
    assert child.parent == parent.id


def test_initialisation_follows_moves() -> None:
    r = result()
    s = local(r, "s")
    assert r.init_state(s, at_line(r, 8)) == InitState.YES
    assert r.init_state(s, at_line(r, 9)) == InitState.NO
    assert r.init_state(local(r, "t"), at_line(r, 9)) == InitState.YES


def test_loans_take_permissions_away() -> None:
    r = result()
    v, n = Place(local(r, "v")), Place(local(r, "n"))
    assert r.permissions(v, at_line(r, 5)) == PlacePermissions(True, False, False)
    assert r.permissions(v, at_line(r, 7)) == PlacePermissions(True, True, True)
    assert r.permissions(n, at_line(r, 13)) == PlacePermissions(False, False, False)
    assert r.permissions(Place(local(r, "s")), at_line(r, 9)) == PlacePermissions(False, False, False)
    assert r.permissions(Place(local(r, "t")), at_line(r, 9)) == PlacePermissions(True, False, True)
