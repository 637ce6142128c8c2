"""LangChain for Python, which speaks Responses as soon as a hosted tool is bound."""

import json
import sys

from langchain_core.messages import HumanMessage
from langchain_openai import ChatOpenAI

model = ChatOpenAI(model="some-model", base_url=sys.argv[1], api_key="none").bind_tools(
    [{"type": "code_interpreter", "container": {"type": "auto"}}]
)

once = model.invoke("What is 2 + 2?")
streamed = None
for chunk in model.stream("What is 2 + 2?"):
    streamed = chunk if streamed is None else streamed + chunk
again = model.invoke([HumanMessage("What is 2 + 2?"), once, HumanMessage("And again?")])

print(json.dumps({"once": once.text, "streamed": streamed.text, "again": again.text}))
