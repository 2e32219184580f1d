# The daily things, one command each: `just` lists them. CI runs the same ones.
# CONTRIBUTING.md says how to get `just`, and each command in plain words.

home := env("VIRTUAL_ENV", justfile_directory() / ".venv")
bin := home / if os_family() == "windows" { "Scripts" } else { "bin" }
python := bin / "python"
export NO_MKDOCS_2_WARNING := "1"

_list:
    @"{{ just_executable() }}" --list --unsorted

# Install what requirements.lock says, and the commit hooks
setup:
    "{{ python }}" -m pip install --quiet --require-hashes --requirement requirements.lock
    "{{ python }}" -m pip install --quiet --no-deps --editable .
    "{{ bin }}/pre-commit" install

# Rewrite files in the one format, and mend what can be mended
format:
    "{{ python }}" -m ruff format .
    "{{ python }}" -m ruff check --fix .

# Format, rules and workflows, without changing anything
lint:
    "{{ python }}" -m ruff format --check .
    "{{ python }}" -m ruff check .
    "{{ bin }}/zizmor" --offline --quiet .github

# Types
types:
    "{{ python }}" -m mypy mkdocs_illustrate

# Imports go downward only
layers:
    "{{ bin }}/lint-imports"

# lint, types and layers: what takes no tests
check: lint types layers

# The tests, or some of them: `just test tests/page -x`
test *arguments:
    "{{ python }}" -m pytest -q -n auto --dist worksteal {{ arguments }}

# All tests but those beside other plugins, measured over all processes; fails below the floor in pyproject.toml
coverage:
    "{{ python }}" -m coverage erase
    "{{ python }}" -m coverage run -m pytest -q -n auto --dist worksteal --ignore tests/neighbours
    "{{ python }}" -m coverage combine --quiet
    "{{ python }}" -m coverage report

# All tests three times in a row beside two busy loops: does any wait for a time?
steady:
    bash .ci/steady "{{ python }}"

# The tables of README.md and docs/, and the two schemas, anew from what they describe
tables:
    "{{ python }}" -m tests.docs.tables

# The painter's golden hashes anew: after a drawing changed and was looked at
goldens:
    PYTHONPATH=. "{{ python }}" tests/painter/renew.py

# The painter's page and its two pictures anew
gallery:
    "{{ python }}" -m mkdocs_illustrate.painter --gallery docs

# The table of keys and the recipes anew: each changed line buys somebody's picture again
keys:
    "{{ python }}" -m tests.keys.written

# Build the example site
[working-directory: 'example_site']
example:
    "{{ python }}" -m mkdocs build --strict

# Build the documentation
docs:
    "{{ python }}" -m mkdocs build --strict

# What a build and a drawing cost; on a quiet machine
bench:
    "{{ python }}" benchmarks/run.py
    "{{ python }}" benchmarks/painter.py

# Wheel and source archive, checked as the package index will
dist folder="dist":
    "{{ python }}" -m build --outdir "{{ folder }}"
    "{{ bin }}/twine" check --strict "{{ folder }}"/*
    "{{ bin }}/check-wheel-contents" "{{ folder }}"

compile := "pip compile --quiet --universal --python-version 3.11 --generate-hashes --group dev --custom-compile-command 'just lock' pyproject.toml"

# The newest versions that pyproject.toml allows, into requirements.lock
lock:
    "{{ bin }}/uv" {{ compile }} --upgrade --output-file requirements.lock

# Is requirements.lock what pyproject.toml asks for?
locked:
    cp requirements.lock .requirements.lock.again
    "{{ bin }}/uv" {{ compile }} --output-file .requirements.lock.again
    diff requirements.lock .requirements.lock.again
    rm .requirements.lock.again

# Everything that has to hold, from a clean state
ci:
    bash .ci/run
