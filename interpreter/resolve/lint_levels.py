"""Lint levels: what `allow`, `warn`, `expect`, `deny` and `forbid` say of a place (Reference: lint check attributes).

The innermost attribute around a place that names a lint, or a group it is in, decides. What would then be a warning is decided
again by those that name `warnings`.
"""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.deferred import Deferred
from interpreter.hints import Any
from interpreter.records import Record
from interpreter.source import Span

_ERRORS = ("deny", "forbid")
lint_names: Any = Deferred("interpreter.resolve.lint_names")


class LintSpec(Record, frozen=True):
    """One lint or group in an attribute: `level` is the attribute's name, `inside` what it holds for, `written` the lint's name
    there, which may be a former one."""

    lint: str
    written: str
    level: str
    inside: Span
    span: Span

    def holds_at(self, at: Span) -> bool:
        """Whether a place is within; of what a macro made with an attribute on it, what comes from the macro's arguments is."""
        inside = self.inside
        here: Span | None = at
        while here is not None:
            if here.call_site == inside.call_site and here.file is inside.file:
                return inside.lo <= here.lo < inside.hi
            here = here.call_site
        outer = inside.source_callsite()
        return at.call_site is None and outer.file is at.file and outer.lo <= at.lo < outer.hi

    def is_within(self, other: LintSpec) -> bool:
        """Of two that hold at a place, whether this one is the inner."""
        depths = [_depth(self.inside), _depth(other.inside)]
        if depths[0] != depths[1]:
            return depths[0] > depths[1]
        return self.inside.hi - self.inside.lo <= other.inside.hi - other.inside.lo


class LintLevels:
    """All that a crate says.

    A lint of syntax that is forbidden by its own name stays that; of others, and of groups, the innermost level holds, though
    E0453 may be told.
    """

    def __init__(self, specs: Sequence[LintSpec] = ()) -> None:
        self.specs = specs
        self.denies = any(spec.level in _ERRORS for spec in specs)
        """Whether anything is denied anywhere."""

    def allowed(self, lint: str, span: Span) -> bool:
        """Whether a deny-by-default lint is turned down."""
        return self.level(lint, span, "deny") not in _ERRORS

    def denied(self, lint: str, span: Span) -> bool:
        """Whether a lint that isn't an error by default is one."""
        return self.denies and self.level(lint, span, "allow" if lint in lint_names.ALLOWED else "warn") in _ERRORS

    def before(self, at: Span) -> LintLevels:
        """What has been said when `at`, within an attribute, is read: of one node's attributes each holds from there on."""
        return LintLevels([spec for spec in self.specs if spec.span.file is at.file and spec.span.lo < at.lo])

    def mentions(self, lint: str) -> bool:
        """Whether the lint, which only warns by default, may be an error anywhere in the crate."""
        names = _names(lint) | {"warnings"}
        return any(spec.level in _ERRORS and spec.lint in names for spec in self.specs)

    def names(self, lint: str) -> bool:
        """Whether an attribute denies the lint by its own name."""
        return any(spec.level in _ERRORS and spec.lint == lint for spec in self.specs)

    def level(self, lint: str, span: Span, default: str = "warn") -> str:
        """What holds at a place."""
        if not self.specs:
            return default
        level = self._innermost(_names(lint), span) or default
        return self._innermost({"warnings"}, span) or level if level == "warn" else level

    def expectation(self, lint: str, span: Span) -> LintSpec | None:
        """What expects the lint at a place, if that decides there."""
        found = self._deciding(_names(lint), span) or self._deciding({"warnings"}, span)
        return found if found is not None and found.level == "expect" else None

    def _innermost(self, names: set[str], at: Span) -> str | None:
        found = self._deciding(names, at)
        return found.level if found is not None else None

    def _deciding(self, names: set[str], at: Span) -> LintSpec | None:
        found: LintSpec | None = None
        for spec in self.specs:
            if spec.lint in names and spec.holds_at(at):
                if spec.level == "forbid" and spec.lint in lint_names.OF_SYNTAX:
                    return spec
                if found is None or spec.is_within(found):
                    found = spec
        return found


def _depth(span: Span) -> int:
    """In how many expansions a span stands."""
    depth = 0
    while span.call_site is not None:
        span, depth = span.call_site, depth + 1
    return depth


def current_name(lint: str) -> str:
    """The name of a lint that may be called by a former one."""
    renamed: dict[str, str] = lint_names.RENAMED
    return renamed.get(lint, lint)


def _names(lint: str) -> set[str]:
    return {lint, *(group for group, lints in lint_names.LINT_GROUPS.items() if lint in lints)}
