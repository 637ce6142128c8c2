#!/bin/bash
# Builds the image, starts it as compose.yaml has it, with a key of its own, and asks of it what docs/self-host.md says.
# COMPOSE is the program that does so, PORT where it is to listen.
set -euo pipefail
cd "$(dirname "$0")/.."
read -ra compose <<< "${COMPOSE:-docker compose}"
if [ -e .env ]; then
  echo ".env is there already: this is for a clone of its own." >&2
  exit 1
fi

key=$(openssl rand -hex 32)
url=http://127.0.0.1:${PORT:-8787}
cat > .env << END
AUTH=keys
API_KEYS=$(printf %s "$key" | sha256sum | cut -c -64)
PORT=${PORT:-8787}
WORKERS=2
DRAIN_SECONDS=20
END
trap '"${compose[@]}" logs --tail 30 interpreter; "${compose[@]}" down --volumes; rm .env' EXIT

say() { echo "container: $*"; }
fail() { say "FAILED: $*" && exit 1; }
inside() { "${compose[@]}" exec -T interpreter "$@"; }

start() {
  "${compose[@]}" up --detach
  for _ in $(seq 120); do
    if inside node health.mjs 2> /dev/null; then return; fi
    sleep 1
  done
  fail "it is not well after two minutes"
}

execute() {
  curl --silent --show-error --fail-with-body --max-time 60 "$url/v1/executions" \
    -H "authorization: Bearer $key" -H 'content-type: application/json' -d "{\"code\": \"$1\"}"
}

# The numbers of the processes that serve.
servers() { inside node -p "fs.readdirSync('/proc').filter(pid => /^\\d+\$/.test(pid) && fs.readFileSync('/proc/' + pid + '/cmdline', 'utf8').startsWith('/srv/interpreter/workerd')).join(' ')"; }

"${compose[@]}" build
start

[[ $(execute 'print(6 * 7)') == *'"stdout":"42\n"'* ]] || fail "it does not run Python"
say "runs Python"

[ "$(inside node -p 'process.getuid()')" != 0 ] || fail "it is root"
if inside node -e "fs.writeFileSync('/srv/interpreter/written', '')" 2> /dev/null; then fail "it can write to its image"; fi
say "has no rights, and writes nothing beside its files"

status=$(curl --silent --output /dev/null --write-out '%{http_code}' "$url/v1/models")
[ "$status" = 401 ] || fail "without a key it answers with $status"
say "lets nobody in without a key"

read -ra before <<< "$(servers)"
[ ${#before[@]} = 2 ] || fail "it has ${#before[@]} workerd"
inside node -e "process.kill(${before[0]}, 'SIGKILL')"
[[ $(execute 'print(1)') == *'"stdout":"1\n"'* ]] || fail "it does not serve without one of them"
sleep 10
read -ra after <<< "$(servers)"
[ ${#after[@]} = 2 ] || fail "it has ${#after[@]} workerd after one has died"
say "starts a workerd anew that has died, and serves meanwhile"

link=$(execute "print('kept', file=open('a.txt', 'w'))" | grep -o 'http://[^"]*')
"${compose[@]}" stop
"${compose[@]}" logs interpreter 2>&1 | grep 'server: stop' > /dev/null || fail "it was not told to stop"
"${compose[@]}" down
start
[ "$(curl --silent --show-error --fail "$link")" = kept ] || fail "a new container has no files of the one before"
say "keeps files, and the secret of their links, in the volume"
