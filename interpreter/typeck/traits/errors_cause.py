"""Why an obligation arose: the notes and labels that follow the chain of its causes (rustc: `note_obligation_cause_code`)."""

from __future__ import annotations

from interpreter.diagnostics import Label, note_at
from interpreter.hints import TYPE_CHECKING
from interpreter.resolve.defs import Def, DefKind
from interpreter.resolve.resolver import describe_def
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import pretty_ty
from interpreter.typeck import ty as t
from interpreter.typeck.traits.obligation import (
    BuiltinDerived,
    CauseCode,
    FnArgument,
    ImplDerived,
    MiscCause,
    ObjectCast,
    ObligationCause,
    WhereClause,
)

if TYPE_CHECKING:
    from interpreter.typeck.infer import InferCtxt


def introduced(cause: ObligationCause) -> tuple[Label, ...]:
    """ "required by a bound introduced by this call"."""
    code = cause.root_code()
    if not isinstance(code, FnArgument):
        return ()
    tail = () if code.tail is None or code.tail.span == cause.span else (code.tail,)
    if code.callee_span.as_written() == cause.span.as_written():
        return tail
    return (*tail, Label(code.callee_span, "required by a bound introduced by this call"))


_SILENT = (MiscCause.WELL_FORMED, MiscCause.COERCION, MiscCause.SIZED_ARGUMENT, MiscCause.MAIN_RETURN)


def notes_of(infcx: InferCtxt, cause: ObligationCause) -> list[str]:
    """The notes of a chain of causes, from the failed obligation outwards."""
    tcx = infcx.tcx
    notes: list[str] = []
    code: CauseCode = cause.code
    told: set[Def] = set()
    while isinstance(code, (ImplDerived, BuiltinDerived)):
        parent = infcx.resolve_vars_if_possible(code.parent).value
        if not isinstance(parent, t.TraitPredicate):
            pass
        elif isinstance(code, BuiltinDerived):
            notes.append(_within_note(infcx, parent.trait_ref.args[0]))
        else:
            notes.append(_impl_note(infcx, code, parent.trait_ref))
            told.add(parent.trait_ref.trait)
            code, hidden = _skip_redundant(infcx, code, told)
            if hidden:
                notes.append(f"{hidden} redundant requirement{'' if hidden == 1 else 's'} hidden")
                last = infcx.resolve_vars_if_possible(code.parent).value
                assert isinstance(last, t.TraitPredicate)
                notes.append(_required_for(infcx, last.trait_ref))
        code = code.parent_cause.code
    if isinstance(code, FnArgument):
        code = code.parent
    if isinstance(code, WhereClause) and code.item.kind is not DefKind.OPAQUE_TY and not _is_own_trait(code):
        notes.append(bound_note(infcx, code))
    elif isinstance(code, ObjectCast):
        notes.append(
            f"required for the cast from `{tcx.format_ty(infcx.resolve_vars_if_possible(code.source))}` to"
            f" `{tcx.format_ty(code.target)}`"
        )
    elif isinstance(code, MiscCause) and code.value and code not in _SILENT:
        notes.append(code.value.strip())
    return notes


def _is_own_trait(code: WhereClause) -> bool:
    """That Self implements the trait whose item it is goes without saying."""
    trait = code.item.parent
    return trait is not None and trait.kind is DefKind.TRAIT and code.span == trait.span


def undesired_bounds(infcx: InferCtxt, cause: ObligationCause) -> list[str]:
    """The impls on the way that derives made, whose bounds could be others in one that is written."""
    helps: dict[str, None] = {}
    code = cause.code
    while isinstance(code, (ImplDerived, BuiltinDerived)):
        parent = infcx.resolve_vars_if_possible(code.parent).value
        if isinstance(code, ImplDerived) and isinstance(parent, t.TraitPredicate) and _is_derived(code.impl):
            if parent.trait_ref.trait.name != "Copy":
                name = pretty_ty.trait_path(infcx.tcx, parent.trait_ref)
                helps[f"consider manually implementing `{name}` to avoid undesired bounds"] = None
        code = code.parent_cause.code
    return list(helps)


def _is_derived(impl: Def) -> bool:
    node = impl.node
    return isinstance(node, ast.Impl) and not impl.is_std and (node.trait is None or node.trait.span.file.is_std)


def _skip_redundant(infcx: InferCtxt, code: ImplDerived, told: set[Def]) -> tuple[ImplDerived, int]:
    """The last of the impls in a row that are of traits told of already, and how many there are."""
    hidden = 0
    while isinstance(code.parent_cause.code, ImplDerived):
        child = infcx.resolve_vars_if_possible(code.parent_cause.code.parent).value
        if not isinstance(child, t.TraitPredicate) or child.trait_ref.trait not in told:
            break
        code, hidden = code.parent_cause.code, hidden + 1
    return code, hidden


def _required_for(infcx: InferCtxt, ref: t.TraitRef) -> str:
    return f"required for `{infcx.tcx.format_ty(ref.args[0])}` to implement `{pretty_ty.trait_path(infcx.tcx, ref)}`"


def _impl_note(infcx: InferCtxt, code: ImplDerived, ref: t.TraitRef) -> str:
    """ "required for `X` to implement `Y`", at the trait and the type of the impl, and its bound."""
    text, node = _required_for(infcx, ref), code.impl.node
    if isinstance(node, ast.Trait):
        return note_at(text, Label(node.ident.span))
    if not isinstance(node, ast.Impl) or code.impl.is_std:
        return text
    if _is_derived(code.impl) or node.trait is None:
        return _derived_note(infcx, code, ref)
    place = node.self_ty.span
    beside = () if _overlap(code.span, place) else (Label(code.span, "unsatisfied trait bound introduced here"),)
    return note_at(text, Label(node.trait.span), Label(place), beside=beside)


def _derived_note(infcx: InferCtxt, code: ImplDerived, ref: t.TraitRef) -> str:
    """The same of an impl that a derive made: at the type's name and its parameter."""
    tcx, text, ty = infcx.tcx, _required_for(infcx, ref), ref.args[0]
    derive = Label(code.impl.span.as_written(), "in this derive macro expansion")
    if not isinstance(ty, t.Adt) or derive.span.file.is_std:
        return text
    broken = tcx.predicates_of(code.impl)[code.index][0].value
    about = broken.trait_ref.args[0] if isinstance(broken, t.TraitPredicate) else None
    words = f"type parameter would need to implement `{pretty_ty.trait_path(tcx, ref)}`"
    params = [p for p in tcx.generics_of(ty.def_).params if isinstance(about, t.Param) and p.name == about.name]
    return note_at(text, Label(name_span(ty.def_)), beside=(derive, *[Label(name_span(p.def_), words) for p in params]))


def _within_note(infcx: InferCtxt, ty: t.GenericArg) -> str:
    """ "required because it appears within the type", at the type's name."""
    if isinstance(ty, t.Closure):
        node = ty.def_.node
        span = node.head_span if isinstance(node, ast.Closure) else ty.def_.span
        return note_at("required because it's used within this closure", Label(span))
    text = f"required because it appears within the type `{infcx.tcx.format_ty(ty)}`"
    return note_at(text, Label(name_span(ty.def_))) if isinstance(ty, t.Adt) else text


def bound_note(infcx: InferCtxt, code: WhereClause) -> str:
    """ "required by a bound in `f`", at the bound."""
    item, span = code.item, code.span
    name = item_path(infcx, item)
    kind, this = "a", "this bound"
    if any(span.lo == param.def_.span.lo and span.file is param.def_.span.file for param in infcx.tcx.generics_of(item).params):
        kind, this = "an implicit `Sized`", "the implicit `Sized` requirement on this type parameter"
    short = item.name if item.parent is None or item.parent.kind not in (DefKind.IMPL, DefKind.TRAIT) else name
    head = name_span(item)
    is_far = head.file is span.file and head.start[0] != span.start[0] and not _overlap(head, span)
    beside: tuple[Label, ...] = ()
    if is_far and item.kind is not DefKind.IMPL:
        beside = (Label(head, f"required by a bound in this {describe_def(item)}"),)
    return note_at(f"required by {kind} bound in `{name}`", Label(span, f"required by {this} in `{short}`"), beside=beside)


def name_span(def_: Def) -> Span:
    """An item's name, where it is declared."""
    ident = getattr(def_.node, "ident", None)
    return ident.span if isinstance(ident, ast.Ident) else def_.span


def _overlap(a: Span, b: Span) -> bool:
    return a.file is b.file and a.lo < b.hi and b.lo < a.hi


def item_path(infcx: InferCtxt, def_: Def) -> str:
    """An item's path in notes: `f`, `Gen::<T>::m`, `HashMap::<K, V>::insert`."""
    owner = def_.parent
    if owner is not None and owner.kind is DefKind.IMPL:
        self_ty = infcx.tcx.type_of(owner)
        text = infcx.tcx.format_ty(self_ty)
        if isinstance(self_ty, t.Adt):
            text = text.replace("<", "::<", 1)
        elif owner.is_std:
            text = f"{pretty_ty.module_of_impl(self_ty, def_)}::<impl {text}>"
        else:
            text = f"<impl {text}>"
        return f"{text}::{def_.name}"
    if owner is not None and owner.kind is DefKind.TRAIT:
        return f"{pretty_ty.visible_path(infcx.tcx, owner)}::{def_.name}"
    return pretty_ty.visible_path(infcx.tcx, def_)
