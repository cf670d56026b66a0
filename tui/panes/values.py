"""Values as rows: one line in short, its parts below it when it is unfolded, and its bytes at the bytes zoom.

Shared by the stack and the heap pane.
"""

from __future__ import annotations

from interpreter.debugger.view import Change, Field, PartKind, Value, VariableState
from tui.rows import Bit, Row, visible

FOLDED, UNFOLDED = "▸", "▾"


def fold_mark(value: Value | None) -> str:
    """The mark before a value that has parts; a blank for one that has none."""
    if value is None or not value.foldable:
        return " "
    return UNFOLDED if value.children or value.more else FOLDED


def value_bits(value: Value) -> list[Bit]:
    """A value in one line: its text, where it leads, and what the text doesn't say."""
    text = "" if value.pointee_label and value.text.startswith("->") else visible(value.text)
    bits = [Bit(text, value_style(value))] if text else []
    if value.pointee_label:
        arrow = "-✗" if value.dangling else "->"
        bits.append(Bit(f" {arrow} " if bits else f"{arrow} ", "error" if value.dangling else "dim"))
        if not value.dangling:
            bits.append(Bit(visible(value.pointee_label), "pointer"))
        else:
            where = "" if value.pointee is None else f"{visible(value.pointee_label)} "
            bits.append(Bit(f"{where}dangling", "error"))
    if value.note:
        bits.append(Bit(f"  {visible(value.note)}" if bits else visible(value.note), "dim"))
    return bits


def value_style(value: Value) -> str:
    """The style of a value's text, judged by how it is written."""
    text = value.text
    if text[:1] in "\"'" or text[:2] in ('b"', "b'"):
        return "string"
    if text[:1].isdigit() or (text[:1] == "-" and text[1:2].isdigit()) or text in ("true", "false"):
        return "number"
    return ""


def part_rows(value: Value, subjects: frozenset[str], indent: str, base_offset: int = 0) -> list[Row]:
    """The rows below a value: its bytes if they are asked for, its parts if it is unfolded."""
    rows: list[Row] = []
    for part in value.layout:
        style = {PartKind.PADDING: "dim", PartKind.NICHE: "warning", PartKind.TAG: "keyword"}.get(part.kind, "")
        where = f"{base_offset + part.offset:>3}..{base_offset + part.offset + part.size:<3} "
        is_field = part.kind is PartKind.FIELD
        name = visible(part.label) if is_field else part.kind.value
        bits = [Bit(f"{indent}{where}", "dim"), Bit(f"{name:<8} ", style), Bit(part.bytes_text, style or "number")]
        if not is_field and part.label:
            bits.append(Bit(f"{'  ' if part.bytes_text else ''}{visible(part.label)}", style))
        rows.append(Row(tuple(bits), subjects=subjects))
    last = len(value.children) - 1
    for index, child in enumerate(value.children):
        closing = index == last and not value.more
        rows += _field_rows(child, subjects, indent, "└ " if closing else "├ ", "  " if closing else "│ ")
    if value.more:
        rows.append(Row((Bit(f"{indent}└ ", "rule"), Bit(f"and {value.more} more", "dim")), subjects=subjects))
    return rows


def _field_rows(field: Field, subjects: frozenset[str], indent: str, branch: str, below: str) -> list[Row]:
    value = field.value
    around = subjects | {field.subject} | ({value.pointee} if value.pointee else set())
    gone = field.state in (VariableState.MOVED, VariableState.DROPPED, VariableState.ENDED, VariableState.UNINITIALISED)
    bits = [Bit(indent + branch, "rule")]
    if value.foldable:
        bits.append(Bit(fold_mark(value) + " ", "dim"))
    bits.append(Bit(visible(field.name), "moved" if gone else "name"))
    bits.append(Bit(": ", "dim"))
    if gone:
        bits.append(Bit(field.state.value, "moved"))
    else:
        bits += value_bits(value)
        if field.change is Change.CHANGED and field.old_text:
            bits.append(Bit(f"  was {visible(field.old_text)}", "changed"))
    tail = (Bit(str(field.permissions), "perm"),) if field.permissions is not None else ()
    fold = field.subject if value.foldable else None
    row = Row(tuple(bits), tail, field.subject, around, field.change, fold=fold)
    return [row, *part_rows(value, around, indent + below, field.offset)]
