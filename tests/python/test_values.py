"""What may be said, and what is refused: a Python exception, never a crash or a wrong number."""

import decimal
from datetime import date, datetime
from decimal import Decimal

import numpy
import phb
import pytest
from phb import _native

TEN_THOUSAND_MILLION = 10**12
DAY = date(2026, 4, 6)


def line(budget, **changes):
    said = {"category": "agency", "amount": "1.50", "per": "week", "deployment": "notional"}
    budget.line("x", **(said | changes))


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"amount": 1.5}, TypeError, "amount must be pounds as Decimal or str"),
        ({"amount": 150}, TypeError, "amount must be pounds as Decimal or str"),
        ({"amount": True}, TypeError, "amount must be pounds"),
        ({"amount": float("nan")}, TypeError, "amount must be pounds"),
        ({"amount": Decimal("NaN")}, ValueError, "amount must be a number, not NaN"),
        ({"amount": Decimal("Infinity")}, ValueError, "amount must be a number"),
        ({"amount": Decimal("1.23456")}, ValueError, "/lines/1/amount"),
        ({"amount": Decimal("1E+11")}, ValueError, "/lines/1/amount"),
        ({"amount": "1,50"}, ValueError, "/lines/1/amount"),
        ({"amount": numpy.float64(1.5)}, TypeError, "amount must be pounds"),
        ({"amount": {DAY: 1.5}}, TypeError, r"amount\[2026-04-06\] must be pounds"),
        ({"quantity": 1.5}, TypeError, "quantity must be a whole number or a Decimal"),
        ({"quantity": True}, TypeError, "quantity must be"),
        (
            {"start": datetime(2026, 4, 6)},
            TypeError,
            "start must be a datetime.date without a time",
        ),
        ({"start": "2026-04-06"}, TypeError, "start must be a datetime.date"),
        ({"start": date(1800, 1, 1)}, ValueError, "/lines/1/start"),
        ({"per": "weekly"}, ValueError, "per must be one of: once, week, fortnight"),
        ({"per": 2}, TypeError, "per must be str"),
        ({"funder": "a\0b"}, ValueError, "funder must not hold NUL"),
        ({"nil_reason": "a\0b"}, ValueError, "nil_reason must not hold NUL"),
        ({"nil_reason": "\ud800"}, ValueError, "nil_reason must be Unicode"),
        ({"assistants": "pa-1"}, TypeError, "assistants must be several texts"),
        ({"provider": {"name": "A"}}, TypeError, "provider must be phb.Provider, not dict"),
    ],
)
def test_a_line_refuses(budget, changes, error, message):
    before = budget.to_json()
    with pytest.raises(error, match=message):
        line(budget, **changes)
    assert budget.to_json() == before


@pytest.mark.parametrize("amount", ["1.5", Decimal("1.5"), phb.Money(150), Decimal("15E-1")])
def test_the_same_amount_in_every_form(budget, amount):
    line(budget, amount=amount)
    assert [each.amount.pence for each in budget.cost().lines if each.id == "x"] == [7821]


def test_ten_thousand_million_pounds_and_back():
    most = TEN_THOUSAND_MILLION
    assert _native.pence_scale(most, 1, 1, _native.ROUND_EXACT) == most
    assert _native.pence_scale(-most, 1, 1, _native.ROUND_EXACT) == -most
    assert phb.Money.of("10000000000.00").pence == most
    assert phb.Money(most).pounds == Decimal("10000000000.00")
    assert str(phb.Money(-most)) == "-£10,000,000,000.00"
    budget = phb.Budget(start=DAY, end=DAY)
    budget.line("x", category="other", amount=phb.Money(most), per="once", deployment="notional")
    costing = budget.cost()
    assert costing.total.pence == most
    assert costing.lines.column("amount").tolist() == [most]


def test_a_penny_more_is_refused():
    with pytest.raises(phb.PhbValueError):
        _native.pence_scale(TEN_THOUSAND_MILLION + 1, 1, 1, _native.ROUND_EXACT)
    with pytest.raises(phb.PhbValueError):
        phb.Money.of("10000000000.01")


def test_pounds_are_exact_in_any_decimal_context():
    with decimal.localcontext(prec=3):
        assert phb.Money(123456789).pounds.as_tuple() == Decimal("1234567.89").as_tuple()
        assert phb.Money.of(Decimal("1234567.89")).pence == 123456789


@pytest.mark.parametrize("value", [1.0, True, "1", None, Decimal(1), float("nan")])
def test_pence_are_whole_numbers(value):
    with pytest.raises(TypeError, match="pence must be a whole number"):
        phb.Money(value)


def test_pounds_are_not_numbers_in_binary():
    with pytest.raises(TypeError, match="pounds must be Decimal or str, not float"):
        phb.Money.of(1.5)
    with pytest.raises(phb.PhbValueError):
        phb.Money.of(Decimal("NaN"))


def test_integers_of_others_are_integers():
    assert phb.Money(numpy.int64(5)) == phb.Money(5)
    ask = {"paid_on": DAY, "frequency": "weekly"}
    assert phb.employer_ni(gross_pence=numpy.int32(27000), **ask).pence == 2610


@pytest.mark.parametrize(
    ("said", "error", "message"),
    [
        ({"gross_pence": 27000.0}, TypeError, "gross must be a whole number, not float"),
        ({"gross_pence": True}, TypeError, "gross must be a whole number, not bool"),
        ({"gross_pence": 2**70}, OverflowError, "gross must be"),
        ({"gross_pence": -1}, ValueError, "gross"),
        ({"gross": 270}, TypeError, "gross must be pounds"),
        ({"gross": "270", "gross_pence": 27000}, TypeError, "say either gross"),
        ({}, TypeError, "say either gross"),
        ({"gross": "270", "letter": ""}, ValueError, "letter"),
        ({"gross": "270", "letter": "AA"}, ValueError, "letter"),
        ({"gross": "270", "letter": "A\0"}, ValueError, "NUL"),
        ({"gross": "270", "letter": "\udc80"}, ValueError, "surrogate"),
        ({"gross": "270", "frequency": "daily"}, ValueError, "frequency must be one of"),
        ({"gross": "270", "paid_on": datetime(2026, 4, 6)}, TypeError, "paid_on must be"),
        ({"gross": "270", "paid_on": date(1999, 1, 1)}, LookupError, "law"),
        ({"gross": "270", "rates": "2026.1"}, TypeError, "rates must be phb.Rates, not str"),
    ],
)
def test_one_payslip_refuses(said, error, message):
    ask = {"paid_on": DAY, "frequency": "weekly"} | said
    with pytest.raises(error, match=message):
        phb.employer_ni(**ask)


def test_one_payslip():
    """As HMRC's method has it: (270.00 - 96.00) x 15%, and (270.00 - 120.00) x 3%."""
    ask = {"paid_on": DAY, "frequency": phb.PayFrequency.WEEKLY}
    assert phb.employer_ni("270.00", **ask) == phb.Money(2610)
    assert phb.employer_pension(Decimal("270.00"), **ask) == phb.Money(450)
    assert phb.employer_ni(phb.Money(27000), rates=phb.Rates.builtin(), **ask) == phb.Money(2610)


@pytest.mark.parametrize(
    ("document", "name"),
    [
        (b"\xff\xfe", "JSON_SYNTAX"),
        (b'{"format": "\xff"}', "UTF8"),
        ('{"format": "\ud800"}', "UTF8"),
        ('{"format": "\\ud800"}', "JSON_SYNTAX"),
        ("{}\0", "JSON_SYNTAX"),
        ("", "JSON_SYNTAX"),
        ("[" * 100, "LIMIT"),
        ('{"format": NaN}', "JSON_SYNTAX"),
    ],
)
def test_a_document_refuses(document, name):
    for kind in (phb.Budget, phb.Plan, phb.Policy):
        with pytest.raises(phb.PhbError) as caught:
            kind.from_json(document)
        assert caught.value.name == name


@pytest.mark.parametrize("document", [None, 1, bytearray(b"{}"), {"format": "phb-budget/1"}])
def test_a_document_is_text(document):
    with pytest.raises(TypeError, match="a document must be str or bytes, not"):
        phb.Budget.from_json(document)


def test_a_choice_equals_its_word():
    assert phb.PayFrequency.WEEKLY == "weekly"
    assert phb.Severity.BREACH < phb.Severity.NOTE
    assert str(phb.Severity.GAP) == "gap"
