"""What a client in Python makes of the server, as JSON on stdout."""

import asyncio
import json
import os
import sys

library, url, calls, mode = sys.argv[1:]
progress = []


async def on_progress(_step, _total, message):
    progress.append(message or '')


def dump(result):
    return result.model_dump(mode='json', by_alias=True, exclude_none=True)


async def with_mcp():
    from mcp import Client, MCPError

    async with Client(url, mode=mode) as client:
        tools = [dump(tool) for tool in (await client.list_tools()).tools]
        results = [
            dump(await client.call_tool('run_python', call, progress_callback=on_progress))
            for call in json.loads(calls)
        ]
        try:
            await client.call_tool('run_ruby', {})
            unknown = None
        except MCPError as error:
            unknown = error.code
        return {
            'version': client.protocol_version,
            'tools': tools,
            'results': results,
            'unknown': unknown,
        }


async def with_fastmcp():
    from fastmcp import Client
    from mcp import MCPError

    async with Client(url, mode=mode, auth=os.environ.get('KEY')) as client:
        tools = [dump(tool) for tool in await client.list_tools()]
        results = [
            dump(await client.call_tool_mcp('run_python', call, progress_handler=on_progress))
            for call in json.loads(calls)
        ]
        try:
            await client.call_tool('run_ruby', {})
            unknown = None
        except MCPError as error:
            unknown = error.code
        return {
            'version': client.session.protocol_version,
            'tools': tools,
            'results': results,
            'unknown': unknown,
        }


report = asyncio.run(with_mcp() if library == 'mcp' else with_fastmcp())
json.dump({**report, 'progress': ''.join(progress)}, sys.stdout)
