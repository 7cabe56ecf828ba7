#!/usr/bin/env python3
"""A column of documents, checked: frame_checks.py

The examples over and over, on one thread and on two, beside the calls for one. All in turns. Prints
the best of some rounds, and in how many rows anything differs.
"""

import itertools
import pathlib
import time

import pandas as pd
import phb
import phb.frame
from frame_peer import best_in_turns, say

EXAMPLES = pathlib.Path(__file__).resolve().parent.parent.parent / "docs" / "examples"
ROWS = 5_000
COUNTS = {"breaches": phb.Severity.BREACH, "gaps": phb.Severity.GAP, "warnings": phb.Severity.WARNING, "notes": phb.Severity.NOTE}


def call_for_one(text, is_plan):
    report = phb.Plan.from_json(text).check() if is_plan else phb.Budget.from_json(text).cost().check()
    return {name: report.count_of(severity) for name, severity in COUNTS.items()}


def main():
    examples = [(path.read_text(encoding="utf-8"), kind == "plans") for kind in ("budgets", "plans") for path in sorted((EXAMPLES / kind).glob("*.json"))]
    documents = list(itertools.islice(itertools.cycle(examples), ROWS))
    frame = pd.DataFrame({"document": [text for text, _ in documents]})
    best, given = best_in_turns(
        time.perf_counter_ns,
        check_call=lambda: pd.DataFrame([call_for_one(*each) for each in documents]),
        check_one=lambda: phb.frame.check(frame, "document", jobs=1),
        check_two=lambda: phb.frame.check(frame, "document", jobs=2),
    )
    say(best, ROWS)
    calls = given.pop("check_call")
    print(f"check_otherwise {sum(int((made[name] != calls[name]).sum()) for made in given.values() for name in COUNTS)}")


if __name__ == "__main__":
    main()
