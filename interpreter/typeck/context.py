"""TyCtxt: every question about definitions, types and traits, answered lazily and once (rustc's queries, under rustc's names).

In: the Resolution of the user's crate and the standard library behind it. Out: answers that never change. The work itself is in
collect.py and lower.py (signatures), traits/ (selection, projection), layout.py, variance.py, constants.py; TyCtxt only
remembers. Lower stages that upper ones need (`thir_body`, `mir_built`) are registered in `providers`, so that nothing here
imports upwards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from interpreter.diagnostics import Aborted, Diagnostic, DiagnosticSink
from interpreter.hints import TYPE_CHECKING, Any, Protocol, TypeVar
from interpreter.resolve import limits
from interpreter.resolve.defs import NESTED_BODIES, Def, DefKind, Resolution
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import collect, constants, query_cycles, rpitit, variance
from interpreter.typeck import ty as t
from interpreter.typeck.defs import (
    EMPTY_ENV,
    AdtDef,
    AssocItem,
    Generics,
    ImplSource,
    Layout,
    ParamEnv,
    TraitDef,
    TraitImpls,
    Variance,
)
from interpreter.typeck.impls import ImplIndex
from interpreter.typeck.rare import layout, pretty_ty
from interpreter.typeck.traits import structural

if TYPE_CHECKING:
    from interpreter.typeck.infer import InferCtxt, RegionSink
    from interpreter.typeck.thir import Body, ClosureInfo

T = TypeVar("T")
Predicates = list[tuple[t.Predicate, Span]]


class ImplSlot(Protocol):
    """An impl that is there. `head` is None for the user's; of std's it is the last name of its trait and the outermost
    constructor of its self type, known without reading it, which to ask for `def_` does."""

    @property
    def head(self) -> tuple[str, str] | None: ...
    @property
    def def_(self) -> Def: ...
    def declares(self, name: str) -> bool:
        """Whether one of std's has an item of that name."""


class ImplFile(Protocol):
    """The impls that wait in one file of std."""

    def slots(self, trait: str) -> Sequence[tuple[int, ImplSlot]]:
        """Those of traits with that last name ("" for inherent ones), by number, in order of the text."""


class StdLibrary(Protocol):
    """What typeck asks of the standard library's loader (made by interpreter.resolve)."""

    def ensure_loaded_for(self, key: Def | str) -> None:
        """Load the files with the impls of a std trait or type, or of a primitive ("i32", "slice", "array", "tuple",
        "reference", "pointer", "fn_ptr", "never"). Does nothing when they are loaded, or when `key` is the user's."""

    def lang_item(self, name: str) -> Def | None:
        """The item with `#[lang = "name"]`."""

    def find(self, path: str) -> Def | None:
        """The definition at a path within std ("mem::swap")."""

    def known_impls(self) -> Sequence[tuple[int, ImplSlot]]:
        """The user's impls, and those of std's loaded so far that had to be read at once, by number; only ever appended to."""

    def impl_files(self) -> Sequence[ImplFile]:
        """The other impls of std's loaded so far, file by file; only ever appended to."""


class TyCtxt:
    """The type context of one compilation. All methods are memoised; `Def`s and types are compared by identity.

    `sink` takes the errors found on the way (each is found once, as each question is answered once). `providers`:
    "thir_body": (tcx, def) -> Body | None, "mir_built": (tcx, def) -> mir Body, "const_eval": (tcx, def, args) -> ConstValue |
    None. `fatal`: something was found that ends rustc's work at the end of the pass.
    """

    def __init__(self, resolution: Resolution, std: StdLibrary, sink: DiagnosticSink | None = None, edition: int = 2021) -> None:
        self.resolution = resolution
        self.std = std
        self.sink = sink if sink is not None else DiagnosticSink()
        self.edition = edition
        root = resolution.root.node
        self.recursion_limit = limits.recursion_limit(root) if isinstance(root, ast.Crate) else limits.RECURSION_LIMIT
        self.providers: dict[str, Callable[..., Any]] = {}
        self.hidden_types: dict[Def, t.Ty] = {}
        """Opaque type -> its hidden type, in terms of the generics of the function that defines it; filled in by typeck of that
        body."""
        self.impls = ImplIndex(self)
        self.incoherent_traits: set[Def] = set()
        """Those with impls that overlap, which was reported."""
        self.errors: list[Span] = []
        """Where other errors are, once all bodies are checked: constants that they are in aren't evaluated."""
        self.late_lints: list[Diagnostic] = []
        self.transmutes: dict[Def, list[tuple[Span, t.Ty, t.Ty]]] = {}
        """The uses of `transmute` met so far, by body: where, from which type to which."""
        """What deny-by-default lints found in bodies, to be told if nothing else is wrong."""
        self.fatal = False
        self.judged_elsewhere: frozenset[Def] = frozenset()
        """Bodies that another process judges."""
        self.traits_called: set[Def] = set()
        """Those whose items the user's bodies call by way of their being in scope."""
        self.selection_cache: dict[tuple[ParamEnv, t.TraitRef, bool], Any] = {}
        self.evaluation_cache: dict[tuple[ParamEnv, t.Predicate, bool], Any] = {}
        self.normalize_cache: dict[tuple[ParamEnv, Any], Any] = {}
        self._memo: dict[tuple[str, Any], Any] = {}
        self._active: dict[tuple[str, Any], None] = {}
        self._lang_by_def: dict[Def, str] = {}
        self._lang_items: dict[str, Def | None] = {}
        self._synthetic = 0
        self.cyclic_constants: dict[tuple[Def, t.Args], bool] = {}
        self.cyclic_enums: set[Def] = set()
        """Those with a discriminant that needs itself."""

    # -------------------------------------------------------------------------------------------- the query engine

    def query(
        self, name: str, key: Any, compute: Callable[[], T], on_cycle: Callable[[list[tuple[str, Any]]], T] | None = None
    ) -> T:
        """The memoised answer of query `name` for `key`. A query that needs its own answer is a cycle: `on_cycle` gets the chain
        of (query, key) from the one asked again, reports E0391 and answers; without it the error ends the compilation.

        Raises: Aborted."""
        full = (name, key)
        memo = self._memo
        if full in memo:
            return memo[full]  # type: ignore[no-any-return]
        if full in self._active:
            chain = list(self._active)
            chain = chain[chain.index(full) :]
            if on_cycle is not None:
                return on_cycle(chain)
            assert query_cycles.report_cycle(self, chain), f"query cycle: {chain}"
            raise Aborted
        self._active[full] = None
        try:
            result = compute()
        finally:
            del self._active[full]
        memo.setdefault(full, result)
        return memo[full]  # type: ignore[no-any-return]

    def provide(self, name: str, key: Any, value: Any) -> None:
        """Give the answer of a query beforehand (it was found on the way to another)."""
        self._memo.setdefault((name, key), value)

    def has_errors_in(self, def_: Def) -> bool:
        """Whether one of the `errors` is within a definition."""
        span = def_.node.span if isinstance(def_.node, ast.Node) else def_.span
        return any(at.file is span.file and span.lo <= at.lo < span.hi for at in self.errors)

    def set_anon_const_type(self, def_: Def, ty: t.Ty) -> None:
        """The type that an anonymous constant is expected to have."""
        self._memo.setdefault(("anon_const_type", def_), ty)

    def anon_const_type(self, def_: Def) -> t.Ty:
        """The type of an anonymous constant: usize for lengths, the parameter's for arguments, the repr's for discriminants."""
        return self._memo.get(("anon_const_type", def_), t.USIZE)  # type: ignore[no-any-return]

    def emit(self, diagnostic: Diagnostic) -> None:
        """Report an error found while answering; errors in std's own text are ours, not the user's."""
        self.sink.emit(diagnostic)

    def synthetic_def(self, kind: DefKind, name: str, parent: Def, span: Span, node: object) -> Def:
        """A Def for what has no item of its own: anonymous lifetimes, `impl Trait` parameters, opaque types."""
        self._synthetic += 1
        return Def(-self._synthetic, kind, name, parent, span, node, parent.is_std)

    # -------------------------------------------------------------------------------------------- definitions

    def generics_of(self, def_: Def) -> Generics:
        """The early-bound parameters of any definition (fields, variants, constructors, closures: those of the item around)."""
        return self.query("generics_of", def_, lambda: collect.generics_of(self, def_))

    def identity_args(self, def_: Def) -> t.Args:
        """Its own parameters as arguments."""
        return self.query("identity_args", def_, lambda: tuple(p.to_arg() for p in self.generics_of(def_).all_params()))

    def type_of(self, def_: Def) -> t.Ty:
        """The type of: struct, enum, union, alias, impl (its self type), field, const, static, associated type or const, type
        parameter, const parameter (its type), opaque type (the hidden type), fn (its FnDef), variant (the enum)."""
        return self.query(
            "type_of", def_, lambda: collect.type_of(self, def_), lambda chain: query_cycles.type_of_cycle(self, chain)
        )

    def fn_sig(self, def_: Def) -> t.Binder:
        """Binder of FnSig of a function, method, or tuple constructor (struct or variant); late-bound lifetimes are the bound
        ones, early-bound parameters are free."""
        return self.query("fn_sig", def_, lambda: collect.fn_sig(self, def_))

    def liberated_fn_sig(self, def_: Def) -> t.FnSig:
        """The signature seen from within the body: late-bound lifetimes as ReLateParam(def_, index, name)."""

        def compute() -> t.FnSig:
            sig = t.instantiate_bound(self.fn_sig(def_), lambda i, name: t.ReLateParam(def_, i, name))
            return rpitit.in_default_body(self, sig) if self.trait_of_item(def_) is not None else sig  # type: ignore[no-any-return]

        return self.query("liberated_fn_sig", def_, compute)

    def predicates_of(self, def_: Def) -> Predicates:
        """What must hold to use the item, its own first and then its parents': where clauses, bounds, implied Sized, and for a
        trait (and its items) `Self: Trait`. Each with the place where it was written."""
        return self.query("predicates_of", def_, lambda: collect.predicates_of(self, def_))

    def own_predicates_of(self, def_: Def) -> Predicates:
        """predicates_of without those of the parent."""
        return self.query("own_predicates_of", def_, lambda: collect.own_predicates_of(self, def_))

    def super_predicates_of(self, trait: Def) -> Predicates:
        """What a trait's supertrait bounds say about Self (also `where Self: ..`)."""
        return self.query(
            "super_predicates_of",
            trait,
            lambda: collect.super_predicates_of(self, trait),
            lambda chain: query_cycles.super_predicates_cycle(self, chain),
        )

    def supertraits(self, trait: Def) -> list[Def]:
        """The trait itself and all its supertraits, breadth first, each once."""

        def compute() -> list[Def]:
            found = [trait]
            for here in found:
                for predicate, _ in self.super_predicates_of(here):
                    kind = predicate.value
                    if isinstance(kind, t.TraitPredicate) and kind.trait_ref.trait not in found:
                        found.append(kind.trait_ref.trait)
            return found

        return self.query("supertraits", trait, compute)

    def item_bounds(self, def_: Def) -> Predicates:
        """What is known of an associated type or an opaque type: its declared bounds, about `Alias(def_, identity args)`."""
        return self.query("item_bounds", def_, lambda: collect.item_bounds(self, def_))

    def param_env(self, def_: Def) -> ParamEnv:
        """What may be assumed within an item; elaborated and normalised."""
        return self.query("param_env", def_, lambda: collect.param_env(self, def_))

    def adt_def(self, def_: Def) -> AdtDef:
        """The structure of a struct, enum or union (also given one of its variants)."""
        if def_.kind is DefKind.VARIANT:
            assert def_.parent is not None
            def_ = def_.parent
        return self.query("adt_def", def_, lambda: collect.adt_def(self, def_))

    def discriminants(self, enum: Def) -> list[int]:
        """The discriminant value of each variant."""
        return self.query("discriminants", enum, lambda: constants.discriminants(self, enum))

    def variant_discriminant(self, enum: Def, index: int) -> int:
        """That of one variant."""
        return self.query(
            "variant_discriminant",
            (enum, index),
            lambda: constants.variant_discriminant(self, enum, index),
            lambda chain: constants.cyclic_discriminant(self, chain),
        )

    def trait_def(self, def_: Def) -> TraitDef:
        return self.query("trait_def", def_, lambda: collect.trait_def(self, def_))

    def variances_of(self, def_: Def) -> tuple[Variance, ...]:
        """The variance of each parameter of an ADT (fixpoint over its fields); fn items and opaque types: see variance.py."""
        return self.query("variances_of", def_, lambda: variance.variances_of(self, def_))

    # -------------------------------------------------------------------------------------------- traits and impls

    def associated_items(self, container: Def) -> list[AssocItem]:
        """The items of a trait or impl in source order."""
        return self.query("associated_items", container, lambda: collect.associated_items(self, container))

    def associated_item(self, def_: Def) -> AssocItem | None:
        """The AssocItem of an ASSOC_FN, ASSOC_CONST or ASSOC_TY; None for other definitions."""
        container = def_.parent
        if container is None or container.kind not in (DefKind.TRAIT, DefKind.IMPL):
            return None
        return next((item for item in self.associated_items(container) if item.def_ is def_), None)

    def trait_of_item(self, def_: Def) -> Def | None:
        """The trait that declares this item; None for items of impls and free ones."""
        return def_.parent if def_.parent is not None and def_.parent.kind is DefKind.TRAIT else None

    def impl_of_item(self, def_: Def) -> Def | None:
        """The impl that this item stands in."""
        return def_.parent if def_.parent is not None and def_.parent.kind is DefKind.IMPL else None

    def impl_trait_ref(self, impl: Def) -> t.TraitRef | None:
        """The trait that an impl implements, with the arguments; None for an inherent impl (or an erroneous one)."""
        return self.query("impl_trait_ref", impl, lambda: collect.impl_trait_ref(self, impl))

    def impl_is_negative(self, impl: Def) -> bool:
        """`impl !Trait for T`."""
        return collect.impl_node(impl).negative

    def impl_item_implementing(self, impl: Def, trait_item: Def) -> AssocItem | None:
        """The impl's item for an item of its trait; None if the impl leaves the default (or forgot it)."""
        table = self.query(
            "impl_items_by_trait_item", impl, lambda: {i.trait_item: i for i in self.associated_items(impl) if i.trait_item}
        )
        return table.get(trait_item)

    def trait_impls(self, trait: Def) -> TraitImpls:
        """The impls of a trait loaded so far. Use relevant_impls to find those for a type: it loads what std has for it."""
        return self.impls.trait_impls(trait)

    def relevant_impls(self, trait: Def, self_ty: t.Ty) -> list[Def]:
        """The impls of `trait` whose header may match `self_ty`: the blanket ones and those with the same outermost
        constructor."""
        return self.impls.relevant_impls(trait, self_ty)

    def inherent_impls(self, self_ty: t.Ty, name: str | None = None) -> list[Def]:
        """The inherent impls for types with the outermost constructor of `self_ty` (std's and the user's); with `name`, of std's
        at least those that have an item of that name."""
        return self.impls.inherent_impls(self_ty, name)

    def lang_item(self, name: str) -> Def:
        """The definition marked `#[lang = "name"]`."""
        found = self.lang_item_or_none(name)
        assert found is not None, f"std has no lang item {name}"
        return found

    def lang_item_or_none(self, name: str) -> Def | None:
        """As lang_item; None if std has no such item."""
        if name not in self._lang_items:
            found = self._lang_items[name] = self.std.lang_item(name)
            if found is not None:
                self._lang_by_def[found] = name
        return self._lang_items[name]

    def is_lang_item(self, def_: Def, name: str) -> bool:
        return self.lang_item_or_none(name) is def_

    # -------------------------------------------------------------------------------------------- trait system, after typeck

    def infer_ctxt(self, param_env: ParamEnv = EMPTY_ENV, regions: RegionSink | None = None) -> InferCtxt:
        """A fresh inference context; with `regions`, it tracks regions (see infer.py)."""
        from interpreter.typeck.infer import InferCtxt

        return InferCtxt(self, param_env, regions)

    def type_implements_trait(self, trait: Def, args: Sequence[t.GenericArg], param_env: ParamEnv = EMPTY_ENV) -> bool:
        """Whether `args[0]: trait<args[1..]>` holds, regions aside. `args` must not have inference variables."""
        return structural.type_implements_trait(self, trait, tuple(args), param_env)

    def resolve_impl(self, trait_ref: t.TraitRef, param_env: ParamEnv = EMPTY_ENV) -> ImplSource | None:
        """The implementation selected for a trait reference without inference variables, regions erased; None if there is
        none."""
        return structural.resolve_impl(self, trait_ref, param_env)

    def resolve_assoc_item(
        self, def_: Def, args: t.Args, param_env: ParamEnv = EMPTY_ENV
    ) -> tuple[Def, t.Args] | ImplSource | None:
        """What a trait's item with `args` (Self first) really is: the impl's item or the trait's default, with its arguments; an
        ImplSource for built-in, closure, object and fn-pointer implementations; None where a parameter decides."""
        return structural.resolve_assoc_item(self, def_, args, param_env)

    def normalize_erasing_regions(self, value: T, param_env: ParamEnv = EMPTY_ENV, *, reveal: bool = False) -> T:
        """`value` with regions erased and every projection normalised; with `reveal`, opaque types become their hidden types."""
        return structural.normalize_erasing_regions(self, value, param_env, reveal=reveal)

    def is_sized(self, ty: t.Ty, param_env: ParamEnv = EMPTY_ENV) -> bool:
        return structural.is_sized(self, ty, param_env)

    def is_copy(self, ty: t.Ty, param_env: ParamEnv = EMPTY_ENV) -> bool:
        """`ty: Copy`, regions aside."""
        return structural.is_copy(self, ty, param_env)

    def is_freeze(self, ty: t.Ty, param_env: ParamEnv = EMPTY_ENV) -> bool:
        """No UnsafeCell outside of an indirection."""
        return structural.is_freeze(self, ty, param_env)

    def needs_drop(self, ty: t.Ty, param_env: ParamEnv = EMPTY_ENV) -> bool:
        """Whether dropping a value of the type does anything (types that depend on a parameter: yes, unless it is Copy)."""
        return structural.needs_drop(self, ty, param_env)

    def adt_destructor(self, def_: Def) -> Def | None:
        """The impl of Drop for a struct, enum or union."""
        return self.query("adt_destructor", def_, lambda: structural.adt_destructor(self, def_))

    def layout_of(self, ty: t.Ty) -> Layout:
        """Size, alignment, offsets and niches of a monomorphic type as rustc lays it out on x86_64.

        Raises: LayoutError for a type that is too generic or unknown (layout.py)."""
        return self.query("layout_of", ty, lambda: layout.layout_of(self, ty))

    def const_eval(self, def_: Def, args: t.Args = ()) -> t.Const:
        """The value of a const item, associated const or anonymous const; ConstError if it failed (then reported)."""
        return self.query(
            "const_eval", (def_, args), lambda: constants.const_eval(self, def_, args), constants.cycle_handler(self)
        )

    def eval_const(self, const: t.Const, param_env: ParamEnv = EMPTY_ENV) -> t.Const:
        """A constant evaluated as far as possible: ConstUnevaluated without parameters becomes a value."""
        return constants.eval_const(self, const, param_env)

    # -------------------------------------------------------------------------------------------- bodies

    def thir_body(self, def_: Def) -> Body | None:
        """The checked body of a fn, const, static or anon const; None where there is none. Closures: see closure_info."""
        return self.query("thir_body", def_, lambda: self.providers["thir_body"](self, def_))  # type: ignore[no-any-return]

    def mir_built(self, def_: Def) -> Any:
        """The MIR of a body or closure as borrowck takes it."""
        return self.query("mir_built", def_, lambda: self.providers["mir_built"](self, def_))

    def closure_info(self, closure: Def) -> ClosureInfo:
        """Kind, signature, captures and body of a closure, in terms of the generics of the function around it. That of a
        `const { .. }` block captures nothing."""

        def compute() -> ClosureInfo:
            parent = closure.parent
            assert parent is not None
            body = self.body_of(parent)
            assert body is not None
            return body.closures[closure]

        return self.query("closure_info", closure, compute)

    def body_of(self, def_: Def) -> Body | None:
        """The checked body of anything that has one, closures and `const` blocks too."""
        return self.closure_info(def_).body if def_.kind in NESTED_BODIES else self.thir_body(def_)

    def coroutine_witness(self, closure: Def) -> tuple[t.Ty, ...]:
        """The types of what an `async` block keeps while it is suspended."""
        return self.query("coroutine_witness", closure, lambda: self.providers["coroutine_witness"](self, closure))

    # -------------------------------------------------------------------------------------------- words

    def format_ty(self, value: Any) -> str:
        """A type, region, constant, trait reference, signature or predicate as rustc prints it in messages."""
        return pretty_ty.format_ty(self, value)

    def item_span(self, def_: Def) -> Span:
        """The span rustc points at for an item (rustc: `def_span`): the head of a fn, impl or trait, the name and generics of an
        ADT."""
        return collect.item_span(def_)
