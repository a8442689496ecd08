"""The phrases by which pages announce their furniture: how they are compared."""

from __future__ import annotations

import time
from importlib import resources

import pytest

from cleanscrape.label import Label
from cleanscrape.rules.furniture import heading_kind, line_kind, spelling


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Recent Stories", Label.RECENT_STORIES),
        ("  RECENT   STORIES:  ", Label.RECENT_STORIES),
        ("» Recent stories (12)", Label.RECENT_STORIES),
        ("More stories from Velmora", Label.RECENT_STORIES),
        ("Related Topics", Label.RELATED),
        ("The recent past", None),
        ("Recent storiesque", None),
        ("", None),
        ("!!!", None),
        ("Recent stories " * 20, None),
    ],
)
def test_headings(text: str, kind: Label | None) -> None:
    assert heading_kind(text) is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("© 2021 The Velmora Courier", Label.FOOTER),
        ("Copyright 2019, Courier Press", Label.FOOTER),
        ("(c) 2004 Courier Press", Label.FOOTER),
        ("The board spoke of the copyright in the songs of the pier.", None),
        ("The keeper tied the rope before the tide came in.", None),
    ],
)
def test_lines(text: str, kind: Label | None) -> None:
    assert line_kind(text) is kind


def test_long_lines_cost_no_more_than_their_beginning() -> None:
    start = time.process_time()
    for text in ("rope " * 1_000_000, "縄" * 1_000_000, "© " * 1_000_000):
        line_kind(text)
        heading_kind(text)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("À LIRE AUSSI", Label.RELATED),  # capitals go without accents in many houses, with them in others
        ("A LIRE AUSSI", Label.RELATED),
        ("👉 Lire aussi : le port", Label.RELATED),
        ("Don’t miss", Label.RECENT_STORIES),
        ("ЧИТАЙТЕ ЕЩЕ", Label.RELATED),
        ("Читайте ещё", Label.RELATED),
        ("İLGİLİ HABERLER", Label.RELATED),
        ("ΔΙΑΒΑΣΤΕ ΑΚΟΜΑ", Label.RELATED),
        ("یہ بھی پڑھیں", Label.RELATED),
        ("يہ بھى پڑھيں", Label.RELATED),  # the same with the Arabic letters
    ],
)
def test_one_spelling_for_many(text: str, kind: Label) -> None:
    assert kind in (heading_kind(text), line_kind(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("You have 2 free articles left", Label.CONSENT),
        ("You have 5 free articles left", Label.CONSENT),
        ("Image 3 of 14", Label.MEDIA_CHROME),
        ("3 / 14", Label.MEDIA_CHROME),
        ("3 / 14 of the harbour dues", None),
        ("1995", None),
    ],
)
def test_any_number_stands_for_any_other(text: str, kind: Label | None) -> None:
    assert line_kind(text) is kind


def test_a_slot_begins_at_a_words_edge() -> None:
    assert heading_kind("टैग") is Label.RELATED
    assert heading_kind("टैगोर की कविताएँ") is None  # a name that begins with the letters of "tag"


@pytest.mark.parametrize(
    "sentence",
    [
        "Third-party content on the harbour board's pages was to blame, the keeper said on Monday.",
        "The ferry company gave its captains unlimited access to the harbour records for a year.",
        "Already a member of the board at thirty, she now keeps the lighthouse on her own.",
        "You can cancel at any time, but the harbour keeps the first month's dues.",
        "New to the island, the family did not know that the ferry stops in winter.",
        "Not a member of any party, the mayor relies on the votes of the fishermen.",
        "The song was written with a machine, and the choir translated it by hand.",
        "Get access to the pier by the small gate behind the chapel.",
        "The skippers listen to the article of faith that the old keeper taught them.",
        "She wanted to report a mistake in the harbour's books, and nobody would hear her.",
        "Support for the ferry has grown since the council published its accounts.",
        "Follow the path along the dyke until the second lighthouse comes into view.",
        "An dieser Stelle steht seit hundert Jahren das Haus der Lotsen.",
        "Die Fähre hat Daten ihrer Gäste an Drittanbieter übermittelt, wie der Hafenrat bestätigt.",
        "In Zusammenarbeit mit der Schule baut der Verein einen neuen Kutter.",
        "Zum Thema Fährgeld wollte sich der Bürgermeister am Montag nicht äußern.",
        "Passend dazu trug die Hafenmeisterin einen gelben Mantel aus Öltuch.",
        "Mehr zu sagen hatte der Lotse an diesem Abend nicht.",
        "Das Boot lässt sich zwei Wochen kostenlos testen, sagt der Bootsbauer.",
        "Plus de deux cents marins ont défilé dimanche sur le vieux port.",
        "En partenariat avec la mairie, l'association répare les barques du port.",
        "Pour en savoir plus, le capitaine a interrogé les pêcheurs de l'île.",
        "À écouter les marins, la tempête aurait pu emporter toute la jetée.",
        "L'accès illimité à la plage reste un droit pour les habitants de l'île.",
        "Temas como la marea y el viento ocuparon la reunión del puerto.",
        "Relacionado con el faro, el alcalde no quiso responder el lunes.",
        "Colabora con la policía del puerto desde hace diez años.",
        "La serie es exclusiva para suscriptores de la plataforma del faro.",
        "Em alta desde janeiro, o preço do peixe caiu na segunda-feira.",
        "La tribuna è riservata agli abbonati della squadra del porto.",
        "Abbonati a rischio dopo la chiusura del traghetto per l'isola.",
        "Meer dan honderd vissers stonden maandag op de kade te wachten.",
        "Напомним, паром закрыли в марте после сильного шторма.",
        "Ранее мы сообщали, что маяк на острове закроют до весны.",
        "Подробности аварии парома уточняются, сообщили в порту.",
        "Поддержать команду пришли сотни рыбаков с соседнего острова.",
        "Художник, который был признан иностранным агентом, уехал с острова.",
        "Terkait hal itu, kepala pelabuhan menolak memberi keterangan pada Senin.",
        "Liên quan vụ chìm phà, cảng đã đóng cửa từ sáng thứ hai.",
        "برعاية رئيس البلدية، افتتح المعرض البحري يوم الاثنين في الميناء.",
        "در همین رابطه، رئیس بندر روز دوشنبه با خبرنگاران گفتگو کرد.",
        "Mahkeme, küfür, hakaret ve tehdit suçlarından karar verdi.",
        "関連する法律の改正案は月曜日に港の議会で可決された。",
        "トレンドに敏感な漁師たちは新しい船を買い始めている。",
        "유튜브 채널 구독자가 백만 명을 넘은 어부가 항구를 찾았다.",
        "Mer om dagen än om natten arbetar fiskarna på bryggan.",
        "Foto:",  # opens a picture's credit
        "Image:",
        "(Bild: )",
        "写真：港の朝、漁に出る船を見送る人たち",
        "Trends",
        "Suggestions",
        "Související případ řeší policie v přístavu od pondělí.",
    ],
)
def test_a_sentence_of_the_body_is_no_furniture(sentence: str) -> None:
    assert heading_kind(sentence) is None
    assert line_kind(sentence) is None


def test_phrases_are_written_as_they_are_compared() -> None:
    role, wrong = "", []
    for phrase in resources.files("cleanscrape.rules").joinpath("furniture.txt").read_text("utf-8").splitlines():
        if phrase.startswith("["):
            Label(phrase[1:-1].split()[0])
            role = phrase[1:-1].split()[1]
            assert role in ("heading", "line", "within")
        elif phrase and phrase[0] != "#" and spelling(phrase, is_whole=role != "within") != phrase:
            wrong.append((phrase, spelling(phrase, is_whole=role != "within")))
    assert not wrong  # each with the spelling that is wanted


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # embeds and walls
        ("Externer Inhalt nicht verfügbar", Label.CONSENT),
        ("Ihre Cookie-Einstellungen verhindern das Laden der Karte.", Label.CONSENT),
        ("To view this content you need to accept cookies from the map service.", Label.CONSENT),
        ("Pour afficher ce contenu, vous devez accepter les cookies.", Label.CONSENT),
        ("Para ver este contenido es necesario aceptar las cookies", Label.CONSENT),
        ("Om deze inhoud te tonen moet je cookies accepteren.", Label.CONSENT),
        ("Abbonati per continuare a leggere", Label.CONSENT),
        ("Assine para continuar lendo", Label.CONSENT),
        ("Zaloguj się, aby czytać dalej", Label.CONSENT),
        ("この記事は有料会員限定です", Label.CONSENT),
        ("登入後繼續閱讀", Label.CONSENT),
        ("이미 회원이신가요? 로그인", Label.CONSENT),
        ("Er du allerede abonnent? Logg inn", Label.CONSENT),
        ("Jetzt 3 Wochen kostenlos testen", Label.CONSENT),
        ("2 Wochen kostenlos testen", Label.CONSENT),
        ("Media contact:", Label.FOOTER),
        # players and pictures
        ("🎧 Écouter l'article", Label.MEDIA_CHROME),
        ("Diese Audioversion wurde künstlich generiert.", Label.MEDIA_CHROME),
        ("Hide caption", Label.MEDIA_CHROME),
        ("Bild 4 von 9", Label.MEDIA_CHROME),
        ("写真を拡大する", Label.MEDIA_CHROME),
        # errors, appeals, opinions
        ("Нашли ошибку? Выделите её и нажмите Ctrl+Enter", Label.OTHER),
        ("Помітили помилку? Виділіть її та натисніть Ctrl + Enter", Label.OTHER),
        ("Знайшли помилку?", Label.OTHER),
        ("Hai trovato un errore?", Label.OTHER),
        ("This article was translated by a machine", Label.OTHER),
        ("Soutenez un journalisme indépendant", Label.OTHER),
        # following
        ("📲 Siga o nosso canal no WhatsApp", Label.SHARE),
        ("Подписывайтесь на наш Telegram-канал", Label.SHARE),
        ("Bizi Google News'te takip edin", Label.SHARE),
        ("हमें गूगल न्यूज़ पर फॉलो करें", Label.SHARE),
        ("Add us as a preferred source on Google", Label.SHARE),
        # what leads on
        ("Xem thêm: Bến cảng đóng cửa vì bão", Label.RELATED),
        ("Baca juga: Pelabuhan ditutup karena badai", Label.RELATED),
        ("あわせて読みたい", Label.RELATED),
        ("함께 보면 좋은 기사", Label.RELATED),
        ("আরও পড়ুন", Label.RELATED),
        ("আরও পড়ুন", Label.RELATED),  # the same with the dotted letter in two parts
    ],
)
def test_what_news_sites_of_many_languages_print(text: str, kind: Label) -> None:
    assert kind in (line_kind(text), heading_kind(text))
