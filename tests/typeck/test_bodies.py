"""Bodies that are right: the THIR's types, adjustments, method resolutions, binding modes, captures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from interpreter.resolve.defs import Def, DefKind
from interpreter.typeck import check_body, thir
from interpreter.typeck.context import TyCtxt
from interpreter.typeck.thir import BorrowKind, ClosureKind, CoercionKind

from .support import context

N = TypeVar("N")


def checked(text: str, name: str = "main") -> tuple[TyCtxt, thir.Body]:
    """The type context and the body of a function of a program without errors."""
    tcx = context(text)
    check_body.register(tcx)
    check_body.check_bodies(tcx, check_body.user_bodies(tcx))
    assert not tcx.sink.items, [(d.code, d.message) for d in tcx.sink.items]
    body = tcx.thir_body(fn_named(tcx, name))
    assert body is not None
    return tcx, body


def fn_named(tcx: TyCtxt, name: str) -> Def:
    stack = [tcx.resolution.root]
    while stack:
        def_ = stack.pop()
        if def_.name == name and def_.kind in (DefKind.FN, DefKind.ASSOC_FN):
            return def_
        stack.extend(def_.children)
    raise AssertionError(name)


def nodes(value: Any) -> Iterator[Any]:
    """Every THIR node below `value`, closures' bodies not included."""
    if isinstance(value, list | tuple):
        for part in value:
            yield from nodes(part)
    elif is_dataclass(value) and not isinstance(value, type) and type(value).__module__ == thir.__name__:
        yield value
        for field in fields(value):
            if field.name not in ("target", "closures"):
                yield from nodes(getattr(value, field.name))


def find(body: thir.Body, kind: type[N]) -> list[N]:
    return [n for n in nodes([body.params, body.value]) if isinstance(n, kind)]


def let_types(tcx: TyCtxt, body: thir.Body) -> dict[str, str]:
    """Name -> type of the variables of a body."""
    return {local.name: tcx.format_ty(ty) for local, ty in body.local_tys.items()}


def calls(tcx: TyCtxt, body: thir.Body) -> list[str]:
    """The functions called, by name."""
    return [c.fun.ty.def_.name for c in find(body, thir.Call) if hasattr(c.fun.ty, "def_")]


# ------------------------------------------------------------------------------------------------ inference


def test_integer_literals_fall_back_to_i32_and_take_their_types_from_use() -> None:
    tcx, body = checked("fn main() { let a = 1; let b = 2.0; let c = 3; let d: u8 = c; let e = c + 1; let f = 1 << 2u8; }")
    types = let_types(tcx, body)
    assert types == {"a": "i32", "b": "f64", "c": "u8", "d": "u8", "e": "u8", "f": "i32"}


def test_a_vector_learns_its_element_from_a_later_push() -> None:
    tcx, body = checked("fn main() { let mut v = Vec::new(); v.push(1u16); let n = v.len(); let x = v[0]; }")
    assert let_types(tcx, body) == {"v": "Vec<u16>", "n": "usize", "x": "u16"}


def test_iterator_chains() -> None:
    tcx, body = checked(
        "fn main() { let v = vec![1, 2]; let s: Vec<String> = v.iter().filter(|x| **x > 1).map(|x| x.to_string()).collect();"
        " let t: i32 = v.iter().sum(); let m = v.iter().max(); let z = v.into_iter().zip(s).next(); }"
    )
    types = let_types(tcx, body)
    assert types["s"] == "Vec<String>"
    assert types["m"] == "Option<&i32>"
    assert types["z"] == "Option<(i32, String)>"


def test_return_type_drives_parse() -> None:
    tcx, body = checked("fn f(s: &str) -> Result<u64, std::num::ParseIntError> { let n = s.parse()?; Ok(n) } fn main() {}", "f")
    assert let_types(tcx, body)["n"] == "u64"


def test_diverging_branches_take_the_other_type() -> None:
    tcx, body = checked("fn main() { let x = if true { 1u8 } else { panic!() }; let y = match x { 0 => return, n => n }; }")
    assert let_types(tcx, body)["x"] == "u8"
    assert let_types(tcx, body)["y"] == "u8"
    assert find(body, thir.NeverToAny)


def test_statement_macro_and_unused_diverging_value_is_unit() -> None:
    tcx, body = checked("fn main() { let x = loop { break; }; let y = { return; }; }")
    assert let_types(tcx, body) == {"x": "()", "y": "()"}


# ------------------------------------------------------------------------------------------------ adjustments


def test_method_receiver_is_autorefd_two_phase() -> None:
    _, body = checked("fn main() { let mut v = vec![1]; v.push(v.len()); }")
    kinds = [b.kind for b in find(body, thir.Borrow) if not b.explicit]
    assert BorrowKind.TWO_PHASE in kinds
    assert BorrowKind.SHARED in kinds


def test_a_mutable_reference_is_reborrowed_for_an_argument() -> None:
    _, body = checked("fn f(x: &mut i32) {} fn g(x: &mut i32) { f(x); f(x); } fn main() {}", "g")
    args = [c.args[0] for c in find(body, thir.Call)]
    assert all(isinstance(a, thir.Borrow) and a.kind is BorrowKind.TWO_PHASE for a in args)
    assert all(isinstance(a, thir.Borrow) and isinstance(a.arg, thir.Deref) for a in args)


def test_deref_coercion_of_string_argument() -> None:
    _, body = checked("fn f(s: &str) {} fn main() { let s = String::new(); f(&s); }")
    call = next(c for c in find(body, thir.Call) if c.fun.ty.def_.name == "f")  # type: ignore[union-attr]
    arg = call.args[0]
    assert isinstance(arg, thir.Borrow) and not arg.explicit
    assert isinstance(arg.arg, thir.Deref)
    assert isinstance(arg.arg.arg, thir.Call) and arg.arg.arg.from_overloaded


def test_unsizing_coercions() -> None:
    tcx, body = checked(
        "trait T {} struct S; impl T for S {} fn f(x: &[i32]) {}"
        " fn main() { f(&[1, 2]); let b: Box<dyn T> = Box::new(S); let r: &dyn T = &S; }"
    )
    unsized = [c for c in find(body, thir.Coercion) if c.kind is CoercionKind.UNSIZE]
    assert [tcx.format_ty(c.ty) for c in unsized] == ["&[i32]", "Box<dyn T>", "&dyn T"]


def test_fn_items_and_closures_become_fn_pointers() -> None:
    _, body = checked("fn g(x: i32) -> i32 { x } fn main() { let a = [g, |x| x + 1]; let f: fn(i32) -> i32 = g; }")
    kinds = [c.kind for c in find(body, thir.Coercion)]
    assert kinds == [CoercionKind.REIFY_FN, CoercionKind.CLOSURE_FN, CoercionKind.REIFY_FN]


def test_places_used_mutably_go_through_deref_mut_and_index_mut() -> None:
    tcx, body = checked(
        "fn main() { let mut v = vec![String::new()]; v[0].push('a'); let b = &mut v; b[0] = String::new(); v[0].len(); }"
    )
    assert calls(tcx, body).count("index_mut") == 2
    assert calls(tcx, body).count("index") == 1


def test_builtin_operators_make_no_calls() -> None:
    tcx, body = checked(
        "fn main() { let a = 1; let b = a + 2 * a; let c = a == b && !(a < b); let mut d = -a; d += 1; let e = [1, 2][0]; }"
    )
    assert calls(tcx, body) == []
    assert len(find(body, thir.Binary)) == 4
    assert len(find(body, thir.AssignOp)) == 1


def test_overloaded_operators_are_calls_and_comparison_borrows() -> None:
    tcx, body = checked(
        "use std::ops::Add; #[derive(Clone, Copy, PartialEq)] struct P(i32);"
        " impl Add for P { type Output = P; fn add(self, o: P) -> P { P(self.0 + o.0) } }"
        " fn main() { let p = P(1) + P(2); let b = p == P(3); }"
    )
    assert calls(tcx, body) == ["add", "eq"]
    eq = next(c for c in find(body, thir.Call) if c.fun.ty.def_.name == "eq")  # type: ignore[union-attr]
    assert all(isinstance(a, thir.Borrow) and not a.explicit for a in eq.args)


def test_constructors_are_aggregates() -> None:
    tcx, body = checked(
        "struct P(i32, i32); fn main() { let p = P(1, 2); let s = Some(p.0); let f = Some; let o = f(1u8); let"
        " n: Option<u8> = None; }"
    )
    adts = find(body, thir.AdtExpr)
    assert [tcx.format_ty(a.ty) for a in adts] == ["P", "Option<i32>", "Option<u8>"]
    assert len(find(body, thir.Call)) == 1


def test_functional_update_names_the_remaining_fields() -> None:
    _, body = checked("struct S { a: i32, b: String, c: u8 } fn f(s: S) -> S { S { b: String::new(), ..s } } fn main() {}", "f")
    (adt,) = find(body, thir.AdtExpr)
    assert [i for i, _ in adt.fields] == [1]
    assert [i for i, _ in adt.base_fields] == [0, 2]


# ------------------------------------------------------------------------------------------------ patterns


def test_match_ergonomics_bind_by_reference() -> None:
    tcx, body = checked(
        "fn f(o: &mut Option<(i32, String)>) { if let Some((n, s)) = o { *n += 1; s.push('a'); } } fn main() {}", "f"
    )
    bindings = {b.local.name: b for b in find(body, thir.BindingPat) if b.local.name != "o"}
    assert all(b.by_ref is BorrowKind.MUT and b.implicit_ref for b in bindings.values())
    assert tcx.format_ty(bindings["n"].var_ty) == "&mut i32"
    assert any(p.implicit for p in find(body, thir.DerefPat))


def test_or_patterns_have_one_primary_binding() -> None:
    _, body = checked("fn main() { match (1, 2) { (x, 1) | (1, x) => {} _ => {} } }")
    assert [b.is_primary for b in find(body, thir.BindingPat)] == [True, False]


def test_slice_range_and_constant_patterns() -> None:
    _, body = checked(
        "const K: i32 = 7; fn f(v: &[i32], c: char) -> i32 { match v { [] => 0, [K, ..] => 1, [-3..=-1, rest @"
        " .., _] => rest.len() as i32,"
        " [x] => *x, _ => match c { 'a'..='z' => 2, _ => 3 } } } fn main() {}",
        "f",
    )
    constants = [p.value for p in find(body, thir.ConstantPat)]
    assert constants == [7]
    assert [(p.lo, p.hi) for p in find(body, thir.RangePat)] == [(-3, -1), (97, 122)]
    assert sum(p.slice is not None for p in find(body, thir.SlicePat)) == 2


# ------------------------------------------------------------------------------------------------ desugaring


def test_for_and_question_mark_are_matches() -> None:
    tcx, body = checked(
        "fn f() -> Option<i32> { let mut n = 0; for x in 1..=3 { n += x; } let y = Some(n)?; Some(y) } fn main() {}", "f"
    )
    sources = [m.source for m in find(body, thir.Match)]
    assert sources == [thir.MatchSource.FOR_LOOP, thir.MatchSource.FOR_LOOP, thir.MatchSource.TRY]
    assert calls(tcx, body) == ["into_iter", "new", "next", "branch", "from_residual"]
    assert [loop.source for loop in find(body, thir.Loop)] == ["for"]


def test_labelled_breaks_leave_their_targets() -> None:
    _, body = checked(
        "fn main() { let x = 'a: loop { loop { break 'a 5; } }; let y = 'b: { if x > 1 { break 'b 1; } 2 };"
        " while true { continue; } }"
    )
    outer = find(body, thir.Loop)[0]
    first, second = [b for b in find(body, thir.Break) if b.value is not None]
    assert first.target is outer
    assert isinstance(second.target, thir.Block) and second.target.break_target


def test_destructuring_assignment() -> None:
    _, body = checked("fn main() { let (mut a, mut b) = (1, 2); (a, b) = (b, a); [a, _] = [3, 4]; (a, ..) = (5, 6, 7); }")
    assert len(find(body, thir.Assign)) == 4


def test_format_args_borrow_their_arguments_as_written() -> None:
    tcx, body = checked(
        'fn main() { let s = String::new(); let n = 1; println!("{s} {} {:>5}", n, 2); println!("{0} {0:?}", s); }'
    )
    assert calls(tcx, body).count("new_display") == 4
    assert calls(tcx, body).count("new_debug") == 1
    borrowed = [b for b in find(body, thir.Borrow) if isinstance(b.arg, thir.VarRef) and b.arg.local.name == "s"]
    assert len(borrowed) == 2
    assert all(b.explicit for b in borrowed)


# ------------------------------------------------------------------------------------------------ closures


def closure(body: thir.Body, index: int = 0) -> thir.ClosureInfo:
    return list(body.closures.values())[index]


def captures(info: thir.ClosureInfo) -> list[tuple[str, BorrowKind | None]]:
    """Each captured place in words, and how."""
    found = []
    for place in info.captures:
        text = place.local.name
        for projection in place.projections:
            text = f"(*{text})" if projection[0] == "deref" else f"{text}.{projection[2]}"
        found.append((text, place.by_ref))
    return found


def test_closure_kinds_follow_from_use() -> None:
    _, body = checked(
        "fn main() { let s = String::new(); let mut n = 0; let a = || s.len(); let mut b = || n += 1; b(); let"
        " c = || drop(s.clone()); a(); c();"
        " let t = String::new(); let d = || t; d(); }"
    )
    infos = sorted(body.closures.values(), key=lambda c: c.span.lo)
    assert [i.kind for i in infos] == [ClosureKind.FN, ClosureKind.FN_MUT, ClosureKind.FN, ClosureKind.FN_ONCE]
    assert captures(infos[1]) == [("n", BorrowKind.MUT)]
    assert captures(infos[3]) == [("t", None)]


def test_captures_are_precise() -> None:
    _, body = checked(
        "struct P { a: String, b: (i32, String) } fn main() { let mut p = P { a: String::new(), b: (1, String::new()) };"
        " let c = || { p.b.0 += 1; p.a.len() }; }"
    )
    assert captures(closure(body)) == [("p.a", BorrowKind.SHARED), ("p.b.0", BorrowKind.MUT)]


def test_move_closures_take_whole_places_up_to_a_reference() -> None:
    _, body = checked("fn main() { let s = (String::new(), 1); let r = &s; let c = move || { r.0.len(); s.1 }; }")
    assert captures(closure(body)) == [("r", None), ("s.1", None)]


def test_closures_capture_through_references_as_places() -> None:
    _, body = checked("fn f(v: &mut Vec<i32>) { let mut c = || v.push(1); c(); } fn main() {}", "f")
    assert captures(closure(body)) == [("(*v)", BorrowKind.MUT)]


def test_a_wildcard_captures_nothing() -> None:
    _, body = checked("fn main() { let s = String::new(); let c = || { let _ = s; }; }")
    assert captures(closure(body)) == []


def test_calls_of_closures_are_by_their_kind() -> None:
    tcx, body = checked("fn main() { let mut n = 0; let mut f = |x: i32| n += x; f(1); let g = |x: u8| x + 1; let y = g(2); }")
    assert calls(tcx, body) == ["call_mut", "call"]
    assert let_types(tcx, body)["y"] == "u8"


def test_expected_signatures_reach_closures() -> None:
    tcx, body = checked(
        "fn apply<F: Fn(&str, u8) -> usize>(f: F) {} fn main() { apply(|s, n| s.len() + n as usize);"
        " let f: Box<dyn Fn(i64) -> i64> = Box::new(|x| x); let g: fn(u16) -> bool = |x| x > 1; }"
    )
    infos = sorted(body.closures.values(), key=lambda c: c.span.lo)
    inputs = [[tcx.format_ty(ty) for ty in i.sig.value.inputs] for i in infos]
    assert inputs[1:] == [["i64"], ["u16"]]
    assert len(infos[0].sig.bound) == 1
    assert infos[0].kind is ClosureKind.FN


def test_impl_trait_has_its_hidden_type() -> None:
    tcx, _ = checked(
        "fn f(n: i32) -> impl Iterator<Item = i32> { (0..n).map(move |x| x * 2) } fn main() { let s: i32 = f(3).sum(); }"
    )
    assert [tcx.format_ty(ty).startswith("Map<") for ty in tcx.hidden_types.values()] == [True]


# ------------------------------------------------------------------------------------------------ methods and paths


def test_inherent_methods_win_over_traits_and_by_value_over_autoref() -> None:
    tcx, body = checked(
        "trait T { fn m(&self) -> u8 { 1 } fn n(self) -> u8; } struct S; impl S { fn m(&self) -> i64 { 2 } fn"
        " n(&self) -> i64 { 2 } }"
        " impl T for S { fn n(self) -> u8 { 1 } } fn main() { let a = S.m(); let b = S.n(); let c = T::m(&S);"
        " let d = <S as T>::n(S); }"
    )
    assert let_types(tcx, body) == {"a": "i64", "b": "u8", "c": "u8", "d": "u8"}


def test_methods_of_parameters_objects_and_references() -> None:
    tcx, body = checked(
        "trait A { fn a(&self) -> u8; } trait B: A { fn b(&self) -> u16; }"
        " fn f<X: B>(x: &X, d: &dyn B) { let p = x.a(); let q = x.b(); let r = d.a(); let s = d.b(); } fn main() {}",
        "f",
    )
    types = let_types(tcx, body)
    assert [types[n] for n in "pqrs"] == ["u8", "u16", "u8", "u16"]


def test_associated_items_in_paths() -> None:
    tcx, body = checked(
        "trait Zero { const ZERO: Self; fn make() -> Self; } impl Zero for u8 { const ZERO: u8 = 0; fn make() -> u8 { 1 } }"
        " struct W<T>(T); impl<T: Zero> W<T> { const N: usize = 3; fn new() -> Self { Self(T::make()) } }"
        " fn main() { let a = u8::ZERO; let b = <u8 as Zero>::make(); let c: W<u8> = W::new(); let d ="
        " W::<u8>::N; let e: u8 = Zero::make(); }"
    )
    assert let_types(tcx, body) == {"a": "u8", "b": "u8", "c": "W<u8>", "d": "usize", "e": "u8"}


def test_std_bodies_check_without_errors() -> None:
    tcx, body = checked("fn main() { let v: Vec<i32> = Some(1).map(|x| x + 1).into_iter().collect(); }")
    for call in find(body, thir.Call):
        def_ = getattr(call.fun.ty, "def_", None)
        if isinstance(def_, Def) and def_.is_std and check_body.has_body(def_):
            _, errors = check_body.check_body(tcx, def_)
            assert errors == []
