"""Equality, hashes, copies and pickles by document; builders; what a repr says."""

import copy
import json
import pickle
import re
from dataclasses import fields
from datetime import date
from decimal import Decimal

import phb
import pytest
from conftest import EXAMPLES, ROOT
from phb import _budget_parts, _native

SCHEMA = json.loads((ROOT / "docs/schema/phb-budget-1.json").read_text(encoding="utf-8"))
OTHERS = ["costing", "plan", "policy", "schedule"]


def overlay():
    return json.dumps(
        {
            "format": 1,
            "family": "north",
            "version": "3",
            "sources": {
                "s": {"title": "t", "citation": "c", "read_in": "r", "checked_against": []}
            },
            "parameters": [
                {
                    "key": "north.rate",
                    "label": "l",
                    "unit": "pence",
                    "axis": "date",
                    "values": [{"from": "2026-04-06", "value": 1, "source": "s"}],
                }
            ],
        }
    )


@pytest.mark.parametrize("name", ["budget", *OTHERS])
def test_a_copy_and_a_pickle_are_equal(name, request):
    thing = request.getfixturevalue(name)
    for again in (copy.copy(thing), copy.deepcopy(thing), pickle.loads(pickle.dumps(thing))):
        assert again is not thing
        assert again == thing
        assert again.to_json() == thing.to_json()


@pytest.mark.parametrize("name", OTHERS)
def test_equal_things_have_equal_hashes(name, request):
    thing = request.getfixturevalue(name)
    assert hash(copy.copy(thing)) == hash(thing)
    assert thing != thing.to_json()
    assert len({thing, copy.copy(thing)}) == 1


def test_a_budget_can_change_and_has_no_hash(budget):
    with pytest.raises(TypeError, match="unhashable"):
        hash(budget)


def test_parts_of_results_are_pickled(costing, plan):
    report, chain = plan.check(), plan.chain()
    for thing in (
        costing.lines,
        costing.lines[0],
        costing.totals,
        report,
        report[0],
        chain,
        chain[0],
    ):
        assert pickle.loads(pickle.dumps(thing)) == thing
    assert pickle.loads(pickle.dumps(costing.lines[0])).explain() == costing.lines[0].explain()
    comparison = costing.compare(costing)
    assert pickle.loads(pickle.dumps(comparison)) == comparison
    selected = report.select("budget")
    assert pickle.loads(pickle.dumps(selected)) == selected
    assert pickle.loads(pickle.dumps(phb.rules())) == phb.rules()


def test_a_pickled_costing_remembers_how_it_was_costed(budget, policy):
    costing = budget.cost(policy=policy, law_on=date(2025, 6, 1), trace=phb.Trace.NONE)
    again = pickle.loads(pickle.dumps(costing))
    assert again == costing
    assert (again.policy_edition, len(again.steps)) == ("north/3", 0)


def test_a_costing_by_other_law_is_not_unpickled(costing, monkeypatch):
    from phb import costing as module

    function, arguments = costing.__reduce__()
    with pytest.raises(ValueError, match=r"costed with rates 1999\.1"):
        function(*arguments[:-1], "1999.1")
    assert function is module._again


def test_rates_are_pickled_with_their_overlays():
    rates = phb.Rates.builtin()
    assert pickle.loads(pickle.dumps(rates)) == rates
    local = rates.with_overlay(overlay())
    again = pickle.loads(pickle.dumps(local))
    assert again == local != rates
    assert again.edition == f"{rates.edition}+north/3"
    assert again.find("north.rate", on=date(2026, 5, 1)).value == 1


@pytest.mark.parametrize(
    "path", sorted((EXAMPLES / "budgets").glob("*.json")), ids=lambda p: p.stem
)
def test_a_budget_read_and_changed_keeps_what_it_said(path):
    """What goes through Python's numbers comes back the same."""
    budget = phb.Budget.read(path)
    before = json.loads(budget.to_json(), parse_float=Decimal)
    budget.line("zz", category="other", amount="1.2345", per="week", deployment="notional")
    after = json.loads(budget.to_json(), parse_float=Decimal)
    assert after["lines"].pop()["amount"] == "1.2345"
    if not after["lines"]:
        del after["lines"]
    assert after == before


def test_keywords_build_what_the_document_says():
    """The example of three assistants, member by member."""
    budget = phb.Budget(
        start=date(2026, 4, 6),
        end=date(2027, 4, 5),
        cohort=phb.Cohort.EDUCATION_HEALTH_CARE,
        kind="ongoing",
        employer=phb.Employer(
            kind="representative", employment_allowance=phb.Allowance(claim=True)
        ),
        contingency=phb.Contingency(weeks=1, held="outside"),
        payments=phb.Payments(frequency="monthly", first_payment=date(2026, 4, 6), notice_weeks=4),
        agreed="19758.70",
        agreed_on=date(2026, 3, 23),
    )
    budget.funder("education", kind="education", amount=phb.Money(250000))
    budget.funder("nhs", kind="nhs", share=Decimal("65"))
    budget.funder("social-care", kind="social_care", share="35%")
    budget.assistant(
        "pa-1",
        date_of_birth=date(1995, 8, 8),
        pay_frequency="monthly",
        hours=[phb.Hours(band="weekday", hours_per_week=18, rate=Decimal("13.75"))],
        leave=phb.Leave(method="cover", by="agency", rate="24.50"),
        pension="auto",
        sickness=phb.Sickness(nil_reason="the family gives the care"),
        deployment="direct_payment",
    )
    add = budget.line
    direct, notional = "direct_payment", "notional"
    add("physio", category="therapy", amount="58.00", unit="visit", per="fortnight",
        deployment=notional, funder="nhs")  # fmt: skip
    add("speech-aid", category="equipment", amount="1450.00", per="once", deployment=notional,
        funder="education")  # fmt: skip
    add("club", category="activity", amount="18.50", per="week", deployment=direct,
        funder="social-care")  # fmt: skip
    add("insurance", category="insurance", amount="89.00", per="year", deployment=direct)
    add("payroll", category="payroll", amount="14.00", per="month", deployment=direct)
    add("training", category="training", amount="0.00", per="year", deployment=direct,
        nil_reason="the school nurse gives it")  # fmt: skip
    assert budget == phb.Budget.read(EXAMPLES / "budgets" / "joint-education.json")


def test_what_is_wrong_by_itself_is_refused_at_once(budget):
    before = budget.to_json()
    with pytest.raises(phb.PhbInputError, match=r"^/lines/1/id: "):
        budget.line("ins", category="other", amount="1", per="week", deployment="notional")
    assert budget.to_json() == before


def test_what_may_be_mended_is_refused_when_it_is_used(budget):
    add = {"category": "other", "amount": "1", "per": "week", "deployment": "notional"}
    budget.line("x", funder="nhs", **add)
    with pytest.raises(phb.PhbLookupError, match=r"^/lines/1/funder: "):
        budget.cost()
    budget.funder("nhs", kind="nhs")
    assert budget.cost().total.pence > 0


PARTS = {
    "period": _budget_parts.PeriodPart,
    "assistant": _budget_parts.AssistantPart,
    "line": _budget_parts.LinePart,
    "funder": _budget_parts.FunderPart,
    "entry_of_hours": phb.Hours,
    "leave": phb.Leave,
    "pension": phb.Pension,
    "sickness": phb.Sickness,
    "bank_holiday": phb.HolidayWork,
    "employer": phb.Employer,
    "employment_allowance": phb.Allowance,
    "used_allowance": phb.UsedAllowance,
    "contingency": phb.Contingency,
    "payments": phb.Payments,
    "management": phb.Management,
    "third_party": phb.ThirdParty,
    "provider": phb.Provider,
    "wheelchair": phb.Wheelchair,
}


@pytest.mark.parametrize("name", [name for name in SCHEMA["$defs"] if name != "dated_amount"])
def test_a_part_has_the_members_of_the_document(name):
    members = set(SCHEMA["$defs"][name]["properties"])
    assert {each.name for each in fields(PARTS[name])} == members


def test_a_budget_has_the_members_of_the_document():
    members = set(SCHEMA["properties"]) - {"format", "period", "assistants", "lines", "funders"}
    assert {each.name for each in fields(_budget_parts.BudgetPart)} == members


def test_choices_are_those_of_the_library():
    """Each word's number is the constant of its name in the headers."""
    prefixes = {
        "PlanStatus": "PLAN", "WeeksInYear": "WEEKS", "PayFrequency": "PAY", "LeaveMethod": "LEAVE",
        "PensionMembership": "PENSION", "PensionBasis": "PENSION", "HoursType": "HOURS",
        "EmployerKind": "EMPLOYER", "ContingencyHeld": "CONTINGENCY",
        "ContingencyPaid": "CONTINGENCY", "PaymentFrequency": "PAYMENT", "FunderKind": "FUNDER",
        "WheelchairOption": "WHEELCHAIR", "ReviewKind": "REVIEW", "Renewable": "RENEWAL",
    }  # fmt: skip
    from phb import choices

    kinds = [*choices.Choice.__subclasses__(), phb.Severity, phb.Trace]
    for kind in kinds:
        snake = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).upper()
        prefix = prefixes.get(kind.__name__, snake)
        if kind.__name__ == "Checked":  # bits, which the headers name one by one
            continue
        for member in kind:
            name = "52" if member.name == "FIFTY_TWO" else member.name
            code = member.code if isinstance(member, choices.Choice) else int(member)
            assert getattr(_native, f"{prefix}_{name}") == code, member
    assert len(kinds) > 25


def words_in(value):
    if isinstance(value, dict):
        if "enum" in value:
            yield frozenset(word for word in value["enum"] if word)
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from words_in(each)


def test_words_are_those_of_the_schema():
    from phb import choices

    held = {frozenset(map(str, kind)) for kind in choices.Choice.__subclasses__()}
    held.add(frozenset(map(str, phb.PayFrequency)) - {"annual"})
    letters = [each for each in words_in(SCHEMA) if "A" in each]
    assert len(letters) == 1
    assert set(words_in(SCHEMA)) - held - set(letters) == set()


def test_reprs_can_be_read_aloud(budget, costing, plan, policy, schedule):
    period = "from 2026-04-06 to 2027-04-05"
    edition = phb.rates_edition
    assert repr(budget) == f"<Budget {period}: 1 assistant, 1 line>"
    assert repr(costing) == f"<Costing £17,774.56 {period}, rates {edition}>"
    assert repr(costing.total) == "Money(£17,774.56)"
    assert repr(costing.lines[-1]) == (
        "<Line: id ins, of ins, category insurance, start 2026-04-06, end 2027-04-05,"
        " amount £95.00, deployment direct_payment, step 41>"
    )
    assert repr(costing.lines).startswith("<Table of Line: 5 rows; id, of, category, ")
    assert repr(costing.check()) == "<Report: 4 warnings, 5 notes>"
    assert repr(plan) == "<Plan version 1, agreed>"
    assert repr(policy) == "<Policy north/3>"
    assert repr(schedule).startswith("<Schedule as of 2026-06-01: ")
    assert repr(costing.compare(costing)) == "<Comparison: 0 lines differ of 5>"
    assert repr(phb.Rates.builtin()).startswith(f"<Rates {edition}: law from 2013-04-06 to ")


def test_reprs_say_nothing_of_what_people_said(plan):
    link = plan.chain()[0]
    assert link.words
    assert link.words not in repr(link)
