"""What OpenAI's SDK for Python makes of an answer, at once and as a stream, as JSON on stdout."""

import json
import sys

from openai import OpenAI

client = OpenAI(base_url=sys.argv[1], api_key='none')
request = {
    'model': 'demo',
    'messages': [{'role': 'user', 'content': 'Plot a sine wave.'}],
    'tools': [{'type': 'code_interpreter'}],
}

whole = client.chat.completions.create(**request)

with client.chat.completions.stream(**request) as stream:
    for _ in stream:
        pass
    streamed = stream.get_final_completion()

uploaded = client.files.create(file=('numbers.csv', b'a,b\n1,2\n'), purpose='user_data')
content = client.files.content(uploaded.id).read().decode()

json.dump(
    {
        'whole': whole.choices[0].message.to_dict(),
        'streamed': streamed.choices[0].message.to_dict(),
        'uploaded': uploaded.to_dict(),
        'content': content,
    },
    sys.stdout,
)
