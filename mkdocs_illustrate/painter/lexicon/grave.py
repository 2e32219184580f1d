"""Topics for which nothing cheerful is drawn: the muted mosaic, and no icon."""

# ruff: noqa: E501  a concept is one row

from __future__ import annotations

from .concept import row

CONCEPTS = (
    row("death", "death deaths died dying funeral* grief grieving mourning obituar* in_memoriam bereave* suicid* killed fatal fatalities tod todesfall verstorben* trauer* beerdigung mort deces deuil funerailles muerte fallec* duelo morte lutto falecimento overleden rouw overlijden", mood="grave", unless="dead_code dead_letter dead_link"),
    row("illness", "cancer* tumor* tumour* leukaemia leukemia dementia alzheimer* stroke_patient terminally_ill hospice depression* burnout anxiety_disorder krebs demenz maladie enfermedad malattia doenca ziekte kanker pandemic* covid* epidemic*", mood="grave", unless="great_depression zodiac"),
    row("war", "war wars warfare wartime genocid* holocaust massacre* bombing bombings refugee* krieg kriege guerre guerra oorlog atrocit* invasion terroris* terror", mood="grave", unless="price_war price_wars star_wars console_wars browser_war flame_war browser_wars editor_wars"),
    row("disaster", "earthquake* tsunami* famine* flooding catastroph* disaster wildfire* hurricane* plane_crash shipwreck* erdbeben katastrophe inondation terremoto alluvione aardbeving", mood="grave", unless="disaster_recovery backup* failover"),
    row("violence", "murder* abuse abused assault* rape torture* slavery shooting_victims domestic_violence harassment racis* mord gewalt meurtre violencia violenza violencia_domestica geweld", mood="grave", unless="rate_limit* api"),
    row("loss", "miscarriage* stillbirth bankruptcy layoffs laid_off homeless* mental_illness trauma divorce* eviction addiction", mood="grave"),
)  # fmt: skip
