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
here = Path(__file__).parent

PROGRAM = """
import matplotlib.pyplot as plt
import pandas as pd

rain = pd.read_csv('rainfall.csv').groupby('city').millimeters.sum()
for city, sum in rain.items():
    print(city, sum, flush=True)
rain.plot.bar(title='Rainfall in millimeters')
plt.tight_layout()
"""


async def show_progress(_step: float, _total: float | None, message: str | None) -> None:
    """Print what the program prints, while it runs."""
    for line in (message or '').splitlines():
        print(f'  {line}')


async def main() -> None:
    """Run the program on a file, and save the chart that it draws."""
    content = base64.b64encode((here / 'rainfall.csv').read_bytes()).decode()
    arguments = {'code': PROGRAM, 'files': [{'name': 'rainfall.csv', 'data': content}]}
    headers = {'authorization': f'Bearer {key}'}
    async with (
        httpx2.AsyncClient(headers=headers, timeout=300) as http,
        Client(streamable_http_client(url, http_client=http)) as client,
    ):
        print('Tools:', ', '.join(tool.name for tool in (await client.list_tools()).tools))
        result = await client.call_tool('run_python', arguments, progress_callback=show_progress)

    text, *pictures = result.content
    for made in json.loads(text.text)['results']:
        print('Link:', made['url'])
    for picture in pictures:
        output = here / 'output' / 'rainfall.png'
        output.parent.mkdir(exist_ok=True)
        output.write_bytes(base64.b64decode(picture.data))
        print(f'The chart is in {output}')


asyncio.run(main())
