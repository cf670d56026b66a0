"""Types, trait references and predicates as rustc prints them in messages (rustc_middle::ty::print, with trimmed paths).

A path is trimmed to its last name when no other item of the crate or of what std has in use bears it, and the name wasn't found
by way of a glob import; regions print when they have a name that says something ('a, 'static), and are left out when erased.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from interpreter.hints import TYPE_CHECKING, Any
from interpreter.resolve.defs import Def, DefKind
from interpreter.resolve.std_names import is_ambiguous, items_named, names_module, names_type
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import rpitit
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def format_ty(tcx: TyCtxt, value: Any) -> str:
    """See the module's docstring."""
    return _Printer(tcx).show(value)


def format_cut(tcx: TyCtxt, value: Any) -> str:
    """As format_ty, but deeply nested types are cut off at the depth at which rustc's overflow errors do."""
    printer = _Printer(tcx)
    printer.limit = 9
    return printer.show(value)


def format_short(tcx: TyCtxt, value: Any) -> str:
    """As format_ty, with the last name of every path only (rustc: `with_forced_trimmed_paths`): for labels."""
    return _Printer(tcx, trim=True).show(value)


_NAMED_REGIONS = (t.ReEarlyParam, t.ReLateParam, t.ReBound)
_REGIONS = (t.ReStatic, t.ReErased, t.ReError, t.ReEarlyParam, t.ReLateParam, t.ReBound, t.ReVar, t.RePlaceholder)


def visible_path(tcx: TyCtxt, def_: Def) -> str:
    """The path of an item in messages: its name alone where that is unambiguous (rustc: trimmed paths), else the whole path."""
    if def_.kind is DefKind.VARIANT and def_.parent is not None:
        return f"{visible_path(tcx, def_.parent)}::{def_.name}"
    if def_.parent is not None and def_.parent.kind in (DefKind.IMPL, DefKind.TRAIT):
        owner = def_.parent
        prefix = visible_path(tcx, owner) if owner.kind is DefKind.TRAIT else format_ty(tcx, tcx.type_of(owner))
        return f"{prefix}::{def_.name}"
    names = tcx.query("trimmed_names", None, lambda: _names_in_crate(tcx))
    by_glob = def_.name in tcx.resolution.glob_used and def_.kind in _NAMED
    if names.get(def_.name, 0) <= (0 if def_.is_std else 1) and not by_glob and _trimmable(def_):
        return def_.name
    if def_.is_std:
        return _path_in_std(tcx, def_)
    outer = def_.parent
    return f"{visible_path(tcx, outer)}::{def_.name}" if outer is not None and outer is not tcx.resolution.root else def_.name


def _path_in_std(tcx: TyCtxt, def_: Def) -> str:
    """The shortest of the paths that lead there (rustc: `try_print_visible_def_path`)."""
    if "rustc_intrinsic" in def_.attrs:
        return def_.path()
    paths = [path for path, _ in items_named(def_.name) if tcx.std.find(path.removeprefix("std::")) is def_]
    return min(paths, key=lambda path: path.count("::"), default=def_.path())


_TYPE_KINDS = (DefKind.STRUCT, DefKind.ENUM, DefKind.UNION, DefKind.TRAIT, DefKind.TY_ALIAS)
_NAMED = (*_TYPE_KINDS, DefKind.MOD)


def _names_in_crate(tcx: TyCtxt) -> dict[str, int]:
    """How many types, traits and modules of the user's crate bear a name."""
    counts: dict[str, int] = {}
    stack = [tcx.resolution.root]
    while stack:
        here = stack.pop()
        for child in here.children:
            if child.kind in _NAMED and not child.is_std:
                counts[child.name] = counts.get(child.name, 0) + 1
            stack.append(child)
    return counts


_LIKE_PRIVATE_ONES = frozenset((
    "size_of", "size_of_val", "align_of", "align_of_val", "forget", "needs_drop", "type_name", "type_id", "black_box", "abort",
    "catch_unwind", "drop", "take", "max", "min", "copy_nonoverlapping", "write_bytes",
))  # fmt: skip
"""Functions of std that share their names with intrinsics, or others that nobody may use."""


def _trimmable(def_: Def) -> bool:
    """Whether no other item of std bears the name. What begins with `_` is hidden in std."""
    if not def_.is_std:
        return def_.kind not in _NAMED or not (names_type(def_.name) or names_module(def_.name))
    if def_.name.startswith("_"):
        return False
    if def_.name == "Result":
        return def_.path() == "std::result::Result"
    if def_.kind is DefKind.FN:
        if def_.name in _LIKE_PRIVATE_ONES or "rustc_intrinsic" in def_.attrs:
            return False
        return sum(kind == "function" for _, kind in items_named(def_.name)) <= 1
    return not is_ambiguous(def_.name)


_LONG = (t.Adt, t.RawPtr, t.Ref, t.FnDef, t.FnPtr, t.Dynamic, t.Closure, t.Tuple, t.Alias, t.Param, t.ErrorTy)
_TYPES = (*_LONG, t.Prim, t.Array, t.Slice, t.Infer)
"""What may be cut off (`...` is no longer than `i32`), and what counts as a part."""
_MAX_DEPTH, _MAX_PARTS = 60, 2000
"""Types that grow without end are cut off."""
_WIDTH = 140
"""Of the screen that rustc reckons with."""


def _head(closure: t.Closure) -> Span:
    node = closure.def_.node
    return node.head_span if isinstance(node, ast.Closure) else closure.def_.span


def is_async_closure(def_: Def) -> bool:
    """Whether a closure was written `async |x| ..`; its body is an `async` block that takes the parameters."""
    body = def_.node.body if isinstance(def_.node, ast.Closure) else None
    return isinstance(body, ast.AsyncBlock) and body.closure.takes_params


def _place(span: Span) -> str:
    (line, column), (end_line, end_column) = span.start, span.end
    return f"{span.file.name}:{line}:{column}: {end_line}:{end_column}"


_OF_ALLOC = frozenset((
    "to_vec", "into_vec", "sort", "sort_by", "sort_by_key", "sort_by_cached_key", "concat", "join", "connect", "repeat",
    "to_uppercase", "to_lowercase", "to_ascii_uppercase", "to_ascii_lowercase", "replace", "replacen", "into_string",
    "into_boxed_bytes",
))  # fmt: skip
"""Methods of slices and strings that allocate."""
_OF_ASCII = ("is_ascii", "eq_ignore_ascii_case", "make_ascii_uppercase", "make_ascii_lowercase", "escape_ascii",
             "trim_ascii", "trim_ascii_start", "trim_ascii_end")  # fmt: skip
_IMPL_MODULES: dict[str, str] = {"char": "char::methods", "bool": "core::bool"}


def module_of_impl(ty: t.Ty, method: Def) -> str:
    """The module of rustc's std in which the methods of a type without a path stand."""
    if isinstance(ty, t.Slice) or ty is t.STR:
        module = "str" if ty is t.STR else "slice"
        if method.name in _OF_ALLOC:
            return module
        return f"core::{module}::ascii" if isinstance(ty, t.Slice) and method.name in _OF_ASCII else f"core::{module}"
    if isinstance(ty, t.RawPtr):
        return f"std::ptr::{'mut' if ty.mutable else 'const'}_ptr"
    if isinstance(ty, t.Array):
        return "array"
    name = ty.name if isinstance(ty, t.Prim) else ""
    if name in ("f32", "f64"):
        return f"core::{name}" if isinstance(method.node, ast.Fn) and method.node.const else name
    return _IMPL_MODULES.get(name, "core::num")


class _Printer:
    def __init__(self, tcx: TyCtxt, *, trim: bool = False) -> None:
        self.tcx = tcx
        self.trim = trim
        self.depth = 0
        self.limit = _MAX_DEPTH
        self.left = _MAX_PARTS
        self.binders: list[dict[int, str]] = []
        """The names that the regions have which are bound around what is shown, by index; the innermost last."""
        self.used_names: set[str] = set()

    def show(self, value: Any) -> str:
        """Any type, region, constant or predicate."""
        handler = _SHOW.get(type(value))
        assert handler is not None, value
        if self.depth >= self.limit or (self.left <= 0 and isinstance(value, _LONG) and value is not t.UNIT):
            return "..."
        self.left -= isinstance(value, _TYPES)
        self.depth += 1
        try:
            return handler(self, value)  # type: ignore[no-any-return]
        finally:
            self.depth -= 1

    def region(self, region: t.Region) -> str:
        """'a, 'static; "" where there is nothing to say."""
        if isinstance(region, t.ReStatic):
            return "'static"
        if isinstance(region, t.ReBound) and region.depth < len(self.binders):
            return self.binders[-1 - region.depth].get(region.index, "'_")
        if isinstance(region, (t.ReEarlyParam, t.ReLateParam, t.ReBound, t.RePlaceholder)):
            return region.name if region.name not in ("'_", "") else "'_"
        return "'_"

    def show_region(self, region: t.Region) -> str:
        return self.region(region)

    def path(self, def_: Def, args: tuple[Any, ...]) -> str:
        """A definition with its generic arguments (without a trait's Self)."""
        base = def_.name if self.trim else visible_path(self.tcx, def_)
        shown = [self.show(a) for a in args]
        return f"{base}<{', '.join(shown)}>" if shown else base

    def without_defaults(self, def_: Def, args: tuple[Any, ...]) -> tuple[Any, ...]:
        return without_defaults(self.tcx, def_, args)

    def adt(self, ty: t.Adt) -> str:
        if ty.args and isinstance(ty.args[0], t.Closure) and self.tcx.is_lang_item(ty.def_, "async_block_type"):
            node = ty.args[0].def_.node
            if isinstance(node, ast.Closure) and node.takes_params:
                return f"{{async closure body@{_place(node.span)}}}"
            return f"{{async block@{_place(_head(ty.args[0]))}}}"
        return self.path(ty.def_, self.without_defaults(ty.def_, ty.args))

    def ref(self, ty: t.Ref) -> str:
        region = self.region(ty.region)
        region = "" if region == "'_" or (self.trim and isinstance(ty.region, t.ReBound)) else region + " "
        mutable = "mut " if ty.mutable else ""
        inner = self.show(ty.ty)
        if isinstance(ty.ty, t.Dynamic) and " + " in inner and inner[0] != "(":
            inner = f"({inner})"
        return f"&{region}{mutable}{inner}"

    def ptr(self, ty: t.RawPtr) -> str:
        return f"*{'mut' if ty.mutable else 'const'} {self.show(ty.ty)}"

    def tuple(self, ty: t.Tuple) -> str:
        inner = ", ".join(self.show(e) for e in ty.elems)
        return f"({inner},)" if len(ty.elems) == 1 else f"({inner})"

    def sig_tail(self, sig: t.FnSig) -> str:
        inputs = ", ".join(self.show(i) for i in sig.inputs)
        return f"({inputs})" + ("" if sig.output is t.UNIT else f" -> {self.show(sig.output)}")

    def sig(self, sig: t.FnSig) -> str:
        abi = f'extern "{sig.abi}" ' if sig.abi != "Rust" else ""
        return ("unsafe " if sig.unsafe else "") + abi + "fn" + self.sig_tail(sig)

    def binder(self, binder: t.Binder) -> str:
        return self.bound(binder, lambda: self.show(binder.value))

    def bound(self, binder: t.Binder, show: Callable[[], str]) -> str:
        """What `show` makes of the binder's value, after `for<..>` with the regions that occur in it: those without a name get
        one (rustc: `name_all_regions`)."""
        if not self.binders:
            self.used_names = {r.name for r in t.walk(binder.value) if isinstance(r, _NAMED_REGIONS)}
        fresh = (f"'{letter}" for letter in "abcdefghijklmnopqrstuvwxyz" if f"'{letter}" not in self.used_names)
        names: dict[int, str] = {}
        for region in _bound_here(binder.value):
            if region.index not in names:
                anonymous = self.trim or region.name in ("'_", "")
                names[region.index] = next(fresh, "'_") if anonymous else region.name
        self.binders.append(names)
        try:
            text = show()
        finally:
            self.binders.pop()
        return text if self.trim or not names else f"for<{', '.join(names.values())}> {text}"

    def fn_def(self, ty: t.FnDef) -> str:
        value = t.subst(self.tcx.fn_sig(ty.def_), ty.args)
        features = "#[target_features] " if "target_feature" in ty.def_.attrs and not value.value.unsafe else ""
        return f"{features}{self.binder(value)} {{{self.value_path(ty)}}}"

    def value_path(self, ty: t.FnDef) -> str:
        """`Vec::<i32>::new`, `main_fn::<T>`."""
        item = visible_path(self.tcx, ty.def_)
        owner = ty.def_.parent
        if owner is not None and owner.kind is DefKind.IMPL and self.tcx.impl_trait_ref(owner) is None:
            self_ty = t.subst(self.tcx.type_of(owner), ty.args)
            text = self.show(self_ty)
            if isinstance(self_ty, t.Adt):
                text = text.replace("<", "::<", 1)
            elif owner.is_std:
                text = f"{module_of_impl(self_ty, ty.def_)}::<impl {text}>"
            else:
                text = f"<impl {text}>"
            item = f"{text}::{ty.def_.name}"
        own = ty.args[self.tcx.generics_of(ty.def_).parent_count :] if ty.def_.kind is not DefKind.VARIANT else ty.args
        shown = [self.show(a) for a in own if not isinstance(a, _REGIONS)]
        generic = f"::<{', '.join(shown)}>" if shown else ""
        return f"{item}{generic}"

    def closure(self, ty: t.Closure) -> str:
        head, word = _head(ty), "async closure" if is_async_closure(ty.def_) else "closure"
        if self.left <= 0 and word == "closure":
            return "{closure@...}"
        if self.trim:
            return f"{{{word}@{head.file.name.rpartition('/')[2]}:{head.start[0]}:{head.start[1]}}}"
        return f"{{{word}@{_place(head)}}}"

    def dynamic(self, ty: t.Dynamic) -> str:
        parts: list[str] = []
        if ty.principal is not None:
            value, projections = ty.principal.value, [p.value for p in ty.projections]
            parts.append(self.bound(ty.principal, lambda: self.trait_with_projections(value, projections)))
        parts.extend(self.path(auto, ()) for auto in ty.autos)
        region = self.region(ty.region)
        text = "dyn " + " + ".join(parts)
        if region != "'_":
            return f"({text} + {region})"
        return text

    def trait_with_projections(self, value: t.ExistentialTraitRef, projections: list[t.ExistentialProjection]) -> str:
        once = self.tcx.lang_item_or_none("fn_once_output")
        if value.args and isinstance(value.args[0], t.Tuple) and value.trait.is_fn_trait:
            inputs = ", ".join(self.show(e) for e in value.args[0].elems)
            output = next((p.term for p in projections if p.assoc is once), t.UNIT)
            if output.flags & t.HAS_BOUND and self.binders:
                # It has a binder of its own, in which only what is named has a name.
                output = t.map_regions(output, lambda r: t.RE_ERASED if isinstance(r, t.ReBound) and r.name in ("'_", "") else r)
            return f"{self.path(value.trait, ())}({inputs})" + ("" if output is t.UNIT else f" -> {self.show(output)}")
        dummy: t.Ty = t.Param(1 << 20, "Self")
        args = self.without_defaults(value.trait, (dummy, *value.args))[1:]
        shown = [*(self.show(a) for a in args), *(f"{p.assoc.name} = {self.show(p.term)}" for p in projections)]
        base = self.path(value.trait, ())
        return f"{base}<{', '.join(shown)}>" if shown else base

    def alias(self, ty: t.Alias) -> str:
        if ty.def_.kind is DefKind.OPAQUE_TY or rpitit.is_rpitit(ty.def_):
            return self.opaque(ty)
        trait = ty.def_.parent
        assert trait is not None
        n = self.tcx.generics_of(trait).count
        own = [self.show(a) for a in ty.args[n:]]
        item = ty.def_.name + (f"<{', '.join(own)}>" if own else "")
        self_ty = ty.args[0]
        if isinstance(self_ty, t.Param) and self_ty.name == "Self" and n == 1:
            return f"<Self as {self.path(trait, ())}>::{item}"
        return f"<{self.show(self_ty)} as {self.path(trait, self.without_defaults(trait, ty.args[:n])[1:])}>::{item}"

    def opaque(self, ty: t.Alias) -> str:
        bounds = [t.subst(predicate, ty.args) for predicate, _ in self.tcx.item_bounds(ty.def_)]
        sized = self.tcx.lang_item_or_none("sized")
        parts: list[str] = []
        regions: list[str] = []
        projections = [binder for binder in bounds if isinstance(binder.value, t.ProjectionPredicate)]
        for binder in bounds:
            kind = binder.value
            if isinstance(kind, t.TraitPredicate) and kind.trait_ref.trait is not sized:
                parts.append(self.bound(binder, partial(self._bound_of_opaque, kind.trait_ref, projections)))
            elif isinstance(kind, t.TypeOutlives):
                regions.append(self.region(kind.region))
        if not any(isinstance(b.value, t.TraitPredicate) and b.value.trait_ref.trait is sized for b in bounds):
            parts.append("?Sized")
        return "impl " + " + ".join([*(parts or ["Sized"]), *regions])

    def _bound_of_opaque(self, ref: t.TraitRef, projections: list[t.Binder]) -> str:
        """A trait with what the opaque type says of its associated types; what a callable returns has a binder of its own."""
        value = t.ExistentialTraitRef(ref.trait, ref.args[1:])
        own = [p for p in projections if p.value.alias.def_.parent in self.tcx.supertraits(ref.trait)]
        if not (ref.trait.is_fn_trait and own and own[0].bound):
            found = [t.ExistentialProjection(p.value.alias.def_, p.value.alias.args[1:], p.value.term) for p in own]
            return self.trait_with_projections(value, found)
        output = t.Binder(own[0].value.term, own[0].bound)
        shown = self.binder(output)
        return self.trait_with_projections(value, []) + (f" -> {shown}" if output.value is not t.UNIT else "")

    def trait_ref(self, ref: t.TraitRef) -> str:
        """`<T as Trait<..>>`."""
        return f"<{self.show(ref.args[0])} as {self.trait_path(ref)}>"

    def trait_path(self, ref: t.TraitRef) -> str:
        """The trait with its arguments other than Self: "print_only_trait_path"."""
        if len(ref.args) == 2 and isinstance(ref.args[1], t.Tuple) and ref.trait.is_fn_trait:
            return f"{ref.trait.name}({', '.join(self.show(e) for e in ref.args[1].elems)})"
        return self.path(ref.trait, self.without_defaults(ref.trait, ref.args)[1:])

    def trait_predicate(self, predicate: t.TraitPredicate) -> str:
        return f"{self.show(predicate.trait_ref.args[0])}: {self.trait_path(predicate.trait_ref)}"


def _bound_here(value: Any, depth: int = 0) -> Iterator[t.ReBound]:
    """The regions in a value that the binder around it binds, in order."""
    if isinstance(value, t.ReBound):
        if value.depth == depth:
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _bound_here(part, depth)
    elif t._flags_of(value) & t.HAS_BOUND:
        for part in value.parts:
            yield from _bound_here(part, depth + isinstance(value, t.Binder))


def without_defaults(tcx: TyCtxt, def_: Def, args: tuple[Any, ...]) -> tuple[Any, ...]:
    """Trailing arguments that equal their defaults are left out (rustc: `own_args_no_defaults`)."""
    params = tcx.generics_of(def_).all_params()
    shown = list(args)
    while shown and len(shown) <= len(params):
        param = params[len(shown) - 1]
        if not param.has_default:
            break
        from interpreter.typeck import generic_args
        from interpreter.typeck.lower import ItemCtxt

        default = t.subst(generic_args.param_default(ItemCtxt(tcx, def_), param), tuple(shown[:-1]))
        if t.erase_regions(default) is not t.erase_regions(shown[-1]):
            break
        shown.pop()
    return tuple(shown)


def value_path(tcx: TyCtxt, ty: t.FnDef) -> str:
    """A function's path with its generic arguments."""
    return _Printer(tcx).value_path(ty)


def short_value_path(tcx: TyCtxt, ty: t.FnDef) -> str:
    """As value_path; what is too long is cut off within (rustc: `short_string`)."""
    return _shortened(tcx, lambda printer: printer.value_path(ty))


def short_string(tcx: TyCtxt, value: Any) -> str:
    """As format_ty; what is too long is cut off within (rustc: `short_string`)."""
    return _shortened(tcx, lambda printer: printer.show(value))


def _shortened(tcx: TyCtxt, show: Callable[[_Printer], str]) -> str:
    printer = _Printer(tcx)
    printer.limit = _MAX_PARTS
    whole = show(printer)
    return whole if len(whole) <= _WIDTH * 2 // 3 else _cut_to(tcx, show, _WIDTH // 2)


def string_with_limit(tcx: TyCtxt, value: Any, width: int, *, trim: bool = True) -> str:
    """As format_short or format_ty; what doesn't fit is cut off within (rustc: `string_with_limit`)."""
    whole = format_short(tcx, value) if trim else format_ty(tcx, value)
    return whole if len(whole) <= width else _cut_to(tcx, lambda printer: printer.show(value), width)


def _cut_to(tcx: TyCtxt, show: Callable[[_Printer], str], width: int) -> str:
    """With as many parts as fit."""
    for limit in range(51, 0, -1):
        printer = _Printer(tcx, trim=True)
        printer.limit, printer.left = _MAX_PARTS, limit
        text = show(printer)
        if len(text) <= width:
            break
    return text


def trait_path(tcx: TyCtxt, ref: t.TraitRef) -> str:
    """A trait with its arguments other than Self, as after "the trait" in messages."""
    return _Printer(tcx).trait_path(ref)


def plain_trait_path(tcx: TyCtxt, ref: t.TraitRef) -> str:
    """As trait_path, also of Fn as of any other trait."""
    printer = _Printer(tcx)
    return printer.path(ref.trait, printer.without_defaults(ref.trait, ref.args)[1:])


def poly_trait_path(tcx: TyCtxt, predicate: t.Binder, ref: t.TraitRef) -> str:
    """As trait_path, of a predicate about `ref` that may bind regions."""
    printer = _Printer(tcx)
    return printer.bound(t.Binder(ref, predicate.bound), lambda: printer.trait_path(ref))


def poly_trait_bound(tcx: TyCtxt, predicate: t.Binder, ref: t.TraitRef) -> str:
    """`for<'a> T: Trait<'a>`."""
    printer = _Printer(tcx)
    return printer.bound(t.Binder(ref, predicate.bound), lambda: printer.trait_predicate(t.TraitPredicate(ref)))


def _const(_p: _Printer, value: t.Const) -> str:
    if isinstance(value, t.ConstValue):
        if value.ty is t.BOOL:
            return "true" if value.value else "false"
        if value.ty is t.CHAR:
            return "'" + chr(value.value) + "'"
        return str(value.value)
    if isinstance(value, t.ConstParam):
        return value.name
    if isinstance(value, t.ConstUnevaluated):
        return value.def_.name
    return "{const error}" if isinstance(value, t.ConstError) else "_"


_VAR_WORDS = {"ty": "_", "int": "{integer}", "float": "{float}"}
_SHOW: dict[type, Any] = {
    t.Prim: lambda p, x: x.name,
    t.Adt: _Printer.adt,
    t.Ref: _Printer.ref,
    t.RawPtr: _Printer.ptr,
    t.Tuple: _Printer.tuple,
    t.Array: lambda p, x: f"[{p.show(x.elem)}; {p.show(x.len)}]",
    t.Slice: lambda p, x: f"[{p.show(x.elem)}]",
    t.FnSig: _Printer.sig,
    t.Binder: _Printer.binder,
    t.FnDef: _Printer.fn_def,
    t.FnPtr: lambda p, x: p.binder(x.sig),
    t.Closure: _Printer.closure,
    t.Dynamic: _Printer.dynamic,
    t.Param: lambda p, x: x.name,
    t.Alias: _Printer.alias,
    t.Infer: lambda p, x: _VAR_WORDS.get(x.kind, "_"),
    t.ErrorTy: lambda p, x: "{type error}",
    t.TraitRef: _Printer.trait_ref,
    t.ExistentialTraitRef: lambda p, x: p.trait_with_projections(x, []),
    t.TraitPredicate: _Printer.trait_predicate,
    t.ProjectionPredicate: lambda p, x: f"{p.show(x.alias)} == {p.show(x.term)}",
    t.TypeOutlives: lambda p, x: f"{p.show(x.ty)}: {p.region(x.region)}",
    t.RegionOutlives: lambda p, x: f"{p.region(x.longer)}: {p.region(x.shorter)}",
    t.WellFormed: lambda p, x: f"the type `{p.show(x.arg)}` is well-formed",
    t.DynCompatible: lambda p, x: f"the trait `{visible_path(p.tcx, x.trait)}` is dyn-compatible",
    t.ConstValue: _const, t.ConstParam: _const, t.ConstInfer: _const, t.ConstUnevaluated: _const, t.ConstError: _const,
    **dict.fromkeys(_REGIONS, _Printer.show_region),
}  # fmt: skip
