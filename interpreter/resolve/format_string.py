"""Format strings: `std::fmt`'s little language, and how it meets the arguments (rustc_parse_format,
rustc_builtin_macros::format).

In: a string literal and the arguments of `format_args!`. Out: an `ast.FormatArgs`, or the errors in rustc's words and places.
"""

from __future__ import annotations

from interpreter.deferred import pattern
from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import Final
from interpreter.records import Record, field
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import FormatCount, FormatPlaceholder, FormatTrait

_TRAITS: Final = {
    "": FormatTrait.DISPLAY, "?": FormatTrait.DEBUG, "e": FormatTrait.LOWER_EXP, "E": FormatTrait.UPPER_EXP,
    "o": FormatTrait.OCTAL,
    "p": FormatTrait.POINTER, "b": FormatTrait.BINARY, "x": FormatTrait.LOWER_HEX, "X": FormatTrait.UPPER_HEX,
}  # fmt: skip
_TRAITS_NOTE: Final = "the only appropriate formatting traits are:\n" + "\n".join(
    f"- `{letter}`, which uses the `{trait.value}` trait" for letter, trait in _TRAITS.items()
)
_FLAGS_NOTE: Final = "for information about formatting flags, visit https://doc.rust-lang.org/std/fmt/index.html"
_PLAIN: Final = pattern(r"[^{}]+")
_WORD: Final = pattern(r"[^\W\d]\w*")
_INTEGER: Final = pattern(r"[0-9]+")
_PRINTF: Final = pattern(r"%(?:[0-9]+\$)?[-+ #0']*[0-9*]*(?:\.[0-9*]+)?(?:hh|h|ll|l|q|L|j|z|t)?[diuoxXfFeEgGaAcsCSpn]")
_ESCAPE: Final = pattern(r"(?s)\\(?:u\{[^}]*\}|x[0-9a-fA-F]{2}|\r?\n\s*|.)")

Arg = tuple[ast.Ident | None, ast.Expr]


class FormatError(Exception):
    """The format string or its arguments are wrong."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        super().__init__(diagnostics[0].message)
        self.diagnostics = diagnostics


class _Ref(Record):
    """Which argument a placeholder (or a width or precision) names. `implicit` = by its turn, as in `{}`."""

    index: int | None
    name: str | None
    lo: int
    hi: int
    implicit: bool = False


class Piece(Record):
    """A placeholder as written; `lo` and `hi` are offsets of its braces in the string's value,
    `spec_lo` that of the colon before what says how."""

    lo: int
    hi: int
    arg: _Ref
    ty: str = ""
    ty_lo: int = 0
    fill: str | None = None
    align: str | None = None
    sign: str | None = None
    alternate: bool = False
    zero_pad: bool = False
    debug_hex: str | None = None
    width: int | _Ref | None = None
    precision: int | _Ref | None = None
    star: tuple[int, int] | None = None
    spec_lo: int | None = None


class FormatSource(Record):
    """The value of a format string and where its characters stand. `token_span` is the literal (or the macro that gave it);
    `direct` = it is written as a literal at the call, so that names in it may be captured, with the token's `hygiene`."""

    value: str
    token_span: Span
    direct: bool
    hygiene: int = 0
    offsets: list[int] | None = field(default=None)

    def span(self, lo: int, hi: int) -> Span:
        """The place of `value[lo:hi]`."""
        token = self.token_span
        if not self.direct:
            return token
        if self.offsets is None:
            self.offsets = _offsets(token.text, len(self.value))
        if len(self.offsets) != len(self.value) + 1:
            return token
        return Span(token.file, token.lo + self.offsets[lo], token.lo + self.offsets[hi], token.call_site)


def _offsets(literal: str, size: int) -> list[int]:
    """For each character of a literal's value, and for its end, the offset in the literal's text."""
    start = literal.index('"') + 1
    if literal.startswith("r"):
        return list(range(start, start + size + 1))
    out: list[int] = []
    at, end = start, literal.rindex('"')
    while at < end:
        found = _ESCAPE.match(literal, at) if literal[at] == "\\" else None
        if found is None:
            out.append(at)
            at += 1
            continue
        if literal[at + 1] not in "\r\n":
            out.append(at)
        at = found.end()
    out.append(end)
    return out


class _Parser:
    def __init__(self, source: FormatSource) -> None:
        self.source = source
        self.text = source.value
        self.at = 0
        self.next_arg = 0
        self.pieces: list[str | Piece] = []

    def fail(
        self, message: str, lo: int, hi: int, label: str, *, secondary: tuple[Label, ...] = (), notes: tuple[str, ...] = ()
    ) -> FormatError:
        primary = (Label(self.source.span(lo, hi), label),)
        return FormatError([Diagnostic(None, f"invalid format string: {message}", primary, secondary, notes)])

    def parse(self) -> list[str | Piece]:
        text, size = self.text, len(self.text)
        literal: list[str] = []
        while self.at < size:
            found = _PLAIN.match(text, self.at)
            if found:
                literal.append(found.group())
                self.at = found.end()
                continue
            brace = text[self.at]
            if text.startswith(brace * 2, self.at):
                literal.append(brace)
                self.at += 2
                continue
            if brace == "}":
                note = "if you intended to print `}`, you can escape it using `}}`"
                raise self.fail("unmatched `}` found", self.at, self.at + 1, "unmatched `}` in format string", notes=(note,))
            if literal:
                self.pieces.append("".join(literal))
                literal = []
            self.pieces.append(self.placeholder())
        if literal:
            self.pieces.append("".join(literal))
        return self.pieces

    def take(self, char: str) -> bool:
        if self.text.startswith(char, self.at):
            self.at += len(char)
            return True
        return False

    def spaces(self) -> None:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1

    def placeholder(self) -> Piece:
        start = self.at
        self.at += 1
        position = self.position()
        self.spaces()
        piece = Piece(start, start, position or _Ref(None, None, start, start, implicit=True))
        if self.take(":"):
            piece.spec_lo = self.at - 1
            self.spec(piece)
        self.spaces()
        if not self.take("}"):
            raise self.unclosed(start, piece)
        if position is None:
            piece.arg.index = self.next_arg
            self.next_arg += 1
        piece.hi = self.at
        if position is None:
            piece.arg.lo, piece.arg.hi = piece.lo, piece.hi
        return piece

    def unclosed(self, start: int, piece: Piece) -> FormatError:
        """What is said when a placeholder doesn't end where it must."""
        opening = (Label(self.source.span(start, start + 1), "because of this opening brace"),)
        notes = ("if you intended to print `{`, you can escape it using `{{`",)
        label = "expected `}` in format string"
        if self.at >= len(self.text):
            return self.fail("expected `}` but string was terminated", self.at, self.at, label, secondary=opening, notes=notes)
        char = self.text[self.at]
        found = pattern(r"\.(\w+)(?=})").match(self.text, self.at)
        if found and piece.arg.name is not None:
            note = "consider moving this expression to a local variable and then using the local here instead"
            what = "tuple index" if found[1].isdigit() else "field"
            message, where = f"{what} access isn't supported", "not supported in format string"
            return self.fail(message, piece.arg.lo, found.end(), where, notes=(note,))
        raw = pattern(r"#\w+").match(self.text, self.at)
        if raw and piece.arg.name == "r":
            note = "identifiers in format strings can be keywords and don't need to be prefixed with `r#`"
            where = "raw identifier used here in format string"
            return self.fail("raw identifiers are not supported", piece.arg.lo, raw.end(), where, notes=(note,))
        shown = char if char.isprintable() else char.encode("unicode_escape").decode()
        return self.fail(f"expected `}}`, found `{shown}`", self.at, self.at, label, secondary=opening, notes=notes)

    def position(self) -> _Ref | None:
        start = self.at
        found = _INTEGER.match(self.text, start)
        if found:
            self.at = found.end()
            return _Ref(int(found.group()), None, start, self.at)
        found = _WORD.match(self.text, start)
        if found and found.group() != "_":
            self.at = found.end()
            return _Ref(None, found.group(), start, self.at)
        if found:
            notes = ("argument name cannot be a single underscore",)
            raise self.fail("invalid argument name `_`", start, start + 1, "invalid argument name in format string", notes=notes)
        return None

    def spec(self, piece: Piece) -> None:
        text = self.text
        if self.at + 1 < len(text) and text[self.at + 1] in "<>^":
            piece.fill = text[self.at]
            self.at += 1
        if self.at < len(text) and text[self.at] in "<>^":
            piece.align = text[self.at]
            self.at += 1
        if self.take("+"):
            piece.sign = "+"
        elif self.take("-"):
            piece.sign = "-"
        piece.alternate = self.take("#")
        if text.startswith("0", self.at):
            if text.startswith("0$", self.at):
                piece.width = _Ref(0, None, self.at, self.at + 2)
                self.at += 2
            else:
                piece.zero_pad = True
                self.at += 1
        if piece.width is None:
            piece.width = self.count()
        dot = self.at
        if self.take("."):
            if self.take("*"):
                piece.precision = _Ref(self.next_arg, None, dot, self.at, implicit=True)
                piece.star = (dot, self.at)
                self.next_arg += 1
            else:
                piece.precision = self.count()
        piece.ty_lo = self.at
        for letter in "xX":
            if text.startswith(letter + "?", self.at):
                piece.debug_hex, piece.ty = letter, "?"
                self.at += 2
                return
        if self.take("?"):
            piece.ty = "?"
            return
        found = _WORD.match(text, self.at)
        if found:
            piece.ty = found.group()
            self.at = found.end()

    def count(self) -> int | _Ref | None:
        start = self.at
        found = _INTEGER.match(self.text, start)
        if found:
            self.at = found.end()
            if self.take("$"):
                return _Ref(int(found.group()), None, start, self.at)
            return int(found.group())
        found = _WORD.match(self.text, start)
        if found and self.text.startswith("$", found.end()):
            self.at = found.end() + 1
            return _Ref(None, found.group(), start, found.end())
        return None


def parse_pieces(source: FormatSource) -> list[str | Piece]:
    """The text and the placeholders of a format string. Raises: FormatError."""
    return _Parser(source).parse()


def check_arguments(args: list[Arg]) -> None:
    """The order and names of the arguments. Raises: `FormatError`."""
    seen: dict[str, ast.Ident] = {}
    named: list[Label] = []
    for name, expr in args:
        if name is None:
            if named:
                label = Label(expr.span, "positional arguments must be before named arguments")
                raise FormatError(
                    [Diagnostic(None, "positional arguments cannot follow named arguments", (label,), tuple(named))]
                )
            continue
        named.append(Label(name.span.to(expr.span), "named argument"))
        if name.name in seen:
            primary, secondary = Label(name.span, "duplicate argument"), Label(seen[name.name].span, "previously here")
            raise FormatError([Diagnostic(None, f"duplicate argument named `{name.name}`", (primary,), (secondary,))])
        seen[name.name] = name


def make_format_args(source: FormatSource, args: list[Arg], span: Span) -> tuple[ast.FormatArgs, list[Diagnostic]]:
    """The checked format, and what is wrong with its arguments. Raises: `FormatError` for a string that is no format."""
    parser = _Parser(source)
    pieces = parser.parse()
    return _Resolver(source, pieces, args, span).resolve()


class _Resolver:
    def __init__(self, source: FormatSource, pieces: list[str | Piece], args: list[Arg], span: Span) -> None:
        self.source = source
        self.pieces = pieces
        self.explicit = args
        self.span = span
        self.exprs = [expr for _, expr in args]
        self.by_name = {name.name: index for index, (name, _) in enumerate(args) if name is not None}
        self.used = [False] * len(args)
        self.invalid: list[tuple[int, _Ref]] = []
        self.errors: list[Diagnostic] = []
        self.by_position: list[tuple[ast.Ident, Span]] = []

    def resolve(self) -> tuple[ast.FormatArgs, list[Diagnostic]]:
        template: list[str | FormatPlaceholder] = []
        for piece in self.pieces:
            before = len(self.invalid), len(self.errors)
            part = piece if isinstance(piece, str) else self.placeholder(piece)
            if before == (len(self.invalid), len(self.errors)):
                template.append(part)
        if self.invalid:
            self.errors.append(self.invalid_references())
        unused = [index for index, used in enumerate(self.used) if not used]
        if unused:
            self.errors.append(self.unused(unused))
        made = ast.FormatArgs(span=self.span, template=template, args=self.exprs, by_position=self.by_position)
        if self.errors:
            _leave_out_unused(made)
        return made, self.errors

    def placeholder(self, piece: Piece) -> FormatPlaceholder:
        precision = self.count(piece.precision)
        arg = self.lookup(piece.arg, (piece.lo, piece.hi))
        width = self.count(piece.width)
        trait = _TRAITS.get(piece.ty)
        if trait is None:
            where = self.source.span(piece.ty_lo, piece.ty_lo + len(piece.ty))
            self.errors.append(Diagnostic(None, f"unknown format trait `{piece.ty}`", (Label(where),), notes=(_TRAITS_NOTE,)))
            trait = FormatTrait.DISPLAY
        return FormatPlaceholder(
            arg, trait, self.source.span(piece.lo, piece.hi), piece.fill, piece.align, piece.sign, piece.alternate,
            piece.zero_pad,
            piece.debug_hex, width, precision,
        )  # fmt: skip

    def count(self, count: int | _Ref | None) -> FormatCount | None:
        if count is None:
            return None
        if isinstance(count, int):
            return FormatCount(count, None)
        return FormatCount(None, self.lookup(count, (count.lo + count.implicit, count.hi)))

    def lookup(self, ref: _Ref, place: tuple[int, int]) -> int:
        """The index of the argument; a name without argument is captured. `place`: what uses it."""
        if ref.name is None:
            assert ref.index is not None
            if ref.index < len(self.explicit):
                self.used[ref.index] = True
                named = self.explicit[ref.index][0]
                if named is not None:
                    self.by_position.append((named, self.source.span(*place)))
            else:
                self.invalid.append((ref.index, ref))
            return ref.index
        index = self.by_name.get(ref.name)
        if index is not None:
            if index < len(self.used):
                self.used[index] = True
            return index
        span = self.source.span(ref.lo, ref.hi)
        if not self.source.direct:
            notes = (
                "did you intend to capture a variable from the surrounding scope?",
                "to avoid ambiguity, `format_args!` cannot capture variables when the format string is expanded from a macro",
            )
            self.errors.append(Diagnostic(None, f"there is no argument named `{ref.name}`", (Label(span),), notes=notes))
            return 0
        segment = ast.PathSegment(span=span, ident=ast.Ident(ref.name, span, self.source.hygiene))
        self.exprs.append(ast.PathExpr(span=span, path=ast.Path(span=span, segments=[segment])))
        self.by_name[ref.name] = len(self.exprs) - 1
        return len(self.exprs) - 1

    # ------------------------------------------------------------------------------------------------ errors

    def placeholders(self) -> list[Piece]:
        return [piece for piece in self.pieces if isinstance(piece, Piece)]

    def invalid_references(self) -> Diagnostic:
        """rustc_builtin_macros::format::report_invalid_references."""
        given = len(self.explicit)
        desc = "no arguments were given" if not given else "there is 1 argument" if given == 1 else f"there are {given} arguments"
        pieces = self.placeholders()
        notes: list[str] = []
        if not any(_is_number(ref) for piece in pieces for ref in (piece.arg, piece.width, piece.precision)):
            count, primary, secondary = 0, [], [Label(expr.span) for _, expr in self.explicit]
            stars: list[tuple[int, Piece]] = []
            for piece in pieces:
                takes = piece.arg.implicit + (piece.star is not None)
                count += takes
                if takes:
                    primary.append(Label(self.source.span(piece.lo, piece.hi)))
                if piece.star is not None and isinstance(piece.precision, _Ref) and piece.precision.index is not None:
                    stars.append((piece.precision.index, piece))
            expected = "is 1 argument" if count == 1 else f"are {count} arguments"
            for index, piece in stars:
                assert piece.star is not None
                text = (
                    f"this precision flag adds an extra required argument at position {index},"
                    f" which is why there {expected} expected"
                )
                secondary.append(Label(self.source.span(*piece.star), text))
            if stars:
                notes.append("positional arguments are zero-based")
            message = f"{count} positional argument{'' if count == 1 else 's'} in format string, but {desc}"
            spans = tuple(primary) or (Label(self.source.token_span),)
        else:
            indices = sorted({index for index, _ in self.invalid})
            listed = str(indices[0]) if len(indices) == 1 else ", ".join(map(str, indices[:-1])) + f" and {indices[-1]}"
            secondary = []
            spans = tuple(Label(self.source.span(ref.lo, ref.hi)) for _, ref in self.invalid)
            message = f"invalid reference to positional argument{'' if len(indices) == 1 else 's'} {listed} ({desc})"
            notes.append("positional arguments are zero-based")
        if any(piece.width is not None or piece.precision is not None for piece in pieces):
            notes.append(_FLAGS_NOTE)
        return Diagnostic(None, message, spans, tuple(secondary), tuple(notes))

    def unused(self, unused: list[int]) -> Diagnostic:
        """rustc_builtin_macros::format::report_missing_placeholders."""
        words = ["named argument never used" if self.explicit[index][0] else "argument never used" for index in unused]
        labels = tuple(Label(self.explicit[index][1].span, text) for index, text in zip(unused, words, strict=True))
        if _PRINTF.search(self.source.value) and not self.placeholders():
            notes = ("printf formatting is not supported; see the documentation for `std::fmt`",)
            message = words[0] if len(unused) == 1 else "multiple unused formatting arguments"
            return Diagnostic(None, message, labels, (), notes)
        if len(unused) == 1:
            return Diagnostic(None, words[0], labels, (Label(self.source.token_span, "formatting specifier missing"),))
        secondary = (Label(self.source.token_span, "multiple missing formatting specifiers"),)
        note = (f"consider adding {len(unused)} format specifiers",) if self.source.value else ()
        return Diagnostic(None, "multiple unused formatting arguments", labels, secondary, note)


def _leave_out_unused(node: ast.FormatArgs) -> None:
    """Keep but the arguments that placeholders use."""
    pieces = [piece for piece in node.template if not isinstance(piece, str)]
    counts = [count for piece in pieces for count in (piece.width, piece.precision) if count is not None]
    used = sorted({*(piece.arg for piece in pieces), *(count.arg for count in counts if count.arg is not None)})

    def moved(count: FormatCount | None) -> FormatCount | None:
        return count if count is None or count.arg is None else count._replace(arg=used.index(count.arg))

    node.template = [
        piece
        if isinstance(piece, str)
        else piece._replace(arg=used.index(piece.arg), width=moved(piece.width), precision=moved(piece.precision))
        for piece in node.template
    ]
    node.unused = [arg for index, arg in enumerate(node.args) if index not in used]
    node.args = [node.args[index] for index in used]


def _is_number(ref: object) -> bool:
    return isinstance(ref, _Ref) and ref.index is not None and not ref.implicit
