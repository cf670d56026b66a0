"""Text to tokens, as rustc's lexer makes them (Reference: Tokens; rustc_lexer).

In: a `SourceFile` and the edition. Out: `Lexed`, the flat list of tokens and the lexical errors. Comments and white space are
dropped; what is left of them is `Token.joint`, which says that the next token follows without a gap. Doc comments are tokens of
the kinds `DOC` and `INNER_DOC`, which stream.py makes attributes of.

A token's `kind` is its own text for keywords and punctuation (`"fn"`, `">>="`), and the name of its class otherwise: `IDENT`,
`LIFETIME`, `INT`, `FLOAT`, `CHAR`, `BYTE`, `STR`, `BYTE_STR`, `C_STR`. `$crate`, which only macro expansion makes, has the
kind `"$crate"`. `x.0.1` is lexed as two field accesses, which rustc's parser would split later.
"""

from __future__ import annotations

from interpreter.deferred import pattern
from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import Final
from interpreter.records import NamedTuple
from interpreter.source import SourceFile, Span
from interpreter.syntax.ast import Token
from interpreter.syntax.literals import check_escapes

_STRICT: Final = [
    "as", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "false", "fn", "for", "if", "impl", "in",
    "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "Self", "static", "struct", "super",
    "trait", "true", "type", "unsafe", "use", "where", "while", "async", "await",
]  # fmt: skip
_RESERVED: Final = [
    "abstract", "become", "box", "do", "final", "macro", "override", "priv", "try", "typeof", "unsized", "virtual", "yield",
]  # fmt: skip

STRICT_KEYWORDS: Final = frozenset(_STRICT)
RESERVED_KEYWORDS: Final = frozenset((*_RESERVED, "gen"))
"""`gen` is a token of its own in the edition of 2024 only."""

_WORDS_2021: Final = {word: word for word in (*_STRICT, *_RESERVED, "_")}
_WORDS_2024: Final = _WORDS_2021 | {"gen": "gen"}
_WORDS_2015: Final = {word: word for word in _WORDS_2021 if word not in ("async", "await", "dyn", "try")}

_MASTER: Final = pattern(
    r"""(?xs)(?P<gap>(?:[ \t\n\r\f\v\u0085\u200e\u200f\u2028\u2029]+|//(?!/(?!/)|!)[^\n]*)+)
    |(?P<word>(?!(?:[bc]?r\#*"|[bc]"|b'))(?:r\#(?=[^\W\d]))?[^\W\d]\w*)
    |(?P<comment>/\*|//)
    |(?P<punct><<=|>>=|\.\.\.|\.\.=|::|->|=>|==|!=|<=|>=|&&|\|\||\+=|-=|\*=|/=|%=|\^=|&=|\|=|<<|>>|\.\.|<-|[()\[\]{},;.:=<>&|!+\-*/%^?\#@$~])
    |(?P<number>0x[0-9a-fA-F_]*|0o[0-9_]*|0b[0-9_]*|[0-9][0-9_]*)
    |(?P<char>b?'(?:\\(?:u\{[^'\n}]*\}|x[^'\n]{0,2}|[^\n]|\n(?='))|[^\\'\n\r\t])') |(?P<lifetime>'(?:r\#)?[^\W\d]\w*)
    |(?P<str>[bc]?"[^"\\]*(?:\\.[^"\\]*)*") |(?P<rawstr>[bc]?r(?P<hashes>\#*)"(?s:.*?)"(?P=hashes))
    """
)
_FRACTION: Final = pattern(r"\.(?![.]|[^\W\d])(?:[0-9][0-9_]*)?")
_EXPONENT: Final = pattern(r"[eE][+-]?_*[0-9][0-9_]*")
_BAD_EXPONENT: Final = pattern(r"[eE][+-]?_*")
_BASES: Final = {"0x": "hexadecimal", "0o": "octal", "0b": "binary"}
_EMOJI: Final = "\u2600-\u27bf\u2b50\u2b55\U0001f000-\U0001faff"
_WITH_EMOJI: Final = pattern(rf"[{_EMOJI}][{_EMOJI}\u200d\ufe0f\w]*")
_SUFFIX: Final = pattern(r"[^\W\d]\w*")
_STR_KINDS: Final = {'"': "STR", "r": "STR", "b": "BYTE_STR", "c": "C_STR"}
_GUARDED: Final = pattern(r'(?s)(#+)"[^"\\]*(?:\\.[^"\\]*)*"(#*)')
_BLOCK_DOC: Final = pattern(r"/\*(?:!|\*(?![*/]))")
_INLINE_COMMENT: Final = pattern(r"/\*|\*/")
# Characters that rustc's parser takes for the ASCII ones that they look like, after an error.
_LOOKS_LIKE: Final = {
    "_": "\u07fa\ufe4d\ufe4e\ufe4f",
    "-": "\u2010\u2011\u2012\u2013\u2014\ufe58\u06d4\u2043\u02d7\u2212\u2796\u2cba\u30fc",
    ",": "\u060d\u066b\u201a\u00b8\ua4f9\uff0c",
    ";": "\u003b\uff1b\ufe14\ufe54",
    ":": "\uff1a\u0589\u2236\u02d0\ua4fd\ufe13\ufe55\u205a\u05c3\u02f8\ua789",
    "!": "\uff01\u01c3\ufe15\ufe57",
    "?": "\uff1f\ufe16\ufe56",
    ".": "\u2024\u00b7\u30fb\uff65\u3002\uff0e",
    "(": "\uff08\u2768\u2772\u3014\ufd3e\ufe59\u2e28",
    ")": "\uff09\u2769\u2773\u3015\ufd3f\ufe5a\u2e29",
    "[": "\uff3b\u2772\u300c\u300e\u3010\u3016\u3018\u301a",
    "]": "\uff3d\u2773\u300d\u300f\u3011\u3017\u3019\u301b",
    "{": "\uff5b\u2774",
    "}": "\uff5d\u2775",
    "*": "\u204e\u066d\u2217\uff0a",
    "/": "\u1735\u2041\u2215\u2044\u2571\u27cb\u29f8\uff0f",
    "&": "\uff06",
    "+": "\u16ed\uff0b",
    "<": "\u2039\u276e\u02c2\u3008\u300a\u27e8\uff1c",
    ">": "\u203a\u276f\u02c3\u3009\u300b\u27e9\uff1e",
    "=": "\u1400\u2e40\u30a0\ua4ff\uff1d",
    "|": "\uff5c",
}
_CONFUSABLE: Final = {char: meant for meant, chars in _LOOKS_LIKE.items() for char in chars}
_NEVER_RAW: Final = frozenset(("self", "Self", "super", "crate", "_"))
_QUOTED_CHARS: Final = pattern(r"b?'(?:\n'|(?:[^'\n\\]|\\.)*')")


class Lexed(NamedTuple):
    """`fatal` = the text could not be read to its end (an unterminated string or comment)."""

    tokens: list[Token]
    diagnostics: list[Diagnostic]
    fatal: bool


def keywords(edition: int) -> dict[str, str]:
    """The words that are no identifiers in an edition."""
    return _WORDS_2024 if edition >= 2024 else _WORDS_2021 if edition >= 2018 else _WORDS_2015


def lex(file: SourceFile, edition: int = 2021) -> Lexed:
    """The tokens of a file."""
    return _Lexer(file, edition).run()


class _Lexer:
    def __init__(self, file: SourceFile, edition: int) -> None:
        self.file = file
        self.text = file.text
        self.edition = edition
        self.tokens: list[Token] = []
        self.diagnostics: list[Diagnostic] = []
        self.fatal = False

    def run(self) -> Lexed:
        text, file, tokens = self.text, self.file, self.tokens
        match, words = _MASTER.match, keywords(self.edition)
        new_token, new_span = Token.__new__, Span.__new__
        pos, size = self._skip_shebang(), len(text)
        append = tokens.append
        while pos < size:
            found = match(text, pos)
            if found is None:
                pos = self._unknown(pos)
                continue
            group, end = found.lastgroup, found.end()
            if group == "gap":
                pos = end
                continue
            if group == "word":
                word = text[pos:end]
                if not word.isascii() and not word.removeprefix("r#").isidentifier():
                    while word and not word.removeprefix("r#").isidentifier():
                        word = word[:-1]
                    if not word:
                        pos = self._unknown(pos)
                        continue
                    end = pos + len(word)
                if word.startswith("r#"):
                    kind, word = "IDENT", word[2:]
                    if word in _NEVER_RAW:
                        self._error(None, f"`{word}` cannot be a raw identifier", pos, end)
                else:
                    kind = words.get(word, "IDENT")
                    if end < size and text[end] in "\"'#":
                        if word in ("r", "br", "cr") and (bad := pattern(r'(?s)#+([^#"\w\s])[^"]*"').match(text, end)):
                            return self._bad_raw_start(pos, bad.start(1))
                        self._reserved_prefix(pos, end)
            elif group == "punct":
                kind = word = text[pos:end]
                if kind == "#" and self.edition >= 2024 and text[end : end + 1] in ('"', "#") and text[pos - 1 : pos] != "$":
                    kind, word, end = "STR", '""', self._guarded(pos)
            elif group == "comment":
                pos = self._comment(pos)
                continue
            elif group == "number":
                kind, end = self._number(pos, end)
                word = text[pos:end]
            elif group == "char":
                kind = "BYTE" if text[pos] == "b" else "CHAR"
                end = self._suffix(end)
                word = text[pos:end]
                if "\\" in word:
                    self.diagnostics.extend(check_escapes(kind, file, pos, end))
                if kind == "BYTE" and not word.isascii():
                    self._not_ascii(pos, end, "byte literal")
            elif group == "lifetime":
                kind, word = "LIFETIME", text[pos:end]
                if word.startswith("'r#"):
                    word = self._raw_lifetime(word[3:], pos, end)
                if text.startswith("#", end):
                    self._reserved_prefix(pos, end)
                if text.startswith("'", end):
                    bad = _QUOTED_CHARS.match(text, pos)
                    assert bad is not None
                    self._error(None, "character literal may only contain one codepoint", pos, bad.end())
                    kind, end, word = "CHAR", bad.end(), "' '"
            else:
                kind = _STR_KINDS[text[pos]]
                close = end
                end = self._suffix(end)
                word = text[pos:end]
                if kind == "BYTE_STR" and not word.isascii():
                    self._not_ascii(pos, end, "byte string literal" if group == "str" else "raw byte string literal")
                if group == "str" and "\\" in word:
                    self.diagnostics.extend(check_escapes(kind, file, pos, close))
            joint = end < size and text[end] not in " \n\t\r" and not text.startswith(("//", "/*"), end)
            append(new_token(Token, kind, word, new_span(Span, file, pos, end, None), joint))
            pos = end
        return Lexed(tokens, self.diagnostics, self.fatal)

    # ------------------------------------------------------------------------------------------------ parts of tokens

    def _raw_lifetime(self, name: str, pos: int, end: int) -> str:
        """`'r#name` is `'name`, unless that is a keyword."""
        if name in ("self", "Self", "super", "crate", "_"):
            self._error(None, f"`{name}` cannot be a raw lifetime", pos, end)
        keyword = name in keywords(self.edition)
        return f"'r#{name}" if keyword else f"'{name}"

    def _guarded(self, pos: int) -> int:
        """`#"text"#` and `##`, which editions since 2024 keep for themselves; gives where that ends."""
        found = _GUARDED.match(self.text, pos)
        if found is None:
            end, message = pos + 2, "reserved multi-hash token is forbidden"
            note = "sequences of two or more # are reserved for future use since Rust 2024"
        else:
            closing = len(found[2]) - len(found[1])
            end, message = found.end() - max(closing, 0), "invalid string literal"
            note = "unprefixed guarded string literals are reserved for future use since Rust 2024"
        self._error(None, message, pos, end, note=note)
        return end

    def _skip_shebang(self) -> int:
        """Where the text begins after a byte order mark and a `#!` line (which an inner attribute is not)."""
        text = self.text
        pos = 1 if text.startswith("\ufeff") else 0
        if text.startswith("#!", pos):
            rest = pattern(r"#!(?:\s|//[^\n]*)*\[").match(text, pos)
            if rest is None:
                end = text.find("\n", pos)
                pos = end if end >= 0 else len(text)
        return pos

    def _suffix(self, end: int) -> int:
        found = _SUFFIX.match(self.text, end)
        return found.end() if found else end

    def _number(self, pos: int, end: int) -> tuple[str, int]:
        """The kind and end of a numeric literal whose digits before a point end at `end`."""
        text = self.text
        base = _BASES.get(text[pos : pos + 2], "")
        if self.tokens and self.tokens[-1].kind == "." and self.tokens[-1].span.hi == pos:
            return "INT", self._suffix(end)
        if base and not text[pos + 2 : end].strip("_"):
            self._error("E0768", "no valid digits found for number", pos, end)
            return "INT", self._suffix(end)
        kind = "INT"
        fraction = _FRACTION.match(text, end)
        if fraction:
            kind, end = "FLOAT", fraction.end()
        if text.startswith(("e", "E"), end) and (fraction is None or text[end - 1] != "."):
            exponent = _EXPONENT.match(text, end)
            kind = "FLOAT"
            if exponent:
                end = exponent.end()
            else:
                bad = _BAD_EXPONENT.match(text, end)
                assert bad is not None
                suffix = self._suffix(bad.end())
                self._error(None, "expected at least one digit in exponent", pos, suffix)
                end = bad.end()
        if base and kind == "FLOAT":
            self._error(None, f"{base} float literal is not supported", pos, end)
        elif base in ("binary", "octal"):
            self._digits(pos, end, 2 if base == "binary" else 8)
        return kind, self._suffix(end)

    def _digits(self, pos: int, end: int, base: int) -> None:
        """Report the first digit that a number of this base can't have."""
        for at in range(pos + 2, end):
            if self.text[at] != "_" and int(self.text[at]) >= base:
                self._error(None, f"invalid digit for a base {base} literal", at, at + 1)
                return

    def _comment(self, pos: int) -> int:
        """Pass over a comment in brackets or a doc comment, which becomes a token; gives its end."""
        if self.text.startswith("//", pos):
            end = self.text.find("\n", pos)
            end = end if end >= 0 else len(self.text)
            self._doc_comment(pos, end)
            return end
        depth = 0
        for mark in _INLINE_COMMENT.finditer(self.text, pos):
            depth += 1 if mark.group() == "/*" else -1
            if depth == 0:
                if _BLOCK_DOC.match(self.text, pos):
                    self._doc_comment(pos, mark.end())
                return mark.end()
        doc = _BLOCK_DOC.match(self.text, pos)
        what = "unterminated block doc-comment" if doc else "unterminated block comment"
        marks = list(_INLINE_COMMENT.finditer(self.text, pos))
        secondary: list[Label] = []
        if any(mark.group() == "*/" for mark in marks):
            last_start = [mark for mark in marks if mark.group() == "/*"][-1]
            last_end = [mark for mark in marks if mark.group() == "*/"][-1]
            places = [
                (marks[0], "unterminated block comment"),
                (last_start, "...as last nested comment starts here, maybe you want to close this instead?"),
                (last_end, "...and last nested comment terminates here."),
            ]
            secondary = [Label(Span(self.file, *mark.span()), text) for mark, text in places]
        label = Label(Span(self.file, pos, len(self.text)))
        self.diagnostics.append(Diagnostic("E0758", what, (label,), tuple(secondary)))
        self.fatal = True
        return len(self.text)

    def _doc_comment(self, lo: int, hi: int) -> None:
        """Std's own documentation is of no use to us."""
        if not self.file.is_std:
            text = self.text[lo:hi].rstrip("\r")
            self.tokens.append(Token("INNER_DOC" if text[2] == "!" else "DOC", text, Span(self.file, lo, lo + len(text))))

    def _reserved_prefix(self, pos: int, end: int) -> None:
        """Report `prefix"…"`, which editions since 2021 reserve (Reference: Reserved prefixes)."""
        text = self.text
        if self.edition < 2021:
            return
        note = "prefixed identifiers and literals are reserved since Rust 2021"
        self._error(None, f"prefix `{text[pos:end]}` is unknown", pos, end, "unknown prefix", note)

    # ------------------------------------------------------------------------------------------------ errors

    def _error(self, code: str | None, message: str, lo: int, hi: int, label: str = "", note: str = "") -> None:
        notes = (note,) if note else ()
        self.diagnostics.append(Diagnostic(code, message, (Label(Span(self.file, lo, hi), label),), notes=notes))

    def _bad_raw_start(self, pos: int, at: int) -> Lexed:
        """`r#~"..`"""
        words = "found invalid character; only `#` is allowed in raw string delimitation"
        self._error(None, f"{words}: {self.text[at]}", pos, at + 1)
        return Lexed(self.tokens, self.diagnostics, True)

    def _not_ascii(self, lo: int, hi: int, what: str) -> None:
        for at in range(lo, hi):
            if not self.text[at].isascii():
                self._error(None, f"non-ASCII character in {what}", at, at + 1, "must be ASCII")

    def _unknown(self, pos: int) -> int:
        """Report what no token starts with at `pos`, and give the place to go on from."""
        text, char = self.text, self.text[pos]
        rest = text[pos : pos + 3]
        if rest.startswith(('"', 'b"', 'c"')):
            what = {"b": "unterminated double quote byte string", "c": "unterminated C string"}.get(
                char, "unterminated double quote string"
            )
            self._error("E0766" if char == "b" else "E0767" if char == "c" else "E0765", what, pos, len(text))
            self.fatal = True
            return len(text)
        if pattern(r'[bc]?r#*"').match(text, pos):
            hashes = pattern(r"[bc]?r(#*)").match(text, pos)
            assert hashes is not None
            note = f'this raw string should be terminated with `"{hashes.group(1)}`'
            self._error("E0748", "unterminated raw string", pos, pos, "unterminated raw string", note)
            self.fatal = True
            return len(text)
        if char == "'" or rest.startswith("b'"):
            return self._bad_char(pos)
        emoji = _WITH_EMOJI.match(text, pos)
        if emoji is not None:
            return self._emoji(pos, emoji.end())
        end = pos + 1
        while text.startswith(char, end):
            end += 1
        self._error(None, f"unknown start of token: {char if char.isascii() else _escaped(char)}", pos, end)
        meant = _CONFUSABLE.get(char)
        if meant is not None:
            self.tokens.append(Token(meant, meant, Span(self.file, pos, end)))
        return end

    def _emoji(self, pos: int, end: int) -> int:
        """An identifier with pictures in it; all from `pos` on, and the word before it if there is no space between."""
        last = self.tokens[-1] if self.tokens else None
        if last is not None and last.kind == "IDENT" and last.span.hi == pos:
            pos = self.tokens.pop().span.lo
        name = self.text[pos:end]
        crab = name == "\N{CRAB}"
        message = "Ferris cannot be used as an identifier" if crab else f"identifiers cannot contain emoji: `{name}`"
        self._error(None, message, pos, end)
        self.tokens.append(Token("IDENT", name, Span(self.file, pos, end)))
        return end

    def _bad_char(self, pos: int) -> int:
        text = self.text
        byte = text[pos] == "b"
        quote = pos + 1 if byte else pos
        kind = "byte" if byte else "character"
        if text.startswith("''", quote) and not text.startswith("'''", quote):
            self._error(None, f"empty {kind} literal", quote + 1, quote + 1, f"empty {kind} literal")
            self.tokens.append(Token("BYTE" if byte else "CHAR", "b' '" if byte else "' '", Span(self.file, pos, quote + 2)))
            return quote + 2
        whole = _QUOTED_CHARS.match(text, pos)
        if whole:
            if text[quote + 1] in "\t\r\n":
                name = {"\t": "\\t", "\r": "\\r", "\n": "\\n"}[text[quote + 1]]
                self._error(None, f"{kind} constant must be escaped: `{name}`", quote + 1, quote + 2)
            elif text.startswith("'''", quote):
                self._error(None, f"{kind} constant must be escaped: `'`", quote + 1, quote + 2)
                self.tokens.append(Token("BYTE" if byte else "CHAR", "b' '" if byte else "' '", Span(self.file, pos, quote + 3)))
                return quote + 3
            else:
                what = "if you meant to write a byte string literal, use double quotes" if byte else ""
                self._error(
                    None, f"{kind} literal may only contain one {'byte' if byte else 'codepoint'}", pos, whole.end(), what and ""
                )
            self.tokens.append(Token("BYTE" if byte else "CHAR", "b' '" if byte else "' '", Span(self.file, pos, whole.end())))
            return whole.end()
        end = text.find("\n", pos)
        end = len(text) if end < 0 else end
        self._error("E0763" if byte else "E0762", f"unterminated {kind} {'constant' if byte else 'literal'}", pos, end)
        self.fatal = True
        return len(text)


def _escaped(char: str) -> str:
    return f"\\u{{{ord(char):x}}}"
