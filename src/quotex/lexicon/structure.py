"""Words that show how an article is laid out.

Provenance: written for this project from general knowledge of news writing and checked against the training halves of
the corpora by counting; nothing is copied from another list. All are compared in lower case unless a comment says so.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ABBREVIATIONS = _words(
    """
    mr mrs ms mx dr prof rev hon pres gov lt col gen sgt capt cmdr adm maj cpl pvt brig st sen sens rep reps amb
    atty supt det insp msgr fr sr jr messrs mmes hr ft mt vs v viz cf eg ie approx dept univ assn bros ave blvd rd
    fig nos vol pp ed eds trans art sec ch al et ca no jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues
    wed thu thur thurs fri ala ariz ark calif colo conn dak del fla ga ill ind kan kans ky la mass md mich minn miss
    mo mont neb nebr nev okla ore pa tenn tex va vt wash wis wyo ont que alta sask sq est govt natl intl asst assoc
    gens govs drs profs revs lts cols sgts cllr pte wg hb sb rs tk op rm ex dist lic inc corp ltd co bhd sdn llc plc
    esq ph.d m.d
    """
)
"""Words that a full stop may follow inside a sentence (without it)."""

NEVER_FINAL = _words(
    """
    mr mrs ms mx dr prof rev hon pres gov lt col gen sgt capt cmdr adm maj cpl brig sen sens rep reps amb atty supt
    det insp msgr messrs mmes gens govs drs profs revs cllr st mt vs v viz cf eg ie e.g i.e
    """
)
"""Abbreviations that always lean on the next word."""

NUMBER_ABBREVIATIONS = _words("no nos vol pp p fig art sec ch rs tk cl col")
"""Abbreviations only where a number follows."""

SENTENCE_STARTERS = _words(
    """
    the a an he she it they we i you this that these those there his her its their our my your but and or so in on
    at for from by with as if when while after before since although though however meanwhile also then now what who
    why how where which one some many most more both all each every no not yet still even only according asked
    speaking last earlier later during under over despite because once until to about among another other such
    """
)
"""Usual first words of a sentence, which tell a final abbreviation from one inside a name."""

VERBAL = _words(
    """
    is are was were am be been being has have had do does did will would can could shall should may might must isn't
    aren't wasn't weren't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't haven't hasn't hadn't
    ain't let's that's it's he's she's there's what's who's here's i'm i've i'll i'd we're we've we'll we'd you're
    you've you'll you'd they're they've they'll they'd got get gets goes go went make makes made take takes took
    know knows knew think thinks thought want wants wanted need needs needed say says said see sees saw come comes
    came give gives gave keep keeps kept let believe believes believed feel feels felt look looks looked seem seems
    mean means meant become becomes became try tries tried
    """
)
"""Words that only a clause has: finite auxiliaries, contractions and the most common finite verbs."""

CLAUSE_PRONOUNS = _words("i we you he she they it me us him them my our your i'm we're they're you're it's")
"""Pronouns of a speaker talking; names and terms have none."""

CUES = _words(
    """
    said says say saying told tells tell telling asked asks ask asking added adds add adding wrote writes write
    writing tweeted tweets posted noted notes noting stated states stating explained explains explaining insisted
    insists insisting argued argues arguing claimed claims claiming warned warns warning announced announces
    announcing replied replies answered responded responds declared declares declaring remarked observed observes
    stressed stresses stressing emphasised emphasized emphasises emphasizes emphasising emphasizing highlighted
    highlights highlighting underlined underlines underscored reiterated reiterates pointed points recalled recalls
    recounted admitted admits acknowledged acknowledges conceded concedes confirmed confirms denied denies suggested
    suggests complained complains joked quipped shouted yelled chanted chanting screamed whispered muttered
    exclaimed cried continued continues continuing concluded concludes concluding commented comments commenting
    described describes describing called calling calls accused accuses accusing criticised criticized criticising
    criticizing blasted slammed dismissed dismisses dismissing labelled labeled labels labelling labeling denounced
    denounces condemned condemns branded mocked praised hailed promised promises promising vowed vows pledged
    pledges urged urges urging predicted predicts quoted quotes quoting reads read reading testified testifies
    opined lamented laments boasted boasts asserted asserts asserting alleged alleges alleging reported reports
    according statement proclaimed characterised characterized referred refers referring summed spoke speaks
    speaking talked talks talking declined demanded demands decried likened ridiculed touted cited cites citing
    expressed expresses repeated repeats retorted revealed reveals disclosed maintained maintains contended contends
    laughed laughs sighed sang sings compared compares claim defended defends admires admired references reference
    remarks finding message allegation allegations put puts complaint complaints seized echoed echoes echoing
    signalled signaled noticed interview email e-mail tweet speech letter memo
    """
)
"""Verbs and a few nouns that introduce reported words; only a hint here, the judge is the attribution room."""

TITLING = _words(
    "titled entitled subtitled captioned headlined surnamed codenamed code-named christened aka alias hashtag"
)
"""Words that only a name in marks follows."""

CALLING = _words("called named dubbed nicknamed termed tagged labelled labeled billed")
"""Participles that a name follows where they are passive ("a film called …"), and somebody's words where active."""

DESCRIBING = _words(
    """
    call calls called calling describe describes described describing dub dubs dubbed brand brands branded branding
    label labels labelled labeled labelling labeling hail hails hailed hailing deem deems deemed characterise
    characterize characterised characterized characterises characterizes liken likens likened slam slams slammed
    blast blasts blasted denounce denounces denounced dismiss dismisses dismissed mock mocks mocked accuse accuses
    accused accusing portray portrays portrayed compare compares compared criticise criticize criticised criticized
    refer refers referred referring praise praises praised condemn condemns condemned declare declares declared
    declaring
    """
)
"""Verbs by which somebody calls something by a word or phrase."""

BE_FORMS = _words("is are was were be been being also so often now then formerly commonly officially informally")
"""Forms of "to be", and adverbs between them and a participle."""

WORK_NOUNS = _words(
    """
    film movie book novel album song single series show play musical documentary programme program podcast article
    essay poem painting exhibition episode sitcom drama track video game column magazine newspaper report paper
    project campaign operation initiative plan scheme theme slogan motto award prize ceremony festival conference
    workshop seminar event exercise mission app website blog hashtag soundtrack memoir biography autobiography
    bestseller thriller comedy anthem hymn chapter section category title
    """
)
"""Nouns that a title in marks stands beside."""

TERM_NOUNS = _words("term word phrase expression words nickname name moniker acronym label")
"""Nouns that announce a word taken as a word."""

AGENCIES = _words(
    """
    ap afp reuters xinhua upi efe dpa ansa tass pti ani ians apa ips ip irna isna mna fna bernama yonhap kuna wam
    spa petra bna qna ena una nan agencies bloomberg anadolu aa getty epa shutterstock instagram twitter facebook
    youtube cnn bbc pa aap cp kyodo jiji cna apn wafa sana mena saba maan ukrinform interfax ria kcna vna antara
    lusa
    """
)
"""News and photograph agencies."""

MONTHS = _words(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec"
)

PLACES = frozenset(
    place.strip()
    for place in """
    abidjan, abu dhabi, abuja, accra, addis ababa, aden, agra, ahmedabad, ajman, aleppo, alexandria, algiers,
    allahabad, almaty, amman, amritsar, amsterdam, ankara, antananarivo, asmara, asuncion, asunción, athens,
    atlanta, auckland, baghdad, baku, bamako, bandar seri begawan, bangalore, bangkok, bangui, banjul, barcelona,
    basra, batam, beijing, beirut, belfast, belgrade, bengaluru, benghazi, berlin, bern, bhopal, bhubaneswar,
    birmingham, bissau, bogota, bogotá, boston, brasilia, brasília, bratislava, brazzaville, brisbane, brussels,
    bucharest, budapest, buenos aires, bujumbura, bulawayo, cairo, canberra, cape town, caracas, casablanca, cebu,
    cebu city, chandigarh, chennai, chicago, chisinau, chittagong, coimbatore, colombo, conakry, copenhagen,
    cuttack, dakar, dallas, damascus, dar es salaam, darwin, davao, dehradun, delhi, detroit, dhaka, djibouti, doha,
    dubai, dublin, durban, dushanbe, edinburgh, erbil, faisalabad, frankfurt, freetown, fujairah, gaborone, gaza,
    gaza city, geneva, georgetown, glasgow, guangzhou, guatemala city, gurgaon, gurugram, guwahati, gwadar, haifa,
    hamburg, hanoi, harare, hargeisa, havana, hebron, helsinki, homs, hong kong, honiara, houston, hyderabad,
    imphal, indore, irbid, isfahan, islamabad, istanbul, jaffna, jaipur, jakarta, jammu, jeddah, jerusalem, jizan,
    jodhpur, johannesburg, johor bahru, juba, kabul, kampala, kandahar, kandy, kano, kanpur, karachi, kathmandu,
    khartoum, kiev, kigali, kingston, kinshasa, kochi, kolkata, kota kinabalu, kozhikode, kuala lumpur, kuching,
    kuwait, kuwait city, kyiv, la paz, lagos, lahore, lalitpur, libreville, lilongwe, lima, lisbon, ljubljana, lome,
    lomé, london, los angeles, luanda, lucknow, ludhiana, lusaka, luxembourg, madinah, madrid, makkah, malabo, male,
    managua, manama, mangalore, manila, maputo, marrakech, maseru, mashhad, mbabane, mecca, medan, medina,
    melbourne, mexico city, miami, milan, minsk, mogadishu, mombasa, monrovia, montevideo, montreal, moroni, moscow,
    mosul, multan, mumbai, munich, muscat, mysore, mysuru, n'djamena, nablus, nagpur, nairobi, najaf, nassau,
    naypyidaw, new delhi, new york, niamey, nicosia, nizwa, noida, nouakchott, oslo, ottawa, ouagadougou, panama,
    panama city, paramaribo, paris, patna, perth, peshawar, philadelphia, phnom penh, podgorica, pokhara, port
    harcourt, port louis, port moresby, port of spain, port sudan, port-au-prince, porto-novo, prague, praia,
    pretoria, pristina, pune, putrajaya, pyongyang, quetta, quito, rabat, raipur, ramallah, ranchi, ras al khaimah,
    rawalpindi, reykjavik, riga, rio de janeiro, riyadh, rome, salalah, san francisco, san jose, san josé, san
    salvador, sana'a, sanaa, santiago, santo domingo, sao paulo, sarajevo, seattle, seoul, shanghai, sharjah,
    shenzhen, shillong, sialkot, singapore, skopje, sofia, sohar, srinagar, stockholm, sucre, sukkur, surabaya,
    suva, sydney, sylhet, são paulo, tabriz, taif, taipei, tallinn, tashkent, tbilisi, tegucigalpa, tehran, tel
    aviv, the hague, thimphu, thiruvananthapuram, tirana, tokyo, toronto, tripoli, tunis, udaipur, udhampur,
    ulaanbaatar, vancouver, varanasi, vatican city, vienna, vientiane, vijayawada, vilnius, visakhapatnam, warsaw,
    washington, wellington, windhoek, yangon, yaounde, yaoundé, yerevan, yogyakarta, zagreb, zanzibar, zurich
    """.split(",")
)
"""Capitals and large cities that stand in datelines."""
