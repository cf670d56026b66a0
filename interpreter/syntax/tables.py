"""The LALR(1) tables of `rust.lark`, built by Lark once and kept (see interpreter.cache).

Lark reads the grammar and computes the tables (a second); what the parser needs of them is plain lists of dictionaries, which
`marshal` loads in some milliseconds without importing Lark. Lark's own version is not part of the key: the tables of one grammar
parse the same language whichever version computed them.
"""

from __future__ import annotations

import marshal
import sys
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from interpreter import cache

if TYPE_CHECKING:
    from lark import Lark

START_SYMBOLS: Final = (
    "crate", "items", "assoc_items", "stmts", "expression", "ty", "pattern", "pattern_param", "statement", "block_only",
    "item_only",
    "path_only", "vis_only",
)  # fmt: skip
END: Final = "$END"
ACCEPT: Final = 1 << 20


class Tables(NamedTuple):
    """`action[state][terminal]` is a state to shift to, `~rule` to reduce by, or `ACCEPT`; `goto[state][nonterminal]` a state.

    `rules[n]` = (nonterminal, number of symbols, name of the `Builder` method or "" to pass the only symbol on).
    Terminals are the `kind`s of tokens.
    """

    starts: dict[str, int]
    action: list[dict[str, int]]
    goto: list[dict[str, int]]
    rules: list[tuple[str, int, str]]


@lru_cache(maxsize=1)
def load_tables() -> Tables:
    """The tables, kept or built anew."""
    grammar, key = _grammar()
    data = cache.find("tables", key)
    if data is not None:
        try:
            return Tables(*marshal.loads(data))
        except (ValueError, EOFError, TypeError):
            pass  # Another program's file, or a disk that was full.
    tables = build_tables(grammar)
    cache.keep("tables", key, marshal.dumps(tuple(tables)))
    return tables


def prepare() -> None:
    """Put the tables in the program's own folder."""
    _, key = _grammar()
    cache.keep("tables", key, marshal.dumps(tuple(load_tables())), installing=True)


def _grammar() -> tuple[str, str]:
    """The grammar's text, and the key of its tables."""
    grammar = cache.read_package_file("syntax/rust.lark")
    return grammar.decode(), cache.key_of((grammar, cache.read_package_file("syntax/tables.py")))


def lark_grammar(grammar: str) -> Lark:
    """The grammar in Lark, with a lexer that is never asked: our tokens come from `lexer` and `stream`."""
    from lark import Lark
    from lark.lexer import Lexer

    class _NoLexer(Lexer):
        def __init__(self, _conf: Any) -> None: ...

        def lex(self, *_args: Any) -> Any:
            raise NotImplementedError

    return Lark(grammar, parser="lalr", lexer=_NoLexer, start=list(START_SYMBOLS), maybe_placeholders=False)


def build_tables(grammar: str) -> Tables:
    """Have Lark compute the tables, and put them into our form."""
    from lark.parsers.lalr_analysis import Shift

    instance = lark_grammar(grammar)
    table = instance.parser.parser._parse_table
    kinds = {terminal.name: terminal.pattern.value for terminal in instance.terminals if terminal.pattern is not None}
    kinds |= {"DOLLAR_CRATE": "$crate"}
    rules: list[tuple[str, int, str]] = []
    rule_numbers: dict[int, int] = {}
    action: list[dict[str, int]] = []
    goto: list[dict[str, int]] = []
    rows: dict[tuple[tuple[str, int], ...], dict[str, int]] = {}
    numbers = {state: index for index, state in enumerate(table.states)}
    for entries in table.states.values():
        shifts: dict[str, int] = {}
        gotos: dict[str, int] = {}
        for symbol, (act, argument) in entries.items():
            if act is Shift:
                target = gotos if symbol[0].islower() or symbol.startswith("$root") else shifts
                target[sys.intern(kinds.get(symbol, symbol))] = numbers[argument]
                continue
            number = rule_numbers.setdefault(id(argument), len(rules))
            if number == len(rules):
                length = len(argument.expansion)
                origin = str(argument.origin.name)
                assert argument.alias or length == 1, f"a rule of {origin} has no name"
                rules.append((sys.intern(origin), length, argument.alias or ""))
            shifts[sys.intern(kinds.get(symbol, symbol))] = ~number
        action.append(rows.setdefault(tuple(shifts.items()), shifts))
        goto.append(rows.setdefault(tuple(gotos.items()), gotos))
    for end in table.end_states.values():
        row = dict(action[numbers[end]])
        row[END] = ACCEPT
        action[numbers[end]] = row
    return Tables({start: numbers[state] for start, state in table.start_states.items()}, action, goto, rules)
