"""Names of the days of the week as they are printed beside dates: full, and abbreviated from three letters.

Source: Unicode CLDR 47 (formats wide and abbreviated), and spellings that news sites print beside them.
"""

from __future__ import annotations

from functools import cache

from cleanscrape.fields.lettering import fold

# Monday first; signs as in `month_names`. Two Latin letters ("Mi", "So") are left out: they are words.
_NAMES = {
    "en": (
        "monday mon | tuesday tue tues | wednesday wed weds | thursday thu thur thurs | friday fri | "
        "saturday sat | sunday sun"
    ),
    "de": "montag | dienstag | mittwoch | donnerstag | freitag | samstag sonnabend | sonntag",
    "fr": "lundi lun | mardi mar | mercredi mer | jeudi jeu | vendredi ven | samedi sam | dimanche dim",
    "es": "lunes lun | martes mar | miércoles mié | jueves jue | viernes vie | sábado sáb | domingo dom",
    "pt": (
        "segunda segunda-feira seg | terça terça-feira ter | quarta quarta-feira qua | quinta quinta-feira qui | "
        "sexta sexta-feira sex | sábado sáb | domingo dom"
    ),
    "it": "lunedì lun | martedì mar | mercoledì mer | giovedì gio | venerdì ven | sabato sab | domenica dom",
    "nl": "maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag | zondag",
    "pl": "poniedziałek pon | wtorek | środa | czwartek czw | piątek | sobota sob | niedziela niedz",
    "ru": "понедельник пн | вторник вт | среда ср | четверг чт | пятница пт | суббота сб | воскресенье вс",
    "uk": "понеділок пн | вівторок вт | середа ср | четвер чт | пʼятниця пт | субота сб | неділя нд",
    "tr": "pazartesi pzt | salı sal | çarşamba çar | perşembe per | cuma cum | cumartesi cmt | pazar paz",
    "ar": "الاثنين الإثنين | الثلاثاء | الأربعاء | الخميس | الجمعة | السبت | الأحد",
    "fa": ("دوشنبه | سهشنبه سه_شنبه | چهارشنبه چهار_شنبه | پنجشنبه پنج_شنبه | جمعه آدینه | شنبه | یکشنبه یک_شنبه"),
    "ur": "پیر | منگل | بدھ | جمعرات | جمعہ | ہفتہ | اتوار",
    "hi": ("सोमवार सोम | मंगलवार मंगल | बुधवार बुध | गुरुवार गुरु | शुक्रवार शुक्र | शनिवार शनि | रविवार रवि इतवार"),
    "bn": ("সোমবার সোম | মঙ্গলবার মঙ্গল | বুধবার বুধ | বৃহস্পতিবার বৃহস্পতি | শুক্রবার শুক্র | শনিবার শনি | রবিবার রবি"),
    "zh": (
        "星期一 周一 週一 禮拜一 | 星期二 周二 週二 | 星期三 周三 週三 | 星期四 周四 週四 | "
        "星期五 周五 週五 | 星期六 周六 週六 | 星期日 星期天 周日 週日"
    ),
    "ja": "月曜日 | 火曜日 | 水曜日 | 木曜日 | 金曜日 | 土曜日 | 日曜日",
    "ko": "월요일 월 | 화요일 화 | 수요일 수 | 목요일 목 | 금요일 금 | 토요일 토 | 일요일 일",
    "sv": "måndag mån | tisdag tis | onsdag ons | torsdag tors | fredag fre | lördag lör | söndag sön",
    "nb": "mandag man | tirsdag tir | onsdag ons | torsdag tor | fredag fre | lørdag lør | søndag søn",
    "da": "mandag man | tirsdag tirs | onsdag ons | torsdag tors | fredag fre | lørdag lør | søndag søn",
    "fi": (
        "maanantaina maanantai | tiistaina tiistai | keskiviikkona keskiviikko | torstaina torstai | "
        "perjantaina perjantai | lauantaina lauantai | sunnuntai"
    ),
    "cs": "pondělí | úterý | středa | čtvrtek | pátek | sobota | neděle",
    "sk": "pondelok | utorok | streda | štvrtok | piatok | sobota | nedeľa",
    "hu": "hétfő | kedd | szerda sze | csütörtök | péntek | szombat szo | vasárnap",
    "ro": "luni lun | marți mar | miercuri mie | joi | vineri vin | sâmbătă sâm | duminică dum",
    "bg": "понеделник пн | вторник вт | сряда ср | четвъртък чт | петък пт | събота сб | неделя нд",
    "sr": "понедељак пон | уторак уто | среда сре | четвртак чет | петак пет | субота суб | недеља нед",
    "sr-Latn": ("ponedeljak pon | utorak uto | sreda sre | četvrtak čet | petak pet | subota sub | nedelja ned"),
    "hr": "ponedjeljak pon | utorak uto | srijeda sri | četvrtak čet | petak pet | subota sub | nedjelja ned",
    "sl": "ponedeljek pon | torek tor | sreda sre | četrtek čet | petek pet | sobota sob | nedelja ned",
    "el": "δευτέρα δευ | τρίτη τρί | τετάρτη τετ | πέμπτη πέμ | παρασκευή παρ | σάββατο σάβ | κυριακή κυρ",
    "id": "senin sen | selasa sel | rabu rab | kamis kam | jumat jum | sabtu sab | minggu min",
    "ms": "isnin isn | selasa sel | rabu rab | khamis kha | jumaat jum | sabtu sab | ahad ahd",
    "vi": "thứ_hai | thứ_ba | thứ_tư | thứ_năm | thứ_sáu | thứ_bảy | chủ_nhật",
    "th": ("วันจันทร์ จันทร์ | วันอังคาร อังคาร | วันพุธ พุธ | วันพฤหัสบดี พฤหัสบดี พฤหัส | วันศุกร์ ศุกร์ | วันเสาร์ เสาร์ | วันอาทิตย์ อาทิตย์"),
    "he": "שני | שלישי | רביעי | חמישי | שישי | שבת | ראשון",
    "ca": "dilluns | dimarts | dimecres | dijous | divendres | dissabte | diumenge",
    "lt": ("pirmadienis | antradienis | trečiadienis | ketvirtadienis | penktadienis | šeštadienis | sekmadienis"),
    "lv": (
        "pirmdiena pirmd | otrdiena otrd | trešdiena trešd | ceturtdiena ceturtd | piektdiena piektd | "
        "sestdiena sestd | svētdiena svētd"
    ),
    "et": "esmaspäev | teisipäev | kolmapäev | neljapäev | reede | laupäev | pühapäev",
    "is": (
        "mánudagur mán | þriðjudagur þri | miðvikudagur mið | fimmtudagur fim | föstudagur fös | "
        "laugardagur lau | sunnudagur sun"
    ),
    "af": "maandag | dinsdag | woensdag | donderdag | vrydag | saterdag | sondag",
    "be": "панядзелак пн | аўторак аў | серада ср | чацвер чц | пятніца пт | субота сб | нядзеля нд",
    "mk": "понеделник пон | вторник вто | среда сре | четврток чет | петок пет | сабота саб | недела нед",
    "bs": "ponedjeljak pon | utorak uto | srijeda sri | četvrtak čet | petak pet | subota sub | nedjelja ned",
    "sq": "hënë hën | martë mar | mërkurë mër | enjte enj | premte pre | shtunë sht | diel die",
    "eu": "astelehena | asteartea | asteazkena | osteguna | ostirala | larunbata | igandea",
    "gl": "luns | martes mar | mércores mér | xoves xov | venres ven | sábado sáb | domingo dom",
    "ga": ("luain luan | máirt | céadaoin céad | déardaoin déar | haoine aoine | sathairn sath | domhnaigh domh"),
    "cy": "llun | mawrth maw | mercher mer | iau | gwener gwen gwe | sadwrn sad | sul",
    "mt": "tnejn | tlieta | erbgħa | ħamis | ġimgħa | sibt | ħadd",
    "sw": "jumatatu | jumanne | jumatano | alhamisi | ijumaa | jumamosi | jumapili",
    "fil": "lunes lun | martes mar | miyerkules miy | huwebes huw | biyernes biy | sabado sab | linggo lin",
    "az": "bazar_ertəsi | çərşənbə_axşamı | çərşənbə | cümə_axşamı | cümə | şənbə | bazar",
    "kk": "дүйсенбі дс | сейсенбі сс | сәрсенбі ср | бейсенбі бс | жұма жм | сенбі сб | жексенбі жс",
    "uz": ("dushanba dush | seshanba sesh | chorshanba chor | payshanba pay | juma jum | shanba shan | yakshanba yak"),
    "ky": "дүйшөмбү дүй | шейшемби шейш | шаршемби шарш | бейшемби бейш | жума | ишемби ишм | жекшемби жек",
    "hy": ("երկուշաբթի երկ | երեքշաբթի երք | չորեքշաբթի չրք | հինգշաբթի հնգ | ուրբաթ ուր | շաբաթ շբթ | կիրակի կիր"),
    "ka": ("ორშაბათი ორშ | სამშაბათი სამ | ოთხშაბათი ოთხ | ხუთშაბათი ხუთ | პარასკევი პარ | შაბათი შაბ | კვირა კვი"),
    "ta": "திங்கள் திங் | செவ்வாய் செவ் | புதன் புத | வியாழன் வியா | வெள்ளி வெள் | சனி | ஞாயிறு ஞாயி",
    "te": ("సోమవారం సోమ | మంగళవారం మంగళ | బుధవారం బుధ | గురువారం గురు | శుక్రవారం శుక్ర | శనివారం శని | ఆదివారం ఆది"),
    "mr": "सोमवार सोम | मंगळवार मंगळ | बुधवार बुध | गुरुवार गुरु | शुक्रवार शुक्र | शनिवार शनि | रविवार रवि",
    "gu": "સોમવાર સોમ | મંગળવાર મંગળ | બુધવાર બુધ | ગુરુવાર ગુરુ | શુક્રવાર શુક્ર | શનિવાર શનિ | રવિવાર રવિ",
    "kn": ("ಸೋಮವಾರ ಸೋಮ | ಮಂಗಳವಾರ ಮಂಗಳ | ಬುಧವಾರ ಬುಧ | ಗುರುವಾರ ಗುರು | ಶುಕ್ರವಾರ ಶುಕ್ರ | ಶನಿವಾರ ಶನಿ | ಭಾನುವಾರ ಭಾನು"),
    "ml": ("തിങ്കളാഴ്ച തിങ്കൾ | ചൊവ്വാഴ്ച ചൊവ്വ | ബുധനാഴ്ച ബുധൻ | വ്യാഴാഴ്ച വ്യാഴം | വെള്ളിയാഴ്ച വെള്ളി | ശനിയാഴ്ച ശനി | ഞായറാഴ്ച ഞായർ"),
    "pa": ("ਸੋਮਵਾਰ ਸੋਮ | ਮੰਗਲਵਾਰ ਮੰਗਲ | ਬੁੱਧਵਾਰ ਬੁੱਧ | ਵੀਰਵਾਰ ਵੀਰ | ਸ਼ੁੱਕਰਵਾਰ ਸ਼ੁੱਕਰ | ਸ਼ਨਿੱਚਰਵਾਰ ਸ਼ਨਿੱਚਰ | ਐਤਵਾਰ ਐਤ"),
    "ne": ("सोमबार सोम | मङ्गलबार मङ्गल | बुधबार बुध | बिहिबार बिहि | शुक्रबार शुक्र | शनिबार शनि | आइतबार आइत"),
    "si": "සඳුදා | අඟහරුවාදා අඟහ | බදාදා | බ්‍රහස්පතින්දා බ්‍රහස් | සිකුරාදා සිකු | සෙනසුරාදා සෙන | ඉරිදා",
    "my": "တနင်္လာ | အင်္ဂါ | ဗုဒ္ဓဟူး | ကြာသပတေး | သောကြာ | စနေ | တနင်္ဂနွေ",
    "km": "ច័ន្ទ ចន្ទ | អង្គារ | ពុធ | ព្រហស្បតិ៍ ព្រហ | សុក្រ | សៅរ៍ | អាទិត្យ",
    "lo": ("ວັນຈັນ ຈັນ | ວັນອັງຄານ ອັງຄານ | ວັນພຸດ ພຸດ | ວັນພະຫັດ ພະຫັດ | ວັນສຸກ ສຸກ | ວັນເສົາ ເສົາ | ວັນອາທິດ ອາທິດ"),
    "am": "ሰኞ | ማክሰኞ ማክሰ | ረቡዕ | ሐሙስ | ዓርብ | ቅዳሜ | እሑድ",
    "ps": "دوشنبه دونۍ | سه_شنبه درېنۍ | چهارشنبه څلرنۍ | پنجشنبه پينځنۍ | جمعه | شنبه اونۍ | یکشنبه يونۍ",
    "so": "isniin isn | talaado tldo | arbaco arbc | khamiis khms | jimco jmc | sabti sbti | axad axd",
    "lb": "méindeg | dënschdeg | mëttwoch | donneschdeg | freideg | samschdeg | sonndeg",
    "tg": "душанбе дшб | сешанбе сшб | чоршанбе чшб | панҷшанбе пшб | ҷумъа ҷмъ | шанбе шнб | якшанбе яшб",
    "tk": "duşenbe | sişenbe | çarşenbe | penşenbe | anna | şenbe | ýekşenbe",
    "or": ("ସୋମବାର ସୋମ | ମଙ୍ଗଳବାର ମଙ୍ଗଳ | ବୁଧବାର ବୁଧ | ଗୁରୁବାର ଗୁରୁ | ଶୁକ୍ରବାର ଶୁକ୍ର | ଶନିବାର ଶନି | ରବିବାର ରବି"),
}


@cache
def _index() -> dict[str, frozenset[int]]:
    """Each single word of a weekday's name, and the days that it may stand for, Monday being 0."""
    index: dict[str, set[int]] = {}
    for row in _NAMES.values():
        for number, names in enumerate(row.split("|")):
            for name in names.split():
                words = fold(name).split("_")
                for word in words:
                    # A word that is but a part of a name is known as such, and says no day.
                    index.setdefault(word, set()).update({number} if len(words) == 1 else range(7))
    return {word: frozenset(days) for word, days in index.items()}


def weekdays_named(word: str) -> frozenset[int]:
    """The days (Monday is 0) that the folded word may name; empty where it is no weekday.

    >>> sorted(weekdays_named("wednesday")), sorted(weekdays_named("tor"))
    ([2], [1, 3])
    """
    return _index().get(word, _NONE)


_NONE: frozenset[int] = frozenset()
