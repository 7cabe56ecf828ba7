"""The golden cases of the library, costed in Python: the same files, the same pennies."""

import json
from datetime import date
from decimal import Decimal

import phb
import pytest
from conftest import EXAMPLES, ROOT, module_at

golden = module_at(ROOT / "tests" / "golden" / "run_golden.py")
CASES = sorted((ROOT / "tests" / "golden").glob("*/*.json"))
BUDGETS = sorted((EXAMPLES / "budgets").glob("*.json"))


def cost(case):
    options = dict(case.get("options", {}))
    budget = phb.Budget.from_json(golden.budget_of(ROOT, case["given"]))
    if options.pop("next-year", False):
        budget = budget.next_year()
    on = options.pop("on", None)
    assert not options, "an option that these tests do not know"
    return budget.cost(law_on=date.fromisoformat(on) if on else None, trace=phb.Trace.ALL)


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_golden_case(path):
    case = json.loads(path.read_text(encoding="utf-8"))
    if "refused" in case["expect"]:
        with pytest.raises(phb.PhbError) as caught:
            cost(case)
        assert case["expect"]["refused"] in str(caught.value)
        return
    costing = cost(case)
    document = json.loads(costing.to_json(steps=True))
    assert golden.difference(case["expect"], golden.actual_of(document, case["expect"])) == []
    assert [str(line.amount.pounds) for line in costing.lines] == [
        line["amount"] for line in document["lines"]
    ]
    assert str(costing.total.pounds) == document["totals"]["total"]


@pytest.mark.parametrize("path", BUDGETS, ids=lambda path: path.stem)
def test_tables_say_what_the_document_says(path):
    costing = phb.Budget.read(path).cost()
    document = json.loads(costing.to_json(steps=True))
    for name in ("lines", "payslips", "notes", "steps", "instalments"):
        rows = json.loads(getattr(costing, name).to_json())
        assert rows == document[name]
        assert len(getattr(costing, name)) == len(rows)


def test_the_readme_budget_costs_what_the_command_says():
    costing = phb.Budget.read(EXAMPLES / "budgets" / "one-assistant.json").cost()
    assert costing.total.pounds == Decimal("27447.06")
    assert costing.total.pence == 2744706
