# syntax=docker/dockerfile:1

# The build runs on the builder's own architecture and makes the program for the target's.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
ARG TARGETARCH
WORKDIR /source

# Packages first: they change less often than the code, so this layer is used again.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/CommunityBot/CommunityBot.csproj src/CommunityBot/packages.lock.json src/CommunityBot/
RUN dotnet restore src/CommunityBot --locked-mode -p:PublishReadyToRun=true

COPY app-manifest.yml ./
COPY src/CommunityBot src/CommunityBot
RUN case "$TARGETARCH" in amd64) rid=linux-x64 ;; arm64) rid=linux-arm64 ;; *) echo "there is no build for $TARGETARCH" >&2; exit 1 ;; esac \
    && dotnet publish src/CommunityBot -c Release -r "$rid" --no-restore --no-self-contained -o /app \
    && mkdir /data

# "extra" has the time zones and the ICU that the plain chiseled image lacks. There is no shell in it.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
COPY --from=build --chown=1654:1654 /data /data
ENV ConnectionStrings__CommunityBot="Data Source=/data/communitybot.db"
USER 1654
VOLUME /data
EXPOSE 8080
# From the root, so that the command line works in whatever directory it is given (-w).
ENTRYPOINT ["/app/communitybot"]
