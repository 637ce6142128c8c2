"""LiteLLM, as it passes a request for a response on."""

import json
import sys

import litellm

ask = {
    "model": "openai/some-model",
    "api_base": sys.argv[1],
    "api_key": "none",
    "input": "What is 2 + 2?",
    "tools": [{"type": "code_interpreter", "container": {"type": "auto"}}],
}
once = litellm.responses(**ask)
events = [str(getattr(event.type, "value", event.type)) for event in litellm.responses(**ask, stream=True)]

print(json.dumps({"once": once.output_text, "events": events}))
