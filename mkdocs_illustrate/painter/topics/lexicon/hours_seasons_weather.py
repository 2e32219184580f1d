"""Words that set hour, season and weather of a landscape."""

# ruff: noqa: E501  an hour, a season, a weather is one row

from __future__ import annotations

from dataclasses import dataclass

from .concept import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionRow:
    """One row: words that ask for an hour, a season or a weather, spelt as a concept's are."""

    name: str
    kind: str
    """hour, season or weather."""
    stems: tuple[str, ...]
    hints: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


def _row(kind: str, name: str, stems: str) -> ConditionRow:
    return ConditionRow(name=name, kind=kind, stems=_words(stems))


def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(word).replace("_", " ") for word in text.split())


CONDITION_ROWS = (
    _row("hour", "dawn", "dawn daybreak sunrise* first_light early_morning* early_in_the_morning morning mornings morgendammerung sonnenaufgang* morgengrauen am_morgen fruhmorgens morgens morgenlicht morgennebel morgenspaziergang* sonntagmorgen* fr:aube aurore lever_du_soleil lever_du_jour fr:matin fr:matins matinal* matinee es:alba it:alba amanecer* madrugada* salida_del_sol por_la_manana nascer_do_sol amanhecer* de_manha da_manha raiar_do_dia sorgere_del_sole it:mattina it:mattino mattutin* zonsopgang* zonsopkomst dageraad ochtendgloren nl:ochtend *ochtend ochtendlicht ochtendwandeling"),
    _row("hour", "noon", "noon midday daytime high_noon by_day sunny sunshine blue_sky blue_skies under_the_sun in_the_sun sunlit de:mittag mittagssonne mittags sonnenschein sonnig* in_der_sonne grand_soleil plein_soleil au_soleil ensoleille* mediodia a_pleno_sol soleado* soleada* al_sol meio-dia ao_sol ensolarad* mezzogiorno al_sole soleggiat* middaguur zonnig* zonneschijn in_de_zon"),
    _row("hour", "dusk", "dusk sunset* twilight evening evenings nightfall golden_hour blue_hour sundown after_work_walk* abends am_abend de:abend *abend abendspaziergang* abendlicht abendrot abendsonne dammerung abenddammerung sonnenuntergang* blaue_stunde goldene_stunde crepuscule coucher_du_soleil coucher_de_soleil couchers_de_soleil heure_bleue heure_doree fr:soir fr:soirs soiree* atardecer* anochecer* puesta_de_sol puestas_de_sol crepusculo hora_dorada por_do_sol entardecer* anoitecer* fim_de_tarde tramonto tramonti crepuscolo it:sera it:sere it:serata it:serate zonsondergang* schemering avondlicht avondrood nl:avond *avond avondwandeling*"),
    _row("hour", "night", "night nights night-time nighttime nocturnal midnight en:moon moonlight moonlit full_moon under_the_stars beneath_the_stars starlit starry starlight starry_sky night_sky stargaz* fireflies nacht nachte de:mond de:nachten nachts nachtlich* bei_nacht sommernacht* winternacht* vollmond* mitternacht* mondlicht sternenhimmel sternenklar* unter_sternen unter_den_sternen unter_dem_sternenhimmel nachtwanderung* gluhwurmchen nuit nuits nocturne* minuit fr:lune clair_de_lune pleine_lune belle_etoile sous_les_etoiles noche noches nocturno* nocturna* medianoche es:luna it:luna pt:lua nl:maan luz_de_la_luna luna_llena bajo_las_estrellas noite noites noturno* noturna* meia-noite luar lua_cheia sob_as_estrelas notte notti notturn* mezzanotte chiaro_di_luna luna_piena sotto_le_stelle nachtelijk* s_nachts middernacht maanlicht volle_maan onder_de_sterren zomernacht*"),
    _row("season", "spring", "spring springs springtime april en:in_march en:march_in en:early_march en:late_march en:mid-march en:in_may en:may_in en:early_may en:late_may en:mid-may en:may_day easter cherry_blossom* apple_blossom* almond_blossom* plum_blossom* blossom blossoms blossoming tulip* daffodil* crocus* snowdrop* bluebell* en:lambing fruhling* fruhjahr* fruhlings* marz de:mai de:im_mai maiwanderung* ostern oster* kirschblute* apfelblute* mandelblute* baumblute* maiglockchen krokus* printemps printanier* fr:en_mars fr:avril fr:mai fr:en_mai fr:paques cerisiers_en_fleurs primavera* primaveril* es:marzo es:abril es:mayo es:pascua semana_santa almendros_en_flor cerezos_en_flor pt:marco pt:abril pt:maio pt:pascoa amendoeiras_em_flor cerejeiras_em_flor it:marzo it:aprile it:maggio it:pasqua ciliegi_in_fiore nl:lente nl:lentewandeling voorjaar* nl:maart nl:mei in_mei nl:pasen bloesem*"),
    _row("season", "summer", "summer summers summertime summery midsummer* summer* june july en:in_august en:august_in en:early_august en:late_august en:mid-august heatwave heat_wave* sunflower* lavender* strawberry_picking sommer* *sommer de:juni de:juli de:august hitzewelle* sonnenblume* badesee freibad fr:en_ete l'ete cet_ete fr:ete_en fr:d'ete fr:soir_ete fr:estival* fr:estivales fr:juin fr:juillet fr:aout lavande* tournesol* verano* veranieg* es:junio es:julio es:agosto girasoles pt:verao pt:junho pt:julho pt:agosto girassois it:estate it:estati it:estiv* it:giugno it:luglio it:agosto girasoli zomer* *zomer nl:juni nl:juli nl:augustus"),
    _row("season", "autumn", "autumn* fall_colours fall_colors fall_foliage fall_leaves in_the_fall this_fall every_fall fall_hike* fall_walk* fall_day* fall_in_new_england fall_in_vermont indian_summer falling_leaves en:october october november september pumpkin_patch pumpkin_picking pumpkins halloween grape_harvest apple_harvest apple_picking mushroom_hunting mushroom_picking mushroom_season foraging_for_mushrooms herbst* *herbst oktober goldener_oktober goldene_oktober altweibersommer weinlese apfelernte pilzsuche pilze_sammeln laubfarbung automne* automnal* fr:septembre fr:octobre fr:novembre vendange* champignons_en_foret cueillette_des_champignons ete_indien otono otonal* es:septiembre es:octubre es:noviembre vendimia* es:setas buscar_setas outono* outonal pt:setembro pt:outubro pt:novembro vindima* autunno autunnal* it:settembre it:ottobre vendemmia* herfst* *herfst paddenstoelen"),
    _row("season", "winter", "winter winters wintertime wintery wintry midwinter winter* *winter december january february snow snowy snowed snowfall snowstorm* snowshoe* snowman snowmen snowdrift* snow-covered snow-capped_village blizzard* frost frosty hoarfrost frozen_lake* frozen_river* frozen_sea ice_skating ice_skat* icicle* ski skis skiing skier* ski_* snowboard* cross-country_ski* sledding sledging toboggan* dog_sled* husky huskies christmas christmas_* xmas advent new_year_eve schnee schneeschuh* schneefall schneewanderung* schneelandschaft verschneit* tiefschnee neuschnee pulverschnee frostig* de:eis_und_schnee langlauf* skitour* skifahren skigebiet* rodeln schlitten* weihnacht* adventszeit adventsmarkt* christkindlmarkt* silvester januar februar janner dezember de:dezember hiver* hivernal* neige neiges enneige* raquettes_a_neige fr:noel marche_de_noel fr:decembre fr:janvier fr:fevrier invierno* invernal* nieve nieves nevado* nevada_de nevadas es:esquiar esqui navidad* es:diciembre es:enero es:febrero inverno* invernale invernali pt:neve it:neve nevicata* innevat* ciaspole ciaspolata sciare natale mercatini_di_natale it:dicembre it:gennaio it:febbraio pt:natal pt:dezembro pt:janeiro pt:fevereiro sneeuw* schaatsen schaats* elfstedentocht kerst kerstmarkt* kerstmis ijspret nl:januari nl:februari"),
    _row("weather", "rain", "rain rains rainy raining rained rainfall rainstorm* raincoat* drizzle drizzly downpour* thunderstorm* thunder monsoon* umbrella umbrellas rainy_season regen de:regnet regentag* regenwetter regenspaziergang* dauerregen regnerisch* nieselregen schietwetter gewitter* regenschirm* pluie pluies pluvieux pluvieuse orage* averse averses parapluie* lluvia lluvias lluvioso* lluviosa* chubasco* paraguas chuva chuvas chuvoso* chuvosa* guarda-chuva* pioggia piogge piovoso piovosa piovosi temporale temporali ombrello regenbui* regenachtig* motregen onweer* paraplu*"),
    _row("weather", "snow", "snow snowfall snowing snowy snowstorm* snowed first_snow blizzard* schneefall schneesturm* schneetreiben de:schneit de:schnee neuschnee neige chute_de_neige tempete_de_neige nieve nevando nevar nevada_de nevadas pt:neve it:neve nevicata* nevando sneeuw sneeuwt sneeuwval sneeuwstorm*"),
    _row("weather", "mist", "en:mist nl:mist mists misty fog foggy fogbound haze hazy de:nebel nebelig neblig* hochnebel fruhnebel morgennebel im_nebel brume brumes brumeux brumeuse brouillard niebla nieblas neblina neblinoso bruma brumas nevoeiro nevoeiros nebbia nebbie nebbioso nl:mistig* nevel nevels nevelig*"),
)  # fmt: skip
"""An even score of two hours, or of two seasons, asks for neither: the sentence names both."""


_OTHER_SENSES = """
lune_de_miel luna_de_miel luna_di_miele lua_de_mel half_moon_bay spring_boot spring_framework spring_data spring_security spring_batch spring_cloud spring_mvc java_spring spring_onion* spring_roll*
spring_water spring_clean* spring-loaded hot_spring hot_springs thermal_spring* mineral_spring* palm_springs
colorado_springs alice_springs coil_spring* arab_spring prague_spring offspring spring_lake fall_of in_the_fall_of
summer_of_code summer_school* advent_of_code winter_is_coming ai_winter crypto_winter nuclear_winter wintergarten* winter_palace winter_olympics
dawn_of the_dawn_of from_dawn_to_dusk dawn_to_dusk from_dusk_till_dawn dusk_till_dawn morning_pages morning_routine* good_morning
day_and_night night_and_day tag_und_nacht jour_et_nuit giorno_e_notte dia_y_noche dia_e_noite dag_en_nacht good_night gute_nacht bonne_nuit
night_owl* night_shift* nightmare* opening_night overnight one_night two_nights three_nights four_nights five_nights six_nights seven_nights
nights_in per_night a_night_in_the eine_nacht zwei_nachte drei_nachte vier_nachte deux_nuits trois_nuits quatre_nuits dos_noches tres_noches
duas_noites tres_noites due_notti tre_notti twee_nachten drie_nachten feierabend* sonnabend* heiligabend evening_class* evening_gown
midnight_sun midnight_commander midnight_blue twilight_zone sunset_boulevard sunset_clause
 christmas_island easter_island easter_egg easter_eggs winterthur somerset summerhouse
sommerfeld rainbow* rainforest* rain_forest* rain_check rainmaker regenwald* regensburg regenbogen* umbrella_term umbrella_project*
fog_computing misty_eyed real_estate snow_leopard* snow_white snowflake* schneewittchen frost_proof david_frost jack_frost robert_frost
april_fools april_fool april_dunford june_carter nothing_new_under_the_sun thunder_bird thunderbird
 natal_city sierra_nevada cidade_natal terra_natal casa_natal pais_natal citta_natale
"""
CONDITION_IDIOMS: tuple[str, ...] = _words(_OTHER_SENSES)
"""Phrases in which a word of hour, season or weather means something else."""
