"""``bodymap match`` with what was pressed and answered, and what it leaves over."""

from __future__ import annotations

import math

import pytest

from tests.command_line import Run


def test_what_was_pressed_and_answered_counts(run: Run) -> None:
    marked = ("match", "--at", "right thigh 0.5 lateral", "--when", "at_night")
    plain = run(*marked, "--json").json
    assert plain["marks"][0]["timing"] == ["at_night"]
    second = plain["sources"][1]
    pressed = f"{second['muscle']}:{second['trigger_points'][0]}:right:mine"
    told = run(*marked, "--pressed", pressed, "--yes", "walking", "--no", "burning", "--json").json["sources"]
    assert told[0]["muscle"] == second["muscle"]
    assert told[0]["terms"]["evidence_weight"] > 1
    text = run(*marked, "--pressed", pressed)
    assert "is tender, and pressing it gives your pain." in text.out
    assert "To tell them apart:" in text.out


def test_the_terms_that_are_printed_make_up_the_score(run: Run) -> None:
    """The formula of docs/matching.md, worked out again from what `match --json` prints."""
    marked = ("match", "--at", "right thigh 0.5 lateral", "--at", "right leg 0.5 lateral")
    pressed = ("--pressed", "gluteus_minimus:anterior:right:nothing", "--yes", "lying_on_that_side")
    for said in ((), pressed):
        answer = run(*marked, *said, "--json").json
        members = [(each["muscle"], each["side"]) for each in answer["together"]]
        for source in answer["sources"]:
            terms = source["terms"]
            good = 0.5 + 0.3 * source["pattern"] ** 0.5 + 0.2 * terms["focus"]
            assert terms["own"] == pytest.approx(terms["fits"] * good * terms["prior"], abs=1e-3)
            member = 0.6 * ((source["muscle"], source["side"]) in members)
            partner = 0.25 * source["explains"] * terms["partner_adds"]
            assert terms["total"] == pytest.approx((terms["own"] + partner) * terms["heard"] + member, abs=1e-3)
            over = max(terms["total"] / 1.5 - 0.6, 0) / 0.4
            even = min(terms["total"] / 1.5, 0.6) + 0.4 * (1 - math.exp(-over))
            odds = even / (1 - even) * terms["evidence_weight"]
            assert source["score"] == pytest.approx(odds / (1 + odds), abs=1e-3)
        first = answer["sources"][0]
        assert first["terms"]["evidence_weight"] == pytest.approx(0.25 * 1.4 if said else 1.0)


def test_what_no_pattern_explains_is_told_with_its_place(run: Run) -> None:
    marked = ("match", "--at", "right thigh 0.5 lateral", "--at", "head 0.9 anterior")
    answer = run(*marked, "--json").json
    assert answer["unexplained"]["cm2"] == answer["unexplained_cm2"] > 10
    assert answer["unexplained"]["regions"][0]["region"] in ("vertex", "frontal")
    assert answer["remainder"]["cm2"] >= answer["unexplained"]["cm2"]
    assert [caution["id"] for caution in answer["cautions"]] == ["unexplained_pain"]
    assert "Not explained by any pattern: " in run(*marked).out


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("--pressed", "soleus:tp1", "“soleus:tp1” does not say what pressing showed; expected MUSCLE:POINT:SIDE:WHAT"),
        ("--pressed", "soleus:tp9:left:mine", "There is no trigger point of soleus “tp9” (did you mean “tp"),
        ("--pressed", "soleuss:tp1:left:mine", "There is no muscle “soleuss” (did you mean “soleus”?)"),
        ("--pressed", "soleus:tp1:up:mine", "“up” is no side; choose left or right."),
        ("--pressed", "soleus:tp1:left:min", "There is no result “min” (did you mean “mine”?)"),
        ("--yes", "walkin", "There is no factor or quality “walkin” (did you mean “walking”?)"),
        ("--when", "nightly", "there is no --when “nightly”"),
    ],
)
def test_what_is_wrong_about_an_answer_is_one_sentence(run: Run, option: str, value: str, sentence: str) -> None:
    said = run("match", "--at", "leg 0.5 lateral", option, value)
    assert said.code == 2
    assert sentence in said.err
    assert said.err.count("\n") == 1
