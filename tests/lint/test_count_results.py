#!/usr/bin/env python3
"""tools/count_results.py counts what Meson writes, and what it leaves out: argument SOURCE_ROOT."""

import contextlib
import importlib.util
import io
import json
import sys
import tempfile
from pathlib import Path

from lintlib import Tap

# As Meson 1.0.1 writes it: plain tests share the project's suite, a TAP program has its own.
JUNIT = """<?xml version='1.0' encoding='utf-8'?>
<testsuites tests="9" errors="1" failures="2">
<testsuite name="phb" tests="6" errors="1" failures="1" skipped="1" time="1.0">
<testcase name="phb:api / good" classname="phb" time="0.1" />
<testcase name="phb:api / away" classname="phb" time="0.1"><skipped /></testcase>
<testcase name="phb:api / bad" classname="phb" time="0.1"><failure /></testcase>
<testcase name="phb:api / hard" classname="phb" time="0.1"><error /><system-err>x</system-err></testcase>
<testcase name="phb:api / slow" classname="phb" time="1.0" />
<testcase name="phb:api / mute" classname="phb" time="0.1"><skipped /></testcase>
</testsuite>
<testsuite name="phb.phb:unit / money" tests="3" errors="0" failures="1" skipped="1" time="0.1">
<testcase name="1 - adds" classname="phb.phb:unit / money" />
<testcase name="2 - shares" classname="phb.phb:unit / money"><failure /></testcase>
<testcase name="3 - splits" classname="phb.phb:unit / money"><skipped /></testcase>
<system-out>1..3</system-out></testsuite>
<testsuite name="phb.phb:unit / date" tests="1" errors="0" failures="0" skipped="0" time="0.1">
<testcase name="1 - parses" classname="phb.phb:unit / date" /><system-out>1..2</system-out></testsuite>
</testsuites>
"""

PROGRAMS = [
    {"name": "phb:api / good", "result": "OK", "returncode": 0, "stdout": ""},
    {"name": "phb:api / away", "result": "SKIP", "returncode": 77, "stdout": ""},
    {"name": "phb:api / bad", "result": "FAIL", "returncode": 1, "stdout": ""},
    {"name": "phb:api / hard", "result": "ERROR", "returncode": 99, "stdout": ""},
    {"name": "phb:api / slow", "result": "TIMEOUT", "returncode": -15, "stdout": ""},
    {"name": "phb:api / mute", "result": "SKIP", "returncode": 0, "stdout": ""},
    {"name": "phb:unit / money", "result": "FAIL", "returncode": 0, "stdout": "1..3"},
    {"name": "phb:unit / date", "result": "ERROR", "returncode": -6, "stdout": "1..2"},
]

GOOD = '<testsuites><testsuite name="s"><testcase name="a"/></testsuite></testsuites>'


def load(root):
    spec = importlib.util.spec_from_file_location("counting", Path(root, "tools/count_results.py"))
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module


def count(counting, files):
    """(status, lines printed) for files of these texts; None is a file that is not there."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, text in files.items():
            if text is not None:
                Path(folder, name).write_text(text, encoding="utf-8")
            if name.endswith(".xml"):
                paths.append(str(Path(folder, name)))
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            status = counting.report(paths)
        return status, printed.getvalue().replace(folder + "/", "").splitlines()


def check_one_file(tap, counting):
    for name, text, status, last in [
        ("a pass", GOOD, 0, "1 passed, 0 failed"),
        ("a failure", GOOD.replace("/></", "><failure/></testcase></", 1), 1, "0 passed, 1 failed"),
        ("an error", GOOD.replace("/></", "><error/></testcase></", 1), 1, "0 passed, 1 failed"),
        ("a suite without cases", '<testsuites><testsuite name="s"/></testsuites>', 1, "0 passed, 1 failed"),
        ("a file without suites", "<testsuites/>", 1, "0 passed, 1 failed"),
        ("an empty file", "", 1, "0 passed, 1 failed"),
        ("half a file", GOOD[:40], 1, "0 passed, 1 failed"),
        ("a missing file", None, 1, "0 passed, 1 failed"),
    ]:
        got_status, lines = count(counting, {"a.junit.xml": text})
        tap.check_equal(f"counts {name}", (got_status, lines[-1]), (status, last))


def check_mesons_file(tap, counting):
    _, lines = count(counting, {"a.junit.xml": JUNIT})
    tap.check_equal("counts Meson's JUnit alone", lines[-1], "4 passed, 3 failed")
    tap.check_equal(
        "names what was skipped",
        lines[-2],
        "3 skipped: phb:api / away; phb:api / mute; phb.phb:unit / money: 3 - splits",
    )
    log = "\n".join(json.dumps(program) for program in PROGRAMS)
    status, lines = count(counting, {"a.junit.xml": JUNIT, "a.json": log})
    tap.check_equal("adds what only Meson's log knows", lines[-1], "3 passed, 6 failed")
    tap.check_equal("fails then", status, 1)
    for fault in [
        "failed: a.junit.xml: phb:api / slow (TIMEOUT, status -15)",
        "failed: a.junit.xml: phb:api / mute (printed no results)",
        "failed: a.junit.xml: phb:unit / date (ERROR, status -6)",
        "failed: a.junit.xml: phb.phb:unit / money: 2 - shares",
    ]:
        tap.check(f"says {fault}", [] if fault in lines else lines)


def check_many_files(tap, counting):
    status, lines = count(counting, {"a.junit.xml": GOOD, "b.junit.xml": GOOD})
    tap.check_equal("adds files up", (status, lines), (0, ["0 skipped", "2 passed, 0 failed"]))
    status, lines = count(counting, {"a.junit.xml": GOOD, "b.junit.xml": None})
    tap.check_equal("one missing of two fails", (status, lines[-1]), (1, "1 passed, 1 failed"))


def main(root):
    tap = Tap()
    counting = load(root)
    check_one_file(tap, counting)
    check_mesons_file(tap, counting)
    check_many_files(tap, counting)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
