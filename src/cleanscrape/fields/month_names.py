"""Names of the months as they are printed, in seventy languages: full, inflected and abbreviated.

Sources: Unicode CLDR 47 (formats wide and abbreviated, within a date and alone), and the case forms and
spellings that news sites print beside them.
"""

from __future__ import annotations

from functools import cache

from cleanscrape.fields.calendars import HIJRI_MONTHS, PERSIAN_MONTHS, Calendar
from cleanscrape.fields.lettering import fold

Month = tuple[Calendar, int]
"""A calendar and the number of the month in it, from 1."""

# A language's twelve months apart by "|", the names of one month apart by spaces, words of one name joined
# by "_". A star marks a form that is a common word or another month elsewhere ("5 gen 2021" is no January
# in English): it counts on pages in its own language alone.
_NAMES = {
    "en": (
        "january jan | february feb | march mar | april apr | may | june jun | july jul | august aug | "
        "september sep sept | october oct | november nov | december dec"
    ),
    "de": (
        "januar jan jänner | februar feb feber | märz mär maerz mrz | april apr | mai | juni jun | juli jul "
        "| august aug | september sept sep | oktober okt | november nov | dezember dez"
    ),
    "fr": (
        "janvier janv jan | février févr fev | mars | avril avr | mai | juin jui | juillet juil jul | août "
        "aoû | septembre sept sep | octobre oct | novembre nov | décembre déc"
    ),
    "es": (
        "enero ene | febrero feb | marzo mar | abril abr | mayo may | junio jun | julio jul | agosto ago | "
        "septiembre sept sep *set setiembre | octubre oct | noviembre nov | diciembre dic"
    ),
    "pt": (
        "janeiro jan | fevereiro fev | março mar | abril abr | maio mai | junho jun | julho jul | agosto "
        "ago | setembro *set | outubro *out | novembro nov | dezembro dez"
    ),
    "it": (
        "gennaio *gen | febbraio feb febb | marzo mar | aprile apr | maggio *mag | giugno giu | luglio lug "
        "| agosto ago | settembre *set sett | ottobre ott | novembre nov | dicembre dic"
    ),
    "nl": (
        "januari jan | februari feb | maart mrt | april apr | mei | juni jun | juli jul | augustus aug | "
        "september sep | oktober okt | november nov | december dec"
    ),
    "pl": (
        "stycznia sty styczeń | lutego *lut luty | marca mar marzec | kwietnia kwi kwiecień | maja maj | "
        "czerwca cze czerwiec | lipca *lip lipiec | sierpnia sie sierpień | września wrz wrzesień | "
        "października paź październik | listopada *lis listopad | grudnia gru grudzień"
    ),
    "ru": (
        "января янв январь | февраля февр февраль фев | марта мар март | апреля апр апрель | мая май | июня "
        "июн июнь | июля июл июль | августа авг август | сентября сент сентябрь сен | октября окт октябрь | "
        "ноября нояб ноябрь ноя | декабря дек декабрь"
    ),
    "uk": (
        "січня січ січень | лютого лют лютий | березня бер березень | квітня квіт квітень кві | травня трав "
        "травень тра | червня черв червень чер | липня лип липень | серпня серп серпень сер | вересня вер "
        "вересень | жовтня жовт жовтень жов | листопада лист листопад лис | грудня груд грудень гру"
    ),
    "tr": (
        "ocak *oca | şubat şub | mart mar | nisan nis | mayıs may | haziran *haz | temmuz *tem | ağustos "
        "ağu | eylül eyl | ekim *eki | kasım kas | aralık *ara"
    ),
    "ur": "جنوری | فروری | مارچ | اپریل | مئی | جون | جولائی | اگست | ستمبر | اکتوبر | نومبر | دسمبر",
    "hi": (
        "जनवरी जन | फ़रवरी फ़र फरवरी | मार्च | अप्रैल | मई | जून | जुलाई जुल | अगस्त अग | सितंबर सित "
        "सितम्बर | अक्टूबर अक्टू अक्तूबर | नवंबर नव नवम्बर | दिसंबर दिस दिसम्बर"
    ),
    "bn": (
        "জানুয়ারী জানু জানুয়ারি | ফেব্রুয়ারী ফেব ফেব্রুয়ারি | মার্চ | এপ্রিল এপ্রি | মে | জুন | জুলাই "
        "জুল | আগস্ট আগ অগস্ট আগষ্ট | সেপ্টেম্বর সেপ | অক্টোবর অক্টো | নভেম্বর নভে | ডিসেম্বর ডিসে"
    ),
    "sv": (
        "januari jan | februari feb | mars | april apr | maj | juni jun | juli jul | augusti aug | "
        "september sep | oktober okt | november nov | december dec"
    ),
    "nb": (
        "januar jan | februar feb | mars mar | april apr | mai | juni jun | juli jul | august aug | "
        "september sep | oktober okt | november nov | desember *des"
    ),
    "da": (
        "januar jan | februar feb | marts mar | april apr | maj | juni jun | juli jul | august aug | "
        "september sep | oktober okt | november nov | december dec"
    ),
    "fi": (
        "tammikuuta *tammi tammikuu tammikuun | helmikuuta *helmi helmikuu helmikuun | maaliskuuta maalis "
        "maaliskuu maaliskuun | huhtikuuta *huhti huhtikuu huhtikuun | toukokuuta *touko toukokuu toukokuun "
        "| kesäkuuta *kesä kesäkuu kesäkuun | heinäkuuta heinä heinäkuu heinäkuun | elokuuta *elo elokuu "
        "elokuun | syyskuuta syys syyskuu syyskuun | lokakuuta *loka lokakuu lokakuun | marraskuuta marras "
        "marraskuu marraskuun | joulukuuta joulu joulukuu joulukuun"
    ),
    "cs": (
        "ledna *led leden | února *úno únor | března *bře březen | dubna *dub duben | května *kvě květen | "
        "června *čvn červen | července *čvc červenec | srpna *srp srpen | září *zář | října *říj říjen | "
        "listopadu *lis listopad | prosince *pro prosinec"
    ),
    "sk": (
        "januára jan január | februára feb február | marca mar marec | apríla apr apríl | mája máj | júna "
        "jún | júla júl | augusta aug august | septembra sep september | októbra okt október | novembra nov "
        "november | decembra dec december"
    ),
    "hu": (
        "január jan januári | február febr | március márc | április ápr | május máj | június jún | július "
        "júl | augusztus aug | szeptember szept | október okt | november nov | december dec"
    ),
    "ro": (
        "ianuarie ian | februarie feb | martie mar | aprilie apr | mai | iunie iun | iulie iul | august aug "
        "| septembrie sept | octombrie oct | noiembrie nov | decembrie dec"
    ),
    "bg": (
        "януари яну | февруари фев | март | април апр | май | юни | юли | август авг | септември сеп | "
        "октомври окт | ноември ное | декември дек"
    ),
    "sr": (
        "јануар јан јануара | фебруар феб фебруара | март мар марта | април апр априла | мај маја | јун "
        "јуна | јул јула | август авг августа | септембар сеп септембра | октобар окт октобра | новембар "
        "нов новембра | децембар дец децембра"
    ),
    "sr-Latn": (
        "januar jan januara | februar feb februara | mart mar marta | april apr aprila | maj maja | jun "
        "juna | jul jula | avgust avg avgusta | septembar sep septembra | oktobar okt oktobra | novembar "
        "nov novembra | decembar dec decembra"
    ),
    "hr": (
        "siječnja *sij siječanj | veljače velj veljača | ožujka ožu ožujak | travnja *tra travanj | svibnja "
        "*svi svibanj | lipnja *lip lipanj | srpnja *srp srpanj | kolovoza *kol kolovoz | rujna *ruj rujan "
        "| listopada *lis listopad | studenoga *stu studeni | prosinca *pro prosinac"
    ),
    "sl": (
        "januar jan januarja | februar feb februarja | marec mar marca | april apr aprila | maj maja | "
        "junij jun junija | julij jul julija | avgust avg avgusta | september sep septembra | oktober okt "
        "oktobra | november nov novembra | december dec decembra"
    ),
    "el": (
        "ιανουαρίου ιαν ιανουάριος | φεβρουαρίου φεβ φεβρουάριος | μαρτίου μαρ μάρτιος | απριλίου απρ "
        "απρίλιος | μαΐου μαΐ μάιος | ιουνίου ιουν ιούνιος | ιουλίου ιουλ ιούλιος | αυγούστου αυγ αύγουστος "
        "| σεπτεμβρίου σεπ σεπτέμβριος | οκτωβρίου οκτ οκτώβριος | νοεμβρίου νοε νοέμβριος | δεκεμβρίου δεκ "
        "δεκέμβριος"
    ),
    "id": (
        "januari jan | februari feb | maret mar | april apr | mei | juni jun | juli jul | agustus agu | "
        "september sep | oktober okt | november nov | desember *des"
    ),
    "ms": (
        "januari jan | februari feb | *mac | april apr | mei | jun | julai jul | ogos *ogo | september sep "
        "| oktober okt | november nov | disember *dis"
    ),
    "th": (
        "มกราคม ม.ค | กุมภาพันธ์ ก.พ | มีนาคม มี.ค | เมษายน เม.ย | พฤษภาคม พ.ค | มิถุนายน มิ.ย | กรกฎาคม "
        "ก.ค | สิงหาคม ส.ค | กันยายน ก.ย | ตุลาคม ต.ค | พฤศจิกายน พ.ย | ธันวาคม ธ.ค"
    ),
    "lt": (
        "sausio *saus sausis | vasario *vas vasaris | kovo *kov kovas | balandžio *bal balandis | gegužės "
        "*geg gegužė | birželio birž birželis | liepos *liep liepa | rugpjūčio rugp rugpjūtis | rugsėjo "
        "*rugs rugsėjis | spalio spal spalis | lapkričio lapkr lapkritis | gruodžio gruod gruodis"
    ),
    "lv": (
        "janvāris janv janvārī | februāris febr februārī | marts martā | aprīlis apr aprīlī | maijs maijā | "
        "jūnijs jūn jūnijā | jūlijs jūl jūlijā | augusts aug augustā | septembris sept septembrī | oktobris "
        "okt oktobrī | novembris nov novembrī | decembris dec decembrī"
    ),
    "et": (
        "jaanuar jaan | veebruar veebr | märts | aprill apr | mai | juuni | juuli | august aug | september "
        "sept | oktoober okt | november nov | detsember dets"
    ),
    "is": (
        "janúar jan | febrúar feb | mars mar | apríl apr | maí | júní jún | júlí júl | ágúst ágú | "
        "september sep | október okt | nóvember nóv | desember *des"
    ),
    "af": (
        "januarie jan | februarie feb | maart mrt | april apr | mei | junie jun | julie jul | augustus aug "
        "| september sep | oktober okt | november nov | desember *des"
    ),
    "be": (
        "студзеня сту студзень | лютага лют люты | сакавіка сак сакавік | красавіка кра красавік | мая май "
        "| чэрвеня чэр чэрвень | ліпеня ліп ліпень | жніўня жні жнівень | верасня вер верасень | "
        "кастрычніка кас кастрычнік | лістапада ліс лістапад | снежня сне снежань"
    ),
    "mk": (
        "јануари јан | февруари фев | март мар | април апр | мај | јуни јун | јули јул | август авг | "
        "септември сеп | октомври окт | ноември ное | декември дек"
    ),
    "bs": (
        "januar jan | februar feb | mart mar | april apr | maj | juni jun juna | juli jul jula | august aug "
        "augusta | septembar sep | oktobar okt | novembar nov | decembar dec"
    ),
    "sq": (
        "janar jan | shkurt shk | mars mar | prill *pri | maj | qershor qer | korrik korr | *gusht gush | "
        "shtator *sht | tetor *tet | nëntor *nën | dhjetor dhj"
    ),
    "eu": (
        "urtarrilaren urtarrila *urt | otsailaren otsaila *ots | martxoaren martxoa mar | apirilaren "
        "apirila *api | maiatzaren maiatza mai | ekainaren ekaina *eka | uztailaren uztaila *uzt | "
        "abuztuaren abuztua *abu | irailaren iraila *ira | urriaren urria *urr | azaroaren azaroa *aza | "
        "abenduaren abendua *abe"
    ),
    "gl": (
        "xaneiro xan | febreiro feb | marzo mar | abril abr | maio | xuño | xullo xul | agosto ago | "
        "setembro *set | outubro *out | novembro nov | decembro dec"
    ),
    "ga": (
        "eanáir *ean | feabhra feabh | márta | aibreán aib | bealtaine *beal | meitheamh meith | iúil | "
        "lúnasa *lún | meán_fómhair mfómh | deireadh_fómhair dfómh | samhain samh | nollaig *noll"
    ),
    "cy": (
        "ionawr *ion | chwefror chwef chw | mawrth maw | ebrill ebr | mai | mehefin *meh | gorffennaf gorff "
        "gor | awst | *medi | hydref *hyd | tachwedd *tach | rhagfyr *rhag"
    ),
    "mt": (
        "jannar jan | frar *fra | marzu mar | april apr | mejju *mej | ġunju ġun | lulju lul | awwissu *aww "
        "| settembru *set | ottubru ott | novembru nov | diċembru diċ"
    ),
    "sw": (
        "januari jan | februari feb | machi *mac | aprili apr | mei | juni jun | julai jul | agosti ago | "
        "septemba sep | oktoba okt | novemba nov | desemba *des"
    ),
    "fil": (
        "enero ene | pebrero *peb | marso mar | abril abr | mayo may | hunyo *hun | hulyo hul | agosto ago "
        "| setyembre *set | oktubre okt | nobyembre nob | disyembre *dis"
    ),
    "az": (
        "yanvar *yan | fevral fev | mart mar | aprel apr | may | iyun iyn | iyul iyl | avqust avq | "
        "sentyabr *sen | oktyabr okt | noyabr *noy | dekabr dek"
    ),
    "kk": (
        "қаңтар қаң | ақпан ақп | наурыз нау | сәуір сәу | мамыр мам | маусым мау | шілде шіл | тамыз там | "
        "қыркүйек қыр | қазан қаз | қараша қар | желтоқсан жел"
    ),
    "uz": (
        "yanvar *yan | fevral fev | mart mar | aprel apr | may | iyun iyn | iyul iyl | avgust avg | sentabr "
        "*sen | oktabr okt | noyabr *noy | dekabr dek"
    ),
    "hy": (
        "հունվարի հնվ հունվար | փետրվարի փտվ փետրվար | մարտի մրտ մարտ | ապրիլի ապր ապրիլ | մայիսի մյս մայիս "
        "| հունիսի հնս հունիս | հուլիսի հլս հուլիս | օգոստոսի օգս օգոստոս | սեպտեմբերի սեպ սեպտեմբեր | "
        "հոկտեմբերի հոկ հոկտեմբեր | նոյեմբերի նոյ նոյեմբեր | դեկտեմբերի դեկ դեկտեմբեր"
    ),
    "ka": (
        "იანვარი იან | თებერვალი თებ | მარტი მარ | აპრილი აპრ | მაისი მაი | ივნისი ივნ | ივლისი ივლ | "
        "აგვისტო აგვ | სექტემბერი სექ | ოქტომბერი ოქტ | ნოემბერი ნოე | დეკემბერი დეკ"
    ),
    "ta": (
        "ஜனவரி ஜன | பிப்ரவரி பிப் | மார்ச் மார் | ஏப்ரல் ஏப் | மே | ஜூன் | ஜூலை | ஆகஸ்ட் ஆக | செப்டம்பர் "
        "செப் | அக்டோபர் அக் | நவம்பர் நவ | டிசம்பர் டிச"
    ),
    "te": (
        "జనవరి జన | ఫిబ్రవరి ఫిబ్ర | మార్చి | ఏప్రిల్ ఏప్రి | మే | జూన్ | జులై | ఆగస్టు ఆగ | సెప్టెంబర్ "
        "సెప్టెం | అక్టోబర్ అక్టో | నవంబర్ నవం | డిసెంబర్ డిసెం"
    ),
    "mr": (
        "जानेवारी जाने | फेब्रुवारी फेब्रु | मार्च | एप्रिल एप्रि | मे | जून | जुलै | ऑगस्ट ऑग | सप्टेंबर "
        "सप्टें | ऑक्टोबर ऑक्टो | नोव्हेंबर नोव्हें | डिसेंबर डिसें"
    ),
    "gu": (
        "જાન્યુઆરી જાન્યુ | ફેબ્રુઆરી ફેબ્રુ | માર્ચ | એપ્રિલ | મે | જૂન | જુલાઈ | ઑગસ્ટ | સપ્ટેમ્બર સપ્ટે "
        "| ઑક્ટોબર ઑક્ટો | નવેમ્બર નવે | ડિસેમ્બર ડિસે"
    ),
    "kn": (
        "ಜನವರಿ ಜನ | ಫೆಬ್ರವರಿ ಫೆಬ್ರ | ಮಾರ್ಚ್ | ಏಪ್ರಿಲ್ ಏಪ್ರಿ | ಮೇ | ಜೂನ್ | ಜುಲೈ | ಆಗಸ್ಟ್ ಆಗ | ಸೆಪ್ಟೆಂಬರ್ "
        "ಸೆಪ್ಟೆಂ | ಅಕ್ಟೋಬರ್ ಅಕ್ಟೋ | ನವೆಂಬರ್ ನವೆಂ | ಡಿಸೆಂಬರ್ ಡಿಸೆಂ"
    ),
    "ml": (
        "ജനുവരി ജനു | ഫെബ്രുവരി ഫെബ്രു | മാർച്ച് മാർ | ഏപ്രിൽ ഏപ്രി | മേയ് | ജൂൺ | ജൂലൈ | ഓഗസ്റ്റ് ഓഗ | "
        "സെപ്റ്റംബർ സെപ്റ്റം | ഒക്ടോബർ ഒക്ടോ | നവംബർ നവം | ഡിസംബർ ഡിസം"
    ),
    "pa": (
        "ਜਨਵਰੀ ਜਨ | ਫ਼ਰਵਰੀ ਫ਼ਰ | ਮਾਰਚ | ਅਪ੍ਰੈਲ ਅਪ੍ਰੈ | ਮਈ | ਜੂਨ | ਜੁਲਾਈ ਜੁਲਾ | ਅਗਸਤ ਅਗ | ਸਤੰਬਰ ਸਤੰ | ਅਕਤੂਬਰ ਅਕਤੂ | ਨਵੰਬਰ ਨਵੰ | ਦਸੰਬਰ ਦਸੰ"
    ),
    "ne": ("जनवरी | फेब्रुअरी | मार्च | अप्रिल | मे | जुन | जुलाई | अगस्ट | सेप्टेम्बर | अक्टोबर | नोभेम्बर | डिसेम्बर"),
    "si": (
        "ජනවාරි ජන | පෙබරවාරි පෙබ | මාර්තු මාර් | අප්‍රේල් | මැයි | ජූනි | ජූලි | අගෝස්තු අගෝ | සැප්තැම්බර් "
        "සැප් | ඔක්තෝබර් ඔක් | නොවැම්බර් නොවැ | දෙසැම්බර් දෙසැ"
    ),
    "my": (
        "ဇန်နဝါရီ ဇန် | ဖေဖော်ဝါရီ ဖေ | မတ် | ဧပြီ ဧ | မေ | ဇွန် | ဇူလိုင် ဇူ | ဩဂုတ် ဩ | စက်တင်ဘာ စက် | အောက်တိုဘာ အောက် | နိုဝင်ဘာ နို | ဒီဇင်ဘာ ဒီ"
    ),
    "km": "មករា | កុម្ភៈ | មីនា | មេសា | ឧសភា | មិថុនា | កក្កដា | សីហា | កញ្ញា | តុលា | វិច្ឆិកា | ធ្នូ",
    "lo": (
        "ມັງກອນ ມ.ກ | ກຸມພາ ກ.ພ | ມີນາ ມ.ນ | ເມສາ ມ.ສ | ພຶດສະພາ ພ.ພ | ມິຖຸນາ ມິ.ຖ | ກໍລະກົດ ກ.ລ | ສິງຫາ ສ.ຫ "
        "| ກັນຍາ ກ.ຍ | ຕຸລາ ຕ.ລ | ພະຈິກ ພ.ຈ | ທັນວາ ທ.ວ"
    ),
    "am": (
        "ጃንዋሪ ጃን | ፌብሩዋሪ ፌብ | ማርች | ኤፕሪል ኤፕሪ | ሜይ | ጁን | ጁላይ | ኦገስት ኦገስ | ሴፕቴምበር ሴፕቴ | ኦክቶበር ኦክቶ | ኖቬምበር "
        "ኖቬም | ዲሴምበር ዲሴም"
    ),
    "or": ("ଜାନୁଆରୀ | ଫେବୃଆରୀ | ମାର୍ଚ୍ଚ | ଅପ୍ରେଲ | ମଇ | ଜୁନ | ଜୁଲାଇ | ଅଗଷ୍ଟ | ସେପ୍ଟେମ୍ବର | ଅକ୍ଟୋବର | ନଭେମ୍ବର | ଡିସେମ୍ବର"),
    "ar": (
        "يناير كانون_الثاني جانفي | فبراير شباط فيفري | مارس آذار | أبريل إبريل نيسان أفريل | مايو أيار ماي "
        "| يونيو يونيه حزيران جوان | يوليو يوليه تموز جويلية يوليوز | أغسطس آب أوت غشت | سبتمبر أيلول شتنبر "
        "| أكتوبر تشرين_الأول | نوفمبر تشرين_الثاني نونبر | ديسمبر كانون_الأول دجنبر"
    ),
    "fa": (
        "ژانویه | فوریه | مارس | آوریل آپریل | می مه | ژوئن جون | ژوئیه جولای | اوت آگوست اگست | سپتامبر "
        "سپتمبر | اکتبر اکتوبر | نوامبر نومبر | دسامبر دسمبر"
    ),
    "ps": (
        "جنوری | فبروری فېبروری | مارچ | اپریل | می مۍ | جون | جولای | اګست | سپتمبر سېپتمبر | اکتوبر | نومبر | دسمبر"
    ),
    "he": (
        "ינואר בינואר ינו בינו | פברואר בפברואר פבר בפבר | מרץ במרץ מרס במרס | אפריל באפריל אפר באפר | מאי "
        "במאי | יוני ביוני | יולי ביולי | אוגוסט באוגוסט אוג באוג | ספטמבר בספטמבר ספט בספט | אוקטובר "
        "באוקטובר אוק באוק | נובמבר בנובמבר נוב בנוב | דצמבר בדצמבר דצמ בדצמ"
    ),
    "ca": (
        "gener *gen | febrer febr feb | març | abril abr | maig | juny | juliol jul | agost ag | setembre "
        "*set | octubre oct | novembre nov | desembre *des"
    ),
    "vi": (
        "tháng_một tháng_giêng | tháng_hai | tháng_ba | tháng_tư tháng_bốn | tháng_năm | tháng_sáu | "
        "tháng_bảy | tháng_tám | tháng_chín | tháng_mười | tháng_mười_một | tháng_mười_hai tháng_chạp"
    ),
    "zh": "一月 | 二月 | 三月 | 四月 | 五月 | 六月 | 七月 | 八月 | 九月 | 十月 | 十一月 | 十二月",
    "tg": (
        "январ январи | феврал феврали | март марти | апрел апрели | май майи | июн июни | июл июли | "
        "август августи | сентябр сентябри | октябр октябри | ноябр ноябри | декабр декабри"
    ),
    "mn": (
        "нэгдүгээр_сар нэгдүгээр_сарын | хоёрдугаар_сар хоёрдугаар_сарын | гуравдугаар_сар "
        "гуравдугаар_сарын | дөрөвдүгээр_сар дөрөвдүгээр_сарын | тавдугаар_сар тавдугаар_сарын | "
        "зургаадугаар_сар зургаадугаар_сарын | долоодугаар_сар долоодугаар_сарын | наймдугаар_сар "
        "наймдугаар_сарын | есдүгээр_сар есдүгээр_сарын | аравдугаар_сар аравдугаар_сарын | "
        "арван_нэгдүгээр_сар арван_нэгдүгээр_сарын | арван_хоёрдугаар_сар арван_хоёрдугаар_сарын"
    ),
    "tk": ("ýanwar | fewral | mart | aprel | maý | iýun | iýul | awgust | sentýabr | oktýabr | noýabr | dekabr"),
    "as": ("জানুৱাৰী | ফেব্ৰুৱাৰী | মাৰ্চ | এপ্ৰিল | মে | জুন | জুলাই | আগষ্ট | ছেপ্তেম্বৰ | অক্টোবৰ | নৱেম্বৰ | ডিচেম্বৰ"),
    "ha": (
        "janairu | faburairu fabrairu | maris | afirilu afrilu | mayu | yuni | yuli | agusta | satumba | "
        "oktoba | nuwamba | disamba"
    ),
    "so": (
        "janaayo jannaayo | febraayo | maarso | abriil | maayo | juun | luulyo | ogosto | sebtembar "
        "sebteembar | oktoobar | noofeembar | diseembar"
    ),
    "lb": (
        "januar | februar | mäerz | abrëll | mee | juni | juli | august | september | oktober | november | dezember"
    ),
}


@cache
def _index() -> tuple[dict[str, Month], dict[str, dict[str, Month]], frozenset[str]]:
    """Names of all languages; names that count in one language alone; words of the names of several words.

    Where two languages use one name for two months (``listopada``), the first in the table has it, and the
    other keeps it for its own pages.
    """
    everywhere: dict[str, Month] = {}
    own: dict[str, dict[str, Month]] = {}
    parts: set[str] = set()
    for calendar, languages in (
        (Calendar.GREGORIAN, _NAMES),
        (Calendar.PERSIAN, PERSIAN_MONTHS),
        (Calendar.HIJRI, HIJRI_MONTHS),
    ):
        for language, row in languages.items():
            for number, names in enumerate(row.split("|"), 1):
                for name in names.split():
                    words = fold(name.lstrip("*")).replace(".", "_").split("_")
                    if len(words) > 1:
                        parts.update(words)
                    key, month = "".join(words), (calendar, number)
                    if name.startswith("*") or everywhere.setdefault(key, month) != month:
                        own.setdefault(language, {})[key] = month
    return everywhere, own, frozenset(parts)


def is_part_of_name(word: str) -> bool:
    """Whether the folded word occurs in a name of several words (``تشرين الثاني``, ``พ.ย.``)."""
    return word in _index()[2]


def month_named(name: str, language: str | None) -> Month | None:
    """The month with this name: folded, its words joined; None where it is no month.

    `language` is the page's base language (``de``), None where it is not known.

    >>> month_named("marzo", None)
    (<Calendar.GREGORIAN: 'gregorian'>, 3)
    >>> month_named("listopada", "hr")[1], month_named("listopada", "pl")[1]
    (10, 11)
    """
    everywhere, own, _ = _index()
    if language in own and name in own[language]:
        return own[language][name]
    return everywhere.get(name)


def month_like(name: str, number: int, language: str | None) -> str | None:
    """The name of another month of the calendar, in the language, form and case of `name`; None where it has none.

    >>> month_like("Apr", 5, "en"), month_like("сентября", 8, "ru"), month_like("MÄRZ", 2, "de")
    ('May', 'августа', 'FEBRUAR')
    """
    folded = fold(name)
    found = month_named(folded, language)
    if found is None:
        return None
    own = _rows_of(found[0])
    for tag in sorted(own, key=lambda tag: (tag != language, tag != "en")):
        months = [[each.lstrip("*") for each in names.split()] for names in own[tag].split("|")]
        forms = [fold(each) for each in months[found[1] - 1]]
        if folded in forms:
            names = months[number - 1]
            new = names[min(forms.index(folded), len(names) - 1)].replace("_", " ")
            return new.upper() if name.isupper() and len(name) > 1 else new.title() if name[0].isupper() else new
    return None


def _rows_of(calendar: Calendar) -> dict[str, str]:
    """The names of a calendar's months, by language."""
    return {Calendar.PERSIAN: PERSIAN_MONTHS, Calendar.HIJRI: HIJRI_MONTHS}.get(calendar, _NAMES)
