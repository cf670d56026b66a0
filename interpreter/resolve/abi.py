"""The strings of `extern "abi"`: that there is such an ABI (E0703), that it is stable (E0658) and that the target has it (E0570).

In: the literal, where a function, a function pointer's type or a block of foreign items has one. rustc: `ExternAbi`,
`rustc_ast_lowering::stability`, `Target::is_abi_supported` for x86_64 Linux.
"""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, DiagnosticSink, Label, Suggestion
from interpreter.hints import Final
from interpreter.resolve.suggest import best_match
from interpreter.syntax.ast import Lit

_STABLE: Final = frozenset((
    "Rust", "C", "C-unwind", "cdecl", "cdecl-unwind", "efiapi", "system", "system-unwind", "sysv64", "sysv64-unwind", "win64",
    "win64-unwind",
))  # fmt: skip
_OTHER_TARGETS: Final = frozenset((
    "aapcs", "aapcs-unwind", "fastcall", "fastcall-unwind", "stdcall", "stdcall-unwind", "thiscall", "thiscall-unwind",
    "avr-interrupt", "avr-non-blocking-interrupt", "cmse-nonsecure-call", "cmse-nonsecure-entry", "gpu-kernel",
    "msp430-interrupt", "ptx-kernel", "riscv-interrupt-m", "riscv-interrupt-s", "rust-invalid",
))  # fmt: skip
_ISSUES: Final = {
    "avr-interrupt": 69664, "avr-non-blocking-interrupt": 69664, "cmse-nonsecure-call": 81391, "cmse-nonsecure-entry": 75835,
    "custom": 140829, "gpu-kernel": 135467, "msp430-interrupt": 38487, "ptx-kernel": 38788, "riscv-interrupt-m": 111889,
    "riscv-interrupt-s": 111889, "rust-call": 29625, "rust-cold": 97544, "rust-preserve-none": 151401, "vectorcall": 124485,
    "vectorcall-unwind": 124485, "x86-interrupt": 40180, "unadjusted": 0, "rust-invalid": 0,
}  # fmt: skip
"""Unstable ABIs with their tracking issues; 0 = they are never to be stable."""

_VARIADIC: Final = frozenset((
    "C", "C-unwind", "cdecl", "cdecl-unwind", "efiapi", "system", "system-unwind", "sysv64", "sysv64-unwind", "win64",
    "win64-unwind", "aapcs", "aapcs-unwind",
))  # fmt: skip


def supports_variadic(abi: str) -> bool:
    """Whether a function of this ABI may take any number of arguments (rustc: `supports_c_variadic`)."""
    return abi in _VARIADIC


def check_abi(abi: Lit | None, sink: DiagnosticSink) -> None:
    """Judge the literal after `extern`, if there is one."""
    if abi is None or abi.span.file.is_std:
        return
    name, span = str(abi.value), abi.span
    if name not in _STABLE | _OTHER_TARGETS | _ISSUES.keys():
        similar = best_match(sorted(_STABLE | _OTHER_TARGETS | _ISSUES.keys()), name)
        suggestions = (
            (Suggestion(f"there's a similarly named valid ABI `{similar}`", ((span, f'"{similar}"'),)),) if similar else ()
        )
        note = "invoke `rustc --print=calling-conventions` for a full list of supported calling conventions"
        message = f"invalid ABI: found `{name}`"
        sink.emit(Diagnostic("E0703", message, (Label(span, "invalid ABI"),), notes=(note,), suggestions=suggestions))
        return
    if name in _OTHER_TARGETS:
        sink.error("E0570", f'"{name}" is not a supported ABI for the current target', span)
    issue = _ISSUES.get(name)
    if issue is not None:
        fate = "experimental and subject to change" if issue else "an implementation detail and perma-unstable"
        link = f"see issue #{issue} <https://github.com/rust-lang/rust/issues/{issue}> for more information"
        sink.error("E0658", f'the extern "{name}" ABI is {fate}', span, notes=(link,) if issue else ())
