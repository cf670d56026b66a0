"""What closures capture and how, and of which kind they are (rustc: upvar.rs; Reference: closure types, capture precision).

Runs after fallback, inner closures before those around them. Each closure's THIR is built tentatively and walked for uses of
variables from outside (euv.py); the places used are made less precise as the Reference says and merged to the fewest that cover
all uses.
"""

from __future__ import annotations

from interpreter.records import Record
from interpreter.resolve.defs import Def, LocalDef
from interpreter.source import Span
from interpreter.typeck import thir
from interpreter.typeck import ty as t
from interpreter.typeck.euv import Place, PlaceUse, UseVisitor
from interpreter.typeck.fn_ctxt import FnCtxt
from interpreter.typeck.results import ClosureData
from interpreter.typeck.thir import BorrowKind, CapturedPlace, ClosureKind
from interpreter.typeck.thir_build import ThirBuilder, build_closure_body

_STRENGTH = {BorrowKind.SHARED: 0, BorrowKind.UNIQUE: 1, BorrowKind.MUT: 2, None: 3}


class _Capture(Record, eq=False):
    """`span`: where the place is used; `kind_span`: what makes it be captured so."""

    place: Place
    kind: BorrowKind | None
    span: Span
    kind_span: Span


def analyze_closures(fcx: FnCtxt) -> None:
    """Decide the captures and kind of every closure of the body."""
    closures = fcx.results.closures
    for def_ in sorted(fcx.closures_in_order, key=lambda d: (closures[d].node.span.hi, -closures[d].node.span.lo)):
        _analyze(fcx, def_, closures[def_])
        for resolve in fcx.deferred_calls.pop(def_, ()):
            resolve()


def _analyze(fcx: FnCtxt, def_: Def, data: ClosureData) -> None:
    builder = ThirBuilder(fcx, def_, closure=True, final=False)
    body = build_closure_body(builder, data.node)
    visitor = UseVisitor(fcx, def_)
    visitor.visit_body(body)
    kind = ClosureKind.FN
    origin: tuple[Span, Place] | None = None
    processed: list[_Capture] = []
    moves = data.node.move or _is_called_once(fcx, data)
    for use in visitor.uses:
        capture = _restrict_precision(fcx, use)
        _truncate_for_optimization(capture)
        if capture.kind is None and kind is not ClosureKind.FN_ONCE:
            kind, origin = ClosureKind.FN_ONCE, (use.span, _same(capture.place))
        elif capture.kind in (BorrowKind.MUT, BorrowKind.UNIQUE) and kind is ClosureKind.FN:
            kind, origin = ClosureKind.FN_MUT, (use.span, _same(capture.place))
        takes_over = data.node.takes_params and fcx.results.local_owner.get(capture.place.local) is data.parent
        _adjust_for_mode(capture, moves or takes_over)
        _restrict_for_drop(fcx, capture)
        processed.append(capture)
    captures = _minimal(processed)
    state = fcx.infcx.closures[def_]
    if state.kind is None:
        state.kind = kind
        if origin is not None:
            span, place = origin
            by_value = any(c.kind is None and c.place.local is place.local and _is_prefix(c.place, place) for c in captures)
            data.kind_origin = state.kind_origin = thir.KindOrigin(span, _shown(place), by_value)
    data.kind = state.kind
    data.captures = [
        CapturedPlace(c.place.local, tuple(c.place.projections), c.kind, fcx.resolve(c.place.ty), c.span, c.kind_span)
        for c in captures
    ]
    if state.upvar_tys is None:
        state.upvar_tys = [
            c.ty if c.by_ref is None else t.Ref(t.RE_ERASED, c.ty, c.by_ref is not BorrowKind.SHARED) for c in data.captures
        ]
    data.inferred_kind = kind
    fcx.infcx.fulfillment.wake()


def _is_called_once(fcx: FnCtxt, data: ClosureData) -> bool:
    """Whether this is the body of an `async move` closure of which `AsyncFnOnce` is expected, whose future takes all with it."""
    outer = fcx.results.closures.get(data.parent) if data.node.takes_params else None
    return outer is not None and outer.node.move and fcx.infcx.closures[outer.def_].kind is ClosureKind.FN_ONCE


# ------------------------------------------------------------------------------------------------ precision


def _truncate(capture: _Capture, length: int) -> None:
    """Shorten the place; a unique borrow suffices where a `&mut` was dereferenced beyond."""
    place = capture.place
    if capture.kind is BorrowKind.MUT:
        for i in range(length, len(place.projections)):
            before = place.ty_before(i)
            if place.projections[i][0] == "deref" and isinstance(before, t.Ref) and before.mutable:
                capture.kind = BorrowKind.UNIQUE
                break
    del place.projections[length:]


def _same(place: Place) -> Place:
    return Place(place.local, place.base_ty, list(place.projections))


def _restrict_precision(fcx: FnCtxt, use: PlaceUse) -> _Capture:
    """No projections beyond raw pointers, union fields, indexing, and for borrows those to packed fields."""
    capture = _Capture(_same(use.place), use.kind, use.span, use.span)
    place = capture.place
    for i, projection in enumerate(place.projections):
        before = place.ty_before(i)
        if isinstance(before, t.RawPtr) and projection[0] == "deref":
            _truncate(capture, i)
            if capture.kind is not None:
                capture.kind = BorrowKind.SHARED
            break
        if projection[0] == "index" or (isinstance(before, t.Adt) and fcx.tcx.adt_def(before.def_).is_union):
            _truncate(capture, i)
            break
        if capture.kind is not None and isinstance(before, t.Adt) and fcx.tcx.adt_def(before.def_).repr.pack is not None:
            _truncate(capture, i)
            break
    return capture


def _truncate_for_optimization(capture: _Capture) -> None:
    """What lies behind a shared reference is captured as the reference's target as a whole."""
    projections = capture.place.projections
    for i in range(len(projections) - 1, -1, -1):
        if projections[i][0] == "deref":
            before = capture.place.ty_before(i)
            if isinstance(before, t.Ref) and not before.mutable:
                _truncate(capture, i + 1)
            return


def _shown(place: Place) -> str:
    """A captured place in the words of an error (rustc: `place_to_string_for_capture`)."""
    text = place.local.name
    for projection in place.projections:
        text = f"*{text}" if projection[0] == "deref" else f"{text}.{projection[2]}" if projection[0] == "field" else text
    return text


def _first_deref(place: Place) -> int | None:
    return next((i for i, p in enumerate(place.projections) if p[0] == "deref"), None)


def _adjust_for_mode(capture: _Capture, move: bool) -> None:
    """A `move` closure takes everything by value; what is taken by value is taken up to the first deref."""
    if move or capture.kind is None:
        at = _first_deref(capture.place)
        if at is not None:
            _truncate(capture, at)
    if move:
        capture.kind = None


def _restrict_for_drop(fcx: FnCtxt, capture: _Capture) -> None:
    """Nothing is moved out of a type that implements Drop."""
    if capture.kind is not None:
        return
    place = capture.place
    for i in range(len(place.projections)):
        before = place.ty_before(i)
        if isinstance(before, t.Adt) and fcx.tcx.adt_destructor(before.def_) is not None:
            if not fcx.holds(place.ty, "copy"):
                _truncate(capture, i)
            return


# ------------------------------------------------------------------------------------------------ merging


def _stronger(a: _Capture, b: _Capture, *, same_place: bool) -> None:
    """Make `a` account for `b` too; the place is still the one that is used where `a` is."""
    if _STRENGTH[b.kind] > _STRENGTH[a.kind]:
        a.kind, a.kind_span = b.kind, b.kind_span
        if same_place:
            a.span = b.span


def _is_prefix(shorter: Place, longer: Place) -> bool:
    n = len(shorter.projections)
    if n > len(longer.projections):
        return False
    return all(
        p[:2] == q[:2] if p[0] == "field" else p[0] == q[0] for p, q in zip(shorter.projections, longer.projections, strict=False)
    )


def _minimal(captures: list[_Capture]) -> list[_Capture]:
    """The fewest places that cover all: ancestors swallow their descendants (rustc: `compute_min_captures`)."""
    by_var: dict[LocalDef, list[_Capture]] = {}
    first_use: dict[LocalDef, int] = {}
    for capture in captures:
        var = capture.place.local
        found = by_var.setdefault(var, [])
        first_use[var] = min(first_use.get(var, capture.span.lo), capture.span.lo)
        descendants = [
            c for c in found if _is_prefix(capture.place, c.place) and len(c.place.projections) > len(capture.place.projections)
        ]
        if descendants:
            for descendant in descendants:
                found.remove(descendant)
                _truncate(descendant, len(capture.place.projections))
                _stronger(capture, descendant, same_place=False)
            found.append(capture)
            continue
        ancestor = next((c for c in found if _is_prefix(c.place, capture.place)), None)
        if ancestor is not None:
            same_place = len(capture.place.projections) == len(ancestor.place.projections)
            _truncate(capture, len(ancestor.place.projections))
            _stronger(ancestor, capture, same_place=same_place)
        else:
            found.append(capture)
    result: list[_Capture] = []
    for var in sorted(by_var, key=lambda v: first_use[v]):
        result.extend(sorted(by_var[var], key=_field_order))
    return result


def _field_order(capture: _Capture) -> list[int]:
    return [int(p[1]) if p[0] == "field" else -1 for p in capture.place.projections]  # type: ignore[call-overload]


def captured_ty(capture: CapturedPlace) -> t.Ty:
    """The type of the closure's field for a capture."""
    if capture.by_ref is None:
        return capture.ty
    return t.Ref(t.RE_ERASED, capture.ty, capture.by_ref is not thir.BorrowKind.SHARED)  # type: ignore[no-any-return]
