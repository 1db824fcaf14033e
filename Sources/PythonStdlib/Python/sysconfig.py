"""How this Python was made."""

import sys

__all__ = ["get_config_h_filename", "get_config_var", "get_config_vars", "get_path", "get_path_names", "get_paths",
           "get_platform", "get_python_version", "get_scheme_names"]

_vars = {"prefix": sys.prefix, "exec_prefix": sys.exec_prefix, "py_version": "3.12.0", "py_version_short": "3.12",
         "py_version_nodot": "312", "base": sys.prefix, "platbase": sys.exec_prefix, "EXT_SUFFIX": ".so",
         "SOABI": "wick", "Py_DEBUG": 0, "WITH_PYMALLOC": 0, "Py_ENABLE_SHARED": 0, "LIBDIR": sys.prefix + "/lib"}


def get_config_vars(*args):
    return [_vars.get(name) for name in args] if args else _vars


def get_config_var(name):
    return _vars.get(name)


def get_platform():
    return "linux-x86_64"


def get_python_version():
    return "3.12"


def get_scheme_names():
    return ("posix_home", "posix_prefix", "posix_user")


def get_path_names():
    return "stdlib", "platstdlib", "purelib", "platlib", "include", "platinclude", "scripts", "data"


def get_paths(scheme="posix_prefix", vars=None, expand=True):
    lib = sys.prefix + "/lib/python3.12"
    return {"stdlib": lib, "platstdlib": lib, "purelib": lib + "/site-packages", "platlib": lib + "/site-packages",
            "include": sys.prefix + "/include/python3.12", "platinclude": sys.prefix + "/include/python3.12",
            "scripts": sys.prefix + "/bin", "data": sys.prefix}


def get_path(name, scheme="posix_prefix", vars=None, expand=True):
    return get_paths()[name]


def is_python_build(check_home=False):
    return False


if __name__ == "__main__":
    from _programs.sysconfig import main
    main()
