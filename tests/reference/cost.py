#!/usr/bin/env python3
"""Costs a budget in plain Python: cost.py BUDGET.json [--data DIR] [--on DATE]

Written from the rules of costing and not from the C, to be compared with it: whole pence, exact
fractions, nothing in common but the figures of the law. It takes a valid phb-budget/1 and prints a
phb-costing/1 without trace and without the wording of notes.
"""

import argparse
import json
import pathlib
import sys

from assistant import Employment
from budget import budget_of
from days import Calendar, day_of, tax_year_of, text_of
from employer import allowance_lines
from funders import sums_by_funder
from instalments import instalments_of
from law import Law
from lines import cost_line
from totals import contingency_amount, contingency_line, total_up, wheelchair_costs, wheelchair_line

DATA = pathlib.Path(__file__).resolve().parents[2] / "src" / "rates" / "data"


class Refused(Exception):
    """A budget for days whose law nobody knows."""


def refuse_unknown_days(law, budget, on):
    days = (budget.first, budget.last) if on is None else (on,)
    if not all(law.is_costed(day) for day in days):
        raise Refused("outside the days whose law is known or carried")


def cost_people(law, budget, calendar, on, notes):
    lines, payslips = [], []
    for assistant in budget.assistants:
        employment = Employment(law, calendar, assistant, on)
        employment.cost()
        lines += employment.lines
        payslips += employment.payslips
        notes += employment.notes
    return lines, payslips


def cost(document, law, on=None):
    """Lines, payslips, totals, instalments and the rules of notes, in pence and ordinal days."""
    budget = budget_of(document)
    refuse_unknown_days(law, budget, on)
    calendar = Calendar(budget.first, budget.last, budget.is_52)
    notes = []
    lines, payslips = cost_people(law, budget, calendar, on, notes)
    for line in budget.lines:
        costed = list(cost_line(calendar, line, budget.assistants))
        lines += costed
        notes += [] if costed else ["costing.outside_period"]
    lines += list(allowance_lines(law, budget, lines, on, notes))
    outside = person_pays = 0
    if budget.contingency:
        recurring = sum(line.amount for line in lines if not line.is_one_off)
        amount = contingency_amount(calendar, budget, recurring)
        if budget.contingency.get("held") == "outside":
            outside = amount
        else:
            lines.append(contingency_line(budget, amount, lines))
    if budget.wheelchair:
        amount, person_pays = wheelchair_costs(budget.wheelchair)
        lines.append(wheelchair_line(budget, amount))
    by_funder = sums_by_funder(budget, lines, notes)
    if payslips and tax_year_of(budget.first) != tax_year_of(budget.last):
        notes.append("costing.tax_year")
    if on is not None:
        notes.append("costing.law_on")
    if any(line.is_provisional for line in lines):
        notes.append("costing.provisional")
    return {
        "lines": lines,
        "payslips": payslips,
        "totals": total_up(calendar, budget, lines, outside, person_pays, by_funder),
        "instalments": instalments_of(budget, lines),
        "notes": notes,
    }


# ---- as JSON ----


def pounds(pence):
    sign = "-" if pence < 0 else ""
    return f"{sign}{abs(pence) // 100}.{abs(pence) % 100:02d}"


def line_row(line):
    return {
        "id": line.id,
        "of": line.of,
        "category": line.category,
        "start": text_of(line.first),
        "end": text_of(line.last),
        "amount": pounds(line.amount),
        "one_off": line.is_one_off,
        "deployment": line.deployment,
        "provisional": line.is_provisional,
    }


def payslip_row(slip):
    return {
        "of": slip.of,
        "start": text_of(slip.first),
        "end": text_of(slip.last),
        "frequency": slip.frequency,
        "basic": pounds(slip.basic),
        "leave": pounds(slip.leave),
        "gross": pounds(slip.gross),
        "employer_ni": pounds(slip.employer_ni),
        "pension": pounds(slip.pension),
        "ni_letter": slip.letter,
        "pension_member": slip.is_member,
        "slips_numerator": slip.slips.numerator,
        "slips_denominator": slip.slips.denominator,
    }


def written(document, costing):
    """A costing in the form of phb-costing/1."""

    def total(value):
        return {key: pounds(amount) for key, amount in value.items()} if isinstance(value, dict) else pounds(value)

    return {
        "format": "phb-costing/1",
        "period": document["period"],
        "provisional": any(line.is_provisional for line in costing["lines"]),
        "lines": [line_row(line) for line in costing["lines"]],
        "payslips": [payslip_row(slip) for slip in costing["payslips"]],
        "totals": {name: total(value) for name, value in costing["totals"].items()},
        "instalments": [{"on": text_of(day), "amount": pounds(amount)} for day, amount in costing["instalments"]],
        "notes": [{"rule": rule} for rule in costing["notes"]],
    }


def main():
    parser = argparse.ArgumentParser(description="Costs a budget in plain Python.")
    parser.add_argument("budget", type=pathlib.Path)
    parser.add_argument("--data", type=pathlib.Path, default=DATA, help="the folder with the law")
    parser.add_argument("--on", type=day_of, help="cost every day by the law of this one")
    arguments = parser.parse_args()
    document = json.loads(arguments.budget.read_text(encoding="utf-8"))
    try:
        costing = cost(document, Law(arguments.data), arguments.on)
    except Refused as refusal:
        print(f"{arguments.budget}: {refusal}", file=sys.stderr)
        return 2
    print(json.dumps(written(document, costing), indent=2, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
