#!/usr/bin/env python3
"""Exit statuses and help: test_usage.py PHB SOURCE_ROOT."""

from clilib import EXAMPLE, Tap, run

tap = Tap()

for name, arguments in [
    ("no command", []),
    ("an unknown command", ["frobnicate"]),
    ("cost without a file", ["cost"]),
    ("two files", ["cost", EXAMPLE, EXAMPLE]),
    ("an unknown option", ["cost", EXAMPLE, "--frobnicate", "x"]),
    ("an option of another command", ["rates", "--table", "lines"]),
    ("a day that is none", ["cost", EXAMPLE, "--on", "2026-02-30"]),
    ("an option without its value", ["cost", EXAMPLE, "--format"]),
    ("an unknown format", ["cost", EXAMPLE, "--format", "xml"]),
    ("an unknown table", ["cost", EXAMPLE, "--format", "csv", "--table", "chairs"]),
    ("an unknown table in text", ["cost", EXAMPLE, "--table", "chairs"]),
    ("an explanation in csv", ["cost", EXAMPLE, "--format", "csv", "--explain", "all"]),
    ("an explanation in markdown", ["cost", EXAMPLE, "--format", "markdown", "--explain", "x"]),
    ("an explanation of a table", ["cost", EXAMPLE, "--table", "lines", "--explain", "all"]),
    ("rates of a day that is none", ["rates", "--on", "2026-02-30"]),
    ("rates explained", ["rates", "--explain", "x"]),
    ("two keys", ["rates", "a", "b"]),
]:
    done = run(*arguments)
    tap.equal(f"{name} gives 64", done.returncode, 64)
    tap.check(f"{name}: said on standard error alone", done.stdout == b"" and done.stderr != b"")

for name in ["help", "--help"]:
    done = run(name)
    tap.equal(f"{name} gives 0", done.returncode, 0)
    tap.check(f"{name} names the commands", b"phb cost" in done.stdout and
              b"phb rates" in done.stdout)
for name in ["version", "--version"]:
    done = run(name)
    tap.check(f"{name} gives three numbers", done.returncode == 0 and
              done.stdout.count(b".") == 2, done.stdout)
with open("/dev/full", "wb") as full:
    for name in ["help", "version"]:
        tap.equal(f"{name} that cannot be written gives 2", run(name, stdout=full).returncode, 2)

tap.finish()
