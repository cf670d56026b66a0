"""What is being parsed where the LALR parser stopped, from its stacks and the token that does not fit."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Attribute, Delimited, Fragment, Token
from interpreter.syntax.brackets import nesting
from interpreter.syntax.words import BINARY_OPERATORS

if TYPE_CHECKING:
    from interpreter.syntax.parser import Machine


class State:
    """`found` doesn't fit (None: the end of the input); `viable` are the terminals that do. `prev` = the last that did;
    `kinds` and `following` = the terminals from `found` on and their values."""

    def __init__(self, machine: Machine, found: Any, end: Span, kinds: list[str], following: list[Any]) -> None:
        self.machine = machine
        self.kinds = kinds
        self.following = following
        self.values = machine.values
        self.found = found
        self.prev = machine.previous
        terminals: set[str] = set()
        for row in machine.tables.action.distinct():
            terminals.update(row)
        self.viable = {kind for kind in terminals if not kind.startswith("FRAGMENT_") and machine.accepts(kind)}
        self.kind = found.kind if isinstance(found, Token) else found.delim if isinstance(found, Delimited) else ""
        if found is not None:
            self.span: Span = found.open.span if isinstance(found, Delimited) else found.span
            if isinstance(found, Fragment) and found.at is not None:
                self.span = found.at
            if isinstance(found, Attribute) and not found.is_doc_comment:
                self.span = self.span._replace(hi=self.span.lo + 1)  # Its `#`, the token that was met.
        else:
            self.span = self.prev.span if self.prev is not None and end.lo == end.hi == len(end.file.text) else end

    @property
    def prev_kind(self) -> str:
        return self.prev.kind if isinstance(self.prev, Token) else ""

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

    def next_line(self) -> bool:
        if self.prev is None or self.found is None or self.prev.span.file is not self.span.file:
            return False
        return "\n" in self.span.file.text[self.prev.span.hi : self.span.lo]

    def statement(self) -> bool:
        """Whether what is being parsed is a statement of a block that could end here."""
        if self.wants_operator:
            return self.bracket()[0] is not None or bool(self.values)
        return self.enclosing("let", "use", "const", "static", "type") is not None

    def item_list(self) -> tuple[Label, ...]:
        """Labels for an error in the head of an item of an impl or trait."""
        opening, index = self.bracket()
        closing = self.closing()
        if opening is None or closing is None or not self.is_item_list(index):
            return ()
        start = Label(opening.span, "while parsing this item list starting here")
        return start, Label(closing.span, "the item list ends here")

    def is_item_list(self, bracket: int) -> bool:
        """Whether the bracket at that index of the stack begins the items of an impl or trait."""
        accepted = self.machine.accepted_after
        associated = bracket >= 0 and accepted(bracket, "DEFAULT", "fn") and not accepted(bracket, "unsafe", "impl")
        return associated or (bracket >= 0 and accepted(bracket, "SAFE", "struct"))

    def typing(self) -> tuple[Label, ...]:
        """ "while parsing the type for `x`", in a `let` with a type."""
        equals, depth = False, 0
        for index in range(len(self.values) - 1, 1, -1):
            value = self.values[index]
            if not isinstance(value, Token):
                continue
            if value.kind == "{":
                return ()
            equals = equals or value.kind == "="
            depth += (value.kind == ">") - (value.kind == "<")
            if depth < 0:
                equals, depth = False, 0  # That was an argument's.
            before = self.values[index - 2]
            if value.kind == ":" and isinstance(before, Token) and before.kind == "let" and not equals:
                pat = self.values[index - 1]
                return (Label(value.span, f"while parsing the type for `{pat.span.text}`"),) if hasattr(pat, "span") else ()
        return ()

    def in_generic_args(self) -> bool:
        """Whether the innermost open `<` begins generic arguments (and no parameters)."""
        depth = 0
        for index in range(len(self.values) - 1, -1, -1):
            if self.is_token(len(self.values) - index, "<", ">"):
                depth += 1 if self.values[index].kind == ">" else -1
                if depth < 0:
                    return self.machine.accepted_after(index, "dyn")
        return False

    def in_fn_pointer(self) -> bool:
        """Whether the innermost open bracket is that of a function pointer's parameters."""
        opening, index = self.bracket()
        before = self.values[index - 1] if index > 0 else None
        return opening is not None and opening.kind == "(" and isinstance(before, Token) and before.kind == "fn"

    def block_after(self, keyword: Token) -> Token | None:
        """The `{` of a block that stands right after a keyword and ends where we are."""
        index = next(i for i, value in enumerate(self.values) if value is keyword)
        opening = self.values[index + 1] if index + 1 < len(self.values) else None
        closed = self.prev_kind == "}" and self.is_token(1, "}")
        return opening if closed and isinstance(opening, Token) and opening.kind == "{" else None

    def after_cast(self) -> bool:
        return any(self.is_token(back, "as") for back in (2, 3)) and not self.is_token(1, ")")

    def closure_returns(self) -> Span | None:
        """The type that a closure returns, if it has just been read (`|..| -> type`)."""
        arrow = next((i for i in range(len(self.values) - 2, 0, -1) if self.is_token(len(self.values) - i, "->")), None)
        if arrow is None or type(self.values[arrow - 1]) is not tuple:
            return None
        if any(isinstance(value, Token) and value.kind == "{" for value in self.values[arrow:]):
            return None
        first: Span = self.values[arrow + 1].span
        return first.to(self.prev.span)

    def expression_length(self, start: int = 0) -> int:
        """How many terminals the expression has that begins here, or so many terminals on."""
        machine = type(self.machine)("expression", type(self.machine.builder)(self.machine.builder.edition))
        return machine.feed(self.kinds[start:], self.following[start:])

    def is_parameter(self) -> bool:
        """Whether the innermost open bracket is that of a function's parameters."""
        opening, index = self.bracket()
        return opening is not None and opening.kind == "(" and any(self.is_fn(at) for at in range(max(index - 3, 0), index))

    def after_expression(self) -> str:
        """The terminal after the expression that begins here."""
        end = self.expression_length()
        return self.kinds[end] if end < len(self.kinds) else ""

    def after_dot(self) -> bool:
        return self.is_token(2, ".") or isinstance(self.value(1), ast.FieldExpr)

    def arm_follows(self) -> bool:
        """Whether a pattern and `=>` stand here (`parse_arm`, `pattern_follows`)."""
        depth = 0
        for index, kind in enumerate(self.kinds):
            if kind == "=>" and not depth:
                return self.machine.accepts(",", *self.kinds[: index + 1])
            depth += nesting(kind)
            if depth < 0 or (kind in (";", "if") and not depth):
                return False
        return False

    def ends_with_operated_block(self) -> bool:
        """Whether the last thing read is a block behind `&&` or another operator."""
        depth = 0
        for index in range(len(self.values) - 1, 0, -1):
            value = self.values[index]
            if isinstance(value, Token):
                depth += (value.kind == "}") - (value.kind == "{")
                if value.kind == "{" and not depth:
                    before = self.values[index - 1]
                    operated = isinstance(before, Token) and before.kind in BINARY_OPERATORS and before.kind != "="
                    return operated and self.prev_kind == "}"
        return False

    def names_function(self) -> bool:
        """Whether what was read last are the generic parameters of a function."""
        start = next((i for i in range(len(self.values) - 1, 0, -1) if self.is_fn(i)), None)
        after = self.values[start + 2] if start is not None and start + 2 < len(self.values) else None
        return isinstance(after, Token) and after.kind == "<"

    def is_fn(self, index: int) -> bool:
        value = self.values[index]
        return isinstance(value, Token) and value.kind == "fn"
