"""What results say: costings, checks, chains, comparisons, schedules, rates."""

import json
import pickle
from datetime import date
from decimal import Decimal

import phb
import pytest
from conftest import EXAMPLES

DAY = date(2026, 4, 6)


def test_a_costing(costing):
    assert costing.total == phb.Money(1777456)
    assert (costing.start, costing.end) == (DAY, date(2027, 4, 5))
    assert (costing.rates_edition, costing.policy_edition) == (phb.rates_edition, "")
    assert costing.provisional is False
    assert costing.lines[0].explain() == costing.explain(costing.lines[0])
    assert costing.explain().count("Basic pay") >= 1
    assert costing.to_text().startswith("Personal health budget")
    assert "| --- |" in costing.to_markdown() or "|---" in costing.to_markdown()
    with pytest.raises(phb.PhbLookupError):
        costing.explain("nobody")


def test_the_law_of_another_day():
    budget = phb.Budget.read(EXAMPLES / "budgets" / "across-april-2025.json")
    assert budget.cost().total.pounds == Decimal("19014.42")
    assert budget.cost(law_on=date(2026, 6, 1)).total.pounds == Decimal("19368.37")


def test_law_not_yet_held_can_be_refused():
    budget = phb.Budget.read(EXAMPLES / "budgets" / "partly-provisional.json")
    assert budget.cost().provisional
    with pytest.raises(phb.PhbLookupError):
        budget.cost(refuse_provisional=True)
    with pytest.raises(TypeError, match="refuse_provisional must be True or False"):
        budget.cost(refuse_provisional=1)


def test_a_check(costing):
    report = phb.Budget.read(EXAMPLES / "budgets" / "insufficient.json").cost().check()
    assert report.worst is min(each.severity for each in report if not each.accepted)
    assert report.next.message.startswith("The agreed sum of £20,000.00 is £5,599.20 less")
    assert sum(report.count_of(each) for each in phb.Severity) == len(report)
    assert len(report.select(severity=phb.Severity.GAP)) <= len(report)
    assert report.as_of is not None
    assert report.rates_edition == phb.rates_edition
    assert list(report) == list(report.findings)
    assert "£5,599.20" in report.to_text()
    assert report.to_csv().startswith("rule,")
    with pytest.raises(phb.PhbLookupError):
        report.select("no such section")


def test_a_plan(plan, policy):
    assert (plan.status, plan.cohort, plan.kind) == ("agreed", "adult_chc", "ongoing")
    assert plan.version == 1
    assert plan.nhs_number_masked.startswith("•••")
    assert plan.reference == "ex-101"
    assert len(plan.content_hash) == 64
    assert plan.date_of_birth is not None
    report = plan.check(phb.Rates.builtin(), policy=policy, as_of=date(2026, 5, 1))
    assert report.as_of == date(2026, 5, 1)
    assert report.policy_edition == "north/3"
    assert len(report.sections) == 10
    assert plan.check(superseded=plan).worst is not None
    assert json.loads(plan.budget.to_json())["cohort"] == "adult_chc"


def test_a_chain(plan):
    chain = plan.chain()
    assert chain[0].level == "need"
    assert all(link.parent is None or link.parent < row for row, link in enumerate(chain))
    assert json.loads(chain.to_json())["format"] == "phb-chain/1"
    assert chain.to_text()


def test_next_year_and_what_changes(budget, costing):
    after = budget.next_year().cost()
    assert after.start == date(2027, 4, 6)
    comparison = costing.compare(after)
    changed = [line for line in comparison.lines if line.cause]
    assert changed
    assert all(line.why for line in changed)


def test_a_schedule(schedule, policy):
    assert schedule.next_review_latest == date(2026, 7, 6)
    assert schedule[0].kind == "plan_review"
    assert (schedule.as_of, schedule.rates_edition) == (date(2026, 6, 1), phb.rates_edition)
    calendar = schedule.to_icalendar()
    assert calendar.startswith("BEGIN:VCALENDAR\r\n")
    assert "nhs_direct_payment" not in calendar
    later = phb.Schedule.build(
        as_of=date(2026, 8, 1),
        regimes={phb.Regime.NHS_DIRECT_PAYMENT: DAY, "chc": DAY},
        held=[phb.Held(date(2026, 7, 1), "plan_review", ["chc"], ["needs_met"])],
        happened=[phb.Happened(date(2026, 7, 20), "health_changed")],
        renewals=[phb.Renewal(date(2026, 12, 31), "insurance", "pa-1")],
        notice_weeks=Decimal("4.25"),
        cohort="adult_chc",
        policy=policy,
    )
    assert {"renewal", "plan_review"} & {event.kind for event in later}
    assert later.policy_edition == "north/3"


def test_the_schedule_of_a_plan(plan, policy):
    schedule = plan.schedule()
    assert len(schedule) > 0
    assert pickle.loads(pickle.dumps(schedule)) == schedule
    later = plan.schedule(
        phb.Rates.builtin(),
        as_of=date(2026, 9, 1),
        horizon=date(2026, 12, 31),
        policy=policy,
        happened=[phb.Happened(date(2026, 8, 20), "health_changed")],
        renewals=[phb.Renewal(date(2026, 11, 30), "insurance", "pa-1")],
    )
    assert (later.as_of, later.horizon) == (date(2026, 9, 1), date(2026, 12, 31))
    assert pickle.loads(pickle.dumps(later)) == later
    assert all(event.due is None or event.due <= later.horizon for event in later)


@pytest.mark.parametrize(
    ("said", "error", "message"),
    [
        ({"regimes": {"weekly": DAY}}, ValueError, "regimes must be one of: nhs_direct_payment"),
        (
            {"regimes": {"chc": "2026-04-06"}},
            TypeError,
            r"regimes\['chc'\] must be a datetime.date",
        ),
        ({"as_of": None}, TypeError, "as_of must be a datetime.date"),
        ({"reference": "9434765919"}, ValueError, "reference"),
        ({"notice_weeks": Decimal("1.234")}, ValueError, "notice_weeks must have at most two"),
        ({"notice_weeks": 1.5}, TypeError, "notice_weeks must be"),
        ({"held": [phb.Held(DAY, "chat")]}, ValueError, r"held\[0\].kind must be one of"),
        ({"held": [phb.Held(DAY, regimes="chc")]}, TypeError, r"held\[0\].regimes must be several"),
        ({"happened": [phb.Happened(DAY, "x")]}, ValueError, r"happened\[0\].what"),
        ({"renewals": [phb.Renewal(DAY, "x")]}, ValueError, r"renewals\[0\].what"),
        ({"horizon": date(2020, 1, 1)}, ValueError, "horizon"),
    ],
)
def test_a_schedule_refuses(said, error, message):
    good = {"as_of": date(2026, 6, 1), "regimes": {"chc": DAY}}
    with pytest.raises(error, match=message):
        phb.Schedule.build(**(good | said))


def test_a_calendar_file_needs_a_reference():
    schedule = phb.Schedule.build(as_of=date(2026, 6, 1), regimes={"chc": DAY})
    with pytest.raises(phb.PhbInputError):
        schedule.to_icalendar()


def test_rates():
    rates = phb.Rates.builtin()
    rate = rates.find("employer_ni.rate", on=DAY)
    assert (rate.percent, rate.unit, rate.certainty) == (Decimal("15"), "ppm", "in_force")
    assert rate.since == date(2025, 4, 6)
    assert rate.source
    wage = rates.find("minimum_wage.hourly", on=DAY, age=30)
    assert wage.pounds == Decimal("12.71")
    with pytest.raises(ValueError, match="is not a percentage"):
        _ = wage.percent
    with pytest.raises(ValueError, match="is not money"):
        _ = rate.pounds
    assert rates.first_day == date(2013, 4, 6)
    assert rates.find("employer_ni.rate", on=date(2028, 4, 6), carry=True).certainty == "announced"
    table = rates.table("employer_ni.rate")
    assert [each.since for each in table] == sorted(each.since for each in table)
    days = rates.bank_holidays(date(2026, 12, 1), date(2026, 12, 31))
    assert [each.date.day for each in days] == [25, 28]


def test_a_notebook_shows_what_c_makes(costing, plan, schedule):
    tables = dict.fromkeys((costing, costing.lines, costing.check()), "<table")
    lists = dict.fromkeys((plan.chain(), schedule), "<ul")
    for thing, holds in (tables | lists).items():
        html = thing._repr_html_()
        assert thing.to_html() == html
        page = thing.to_html(page=True)
        assert page.startswith("<!DOCTYPE html>")
        assert holds in page
        assert html.startswith('<section class="phb" lang="en-GB">')
        assert holds in html
    for line in (None, costing.lines[0], costing.lines[0].id):
        assert '<ul class="phb-tree">' in costing.explain_html(line)
