#!/usr/bin/env python3
"""The limit of a review for every anchor there is: compare_every_limit.py EVERY_LIMIT [JAVA CLASSES]

All 109,573 days from 1900 to 2199 as anchors and all steps of 1 to 24 months: the limits of the
library, of dateutil's relativedelta and of java.time's LocalDate are compared one by one, all of
them. The days they are due on are worked out here from weekends and bank holidays.
"""

import array
import datetime
import subprocess
import sys

from compare_bank_holidays import holidays
from dateutil.relativedelta import relativedelta

STEPS = 24
FIRST, LAST = datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)
EPOCH = datetime.date(1970, 1, 1).toordinal()
COUNT = LAST.toordinal() - FIRST.toordinal() + 1
NONE = -(2**31)
KNOWN = range(2011, 2029)  # the years whose bank holidays are published
SATURDAY = 5


def numbers_of(*command):
    run = subprocess.run(command, capture_output=True, check=True)
    numbers = array.array("i")
    numbers.frombytes(run.stdout)
    return numbers


def limits_by_dateutil(days, months):
    step = relativedelta(months=months)
    limits = array.array("i")
    for day in days:
        limit = day + step
        limits.append(limit.toordinal() - EPOCH if limit <= LAST else NONE)
    return limits


def due_days():
    """By the number of a limit, the day it is due on: the last that is neither weekend nor holiday."""
    off = {datetime.date.fromisoformat(day).toordinal() for year in KNOWN for day in holidays(year)}
    due, found = {NONE: NONE}, FIRST.toordinal()
    for day in range(FIRST.toordinal(), LAST.toordinal() + 1):
        is_off = datetime.date.fromordinal(day).weekday() >= SATURDAY or day in off
        found = found if is_off else day
        due[day - EPOCH] = found - EPOCH
    return due


def first_difference(expected, found, days):
    """None, or a sentence about the first day for which two columns differ."""
    if expected == found:
        return None
    if len(expected) != len(found):
        return f"{len(found)} days, not {len(expected)}"
    index = next(i for i, pair in enumerate(zip(expected, found)) if pair[0] != pair[1])
    return f"{days[index]}: day {found[index]} since 1970, not {expected[index]}"


def main(program, java=None, classes=None):
    days = [FIRST + datetime.timedelta(days=i) for i in range(COUNT)]
    ours = numbers_of(program, str(STEPS))
    theirs = numbers_of(java, "-cp", classes, "EveryLimit", str(STEPS)) if java else None
    due = due_days()
    failed = 0
    print(f"1..{3 * STEPS + 1}")
    for months in range(1, STEPS + 1):
        step = ours[2 * COUNT * (months - 1) : 2 * COUNT * months]
        limits, days_due = step[0::2], step[1::2]
        faults = {
            "dateutil": first_difference(limits_by_dateutil(days, months), limits, days),
            "java.time": theirs
            and first_difference(theirs[COUNT * (months - 1) : COUNT * months], limits, days),
            "due": first_difference(array.array("i", map(due.get, limits)), days_due, days),
        }
        for index, (name, fault) in enumerate(faults.items(), 3 * months - 2):
            skip = " # SKIP there is no Java" if name == "java.time" and not java else ""
            failed += fault is not None
            what = "days due" if name == "due" else f"limits of {name}"
            print(f"{'not ok' if fault else 'ok'} {index} - {months} months, {COUNT:,} {what}{skip}")
            if fault:
                print(f"# {fault}")
    whole = len(ours) == 2 * COUNT * STEPS and COUNT == 109_573
    print(f"{'ok' if whole else 'not ok'} {3 * STEPS + 1} - all of them were compared")
    return 1 if failed or not whole else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
