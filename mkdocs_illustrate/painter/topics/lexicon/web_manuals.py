"""What the pages of a framework's or a tool's manual are called, where the words mean nothing else."""

# ruff: noqa: E501  a concept is one row

from __future__ import annotations

from .concept import row

CONCEPTS = (
    row("live-connections", "websocket* web_socket* webhook* server-sent_event* server_sent_event* sse_stream* long_polling", hints="client server connection message messages", hue=230, mood="technical", prop="network chat", glyph="network chat"),
    row("requests", "request_header* response_header* request_body request_bodies response_body response_model* response_status_code* http_status* status_code* request_parameter* is:request is:response is:requests is:responses is:requests_and_responses is:request_and_response is:request_files is:request_forms is:redirects", hints="header headers json client http", hue=35, mood="technical", prop="mail", glyph="mail"),
    row("parameters", "query_parameter* path_parameter* header_parameter* cookie_parameter* url_parameter* path_operation*", hints="query string default required type", hue=200, mood="technical", prop="target", glyph="target"),
    row("cookies-on-the-web", "response_cookie* http_cookie* session_cookie* cookie_banner* cookie_consent", hints="session browser tracking", hue=35, mood="technical", prop="key", glyph="key"),
    row("validation", "data_validation validating_data input_validation validator* string_validation* numeric_validation* is:validation is:validations", hints="valid invalid constraint constraints", hue=150, mood="technical", prop="shield", glyph="shield"),
    row("page-templates", "is:templates is:template is:templating jinja jinja2 template_engine* html_template* page_template*", hints="render block variable", hue=35, mood="technical", prop="pencil", glyph="pencil"),
    row("background-tasks", "background_task* background_job* task_queue* job_queue* is:scheduling is:scheduler scheduled_job* scheduled_task*", hints="worker workers", hue=200, mood="technical", prop="clock conveyor", glyph="clock"),
    row("middlewares", "middleware middlewares interceptor*", hints="request response chain", hue=160, mood="technical", prop="conveyor", glyph="layers"),
    row("software-tests", "is:testing is:tests is:test_client async_test* testing_event* testing_dependenc* test_suite* test_runner* test_fixture* is:fixtures is:mocks is:mocking snapshot_test*", hints="pytest jest assert mock fixture", hue=150, mood="technical", prop="flask", glyph="flask"),
    row("upgrading", "migrate_from migrating_from migrating_to how_to_upgrade upgrading_from upgrading_to upgrade_notes deprecation_polic* is:deprecations is:breaking_changes", hints="version breaking deprecated", unless="birds refugees", hue=30, mood="technical", prop="suitcase", glyph="layers"),
    row("comparisons", "is:alternatives is:comparison is:comparisons compared_to comparison_with alternatives_to is:benchmarks_and_comparison", hints="other similar difference", hue=45, prop="scales", glyph="scales", weight=0.9),
    row("people-pages", "is:people is:team is:the_team is:sponsors is:authors is:acknowledgements is:acknowledgments is:maintainers is:our_team is:about_us", hue=30, mood="lively", prop="people", glyph="people"),
    row("remarks", "is:annotations is:tooltips is:comments is:footnotes is:callouts is:admonitions comment_system* adding_comments", hue=200, prop="chat", glyph="chat"),
    row("tables-in-text", "is:tables is:data_tables is:table data_table*", hints="column columns row rows", hue=200, prop="chart", glyph="chart"),
    row("diagrams", "is:diagrams is:diagram mermaid flowchart* sequence_diagram* class_diagram* plantuml", hue=160, prop="network", glyph="network"),
    row("formulas", "is:math is:formulas is:formulae mathjax katex latex_formula*", hue=265, prop="calculator", glyph="chart"),
    row("pictures-in-text", "is:images is:image is:pictures is:screenshots is:image_processing is:gallery image_format* image_optimi* lazy-loading", hints="png webp jpeg alt caption", hue=20, prop="camera", glyph="camera"),
    row("site-search", "site_search is:search search_box full-text_search search_bar", hints="query index result results", hue=200, mood="technical", prop="magnifier", glyph="magnifier"),
    row("signs", "is:icons is:icons_emojis is:emojis is:logo logo_and_icons is:symbols", hue=330, prop="palette", glyph="palette"),
    row("exports", "is:export is:exporting is:import_and_export is:backup_and_restore exporting_data importing_data", hints="csv json file", hue=35, mood="technical", prop="parcels", glyph="layers"),
    row("policies", "is:policies is:policy is:terms is:terms_of_service is:terms_of_use is:legal is:imprint is:impressum is:mentions_legales is:aviso_legal", hue=220, prop="temple", glyph="scales"),
    row("storage", "is:storage object_storage blob_storage file_storage is:uploads file_upload*", hints="bucket disk file files", hue=35, mood="technical", prop="parcels database", glyph="database"),
    row("roadmaps", "is:roadmap is:vision is:mission is:goals is:milestones product_roadmap", hue=20, prop="target", glyph="target"),
    row("examples", "is:examples is:example is:showcase is:demos is:how_to_guides is:how-to_guides is:how-tos", hue=45, prop="bulb", glyph="bulb"),
)  # fmt: skip
