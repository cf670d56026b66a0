"""What names mean: the tables of Resolution."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from interpreter.diagnostics import UnsupportedError
from interpreter.resolve import StdLoader, resolve_crate
from interpreter.resolve.defs import Def, DefKind, DefRes, LocalRes, PathRes, PrimTyRes, Resolution, SelfTyRes
from interpreter.source import SourceFile
from interpreter.syntax import ast
from interpreter.syntax.parser import parse_source


def resolved(text: str) -> tuple[Resolution, ast.Crate]:
    crate, diagnostics = parse_source(SourceFile("main.rs", text))
    assert crate is not None and not diagnostics
    resolution, errors = resolve_crate(crate, StdLoader())
    assert not errors, [(e.message, e.span) for e in errors]
    return resolution, crate


def nodes(root: object) -> Iterator[object]:
    """All AST nodes below one, in source order."""
    if isinstance(root, ast.Node):
        yield root
    if is_dataclass(root):
        for field in fields(root):
            yield from nodes(getattr(root, field.name))
    elif isinstance(root, list | tuple) and not hasattr(root, "_fields"):
        for item in root:
            yield from nodes(item)


def path_meanings(text: str) -> dict[str, list[PathRes]]:
    """Each path's text -> what it means, at each of its places."""
    resolution, crate = resolved(text)
    found: dict[str, list[PathRes]] = {}
    for node in nodes(crate.items):
        if isinstance(node, ast.Path) and node in resolution.path_res:
            found.setdefault(node.span.text, []).append(resolution.path_res[node])
    return found


def child(resolution: Resolution, *names: str) -> Def:
    here = resolution.root
    for name in names:
        here = next(c for c in here.children if c.name == name)
    return here


def test_locals_shadow_each_other() -> None:
    uses = path_meanings("fn main() { let x = 1; let x = x; { let x = x; x; } x; }")["x"]
    locals_ = [use.base.local for use in uses if isinstance(use.base, LocalRes)]
    first, second, inner, last = locals_
    assert first is not second and second is not inner and last is second


def test_associated_items_are_left_to_typeck() -> None:
    found = path_meanings(
        "struct S; impl S { const K: i32 = 1; } trait T { fn f() {} }"
        "fn main() { S::K; i32::MAX; Vec::<u8>::new(); Option::None::<u8>; }"
    )
    res = found["S::K"][0]
    assert isinstance(res.base, DefRes) and res.base.def_.name == "S" and res.unresolved == 1
    assert found["i32::MAX"] == [PathRes(PrimTyRes("i32"), 1)]
    res = found["Option::None::<u8>"][0]
    assert isinstance(res.base, DefRes) and res.base.def_.kind is DefKind.VARIANT and res.base.ctor and res.unresolved == 0


def test_self_type_and_trait_items() -> None:
    found = path_meanings("trait T { type A; fn f() -> Self::A; } fn g<X: T>() -> <X as T>::A { T::f; X::f() } fn main() {}")
    res = found["Self::A"][0]
    assert isinstance(res.base, SelfTyRes) and res.unresolved == 1
    res = found["<X as T>::A"][0]
    assert isinstance(res.base, DefRes) and res.base.def_.kind is DefKind.ASSOC_TY and res.unresolved == 0
    res = found["T::f"][0]
    assert isinstance(res.base, DefRes) and res.base.def_.kind is DefKind.ASSOC_FN and res.unresolved == 0


def test_patterns_bind_or_name() -> None:
    resolution, crate = resolved(
        "const K: i32 = 1; enum E { A, B } use E::*;"
        "fn f(e: E) { match e { A => {} other => {} } match 1 { K => {} n => {} } } fn main() {}"
    )
    meanings = {
        node.ident.name: resolution.ident_pats[node]
        for node in nodes(crate.items)
        if isinstance(node, ast.IdentPat) and node in resolution.ident_pats
    }
    assert isinstance(meanings["A"], DefRes) and isinstance(meanings["K"], DefRes)
    assert isinstance(meanings["other"], LocalRes) and isinstance(meanings["n"], LocalRes)


def test_alternatives_share_a_variable() -> None:
    resolution, crate = resolved("fn f(x: (i32, i32)) -> i32 { let ((1, v) | (v, _)) = x; v } fn main() {}")
    bound = [resolution.ident_pats[n] for n in nodes(crate.items) if isinstance(n, ast.IdentPat) and n.ident.name == "v"]
    assert len(bound) == 2 and bound[0] == bound[1]


def test_globs_are_shadowed_and_renamed() -> None:
    found = path_meanings(
        "mod a { pub fn f() {} pub fn g() {} } mod b { pub fn f() {} }"
        "use a::*; use b::f; use a::g as h; fn main() { f(); g(); h(); }"
    )
    f, g, h = (found[name][0].base for name in ("f", "g", "h"))
    assert isinstance(f, DefRes) and isinstance(g, DefRes) and isinstance(h, DefRes)
    assert f.def_.path() == "b::f" and g.def_.path() == "a::g" and h.def_ is g.def_


def test_hygiene_of_macros() -> None:
    text = """
        fn main() {
            let x = 1;
            macro_rules! outer { () => { x } }
            macro_rules! own { ($e:expr) => { { let x = 2; $e + x } } }
            let x = 3;
            outer!();
            own!(x);
        }
    """
    resolution, _ = resolved(text)
    by_line: dict[int, list[int]] = {}
    for path, res in resolution.path_res.items():
        if isinstance(res.base, LocalRes):
            by_line.setdefault(path.span.line, []).append(res.base.local.span.line)
    assert by_line[4] == [3], "a macro's body sees the variables at its definition"
    assert by_line[5] == [5], "its own variables are its own"
    assert by_line[8] == [6], "an argument keeps the meaning it has at the call"


def test_labels_lead_to_their_loops() -> None:
    resolution, _ = resolved("fn main() { 'a: loop { 'b: for _ in 0..1 { break 'a; } } }")
    (target,) = resolution.label_targets.values()
    assert isinstance(target, ast.Loop)


def test_traits_in_scope() -> None:
    resolution, _ = resolved(
        "mod m { pub trait A {} pub trait B {} pub trait C {} } use m::A as _; fn f() { use m::B; } fn g() {} fn main() {}"
    )
    names = {trait.name for trait in resolution.traits_in_scope(child(resolution, "f"))}
    assert {"A", "B", "Iterator", "Clone"} <= names and "C" not in names
    assert "B" not in {trait.name for trait in resolution.traits_in_scope(child(resolution, "g"))}


def test_items_within_functions() -> None:
    resolution, _ = resolved(
        "fn main() { struct P { x: i32 } impl P { fn get(&self) -> i32 { self.x } } fn h() -> P { P { x: 1 } } h().get(); }"
    )
    assert [c.name for c in child(resolution, "main").children if c.kind is not DefKind.IMPL] == ["P", "h"]


def test_unknown_parts_of_std_are_unsupported_not_wrong() -> None:
    crate, _ = parse_source(SourceFile("main.rs", "use std::net::TcpListener; fn main() {}"))
    assert crate is not None
    with pytest.raises(UnsupportedError):
        resolve_crate(crate, StdLoader())


@pytest.mark.parametrize(
    "item",
    [
        "struct S;",
        "struct S { x: i32, y: String }",
        "struct S(i32, Vec<u8>);",
        "struct S<'a, T, const N: usize> { x: &'a T, y: [T; N] }",
        "enum S {}",
        "enum S { A }",
        "enum S { A, B(i32), C { x: u8, y: Vec<String> } }",
        "enum S<T> { A(T), B }",
    ],
)
def test_derives_give_impls_whose_names_are_found(item: str) -> None:
    derives = "Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash"
    resolution, _ = resolved(f"#[derive({derives})] {item} fn main() {{}}")
    impls = [c for c in resolution.root.children if c.kind is DefKind.IMPL]
    traits = []
    for impl in impls:
        assert isinstance(impl.node, ast.Impl) and impl.node.trait is not None
        traits.append(resolution.path_res[impl.node.trait].base.def_.name)  # type: ignore[union-attr]
        assert "automatically_derived" in impl.attrs
    assert traits == derives.split(", ")


def test_derived_code_points_to_the_field() -> None:
    resolution, _ = resolved("#[derive(PartialEq)] struct S { x: f32 } fn main() {}")
    impl = next(c for c in resolution.root.children if c.kind is DefKind.IMPL)
    comparison = next(n for n in nodes(impl.node) if isinstance(n, ast.Binary))
    assert comparison.span.as_written().text == "x: f32"
    assert isinstance(impl.node, ast.Impl) and impl.node.span.as_written().text == "PartialEq"
