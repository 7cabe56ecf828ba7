"""Plain lines: a price, times a quantity, times how often it is due."""

from fractions import Fraction

from assistant import Line
from days import nearest, text_of

ONE_OFF = ("once", "assistant")
WEEKS_EACH = {"week": 1, "fortnight": 2, "four_weeks": 4}
MONTHS_EACH = {"month": 1, "quarter": 3}


def employed_in(assistants, first, last):
    """(assistant, first day, last day) of those employed on any day of a stretch."""
    for assistant in assistants:
        begins, ends = max(first, assistant.first), min(last, assistant.last)
        if begins <= ends:
            yield assistant, begins, ends


def occurrences(calendar, per, assistants, first, last):
    if per == "once":
        return 1
    if per in WEEKS_EACH:
        return calendar.weeks(first, last) / WEEKS_EACH[per]
    if per in MONTHS_EACH:
        return calendar.months(first, last) / MONTHS_EACH[per]
    if per == "year":
        return calendar.years(first, last)
    employed = list(employed_in(assistants, first, last))
    if per == "assistant":
        return len(employed)
    if per == "assistant_year":
        return sum((calendar.years(begins, ends) for _, begins, ends in employed), Fraction(0))
    return sum((calendar.slips(who.frequency, begins, ends) for who, begins, ends in employed), Fraction(0))


def stretches_of(line):
    """A line is cut at its dated amounts and nowhere else: it is rounded once."""
    starts = [line.first, *(day for day in line.amount.changes() if line.first < day <= line.last)]
    return zip(starts, [*(start - 1 for start in starts[1:]), line.last])


def cost_line(calendar, line, assistants):
    """The lines of the costing that one line of the budget becomes; none outside the period."""
    if line.first > line.last:
        return
    named = [one for one in assistants if not line.assistants or one.id in line.assistants]
    for first, last in stretches_of(line):
        count = occurrences(calendar, line.per, named, first, last)
        exact = Fraction(line.amount.on(first), 100) * line.quantity * count
        name = f"{line.id}/{line.category}/{text_of(first)}" if line.amount.is_dated else line.id
        head = name, line.id, line.category, first, last, nearest(exact.numerator, exact.denominator)
        yield Line(*head, line.per in ONE_OFF, line.deployment, False, line.funder)
