"""The house rules hold in every file, and each rule is shown to catch what it is for."""

from __future__ import annotations

import pytest

from tests.house_rules.code_rules import CODE_RULES
from tests.house_rules.place_rules import PLACE_RULES
from tests.house_rules.reading import ROOT, Rule, Source, sources
from tests.house_rules.wording import WORD_RULES

RULES = (*CODE_RULES, *PLACE_RULES, *WORD_RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name.replace(" ", "_"))
def test_the_house_keeps(rule: Rule) -> None:
    found = [
        f"{source.path}:{line}: {what}"
        for source in sources()
        if rule.holds_in(source.path)
        for line, what in rule.find(source)
    ]
    assert not found, f"{rule.name}, since {rule.why}:\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("rule", "sample"),
    [(rule, sample) for rule in RULES for sample in rule.bad],
    ids=lambda value: value.name.replace(" ", "_") if isinstance(value, Rule) else None,
)
def test_a_rule_catches_its_bad_sample(rule: Rule, sample: str) -> None:
    assert list(rule.find(Source(rule.sample_path, sample)))


@pytest.mark.parametrize(
    ("rule", "sample"),
    [(rule, sample) for rule in RULES for sample in rule.good],
    ids=lambda value: value.name.replace(" ", "_") if isinstance(value, Rule) else None,
)
def test_a_rule_leaves_its_good_sample_alone(rule: Rule, sample: str) -> None:
    assert not list(rule.find(Source(rule.sample_path, sample)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name.replace(" ", "_"))
def test_an_exception_is_for_a_file_that_exists_and_gives_its_reason(rule: Rule) -> None:
    for path, reason in rule.except_in.items():
        assert (ROOT / path).is_file(), f"{path} is excused from '{rule.name}' but is not there"
        assert reason
