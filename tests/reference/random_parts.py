"""The parts of a random assistant and line: hours, leave, pension, sickness, providers."""

from days import day_of, text_of

FLAT = ["sleep_in", "live_in"]


def rate_of_pay(dice):
    """Mostly pounds and pence, now and then hundredths of a penny, hardly ever nothing."""
    kind = dice.random()
    if kind < 0.15:
        return f"{dice.randint(60000, 300000) / 10000:.4f}"
    if kind < 0.2:
        return dice.choice([12, 13.5, 9.75])
    if kind < 0.22:
        return dice.choice(["0.00", "0.0001", "250.00"])
    return f"{dice.randint(600, 3000) / 100:.2f}"


def rate_of_night(dice):
    return f"{dice.randint(2000, 15000) / 100:.2f}"


def dated(dice, rate, start, end, first):
    """Rates from days of the period; the first from the first day, or from before it."""
    later = {dice.randint(start, end) for _ in range(dice.randint(0, 2))}
    days = [first - dice.choice([0, 0, 1, 100]), *sorted(day for day in later if day > first)]
    return [{"from": text_of(day), "amount": rate(dice)} for day in days]


def hours(dice, start, end, first):
    """An entry of hours of an assistant whose first day is given."""
    is_flat = dice.random() < 0.25
    given = {}
    if dice.random() < 0.7:
        given["band"] = dice.choice(["weekday", "weekend", "night", "Band_1.a"])
    if dice.random() < 0.25:
        given["start"] = text_of(dice.randint(start - 10, end))
    if dice.random() < 0.25:
        after = day_of(given["start"]) if "start" in given else first
        given["end"] = text_of(max(after, dice.randint(start, end)))
    own_first = day_of(given["start"]) if "start" in given else first
    rate = rate_of_night if is_flat else rate_of_pay
    given["rate"] = dated(dice, rate, start, end, own_first) if dice.random() < 0.25 else rate(dice)
    if is_flat:
        given["type"] = dice.choice(FLAT)
        given["nights_per_week"] = dice.choice([1, 2, 3.5, 7, 0.25, 1.75])
        if dice.random() < 0.6:
            given["awake_minutes_per_night"] = dice.choice([15, 30, 60, 95])
            given["awake_rate"] = f"{dice.randint(1100, 1800) / 100:.2f}"
        return given
    if dice.random() < 0.3:
        given["type"] = dice.choice(["active", "waking_night"])
    if dice.random() < 0.4:
        given["minutes_per_week"] = dice.choice([1, 60, 480, 2400, dice.randint(1, 4200)])
    else:
        given["hours_per_week"] = dice.choice([1, 4, 8, 16, 20, 37.5, 45, 7.25, dice.randint(1, 160) / 4])
    return given


def kinds_of(entries):
    """Whether there are hourly entries, and whether flat ones."""
    flat = [entry.get("type") in FLAT for entry in entries]
    return not all(flat), any(flat)


def cover_rates(dice, entries, rate, night_rate):
    is_hourly, is_flat = kinds_of(entries)
    rates = {}
    if is_hourly:
        rates[rate] = f"{dice.randint(1000, 3500) / 100:.2f}"
    if is_flat:
        rates[night_rate] = rate_of_night(dice)
    return rates


def leave(dice, entries):
    method = dice.choice(["accrual", "cover", "cover", "none"])
    if method == "accrual":
        return {"method": method}
    if method == "none":
        return {"method": method, "reason": "family does"}
    given = {"method": method, "by": dice.choice(["agency", "team", "relief"])}
    given |= cover_rates(dice, entries, "rate", "night_rate")
    if dice.random() < 0.4:
        given["weeks"] = dice.choice([4, 5.6, 6, 6.25, 8])
    return given


def bank_holiday(dice):
    return {"minutes": dice.choice([0, 60, 300, 455]), "premium": dice.choice(["6.75", "13.50", "0.01", "7.1250"])}


def pension(dice):
    given = {}
    if dice.random() < 0.7:
        given["membership"] = dice.choice(["auto", "opted_in", "opted_out"])
    if dice.random() < 0.4:
        given["basis"] = dice.choice(["qualifying_earnings", "all_pay"])
    if dice.random() < 0.4:
        given["employer_rate"] = dice.choice(["3%", "5%", "4.25%", "3.3333%", "0%"])
    return given or {"membership": "auto"}


def sickness(dice, entries):
    if dice.random() < 0.15:
        return {"nil_reason": "family does"}
    given = {"weeks": dice.choice([0, 1, 2, 0.5, 1.25, 4])}
    if dice.random() < 0.6:
        given |= cover_rates(dice, entries, "cover_rate", "cover_night_rate")
    return given


def provider(dice, day):
    given = {"name": "Care Ltd", "relationship": "none", "lives_in_household": False}
    given["cqc"] = dice.choice(["registered", "not_required"])
    given["registration"] = "1-123456"
    given["checked_on"] = day
    return given
