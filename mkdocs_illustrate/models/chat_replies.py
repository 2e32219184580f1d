"""What a chat model says besides its answer: what it thinks, notes after it, and refusals."""

from __future__ import annotations

import re

# What a reasoning model thinks, whole: <think>The reader wants …</think>; cut off before its end: [THINK]The
# reader; without its beginning: The reader wants …</think>
_MARK = r"(?:think(?:ing)?|thoughts?|reasoning)"
_THOUGHTS = re.compile(
    rf"[<\[]{_MARK}[>\]].*?(?:[<\[]/{_MARK}[>\]]|\Z)"
    rf"|\A(?:(?![<\[]{_MARK}[>\]]).)*?[<\[]/{_MARK}[>\]]",
    re.DOTALL | re.IGNORECASE,
)
# Some servers pass a model's channels on as they are; the last one is the answer:
# <|channel|>analysis<|message|>The reader wants …<|end|><|channel|>final<|message|>A lighthouse
_CHANNELS = re.compile(r"\A.*<\|(?:message|end_of_thought)\|>|<\|[a-z_]+\|>", re.DOTALL)
# **Note:** I left the title out. | Negative prompt: text, watermark | Hinweis: Das Bild …
_ASIDES = re.compile(
    r"^[^\w\n]*(?:negative prompt|note|hint|hinweis|anmerkung|remarque|nota|opmerking)\b\W{0,3}:.*",
    re.DOTALL | re.IGNORECASE | re.MULTILINE,
)
_REFUSALS = re.compile(
    r"^\W*(?:(?:i['’]?m|i am) (?:\w+ )?(?:sorry|unable|not (?:able|comfortable))"  # I'm really sorry; I am not able
    r"|sorry[,.]? (?:but )?i\b"  # Sorry but I
    r"|sorry,|unable to comply|i apologi[sz]e|my apologies|i (?:respectfully|must) decline"
    r"|i can['’]?t|i can ?not|i won['’]?t|i will not"
    r"|i (?:must|have to) (?:respectfully )?(?:decline|refuse)"  # I must respectfully decline
    r"|unfortunately,? i\b|as an? (?:ai|language model)\b"  # Unfortunately, I; As an AI
    r"|(?:es )?tut mir leid|leider kann ich|ich kann (?:leider )?(?:nicht|kein|diese)"  # Ich kann leider kein
    r"|(?:je suis )?désolée?|je ne peux pas|lo siento|no puedo|mi dispiace|non posso"
    r"|desculpe|não posso|het spijt me|ik kan (?:helaas )?(?:niet|geen)"
    r"|przykro mi|przepraszam|niestety nie|nie mogę|извините|к сожалению|я не могу|прошу прощения"
    r"|很?抱歉|对不起|對不起|我无法|我無法|我不能|申し訳|すみません|죄송)",
    re.IGNORECASE,
)
_LONGEST_REFUSAL = 600  # characters; who says more has written something


def without_thoughts(text: str) -> str:
    """What a model says aloud."""
    return _CHANNELS.sub("", _THOUGHTS.sub("", text)).strip()


def without_asides(text: str) -> str:
    """Without the notes that follow an answer."""
    return _ASIDES.sub("", text).strip() or text  # nothing but an aside is an answer all the same


def is_refusal(text: str) -> bool:
    """Whether prose politely declines."""
    said = without_thoughts(text)
    return bool(_REFUSALS.match(said)) and len(said) < _LONGEST_REFUSAL
