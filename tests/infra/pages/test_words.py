"""Every word of the pages is there in Dutch, and what is vendored is what was checked."""

import hashlib
import json
import re

from infra.http.pages.rendering import HERE

SAID = re.compile(r"""_\(\s*"([^"]+)"\s*\)""")
COUNTED = re.compile(r"""ngettext\("([^"]+)", "([^"]+)",""")


def test_every_word_has_its_dutch() -> None:
    dutch = json.loads((HERE / "nl.json").read_text(encoding="utf-8"))
    texts = [p.read_text(encoding="utf-8") for p in (HERE / "templates").glob("*.html")]
    said = {word for text in texts for word in SAID.findall(text)}
    said |= {word for text in texts for pair in COUNTED.findall(text) for word in pair}
    assert said - dutch.keys() == set()


def test_what_is_vendored_is_what_was_checked() -> None:
    vendor = HERE / "static" / "vendor"
    lines = (vendor / "SHA256SUMS").read_text().splitlines()
    listed = {name: digest for digest, name in (line.split() for line in lines)}
    for name, digest in listed.items():
        assert hashlib.sha256((vendor / name).read_bytes()).hexdigest() == digest
    assert {p.name for p in vendor.iterdir() if p.suffix in (".js", ".woff2")} == set(listed)
