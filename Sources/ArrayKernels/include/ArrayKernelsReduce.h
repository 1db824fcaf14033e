#ifndef WICK_ARRAY_KERNELS_REDUCE_H
#define WICK_ARRAY_KERNELS_REDUCE_H
#include <stddef.h>
#include <stdint.h>
#endif
