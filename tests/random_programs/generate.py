"""Makes one random function: `random_function(Random(seed), name)`.

Every expression has the type that was asked for; what may be wrong are moves, loans, mutability and lifetimes. What is known to
be wrong is done seldom, so that about half of the functions are accepted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

from tests.random_programs.places import Place, Scope, Variable
from tests.random_programs.types import I32, LENDERS, REFS, UNIT, Ty, ref, ref_mut
from tests.random_programs.wider import Wider


@dataclass
class Block:
    """A statement with statements in it: `if c() {` ... `} else {` ... `}`."""

    parts: list[tuple[str, list[Statement]]]
    end: str = "}"


Statement = str | Block


@dataclass
class Function:
    """`head` and `tail` stand around the statements."""

    head: list[str]
    body: list[Statement]
    tail: list[str]

    def lines(self) -> list[str]:
        return [*self.head, *_lines(self.body, 1), *self.tail]


def _lines(body: list[Statement], depth: int) -> Iterator[str]:
    indent = "    " * depth
    for statement in body:
        if isinstance(statement, str):
            yield indent + statement
        else:
            for head, inner in statement.parts:
                yield indent + head
                yield from _lines(inner, depth + 1)
            yield indent + statement.end


def random_function(random: Random, name: str) -> Function:
    return Generator(random).function(name)


class Generator(Wider):
    """Statements and the function around them."""

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self._returned = UNIT
        self._budget = 0
        self._lifetimes: dict[str, str] = {}
        """The lifetimes of the parameters that are references."""

    # -------------------------------------------------------------------------------------------- statements

    def statements(self, scope: Scope, count: int, depth: int) -> list[Statement]:
        body: list[Statement] = []
        for _ in range(count):
            if self._budget <= 0:
                break
            self._budget -= 1
            body.append(self.statement(scope, depth))
        return body

    def statement(self, scope: Scope, depth: int) -> Statement:
        choices: list[tuple[int, Callable[[], Statement | None]]] = [
            (9, lambda: self._let(scope)),
            (1, lambda: self._let_later(scope)),
            (5, lambda: self._assign(scope)),
            (9, lambda: self._use(scope)),
            (2, lambda: self._call_closure(scope)),
            (2, lambda: self._method(scope)),
            (1, lambda: self.swap(scope)),
            (1, lambda: self.destructuring(scope)),
            (1, lambda: self.split(scope)),
            (1, lambda: self.shown(scope)),
        ]
        if scope.labels and self.chance(40):
            choices.append((2, lambda: f"if c() {{ {self.one_of(['break', 'continue'])}{self._label(scope)}; }}"))
        if not scope.in_closure:
            choices.append((1, lambda: f"if c() {{ return {self.expr(scope.inner(), self._returned)}; }}"))
        if depth > 0:
            choices += [
                (3, lambda: self._if(scope, depth - 1)),
                (3, lambda: self._match(scope, depth - 1)),
                (3, lambda: self._loop(scope, depth - 1)),
                (1, lambda: Block([("{", self._block(scope, depth - 1))])),
                (3, lambda: self._closure(scope, depth - 1)),
                (1, lambda: self._around(scope, depth - 1)),
                (1, lambda: self._for_each(scope, depth - 1)),
            ]
        choices += self.more_statements(scope, depth)
        while True:
            made = self.weighted(choices)()
            if made is not None:
                return made

    def more_statements(self, _scope: Scope, _depth: int) -> list[tuple[int, Callable[[], Statement | None]]]:
        """What a wider grammar adds."""
        return []

    def _block(self, scope: Scope, depth: int, count: int = 0) -> list[Statement]:
        return self.statements(scope.inner(), count or 1 + self.below(3), depth)

    def _let(self, scope: Scope) -> str:
        ty = self.any_ty()
        if ty.head in REFS:
            place = self.any_place(scope)
            if place is not None and self.chance(85):
                ty = Ty(ty.head, (place.ty,))
        value = self.expr(scope, ty)
        if self.chance(10) and ty.head in ("P", "Q", "(,)", "D", "R", "M"):
            return f"let {self._pattern(scope, ty, '', 2)} = {value};"
        annotation = f": {ty.text()}" if self.chance(35) else ""
        mutable = self.chance(55)
        return f"let {'mut ' if mutable else ''}{self.declare(scope, ty, mutable, shadow=True)}{annotation} = {value};"

    def _let_later(self, scope: Scope) -> str:
        ty = self.owned_ty(1) if self.chance(60) else self.any_ty(1)
        mutable = self.chance(50)
        name = self.declare(scope, ty, mutable)
        scope.variables[name].gone = True
        return f"let {'mut ' if mutable else ''}{name}: {ty.text()};"

    def _assign(self, scope: Scope) -> str | None:
        later = [v for v in scope.variables.values() if v.gone and v.ty.head != "fn" and v.name != "self"]
        if later and self.chance(40):
            variable = self.one_of(later)
            text = f"{variable.name} = {self.expr(scope, variable.ty)};"
            variable.gone = False
            return text

        place = self.any_place(scope, use="write")
        if place is None or place.text == "self":
            return None
        if place.ty == I32 and self.chance(50):
            return f"{place.text} += {self.expr(scope, I32)};"
        return f"{place.text} = {self.expr(scope, place.ty)};"

    def _use(self, scope: Scope) -> str | None:
        place = self.any_place(scope)
        if place is None:
            return None
        movable = 2 if self.allows(place, "move") else 0
        writable = 4 if self.allows(place, "write") else 0
        choices: list[tuple[int, Callable[[], str | None]]] = [
            (6, lambda: f"see(&{place.text});"),
            (writable, lambda: f"touch(&mut {place.text});"),
            (movable, lambda: f"{self.one_of(['eat', 'drop'])}({self.moved(place)});"),
            (1, lambda: f"let _ = {place.text};"),
            (1, lambda: self._use_two(scope, place)),
        ]
        if place.ty.head == "&" and place.ty.args[0].head != "fn":
            choices.append((writable, lambda: f"link(&mut {place.text}, {self.expr(scope, place.ty, 1)});"))
        if self.chance(15):
            choices.append((1, lambda: f"leaked({self.expr(scope, ref(place.ty), 0)});"))
        return self.weighted(choices)()

    def _use_two(self, scope: Scope, place: Place) -> str | None:
        other = self.any_place(scope, use="write")
        return None if other is None else f"both(&{place.text}, &mut {other.text});"

    def _method(self, scope: Scope) -> str | None:
        """Calls with a receiver: two-phase borrows among them."""
        place = self.any_place(scope, lambda t: t.head in ("P", "Vec", "Option", "String", "Rc"), "write")
        if place is None:
            return None
        text, ty = place.text, place.ty
        match ty.head:
            case "P":
                return self.one_of([f"{text}.set({text}.n + 1);", f"{text}.get_mut().push('a');", f"see({text}.get());"])
            case "Vec":
                calls = [
                    f"{text}.push({self.expr(scope, ty.args[0], 1)});",
                    f"{text}.clear();",
                    f"{text}.truncate({text}.len());",
                ]
                return self.one_of(calls)
            case "Option":
                return self.one_of([f"{text} = None;", f"{text}.take();", f"see(&{text}.is_some());"])
            case "String":
                return self.one_of([f"{text}.push('a');", f"{text}.push_str(&string());"])
            case _:
                return f"let {self.declare(scope, ty, False)} = Rc::clone(&{text});"

    def _if(self, scope: Scope, depth: int) -> Statement:
        if self.chance(45):
            place = self.any_place(scope, lambda t: t.head in ("Option", "E"))
            if place is not None:
                scrutinee, ty = self._scrutinee(place)
                inner = scope.inner()
                pattern = self._refutable(inner, ty)
                if self.chance(15):
                    inner, pattern = scope, self._refutable(scope, ty)
                    return f"let {pattern} = {scrutinee} else {{ panic!() }};"
                head = f"{'while' if self.chance(20) else 'if'} let {pattern} = {scrutinee} {{"
                return Block([(head, self.statements(inner, 1 + self.below(3), depth))])
        block = Block([("if c() {", self._block(scope, depth))])
        if self.chance(50):
            block.parts.append(("} else {", self._block(scope, depth)))
        return block

    def _match(self, scope: Scope, depth: int) -> Statement | None:
        place = self.any_place(scope, lambda t: t.head in ("Option", "E", "P", "Q", "(,)"))
        if place is None:
            return None
        scrutinee, ty = self._scrutinee(place)
        parts = [(f"match {scrutinee} {{", list[Statement]())]
        mode = ty.head if ty.head in REFS else ""
        close = ""
        for _ in range(1 + self.below(2)):
            inner = scope.inner()
            if place.ty.head in ("Option", "E"):
                pattern = self._refutable(inner, ty)
            else:
                pattern = self._pattern(inner, place.ty, mode, 2)
            guard = f" if {self._guard(inner)}" if self.chance(25) else ""
            parts.append((f"{close}{pattern}{guard} => {{", self.statements(inner, 1 + self.below(2), depth)))
            close = "} "
        parts.append((f"{close}_ => {{", self._block(scope, depth, 1)))
        return Block(parts, "} }")

    def _guard(self, scope: Scope) -> str:
        place = self.any_place(scope)
        if place is None or self.chance(40):
            return "c()"
        use = self.weighted([(8, f"see(&{place.text})"), (1, f"touch(&mut {place.text})"), (1, f"eat({place.text})")])
        return f"{{ {use}; c() }}"

    def _label(self, scope: Scope) -> str:
        label = self.one_of(scope.labels)
        return "" if self.chance(60) else f" {label}"

    def _loop(self, scope: Scope, depth: int) -> Statement:
        label = f"'l{self._count}"
        self._count += 1
        inner = scope.inner()
        inner.labels = (*scope.labels, label)
        head = "while c()"
        match self.below(5):
            case 0 | 1:
                pass
            case 2:
                head = "loop"
            case _:
                vec = self.any_place(scope, lambda t: t.head == "Vec")
                if vec is None:
                    head = f"for {self.declare(inner, I32, False)} in 0..3"
                else:
                    head = self._for(inner, vec)
        body = self.statements(inner, 1 + self.below(4), depth)
        if head == "loop" and self.chance(85):
            body.append("if c() { break; }")
        return Block([(f"{label}: {head} {{", body)])

    def _for(self, inner: Scope, vec: Place) -> str:
        item = vec.ty.args[0]
        match self.below(4):
            case 0 if self.allows(vec, "move"):
                text = self.moved(vec)
                return f"for {self._pattern(inner, item, '')} in {text}"
            case 1 if self.allows(vec, "write"):
                return f"for {self._pattern(inner, item, '&mut')} in &mut {vec.text}"
            case 2:
                return f"for {self._pattern(inner, item, '&')} in {vec.text}.iter()"
            case _:
                return f"for {self._pattern(inner, item, '&')} in &{vec.text}"

    def _call_closure(self, scope: Scope) -> str | None:
        closure = self.any_place(scope, lambda t: t.head == "fn")
        return None if closure is None else self._call(scope, closure) + ";"

    def _closure(self, scope: Scope, depth: int) -> Statement:
        """Bound to a variable, or handed to a function."""
        inner = replace(scope.inner(), labels=(), in_closure=True)
        move = "move " if self.chance(30) else ""
        if self.chance(35):
            taker = self.weighted([(3, "run"), (2, "run_mut"), (2, "spawn")])
            return Block([(f"{taker}({move}|| {{", self.statements(inner, 1 + self.below(2), depth))], "});")
        params = tuple(self.any_ty(1) for _ in range(self.weighted([(6, 0), (3, 1), (1, 2)])))
        names = [f"{self.declare(inner, ty, False)}: {ty.text()}" for ty in params]
        mutable = "mut " if self.chance(90) else ""
        head = f"= {move}|{', '.join(names)}|"
        if self.chance(50):
            ty = self.any_ty(1)
            value = self.expr(inner, ty)
            name = self.declare(scope, Ty("fn", (*params, ty)), bool(mutable))
            return f"let {mutable}{name} {head} {value};"
        body = self.statements(inner, 1 + self.below(3), depth)
        name = self.declare(scope, Ty("fn", (*params, UNIT)), bool(mutable))
        return Block([(f"let {mutable}{name} {head} {{", body)], "};")

    def _around(self, scope: Scope, depth: int) -> Statement | None:
        """A block with something alive in it, or with what a slice pattern binds."""
        inner = scope.inner()
        made = self.as_object(scope) if self.chance(50) else self.slice_pattern(scope, inner)
        if made is None:
            return None
        head, begin, last, end = made
        return Block([(head, [*begin, *self.statements(inner, 1 + self.below(2), depth), *last])], end)

    def _for_each(self, scope: Scope, depth: int) -> Statement | None:
        made = self.for_each(scope)
        if made is None:
            return None
        inner, head = made
        return Block([(head, self.statements(inner, 1 + self.below(2), depth))], "});")

    # -------------------------------------------------------------------------------------------- functions

    def function(self, name: str) -> Function:
        scope = Scope()
        self._budget = 2 + self.below(8)
        self._lifetimes.clear()
        owner = self.weighted([(6, ""), (1, "P"), (1, "Q"), (1, "M"), (1, "R")])
        params = [self._self_param(scope, owner)] if owner else []
        for _ in range(self.weighted([(1, 0), (4, 1), (4, 2), (1, 3)])):
            params.append(self._param(scope))
        output, value = self._output(scope) if self.chance(50) else ("", None)
        where = self.weighted([(8, ""), (1, " where 'a: 'b"), (1, " where 'b: 'a")])
        body: list[Statement] = [self._let(scope) for _ in range(self.below(3))]
        body += self.statements(scope, 99, 2)
        if value is not None and scope.variables[value.root.name] is value.root:
            body.append(value.text)
        elif output:
            body.append(self.expr(scope, self._returned))
        signature = f"fn {name}<'a, 'b>({', '.join(params)}){output}{where} {{"
        if not owner:
            return Function([signature], body, ["}"])
        own = f"impl<'s> {owner}<'s> {{" if owner in LENDERS else f"impl {owner} {{"
        return Function([own, signature], body, ["}", "}"])

    def _self_param(self, scope: Scope, owner: str) -> str:
        kind = self.one_of(["self", "mut self", "&self", "&mut self", "&'a self", "&'a mut self"])
        ty = Ty(owner)
        if "&" in kind:
            ty = ref_mut(ty) if "mut" in kind else ref(ty)
            self._lifetimes["self"] = "'a" if "'a" in kind else ""
        scope.variables["self"] = Variable("self", ty, kind == "mut self")
        return kind

    def _param(self, scope: Scope) -> str:
        ty = self.any_ty() if self.chance(40) else Ty(self.one_of(REFS), (self.owned_ty(1),))
        mutable = self.chance(40)
        name = self.declare(scope, ty, mutable)
        used: list[str] = []

        def lifetimes() -> Iterator[str]:
            while True:
                used.append(self.weighted([(3, ""), (3, "'a"), (2, "'b")]))
                yield used[-1]

        text = ty.text(lifetimes())
        if ty.head in REFS and used[0]:
            self._lifetimes[name] = used[0]
        return f"{'mut ' if mutable else ''}{name}: {text}"

    def _output(self, scope: Scope) -> tuple[str, Place | None]:
        """The type returned and, if it is a reference to a part of a parameter, that reference."""

        def lifetimes() -> Iterator[str]:
            while True:
                yield self.weighted([(20, "'a"), (8, "'b"), (1, "'static")])

        if self._lifetimes and self.chance(70):
            name = self.one_of(list(self._lifetimes))
            parts = [place for place in self.places_of(scope.variables[name]) if place.text != name]
            part = self.one_of(parts)
            head = self.one_of(REFS) if part.writable else "&"
            self._returned = Ty(head, (part.ty,))
            mutable = "mut " if head == "&mut" else ""
            value = replace(part, text=f"&{mutable}{part.text}") if self.chance(80) else None
            return f" -> &{self._lifetimes[name]} {mutable}{part.ty.text(lifetimes())}", value
        self._returned = self.owned_ty(1) if self.chance(70) else self.any_ty(1)
        return f" -> {self._returned.text(lifetimes())}", None
