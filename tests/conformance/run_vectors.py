#!/usr/bin/env python3
"""Compares figures of the law and of costings with published ones: run_vectors.py ANSWERS_PROGRAM [PHB].

The vectors are not part of the project. PHB_VECTORS names a folder with employer-ni.json (a list
`cases`) and other.json, of which the lists below are read; without it everything is skipped.
"""

import json
import os
import sys
from pathlib import Path

import costed
from asking import ask

PERIODS = {"two_weekly": "fortnightly"}


def period_of(case):
    return PERIODS.get(case["period"], case["period"])


def load(folder, name):
    return json.loads(Path(folder, name).read_text(encoding="utf-8"))


def within(expected, tolerance=0):
    """A check of an answer in figures: how far it may be off."""
    def check(answer):
        return answer.isdigit() and abs(int(answer) - expected) <= tolerance
    return check


def equal(expected):
    return lambda answer: answer == expected


def recovers(case):
    """The answer is a rate: what it makes of the pay is rounded to the penny, halves up."""
    def check(answer):
        return answer.isdigit() and case["expected_recovery_pence"] == (
            case["statutory_pay_pence"] * int(answer) + 500_000) // 1_000_000
    return check


def payslip_questions(folder):
    for case in load(folder, "employer-ni.json")["cases"]:
        question = f"ni {case['pay_date']} {period_of(case)} {case['letter']} {case['gross_pence']}"
        yield case["id"], question, within(case["expected_employer_ni_pence"],
                                           case.get("tolerance_pence", 0))
    other = load(folder, "other.json")
    for case in other["pension"]:
        question = f"pension {case['pay_date']} {period_of(case)} {case['qualifying_pay_pence']}"
        yield case["id"], question, within(case["expected_employer_min_pence"])
    for case in other["pension_category"]:
        yield case["id"], (f"category {case['pay_date']} {period_of(case)} {case['pay_pence']} "
                           f"{case['age']} {int(case['over_spa'])}"), equal(case["expected"])


def law_questions(folder):
    other = load(folder, "other.json")
    for case in other["minimum_wage"]:
        key = "minimum_wage.apprentice" if case["apprentice"] else "minimum_wage.hourly"
        yield (case["id"], f"rate {key} {case['date']} {case['age']}",
               within(case["expected_pence_per_hour"]))
    for case in other["state_pension_age"]:
        yield case["id"], f"retires {case['dob']}", equal(case["expected"])
    for year, days in other["bank_holidays_england_wales"]["years"].items():
        yield (f"bank-holidays-{year}", f"holidays {year}-01-01 {year}-12-31",
               equal(",".join(days)))
        yield f"bank-holidays-{year}-count", f"count {year}-01-01 {year}-12-31", within(len(days))
    for case in other["employment_allowance"]:
        allowance = case["allowance_pence"]
        yield (case["id"], f"rate employment_allowance.amount {case['tax_year_start']} -1",
               within(allowance) if allowance else equal("RATE_NOT_IN_FORCE"))
    for case in other["family_pay_recovery"]:
        small = "_small" if case["small_employer"] else ""
        yield (case["id"], f"rate family_pay.recovery_rate{small} {case['paid_on']} -1",
               recovers(case))
    for case in other["redundancy"]:
        held = case["relevant_date"] >= "2013-04-06"
        yield (case["id"], f"rate redundancy.week_pay_most {case['relevant_date']} -1",
               within(case["cap_pence"]) if held else equal("RATE_NOT_IN_FORCE"))


def answered(program, folder):
    """Each case as its name and what is wrong with it, or nothing."""
    cases = [*payslip_questions(folder), *law_questions(folder)]
    answers = ask(program, [question for _, question, _ in cases])
    for (name, question, is_right), answer in zip(cases, answers):
        yield name, "" if is_right(answer) else f"{question}: {answer} is not what was published"


def main(program, phb=None):
    folder = os.environ.get("PHB_VECTORS")
    if not folder:
        print("1..0 # SKIP PHB_VECTORS is not set")
        return 0
    other = load(folder, "other.json")
    checked = [*answered(program, folder), *(costed.checks(phb, other) if phb else ())]
    skipped = [*costed.skipped(other)]
    for number, (name, fault) in enumerate(checked, start=1):
        print(f"{'not ok' if fault else 'ok'} {number} - {name}")
        if fault:
            print(f"# {fault}")
    for number, (section, count, reason) in enumerate(skipped, start=len(checked) + 1):
        print(f"ok {number} - {section}: {count} cases # SKIP {reason}")
    print(f"1..{len(checked) + len(skipped)}")
    return 1 if any(fault for _, fault in checked) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
