"""What April 2025 cost: everybody's year by the law of the day before, and by that of the day."""

from datetime import date

import pandas
import phb

people = pandas.DataFrame(
    {
        "employer": [1, 1, 2, 3, 3, 4],
        "pay_frequency": ["weekly", "weekly", "monthly", "four_weekly", "four_weekly", "monthly"],
        "minutes_per_week": [1200, 600, 2220, 900, 1500, 0],
        "rate": [135000, 142500, 128000, 131000, 131000, 130000],
    },
    index=["ann", "bo", "cy", "di", "ed", "flo"],
).astype({"pay_frequency": "category"})
before, after = (
    phb.frame.cost(
        people,
        period_start=date(2025, 4, 6),
        period_end=date(2026, 4, 5),
        rate_penny_hundredths="rate",
        leave_method=phb.LeaveMethod.ACCRUAL,
        claims_allowance=False,
        law_on=day,
    )
    for day in (date(2025, 4, 5), date(2025, 4, 6))
)
print(after[["employer_ni_pence", "total_pence", "status"]])
rise = after["employer_ni_pence"].sum() - before["employer_ni_pence"].sum()
print(f"National Insurance rises by {phb.Money(rise)}")
