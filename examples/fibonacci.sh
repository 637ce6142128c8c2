#!/bin/sh
# The example `fibonacci` with curl.
curl --silent --show-error --fail-with-body "${INTERPRETER_URL:-http://localhost:8787/v1}/chat/completions" \
  -H 'content-type: application/json' \
  -H "authorization: Bearer ${INTERPRETER_API_KEY:-none}" \
  -d '{
    "model": "'"${INTERPRETER_MODEL:-gpt-4o}"'",
    "messages": [{ "role": "user", "content": "Calculate the first 20 Fibonacci numbers." }],
    "tools": [{ "type": "code_interpreter" }]
  }'
