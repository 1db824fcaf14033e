// libzmq is loaded when a kernel opens its first socket: programs that run a script need neither the library nor the
// fifteen that it brings along (2 ms and 4 MB of each start).
//
// These functions have the names and types of libzmq's own, so that callers see its header alone. They are hidden:
// the library must not find them in place of its own.

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

static void *library;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  library = dlopen("libzmq.so.5", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) library = dlopen("libzmq.so", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) {
    fprintf(stderr, "wick: a kernel needs libzmq: %s\n", dlerror());
    exit(1);
  }
}

static void *find(const char *name) {
  pthread_once(&once, load);
  void *symbol = dlsym(library, name);
  if (symbol == NULL) {
    fprintf(stderr, "wick: libzmq lacks %s\n", name);
    exit(1);
  }
  return symbol;
}

// Finding a symbol twice does no harm, so that the pointers need no lock.
#define FORWARD(type, name, parameters, arguments)                                          \
  __attribute__((visibility("hidden"))) type name parameters {                              \
    static type(*function) parameters;                                                      \
    type(*known) parameters = __atomic_load_n(&function, __ATOMIC_ACQUIRE);                  \
    if (known == NULL) {                                                                    \
      *(void **)&known = find(#name);                                                       \
      __atomic_store_n(&function, known, __ATOMIC_RELEASE);                                 \
    }                                                                                       \
    return known arguments;                                                                 \
  }

FORWARD(void *, zmq_ctx_new, (void), ())
FORWARD(int, zmq_ctx_set, (void *context, int option, int value), (context, option, value))
FORWARD(int, zmq_ctx_term, (void *context), (context))
FORWARD(void *, zmq_socket, (void *context, int type), (context, type))
FORWARD(int, zmq_close, (void *socket), (socket))
FORWARD(int, zmq_bind, (void *socket, const char *address), (socket, address))
FORWARD(int, zmq_connect, (void *socket, const char *address), (socket, address))
FORWARD(int, zmq_setsockopt, (void *socket, int option, const void *value, size_t size), (socket, option, value, size))
FORWARD(int, zmq_getsockopt, (void *socket, int option, void *value, size_t *size), (socket, option, value, size))
FORWARD(int, zmq_send, (void *socket, const void *data, size_t size, int flags), (socket, data, size, flags))
FORWARD(int, zmq_msg_init, (void *message), (message))
FORWARD(int, zmq_msg_recv, (void *message, void *socket, int flags), (message, socket, flags))
FORWARD(int, zmq_msg_close, (void *message), (message))
FORWARD(void *, zmq_msg_data, (void *message), (message))
FORWARD(size_t, zmq_msg_size, (const void *message), (message))
FORWARD(int, zmq_msg_more, (const void *message), (message))
FORWARD(int, zmq_poll, (void *items, int count, long timeout), (items, count, timeout))
FORWARD(int, zmq_errno, (void), ())
FORWARD(const char *, zmq_strerror, (int number), (number))
