#!/usr/bin/env bash
# Installs what the bot (run) or its tests (test) need besides the .NET SDK and git. Debian and its relatives only;
# elsewhere it says in one line what is missing. Nothing is installed twice.
set -euo pipefail
wanted=${1:-run}
formulas=${2:-$(dirname "$0")/../src/PaperBot.Pictures/node} # where formulas.mjs stands and MathJax goes

run_packages=(libicu72 fontconfig fonts-noto-core fonts-noto-cjk nodejs npm gnuplot-nox librsvg2-2 libcairo2 poppler-utils poppler-data mupdf-tools)
test_packages=("${run_packages[@]}" postgresql-15 chromium)

has() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep 'install ok installed' >/dev/null; }

present() {
  case $1 in
    libicu72) /sbin/ldconfig -p | grep 'libicuuc\.so' >/dev/null || has 'libicu72' || has 'libicu*' ;;
    nodejs) command -v node >/dev/null ;;
    npm) command -v npm >/dev/null ;;
    chromium) [ -x /usr/bin/chromium ] ;;
    postgresql-15) [ -x /usr/lib/postgresql/15/bin/initdb ] ;;
    fonts-noto-cjk) fc-list 2>/dev/null | grep -i 'noto.*cjk' >/dev/null || has "$1" ;;
    fonts-noto-core) fc-list 2>/dev/null | grep -i 'NotoSans-Regular' >/dev/null || has "$1" ;;
    poppler-utils) command -v pdftotext >/dev/null ;;
    mupdf-tools) command -v mutool >/dev/null ;;
    gnuplot-nox) command -v gnuplot >/dev/null ;;
    librsvg2-2) /sbin/ldconfig -p | grep 'librsvg-2\.so\.2' >/dev/null ;;
    libcairo2) /sbin/ldconfig -p | grep 'libcairo\.so\.2' >/dev/null ;;
    fontconfig) command -v fc-match >/dev/null ;;
    *) has "$1" ;;
  esac
}

case $wanted in
  run) packages=("${run_packages[@]}") ;;
  test) packages=("${test_packages[@]}") ;;
  *) echo "usage: eng/setup.sh [run|test]" >&2; exit 2 ;;
esac

mathjax() { # from the npm registry, pinned by the lock file; without it formulas stay text
  [ -e "$formulas/node_modules/mathjax/package.json" ] && return
  if ! command -v npm >/dev/null || ! (cd "$formulas" && npm ci --no-audit --no-fund --loglevel=error >/dev/null); then
    echo "MathJax could not be installed (npm ci in $formulas): formula pictures are switched off." >&2
    [ "$wanted" = run ]
  fi
}

missing=()
for package in "${packages[@]}"; do present "$package" || missing+=("$package"); done
if [ ${#missing[@]} -eq 0 ]; then
  mathjax
  exit
fi

sudo=""
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo=sudo; else sudo=none; fi
fi
if ! command -v apt-get >/dev/null || [ "$sudo" = none ]; then
  echo "Missing: ${missing[*]}. Please install them (Debian names), for example: sudo apt-get install ${missing[*]}" >&2
  # The bot starts without its pictures and fonts; the tests need all of it.
  [ "$wanted" = run ] || exit 1
  mathjax
  exit
fi
echo "Installing ${missing[*]} …" >&2
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq >/dev/null
$sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
mathjax
