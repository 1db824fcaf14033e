// How much memory is left before the system would end the process rather than let an allocation fail.
#ifndef WICK_MEMORY_SHIM_H
#define WICK_MEMORY_SHIM_H

#include <malloc.h>
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

/// Bytes that a block of malloc has room for.
static inline size_t wick_memory_room(void *block) { return malloc_usable_size(block); }

/// Sets malloc up for a program that runs Python; once, at its start.
void wick_memory_prepare(void);

#endif
