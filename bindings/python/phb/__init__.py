"""libphb for Python: what NHS personal health budgets cost, to the penny, and why.

    >>> from datetime import date
    >>> import phb
    >>> budget = phb.Budget(start=date(2026, 4, 6), end=date(2027, 4, 5), cohort="adult_chc")
    >>> budget.assistant("pa-1", hours={"weekday": (20, "13.50")}, pay_frequency="weekly",
    ...                  leave="accrual", deployment="direct_payment")
    >>> costing = budget.cost()
    >>> print(costing.total)

Amounts are ``Money``: ``.pounds`` is a ``Decimal``, ``.pence`` an ``int``. Days are
``datetime.date``. A ``float`` or a ``datetime`` is refused wherever one of them is wanted.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from phb import _native
from phb import errors as errors  # first of all: it tells the library what to raise
from phb.budget import Budget
from phb.chain import Chain
from phb.choices import (
    Account,
    Category,
    Certainty,
    Checked,
    Cohort,
    ContingencyHeld,
    ContingencyPaid,
    CoverBy,
    Cqc,
    Deployment,
    EmployerKind,
    FunderKind,
    Happening,
    HoursType,
    Kind,
    LeaveMethod,
    LineUnit,
    PayFrequency,
    PaymentFrequency,
    PensionBasis,
    PensionMembership,
    Per,
    PlanStatus,
    Regime,
    Relationship,
    Renewable,
    ReviewKind,
    Severity,
    Trace,
    WeeksInYear,
    WheelchairOption,
)
from phb.comparison import Comparison
from phb.costing import Costing
from phb.errors import (
    PhbArgumentError,
    PhbDocumentError,
    PhbError,
    PhbInputError,
    PhbInternalError,
    PhbLookupError,
    PhbMemoryError,
    PhbValueError,
)
from phb.money import Money
from phb.payroll import employer_ni, employer_pension
from phb.plan import Plan
from phb.policy import Policy
from phb.rates import Rates
from phb.report import Report, rules
from phb.schedule import Happened, Held, Renewal, Schedule
from phb.table import Table

if TYPE_CHECKING:
    from phb import frame as frame
    from phb import plot as plot
    from phb import spark as spark
    from phb.parts import (
        Allowance,
        Contingency,
        Employer,
        HolidayWork,
        Hours,
        Leave,
        Management,
        Payments,
        Pension,
        Provider,
        Sickness,
        ThirdParty,
        UsedAllowance,
        Wheelchair,
    )

#: The version of the library, such as "0.1.0".
__version__: str = _native.version()

#: The edition of the rates it holds, such as "2026.1".
rates_edition: str = Rates.builtin().edition

__all__ = [
    "Account",
    "Allowance",
    "Budget",
    "Category",
    "Certainty",
    "Chain",
    "Checked",
    "Cohort",
    "Comparison",
    "Contingency",
    "ContingencyHeld",
    "ContingencyPaid",
    "Costing",
    "CoverBy",
    "Cqc",
    "Deployment",
    "Employer",
    "EmployerKind",
    "FunderKind",
    "Happened",
    "Happening",
    "Held",
    "HolidayWork",
    "Hours",
    "HoursType",
    "Kind",
    "Leave",
    "LeaveMethod",
    "LineUnit",
    "Management",
    "Money",
    "PayFrequency",
    "PaymentFrequency",
    "Payments",
    "Pension",
    "PensionBasis",
    "PensionMembership",
    "Per",
    "PhbArgumentError",
    "PhbDocumentError",
    "PhbError",
    "PhbInputError",
    "PhbInternalError",
    "PhbLookupError",
    "PhbMemoryError",
    "PhbValueError",
    "Plan",
    "PlanStatus",
    "Policy",
    "Provider",
    "Rates",
    "Regime",
    "Relationship",
    "Renewable",
    "Renewal",
    "Report",
    "ReviewKind",
    "Schedule",
    "Severity",
    "Sickness",
    "Table",
    "ThirdParty",
    "Trace",
    "UsedAllowance",
    "WeeksInYear",
    "Wheelchair",
    "WheelchairOption",
    "__version__",
    "employer_ni",
    "employer_pension",
    "errors",
    "rates_edition",
    "rules",
]


def __getattr__(name: str) -> object:
    """The parts of a budget, whole frames and pictures: who wants none does not wait for them."""
    if name in ("frame", "plot", "spark"):
        return importlib.import_module(f"phb.{name}")
    if name in __all__:
        from phb import parts

        return getattr(parts, name)
    raise AttributeError(f"module 'phb' has no attribute {name!r}")
