"""The words of the house, English and Dutch: one word for one thing, everywhere."""

HOUSE = (
    ("scheme", "regeling", "one regulation with its owner"),
    ("edition", "versie", "a dated version of a scheme's text"),
    ("place", "vindplaats", "where in the text something is said: 27(a), An.6(b)"),
    ("reading", "lezing", "ours, where the text is silent; never shown as text"),
    ("case file, case", "dossier", "all that is on record about one subject under one scheme"),
    ("matter", "procedure", "one procedure inside a case file: an application, an objection"),
    ("fact", "feit", "what happened, recorded once and never changed"),
    ("command, action", "verzoek, handeling", "what somebody asks to be done; may be refused"),
    ("refusal", "weigering", "what the text forbids, with the place that forbids it"),
    ("remark", "aantekening", "a soft rule that was not met, recorded with the fact"),
    ("term", "termijn", "a deadline: what opened it, for whom, when due, what follows"),
    ("trail", "spoor", "the facts of a file, in order, with who recorded them and why"),
    ("register", "openbaar register", "what is public, from one legal day to another"),
    ("view", "weergave", "tables drawn from the facts, to look things up in"),
    ("door", "deur", "where the outside comes in: HTTP, pages, command line, Kafka"),
    ("clerk", "griffier", "what turns a term that passed into a command; never decides"),
    ("legal day", "dag waarop iets geldt", "the day a fact takes effect, Europe/Amsterdam"),
    ("known at", "bekend op", "the moment at which something was on record"),
    ("lock-out", "uitsluiting", "the time in which somebody can't be certified"),
    ("dossier of education", "PE-dossier", "activities that were handed in and accepted"),
)
"""English word, Dutch word, what it means here."""
