"""Who pays: what names a funder goes there whole, the rest is split as the funders have agreed."""

from days import share
from employer import share_of_allowance

NOBODY = "(no funder)"
WHOLE = 1_000_000


def named_amounts(budget, lines):
    """What goes to a funder by name. An assistant brings their part of the Employment Allowance along."""
    sums = {}
    funder_of = {assistant.id: assistant.funder for assistant in budget.assistants if assistant.funder}
    for line in lines:
        if line.funder:
            sums[line.funder] = sums.get(line.funder, 0) + line.amount
        if line.category == "employment_allowance" and funder_of:
            for name, spared in share_of_allowance(lines, line).items():
                if name in funder_of:
                    sums[funder_of[name]] -= spared
    return sums


def split_of_rest(funders, rest, notes):
    """Fixed amounts first, then shares of what is left, else all to the one funder without either."""
    sums = dict.fromkeys((funder.id for funder in funders), 0)
    left = rest
    for funder in funders:
        if funder.amount is not None:
            taken = min(funder.amount, left)
            if taken < funder.amount and "costing.funders_beyond_total" not in notes:
                notes.append("costing.funders_beyond_total")
            sums[funder.id] += taken
            left -= taken
    sharing = [funder for funder in funders if funder.share is not None]
    if sharing:
        if sum(funder.share for funder in sharing) != WHOLE:
            raise ValueError("the shares of the funders do not add up to 100%")
        for funder, amount in zip(sharing, share(left, [funder.share for funder in sharing])):
            sums[funder.id] += amount
        return sums, 0
    open_to = [funder for funder in funders if funder.amount is None]
    if len(open_to) == 1:
        sums[open_to[0].id] += left
        return sums, 0
    return sums, left


def sums_by_funder(budget, lines, notes):
    if not budget.funders:
        return {}
    named = named_amounts(budget, lines)
    rest = sum(line.amount for line in lines) - sum(named.values())
    sums, left = split_of_rest(budget.funders, rest, notes)
    for name, amount in named.items():
        sums[name] += amount
    if left > 0:
        sums[NOBODY] = left
    return sums
