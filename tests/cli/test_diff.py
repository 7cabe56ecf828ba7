#!/usr/bin/env python3
"""phb diff, and phb cost --next-year: test_diff.py PHB SOURCE_ROOT."""

import csv
import io
import json

from clilib import EXAMPLE, ROOT, Tap, as_bytes, run, wide_budget

tap = Tap()
BUDGETS = ROOT / "docs/examples/budgets"
WHOLE = BUDGETS / "adult-chc.json"
OTHER = BUDGETS / "birthday-21.json"
ACROSS = BUDGETS / "across-april-2025.json"
BAD, GOOD = BUDGETS / "insufficient.json", BUDGETS / "sufficient.json"
POLICY = ROOT / "docs/examples/policies/north.json"


def lines_of(*arguments, stdin=b""):
    return json.loads(run("diff", *arguments, "--format", "json", stdin=stdin).stdout)


def total_of(*arguments):
    return json.loads(run("cost", *arguments, "--format", "json").stdout)["totals"]["total"]


def rows_of(done):
    return list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))


def pence(amount):
    return 0 if amount is None else round(float(amount) * 100)


def check_difference(name, rows, before, after):
    """Each row is after less before, and all come to the difference of the totals."""
    wrong = [row for row in rows if pence(row["difference"]) != pence(row["after"]) - pence(row["before"])]
    tap.check(f"{name}: each is after less before", not wrong, *wrong)
    tap.equal(f"{name}: all come to the difference", sum(pence(row["difference"]) for row in rows),
              pence(after) - pence(before))
    silent = [row for row in rows if (row["difference"] != "0.00") != (row["cause"] != "" and row["why"] != "")]
    tap.check(f"{name}: each that differs says why", not silent, *silent)


def check_two():
    done = run("diff", BAD, GOOD)
    tap.equal("two budgets give 0", (done.returncode, done.stderr), (0, b""))
    check_difference("two budgets", lines_of(BAD, GOOD), total_of(BAD), total_of(GOOD))
    check_difference("the other way", lines_of(GOOD, BAD), total_of(GOOD), total_of(BAD))
    same = lines_of(WHOLE, WHOLE)
    check_difference("a budget and itself", same, total_of(WHOLE), total_of(WHOLE))
    tap.check("nothing differs there", all(row["cause"] == "" for row in same))
    tap.equal("- is one of the two", run("diff", "-", GOOD, stdin=BAD.read_bytes()).stdout, done.stdout)
    tap.equal("or the other", run("diff", BAD, "-", stdin=GOOD.read_bytes()).stdout, done.stdout)


def check_strangers():
    text = run("diff", EXAMPLE, BUDGETS / "wheelchair.json").stdout.decode()
    tap.check("a budget without ids is no stranger", "same person" not in text, text)
    document = json.loads(EXAMPLE.read_bytes())
    document["assistants"][0]["id"] = "somebody"
    for number, line in enumerate(document["lines"]):
        line["id"] = f"other-{number}"
    done = run("diff", EXAMPLE, "-", stdin=as_bytes(document))
    tap.equal("nothing in common gives 0", done.returncode, 0)
    tap.check("and a question", b"are they of the same person?" in done.stdout, done.stdout)
    rows = lines_of(EXAMPLE, "-", stdin=as_bytes(document))
    tap.equal("everything is gone or new", {row["cause"].split(",")[0] for row in rows},
              {"added", "removed"})


def check_formats():
    text = run("diff", BAD, GOOD)
    tap.equal("--format text is the default", run("diff", BAD, GOOD, "--format", "text").stdout, text.stdout)
    for table in ["lines", "totals", "notes"]:
        as_json = lines_of(BAD, OTHER, "--table", table)
        as_csv = rows_of(run("diff", BAD, OTHER, "--table", table, "--format", "csv"))
        tap.equal(f"json and csv have as many {table}", len(as_json), len(as_csv))
        for form, head in [("text", 1), ("markdown", 2)]:
            printed = run("diff", BAD, OTHER, "--table", table, "--format", form).stdout.splitlines()
            tap.equal(f"{form} too: {table}", len(printed), len(as_json) + head)
    tap.equal("csv is of lines by default", run("diff", BAD, GOOD, "--format", "csv").stdout,
              run("diff", BAD, GOOD, "--format", "csv", "--table", "lines").stdout)
    wide = wide_budget()
    for name, arguments, stdin in [("two budgets", [BAD, GOOD], b""), ("two years", [WHOLE, "--next-year"], b""),
                                   ("long ids and billions", [EXAMPLE, "-"], as_bytes(wide))]:
        long = [line for line in run("diff", *arguments, stdin=stdin).stdout.decode().splitlines()
                if len(line) > 100]
        tap.check(f"{name}: within 100 columns", not long, *long)
    with open("/dev/full", "wb") as full:
        for form in ["text", "json"]:
            done = run("diff", BAD, GOOD, "--format", form, stdout=full)
            tap.equal(f"{form} that cannot be written gives 2", done.returncode, 2)


def check_years():
    done = run("cost", WHOLE, "--next-year", "--format", "json")
    costing = json.loads(done.stdout)
    tap.equal("the next year is costed", costing["period"], {"start": "2027-04-06", "end": "2028-04-05"})
    tap.check("provisionally", costing["provisional"])
    notes = [note["message"] for note in costing["notes"] if note["rule"] == "costing.provisional"]
    tap.check("with what is not yet known named", len(notes) == 1 and "2027-04-05" in notes[0] and
              "Employer National Insurance rate" in notes[0], *notes)
    check_difference("two years", lines_of(WHOLE, "--next-year"), total_of(WHOLE), total_of(WHOLE, "--next-year"))
    # From 6 April 2026, itself Easter Monday, nine bank holidays; in the year after, six.
    ni = [row["why"] for row in lines_of(WHOLE, "--next-year") if (row["of"], row["category"]) == ("pa-1", "employer_ni")]
    tap.check("fewer bank holidays are why National Insurance falls", "bank holidays" in ni[0], *ni)
    explained = run("cost", WHOLE, "--next-year", "--explain", "pa-1/pay/2027-04-06")
    tap.equal("and explained", explained.returncode, 0)
    far = json.loads(EXAMPLE.read_bytes())
    far["period"] = {"start": "2028-04-06", "end": "2029-04-05"}
    late = run("cost", "-", "--next-year", stdin=as_bytes(far))
    tap.check("a year that is not held gives 2", late.returncode == 2 and late.stdout == b"" and
              late.stderr.count(b"\n") == 1, late.stderr)


def check_law():
    rows = lines_of(ACROSS, "--on", "2025-04-05", "--on", "2025-04-06")
    tap.equal("one budget by two laws", {row["cause"] for row in rows}, {"", "law"})
    check_difference("two laws", rows, total_of(ACROSS, "--on", "2025-04-05"),
                     total_of(ACROSS, "--on", "2025-04-06"))
    once = lines_of(BAD, GOOD, "--on", "2025-04-05")
    check_difference("two budgets by one law", once, total_of(BAD, "--on", "2025-04-05"),
                     total_of(GOOD, "--on", "2025-04-05"))
    with_policy = lines_of(BAD, GOOD, "--policy", POLICY)
    check_difference("two budgets and a policy", with_policy, total_of(BAD, "--policy", POLICY),
                     total_of(GOOD, "--policy", POLICY))


def check_errors():
    for name, arguments, stdin in [
        ("no first file", ["/nonexistent", GOOD], b""),
        ("no second file", [GOOD, "/nonexistent"], b""),
        ("a document that is none", [GOOD, "-"], b"[]"),
        ("a policy that is none", [BAD, GOOD, "--policy", GOOD], b""),
    ]:
        done = run("diff", *arguments, stdin=stdin)
        tap.equal(f"{name} gives 2", done.returncode, 2)
        tap.check(f"{name}: one line", done.stdout == b"" and done.stderr.count(b"\n") == 1, done.stderr)


check_two()
check_strangers()
check_formats()
check_years()
check_law()
check_errors()
tap.finish()
