#include <gmp.h>

// Swift has no way to say this itself.
static inline void wick_prefetch(const void *address) { __builtin_prefetch(address); }
