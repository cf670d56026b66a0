"""Names for universal regions in messages: the user's own, or made-up ones like `'1` with a label that says where it is
(rustc_borrowck::diagnostics::region_name)."""

from __future__ import annotations

from interpreter.borrowck.constraints import RegionVid
from interpreter.borrowck.facts import BodyFacts, declared_at
from interpreter.borrowck.region_context import free_regions
from interpreter.borrowck.universal_regions import ENV_NAME, is_named
from interpreter.enums import Enum
from interpreter.hints import TYPE_CHECKING
from interpreter.records import Record
from interpreter.resolve.defs import Def
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.pretty_ty import is_async_closure
from interpreter.typeck.thir import ClosureKind

if TYPE_CHECKING:
    from interpreter.borrowck.diag import DiagBuilder


class NameSource(Enum):
    """Where a region is; its value is the label, with `{name}` and `{what}`, that says so."""

    NAMED = "lifetime `{name}` defined here"
    STATIC = ""
    ENVIRONMENT = "lifetime `{name}` represents this closure's body"
    REFERENCE = "let's call the lifetime of this reference `{name}`"
    HAS_TYPE = "has type `{what}`"
    APPEARS_IN = "lifetime `{name}` appears in the type {what}"
    UPVAR = "lifetime `{name}` appears in the type of `{what}`"
    OUTPUT = "return type of {kind} is {what}"
    OUTPUT_CONTAINS = "return type of {kind} `{what}` contains a lifetime `{name}`"
    IMPL = "lifetime `{name}` appears in the `impl`'s {what}"


class RegionName(Record, frozen=True):
    name: str
    source: NameSource
    span: Span | None = None
    what: str = ""
    note: str = ""
    node_span: Span | None = None
    """The whole of the written type that has the region, where there is one."""
    kind: str = "closure"

    @property
    def was_named(self) -> bool:
        """The user gave it this name."""
        return self.source in (NameSource.NAMED, NameSource.STATIC)

    def highlight(self, diag: DiagBuilder) -> None:
        """Add the label that explains the name."""
        if self.span is not None and self.source.value:
            diag.label(self.span, self.source.value.format(name=self.name, what=self.what, kind=self.kind))
        if self.note:
            diag.note(self.note)

    def __str__(self) -> str:
        return self.name


class RegionNames:
    """Gives each universal region one name; made-up ones are numbered as they are asked for."""

    def __init__(self, facts: BodyFacts) -> None:
        self.facts = facts
        self.universal = facts.universal
        self._names: dict[RegionVid, RegionName | None] = {}
        self._next = 1

    def synthesize(self) -> str:
        name = f"'{self._next}"
        self._next += 1
        return name

    def name_of(self, region: RegionVid) -> RegionName | None:
        """The name of a universal region; None if there is nothing to call it."""
        if region not in self._names:
            self._names[region] = (
                self._declared(region)
                or self._in_arguments(region)
                or self._in_upvars(region)
                or self._in_output(region)
                or self._in_impl_header(region)
            )
        return self._names[region]

    # -------------------------------------------------------------------------------------------- declared names

    def _declared(self, vid: RegionVid) -> RegionName | None:
        region = self.universal.names[vid]
        if isinstance(region, t.ReStatic):
            return RegionName("'static", NameSource.STATIC)
        if isinstance(region, (t.ReEarlyParam, t.ReLateParam)):
            if region.name == ENV_NAME:
                return self._environment()
            if is_named(region):
                return RegionName(region.name, NameSource.NAMED, self._declaration(region))
            if isinstance(region, t.ReLateParam):
                return self._in_async_fn(vid)
        return None

    def _in_async_fn(self, vid: RegionVid) -> RegionName | None:
        """An elided lifetime of the `async fn` around, which its body sees."""
        root = self.universal.root
        if not isinstance(root.node, ast.Fn) or not root.node.async_:
            return None
        for ty, node in zip(self.facts.tcx.liberated_fn_sig(root).inputs, fn_input_nodes(root), strict=True):
            written = match_syntax(vid, self.universal.to_vars(ty), node)
            if written is not None and written.is_reference:
                return self._of_reference(written.span)
            if written is not None:
                return RegionName(self.synthesize(), NameSource.REFERENCE, written.span, node_span=written.span)
        return None

    def _environment(self) -> RegionName:
        info = self.universal.closure_info
        assert info is not None
        kind = "Fn" if info.kind is ClosureKind.FN else "FnMut"
        note = f"closure implements `{kind}`, so references to captured variables can't escape the closure"
        return RegionName(self.synthesize(), NameSource.ENVIRONMENT, info.head_span, note=note)

    def _declaration(self, region: t.ReEarlyParam | t.ReLateParam) -> Span | None:
        """Where a lifetime parameter is declared."""
        if isinstance(region, t.ReEarlyParam):
            return self.facts.tcx.generics_of(self.universal.root).param_at(region.index).def_.span
        for param in self.facts.tcx.generics_of(region.scope).late_bound:
            if isinstance(param, ast.GenericParam) and param.ident.name == region.name:
                return param.ident.span
        return None

    # -------------------------------------------------------------------------------------------- anonymous ones

    def argument_index(self, vid: RegionVid) -> int | None:
        """The first argument (the environment aside) whose type has the region."""
        for i, ty in enumerate(self.universal.raw_inputs):
            if vid in free_regions(ty):
                return i
        return None

    def argument_name_and_span(self, index: int) -> tuple[str | None, Span]:
        """What an argument is called and where it is declared."""
        local = index + (2 if self.universal.is_closure else 1)
        local = min(local, len(self.facts.body.locals) - 1)
        return self.facts.body.locals[local].name, self.facts.declaration(local)

    def variable_of(self, vid: RegionVid) -> tuple[str | None, Span] | None:
        """The captured variable or argument whose type has the region (rustc: `get_var_name_and_span_for_region`)."""
        upvar = self.upvar_index(vid)
        if upvar is not None:
            capture = self.facts.captures[upvar]
            return capture.local.name, declared_at(capture.local)
        index = self.argument_index(vid)
        return None if index is None else self.argument_name_and_span(index)

    def upvar_index(self, vid: RegionVid) -> int | None:
        """The first captured variable whose type has the region."""
        if not self.universal.closure_args:
            return None
        captures = self.universal.closure_args[-1]
        assert isinstance(captures, t.Tuple)
        for i, ty in enumerate(captures.elems):
            if vid in free_regions(ty):
                return i
        return None

    def _in_arguments(self, vid: RegionVid) -> RegionName | None:
        index = self.argument_index(vid)
        if index is None:
            return None
        ty = self.universal.raw_inputs[index]
        node = self._argument_ty_node(index)
        written = match_syntax(vid, ty, node) if node is not None else None
        if written is not None and written.is_reference:
            return self._of_reference(written.span)
        _, span = self.argument_name_and_span(index)
        name = self.synthesize()
        text = self.facts.tcx.format_ty(highlight_region(ty, vid, name))
        source = NameSource.HAS_TYPE if name in text else NameSource.APPEARS_IN
        return RegionName(name, source, span, what=text, node_span=None if written is None else written.span)

    def _of_reference(self, node: Span) -> RegionName:
        return RegionName(self.synthesize(), NameSource.REFERENCE, node._replace(hi=node.lo + 1), node_span=node)

    def _argument_ty_node(self, index: int) -> ast.Ty | ast.SelfParam | None:
        node = self.facts.owner.node
        if isinstance(node, ast.Closure):
            return node.params[index].ty if index < len(node.params) else None
        return fn_input_nodes(self.facts.owner)[index] if index < len(fn_input_nodes(self.facts.owner)) else None

    def _in_upvars(self, vid: RegionVid) -> RegionName | None:
        index = self.upvar_index(vid)
        if index is None:
            return None
        capture = self.facts.captures[index]
        return RegionName(self.synthesize(), NameSource.UPVAR, declared_at(capture.local), what=capture.local.name)

    def _in_output(self, vid: RegionVid) -> RegionName | None:
        ty = self.universal.raw_output
        if vid not in free_regions(ty):
            return None
        node = fn_output_node(self.facts.owner)
        if node is not None:
            written = match_syntax(vid, ty, node)
            if written is not None and written.is_reference:
                return self._of_reference(written.span)
            span = node.span
        elif self.universal.closure_info is not None:
            head = self.universal.closure_info.head_span
            span = head._replace(lo=head.hi - 1)
        else:
            return None
        name = self.synthesize()
        text = self.facts.tcx.format_ty(highlight_region(ty, vid, name))
        source = NameSource.OUTPUT if name in text else NameSource.OUTPUT_CONTAINS
        kind = "async closure" if is_async_closure(self.facts.owner) else "closure"
        return RegionName(name, source, span, what=text, kind=kind)

    def _in_impl_header(self, vid: RegionVid) -> RegionName | None:
        region = self.universal.names[vid]
        impl = self.facts.tcx.impl_of_item(self.universal.root)
        if not isinstance(region, t.ReEarlyParam) or impl is None or not isinstance(impl.node, ast.Impl):
            return None
        trait_ref = self.facts.tcx.impl_trait_ref(impl)
        in_self = region in t.walk(self.facts.tcx.type_of(impl))
        if trait_ref is not None and not in_self:
            return RegionName(self.synthesize(), NameSource.IMPL, impl.span, what="trait")
        return RegionName(self.synthesize(), NameSource.IMPL, impl.node.self_ty.span, what="self type")


def highlight_region(ty: t.Ty, vid: RegionVid, name: str) -> t.Ty:
    """The type with one region named and all others erased."""

    def replace(region: t.Region) -> t.Region:
        if isinstance(region, t.ReVar):
            return t.ReEarlyParam(0, name) if region.vid == vid else t.RE_ERASED  # type: ignore[no-any-return]
        return region

    return t.map_regions(ty, replace)


def fn_input_nodes(def_: Def) -> list[ast.Ty | ast.SelfParam]:
    """The types of a function's parameters as written."""
    node = def_.node
    if not isinstance(node, ast.Fn):
        return []
    own: list[ast.Ty | ast.SelfParam] = [] if node.self_param is None else [node.self_param]
    return [*own, *[param.ty for param in node.params]]


def fn_output_node(def_: Def) -> ast.Ty | None:
    """The return type of a function or closure as written."""
    node = def_.node
    if isinstance(node, ast.Closure):
        body = node.body
        return body.closure.output if isinstance(body, ast.AsyncBlock) and body.closure.takes_params else node.output
    return node.output if isinstance(node, ast.Fn) else None


class Written(Record, frozen=True):
    """Where a region is written: that of a reference, or a lifetime argument of a path."""

    span: Span
    is_reference: bool


def match_syntax(vid: RegionVid, ty: t.Ty, node: object) -> Written | None:
    """Where in a written type the region is."""
    stack: list[tuple[object, object]] = [(ty, node)]
    while stack:
        here, written = stack.pop()
        if isinstance(here, t.Ref) and isinstance(written, ast.RefTy):
            if isinstance(here.region, t.ReVar) and here.region.vid == vid:
                return Written(written.span, True)
            stack.append((here.ty, written.ty))
        elif isinstance(written, ast.SelfParam) and written.ty is not None:
            stack.append((here, written.ty))
        elif isinstance(here, t.Ref) and isinstance(written, ast.SelfParam):
            if isinstance(here.region, t.ReVar) and here.region.vid == vid:
                return Written(written.span, True)
        elif isinstance(here, t.RawPtr) and isinstance(written, ast.PtrTy):
            stack.append((here.ty, written.ty))
        elif isinstance(here, t.Adt) and isinstance(written, ast.PathTy):
            arguments = written.path.segments[-1].args
            if arguments is None:
                continue
            lifetimes = [a for a in arguments.args if isinstance(a, ast.Lifetime)]
            others = [a for a in arguments.args if not isinstance(a, ast.Lifetime)]
            regions = [a for a in here.args if isinstance(a, (t.ReVar, t.ReStatic))]
            rest = [a for a in here.args if not isinstance(a, (t.ReVar, t.ReStatic))]
            for region, lifetime in zip(regions, lifetimes, strict=False):
                if isinstance(region, t.ReVar) and region.vid == vid:
                    return Written(lifetime.span, False)
            stack.extend(zip(rest, others, strict=False))
        elif isinstance(here, t.Tuple) and isinstance(written, ast.TupleTy):
            stack.extend(zip(here.elems, written.elems, strict=False))
        elif isinstance(here, (t.Slice, t.Array)) and isinstance(written, (ast.SliceTy, ast.ArrayTy)):
            stack.append((here.elem, written.elem))
    return None
