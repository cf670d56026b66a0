"""What single programs do: panics, unwinding, catching, drops, trait objects, slices, threads, ends of all kinds."""

from __future__ import annotations

import pytest

from interpreter.machine.machine import Machine
from interpreter.machine.termination import InternalError, Termination, TerminationKind
from interpreter.mir import body as mir
from interpreter.resolve.defs import DefKind
from interpreter.syntax.ast import BinOp
from interpreter.transform.instance import Instance, InstanceKind
from interpreter.typeck import ty as t
from tests.machine.handmade import (
    BOOL,
    I32,
    RESUME,
    RETURN,
    UNIT,
    USIZE,
    BodyBuilder,
    HandProgram,
    assign,
    binary,
    call,
    const,
    copy,
    dead,
    deref,
    drop,
    element,
    field,
    first,
    goto,
    move,
    overflow_assert,
    ref,
    switch,
    unsize,
)
from tests.machine.test_time_travel import fingerprint

STR_REF = t.Ref(t.RE_ERASED, t.STR, False)
DONE = assign(0, const(None, UNIT))


def run(p: HandProgram, main: Instance, **options: object) -> tuple[Machine, Termination]:
    """The program run to its end with history, once forward, back to the start, and forward again with the same result."""
    machine = Machine(p, **options)  # type: ignore[arg-type]
    machine.start(main)
    start = fingerprint(machine)[0]
    end = machine.run()
    finish = fingerprint(machine)
    last = machine.position
    for _ in range(last):
        machine.run_back(1)
    assert fingerprint(machine)[0] == start
    assert machine.run() == end
    assert fingerprint(machine) == finish
    printed: list[tuple[str, bytes]] = []
    plain = Machine(p, history=False, output=lambda stream, data: printed.append((stream, data)), **options)  # type: ignore[arg-type]
    plain.start(main)
    assert plain.run() == end
    if "seed" not in options and "quantum" not in options:
        assert b"".join(data for stream, data in printed if stream == "stdout") == machine.output()
    return machine, end


def printer(p: HandProgram, text: str) -> tuple[mir.Operand, ...]:
    return (const(text, STR_REF),)


def test_overflow_panics_with_code_101() -> None:
    p = HandProgram()
    main = p.function("main")
    b = BodyBuilder(p, main, 0, UNIT, (I32, "x"), t.Tuple((I32, BOOL)))
    b.block(assign(1, const(2147483647)), assign(2, binary(BinOp.ADD, 1, const(1), True)), overflow_assert(2, BinOp.ADD, 1))
    b.block(assign(1, first(2)), RETURN)
    machine, end = run(p, p.main(b.build()))
    assert (end.kind, end.code) == (TerminationKind.PANIC, 101)
    report = machine.output("stderr").decode()
    assert "\nthread 'main' (" in report
    assert "panicked at hand.rs:1:1:\nattempt to add with overflow\nnote: run with `RUST_BACKTRACE=1`" in report


def _dropping(p: HandProgram, name: str) -> t.Adt:
    """A struct whose drop glue prints its name."""
    ty = p.struct(name, I32)
    write = p.langs.get("write") or p.intrinsic("stdout_write", (STR_REF,), UNIT)
    p.langs["write"] = write
    glue = p.define(DefKind.FN, f"drop {name}")
    b = BodyBuilder(p, glue, 1, UNIT, t.RawPtr(ty, True), UNIT)
    b.block(call(write, printer(p, f"drop {name}\n"), 2, 1))
    b.block(DONE, RETURN)
    p.glue[ty] = b.build()
    return ty


def test_unwinding_runs_the_cleanup_drops_and_skips_what_was_moved() -> None:
    p = HandProgram()
    a, moved = _dropping(p, "a"), _dropping(p, "moved")
    panic = p.intrinsic("begin_panic", (STR_REF,), t.NEVER)
    inner = p.function("inner")
    b = BodyBuilder(p, inner, 0, UNIT, t.NEVER)
    b.block(call(panic, printer(p, "boom"), 1, None))
    b.build()
    main = p.function("main")
    b = BodyBuilder(p, main, 0, UNIT, (a, "a"), (moved, "m"), (moved, "n"), UNIT)
    b.block(
        assign(1, mir.Aggregate(a, (const(1),))),
        assign(2, mir.Aggregate(moved, (const(2),))),
        assign(3, move(2)),
        call(inner, [], 4, 1, unwind=3),
    )
    b.block(drop(2, 2))
    b.block(DONE, RETURN)
    b.block(drop(2, 4), cleanup=True)
    b.block(drop(3, 5), cleanup=True)
    b.block(drop(1, 6), cleanup=True)
    b.block(RESUME, cleanup=True)
    machine, end = run(p, p.main(b.build()))
    assert end.code == 101
    assert machine.output() == b"drop moved\ndrop a\n"
    assert b"\nboom\n" in machine.output("stderr")


def test_a_panic_while_unwinding_aborts() -> None:
    p = HandProgram()
    ty = p.struct("Bomb", I32)
    panic = p.intrinsic("begin_panic", (STR_REF,), t.NEVER)
    glue = p.define(DefKind.FN, "drop Bomb")
    b = BodyBuilder(p, glue, 1, UNIT, t.RawPtr(ty, True), t.NEVER)
    b.block(call(panic, printer(p, "again"), 2, None))
    p.glue[ty] = b.build()
    main = p.function("main")
    b = BodyBuilder(p, main, 0, UNIT, (ty, "b"), t.NEVER)
    b.block(assign(1, mir.Aggregate(ty, (const(1),))), call(panic, printer(p, "first"), 2, None, unwind=1))
    b.block(drop(1, 2), cleanup=True)
    b.block(RESUME, cleanup=True)
    machine, end = run(p, p.main(b.build()))
    assert (end.kind, end.code) == (TerminationKind.ABORT, 134)
    assert b"panic in a destructor during cleanup" in machine.output("stderr")


def test_catching_a_panic_gives_none_and_a_value_some() -> None:
    p = HandProgram()
    option = p.enum("Option", (), (I32,))
    panic = p.intrinsic("begin_panic", (STR_REF,), t.NEVER)
    bad, good = p.function("bad", (), I32), p.function("good", (), I32)
    b = BodyBuilder(p, bad, 0, I32, t.NEVER)
    b.block(call(panic, printer(p, "caught"), 1, None))
    b.build()
    b = BodyBuilder(p, good, 0, I32)
    b.block(assign(0, const(7)), RETURN)
    b.build()
    catch = p.intrinsic("catch_unwind", (), option)
    tys = [t.FnDef(d, ()) for d in (bad, good)]
    for ty in tys:
        p.fn_once[ty] = Instance(InstanceKind.FN_PTR_SHIM, ty.def_)
    main = p.function("main")
    b = BodyBuilder(p, main, 0, UNIT, (option, "a"), (option, "b"))
    b.block(call(catch, [], 1, 1, generics=(tys[0], I32)))
    b.block(call(catch, [], 2, 2, generics=(tys[1], I32)))
    b.block(DONE, goto(3))
    b.block(RETURN)
    instance = p.main(b.build())
    machine = Machine(p)
    machine.start(instance)
    while machine.termination is None:
        machine.run_forward(1)
        values = machine.state.frames[-1][0]
        if machine.state.frames[-1][1] and len(values) == 3 and values[2] is not None:
            assert values[1:] == [[0], [1, 7]]
            break
    else:
        pytest.fail("never came to the end")
    assert machine.state.thread.panics == 0


def test_stack_overflow_ends_with_code_134() -> None:
    p = HandProgram()
    main = p.function("main")
    b = BodyBuilder(p, main, 0, UNIT, UNIT)
    b.block(call(main, [], 1, 1))
    b.block(DONE, RETURN)
    machine = Machine(p)
    machine.start(p.main(b.build()))
    end = machine.run()
    assert (end.kind, end.code) == (TerminationKind.STACK_OVERFLOW, 134)
    assert b"has overflowed its stack\nfatal runtime error: stack overflow" in machine.output("stderr")
    machine.run_back(10)
    assert machine.run() == end


def test_a_rejected_program_ends_where_it_uses_a_moved_value() -> None:
    p = HandProgram()
    ty = _dropping(p, "s")
    main = p.function("main")
    b = BodyBuilder(p, main, 0, UNIT, (ty, "a"), (ty, "b"), (t.Ref(t.RE_ERASED, ty, False), "r"))
    b.block(assign(1, mir.Aggregate(ty, (const(1),))), assign(2, move(1)), assign(3, ref(1)), RETURN)
    instance = p.main(b.build())
    machine = Machine(p, rejected=True)
    machine.start(instance)
    end = machine.run()
    assert end.kind is TerminationKind.INVALID_ACCESS
    assert "`a` holds no value" in end.message
    machine.run_back(1)
    assert machine.termination is None


def test_a_dangling_reference_is_found_and_is_our_bug_in_an_accepted_program() -> None:
    p = HandProgram()
    main = p.function("main")
    b = BodyBuilder(p, main, 0, UNIT, (I32, "x"), (t.Ref(t.RE_ERASED, I32, False), "r"), (I32, "y"))
    b.block(
        assign(1, const(5)),
        assign(2, ref(1)),
        dead(1),
        assign(3, const(1)),
        assign(3, binary(BinOp.MUL, copy(deref(2)), const(2))),
        RETURN,
    )
    instance = p.main(b.build())
    machine = Machine(p, rejected=True)
    machine.start(instance)
    assert machine.run().kind is TerminationKind.INVALID_ACCESS
    machine = Machine(p)
    machine.start(instance)
    with pytest.raises(InternalError):
        machine.run()


def test_trait_objects_call_through_their_vtable() -> None:
    p = HandProgram()
    cat, dog = p.struct("Cat", I32), p.struct("Dog", I32)
    method = p.function("noise", (), I32)
    trait = p.define(DefKind.TRAIT, "Noise")
    p.virtual[method] = 0
    dyn = t.Dynamic(t.dummy_binder(t.ExistentialTraitRef(trait, ())), (), (), t.RE_ERASED)
    for ty, factor in ((cat, 2), (dog, 3)):
        impl = p.function("noise", (), I32)
        b = BodyBuilder(p, impl, 1, I32, t.Ref(t.RE_ERASED, ty, False))
        b.block(assign(0, binary(BinOp.MUL, field(deref(1), 0, I32), const(factor))), RETURN)
        b.build()
        p.vtables[ty] = (Instance(InstanceKind.ITEM, impl),)
    reference = t.Ref(t.RE_ERASED, dyn, False)
    main = p.function("main")
    thin = [t.Ref(t.RE_ERASED, ty, False) for ty in (cat, dog)]
    b = BodyBuilder(p, main, 0, UNIT, (cat, "c"), (dog, "d"), thin[0], thin[1], (reference, "r"), (I32, "a"), (I32, "b"))
    b.block(
        assign(1, mir.Aggregate(cat, (const(10),))),
        assign(2, mir.Aggregate(dog, (const(10),))),
        assign(3, ref(1)),
        assign(4, ref(2)),
        assign(5, unsize(copy(3), reference)),
        call(method, [copy(5)], 6, 1),
    )
    b.block(assign(5, unsize(copy(4), reference)), call(method, [copy(5)], 7, 2))
    b.block(DONE, goto(3))
    b.block(RETURN)
    machine = Machine(p)
    machine.start(p.main(b.build()))
    while len(machine.state.frames) < 3 or machine.state.frames[2][0][7] is None:
        machine.run_forward(1)
    assert machine.state.frames[2][0][6:] == [20, 30]


def test_slices_share_the_elements_and_index_checks_panic() -> None:
    p = HandProgram()
    array = t.Array(I32, t.ConstValue(3, USIZE))
    slice_ref = t.Ref(t.RE_ERASED, t.Slice(I32), True)
    main = p.function("main")
    b = BodyBuilder(
        p, main, 0, UNIT, (array, "a"), t.Ref(t.RE_ERASED, array, True), (slice_ref, "s"), (USIZE, "i"), USIZE, BOOL, (I32, "x")
    )
    bounds = mir.Assert(
        mir.SourceInfo(b.def_.span, 0), move(6), True, mir.AssertKind.BOUNDS_CHECK, None, (move(5), copy(4)), 1, None
    )
    b.block(
        assign(1, mir.Aggregate(array, (const(1), const(2), const(3)))),
        assign(2, ref(1, True)),
        assign(3, unsize(copy(2), slice_ref)),
        assign(4, const(0, USIZE)),
        goto(2),
    )
    b.block(
        assign(element(deref(3), 4), const(40)),
        assign(7, copy(element(1, 4))),
        assign(4, binary(BinOp.ADD, 4, const(1, USIZE))),
        goto(2),
    )
    b.block(
        assign(5, mir.Len(deref(3))),
        assign(6, binary(BinOp.LT, 4, 5)),
        bounds,
    )
    machine, end = run(p, p.main(b.build()))
    assert end.code == 101
    assert b"index out of bounds: the len is 3 but the index is 3" in machine.output("stderr")


def _spinner(p: HandProgram, text: str) -> t.Ty:
    """A function for a thread: prints `text` three times, with a yield after each."""
    write = p.langs.get("write") or p.intrinsic("stdout_write", (STR_REF,), UNIT)
    p.langs["write"] = write
    yield_now = p.intrinsic("thread_yield")
    def_ = p.function("thread", (UNIT,), UNIT)
    b = BodyBuilder(p, def_, 2, UNIT, UNIT, UNIT, (I32, "i"), BOOL, UNIT)
    b.block(assign(3, const(0)), goto(1))
    b.block(assign(4, binary(BinOp.LT, 3, const(3))), switch(move(4), 2, (0, 4)))
    b.block(call(write, printer(p, text), 5, 3))
    b.block(assign(3, binary(BinOp.ADD, 3, const(1))), call(yield_now, [], 5, 1))
    b.block(DONE, RETURN)
    b.build()
    ty: t.Ty = t.FnDef(def_, ())
    p.fn_once[ty] = Instance(InstanceKind.ITEM, def_)
    return ty


def test_threads_take_turns_the_same_way_each_time() -> None:
    p = HandProgram()
    tys = [_spinner(p, "a"), _spinner(p, "b")]
    spawn = [p.intrinsic("thread_spawn", (ty,), USIZE) for ty in tys]
    join = p.intrinsic("thread_join", (USIZE,))
    main = p.function("main")
    b = BodyBuilder(p, main, 0, UNIT, (USIZE, "a"), (USIZE, "b"), UNIT)
    b.block(call(spawn[0], [const(None, tys[0])], 1, 1))
    b.block(call(spawn[1], [const(None, tys[1])], 2, 2))
    b.block(call(join, [copy(1)], 3, 3))
    b.block(call(join, [copy(2)], 3, 4))
    b.block(DONE, RETURN)
    instance = p.main(b.build())
    machine, end = run(p, instance)
    assert end.code == 0
    assert machine.output() == b"ababab"
    machine, _ = run(p, instance, seed=3)
    assert sorted(machine.output()) == sorted(b"ababab")
    machine, _ = run(p, instance, quantum=3)
    assert sorted(machine.output()) == sorted(b"ababab")


def test_waiting_for_each_other_is_a_deadlock() -> None:
    p = HandProgram()
    wait = p.intrinsic("futex_wait", (t.RawPtr(I32, False), I32))
    main = p.function("main")
    b = BodyBuilder(p, main, 0, UNIT, (I32, "flag"), t.RawPtr(I32, False), UNIT)
    b.block(assign(1, const(0)), assign(2, mir.RawPtrTo(False, mir.Place(1))), call(wait, [copy(2), copy(1)], 3, 1))
    b.block(DONE, RETURN)
    machine = Machine(p)
    machine.start(p.main(b.build()))
    end = machine.run()
    assert end.kind is TerminationKind.DEADLOCK
    machine.run_back(1)
    assert machine.run() == end


def test_a_chosen_thread_runs_and_its_future_is_a_new_one() -> None:
    p = HandProgram()
    ty = _spinner(p, "a")
    spawn = p.intrinsic("thread_spawn", (ty,), USIZE)
    join = p.intrinsic("thread_join", (USIZE,))
    main = p.function("main")
    b = BodyBuilder(p, main, 0, UNIT, (USIZE, "a"), UNIT)
    b.block(call(spawn, [const(None, ty)], 1, 1))
    b.block(assign(2, const(None, UNIT)), goto(2))
    b.block(call(join, [copy(1)], 2, 3))
    b.block(DONE, RETURN)
    machine = Machine(p)
    machine.start(p.main(b.build()))
    machine.run_forward(2)
    assert machine.choose_thread(1)
    machine.run_forward(1)
    assert machine.state.current == 1
    machine.run()
    assert machine.output() == b"aaa"
    machine.seek(0)
    machine.run()
    assert machine.output() == b"aaa"
