"""Lints of names: `unused_macros`, `unused_macro_rules`, `unreachable_pub`, `unknown_lints`,
`renamed_and_removed_lints`, `non_ascii_idents`,
`keyword_idents_2024`, `deprecated` (rustc_resolve; rustc_lint: builtin.rs, non_ascii_idents.rs; rustc_passes: stability)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import bodies, crate_nodes
from interpreter.lint.removed_lints import IGNORED, REMOVED
from interpreter.lint.spans import head
from interpreter.lint.visibility import reachable
from interpreter.resolve.defs import Def, DefKind, DefRes
from interpreter.resolve.lint_levels import LintSpec
from interpreter.resolve.lint_names import ALLOWED, DENIED, LINT_GROUPS, WARNED
from interpreter.resolve.modules import Import
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.lexer import lex
from interpreter.typeck import pretty_ty
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All of the crate's names."""
    _macros(tcx, emit)
    _unknown_lints(tcx, emit)
    for node in crate_nodes(tcx):
        ident = getattr(node, "ident", None)
        if isinstance(ident, ast.Ident) and not ident.name.isascii():
            emit("non_ascii_idents", Label(ident.span), "identifier contains non-ASCII characters")
    if tcx.edition < 2024:
        for token in lex(tcx.resolution.root.span.file, tcx.edition).tokens:
            if token.kind == "IDENT" and token.text == "gen" and token.span.text == "gen":
                emit("keyword_idents_2024", Label(token.span), "`gen` is a keyword in the 2024 edition")
    public = reachable(tcx)
    _public(tcx, tcx.resolution.root, public, emit)
    for import_ in tcx.resolution.imports:
        if isinstance(import_, Import) and import_.vis is None and isinstance(import_.item, ast.Use):
            if import_.module.normal().def_ not in public and not import_.span.file.is_std:
                emit("unreachable_pub", Label(import_.span), "unreachable `pub` item")
    _Deprecated(tcx, emit).run()


def _macros(tcx: TyCtxt, emit: Emit) -> None:
    for node in crate_nodes(tcx):
        if isinstance(node, ast.MacroRules) and node not in tcx.resolution.used_macros and not node.ident.name.startswith("_"):
            if not any(attr.name == "macro_export" for attr in node.attrs):
                emit("unused_macros", Label(node.ident.span), f"unused macro definition: `{node.ident.name}`")
    for item, number, at in tcx.resolution.unused_rules:
        exported = any(attr.name == "macro_export" for attr in item.attrs)
        if not exported and not item.ident.name.startswith("_"):
            emit("unused_macro_rules", Label(at), f"rule #{number} of macro `{item.ident.name}` is never used")


def _unknown_lints(tcx: TyCtxt, emit: Emit) -> None:
    for spec in tcx.resolution.lints.specs:
        lint, message = _strange(spec)
        if lint and tcx.resolution.lints.before(spec.span).denied(lint, spec.span):
            emit(lint, Label(spec.span), message)
        if spec.level in ("allow", "warn", "expect"):
            _forbidden_group(tcx, spec, emit)


def _forbidden_group(tcx: TyCtxt, spec: LintSpec, emit: Emit) -> None:
    """A lint made weaker inside of what forbids a group that it is in."""
    for other in tcx.resolution.lints.specs:
        of_group = spec.lint == other.lint or spec.lint in LINT_GROUPS.get(other.lint, ())
        if other.level == "forbid" and other.lint in LINT_GROUPS and of_group and other.holds_at(spec.span):
            labels = (Label(other.span, "`forbid` level set here"),)
            message = f"{spec.level}({spec.lint}) incompatible with previous forbid"
            emit("forbidden_lint_groups", Label(spec.span, "overruled by previous forbid"), message, secondary=labels)
            return


def _strange(spec: LintSpec) -> tuple[str, str]:
    """The lint about the name in an attribute that names one, and its message."""
    lint = spec.lint
    if spec.written != lint:
        return "renamed_and_removed_lints", f"lint `{spec.written}` has been renamed to `{lint}`"
    known = lint in ALLOWED or lint in WARNED or lint in DENIED or lint in LINT_GROUPS
    if known or not lint or "::" in lint or lint in ("warnings", "reason") or lint in IGNORED:
        return "", ""
    if lint in REMOVED:
        return "renamed_and_removed_lints", f"lint `{lint}` has been removed: {REMOVED[lint]}"
    return "unknown_lints", f"unknown lint: `{lint}`"


def _public(tcx: TyCtxt, around: Def, public: set[Def], emit: Emit) -> None:
    for def_ in around.children:
        node = def_.node
        vis = getattr(node, "vis", None)
        if def_.is_std or not isinstance(node, ast.Node):
            continue
        written = isinstance(vis, ast.Visibility) and vis.kind is ast.VisKind.PUBLIC
        if written and def_ not in public and def_.kind not in (DefKind.IMPL, DefKind.FIELD):
            emit("unreachable_pub", Label(head(def_)), "unreachable `pub` item")
        if not isinstance(node, (ast.Enum_, ast.Trait)):
            _public(tcx, def_, public, emit)


class _Deprecated:
    """What mentions something deprecated, outside of what is deprecated itself."""

    def __init__(self, tcx: TyCtxt, emit: Emit) -> None:
        self.tcx = tcx
        self.emit = emit
        self.excused = [
            place.node.span for place in tcx.resolution.attributed if any(attr.name == "deprecated" for attr in place.attrs)
        ]

    def run(self) -> None:
        if not self.excused:
            return
        resolution = self.tcx.resolution
        for node in crate_nodes(self.tcx):
            if isinstance(node, ast.Path):
                meant = resolution.path_res.get(node)
                if meant is not None and isinstance(meant.base, DefRes):
                    self._used(meant.base, node.segments[len(node.segments) - 1 - meant.unresolved].ident)
            elif isinstance(node, ast.IdentPat):
                named = resolution.ident_pats.get(node)
                if isinstance(named, DefRes):
                    self._used(named, node.ident)
        for _, types, found in bodies(self.tcx):
            for node in found:
                match node:
                    case ast.MethodCall() if node in types.results.callees:
                        self._used(DefRes(types.results.callees[node].def_), node.segment.ident)
                    case ast.PathExpr():
                        meant = resolution.path_res.get(node.path)
                        def_ = types.path_def(node.path)
                        if meant is not None and meant.unresolved and def_ is not None:
                            self._used(DefRes(def_), node.path.segments[-1].ident)
                    case ast.FieldExpr() if node in types.results.fields:
                        ty = types.adjusted(node.expr)
                        if isinstance(ty, t.Adt):
                            fields = self.tcx.adt_def(ty.def_).non_enum_variant.fields
                            self._field(fields[types.results.fields[node]].def_, node)
                    case ast.StructExpr() | ast.StructPat() if node in types.results.structs:
                        info = types.results.structs[node]
                        if isinstance(info.adt, t.Adt):
                            fields = self.tcx.adt_def(info.adt.def_).variants[info.variant].fields
                            for field in node.fields:
                                if field in types.results.fields:
                                    self._field(fields[types.results.fields[field]].def_, field)
                    case _:
                        pass

    def _field(self, field: Def, node: ast.FieldExpr | ast.FieldInit | ast.FieldPat) -> None:
        attrs = field.node.attrs if isinstance(field.node, ast.FieldDef) else []
        attr = next((attr for attr in attrs if attr.name == "deprecated"), None)
        if attr is not None and field.parent is not None and not self._is_excused(node.span):
            path = f"{pretty_ty.visible_path(self.tcx, field.parent)}::{field.name}"
            self.emit("deprecated", Label(node.span), f"use of deprecated field `{path}`{_note(attr)}")

    def _is_excused(self, span: Span) -> bool:
        return any(inside.file is span.file and inside.lo <= span.lo < inside.hi for inside in self.excused)

    def _used(self, res: DefRes, ident: ast.Ident) -> None:
        def_ = res.def_
        attr = def_.attrs.get("deprecated") if not def_.is_std else None
        if attr is None and isinstance(def_.node, ast.Variant):
            attr = next((attr for attr in def_.node.attrs if attr.name == "deprecated"), None)
        if attr is None or self._is_excused(ident.span):
            return
        what = def_.kind.value
        if res.ctor and isinstance(def_.node, (ast.Struct, ast.Variant)) and def_.node.kind is not ast.VariantKind.STRUCT:
            what = f"{'unit' if def_.node.kind is ast.VariantKind.UNIT else 'tuple'} {what}"
        elif isinstance(def_.node, ast.Fn) and def_.kind is DefKind.ASSOC_FN and def_.node.self_param is not None:
            what = "method"
        path = pretty_ty.visible_path(self.tcx, def_)
        self.emit("deprecated", Label(ident.span), f"use of deprecated {what} `{path}`{_note(attr)}")


def _note(attr: ast.Attribute) -> str:
    """The reason that is given."""
    tokens = [tree for tree in attr.args if isinstance(tree, ast.Token)]
    if attr.args and isinstance(attr.args[0], ast.Delimited):
        inner = [tree for tree in attr.args[0].trees if isinstance(tree, ast.Token)]
        at = next((i for i, token in enumerate(inner) if token.text == "note"), None)
        tokens = inner[at + 1 : at + 3] if at is not None else []
    return f": {tokens[1].text[1:-1]}" if len(tokens) == 2 and tokens[1].kind == "STR" else ""
