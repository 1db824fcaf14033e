#include "ArrayKernels.h"
