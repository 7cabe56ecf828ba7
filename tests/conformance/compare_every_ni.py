#!/usr/bin/env python3
"""Employer National Insurance, every penny of it: compare_every_ni.py EVERY_NI_PROGRAM REFERENCE

Weekly pay from £0.00 to £2,000.00 by the penny, other pay periods by coarser steps, for each letter
in force, in each tax year that is held and after the change of November 2022. Each amount is worked
out a second time here, in whole numbers, with the figures of the law from the folder REFERENCE, and
every one is compared. One process on each side for every core.
"""

import array
import bisect
import multiprocessing
import subprocess
import sys
from pathlib import Path

FIRST_YEAR = 2013
CHANGES = ("2022-11-06",)  # within a tax year
# The name of a pay period here, its letter in questions, the step in pence and the most pay. The
# steps have no factor in common with rates and thresholds, so that third decimals of all kinds turn up.
PERIODS = (
    ("weekly", "w", 1, 200_000),
    ("fortnightly", "f", 7, 400_000),
    ("four_weekly", "4", 11, 800_000),
    ("monthly", "m", 13, 870_000),
)


def days_of(law, text_of, day_of):
    """The first day of each tax year held, and of each change within one."""
    years = range(FIRST_YEAR, int(text_of(law.last_day)[:4]))
    return sorted([f"{year}-04-06" for year in years] + [*CHANGES], key=day_of)


def rounded(pay, rate):
    """A rate in parts per million of some pence: the third decimal of a pound, 5 or less down."""
    thousandths = pay * rate // 100_000
    return thousandths // 10 + (thousandths % 10 >= 6)


def band(amounts, lower, upper, rate):
    """What pay between two edges costs: nothing below, a fixed sum above, and between them the pay."""
    first, beyond = bisect.bisect_right(amounts, lower), len(amounts)
    if upper is not None:
        beyond = bisect.bisect_right(amounts, upper)
    between = [rounded(pay - lower, rate) for pay in amounts[first:beyond]]
    above = [rounded(upper - lower, rate)] * (len(amounts) - beyond) if beyond < len(amounts) else []
    return [0] * min(first, beyond) + between + above


def worked_out(law, day, period, relief, amounts):
    rate, edges, spared = law.bands(period, day)
    sums = [0] * len(amounts)
    for lower, upper in zip(edges, [*edges[1:], None]) if relief != "all" else ():
        lower = max(lower, spared[relief])
        if upper is None or lower < upper:
            sums = list(map(int.__add__, sums, band(amounts, lower, upper, rate)))
    return array.array("i", sums)


def asked(program, day, code, letters, step, count):
    questions = "".join(f"{day} {code} {letter} {step} {count}\n" for letter in letters)
    run = subprocess.run([program], input=questions.encode(), capture_output=True, check=True)
    answers = array.array("i")
    answers.frombytes(run.stdout)
    return {letter: answers[i * count : (i + 1) * count] for i, letter in enumerate(letters)}


def compared(task):
    """For each letter: its name and the first pay for which the two differ, or None."""
    program, reference, text, (period, code, step, most) = task
    sys.path.insert(0, reference)
    law_module, days = __import__("law"), __import__("days")
    law = law_module.Law(Path(__file__).resolve().parents[2] / "src" / "rates" / "data")
    day = days.day_of(text)
    amounts = range(0, most + 1, step)
    letters = [letter for letter in sorted(law.letters) if law.relief_of(letter, day) is not None]
    answers = asked(program, text, code, letters, step, len(amounts))
    wanted = {}
    results = []
    for letter in letters:
        relief = law.relief_of(letter, day)
        if relief not in wanted:
            wanted[relief] = worked_out(law, day, period, relief, amounts)
        fault = None
        if answers[letter] != wanted[relief]:
            pairs = enumerate(zip(wanted[relief], answers[letter]))
            index, (right, found) = next((i, pair) for i, pair in pairs if pair[0] != pair[1])
            fault = f"pay {amounts[index]}p: expected {right}p, the library has {found}p"
        results.append((f"{text} {period} letter {letter}: {len(amounts)} amounts of pay", fault))
    return results


def main(program, reference):
    sys.path.insert(0, reference)
    law_module, days = __import__("law"), __import__("days")
    law = law_module.Law(Path(__file__).resolve().parents[2] / "src" / "rates" / "data")
    dates = days_of(law, days.text_of, days.day_of)
    tasks = [(program, reference, day, period) for day in dates for period in PERIODS]
    number = failed = 0
    with multiprocessing.Pool() as pool:
        for results in pool.imap(compared, tasks):
            for name, fault in results:
                number += 1
                failed += fault is not None
                print(f"{'ok' if fault is None else 'not ok'} {number} - {name}")
                if fault is not None:
                    print(f"# {fault}")
    print(f"1..{number}")
    return 1 if failed or not number else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
