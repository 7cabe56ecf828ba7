#!/usr/bin/env python3
"""The sums of a batch in NumPy, on the columns that bench_batch wrote: batch_peer.py FOLDER

Whole columns of int64 at a time, with the thresholds of 2025-26 and 2026-27 as constants. Rows are
gone through once for each of their segments, the rows that have no more being left out. Prints the
best of some rounds, and in how many amounts the library differs.
"""

import pathlib
import sys
import time

import numpy as np

ROUNDS = 3
APRIL_2026 = 20549
MONTH_PARTS = 377580
NOT_SAID = -(2**31)

# By pay frequency, weekly to monthly.
THRESHOLD = np.array([0, 9600, 19300, 38500, 41700])
UPPER_LIMIT = np.array([0, 96700, 193400, 386700, 418900])
FREEPORT = np.array([0, 48100, 96200, 192400, 208300])
LOWER_LEVEL = np.array([0, 12000, 24000, 48000, 52000])
TRIGGER = np.array([0, 19200, 38400, 76800, 83300])
UPPER_LEVEL = np.array([0, 96700, 193400, 386700, 418900])
WEEKS = np.array([0, 1, 2, 4, 1])
SLIP_PART = np.array([[0, 1], [1, 1], [1, 2], [1, 4], [12, 52]])

RELIEF = np.zeros(128, dtype=np.int64)
for letters, kind in (("HMVZ", 1), ("DEFIKLNS", 2), ("X", 3)):
    for letter in letters:
        RELIEF[ord(letter)] = kind
# Up to here nothing is paid, by relief and frequency.
EDGE = np.stack([np.zeros(5, dtype=np.int64), UPPER_LIMIT, FREEPORT, np.full(5, 2**62)])


def third_decimal(pay, ppm):
    return (pay * ppm + 400_000) // 1_000_000


def half_up(pay, ppm):
    return (pay * ppm + 500_000) // 1_000_000


def come_to(figure, numerator, denominator):
    return (2 * figure * numerator + denominator) // (2 * denominator)


def employer_ni(frequency, relief, gross):
    edge = EDGE[relief, frequency]
    upper = UPPER_LIMIT[frequency]
    below = np.minimum(gross, upper) - np.maximum(THRESHOLD[frequency], edge)
    above = gross - np.maximum(upper, edge)
    return third_decimal(np.maximum(below, 0), 150_000) + third_decimal(np.maximum(above, 0), 150_000)


def pension(frequency, gross):
    pay = np.minimum(gross, UPPER_LEVEL[frequency]) - LOWER_LEVEL[frequency]
    return half_up(np.maximum(pay, 0), 30_000)


# --- The calendar ----------------------------------------------------------------------------------


def months_until():
    """Of each day from 2025 to 2027, MONTH_PARTS a month up to it: a difference of two is a stretch."""
    days = np.arange(np.datetime64("2025-01-01"), np.datetime64("2028-01-01"))
    months = days.astype("M8[M]")
    length = ((months + 1).astype("M8[D]") - months.astype("M8[D]")).astype(np.int64)
    return int(days[0].astype(np.int64)), np.concatenate([[0], np.cumsum(MONTH_PARTS // length)])


FIRST_DAY, MONTHS_UNTIL = months_until()


def birthdays(birth, ages):
    """Columns of days. Behind the end of February comes 1 March by itself."""
    day = birth.astype("M8[D]")
    month = day.astype("M8[M]")
    rest = day - month.astype("M8[D]")
    return [((month + 12 * age).astype("M8[D]") + rest).astype(np.int64) for age in ages]


def state_pension_day(birth):
    reached_66, reached_67 = birthdays(birth, (66, 67))
    reached = np.where(birth < -3557, reached_66, reached_67)
    between = np.flatnonzero((birth >= -3557) & (birth < -3223))
    day = birth[between].astype("M8[D]")
    month = day.astype("M8[M]")
    rest = (day - month.astype("M8[D]")).astype(np.int64)
    later = (month - np.datetime64("1960-04")).astype(np.int64) + (rest >= 5)
    month = month + 792 + later
    length = ((month + 1).astype("M8[D]") - month.astype("M8[D]")).astype(np.int64)
    reached[between] = month.astype("M8[D]").astype(np.int64) + np.minimum(rest, length - 1)
    return reached


# --- Costs -----------------------------------------------------------------------------------------


class People:
    def __init__(self, columns):
        wide = {name: column.astype(np.int64) for name, column in columns.items()}
        self.__dict__.update(wide)
        self.nights = np.where(self.nights == NOT_SAID, 0, self.nights)
        self.rows = len(self.start)


def basic_pay(people):
    week = people.minutes * people.rate * 100 + people.nights * people.night_rate * 60
    monthly = people.frequency == 4
    is_52 = people.weeks_in_year == 2
    numerator = np.where(monthly, np.where(is_52, 52, 365), WEEKS[people.frequency])
    denominator = np.where(monthly, np.where(is_52, 7_200_000, 50_400_000), 600_000)
    return come_to(week, numerator, denominator)


def week_of_cover(people, rate, night_rate):
    return come_to(people.minutes * rate + people.nights * night_rate * 60, 1, 6000)


def cover_of_week(people):
    """Pay, leave, National Insurance and pension of a week of cover; nil without."""
    is_cover = people.leave_method == 2
    is_employed = is_cover & (people.leave_by != 1)
    is_team = people.leave_by == 2
    pay = np.where(is_cover, week_of_cover(people, people.cover_rate, people.cover_night_rate), 0)
    leave = np.where(is_employed, half_up(pay, 120_700), 0)
    whole = np.where(is_employed, pay + leave, 0)
    weekly = np.ones_like(whole)
    ni = np.where(is_team, third_decimal(whole, 150_000), employer_ni(weekly, 0 * weekly, whole))
    relief = np.where(whole > TRIGGER[1], pension(weekly, whole), 0)
    return pay, leave, ni, np.where(is_team, half_up(whole, 30_000), relief)


def slips_of(people, rows, start, end):
    days = end - start
    frequency = people.frequency[rows]
    monthly = frequency == 4
    is_52 = people.weeks_in_year[rows] == 2
    months = MONTHS_UNTIL[end - FIRST_DAY] - MONTHS_UNTIL[start - FIRST_DAY]
    numerator = np.where(monthly, months, np.where(is_52, days * 52, days))
    denominator = np.where(monthly, MONTH_PARTS, np.where(is_52, 365, 7) * WEEKS[frequency])
    return numerator, denominator


def sick_pay(average, start):
    later = np.minimum(half_up(average, 800_000), 12_325)
    return np.where(start >= APRIL_2026, later, np.where(average >= 12_500, 11_875, 0))


def share(allowance, ni, first_rows, employer):
    """Largest remainder, ties to the earlier; negative."""
    total = np.add.reduceat(ni, first_rows)
    met = np.minimum(total, 1_050_000)
    all_of_mine, met_of_mine = total[employer], met[employer]
    whole = np.where(all_of_mine > 0, met_of_mine * ni // np.maximum(all_of_mine, 1), 0)
    left = met - np.add.reduceat(whole, first_rows)
    rows = np.flatnonzero(left[employer] > 0)
    if len(rows):
        remainder = met_of_mine[rows] * ni[rows] % all_of_mine[rows]
        order = np.lexsort((rows, -remainder, employer[rows]))
        rows = rows[order]
        first = np.searchsorted(employer[rows], employer[rows])
        whole[rows] += np.arange(len(rows)) - first < left[employer[rows]]
    allowance -= whole


def cost(people):
    """Basic, leave, National Insurance, pension, cover, sickness, its cover, allowance, total."""
    out = np.zeros((9, people.rows), dtype=np.int64)
    birthday = birthdays(people.birth, (16, 21, 22, 25, 75))
    pension_day = state_pension_day(people.birth)
    after = people.end + 1
    cuts = np.stack([people.start, *birthday, pension_day, np.full(people.rows, APRIL_2026), after])
    cuts = np.sort(np.clip(cuts, people.start, after), axis=0)
    basic = basic_pay(people)
    leave = np.where(people.leave_method == 1, half_up(basic, 120_700), 0)
    gross = basic + leave
    above_trigger = gross > TRIGGER[people.frequency]
    payslip_pension = pension(people.frequency, gross)
    part = SLIP_PART[people.frequency]
    average = come_to(gross, part[:, 0], part[:, 1])
    cover = cover_of_week(people)
    sick_cover = np.maximum(week_of_cover(people, people.sick_rate, people.sick_night_rate) - average, 0)
    enrolled = np.zeros(people.rows, dtype=bool)
    ni_by_year = np.zeros((2, people.rows), dtype=np.int64)
    for j in range(len(cuts) - 1):
        rows = np.flatnonzero(cuts[j] < cuts[j + 1])
        if not len(rows):
            continue
        start, end = cuts[j][rows], cuts[j + 1][rows]
        days = end - start
        slips = slips_of(people, rows, start, end)
        over = pension_day[rows] <= start
        relief = np.where(over | (start >= birthday[1][rows]), 0, np.where(start < birthday[0][rows], 3, 1))
        ni = come_to(employer_ni(people.frequency[rows], relief, gross[rows]), *slips)
        eligible = (start >= birthday[2][rows]) & ~over & above_trigger[rows]
        member = (eligible | enrolled[rows]) & (start < birthday[4][rows])
        enrolled[rows] |= member
        out[0][rows] += come_to(basic[rows], *slips)
        out[1][rows] += come_to(leave[rows], *slips)
        out[3][rows] += np.where(member, come_to(payslip_pension[rows], *slips), 0)
        covered = [come_to(figure[rows], 560 * days, 36_500) for figure in cover]
        ni += covered[2]
        out[3][rows] += covered[3]
        out[4][rows] += covered[0] + covered[1]
        out[2][rows] += ni
        ni_by_year[1][rows] += np.where(start >= APRIL_2026, ni, 0)
        ni_by_year[0][rows] += np.where(start >= APRIL_2026, 0, ni)
        sick_days = people.sick_weeks[rows] * days
        out[5][rows] += come_to(sick_pay(average[rows], start), sick_days, 36_500)
        out[6][rows] += come_to(sick_cover[rows], sick_days, 36_500)
    is_first = np.concatenate([[True], people.employer[1:] != people.employer[:-1]])
    employer = np.cumsum(is_first) - 1
    for ni in ni_by_year:
        share(out[7], ni, np.flatnonzero(is_first), employer)
    out[8] = out[:8].sum(axis=0)
    return out


# --- The whole -------------------------------------------------------------------------------------


def best_of(work):
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time_ns()
        result = work()
        best = min(best, time.process_time_ns() - start)
    return best, result


def main(folder):
    folder = pathlib.Path(folder)

    def read(name, kind):
        return np.fromfile(folder / name, dtype=kind)

    slips = {name: read(name, kind) for name, kind in (("slip_frequency", "u1"), ("letter", "u1"), ("gross", "i8"))}
    kinds = {
        "i4": "start end birth minutes nights sick_weeks",
        "i8": "rate night_rate cover_rate cover_night_rate sick_rate sick_night_rate employer",
        "u1": "weeks_in_year frequency leave_method leave_by",
    }
    columns = {name: read(name, kind) for kind, names in kinds.items() for name in names.split()}
    rows = len(slips["gross"])
    taken, ni = best_of(lambda: employer_ni(slips["slip_frequency"], RELIEF[slips["letter"]], slips["gross"]))
    print(f"numpy_ni_ns {taken / rows:.3f}")
    taken, contribution = best_of(lambda: pension(slips["slip_frequency"], slips["gross"]))
    print(f"numpy_pension_ns {taken / rows:.3f}")
    otherwise = (ni != read("s0", "i8")).sum() + (contribution != read("s1", "i8")).sum()
    taken, amounts = best_of(lambda: cost(People(columns)))
    print(f"numpy_cost_ns {taken / rows:.3f}")
    otherwise += sum((amounts[i] != read(f"c{i}", "i8")).sum() for i in range(len(amounts)))
    print(f"numpy_otherwise {otherwise}")


if __name__ == "__main__":
    main(sys.argv[1])
