"""Stands in for meson-python while `pip download` only wants a name and a version."""

from pathlib import Path


def get_requires_for_build_wheel(config_settings: object = None) -> list[str]:
    return []


def prepare_metadata_for_build_wheel(directory: str, config_settings: object = None) -> str:
    text = Path('PKG-INFO').read_text(encoding='utf-8')
    header = text.split('\n\n')[0].splitlines()
    fields = dict(line.split(': ', 1) for line in header if ': ' in line and line[0] != ' ')
    name = f'{fields["Name"].replace("-", "_")}-{fields["Version"]}.dist-info'
    folder = Path(directory, name)
    folder.mkdir(parents=True)
    (folder / 'METADATA').write_text(text, encoding='utf-8')
    return name
