"""Mounts: absolute paths of a container's file system lead to the pod's folder on this machine.

Only the process's own view changes, never a file's content: what a ConfigMap or Secret says stays as it was written.
"""

import builtins
import functools
import io
import os
import re


class Paths:
    """The pod's mounts. The longest mount path wins. The sandbox's own folders are listed as leading to themselves."""

    def __init__(self, pairs):
        self._pairs = sorted(((mount.rstrip("/"), folder) for mount, folder in pairs), key=lambda pair: -len(pair[0]))
        mounts = "|".join(re.escape(mount) for mount, _ in self._pairs)
        # A mount path inside a longer text, such as one argument of a command line, ends at one of these.
        self._inside = re.compile(rf"(?<![\w./-])({mounts})(?=$|[/:;,'\"\s\])}}])") if self._pairs else None

    def translate(self, path):
        """Path on this machine of a path of the container; anything but an absolute path comes back as it is."""
        if isinstance(path, int):
            return path
        if isinstance(path, bytes):
            text = os.fsdecode(path)
            found = self.translate(text)
            return path if found == text else os.fsencode(found)
        text = os.fspath(path) if hasattr(path, "__fspath__") else path
        if not isinstance(text, str) or not text.startswith("/"):
            return path
        for mount, folder in self._pairs:
            if text == mount or text.startswith(mount + "/"):
                return path if mount == folder else folder + text[len(mount) :]
        return path

    def rewrite(self, text):
        """Translates the mount paths that occur in an argument of a program, which may not be a Python program."""
        if not isinstance(text, str) or self._inside is None:
            return self.translate(text)
        return self._inside.sub(lambda match: self.translate(match.group(1)), text)


def _first(paths, function):
    @functools.wraps(function)
    def call(path, *args, **kwargs):
        return function(paths.translate(path), *args, **kwargs)

    return call


def _both(paths, function):
    @functools.wraps(function)
    def call(source, target, *args, **kwargs):
        return function(paths.translate(source), paths.translate(target), *args, **kwargs)

    return call


def _optional(paths, function):
    @functools.wraps(function)
    def call(path=".", *args, **kwargs):
        return function(paths.translate(path), *args, **kwargs)

    return call


_ONE = (
    "open stat lstat access mkdir rmdir remove unlink chmod chown lchown utime truncate readlink statvfs chdir mkfifo "
    "pathconf"
).split()
_TWO = "rename replace link symlink".split()
_XATTR = "getxattr setxattr listxattr removexattr".split()


def patch_os(paths):
    """Redirects the functions of os, io and builtins that take a path."""
    supports = [os.supports_dir_fd, os.supports_fd, os.supports_follow_symlinks, os.supports_effective_ids]
    wrappers = [(name, _first) for name in _ONE + _XATTR] + [(name, _both) for name in _TWO]
    wrappers += [(name, _optional) for name in ("listdir", "scandir")]
    for name, wrapper in wrappers:
        original = getattr(os, name, None)
        if original is None:
            continue
        wrapped = wrapper(paths, original)
        setattr(os, name, wrapped)
        for known in supports:  # shutil and others ask these sets what a function can do
            if original in known:
                known.add(wrapped)
    os.path.realpath = _first(paths, os.path.realpath)
    for name in ("execv", "execve"):
        original = getattr(os, name)
        setattr(os, name, _exec(paths, original))
    io.open = _first(paths, io.open)
    builtins.open = io.open
    io.open_code = _first(paths, io.open_code)


def _exec(paths, function):
    @functools.wraps(function)
    def call(path, argv, *env):
        return function(paths.translate(path), [paths.rewrite(argument) for argument in argv], *env)

    return call


def patch_subprocess(module, paths, inherited):
    """Redirects program, arguments and folder of child processes, and keeps them in the pod in a new environment."""
    original = module.Popen.__init__

    @functools.wraps(original)
    def init(self, args, *rest, **options):
        if isinstance(args, (list, tuple)):
            args = [paths.rewrite(argument) for argument in args]
        else:
            args = paths.rewrite(args)
        for name in ("executable", "cwd"):
            if options.get(name) is not None:
                options[name] = paths.translate(options[name])
        if options.get("env") is not None:
            options["env"] = _environment(options["env"], inherited)
        original(self, args, *rest, **options)

    module.Popen.__init__ = init


def _environment(env, inherited):
    kept = dict(env)
    for name, value in inherited.items():
        if name == "PYTHONPATH":
            parts = [part for part in kept.get(name, "").split(os.pathsep) if part and part not in value]
            kept[name] = os.pathsep.join([*value, *parts])
        else:
            kept.setdefault(name, value)
    return kept


def patch_ssl(module, paths):
    """Redirects certificates, which OpenSSL opens by itself."""
    context = module.SSLContext
    verify, chain = context.load_verify_locations, context.load_cert_chain

    @functools.wraps(verify)
    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        return verify(self, paths.translate(cafile), paths.translate(capath), cadata)

    @functools.wraps(chain)
    def load_cert_chain(self, certfile, keyfile=None, password=None):
        return chain(self, paths.translate(certfile), paths.translate(keyfile), password)

    context.load_verify_locations = load_verify_locations
    context.load_cert_chain = load_cert_chain


def patch_sqlite(module, paths):
    """Redirects databases, which SQLite opens by itself."""
    module.connect = _first(paths, module.connect)
    module.dbapi2.connect = module.connect
