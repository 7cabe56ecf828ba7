"""The Employment Allowance: it belongs to the employer, whatever the number of assistants."""

import datetime

from assistant import Line
from days import first_of_tax_year, share, tax_year_of, text_of


def ni_by_assistant(lines, year):
    """Gross NI of a tax year of those employed with a direct payment, in the order of the budget."""
    sums = {}
    for line in lines:
        is_counted = line.category == "employer_ni" and line.deployment == "direct_payment"
        if is_counted and tax_year_of(line.first) == year:
            sums[line.of] = sums.get(line.of, 0) + line.amount
    return sums


def is_use_unknown(budget, year):
    """Begun inside a tax year with people employed before: how much is used up by now must be said."""
    start = datetime.date.fromordinal(budget.first)
    if (start.month, start.day) == (4, 6) or year != tax_year_of(budget.first):
        return False
    return year not in budget.allowance_used and any(
        assistant.deployment == "direct_payment"
        and assistant.employed_since is not None
        and assistant.employed_since < budget.first
        for assistant in budget.assistants
    )


def allowance_lines(law, budget, lines, on, notes):
    """One negative line for each tax year with NI to be met: gross NI stays visible."""
    if not budget.claims_allowance:
        return
    for year in range(tax_year_of(budget.first), tax_year_of(budget.last) + 1):
        first = max(budget.first, first_of_tax_year(year))
        last = min(budget.last, first_of_tax_year(year + 1) - 1)
        law_day = on or first
        allowance = law.on("employment_allowance.amount", law_day)
        employer_ni = sum(ni_by_assistant(lines, year).values())
        if allowance is None or employer_ni == 0:
            continue
        if is_use_unknown(budget, year):
            notes.append("costing.allowance_not_known")
            continue
        left = max(0, allowance - budget.allowance_used.get(year, 0))
        head = f"employment_allowance/{text_of(first)}", "", "employment_allowance", first, last
        yield Line(*head, -min(employer_ni, left), False, "direct_payment", law_day > law.last_day)


def share_of_allowance(lines, allowance):
    """What each assistant is spared of one allowance line, by gross NI."""
    sums = ni_by_assistant(lines, tax_year_of(allowance.first))
    return dict(zip(sums, share(-allowance.amount, list(sums.values()))))
