from comm import *
from comm import BaseComm, CommManager
