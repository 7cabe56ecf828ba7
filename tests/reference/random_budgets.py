#!/usr/bin/env python3
"""Makes up valid budgets: random_budgets.py [--seed S] [--count N] [--figures-only], one a line.

Each member of a phb-budget/1 turns up, most often near what is easily got wrong: birthdays, the
edges of tax years, 29 February, thresholds. The same seed gives the same budgets. Figures only
leaves out what changes no figure.
"""

import argparse
import json
import random

from days import add_months, day_of, text_of
from random_parts import bank_holiday, hours, leave, pension, provider, sickness

FIRST, LAST = day_of("2013-04-06"), day_of("2029-04-05")

CATEGORIES = (
    "agency self_employed service therapy equipment equipment_maintenance activity travel mileage insurance payroll "
    "pension_setup recruitment dbs training emergency_cover managed_account third_party_fee unpaid_carer_support "
    "redundancy_reserve other"
).split()
RESTRICTED = (
    "alcohol tobacco gambling debt illegal primary_medical emergency_treatment surgery medication nhs_charges dental "
    "vaccination screening tests"
).split()
PERS = "once week fortnight four_weeks month quarter year payslip assistant assistant_year".split()
COHORTS = (
    "adult_chc fast_track child_continuing_care section_117 wheelchair learning_disability_autism mental_health "
    "long_term_condition end_of_life hospital_discharge maternity education_health_care other"
).split()
UNITS = ["hour", "waking_night_hour", "sleep_in", "visit", "mile", "item"]
LETTERS = "A A A B C D E F H H I J K L M M N S V V X X Z Z".split()
RELATIONSHIPS = "none spouse partner parent child sibling grandparent aunt_uncle in_law friend".split()
STARTS = ["2016-02-29", "2020-02-29", "2024-02-29", "2028-02-29", "2023-02-28", "2026-08-31"]
DEPLOYMENTS = ["direct_payment"] * 4 + ["third_party", "notional"]
AGES = [16, 21, 22, 25, 66, 67, 75]


def pounds(pence):
    return f"{pence // 100}.{pence % 100:02d}"


# ---- days ----


def period(dice):
    """Most run for a year from April; the others begin or end where something changes."""
    kind = dice.random()
    year = dice.randint(2013, 2028)
    if kind < 0.4:
        start = day_of(f"{year}-04-06")
    elif kind < 0.55:
        start = day_of(f"{dice.randint(2014, 2028)}-04-{dice.choice(['01', '05', '07'])}")
    elif kind < 0.62:
        start = day_of(dice.choice(STARTS))
    else:
        start = dice.randint(FIRST, LAST)
    length = dice.random()
    if length < 0.5:
        end = add_months(start, 12) - 1
    elif length < 0.7:
        end = start + dice.randint(0, 120)
    elif length < 0.95:
        end = start + dice.randint(120, 1200)
    else:
        end = add_months(start, 12 * dice.randint(3, 10)) - 1
    return start, min(end, LAST)


def day_near(dice, start, end):
    """A day of the period, or one a little outside, or an edge of it or of a tax year."""
    kind = dice.random()
    if kind < 0.2:
        return dice.choice([start, end, start - 1, end + 1])
    if kind < 0.35:
        year = int(text_of(dice.randint(start, end))[:4])
        return day_of(f"{year}-04-{dice.choice(['05', '06'])}")
    return dice.randint(start - 20, end + 20)


def stretch(dice, start, end, given):
    """Adds a start, an end, both or neither, in this order."""
    days = sorted(day_near(dice, start, end) for _ in range(2))
    kind = dice.random()
    if kind < 0.25:
        given["start"] = text_of(days[0])
    elif kind < 0.5:
        given["end"] = text_of(days[1])
    elif kind < 0.7:
        given["start"], given["end"] = (text_of(day) for day in days)


def date_of_birth(dice, start, end):
    """Often one whose birthday lies in the period; sometimes 29 February."""
    kind = dice.random()
    if kind < 0.15:
        return None
    if kind < 0.25:
        return f"{dice.choice([1952, 1956, 1960, 1992, 1996, 2000, 2004, 2008])}-02-29"
    if kind < 0.65:
        near = text_of(day_near(dice, start, end))
        day = near[4:] if near[4:] != "-02-29" else "-03-01"
        return f"{int(near[:4]) - dice.choice(AGES):04d}{day}"
    if kind < 0.75:  # those who reach State Pension age in years and months, or on a day of a table
        return dice.choice([f"1960-{dice.randint(4, 12):02d}-{dice.choice(['05', '06', '30', '28'])}", "1961-03-05",
                            f"1954-{dice.randint(1, 12):02d}-05", f"1953-12-0{dice.randint(4, 7)}", "1960-07-31"])
    return text_of(dice.randint(start - 200, end) - dice.randint(15, 78) * 365)


# ---- the people ----


def assistant(dice, index, start, end, figures_only):
    given = {"id": f"pa-{index}", "pay_frequency": dice.choice(["weekly", "fortnightly", "four_weekly", "monthly"])}
    born = date_of_birth(dice, start, end)
    if born:
        given["date_of_birth"] = born
    if dice.random() < 0.35:
        given["ni_letter"] = dice.choice(LETTERS)
    if dice.random() < 0.4:
        stretch(dice, start, end, given)
    first = day_of(given["start"]) if "start" in given else start
    if dice.random() < 0.3:
        given["employed_since"] = text_of(min(first, start) - dice.choice([0, 1, 200, 2000]))
    if dice.random() < 0.4:
        given["days_per_week"] = dice.choice([1, 2, 3.5, 4, 5, 5.5, 6, 7, 0.5, 5.25])
    given["hours"] = [hours(dice, start, end, first) for _ in range(dice.choice([1, 1, 1, 2, 2, 3, 4]))]
    if dice.random() < 0.4:
        given["bank_holiday"] = bank_holiday(dice)
    given["leave"] = leave(dice, given["hours"])
    if dice.random() < 0.6:
        given["pension"] = pension(dice)
    if dice.random() < 0.5:
        given["sickness"] = sickness(dice, given["hours"])
    given["deployment"] = dice.choice(DEPLOYMENTS)
    if not figures_only and dice.random() < 0.3:
        given["name"] = "Ada Ł. O’Neill"
        given["relationship"] = dice.choice(RELATIONSHIPS)
        given["lives_in_household"] = dice.random() < 0.5
        given["necessity_approved_on"] = text_of(start)
    return given


def employer(dice, start, end, figures_only):
    allowance = {"claim": dice.random() < 0.85}
    if dice.random() < 0.35:
        first = max(2013, int(text_of(start)[:4]) - 1)
        years = sorted(dice.sample(range(first, first + 3), dice.randint(1, 2)))
        allowance["already_used"] = [
            {"tax_year": year, "amount": pounds(dice.choice([0, 100000, 499999, 1049900, 2000000]))} for year in years
        ]
    given = {"employment_allowance": allowance}
    if not figures_only and dice.random() < 0.5:
        given["kind"] = dice.choice(["person", "representative", "nominee", "third_party"])
    return given


# ---- everything else ----


def price(dice):
    kind = dice.random()
    if kind < 0.2:
        return f"{dice.randint(0, 5000000) / 10000:.4f}"
    if kind < 0.3:
        return dice.randint(0, 500)
    return pounds(dice.randint(0, 60000))


def dated_price(dice, start, end, first):
    days = sorted({first - dice.choice([0, 0, 30]), *(dice.randint(start, end) for _ in range(dice.randint(0, 3)))})
    days = [days[0], *(day for day in days[1:] if day > first)]
    return [{"from": text_of(day), "amount": price(dice)} for day in days]


def line(dice, index, start, end, people, figures_only):
    categories = RESTRICTED if not figures_only and dice.random() < 0.04 else CATEGORIES
    given = {"id": f"line-{index}", "category": dice.choice(categories), "per": dice.choice(PERS)}
    if dice.random() < 0.5:
        stretch(dice, start, end, given)
    first = day_of(given["start"]) if "start" in given else start
    is_dated = given["per"] not in ("once", "assistant") and dice.random() < 0.3
    given["amount"] = dated_price(dice, start, end, first) if is_dated else price(dice)
    if dice.random() < 0.4:
        given["quantity"] = dice.choice([0, 1, 2, 0.5, 12.25, 1.3333, 0.0001, 520, dice.randint(1, 100000) / 100])
    if dice.random() < 0.3:
        given["unit"] = dice.choice(UNITS)
    if given["per"] in ("payslip", "assistant", "assistant_year") and people and dice.random() < 0.6:
        given["assistants"] = dice.sample(people, dice.randint(1, len(people)))
    given["deployment"] = dice.choice(DEPLOYMENTS)
    if not figures_only and dice.random() < 0.2:
        given["provider"] = provider(dice, text_of(start))
    return given


def contingency(dice):
    given = dice.choice([
        {"weeks": dice.choice([0, 1, 2.5, 4, 8])},
        {"percent": dice.choice(["5%", "10%", "12.5%", "3.3333%", "0%"])},
        {"amount": pounds(dice.randint(0, 300000))},
    ])
    if dice.random() < 0.6:
        given["held"] = dice.choice(["inside", "outside"])
    if dice.random() < 0.4:
        given["deployment"] = dice.choice(DEPLOYMENTS)
    if dice.random() < 0.5:
        given["paid"] = dice.choice(["spread", "on_request"])
    return given


def shares(dice, count):
    """Percentages with four decimals that add up to exactly 100."""
    cuts = sorted(dice.randint(0, 1_000_000) for _ in range(count - 1))
    if dice.random() < 0.4:
        cuts = [1_000_000 * i // count for i in range(1, count)]
    parts = [high - low for low, high in zip([0, *cuts], [*cuts, 1_000_000])]
    return [f"{part // 10000}.{part % 10000:04d}%" for part in parts]


def funders(dice, figures_only):
    count = dice.randint(1, 4)
    given = [{"id": name} for name in ("nhs", "la", "education", "charity")[:count]]
    fixed = dice.choice([0, 0, 0, 1, 1, 2])
    for funder in given[:fixed]:
        funder["amount"] = pounds(dice.choice([0, 50000, dice.randint(0, 3000000)]))
    rest = given[fixed:]
    if rest and dice.random() < 0.7:
        sharing = rest[: dice.randint(1, len(rest))]
        for funder, part in zip(sharing, shares(dice, len(sharing))):
            funder["share"] = part
    if not figures_only:
        for funder in given:
            funder["kind"] = dice.choice(["nhs", "nhs_other", "social_care", "education", "charity"])
        if dice.random() < 0.2:
            given[-1]["client_contribution"] = "12.50"
    dice.shuffle(given)
    return given


def payments(dice, start, end, figures_only):
    given = {"frequency": dice.choice(["weekly", "four_weekly", "monthly", "monthly", "once"])}
    if dice.random() < 0.6:
        given["first_payment"] = text_of(min(end, start + dice.choice([0, -5, 10, -40, 60, dice.randint(-31, 45)])))
    if not figures_only and dice.random() < 0.4:
        given["notice_weeks"] = 4
    return given


def wheelchair(dice, figures_only):
    given = {
        "option": dice.choice(["notional", "notional_with_contribution", "third_party", "direct_payment"]),
        "prescribed_cost": pounds(dice.randint(0, 300000)),
    }
    if dice.random() < 0.8:
        given["price"] = pounds(dice.randint(0, 500000))
    if dice.random() < 0.6:
        given["maintenance"] = pounds(dice.randint(0, 50000))
    if not figures_only and dice.random() < 0.5:
        given["period_years"] = dice.choice([3, 5])
    return given


def particulars(dice, start, names):
    """What is kept and changes no figure."""
    given = {"agreed_by_line": {name: "31000.00" for name in names}} if names else {}
    third_party = {"organisation": "Support Ltd", "agreement_on": text_of(start), "last_audit_on": text_of(start)}
    return given | {
        "cohort": dice.choice(COHORTS),
        "kind": dice.choice(["ongoing", "one_off"]),
        "management": {"account": "managed", "where_held": "a bank", "responsible": "the person",
                       "records": "receipts", "third_party": third_party},
        "indicative": "52000.00",
        "agreed": "53000.00",
        "agreed_on": text_of(start),
    }


def name_funders(dice, budget):
    names = [funder["id"] for funder in budget["funders"]]
    for one in (*budget.get("assistants", []), *budget.get("lines", [])):
        if dice.random() < 0.25:
            one["funder"] = dice.choice(names)


def random_budget(dice, figures_only=False):
    start, end = period(dice)
    budget = {"format": "phb-budget/1", "period": {"start": text_of(start), "end": text_of(end)}}
    if dice.random() < 0.35:
        budget["weeks_in_year"] = dice.choice(["days", "52", "52"])
    count = dice.choice([0, 1, 1, 2, 2, 3, 4])
    people = [assistant(dice, index, start, end, figures_only) for index in range(1, count + 1)]
    names = [person["id"] for person in people]
    plain = [line(dice, index, start, end, names, figures_only) for index in range(1, dice.randint(0, 7) + 1)]
    for member, value in (("assistants", people), ("lines", plain)):
        if value:
            budget[member] = value
    if dice.random() < 0.6:
        budget["employer"] = employer(dice, start, end, figures_only)
    if dice.random() < 0.5:
        budget["contingency"] = contingency(dice)
    if dice.random() < 0.5:
        budget["funders"] = funders(dice, figures_only)
        name_funders(dice, budget)
    if dice.random() < 0.6:
        budget["payments"] = payments(dice, start, end, figures_only)
    if dice.random() < 0.12:
        budget["wheelchair"] = wheelchair(dice, figures_only)
    if not figures_only and dice.random() < 0.3:
        budget.update(particulars(dice, start, names))
    return budget


def main():
    parser = argparse.ArgumentParser(description="Makes up valid budgets, one a line.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--figures-only", action="store_true", help="without members that change no figure")
    arguments = parser.parse_args()
    dice = random.Random(arguments.seed)
    for _ in range(arguments.count):
        print(json.dumps(random_budget(dice, arguments.figures_only), ensure_ascii=False))


if __name__ == "__main__":
    main()
