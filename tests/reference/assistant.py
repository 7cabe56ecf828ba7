"""What employing one assistant costs: a payslip for each stretch in which nothing changes."""

import dataclasses
from fractions import Fraction

from days import WEEKS, birthday, nearest, sixths_of_april, text_of, times
from extras import bank_holiday_figures, cover_figures, sickness_amounts
from law import of_rate

AGES = (16, 21, 22, 25, 75)
LAPSES = {"X": 16, "M": 21, "Z": 21, "H": 25}

# The order of a segment's lines.
CATEGORIES = ("pay", "leave", "employer_ni", "pension", "bank_holiday", "cover", "sickness", "sickness_cover")


@dataclasses.dataclass
class Line:
    """One amount of the costing. `funder` is the one that was named, if any."""

    id: str
    of: str
    category: str
    first: int
    last: int
    amount: int
    is_one_off: bool
    deployment: str
    is_provisional: bool = False
    funder: str | None = None


@dataclasses.dataclass
class Payslip:
    """A typical payslip of one segment, and how many there are."""

    of: str
    first: int
    last: int
    frequency: str
    basic: int
    leave: int
    gross: int
    employer_ni: int
    pension: int
    letter: str
    is_member: bool
    slips: Fraction


@dataclasses.dataclass
class Person:
    """The days on which an assistant reaches the ages that matter; None when no birth is known."""

    reaches: dict
    pension_day: int | None

    def is_of_age(self, age, day):
        """Without a date of birth an adult from 22 to State Pension age is assumed."""
        return self.reaches[age] <= day if self.reaches else age <= 22

    def is_pensioner(self, day):
        return self.pension_day is not None and self.pension_day <= day


def person_of(law, assistant):
    if assistant.born is None:
        return Person({}, None)
    reaches = {age: birthday(assistant.born, age) for age in AGES}
    return Person(reaches, law.state_pension_day(assistant.born))


def segments_of(law, calendar, assistant, person, is_on):
    """First and last day of each stretch; where the law of one day is asked for, its changes do not cut."""
    first, last = assistant.first, assistant.last
    if first > last:
        return
    cuts = {*sixths_of_april(first, last), *calendar.years_from, *person.reaches.values()}
    if person.pension_day is not None:
        cuts.add(person.pension_day)
    if not is_on:
        cuts.update(law.cuts)
    for entry in assistant.hours:
        cuts.update(entry.rate.changes())
        cuts.update(() if entry.first is None else (entry.first,))
        cuts.update(() if entry.last is None else (entry.last + 1,))
    starts = [first, *sorted(cut for cut in cuts if first < cut <= last), last + 1]
    for start, following in zip(starts, starts[1:]):
        yield start, following - 1


@dataclasses.dataclass
class Week:
    """The hours of a week, in the units of the budget. `pay` is in sixtieths of 1/10,000 of a penny."""

    minutes: int
    nights: int
    pay: int


def week_of(assistant, day):
    week = Week(0, 0, 0)
    for entry in assistant.hours:
        if not entry.is_worked(day):
            continue
        rate = entry.rate.on(day)
        week.minutes += entry.minutes
        week.nights += entry.nights
        if entry.is_flat:
            week.pay += entry.nights * (60 * rate + entry.awake_minutes * entry.awake_rate)
        else:
            week.pay += 100 * entry.minutes * rate
    return week


def letter_of(law, assistant, person, day, law_day, found):
    """The letter of a day, and in `found` what became of one that was given."""
    wanted = assistant.letter
    if wanted in LAPSES and person.reaches and person.is_of_age(LAPSES[wanted], day):
        found.add("costing.letter_lapsed")
        wanted = None
    if wanted:
        if law.relief_of(wanted, law_day) is None:
            found.add("costing.letter_not_in_force")
            wanted = "A"
        return wanted
    if not person.is_of_age(16, day):
        wanted = "X"
    elif not person.is_of_age(21, day):
        wanted = "M"
    else:
        wanted = "C" if person.is_pensioner(day) else "A"
    return "A" if law.relief_of(wanted, law_day) is None else wanted


class Employment:
    """One assistant while their segments are gone through in order."""

    def __init__(self, law, calendar, assistant, on):
        self.law, self.calendar, self.assistant, self.on = law, calendar, assistant, on
        self.person = person_of(law, assistant)
        self.is_enrolled = False  # who has been enrolled stays so, whatever they earn later
        self.spared = 0  # what the employer would pay for one who has opted out
        self.lines, self.payslips, self.notes = [], [], set()

    def is_eligible(self, day, gross, trigger):
        person = self.person
        return person.is_of_age(22, day) and not person.is_pensioner(day) and gross > trigger

    def is_member(self, day, law_day, gross):
        """Comparisons are strict: pay equal to the trigger enrols nobody."""
        lower, trigger, _ = self.law.pension_levels(self.assistant.frequency, law_day)
        person = self.person
        if not person.is_of_age(16, day) or person.is_of_age(75, day):
            return False
        if self.assistant.membership == "opted_in":
            return gross > lower
        self.is_enrolled = self.is_enrolled or self.is_eligible(day, gross, trigger)
        return self.is_enrolled

    def pension(self, gross, law_day):
        assistant = self.assistant
        lower, _, upper = self.law.pension_levels(assistant.frequency, law_day)
        earnings = gross if assistant.is_all_pay else max(0, min(gross, upper) - lower)
        rate = assistant.pension_rate
        return of_rate(earnings, self.law.on("pension.employer_rate", law_day) if rate is None else rate)

    def basic_pay(self, week, day):
        """Monthly pay is a year's over twelve: the days of the budget year, or 52 weeks."""
        weeks = WEEKS.get(self.assistant.frequency)
        if weeks:
            return nearest(week.pay * weeks, 60 * 10_000)
        if self.calendar.is_52:
            return nearest(week.pay * 52, 720 * 10_000)
        return nearest(week.pay * self.calendar.days_of_year(day), 5040 * 10_000)

    def payslip(self, week, first, last):
        law, assistant = self.law, self.assistant
        law_day = self.on or first
        basic = self.basic_pay(week, first)
        leave = 0
        if assistant.leave_method == "accrual":
            leave = of_rate(basic, law.on("leave.accrual_rate", law_day))
        gross = basic + leave
        letter = letter_of(law, assistant, self.person, first, law_day, self.notes)
        would_be = self.is_member(first, law_day, gross)
        is_member = would_be and assistant.membership != "opted_out"
        pension = self.pension(gross, law_day) if would_be else 0
        slips = self.calendar.slips(assistant.frequency, first, last)
        if would_be and not is_member:
            self.spared += times(pension, slips)
            pension = 0
        employer_ni = law.employer_ni(law_day, assistant.frequency, letter, gross)
        head = assistant.id, first, last, assistant.frequency
        return Payslip(*head, basic, leave, gross, employer_ni, pension, letter, is_member, slips)

    def amounts(self, slip, week):
        """Every amount of a segment, each rounded by itself, summed by category."""
        assistant = self.assistant
        law_day = self.on or slip.first
        sums = {"pay": times(slip.basic, slip.slips), "employer_ni": times(slip.employer_ni, slip.slips)}
        if assistant.leave_method == "accrual":
            sums["leave"] = times(slip.leave, slip.slips)
        if slip.is_member:
            sums["pension"] = times(slip.pension, slip.slips)

        def add(category, amount):
            sums[category] = sums.get(category, 0) + amount

        years = self.calendar.years(slip.first, slip.last)
        if assistant.bank_holiday:
            holidays = self.law.holidays.count(slip.first, slip.last)
            for category, figure in bank_holiday_figures(self, slip, law_day) if holidays else ():
                add(category, figure * holidays)
        if assistant.leave_method == "cover":
            figures, weeks = cover_figures(self.law, assistant, week, law_day)
            for category, figure in figures:
                add(category, times(figure, weeks * years))
        for category, amount in sickness_amounts(self.law, assistant, slip, week, law_day, years):
            add(category, amount)
        return sums

    def rests_on_law(self, category):
        if category in ("bank_holiday", "sickness_cover"):  # what accrues for leave is in both
            return self.assistant.leave_method == "accrual"
        return category != "pay"

    def cost(self):
        law, assistant = self.law, self.assistant
        for first, last in segments_of(law, self.calendar, assistant, self.person, self.on is not None):
            week = week_of(assistant, first)
            if week.pay == 0:
                continue  # nobody is paid, so nothing follows from pay
            slip = self.payslip(week, first, last)
            self.payslips.append(slip)
            sums = self.amounts(slip, week)
            is_beyond = (self.on or first) > law.last_day
            for category in CATEGORIES:
                if category in sums:
                    name = f"{assistant.id}/{category}/{text_of(first)}"
                    head = name, assistant.id, category, first, last, sums[category], False
                    is_provisional = is_beyond and self.rests_on_law(category)
                    self.lines.append(Line(*head, assistant.deployment, is_provisional, assistant.funder))
        self.note()

    def note(self):
        assistant = self.assistant
        if assistant.first > assistant.last:
            self.notes.add("costing.outside_period")
        if self.payslips and assistant.born is None and assistant.letter is None:
            self.notes.add("costing.assumed_adult")
        if self.spared:
            self.notes.add("costing.pension_opted_out")
