#!/usr/bin/env python3
"""Cases of the rules: run_rules.py CHECK_DOCUMENTS SOURCE_ROOT.

The folders budget and plan beside this file hold a file <theme>.json for each theme of the rules,
with `about` and `cases`. A case has `about`, the document as `given`, or as a `patch` of the good.json
of its folder, and `expect`: every finding above a note, in order, with `rule`, `severity` and
whichever of the other members of a finding matter. So a case breaks exactly what it says. It may have

- `as`: names of the `variants` of its file or of variants.json: patches before the case's own;
- `policy`, `as_of` and `superseded`, the last of them a patch of good.json too;
- `signed`: a patch of the plan as it was signed, whose content hash the sign-off then holds;
- `notes`: the same as `expect` for the notes of the theme;
- `counts` and `states`: members of the counts of the report, and the states of some sections;
- `refused`: a part of the sentence that refuses a document which cannot be judged.

Every rule of a theme that has cases must be found by one of them, and not found by another. A theme
of budgets without cases is not looked at; every theme of plans has some. The good documents
themselves give nothing above a note.
"""

import sys
from datetime import date
from pathlib import Path

from caselib import FOLDERS, Cases, Checker, read


def figure(value):
    """A day is written as one in a case, and as a number of days in a report."""
    return (date.fromisoformat(value) - date(1970, 1, 1)).days if isinstance(value, str) else value


def same(finding, wanted):
    return all(finding[key] == (figure(value) if key in ("actual", "limit") else value)
               for key, value in wanted.items())


def all_same(found, wanted):
    return len(found) == len(wanted) and all(map(same, found, wanted))


def in_words(findings):
    keys = ("rule", "severity", "at", "actual", "limit", "arguments")
    return "; ".join(" ".join(str(each[key]) for key in keys) for each in findings) or "nothing"


def differences(found, wanted):
    """Of two tables, the members wanted that are found otherwise."""
    return {key: found.get(key) for key, value in wanted.items() if found.get(key) != value}


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
    states = {each["section"]: each["state"] for each in report["sections"]}
    wrong = (differences(report["counts"], case.get("counts", {}))
             | differences(states, case.get("states", {})))
    return f"counted or said {wrong}" if wrong else None


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


def results_of_theme(checker, cases, rules, theme, listed):
    reports = [checker.report_of(cases.asked_of(case)) for case in listed]
    name = f"{cases.folder}.{theme}"
    for case, report in zip(listed, reports):
        yield f"{name}: {case['about']}", fault_of(case, theme, report)
    faults = list(faults_of_theme(rules, theme, reports))
    yield f"{name}: every rule is found and not found", "; ".join(faults) or None


def rules_by_theme(data):
    return {path.stem: [rule["id"] for rule in read(path)["rules"]] for path in data.glob("*.json")}


def results_of_folder(program, root, folder):
    checker, hasher = Checker(program, folder), Checker(program, "hash")
    cases = Cases(folder, hasher)
    rules = rules_by_theme(root / "src" / "rules" / "data" / folder)
    good = checker.report_of({"document": cases.good})
    yield f"the good {folder}", fault_of({"expect": []}, "", good)
    seen = set()
    for theme, listed in cases.themes():
        seen.add(theme)
        yield from results_of_theme(checker, cases, rules[theme], theme, listed)
    if folder == "plan":
        yield "every theme of plans has cases", ", ".join(sorted(set(rules) - seen)) or None
    ended = [each.close() for each in (checker, hasher)]
    yield f"the program ends well after every {folder}", f"{ended}" if any(ended) else None


def main():
    program, root = sys.argv[1], Path(sys.argv[2])
    results = [each for folder in FOLDERS for each in results_of_folder(program, root, folder)]
    for number, (about, fault) in enumerate(results, 1):
        print(f"{'not ok' if fault else 'ok'} {number} - {about}")
        if fault:
            print(f"# {fault}")
    print(f"1..{len(results)}")
    return 1 if any(fault for _, fault in results) else 0


if __name__ == "__main__":
    sys.exit(main())
