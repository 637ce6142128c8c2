"""OpenAI's SDK for Python: a response at once, streamed and parsed, and the files of its container."""

import json
import sys

import openai
from pydantic import BaseModel

client = openai.OpenAI(base_url=sys.argv[1], api_key="none")
ask = {
    "model": "some-model",
    "input": "What is 2 + 2?",
    "tools": [{"type": "code_interpreter", "container": {"type": "auto"}}],
    "include": ["code_interpreter_call.outputs"],
}

once = client.responses.create(**ask)
program = once.output[0]

with client.responses.stream(**ask) as stream:
    events = [event.type for event in stream]
    final = stream.get_final_response()

cited = [
    annotation
    for item in once.output
    if item.type == "message"
    for annotation in item.content[0].annotations
]
contents = {
    each.filename: client.containers.files.content.retrieve(
        each.file_id, container_id=each.container_id
    ).read()
    for each in cited
}
listed = [each.path for each in client.containers.files.list(program.container_id)]


class Answer(BaseModel):
    value: int


try:
    client.responses.parse(**ask, text_format=Answer)
    problem = None
except Exception as error:
    problem = type(error).__name__

kept = client.responses.retrieve(once.id)
asked = client.responses.input_items.list(once.id).data
again = client.responses.create(
    **{**ask, "input": "And again?", "previous_response_id": once.id}
)
client.responses.delete(once.id)

print(
    json.dumps(
        {
            "text": once.output_text,
            "outputs": [output.type for output in program.outputs],
            "png": next(o.url[:22] for o in program.outputs if o.type == "image"),
            "events": events,
            "final": final.output_text,
            "files": {name: len(content) for name, content in contents.items()},
            "csv": contents["squares.csv"].decode(),
            "listed": sorted(listed),
            "problem": problem,
            "kept": kept.output_text,
            "asked": [item.role for item in asked],
            "found": again.output[0].outputs[0].logs,
            "container": again.output[0].container_id == program.container_id,
        }
    )
)
