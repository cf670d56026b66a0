"""`#[target_feature(enable = "..")]` on x86-64 (rustc_target: target_features.rs).

Functions with it are safe to call where the same features are known to be there, and unsafe elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable

from interpreter.diagnostics import DiagnosticSink
from interpreter.hints import Final
from interpreter.resolve import attribute_args
from interpreter.resolve.defs import Def
from interpreter.syntax.ast import Attribute, Token
from interpreter.syntax.stream import split_meta

_STABLE: Final = frozenset((
    "adx", "aes", "avx", "avx2", "avx512bf16", "avx512bitalg", "avx512bw", "avx512cd", "avx512dq", "avx512f", "avx512fp16",
    "avx512ifma", "avx512vbmi", "avx512vbmi2", "avx512vl", "avx512vnni", "avx512vp2intersect", "avx512vpopcntdq", "avxifma",
    "avxneconvert", "avxvnni", "avxvnniint16", "avxvnniint8", "bmi1", "bmi2", "cmpxchg16b", "f16c", "fma", "fxsr", "gfni", "kl",
    "lzcnt", "movbe", "pclmulqdq", "popcnt", "rdrand", "rdseed", "sha", "sha512", "sm3", "sm4", "sse", "sse2", "sse3", "sse4.1",
    "sse4.2", "sse4a", "ssse3", "tbm", "vaes", "vpclmulqdq", "widekl", "xsave", "xsavec", "xsaveopt", "xsaves",
))  # fmt: skip
_UNSTABLE: Final = {
    126622: "amx-avx512 amx-bf16 amx-complex amx-fp16 amx-fp8 amx-int8 amx-movrs amx-tf32 amx-tile",
    127208: "xop", 137976: "movrs", 138843: "avx10.1 avx10.2", 139284: "apxf", 150249: "rtm", 150251: "x87", 150256: "ermsb",
    150258: "lahfsahf", 150261: "prfchw",
}  # fmt: skip
"""The tracking issues of those that are for nightly only."""
_IMPLIES: Final = {
    "sse2": "sse", "sse3": "sse2", "ssse3": "sse3", "sse4.1": "ssse3", "sse4.2": "sse4.1", "sse4a": "sse3", "avx": "sse4.2",
    "avx2": "avx", "fma": "avx", "f16c": "avx", "avx512f": "avx2 fma f16c", "avx512bw": "avx512f", "avx512cd": "avx512f",
    "avx512dq": "avx512f", "avx512vl": "avx512f", "avx512ifma": "avx512f", "avx512vbmi": "avx512bw", "avx512vbmi2": "avx512bw",
    "avx512bf16": "avx512bw", "avx512bitalg": "avx512bw", "avx512fp16": "avx512bw", "avx512vnni": "avx512f",
    "avx512vp2intersect": "avx512f", "avx512vpopcntdq": "avx512f", "avxifma": "avx2", "avxneconvert": "avx2", "avxvnni": "avx2",
    "avxvnniint16": "avx2", "avxvnniint8": "avx2", "aes": "sse2", "gfni": "sse2", "kl": "sse2", "widekl": "kl",
    "pclmulqdq": "sse2", "sha": "sse2", "sha512": "avx2", "sm3": "avx", "sm4": "avx2", "vaes": "avx2 aes",
    "vpclmulqdq": "avx pclmulqdq", "xsavec": "xsave", "xsaveopt": "xsave", "xsaves": "xsave",
}  # fmt: skip


def _words(attr: Attribute) -> Iterable[tuple[str, Token]]:
    for part in attribute_args.parts(attr):
        name, rest = split_meta(part)
        if name == "enable" and len(rest) == 2 and isinstance(literal := rest[1], Token):
            for word in literal.text.strip('"').split(","):
                yield word, part[0]._replace(span=part[0].span.to(literal.span)) if isinstance(part[0], Token) else literal


def check(attr: Attribute, sink: DiagnosticSink) -> None:
    """Report the features that there aren't, or not yet."""
    for word, place in _words(attr):
        issue = next((number for number, words in _UNSTABLE.items() if word in words.split()), None)
        if issue is not None:
            note = f"see issue #{issue} <https://github.com/rust-lang/rust/issues/{issue}> for more information"
            sink.error("E0658", f"the target feature `{word}` is currently unstable", place.span, notes=(note,))
        elif word not in _STABLE:
            helps = ("consider removing the leading `+` in the feature name",) if word[1:] in _STABLE and word[0] == "+" else ()
            label = f"`{word}` is not valid for this target"
            sink.error(None, f"the feature named {label}", place.span, label, helps=helps)


def required(def_: Def) -> list[str]:
    """The features that a function says it needs, with those that these imply; none for a function of std."""
    attr = def_.attrs.get("target_feature")
    if attr is None or def_.is_std:
        return []
    found: dict[str, None] = {}
    work = [word for word, _ in _words(attr)]
    while work:
        word = work.pop(0)
        found[word] = None
        work += _IMPLIES.get(word, "").split()
    return list(found)


def missing(callee: Def, caller: Def) -> list[str]:
    """The features that a call needs and the caller doesn't say are there: those that are written."""
    known = set(required(caller))
    attr = callee.attrs.get("target_feature")
    if attr is None or known.issuperset(required(callee)):
        return []
    return [word for word, _ in _words(attr) if word not in known]
