// What Swift cannot call of libzmq's neighbourhood: macros with casts and variadic system calls.
#ifndef WICK_ZMQ_SHIM_H
#define WICK_ZMQ_SHIM_H

#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <zmq.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// errno of a call after zmq_ctx_term.
static inline int wick_zmq_eterm(void) { return ETERM; }

/// A descriptor that becomes readable when the process ends, or -1 (kernels before 5.3).
static inline int wick_pidfd_open(int pid) {
#ifdef SYS_pidfd_open
  return (int)syscall(SYS_pidfd_open, pid, 0);
#else
  return -1;
#endif
}

/// Bytes that wait to be read from a descriptor, or -1.
static inline int wick_bytes_readable(int fd) {
  int count = 0;
  return ioctl(fd, FIONREAD, &count) == 0 ? count : -1;
}

/// A non-blocking eventfd, or -1.
static inline int wick_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

/// Adds one to an eventfd; async-signal-safe.
static inline void wick_eventfd_signal(int fd) {
  uint64_t one = 1;
  ssize_t written = write(fd, &one, sizeof one);
  (void)written;
}

/// Takes back everything that was added to an eventfd.
static inline void wick_eventfd_clear(int fd) {
  uint64_t count;
  ssize_t got = read(fd, &count, sizeof count);
  (void)got;
}

/// Names the calling thread for debuggers and `top`.
static inline void wick_name_thread(const char *name) { prctl(PR_SET_NAME, name, 0, 0, 0); }

/// Fills a buffer with random bytes; 1 if it did.
static inline int wick_random(void *buffer, size_t count) {
  return getrandom(buffer, count, 0) == (ssize_t)count;
}

#endif
