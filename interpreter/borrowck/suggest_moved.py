"""What to write instead where a value was moved that is needed again: borrow it, reborrow it, clone it, bound its type by Copy
(rustc: `suggest_ref_or_clone`, `suggest_borrow_generic_arg`, `suggest_adding_bounds`)."""

from __future__ import annotations

from interpreter.borrowck.describe import ClosureUse, FnSelfUse, UseSpans, var_or_use
from interpreter.borrowck.diag import DiagBuilder
from interpreter.borrowck.region_names import fn_input_nodes
from interpreter.borrowck.report import ReportContext
from interpreter.borrowck.suggest import implements, suggest_cloning, suggest_cloning_before_closure, without_clone
from interpreter.diagnostics import Label
from interpreter.mir import body as mir
from interpreter.mir.body import Place
from interpreter.resolve.defs import Def, DefKind
from interpreter.source import Span
from interpreter.syntax import ast
from interpreter.typeck import ty as t
from interpreter.typeck.defs import AssocKind
from interpreter.typeck.traits.obligation import Obligation


def suggest_ref_or_clone(cx: ReportContext, diag: DiagBuilder, place: Place, move_spans: UseSpans, chain: list[object]) -> bool:
    """`chain`: the nodes around the move. Gives whether to reborrow was offered."""
    facts = cx.facts
    ty, move_span = facts.ty(place), var_or_use(move_spans)
    parent, node = chain[-2] if len(chain) > 1 else None, chain[-1]
    if isinstance(parent, (ast.Call, ast.MethodCall)) and node in parent.args:
        position = parent.args.index(node) + isinstance(parent, ast.MethodCall)
        callee = _callee(cx, parent, chain)
        if callee is not None and callee.def_.kind in (DefKind.FN, DefKind.ASSOC_FN):
            inputs = facts.tcx.fn_sig(callee.def_).value.inputs
            param = inputs[position] if position < len(inputs) else None
            if isinstance(param, t.Param):
                if isinstance(ty, t.Ref) and ty.mutable:
                    suggest_reborrow(cx, diag, place, move_span)
                    return True
                mutable = _borrow_would_do(cx, callee, param, position, ty)
                if mutable is not None:
                    name = cx.describe.place(place)
                    kind, sigil = ("mutably ", "&mut ") if mutable else ("", "&")
                    what = "here" if name is None else f"`{name}`"
                    diag.suggest(f"consider {kind}borrowing {what}", (move_span.shrink_to_lo(), sigil))
                    if not mutable:
                        return False
                    callee = None
            if callee is not None:
                _note_parameter(diag, callee, position)
    if isinstance(move_spans, FnSelfUse):
        return False
    if isinstance(move_spans, ClosureUse):
        name = cx.describe.place(place)
        if name is not None and suggest_cloning_before_closure(cx, diag, ty, name, move_span):
            return False
    suggest_cloning(cx, diag, ty, move_span)
    return False


def suggest_reborrow(cx: ReportContext, diag: DiagBuilder, place: Place, span: Span) -> None:
    """For a `&mut` that was moved."""
    name = cx.describe.place(place)
    what = "the mutable reference" if name is None else f"`{name}`"
    diag.suggest(f"consider creating a fresh reborrow of {what} here", (span.shrink_to_lo(), "&mut *"))


def suggest_cloning_receiver(cx: ReportContext, diag: DiagBuilder, place: Place, span: Span) -> None:
    """For a method that takes `self`."""
    tcx, ty = cx.facts.tcx, cx.facts.ty(place)
    edits = [(span.shrink_to_hi(), ".clone()")]
    if any(isinstance(elem, mir.Deref) for elem in place.projection):
        edits = [(span.shrink_to_lo(), f"<{cx.describe.ty(ty)} as Clone>::clone(&"), (span.shrink_to_hi(), ")")]
    if implements(tcx, cx, "clone", ty):
        diag.suggest("you can `clone` the value and consume it, but this might not be your desired behavior", *edits)
        return
    lacking = without_clone(cx, ty)
    if not lacking or lacking == [ty]:
        return
    bounds = " and ".join(f"`{cx.describe.ty(adt)}: Clone`" for adt in lacking)
    plural = "" if len(lacking) == 1 else "s"
    diag.suggest(f"you could `clone` the value and consume it, if the {bounds} trait bound{plural} could be satisfied", *edits)
    for adt in lacking:
        if all(implements(tcx, cx, "clone", field.ty(tcx, adt.args)) for field in tcx.adt_def(adt.def_).all_fields()):
            message = f"consider annotating `{cx.describe.ty(adt)}` with `#[derive(Clone)]`"
            diag.suggest(message, (tcx.item_span(adt.def_).shrink_to_lo(), "#[derive(Clone)]\n"))


def suggest_copy_bound(cx: ReportContext, diag: DiagBuilder, ty: t.Ty) -> None:
    """For a type parameter (one that can be called is left alone)."""
    tcx, root = cx.facts.tcx, cx.facts.universal.root
    if not isinstance(ty, t.Param) or ty.name == "Self" or fn_bound(cx, ty, "fn", "fn_mut", "fn_once") is not None:
        return
    for param in tcx.generics_of(root).all_params():
        if param.index == ty.index:
            owner = param.def_.parent.node if param.def_.parent is not None else None
            generics = getattr(owner, "generics", None)
            diag.suggest(*restriction(param.def_, generics if isinstance(generics, ast.Generics) else None, "Copy"))


def fn_bound(cx: ReportContext, ty: t.Param, *traits: str) -> Span | None:
    """Where a type parameter is bounded by one of these traits of what can be called."""
    for predicate, written in cx.facts.tcx.predicates_of(cx.facts.universal.root):
        value = predicate.value
        if isinstance(value, t.TraitPredicate) and value.trait_ref.self_ty is ty:
            if any(cx.facts.tcx.is_lang_item(value.trait_ref.trait, name) for name in traits):
                return written
    return None


def restriction(param: Def, generics: ast.Generics | None, trait: str) -> tuple[str, tuple[Span, str]]:
    """What to say, and to add, so that a type parameter has one more bound."""
    node, name = param.node, param.name
    if not isinstance(node, ast.GenericParam):
        return f"consider restricting opaque type `{name}` with trait `{trait}`", (param.span.shrink_to_hi(), f" + {trait}")
    further = f"consider further restricting type parameter `{name}` with trait `{trait}`"
    if node.bounds:
        return further, (node.bounds[-1].span.shrink_to_hi(), f" + {trait}")
    predicates = generics.predicates if generics is not None else []
    for predicate in predicates:
        if isinstance(predicate, ast.WhereTypePredicate) and predicate.ty.span.text == name and predicate.bounds:
            return further, (predicate.bounds[-1].span.shrink_to_hi(), f" + {trait}")
    if predicates:
        return further, (predicates[-1].span.shrink_to_hi(), f", {name}: {trait}")
    return f"consider restricting type parameter `{name}` with trait `{trait}`", (node.ident.span.shrink_to_hi(), f": {trait}")


def _callee(cx: ReportContext, call: ast.Call | ast.MethodCall, chain: list[object]) -> t.FnDef | None:
    """The function that a call of this body, or of a closure in it, calls by name."""
    body = cx.facts.body
    for closure in chain:
        if isinstance(closure, ast.Closure) and closure is not cx.facts.owner.node:
            inner = (ty.def_ for ty in cx.facts.local_tys if isinstance(ty, t.Closure) and ty.def_.node is closure)
            found = next(inner, None)
            if found is None:
                return None
            body = cx.facts.tcx.mir_built(found)
    for block in body.blocks:
        node = block.terminator
        if isinstance(node, mir.Call) and node.info.span == call.span and isinstance(node.func, mir.Constant):
            return node.func.ty if isinstance(node.func.ty, t.FnDef) else None
    return None


def _note_parameter(diag: DiagBuilder, callee: t.FnDef, position: int) -> None:
    """If the value was passed to a function of the user's: its parameter could borrow instead."""
    node = callee.def_.node
    if callee.def_.is_std or not isinstance(node, ast.Fn):
        return
    params = fn_input_nodes(callee.def_)
    if position < len(params):
        kind = "function" if callee.def_.kind is DefKind.FN else "method"
        diag.note(
            f"consider changing this parameter type in {kind} `{callee.def_.name}` to borrow instead if owning the value isn't "
            "necessary",
            Label(params[position].span, "this parameter takes ownership of the value"),
            beside=(Label(node.ident.span, f"in this {kind}"),),
        )


def _borrow_would_do(cx: ReportContext, callee: t.FnDef, param: t.Param, position: int, ty: t.Ty) -> bool | None:
    """Whether a reference could be passed for a parameter of generic type (True: a mutable one)."""
    facts, tcx = cx.facts, cx.facts.tcx
    predicates = [predicate for predicate, _ in tcx.predicates_of(callee.def_)]
    bounds = [p.value.trait_ref for p in predicates if isinstance(p.value, t.TraitPredicate)]
    traits = {trait for bound in bounds if bound.self_ty is param for trait in (bound.trait, *tcx.supertraits(bound.trait))}
    if not any(item.kind is AssocKind.FN for trait in traits for item in tcx.associated_items(trait)):
        return None
    sig = tcx.fn_sig(callee.def_).value
    env = facts.infcx.param_env
    old = t.erase_regions(callee.args)

    def substituted(part: t.Ty, args: t.Args) -> t.Ty:
        return tcx.normalize_erasing_regions(t.erase_regions(t.subst(part, args)), env)

    for mutable in (False, True):
        new = tuple(t.Ref(t.RE_ERASED, t.erase_regions(ty), mutable) if i == param.index else a for i, a in enumerate(old))
        others = (sig.output, *(ty for i, ty in enumerate(sig.inputs) if i != position))
        if any(param in t.walk(part) and substituted(part, old) is not substituted(part, new) for part in others):
            continue
        cause = facts.infcx.cause()
        if all(facts.infcx.predicate_must_hold(Obligation(t.subst(p, new), cause, env)) for p in predicates):
            return mutable
    return None
