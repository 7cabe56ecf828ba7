#!/usr/bin/env python3
"""The worked examples are right: check_working.py SOURCE PHB

Each budget NAME.json in docs/examples/budgets has a page NAME.md beside it. In its fenced `working`
blocks every line is a sum that a calculator can follow:

    pa-1/pay/2026-04-06: £390.00 × 365 ÷ 7 = £20,335.71
    National Insurance: (£390.00 − £96.00) × 15% = £44.10 (third decimal)

Each is worked out again with exact fractions and rounded to the nearest penny, halves up; what is
marked `(third decimal)` by the third decimal of a pound, 5 or less down. A result without £ must be
exact, and may be a fraction. Where a line or total of the costing is named before the colon, it has
that amount; each line has such a sum, and each total is the result of one. Nothing is invented:
amounts, percentages and counts in sums come from the budget, from the costing or from a sum further
up, those in words from the law as well. The tables below Payslips, Lines, Totals and Instalments are
those of the costing, whole and in order.
"""

import json
import pathlib
import re
import subprocess
import sys
from fractions import Fraction

FOLDER = "docs/examples/budgets"
# Weeks in a pay period, days in a week and a month, months and weeks in a year, minutes in an hour.
CALENDAR = (1, 2, 4, 7, 12, 30, 52, 60)
# docs/concepts.md works the first out; the other two stand side by side in enough.md.
NO_PAGE = ("one-assistant", "insufficient", "sufficient")

BLOCK = re.compile(r"^```working\n(.*?)^```", re.DOTALL | re.MULTILINE)
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
RESULT = rf"−?£(?:{NUMBER})|(?:{NUMBER})(?: ÷ (?:{NUMBER}))?"
SUM = re.compile(rf"(?:(?P<label>[^:]+): +)?(?P<left>[^=]+) = (?P<right>{RESULT})(?P<mark> \(third decimal\))?")
TOKEN = re.compile(rf" *(?:(£?)({NUMBER})(%?)|(min|max|[()×÷+−,]))")
AMOUNT = re.compile(rf"£({NUMBER})")
PERCENT = re.compile(rf"({NUMBER})%")
AMOUNT_WITH_SIGN = re.compile(rf"−?£(?:{NUMBER})")
DECIMAL = re.compile(r"\d+(\.\d+)?")


# ---- sums ----


def number(text):
    return Fraction(text.replace(",", ""))


class Sum:
    """An expression, read from left to right: × and ÷ before + and −."""

    def __init__(self, text):
        self.tokens, self.amounts, self.percents, self.counts = [], [], [], []
        text, end = text.strip(), 0
        while end < len(text):
            match = TOKEN.match(text, end)
            if not match:
                raise ValueError(f"cannot read '{text[end:]}'")
            self.add(*match.groups())
            end = match.end()
        self.position = 0

    def add(self, pound, digits, percent, sign):
        if sign:
            self.tokens.append(sign)
            return
        value = number(digits)
        self.tokens.append(value / 100 if percent else value)
        if pound:
            self.amounts.append(value)
        elif percent:
            self.percents.append(value)
        else:
            self.counts.append(value)

    def next(self):
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def take(self, *wanted):
        token = self.next()
        if token is None or (wanted and token not in wanted):
            raise ValueError(f"expected {' or '.join(wanted) or 'more'}, found {token or 'the end'}")
        self.position += 1
        return token

    def factor(self):
        token = self.take()
        if isinstance(token, Fraction):
            return token
        if token == "(":
            value = self.whole()
            self.take(")")
            return value
        if token not in ("min", "max"):
            raise ValueError(f"a number expected, found {token}")
        self.take("(")
        values = [self.whole()]
        while self.take(",", ")") == ",":
            values.append(self.whole())
        return min(values) if token == "min" else max(values)

    def product(self):
        value = self.factor()
        while self.next() in ("×", "÷"):
            value = value * self.factor() if self.take() == "×" else value / self.factor()
        return value

    def whole(self):
        value = self.product()
        while self.next() in ("+", "−"):
            value = value + self.product() if self.take() == "+" else value - self.product()
        return value

    def value(self):
        value = self.whole()
        if self.next() is not None:
            raise ValueError(f"too much: {self.next()}")
        return value


def half_up(value):
    sign = -1 if value < 0 else 1
    return sign * Fraction((abs(value) * 200 + 1) // 2, 100)


def third_decimal(value):
    """By the third decimal of a pound alone: 5 or less down, 6 or more up."""
    pence, tenths = divmod(value * 1000 // 1, 10)
    return Fraction(pence + (tenths >= 6), 100)


def shown(amount):
    pounds, pence = divmod(abs(amount) * 100 // 1, 100)
    return f"{'−' if amount < 0 else ''}£{pounds:,}.{pence:02d}"


# ---- what is known ----


class Known:
    """Amounts and percentages so far. Words may also use the law, and what results were unrounded."""

    def __init__(self, costing):
        self.amounts, self.percents = set(costing.amounts), set(costing.percents)
        self.amounts_in_words, self.percents_in_words = set(costing.law["pence"]), set(costing.law["ppm"])
        self.labels, self.results = set(), set()


class Costing:
    """What the library says: lines, payslips, totals, and every amount that its steps show."""

    def __init__(self, budget, costing, law):
        self.costing = costing
        self.law = {"pence": set(), "ppm": set()}
        for row in law:
            unit, scale = ("ppm", 10_000) if row["unit"] == "ppm" else ("pence", 100)
            if row["unit"] in ("ppm", "pence", "pence_per_hour") and row["value"] is not None:
                self.law[unit].add(Fraction(row["value"], scale))
        self.lines = {line["id"]: Fraction(line["amount"]) for line in costing["lines"]}
        self.totals = {}
        for total, value in costing["totals"].items():
            parts = value if isinstance(value, dict) else {"": value}
            self.totals.update({(total, key): Fraction(amount) for key, amount in parts.items()})
        self.instalments = [(row["on"], Fraction(row["amount"])) for row in costing.get("instalments", [])]
        self.amounts = {abs(amount) for amount in (*self.lines.values(), *self.totals.values())}
        self.amounts |= {amount for _, amount in self.instalments}
        self.percents, self.counts = set(), set(CALENDAR)
        for slip in costing["payslips"]:
            self.amounts |= {Fraction(slip[name]) for name in ("basic", "leave", "gross", "employer_ni", "pension")}
        self.add_steps(costing.get("steps", []))
        self.add_given(budget)

    def add_steps(self, steps):
        for step in steps:
            value = Fraction(abs(step["value"]), step["denominator"])
            if step["unit"] == "pence":
                self.amounts.add(value / 100)
            elif step["unit"] == "ratio":
                self.percents.add(value * 100)
            else:
                self.counts |= {value, Fraction(value.numerator), Fraction(value.denominator)}

    def add_given(self, value):
        """Texts of the budget that are amounts or percentages."""
        if isinstance(value, (dict, list)):
            for one in value.values() if isinstance(value, dict) else value:
                self.add_given(one)
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            self.counts.add(Fraction(str(value)))
        elif isinstance(value, str) and DECIMAL.fullmatch(value):
            self.amounts.add(Fraction(value))
        elif isinstance(value, str) and value.endswith("%") and DECIMAL.fullmatch(value[:-1]):
            self.percents.add(Fraction(value[:-1]))

    def named(self, label):
        """The amount of a line, a total or a total's part (`by_funder nhs`); None for other labels."""
        total, _, key = (label or "").partition(" ")
        return self.lines.get(label, self.totals.get((total, key)))

    def not_worked_out(self, labels, results):
        """Lines without a sum of their own, and totals that are no result at all."""
        yield from (line for line in self.lines if line not in labels)
        for (total, key), amount in self.totals.items():
            if key == "" and amount != 0 and amount not in results:
                yield total


# ---- a page ----


def sums_in(page):
    for block in BLOCK.findall(page):
        yield from (line for line in block.splitlines() if line.strip())


def problem_with_sum(match, costing, known):
    """What is wrong with one line of working, or None."""
    expression = Sum(match["left"])
    exact = expression.value()
    right = match["right"]
    stated = -Sum(right[1:]).value() if right.startswith("−") else Sum(right).value()
    if "£" in right:
        result = third_decimal(exact) if match["mark"] else half_up(exact)
        if result != stated or right.lstrip("−") != shown(abs(stated)):
            return f"comes to {shown(result)}"
    elif exact != stated or match["mark"]:
        return f"comes to {exact}"
    invented = [shown(amount) for amount in expression.amounts if amount not in known.amounts]
    invented += [f"{float(percent)}%" for percent in expression.percents if percent not in known.percents]
    invented += [str(count) for count in expression.counts if count not in costing.counts]
    if invented:
        return f"from nowhere: {', '.join(invented)}"
    named = costing.named(match["label"])
    if named is not None and named != stated:
        return f"the costing has {shown(named)}"
    if "£" in right:
        known.amounts.add(abs(stated))
        known.results.add(stated)
        known.amounts_in_words |= {abs(stated), abs(exact)}
    known.labels.add(match["label"])
    return None


def check_working(page, costing, known):
    """Problems with the sums, in order; what they come to is added to what is known."""
    for line in sums_in(page):
        match = SUM.fullmatch(line)
        try:
            problem = problem_with_sum(match, costing, known) if match else "not a sum as they are written"
        except (ValueError, ZeroDivisionError) as error:
            problem = str(error)
        if problem:
            yield f"{line.strip()}: {problem}"
    yield from (f"not worked out: {name}" for name in costing.not_worked_out(known.labels, known.results))


def rows_below(page, heading):
    """The cells of the table below a heading; none if there is no such heading."""
    section = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip().strip("`") for cell in row] for row in rows[2:]]


def slips_of(slip):
    """As the costing is printed: "5.6" where two decimals do, "52 1/7" where they do not."""
    count = Fraction(slip["slips_numerator"], slip["slips_denominator"])
    if 100 % count.denominator == 0:
        hundredths = count.numerator * 100 // count.denominator
        return f"{hundredths // 100}.{hundredths % 100:02d}".rstrip("0").rstrip(".")
    whole, rest = divmod(count.numerator, count.denominator)
    return f"{whole} {rest}/{count.denominator}" if whole else f"{rest}/{count.denominator}"


def tables_of(costing):
    """Heading and rows of each table, with a cell None where the page has words of its own."""
    figures = ("basic", "leave", "gross", "employer_ni", "pension")
    yield "Payslips", [
        [slip["of"], slip["start"], *(shown(Fraction(slip[name])) for name in figures), slip["ni_letter"], slips_of(slip)]
        for slip in costing.costing["payslips"]
    ]
    yield "Lines", [[line, None, shown(amount)] for line, amount in costing.lines.items()]
    yield "Totals", [[total, key, shown(amount)] for (total, key), amount in costing.totals.items()]
    yield "Instalments", [[day, shown(amount)] for day, amount in costing.instalments]


def is_row(expected, found):
    return len(expected) == len(found) and all(one in (None, other) for one, other in zip(expected, found))


def check_tables(page, costing):
    for heading, expected in tables_of(costing):
        found = rows_below(page, heading)
        for number_, (row, other) in enumerate(zip(expected, found), 1):
            if not is_row(row, other):
                yield f"{heading}, row {number_}: expected {row}, found {other}"
        if len(expected) != len(found):
            yield f"{heading}: expected {len(expected)} rows, found {len(found)}"


def check_words(page, known):
    """Amounts and percentages between the sums and tables come from somewhere too."""
    amounts, percents = known.amounts | known.amounts_in_words, known.percents | known.percents_in_words
    for pattern, values in ((AMOUNT, amounts), (PERCENT, percents)):
        for digits in pattern.findall(BLOCK.sub("", page)):
            if number(digits) not in values:
                yield f"from nowhere: {digits}"


def problems_of(page, costing):
    known = Known(costing)
    yield from check_working(page, costing, known)
    yield from check_tables(page, costing)
    yield from check_words(page, known)


# ---- the examples ----


def output_of(phb, *arguments):
    command = [phb, *arguments, "--format", "json"]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if run.returncode != 0:
        raise ValueError(run.stderr.strip())
    return json.loads(run.stdout)


def costing_of(phb, path):
    budget = json.loads(path.read_text(encoding="utf-8"))
    days = budget["period"]["start"], budget["period"]["end"]
    law = [row for day in days for row in output_of(phb, "rates", "--on", day)]
    return Costing(budget, output_of(phb, "cost", str(path), "--explain", "all"), law)


def a_penny_more(amount):
    return shown(number(amount.lstrip("−£")) + Fraction(1, 100))


def unnoticed(page, costing):
    """Each amount of the sums and tables made a penny more, in turn: those that go unnoticed."""
    places = [match.span() for match in AMOUNT_WITH_SIGN.finditer(page)]
    for start, end in places:
        line = page[page.rfind("\n", 0, start) + 1 : page.find("\n", end)]
        is_checked = line.startswith("|") or " = " in line
        spoilt = page[:start] + a_penny_more(page[start:end]) + page[end:]
        if is_checked and next(problems_of(spoilt, costing), None) is None:
            yield line.strip()


def check_example(path, phb):
    name = path.name
    page = path.with_suffix(".md")
    try:
        costing = costing_of(phb, path)
        text = page.read_text(encoding="utf-8")
    except (ValueError, OSError) as error:
        yield f"{name} is costed and has a page", [str(error)]
        return
    sums = list(sums_in(text))
    problems = list(problems_of(text, costing))
    yield f"{page.name}: {len(sums)} sums and the tables are those of the costing", problems
    if not problems:
        spoilt = list(unnoticed(text, costing))
        yield f"{page.name}: a penny more anywhere is noticed", spoilt


def check_readme(folder):
    text = (folder / "README.md").read_text(encoding="utf-8")
    for path in sorted(folder.glob("*.json")):
        wanted = [path.name] if path.stem in NO_PAGE else [path.name, f"{path.stem}.md"]
        yield from (f"does not mention {name}" for name in wanted if f"({name})" not in text)


def main(source, phb):
    folder = pathlib.Path(source) / FOLDER
    results = [("README.md lists every example", list(check_readme(folder)))]
    for path in sorted(folder.glob("*.json")):
        if path.stem not in NO_PAGE:
            results += check_example(path, phb)
    print(f"1..{len(results)}")
    for position, (name, problems) in enumerate(results, 1):
        print(f"{'not ok' if problems else 'ok'} {position} - {name}")
        for problem in problems:
            print(f"# {problem}")


if __name__ == "__main__":
    main(*sys.argv[1:])
