"""A first budget: somebody employed for twenty hours a week, and an insurance."""

from datetime import date

import phb

budget = phb.Budget(start=date(2026, 4, 6), end=date(2027, 4, 5), cohort="adult_chc")
budget.assistant(
    "pa-1",
    hours={"weekday": (20, "13.50"), "weekend": (4, "15.00")},
    pay_frequency="weekly",
    leave="accrual",
    deployment="direct_payment",
)
budget.line("insurance", category="insurance", amount="95", per="year", deployment="direct_payment")

costing = budget.cost()
for line in costing.lines:
    print(f"{line.category:<12} {line.amount!s:>12}")
print(f"{'total':<12} {costing.total!s:>12}")
