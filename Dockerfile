# The tests do not build this image (no container engine where they run); it installs what start.sh installs.
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
FROM ${SDK_IMAGE} AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/PaperBot.Host -c Release -r linux-x64 --self-contained true -o /app

FROM debian:12-slim
COPY --from=build /app /app
COPY eng/setup.sh /tmp/setup.sh
RUN bash /tmp/setup.sh run /app/node && apt-get install -y -qq --no-install-recommends ca-certificates curl tzdata \
    && rm -rf /var/lib/apt/lists/* /tmp/setup.sh \
    && useradd --system --create-home --home-dir /data --uid 10001 paperbot
USER paperbot
WORKDIR /data
VOLUME /data
# Inside the container the page listens on every address; compose publishes it on the host's loopback only.
ENV Web__Url=http://0.0.0.0:5080 Storage__Directory=/data
EXPOSE 5080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD curl -fsS http://127.0.0.1:5080/healthz || exit 1
ENTRYPOINT ["/app/PaperBot.Host"]
CMD ["--samples"]
