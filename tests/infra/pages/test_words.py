"""Every word of the pages is there in Dutch, and what is vendored is what was checked."""

import ast
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import domain.schemes
from infra.http.pages.rendering import HERE

SAID = re.compile(r"""_\(\s*"([^"]+)"\s*\)""")
STANDS = sorted(Path(domain.schemes.__file__).parent.glob("*/shown/stands.py"))
COUNTED = re.compile(r"""ngettext\("([^"]+)", "([^"]+)",""")


def test_every_word_has_its_dutch() -> None:
    dutch = json.loads((HERE / "nl.json").read_text(encoding="utf-8"))
    texts = [p.read_text(encoding="utf-8") for p in (HERE / "templates").glob("*.html")]
    said = {word for text in texts for word in SAID.findall(text)}
    said |= {word for text in texts for pair in COUNTED.findall(text) for word in pair}
    assert said - dutch.keys() == set()


def test_every_standing_of_a_file_has_its_dutch() -> None:
    dutch = json.loads((HERE / "nl.json").read_text(encoding="utf-8"))
    assert len(STANDS) == 3
    said = {word for path in STANDS for word in standings(ast.parse(path.read_text()))}
    assert {"certified", "recognised", "accredited", "in assessment"} <= said
    assert said - dutch.keys() == set()


def standings(code: ast.Module) -> Iterator[str]:
    """What is returned, and what the tables that it is looked up in hold."""
    for node in ast.walk(code):
        parts: list[ast.AST] = []
        if isinstance(node, ast.Dict):
            parts = list(node.values)
        elif isinstance(node, ast.Return) and node.value is not None:
            parts = [one for one in ast.walk(node.value) if not isinstance(one, ast.Subscript)]
        for part in parts:
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


def test_what_is_vendored_is_what_was_checked() -> None:
    vendor = HERE / "static" / "vendor"
    lines = (vendor / "SHA256SUMS").read_text().splitlines()
    listed = {name: digest for digest, name in (line.split() for line in lines)}
    for name, digest in listed.items():
        assert hashlib.sha256((vendor / name).read_bytes()).hexdigest() == digest
    assert {p.name for p in vendor.iterdir() if p.suffix in (".js", ".woff2")} == set(listed)
