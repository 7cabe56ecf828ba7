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
    ("rates of next year", ["rates", "--next-year"]),
    ("check without a file", ["check"]),
    ("check of two files", ["check", EXAMPLE, EXAMPLE]),
    ("check of an unknown section", ["check", EXAMPLE, "--section", "chairs"]),
    ("check of an unknown severity", ["check", EXAMPLE, "--severity", "error"]),
    ("check of an unknown table", ["check", EXAMPLE, "--table", "lines"]),
    ("check of standard input twice", ["check", "-", "--superseded", "-"]),
    ("chain without a file", ["chain"]),
    ("chain of two plans", ["chain", EXAMPLE, EXAMPLE]),
    ("chain of a section", ["chain", EXAMPLE, "--section", "about"]),
    ("check from a day that is none", ["check", EXAMPLE, "--as-of", "2026-02-30"]),
    ("check from tomorrow", ["check", EXAMPLE, "--as-of", "tomorrow"]),
    ("check of one day's law", ["check", EXAMPLE, "--on", "2026-04-06"]),
    ("cost as of a day", ["cost", EXAMPLE, "--as-of", "today"]),
    ("cost of a severity", ["cost", EXAMPLE, "--severity", "note"]),
    ("rules of a file", ["rules", EXAMPLE]),
    ("rules of a table", ["rules", "--table", "lines"]),
    ("diff without a file", ["diff"]),
    ("diff of one file", ["diff", EXAMPLE]),
    ("diff of one file by one law", ["diff", EXAMPLE, "--on", "2026-04-06"]),
    ("diff of three files", ["diff", EXAMPLE, EXAMPLE, EXAMPLE]),
    ("diff of two files and a year", ["diff", EXAMPLE, EXAMPLE, "--next-year"]),
    ("diff of standard input twice", ["diff", "-", "-"]),
    ("diff of standard input and its next year", ["diff", "-", "--next-year"]),
    ("diff of an unknown table", ["diff", EXAMPLE, EXAMPLE, "--table", "steps"]),
]:
    done = run(*arguments)
    tap.equal(f"{name} gives 64", done.returncode, 64)
    tap.check(f"{name}: said on standard error alone", done.stdout == b"" and done.stderr != b"")

for name in ["help", "--help"]:
    done = run(name)
    tap.equal(f"{name} gives 0", done.returncode, 0)
    tap.check(f"{name} names the commands",
              all(f"phb {command}".encode() in done.stdout
                  for command in ["check", "cost", "diff", "rates", "rules", "version"]))
for name in ["version", "--version"]:
    done = run(name)
    tap.check(f"{name} gives three numbers", done.returncode == 0 and
              done.stdout.count(b".") == 2, done.stdout)
with open("/dev/full", "wb") as full:
    for name in ["help", "version"]:
        tap.equal(f"{name} that cannot be written gives 2", run(name, stdout=full).returncode, 2)

tap.finish()
