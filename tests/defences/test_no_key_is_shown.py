"""A key that a server knows comes back in no line and in no file, however it is spelt there."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_illustrate.errors import ModelError
from mkdocs_illustrate.models.wire.messages import Response
from mkdocs_illustrate.models.wire.paid_calls import paid_by
from mkdocs_illustrate.models.wire.redaction import redact, secrets_of, without, without_bytes
from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.calls import Call
from mkdocs_illustrate.testing.openai import ROUTES
from mkdocs_illustrate.testing.server import ModelServer

from ..page.test_growth import grows_linearly
from ..sites import CITIES, SiteMaker
from .conftest import buy

KEY = "Zq7-aB3/xY9+kLmN0pQr%StUvWx"  # no shape by which a key is known
OTHER = "fe01dc23ba45987610fedcba98765432"
BASIC = "somebody:Correct-Horse-9-Battery"

SPELT: Mapping[str, Callable[[str], str]] = {
    "as it is": lambda key: key,
    "in capitals": str.upper,
    "in an address": lambda key: f"https://h.example/p?key={quote(key, safe='')}",
    "in an address, small": lambda key: quote(key, safe="").lower(),
    "every character in percent": lambda key: "".join(f"%{ord(c):02X}" for c in key),
    "in JSON": lambda key: json.dumps({"a": key}).replace("/", r"\/").replace("-", r"\u002d"),
    "in JSON in JSON": lambda key: json.dumps(json.dumps({"a": key.replace("-", "")})).replace("/", r"\/"),
    "in HTML": lambda key: "".join(f"&#{ord(c)};" if n % 2 else f"&#x{ord(c):x};" for n, c in enumerate(key)),
    "over two lines": lambda key: f"{key[:9]}\n    {key[9:]}",
    "letter by letter": " ".join,
    "with what nobody sees": "\u200b".join,
    "Basic": lambda key: f"Basic {base64.b64encode(f'user:{key}'.encode()).decode()}",
    "in base64 of something": lambda key: base64.urlsafe_b64encode(f"the key: {key}!".encode()).decode(),
    "in hex": lambda key: key.encode().hex(),
    "its end": lambda key: f"the key ending in …{key[-14:]}",
    "its middle": lambda key: f"a key like ?{key[5:16]}?",
    "both ends": lambda key: f"the key {key[:8]}…{key[-8:]}",
    "twice": lambda key: f"{key}{key}",
}


@pytest.mark.parametrize("spelt", SPELT.values(), ids=SPELT)
@pytest.mark.parametrize("key", [KEY, OTHER, BASIC])
def test_however_it_is_spelt(key: str, spelt: Callable[[str], str]) -> None:
    """No spelling of a key, nor a piece of it, is left; what stands around it is."""
    told = without(f"before {spelt(key)} after", key)
    assert "[key]" in told
    assert told.startswith("before ")
    assert told.endswith(" after")
    assert longest_piece(key, told) < 6


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("ends with Wx9z", "ends with [key]"),
        ("ending in …Wx9z", "ending in …[key]"),
        ("sk-p****Wx9z", "[key]****[key]"),
        ("sk-p...", "[key]..."),
        ("the last four characters are 'Wx9z'", "the last four characters are '[key]'"),
        ("a sk-p is no key", "a sk-p is no key"),
        ("Wx9z is no key", "Wx9z is no key"),
    ],
)
def test_few_characters_beside_a_mask(said: str, told: str) -> None:
    """Four characters of a key are hidden where they are told as such, and nowhere else."""
    assert without(said, "sk-p-nobody-has-this-one-Wx9z") == told


@pytest.mark.parametrize(
    ("key", "said", "told"),
    [
        ("abcd", "the key abcd!", "the key [key]!"),
        ("abc", "the key abc!", "the key abc!"),
        ("", "the key !", "the key !"),
        ("aaaaaaaaaaaaaaaa", "a" * 40, "[key]"),
        ("test-key", "İ test-key ß", "İ [key] ß"),
    ],
)
def test_short_and_strange_keys(key: str, said: str, told: str) -> None:
    """A key of four characters is hidden whole; a shorter one would be found in every second word."""
    assert without(said, key).replace("[key][key]", "[key]").replace("[key][key]", "[key]") == told


@given(
    st.text(max_size=60),
    st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=12, max_size=40),
    st.text(max_size=60),
)
def test_any_text_around_any_key(before: str, key: str, after: str) -> None:
    """No text raises, nothing of a key is left in it, and a text without it is as it was."""
    told = without(f"{before}{key}{after}", key)
    assert key not in told
    assert "[key]" in told
    assert "\n" not in redact(f"{before}{key}{after}", key)
    assert without("some plain words", key) == "some plain words"


def test_the_keys_of_everybody() -> None:
    """A gateway to several vendors knows several keys; a path to a file of keys is none."""
    env = {
        "A_API_KEY": OTHER,
        "HF_TOKEN": KEY,
        "KEYBOARD": "us-international",
        "SSH_KEY_FILE": "/home/u/.ssh/key",
        "B_KEY": "x",
        "SECRET_KEY": "lighthouse",
    }
    assert set(secrets_of(env)) == {OTHER, KEY}


def test_pictures_are_left_alone() -> None:
    """In bytes, whole keys are taken out, also those in base64; a short one may stand in a picture by chance."""
    coded = base64.b64encode(f"..{KEY}..".encode())
    assert without_bytes(b"a " + KEY.encode() + b" b", KEY) == b"a [key] b"
    assert KEY.encode() not in base64.b64decode(without_bytes(coded, KEY).replace(b"[key]", b""), validate=False)
    assert without_bytes(b"test", "test", None, "Bearer test") == b"test"


class Keeper:
    """Pays for calls, and remembers what came."""

    mark = ""

    def __init__(self) -> None:
        self.came: list[Response] = []

    async def before(self) -> None:
        """It may be sent."""

    def after(self, error: BaseException | None) -> None:
        """It ended."""

    async def arrived(self, answer: Response) -> Callable[[], Response]:
        """Keep it."""
        self.came.append(answer)
        return lambda: answer

    async def answer_of_before(self) -> None:
        """Nothing is known."""

    def judged_bad(self) -> None:
        """It was no answer."""


@pytest.mark.parametrize("vendor", ["openai", "google", "pictory"])
def test_what_is_kept_before_it_is_read(vendor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer is kept without the key that it repeats, in its body and in its headers."""
    monkeypatch.setenv("TEST_KEY", OTHER)
    keeper = Keeper()
    with ModelServer.of(vendor, key=OTHER) as server, paid_by(keeper):
        said = {"echo": OTHER, "coded": base64.b64encode(OTHER.encode()).decode(), "data": []}
        server.fail("/", status=200, body=said, headers={"Seed": OTHER}, times=9)
        with pytest.raises(ModelError):
            buy(vendor, server.url)
    assert keeper.came
    for answer in keeper.came:
        assert OTHER not in f"{answer.body!r} {dict(answer.headers)}"
        assert b"[key]" in answer.body


def _planted(key: str, other: str) -> dict[str, Callable[[Call, ModelServer], Reply]]:
    """Routes that put keys into whatever they say."""

    def chat(call: Call, _: ModelServer) -> Reply:
        topic = "wrong" if "Wrong" in str(call.body) else "lost" if "Lost" in str(call.body) else "fine"
        brief = {
            name: f"A {topic} boat {key} at dawn, {quote(key)} soft light" for name in ("prompt", "alt", "caption")
        }
        return Reply.json({"choices": [{"message": {"content": json.dumps(brief)}}], "id": key, "usage": {"note": key}})

    def images(call: Call, server: ModelServer) -> Reply:
        prompt = call.body["prompt"]
        if "wrong" in prompt:
            text = f"{key} and {other} and {quote(key, safe='')} and {base64.b64encode(key.encode()).decode()}"
            return Reply.json({"error": {"message": f"not with {text}", "code": key}}, status=400)
        folder = "lost" if "lost" in prompt else "files"
        address = f"{server.origin}/{folder}/{quote(key, safe='')}-64x64.png?key={key}&other={other}"
        picture = {"url": address, "revised_prompt": f"A boat {key} {quote(key)}", "seed": key}
        return Reply.json({"data": [picture], "note": [key, other]}, headers={"Seed": key, "X-Key": key})

    return {**ROUTES, "/chat/completions": chat, "/images/generations": images}


def test_keys_planted_everywhere(site: SiteMaker) -> None:
    """After a talkative build, no file and no line holds a key that the server put into all it said."""
    key, other = "Zq7-aB3_xY9+kLmN0pQrStUvWx", OTHER
    for name in ("Fine", "Wrong", "Lost"):
        site.page(f"{name.lower()}.md", CITIES.replace("Futuristic", name), illustrate=True)
    site.options["figure"] = {"caption": True}
    with ModelServer(key=key) as server:
        server.routes = _planted(key, other)
        server.fail("/lost/", status=403, body={"key": key}, times=99)
        site.models(server.url)
        built = site.build("-v", OPENAI_API_KEY=key, AIMLAPI_KEY=other, OPENAI_LOG="")
    assert built.code == 0, built.log
    assert len(built.figures("fine/index.html")) == 1
    assert any("wrong.md" in line and "[key]" in line for line in built.warnings())
    ledger = (site.folder / ".cache/plugin/illustrate/ledger.jsonl").read_text("utf-8")
    assert "/lost/[key]-64x64.png" in ledger
    places = {
        str(path.relative_to(site.folder)): path.read_bytes() for path in site.folder.rglob("*") if path.is_file()
    }
    places |= {"the log": built.log.encode(), "the names": "\n".join(places).encode()}
    for secret in (key, other):
        for name, data in places.items():
            assert longest_piece(secret, data.decode("latin-1")) < 10, name


def longest_piece(key: str, text: str) -> int:
    """How many characters of a key stand in a text, in a row, in small letters or in base64; of ten or more, ten."""
    forms = (key.lower(), key.encode().hex(), base64.b64encode(key.encode()).decode().rstrip("=").lower())
    lowered, found = "".join(text.split()).lower(), {form[at : at + 3] for form in forms for at in range(len(form) - 2)}
    for n in range(4, 11):  # what is not there is not there with a character more
        pieces = {form[at : at + n] for form in forms for at in range(len(form) - n + 1)}
        found = {piece for piece in pieces if piece[:-1] in found and piece in lowered}
        if not found:
            return n - 1 if n > 4 else 0
    return 10


@pytest.mark.parametrize(
    "piece", [KEY, KEY[:-1], KEY[1:], KEY[4:18], "Zq7-", "%2", "%5a", "\\", "&#", " ", "\u200b", "a"], ids=repr
)
def test_looking_for_keys_grows_with_the_text(piece: str) -> None:
    """No text, however full of keys, takes more than its length in time."""
    assert grows_linearly(lambda text: without(text, KEY), ("", piece, ""))
