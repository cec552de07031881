#!/usr/bin/env bash
# Sets everything up, checks the format, builds with warnings as errors and runs every test. The last line counts them.
# Arguments go to the test runner, for example: ./test.sh --filter-class '*ArxivIdTests'
set -euo pipefail
cd "$(dirname "$0")"
. eng/sdk.sh

# A whole run executes at least this many tests; fewer means that some were lost. Raise it when tests are added.
minimum=3860

eng/setup.sh test
dotnet tool restore >/dev/null
dotnet csharpier check .
dotnet build PaperBot.sln -c Release -v quiet -clp:ErrorsOnly

whole=$([ $# -eq 0 ] && echo yes || echo no)
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
status=0
# In a log the runner's progress, a line every three seconds, would push the failures out of sight.
[ -t 1 ] || set -- --no-progress "$@"
# Many tests wait for processes and browsers: more of them at once than there are cores.
dotnet tests/PaperBot.Tests/bin/Release/net10.0/PaperBot.Tests.dll --max-threads 3 \
  --results-directory "$results" --report-xunit --report-xunit-filename results.xml "$@" || status=$?

count() { # sums an attribute of the runner's <assembly> elements
  grep -o '<assembly [^>]*' "$results/results.xml" 2>/dev/null | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' \
    | awk '{ n += $1 } END { print n + 0 }'
}
passed=$(count passed) failed=$(( $(count failed) + $(count errors) )) skipped=$(( $(count skipped) + $(count not-run) ))
if [ "$whole" = yes ] && [ $((passed + failed)) -lt $minimum ]; then
  echo "Only $((passed + failed)) tests ran; test.sh expects at least $minimum." >&2
  status=1
fi
[ "$failed" -eq 0 ] || status=1
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then echo "The run failed with status $status." >&2; fi
grep -o '<test [^>]*result="Fail"' "$results/results.xml" 2>/dev/null | sed -n 's/.* name="\([^"]*\)".*/failed: \1/p' || true
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
