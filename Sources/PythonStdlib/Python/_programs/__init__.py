"""What modules of the library do as programs (`-m MODULE`): each has a module of its name here, read when it is run as one."""
