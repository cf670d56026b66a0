"""Macro expansion and conditional compilation, over the whole crate, before names are resolved (rustc_expand).

In: the parsed crate. Out: the same crate, changed in place: every macro call replaced by what it expands to, everything under
a false `#[cfg]` removed (no later pass meets a `MacroCall`, `MacroStmt`, `MacroItem` or `AttrExpr`). `#[derive]` attributes
stay, and so do `macro_rules!` items: their names can be imported, and where they stand matters for hygiene. A call in
expression position becomes a `MacroExpansion`; in statement position too, when it expands to one expression; otherwise its
statements take its place.

Textual scope: `macro_rules!` is known from its definition to the end of its block or module, and beyond the module with
`#[macro_use]`. Paths and imports lead to macros as macro_paths.py finds them; what macros made is found by its last name.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from interpreter.diagnostics import Diagnostic, DiagnosticSink
from interpreter.hints import Any, Final
from interpreter.records import NamedTuple, fields
from interpreter.resolve import cfg
from interpreter.resolve.abi import check_abi
from interpreter.resolve.ast_validation import validate_item
from interpreter.resolve.attribute_names import MACROS
from interpreter.resolve.attributes import Attributed, check_attributes, is_test, lint_levels
from interpreter.resolve.builtin_macros import expand_builtin, select_cfg
from interpreter.resolve.expansions import Expansions, Expn, MacroUse, Site
from interpreter.resolve.format_string import FormatError
from interpreter.resolve.limits import RECURSION_LIMIT, raise_limit, recursion_limit
from interpreter.resolve.lint_levels import LintLevels
from interpreter.resolve.macro_lookup import lookup_macro
from interpreter.resolve.macro_output import built_output, not_parsed, parse_output
from interpreter.resolve.macro_paths import MacroPaths
from interpreter.resolve.macro_rules import MacroDef, MacroError
from interpreter.resolve.macro_transcribe import Hygiene, expand_macro_rules
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Attribute
from interpreter.syntax.build import Builder
from interpreter.syntax.parser import ParseError


class Expansion(NamedTuple):
    """The expanded crate, what was wrong, and what the hygiene numbers of its tokens mean.

    `fatal`: rustc stops here (a call fitted no rule of its macro), before it looks for names.
    """

    crate: ast.Crate
    diagnostics: list[Diagnostic]
    hygiene: Hygiene
    fatal: bool
    expansions: Expansions
    lints: LintLevels
    attributed: list[Attributed]
    extern_blocks: list[ast.ExternBlock]


def _is_allowed(found: Diagnostic, lints: LintLevels) -> bool:
    """Whether it is a lint that an attribute turns down."""
    return found.code is not None and found.code[:1].islower() and lints.allowed(found.code, found.span)


def expand_crate(crate: ast.Crate, *, edition: int = 2021, crate_name: str = "main", is_std: bool = False) -> Expansion:
    """Expand all macros of a crate, or of one file of std, in place."""
    expander = Expander(edition, crate_name, is_std=is_std)
    sys.setrecursionlimit(max(sys.getrecursionlimit(), 20_000))
    expander.crate(crate)
    if not expander.fatal:
        check_attributes(expander.attributed, expander.late, expander.edition)
        for diagnostic in expander.late.items:
            expander.sink.emit(diagnostic)
    for found in crate.late_errors:
        if not any(span.lo <= found.span.lo < span.hi for span in expander.removed):
            expander.sink.emit(found)
    lints = lint_levels(expander.attributed)
    told = [found for found in expander.sink.items if not _is_allowed(found, lints)]
    expansions, attributed = expander.expansions, expander.attributed
    return Expansion(crate, told, expander.hygiene, expander.fatal, expansions, lints, attributed, expander.extern_blocks)


class _Field(NamedTuple):
    name: str
    position: str


_SKIPPED_TYPES: Final = (
    "Span", "Ident", "Attribute", "Diagnostic",
    "Token", "Visibility", "Kind", "bool", "str", "Lifetime", "UseTree", "SourceFile", "Enum",
)  # fmt: skip


_FIELDS: dict[type[Any], tuple[_Field, ...]] = {}


def _fields(kind: type[Any]) -> tuple[_Field, ...]:
    """The fields of a node that may hold macros or attributes, with the position that a macro has there."""
    known = _FIELDS.get(kind)
    if known is not None:
        return known
    out = []
    for field in fields(kind):
        written = str(field.type)
        names = {word.strip("[] ") for word in written.replace("[", "|").replace("]", "|").replace(",", "|").split("|")}
        names -= {"None", "list", "tuple", "Sequence", ""}
        if all(
            name in _SKIPPED_TYPES or name.endswith("Kind") or name in ("BinOp", "UnOp", "int", "float", "bytes")
            for name in names
        ):
            continue
        position = "pat" if "Pat" in names else "ty" if "Ty" in names else "expr"
        out.append(_Field(field.name, position))
    _FIELDS[kind] = tuple(out)
    return _FIELDS[kind]


class Expander:
    """One expansion of a crate. `sink`, `hygiene`, `edition` and `module_path` are what the built-in macros use; `late` is what
    rustc says only when it goes on after expansion."""

    def __init__(self, edition: int, crate_name: str, *, is_std: bool) -> None:
        self.edition = edition
        self.is_std = is_std
        self.sink = DiagnosticSink()
        self.late = DiagnosticSink()
        self.fatal = False
        self.trailing: ast.MacroCall | None = None
        self.semicolons = 0
        self.broken: set[MacroDef] = set()
        self.attributed: list[Attributed] = []
        self.removed: list[Span] = []
        """What `cfg` took away."""
        self.extern_blocks: list[ast.ExternBlock] = []
        self.hygiene = Hygiene()
        self.module_path = [crate_name]
        self.scope: dict[str, MacroDef] = {}
        self.exported: dict[str, MacroDef] = {}
        self.macros: dict[ast.MacroRules, MacroDef] = {}
        self.imports: dict[str, str] = {}
        self.depth = 0
        self.limit = self.recursion_limit = RECURSION_LIMIT
        self.expansion: Expn | None = None
        self.expansions = Expansions()

    # ------------------------------------------------------------------------------------------------ items

    def crate(self, crate: ast.Crate) -> None:
        self.site = Site(crate, None)
        crate.attrs = cfg.expand_cfg_attr(crate.attrs, self.sink)
        self.limit = self.recursion_limit = recursion_limit(crate)
        if not cfg.keep(crate.attrs, self.sink):
            crate.items = []
            return
        if crate.attrs:
            self._attributed(crate, crate.attrs)
        self._collect(crate.items)
        self.paths = MacroPaths(crate, self._macro_of)
        crate.items = self.items(crate.items)

    def _collect(self, items: list[Any]) -> None:
        """Note what paths and `use` can lead to, wherever it stands: macros, and the names that are imported."""
        for item in items:
            if isinstance(item, ast.MacroRules):
                self.exported.setdefault(item.ident.name, self._macro_of(item))
            elif isinstance(item, ast.Use):
                self._collect_use(item.tree)
            elif isinstance(item, ast.Mod) and item.items:
                self._collect(item.items)

    def _collect_use(self, tree: ast.UseTree, module: str = "self") -> None:
        """`module`: the name that `self` has in a list."""
        last = tree.prefix.segments[-1].ident.name if tree.prefix.segments else module
        last = module if last == "self" else last
        if tree.nested is not None:
            for nested in tree.nested:
                self._collect_use(nested, last)
        elif not tree.glob and tree.prefix.segments:
            self.imports[tree.rename.name if tree.rename else last] = last

    def _remove(self, node: Any, attrs: list[Attribute]) -> None:
        first = attrs[0].span
        self.removed.append(first._replace(hi=max(first.hi, node.span.hi)) if first.file is node.span.file else node.span)

    def _attributed(self, node: Any, attrs: list[Attribute], parent: Any = None) -> None:
        if not self.is_std:
            own = [attr for attr in attrs if not attr.span.file.is_std]
            self.attributed.append(Attributed(node, own, parent))

    def items(self, items: list[Any], start: str = "items", parent: Any = None) -> list[Any]:
        """The expanded items of a module, or with `assoc_items` of an impl or trait (`parent`)."""
        out: list[Any] = []
        for item in items:
            if type(item) is ast.Fn and item.body is not None and item.body.attrs:
                item.attrs, item.body.attrs = [*item.attrs, *item.body.attrs], []  # Inner attributes are the function's own.
            if item.attrs:
                item.attrs = cfg.expand_cfg_attr(item.attrs, self.sink)
                if not cfg.keep(item.attrs, self.sink):
                    self._remove(item, item.attrs)
                    continue
                if self._is_test(item, parent):
                    self._attributed(item, [attr for attr in item.attrs if attr.name in ("test", "bench")], parent)
                    continue
                self._attributed(item, item.attrs, parent)
            kind = type(item)
            if self.expansion is not None:
                self.expansions.origins[item] = self.expansion
            if kind is ast.MacroRules:
                self._define(item)
                out.append(item)
            elif kind is ast.MacroItem:
                expanded = self._expand(item.call, start, parent)
                if expanded is not None:
                    if isinstance(parent, ast.ExternBlock):
                        expanded = self._foreign(expanded, parent)
                    with self._within():
                        out += self.items(expanded, start, parent)
            elif kind is ast.Mod:
                self._module(item)
                out.append(item)
            elif kind is ast.ExternBlock:
                check_abi(item.abi, self.late)
                self.extern_blocks.append(item)
                out += self.items(item.items, "foreign_items", item)
            else:
                if kind is ast.Impl or kind is ast.Trait:
                    item.items = self.items(item.items, "assoc_items", item)
                self.walk(item)
                out.append(item)
                if start != "assoc_items" and not self.is_std:
                    validate_item(item, self.sink)
        return out

    def _is_test(self, item: Any, parent: Any) -> bool:
        tests = [is_test(attr, item, parent, self.sink) for attr in item.attrs]  # Each is looked at.
        return any(tests)

    def _foreign(self, items: list[Any], block: ast.ExternBlock) -> list[Any]:
        """What a macro made within an `extern` block, as items of it."""
        builder = Builder(self.edition)
        items = builder.foreign_items(items, block)
        for diagnostic in builder.finish():
            self.sink.emit(diagnostic)
        return items

    def _macro_of(self, item: ast.MacroRules) -> MacroDef:
        macro = self.macros.get(item)
        if macro is None:
            macro = self.macros[item] = MacroDef(item.ident.name, item, edition=self.edition)
        return macro

    def _define(self, item: ast.MacroRules) -> None:
        macro = self._macro_of(item)
        self.exported.setdefault(item.ident.name, macro)
        try:
            _ = macro.rules
        except MacroError as error:
            macro.errors = list(error.diagnostics)
            self.broken.add(macro)
        for diagnostic in macro.errors:
            self.sink.emit(diagnostic)
        self.expansions.sites[item] = self.site
        hidden = self.scope.get(item.ident.name)
        if hidden is not None:
            self.expansions.shadowed[item] = hidden
        self.scope = {**self.scope, item.ident.name: macro}

    def _module(self, item: ast.Mod) -> None:
        if item.items is None:
            return
        saved = self.scope
        self.module_path.append(item.ident.name)
        self.site = Site(item, self.site)
        item.items = self.items(item.items)
        assert self.site.outer is not None
        self.site = self.site.outer
        self.module_path.pop()
        if not any(attr.name == "macro_use" for attr in item.attrs):
            self.scope = saved

    # ------------------------------------------------------------------------------------------------ the walk

    def walk(self, node: Any) -> None:
        """Expand what is within a node."""
        for name, position in _fields(node.__class__):
            value = getattr(node, name)
            if value is None:
                continue
            if type(value) is list:
                if value:
                    self._walk_list(value, position)
            elif isinstance(value, ast.Node):
                new = self.visit(value, position)
                if new is not value:
                    setattr(node, name, new)

    def _walk_list(self, values: list[Any], position: str) -> None:
        removed = False
        for index, value in enumerate(values):
            if isinstance(value, tuple):
                values[index] = tuple(self.visit(part, "ty") if type(part) is ast.MacroCall else part for part in value)
                continue
            if not isinstance(value, ast.Node):
                continue
            attrs: Any = getattr(value, "attrs", None)
            if attrs:
                attrs = cfg.expand_cfg_attr(list(attrs), self.sink)
                value.attrs = attrs  # type: ignore[attr-defined]
                if not cfg.keep(attrs, self.sink):
                    self._remove(value, attrs)
                    values[index] = None
                    removed = True
                    continue
                if not isinstance(value, ast.ItemBase):
                    if type(value) is ast.AttrExpr:
                        value = value.expr
                        self._macro_attrs(attrs, value)
                    self._attributed(value, attrs)
            values[index] = self.visit(value, position)
        if removed:
            values[:] = [value for value in values if value is not None]

    def visit(self, node: Any, position: str) -> Any:
        """A node with its macros expanded: itself, or what takes its place."""
        kind = type(node)
        if kind is ast.Path:
            if node.qself is not None or any(segment.args is not None for segment in node.segments):
                self.walk(node)
            return node
        if kind is ast.MacroCall:
            return self._position(node, position)
        if kind is ast.Block:
            return self.block(node)
        if kind is ast.LetExpr and node.misplaced:
            return ast.ErrExpr(span=node.span)
        if kind is ast.AttrExpr:
            attrs = cfg.expand_cfg_attr(node.attrs, self.sink)
            self._attributed(node.expr, attrs)
            self._gate(attrs[:1])
            self._tests(attrs, node.expr)
            for attr in attrs:
                if attr.name == "cfg" and not cfg.keep([attr], self.sink):
                    self.sink.error(None, "removing an expression is not supported in this position", attr.span)
            return self.visit(node.expr, position)
        if kind is ast.Lit:
            if node.error is not None:
                self.late.emit(node.error)
            return node
        if kind is ast.FormatArgs or kind is ast.BuiltinConst or kind is ast.MacroExpansion:
            # What macros made was expanded when they were.
            return node
        self.walk(node)
        return node

    def _tests(self, attrs: list[Attribute], node: Any) -> None:
        """Report what would make a test of an expression or of a statement that is no item."""
        for attr in attrs:
            is_test(attr, node, None, self.sink)

    def _macro_attrs(self, attrs: list[Attribute], node: ast.Expr) -> None:
        """Attributes on an element of a list or at a block's end, where none that is a macro may stand."""
        self._gate(attr for attr in attrs if attr.name in MACROS or "::" in attr.name)
        self._tests(attrs, node)

    def _gate(self, attrs: Iterable[Attribute]) -> None:
        """Attributes are stable on statements and on the elements of lists only."""
        for attr in attrs:
            notes = ("see issue #15701 <https://github.com/rust-lang/rust/issues/15701> for more information",)
            doc = "`///` is used for outer documentation comments; for a plain comment, use `//`"
            helps = (doc,) if attr.is_doc_comment else ()
            self.sink.error("E0658", "attributes on expressions are experimental", attr.span, notes=notes, helps=helps)

    def expr(self, expr: ast.Expr) -> Any:
        """An expression with its macros expanded."""
        return self.visit(expr, "expr")

    def _position(self, call: ast.MacroCall, position: str) -> Any:
        if position == "expr":
            return self._expression(call)
        expanded = self._expand(call, "pattern" if position == "pat" else "ty")
        if expanded is None:
            return ast.WildPat(span=call.span) if position == "pat" else ast.ErrTy(span=call.span)
        with self._within():
            return self.visit(expanded, position)

    def _expression(self, call: ast.MacroCall) -> ast.Expr:
        expanded = self._expand(call, "expression")
        if expanded is None:
            return ast.ErrExpr(span=call.span)
        kept = self._kept(expanded) if call is self.trailing else expanded
        with self._within():
            expr = self.expr(expanded if kept is None else kept)
        return ast.MacroExpansion(span=expr.span.as_written(), name=call.path.segments[-1].ident.name, expr=expr)

    # ------------------------------------------------------------------------------------------------ blocks

    def block(self, block: ast.Block) -> ast.Block:
        saved = self.scope
        self.site = Site(block, self.site)
        if block.attrs:
            block.attrs = cfg.expand_cfg_attr(block.attrs, self.sink)
            self._attributed(block, block.attrs)
        self._collect([stmt.item for stmt in block.stmts if type(stmt) is ast.ItemStmt])
        stmts: list[Any] = []
        for stmt in block.stmts:
            self._stmt(stmt, stmts)
        tail: Any = block.expr
        if tail is not None and (tail := self._kept(tail)) is None:
            tail = stmts.pop().expr if stmts and _ends_open(stmts[-1]) else None
        elif tail is not None:
            if type(tail) is ast.MacroCall:
                self.trailing = tail
            tail = self.expr(tail)
        elif stmts and type(block.stmts[-1]) is ast.MacroStmt and _is_tail(block.stmts[-1]) and _ends_open(stmts[-1]):
            tail = stmts.pop().expr
        block.stmts, block.expr = stmts, tail
        assert self.site.outer is not None
        self.scope, self.site = saved, self.site.outer
        return block

    def _kept(self, tail: ast.Expr) -> ast.Expr | None:
        """The expression at the end of a block or of a macro's statements, where attributes may stand, without these; None where
        one of them takes it away."""
        if type(tail) is not ast.AttrExpr:
            return tail
        attrs = cfg.expand_cfg_attr(tail.attrs, self.sink)
        if not cfg.keep(attrs, self.sink):
            self._remove(tail, attrs)
            return None
        self._attributed(tail.expr, attrs)
        self._macro_attrs(attrs, tail.expr)
        return tail.expr

    def _stmt(self, stmt: Any, out: list[Any]) -> None:
        kind = type(stmt)
        attrs: list[Attribute] = getattr(stmt, "attrs", None) or []
        if attrs:
            stmt.attrs = attrs = cfg.expand_cfg_attr(attrs, self.sink)
            if not cfg.keep(attrs, self.sink):
                self._remove(stmt, attrs)
                return
            inner = stmt.expr if kind is ast.ExprStmt else stmt.item if kind is ast.ItemStmt else stmt
            self._attributed(inner.expr if type(inner) is ast.AttrExpr else inner, attrs)
            if kind is ast.ExprStmt and not stmt.semi:
                self._macro_attrs(attrs, inner)
            elif kind is not ast.ItemStmt:
                self._tests(attrs, inner)
        if kind is ast.ItemStmt:
            out += [ast.ItemStmt(span=item.span, item=item) for item in self.items([stmt.item])]
            return
        if kind is ast.ExprStmt and type(stmt.expr) is ast.AttrExpr:
            inner = stmt.expr.expr
            if type(inner) is ast.MacroCall:
                stmt, kind = ast.MacroStmt(span=stmt.span, call=inner, semi=stmt.semi), ast.MacroStmt
        if kind is ast.MacroStmt:
            tail = self._macro_stmts(stmt.call, out)
            if tail is not None:
                semi = stmt.span.hi != stmt.call.span.hi
                out.append(ast.ExprStmt(span=stmt.span, expr=tail, semi=semi))
            return
        self.walk(stmt)
        out.append(stmt)

    def _macro_stmts(self, call: ast.MacroCall, out: list[Any]) -> ast.Expr | None:
        """Append the statements that a call expands to; gives the expression at their end."""
        expanded = self._expand(call, "stmts")
        if expanded is None:
            return ast.ErrExpr(span=call.span)
        stmts: list[Any] = expanded[0]
        tail: ast.Expr | None = expanded[1]
        name = call.path.segments[-1].ident.name
        with self._within():
            for stmt in stmts:
                self._stmt(stmt, out)
            before = len(out)
            if type(tail) is ast.MacroCall:
                tail = self._macro_stmts(tail, out)
            elif tail is not None and (tail := self._kept(tail)) is not None:
                tail = self.expr(tail)
        if tail is not None and not stmts and len(out) == before:
            tail = ast.MacroExpansion(span=tail.span.as_written(), name=name, expr=tail)
        return tail

    # ------------------------------------------------------------------------------------------------ macros

    @contextmanager
    def _within(self) -> Iterator[None]:
        """Expand what a macro gave."""
        outer = self.expansion
        self.expansion = Expn(outer)
        self.depth += 1
        yield
        self.depth -= 1
        self.expansion = outer

    def _expand(self, call: ast.MacroCall, start: str, parent: Any = None) -> Any:
        """What a call expands to, parsed as `start` (an item of `parent`), not yet expanded itself; None after an error."""
        macro = lookup_macro(self, call.path)
        plain = len(call.path.segments) == 1
        if not call.path.span.file.is_std and (macro is not None or not plain):
            textual = self.scope.get(call.path.segments[0].ident.name) if plain else None
            self.expansions.uses.append(MacroUse(call.path, macro, textual, self.site, self.expansion))
        if macro is None or macro in self.broken:
            return None
        try:
            if self.depth >= self.limit:
                self._limit(call)
                return None
            if macro.builtin and macro.name == "cfg_select":
                return parse_output(self, start, select_cfg(call, self), call, macro, call.span)
            if macro.builtin:
                expr = expand_builtin(macro, call, self)
                return built_output(self, expr, call, start, parent)
            trees, arm = expand_macro_rules(macro, call.trees, call.span, self.hygiene)
            return parse_output(self, start, trees, call, macro, arm)
        except MacroError as error:
            for diagnostic in error.diagnostics:
                self.sink.emit(diagnostic)
            self.fatal = self.fatal or error.fatal
        except ParseError as error:
            for diagnostic in error.diagnostics:
                self.sink.emit(not_parsed(diagnostic, macro, call, start))
        except FormatError as error:
            for diagnostic in error.diagnostics:
                self.sink.emit(diagnostic)
        return None

    def _limit(self, call: ast.MacroCall) -> None:
        name = call.path.segments[-1].ident.name
        if self.limit == self.recursion_limit:
            helps = (raise_limit(self.recursion_limit, self.module_path[0]),)
            self.sink.error(None, f"recursion limit reached while expanding `{name}!`", call.span, helps=helps)
        self.limit //= 2
        self.fatal = True


def _is_tail(stmt: ast.MacroStmt) -> bool:
    """A macro call in braces without `;`, which is its block's value if it comes last."""
    return stmt.span.hi == stmt.call.span.hi


def _ends_open(stmt: Any) -> bool:
    return type(stmt) is ast.ExprStmt and not stmt.semi
