"""Statements beyond the plain ones: swaps, destructuring assignments, slices, trait objects, closures that iterate."""

from __future__ import annotations

from dataclasses import replace

from tests.random_programs.expressions import Expressions
from tests.random_programs.places import Scope
from tests.random_programs.types import REFS, Ty


class Wider(Expressions):
    """What stands on one line is given whole; of a block, its head, what it begins and ends with, and its end."""

    def swap(self, scope: Scope) -> str | None:
        place = self.any_place(scope, use="write")
        if place is None or place.text == "self":
            return None
        if self.chance(40):
            return f"eat(std::mem::replace(&mut {place.text}, {self.expr(scope, place.ty, 1)}));"
        other = self.place(scope, place.ty, "write")
        return None if other is None else f"std::mem::swap(&mut {place.text}, &mut {other.text});"

    def destructuring(self, scope: Scope) -> str | None:
        """`(a, b) = (1, 2);`"""
        places = [self.any_place(scope, use="write") for _ in range(2)]
        if any(place is None or place.text == "self" for place in places):
            return None
        values = ", ".join(self.expr(scope, place.ty, 1) for place in places if place is not None)
        return f"({', '.join(place.text for place in places if place is not None)}) = ({values});"

    def split(self, scope: Scope) -> str | None:
        """An element taken from a vector or an array by a method or a pattern."""
        place = self.any_place(scope, lambda t: t.head in ("Vec", "[]"), "write")
        if place is None:
            return None
        item = place.ty.args[0]
        if place.ty.head == "Vec":
            kind, method = self.one_of([("&mut", "split_first_mut"), ("&", "split_last")])
            return f"let ({self.declare(scope, Ty(kind, (item,)), False)}, _) = {place.text}.{method}().unwrap();"
        mode = self.one_of(["&", "&mut", ""])
        patterns = f"[{self._pattern(scope, item, mode)}, {self._pattern(scope, item, mode)}]"
        return f"let {patterns} = {mode + ' ' if mode else ''}{place.text if mode else self.moved(place)};"

    def shown(self, scope: Scope) -> str | None:
        """A coercion to a trait object."""
        if self.chance(30):
            return f"keep(Box::new({self.expr(scope, self.any_ty(1), 1)}));"
        place = self.any_place(scope)
        return None if place is None else f"show(&{place.text});"

    def as_object(self, scope: Scope) -> tuple[str, list[str], list[str], str] | None:
        """A trait object that is alive for the length of a block."""
        place = self.any_place(scope, use="write")
        if place is None:
            return None
        return "{", [f"let object: &mut dyn Show = &mut {place.text};"], ["show(&*object);"], "}"

    def slice_pattern(self, scope: Scope, inner: Scope) -> tuple[str, list[str], list[str], str] | None:
        vec = self.any_place(scope, lambda t: t.head == "Vec", "write")
        if vec is None:
            return None
        mode = self.one_of(REFS)
        first, last = (self._pattern(inner, vec.ty.args[0], mode) for _ in range(2))
        return f"if let [{first}, .., {last}] = {mode} {vec.text}[..] {{", [], [], "}"

    def for_each(self, scope: Scope) -> tuple[Scope, str] | None:
        """The scope of a closure that is called for all items, and the head of the call."""
        vec = self.any_place(scope, lambda t: t.head == "Vec", "write")
        if vec is None:
            return None
        inner = replace(scope.inner(), labels=(), in_closure=True)
        method, mode = self.one_of([("iter", "&"), ("iter_mut", "&mut"), ("drain(..)", "")])
        call = method if "(" in method else f"{method}()"
        return inner, f"{vec.text}.{call}.for_each(|{self._pattern(inner, vec.ty.args[0], mode)}| {{"
