// libzmq is loaded when a kernel opens its first socket: programs that run a script need neither the library nor the
// fifteen that it brings along (2 ms and 4 MB of each start).

#include "LibraryShim.h"

static wick_library zmq = {"libzmq.so.5", "libzmq.so", "a kernel needs libzmq", NULL};

FORWARD(zmq, void *, zmq_ctx_new, (void), ())
FORWARD(zmq, int, zmq_ctx_set, (void *context, int option, int value), (context, option, value))
FORWARD(zmq, int, zmq_ctx_term, (void *context), (context))
FORWARD(zmq, void *, zmq_socket, (void *context, int type), (context, type))
FORWARD(zmq, int, zmq_close, (void *socket), (socket))
FORWARD(zmq, int, zmq_bind, (void *socket, const char *address), (socket, address))
FORWARD(zmq, int, zmq_connect, (void *socket, const char *address), (socket, address))
FORWARD(zmq, int, zmq_setsockopt, (void *socket, int option, const void *value, size_t size),
        (socket, option, value, size))
FORWARD(zmq, int, zmq_getsockopt, (void *socket, int option, void *value, size_t *size), (socket, option, value, size))
FORWARD(zmq, int, zmq_send, (void *socket, const void *data, size_t size, int flags), (socket, data, size, flags))
FORWARD(zmq, int, zmq_msg_init, (void *message), (message))
FORWARD(zmq, int, zmq_msg_recv, (void *message, void *socket, int flags), (message, socket, flags))
FORWARD(zmq, int, zmq_msg_close, (void *message), (message))
FORWARD(zmq, void *, zmq_msg_data, (void *message), (message))
FORWARD(zmq, size_t, zmq_msg_size, (const void *message), (message))
FORWARD(zmq, int, zmq_msg_more, (const void *message), (message))
FORWARD(zmq, int, zmq_poll, (void *items, int count, long timeout), (items, count, timeout))
FORWARD(zmq, int, zmq_errno, (void), ())
FORWARD(zmq, const char *, zmq_strerror, (int number), (number))
