#!/usr/bin/env python3
"""phb check and phb rules: test_check.py PHB SOURCE_ROOT."""

import csv
import datetime
import io
import json
import tempfile
from pathlib import Path

from clilib import EXAMPLE, ROOT, Tap, as_bytes, run

tap = Tap()
BAD = ROOT / "docs/examples/budgets/insufficient.json"
GOOD = ROOT / "docs/examples/budgets/sufficient.json"
POLICY = ROOT / "docs/examples/policies/north.json"


def report_of(*arguments, stdin=b""):
    return json.loads(run("check", *arguments, "--format", "json", stdin=stdin).stdout)


def severities_of(report):
    return {one["severity"] for one in report["findings"]}


def rows_of(done):
    return list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))


def check_statuses():
    good, bad = run("check", GOOD), run("check", BAD)
    tap.equal("a sufficient budget gives 0", (good.returncode, good.stderr), (0, b""))
    tap.equal("an insufficient one gives 1", (bad.returncode, bad.stderr), (1, b""))
    tap.equal("what it is depends on what was asked for",
              run("check", BAD, "--section", "training").returncode, 0)
    budget = json.loads(BAD.read_bytes())
    del budget["agreed_by_line"]
    budget["agreed"] = "90000.00"  # gaps are left, and other breaches
    for member in ("lines", "funders"):
        budget[member] = []
    for person in budget["assistants"]:
        person |= {"necessity_approved_on": "2026-03-01"}
        person["hours"][0]["rate"] = "15.00"
    gaps = run("check", "-", stdin=as_bytes(budget))
    tap.equal("a gap gives 1", gaps.returncode, 1)
    only = run("check", "-", "--severity", "breach", stdin=as_bytes(budget))
    tap.equal("but none when only breaches are asked for", only.returncode, 0)
    tap.equal("- is standard input", run("check", "-", stdin=GOOD.read_bytes()).stdout, good.stdout)
    for name, arguments, stdin in [
        ("no file", ["/nonexistent"], b""),
        ("no document", ["-"], b"{}"),
        ("years not held", ["-"], GOOD.read_bytes().replace(b"2026-04-06", b"2012-04-06")),
        ("no policy", [GOOD, "--policy", "/nonexistent"], b""),
        ("a policy that is none", [GOOD, "--policy", GOOD], b""),
        ("no rates", [GOOD, "--rates", "/nonexistent"], b""),
        ("no rates, and a policy", [GOOD, "--rates", "/nonexistent", "--policy", POLICY], b""),
    ]:
        done = run("check", *arguments, stdin=stdin)
        tap.equal(f"{name} gives 2", done.returncode, 2)
        tap.check(f"{name}: one line", done.stdout == b"" and done.stderr.count(b"\n") == 1, done.stderr)
    with open("/dev/full", "wb") as full:
        tap.equal("output that cannot be written gives 2", run("check", BAD, stdout=full).returncode, 2)


def check_formats():
    text = run("check", BAD)
    tap.check("text is for people", b"What to do:" in text.stdout and b"Breaches:" in text.stdout)
    tap.equal("--format text is the default", run("check", BAD, "--format", "text").stdout, text.stdout)
    report = report_of(BAD)
    tap.equal("json is a phb-report/1", report["format"], "phb-report/1")
    tap.equal("it counts what it lists", sum(report["counts"].values()), len(report["findings"]))
    rows = rows_of(run("check", BAD, "--format", "csv"))
    tap.equal("csv has every finding", [row["rule"] for row in rows],
              [one["rule"] for one in report["findings"]])
    markdown = run("check", BAD, "--format", "markdown").stdout.decode().splitlines()
    tap.equal("markdown too", sum(line.startswith(("| breach", "| gap", "| warning", "| note")) for line in markdown),
              len(rows))
    long = [line for line in text.stdout.decode().splitlines() if len(line) > 100]
    tap.check("within 100 columns", not long, *long)
    for table in ["findings", "sections"]:
        as_json = json.loads(run("check", BAD, "--table", table, "--format", "json").stdout)
        as_csv = rows_of(run("check", BAD, "--table", table, "--format", "csv"))
        tap.equal(f"a table of {table}", (len(as_json), set(as_json[0])), (len(as_csv), set(as_csv[0])))


def check_choice():
    whole = report_of(BAD)
    grades = ["breach", "gap", "warning", "note"]
    for number, grade in enumerate(grades, 1):
        found = report_of(BAD, "--severity", grade)
        wanted = [one for one in whole["findings"] if one["severity"] in grades[:number]]
        tap.equal(f"--severity {grade} leaves what is as bad or worse", found["findings"], wanted)
        tap.equal(f"--severity {grade} counts it", found["counts"][grade], whole["counts"][grade])
    tap.equal("notes are all there is", report_of(BAD, "--severity", "note"), whole)
    tap.equal("a budget is one section", report_of(BAD, "--section", "budget"), whole)
    none = report_of(BAD, "--section", "sign_off")
    tap.equal("and no other", (none["findings"], none["sections"], none["worst"]), ([], [], ""))


def check_day():
    tap.equal("it looks from the day of agreement", report_of(GOOD)["as_of"], "2026-03-16")
    tap.equal("or from the first day", report_of(EXAMPLE)["as_of"], "2026-04-06")
    tap.equal("or as is asked", report_of(GOOD, "--as-of", "2026-12-24")["as_of"], "2026-12-24")
    before = datetime.date.today()
    asked = report_of(GOOD, "--as-of", "today")["as_of"]
    days = {before.isoformat(), datetime.date.today().isoformat()}
    tap.check("today is the day it is", asked in days, asked)


def check_policy():
    report = report_of(EXAMPLE, "--policy", POLICY)
    edition = "/".join(json.loads(POLICY.read_bytes())[name] for name in ("name", "version"))
    tap.equal("--policy is named", report["policy"], edition)
    tap.equal("without one there is none", report_of(EXAMPLE)["policy"], "")
    costing = json.loads(run("cost", EXAMPLE, "--policy", POLICY, "--format", "json").stdout)
    tap.equal("a costing takes one too", costing["policy"], edition)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "policy.json"
        path.write_text(json.dumps({"format": "phb-policy/1", "name": "n", "version": "1",
                                    "contingency": {"min_weeks": 2}}))
        found = [one["rule"] for one in report_of(EXAMPLE, "--policy", path)["findings"]]
        tap.check("its limits are checked", "budget.contingency.below_policy" in found, found)
        path.write_text('{"format": "phb-policy/1", "name": "n", "version": "1", "review": '
                        '{"every_months": 13}}')
        done = run("check", EXAMPLE, "--policy", path)
        tap.check("a policy laxer than the law is an error, with its file and place",
                  done.returncode == 2 and str(path).encode() in done.stderr and
                  b"/review" in done.stderr, done.stderr)


def check_rules():
    text = run("rules")
    rows = json.loads(run("rules", "--format", "json").stdout)
    tap.equal("rules give 0", (text.returncode, text.stderr), (0, b""))
    names = [line for line in text.stdout.decode().splitlines() if line.startswith(("budget.", "plan."))]
    tap.equal("text has every rule", names, [row["rule"] for row in rows])
    tap.equal("csv too", [row["rule"] for row in rows_of(run("rules", "--format", "csv"))], names)
    markdown = run("rules", "--format", "markdown").stdout.decode().splitlines()
    tap.equal("markdown too", len(markdown), len(rows) + 2)
    long = [line for line in text.stdout.decode().splitlines() if len(line) > 100]
    tap.check("within 100 columns", not long, *long)
    known = {row["rule"] for row in rows}
    found = {one["rule"] for one in report_of(BAD)["findings"]}
    tap.check("what is found is a rule", found <= known, found - known)
    with open("/dev/full", "wb") as full:
        for form in ["text", "json"]:
            done = run("rules", "--format", form, stdout=full)
            tap.equal(f"{form} that cannot be written gives 2", done.returncode, 2)


check_statuses()
check_formats()
check_choice()
check_day()
check_policy()
check_rules()
tap.finish()
