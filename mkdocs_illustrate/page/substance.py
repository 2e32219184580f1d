"""How far an article has moved from the words that its picture was made for.

A sketch is a sample of an article's different words, chosen by their hashes, so that two articles choose the same of
those that they share. A short article is in it whole; of a long one the share that differs is known to a few parts in
a hundred. Order, case and punctuation do not count, nor how often a word stands there.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from base64 import urlsafe_b64decode, urlsafe_b64encode
from itertools import pairwise, zip_longest

_MOST = 128  # words in a sketch
_BYTES, _SPELT = 3, 4  # of each word's hash, and the characters of text that it takes
# Chinese, Japanese, Thai, Lao, Burmese and Khmer are written without spaces: pairs of characters stand for words.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+")
_SKETCH = re.compile(rf"(\d{{1,9}}) ((?:[\w-]{{{_SPELT}}})*)", re.ASCII)
_TYPOS = {5: 1, 9: 2}  # letters of a word, and how many of them may be wrong before it is another word


def sketch(text: str) -> str:
    """The sketch of a text: how many different words it has, and a sample of them."""
    hashes = sorted({hashlib.sha256(word.encode()).digest()[:_BYTES] for word in _words(text)})
    return f"{len(hashes)} {urlsafe_b64encode(b''.join(hashes[:_MOST])).decode()}"


def drift(before: str, now: str) -> float | None:
    """The share of words that differ between two sketches, 0 to 1; None if either is none."""
    one, other = _read(before), _read(now)
    if one is None or other is None:
        return None
    ends = [words[-1] for words, whole in (one, other) if not whole]  # up to the first, both samples are complete
    ours, theirs = ({word for word in words if not ends or word <= min(ends)} for words, _ in (one, other))
    largest = max(len(ours), len(theirs))
    return 1 - len(ours & theirs) / largest if largest else 0.0


def sample(sketched: str) -> set[str]:
    """The words in a sketch, as it spells them: two sketches of nearly the same text share most."""
    found = _SKETCH.fullmatch(sketched)
    return {found[2][n : n + _SPELT] for n in range(0, len(found[2]), _SPELT)} if found else set()


def same_title(before: str, now: str) -> bool:
    """Whether two titles say the same, but for case, punctuation, spaces and typos."""
    ours, theirs = _plain_words(before), _plain_words(now)
    return "".join(ours) == "".join(theirs) or all(_is_typo(a, b) for a, b in zip_longest(ours, theirs, fillvalue=""))


def _read(text: str) -> tuple[list[bytes], bool] | None:
    found = _SKETCH.fullmatch(text)
    if not found:
        return None
    sample = urlsafe_b64decode(found[2])
    hashes = sorted(sample[n : n + _BYTES] for n in range(0, len(sample), _BYTES))[:_MOST]
    return hashes, len(hashes) >= int(found[1]) or not hashes


def _plain_words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def _words(text: str) -> set[str]:
    found: set[str] = set()
    for word in _plain_words(text):
        for run in _UNSPACED.findall(word):
            found.update(map("".join, pairwise(run)) if len(run) > 1 else run)
        found.update(filter(None, _UNSPACED.split(word)))
    return found


def _is_typo(one: str, other: str) -> bool:
    """Whether two words are one, written wrong in a letter or two. A number has no typos: it is another."""
    if one == other:
        return True
    allowed = max((wrong for length, wrong in _TYPOS.items() if min(len(one), len(other)) >= length), default=0)
    spelt = one.isalpha() and other.isalpha() and not _UNSPACED.search(one + other)
    return spelt and _distance(one, other) <= allowed


def _distance(one: str, other: str) -> int:
    """Letters that are missing, too much, wrong, or have changed places with the next."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for n, letter in enumerate(one, 1):
        older, before, row = before, row, [n]
        for m, against in enumerate(other, 1):
            cost = min(before[m] + 1, row[m - 1] + 1, before[m - 1] + (letter != against))
            if n > 1 and m > 1 and letter == other[m - 2] and one[n - 2] == against:
                cost = min(cost, older[m - 2] + 1)
            row.append(cost)
    return row[-1]
