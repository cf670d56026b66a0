"""Tokens to token trees, and token trees to the terminals of the grammar.

`token_trees` pairs the brackets of a file (with rustc's errors for those that do not pair). `flatten` turns trees, which may
hold the `Fragment`s of a macro expansion, into what the LALR parser reads: a list of terminals and one of their values. It
looks around each token where the grammar would need more than one token of look-ahead: attributes and the arguments of macro
calls become one terminal each, and the contextual words (`union`, `auto`, `default`, `raw`, `macro_rules`) keywords where they
are such.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic
from interpreter.hints import Final
from interpreter.records import replace
from interpreter.source import SourceFile, Span
from interpreter.syntax.ast import Attribute, Delimited, Fragment, Token, TokenTree
from interpreter.syntax.attributes import PATH_KEYWORDS, attribute_errors, with_literals
from interpreter.syntax.brackets import CLOSERS
from interpreter.syntax.delimiters import bad_delimiters
from interpreter.syntax.lexer import RESERVED_KEYWORDS, STRICT_KEYWORDS

_MACRO_KINDS: Final = {"(": "MACRO_PAREN", "[": "MACRO_BRACKET", "{": "MACRO_BRACE"}
_FRAGMENT_KINDS: Final = {
    "expr": "FRAGMENT_EXPR", "ty": "FRAGMENT_TY", "pat": "FRAGMENT_PAT", "stmt": "FRAGMENT_STMT", "block": "FRAGMENT_BLOCK",
    "item": "FRAGMENT_ITEM", "path": "FRAGMENT_PATH", "literal": "FRAGMENT_LITERAL", "vis": "FRAGMENT_VIS",
}  # fmt: skip
_LOOK_AHEAD: Final = frozenset(("#", "pub", "impl", "extern", "for", "try", *PATH_KEYWORDS))
_CONTEXTUAL: Final = frozenset(("union", "auto", "default", "raw", "macro_rules", "safe"))
_DEFAULT_BEFORE: Final = frozenset((
    "fn", "impl", "type", "const", "unsafe", "async", "extern", "struct", "enum", "trait", "mod", "use", "static", "pub",
))  # fmt: skip
_DEFAULT_BEFORE_WORDS: Final = frozenset(("union", "macro_rules", "auto", "default", "safe"))


def token_trees(file: SourceFile, tokens: list[Token]) -> tuple[list[TokenTree], list[Diagnostic]]:
    """The trees of a file's tokens. With diagnostics, the brackets do not pair and the trees are not to be used."""
    trees: list[TokenTree] = []
    stack: list[tuple[Token, list[TokenTree]]] = []
    append = trees.append
    for token in tokens:
        kind = token[0]
        if kind in "([{" and len(kind) == 1:
            stack.append((token, trees))
            trees = []
            append = trees.append
        elif kind in ")]}" and len(kind) == 1:
            if not stack or CLOSERS[stack[-1][0][0]] != kind:
                return [], bad_delimiters(file, tokens)
            opening, outer = stack.pop()
            span = Span(opening[2].file, opening[2].lo, token[2].hi, opening[2].call_site)
            outer.append(Delimited(opening[0], opening, token, trees, span))
            trees = outer
            append = trees.append
        elif kind == "DOC" or kind == "INNER_DOC":
            trees += _desugar_doc(token)
        else:
            append(token)
    if stack:
        return [], bad_delimiters(file, tokens)
    return trees, []


def _desugar_doc(comment: Token) -> list[TokenTree]:
    """`/// text` as `#[doc = "text"]`, all tokens of which stand where the comment does."""
    text, span = comment.text, comment.span
    body = text[3:-2] if text.startswith("/*") else text[3:]

    def token(kind: str, text: str) -> Token:
        return Token(kind, text, span)

    literal = '"' + body.replace("\\", "\\\\").replace('"', '\\"') + '"'
    inside: list[TokenTree] = [token("IDENT", "doc"), token("=", "="), token("STR", literal)]
    bang: list[TokenTree] = [token("!", "!")] if comment.kind == "INNER_DOC" else []
    return [token("#", "#"), *bang, Delimited("[", token("[", "["), token("]", "]"), inside, span)]


def is_doc_comment(tree: TokenTree) -> bool:
    """Whether a `#` is the first token of what a doc comment stands for."""
    return type(tree) is Token and tree[0] == "#" and not tree[2].file.text.startswith("#", tree[2].lo)


class Stream:
    """The terminals and their values: tokens, `Attribute`s, the `Delimited` arguments of macros and `Fragment`s.

    An attribute that is wrong in itself is a `BAD_ATTR`, which fits nowhere, if rustc's parser doesn't go on from it; what it
    says about it and about those that it goes on from is in `attribute_errors`.
    """

    __slots__ = ("attribute_errors", "kinds", "values")

    def __init__(self) -> None:
        self.kinds: list[str] = []
        self.values: list[object] = []
        self.attribute_errors: dict[Attribute, list[Diagnostic]] = {}

    def add(self, trees: list[TokenTree], start: int = 0, stop: int | None = None) -> int:
        """Append the terminals of `trees[start:stop]`; gives the index of the first tree that was not taken.

        That may be one or two beyond `stop`, as an attribute's trees are taken together.
        """
        kinds, values = self.kinds, self.values
        work: list[tuple[list[TokenTree], int, int, Token | None]] = []
        i, end, close = start, len(trees) if stop is None else stop, None
        while True:
            while i < end:
                tree = trees[i]
                i += 1
                if type(tree) is Token:
                    kind = tree[0]
                    if kind == "IDENT":
                        if tree[1] in _CONTEXTUAL:
                            kind = _contextual(trees, i, tree[1])
                    elif kind in _LOOK_AHEAD:
                        kind, value, i = _look_ahead(trees, i, tree)
                        if type(value) is Attribute and not tree[2].file.is_std:
                            kind = self._checked(kind, value, trees[i - 1])
                        kinds.append(kind)
                        values.append(value)
                        continue
                    kinds.append(kind)
                    values.append(tree)
                elif type(tree) is Delimited:
                    if _is_macro_argument(trees, i - 1):
                        kinds.append(_MACRO_KINDS[tree.delim])
                        values.append(tree)
                        continue
                    work.append((trees, i, end, close))
                    trees, i, end, close = tree.trees, 0, len(tree.trees), None
                    if tree.delim:
                        kinds.append(tree.delim)
                        values.append(tree.open)
                        close = tree.close
                else:
                    assert isinstance(tree, Fragment)
                    kinds.append(_FRAGMENT_KINDS[tree.kind])
                    values.append(tree)
            if close is not None:
                kinds.append(close[0])
                values.append(close)
            if not work:
                return i
            trees, i, end, close = work.pop()

    def move(self, at: int, to: int) -> None:
        """Put terminal `at` before terminal `to`, which comes earlier."""
        self.kinds.insert(to, self.kinds.pop(at))
        self.values.insert(to, self.values.pop(at))

    def split(self, at: int, first: Token, second: Token) -> None:
        """Put the two tokens that terminal `at` stands for in its place."""
        self.kinds[at : at + 1] = [first.kind, second.kind]
        self.values[at : at + 1] = [first, second]

    def _checked(self, kind: str, attr: Attribute, group: TokenTree) -> str:
        """The terminal for an attribute, the `[..]` of which is `group`."""
        assert isinstance(group, Delimited)
        errors, usable = attribute_errors(group)
        if errors:
            self.attribute_errors[attr] = errors
            if usable and attr.name in ("cfg", "cfg_attr"):
                attr.name, attr.args = "", []
            elif usable and attr.args and isinstance(attr.args[0], Delimited):
                attr.args = [replace(attr.args[0], trees=[])]
        return kind if usable else "BAD_ATTR"


def _kind(trees: list[TokenTree], index: int) -> str:
    """The kind of the token at an index; the bracket of a group; "" beyond the end."""
    if not 0 <= index < len(trees):
        return ""
    tree = trees[index]
    if isinstance(tree, Delimited):
        return tree.delim
    return tree.kind


def _is_macro_argument(trees: list[TokenTree], index: int) -> bool:
    """Whether the group at `index` follows `name !` or `macro_rules ! name`."""
    if index < 2:
        return False
    before = trees[index - 1]
    if _kind(trees, index - 2) == "macro" and _kind(trees, index - 1) == "IDENT":
        return True
    if type(before) is not Token:
        return _kind(trees, index - 3) == "macro" and _kind(trees, index - 2) == "IDENT"
    if before[0] == "!":
        name = trees[index - 2]
        return (type(name) is Token and name[0] == "IDENT") or (type(name) is Fragment and name.kind == "path")
    if before[0] == "IDENT" and index >= 3 and _kind(trees, index - 2) == "!":
        word = trees[index - 3]
        return type(word) is Token and word[1] == "macro_rules"
    return False


def _contextual(trees: list[TokenTree], following: int, word: str) -> str:
    """The terminal for a word that is a keyword in some places; `following` is the index of the next tree."""
    after = _kind(trees, following)
    if word == "union" and after == "IDENT":
        return "UNION"
    if word == "auto" and after == "trait":
        return "AUTO"
    if word == "default" and (after in _DEFAULT_BEFORE or (after == "IDENT" and _begins_item(trees, following))):
        return "DEFAULT"
    if word == "raw" and after in ("const", "mut") and _kind(trees, following - 2) in ("&", "&&"):
        return "RAW"
    if word == "safe" and after in ("fn", "static", "extern"):
        return "SAFE"
    if word == "macro_rules" and after == "!" and _kind(trees, following + 1) == "IDENT":
        return "MACRO_RULES"
    return "IDENT"


def _begins_item(trees: list[TokenTree], at: int) -> bool:
    """Whether the name there is a word that an item begins with."""
    tree = trees[at]
    return isinstance(tree, Token) and tree.text in _DEFAULT_BEFORE_WORDS


def _look_ahead(trees: list[TokenTree], following: int, token: Token) -> tuple[str, object, int]:
    """The terminal, its value and the index of the tree after it, for the tokens in `_LOOK_AHEAD`."""
    kind = token.kind
    after = _kind(trees, following)
    if kind == "#":
        inner = after == "!"
        at = following + inner
        group = trees[at] if at < len(trees) else None
        if isinstance(group, Delimited) and group.delim == "[":
            return "INNER_ATTR" if inner else "ATTR", make_attribute(token, group, inner), at + 1
    elif kind == "pub":
        group = trees[following] if after == "(" else None
        if isinstance(group, Delimited):
            word = _kind(group.trees, 0)
            if word == "in" or (word in ("crate", "self", "super") and len(group.trees) == 1):
                return "PUB_IN", token, following
    elif kind == "try":
        return "TRY" if after == "{" else kind, token, following
    elif kind == "impl":
        if _generics_follow(trees, following):
            return "IMPL_GENERIC", token, following
    elif kind == "for":
        return "BINDER" if _generics_follow(trees, following) else kind, token, following
    elif kind in PATH_KEYWORDS:
        # A field or method may be called so, as far as syntax goes.
        if _kind(trees, following - 2) == ".":
            return "IDENT", token._replace(kind="IDENT"), following
    elif kind == "extern":
        at = following + (after in ("STR", "INT", "FLOAT", "CHAR", "BYTE", "BYTE_STR"))
        group = trees[at] if at < len(trees) else None
        if isinstance(group, Delimited) and group.delim == "{":
            return "EXTERN_BLOCK", token, following
    return kind, token, following


def _generics_follow(trees: list[TokenTree], at: int) -> bool:
    """Whether `<` begins generic parameters, and no qualified path (`choose_generics_over_qpath`)."""
    if _kind(trees, at) != "<":
        return False
    first, after = _kind(trees, at + 1), _kind(trees, at + 2)
    if first in ("LIFETIME", "IDENT") or (first in STRICT_KEYWORDS and first != "const"):
        return after in (">", ",", ":", "=", ">>", "->", ">=")
    return first in ("#", ">", "const", ">=")


def make_attribute(pound: Token, group: Delimited, inner: bool) -> Attribute:
    """`#[path args]` (Reference: Attributes)."""
    trees = with_literals(group.trees)
    span = pound.span.to(group.span)
    if trees and isinstance(trees[0], Fragment):
        name, args = split_meta([*_meta_trees(trees[0]), *trees[1:]])
    else:
        name, args = split_meta(trees)
    return Attribute(span=span, name=name, args=args, inner=inner)


def _meta_trees(fragment: Fragment) -> list[TokenTree]:
    node = fragment.node
    return list(node) if isinstance(node, list) else []


def split_meta(trees: list[TokenTree]) -> tuple[str, list[TokenTree]]:
    """The path of an attribute as text, and the trees after it."""
    at = 0
    parts: list[str] = []
    while at < len(trees):
        tree = trees[at]
        if (
            not isinstance(tree, Token)
            or tree.kind in ("=", ",")
            or not (tree.kind == "::" or tree.text[:1].isalpha() or tree.text[:1] == "_")
        ):
            break
        reserved = tree.kind in STRICT_KEYWORDS or tree.kind in RESERVED_KEYWORDS
        parts.append(f"r#{tree.text}" if reserved and tree.kind not in (*PATH_KEYWORDS, "unsafe", "true", "false") else tree.text)
        at += 1
    return "".join(parts), trees[at:]
