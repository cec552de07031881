#!/usr/bin/env bash
# Installs what the bot (run) or its tests (test) need besides the .NET SDK and git. Debian and its relatives only;
# elsewhere it says in one line what is missing. Nothing is installed twice.
set -euo pipefail
wanted=${1:-run}

run_packages=(libicu72 fontconfig fonts-noto-cjk)
test_packages=("${run_packages[@]}" nodejs npm postgresql-15 chromium)

has() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'; }

present() {
  case $1 in
    libicu72) ldconfig -p 2>/dev/null | grep -q 'libicuuc\.so' || has 'libicu72' || has 'libicu*' ;;
    nodejs) command -v node >/dev/null ;;
    npm) command -v npm >/dev/null ;;
    chromium) [ -x /usr/bin/chromium ] ;;
    postgresql-15) [ -x /usr/lib/postgresql/15/bin/initdb ] ;;
    fonts-noto-cjk) fc-list 2>/dev/null | grep -qi 'noto.*cjk' || has "$1" ;;
    fontconfig) command -v fc-match >/dev/null ;;
    *) has "$1" ;;
  esac
}

case $wanted in
  run) packages=("${run_packages[@]}") ;;
  test) packages=("${test_packages[@]}") ;;
  *) echo "usage: eng/setup.sh [run|test]" >&2; exit 2 ;;
esac

missing=()
for package in "${packages[@]}"; do present "$package" || missing+=("$package"); done
[ ${#missing[@]} -eq 0 ] && exit 0

sudo=""
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo=sudo; else sudo=none; fi
fi
if ! command -v apt-get >/dev/null || [ "$sudo" = none ]; then
  echo "Missing: ${missing[*]}. Please install them (Debian names), for example: sudo apt-get install ${missing[*]}" >&2
  # Without its fonts and ICU the bot still starts; the tests need all of it.
  [ "$wanted" = run ] && exit 0
  exit 1
fi
echo "Installing ${missing[*]} …" >&2
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq >/dev/null
$sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
