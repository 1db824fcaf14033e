// How much memory is left before the system would end the process rather than let an allocation fail.
#ifndef WICK_MEMORY_SHIM_H
#define WICK_MEMORY_SHIM_H

#include <malloc.h>
#include <stdbool.h>
#include <stdint.h>

#include "Slab.h"

/// Bytes that the process may still take: the least of what the machine has, what its control group allows and what its
/// own limit of address space leaves. Reads a few files of /proc and /sys; INT64_MAX where there are none.
int64_t wick_memory_left(void);

/// Sets how many bytes the process may hold; `wick_memory_left` heeds it. Call it before there are other threads.
void wick_memory_limit(int64_t bytes);

/// Bytes that the process holds.
int64_t wick_memory_held(void);

/// Gives the free parts of the heap back to the system.
void wick_memory_trim(void);

/// Sets what gives up blocks that are kept for reuse; `wick_memory_release_kept` calls it.
void wick_memory_on_release(void (*release)(void));

/// Has kept blocks given up: the program rests, or memory is short. Only for who holds the interpreter lock.
void wick_memory_release_kept(void);

/// Asks for huge pages for a range of whole pages, unless they have come slowly; `is_fresh`: nothing of it was written yet.
void wick_memory_huge(uintptr_t start, uintptr_t end, bool is_fresh);

/// Asks for huge pages where a block is to be written for the first time.
void wick_memory_advise(void *block, size_t bytes);

/// A new block of malloc, on huge pages where it is large: a page of 4 kB costs as much as copying four of them.
static inline void *wick_memory_large(void *block, size_t bytes) {
  if (__builtin_expect(bytes >= (size_t)1 << 20, 0) && block) wick_memory_advise(block, bytes);
  return block;
}

/// Bytes that a block of malloc has room for.
static inline size_t wick_memory_room(void *block) { return malloc_usable_size(block); }

/// Sets malloc up for a program that runs Python; once, at its start.
void wick_memory_prepare(void);

#endif
