"""The notes and helps of borrow errors, as rustc gives them (recorded programs hold messages and labels only)."""

from __future__ import annotations

import pytest

from tests.notes import assert_noted

DECLARED = """struct N;
struct S { a: i32, n: N }
fn take<T>(t: T) {}
fn shown<T: std::fmt::Display>(t: T) {}
fn forever<T: 'static>(t: T) {}
trait Tr { fn set(&self); }
"""

CASES = {
    "fn f(n: N) { take(n); take(n); }": {
        "consider changing this parameter type in function `take` to borrow instead if owning the value isn't necessary": [3],
        "if `N` implemented `Clone`, you could clone the value": [1],
    },
    "fn f(v: Vec<N>) { take(v); take(v); }": {"if `N` implemented `Clone`, you could clone the value": [1]},
    "fn f(s: String) { shown(s); shown(s); }": {"consider borrowing `s`": []},
    "fn f(s: &mut N) { take(s); take(s); }": {"consider creating a fresh reborrow of `s` here": []},
    "fn f<T: Default>(s: T) { let a = s; let b = s; }": {
        "consider further restricting type parameter `T` with trait `Copy`": [],
    },
    "fn f() { let x = 1; forever(&x); }": {"requirement that the value outlives `'static` introduced here": [5]},
    "fn f() -> Box<dyn Fn() -> i32> { let x = 1; Box::new(|| x) }": {"closure is returned here": [7]},
    "impl Tr for S { fn set(&self) { self.a = 1; } }": {
        "consider changing this to be a mutable reference in the `impl` method and the `trait` definition": [],
    },
    "struct Q(u8); impl Q { fn a(&mut self, k: u8) -> u8 { k } } fn f(mut s: Q) { s.a(s.a(1)); }": {
        "try adding a local storing this argument...": [7],
        "...and then using that local as the argument to this call": [7],
    },
    "fn f(x: &i32) -> Box<dyn Fn() -> i32> { Box::new(move || *x) }": {
        "to declare that the trait object captures data from argument `x`, you can add an explicit `'_` lifetime bound": [],
    },
    "fn f<T>(x: &i32, t: T) -> impl Sized { x }": {"add a `use<...>` bound to explicitly capture `'_`": []},
    "fn f<T>(t: T) { take(t); take(t); }": {"if `T` implemented `Clone`, you could clone the value": [7]},
    "fn f(mut v: Vec<i32>) { let a = &mut v[0]; let b = &mut v[1]; *a = *b; }": {
        "use `.split_at_mut(position)` to obtain two mutable non-overlapping sub-slices": [],
    },
    "fn f(x: &S) { let w = x; w.a = 1; }": {"consider specifying this binding's type": []},
    "fn f(v: Vec<S>) { for s in v.iter() { s.a = 1; } }": {"use mutable method": []},
    "fn f(x: &mut N) { let y = &mut x; }": {"the binding is already a mutable borrow": [7]},
    "fn f(s: &S) { let &S { a, n } = s; }": {"consider removing the borrow": []},
    "fn f(s: &(N, N)) { let &(ref a, b) = s; }": {"consider borrowing the pattern binding": []},
}


@pytest.mark.parametrize("text", CASES)
def test_notes(text: str) -> None:
    assert_noted(f"{DECLARED}{text}\nfn main() {{}}\n", CASES[text])
