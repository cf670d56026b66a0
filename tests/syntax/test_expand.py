"""Macro expansion: matching, transcription, hygiene, the built-in macros, conditional compilation."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from interpreter.diagnostics import Diagnostic, UnsupportedError
from interpreter.resolve.expand import Expansion, expand_crate
from interpreter.source import SourceFile
from interpreter.syntax import ast
from interpreter.syntax.parser import parse_source
from interpreter.syntax.pretty import print_expr


def expand(text: str) -> Expansion:
    crate, diagnostics = parse_source(SourceFile("src/main.rs", text))
    assert crate is not None and not diagnostics, diagnostics
    return expand_crate(crate)


def clean(text: str) -> ast.Crate:
    expansion = expand(text)
    assert not expansion.diagnostics, expansion.diagnostics
    return expansion.crate


def main_block(text: str, items: str = "") -> ast.Block:
    function = next(item for item in clean(f"{items} fn main() {{ {text} }}").items if item.ident.name == "main")
    assert isinstance(function, ast.Fn) and function.body is not None
    return function.body


def value(text: str, items: str = "") -> Any:
    """The tail expression of `main`, without the marks of macros."""
    expr: Any = main_block(text, items).expr
    while isinstance(expr, ast.MacroExpansion):
        expr = expr.expr
    return expr


def constant(text: str, items: str = "") -> Any:
    expr = value(text, items)
    assert isinstance(expr, ast.BuiltinConst)
    return expr.lit.value


def nodes(root: Any) -> list[ast.Node]:
    """All nodes of a tree, those that stand in it twice twice."""
    found: list[ast.Node] = []
    work = [root]
    while work:
        node = work.pop()
        if isinstance(node, list):
            work += node
        elif isinstance(node, ast.Node):
            found.append(node)
            work += [getattr(node, field.name) for field in fields(node)]
    return found


def errors(text: str) -> list[Diagnostic]:
    return expand(text).diagnostics


@pytest.mark.parametrize(
    ("rules", "call", "expected"),
    [
        ("($a:expr) => { stringify!($a) }", "1+ 2", "1+ 2"),
        ("($($a:expr),* $(,)?) => { stringify!($($a;)*) }", "1, f(2, 3),", "1; f(2, 3);"),
        ("($($k:ident => [$($v:tt)*]);+) => { stringify!($($k { $($v)* })+) }", "a => [b c]; d => []", "a { b c }d {}"),
        ("($t:ty, $p:pat, $l:lifetime) => { stringify!($t $p $l) }", "Vec<Vec<u8>>, Some(1), 'a", "Vec<Vec<u8>> Some(1) 'a"),
        ("($v:vis $i:ident) => { 0 }; ($($t:tt)*) => { stringify!($($t)*) }", "a . b", "a.b"),
        ("($x:literal) => { stringify!(lit $x) }; ($x:ident) => { stringify!(ident $x) }", "-5", "lit -5"),
        ("($x:literal) => { stringify!(lit $x) }; ($x:ident) => { stringify!(ident $x) }", "self", "ident self"),
        ("(a $(b)? c) => { stringify!(yes) }", "a c", "yes"),
        ("($b:block $m:meta) => { stringify!($b $m) }", "{ 1 } derive(Debug)", "{ 1 } derive(Debug)"),
        ("($f:path, $s:stmt) => { stringify!($f $s) }", "a::b::<c>, let x = 1", "a::b::<c> let x = 1"),
        ("(@n $($x:tt)*) => { stringify!($($x)*) }; ($($x:tt)*) => { m!(@n $($x)* !) }", "a", "a!"),
        ("($($a:tt $b:tt)|*) => { stringify!($($b $a)|*) }", "1 2 | 3 4", "2 1 | 43"),
        ("($x:ty) => { stringify!($x) }", "Option<Box<u8>>", "Option<Box<u8>>"),
    ],
)  # fmt: skip
def test_macro_rules(rules: str, call: str, expected: str) -> None:
    assert constant(f"m!({call})", f"macro_rules! m {{ {rules} }}") == expected


def test_fragment_keeps_precedence_and_is_copied() -> None:
    expr = value("m!(1 + 2)", "macro_rules! m { ($a:expr) => { $a * $a } }")
    assert isinstance(expr, ast.Binary) and expr.op is ast.BinOp.MUL
    assert isinstance(expr.lhs, ast.Binary) and isinstance(expr.rhs, ast.Binary) and expr.lhs is not expr.rhs


def test_every_node_stands_once() -> None:
    crate = clean(
        "macro_rules! m { ($a:expr) => { f($a, m!(@ $a), [$a]) }; (@ $a:expr) => { $a } } fn main() { m!(vec![g(1), 2]); }"
    )
    found = nodes(crate)
    assert len({id(node) for node in found}) == len(found)
    assert not any(isinstance(node, ast.MacroCall | ast.MacroStmt | ast.MacroItem | ast.AttrExpr) for node in found)


def test_hygiene_numbers_tell_the_body_from_the_arguments() -> None:
    expansion = expand("macro_rules! m { ($e:expr) => {{ let a = 42; $e + a }} } fn main() { let a = 1; m!(a); m!(a); }")
    numbers: dict[str, set[int]] = {"let": set(), "use": set()}
    for node in nodes(expansion.crate):
        if isinstance(node, ast.IdentPat):
            numbers["let"].add(node.ident.hygiene)
        elif isinstance(node, ast.PathExpr):
            numbers["use"].add(node.path.segments[0].ident.hygiene)
    assert numbers["let"] == numbers["use"] and len(numbers["let"]) == 3 and 0 in numbers["let"]
    for number in numbers["let"] - {0}:
        parent = expansion.hygiene.parent(number)
        assert parent is not None and parent[0] == 0 and parent[1].name == "m"


def test_statements_take_the_calls_place() -> None:
    block = main_block("m!(x); x", "macro_rules! m { ($x:ident) => { let $x = 1; let y = 2; } }")
    assert [type(stmt).__name__ for stmt in block.stmts] == ["Let", "Let"]


def test_a_call_in_braces_at_the_end_is_the_value() -> None:
    assert isinstance(value("m! { 1 }", "macro_rules! m { ($x:expr) => { let y = $x; y } }"), ast.PathExpr)


def test_items_patterns_and_types() -> None:
    crate = clean(
        "macro_rules! s { ($($n:ident),*) => { $(struct $n;)* } } s!(A, B); macro_rules! p { () => { Some(1) | None } }"
        "macro_rules! t { ($a:ty) => { Vec<$a> } } trait T { m!{} } macro_rules! m { () => {} }"
        "fn f(x: t!(u8)) { match y { p!() => {} } }".replace("trait T { m!{} } macro_rules! m { () => {} }", "")
    )
    names = [item.ident.name for item in crate.items if isinstance(item, ast.Struct)]
    assert names == ["A", "B"]
    assert any(isinstance(node, ast.OrPat) for node in nodes(crate))


def test_textual_scope() -> None:
    late = "fn main() { m!(); } macro_rules! m { () => {} }"
    assert [error.message for error in errors(late)] == ["cannot find macro `m` in this scope"]
    assert not errors("#[macro_use] mod a { macro_rules! m { () => {} } } fn main() { m!(); }")
    assert errors("mod a { macro_rules! m { () => {} } } fn main() { m!(); }")
    assert not errors("fn main() { n!(); } mod a { #[macro_export] macro_rules! m { () => {} } } use crate::m as n;")
    assert constant("{ macro_rules! m { () => { 2 } } } stringify!(x)", "macro_rules! m { () => { 1 } }") == "x"


def test_dollar_crate_is_a_segment() -> None:
    expr = value("m!()", "macro_rules! m { () => { $crate::a::b } }")
    assert [segment.ident.name for segment in expr.path.segments] == ["$crate", "a", "b"]


def test_recursion_limit() -> None:
    (error,) = errors("macro_rules! m { () => { m!() } } fn main() { m!(); }")
    assert error.message == "recursion limit reached while expanding `m!`"
    deep = "macro_rules! n { () => { 0 }; ($a:tt $($b:tt)*) => { 1 + n!($($b)*) } } fn main() { let x = n!(" + "a " * 120 + "); }"
    assert not errors(deep)


def test_format_args() -> None:
    expr = value('format_args!("a{{{x:>+#08.3?}}}{0:e}{1:y$.*}{}\\n", 1, 2, y = 4)')
    assert isinstance(expr, ast.FormatArgs)
    literals = [piece for piece in expr.template if isinstance(piece, str)]
    first, second, third, fourth = (piece for piece in expr.template if not isinstance(piece, str))
    assert literals == ["a{", "}", "\n"]
    assert (first.align, first.sign, first.alternate, first.zero_pad) == (">", "+", True, True)
    assert (first.width, first.precision) == (ast.FormatCount(8, None), ast.FormatCount(3, None))
    assert first.trait is ast.FormatTrait.DEBUG and print_expr(expr.args[first.arg]) == "x"
    assert (second.arg, second.trait) == (0, ast.FormatTrait.LOWER_EXP)
    assert third.arg == 1 and third.width == ast.FormatCount(None, 2) and third.precision == ast.FormatCount(None, 0)
    assert fourth.arg == 1
    assert first.span.text == "{x:>+#08.3?}" and expr.args[first.arg].span.text == "x"


def test_println_goes_through_std() -> None:
    (stmt,) = main_block('println!("{}", 1);').stmts
    assert isinstance(stmt, ast.ExprStmt) and isinstance(stmt.expr, ast.MacroExpansion) and stmt.expr.name == "println"
    call = next(node for node in nodes(stmt) if isinstance(node, ast.Call))
    assert [segment.ident.name for segment in call.func.path.segments] == ["$crate", "io", "_print"]  # type: ignore[union-attr]
    formatted = next(node for node in nodes(stmt) if isinstance(node, ast.FormatArgs))
    assert formatted.template[-1] == "\n" and formatted.span.source_callsite() == stmt.expr.span


def test_assert_says_its_condition() -> None:
    texts = [node.value for node in nodes(main_block("assert!(x==1&&!y . z());")) if isinstance(node, ast.Lit)]
    assert "assertion failed: x == 1 && !y.z()" in texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('concat!("a", 1, 2.5, true, \'c\', -3)', "a12.5truec-3"),
        ("stringify!(a  +  b . c (d) { e } {f})", "a + b.c(d) { e } {f}"),
        ("line!()", 1),
        ("file!()", "src/main.rs"),
        ("module_path!()", "main"),
        ("cfg!(all(unix, not(test), debug_assertions, target_pointer_width = \"64\"))", True),
        ("cfg!(any(windows, feature = \"x\"))", False),
    ],
)  # fmt: skip
def test_builtin_constants(text: str, expected: Any) -> None:
    assert constant(text) == expected


def test_cfg_removes_what_is_off() -> None:
    crate = clean(
        "#[cfg(test)] mod tests { fn a() {} } #[test] fn b() {} #[cfg(unix)] struct S { #[cfg(windows)] x: u8, y: u8 }"
        "fn f(#[cfg(windows)] a: u8, b: u8) { #[cfg(windows)] let x = 1; match b { #[cfg(windows)] 1 => {}, _ => {} }"
        " g([#[cfg(windows)] 1, #[cfg(unix)] 2]); #[cfg(windows)] { 1 } }"
    )
    struct, function = crate.items
    assert isinstance(struct, ast.Struct) and [field.ident.name for field in struct.fields] == ["y"]
    assert isinstance(function, ast.Fn) and function.body is not None and len(function.params) == 1
    assert len(function.body.stmts) == 2
    assert len(next(node for node in nodes(function) if isinstance(node, ast.Match)).arms) == 1
    assert [lit.value for lit in nodes(function) if isinstance(lit, ast.Lit)] == [2]


def test_cfg_attr_gives_its_attributes() -> None:
    (item,) = clean("#[cfg_attr(unix, derive(Debug), allow(x))] #[cfg_attr(windows, derive(Clone))] struct S;").items
    assert [attr.name for attr in item.attrs] == ["derive", "allow"]


@pytest.mark.parametrize("text", ['env!("HOME")', 'env!("PATH")'])
def test_outside_of_the_subset(text: str) -> None:
    with pytest.raises(UnsupportedError):
        expand(f"fn main() {{ {text}; }}")


def test_only_a_call_that_fits_no_rule_ends_the_compilation() -> None:
    assert expand("macro_rules! m { (a) => {} } fn main() { m!(b); }").fatal
    assert not expand('fn main() { println!("{}"); nope!(); }').fatal
