"""What a program instantiates, from `main` on, and whether that ends (rustc_monomorphize::collector).

In: a crate without errors. Out: what a monomorphic body mentions; and the error of a function that calls itself with ever larger
types. Only the user's functions and closures are followed: what std alone calls is left to the run.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.mir import body as mir
from interpreter.mir.mentions import definitions_in
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.transform.instance import Instance, InstanceKind
from interpreter.transform.program import instance_body
from interpreter.transform.resolve import resolve_instance
from interpreter.typeck import ty as t
from interpreter.typeck.pretty_ty import short_value_path, value_path

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def mentioned(tcx: TyCtxt, body: mir.Body) -> Iterator[tuple[Instance | t.ConstUnevaluated, Span]]:
    """The constants of a monomorphic body, and the user's functions and closures that it mentions, with where."""
    for value, span in definitions_in(body):
        if isinstance(value, t.Closure):
            yield Instance(InstanceKind.CLOSURE, value.def_, value.args), span
        elif isinstance(value, t.FnDef):
            found = resolve_instance(tcx, value.def_, value.args)
            if found.kind is InstanceKind.ITEM and found.def_ is not None and not found.def_.is_std:
                yield found, span
        else:
            yield value, span


# ------------------------------------------------------------------------------------------------ without end


def check_recursion(tcx: TyCtxt, main: Def) -> Diagnostic | None:
    """ "reached the recursion limit while instantiating"."""
    return _Collector(tcx).collect(Instance(InstanceKind.ITEM, main))


class _Collector:
    """Goes down as rustc does, and counts how often each function is on the way."""

    def __init__(self, tcx: TyCtxt) -> None:
        self.tcx = tcx
        self.seen: set[Instance] = set()

    def collect(self, root: Instance) -> Diagnostic | None:
        depth: dict[Def, int] = {}
        self.seen.add(root)
        way = [(root, self._needed(root))]
        while way:
            instance, needed = way[-1]
            found = next(needed, None)
            if found is None:
                way.pop()
                if instance.def_ is not None and instance.def_ in depth:
                    depth[instance.def_] -= 1
                continue
            inner, span = found
            def_ = inner.def_
            if inner in self.seen or def_ is None:
                continue
            self.seen.add(inner)
            depth[def_] = depth.get(def_, 0) + 1
            if depth[def_] > self.tcx.recursion_limit + 1 and inner.kind is InstanceKind.ITEM:
                return self._report(inner, def_, span)
            way.append((inner, self._needed(inner)))
        return None

    def _needed(self, instance: Instance) -> Iterator[tuple[Instance, Span]]:
        body = instance_body(self.tcx, instance)
        return ((found, span) for found, span in mentioned(self.tcx, body) if isinstance(found, Instance))

    def _report(self, instance: Instance, def_: Def, span: Span) -> Diagnostic:
        tcx = self.tcx
        name = short_value_path(tcx, t.FnDef(def_, instance.args))
        generic = value_path(tcx, t.FnDef(def_, tcx.identity_args(def_))) if def_.kind is DefKind.ASSOC_FN else def_.name
        message = f"reached the recursion limit while instantiating `{name}`"
        return Diagnostic(None, message, (Label(span),), notes=(f"`{generic}` defined here",))
