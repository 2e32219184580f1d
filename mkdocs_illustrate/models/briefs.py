"""Article -> the question to a chat model, and its answer -> a clean brief.

Models dress their answers up: fences, greetings, labels, quotes, thoughts. All of that comes off
here; what is left is the prompt.
"""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files
from typing import Any

from ..characters import visible
from ..errors import BadAnswer, NotAccepted, Refused
from ..quoting import show
from ..records import Article, Brief
from .brief_rules import FAILED, is_filler, why_no_prompt
from .chat_replies import is_refusal, without_asides, without_thoughts
from .protocols import Question

USUAL_LIMIT = 1200  # characters; longer prompts make no better pictures
_LONGEST_PROMPT, _LONGEST_ALT, _LONGEST_CAPTION = 6000, 250, 300
_MOST_READ, _MOST_QUOTED = 60_000, 200  # characters of an answer: longer ones are no brief; shown ones are few

_SOFTER = (
    "An image model refused the prompt that follows. Write it anew so that no rule on violence, "
    "nudity, hatred, real people or brands can object, and keep its subject, mood and composition. "
    "At most {limit} characters. Answer with the new prompt and nothing else."
)


def _form(*names: str) -> dict[str, Any]:
    texts = {name: {"type": "string"} for name in names}
    return {"type": "object", "properties": texts, "required": list(names), "additionalProperties": False}


# What is written first is thought of first; message and highlight are not kept.
_FORM, _FORM_IN_KEYS = _form("message", "highlight", "prompt", "alt", "caption"), _form("prompt", "alt", "caption")
# Some servers take orders for themselves out of a prompt: <sd_cpp_extra_args>{"steps": 50}</sd_cpp_extra_args>
_ORDERS = re.compile(r"<sd_cpp_extra_args>.*?(?:</sd_cpp_extra_args>|\Z)", re.DOTALL | re.IGNORECASE)
# A fence around the answer: ```json … ```
_FENCE = re.compile(r"```[\w-]*[ \t]*\n?(.*?)```", re.DOTALL)
# <b>, </prompt>, <lora:ink:0.8>
_TAGS = re.compile(r"<(/?)[a-zA-Z][^<>]*>")
# Sure! Here is a detailed prompt for your article: | Final Image Prompt: | Bildprompt:
_LABEL = re.compile(
    r"^\W*(?:(?:sure|certainly|of course|okay|ok|absolutely|great)\b[^:\n]{0,80}?[!.,:]\s*)?"
    r"(?:(?:here(?:'s| is| are)|this is|below is)\b[^:\n]{0,120}:\s*)?"
    r"(?:\W{0,3}(?:(?:image|illustration|picture|generation|final|short|bild)[\s-]*){0,3}prompt\W{0,3}:\s*)?",
    re.IGNORECASE,
)
# Prompt: …, - **Alt text**: …, ### Caption: …
_SECTION = re.compile(r"^[^\w\n]*(prompt|alt(?:[ -]?text)?|caption)\W*:\s*", re.IGNORECASE | re.MULTILINE)
_AS_JSON = "Answer with a JSON object with the keys message, highlight, prompt, alt and caption, and nothing else."
_AS_LINES = "Answer with five lines that begin with Message:, Highlight:, Prompt:, Alt: and Caption:, and nothing else."
_AS_PROMPT = "Answer in plain words, with the prompt and nothing else."
_NONE = "the chat model wrote no prompt ({why}: {said}); choose another one, raise max_tokens, or set a prompt"
_REFUSED = "the chat model refused to write about this article; change it, or set a prompt"
_CUT = "the answer was cut off; raise max_tokens in chat.options"
_SHORTEST = 60  # characters of a prompt that was cut off; with fewer, nobody knows what was meant


def question(
    article: Article, note: str | None, instructions: str | None, limit: int | None, avoid: Sequence[str] = ()
) -> Question:
    """What the chat model is asked; an author's own instruction stands as it is.

    Without a limit, it is the question as keys count it: with the built-in instruction that it had when keys were first
    made. A better one makes better briefs, and no picture stale that was bought.
    """
    hint = f"\n\nA hint from the author: {note}" if note else ""
    hint += f"\n\nLeave all of these out of the picture: {', '.join(avoid)}." if avoid else ""
    if instructions is not None:
        return Question(messages=(("user", f"{instructions.rstrip()} {article.words}{hint}"),))
    text, form = (instructions_text(), _FORM) if limit is not None else (_text("instructions_in_keys"), _FORM_IN_KEYS)
    told = text.format(limit=USUAL_LIMIT if limit is None else limit, language=article.language)
    body = f"{hint.strip()}\n\nThe article:\n\n{article.words}".strip()
    return Question(messages=(("system", told), ("user", body)), form=form)


def in_words(asked: Question) -> Question:
    """The same question once more, for a model that did not answer it in its form."""
    *before, (role, last) = asked.messages
    if asked.form is None:
        return replace(asked, messages=(*before, (role, f"{last}\n\n{_AS_PROMPT}")))
    plain = tuple((role, text.replace(_AS_JSON, _AS_LINES)) for role, text in asked.messages)
    return replace(asked, messages=plain, form=None)


def softer_question(prompt: str, limit: int) -> Question:
    """How a prompt is put differently that an image model refused."""
    return Question(messages=(("system", _SOFTER.format(limit=limit)), ("user", prompt)))


def instructions_text() -> str:
    """The built-in instruction, with places for the limit and the language."""
    return _text("instructions")


@functools.cache
def _text(name: str) -> str:
    return files(__package__).joinpath(f"{name}.txt").read_text("utf-8").strip()


def read_brief(text: str, article: Article, instructions: str | None = None, *, ours: bool = False) -> Brief:
    """Take the brief out of whatever a chat model answered; BadAnswer says what came that is none.

    `ours` are the words of the built-in writer, who may repeat a title that asks, or speaks to the reader,
    and gives no caption.
    """
    instructions = instructions or instructions_text()
    said = without_thoughts(text)[:_MOST_READ]
    fields = {name: clean(value) for name, value in _fields(said).items()}
    prompt = cut(fields.get("prompt", ""), _LONGEST_PROMPT)
    if is_refusal(prompt):
        raise Refused(_REFUSED)
    why = "" if ours else why_no_prompt(prompt, f"{instructions} {article.words}")
    if why:  # a server that failed may be up again by the next build
        kind = BadAnswer if why == FAILED else NotAccepted
        raise kind(_NONE.format(why=why, said=show(visible(said[:_MOST_QUOTED]))))
    alt, caption = (fields.get(name, "") for name in ("alt", "caption"))
    instead = "" if ours else article.title
    return Brief(
        prompt=prompt,
        alt=alt_of(prompt) if is_filler(alt, instructions) else cut(alt, _LONGEST_ALT),
        caption=cut(instead if is_filler(caption, instructions) else caption, _LONGEST_CAPTION),
    )


def _fields(text: str) -> dict[str, str]:
    """prompt, alt and caption, from JSON, from labelled lines, or the whole text as the prompt."""
    fenced = _FENCE.search(text)
    for candidate in (text, fenced[1] if fenced else "", _braced(text)):
        found = _json(candidate)
        if found:
            return found
    body = fenced[1] if fenced else text
    if _is_json(body):  # an object without a prompt is no prompt either
        return {}
    parts = _SECTION.split(body)
    if len(parts) > 3:
        named = dict(zip((p.lower()[:3] for p in parts[1::2]), parts[2::2], strict=False))
        return {
            "prompt": named.get("pro", ""),
            "alt": named.get("alt", ""),
            "caption": named.get("cap", ""),
        }
    return {"prompt": _main_paragraph(without_asides(body))}


def _json(text: str) -> dict[str, str]:
    try:
        read: Any = json.loads(text)
    except (ValueError, RecursionError):
        return _truncated(text)
    if isinstance(read, list) and len(read) == 1:
        read = read[0]
    if not isinstance(read, dict):
        return {}
    lowered = {str(k).lower().replace(" ", "_"): v for k, v in read.items()}
    names = {
        "prompt": ("prompt", "image_prompt"),
        "alt": ("alt", "alt_text"),
        "caption": ("caption",),
    }
    found = {n: next((lowered[k] for k in ks if isinstance(lowered.get(k), str)), "") for n, ks in names.items()}
    return found if found["prompt"] else {}


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def _truncated(text: str) -> dict[str, str]:
    """A JSON answer that was cut off still holds what came first."""
    if not text.lstrip().startswith("{"):
        return {}
    found = re.findall(r'"(prompt|alt|caption)"\s*:\s*"((?:[^"\\]|\\.)*)("?)', text)
    values = {
        name: value if closed else whole_words(value) for name, value, closed in found if closed or name == "prompt"
    }
    return {k: v.replace('\\"', '"').replace("\\n", " ") for k, v in values.items()} if values.get("prompt") else {}


def whole_words(text: str) -> str:
    """What is left of a text that was cut off; BadAnswer if that is too little."""
    if len(text) < _SHORTEST:
        raise BadAnswer(_CUT)
    return text.rsplit(None, 1)[0]


def _braced(text: str) -> str:
    start, end = text.find("{"), text.rfind("}")
    return text[start : end + 1] if 0 <= start < end else ""


def _main_paragraph(text: str) -> str:
    """Without a greeting line before and a question after."""
    paragraphs = [p.strip() for p in re.split(r"\n\s*\n", text) if p.strip()]
    if len(paragraphs) > 1 and paragraphs[0].endswith(":"):
        paragraphs = paragraphs[1:]
    if len(paragraphs) > 1 and re.match(r"^(let me know|feel free|would you|i hope)", paragraphs[-1], re.IGNORECASE):
        paragraphs = paragraphs[:-1]
    return " ".join(paragraphs)


def clean(text: str) -> str:
    """One line of plain words: no tags, labels, quotes, marks or unseen characters."""
    text = _TAGS.sub(" ", _ORDERS.sub(" ", visible(text)))
    text = unicodedata.normalize("NFC", text)
    text = " ".join(re.sub(r"\*\*|__|`|^#+ ", "", text).split())
    return _bare(_LABEL.sub("", _bare(text), count=1).strip())


def _bare(text: str) -> str:
    """Without the quotes around all of it."""
    for opening, closing in ('""', "“”", "''", "«»"):
        around = len(text) > 1 and text[0] == opening and text[-1] == closing
        if around and text.count(opening) <= 2:
            return text[1:-1].strip()
    return text


def cut(text: str, limit: int | None) -> str:
    """No longer than the limit, and cut between words."""
    if limit is None or len(text) <= limit:
        return text
    kept = text[: limit + 1].rsplit(" ", 1)[0] if " " in text[:limit] else text[:limit]
    return kept[:limit].rstrip(" ,;:-–—")


def alt_of(prompt: str) -> str:
    """What a prompt begins with: words for a picture that nobody described otherwise."""
    match = re.match(r"(.{20,}?[.!?])(?:\s|$)", prompt)
    return cut(match[1] if match else prompt, _LONGEST_ALT)
