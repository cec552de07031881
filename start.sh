#!/usr/bin/env bash
# Linux: this script does everything. Windows and macOS: `docker compose up`, or without the native extras
# `dotnet run -c Release --project src/PaperBot.Host -- --samples`.
set -euo pipefail
cd "$(dirname "$0")"
. eng/sdk.sh
eng/setup.sh run
dotnet build src/PaperBot.Host -c Release -v quiet -clp:ErrorsOnly
exec src/PaperBot.Host/bin/Release/net10.0/PaperBot.Host --samples "$@"
