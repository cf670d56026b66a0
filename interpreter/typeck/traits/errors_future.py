"""A future that isn't `Send` or `Sync` for what it keeps across an `.await` or has captured (rustc:
`maybe_note_obligation_cause_for_async_await`)."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import DefKind
from interpreter.typeck import ty as t
from interpreter.typeck.traits.obligation import BuiltinDerived, ObligationCause

if TYPE_CHECKING:
    from interpreter.typeck.infer import InferCtxt

_WORDS = {"send": "sent", "sync": "shared"}


def not_sendable(infcx: InferCtxt, leaf: t.TraitRef, cause: ObligationCause) -> Diagnostic | None:
    """The diagnostic if the auto trait was looked for within an `async` block; None otherwise."""
    tcx = infcx.tcx
    word = next((w for name, w in _WORDS.items() if tcx.is_lang_item(leaf.trait, name)), None)
    future = tcx.lang_item_or_none("async_block_type")
    if word is None or future is None:
        return None
    what: str | None = None
    code = cause.code
    while isinstance(code, BuiltinDerived):
        kind = infcx.resolve_vars_if_possible(code.parent).value
        ty = kind.trait_ref.self_ty if isinstance(kind, t.TraitPredicate) else None
        if isinstance(ty, t.Adt) and ty.def_ is future:
            what = "future created by async block"
        elif what is not None and isinstance(ty, t.Alias) and ty.def_.kind is DefKind.OPAQUE_TY and ty.def_.parent is not None:
            what = f"future returned by `{ty.def_.parent.name}`"
        code = code.parent_cause.code
    if what is None:
        return None
    label = f"{what} is not `{leaf.trait.name}`"
    return Diagnostic(None, f"future cannot be {word} between threads safely", (Label(cause.span, label),))
