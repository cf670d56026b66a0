"""The LALR(1) tables of `rust.lark`, built by Lark once and kept in a file.

Lark reads the grammar and computes the tables (a second); what the parser needs of them is plain lists of dictionaries, which
`marshal` loads in some milliseconds without importing Lark. The file's name holds the Python version and a hash of the grammar,
so a stale file is never read. It is looked for beside the grammar (where `python -m interpreter.syntax.tables` puts it when a
wheel is built), then in the user's cache; if neither can be written, the tables are built anew at each start. Lark's own
version is not part of the key: the tables of one grammar parse the same language whichever version computed them.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from lark import Lark

START_SYMBOLS: Final = (
    "crate", "items", "assoc_items", "stmts", "expression", "ty", "pattern", "pattern_param", "statement", "block_only",
    "item_only",
    "path_only", "vis_only",
)  # fmt: skip
END: Final = "$END"
ACCEPT: Final = 1 << 20
_FORMAT: Final = 1
_GRAMMAR: Final = Path(__file__).with_name("rust.lark")


class Tables(NamedTuple):
    """`action[state][terminal]` is a state to shift to, `~rule` to reduce by, or `ACCEPT`; `goto[state][nonterminal]` a state.

    `rules[n]` = (nonterminal, number of symbols, name of the `Builder` method or "" to pass the only symbol on).
    Terminals are the `kind`s of tokens.
    """

    starts: dict[str, int]
    action: list[dict[str, int]]
    goto: list[dict[str, int]]
    rules: list[tuple[str, int, str]]


@cache
def load_tables() -> Tables:
    """The tables, from the first place that has them."""
    grammar = _GRAMMAR.read_bytes()
    key = hashlib.sha256(grammar).hexdigest()[:16]
    name = f"rust-{sys.version_info.major}{sys.version_info.minor}-{_FORMAT}-{key}.tables"
    places = [_GRAMMAR.with_name("tables") / name, _cache_dir() / name]
    for place in places:
        try:
            return Tables(*marshal.loads(place.read_bytes()))
        except (OSError, ValueError, EOFError, TypeError):
            continue
    tables = build_tables(grammar.decode())
    data = marshal.dumps(tuple(tables))
    for place in places:
        if _write(place, data):
            break
    return tables


def _cache_dir() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "crabwalk"


def _write(place: Path, data: bytes) -> bool:
    """Write so that another process sees all of the file or nothing; False where that is not allowed."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        for old in place.parent.glob(f"rust-{sys.version_info.major}{sys.version_info.minor}-*.tables"):
            old.unlink(missing_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as out:
            out.write(data)
        os.replace(out.name, place)
    except OSError:
        return False
    return True


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


if __name__ == "__main__":
    load_tables()
