"""What stands below a picture apart from its caption: what made it, in the language of the page, and whose it is."""

from __future__ import annotations

from ..figure_settings import FigureSettings

_BY_MODEL = {
    "en": "AI-generated illustration",
    "de": "KI-generierte Illustration",
    "fr": "Illustration générée par IA",
    "es": "Ilustración generada por IA",
    "pt": "Ilustração gerada por IA",
    "it": "Illustrazione generata dall'IA",
    "nl": "Door AI gegenereerde illustratie",
    "pl": "Ilustracja wygenerowana przez AI",
    "cs": "Ilustrace vytvořená umělou inteligencí",
    "sv": "AI-genererad illustration",
    "da": "AI-genereret illustration",
    "nb": "KI-generert illustrasjon",
    "no": "KI-generert illustrasjon",
    "fi": "Tekoälyn luoma kuvitus",
    "tr": "Yapay zekâ ile oluşturulmuş görsel",
    "ru": "Иллюстрация создана ИИ",
    "uk": "Ілюстрацію створено ШІ",
    "ja": "AI生成イラスト",
    "zh": "AI 生成的插图",
    "ko": "AI 생성 일러스트",
    "ar": "رسم توضيحي من إنشاء الذكاء الاصطناعي",
}
_TRADITIONAL = "AI 生成的插圖"
_TRADITIONAL_CODES = ("zh-tw", "zh-hk", "zh-mo", "zh-hant")


def label_of(look: FigureSettings, *, by_model: bool, credit: str, language: str) -> tuple[str, str]:
    """The label, and its language where that is not the page's; what the settings say is as its author wants it."""
    if look.label is False:
        return "", ""
    own = isinstance(look.label, str) or not by_model
    mark = (look.label or "") if own else _by_model(language)
    return " · ".join(filter(None, (mark, credit))), "" if own or _code(language) in _BY_MODEL else "en"


def _by_model(language: str) -> str:
    if language.lower().replace("_", "-").startswith(_TRADITIONAL_CODES):
        return _TRADITIONAL
    return _BY_MODEL.get(_code(language), _BY_MODEL["en"])


def _code(language: str) -> str:
    return language.lower().replace("_", "-").partition("-")[0]
