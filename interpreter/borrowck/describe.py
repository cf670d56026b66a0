"""What places and uses are called in messages, and which spans stand for them (rustc_borrowck::diagnostics).

A use of a place may be a closure's capture, the receiver of a method call that takes `self`, or plain: `UseSpans` tells, as
the spans to point at differ.
"""

from __future__ import annotations

from interpreter.borrowck.borrow_set import BorrowData
from interpreter.borrowck.facts import BodyFacts
from interpreter.dataflow.place_ty import prefix_tys
from interpreter.enums import Enum
from interpreter.hints import TYPE_CHECKING, Any
from interpreter.mir import body as mir
from interpreter.mir.body import Local, Location, Place
from interpreter.records import Record
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import VariantKind
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind, CapturedPlace, ClosureInfo

if TYPE_CHECKING:
    from interpreter.borrowck.diag import DiagBuilder
    from interpreter.typeck.defs import AssocItem


class CallKind(Enum):
    """What sort of call takes its receiver by value (rustc: `CallKind`)."""

    NORMAL = "method"
    FN_CALL = "call of a closure or function value"
    OPERATOR = "operator"
    DEREF_COERCION = "deref coercion"
    FOR_LOOP = "the into_iter of a for loop"


class ClosureUse(Record, frozen=True):
    """Captured by a closure: `args_span` is the closure's head, `path_span` where the closure uses it, `kind_span` what makes it
    be captured as it is. `what`: a closure, or a coroutine (an `async` block)."""

    args_span: Span
    path_span: Span
    kind_span: Span
    what: str


class FnSelfUse(Record, frozen=True):
    """The receiver of a method that takes self."""

    var_span: Span
    fn_call_span: Span
    method: Def
    method_args: t.Args
    kind: CallKind


class PlainUse(Record, frozen=True):
    """Anything else; `pattern`: by a match's pattern."""

    span: Span
    pattern: bool = False


UseSpans = ClosureUse | FnSelfUse | PlainUse


def closure_use(info: ClosureInfo, capture: CapturedPlace) -> ClosureUse:
    """The use of a captured place."""
    node = info.def_.node
    what = "coroutine" if isinstance(node, ast.Closure) and node.async_ else "closure"
    return ClosureUse(info.head_span, capture.use_span, capture.kind_span, what)


_AS = {BorrowKind.SHARED: "immutable", BorrowKind.FAKE: "immutable", None: "moved"}


def label_use_in_closure(diag: DiagBuilder, use: UseSpans, text: str) -> None:
    """Where a closure uses what it captures, if it is one (rustc: `var_path_only_subdiag`)."""
    if isinstance(use, ClosureUse):
        diag.label(use.path_span, f"{text} in {use.what}")


def label_capture(diag: DiagBuilder, use: UseSpans, kind: BorrowKind | None, text: str) -> None:
    """The same, and what makes it be borrowed (or moved) so (rustc: `var_subdiag`)."""
    if isinstance(use, ClosureUse) and use.kind_span != use.path_span:
        diag.label(use.kind_span, f"capture is {_AS.get(kind, 'mutable')} because of use here")
    label_use_in_closure(diag, use, text)


def args_or_use(use: UseSpans) -> Span:
    """The span of a use; of a capture, the closure's head."""
    match use:
        case ClosureUse():
            return use.args_span
        case FnSelfUse():
            return use.var_span
        case PlainUse():
            return use.span


def var_or_use(use: UseSpans) -> Span:
    """The span of a use; of a capture, where the closure uses the variable."""
    return use.path_span if isinstance(use, ClosureUse) else args_or_use(use)


class Describer:
    """Names and spans within one body."""

    def __init__(self, facts: BodyFacts) -> None:
        self.facts = facts
        self.tcx = facts.tcx
        self.body = facts.body

    # -------------------------------------------------------------------------------------------- places

    def any_place(self, place: Place) -> str:
        """A place in backquotes, or "value" if it has no name."""
        described = self.place(place)
        return "value" if described is None else f"`{described}`"

    def place(self, place: Place, *, including_downcast: bool = False, including_tuple_field: bool = True) -> str | None:
        """A place as the user would write it; None for a temporary (and, if asked, for a part of a variant). Without tuple
        fields, the field of a tuple struct or variant stands for the whole."""
        facts, body = self.facts, self.body
        decl = body.locals[place.local]
        text = decl.name or ""
        named = decl.name is not None
        projection = place.projection
        tys = prefix_tys(body, place) if projection else []
        last_named = -1
        for i, elem in enumerate(projection):
            if not isinstance(elem, (mir.Deref, mir.Downcast)):
                last_named = i
        for i, elem in enumerate(projection):
            match elem:
                case mir.Deref():
                    if i == 0 and decl.guard_ref is not None:
                        continue
                    if i == 0 and decl.static is not None:
                        text, named = decl.static.name, True
                        continue
                    field = facts.upvar_field(place, i + 1)
                    if field is not None:
                        capture = facts.captures[field]
                        text, named = capture_name(capture), True
                        if capture.by_ref is None:
                            text = "*" + text
                    elif i > last_named:
                        text = "*" + text
                case mir.Downcast():
                    if including_downcast:
                        return None
                case mir.Field():
                    field = facts.upvar_field(place, i + 1)
                    if field is not None:
                        text, named = capture_name(facts.captures[field]), True
                    else:
                        variant = 0
                        if i and isinstance(projection[i - 1], mir.Downcast):
                            variant = projection[i - 1].variant  # type: ignore[union-attr]
                        name = self._field_name(tys[i], elem.index, variant, including_tuple_field)
                        if name is not None:
                            text += "." + name
                case mir.Index():
                    index = body.locals[elem.local].name
                    text += f"[{index if index is not None else '_'}]"
                case mir.ConstantIndex() | mir.Subslice():
                    text += "[..]"
        return text if named else None

    def _field_name(self, ty: t.Ty, index: int, variant: int, including_tuple_field: bool) -> str | None:
        while True:
            if isinstance(ty, (t.Ref, t.RawPtr)):
                ty = ty.ty
            elif isinstance(ty, (t.Array, t.Slice)):
                ty = ty.elem
            elif isinstance(ty, t.Adt) and self.tcx.is_lang_item(ty.def_, "owned_box"):
                ty = ty.args[0]  # type: ignore[assignment]
            else:
                break
        if isinstance(ty, t.Adt):
            declared = self.tcx.adt_def(ty.def_).variants[variant]
            if not including_tuple_field and declared.kind is VariantKind.TUPLE:
                return None
            return declared.fields[index].name
        if isinstance(ty, t.Tuple):
            return str(index)
        if isinstance(ty, t.Closure):
            return capture_name(self.tcx.closure_info(ty.def_).captures[index])
        return None

    def local_name(self, local: Local) -> str | None:
        return self.body.locals[local].name

    def ty(self, ty: t.Ty) -> str:
        """A type as messages print it: lifetime arguments as `'_`."""

        def fold(part: Any) -> Any:
            if isinstance(part, t.Adt):
                args = [t.ReEarlyParam(0, "'_") if isinstance(a, t.ReErased) else fold(a) for a in part.args]
                return t.Adt(part.def_, tuple(args))
            return t.map_parts(part, fold)

        return self.tcx.format_ty(fold(ty))

    def descr(self) -> str:
        """What kind of item the body belongs to: "function", "method", "closure", ..."""
        return def_descr(self.tcx.associated_item(self.body.owner), self.body.owner)

    # -------------------------------------------------------------------------------------------- uses

    def find_self_call(self, local: Local, block: int) -> tuple[Def, t.Args, mir.Call] | None:
        """If `block` ends in a method call whose receiver is `local` (or a reborrow of it): the method with its arguments."""
        call = self.facts.terminator_of(block)
        if not isinstance(call, mir.Call) or not isinstance(call.func, mir.Constant) or not isinstance(call.func.ty, t.FnDef):
            return None
        method = call.func.ty.def_
        item = self.tcx.associated_item(method)
        if item is None or not item.has_self or not call.args or isinstance(call.args[0], mir.Constant):
            return None
        receiver = call.args[0].place
        if receiver.projection:
            return None
        if receiver.local == local:
            return method, call.func.ty.args, call
        for statement in self.body.blocks[block].statements:
            if isinstance(statement, mir.Assign) and statement.place == receiver and isinstance(statement.rvalue, mir.Ref):
                source = statement.rvalue.place
                if source.local == local and len(source.projection) == 1 and isinstance(source.projection[0], mir.Deref):
                    return method, call.func.ty.args, call
        return None

    def call_kind(self, method: Def, call: mir.Call) -> CallKind:
        """What sort of call it is, for the words about its receiver."""
        tcx = self.tcx
        trait = tcx.trait_of_item(method)
        if trait is not None:
            if any(tcx.is_lang_item(trait, name) for name in ("fn", "fn_mut", "fn_once")):
                return CallKind.FN_CALL
            if call.from_overloaded:
                if tcx.is_lang_item(trait, "deref") or tcx.is_lang_item(trait, "deref_mut"):
                    return CallKind.DEREF_COERCION
                if not tcx.is_lang_item(method, "into_iter"):
                    return CallKind.OPERATOR
            if tcx.is_lang_item(method, "into_iter") and not call.fn_span.text.startswith("into_iter"):
                return CallKind.FOR_LOOP
        return CallKind.NORMAL

    def move_spans(self, moved: Place, location: Location) -> UseSpans:
        """The spans for a move or copy out of `moved` at `location`."""
        statement = self.facts.statement_at(location)
        if statement is None:
            return PlainUse(self.facts.span_at(location))
        if isinstance(statement, mir.Assign) and isinstance(statement.rvalue, mir.Aggregate):
            found = self._closure_span(statement.rvalue, moved)
            if found is not None:
                return found
        if isinstance(statement, mir.FakeRead) and statement.closure is not None and statement.place == moved:
            info = self.tcx.closure_info(statement.closure)
            if info.captures:
                return closure_use(info, info.captures[0])
        pattern = any(isinstance(elem, mir.Downcast) for elem in moved.projection)
        plain = PlainUse(statement.info.span, pattern)
        if not isinstance(statement, mir.Assign) or statement.place.projection:
            return plain
        found_call = self.find_self_call(statement.place.local, location.block)
        if found_call is None:
            return plain
        method, args, call = found_call
        return FnSelfUse(statement.info.span, call.fn_span, method, args, self.call_kind(method, call))

    def borrow_spans(self, span: Span, location: Location) -> UseSpans:
        """The spans for a borrow at `location`: if its result is captured by a closure, those of the capture."""
        plain = PlainUse(span)
        statement = self.facts.statement_at(location)
        if not isinstance(statement, mir.Assign) or statement.place.projection:
            return plain
        target = statement.place
        if self.body.locals[target.local].kind in (mir.LocalKind.ARG, mir.LocalKind.RETURN):
            return plain
        block = self.body.blocks[location.block]
        following: list[mir.Statement] = list(block.statements[location.statement + 1 :])
        if isinstance(block.terminator, mir.Drop):
            following.extend(self.body.blocks[block.terminator.target].statements[:1])
        for later in following:
            if (
                isinstance(later, mir.Assign)
                and isinstance(later.rvalue, mir.Aggregate)
                and isinstance(later.rvalue.ty, t.Closure)
            ):
                return self._closure_span(later.rvalue, target) or plain
            if later.info.span != span:
                break
        return plain

    def retrieve_borrow_spans(self, borrow: BorrowData) -> UseSpans:
        """The spans for where a loan was made."""
        return self.borrow_spans(self.facts.span_at(borrow.reserved), borrow.reserved)

    def use_spans(self, place: Place, span: Span, location: Location) -> UseSpans:
        """move_spans, or if that is plain, borrow_spans."""
        found = self.move_spans(place, location)
        return self.borrow_spans(span, location) if isinstance(found, PlainUse) else found

    def _closure_span(self, aggregate: mir.Aggregate, target: Place) -> ClosureUse | None:
        if not isinstance(aggregate.ty, t.Closure) or is_async_closure(aggregate.ty.def_.node):
            return None
        info = self.tcx.closure_info(aggregate.ty.def_)
        for capture, operand in zip(info.captures, aggregate.operands, strict=False):
            if not isinstance(operand, mir.Constant) and operand.place == target:
                return closure_use(info, capture)
        return None


def is_async_closure(node: object) -> bool:
    """`async |x| ..`, of whose captures rustc says no more than of other uses (it is a `CoroutineClosure`)."""
    return isinstance(node, ast.Closure) and isinstance(node.body, ast.AsyncBlock) and node.body.closure.takes_params


def capture_name(capture: CapturedPlace) -> str:
    """A captured place as the user would write it (rustc: `CapturedPlace::to_string`)."""
    text = capture.local.name
    for projection in capture.projections:
        text = f"{text}.{projection[2]}" if projection[0] == "field" else f"*{text}"
    return text


def def_descr(item: AssocItem | None, def_: Def) -> str:
    """What messages call an item (rustc: `def_descr`)."""
    if item is not None and def_.kind is DefKind.ASSOC_FN:
        return "method" if item.has_self else "associated function"
    return def_.kind.value
