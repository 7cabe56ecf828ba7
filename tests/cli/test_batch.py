#!/usr/bin/env python3
"""phb batch: test_batch.py PHB SOURCE_ROOT."""

import csv
import io
import json
import re
import tempfile
from pathlib import Path

from caseload import BUDGETS, LONGEST, PLANS, as_file, as_line, bad_lines, load, many
from clilib import EXAMPLE, ROOT, Tap, run

tap = Tap()
POLICY = ROOT / "docs/examples/policies/north.json"
EXAMPLES = BUDGETS + PLANS
WHOLE = as_file(load(path) for path in EXAMPLES)
JOBS = ["1", "2", "8"]


def rows_of(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def cells_of(done):
    return list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))


def batch(*arguments, stdin=WHOLE):
    return run("batch", *arguments, stdin=stdin)


def single(command, path, *arguments):
    return run(command, path, *arguments, "--format", "json")


def as_cell(value):
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


# ---- the same as one by one ----


def check_cost():
    for arguments in [[], ["--on", "2025-04-05"], ["--next-year"], ["--policy", POLICY]]:
        what = " ".join(map(str, arguments)) or "by itself"
        rows = rows_of(batch("cost", *arguments))
        cells = cells_of(batch("cost", "--format", "csv", *arguments))
        tables = cells_of(batch("cost", "--format", "csv", "--table", "totals", *arguments))
        statuses = []
        for number, path in enumerate(EXAMPLES, 1):
            done = single("cost", path, *arguments)
            statuses.append(done.returncode)
            row = rows[number - 1]
            if done.returncode != 0:
                tap.check(f"cost {what} of {path.name} is refused too", "error" in row and cells[number - 1]["error"])
                continue
            costing = json.loads(done.stdout)
            wanted = {"line": number, "id": load(path).get("person", {}).get("id", ""), **costing["period"],
                      "provisional": costing["provisional"], **costing["totals"]}
            tap.equal(f"cost {what} of {path.name}", row, wanted)
            deployments = {key: "0.00" for key in ("direct_payment", "third_party", "notional")}
            wanted = deployments | wanted | wanted["by_deployment"] | {"error": "", "message": ""}
            tap.equal(f"cost {what} of {path.name} in csv", cells[number - 1],
                      {key: as_cell(wanted[key]) for key in cells[number - 1]})
            shown = [[cell["total"], cell["key"], cell["amount"]] for cell in tables if cell["line"] == str(number)]
            table = json.loads(single("cost", path, *arguments, "--table", "totals").stdout)
            tap.equal(f"cost {what} of {path.name} as a table", shown,
                      [[one["total"], one["key"], one["amount"]] for one in table])
        tap.equal(f"cost {what} has the worst status", batch("cost", *arguments).returncode, max(statuses))


def check_check():
    for arguments in [[], ["--as-of", "2027-06-01"], ["--policy", POLICY]]:
        what = " ".join(map(str, arguments)) or "by itself"
        done = batch("check", *arguments)
        rows, statuses = rows_of(done), []
        cells = cells_of(batch("check", "--format", "csv", *arguments))
        findings = rows_of(batch("check", "--table", "findings", *arguments))
        for number, path in enumerate(EXAMPLES, 1):
            one = single("check", path, *arguments)
            statuses.append(one.returncode)
            report = json.loads(one.stdout)
            following = report["next"]
            wanted = {"line": number, "id": load(path).get("person", {}).get("id", ""), "as_of": report["as_of"],
                      "worst": report["worst"], **report["counts"],
                      "next": None if following is None else report["findings"][following]["rule"],
                      "sections": {part["section"]: part["state"] for part in report["sections"]}}
            tap.equal(f"check {what} of {path.name}", rows[number - 1], wanted)
            flat = wanted | wanted["sections"]
            tap.equal(f"check {what} of {path.name} in csv", cells[number - 1],
                      {key: as_cell(flat.get(key)) for key in cells[number - 1]})
            names = ["rule", "severity", "section", "at", "actual", "limit", "unit", "accepted"]
            tap.equal(f"check {what} finds of {path.name}",
                      [[row[name] for name in names] for row in findings if row["line"] == number],
                      [[found[name] for name in names] for found in report["findings"]])
        tap.equal(f"check {what} has the worst status", done.returncode, max(statuses))


def check_reviews():
    for arguments in [[], ["--as-of", "2027-06-01"], ["--as-of", "2026-07-01", "--policy", POLICY]]:
        what = " ".join(map(str, arguments)) or "by itself"
        stdin = as_file(load(path) for path in PLANS)
        done = batch("reviews", *arguments, stdin=stdin)
        rows, statuses = rows_of(done), []
        events = cells_of(batch("reviews", "--table", "events", "--format", "csv", *arguments, stdin=stdin))
        for number, path in enumerate(PLANS, 1):
            one = single("reviews", path, *arguments)
            statuses.append(one.returncode)
            row = rows[number - 1]
            if one.returncode == 2:
                tap.check(f"reviews {what} of {path.name} is refused too", row["error"]["message"] in one.stderr.decode())
                continue
            schedule = json.loads(one.stdout)
            reviews = [event for event in schedule["events"]
                       if event["kind"] in ("plan_review", "outcome_review") and event["status"] != "done"]
            following = reviews[0] if reviews else {}
            overdue = [event for event in schedule["events"] if event["status"] == "overdue"]
            wanted = {"line": number, "id": load(path)["person"]["id"], "as_of": schedule["as_of"],
                      "next": following.get("kind"),
                      **{key: following.get(key) for key in ("due", "latest", "status", "days", "duty")},
                      "overdue": len(overdue), "overdue_must": sum(event["duty"] == "must" for event in overdue)}
            tap.equal(f"reviews {what} of {path.name}", row, wanted)
            names = ["due", "latest", "kind", "sequence", "status", "days", "duty", "regimes", "reason", "agenda"]
            table = json.loads(single("reviews", path, *arguments, "--table", "events").stdout)
            tap.equal(f"reviews {what} has all events of {path.name}",
                      [[event[name] for name in names] for event in events if event["line"] == str(number)],
                      [[as_cell(event[name]) for name in names] for event in table])
        tap.equal(f"reviews {what} has the worst status", done.returncode, max(statuses))


def check_window():
    stdin = as_file(load(path) for path in PLANS)
    whole = rows_of(batch("reviews", "--table", "events", stdin=stdin))
    for first, last in [("2027-03-01", "2027-03-31"), ("2027-03-31", "2027-03-31"), (None, "2026-12-31"), ("2026-12-31", None)]:
        arguments = (["--from", first] if first else []) + (["--to", last] if last else [])
        shown = rows_of(batch("reviews", "--table", "events", *arguments, stdin=stdin))
        tap.equal(f"the events {' '.join(arguments)}", shown,
                  [event for event in whole if (first or "") <= event["due"] <= (last or "9")])
    far = rows_of(batch("reviews", "--table", "events", "--from", "2034-01-01", "--to", "2034-12-31", stdin=stdin))
    wanted = []
    for number, path in enumerate(PLANS, 1):
        table = json.loads(single("reviews", path, "--horizon", "2034-12-31").stdout)["events"]
        wanted += [(number, event["kind"], event["due"]) for event in table if event["due"][:4] == "2034"]
    tap.equal("days beyond the usual horizon are looked at", [(row["line"], row["kind"], row["due"]) for row in far], wanted)
    tap.check("there are some", wanted)


# ---- lines ----


def check_lines():
    one = as_line(load(EXAMPLE))
    first = batch("cost", stdin=one + b"\n").stdout
    for name, stdin, lines in [
        ("nothing", b"", []),
        ("an empty line", b"\n", []),
        ("blank lines", b"\n  \n\t\r\n\r\n", []),
        ("no end of the last line", one, [1]),
        ("CR LF", one + b"\r\n" + one + b"\r\n", [1, 2]),
        ("CR at the end of all", one + b"\r", [1]),
        ("blank lines between", b"\n" + one + b"\n \n\r\n" + one + b"\n\n", [2, 5]),
    ]:
        done = batch("cost", stdin=stdin)
        tap.equal(f"{name}: lines {lines}", [row["line"] for row in rows_of(done)], lines)
        tap.equal(f"{name}: status", done.returncode, 0)
        wanted = [re.sub(rb'"line": 1', b'"line": %d' % line, first) for line in lines]
        tap.equal(f"{name}: rows", done.stdout, b"".join(wanted))
        header = batch("cost", "--format", "csv", stdin=stdin).stdout.decode().splitlines()
        tap.equal(f"{name}: csv has a header", (header[0][:8], len(header)), ("line,id,", len(lines) + 1))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "caseload.ndjson"
        path.write_bytes(WHOLE)
        for arguments in [[path], ["-"], []]:
            done = batch("cost", *arguments)
            tap.equal(f"from {arguments[:1]}", done.stdout, batch("cost").stdout)
        tap.check("a file is named", str(path).encode() in batch("cost", path).stderr)
    padded = one + b" " * (LONGEST - len(one))
    done = batch("cost", stdin=padded + b"\n" + padded + b"\r\n" + padded + b" \n" + padded)
    tap.equal("4 MiB are a line, CR LF not counted, and a byte more is none",
              ["error" in row for row in rows_of(done)], [False, False, True, False])


def check_order():
    lines = many(2_000)
    for number in range(0, 2_000, 97):
        lines[number] = b"{"
    stdin = b"\n".join(lines)
    for command in ["cost", "check", "reviews"]:
        for form in ["json", "csv"]:
            done = [batch(command, "--format", form, "--jobs", jobs, stdin=stdin) for jobs in JOBS]
            for jobs, other in zip(JOBS[1:], done[1:]):
                tap.check(f"{command} in {form} by {jobs} is the same as by one", other.stdout == done[0].stdout)
                tap.check(f"{command} in {form} by {jobs} says the same", other.stderr == done[0].stderr)
        rows = rows_of(batch(command, stdin=stdin))
        tap.equal(f"{command} has every line in its place", [row["line"] for row in rows], list(range(1, 2_001)))


# ---- what is wrong ----


def check_bad():
    lines = bad_lines()
    good = as_line(load(EXAMPLE))
    stdin = b"".join(line + b"\n" + good + b"\n" for line, _, _ in lines.values())
    for jobs in JOBS:
        done = batch("cost", "--jobs", jobs, stdin=stdin)
        rows = rows_of(done)
        said = done.stderr.decode().splitlines()[:len(lines)]
        tap.equal(f"by {jobs}: status", done.returncode, 2)
        tap.equal(f"by {jobs}: each line has its row", [row["line"] for row in rows], list(range(1, 2 * len(lines) + 1)))
        tap.check(f"by {jobs}: what is good is costed", all("total" in row for row in rows[1::2]))
        for row, line, (name, (_, status, at)) in zip(rows[::2], said, lines.items()):
            error = row["error"]
            tap.equal(f"by {jobs}: {name}", (error["status"], error["at"], row["id"]), (status, at, row["id"]))
            place = "" if error["position"] is None else f" byte {error['position']}" + (":" if at == "" else ",")
            place += f" {at}:" if at else ""
            comma = "," if place else ":"
            tap.equal(f"by {jobs}: {name} is said", line, f"phb: -: line {row['line']}{comma}{place} {error['message']}")
        tap.check(f"by {jobs}: none of it is repeated", b"CANARY" not in done.stdout + done.stderr)
    cells = cells_of(batch("cost", "--format", "csv", stdin=stdin))
    tap.equal("csv has them in columns", [(cell["error"], cell["message"] != "") for cell in cells[::2]],
              [(status, True) for _, status, _ in lines.values()])
    tap.check("and nothing else there", all(cell["total"] == "" and None not in cell and None not in cell.values()
                                            for cell in cells[::2]))
    done = batch("cost", stdin=b"".join(line + b"\n" for line, _, _ in lines.values()))
    for name, row, path in zip(lines, rows_of(done), lines.values()):
        alone = run("cost", "-", stdin=path[0][:LONGEST + 1])
        tap.check(f"{name}: as phb cost says it", row["error"]["message"].encode() in alone.stderr, row, alone.stderr)


def check_other_kinds():
    without = as_line({"format": "phb-plan/1", "status": "draft", "person": {"id": "ex-9"}})
    row = rows_of(batch("cost", stdin=without))[0]
    tap.equal("a plan without a budget", (row["id"], row["error"]["status"]), ("ex-9", "INCOMPLETE"))
    done = batch("reviews", stdin=as_line(load(EXAMPLE)))
    tap.check("a budget has no reviews", "this is no plan" in rows_of(done)[0]["error"]["message"] and done.returncode == 2)
    held = dict(load(PLANS[0]))
    held["reviews"] = dict(held["reviews"], completed=[{"on": "2026-06-08", "kind": "plan_review", "regimes": [], "checked": []}])
    row = rows_of(batch("reviews", "--as-of", "2026-06-01", stdin=as_line(held)))[0]
    tap.equal("a review in the future", (row["id"], row["error"]["at"]), (held["person"]["id"], "/reviews/completed/0/on"))


def check_ids():
    for written, shown in [("ex-1", "ex-1"), ("9434765919", ""), ("943-476-5919", ""), ("943_476_5919", ""), ("-1", "-1")]:
        plan = load(PLANS[0])
        plan["person"]["id"] = written
        for command in ["cost", "check", "reviews"]:
            done = batch(command, stdin=as_line(plan))
            tap.equal(f"{command} shows the id {written} as '{shown}'", [row["id"] for row in rows_of(done)], [shown])
    cells = cells_of(batch("check", "--format", "csv", stdin=as_line(plan)))
    tap.equal("what a spreadsheet would take for a formula is none", cells[0]["id"], "'-1")


# ---- totals ----


def pence(text):
    return round(float(text) * 100)


def check_totals():
    stdin = WHOLE + b"{\n"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "totals.json"
        for command in ["cost", "check", "reviews"]:
            for jobs in JOBS:
                done = batch(command, "--totals", path, "--jobs", jobs, stdin=stdin)
                totals, rows = json.loads(path.read_bytes()), rows_of(done)
                refused = sum("error" in row for row in rows)
                tap.equal(f"{command} by {jobs} counts", (totals["documents"], totals["refused"]), (len(rows), refused))
                said = done.stderr.decode().splitlines()
                tap.check(f"{command} by {jobs} says so", f"phb: -: {len(rows)} documents, {refused} refused" in said, said)
                check_sums(f"{command} by {jobs}", command, totals, [row for row in rows if "error" not in row])
        tap.equal("totals that cannot be written give 2", batch("cost", "--totals", "/nonexistent/x").returncode, 2)
        tap.equal("nor on a full device", batch("cost", "--totals", "/dev/full").returncode, 2)
    many_pounds = {"format": "phb-budget/1", "period": {"start": "2026-04-06", "end": "2027-04-05"},
                   "lines": [{"id": "x", "category": "other", "amount": "1000000000.00", "per": "once",
                              "deployment": "notional"}]}
    done = batch("cost", stdin=as_file([many_pounds] * 25))
    tap.check("more than one budget may cost", b"  total: 25000000000.00\n" in done.stderr, done.stderr)


def check_sums(name, command, totals, rows):
    if command == "cost":
        for key in ["total", "weekly", "full_year", "one_off", "contingency"]:
            tap.equal(f"{name}: {key}", pence(totals[key]), sum(pence(row[key]) for row in rows))
        for group in ["by_category", "by_deployment", "by_financial_year"]:
            keys = {key for row in rows for key in row[group]} | set(totals[group])
            tap.equal(f"{name}: {group}", {key: pence(totals[group][key]) for key in keys},
                      {key: sum(pence(row[group].get(key, "0")) for row in rows) for key in keys})
        tap.check(f"{name}: nobody's funders", "by_funder" not in totals)
        tap.equal(f"{name}: provisional", totals["provisional"], sum(row["provisional"] for row in rows))
    elif command == "check":
        for key in ["breach", "gap", "warning", "note"]:
            tap.equal(f"{name}: worst {key}", totals["worst"][key], sum(row["worst"] == key for row in rows))
            tap.equal(f"{name}: {key}", totals["findings"][key], sum(row[key] for row in rows))
        tap.equal(f"{name}: none", totals["worst"]["none"], sum(row["worst"] == "" for row in rows))
    else:
        tap.equal(f"{name}: overdue", totals["events"]["overdue"], sum(row["overdue"] for row in rows))
        tap.equal(f"{name}: plans", totals["plans_overdue"], sum(row["overdue_must"] > 0 for row in rows))


# ---- nothing private, and usage ----


def check_silence():
    """Texts that may say anything say CANARY; no output has it, nor an NHS number."""
    free = {"name", "contact", "description", "statement", "what", "who", "how", "when", "plan", "reason", "who_i_am",
            "appreciated_for", "background", "important_to_me", "best_support", "address", "telephone", "email", "by",
            "effect", "task", "course", "mitigation", "owner", "where_held", "responsible", "records", "working",
            "preferred_name", "first_language", "leave_reason", "nil_reason", "organisation", "title", "held_at"}

    def spoil(value, key=""):
        if isinstance(value, dict):
            return {name: spoil(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [spoil(inner, key) for inner in value]
        words = isinstance(value, str) and (" " in value or value.isalpha() and key in {"name", "contact"})
        return "CANARY" if key in free and words else value

    plans = [spoil(load(path)) for path in PLANS]
    stdin = as_file(plans)
    numbers = {plan["person"]["nhs_number"] for plan in plans if "nhs_number" in plan["person"]}
    numbers |= {number.replace(" ", "") for number in numbers} | {number[-4:] for number in numbers}
    tap.check("there are words and numbers to keep", stdin.count(b"CANARY") > 200 and numbers, stdin.count(b"CANARY"))
    for command, table in [("cost", "totals"), ("check", "findings"), ("reviews", "events")]:
        for form in ["json", "csv"]:
            for arguments in [[], ["--table", table]]:
                done = batch(command, "--format", form, *arguments, stdin=stdin)
                said = done.stdout + done.stderr
                tap.check(f"{command} in {form} {' '.join(arguments)} keeps words",
                          done.stdout and done.returncode in (0, 1) and b"CANARY" not in said, done.stderr)
                found = [number for number in numbers if re.search(rf"(?<![\d.]){number}(?![\d.])", said.decode())]
                tap.equal(f"{command} in {form} {' '.join(arguments)} keeps numbers", found, [])


def check_usage():
    for name, arguments in [
        ("no command", []), ("another command", ["diff"]), ("an option first", ["--jobs", "2"]),
        ("two files", ["cost", "a", "b"]), ("text", ["cost", "--format", "text"]),
        ("markdown", ["cost", "--format", "markdown"]), ("a calendar", ["reviews", "--format", "ics"]),
        ("no jobs", ["cost", "--jobs", "0"]), ("too many", ["cost", "--jobs", "65"]), ("half a job", ["cost", "--jobs", "1.5"]),
        ("less", ["cost", "--jobs", "-1"]), ("jobs of no number", ["cost", "--jobs", ""]),
        ("very many", ["cost", "--jobs", "99999999999999999999"]),
        ("another table", ["cost", "--table", "lines"]), ("a table of another", ["check", "--table", "events"]),
        ("a day of cost", ["cost", "--as-of", "today"]), ("a law of check", ["check", "--on", "2026-04-06"]),
        ("a window of cost", ["cost", "--from", "2026-04-06"]), ("a window without a table", ["reviews", "--to", "2026-04-06"]),
        ("a window that ends too soon", ["reviews", "--table", "events", "--from", "2026-04-06", "--to", "2026-04-05"]),
        ("a window of no day", ["reviews", "--table", "events", "--from", "March"]),
        ("rates and lines from one input", ["cost", "--rates", "-"]), ("and a policy", ["cost", "x", "--rates", "-", "--policy", "-"]),
        ("an option without a value", ["cost", "--totals"]), ("events of one", ["reviews", "--events", "x"]),
    ]:
        done = batch(*arguments)
        tap.check(f"{name} gives 64", done.returncode == 64 and done.stdout == b"" and done.stderr.count(b"\n") == 1,
                  done.returncode, done.stderr)
    for name, arguments in [("no file", ["cost", "/nonexistent"]), ("a folder", ["cost", "/"]),
                            ("no policy", ["cost", "--policy", "/nonexistent"]),
                            ("no rates", ["check", "--rates", "/nonexistent"])]:
        done = batch(*arguments)
        tap.check(f"{name} gives 2", done.returncode == 2 and done.stdout == b"" and done.stderr.count(b"\n") == 1,
                  done.returncode, done.stderr)
    tap.check("help names it", b"phb batch" in run("help").stdout)


check_cost()
check_check()
check_reviews()
check_window()
check_lines()
check_order()
check_bad()
check_other_kinds()
check_ids()
check_totals()
check_silence()
check_usage()
tap.finish()
