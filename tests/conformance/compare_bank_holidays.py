#!/usr/bin/env python3
"""Works the bank holidays of England out a second time: compare_bank_holidays.py ANSWERS_PROGRAM.

Nothing is shared with the library: Easter is found by golden number and full moon, and a day off at
a weekend moves day by day to the next one that is neither at a weekend nor a day off. The
exceptions are those proclaimed since 2011; the years are all up to the end of the calendar.
"""

import datetime
import random
import sys

from asking import ask

YEARS = range(2011, 2200)
DAY = datetime.timedelta(days=1)
SATURDAY = 5

MOVED = {"2012-05-28": "2012-06-04", "2020-05-04": "2020-05-08", "2022-05-30": "2022-06-02"}
EXTRA = ["2011-04-29", "2012-06-05", "2022-06-03", "2022-09-19", "2023-05-08"]


def easter(year):
    """The Sunday after the first full moon of the church on or after 21 March."""
    golden = year % 19 + 1
    century = year // 100 + 1
    epact = (11 * golden + 20 + (8 * century + 5) // 25 - 5 - (3 * century // 4 - 12)) % 30
    epact += epact == 24 or (epact == 25 and golden > 11)
    moon = datetime.date(year, 3, 1) + (44 - epact - 1) * DAY
    moon += 30 * DAY if moon < datetime.date(year, 3, 21) else 0 * DAY
    return moon + (7 - (moon.weekday() + 1) % 7) * DAY


def mondays(year, month):
    day = datetime.date(year, month, 1)
    days = (day + offset * DAY for offset in range(31))
    return [day for day in days if day.month == month and day.weekday() == 0]


def ordinary(year):
    sunday = easter(year)
    days = {sunday - 2 * DAY, sunday + DAY, mondays(year, 5)[0], mondays(year, 5)[-1],
            mondays(year, 8)[-1]}
    fixed = [datetime.date(year, 1, 1), datetime.date(year, 12, 25), datetime.date(year, 12, 26)]
    days |= {day for day in fixed if day.weekday() < SATURDAY}
    for day in (day for day in fixed if day.weekday() >= SATURDAY):
        while day.weekday() >= SATURDAY or day in days:
            day += DAY
        days.add(day)
    return days


def holidays(year):
    days = {MOVED.get(day.isoformat(), day.isoformat()) for day in ordinary(year)}
    return sorted(days | {day for day in EXTRA if day.startswith(str(year))})


def stretches(days):
    """Questions about stretches of any length, and how many days off each holds."""
    dice = random.Random(2011)
    first, last = datetime.date(2011, 1, 1), datetime.date(2199, 12, 31)
    for _ in range(2000):
        start = first + dice.randrange((last - first).days) * DAY
        end = min(last, start + dice.choice([0, 1, 30, 365, 3650, 40000]) * DAY)
        count = sum(start.isoformat() <= day <= end.isoformat() for day in days)
        yield f"count {start} {end}", str(count)


def main():
    cases = [(f"holidays {year}-01-01 {year}-12-31", ",".join(holidays(year))) for year in YEARS]
    every = [day for year in YEARS for day in holidays(year)]
    counts = list(stretches(every))
    answers = ask(sys.argv[1], [question for question, _ in cases + counts])
    wrong = [(question, expected, answer)
             for (question, expected), answer in zip(cases + counts, answers) if expected != answer]
    print("1..3")
    for number, name, word in [(1, "each year has the days worked out here", "holidays"),
                               (2, "2,000 stretches hold as many", "count")]:
        faults = [each for each in wrong if each[0].startswith(word)]
        print(f"{'not ok' if faults else 'ok'} {number} - {name}")
        for question, expected, answer in faults[:5]:
            print(f"# {question}: {answer}, not {expected}")
    # Published: https://www.gov.uk/bank-holidays, 2027, where both days of Christmas move.
    known = ["2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30",
             "2027-12-27", "2027-12-28"]
    print(f"{'ok' if holidays(2027) == known else 'not ok'} 3 - and those of 2027 are the published")
    return 1 if wrong or holidays(2027) != known else 0


if __name__ == "__main__":
    sys.exit(main())
