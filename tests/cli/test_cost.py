#!/usr/bin/env python3
"""phb cost: test_cost.py PHB SOURCE_ROOT."""

import csv
import io
import json
import tempfile
from pathlib import Path

from clilib import EXAMPLE, ROOT, Tap, as_bytes, run, wide_budget

tap = Tap()
WHOLE = ROOT / "docs/examples/budgets/adult-chc.json"  # with everything a budget can hold
FUNDED = ROOT / "docs/examples/budgets/joint-education.json"
TABLES = ["lines", "payslips", "totals", "instalments", "notes", "steps"]


def check_formats():
    text = run("cost", EXAMPLE)
    tap.equal("a budget that can be costed gives 0", text.returncode, 0)
    tap.equal("nothing is said on standard error", text.stderr, b"")
    tap.check("text says the total", b"TOTAL OF THE BUDGET" in text.stdout, text.stdout)
    tap.equal("--format text is the default", run("cost", EXAMPLE, "--format", "text").stdout,
              text.stdout)
    tap.equal("- is standard input", run("cost", "-", stdin=EXAMPLE.read_bytes()).stdout,
              text.stdout)
    costing = json.loads(run("cost", EXAMPLE, "--format", "json").stdout)
    tap.equal("json is a phb-costing/1", costing["format"], "phb-costing/1")
    tap.check("json has no steps unasked", "steps" not in costing)
    total = costing["totals"]["total"]
    tap.check("text and json have one total", f"{float(total):,.2f}".encode() in text.stdout, total)
    line = costing["lines"][0]["id"]
    explained = run("cost", EXAMPLE, "--explain", line)
    tap.check("--explain explains one line", explained.stdout.startswith(line.encode()),
              explained.stdout)
    with_steps = json.loads(
        run("cost", EXAMPLE, "--format", "json", "--explain", line).stdout)
    tap.check("json has steps with --explain", len(with_steps["steps"]) > 10)
    for table in TABLES:
        done = run("cost", WHOLE, "--format", "csv", "--table", table)
        rows = list(csv.reader(io.StringIO(done.stdout.decode(), newline="")))
        tap.check(f"csv has a table of {table}",
                  done.returncode == 0 and all(len(row) == len(rows[0]) for row in rows), rows[:2])
    tap.equal("csv is of lines by default", run("cost", EXAMPLE, "--format", "csv").stdout,
              run("cost", EXAMPLE, "--format", "csv", "--table", "lines").stdout)


def check_tables():
    for table in TABLES:
        rows = json.loads(run("cost", WHOLE, "--format", "json", "--table", table).stdout)
        done = run("cost", WHOLE, "--format", "csv", "--table", table)
        read = list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))
        tap.equal(f"json and csv have as many {table}", len(rows), len(read))
        tap.equal(f"and as many columns of {table}", set(rows[0]) if rows else set(),
                  set(read[0]) if read else set())
        for form in ["text", "markdown"]:
            done = run("cost", WHOLE, "--format", form, "--table", table)
            head = 2 if form == "markdown" else 1
            tap.equal(f"{form} too: {table}", len(done.stdout.splitlines()), len(rows) + head)


def check_parts():
    text = run("cost", WHOLE).stdout.decode()
    markdown = run("cost", WHOLE, "--format", "markdown").stdout.decode()
    costing = json.loads(run("cost", WHOLE, "--format", "json").stdout)
    totals = list(costing["totals"])
    tap.equal("totals are in order", totals,
              ["recurring", "one_off", "contingency", "contingency_outside", "total",
               "person_pays", "weekly", "full_year", "by_category", "by_deployment", "by_funder",
               "by_financial_year"])
    tap.check("instalments stand before the notes",
              list(costing).index("instalments") == list(costing).index("notes") - 1)
    figures = [line["amount"] for line in costing["lines"] + costing["instalments"]]
    figures += [costing["totals"][total] for total in ["total", "weekly", "contingency"]]
    grouped = {f"{float(figure):,.2f}" for figure in figures}
    for name, page in [("text", text), ("markdown", markdown)]:
        missing = [figure for figure in grouped if figure not in page]
        tap.check(f"{name} has every line, instalment and sum", not missing, missing[:5])
        for heading in ["What it costs", "Totals", "When the direct payment is paid"]:
            tap.check(f"{name} says {heading.lower()}", heading in page)
    tap.check("what is of the whole budget has a place of its own",
              text.index("Other costs") < text.index("For the whole budget") <
              text.index("  Employment Allowance") < text.index("\nTotals"))
    rows = [line for line in markdown.splitlines() if line.startswith("|")]
    tap.check("markdown rows begin and end with a bar", all(row.endswith("|") for row in rows))
    funded = run("cost", FUNDED).stdout.decode()
    tap.check("funders are said", "By whose money it is" in funded and "  social-care " in funded)
    tap.check("but not where there are none", "By whose money" not in text)
    paid = json.loads(run("cost", FUNDED, "--format", "json").stdout)
    by_funder = paid["totals"]["by_funder"]
    tap.equal("and add up", f"{sum(map(float, by_funder.values())):.2f}", paid["totals"]["total"])


def check_explanations():
    page = run("cost", WHOLE, "--explain", "all")
    text = page.stdout.decode()
    tap.equal("--explain all gives 0", page.returncode, 0)
    costing = json.loads(run("cost", WHOLE, "--format", "json").stdout)
    missing = [line["id"] for line in costing["lines"] if f"\n{line['id']}\n" not in text]
    tap.check("and explains every line", not missing, missing)
    tap.check("and the totals behind them", text.rindex("\n\nTotals\n") <
              text.index("\nTotal of the budget: £") < text.index("\nNHS financial year 2026-27: "))
    for piece in [
        "weekday: £270.00 = 20 hours × £13.50 an hour",
        "Flat pay: £195.00 = 3 nights × £65.00 a night",
        "Insurance: £95.00 = to the nearest penny, £95.00 × 1 year",
        "Employment Allowance: -£5,381.24 = taken off:",
        "Employer National Insurance: £483.23 (pa-3/employer_ni/2026-04-06)",
        "Pay: £20,057.14 = £20,335.71 × 360 ÷ 365 (pa-1/pay/2026-04-06)",
        "Payslips of the assistants: 77 5/28 = the sum of:",
    ]:
        tap.check(f"it says {piece}", piece in text)
    tap.equal("each rounding rule stands once, at the end",
              [text.count(rule) for rule in ["HMRC rounds each band", "Shares are cut"]], [1, 1])
    long = [line for line in text.splitlines() if len(line) > 100]
    tap.check("within 100 columns", not long, *long)
    one = run("cost", WHOLE, "--explain", "contingency/2026-04-06").stdout.decode()
    tap.check("other lines are named and not explained again",
              "Pay: £20,335.71 (pa-1/pay/2026-04-06)" in one and "weekday" not in one, one)
    person = run("cost", ROOT / "docs/examples/budgets/wheelchair.json", "--explain", "all")
    tap.check("what the person pays is explained",
              b"What the person pays: \xc2\xa3370.00 = the first less the others:" in
              person.stdout, person.stdout)


def check_law_of_a_day():
    usual = json.loads(run("cost", EXAMPLE, "--format", "json").stdout)
    asked = json.loads(run("cost", EXAMPLE, "--format", "json", "--on", "2025-04-05").stdout)
    tap.check("--on costs every day by the law of one",
              usual["payslips"][0]["employer_ni"] != asked["payslips"][0]["employer_ni"])
    tap.check("and says so", "costing.law_on" in [note["rule"] for note in asked["notes"]])
    check_one_line("a day whose law is not held", run("cost", EXAMPLE, "--on", "2012-01-01"),
                   "law")


def check_widths():
    wide = as_bytes(wide_budget())
    for name, arguments, stdin in [
        ("the example", ["cost", EXAMPLE], b""),
        ("the whole", ["cost", WHOLE], b""),
        ("an explanation", ["cost", EXAMPLE, "--explain", "pa-1/pension/2026-04-06"], b""),
        ("long ids and billions", ["cost", "-"], wide),
    ]:
        done = run(*arguments, stdin=stdin)
        lines = done.stdout.decode().splitlines()
        long = [line for line in lines if len(line) > 100]
        tap.check(f"{name}: within 100 columns", done.returncode == 0 and not long, *long,
                  done.stderr.decode())
        run_on = [line for line in lines if ".00" in line and
                  any(len(word) > 20 and word.count(".") > 1 for word in line.split())]
        tap.check(f"{name}: figures stand apart", not run_on, *run_on)


def check_injection():
    document = json.loads(EXAMPLE.read_bytes())
    document["assistants"][0]["id"] = "-1.5"
    done = run("cost", "-", "--format", "csv", stdin=as_bytes(document))
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))
    tap.equal("csv: an id that looks like a formula is text", rows[0]["of"], "'-1.5")
    tap.equal("csv: amounts are figures", rows[0]["amount"].replace(".", "").isdigit(), True)


def check_one_line(name, done, *pieces):
    lines = done.stderr.decode().splitlines()
    tap.equal(f"{name}: gives 2", done.returncode, 2)
    tap.equal(f"{name}: prints nothing", done.stdout, b"")
    tap.check(f"{name}: one line", len(lines) == 1 and all(piece in lines[0] for piece in pieces),
              *lines, pieces)


def check_errors():
    bad = b'{"format":"phb-budget/1","period":{"start":"2026-04-06","end":"2026-04-05"}}'
    check_one_line("a fault has file, offset, pointer, sentence", run("cost", "-", stdin=bad),
                   "phb: -: byte 62, /period/end: end is before start")
    check_one_line("no file", run("cost", "/nonexistent/budget.json"), "/nonexistent/budget.json:")
    check_one_line("a folder", run("cost", "/"), "phb: /:")
    check_one_line("nothing", run("cost", "-"), "phb: -: byte 0, the document is empty")
    check_one_line("5 MB", run("cost", "-", stdin=b" " * 5_000_000), "byte 4194304,")
    check_one_line("years not held", run("cost", "-", stdin=bad.replace(b"2026", b"2012").replace(
        b"04-05", b"04-07")), "byte 34, /period:")
    check_one_line("no such line", run("cost", EXAMPLE, "--explain", "nobody"),
                   "there is no line of that id")
    with open("/dev/full", "wb") as full:
        for arguments in [["cost", EXAMPLE], ["cost", EXAMPLE, "--format", "json"]]:
            done = run(*arguments, stdout=full)
            tap.equal("output that cannot be written gives 2", done.returncode, 2)


OVERLAY = {
    "format": 1,
    "family": "ruritania",
    "version": "1",
    "sources": {"r": {"title": "Ruritania", "citation": "Act", "read_in": "here"}},
    "parameters": [{
        "key": "employer_ni.rate", "label": "Rate", "unit": "ppm", "cuts_payslip": True,
        "values": [{"from": "2026-10-06", "value": 500000, "source": "r"}],
    }],
}


def check_overlay():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rates.json"
        path.write_text(json.dumps(OVERLAY))
        done = run("cost", EXAMPLE, "--rates", path, "--format", "json")
        costing = json.loads(done.stdout)
        tap.equal("--rates joins the edition", costing["rates"], "2026.1+ruritania/1")
        slips = costing["payslips"]
        tap.equal("and cuts the year where its value begins",
                  [slip["start"] for slip in slips], ["2026-04-06", "2026-10-06"])
        tap.check("at another rate", float(slips[1]["employer_ni"]) > float(slips[0]["employer_ni"]))
        path.write_text("{}")
        check_one_line("a fault in the rates names their file",
                       run("cost", EXAMPLE, "--rates", path), str(path), "byte 0,")
        check_one_line("no such rates", run("cost", EXAMPLE, "--rates", "/nonexistent"),
                       "/nonexistent")


check_formats()
check_tables()
check_parts()
check_explanations()
check_law_of_a_day()
check_widths()
check_injection()
check_errors()
check_overlay()
tap.finish()
