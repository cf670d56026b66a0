"""The LALR(1) tables of `rust.lark`, built by Lark once and kept (see interpreter.cache).

Lark reads the grammar and computes the tables (a second); what the parser needs of them is plain lists of dictionaries, which
`marshal` loads in some milliseconds without importing Lark. Lark's own version is not part of the key: the tables of one grammar
parse the same language whichever version computed them.
"""

from __future__ import annotations

import marshal
import sys
from functools import lru_cache

from interpreter import cache
from interpreter.hints import TYPE_CHECKING, Any, Final
from interpreter.records import NamedTuple

if TYPE_CHECKING:
    from lark import Lark

START_SYMBOLS: Final = (
    "crate", "items", "assoc_items", "stmts", "expression", "ty", "pattern", "pattern_param", "statement", "block_only",
    "item_only", "foreign_items",
    "path_only", "vis_only",
)  # fmt: skip
_GRAMMAR: Final = "syntax/rust.lark"
END: Final = "$END"
ACCEPT: Final = 1 << 20


Row = dict[str, int]


class Rows(dict[int, Row]):
    """The rows of a table by state; one is unpacked when it is first asked for, as a short program comes to few states."""

    def __init__(self, numbers: list[int], packed: list[bytes]) -> None:
        self.numbers = numbers
        self.packed = packed

    def __missing__(self, state: int) -> Row:
        row: Row = marshal.loads(self.packed[self.numbers[state]])
        self[state] = row
        return row

    def distinct(self) -> list[Row]:
        """All rows; those that are alike once."""
        return [marshal.loads(row) for row in self.packed]


def _packed(rows: list[Row]) -> tuple[list[int], list[bytes]]:
    packed: dict[bytes, int] = {}
    numbers = [packed.setdefault(marshal.dumps(row), len(packed)) for row in rows]
    return numbers, list(packed)


class Tables(NamedTuple):
    """`action[state][terminal]` is a state to shift to, `~rule` to reduce by, or `ACCEPT`; `goto[state][nonterminal]` a state.

    `rules[n]` = (nonterminal, number of symbols, name of the `Builder` method or "" to pass the only symbol on).
    Terminals are the `kind`s of tokens.
    """

    starts: dict[str, int]
    action: Rows
    goto: Rows
    rules: list[tuple[str, int, str]]

    def dumps(self) -> bytes:
        """What is kept."""
        action, goto = ((rows.numbers, rows.packed) for rows in (self.action, self.goto))
        return marshal.dumps((self.starts, action, goto, self.rules))

    @classmethod
    def loads(cls, data: bytes) -> Tables:
        """What `dumps` gave.

        Raises: ValueError, EOFError or TypeError for anything else.
        """
        starts, action, goto, rules = marshal.loads(data)
        return cls(starts, Rows(*action), Rows(*goto), rules)


@lru_cache(maxsize=1)
def load_tables() -> Tables:
    """The tables, kept or built anew."""
    key = _key()
    data = cache.find("tables", key)
    if data is not None:
        try:
            return Tables.loads(data)
        except (ValueError, EOFError, TypeError):
            pass  # Another program's file, or a disk that was full.
    tables = build_tables(cache.read_package_file(_GRAMMAR).decode())
    cache.keep("tables", key, tables.dumps())
    return tables


def prepare() -> None:
    """Put the tables in the program's own folder."""
    cache.keep("tables", _key(), load_tables().dumps(), installing=True)


def _key() -> str:
    return cache.key_of((_GRAMMAR, "syntax/tables.py"))


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
    action: list[Row] = []
    goto: list[Row] = []
    numbers = {state: index for index, state in enumerate(table.states)}
    for entries in table.states.values():
        shifts: Row = {}
        gotos: Row = {}
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
        action.append(shifts)
        goto.append(gotos)
    for end in table.end_states.values():
        action[numbers[end]][END] = ACCEPT
    starts = {start: numbers[state] for start, state in table.start_states.items()}
    return Tables(starts, Rows(*_packed(action)), Rows(*_packed(goto)), rules)
