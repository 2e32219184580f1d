"""Towns, travel and ways of getting about."""

# ruff: noqa: E501  a concept is one row

from __future__ import annotations

from .concept import row

CONCEPTS = (
    row("city", "city cities urban* skyline* metropolis skyscraper* downtown smart_city stadt stadte stadtplanung ville villes urbanisme ciudad* citta cidade* stad steden tokyo london paris berlin new_york barcelona lisbon amsterdam hong_kong singapore", hints="streets buildings traffic neighbourhood* neighborhood* transit", unless="velocity", hue=300, mood="lively", scene="city", glyph="building train"),
    row("village", "village villages hamlet small_town dorf dorfer kleinstadt pueblo borgo aldeia dorpen cobbled old_town altstadt", hints="street church square", unless="command_prompt", hue=40, mood="calm", scene="village", glyph="house tree"),
    row("house", "house houses homebuying cottage* renovati* moving_house home_improvement haus hauser maison* casa_nueva vivienda tiny_house huizen woning roof mortgage", hints="home rooms kitchen garden", unless="clickhouse in-house warehouse house_music open_house", hue=35, mood="warm", scene="village", glyph="house key"),
    row("architecture-buildings", "architect_studio facade* brutalism gothic_cathedral cathedral* bauhaus building_site bridges", unless="software", hue=260, scene="city", glyph="building"),
    row("travel", "travel* road_trip* backpacking itinerar* vacation* holidays_in city_break reise reisen urlaub voyage* vacances viaje* vacaciones viaggio viaggi viagem viagens reizen vakantie tourism tourist*", hints="hotel flight route guide", unless="time_travel traveling_salesman travelling_salesman", hue=215, mood="fresh", scene="coast mountains", glyph="compass plane pin"),
    row("train", "trains railway* railroad* rail_travel tram trams subway metro zug zuge bahnfahrt eisenbahn chemin_de_fer tren trenes treno treni trem comboio treinen interrail night_train", hints="station train track", unless="train_a_model training release_train macos", hue=255, mood="lively", scene="city", glyph="train"),
    row("flying", "airplane* aeroplane* airport* aviation flugzeug* avion aviones aereo aviao vliegtuig* pilot_licence drone drones", hints="flight flights pilot", hue=230, scene="mountains", glyph="plane cloud"),
    row("cycling", "cycling bicycle* bike bikes bike_lane* fahrrad* radfahren velo cyclisme bicicleta* bicicletta fiets* fietsen gravel_ride", hints="ride ridden commute", unless="life_cycle recycling bike_shed* bikeshed*", hue=190, mood="fresh", scene="fields city", glyph="bicycle"),
    row("cars", "car cars electric_car* ev_charging automotive autos auto_fahren voiture* coche coches automobil* carros used_car tesla", hints="driving engine drive", hue=20, scene="city", glyph="car battery"),
    row("running", "marathon half_marathon jogging runner runners laufen joggen course_a_pied correr corsa corrida hardlopen parkrun", hints="race training pace", unless="test_runner github runner_image task_runner ci", hue=30, mood="lively", scene="fields", glyph="trophy heart"),
    row("map", "cartograph* gis openstreetmap geospatial mapping_tools landkarte cartographie cartografia qgis geodata", hints="map maps", hue=160, prop="pin", glyph="pin compass globe"),
    row("construction", "construction_site bricklaying plumbing carpentry woodwork* joinery workbench tischler* schreiner* holzarbeit menuiserie carpinteria falegname* marcenaria houtbewerking diy furniture_making lathe", hints="wood tools saw timber", hue=50, mood="warm", scene="workshop", glyph="wrench"),
    row("repair", "repair_cafe repairing reparatur* repareren reparer reparacion mechanic* soldering toolbox 3d_print*", hints="tools broken", hue=50, scene="workshop", glyph="wrench gears"),
    row("pottery", "pottery ceramics knitting sewing crochet handmade craft_fair topferei poterie ceramica stricken naaien leatherwork bookbinding", hue=30, mood="warm", scene="workshop", glyph="palette"),
    row("energy", "solar_panel* solar_power wind_turbine* wind_farm* photovoltai* heat_pump* renewable* balkonkraftwerk solaranlage warmepumpe energie_solaire energia_solar energia_eolica zonnepanelen", hints="energy grid power battery", hue=95, mood="fresh", scene="fields", glyph="sun battery plug"),
    row("electricity", "electricity battery batteries power_grid strom elektrizitat electricite electricidad elettricita elektriciteit", hints="energy charge volt", hue=95, glyph="battery plug"),
)  # fmt: skip
