"""Measures plans: reading and checking one, beside whatever else tells whether it is well formed."""

import copy
import json
import os
import pathlib
import shutil
import statistics
import time

from measure import figures, run, write_documents

try:
    import jsonschema
except ImportError:
    jsonschema = None

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLE = HERE.parent.parent / "docs" / "examples" / "plans" / "adult-chc.json"
TURNS = 5
PYTHON_PLANS = 10


def compact(plan):
    return json.dumps(plan, ensure_ascii=False, separators=(",", ":"))


# --- Peers: each gives figures by name, or nothing when it is not there ------------------------------


def ajv_figures(build, schema, path):
    """ajv, of the folder that tools/bench puts it into."""
    modules = pathlib.Path(build) / "ajv" / "node_modules"
    if not modules.is_dir() or not shutil.which("node"):
        return {}
    environment = dict(os.environ, NODE_PATH=str(modules.resolve()))
    return figures(run("node", HERE / "ajv_plan.js", schema, path, env=environment))


def python_figures(schema, document):
    if jsonschema is None:
        return {}
    validator = jsonschema.Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))
    if validator.is_valid(dict(json.loads(document), format="another")):
        raise RuntimeError("what is no plan is valid")
    start = time.perf_counter_ns()
    for _ in range(PYTHON_PLANS):
        if not validator.is_valid(json.loads(document)):
            raise RuntimeError("a plan is not valid")
    return {"jsonschema_ns": [(time.perf_counter_ns() - start) / PYTHON_PLANS]}


class Turns:
    """Figures of several turns in each of which everything was measured once."""

    def __init__(self, measure):
        self.turns = [measure() for _ in range(TURNS)]

    def has(self, name):
        return name in self.turns[0]

    def of(self, name):
        return statistics.median(turn[name][0] for turn in self.turns)

    def ratio(self, name, other):
        """A ratio belongs to one turn: a slow minute slows both sides down."""
        return statistics.median(turn[name][0] / turn[other][0] for turn in self.turns)


# --- Speed -----------------------------------------------------------------------------------------


def speed(ns, size):
    return f"{ns / 1e3:.1f} us, {1e9 / ns:,.0f} a second, {size * 1e3 / ns:,.0f} MB/s"


def peer_rows(turns, size):
    peers = [
        ("bare cJSON", "cjson_ns", ""),
        ("JSON.parse + ajv, from bytes", "ajv_bytes_ns", "more than 1"),
        ("JSON.parse + ajv, from a text", "ajv_text_ns", "more than 1"),
        ("JSON.parse alone", "json_parse_ns", ""),
        ("json.loads + python-jsonschema", "jsonschema_ns", "at least 25"),
    ]
    rows = []
    for what, name, goal in peers:
        if turns.has(name):
            rows.append((f"  {what}", speed(turns.of(name), size), f"{turns.ratio(name, 'read_ns'):.2f} of reading", goal))
        else:
            rows.append((f"  {what}", "skipped: it could not be had", "", goal))
    return rows


def measure_speed(build, folder, schema):
    document = compact(json.loads(EXAMPLE.read_text(encoding="utf-8")))
    path = write_documents(folder, "plan", [document])
    program = build / "tests" / "bench" / "bench_plan"
    turns = Turns(
        lambda: {
            **figures(run(program, path)),
            **ajv_figures(build, schema, path),
            **python_figures(schema, document.encode()),
        }
    )
    size = len(document.encode())
    read = f"{turns.ratio('read_ns', 'cjson_ns'):.2f} of bare cJSON"
    rows = [(f"reading a plan, {size / 1e3:.1f} KB", speed(turns.of("read_ns"), size), read, "at most 1.6")]
    rows += peer_rows(turns, size)
    of_read = f"{turns.ratio('check_ns', 'read_ns'):.2f} of reading"
    rows.append(("checking it", speed(turns.of("check_ns"), size), of_read, f"{turns.of('findings'):.0f} findings"))
    for what, name in (("of that, the costing", "cost_ns"), ("if it is signed with a hash, and", "hash_ns")):
        ratio = f"{turns.ratio(name, 'check_ns'):.2f} of checking"
        rows.append((f"  {what}", f"{turns.of(name) / 1e3:.1f} us", ratio, ""))
    return rows


# --- Large plans -----------------------------------------------------------------------------------


def many(count, kinds):
    """The example with so many needs, outcomes or actions, each of which names one of those before it."""
    plan = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    section = plan["needs_and_outcomes"]
    lists = {"needs": (section, "n"), "outcomes": (section, "o"), "actions": (plan["action_plan"], "a")}
    names = {"outcomes": ("needs", "needs"), "actions": ("outcomes", "outcomes")}
    for kind in kinds:
        holder, letter = lists[kind]
        items = [copy.deepcopy(holder[kind][i % len(holder[kind])]) for i in range(count)]
        for i, item in enumerate(items):
            item["id"] = f"{letter}{i + 1}"
        holder[kind] = items
    for kind, (key, named) in names.items():
        holder, letter = lists[kind]
        above = lists[named][0][named]
        for i, item in enumerate(holder[kind]):
            item[key] = [other["id"] for other in above[i :: len(holder[kind])]] or [above[i % len(above)]["id"]]
    return plan


def plan_of_size(size):
    """As many of everything as a plan may have, and texts as long as it takes."""
    plan = many(1_000, ("needs", "outcomes", "actions"))
    text = "x" * ((size - len(compact(plan))) // 3_000)
    for need in plan["needs_and_outcomes"]["needs"]:
        need["description"] += text
    for outcome in plan["needs_and_outcomes"]["outcomes"]:
        outcome["statement"] += text
    for action in plan["action_plan"]["actions"]:
        action["how"] += text
    return plan


def plan_of_names(count):
    """Little but references: every action names as many outcomes as make so many values in all."""
    plan = many(1_000, ("needs", "outcomes", "actions"))
    outcomes = [outcome["id"] for outcome in plan["needs_and_outcomes"]["outcomes"]]
    for i, action in enumerate(plan["action_plan"]["actions"]):
        action["outcomes"] = [outcomes[(i + k) % len(outcomes)] for k in range(count // 1_000)]
    return plan


def measure_memory(build, folder):
    plans = [
        json.loads(EXAMPLE.read_text(encoding="utf-8")),
        many(1_000, ("needs", "outcomes", "actions")),
        plan_of_size(4_150_000),
        plan_of_names(225_000),
    ]
    path = write_documents(folder, "plans", [compact(plan) for plan in plans])
    found = figures(run(build / "tests" / "bench" / "bench_plan", path))
    rows = []
    for i, what in enumerate(("as people write", "1,000 of everything", "long texts", "many references")):
        size = found["plan_bytes"][i]
        for doing, name in ((f"memory, {size / 1e3:,.1f} KB, {what}", "read"), ("  bare cJSON", "cjson"), ("  checking", "check")):
            calls, peak = found[f"{name}_allocations"][i], found[f"{name}_peak_bytes"][i]
            goal = "at most 5" if name == "read" else ""
            rows.append((doing, f"{calls:,.0f} allocations, {peak / 1e3:,.1f} KB", f"{peak / size:.2f} of the document", goal))
    return rows


def measure_linear(build, folder):
    """Ten times as many take ten times as long."""
    rows = []
    kinds = ("needs", "outcomes", "actions")
    for what, chosen in [(kind, (kind,)) for kind in kinds] + [("of each", kinds)]:
        for count in (10, 100, 1_000):
            path = write_documents(folder, "many", [compact(many(count, chosen))])
            found = figures(run(build / "tests" / "bench" / "bench_plan", path))
            for doing in ("read", "check"):
                ns, calls = found[f"{doing}_ns"][0], found[f"{doing}_allocations"][0]
                name = f"{count:,} {what}, {doing}ing"
                rows.append((name, f"{ns / 1e3:,.1f} us, {calls:,.0f} allocations", f"{ns / count:,.0f} ns each", ""))
    return rows


def measure_plans(build, folder):
    schema = folder / "phb-plan-1.json"
    schema.write_text(run(build / "docs" / "schema" / "print_schema", "phb-plan/1"), encoding="utf-8")
    return measure_speed(build, folder, schema) + measure_memory(build, folder) + measure_linear(build, folder)
