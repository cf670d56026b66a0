"""Names for what is in memory: variables, allocations, what a pointer leads to. One `Memory` is one look at a paused machine.

A variable's subject is "thread/frame/instance/local", an allocation's "H3"; a part adds ".name" or ".[2]". Labels are what
people read: "main.b", "H3", "H3[2].name".
"""

from __future__ import annotations

import re
from functools import cached_property

from interpreter.borrowck import BorrowckResult
from interpreter.compilation import Compilation
from interpreter.debugger.flow import Flows, user_name
from interpreter.hints import Any
from interpreter.machine import inspect
from interpreter.machine.inspect import FrameInfo, HeapRoot, LocalRoot, MemoryMap, Root, StaticRoot, Target
from interpreter.machine.machine import Machine
from interpreter.machine.program import Program
from interpreter.machine.state import FRAME_INSTANCE
from interpreter.mir import body as mir
from interpreter.resolve.defs import DefKind
from interpreter.typeck import ty as t
from interpreter.typeck.context import TyCtxt
from interpreter.typeck.defs import Layout
from interpreter.typeck.thir import CapturedPlace

_MODULES = re.compile(r"\b(?:std|core|alloc)::(?:[a-z_0-9]+::)*")
_CLOSURES = re.compile(r"\{closure@[^}]*\}")
_OWNING = frozenset(("owned_box", "Rc", "Arc", "RcWeak", "ArcWeak"))


class TypeNames:
    """Facts about types that every look needs, remembered for the whole session."""

    def __init__(self, tcx: TyCtxt) -> None:
        self.tcx = tcx
        self._texts: dict[t.Ty, str] = {}
        self._langs: dict[t.Ty, str | None] = {}
        self._layouts: dict[t.Ty, Layout] = {}
        self._fields: dict[tuple[t.Ty, int], tuple[str, ...]] = {}
        self._field_types: dict[tuple[t.Ty, int], tuple[t.Ty, ...]] = {}

    def text(self, ty: t.Ty) -> str:
        """As the user would write the type: without the modules of std."""
        found = self._texts.get(ty)
        if found is None:
            found = self._texts[ty] = _CLOSURES.sub("{closure}", _MODULES.sub("", self.tcx.format_ty(ty)))
        return found

    def lang(self, ty: t.Ty) -> str | None:
        """The lang item's name of a std type; None for the user's and for primitives."""
        try:
            return self._langs[ty]
        except KeyError:
            pass
        attr = ty.def_.attrs.get("lang") if isinstance(ty, t.Adt) and ty.def_.is_std else None
        text = "".join(getattr(tree, "text", "") for tree in attr.args) if attr is not None else ""
        found = self._langs[ty] = text.strip('= "') or None
        return found

    def fields(self, ty: t.Ty, variant: int, count: int) -> tuple[str, ...]:
        """The names of the fields of a struct or variant."""
        found = self._fields.get((ty, variant))
        if found is None:
            found = self._fields[ty, variant] = tuple(inspect.field_name(ty, variant, i) for i in range(count))
        return found

    def captures(self, ty: t.Closure) -> tuple[str, ...]:
        """What a closure has captured, by the names that it has in there."""
        if ty.def_.is_std:
            return ()
        return tuple(capture_name(capture) for capture in self.tcx.mir_built(ty.def_).captures)

    def field_types(self, program: Program, ty: t.Ty, variant: int = 0) -> tuple[t.Ty, ...]:
        """The types of the fields of a struct, variant, tuple or closure."""
        found = self._field_types.get((ty, variant))
        if found is None:
            found = self._field_types[ty, variant] = program.fields(ty, variant)
        return found

    def layout(self, ty: t.Ty) -> Layout:
        found = self._layouts.get(ty)
        if found is None:
            found = self._layouts[ty] = self.tcx.layout_of(ty)
        return found


class Memory:
    """See the module's docstring. Reads only."""

    def __init__(self, machine: Machine, names: TypeNames, compilation: Compilation, flows: Flows) -> None:
        self.machine = machine
        self.flows = flows
        self.names = names
        self.compilation = compilation
        self.results: dict[tuple[int, int], BorrowckResult | None] = {}
        """Borrowck's result by (thread, frame), for the user's frames."""
        self._live: dict[tuple[int, int], frozenset[int] | None] = {}

    @cached_property
    def map(self) -> MemoryMap:
        gone: set[tuple[int, int, int]] = set()
        for thread, frames in self.frames.items():
            for info in frames:
                live = self.live(info)
                if live is not None:
                    gone.update((thread, info.index, local) for local in range(len(info.locals)) if local not in live)
        return MemoryMap(self.machine, frozenset(gone))

    def live(self, info: FrameInfo) -> frozenset[int] | None:
        """The locals that hold a value by the checker's analysis, less what the call under way has taken; None where it
        doesn't know."""
        key = (info.thread, info.index)
        if key not in self._live:
            self._live[key] = self._find_live(info)
        return self._live[key]

    def _find_live(self, info: FrameInfo) -> frozenset[int] | None:
        result = self.results.get((info.thread, info.index))
        if result is None or result.facts is None:
            return None
        gone = set()
        if info is not self.frames[info.thread][-1]:
            terminator = info.body.blocks[info.location.block].terminator
            if isinstance(terminator, mir.Call):
                gone = {a.place.local for a in terminator.args if isinstance(a, mir.Move) and not a.place.projection}
        count = len(info.body.locals)
        return frozenset(n for n in range(count) if n not in gone and result.init_state(n, info.location) != "uninitialised")

    @cached_property
    def frames(self) -> dict[int, list[FrameInfo]]:
        """The frames of each thread, outermost first, those of std and shims too."""
        return {th.number: inspect.frames(self.machine, th.number) for th in self.machine.state.threads if not th.finished}

    # -------------------------------------------------------------------------------------------- types

    def type_text(self, ty: t.Ty) -> str:
        return self.names.text(ty)

    def lang(self, ty: t.Ty) -> str | None:
        return self.names.lang(ty)

    def layout(self, ty: t.Ty) -> Layout:
        return self.names.layout(ty)

    def offsets(self, ty: t.Ty, variant: int) -> tuple[int, ...]:
        """Where the fields lie."""
        layout = self.layout(ty)
        if layout.variants:
            return layout.variants[variant].offsets
        return layout.offsets

    def variant_name(self, ty: t.Adt, variant: int) -> str:
        variants = [c for c in ty.def_.children if c.kind is DefKind.VARIANT]
        return variants[variant].name if variant < len(variants) else "?"

    # -------------------------------------------------------------------------------------------- labels

    def frame_label(self, thread: int, frame: int) -> str:
        """The function of a frame as the user calls it."""
        frames = self.frames.get(thread, [])
        return function_name(frames[frame]) if frame < len(frames) else "?"

    def variable_subject(self, thread: int, frame: int, local: int) -> str:
        found = [f for f in self.machine.state.threads[thread].frames if f[FRAME_INSTANCE] >= 0]
        return f"{thread}/{frame}/{found[frame][FRAME_INSTANCE]}/{local}"

    def local_label(self, info: FrameInfo, local: int) -> str:
        """ "main.b"; "`f()` in main" for a temporary, "the loop in main" for a loop's iterator."""
        function = function_name(info)
        name = user_name(info.body.locals[local])
        if name is not None:
            return f"{function}.{name}"
        if info.is_std or info.is_shim or (local == 1 and info.body.captures):
            return function
        flow = self.flows.of(info.body)
        if local in flow.loops:
            return f"the loop in {function}"
        text = flow.text_of(local)
        return f"`{text}` in {function}" if text is not None else f"a temporary of {function}"

    def root_label(self, root: Root) -> tuple[str, str]:
        """(subject, label) of where a value stands."""
        match root:
            case LocalRoot(thread, frame, local):
                info = self.frames[thread][frame]
                return self.variable_subject(thread, frame, local), self.local_label(info, local)
            case HeapRoot(number, cell):
                cells = self.machine.state.heap.get(number, ())
                info_ = self.machine.state.info.get(number)
                buffer = len(cells) != 1 or (info_ is not None and info_.kind in ("Vec", "VecDeque", "slice"))
                return f"H{number}", f"H{number}[{cell}]" if buffer else f"H{number}"
            case StaticRoot(def_):
                return f"static/{def_.index}", def_.name

    def target_label(self, target: Target) -> tuple[str, str]:
        """(subject, label) of what a pointer leads to."""
        subject, label = self.root_label(target.root)
        value, ty = inspect.root_value(self.machine, target.root)
        if target.path:
            label += self._shown_path(value, ty, target.path)
        if target.start is not None and target.length is not None:
            if isinstance(target.root, HeapRoot) and not target.path:
                label = f"H{target.root.number}"
            whole = target.start == 0 and isinstance(target.root, HeapRoot) is False
            label += "" if whole and not target.path else f"[{target.start}..{target.start + target.length}]"
        return subject, label

    def _shown_path(self, value: Any, ty: t.Ty, path: tuple[int, ...]) -> str:
        """The path within a value as the user thinks of it: without std's own fields (an Rc's `.value`, an Option's `.0`)."""
        text = ""
        for at in range(len(path)):
            step, inner = inspect.path_names(self.machine, value, ty, path[at : at + 1])
            text += "" if hides_fields(ty) else step
            value, ty = value[path[at]] if isinstance(value, list) and path[at] < len(value) else None, inner
        return text

    def pointee(self, value: Any, ty: t.Ty) -> tuple[str | None, str]:
        """(subject, label) of what a reference or owning pointer leads to; (None, "") for values that don't point, and for
        constants."""
        if value is None:
            return None, ""
        if isinstance(ty, (t.Ref, t.RawPtr)):
            types = self.machine.code.types
            if (
                isinstance(ty, t.Ref)
                and isinstance(value, tuple)
                and len(value) >= 2
                and inspect.is_dangling(value, types.is_slice(ty.ty))
            ):
                return None, "what is gone"
            target = self.map.target(value, types.is_slice(ty.ty)) if isinstance(value, tuple) and len(value) >= 2 else None
            return self.target_label(target) if target is not None else (None, "")
        number = self.owned_allocation(value, ty)
        if number is None:
            return None, ""
        return f"H{number}", f"H{number}" if number in self.machine.state.info else f"H{number} (freed)"

    def owned_allocation(self, value: Any, ty: t.Ty) -> int | None:
        """The allocation that a Box, Rc, Vec, String, ... has its content in; None if there is none."""
        lang = self.lang(ty)
        if lang is None or value is None:
            return None
        if lang == "heap_ptr":
            pointer = value
        elif lang in _OWNING or lang in ("Vec", "VecDeque"):
            pointer = value[0]
        elif lang == "String":
            pointer = value[0][0] if value[0] is not None else None
        else:
            return None
        number = pointer[0] if isinstance(pointer, tuple) else pointer
        return number if isinstance(number, int) and number > 0 else None


def capture_name(capture: CapturedPlace) -> str:
    """A captured place as it is written: `config.name`."""
    text = capture.local.name
    for projection in capture.projections:
        if projection[0] == "field":
            text = f"{text}.{projection[2]}"
    return text


def hides_fields(ty: t.Ty) -> bool:
    """A type of std whose fields aren't the user's business; the bounds of a range are."""
    return isinstance(ty, t.Adt) and ty.def_.is_std and not ty.def_.name.startswith("Range")


def function_name(frame: FrameInfo) -> str:
    """`main`, `Point::new`, `main::{closure}`: what the user would call a frame's function."""
    return name_of(frame.body.owner)


def name_of(def_: Any) -> str:
    """The name of a function with the type it belongs to."""
    parent = def_.parent
    if def_.kind is DefKind.CLOSURE:
        return f"{name_of(parent)}::{{closure}}"
    if parent is not None and parent.kind is DefKind.IMPL:
        return f"{_self_type(parent)}::{def_.name}"
    if parent is not None and parent.kind is DefKind.TRAIT:
        return f"{parent.name}::{def_.name}"
    return str(def_.name)


def _self_type(impl: Any) -> str:
    ty = impl.node.self_ty
    path = getattr(ty, "path", None)
    return str(path.segments[-1].ident.name if path is not None else ty.span.text)
