"""What a client in Python makes of the server, as JSON on stdout."""

import asyncio
import json
import os
import sys
from functools import partial

library, url, calls, mode = sys.argv[1:]
progress = []


async def on_progress(_step, _total, message):
    progress.append(message or '')


def dump(result):
    return result.model_dump(mode='json', by_alias=True, exclude_none=True)


async def answers(client, tools, run):
    from mcp import MCPError

    results = [dump(await run(call)) for call in json.loads(calls)]
    try:
        await client.call_tool('run_ruby', {})
        unknown = None
    except MCPError as error:
        unknown = error.code
    return {'tools': [dump(tool) for tool in tools], 'results': results, 'unknown': unknown}


async def with_mcp():
    from mcp import Client

    async with Client(url, mode=mode) as client:
        tools = (await client.list_tools()).tools
        run = partial(client.call_tool, 'run_python', progress_callback=on_progress)
        return {'version': client.protocol_version, **await answers(client, tools, run)}


async def with_fastmcp():
    from fastmcp import Client

    async with Client(url, mode=mode, auth=os.environ.get('KEY')) as client:
        tools = await client.list_tools()
        run = partial(client.call_tool_mcp, 'run_python', progress_handler=on_progress)
        return {'version': client.session.protocol_version, **await answers(client, tools, run)}


report = asyncio.run(with_mcp() if library == 'mcp' else with_fastmcp())
json.dump({**report, 'progress': ''.join(progress)}, sys.stdout)
