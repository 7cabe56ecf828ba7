#!/usr/bin/env python3
"""Golden cases: run_golden.py PHB SOURCE_ROOT.

Each <topic>/<case>.json beside this file holds `about`, `given` (a phb-budget/1, or the path of one
from the source root), `options` of the command if there are any (`on`: a date; `next-year`: true), `expect` (any part of
the costing, or `refused`: a part of the sentence that refuses it) and `working`, the sums a person
would do. The phb command costs what is given; its figures are compared, and every step of its trace
is worked out again here, from nothing but its children. So are the traces of the example budgets.
"""

import difflib
import json
import re
import subprocess
import sys
from fractions import Fraction
from math import ceil, floor
from pathlib import Path

EXAMPLES = "docs/examples/budgets"
EXAMPLE = f"{EXAMPLES}/one-assistant.json"
PENCE = re.compile(r"^-?\d+\.\d\d$")


# ---- the trace, again ----


def third_decimal(exact):
    """National Insurance: 5 or less of the third decimal of a pound goes down, 6 or more goes up."""
    pence, tenths = divmod(floor(exact * 10), 10)
    return pence + (tenths >= 6)


ROUNDINGS = {
    "none": lambda exact: exact,
    "half_up": lambda exact: floor(exact + Fraction(1, 2)),
    "third_decimal": third_decimal,
    "pound_up": lambda exact: ceil(exact / 100) * 100,
}


def product(values):
    result = Fraction(1)
    for value in values:
        result *= value
    return result


OPS = {
    "sum": sum,
    "ni_bands": sum,
    "scale": product,
    "difference": lambda values: max(values[0] - sum(values[1:]), Fraction(0)),
    "minimum": min,
    "maximum": max,
    "choose": lambda values: values[2] if values[0] >= values[1] else Fraction(0),
}


def exact_of(step):
    return Fraction(step["value"], step["denominator"])


def fault_of_leaf(steps, number, children):
    step = steps[number]
    if children:
        return "what is given has children"
    earlier = step["same_as"]
    if earlier is None:
        return None
    same = earlier < number and all(
        steps[earlier][column] == step[column] for column in ("value", "denominator", "unit")
    )
    return None if same else f"does not equal step {earlier}, which it repeats"


def fault_of_share(steps, number, children):
    if len(children) != 3 or steps[number]["rounding"] != "largest_remainder":
        return "is no share of three children by largest remainder"
    whole, part, parts = (exact_of(steps[child]) for child in children)
    beside = exact_of(steps[number]) - whole * part / parts
    return None if abs(beside) < 1 else "is a penny or more from the exact share"


def fault_of_step(steps, number, children):
    """What is wrong with one step, or None."""
    step = steps[number]
    if step["op"] in ("given", "rate"):
        return fault_of_leaf(steps, number, children)
    if step["op"] == "share":
        return fault_of_share(steps, number, children)
    if step["op"] not in OPS or step["rounding"] not in ROUNDINGS:
        return "has an op or a rounding that is not known"
    if not children and step["op"] not in ("sum", "ni_bands"):
        return "has no children"
    values = [exact_of(steps[child]) for child in children]
    expected = ROUNDINGS[step["rounding"]](OPS[step["op"]](values))
    return None if exact_of(step) == expected else f"is {exact_of(step)}, its children give {expected}"


def pence_of(amount):
    return round(Fraction(amount) * 100)


def faults_of_shares(steps, children_of):
    """The shares of one step add up to it."""
    shared = {}
    for number, step in enumerate(steps):
        if step["op"] == "share":
            whole = steps[children_of[number][0]]["same_as"]
            shared[whole] = shared.get(whole, 0) + step["value"]
    return [
        f"the shares of step {whole} do not add up to it"
        for whole, total in shared.items()
        if total != steps[whole]["value"]
    ]


def faults_of_trace(costing):
    steps = costing["steps"]
    children_of = [[] for _ in steps]
    for number, step in enumerate(steps):
        parent = step["parent"]
        if parent is not None and parent >= number:
            return [f"step {number}: its parent is not before it"]
        if parent is not None:
            children_of[parent].append(number)
    faults = []
    for number in range(len(steps)):
        fault = fault_of_step(steps, number, children_of[number])
        faults += [f"step {number} ({steps[number]['rule']}) {fault}"] if fault else []
    for line in costing["lines"]:
        if steps[line["step"]]["value"] != pence_of(line["amount"]):
            faults.append(f"line {line['id']} is not what its step is")
    return faults + faults_of_shares(steps, children_of)


# ---- what is expected ----


def part_of(expected, actual):
    """The part of `actual` that `expected` speaks of."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        return {key: part_of(value, actual.get(key)) for key, value in expected.items()}
    return actual


def payslips_like(expected, actual):
    """All payslips, each cut down to the members that the expected one in its place names."""
    cut = [part_of(one, slip) for one, slip in zip(expected, actual)]
    return cut + actual[len(cut) :]


def is_noted(costing, text):
    return any(text in note["message"] for note in costing["notes"])


def certainty_of_rates(costing):
    return {step["rate_key"]: step["certainty"] for step in costing["steps"] if step["rate_key"]}


def actual_of(costing, expect):
    """The costing in the form of `expect`."""
    views = {
        "total": lambda _: costing["totals"]["total"],
        "provisional": lambda _: [line["id"] for line in costing["lines"] if line["provisional"]],
        "lines": lambda part: part_of(part, {line["id"]: line["amount"] for line in costing["lines"]}),
        "line_count": lambda _: len(costing["lines"]),
        "payslips": lambda part: payslips_like(part, costing["payslips"]),
        "totals": lambda part: part_of(part, costing["totals"]),
        "instalments": lambda _: [[one["on"], one["amount"]] for one in costing["instalments"]],
        "certainty": lambda part: part_of(part, certainty_of_rates(costing)),
        "notes": lambda _: [note["rule"] for note in costing["notes"]],
        "noted": lambda texts: [text for text in texts if is_noted(costing, text)],
    }
    return {key: views[key](part) for key, part in expect.items()}


def difference(expect, actual):
    def lines(value):
        return json.dumps(value, indent=2, ensure_ascii=False).split("\n")

    return list(difflib.unified_diff(lines(expect), lines(actual), "expected", "costed", lineterm=""))


def amounts_in(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [amount for item in value for amount in amounts_in(item)]
    return [value] if isinstance(value, str) and PENCE.match(value) else []


def faults_of_working(case):
    """Every figure that is expected is reached by somebody who follows the working."""
    text = " ".join(case["working"]).replace(",", "")
    reached = set(re.findall(r"-?\d+\.\d+", text))
    return [
        f"the working does not reach {amount}"
        for amount in dict.fromkeys(amounts_in(case["expect"]))
        if amount not in reached and amount != "0.00"
    ]


# ---- the run ----


def cost(phb, budget, options=None):
    """With --explain the JSON holds the steps of every line, whichever it names."""
    asked = [word for name, value in (options or {}).items() for word in (f"--{name}", value) if word is not True]
    return subprocess.run(
        [phb, "cost", "-", "--format", "json", "--explain", "x", *asked],
        input=budget,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def budget_of(root, given):
    if isinstance(given, str):
        return Path(root, given).read_text(encoding="utf-8")
    return json.dumps(given, ensure_ascii=False)


def faults_of_refusal(run, sentence):
    """Refused as a document: one line that says why, and no figures."""
    if run.returncode != 2 or run.stdout or sentence not in run.stderr:
        return [f"phb cost: status {run.returncode}, not refused with '{sentence}': {run.stderr.strip()}"]
    return []


def faults_of_case(phb, root, case):
    run = cost(phb, budget_of(root, case["given"]), case.get("options"))
    if "refused" in case["expect"]:
        return faults_of_refusal(run, case["expect"]["refused"])
    if run.returncode != 0:
        return [f"phb cost: status {run.returncode}: {run.stderr.strip()}"]
    costing = json.loads(run.stdout)
    compared = difference(case["expect"], actual_of(costing, case["expect"]))
    return compared + faults_of_trace(costing) + faults_of_working(case)


def faults_of_example(phb, path):
    run = cost(phb, path.read_text(encoding="utf-8"))
    if run.returncode != 0:
        return [f"phb cost: status {run.returncode}: {run.stderr.strip()}"]
    return faults_of_trace(json.loads(run.stdout))


def figures_not_watched(phb, root):
    """Makes each figure of a trace wrong by a penny: those that nobody would notice."""
    costing = json.loads(cost(phb, budget_of(root, EXAMPLE)).stdout)
    missed = []
    for number, step in enumerate(costing["steps"]):
        follows = step["op"] not in ("given", "rate") or step["same_as"] is not None
        step["value"] += 1
        if follows and not faults_of_trace(costing):
            missed.append(f"a penny more in step {number} ({step['rule']}) is not noticed")
        step["value"] -= 1
    return missed


def report(number, name, faults):
    print(f"{'not ok' if faults else 'ok'} {number} - {name}")
    for fault in faults:
        print(f"# {fault}")
    return bool(faults)


def checks(phb, root):
    """Each as its name and what is wrong with it."""
    folder = Path(__file__).parent
    for path in sorted(folder.glob("*/*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        yield f"{path.relative_to(folder).with_suffix('')}: {case['about']}", faults_of_case(phb, root, case)
    for path in sorted(Path(root, EXAMPLES).glob("*.json")):
        yield f"the trace of {path.name} follows from what it shows", faults_of_example(phb, path)
    yield "a penny more in any step of a trace is noticed", figures_not_watched(phb, root)


def main(phb, root):
    failed = number = 0
    for number, (name, faults) in enumerate(checks(phb, root), start=1):
        failed += report(number, name, faults)
    print(f"1..{number}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
