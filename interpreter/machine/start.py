"""Bodies that the machine makes itself: the one that runs `main` (rustc: `lang_start`), and functions around what has no body."""

from __future__ import annotations

from interpreter.machine.program import Program
from interpreter.mir import body as mir
from interpreter.mir.body import Body
from interpreter.transform.instance import Instance
from interpreter.typeck import ty as t


def start_body(program: Program, main: Instance) -> Body:
    """`fn start() -> i32 { let code = report(main()); if has_thread_exits() { run_thread_exits() } code }`; without a call of
    `report` where main returns `()`."""
    assert main.def_ is not None
    span = main.def_.span
    info = mir.SourceInfo(span, 0)
    output = program.signature(main).output
    function = mir.Constant(None, t.FnDef(main.def_, main.args), span)
    blocks = [mir.BasicBlock((), mir.Call(info, function, (), mir.Place(1), 1, None, span))]
    report = program.lang("termination_report") if output is not t.UNIT else None
    if report is None:
        zero = mir.Assign(info, mir.Place(0), mir.Use(mir.Constant(0, t.I32, span)))
        blocks.append(mir.BasicBlock((zero,), mir.Goto(info, 2)))
    else:
        reporting = mir.Constant(None, t.FnDef(report, (output,)), span)
        blocks.append(mir.BasicBlock((), mir.Call(info, reporting, (mir.Move(mir.Place(1)),), mir.Place(0), 2, None, span)))
    ask, run = program.lang("has_thread_exits"), program.lang("run_thread_exits")
    if ask is not None and run is not None:
        asking, running = (mir.Constant(None, t.FnDef(def_, ()), span) for def_ in (ask, run))
        blocks.append(mir.BasicBlock((), mir.Call(info, asking, (), mir.Place(2), 3, None, span)))
        blocks.append(mir.BasicBlock((), mir.SwitchInt(info, mir.Copy(mir.Place(2)), ((0, 5),), 4)))
        blocks.append(mir.BasicBlock((), mir.Call(info, running, (), mir.Place(3), 5, None, span)))
    blocks.append(mir.BasicBlock((), mir.Return(info)))
    locals_ = (
        mir.LocalDecl(t.I32, mir.LocalKind.RETURN, True, span),
        *(mir.LocalDecl(ty, mir.LocalKind.TEMP, True, span) for ty in (output, t.BOOL, t.UNIT)),
    )
    scopes = (mir.Scope(None, span, ()),)
    return Body(main.def_, tuple(blocks), locals_, 0, scopes, span, span, shim="start")


def forwarding_body(ty: t.FnDef, signature: t.FnSig) -> Body:
    """The body of a function that passes its arguments on to `ty` and returns what that returns."""
    span = ty.def_.span
    info = mir.SourceInfo(span, 0)
    tys = (signature.output, *signature.inputs)
    kinds = (mir.LocalKind.RETURN, *(mir.LocalKind.ARG for _ in signature.inputs))
    locals_ = tuple(mir.LocalDecl(ty_, kind, True, span) for ty_, kind in zip(tys, kinds, strict=True))
    args = tuple(mir.Move(mir.Place(i)) for i in range(1, len(tys)))
    call = mir.Call(info, mir.Constant(None, ty, span), args, mir.Place(0), 1, None, span)
    blocks = (mir.BasicBlock((), call), mir.BasicBlock((), mir.Return(info)))
    scopes = (mir.Scope(None, span, ()),)
    return Body(ty.def_, blocks, locals_, len(signature.inputs), scopes, span, span, shim="fn pointer")
