"""Words that carry no topic, in the seven languages that are read."""

# ruff: noqa: E501  a language is one row

from __future__ import annotations

from .lexicon.concept import fold

_LISTS = {
    "en": "a about above after again all almost also although always am an and another any anyone anything are around as at away back be became because become been before being below best better between big both but by came can cannot come could did do does doing done down during each either else enough even ever every everyone everything far few first for found from full further gave get gets getting give given go goes going gone good got great had has have having he her here hers him his how however i if in instead into is it its itself just keep kind know last least less let like little long look lot made make makes making many may maybe me mean might mine more most much must my myself need never new next no nobody non none nor not nothing now of off often old on once one only onto or other others our ours out over own part people perhaps please put quite rather really right said same say says second see seem seems seen several shall she should since so some someone something soon still such sure take taken than that the their them then there these they thing things think this those though three through thus time to today together told too took toward try two under until up upon us use used uses using usually very want was way ways we well went were what whatever when where whether which while who whole whom whose why will with within without won word work working would year years yes yet you your yours don't doesn't didn't isn't it's i'm i've we've you're we're that's there's can't won't week month day days last simple small part introduction guide story notes thoughts lessons learned",
    "de": "aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist da dabei damit dann das dass dein dem den denn der des dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er es etwas euch für gegen gibt haben hat hatte hier ich ihm ihn ihnen ihr ihre im in ins ist ja jede jeder jedes jetzt kann kein keine können man mehr mein meine mich mir mit muss nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine sich sie sind so soll über um und uns unser unter viel vom von vor war waren warum was weil wenn wer werden wie wieder will wir wird wo wurde zu zum zur zwei zwischen",
    "fr": "à ai ainsi alors après au aucun aussi autre aux avant avec avoir bien c'est car ce cela ces cet cette ceux chaque chez comme comment d dans de des deux donc du elle elles en encore entre est et était être eu fait faire il ils j je l la le les leur leurs lui ma mais me même mes moi moins mon n ne non nos notre nous on ont ou où par parce pas peu peut plus pour pourquoi qu quand que quel quelle qui quoi s sa sans se sera ses si son sont sous sur ta te tes toi ton tous tout toute toutes très trop tu un une vers vos votre vous y",
    "es": "a al algo algunos ante antes aquí así aunque cada como cómo con contra cual cuando de del desde donde dos durante e el él ella ellas ellos en entre era es esa ese eso esta está este esto estos fue ha han hasta hay la las le les lo los más me mi mis mucho muy nada ni no nos nosotros o otra otro para pero poco por porque qué que quien se sea ser si sí sin sobre son su sus también tan te tiene todo todos tu tus un una uno unos y ya yo",
    "pt": "a ao aos as até com como da das de dela dele deles depois do dos e é ela elas ele eles em entre era essa esse esta está este eu foi há isso isto já lhe mais mas me mesmo meu minha muito na não nas nem no nos nós nossa nosso num numa o os ou para pela pelo por porque qual quando que quem se sem ser seu sua são só também tem ter um uma você vocês",
    "it": "a ad agli ai al alla alle allo anche avere c'è che chi ci come con cosa cui da dagli dai dal dalla dei del della delle dello di dopo dove e è ed era essere fa fra gli ha hanno ho i il in io la le lei li lo loro lui ma me mi mia mio molto ne nei nel nella noi non nostro o ogni per perché più poi quando quanto quella quello questa questo qui se sei si sia sono su sua sue sul sulla suo tra tu tua tuo tutti tutto un una uno vi voi",
    "nl": "aan al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus een eens en er ge geen geweest haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je jij kan kon kunnen maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat onder ons onze ook op over reeds te tegen toch toen tot u uit uw van veel voor waarom want waren was wat we wel werd wezen wie wij wil worden wordt zal ze zei zelf zich zij zijn zo zonder zou",
}  # fmt: skip

STOP: dict[str, frozenset[str]] = {
    language: frozenset(fold(word) for word in words.split()) for language, words in _LISTS.items()
}


def stop_words(language: str) -> frozenset[str]:
    """Give the stop words of a language (`pt-BR` is `pt`), English for one that is not known."""
    return STOP.get(language.lower()[:2], STOP["en"])


_SAMPLE = 1200
"""Characters that tell the language."""
_SURER = 2
"""Another language must show so many more of its stop words than the declared one."""


def spoken(text: str, declared: str) -> str:
    """Tell the language of a text: the declared one, unless its little words say otherwise."""
    words = fold(text[:_SAMPLE]).split()
    counts = {language: sum(word in stop for word in words) for language, stop in STOP.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] >= counts.get(declared.lower()[:2], 0) + _SURER else declared
