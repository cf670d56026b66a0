"""Dyn compatibility (once "object safety"): whether `dyn Trait` may exist, and why not (Reference: traits, dyn compatibility)."""

from __future__ import annotations

from interpreter.diagnostics import Suggestion
from interpreter.hints import TYPE_CHECKING
from interpreter.records import Record
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import rpitit
from interpreter.typeck import ty as t

if TYPE_CHECKING:
    from interpreter.typeck.context import TyCtxt


class Violation(Record, frozen=True):
    """One reason, in rustc's words (`label`), and the place it is shown at."""

    trait: Def
    span: Span
    label: str
    helps: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


def violations(tcx: TyCtxt, trait: Def) -> list[Violation]:
    """Why the trait (or a supertrait) is not dyn compatible; empty if it is."""
    return tcx.query("dyn_compat_violations", trait, lambda: [v for s in tcx.supertraits(trait) for v in _own(tcx, s)])


def uses_self_in_supertraits(tcx: TyCtxt, trait: Def) -> bool:
    """Whether the bounds on the trait, or on a supertrait, have `Self` as an argument: then an object type makes no sense at all
    (rustc: `hir_ty_lowering_dyn_compatibility_violations`)."""
    return any(_self_in_bounds(tcx, each) for each in tcx.supertraits(trait))


def _self_in_bounds(tcx: TyCtxt, trait: Def) -> list[Span]:
    kinds = [(predicate.value, span) for predicate, span in tcx.super_predicates_of(trait)]
    return [s for kind, s in kinds if isinstance(kind, t.TraitPredicate) and any(map(_mentions_self, kind.trait_ref.args[1:]))]


def _own(tcx: TyCtxt, trait: Def) -> list[Violation]:
    found: list[Violation] = []
    sized = tcx.lang_item_or_none("sized")
    if trait is sized:
        found.append(Violation(trait, trait.span, "...because it requires `Self: Sized`"))
    for predicate, span in tcx.super_predicates_of(trait):
        kind = predicate.value
        if isinstance(kind, t.TraitPredicate):
            if kind.trait_ref.trait is sized:
                found.append(Violation(trait, span, "...because it requires `Self: Sized`"))
    found += [Violation(trait, span, "...because it uses `Self` as a type parameter") for span in _self_in_bounds(tcx, trait)]
    for item in tcx.associated_items(trait):
        if _requires_sized(tcx, item.def_, sized):
            continue
        name, node = item.name, item.def_.node
        if item.def_.kind is DefKind.ASSOC_CONST:
            found.append(Violation(trait, item.def_.span, f"...because it contains associated const `{name}`",
                                   (f"consider moving `{name}` to another trait",)))  # fmt: skip
        elif item.def_.kind is DefKind.ASSOC_TY:
            if tcx.generics_of(item.def_).params:
                found.append(Violation(trait, item.def_.span, f"...because it contains generic associated type `{name}`",
                                       (f"consider moving `{name}` to another trait",)))  # fmt: skip
        elif isinstance(node, ast.Fn):
            violation = _method(tcx, trait, item.def_, node)
            if violation is not None:
                found.append(violation)
    return found


def _method(tcx: TyCtxt, trait: Def, def_: Def, node: ast.Fn) -> Violation | None:
    name = def_.name
    if node.self_param is None:
        head = node.sig_span
        start = head.file.text.index("(", node.generics.span.hi if node.generics.params else node.ident.span.hi) + 1
        self_ = (head._replace(lo=start, hi=start), "&self, " if node.params else "&self")
        wheres = node.generics.predicates
        sized = (wheres[-1].span.shrink_to_hi(), ", Self: Sized") if wheres else (head.shrink_to_hi(), " where Self: Sized")
        suggestions = (
            Suggestion(f"consider turning `{name}` into a method by giving it a `&self` argument", (self_,)),
            Suggestion(f"alternatively, consider constraining `{name}` so it does not apply to trait objects", (sized,)),
        )
        label = f"...because associated function `{name}` has no `self` parameter"
        return Violation(trait, node.ident.span, label, suggestions=suggestions)
    sig = tcx.fn_sig(def_).value
    move = (f"consider moving `{name}` to another trait",)
    for param, ty in zip(node.params, sig.inputs[1:], strict=True):
        if _mentions_self(ty):
            return Violation(
                trait, param.ty.span, f"...because method `{name}` references the `Self` type in this parameter", move
            )
    if node.output is not None and _mentions_self(sig.output):
        return Violation(
            trait, node.output.span, f"...because method `{name}` references the `Self` type in its return type", move
        )
    if any(p.kind is not ast.ParamKind.LIFETIME for p in tcx.generics_of(def_).params):
        return Violation(trait, node.ident.span, f"...because method `{name}` has generic type parameters", move)
    if node.async_:
        return Violation(trait, node.ident.span, f"...because method `{name}` is `async`", move)
    if any(isinstance(part, t.Alias) and rpitit.is_rpitit(part.def_) for part in t.walk(sig.output)):
        assert node.output is not None
        label = f"...because method `{name}` references an `impl Trait` type in its return type"
        return Violation(trait, node.output.span, label, move)
    receiver = sig.inputs[0]
    self_ty = t.Param(0, "Self")
    if receiver is not self_ty and not receiver.flags & t.HAS_ERROR and not _dispatchable(receiver, self_ty):
        span = node.self_param.span
        label = f"...because method `{name}`'s `self` parameter cannot be dispatched on"
        change = Suggestion(f"consider changing method `{name}`'s `self` parameter to be `&self`", ((span, "&Self"),))
        return Violation(trait, span, label, suggestions=(change,))
    return None


def _dispatchable(receiver: t.Ty, self_ty: t.Ty) -> bool:
    """`&Self`, `&mut Self`, `Box<Self>`, `Rc<Self>`, `Arc<Self>`, `Pin<P>` of one."""
    if isinstance(receiver, t.Ref):
        return receiver.ty is self_ty
    if isinstance(receiver, t.Adt) and receiver.args:
        inner = receiver.args[0]
        return inner is self_ty or (isinstance(inner, (t.Ref, t.Adt)) and _dispatchable(inner, self_ty))
    return False


def _mentions_self(value: object) -> bool:
    """Self anywhere but as the subject of a projection of this trait (`Self::Item`)."""
    stack: list[object] = [value]
    while stack:
        part = stack.pop()
        if isinstance(part, t.Param) and part.index == 0 and part.name == "Self":
            return True
        if isinstance(part, tuple):
            stack.extend(part)
        elif isinstance(part, t.Alias) and part.def_.kind is DefKind.ASSOC_TY:
            stack.extend(part.args[1:])
        elif isinstance(part, t._Interned):
            stack += part.parts
    return False


def _requires_sized(tcx: TyCtxt, def_: Def, sized: Def | None) -> bool:
    for predicate, _ in tcx.own_predicates_of(def_):
        kind = predicate.value
        if isinstance(kind, t.TraitPredicate) and kind.trait_ref.trait is sized and kind.trait_ref.args[0] is t.Param(0, "Self"):
            return True
    return False
