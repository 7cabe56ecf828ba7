"""Days, ages and stretches of time. A day is its ordinal, so that stretches are sums of integers."""

import calendar
import datetime
from fractions import Fraction

WEEKS = {"weekly": 1, "fortnightly": 2, "four_weekly": 4}


def day_of(text):
    return datetime.date.fromisoformat(text).toordinal()


def text_of(day):
    return datetime.date.fromordinal(day).isoformat()


def days_in_month(year, month):
    return calendar.monthrange(year, month)[1]


def add_months(day, months):
    """The corresponding day; the month's last where it has none."""
    date = datetime.date.fromordinal(day)
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(date.day, days_in_month(year, month + 1))).toordinal()


def birthday(born, age):
    """An age is attained at the start of the birthday: born on 29 February, 1 March in common years."""
    date = datetime.date.fromordinal(born)
    if date.month == 2 and date.day == 29 and not calendar.isleap(date.year + age):
        return datetime.date(date.year + age, 3, 1).toordinal()
    return date.replace(year=date.year + age).toordinal()


def tax_year_of(day):
    """A tax year is named by the year in which it starts, on 6 April."""
    date = datetime.date.fromordinal(day)
    return date.year - ((date.month, date.day) < (4, 6))


def first_of_tax_year(year):
    return datetime.date(year, 4, 6).toordinal()


def sixths_of_april(first, last):
    """Each 6 April after the first day, up to the last."""
    years = range(tax_year_of(first) + 1, tax_year_of(last) + 1)
    return [first_of_tax_year(year) for year in years]


def nearest(numerator, denominator=1):
    """To the nearest whole, halves up, which is the only rounding of amounts outside NI."""
    return (2 * numerator + denominator) // (2 * denominator)


def times(amount, fraction):
    """A whole amount times a fraction, to the nearest penny."""
    return nearest(amount * fraction.numerator, fraction.denominator)


def share(total, weights):
    """Whole pence in proportion; the pennies left go to the largest remainders, ties to the earlier."""
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda i: -(total * weights[i] % whole))
    for i in order[: total - sum(shares)]:
        shares[i] += 1
    return shares


class Calendar:
    """The weeks, months and years of one budget."""

    def __init__(self, first, last, is_52):
        self.first, self.last, self.is_52 = first, last, is_52
        self.years_from = [first]  # anniversaries are counted from the start, never from each other
        while self.years_from[-1] <= last:
            self.years_from.append(add_months(first, 12 * len(self.years_from)))

    def budget_years(self, first, last):
        """Each budget year that a stretch meets, as (its days in the stretch, days of the whole year)."""
        for begins, following in zip(self.years_from, self.years_from[1:]):
            days = min(last, following - 1) - max(first, begins) + 1
            if days > 0:
                yield days, following - begins

    def days_of_year(self, day):
        return next(self.budget_years(day, day))[1]

    def years(self, first, last):
        return sum((Fraction(days, whole) for days, whole in self.budget_years(first, last)), Fraction(0))

    def weeks(self, first, last):
        return 52 * self.years(first, last) if self.is_52 else Fraction(last - first + 1, 7)

    @staticmethod
    def months(first, last):
        start, end = datetime.date.fromordinal(first), datetime.date.fromordinal(last)
        count = 12 * (end.year - start.year) + end.month - start.month
        # Whole months from the first of one to the first of the other, then the ends put right.
        before = Fraction(start.day - 1, days_in_month(start.year, start.month))
        after = Fraction(end.day, days_in_month(end.year, end.month))
        return count - before + after

    def slips(self, frequency, first, last):
        if frequency == "monthly":
            return self.months(first, last)
        return self.weeks(first, last) / WEEKS[frequency]
