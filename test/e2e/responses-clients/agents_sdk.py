"""The Agents SDK for Python as it is by default: Responses, a hosted tool, a function, a kept conversation."""

import asyncio
import json
import sys

from agents import (
    Agent,
    CodeInterpreterTool,
    OpenAIConversationsSession,
    Runner,
    function_tool,
    set_default_openai_client,
    set_tracing_disabled,
)
from openai import AsyncOpenAI

set_tracing_disabled(True)
client = AsyncOpenAI(base_url=sys.argv[1], api_key="none")
set_default_openai_client(client, use_for_tracing=False)
cities = []


@function_tool
def get_weather(city: str) -> str:
    """The weather in a city."""
    cities.append(city)
    return "sunny"


agent = Agent(
    name="Assistant",
    model="some-model",
    tools=[
        CodeInterpreterTool(
            tool_config={"type": "code_interpreter", "container": {"type": "auto"}}
        ),
        get_weather,
    ],
)


async def main():
    once = await Runner.run(agent, "What is 2 + 2, and how is the weather in Rome?")
    streamed = Runner.run_streamed(agent, "What is 2 + 2?")
    events = [event.type async for event in streamed.stream_events()]

    session = OpenAIConversationsSession(openai_client=client)
    await Runner.run(agent, "What is 2 + 2?", session=session)
    talked = await Runner.run(agent, "And again?", session=session)
    items = await session.get_items()

    replayed = await Runner.run(
        agent, once.to_input_list() + [{"role": "user", "content": "And again?"}]
    )
    print(
        json.dumps(
            {
                "cities": cities,
                "once": once.final_output,
                "streamed": streamed.final_output,
                "events": len(events),
                "talked": talked.final_output,
                "items": [item.get("type", "message") for item in items],
                "replayed": replayed.final_output,
            }
        )
    )


asyncio.run(main())
