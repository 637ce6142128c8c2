"""What is changed in modules of others when a program imports them."""

import importlib.machinery
import sys
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any


def install() -> None:
    """Changes what is imported already, and from now on what will be."""
    sys.meta_path.insert(0, _Finder())
    for name, patch in _PATCHES.items():
        module = sys.modules.get(name)
        if module is not None:
            patch(module)


def _patch_futures(module: Any) -> None:
    from _sandbox import pools  # noqa: PLC0415

    module.ThreadPoolExecutor = pools.ThreadPoolExecutor
    module.ProcessPoolExecutor = pools.ProcessPoolExecutor


def _patch_pool(module: Any) -> None:
    from _sandbox import pools  # noqa: PLC0415

    module.Pool, module.ThreadPool = pools.Pool, pools.ThreadPool


def _patch_context(module: Any) -> None:
    def pool(_context: Any, *arguments: Any, **options: Any) -> Any:
        from _sandbox import pools  # noqa: PLC0415

        return pools.Pool(*arguments, **options)

    module.BaseContext.Pool = pool


def _patch_process(module: Any) -> None:
    from _sandbox import processes  # noqa: PLC0415

    module.BaseProcess.start = processes.refuse_start


def _patch_image_font(module: Any) -> None:
    from _sandbox import fonts  # noqa: PLC0415

    module.truetype = fonts.finding(module.truetype)


def _patch_tqdm(module: Any) -> None:
    # Its monitor is a thread that never ends.
    module.tqdm.monitor_interval = 0


def _patch_tqdm_notebook(module: Any) -> None:
    # Its bars are widgets of a notebook; those of a terminal are here.
    from tqdm.std import tqdm, trange  # noqa: PLC0415

    module.tqdm = module.tqdm_notebook = tqdm
    module.trange = module.tnrange = trange


_PATCHES: dict[str, Callable[[ModuleType], None]] = {
    'PIL.ImageFont': _patch_image_font,
    'concurrent.futures': _patch_futures,
    'concurrent.futures.process': _patch_futures,
    'concurrent.futures.thread': _patch_futures,
    'multiprocessing.context': _patch_context,
    'multiprocessing.pool': _patch_pool,
    'multiprocessing.process': _patch_process,
    'tqdm.notebook': _patch_tqdm_notebook,
    'tqdm.std': _patch_tqdm,
}


class _Finder:
    def find_spec(
        self, name: str, path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        patch = _PATCHES.get(name)
        spec = None if patch is None else importlib.machinery.PathFinder.find_spec(name, path)
        if spec is not None and patch is not None:
            spec.loader = _Loader(spec.loader, patch)
        return spec


class _Loader:
    def __init__(self, loader: Any, patch: Callable[[ModuleType], None]) -> None:
        self._loader, self._patch = loader, patch

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loader, name)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        module: ModuleType | None = self._loader.create_module(spec)
        return module

    def exec_module(self, module: ModuleType) -> None:
        self._loader.exec_module(module)
        self._patch(module)
