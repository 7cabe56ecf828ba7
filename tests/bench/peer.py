"""The same sums in plain Python, to be compared with and beaten.

Written from the rules, not from the C: whole pence, exact fractions, a payslip for each stretch of
time. The figures of the law are read from the library's own data; nothing else is shared. It knows
what the benchmark asks for: one employer's assistants and plain lines, in years whose law is held.
"""

import bisect
import datetime
import json
import pathlib
from fractions import Fraction

WEEKS = {"weekly": 1, "fortnightly": 2, "four_weekly": 4}
PERIODS = {"weekly": "weekly", "monthly": "monthly", "annual": "annual"}
LAPSES = {"X": 16, "M": 21, "Z": 21, "H": 25}


def days(text):
    return datetime.date.fromisoformat(text).toordinal()


def half_up(value):
    """To the nearest penny, halves up."""
    value = Fraction(value)
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def add_months(ordinal, months):
    """The corresponding day, the month's last if it has none."""
    day = datetime.date.fromordinal(ordinal)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, days_in_month(year, month + 1))).toordinal()


def days_in_month(year, month):
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (following - datetime.date(year, month, 1)).days


def birthday(ordinal, years):
    """Born on 29 February: 1 March in common years."""
    born = datetime.date.fromordinal(ordinal)
    try:
        return born.replace(year=born.year + years).toordinal()
    except ValueError:
        return datetime.date(born.year + years, 3, 1).toordinal()


class Law:
    """The dated values, each a sorted list of days and a list of values."""

    def __init__(self, folder):
        self.values = {}
        self.letters = {}
        cuts = set()
        for path in sorted(pathlib.Path(folder).glob("*.json")):
            family = json.loads(path.read_text(encoding="utf-8"))
            for parameter in family.get("parameters", []):
                rows = parameter["values"]
                starts = [days(row["from"]) for row in rows]
                values = [days(row["date"]) if row.get("date") else row.get("value") for row in rows]
                self.values[parameter["key"]] = (starts, values)
                if parameter.get("cuts_payslip"):
                    cuts.update(starts)
            for letter in family.get("ni_letters", []):
                self.letters[letter["letter"]] = (
                    days(letter["from"]),
                    days(letter["until"]) if letter.get("until") else None,
                    letter["relief"],
                )
        self.cuts = sorted(cuts)

    def on(self, key, day):
        starts, values = self.values[key]
        index = bisect.bisect_right(starts, day) - 1
        return values[index] if index >= 0 else None

    def next_cut(self, day):
        index = bisect.bisect_right(self.cuts, day)
        return self.cuts[index] if index < len(self.cuts) else None

    def relief_of(self, letter, day):
        """What a letter in force spares the employer, None when it is not in force."""
        held = self.letters.get(letter)
        if held is None or day < held[0] or (held[1] is not None and day > held[1]):
            return None
        return held[2]

    def threshold(self, name, frequency, day):
        """Of a pay period; of two and four weeks from the annual one, up to a whole pound."""
        weeks = WEEKS.get(frequency, 0)
        if weeks < 2:
            return self.on(f"employer_ni.{name}.{PERIODS[frequency]}", day)
        annual = self.on(f"employer_ni.{name}.annual", day)
        return None if annual is None else -(-annual * weeks // 5200) * 100

    def employer_ni(self, day, frequency, letter, gross):
        relief = self.relief_of(letter, day)
        if relief == "all":
            return 0
        spared = 0
        if relief == "upper_limit":
            spared = self.threshold("upper_limit", frequency, day)
        elif relief == "freeport":
            spared = self.threshold("freeport_threshold", frequency, day)
        names = ("secondary_threshold", "upper_accrual_point", "upper_limit")
        edges = [edge for name in names if (edge := self.threshold(name, frequency, day)) is not None]
        rate = self.on("employer_ni.rate", day)
        total = 0
        for lower, upper in zip(edges, edges[1:] + [gross]):
            pay = min(gross, upper) - max(lower, spared)
            if pay > 0:
                pence, tenths = divmod(pay * rate // 100_000, 10)  # tenths of a penny: the third decimal
                total += pence + (tenths >= 6)
        return total

    def pension_levels(self, frequency, day):
        return [self.on(f"pension.{name}.{frequency}", day) for name in ("lower_level", "trigger", "upper_level")]

    def state_pension_day(self, born):
        named = self.on("state_pension.date", born)
        return named if named is not None else add_months(born, self.on("state_pension.age", born))


def pounds(text, decimals):
    """Pounds to whole parts of a penny: 2 decimals to pence, 4 to hundredths of one."""
    value = Fraction(str(text)) * 10**decimals
    if value.denominator != 1:
        raise ValueError("more decimals than there may be")
    return value.numerator


def budget_of(document):
    """A document with its dates and amounts as numbers."""
    start, end = days(document["period"]["start"]), days(document["period"]["end"])

    def stretch(entry):
        first = days(entry["start"]) if entry.get("start") else start
        last = days(entry["end"]) if entry.get("end") else end
        return max(first, start), min(last, end)

    assistants = []
    for given in document.get("assistants", []):
        hours = []
        for entry in given["hours"]:
            minutes = entry.get("minutes_per_week") or Fraction(str(entry["hours_per_week"])) * 60
            first = days(entry["start"]) if entry.get("start") else None
            last = days(entry["end"]) if entry.get("end") else None
            hours.append((int(minutes), pounds(entry["rate"], 4), first, last))
        pension = given.get("pension", {})
        rate = pension.get("employer_rate")
        assistants.append(
            {
                "id": given["id"],
                "born": days(given["date_of_birth"]) if given.get("date_of_birth") else None,
                "letter": given.get("ni_letter"),
                "days": stretch(given),
                "frequency": given["pay_frequency"],
                "hours": hours,
                "accrues": given["leave"]["method"] == "accrual",
                "membership": pension.get("membership", "auto"),
                "all_pay": pension.get("basis") == "all_pay",
                "rate": int(Fraction(rate[:-1]) * 10_000) if rate else None,
                "deployment": given["deployment"],
            }
        )
    lines = [
        {
            "id": given["id"],
            "category": given["category"],
            "amount": pounds(given["amount"], 4),
            "quantity": Fraction(str(given.get("quantity", 1))),
            "per": given["per"],
            "days": stretch(given),
            "deployment": given["deployment"],
        }
        for given in document.get("lines", [])
    ]
    return {
        "start": start,
        "end": end,
        "is_52": document.get("weeks_in_year") == "52",
        "assistants": assistants,
        "lines": lines,
    }


class Calendar:
    def __init__(self, budget):
        self.start = budget["start"]
        self.is_52 = budget["is_52"]

    def year_of(self, day):
        """First and last day of the budget year, counted from the start."""
        count = 0
        while add_months(self.start, 12 * (count + 1)) <= day:
            count += 1
        return add_months(self.start, 12 * count), add_months(self.start, 12 * (count + 1)) - 1

    def years(self, first, last):
        total = Fraction(0)
        while first <= last:
            year_first, year_last = self.year_of(first)
            end = min(last, year_last)
            total += Fraction(end - first + 1, year_last - year_first + 1)
            first = end + 1
        return total

    def weeks(self, first, last):
        return 52 * self.years(first, last) if self.is_52 else Fraction(last - first + 1, 7)

    @staticmethod
    def months(first, last):
        total = Fraction(0)
        while first <= last:
            day = datetime.date.fromordinal(first)
            length = days_in_month(day.year, day.month)
            end = min(last, first - day.day + length)
            total += Fraction(end - first + 1, length)
            first = end + 1
        return total


def segments_of(law, calendar, assistant):
    """First and last day of each stretch in which nothing changes."""
    first, last = assistant["days"]
    changes = set()
    if assistant["born"] is not None:
        changes.update(birthday(assistant["born"], age) for age in (16, 21, 22, 25, 75))
        changes.add(law.state_pension_day(assistant["born"]))
    for _, _, begins, ends in assistant["hours"]:
        changes.update(day for day in (begins, None if ends is None else ends + 1) if day is not None)
    while first <= last:
        day = datetime.date.fromordinal(first)
        april = datetime.date(day.year, 4, 6).toordinal()
        cuts = [last + 1, april if april > first else datetime.date(day.year + 1, 4, 6).toordinal()]
        cuts.append(calendar.year_of(first)[1] + 1)
        cuts.extend(change for change in changes if change > first)
        following = law.next_cut(first)
        if following is not None:
            cuts.append(following)
        yield first, min(cuts) - 1
        first = min(cuts)


def letter_of(law, assistant, day):
    born, given = assistant["born"], assistant["letter"]
    if given and not (born is not None and given in LAPSES and day >= birthday(born, LAPSES[given])):
        wanted = given
    elif born is None or day >= birthday(born, 21):
        wanted = "C" if born is not None and law.state_pension_day(born) <= day else "A"
    else:
        wanted = "X" if day < birthday(born, 16) else "M"
    return wanted if law.relief_of(wanted, day) else "A"


def is_member(assistant, age, is_pensioner, gross, lower, trigger, was_enrolled):
    if assistant["membership"] == "opted_out" or not 16 <= age < 75:
        return False
    if assistant["membership"] == "opted_in":
        return gross > lower
    return was_enrolled or (age >= 22 and not is_pensioner and gross > trigger)


def age_on(born, day):
    age = 0
    while birthday(born, age + 1) <= day:
        age += 1
    return age


def cost_assistant(law, calendar, assistant, add):
    frequency = assistant["frequency"]
    was_enrolled = False
    for first, last in segments_of(law, calendar, assistant):
        week = sum(
            minutes * rate
            for minutes, rate, begins, ends in assistant["hours"]
            if (begins is None or begins <= first) and (ends is None or ends >= first)
        )
        if week == 0:
            continue
        if frequency == "monthly":
            year_first, year_last = calendar.year_of(first)
            weeks = Fraction(52, 12) if calendar.is_52 else Fraction(year_last - year_first + 1, 84)
            slips = calendar.months(first, last)
        else:
            weeks = WEEKS[frequency]
            slips = calendar.weeks(first, last) / weeks
        basic = half_up(Fraction(week, 6000) * weeks)
        accrued = half_up(Fraction(basic * law.on("leave.accrual_rate", first), 10**6)) if assistant["accrues"] else 0
        gross = basic + accrued
        ni = law.employer_ni(first, frequency, letter_of(law, assistant, first), gross)
        lower, trigger, upper = law.pension_levels(frequency, first)
        born = assistant["born"]
        age = 22 if born is None else age_on(born, first)
        is_pensioner = born is not None and law.state_pension_day(born) <= first
        member = is_member(assistant, age, is_pensioner, gross, lower, trigger, was_enrolled)
        was_enrolled = was_enrolled or member
        amounts = [("pay", basic)]
        if assistant["accrues"]:
            amounts.append(("leave", accrued))
        amounts.append(("employer_ni", ni))
        if member:
            earnings = gross if assistant["all_pay"] else max(0, min(gross, upper) - lower)
            rate = assistant["rate"] if assistant["rate"] is not None else law.on("pension.employer_rate", first)
            amounts.append(("pension", half_up(Fraction(earnings * rate, 10**6))))
        start = datetime.date.fromordinal(first).isoformat()
        for category, figure in amounts:
            name = f"{assistant['id']}/{category}/{start}"
            add(name, category, first, last, half_up(figure * slips), False, assistant["deployment"])


def occurrences(calendar, per, first, last):
    if per == "once":
        return 1
    if per in ("week", "fortnight", "four_weeks"):
        return calendar.weeks(first, last) / {"week": 1, "fortnight": 2, "four_weeks": 4}[per]
    if per in ("month", "quarter"):
        return calendar.months(first, last) / {"month": 1, "quarter": 3}[per]
    return calendar.years(first, last)


def share(total, weights):
    """Whole pence in proportion, the pennies left to the largest remainders, ties to the earlier."""
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda i: -(total * weights[i] % whole))
    for i in order[: total - sum(shares)]:
        shares[i] += 1
    return shares


def financial_years(calendar_start, calendar_end, lines):
    first = datetime.date.fromordinal(calendar_start)
    last = datetime.date.fromordinal(calendar_end)
    names = range(first.year - (first.month < 4), last.year - (last.month < 4) + 1)
    sums = dict.fromkeys(names, 0)
    bounds = [(datetime.date(y, 4, 1).toordinal(), datetime.date(y + 1, 3, 31).toordinal()) for y in names]
    for line in lines:
        weights = [max(0, min(line["end"], high) - max(line["start"], low) + 1) for low, high in bounds]
        for name, amount in zip(names, share(line["amount"], weights)):
            sums[name] += amount
    return {str(name): amount for name, amount in sums.items()}


def cost(law, budget):
    """Lines and totals, in pence."""
    calendar = Calendar(budget)
    lines = []

    def add(name, category, first, last, amount, is_one_off, deployment):
        lines.append(
            {
                "id": name,
                "category": category,
                "start": first,
                "end": last,
                "amount": amount,
                "one_off": is_one_off,
                "deployment": deployment,
            }
        )

    for assistant in budget["assistants"]:
        cost_assistant(law, calendar, assistant, add)
    for line in budget["lines"]:
        first, last = line["days"]
        if first <= last:
            times = occurrences(calendar, line["per"], first, last)
            amount = half_up(Fraction(line["amount"], 100) * line["quantity"] * times)
            add(line["id"], line["category"], first, last, amount, line["per"] == "once", line["deployment"])
    recurring = sum(line["amount"] for line in lines if not line["one_off"])
    one_off = sum(line["amount"] for line in lines if line["one_off"])
    totals = {
        "recurring": recurring,
        "one_off": one_off,
        "total": recurring + one_off,
        "weekly": half_up(recurring / calendar.weeks(budget["start"], budget["end"])),
        "full_year": half_up(recurring / calendar.years(budget["start"], budget["end"])),
        "by_category": {},
        "by_deployment": {},
        "by_financial_year": financial_years(budget["start"], budget["end"], lines),
    }
    for line in lines:
        for column in ("category", "deployment"):
            sums = totals[f"by_{column}"]
            sums[line[column]] = sums.get(line[column], 0) + line["amount"]
    return {"lines": lines, "totals": totals}


def written(costing):
    """A costing as JSON, with pounds and dates as texts."""

    def text(pence):
        return f"{pence // 100}.{pence % 100:02d}"

    def total(value):
        return {key: text(pence) for key, pence in value.items()} if isinstance(value, dict) else text(value)

    lines = [
        {
            **line,
            "start": datetime.date.fromordinal(line["start"]).isoformat(),
            "end": datetime.date.fromordinal(line["end"]).isoformat(),
            "amount": text(line["amount"]),
        }
        for line in costing["lines"]
    ]
    totals = {key: total(value) for key, value in costing["totals"].items()}
    return json.dumps({"lines": lines, "totals": totals})
