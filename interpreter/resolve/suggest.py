"""Names similar to one that was not found, by rustc's rule (rustc_span::edit_distance: find_best_match_for_name)."""

from __future__ import annotations

from collections.abc import Iterable


def edit_distance(a: str, b: str, limit: int) -> int | None:
    """The restricted Damerau-Levenshtein distance, None if beyond `limit`."""
    if len(a) < len(b):
        a, b = b, a
    if len(a) - len(b) > limit:
        return None
    start = 0
    while start < len(b) and a[start] == b[start]:
        start += 1
    a, b = a[start:], b[start:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if not b:
        return len(a) if len(a) <= limit else None
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            cost = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (x != y))
            if i > 1 and j > 1 and x != y and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        before, row = row, current
    return row[-1] if row[-1] <= limit else None


def distance_with_substrings(a: str, b: str, limit: int) -> int | None:
    """As edit_distance, but lengthening a name at its ends costs half (rustc: edit_distance_with_substrings)."""
    n, m = len(a), len(b)
    big, small = max(n, m), min(n, m)
    difference = big - small
    unknown_half = m > n * 2 or n > m * 2
    found = edit_distance(a, b, limit + difference)
    if found is None:
        return None
    score = found - difference
    if score == 0 and difference > 0 and not unknown_half:
        score = 1
    else:
        score += difference if unknown_half else (difference + 1) // 2
    return score if score <= limit else None


def best_match(candidates: Iterable[str], lookup: str, limit: int | None = None, *, substrings: bool = False) -> str | None:
    """The candidate that the user most likely meant; None if there is no similar one. `substrings`: what is longer by a whole
    word counts as near."""
    names = list(dict.fromkeys(candidates))
    upper = lookup.upper()
    for name in names:
        if name.upper() == upper:
            return name
    bound = limit if limit is not None else max(len(lookup), 3) // 3
    best: str | None = None
    tied: list[str] = []
    for name in names:
        distance = distance_with_substrings(lookup, name, bound) if substrings else edit_distance(lookup, name, bound)
        if distance == 0:
            return name
        if distance is None:
            continue
        best = name
        if not substrings:
            bound = distance - 1
            continue
        if distance < bound:
            bound = distance
            tied.clear()
        tied.append(name)
    if len(tied) > 1:
        best = best_match(tied, lookup, len(lookup))
    if best is not None:
        return best
    sorted_lookup = "_".join(sorted(lookup.split("_")))
    for name in names:
        if "_".join(sorted(name.split("_"))) == sorted_lookup:
            return name
    return None
