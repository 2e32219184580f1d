"""Pages of a product's manual, known by their titles."""

# ruff: noqa: E501  a concept is one row

from __future__ import annotations

from .concept import row

CONCEPTS = (
    row("installation", "is:installation is:install is:installing is:installation_guide is:setup is:set_up is:how_to_install is:upgrading is:upgrade is:upgrade_guide is:migration_guide is:requirements is:installieren is:instalacion is:instalacao is:installazione is:installatie install_the_package pip_install npm_install installation_instructions", hints="pip npm package install download command version", hue=220, mood="technical", prop="gears terminal", glyph="gears terminal", weight=0.9),
    row("reference", "is:configuration_reference is:options is:all_options is:settings is:configuration_options is:configuration is:configuring is:reference is:konfiguration is:command_reference", hints="option options default type setting", hue=255, mood="technical", prop="gears code", glyph="gears code", weight=0.9),
    row("api-reference", "is:api_reference is:api is:api_docs is:api_documentation is:rest_api is:python_api is:javascript_api is:http_api is:endpoints", hints="json endpoint request method parameters", hue=265, mood="technical", prop="code network", glyph="code network"),
    row("faq", "is:faq is:faqs is:frequently_asked_questions is:questions_and_answers is:q_a is:haufige_fragen is:foire_aux_questions is:preguntas_frecuentes is:perguntas_frequentes is:domande_frequenti is:veelgestelde_vragen frequently_asked", hints="question questions answers", hue=200, mood="lively", prop="chat books", glyph="chat books", weight=0.9),
    row("changes", "is:changelog is:changes is:release_notes is:what_s_new is:what's_new is:history_of_changes is:releases is:versions release_notes_for what's_new_in changelog", hints="release version versions fixes fixed added changed", hue=280, mood="lively", prop="rocket", glyph="rocket flag"),
    row("start", "is:getting_started is:quickstart is:quick_start is:get_started is:first_steps is:erste_schritte is:demarrage is:premiers_pas is:primeros_pasos is:primeiros_passos is:primi_passi is:aan_de_slag is:tutorial getting_started_with quickstart_guide", hints="minutes first file install", hue=40, mood="lively", prop="rocket", glyph="rocket compass", weight=0.9),
    row("troubleshooting", "is:troubleshooting is:known_issues is:fehlerbehebung is:depannage is:debugging troubleshoot* error_message* exception_handling error_handling crash_report* bug_report* bug_hunt* bisect bug bugs", hints="error errors fix crash log tuesday weeks find found", unless="insect* bugs_in_the_garden garden bed_bugs ladybug*", hue=20, mood="technical", prop="magnifier code", glyph="bug magnifier"),
    row("contributing", "is:contributing is:contributors is:contribute is:code_of_conduct is:governance first_pull_request good_first_issue* contributing_to", hints="maintainer maintainers issue issues review", hue=155, mood="lively", prop="people code", glyph="people branch"),
    row("architecture-docs", "is:architecture is:design is:overview_of_the_architecture is:internals is:how_it_works is:concepts", hints="module modules layer layers components services", unless="building facade cathedral", hue=255, mood="technical", prop="network gears", glyph="layers network", weight=0.9),
    row("command-reference", "is:command-line_options is:cli is:cli_reference is:command_line is:commands command-line_option* command-line_flag* command-line_interface", hints="flag flags option options shell", hue=160, mood="technical", prop="terminal code", glyph="terminal code"),
)  # fmt: skip
