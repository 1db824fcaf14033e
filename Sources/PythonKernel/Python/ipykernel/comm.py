from comm import Comm, CommManager
