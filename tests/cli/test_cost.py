#!/usr/bin/env python3
"""phb cost: test_cost.py PHB SOURCE_ROOT."""

import csv
import io
import json
import tempfile
from pathlib import Path

from clilib import EXAMPLE, Tap, as_bytes, run, wide_budget

tap = Tap()


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
    for table in ["lines", "payslips", "totals", "notes", "steps"]:
        done = run("cost", EXAMPLE, "--format", "csv", "--table", table)
        rows = list(csv.reader(io.StringIO(done.stdout.decode(), newline="")))
        tap.check(f"csv has a table of {table}",
                  done.returncode == 0 and all(len(row) == len(rows[0]) for row in rows), rows[:2])
    tap.equal("csv is of lines by default", run("cost", EXAMPLE, "--format", "csv").stdout,
              run("cost", EXAMPLE, "--format", "csv", "--table", "lines").stdout)


def check_widths():
    wide = as_bytes(wide_budget())
    for name, arguments, stdin in [
        ("the example", ["cost", EXAMPLE], b""),
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
check_widths()
check_injection()
check_errors()
check_overlay()
tap.finish()
