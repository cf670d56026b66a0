"""What is said of names that are there but can't be used from there: private ones (E0603), ambiguous ones (E0659)."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label, Suggestion, note_at
from interpreter.resolve.candidates import is_reachable, item_span
from interpreter.resolve.defs import DefRes
from interpreter.resolve.late_paths import is_unit
from interpreter.resolve.modules import Binding
from interpreter.resolve.resolver import AmbiguityError, PrivacyError, Resolver, describe
from interpreter.syntax import ast


def private(resolver: Resolver, error: PrivacyError) -> Diagnostic:
    """E0603."""
    binding = error.binding
    name = error.ident.name
    what = describe(binding.res)
    noun = f"{what} import" if binding.import_ is not None else what
    secondary: tuple[Label, ...] = ()
    suggestions: list[Suggestion] = []
    origin = binding.origin()
    if isinstance(binding.res, DefRes) and binding.res.ctor and not is_unit(binding.res.def_):
        noun = what = "tuple struct constructor"
        fields = [f.node for f in origin.ctor_fields if isinstance(f.node, ast.FieldDef)]
        if fields:
            whole = fields[0].span.to(fields[-1].span)
            secondary = (Label(whole, "a constructor is private if any of the fields is private"),)
            edits = tuple((f.span.shrink_to_lo(), "pub ") for f in fields if f.vis.kind is ast.VisKind.INHERITED)
            words = f"consider making the field{'s' if len(edits) > 1 else ''} publicly accessible"
            suggestions.append(Suggestion(words, edits))
    if error.wanted is not None and error.wanted[0].span != error.ident.span and not _is_importable(resolver, error):
        wanted, res = error.wanted
        label = f"{describe(res)} `{wanted.name}` is not publicly re-exported"
        secondary = (*secondary, Label(wanted.span, label))
    notes = [note_at(f"the {noun} `{name}` is defined here", *_places(binding))]
    if binding.import_ is not None:
        refers = f"...and refers to the {what} `{name}` which is defined here"
        notes = [note_at(f"the {noun} `{name}` is defined here...", *_places(binding)), note_at(refers, *_places(origin))]
    primary = (Label(error.ident.span, f"private {noun}"),)
    message = f"{noun} `{name}` is private"
    return Diagnostic("E0603", message, primary, secondary, tuple(notes), suggestions=tuple(suggestions))


def _places(binding: Binding) -> tuple[Label, ...]:
    """Where a name is defined or imported; nothing if nobody wrote that."""
    if binding.import_ is not None:
        return (Label(binding.import_.span),)
    return (Label(item_span(binding.res.def_)),) if isinstance(binding.res, DefRes) else ()


def _is_importable(resolver: Resolver, error: PrivacyError) -> bool:
    """Whether what a path goes on to behind something private is to be had by another path."""
    assert error.wanted is not None
    wanted, res = error.wanted
    return is_reachable(resolver, wanted.name, res, error.module)


def ambiguous(error: AmbiguityError) -> Diagnostic:
    """E0659."""
    name = error.ident.name
    notes = [f"ambiguous because of {error.kind.value}"]
    helps = []
    for binding, also in ((error.first, ""), (error.second, "also ")):
        how = "imported" if binding.import_ is not None else "defined"
        notes.append(note_at(f"`{name}` could {also}refer to the {describe(binding.res)} {how} here", *_places(binding)))
        if binding.glob:
            helps.append(f"consider adding an explicit import of `{name}` to disambiguate")
    label = Label(error.ident.span, "ambiguous name")
    return Diagnostic("E0659", f"`{name}` is ambiguous", (label,), (), tuple(notes), tuple(helps))
