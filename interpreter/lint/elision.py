"""`mismatched_lifetime_syntaxes`: a lifetime that is named, elided or hidden in a function's parameters, and otherwise in its
result (rustc_lint: lifetime_syntax.rs)."""

from __future__ import annotations

from interpreter.diagnostics import Label
from interpreter.hints import TYPE_CHECKING
from interpreter.lint.emit import Emit
from interpreter.lint.nodes import crate_nodes
from interpreter.records import NamedTuple, fields
from interpreter.resolve.defs import DefKind, DefRes, ElidedLifetime, ParamLifetime, StaticLifetime
from interpreter.source import Span
from interpreter.syntax import ast

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt

_HIDDEN, _ELIDED, _NAMED = "hidden", "elided", "named"
_WITH_LIFETIMES = (DefKind.STRUCT, DefKind.ENUM, DefKind.UNION, DefKind.TRAIT, DefKind.TY_ALIAS)


class _Mention(NamedTuple):
    """Of a lifetime: how, where, and which one is meant (None: an elided one)."""

    syntax: str
    span: Span
    meant: object | None


def check(tcx: TyCtxt, emit: Emit) -> None:
    """All functions."""
    for node in crate_nodes(tcx):
        if isinstance(node, ast.Fn) and node.output is not None and (node.params or node.self_param is not None):
            _Signature(tcx, node).check(emit)


class _Signature:
    def __init__(self, tcx: TyCtxt, item: ast.Fn) -> None:
        self.tcx = tcx
        self.item = item

    def check(self, emit: Emit) -> None:
        outputs = self._mentions(self.item.output)
        if not outputs:
            return
        inputs = [mention for param in self.item.params for mention in self._mentions(param.ty)]
        own = self._of_self(self.item.self_param)
        elided = own[0] if own else self._only([*own, *inputs])
        groups: dict[object, list[_Mention]] = {}
        for mention in outputs:
            key = mention.meant if mention.meant is not None else elided and (elided.meant or elided)
            if key is not None:
                groups.setdefault(key, []).append(mention)
        for key, results in groups.items():
            params = [mention for mention in [*own, *inputs] if mention is key or mention.meant is key]
            if params and len({mention.syntax for mention in [*params, *results]}) > 1:
                _tell(params, results, emit)

    @staticmethod
    def _only(inputs: list[_Mention]) -> _Mention | None:
        """What an elided lifetime in the result stands for."""
        named = {mention.meant for mention in inputs if mention.meant is not None}
        count = len(named) + sum(mention.meant is None for mention in inputs)
        return inputs[0] if count == 1 else None

    def _of_self(self, param: ast.SelfParam | None) -> list[_Mention]:
        if param is None:
            return []
        if param.ty is not None:
            return self._mentions(param.ty)
        if not param.by_ref:
            return []
        return [self._written(param.lifetime)] if param.lifetime is not None else [_Mention(_ELIDED, param.span, None)]

    def _written(self, lifetime: ast.Lifetime) -> _Mention:
        meant = self.tcx.resolution.lifetimes.get(lifetime)
        if isinstance(meant, ElidedLifetime) or lifetime.name == "'_":
            return _Mention(_ELIDED, lifetime.span, None)
        key = meant.node if isinstance(meant, ParamLifetime) else StaticLifetime
        return _Mention(_NAMED, lifetime.span, key)

    def _mentions(self, root: object) -> list[_Mention]:
        """Those in a type, in the order of the text. What `fn(..)` and `Fn(..)` elide means other lifetimes."""
        found: list[_Mention] = []
        stack: list[tuple[object, bool]] = [(root, False)]
        while stack:
            node, inner = stack.pop()
            if isinstance(node, (list, tuple)):
                stack += [(part, inner) for part in reversed(node)]
                continue
            if not isinstance(node, ast.Node):
                continue
            match node:
                case ast.Lifetime():
                    mention = self._written(node)
                    if not (inner and mention.meant is None):
                        found.append(mention)
                case ast.RefTy() if node.lifetime is None and not inner:
                    found.append(_Mention(_ELIDED, node.span, None))
                case ast.PathTy() if not inner:
                    found += self._hidden(node.path, node.span)
                case ast.GenericParam():
                    continue
                case ast.FnPtrTy():
                    inner = True
                case ast.GenericArgs() if node.parenthesized:
                    inner = True
            stack += [(getattr(node, field.name), inner) for field in reversed(fields(node))]
        return found

    def _hidden(self, path: ast.Path, span: Span) -> list[_Mention]:
        meant = self.tcx.resolution.path_res.get(path)
        if meant is None or not isinstance(meant.base, DefRes) or meant.base.def_.kind not in _WITH_LIFETIMES:
            return []
        args = path.segments[len(path.segments) - 1 - meant.unresolved].args
        if args is not None and any(isinstance(arg, ast.Lifetime) for arg in args.args):
            return []
        return [_Mention(_HIDDEN, span, None) for _ in range(meant.base.def_.lifetime_count())]


def _tell(params: list[_Mention], results: list[_Mention], emit: Emit) -> None:
    every = {mention.syntax for mention in [*params, *results]}
    verbs = [verb for verb, syntax in (("hiding", _HIDDEN), ("eliding", _ELIDED)) if syntax in every]
    if _NAMED not in every:
        verbs = verbs[:1]
    message = f"{' or '.join(verbs)} a lifetime that's {_NAMED if _NAMED in every else _ELIDED} elsewhere is confusing"
    labels: dict[bool, list[Label]] = {False: [], True: []}
    for syntax in (_HIDDEN, _ELIDED, _NAMED):
        for what, mentions in (("the", params), ("the same", results)):
            for mention in mentions:
                if mention.syntax == syntax:
                    text = f"{what} lifetime is {syntax} here"
                    labels[syntax is not _NAMED].append(Label(mention.span, text))
    first, *more = labels[True]
    emit("mismatched_lifetime_syntaxes", first, message, *more, secondary=tuple(labels[False]))
