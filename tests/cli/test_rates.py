#!/usr/bin/env python3
"""phb rates: test_rates.py PHB SOURCE_ROOT."""

import csv
import io
import json

from clilib import Tap, run

tap = Tap()

every = run("rates")
tap.equal("the law gives 0", every.returncode, 0)
tap.check("and names its sources", b"(SI " in every.stdout or b"regulation" in every.stdout)
tap.equal("text is the default", run("rates", "--format", "text").stdout, every.stdout)

one = run("rates", "employer_ni.rate", "--on", "2026-04-06")
tap.equal("a key and a day give 0", one.returncode, 0)
tap.check("and the value of that day", b"15.00%" in one.stdout and b"13.80%" not in one.stdout,
          one.stdout.decode())
history = run("rates", "employer_ni.rate").stdout.decode()
tap.check("without a day the whole history", "13.80%" in history and "15.05%" in history, history)

rows = json.loads(run("rates", "employer_ni.rate", "--format", "json").stdout)
tap.equal("json has the same values", [row["value"] for row in rows],
          [138000, 150500, 138000, 150000, 150000])
done = run("rates", "employer_ni.rate", "--format", "csv")
rows = list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))
tap.equal("csv too", [row["value"] for row in rows],
          ["138000", "150500", "138000", "150000", "150000"])
tap.equal("a group is named up to a dot",
          {row["key"] for row in json.loads(run("rates", "leave", "--format", "json").stdout)},
          {"leave.accrual_rate"})
tap.check("dates are shown as dates", b"2019-03-06" in run("rates", "state_pension.date").stdout)
tap.check("an end is shown as one",
          b"ended" in run("rates", "employer_ni.upper_accrual_point").stdout)

for name, arguments, sentence in [
    ("an unknown key", ["nobody"], "there is no rate of that key"),
    ("half a key", ["employer_n"], "there is no rate of that key"),
    ("a day before the first", ["--on", "2013-04-05"], "the law of that day holds no such rate"),
    ("a day far ahead", ["--on", "2029-04-06"], "the law of that day holds no such rate"),
]:
    done = run("rates", *arguments)
    tap.equal(f"{name} gives 2", done.returncode, 2)
    tap.check(f"{name}: one line", sentence in done.stderr.decode() and
              done.stderr.count(b"\n") == 1 and done.stdout == b"", done.stderr)

with open("/dev/full", "wb") as full:
    for form in ["text", "json", "csv"]:
        done = run("rates", "--format", form, stdout=full)
        tap.equal(f"{form} that cannot be written gives 2", done.returncode, 2)
        tap.equal(f"{form}: one line", done.stderr.count(b"\n"), 1)

tap.finish()
