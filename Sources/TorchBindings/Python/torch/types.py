"""Names of types for annotations."""
import builtins
import os
from typing import IO, Any, List, Optional, Sequence, Tuple, Union

import torch
from torch import device as _device

__all__ = ['Number', 'Device', 'FileLike', 'Storage']

Tensor = torch.Tensor
Number = Union[int, float, bool]
Device = Optional[Union[_device, str, int]]
FileLike = Union[str, 'os.PathLike[str]', IO[bytes]]
_TensorOrTensors = Union[Tensor, Sequence[Tensor]]
_int, _float, _bool = builtins.int, builtins.float, builtins.bool
_size = Union[torch.Size, List[int], Tuple[int, ...]]
_symsize = _size
_dispatchkey = Union[str, Any]
Storage = Any
