"""The types of random programs, and the definitions that stand before the functions of each file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

PRELUDE = """\
#![allow(warnings)]
use std::rc::Rc;
#[derive(Clone)] pub struct P { a: String, b: String, n: i32 }
#[derive(Clone)] pub struct Q { p: P, d: D, t: (String, i32) }
#[derive(Clone)] pub struct D { s: String, n: i32 }
impl Drop for D { fn drop(&mut self) {} }
#[derive(Clone)] pub enum E { A(String), B(P), C }
#[derive(Clone)] pub struct R<'a> { r: &'a String, n: i32 }
pub struct M<'a> { m: &'a mut P, n: i32 }
pub struct G<'a> { r: &'a String, n: i32 }
impl<'a> Drop for G<'a> { fn drop(&mut self) {} }
pub struct H<'a> { m: &'a mut P, n: i32 }
impl<'a> Drop for H<'a> { fn drop(&mut self) {} }
impl P {
    fn new() -> P { loop {} }
    fn get(&self) -> &String { &self.a }
    fn get_mut(&mut self) -> &mut String { &mut self.a }
    fn into_a(self) -> String { self.a }
    fn set(&mut self, n: i32) { self.n = n; }
}
impl<'a> R<'a> { fn inner(&self) -> &'a String { self.r } fn outer(&self) -> &String { self.r } }
impl<'a> M<'a> { fn inner(self) -> &'a mut P { self.m } fn outer(&mut self) -> &mut P { self.m } }
fn c() -> bool { true }
fn string() -> String { String::new() }
fn eat<T>(_: T) {}
fn see<T>(_: &T) {}
fn touch<T>(_: &mut T) {}
fn both<T, U>(_: &T, _: &mut U) {}
fn id<T>(x: &T) -> &T { x }
fn id_mut<T>(x: &mut T) -> &mut T { x }
fn weaken<T>(x: &mut T) -> &T { x }
fn pick<'a, T>(x: &'a T, _: &'a T) -> &'a T { x }
fn pick_mut<'a, T>(x: &'a mut T, _: &'a mut T) -> &'a mut T { x }
fn first<'a, 'b, T>(x: &'a T, _: &'b T) -> &'a T { x }
fn leaked<T>(_: &'static T) {}
fn link<'a, T>(x: &mut &'a T, y: &'a T) { *x = y; }
fn run<F: FnOnce()>(f: F) { f() }
fn run_mut<F: FnMut()>(mut f: F) { f() }
fn spawn<F: FnOnce() + 'static>(f: F) { f() }
trait Show {}
impl<T> Show for T {}
fn show(_: &dyn Show) {}
fn keep(_: Box<dyn Show>) {}
use std::cell::{Ref, RefCell, RefMut};
pub struct V<'a> { o: Option<&'a mut P>, s: &'a String }
impl<'a> V<'a> {
    fn peek(&self) -> Option<&P> { self.o.as_deref() }
    fn again(&mut self) -> Option<&mut P> { self.o.as_deref_mut() }
    fn take(&mut self) -> Option<&'a mut P> { self.o.take() }
    fn text(&self) -> &'a String { self.s }
}
#[derive(Clone)] pub struct N { d: D, b: Box<P>, o: Option<D> }
pub struct W<T> { t: T }
impl<T> Drop for W<T> { fn drop(&mut self) {} }
fn k() -> usize { 0 }
fn both_of<'a, 'b: 'a, T>(x: &'a T, y: &'b T) -> (&'a T, &'a T) { (x, y) }
fn apply<T, R>(x: T, f: impl FnOnce(T) -> R) -> R { f(x) }
"""


@dataclass(frozen=True)
class Ty:
    """A type without its lifetimes. `head`: a name, or one of `&`, `&mut`, `(,)`, `[]`, `fn` (a closure: parameters, result)."""

    head: str
    args: tuple[Ty, ...] = ()

    @property
    def is_copy(self) -> bool:
        return self.head in ("i32", "&") or (self.head in ("(,)", "Option") and all(arg.is_copy for arg in self.args))

    @property
    def is_clone(self) -> bool:
        unclonable = ("&", "&mut", "M", "G", "H", "V", "W", *GUARDS, "fn")
        return self.head not in unclonable and all(arg.is_clone for arg in self.args)

    def text(self, lifetimes: Iterator[str] | None = None) -> str:
        """In Rust; a lifetime (`'a `, or nothing for an elided one) is asked for in each place where one may stand."""
        if self.head in ("&", "&mut"):
            lifetime = next(lifetimes) if lifetimes is not None else ""
            mutable = "mut " if self.head == "&mut" else ""
            return f"&{lifetime + ' ' if lifetime else ''}{mutable}{self.args[0].text(lifetimes)}"
        if self.head in LENDERS:
            lifetime = next(lifetimes) if lifetimes is not None else ""
            return f"{self.head}<{lifetime or ELIDED}>"
        if self.head in GUARDS:
            lifetime = next(lifetimes) if lifetimes is not None else ""
            return f"{self.head}<{lifetime or ELIDED}, {self.args[0].text(lifetimes)}>"
        inner = ", ".join(arg.text(lifetimes) for arg in self.args)
        if self.head == "(,)":
            return f"({inner})"
        if self.head == "[]":
            return f"[{inner}; 2]"
        return f"{self.head}<{inner}>" if inner else self.head

    def lifetime_places(self) -> int:
        own = self.head in ("&", "&mut") or self.head in LENDERS or self.head in GUARDS
        return own + sum(arg.lifetime_places() for arg in self.args)


I32, STRING, P, Q, D, E = (Ty(name) for name in ("i32", "String", "P", "Q", "D", "E"))
UNIT = Ty("()")
ELIDED = "'_"
REFS = ("&", "&mut")
LENDERS = ("R", "M", "G", "H", "V")
"""The structs with a lifetime."""
GUARDS = ("Ref", "RefMut")


def ref(ty: Ty) -> Ty:
    return Ty("&", (ty,))


def ref_mut(ty: Ty) -> Ty:
    return Ty("&mut", (ty,))


FIELDS: dict[str, tuple[tuple[str, Ty], ...]] = {
    "P": (("a", STRING), ("b", STRING), ("n", I32)),
    "Q": (("p", P), ("d", D), ("t", Ty("(,)", (STRING, I32)))),
    "D": (("s", STRING), ("n", I32)),
    "R": (("r", ref(STRING)), ("n", I32)),
    "M": (("m", ref_mut(P)), ("n", I32)),
    "G": (("r", ref(STRING)), ("n", I32)),
    "H": (("m", ref_mut(P)), ("n", I32)),
    "N": (("d", D), ("b", Ty("Box", (P,))), ("o", Ty("Option", (D,)))),
    "V": (("o", Ty("Option", (ref_mut(P),))), ("s", ref(STRING))),
}


def fields(ty: Ty) -> tuple[tuple[str, Ty], ...]:
    """The fields that can be named in a place."""
    if ty.head == "(,)":
        return tuple((str(i), arg) for i, arg in enumerate(ty.args))
    if ty.head == "W":
        return (("t", ty.args[0]),)
    return FIELDS.get(ty.head, ())
