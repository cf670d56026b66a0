"""Expressions and patterns of random programs."""

from __future__ import annotations

from collections.abc import Callable

from tests.random_programs.places import Place, Places, Scope, Use, Variable
from tests.random_programs.types import I32, REFS, STRING, D, P, Ty, fields, ref, ref_mut


class Expressions(Places):
    """Every expression has the type that was asked for."""

    # -------------------------------------------------------------------------------------------- expressions

    def expr(self, scope: Scope, ty: Ty, depth: int = 2) -> str:
        """An expression of the type."""
        place = self.place(scope, ty, "move")
        choices: list[tuple[int, Callable[[], str]]] = [(3, lambda: self._made(scope, ty, depth))]
        if place is not None:
            choices.append((4, lambda: self.moved(place)))
            if ty.is_clone:
                choices.append((2, lambda: f"{place.text}.clone()"))
        if depth > 0:
            choices.append((1, lambda: self._branching(scope, ty, depth - 1)))
            choices.append((2, lambda: self._taken_out(scope, ty) or self._made(scope, ty, depth)))
        return self.weighted(choices)()

    def _made(self, scope: Scope, ty: Ty, depth: int) -> str:
        """A new value."""

        def inner(of: Ty) -> str:
            return self.expr(scope, of, depth - 1)

        deep = depth > 0
        match ty.head:
            case "i32":
                return str(self.below(9)) if not deep or self.chance(70) else f"1 + {inner(I32)}"
            case "String":
                return "string()" if self.chance(60) else f'String::from("{"abc"[self.below(3)]}")'
            case "P":
                if not deep:
                    return "P::new()"
                base = self.place(scope, P, "move")
                if base is not None and self.chance(20):
                    return f"P {{ a: {inner(STRING)}, ..{self.moved(base)} }}"
                return f"P {{ a: {inner(STRING)}, b: {inner(STRING)}, n: 1 }}" if self.chance(60) else "P::new()"
            case "Q":
                return (
                    f"Q {{ p: {inner(P)}, d: {inner(D)}, t: (string(), 1) }}"
                    if deep
                    else "Q { p: P::new(), d: D { s: string(), n: 1 }, t: (string(), 2) }"
                )
            case "D":
                return f"D {{ s: {inner(STRING) if deep else 'string()'}, n: 1 }}"
            case "E":
                return self.one_of(["E::C", f"E::A({inner(STRING)})", f"E::B({inner(P)})"]) if deep else "E::C"
            case "R" | "G":
                return f"{ty.head} {{ r: {inner(ref(STRING))}, n: 1 }}"
            case "M" | "H":
                return f"{ty.head} {{ m: {inner(ref_mut(P))}, n: 1 }}"
            case "Option":
                return f"Some({inner(ty.args[0])})" if deep else f"None::<{ty.args[0].text()}>"
            case "Box" | "Rc":
                return f"{ty.head}::new({inner(ty.args[0])})"
            case "Vec":
                if deep:
                    return f"vec![{', '.join(inner(ty.args[0]) for _ in range(1 + self.below(2)))}]"
                return f"Vec::<{ty.args[0].text()}>::new()"
            case "(,)" | "[]":
                elements = ty.args if ty.head == "(,)" else ty.args * 2
                text = ", ".join(inner(arg) for arg in elements)
                return f"({text})" if ty.head == "(,)" else f"[{text}]"
            case "&":
                return self._shared(scope, ty.args[0], depth)
            case "&mut":
                return self._mutable(scope, ty.args[0], depth)
            case "()":
                return "()"
        raise AssertionError(ty)

    def _shared(self, scope: Scope, ty: Ty, depth: int) -> str:
        """A reference to something of the type."""
        place = self.place(scope, ty)
        choices: list[tuple[int, Callable[[], str]]] = []
        if place is not None:
            choices.append((12, lambda: f"&{place.text}"))
            choices.append((1, lambda: f"id(&{place.text})"))
            if place.writable:
                choices.append((1, lambda: f"weaken(&mut {place.text})"))
        if depth > 0:

            def again() -> str:
                return self.expr(scope, ref(ty), depth - 1)

            choices.append((1, lambda: f"pick({again()}, {again()})"))
            choices.append((1, lambda: f"first({again()}, {again()})"))
            if ty == STRING:
                holder = self.any_place(scope, lambda t: t.head in ("P", "R"))
                if holder is not None:
                    methods = ["get"] if holder.ty == P else ["inner", "outer"]
                    choices.append((3, lambda: f"{holder.text}.{self.one_of(methods)}()"))
            choices.extend(self._within(scope, ty, "read", ["as_ref().unwrap()"], ["first().unwrap()", "last().unwrap()"]))
        if not choices or self.chance(4):
            return f"&{self._made(scope, ty, 0)}"
        return self.weighted(choices)()

    def _mutable(self, scope: Scope, ty: Ty, depth: int) -> str:
        place = self.place(scope, ty, "write")
        choices: list[tuple[int, Callable[[], str]]] = []
        if place is not None:
            choices.append((12, lambda: f"&mut {place.text}"))
            choices.append((1, lambda: f"id_mut(&mut {place.text})"))
        if depth > 0:

            def again() -> str:
                return self.expr(scope, ref_mut(ty), depth - 1)

            choices.append((1, lambda: f"pick_mut({again()}, {again()})"))
            choices.append((1, lambda: f"id_mut({again()})"))
            holder = self.any_place(scope, lambda t: (t == P and ty == STRING) or (t.head == "M" and ty == P), "write")
            if holder is not None:
                choices.append((3, lambda: f"{holder.text}.{'get_mut' if holder.ty == P else 'outer'}()"))
            choices.extend(self._within(scope, ty, "write", ["as_mut().unwrap()"], ["last_mut().unwrap()"]))
        if not choices or self.chance(4):
            return f"&mut {self._made(scope, ty, 0)}"
        return self.weighted(choices)()

    def _within(self, scope: Scope, ty: Ty, use: Use, option: list[str], vec: list[str]) -> list[tuple[int, Callable[[], str]]]:
        """Methods that borrow from an Option or a Vec."""
        holder = self.any_place(scope, lambda t: t.head in ("Option", "Vec") and t.args == (ty,), use)
        if holder is None:
            return []
        return [(2, lambda: f"{holder.text}.{self.one_of(option if holder.ty.head == 'Option' else vec)}")]

    def _taken_out(self, scope: Scope, ty: Ty) -> str | None:
        """A value out of something else."""
        choices: list[Callable[[], str]] = []
        holder = self.any_place(scope, lambda t: t.head in ("Option", "Vec") and t.args == (ty,), "write")
        if holder is not None:
            ways = ["take().unwrap()"] if holder.ty.head == "Option" else ["pop().unwrap()", "remove(0)"]
            choices.append(lambda: f"{holder.text}.{self.one_of(ways)}")
        owner = self.any_place(scope, lambda t: t.head in ("Option", "Box") and t.args == (ty,), "move")
        if owner is not None:
            choices.append(lambda: f"{self.moved(owner)}.unwrap()" if owner.ty.head == "Option" else f"*{self.moved(owner)}")
        place = self.place(scope, ty, "write")
        if place is not None and ty.head not in REFS:
            choices.append(lambda: f"std::mem::replace(&mut {place.text}, {self._made(scope, ty, 0)})")
        if ty == STRING:
            whole = self.place(scope, P, "move")
            if whole is not None:
                choices.append(lambda: f"{self.moved(whole)}.into_a()")
        closure = self.any_place(scope, lambda t: t.head == "fn" and t.args[-1] == ty)
        if closure is not None:
            for _ in range(3):
                choices.append(lambda: self._call(scope, closure))
        return self.one_of(choices)() if choices else None

    def _call(self, scope: Scope, closure: Place) -> str:
        return f"{closure.text}({', '.join(self.expr(scope, arg, 1) for arg in closure.ty.args[:-1])})"

    def _branching(self, scope: Scope, ty: Ty, depth: int) -> str:
        match self.below(4):
            case 0 | 1:
                return f"if c() {{ {self.expr(scope.inner(), ty, depth)} }} else {{ {self.expr(scope.inner(), ty, depth)} }}"
            case 2:
                inner = scope.inner()
                local_ty = self.any_ty()
                value = self.expr(inner, local_ty, 1)
                return f"{{ let mut {self.declare(inner, local_ty, True)} = {value}; {self.expr(inner, ty, depth)} }}"
            case _:
                place = self.any_place(scope, lambda t: t.head in ("Option", "E"))
                if place is None:
                    return self._made(scope, ty, depth)
                scrutinee, bound = self._scrutinee(place)
                inner = scope.inner()
                pattern = self._refutable(inner, bound)
                matched, other = self.expr(inner, ty, depth), self.expr(scope.inner(), ty, depth)
                return f"match {scrutinee} {{ {pattern} => {matched}, _ => {other} }}"

    # -------------------------------------------------------------------------------------------- patterns

    def declare(self, scope: Scope, ty: Ty, mutable: bool, *, shadow: bool = False) -> str:
        """A new variable; it may have the name of another one."""
        old = [name for name in scope.variables if name != "self"]
        if shadow and old and self.chance(15):
            name = self.one_of(old)
        else:
            name = f"v{self._count}"
            self._count += 1
        scope.variables.pop(name, None)
        scope.variables[name] = Variable(name, ty, mutable)
        return name

    def _binding(self, scope: Scope, ty: Ty, mode: str) -> str:
        """A binding for a part of type `ty` under a default binding mode (`""`, `&` or `&mut`)."""
        if mode:
            return self.declare(scope, Ty(mode, (ty,)), False)
        match self.below(8):
            case 0:
                return "ref " + self.declare(scope, ref(ty), False)
            case 1 if self.chance(50):
                return "ref mut " + self.declare(scope, ref_mut(ty), False)
            case 2 | 3:
                return "mut " + self.declare(scope, ty, True)
            case 4:
                return "_"
            case _:
                return self.declare(scope, ty, False)

    def _pattern(self, scope: Scope, ty: Ty, mode: str, depth: int = 1) -> str:
        """An irrefutable pattern."""
        parts = fields(ty) if ty.head in ("P", "Q", "(,)", "R", "M", "D") else ()
        if not parts or depth == 0 or self.chance(40):
            return self._binding(scope, ty, mode)
        if ty.head == "(,)":
            return f"({', '.join(self._pattern(scope, arg, mode, depth - 1) for arg in ty.args)})"
        name, field_ty = self.one_of(parts)
        return f"{ty.head} {{ {name}: {self._pattern(scope, field_ty, mode, depth - 1)}, .. }}"

    def _scrutinee(self, place: Place) -> tuple[str, Ty]:
        """The place matched on by value or behind a reference."""
        kinds = [(2, "&"), (3 if place.writable else 0, "&mut "), (2 if place.movable else 1, "")]
        kind = self.weighted(kinds)
        return kind + place.text, Ty(kind.strip(), (place.ty,)) if kind else place.ty

    def _refutable(self, scope: Scope, ty: Ty) -> str:
        """A pattern of an Option or E, maybe behind a reference."""
        mode = ty.head if ty.head in REFS else ""
        ty = ty.args[0] if mode else ty
        if self.chance(6):
            whole = self.declare(scope, Ty(mode, (ty,)) if mode else ty, False)
            return f"{whole} @ {'Some(_)' if ty.head == 'Option' else '(E::A(_) | E::C)'}"
        if ty.head == "Option":
            return f"Some({self._pattern(scope, ty.args[0], mode)})"
        return f"E::A({self._pattern(scope, STRING, mode)})" if self.chance(50) else f"E::B({self._pattern(scope, P, mode)})"
