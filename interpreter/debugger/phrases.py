"""How things of the program are called in sentences: places, values and functions by the program's own names. Static: needs no run."""

from __future__ import annotations

from interpreter.debugger.memory import name_of
from interpreter.debugger.steps import called_def
from interpreter.machine.inspect import field_name
from interpreter.mir import body as mir
from interpreter.mir.body import LocalKind
from interpreter.source import Span
from interpreter.typeck import ty as t


def place_text(body: mir.Body, place: mir.Place) -> str | None:
    """`x`, `self.name`, `*r`, `v[..]`, as the user would write it; None for temporaries."""
    decl = body.locals[place.local]
    if decl.kind is LocalKind.RETURN:
        return None
    if decl.name is None:
        return None
    text = decl.name
    ty: t.Ty | None = decl.ty
    variant = 0
    pending_deref = False
    for elem in place.projection:
        match elem:
            case mir.Deref():
                if pending_deref:
                    text = f"*{text}"
                pending_deref = True
                ty = ty.ty if isinstance(ty, (t.Ref, t.RawPtr)) else ty.args[0] if isinstance(ty, t.Adt) else None  # type: ignore[assignment]
            case mir.Field():
                name = field_name(ty, variant, elem.index) if ty is not None else str(elem.index)
                text = f"{text}.{name}"
                ty, variant, pending_deref = elem.ty, 0, False
            case mir.Downcast():
                variant = elem.variant
            case mir.Index() | mir.ConstantIndex():
                index = body.locals[elem.local].name if isinstance(elem, mir.Index) else str(elem.offset)
                text = f"{text}[{index or '..'}]"
                ty, pending_deref = getattr(ty, "elem", None), False
            case mir.Subslice():
                text, pending_deref = f"{text}[..]", False
    return f"*{text}" if pending_deref else text


def destination(body: mir.Body, place: mir.Place) -> str:
    """Where a value goes: "`x`", "the result of `main`", "a temporary"."""
    if place.local == mir.RETURN_PLACE:
        return f"the result of `{name_of(body.owner)}`"
    text = place_text(body, place)
    return f"`{text}`" if text is not None else "a temporary"


def operand_text(body: mir.Body, operand: mir.Operand) -> str:
    """What an operand is called: "`x`", "5", "a temporary"."""
    if isinstance(operand, mir.Constant):
        return f"`{source_text(operand.span)}`"
    text = place_text(body, operand.place)
    return f"`{text}`" if text is not None else "the value just made"


def source_text(span: Span, width: int = 40) -> str:
    """The text of an expression in one line, cut off if it is long."""
    text = " ".join(span.source_callsite().text.split())
    return text if len(text) <= width else text[: width - 1] + "…"


def macro_name(span: Span) -> str | None:
    """`println!`, for code that stands in the body of a macro."""
    if span.call_site is None:
        return None
    text = span.source_callsite().text
    name, bang, _ = text.partition("!")
    return name + bang if bang and name.replace(":", "").isidentifier() else None


def callee_text(func: mir.Operand, span: Span | None = None) -> str:
    """The name of the function that a call calls; of the macro, where the call at `span` comes from one."""
    macro = macro_name(span) if span is not None else None
    if macro is not None:
        return macro
    def_ = called_def(func)
    if def_ is None:
        return "a function pointer"
    return name_of(def_)
