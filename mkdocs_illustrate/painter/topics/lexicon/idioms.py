"""Phrases in which no word means what it says: they stand for nothing and hide their words."""

from __future__ import annotations

from .concept import fold

_IDIOMS = """
sparse-checkout* sparse_checkout* git_checkout* chef_recipe* salt_state* puppet_module*
war_room war_rooms war_story war_stories price_war* star_wars browser_war* editor_war*
console_war* flame_war* format_war* holy_war* trade_war* tug_of_war turf_war* culture_war*
dead_code dead_letter* dead_link* dead_end dead_ends dead_simple dead_reckoning dead_weight
dead_lock* death_march death_by_a_thousand death_star sudden_death kiss_of_death kill_switch
kill_chain killer_feature* killer_app* to_die_for die_hard die_cut die_casting perfect_storm
brainstorm* storm_of firestorm disaster_recovery recipe_for_disaster abuse_report* rate_abuse
abuse_of_notation single_point_of_failure crash_course heart_of_the_matter at_the_heart
beautiful_soup piece_of_cake bread_and_butter bread_crumb* breadcrumb* low-hanging_fruit
low_hanging_fruit food_for_thought icing_on_the_cake cherry_on_top cherry-pick* cherry_pick*
apples_to_apples apples_and_oranges secret_sauce secret_ingredient salt_and_hash word_salad
alphabet_soup half-baked tip_of_the_iceberg sea_of ocean_of oceans_of blue_ocean tide_turned
turn_the_tide wave_of waves_of surf_the_web surfing_the_web web_surfing digital_ocean mountain_of
mountains_of peak_hours uphill_battle moonshot* over_the_moon once_in_a_blue_moon
reach_for_the_stars github_stars five_stars five-star rock_star* rockstar* north_star
rocket_science rocket_fuel walled_garden* digital_garden* garden-variety garden_variety
garden_path hedge_fund* grass_roots family_tree* decision_tree* tree_shaking tree-shaking
shake_the_tree can't_see_the_forest forest_for_the_trees bark_up root_cause root_user
root_directory evergreen_browser* elephant_in_the_room bear_market* bull_market* black_swan*
rabbit_hole* rubber_duck* rubber-duck* wild_goose dark_horse trojan_horse* guinea_pig* cash_cow*
sacred_cow* hot_dog* cat_and_mouse herding_cats copy_cat top_dog bird's_eye birds_eye early_bird
early_birds twitter_bird spelling_bee bee_line house_of_cards house_music open_house in-house
white_house full_house clearing_house housekeeping house_keeping glass_ceiling silver_bullet*
golden_hammer gold_standard golden_rule gold_rush gold_plating golden_path magic_bullet
swiss_army_knife double-edged_sword train_of_thought train_wreck* release_train* gravy_train
car_crash on_the_fly fly_wheel flywheel* auto_pilot autopilot pilot_project* on_board
smooth_sailing plain_sailing set_sail_for safe_harbor safe_harbour safe_harbor* anchor_text
anchor_link* anchor_tag* table_of_contents under_the_table at_the_table table_stakes round_table
time_table music_to_my_ears face_the_music play_by_ear fine_tune call_the_tune dress_rehearsal
by_the_book text_book_example cook_book* cookbook* play_book* playbook* run_book* runbook*
address_book* book_a book_an book_your book_now white_paper* whitepaper* open_a_book closed_book
note_book* jupyter_notebook* key_takeaway* key_point* key_result* key_part key_question*
key_feature* key_difference* key_idea* low_key lock_in locked_in vendor_lock-in under_lock_and_key
gate_keep* gatekeep* bottle_neck* pipe_dream* state_of_the_art works_of_art art_of_the_deal
martial_art* false_economy economy_of_words money_where time_is_money bang_for_the_buck
bottom_line rule_of_thumb green_thumb sweet_spot hot_spot blue-green_deployment hot_potato
cold_start* cold_storage warm_start hot_reload* freeze_frame code_freeze feature_freeze snow_ball
snow_flake* cloud_nine silver_lining every_cloud head_in_the_clouds sun_setting sunset_date
sunsetting day_and_night night_and_day overnight_success built_from_scratch from_scratch ground_up
school_of_thought old_school new_school hard_lesson food_chain health_check* healthcheck*
health_endpoint* clean_bill_of_health mental_model* mental_load test_drive* acid_test*
litmus_test* taste_test beta_test* labor_of_love labour_of_love child_process* parent_process*
parent_class* orphan_process* zombie_process* master_branch second_nature human_nature by_nature
nature_of the_nature_of forces_of_nature line_of_fire under_fire fire_fighting firefighting
fire_and_forget fire_drill* hire_and_fire burn_rate burn_down burndown* burning_question
slash_and_burn smoke_test* smoke_and_mirrors camp_out boot_camp* bootcamp* base_camp basecamp
tent_pole game_changer* game_plan* game_theory zero-sum_game blame_game long_game end_game
waiting_game ball_park ballpark* drop_the_ball ball_is_in goal_posts moving_the_goalposts own_goal
sprint_to_the_finish marathon_not_a_sprint sprint_planning in_the_long_run running_late
running_total running_out hit_the_ground_running up_and_running running_gag run_of_the_mill
watch_out_for clock_in around_the_clock against_the_clock time_travel time_bomb* time_out
big_picture picture_perfect snap_shot* snapshot_test* screen_shot* screenshot* spot_light lens_of
through_the_lens focus_group* camera_ready sound_bite* sound_advice first_class second_class
class_action world_class world-class economy_class business_class business_as_usual
none_of_your_business silver_screen common_law murphy's_law murphys_law moore's_law conway's_law
hyrum's_law goodhart's_law parkinson's_law law_of_demeter laws_of_physics law_of_large
law_of_averages law_and_order bed_rock corner_stone stepping_stone* mile_stone city_limits
silicon_valley uncanny_valley desert_island_discs just_desserts food_desert* river_of_news
stream_of_consciousness islands_architecture island_of_stability building_block* building_blocks
build_bridges bridge_the_gap bridging_the_gap bridge_loan* burn_bridges bike_shed* bikeshed*
bike-shed* reinvent_the_wheel reinventing_the_wheel glue_code spaghetti_code wine_hq ship_it
shipped_it ship_of_theseus for_families for_the_whole_family with_kids with_children with_toddlers
with_two_children with_three_children mit_kindern mit_familie avec_des_enfants avec_les_enfants
con_ninos con_bambini com_criancas met_kinderen family_of_four shoot_for_the_moon ask_for_the_moon
to_the_moon close-knit tight-knit tightly_knit song_and_dance dance_of knitting_together
knit_together react_to reacting_to spark_joy kitchen_sink two-pizza_team* climbing_the_ladder
climbing_the_abstraction corporate_ladder abstraction_ladder bridges_between bridge_between
jump_ship dog-friendly dog_friendly kid-friendly family-friendly child-friendly cat-friendly
doggy_bag bread_line* marathon_session* marathon_migration* marathon_meeting* coding_marathon
black_box* sand_box* sandbox* pandora's_box
"""

IDIOMS: tuple[str, ...] = tuple(fold(phrase).replace("_", " ") for phrase in _IDIOMS.split())
