"""Answers to "why?": why a variable can't be used so, why a loan is still alive, why something was dropped or is still there.

In: the view of the moment, and the subject asked about. Out: explanations, never none.
"""

from __future__ import annotations

from collections.abc import Iterator

from interpreter.debugger.view import (
    DropRow,
    Explanation,
    FrameView,
    HeapRow,
    LoanRow,
    MachineView,
    Owner,
    Variable,
    VariableState,
)


def why(view: MachineView, subject: str, drop: DropRow | None) -> tuple[Explanation, ...]:
    """All that can be said about a subject; `drop` is the drop of that name, if it is one."""
    answers = [_loan(loan) for loan in view.loans if loan.label == subject]
    for frame in view.frames:
        for variable in frame.variables:
            if variable.subject == subject:
                answers += _variable(view, frame, variable)
    if drop is not None:
        answers.append(_drop(drop))
    answers += [_allocation(view, row) for row in view.heap if row.label == subject]
    return tuple(answers) or (Explanation("There is nothing to say about it at this step."),)


def _loan(loan: LoanRow) -> Explanation:
    since = f" since line {loan.start_line}" if loan.start_line else ""
    what = f"{loan.label}: `{loan.place}` is borrowed ({loan.kind.value}){since}, held by {loan.holder}."
    alive = f"It is still alive: {loan.why}." if loan.why else ""
    parent = f" It reborrows through {loan.parent}." if loan.parent else ""
    return Explanation(what, f"{alive}{parent}".strip(), f"As long as it lives: {loan.forbids}.")


def _variable(view: MachineView, frame: FrameView, variable: Variable) -> Iterator[Explanation]:
    name, held = f"`{variable.name}`", f"`{variable.type_text}`"
    match variable.state:
        case VariableState.MOVED:
            at = f" at step {variable.moved_step}" if variable.moved_step is not None else ""
            yield Explanation(
                f"{name} was moved into {variable.moved_to}{at}.",
                f"{held} isn't Copy: a value of this type has one owner, and that isn't {name} any more.",
                f"{name} can be used again only after it has been given a new value.",
            )
        case VariableState.PARTLY_MOVED:
            gone = ", ".join(f"`{variable.name}.{field}`" for field in variable.moved_fields)
            yield Explanation(
                f"{name} is partly moved: {gone or 'a part of it'} is gone.",
                "Its other fields may still be used one by one; as a whole it may not.",
                "At the end of its scope only what is left will be dropped.",
            )
        case VariableState.UNINITIALISED:
            yield Explanation(f"{name} has no value yet.", "It is declared, but nothing has been put into it on the way here.")
        case VariableState.DROPPED:
            yield Explanation(f"{name} has been dropped.", "Its scope has ended, or an assignment is about to replace its value.")
        case VariableState.ENDED:
            yield Explanation(f"{name} is out of scope.", "Its storage on the stack may be used for something else from here on.")
        case VariableState.LIVE:
            yield from _permissions(view, frame, variable)


def _permissions(view: MachineView, frame: FrameView, variable: Variable) -> Iterator[Explanation]:
    name = f"`{variable.name}`"
    read, write, own = variable.permissions
    lost = [word for word, held in (("read", read), ("written", write), ("moved", own)) if not held]
    if not lost:
        yield Explanation(f"{name} may be read, written and moved here.", "No loan of it is in force.")
        return
    loans = [loan for loan in view.loans if loan.label in variable.loans and loan.frame == frame.index]
    for loan in loans:
        yield Explanation(
            f"{name} can't be {_either(lost)} here: {loan.label} is in force.",
            f"`{loan.place}` is borrowed ({loan.kind.value}) since line {loan.start_line}, held by {loan.holder}; {loan.why}.",
            "After that last use it is free again.",
        )
    if not write and not variable.mutable:
        yield Explanation(f"{name} can't be written: it isn't declared `mut`.", "Variables can't be changed unless they say so.")
    elif not loans:
        yield Explanation(f"{name} can't be {_either(lost)} here.")


def _either(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _drop(drop: DropRow) -> Explanation:
    frees = f"It freed {', '.join(drop.frees)}." if drop.frees else "Nothing on the heap was freed by it."
    return Explanation(f"`{drop.what}` was dropped at step {drop.step}, line {drop.line}.", f"The reason: {drop.reason}.", frees)


def _allocation(view: MachineView, row: HeapRow) -> Explanation:
    owners = [owner for owner in row.owners if owner.role in ("owner", "strong")]
    others = [owner for owner in row.owners if owner.role not in ("owner", "strong")]
    what = f"{row.label}: {row.kind}, {row.size} bytes, made at step {row.born_step}."
    count = next((count for count in view.counts if count.label == row.label), None)
    if not owners:
        kept = "Nobody owns it." if not others else f"No owner is left; {_names(others)} still points at it."
    elif row.strong is not None:
        kept = f"It is kept by {_names(owners)}: strong count {row.strong}, weak count {row.weak}."
    else:
        kept = f"It is kept by its owner {_names(owners)} and freed when that is dropped."
    pointing = (
        f"{_names(others)} {'points' if len(others) == 1 else 'point'} at it without owning it." if others and owners else ""
    )
    warning = f"{count.warning[:1].upper()}{count.warning[1:]}." if count is not None and count.warning else ""
    return Explanation(what, kept, f"{pointing} {warning}".strip())


def _names(owners: list[Owner]) -> str:
    return ", ".join(owner.label for owner in owners)
