"""The datelines of Korean newsrooms: place, house and reporter in and after a bracket."""

from __future__ import annotations

import re

from cleanscrape.fields.agency import canonical_agency
from cleanscrape.fields.dateline_marks import Found, Reading
from cleanscrape.fields.late_pattern import LatePattern

_BY = LatePattern(
    r"\s?((?:[가-힣]{2,4}[\s·ㆍ]{1,2}){0,4}?[가-힣]{2,4})\s?"
    r"((?:선임|전문|인턴|수습|객원|의학전문|경제전문)?\s?(?:기자|특파원|통신원|논설위원|연구원|기상캐스터|PD))"
    r"(?:\s?[,·]\s?[가-힣]{2,4}\s?(?:기자|특파원))?(?=\s|=|\]|\)|】|$)"
)
_LABELS = frozenset(
    "사진 자료 자료사진 출처 제공 이미지 그래픽 영상 앵커 기자 그림 단독 속보 표 캡처 디자인 일러스트 편집 촬영 글 "
    "인터뷰 질문 답변 칼럼 사설 기고 리포트 포토 동영상 종합 르포 기획".split()
)
_HOUSES = (
    "뉴스",
    "일보",
    "신문",
    "통신",
    "경제",
    "투데이",
    "타임스",
    "타임즈",
    "방송",
    "저널",
    "포스트",
    "매일",
    "프레스",
)


def read_korean(text: str, start: int, end: int, content: str) -> Reading | None:
    """(서울=하늘뉴스) 홍길순 기자 = …, and [하늘뉴스 홍길순 기자] …"""
    inside = _BY.search(content, _before_names(content))
    names = inside[1].split() if inside else []
    left = content[: inside.start()].strip(" =|ㅣ·,ㆍ/") if inside else content
    outside = None if inside else _BY.match(text, end)
    found = _parts(left, has_reporter=bool(inside or outside))
    if found is None:
        return None
    reporter = " ".join(names) or None
    if outside:
        reporter, end = outside[1].strip(), outside.end()
    return found._replace(reporter=reporter).reading(text, (start, end))


def _before_names(content: str) -> int:
    """Where the reporter's name may begin: after the house, the place, or a comma."""
    marks = max(content.rfind(c) for c in "=＝|ㅣ,")
    house = content.partition(" ")[0]
    signed = canonical_agency(house) or house.endswith(_HOUSES)
    return max(marks + 1, len(house) if signed else 0)


def _parts(content: str, *, has_reporter: bool) -> Found | None:
    """Place and houses in what a Korean bracket holds beside the reporter."""
    sides = [s.strip() for s in re.split(r"\s?[=|ㅣ＝]\s?", content) if s.strip()]
    if not sides or len(sides) > 2 or any(s in _LABELS for s in sides):
        return None
    if len(sides) == 1:
        return _house_alone(sides[0], has_reporter=has_reporter)
    left, right = sides
    house_first = left.endswith(_HOUSES) and not right.endswith(_HOUSES)
    if has_reporter and house_first and len(right.strip(" ,")) <= 6:
        return Found(right.strip(" ,"), (left,))
    if canonical_agency(left) and not canonical_agency(right.partition("/")[0]):
        place = right.split(",")[0].strip()
        return Found(place, (left,)) if len(place) <= 6 else None
    signed = has_reporter or all(canonical_agency(p.strip()) for p in right.split("/"))
    if len(left) > 14 or len(right) > 24 or len(left.split()) > 2 or not (signed or right.endswith(_HOUSES)):
        return None
    return Found(left, tuple(p.strip() for p in right.split("/")))


def _house_alone(content: str, *, has_reporter: bool) -> Found | None:
    """A house alone, or with its town in brackets or before it."""
    house, _, town = content.partition("(")
    houses = tuple(p.strip() for p in house.split("/"))
    if all(canonical_agency(h) for h in houses):
        return Found(town.rstrip(")") or None, houses)
    words = content.split()
    if len(words) == 2 and canonical_agency(words[1]):
        return Found(words[0], (words[1],))
    if len(words) == 2 and canonical_agency(words[0]):
        return Found(words[1].strip(",="), (words[0],))
    return Found(None, (content,)) if has_reporter and len(words) == 1 and 2 <= len(content) <= 10 else None
