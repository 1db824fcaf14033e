"""`python -m sysconfig`: prints what is known about the installation."""
import sysconfig


def main():
    print(f'Platform: "{sysconfig.get_platform()}"')
    print(f'Python version: "{sysconfig.get_python_version()}"')
    print(f'Current installation scheme: "{sysconfig.get_default_scheme()}"')
    for title, values in (("Paths", sysconfig.get_paths()), ("Variables", sysconfig.get_config_vars())):
        print(f"\n{title}: ")
        for key in sorted(values):
            print(f'\t{key} = "{values[key]}"')
