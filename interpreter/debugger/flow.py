"""Where the values of a body come from and where they go: what a temporary holds, which parameter or field it becomes, which
steps belong to a `for` loop, a `?` or a formatting macro. Static: needs a body, no run; made once for each body.

Worked example, `take(a)`: `_7 = move _1; _6 = take(move _7)`. `source_of(7)` is `_1`, `argument(7)` is (the call, 0),
`text_of(7)` is "a".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from interpreter.enums import Enum
from interpreter.machine.code import InstanceCode
from interpreter.mir import body as mir
from interpreter.mir.body import Local, LocalDecl, LocalKind, Place, Reason
from interpreter.records import Record
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.typeck import ty as t
from interpreter.typeck.thir import BorrowKind

Node = mir.Assign | mir.Call | mir.SwitchInt | mir.Drop | mir.Assert


class Role(Enum):
    """What a node does in a construct that the language writes out as several."""

    NONE = ""
    LOOP_BEGIN = "the loop asks for an iterator"
    LOOP_NEXT = "the loop asks for the next element"
    TRY = "`?` looks at a result"
    TRY_RETURNS = "`?` returns the error"
    INNER = "a part of such a construct with nothing to see"


def user_name(decl: LocalDecl) -> str | None:
    """The name that the user gave a variable; None for temporaries and for what a desugaring made."""
    return None if decl.var is not None and decl.var.hidden else decl.name


def in_std_macro(span: Span) -> bool:
    """The text stands in the body of a macro of std (what the user passed to it does not)."""
    return span.call_site is not None and span.file.is_std


def called_def(operand: mir.Operand) -> Def | None:
    """The function that a call names; None for function pointers."""
    if isinstance(operand, mir.Constant) and isinstance(operand.ty, t.FnDef):
        return operand.ty.def_
    return None


def operands_of(node: Node) -> tuple[mir.Operand, ...]:
    """What a node reads as whole operands."""
    if isinstance(node, mir.Call):
        return node.args
    if isinstance(node, mir.SwitchInt):
        return (node.operand,)
    if isinstance(node, mir.Assert):
        return (node.cond, *node.operands)
    if isinstance(node, mir.Drop):
        return ()
    match node.rvalue:
        case mir.Use(operand=operand) | mir.Cast(operand=operand) | mir.Repeat(operand=operand) | mir.UnaryOp(operand=operand):
            return (operand,)
        case mir.BinaryOp(lhs=lhs, rhs=rhs):
            return (lhs, rhs)
        case mir.Aggregate(operands=operands):
            return operands
    return ()


class Loop(Record, frozen=True):
    """A `for` loop: its hidden iterator, the text of what it goes over, the local that takes what `next` gives."""

    iterator: Local
    over: str
    option: Local | None


class Flow:
    """The definitions and uses of a body's locals; see the module's docstring. `lang` gives the lang items' Defs."""

    def __init__(self, body: mir.Body, lang: Callable[[str], Def | None]) -> None:
        self.body = body
        self._defs: dict[Local, list[Node]] = {}
        self._uses: dict[Local, list[Node]] = {}
        self._refs: dict[Local, list[mir.Assign]] = {}
        """Borrows of a local or of what lies behind it."""
        for node in self._nodes():
            self._add(node)
        self._next, self._into_iter, self._branch = lang("next"), lang("into_iter"), lang("branch")
        self._from_residual = lang("from_residual")
        self._calls = tuple(lang(name) for name in ("fn", "fn_mut", "fn_once"))
        self._derefs = tuple(lang(name) for name in ("deref", "deref_mut"))
        self.loops: dict[Local, Loop] = {}
        self._options: dict[Local, Role] = {}
        self._find_loops()

    def _nodes(self) -> Iterator[Node]:
        for block in self.body.blocks:
            if not block.is_cleanup:
                for node in (*block.statements, block.terminator):
                    if isinstance(node, Node):
                        yield node

    def _add(self, node: Node) -> None:
        place = node.place if isinstance(node, mir.Assign) else node.destination if isinstance(node, mir.Call) else None
        if place is not None and not place.projection:
            self._defs.setdefault(place.local, []).append(node)
        for operand in operands_of(node):
            if not isinstance(operand, mir.Constant):
                self._uses.setdefault(operand.place.local, []).append(node)
        if isinstance(node, mir.Assign) and isinstance(node.rvalue, (mir.Ref, mir.RawPtrTo)):
            self._refs.setdefault(node.rvalue.place.local, []).append(node)

    # -------------------------------------------------------------------------------------------- temporaries

    def is_temporary(self, local: Local) -> bool:
        """Neither a variable of the user's nor the result."""
        decl = self.body.locals[local]
        return decl.kind is not LocalKind.RETURN and user_name(decl) is None

    def made_by(self, local: Local) -> Node | None:
        """What gives a temporary its value; None if several nodes may."""
        found = self._defs.get(local, ())
        return found[0] if len(found) == 1 else None

    def used_by(self, local: Local) -> Node | None:
        """What takes a temporary as an operand; None if nothing or several nodes do."""
        found = self._uses.get(local, ())
        return found[0] if len(found) == 1 and local not in self._refs else None

    def text_of(self, local: Local) -> str | None:
        """The expression that a temporary holds the value of, as it is written; None if it has none."""
        for node in self._defs.get(local, ()):
            if not in_std_macro(node.info.span):
                return source_text(node.info.span)
        return None

    def source_of(self, local: Local) -> Place | None:
        """The user's place whose value a temporary was moved or copied from, or borrows."""
        node = self.made_by(local)
        for _ in range(8):
            if not isinstance(node, mir.Assign):
                return None
            match node.rvalue:
                case mir.Use(operand=mir.Move(place=place) | mir.Copy(place=place)) | mir.Ref(place=place):
                    if not self.is_temporary(place.local):
                        return place
                    node = self.made_by(place.local)
                case mir.Cast(operand=mir.Move(place=place) | mir.Copy(place=place)):
                    node = self.made_by(place.local)
                case _:
                    return None
        return None

    def sink(self, local: Local) -> Node | None:
        """What takes a temporary's value in the end, moves to other temporaries aside."""
        node = self.used_by(local)
        for _ in range(8):
            if not (
                isinstance(node, mir.Assign)
                and isinstance(node.rvalue, (mir.Use, mir.Cast))
                and not node.place.projection
                and self.is_temporary(node.place.local)
            ):
                return node
            local = node.place.local
            node = self.used_by(local)
        return node

    def argument(self, local: Local) -> tuple[mir.Call, int] | None:
        """The call that a temporary is an argument of, and which."""
        node = self.used_by(local)
        if not isinstance(node, mir.Call):
            return None
        for index, arg in enumerate(node.args):
            if not isinstance(arg, mir.Constant) and arg.place == Place(local):
                return node, index
        return None

    def field(self, local: Local) -> tuple[mir.Assign, int] | None:
        """The aggregate that a temporary becomes a part of, and which part."""
        node = self.used_by(local)
        if not isinstance(node, mir.Assign) or not isinstance(node.rvalue, mir.Aggregate):
            return None
        for index, arg in enumerate(node.rvalue.operands):
            if not isinstance(arg, mir.Constant) and arg.place == Place(local):
                return node, index
        return None

    # -------------------------------------------------------------------------------------------- constructs

    def _find_loops(self) -> None:
        for local, decl in enumerate(self.body.locals):
            if decl.var is None or not decl.var.hidden:
                continue
            begin = self._loop_begin(local)
            if begin is None:
                continue
            option = next((o for o in self._results(self._next) if self._iterator_of(o) == local), None)
            self.loops[local] = Loop(local, source_text(begin.info.span), option)
            if option is not None:
                self._options[option] = Role.LOOP_NEXT
        for local in self._results(self._branch):
            self._options[local] = Role.TRY

    def _results(self, def_: Def | None) -> Iterator[Local]:
        """Where calls of a lang item put their results."""
        for nodes in self._defs.values():
            for node in nodes:
                if isinstance(node, mir.Call) and def_ is not None and called_def(node.func) is def_:
                    yield node.destination.local

    def _loop_begin(self, iterator: Local) -> mir.Call | None:
        node = self.made_by(iterator)
        if isinstance(node, mir.Assign) and isinstance(node.rvalue, mir.Use) and isinstance(node.rvalue.operand, mir.Move):
            node = self.made_by(node.rvalue.operand.place.local)
        return node if isinstance(node, mir.Call) and called_def(node.func) is self._into_iter else None

    def _iterator_of(self, option: Local) -> Local | None:
        """The hidden iterator that a call of `next` borrows."""
        node = self.made_by(option)
        for _ in range(4):
            operands = operands_of(node) if node is not None else ()
            place = operands[0].place if operands and not isinstance(operands[0], mir.Constant) else None
            if isinstance(node, mir.Assign) and isinstance(node.rvalue, mir.Ref):
                place = node.rvalue.place
                if not place.projection:
                    return place.local
            if place is None:
                return None
            node = self.made_by(place.local)
        return None

    def role(self, node: Node) -> Role:
        """What a node does in a `for` loop or a `?`."""
        if isinstance(node, mir.Call):
            def_ = called_def(node.func)
            role = self._options.get(node.destination.local)
            if role is not None and def_ in (self._next, self._branch):
                return role
            if def_ is self._into_iter and self._becomes_iterator(node.destination.local):
                return Role.LOOP_BEGIN
            if def_ is self._from_residual and self._takes_hidden(node):
                return Role.TRY_RETURNS
        elif isinstance(node, mir.Assign):
            if self._is_hidden(node.place.local) and not node.place.projection:
                return Role.INNER
            match node.rvalue:
                case mir.Ref(place=place) if self._is_hidden(place.local) or self._reborrows_temporary(place):
                    return Role.INNER
                case mir.Discriminant(place=place) if place.local in self._options:
                    return Role.INNER
                case mir.Use(operand=mir.Move(place=place) | mir.Copy(place=place)) if (
                    place.local in self._options or self._is_hidden(place.local)
                ):
                    return Role.INNER
                case mir.Aggregate() if not node.place.projection and self._begins_loop(node.place.local):
                    return Role.INNER
        return Role.NONE

    def _takes_hidden(self, call: mir.Call) -> bool:
        """The one argument was bound by a desugaring."""
        node = self.made_by(call.args[0].place.local) if call.args and isinstance(call.args[0], mir.Move) else None
        if not isinstance(node, mir.Assign) or not isinstance(node.rvalue, mir.Use):
            return False
        operand = node.rvalue.operand
        return isinstance(operand, (mir.Move, mir.Copy)) and self._is_hidden(operand.place.local)

    def _begins_loop(self, local: Local) -> bool:
        """A range written in the head of a loop."""
        call = self.used_by(local)
        return isinstance(call, mir.Call) and self.role(call) is Role.LOOP_BEGIN

    def loop_of(self, call: mir.Call) -> Loop | None:
        """The loop whose `into_iter` or `next` a call is."""
        for loop in self.loops.values():
            if call.destination.local == loop.option or self._becomes(call.destination.local, loop.iterator):
                return loop
        return None

    def pattern_variables(self, loop: Loop) -> tuple[Local, ...]:
        """The variables that a loop's pattern binds."""
        nodes = [*self._uses.get(loop.option, ()), *self._refs.get(loop.option, ())] if loop.option is not None else []
        bound = (node.place.local for node in nodes if isinstance(node, mir.Assign))
        return tuple(local for local in bound if user_name(self.body.locals[local]) is not None)

    def _is_hidden(self, local: Local) -> bool:
        var = self.body.locals[local].var
        return var is not None and var.hidden

    def _reborrows_temporary(self, place: Place) -> bool:
        """`&*temporary`, where the temporary is a reference just made: the same reference again."""
        return (
            len(place.projection) == 1
            and isinstance(place.projection[0], mir.Deref)
            and self.is_temporary(place.local)
            and isinstance(self.body.locals[place.local].ty, t.Ref)
        )

    def _becomes(self, local: Local, iterator: Local) -> bool:
        node = self.used_by(local)
        return isinstance(node, mir.Assign) and node.place == Place(iterator)

    def _becomes_iterator(self, local: Local) -> bool:
        return any(self._becomes(local, iterator) for iterator in self.loops)

    # -------------------------------------------------------------------------------------------- borrows without news

    def is_formatted(self, node: mir.Assign) -> bool:
        """A borrow that a macro of std makes of its argument: `println!("{x}")` borrows `x`."""
        if self.body.locals[node.place.local].kind is not LocalKind.TEMP:
            return False
        if not isinstance(node.rvalue, mir.Ref) or node.rvalue.kind is not BorrowKind.SHARED:
            return False
        if node.info.span.as_written().text.startswith("&"):
            return False
        taker = self.used_by(node.place.local)
        while isinstance(taker, mir.Assign):
            if self._is_hidden(taker.place.local):
                return True
            if not isinstance(taker.rvalue, (mir.Aggregate, mir.Use, mir.Cast)) or not self.is_temporary(taker.place.local):
                return False
            taker = self.used_by(taker.place.local)
        return isinstance(taker, mir.Call) and is_formatting(called_def(taker.func))

    def is_closure_call(self, call: mir.Call) -> bool:
        """`f()` for a value: a call of `Fn::call` or its kin."""
        def_ = called_def(call.func)
        return def_ is not None and def_.parent is not None and def_.parent in self._calls

    def is_implied_deref(self, call: mir.Call) -> bool:
        """A step through a smart pointer of std that the user doesn't write: `rc.field`, `guard.push(1)`."""
        def_ = called_def(call.func)
        if not call.from_overloaded or def_ is None or def_.parent is None or not self.is_temporary(call.destination.local):
            return False
        return def_.is_std and def_.parent in self._derefs

    def receiver_of(self, node: mir.Assign) -> mir.Call | None:
        """The call that a borrow takes its receiver for: `v.len()` borrows `v`."""
        if node.info.reason is not Reason.AUTOREF or node.place.projection:
            return None
        found = self.argument(node.place.local)
        return found[0] if found is not None and found[1] == 0 else None

    def passes_on(self, node: mir.Assign) -> bool:
        """A shared reference that is passed on as it is: `&*r`, which the language writes for the user."""
        if not isinstance(node.rvalue, mir.Ref) or node.rvalue.kind is not BorrowKind.SHARED:
            return False
        place = node.rvalue.place
        ty = self.body.locals[place.local].ty
        implied = node.info.reason in (Reason.AUTOREF, Reason.REBORROW)
        return implied and place.projection == (mir.Deref(),) and isinstance(ty, t.Ref) and not ty.mutable

    def borrows_for_operator(self, node: mir.Assign) -> bool:
        """A borrow for an operator or implied deref that std does: `*r`, `v[0]`, `a += b`."""
        taker = self.used_by(node.place.local) if not node.place.projection else None
        if not isinstance(taker, mir.Call) or not (taker.from_overloaded or self.is_closure_call(taker)):
            return False
        def_ = called_def(taker.func)
        return def_ is not None and def_.is_std


def is_formatting(def_: Def | None) -> bool:
    """How `println!` and the like prepare their arguments: `fmt::Argument::new_display` and its kin."""
    if def_ is None or not def_.is_std or def_.parent is None or def_.module().name != "fmt":
        return False
    return def_.name == "new" or def_.name.startswith(("new_", "from_usize"))


def source_text(span: Span, width: int = 40) -> str:
    """The text of an expression in one line, cut off if it is long."""
    text = " ".join(span.source_callsite().text.split())
    return text if len(text) <= width else text[: width - 1] + "…"


class Flows:
    """The flows of bodies, each made once."""

    def __init__(self, lang: Callable[[str], Def | None]) -> None:
        self._lang = lang
        self._known: dict[int, Flow] = {}

    def of(self, body: mir.Body) -> Flow:
        found = self._known.get(id(body))
        if found is None or found.body is not body:
            found = self._known[id(body)] = Flow(body, self._lang)
        return found

    def of_code(self, code: InstanceCode) -> Flow:
        assert code.body is not None
        return self.of(code.body)
