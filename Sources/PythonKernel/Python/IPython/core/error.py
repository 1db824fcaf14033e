"""IPython's exceptions."""
class IPythonCoreError(Exception):
    pass
class TryNext(IPythonCoreError):
    pass
class UsageError(IPythonCoreError):
    """Error in magic function arguments, etc."""
class StdinNotImplementedError(IPythonCoreError, NotImplementedError):
    """raw_input was requested in a context where it is not supported."""
class InputRejected(Exception):
    """Input rejected by ast transformer."""
