"""Syntax errors in rustc's words and places, from the state of the parser and the token that does not fit.

LALR stops at the first such token. What could stand in its place is found by trying every terminal on the stack of states; what
is being parsed, from the values on the stack. rustc's own messages come from its hand-written parser, which knows more and less
in turn: where it names a construct ("missing parameters for function definition") there is a rule, in errors_items.py or
errors_exprs.py; else the list of the possible tokens is brought to what rustc would list (rustc_parse::parser::diagnostics).
"""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING, Any
from interpreter.source import Span
from interpreter.syntax import errors_exprs as exprs
from interpreter.syntax import errors_items as items
from interpreter.syntax.errors_tokens import possible_tokens
from interpreter.syntax.explained import Explained
from interpreter.syntax.state import State

if TYPE_CHECKING:
    from interpreter.syntax.parser import Machine


def syntax_error(machine: Machine, found: Any, end: Span, kinds: list[str], following: list[Any]) -> Explained:
    """What rustc says about `found` (None: the end of the input) in this state. `end` is used where nothing came before;
    `kinds` and `following` are the terminals from `found` on and their values."""
    state = State(machine, found, end, kinds, following)
    for rule in (
        items.attribute, items.receiver, exprs.typo, exprs.semicolon, exprs.declaration, items.missing_keyword,
        items.qualifiers, items.head, items.item,
        exprs.label, exprs.arm, exprs.condition, exprs.let,
        items.function, items.data, exprs.fragment,
    ):  # fmt: skip
        explained = rule(state)
        if explained is not None:
            return explained
    return possible_tokens(state)
