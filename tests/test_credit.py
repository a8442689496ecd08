"""Credits of pictures, told from their captions. All names are invented but those of the houses."""

from __future__ import annotations

import pytest

import cleanscrape
from cleanscrape.fields.credit import split_credit

_PIER = "The old pier at low tide, with the harbour behind it"


@pytest.mark.parametrize(
    ("printed", "credit"),
    [
        (f"{_PIER} (Photo: Ann Droe)", "Ann Droe"),
        (f"{_PIER}. Photo by Ann Droe", "Ann Droe"),
        (f"{_PIER}. Foto: Ann Droe/dpa", "Ann Droe/dpa"),
        (f"{_PIER}. Foto: Ann Droe (Keystone)", "Ann Droe (Keystone)"),
        (f"{_PIER}. © Imago | Ann Droe", "Imago | Ann Droe"),
        (f"{_PIER} (AP)", "AP"),
        (f"{_PIER} (AP Photo/Ann Droe)", "AP Photo/Ann Droe"),
        (f"{_PIER}. Ann Droe / Getty Images", "Ann Droe / Getty Images"),
        (f"{_PIER}.Ann Droe (dpa/picture alliance via Getty)", "Ann Droe (dpa/picture alliance via Getty)"),
        (f"{_PIER}. Ann Droe for The Example", "Ann Droe for The Example"),
        (f"{_PIER} in Washington, D.C. Ann Droe/Reuters", "Ann Droe/Reuters"),
        (f"{_PIER}. Foto: Ann Droe Vis mer", "Ann Droe"),
        ("引き潮の古い桟橋（港湾局提供）", "港湾局提供"),
        ("引き潮の古い桟橋＝共同", "共同"),
        ("썰물 때의 낡은 부두 [사진 출처 = 연합뉴스]", "연합뉴스"),
    ],
)
def test_parted_from_the_caption(printed: str, credit: str) -> None:
    split = split_credit(printed)
    assert split.credit == credit
    assert split.text is not None
    assert printed.startswith(split.text)
    assert credit not in split.text


@pytest.mark.parametrize(
    "printed",
    [
        f"{_PIER}. Rain fell on it in the night.",
        f"{_PIER} (right)",
        f"{_PIER} on 3 May 2021 (Velmora)",
        "Ann Droe and Bo Quill at the pier in May 2020.",
        "The image by the door: nobody knows who has hung it there, or why it was left behind by the owners.",
    ],
)
def test_no_credit(printed: str) -> None:
    assert split_credit(printed) == (printed, None)


@pytest.mark.parametrize("printed", ["Photo: Ann Droe", "Ann Droe/Getty Images", "Getty Images"])
def test_nothing_but_a_credit(printed: str) -> None:
    assert split_credit(printed).text is None
    assert split_credit(printed).credit


_BODY = "<p>The council met on Monday and spoke for hours about the old pier, its cracked piles and its price.</p>" * 6


@pytest.mark.parametrize(
    ("figcaption", "caption", "credit"),
    [
        ("<span>The old pier.</span><span class=credit>Qorvin Droe</span>", "The old pier.", "Qorvin Droe"),
        ("<span>The old pier.</span><span>Ann Droe—Getty Images</span>", "The old pier.", "Ann Droe—Getty Images"),
        ("<small>Photo: Qorvin Droe</small> <b>Bo Quill</b>", "Bo Quill", "Qorvin Droe"),
        ("<p>The old pier.</p><p class=photo-credit>Qorvin Droe</p>", "The old pier.", "Qorvin Droe"),
        ("The <em>Reuters</em> house by the pier.", "The Reuters house by the pier.", None),
    ],
)
def test_an_element_sets_the_credit_apart(figcaption: str, caption: str, credit: str | None) -> None:
    figure = f"<figure><img src=/img/pier.jpg><figcaption>{figcaption}</figcaption></figure>"
    html = f"<html><body><article><h1>The council and its old pier</h1>{figure}{_BODY}</article></body></html>"
    image = cleanscrape.extract(html, "https://www.harbourpost.example/pier", profile=None).images[0]
    assert (image.caption, image.credit) == (caption, credit)


def test_time_stays_linear() -> None:
    for hurt in ("(" * 50_000, ". A" * 50_000, "Photo: " * 30_000, " / Ann Droe" * 20_000):
        assert len(split_credit(hurt)) == 2
