"""Definitions and resolutions: what a name can mean (rustc: `DefKind`, `Res`, `PartialRes`)."""

from __future__ import annotations

from interpreter.diagnostics import Diagnostic, Label
from interpreter.enums import Enum
from interpreter.hints import Any, Protocol, TypeAlias
from interpreter.records import NamedTuple, Record, field
from interpreter.resolve.lint_levels import LintLevels
from interpreter.source import Span
from interpreter.syntax import ast


class Feature(NamedTuple):
    """An unstable feature of std, the number of its tracking issue ("" for the compiler's own), and why it is unstable."""

    name: str
    issue: str = ""
    reason: str = ""

    @staticmethod
    def of_attribute(attr: ast.Attribute) -> Feature:
        """Of `#[unstable(feature = "..", issue = "..", reason = "..")]`."""
        tree = attr.args[0]
        assert isinstance(tree, ast.Delimited)
        words = [t.text for t in tree.trees if isinstance(t, ast.Token) and t.text not in (",", "=")]
        given = {key: text.strip('"') for key, text in zip(words[::2], words[1::2], strict=True)}
        return Feature(given["feature"], given.get("issue", ""), given.get("reason", ""))

    def diagnostic(self, span: Span) -> Diagnostic:
        """E0658 (rustc: `report_unstable`)."""
        url = f"https://github.com/rust-lang/rust/issues/{self.issue}"
        notes = (f"see issue #{self.issue} <{url}> for more information",) if self.issue else ()
        reason = f": {self.reason}" if self.reason else ""
        return Diagnostic("E0658", f"use of unstable library feature `{self.name}`{reason}", (Label(span),), notes=notes)


class DefKind(Enum):
    MOD = "module"
    STRUCT = "struct"
    UNION = "union"
    ENUM = "enum"
    VARIANT = "variant"
    TRAIT = "trait"
    TY_ALIAS = "type alias"
    FN = "function"
    CONST = "constant"
    STATIC = "static"
    IMPL = "impl"
    ASSOC_FN = "associated function"
    ASSOC_CONST = "associated constant"
    ASSOC_TY = "associated type"
    TY_PARAM = "type parameter"
    CONST_PARAM = "const parameter"
    LIFETIME_PARAM = "lifetime parameter"
    FIELD = "field"
    CLOSURE = "closure"
    ANON_CONST = "constant expression"
    INLINE_CONST = "inline constant"
    OPAQUE_TY = "opaque type"
    MACRO = "macro"
    PRIM_MOD = "primitive's inherent items"


NESTED_BODIES = (DefKind.CLOSURE, DefKind.INLINE_CONST)
"""What is type-checked together with the body that it stands in."""


class Def(Record, eq=False):
    """One definition; identity is its name (rustc's `DefId`). `index` counts from 0 and is the same in every run.

    `node` is the AST item (for FIELD a FieldDef, VARIANT a Variant, parameters a GenericParam, CLOSURE a Closure, ANON_CONST an
    AnonConst, INLINE_CONST the BlockExpr). `visible_in` is the module that may see it, None for everyone. `parent` is the
    enclosing definition. `children`: in source order.
    """

    index: int
    kind: DefKind
    name: str
    parent: Def | None
    span: Span
    node: object
    is_std: bool
    visible_in: Def | None = None
    children: list[Def] = field(default_factory=list)
    attrs: dict[str, ast.Attribute] = field(default_factory=dict)

    def path(self) -> str:
        """The path as rustc prints it in messages: without std's private modules, whose items have their names further out.
        An intrinsic that has a public name stands in a module that nobody may use."""
        if "rustc_intrinsic" in self.attrs:
            return f"std::intrinsics::{self.name}"
        names: list[str] = []
        here: Def | None = self
        while here is not None and here.parent is not None:
            hidden = here.is_std and here.kind is DefKind.MOD and here.visible_in is not None
            if here.kind is not DefKind.IMPL and not hidden:
                names.append(here.name)
            here = here.parent
        if here is not None and here.is_std:
            names.append("std")
        return "::".join(reversed(names))

    @property
    def is_fn_trait(self) -> bool:
        """`Fn`, `FnMut` or `FnOnce` (rustc: `rustc_paren_sugar`)."""
        return self.is_std and self.name in ("Fn", "FnMut", "FnOnce") and "rustc_paren_sugar" in self.attrs

    def unstable(self) -> Feature | None:
        """Of an item of std that may not be used yet: the feature of its `#[unstable(..)]`, or that of its impl or trait."""
        if not self.is_std:
            return None
        attr = self.attrs.get("unstable")
        outer = self.parent
        if attr is None and "stable" not in self.attrs and outer is not None and outer.kind in (DefKind.IMPL, DefKind.TRAIT):
            attr = outer.attrs.get("unstable")
        return Feature.of_attribute(attr) if attr is not None else None

    def lifetime_count(self) -> int:
        """How many lifetime parameters it declares."""
        return sum(child.kind is DefKind.LIFETIME_PARAM for child in self.children)

    def declares(self, name: str) -> bool:
        """Of a trait or impl: whether it has an item of that name."""
        return any(child.name == name for child in self.children)

    def module(self) -> Def:
        """The nearest enclosing module (itself, if it is one)."""
        here = self
        while here.kind is not DefKind.MOD:
            assert here.parent is not None
            here = here.parent
        return here

    def __repr__(self) -> str:
        return f"Def({self.kind.value} {self.path()})"


class LocalDef(Record, eq=False):
    """A local variable as bound by a pattern (with or-patterns: by the first alternative). `node` is that IdentPat or
    SelfParam. `hidden`: made by a desugaring (the iterator of a `for` loop), so the user has no name for it."""

    name: str
    span: Span
    node: ast.IdentPat | ast.SelfParam
    mutable: bool
    hidden: bool = False


# What a path resolves to ---------------------------------------------------------------------------------------------


VALUE_KINDS = frozenset((DefKind.CONST, DefKind.STATIC, DefKind.FN, DefKind.ASSOC_FN, DefKind.ASSOC_CONST, DefKind.CONST_PARAM))
"""The definitions that are values, beside constructors."""


class DefRes(Record, frozen=True):
    """A definition. For tuple and unit structs and variants in the value namespace, `ctor` is set: the constructor is meant."""

    def_: Def
    ctor: bool = False


class LocalRes(Record, frozen=True):
    local: LocalDef


class PrimTyRes(Record, frozen=True):
    """`i32`, `str`, `bool`, `char`, ..."""

    name: str


class SelfTyRes(Record, frozen=True):
    """`Self` in a trait (`owner` is the trait) or in an impl (or in a struct, enum definition)."""

    owner: Def


class SelfCtorRes(Record, frozen=True):
    """`Self(...)` or `Self` as a value within the impl `owner`."""

    owner: Def


class ErrRes(Record, frozen=True):
    """The name was not found; an error was reported."""


Res: TypeAlias = "DefRes | LocalRes | PrimTyRes | SelfTyRes | SelfCtorRes | ErrRes"


class PathRes(Record, frozen=True):
    """`base` is what the first segments mean; the last `unresolved` segments are associated items for typeck to find."""

    base: Res
    unresolved: int = 0


# Lifetimes -----------------------------------------------------------------------------------------------------------


class StaticLifetime(Record, frozen=True):
    pass


class ParamLifetime(Record, frozen=True):
    """A named lifetime parameter of an item or of a `for<...>`: `node` is where it is declared."""

    node: ast.GenericParam


class ElidedLifetime(Record, frozen=True):
    """`'_`, or an omitted one. What it stands for follows from its position (Reference: lifetime elision):
    a fresh one in a function's parameters, in bodies an inferred one."""


class ErrLifetime(Record, frozen=True):
    pass


LifetimeRes: TypeAlias = "StaticLifetime | ParamLifetime | ElidedLifetime | ErrLifetime"


class LateQueries(Protocol):
    """What is answered after the user's crate is resolved (by resolve.late)."""

    def load_body(self, def_: Def) -> None: ...
    def traits_in_scope(self, scope: Def, node: object) -> list[Def]: ...
    def resolve_std_item(self, def_: Def) -> None: ...
    def resolve_std_body(self, def_: Def) -> None: ...


class Resolution(Record, eq=False, slots=False):
    """Names looked up. Tables are keyed by AST node.

    `path_res`: every Path of an expression, type, pattern, bound or struct literal. `ident_pats`: what an IdentPat binds, or the
    constant or unit variant it names. `lifetimes`: each Lifetime node. `label_targets`: Break/Continue with a label to the loop
    or block it leaves (those without one go to the innermost loop). `defs`: AST item/param/field/closure node to its Def.
    `scope_traits`: for a body's owner or module, the traits that method lookup may use (rustc: traits in scope).
    """

    root: Def
    main: Def | None = None
    """The function that the program begins with; a library has none."""
    path_res: dict[ast.Path, PathRes] = field(default_factory=dict)
    ident_pats: dict[ast.IdentPat, LocalRes | DefRes] = field(default_factory=dict)
    self_params: dict[ast.SelfParam, LocalDef] = field(default_factory=dict)
    lifetimes: dict[ast.Lifetime, LifetimeRes] = field(default_factory=dict)
    label_targets: dict[ast.Break | ast.Continue, ast.Node] = field(default_factory=dict)
    defs: dict[object, Def] = field(default_factory=dict)
    misplaced_awaits: set[ast.Await] = field(default_factory=set)
    """Those outside of `async`, which were reported."""
    elided_in_consts: list[Span] = field(default_factory=list)
    """Where types of constants in impls leave out lifetimes though there are others that they could mean."""
    self_lifetimes: dict[ast.SelfParam, int] = field(default_factory=dict)
    """Of a `self` whose type is written: how many lifetimes its references to `Self` have."""
    elided_in_arguments: dict[Any, list[Span]] = field(default_factory=dict)
    """By an `impl Trait` that is a parameter's type: where it leaves out lifetimes."""
    glob_used: set[str] = field(default_factory=set)
    """The names that were found by a `use ..::*` of the program's: messages give their paths in full (rustc: `glob_map`)."""
    ambiguous_globs: dict[Span, str] = field(default_factory=dict)
    """The uses of names that two globs bring where that is no error (rustc: `ambiguous_glob_imports`)."""
    lints: LintLevels = field(default_factory=LintLevels)
    attributed: list[Any] = field(default_factory=list)
    """What has attributes, with these (attributes.Attributed); only where lints are denied."""
    used_macros: set[ast.MacroRules] = field(default_factory=set)
    """Those that something calls or imports; only where lints are denied."""
    unused_rules: list[tuple[ast.MacroRules, int, Span]] = field(default_factory=list)
    """The rules of these macros that no call fits, with their numbers and places; only where lints are denied."""
    extern_blocks: list[ast.ExternBlock] = field(default_factory=list)
    """What the crate's foreign items stood in; only where lints are denied."""
    used_extern_crates: set[ast.ExternCrate] = field(default_factory=set)
    """Those through which something was looked up."""
    unneeded_qualifications: list[Any] = field(default_factory=list)
    """Paths that say more than is needed (redundancy.Qualified); only where that is denied."""
    redundant_imports: list[Any] = field(default_factory=list)
    """Imports of what is in scope anyway (redundancy.Redundant); only where lints about that are denied."""
    used_macro_names: set[str] = field(default_factory=set)
    """The names with which paths of macro calls begin; only where lints are denied."""
    imports: list[object] = field(default_factory=list)
    """All imports of the crate (modules.Import), for those that nothing uses."""
    late: LateQueries | None = None
    """Set while the crate is resolved; std's items and bodies, which wait until someone asks, need it too."""

    def resolve_body(self, def_: Def) -> None:
        """Make the names in a std function's body known (the user's are already); to be called before a body is looked into."""
        if self.late is not None and def_.is_std:
            self.late.load_body(def_)

    def traits_in_scope(self, scope: Def, node: object = None) -> list[Def]:
        """The traits whose methods may be called with a dot within `scope` (a body's owner, or a module). With `node`, a
        MethodCall or Path, those of the blocks around it too."""
        return self.late.traits_in_scope(scope, node) if self.late is not None else []

    def resolve_std_item(self, def_: Def) -> None:
        """Resolve the names in the signature of a definition of std that was just read."""
        if self.late is not None:
            self.late.resolve_std_item(def_)

    def resolve_std_body(self, def_: Def) -> None:
        """Resolve the names in the body of a std function that was just read."""
        if self.late is not None:
            self.late.resolve_std_body(def_)
