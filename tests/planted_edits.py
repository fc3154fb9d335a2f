"""Quotes with planted edits: transcripts made of invented sentences, and from each a quote with one known change.

``planted(number, seed)`` makes the same cases every time. A case says what was done to the words and, by that, what a
verification has to say of it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from attrs import frozen

SENTENCES = """
We will open {n} new harbours along the northern coast before the ice returns, and the crews have waited long enough.
The hospital did not lose a single nurse last winter, although {n} of them had offers from private clinics in Velmark.
Nobody told the {n} families in the valley that the dam could fail, and I say that with shame.
Our engineers have found {n} cracks in the eastern pillar, but the bridge should carry buses until October.
She never signed the contract with Ostrand Shipping, which was worth {n} million crowns at the time.
The harvest fell by {p} percent in the dry counties, and farmers cannot pay back what they borrowed in spring.
I was in the lift with Councillor Brandt for {n} minutes and he didn't mention the stadium once.
They must return the {n} paintings to the museum in Kelstadt because the war took them from its walls.
If the council agrees, the night train to Lorvik may run {n} times a week from June.
My brother has worked on that ferry for {n} years, and he won't leave it for a desk in the capital.
The vaccine is not a cure, yet it kept {p} percent of our patients out of intensive care.
We counted {n} swans on the lake this morning, and none of them had a ring from the Dutch station.
Judge Okafor ordered the company to pay {n} thousand dollars to the widow of the crane driver.
You could hear the avalanche in Sondre, {n} kilometres away, and still the road stayed open.
The minister knew about the leak in {y}, and he said nothing to parliament for the rest of that summer.
There is no evidence that the {n} missing files were destroyed by anyone in this department.
Teachers here earn {n} hundred pounds less than their colleagues across the border, so they cross it.
It would cost the city {n} million euros to move the archive, and the roof might hold another decade.
Our striker scored {n} goals in the autumn but he has hardly trained since his knee was operated on.
The judges in Marravale had never heard of a case in which {n} sheep were called as evidence.
I don't believe that {n} drones were shot down over the reservoir, whatever the army spokesman claims.
The tram drivers want {p} percent more pay, and Mayor Ivers has offered them half of that.
Every third well in the Tamba district is dry, and the tanker comes only {n} days a month.
Somebody paid for those {n} advertisements, and it was not the party of farmers.
The orchestra can't rehearse in a hall with {n} broken windows when the snow blows in.
We shall plant {n} thousand oaks on the old mine, and my grandchildren will picnic under them.
Of the {n} whales that stranded at Cape Morrow, volunteers pushed back all but a calf.
The prison has neither a doctor nor a library for its {n} inmates, as Inspector Wray wrote in her report.
Visitors spent {n} million crowns in our shops in July, which nobody in the town hall had expected.
You should not drink from the spring at Hallen after rain, since {n} samples held bacteria.
The new law gives tenants {n} weeks to object, and landlords without a licence can be fined.
His novel sold {n} copies in its first year, and the publisher in Tirena wanted a second one by Easter.
They probably moved the {n} containers at night, when the customs officers had gone home.
The satellite has sent no picture for {n} days, but the team at Brevik Observatory remains hopeful.
We lost {n} hives to the hornets this August and the honey tastes of smoke.
Professor Lindqvist measured the glacier in {y}, and her stakes now stand in a meadow.
The airline must refund {n} passengers, and it has refused to say when it will do so.
Only {n} of the miners could swim, which is why the flood took so many of them.
The choir sang in {n} villages, and in Petrovac the priest wouldn't let them stop.
I have seen {n} governments promise this road, and I have not seen one bulldozer.
""".strip().splitlines()

_PADDING = """
Thank you all for coming on such a day. | Let me begin with the weather, as everybody does. | That is a fair question. |
Others can speak to that better than me. | As for the budget, copies lie on the table by the door. |
The next speaker has asked for a glass of water. | It was a long evening and the heating had failed again. |
Please keep the aisle free. | I remember the old hall quite differently. | We shall come to the annex later on.
""".replace("\n", " ").split(" | ")

_WORDS = {
    2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 11: "eleven",
    12: "twelve", 14: "fourteen", 17: "seventeen", 20: "twenty", 25: "twenty-five", 30: "thirty", 42: "forty-two",
    60: "sixty", 75: "seventy-five", 90: "ninety",
}  # fmt: skip
_SCALES = ("hundred", "thousand", "million")
_LARGE = (118, 140, 233, 360, 1250, 2400, 14500, 23000)
_NEGATIONS = re.compile(r" (?:not|never|hardly)\b|(?<=\bdid)n't|(?<=\bwould)n't|(?<=\bdo)n't")
_OTHER_NEGATIONS = (
    ("can't", "can"),
    ("cannot", "can"),
    ("won't", "will"),
    ("Nobody", "Somebody"),
    ("nothing", "something"),
)
_NOTTABLE = re.compile(
    r"\b(?:will|could|should|must|may|might|would|shall|can|has|have|was|is|had)\b(?! no| not| never|n't)"
)
_SWAPS = {
    "new": "old", "coast": "border", "families": "tourists", "cracks": "bolts", "contract": "letter",
    "farmers": "bankers",
    "paintings": "ladders", "train": "bus", "ferry": "tractor", "patients": "visitors", "lake": "roof",
    "widow": "landlord",
    "road": "school", "leak": "party", "files": "cars", "colleagues": "rivals", "archive": "market", "goals": "tickets",
    "sheep": "goats", "drones": "balloons", "pay": "leave", "tanker": "doctor", "windows": "chairs", "oaks": "roses",
    "whales": "boats", "inmates": "guards", "shops": "museums", "spring": "tap", "tenants": "hunters", "novel": "car",
    "containers": "pianos", "picture": "letter", "hives": "cows", "glacier": "river", "passengers": "pilots",
    "miners": "monks", "villages": "prisons", "governments": "winters",
}  # fmt: skip
_MODALS = {
    "will": "may",
    "could": "would",
    "should": "can",
    "must": "may",
    "may": "must",
    "might": "will",
    "can": "must",
}
_PRONOUNS = {
    "he": "she",
    "she": "they",
    "they": "we",
    "we": "they",
    "They": "We",
    "We": "They",
    "I": "We",
    "her": "his",
}
_NAMES = (
    "Velmark Brandt Kelstadt Lorvik Okafor Sondre Marravale Ivers Tamba Morrow Wray Hallen Tirena Brevik Lindqvist "
    "Petrovac"
).split()
_NAMES_THEN = dict(zip(_NAMES, [*_NAMES[3:], *_NAMES[:3]], strict=True))


@frozen
class Planted:
    """A transcript, a quote, and what was done: ``edit`` names it, ``truth`` is the sentence as it stands there."""

    source: str
    quote: str
    edit: str
    truth: str


Edit = Callable[[random.Random, str], str | None]


def planted(number: int, seed: int = 7) -> Iterator[Planted]:
    """``number`` cases, each kind of edit as often as any other."""
    rng = random.Random(seed)
    names = list(EDITS)
    made = 0
    while made < number:
        name = names[made % len(names)]
        sentences = [_filled(rng, sentence) for sentence in rng.sample(SENTENCES, 14)]
        if name == "stitched":
            truth = f"{sentences[1]} | {sentences[9]}"
            quote: str | None = _stitched(rng, sentences[1], sentences[9])
        else:
            truth = rng.choice(sentences)
            quote = EDITS[name](rng, truth)
        if quote is None or quote == truth:
            continue
        if name == "fillers":  # they are in the transcript, and the quote is clean
            sentences[sentences.index(truth)], quote = quote, truth
        yield Planted(_transcript(rng, sentences), quote, name, truth)
        made += 1


def _filled(rng: random.Random, sentence: str) -> str:
    number = rng.choice([*_WORDS, *_LARGE])
    written = _WORDS[number] if number in _WORDS and rng.random() < 0.5 else f"{number:,}"
    return sentence.format(n=written, p=rng.choice(["12", "7.5", "40", "3.25", "fifteen"]), y=rng.randrange(1961, 2024))


def _transcript(rng: random.Random, sentences: list[str]) -> str:
    out = []
    for sentence in sentences:
        out.append(sentence)
        if rng.random() < 0.4:
            out.append(rng.choice(_PADDING).strip())
    return "".join(part + ("\n\n" if rng.random() < 0.3 else " ") for part in out).strip()


_NUMBER = re.compile(
    r"\d[\d,.]*\d|\d|\b(?:" + "|".join([*sorted(_WORDS.values(), key=len, reverse=True), "fifteen"]) + r")\b"
)


def _first_number(sentence: str) -> re.Match[str] | None:
    return _NUMBER.search(sentence)


def _another_number(rng: random.Random, sentence: str) -> str | None:
    found = _first_number(sentence)
    if found is None:
        return None
    old = found[0]
    if old[0].isdigit():
        at = rng.randrange(len(old.rstrip(".,")))
        digit = old[at]
        if not digit.isdigit():
            return None
        new = old[:at] + rng.choice([other for other in "123456789" if other != digit]) + old[at + 1 :]
        if rng.random() < 0.3:
            new = f"{int(new.replace(',', '')) * 10:,}" if "." not in new else new
    else:
        new = rng.choice([word for word in _WORDS.values() if word != old])
    return sentence[: found.start()] + new + sentence[found.end() :]


def _without_number(_: random.Random, sentence: str) -> str | None:
    found = _first_number(sentence)
    if found is None or found.start() < 8:
        return None
    return sentence[: found.start()] + sentence[found.end() :].lstrip()


def _without_negation(_: random.Random, sentence: str) -> str | None:
    for negative, positive in _OTHER_NEGATIONS:
        if negative in sentence:
            return sentence.replace(negative, positive)
    changed = _NEGATIONS.sub("", sentence, count=1)
    return None if changed == sentence else changed


def _with_negation(rng: random.Random, sentence: str) -> str | None:
    places = list(_NOTTABLE.finditer(sentence))
    if not places:
        return None
    place = rng.choice(places)
    word = rng.choice(["not", "never", "n't"])
    if word == "n't" and place[0] in ("could", "should", "would", "has", "have", "was", "is", "had"):
        return sentence[: place.end()] + "n't" + sentence[place.end() :]
    return sentence[: place.end()] + " " + word.replace("n't", "not") + sentence[place.end() :]


def _word_swapped(rng: random.Random, sentence: str) -> str | None:
    there = [word for word in _SWAPS if re.search(rf"\b{word}\b", sentence)]
    return _replaced(rng, sentence, there, _SWAPS)


def _word_dropped(rng: random.Random, sentence: str) -> str | None:
    there = [word for word in _SWAPS if re.search(rf"\b{word}\b(?=[ ,])", sentence)]
    if not there:
        return None
    return re.sub(rf" {rng.choice(there)}\b", "", sentence, count=1)


def _modal_swapped(rng: random.Random, sentence: str) -> str | None:
    return _replaced(rng, sentence, [word for word in _MODALS if re.search(rf"\b{word}\b", sentence)], _MODALS)


def _pronoun_swapped(rng: random.Random, sentence: str) -> str | None:
    return _replaced(rng, sentence, [word for word in _PRONOUNS if re.search(rf"\b{word}\b", sentence)], _PRONOUNS)


def _name_swapped(rng: random.Random, sentence: str) -> str | None:
    return _replaced(rng, sentence, [name for name in _NAMES_THEN if name in sentence], _NAMES_THEN)


def _replaced(rng: random.Random, sentence: str, there: list[str], table: dict[str, str]) -> str | None:
    if not there:
        return None
    word = rng.choice(there)
    return re.sub(rf"\b{word}\b", table[word], sentence, count=1)


def _elided(rng: random.Random, sentence: str) -> str | None:
    words = sentence.split()
    start = rng.randrange(3, len(words) - 6)
    end = start + rng.randrange(1, min(6, len(words) - start - 3))
    if words[start] in _SCALES or words[end] in _SCALES:
        return None  # it would be another number
    mark = rng.choice(["…", "...", "[…]", "[...]", ". . .", "(…)"])
    return " ".join([*words[:start], mark, *words[end:]])


def _bracketed(rng: random.Random, sentence: str) -> str | None:
    there = [word for word in _SWAPS if re.search(rf"\b{word}\b", sentence)]
    if not there:
        return None
    word = rng.choice(there)
    put = rng.choice(["[{}]", "[the committee]", "[those affected]"]).format(_SWAPS[word])
    return re.sub(rf"\b{word}\b", put, sentence, count=1)


def _stitched(rng: random.Random, first: str, second: str) -> str:
    before, after = first.split(), second.split()
    head = " ".join(before[: rng.randrange(7, len(before) - 3)]).rstrip(",")
    return f"{head} {' '.join(after[rng.randrange(3, len(after) - 7) :])}"


def _cut_before_qualifier(_: random.Random, sentence: str) -> str | None:
    found = re.search(r", (?:but|although|yet) | until ", sentence)
    return sentence[: found.start()] if found else None


_FORMS: tuple[Callable[[str], str], ...] = (
    lambda text: f"“{text}”",
    lambda text: f"„{text[:-1]},“",
    lambda text: f"«{text}»",
    lambda text: text.replace("'", "’"),
    lambda text: text.replace(", ", " – ").replace("n't", "n’t"),
    lambda text: text.replace(" percent", "%"),
    lambda text: text.replace(" percent", " per cent"),
    lambda text: text[0].lower() + text[1:],
    lambda text: text.upper(),
    lambda text: text.replace("fi", "ﬁ").replace("fl", "ﬂ"),
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace(" ", "\n", 4),
    lambda text: text.replace("n't", " not").replace("ca not", "cannot").replace("wo not", "will not"),
    lambda text: text.replace(" did not", " didn’t").replace(" is not", " isn’t").replace("cannot", "can’t"),
    lambda text: text.replace("I have", "I’ve").replace("We will", "We’ll").replace("It would", "It’d"),
    lambda text: text.replace(" million crowns", "m crowns") if re.search(r"\d million crowns", text) else text,
    lambda text: re.sub(r"\b([\d.,]+) million euros", r"€\1m", text),
    lambda text: text.replace(",", ""),
    lambda text: re.sub(r"\b(\d),(\d{3})\b", r"\1\2", text),
    lambda text: _numerals(text),
    lambda text: re.sub(r",(?= )", ";", text, count=1),
)


def _numerals(text: str) -> str:
    """The first number that has words in words, or the other way round."""
    for number, word in _WORDS.items():
        for old, new in ((rf"(?<![\d.,-])\b{number}\b(?![,.]?\d)", word), (rf"(?<!-)\b{word}\b(?!-)", str(number))):
            changed = re.sub(old, new, text, count=1)
            if changed != text:
                return changed
    return text


def _typographic(rng: random.Random, sentence: str) -> str:
    out = sentence
    for form in rng.sample(_FORMS[3:], 2):
        out = form(out)
    return rng.choice(_FORMS[:3])(out)


def _with_fillers(rng: random.Random, sentence: str) -> str:
    words = sentence.split(" ")
    for _ in range(rng.randrange(1, 3)):
        filler = rng.choice(["um,", "uh", "er,", ", you know,", ", I mean,", "- erm -"])
        at = rng.randrange(1, len(words) - 1)
        if words[at - 1].rstrip(",") not in ("You", "you", "I"):
            words.insert(at, filler)
    return " ".join(words).replace(" ,", ",")


EDITS: dict[str, Edit] = {
    "number_changed": _another_number,
    "negation_dropped": _without_negation,
    "typographic": _typographic,
    "word_swapped": _word_swapped,
    "negation_added": _with_negation,
    "elided": _elided,
    "number_dropped": _without_number,
    "word_dropped": _word_dropped,
    "bracketed": _bracketed,
    "stitched": lambda _, sentence: sentence,
    "fillers": _with_fillers,
    "modal_swapped": _modal_swapped,
    "name_swapped": _name_swapped,
    "pronoun_swapped": _pronoun_swapped,
    "cut_before_qualifier": _cut_before_qualifier,
}
"""What is done to a sentence; ``None`` where it cannot be done to it. A stitched quote takes two sentences."""
