"""Places in nature, weather, plants and animals."""

# ruff: noqa: E501  a concept is one row

from __future__ import annotations

from .concept import row

CONCEPTS = (
    row("mountains", "mountain* alps alpine hiking hike hikes hiker* trekking summit_view himalaya* andes dolomites mountaineer* climbing berg berge wander* wanderung* gebirge montagne* randonnee* montana montanas senderismo montagna escursion* montanha* bergen wandelen", hints="trail* summit pass peak peaks boots valley ridge hut backpack*", unless="mountain_view", hue=255, mood="fresh", scene="mountains", glyph="mountain compass tent"),
    row("skiing", "skiing ski snowboard* skifahren esqui sciare", hue=235, mood="crisp", scene="mountains", glyph="mountain snowflake", variant="snow"),
    row("coast", "coast coastal coastline beach* seaside ocean oceans lighthouse* surfing surfer* kuste strand meer ozean plage littoral ocean playa costa oceano spiaggia praia kust zee island_hopping tide tides", hints="sea waves sand shore", unless="coast_guard blue_ocean", hue=215, mood="fresh", scene="coast", glyph="wave ship sun"),
    row("sailing", "sailing sailboat* sailor* yacht* segeln segelboot voilier navegar_a_vela barca_a_vela zeilen", hints="boat harbour harbor crew", hue=225, mood="fresh", scene="coast harbour", glyph="ship wave compass"),
    row("harbour", "harbour* seaport* fishing_port docklands hafen hafenstadt puerto_pesquero porto_antigo haven_van", hints="port ships quay", hue=225, mood="calm", scene="harbour", glyph="ship wave"),
    row("river", "river rivers riverbank* canoe* kayak* fluss fluss* riviere* fleuve* fiume rivier rio_negro amazon_river danube rhine", hints="water bank boat", unless="data_river", hue=210, mood="calm", scene="river", glyph="wave fish ship"),
    row("lake", "lakes lakeside lake_district bergsee lac_de lago_di meren", hints="lake water", unless="data_lake*", hue=210, mood="calm", scene="river mountains", glyph="wave"),
    row("forest", "forest forests woodland* rainforest* wald walder foret forets bosque* foresta floresta* bossen woods mushroom_hunting foraging", hints="trees moss mushrooms", unless="random_forest* forest_plot active_directory sklearn", hue=150, mood="calm", scene="forest", glyph="tree leaf"),
    row("trees", "trees tree_planting oak oaks birch baume arbres arboles alberi arvores bomen", hints="bark branches leaves", unless="decision_tree* binary_tree* syntax_tree* b-tree btree data_structure* merkle*", hue=145, scene="forest", glyph="tree leaf"),
    row("desert", "desert deserts sahara dunes cactus cacti wuste desierto deserto woestijn", hints="sand", unless="food_desert*", hue=60, mood="warm", scene="desert", glyph="sun"),
    row("fields", "farm farms farming farmer* agricultur* wheat harvest* crops rural countryside landwirtschaft bauernhof ernte acker agricultur* campagne_francaise campo_agricola cosecha agricoltura fattoria lavoura boerderij landbouw vineyard* winery orchard* permaculture", hints="soil field fields", unless="server_farm* build_farm* link_farm*", hue=100, mood="warm", scene="fields", glyph="leaf sun apple"),
    row("garden", "garden gardens gardening gardener* compost* allotment seedlings garten gartnern gemusegarten jardin* jardinage huerto giardin* jardim tuin tuinieren houseplant* vegetable_bed raised_bed* lawn", hints="soil plants seeds beds tomato*", unless="walled_garden digital_garden* kindergarten", hue=140, mood="fresh", scene="fields", glyph="flower leaf sun", variant="garden"),
    row("flowers", "flower* blossom* tulip* roses blumen fleurs flores fiori bloemen wildflower*", hue=350, mood="fresh", scene="fields", glyph="flower leaf", variant="garden"),
    row("bees", "bee bees beekeep* honey bienen* imker* abeilles apiculture abejas api_mellifera abelhas bijen pollinator*", hue=85, mood="warm", scene="fields", glyph="flower bug", variant="garden"),
    row("stars", "stargaz* astronom* telescope* night_sky galaxy galaxies milky_way constellation* sternenhimmel astronomie etoiles estrellas estrelas sterren eclipse meteor*", hints="stars moon planet planets", unless="samsung kubernetes eclipse_ide", hue=275, mood="quiet", scene="night-sky", glyph="planet moon", hour="night"),
    row("space", "outer_space astronaut* nasa spacecraft space_station mars_rover weltraum raumfahrt espace_spatial espacio_exterior spazio_esterno satellite* cosmos moon_landing", hints="orbit launch planet", unless="cosmos_db workspace namespace", hue=275, mood="quiet", scene="night-sky", prop="rocket", glyph="planet rocket moon", hour="night"),
    row("winter", "snowfall snowy snowstorm winter_walk winterlandschaft hiver invierno inverno wintertijd blizzard", hints="snow winter cold", unless="ai_winter crypto_winter", hue=235, mood="crisp", scene="village mountains", glyph="snowflake tree", variant="snow"),
    row("autumn", "autumn autumnal herbst automne otono autunno outono herfst fall_foliage fall_colours", hue=50, mood="warm", scene="forest", glyph="leaf tree"),
    row("weather", "weather rainfall thunderstorm* wetter meteo tiempo_meteorologico clima weerbericht forecast_weather", hints="rain wind", hue=225, scene="fields", glyph="cloud drop sun"),
    row("climate", "climate_change global_warming co2 emissions klimawandel changement_climatique cambio_climatico net_zero carbon_footprint sustainab* nachhaltig*", hue=165, mood="sober", scene="fields", glyph="leaf globe", weight=0.9),
    row("water", "groundwater drinking_water rainwater water_quality trinkwasser eau_potable agua_potable drinkwater", hue=220, glyph="drop wave", scene="river"),
    row("birds", "birds birdwatch* birding songbird* owls sparrow* vogel vogelbeobachtung oiseau* pajaros uccelli passaros vogels robins migratory_birds", hints="bird birds nest", unless="twitter angry_birds", hue=230, mood="fresh", scene="forest", glyph="bird tree"),
    row("fish", "fishing angling trout salmon aquarium* fische angeln poisson* pesca pescado visserij", unless="phishing", hue=210, scene="river", glyph="fish wave"),
    row("pets", "dog dogs puppy puppies cats kitten* hund hunde katze katzen chien* perro* gato gatos cane gatto cachorro hond honden poes rabbit_care", hints="pet pets cat vet", unless="hot_dog cat_command dogfood* dogecoin watchdog datadog", hue=45, mood="warm", glyph="paw heart"),
    row("wildlife", "wildlife wolves foxes elephants safari_trip biodiversity wildtiere faune fauna_silvestre natura_selvatica bears snakes reptile* terrarium", unless="browser", hue=130, scene="forest", glyph="paw leaf"),
    row("camping", "camping campsite* tents bushcraft zelten bivouac acampar campeggio kamperen campfire*", hints="tent", hue=150, mood="calm", scene="forest mountains", glyph="tent flame tree"),
)  # fmt: skip
