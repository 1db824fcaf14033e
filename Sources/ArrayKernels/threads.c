// A few threads that share the work of large loops.
//
// Each worker has a box of its own: the caller offers a piece in it, the worker takes it, and what no worker took by the
// time the caller is done with its own piece, the caller takes back. A worker that finds nothing looks on for a while,
// because the next operation of a program usually follows at once, and sleeps then: waking it costs 10 to 50 us.
#include "ArrayKernelsThreads.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <stdatomic.h>
#include <stddef.h>
#include <time.h>

typedef int32_t (*range_body)(intptr_t start, intptr_t end, __attribute__((swift_context)) void *context)
    __attribute__((swiftcall));

enum { MOST_WORKERS = 63, LOOKS_BETWEEN_CLOCKS = 64, NANOSECONDS_AWAKE = 100000 };

typedef struct piece {
  void *function, *context;
  intptr_t start, end;
  int32_t *status;
} piece;

typedef struct worker {
  _Alignas(64) _Atomic(piece *) box;  // NULL: nothing; &taken: at work
  atomic_int asleep;
  pthread_mutex_t lock;
  pthread_cond_t wake;
} worker;

static piece taken;
static worker workers[MOST_WORKERS];
static int worker_count;                          // only the caller that holds `busy` reads and writes it
static atomic_flag busy = ATOMIC_FLAG_INIT;  // a second caller does all its work itself

static void run(const piece *p) { *p->status = ((range_body)p->function)(p->start, p->end, p->context); }

static void rest(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static piece *next_piece(worker *w) {
  int64_t until = now() + NANOSECONDS_AWAKE;
  do {
    for (int look = 0; look < LOOKS_BETWEEN_CLOCKS; look++) {
      piece *p = atomic_load_explicit(&w->box, memory_order_acquire);
      if (p) return p;
      rest();
    }
  } while (now() < until);
  pthread_mutex_lock(&w->lock);
  atomic_store(&w->asleep, 1);
  piece *p;
  while (!(p = atomic_load(&w->box))) pthread_cond_wait(&w->wake, &w->lock);
  atomic_store(&w->asleep, 0);
  pthread_mutex_unlock(&w->lock);
  return p;
}

static void *work(void *argument) {
  worker *w = argument;
  for (;;) {
    piece *p = next_piece(w);
    // Lost against the caller, who took it back.
    if (!atomic_compare_exchange_strong(&w->box, &p, &taken)) continue;
    run(p);
    atomic_store_explicit(&w->box, NULL, memory_order_release);
  }
  return NULL;
}

// A child has none of its parent's workers.
static void forget_workers(void) {
  memset(workers, 0, sizeof workers);
  worker_count = 0;
  atomic_flag_clear(&busy);
}

static void hire(int wanted) {
  static int is_registered = 0;
  if (!is_registered) is_registered = pthread_atfork(NULL, NULL, forget_workers) == 0;
  if (wanted > MOST_WORKERS) wanted = MOST_WORKERS;
  if (worker_count >= wanted) return;
  // Signals are for the threads that expect them.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  while (worker_count < wanted) {
    worker *w = &workers[worker_count];
    pthread_mutex_init(&w->lock, NULL);
    pthread_cond_init(&w->wake, NULL);
    pthread_t thread;
    if (pthread_create(&thread, NULL, work, w)) break;
    pthread_detach(thread);
    worker_count++;
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void wick_split(void *function, void *context, intptr_t count, intptr_t size, intptr_t pieces, int32_t *statuses) {
  if (atomic_flag_test_and_set(&busy)) {
    for (intptr_t k = 0; k < pieces; k++) {
      intptr_t start = k * size, end = start + size < count ? start + size : count;
      if (start < end) run(&(piece){function, context, start, end, &statuses[k]});
    }
    return;
  }
  hire((int)(pieces < MOST_WORKERS ? pieces : MOST_WORKERS) - 1);
  piece parts[MOST_WORKERS + 1];
  int offered = 0;
  // The caller's own share: the first piece and those there are no workers for.
  for (int k = 0; k < worker_count && k + 1 < pieces; k++) {
    piece *p = &parts[k];
    intptr_t start = (k + 1) * size, end = start + size < count ? start + size : count;
    *p = (piece){function, context, start, end, &statuses[k + 1]};
    if (start >= end) break;
    atomic_store(&workers[k].box, p);
    if (atomic_load(&workers[k].asleep)) {
      pthread_mutex_lock(&workers[k].lock);
      pthread_cond_signal(&workers[k].wake);
      pthread_mutex_unlock(&workers[k].lock);
    }
    offered++;
  }
  for (intptr_t k = 0; k < pieces; k += k == 0 ? offered + 1 : 1) {
    intptr_t start = k * size, end = start + size < count ? start + size : count;
    if (start < end) run(&(piece){function, context, start, end, &statuses[k]});
  }
  for (int k = 0; k < offered; k++) {
    piece *mine = &parts[k];
    if (atomic_compare_exchange_strong(&workers[k].box, &mine, NULL)) {
      run(&parts[k]);
      continue;
    }
    for (unsigned look = 0; atomic_load_explicit(&workers[k].box, memory_order_acquire); look++) {
      if (look > 2000) sched_yield();
      else rest();
    }
  }
  atomic_flag_clear(&busy);
}
