#include "ArrayKernelsThreads.h"

typedef int32_t (*range_body)(intptr_t start, intptr_t end, __attribute__((swift_context)) void *context)
    __attribute__((swiftcall));

int32_t wick_call_range(void *function, void *context, intptr_t start, intptr_t end) {
  return ((range_body)function)(start, end, context);
}
