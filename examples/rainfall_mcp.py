"""Python by MCP, with the official client: `pip install mcp`."""

import asyncio
import base64
import json
import os
from pathlib import Path

import httpx2
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

url = os.environ.get('INTERPRETER_MCP_URL', 'http://localhost:8787/mcp')
key = os.environ.get('INTERPRETER_API_KEY', 'none')
output = Path(__file__).parent / 'output'

PROGRAM = """
import matplotlib.pyplot as plt
import pandas as pd

rain = pd.read_csv('rainfall.csv').groupby('city').millimeters.sum()
for city, sum in rain.items():
    print(city, sum, flush=True)
rain.plot.bar(title='Rainfall in millimeters')
plt.tight_layout()
"""


async def show_progress(_step, _total, message):
    for line in (message or '').splitlines():
        print(f'  {line}')


async def main():
    headers = {'authorization': f'Bearer {key}'}
    async with httpx2.AsyncClient(headers=headers, timeout=300) as http:
        async with Client(streamable_http_client(url, http_client=http)) as client:
            print('Tools:', ', '.join(tool.name for tool in (await client.list_tools()).tools))

            csv = (Path(__file__).parent / 'rainfall.csv').read_bytes()
            file = {'name': 'rainfall.csv', 'data': base64.b64encode(csv).decode()}
            result = await client.call_tool(
                'run_python',
                {'code': PROGRAM, 'files': [file]},
                progress_callback=show_progress,
            )

    text, *pictures = result.content
    for made in json.loads(text.text)['results']:
        print('Link:', made['url'])
    for picture in pictures:
        output.mkdir(exist_ok=True)
        (output / 'rainfall.png').write_bytes(base64.b64decode(picture.data))
        print(f'The chart is in {output / "rainfall.png"}')


asyncio.run(main())
