"""Runs a patch once a module has been imported, so that programs that never import it pay nothing."""

import importlib.abc
import importlib.util
import sys

_patches = {}


def when_imported(name, patch):
    """Calls patch(module) now if the module is loaded, else right after its first import."""
    module = sys.modules.get(name)
    if module is not None:
        patch(module)
    else:
        _patches[name] = patch


class _Loader(importlib.abc.Loader):
    def __init__(self, loader, patch):
        self._loader = loader
        self._patch = patch

    def create_module(self, spec):
        return self._loader.create_module(spec)

    def exec_module(self, module):
        self._loader.exec_module(module)
        self._patch(module)

    def __getattr__(self, name):
        return getattr(self._loader, name)


class _Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        patch = _patches.pop(name, None)
        if patch is None:
            return None
        spec = importlib.util.find_spec(name)
        if spec is None or spec.loader is None:
            _patches[name] = patch
            return None
        spec.loader = _Loader(spec.loader, patch)
        return spec


sys.meta_path.insert(0, _Finder())
