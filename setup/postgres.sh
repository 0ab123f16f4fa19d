#!/bin/sh
# Finds a PostgreSQL server for the tests, or installs one; says which in one line. It never fails:
# where no server can be had, the database tests run on SQLite only and say so.
set -u
cd "$(dirname "$0")/.."

place=var/postgres
note="$place/bin-path"
mkdir -p "$place"

found() { printf '%s\n' "$1" >"$note"; echo "PostgreSQL: $1"; exit 0; }
# Many machines have the client programs only; the server's are those that matter.
look() { [ -x "$1/initdb" ] && [ -x "$1/pg_ctl" ] && [ -x "$1/postgres" ] && found "$1"; }
newest() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

look "$(newest)"
look "$(pg_config --bindir 2>/dev/null)"
path=$(command -v initdb) && look "$(dirname "$(readlink -f "$path")")"
[ -s "$note" ] && look "$(cat "$note")"

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "PostgreSQL: none yet; installing Debian's postgresql ..."
  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    postgresql) >"$place/apt.log" 2>&1 && look "$(newest)"
fi

if [ -x .venv/bin/uv ]; then
  echo "PostgreSQL: none yet; installing the Python package pgserver under $place ..."
  # Only its programs are used, so the Python it was packed for does not matter.
  .venv/bin/uv pip install --quiet --target "$place/packages" --python-version 3.12 --no-deps \
    pgserver==0.1.4 >"$place/uv.log" 2>&1 && chmod -R go+rX "$place/packages" \
    && look "$PWD/$place/packages/pgserver/pginstall/bin"
fi

echo "PostgreSQL: none found and none could be installed. Install postgresql; until then the database tests run on SQLite only."
