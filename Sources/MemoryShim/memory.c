#define _GNU_SOURCE
#include "MemoryShim.h"

#include <fcntl.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/// Reads a small file as text; 0 if there is none.
static int read_text(const char *path, char *buffer, size_t size) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t count = read(file, buffer, size - 1);
  close(file);
  if (count <= 0) return 0;
  buffer[count] = 0;
  return 1;
}

/// The number after a name at the start of a line; -1 if there is none.
static int64_t field(const char *text, const char *name) {
  size_t length = strlen(name);
  for (const char *line = text; line != NULL && *line != 0;) {
    if (strncmp(line, name, length) == 0) return strtoll(line + length, NULL, 10);
    line = strchr(line, '\n');
    if (line != NULL) line++;
  }
  return -1;
}

static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

/// What a control group leaves; `limit`, `used` and `stat` are its files.
static int64_t left_in_group(const char *limit, const char *used, const char *stat, const char *cache) {
  char text[4096];
  if (!read_text(limit, text, sizeof text) || text[0] < '0' || text[0] > '9') return INT64_MAX;
  int64_t most = strtoll(text, NULL, 10);
  if (most <= 0 || most > (INT64_C(1) << 50) || !read_text(used, text, sizeof text)) return INT64_MAX;
  int64_t taken = strtoll(text, NULL, 10);
  int64_t reusable = read_text(stat, text, sizeof text) ? field(text, cache) : -1;
  int64_t left = most - taken + (reusable > 0 ? reusable : 0);
  return left > 0 ? left : 0;
}

static int64_t own_limit = INT64_MAX;

void wick_memory_limit(int64_t bytes) { own_limit = bytes; }

int64_t wick_memory_left(void) {
  char text[4096];
  int64_t left = INT64_MAX;
  if (own_limit != INT64_MAX) {
    int64_t room = own_limit - wick_memory_held();
    left = room > 0 ? room : 0;
  }
  if (read_text("/proc/meminfo", text, sizeof text)) {
    int64_t available = field(text, "MemAvailable:"), swap = field(text, "SwapFree:");
    if (available >= 0) left = least(left, (available + (swap > 0 ? swap : 0)) * 1024);
  }
  left = least(left, left_in_group("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current",
                                   "/sys/fs/cgroup/memory.stat", "inactive_file "));
  left = least(left, left_in_group("/sys/fs/cgroup/memory/memory.limit_in_bytes",
                                   "/sys/fs/cgroup/memory/memory.usage_in_bytes",
                                   "/sys/fs/cgroup/memory/memory.stat", "total_inactive_file "));
  struct rlimit limit;
  if (getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY &&
      read_text("/proc/self/statm", text, sizeof text)) {
    int64_t room = (int64_t)limit.rlim_cur - strtoll(text, NULL, 10) * sysconf(_SC_PAGESIZE);
    left = least(left, room > 0 ? room : 0);
  }
  return left;
}

int64_t wick_memory_held(void) {
  char text[256];
  if (!read_text("/proc/self/statm", text, sizeof text)) return 0;
  const char *resident = strchr(text, ' ');
  return resident == NULL ? 0 : strtoll(resident, NULL, 10) * sysconf(_SC_PAGESIZE);
}

enum { HUGE_PAGE = 2 << 20, SMALL_HEAP = 8 << 20 };

/// How much memory goes by small pages before a huge one is tried again.
static size_t small_left;

static int64_t thread_nanoseconds(void) {
  struct timespec now;
  return clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0 ? now.tv_sec * INT64_C(1000000000) + now.tv_nsec : 0;
}

// A guest whose host takes free memory back gets a huge page by 512 faults of the host: 2 to 8 ms in place of 0.2 ms, and of
// 1.4 ms by small pages. So one page is taken at once and timed.
void wick_memory_huge(uintptr_t start, uintptr_t end, bool is_fresh) {
  enum { SLOW = 1300000, AGAIN = 256 << 20 };
  uintptr_t probe = (end & ~(uintptr_t)(HUGE_PAGE - 1)) - HUGE_PAGE;
  if (small_left > 0) {
    small_left = small_left > end - start ? small_left - (end - start) : 0;
    return;
  }
  madvise((void *)start, end - start, MADV_HUGEPAGE);
#ifdef MADV_POPULATE_WRITE
  if (end - start < HUGE_PAGE || probe < start || (!is_fresh && end - start < 8 * (uintptr_t)HUGE_PAGE)) return;
  int64_t before = thread_nanoseconds();
  if (madvise((void *)probe, HUGE_PAGE, MADV_POPULATE_WRITE) != 0) return;
  if (thread_nanoseconds() - before > SLOW) {
    small_left = AGAIN;
    if (!is_fresh) madvise((void *)start, end - start, MADV_NOHUGEPAGE);
  }
#endif
}

/// Where the heap begins, and up to where it was advised.
static uintptr_t heap_start, heap_advised;

void wick_memory_advise(void *block, size_t bytes) {
  uintptr_t start = (uintptr_t)block, end = start + bytes, top = (uintptr_t)sbrk(0);
  if (heap_start != 0 && start >= heap_start && start < top) {
    // All that the heap has grown by, and from now on it grows by more than a page at a time.
    if (heap_advised == 0) mallopt(M_TOP_PAD, 4 * HUGE_PAGE);
    if (heap_advised > top) heap_advised = top;
    uintptr_t first = heap_start + SMALL_HEAP;
    start = heap_advised > first ? heap_advised : first;
    end = heap_advised = top;
    start = (start + HUGE_PAGE - 1) & ~(uintptr_t)(HUGE_PAGE - 1);
    end &= ~(uintptr_t)(HUGE_PAGE - 1);
  } else {
    // A mapping of its own, whole: the system does not grow one whose parts differ, and realloc would copy it.
    start &= ~(uintptr_t)4095;
    end = ((uintptr_t)block + malloc_usable_size(block) + 4095) & ~(uintptr_t)4095;
  }
  // Only advice: where the system has no huge pages, small ones do.
  if (start < end) wick_memory_huge(start, end, false);
}

static void (*release_kept)(void);

void wick_memory_on_release(void (*release)(void)) { release_kept = release; }

void wick_memory_release_kept(void) {
  if (release_kept != NULL) release_kept();
}

void wick_memory_trim(void) {
  wick_slab_trim();
  malloc_trim(0);
}

void wick_memory_prepare(void) {
  heap_start = (uintptr_t)sbrk(0);
  // Python runs in a thread of its own, whose arena malloc would let grow page by page.
  mallopt(M_ARENA_MAX, 1);
  // A page given back and taken again costs a microsecond and a half.
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TOP_PAD, 1 << 20);
}
