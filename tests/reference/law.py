"""The law, read from the library's own data: the figures are the same, what is done with them is not."""

import bisect
import json
import pathlib

from days import WEEKS, add_months, birthday, day_of, nearest
from holidays import Holidays

YEARS_CARRIED = 2  # past the last day held; further out nobody can know


class Law:
    """Dated values by key. Each answer is kept: a day is asked for again and again."""

    def __init__(self, folder):
        self.values = {}
        self.letters = {}
        cuts, exceptions = set(), []
        for path in sorted(pathlib.Path(folder).glob("*.json")):
            family = json.loads(path.read_text(encoding="utf-8"))
            for parameter in family.get("parameters", []):
                self.read_parameter(parameter, cuts)
            for letter in family.get("ni_letters", []):
                until = day_of(letter["until"]) if letter.get("until") else None
                self.letters[letter["letter"]] = day_of(letter["from"]), until, letter["relief"]
            exceptions += exceptions_in(family)
            if "last_day" in family:
                self.first_day, self.last_day = day_of(family["first_day"]), day_of(family["last_day"])
        self.cuts = sorted(cuts)
        self.holidays = Holidays(exceptions)
        self.last_day_carried = add_months(self.last_day, 12 * YEARS_CARRIED)
        self.bands_kept, self.levels_kept, self.on_kept = {}, {}, {}

    def read_parameter(self, parameter, cuts):
        if parameter.get("axis") == "age":
            return  # minimum wages are for checks: no costing asks for one
        rows = parameter["values"]
        starts = [day_of(row["from"]) for row in rows]
        values = [day_of(row["date"]) if row.get("date") else row.get("value") for row in rows]
        self.values[parameter["key"]] = starts, values
        if parameter.get("cuts_payslip"):
            cuts.update(starts)

    def on(self, key, day):
        """The value of a day, the last one carried forward; None where there is none."""
        asked = key, day
        if asked not in self.on_kept:
            starts, values = self.values[key]
            index = bisect.bisect_right(starts, day) - 1
            self.on_kept[asked] = values[index] if index >= 0 else None
        return self.on_kept[asked]

    def is_costed(self, day):
        return self.first_day <= day <= self.last_day_carried

    # ---- ages ----

    def state_pension_day(self, born):
        named = self.on("state_pension.date", born)
        if named is not None:
            return named
        years, months = divmod(self.on("state_pension.age", born), 12)
        # An age in whole years is attained as any other; in years and months the Act clamps.
        return birthday(born, years) if months == 0 else add_months(born, 12 * years + months)

    # ---- employer National Insurance ----

    def relief_of(self, letter, day):
        """What a letter spares the employer; None when it is not in force that day."""
        first, until, relief = self.letters[letter]
        return relief if first <= day and (until is None or day <= until) else None

    def threshold(self, name, frequency, day):
        """Of two and four weeks the annual one times the weeks over 52, up to a whole pound."""
        weeks = WEEKS.get(frequency, 0)
        if weeks < 2:
            return self.on(f"employer_ni.{name}.{frequency}", day)
        annual = self.on(f"employer_ni.{name}.annual", day)
        return None if annual is None else -(-annual * weeks // 5200) * 100

    def bands(self, frequency, day):
        """Rate, edges of the bands and what the reliefs spare, of one pay period."""
        asked = frequency, day
        if asked not in self.bands_kept:
            names = "secondary_threshold", "upper_accrual_point", "upper_limit"
            edges = [self.threshold(name, frequency, day) for name in names]
            spared = {
                "none": 0,
                "upper_limit": edges[-1],
                "freeport": self.threshold("freeport_threshold", frequency, day),
            }
            edges = [edge for edge in edges if edge is not None]
            self.bands_kept[asked] = self.on("employer_ni.rate", day), edges, spared
        return self.bands_kept[asked]

    def employer_ni(self, day, frequency, letter, gross):
        """Per band and pay period, each band rounded by itself, as HMRC has it."""
        relief = self.relief_of(letter, day)
        if relief == "all":
            return 0
        rate, edges, spared = self.bands(frequency, day)
        total = 0
        for lower, upper in zip(edges, [*edges[1:], gross]):
            pay = min(gross, upper) - max(lower, spared[relief])
            if pay > 0:
                total += third_decimal(pay * rate)
        return total

    # ---- pension ----

    def pension_levels(self, frequency, day):
        """Lower level, trigger and upper level: a table, not derived from one another."""
        asked = frequency, day
        if asked not in self.levels_kept:
            names = "lower_level", "trigger", "upper_level"
            self.levels_kept[asked] = [self.on(f"pension.{name}.{frequency}", day) for name in names]
        return self.levels_kept[asked]


def third_decimal(millionths):
    """Millionths of a penny by the third decimal of a pound: 5 or less down, 6 or more up."""
    pence, tenths = divmod(millionths // 100_000, 10)
    return pence + (tenths >= 6)


def of_rate(amount, rate):
    """A rate in parts per million of an amount, to the nearest penny."""
    return nearest(amount * rate, 1_000_000)


def exceptions_in(family):
    """(day, the day it replaces or None) of each bank holiday that was moved or added."""
    return [
        (day_of(row["date"]), day_of(row["instead_of"]) if row.get("instead_of") else None)
        for row in family.get("bank_holidays", {}).get("exceptions", [])
    ]
