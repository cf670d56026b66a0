"""What rustc says of statements, expressions and patterns that don't parse, and how it goes on (errors.py has the order)."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import Final
from interpreter.source import Span
from interpreter.syntax.ast import Attribute, Delimited, Token
from interpreter.syntax.errors_tokens import identifier
from interpreter.syntax.explained import BlockIsOperand, Braces, Explained, error, splice
from interpreter.syntax.lexer import RESERVED_KEYWORDS, STRICT_KEYWORDS
from interpreter.syntax.operators import Chain
from interpreter.syntax.state import State
from interpreter.syntax.words import AFTER_LABEL, describe

_STARTS_EXPR: Final = frozenset((
    "IDENT", "INT", "FLOAT", "CHAR", "BYTE", "STR", "BYTE_STR", "C_STR", "true", "false", "(", "[", "{", "!", "-", "*", "&",
    "&&", "|", "||", "if", "match", "loop", "while", "for", "unsafe", "return", "break", "continue", "move", "self", "Self",
    "super", "crate", "::", "<", "<<", "..", "..=", "LIFETIME", "let", "const",
))  # fmt: skip
_COMPARISONS: Final = ("<", ">", "<=", ">=", "==", "!=")
_STARTS_PATTERN: Final = frozenset((
    "IDENT", "INT", "FLOAT", "CHAR", "BYTE", "STR", "BYTE_STR", "C_STR", "true", "false", "(", "[", "_", "-", "&", "&&", "..",
    "..=", "ref", "mut", "<", "<<", "::", "self", "Self", "super", "crate",
))  # fmt: skip
_IN_TYPES: Final = frozenset(("dyn", "extern", "fn", "for", "impl", "in", "mut", "where", "use"))
_STARTS_ITEM: Final = frozenset(
    ["fn", "struct", "enum", "impl", "trait", "mod", "use", "const", "static", "type", "unsafe", "extern", "pub"]
)


def typo(state: State) -> Explained | None:
    """Operators and words of other languages."""
    prev, found = state.prev, state.found
    if isinstance(found, Token) and found.kind == "+" and state.wants_expr and state.kinds[1:2] in (["INT"], ["FLOAT"]):
        return error("leading `+` is not supported", found.span, "unexpected `+`", recovery=splice(0, 1))
    if not isinstance(found, Token) or not isinstance(prev, Token):
        return None
    adjacent = prev.span.file is found.span.file and prev.span.hi == found.span.lo
    pair = prev.kind + found.kind if adjacent else ""
    both = prev.span.to(found.span)
    if state.wants_expr and pair == "++":
        return error("Rust has no postfix increment operator", both, "not a valid postfix operator")
    if (
        state.wants_expr
        and prev.kind == "-"
        and state.is_token(1, "-")
        and state.is_token(2, "-")
        and found.kind in (";", ")", "}")
    ):
        first: Token = state.value(2)
        return error("Rust has no postfix decrement operator", first.span.to(prev.span), "not a valid postfix operator")
    if state.wants_expr and found.kind == "+":
        text, at = found.span.file.text, found.span.hi
        if text.startswith("+", at):
            span = Span(found.span.file, found.span.lo, at + 1, found.span.call_site)
            return error("Rust has no prefix increment operator", span, "not a valid prefix operator")
    if found.kind == "#" and prev.kind in ("STR", "BYTE_STR", "C_STR") and "r" in prev.text[:2]:
        return _raw_string_end(state)
    if found.kind == "->" and state.wants_operator:
        message = "`->` is not valid syntax for field accesses and method calls"
        return error(message, found.span, recovery=splice(0, 1, "."))
    if found.kind == "..." and (state.wants_operator or state.wants_expr):
        return error("unexpected token: `...`", found.span, recovery=splice(0, 1, "..="))
    if pair in ("===", "!==", "<>", "<=>") and state.wants_expr:
        label = "`<=>` is not a valid comparison operator, use `std::cmp::Ordering`" if pair == "<=>" else ""
        recovery = splice(-1, 1, "!=") if pair == "<>" else splice(0, 1)
        return error(f"invalid comparison operator `{pair}`", both, label, recovery=recovery)
    if prev.kind == "?" and state.wants_operator and found.kind in _STARTS_EXPR:
        rest = found.span.file.text[found.span.lo :].split("\n", 1)[0].split(";", 1)[0]
        if " : " in rest:
            span = Span(prev.span.file, prev.span.lo, found.span.lo + len(rest.rstrip()), prev.span.call_site)
            return error("Rust has no ternary operator", span)
    if state.wants_operator and found.kind == "IDENT" and found.text in ("and", "or"):
        note = "unlike in e.g., Python and PHP, `&&` and `||` are used for logical operators"
        recovery = splice(0, 1, "&&" if found.text == "and" else "||")
        return error(f"`{found.text}` is not a logical operator", found.span, notes=(note,), recovery=recovery)
    return None


def _raw_string_end(state: State) -> Explained:
    """`r"..."#` (`check_too_many_raw_str_terminators`)."""
    n_hashes = state.prev.text.index('"') - state.prev.text.index("r") - 1
    count = next((index for index, kind in enumerate(state.kinds) if kind != "#"), len(state.kinds))
    started = Label(state.prev.span, f"this raw string started with {n_hashes} `#`{'s' if n_hashes != 1 else ''}")
    recovery = splice(0, count) if state.kinds[count : count + 1] == [";"] else None
    span = state.span.to(state.following[count - 1].span)
    return error("too many `#` when terminating raw string", span, "", started, recovery=recovery)


def semicolon(state: State) -> Explained | None:
    """A `;` forgotten at the end of a line, or before the `}` of the block."""
    if isinstance(state.prev, Delimited) and state.viable == {";"}:
        return None  # A macro in the place of an item.
    attribute = isinstance(state.found, Attribute) and not state.found.is_doc_comment
    if not attribute and not isinstance(state.found, Token):
        return None
    recovery = splice(0, 0, ";")
    if state.viable == {";", "{"} and state.is_token(2, "mod") and state.next_line():
        recovery = splice(0, 0, "{")
    elif not _wants_semicolon(state, attribute or state.kind in _STARTS_EXPR or state.kind in _STARTS_ITEM):
        return None
    label = Label(state.span, "unexpected token")
    message = f"expected `;`, found {describe(state.found)}"
    return error(message, state.prev.span.shrink_to_hi(), "", label, recovery=recovery)


def declaration(state: State) -> Explained | None:
    """`x: T = 1` without a `let`, which rustc takes for a path with a `:` too few, and `name: loop`."""
    if state.kind != ":" or state.prev_kind != "IDENT" or not state.wants_operator or "::" not in state.viable:
        return None
    before = state.value(2)
    begins = isinstance(before, list) or (isinstance(before, Token) and before.kind in ("{", ";", "}"))
    if begins and ";" in state.viable and state.kinds[1:2] and state.kinds[1] in ("loop", "while", "for", "{"):
        return error("malformed loop label", state.prev.span, recovery=splice(-1, 0, "LIFETIME"))
    if state.kinds[1:2] == ["IDENT"] and not state.after_dot():
        return error("expected identifier, found `:`", state.span, "expected identifier")
    return None


def _wants_semicolon(state: State, begins: bool) -> bool:
    """Whether a `;` could stand here, and what follows begins something new (`begins`) or ends the block."""
    opening, _ = state.bracket()
    if ";" not in state.viable or (opening is not None and opening.kind == "["):
        return False
    if state.statement() and (state.next_line() or state.enclosing("use") is None):
        return state.kind == "}" or (begins and state.next_line())
    if state.viable >= {"where", "{", "(", ";"}:
        return False  # After the name of a struct.
    if state.enclosing("use") is not None and not state.next_line():
        return False
    bodies = not any(isinstance(value, Token) and value.kind in ("trait", "extern") for value in state.values)
    if "{" in state.viable and state.enclosing("fn") is not None and bodies:
        return False  # A function that must have a body.
    return "," not in state.viable and (begins or state.kind == "}") and state.next_line()


def label(state: State) -> Explained | None:
    if state.viable == {"loop", "while", "for", "{"} or (
        state.viable == {":"} and state.prev_kind == "LIFETIME" and not state.enclosing("<")
    ):
        if state.kind in ("loop", "while", "for", "{") and state.viable == {":"}:
            lifetime = Label(state.prev.span, "the label")
            span = state.prev.span.to(state.following[state.expression_length() - 1].span)
            return error("labeled expression must be followed by `:`", span, "", lifetime, recovery=splice(0, 0, ":"))
        return error(AFTER_LABEL, state.span, AFTER_LABEL)
    if state.prev_kind == "continue" and state.kind == "IDENT":
        return error("expected a label, found an identifier", state.span)
    if state.is_token(1, ".") and "await" in state.viable:
        if state.kind in STRICT_KEYWORDS or state.kind in RESERVED_KEYWORDS:
            return identifier(state)
        return error(f"unexpected token: {describe(state.found)}", state.span, recovery=splice(-1, 0))
    return None


def condition(state: State) -> Explained | None:
    """After the condition of `if`, `while`, `for`, `match`, and where a block must follow."""
    word = describe(state.found)
    if state.prev_kind == "const" and state.viable == {"{"}:
        return error("expected expression, found keyword `const`", state.prev.span, "expected expression")
    if state.prev_kind == "unsafe" and "{" in state.viable:
        label = Label(state.prev.span, "while parsing this `unsafe` expression")
        return error(f"expected `{{`, found {word}", state.span, "expected `{`", label)
    if "in" in state.viable:
        if state.kind == "=" or (isinstance(state.found, Token) and state.found.text == "of"):
            return error("missing `in` in `for` loop", state.span, recovery=splice(0, 1, "in"))
        gap = state.prev.span.shrink_to_hi().to(state.span.shrink_to_lo())
        return error("missing `in` in `for` loop", gap, recovery=splice(0, 0, "in"))
    if state.prev_kind == "else" and state.kind in _STARTS_EXPR and state.after_expression() == "{":
        after_else = Label(state.prev.span, "expected an `if` or a block after this `else`")
        return error(f"expected `{{`, found {word}", state.span, "", after_else, recovery=splice(0, 0, "if"))
    returned = state.closure_returns() if "{" in state.viable and state.kind in _STARTS_EXPR else None
    if returned is not None:
        why = Label(returned, "explicit return type requires closure body to be enclosed in braces")
        return error(f"expected `{{`, found {word}", state.span, "", why, recovery=Braces())
    if state.viable in ({"{"}, {"{", "if"}):
        secondary: tuple[Label, ...] = ()
        if state.prev_kind in ("loop", "unsafe"):
            secondary = (Label(state.prev.span, f"while parsing this `{state.prev_kind}` expression"),)
        if state.enclosing("->") and state.enclosing("|") is None and any(isinstance(v, tuple) for v in state.values[-4:]):
            return None
        return error(f"expected `{{`, found {word}", state.span, "expected `{`", *secondary)
    if "{" not in state.viable or not state.wants_operator or ";" in state.viable or "," in state.viable:
        return None
    keyword = state.enclosing("if", "while", "for", "match", "in")
    if keyword is None or (keyword.kind == "if" and "=>" in state.viable):
        return None
    if keyword.kind == "match":
        return None
    wanted = f"expected `{{`, found {word}"
    block = state.block_after(keyword)
    if block is not None and keyword.kind == "if":
        text = "if this block is the condition of the `if` expression, then it must be followed by another block"
        end = block.span
        return error(
            "missing condition for `if` expression", keyword.span.shrink_to_hi(), "expected condition here", Label(end, text)
        )
    if state.prev_kind == "}" and keyword.kind == "in" and state.is_token(1, "}") and state.block_after(keyword):
        return error("missing expression to iterate on in `for` loop", keyword.span.shrink_to_hi())
    if keyword.kind == "if" and state.kind == "else":
        empty = splice(0, 0, "{", "}")
        return error("this `if` expression is missing a block after the condition", keyword.span, recovery=empty)
    if keyword.kind == "if" and state.kind != "{" and state.ends_with_operated_block():
        return error("this `if` expression is missing a block after the condition", keyword.span)
    if keyword.kind == "if":
        note = "the `if` expression is missing a block after this condition"
        return error(wanted, state.span, "expected `{`", notes=(note,))
    if keyword.kind == "while" and state.prev is not None:
        start = state.values[next(i for i, v in enumerate(state.values) if v is keyword) + 1 :]
        first = next((value.span for value in start if hasattr(value, "span")), state.prev.span)
        labels = (
            Label(keyword.span, "while parsing the body of this `while` expression"),
            Label(first.to(state.prev.span), "this `while` condition successfully parsed"),
        )
        return error(wanted, state.span, "expected `{`", *labels)
    return error(wanted, state.span, "expected `{`")


def let(state: State) -> Explained | None:
    let = state.enclosing("let")
    if state.kind == "mut" and state.kinds[1:2] == ["let"] and "let" in state.viable:
        both = state.span.to(state.following[1].span)
        return error("invalid variable declaration", both, recovery=splice(0, 1))
    if (state.kind == "mut" and state.wants_expr and "struct" in state.viable) or (
        state.kind == "IDENT" and state.prev_kind == "IDENT" and state.prev.text in ("var", "auto")
    ):
        bad = state.found if state.kind == "mut" else state.prev
        if "let" in state.viable or (state.kind == "IDENT" and ";" in state.viable):
            recovery = splice(0, 0, "let") if state.kind == "mut" else splice(-1, 0, "let")
            return error("invalid variable declaration", bad.span, recovery=recovery)
    if let is None or "=" not in state.viable or state.wants_operator:
        return None
    if state.kind == "==" and not state.viable & {":", ";"}:
        return error("expected `=`, found `==`", state.span, recovery=splice(0, 1, "="))
    if state.kind == "==" and state.prev_kind == "IDENT":
        return error("unexpected `==`", state.span)
    if state.kind in ("+=", "-=", "*=", "/=", "%=", "&=", "|=", "^="):
        return error("can't reassign to an uninitialized variable", state.span, recovery=splice(0, 1, "="))
    return None


def arm(state: State) -> Explained | None:
    """Arms of `match`, and what is wrong with their patterns."""
    if state.kind == "," and "|" in state.viable and "," not in state.viable and not state.wants_operator:
        if state.viable & {"=>", "=", "in"}:
            return error("unexpected `,` in pattern", state.span)
    if "=>" in state.viable and "|" in state.viable and "if" in state.viable and state.kind in ("}", ""):
        top = state.value(1)
        if top is not None and hasattr(top, "span"):
            return error("`match` arm with no body", top.span)
    if state.prev_kind == "=>" and state.wants_expr:
        note = Label(state.prev.span, "while parsing the `match` arm starting here")
        return error(f"expected expression, found {describe(state.found)}", state.span, "expected expression", note)
    if state.prev_kind == "|" and state.is_token(1, "|") and "ref" in state.viable and not state.wants_expr:
        first = state.value(2)
        if first == []:  # the first `|` leads
            return error(f"expected pattern, found {describe(state.found)}", state.span, "expected pattern")
        span = first[0].span if isinstance(first, list) else first.span if hasattr(first, "span") else None
        labels = (Label(span, "while parsing this or-pattern starting here"),) if span is not None else ()
        if state.kind == "|" and state.prev.span.hi == state.span.lo:
            both = state.prev.span.to(state.span)
            if state.kinds[1:2] and state.kinds[1] not in _STARTS_PATTERN:
                message = "a trailing `||` is not allowed in an or-pattern"
                return error(message, both, "", *labels, recovery=splice(-1, 1))
            return error("unexpected token `||` in pattern", both, "", *labels, recovery=splice(0, 1))
        if state.kind == "|":
            return error("expected pattern, found `|`", state.span, "expected pattern", *labels)
        message = "a trailing `|` is not allowed in an or-pattern"
        return error(message, state.prev.span, "", *labels, recovery=splice(-1, 0))
    if state.wants_operator and "," in state.viable and "}" in state.viable and ";" not in state.viable:
        index = state.bracket()[1]
        heads = [
            value
            for value in state.values[index + 1 :]
            if isinstance(value, tuple) and len(value) == 3 and isinstance(value[0], list)
        ]
        if heads and state.arm_follows():
            return error("expected `,` following `match` arm", state.prev.span.shrink_to_hi(), recovery=splice(0, 0, ","))
    return None


def fragment(state: State) -> Explained | None:
    """A kind of syntax that must begin here: an expression, a type, a pattern, a name."""
    word, viable = describe(state.found), state.viable
    if state.kind == "<" and state.prev_kind == "IDENT" and not viable & {"dyn", "where", "%"} and not state.is_parameter():
        if "@" in viable or {"(", "{", "::"} <= viable:
            return error("generic args in patterns require the turbofish syntax", state.span)
    if state.prev_kind in ("..=", "...") and "INT" in viable:
        note = "inclusive ranges must be bounded at the end (`..=b` or `a..=b`)"
        message = "inclusive range with no end"
        return error(message, state.prev.span, notes=(note,), code="E0586", recovery=splice(-1, 0, ".."))
    chain = state.value(2)
    if state.wants_expr and state.is_token(1, *_COMPARISONS) and isinstance(chain, Chain) and chain.ops[-1].kind in _COMPARISONS:
        both = (Label(chain.ops[-1].span), Label(state.prev.span))
        return Explained(Diagnostic(None, "comparison operators cannot be chained", both))
    if state.wants_expr and state.is_token(1, "in") and state.kind == "in":
        return error("expected iterable, found keyword `in`", state.span, recovery=splice(0, 1))
    if state.viable == {"const", "mut"} and state.prev_kind == "*":
        message = "expected `mut` or `const` keyword in raw pointer type"
        return error(message, state.prev.span, recovery=splice(0, 0, "const"))
    if state.kind == "<" and state.prev_kind == "fn" and state.viable == {"("} and ">" in state.kinds:
        end = state.kinds.index(">")
        message = "function pointer types may not have generic parameters"
        return error(message, state.span.to(state.following[end].span), recovery=splice(0, end + 1))
    if state.wants_expr and "dyn" not in viable:
        after = state.following[1] if len(state.following) > 1 else None
        if state.kind == "~":
            return error("`~` cannot be used as a unary operator", state.span, recovery=splice(0, 1, "!"))
        if state.kind == "as" and state.prev_kind == "}":
            word = "`as`"
        if state.kind == "box" and state.kinds[1:2] and state.kinds[1] in _STARTS_EXPR:
            span = state.span.to(state.following[state.expression_length(1)].span)
            return error("`box_syntax` has been removed", span, recovery=splice(0, 1))
        if state.kind == "await" and isinstance(after, Token) and after.kind not in _STARTS_EXPR:
            why = Label(state.span, "while parsing this incorrect await expression")
            return error(f"expected expression, found {describe(after)}", after.span, "expected expression", why)
        operand = BlockIsOperand() if state.prev_kind == "}" else None
        head = state.enclosing("while", "match", ";") if state.prev_kind != "}" else None
        what = {"while": "the condition of this `while` expression", "match": "this `match` expression"}
        labels: tuple[Label, ...] = state.typing()
        if head is not None and head.kind in what:
            labels = (Label(head.span, f"while parsing {what[head.kind]}"),)
        return error(f"expected expression, found {word}", state.span, "expected expression", *labels, recovery=operand)
    if state.prev_kind == "move" and viable <= {"|", "||", "{"} and state.kind != "|":
        wanted = "expected one of `async`, `|`, or `||`"
        return error(f"{wanted}, found {word}", state.span, wanted)
    qualified = state.kind in ("const", "async") and state.kinds[1:2] in (["fn"], ["unsafe"], ["extern"])
    if qualified and not state.wants_expr and state.machine.accepts("fn", "("):
        because = f"`{state.kind}` because of this"
        return error(f"an `fn` pointer type cannot be `{state.kind}`", state.span, because, recovery=splice(0, 1))
    if state.kind == "," and {";", "]"} <= viable and state.machine.accepted_after(state.bracket()[1], "dyn"):
        wanted = "expected `;` or `]`"
        return error(f"{wanted}, found `,`", state.span, wanted, recovery=splice(0, 1, ";"))
    if "dyn" in viable and state.kind == "typeof":
        return error("`typeof` is a reserved keyword but unimplemented", state.span, "reserved keyword", code="E0516")
    if "dyn" in viable and state.kind == "..." and state.prev_kind not in (":", ",", "("):
        return error("C-variadic type `...` may not be nested inside another type", state.span, code="E0743")
    if state.in_fn_pointer() and ((state.kind == "mut" and "dyn" in viable) or state.kind == ":"):
        pattern = state.prev.span if state.kind == ":" else state.span.to(state.following[1].span)
        passed_over = splice(-2, 1) if state.kind == ":" else splice(0, 1)
        return error("patterns aren't allowed in function pointer types", pattern, code="E0561", recovery=passed_over)
    if state.kind == "&" and {"for", "LIFETIME", "?"} <= viable and "dyn" not in viable:
        n_borrow = 1 + (state.kinds[1:2] == ["LIFETIME"])
        n_borrow += state.kinds[n_borrow : n_borrow + 1] == ["mut"]
        end = n_borrow
        while state.kinds[end : end + 1] in (["IDENT"], ["::"]):
            end += 1
        whole = state.span.to(state.following[max(end, 1) - 1].span)
        return error("expected a trait, found type", whole, recovery=splice(0, n_borrow))
    if viable == {"+"} and state.prev_kind == "LIFETIME":
        found = state.prev.span
        return error("expected type, found lifetime", found, "expected type", recovery=splice(-1, 0, "FRAGMENT_TY"))
    if "dyn" in viable:
        at = state.prev.span if state.found is None and state.prev is not None else state.span
        if "INT" in viable:
            wanted = "expected one of `>`, a const expression, lifetime, or type"
            return error(f"{wanted}, found {word}", at, wanted)
        untyped = state.kind == "=" and state.prev_kind == ":" and state.machine.accepts("_", "=", "{")
        recovery = splice(0, 0, "_") if untyped and state.enclosing("<") is None else None
        labels = (*state.typing(), *state.item_list())
        return error(f"expected type, found {word}", at, "expected type", *labels, recovery=recovery)
    keyword = (state.kind in STRICT_KEYWORDS and state.kind != "in") or state.kind in RESERVED_KEYWORDS
    if "ref" in viable and "_" in viable:
        if state.prev_kind == "box" and state.kind in ("=", ":", ",", ";", "@", "{", "}", ")"):
            message = f"expected pattern, found {word}"
            return error(message, state.span, "", recovery=splice(-1, 0, "IDENT"))
        if state.kind == "let" and state.kinds[1:2] and state.kinds[1] in _STARTS_PATTERN:
            return error("expected pattern, found `let`", state.span, recovery=splice(0, 1))
        if state.kind == "...":
            return error("range-to patterns with `...` are not allowed", state.span, recovery=splice(0, 1, "..="))
        if keyword:
            return identifier(state)
        return error(f"expected pattern, found {word}", state.span, "expected pattern")
    if {"LIFETIME", "?", "for"} <= viable and "dyn" not in viable and not state.wants_operator:
        if state.kind == "<":
            return identifier(state)
        if state.kind == "unsafe":
            return error(f"expected type, found {word}", state.span, "expected type")
        if state.kind in STRICT_KEYWORDS and state.kind not in _IN_TYPES and state.kind not in viable:
            return identifier(state)
    if state.prev_kind == "::":
        viable = viable - {"("}
    if "IDENT" in viable and not viable & {",", ">", ";", ")", "(", "|", "=", ":"}:
        return identifier(state)
    if (keyword or state.kind == "_") and {"IDENT", "LIFETIME", "const", ">"} <= viable:
        return identifier(state)
    return None
