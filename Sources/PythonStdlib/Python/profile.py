"""Where a program spends its time: the same as cProfile."""
from cProfile import Profile, run, runctx

__all__ = ["run", "runctx", "Profile"]


if __name__ == "__main__":
    from _programs.cProfile import main
    main("profile")
