"""Inference variables, unification, snapshots and obligations."""

from __future__ import annotations

from interpreter.typeck import ty as t
from interpreter.typeck.defs import Variance
from interpreter.typeck.infer import InferCtxt
from interpreter.typeck.relate import TypeErrorKind
from interpreter.typeck.traits.obligation import Obligation, ObligationCause
from tests.typeck.support import alias, cause, context, item


class Sink:
    """Takes down what must outlive what."""

    def __init__(self) -> None:
        self.outlives: list[tuple[t.Region, t.Region]] = []
        self.types: list[tuple[t.Ty, t.Region]] = []
        self.vars = 0
        self.universes = 0

    def next_region_var(self, universe: int, span: object) -> t.ReVar:
        self.vars += 1
        return t.ReVar(self.vars)

    def next_universe(self) -> int:
        self.universes += 1
        return self.universes

    def push_outlives(self, longer: t.Region, shorter: t.Region, cause: ObligationCause) -> None:
        self.outlives.append((longer, shorter))

    def push_type_outlives(self, ty: t.Ty, region: t.Region, cause: ObligationCause) -> None:
        self.types.append((ty, region))


def test_a_variable_takes_the_type_it_is_unified_with() -> None:
    infcx = context("fn main() {}").infer_ctxt()
    a, b = infcx.next_ty_var(), infcx.next_ty_var()
    assert infcx.eq(t.Tuple((a, b)), t.Tuple((b, t.I32))) is None
    assert infcx.resolve_vars_if_possible(t.Slice(a)) is t.Slice(t.I32)


def test_an_integer_variable_refuses_other_types() -> None:
    infcx = context("fn main() {}").infer_ctxt()
    var = infcx.next_int_var()
    error = infcx.eq(t.BOOL, var)
    assert error is not None and error.kind is TypeErrorKind.SORTS
    assert (error.expected, error.found) == (t.BOOL, var)
    assert infcx.eq(t.U8, var) is None
    assert infcx.shallow_resolve(var) is t.U8


def test_a_type_that_contains_itself_is_refused() -> None:
    infcx = context("fn main() {}").infer_ctxt()
    var = infcx.next_ty_var()
    error = infcx.eq(var, t.Tuple((var,)))
    assert error is not None and error.kind is TypeErrorKind.CYCLIC


def test_a_failed_relation_changes_nothing() -> None:
    infcx = context("fn main() {}").infer_ctxt()
    var = infcx.next_ty_var()
    assert infcx.eq(t.Tuple((var, t.I32)), t.Tuple((t.U8, t.BOOL))) is not None
    assert infcx.shallow_resolve(var) is var


def test_a_probe_is_undone() -> None:
    tcx = context("trait Tr {} impl Tr for u8 {} fn main() {}")
    infcx = tcx.infer_ctxt()
    var = infcx.next_ty_var()
    with infcx.probe():
        assert infcx.eq(var, t.U8) is None
        infcx.next_ty_var()
        infcx.register_bound(t.BOOL, item(tcx, "Tr"), cause(tcx))
    assert infcx.shallow_resolve(var) is var
    assert infcx.n_vars == 1
    assert infcx.pending_obligations() == []


def test_an_obligation_waits_for_its_variable() -> None:
    tcx = context("trait Conv<T> {} struct P; impl Conv<u8> for P {} impl Conv<u16> for P {} type X = P; fn main() {}")
    infcx = tcx.infer_ctxt()
    var = infcx.next_ty_var()
    infcx.register_bound(alias(tcx, "X"), item(tcx, "Conv"), cause(tcx), (var,))
    assert infcx.select_where_possible() == []
    assert len(infcx.pending_obligations()) == 1
    assert infcx.eq(var, t.PRIM["u16"]) is None
    assert infcx.select_where_possible() == []
    assert infcx.pending_obligations() == []


def test_the_only_impl_decides_the_variable() -> None:
    tcx = context("trait Only<T> {} struct P; impl Only<u8> for P {} type X = P; fn main() {}")
    infcx = tcx.infer_ctxt()
    var = infcx.next_ty_var()
    infcx.register_bound(alias(tcx, "X"), item(tcx, "Only"), cause(tcx), (var,))
    assert infcx.select_where_possible() == []
    assert infcx.shallow_resolve(var) is t.U8


def test_an_integer_variable_takes_the_only_integer_with_an_impl() -> None:
    tcx = context("trait Tr {} impl Tr for u16 {} impl Tr for bool {} fn main() {}")
    infcx = tcx.infer_ctxt()
    var = infcx.next_int_var()
    infcx.register_bound(var, item(tcx, "Tr"), cause(tcx))
    assert infcx.select_where_possible() == []
    assert infcx.shallow_resolve(var) is t.PRIM["u16"]


def test_a_projection_is_normalised_once_its_self_type_is_known() -> None:
    tcx = context("fn main() {}")
    infcx = tcx.infer_ctxt()
    into = tcx.std.find("iter::IntoIterator")  # type: ignore[attr-defined]
    assoc = next(i.def_ for i in tcx.associated_items(into) if i.name == "Item")
    var = infcx.next_ty_var()
    normal = infcx.normalize(t.Alias(assoc, (var,)), cause(tcx))
    assert isinstance(normal, t.Infer)
    vec = next(d for d in [tcx.std.find("vec::Vec")])  # type: ignore[attr-defined]
    assert infcx.eq(var, t.Adt(vec, (t.BOOL,))) is None
    assert infcx.select_where_possible() == []
    assert infcx.resolve_vars_if_possible(normal) is t.BOOL


def test_what_cannot_be_proved_is_an_error() -> None:
    tcx = context("trait Tr {} impl<T: Tr> Tr for Vec<T> {} type X = Vec<Vec<u8>>; fn main() {}")
    infcx = tcx.infer_ctxt()
    infcx.register_bound(alias(tcx, "X"), item(tcx, "Tr"), cause(tcx))
    (error,) = infcx.select_where_possible()
    assert tcx.format_ty(error.obligation.predicate) == "u8: Tr"
    assert tcx.format_ty(error.root.predicate) == "Vec<Vec<u8>>: Tr"


def test_references_are_related_with_their_variance() -> None:
    tcx = context("fn main() {}")
    sink = Sink()
    infcx = InferCtxt(tcx, tcx.infer_ctxt().param_env, sink)
    a, b = t.ReVar(100), t.ReVar(101)
    assert infcx.sub(t.Ref(a, t.I32, False), t.Ref(b, t.I32, False), cause(tcx)) is None
    assert sink.outlives == [(a, b)]
    sink.outlives.clear()
    inner_a, inner_b = t.Ref(a, t.I32, False), t.Ref(b, t.I32, False)
    assert infcx.sub(t.Ref(a, inner_a, True), t.Ref(a, inner_b, True), cause(tcx)) is None
    assert set(sink.outlives) == {(a, b), (b, a)}


def test_regions_of_a_probe_do_not_reach_the_sink() -> None:
    tcx = context("fn main() {}")
    sink = Sink()
    infcx = InferCtxt(tcx, tcx.infer_ctxt().param_env, sink)
    with infcx.probe():
        assert infcx.eq(t.Ref(t.ReVar(1), t.I32, False), t.Ref(t.ReVar(2), t.I32, False), cause(tcx)) is None
    assert sink.outlives == []


def test_a_higher_ranked_function_is_a_subtype_of_its_instances() -> None:
    tcx = context("type Any = for<'a> fn(&'a u8) -> &'a u8; type One = fn(&'static u8) -> &'static u8; fn main() {}")
    sink = Sink()
    infcx = InferCtxt(tcx, tcx.infer_ctxt().param_env, sink)
    assert infcx.sub(alias(tcx, "Any"), alias(tcx, "One"), cause(tcx)) is None
    assert all(isinstance(longer, (t.ReVar, t.ReStatic)) for longer, _ in sink.outlives)


def test_an_impl_with_a_lifetime_bound_gives_a_region_constraint() -> None:
    tcx = context("trait Tr {} impl<T: 'static> Tr for Vec<T> {} fn main() {}")
    sink = Sink()
    infcx = InferCtxt(tcx, tcx.infer_ctxt().param_env, sink)
    vec = tcx.std.find("vec::Vec")  # type: ignore[attr-defined]
    ty = t.Adt(vec, (t.Ref(t.ReVar(7), t.I32, False),))
    predicate = t.dummy_binder(t.TraitPredicate(t.TraitRef(item(tcx, "Tr"), (ty,))))
    infcx.register_obligation(Obligation(predicate, cause(tcx), infcx.param_env))
    assert infcx.select_where_possible() == []
    ((outliving, region),) = sink.types
    assert region is t.RE_STATIC and isinstance(outliving, t.Ref)


def test_variances_come_from_the_fields() -> None:
    tcx = context(
        """
        use std::cell::Cell;
        struct S<'a, T, U, V, F>(&'a T, Cell<U>, fn(V) -> F);
        struct Rec<T>(Option<Box<Rec<T>>>, T);
        enum Never<T> { A(std::marker::PhantomData<T>) }
        fn main() {}
        """
    )
    co, contra, inv = Variance.COVARIANT, Variance.CONTRAVARIANT, Variance.INVARIANT
    assert tcx.variances_of(item(tcx, "S")) == (co, co, inv, contra, co)
    assert tcx.variances_of(item(tcx, "Rec")) == (co,)
    assert tcx.variances_of(item(tcx, "Never")) == (co,)
