// Sharing a large loop among threads.
#ifndef WICK_ARRAY_KERNELS_THREADS_H
#define WICK_ARRAY_KERNELS_THREADS_H

#include <stdint.h>

// Calls the Swift closure `(Int, Int) -> Int32` made of `function` and `context` for the pieces of `size` numbers that
// cover `0..<count`, on several threads; each piece's answer goes into its status. Swift itself would count the context
// of its closure up and down around every call, and counts in `Arrays` are not atomic.
void wick_split(void *function, void *context, intptr_t count, intptr_t size, intptr_t pieces, int32_t *statuses);
#endif
