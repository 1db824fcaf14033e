"""`torch.hub`: weights and repositories from elsewhere."""
import hashlib
import os
import re
import shutil
import sys
import tempfile
import urllib.parse
import urllib.request
import zipfile

import torch

__all__ = ['download_url_to_file', 'get_dir', 'help', 'list', 'load', 'load_state_dict_from_url', 'set_dir']

_hash = re.compile(r'-([a-f0-9]*)\.')
_chosen = None


def get_dir():
    """The folder of what was downloaded."""
    if _chosen is not None:
        return _chosen
    home = os.environ.get('TORCH_HOME') or os.path.join(
        os.environ.get('XDG_CACHE_HOME') or os.path.join(os.path.expanduser('~'), '.cache'), 'torch')
    return os.path.join(os.path.expanduser(home), 'hub')


def set_dir(d):
    global _chosen
    _chosen = os.path.expanduser(d)


def download_url_to_file(url, dst, hash_prefix=None, progress=True):
    """Downloads to a file, which is there only when it is whole."""
    dst = os.path.expanduser(dst)
    digest = hashlib.sha256()
    part = tempfile.NamedTemporaryFile(delete=False, dir=os.path.dirname(dst) or '.')
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers={'User-Agent': 'torch.hub'})) as answer:
            while True:
                data = answer.read(1 << 17)
                if not data:
                    break
                part.write(data)
                if hash_prefix is not None:
                    digest.update(data)
        part.close()
        found = digest.hexdigest()
        if hash_prefix is not None and not found.startswith(hash_prefix):
            raise RuntimeError(f'invalid hash value (expected "{hash_prefix}", got "{found}")')
        shutil.move(part.name, dst)
    finally:
        part.close()
        if os.path.exists(part.name):
            os.remove(part.name)


def load_state_dict_from_url(url, model_dir=None, map_location=None, progress=True, check_hash=False, file_name=None,
                             weights_only=False):
    """What `torch.load` reads from an address; downloaded once."""
    if model_dir is None:
        model_dir = os.path.join(get_dir(), 'checkpoints')
    os.makedirs(model_dir, exist_ok=True)
    name = file_name or os.path.basename(urllib.parse.urlparse(url).path)
    path = os.path.join(model_dir, name)
    if not os.path.exists(path):
        sys.stderr.write(f'Downloading: "{url}" to {path}\n')
        found = _hash.search(name) if check_hash else None
        download_url_to_file(url, path, found.group(1) if found else None, progress)
    return torch.load(path, map_location=map_location, weights_only=weights_only)


def _folder(repo, source, force_reload, verbose):
    if source == 'local':
        return repo
    spec, _, branch = repo.partition(':')
    owner, slash, name = spec.partition('/')
    if not slash:
        raise ValueError('not enough values to unpack (expected 2, got 1)')
    branch = branch or 'main'
    folder = os.path.join(get_dir(), '_'.join([owner, name, branch.replace('/', '_')]))
    if force_reload and os.path.exists(folder):
        shutil.rmtree(folder)
    if os.path.exists(folder):
        if verbose:
            sys.stderr.write(f'Using cache found in {folder}\n')
        return folder
    os.makedirs(get_dir(), exist_ok=True)
    url = f'https://github.com/{owner}/{name}/zipball/{branch}'
    sys.stderr.write(f'Downloading: "{url}" to {folder}\n')
    archive = folder + '.zip'
    download_url_to_file(url, archive, progress=False)
    with zipfile.ZipFile(archive) as file:
        top = file.infolist()[0].filename.split('/')[0]
        file.extractall(get_dir())
    os.remove(archive)
    shutil.move(os.path.join(get_dir(), top), folder)
    return folder


def _hubconf(folder):
    import importlib.util
    path = os.path.join(folder, 'hubconf.py')
    sys.path.insert(0, folder)
    try:
        spec = importlib.util.spec_from_file_location('hubconf', path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(folder)
    for name in getattr(module, 'dependencies', ()):
        if importlib.util.find_spec(name) is None:
            raise RuntimeError(f'Missing dependencies: {name}')
    return module


def _check(source):
    if source not in ('github', 'local'):
        raise ValueError(f'Unknown source: "{source}". Allowed values: "github" | "local".')


def load(repo_or_dir, model, *args, source='github', trust_repo=None, force_reload=False, verbose=True,
         skip_validation=False, **kwargs):
    """Calls an entry point of a repository's hubconf.py."""
    source = source.lower()
    _check(source)
    module = _hubconf(_folder(repo_or_dir, source, force_reload, verbose))
    entry = getattr(module, model, None)
    if not callable(entry):
        raise RuntimeError(f'Cannot find callable {model} in hubconf')
    return entry(*args, **kwargs)


def list(github, force_reload=False, skip_validation=False, trust_repo=None, verbose=True):
    """Names of the entry points of a repository."""
    module = _hubconf(_folder(github, 'github', force_reload, verbose))
    return [name for name in dir(module) if callable(getattr(module, name)) and not name.startswith('_')]


def help(github, model, force_reload=False, skip_validation=False, trust_repo=None):
    """The documentation of an entry point."""
    return getattr(_hubconf(_folder(github, 'github', force_reload, False)), model).__doc__
