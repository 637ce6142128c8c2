"""pydantic-ai with its model of Responses, its own name for the interpreter, and a second turn."""

import json
import sys

from pydantic_ai import Agent, CodeExecutionTool
from pydantic_ai.capabilities import NativeTool
from pydantic_ai.models.openai import OpenAIResponsesModel, OpenAIResponsesModelSettings
from pydantic_ai.providers.openai import OpenAIProvider

provider = OpenAIProvider(base_url=sys.argv[1], api_key="none")
model = OpenAIResponsesModel("some-model", provider=provider)
settings = OpenAIResponsesModelSettings(openai_include_code_execution_outputs=True)
agent = Agent(model, model_settings=settings, capabilities=[NativeTool(CodeExecutionTool())])

once = agent.run_sync("What is 2 + 2?")
again = agent.run_sync("And again?", message_history=once.all_messages())
images = [image.media_type for image in once.response.images]

print(json.dumps({"once": once.output, "again": again.output, "images": images}))
