"""The dateline parser: the houses' styles, openings that are none, days, and hostile input."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from cleanscrape.article import Dateline
from cleanscrape.fields.agency import canonical_agency, read_credit
from cleanscrape.fields.dateline import dateline_span, parse_dateline
from cleanscrape.fields.day import Day, day_at, iso_day
from cleanscrape.fields.place import Standing, name_end, standing

SENTENCE = {
    "ar": "قال حارس المنارة إن المصباح القديم سيضيء من جديد.",
    "de": "Der Leuchtturm soll nach dem Willen der Gemeinde im Frühjahr wieder leuchten.",
    "en": "The lamp of the old lighthouse will burn again in spring, its keeper said.",
    "es": "El faro viejo volverá a encenderse en primavera, dijo su guardián el martes.",
    "fr": "Le vieux phare sera rallumé au printemps, a promis mardi son gardien.",
    "hi": "पुराना दीपस्तंभ वसंत में फिर जलेगा, उसके रखवाले ने मंगलवार को बताया।",
    "id": "Mercusuar tua itu akan menyala lagi pada musim semi, kata penjaganya.",
    "it": "Il vecchio faro tornerà ad accendersi in primavera, ha detto il guardiano.",
    "ja": "古い灯台は春にふたたび灯をともすと、灯台守が火曜日に語った。",
    "ko": "낡은 등대가 봄에 다시 불을 밝힌다고 등대지기가 화요일 말했다.",
    "no": "Det gamle fyret skal lyse igjen til våren, sier fyrvokteren.",
    "pl": "Stara latarnia znów zaświeci na wiosnę, zapowiedział jej opiekun.",
    "pt": "O velho farol voltará a acender na primavera, disse o seu guardião.",
    "ru": "Старый маяк снова зажгут весной, пообещал во вторник его смотритель.",
    "tr": "Eski fener ilkbaharda yeniden yanacak, dedi bekçisi salı günü.",
    "ur": "پرانا مینار بہار میں پھر روشن ہو گا، اس کے نگہبان نے بتایا۔",
    "vi": "Ngọn hải đăng cũ sẽ sáng trở lại vào mùa xuân, người gác đèn cho biết.",
    "zh": "守塔人星期二说，旧灯塔将在春天重新点亮。",
}

# Opening with its separator ~ language ~ location ~ agencies ~ date
STYLES = """
OSLO, Nov 3 (Reuters) - ~ en ~ OSLO ~ Reuters ~ --11-03
(Reuters) — ~ en ~  ~ Reuters ~
Nov. 3 (UPI) -- ~ en ~  ~ UPI ~ --11-03
HARTFORD, Conn. (AP) — ~ en ~ HARTFORD, Conn. ~ AP ~
ST. CLOUD, Minn. — ~ en ~ ST. CLOUD, Minn. ~  ~
THE DALLES, Ore. — ~ en ~ THE DALLES, Ore. ~  ~
MCALLEN/LAREDO, Texas — ~ en ~ MCALLEN/LAREDO, Texas ~  ~
TULSA (KTUL) -- ~ en ~ TULSA ~ KTUL ~
PHOENIX (3TV/CBS 5) -- ~ en ~ PHOENIX ~ 3TV; CBS 5 ~
MUNCIE — ~ en ~ MUNCIE ~  ~
Tampere (STT) – ~ en ~ Tampere ~ STT ~
BEIJING, Nov. 3 (Xinhua) -- ~ en ~ BEIJING ~ Xinhua ~ --11-03
MOSCOW. Nov 3 (Interfax) - ~ en ~ MOSCOW ~ Interfax ~ --11-03
BAKU, Azerbaijan, November 3. ~ en ~ BAKU, Azerbaijan ~  ~ --11-03
ASTANA. KAZINFORM – ~ en ~ ASTANA ~ KAZINFORM ~
Hyderabad (Telangana) [India], November 3 (ANI): ~ en ~ Hyderabad (Telangana) [India] ~ ANI ~ --11-03
Nagpur, Nov 3 (PTI) ~ en ~ Nagpur ~ PTI ~ --11-03
SIALKOT: ~ en ~ SIALKOT ~  ~
Pune: ~ en ~ Pune ~  ~
SUKKUR (UrduPoint News / Sputnik - 03rd November, 2022) ~ en ~ SUKKUR ~ UrduPoint News; Sputnik ~ 2022-11-03
SWAT, (APP - UrduPoint / Online - 3rd Nov, 2022 ) : ~ en ~ SWAT ~ APP; UrduPoint; Online ~ 2022-11-03
Tehran, Nov 3, IRNA – ~ en ~ Tehran ~ IRNA ~ --11-03
Shafaq News/ ~ en ~  ~ Shafaq News ~
Baghdad / NINA / ~ en ~ Baghdad ~ NINA ~
Tamale (N/R), Nov. 3, GNA - ~ en ~ Tamale (N/R) ~ GNA ~ --11-03
NAIROBI, Kenya Nov 3 - ~ en ~ NAIROBI, Kenya ~  ~ --11-03
Kampala, Uganda | THE INDEPENDENT | ~ en ~ Kampala, Uganda ~ THE INDEPENDENT ~
AKP Phnom Penh, November 03, 2022 – ~ en ~ Phnom Penh ~ AKP ~ 2022-11-03
SALEM, Nov. 3, 2022 /PRNewswire/ -- ~ en ~ SALEM ~ PRNewswire ~ 2022-11-03
BOISE, Idaho--(BUSINESS WIRE)-- ~ en ~ BOISE, Idaho ~ BUSINESS WIRE ~
RENO, NV / ACCESSWIRE / November 3, 2022 / ~ en ~ RENO, NV ~ ACCESSWIRE ~ 2022-11-03
Regina, Saskatchewan--(Newsfile Corp. - November 3, 2022) - ~ en ~ Regina, Saskatchewan ~ Newsfile Corp. ~ 2022-11-03
Mesa, AZ (PRWEB) November 03, 2014 ~ en ~ Mesa, AZ ~ PRWEB ~ 2014-11-03
GABORONE, Nov 3, Pulawire - ~ en ~ GABORONE ~ Pulawire ~ --11-03
MASERU (Lesothowire) – ~ en ~ MASERU ~ Lesothowire ~
PACIFIC OCEAN (Nov. 3, 2022) -- ~ en ~ PACIFIC OCEAN ~  ~ 2022-11-03
Ulm (dpa/lsw) - ~ de ~ Ulm ~ dpa/lsw ~
Trier/Koblenz (dpa/AFP) - ~ de ~ Trier/Koblenz ~ dpa; AFP ~
Fulda (epd). ~ de ~ Fulda ~ epd ~
dpa Jena - ~ de ~ Jena ~ dpa ~
Celle. ~ de ~ Celle ~  ~
Wolfratshausen. ~ de ~ Wolfratshausen ~  ~
Limburg a. d. Lahn (dpa) - ~ de ~ Limburg a. d. Lahn ~ dpa ~
Halle (Saale) - ~ de ~ Halle (Saale) ~  ~
Linz, am 3. November 2022 – ~ de ~ Linz ~  ~ 2022-11-03
(3. November 2022) ~ de ~  ~  ~ 2022-11-03
Rouen, le 3 novembre (AFP) - ~ fr ~ Rouen ~ AFP ~ --11-03
(Québec) ~ fr ~ Québec ~  ~
ALGER- ~ fr ~ ALGER ~  ~
(ANSA) - BARI, 3 NOV - ~ it ~ BARI ~ ANSA ~ --11-03
Lucca, 3 nov. (Adnkronos) - ~ it ~ Lucca ~ Adnkronos ~ --11-03
ACN Girona.- ~ es ~ Girona ~ ACN ~
Cuzco, 3 nov (EFE).- ~ es ~ Cuzco ~ EFE ~ --11-03
MURCIA, 3 (EUROPA PRESS) ~ es ~ MURCIA ~ EUROPA PRESS ~ ---03
(Geneva, November 3, 2022) – ~ en ~ Geneva ~~ 2022-11-03
(Tunis) – ~ en ~ Tunis ~~
GENEVA (3 November 2022) – ~ en ~ GENEVA ~~ 2022-11-03
REDMOND, Wash. — Nov. 3, 2022 — ~ en ~ REDMOND, Wash. ~~ 2022-11-03
Dubai, UAE; 3 November 2022: ~ en ~ Dubai, UAE ~~ 2022-11-03
Neuss · ~ de ~ Neuss ~~
DAL NOSTRO INVIATO PARIGI - ~ it ~ PARIGI ~~
MORELIA, Mich.- ~ es ~ MORELIA, Mich ~  ~
Braga, 03 nov 2022 (Lusa) – ~ pt ~ Braga ~ Lusa ~ 2022-11-03
Toruń, 03.11.2022 (PAP) - ~ pl ~ Toruń ~ PAP ~ 2022-11-03
OSLO (NTB): ~ no ~ OSLO ~ NTB ~
BURSA (AA) - ~ tr ~ BURSA ~ AA ~
ПЕРМЬ, 3 ноября. /ТАСС/. ~ ru ~ ПЕРМЬ ~ ТАСС ~ --11-03
ОМСК, 3 ноя — РИА Новости. ~ ru ~ ОМСК ~ РИА Новости ~ --11-03
Пенза. 3 ноября. INTERFAX.RU - ~ ru ~ Пенза ~ INTERFAX.RU ~ --11-03
3 ноября, Минск /Корр. БЕЛТА/. ~ ru ~ Минск ~ БЕЛТА ~ --11-03
Medan (ANTARA) - ~ id ~ Medan ~ ANTARA ~
TEMPO.CO, Solo - ~ id ~ Solo ~ TEMPO.CO ~
JAMBI, KOMPAS.com - ~ id ~ JAMBI ~ KOMPAS.com ~
(Dân trí) - ~ vi ~  ~ Dân trí ~
حلب (رويترز) - ~ ar ~ حلب ~ رويترز ~
الكويت - 3 - 11 (كونا) -- ~ ar ~ الكويت ~ كونا ~ --11-03
الدوحة في ٣ نوفمبر /قنا/ ~ ar ~ الدوحة ~ قنا ~ --11-03
لاہور، 3 نومبر (این این آئی) ~ ur ~ لاہور ~ این این آئی ~ --11-03
पटना, ३ नवंबर (भाषा)। ~ hi ~ पटना ~ भाषा ~ --11-03
नयी दिल्ली, तीन नवंबर (भाषा) ~ hi ~ नयी दिल्ली ~ भाषा ~ --11-03
新华社昆明11月3日电 ~ zh ~ 昆明 ~ 新华社 ~ --11-03
（吉隆坡3日讯） ~ zh ~ 吉隆坡 ~  ~ ---03
【パリ共同】 ~ ja ~ パリ ~ 共同 ~
【11月3日 AFP】 ~ ja ~  ~ AFP ~ --11-03
［ロンドン　３日　ロイター］ - ~ ja ~ ロンドン ~ ロイター ~ ---03
(대전=연합뉴스) = ~ ko ~ 대전 ~ 연합뉴스 ~
[파이낸셜뉴스] ~ ko ~  ~ 파이낸셜뉴스 ~
"""

TIGHT = ("--", "】", "］ -", "讯）", "日电", "BUSINESS WIRE)--")


def _cases(table: str) -> list[tuple[str, str, str | None, tuple[str, ...], str | None]]:
    cases = []
    for line in table.strip().splitlines():
        opening, language, location, agencies, date = (f.strip() for f in line.split("~"))
        names = tuple(a.strip() for a in agencies.split(";") if a.strip())
        cases.append((opening, language, location or None, names, date or None))
    return cases


@pytest.mark.parametrize(("opening", "language", "location", "agencies", "date"), _cases(STYLES))
def test_a_house_style_is_read(
    opening: str, language: str, location: str | None, agencies: tuple[str, ...], date: str | None
) -> None:
    rest = SENTENCE[language]
    blank = "" if opening.endswith(TIGHT) else " "
    found = parse_dateline(f"{opening}{blank}{rest}", language=language)
    assert found.dateline is not None
    assert (found.dateline.location, found.dateline.agencies, found.dateline.date) == (location, agencies, date)
    assert found.rest == rest


@pytest.mark.parametrize(
    ("text", "reporter"),
    [
        ("ТОМСК, 3 ноя — РИА Новости, Вера Лосева. Маяк зажгут снова.", "Вера Лосева"),
        ("РИГА, 3 ноября. /Корр. ТАСС Илья Ветров/. Маяк зажгут снова.", "Илья Ветров"),
        ("Бургас, 3 ноември (Рада Пенева, БТА) Фарът ще свети отново.", "Рада Пенева"),
        ("RİZE (AA) - SELİN KAYALI - Eski fener yeniden yanacak.", "SELİN KAYALI"),
        ("新华社昆明11月3日电（记者白小川、林一）旧灯塔将重新点亮。", "白小川、林一"),
        ("（中央社記者白小川花蓮3日電）舊燈塔將重新點亮。", "白小川"),
        ("〔記者白小川／花蓮報導〕舊燈塔將重新點亮。", "白小川"),
        ("【ロンドン＝灯台守男】古い灯台がともる。", "灯台守男"),
        ("(강릉=연합뉴스) 등대지 기자 = 낡은 등대가 불을 밝힌다.", "등대지"),
        ("[하늘경제 등대지 기자] 낡은 등대가 불을 밝힌다.", "등대지"),
    ],
)
def test_the_reporter_in_a_dateline_is_taken(text: str, reporter: str) -> None:
    found = parse_dateline(text).dateline
    assert found is not None
    assert found.reporter == reporter


@pytest.mark.parametrize(
    "text",
    [
        "Oslo, the lighthouse's harbour, has been dark since the storm of last week.",
        "Oslo — like every harbour on this coast — has been dark since the storm.",
        "Oslo (population 700,000) has one lighthouse, and it has been dark since the storm.",
        "Oslo - Bergen 2-1 (1-0). Goals by Vik and Moe, both with the head, late in the storm.",
        "OSLO 2 - 1 BERGEN: Vik and Moe scored with the head, late in the storm, before few.",
        "Oslo: The Musical opens on Friday with songs of lamps, gulls and rain, and more rain.",
        "Oslo, Bergen, Narvik – Three lighthouses went dark in one night, and nobody knows why.",
        "OSLO LIGHTHOUSE KEEPERS: The men of the lamp are on strike for a longer ladder, they say.",
        "Reuters (the dog, not the agency) sleeps beneath the lamp and barks at passing ships.",
        "AP Physics — The course on lamps — is taught in the lighthouse by its retired keeper.",
        "The Associated Press (AP) — The oldest of the wires — has never had a lighthouse desk.",
        "Lena Vik (right) – The keeper of the lighthouse waves to the ships from her balcony.",
        "Sen. Lena Vik (D-Vt.) — The keeper's daughter — said that the lamp should burn again.",
        "VIK (D) — 51%; MOE (R) — 47%; others — 2%, with all of the lighthouses reporting now.",
        "LENA VIK: I came to live in the lighthouse because nobody else wanted to, you see.",
        "VIK: Well, I came to live in the lighthouse because nobody else wanted to, you see.",
        "Q: How did you come to live in the lighthouse, and what do the gulls make of it all?",
        "WHAT: A walk to the lighthouse with its last keeper, who tells of ships and of storms.",
        "BREAKING: The lighthouse will burn again in spring, the harbour board has just announced.",
        "OPINION: The lighthouse should burn again, and it should burn tonight, not in the spring.",
        "UPDATE — The lighthouse will burn again in spring, the harbour board has just announced.",
        "EXCLUSIVE: The lighthouse will burn again in spring, the harbour board has told this paper.",
        "FILE - In this Nov. 3, 2022 file photo, the lighthouse stands dark above the harbour.",
        "NATO — The alliance of the north has sent a lamp for the lighthouse, and a man to light it.",
        "MAP — Where the lighthouses burn this winter, and where they do not, and why they don't.",
        "Nov. 3, 2022, was the day on which the lamp of the old lighthouse went out in a storm.",
        "November 3 — Keeper's Day — is kept with cake at the lighthouse, even in the worst storm.",
        "Monday, 3 November – The lighthouse opens at noon; tickets are sold at the foot of the stairs.",
        "(Photo: Lena Vik) The lighthouse stands dark above the harbour after the storm of Tuesday.",
        "(Editor's note: The lighthouse has since burned again.) It was a dark night on the coast.",
        "(Reuters/Lena Vik) The lighthouse stands dark above the harbour after the storm of Tuesday.",
        "Boston, April 19, 1775 — The lamp in the steeple was the only lighthouse of that night, they say.",
        "Lamp Repair Fund (LRF) - The fund that pays for the lamp has run dry, says its treasurer.",
        "LAMPS — GULLS: The rivalry is as old as the lighthouse, and neither has ever won outright.",
        "By LENA VIK, Associated Press",
        "LONDON",
        "Booking.com - Great for rooms with a view of the lighthouse, though the lamp is in the way.",
        "Trello - A great tool for keepers who share one lamp and cannot agree on whose night it is.",
        "Paris. It has no lighthouse, and the keeper's postcard of it hangs beside the lamp, upside down.",
        "Charlotte: The lamp is the best part of the house, and my mother thinks so too, most nights.",
        "Schade. Der Leuchtturm bleibt auch in diesem Winter dunkel, obwohl alle dafür waren.",
        "Leipzig. Hier stand nie ein Leuchtturm, und doch hat die Stadt einen im Wappen geführt.",
        "Leuchtturm (Foto: dpa) – Der Turm bleibt auch in diesem Winter dunkel, sagt der Wärter.",
        "Vogt (SPD): Der Leuchtturm bleibt auch in diesem Winter dunkel, sagt die Gemeinde.",
        "REPORTAGE - Le vieux phare restera éteint cet hiver, et son gardien compte les mouettes.",
        "Paris, Brest, Calais : trois phares se sont éteints en une nuit, et nul ne sait pourquoi.",
        "OPINIÓN.- El faro viejo seguirá apagado este invierno, y eso es un error de todos.",
        "LEDARE. Den gamla fyren förblir släckt i vinter, och det är ett misstag av kommunen.",
        "Москва — город без маяка, и смотрители из неё уезжают к морю, когда приходит весна.",
        "ФОТО: Старый маяк снова зажгут весной, пообещал во вторник его смотритель.",
        "قال الحارس (رويترز) يوم الثلاثاء إن المصباح القديم سيضيء من جديد.",
        "प्रश्न: पुराना दीपस्तंभ कब जलेगा, और उसके रखवाले ने मंगलवार को क्या बताया?",
        "北京时间11月3日，旧灯塔重新点亮，守塔人说他已经等了很久。",
        "据新华社报道，旧灯塔将在春天重新点亮，守塔人说他已经等了很久。",
        "（图片来源：新华社）旧灯塔将在春天重新点亮，守塔人已经等了很久。",
        "【写真】古い灯台は春にふたたび灯をともすと、灯台守が語った。",
        "【サッカー・日本代表】古い灯台は春にふたたび灯をともすと、灯台守が語った。",
        "(사진=연합뉴스) 낡은 등대가 봄에 다시 불을 밝힌다고 등대지기가 말했다.",
        "",
        " \n ",
    ],
)
def test_an_opening_that_is_no_dateline_is_left(text: str) -> None:
    assert parse_dateline(text) == (None, text)


def test_the_raw_dateline_is_as_printed_without_its_separator() -> None:
    text = "\n KOTOR  (Reuters) —  The lamp will burn again in spring."
    found = dateline_span(text)
    assert found == (
        Dateline(raw="KOTOR  (Reuters)", location="KOTOR", agencies=("Reuters",)),
        text.index("The lamp"),
    )


@pytest.mark.parametrize(
    ("text", "published", "date"),
    [
        ("OSLO, Nov 3 (Reuters) - The lamp burns.", dt.date(2022, 11, 4), "2022-11-03"),
        ("OSLO, Dec 31 (Reuters) - The lamp burns.", dt.date(2023, 1, 1), "2022-12-31"),
        ("OSLO, Jan 1 (Reuters) - The lamp burns.", dt.date(2022, 12, 31), "2023-01-01"),
        ("OSLO, Nov 3 (Reuters) - The lamp burns.", dt.datetime(2022, 11, 4, 6, tzinfo=dt.UTC), "2022-11-03"),
        ("（中央社台北30日電）燈塔亮了。", dt.date(2022, 12, 1), "2022-11-30"),
        ("OSLO, Nov 3, 2021 (Reuters) - The lamp burns.", dt.date(2022, 11, 4), "2021-11-03"),
        ("Oslo, 3.11.221 – The lamp of the old lighthouse burns again.", dt.date(2022, 11, 4), "2022-11-03"),
        ("OSLO (Reuters) - The lamp burns.", dt.date(2022, 11, 4), None),
    ],
)
def test_a_year_that_is_not_printed_comes_from_publication(
    text: str, published: dt.date | dt.datetime, date: str | None
) -> None:
    found = parse_dateline(text, published=published).dateline
    assert found is not None
    assert found.date == date


def test_a_day_far_from_publication_is_a_subject() -> None:
    text = "12 April 2001 – The lamp of the old lighthouse went out for the first time."
    assert parse_dateline(text, published=dt.date(2022, 11, 4)).dateline is None


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("28 LUG - ", "it", Day(None, 7, 28, 6)),
        ("29th April, 2020)", "en", Day(2020, 4, 29, 16)),
        ("3 de noviembre de 2022 (", "es", Day(2022, 11, 3, 22)),
        ("2022. november 3., csütörtök (MTI)", "hu", Day(2022, 11, 3, 28)),
        ("Wed Nov 3 (", "en", Day(None, 11, 3, 9)),
        ("lapkričio 3 d. (ELTA)", "lt", Day(None, 11, 3, 14)),
        ("3. listopada 2022.", "hr", Day(2022, 10, 3, 17)),
        ("3. listopadu (", "cs", Day(None, 11, 3, 12)),
        ("١٢ نوفمبر ٢٠٢٢", "ar", Day(2022, 11, 12, 14)),
        ("3 พ.ย. 2565", "th", Day(2022, 11, 3, 11)),
        ("11/03/14 -- ", "en", Day(2014, 11, 3, 8)),
        ("03/11/2022 ", "fr", Day(2022, 11, 3, 10)),
        ("۱۲ آبان ۱۴۰۰", "fa", Day(2021, 11, 3, 12)),
    ],
)
def test_a_printed_day_is_read(text: str, language: str, day: Day) -> None:
    assert day_at(text, 0, language=language) == day


@pytest.mark.parametrize("text", ["30 February", "Nov 35", "11.04 Uhr", "3-2 (1-0)", "2.0 – The", "may be", ""])
def test_what_is_no_day_is_not_read(text: str) -> None:
    assert day_at(text, 0) is None


def test_a_day_without_publication_keeps_its_gaps() -> None:
    assert iso_day(Day(None, 4, 9, 0)) == "--04-09"
    assert iso_day(Day(None, None, 9, 0)) == "---09"


def test_an_agency_has_one_name_in_all_scripts() -> None:
    spellings = ["REUTERS", "Рейтер", "رويترز", "ロイター", "路透社", "로이터"]
    assert {canonical_agency(s) for s in spellings} == {"Reuters"}
    assert canonical_agency("Lena Vik") is None


def test_a_credit_says_how_sure_it_is() -> None:
    assert read_credit("dpa/AFP").known
    assert read_credit("WZZZ").shaped
    assert read_credit("NYSE: LAMP") == ((), False, False, None, None)
    assert read_credit("Foto: dpa") == ((), False, False, None, None)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("BISMARCK, N.D.", Standing.LISTED),
        ("Lampenbüttel", Standing.LIKELY),
        ("LAMP BEACH", Standing.LIKELY),
        ("LAMPORA", Standing.OPEN),
        ("CHICAGO LAMPS", Standing.NONE),
        ("INTERVIEW", Standing.NONE),
        ("Lamps and Gulls", Standing.NONE),
    ],
)
def test_a_name_stands_more_or_less_for_a_place(place: str, expected: Standing) -> None:
    assert standing(place) is expected


def test_a_name_ends_before_the_sentence() -> None:
    assert name_end("Aix-en-Provence (AFP)", 0) == len("Aix-en-Provence")
    assert name_end("The lamp burns", 0) == len("The")
    assert name_end("burns", 0) == 0


HOSTILE = [
    "(" * 100_000,
    "A" * 1_000_000,
    "A, " * 300_000,
    "A/" * 300_000,
    "OSLO " * 200_000,
    "OSLO, 3 " * 100_000,
    "Nov 3 " * 100_000,
    "— " * 300_000,
    "(((AP))) - " * 50_000,
    "/AP/" * 100_000,
    "新华社" * 300_000,
    "【" + "東京＝" * 200_000,
    "(서울=" * 100_000,
    " " * 1_000_000,
    "\u0301" * 100_000,
    "\ud800A, \udfff",
    "3.3.3.3." * 100_000,
    "A. B. " * 100_000,
    "a.b." * 100_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_costs_little(text: str) -> None:
    start = time.perf_counter()
    parse_dateline(text)
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    ("language", "text", "location", "agencies"),
    [
        (
            "de",
            "BERLIN epd | Der Rat hat am Montag beschlossen, dass der Hafen im Winter zu bleibt.",
            "BERLIN",
            ("epd",),
        ),
        ("de", "ULM/BERLIN taz | Der Rat hat am Montag beschlossen, dass der Hafen zu bleibt.", "ULM/BERLIN", ("taz",)),
        ("ur", "لاہور (نمائندہ خصوصی) وزیر نے کہا کہ بندرگاہ سردیوں میں بند رہے گی۔", "لاہور", ("نمائندہ خصوصی",)),
    ],
)
def test_styles_of_other_houses(language: str, text: str, location: str, agencies: tuple[str, ...]) -> None:
    found = parse_dateline(text, language=language).dateline
    assert found is not None and (found.location, found.agencies) == (location, agencies)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Exampler (Ulm) - Der Konzern hat am Montag beschlossen, dass das Werk im Winter zu bleibt."),
        ("fr", "Le FC (Paris) - Le club a décidé lundi de fermer le stade pendant une grande partie de l'hiver."),
        ("de", "Das Tor ist auf | Der Rat hat am Montag beschlossen, dass der Hafen im Winter zu bleibt."),
    ],
)
def test_a_club_and_its_town_open_no_report(language: str, text: str) -> None:
    assert parse_dateline(text, language=language).dateline is None
