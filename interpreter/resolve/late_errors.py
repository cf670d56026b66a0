"""What late resolution says about paths that fail (rustc_resolve: late/diagnostics.rs).

rustc holds most of these back until the whole crate is resolved (so that it knows what could be imported): `use_errors`.
"""

from __future__ import annotations

from collections.abc import Sequence

from interpreter.diagnostics import Diagnostic, Label, Suggestion, macro_variable
from interpreter.records import Record
from interpreter.resolve import attribute_names, std_names
from interpreter.resolve.candidates import Typo, definition_span, find_typo, import_suggestion
from interpreter.resolve.defs import Def, DefKind, DefRes, LocalRes, Res, SelfTyRes
from interpreter.resolve.derive import TRAIT_PATHS
from interpreter.resolve.imports import module_words
from interpreter.resolve.late_context import advise, type_annotation
from interpreter.resolve.late_paths import PathResolver, PathSource, SourceKind
from interpreter.resolve.modules import MACRO_NS, TYPE_NS, VALUE_NS, Binding, Module, ModuleKind
from interpreter.resolve.resolver import PATH_ROOT, PathFailed, article, describe
from interpreter.resolve.ribs import Barrier, RibKind
from interpreter.resolve.suggest import best_match
from interpreter.source import Span
from interpreter.syntax import ast


class UseError(Record, frozen=True):
    """An error to which "consider importing ..." may be added. `late`: rustc keeps it for typeck to improve, so it comes last."""

    diagnostic: Diagnostic
    late: bool


def path_text(path: Sequence[ast.Ident]) -> str:
    """A path as messages show it: `::a::b` if it begins at the root (rustc: `Segment::names_to_string`)."""
    return "::".join("" if ident.name == PATH_ROOT else ident.name for ident in path)


def _outer(ident: ast.Ident, what: str) -> Label:
    return Label(ident.span, f"use of {what} from outer item")


class PathErrors(PathResolver):
    """Reports of failed paths."""

    use_errors: list[UseError]
    current_let: ast.Let | None
    current_trait: Def | None
    let_names: set[tuple[str, int]]
    """What `let` has bound so far in the function."""
    current_impl: ast.Impl | None
    current_fn: ast.Fn | None

    def report_barrier(self, ident: ast.Ident, barrier: Barrier) -> None:
        errors = self.resolver.errors
        found = barrier.found
        if isinstance(found, LocalRes):
            if barrier.kind in (RibKind.ITEM, RibKind.ASSOC_ITEM):
                errors.error(
                    "E0434",
                    "can't capture dynamic environment in a fn item",
                    ident.span,
                    helps=("use the `|| { ... }` closure form instead",),
                )
                return
            self._not_constant(ident, found, barrier)
            return
        if barrier.kind is RibKind.ANON_CONST:
            if isinstance(found, SelfTyRes) and not isinstance(found.owner.node, ast.Trait):
                errors.error(None, "generic `Self` types are currently not permitted in anonymous constants", ident.span)
                return
            where = "enum discriminant values" if isinstance(barrier.rib.item, ast.Variant) else "const operations"
            what = "const" if isinstance(found, DefRes) and found.def_.kind is DefKind.CONST_PARAM else "type"
            errors.error(
                None,
                f"generic parameters may not be used in {where}",
                ident.span,
                f"cannot perform const operation using `{ident.name}`",
                helps=(f"const parameters may only be used as standalone arguments here, i.e. `{ident.name}`",)
                if what == "const"
                else (),
                notes=("type parameters may not be used in const expressions",) if what == "type" else (),
            )
            return
        if barrier.kind is RibKind.FORWARD_BAN and isinstance(found, SelfTyRes):
            errors.error("E0735", "generic parameters cannot use `Self` in their defaults", ident.span)
            return
        if barrier.kind is RibKind.FORWARD_BAN:
            errors.error(
                "E0128",
                "generic parameter defaults cannot reference parameters before they are declared",
                ident.span,
                f"cannot reference `{ident.name}` before it is declared",
            )
            return
        if barrier.kind is RibKind.CONST_PARAM_TY:
            errors.error(
                "E0770",
                "the type of const parameters must not depend on other generic parameters",
                ident.span,
                "the type must not depend on the parameter " + f"`{ident.name}`",
            )
            return
        self._outer_generic(ident, found, barrier)

    def _not_constant(self, ident: ast.Ident, found: LocalRes, barrier: Barrier) -> None:
        """E0435: a variable where a constant must stand."""
        item = barrier.rib.item
        suggestions: tuple[Suggestion, ...] = ()
        label = Label(ident.span, "non-constant value")
        needed: tuple[Label, ...] = ()
        if isinstance(item, (ast.Const, ast.Static)):
            word = "const" if isinstance(item, ast.Const) else "static"
            at = Span(item.span.file, item.span.lo, item.ident.span.lo, item.span.call_site)
            suggestions = (Suggestion(f"consider using `let` instead of `{word}`", ((at, "let "),)),)
        elif isinstance(found.local.node, ast.IdentPat):
            text = found.local.span.file.text
            start = text.rfind("let", 0, found.local.span.lo)
            if start < 0 or "\n" in text[start : found.local.span.lo]:
                label, needed = Label(ident.span), (Label(found.local.span, "this would need to be a `const`"),)
            elif text[start : found.local.span.lo].split() in (["let"], ["let", "mut"]):
                at = Span(found.local.span.file, start, found.local.span.hi)
                edit = (at, f"const {found.local.name}: /* Type */")
                suggestions = (Suggestion("consider using `const` instead of `let`", (edit,)),)
        message = "attempt to use a non-constant value in a constant"
        self.resolver.errors.emit(Diagnostic("E0435", message, (label,), needed, suggestions=suggestions))

    def _outer_generic(self, ident: ast.Ident, found: Res, barrier: Barrier) -> None:
        """E0401: a generic parameter (or Self) of an item around."""
        item = barrier.rib.item
        notes = ["nested items are independent from their parent item for everything except for privacy and name resolution"]
        inner: tuple[Label, ...] = ()
        suggestions: tuple[Suggestion, ...] = ()
        if isinstance(item, ast.ItemBase):
            kind = _INNER_ITEMS.get(type(item), "item")
            span = item.span if isinstance(item, ast.Impl) else item.ident.span
            what = "generic parameter" if isinstance(found, DefRes) else "`Self`"
            inner = (Label(span, f"{what} used in this inner {kind}"),)
            if isinstance(item, (ast.Const, ast.Static)):
                word = "const" if isinstance(item, ast.Const) else "static"
                notes.insert(0, f"a `{word}` is a separate item from the item that contains it")
            generics = getattr(item, "generics", None)
            if isinstance(generics, ast.Generics) and isinstance(found, DefRes) and not isinstance(item, ast.Const):
                name = ident.name
                edit = (generics.params[0].span.shrink_to_lo(), f"{name}, ") if generics.params else (generics.span, f"<{name}>")
                suggestions = (Suggestion("try introducing a local generic parameter here", (edit,)),)
        if isinstance(found, DefRes):
            param = "const parameter" if found.def_.kind is DefKind.CONST_PARAM else "type parameter"
            message, primary = "can't use generic parameters from outer item", [_outer(ident, "generic parameter")]
            secondary = (Label(found.def_.span, f"{param} from outer item"), *inner)
        else:
            message, primary, secondary = "can't use `Self` from outer item", [_outer(ident, "`Self`")], inner
            outer = found.owner.node if isinstance(found, SelfTyRes) else None
            if isinstance(outer, ast.Trait):
                primary.append(Label(ident.span, "can't use `Self` here"))
            elif isinstance(outer, ast.Impl):
                keyword = Span(outer.span.file, outer.head_span.lo, outer.head_span.lo + len("impl"), outer.span.call_site)
                secondary = (Label(keyword, "`Self` type implicitly declared here, by this `impl`"), *inner)
        self.resolver.errors.emit(
            Diagnostic("E0401", message, tuple(primary), secondary, tuple(notes), suggestions=suggestions)
        )

    def report_pending(self) -> None:
        """Report what was held back: rustc's order is missing names, ambiguities, privacy, then what it keeps for typeck."""
        errors = self.resolver.errors
        for error in self.use_errors:
            if not error.late:
                errors.emit(error.diagnostic)
        if self.resolver.ambiguity_errors or self.resolver.privacy_errors:
            from interpreter.resolve import errors_access

            for ambiguity in self.resolver.ambiguity_errors:
                errors.emit(errors_access.ambiguous(ambiguity))
            for privacy in self.resolver.privacy_errors:
                errors.emit(errors_access.private(self.resolver, privacy))
        for error in self.use_errors:
            if error.late:
                errors.emit(error.diagnostic)

    # -------------------------------------------------------------------------------------------- a segment before the last

    def report_failed(self, path: Sequence[ast.Ident], source: PathSource, failed: PathFailed) -> None:
        if self.resolver.glob_failed:
            return
        ident = path[failed.at]
        name = ident.name
        errors = self.resolver.errors
        if failed.message:
            errors.error("E0433", failed.message, failed.span, failed.label)
            return
        if failed.label:
            before = f"`{path[failed.at - 1].name}`" if failed.at else "this scope"
            errors.error("E0433", f"cannot find module `{name}` in {before}", failed.span, failed.label)
            return
        module = failed.module
        if module is not None and path[failed.at - 1].name != PATH_ROOT:
            if self.resolver.is_unstable(module, path[: failed.at + 1]):
                return
            where = module_words(module, self.resolver)
            typo = find_typo(self.resolver, name, TYPE_NS, _is_module_like, None, module)
            suggestions = (typo.suggestion(ident.span),) if typo is not None else ()
            label = Label(ident.span, f"could not find `{name}` in {where}")
            message = f"cannot find `{name}` in `{path[failed.at - 1].name}`"
            errors.emit(Diagnostic("E0433", message, (label,), suggestions=suggestions))
            return
        self._missing_first(path, failed, source)

    def _missing_first(self, path: Sequence[ast.Ident], failed: PathFailed, source: PathSource) -> None:
        """The first name of a path is not there."""
        ident = path[failed.at]
        name = ident.name
        if failed.at:
            label = f"could not find `{name}` in the list of imported crates"
            self.resolver.errors.error("E0433", f"cannot find `{name}` in the crate root", ident.span, label)
            return
        helps: tuple[str, ...] = ()
        if name == "Self":
            message = "cannot find `Self` in this scope"
            label = "`Self` is only available in impls, traits, and type definitions"
        elif name[:1].isupper():
            message, label = f"cannot find type `{name}` in this scope", f"use of undeclared type `{name}`"
        else:
            message = f"cannot find module or crate `{name}` in this scope"
            label = f"use of unresolved module or unlinked crate `{name}`"
            helps = (f"you might be missing a crate named `{name}`",)
        value = self._first(ident, VALUE_NS)
        if isinstance(value, DefRes) and value.def_.kind is DefKind.FN:
            label, helps = f"function `{name}` is not a crate or module", ()
        elif isinstance(value, DefRes) and value.def_.kind in (DefKind.CONST, DefKind.STATIC) and name[:1].isupper():
            declared = value.def_.node.span  # type: ignore[attr-defined]
            line, column = declared.start
            place = f"{declared.file.name}:{line}:{column}"
            label = f"`{name}` is declared as a {describe(value)} at `{place}`, not a type"
        type_source = PathSource(SourceKind.TYPE)
        suggestions: list[Suggestion] = []
        secondary: tuple[Label, ...] = ()
        typo = self._typo(name, type_source, None)
        if typo is not None:
            suggestions.append(typo.suggestion(ident.span))
            secondary = typo.label()
        imports = self._imports([ident], type_source, instead=False)
        suggestions += imports
        if not imports and std_names.has_item("", name):
            suggestions.append(
                Suggestion("consider importing this module", ((ident.span.shrink_to_lo(), f"use std::{name};\n"),))
            )
        diagnostic = Diagnostic("E0433", message, (Label(ident.span, label),), secondary, (), helps, tuple(suggestions))
        if source.namespace == VALUE_NS:
            self.use_errors.append(UseError(diagnostic, late=len(path) == 2 and not imports))
        else:
            self.resolver.errors.emit(diagnostic)

    # -------------------------------------------------------------------------------------------- the whole path

    def report_path(self, path: Sequence[ast.Ident], span: Span, source: PathSource, res: Res | None) -> None:
        if self.resolver.glob_failed:
            return
        ident = path[-1]
        if ident.name == "self" and source.namespace == VALUE_NS and len(path) == 1:
            self._self_value(ident, span, source, res)
            return
        module = self._module_before(path)
        expected = describe_expected(source)
        if source.kind is SourceKind.CALL and not ident.name[:1].isupper():
            expected = "function"
        if res is not None:
            self._report_wrong_kind(path, span, source, res, expected, module)
            return
        if self.resolver.is_unstable(module, path):
            return
        if len(path) == 1 and self._macro_instead(ident, expected, source):
            return
        if ident.name == "Self" and len(path) == 1 and source.namespace == TYPE_NS:
            self._self_type_outside(ident, source)
            return
        if ident.name in ("f16", "f128") and len(path) == 1 and source.namespace == TYPE_NS:
            issue = "see issue #116909 <https://github.com/rust-lang/rust/issues/116909> for more information"
            self.resolver.errors.error("E0658", f"the type `{ident.name}` is unstable", ident.span, notes=(issue,))
            return
        message, label, code = self._not_found(path, source, expected)
        typo = self._typo(ident.name, source, module)
        if typo is not None and typo.encloses(span):
            typo = None
        suggestions: list[Suggestion] = []
        secondary: tuple[Label, ...] = ()
        helps: tuple[str, ...] = ()
        if len(path) == 1 and source.namespace == VALUE_NS:
            on_self = self._on_self(ident, source, label)
            if on_self is not None:
                label, secondary, suggestions = on_self
            elif (ident.name, ident.hygiene) in self.let_names:
                helps = (f"the binding `{ident.name}` is available in a different scope in the same function",)
                label, typo = "", None
            elif ident.name in ("True", "False"):
                words = "you may want to use a bool value instead"
                suggestions.append(Suggestion(words, ((ident.span, ident.name.lower()),)))
                typo = None
        if typo is not None:
            suggestions.append(typo.suggestion(ident.span))
            secondary, label = (*secondary, *typo.label()), ""
        elif source.kind in (SourceKind.TRAIT_ITEM_TYPE, SourceKind.TRAIT_ITEM_VALUE):
            secondary, suggestions = self._single_item(source, ident)
        new_binding = self._new_binding(ident, path, source)
        if new_binding is not None:
            suggestions.append(new_binding)
            label = ""
        imports = self._imports(path, source, instead=False)
        suggestions += imports
        if not imports and source.kind is SourceKind.TYPE and len(path) == 1:
            suggestions += self._type_parameter(ident)
        secondary += macro_variable(ident.span, span)
        diagnostic = Diagnostic(code, message, (Label(ident.span, label),), secondary, (), helps, tuple(suggestions))
        late = len(path) == 1 and source.kind is SourceKind.CALL and not imports
        self.use_errors.append(UseError(diagnostic, late))

    def _report_wrong_kind(
        self, path: Sequence[ast.Ident], span: Span, source: PathSource, res: Res, expected: str, module: Module | None
    ) -> None:
        text = path_text(path)
        message = f"expected {expected}, found {describe(res)} `{text}`"
        code, whole = error_code(source, unexpected=True), span
        advice = advise(text, span, source, res, self.module, self.current_let)
        suggestions: list[Suggestion] = []
        label = ""
        secondary: tuple[Label, ...] = ()
        notes: tuple[str, ...] = ()
        typo = self._typo(path[-1].name, source, module) if advice is None or advice.typo else None
        if advice is not None:
            message, span, label = advice.message or message, advice.span or span, advice.label
            secondary, notes = advice.secondary, advice.notes
            suggestions += advice.suggestions
        elif typo is None:
            label = f"not {article(expected)} {expected}"
        if typo is not None:
            suggestions.append(typo.suggestion(path[-1].span))
            secondary += typo.label()
        if advice is None or advice.message is None:
            suggestions += self._imports(path, source, instead=True)
        secondary += macro_variable(span, whole)
        diagnostic = Diagnostic(code, message, (Label(span, label),), secondary, notes, (), tuple(suggestions))
        self.use_errors.append(UseError(diagnostic, late=False))

    def _typo(self, name: str, source: PathSource, module: Module | None, *, module_like: bool = False) -> Typo | None:
        def fits(res: Res) -> bool:
            return source.is_expected(res) or (module_like and isinstance(res, DefRes) and res.def_.kind is DefKind.MOD)

        return find_typo(self.resolver, name, source.namespace, fits, self.ribs[source.namespace], module)

    def _imports(self, path: Sequence[ast.Ident], source: PathSource, *, instead: bool) -> list[Suggestion]:
        kinds = _IMPORT_KINDS.get(source.kind)
        if len(path) != 1 or kinds is None:
            return []
        found = import_suggestion(
            self.resolver, path[0].name, source.namespace, source.is_expected, kinds, self.module, instead=instead
        )
        return [found] if found is not None else []

    def _on_self(
        self, ident: ast.Ident, source: PathSource, label: str
    ) -> tuple[str, tuple[Label, ...], list[Suggestion]] | None:
        """A field, method or constant of `Self` by that name: label, further labels, suggestions (rustc:
        lookup_assoc_candidate).
        """
        fn = self.current_fn
        has_self = fn is not None and fn.self_param is not None
        place = ident.span.shrink_to_lo()
        name = ident.name
        if self.current_impl is not None:
            field = self._field_of_self(self.current_impl, name)
            if field is not None and has_self:
                return "", (), [Suggestion("you might have meant to use the available field", ((place, "self."),))]
            if field is not None:
                return "", (Label(field.ident.span, "a field by that name exists in `Self`"),), []
        owner = self.current_impl
        items = owner.items if owner is not None else []
        trait = self.current_trait
        item = next((i for i in items if i.ident.name == name and not isinstance(i, ast.MacroItem)), None)
        in_trait = item is None and trait is not None and not trait.is_std
        if in_trait and trait is not None and isinstance(trait.node, ast.Trait):
            item = next((i for i in trait.node.items if i.ident.name == name and not isinstance(i, ast.MacroItem)), None)
        if item is None or isinstance(item, (ast.TypeAlias_, ast.MacroItem)):
            return None
        is_method = isinstance(item, ast.Fn) and item.self_param is not None
        kind = "associated constant" if isinstance(item, ast.Const) else "method" if is_method else "associated function"
        called = source.kind is SourceKind.CALL
        edit = (place, "self." if is_method else "Self::")
        if isinstance(item, ast.Fn) and (not called or (is_method and not has_self)):
            words = f"{article(kind)} {kind} by that name is available on `Self` here"
            return label, (Label(item.ident.span, words),), []
        if in_trait:
            verb = "call" if called else "use"
            return "", (), [Suggestion(f"you might have meant to {verb} the {kind}", (edit,))]
        return label, (), [Suggestion(f"consider using the {kind} on `Self`", (edit,))]

    def _field_of_self(self, impl: ast.Impl, name: str) -> ast.FieldDef | None:
        ty = impl.self_ty
        res = self.resolution.path_res.get(ty.path) if isinstance(ty, ast.PathTy) else None
        if res is None or res.unresolved or not isinstance(res.base, DefRes) or not isinstance(res.base.def_.node, ast.Struct):
            return None
        return next((f for f in res.base.def_.node.fields if f.ident.name == name), None)

    def _single_item(self, source: PathSource, ident: ast.Ident) -> tuple[tuple[Label, ...], list[Suggestion]]:
        """A trait's only item of the kind: that is what was meant."""
        assert isinstance(source.parent, Def)
        items = [c for c in source.parent.children if source.is_expected(DefRes(c))]
        if len(items) != 1:
            return (), []
        what = describe(DefRes(items[0]))
        secondary = () if items[0].is_std else (Label(definition_span(items[0]), f"{what} `{items[0].name}` defined here"),)
        return secondary, [Suggestion(f"maybe you meant this {what}", ((ident.span, items[0].name),))]

    def _new_binding(self, ident: ast.Ident, path: Sequence[ast.Ident], source: PathSource) -> Suggestion | None:
        """`x = 5` at the start of a line, where there is no `x`."""
        if source.kind is not SourceKind.EXPR or len(path) != 1 or not isinstance(source.parent, ast.Assign):
            return None
        lhs = source.parent.lhs
        line = ident.span.file.line_text(ident.span.line)
        if ident.span.call_site is not None or lhs.span != ident.span or not line.lstrip().startswith(ident.name):
            return None
        return Suggestion("you might have meant to introduce a new binding", ((ident.span.shrink_to_lo(), "let "),))

    def _type_parameter(self, ident: ast.Ident) -> list[Suggestion]:
        """A short upper-case name may be a type parameter that was not declared."""
        generics = getattr(self.owner.node, "generics", None)
        name = ident.name
        takes = self.owner.kind in (DefKind.FN, DefKind.STRUCT, DefKind.ENUM, DefKind.UNION) and self.owner.name != "main"
        if not takes or not isinstance(generics, ast.Generics) or not (len(name) == 1 and name.isupper()):
            return []
        if generics.params:
            edit = (generics.params[-1].span.shrink_to_hi(), f", {name}")
        else:
            edit = (generics.span.shrink_to_lo(), f"<{name}>")
        return [Suggestion("you might be missing a type parameter", (edit,))]

    def _macro_instead(self, ident: ast.Ident, expected: str, source: PathSource) -> bool:
        """`println("..")`, a macro called as a function; `impl Debug`, of which the prelude has only the derive; `allow()`."""
        suggestions: list[Suggestion] = []
        if isinstance(self.resolver.in_scope(self.module, ident, MACRO_NS, report=False), Binding):
            what = "macro"
            if source.kind is SourceKind.CALL:
                suggestions = [Suggestion("use `!` to invoke the macro", ((ident.span.shrink_to_hi(), "!"),))]
        elif ident.name in TRAIT_PATHS:
            what = "derive macro"
            if source.kind in (SourceKind.TRAIT, SourceKind.TYPE):
                suggestions = self._imports([ident], source, instead=True)
        elif ident.name in attribute_names.MACROS:
            what = "attribute macro"
        elif ident.name in attribute_names.BUILTIN:
            what = "built-in attribute"
        else:
            return False
        type_like = what in ("derive macro", "attribute macro")
        annotation = type_annotation(ident.span, source, self.current_let) if type_like else None
        if annotation is not None:
            suggestions.append(annotation)
        message = f"expected {expected}, found {what} `{ident.name}`"
        label = Label(ident.span, f"not {article(expected)} {expected}" if annotation is None else "")
        code = error_code(source, unexpected=True)
        self.use_errors.append(UseError(Diagnostic(code, message, (label,), suggestions=tuple(suggestions)), late=False))
        return True

    def _module_before(self, path: Sequence[ast.Ident]) -> Module | None:
        if len(path) < 2:
            return None
        found = self.resolver.resolve_path(list(path[:-1]), None, self.module, self._first, report=False)
        return getattr(found, "module", None)

    def _not_found(self, path: Sequence[ast.Ident], source: PathSource, expected: str) -> tuple[str, str, str]:
        ident = path[-1]
        code = error_code(source, unexpected=False)
        if len(path) == 1:
            return f"cannot find {expected} `{ident.name}` in this scope", "not found in this scope", code
        module = self._module_before(path)
        before = path[-2].name
        if module is None:
            return f"cannot find {expected} `{ident.name}` in this scope", "not found in this scope", code
        if before == PATH_ROOT:
            where = "the list of imported crates"
            return f"cannot find crate `{ident.name}` in {where}", f"not found in {where}", code
        if len(path) == 2 and before == "crate":
            where = "the crate root"
            return f"cannot find {expected} `{ident.name}` in {where}", f"not found in {where}", code
        kind = (
            "crate"
            if module.def_.parent is None and module.def_.is_std
            else {ModuleKind.TRAIT: "trait", ModuleKind.ENUM: "enum"}.get(module.kind, "module")
        )
        name = before if module.def_.parent is None else module.def_.name
        shown = path_text(path[:-1])
        return f"cannot find {expected} `{ident.name}` in {kind} `{shown}`", f"not found in `{shown}`" if name else "", code

    def _self_value(self, ident: ast.Ident, span: Span, source: PathSource, res: Res | None) -> None:
        expected = describe_expected(source)
        if source.kind is SourceKind.PAT:
            found = describe(res) if isinstance(res, LocalRes) else "module"
            label = "`self` value is a keyword and may not be bound to variables or shadowed"
            diagnostic = Diagnostic("E0424", f"expected {expected}, found {found} `self`", (Label(span, label),))
            self.use_errors.append(UseError(diagnostic, late=False))
            return
        fn = self.current_fn
        label = "`self` value is a keyword only available in methods with a `self` parameter"
        secondary: tuple[Label, ...] = ()
        suggestions: tuple[Suggestion, ...] = ()
        if fn is not None:
            owner = self.owner
            while owner.node is not fn and owner.parent is not None:
                owner = owner.parent
            assoc = owner.kind is DefKind.ASSOC_FN
            words = "this function doesn't have a `self` parameter" if assoc else "this function can't have a `self` parameter"
            secondary = (Label(fn.ident.span, words),)
            if fn.self_param is not None:
                words = "this function has a `self` parameter, but a macro invocation can only access identifiers"
                secondary = (Label(fn.span, f"{words} it receives from parameters"),)
            elif assoc:
                at = fn.sig_span.lo + fn.sig_span.text.index("(", fn.ident.span.hi - fn.sig_span.lo) + 1
                place = Span(fn.span.file, at, at)
                edit = "&self, " if fn.params else "&self"
                suggestions = (
                    Suggestion("add a `self` receiver parameter to make the associated `fn` a method", ((place, edit),)),
                )
        self.use_errors.append(
            UseError(
                Diagnostic(
                    "E0424",
                    f"expected {expected}, found module `self`",
                    (Label(span, label),),
                    secondary,
                    suggestions=suggestions,
                ),
                late=False,
            )
        )

    def _self_type_outside(self, ident: ast.Ident, source: PathSource) -> None:
        label = "`Self` is only available in impls, traits, and type definitions"
        code, message = "E0411", f"cannot find {describe_expected(source)} `Self` in this scope"
        secondary: tuple[Label, ...] = ()
        if self.current_fn is not None:
            secondary = (Label(self.current_fn.ident.span, "`Self` not allowed in a function"),)
        elif isinstance(self.owner.node, ast.TypeAlias_ | ast.Static | ast.Const):
            where = {DefKind.TY_ALIAS: "a type alias", DefKind.STATIC: "a static item"}.get(self.owner.kind, "a constant item")
            secondary = (Label(self.owner.node.ident.span, f"`Self` not allowed in {where}"),)
        self.use_errors.append(UseError(Diagnostic(code, message, (Label(ident.span, label),), secondary), late=False))

    # -------------------------------------------------------------------------------------------- items of trait impls

    def check_trait_item(
        self, item: ast.AssocItem, trait_path: ast.Path, trait: Def | None, seen: dict[Def, ast.AssocItem]
    ) -> None:
        """E0407, E0437, E0438: an impl's item that the trait has not; E0323.. when it is another kind; E0201 when given twice."""
        if isinstance(item, ast.MacroItem) or trait is None:
            return
        name = item.ident.name
        ns = TYPE_NS if isinstance(item, ast.TypeAlias_) else VALUE_NS
        scope = self.resolver.module_of(trait)
        assert scope is not None
        binding = scope.lookup(ns, name) or scope.lookup(VALUE_NS if ns == TYPE_NS else TYPE_NS, name)
        what, noun = {
            ast.Fn: ("method", DefKind.ASSOC_FN),
            ast.TypeAlias_: ("type", DefKind.ASSOC_TY),
            ast.Const: ("const", DefKind.ASSOC_CONST),
        }[type(item)]
        if binding is None or not isinstance(binding.res, DefRes):
            self._not_a_member(item, what, noun, trait_path, scope)
            return
        def_ = binding.res.def_
        in_trait = () if def_.is_std else (Label(definition_span(def_), "item in trait"),)
        old = seen.get(def_)
        if old is not None:
            self.resolver.errors.error(
                "E0201",
                f"duplicate definitions with name `{name}`:",
                item.span,
                "duplicate definition",
                secondary=(*in_trait, Label(old.span, "previous definition here")),
            )
            return
        seen[def_] = item
        if def_.kind is not noun:
            code = {"const": "E0323", "method": "E0324", "type": "E0325"}[what]
            words = f"item `{name}` is an associated {what}, which doesn't match its trait `{_shown(trait_path)}`"
            self.resolver.errors.error(code, words, item.span, "does not match trait", secondary=in_trait)

    def _not_a_member(self, item: ast.ItemBase, what: str, noun: DefKind, trait_path: ast.Path, scope: Module) -> None:
        name, shown = item.ident.name, _shown(trait_path)
        code = {"method": "E0407", "type": "E0437", "const": "E0438"}[what]
        candidates = [n for (_, n), b in scope.bindings() if isinstance(b.res, DefRes) and b.res.def_.kind is noun]
        similar = best_match(candidates, name)
        suggestions: tuple[Suggestion, ...] = ()
        if similar is not None:
            kind = {"method": "associated function", "type": "associated type", "const": "associated constant"}[what]
            suggestions = (Suggestion(f"there is an {kind} with a similar name", ((item.ident.span, similar),)),)
        message = f"{what} `{name}` is not a member of trait `{shown}`"
        label = Label(item.span, f"not a member of trait `{shown}`")
        self.resolver.errors.emit(Diagnostic(code, message, (label,), suggestions=suggestions))


def _shown(path: ast.Path) -> str:
    return "::".join(s.ident.name for s in path.segments if s.ident.name != PATH_ROOT)


_INNER_ITEMS = {
    ast.Fn: "function",
    ast.Struct: "struct",
    ast.Enum_: "enum",
    ast.Union: "union",
    ast.Const: "constant item",
    ast.Static: "static item",
    ast.TypeAlias_: "type alias",
    ast.Trait: "trait",
    ast.Impl: "implementation",
}
_IMPORT_KINDS = {
    SourceKind.TYPE: "type",
    SourceKind.TRAIT: "trait",
    SourceKind.STRUCT: "struct",
    SourceKind.EXPR: "value",
    SourceKind.CALL: "value",
    SourceKind.PAT: "pattern",
    SourceKind.TUPLE_STRUCT: "pattern",
}


def _is_module_like(res: Res) -> bool:
    return isinstance(res, DefRes) and res.def_.kind in (DefKind.MOD, DefKind.ENUM, DefKind.STRUCT, DefKind.TRAIT, DefKind.UNION)


def describe_expected(source: PathSource) -> str:
    """What a path should be, in rustc's words."""
    match source.kind:
        case SourceKind.TYPE:
            return "type"
        case SourceKind.TRAIT:
            return "trait"
        case SourceKind.PAT:
            return "unit struct, unit variant or constant"
        case SourceKind.STRUCT:
            return "struct, variant or union type"
        case SourceKind.TUPLE_STRUCT:
            return "tuple struct or tuple variant"
        case SourceKind.TRAIT_ITEM_TYPE:
            return "associated type"
        case SourceKind.TRAIT_ITEM_VALUE:
            return "method or associated constant"
        case SourceKind.CALL:
            return "function, tuple struct or tuple variant"
        case SourceKind.EXPR:
            return "value"


def error_code(source: PathSource, *, unexpected: bool) -> str:
    """rustc's code for a path that is not what it should be (`unexpected`), or is not there."""
    first, second = _CODES[source.kind]
    return first if unexpected else second


_CODES = {
    SourceKind.TRAIT: ("E0404", "E0405"),
    SourceKind.TYPE: ("E0573", "E0425"),
    SourceKind.STRUCT: ("E0574", "E0422"),
    SourceKind.EXPR: ("E0423", "E0425"),
    SourceKind.CALL: ("E0423", "E0425"),
    SourceKind.PAT: ("E0532", "E0531"),
    SourceKind.TUPLE_STRUCT: ("E0532", "E0531"),
    SourceKind.TRAIT_ITEM_TYPE: ("E0575", "E0576"),
    SourceKind.TRAIT_ITEM_VALUE: ("E0575", "E0576"),
}
