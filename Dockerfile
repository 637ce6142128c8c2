# Several workerd behind one port: docs/self-host.md says how to use it.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# Variables with the keys of services that UPSTREAMS names, separated by spaces.
ARG UPSTREAM_KEYS=""
# hadolint ignore=SC2086
RUN npm run build:workerd -- /srv/interpreter ${UPSTREAM_KEYS}

FROM node:24.21.0-bookworm-slim
# workerd has no certificates of its own; Debian keeps no old versions of them.
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates \
  && rm -rf /var/lib/apt/lists/* \
  && groupadd --gid 10001 interpreter \
  && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin interpreter \
  && install -d -o interpreter -g interpreter -m 700 /var/lib/interpreter
COPY --from=build /srv/interpreter /srv/interpreter
WORKDIR /srv/interpreter
USER 10001:10001
ENV HOST=0.0.0.0 PORT=8787 FILES=/var/lib/interpreter
VOLUME /var/lib/interpreter
EXPOSE 8787
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s CMD ["node", "health.mjs"]
CMD ["node", "serve.mjs"]
