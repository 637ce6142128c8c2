"""What no answer may show, whatever was asked.

Schemathesis loads this beside its own checks, which judge statuses, types, headers and schemas.
"""

import re
from collections.abc import Iterator
from typing import Any

import schemathesis

_INSIDE = re.compile(
    r'node_modules|python-runtime|_sandbox/|workerd|miniflare|wrangler'  # what it is made of
    r'|\.[cm]?[jt]s:\d+|\n\s+at \S'  # frames of a stack
    r'|file://|/(home|opt|root|tmp|usr|var|work)/'  # paths of the machine
)
_JAVASCRIPT = re.compile(
    r'\b(Api|Zod|Type|Range|Reference|Syntax|Eval|URI|DOM)(Error|Exception)\b'
    r'|undefined|\[object |is not a function|Cannot read|Unexpected (token|end)|JSON at position'
)
"""What it says of itself: in a refusal, nobody has put it into words for a client."""

_OUR_FAULTS = re.compile(r'"type":\s*"(server_error|sandbox_unavailable)"')
"""In a stream, and in the result of a program, the status tells nothing of these."""

_FIRST_REFUSAL = 400
_SHOWN_CHARS = 80


@schemathesis.hook
def before_load_schema(_context: Any, schema: Any) -> None:
    """Takes away what cannot be judged here."""
    # The server that is asked is open: without a key nothing is refused.
    del schema['security']
    # The document describes a stream as a whole, and would be read as describing each event.
    for stream in _streams_of(schema):
        del stream['schema']


def _streams_of(node: Any) -> Iterator[Any]:
    if isinstance(node, dict):
        for name, child in node.items():
            if name == 'text/event-stream':
                yield child
            else:
                yield from _streams_of(child)


@schemathesis.hook
def filter_failure(_context: Any, failure: Any, case: Any, _response: Any) -> bool:
    """Drops the complaint that a form was taken with fields of the wrong type: all are text."""
    is_of_type = type(failure).__name__ == 'AcceptedNegativeData'
    return not (is_of_type and case.operation.label == 'POST /v1/files')


@schemathesis.check
def shows_nothing_of_the_inside(_context: Any, response: Any, _case: Any) -> None:
    """No path, no frame of a stack, no name of what the server is made of."""
    _refuse(_INSIDE, response.text)
    if response.status_code >= _FIRST_REFUSAL:
        _refuse(_JAVASCRIPT, response.text)


@schemathesis.check
def has_no_fault_of_ours(_context: Any, response: Any, _case: Any) -> None:
    """No sandbox that broke, no stream that did."""
    _refuse(_OUR_FAULTS, response.text)


@schemathesis.check
def has_a_name(_context: Any, response: Any, _case: Any) -> None:
    """Every answer can be found in the log."""
    if not response.headers.get('x-request-id'):
        raise AssertionError('the answer has no x-request-id')


def _refuse(pattern: re.Pattern[str], text: str) -> None:
    found = pattern.search(text)
    if found:
        around = slice(max(0, found.start() - _SHOWN_CHARS), found.end() + _SHOWN_CHARS)
        raise AssertionError(f'the answer says: {text[around]}')
