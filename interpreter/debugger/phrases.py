"""How things of the program are called in sentences: places, values and functions by the program's own names. Static: needs no
run."""

from __future__ import annotations

from interpreter.debugger.flow import Flow, Flows, called_def, in_std_macro, source_text, user_name
from interpreter.debugger.memory import TypeNames, capture_name, name_of
from interpreter.machine.code import CodeStore
from interpreter.machine.inspect import field_name
from interpreter.mir import body as mir
from interpreter.mir.body import LocalKind, Place
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.transform.instance import InstanceKind
from interpreter.typeck import ty as t


def place_text(body: mir.Body, place: mir.Place) -> str | None:
    """`x`, `self.name`, `*r`, `v[..]`, as the user would write it; None for temporaries."""
    decl = body.locals[place.local]
    name = user_name(decl)
    if decl.kind is not LocalKind.RETURN and name is None and place.local == 1 and body.captures:
        return _captured_text(body, place)
    if decl.kind is LocalKind.RETURN or name is None:
        return None
    return path_text(body, name, decl.ty, place.projection)


def _captured_text(body: mir.Body, place: mir.Place) -> str | None:
    """A place within a closure's environment, by the names of what was captured; a capture by reference reads like the thing
    itself."""
    for at, elem in enumerate(place.projection[:2]):
        if isinstance(elem, mir.Field) and elem.index < len(body.captures):
            rest, ty = place.projection[at + 1 :], elem.ty
            if body.captures[elem.index].by_ref is not None and rest and isinstance(rest[0], mir.Deref) and isinstance(ty, t.Ref):
                rest, ty = rest[1:], ty.ty
            return path_text(body, capture_text(body, elem.index), ty, rest)
    return None


def path_text(body: mir.Body, text: str, ty: t.Ty | None, projection: tuple[mir.Projection, ...]) -> str:
    """The text of a part of what is called `text`."""
    variant = 0
    derefs = 0
    for elem in projection:
        match elem:
            case mir.Deref():
                derefs += 1
                ty = ty.ty if isinstance(ty, (t.Ref, t.RawPtr)) else ty.args[0] if isinstance(ty, t.Adt) else None  # type: ignore[assignment]
            case mir.Field():
                if isinstance(ty, t.Closure) and elem.index < len(body.captures):
                    text = capture_text(body, elem.index)
                else:
                    text = f"{text}.{field_name(ty, variant, elem.index) if ty is not None else elem.index}"
                ty, variant, derefs = elem.ty, 0, 0
            case mir.Downcast():
                variant = elem.variant
            case mir.Index() | mir.ConstantIndex():
                index = user_name(body.locals[elem.local]) if isinstance(elem, mir.Index) else str(elem.offset)
                text = f"{text}[{index or '..'}]"
                ty, derefs = getattr(ty, "elem", None), 0
            case mir.Subslice():
                text, derefs = f"{text}[..]", 0
    return "*" * derefs + text


def capture_text(body: mir.Body, index: int) -> str:
    """The captured place number `index` of a closure's body, as it is written in there."""
    return capture_name(body.captures[index])


def macro_name(span: Span) -> str | None:
    """`println!`, for code that stands in the body of a macro."""
    if span.call_site is None:
        return None
    text = span.source_callsite().text
    name, bang, _ = text.partition("!")
    return name + bang if bang and name.replace(":", "").isidentifier() else None


class Phrases:
    """Names in sentences; remembers what it worked out."""

    def __init__(self, code: CodeStore, flows: Flows, names: TypeNames) -> None:
        self.code = code
        self.flows = flows
        self.names = names

    def flow(self, body: mir.Body) -> Flow:
        return self.flows.of(body)

    # -------------------------------------------------------------------------------------------- places and values

    def place(self, body: mir.Body, place: Place) -> str:
        """ "`x`", "the temporary `f()`", "the loop's iterator"."""
        text = place_text(body, place)
        if text is not None:
            return f"`{text}`"
        if place.local == mir.RETURN_PLACE:
            return f"the result of `{name_of(body.owner)}`"
        if body.captures and place.local == 1 and not place.projection:
            return "the closure with what it captured"
        flow = self.flow(body)
        if place.local in flow.loops:
            return f"the iterator of the loop over `{flow.loops[place.local].over}`"
        if place.projection:
            source = flow.source_of(place.local)
            if source is not None and isinstance(place.projection[0], mir.Deref):
                inner = place_text(body, Place(source.local, source.projection + place.projection[1:]))
                if inner is not None:
                    return f"`{inner}`"
        text = flow.text_of(place.local)
        if text is None:
            return "a temporary"
        if place.projection:
            return "a part of a temporary" if not isinstance(place.projection[0], mir.Deref) else f"what `{text}` points to"
        return f"the temporary `{text}`"

    def borrowed(self, body: mir.Body, statement: mir.Assign) -> str:
        """What a borrow borrows, by the text that it stands for where the place has no name."""
        assert isinstance(statement.rvalue, (mir.Ref, mir.RawPtrTo))
        place = statement.rvalue.place
        text = place_text(body, place)
        if text is not None:
            return f"`{text}`"
        if place.projection and not in_std_macro(statement.info.span):
            written = source_text(statement.info.span).removeprefix("&").removeprefix("mut ").strip()
            return f"`{written}`"
        return self.place(body, place)

    def destination(self, body: mir.Body, place: Place) -> str:
        """Where a value goes: "`x`", "the result of `main`", "the parameter `s` of `take`", "the field `name` of `Person`", "a
        temporary"."""
        text = place_text(body, place)
        if text is not None:
            return f"`{text}`"
        if place.local == mir.RETURN_PLACE:
            return f"the result of `{name_of(body.owner)}`"
        if place.projection:
            return self.place(body, place)
        return self._becomes(body, place.local) or "a temporary"

    def _becomes(self, body: mir.Body, local: int) -> str | None:
        """The parameter, field or element that a temporary is on its way to."""
        flow = self.flow(body)
        argument = flow.argument(local)
        if argument is not None:
            call, index = argument
            if flow.role(call).value:
                return "the loop"
            return self.parameter(call, index)
        field = flow.field(local)
        if field is not None:
            statement, index = field
            return self.part_of_new(statement, index)
        return None

    def part_of_new(self, statement: mir.Assign, index: int) -> str:
        """The field, element or capture number `index` of what an aggregate makes."""
        rvalue = statement.rvalue
        assert isinstance(rvalue, mir.Aggregate)
        match rvalue.ty:
            case t.Adt() as ty:
                name = field_name(ty, rvalue.variant, index)
                variants = [c.name for c in ty.def_.children if c.kind is DefKind.VARIANT]
                owner = variants[rvalue.variant] if rvalue.variant < len(variants) else ty.def_.name
                return f"`{owner}`" if name.isdigit() else f"the field `{name}` of `{owner}`"
            case t.Closure():
                return "the closure"
            case t.Array():
                return f"element {index} of an array"
        return f"part {index} of a tuple"

    def parameter(self, call: mir.Call, index: int) -> str:
        """Which parameter argument number `index` of a call is: "the parameter `s` of `take`"."""
        macro = macro_name(call.info.span)
        if macro is not None:
            return f"`{macro}`"
        def_ = self.callee_def(call)
        name = self.callee(call)
        if def_ is None or def_.is_std or def_.kind is DefKind.CLOSURE:
            return f"the call of `{name}`"
        parameter = self.parameter_name(def_, index)
        return f"the parameter `{parameter}` of `{name}`" if parameter is not None else f"a parameter of `{name}`"

    def parameter_name(self, def_: Def, index: int) -> str | None:
        """The name of a user function's parameter; None if it is a pattern."""
        tcx = self.names.tcx
        if def_.kind not in (DefKind.FN, DefKind.ASSOC_FN) or tcx.thir_body(def_) is None:
            return None
        locals_ = tcx.mir_built(def_).locals
        return user_name(locals_[index + 1]) if index + 1 < len(locals_) else None

    def operand(self, body: mir.Body, operand: mir.Operand) -> str:
        """What an operand is called: "`x`", "`5`", "the temporary `f()`"."""
        if isinstance(operand, mir.Constant):
            return f"`{source_text(operand.span)}`"
        return self.place(body, operand.place)

    # -------------------------------------------------------------------------------------------- functions

    def callee_def(self, call: mir.Call) -> Def | None:
        """The function that a call runs: for a trait's method the impl's; None for function pointers."""
        def_ = called_def(call.func)
        if def_ is None or not isinstance(call.func, mir.Constant) or not isinstance(call.func.ty, t.FnDef):
            return None
        instance = self.code.resolve(call.func.ty)
        return instance.def_ if instance.def_ is not None else def_

    def is_std_call(self, call: mir.Call) -> bool:
        """What is called has its text in std, or is made by the compiler."""
        if not isinstance(call.func, mir.Constant) or not isinstance(call.func.ty, t.FnDef):
            return False
        instance = self.code.resolve(call.func.ty)
        return instance.def_ is not None and instance.def_.is_std and instance.kind is not InstanceKind.CLOSURE

    def is_virtual(self, call: mir.Call) -> bool:
        """A method of a trait object."""
        if not isinstance(call.func, mir.Constant) or not isinstance(call.func.ty, t.FnDef):
            return False
        return self.code.resolve(call.func.ty).kind is InstanceKind.VIRTUAL

    def callee(self, call: mir.Call) -> str:
        """The name of the function that a call calls; of the macro, where the call comes from one."""
        macro = macro_name(call.info.span)
        if macro is not None:
            return macro
        if isinstance(call.func, mir.Constant) and isinstance(call.func.ty, t.Closure):
            return "the closure"
        def_ = self.callee_def(call)
        if def_ is None:
            text = place_text_of(call.func)
            return text or "a function pointer"
        return name_of(def_)


def place_text_of(operand: mir.Operand) -> str | None:
    """The text of a constant callee, where it has one."""
    return source_text(operand.span) if isinstance(operand, mir.Constant) else None
