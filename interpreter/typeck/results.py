"""What the first pass over a body finds out (rustc: `TypeckResults`): types of nodes, adjustments, resolved methods and paths.

Filled in by check_expr.py and its neighbours while inferring, read by thir_build.py once all inference variables are known.
Keys are AST nodes; nodes that desugaring made up are keys like the others.
"""

from __future__ import annotations

from collections.abc import Callable

from interpreter.enums import Enum
from interpreter.hints import Any
from interpreter.records import Record, field
from interpreter.resolve.defs import Def, LocalDef
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import thir
from interpreter.typeck import ty as t


class AdjustKind(Enum):
    """rustc: `Adjust`. BORROW and RAW_BORROW are its `AutoBorrow`; POINTER its `PointerCoercion`."""

    NEVER_TO_ANY = "never to any"
    DEREF = "deref"
    OVERLOADED_DEREF = "overloaded deref"
    BORROW = "borrow"
    RAW_BORROW = "raw borrow"
    POINTER = "pointer coercion"


class Adjustment(Record, eq=False):
    """One implicit step on an expression's value; `target` is the type after it. `mutable` for derefs and borrows."""

    kind: AdjustKind
    target: t.Ty
    mutable: bool = False
    two_phase: bool = False
    coercion: thir.CoercionKind | None = None


class MethodCallee(Record, eq=False):
    """A resolved method or overloaded operator: the fn with all its arguments, and its instantiated signature."""

    def_: Def
    args: t.Args
    sig: t.FnSig
    user_ty: thir.UserType | None = None


class PathCallee(Record, eq=False):
    """What a value path means: a definition with arguments. `user_ty` has these as the user wrote them, regions kept."""

    def_: Def
    args: t.Args
    user_ty: thir.UserType | None = None


class StructInfo(Record, eq=False):
    """What a struct literal or pattern means: the ADT's type and which variant."""

    adt: t.Ty
    variant: int


class BindingInfo(Record, eq=False):
    """How a binding pattern binds: by value (`by_ref` None) or by reference; `implicit` if match ergonomics made it so."""

    by_ref: bool | None
    implicit: bool


class ClosureData(Record, eq=False):
    """A closure expression in the making. `sig` is the Binder of the FnSig with separate parameters, `user_sig` what the user
    wrote of it, regions kept; kind and captures come from upvar analysis."""

    def_: Def
    node: ast.Closure
    parent: Def
    sig: t.Binder
    user_sig: t.Binder
    liberated: t.FnSig
    mentions_outer: bool
    kind: thir.ClosureKind | None = None
    captures: list[thir.CapturedPlace] = field(default_factory=list)
    inferred_kind: thir.ClosureKind | None = None
    kind_origin: thir.KindOrigin | None = None


class TypeckResults(Record, eq=False):
    """All tables of one body and its closures."""

    node_types: dict[object, t.Ty] = field(default_factory=dict)
    adjustments: dict[object, list[Adjustment]] = field(default_factory=dict)
    callees: dict[object, MethodCallee] = field(default_factory=dict)
    paths: dict[ast.Path, PathCallee] = field(default_factory=dict)
    structs: dict[object, StructInfo] = field(default_factory=dict)
    base_fields: dict[object, list[t.Ty]] = field(default_factory=dict)
    fields: dict[object, int] = field(default_factory=dict)
    pat_adjustments: dict[object, list[t.Ty]] = field(default_factory=dict)
    bindings: dict[ast.IdentPat, BindingInfo] = field(default_factory=dict)
    local_tys: dict[LocalDef, t.Ty] = field(default_factory=dict)
    local_owner: dict[LocalDef, Def] = field(default_factory=dict)
    user_tys: dict[object, thir.UserType] = field(default_factory=dict)
    coercion_casts: set[ast.Cast] = field(default_factory=set)
    repeat_counts: dict[ast.Repeat, t.Const] = field(default_factory=dict)
    closures: dict[Def, ClosureData] = field(default_factory=dict)
    loop_sources: dict[object, str] = field(default_factory=dict)
    match_sources: dict[object, thir.MatchSource] = field(default_factory=dict)
    desugared: dict[object, ast.Expr] = field(default_factory=dict)
    break_targets: dict[object, object] = field(default_factory=dict)
    spans: dict[object, Span] = field(default_factory=dict)


class BodyTypes(Record, eq=False):
    """What a body's nodes mean, kept after the body is checked for the lints that look at the text's own form."""

    results: TypeckResults
    resolve: Callable[[t.Ty], t.Ty]

    def type_of(self, node: object) -> t.Ty | None:
        """The type of an expression or pattern before anything is adjusted; None of what has none."""
        while isinstance(node, (ast.MacroExpansion, ast.Paren)) and node not in self.results.node_types:
            node = node.expr
        ty = self.results.node_types.get(node)
        return self.resolve(ty) if ty is not None else None

    def adjusted(self, node: object) -> t.Ty | None:
        """The type of an expression's value after all implicit steps."""
        steps = self.results.adjustments.get(node)
        return self.resolve(steps[-1].target) if steps else self.type_of(node)

    def path_def(self, path: ast.Path) -> Def | None:
        """The item that a path of a value means, where its type had to be known to tell."""
        callee = self.results.paths.get(path)
        return callee.def_ if callee is not None else None


def peel(node: Any) -> Any:
    """The expression within parentheses and macro expansions, to which types and adjustments are attached."""
    while isinstance(node, (ast.Paren, ast.MacroExpansion)):
        node = node.expr
    return node
