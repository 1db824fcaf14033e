"""Modules, layers and losses."""
import torch.nn.functional as functional
from torch.nn._module import (Buffer, Module, ModuleDict, ModuleList, Parameter, ParameterDict, ParameterList,
                              Sequential)
import torch.nn.init as init
from torch.nn._layers import *
from torch.nn._activation import *
from torch.nn._recurrent import *
from torch.nn._attention import *
import torch.nn.utils as utils
from torch.nn import _module as modules
