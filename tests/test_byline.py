"""Bylines: printed lines and declared values to people, posts and organisations. All names are invented."""

from __future__ import annotations

import time

import pytest

from cleanscrape.article import Author, Byline
from cleanscrape.fields.byline import is_person_name, opens_as_byline, read_author_names, read_byline


def names(raw: str, language: str | None = None) -> list[str]:
    byline = read_byline(raw, language=language)
    return [] if byline is None else [author.name for author in byline.authors]


def houses(raw: str, language: str | None = None) -> list[str]:
    byline = read_byline(raw, language=language)
    return [] if byline is None else list(byline.organisations)


def test_whole_byline() -> None:
    raw = "By  Ana Roe and\nJon Doe, Staff Writers | Reuters | 12 March 2021"
    assert read_byline(raw) == Byline(
        "By Ana Roe and Jon Doe, Staff Writers | Reuters | 12 March 2021",
        authors=(Author("Ana Roe", role="Staff Writers"), Author("Jon Doe", role="Staff Writers")),
        organisations=("Reuters",),
    )


@pytest.mark.parametrize(
    ("language", "raw", "expected"),
    [
        ("en", "By Ana Roe", ["Ana Roe"]),
        ("en", "Written by: Ana Roe", ["Ana Roe"]),
        ("en", "Story by Ana Roe", ["Ana Roe"]),
        ("en", "Words: Ana Roe", ["Ana Roe"]),
        ("en", "Posted by Ana Roe on Mar 12, 2021 at 5:00 pm", ["Ana Roe"]),
        ("en", "BY ANA ROE AND JON DOE", ["ANA ROE", "JON DOE"]),
        ("en", "Ana Roe, Jon Doe, and Eve Poe", ["Ana Roe", "Jon Doe", "Eve Poe"]),
        ("de", "Von Anna Beispiel und Karl Probe", ["Anna Beispiel", "Karl Probe"]),
        ("de", "Ein Kommentar von Anna Beispiel", ["Anna Beispiel"]),
        ("de", "Autor:in Anna Beispiel", ["Anna Beispiel"]),
        ("fr", "Par Jeanne Exemple et Paul Essai", ["Jeanne Exemple", "Paul Essai"]),
        ("fr", "Propos recueillis par Jeanne Exemple", ["Jeanne Exemple"]),
        ("es", "Por Juana Ejemplo y Pedro de la Prueba", ["Juana Ejemplo", "Pedro de la Prueba"]),
        ("es", "JUANA EJEMPLO Y PEDRO PRUEBA", ["JUANA EJEMPLO", "PEDRO PRUEBA"]),
        ("pt", "Por João Exemplo e Maria da Prova, de Lisboa", ["João Exemplo", "Maria da Prova"]),
        ("it", "di Mario Esempio e Lucia Prova", ["Mario Esempio", "Lucia Prova"]),
        ("it", "a cura di Mario Esempio", ["Mario Esempio"]),
        ("nl", "Door Jan Voorbeeld en Piet van der Proef", ["Jan Voorbeeld", "Piet van der Proef"]),
        ("pl", "Jan Przykład i Anna Próba", ["Jan Przykład", "Anna Próba"]),
        ("pl", "Rozmawiał Jan Przykład", ["Jan Przykład"]),
        ("ru", "Автор: Иван Примеров", ["Иван Примеров"]),
        ("ru", "Иван Примеров, Анна Пробная и Олег Тестов", ["Иван Примеров", "Анна Пробная", "Олег Тестов"]),
        ("uk", "Іван Прикладенко та Олена Тестова", ["Іван Прикладенко", "Олена Тестова"]),
        ("tr", "Ayşe Örnek ve Mehmet Deneme", ["Ayşe Örnek", "Mehmet Deneme"]),
        ("tr", "Yazan: Ayşe Örnek", ["Ayşe Örnek"]),
        ("ar", "بقلم: سامي النموذج ومنى المثال", ["سامي النموذج", "منى المثال"]),
        ("ar", "كتب - سامي النموذج", ["سامي النموذج"]),
        ("ur", "از سلیم نمونہ", ["سلیم نمونہ"]),
        ("ur", "تحریر: سلیم نمونہ", ["سلیم نمونہ"]),
        ("fa", "به قلم آرش نمونه", ["آرش نمونه"]),
        ("fa", "آرش نمونه و سارا مثالی", ["آرش نمونه", "سارا مثالی"]),
        ("hi", "द्वारा राम उदाहरण", ["राम उदाहरण"]),
        ("hi", "राम उदाहरण द्वारा", ["राम उदाहरण"]),
        ("hi", "लेखक: राम उदाहरण और सीता नमूना", ["राम उदाहरण", "सीता नमूना"]),
        ("zh", "文/王小明", ["王小明"]),
        ("zh", "本报记者 王小明 李大为", ["王小明", "李大为"]),
        ("zh", "记者王小明 通讯员李大为", ["王小明", "李大为"]),
        ("zh", "作者：王小明 编辑：李大为", ["王小明"]),
        ("ja", "取材・文＝山田花子　写真＝鈴木太郎", ["山田花子"]),
        ("ja", "【山田花子】", ["山田花子"]),
        ("ja", "山田 花子、鈴木 太郎", ["山田 花子", "鈴木 太郎"]),
        ("ja", "ジョン・スミス", ["ジョン・スミス"]),
        ("ko", "홍길동·김영희 기자", ["홍길동", "김영희"]),
        ("ko", "글 홍길동 기자 / 사진 김영희 기자", ["홍길동"]),
        ("ko", "[홍길동 기자]", ["홍길동"]),
        ("sv", "Av Anna Exempel och Karl Prov", ["Anna Exempel", "Karl Prov"]),
        ("no", "Av Ola Eksempel og Kari Prøve", ["Ola Eksempel", "Kari Prøve"]),
        ("da", "Af Ole Eksempel", ["Ole Eksempel"]),
        ("fi", "Teksti: Matti Esimerkki ja Liisa Koe, kuvat: Aino Malli", ["Matti Esimerkki", "Liisa Koe"]),
        ("cs", "Jan Příklad a Eva Zkoušková", ["Jan Příklad", "Eva Zkoušková"]),
        ("cs", "Napsala Eva Zkoušková", ["Eva Zkoušková"]),
        ("hu", "Írta: Példa János", ["Példa János"]),
        ("ro", "De Ion Exemplu și Maria Probă", ["Ion Exemplu", "Maria Probă"]),
        ("el", "Του Γιάννη Παραδείγματος", ["Γιάννη Παραδείγματος"]),
        ("el", "Γράφει ο Γιάννης Παράδειγμα", ["Γιάννης Παράδειγμα"]),
        ("id", "Oleh Budi Contoh dan Siti Percobaan", ["Budi Contoh", "Siti Percobaan"]),
        ("id", "Penulis: Budi Contoh Editor: Siti Percobaan", ["Budi Contoh"]),
        ("vi", "Tác giả: Nguyễn Văn Ví", ["Nguyễn Văn Ví"]),
        ("vi", "Bài và ảnh: Nguyễn Văn Ví", ["Nguyễn Văn Ví"]),
        ("he", "מאת דוד דוגמה", ["דוד דוגמה"]),
        ("th", "โดย สมชาย ตัวอย่าง", ["สมชาย ตัวอย่าง"]),
    ],
)
def test_names_in_many_languages(language: str, raw: str, expected: list[str]) -> None:
    assert names(raw, language) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("J. K. Roe", ["J. K. Roe"]),
        ("A. J. Roe", ["A. J. Roe"]),
        ("Miguel A. Roe", ["Miguel A. Roe"]),
        ("Ludwig van der Roe", ["Ludwig van der Roe"]),
        ("José Roe y Doe", ["José Roe y Doe"]),
        ("Mohammed bin Salim al-Roe", ["Mohammed bin Salim al-Roe"]),
        ("Maria O'Brien-Roe", ["Maria O'Brien-Roe"]),
        ("Seán Ó Roe", ["Seán Ó Roe"]),
        ("Ana Roe, Jr.", ["Ana Roe Jr."]),
        ("Jon Roe III", ["Jon Roe III"]),
        ("By Ana Roe, M.D., and Jon Doe, PhD", ["Ana Roe", "Jon Doe"]),
        ("Dr. Ana Roe", ["Dr. Ana Roe"]),
        ('Robert "Bob" Roe', ['Robert "Bob" Roe']),
        ("Roe, Ana", ["Ana Roe"]),
        ("Oleh Kovalenko", ["Oleh Kovalenko"]),
        ("Von Miller", ["Von Miller"]),
        ("Di Wu", ["Di Wu"]),
        ("By bell roe", ["bell roe"]),
        ("By Kofi", ["Kofi"]),
        ("By Ama and Kofi", ["Ama", "Kofi"]),
        ("Ana and Jon Roe", ["Ana", "Jon Roe"]),
    ],
)
def test_shapes_of_names(raw: str, expected: list[str]) -> None:
    assert names(raw) == expected


@pytest.mark.parametrize(
    ("raw", "author"),
    [
        ("Ana Roe, Senior Health Correspondent", Author("Ana Roe", role="Senior Health Correspondent")),
        ("Staff Writer Ana Roe", Author("Ana Roe", role="Staff Writer")),
        ("Ana RoeTravel News Reporter", Author("Ana Roe", role="Travel News Reporter")),
        ("Ana Roe\nChief Editor\nFollow", Author("Ana Roe", role="Chief Editor")),
        ("Ana Roe, Certified Sleep Consultant", Author("Ana Roe", role="Certified Sleep Consultant")),
        ("By Ana Roe in Kyiv", Author("Ana Roe", role="in Kyiv")),
        ("Von Anna Beispiel, Redakteurin in Berlin", Author("Anna Beispiel", role="Redakteurin in Berlin")),
        ("Anna Beispiel für WELT", Author("Anna Beispiel", role="für WELT")),
        ("홍길동 특파원", Author("홍길동", role="특파원")),
    ],
)
def test_posts(raw: str, author: Author) -> None:
    byline = read_byline(raw)
    assert byline is not None
    assert byline.authors == (author,)


def test_a_post_in_the_singular_is_the_last_ones() -> None:
    byline = read_byline("By Ana Roe and Jon Doe, Political Editor")
    assert byline is not None
    assert byline.authors == (Author("Ana Roe"), Author("Jon Doe", role="Political Editor"))


@pytest.mark.parametrize(
    ("raw", "people", "organisations"),
    [
        ("By Reuters", [], ["Reuters"]),
        ("(AFP)", [], ["AFP"]),
        ("Ana Roe, The Associated Press", ["Ana Roe"], ["The Associated Press"]),
        ("By ANA ROE The Associated Press", ["ANA ROE"], ["The Associated Press"]),
        ("Von Anna Beispiel (dpa)", ["Anna Beispiel"], ["dpa"]),
        ("Par Jeanne Exemple avec AFP", ["Jeanne Exemple"], ["AFP"]),
        ("Associated Press in Ulm", [], ["Associated Press"]),
        ("Ana Roe of The Daily Example", ["Ana Roe"], ["The Daily Example"]),
        ("Ana Roe, Daily Example", ["Ana Roe"], ["Daily Example"]),
        ("Ana Roe USA EXAMPLE NETWORK", ["Ana Roe"], ["USA EXAMPLE NETWORK"]),
        ("By Ana Roe and the Example Team", ["Ana Roe"], ["the Example Team"]),
        ("EXA STAFF", [], ["EXA STAFF"]),
        ("By Center for Ship Design and Research", [], ["Center for Ship Design and Research"]),
        ("red, Example.at/Agenturen", [], ["Example.at"]),
        ("新华社记者 王小明", ["王小明"], ["新华社"]),
        ("أ ف ب", [], ["أ ف ب"]),
    ],
)
def test_organisations(raw: str, people: list[str], organisations: list[str]) -> None:
    assert names(raw) == people
    assert houses(raw) == organisations


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "By",
        "Staff",
        "admin",
        "Editor",
        "Redaktion",
        "Von unserer Redaktion",
        "La rédaction",
        "Agencias",
        "Our Correspondent",
        "By A Staff Reporter",
        "12 March 2021, 10:45 am",
        "5 min read",
        "Updated 5:00 PM EST, Fri March 12, 2021",
        "0 Comments",
        "Share this article",
        "Follow @anaroe",
        "https://example.com/profile/ana-roe",
        "Photos by Ana Roe",
        "Foto: Anna Beispiel",
        "تصوير: علي المثال",
        "Edited by Ana Roe",
        "Fact checked by Ana Roe and Jon Doe",
        "Medically reviewed by Dr. Ana Roe",
        "Updated by Ana Roe",
        "Category: Ana Roe",
        "Ana Roe is a reporter who covers the harbour for us.",
        "Browse jobs by State",
        "来源：新华网",
    ],
)
def test_nobody_is_named(raw: str) -> None:
    assert read_byline(raw) is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Ana RoeAna Roe", ["Ana Roe"]),
        ("Ana Roe\nAna Roe", ["Ana Roe"]),
        ("Ana RoeJon Doe", ["Ana Roe", "Jon Doe"]),
        ("Ronan MacFarlane", ["Ronan MacFarlane"]),
        ("bySauli Roe", ["Sauli Roe"]),
        ("Ana Roe View profile", ["Ana Roe"]),
        ("Ana Roe@anaroe", ["Ana Roe"]),
        ("Ana Roe ana.roe@example.com", ["Ana Roe"]),
        ("Ana Roe Published 12 March 2021", ["Ana Roe"]),
        ("Ana RoemanDecember 17, 2025", ["Ana Roeman"]),
        ("Ana Roe1, Jon Doe2", ["Ana Roe", "Jon Doe"]),
        ("Politics\nBy\nAna Roe\n12 March 2021", ["Ana Roe"]),
        ("Ana Roe • 5h • 3 min read", ["Ana Roe"]),
        ("Text: Anna Beispiel | Fotos: Karl Probe", ["Anna Beispiel"]),
        ("Ana Roe (text) and Jon Doe (photos)", ["Ana Roe"]),
        ("By Ana Roe, Photos by Jon Doe and Eve Poe", ["Ana Roe"]),
        ("Text and photos by Ana Roe", ["Ana Roe"]),
        ("Written by Ana Roe\n|\nEdited by Jon Doe", ["Ana Roe"]),
        ("Fact Checked By\nJon Doe\nWritten By\nAna Roe", ["Ana Roe"]),
        ("By Ana Roe, New York", ["Ana Roe"]),
        ("Mario Esempio, Roma", ["Mario Esempio"]),
        ("Mahi Roe in\nGarden Care", ["Mahi Roe"]),
        ("Maria &amp; Ana Roe", ["Maria", "Ana Roe"]),
        ("<b>Ana Roe</b>", ["Ana Roe"]),
        ("Ana\u200b Roe\u00ad", ["Ana Roe"]),
    ],
)
def test_furniture_goes(raw: str, expected: list[str]) -> None:
    assert names(raw) == expected


def test_links_give_addresses_and_part_what_is_glued() -> None:
    urls = {"Ana Roe": "https://example.com/author/ana", "Kofi": "https://example.com/author/kofi", "Travel": "/travel"}
    byline = read_byline("Ana RoeExpert\nKofi\nTravel", urls=urls)
    assert byline is not None
    assert byline.authors == (
        Author("Ana Roe", url="https://example.com/author/ana", role="Expert"),
        Author("Kofi", url="https://example.com/author/kofi"),
    )


def test_the_sites_own_names_are_no_persons() -> None:
    byline = read_byline("By Ana Roe Evening Example", site_names=("The Evening Example", "Evening.example"))
    assert byline is not None
    assert [author.name for author in byline.authors] == ["Ana Roe"]
    assert byline.organisations == ("Evening Example",)
    alone = read_byline("Evening Example", site_names=("The Evening Example",))
    assert alone is not None
    assert (alone.authors, alone.organisations) == ((), ("Evening Example",))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "By Ana Roe", True),
        ("en", "March 12, 2021 | By Ana Roe", True),
        ("en", "Words: Ana Roe", True),
        ("de", "Von Anna Beispiel", True),
        ("ar", "بقلم: سامي النموذج", True),
        ("zh", "文/王小明", True),
        ("en", "Ana Roe", False),
        ("en", "Photos by Ana Roe", False),
        ("en", "By the time the harbour was open again it was late", False),
        ("de", "Von der Küste bis in die Berge blieb es trocken", False),
        ("en", "Browse jobs by State", False),
        ("en", "By Ana Roe " + "x" * 300, False),
    ],
)
def test_lines_that_say_they_are_bylines(language: str, text: str, expected: bool) -> None:
    assert opens_as_byline(text, language=language) is expected


@pytest.mark.parametrize(
    ("values", "people", "organisations"),
    [
        (["Ana Roe"], ["Ana Roe"], []),
        (["Ana Roe and Jon Doe, dpa"], ["Ana Roe", "Jon Doe"], ["dpa"]),
        (["Ana Roe", "ana roe"], ["Ana Roe"], []),
        (["Roe, Ana", "Doe, Jon T."], ["Ana Roe", "Jon T. Doe"], []),
        (["Jong, Michiel de"], ["Michiel de Jong"], []),
        (["By Ana Roe"], ["Ana Roe"], []),
        (["Kofi"], ["Kofi"], []),
        (["aroe"], ["aroe"], []),
        (["example.com, Ulm, Germany"], [], ["example.com"]),
        (["https://www.facebook.com/example", "https://example.com/authors/ana-roe/"], [], []),
        (["@anaroe", "admin", "Staff", "Administrator", "n/a"], [], []),
        ([{"@type": "Person", "name": "Ana Roe"}, {"@type": "Person", "name": "Jon Doe"}], ["Ana Roe", "Jon Doe"], []),
        ([{"@type": "Organization", "name": "Ana Roe"}], [], ["Ana Roe"]),
        ([{"@type": ["Person", "Organization"], "name": "Ana Roe"}], ["Ana Roe"], []),
        ([{"@type": "Person", "name": "Example Media Group"}], [], ["Example Media Group"]),
        ([{"@type": "Person", "name": "Associated Press"}], [], ["Associated Press"]),
        ([{"@type": "Person", "name": ["Ana Roe", "Jon Doe"]}], ["Ana Roe", "Jon Doe"], []),
        ([{"@type": "Person", "name": {"@value": "Ana Roe"}}], ["Ana Roe"], []),
        ([{"@type": "Person", "givenName": "Ana", "familyName": "Roe"}], ["Ana Roe"], []),
        ([{"@type": "Person", "byline": "Ana Roe"}], ["Ana Roe"], []),
        ([{"@list": [{"name": "Ana Roe"}, ["Jon Doe"]]}], ["Ana Roe", "Jon Doe"], []),
        ([{"@type": "Person"}, {"@type": "Person", "name": "  "}, {"@type": "Person", "name": None}], [], []),
    ],
)
def test_declared_values(values: list[object], people: list[str], organisations: list[str]) -> None:
    authors, found = read_author_names(values)  # type: ignore[arg-type]
    assert [author.name for author in authors] == people
    assert list(found) == organisations


def test_nodes_of_linked_data_give_address_and_post() -> None:
    node = {"@type": "Person", "name": "Ana Roe", "url": "https://example.com/ana", "jobTitle": "Reporter"}
    assert read_author_names([node])[0] == (Author("Ana Roe", url="https://example.com/ana", role="Reporter"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Roe", True),
        ("ANA ROE", True),
        ("Ana de la Roe", True),
        ("Dr. Roe", True),
        ("Nguyễn Văn Ví", True),
        ("محمد حسن", True),
        ("राम उदाहरण", True),
        ("王小明", True),
        ("山田 花子", True),
        ("홍길동", True),
        ("Ana", False),
        ("ana roe", False),
        ("Staff Writer", False),
        ("Example News", False),
        ("The Ritualist", False),
        ("Share This", False),
        ("From Berlin", False),
        ("Ana Roe 2", False),
        ("Ana Roe, Jon Doe", False),
        ("The harbour was closed for the night", False),
        ("会員登録", False),
        ("社会部", False),
        ("", False),
        ("a" * 5_000_000, False),
    ],
)
def test_is_person_name(text: str, expected: bool) -> None:
    assert is_person_name(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "By " + "a" * 2_000_000,
        "Ana Roe, " * 200_000,
        "(" * 2_000_000,
        "A. " * 600_000,
        "by " * 600_000,
        "<" * 2_000_000,
        "@" * 2_000_000,
        "1 " * 1_000_000,
        "\n" * 2_000_000,
        "駐" * 1_000_000,
        "ジ・" * 500_000,
        "Roe, Ana; " * 200_000,
        "https://" * 200_000,
        "AnaRoe" * 300_000,
        "و" * 1_000_000,
    ],
)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    started = time.perf_counter()
    read_byline(text, urls={"Ana Roe": "/ana", "a": "/a"})
    read_author_names([text])
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    ("language", "raw", "expected"),
    [
        ("en", "By Anna Link, MS, RD on November 14, 2019", ["Anna Link"]),  # a word of the page's furniture too
        ("en", "By Anna Roe, MA ExaMED Health News", ["Anna Roe"]),
        ("en", "Anna Roe The Exampler Thu, 14 May 2020 17:55 UTC", ["Anna Roe"]),
        ("en", "By Ilse Maio on January 21, 2023", ["Ilse Maio"]),
        ("de", "Am 13. November 2019 Von Ilse In", ["Ilse"]),
        ("fr", "Par JEANNE EXEMPLE, PAUL ESSAI Envoyés spéciaux à Lyon", ["JEANNE EXEMPLE", "PAUL ESSAI"]),
        ("de", "Erstellt von Anna Beispiel am 12. März 2021", ["Anna Beispiel"]),
        ("de", "Autor: Rechtsanwalt Karl Probe", ["Karl Probe"]),
        ("bn", "লেখক: রহিম উদাহরণ", ["রহিম উদাহরণ"]),
        ("tr", "Ayşe ÖRNEK-Mehmet DENEME/ANKARA, (DHA)", ["Ayşe ÖRNEK", "Mehmet DENEME"]),
        ("ja", "文／山田太郎 写真／佐藤花子", ["山田太郎"]),
        ("ja", "[山田太郎，EXmedia]", ["山田太郎"]),
        ("ko", "글·사진 홍길동 기자", ["홍길동"]),
        ("zh", "李华 文/摄", ["李华"]),
        ("zh", "来源：某某时报网作者：李在山", ["李在山"]),
        ("zh", "来源：某某网 作者：李在山 责任编辑：王强", ["李在山"]),
        ("zh", "发表于2014-08-24| 1164次阅读| 来源EXA| 作者李在山", ["李在山"]),
        ("zh", "本报记者 王小明 通讯员 李华 文/摄", ["王小明", "李华"]),
        ("zh", "采写：某某记者 王小明 李华", ["王小明", "李华"]),
        ("zh", "撰文：王小明 出版：2023-05-01 更新：2023-05-02", ["王小明"]),
        ("zh", "來源：某報 記者王小明／綜合報導", ["王小明"]),
        ("zh", "作者：未知 责任编辑：王强", []),
        ("zh", "时间：2019-09-25 作者：网络整理 阅读：1644", []),
        ("zh", "关注", []),
        ("zh", "某某科技 我有话说", []),
    ],
)
def test_lines_of_other_sites(language: str, raw: str, expected: list[str]) -> None:
    assert names(raw, language) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("某某新闻记者 王小明 李华", True),
        ("某某新闻记者", False),
        ("发表于2014-08-24| 1164次阅读| 来源EXA| 0 条评论| 作者李在山", True),
        # What stands behind a comma is the post of somebody in a picture.
        ("Pedro Prueba, periodista y premio de la paz (EXA/Juana Ejemplo)", False),
    ],
)
def test_what_announces_a_name_on_other_sites(raw: str, expected: bool) -> None:
    assert opens_as_byline(raw) is expected
