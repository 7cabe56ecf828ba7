#!/usr/bin/env python3
"""Adds up JUnit results: count_results.py FILE...

The last line is `N passed, N failed`; the status is 1 if anything failed or a file has no results.

Meson 1.0 leaves some failures out of its JUnit file: a test that ran out of time, a TAP program that
crashed, stopped short of its plan or failed after its last line, an expected failure that passed.
Its other log of the same run, FILE with .json for .junit.xml, has a verdict on each program.
"""

import json
import os
import sys
import xml.etree.ElementTree as ElementTree

PASSED, FAILED, SKIPPED = "passed", "failed", "skipped"
GOOD_VERDICTS = {"OK", "SKIP", "EXPECTEDFAIL"}


def outcome_of(testcase):
    if testcase.find("failure") is not None or testcase.find("error") is not None:
        return FAILED
    return SKIPPED if testcase.find("skipped") is not None else PASSED


def cases_of(junit_text):
    """Every test case as [suite, name, outcome]; a suite without any is a failure itself."""
    root = ElementTree.fromstring(junit_text)
    cases = []
    for suite in root.iter("testsuite"):
        suite_name = suite.get("name", "")
        for case in suite.findall("testcase"):
            cases.append([suite_name, case.get("name", ""), outcome_of(case)])
        if next(suite.iter("testcase"), None) is None:
            cases.append([suite_name, "has no test cases", FAILED])
    return cases or [["", "has no test suites", FAILED]]


def complaint_about(program):
    """What Meson's own log holds against a test program, or None."""
    verdict = program.get("result", "")
    if verdict not in GOOD_VERDICTS:
        return f"{verdict}, status {program.get('returncode')}"
    # A TAP program that prints nothing passes for skipped: one that skips says so, or exits with 77.
    if verdict == "SKIP" and program.get("returncode") == 0 and not program.get("stdout", "").strip():
        return "printed no results"
    return None


def add_programs(cases, json_lines):
    """Makes failures of the programs whose failure the JUnit file does not show."""
    for line in filter(str.strip, json_lines):
        program = json.loads(line)
        complaint = complaint_about(program)
        if complaint is None:
            continue
        name = program["name"]
        # A TAP program is a suite, PROJECT.NAME; any other is a case of the project's suite.
        own_cases = [case for case in cases if case[0].endswith("." + name) or case[1] == name]
        if any(case[2] == FAILED for case in own_cases):
            continue
        as_case = [case for case in own_cases if case[1] == name]
        if as_case:
            as_case[0][1:] = [f"{name} ({complaint})", FAILED]
        else:
            cases.append(["", f"{name} ({complaint})", FAILED])


def cases_in_file(path):
    try:
        with open(path, encoding="utf-8") as junit:
            cases = cases_of(junit.read())
    except (OSError, UnicodeDecodeError, ElementTree.ParseError):
        return [["", "no results were written", FAILED]]
    log_path = path.removesuffix(".junit.xml") + ".json"
    if os.path.exists(log_path):
        with open(log_path, encoding="utf-8") as log:
            add_programs(cases, log)
    return cases


def report(paths):
    """Prints the count and returns the exit status."""
    count = {PASSED: 0, FAILED: 0, SKIPPED: 0}
    skipped = []
    for path in paths:
        for suite, name, outcome in cases_in_file(path):
            count[outcome] += 1
            full_name = f"{suite}: {name}" if " / " in suite else name
            if outcome == FAILED:
                print(f"failed: {path}: {full_name}")
            elif outcome == SKIPPED:
                skipped.append(full_name)
    print(f"{count[SKIPPED]} skipped" + (": " if skipped else "") + "; ".join(skipped))
    print(f"{count[PASSED]} passed, {count[FAILED]} failed")
    return 1 if count[FAILED] else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print("usage: count_results.py FILE...", file=sys.stderr)
        sys.exit(64)
    sys.exit(report(sys.argv[1:]))
