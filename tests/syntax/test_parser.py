"""The tree: precedence, statement rules, tokens that are split, spans."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from interpreter.source import SourceFile
from interpreter.syntax import ast
from interpreter.syntax.parser import parse_source
from interpreter.syntax.tables import build_tables, load_tables

ROOT = Path(__file__).parent.parent.parent


def crate(text: str, edition: int = 2021) -> ast.Crate:
    parsed, diagnostics = parse_source(SourceFile("main.rs", text), edition)
    assert parsed is not None and not diagnostics, diagnostics
    return parsed


def body(text: str, edition: int = 2021) -> ast.Block:
    function = crate(f"fn main() {{ {text} }}", edition).items[0]
    assert isinstance(function, ast.Fn) and function.body is not None
    return function.body


def tail(text: str) -> Any:
    block = body(text)
    assert block.expr is not None and not block.stmts
    return block.expr


def shape(node: Any) -> str:
    """An expression with all its structure in brackets."""
    match node:
        case ast.Binary():
            return f"({shape(node.lhs)} {node.op.value} {shape(node.rhs)})"
        case ast.Unary():
            return f"({node.op.value}{shape(node.expr)})"
        case ast.AddrOf():
            return f"(&{'mut ' if node.mutable else ''}{shape(node.expr)})"
        case ast.Cast():
            return f"({shape(node.expr)} as {node.ty.span.text})"
        case ast.Assign():
            return f"({shape(node.lhs)} = {shape(node.rhs)})"
        case ast.AssignOp():
            return f"({shape(node.lhs)} {node.op.value}= {shape(node.rhs)})"
        case ast.Range():
            dots = "..=" if node.inclusive else ".."
            return f"({shape(node.lo) if node.lo else ''}{dots}{shape(node.hi) if node.hi else ''})"
        case ast.MethodCall():
            return f"{shape(node.receiver)}.{node.segment.ident.name}({', '.join(map(shape, node.args))})"
        case ast.Call():
            return f"{shape(node.func)}({', '.join(map(shape, node.args))})"
        case ast.FieldExpr():
            return f"{shape(node.expr)}.{node.ident.name}"
        case ast.Try():
            return f"{shape(node.expr)}?"
        case ast.LetExpr():
            return f"(let {node.pat.span.text} = {shape(node.expr)})"
        case ast.Closure():
            return f"({node.head_span.text} {shape(node.body)})"
        case ast.Return():
            return f"(return {shape(node.expr)})" if node.expr else "(return)"
        case _:
            text: str = node.span.text
            return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a + b * c - d", "((a + (b * c)) - d)"),
        ("a == b && c < d || !e", "(((a == b) && (c < d)) || (!e))"),
        ("-x as u8 + 1", "(((-x) as u8) + 1)"),
        ("a << 1 & b ^ c | d", "((((a << 1) & b) ^ c) | d)"),
        ("&mut *x.y", "(&mut (*x.y))"),
        ("a = b = c", "(a = (b = c))"),
        ("a += b - c", "(a += (b - c))"),
        ("a + 1..b", "((a + 1)..b)"),
        ("..=b + 1", "(..=(b + 1))"),
        ("x as usize >> 2", "((x as usize) >> 2)"),
        ("&&x", "(&(&x))"),
        ("a && &&b == c", "(a && ((&(&b)) == c))"),
        ("|| x + 1", "(|| (x + 1))"),
        ("a || return b || c", "(a || (return (b || c)))"),
        ("|x| |y| x + y", "(|x| (|y| (x + y)))"),
        ("-1.abs()", "(-1.abs())"),
        ("x.0.1.f()?.g", "x.0.1.f()?.g"),
        ("x < -y", "(x < (-y))"),
    ],
)
def test_precedence(text: str, expected: str) -> None:
    assert shape(tail(text)) == expected


@pytest.mark.parametrize(
    ("text", "statements", "has_tail"),
    [
        ("if a { 1 } else { 2 } - 1", 1, True),
        ("match x {} (a, b)", 1, True),
        ("match x { _ => v }.len()", 0, True),
        ("unsafe { f() }?", 0, True),
        ("{ 1 } [0]", 1, True),
        ("loop {} &x;", 2, False),
        ("{ 1 } && x;", 2, False),
        ("vec![1].len() + 1", 0, True),
        ("S { a: 1 };", 1, False),
        (";;;", 0, False),
        ("fn f() {} let x = 1; x", 2, True),
        ("if a {} ;", 1, False),
    ],
)
def test_statements_end_where_rustc_ends_them(text: str, statements: int, has_tail: bool) -> None:
    block = body(text)
    assert (len(block.stmts), block.expr is not None) == (statements, has_tail)


def test_no_struct_literal_in_conditions() -> None:
    loop = tail("for x in y { z }")
    assert isinstance(loop, ast.For) and isinstance(loop.iter, ast.PathExpr)
    match = tail("match a { b => S { c: 1 }, S { c } if d == (S { c }) => e }")
    assert isinstance(match, ast.Match) and len(match.arms) == 2


@pytest.mark.parametrize(
    "text",
    [
        "let x: Vec<Vec<Vec<u8>>> = f();",
        "let x: Option<Box<u8>>= None;",
        "let f: Box<dyn Fn(&'a T) -> Result<(), Box<dyn Error>> + 'a>;",
        "let x = Vec::<Option<u8>>::new();",
        "let x = <<T as A>::B as C<D>>::f::<E>();",
        "let f = |&&x: &&u8, (a, b): (u8, u8)| -> u8 { x };",
        "if let Some(0..=9 | 10..) | None = x {}",
        "while let [first, .., last @ (1 | 2)] = y {}",
        "let S { a, ref mut b, c: (mut d, _), .. } = s;",
        "let &mut (ref x, -1) = y else { return };",
        "'a: loop { break 'a; } 'b: { break 'b 1 };",
        "let x = &raw const y; let z = &raw mut *p;",
        "impl<'a, T: 'a + ?Sized, const N: usize> !Send for S<'a, T, { N + 1 }> where for<'b> T: Fn(&'b u8) -> u8 {}",
        "pub(in crate::a) unsafe extern \"C\" fn f<T>(mut x: T, &(a, b): &(u8, u8)) -> impl Trait + use<T> where T: Copy {}",
        "trait T: A + B { type X<'a>: C where Self: 'a; const N: usize = 1; fn f(self: Box<Self>); fn g(&'a mut self) {} }",
        "union U { a: u8 } static mut W: u8 = 1; const _: () = ();",
        "use {a::{self, b as c, d::*}, ::e, f as _};",
        "macro_rules! m { ($($x:expr),* $(,)?) => { $($x;)* } } m!{1, 2} m!(3); m![4];",
        "let union = 1; let auto = union; let default = auto; raw(default);",
        "x = y as *const dyn A as usize; z::<{ 1 }, 'a', -1, true>();",
        "(a, b.c, _, [d, ..], S { e, .. }) = f;",
        "#[cfg(a)] let x = 1; f(#[cfg(b)] y, [#[c] 1]); match x { #[d] _ => () }",
    ],
)  # fmt: skip
def test_all_of_the_syntax_parses(text: str) -> None:
    body(text)


def test_let_chains_need_2024() -> None:
    text = "if let Some(x) = a && x > 1 && let Some(y) = b {}"
    assert shape(body(text, 2024).expr.cond) == "(((let Some(x) = a) && (x > 1)) && (let Some(y) = b))"  # type: ignore[union-attr]
    _, diagnostics = parse_source(SourceFile("main.rs", f"fn main() {{ {text} }}"), 2021)
    assert [diagnostic.message for diagnostic in diagnostics] == ["let chains are only allowed in Rust 2024 or later"] * 2


def test_extern_blocks_are_unsafe_since_2024() -> None:
    text = 'extern "C" { fn f(); } unsafe extern "C" { fn g(); } fn main() {}'
    told = [parse_source(SourceFile("main.rs", text), edition)[1] for edition in (2021, 2024)]
    assert [[diagnostic.message for diagnostic in found] for found in told] == [[], ["extern blocks must be unsafe"]]


def test_spans() -> None:
    text = "pub fn f<T>(x: T) -> u8 where T: Copy { x.y(1)?; |a| -> u8 { a } }"
    function = crate(text).items[0]
    assert isinstance(function, ast.Fn) and function.body is not None
    assert function.span.text == text
    assert function.sig_span.text == "fn f<T>(x: T) -> u8"
    assert function.generics.span.text == "<T>"
    assert function.body.end_span.text == "}"
    stmt, closure = function.body.stmts[0], function.body.expr
    assert stmt.span.text == "x.y(1)?;"
    assert isinstance(closure, ast.Closure) and closure.head_span.text == "|a| -> u8"
    impl = crate("unsafe impl<T> A<T> for B where T: C { }").items[0]
    assert isinstance(impl, ast.Impl) and impl.head_span.text == "unsafe impl<T> A<T> for B where T: C"


def test_literals() -> None:
    text = r"""(1_000u8, 0xff, 0b11_i64, 1.5e3f32, "a\n\u{41}\x41\
                b", r#"\n"#, b"\xff", b'a', '\'', true)"""
    values = [(lit.kind.name, lit.value, lit.suffix) for lit in tail(text).elems]
    assert values == [
        ("INT", 1000, "u8"),
        ("INT", 255, None),
        ("INT", 3, "i64"),
        ("FLOAT", "1.5e3", "f32"),
        ("STR", "a\nAAb", None),
        ("STR", "\\n", None),
        ("BYTE_STR", b"\xff", None),
        ("BYTE", 97, None),
        ("CHAR", "'", None),
        ("BOOL", True, None),
    ]


@pytest.mark.parametrize("text", ["trait A = Clone;", "auto trait A {}", "macro m() { 1 }", "default impl T for u8 {}"])
def test_syntax_of_nightly_is_refused(text: str) -> None:
    crate, errors = parse_source(SourceFile("main.rs", text))
    assert not errors and crate is not None and [error.code for error in crate.late_errors] == ["E0658"]


def test_deep_nesting() -> None:
    depth = 3000
    tree: Any = tail("(" * depth + "1" + ")" * depth)
    for _ in range(depth):
        tree = tree.expr
    assert isinstance(tree, ast.Lit)


def test_saved_tables_are_the_grammars() -> None:
    grammar = (ROOT / "interpreter/syntax/rust.lark").read_text()
    built, loaded = build_tables(grammar), load_tables()
    assert sorted(built.rules) == sorted(loaded.rules) and len(built.action.numbers) == len(loaded.action.numbers)


def test_parsing_does_not_import_lark() -> None:
    load_tables()
    code = (
        "import sys; from interpreter.source import SourceFile; from interpreter.syntax.parser import parse_source;"
        "parse_source(SourceFile('a', 'fn main() {}')); sys.exit('lark' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
