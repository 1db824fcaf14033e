// Calling a Swift closure from several threads without touching the count of its context.
#ifndef WICK_ARRAY_KERNELS_THREADS_H
#define WICK_ARRAY_KERNELS_THREADS_H

#include <stdint.h>

// Calls the Swift closure `(Int, Int) -> Int32` made of `function` and `context`. Swift itself would count its context
// up and down around the call, and counts in `Arrays` are not atomic.
int32_t wick_call_range(void *function, void *context, intptr_t start, intptr_t end);
#endif
