"""Published costs and what a costing comes to: budgets that say what the published cases say.

Pay is made to come out to the penny: so many hours a week, at a rate with hundredths of a penny.
"""

import datetime
import json
import subprocess
from fractions import Fraction

WEEKS = {"weekly": 1, "fortnightly": 2, "four_weekly": 4}
FIRST_HELD = "2013-04-06"
EARNS_ENOUGH = 20_000  # a week, in pence, where a case does not say


def pence(text):
    return round(Fraction(text) * 100)


def tax_year(day):
    """First and last day of the tax year of a day."""
    date = datetime.date.fromisoformat(day)
    year = date.year - ((date.month, date.day) < (4, 6))
    return datetime.date(year, 4, 6), datetime.date(year + 1, 4, 5)


def rate_of(pay_pence, frequency, hours):
    """Pounds an hour that make a payslip of so many pence, by 52 weeks a year."""
    weeks = Fraction(52, 12) if frequency == "monthly" else WEEKS[frequency]
    return f"{float(Fraction(pay_pence, 100) / (weeks * hours)):.4f}"


def budget_of(first, last, frequency, pay_pence, **said):
    """One assistant with the same pay throughout, employed with a direct payment."""
    hours = 20
    assistant = {
        "id": "pa",
        "pay_frequency": frequency,
        "hours": [{"hours_per_week": hours, "rate": rate_of(pay_pence, frequency, hours)}],
        "leave": {"method": "none", "reason": "family does"},
        "deployment": "direct_payment",
    }
    employer = said.pop("employer", None)
    budget = {
        "format": "phb-budget/1",
        "period": {"start": str(first), "end": str(last)},
        "weeks_in_year": "52",
        "assistants": [assistant | said],
    }
    return budget | ({"employer": employer} if employer else {})


def cost(phb, budget):
    run = subprocess.run(
        [phb, "cost", "-", "--format", "json"],
        input=json.dumps(budget),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return json.loads(run.stdout) if run.returncode == 0 else {"refused": run.stderr}


def faults(pairs):
    """What is not as published, in words; nothing when all is."""
    return "; ".join(f"{name} is {found}, published {wanted}" for name, found, wanted in pairs if found != wanted)


def sum_of(costing, category):
    return sum(pence(line["amount"]) for line in costing["lines"] if line["category"] == category)


# ---- the sections ----


def annual_cost(phb, case):
    """A year's payslips: 52 weeks or twelve months are a tax year."""
    expected = case["expected"]
    letter = {} if case["letter"] == "A" else {"ni_letter": case["letter"]}
    membership = "opted_in" if case["pension_member"] else "opted_out"
    first, last = tax_year(case["pay_date"])
    budget = budget_of(
        first, last, case["period"], expected["gross_pence"], pension={"membership": membership}, **letter
    )
    costing = cost(phb, budget)
    slip = costing["payslips"][0]
    return faults([
        ("payslips", Fraction(slip["slips_numerator"], slip["slips_denominator"]), case["periods"]),
        ("gross", pence(slip["gross"]), expected["gross_pence"]),
        ("employer NI", pence(slip["employer_ni"]), expected["employer_ni_pence"]),
        ("pension", pence(slip["pension"]), expected["employer_pension_pence"]),
        ("total", pence(costing["totals"]["total"]), expected["total_pence"]),
    ])


def employment_allowance(phb, case):
    """Twelve months at 1,200.00, the pay that the published National Insurance is of."""
    first, last = tax_year(case["tax_year_start"])
    claimed = {"employment_allowance": {"claim": True}}
    costing = cost(phb, budget_of(first, last, "monthly", 120_000, employer=claimed))
    spared = -sum_of(costing, "employment_allowance")
    employer_ni = sum_of(costing, "employer_ni")
    return faults([
        ("employer NI", employer_ni, sum(case["employer_ni_by_period_pence"])),
        ("payable", employer_ni - spared, sum(case["expected_payable_by_period_pence"])),
        ("allowance left", case["allowance_pence"] - spared, case["expected_allowance_left_pence"]),
    ])


def is_a_week_of_sickness(case):
    """Whole, without waiting days: that is what a costing counts."""
    first, last = (datetime.date.fromisoformat(case[end]) for end in ("sick_start", "sick_end"))
    days = (first + datetime.timedelta(n) for n in range((last - first).days + 1))
    sick = [day.isoweekday() % 7 for day in days]
    has_waited = case["sick_start"] >= "2026-04-06" or case["linked_qualifying_days"] > 3
    return case["sick_start"] >= FIRST_HELD and has_waited and sick == case["qualifying_weekdays_sun0"]


def ssp(phb, case):
    first, last = tax_year(case["sick_start"])
    pay = case["average_weekly_earnings_pence"] or EARNS_ENOUGH
    costing = cost(phb, budget_of(first, last, "weekly", pay, sickness={"weeks": 1}))
    return faults([("sick pay", sum_of(costing, "sickness"), case["expected_ssp_pence"])])


def is_a_whole_year(case):
    return not any(case[day] for day in ("leave_year_start", "start_date", "leaving_date"))


def holiday_days(phb, case):
    """Cover at 1,000.00 a week, so that the weeks of leave can be read off to five decimals."""
    cover = {"method": "cover", "by": "agency", "rate": "50.00"}
    days = float(case["days_per_week"])
    costing = cost(phb, budget_of(*tax_year("2026-06-01"), "weekly", 20_000, leave=cover, days_per_week=days))
    found = sum_of(costing, "cover") / 100_000 * days
    return faults([("days of leave", f"{found:.2f}", f"{float(case['expected_days']):.2f}")])


# Which cases a costing can say something to.
EXPRESSIBLE = {"ssp": is_a_week_of_sickness, "holiday_days": is_a_whole_year}

SKIPPED = {
    "holiday_days": "a costing sets leave aside by the year; who starts and leaves within one is payroll's",
    "holiday_irregular_accrual": "a costing sets aside 12.07% of pay; hours of leave are payroll's",
    "ssp": "waiting days and parts of a week are payroll's, and years before 2013 are not held",
    "ssp_daily_table": "a costing counts weeks of sickness, not days",
}


def is_expressible(section, case):
    return section not in EXPRESSIBLE or EXPRESSIBLE[section](case)


def checks(phb, other):
    """Each case as (name, what is not as published)."""
    for section in (annual_cost, employment_allowance, ssp, holiday_days):
        for case in other[section.__name__]:
            if is_expressible(section.__name__, case):
                yield f"{section.__name__}: {case['id']}", section(phb, case)


def skipped(other):
    """(section, how many of its cases, why)."""
    for section, reason in SKIPPED.items():
        rest = other[section]
        if section in EXPRESSIBLE:
            rest = [case for case in rest if not is_expressible(section, case)]
        yield section, len(rest), reason
