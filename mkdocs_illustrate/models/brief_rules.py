"""What is no brief, though it came as one: a prompt says in words of its own what is to be seen.

To teach it another way of saying nothing, add a row: a pattern, and an example of what it catches.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Row = tuple[str, str]
"""A pattern, whatever the case of its letters; and an example of what it catches."""

# A server, or what stands before it, failed under a good status. A scene may hold such words, but not begin with them.
ERRORS: tuple[Row, ...] = (
    (r"\A\W*(error|fehler|erreur|errore?s?|ошибка|エラー|错误|錯誤)\s?([:：(]|\d|an\b)", "Error 17"),
    (r"\A\W*([\w.]+\.)?\w*(error|exception|failure)\w{0,2}\s?[:：(]", "litellm.BadRequestError: no model"),
    (r"\A\W*(traceback|panic|fatal|uncaught)\b.{0,20}[:(]", "Traceback (most recent call last): File x"),
    (r"\A\W*(http\S*|status)( code)? [45]\d\d\b", "HTTP 500"),
    (r"\A\W*(error |code )*[45]\d\d\W+(bad|forb|gate|int|not|pay|req|serv|too|un)", "502 Bad Gateway"),
    (r"\A\W*(internal server error|bad gateway|gateway time-?out)", "Internal Server Error"),
    (r"\A\W*(service|model|server) (is )?(temporarily |currently )?(unavailable|overloaded)", "Service Unavailable"),
    (r"\A\W*(bad request|too many requests|unauthori[sz]ed|forbidden|not found)\W*(\Z|[:.])", "Not Found"),
    (r"\b(rate limit|quota|context length|token limit)s?\b.{0,30}\b(exceed|reach)", "Rate limit exceeded"),
    (r"\b(exceed|reach)\w{1,3}\b.{0,30}\b(rate limit|quota|context length)", "You exceeded your current quota"),
    (r"\b(request|connection|stream|upstream)\b.{0,20}\b(timed out|time-?out|refused|reset)", "Request timed out."),
    (r"\b(try|retry)( your request| it)? again( later|\.|!|\Z| in )", "It broke. Try again later."),
    (r"\A\W*(oops|an? (\w+ )?error|something went wrong)\b", "An error occurred"),
    (r"\A\W*(es ist )?(ein|une|ha ocurrido un|si è verificato un) \w*(fehler|erreur|error)", "Ein Fehler ist passiert"),
    (r"エラーが|发生(了)?错误|出错了|오류가", "エラーが発生しました"),
    (r"no healthy upstream|\[object object\]|\[done\]", "no healthy upstream"),
)
# Whoever says this talks to us, or about the task.
TALK: tuple[Row, ...] = (
    (r"\bI(['’](m|ll|ve|d)| (am|will|would|have|can|could|need|think|hope|used|made|tried|want))\b", "I will do it"),
    (
        r"\A\W*(the|this|your|my) (\w+ ){0,2}(answer|article|instructions?|prompt|request|response|sentence)\b",
        "This article is",
    ),
    (r"\b(a|the) prompt (is|for|to|should|about)\b|\bas a prompt\b", "It is a prompt for a picture"),
    (r"\bthe (title|caption|alt( text)?)( of the \w+)? (is|are|should|reads)\b", "The title of the picture is 'Tides'"),
    (r"\A\W*(the )?(article|title|json|question|answer|task|input|output|user|assistant)\W*:", "Title: Tides"),
    (
        r"\A\W*(to (create|make|write|generate|describe)|describe|explain|write|respond|answer|pray)\b",
        "To create a scene",
    ),
    (r"\bplease (add|describe|give|let|note|provide|respond|see|send|share)", "Please share the text"),
    (
        r"\b(can|could|would|do) you\b|\byou (asked|can|could|have|must|need|provided|should|will|would)\b",
        "As you asked",
    ),
    (r"\bwe (are|can|have|must|need|should|want|will)\b", "All that we need to do"),
    (r"\byour (request|article|text|question|instructions?)\b", "Thanks for your request"),
    (r"\b(let me know|feel free|happy to|ready to help|glad to)\b", "Let me know"),
    (r"\b(for|to|as) an? (image|language|ai|chat) (model|assistant)\b", "It is for an image model"),
    (r"\bat most \d+ (characters|words)\b", "in English, at most 900 characters"),
    (r"\A\W*(yes|no|sure|okay|ok|hello|hi|thanks?( you)?|done|great|of course|understood)\W*\Z", "Sure!"),
    (r"\A\W*(how|why|what|which) (to|an?|is|are|do|does|the)\b", "How to create a picture"),
    (r"[?？؟](\s|\Z)", "Is that it? A harbour"),
)
_FILLERS = (
    r"\A\W*((your|the|an?|some|for|of|in|with|here|goes|go|insert|example|sample|test|detailed|final|string|str|value"
    r"|image|picture|illustration|model|prompt|text|description|caption|alt|title"
    r"|null|none|nil|nan|undefined|unknown|empty|object|todo|tbd|n)\b\W*)+\Z"
)
# What stands where a prompt should.
PLACEHOLDERS: tuple[Row, ...] = (
    (r"\A\W*\Z", "..."),
    (_FILLERS, "<your prompt here>"),
    (r"\blorem ipsum\b", "Lorem ipsum dolor sit amet"),
)
# What programs read, and nobody paints.
DATA: tuple[Row, ...] = (
    (r"[\"\]}]\s*:\s*[\"\[{]|\{\s*\"", '{"id": 1, "title": "Tides"'),
    (r"\bdoctype html\b|\bxml version\b", "<!DOCTYPE html>"),
    (r"https?://\S", "Download it from https://example.org"),
)
FAILED = "it is an error"
_PIECE = 16  # characters in a row that nobody writes again by chance
_RUN, _WINDOW = 6, 400  # characters that come again and again, and where
_TELLS = re.compile(
    r"\b(will|would|was|were|had|ha(s|ve) been|can|could|cannot|may|might|did|does|never|because|however|\w+n['’]t)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")
_GLUED = re.compile(r"[a-zß-ÿ][A-Z]|[A-Z]{2}[a-z]{2}")  # clusteredDepth, ISTORYwest
_LONGEST_RUN, _SMALL = 14, 3  # words, and their letters: no language runs on for so long without a small one or a stop


def why_no_prompt(text: str, told: str) -> str:
    """Why a text is no prompt, in a few words; empty where it may be one. `told` is what the model had to read."""
    checks: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("there is nothing in it", lambda: _one_of(PLACEHOLDERS, text)),
        (FAILED, lambda: _one_of(ERRORS, text)),
        ("it is data", lambda: _one_of(DATA, text)),
        ("it repeats itself", lambda: repeats(text)),
        ("it repeats the question or the article", lambda: echoes(text, told)),
        ("it talks about the task", lambda: _one_of(TALK, text)),
        ("it tells and does not show", lambda: tells(text)),
        ("its words make no sentence", lambda: is_salad(text)),
    )
    return next((why for why, is_so in checks if is_so()), "")


def is_filler(text: str, instructions: str) -> bool:
    """Whether an alternative text or a caption is empty, or says what was to be written there."""
    return _one_of(PLACEHOLDERS, text) or (len(text) >= _PIECE and echoes(text, instructions))


def echoes(text: str, told: str) -> bool:
    """Whether two thirds of a text stood in what the model was told."""
    text, told = _folded(text), _folded(told)
    pieces = [text[at : at + _PIECE] for at in range(0, max(1, len(text) - _PIECE + 1), _PIECE // 2)]
    return 3 * sum(piece in told for piece in pieces) >= 2 * len(pieces)


def repeats(text: str) -> bool:
    """Whether two fifths of some stretch of a text stood there before."""
    text = _folded(text)
    for start in range(0, len(text), _WINDOW):
        part = text[start : start + _WINDOW]
        runs = [part[at : at + _RUN] for at in range(len(part) - _RUN + 1)]
        if len(runs) >= 2 * _RUN and 5 * len(set(runs)) < 3 * len(runs):
            return True
    return False


def tells(text: str) -> bool:
    """Whether a text tells what was or will be, as articles do: a picture shows what is."""
    told = len(_TELLS.findall(text))
    return told > 2 and 20 * told > len(text.split())


def is_salad(text: str) -> bool:
    """Whether words stand in a heap, as random weights throw them."""
    words, run = _WORDS.findall(text), 0
    for word in words:
        run = 0 if len(word) <= _SMALL else run + 1
        if run > _LONGEST_RUN:
            return True
    glued = {word for word in words if _GLUED.search(word)}
    return len(glued) > 2 and 20 * len(glued) > len(words)


def _one_of(rows: tuple[Row, ...], text: str) -> bool:
    return any(re.search(pattern, text, re.IGNORECASE) for pattern, _ in rows)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
