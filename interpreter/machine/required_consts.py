"""Constants whose evaluation fails for some arguments only: `const { assert!(size_of::<T>() == 4) }` (rustc: `required_consts`,
rustc_monomorphize::collector).

In: a crate without errors. Out: E0080 for those that a run from `main` needs, or a function without parameters mentions (which
rustc's lints evaluate). The user's functions are followed, with the closures and function items they mention; what only std calls
is left to the run.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic
from interpreter.hints import TYPE_CHECKING
from interpreter.machine.collector import mentioned
from interpreter.resolve.defs import Def, DefKind
from interpreter.transform.instance import Instance, InstanceKind
from interpreter.transform.program import instance_body
from interpreter.typeck import ty as t
from interpreter.typeck.constants import ConstEvalFailure, is_judged_when_needed, report_failure
from interpreter.typeck.items import user_items

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check_required_consts(tcx: TyCtxt, main: Def) -> list[Diagnostic]:
    """The errors of a program whose other constants are sound."""
    before = len(tcx.sink.items)
    seen: set[Instance | t.ConstUnevaluated] = set()
    for def_ in user_items(tcx):
        if _is_plain_fn(tcx, def_):
            _judge_all(tcx, Instance(InstanceKind.ITEM, def_), seen)
    seen = {key for key in seen if not isinstance(key, Instance)}
    work = [Instance(InstanceKind.ITEM, main)] if len(tcx.sink.items) == before else []
    while work:
        work += _judge_all(tcx, work.pop(), seen)
    return tcx.sink.items[before:]


def _judge_all(tcx: TyCtxt, instance: Instance, seen: set[Instance | t.ConstUnevaluated]) -> list[Instance]:
    """Judge the constants that an instance mentions; the instances it mentions that weren't seen yet."""
    found: list[Instance] = []
    for needed, _ in mentioned(tcx, instance_body(tcx, instance)):
        if isinstance(needed, Instance):
            found.append(needed)
        elif needed not in seen:
            seen.add(needed)
            _judge(tcx, needed)
    new = [needed for needed in found if needed not in seen]
    seen.update(new)
    return new


def _is_plain_fn(tcx: TyCtxt, def_: Def) -> bool:
    fn = def_.kind in (DefKind.FN, DefKind.ASSOC_FN) and tcx.thir_body(def_) is not None
    return fn and not tcx.generics_of(def_).count


def _judge(tcx: TyCtxt, const: t.ConstUnevaluated) -> None:
    if not is_judged_when_needed(tcx, const.def_):
        return
    try:
        tcx.providers["const_eval"](tcx, const.def_, const.args)
    except ConstEvalFailure as failure:
        report_failure(tcx, const.def_, failure, const.args)
