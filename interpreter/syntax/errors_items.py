"""What rustc says of items, their attributes and their fields that don't parse, and how it goes on (errors.py has the order)."""

from __future__ import annotations

import re
from itertools import pairwise

from interpreter.deferred import pattern
from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import Final
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Attribute, Delimited, Token
from interpreter.syntax.brackets import CLOSERS, closing_of, nesting
from interpreter.syntax.errors_tokens import identifier, possible_tokens
from interpreter.syntax.explained import Explained, Splice, error, splice
from interpreter.syntax.lexer import RESERVED_KEYWORDS, STRICT_KEYWORDS
from interpreter.syntax.state import State
from interpreter.syntax.words import describe

_ITEMS_NOTE: Final = "for a full list of items that can appear in modules, see <https://doc.rust-lang.org/reference/items.html>"
_NO_ITEM: Final = "no item"
"""What stands in the place of an item that has a doc comment, but isn't there; it fits nowhere."""
_VARIANTS_HELP: Final = (
    "enum variants can be `Variant`, `Variant = <integer>`, `Variant(Type, ..., TypeN)` or `Variant { fields: Types }`"
)


def attribute(state: State) -> Explained | None:
    """Attributes and doc comments in the wrong place, or before nothing."""
    if isinstance(state.found, Attribute):
        return _misplaced_attribute(state, state.found)
    if state.kind == "#" and "ATTR" in state.viable and len(state.following) > 1:
        after = state.following[1]
        span = after.open.span if isinstance(after, Delimited) else after.span
        return error(f"expected one of `!` or `[`, found {describe(after)}", span, "expected one of `!` or `[`")
    if isinstance(state.prev, Attribute) and state.kind in ("}", ""):
        if state.prev.is_doc_comment and ("|" not in state.viable or state.wants_expr):
            return _documents_nothing(state, state.prev)
        if state.wants_expr:
            return error("expected statement after outer attribute", state.prev.span, recovery=_attributes(state))
    if isinstance(state.prev, Attribute) and not state.prev.inner and {"fn", "type"} <= state.viable and not state.wants_expr:
        return _no_item(state, state.prev)
    return None


def _no_item(state: State, last: Attribute) -> Explained:
    """Attributes of an item that isn't there (`error_outer_attrs`)."""
    others = _last_attributes(state)[:-1]
    labels = (Label(others[0].span.to(others[-1].span), "other attributes here"),) if others else ()
    if last.is_doc_comment:
        return error("expected item after doc comment", last.span, "this doc comment doesn't document anything", *labels)
    return error("expected item after attributes", last.span, "", *labels)


def _misplaced_attribute(state: State, attr: Attribute) -> Explained | None:
    doc = attr.is_doc_comment
    if attr.inner and "ATTR" in state.viable:
        last = state.kinds[1:2] in ([], ["}"])
        documents = doc and "fn" in state.viable and not state.wants_expr and not state.is_item_list(state.bracket()[1])
        documents = documents or (doc and state.wants_expr)
        outer = splice(0, 1) if last and not documents else splice(0, 1, "ATTR")
        if isinstance(state.prev, Attribute) and not state.prev.inner:
            outer_one = "doc comment" if state.prev.is_doc_comment else "attribute"
            words = f"not permitted following an outer {outer_one}"
            return error(f"an inner attribute is {words}", attr.span, words, recovery=outer)
        if doc:
            text = "inner doc comments like this (starting with `//!` or `/*!`) can only appear before items"
            return error("expected outer doc comment", attr.span, notes=(text,), code="E0753", recovery=outer)
        notes = (
            "inner attributes, like `#![no_std]`, annotate the item enclosing them, and are usually found at the beginning"
            " of source files",
        )
        return error("an inner attribute is not permitted in this context", attr.span, notes=notes, recovery=outer)
    if "dyn" in state.viable and "INT" not in state.viable and state.prev_kind == ":" and state.enclosing("fn") is None:
        opening, index = state.bracket()
        if opening is not None and opening.kind == "(" and any(state.is_fn(i) for i in range(index)):
            what = "documentation comments" if doc else "attributes"
            label = "doc comments are not allowed here" if doc else "attributes are not allowed here"
            return error(f"{what} cannot be applied to a function parameter's type", attr.span, label, recovery=splice(0, 1))
    return None


def _last_attributes(state: State) -> list[Attribute]:
    """Those that were read last, in order."""
    attributes: list[Attribute] = []
    for value in reversed(state.values):
        group = value if isinstance(value, list) else [value]
        if not group or not all(isinstance(part, Attribute) for part in group):
            break
        attributes[:0] = group
    return attributes


def _attributes(state: State) -> Splice:
    """Pass over the attributes that were read last."""
    return splice(-len(_last_attributes(state)), 0)


def _documents_nothing(state: State, attr: Attribute) -> Explained:
    if "struct" in state.viable and not state.machine.accepts_associated() and not state.wants_expr:
        return error("expected item after doc comment", attr.span, "this doc comment doesn't document anything")
    code = "E0584" if "fn" in state.viable and not state.wants_expr else "E0585"
    helps: tuple[str, ...] = ("doc comments must come before what they document, if a comment was intended use `//`",)
    label = Label(attr.span, "this doc comment doesn't document anything" if code == "E0584" else "")
    _, index = state.bracket()
    before = [value for value in state.values[max(index - 4, 0) : index] if isinstance(value, Token)]
    keyword = next((token for token in before if token.kind in ("struct", "enum") or token.text == "union"), None)
    secondary: tuple[Label, ...] = ()
    name = next((token for token in reversed(before) if token.kind == "IDENT"), None)
    in_enum = False
    if name is not None and code == "E0585" and not state.wants_expr:
        in_enum = keyword is not None and keyword.kind == "enum"
        what = "enum" if in_enum else "union" if keyword is not None and keyword.text == "union" else "struct"
        secondary = (Label(name.span, f"while parsing this {what}"),)
        if in_enum:
            helps = (*helps, _VARIANTS_HELP)
    message = "found a documentation comment that doesn't document anything"
    recovery = None if in_enum else _attributes(state)
    return Explained(Diagnostic(code, message, (label,), secondary, helps=helps), recovery)


def missing_keyword(state: State) -> Explained | None:
    """`name(..) {`, `name { field: ..`: an item without the word that says which it is (`recover_missing_kw_before_item`)."""
    values = state.values
    public = state.prev_kind == "pub" and state.kind == "IDENT"
    here = public or (state.kind == "IDENT" and state.machine.accepts("SAFE", "struct"))
    index = len(values) if here else _item_name(state)
    if index is None or not _begins_item(state, index - public):
        return None
    name, kinds = (state.found, state.kinds[1:]) if here else (values[index], state.kinds)
    read = [value.kind if isinstance(value, Token) else "" for value in values[index + 1 :]]
    following = _opened(read, kinds) if read[:1] in (["("], ["<"]) else [*read, *kinds]
    generic = following[:1] == ["<"] and ">" in following
    if generic:
        following = following[following.index(">") + 1 :]
    missing = "fn or struct" if generic else ""
    if following[:1] == ["{"]:
        missing = "enum"
        if following[1:2] == ["}"]:
            missing = "enum or struct"
        elif ":" in following[2:4]:
            missing = "struct"
    elif following[:1] == ["("]:
        after = following[closing_of(following, 0) + 1 :][:1]
        missing = "fn or struct"
        if after in (["->"], ["{"]):
            missing = "method" if _METHOD.match(name.span.file.text, name.span.hi) else "fn"
        elif public and after == [";"]:
            missing = "struct"
    if not missing:
        return None
    words, what = _MISSING_ITEMS[missing]
    span = state.prev.span.to(name.span) if public else name.span
    return error(f"missing {words} for {what} definition", span)


_AFTER_PUB: Final = ("(", "async", "const", "default", "extern", "final", "fn", "safe", "unsafe")
_WORD: Final = re.compile(r"\s*(\w+|.)")
_METHOD: Final = re.compile(r"[^(]*\(\s*(&\s*)?('\w+\s+)?(mut\s+)?self\b")


def _item_name(state: State) -> int | None:
    """The index of a name on the stack with which an item begins, as far as can be told from the brackets after it."""
    for index in range(len(state.values) - 1, max(len(state.values) - 12, 0), -1):
        if isinstance(value := state.values[index], Token) and value.kind == "IDENT" and _begins_item(state, index):
            return index
    return None


def _opened(read: list[str], kinds: list[str]) -> list[str]:
    """The kinds of terminals from an opening bracket on, of which `read` are on the stack; what is in the brackets is left out
    where some of it was read."""
    closer = CLOSERS.get(read[0], ">")
    if closer in read:
        at = len(read) - 1 - read[::-1].index(closer)
        return [read[0], closer, *read[at + 1 :], *kinds]
    depth = 0
    for at, kind in enumerate(kinds):
        if not depth and kind == closer:
            return [read[0], *kinds[at:]]
        depth += nesting(kind)
    return []


_MISSING_ITEMS: Final = {
    "enum": ("`enum`", "enum"),
    "struct": ("`struct`", "struct"),
    "enum or struct": ("`enum` or `struct`", "enum or struct"),
    "fn": ("`fn`", "function"),
    "method": ("`fn`", "method"),
    "fn or struct": ("`fn` or `struct`", "function or struct"),
}


def _begins_item(state: State, index: int) -> bool:
    """Whether an item of a list, and no expression, could begin in the place of `values[index]`."""
    machine = state.machine
    return machine.accepted_after(index - 1, "static") and not machine.accepted_after(index - 1, "INT")


_ITEM_WORDS: Final = ("fn", "struct", "enum", "use", "type", "static", "const")
_FIRST_WORDS: Final = (
    "#", "async", "auto", "const", "default", "enum", "extern", "final", "fn", "gen", "impl", "macro_rules", "macro", "mod",
    "pub", "safe", "static", "struct", "trait", "type", "unsafe", "use",
)  # fmt: skip
_VISIBILITY_BEFORE: Final = pattern(r"\bpub\s*(\([^()]*\)\s*)?$")


def item(state: State) -> Explained | None:
    """Between items."""
    if state.viable == {"!", "(", "::", "<"} and state.prev_kind == "IDENT":
        # The path of a macro call.
        if state.prev.text in ("import", "using"):
            return error(f"expected item, found `{state.prev.text}`", state.prev.span, recovery=splice(-1, 0, "use"))
        keyword = state.prev.text.lower()
        before_fn = keyword in _FN_FRONT and state.kind in ("fn", "crate", "STR")
        if ((keyword in _ITEM_WORDS and state.kind == "IDENT") or before_fn) and keyword != state.prev.text:
            if _VISIBILITY_BEFORE.search(state.prev.span.file.text[: state.prev.span.lo]):
                message = f"expected item, found `{state.prev.text}`"
                return error(message, state.prev.span, "expected item", notes=(_ITEMS_NOTE,))
            message = f"keyword `{keyword}` is written in the wrong case"
            return error(message, state.prev.span, recovery=splice(-1, 0, keyword))
        if keyword in ("pub", "mod", "trait") and keyword != state.prev.text and not state.wants_expr:
            wanted = [f"`{word}`" for word in _FIRST_WORDS]
            if state.is_item_list(state.bracket()[1]):
                wanted.append("`}`")
            message = f"expected one of {', '.join(wanted[:-1])}, or {wanted[-1]}, found `{state.prev.text}`"
            return error(message, state.prev.span, f"expected one of {len(wanted)} possible tokens")
        if state.kind in ("INT", "FLOAT", "CHAR", "STR"):
            return error(f"expected item, found `{state.prev.text}`", state.prev.span, "expected item", notes=(_ITEMS_NOTE,))
    if state.prev_kind == "IDENT" and state.prev.text == "macro_rules" and state.kind == "IDENT":
        return error("expected `!` after `macro_rules`", state.prev.span)
    if state.is_token(1, "!") and isinstance(path := state.value(2), ast.Path) and path.span.text == "macro_rules":
        if state.kind in STRICT_KEYWORDS:
            return identifier(state)
    if state.kind == "!" and getattr(state.value(3), "text", "") == "macro_rules":
        return error("macro names aren't followed by a `!`", state.span)
    if state.viable == {";"} and isinstance(state.prev, Delimited) and (state.is_token(2, "!") or state.is_token(3, "!")):
        message = "macros that expand to items must be delimited with braces or followed by a semicolon"
        return error(message, state.prev.span, recovery=splice(0, 0, ";"))
    if "fn" not in state.viable or state.wants_expr:
        return None
    word = describe(state.found)
    in_list = state.machine.accepts_associated() or state.machine.accepts("SAFE", "struct")
    if "struct" in state.viable and "IDENT" in state.viable and not in_list:
        if state.kind == ";":
            return error("expected item, found `;`", state.span, recovery=splice(0, 1))
        label = "`let` cannot be used for global variables" if state.kind == "let" else "expected item"
        return error(f"expected item, found {word}", state.span, label, notes=(_ITEMS_NOTE,))
    if in_list and "IDENT" in state.viable and state.kind != "":
        if state.kind == "let":
            return error("non-item in item list", state.span, travels=False)
        return _non_item(state, state.span)
    return None


def _non_item(state: State, span: Span) -> Explained:
    opening, _ = state.bracket()
    closing = state.closing()
    labels = [Label(opening.span, "item list starts here")] if opening is not None else []
    if closing is not None:
        labels.append(Label(closing.span, "item list ends here"))
    return error("non-item in item list", span, "non-item starts here", *labels, travels=False)


_FN_FRONT: Final = ("const", "async", "unsafe", "extern")
_FIRST_QUALIFIERS: Final = {
    "const": "expected one of `async`, `extern`, `fn`, `safe`, or `unsafe`",
    "async": "expected one of `extern`, `fn`, `safe`, or `unsafe`",
    "unsafe": "expected one of `extern` or `fn`",
    "extern": "expected `fn`",
    "STR": "expected `fn`",
}


def qualifiers(state: State) -> Explained | None:
    """After `const`, `async`, `unsafe` and `extern "C"` (`parse_fn_front`)."""
    before = state.prev_kind
    if before not in _FIRST_QUALIFIERS or state.wants_expr:
        return None
    if before == "extern" and state.kind in ("INT", "FLOAT", "CHAR", "BYTE", "BYTE_STR"):
        return error("non-string ABI literal", state.span, recovery=splice(0, 1))
    if before == "STR" and not state.is_token(2, "extern"):
        return None
    wanted, found = _FIRST_QUALIFIERS[before], state.found
    if state.kind == "pub" and (before != "const" or "IDENT" in state.viable):
        return error(f"{wanted}, found keyword `pub`", state.span, wanted, *state.item_list())
    if "fn" not in state.viable:
        return None
    words = _qualifiers_read(state)
    if before == "async" and "{" in state.viable and len(words) == 1:
        wanted = "expected one of `move`, `use`, `{`, `|`, or `||`"
        return error(f"{wanted}, found {describe(found)}", state.span, wanted)
    if len(words) == 1 and ("{" in state.viable or before == "const"):
        return None
    for first, second in pairwise(words):
        if _FN_FRONT.index(second.kind) <= _FN_FRONT.index(first.kind):
            wanted = _FIRST_QUALIFIERS[first.kind]
            return error(f"{wanted}, found keyword `{second.kind}`", second.span, wanted, *state.item_list())
    if len(words) == 1 and state.kind == "IDENT" and state.found.text != (word := state.found.text.lower()) in ("fn", "extern"):
        return error(f"keyword `{word}` is written in the wrong case", state.span, recovery=splice(0, 1, word))
    if before in ("unsafe", "async") and len(words) == 1:
        if state.is_item_list(state.bracket()[1]):
            return _non_item(state, words[0].span)
        if (read := _visibility_read(state, 1)) > 0:
            span = state.value(read + 1).span.to(state.value(2).span)
            message = f"visibility `{span.text}` is not followed by an item"
            return error(message, span, "the visibility", recovery=splice(-read - 1, -1))
        message = f"expected item, found keyword `{before}`"
        return error(message, words[0].span, "expected item", notes=(_ITEMS_NOTE,))
    if before in ("extern", "STR") and len(words) == 1:
        if "async" in state.viable:  # No type.
            wanted = "expected one of `crate` or `{`" if before == "extern" else "expected `{`"
    return error(f"{wanted}, found {describe(found)}", state.span, wanted, *state.item_list())


def _qualifiers_read(state: State) -> list[Token]:
    """The words before a `fn` that were read last, in order."""
    words: list[Token] = []
    for value in reversed(state.values):
        group = value if isinstance(value, list) else [value]
        tokens = [part[0] if isinstance(part, tuple) and not isinstance(part, Token) else part for part in group]
        if tokens and all(isinstance(token, Token) and token.kind == "STR" for token in tokens):
            continue
        if not tokens or not all(isinstance(token, Token) and token.kind in _FN_FRONT for token in tokens):
            break
        words[:0] = tokens
    return words


def head(state: State) -> Explained | None:
    """The words before and after the name of an item."""
    if state.viable == {"::", ";", "as"} and state.kind == ":" and state.enclosing("use") is not None:
        return error("expected `::`, found `:`", state.span)
    if "for" in state.viable and state.kind == "IDENT" and state.enclosing("impl") is not None and state.enclosing("for") is None:
        gap = state.prev.span.shrink_to_hi().to(state.span.shrink_to_lo())
        return error("missing `for` in a trait impl", gap, recovery=splice(0, 0, "for"))
    if state.kind == "}" and {"->", "where", "{"} <= state.viable and (fn := state.enclosing("fn")) is not None:
        name = state.values[state.values.index(fn) + 1]
        bodies = not any(isinstance(value, Token) and value.kind in ("trait", "extern") for value in state.values)
        wanted = "expected one of `->`, `where`, or `{`" if bodies else "expected one of `->`, `;`, `where`, or `{`"
        within = Label(name.span, "while parsing this `fn`")
        return error(f"{wanted}, found `}}`", state.span, wanted, within, recovery=splice(0, 0, ";"))
    if state.is_token(2, "const") and state.prev_kind == "IDENT" and state.viable == {":"} and state.enclosing("<"):
        message = f"expected `:`, found {describe(state.found)}"
        recovery = splice(0, 0, ":", "FRAGMENT_TY") if state.kind in (">", ",") else None
        return error(message, state.span, "expected `:`", recovery=recovery)
    if state.kind == "=" and state.prev_kind == "LIFETIME" and state.viable == {",", ":", ">"}:
        end = next((i for i, kind in enumerate(state.kinds) if kind in (",", ">")), 0)
        if end > 1:
            default = state.span.to(state.following[end - 1].span)
            return error("unexpected default lifetime parameter", default, "lifetime parameters cannot have default values",
                         recovery=splice(0, end))
    untyped = state.prev_kind == "IDENT" and state.viable <= {":", ";", "=", "<", "where"} and ":" in state.viable
    if untyped and state.enclosing("<") is None and (words := _global_words(state)):
        after = state.prev.span.shrink_to_hi()
        missing = Diagnostic(None, f"missing type for `{words}` item", (Label(after),))
        return possible_tokens(state)._replace(also=(missing,))
    if state.prev_kind == "const" and "IDENT" in state.viable and state.kind == "mut":
        return error("const globals cannot be mutable", state.span, "cannot be mutable", recovery=splice(0, 1))
    if state.prev_kind == ":" and state.kind in ("=", ";") and "dyn" in state.viable:
        named = next((back for back in (2, 3) if state.is_token(back, "IDENT", "_")), 0)
        what = next((word for word in ("const", "static") if any(state.is_token(named + n, word) for n in (1, 2))), None)
        if named and what is not None and state.enclosing("<") is None:
            after = state.prev.span.shrink_to_hi()
            mutable = " mut" if what == "static" and state.is_token(3, "mut") else ""
            return error(f"missing type for `{what}{mutable}` item", after, recovery=splice(0, 0, "FRAGMENT_TY"))
    if state.prev_kind == "enum" and state.kind == "struct":
        recovery = splice(0, 1) if state.kinds[1:2] == ["IDENT"] else None
        return error("`enum` and `struct` are mutually exclusive", state.prev.span.to(state.span), recovery=recovery)
    if state.prev_kind == "const" and state.kind == "let" and "IDENT" in state.viable:
        both = state.prev.span.to(state.span)
        return error("`const` and `let` are mutually exclusive", both, recovery=splice(0, 1))
    if state.is_token(2, "let") and state.prev_kind == "const" and state.kind == "IDENT":
        both = state.value(2).span.to(state.prev.span)
        return error("`const` and `let` are mutually exclusive", both, recovery=splice(-1, 0))
    if state.kind == "where" and state.enclosing("where") is not None and "+" in state.viable and len(state.following) > 1:
        message = "cannot define duplicate `where` clauses on an item"
        first = state.enclosing("where")
        assert first is not None
        begins = _WORD.match(first.span.file.text, first.span.hi)
        assert begins is not None
        before = Label(first.span._replace(lo=begins.start(1), hi=begins.end(1)), "previous `where` clause starts here")
        return error(message, state.following[1].span, "", before, recovery=splice(0, 1, ","))
    if state.prev_kind == "for" and state.viable == {"<"}:
        before = state.value(3) if isinstance(state.value(2), ast.Generics) else state.value(2)
        if isinstance(before, Token) and before.kind == "impl":
            start = state.value(2).span.shrink_to_hi()
            return error("missing trait in a trait impl", start.to(state.prev.span.shrink_to_lo()))
    if state.kind == ";" and state.machine.accepts_associated("{") and not state.wants_operator:
        return error("expected `{}`, found `;`", state.span, recovery=splice(0, 1, "{", "}"))
    return None


def _global_words(state: State) -> str:
    """The words before the name that was read last, if it is that of a constant or static."""
    if state.is_token(2, "mut") and state.is_token(3, "static"):
        return "static mut"
    return "const" if state.is_token(2, "const") else "static" if state.is_token(2, "static") else ""


def _second_visibility(state: State, expected: tuple[str, ...]) -> Explained:
    words = ", ".join(f"`{word}`" for word in expected)
    message = f"expected one of {words}, or `use`, found keyword `pub`"
    return error(message, state.span, f"expected one of {len(expected) + 1} possible tokens", *state.item_list())


_SELF: Final = pattern(r"\s*(&\s*('\w+\s+)?)?(mut\s+)?self$").match


def receiver(state: State) -> Explained | None:
    """After the `self` of a method that is its first parameter (`parse_self_param`)."""
    opening, index = state.bracket()
    if state.prev_kind != "self" or opening is None or opening.kind != "(" or state.kind in ("::", ""):
        return None
    text = opening.span.file.text[opening.span.hi : state.prev.span.hi]
    if not any(state.is_fn(i) for i in range(max(index - 4, 0), index)) or not _SELF(text):
        return None
    by_reference = text.lstrip().startswith("&")
    if by_reference and state.kind == ":":
        end = next((at for at, kind in enumerate(state.kinds) if at and kind in (",", ")")), 1)
        if end > 1:
            ty = state.following[1].span.to(state.following[end - 1].span)
            return error("type not allowed for shorthand `self` parameter", ty, recovery=splice(0, end))
    wanted = "expected one of `)` or `,`" if by_reference else "expected one of `)`, `,`, or `:`"
    return error(f"{wanted}, found {describe(state.found)}", state.span, wanted)


def function(state: State) -> Explained | None:
    if state.kind == "pub" and state.prev_kind == ")" and {"fn", "use", "async"} <= state.viable and not state.wants_expr:
        return _second_visibility(state, _AFTER_PUB[1:])
    if state.kind == "*" and "self" in state.viable and "..." in state.viable:
        length = 1 + (state.kinds[1:2] in (["mut"], ["const"]))
        if state.kinds[length : length + 1] == ["self"]:
            message = "cannot pass `self` by raw pointer"
            return error(message, state.following[length].span, message, recovery=splice(0, length))
    named = state.prev_kind == "IDENT" and state.is_token(2, "fn")
    if named and state.kind == "::":
        return error("invalid path separator in function definition", state.span, recovery=splice(0, 1))
    if (named or (state.is_token(3, "fn") and isinstance(state.value(1), ast.Generics))) and state.kind != "for":
        return error(
            "missing parameters for function definition", state.prev.span.shrink_to_hi(), recovery=splice(0, 0, "(", ")")
        )
    if state.prev_kind == "fn" and state.viable == {"("} and state.kind != "<":
        gap = state.prev.span.shrink_to_hi()
        return error("missing parameters for function definition", gap, recovery=splice(0, 0, "(", ")"))
    if state.prev_kind == ">" and state.viable == {"("} and state.names_function():
        gap = state.prev.span.shrink_to_hi()
        return error("missing parameters for function definition", gap, recovery=splice(0, 0, "(", ")"))
    if state.prev_kind == "pub" and state.kind == "(" and "IDENT" in state.viable and "dyn" not in state.viable:
        if state.kinds[1:2] not in ([], [")"]) and ")" in state.kinds:
            return _bad_restriction(state)
    if state.kind == "=" and {")", ","} <= state.viable and state.is_parameter():
        end = 1 + state.expression_length(1)
        default = state.span.to(state.following[end - 1].span)
        return error("parameter defaults are not supported", default, recovery=splice(0, end))
    if state.prev_kind == "pub" and "fn" in state.viable:
        after = state.following[1] if len(state.following) > 1 else None
        if state.kind == "pub":
            return _second_visibility(state, _AFTER_PUB)
        if state.kind == "(" and isinstance(after, Token) and after.kind == ")":
            return error("expected identifier, found `)`", after.span, "expected identifier")
        if state.kind == "(" and after is not None:
            return _bad_restriction(state)
    if "fn" in state.viable and "struct" in state.viable and (read := _visibility_read(state)) > 0:
        before = state.value(read + 1)
        before = before[-1] if isinstance(before, list) and before else before
        documented = isinstance(before, Attribute) and before.is_doc_comment
        recovery = splice(-read, 0, _NO_ITEM) if documented else splice(-read, 0)
        span = state.value(read).span.to(state.prev.span)
        if span.text == "default":
            note = "only associated `fn`, `const`, and `type` items can be `default`"
            message, label = "`default` is not followed by an item", "the `default` qualifier"
            return error(message, span, label, notes=(note,), recovery=recovery)
        message = f"visibility `{span.text}` is not followed by an item"
        return error(message, span, "the visibility", recovery=recovery)
    returns = state.kind in (":", "=>") if "where" in state.viable else state.kind == "=>" and state.wants_expr
    if "->" in state.viable and returns:
        return error("return types are denoted using `->`", state.span, recovery=splice(0, 1, "->"))
    if "self" in state.viable and "..." in state.viable and "ref" in state.viable and not state.machine.accepts(":"):
        if state.kind not in STRICT_KEYWORDS and state.kind not in RESERVED_KEYWORDS:
            return error(f"expected parameter name, found {describe(state.found)}", state.span, "expected parameter name")
    return None


def _bad_restriction(state: State) -> Explained:
    """`pub(path)`"""
    end = state.kinds.index(")")
    path = state.following[1].span.to(state.following[end - 1].span)
    return error("incorrect visibility restriction", path, code="E0704", recovery=splice(0, end + 1))


def _visibility_read(state: State, words: int = 0) -> int:
    """How many terminals the visibility has (or the word `default`) that was read last, before so many words."""
    for length in (1, 4, 5):
        start = state.value(words + length)
        if isinstance(start, ast.Visibility):
            return start.span.text.count("(") * 3 + 1
        if isinstance(start, Token) and (start.kind == "pub" or (start.text == "default" and length == 1)):
            return length
    return 0


def _end_of_item(kinds: list[str]) -> int:
    """How many terminals a struct or enum has, with a `,` after it."""
    end = 0
    while kinds[end] not in (";", "{", "}"):
        end = closing_of(kinds, end) + 1 if kinds[end] == "(" else end + 1
    end = closing_of(kinds, end) + 1 if kinds[end] == "{" else end + (kinds[end] == ";")
    return end + (kinds[end] == ",")


def data(state: State) -> Explained | None:
    """Structs, enums and their literals."""
    word = describe(state.found)
    if state.viable == {"<", "where", "{"} and getattr(state.value(2), "text", "") == "union":
        wanted = "expected `where` or `{` after union name"
        return error(f"{wanted}, found {word}", state.span, wanted)
    if {"where", "{", "(", ";"} <= state.viable and state.enclosing("struct") is not None:
        wanted = "expected `where`, `{`, `(`, or `;` after struct name"
        return error(f"{wanted}, found {word}", state.span, wanted)
    if state.viable <= {"<", "where", "{"} and (enum := state.enclosing("enum")) is not None:
        name = state.values[state.values.index(enum) + 1]
        return possible_tokens(state, Label(name.span, "while parsing this enum"))
    opening, index = state.bracket()
    if opening is None or opening.kind != "{" or index < 1:
        return None
    before = [value for value in state.values[max(index - 4, 0) : index] if isinstance(value, Token)]
    keyword = next((token for token in before if token.kind in ("struct", "enum")), None)
    name = next((token for token in before if token.kind == "IDENT"), None)
    owner = state.values[index - 1]
    fields_end = {",", "}"} <= state.viable and not state.wants_expr and ":" not in state.viable
    if fields_end and state.prev_kind not in ("dyn", "impl") and state.kind not in (";", "") and not state.wants_operator:
        if state.machine.accepted_after(index, "pub", "IDENT", ":"):
            recovery = splice(0, 0, ",") if state.kind == "IDENT" else None
            return error(f"expected `,`, or `}}`, found {word}", state.prev.span.shrink_to_hi(), recovery=recovery)
    if isinstance(owner, ast.Path) and state.machine.accepted_after(index, "ref"):
        within = Label(owner.span, "while parsing the fields for this pattern")
        if state.kind == "..." and ".." in state.viable:
            return error("expected field pattern, found `...`", state.span, recovery=splice(0, 1, ".."))
        if "," in state.viable and "}" in state.viable and "ref" not in state.viable:
            return error("expected `,`", state.span, "", within)
        return None
    if keyword is not None and name is not None:
        within = Label(name.span, f"while parsing this {keyword.kind}")
        if keyword.kind == "struct" and "," in state.viable and "}" in state.viable and not state.wants_expr:
            if state.kind == ";":
                return error("struct fields are separated by `,`", state.span, "", within, recovery=splice(0, 1, ","))
        if state.kind in ("struct", "enum") and "IDENT" in state.viable and state.kinds[1:2] == ["IDENT"]:
            message = f"`{state.kind}` definition cannot be nested inside `{keyword.kind}`"
            return error(message, state.span, recovery=splice(0, _end_of_item(state.kinds)))
        if state.viable == {":"}:
            return error(f"expected `:`, found {word}", state.span, "expected `:`", within)
        public = _visibility_read(state)
        begins = "}" in state.viable or (public > 0 and "IDENT" in state.viable)
        if state.kind == "fn" and begins and state.kinds[1:2] == ["IDENT"] and state.kinds[2:3] in (["("], ["<"]):
            first: Span = state.value(public).span if public else state.span
            end = _end_of_item(state.kinds)
            whole = first.to(state.following[end - 1 - (state.kinds[end - 1] == ",")].span)
            return error(f"functions are not allowed in {keyword.kind} definitions", whole, "", within)
    elif isinstance(owner, ast.Path) and state.viable == {":"} and state.prev_kind == "INT":
        within = Label(owner.span, "while parsing this struct")
        message = f"expected identifier, found {describe(state.prev)}"
        return error(message, state.prev.span, "expected identifier", within)
    elif isinstance(owner, ast.Path) and "," in state.viable and "}" in state.viable:
        if state.kind == "=" and state.prev_kind == "IDENT":
            return error("expected `:`, found `=`", state.span, recovery=splice(0, 1, ":"))
        within = Label(owner.span, "while parsing this struct")
        if state.wants_operator:
            return possible_tokens(state, within)
    return None
