#!/usr/bin/env python3
"""Measures the library beside plain Python, java.time, bare cJSON and validators: run.py BUILD_FOLDER [PART...]

A machine that others share has slow and fast minutes, so only ratios count: both sides are measured
in turns in the same run, and of each the best round is taken. The Python side also checks the
results: it works every sampled figure out again. Nothing passes or fails here.

A part is one of those listed at the end; without any, all are measured.
"""

import datetime
import json
import os
import pathlib
import random
import shutil
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "reference"))
sys.path.insert(0, str(HERE.parent / "conformance"))

import cost as peer  # noqa: E402 - the same sums in plain Python, written from the rules, not from the C
from compare_bank_holidays import holidays  # noqa: E402
from days import day_of  # noqa: E402
from frames import measure_frames  # noqa: E402
from jvm import measure_java  # noqa: E402
from law import Law  # noqa: E402
from reviews import later, schedule  # noqa: E402 - reviews the same, with dateutil
from measure import figures, in_turns, of_program, rate, run, write_documents  # noqa: E402
from caseloads import measure_caseload  # noqa: E402
from plans import measure_plans  # noqa: E402

EXAMPLE = HERE.parent.parent / "docs" / "examples" / "budgets" / "adult-chc.json"
WRONG = EXAMPLE.with_name("insufficient.json")
NI_SAMPLE = 20_000
BUDGETS = 1_000
PEER_BUDGETS = 200
SCHEDULES = 20_000
PEER_SCHEDULES = 500
EPOCH = datetime.date(1970, 1, 1).toordinal()


# --- What is measured with -------------------------------------------------------------------------


def random_budget(dice):
    """One assistant and a few plain lines, as most budgets are."""
    year = dice.randint(2022, 2026)
    assistant = {
        "id": "pa-1",
        "pay_frequency": dice.choice(["weekly", "fortnightly", "four_weekly", "monthly"]),
        "hours": [
            {"band": "weekday", "minutes_per_week": dice.randint(60, 2400), "rate": f"{dice.randint(1200, 2400) / 100:.2f}"},
            {"band": "weekend", "hours_per_week": dice.randint(1, 40) / 4, "rate": f"{dice.randint(1200, 2400) / 100:.2f}"},
        ],
        "leave": {"method": "accrual"},
        "pension": {"membership": dice.choice(["auto", "auto", "auto", "opted_in", "opted_out"])},
        "deployment": "direct_payment",
    }
    if dice.random() < 0.8:
        assistant["date_of_birth"] = f"{dice.randint(1958, 2004)}-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}"
    lines = [
        {"id": name, "category": category, "amount": f"{dice.randint(500, 30000) / 100:.2f}", "per": per, "deployment": deployment}
        for name, category, per, deployment in (
            ("insurance", "insurance", "year", "direct_payment"),
            ("payroll", "payroll", "month", "direct_payment"),
            ("physio", "therapy", "fortnight", "notional"),
            ("recruitment", "recruitment", "once", "direct_payment"),
        )
    ]
    period = {"start": f"{year}-04-06", "end": f"{year + 1}-04-05"}
    return {"format": "phb-budget/1", "cohort": "adult_chc", "period": period, "assistants": [assistant], "lines": lines}


def budget_of_size(size):
    """A budget of about so many bytes: lines, repeated."""
    budget = random_budget(random.Random(size))
    pattern = budget["lines"]
    budget["lines"] = []
    while len(json.dumps(budget)) < size:
        line = dict(pattern[len(budget["lines"]) % len(pattern)])
        line["id"] += f"-{len(budget['lines'])}"
        budget["lines"].append(line)
    return budget


# --- Measurements: each gives rows of (what, figure, ratio, goal) ---------------------------------


def measure_ni(programs, law, seed):
    rows = [line.split() for line in run(programs / "bench_ni", seed, NI_SAMPLE).splitlines()]
    questions = [(day_of(day), frequency, letter, int(gross)) for day, frequency, letter, gross, _ in rows]
    answers = [law.employer_ni(*question) for question in questions]
    wrong = sum(answer != int(row[4]) for answer, row in zip(answers, rows))
    best, best_peer = in_turns(
        lambda: run(programs / "bench_ni", seed),
        lambda: [law.employer_ni(*question) for question in questions],
    )
    ns, peer_ns = best["ni_ns"][0], best_peer / len(questions)
    return [
        ("National Insurance, a call", f"{ns:.1f} ns, {1e3 / ns:.1f} million a second", "", "under 30 ns"),
        ("  each waiting for the one before", f"{best['ni_chain_ns'][0]:.1f} ns", "", ""),
        ("  plain Python", f"{peer_ns:.0f} ns", f"{peer_ns / ns:.0f} times", "at least 100"),
        (f"  of {len(questions):,} sampled, otherwise", f"{wrong}", "", "0"),
    ]


def totals_of(text):
    """From `budget N` and the CSV of its totals, one dictionary a budget; what is nil is left out."""
    budgets = []
    for line in text.splitlines():
        if line.startswith("budget "):
            budgets.append({})
        elif not line.startswith("total,key,"):
            total, key, amount = line.rstrip("\r").split(",")[:3]
            if amount != "0.00":
                budgets[-1][total, key] = amount
    return budgets


def flat(written):
    """A costing's totals in the form of totals_of."""
    found = {}
    for total, value in written["totals"].items():
        for key, amount in value.items() if isinstance(value, dict) else [("", value)]:
            if amount != "0.00":
                found[total, key] = amount
    return found


def measure_costing(programs, law, folder, what, documents):
    path = write_documents(folder, "budgets", documents)
    some = documents[:PEER_BUDGETS]
    parsed = [json.loads(document) for document in some]

    def written(document):
        return peer.written(document, peer.cost(document, law))

    ours = totals_of(run(programs / "bench_cost", path, "totals"))
    wrong = sum(flat(written(document)) != totals for document, totals in zip(parsed, ours))
    best, plain_peer = in_turns(
        lambda: run(programs / "bench_cost", path), lambda: [peer.cost(document, law) for document in parsed]
    )
    again, json_peer = in_turns(
        lambda: run(programs / "bench_cost", path),
        lambda: [json.dumps(written(json.loads(document))) for document in some],
    )
    best = {name: min(best[name], again[name]) for name in best}
    plain, traced, from_json = (best[name][0] for name in ("plain_ns", "traced_ns", "json_ns"))
    plain_peer, json_peer = plain_peer / len(some), json_peer / len(some)

    def memory(kind):
        calls, peak = best[f"{kind}_allocations"][0], best[f"{kind}_peak_bytes"][0]
        return f"{calls:.0f} allocations, {peak:,.0f} bytes"

    return [
        (f"{what}, no trace", rate(plain), "", memory("plain")),
        ("  plain Python", rate(plain_peer), f"{plain_peer / plain:.0f} times", "at least 100"),
        ("  with its trace", rate(traced), f"{traced / plain:.1f} of none", memory("traced")),
        ("  JSON to costing to JSON", rate(from_json), "", ""),
        ("  plain Python", rate(json_peer), f"{json_peer / from_json:.0f} times", ""),
        (f"  of {len(some):,} sampled, otherwise", f"{wrong}", "", "0"),
    ]


def many(count, kind):
    """A budget that is large in one direction: assistants, plain lines, or segments of one assistant."""
    budget = random_budget(random.Random(5))
    assistant, line = budget["assistants"][0], budget["lines"][0]
    budget["assistants"] = [assistant]
    if kind == "assistants":
        budget["assistants"] = [dict(assistant, id=f"pa-{i}") for i in range(count)]
    elif kind == "lines":
        budget["lines"] = [dict(line, id=f"line-{i}") for i in range(count)]
    else:
        first = datetime.date(2017, 4, 6)
        rates = [{"from": (first + datetime.timedelta(days=i)).isoformat(), "amount": "13.50"} for i in range(count)]
        hours = [dict(assistant["hours"][0], rate=rates)]
        budget["assistants"] = [dict(assistant, hours=hours)]
        budget["period"] = {"start": "2017-04-06", "end": "2027-04-05"}
    return json.dumps(budget)


def measure_growth(programs, folder):
    """Linear: ten times as many take ten times as long, and no more allocations."""
    rows = []
    for kind in ("assistants", "lines", "segments"):
        for count in (1, 10, 100, 1_000):
            path = write_documents(folder, "many", [many(count, kind)])
            found = figures(run(programs / "bench_cost", path))
            ns, calls = found["plain_ns"][0], found["plain_allocations"][0]
            rows.append((f"{count:,} {kind}", f"{ns / 1e3:.1f} us, {calls:.0f} allocations", f"{ns / count / 1e3:.2f} us each", ""))
    return rows


def measure_checking(programs, folder, documents):
    """A check beside the costing it checks: the example alone, small budgets, and large ones."""
    rows = []
    sets = [("three assistants", documents[0]), ("one assistant", documents[1])]
    sets += [(f"1,000 {kind}", [many(1_000, kind)]) for kind in ("assistants", "lines", "segments")]
    for what, budgets in sets:
        found = figures(run(programs / "bench_check", write_documents(folder, "checked", budgets)))
        cost, check, count = (found[name][0] for name in ("cost_ns", "check_ns", "findings"))
        ratio = f"{check / cost:.2f} of its costing"
        rows.append((f"checking, {what}", f"{check / 1e3:.1f} us, {count:,.0f} findings", ratio, "less than 1"))
    # Each finding has to be put in words: where much is wrong there is much to say.
    path = write_documents(folder, "checked", [WRONG.read_text(encoding="utf-8")] * PEER_BUDGETS)
    found = figures(run(programs / "bench_check", path))
    cost, check, count = (found[name][0] for name in ("cost_ns", "check_ns", "findings"))
    what = f"{check / 1e3:.1f} us, {count:,.0f} findings"
    rows.append(("  where much is wrong", what, f"{check / cost:.2f} of its costing", f"{check / count / 1e3:.2f} us a finding"))
    return rows


def random_questions(dice):
    """The day to look from and the anchors of two duties, as days since 1970."""
    for _ in range(SCHEDULES):
        payment = datetime.date(2013, 4, 6).toordinal() - EPOCH + dice.randrange(4_000)
        yield payment + dice.randrange(-30, 60), payment, payment - dice.randrange(120)


def schedule_sum(question, off):
    as_of, payment, decision = (datetime.date.fromordinal(day + EPOCH) for day in question)
    request = {"as_of": as_of, "horizon": later(as_of, 36), "regimes": {1: payment, 2: decision}}
    return sum(3 * (due.toordinal() - EPOCH) + 5 * (latest.toordinal() - EPOCH) for _, due, latest, _, _ in schedule(request, off))


def measure_reviews(programs, folder, dice):
    """Two duties over three years: the same schedules by the library, by dateutil and by java.time."""
    questions = list(random_questions(dice))
    days_off = sorted(day for year in range(2011, 2029) for day in holidays(year))
    off = {datetime.date.fromisoformat(day) for day in days_off}
    asked, off_path = folder / "questions", folder / "days_off"
    asked.write_text("".join("%d %d %d\n" % question for question in questions))
    off_path.write_text("".join(day + "\n" for day in days_off))
    some, sums = questions[:PEER_SCHEDULES], []
    best, best_peer = in_turns(
        lambda: run(programs / "bench_reviews", asked, PEER_SCHEDULES),
        lambda: sums.append(sum(schedule_sum(question, off) for question in some)),
    )
    ns, whole, peer_ns = best["build_ns"][0], best["whole_ns"][0], best_peer / len(some)
    events, differs = best["events"][0], "the same" if sums[0] == best["subset_sum"][0] else "OTHERWISE"
    rows = [
        (f"a schedule, {events:.1f} events", rate(ns), "", ""),
        ("  with its request", rate(whole), "", ""),
        ("  dateutil", rate(peer_ns), f"{peer_ns / whole:.0f} times", "at least 100"),
        (f"  of {len(some):,} sampled", differs, "", "the same"),
    ]
    if (programs / "ReviewsPeer.class").exists():
        java = [figures(run("java", "-cp", programs, "ReviewsPeer", asked, off_path)) for _ in range(2)]
        java_ns = min(found["java_ns"][0] for found in java)
        differs = "the same" if java[0]["java_sum"][0] == best["sum"][0] else "OTHERWISE"
        rows.append(("  java.time", rate(java_ns), f"{java_ns / whole:.2f} times", "2, through a batch"))
        rows.append((f"  of {len(questions):,}", differs, "", "the same"))
    return rows


def measure_reading(programs, folder):
    documents = [json.dumps(budget_of_size(size)) for size in (1_000, 8_000)]
    # A budget has at most 1,000 lines. The last is laid out for people: white space has to be read too.
    documents += [json.dumps(budget_of_size(100_000)), json.dumps(budget_of_size(100_000), indent=4)]
    found = figures(run(programs / "bench_read", write_documents(folder, "reading", documents)))
    rows = []
    for size, ours, theirs in zip(found["read_bytes"], found["read_ns"], found["cjson_ns"]):
        rows.append((f"reading {size / 1e3:,.1f} KB", f"{ours / 1e3:.1f} us, {size * 1e3 / ours:.0f} MB/s", f"{ours / theirs:.2f} of bare cJSON", "at most 1.6"))
    return rows


# Rows in a batch, and the question whether two threads gain anything.
BATCH_ROWS = (10_000, 100_000, 1_000_000)
NUMPY = "numpy==2.4.6"


def numpy_python(build):
    """A Python with the NumPy we name, in the build folder; None where it cannot be had."""
    folder = build.resolve() / "numpy-venv"
    python = folder / "bin" / "python"
    try:
        if not python.exists():
            run(sys.executable, "-m", "venv", folder)
        run(python, "-m", "pip", "install", "--quiet", NUMPY)
    except (subprocess.CalledProcessError, OSError):
        return None
    return python


def of_batch(programs, rows, threads, *folder):
    return of_program(programs / "bench_batch", rows, threads, *folder)


def batch_rows(what, key, one, two, goal):
    """A line for one thread and a plain loop, and one for two threads."""
    ns, plain, both = one[f"{key}_ns"], one[f"{key}_plain_ns"], two[f"{key}_ns"]
    return [
        (what, f"{ns:.1f} ns, {1e3 / ns:.1f} million a second", f"{ns / plain:.2f} of a plain loop", goal),
        ("  on two threads", f"{both:.1f} ns", f"{two[f'{key}_one_ns'] / both:.2f} times", "at least 1.7"),
    ]


def numpy_rows(python, columns, ours):
    """Two lines, and in how many amounts it differs."""
    if not python:
        return [("  NumPy", "is not to be had here", "", "")], 0
    peer = of_program(python, HERE / "batch_peer.py", columns)
    slips, cost = peer["numpy_ni_ns"] + peer["numpy_pension_ns"], peer["numpy_cost_ns"]
    rows = [
        ("  both in NumPy", f"{slips:.1f} ns", f"{slips / (ours['ni_ns'] + ours['pension_ns']):.2f} times", "at least 3"),
        ("  costing in NumPy", f"{cost:.1f} ns", f"{cost / ours['cost_ns']:.2f} times", "at least 5"),
    ]
    return rows, peer["numpy_otherwise"]


def java_rows(programs, columns, ours):
    if not (programs / "BatchPeer.class").exists():
        return [], 0
    peer = of_program("java", "-cp", programs, "BatchPeer", columns)
    slips = peer["java_ni_ns"] + peer["java_pension_ns"]
    row = ("  both in a plain Java loop", f"{slips:.1f} ns", f"{slips / (ours['ni_ns'] + ours['pension_ns']):.2f} times", "more than 1")
    return [row], peer["java_otherwise"]


def measure_batch(build, programs, folder):
    """Each row beside a plain loop with constants for the law, and beside NumPy and Java with the same."""
    python = numpy_python(build)
    rows = []
    for count in BATCH_ROWS:
        columns = folder / f"columns-{count}"
        columns.mkdir()
        one, two = of_batch(programs, count, 1, columns), of_batch(programs, count, 2)
        rows += batch_rows(f"batch of {count:,}, costing a row", "cost", one, two, "at most 3")
        for what, key in (("National Insurance", "ni"), ("pension", "pension"), ("minimum wage", "wage")):
            rows += batch_rows(f"  {what}", key, one, two, "at most 3")
        wrong = one["cost_otherwise"] + one["slips_otherwise"]
        for more, otherwise in (numpy_rows(python, columns, one), java_rows(programs, columns, one)):
            rows += more
            wrong += otherwise
        rows.append(("  otherwise in any of them", f"{wrong:.0f}", "", "0"))
    return rows


def measure_size(build, folder):
    library = folder / "stripped.so"
    shutil.copy(os.path.realpath(build / "src" / "libphb.so"), library)
    run("strip", library)
    return [("libphb.so, stripped", f"{library.stat().st_size / 1e3:.1f} KB", "", "under 640 KB")]


def measure_budgets(programs, law, folder, example, documents):
    rows = measure_costing(programs, law, folder, "three assistants", [example] * PEER_BUDGETS)
    rows += measure_costing(programs, law, folder, "one assistant", documents)
    rows += measure_growth(programs, folder)
    return rows + measure_checking(programs, folder, [[example] * PEER_BUDGETS, documents])


def main(build, *parts):
    build = pathlib.Path(build)
    programs = build / "tests" / "bench"
    seed = int(os.environ.get("PHB_SEED", "1"))
    law = Law(HERE.parent.parent / "src" / "rates" / "data")
    dice = random.Random(seed)
    example = EXAMPLE.read_text(encoding="utf-8")
    documents = [json.dumps(random_budget(dice)) for _ in range(BUDGETS)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        measurements = {
            "ni": lambda: measure_ni(programs, law, seed),
            "budget": lambda: measure_budgets(programs, law, folder, example, documents),
            "reviews": lambda: measure_reviews(programs, folder, dice),
            "read": lambda: measure_reading(programs, folder),
            "plan": lambda: measure_plans(build, folder),
            "batch": lambda: measure_batch(build, programs, folder),
            "caseload": lambda: measure_caseload(build, folder, documents),
            "python": lambda: measure_frames(build, programs, folder),
            "java": lambda: measure_java(build, programs, folder, example),
            "size": lambda: measure_size(build, folder),
        }
        unknown = [part for part in parts if part not in measurements]
        if unknown:
            sys.exit(f"bench: the parts are {', '.join(measurements)}")
        print(f"seed {seed} (PHB_SEED)\n")
        rows = [row for part in parts or measurements for row in measurements[part]()]
    print(f"{'':36} {'':38} {'ratio':24} goal")
    for what, figure, ratio, goal in rows:
        print(f"{what:36} {figure:38} {ratio:24} {goal}".rstrip())


if __name__ == "__main__":
    main(*sys.argv[1:])
