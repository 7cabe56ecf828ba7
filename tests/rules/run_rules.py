#!/usr/bin/env python3
"""Cases of the rules: run_rules.py CHECK_BUDGETS SOURCE_ROOT.

Each budget/<theme>.json beside this file holds `about` and `cases`. A case has `about`, the budget as
`given`, or as a `patch` of good.json, a `policy` if there is one, and `expect`: every finding above
a note, in order, with `rule`, `severity` and whichever of the other members of a finding matter. So
a case breaks exactly what it says. `notes`, where it is there, is the same for the notes of the
theme. `refused` is a part of the sentence that refuses a budget which cannot be judged.

A patch is a JSON merge patch (RFC 7386), and for lists more than that: {"0": {...}} changes an item,
{"+": [...]} adds some.

Every rule of a theme that has cases must be found by one of them, and not found by another. A theme
without cases is not looked at. The good budget itself gives nothing above a note.
"""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
POLICY = {"format": "phb-policy/1", "name": "local", "version": "1"}


def merged(target, patch):
    if not isinstance(patch, dict):
        return patch
    if isinstance(target, list):
        items = [merged(item, patch.get(str(i), {})) for i, item in enumerate(target)]
        return items + patch.get("+", [])
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result


def budget_of(case, good):
    return case["given"] if "given" in case else merged(good, case.get("patch", {}))


def policy_of(case):
    return json.dumps(POLICY | case["policy"]) if "policy" in case else ""


def reports_of(program, cases, good):
    """One process checks them all: two lines in, a size and so many bytes out."""
    lines = [f"{json.dumps(budget_of(case, good))}\n{policy_of(case)}\n" for case in cases]
    done = subprocess.run([program], input="".join(lines).encode(), capture_output=True, check=True)
    reports, rest = [], done.stdout
    while rest:
        size, _, rest = rest.partition(b"\n")
        text, rest = rest[: int(size)].decode(), rest[int(size) + 1 :]
        reports.append(text if text.startswith("!") else json.loads(text))
    return reports


def same(finding, wanted):
    return all(finding[key] == value for key, value in wanted.items())


def all_same(found, wanted):
    return len(found) == len(wanted) and all(map(same, found, wanted))


def in_words(findings):
    keys = ("rule", "severity", "at", "actual", "limit", "message")
    return "; ".join(" ".join(str(each[key]) for key in keys) for each in findings) or "nothing"


def fault_of(case, theme, report):
    """What is wrong with a report, or None."""
    if isinstance(report, str):
        refused = case.get("refused")
        return None if refused and refused in report else f"refused: {report[1:]}"
    if "refused" in case:
        return "is not refused"
    above = [each for each in report["findings"] if each["severity"] != "note"]
    if not all_same(above, case["expect"]):
        return f"found {in_words(above)}"
    notes = [each for each in report["findings"]
             if each["severity"] == "note" and each["rule"].split(".")[1] == theme]
    if "notes" in case and not all_same(notes, case["notes"]):
        return f"noted {in_words(notes)}"
    return None


def rules_of(report):
    return set() if isinstance(report, str) else {each["rule"] for each in report["findings"]}


def faults_of_theme(rules, theme, reports):
    """A rule that no case finds, or that every case finds, is not tested."""
    for rule in rules:
        found = [rule in rules_of(report) for report in reports]
        if not any(found):
            yield f"{theme}: no case finds {rule}"
        elif all(found):
            yield f"{theme}: every case finds {rule}"


def results_of(program, root, theme, cases, good):
    catalogue = json.loads((root / "src" / "rules" / "data" / f"{theme}.json").read_text())
    rules = [rule["id"] for rule in catalogue["rules"]]
    reports = reports_of(program, cases, good)
    if len(reports) != len(cases):
        yield theme, f"{len(cases)} budgets, {len(reports)} reports"
        return
    for case, report in zip(cases, reports):
        yield f"{theme}: {case['about']}", fault_of(case, theme, report)
    faults = list(faults_of_theme(rules, theme, reports))
    yield f"{theme}: every rule is found and not found", "; ".join(faults) or None


def results_of_good(program, good):
    case = {"about": "the good budget", "expect": []}
    (report,) = reports_of(program, [case], good)
    yield case["about"], fault_of(case, "", report)


def main():
    program, root = sys.argv[1], Path(sys.argv[2])
    good = json.loads((HERE / "good.json").read_text())
    results = list(results_of_good(program, good))
    for path in sorted(HERE.glob("*.json")):
        if path.stem != "good":
            cases = json.loads(path.read_text())["cases"]
            results += results_of(program, root, path.stem, cases, good)
    for number, (about, fault) in enumerate(results, 1):
        print(f"{'not ok' if fault else 'ok'} {number} - {about}")
        if fault:
            print(f"# {fault}")
    print(f"1..{len(results)}")
    return 1 if any(fault for _, fault in results) else 0


if __name__ == "__main__":
    sys.exit(main())
