"""Whether a known check says the same as a claim: never where a number, a name or a negation differs."""

from __future__ import annotations

from collections import Counter

import pytest

from quotex.checks import EvidenceKind, Index, KnownCheck, Match, Relation, match
from tests.check_samples import known_checks, planted, reworded

BRIDGE = "Ada Osei said that 12 bridges in Norhaven were closed in May 2019."
BUDGET = "The mayor will raise the price of water, and the council supported it."


@pytest.fixture(scope="module")
def index() -> Index:
    """The invented checks."""
    return Index.build([*known_checks(), BRIDGE, BUDGET, "Rita Vance married Omar Stell in Norhaven."])


def _of(index: Index, claim: str, known: str) -> Match:
    (found,) = match([claim], index)
    return next(each for each in found.matches if each.check.claim == known)


def test_opposites_are_never_the_same(index: Index) -> None:
    """Of 200 claims that are negated, have another number or are about somebody else, none is called the same as any
    known one; nearly all are told to contradict the one that they were made of."""
    cases = list(planted(200))
    assert Counter(case.way for case in cases) == {"negation": 67, "number": 67, "person": 66}
    found = list(match([case.text for case in cases], index))
    claims = {each.claim for each in index.checks}
    wrong = [
        (case.text, each.check.claim)
        for case, matches in zip(cases, found, strict=True)
        for each in matches.matches
        if each.relation is Relation.SAME and case.text not in claims
    ]
    assert wrong == []
    told = [
        next((each.relation for each in matches.matches if each.check == case.known), None)
        for case, matches in zip(cases, found, strict=True)
    ]
    assert told.count(Relation.CONTRADICTS) > 0.9 * len(told)


def _relation(claim: str, known: str) -> Relation | None:
    (found,) = match([claim], [known, "A heron nested on the roof of the mill.", "Rain fell for nine days in Obera."])
    return next((each.relation for each in found.matches if each.check.claim == known), None)


def test_nearly_the_same_words_are_not_the_same() -> None:
    """Of 200 pairs with swapped roles, a passive, another function word, or a word that turns them or hides another
    person, none is called the same either way round; what is turned is told to contradict."""
    pairs = list(reworded(200))
    assert Counter(way for _, _, way in pairs) == dict.fromkeys(
        ["swap", "passive", "carrier", "reverser", "hidden"], 40
    )
    told = {pair: (_relation(*pair[:2]), _relation(*pair[1::-1])) for pair in pairs}
    assert [pair for pair, relations in told.items() if Relation.SAME in relations] == []
    turned = [relations[0] for pair, relations in told.items() if pair[2] == "reverser"]
    assert turned.count(Relation.CONTRADICTS) > 0.9 * len(turned)


@pytest.mark.parametrize(
    ("claim", "known"),
    [
        ("The council said the mayor lied.", "The council, said the mayor, lied."),
        ("She is the only doctor of Norhaven.", "She is only a doctor of Norhaven."),
        ("Few doctors in Norhaven were paid.", "A few doctors in Norhaven were paid."),
        ("A number of the bridges were sold.", "The number of the bridges were sold."),
        ("No. The bridges are safe.", "No the bridges are safe."),
        ("no, bridges are safe for the children", "No bridges are safe for the children."),
        ("They have fooled the US.", "They have fooled us."),
        ("THEY HAVE FOOLED THE US", "They have fooled us."),
        ("They Have Fooled Us", "They have fooled the U.S."),
        ("Anouk May sold the bridge.", "Anouk sold the bridge."),
        ("Bridges of the city were close to the lake.", "Bridges of the city were closed to the lake."),
        ("The sailors were filming in the harbour.", "The sailors were filmed in the harbour."),
        ("Sailors attacked in the harbour of Obera.", "Sailors attack in the harbour of Obera."),
        ("The museum has stolen art.", "The museum stole art."),
        ("He found the company.", "He founded the company."),
        ("The banks of Obera were ruined by it.", "The bankers of Obera were ruined by it."),
        ("The minister of Obera lies.", "The ministers of Obera lie."),
        ("Williams built the bridge of Obera.", "William built the bridge of Obera."),
        ("The growth was < 5% of the budget.", "The growth was > 5% of the budget."),
        ("Of the bridges .5% were closed.", "Of the bridges 5% were closed."),
        ("Mr Ada Osei sold the bridge.", "Mrs Ada Osei sold the bridge."),
        ("President Osei sold the bridge.", "Osei sold the bridge."),
        ("Vice President Ada Osei sold it to the city.", "President Ada Osei sold it to the city."),
        ("The council did not vote.", "The council did not vote in 2019."),
        ("Gewann Osei a Mensah el premio?", "Gewann a Osei Mensah el premio?"),
        ("The mayor lied?", "The mayor lied."),
        ("Ada Osei: “The mayor of Obera lied.”", "The mayor of Obera lied."),
        ("The man-eating fish was filmed.", "The man eating fish was filmed."),
        ("WHO is paid by the city of Obera?", "Who is paid by the city of Obera?"),
        ("पुल सुरक्षित नहीं है", "पुल सुरक्षित है"),
        ("Die Brücke ist nicht sicher.", "Die Brücke ist sicher."),
        ("Few miners struck.", "Few miners struck in 2018."),
        ("The miners often struck.", "The miners often struck in 2018."),
        ("Half of the miners struck.", "Half of the miners struck in 2018."),
        ("The oldest mill burned.", "The oldest mill burned in 2018."),
        ("The miners refused to strike.", "The miners refused to strike in 2018."),
        ("The mill alone burned.", "The mill alone burned in 2018."),
        ("The mill is dry.", "The mill is dry in 2018."),
        ("The mill will burn.", "The mill will burn in 2018."),
        ("The mill still burned.", "The mill still burned in 2018."),
        ("Hundreds of miners struck.", "Hundreds of miners struck in 2018."),
        ("Everybody in the mill struck.", "Everybody in the mill struck in 2018."),
        ("3/8 of the miners were paid.", "3-8 of the miners were paid."),
        ("The mine opens 5:30 to 6.", "The mine opens 5 30 to 6."),
        ("Wages rose by +4% in Obera and 2% in Dunmore.", "Wages rose by 4% in Obera and +2% in Dunmore."),
        ("The bonds of Obera were cut to B-.", "The bonds of Obera were cut to B."),
        ('The lake of Obera fell by 7".', "The lake of Obera fell by 7'."),
        ("Omar, Rita and Jun were paid.", "Omar Rita and Jun were paid."),
        ("The miners of Obera, who strike, are poor.", "The miners of Obera who strike are poor."),
        ("He did not leave the mine, because he was poor.", "He did not leave the mine because he was poor."),
        (
            "The bakers sued the miners, and the weavers and nurses were glad.",
            "The bakers sued the miners and the weavers, and nurses were glad.",
        ),
        ("The Guess sold the harbour of Obera.", "Guess sold the harbour of Obera."),
        ("The Who were in the harbour of Obera.", "WHO were in the harbour of Obera."),
        ("She was the owner of the harbour.", "She was an owner of the harbour."),
        ("Osei said that nurse was poor.", "Osei said the nurse was poor."),
        ("The miners' closed pit was sold.", "The miners closed pit was sold."),
        ("The thirty four dollar notes were sold.", "The thirty-four dollar notes were sold."),
        ("The six-year olds were sold.", "The six year olds were sold."),
    ],
)
def test_what_carries_a_claim_is_no_detail(claim: str, known: str) -> None:
    """Marks, capitals, articles and endings on which the meaning hangs are not looked through."""
    assert _relation(claim, known) is not Relation.SAME
    assert _relation(known, claim) is not Relation.SAME


@pytest.mark.parametrize(
    ("claim", "known"),
    [
        ("BREAKING: Ada Osei has closed the bridge.", "Ada Osei closed the bridge."),
        ("The USA has sold the harbour.", "The United States has sold the harbour."),
        ("The U.S. sent a ship to Obera.", "The US sent the ship to Obera."),
        ("the us sold obera", "The US sold Obera."),
        ("The WHO said the lake is safe.", "The World Health Organization said that the lake is safe."),
        ("A photograph shows Ada Osei in the harbour.", "The photo shows Ada Osei in the harbour."),
        ("Prime Minister Ada Osei opened the harbour.", "Ada Osei opened the harbour."),
        ("The mayor sells the bridge.", "The mayor sold the bridge."),
        ("No one in the city was paid.", "Nobody in the city was paid."),
        ("Half of the city was flooded.", "50% of the city was flooded."),
        ("The harbour of Obera was closed.", "The harbour of Obera was closed in May 2019."),
        ("THERESA MAY SOLD THE HARBOUR OF OBERA", "Theresa May sold the harbour of Obera."),
        ("In 2019 the city sold the harbour, and the lake.", "In 2019, the city sold the harbour and the lake."),
        ("Ada Osei sold the mill.", "Ada Osei sold the mill in March 2018."),
        ("12 miners died.", "12 miners died on 3 May 2018."),
        ("in may 2018, ada osei sold the mill", "In May 2018, Ada Osei sold the mill."),
        ("Osei said that the lake rose 5%.", "Osei said the lake rose 5%."),
        ("Thirty-four notes of the bank were sold.", "34 notes of the bank were sold."),
    ],
)
def test_what_does_not_matter_is_looked_through(claim: str, known: str) -> None:
    """Articles, short names, forms of a word, labels, offices before a full name, dates of the known claim."""
    assert _relation(claim, known) is Relation.SAME


@pytest.mark.parametrize(
    ("claim", "known", "expected"),
    [
        ("The bridge of Obera is not safe for carts.", "The bridge of Obera is unsafe for carts.", False),
        ("The bridge of Obera is safe for carts.", "The bridge of Obera is unsafe for carts.", True),
        ("Fishing in the lake of Obera is not illegal.", "Fishing in the lake of Obera is legal.", False),
        ("The council did not pay the miners.", "The council failed to pay the miners.", False),
        ("The council did not fail to pay the miners.", "The council paid the miners.", False),
        ("The council failed to pay the miners.", "The council paid the miners.", True),
        ("It is not true that the lake is dry.", "It is false that the lake is dry.", False),
        ("It is not a hoax that the lake is dry.", "The lake is dry.", False),
        ("There is no proof that the lake of Obera is dry.", "The lake of Obera is dry.", True),
        ("The mayor of Obera is not alive.", "The mayor of Obera is dead.", False),
        ("Zero miners died in Obera.", "No miners died in Obera.", False),
        ("Zero miners died in the mine of Obera.", "Miners died in the mine of Obera.", True),
        ("Half of the miners in Obera are sick.", "50 percent of miners in Obera are sick.", False),
        ("One in three miners in Obera is sick.", "33% of miners in Obera are sick.", False),
        ("One in three miners in Obera is sick.", "40% of miners in Obera are sick.", True),
        ("A quarter of the miners in Obera is sick.", "Every miner in Obera is sick, 25 percent say.", False),
        ("The UK sold the harbour of Obera.", "The United Kingdom was sold the harbour of Obera.", False),
        ("The old harbour of Delhi was sold.", "The harbour of New Delhi was sold.", False),
        ("Osei won Obera.", "Osei lost Obera.", True),
        ("Osei built Obera.", "Osei did not build Obera.", True),
        ("The miners died.", "The miners did not die.", True),
        ("The lake of Obera is not deep but clean.", "The lake of Obera is deep but not clean.", True),
        ("The mayor barely won the vote.", "The mayor won the vote.", False),
        ("Not only miners voted in Obera.", "Miners voted in Obera.", False),
        ("Nearly 500 miners voted in Obera.", "500 miners voted in Obera.", False),
        ("No-one voted in the city of Obera.", "People voted in the city of Obera.", True),
        ("The bakers ate nothing in the mine.", "The bakers did not eat anything in the mine.", False),
        ("Osei does not believe that the mayor slept.", "Osei believes that the mayor did not sleep.", False),
        ("No more than 9 wells in Obera dried up.", "At most 9 wells in Obera dried up.", False),
        ("No more than 9 wells in Obera dried up.", "More than 9 wells in Obera dried up.", True),
        ("No fewer than 9 wells in Obera dried up.", "9 wells or more in Obera dried up.", False),
        ("The well of Obera did not open until 2016.", "The well of Obera opened only in 2016.", False),
        ("The city forbids miners to leave the mine.", "The city bans miners from leaving the mine.", False),
        ("The mill is older than the mine.", "The mine is younger than the mill.", False),
        ("The mill is older than the mine.", "The mill is younger than the mine.", True),
        ("Pit No. 7 in Obera was flooded.", "Pit 7 in Obera was flooded.", False),
        ("Almost no one in Obera was paid.", "Hardly anyone in Obera was paid.", False),
    ],
)
def test_two_turns_are_none(claim: str, known: str, expected: bool) -> None:
    """A claim contradicts where it is turned around an odd number of times, and where a number or name clashes."""
    assert (_relation(claim, known) is Relation.CONTRADICTS) is expected


@pytest.mark.parametrize(
    ("claim", "known", "expected"),
    [
        ("A couple of miners in Obera struck.", "Two miners in Obera struck.", False),
        ("Half a percent of the miners in Obera struck.", "0.5 percent of the miners in Obera struck.", False),
        ("¼ of the miners in Obera struck.", "A quarter of the miners in Obera struck.", False),
        ("3/5 of the miners in Obera struck.", "Three fifths of the miners in Obera struck.", False),
        ("3/5 of the miners in Obera struck.", "Two fifths of the miners in Obera struck.", True),
        ("Wages in Obera quadrupled.", "Wages in Obera rose fourfold.", False),
        ("Wages in Obera tripled.", "Wages in Obera doubled.", True),
        ("The mill of Obera opens at 7 pm.", "The mill of Obera opens at 19:00.", False),
        ("The mill of Obera opens at 7 pm.", "The mill of Obera opens at 8 pm.", True),
        ("Peggy Osei bought the mill.", "Margaret Osei bought the mill.", False),
        ("Mehmed Osei bought the mill.", "Mehmet Osei bought the mill.", False),
        ("Odesa bought the mill of Obera.", "Odessa bought the mill of Obera.", False),
        ("Peggy Osei bought the mill.", "Rita Osei bought the mill.", True),
    ],
)
def test_other_writings_are_no_other_things(claim: str, known: str, expected: bool) -> None:
    """Numbers that are equal or told in forms that cannot be compared, and names that may be one, are no clash."""
    assert (_relation(claim, known) is Relation.CONTRADICTS) is expected


def test_plain_words_are_no_other_names() -> None:
    """Of a text with a capital at its beginning alone, and one without any, only words with one may be names."""
    for first in ("The miners struck", "40 miners struck"):
        (found,) = match([f"{first} for a week."], [f"{first} for a month."])
        assert EvidenceKind.OTHER_NAME not in [each.kind for each in found.matches[0].reasons]


def test_other_order_of_plain_words_is_told() -> None:
    """Where both have the same words in another order, these are the reason."""
    (found,) = match(["Miners sued bakers in Obera."], ["Bakers sued miners in Obera."])
    (reason,) = (each for each in found.matches[0].reasons if each.kind is EvidenceKind.ORDER)
    assert [each.text for each in reason.claim] == ["Miners", "sued", "bakers", "Obera"]


def test_the_same_comes_first() -> None:
    """A known claim that says the same goes before one that does not, and ``top`` is counted then."""
    known = ["The council will not sell the harbour.", "The council will sell the harbour."]
    for order in (known, known[::-1]):
        for claim in known:
            (found,) = match([claim], order, top=1)
            assert [(each.check.claim, each.relation) for each in found.matches] == [(claim, Relation.SAME)]


def test_what_is_known_is_the_same(index: Index) -> None:
    """Each known claim is found first and called the same, as it stands and without capitals."""
    for write in (str, str.lower, str.upper):
        found = list(match([write(check.claim) for check in index.checks], index))
        best = [each.best for each in found]
        assert [each.relation for each in best if each] == [Relation.SAME] * len(index)
        assert [each.check for each in best if each] == index.checks


@pytest.mark.parametrize(
    ("claim", "known"),
    [
        ("Ada Osei said twelve bridges in Norhaven were closed.", BRIDGE),
        ("ada osei: “12 bridges in norhaven were closed in may 2019”", BRIDGE),
        ("The mayor will raise the prices of water and the council supports it", BUDGET),
    ],
)
def test_other_forms_are_the_same(index: Index, claim: str, known: str) -> None:
    """Forms of words, numbers in letters, marks and a date that only the known claim has do not matter."""
    assert _of(index, claim, known).relation is Relation.SAME


@pytest.mark.parametrize(
    ("claim", "known", "kind", "here", "there"),
    [
        (BRIDGE.replace("12", "13"), BRIDGE, EvidenceKind.OTHER_NUMBER, ["13"], ["12"]),
        (BRIDGE.replace("2019", "2018"), BRIDGE, EvidenceKind.OTHER_NUMBER, ["2018"], ["2019"]),
        (BRIDGE.replace("May", "June"), BRIDGE, EvidenceKind.OTHER_NUMBER, ["June"], ["May"]),
        (
            BRIDGE.replace("Ada Osei", "Kofi Mensah"),
            BRIDGE,
            EvidenceKind.OTHER_NAME,
            ["Kofi", "Mensah"],
            ["Ada", "Osei"],
        ),
        (BRIDGE.replace("were", "were never"), BRIDGE, EvidenceKind.NEGATION, ["never"], []),
        (BUDGET.replace("will", "won't"), BUDGET, EvidenceKind.NEGATION, ["won't"], []),
        (BUDGET.replace("supported", "opposed"), BUDGET, EvidenceKind.OPPOSITE, ["opposed"], ["supported"]),
    ],
)
def test_what_differs_is_told(
    index: Index, claim: str, known: str, kind: EvidenceKind, here: list[str], there: list[str]
) -> None:
    """A claim that differs in one thing contradicts, and the reason holds the words of both with their places."""
    found = _of(index, claim, known)
    assert found.relation is Relation.CONTRADICTS
    (reason,) = (each for each in found.reasons if each.kind is kind)
    assert [each.text for each in reason.claim] == here
    assert [each.text for each in reason.known] == there
    assert all(claim[each.start : each.end] == each.text for each in reason.claim)
    assert all(known[each.start : each.end] == each.text for each in reason.known)


@pytest.mark.parametrize(
    "claim",
    ["to hold a fair through the winter, after ice closed the bridge for nine days", "Nine bridges were painted."],
)
def test_a_word_in_common_is_no_contradiction(claim: str) -> None:
    """Claims that share a word or two with the only known one and differ in all else have nothing to contradict."""
    for found in match([claim], ["41,000 people cross the bridge every working day."]):
        assert [each.relation for each in found.matches] in ([], [Relation.POSSIBLE])


def test_who_did_it_to_whom_matters(index: Index) -> None:
    """The same names in another order are not called the same, nor a contradiction, as a passive would have it so."""
    found = _of(index, "Omar Stell married Rita Vance in Norhaven.", "Rita Vance married Omar Stell in Norhaven.")
    assert found.relation in (Relation.RELATED, Relation.POSSIBLE)
    assert EvidenceKind.ORDER in [each.kind for each in found.reasons]


@pytest.mark.parametrize("claim", ["Osei said that 12 bridges in Norhaven were closed.", BRIDGE.replace("12", "many")])
def test_what_only_one_says_is_not_the_same(index: Index, claim: str) -> None:
    """Where a name or number is missing on one side, nobody knows whether the same was meant."""
    assert _of(index, claim, BRIDGE).relation in (Relation.RELATED, Relation.POSSIBLE)


def test_words_by_which_a_check_was_found_are_told() -> None:
    """Shared words, names and numbers, what the title adds, the author of a post and its date are reasons."""
    check = KnownCheck(
        "In December 2019, Ada Osei posted a photograph of 40 empty wards in Norhaven.",
        title="Empty Hospital in Norhaven?",
    )
    post = "40 empty wards at the #NorhavenHospital pic.twitter.com/x1 — Ada Osei (@AdaOsei) December 3, 2019"
    (found,) = match([post], [check, "Another claim about empty wards."])
    assert found.best is not None
    assert found.best.check == check
    told = {reason.kind: [each.text for each in reason.known] for reason in found.best.reasons}
    assert told[EvidenceKind.WORDS] == ["empty", "wards"]
    assert told[EvidenceKind.NAMES] == ["Norhaven"]
    assert told[EvidenceKind.NUMBERS] == ["40"]
    assert told[EvidenceKind.TITLE] == ["Hospital"]
    assert told[EvidenceKind.AUTHOR] == ["Ada", "Osei"]
    assert told[EvidenceKind.DATE] == ["December", "2019"]
