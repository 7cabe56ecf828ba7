#!/usr/bin/env python3
"""Compares payslips with published ones: run_vectors.py PAYSLIPS_PROGRAM.

The vectors are not part of the project. PHB_VECTORS names a folder with employer-ni.json (a list
`cases`) and other.json (its list `pension` is read); without it everything is skipped.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

PERIODS = {"two_weekly": "fortnightly"}


def period_of(case):
    return PERIODS.get(case["period"], case["period"])


def load(folder, name):
    return json.loads(Path(folder, name).read_text(encoding="utf-8"))


def questions(folder):
    """(name, question, expected pence, tolerated difference) of each case."""
    for case in load(folder, "employer-ni.json")["cases"]:
        question = f"ni {case['pay_date']} {period_of(case)} {case['letter']} {case['gross_pence']}"
        yield case["id"], question, case["expected_employer_ni_pence"], case.get("tolerance_pence", 0)
    for case in load(folder, "other.json")["pension"]:
        question = f"pension {case['pay_date']} {period_of(case)} {case['qualifying_pay_pence']}"
        yield case["id"], question, case["expected_employer_min_pence"], 0


def is_right(answer, expected, tolerance):
    return answer.isdigit() and abs(int(answer) - expected) <= tolerance


def main():
    folder = os.environ.get("PHB_VECTORS")
    if not folder:
        print("1..0 # SKIP PHB_VECTORS is not set")
        return 0
    cases = list(questions(folder))
    asked = "".join(question + "\n" for _, question, _, _ in cases)
    run = subprocess.run([sys.argv[1]], input=asked, capture_output=True, text=True, check=True)
    answers = run.stdout.split()
    print(f"1..{len(cases)}")
    failed = 0
    for number, (case, answer) in enumerate(zip(cases, answers, strict=True), start=1):
        name, question, expected, tolerance = case
        right = is_right(answer, expected, tolerance)
        failed += not right
        print(f"{'ok' if right else 'not ok'} {number} - {name}")
        if not right:
            print(f"# {question}: {answer}, not {expected}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
