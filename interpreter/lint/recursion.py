"""`unconditional_recursion` (rustc_mir_build: lints.rs): functions that cannot return without calling themselves, and destructors
that drop what they destroy."""

from __future__ import annotations

from interpreter.dataflow.cfg import successors_of
from interpreter.dataflow.place_ty import place_ty
from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.spans import head
from interpreter.mir import body as mir
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.check_body import user_bodies

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All functions."""
    for def_ in user_bodies(tcx):
        if def_.kind not in (DefKind.FN, DefKind.ASSOC_FN) or not isinstance(def_.node, ast.Fn) or def_.node.async_:
            continue
        body = tcx.thir_body(def_)
        if body is None or body.has_errors:
            continue
        calls = _Search(tcx, def_).run()
        if calls:
            span = head(def_)
            secondary = tuple(Label(call, "recursive call site") for call in calls)
            message = "function cannot return without recursing"
            emit("unconditional_recursion", Label(span, "cannot return without recursing"), message, secondary=secondary)


class _Search:
    def __init__(self, tcx: TyCtxt, def_: Def) -> None:
        self.tcx = tcx
        self.def_ = def_
        self.body: mir.Body = tcx.mir_built(def_)
        container = def_.parent if def_.kind is DefKind.ASSOC_FN else None
        of_trait = container is not None and container.kind is DefKind.TRAIT
        self.trait_args: t.Args = tcx.identity_args(container) if of_trait and container is not None else ()
        self.dropped = self._destroyed()

    def _destroyed(self) -> t.Ty | None:
        """Of a destructor: the type that it is for."""
        impl = self.tcx.impl_of_item(self.def_)
        trait_ref = self.tcx.impl_trait_ref(impl) if impl is not None else None
        if trait_ref is None or not self.tcx.is_lang_item(trait_ref.trait, "drop"):
            return None
        return t.erase_regions(self.tcx.type_of(impl)) if impl is not None else None

    def run(self) -> list[Span]:
        """The calls by which it calls itself; none if it may return without."""
        calls: list[Span] = []
        seen: set[int] = set()
        active: set[int] = set()
        stack: list[tuple[int, list[int]]] = []

        def enter(block: int) -> bool:
            """Whether control may leave, or go round, from here."""
            seen.add(block)
            active.add(block)
            terminator = self.body.blocks[block].terminator
            if isinstance(terminator, (mir.Return, mir.Unreachable, mir.UnwindResume)):
                return True
            recurses = self._is_recursive(terminator)
            if recurses:
                calls.append(terminator.info.span)
            stack.append((block, [] if recurses else self._next(terminator)))
            return False

        if enter(mir.START_BLOCK):
            return []
        while stack:
            block, targets = stack[-1]
            if not targets:
                stack.pop()
                active.discard(block)
                continue
            target = targets.pop()
            if target in active or (target not in seen and enter(target)):
                return []
        return sorted(calls, key=lambda span: (span.source_callsite().lo, span.lo))

    def _next(self, terminator: mir.Terminator) -> list[int]:
        targets = list(successors_of(terminator))
        unwind = getattr(terminator, "unwind", None)
        if unwind is not None and len(targets) > 1:
            targets = [target for target in targets if target != unwind]
        return [terminator.real] if isinstance(terminator, mir.FalseEdge) else targets

    def _is_recursive(self, terminator: mir.Terminator) -> bool:
        if isinstance(terminator, mir.Drop):
            return self.dropped is not None and t.erase_regions(place_ty(self.body, terminator.place)) == self.dropped
        if not isinstance(terminator, mir.Call) or len(terminator.args) != self.body.arg_count:
            return False
        func = terminator.func
        if not isinstance(func, mir.Constant) or not isinstance(func.ty, t.FnDef):
            return False
        env = self.tcx.param_env(self.def_)
        callee, args = func.ty.def_, self.tcx.normalize_erasing_regions(func.ty.args, env)
        found = self.tcx.resolve_assoc_item(callee, args, env)
        if isinstance(found, tuple):
            callee, args = found
        count = len(self.trait_args)
        erased = t.erase_regions(self.trait_args)
        return callee is self.def_ and t.erase_regions(args[:count]) == erased
