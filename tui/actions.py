"""The one registry of actions: what a person can do in the debugger, by which keys, and when.

Key bindings, the footer, the help screen, the command palette, the recorder's scripts and the session log are all made from
`ACTIONS`. An action of name "step-back" is carried out by the debugger screen's method `do_step_back`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Situation:
    """What availability depends on."""

    loaded: bool = False
    runnable: bool = False
    at_start: bool = True
    at_end: bool = False
    busy: bool = False
    playing: bool = False
    recording: bool = False
    has_diagnostics: bool = False
    has_selection: bool = False


def _always(_: Situation) -> bool:
    return True


def _forward(now: Situation) -> bool:
    return now.runnable and not now.at_end and not now.busy


def _backward(now: Situation) -> bool:
    return now.runnable and not now.at_start and not now.busy


def _walking(now: Situation) -> bool:
    return now.runnable and not now.busy


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do.

    `keys` are Textual's key names or single characters, the first is the one shown. `label` is for the footer (empty: not
    there), `description` for help and palette. `argument` names what a script or the palette has to give with it. What says
    nothing about the walk, or leads to another action that is logged in its place, is not `logged`.
    """

    name: str
    keys: tuple[str, ...]
    label: str
    description: str
    group: str
    available_when: Callable[[Situation], bool] = _always
    argument: str = ""
    logged: bool = True


WALK, TIME, PLACES, LOOK, FILE = "Walk", "Go to", "Breakpoints and questions", "Look", "Program"

ACTIONS: tuple[Action, ...] = (
    Action("step", ("s", "right", "f11"), "step", "one step: one thing that happens, into calls", WALK, _forward),
    Action("step-back", ("S", "left"), "back", "one step back", WALK, _backward),
    Action("over", ("n", "f10"), "over", "to the next statement of this function, over calls", WALK, _forward),
    Action("over-back", ("N", "shift+f10"), "back over", "to the statement before, over calls", WALK, _backward),
    Action("out", ("o", "shift+f11"), "out", "out of this function, to its caller", WALK, _forward),
    Action("out-back", ("O",), "", "back to the call of this function", WALK, _backward),
    Action("continue", ("c", "f5"), "run", "run to the next breakpoint or to the end", WALK, _forward),
    Action(
        "reverse-continue", ("C", "shift+f5"), "run back", "run back to the breakpoint before or to the start", WALK, _backward
    ),
    Action("start", ("home",), "", "to the start", TIME, _backward),
    Action("end", ("end",), "", "to the end", TIME, _walking),
    Action("play", ("space",), "play", "play step by step, or pause", WALK, _walking, logged=False),
    Action("faster", ("+", "="), "", "play faster", WALK, logged=False),
    Action("slower", ("-",), "", "play more slowly", WALK, logged=False),
    Action("break", ("b", "f9"), "break", "set or remove a breakpoint at the cursor's line", PLACES, _walking, "LINE"),
    Action(
        "stop-at", ("t",), "", "stop at events: drop a, move, count H1, any name; again: no longer", PLACES, _walking, "EVENT"
    ),
    Action("clear-breaks", ("B",), "", "remove all breakpoints and stops at events", PLACES, _walking),
    Action("goto", ("g",), "go to", "go to a step (41) or a line (:9)", TIME, _walking, "STEP or :LINE"),
    Action(
        "open",
        ("enter",),
        "",
        "go to the step that made the selected thing; again: to the next that changed it",
        TIME,
        logged=False,
    ),
    Action("search", ("/",), "find", "find an event, a value or a piece of output over all time", PLACES, _walking, "TEXT"),
    Action("search-next", ("f3",), "", "find the same again, later", PLACES, _walking, logged=False),
    Action("search-previous", ("shift+f3",), "", "find the same again, earlier", PLACES, _walking, logged=False),
    Action(
        "why",
        ("w",),
        "why",
        "why? about the selected thing, or about the step just made",
        PLACES,
        lambda now: now.loaded,
        logged=False,
    ),
    Action(
        "next-label", ("e",), "errors", "to the next place that a diagnostic points at", PLACES, lambda now: now.has_diagnostics
    ),
    Action(
        "previous-label", ("E",), "", "to the place before that a diagnostic points at", PLACES, lambda now: now.has_diagnostics
    ),
    Action(
        "explain",
        ("x",),
        "explain",
        "explain the error's code, with a program that has it and its mended twin",
        PLACES,
        lambda now: now.has_diagnostics,
        logged=False,
    ),
    Action("thread", ("T",), "", "let the selected thread run from here on (or the next that can)", WALK, _forward, "NUMBER"),
    Action("next-pane", ("tab",), "", "to the next pane", LOOK, logged=False),
    Action("previous-pane", ("shift+tab",), "", "to the pane before", LOOK, logged=False),
    Action("pane-stack", ("1",), "", "the stack", LOOK),
    Action("pane-heap", ("2",), "", "the heap", LOOK),
    Action("pane-borrows", ("3",), "", "the borrows", LOOK),
    Action("pane-counts", ("4",), "", "the reference counts", LOOK),
    Action("pane-drops", ("5",), "", "the drops", LOOK),
    Action("pane-output", ("6",), "", "the output", LOOK),
    Action("pane-errors", ("7",), "", "the errors", LOOK),
    Action("pane-trace", ("8",), "", "the trace", LOOK),
    Action("pane-watch", ("9",), "", "what is watched, and the values it has had", LOOK),
    Action("pane-source", ("0",), "", "the source", LOOK),
    Action("zoom", ("z",), "zoom", "enlarge the pane, or put it back", LOOK),
    Action("select", (), "", "mark all that has to do with something, such as `H1` or `main`'s `a`", LOOK, _walking, "NAME"),
    Action(
        "watch",
        ("W",),
        "",
        "watch the selected thing: its values over time; again: no longer",
        PLACES,
        lambda now: now.has_selection and not now.busy,
    ),
    Action("fold", ("f",), "", "unfold or fold the value under the cursor", LOOK, _walking),
    Action("lifetimes", ("l",), "", "write elided lifetimes out in the source, or hide them again", LOOK, _walking),
    Action("closer", ("v",), "", "how closely values are drawn: idea, fields, bytes", LOOK),
    Action("filter", ("F",), "", "show only allocations that match a text", LOOK, _walking, "TEXT"),
    Action("cursor-up", ("up",), "", "the cursor up in this pane", LOOK, logged=False),
    Action("cursor-down", ("down",), "", "the cursor down in this pane", LOOK, logged=False),
    Action("page-up", ("pageup",), "", "a page up", LOOK, logged=False),
    Action("page-down", ("pagedown",), "", "a page down", LOOK, logged=False),
    Action("scroll-left", ("<",), "", "scroll the pane to the left", LOOK, logged=False),
    Action("scroll-right", (">",), "", "scroll the pane to the right", LOOK, logged=False),
    Action("cancel", ("escape",), "", "let go of the selection; stop what is running", LOOK, logged=False),
    Action(
        "stdin", ("i",), "", "what the program reads from standard input; it begins anew", FILE, lambda now: now.loaded, "TEXT"
    ),
    Action("record", ("r",), "record", "start or stop recording this session to a file", FILE, logged=False),
    Action("help", ("?", "f1"), "help", "all keys", FILE, logged=False),
    Action("gallery", ("G",), "", "the gallery of sample programs", FILE, logged=False),
    Action("quit", ("q", "ctrl+q"), "quit", "leave", FILE, logged=False),
)

BY_NAME = {action.name: action for action in ACTIONS}

_KEY_WORDS = {
    "right": "→",
    "left": "←",
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
}


def key_text(key: str) -> str:
    """A key as a person writes it: "shift+f5" is "Shift+F5"."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if not last:
        return key
    word = _KEY_WORDS.get(last, last.upper() if last.startswith("f") and last[1:].isdigit() else last)
    return "+".join([*(modifier.capitalize() for modifier in modifiers), word])
