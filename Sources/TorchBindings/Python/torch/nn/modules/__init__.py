"""Modules, layers and losses, by file as in torch."""
from torch.nn.modules.module import *
from torch.nn.modules.container import *
from torch.nn.modules.linear import *
from torch.nn.modules.conv import *
from torch.nn.modules.pooling import *
from torch.nn.modules.batchnorm import *
from torch.nn.modules.instancenorm import *
from torch.nn.modules.normalization import *
from torch.nn.modules.dropout import *
from torch.nn.modules.sparse import *
from torch.nn.modules.flatten import *
from torch.nn.modules.upsampling import *
from torch.nn.modules.pixelshuffle import *
from torch.nn.modules.channelshuffle import *
from torch.nn.modules.padding import *
from torch.nn.modules.fold import *
from torch.nn.modules.distance import *
from torch.nn.modules.activation import *
from torch.nn.modules.loss import *
from torch.nn.modules.rnn import *
from torch.nn.modules.transformer import *

__all__ = [name for name, value in list(globals().items())
           if isinstance(value, type) and issubclass(value, Module) and not name.startswith('_')]
