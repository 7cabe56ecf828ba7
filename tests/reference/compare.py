#!/usr/bin/env python3
"""Costs random budgets twice and compares: compare.py PHB [--count N] [--seed S] [--data DIR] [--tap]

PHB is the phb command. The other side is the plain Python beside this file, which was written from
the rules and not from the C. The first budget in which the two differ is kept and named; the last
line is `N passed, N failed`. As a test, with --tap, each budget is a case, and PHB_SEED in the
environment chooses others: it is the seed of the first.
"""

import argparse
import json
import multiprocessing
import os
import pathlib
import random
import subprocess
import sys
import tempfile

from cost import DATA, Refused, cost, written
from days import text_of
from law import Law
from random_budgets import FIRST, LAST, random_budget

PORTION = 50  # budgets a process is given at a time
LINE = ("id", "of", "category", "start", "end", "amount", "one_off", "deployment", "provisional")
PAYSLIP = (
    "of start end frequency basic leave gross employer_ni pension ni_letter pension_member "
    "slips_numerator slips_denominator"
).split()
NOTES_OF_THE_LAW = ("costing.tax_year",)  # by the law of one day there is no crossing to be told of


def budget_of_seed(seed, figures_only):
    """Each budget has a seed of its own, so that one can be made again without the others."""
    return random_budget(random.Random(seed), figures_only)


def day_asked(seed, share):
    """Some budgets are costed by the law of one day, whatever their own days are."""
    dice = random.Random(f"on {seed}")
    return dice.randint(FIRST, LAST) if dice.random() < share else None


# ---- both sides ----


def costed(phb, document, on):
    """What the command prints, or the reason why it printed nothing."""
    options = ["--format", "json"] + ([] if on is None else ["--on", text_of(on)])
    run = subprocess.run(
        [phb, "cost", "-", *options],
        input=json.dumps(document, ensure_ascii=False),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode != 0:
        return None, f"status {run.returncode}: {run.stderr.strip()}"
    return json.loads(run.stdout), None


def expected(law, document, on):
    return written(document, cost(document, law, on))


# ---- comparing ----


def rows_of(costing, table, columns):
    """By what a row is named, so that the order of tables is free."""
    rows = [{column: row.get(column) for column in columns} for row in costing.get(table, [])]
    return {row.get("id") or f"{row['of']} {row['start']}": row for row in rows}


def totals_of(costing):
    """Flat; a total that is nil may be left out."""
    flat = {}
    for name, value in costing.get("totals", {}).items():
        if isinstance(value, dict):
            flat.update({f"{name} {key}": amount for key, amount in value.items()})
        else:
            flat[name] = value
    return {name: amount for name, amount in flat.items() if amount != "0.00"}


def instalments_of(costing):
    rows = enumerate(costing.get("instalments", []))
    return {index: (row["on"], row["amount"]) for index, row in rows}


def notes_of(costing, on):
    skipped = () if on is None else NOTES_OF_THE_LAW
    rules = sorted(note["rule"] for note in costing.get("notes", []) if note["rule"] not in skipped)
    return dict(enumerate(rules))


def views_of(costing, on):
    yield "line", rows_of(costing, "lines", LINE)
    yield "payslip", rows_of(costing, "payslips", PAYSLIP)
    yield "total", totals_of(costing)
    yield "instalment", instalments_of(costing)
    yield "note", notes_of(costing, on)


def difference(wanted, found, on):
    """The first thing in which two costings differ, in words; None if nothing."""
    for (what, left), (_, right) in zip(views_of(wanted, on), views_of(found, on)):
        for key in [*left, *(key for key in right if key not in left)]:
            if left.get(key) != right.get(key):
                return f"{what} {key}\n  expected {left.get(key)}\n  costed   {right.get(key)}"
    return None


# ---- many ----


def fault_of(phb, law, seed, arguments):
    """(document, day asked for, what is wrong), or None."""
    document = budget_of_seed(seed, arguments.figures_only)
    on = day_asked(seed, arguments.on)
    try:
        wanted, refusal = expected(law, document, on), None
    except Refused as reason:
        wanted, refusal = None, str(reason)
    found, error = costed(phb, document, on)
    if (wanted is None) != (found is None):
        return document, on, f"expected {refusal or 'a costing'}\n  got      {error or 'a costing'}"
    differs = difference(wanted, found, on) if wanted else None
    return (document, on, differs) if differs else None


def faults_in(portion):
    seeds, arguments = portion
    law = Law(arguments.data)
    found = [(seed, fault_of(arguments.phb, law, seed, arguments)) for seed in seeds]
    return len(seeds), [(seed, *fault) for seed, fault in found if fault]


def keep(document, seed):
    path = pathlib.Path(tempfile.gettempdir()) / f"budget-{seed}.json"
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False), encoding="utf-8")
    return path


def described(seed, document, on, fault):
    asked = "" if on is None else f" --on {text_of(on)}"
    return f"{keep(document, seed)}{asked}: {fault}"


def print_count(compared, faults, show):
    for seed in sorted(faults)[:show]:
        print(described(seed, *faults[seed]))
    print(f"{len(compared) - len(faults)} passed, {len(faults)} failed")


def print_tap(compared, faults):
    print(f"# PHB_SEED={compared[0]}")
    for number, seed in enumerate(compared, start=1):
        print(f"{'not ok' if seed in faults else 'ok'} {number} - the budget of seed {seed}, worked out twice")
        for line in described(seed, *faults[seed]).splitlines() if seed in faults else ():
            print(f"# {line}")
    print(f"1..{len(compared)}")


def seeds_of(arguments):
    chosen = int(os.environ.get("PHB_SEED") or 0) if arguments.tap else 0
    first = chosen or arguments.seed * 1_000_000
    return range(first, first + arguments.count)


def compare(arguments):
    seeds = seeds_of(arguments)
    portions = [(seeds[first : first + PORTION], arguments) for first in range(0, len(seeds), PORTION)]
    faults, count = {}, 0
    with multiprocessing.Pool() as pool:
        for compared, found in pool.imap(faults_in, portions):
            count += compared
            faults.update({seed: fault for seed, *fault in found})
    if arguments.tap and count:
        print_tap(seeds, faults)
    else:
        print_count(seeds, faults, arguments.show)
    return 1 if faults or not count else 0


def main():
    parser = argparse.ArgumentParser(description="Costs random budgets twice and compares.")
    parser.add_argument("phb", help="the phb command")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", type=pathlib.Path, default=DATA, help="the folder with the law")
    parser.add_argument("--on", type=float, default=0, metavar="SHARE", help="how many by the law of one day, 0 to 1")
    parser.add_argument("--show", type=int, default=1, help="how many of those that differ")
    parser.add_argument("--tap", action="store_true", help="each budget as a case of a test")
    parser.add_argument("--figures-only", action="store_true", help="without members that change no figure")
    return compare(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
