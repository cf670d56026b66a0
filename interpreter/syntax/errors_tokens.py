"""The errors about any token that doesn't fit: "expected identifier", "expected one of ..."."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import Final
from interpreter.syntax.ast import Attribute, Fragment, Token
from interpreter.syntax.explained import Explained, Splice, error, splice
from interpreter.syntax.lexer import RESERVED_KEYWORDS, STRICT_KEYWORDS
from interpreter.syntax.state import State
from interpreter.syntax.words import BINARY_OPERATORS, describe

_MACRO_BRACKETS: Final = {"MACRO_PAREN": "(", "MACRO_BRACKET": "[", "MACRO_BRACE": "{"}
_NAMED: Final = {"BINDER": "`for`", "IDENT": "identifier", "LIFETIME": "lifetime", "ATTR": "`#`"}
_NUMBERS: Final = ("INT", "FLOAT", "CHAR", "BYTE", "STR", "BYTE_STR", "true", "false")
_NEVER_LISTED: Final = frozenset((
    "INNER_ATTR", "MACRO_RULES", "PUB_IN", "UNION", "AUTO", "DEFAULT", "RAW", "IMPL_GENERIC", "EXTERN_BLOCK", "SAFE", "$crate",
    "TRY", "box", "macro", "yield", "INT", "FLOAT", "CHAR", "BYTE", "STR", "BYTE_STR", "C_STR", "$END",
))  # fmt: skip


def identifier(state: State) -> Explained:
    label = "expected identifier"
    if state.kind in STRICT_KEYWORDS:
        label += ", found keyword"
    elif state.kind in RESERVED_KEYWORDS:
        label += ", found reserved keyword"
    elif state.kind == "_":
        label += ", found reserved identifier"
    notes: tuple[str, ...] = ()
    if state.kind == "let" and "}" in state.viable:
        link = "see <https://doc.rust-lang.org/book/ch05-01-defining-structs.html> for more information"
        notes = ("the `let` keyword is not allowed in `struct` fields", link)
    labels = state.item_list() if "fn" in (state.prev_kind, state.kind) else state.typing()
    word = describe(state.found)
    if isinstance(state.found, Fragment):
        word = "metavariable"
        label += ", found metavariable"
    message = f"expected identifier, found {word}"
    at = state.prev.span if state.found is None and state.prev is not None else state.span
    return error(message, at, label, *labels, notes=notes, recovery=_instead_of_name(state))


def _is_variant(state: State) -> bool:
    """Whether the name of an enum's variant stands here (`parse_field_ident`)."""
    opening, index = state.bracket()
    before = state.values[max(index - 4, 0) : index]
    return opening is not None and opening.kind == "{" and any(isinstance(v, Token) and v.kind == "enum" for v in before)


def _instead_of_name(state: State) -> Splice | None:
    """A keyword is taken for an identifier; `let` (and `mut`) before a field is passed over."""
    keyword = state.kind in STRICT_KEYWORDS or state.kind in RESERVED_KEYWORDS or state.kind == "_"
    if state.kind == "," and state.prev_kind in (",", "{") and state.kinds[1:2] == ["IDENT"]:
        return splice(0, 1)
    if not keyword or _is_variant(state):
        return None
    after = state.prev_kind in ("{", ",", "pub", ")") or isinstance(state.prev, Attribute)
    visible = state.prev_kind in ("pub", ")") or state.machine.accepts("pub")
    names_field = after and state.machine.accepts("IDENT", ":") and visible
    if "IDENT" in state.viable and not names_field:
        return splice(0, 1, "IDENT")
    if state.kind == "let":
        return splice(0, 1 + (state.kinds[1:2] == ["mut"]))
    return None


def possible_tokens(state: State, *secondary: Label) -> Explained:
    """ "expected one of ..., found ..."."""
    viable = set(state.viable)
    names: set[str] = set()
    recovery: Splice | None = None
    after_cast = state.after_cast()
    if state.wants_operator:
        keep = {"(", "<"} if after_cast else {"("} if state.prev_kind == "IDENT" and state.after_dot() else set()
        viable -= (BINARY_OPERATORS | {"(", "["}) - keep
        if not after_cast:
            names.add("an operator")
        if ";" in viable and state.bracket()[0] is None and state.enclosing("let") is None:
            names.add("`}`")
    elif "@" in viable and state.prev_kind == "IDENT" and "%" not in viable:
        viable -= {"::", "(", "{", "!", "..", "..=", "...", "else"}
        if state.prev.span.text in STRICT_KEYWORDS or state.prev.span.text in RESERVED_KEYWORDS:
            viable.discard("@")  # It was taken for a name.
        if "," in viable and viable & {")", "]"} and ":" not in viable:
            names.add("`if`")
        if ":" in viable and not viable & {";", "=", "|"}:
            viable.add("|")
    if state.kind == "::" and len(viable) > 1:
        viable.discard("::")  # It begins generic arguments only.
    if {",", ">", ":", "="} <= viable and state.kind != "IDENT" and state.in_generic_args():
        if not state.kinds[1:2] or not (state.kinds[1] == "IDENT" or state.kinds[1].isalpha()):
            viable -= {":", "="}
        elif state.kind == ";":
            recovery = splice(0, 1, ",")
        if state.is_token(2, "&"):
            viable.discard("+")
    elif state.prev_kind == "LIFETIME" and viable == {"+", ",", ">"} and state.in_generic_args():
        viable.discard("+")
    elif viable == {",", ">"} and state.prev_kind in _NUMBERS and state.in_generic_args():
        viable |= {".", "?"}
        names.add("an operator")
    if viable == {"!", "(", "::", "<"}:
        # The path of a macro call between items.
        viable -= {"(", "<"}
    if isinstance(state.prev, Token) and state.prev_kind == ")" and not state.prev.text and isinstance(state.value(1), Token):
        if state.value(4) is None:
            viable.add("<")
    if "{" in viable and "where" in viable and state.enclosing("fn"):
        if not any(isinstance(value, Token) and value.kind == "trait" for value in state.values):
            viable.discard(";")
    if state.is_parameter() and ":" in viable and (viable == {":"} or {"(", "::", "{"} <= viable):
        viable |= {"|"} if viable == {":"} else {"|", "...", "..=", ".."}
    if {"LIFETIME", "?", "for"} <= viable and "dyn" not in viable and not state.wants_operator:
        viable -= {"LIFETIME", "IDENT", "self", "Self", "super", "crate", "::", "<"}
        names |= {"`!`", "`~`", "`async`", "lifetime", "path"}
        if state.enclosing("trait") is not None and state.enclosing("where", "<") is None:
            names.add("`=`")
    if {")", ",", "="} <= viable and not state.wants_operator:
        viable.discard("=")  # A field's default isn't told of.
    if {"where", "{", "+"} <= viable and state.enclosing("trait") is not None:
        names.add("`=`")
    if viable == {"!", "(", "::", ":", "<", "==", "="}:
        viable.add("+")  # What bounds could be told of.
    if state.viable >= {"<", ":", "="} and (state.is_token(2, "static") or state.is_token(2, "mut")):
        viable.discard("<")
    if state.prev_kind == "continue":
        viable.discard("LIFETIME")
    if state.prev_kind == "IDENT" and state.prev.text == "raw" and any(state.is_token(back, "&") for back in (2, 3)):
        viable |= {"const", "mut"}
    for kind in viable - _NEVER_LISTED:
        names.add(_NAMED.get(kind) or f"`{_MACRO_BRACKETS.get(kind, kind)}`")
    listed = sorted(names)
    found = describe(state.found)
    if len(listed) == 1:
        wanted = short = f"expected {listed[0]}"
    elif len(listed) == 2:
        wanted = short = f"expected one of {listed[0]} or {listed[1]}"
    else:
        wanted = short = f"expected one of {', '.join(listed[:-1])}, or {listed[-1]}"
        if len(listed) > 6:
            short = f"expected one of {len(listed)} possible tokens"
    if state.enclosing("match") is not None and "{" in viable and state.wants_operator:
        keyword = state.enclosing("match")
        assert keyword is not None
        secondary = (*secondary, Label(keyword.span, "while parsing this `match` expression"))
    labels = (*secondary, *state.typing(), *state.item_list())
    if state.kind in ("=", "->") and {"=>", "if"} <= state.viable:
        recovery = splice(0, 1, "=>")
    if state.next_line():
        labels = (Label(state.prev.span.shrink_to_hi(), short), *labels)
        short = "unexpected token"
    return error(f"{wanted}, found {found}", state.span, short, *labels, recovery=recovery)
