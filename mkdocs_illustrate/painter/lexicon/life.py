"""Home, food, health, art and leisure."""

# ruff: noqa: E501  a concept is one row

from __future__ import annotations

from .concept import row

CONCEPTS = (
    row("baking", "bread sourdough baking baker* bakery dough brot backen backerei sauerteig pain_maison boulang* pan_casero panader* pane_fatto panific* pao_caseiro padaria brood bakken bakkerij cake cakes pizza", hints="flour oven crust loaf yeast", unless="breadcrumb* baked_in baking_in_defaults packer ami amis", hue=60, mood="warm", scene="kitchen", glyph="bread pot apple"),
    row("cooking", "cooking recipe recipes kitchen* cuisine cook cooks chef kochen rezept rezepte kuche cuisiner recette* cocina* receta* cucina ricett* cozinha receita* koken recept recepten keuken soup stew pasta meal_prep vegetarian vegan", hints="pan oven simmer onion garlic sauce", unless="css html cookbook_pattern recipe_file ansible puppet salt_stack saltstack", hue=35, mood="warm", scene="kitchen", glyph="pot apple bread"),
    row("coffee", "coffee espresso cappuccino barista kaffee cafe_au_lait caffe koffie tea_ceremony green_tea teatime", hints="beans brew grind cup", unless="coffeescript java_code dependency_injection", hue=45, mood="warm", scene="kitchen", glyph="cup"),
    row("food", "vegetable* fruit fruits nutrition restaurant* gemuse obst ernahrung legumes alimentation verduras alimentacion verdura frutta alimentazione alimentacao groente* voeding diet diets", hints="food eat taste", hue=130, mood="warm", scene="kitchen", glyph="apple pot"),
    row("health", "health healthy fitness wellbeing wellness yoga sleep_better gesundheit sante salud salute saude gezondheid physiotherap* doctor_visit exercise_every exercise_routine physical_exercise exercising daily_exercise", hints="body sleep", unless="health_check* healthcheck* health_endpoint exercise_files cluster_health", hue=15, mood="calm", prop="heart", glyph="heart apple", weight=0.9),
    row("mindfulness", "meditation mindful* slow_living gratitude achtsamkeit pleine_conscience atencion_plena consapevolezza", hue=190, mood="quiet", scene="mountains coast", glyph="leaf sun heart"),
    row("family", "parenting family families children kids toddler* familie familien kinder famille enfants familia hijos famiglia bambini filhos kinderen newborn grandparent* raising_children raising_kids raising_bilingual opvoeden opvoeding erziehung elternschaft parentalite crianza educar_a", hints="child parents", unless="font_family product_family child_process*", hue=25, mood="warm", glyph="people house heart", prop="people house"),
    row("music", "music musical guitar* piano violin* orchestra song songs concert* melody jazz musik klavier gitarre musique guitare musica guitarra chitarra musicas muziek gitaar vinyl playlist* synthesizer* metronome*", hints="chord chords play practice rhythm", hue=320, mood="lively", prop="music", glyph="music headphones"),
    row("podcast", "podcast* radio_show audio_recording audiobook* microphone*", hints="episode listen audio", hue=310, mood="lively", prop="microphone music", glyph="microphone headphones"),
    row("photography", "photographer* photography photographing photograph photographs photographie* camera cameras lens_choice fotografie fotografia fotograf* photographie kamera darkroom lightroom leica rangefinder photo_walk* night_photo* nachtfotografie fotografia_nocturna astrophotograph*", hints="light lens exposure photo photos", hue=210, mood="calm", prop="camera", glyph="camera"),
    row("film", "film_review movie* cinema* filmmak* documentary documentaries kino spielfilm pelicula* video_editing screenwriting streaming_series", hints="film scene director", hue=350, mood="lively", prop="film camera", glyph="film"),
    row("art", "painting paintings watercolo* drawing_class sketching art_history malerei zeichnen peinture dessin pintura dibujo pittura disegno desenho schilderen tekenen sculpture* impressionis* learning_to_draw learn_to_draw drawing_hands drawing_faces life_drawing", hints="art colour canvas brush", unless="html_canvas state_of_the_art", hue=340, mood="lively", prop="palette pencil", glyph="palette pencil"),
    row("football", "football soccer fussball futbol calcio futebol voetbal", hints="match league goal", hue=145, mood="lively", glyph="ball trophy", prop="ball trophy"),
    row("festival", "easter party_planning celebrat* sommerfest* strassenfest* stadtfest* schutzenfest* village_fete* summer_fair street_festival* village_festival* neighbourhood_party", hints="gift gifts", hue=10, mood="warm", scene="village", glyph="gift heart"),
    row("fashion", "fashion clothing wardrobe mode_durable moda_sostenible kleidung kleding textile*", hue=340, mood="lively", glyph="heart cart"),
    row("recycling", "recycling zero_waste plastic_waste upcycling muelltrennung recyclage reciclaje riciclo reciclagem kringloop", hue=150, mood="fresh", glyph="leaf globe"),
    row("internet", "internet world_wide_web the_web online_culture social_network* netzpolitik decentralized decentralised fediverse", hue=215, mood="technical", prop="globe network browser", glyph="globe network"),
    row("geography", "globalization globalisation continents world_trade geograph* welthandel mondialisation", hue=200, mood="sober", prop="globe pin", glyph="globe pin"),
    row("puzzle", "puzzle puzzles riddle* crossword* sudoku ratsel casse-tete rompecabezas", hue=290, mood="lively", glyph="puzzle"),
    row("toys", "toys lego toy_train* spielzeug jouets juguetes giocattoli brinquedos speelgoed", hue=20, mood="lively", glyph="puzzle ball"),
    row("moon", "moonlight full_moon lunar mondlicht pleine_lune luna_llena luna_piena lua_cheia the_moon moonrise", hue=275, mood="quiet", scene="night-sky", glyph="moon", hour="night"),
    row("fire", "fireplace wood_stove kaminofen cheminee chimenea camino_a_legna haard", hue=35, mood="warm", scene="kitchen", glyph="flame house"),
    row("wine", "wine wines winemak* wein weine vignoble vino vinos vinho wijn", hints="taste bottle", unless="wine_hq", hue=350, mood="warm", scene="fields", glyph="leaf cup"),
)  # fmt: skip
