"""The words of bylines: what each does there, in the languages that news is written in. Data alone.

A word may do several things; `KINDS` holds them as one number, a bit for each, under the word in lower
case. What a word does depends on its place: `cleanscrape.fields.byline` reads the bits. Words that are
common names of persons are left out wherever they would make a name unreadable.
"""

from __future__ import annotations

from typing import Final

BY: Final = 1 << 0
"""Leads to a name wherever it stands: no name has it inside."""
BY_FIRST: Final = 1 << 1
"""Leads to a name where it comes first, or after words of work; elsewhere it may be part of a name."""
AUTHOR: Final = 1 << 2
"""A label for who wrote: it leads with a colon, alone on its line, or with a name behind it."""
WORK: Final = 1 << 3
"""What was written: a label with a colon, alone on its line, or before a word of `BY_FIRST`."""
MADE: Final = 1 << 4
"""Has written: leads to the name behind it."""
OTHER: Final = 1 << 5
"""Another's share: pictures, editing, checking, translation. Who is named with it is no author."""
ROLE: Final = 1 << 6
"""A post or trade."""
RANK: Final = 1 << 7
"""What stands beside a post, and in no name: rank, field, section."""
RANK_WEAK: Final = 1 << 8
"""As RANK, but a name too: counts right before a post."""
GROUP: Final = 1 << 9
"""A body of people in a house."""
HOUSE: Final = 1 << 10
"""A word of the names of organisations."""
HOUSE_WEAK: Final = 1 << 11
"""As HOUSE, but a name too: counts behind an article, or in names of three words and more."""
NOISE: Final = 1 << 12
"""Words of the page's furniture."""
STOP: Final = 1 << 13
"""Words of sentences: in lower case they stand in no name."""
ARTICLE: Final = 1 << 14
"""Opens titles and names of papers; with a capital it opens no name of a person."""
PARTICLE: Final = 1 << 15
"""In lower case within names."""
CUT: Final = 1 << 16
"""After a name: what follows says where, for whom, with whom."""
JOIN: Final = 1 << 17
"""Between two names."""
TITLE: Final = 1 << 18
"""Before a name: kept as printed, but no name alone."""
SUFFIX: Final = 1 << 19
"""After a name and part of it."""
DEGREE: Final = 1 << 20
"""After a name, in capitals: a degree, a licence, an order. It goes."""
CLOCK: Final = 1 << 21
"""Of an hour or a span, beside a number."""
NOBODY: Final = 1 << 22
"""Stands alone in an author's place and names nobody."""

NOT_IN_NAMES: Final = ROLE | RANK | GROUP | HOUSE | NOISE | OTHER | BY | NOBODY
"""What stands in no name of a person."""

JOIN_IN: Final[dict[str, str]] = {
    # Joins names in these languages alone; elsewhere it is a preposition, an article or part of a name.
    "y": "es gl",
    "e": "it pt gl",
    "i": "pl ca hr sr bs sl",
    "a": "cs sk",
    "en": "nl",
    "ja": "fi",
    "и": "ru bg sr mk",
    "و": "ar fa ur",
}

BY_FIRST_IN: Final[dict[str, str]] = {
    # Leads at once in these languages; elsewhere it wants two more words behind it.
    "von": "de lb",
    "vom": "de",
    "di": "it",
    "door": "nl",
    "av": "sv no nb nn",
    "af": "da",
    "eftir": "is",
    "de": "ro fr es ca pt gl",
    "oleh": "id ms",
    "od": "hr sr bs sl cs sk",
    "του": "el",
    "της": "el",
    "των": "el",
    "από": "el",
    "ο": "el",
    "η": "el",
    "از": "ur fa",
    "na": "sw",
    "ni": "tl",
    "gan": "cy",
    "nga": "sq",
    "theo": "vi",
    "do": "",
    "da": "",
}

WAW_NAMES: Final = frozenset(
    (
        "وليد",
        "وائل",
        "وسام",
        "وسيم",
        "وفاء",
        "وجدي",
        "وحيد",
        "وديع",
        "وردة",
        "وصفي",
        "ولاء",
        "وهيب",
        "وهبة",
        "وضاح",
        "وداد",
        "واصف",
        "وسن",
        "وئام",
        "وجيه",
        "والي",
        "ورد",
    )
)
"""Arabic names that open with the letter that, written onto a name, says "and"."""

# Words go by language: English; German, French, Spanish, Portuguese, Italian, Dutch; Polish, Russian,
# Ukrainian, Turkish; Arabic, Urdu, Persian, Hindi, Hebrew, Thai; the Nordic tongues; Czech, Hungarian,
# Romanian, Greek, Indonesian, Vietnamese.
_WORDS: Final[tuple[tuple[int, str], ...]] = (
    (BY, "by par por przez द्वारा بقلم מאת โดย"),
    (BY_FIRST, " ".join(BY_FIRST_IN)),
    (
        AUTHOR,
        "author authors byline contributor contributors writer writers reporter reporters journalist "
        "journalists columnist autor autoren autorin autorinnen verfasser verfasserin auteur auteurs "
        "auteure autrice auteurice autora autores autoras redactor redactora periodista autore autrici "
        "autori autorka autorzy autoři автор авторы автори авторка корреспондент кореспондент журналист "
        "журналістка yazar yazan yazarlar muhabir الكاتب الكاتبة كاتب المؤلف المؤلفة تأليف مصنف نویسنده "
        "نویسندگان گزارشگر خبرنگار رپورٹر قلم लेखक लेखिका संवाददाता रिपोर्टर ผู้เขียน skribent skribenter "
        "forfatter forfattere författare toimittaja toimittajat kirjoittaja kirjoittajat szerző szerzők "
        "autorul autoarea συντάκτης συντάκτρια συγγραφέας αρθρογράφος penulis pewarta wartawan jurnalis "
        "giả লেখক লেখা எழுதியவர் 作者 著者 筆者 撰文 執筆 执笔 采写 採寫 采访 文字 取材 聞き手 文 글 글쓴이 "
        "记者 記者 通讯员 通訊員 ライター",
    ),
    (
        WORK,
        "text texts words story report reporting article column commentary opinion analysis review essay "
        "interview feature recipe guest post op-ed perspective explainer poem texte reportage artikel "
        "kommentar kommentare analyse bericht gastbeitrag gastkommentar kolumne leitartikel glosse "
        "rezension recherche recherchen protokoll porträt meinung beitrag récit enquête entretien "
        "chronique tribune propos billet recueillis texto textos reportaje artículo columna entrevista "
        "crónica opinión reportagem artigo coluna crônica opinião informação información testo testi "
        "articolo servizio intervista commento cura tekst verslag opinie artykuł wywiad opinia relacja "
        "текст тексты интервью репортаж колонка материал статья стаття інтерв'ю röportaj yazı haber "
        "analiz تقرير حوار مقال رأي تحليل تحقيق إعداد تحریر تحرير رپورٹ کالم گزارش یادداشت लेख रिपोर्ट बाय "
        "intervju krönika ledare kronikk leder artikkel teksti haastattelu kolumni kommentti rozhovor "
        "komentář reportáž analýza interjú riport cikk vélemény interviu reportaj analiză ρεπορτάζ "
        "συνέντευξη άρθρο ανάλυση κείμενο teks laporan liputan bài tác",
    ),
    (
        MADE,
        "written posted reported authored contributed submitted published compiled penned told "
        "geschrieben verfasst aufgezeichnet veröffentlicht zusammengestellt gepostet écrit rédigé "
        "publié recueilli réalisé signé posté escrito redactado publicado escribe elaborado postado scritto pubblicato "
        "geschreven geplaatst erstellt eingestellt "
        "opgetekend napisał napisała opracował opracowała opublikował rozmawiał rozmawiała "
        "przygotował написал написала подготовил подготовила беседовал беседовала опубликовал написав "
        "підготував підготувала розмовляв yazdı hazırlayan derleyen كتب كتبت يكتب تكتب أعده أعدته نوشته "
        "skriven skrevet publicerad skrifar kirjoittanut napsal napsala připravil připravila írta "
        "készítette scris publicat γράφει γράφουν ditulis dilaporkan "
        "oprac",
    ),
    (
        OTHER,
        "photo photos photograph photographs photography photographer photographers picture pictures "
        "image images illustration illustrations illustrated illustrator graphic graphics video videos "
        "footage audio artwork caption credit credits credited courtesy designed edited editing reviewed "
        "developed reviewer checked fact-checked factchecked fact-checker verified translated translation "
        "translator tested researched updated modified amended produced presented sponsored powered "
        "narrated approved additional funded supported medically source sources filmed foto fotos bild "
        "bilder grafik grafiken montage fotograf fotografin quelle quellen übersetzt übersetzung "
        "redigiert bearbeitet mitarbeit aktualisiert geprüft photographie photographies crédit crédits "
        "traduit traduction photographe légende fotografía fotografías imagen imágenes ilustración "
        "traducción traducido fotógrafo editado fotografia fotografias imagem ilustração tradução fonte "
        "créditos immagine traduzione fotografo foto's vertaald vertaling beeld zdjęcia zdjęcie fot "
        "fotografie źródło tłumaczenie фото фотография фотографии иллюстрация перевод редактор источник "
        "видео переклад джерело відео fotoğraf fotoğraflar çeviri kaynak editör تصوير تصویر ترجمة ترجمہ "
        "مترجم المصدر منبع عکس عکاس ویرایش ویراستار फोटो अनुवाद स्रोत संपादन צילום תרגום bildbyrå "
        "redigerad redigering översättning fotografer källa kilde oversatt oversat kuva kuvat kuvaaja "
        "käännös lähde snímky snímek překlad zdroj fordította fotó fotók forrás fordítás fotografii "
        "traducere sursa φωτογραφία φωτογραφίες φωτό πηγή μετάφραση επιμέλεια penyunting penerjemah "
        "sumber ảnh nguồn dịch 编辑 編輯 责编 責編 责任编辑 責任編輯 校对 校對 摄影 攝影 摄 攝 翻译 翻譯 "
        "翻訳 翻訳者 译者 譯者 编译 編譯 来源 來源 图 圖 図 編集 監訳 訳 译 譯 写真 撮影 イラスト 出典 "
        "사진 그림 번역 편집 영상 출처",
    ),
    (
        ROLE,
        "reporter reporters writer writers journalist journalists correspondent correspondents columnist columnists "
        "contributor contributors editor editors critic critics author authors blogger bloggers photojournalist "
        "photographer producer presenter anchor broadcaster commentator essayist novelist freelancer freelance "
        "stringer editor-in-chief editor-at-large specialist expert experts analyst analysts director manager "
        "founder co-founder cofounder ceo cto cfo coo cmo cio vp svp evp president vice-president officer professor "
        "lecturer researcher scientist engineer developer strategist consultant coordinator copywriter marketer "
        "advisor adviser attorney lawyer physician dietitian nutritionist historian economist psychologist chairman "
        "chairwoman chairperson member owner assistant associate secretary spokesperson executive head fellow intern "
        "host partner representative horticulturalist reviewer educator therapist alumni candidate redakteur "
        "redakteurin redakteure redakteurinnen redaktor redaktorin korrespondent korrespondentin journalistin "
        "chefredakteur chefredakteurin chefredaktor reporterin volontär volontärin kolumnist kolumnistin "
        "ressortleiter ressortleiterin leiter leiterin herausgeber wirtschaftsredakteur vorsitzender vorsitzende "
        "bundesvorsitzender politikredakteur sportredakteur chefreporter korrespondenten korrespondentinnen autor "
        "autorin mitarbeiter producerin journaliste journalistes correspondant correspondante rédacteur rédactrice "
        "chroniqueur chroniqueuse éditorialiste envoyé envoyée envoyés envoyées correspondants correspondantes "
        "rédacteurs rédactrices chroniqueurs directeur directrice redactor redactora periodista periodistas "
        "corresponsal corresponsales columnista columnistas reportero reportera reporteros enviado enviada enviados "
        "enviadas colaborador colaboradora colaboradores subdirector directora jornalista jornalistas repórter "
        "repórteres correspondente correspondentes colunista editora redator redatora giornalista giornalisti "
        "corrispondente corrispondenti inviato inviata inviati inviate redattore redattrice caporedattore direttore "
        "redacteur redacteurs redactrice verslaggever verslaggevers verslaggeefster hoofdredacteur dziennikarz "
        "dziennikarka dziennikarze korespondent korespondentka publicysta корреспондент журналист обозреватель "
        "редактор кореспондент журналістка оглядач юрист muhabir muhabiri editör editörü yazarı gazeteci yazar "
        "muhabirimiz مراسل مراسلة صحفي صحفية محرر محررة كاتب خبرنگار رپورٹر نمائندہ संवाददाता पत्रकार रिपोर्टर "
        "संपादक redaktör redaktører redaktør chefredaktör ledarskribent utrikeskorrespondent kommentator krönikör "
        "toimittaja päätoimittaja kirjeenvaihtaja redaktorka zpravodaj zpravodajka komentátor újságíró szerkesztő "
        "tudósító főszerkesztő jurnalist jurnalistă ziarist redactor-șef প্রতিবেদক δημοσιογράφος ανταποκριτής "
        "ανταποκρίτρια wartawan jurnalis koresponden redaktur phóng rechtsanwalt rechtsanwältin steuerberater "
        "steuerberaterin abogado abogada avocat avocate avvocato avvocata advogado advogada",
    ),
    (
        RANK,
        "senior junior chief deputy managing contributing executive special national international "
        "foreign staff general principal former acting interim global regional political politics "
        "business economics economic finance financial markets technology tech science health medical "
        "education environment climate energy sports sport football soccer cricket culture arts "
        "entertainment lifestyle travel food fashion property housing transport crime courts legal "
        "security defence defense military diplomatic religion media digital video data social breaking "
        "news investigations investigative features opinion metro congressional parliamentary trending "
        "audience multimedia marketing content product research software customer technical award-winning "
        "leitender leitende freier freie stellvertretender stellvertretende politischer wirtschaft politik "
        "gesellschaft wissen panorama unser unsere unserer unserem ressort spéciale spéciaux spéciales politique "
        "économie nuestro nuestra especial especiales política economía deportes sociedad nosso nossa speciale "
        "speciali politica politiek economie специальный собственный спеціальний özel خاص خصوصی اسٹاف विशेष "
        "utrikes inrikes ekonomi politiikka talous vice co- ai seo b2b management development engineering "
        "operations planning quality assurance training safety learning innovation strategy insights "
        "analytics hr "
        "report reports review interview analysis article editorial commentary feature explainer recipe podcast onze "
        "text texts texte texto textos testo testi tekst teksti teks licensed certified clinical accredited registered",
    ),
    (
        RANK_WEAK,
        "royal white house city grand world guest law art style life wine pop rock local lead young home "
        "family beauty book books film music money games gaming asia africa europe america us uk eu un "
        "nba nfl nhl mlb and & our of for at-large visiting student master "
        "trial head assistant associate capitol state county university community country west east north "
        "south bureau desk middle african asian european american british irish indian china india russia "
        "moscow washington london berlin paris brussels kultur sport chef envoyé du der des de la die und "
        "für et y e i",
    ),
    (
        GROUP,
        "team staff desk newsdesk editors editorial newsroom agencies agency wires contributors board "
        "crew bureau correspondents reporters collective department admissions redaktion newsteam "
        "agenturen onlineredaktion sportredaktion rédaction agences redacción agencias redação redazione "
        "agenzie redactie redakcja redakce redakcia toimitus szerkesztőség redacția редакция редакція "
        "ajanslar editörleri servisi وكالات نیوز ڈیسک डेस्क टीम ब्यूरो redaksi byråer nyhedsbureau "
        "wire",
    ),
    (
        HOUSE,
        "agência agencia news newspaper newspapers newswire times media magazine daily weekly tribune gazette "
        "chronicle examiner observer network networks radio television tv broadcasting publishing publications "
        "publisher online digital studios agency group inc llc ltd gmbh corp corporation company "
        "university college institute institution foundation association society organization "
        "organisation academy council committee commission centre center department ministry hospital "
        "clinic school library museum services solutions systems technologies consulting consultants "
        "partners communications insurance bank shop hub blog blogs website federation alliance coalition "
        "club government office team llp ngo zeitung nachrichten tagblatt tageblatt rundschau rundfunk "
        "fernsehen presse verlag agentur nachrichtenagentur presse-agentur anzeiger allgemeine abendblatt "
        "morgenpost universität stiftung verein télévision éditions université diario periódico noticias "
        "prensa televisión universidad revista jornal notícias televisão universidade giornale quotidiano "
        "notizie agenzia università rivista krant dagblad nieuws omroep universiteit gazeta telewizja "
        "agencja prasowa uniwersytet газета агентство новости телеканал университет новини gazetesi "
        "haberler ajansı üniversitesi وكالة صحيفة قناة جريدة جامعة شبكة خبرگزاری روزنامه اخبار دانشگاه "
        "समाचार न्यूज़ न्यूज एजेंसी दैनिक tidningen tidning nyheter nyhetsbyrå avisen kringkasting uutiset "
        "sanomat noviny zprávy univerzita hírek hírügynökség egyetem știri ziarul εφημερίδα ειδήσεις "
        "πανεπιστήμιο πρακτορείο berita",
    ),
    (
        HOUSE_WEAK,
        "post star sun herald mail mirror record world globe press standard journal express guardian "
        "telegraph independent insider review today live channel voice life project house architecture "
        "associates church bild welt spiegel stern courier echo union store haber court police service "
        "care shop radio",
    ),
    (
        NOISE,
        "follow following share shares print email e-mail comment comments reply subscribe subscribed "
        "newsletter login log register reading listen watch views click facebook twitter instagram "
        "linkedin whatsapp telegram youtube pinterest reddit tiktok bluesky bookmark copied alert alerts "
        "rss advertisement ago minutes hours updated update published posted originally based filed says "
        "disclosure disclaimer privacy cookie cookies biography archive articles profile socials about "
        "awards championship championships league olympics election elections festival nations playoffs republic "
        "tournament trophy bundesliga wahlen élections elecciones premios submit send "
        "more here latest subscriber subscribers search menu sign upgrade account accounts website create "
        "sections section download pdf view select skip link links size bio bios full "
        "folgen drucken teilen kommentare merken speichern lesedauer "
        "lesezeit minuten anhören veröffentlicht aktualisiert anmelden abonnieren partager suivre "
        "imprimer commenter publié modifié compartir imprimir comentarios publicado actualizado guardar "
        "compartilhar comentários atualizado condividi commenti aggiornato pubblicato volgen reacties "
        "leestijd bijgewerkt gepubliceerd udostępnij komentarze поделиться комментарии обновлено "
        "опубликовано оновлено опубліковано paylaş yorumlar güncelleme شارك متابعة مشاركة شیئر फॉलो शेयर "
        "साझा अपडेटेड uppdaterad publicerad kommentarer oppdatert publisert opdateret päivitetty "
        "julkaistu aktualizováno megosztás frissítve distribuie actualizat κοινοποίηση bagikan diperbarui "
        "フォロー ログイン 会員登録 登録 すべて見る 구독 공유 关注 關注 分享 评论 評論 收藏 シェア 保存 "
        "コメント カテゴリー タグ "
        "입력 기사입력 등록 수정 승인 업데이트",
    ),
    (
        STOP,
        "a an the is was are were be been being has have had will would can could should does did not no "
        "it its this that these those there their they he she his her hers we our us you your my me who "
        "whose whom which what when where why how if then than because while although though but or nor "
        "so as just very too also only into onto over under about after before during between against "
        "through without within per based covers covering including using making getting says said helps "
        "writes wrote began works worked joined last first here all every more less most some any new one "
        "two get see ist sind war waren wird werden hat haben nicht kein keine ein eine einen einem einer "
        "oder aber als wie wenn dass sich auch nur noch schon sehr über unter gegen ohne durch zwischen "
        "seit est sont était fut sera avait qui que quoi dont mais ou donc car ne pas plus une leur leurs "
        "nous vous es son era fue ser está han sus pero como cuando donde quien más muy sin sobre entre "
        "hasta foi são não quando onde quem sem até uma um pelo pela è sono stato che chi cui ma dove più "
        "senza tra uno una zijn wordt werd heeft hebben niet geen maar een ook naar voor jest są był była "
        "było nie się jak ale lub oraz dla это был была были есть что не как но или він вона був що але "
        "або är var blir inte eller men som att ett er ble blev ikke on oli ovat ei että mutta je byl "
        "byla jsou není nebo vagy nem hogy egy este sunt nu cu care είναι ήταν δεν που bir için olan "
        "değil bu adalah yang atau tidak dengan ini là của không cho với những هذا هذه ذلك التي الذي كان "
        "كانت على إلى عن أن إن ما ہے ہیں تھا تھی کا کی کے کو نے میں پر سے است بود که را این آن می شد है "
        "हैं था थी का की के को ने में पर से",
    ),
    (
        ARTICLE,
        "ein eine the this our your how what why these those all every my who when where no ask der die het at from "
        "with for "
        "of bei mit für aus im nach auf über avec pour dans para desde into about after before meet",
    ),
    (
        PARTICLE,
        "van von vom der den dem de del della dello delle degli dei di da das do dos du des la le las los "
        "lo el al ter ten te tot zu zum zur af av ap bin ibn bint binti bte ben abu abd ad ul ur e y d l "
        "san st mac mc und och ni nic ka wa out of't 't",
    ),
    (
        CUT,
        "in at for from with on of to via near med aus für mit bei im am beim en à au aux avec pour dans chez "
        "con para desde em no na com per presso dal dalla dall' nel nella i fra från frá till ved w we z "
        "ze в во из с со у від із în din pentru v bij uit namens skriver skrifar στο στη στην في من مع "
        "برائے در برای به से di untuk dari tại behalf berichtet",
    ),
    (
        JOIN,
        "and & + und et y e en och og ja i a и і й та ve ile dan và és și şi ir agus και و اور और एवं तथा sowie oraz",
    ),
    (
        TITLE,
        "dr prof professor mr mrs ms miss sir dame lord lady rev hon capt col gen lt sgt maj ing "
        "dipl.-ing mag dott dott.ssa avv mme mlle herr frau señor señora don doña sra sheikh imam maulana "
        "pandit shri smt adv md डॉ प्रो श्री د الدكتور ڈاکٹر پروفیسر دکتر mudr judr phdr bc mgr doc rndr "
        "med rer nat phil jur doç",
    ),
    (SUFFIX, "jr sr ii iii iv filho neto júnior"),
    (
        DEGREE,
        "phd ph.d dphil md m.d do dds dmd dvm vmd rn bsn msn np fnp pa-c dnp aprn rd rdn ld ldn ms m.s ma "
        "m.a mba bs b.s ba b.a bsc msc msw lcsw lmft lpc mph mpp jd j.d llm llb esq cpa cfp cfa cepf ea "
        "cscs cpt faan facc facp pe p.e obe cbe mbe kc qc "
        "frs csp pmp cissp chfc clu bcps pharmd pharm.d psyd edd ed.d mfa bcba aia csc",
    ),
    (
        CLOCK,
        "am pm a.m p.m gmt utc est edt cst cdt mst mdt pst pdt et pt ist bst cet cest msk pkt wib uhr h "
        "hrs min mins minute minutes read ago at on um le el il den de kl klo ora ore saat pukul v в о "
        "the of",
    ),
    (
        NOBODY,
        "admin administrator administrador webmaster anonymous anonym anonyme anónimo unknown guest user "
        "root staff editor redaktion redacción redação redazione redactie redakcja redakce toimitus "
        "редакция редакція none null undefined n/a author name various editorial webdesk newsdesk "
        "moderator member owner creator redaktori redaccion redaksi collectif red agencies agenturen "
        "agencias agências agence agenzie correspondent reporter 未知 佚名 匿名 不详 网络 網絡 网络整理 "
        "综合 綜合 整理 本站 本站原创 原创 转载 小编 编辑部 管理员 系统管理员",
    ),
)

KINDS: Final[dict[str, int]] = {}
for _bit, _text in _WORDS:
    for _word in _text.split():
        KINDS[_word] = KINDS.get(_word, 0) | _bit
