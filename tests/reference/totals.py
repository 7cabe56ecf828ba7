"""Contingency, wheelchair and sums: every total is a sum of lines that are already rounded."""

import datetime
from fractions import Fraction

from assistant import Line
from budget import pence, percent, said, scaled
from days import nearest, share, text_of


def ratio(amount, fraction):
    """An amount over a fraction, to the nearest penny."""
    return nearest(amount * fraction.denominator, fraction.numerator)


# ---- contingency and wheelchair ----


def contingency_amount(calendar, budget, recurring):
    """Weeks of the cost of an average week, a part of what recurs, or a sum."""
    given = budget.contingency
    weeks, part = said(given, "weeks"), said(given, "percent")
    if weeks is not None:
        exact = recurring * Fraction(scaled(weeks, 100), 100) / calendar.weeks(budget.first, budget.last)
        return nearest(exact.numerator, exact.denominator)
    if part is not None:
        return nearest(recurring * percent(part), 1_000_000)
    return pence(said(given, "amount", 0))


def deployment_of_contingency(budget):
    given = said(budget.contingency, "deployment")
    deployments = [one.deployment for one in (*budget.assistants, *budget.lines)]
    if given or "direct_payment" in deployments or not deployments:
        return given or "direct_payment"
    return deployments[0]


def contingency_line(budget, amount, lines):
    """A part of what is provisional is provisional; a sum that was fixed is not."""
    is_fixed = "amount" in budget.contingency
    is_provisional = not is_fixed and any(line.is_provisional for line in lines)
    head = f"contingency/{text_of(budget.first)}", "", "contingency", budget.first, budget.last, amount
    return Line(*head, False, deployment_of_contingency(budget), is_provisional)


def wheelchair_costs(given):
    """The NHS's budget, and what the person pays for a dearer chair: elsewhere care is free."""
    prescribed = pence(said(given, "prescribed_cost", 0))
    price = pence(said(given, "price"))
    option = given["option"]
    budget = prescribed
    if option in ("third_party", "direct_payment"):
        budget += pence(said(given, "maintenance", 0))
    if option == "notional" or price is None:
        return budget, 0
    return budget, max(0, price - budget)


def wheelchair_line(budget, amount):
    option = budget.wheelchair["option"]
    deployment = "notional" if option.startswith("notional") else option
    head = f"wheelchair/{text_of(budget.first)}", "", "wheelchair", budget.first, budget.last, amount
    return Line(*head, True, deployment)


# ---- sums ----


def financial_years(budget, lines):
    """NHS financial years begin on 1 April; a line is apportioned by its days."""

    def year_of(day):
        date = datetime.date.fromordinal(day)
        return date.year - (date.month < 4)

    years = range(year_of(budget.first), year_of(budget.last) + 1)
    firsts = {year: datetime.date(year, 4, 1).toordinal() for year in (*years, years[-1] + 1)}
    sums = dict.fromkeys(years, 0)
    for line in lines:
        met = range(year_of(line.first), year_of(line.last) + 1)
        days = [min(line.last, firsts[year + 1] - 1) - max(line.first, firsts[year]) + 1 for year in met]
        sign = -1 if line.amount < 0 else 1
        for year, amount in zip(met, share(abs(line.amount), days)):
            sums[year] += sign * amount
    return {str(year): amount for year, amount in sums.items()}


def sums_by(lines, column):
    sums = {}
    for line in lines:
        key = getattr(line, column)
        sums[key] = sums.get(key, 0) + line.amount
    return sums


def total_up(calendar, budget, lines, contingency_outside, person_pays, by_funder):
    contingency = sum(line.amount for line in lines if line.category == "contingency")
    recurring = sum(line.amount for line in lines if not line.is_one_off) - contingency
    return {
        "recurring": recurring,
        "one_off": sum(line.amount for line in lines if line.is_one_off),
        "contingency": contingency,
        "contingency_outside": contingency_outside,
        "total": sum(line.amount for line in lines),
        "person_pays": person_pays,
        "weekly": ratio(recurring, calendar.weeks(budget.first, budget.last)),
        "full_year": ratio(recurring, calendar.years(budget.first, budget.last)),
        "by_category": sums_by(lines, "category"),
        "by_deployment": sums_by(lines, "deployment"),
        "by_funder": by_funder,
        "by_financial_year": financial_years(budget, lines),
    }
