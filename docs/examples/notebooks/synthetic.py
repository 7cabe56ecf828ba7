"""An integrated care board that does not exist: people, budgets and duties made by dice.

The same seed makes the same rows, so that what a notebook prints can be checked. No row is anybody.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from random import Random

import pandas

PEOPLE = 6_000
_SEED = 2026
_RATES = range(128_000, 165_000, 500)  # hundredths of a penny an hour: £12.80 to £16.45
_HOURS = (6, 10, 16, 21, 30, 37)
_FREQUENCIES = ("weekly", "four_weekly", "monthly")


def assistants(people: int = PEOPLE) -> pandas.DataFrame:
    """A row for each personal assistant, those of one employer side by side: one to three each."""
    dice = Random(_SEED)
    rows = [
        {
            "employer": employer,
            "pay_frequency": frequency,
            "minutes_per_week": 60 * dice.choice(_HOURS),
            "rate_penny_hundredths": dice.choice(_RATES),
            "date_of_birth": date(1965, 1, 1) + timedelta(days=dice.randrange(14_000)),
        }
        for employer in range(1, people + 1)
        for frequency in [dice.choice(_FREQUENCIES)]
        for _ in range(dice.choice((1, 1, 2, 3)))
    ]
    made = pandas.DataFrame(rows)
    made["pay_frequency"] = made["pay_frequency"].astype("category")
    made["date_of_birth"] = pandas.to_datetime(made["date_of_birth"])
    return made


def budgets(people: int = 400) -> pandas.DataFrame:
    """A budget for each person, as a document, and what was agreed for it; many are too small."""
    dice = Random(_SEED)
    return pandas.DataFrame({"budget": [_budget(dice) for _ in range(people)]})


def _budget(dice: Random) -> str:
    hours = dice.choice(_HOURS)
    pounds = dice.randrange(1280, 1645)
    agreed = hours * pounds * 52 * dice.randrange(108, 135) // 10_000
    return json.dumps(
        {
            "format": "phb-budget/1",
            "cohort": "adult_chc",
            "period": {"start": "2026-04-06", "end": "2027-04-05"},
            "assistants": [
                {
                    "id": "pa-1",
                    "pay_frequency": dice.choice(_FREQUENCIES),
                    "hours": [
                        {
                            "band": "weekday",
                            "hours_per_week": hours,
                            "rate": f"{pounds // 100}.{pounds % 100:02}",
                        }
                    ],
                    "leave": {"method": "accrual"},
                    "pension": {"membership": "auto"},
                    "deployment": "direct_payment",
                }
            ],
            "lines": [
                {
                    "id": "insurance",
                    "category": "insurance",
                    "amount": "95.00",
                    "per": "year",
                    "deployment": "direct_payment",
                }
            ],
            "agreed": f"{agreed}.00",
        }
    )


def duties(people: int = PEOPLE) -> pandas.DataFrame:
    """A row for each person: since when there is a direct payment, and the last review if any."""
    dice = Random(_SEED)
    anchors = [date(2025, 6, 1) + timedelta(days=dice.randrange(500)) for _ in range(people)]
    held = [
        anchor + timedelta(days=dice.randrange(60, 100)) if dice.random() < 0.7 else None
        for anchor in anchors
    ]
    made = pandas.DataFrame({"anchor": anchors, "held_on": held})
    return made.apply(pandas.to_datetime)
