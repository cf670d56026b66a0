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
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from interpreter.diagnostics import Diagnostic, DiagnosticSink, Label
from interpreter.records import NamedTuple, fields, replace
from interpreter.resolve import cfg
from interpreter.resolve.abi import check_abi
from interpreter.resolve.ast_validation import validate_item
from interpreter.resolve.attributes import Attributed, check_attributes, lint_levels, misplaced_test
from interpreter.resolve.builtin_macros import expand_builtin, select_cfg
from interpreter.resolve.expansions import Expansions, Expn, MacroUse, Site
from interpreter.resolve.format_string import FormatError
from interpreter.resolve.limits import RECURSION_LIMIT, raise_limit, recursion_limit
from interpreter.resolve.lint_levels import LintLevels
from interpreter.resolve.macro_paths import STD_NAMES, MacroPaths
from interpreter.resolve.macro_rules import MacroDef, MacroError
from interpreter.resolve.macro_transcribe import Hygiene, expand_macro_rules
from interpreter.resolve.std_macros import UNSTABLE_MACROS, std_macros
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.syntax.ast import Attribute, Token, TokenTree
from interpreter.syntax.fragments import parse_fragment, take_node
from interpreter.syntax.parser import ParseError, parse_prefix
from interpreter.syntax.words import describe


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


def _is_allowed(found: Diagnostic, lints: LintLevels) -> bool:
    """Whether it is a lint that an attribute turns down."""
    return found.code is not None and found.code[:1].islower() and lints.allowed(found.code, found.span)


def expand_crate(crate: ast.Crate, *, edition: int = 2021, crate_name: str = "main", is_std: bool = False) -> Expansion:
    """Expand all macros of a crate, or of one file of std, in place."""
    expander = Expander(edition, crate_name, is_std=is_std)
    sys.setrecursionlimit(max(sys.getrecursionlimit(), 20_000))
    expander.crate(crate)
    if not expander.fatal:
        check_attributes(expander.attributed, expander.late)
        for diagnostic in expander.late.items:
            expander.sink.emit(diagnostic)
    lints = lint_levels(expander.attributed)
    told = [found for found in expander.sink.items if not _is_allowed(found, lints)]
    return Expansion(crate, told, expander.hygiene, expander.fatal, expander.expansions, lints, expander.attributed)


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

    def _attributed(self, node: Any, attrs: list[Attribute], parent: Any = None) -> None:
        if not self.is_std:
            own = [attr for attr in attrs if not attr.span.file.is_std]
            self.attributed.append(Attributed(node, own, parent))

    def items(self, items: list[Any], start: str = "items", parent: Any = None) -> list[Any]:
        """The expanded items of a module, or with `assoc_items` of an impl or trait (`parent`)."""
        out: list[Any] = []
        for item in items:
            if item.attrs:
                item.attrs = cfg.expand_cfg_attr(item.attrs, self.sink)
                item.attrs = [a for a in item.attrs if a.name != "test" or not misplaced_test(item, parent, a, self.sink)]
                if not cfg.keep(item.attrs, self.sink):
                    self._attributed(item, [attr for attr in item.attrs if attr.name == "bench"], parent)
                    continue
                self._attributed(item, item.attrs, parent)
            kind = type(item)
            if self.expansion is not None:
                self.expansions.origins[item] = self.expansion
            if kind is ast.MacroRules:
                self._define(item)
                out.append(item)
            elif kind is ast.MacroItem:
                expanded = self._expand(item.call, start)
                if expanded is not None:
                    with self._within():
                        out += self.items(expanded, start, parent)
            elif kind is ast.Mod:
                self._module(item)
                out.append(item)
            elif kind is ast.ExternBlock:
                check_abi(item.abi, self.late)
                out += self.items(item.items, start, parent)
            else:
                if kind is ast.Impl or kind is ast.Trait:
                    item.items = self.items(item.items, "assoc_items", item)
                self.walk(item)
                out.append(item)
                if start == "items" and not self.is_std:
                    validate_item(item, self.sink)
        return out

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
            for diagnostic in error.diagnostics:
                self.sink.emit(diagnostic)
            self.broken.add(macro)
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
                    values[index] = None
                    removed = True
                    continue
                if not isinstance(value, ast.ItemBase):
                    if type(value) is ast.AttrExpr:
                        value = value.expr
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

    def _gate(self, attrs: list[Attribute]) -> None:
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
            return ast.WildPat(span=call.span) if position == "pat" else ast.TupleTy(span=call.span, elems=[])
        with self._within():
            return self.visit(expanded, position)

    def _expression(self, call: ast.MacroCall) -> ast.Expr:
        expanded = self._expand(call, "expression")
        if expanded is None:
            return ast.ErrExpr(span=call.span)
        with self._within():
            expr = self.expr(expanded)
        return ast.MacroExpansion(span=call.span, name=call.path.segments[-1].ident.name, expr=expr)

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
        stripped = False
        if type(tail) is ast.AttrExpr:
            attrs = cfg.expand_cfg_attr(tail.attrs, self.sink)
            stripped = not cfg.keep(attrs, self.sink)
            tail = tail.expr
            if not stripped:
                self._attributed(tail, attrs)
        if stripped:
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

    def _stmt(self, stmt: Any, out: list[Any]) -> None:
        kind = type(stmt)
        attrs: list[Attribute] = getattr(stmt, "attrs", None) or []
        if attrs:
            stmt.attrs = attrs = cfg.expand_cfg_attr(attrs, self.sink)
            if not cfg.keep(attrs, self.sink):
                return
            inner = stmt.expr if kind is ast.ExprStmt else stmt.item if kind is ast.ItemStmt else stmt
            self._attributed(inner.expr if type(inner) is ast.AttrExpr else inner, attrs)
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
            elif tail is not None:
                tail = self.expr(tail)
        if tail is not None and not stmts and len(out) == before:
            tail = ast.MacroExpansion(span=call.span, name=name, expr=tail)
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

    def _expand(self, call: ast.MacroCall, start: str) -> Any:
        """What a call expands to, parsed as `start`, not yet expanded itself; None after an error."""
        macro = self.lookup(call.path)
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
                return self._parse(start, select_cfg(call, self), call, macro)
            if macro.builtin:
                expr = expand_builtin(macro, call, self)
                return self._built(expr, call, start)
            trees = expand_macro_rules(macro, call.trees, call.span, self.hygiene)
            return self._parse(start, trees, call, macro)
        except MacroError as error:
            for diagnostic in error.diagnostics:
                self.sink.emit(diagnostic)
            self.fatal = self.fatal or error.fatal
        except ParseError as error:
            self.sink.emit(self._incomplete(error.diagnostic, macro))
        except FormatError as error:
            for diagnostic in error.diagnostics:
                self.sink.emit(diagnostic)
        return None

    def _parse(self, start: str, trees: list[TokenTree], call: ast.MacroCall, macro: MacroDef) -> Any:
        end = _end_of(trees[-1]) if trees else call.span
        if start == "expression":
            return self._parse_expression(trees, call, macro, end)
        node, diagnostics, following = parse_prefix(start, trees, self.edition, end, all_of=start == "stmts")
        for diagnostic in diagnostics:
            self.sink.emit(diagnostic)
        if following is not None:
            context = {"ty": "type", "pattern": "pattern"}.get(start, "item")
            self._ignores(following, call, context)
        return node

    def _incomplete(self, diagnostic: Diagnostic, macro: MacroDef) -> Diagnostic:
        """What is said where an expansion ends too early (rustc: `emit_frag_parse_err`)."""
        wanted = diagnostic.message.removesuffix(", found `<eof>`").removesuffix(", found end of macro arguments")
        if wanted == diagnostic.message or macro.builtin:
            return diagnostic
        message = f"macro expansion ends with an incomplete expression: {wanted}"
        file, lo, hi, _ = diagnostic.primary[0].span
        return replace(diagnostic, message=message, primary=(Label(Span(file, lo, hi), wanted),))

    def _ignores(self, tree: Any, call: ast.MacroCall, context: str) -> None:
        """A token that is left over (rustc: `ensure_complete_parse`)."""
        caused = Label(call.span, "caused by the macro expansion here")
        note = f"the usage of `{call.path.segments[-1].ident.name}!` is likely invalid in {context} context"
        message = f"macro expansion ignores {describe(tree)} and any tokens following"
        self.sink.emit(Diagnostic(None, message, (Label(tree.span),), (caused,), (note,)))

    def _parse_expression(self, trees: list[TokenTree], call: ast.MacroCall, macro: MacroDef, end: Span) -> Any:
        """An expression, after which nothing may follow."""
        name = call.path.segments[-1].ident.name
        if not trees:
            note = "the macro call doesn't expand to an expression, but it can expand to a statement"
            labels = () if macro.item.span.file.is_std else (Label(macro.head_span, "in this macro"),)
            message = "macro expansion ends with an incomplete expression: expected expression"
            raise MacroError(Diagnostic(None, message, (Label(call.span, "expected expression"),), labels, (note,)))
        tree, rest, at = parse_fragment("expr_2021" if self.edition < 2024 else "expr", trees, 0, self.edition, end)
        if at < len(rest) and _is_semi(rest[at]):
            if not macro.item.span.file.is_std:
                self._semicolon(rest[at].span, call, name)
            at += 1
        if at < len(rest):
            self._ignores(rest[at], call, "expression")
        return take_node(tree)

    def _semicolon(self, span: Span, call: ast.MacroCall, name: str) -> None:
        """The lint `semicolon_in_expressions_from_macros`, which denies what rustc used to pass over."""
        notes = ["for more information, see issue #79813 <https://github.com/rust-lang/rust/issues/79813>"]
        if call is self.trailing:
            notes.append("macro invocations at the end of a block are treated as expressions")
            notes.append(f"to ignore the value produced by the macro, add a semicolon after the invocation of `{name}`")
        if not self.semicolons:
            notes.append("`#[deny(semicolon_in_expressions_from_macros)]` (part of `#[deny(future_incompatible)]`) on by default")
        self.semicolons += 1
        lint = "semicolon_in_expressions_from_macros"
        self.late.error(lint, "trailing semicolon in macro used in expression position", span, notes=tuple(notes))

    def _built(self, expr: ast.Expr, call: ast.MacroCall, start: str) -> Any:
        if start == "stmts":
            return [], expr
        if start in ("items", "assoc_items"):
            return []
        if start == "pattern":
            literal = expr.lit if isinstance(expr, ast.BuiltinConst) else expr
            return ast.LitPat(span=call.span, expr=literal)
        return expr

    def _limit(self, call: ast.MacroCall) -> None:
        name = call.path.segments[-1].ident.name
        if self.limit == self.recursion_limit:
            helps = (raise_limit(self.recursion_limit, self.module_path[0]),)
            self.sink.error(None, f"recursion limit reached while expanding `{name}!`", call.span, helps=helps)
        self.limit //= 2
        self.fatal = True

    def _in_root(self, name: str) -> MacroDef | None:
        """A macro of the crate that `#[macro_export]` puts into its root module, when that is where we are."""
        macro = self.exported.get(name)
        return macro if macro is not None and len(self.module_path) == 1 and _exported(macro.item) else None

    def _module_node(self) -> Any:
        site = self.site
        while type(site.node) is ast.Block and site.outer is not None:
            site = site.outer
        return site.node

    def lookup(self, path: ast.Path) -> MacroDef | None:
        """The macro that a path names; None if there is none, after reporting a plain name (early.py reports paths)."""
        segments = path.segments
        last = segments[-1].ident
        name, first = last.name, segments[0].ident
        std = std_macros()
        if len(segments) == 1:
            macro = self.scope.get(name)
            if macro is not None:
                return macro
            imported = self.paths.find([name], self._module_node())
            if imported is not None:
                return imported
            target = self.imports.get(name)
            if target is not None:
                macro = self.exported.get(target) or std.get(target)
            else:
                macro = std.get(name)
                if macro is not None and not macro.exported and not self.paths.globs_std(name, self._module_node()):
                    macro = None
                macro = macro or self._in_root(name)
            if macro is None and name in UNSTABLE_MACROS:
                unstable = UNSTABLE_MACROS[name]
                link = f"<https://github.com/rust-lang/rust/issues/{unstable.issue}>"
                note = f"see issue #{unstable.issue} {link} for more information"
                self.late.error("E0658", f"use of unstable library feature {unstable.message}", path.span, notes=(note,))
            elif macro is None:
                later = name in self.exported
                label = f"consider moving the definition of `{name}` before this call" if later else ""
                notes = ("a macro with the same name exists, but it appears later",) if later else ()
                missing = Diagnostic(None, f"cannot find macro `{name}` in this scope", (Label(path.span, label),), notes=notes)
                if target is None:
                    self.late.emit(missing)
                else:
                    self.expansions.imported.append((name, self.site, missing))
            return macro
        if first.name in STD_NAMES or first.name == "{{root}}" or (first.name == "$crate" and first.span.file.is_std):
            macro = std.get(name)
        else:
            macro = self.paths.find([segment.ident.name for segment in segments], self._module_node())
            macro = macro or self.exported.get(self.imports.get(name, name)) or self.exported.get(name) or self.scope.get(name)
            if macro is None and first.name in self.imports:
                macro = std.get(name)
        return macro


def _exported(item: ast.MacroRules) -> bool:
    return any(attr.name == "macro_export" for attr in item.attrs)


def _end_of(tree: TokenTree) -> Span:
    """Where a tree ends in the body of the macro that it is from."""
    at = tree.at if isinstance(tree, ast.Fragment) else None
    return (at or tree.span).shrink_to_hi()


def _is_semi(tree: TokenTree) -> bool:
    return type(tree) is Token and tree[0] == ";"


def _is_tail(stmt: ast.MacroStmt) -> bool:
    """A macro call in braces without `;`, which is its block's value if it comes last."""
    return stmt.span.hi == stmt.call.span.hi


def _ends_open(stmt: Any) -> bool:
    return type(stmt) is ast.ExprStmt and not stmt.semi
