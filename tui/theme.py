"""The names of styles, and the two palettes, dark and light.

Hues are taken from Okabe and Ito's set, which colour-blind people tell apart.
"""

from __future__ import annotations

from textual.theme import Theme

# fmt: off
STYLE_NAMES = (
    "title", "rule", "focus", "dim", "name", "type", "string", "number", "keyword", "comment", "macro", "lifetime", "attribute",
    "function", "code", "pointer", "heap", "loan", "perm", "new", "changed", "gone", "moved", "error", "warning", "ok", "current",
    "previous", "flagged", "cursor", "related", "strong", "breakpoint", "accent", "key",
)
# fmt: on
"""What a bit of text can be. `crabwalk.tcss` has a class `.ink--NAME` for each; they are component classes of the app, so that
they are resolved once and not for every pane."""

_DARK_TOKENS = {
    "ink-name": "#f2f4f8",
    "ink-type": "#7cc4f0",
    "ink-string": "#a3cf8f",
    "ink-number": "#e6c07b",
    "ink-keyword": "#d99bc4",
    "ink-comment": "#78808f",
    "ink-function": "#f2f4f8",
    "ink-pointer": "#56b4e9",
    "ink-heap": "#4fd1b0",
    "ink-loan": "#d7a6e8",
    "ink-new": "#4fd1b0",
    "ink-changed": "#f0c04c",
    "ink-gone": "#8d95a3",
    "ink-warning": "#f0a04c",
    "ink-error": "#ff7a66",
    "ink-dim": "#8b93a3",
    "ink-rule": "#3c4350",
    "ink-title": "#c9d0dc",
    "ground-current": "#6b4a12",
    "ground-strong": "#20252e",
    "ground-cursor": "#2c3d55",
    "ground-related": "#283042",
    "ground-flagged": "#4a2424",
}
_LIGHT_TOKENS = {
    "ink-name": "#10141a",
    "ink-type": "#00588f",
    "ink-string": "#2f6b1f",
    "ink-number": "#7d5200",
    "ink-keyword": "#8f2f70",
    "ink-comment": "#747b86",
    "ink-function": "#10141a",
    "ink-pointer": "#005f9e",
    "ink-heap": "#00705a",
    "ink-loan": "#7a35a0",
    "ink-new": "#00705a",
    "ink-changed": "#8a5a00",
    "ink-gone": "#717783",
    "ink-warning": "#9a5200",
    "ink-error": "#b3261a",
    "ink-dim": "#666d79",
    "ink-rule": "#c3c8d0",
    "ink-title": "#2a303a",
    "ground-current": "#ffdf9e",
    "ground-strong": "#eceff4",
    "ground-cursor": "#cfe1f7",
    "ground-related": "#e4ebf6",
    "ground-flagged": "#ffd9d4",
}

DARK = Theme(
    name="crabwalk-dark",
    primary="#e69f00",
    accent="#f0a04c",
    foreground="#d5dae3",
    background="#14171c",
    surface="#1a1e25",
    panel="#20252e",
    success="#4fd1b0",
    warning="#f0a04c",
    error="#ff7a66",
    dark=True,
    variables=_DARK_TOKENS,
)
LIGHT = Theme(
    name="crabwalk-light",
    primary="#9a5200",
    accent="#b04a00",
    foreground="#22272f",
    background="#fbfbf9",
    surface="#f3f4f2",
    panel="#eceff4",
    success="#00705a",
    warning="#9a5200",
    error="#b3261a",
    dark=False,
    variables=_LIGHT_TOKENS,
)
THEMES = (DARK, LIGHT)
