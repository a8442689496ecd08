"""JSON as pages hold it."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanscrape.lenient_json import LONGEST, json_values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('{"a": [1, 2.5, true, null, "ü\\u00fc"]}', ({"a": [1, 2.5, True, None, "üü"]},)),
        ("", ()),
        ("  \n", ()),
        ('"text"', ("text",)),
        ("no json at all", ()),
        ('{"a": 1,}', ({"a": 1},)),
        ('[1, 2, ]', ([1, 2],)),
        ('{"a": 1 // of them\n, /* two */ "b": 2}', ({"a": 1, "b": 2},)),
        ('{"a": "x", // "b": "y",\n "c": "z"}', ({"a": "x", "c": "z"},)),
        ('{"a": "http://example.org/*x*/"}', ({"a": "http://example.org/*x*/"},)),
        ('{"a": "one\ntwo\tthree\x01"}', ({"a": "one\ntwo\tthree\x01"},)),
        ('<!-- {"a": 1} -->', ({"a": 1},)),
        ('<![CDATA[ [{"a": 1}] ]]>', ([{"a": 1}],)),
        ('//<![CDATA[\n{"a": 1}\n//]]>', ({"a": 1},)),
        ('/*<![CDATA[*/{"a": 1}/*]]>*/', ({"a": 1},)),
        ('{"a": 1};', ({"a": 1},)),
        ("{&quot;a&quot;: &quot;b&amp;c&quot;, &#34;d&#34;: 1}", ({"a": "b&amp;c", "d": 1},)),
        ('{"a": "&quot;b&quot;",}', ({"a": "&quot;b&quot;"},)),
        ('{"a": 1}{"b": 2}\n[3]', ({"a": 1}, {"b": 2}, [3])),
        ('{"a": 1},\n{"b": 2}', ({"a": 1}, {"b": 2})),
        (r'{"a": "it\'s \d \x41 \/"}', ({"a": "it's d A /"},)),
        (r'{"a": "\ud83d\ude00", "b": "\ud83d"}', ({"a": "😀", "b": "\ufffd"},)),
        ('{"a": NaN, "b": undefined, "c": -Infinity}', ({"a": None, "b": None, "c": None},)),
        ("{'a': 'it is the town's', b: \"x\"}", ({"a": "it is the town's", "b": "x"},)),
        ('{"a": "he said "no", twice", "b": 1}', ({"a": 'he said "no", twice', "b": 1},)),
        ('{"a": "<a href="/x">x</a>"\n}', ({"a": '<a href="/x">x</a>'},)),
        ('["a "b" c", "d"]', (['a "b" c', "d"],)),
        ('{"a": "x"\n "b": "y"}', ({"a": "x", "b": "y"},)),
        ('{"a": Jo Doe, "b": 2}', ({"a": "Jo Doe", "b": 2},)),
        ('{a: 1.5e3, "b": +2, c: 1e400}', ({"a": 1500.0, "b": 2, "c": "1e400"},)),
        ('{"a": , "b": 2}', ({"b": 2},)),
        ('{"a": {"b": [1, {"c": 2}', ({"a": {"b": [1, {"c": 2}]}},)),
        ('{"a": "whole", "b": "cut off in the mid', ({"a": "whole"},)),
        ('{"a": 1, "b', ({"a": 1},)),
        ('{"a": [1, 2}, "b": 3', ({"a": [1, 2]},)),
        ('{"a": 1}} "b": 2}', ({"a": 1},)),
        ('var data = {"a": 1};', ({"a": 1},)),
        ('{"a": 1, "a": 2,}', ({"a": 2},)),
        ("{,}", ({},)),
        ("]]}}", ()),
        ('{"a": "x\\', ({},)),
    ],
)  # fmt: skip
def test_values(text: str, values: tuple[Any, ...]) -> None:
    assert json_values(text) == values


@pytest.mark.parametrize("bracket", ["[", '{"a":', "[{", "{["])
def test_depth_does_no_harm(bracket: str) -> None:
    assert len(json_values(bracket * 100_000)) == 1


def test_length_is_capped() -> None:
    text = '{"a": 1, "b": "' + "x" * LONGEST + '"}'
    assert json_values(text) == ({"a": 1},)


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        '{"',
        '["a',
        '"a" ',
        '{"a":"',
        "'",
        "/*",
        "//",
        "/* ",
        "<!--",
        "\\",
        '"\\',
        "{'a':'",
        " ",
        '{"a" ',
        ":",
        "a:",
        '{"a":"b" c',
        ",",
        '["x" y ',
        "}",
        "]{",
        '{"a":"x"   "',
    ],
)
def test_time_is_linear(piece: str) -> None:
    def seconds(size: int) -> float:
        text = "[{" + piece * (size // len(piece))
        start = time.perf_counter()
        json_values(text)
        return time.perf_counter() - start

    seconds(1000)
    # Sixteen times the length: squared time would take 256 times as long.
    assert seconds(320_000) < 100 * max(seconds(20_000), 0.002)


@given(st.text(alphabet="{}[]\"'\\:,;/*<>!-u0e1.\n ab&#", max_size=60))
def test_any_text_gives_an_answer(text: str) -> None:
    assert isinstance(json_values(text), tuple)
