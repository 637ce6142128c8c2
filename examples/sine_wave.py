"""The example `sine-wave` with OpenAI's SDK for Python: `pip install openai`."""

import base64
import os
from pathlib import Path

from openai import OpenAI

client = OpenAI(
    base_url=os.environ.get('INTERPRETER_URL', 'http://localhost:8787/v1'),
    api_key=os.environ.get('INTERPRETER_API_KEY', 'none'),
)
output = Path(__file__).parent / 'output'

completion = client.chat.completions.create(
    model=os.environ.get('INTERPRETER_MODEL', 'gpt-4o'),
    messages=[{'role': 'user', 'content': 'Plot a sine wave.'}],
    tools=[{'type': 'code_interpreter'}],
)

message = completion.choices[0].message
print(message.content)
# The SDK keeps fields that it does not know.
for tool in message.executed_tools:
    for result in tool['code_results']:
        if 'png' in result:
            output.mkdir(exist_ok=True)
            (output / 'sine_wave.png').write_bytes(base64.b64decode(result['png']))
            print(f'\nThe chart is in {output / "sine_wave.png"}')
