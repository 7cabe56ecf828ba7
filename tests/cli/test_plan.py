#!/usr/bin/env python3
"""Plans: check, chain, cost and diff of them: test_plan.py PHB SOURCE_ROOT."""

import csv
import io
import json
import re
import tempfile
from decimal import Decimal
from pathlib import Path

from clilib import EXAMPLE, ROOT, Tap, as_bytes, run

tap = Tap()
PLANS = ROOT / "docs/examples/plans"
PAGES = Path(__file__).parent / "pages"
WHOLE = PLANS / "adult-chc.json"
DRAFT = PLANS / "draft.json"
SECTIONS = ["about", "contacts", "health", "needs_and_outcomes", "action_plan", "training", "contingency",
            "budget", "reviews", "sign_off"]
FORMATS = ["text", "json", "csv", "markdown", "html"]
LITTLE = {"format": "phb-plan/1", "status": "draft"}


def plan(name=WHOLE):
    return json.loads(name.read_bytes())


def report_of(*arguments, stdin=b""):
    return json.loads(run("check", *arguments, "--format", "json", stdin=stdin).stdout)


def rows_of(done):
    return list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))


def pounds(row):
    return Decimal(row["amount"] or "0")


def as_cell(value):
    return "" if value is None else ("no", "yes")[value] if isinstance(value, bool) else str(value)


def check_refusal(name, done, status, *said):
    """One line on standard error, with these words, and nothing else."""
    tap.equal(f"{name} gives {status}", done.returncode, status)
    is_line = done.stdout == b"" and done.stderr.count(b"\n") == 1 and done.stderr.startswith(b"phb: ")
    tap.check(f"{name}: one line", is_line and all(word in done.stderr for word in said), done.stderr, *said)


# ---- check ----


def check_check():
    whole, draft = run("check", WHOLE), run("check", DRAFT)
    tap.equal("a whole plan gives 0", (whole.returncode, whole.stderr), (0, b""))
    tap.equal("a draft gives 1", (draft.returncode, draft.stderr), (1, b""))
    tap.equal("- is standard input", run("check", "-", stdin=DRAFT.read_bytes()).stdout, draft.stdout)
    report = report_of(DRAFT)
    tap.equal("every section has its state", [one["section"] for one in report["sections"]], SECTIONS)
    tap.equal("csv has every finding", [row["rule"] for row in rows_of(run("check", DRAFT, "--format", "csv"))],
              [one["rule"] for one in report["findings"]])
    first = report["findings"][report["next"]]
    for form in ["text", "markdown"]:
        page = run("check", DRAFT, "--format", form).stdout.decode()
        tap.check(f"{form} says what to do first", "To do first:" in page)
        tap.check(f"{form} has every rule", all(one["rule"] in page for one in report["findings"]))
    tap.equal("which is of the worst", first["severity"], report["worst"])
    long = [line for line in draft.stdout.decode().splitlines() if len(line) > 100]
    tap.check("text is within 100 columns", not long, *long)


def check_sections():
    whole = report_of(DRAFT)
    listed = []
    for section in SECTIONS:
        done = run("check", DRAFT, "--section", section, "--format", "json")
        report = json.loads(done.stdout)
        listed += report["findings"]
        tap.equal(f"--section {section} is of it alone",
                  ({one["section"] for one in report["findings"]} <= {section}, len(report["sections"])), (True, 1))
        grave = sum(report["counts"][name] for name in ["breach", "gap"])
        tap.equal(f"--section {section} decides the status", done.returncode, 1 if grave else 0)
    tap.equal("together they are all", sorted(listed, key=str), sorted(whole["findings"], key=str))
    check_refusal("an unknown section", run("check", DRAFT, "--section", "chairs"), 64, b"--section")


def check_choice():
    whole = report_of(DRAFT)
    grades = ["breach", "gap", "warning", "note"]
    for number, grade in enumerate(grades, 1):
        wanted = [one for one in whole["findings"] if one["severity"] in grades[:number]]
        tap.equal(f"--severity {grade}", report_of(DRAFT, "--severity", grade)["findings"], wanted)
    tap.equal("the day it looks from is the last signature", report_of(WHOLE)["as_of"], "2026-03-27")
    tap.equal("without one the first of the budget", whole["as_of"], "2026-08-03")
    tap.equal("without that there is none", report_of("-", stdin=as_bytes(LITTLE))["as_of"], "")
    tap.equal("or as is asked", report_of(DRAFT, "--as-of", "2026-12-24")["as_of"], "2026-12-24")
    for day, count in [("2027-03-23", 0), ("2027-03-24", 1)]:  # of competence that expires on the first
        found = [one["rule"] for one in report_of(WHOLE, "--as-of", day)["findings"]]
        tap.equal(f"competence lapsed on {day}", found.count("plan.training.competence_lapsed"), count)


def check_superseded():
    after = plan() | {"version": 2, "supersedes": "ex-101"}
    before = plan() | {"status": "superseded", "ended": {"on": "2026-04-05", "reason": "A new plan"}}
    before["budget"] = before["budget"] | {"period": {"start": "2025-04-06", "end": "2026-04-05"}, "payments": {}}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "before.json"
        path.write_bytes(as_bytes(before))
        tap.equal("the plan it takes the place of may be given",
                  run("check", "-", "--superseded", path, stdin=as_bytes(after)).returncode, 0)
        swapped = run("check", path, "--superseded", "-", stdin=as_bytes(after))
        tap.check("either may be standard input", swapped.returncode in (0, 1), swapped.stderr)
        path.write_bytes(b'{"format": "phb-plan/1", "status": "CANARY"}')
        done = run("check", WHOLE, "--superseded", path)
        check_refusal("one that cannot be read", done, 2, str(path).encode(), b" byte 35, /status: ")
        tap.check("it is not repeated", b"CANARY" not in done.stderr, done.stderr)
    found = [one["rule"] for one in report_of(WHOLE, "--superseded", DRAFT)["findings"]]
    tap.check("that of somebody else is found", "plan.record.superseded_other" in found, found)
    check_refusal("none", run("check", WHOLE, "--superseded", "/nonexistent"), 2, b"/nonexistent")
    check_refusal("a budget in its stead", run("check", WHOLE, "--superseded", EXAMPLE), 2, b"phb-plan/1")
    check_refusal("one of a budget", run("check", EXAMPLE, "--superseded", WHOLE), 2, b"--superseded")
    check_refusal("both from standard input", run("check", "-", "--superseded", "-"), 64, b"once")


# ---- chain ----


def page_of(name):
    version = run("version").stdout.decode().strip()
    return (PAGES / name).read_text(encoding="utf-8").replace("{version}", version)


def check_pages():
    for name in ["adult-chc", "draft"]:
        for form, suffix in [("text", "txt"), ("json", "json")]:
            done = run("chain", PLANS / f"{name}.json", "--format", form)
            tap.equal(f"{name} in {form} gives 0", (done.returncode, done.stderr), (0, b""))
            tap.equal(f"{name} in {form} is as it was", done.stdout.decode().splitlines(),
                      page_of(f"chain-{name}.{suffix}").splitlines())


def section_of(page):
    """What a page says, without how it looks."""
    return page[page.index("<section"):].splitlines()


def check_html():
    wheelchair = PLANS.parent / "budgets/wheelchair.json"
    for page, arguments in [("chain-draft", ("chain", DRAFT)), ("cost-wheelchair", ("cost", wheelchair))]:
        done = run(*arguments, "--format", "html")
        tap.equal(f"{page} in html gives 0", (done.returncode, done.stderr), (0, b""))
        tap.equal(f"{page} in html is as it was", section_of(done.stdout.decode()),
                  page_of(f"{page}.html").splitlines())
    line = run("cost", wheelchair, "--explain", "all", "--format", "html").stdout.decode()
    tap.check("an explanation is a page too", line.startswith("<!DOCTYPE html>") and "<ul class=\"phb-tree\">" in line)


def check_chain():
    text = run("chain", WHOLE)
    tap.equal("text is the default", run("chain", WHOLE, "--format", "text").stdout, text.stdout)
    tap.equal("- is standard input", run("chain", "-", stdin=WHOLE.read_bytes()).stdout, text.stdout)
    links = json.loads(run("chain", WHOLE, "--format", "json").stdout)["links"]
    rows = rows_of(run("chain", WHOLE, "--format", "csv"))
    as_json = [{key: as_cell(value) for key, value in link.items()}
               for link in links]
    tap.equal("csv says what json says", rows, as_json)
    markdown = run("chain", WHOLE, "--format", "markdown").stdout.decode().splitlines()
    tap.equal("markdown has a row a link", len(markdown), len(links) + 2)
    long = [line for line in text.stdout.decode().splitlines() if len(line) > 96]
    tap.check("within 96 columns", not long, *long)
    refused = run("chain", EXAMPLE)
    check_refusal("a budget", refused, 2, b"this is no plan: its format must be phb-plan/1")
    check_refusal("a budget with something wrong", run("chain", "-", stdin=b'{"format": "phb-budget/1"}'), 2,
                  b"this is no plan")
    check_refusal("no file", run("chain", "/nonexistent"), 2, b"/nonexistent")
    check_refusal("no subject", run("chain"), 64, b"file")
    with open("/dev/full", "wb") as full:
        tap.equal("output that cannot be written gives 2", run("chain", WHOLE, stdout=full).returncode, 2)


def check_sums():
    """What is linked and what is not add up to the budget."""
    for path in sorted(PLANS.glob("*.json")):
        totals = rows_of(run("cost", path, "--table", "totals", "--format", "csv"))
        whole = {row["total"]: pounds(row) for row in totals if row["key"] == ""}
        links = sum(pounds(row) for row in rows_of(run("chain", path, "--format", "csv")))
        tap.equal(f"{path.name} adds up", links, whole["total"] + whole["contingency_outside"])


def check_inputs():
    """Options of the other commands work here: a tolerance of £200 lets £100 less pass, £50 does not."""
    document = plan(DRAFT)
    document["budget"]["agreed_by_line"] = {"nell": "12464.71"}  # 12,564.71 − 100.00
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "policy.json"
        for tolerance, lacks in [("200.00", ""), ("50.00", "money")]:
            path.write_bytes(as_bytes({"format": "phb-policy/1", "name": "n", "version": "1", "tolerance": tolerance}))
            done = run("chain", "-", "--policy", path, "--format", "csv", stdin=as_bytes(document))
            nell = [row for row in rows_of(done) if row["id"] == "nell"]
            tap.equal(f"a tolerance of {tolerance}", [row["lacks_below"] for row in nell], [lacks])
    check_refusal("no policy", run("chain", DRAFT, "--policy", "/nonexistent"), 2, b"/nonexistent")
    check_refusal("no rates", run("chain", DRAFT, "--rates", "/nonexistent"), 2, b"/nonexistent")


# ---- cost and diff ----


def check_cost():
    for path in sorted(PLANS.glob("*.json")):
        whole = plan(path)
        alone = as_bytes({"format": "phb-budget/1"} | {key: whole[key] for key in ("cohort", "kind") if key in whole}
                         | whole["budget"])
        for arguments in [["cost"], ["cost", "--table", "steps", "--format", "json"], ["cost", "--next-year"]]:
            of_plan = run(arguments[0], path, *arguments[1:])
            of_budget = run(arguments[0], "-", *arguments[1:], stdin=alone)
            tap.equal(f"{' '.join(arguments)} of {path.name} is that of its budget",
                      (of_plan.returncode, of_plan.stdout), (of_budget.returncode, of_budget.stdout))
        done = run("diff", path, "-", "--table", "totals", "--format", "csv", stdin=alone)
        tap.equal(f"{path.name} and its budget do not differ",
                  ({row["difference"] for row in rows_of(done)}, done.returncode), ({"0.00"}, 0))


def check_no_budget():
    little = as_bytes(LITTLE)
    check_refusal("cost without a budget", run("cost", "-", stdin=little), 2, b"-: the plan holds no budget")
    check_refusal("next year without one", run("cost", "-", "--next-year", stdin=little), 2, b"holds no budget")
    check_refusal("diff without one", run("diff", "-", WHOLE, stdin=little), 2, b"holds no budget")
    check_refusal("diff without the other", run("diff", WHOLE, "-", stdin=little), 2, b"holds no budget")
    tap.equal("chain does without", run("chain", "-", stdin=little).returncode, 0)
    tap.equal("check finds that", run("check", "-", stdin=little).returncode, 1)


# ---- errors ----


def check_errors():
    spoilt = {
        "a rate": (("budget", "assistants", 0, "hours", 0, "rate"), "CANARY", "/budget/assistants/0/hours/0/rate"),
        "a period too long": (("budget", "period", "start"), "1999-04-06", "/budget/period"),
        "years not held": (("budget", "period", "start"), "2012-04-06", "/budget/period"),
        "a day": (("sign_off", "person", "signed_on"), "CANARY", "/sign_off/person/signed_on"),
        "a reference": (("action_plan", "actions", 0, "outcomes", 0), "CANARY", "/action_plan/actions/0/outcomes/0"),
        "an NHS number": (("person", "nhs_number"), "CANARY", "/person/nhs_number"),
        "a format": (("format",), "CANARY", "/format"),
    }
    for name, (keys, value, pointer) in spoilt.items():
        document = plan()
        inner = document
        for key in keys[:-1]:
            inner = inner[key]
        inner[keys[-1]] = value
        if name == "years not held":
            document["budget"] |= {"period": {"start": value, "end": "2013-04-05"}, "payments": {}}
        place = rb"^phb: -: byte \d+, " + pointer.encode() + rb": [^\n]+\n$"
        for arguments in [["check", "-"], ["cost", "-"], ["diff", "-", WHOLE]]:
            done = run(*arguments, stdin=as_bytes(document))
            check_refusal(f"{arguments[0]} of {name}", done, 2)
            tap.check(f"{arguments[0]} of {name} says where", re.match(place, done.stderr), done.stderr, place)
            tap.check(f"{arguments[0]} of {name} repeats nothing", b"CANARY" not in done.stderr, done.stderr)
        done = run("chain", "-", stdin=as_bytes(document))
        check_refusal(f"chain of {name}", done, 2, b"phb-plan/1" if name == "a format" else pointer.encode())


def check_formats_of_files():
    for command in ["check", "cost"]:
        done = run(command, "-", stdin=b'{"format": "phb-plan/2"}')
        check_refusal(f"{command} of another format", done, 2,
                      b"-: byte 11, /format: format must be phb-plan/1 or phb-budget/1")
        check_refusal(f"{command} of no format", run(command, "-", stdin=b"{}"), 2, b"format is missing")
        check_refusal(f"{command} of no object", run(command, "-", stdin=b"[]"), 2, b"must be an object")
    both = b'{"format": "phb-plan/1", "format": "phb-budget/1"}'
    check_refusal("two formats", run("check", "-", stdin=both), 2, b"byte 35,")


# ---- nothing private ----


def filled(value, schema, definitions):
    """The value with CANARY for every text that may say anything, those it lacks included."""
    schema = definitions.get(schema.get("$ref", "").rpartition("/")[2], schema)
    for option in schema.get("anyOf", []):
        name = option.get("$ref", "").rpartition("/")[2]
        schema = definitions.get(name, option) if option.get("type") == "array" or name else schema
    if isinstance(value, list):
        return [filled(item, schema.get("items", {}), definitions) for item in value]
    if isinstance(value, dict):
        return filled_object(value, schema, definitions)
    return "CANARY" if schema == {"type": "string"} else value  # an item of a list of words


def filled_object(value, schema, definitions):
    others = {"elsewhere", "declined", "not_applicable", "nhs_number", "content_hash"}
    members = {key: filled(inner, schema.get("properties", {}).get(key, {}), definitions)
               for key, inner in value.items()}
    for key, inner in schema.get("properties", {}).items():
        if set(inner) <= {"type", "description"} and inner.get("type") == "string" and key not in others:
            members[key] = "CANARY"
    return members


def check_silence():
    schema = json.loads((ROOT / "docs/schema/phb-plan-1.json").read_bytes())
    for path in sorted(PLANS.glob("*.json")):
        document = filled(plan(path), schema, schema["$defs"])
        text = as_bytes(document)
        tap.check(f"{path.name} has words to keep", text.count(b"CANARY") > 30, text.count(b"CANARY"))
        for form in FORMATS:
            for arguments in [["check", "-"], ["cost", "-"], ["diff", WHOLE, "-"],
                              ["check", WHOLE, "--superseded", "-"]]:
                done = run(*arguments, "--format", form, stdin=text)
                said = done.stdout + done.stderr
                tap.check(f"{' '.join(map(str, arguments[::3]))} of {path.name} in {form} keeps them",
                          done.returncode in (0, 1) and done.stdout and b"CANARY" not in said,
                          [line for line in said.splitlines() if b"CANARY" in line][:3], done.stderr)
            number = document["person"].get("nhs_number", "none").encode()
            done = run("check", "-", "--format", form, stdin=text)
            tap.check(f"check of {path.name} in {form} keeps the NHS number",
                      number not in done.stdout and number.replace(b" ", b"") not in done.stdout)
            shown = run("chain", "-", "--format", form, stdin=text)
            tap.check(f"chain of {path.name} in {form} shows them", b"CANARY" in shown.stdout, shown.stderr)


def check_terminal():
    document = plan(DRAFT)
    document["needs_and_outcomes"]["needs"][0]["description"] = "a\x1b]0;b\x07\x9b2J\x7fc\nd"
    for form in FORMATS:
        done = run("chain", "-", "--format", form, stdin=as_bytes(document))
        bad = [byte for byte in b"\x1b\x07" if byte in done.stdout]
        tap.equal(f"no escape reaches a terminal in {form}", (done.returncode, bad), (0, []))
    text = run("chain", "-", stdin=as_bytes(document)).stdout.decode()
    tap.check("what was there can be seen", "Need moving: a\ufffd]0;b\ufffd\ufffd2J\ufffdc d\n" in text, text)


def check_hash():
    """A plan signed with its hash is as it was signed; with one letter more it is not."""
    document = plan(DRAFT) | {"status": "agreed"}
    done = run("hash", "-", stdin=as_bytes(document))
    digits = done.stdout.decode().strip()
    tap.equal("hash gives 64 digits", (done.returncode, done.stderr, len(digits)), (0, b"", 64))
    for change, found in [("", 0), ("!", 1)]:
        document["about"]["who_i_am"] += change
        document["sign_off"] = {"content_hash": digits}
        report = json.loads(run("check", "-", "--format", "json", stdin=as_bytes(document)).stdout)
        edited = [each for each in report["findings"] if each["rule"] == "plan.sign_off.edited"]
        tap.equal(f"what was signed with {change or 'nothing'} more", len(edited), found)
    check_refusal("hash of a budget", run("hash", EXAMPLE), 2, b"this is no plan")
    check_refusal("hash of nothing", run("hash"), 64, b"hash needs a file")
    check_refusal("hash with an option", run("hash", "--format", "json"), 64, b"hash needs a file")


check_check()
check_hash()
check_sections()
check_choice()
check_superseded()
check_pages()
check_html()
check_chain()
check_sums()
check_inputs()
check_cost()
check_no_budget()
check_errors()
check_formats_of_files()
check_silence()
check_terminal()
tap.finish()
