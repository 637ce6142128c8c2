"""A session of the Agents SDK whose items are kept by the server, as a report in JSON."""

import asyncio
import json
import sys

from agents import OpenAIConversationsSession
from openai import AsyncOpenAI


async def main() -> None:
    client = AsyncOpenAI(base_url=sys.argv[1], api_key='none')
    session = OpenAIConversationsSession(openai_client=client)
    await session.add_items([{'role': 'user', 'content': f'item {n}'} for n in range(45)])
    await session.add_items(
        [
            {'type': 'function_call', 'call_id': 'c', 'name': 'add', 'arguments': '{}'},
            {'type': 'function_call_output', 'call_id': 'c', 'output': '4'},
            {
                'type': 'message',
                'role': 'assistant',
                'status': 'completed',
                'id': 'msg_own',
                'content': [{'type': 'output_text', 'text': 'It is 4.', 'annotations': []}],
            },
        ]
    )
    everything = await session.get_items()
    newest = await session.get_items(limit=2)
    popped = await session.pop_item()
    left = await session.get_items()
    again = OpenAIConversationsSession(conversation_id=session.session_id, openai_client=client)
    reopened = await again.get_items()
    await again.clear_session()
    print(
        json.dumps(
            {
                'texts': [item['content'][0]['text'] for item in everything if 'content' in item],
                'types': [item['type'] for item in everything[-3:]],
                'newest': [item['id'] for item in newest],
                'popped': popped['id'],
                'left': len(left),
                'reopened': reopened == left,
            }
        )
    )


asyncio.run(main())
