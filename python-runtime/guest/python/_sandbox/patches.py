"""What is changed in modules of others when a program imports them."""

import functools
import importlib.machinery
import os
import pathlib
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


def _patch_read_html(module: Any) -> None:
    # Its default is lxml, which not every image has, and then what is here.
    validate = module._validate_flavor

    def validate_flavor(flavor: Any) -> Any:
        from _sandbox.nearest import is_there  # noqa: PLC0415

        return ('bs4',) if flavor is None and not is_there('lxml') else validate(flavor)

    module._validate_flavor = validate_flavor


def _patch_plotly(name: str) -> Callable[[ModuleType], None]:
    def patch(module: ModuleType) -> None:
        from _sandbox import plotly_figures  # noqa: PLC0415

        getattr(plotly_figures, name)(module)

    return patch


def _patch_fpdf(module: Any) -> None:
    add_font = module.FPDF.add_font

    @functools.wraps(add_font)
    def add_font_or_nearest(
        self: Any,
        family: Any = None,
        style: Any = '',
        fname: Any = None,
        *more: Any,
        **options: Any,
    ) -> Any:
        from _sandbox import fonts  # noqa: PLC0415

        if fname and not os.path.exists(fname):
            family, fname = family or pathlib.Path(fname).stem, fonts.nearest(fname)
        return add_font(self, family, style, fname, *more, **options)

    module.FPDF.add_font = add_font_or_nearest


def _patch_reportlab_fonts(module: Any) -> None:
    open_file = module.TTFOpenFile

    def open_or_nearest(name: Any) -> Any:
        from _sandbox import fonts  # noqa: PLC0415

        try:
            return open_file(name)
        except module.TTFError:
            return open_file(fonts.nearest(name))

    module.TTFOpenFile = open_or_nearest


def _patch_joblib(module: Any) -> None:
    # It goes one after the other by itself, without a word.
    call = module.Parallel.__call__

    @functools.wraps(call)
    def call_and_tell(self: Any, iterable: Any) -> Any:
        from _sandbox import pools  # noqa: PLC0415

        if self.n_jobs not in (None, 1):
            pools.tell()
        return call(self, iterable)

    module.Parallel.__call__ = call_and_tell


def _patch_matrix_market(module: Any) -> None:
    # Its default is a thread for each processor.
    module.PARALLELISM = 1


def _patch_threadpoolctl(module: Any) -> None:
    # The pools that it looks for are in libraries that are loaded apart, of which there are none.
    module.ThreadpoolController._load_libraries = lambda _self: None


_PATCHES: dict[str, Callable[[ModuleType], None]] = {
    'PIL.ImageFont': _patch_image_font,
    'concurrent.futures': _patch_futures,
    'concurrent.futures.process': _patch_futures,
    'concurrent.futures.thread': _patch_futures,
    'fpdf.fpdf': _patch_fpdf,
    'joblib.parallel': _patch_joblib,
    'multiprocessing.context': _patch_context,
    'multiprocessing.pool': _patch_pool,
    'multiprocessing.process': _patch_process,
    'pandas.io.html': _patch_read_html,
    'plotly.basedatatypes': _patch_plotly('patch_base'),
    'plotly.io._html': _patch_plotly('patch_html'),
    'plotly.io._kaleido': _patch_plotly('patch_images'),
    'plotly.io._renderers': _patch_plotly('patch_renderers'),
    'reportlab.pdfbase.ttfonts': _patch_reportlab_fonts,
    'scipy.io._fast_matrix_market': _patch_matrix_market,
    'threadpoolctl': _patch_threadpoolctl,
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
