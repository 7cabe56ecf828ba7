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
done = run("rates", "employer_ni.rate", "--format", "markdown")
tap.equal("and markdown", [line.split(" | ")[2] for line in done.stdout.decode().splitlines()[2:]],
          ["138000", "150500", "138000", "150000", "150000"])
tap.equal("a group is named up to a dot",
          {row["key"] for row in json.loads(run("rates", "leave", "--format", "json").stdout)},
          {"leave.accrual_rate", "leave.days_most", "leave.weeks"})
tap.check("weeks are shown with their hundredths", b" 5.60 " in run("rates", "leave.weeks").stdout)
tap.check("more than the whole can be given back",
          b"109.00%" in run("rates", "family_pay.recovery_rate_small").stdout)

lines = run("rates", "bank_holidays").stdout.decode().splitlines()
tap.equal("bank holidays begin in 2011", lines[0], "2011-01-03  substitute  New Year's Day")
tap.equal("and end where they are published", lines[-1], "2028-12-26  ordinary    Boxing Day")
tap.equal("one of them", run("rates", "bank_holidays", "--on", "2022-06-03").stdout,
          b"2022-06-03  extra       Platinum Jubilee\n")
done = run("rates", "bank_holidays", "--on", "2022-06-06")
tap.equal("a day that is none gives 0", (done.returncode, done.stdout), (0, b""))
rows = json.loads(run("rates", "bank_holidays", "--on", "2029-12-25", "--format", "json").stdout)
tap.equal("json has them too", [(row["date"], row["certainty"]) for row in rows],
          [("2029-12-25", "carried")])
tap.check("dates are shown as dates", b"2019-03-06" in run("rates", "state_pension.date").stdout)
tap.check("an end is shown as one",
          b"ended" in run("rates", "employer_ni.upper_accrual_point").stdout)

for name, arguments, sentence in [
    ("an unknown key", ["nobody"], "there is no rate of that key"),
    ("half a key", ["employer_n"], "there is no rate of that key"),
    ("a day before the first", ["--on", "2013-04-05"], "the law of that day holds no such rate"),
    ("a day far ahead", ["--on", "2029-04-06"], "the law of that day holds no such rate"),
    ("a bank holiday before 2011", ["bank_holidays", "--on", "2010-12-27"],
     "the law of that day holds no such rate"),
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
