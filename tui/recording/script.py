"""The script of a recording: one command a line.

In: text. Out: `Command`s with their line numbers, every name and argument checked. What a command needs of the program
(a line with code, a caller to go out to) is found out when it is carried out.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from tui.actions import BY_NAME

_COUNTED = {"step": "step", "back": "step-back", "over": "over", "over-back": "over-back"}
_PLAIN = {
    "out": "out",
    "out-back": "out-back",
    "continue": "continue",
    "reverse-continue": "reverse-continue",
    "start": "start",
    "end": "end",
    "zoom": "zoom",
    "fold": "fold",
    "closer": "closer",
    "why": "why",
    "watch": "watch",
}
PANES = ("source", "stack", "heap", "borrows", "counts", "drops", "output", "errors", "trace", "watch")
_NUMBERED = {"break": "break", "goto": "goto", "line": "goto", "thread": "thread"}
_WORDED = {"stop-at": "stop-at", "search": "search", "filter": "filter", "select": "select"}
_OWN = ("focus", "wait", "speed", "caption", "key", "quit")
NAMES = tuple(sorted({*_COUNTED, *_PLAIN, *_NUMBERED, *_WORDED, *_OWN}))


class ScriptError(Exception):
    """A line of the script that can't be understood: "demo.txt:3: ..."."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command of a script. `kind` is "act" (an action of the registry, `count` times), "wait", "speed", "caption", "key" or
    "quit"; `text` is the argument, `number` the seconds or the speed; `where` names the line for error messages."""

    where: str
    kind: str
    action: str = ""
    text: str | None = None
    count: int = 1
    number: float = 0.0
    shown: str = ""


def default_script() -> tuple[Command, ...]:
    """What is recorded without a script: the program from start to end, a step at a time."""
    return (Command("default", "walk"), Command("default", "wait", number=2.0))


def parse_script(text: str, name: str) -> tuple[Command, ...]:
    """The commands of a script.

    Raises:
        ScriptError: a line is no command, or its argument is missing or makes no sense.
    """
    commands = []
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if line and not line.startswith("#"):
            commands.append(_parse_line(line, f"{name}:{number}"))
    return tuple(commands)


def _parse_line(line: str, where: str) -> Command:
    word, _, rest = line.partition(" ")
    rest = rest.strip()
    if word not in ("caption", "search", "filter", "select", "stop-at"):
        rest = rest.partition(" #")[0].strip()
    if word in _COUNTED:
        count = _integer(rest, where, word, 1) if rest else 1
        return Command(where, "act", _COUNTED[word], count=count, shown=line)
    if word in _PLAIN:
        _nothing(rest, where, word)
        return Command(where, "act", _PLAIN[word], shown=line)
    if word in _NUMBERED:
        value = _integer(rest, where, word, 0 if word in ("goto", "thread") else 1)
        return Command(where, "act", _NUMBERED[word], f":{value}" if word == "line" else str(value), shown=line)
    if word in _WORDED:
        return Command(where, "act", _WORDED[word], _something(rest, where, word), shown=line)
    if word == "focus":
        if rest not in PANES:
            raise ScriptError(f"{where}: focus needs one of {', '.join(PANES)}, not {rest!r}")
        return Command(where, "act", f"pane-{rest}", shown=line)
    if word in ("wait", "speed"):
        return Command(where, word, number=_seconds(rest, where, word))
    if word == "caption":
        return Command(where, "caption", text=rest)
    if word == "key":
        return Command(where, "key", text=_something(rest, where, word), shown=rest)
    if word == "quit":
        _nothing(rest, where, word)
        return Command(where, "quit")
    near = get_close_matches(word, NAMES, 1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    raise ScriptError(f"{where}: there is no command {word!r}{hint} (the commands are {', '.join(NAMES)})")


def _integer(text: str, where: str, word: str, least: int) -> int:
    if not text.isdigit() or int(text) < least:
        raise ScriptError(f"{where}: {word} needs a whole number of at least {least}, not {text!r}")
    return int(text)


def _seconds(text: str, where: str, word: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 < value <= 3600:
        raise ScriptError(f"{where}: {word} needs a number above 0, such as 1.5, not {text!r}")
    return value


def _something(text: str, where: str, word: str) -> str:
    if not text:
        raise ScriptError(f"{where}: {word} needs something after it")
    return text


def _nothing(text: str, where: str, word: str) -> None:
    if text:
        raise ScriptError(f"{where}: {word} takes nothing after it, but here is {text!r}")


assert {*_COUNTED.values(), *_PLAIN.values(), *_NUMBERED.values()} <= BY_NAME.keys()
