"""From the records of an article to sightings."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import urlsplit

from quotex.lexicon.gender import Gender, given_name_gender
from quotex.people.names import personal_name
from quotex.people.records import GivenTitle, Sighting
from quotex.records import Article, MentionForm, Speaker

_PRONOUNS = dict.fromkeys("he him his himself".split(), Gender.MALE) | dict.fromkeys(
    "she her hers herself".split(), Gender.FEMALE
)


def sightings(article: Article) -> tuple[Sighting, ...]:
    """One sighting for each speaker of an article, in its order; speakers that only think or want something included.

    An article without an id is called by the SHA-256 of its text, so that two of them stay two documents.
    """
    about = article.metadata
    quotes: dict[str, list[str]] = defaultdict(list)
    for quote in article.quotes:
        for speaker_id in dict.fromkeys(speaker.id for speaker in quote.speakers):
            quotes[speaker_id].append(quote.id)
    return tuple(
        Sighting(
            document=about.id or article.text_sha256,
            name=speaker.name.text,
            type=speaker.type,
            speaker=speaker.id,
            aliases=tuple(dict.fromkeys(alias.text for alias in speaker.aliases)),
            titles=_titles(speaker),
            date=about.date,
            outlet=outlet_of(about.url),
            quotes=tuple(quotes[speaker.id]),
            known_as=speaker.known_as,
            gender=_gender(speaker),
        )
        for speaker in article.speakers
    )


def outlet_of(url: str | None) -> str | None:
    """The host of a web address without "www."; other text as it stands, ``None`` for ``None`` or an empty one."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:  # a broken address is still the same words for the same outlet
        host = None
    return (host or url).removeprefix("www.")


def _titles(speaker: Speaker) -> tuple[GivenTitle, ...]:
    return tuple(
        GivenTitle(
            title.span.text,
            title.role.text if title.role else None,
            title.affiliation.text if title.affiliation else None,
        )
        for title in speaker.titles
    )


def _gender(speaker: Speaker) -> Gender | None:
    """What forms of address tell, else what all pronouns agree on. Pronouns were resolved with the given name in mind,
    so that those which contradict it were more likely resolved wrongly than evidence of another person."""
    names = [personal_name(text) for text in (speaker.name.text, *(alias.text for alias in speaker.aliases))]
    told = {name.gender for name in names} - {None}
    if not told:
        pronouns = (m.span.text.casefold() for m in speaker.mentions if m.form is MentionForm.PRONOUN)
        told = {_PRONOUNS.get(word) for word in pronouns} - {None}
        usual = given_name_gender(names[0].words[0]) if names[0].is_full else None
        told = {gender for gender in told if usual in (None, gender)}
    return told.pop() if len(told) == 1 else None
