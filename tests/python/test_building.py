"""Budgets under construction: what is added is checked by itself, and at once."""

import json
import re
from datetime import date
from decimal import Decimal

import phb
import pytest
from conftest import ROOT
from phb import _members, _native
from phb._draft import Draft

CORPUS = json.loads((ROOT / "tests/documents/corpus.json").read_text(encoding="utf-8"))["cases"]
IN_AN_ITEM = re.compile(r"/(?P<key>assistants|lines|funders)/(?P<index>\d+)(?P<inside>/.*)?")
WEEKLY = {"category": "other", "amount": "1", "per": "week", "deployment": "notional"}
EACH_PAYSLIP = WEEKLY | {"per": "payslip"}
EMPLOYED = {
    "hours": {"weekday": (20, "13.50")},
    "pay_frequency": "weekly",
    "leave": "accrual",
    "deployment": "notional",
}


@pytest.fixture
def empty():
    return phb.Budget(start=date(2026, 4, 6), end=date(2027, 4, 5))


def spoilt_items():
    """Cases of the corpus in which one item of a list is wrong, as far as arguments can say it: an
    item is an object with an id, and no member of it is given twice."""
    for case in CORPUS:
        place = IN_AN_ITEM.fullmatch(case["pointer"])
        if not place:
            continue
        document = json.loads(case["text"].replace("⟦", ""), parse_float=Decimal)
        item = document[place["key"]].pop(int(place["index"]))
        if isinstance(item, dict) and "id" in item and "given twice" not in case["message"]:
            yield pytest.param(document, place, item, case, id=case["about"])


@pytest.mark.parametrize(("document", "place", "item", "case"), list(spoilt_items()))
def test_an_item_alone_is_refused_as_the_whole_would_be(document, place, item, case):
    draft = Draft(document)
    if case["status"] == "NOT_FOUND":  # which may be mended
        draft.add(place["key"], item)
        with pytest.raises(phb.PhbLookupError) as caught:
            draft.read()
    else:
        before = _members.write(document)
        with pytest.raises(phb.PhbError) as caught:
            draft.add(place["key"], item)
        assert _members.write(draft.members) == before
    error = caught.value
    assert (error.name, error.path) == (case["status"], case["pointer"])
    assert (error.message, error.position) == (case["message"], None)


def test_most_of_the_corpus_is_tried():
    assert len(list(spoilt_items())) > 120


@pytest.mark.parametrize("path", sorted((ROOT / "docs/examples/budgets").glob("*.json")))
def test_a_budget_built_item_by_item_is_the_one_that_is_read(path):
    document = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    lists = {key: document.pop(key, []) for key in ("lines", "assistants", "funders")}
    draft = Draft(document)
    for key, items in lists.items():
        for item in items:
            draft.add(key, item)
    assert draft.read().json() == phb.Budget.read(path).to_json()


@pytest.fixture
def documents_read(monkeypatch):
    """The size of each budget that the library reads from now on."""
    sizes, read = [], _native.Budget

    def counted(document):
        sizes.append(len(document))
        return read(document)

    monkeypatch.setattr(_native, "Budget", counted)
    return sizes


def test_the_last_addition_takes_no_more_than_the_first(empty, documents_read):
    for number in range(100, 900):
        empty.line(f"line-{number}", **WEEKLY)
    assert len(documents_read) == 800
    assert len(set(documents_read)) == 1
    empty.cost()
    empty.cost()
    assert len(documents_read) == 801
    # Whatever stands in the document of one stands in the document of all but once.
    line = len('{"id": "line-100", "category": "other", "amount": "1", "per": "week", ')
    line += len('"deployment": "notional"}')
    assert documents_read[-1] == documents_read[0] + 799 * (line + len(", "))


def test_ids_are_taken_at_once(empty):
    empty.assistant("pa-1", **EMPLOYED)
    empty.line("ins", **WEEKLY)
    empty.funder("nhs", kind="nhs")
    before = empty.to_json()
    for path, add in (
        ("/assistants/1/id", lambda: empty.assistant("pa-1", **EMPLOYED)),
        ("/assistants/1/id", lambda: empty.assistant("ins", **EMPLOYED)),
        ("/lines/1/id", lambda: empty.line("pa-1", **WEEKLY)),
        ("/lines/1/id", lambda: empty.line("ins", **WEEKLY)),
        ("/funders/1/id", lambda: empty.funder("nhs", kind="charity")),
    ):
        with pytest.raises(phb.PhbInputError) as caught:
            add()
        assert (caught.value.name, caught.value.path) == ("DUPLICATE", path)
    assert empty.to_json() == before
    empty.line("nhs", **WEEKLY)  # funders have ids of their own
    assert phb.Budget.from_json(empty.to_json()) == empty


def test_ids_of_a_document_are_taken(empty):
    empty.assistant("pa-1", **EMPLOYED)
    read = phb.Budget.from_json(empty.to_json())
    with pytest.raises(phb.PhbInputError, match=r"^/lines/0/id: "):
        read.line("pa-1", **WEEKLY)
    read.line("ins", **WEEKLY)
    with pytest.raises(phb.PhbInputError, match=r"^/lines/1/id: "):
        read.line("ins", **WEEKLY)


def test_whoever_is_named_may_yet_come(empty):
    empty.line("payroll", assistants=["pa-1", "pa-2"], funder="nhs", **EACH_PAYSLIP)
    with pytest.raises(phb.PhbInputError, match=r"^/lines/1/assistants/1: .*named already"):
        empty.line("gloves", assistants=["pa-1", "pa-1"], funder="nhs", **EACH_PAYSLIP)
    with pytest.raises(phb.PhbValueError, match=r"^/lines/1/assistants: "):
        empty.line("gloves", assistants=["pa-1"], funder="nhs", **WEEKLY)
    with pytest.raises(phb.PhbLookupError, match=r"^/lines/0/assistants/0: "):
        empty.cost()
    for name in ("pa-1", "pa-2"):
        empty.assistant(name, **EMPLOYED)
    with pytest.raises(phb.PhbLookupError, match=r"^/lines/0/funder: "):
        empty.cost()
    empty.funder("nhs", kind="nhs")
    assert len(empty.cost().lines) > 0


def test_shares_may_yet_come_to_the_whole(empty):
    empty.funder("nhs", kind="nhs", share=65)
    with pytest.raises(phb.PhbValueError) as caught:
        empty.cost()
    assert (caught.value.path, caught.value.position) == ("/funders", None)
    empty.funder("council", kind="social_care", share="35%")
    assert empty.cost().total == phb.Money(0)
    with pytest.raises(phb.PhbValueError, match=r"^/funders/2/share: "):
        empty.funder("friends", kind="charity", share=101)


def test_what_is_agreed_by_line_waits_for_the_line():
    budget = phb.Budget(start=date(2026, 4, 6), end=date(2027, 4, 5), agreed_by_line={"ins": "95"})
    with pytest.raises(phb.PhbLookupError, match=r"^/agreed_by_line: "):
        budget.cost()
    budget.line("ins", **WEEKLY)
    assert len(budget.cost().lines) == 1


def test_a_text_that_is_too_long_is_somebodys(empty):
    empty.line("short", **WEEKLY)
    with pytest.raises(phb.PhbValueError) as caught:
        empty.line("long", nil_reason="x" * 100_000, **WEEKLY)
    assert (caught.value.name, caught.value.path) == ("LIMIT", "/lines/1")
    assert repr(empty) == "<Budget from 2026-04-06 to 2027-04-05: 1 line>"


def test_more_lines_than_a_budget_may_have(empty):
    for number in range(1001):
        empty.line(f"line-{number}", **WEEKLY)
    with pytest.raises(phb.PhbValueError) as caught:
        empty.cost()
    assert (caught.value.name, caught.value.path) == ("LIMIT", "/lines")


def test_more_assistants_than_a_line_may_name(empty):
    named = [f"pa-{number}" for number in range(1001)]
    with pytest.raises(phb.PhbValueError) as caught:
        empty.line("payroll", assistants=named, **EACH_PAYSLIP)
    assert (caught.value.name, caught.value.path) == ("LIMIT", "/lines/0")
    empty.line("payroll", assistants=named[:1000], **EACH_PAYSLIP)
