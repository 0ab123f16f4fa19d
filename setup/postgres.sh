#!/bin/sh
# Finds a PostgreSQL server for the tests, or installs one; says which in one line. It never fails:
# where no server can be had, the database tests run on SQLite only and say so.
set -u
cd "$(dirname "$0")/.."

place=var/postgres
note="$place/programs"
mkdir -p "$place"

found() { printf '%s\n' "$1" >"$note"; echo "PostgreSQL: $1"; exit 0; }

newest() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

programs=$(newest)
[ -n "$programs" ] && [ -x "$programs/initdb" ] && found "$programs"
programs=$(pg_config --bindir 2>/dev/null)
[ -n "$programs" ] && [ -x "$programs/initdb" ] && found "$programs"
[ -s "$note" ] && [ -x "$(cat "$note")/initdb" ] && found "$(cat "$note")"

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "PostgreSQL: none yet; installing Debian's postgresql ..."
  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    postgresql) >"$place/apt.log" 2>&1
  programs=$(newest)
  [ -n "$programs" ] && [ -x "$programs/initdb" ] && found "$programs"
fi

echo "PostgreSQL: none yet; installing the Python package pgserver under $place ..."
if .venv/bin/uv pip install --quiet --target "$place/packages" --no-deps pgserver==0.1.4 >"$place/uv.log" 2>&1; then
  programs="$PWD/$place/packages/pgserver/pginstall/bin"
  [ -x "$programs/initdb" ] && found "$programs"
fi

echo "PostgreSQL: none found and none could be installed. Install postgresql; until then the database tests run on SQLite only."
