"""The notebooks, each run from its first cell to its last by a real kernel."""

import os
import re

import nbformat
import pandas
import phb
import pytest
from conftest import EXAMPLES, module_at
from nbclient import NotebookClient

FOLDER = EXAMPLES / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
synthetic = module_at(FOLDER / "synthetic.py")


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """Runs a notebook once: its code cells, with what they gave. What a kernel keeps, it keeps
    outside the sources."""
    kept = str(tmp_path_factory.mktemp("kernel"))
    env = os.environ | {"IPYTHONDIR": kept, "JUPYTER_RUNTIME_DIR": kept, "PYTHONWARNINGS": "error"}
    done = {}

    def run(name):
        if name not in done:
            notebook = nbformat.read(FOLDER / f"{name}.ipynb", 4)
            resources = {"metadata": {"path": str(FOLDER)}}
            NotebookClient(notebook, timeout=120, resources=resources).execute(env=env)
            done[name] = [cell for cell in notebook.cells if cell.cell_type == "code"]
        return done[name]

    return run


def shown(cell, kind="text/plain"):
    return "".join(
        output.text if output.output_type == "stream" else output.data.get(kind, "")
        for output in cell.outputs
    )


def test_there_are_notebooks():
    assert [path.stem for path in NOTEBOOKS] == [
        "first_budget",
        "insufficient_plans",
        "review_calendar",
        "what_april_costs",
    ]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_what_it_gave(path):
    notebook = nbformat.read(path, 4)
    nbformat.validate(notebook)
    assert [
        cell.outputs for cell in notebook.cells if cell.cell_type == "code" and cell.outputs
    ] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_ends_in_something_to_forward(path, ran):
    cells = ran(path.stem)
    assert re.search(r"<table|<img alt=", shown(cells[-1], "text/html"))
    assert not [cell for cell in cells for each in cell.outputs if each.get("name") == "stderr"]


def test_the_first_budget_is_that_of_the_manual(ran):
    """Its lines: £17,207.14 + £2,076.85 + £2,141.51 + £390.55 + £95.00 = £21,911.05."""
    cells = ran("first_budget")
    assert "£21,911.05" in shown(cells[0])
    assert "15%" in shown(cells[1])
    assert "£21,911.05" in shown(cells[-1], "text/html")


def test_what_april_costs_is_the_sum_of_budgets_costed_one_by_one(ran):
    """Three employers of the notebook, each as a budget of its own."""
    people = synthetic.assistants(400)
    frame = phb.frame.cost(
        people,
        period_start=pandas.Timestamp("2025-04-06").date(),
        period_end=pandas.Timestamp("2026-04-05").date(),
        leave_method=phb.LeaveMethod.ACCRUAL,
        claims_allowance=True,
    )
    for employer in (1, 200, 400):
        theirs = people[people["employer"] == employer]
        budget = phb.Budget(
            start=pandas.Timestamp("2025-04-06").date(),
            end=pandas.Timestamp("2026-04-05").date(),
            cohort="adult_chc",
            employer=phb.Employer(employment_allowance=phb.Allowance(claim=True)),
        )
        for row in theirs.itertuples():
            budget.assistant(
                f"pa-{row.Index}",
                hours={
                    "weekday": (
                        row.minutes_per_week // 60,
                        f"{row.rate_penny_hundredths // 10_000}"
                        f".{row.rate_penny_hundredths % 10_000:04}",
                    )
                },
                pay_frequency=row.pay_frequency,
                date_of_birth=row.date_of_birth.date(),
                leave="accrual",
                deployment="direct_payment",
            )
        assert frame.loc[theirs.index, "total_pence"].sum() == budget.cost().total.pence
    assert "Employer National Insurance" in shown(ran("what_april_costs")[2])


def test_the_dice_make_the_same_people_again():
    assert synthetic.assistants(50).equals(synthetic.assistants(50))
    assert synthetic.budgets(5).equals(synthetic.budgets(5))
    assert synthetic.duties(50).equals(synthetic.duties(50))
