from __future__ import annotations

import pytest
from test_profile_reference import SHIPPED

from cleanscrape.profile import Selector, load, loads
from cleanscrape.profile.writing import profile_toml

PROFILE = """
name = 'The "Example" \\ Courier'
hosts = ["example.com", "example.org"]
timezone = "Europe/Dublin"
tier = "learned"

[[layouts]]
id = "a"
markers = ["article", "div.x"]
body = "div.x"
weigh = true
drop.link-farm = ["div.a", "div.b:has(> h3:contains('More'))"]

[contract]
min_words = 20
never = ["Tap\\there", "A phrase that is long enough for the list of phrases to be broken into lines", "Sign up today"]

[usual]
paragraphs = [2, 40]
kept = [0.25, 1]

[capture]
start_after = "*Published *"
fields = "{byline} | {published}"
drop.share = "Share *"

[capture.sections]
"Related *" = "related"
"""


@pytest.mark.parametrize("text", [PROFILE, SHIPPED.read_text(encoding="utf-8")], ids=["made", "shipped"])
def test_what_is_written_loads_as_the_same_profile(text: str) -> None:
    profile = loads(text)
    assert loads(profile_toml(profile)) == profile


def test_keys_at_their_defaults_are_left_out() -> None:
    written = profile_toml(load(SHIPPED))
    assert "[usual]" not in written
    assert "weigh" not in written
    assert "tier" not in written


def test_remarks_become_comments() -> None:
    from dataclasses import replace

    profile = loads('name = "A"\nhosts = ["example.com"]\n[[layouts]]\nid = "a"\nbody = "div.x"')
    layout = replace(profile.layouts[0], body=(Selector("div.x", remark="2 of 2 pages"),))
    written = profile_toml(replace(profile, layouts=(layout,), remarks=("the date",)))
    assert written.startswith("# unsure: the date\nname = ")
    assert 'body = "div.x"  # 2 of 2 pages\n' in written


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("[usual]\nkept = [1, 0.5]", "must begin with the least"),
        ("[usual]\nkept = 3", "must be a list of two numbers"),
        ("[usual]\nkept = [true, 2]", "must be a list of two numbers"),
        ("[usual]\nkepd = [0, 2]", "did you mean 'kept'?"),
    ],
)
def test_a_wrong_range_is_refused(line: str, problem: str) -> None:
    from cleanscrape import BadProfile

    with pytest.raises(BadProfile, match=problem.replace("?", r"\?")):
        loads(f'name = "A"\nhosts = ["example.com"]\n[[layouts]]\nid = "a"\nbody = "p"\n{line}')


def test_a_flag_is_true_or_false() -> None:
    from cleanscrape import BadProfile

    with pytest.raises(BadProfile, match="must be true or false"):
        loads('name = "A"\nhosts = ["example.com"]\n[[layouts]]\nid = "a"\nbody = "p"\nweigh = "yes"')
