"""Syntax errors in rustc's words and places, from the state of the parser and the token that does not fit.

LALR stops at the first such token. What could stand in its place is found by trying every terminal on the stack of states; what
is being parsed, from the values on the stack. rustc's own messages come from its hand-written parser, which knows more and less
in turn: where it names a construct ("missing parameters for function definition") there is a rule here; else the list of the
possible tokens is brought to what rustc would list (rustc_parse::parser::diagnostics).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from interpreter.diagnostics import Diagnostic, Label
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Attribute, Delimited, Token
from interpreter.syntax.brackets import nesting
from interpreter.syntax.lexer import RESERVED_KEYWORDS, STRICT_KEYWORDS
from interpreter.syntax.words import describe

if TYPE_CHECKING:
    from interpreter.syntax.parser import Machine

_BINARY: Final = frozenset((
    "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "..", "..=", "as", "=",
    "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=",
))  # fmt: skip
_MACRO_BRACKETS: Final = {"MACRO_PAREN": "(", "MACRO_BRACKET": "[", "MACRO_BRACE": "{"}
_NAMED: Final = {"IDENT": "identifier", "LIFETIME": "lifetime", "ATTR": "`#`"}
_NEVER_LISTED: Final = frozenset((
    "INNER_ATTR", "MACRO_RULES", "PUB_IN", "UNION", "AUTO", "DEFAULT", "RAW", "IMPL_GENERIC", "EXTERN_BLOCK", "SAFE", "$crate",
    "INT", "FLOAT", "CHAR", "BYTE", "STR", "BYTE_STR", "C_STR", "$END",
))  # fmt: skip
STARTS_EXPR: Final = frozenset((
    "IDENT", "INT", "FLOAT", "CHAR", "BYTE", "STR", "BYTE_STR", "C_STR", "true", "false", "(", "[", "{", "!", "-", "*", "&",
    "&&", "|", "||", "if", "match", "loop", "while", "for", "unsafe", "return", "break", "continue", "move", "self", "Self",
    "super", "crate", "::", "<", "<<", "..", "..=", "LIFETIME", "let", "const",
))  # fmt: skip
_STARTS_ITEM: Final = frozenset(
    ["fn", "struct", "enum", "impl", "trait", "mod", "use", "const", "static", "type", "unsafe", "extern", "pub"]
)
_ITEMS_NOTE: Final = "for a full list of items that can appear in modules, see <https://doc.rust-lang.org/reference/items.html>"
_VARIANTS_HELP: Final = (
    "enum variants can be `Variant`, `Variant = <integer>`, `Variant(Type, ..., TypeN)` or `Variant { fields: Types }`"
)
NO_DOCUMENTATION: Final = "found a documentation comment that doesn't document anything"
_LABEL: Final = "expected `while`, `for`, `loop` or `{` after a label"


def syntax_error(machine: Machine, found: Any, end: Span, kinds: list[str], following: list[Any]) -> Diagnostic:
    """What rustc says about `found` (None: the end of the input) in this state. `end` is used where nothing came before;
    `kinds` and `following` are the terminals from `found` on and their values."""
    return _Explainer(machine, found, end, kinds, following).explain()


def _error(
    message: str, span: Span, label: str = "", *secondary: Label, notes: tuple[str, ...] = (), code: str | None = None
) -> Diagnostic:
    return Diagnostic(code, message, (Label(span, label),), secondary, notes)


class _Explainer:
    def __init__(self, machine: Machine, found: Any, end: Span, kinds: list[str], following: list[Any]) -> None:
        self.machine = machine
        self.kinds = kinds
        self.following = following
        self.values = machine.values
        self.found = found
        self.prev = machine.previous
        terminals: set[str] = set()
        for row in machine.tables.action:
            terminals.update(row)
        self.viable = {kind for kind in terminals if not kind.startswith("FRAGMENT_") and machine.accepts(kind)}
        self.kind = found.kind if isinstance(found, Token) else found.delim if isinstance(found, Delimited) else ""
        if found is not None:
            self.span: Span = found.open.span if isinstance(found, Delimited) else found.span
        else:
            self.span = self.prev.span if self.prev is not None and end.lo == end.hi == len(end.file.text) else end

    @property
    def prev_kind(self) -> str:
        return self.prev.kind if isinstance(self.prev, Token) else ""

    def explain(self) -> Diagnostic:
        for rule in (
            self.attribute, self.typo, self.semicolon, self.item, self.label, self.arm, self.condition, self.let, self.function,
            self.data, self.fragment,
        ):  # fmt: skip
            diagnostic = rule()
            if diagnostic is not None:
                return diagnostic
        return self.possible_tokens()

    # ------------------------------------------------------------------------------------------------ where we are

    def value(self, back: int) -> Any:
        """The value that far from the top of the stack (1 = the top)."""
        return self.values[-back] if back <= len(self.values) else None

    def is_token(self, back: int, *kinds: str) -> bool:
        value = self.value(back)
        return isinstance(value, Token) and value.kind in kinds

    def enclosing(self, *kinds: str) -> Token | None:
        """The nearest of these tokens on the stack with no open bracket between."""
        depth = 0
        for value in reversed(self.values):
            if isinstance(value, Token):
                if value.kind in (")", "]", "}"):
                    depth += 1
                elif value.kind in ("(", "[", "{"):
                    depth -= 1
                    if depth < 0:
                        return None
                elif value.kind in kinds and not depth:
                    return value
        return None

    def bracket(self) -> tuple[Token | None, int]:
        """The innermost open bracket on the stack, and its index."""
        depth = 0
        for index in range(len(self.values) - 1, -1, -1):
            value = self.values[index]
            if isinstance(value, Token) and value.kind in (")", "]", "}"):
                depth += 1
            elif isinstance(value, Token) and value.kind in ("(", "[", "{"):
                if not depth:
                    return value, index
                depth -= 1
        return None, -1

    @property
    def wants_expr(self) -> bool:
        return "INT" in self.viable and "loop" in self.viable

    @property
    def wants_operator(self) -> bool:
        return "%" in self.viable and "+" in self.viable

    # ------------------------------------------------------------------------------------------------ rules

    def attribute(self) -> Diagnostic | None:
        """Attributes and doc comments in the wrong place, or before nothing."""
        if isinstance(self.found, Attribute):
            return self._misplaced_attribute(self.found)
        if isinstance(self.prev, Attribute) and not self.prev.inner and self.kind in ("}", ""):
            if self.prev.is_doc_comment and ("|" not in self.viable or self.wants_expr):
                return self._documents_nothing(self.prev)
            if self.wants_expr:
                return _error("expected statement after outer attribute", self.prev.span)
            if "fn" in self.viable and self.found is None:
                return _error("expected item after attributes", self.prev.span)
        return None

    def _misplaced_attribute(self, attr: Attribute) -> Diagnostic | None:
        doc = attr.is_doc_comment
        if attr.inner and "ATTR" in self.viable:
            if doc:
                text = "inner doc comments like this (starting with `//!` or `/*!`) can only appear before items"
                return _error("expected outer doc comment", attr.span, notes=(text,), code="E0753")
            notes = (
                "inner attributes, like `#![no_std]`, annotate the item enclosing them, and are usually found at the beginning"
                " of source files",
            )
            return _error("an inner attribute is not permitted in this context", attr.span, notes=notes)
        if "dyn" in self.viable and "INT" not in self.viable and self.prev_kind == ":" and self.enclosing("fn") is None:
            opening, index = self.bracket()
            if opening is not None and opening.kind == "(" and any(self._is_fn(i) for i in range(index)):
                what = "documentation comments" if doc else "attributes"
                label = "doc comments are not allowed here" if doc else "attributes are not allowed here"
                return _error(f"{what} cannot be applied to a function parameter's type", attr.span, label)
        return None

    def _is_fn(self, index: int) -> bool:
        value = self.values[index]
        return isinstance(value, Token) and value.kind == "fn"

    def _documents_nothing(self, attr: Attribute) -> Diagnostic:
        if "struct" in self.viable and not self.machine.accepts("DEFAULT", "fn") and not self.wants_expr:
            return _error("expected item after doc comment", attr.span, "this doc comment doesn't document anything")
        code = "E0584" if "fn" in self.viable and not self.wants_expr else "E0585"
        helps: tuple[str, ...] = ("doc comments must come before what they document, if a comment was intended use `//`",)
        label = Label(attr.span, "this doc comment doesn't document anything" if code == "E0584" else "")
        _, index = self.bracket()
        before = [value for value in self.values[max(index - 4, 0) : index] if isinstance(value, Token)]
        keyword = next((token for token in before if token.kind in ("struct", "enum") or token.text == "union"), None)
        secondary: tuple[Label, ...] = ()
        name = next((token for token in reversed(before) if token.kind == "IDENT"), None)
        if name is not None and code == "E0585" and not self.wants_expr:
            what = "union" if keyword is not None and keyword.text == "union" else "struct"
            if keyword is not None and keyword.kind == "enum":
                what = "enum"
            secondary = (Label(name.span, f"while parsing this {what}"),)
            if what == "enum":
                helps = (*helps, _VARIANTS_HELP)
        return Diagnostic(code, NO_DOCUMENTATION, (label,), secondary, helps=helps)

    def typo(self) -> Diagnostic | None:
        """Operators and words of other languages."""
        prev, found = self.prev, self.found
        if not isinstance(found, Token) or not isinstance(prev, Token):
            return None
        adjacent = prev.span.file is found.span.file and prev.span.hi == found.span.lo
        pair = prev.kind + found.kind if adjacent else ""
        both = prev.span.to(found.span)
        if self.wants_expr and pair == "++":
            return _error("Rust has no postfix increment operator", both, "not a valid postfix operator")
        if (
            self.wants_expr
            and prev.kind == "-"
            and self.is_token(1, "-")
            and self.is_token(2, "-")
            and found.kind in (";", ")", "}")
        ):
            first: Token = self.value(2)
            return _error("Rust has no postfix decrement operator", first.span.to(prev.span), "not a valid postfix operator")
        if self.wants_expr and found.kind == "+":
            text, at = found.span.file.text, found.span.hi
            if text.startswith("+", at):
                span = Span(found.span.file, found.span.lo, at + 1, found.span.call_site)
                return _error("Rust has no prefix increment operator", span, "not a valid prefix operator")
            if self.kinds[1:2] in (["INT"], ["FLOAT"]):
                return _error("leading `+` is not supported", found.span, "unexpected `+`")
        if pair in ("===", "!==", "<>", "<=>") and self.wants_expr:
            label = "`<=>` is not a valid comparison operator, use `std::cmp::Ordering`" if pair == "<=>" else ""
            return _error(f"invalid comparison operator `{pair}`", both, label)
        if prev.kind == "?" and self.wants_operator and found.kind in STARTS_EXPR:
            rest = found.span.file.text[found.span.lo :].split("\n", 1)[0].split(";", 1)[0]
            if " : " in rest:
                span = Span(prev.span.file, prev.span.lo, found.span.lo + len(rest.rstrip()), prev.span.call_site)
                return _error("Rust has no ternary operator", span)
        if self.wants_operator and found.kind == "IDENT" and found.text in ("and", "or"):
            note = "unlike in e.g., Python and PHP, `&&` and `||` are used for logical operators"
            return _error(f"`{found.text}` is not a logical operator", found.span, notes=(note,))
        return None

    def _next_line(self) -> bool:
        if self.prev is None or self.found is None or self.prev.span.file is not self.span.file:
            return False
        return "\n" in self.span.file.text[self.prev.span.hi : self.span.lo]

    def semicolon(self) -> Diagnostic | None:
        """A `;` forgotten at the end of a line, or before the `}` of the block."""
        if ";" not in self.viable or not self._statement() or not isinstance(self.found, Token):
            return None
        begins = self.kind in STARTS_EXPR or self.kind in _STARTS_ITEM
        if self.kind != "}" and not (begins and self._next_line()):
            return None
        label = Label(self.span, "unexpected token")
        return _error(f"expected `;`, found {describe(self.found)}", self.prev.span.shrink_to_hi(), "", label)

    def _statement(self) -> bool:
        """Whether what is being parsed is a statement of a block that could end here."""
        if self.wants_operator:
            return self.bracket()[0] is not None or bool(self.values)
        return self.enclosing("let", "use", "const", "static", "type") is not None

    def item(self) -> Diagnostic | None:
        """Between items."""
        if self.viable == {"!", "(", "::", "<"} and self.prev_kind == "IDENT":
            # The path of a macro call.
            if self.prev.text in ("import", "using"):
                return _error(f"expected item, found `{self.prev.text}`", self.prev.span)
            if self.kind in ("INT", "FLOAT", "CHAR", "STR"):
                return _error(f"expected item, found `{self.prev.text}`", self.prev.span, "expected item", notes=(_ITEMS_NOTE,))
        if "fn" not in self.viable or self.wants_expr:
            return None
        word = describe(self.found)
        in_list = self.machine.accepts("DEFAULT", "fn")
        if "struct" in self.viable and "IDENT" in self.viable and not in_list:
            if self.kind == ";":
                return _error("expected item, found `;`", self.span)
            label = "`let` cannot be used for global variables" if self.kind == "let" else "expected item"
            return _error(f"expected item, found {word}", self.span, label, notes=(_ITEMS_NOTE,))
        if in_list and "IDENT" in self.viable and self.kind != "":
            if self.kind == "let":
                return _error("non-item in item list", self.span)
            opening, _ = self.bracket()
            closing = self.closing()
            labels = [Label(opening.span, "item list starts here")] if opening is not None else []
            if closing is not None:
                labels.append(Label(closing.span, "item list ends here"))
            return _error("non-item in item list", self.span, "non-item starts here", *labels)
        return None

    def closing(self) -> Token | None:
        """The bracket that closes the innermost open one."""
        depth = 0
        for value in self.following:
            kind = value.kind if isinstance(value, Token) else ""
            if kind in ("(", "[", "{"):
                depth += 1
            elif kind in (")", "]", "}"):
                if not depth:
                    assert isinstance(value, Token)
                    return value
                depth -= 1
        return None

    def _item_list(self) -> tuple[Label, ...]:
        """Labels for an error in the head of an item of an impl or trait."""
        opening, index = self.bracket()
        closing = self.closing()
        if opening is None or closing is None or not self._is_item_list(index):
            return ()
        start = Label(opening.span, "while parsing this item list starting here")
        return start, Label(closing.span, "the item list ends here")

    def _is_item_list(self, bracket: int) -> bool:
        """Whether the bracket at that index of the stack begins the items of an impl or trait."""
        return bracket >= 0 and self.machine.accepted_after(bracket, "DEFAULT", "fn")

    def label(self) -> Diagnostic | None:
        if self.viable == {"loop", "while", "for", "{"} or (
            self.viable == {":"} and self.prev_kind == "LIFETIME" and not self.enclosing("<")
        ):
            return _error(_LABEL, self.span, _LABEL)
        if self.prev_kind == "continue" and self.kind == "IDENT":
            return _error("expected a label, found an identifier", self.span)
        if self.is_token(1, ".") and "await" in self.viable:
            if self.kind in STRICT_KEYWORDS or self.kind in RESERVED_KEYWORDS:
                return self._identifier()
            return _error(f"unexpected token: {describe(self.found)}", self.span)
        return None

    def condition(self) -> Diagnostic | None:
        """After the condition of `if`, `while`, `for`, `match`, and where a block must follow."""
        word = describe(self.found)
        if self.prev_kind == "unsafe" and "{" in self.viable:
            label = Label(self.prev.span, "while parsing this `unsafe` expression")
            return _error(f"expected `{{`, found {word}", self.span, "expected `{`", label)
        if "in" in self.viable:
            if self.kind == "=" or (isinstance(self.found, Token) and self.found.text == "of"):
                return _error("missing `in` in `for` loop", self.span)
            gap = self.prev.span.shrink_to_hi().to(self.span.shrink_to_lo())
            return _error("missing `in` in `for` loop", gap)
        if self.viable in ({"{"}, {"{", "if"}):
            secondary: tuple[Label, ...] = ()
            if self.prev_kind in ("loop", "unsafe"):
                secondary = (Label(self.prev.span, f"while parsing this `{self.prev_kind}` expression"),)
            if self.enclosing("->") and self.enclosing("|") is None and any(isinstance(v, tuple) for v in self.values[-4:]):
                return None
            return _error(f"expected `{{`, found {word}", self.span, "expected `{`", *secondary)
        if "{" not in self.viable or not self.wants_operator or ";" in self.viable or "," in self.viable:
            return None
        keyword = self.enclosing("if", "while", "for", "match", "in")
        if keyword is None or (keyword.kind == "if" and "=>" in self.viable):
            return None
        if keyword.kind == "match":
            return None
        wanted = f"expected `{{`, found {word}"
        block = self._block_after(keyword)
        if block is not None and keyword.kind == "if":
            text = "if this block is the condition of the `if` expression, then it must be followed by another block"
            end = block.span
            return _error(
                "missing condition for `if` expression", keyword.span.shrink_to_hi(), "expected condition here", Label(end, text)
            )
        if self.prev_kind == "}" and keyword.kind == "in" and self.is_token(1, "}") and self._block_after(keyword):
            return _error("missing expression to iterate on in `for` loop", keyword.span.shrink_to_hi())
        if keyword.kind == "if" and self.kind != "{" and self._ends_with_operated_block():
            return _error("this `if` expression is missing a block after the condition", keyword.span)
        if keyword.kind == "if":
            note = "the `if` expression is missing a block after this condition"
            return _error(wanted, self.span, "expected `{`", notes=(note,))
        if keyword.kind == "while" and self.prev is not None:
            start = self.values[next(i for i, v in enumerate(self.values) if v is keyword) + 1 :]
            first = next((value.span for value in start if hasattr(value, "span")), self.prev.span)
            labels = (
                Label(keyword.span, "while parsing the body of this `while` expression"),
                Label(first.to(self.prev.span), "this `while` condition successfully parsed"),
            )
            return _error(wanted, self.span, "expected `{`", *labels)
        return _error(wanted, self.span, "expected `{`")

    def _block_after(self, keyword: Token) -> Token | None:
        """The `{` of a block that stands right after a keyword and ends where we are."""
        index = next(i for i, value in enumerate(self.values) if value is keyword)
        opening = self.values[index + 1] if index + 1 < len(self.values) else None
        closed = self.prev_kind == "}" and self.is_token(1, "}")
        return opening if closed and isinstance(opening, Token) and opening.kind == "{" else None

    def _ends_with_operated_block(self) -> bool:
        """Whether the last thing read is a block behind `&&` or another operator."""
        depth = 0
        for index in range(len(self.values) - 1, 0, -1):
            value = self.values[index]
            if isinstance(value, Token):
                depth += (value.kind == "}") - (value.kind == "{")
                if value.kind == "{" and not depth:
                    before = self.values[index - 1]
                    operated = isinstance(before, Token) and before.kind in _BINARY and before.kind != "="
                    return operated and self.prev_kind == "}"
        return False

    def let(self) -> Diagnostic | None:
        let = self.enclosing("let")
        if (self.kind == "mut" and self.wants_expr) or (
            self.kind == "IDENT" and self.prev_kind == "IDENT" and self.prev.text in ("var", "auto")
        ):
            bad = self.found if self.kind == "mut" else self.prev
            if "let" in self.viable or (self.kind == "IDENT" and ";" in self.viable):
                return _error("invalid variable declaration", bad.span)
        if let is None or "=" not in self.viable or self.wants_operator:
            return None
        if self.kind == "==" and self.prev_kind == "IDENT":
            return _error("unexpected `==`", self.span)
        if self.kind in ("+=", "-=", "*=", "/=", "%=", "&=", "|=", "^="):
            return _error("can't reassign to an uninitialized variable", self.span)
        return None

    def function(self) -> Diagnostic | None:
        named = self.prev_kind == "IDENT" and self.is_token(2, "fn")
        if (named or (self.is_token(3, "fn") and isinstance(self.value(1), ast.Generics))) and self.kind != "for":
            return _error("missing parameters for function definition", self.prev.span.shrink_to_hi())
        if self.prev_kind == "pub" and "fn" in self.viable:
            after = self.following[1] if len(self.following) > 1 else None
            if self.kind == "IDENT" and isinstance(after, Token) and after.kind == "(":
                return _error(f"missing `fn` for {self._fn_kind()} definition", self.prev.span.to(self.span))
            if self.kind == "(" and after is not None:
                return _error("incorrect visibility restriction", after.span, code="E0704")
            return _error("visibility `pub` is not followed by an item", self.prev.span, "the visibility")
        if "->" in self.viable and "where" in self.viable and self.kind in (":", "=>"):
            return _error("return types are denoted using `->`", self.span)
        if "self" in self.viable and "..." in self.viable and "ref" in self.viable and not self.machine.accepts(":"):
            if self.kind not in STRICT_KEYWORDS and self.kind not in RESERVED_KEYWORDS:
                return _error(f"expected parameter name, found {describe(self.found)}", self.span, "expected parameter name")
        return None

    def _fn_kind(self) -> str:
        return "method" if self._is_item_list(self.bracket()[1]) else "function"

    def data(self) -> Diagnostic | None:
        """Structs, enums and their literals."""
        word = describe(self.found)
        if self.is_token(2, "struct") and self.is_token(1, "IDENT") and "where" in self.viable and "{" in self.viable:
            wanted = "expected `where`, `{`, `(`, or `;` after struct name"
            return _error(f"{wanted}, found {word}", self.span, wanted)
        opening, index = self.bracket()
        if opening is None or opening.kind != "{" or index < 1:
            return None
        before = [value for value in self.values[max(index - 4, 0) : index] if isinstance(value, Token)]
        keyword = next((token for token in before if token.kind in ("struct", "enum")), None)
        name = next((token for token in before if token.kind == "IDENT"), None)
        owner = self.values[index - 1]
        if self.kind == "IDENT" and "," in self.viable and "}" in self.viable and not self.wants_expr:
            if self.machine.accepted_after(index, "pub", "IDENT", ":"):
                return _error(f"expected `,`, or `}}`, found {word}", self.prev.span.shrink_to_hi())
        if isinstance(owner, ast.Path) and self.machine.accepted_after(index, "ref"):
            within = Label(owner.span, "while parsing the fields for this pattern")
            if self.kind == "..." and ".." in self.viable:
                return _error("expected field pattern, found `...`", self.span)
            if "," in self.viable and "}" in self.viable and "ref" not in self.viable:
                return _error("expected `,`", self.span, "", within)
            return None
        if keyword is not None and name is not None:
            within = Label(name.span, f"while parsing this {keyword.kind}")
            if keyword.kind == "struct" and "," in self.viable and "}" in self.viable and not self.wants_expr:
                if self.kind == ";":
                    return _error("struct fields are separated by `,`", self.span, "", within)
            if self.viable == {":"}:
                return _error(f"expected `:`, found {word}", self.span, "expected `:`", within)
            if self.kind == "fn" and "}" in self.viable and self.kinds[1:2] == ["IDENT"] and self.kinds[2:3] in (["("], ["<"]):
                return _error(f"functions are not allowed in {keyword.kind} definitions", self.span, "", within)
        elif isinstance(owner, ast.Path) and "," in self.viable and "}" in self.viable:
            if self.kind == "=" and self.prev_kind == "IDENT":
                return _error("expected `:`, found `=`", self.span)
            within = Label(owner.span, "while parsing this struct")
            if self.wants_operator:
                return self.possible_tokens(within)
        elif isinstance(owner, ast.Path) and self.kind == "," and self.enclosing("..") is not None:
            dots = self.enclosing("..")
            assert dots is not None
            notes = ("the base struct must always be the last field",)
            return _error("cannot use a comma after the base struct", dots.span.to(self.prev.span), notes=notes)
        return None

    def arm(self) -> Diagnostic | None:
        """Arms of `match`, and what is wrong with their patterns."""
        if self.kind == "," and "|" in self.viable and "," not in self.viable and not self.wants_operator:
            if self.viable & {"=>", "=", "in"}:
                return _error("unexpected `,` in pattern", self.span)
        if "=>" in self.viable and "|" in self.viable and "if" in self.viable and self.kind in ("}", ""):
            top = self.value(1)
            if top is not None and hasattr(top, "span"):
                return _error("`match` arm with no body", top.span)
        if self.prev_kind == "=>" and self.wants_expr:
            note = Label(self.prev.span, "while parsing the `match` arm starting here")
            return _error(f"expected expression, found {describe(self.found)}", self.span, "expected expression", note)
        if self.prev_kind == "|" and self.is_token(1, "|") and "ref" in self.viable and not self.wants_expr:
            first = self.value(2)
            span = first[0].span if isinstance(first, list) else first.span if hasattr(first, "span") else None
            labels = (Label(span, "while parsing this or-pattern starting here"),) if span is not None else ()
            if self.kind == "|" and self.prev.span.hi == self.span.lo:
                return _error("unexpected token `||` in pattern", self.prev.span.to(self.span), "", *labels)
            return _error("a trailing `|` is not allowed in an or-pattern", self.prev.span, "", *labels)
        if self.wants_operator and "," in self.viable and "}" in self.viable and ";" not in self.viable:
            index = self.bracket()[1]
            heads = [
                value
                for value in self.values[index + 1 :]
                if isinstance(value, tuple) and len(value) == 3 and isinstance(value[0], list)
            ]
            if heads and self._arm_follows():
                return _error("expected `,` following `match` arm", self.prev.span.shrink_to_hi())
        return None

    def _arm_follows(self) -> bool:
        """Whether a pattern and `=>` stand here (`parse_arm`, `pattern_follows`)."""
        depth = 0
        for index, kind in enumerate(self.kinds):
            if kind == "=>" and not depth:
                return self.machine.accepts(",", *self.kinds[: index + 1])
            depth += nesting(kind)
            if depth < 0 or (kind in (";", "if") and not depth):
                return False
        return False

    def fragment(self) -> Diagnostic | None:
        """A kind of syntax that must begin here: an expression, a type, a pattern, a name."""
        word, viable = describe(self.found), self.viable
        if self.prev_kind == "..=" and self.wants_expr:
            note = "inclusive ranges must be bounded at the end (`..=b` or `a..=b`)"
            return _error("inclusive range with no end", self.prev.span, notes=(note,), code="E0586")
        if self.wants_expr and "dyn" not in viable:
            after = self.following[1] if len(self.following) > 1 else None
            if self.kind == "try" and isinstance(after, Token) and after.kind == "!":
                return _error("use of deprecated `try` macro", self.span)
            if self.kind == "~":
                return _error("`~` cannot be used as a unary operator", self.span)
            if self.kind == "as":
                word = "`as`"
            return _error(f"expected expression, found {word}", self.span, "expected expression")
        if self.prev_kind == "impl" and "?" in viable and self.enclosing("impl"):
            return _error("at least one trait must be specified", self.prev.span)
        if "dyn" in viable and self.kind == "typeof":
            return _error("`typeof` is a reserved keyword but unimplemented", self.span, "reserved keyword", code="E0516")
        if "dyn" in viable and self.kind == "..." and self.prev_kind not in (":", ",", "("):
            return _error("C-variadic type `...` may not be nested inside another type", self.span, code="E0743")
        if self._in_fn_pointer() and ((self.kind == "mut" and "dyn" in viable) or self.kind == ":"):
            pattern = self.prev.span if self.kind == ":" else self.span.to(self.following[1].span)
            return _error("patterns aren't allowed in function pointer types", pattern, code="E0561")
        if "dyn" in viable:
            if "INT" in viable:
                wanted = "expected one of `>`, a const expression, lifetime, or type"
                return _error(f"{wanted}, found {word}", self.span, wanted)
            return _error(f"expected type, found {word}", self.span, "expected type", *self._typing(), *self._item_list())
        keyword = (self.kind in STRICT_KEYWORDS and self.kind != "in") or self.kind in RESERVED_KEYWORDS
        if "ref" in viable and "_" in viable:
            if keyword:
                return self._identifier()
            return _error(f"expected pattern, found {word}", self.span, "expected pattern")
        if "IDENT" in viable and not viable & {",", ">", ";", ")", "(", "|", "=", ":"}:
            return self._identifier()
        if keyword and {"IDENT", "LIFETIME", "const", ">"} <= viable:
            return self._identifier()
        return None

    def _in_fn_pointer(self) -> bool:
        """Whether the innermost open bracket is that of a function pointer's parameters."""
        opening, index = self.bracket()
        before = self.values[index - 1] if index > 0 else None
        return opening is not None and opening.kind == "(" and isinstance(before, Token) and before.kind == "fn"

    def _identifier(self) -> Diagnostic:
        label = "expected identifier"
        if self.kind in STRICT_KEYWORDS:
            label += ", found keyword"
        elif self.kind in RESERVED_KEYWORDS:
            label += ", found reserved keyword"
        notes: tuple[str, ...] = ()
        if self.kind == "let" and "}" in self.viable:
            link = "see <https://doc.rust-lang.org/book/ch05-01-defining-structs.html> for more information"
            notes = ("the `let` keyword is not allowed in `struct` fields", link)
        labels = self._item_list() if "fn" in (self.prev_kind, self.kind) else ()
        return _error(f"expected identifier, found {describe(self.found)}", self.span, label, *labels, notes=notes)

    def _typing(self) -> tuple[Label, ...]:
        """ "while parsing the type for `x`", in a `let` with a type."""
        for index in range(len(self.values) - 1, 1, -1):
            value = self.values[index]
            if not isinstance(value, Token) or value.kind in ("{", "="):
                if isinstance(value, Token):
                    return ()
                continue
            before = self.values[index - 2]
            if value.kind == ":" and isinstance(before, Token) and before.kind == "let":
                pat = self.values[index - 1]
                return (Label(value.span, f"while parsing the type for `{pat.span.text}`"),) if hasattr(pat, "span") else ()
        return ()

    # ------------------------------------------------------------------------------------------------ lists of tokens

    def possible_tokens(self, *secondary: Label) -> Diagnostic:
        """ "expected one of ..., found ..."."""
        viable = set(self.viable)
        names: set[str] = set()
        after_cast = self._after_cast()
        if self.wants_operator:
            keep = {"(", "<"} if after_cast else {"("} if self.prev_kind == "IDENT" and self._after_dot() else set()
            viable -= (_BINARY | {"(", "["}) - keep
            if not after_cast:
                names.add("an operator")
            if ";" in viable and self.bracket()[0] is None and self.enclosing("let") is None:
                names.add("`}`")
        elif "@" in viable and self.prev_kind == "IDENT" and "%" not in viable:
            viable -= {"::", "(", "{", "!", "..", "..=", "...", "else"}
            if "," in viable and viable & {")", "]"} and ":" not in viable:
                names.add("`if`")
            if ":" in viable and not viable & {";", "=", "|"}:
                viable.add("|")
        if viable == {"!", "(", "::", "<"}:
            # The path of a macro call between items.
            viable -= {"(", "<"}
        if isinstance(self.prev, Token) and self.prev_kind == ")" and not self.prev.text and isinstance(self.value(1), Token):
            viable.add("<")
        if "{" in viable and "where" in viable and self.enclosing("fn"):
            if not any(isinstance(value, Token) and value.kind == "trait" for value in self.values):
                viable.discard(";")
        for kind in viable - _NEVER_LISTED:
            names.add(_NAMED.get(kind) or f"`{_MACRO_BRACKETS.get(kind, kind)}`")
        listed = sorted(names)
        found = describe(self.found)
        if len(listed) == 1:
            wanted = short = f"expected {listed[0]}"
        elif len(listed) == 2:
            wanted = short = f"expected one of {listed[0]} or {listed[1]}"
        else:
            wanted = short = f"expected one of {', '.join(listed[:-1])}, or {listed[-1]}"
            if len(listed) > 6:
                short = f"expected one of {len(listed)} possible tokens"
        if self.enclosing("match") is not None and "{" in viable and self.wants_operator:
            keyword = self.enclosing("match")
            assert keyword is not None
            secondary = (*secondary, Label(keyword.span, "while parsing this `match` expression"))
        return _error(f"{wanted}, found {found}", self.span, short, *secondary, *self._typing(), *self._item_list())

    def _after_cast(self) -> bool:
        return any(self.is_token(back, "as") for back in (2, 3)) and not self.is_token(1, ")")

    def _after_dot(self) -> bool:
        return self.is_token(2, ".") or isinstance(self.value(1), ast.FieldExpr)
