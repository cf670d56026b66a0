"""Drop glue, clones, constructors and vtables, made for types of a small program."""

from __future__ import annotations

import pytest

from interpreter.mir.body import Body, Call, Drop
from interpreter.mir.pretty import format_statement, format_terminator
from interpreter.mir.validate import validate_body
from interpreter.resolve import StdLoader, resolve_crate
from interpreter.resolve.defs import Def
from interpreter.source import SourceFile
from interpreter.syntax.parser import parse_source
from interpreter.transform.instance import Instance, InstanceKind
from interpreter.transform.program import CompiledProgram
from interpreter.transform.resolve import vtable_entries
from interpreter.typeck import ty as t
from interpreter.typeck.context import TyCtxt

PROGRAM = """
struct D(i32);
impl Drop for D { fn drop(&mut self) {} }
struct S { a: D, b: i32, c: Box<D> }
enum E { A(D), B, C { x: D, y: D } }
trait T { fn m(&self); fn n(&self) where Self: Sized {} fn generic<X>(&self, x: X) where Self: Sized {} }
trait U: T { fn k(&self) -> i32 { 1 } }
impl T for D { fn m(&self) {} }
impl U for D {}
struct G<X>(X, Vec<X>);
fn main() {}
"""


class Crate:
    """A program's definitions by name, and the compiled program."""

    def __init__(self) -> None:
        crate, _ = parse_source(SourceFile("shims.rs", PROGRAM), 2021)
        assert crate is not None
        std = StdLoader()
        resolution, diagnostics = resolve_crate(crate, std, 2021)
        assert diagnostics == []
        self.tcx = TyCtxt(resolution, std)
        self.program = CompiledProgram(self.tcx)
        self.defs: dict[str, Def] = {child.name: child for child in resolution.root.children}

    def ty(self, name: str, *args: t.Ty) -> t.Adt:
        return t.Adt(self.defs[name], args)  # type: ignore[no-any-return]

    def glue(self, ty: t.Ty) -> Body:
        instance = self.program.drop_glue(ty)
        assert instance is not None and instance.kind is InstanceKind.DROP_GLUE
        return self.body(instance)

    def body(self, instance: Instance) -> Body:
        body = self.program.body(instance)
        assert validate_body(self.tcx, body) == []
        return body

    def text(self, body: Body) -> list[list[str]]:
        return [
            [format_statement(self.tcx, body, s) for s in b.statements] + [format_terminator(self.tcx, body, b.terminator)]
            for b in body.blocks
        ]


@pytest.fixture(scope="module")
def crate() -> Crate:
    return Crate()


def test_glue_calls_the_destructor(crate: Crate) -> None:
    assert crate.text(crate.glue(crate.ty("D"))) == [
        ["_2 = &mut (*_1)", "_3 = <D as Drop>::drop(move _2) -> [return: bb1, unwind continue]"],
        ["return"],
    ]


def test_glue_drops_fields_in_order_and_the_rest_on_unwind(crate: Crate) -> None:
    body = crate.glue(crate.ty("S"))
    assert crate.text(body) == [
        ["drop(((*_1).0: D)) -> [return: bb3, unwind: bb1]"],
        ["drop(((*_1).2: Box<D>)) -> [return: bb2, unwind continue]"],
        ["resume"],
        ["drop(((*_1).2: Box<D>)) -> [return: bb4, unwind continue]"],
        ["return"],
    ]
    assert body.shim == "drop glue"


def test_glue_of_an_enum_looks_at_the_variant(crate: Crate) -> None:
    lines = crate.text(crate.glue(crate.ty("E")))
    assert lines[0] == ["_2 = discriminant((*_1))", "switchInt(move _2) -> [0: bb2, 2: bb3, otherwise: bb1]"]
    assert lines[3] == ["drop((((*_1) as C).0: D)) -> [return: bb6, unwind: bb4]"]


def test_glue_of_a_box_drops_the_contents_then_frees(crate: Crate) -> None:
    box = t.Adt(crate.tcx.lang_item("owned_box"), (crate.ty("D"),))
    body = crate.glue(box)
    first = body.blocks[0].terminator
    assert isinstance(first, Drop) and first.unwind is not None
    assert isinstance(body.blocks[first.target].terminator, Call)
    assert isinstance(body.blocks[first.unwind].terminator, Call)


def test_glue_of_a_slice_is_a_loop_that_goes_on_when_an_element_unwinds(crate: Crate) -> None:
    body = crate.glue(t.Slice(crate.ty("D")))
    drops = [b.terminator for b in body.blocks if isinstance(b.terminator, Drop)]
    assert len(drops) == 2 and {d.unwind is None for d in drops} == {True, False}


def test_no_glue_where_nothing_needs_drop(crate: Crate) -> None:
    assert crate.program.drop_glue(t.Tuple((t.I32, t.STR))) is None


def test_glue_of_a_generic_struct_has_its_arguments_put_in(crate: Crate) -> None:
    lines = crate.text(crate.glue(crate.ty("G", crate.ty("D"))))
    assert lines[0] == ["drop(((*_1).0: D)) -> [return: bb3, unwind: bb1]"]
    assert lines[3] == ["drop(((*_1).1: Vec<D>)) -> [return: bb4, unwind continue]"]


def test_vtable_has_supertraits_first_and_leaves_out_sized_methods(crate: Crate) -> None:
    dyn = t.Dynamic(t.Binder(t.ExistentialTraitRef(crate.defs["U"], ()), ()), (), (), t.RE_ERASED)
    assert [method.name for method, _ in vtable_entries(crate.tcx, dyn)] == ["m", "k"]
    slots = crate.program.vtable(crate.ty("D"), dyn)
    assert [slot.kind for slot in slots if slot is not None] == [InstanceKind.ITEM, InstanceKind.ITEM]
    call = crate.program.resolve(vtable_entries(crate.tcx, dyn)[1][0], (dyn,))
    assert call.kind is InstanceKind.VIRTUAL and call.index == 1


def test_tuple_is_cloned_part_by_part(crate: Crate) -> None:
    box = t.Adt(crate.tcx.lang_item("owned_box"), (t.I32,))
    clone = next(item.def_ for item in crate.tcx.associated_items(crate.tcx.lang_item("clone")) if item.name == "clone")
    instance = crate.program.resolve(clone, (t.Tuple((t.I32, box)),))
    assert instance.kind is InstanceKind.CLONE_SHIM
    assert crate.text(crate.body(instance))[-1] == ["_0 = (move _2, move _3)", "return"]


def test_constructor_as_a_function(crate: Crate) -> None:
    instance = crate.program.resolve(crate.defs["D"], ())
    assert instance.kind is InstanceKind.CTOR_SHIM
    assert crate.text(crate.body(instance)) == [["_0 = D(move _1)", "return"]]
