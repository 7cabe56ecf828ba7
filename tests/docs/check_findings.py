#!/usr/bin/env python3
"""The example budgets are what they are said to be: check_findings.py SOURCE PHB

`phb check` finds nothing above a note in any of docs/examples/budgets but insufficient.json. What it
finds there is on the page enough.md, all of it and in order, with what mends it; so are the lines of
`phb diff` of the two, and what both cost and were agreed at.
"""

import json
import pathlib
import subprocess
import sys

FOLDER = "docs/examples/budgets"
BAD, GOOD, PAGE = "insufficient.json", "sufficient.json", "enough.md"


def output_of(phb, *arguments):
    command = [phb, *map(str, arguments), "--format", "json"]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if run.returncode not in (0, 1):
        raise ValueError(run.stderr.strip())
    return json.loads(run.stdout)


def findings_of(phb, path):
    """Those above a note."""
    return output_of(phb, "check", path, "--severity", "warning")["findings"]


def shown(amount):
    if amount is None:
        return "–"
    sign = "−" if amount.startswith("-") else ""
    pounds, pence = amount.lstrip("-").split(".")
    return f"{sign}£{int(pounds):,}.{pence}"


def rows_below(page, heading):
    section = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines]


def expected_findings(phb, folder):
    return [[one["severity"], one["rule"], one["message"]] for one in findings_of(phb, folder / BAD)]


def expected_lines(phb, folder):
    for line in output_of(phb, "diff", folder / BAD, folder / GOOD):
        name = "/".join(part for part in (line["of"], line["category"]) if part)
        figures = [shown(line[column]) for column in ("before", "after", "difference")]
        yield [name, *figures, line["cause"].replace(",", ", ")]


def expected_sums(phb, folder):
    costs = [output_of(phb, "cost", folder / name)["totals"]["total"] for name in (BAD, GOOD)]
    agreed = [json.loads((folder / name).read_text(encoding="utf-8"))["agreed"] for name in (BAD, GOOD)]
    return [["what it costs", *map(shown, costs)], ["what is agreed", *map(shown, agreed)]]


def first_difference(expected, found):
    for number, (one, other) in enumerate(zip(expected, found), 1):
        if one != other:
            return f"row {number}: expected {one}, found {other}"
    return None if len(expected) == len(found) else f"expected {len(expected)} rows, found {len(found)}"


def checks(folder, phb):
    for path in sorted(folder.glob("*.json")):
        if path.name != BAD:
            found = [f"{one['rule']} at {one['at']}" for one in findings_of(phb, path)]
            yield f"{path.name}: nothing above a note", ", ".join(found) or None
    page = (folder / PAGE).read_text(encoding="utf-8")
    findings = expected_findings(phb, folder)
    rows = rows_below(page, "What is wrong, and what mends it")[2:]
    yield f"{PAGE} has what is found in {BAD}", first_difference(findings, [row[:3] for row in rows])
    yield f"{PAGE} says what mends each", None if all(len(row) == 4 and row[3] for row in rows) else "it does not"
    number = f": {len(findings)} findings."
    yield f"{PAGE} counts them", None if number in page else f"expected '{number}'"
    rows = rows_below(page, "What it costs")
    lines, sums = list(expected_lines(phb, folder)), expected_sums(phb, folder)
    yield f"{PAGE} has what differs", first_difference(lines, rows[2 : 2 + len(lines)])
    yield f"{PAGE} has what both cost", first_difference(sums, rows[4 + len(lines) :])
    spoilt = [list(row) for row in sums]
    spoilt[0][1] += "0"
    yield "a figure that differs is noticed", None if first_difference(spoilt, sums) else "it is not"


def main(source, phb):
    number = 0
    for number, (name, problem) in enumerate(checks(pathlib.Path(source) / FOLDER, phb), 1):
        print(f"{'not ok' if problem else 'ok'} {number} - {name}")
        if problem:
            print(f"# {problem}")
    print(f"1..{number}")


if __name__ == "__main__":
    main(*sys.argv[1:])
