"""Modules, layers and losses."""
import torch.nn.functional as functional
import torch.nn.init as init
import torch.nn.modules as modules
import torch.nn.utils as utils
from torch.nn.modules import *
from torch.nn.parameter import Buffer, Parameter
