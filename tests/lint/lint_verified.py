#!/usr/bin/env python3
"""The law is checked once a tax year: lint_verified.py SOURCE_ROOT [--today YYYY-MM-DD].

Each family of src/rates/data says in `verified` for which tax years somebody compared its values
with their sources. When a new tax year has begun and a family was not checked for it, this fails
and names what nobody looked at; what has ended needs no looking at. Only this test asks the clock,
and --today answers in its place.
"""

import argparse
import datetime
import json
from pathlib import Path

from lintlib import Tap


def tax_year_of(day):
    """Named by the year it starts in: 5 April 2026 is in 2025."""
    return day.year - ((day.month, day.day) < (4, 6))


def has_ended(parameter, today):
    begun = [value for value in parameter["values"] if value["from"] <= today.isoformat()]
    return bool(begun) and begun[-1].get("value", 0) is None


def needs_a_look(parameter, today):
    """Over dates of birth one value ends where the next parameter takes over: all are in use."""
    return parameter.get("axis") == "birth_date" or not has_ended(parameter, today)


def keys_of(family, today):
    for parameter in family.get("parameters", []):
        if needs_a_look(parameter, today):
            yield parameter["key"]
    for letter in family.get("ni_letters", []):
        if letter.get("until", "9999") >= today.isoformat():
            yield f"letter {letter['letter']}"
    if "bank_holidays" in family:
        yield "bank_holidays"


def faults_in(path, family, today):
    year = tax_year_of(today)
    if year > max(map(int, family["verified"])):
        for key in keys_of(family, today):
            yield f"{path}: {key} was not checked for the tax year that begins in {year}"
    for checked, entry in family["verified"].items():
        if datetime.date.fromisoformat(entry["on"]) > today:
            yield f"{path}: verified for {checked} on a day that has not come"


SAMPLE = {
    "verified": {"2026": {"on": "2026-11-22"}},
    "parameters": [
        {"key": "a.b", "values": [{"from": "2020-04-06", "value": 1}]},
        {"key": "a.ended", "values": [{"from": "2020-04-06", "value": 1},
                                      {"from": "2024-04-06", "value": None}]},
        {"key": "a.ends", "values": [{"from": "2020-04-06", "value": 1},
                                     {"from": "2028-04-06", "value": None}]},
        {"key": "a.born", "axis": "birth_date", "values": [{"from": "1960-04-06", "value": 1},
                                                           {"from": "1970-04-06", "value": None}]},
    ],
    "ni_letters": [{"letter": "A"}, {"letter": "V", "until": "2028-04-05"}],
    "bank_holidays": {},
}


def check_that_it_can_fail(tap):
    def found(day):
        faults = faults_in("f", SAMPLE, datetime.date.fromisoformat(day))
        return [fault.split(" was ")[0].removeprefix("f: ") for fault in faults]

    tap.check_equal("passes in a year that was checked", found("2026-11-22"), [])
    tap.check_equal("and on its last day", found("2027-04-05"), [])
    tap.check_equal("fails on the first day of the next, and names what is in force",
                    found("2027-04-06"),
                    ["a.b", "a.ends", "a.born", "letter A", "letter V", "bank_holidays"])
    tap.check_equal("excuses what has ended since", found("2028-04-06"),
                    ["a.b", "a.born", "letter A", "bank_holidays"])
    tap.check_equal("finds a check on a day to come", found("2026-11-21"),
                    ["verified for 2026 on a day that has not come"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=Path)
    parser.add_argument("--today", type=datetime.date.fromisoformat, default=datetime.date.today())
    arguments = parser.parse_args()
    tap = Tap()
    check_that_it_can_fail(tap)
    for path in sorted(arguments.root.glob("src/rates/data/*.json")):
        if path.name == "edition.json":
            continue
        family = json.loads(path.read_text(encoding="utf-8"))
        name = path.relative_to(arguments.root).as_posix()
        faults = list(faults_in(name, family, arguments.today))
        tap.check(f"{path.stem} was checked for this tax year", faults)
    tap.finish()


if __name__ == "__main__":
    main()
