# Sourced by start.sh and test.sh: one plain line when the .NET SDK is missing or too old.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
if ! command -v dotnet >/dev/null || ! dotnet --version >/dev/null 2>&1; then
  echo "PaperBot needs the .NET SDK 10.0.401 or a later 10.0 (https://dot.net/download) on the PATH." >&2
  exit 1
fi
