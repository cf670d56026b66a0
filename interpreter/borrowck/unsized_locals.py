"""Values without a size can't be moved into a temporary (rustc: `ensure_place_sized` in the type check of MIR): E0161."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.mir import body as mir
from interpreter.mir.body import LocalKind
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.traits.builtin import is_plainly_sized

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt
    from interpreter.typeck.defs import ParamEnv


def unsized_locals(tcx: TyCtxt, body: mir.Body, param_env: ParamEnv) -> list[Diagnostic]:
    """What is wrong with a body's variables and temporaries; one report for each type and place."""
    found: dict[tuple[t.Ty, Span], Diagnostic] = {}
    for decl in body.locals:
        if decl.kind not in (LocalKind.VAR, LocalKind.TEMP) or is_plainly_sized(tcx, decl.ty) or tcx.is_sized(decl.ty, param_env):
            continue
        shown = tcx.format_ty(decl.ty)
        label = Label(decl.span, f"the size of `{shown}` cannot be statically determined")
        found[decl.ty, decl.span] = Diagnostic("E0161", f"cannot move a value of type `{shown}`", (label,))
    return list(found.values())
