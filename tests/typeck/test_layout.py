"""Sizes and alignments as rustc 1.95 gives them on x86_64 (recorded with `size_of` and `align_of`)."""

from __future__ import annotations

import pytest

from interpreter.typeck.context import TyCtxt
from tests.typeck.support import alias, context, item

PROGRAM = """
use std::cell::{Cell, RefCell, UnsafeCell};
use std::cmp::Ordering;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::{Range, RangeInclusive};
use std::rc::Rc;
use std::sync::Arc;
struct A { a: u8, b: u32, c: u16 }
struct B { a: u8, b: u64, c: u8, d: bool }
#[repr(C)]
struct C { a: u8, b: u32, c: u16 }
struct T2(u8, u16, u8);
struct U;
struct W<T>(T);
struct P<T> { a: u8, t: T }
enum E0 {}
enum E1 { X }
enum E2 { X, Y }
enum E3 { X(u32), Y }
enum E4 { A(u8), B(u16), C(u32) }
enum E5 { A(bool), B, C }
enum E6 { A { x: u8, y: u32 }, B(u64), C }
enum E7 { A(Box<i32>), B }
enum E8 { A(String), B(i32) }
enum E9 { A(char), B(u8), C } 
enum E10 { A(bool, u32), B(u16), C }
enum Shape { Circle(f64), Rect { w: f64, h: f64 }, Tri(f64, f64, f64) }
enum List { Cons(i32, Box<List>), Nil }
struct Node { v: i32, next: Option<Box<Node>> }
struct Tree { l: Option<Rc<Tree>>, r: Option<Rc<Tree>>, k: u8 }
#[repr(u16)]
enum R16 { A, B }
#[repr(u8)] enum R8 { A(u32), B }
#[repr(C)] enum RC { A, B }
#[repr(align(16))] struct Al(u8);
#[repr(packed)] struct Pk { a: u8, b: u32 }
#[repr(transparent)] struct Tr(u64);
enum D { A = 300, B = 5 }
enum Neg { A = -1, B = 1 }
enum Big { A = 1 << 40 }
union Un { a: u8, b: u32, c: [u8; 7] }
trait Tra { fn f(&self); }
enum Msg { Quit, Move { x: i32, y: i32 }, Write(String), Color(i32, i32, i32) }
enum Nest { A(Option<bool>), B }
enum Nest2 { A(Option<Option<bool>>), B, C }
struct Mix { a: bool, b: u64, c: char, d: u8 }
struct Nb { x: u32, y: bool, z: u32 }
enum Un1 { A(u8, bool), B(u8), C(bool), D }
enum Ref1<'a> { A(&'a u8), B }
enum Two<'a> { A(&'a str), B(u8) }
enum Inf { A(E0), B(u32) }
enum Fat { A([u8; 3]), B(u32), C(bool, [u8; 2]) }
"""

RECORDED = [
    ("u8", 1, 1),
    ("i16", 2, 2),
    ("u32", 4, 4),
    ("i64", 8, 8),
    ("u128", 16, 16),
    ("usize", 8, 8),
    ("f32", 4, 4),
    ("f64", 8, 8),
    ("bool", 1, 1),
    ("char", 4, 4),
    ("()", 0, 1),
    ("(u8, u32)", 8, 4),
    ("(u8, u32, u8)", 8, 4),
    ("(u8, u16, u8, u32)", 8, 4),
    ("(bool, u64, bool)", 16, 8),
    ("(u64, bool)", 16, 8),
    ("[u8; 5]", 5, 1),
    ("[u32; 3]", 12, 4),
    ("[A; 2]", 16, 4),
    ("[bool; 0]", 0, 1),
    ("&'static u8", 8, 8),
    ("&'static mut u8", 8, 8),
    ("&'static str", 16, 8),
    ("&'static [u32]", 16, 8),
    ("*const u8", 8, 8),
    ("*const [u8]", 16, 8),
    ("fn()", 8, 8),
    ("fn(u8) -> u8", 8, 8),
    ("Box<u8>", 8, 8),
    ("Box<[u8]>", 16, 8),
    ("Box<str>", 16, 8),
    ("Box<dyn Tra>", 16, 8),
    ("&'static dyn Tra", 16, 8),
    ("Option<u8>", 2, 1),
    ("Option<u32>", 8, 4),
    ("Option<bool>", 1, 1),
    ("Option<Option<bool>>", 1, 1),
    ("Option<char>", 4, 4),
    ("Option<Option<char>>", 4, 4),
    ("Option<&'static u8>", 8, 8),
    ("Option<&'static str>", 16, 8),
    ("Option<Box<u8>>", 8, 8),
    ("Option<Option<Box<u8>>>", 16, 8),
    ("Option<fn()>", 8, 8),
    ("Option<Box<dyn Tra>>", 16, 8),
    ("Option<()>", 1, 1),
    ("Option<u64>", 16, 8),
    ("Option<(u8, bool)>", 2, 1),
    ("Option<(u32, u8)>", 12, 4),
    ("Option<[u8; 3]>", 4, 1),
    ("Option<[bool; 3]>", 3, 1),
    ("Option<E2>", 1, 1),
    ("Option<E1>", 1, 1),
    ("Option<E4>", 8, 4),
    ("Option<E6>", 16, 8),
    ("Option<A>", 12, 4),
    ("Option<Mix>", 16, 8),
    ("Result<u8, ()>", 2, 1),
    ("Result<u32, u8>", 8, 4),
    ("Result<u8, bool>", 2, 1),
    ("Result<Box<u8>, u8>", 16, 8),
    ("Result<(), E2>", 1, 1),
    ("Result<E0, u8>", 1, 1),
    ("Result<u64, &'static str>", 16, 8),
    ("Option<*const u8>", 16, 8),
    ("A", 8, 4),
    ("B", 16, 8),
    ("C", 12, 4),
    ("T2", 4, 2),
    ("U", 0, 1),
    ("W<u16>", 2, 2),
    ("P<u8>", 2, 1),
    ("P<u32>", 8, 4),
    ("P<u64>", 16, 8),
    ("P<()>", 1, 1),
    ("P<bool>", 2, 1),
    ("P<&'static str>", 24, 8),
    ("E0", 0, 1),
    ("E1", 0, 1),
    ("E2", 1, 1),
    ("E3", 8, 4),
    ("E4", 8, 4),
    ("E5", 1, 1),
    ("E6", 16, 8),
    ("E7", 8, 8),
    ("E9", 8, 4),
    ("E10", 8, 4),
    ("Shape", 32, 8),
    ("List", 16, 8),
    ("Node", 16, 8),
    ("Tree", 24, 8),
    ("R16", 2, 2),
    ("R8", 8, 4),
    ("RC", 4, 4),
    ("Al", 16, 16),
    ("Pk", 5, 1),
    ("Tr", 8, 8),
    ("D", 2, 2),
    ("Neg", 1, 1),
    ("Big", 0, 1),
    ("Un", 8, 4),
    ("Nest", 1, 1),
    ("Nest2", 1, 1),
    ("Mix", 16, 8),
    ("Nb", 12, 4),
    ("Un1", 2, 1),
    ("Ref1<'static>", 8, 8),
    ("Two<'static>", 16, 8),
    ("Inf", 4, 4),
    ("Fat", 8, 4),
    ("Option<Node>", 24, 8),
    ("Option<List>", 16, 8),
    ("Option<Shape>", 32, 8),
    ("Option<Nest>", 1, 1),
    ("Option<Mix>", 16, 8),
    ("Option<Nb>", 12, 4),
    ("Option<Fat>", 8, 4),
    ("Option<Tree>", 32, 8),
    ("PhantomData<u64>", 0, 1),
    ("Cell<u8>", 1, 1),
    ("Option<Cell<bool>>", 2, 1),
    ("RefCell<i32>", 16, 8),
    ("RefCell<u8>", 16, 8),
    ("UnsafeCell<bool>", 1, 1),
    ("Rc<i32>", 8, 8),
    ("Option<Rc<i32>>", 8, 8),
    ("Arc<str>", 16, 8),
    ("Rc<dyn Tra>", 16, 8),
    ("Rc<RefCell<Node>>", 8, 8),
    ("Ordering", 1, 1),
    ("Option<Ordering>", 1, 1),
    ("Range<usize>", 16, 8),
    ("RangeInclusive<u8>", 3, 1),
    ("Option<Range<u32>>", 12, 4),
    ("ManuallyDrop<u32>", 4, 4),
    ("Option<ManuallyDrop<bool>>", 1, 1),
    ("Vec<i32>", 24, 8),
    ("String", 24, 8),
    ("Option<Vec<i32>>", 24, 8),
    ("Option<String>", 24, 8),
    ("Option<Option<String>>", 24, 8),
    ("E8", 24, 8),
    ("Msg", 24, 8),
    ("Option<Msg>", 24, 8),
    ("Box<Option<Box<Node>>>", 8, 8),
    ("std::fmt::Error", 0, 1),
]


@pytest.fixture(scope="module")
def tcx() -> TyCtxt:
    aliases = "".join(f"type X{i} = {ty};\n" for i, (ty, _, _) in enumerate(RECORDED))
    return context(PROGRAM + aliases + "fn main() {}")


@pytest.mark.parametrize("index", range(len(RECORDED)))
def test_size_and_alignment(tcx: TyCtxt, index: int) -> None:
    name, size, align = RECORDED[index]
    layout = tcx.layout_of(alias(tcx, f"X{index}"))
    assert (layout.size, layout.align) == (size, align), name


def test_fields_are_reordered(tcx: TyCtxt) -> None:
    assert tcx.layout_of(tcx.type_of(item(tcx, "A"))).offsets == (6, 0, 4)
    assert tcx.layout_of(tcx.type_of(item(tcx, "C"))).offsets == (0, 4, 8)


def test_the_niche_of_a_reference_holds_none(tcx: TyCtxt) -> None:
    index = [ty for ty, _, _ in RECORDED].index("Option<&'static u8>")
    layout = tcx.layout_of(alias(tcx, f"X{index}"))
    assert layout.niche_encoded and layout.untagged_variant == 1 and layout.tag == (0, 8)
