"""When a direct payment is paid: by days, in whole pence that add up."""

from days import add_months, nearest

DAYS = {"weekly": 7, "four_weekly": 28}


def begins(budget, index):
    """Monthly dates are counted from the first, never from each other: the 31st comes back."""
    if budget.frequency == "monthly":
        return add_months(budget.first_payment, index)
    return budget.first_payment + DAYS[budget.frequency] * index


def dates_of(budget):
    if budget.first_payment > budget.last:
        raise ValueError("the first payment is after the period")
    if budget.frequency == "once":
        return [budget.first_payment]
    dates = []
    while begins(budget, len(dates)) <= budget.last:
        dates.append(begins(budget, len(dates)))
    stub, interval = budget.last - dates[-1] + 1, begins(budget, len(dates)) - dates[-1]
    if len(dates) > 1 and 2 * stub < interval:
        dates.pop()  # a last stub joins the instalment before
    return dates


def add_recurring(line, ends, amounts):
    """Cumulated by days and rounded, so that the differences add up to the line."""
    days = line.last - line.first + 1
    sign = -1 if line.amount < 0 else 1
    paid = 0
    for index, end in enumerate(ends):
        so_far = max(0, min(end, line.last) - line.first + 1)
        due = nearest(abs(line.amount) * so_far, days)
        amounts[index] += sign * (due - paid)
        paid = due


def instalments_of(budget, lines):
    """(day, amount) of each: the direct payment, less a contingency that is paid only on request."""
    if budget.frequency is None:
        return []
    dates = dates_of(budget)
    ends = [*(date - 1 for date in dates[1:]), budget.last]
    amounts = [0] * len(dates)
    is_on_request = budget.contingency.get("paid") == "on_request"
    for line in lines:
        if line.deployment != "direct_payment" or (line.category == "contingency" and is_on_request):
            continue
        if line.is_one_off:
            amounts[max(0, sum(date <= line.first for date in dates) - 1)] += line.amount
        else:
            add_recurring(line, ends, amounts)
    return list(zip(dates, amounts))
