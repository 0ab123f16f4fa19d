#!/bin/sh
# Finds a browser for the tests, or installs one; says which in one line. It never fails: where no
# browser can be had, the tests that need one skip and say so.
set -u
cd "$(dirname "$0")/.."

place=var/browser
note="$place/path"
mkdir -p "$place"

found() { printf '%s\n' "$1" >"$note"; echo "Browser: $1"; exit 0; }

for name in chromium chromium-browser google-chrome google-chrome-stable; do
  path=$(command -v "$name" 2>/dev/null) && found "$path"
done
[ -s "$note" ] && [ -x "$(cat "$note")" ] && found "$(cat "$note")"

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Browser: none yet; installing Debian's chromium ..."
  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    chromium) >"$place/apt.log" 2>&1 && path=$(command -v chromium) && found "$path"
fi

if command -v npm >/dev/null; then
  echo "Browser: none yet; installing the npm package @sparticuz/chromium under $place ..."
  mkdir -p "$place/unpacked"
  npm install --prefix "$place" --no-save --silent @sparticuz/chromium@141 >"$place/npm.log" 2>&1
  # Named as the cloud it was packed for, the package also unpacks the libraries a bare machine lacks.
  (cd "$place" && AWS_EXECUTION_ENV=AWS_Lambda_nodejs22.x TMPDIR="$PWD/unpacked" \
    node --input-type=module \
    -e "import c from '@sparticuz/chromium'; await c.executablePath()") >>"$place/npm.log" 2>&1
  printf '#!/bin/sh\nhere="%s/unpacked"\nLD_LIBRARY_PATH="$here/al2023/lib" exec "$here/chromium" "$@"\n' \
    "$PWD/$place" >"$place/chromium"
  chmod +x "$place/chromium"
  "$place/chromium" --version >/dev/null 2>&1 && found "$PWD/$place/chromium"
fi

echo "Browser: none found and none could be installed. Install chromium; until then the browser tests skip."
