"""What the explanations of errors share: the facts, the names, and what was reported already."""

from __future__ import annotations

from functools import cached_property

from interpreter.borrowck.diag import DiagBuffer
from interpreter.borrowck.facts import BodyFacts
from interpreter.hints import TYPE_CHECKING
from interpreter.mir.body import Local, Place
from interpreter.records import Record, field
from interpreter.source import Span

if TYPE_CHECKING:
    from interpreter.borrowck.describe import Describer
    from interpreter.borrowck.region_names import RegionNames


class ReportContext(Record, slots=False):
    """`access_reported` is the checker's own set of (place, span): what is in it is not reported again."""

    facts: BodyFacts
    buffer: DiagBuffer = field(default_factory=DiagBuffer)
    access_reported: set[tuple[Place, Span]] = field(default_factory=set)
    uninitialized_reported: set[Local] = field(default_factory=set)
    fn_self_reported: set[Span] = field(default_factory=set)

    @cached_property
    def describe(self) -> Describer:
        """Words for places and what is done to them."""
        from interpreter.borrowck.describe import Describer

        return Describer(self.facts)

    @cached_property
    def names(self) -> RegionNames:
        """Names for regions."""
        from interpreter.borrowck.region_names import RegionNames

        return RegionNames(self.facts)
