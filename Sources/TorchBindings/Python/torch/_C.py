"""Names of `torch._C` that programs use: who takes functions over, and types."""
import torch

TensorBase = torch.Tensor
_LinAlgError = torch._LinAlgError
_disabled_torch_function_impl = torch._disabled_torch_function_impl
_get_tracing_state = torch.jit._get_tracing_state if hasattr(torch.jit, '_get_tracing_state') else lambda: None


class _Off:
    def __enter__(self):
        before = torch._torch_function_off()
        self._before = torch._set_torch_function_off(True, before[1] or self._all)

    def __exit__(self, *args):
        torch._set_torch_function_off(*self._before)


class DisableTorchFunctionSubclass(_Off):
    """Within it subclasses of Tensor are plain tensors."""
    _all = False


class DisableTorchFunction(_Off):
    """Within it nothing takes functions over, modes neither."""
    _all = True


def _is_torch_function_enabled():
    return not torch._torch_function_off()[0]


def _is_torch_function_all_disabled():
    return torch._torch_function_off()[1]


def _is_torch_function_mode_enabled():
    return not torch._torch_function_off()[1] and len(torch._torch_function_modes()) > 0


def _len_torch_function_stack():
    return len(torch._torch_function_modes())


def _get_function_stack_at(level):
    return torch._torch_function_modes()[level]


_push_on_torch_function_stack = torch._push_torch_function_mode
_pop_torch_function_stack = torch._pop_torch_function_mode


def _has_torch_function(args):
    return torch.overrides.has_torch_function(args)


def _has_torch_function_unary(arg):
    return torch.overrides.has_torch_function((arg,))


def _has_torch_function_variadic(*args):
    return torch.overrides.has_torch_function(args)
