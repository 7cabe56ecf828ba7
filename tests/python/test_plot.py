"""Pictures: the bars are where the sums say, and the words beside them say the same sums."""

import re
import xml.etree.ElementTree as ElementTree
from datetime import date

import phb
import pytest
from conftest import EXAMPLES, run_python
from phb import plot

ACROSS_APRIL = EXAMPLES / "budgets" / "across-april-2025.json"


def bars_of(picture):
    """(where it starts, how long it is) of each bar, in whole pence."""
    (axes,) = picture.figure.axes
    return [(round(bar.get_x() * 100), round(bar.get_width() * 100)) for bar in axes.patches]


def sums_on(picture):
    (axes,) = picture.figure.axes
    return [text.get_text() for text in axes.texts]


def labels_of(picture):
    (axes,) = picture.figure.axes
    return [label.get_text() for label in axes.get_yticklabels()]


def test_each_bar_of_a_waterfall_starts_where_the_one_above_ended(costing):
    picture = plot.waterfall(costing)
    *parts, total = bars_of(picture)
    reached = 0
    for start, length in parts:
        assert start == reached
        reached += length
    assert total == (0, reached) == (0, costing.total.pence)
    assert sums_on(picture)[-1] == "£17,774.56"
    assert labels_of(picture)[-1] == "Total"
    assert "Employer NI" in labels_of(picture)
    assert picture.alt.startswith("Budget from 2026-04-06 to 2027-04-05: £17,774.56. ")
    for each in costing.totals_by("category").values():
        assert str(each) in picture.alt


def test_what_lowers_the_total_goes_back():
    costing = phb.Budget.read(EXAMPLES / "budgets" / "adult-chc.json").cost()
    lowered = [each for each in costing.totals_by("category").values() if each.pence < 0]
    assert lowered == [phb.Money.of("-5381.24")]  # the Employment Allowance
    picture = plot.waterfall(costing)
    lengths = [length for _, length in bars_of(picture)]
    assert [length for length in lengths if length < 0] == [each.pence for each in lowered]
    assert "DBS" in labels_of(picture)


def test_before_and_after_a_change_of_law():
    """By the law of June 2026 instead of each day's own: £19,368.37 - £19,014.42 = £353.95."""
    budget = phb.Budget.read(ACROSS_APRIL)
    before, after = budget.cost(), budget.cost(law_on=date(2026, 6, 1))
    picture = plot.before_and_after(before, after)
    assert picture.alt.startswith("Total £19,014.42 before, £19,368.37 after, £353.95 more. ")
    assert bars_of(picture)[-2:] == [(0, 1901442), (0, 1936837)]
    back = plot.before_and_after(after, before)
    assert "£353.95 less" in back.alt
    same = plot.before_and_after(before, before)
    assert same.alt.startswith("Total £19,014.42, as before. ")
    (legend,) = picture.figure.legends
    assert [text.get_text() for text in legend.get_texts()] == ["before", "after"]


def test_a_budget_with_nothing_in_it():
    costing = phb.Budget(start=date(2026, 4, 6), end=date(2027, 4, 5), cohort="adult_chc").cost()
    assert bars_of(plot.waterfall(costing)) == [(0, 0)]
    assert "Nothing is in it." in plot.waterfall(costing).alt
    assert "Nothing is in them." in plot.before_and_after(costing, costing).alt


def test_a_notebook_gets_the_picture_and_its_words(costing):
    shown = plot.waterfall(costing)._repr_html_()
    assert re.fullmatch(
        r'<img alt="[^"<>]+" style="[^"]+" src="data:image/png;base64,[^"]+">', shown
    )
    assert "£17,774.56" in shown


def test_a_saved_picture_holds_its_words(costing, tmp_path):
    picture = plot.waterfall(costing)
    picture.save(tmp_path / "budget.svg")
    read = ElementTree.parse(tmp_path / "budget.svg")
    described = read.find(".//{http://purl.org/dc/elements/1.1/}description")
    assert described.text == picture.alt
    picture.save(tmp_path / "budget.png")
    assert (tmp_path / "budget.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(ValueError, match="must end in"):
        picture.save(tmp_path / "budget.exe")
    assert repr(picture) == f"<Picture: {picture.alt}>"


def test_what_is_no_open_costing(costing, budget):
    with pytest.raises(TypeError, match="costing must be a Costing, not Budget"):
        plot.waterfall(budget)
    with pytest.raises(TypeError, match="after must be a Costing, not None"):
        plot.before_and_after(costing, None)
    costing.close()
    with pytest.raises(ValueError, match="closed"):
        plot.waterfall(costing)


def test_matplotlib_is_not_imported_before_it_is_needed():
    assert run_python("import phb.plot, sys; print('matplotlib' in sys.modules)") == "False\n"


def test_pyplot_is_left_alone():
    code = """
import sys
from datetime import date
import phb, phb.plot
budget = phb.Budget(start=date(2026, 4, 6), end=date(2027, 4, 5), cohort="adult_chc")
phb.plot.waterfall(budget.cost())._repr_html_()
print("matplotlib.pyplot" in sys.modules)
"""
    assert run_python(code) == "False\n"
