#!/usr/bin/env python3
"""phb reviews: test_reviews.py PHB SOURCE_ROOT.

Calendar files are read back by a reader that somebody else wrote: the distribution's icalendar.
"""

import csv
import datetime
import io
import json
import tempfile
from pathlib import Path

from clilib import ROOT, Tap, as_bytes, run
from icalendar import Calendar

tap = Tap()
PLANS = ROOT / "docs/examples/plans"
PLAN = PLANS / "adult-chc.json"
POLICY = ROOT / "docs/examples/policies/north.json"
BUDGET = ROOT / "docs/examples/budgets/adult-chc.json"
DAY = datetime.timedelta(days=1)

# Eligible on 4 March 2026, paid first on 6 April 2026: one review within three months of the first
# of these, by Thursday 4 June, because the other limit, 6 July, is 32 days later.
LIMIT = "2026-06-04"

HAPPENED = [
    {"on": "2026-05-20", "what": "health_changed"},
    {"on": "2026-04-10", "what": "hospital_admission"},
    {"on": "2026-05-01", "what": "asked_for_review"},
]


def schedule_of(*arguments, stdin=b""):
    done = run("reviews", *arguments, "--format", "json", stdin=stdin)
    return json.loads(done.stdout) if done.stdout else done


def rows_of(done):
    return list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))


def of_kind(schedule, kind):
    return [event for event in schedule["events"] if event["kind"] == kind]


def one_line(name, done, status, *parts):
    """Nothing on standard output, one line on the other, with these parts."""
    tap.equal(f"{name}: status", done.returncode, status)
    tap.check(f"{name}: one line", done.stdout == b"" and done.stderr.count(b"\n") == 1, done.stderr)
    missing = [part for part in parts if part.encode() not in done.stderr]
    tap.check(f"{name}: says where and what", not missing, missing, done.stderr)


def check_formats():
    text = run("reviews", PLAN)
    tap.equal("a plan in time gives 0", (text.returncode, text.stderr), (0, b""))
    tap.equal("--format text is the default", run("reviews", PLAN, "--format", "text").stdout, text.stdout)
    tap.check("text has the review by its day", b"Thu 4 Jun 2026   Plan review" in text.stdout, text.stdout)
    schedule = schedule_of(PLAN)
    tap.equal("json is a phb-schedule/1", schedule["format"], "phb-schedule/1")
    tap.equal("the review is in it", [event["latest"] for event in of_kind(schedule, "plan_review")], [LIMIT])
    rows = rows_of(run("reviews", PLAN, "--format", "csv"))
    tap.equal("csv has every event", [row["due"] for row in rows], [event["due"] for event in schedule["events"]])
    markdown = run("reviews", PLAN, "--format", "markdown").stdout.decode().splitlines()
    events = [line for line in markdown if line.startswith("| ") and "---" not in line]
    tap.equal("markdown too", len(events), len(rows) + 1)
    for path in sorted(PLANS.glob("*.json")):
        done = run("reviews", path)
        long = [line for line in done.stdout.decode().splitlines() if len(line) > 100]
        tap.check(f"{path.name} within 100 columns", done.returncode == 0 and not long, *long, done.stderr)


def check_tables():
    bare = ["reviews", PLAN, "--as-of", "2026-06-10", "--table"]
    whole = schedule_of(PLAN, "--as-of", "2026-06-10")
    for table in ["events", "notes"]:
        as_json = json.loads(run(*bare, table, "--format", "json").stdout)
        as_csv = rows_of(run(*bare, table, "--format", "csv"))
        tap.equal(f"the table of {table}", (len(as_json), set(as_json[0])), (len(as_csv), set(as_csv[0])))
        tap.equal(f"has all {table}", len(as_json), len(whole[table]))
        tap.check(f"{table} as text and markdown", run(*bare, table).stdout != b"" and
                  run(*bare, table, "--format", "markdown").stdout.startswith(b"|"))
    tap.equal("a table is as overdue as a page", run(*bare, "notes").returncode, 1)


def check_input():
    piped = run("reviews", "-", stdin=PLAN.read_bytes())
    tap.equal("- is standard input", piped.stdout, run("reviews", PLAN).stdout)
    one_line("no file", run("reviews", "/nonexistent"), 2, "/nonexistent")
    one_line("a budget", run("reviews", BUDGET), 2, str(BUDGET), "phb-plan/1")
    one_line("no document", run("reviews", "-", stdin=b"{"), 2, "-: byte")
    one_line("no policy", run("reviews", PLAN, "--policy", "/nonexistent"), 2, "/nonexistent")
    one_line("no rates", run("reviews", PLAN, "--rates", "/nonexistent"), 2, "/nonexistent")
    bare = as_bytes({"format": "phb-plan/1", "status": "draft"})
    one_line("a plan without a day", run("reviews", "-", stdin=bare), 2, "as_of is missing")
    tap.equal("which can be given", run("reviews", "-", "--as-of", "2026-05-01", stdin=bare).returncode, 0)
    with open("/dev/full", "wb") as full:
        tap.equal("output that cannot be written gives 2", run("reviews", PLAN, stdout=full).returncode, 2)
    plan = json.loads(PLAN.read_bytes())
    plan["reviews"] = {"elsewhere": "In the care record."}
    elsewhere = schedule_of("-", stdin=as_bytes(plan))
    # Of the duties one is left, that of the direct payment: three months from 6 April are 6 July.
    tap.equal("reviews that are elsewhere leave the duty of the law",
              [(event["regimes"], event["latest"]) for event in of_kind(elsewhere, "plan_review")],
              [(["nhs_direct_payment"], "2026-07-06")])


def check_held():
    plan = json.loads(PLAN.read_bytes())
    held = {"on": "2026-06-01", "kind": "plan_review", "regimes": ["chc", "nhs_direct_payment"],
            "checked": ["needs_met", "money_used_well", "amount_enough", "obligations_met"]}
    plan["reviews"]["completed"] = [held]
    schedule = schedule_of("-", stdin=as_bytes(plan))
    tap.equal("it looks from the last review", schedule["as_of"], "2026-06-01")
    # Twelve months from the day it was held, 1 June 2026.
    tap.equal("the next one counts from it", [(event["status"], event["latest"]) for event in
                                              of_kind(schedule, "plan_review")],
              [("done", LIMIT), ("upcoming", "2027-06-01")])
    one_line("from a day before it", run("reviews", "-", "--as-of", "2026-05-31", stdin=as_bytes(plan)), 2,
             "/reviews/completed/0/on: on is after as_of")
    plan["reviews"]["completed"] = [held, held]
    one_line("two on a day", run("reviews", "-", stdin=as_bytes(plan)), 2, "/reviews/completed/1/on")


def check_events(folder):
    path = folder / "events.json"
    pages = set()
    for order in [HAPPENED, HAPPENED[::-1], HAPPENED[1:] + HAPPENED[:1]]:
        path.write_bytes(as_bytes(order))
        pages.add(run("reviews", PLAN, "--as-of", "2026-05-25", "--events", path).stdout)
    tap.equal("events may come in any order", len(pages), 1)
    found = of_kind(schedule_of(PLAN, "--as-of", "2026-05-25", "--events", path), "trigger")
    tap.equal("each is in it, by day", [(event["due"], event["reason"]) for event in found],
              sorted((each["on"], each["what"]) for each in HAPPENED))
    tap.equal("they may be standard input",
              run("reviews", PLAN, "--as-of", "2026-05-25", "--events", "-", stdin=as_bytes(HAPPENED)).stdout,
              pages.pop())
    for name, text, parts in [
        ("a day that is none", '[{"on":"2026-05-01","what":"died"},{"on":"2026-02-30","what":"died"}]',
         ("byte 41,", "/1/on:")),
        ("something unknown", '[{"on":"2026-05-01","what":"CANARY"}]', ("byte 27,", "/0/what:")),
        ("no list", "{}", ("byte 0,", )),
        ("no JSON", '[{"on":]', ("byte 7", )),
        ("nothing at all", "", ("byte 0", )),
    ]:
        path.write_text(text)
        done = run("reviews", PLAN, "--events", path)
        one_line(f"events with {name}", done, 2, str(path), *parts)
        tap.check(f"events with {name}: not repeated", b"CANARY" not in done.stderr, done.stderr)
    one_line("no file of events", run("reviews", PLAN, "--events", "/nonexistent"), 2, "/nonexistent")


def check_days():
    tap.equal("it looks from the day the plan was signed", schedule_of(PLAN)["as_of"], "2026-03-27")
    tap.equal("or as is asked", schedule_of(PLAN, "--as-of", "2026-05-01")["as_of"], "2026-05-01")
    before = datetime.date.today()
    asked = schedule_of(PLAN, "--as-of", "today")["as_of"]
    days = {before.isoformat(), datetime.date.today().isoformat()}
    tap.check("today is the day it is", asked in days, asked)
    tap.equal("--horizon is the last day", schedule_of(PLAN, "--horizon", LIMIT)["horizon"], LIMIT)
    reviews = [len(of_kind(schedule_of(PLAN, "--horizon", day), "plan_review")) for day in ("2026-06-03", LIMIT)]
    tap.equal("what is due on it is there, a day later is not", reviews, [0, 1])
    one_line("a horizon before the day that is looked from", run("reviews", PLAN, "--horizon", "2026-03-26"), 2,
             str(PLAN), "/horizon")
    tap.equal("on that day it may be", run("reviews", PLAN, "--horizon", "2026-03-27").returncode, 0)


def check_policy():
    with_policy = schedule_of(PLAN, "--policy", POLICY)
    edition = "/".join(json.loads(POLICY.read_bytes())[name] for name in ("name", "version"))
    page = run("reviews", PLAN, "--policy", POLICY).stdout
    tap.check("--policy is named", f"policy {edition}".encode() in page.splitlines()[1], page)
    # Two months instead of three: 4 March + 2 months is Monday 4 May 2026.
    tap.equal("it is stricter", of_kind(with_policy, "plan_review")[0]["latest"], "2026-05-04")
    # Three months from the first payment, then each three: Monday 6 July, Tuesday 6 October, ….
    tap.equal("it has audits", [event["latest"] for event in of_kind(with_policy, "audit")],
              ["2026-07-06", "2026-10-06", "2027-01-06"])
    tap.equal("without one there are none", of_kind(schedule_of(PLAN), "audit"), [])


def check_overdue():
    in_time, late = (run("reviews", PLAN, "--as-of", day) for day in (LIMIT, "2026-06-05"))
    tap.check("on the last day it is due", in_time.returncode == 0 and b"OVERDUE" not in in_time.stdout)
    tap.equal("a day later it gives 1", (late.returncode, late.stderr), (1, b""))
    tap.check("and is loud", b"!!! OVERDUE !!!" in late.stdout and b"1 DAY LATE" in late.stdout, late.stdout)
    first = late.stdout.decode().split("=\n")[1].strip().splitlines()[0]
    tap.check("and first", first.startswith("Thu 4 Jun 2026   Plan review"), first)
    for form in ["json", "csv", "markdown", "ics"]:
        tap.equal(f"{form} gives 1 as well",
                  run("reviews", PLAN, "--as-of", "2026-06-05", "--format", form).returncode, 1)
    # On the fast track reviews are practice, not a must: late, and still no failure.
    path = PLANS / "end-of-life.json"
    practice = run("reviews", path, "--as-of", "2026-08-15")
    tap.equal("what is only practice gives 0", (practice.returncode, b"OVERDUE" in practice.stdout), (0, True))


def with_canaries(value, key=""):
    """A canary in every text of more than one word: neither a day, nor an id, nor a choice."""
    if isinstance(value, dict):
        return {name: with_canaries(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [with_canaries(inner, key) for inner in value]
    return value + " CANARY" if isinstance(value, str) and " " in value and key != "nhs_number" else value


def line_faults(data):
    if not data.endswith(b"\r\n") or b"\n" in data.replace(b"\r\n", b""):
        yield "a line ends with something else than CRLF"
    yield from (f"{len(line)} octets: {line}" for line in data.split(b"\r\n") if len(line) > 75)


def calendar_of(name, done):
    faults = list(line_faults(done.stdout))
    calendar = Calendar.from_ical(done.stdout.decode())
    faults += [str(part.errors) for part in calendar.walk() if part.errors]
    tap.check(f"{name} is read without a complaint", not faults, *faults)
    return calendar.walk("VEVENT")


def check_calendar():
    for path in sorted(PLANS.glob("*.json")):
        done = run("reviews", path, "--format", "ics")
        events = calendar_of(f"the calendar of {path.name}", done)
        wanted = [event["due"] for event in schedule_of(path)["events"] if event["status"] != "done"]
        days = [(event["DTSTART"].dt.isoformat(), (event["DTEND"].dt - event["DTSTART"].dt) / DAY) for event in events]
        tap.equal(f"{path.name}: a whole day for each", days, [(day, 1.0) for day in wanted])
    twice = run("reviews", PLAN, "--format", "ics", "--format", "csv").stdout
    tap.equal("of two formats the last holds", twice, run("reviews", PLAN, "--format", "csv").stdout)


def check_what_a_calendar_tells():
    plan = with_canaries(json.loads(PLAN.read_bytes()))
    count = json.dumps(plan).count("CANARY")
    tap.check("there are canaries enough", count > 50, count)
    employee = plan["training"]["delegated_tasks"][0]["assistants"][0]
    plan["training"]["delegated_tasks"].append(dict(plan["training"]["delegated_tasks"][0]))
    done = run("reviews", "-", "--format", "ics", "--policy", POLICY, stdin=as_bytes(plan))
    events = calendar_of("the calendar of a plan with canaries", done)
    uids = [str(event["UID"]) for event in events]
    tap.equal("each has an identifier of its own", len(set(uids)), len(uids))
    number = plan["person"]["nhs_number"]
    names = {plan["person"]["name"], plan["contacts"]["preferred_name"], number, number.replace(" ", ""),
             employee, "CANARY", "chc", "continuing", "direct"}
    unfolded = done.stdout.decode().replace("\r\n ", "")
    told = [word for word in names if word.lower() in unfolded.lower()]
    tap.equal("it tells nothing of the person", told, [])
    plan["person"]["id"] = number.replace(" ", "-")
    one_line("a reference that is an NHS number is none",
             run("reviews", "-", "--format", "ics", stdin=as_bytes(plan)), 2, "reference")
    tap.equal("and needs none elsewhere", run("reviews", "-", stdin=as_bytes(plan)).returncode, 0)


def check_usage():
    for name, arguments in [
        ("without a file", []),
        ("of two files", [PLAN, PLAN]),
        ("of an unknown table", [PLAN, "--table", "lines"]),
        ("of a table as a calendar", [PLAN, "--table", "events", "--format", "ics"]),
        ("in an unknown format", [PLAN, "--format", "xml"]),
        ("from a day that is none", [PLAN, "--as-of", "2026-02-30"]),
        ("from tomorrow", [PLAN, "--as-of", "tomorrow"]),
        ("to a day that is none", [PLAN, "--horizon", "2027-02-29"]),
        ("to today", [PLAN, "--horizon", "today"]),
        ("of a section", [PLAN, "--section", "reviews"]),
        ("by one day's law", [PLAN, "--on", "2026-04-06"]),
        ("of standard input twice", ["-", "--events", "-"]),
        ("without a file of events", [PLAN, "--events"]),
    ]:
        done = run("reviews", *arguments)
        tap.equal(f"reviews {name} gives 64", done.returncode, 64)
        tap.check(f"reviews {name}: said on standard error alone", done.stdout == b"" and done.stderr != b"")
    for command in ["check", "cost", "chain"]:
        for option in [("--events", PLAN), ("--horizon", LIMIT), ("--format", "ics")]:
            done = run(command, PLAN, *option)
            tap.equal(f"{command} {option[0]} gives 64", done.returncode, 64)


check_formats()
check_tables()
check_input()
check_held()
with tempfile.TemporaryDirectory() as place:
    check_events(Path(place))
check_days()
check_policy()
check_overdue()
check_calendar()
check_what_a_calendar_tells()
check_usage()
tap.finish()
