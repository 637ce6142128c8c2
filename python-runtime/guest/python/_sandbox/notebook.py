"""Programs as notebooks hold them, made into plain Python with the same lines.

| what is sent                     | what is run                                             |
| -------------------------------- | ------------------------------------------------------- |
| a Markdown fence around the code | the code                                                |
| code that is indented as a whole | without its first line's indentation, as in IPython     |
| `%name rest`, `x = %name rest`   | `get_ipython().run_line_magic('name', 'rest')`          |
| `!command`, `x = !command`       | `get_ipython().system('command')`, or its `getoutput`   |
| `%%name rest` and what follows   | `get_ipython().run_cell_magic('name', 'rest', '...')`   |
| `name?`, `?name`                 | `get_ipython().run_line_magic('pinfo', 'name')`         |

What Python understands as it is, is left as it is. One pass, in linear time.
"""

import ast
import re
from collections.abc import Callable

_FENCE = re.compile(r'\s*(?:```|~~~)[\w+.{}#-]*\s*')
_INDENT = re.compile(r'[ \t]*')

# What opens or closes something, or ends a line: between these nothing changes what a line is.
_LEXEME = re.compile(r'#[^\n]*|\\\n|\n|[\[({]|[\])}]|"""|\'\'\'|"|\'')
_REST_OF_STRING = {
    "'": re.compile(r"[^'\\\n]*+(?:\\.[^'\\\n]*+)*+'", re.DOTALL),
    '"': re.compile(r'[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"', re.DOTALL),
    "'''": re.compile(r"[^'\\]*+(?:(?:\\.|'(?!''))[^'\\]*+)*+'''", re.DOTALL),
    '"""': re.compile(r'[^"\\]*+(?:(?:\\.|"(?!""))[^"\\]*+)*+"""', re.DOTALL),
}
_ESCAPED = re.compile(
    r"""(?P<before>[ \t]*+(?:[^\n#'"=!%?(){}]*+=[ \t]*+)?)
        (?:(?P<magic>%%?)(?P<name>[A-Za-z]\w*)|(?P<shell>!!?))
        (?P<rest>[^\n\\]*+(?:\\.[^\n\\]*+)*+)""",
    re.DOTALL | re.VERBOSE,
)
_HELP = re.compile(r'(?P<indent>[ \t]*)(?:\?{1,2}[ \t]*([\w.]+)|([\w.]+)\?{1,2})[ \t]*(?=\n|$)')
_NEXT_CELL = re.compile(r'^%%[A-Za-z]', re.MULTILINE)


def parse(code: str, compiled: Callable[[str], ast.Module]) -> ast.Module:
    """The code's tree, with the places of what was sent; raises what `compiled` does."""
    try:
        return compiled(code)
    except SyntaxError as error:
        text, indent = _without_indent(_without_fence(_with_newlines(code)))
        plain = _without_escapes(text)
        if plain == code:
            raise
        not_plain = error
    try:
        tree = compiled(plain)
    except SyntaxError as error:
        # Nothing of the cause: the program is one, and its first error is not of what is run.
        raise error.with_traceback(None) from not_plain.__cause__
    if indent:
        _move(tree, _with_newlines(code).split('\n'), indent)
    return tree


def _with_newlines(code: str) -> str:
    return code.replace('\r\n', '\n').replace('\r', '\n')


def _without_fence(code: str) -> str:
    """Empties the lines of a fence, whose end may be missing."""
    lines = code.split('\n')
    full = [number for number, line in enumerate(lines) if line.strip()]
    if not full or not _FENCE.fullmatch(lines[full[0]]):
        return code
    lines[full[0]] = ''
    if len(full) > 1 and lines[full[-1]].strip() in {'```', '~~~'}:
        lines[full[-1]] = ''
    return '\n'.join(lines)


def _without_indent(code: str) -> tuple[str, str]:
    """The code without the indentation of its first line, where a line has it; and this."""
    first = next((line for line in code.split('\n') if line.strip()), '')
    indent = _indent_of(first)
    if not indent:
        return code, ''
    return '\n'.join(line.removeprefix(indent) for line in code.split('\n')), indent


def _indent_of(line: str) -> str:
    found = _INDENT.match(line)
    return found.group() if found else ''


def _without_escapes(code: str) -> str:
    """The code with a call for each `%`, `!` and `?` where a statement may begin."""
    parts: list[str] = []
    at = copied = depth = 0
    may_begin = True
    while True:
        if may_begin and depth == 0:
            call, end = _call_at(code, at)
            if call is not None:
                parts += (code[copied:at], call, '\n' * code.count('\n', at, end))
                at = copied = end
        lexeme = _LEXEME.search(code, at)
        if lexeme is None:
            return ''.join((*parts, code[copied:]))
        text, at = lexeme.group(), lexeme.end()
        may_begin = text == '\n'
        if text in '([{':
            depth += 1
        elif text in ')]}':
            depth = max(0, depth - 1)
        elif text in _REST_OF_STRING:
            at = _end_of_string(code, at, text)


def _end_of_string(code: str, at: int, quote: str) -> int:
    rest = _REST_OF_STRING[quote].match(code, at)
    if rest is not None:
        return rest.end()
    # Without an end, a string is the rest of its line, or of the program.
    end = code.find('\n', at) if len(quote) == 1 else -1
    return len(code) if end < 0 else end


def _call_at(code: str, at: int) -> tuple[str | None, int]:
    """What stands for the escape that begins here, and where this ends; `None` if there is none."""
    asked = _HELP.match(code, at)
    if asked is not None:
        name = asked.group(2) or asked.group(3)
        return _call(asked['indent'], 'run_line_magic', 'pinfo', name), asked.end()
    found = _ESCAPED.match(code, at)
    if found is None:
        return None, at
    before, rest = found['before'], found['rest'].replace('\\\n', ' ').strip()
    if found['shell']:
        is_value = before.strip() or found['shell'] == '!!'
        return _call(before, 'getoutput' if is_value else 'system', rest), found.end()
    if found['magic'] == '%%':
        return _cell_at(code, found) if not before else (None, at)
    return _call(before, 'run_line_magic', found['name'], rest), found.end()


def _cell_at(code: str, found: re.Match[str]) -> tuple[str, int]:
    start = min(found.end() + 1, len(code))
    following = _NEXT_CELL.search(code, start)
    end = following.start() if following else len(code)
    call = _call('', 'run_cell_magic', found['name'], found['rest'].strip(), code[start:end])
    return call, end - 1 if following else end


def _call(before: str, method: str, *arguments: str) -> str:
    return f'{before}get_ipython().{method}({", ".join(map(repr, arguments))})'


def _move(tree: ast.Module, lines: list[str], indent: str) -> None:
    """Moves what was found in the code without its indentation to where it was sent."""
    moved = [len(indent) if line.startswith(indent) else 0 for line in lines]
    for node in ast.walk(tree):
        for line, column in (('lineno', 'col_offset'), ('end_lineno', 'end_col_offset')):
            number = getattr(node, line, None)
            if number is not None and number <= len(moved):
                setattr(node, column, getattr(node, column) + moved[number - 1])
