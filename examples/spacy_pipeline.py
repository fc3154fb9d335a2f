"""Use quotex as a component of a spaCy pipeline, and carry its results through a DocBin.

python examples/spacy_pipeline.py
"""

from __future__ import annotations

import spacy
from spacy.tokens import DocBin

TEXTS = [
    "“We open in May,” the mayor, Ada Osei, said on Monday. She added that the old hall would become a library.",
    "Rents rose by four percent last year, according to the statistics office. Tenants called on the city to act.",
]


def main() -> None:
    """Read the texts in a batch, store the documents as bytes, and print the quotes of what comes back."""
    nlp = spacy.blank("en")
    nlp.add_pipe("quotex", config={"settings": {"acts": ["statement", "directive", "evidence"]}})

    # What the component stores on a document are plain values, so that documents survive being stored or sent.
    stored = DocBin(store_user_data=True, docs=nlp.pipe(TEXTS)).to_bytes()

    for doc in DocBin().from_bytes(stored).get_docs(nlp.vocab):
        for quote in doc._.quotex_quotes:
            speaker = quote.speaker.name.text if quote.speaker else "nobody"
            print(f"{speaker}: {quote.text}")
        print("cues:", [span.text for span in doc.spans["quotex_cues"]])


if __name__ == "__main__":
    main()
