"""The body that runs `main`: calls it, turns what it returned into an exit code, and returns that (rustc: `lang_start`)."""

from __future__ import annotations

from interpreter.machine.program import Program
from interpreter.mir import body as mir
from interpreter.mir.body import Body
from interpreter.transform.instance import Instance
from interpreter.typeck import ty as t


def start_body(program: Program, main: Instance) -> Body:
    """`fn start() -> i32 { report(main()) }`; without a call of `report` where main returns `()`."""
    assert main.def_ is not None
    span = main.def_.span
    info = mir.SourceInfo(span, 0)
    output = program.signature(main).output
    function = mir.Constant(None, t.FnDef(main.def_, main.args), span)
    blocks = [mir.BasicBlock((), mir.Call(info, function, (), mir.Place(1), 1, None, span))]
    report = program.lang("termination_report") if output is not t.UNIT else None
    if report is None:
        zero = mir.Assign(info, mir.Place(0), mir.Use(mir.Constant(0, t.I32, span)))
        blocks.append(mir.BasicBlock((zero,), mir.Return(info)))
    else:
        reporting = mir.Constant(None, t.FnDef(report, (output,)), span)
        blocks.append(mir.BasicBlock((), mir.Call(info, reporting, (mir.Move(mir.Place(1)),), mir.Place(0), 2, None, span)))
        blocks.append(mir.BasicBlock((), mir.Return(info)))
    locals_ = (
        mir.LocalDecl(t.I32, mir.LocalKind.RETURN, True, span),
        mir.LocalDecl(output, mir.LocalKind.TEMP, True, span),
    )
    scopes = (mir.Scope(None, span, ()),)
    return Body(main.def_, tuple(blocks), locals_, 0, scopes, span, span, shim="start")
