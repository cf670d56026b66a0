"""The wider grammar: blocks and loops with values, `let else` that leaves, patterns with alternatives and of several places,
cells and their guards, `Option<&mut T>`, generic structs with destructors, closures in closures and in boxes, raw pointers,
temporaries at the ends of blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.random_programs.generate import Block, Function, Generator, Statement
from tests.random_programs.places import Place, Scope
from tests.random_programs.types import GUARDS, I32, REFS, STRING, D, P, Ty, ref, ref_mut

N, V, CELL = Ty("N"), Ty("V"), Ty("RefCell", (P,))
OPTION_MUT = Ty("Option", (ref_mut(P),))


def newer_function(random: Random, name: str) -> Function:
    return _Newer(random).function(name)


class _Newer(Generator):
    # -------------------------------------------------------------------------------------------- types and values

    def owned_ty(self, depth: int = 2) -> Ty:
        match self.below(12):
            case 0:
                return N
            case 1:
                return CELL
            case 2 if depth > 0:
                return Ty("W", (self.owned_ty(depth - 1) if self.chance(60) else ref(STRING),))
        return super().owned_ty(depth)

    def any_ty(self, depth: int = 2) -> Ty:
        match self.below(14):
            case 0:
                return V
            case 1:
                return OPTION_MUT
            case 2:
                return Ty("Option", (ref(self.owned_ty(0)),))
        return super().any_ty(depth)

    def _made(self, scope: Scope, ty: Ty, depth: int) -> str:
        def inner(of: Ty) -> str:
            return self.expr(scope, of, depth - 1)

        deep = depth > 0
        match ty.head:
            case "N":
                parts = (inner(D), inner(Ty("Box", (P,)))) if deep else ("D { s: string(), n: 1 }", "Box::new(P::new())")
                return f"N {{ d: {parts[0]}, b: {parts[1]}, o: None }}"
            case "V":
                return (
                    f"V {{ o: {self.expr(scope, OPTION_MUT, min(depth - 1, 1)) if deep else 'None'}, s: {inner(ref(STRING))} }}"
                )
            case "W":
                return f"W {{ t: {inner(ty.args[0])} }}"
            case "RefCell":
                return f"RefCell::new({inner(ty.args[0]) if deep else 'P::new()'})"
            case "Option" if ty == OPTION_MUT:
                return self._option_mut(scope, depth)
            case "Option" if ty.args[0].head == "&" and deep:
                return self._option_ref(scope, ty, depth)
            case "Ref" | "RefMut":
                cell = self.any_place(scope, lambda t: t == CELL)
                method = "borrow" if ty.head == "Ref" else "borrow_mut"
                return f"{cell.text}.{method}()" if cell is not None else "loop {}"
        return super()._made(scope, ty, depth)

    def _option_mut(self, scope: Scope, depth: int) -> str:
        choices: list[tuple[int, Callable[[], str]]] = [(1, lambda: "None::<&mut P>")]
        if depth > 0:
            choices.append((3, lambda: f"Some({self.expr(scope, ref_mut(P), depth - 1)})"))
            holder = self.any_place(scope, lambda t: t in (OPTION_MUT, V), "write")
            if holder is not None:
                ways = ["again()", "take()"] if holder.ty == V else ["as_deref_mut()", "take()", "as_mut().map(|x| &mut **x)"]
                choices.append((4, lambda: f"{holder.text}.{self.one_of(ways)}"))
            vec = self.any_place(scope, lambda t: t == Ty("Vec", (P,)), "write")
            if vec is not None:
                choices.append((3, lambda: f"{vec.text}.{self.one_of(['iter_mut().next()', 'last_mut()', 'get_mut(k())'])}"))
        return self.weighted(choices)()

    def _option_ref(self, scope: Scope, ty: Ty, depth: int) -> str:
        holder = self.any_place(scope, lambda t: t.head in ("Option", "Vec") and t.args == ty.args[0].args)
        if holder is not None and self.chance(60):
            ways = (
                ["as_ref()"] if holder.ty.head == "Option" else ["first()", "iter().next()", "get(k())", "iter().find(|_| c())"]
            )
            return f"{holder.text}.{self.one_of(ways)}"
        return f"Some({self.expr(scope, ty.args[0], depth - 1)})"

    def _branching(self, scope: Scope, ty: Ty, depth: int) -> str:
        """Also blocks that are left with a value, temporaries at their ends, and calls of closures that are made on the way."""
        match self.below(9):
            case 0:
                return self._labelled(scope, ty, depth)
            case 1:
                return self._of_temporary(scope, ty, depth)
            case 2:
                inner = replace(scope.inner(), labels=(), in_closure=True)
                return f"({self.one_of(['', 'move '])}|| {self.expr(inner, ty, depth)})()"
            case 3:
                arg_ty = self.any_ty(1)
                inner = replace(scope.inner(), labels=(), in_closure=True)
                arg = self.expr(scope, arg_ty, 1)
                return f"apply({arg}, |{self.declare(inner, arg_ty, False)}| {self.expr(inner, ty, depth)})"
            case 4:
                return self._match_two(scope, ty, depth)
        return super()._branching(scope, ty, depth)

    def _labelled(self, scope: Scope, ty: Ty, depth: int) -> str:
        label = self._new_label()
        inner = scope.inner()
        broken = self.expr(inner, ty, depth)
        if self.chance(50):
            return f"{label}: {{ if c() {{ break {label} {broken}; }} {self.expr(inner, ty, depth)} }}"
        local_ty = self.any_ty(1)
        value = self.expr(inner, local_ty, 1)
        name = self.declare(inner, local_ty, True)
        return f"{label}: loop {{ let mut {name} = {value}; if c() {{ break {label} {self.expr(inner, ty, depth)}; }} }}"

    def _of_temporary(self, scope: Scope, ty: Ty, depth: int) -> str:
        """What is read from the guard of a cell, or from a value that is only made for it."""
        cell = self.any_place(scope, lambda t: t == CELL)
        if ty == STRING and cell is not None:
            texts = ["borrow().a.clone()", "borrow_mut().get_mut().clone()", "borrow().get().to_string()"]
            return f"{{ {cell.text}.{self.one_of(texts)} }}"
        if ty == I32 and cell is not None:
            return self.one_of([f"{{ {cell.text}.borrow().n }}", f"match *{cell.text}.borrow() {{ P {{ n, .. }} => n }}"])
        if ty == ref(STRING):
            return f"{{ {self._made(scope, P, depth)}.get() }}"
        if ty.is_clone:
            return f"{{ (&{self._made(scope, ty, depth)}).clone() }}"
        return self._made(scope, ty, depth)

    def _match_two(self, scope: Scope, ty: Ty, depth: int) -> str:
        places = [self.any_place(scope, lambda t: t.head in ("Option", "E")) for _ in range(2)]
        if any(place is None for place in places):
            return self._made(scope, ty, depth)
        scrutinees = [self._scrutinee(place) for place in places if place is not None]
        inner = scope.inner()
        patterns = ", ".join(self._refutable(inner, bound) for _, bound in scrutinees)
        matched, other = self.expr(inner, ty, depth), self.expr(scope.inner(), ty, depth)
        return f"match ({', '.join(text for text, _ in scrutinees)}) {{ ({patterns}) => {matched}, _ => {other} }}"

    def _refutable(self, scope: Scope, ty: Ty) -> str:
        """Also alternatives, and bindings beside what they are made of."""
        mode = ty.head if ty.head in REFS else ""
        inner = ty.args[0] if mode else ty
        if inner.head == "E" and self.chance(25):
            name = self.declare(scope, Ty(mode, (STRING,)) if mode else STRING, False)
            return f"E::A({name}) | E::B(P {{ a: {name}, .. }})"
        if inner.head == "Option" and not mode and self.chance(12):
            outer = self.declare(scope, ref(inner), False)
            return f"ref {outer} @ Some(ref {self.declare(scope, ref(inner.args[0]), False)})"
        return super()._refutable(scope, ty)

    def _guard(self, scope: Scope) -> str:
        place = self.any_place(scope, lambda t: t.head == "Option")
        if place is not None and self.chance(15):
            return f"let Some({self.declare(scope, ref(place.ty.args[0]), False)}) = &{place.text}"
        return super()._guard(scope)

    # -------------------------------------------------------------------------------------------- statements

    def more_statements(self, scope: Scope, depth: int) -> list[tuple[int, Callable[[], Statement | None]]]:
        choices: list[tuple[int, Callable[[], Statement | None]]] = [
            (2, lambda: self._let_guard(scope)),
            (2, lambda: self._let_else(scope)),
            (1, lambda: self._raw(scope)),
            (2, lambda: self._at_index(scope)),
            (1, lambda: self._boxed_closure(scope)),
            (1, lambda: self._collected(scope)),
            (1, lambda: self._paired(scope)),
            (1, lambda: self._used_of_option(scope)),
        ]
        if depth > 0:
            choices += [
                (2, lambda: self._value_block(scope, depth - 1)),
                (2, lambda: self._while_taken(scope, depth - 1)),
                (1, lambda: self._if_both(scope, depth - 1)),
            ]
        return choices

    def _new_label(self) -> str:
        self._count += 1
        return f"'v{self._count}"

    def _let_guard(self, scope: Scope) -> str | None:
        """A cell's guard in a variable, or used at once."""
        cell = self.any_place(scope, lambda t: t == CELL)
        if cell is None:
            return None
        if self.chance(50):
            uses = [
                "see(&{}.borrow().a);",
                "{}.borrow_mut().set({}.borrow().n);",
                "touch(&mut {}.borrow_mut().b);",
                "see({}.borrow().get());",
            ]
            return self.one_of(uses).replace("{}", cell.text)
        head = self.one_of(GUARDS)
        value = f"{cell.text}.{'borrow' if head == 'Ref' else 'borrow_mut'}()"
        mutable = "mut " if self.chance(50) else ""
        return f"let {mutable}{self.declare(scope, Ty(head, (P,)), bool(mutable))} = {value};"

    def _let_else(self, scope: Scope) -> str | None:
        place = self.any_place(scope, lambda t: t.head in ("Option", "E"))
        if place is None:
            return None
        leave = [f"return {self.expr(scope.inner(), self._returned, 1)}"] if not scope.in_closure else ["panic!()"]
        if scope.labels:
            leave += ["continue", f"break {scope.labels[-1]}"]
        left = self.one_of(leave)
        scrutinee, ty = self._scrutinee(place)
        mode = ty.head if ty.head in REFS else ""
        inner = ty.args[0] if mode else ty
        if inner.head == "Option":
            return f"let Some({self._pattern(scope, inner.args[0], mode)}) = {scrutinee} else {{ {left} }};"
        return f"let E::A({self._pattern(scope, STRING, mode)}) = {scrutinee} else {{ {left} }};"

    def _raw(self, scope: Scope) -> str | None:
        place = self.any_place(scope, use="write")
        if place is None or place.text == "self":
            return None
        value = self.expr(scope, place.ty, 1)
        return self.one_of(
            [
                f"{{ let p = &raw mut {place.text}; unsafe {{ *p = {value}; }} }}",
                f"{{ let p = &raw const {place.text}; unsafe {{ see(&*p); }} }}",
                f"{{ let p: *mut {place.ty.text()} = &mut {place.text}; see(&{place.text}); unsafe {{ touch(&mut *p); }} }}",
            ]
        )

    def _at_index(self, scope: Scope) -> str | None:
        place = self.any_place(scope, lambda t: t.head in ("Vec", "[]"), "write")
        if place is None:
            return None
        at = f"{place.text}[{self.one_of(['k()', f'{place.text}.len() - 1', '1'])}]"
        item = place.ty.args[0]
        choices = [f"{at} = {self.expr(scope, item, 1)};", f"see(&{at});", f"touch(&mut {at});"]
        if item.is_clone:
            choices += [f"{at} = {at}.clone();", f"{at} = {place.text}[0].clone();"]
        if place.ty.head == "Vec" and item.is_clone:
            choices.append(f"{place.text}.push({at}.clone());")
        choices.append(f"{place.text}.swap({place.text}.len() - 1, 0);")
        return self.one_of(choices)

    def _boxed_closure(self, scope: Scope) -> str:
        inner = replace(scope.inner(), labels=(), in_closure=True)
        ty = self.owned_ty(0)
        move = self.one_of(["", "move "])
        kind = self.one_of(["Fn", "FnMut", "FnOnce"])
        value = self.expr(inner, ty)
        name = self.declare(scope, Ty("fn", (ty,)), True)
        return f"let mut {name}: Box<dyn {kind}() -> {ty.text()} + '_> = Box::new({move}|| {value});"

    def _collected(self, scope: Scope) -> str | None:
        vec = self.any_place(scope, lambda t: t.head == "Vec", "write")
        if vec is None:
            return None
        kind = self.one_of(REFS)
        inner = replace(scope.inner(), labels=(), in_closure=True)
        item = Ty(kind, vec.ty.args)
        method = "iter" if kind == "&" else "iter_mut"
        condition = f".filter(|_| {{ {self._use(inner) or ''} c() }})" if self.chance(50) else ""
        return f"let {self.declare(scope, Ty('Vec', (item,)), False)}: Vec<_> = {vec.text}.{method}(){condition}.collect();"

    def _paired(self, scope: Scope) -> str | None:
        place = self.any_place(scope)
        if place is None:
            return None
        pair = Ty("(,)", (ref(place.ty), ref(place.ty)))
        value = f"both_of({self.expr(scope, ref(place.ty), 1)}, {self.expr(scope, ref(place.ty), 1)})"
        return f"let {self.declare(scope, pair, False)} = {value};"

    def _used_of_option(self, scope: Scope) -> str | None:
        """Through what is in an Option of a unique reference."""
        place = self.any_place(scope, lambda t: t in (OPTION_MUT, V), "write")
        if place is None:
            return None
        if place.ty == V:
            return self.one_of(
                ["{}.take();", "see(&{}.peek());", "if let Some(x) = {}.again() { x.set(1); }", "see({}.text());"]
            ).replace("{}", place.text)
        uses = [
            "if let Some(x) = {} { x.set(1); }", "if let Some(x) = &mut {} { x.set(1); }",
            "if let Some(ref mut x) = {} { x.set(1); }", "{}.as_mut().unwrap().n = 2;", "touch({}.as_deref_mut().unwrap());",
            "see({}.as_deref().unwrap());",
        ]  # fmt: skip
        return self.one_of(uses).replace("{}", place.text)

    def _value_block(self, scope: Scope, depth: int) -> Statement:
        """`let v = 'l: { .. }` or `'l: loop { .. }`, which is left with a value from within."""
        ty = self.any_ty(1)
        label = self._new_label()
        inner = replace(scope.inner(), labels=())
        loop = self.chance(40)
        body = self.statements(inner, 1 + self.below(2), depth)
        body.append(f"if c() {{ break {label} {self.expr(inner.inner(), ty, 1)}; }}")
        body += self.statements(inner, self.below(2), depth)
        end = "};" if loop else f"{self.expr(inner, ty, 1)} }};"
        mutable = "mut " if self.chance(50) else ""
        return Block(
            [(f"let {mutable}{self.declare(scope, ty, bool(mutable))} = {label}: {'loop ' if loop else ''}{{", body)], end
        )

    def _while_taken(self, scope: Scope, depth: int) -> Statement | None:
        place = self.any_place(scope, lambda t: t.head in ("Vec", "Option"), "write")
        if place is None:
            return None
        inner = scope.inner()
        inner.labels = (*scope.labels, self._new_label())
        item = place.ty.args[0]
        ways = [("", "take()"), ("&mut", "as_mut()")]
        if place.ty.head == "Vec":
            ways = [("", "pop()"), ("&mut", "last_mut()"), ("&", "first()")]
        mode, method = self.one_of(ways)
        head = f"{inner.labels[-1]}: while let Some({self._pattern(inner, item, mode)}) = {place.text}.{method} {{"
        return Block([(head, self.statements(inner, 1 + self.below(3), depth))])

    def _if_both(self, scope: Scope, depth: int) -> Statement | None:
        places: list[Place | None] = [self.any_place(scope, lambda t: t.head in ("Option", "E")) for _ in range(2)]
        found = [place for place in places if place is not None]
        if len(found) < 2:
            return None
        scrutinees = [self._scrutinee(place) for place in found]
        inner = scope.inner()
        patterns = ", ".join(self._refutable(inner, ty) for _, ty in scrutinees)
        head = f"if let ({patterns}) = ({', '.join(text for text, _ in scrutinees)}) {{"
        block = Block([(head, self.statements(inner, 1 + self.below(2), depth))])
        if self.chance(40):
            block.parts.append(("} else {", self._block(scope, depth)))
        return block
