"""`#[rustc_on_unimplemented]` and `#[diagnostic::on_unimplemented]`: the words a trait gives for E0277 (Reference: diagnostic
attributes).

`on(filter, message = .., label = ..)` groups come first, the first that fits wins for each option; filters are `Self = "name"`
and `_Self = ..` comparisons of arguments as printed, joined by `all`, `any`, `not`; `crate_local` (a type of the user's) and
`from_desugaring = "FormatLiteral"` (a placeholder of a format string); `cause = "MainFunctionType"`.
"""

from __future__ import annotations

import re

from interpreter.hints import TYPE_CHECKING
from interpreter.records import Record, field
from interpreter.syntax import ast
from interpreter.typeck import pretty_ty
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


class Words(Record):
    """What was given; None where nothing was."""

    message: str | None = None
    label: str | None = None
    notes: list[str] = field(default_factory=list)


def words_for(tcx: TyCtxt, ref: t.TraitRef, *, in_format: bool = False, of_main: bool = False) -> Words:
    """The trait's own words for this reference, with parameters put in. `in_format`: required by a placeholder of a format
    string. `of_main`: required of what `main` returns."""
    words = Words()
    self_ty = ref.args[0]
    flags = {"crate_local"} if isinstance(self_ty, t.Adt) and not self_ty.def_.is_std else set()
    if in_format:
        flags.add("FormatLiteral")
    if of_main:
        flags.add("MainFunctionType")
    values = {"Self": tcx.format_ty(ref.args[0]), "This": ref.trait.name, ref.trait.name: pretty_ty.trait_path(tcx, ref)}
    spellings = {"Self": _spellings(tcx, ref.args[0])}
    for param, arg in zip(tcx.generics_of(ref.trait).params[1:], ref.args[1:], strict=False):
        values[param.name] = tcx.format_ty(arg)
        spellings[param.name] = _spellings(tcx, arg)
    for name in ("rustc_on_unimplemented", "diagnostic::on_unimplemented"):
        attr = ref.trait.attrs.get(name)
        if attr is not None:
            for tree in attr.args:
                if isinstance(tree, ast.Delimited):
                    _read(tree.trees, words, _Facts(values, spellings, flags))
    for key in ("message", "label"):
        text = getattr(words, key)
        if text is not None:
            setattr(words, key, _format(text, values))
    words.notes = [_format(n, values) for n in words.notes]
    return words


class _Facts(Record):
    """What filters ask for: the arguments as printed, all the ways in which each can be named, what else is the case."""

    values: dict[str, str]
    spellings: dict[str, set[str]]
    flags: set[str]


def _spellings(tcx: TyCtxt, arg: t.GenericArg) -> set[str]:
    """How a filter may name a type: as printed, by its definition's own parameters, by its shape."""
    found = {tcx.format_ty(arg)}
    inner: object = arg
    prefix = ""
    while isinstance(inner, t.Ref) and not inner.mutable:
        inner, prefix = inner.ty, prefix + "&"
    if isinstance(inner, t.Adt):
        found.add(tcx.format_ty(tcx.type_of(inner.def_)))
    elif isinstance(inner, (t.Slice, t.Array)):
        end = "; _" if isinstance(inner, t.Array) else ""
        found |= {f"{prefix}[]", *(f"{prefix}[{elem}{end}]" for elem in _spellings(tcx, inner.elem))}
    elif isinstance(inner, (t.Prim, t.Infer)) and t.is_integral(inner):
        found.add(f"{prefix}{{integral}}")
    return found


def _format(text: str, values: dict[str, str]) -> str:
    return re.sub(r"\{([A-Za-z_]\w*)\}", lambda m: values.get(m.group(1), m.group(0)), text)


def _split(trees: list[ast.TokenTree]) -> list[list[ast.TokenTree]]:
    """The token trees between commas."""
    parts: list[list[ast.TokenTree]] = [[]]
    for tree in trees:
        if isinstance(tree, ast.Token) and tree.text == ",":
            parts.append([])
        else:
            parts[-1].append(tree)
    return [p for p in parts if p]


def _text(tree: ast.TokenTree) -> str:
    """The contents of a string literal token."""
    assert isinstance(tree, ast.Token)
    body = tree.text.strip()
    if body.startswith("r"):
        return body.lstrip("r").strip("#")[1:-1]
    return re.sub(r"\\\n\s*", "", body[1:-1]).replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")


def _read(trees: list[ast.TokenTree], words: Words, facts: _Facts) -> None:
    for part in _split(trees):
        head = part[0]
        if not isinstance(head, ast.Token):
            continue
        if head.text == "on" and len(part) == 2 and isinstance(part[1], ast.Delimited):
            inner = _split(part[1].trees)
            if inner and _holds(inner[0], facts):
                _read([tok for p in inner[1:] for tok in (*p, _COMMA)], words, facts)
        elif (
            len(part) == 3
            and isinstance(part[1], ast.Token)
            and part[1].text == "="
            and head.text in ("message", "label", "note")
        ):
            if head.text == "note":
                words.notes.append(_text(part[2]))
            elif getattr(words, head.text) is None:
                setattr(words, head.text, _text(part[2]))


_COMMA = ast.Token("COMMA", ",", None)  # type: ignore[arg-type]


def _holds(condition: list[ast.TokenTree], facts: _Facts) -> bool:
    head = condition[0]
    if not isinstance(head, ast.Token):
        return False
    if len(condition) == 2 and isinstance(condition[1], ast.Delimited):
        inner = [_holds(p, facts) for p in _split(condition[1].trees)]
        return {"all": all(inner), "any": any(inner), "not": not any(inner)}.get(head.text, False)
    if len(condition) == 1:
        return head.text in facts.flags
    if len(condition) == 3 and head.text in ("from_desugaring", "cause"):
        return _text(condition[2]) in facts.flags
    if len(condition) == 3:
        name = head.text.removeprefix("_") if head.text == "_Self" else head.text
        return _format(_text(condition[2]), facts.values) in facts.spellings.get(name, ())
    return False
