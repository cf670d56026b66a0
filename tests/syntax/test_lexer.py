"""Tokens: what the lexer makes of the text (Reference: Tokens)."""

from __future__ import annotations

import pytest

from interpreter.source import SourceFile
from interpreter.syntax.lexer import lex


def kinds(text: str, edition: int = 2021) -> list[str]:
    lexed = lex(SourceFile("main.rs", text), edition)
    assert not lexed.diagnostics
    return [token.kind for token in lexed.tokens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x.0.1", ["IDENT", ".", "INT", ".", "INT"]),
        ("1.0.foo()", ["FLOAT", ".", "IDENT", "(", ")"]),
        ("1..2", ["INT", "..", "INT"]),
        ("1.max(2)", ["INT", ".", "IDENT", "(", "INT", ")"]),
        ("1. 2.5e-3 1e10 0x1f_u8 0b1010 1f32", ["FLOAT", "FLOAT", "FLOAT", "INT", "INT", "INT"]),
        ("'a 'a' '\\n' '\\u{1F600}' b'x' 'static", ["LIFETIME", "CHAR", "CHAR", "CHAR", "BYTE", "LIFETIME"]),
        ('"a\\"b" r"\\" r#"a"b"# br##"x"## b"x" c"x"', ["STR", "STR", "STR", "BYTE_STR", "BYTE_STR", "C_STR"]),
        ("r#fn fn r#match", ["IDENT", "fn", "IDENT"]),
        ("a /* b /* c */ d */ e // f\n g /// h\n /** i */", ["IDENT", "IDENT", "IDENT", "DOC", "DOC"]),
        ("#!/usr/bin/env run\nfn", ["fn"]),
        ("#![allow(x)]", ["#", "!", "[", "IDENT", "(", "IDENT", ")", "]"]),
        ("a<<=b>>=c..=d...e->f=>g::h&&i||j", [
            "IDENT", "<<=", "IDENT", ">>=", "IDENT", "..=", "IDENT", "...", "IDENT", "->", "IDENT", "=>", "IDENT", "::", "IDENT",
            "&&", "IDENT", "||", "IDENT",
        ]),
        ("_ _x x_ é", ["_", "IDENT", "IDENT", "IDENT"]),
    ],
)  # fmt: skip
def test_kinds(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_joint_means_no_gap() -> None:
    tokens = lex(SourceFile("main.rs", "a+b + /**/c;")).tokens
    assert [token.joint for token in tokens] == [True, True, False, False, True, False]


def test_raw_identifier_is_named_without_its_prefix() -> None:
    (token,) = lex(SourceFile("main.rs", "r#type")).tokens
    assert (token.text, token.span.lo, token.span.hi) == ("type", 0, 6)


def test_gen_is_a_keyword_since_2024() -> None:
    assert kinds("gen") == ["IDENT"]
    assert kinds("gen", 2024) == ["gen"]


def test_unterminated_text_is_fatal() -> None:
    for text in ('"abc', "/* abc", 'r#"abc"', "'\\"):
        assert lex(SourceFile("main.rs", text)).fatal


def test_guarded_strings_are_reserved_since_2024() -> None:
    text = 'f(#"a"#, ##"b"##, ###)'
    assert not lex(SourceFile("test.rs", text), 2021).diagnostics
    messages = [found.message for found in lex(SourceFile("test.rs", text), 2024).diagnostics]
    assert messages == ["invalid string literal", "invalid string literal", "reserved multi-hash token is forbidden"]
