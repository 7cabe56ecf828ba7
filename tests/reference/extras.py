"""What comes on top of an assistant's ordinary pay: bank holidays, cover of leave, sickness."""

from fractions import Fraction

from days import WEEKS, nearest, times
from law import of_rate, third_decimal


def bank_holiday_figures(employment, slip, law_day):
    """Of one bank holiday: the premium, and what the payslip that holds it costs more."""
    law, assistant = employment.law, employment.assistant
    minutes, premium = assistant.bank_holiday
    extra = nearest(minutes * premium, 60 * 100)
    if assistant.leave_method == "accrual":
        extra += of_rate(extra, law.on("leave.accrual_rate", law_day))
    gross = slip.gross + extra
    yield "bank_holiday", extra
    yield "employer_ni", law.employer_ni(law_day, assistant.frequency, slip.letter, gross) - slip.employer_ni
    if slip.is_member:
        yield "pension", employment.pension(gross, law_day) - slip.pension


# ---- leave that somebody else covers ----


def weekly_pay(week, cover):
    """What cover costs a week: minutes by the hour, nights by the night."""
    by_hour = 100 * week.minutes * cover.rate
    by_night = 60 * week.nights * cover.night_rate
    return nearest(by_hour + by_night, 60 * 10_000)


def leave_weeks(law, assistant, law_day):
    """5.6 weeks, at most 28 days: who works six days a week has fewer weeks, not fewer days."""
    most = Fraction(100 * law.on("leave.days_most", law_day), assistant.days_per_week)
    weeks = min(Fraction(law.on("leave.weeks", law_day), 100), most)
    given = assistant.leave_weeks
    return weeks if given is None else max(weeks, Fraction(given, 100))


def cover_figures(law, assistant, week, law_day):
    """What a week of cover costs, as (category, figure), and how many weeks a year there are."""
    pay = weekly_pay(week, assistant.cover)
    weeks = leave_weeks(law, assistant, law_day)
    if assistant.cover_by == "agency":
        return [("cover", pay)], weeks
    leave = of_rate(pay, law.on("leave.accrual_rate", law_day))
    wage = pay + leave
    rate = law.on("pension.employer_rate", law_day)
    figures = [("cover", pay), ("cover", leave)]
    if assistant.cover_by == "team":
        # Others in the team work more: their thresholds are used up by their own pay.
        employer_ni = third_decimal(wage * law.on("employer_ni.rate", law_day))
        pension = of_rate(wage, rate)
    else:
        employer_ni = law.employer_ni(law_day, "weekly", "A", wage)
        lower, trigger, upper = law.pension_levels("weekly", law_day)
        pension = of_rate(min(wage, upper) - lower, rate) if wage > trigger else 0
    figures.append(("employer_ni", employer_ni))
    if pension:
        figures.append(("pension", pension))
    return figures, weeks


# ---- sickness ----


def average_week(slip):
    weeks = WEEKS.get(slip.frequency)
    return nearest(slip.gross, weeks) if weeks else nearest(slip.gross * 12, 52)


def statutory_sick_pay(law, average, law_day):
    """A week of it: by share of earnings from 2026, before that for who earns the limit."""
    flat = law.on("ssp.weekly_rate", law_day)
    rate = law.on("ssp.earnings_rate", law_day)
    if rate is not None:
        return min(flat, of_rate(average, rate))
    return flat if average >= law.on("lower_earnings_limit.weekly", law_day) else 0


def sickness_amounts(law, assistant, slip, week, law_day, years):
    if assistant.sick_weeks is None:
        return
    average = average_week(slip)
    weeks = Fraction(assistant.sick_weeks, 100) * years
    yield "sickness", times(statutory_sick_pay(law, average, law_day), weeks)
    if assistant.sick_cover is not None:
        # The pay of the week that is not worked goes towards who works it.
        dearer = max(0, weekly_pay(week, assistant.sick_cover) - average)
        yield "sickness_cover", times(dearer, weeks)
