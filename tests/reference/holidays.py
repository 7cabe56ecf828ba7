"""Bank holidays of England: the ordinary rules of the Banking and Financial Dealings Act 1971 and of
common law, and the days that proclamations have moved or added."""

import bisect
import datetime

MONDAY = 0


def easter(year):
    """Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    leaps, skipped = divmod(century, 4)
    corrected = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - corrected + 15) % 30
    quarter, rest = divmod(of_century, 4)
    weekday = (32 + 2 * skipped + 2 * quarter - epact - rest) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1).toordinal()


def weekday_of(day):
    return (day - 1) % 7  # ordinal 1 was a Monday


def first_monday(year, month):
    first = datetime.date(year, month, 1).toordinal()
    return first + (MONDAY - weekday_of(first)) % 7


def last_monday(year, month):
    last = datetime.date(year, month + 1, 1).toordinal() - 1
    return last - (weekday_of(last) - MONDAY) % 7


def on_weekdays(days):
    """A day at the weekend is kept on the next weekday that is not itself one of the days."""
    kept = [day for day in days if weekday_of(day) < 5]
    for day in days:
        if weekday_of(day) >= 5:
            while weekday_of(day) >= 5 or day in kept:
                day += 1
            kept.append(day)
    return set(kept)


def ordinary_holidays(year):
    sunday = easter(year)
    christmas = datetime.date(year, 12, 25).toordinal()
    return (
        on_weekdays([datetime.date(year, 1, 1).toordinal()])
        | {sunday - 2, sunday + 1}
        | {first_monday(year, 5), last_monday(year, 5), last_monday(year, 8)}
        | on_weekdays([christmas, christmas + 1])
    )


class Holidays:
    """The days, worked out a year at a time and kept."""

    def __init__(self, exceptions):
        self.exceptions = exceptions
        self.years = {}

    def of_year(self, year):
        if year not in self.years:
            days = ordinary_holidays(year)
            for day, instead_of in self.exceptions:
                if datetime.date.fromordinal(day).year == year:
                    days.discard(instead_of)
                    days.add(day)
            self.years[year] = sorted(days)
        return self.years[year]

    def count(self, first, last):
        found = 0
        years = datetime.date.fromordinal(first).year, datetime.date.fromordinal(last).year
        for year in range(years[0], years[1] + 1):
            days = self.of_year(year)
            found += bisect.bisect_right(days, last) - bisect.bisect_left(days, first)
        return found
