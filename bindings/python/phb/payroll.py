"""What an employer pays on one payslip, alone."""

from __future__ import annotations

from datetime import date

from phb import _native
from phb._convert import Pounds, code, days, pence_of
from phb._handle import opened
from phb.choices import PayFrequency
from phb.money import Money
from phb.rates import Rates


def _by(rates: Rates | None) -> _native.Rates | None:
    """The handle without its proxy: what is asked for a million times is not looked up so often."""
    if rates is None:
        return None
    native = opened(rates, Rates, "rates")
    return native and native.this


def employer_ni(
    gross: Pounds | None = None,
    *,
    gross_pence: int | None = None,
    paid_on: date,
    frequency: PayFrequency | str,
    letter: str = "A",
    rates: Rates | None = None,
) -> Money:
    """Employer National Insurance on one payslip, by HMRC's per-period method.

    ``gross`` is the pay of the period in pounds (or ``gross_pence``). The day the pay is paid
    decides the rate. The Employment Allowance is not taken off: it is the employer's.
    """
    return Money._known(
        _native.employer_ni(
            _by(rates),
            days(paid_on, "paid_on"),
            code(frequency, PayFrequency, "frequency"),
            letter,
            pence_of(gross, gross_pence, "gross"),
        )
    )


def employer_pension(
    gross: Pounds | None = None,
    *,
    gross_pence: int | None = None,
    paid_on: date,
    frequency: PayFrequency | str,
    rates: Rates | None = None,
) -> Money:
    """The employer's minimum pension contribution on one payslip of a member.

    ``gross`` is the pay of the period in pounds (or ``gross_pence``).
    """
    return Money._known(
        _native.employer_pension(
            _by(rates),
            days(paid_on, "paid_on"),
            code(frequency, PayFrequency, "frequency"),
            pence_of(gross, gross_pence, "gross"),
        )
    )
