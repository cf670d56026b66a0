"""Values in words: a machine value and its type become a `view.Value`.

What std's own types are made of is hidden: a String shows its text, a Vec its elements, an Rc where it points; they are told
by their lang items.
Everything else shows its fields. Long contents are elided; the parts of an unfolded value are given one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from interpreter.debugger.layout import LayoutRenderer
from interpreter.debugger.memory import Memory
from interpreter.debugger.view import Change, Field, Value, VariableState, ViewOptions, Zoom
from interpreter.hints import Any
from interpreter.machine.inspect import is_dangling
from interpreter.machine.intrinsics.floats import float_text
from interpreter.typeck import ty as t

WIDTH = 72
"""Characters after which a value's text is cut off."""
MANY = 12
"""Elements of a sequence shown in its text."""
DEPTH = 4
"""How deep values are shown within values."""

_OWNERS = {"owned_box": "Box", "Rc": "Rc", "Arc": "Arc", "RcWeak": "Weak", "ArcWeak": "Weak"}


_CONTENTS = {"Cell": 0, "RefCell": 1, "Mutex": 2, "RwLock": 3}
"""Where the UnsafeCell of a cell or lock stands among its fields."""


def clip(text: str, width: int = WIDTH) -> str:
    """A text of at most `width` characters."""
    return text if len(text) <= width else text[: width - 1] + "…"


def quoted(text: str) -> str:
    """A text as Rust's `{:?}` quotes it, in the simple cases."""
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}
    return '"' + "".join(escapes.get(c, c) for c in text) + '"'


class ValueRenderer:
    """Renders the values of one moment; `options` say what is unfolded and how closely."""

    def __init__(self, memory: Memory, options: ViewOptions, before: dict[str, str]) -> None:
        self.memory = memory
        self.before = before
        self.texts: dict[str, str] = {}
        """The texts of the fields shown, for the next step to compare with."""
        self.options = options
        self.machine = memory.machine
        self.types = memory.machine.code.types
        self.program = memory.machine.code.program
        self._special: dict[str, Callable[[list[Any], t.Adt, int], str]] = {
            "String": self._string,
            "Vec": self._vec,
            "VecDeque": self._deque,
            "Cell": self._cell,
            "unsafe_cell": lambda v, ty, d: self.text(v[0], self._fields(ty)[0], d),
            "RefCell": self._ref_cell,
            "Mutex": self._mutex,
            "RwLock": self._rw_lock,
            "RefCellRef": lambda v, ty, d: self._guard("Ref", v[0], ty),
            "RefCellRefMut": lambda v, ty, d: self._guard("RefMut", v[0], ty),
            "MutexGuard": lambda v, ty, d: self._guard("MutexGuard", v[0], ty),
            "RwLockReadGuard": lambda v, ty, d: self._guard("RwLockReadGuard", v[0], ty),
            "RwLockWriteGuard": lambda v, ty, d: self._guard("RwLockWriteGuard", v[0], ty),
            "HashMap": self._hash_map,
            "BTreeMap": self._tree_map,
            "HashSet": self._set,
            "BTreeSet": self._set,
            "phantom_data": lambda v, ty, d: "PhantomData",
        }

    # -------------------------------------------------------------------------------------------- one value

    def value(self, value: Any, ty: t.Ty, subject: str) -> Value:
        """The value with what belongs to it; parts only if `subject` is unfolded."""
        pointee, label = self.memory.pointee(value, ty)
        parts = self.parts(value, ty)
        unfolded = subject in self.options.unfolded
        limit = self.options.child_limit
        children: tuple[Field, ...] = ()
        if unfolded:
            children = tuple(self._field(subject, *part) for part in parts[:limit])
        return Value(
            text=clip(self.text(value, ty, 0)),
            note=self.note(value, ty),
            pointee=pointee,
            pointee_label=label,
            dangling=self.dangling(value, ty),
            foldable=bool(parts),
            children=children,
            more=max(len(parts) - limit, 0) if unfolded else 0,
            size=self.size(ty),
            layout=LayoutRenderer(self.memory).parts(value, ty) if self.options.zoom is Zoom.BYTES else (),
        )

    def _field(self, subject: str, name: str, value: Any, ty: t.Ty, offset: int) -> Field:
        inner = f"{subject}.{name}"
        state = VariableState.LIVE if value is not None else VariableState.MOVED
        shown = self.value(value, ty, inner) if value is not None else Value("")
        old = self.before.get(inner)
        self.texts[inner] = shown.text
        changed = old is not None and old != shown.text
        change = Change.NONE if not changed else Change.CHANGED if value is not None else Change.GONE
        return Field(inner, name, self.type_text(ty), shown, state, change, old if changed and old is not None else "", offset)

    def type_text(self, ty: t.Ty) -> str:
        return self.memory.type_text(ty)

    def size(self, ty: t.Ty) -> int:
        """Bytes on the stack; 0 for what has no size known."""
        return self.memory.layout(ty).size if self.types.unsized_tail(ty) is None else 0

    def note(self, value: Any, ty: t.Ty) -> str:
        """What the text doesn't say."""
        lang = self.memory.lang(ty)
        if value is None:
            return ""
        if lang in ("String", "Vec", "VecDeque"):
            vec = value[0] if lang == "String" else value
            length, cap = (vec[2], vec[1]) if lang != "VecDeque" else (vec[3], vec[1])
            return f"len {length} cap {cap}" if length is not None else ""
        if isinstance(ty, t.Ref) and self.types.is_slice(ty.ty):
            return f"len {value[2]}"
        if isinstance(ty, t.Ref) and isinstance(ty.ty, t.Dynamic):
            return f"vtable of {self.type_text(self.machine.code.vtable_types[value[2]][0])}"
        return ""

    def dangling(self, value: Any, ty: t.Ty) -> bool:
        """Whether a reference leads to nothing."""
        if value is None or not isinstance(ty, t.Ref):
            return False
        if self.memory.lang(ty) is None and isinstance(value, tuple) and len(value) >= 2:
            return is_dangling(value, self.types.is_slice(ty.ty))
        return False

    # -------------------------------------------------------------------------------------------- text

    def text(self, value: Any, ty: t.Ty, depth: int) -> str:
        """The value in one line."""
        if value is None:
            return "-"
        if depth > DEPTH:
            return "…"
        match ty:
            case t.Prim():
                return self._prim(value, ty.name)
            case t.Ref() | t.RawPtr():
                return self._pointer(value, ty, depth)
            case t.Tuple(elems=()):
                return "()"
            case t.Tuple():
                inner = [self.text(v, e, depth + 1) for v, e in zip(value, ty.elems, strict=True)]
                return f"({inner[0]},)" if len(inner) == 1 else f"({', '.join(inner)})"
            case t.Array():
                return self._sequence(value, ty.elem, depth)
            case t.FnDef():
                return f"fn {ty.def_.name}"
            case t.FnPtr():
                instance = self.machine.code.instances[value].instance if isinstance(value, int) else None
                return f"fn {instance.def_.name}" if instance is not None and instance.def_ is not None else "fn"
            case t.Closure():
                inner = [f"{name}: {self.text(v, e, depth + 1)}" for name, v, e, _ in self.parts(value, ty)]
                return "closure" + (f" [{', '.join(inner)}]" if inner else "")
            case t.Adt():
                return self._adt(value, ty, depth)
        return "?"

    def _prim(self, value: Any, name: str) -> str:
        if name == "bool":
            return "true" if value else "false"
        if name == "char":
            char = chr(value)
            return {"'": "'\\''", "\n": "'\\n'", "\t": "'\\t'", "\\": "'\\\\'"}.get(char, f"'{char}'")
        if name in ("f32", "f64"):
            return (
                float_text(value, None, 1, name == "f32")
                if value >= 0 or value != value
                else "-" + float_text(-value, None, 1, name == "f32")
            )
        return str(value)

    def _sequence(self, values: Sequence[Any], elem: t.Ty, depth: int) -> str:
        shown = [self.text(v, elem, depth + 1) for v in values[:MANY]]
        more = [f"… {len(values) - MANY} more"] if len(values) > MANY else []
        return f"[{', '.join([*shown, *more])}]"

    def _pointer(self, value: Any, ty: t.Ref | t.RawPtr, depth: int) -> str:
        if ty.ty is t.STR:
            return quoted(self.bytes_text(value))
        _, label = self.memory.pointee(value, ty)
        arrow = f"-> {label}" if label else "-> a constant"
        if isinstance(ty.ty, t.Slice) and depth == 0:
            elements, start, length = value[:3]
            return f"{arrow} {self._sequence(elements[start : start + length], ty.ty.elem, depth)}"
        return arrow

    def bytes_text(self, pointer: Any) -> str:
        """The text that a `&str` points to."""
        elements, start, length = pointer[:3]
        part = [b for b in elements[start : start + length] if b is not None] if not isinstance(elements, bytes) else None
        raw = elements[start : start + length] if part is None else bytes(part)
        return bytes(raw).decode("utf-8", "replace")

    def _fields(self, ty: t.Ty, variant: int = 0) -> tuple[t.Ty, ...]:
        return self.memory.names.field_types(self.program, ty, variant)

    def _adt(self, value: Any, ty: t.Adt, depth: int) -> str:
        lang = self.memory.lang(ty)
        if lang in _OWNERS:
            _, label = self.memory.pointee(value, ty)
            return f"-> {label}" if label else "dangling"
        if lang == "heap_ptr":
            _, label = self.memory.pointee(value, ty)
            return f"-> {label}"
        special = self._special.get(lang) if lang is not None else None
        if special is not None:
            return special(value, ty, depth)
        variant, fields, name = 0, value, ty.def_.name
        if self.types.is_enum(ty):
            variant, fields = value[0], value[1:]
            name = self.memory.variant_name(ty, variant)
        tys = self._fields(ty, variant)
        if not tys:
            return name
        names = self.memory.names.fields(ty, variant, len(tys))
        parts = [self.text(v, f, depth + 1) for v, f in zip(fields, tys, strict=True)]
        if names[0] == "0":
            return f"{name}({', '.join(parts)})"
        return f"{name} {{ {', '.join(f'{n}: {p}' for n, p in zip(names, parts, strict=True))} }}"

    # -------------------------------------------------------------------------------------------- std's types

    def _cells(self, pointer: Any) -> list[Any]:
        number = pointer[0] if isinstance(pointer, tuple) else pointer
        return self.machine.state.heap.get(number, [])

    def _string(self, value: list[Any], ty: t.Adt, depth: int) -> str:
        vec = value[0]
        if vec is None or vec[2] is None:
            return "-"
        cells = self._cells(vec[0])[: vec[2]]
        return quoted(bytes([c for c in cells if c is not None]).decode("utf-8", "replace"))

    def _vec_elements(self, value: list[Any]) -> list[Any]:
        return self._cells(value[0])[: value[2] or 0]

    def _vec(self, value: list[Any], ty: t.Adt, depth: int) -> str:
        return self._sequence(self._vec_elements(value), _arg(ty), depth)

    def _deque_elements(self, value: list[Any]) -> list[Any]:
        cells, cap, head, length = self._cells(value[0]), value[1], value[2], value[3]
        return [cells[(head + i) % cap] for i in range(length)] if cap else []

    def _deque(self, value: list[Any], ty: t.Adt, depth: int) -> str:
        return self._sequence(self._deque_elements(value), _arg(ty), depth)

    def _guard(self, name: str, pointer: Any, ty: t.Adt) -> str:
        target = self.memory.map.target(pointer, False) if isinstance(pointer, tuple) and len(pointer) == 2 else None
        return f"{name} -> {self.memory.target_label(target)[1]}" if target is not None else name

    def _cell(self, value: list[Any], ty: t.Adt, depth: int) -> str:
        return f"Cell({self.text(value[0][0] if value[0] is not None else None, _arg(ty), depth + 1)})"

    def _ref_cell(self, value: list[Any], ty: t.Adt, depth: int) -> str:
        flag = borrow_flag(value[0])
        inner = self.text(value[1][0] if value[1] is not None else None, _arg(ty), depth + 1)
        return f"RefCell({inner})" + (f" {flag}" if flag else "")

    def _mutex(self, value: list[Any], ty: t.Adt, depth: int) -> str:
        state = " locked" if value[0][0] else ""
        poisoned = " poisoned" if value[1][0] else ""
        return f"Mutex({self.text(value[2][0], _arg(ty), depth + 1)}){state}{poisoned}"

    def _rw_lock(self, value: list[Any], ty: t.Adt, depth: int) -> str:
        state = value[0][0]
        text = "" if not state else " writing" if state == 0xFFFFFFFF else f" {state} readers"
        return f"RwLock({self.text(value[3][0], _arg(ty), depth + 1)}){text}"

    def _hash_map(self, value: list[Any], ty: t.Adt, depth: int) -> str:
        key, val = _arg(ty), _arg(ty, 1)
        items = [
            f"{self.text(b[1], key, depth + 1)}: {self.text(b[2], val, depth + 1)}"
            for b in self._vec_elements(value[0])[:MANY]
            if b
        ]
        return "{" + ", ".join(items) + "}"

    def _tree_map(self, value: list[Any], ty: t.Adt, depth: int) -> str:
        key, val = _arg(ty), _arg(ty, 1)
        items = [
            f"{self.text(p[0], key, depth + 1)}: {self.text(p[1], val, depth + 1)}"
            for p in self._vec_elements(value[0])[:MANY]
            if p
        ]
        return "{" + ", ".join(items) + "}"

    def _set(self, value: list[Any], ty: t.Adt, depth: int) -> str:
        map_ = value[0]
        hashed = self.memory.lang(ty) == "HashSet"
        keys = [b[1] if hashed else b[0] for b in self._vec_elements(map_[0])[:MANY] if b]
        return "{" + ", ".join(self.text(k, _arg(ty), depth + 1) for k in keys) + "}"

    # -------------------------------------------------------------------------------------------- parts

    def parts(self, value: Any, ty: t.Ty) -> list[tuple[str, Any, t.Ty, int]]:
        """(name, value, type, offset in bytes) of what lies inside: fields, payload or elements."""
        if value is None:
            return []
        match ty:
            case t.Closure():
                tys, names = self._fields(ty), self.memory.names.captures(ty)
                named = names if len(names) == len(tys) else tuple(str(i) for i in range(len(tys)))
                return [(n, v, f, self._offset(ty, i)) for i, (n, v, f) in enumerate(zip(named, value, tys, strict=True))]
            case t.Tuple():
                tys = self._fields(ty)
                return [(str(i), v, f, self._offset(ty, i)) for i, (v, f) in enumerate(zip(value, tys, strict=True))]
            case t.Array():
                size = self.size(ty.elem)
                return [(f"[{i}]", v, ty.elem, i * size) for i, v in enumerate(value)]
            case t.Adt():
                lang = self.memory.lang(ty)
                if lang in ("Vec", "VecDeque"):
                    elements = self._vec_elements(value) if lang == "Vec" else self._deque_elements(value)
                    return [(f"[{i}]", v, _arg(ty), i * self.size(_arg(ty))) for i, v in enumerate(elements)]
                if lang in _CONTENTS or lang in _OWNERS:
                    return self._content(value, ty, lang)
                if lang is not None and (lang in self._special or lang == "heap_ptr"):
                    return []
                if self.types.is_enum(ty):
                    variant, fields = value[0], value[1:]
                else:
                    variant, fields = 0, value
                tys = self._fields(ty, variant)
                names, offsets = self.memory.names.fields(ty, variant, len(tys)), self.memory.offsets(ty, variant)
                return list(zip(names, fields, tys, offsets, strict=True))
        return []

    def _content(self, value: Any, ty: t.Adt, lang: str) -> list[tuple[str, Any, t.Ty, int]]:
        """What a pointer of std leads to, or what a cell or lock has inside, as one part."""
        inner = _arg(ty)
        if lang in _CONTENTS:
            held: Any = value[_CONTENTS[lang]]
            return [("value", held[0], inner, 0)] if held is not None else []
        number = self.memory.owned_allocation(value, ty)
        cells = self.machine.state.heap.get(number, []) if number is not None else []
        if len(cells) != 1 or cells[0] is None or self.types.unsized_tail(inner) is not None or lang.endswith("Weak"):
            return []
        return [("*", cells[0] if lang == "owned_box" else cells[0][2], inner, 0)]

    def _offset(self, ty: t.Ty, index: int, variant: int = 0) -> int:
        offsets = self.memory.offsets(ty, variant)
        return offsets[index] if index < len(offsets) else 0


def borrow_flag(cell: Any) -> str:
    """The state of a RefCell from its flag (a Cell<isize>)."""
    count = cell[0][0] if cell is not None else 0
    if not count:
        return ""
    if count < 0:
        return "writing"
    return "1 reader" if count == 1 else f"{count} readers"


def _arg(ty: t.Adt, index: int = 0) -> t.Ty:
    """Type argument number `index`."""
    args = [a for a in ty.args if not isinstance(a, (t.ReErased, t.ReStatic))]
    return args[index]  # type: ignore[return-value]
