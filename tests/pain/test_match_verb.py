"""``bodymap match`` with what was pressed and answered, and what it leaves over."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from bodymap.cli import main


@dataclass
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_it(*arguments: str) -> Said:
        try:
            code = main(arguments)
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return run_it


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
    assert "is tender and gives your pain." in text.out
    assert "To tell them apart:" in text.out


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
