"""Which types implement which traits; rustc's answers."""

from __future__ import annotations

import pytest

from interpreter.resolve.defs import Def
from interpreter.typeck import ty as t
from interpreter.typeck.context import TyCtxt
from interpreter.typeck.defs import ImplSource, ImplSourceKind
from interpreter.typeck.traits.select import EvaluationResult
from tests.typeck.support import alias, cause, context, item

PROGRAM = """
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
struct Node { next: Option<Box<Node>>, v: i32 }
struct Shared { next: Option<Box<Shared>>, v: Rc<i32> }
#[derive(Clone, Copy, Debug, PartialEq)] struct P { x: i32 }
#[derive(Clone, Debug)] struct W<T>(T);
struct Raw(*const u8);
trait Shape { fn area(&self) -> f64; }
impl Shape for P { fn area(&self) -> f64 { 0.0 } }
trait Sub: Shape {}
"""


def trait(tcx: TyCtxt, path: str) -> Def:
    found = tcx.std.find(path)  # type: ignore[attr-defined]
    assert found is not None, path
    return found  # type: ignore[no-any-return]


AUTO_AND_MARKERS = [
    # type, then whether it is Sized, Copy, Clone, Send, Sync
    ("Node", "y n n y y"),
    ("Shared", "y n n n n"),
    ("P", "y y y y y"),
    ("W<P>", "y n y y y"),
    ("W<Rc<u8>>", "y n y n n"),
    ("Raw", "y n n n n"),
    ("(i32, String)", "y n y y y"),
    ("(i32, char)", "y y y y y"),
    ("[P; 3]", "y y y y y"),
    ("[Vec<u8>; 0]", "y n y y y"),
    ("&'static str", "y y y y y"),
    ("&'static mut i32", "y n n y y"),
    ("str", "n n n y y"),
    ("[i32]", "n n n y y"),
    ("dyn Shape", "n n n n n"),
    ("dyn Shape + Send", "n n n y n"),
    ("Box<dyn Shape + Send + Sync>", "y n n y y"),
    ("fn(i32) -> String", "y y y y y"),
    ("*const u8", "y y y n n"),
    ("Cell<i32>", "y n y y n"),
    ("&'static Cell<i32>", "y y y n n"),
    ("RefCell<i32>", "y n y y n"),
    ("Rc<i32>", "y n y n n"),
    ("Arc<i32>", "y n y y y"),
    ("Arc<RefCell<i32>>", "y n y n n"),
    ("!", "y y y y y"),
    ("Option<Box<Node>>", "y n n y y"),
]


@pytest.fixture(scope="module")
def tcx() -> TyCtxt:
    aliases = "".join(f"type A{i} = {ty};\n" for i, (ty, _) in enumerate(AUTO_AND_MARKERS) if ty != "!")
    return context(PROGRAM + aliases + "type D = dyn Shape; type S = dyn Sub; fn main() {}")


@pytest.mark.parametrize(("index", "answers"), [(i, row[1]) for i, row in enumerate(AUTO_AND_MARKERS)])
def test_auto_and_marker_traits(tcx: TyCtxt, index: int, answers: str) -> None:
    ty = t.NEVER if AUTO_AND_MARKERS[index][0] == "!" else alias(tcx, f"A{index}")
    names = ("sized", "copy", "clone", "send", "sync")
    found = ["y" if tcx.type_implements_trait(tcx.lang_item(name), (ty,)) else "n" for name in names]
    assert " ".join(found) == answers, AUTO_AND_MARKERS[index][0]


def test_unsizing_coercions(tcx: TyCtxt) -> None:
    infcx = tcx.infer_ctxt()
    box = tcx.lang_item("owned_box")
    coerce = tcx.lang_item("coerce_unsized")
    p, dyn_shape, dyn_sub = tcx.type_of(item(tcx, "P")), alias(tcx, "D"), alias(tcx, "S")

    def holds(a: t.Ty, b: t.Ty) -> bool:
        return infcx.type_implements_trait(coerce, (a, b), cause(tcx)) is EvaluationResult.OK

    assert holds(t.Adt(box, (p,)), t.Adt(box, (dyn_shape,)))
    assert not holds(t.Adt(box, (t.I32,)), t.Adt(box, (dyn_shape,)))
    assert holds(t.Adt(box, (dyn_sub,)), t.Adt(box, (dyn_shape,)))
    array = t.Array(p, t.ConstValue(3, t.USIZE))
    assert holds(t.Ref(t.RE_ERASED, array, False), t.Ref(t.RE_ERASED, t.Slice(p), False))
    assert holds(t.Ref(t.RE_ERASED, array, True), t.Ref(t.RE_ERASED, t.Slice(p), False))
    assert not holds(t.Ref(t.RE_ERASED, array, False), t.Ref(t.RE_ERASED, t.Slice(p), True))


def test_function_items_and_pointers_are_callable(tcx: TyCtxt) -> None:
    infcx = tcx.infer_ctxt()
    pointer = t.FnPtr(t.Binder(t.safe_sig((t.I32,), t.BOOL), ()))
    for name in ("fn", "fn_mut", "fn_once"):
        assert infcx.type_implements_trait(tcx.lang_item(name), (pointer, t.Tuple((t.I32,))), cause(tcx)) is EvaluationResult.OK
    wrong = infcx.type_implements_trait(tcx.lang_item("fn"), (pointer, t.Tuple((t.U8,))), cause(tcx))
    assert wrong is EvaluationResult.ERR
    output = t.Alias(tcx.lang_item("fn_once_output"), (pointer, t.Tuple((t.I32,))))
    assert tcx.normalize_erasing_regions(output) is t.BOOL


def test_operators_on_an_integer_variable_stay_open(tcx: TyCtxt) -> None:
    infcx = tcx.infer_ctxt()
    var = infcx.next_int_var()
    add = tcx.lang_item("add")
    assert infcx.type_implements_trait(add, (var, var), cause(tcx)) is EvaluationResult.AMBIGUOUS
    assert infcx.type_implements_trait(add, (t.I32, t.F64), cause(tcx)) is EvaluationResult.ERR


def test_where_clauses_come_before_impls() -> None:
    tcx = context("trait Tr<X> {} impl<T> Tr<u8> for T {} fn f<T: Tr<u16>>() {} fn main() {}")
    infcx = tcx.infer_ctxt(tcx.param_env(item(tcx, "f")))
    var = infcx.next_ty_var()
    infcx.register_bound(t.Param(0, "T"), item(tcx, "Tr"), cause(tcx), (var,))
    assert infcx.select_where_possible() == []
    assert infcx.shallow_resolve(var) is t.PRIM["u16"]


def test_supertraits_and_associated_bounds_are_known() -> None:
    tcx = context(
        """
        trait A { type X: Clone; }
        trait B: A {}
        fn f<T: B>() where T::X: Ord {}
        fn main() {}
        """
    )
    env = tcx.param_env(item(tcx, "f"))
    x = tcx.associated_items(item(tcx, "A"))[0].def_
    param = t.Param(0, "T")
    assert tcx.type_implements_trait(item(tcx, "A"), (param,), env)
    assert tcx.type_implements_trait(tcx.lang_item("clone"), (t.Alias(x, (param,)),), env)
    assert tcx.type_implements_trait(trait(tcx, "cmp::PartialOrd"), (t.Alias(x, (param,)), t.Alias(x, (param,))), env)
    assert not tcx.type_implements_trait(tcx.lang_item("copy"), (t.Alias(x, (param,)),), env)


def test_resolving_a_method_finds_the_impl_or_the_default() -> None:
    tcx = context(
        """
        trait Tr { fn a(&self) {} fn b(&self); }
        impl<T: Clone> Tr for Vec<T> { fn b(&self) {} }
        type V = Vec<i32>;
        fn main() {}
        """
    )
    a, b = (i.def_ for i in tcx.associated_items(item(tcx, "Tr")))
    vec = alias(tcx, "V")
    assert tcx.resolve_assoc_item(a, (vec,)) == (a, (vec,))
    found = tcx.resolve_assoc_item(b, (vec,))
    assert isinstance(found, tuple)
    assert found[0].parent is not None and found[0].parent.kind.value == "impl"
    assert found[1] == (t.I32,)


def test_built_in_clone_has_no_impl(tcx: TyCtxt) -> None:
    source = tcx.resolve_impl(t.TraitRef(tcx.lang_item("clone"), (t.Tuple((t.I32, t.BOOL)),)))
    assert source == ImplSource(ImplSourceKind.BUILTIN)


def test_what_needs_drop(tcx: TyCtxt) -> None:
    assert tcx.needs_drop(tcx.type_of(item(tcx, "Node")))
    assert not tcx.needs_drop(tcx.type_of(item(tcx, "P")))
    assert not tcx.needs_drop(t.Ref(t.RE_ERASED, tcx.type_of(item(tcx, "Node")), False))
    assert tcx.needs_drop(alias(tcx, "D"))


def test_signatures_with_late_bound_and_elided_lifetimes() -> None:
    tcx = context(
        """
        struct S;
        impl S { fn m<'b>(&self, x: &'b str) -> &str { x } }
        fn early<'a, T: 'a>(x: &'a T) -> &'a T { x }
        fn late<'a>(x: &'a u8, y: &u8) -> &'a u8 { x }
        fn main() {}
        """
    )
    assert tcx.fn_sig(item(tcx, "late")).bound == ("'a", "'_")
    assert tcx.format_ty(tcx.fn_sig(item(tcx, "early"))) == "fn(&'a T) -> &'a T"
    assert tcx.fn_sig(item(tcx, "early")).bound == ()
    method = next(c for d in tcx.resolution.root.children for c in d.children if c.name == "m")
    sig = tcx.fn_sig(method)
    assert sig.bound == ("'b", "'_")
    assert sig.value.output.region is sig.value.inputs[0].region
