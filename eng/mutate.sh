#!/usr/bin/env bash
# Mutation score of the calculator's parser and evaluator, with the calculator's tests alone, in a copy beside other
# builds: eng/mutate.sh [glob ...] (default: Syntax and Evaluation). Only the quick tests are asked, so that the score is
# a lower bound; it fails below the floor. MUTATION_SHARE=N takes one stretch of 400 characters in N, by their hash with
# MUTATION_SEED: a sample of every file.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
floor=${MUTATION_FLOOR:-70}
work=${MUTATION_FOLDER:-$(mktemp -d)}
share=${MUTATION_SHARE:-1}
seed=${MUTATION_SEED:-2611}
globs=("$@")
[ $# -gt 0 ] || globs=('Syntax/**/*.cs' 'Evaluation/**/*.cs')

mkdir -p "$work/src" "$work/tests/PaperBot.Tests"
cp "$root"/Directory.*.props "$root"/.editorconfig "$root"/BannedSymbols.txt "$root"/PaperBot.sln "$work"
[ ! -f "$root/nuget.config" ] || cp "$root/nuget.config" "$work"
tar -C "$root/src" --exclude=bin --exclude=obj -c PaperBot.Calculator | tar -C "$work/src" -x
cp -r "$root/tests/PaperBot.Tests/Calculator" "$work/tests/PaperBot.Tests"
cp "$root/tests/PaperBot.Testing/TestData.cs" "$work/tests/PaperBot.Tests"
# Random inputs and whole seconds of work say little of one mutant and cost its every run.
slow=(Fuzz Limit Property OtherCalculators IntegralReference RootReference SpecialFunctionReference OdeReference Eigen)
for name in "${slow[@]}"; do rm -f "$work/tests/PaperBot.Tests/Calculator/${name}Tests.cs"; done
printf '%s\n' '{ "test": { "runner": "Microsoft.Testing.Platform" } }' >"$work/global.json"
cat >"$work/tests/PaperBot.Tests/PaperBot.Tests.csproj" <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <IsTestProject>true</IsTestProject>
    <UseMicrosoftTestingPlatformRunner>true</UseMicrosoftTestingPlatformRunner>
    <TestingPlatformDotnetTestSupport>true</TestingPlatformDotnetTestSupport>
  </PropertyGroup>
  <ItemGroup>
    <ProjectReference Include="..\..\src\PaperBot.Calculator\PaperBot.Calculator.csproj" />
    <PackageReference Include="FsCheck" />
    <PackageReference Include="Shouldly" />
    <PackageReference Include="xunit.v3" />
    <Using Include="Shouldly" />
    <Using Include="Xunit" />
  </ItemGroup>
</Project>
PROJECT
mutate=()
if [ "$share" -eq 1 ]; then
  for glob in "${globs[@]}"; do mutate+=(--mutate "$glob"); done
else
  shopt -s globstar nullglob
  cd "$work/src/PaperBot.Calculator"
  for file in ${globs[@]}; do
    spans=
    for ((from = 0; from < $(wc -m <"$file"); from += 400)); do
      hash=$(printf '%s' "$seed/$file/$from" | cksum | cut -d' ' -f1)
      [ $((hash % share)) -ne 0 ] || spans+="{$from..$((from + 400))}"
    done
    [ -z "$spans" ] || mutate+=(--mutate "$file$spans")
  done
fi
cp "$root/dotnet-tools.json" "$work"
cd "$work/tests/PaperBot.Tests"
# A moment of a busy machine must not count as a mutant found.
printf '%s\n' '{ "stryker-config": { "additional-timeout": 15000 } }' >stryker-config.json
dotnet tool restore >/dev/null
export PAPERBOT_TEST_DATA=${PAPERBOT_TEST_DATA:-$root/../shared/data}
# The tool stops at a build whose analyzers warn of its own changes.
dotnet stryker --test-runner mtp --project PaperBot.Calculator.csproj "${mutate[@]}" --concurrency "${MUTATION_JOBS:-1}" \
  --break-at "$floor" --threshold-low "$floor" --threshold-high 90 --reporter json --reporter cleartext
echo "The report is in $work/tests/PaperBot.Tests/StrykerOutput."
