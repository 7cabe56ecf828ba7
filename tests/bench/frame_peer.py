#!/usr/bin/env python3
"""Whole frames of pandas, on the columns that bench_batch wrote: frame_peer.py FOLDER

Each question beside its kernel, called once for all rows on the same arrays, and beside NumPy with
the same rules; a sample of payslips beside a function that pandas applies to each row. Both sides
in turns. Prints the best of some rounds, in how many amounts anything differs, and in how many rows
floating-point pounds would.
"""

import datetime
import json
import pathlib
import sys
import time

import batch_peer as peer
import numpy as np
import pandas as pd
import phb
import phb.frame
from phb import _native

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "reference"))

import cost as plain  # noqa: E402 - the same sums in plain Python
from law import Law  # noqa: E402

ROUNDS = 7
SAMPLE = 20_000
COST_SAMPLE = 300
TYPES = {"i4": np.int32, "i8": np.int64, "u1": np.uint8}
LETTERS = "ABCDEFHIJKLMNSVXZ"
COST_NAMES = {
    "start": "period_start",
    "end": "period_end",
    "birth": "date_of_birth",
    "minutes": "minutes_per_week",
    "rate": "rate_penny_hundredths",
    "nights": "nights_per_week_hundredths",
    "night_rate": "night_rate_penny_hundredths",
    "cover_rate": "leave_rate_penny_hundredths",
    "cover_night_rate": "leave_night_rate_pence",
    "sick_weeks": "sickness_weeks_hundredths",
    "sick_rate": "sickness_cover_rate_penny_hundredths",
    "sick_night_rate": "sickness_cover_night_rate_pence",
    "employer": "employer",
    "weeks_in_year": "weeks_in_year",
    "frequency": "pay_frequency",
    "leave_method": "leave_method",
    "leave_by": "leave_by",
}
KINDS = {
    "i4": "start end birth minutes nights sick_weeks",
    "i8": "rate night_rate cover_rate cover_night_rate sick_rate sick_night_rate employer",
    "u1": "weeks_in_year frequency leave_method leave_by",
}
AMOUNTS = "basic leave employer_ni pension cover sickness sickness_cover allowance total".split()


def best_in_turns(clock, **works):
    """The best time of each, measured in turns, in ns; and what each gave last."""
    best, given = dict.fromkeys(works, float("inf")), {}
    for _ in range(ROUNDS):
        for name, work in works.items():
            start = clock()
            given[name] = work()
            best[name] = min(best[name], clock() - start)
    return best, given


def say(best, rows):
    for name, taken in best.items():
        print(f"{name}_ns {taken / rows:.3f}")


# --- Payslips --------------------------------------------------------------------------------------


def days_of(column):
    return pd.Series(column.astype("M8[D]").astype("M8[ns]"))


def kernel_of(slips, call, extra, rows):
    """The kernel alone, on fresh columns out as the frame has them."""

    def ask():
        out = np.empty(rows, np.int64)
        status, certainty = np.empty(rows, np.uint8), np.empty(rows, np.uint8)
        call(None, _native.RATE_EXACT, slips["paid_on"], slips["frequency"], *extra, slips["gross_pence"], out, status, certainty, 0, rows)
        return out

    return ask


def both(frame, **options):
    ni, pension = phb.frame.employer_ni(frame, **options), phb.frame.employer_pension(frame, **options)
    return ni["employer_ni_pence"], pension["employer_pension_pence"]


def measure_slips(read):
    slips = {"paid_on": read("paid_on", "i4"), "frequency": read("slip_frequency", "u1"), "letter": read("letter", "u1"), "gross_pence": read("gross", "i8")}
    rows = len(slips["gross_pence"])
    frame = pd.DataFrame(slips)
    words = pd.Categorical.from_codes(slips["frequency"].astype("i1") - 1, [*phb.PayFrequency])
    letters = pd.Categorical([chr(letter) for letter in slips["letter"]], list(LETTERS))
    dated = frame.assign(paid_on=days_of(slips["paid_on"]))
    worded = frame.assign(frequency=words, letter=letters)
    relief = peer.RELIEF[slips["letter"]]
    ni_kernel = kernel_of(slips, _native.batch_employer_ni, [slips["letter"]], rows)
    pension_kernel = kernel_of(slips, _native.batch_employer_pension, [], rows)
    best, given = best_in_turns(
        time.process_time_ns,
        slip_kernel=lambda: (ni_kernel(), pension_kernel()),
        slip_frame=lambda: both(frame, jobs=1),
        slip_dated=lambda: both(dated, jobs=1),
        slip_worded=lambda: both(worded, jobs=1),
        slip_numpy=lambda: (
            peer.employer_ni(slips["frequency"], relief, slips["gross_pence"]),
            peer.pension(slips["frequency"], slips["gross_pence"]),
        ),
    )
    say(best, rows)
    best, again = best_in_turns(
        time.perf_counter_ns, slip_one=lambda: both(frame, jobs=1), slip_two=lambda: both(frame, jobs=2)
    )
    say(best, rows)
    wrong = sum((pair[i] != given["slip_kernel"][i]).sum() for pair in (given | again).values() for i in range(2))
    measure_apply(frame[:SAMPLE], relief)
    return wrong, floats_wrong(slips, relief, given["slip_kernel"][0])


def measure_apply(sample, relief):
    """A function for a row at a time, with the same thresholds and rules, on int."""

    def of_row(row):
        return ni_of(row["frequency"], relief[row.name], row["gross_pence"])

    def ni_of(frequency, kind, gross):
        edge, upper = int(peer.EDGE[kind, frequency]), int(peer.UPPER_LIMIT[frequency])
        below = min(gross, upper) - max(int(peer.THRESHOLD[frequency]), edge)
        above = gross - max(upper, edge)
        return peer.third_decimal(max(below, 0), 150_000) + peer.third_decimal(max(above, 0), 150_000)

    start = time.process_time_ns()
    sample.apply(of_row, axis=1)
    print(f"slip_apply_ns {(time.process_time_ns() - start) / len(sample):.3f}")


def floats_wrong(slips, relief, exact):
    """In pounds, to the nearest penny, as a spreadsheet would."""
    frequency, pay = slips["frequency"], slips["gross_pence"] / 100
    edge, upper = peer.EDGE[relief, frequency] / 100, peer.UPPER_LIMIT[frequency] / 100
    below = np.minimum(pay, upper) - np.maximum(peer.THRESHOLD[frequency] / 100, edge)
    above = pay - np.maximum(upper, edge)
    pounds = np.round(np.maximum(below, 0) * 0.15, 2) + np.round(np.maximum(above, 0) * 0.15, 2)
    return int((np.round(pounds * 100).astype(np.int64) != exact).sum())


# --- Costs -----------------------------------------------------------------------------------------


def cost_kernel(columns, rows):
    members = [each.name for each in phb.frame.members.COST]
    given = [columns.get(name, _native.ANSWER_YES if name == "claims_allowance" else None) for name in members]

    def ask():
        outs = [np.empty(rows, np.int64) for _ in phb.frame.members.COSTS]
        marks = [np.empty(rows, np.uint8) for _ in range(2)]
        _native.batch_cost(None, _native.RATE_CARRY, _native.DATE_NONE, *given, *outs, *marks, 0, rows)
        return outs

    return ask


def day_text(day):
    return datetime.date.fromordinal(int(day) + 719_163).isoformat()


def in_pounds(value, places):
    whole, part = divmod(int(value), 10**places)
    return f"{whole}.{part:0{places}d}"


def document_of(row):
    """The same person as the budget of one assistant."""
    nights = int(row["nights_per_week_hundredths"])
    hours = [{"minutes_per_week": int(row["minutes_per_week"]), "rate": in_pounds(row["rate_penny_hundredths"], 4)}]
    if nights != peer.NOT_SAID:
        rate = in_pounds(row["night_rate_penny_hundredths"], 4)
        hours.append({"type": "sleep_in", "nights_per_week": nights / 100, "rate": rate})
    leave = {"method": [*phb.LeaveMethod][int(row["leave_method"]) - 1].value}
    if leave["method"] == "none":
        leave["reason"] = "none"
    if leave["method"] == "cover":
        leave |= {"by": [*phb.CoverBy][int(row["leave_by"]) - 1].value}
        leave |= {"rate": in_pounds(row["leave_rate_penny_hundredths"], 4)}
        if nights != peer.NOT_SAID:
            leave |= {"night_rate": in_pounds(row["leave_night_rate_pence"], 2)}
    sickness = {
        "weeks": int(row["sickness_weeks_hundredths"]) / 100,
        "cover_rate": in_pounds(row["sickness_cover_rate_penny_hundredths"], 4),
    }
    if nights != peer.NOT_SAID:
        sickness["cover_night_rate"] = in_pounds(row["sickness_cover_night_rate_pence"], 2)
    assistant = {
        "id": "pa-1",
        "pay_frequency": [*phb.PayFrequency][int(row["pay_frequency"]) - 1].value,
        "date_of_birth": day_text(row["date_of_birth"]),
        "hours": hours,
        "leave": leave,
        "sickness": sickness,
        "deployment": "direct_payment",
    }
    return {
        "format": "phb-budget/1",
        "period": {"start": day_text(row["period_start"]), "end": day_text(row["period_end"])},
        "cohort": "adult_chc",
        "weeks_in_year": [*phb.WeeksInYear][int(row["weeks_in_year"]) - 1].value,
        "employer": {"kind": "person", "employment_allowance": {"claim": False}},
        "assistants": [assistant],
    }


def measure_applied(sample):
    """The costing in plain Python, and the library's own, for a row at a time; how many differ."""
    law = Law(HERE.parent.parent / "src" / "rates" / "data")
    works = {
        "cost_apply": lambda row: plain.cost(document_of(row), law)["totals"]["total"],
        "cost_call": lambda row: phb.Budget.from_json(json.dumps(document_of(row))).cost().total.pence,
    }
    expected = phb.frame.cost(sample, employer=None, claims_allowance=False)["total_pence"]
    wrong = 0
    for name, work in works.items():
        start = time.process_time_ns()
        wrong += int((sample.apply(work, axis=1) != expected).sum())
        print(f"{name}_ns {(time.process_time_ns() - start) / len(sample):.3f}")
    return wrong


def measure_costs(read):
    columns = {COST_NAMES[name]: read(name, kind) for kind, names in KINDS.items() for name in names.split()}
    frame = pd.DataFrame(columns)
    rows = len(frame)
    dated = frame.assign(**{name: days_of(columns[name]) for name in ("period_start", "period_end", "date_of_birth")})
    best, given = best_in_turns(
        time.process_time_ns,
        cost_kernel=cost_kernel(columns, rows),
        cost_frame=lambda: phb.frame.cost(frame, claims_allowance=True, jobs=1),
        cost_dated=lambda: phb.frame.cost(dated, claims_allowance=True, jobs=1),
    )
    say(best, rows)
    best, again = best_in_turns(
        time.perf_counter_ns,
        cost_one=lambda: phb.frame.cost(frame, claims_allowance=True, jobs=1),
        cost_two=lambda: phb.frame.cost(frame, claims_allowance=True, jobs=2),
    )
    say(best, rows)
    wrong = measure_applied(frame[:COST_SAMPLE])
    frames = [made for name, made in (given | again).items() if name != "cost_kernel"]
    expected = [read(f"c{i}", "i8") for i in range(len(AMOUNTS))]
    return wrong + sum((made[f"{name}_pence"] != expected[i]).sum() for made in frames for i, name in enumerate(AMOUNTS))


def main(folder):
    def read(name, kind):
        return np.fromfile(pathlib.Path(folder) / name, dtype=TYPES[kind])

    wrong, floats = measure_slips(read)
    wrong += measure_costs(read)
    print(f"otherwise {wrong}\nfloats_otherwise {floats}")


if __name__ == "__main__":
    main(sys.argv[1])
