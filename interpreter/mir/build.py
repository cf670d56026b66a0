"""THIR to MIR (rustc_mir_build): `build_mir` makes the control-flow graph of a function, closure, constant or static.

In: the checked body with all types and adjustments. Out: a Body as rustc's mir_promoted is: every drop on every way out of a
scope is there, unwinding too; nothing is elaborated; constants are promoted; FalseEdge, FakeRead and their like are kept for
borrowck. `mir_built` is the provider for tcx.providers["mir_built"].

    fn f(s: String) {}      bb0: _0 = const (); drop(_1) -> bb1     bb1: return
"""

from __future__ import annotations

from interpreter.hints import TYPE_CHECKING
from interpreter.mir.body import (
    Body,
    Deref,
    Field,
    LocalDecl,
    LocalKind,
    Place,
    Reason,
    Return,
)
from interpreter.mir.build_core import PlaceBuilder
from interpreter.mir.matches import Matching
from interpreter.mir.promote import promote_constants
from interpreter.resolve.defs import NESTED_BODIES, Def, DefKind
from interpreter.source import Span
from interpreter.typeck import thir
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def mir_built(tcx: TyCtxt, def_: Def) -> Body:
    """The MIR of a definition with a body, or of a closure."""
    if def_.kind is DefKind.CLOSURE:
        info = tcx.closure_info(def_)
        return build_mir(tcx, info.body, info)
    body = tcx.body_of(def_)
    assert body is not None, f"{def_} has no body"
    return build_mir(tcx, body)


def build_mir(tcx: TyCtxt, thir_body: thir.Body, closure: thir.ClosureInfo | None = None) -> Body:
    """Build the MIR of a checked body without errors; `closure` is what typeck found out of it if it is a closure's."""
    return promote_constants(tcx, mir_const(tcx, thir_body, closure))


def mir_const(tcx: TyCtxt, thir_body: thir.Body, closure: thir.ClosureInfo | None = None) -> Body:
    """The same before constants are promoted."""
    if closure is None and thir_body.owner.kind is DefKind.CLOSURE:
        closure = tcx.closure_info(thir_body.owner)
    builder = _Builder(tcx, thir_body, closure)
    return builder.build()


class _Builder(Matching):
    """The whole builder of one body."""

    def __init__(self, tcx: TyCtxt, body: thir.Body, closure: thir.ClosureInfo | None) -> None:
        super().__init__(tcx, body, closure)
        self.closure = closure

    def build(self) -> Body:
        body = self.thir
        end = self._end_span()
        self.new_source_scope(body.span)
        self.new_local(LocalDecl(body.output, LocalKind.RETURN, True, body.span))
        call_site = self.push_scope(body.span)
        breakable = self.enter_breakable(None, None, Place(0))
        self._args_and_body(end)
        self.leave_breakable(breakable, None, True, end)
        self.cfg.terminate(self.block, Return(self.info(end)))
        self.scopes.remove(call_site)
        self.build_unwind_tree(body.span)
        captures = self.captures
        return Body(
            self.owner,
            self.cfg.finish(),
            tuple(self.locals),
            self.arg_count,
            self.finished_scopes(),
            body.span,
            end,
            captures,
            user_fns=tuple(self.user_fns),
        )

    def _end_span(self) -> Span:
        span = self.thir.end_span
        return Span(span.file, max(span.lo, span.hi - 1), span.hi, span.call_site)

    def _params(self) -> list[thir.BodyParam]:
        """The parameters; a closure's environment comes first."""
        params = list(self.thir.params)
        if self.closure is not None and len(params) == len(self.closure.sig.value.inputs):
            env = thir.BodyParam(pat=None, ty=self._env_ty(), span=self.thir.span, ty_span=None)
            params.insert(0, env)
        return params

    def _env_ty(self) -> t.Ty:
        assert self.closure is not None
        parent = self.closure.def_
        while parent.kind in NESTED_BODIES:
            assert parent.parent is not None
            parent = parent.parent
        closure_ty = t.Closure(self.closure.def_, self.tcx.identity_args(parent))
        if self.closure.kind is thir.ClosureKind.FN_ONCE:
            return closure_ty  # type: ignore[no-any-return]
        return t.Ref(t.RE_ERASED, closure_ty, self.closure.kind is thir.ClosureKind.FN_MUT)  # type: ignore[no-any-return]

    def _capture_places(self) -> list[Place]:
        """Where each captured place is found: a field of the environment, behind a reference if it was captured by one."""
        assert self.closure is not None
        env = Place(1) if self.closure.kind is thir.ClosureKind.FN_ONCE else Place(1, (Deref(),))
        places = []
        for index, capture in enumerate(self.captures):
            if capture.by_ref is None:
                places.append(env.project(Field(index, capture.ty)))
            else:
                ref = t.Ref(t.RE_ERASED, capture.ty, capture.by_ref is not thir.BorrowKind.SHARED)
                places.append(env.project(Field(index, ref), Deref()))
        return places

    def _args_and_body(self, end: Span) -> None:
        """Bind the parameters, then evaluate the body into the return place; parameters are dropped last, in reverse order."""
        body = self.thir
        params = self._params()
        for param in params:
            at = param.pat.span if param.pat is not None else None
            self.new_local(LocalDecl(param.ty, LocalKind.ARG, True, param.span, is_self=param.is_self, pat_span=at))
        self.arg_count = len(params)
        if self.closure is not None:
            self.capture_places = self._capture_places()
        arg_scope = self.push_scope(Span(end.file, min(body.span.lo, end.lo), end.hi, end.call_site), temporaries=True)
        scope: int | None = None
        for index, param in enumerate(params, 1):
            self.schedule_drop(arg_scope, index, True)
            pat = param.pat
            if pat is None:
                continue
            if isinstance(pat, thir.BindingPat) and pat.by_ref is None and pat.sub is None:
                self.update_local(
                    index, mutable=pat.local.mutable, name=pat.local.name, var=pat.local, span=pat.local.span, pat_span=pat.span
                )
                self.var_locals[pat.local] = index
                self.source_scopes[0][2].append(index)
            else:
                scope = self.declare_bindings(
                    scope, pat, arg_scope, match_place=Place(index), match_span=pat.span, scope_span=body.span
                )
                self.place_into_pattern(pat, PlaceBuilder(index), None)
        if scope is not None:
            self.source_scope = scope
        value = body.value
        if self.owner.kind in (DefKind.CONST, DefKind.STATIC, DefKind.ASSOC_CONST, DefKind.ANON_CONST, DefKind.INLINE_CONST):
            self.record_if_borrow(value, None)
        self.into_terminating(Place(0), value, Reason.RETURN)
        self.pop_scope(arg_scope)
