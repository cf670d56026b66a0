"""Macro fragments: the prefix of a list of token trees that is an expression, a type, a pattern, ... (Reference: Metavariables).

`may_begin` is the look at one tree by which a macro's rule is taken or passed over; `parse_fragment` then commits to it: what
does not parse is an error of the program, and no other rule is tried (rustc_parse::parser::nonterminal).
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import Final
from interpreter.records import replace
from interpreter.source import Span
from interpreter.syntax.ast import Delimited, Fragment, Token, TokenTree, Visibility, VisKind
from interpreter.syntax.build import Builder
from interpreter.syntax.lexer import RESERVED_KEYWORDS, STRICT_KEYWORDS
from interpreter.syntax.parser import Machine, ParseError, explain
from interpreter.syntax.stream import Stream
from interpreter.syntax.words import describe

FRAGMENT_KINDS: Final = frozenset((
    "ident", "block", "stmt", "expr", "expr_2021", "pat", "pat_param", "ty", "lifetime", "literal", "path", "meta", "tt",
    "item", "vis",
))  # fmt: skip
_STARTS: Final = {
    "expr": "expression", "expr_2021": "expression", "ty": "ty", "pat": "pattern", "pat_param": "pattern_param",
    "stmt": "statement",
    "block": "block_only", "item": "item_only", "path": "path_only", "vis": "vis_only",
}  # fmt: skip
_NODE_KINDS: Final = {"expr_2021": "expr", "pat_param": "pat"}
_LITERALS: Final = frozenset(("INT", "FLOAT", "CHAR", "BYTE", "STR", "BYTE_STR", "C_STR", "true", "false"))
_KEYWORDS: Final = STRICT_KEYWORDS | RESERVED_KEYWORDS
_PATH_WORDS: Final = frozenset(("self", "Self", "super", "crate", "$crate"))
_EXPR_WORDS: Final = _PATH_WORDS | frozenset(
    [
        "async",
        "break",
        "const",
        "continue",
        "false",
        "for",
        "if",
        "let",
        "loop",
        "match",
        "move",
        "return",
        "true",
        "unsafe",
        "while",
        "do",
        "box",
        "yield",
        "static",
        "try",
    ]
)
_EXPR_PUNCT: Final = (
    frozenset(["!", "-", "*", "|", "||", "&", "&&", "..", "...", "..=", "<", "<<", "::", "LIFETIME", "#"]) | _LITERALS
)
_TYPE_WORDS: Final = _PATH_WORDS | frozenset(["_", "for", "impl", "fn", "unsafe", "extern", "typeof", "dyn"])
_TYPE_PUNCT: Final = frozenset(["!", "*", "&", "&&", "?", "LIFETIME", "<", "<<", "::"])
_PAT_PUNCT: Final = frozenset(["&", "&&", "-", "..", "...", "..=", "::", "<", "<<"]) | _LITERALS


def is_ident(tree: TokenTree) -> bool:
    """Whether a tree is a name or keyword, as `$x:ident` takes it (so not `_`)."""
    return type(tree) is Token and (tree[0] == "IDENT" or tree[0] in _KEYWORDS)


def may_begin(kind: str, tree: TokenTree | None, edition: int) -> bool:
    """Whether a `$x:kind` could begin with this tree (None: the end of the tokens)."""
    if tree is None:
        return kind == "vis"
    if kind == "tt" or kind == "item" or kind == "stmt":
        return True
    if isinstance(tree, Fragment):
        return _fragment_may_begin(kind, tree.kind)
    word = tree.delim if isinstance(tree, Delimited) else tree.kind
    if kind == "ident":
        return is_ident(tree)
    if kind == "lifetime":
        return word == "LIFETIME"
    if kind == "literal":
        return word in _LITERALS or word == "-"
    if kind == "block":
        return word == "{"
    if kind == "expr" or kind == "expr_2021":
        if word == "let" or (word in ("_", "const") and (kind == "expr_2021" or edition < 2024)):
            return False
        return word in ("IDENT", "(", "[", "{", "_") or word in _EXPR_WORDS or word in _EXPR_PUNCT
    if kind == "ty":
        return word in ("IDENT", "(", "[") or word in _TYPE_WORDS or word in _TYPE_PUNCT
    if kind == "pat" or kind == "pat_param":
        return word in ("IDENT", "(", "[", "_") or word in _KEYWORDS or word in _PAT_PUNCT or (word == "|" and kind == "pat")
    if kind == "path" or kind == "meta":
        return word == "::" or word == "$crate" or is_ident(tree) or (word == "<" and kind == "path")
    assert kind == "vis", kind
    return word in (",", "IDENT", "(", "[") or word in _KEYWORDS or word in _TYPE_WORDS or word in _TYPE_PUNCT


def _fragment_may_begin(kind: str, have: str) -> bool:
    if kind == have or _NODE_KINDS.get(kind) == have:
        return True
    if kind in ("expr", "expr_2021"):
        return have in ("literal", "path", "block", "ty")
    if kind == "ty":
        return have == "path"
    if kind in ("pat", "pat_param"):
        return have in ("literal", "path", "expr")
    if kind == "literal":
        return have == "expr"
    if kind == "path":
        return have == "ty"
    return kind == "vis"


def parse_fragment(kind: str, trees: list[TokenTree], at: int, edition: int, end: Span) -> tuple[TokenTree, list[TokenTree], int]:
    """What a `$x:kind` takes of `trees` from `at` on, as one tree; and the list and index to go on from.

    The list is another one when a token was split (`>>` of which a type took one half). `end` is where an error at the end
    points.

    Raises: `ParseError`.
    """
    if kind in ("tt", "ident", "lifetime"):
        return trees[at], trees, at + 1
    first = trees[at] if at < len(trees) else None
    if isinstance(first, Fragment) and (first.kind == kind or first.kind == _NODE_KINDS.get(kind)) and kind not in _STARTS:
        return first, trees, at + 1
    if kind == "literal":
        return _literal(trees, at, edition, end)
    if kind == "meta":
        return _meta(trees, at, edition, end)
    return _prefix(kind, trees, at, edition, end)


def _prefix(kind: str, trees: list[TokenTree], begin: int, edition: int, end: Span) -> tuple[TokenTree, list[TokenTree], int]:
    builder = Builder(edition)
    machine = Machine(_STARTS[kind], builder)
    stream = Stream()
    at, rest = begin, trees
    while at < len(trees):
        fed = len(stream.kinds)
        following = stream.add(trees, at, at + 1)
        reached = machine.feed(stream.kinds, stream.values, fed)
        if reached < len(stream.kinds):
            split = machine.split_rest
            if reached != fed or not machine.finish():
                raise ParseError(_worded(explain(machine, stream, reached, end).diagnostic))
            if split is not None:
                rest, at = [*trees[:begin], split, *trees[at + 1 :]], begin
            break
        at = following
    else:
        if not machine.finish():
            raise ParseError(_worded(explain(machine, stream, len(stream.kinds), end).diagnostic))
    node = machine.values[0]
    diagnostics = builder.finish()
    if diagnostics:
        raise ParseError(diagnostics[0])
    taken = trees[begin:at] if rest is trees else trees[begin : begin + 1]
    if node is None:
        here = trees[begin].span if begin < len(trees) else end
        node = Visibility(span=here.shrink_to_lo(), kind=VisKind.INHERITED)
    made = _NODE_KINDS.get(kind, kind)
    if len(taken) == 1 and isinstance(taken[0], Fragment) and taken[0].kind == made:
        return taken[0], rest, at
    return Fragment(made, node, node.span, taken), rest, at


def _worded(problem: Diagnostic) -> Diagnostic:
    """An error in a macro's arguments, which rustc has other words for in some cases."""
    if problem.message == "expected expression, found `<eof>`":
        return replace(problem, message="expected expression, found end of macro arguments")
    if problem.message.startswith("expected item, found"):
        return Diagnostic(None, "expected an item keyword", (Label(problem.primary[0].span),))
    return problem


def _literal(trees: list[TokenTree], at: int, edition: int, end: Span) -> tuple[TokenTree, list[TokenTree], int]:
    first = trees[at]
    minus = type(first) is Token and first[0] == "-"
    stop = at + 2 if minus else at + 1
    machine = Machine("expression", Builder(edition))
    stream = Stream()
    stream.add(trees, at, min(stop, len(trees)))
    last = trees[stop - 1] if stop <= len(trees) else None
    reached = machine.feed(stream.kinds, stream.values)
    literal = isinstance(last, Fragment) or (type(last) is Token and last[0] in _LITERALS)
    if not literal or reached < len(stream.kinds) or not machine.finish():
        raise ParseError(explain(machine, stream, reached, end).diagnostic)
    node = machine.values[0]
    return Fragment("literal", node, node.span, trees[at:stop]), trees, stop


def _is(trees: list[TokenTree], index: int, *kinds: str) -> bool:
    tree = trees[index] if index < len(trees) else None
    return type(tree) is Token and tree[0] in kinds


def _meta(trees: list[TokenTree], at: int, edition: int, end: Span) -> tuple[TokenTree, list[TokenTree], int]:
    """`path`, `path(...)`, `path = expr`; the node is the trees themselves."""
    stop = at
    while stop == at or _is(trees, stop, "::"):
        stop += _is(trees, stop, "::")
        if not _is(trees, stop, "IDENT", *_PATH_WORDS):
            found = trees[stop] if stop < len(trees) else None
            wanted = "expected identifier" + (", found keyword" if found is not None and is_ident(found) else "")
            label = Label(found.span if found is not None else trees[-1].span, wanted)
            raise ParseError(Diagnostic(None, f"expected identifier, found {describe(found)}", (label,)))
        stop += 1
    if stop < len(trees) and isinstance(trees[stop], Delimited):
        stop += 1
    elif _is(trees, stop, "="):
        _, _, stop = _prefix("expr", trees, stop + 1, edition, end)
    taken = trees[at:stop]
    span = taken[0].span.to(taken[-1].span)
    return Fragment("meta", list(taken), span, taken), trees, stop

